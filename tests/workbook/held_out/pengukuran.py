"""Pengukuran kinerja of dinas: quarters in groups, percent cells, sub-indicators."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh, rumus


@contoh(
    "iku_ikk.xlsx",
    1,
    "tables of IKU and IKK, an empty row within the header",
    [
        Baris(8, "Persentase PMKS yang tertangani", 45, 31.75),
        Baris(9, "Persentase PSKS yang aktif dalam usaha kesejahteraan sosial", 60, 44.2),
        Baris(10, "Jumlah KPM yang graduasi mandiri (KPM)", 250, 173),
        Baris(15, "Persentase penyandang disabilitas terlantar yang terpenuhi kebutuhan dasarnya", 100, 79.33),
        Baris(16, "Persentase lanjut usia terlantar yang terpenuhi kebutuhan dasarnya", 100, 84),
        Baris(17, "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", 100, 100),
        Baris(18, "Jumlah anak terlantar yang dibina", 45, 41),
    ],
    tahun=2024,
)
def iku_ikk() -> bytes:
    k = Lembar("Capkin")
    k.tulis(1, [
        ["DINAS SOSIAL KOTA TARAKAN"],
        ["PENGUKURAN KINERJA TRIWULAN III TAHUN 2024"],
        [],
        ["A. INDIKATOR KINERJA UTAMA (IKU)"],
        ["No", "Indikator Kinerja Utama", "Target", "Realisasi", None, None, None, "Jumlah"],
        [],
        [None, None, "Tahun 2024", "TW I", "TW II", "TW III", "TW IV", "s.d. TW III"],
        [1, "Persentase PMKS yang tertangani", 45, 8.5, 12, 11.25, None, 31.75],
        [2, "Persentase PSKS yang aktif dalam usaha kesejahteraan sosial", 60, 15, 15, 14.2, None, 44.2],
        [3, "Jumlah KPM yang graduasi mandiri (KPM)", 250, 40, 62, 71, None, 173],
        [],
        [],
        ["B. INDIKATOR KINERJA KUNCI (IKK)"],
        ["No", "Kode", "Indikator Kinerja Kunci", "Rumus", "Capaian 2023", "Target 2024", "Realisasi s.d TW III 2024", "Sumber Data"],
        [1, "1.f.1", "Persentase penyandang disabilitas terlantar yang terpenuhi kebutuhan dasarnya", "jumlah terlayani / populasi x 100%", "88,10%", "100%", "79,33%", "Bid. Rehsos"],
        [2, "1.f.2", "Persentase lanjut usia terlantar yang terpenuhi kebutuhan dasarnya", "idem", "91,00%", "100%", "84%", "Bid. Rehsos"],
        [3, "1.f.3", "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "idem", "100%", "100%", "100%", "Bid. Linjamsos"],
        [4, "1.f.4", "Jumlah anak terlantar yang dibina", "-", "37 anak", "45 anak", "41 anak", "Bid. Rehsos"],
    ])
    k.gabung("D5:G5")
    k.tebal("A1:A2", "A4", "A5:H5", "C7:H7", "A13", "A14:H14")
    return k.byte()


@contoh(
    "rsud_sub.xlsx",
    1,
    "sub-indicators a, b, c and an average a sasaran; targets as ranges and limits",
    [
        Baris(9, "Waktu tunggu rawat jalan", 60, 54),
        Baris(10, "Kejadian infeksi pasca operasi", 2, 0.8),
        Baris(11, "Kepuasan pelanggan rawat inap", 90, 91.35),
        Baris(13, "Bed Occupancy Ratio (BOR)", (60, 85), 71.4),
        Baris(14, "Net Death Rate", 25, 18.2),
        Baris(16, "Cost Recovery Rate", 105, 98.4),
        Baris(17, "Pendapatan BLUD", 148500000000, 71204331250),
        Baris(19, "Jumlah pegawai yang mengikuti diklat minimal 20 JPL", 412, 198),
        Baris(20, "Jumlah alat kesehatan yang dikalibrasi", 520, 311),
    ],
    tahun=2025,
)
def rsud_sub() -> bytes:
    k = Lembar("Form Ukur")
    k.tulis(1, [
        ["PENGUKURAN KINERJA TINGKAT SASARAN"],
        ["RSUD dr. H. Soewondo Kabupaten Kendal"],
        ["Tahun 2025 Semester I"],
        [],
        [],
        ["Sasaran / Indikator Sasaran", None, "Satuan", "Target Tahun 2025", "Realisasi Smt I", "Tingkat Capaian"],
        ["1", "Meningkatnya mutu pelayanan rumah sakit"],
        ["1.1", "Standar Pelayanan Minimal RS :"],
        ["a.", "Waktu tunggu rawat jalan", "Menit", "60", "54", "110%"],
        ["b.", "Kejadian infeksi pasca operasi", "%", "< 2", "0,8", "100%"],
        ["c.", "Kepuasan pelanggan rawat inap", "%", "90", "91,35", "101,5%"],
        [None, "Rata-rata 1.1", None, None, None, "103,83%"],
        ["1.2", "Bed Occupancy Ratio (BOR)", "%", "60-85", "71,4", "100%"],
        ["1.3", "Net Death Rate", "‰", "≤25", "18,2", "127,2%"],
        ["2", "Meningkatnya kinerja keuangan BLUD"],
        ["2.1", "Cost Recovery Rate", "%", 105, 98.4, "93,71%"],
        ["2.2", "Pendapatan BLUD", "Rp", "Rp 148.500.000.000,00", "Rp 71.204.331.250,00", "47,95%"],
        ["2.3", "Indikator umum :"],
        ["a)", "Jumlah pegawai yang mengikuti diklat minimal 20 JPL", "Orang", "412", "198", "48,06%"],
        ["b)", "Jumlah alat kesehatan yang dikalibrasi", "Alat", 520, "311 alat", "59,81%"],
        [None, "Rata-rata sasaran 2", None, None, None, "62,38%"],
    ], 2)
    k.gabung("B6:C6")
    k.tebal("B1:B3", "B6:G6")
    return k.byte()


@contoh(
    "wide.xlsx",
    1,
    "a coloured cell in column 16353 of a narrow table",
    [
        Baris(4, "Level Kapabilitas APIP", 3, 3),
        Baris(5, "Persentase TLHP BPK yang selesai", 90, 86.2),
        Baris(6, "Persentase TLHP Inspektorat yang selesai", 85, 61.5),
        Baris(7, "Jumlah LHP reguler yang diterbitkan", 64, 47),
        Baris(8, "Jumlah reviu yang dilaksanakan", 40, 29),
        Baris(9, "Maturitas SPIP", 3.25, 3.01),
        Baris(10, "Nilai MCP KPK", 92, 68),
    ],
    tahun=2025,
)
def wide() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["CAPAIAN KINERJA INSPEKTORAT DAERAH PER 30 SEPTEMBER 2025"],
        [],
        ["No", "Tujuan/Sasaran", "Indikator Tujuan/Sasaran", "Satuan", "Target 2025", "Target TW III", "Realisasi TW III", "Realisasi s.d. TW III (kumulatif)", "Capaian terhadap target TW III (%)", "Capaian thd Target Tahun (%)", "Analisis Keberhasilan/Kegagalan"],
        ["T1", "Terwujudnya pengawasan intern yang berkualitas", "Level Kapabilitas APIP", "Level", 3, 3, 3, 3, 100, 100],
        ["S1", "Meningkatnya penyelesaian tindak lanjut", "Persentase TLHP BPK yang selesai", "%", 90, 22, 8.41, 86.2, 95.8, 95.78],
        [None, None, "Persentase TLHP Inspektorat yang selesai", "%", 85, 20, 11, 61.5, 90, 72.35, "Entitas belum kirim bukti"],
        ["S2", "Meningkatnya kualitas pengawasan", "Jumlah LHP reguler yang diterbitkan", "LHP", 64, 16, 19, 47, 118.75, 73.44],
        [None, None, "Jumlah reviu yang dilaksanakan", "Laporan", 40, 10, 10, 29, 100, 72.5],
        [None, None, "Maturitas SPIP", "Level", "3,25", "-", "-", "3,01", None, 92.62, "Penilaian BPKP"],
        ["S3", "Terkendalinya gratifikasi", "Nilai MCP KPK", "Nilai", 92, 75, 68, 68, 90.67, 73.91],
    ])
    k.tebal("A1", "A3:K3")
    k.warna("XDY2")
    return k.byte()


@contoh(
    "iku_persen.xlsx",
    1,
    "percent cells and formulas with stored results",
    [
        Baris(6, "Nilai realisasi investasi PMA/PMDN", 8250, 6168.25),
        Baris(7, "Persentase izin terbit sesuai SOP", 95, 94.2),
        Baris(8, "Persentase pengaduan yang ditangani", 100, 99.3333333),
        Baris(9, "Jumlah investor berskala nasional", 120, 92),
        Baris(10, "Indeks Kepuasan Masyarakat", 89, 88.4),
        Baris(11, "Persentase LKPM yang disampaikan", 80, 70.5),
    ],
    tahun=2025,
)
def iku_persen() -> bytes:
    k = Lembar("IKU Dinas")
    k.tulis(1, [
        ["DINAS PENANAMAN MODAL DAN PTSP PROVINSI BENGKULU"],
        ["Realisasi IKU Tahun 2025 (data sampai dengan Triwulan III)"],
        [],
        ["No", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", None, None, None, "Realisasi Kumulatif", "Capaian"],
        [*[None] * 4, "Trw 1", "Trw 2", "Trw 3", "Trw 4"],
        [1, "Nilai realisasi investasi PMA/PMDN", "Rp Milyar", 8250, 1903.4, 2210.75, 2054.1, None, "=SUM(E6:H6)", "=I6/D6"],
        [2, "Persentase izin terbit sesuai SOP", "Persen", 0.95, 0.91, 0.935, 0.942, None, "=G7", "=I7/D7"],
        [3, "Persentase pengaduan yang ditangani", "%", 1, 1, 1, 0.98, None, "=AVERAGE(E8:H8)", "=I8/D8"],
        [4, "Jumlah investor berskala nasional", "Investor", 120, 28, 33, 31, None, "=SUM(E9:H9)", "=I9/D9"],
        [5, "Indeks Kepuasan Masyarakat", "Indeks", 89, None, 88.4, None, None, "=F10", "=I10/D10"],
        [6, "Persentase LKPM yang disampaikan", "%", 80, 61.2, 66, 70.5, None, "=G11", "=I11/D11"],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:H4", "I4:I5", "J4:J5")
    k.tebal("A1:A2", "A4:J4", "E5:H5")
    k.format("#,##0", "D6")
    k.format("0.00%", "J6:J7", "I8:J8", "J9:J11")
    k.format("0%", "D7:E7", "D8:G8")
    k.format("0.0%", "F7:G7", "I7")
    return rumus(k.byte(), {
        "I6": 6168.25, "J6": 0.747667, "I7": 0.942, "J7": 0.991579, "I8": 0.993333, "J8": 0.993333, "I9": 92,
        "J9": 0.766667, "I10": 88.4, "J10": 0.993258, "I11": 70.5, "J11": 0.88125,
    })


@contoh(
    "satpol_tw2.xlsx",
    1,
    "realisasi of two triwulan and no total; how they add up stands in the words of the definition alone",
    [
        Baris(7, "Jumlah pelanggaran Perda yang ditertibkan (kasus)", 180, 93),
        Baris(8, "Jumlah patroli wilayah", 360, 178),
        Baris(9, "Jumlah anggota linmas yang dibina", 500, 210),
        Baris(10, "Jumlah pos damkar yang operasional", 7, 6),
        Baris(11, "Jumlah gedung yang diinspeksi proteksi kebakaran", 48, 22),
    ],
    tahun=2025,
)
def satpol_tw2() -> bytes:
    k = Lembar("TW 2")
    k.tulis(2, [
        ["FORMULIR PENGUKURAN KINERJA"],
        ["SATUAN POLISI PAMONG PRAJA"],
        ["TRIWULAN II TAHUN 2025"],
        [],
        ["NO", "SASARAN STRATEGIS", "INDIKATOR", "CARA PENGUKURAN", "TARGET 2025", "REALISASI TW 1", "%", "KET", "REALISASI TW 2", "%", "KET", "PROGRAM", "PAGU ANGGARAN", "REALISASI ANGGARAN"],
        [1, "Meningkatnya ketertiban umum", "Jumlah pelanggaran Perda yang ditertibkan (kasus)", "Jumlah kasus yang ditertibkan dijumlah setiap triwulan", 180, 41, "22,78%", "-", 52, "28,89%", "-", "Program Peningkatan Trantibum", "Rp1.250.000.000", "Rp402.115.000"],
        [2, None, "Jumlah patroli wilayah", "Jumlah patroli selama setahun", "360 kali", "90 kali", "25%", None, "88 kali", "24,44%"],
        [3, None, "Jumlah anggota linmas yang dibina", "Jumlah orang", "500 orang", "-", "-", "belum dilaksanakan", "210 orang", "42%"],
        [4, "Meningkatnya kesiapsiagaan kebakaran", "Jumlah pos damkar yang operasional", "Posisi akhir jumlah pos yang operasional", "7 pos", "5 pos", "71%", None, "6 pos", "86%", None, "Program Pencegahan Kebakaran", "Rp640.000.000", "Rp98.225.000"],
        [5, None, "Jumlah gedung yang diinspeksi proteksi kebakaran", "Jumlah gedung", "48 gedung", "12 gedung", "25%", None, "10 gedung", "20,8%", "cuaca"],
    ])
    k.tebal("A2:A4", "A6:N6")
    return k.byte()


@contoh(
    "kec_TR_div0.xlsx",
    1,
    "T, R and a percent of every triwulan, divisions by zero, a printed total",
    [
        Baris(9, "Indeks Kepuasan Masyarakat Kecamatan", 86, 85.6),
        Baris(10, "Persentase usulan Musrenbang yang terakomodir", 40, 0),
        Baris(11, "Jumlah RT yang dibina", 124, 65),
        Baris(12, "Jumlah kelurahan tertib administrasi", 5, 1),
        Baris(13, "Waktu penyelesaian surat keterangan", 15, 12),
    ],
    tahun=2025,
)
def kec_tr_div0() -> bytes:
    k = Lembar("MONEV RENJA")
    k.tulis(2, [
        ["MONITORING DAN EVALUASI RENCANA KERJA"],
        ["KECAMATAN TARAKAN TENGAH"],
        ["S/D TRIWULAN II TAHUN ANGGARAN 2025"],
        [],
        [],
        ["No.", "Sasaran/ Program", "Indikator Kinerja", "Satuan", "Target 2025", "Triwulan I", None, None, "Triwulan II", None, None, "Triwulan III", None, None, "Triwulan IV", None, None, "Total s.d. TW II", None, "Ket"],
        [*[None] * 5, "T", "R", "%", "T", "R", "%", "T", "R", "%", "T", "R", "%", "R", "%"],
        [1, None, "Indeks Kepuasan Masyarakat Kecamatan", "Indeks", 86, 0, 0, "=H9/G9*100", 85, 85.6, "=K9/J9*100", 0, None, "=N9/M9*100", 86, None, "=Q9/P9*100", 85.6, "=S9/F9*100"],
        [2, None, "Persentase usulan Musrenbang yang terakomodir", "%", 40, 0, 0, "=H10/G10*100", 0, 0, "=K10/J10*100", 40, None, "=N10/M10*100", 0, None, "=Q10/P10*100", 0, "=S10/F10*100"],
        [3, None, "Jumlah RT yang dibina", "RT", 124, 31, 30, "=H11/G11*100", 31, 35, "=K11/J11*100", 31, None, "=N11/M11*100", 31, None, "=Q11/P11*100", 65, "=S11/F11*100"],
        [4, None, "Jumlah kelurahan tertib administrasi", "Kelurahan", 5, 1, 0, "=H12/G12*100", 1, 1, "=K12/J12*100", 1, None, "=N12/M12*100", 2, None, "=Q12/P12*100", 1, "=S12/F12*100"],
        [5, None, "Waktu penyelesaian surat keterangan", "Menit", 15, 15, 14, "=H13/G13*100", 15, 12, "=K13/J13*100", 15, None, "=N13/M13*100", 15, None, "=Q13/P13*100", 12, "=S13/F13*100"],
    ], 2)
    k.tebal("B2:B4", "B7:U7", "G8:T8")
    return rumus(k.byte(), {
        "I9": "#DIV/0!", "L9": 100.705882, "O9": "#DIV/0!", "R9": 0, "T9": 99.534884, "I10": "#DIV/0!",
        "L10": "#DIV/0!", "O10": 0, "R10": "#DIV/0!", "T10": 0, "I11": 96.774194, "L11": 112.903226, "O11": 0,
        "R11": 0, "T11": 52.419355, "I12": 0, "L12": 100, "O12": 0, "R12": 0, "T12": 20, "I13": 93.333333,
        "L13": 80, "O13": 0, "R13": 0, "T13": 80,
    })


@contoh(
    "pengukuran_kinerja_triwulan_bappeda.xlsx",
    2,
    "target, realisasi and capaian in four blocks of triwulan",
    [
        Baris(9, "Jumlah dokumen perencanaan yang ditetapkan", 6, 4),
        Baris(10, "Persentase keselarasan RKPD dengan RPJMD", 100, 96.5),
        Baris(11, "Jumlah hasil kelitbangan yang dimanfaatkan", 4, 3),
        Baris(12, "Nilai AKIP Bappeda", 82.5, None),
    ],
)
def pengukuran_kinerja_triwulan_bappeda() -> bytes:
    k = Lembar("Pengukuran")
    k.tulis(1, [
        ["PENGUKURAN KINERJA TRIWULAN TAHUN 2025"],
        [],
        ["Perangkat Daerah", None, ": Badan Perencanaan Pembangunan Daerah"],
        ["Tahun Anggaran", None, ": 2025"],
        [],
        ["Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target Tahunan", "TRIWULAN I", None, None, "TRIWULAN II", None, None, "TRIWULAN III", None, None, "TRIWULAN IV", None, None, "Program/Kegiatan", "Anggaran"],
        [*[None] * 4, "Target", "Realisasi", "%", "Target", "Realisasi", "%", "Target", "Realisasi", "%", "Target", "Realisasi", "%", None, "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)", "(15)", "(16)", "(17)", "(18)", "(19)", "(20)"],
        ["Meningkatnya kualitas perencanaan", "Jumlah dokumen perencanaan yang ditetapkan", "Dokumen", 6, 1, 1, 100, 2, 2, 100, 2, 1, 50, 1, None, None, "Program Perencanaan", "1.250.000.000", "812.500.000", 65],
        [None, "Persentase keselarasan RKPD dengan RPJMD", "%", 100, 50, 50, 100, 75, 75, 100, 100, 96.5, 96.5, 100],
        ["Meningkatnya kualitas riset", "Jumlah hasil kelitbangan yang dimanfaatkan", "Kajian", 4, 0, 0, "-", 1, 1, 100, 1, 2, 200, 2, None, None, "Program Litbang", "400.000.000", "201.000.000", 50.25],
        ["Meningkatnya tata kelola", "Nilai AKIP Bappeda", "Nilai", 82.5, "-", "-", "-", "-", "-", "-", "-", "-", "-", 82.5, None, None, "Program Penunjang", "3.000.000.000", "2.100.000.000", 70],
        [],
        [],
        [*[None] * 13, "Mengetahui, Kepala Badan"],
    ])
    k.gabung("A6:A7", "B6:B7", "C6:C7", "D6:D7", "E6:G6", "H6:J6", "K6:M6", "N6:P6", "Q6:Q7", "R6:T6", "A9:A10")
    k.tebal("A6:R6", "E7:T7")
    return k.byte()


@contoh(
    "pengukuran_iku_dinas_tw2.xlsx",
    2,
    "realisasi, percent and remark a triwulan; the percent tells positions from increments",
    [
        Baris(5, "Persentase PPKS yang tertangani", 60, 27.4),
        Baris(6, "Indeks kepuasan penerima layanan", 82, None),
        Baris(7, "Nilai SAKIP", 75.5, 74.25),
        Baris(8, "Jumlah lansia penerima permakanan", 450, 225),
    ],
)
def pengukuran_iku_dinas_tw2() -> bytes:
    k = Lembar("IKU")
    k.tulis(1, [
        ["FORMULIR PENGUKURAN KINERJA TRIWULAN II"],
        ["DINAS SOSIAL KABUPATEN CONTOH TAHUN 2025"],
        [],
        ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "CARA PENGUKURAN", "TARGET 2025", "REALISASI TW 1", "% TW 1", "KET TW 1", "REALISASI TW 2", "% TW 2", "KET TW 2", "PROGRAM", "PAGU ANGGARAN", "REALISASI ANGGARAN TW 1", "%", "REALISASI ANGGARAN TW 2", "%"],
        [1, "Menurunnya PMKS", "Persentase PPKS yang tertangani", "Jumlah PPKS tertangani / jumlah PPKS x 100%", "60%", "12,5%", "20,83", "Proses", "27,4%", "45,67", "Sesuai data DTKS", "Program Rehabilitasi Sosial", 1250000000, 210000000, 16.8, 540000000, 43.2],
        [2, "Meningkatnya layanan", "Indeks kepuasan penerima layanan", "Survei", "82 Nilai", "-", "-", "Survei di akhir tahun", "-", "-", "Survei di akhir tahun", "Program Rehabilitasi Sosial", 1250000000, 210000000, 16.8, 540000000, 43.2],
        [3, "Meningkatnya akuntabilitas", "Nilai SAKIP", "Hasil evaluasi Inspektorat", "75,5", "-", "-", "Belum dievaluasi", "74,25", "98,34", "LHE Mei 2025", "Program Rehabilitasi Sosial", 1250000000, 210000000, 16.8, 540000000, 43.2],
        [4, None, "Jumlah lansia penerima permakanan", "Hitung", "450 orang", "110 orang", "24,44", None, "225 orang", "50", "kumulatif", "Program Rehabilitasi Sosial", 1250000000, 210000000, 16.8, 540000000, 43.2],
    ])
    k.tebal("A4:Q4")
    return k.byte()


@contoh(
    "nama_indikator.xlsx",
    2,
    "“Nama Indikator”, and a method column whose words tell positions from increments",
    [
        Baris(5, "Persentase lulusan bekerja", 60, 47),
        Baris(6, "Jumlah kerja sama", 40, 29),
    ],
)
def nama_indikator() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["IKU PERGURUAN TINGGI 2025"],
        ["LLDIKTI CONTOH"],
        [],
        ["No", "Nama Indikator", "Target 2025", "Satuan", "Realisasi TW 1", "Realisasi TW 2", "Realisasi TW 3", "Realisasi TW 4", "Metode"],
        [1, "Persentase lulusan bekerja", 60, "%", 15, 31, 47, None, "Kumulatif"],
        [2, "Jumlah kerja sama", 40, "Dokumen", 9, 8, 12, None, "Akumulasi"],
    ])
    k.tebal("A4:I4")
    return k.byte()


@contoh(
    "capaian_kinerja_tw.xlsx",
    2,
    "“Capaian TW II” is the realisasi, “% Capaian” beside it is not",
    [
        Baris(5, "Persentase rumah layak huni", 92, 89.4),
        Baris(6, "Jumlah RTLH yang diperbaiki", 150, 36),
        Baris(7, "Luas kawasan kumuh", 12, 14.2),
    ],
)
def capaian_kinerja_tw() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["CAPAIAN KINERJA TRIWULAN II 2025"],
        ["DINAS PERUMAHAN KABUPATEN CONTOH"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target Tahunan", "Target TW II", "Capaian TW II", "% Capaian", "Ket"],
        [1, "Persentase rumah layak huni", "%", 92, 90, 89.4, 99.33],
        [2, "Jumlah RTLH yang diperbaiki", "Unit", 150, 40, 36, 90],
        [3, "Luas kawasan kumuh", "Ha", 12, 15, 14.2, 105.33],
    ])
    k.tebal("A4:H4")
    return k.byte()
