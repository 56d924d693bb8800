"""Formulir Pengukuran Kinerja and PK annex of PermenPANRB 53/2014, and regional forms of the same kind."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import TANYA, Harap, Kertas, kasus
from tests.workbook.forms import with_cached


@kasus(
    "permen53_tahunan.xlsx",
    "Sasaran | Indikator | Target | Realisasi | %: one target and one realisasi of the year; the Program/Anggaran "
    "table stacked below holds no indicators; sasaran merged over its indicators",
    [
        Harap("Persentase ruas jalan dalam kondisi baik", target=85, sd=83.4),
        Harap("Persentase irigasi dalam kondisi baik", target=70, sd=72.15),
        Harap("Persentase rumah tangga bersanitasi", target=92.5, sd=92.5),
        Harap("Jumlah kawasan kumuh yang ditangani (ha)", target=12, sd=9.75),
        Harap("Nilai SAKIP", target="BB", sd="B", temuan=True),
        Harap("Opini BPK atas laporan keuangan", target="WTP", sd="WTP", temuan=True),
        Harap("Indeks kepuasan masyarakat", target=82, sd=None),
    ],
    tahun=2024,
)
def tahunan() -> bytes:
    k = Kertas("Pengukuran")
    k.tulis(1, [["Lampiran Peraturan Bupati Nomor 12 Tahun 2024"], [], ["FORMULIR PENGUKURAN KINERJA"], [],
                ["Perangkat Daerah", None, ": Dinas Pekerjaan Umum dan Penataan Ruang"], ["Tahun Anggaran", None, ": 2024"], []])
    k.gabung("A3:F3")
    akhir = k.tulis(8, [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi", "%"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [1, "Meningkatnya kualitas infrastruktur dasar", "Persentase ruas jalan dalam kondisi baik", "85%", "83,40%", "98,12"],
        [None, None, "Persentase irigasi dalam kondisi baik", "70 %", "72,15 %", "103,07"],
        [2, "Meningkatnya kualitas permukiman", "Persentase rumah tangga bersanitasi", "92,50%", "92,50%", "100"],
        [None, None, "Jumlah kawasan kumuh yang ditangani (ha)", "12 Ha", "9,75 Ha", "81,25"],
        [3, "Meningkatnya akuntabilitas kinerja", "Nilai SAKIP", "BB", "B", "80"],
        [None, None, "Opini BPK atas laporan keuangan", "WTP", "WTP", "100"],
        [None, None, "Indeks kepuasan masyarakat", 82, "n/a", "-"],
    ])
    k.gabung("A10:A11", "B10:B11", "A12:A13", "B12:B13", "A14:A16", "B14:B16")
    akhir = k.tulis(akhir + 2, [
        ["No", "Program", None, "Anggaran", "Realisasi", "%"],
        [1, "Program Penyelenggaraan Jalan", None, "Rp 85.000.000.000", "Rp 80.123.456.789", "94,26"],
        [2, "Program Pengelolaan Sumber Daya Air", None, "Rp 12.500.000.000", "Rp 12.000.000.000", "96"],
        [3, "Program Penunjang Urusan Pemerintahan", None, "Rp 9.750.000.000", "Rp 9.100.000.000", "93,33"],
        [None, "Jumlah", None, "Rp 107.250.000.000", "Rp 101.223.456.789", "94,38"],
    ])
    k.tanda_tangan(akhir, 3, "Contoh, 31 Desember 2024")  # in the column of the indicators
    return k.byte()


@kasus(
    "permen53_triwulan.xlsx",
    "per quarter Target | Realisasi | %: where the four targets add up to the year's they are increments (jumlah), "
    "where TW IV equals it they are positions (nilai akhir); flat targets equal to the year's: both sum ≠ year, so position",
    [
        Harap("Jumlah penduduk yang memperoleh KTP-el", "Orang", 12000, t=(3000, 3000, 3000, 3000), r=(2800, 3150, 2990, None), sd=8940),
        Harap("Persentase akta kelahiran usia 0-18 tahun", "%", 97, t=(94, 95, 96, 97), r=(93.8, 95.1, 96.25, None), sd=96.25),
        Harap("Jumlah inovasi pelayanan", "Inovasi", 2, t=(0, 1, 0, 1), r=(0, 1, 0, None), sd=1),
        Harap("Indeks Kepuasan Masyarakat", "Indeks", 88.5, t=(None, 88, None, 88.5), r=(None, 87.4, None, None), sd=87.4),
        Harap("Persentase aduan yang diselesaikan", "%", 100, t=(100, 100, 100, 100), r=(100, 96.5, 100, None), sd=TANYA),
    ],
    tahun=2025,
)
def triwulan() -> bytes:
    k = Kertas("Form PK TW III")
    k.tulis(1, [["PENGUKURAN KINERJA TRIWULAN III"], ["DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN CONTOH"], ["TAHUN 2025"]])
    k.tulis(5, [
        ["NO", "SASARAN\nSTRATEGIS", "INDIKATOR\nKINERJA", "SATUAN", "TARGET\nTAHUN\n2025", "TRIWULAN I", None, None, "TRIWULAN II", None, None,
         "TRIWULAN III", None, None, "TRIWULAN IV", None, None, "PENANGGUNG\nJAWAB"],
        [None] * 5 + ["Target", "Realisasi", "%"] * 4,
        list(range(1, 19)),
        [1, "Meningkatnya tertib administrasi kependudukan", "Jumlah penduduk yang memperoleh KTP-el", "Orang", 12000, 3000, 2800, 93.33, 3000, 3150, 105, 3000, 2990, 99.67, 3000, None, None, "Kabid Dafduk"],
        [None, None, "Persentase akta kelahiran usia 0-18 tahun", "%", 97, 94, 93.8, 99.79, 95, 95.1, 100.11, 96, 96.25, 100.26, 97],
        [2, "Meningkatnya kualitas pelayanan", "Jumlah inovasi pelayanan", "Inovasi", 2, 0, 0, None, 1, 1, 100, 0, 0, None, 1],
        [None, None, "Indeks Kepuasan Masyarakat", "Indeks", 88.5, "-", "-", "-", 88, 87.4, 99.32, "-", "-", "-", 88.5],
        [None, None, "Persentase aduan yang diselesaikan", "%", 100, 100, 100, 100, 100, 96.5, 96.5, 100, 100, 100, 100],
        ["Rata-rata capaian", *[None] * 6, 97.71, None, None, 100.23, None, None, 99.98],
    ])
    k.gabung("F5:H5", "I5:K5", "L5:N5", "O5:Q5", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "R5:R6", "B8:B9", "B10:B12", "A13:G13")
    k.tanda_tangan(14, 12)
    return k.byte()


@kasus(
    "pk_lampiran_skpd.xlsx",
    "a PK annex states annual targets and no realisasi; the Program | Anggaran | Keterangan list and both signatures "
    "are not indicators",
    [
        Harap("Persentase kelulusan UN SMP", target=99.5),
        Harap("Angka Partisipasi Sekolah 7-12 tahun", target=99.75),
        Harap("Rata-rata lama sekolah", target=8.9),
        Harap("Persentase guru bersertifikat", rentang=(80, 90)),
        Harap("Jumlah sekolah adiwiyata", target=45),
    ],
    tahun=2025,
)
def pk_skpd() -> bytes:
    k = Kertas("Lampiran PK")
    k.tulis(1, [["PERJANJIAN KINERJA TAHUN 2025"], ["DINAS PENDIDIKAN DAN KEBUDAYAAN"], ["KABUPATEN CONTOH"], []])
    akhir = k.tulis(6, [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Meningkatnya mutu pendidikan dasar", "Persentase kelulusan UN SMP", "99,5 %"],
        [None, None, "Angka Partisipasi Sekolah 7-12 tahun", "99,75%"],
        [None, None, "Rata-rata lama sekolah", "8,90 Tahun"],
        [2, "Meningkatnya kualitas pendidik", "Persentase guru bersertifikat", "80 - 90%"],
        [3, "Meningkatnya budaya lingkungan di sekolah", "Jumlah sekolah adiwiyata", "45 Sekolah"],
    ])
    akhir = k.tulis(akhir + 1, [
        [None, "Program", "Anggaran", "Keterangan"],
        [1, "Program Pengelolaan Pendidikan", "Rp. 312.450.000.000,-", "APBD/DAK"],
        [2, "Program Pendidik dan Tenaga Kependidikan", "Rp. 8.125.000.000,-", "APBD"],
        [None, "Jumlah", "Rp. 320.575.000.000,-", None],
    ])
    k.tulis(akhir + 2, [[None, None, None, "Contoh, 24 Januari 2025"], [None, "BUPATI CONTOH,", None, "KEPALA DINAS,"], [], [],
                        [None, "H. AHMAD CONTOH", None, "Drs. BUDI CONTOH, M.Pd"], [None, None, None, "Pembina Utama Muda"],
                        [None, None, None, "NIP. 19680202 199403 1 002"]])
    k.gabung("A1:D1", "A2:D2", "A3:D3", "A8:A10", "B8:B10")
    return k.byte()


@kasus(
    "cirebon_tw1_tw2.xlsx",
    "Realisasi TW1 | % | Ket, TW2 …: “-” is not done yet; with one filled quarter every rule gives it; with two, and "
    "nothing that says increments or positions, it must be asked",
    [
        Harap("Persentase capaian kinerja, kompetensi, dan disiplin ASN", target=16.46, r=(None, 0.59, None, None), sd=0.59, pagu=364000000, rp=(17244445, 210426590, None, None)),
        Harap("Persentase ASN yang mengikuti pengembangan kompetensi", target=45, r=(12.5, 20.75, None, None), sd=TANYA, pagu=512000000, rp=(50000000, 175500000, None, None)),
        Harap("Nilai Sistem Merit", target=325, r=(None, None, None, None), sd=None, pagu=98000000, rp=(0, 12500000, None, None)),
        Harap("Indeks profesionalitas ASN", target=86.2, r=(None, 84.11, None, None), sd=84.11),
    ],
    tahun=2026,
)
def cirebon() -> bytes:
    k = Kertas("Capaian IKU")
    k.tulis(1, [["FORMULIR PENGUKURAN KINERJA"], ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM KOTA CONTOH"], ["TAHUN 2026"]])
    k.tulis(5, [
        ["No", "Sasaran Strategis", "Indikator", "Cara Pengukuran Indikator Sasaran", "Target Tahun 2026", "Triwulan I", None, None, "Triwulan II", None, None, "Program", "Pagu Anggaran", "Realisasi Anggaran", None, None, None],
        [None] * 5 + ["Realisasi", "%", "Ket", "Realisasi", "%", "Ket"] + [None, None, "TW I", "%", "TW II", "%"],
        [1, "Meningkatnya kinerja ASN", "Persentase capaian kinerja, kompetensi, dan disiplin ASN", "Persentase kinerja ditambah kompetensi ditambah disiplin dibagi 3", 16.46, "-", 0, "Perhitungan dilakukan pada akhir tahun", 0.59, 3.58, "Ada 1 pelanggaran", "Program Kepegawaian Daerah", 364000000, 17244445, 4.74, 210426590, 57.81],
        [2, None, "Persentase ASN yang mengikuti pengembangan kompetensi", "Jumlah ASN mengikuti bangkom dibagi jumlah ASN", 45, 12.5, 27.78, "Bimtek", 20.75, 46.11, "Diklat", "Program Pengembangan SDM", 512000000, 50000000, 9.77, 175500000, 34.28],
        [3, None, "Nilai Sistem Merit", "Penilaian BKN", 325, "-", 0, "Belum dilaksanakan", "-", 0, "Belum dilaksanakan", None, 98000000, 0, 0, 12500000, 12.76],
        [4, None, "Indeks profesionalitas ASN", "Hasil pengukuran IP ASN", 86.2, "-", 0, "-", 84.11, 97.58, "Rilis BKN"],
    ])
    k.tulis(12, [["Keterangan: \"-\" = Belum Dilaksanakan"]])
    k.gabung("F5:H5", "I5:K5", "N5:Q5", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "L5:L6", "M5:M6", "B7:B10")
    return k.byte()


@kasus(
    "bondowoso_isian_kinerja.xlsx",
    "absolut: the year is the sum of TW; non absolut: the last filled TW; rows to 1000 hold only formulas (0 and "
    "#DIV/0!), they are no indicators; “Realisasi th” is the sheet's own",
    [
        Harap("Persentase ASN yang terlayani", "% (persen)", 100, r=(100, None, None, None), sd=100),
        Harap("Persentase sarana dalam kondisi baik", "% (persen)", 100, r=(25, 50, None, 100), sd=100),
        Harap("Jumlah dokumen perencanaan", "dokumen", 6, r=(2, 1, 1, 2), sd=6),
        Harap("Jumlah siswa penerima beasiswa", "siswa", 400, r=(0, 150, 100, None), sd=250),
    ],
    tahun=2021,
)
def bondowoso() -> bytes:
    k = Kertas("Isian Kinerja")
    k.tulis(1, [["EVALUASI RENJA PERANGKAT DAERAH TAHUN 2021"], ["Dinas Pendidikan Kabupaten Contoh"]])
    k.tulis(5, [
        ["No Urut", "Kode", "Pilihan", "Bidang Urusan / Program / Kegiatan / Sub Kegiatan", "no", "Indikator", "Target 5 Tahun", "Realisasi s/d 2020", "Target 2021", "Satuan", "Karakter Indikator", None,
         "Realisasi Triwulan", None, None, None, "Realisasi th 2021", "Capaian th 2021 (%)", "Realisasi s/d 2021", "Capaian s/d 2021 (%)", "Predikat th", "Predikat s/d"],
        [None] * 12 + ["TW 1", "TW 2", "TW 3", "TW 4"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22],
    ])
    k.gabung("K5:L5", "M5:P5")
    isi = [
        (1, "1.01", "Program", "Program Penunjang", 1, "Persentase ASN yang terlayani", 100, 100, 100, "% (persen)", "non absolut", "naik (baik)", 100, None, None, None),
        (2, "1.01.2.01", "Kegiatan", "Kegiatan Sarana", 1, "Persentase sarana dalam kondisi baik", 100, 40, 100, "% (persen)", "non absolut", "naik (baik)", 25, 50, None, 100),
        (3, "1.01.2.01.01", "Subkegiatan", "Penyusunan Dokumen", 1, "Jumlah dokumen perencanaan", 30, 6, 6, "dokumen", "absolut", "naik (baik)", 2, 1, 1, 2),
        (4, "1.01.2.02", "Kegiatan", "Beasiswa", 1, "Jumlah siswa penerima beasiswa", 2000, 300, 400, "siswa", "absolut", "naik (baik)", 0, 150, 100, None),
    ]
    tahun = [100, 100, 6, 250]
    hasil: dict[str, float | str] = {}
    for b in range(8, 1001):
        satu = isi[b - 8] if b < 12 else ()
        k.tulis(b, [satu])
        for kolom, rumus in (("Q", f'=IF(K{b}="absolut",SUM(M{b}:P{b}),LOOKUP(9,M{b}:P{b}))'), ("R", f"=Q{b}/I{b}*100"), ("S", f"=H{b}+Q{b}"), ("T", f"=S{b}/G{b}*100")):
            k.ws[f"{kolom}{b}"] = rumus
        if b < 12:
            i = b - 8
            sd = isi[i][7] + tahun[i] if satu[10] == "absolut" else tahun[i]  # type: ignore[operator]
            hasil |= {f"Q{b}": tahun[i], f"R{b}": tahun[i] / satu[8] * 100, f"S{b}": sd, f"T{b}": sd / satu[6] * 100}  # type: ignore[operator]
        elif b < 40:  # a search over the whole sheet for each cell: the first unused rows stand for all
            hasil |= {f"Q{b}": 0, f"R{b}": "#DIV/0!", f"S{b}": 0, f"T{b}": "#DIV/0!"}
    data = Kertas("data1", k.wb)
    data.ws.sheet_state = "hidden"
    data.tulis(1, [["Pilihan", "Karakter"], ["Program", "absolut"], ["Kegiatan", "non absolut"]])
    return with_cached(k.byte(), hasil)


@kasus(
    "sumedang_pencapaian_isi.xlsx",
    "the two-level form with duplicate names No, Kode, Bobot filled: the second Kode is the indicator's; sasaran cells "
    "merged over their IKU; polarisasi in a column",
    [
        Harap("Persentase temuan yang ditindaklanjuti", "%", 90, sd=87.5, kode="IKU-11"),
        Harap("Waktu penyelesaian pengaduan", "Hari", 14, sd=12, kode="IKU-12"),
        Harap("Jumlah OPD berpredikat A", "OPD", 15, sd=16, kode="IKU-21"),
        Harap("Kapabilitas APIP", "Level", 3, sd=3, kode="IKU-22"),
    ],
)
def pencapaian_isi() -> bytes:
    k = Kertas()
    k.tulis(3, [["LAPORAN PENCAPAIAN"], [], [], ["SASARAN", None, None, None, "I K U"],
                ["No", "Kode", "Sasaran", "Bobot", "No", "Kode", "IKU", "Bobot", "Target", "Satuan", "Polarisasi", "Realisasi", "Capaian", "Unit Kerja"],
                [1, "SS-1", "Meningkatnya tindak lanjut", "25%", 1, "IKU-11", "Persentase temuan yang ditindaklanjuti", "50%", 90, "%", "Maximize", 87.5, "97.22", "Inspektorat"],
                [None, None, None, None, 2, "IKU-12", "Waktu penyelesaian pengaduan", "50%", 14, "Hari", "Minimize", 12, "114.29", "Inspektorat"],
                [2, "SS-2", "Meningkatnya akuntabilitas", "75%", 3, "IKU-21", "Jumlah OPD berpredikat A", "60%", 15, "OPD", "Maximize", 16, "106.67", "Bagian Organisasi"],
                [None, None, None, None, 4, "IKU-22", "Kapabilitas APIP", "40%", 3, "Level", "Maximize", 3, "100", "Inspektorat"]])
    k.gabung("A6:D6", "E6:N6", *[f"{c}{b}:{c}{b + 1}" for c in "ABCD" for b in (8, 10)])
    return k.byte()


@kasus(
    "pengukuran_anggaran_satu_tabel.xlsx",
    "performance and budget in one table: Target/Realisasi/% of kinerja beside Pagu/Realisasi/% of anggaran; an "
    "indicator merged over the two programmes that serve it is one indicator; “s.d. Triwulan II” in the group header",
    [
        Harap("Angka kecelakaan lalu lintas per 10.000 kendaraan", "Angka", 6.5, sd=3.2),
        Harap("Persentase angkutan umum laik jalan", "%", 88, sd=85.75),
        Harap("Jumlah rambu terpasang", "Unit", 350, sd=120),
    ],
    tahun=2025,
)
def satu_tabel() -> bytes:
    k = Kertas("TW II")
    k.tulis(1, [["PENGUKURAN KINERJA DINAS PERHUBUNGAN"], ["SAMPAI DENGAN TRIWULAN II TAHUN 2025"], [],
                ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Kinerja s.d. Triwulan II", None, None, "Program", "Anggaran s.d. Triwulan II", None, None],
                [None] * 4 + ["Target Tahun 2025", "Realisasi", "%", None, "Pagu", "Realisasi", "%"],
                [1, 2, 3, 4, 5, 6, "7=6/5", 8, 9, 10, "11=10/9"],
                [1, "Meningkatnya keselamatan", "Angka kecelakaan lalu lintas per 10.000 kendaraan", "Angka", 6.5, 3.2, 150.77, "Program Penyelenggaraan LLAJ", 5000000000, 2100000000, 42],
                [None] * 7 + ["Program Pengelolaan Perkeretaapian", 750000000, 100000000, 13.33],
                [2, "Meningkatnya layanan", "Persentase angkutan umum laik jalan", "%", 88, 85.75, 97.44, "Program Penyelenggaraan LLAJ", 1200000000, 640000000, 53.33],
                [3, None, "Jumlah rambu terpasang", "Unit", 350, 120, 34.29, "Program Penyelenggaraan LLAJ", 900000000, 300000000, 33.33],
                ["JUMLAH", *[None] * 7, 7850000000, 3140000000, 40]])
    k.gabung("E4:G4", "I4:K4", *[f"{c}4:{c}5" for c in "ABCDH"], *[f"{c}7:{c}8" for c in "ABCDEFG"], "B9:B10", "A11:H11")
    return k.byte()
