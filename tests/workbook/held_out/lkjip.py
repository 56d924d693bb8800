"""Tables of annual reports and of five-year plans: years side by side, one figure a year."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "lkjip_banding.xlsx",
    1,
    "realisasi of the years before, target of the five-year plan and national figure beside the year's; predikat and opinion",
    [
        Baris(9, "Nilai SAKIP Kabupaten (Predikat)", "BB", "B"),
        Baris(10, "Opini BPK atas LKPD", "WTP", "WTP"),
        Baris(11, "Indeks SPBE (skala 5)", 3.1, 3.24),
        Baris(12, "Indeks Reformasi Birokrasi", 66, 65.51),
        Baris(14, "Persentase penduduk miskin (%)", 10.2, 10.61),
        Baris(15, "Tingkat Pengangguran Terbuka (%)", 3.7, 3.55),
        Baris(16, "Pengeluaran per kapita disesuaikan (Rp ribu)", 11600, 11745),
        Baris(17, "Indeks Gini", 0.33, 0.328),
    ],
    tahun=2024,
)
def lkjip_banding() -> bytes:
    k = Lembar("Bab III")
    k.tulis(3, [
        ["Tabel III.4"],
        ["Perbandingan Target dan Realisasi Kinerja Tahun 2024 dengan Tahun Sebelumnya"],
        [],
        ["No.", "Indikator Kinerja Sasaran", "Realisasi", None, "Tahun 2024", None, None, "Kategori", "Target Akhir Renstra (2026)"],
        [None, None, "2022", "2023", "Target", "Realisasi", "% Capaian"],
        ["Sasaran 1 : Meningkatnya akuntabilitas kinerja dan keuangan daerah"],
        ["1.1", "Nilai SAKIP Kabupaten (Predikat)", "B", "B", "BB", "B", 0.9, "Sangat Baik", "A"],
        ["1.2", "Opini BPK atas LKPD", "WTP", "WTP", "WTP", "WTP", 1, "Sangat Baik", "WTP"],
        ["1.3", "Indeks SPBE (skala 5)", 2.31, 2.78, 3.1, 3.24, 1.0452, "Memuaskan", 3.5],
        ["1.4", "Indeks Reformasi Birokrasi", 61.2, 64.07, 66, 65.51, 0.9926, "Sangat Baik", 70],
        ["Sasaran 2 : Menurunnya kemiskinan dan pengangguran"],
        ["2.1", "Persentase penduduk miskin (%)", 11.4, 10.92, 10.2, 10.61, 0.9598, "Sangat Baik", 9.5],
        ["2.2", "Tingkat Pengangguran Terbuka (%)", "4,02", "3,87", "3,70", "3,55", "104,05%", "Memuaskan", "3,40"],
        ["2.3", "Pengeluaran per kapita disesuaikan (Rp ribu)", 10945, 11320, 11600, 11745, 1.0125, "Memuaskan", 12400],
        ["2.4", "Indeks Gini", 0.342, 0.335, 0.33, 0.328, 1.006, "Memuaskan", 0.32],
        ["Rata-rata capaian sasaran", *[None] * 5, 0.9951],
        [],
        ["Sumber: BPS dan Bappeda, data diolah per 31 Desember 2024"],
        ["*) angka sementara"],
    ], 2)
    k.gabung("B6:B7", "C6:C7", "D6:E6", "F6:H6", "I6:I7", "J6:J7")
    k.tebal("B3:B4", "B6:J6", "D7:H7")
    k.format("0%", "H9:H10")
    k.format("0.00%", "H11:H12", "H14", "H16:H18")
    return k.byte()


@contoh(
    "renstra_matriks.xlsx",
    1,
    "a matrix of years: the year of the title holds",
    [
        Baris(6, "Indeks Kualitas Lingkungan Hidup (IKLH)", 62.2, 62.88),
        Baris(7, "Indeks Kualitas Air", 50, 49.35),
        Baris(8, "Persentase sampah yang terkelola", 78, 74.9),
        Baris(9, "Volume sampah yang dikurangi", 15500, 16020),
        Baris(10, "Persentase usaha yang taat dokumen lingkungan", 61, 62.5),
        Baris(11, "Jumlah bank sampah aktif", 250, 241),
    ],
    tahun=2024,
)
def renstra_matriks() -> bytes:
    k = Lembar("Tabel T-C.23")
    k.tulis(1, [
        ["PENCAPAIAN KINERJA PELAYANAN DINAS LINGKUNGAN HIDUP KABUPATEN SLEMAN"],
        ["Evaluasi Renstra 2021-2026 s.d. Tahun 2024"],
        [],
        ["No", "Indikator Kinerja sesuai Tugas dan Fungsi", "Satuan", "Target Renstra Tahun ke-", *[None] * 4, "Realisasi Capaian Tahun ke-", None, None, None, "Rasio Capaian 2024 (%)"],
        [None, None, None, 2022, 2023, 2024, 2025, 2026, 2021, 2022, 2023, 2024],
        [1, "Indeks Kualitas Lingkungan Hidup (IKLH)", "Indeks", 60.1, 61.4, 62.2, 63, 64, 59.3, 60.45, 61.02, 62.88, 101.09],
        [2, "Indeks Kualitas Air", "Indeks", 48, 49, 50, 51, 52, 46.2, 47.77, 50.1, 49.35, 98.7],
        [3, "Persentase sampah yang terkelola", "%", 70, 75, 78, 82, 85, 68.1, 69.5, 73.2, 74.9, 96.03],
        [4, "Volume sampah yang dikurangi", "Ton", 12500, 14000, 15500, 17000, 18500, 11000, 12840, 13975, 16020, 103.35],
        [5, "Persentase usaha yang taat dokumen lingkungan", "%", 55, 58, 61, 64, 67, None, 54.2, 59.1, 62.5, 102.46],
        [6, "Jumlah bank sampah aktif", "Unit", 210, 230, 250, 270, 290, 188, 216, 229, 241, 96.4],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:H4", "I4:L4", "M4:M5")
    k.tebal("A1:A2", "A4:M4", "D5:L5")
    return k.byte()


@contoh(
    "kesbang_persen_kepala.xlsx",
    1,
    "the percent sign in the header, decimals as text",
    [
        Baris(5, "Persentase konflik sosial yang tertangani", 100, 100),
        Baris(6, "Persentase Ormas yang terdaftar", 75, 72.9),
        Baris(7, "Tingkat partisipasi pemilih pada Pilkada", 77.5, 68.34),
        Baris(8, "Persentase Parpol yang melaporkan bankeu tepat waktu", 100, 90),
    ],
    tahun=2024,
)
def kesbang_persen_kepala() -> bytes:
    k = Lembar("Lampiran 3")
    k.tulis(1, [
        ["LAPORAN KINERJA KANTOR KESBANGPOL"],
        ["TA. 2024"],
        [],
        ["NO", "SASARAN", "INDIKATOR KINERJA", "FORMULASI", "TARGET\n(%)", "REALISASI\n(%)", "CAPAIAN\n(%)"],
        [1, "Terpeliharanya kerukunan", "Persentase konflik sosial yang tertangani", "(konflik tertangani/total konflik) x 100%", 100, 100, 100],
        [2, None, "Persentase Ormas yang terdaftar", "(ormas terdaftar/ormas) x 100", 75, "72,9", "97,2"],
        [3, "Meningkatnya partisipasi politik", "Tingkat partisipasi pemilih pada Pilkada", "pemilih hadir/DPT x 100%", "77,5", "68,34", "88,18"],
        [4, None, "Persentase Parpol yang melaporkan bankeu tepat waktu", "-", 100, "90", "90"],
    ])
    k.tebal("A1:A2", "A4:G4")
    return k.byte()


@contoh(
    "ikd_rpjmd.xlsx",
    1,
    "start and end of the RPJMD beside the year's target and realisasi; aspects and bidang are no indicators",
    [
        Baris(9, "Angka rata-rata lama sekolah", 8.2, 8.05),
        Baris(10, "Harapan lama sekolah", 12.3, 12.11),
        Baris(12, "Angka kematian bayi", 9, 7.6),
        Baris(14, "Persentase jalan kabupaten dalam kondisi mantap", 80, 74.31),
        Baris(15, "Rasio elektrifikasi", 100, 99.98),
    ],
    tahun=2023,
)
def ikd_rpjmd() -> bytes:
    k = Lembar("IKD")
    k.tulis(1, [
        ["CAPAIAN INDIKATOR KINERJA DAERAH TAHUN 2023"],
        ["RPJMD KABUPATEN TAPIN 2018-2023"],
        [],
        ["NO", "ASPEK/FOKUS/BIDANG URUSAN/INDIKATOR", "SATUAN", "KONDISI AWAL (2017)", "TAHUN 2023", None, None, "KONDISI AKHIR RPJMD", "PD PENGAMPU"],
        [*[None] * 4, "TARGET", "REALISASI", "CAPAIAN (%)"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        ["I", "ASPEK KESEJAHTERAAN MASYARAKAT"],
        ["1", "Pendidikan"],
        ["1.1", "Angka rata-rata lama sekolah", "Tahun", 7.1, 8.2, 8.05, 98.17, 8.2, "Disdik"],
        ["1.2", "Harapan lama sekolah", "Tahun", 11.4, 12.3, 12.11, 98.46, 12.3, "Disdik"],
        ["2", "Kesehatan"],
        ["2.1", "Angka kematian bayi", "per 1000 KH", 14, 9, "7,6", 115.6, 9, "Dinkes"],
        ["II", "ASPEK PELAYANAN UMUM"],
        ["1", "Persentase jalan kabupaten dalam kondisi mantap", "%", 61.2, 80, "74.31", 92.89, 80, "PUPR"],
        ["2", "Rasio elektrifikasi", "Rasio", 97.1, 100, 99.98, 99.98, 100, "PUPR"],
    ])
    k.gabung("E4:G4")
    k.tebal("A1:A2", "A4:I4", "E5:G5", "A6:I6")
    return k.byte()


@contoh(
    "permenpan53.xlsx",
    1,
    "kinerja and anggaran both with Target and Realisasi, a deviation between",
    [
        Baris(6, "Persentase koperasi sehat", 42, 39.5),
        Baris(7, "Jumlah UMKM naik kelas", 150, 163),
        Baris(8, "Persentase UMKM yang mengakses KUR", 25, 21.8),
        Baris(9, "Koefisien variasi harga bahan pokok", 9, 6.42),
    ],
    tahun=2024,
)
def permenpan53() -> bytes:
    k = Lembar("Pengukuran")
    k.tulis(1, [
        ["PENGUKURAN KINERJA TAHUN 2024"],
        ["Unit Organisasi : Dinas Koperasi, UKM dan Perdagangan"],
        [],
        ["Sasaran Strategis", "Indikator Kinerja", "KINERJA", None, None, None, "ANGGARAN"],
        [None, None, "Target", "Realisasi", "Deviasi", "%", "Target (Rp)", "Realisasi (Rp)", "%"],
        ["Meningkatnya koperasi berkualitas", "Persentase koperasi sehat", "42%", "39,5%", "-2,5%", "94,05", 1250000000, 1198000000, "95,84"],
        ["Meningkatnya daya saing UMKM", "Jumlah UMKM naik kelas", "150 UMKM", "163 UMKM", "13", "108,67", 2100000000, 2044000000, "97,33"],
        [None, "Persentase UMKM yang mengakses KUR", "25%", "21,8%", "-3,2%", "87,2"],
        ["Stabilnya harga bahan pokok", "Koefisien variasi harga bahan pokok", "< 9", "6,42", "-2,58", "100", 480000000, 466100000, "97,10"],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:F4", "G4:I4")
    k.tebal("A1:A2", "A4:G4", "C5:I5")
    return k.byte()


@contoh(
    "tujuan_sasaran.xlsx",
    1,
    "a table of tujuan and one of sasaran on a sheet, in different columns",
    [
        Baris(3, "Persentase rumah layak huni", 91.2, 90.77),
        Baris(4, "Persentase kawasan kumuh (ha)", 35.4, 31.9),
        Baris(10, "Akses air minum layak", 96, 95.4),
        Baris(11, "Akses sanitasi layak", 92, 92.66),
        Baris(12, "Jumlah RTLH yang ditangani", 320, 341),
    ],
    tahun=2024,
)
def tujuan_sasaran() -> bytes:
    k = Lembar("Tabel 3.2 - 3.3")
    k.tulis(1, [
        ["Tabel 3.2 Capaian Indikator Tujuan Tahun 2024"],
        ["Tujuan", "Indikator Tujuan", "Target", "Realisasi", "Capaian (%)"],
        ["Mewujudkan kabupaten layak huni", "Persentase rumah layak huni", "91,20", "90,77", "99,53"],
        [None, "Persentase kawasan kumuh (ha)", "35,4", "31,9", "109,89"],
    ])
    k.tulis(8, [
        ["Tabel 3.3 Capaian Indikator Sasaran Tahun 2024"],
        ["No", "Sasaran", "Indikator Sasaran", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        [1, "Meningkatnya infrastruktur dasar", "Akses air minum layak", "%", 96, "95,4", "99,38"],
        [2, None, "Akses sanitasi layak", "%", 92, "92,66", "100,72"],
        [3, None, "Jumlah RTLH yang ditangani", "Unit", 320, 341, "106,56"],
    ], 2)
    k.tebal("A1", "A2:E2", "B8", "B9:H9")
    return k.byte()


@contoh(
    "lkjip_bab3_disdik.xlsx",
    2,
    "two tables of sasaran with the years before beside them, text between",
    [
        Baris(7, "Angka Partisipasi Murni SD", 97.2, 97.05),
        Baris(8, "Rata-rata Nilai ANBK Literasi", 62, 64.31),
        Baris(9, "Angka Putus Sekolah SMP", 0.25, 0.28),
        Baris(17, "Nilai AKIP Perangkat Daerah", 75, 74.1),
        Baris(18, "Indeks Kepuasan Masyarakat", 85, 86.02),
    ],
)
def lkjip_bab3_disdik() -> bytes:
    k = Lembar("Bab III")
    k.tulis(1, [
        ["BAB III AKUNTABILITAS KINERJA"],
        [],
        ["Sasaran 1 : Meningkatnya akses dan mutu pendidikan dasar"],
        ["Tabel 3.2 Capaian Kinerja Sasaran 1 Tahun 2024"],
        ["No", "Indikator Kinerja", "Satuan", "Realisasi", None, "Tahun 2024", None, None, "Target Akhir Renstra (2026)", "Tingkat Kemajuan (%)"],
        [None, None, None, "2022", "2023", "Target", "Realisasi", "Capaian (%)"],
        [1, "Angka Partisipasi Murni SD", "%", 96.1, 96.8, 97.2, 97.05, 99.85, 98.5, 98.53],
        [2, "Rata-rata Nilai ANBK Literasi", "Poin", 58.2, 60.4, 62, 64.31, 103.73, 66, 97.44],
        [3, "Angka Putus Sekolah SMP", "%", 0.42, 0.31, 0.25, 0.28, 88, 0.15],
        [],
        ["Berdasarkan tabel di atas, capaian kinerja Sasaran 1 berada pada kategori sangat tinggi dengan rata-rata 97,19 %."],
        [],
        ["Sasaran 2 : Meningkatnya akuntabilitas kinerja perangkat daerah"],
        ["Tabel 3.5 Capaian Kinerja Sasaran 2 Tahun 2024"],
        ["No", "Indikator Kinerja", "Satuan", "Realisasi", None, "Tahun 2024", None, None, "Target Akhir Renstra (2026)", "Tingkat Kemajuan (%)"],
        [None, None, None, "2022", "2023", "Target", "Realisasi", "Capaian (%)"],
        [1, "Nilai AKIP Perangkat Daerah", "Nilai", 70.2, 72.45, 75, 74.1, 98.8, 80, 92.63],
        [2, "Indeks Kepuasan Masyarakat", "Indeks", 83.1, 84.66, 85, 86.02, 101.2, 88, 97.75],
    ])
    k.gabung(
        "A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:H5", "I5:I6", "J5:J6", "A15:A16", "B15:B16", "C15:C16",
        "D15:E15", "F15:H15", "I15:I16", "J15:J16",
    )
    k.tebal("A5:J5", "D6:H6", "A15:J15", "D16:H16")
    return k.byte()
