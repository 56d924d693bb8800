"""Exports of applications and forms of central bodies."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh
from tests.workbook.oldbook import make_xls


@contoh(
    "pp39_form_c.xls",
    1,
    "a legacy workbook; physical realisasi s.d. last and s.d. this triwulan beside anggaran",
    [
        Baris(12, "Jumlah peserta pelatihan yang lulus", 480, 240),
        Baris(13, "Jumlah peserta yang tersertifikasi", 400, 178),
        Baris(14, "Jumlah peserta magang", 120, 40),
        Baris(16, "Layanan perkantoran", 12, 6),
        Baris(17, "Jumlah peralatan yang diadakan", 35, 0),
        Baris(18, "Persentase rekomendasi yang ditindaklanjuti", 100, 55),
    ],
    tahun=2023,
)
def pp39_form_c() -> bytes:
    return make_xls([
        ["FORMULIR C"],
        ["LAPORAN KONSOLIDASI PROGRAM TRIWULAN II TAHUN ANGGARAN 2023"],
        ["I. DATA UMUM"],
        ["1.", "Kementerian/Lembaga", ":", "Kementerian Ketenagakerjaan"],
        ["2.", "Unit Organisasi", ":", "Balai Latihan Kerja Ternate"],
        [],
        ["II. PELAKSANAAN KEGIATAN"],
        ["No.", "Program/Kegiatan/Output", "Indikator", "Satuan", "Sasaran Fisik Setahun", "Anggaran (Rp 000)", "Realisasi Anggaran", None, "Realisasi Fisik"],
        [*[None] * 6, "s.d. TW lalu", "TW ini", "s.d. Triwulan Lalu", "Triwulan Ini", "s.d. Triwulan Ini"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
        ["A", "Program Pendidikan dan Pelatihan Vokasi"],
        ["1", "Pelatihan Berbasis Kompetensi", "Jumlah peserta pelatihan yang lulus", "Orang", 480, 3250000, 610000, 840000, 96, 144, 240],
        ["2", "Uji Kompetensi", "Jumlah peserta yang tersertifikasi", "Orang", 400, 850000, 90000, 210000, 60, 118, 178],
        ["3", "Pemagangan dalam negeri", "Jumlah peserta magang", "Orang", 120, 540000, 0, 120000, 0, 40, 40],
        ["B", "Program Dukungan Manajemen"],
        ["1", "Layanan Perkantoran", "Layanan perkantoran", "Layanan", 12, 2100000, 500000, 525000, 3, 3, 6],
        ["2", "Layanan Sarana Internal", "Jumlah peralatan yang diadakan", "Unit", 35, 410000, 0, 0, 0, 0, 0],
        ["3", "Rekomendasi kebijakan", "Persentase rekomendasi yang ditindaklanjuti", "%", 100, 75000, 12000, 20500, "20", "35", "55"],
        [None, "JUMLAH", None, None, None, 7225000, 1212000, 1715500],
        [],
        [*[None] * 8, "Ternate, 5 Juli 2023"],
        [*[None] * 8, "Kepala Balai"],
    ], ("F8:F9", "E8:E9", "D8:D9", "C8:C9", "B8:B9", "A8:A9", "I8:K8", "G8:H8",))


@contoh(
    "esakip_export.xls",
    1,
    "a legacy flat export, every number a text",
    [
        Baris(2, "Persentase kelengkapan jalan yang terpasang", 68.5, 69.02),
        Baris(3, "Jumlah kecelakaan lalu lintas", 120, 115),
        Baris(4, "Jumlah kendaraan lulus uji KIR", 4200, 4237),
        Baris(5, "Load factor angkutan perkotaan", 55, 53.2),
        Baris(6, "Retribusi parkir", 1850000000, 1788704500),
        Baris(7, "Nilai SAKIP OPD", "BB", "BB"),
    ],
    tahun=2024,
)
def esakip_export() -> bytes:
    return make_xls([
        ["id", "tahun", "nama_opd", "tujuan", "sasaran", "indikator_sasaran", "satuan", "jenis_indikator", "target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "realisasi_tw1", "realisasi_tw2", "realisasi_tw3", "realisasi_tw4", "realisasi_tahun", "capaian"],
        ["101", "2024", "DINAS PERHUBUNGAN", "T1", "Meningkatnya keselamatan", "Persentase kelengkapan jalan yang terpasang", "%", "Positif", "68,50", "60", "62", "65", "68,5", "60,2", "61,9", "66,1", "69,02", "69,02", "100,76"],
        ["102", "2024", "DINAS PERHUBUNGAN", "T1", "Meningkatnya keselamatan", "Jumlah kecelakaan lalu lintas", "Kejadian", "Negatif", "120", "30", "30", "30", "30", "22", "35", "27", "31", "115", "104,17"],
        ["103", "2024", "DINAS PERHUBUNGAN", "T1", "Meningkatnya layanan", "Jumlah kendaraan lulus uji KIR", "Unit", "Positif", "4.200", "1.000", "1.100", "1.100", "1.000", "980", "1.044", "1.203", "1.010", "4.237", "100,88"],
        ["104", "2024", "DINAS PERHUBUNGAN", "T2", "Meningkatnya layanan", "Load factor angkutan perkotaan", "%", "Positif", "55", "52", "53", "54", "55", "48,7", "50,1", "52,45", "53,2", "53,2", "96,73"],
        ["105", "2024", "DINAS PERHUBUNGAN", "T2", "Meningkatnya PAD", "Retribusi parkir", "Rupiah", "Positif", "1.850.000.000", "400.000.000", "450.000.000", "500.000.000", "500.000.000", "377.114.000", "421.050.000", "488.210.500", "502.330.000", "1.788.704.500", "96,69"],
        ["106", "2024", "DINAS PERHUBUNGAN", "T2", "Meningkatnya akuntabilitas", "Nilai SAKIP OPD", "Predikat", "Positif", "BB", "-", "-", "-", "BB", "-", "-", "-", "BB", "BB", "100"],
    ], ())


@contoh(
    "export_esakip.xlsx",
    2,
    "a flat export with a column for how triwulan add up",
    [
        Baris(2, "Jumlah rambu terpasang", 120, 94),
        Baris(3, "Rasio kecelakaan", 1.25, 1.2),
        Baris(4, "Indeks kepuasan layanan uji KIR", 85.5, 84.2),
        Baris(5, "Jumlah kendaraan yang diuji", 4800, 3551),
    ],
)
def export_esakip() -> bytes:
    k = Lembar("Worksheet")
    k.tulis(1, [
        ["id", "tahun", "nama_opd", "sasaran", "indikator", "satuan", "target", "target_tw1", "realisasi_tw1", "target_tw2", "realisasi_tw2", "target_tw3", "realisasi_tw3", "target_tw4", "realisasi_tw4", "jenis_perhitungan", "created_at"],
        ["101", "2025", "Dinas Perhubungan", "Meningkatnya keselamatan", "Jumlah rambu terpasang", "Unit", "120", "30", "28", "30", "31", "30", "35", "30", None, "Akumulatif", "2025-10-03 08:11:22"],
        ["102", "2025", "Dinas Perhubungan", "Meningkatnya keselamatan", "Rasio kecelakaan", "per 1000", "1.25", "1.25", "1.1", "1.25", "1.31", "1.25", "1.2", "1.25", None, "Non Akumulatif", "2025-10-03 08:11:22"],
        ["103", "2025", "Dinas Perhubungan", "Meningkatnya layanan", "Indeks kepuasan layanan uji KIR", "Indeks", "85.5", None, None, "85", "84.2", None, None, "85.5", None, "Non Akumulatif", "2025-10-03 08:11:22"],
        ["104", "2025", "Dinas Perhubungan", "Meningkatnya layanan", "Jumlah kendaraan yang diuji", "Unit", "4800", "1200", "1150", "1200", "1304", "1200", "1097", "1200", None, "Akumulatif", "2025-10-03 08:11:22"],
    ])
    return k.byte()


@contoh(
    "kemenag_pk.xlsx",
    2,
    "realisasi s.d. triwulan III, a pair of columns for the sasaran",
    [
        Baris(5, "Persentase KUA yang memenuhi standar pelayanan", 80, 76.5),
        Baris(6, "Jumlah calon pengantin yang memperoleh fasilitasi bimbingan perkawinan", 1200, 935),
        Baris(7, "Jumlah guru madrasah lulus sertifikasi", 150, 0),
        Baris(8, "Persentase madrasah terakreditasi minimal B", 72.5, 74.1),
        Baris(9, "Rasio siswa terhadap guru", 15, 14),
    ],
)
def kemenag_pk() -> bytes:
    k = Lembar("Capaian PK")
    k.tulis(1, [
        ["KANTOR KEMENTERIAN AGAMA KABUPATEN CONTOH"],
        ["CAPAIAN PERJANJIAN KINERJA TAHUN 2025 SAMPAI DENGAN TRIWULAN III"],
        [],
        ["No.", "Sasaran Kegiatan", "No. IK", "Indikator Kinerja Kegiatan", "Satuan", "Target", "Realisasi s.d. TW III", "Persentase Capaian", "Analisis / Faktor Pendukung", "Rencana Tindak Lanjut"],
        [1, "Meningkatnya kualitas pelayanan kepenghuluan", "1.1", "Persentase KUA yang memenuhi standar pelayanan", "%", 80, 76.5, 95.63, "Koordinasi lintas seksi", "Melanjutkan kegiatan"],
        [None, None, "1.2", "Jumlah calon pengantin yang memperoleh fasilitasi bimbingan perkawinan", "Orang", "1.200", "935", "77,92", "Koordinasi lintas seksi", "Melanjutkan kegiatan"],
        [2, "Meningkatnya mutu madrasah", "2.1", "Jumlah guru madrasah lulus sertifikasi", "Orang", 150, 0, 0, "Koordinasi lintas seksi", "Melanjutkan kegiatan"],
        [None, None, "2.2", "Persentase madrasah terakreditasi minimal B", "%", "72,5", "74,1", "102,21", "Koordinasi lintas seksi", "Melanjutkan kegiatan"],
        [None, None, "2.3", "Rasio siswa terhadap guru", "Rasio", "15", "14", "107", "Koordinasi lintas seksi", "Melanjutkan kegiatan"],
    ])
    k.gabung("A1:I1", "A5:A6", "B5:B6", "A7:A9", "B7:B9")
    k.tebal("A4:J4")
    return k.byte()


@contoh(
    "pengadilan_agama.xlsx",
    2,
    "realisasi of four triwulan and of the year",
    [
        Baris(7, "a. Persentase sisa perkara yang diselesaikan", 100, 100),
        Baris(8, "b. Persentase perkara yang diselesaikan tepat waktu", 98, 98.5),
        Baris(9, "c. Persentase penurunan sisa perkara", 10, 10),
        Baris(10, "a. Persentase salinan putusan yang dikirim tepat waktu", 99, 98),
        Baris(11, "b. Persentase perkara yang diselesaikan melalui mediasi", 25, 26),
    ],
)
def pengadilan_agama() -> bytes:
    k = Lembar("IKU")
    k.tulis(1, [
        ["PENGUKURAN INDIKATOR KINERJA UTAMA"],
        ["PENGADILAN AGAMA CONTOH KELAS IB"],
        ["TAHUN 2024"],
        [],
        ["No", "Kinerja Utama", "Indikator Kinerja", "Target (%)", "Realisasi (%)", None, None, None, "Rata-rata Realisasi (%)", "Capaian (%)"],
        [*[None] * 4, "TW I", "TW II", "TW III", "TW IV"],
        [1, "Terwujudnya Proses Peradilan yang Pasti, Transparan dan Akuntabel", "a. Persentase sisa perkara yang diselesaikan", 100, 100, 100, 100, 100, 100, 100],
        [None, None, "b. Persentase perkara yang diselesaikan tepat waktu", 98, 97.5, 98.5, 99, 99, 98.5, 100.51],
        [None, None, "c. Persentase penurunan sisa perkara", 10, 8, 12, 9, 11, 10, 100],
        [2, "Peningkatan Efektivitas Pengelolaan Penyelesaian Perkara", "a. Persentase salinan putusan yang dikirim tepat waktu", 99, 100, 96, 98, 98, 98, 98.99],
        [None, None, "b. Persentase perkara yang diselesaikan melalui mediasi", 25, 20, None, 30, 28, 26, 104],
    ])
    k.gabung("A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:H5", "I5:I6", "J5:J6", "A7:A9", "B7:B9", "A10:A11", "B10:B11")
    k.tebal("A5:J5", "E6:H6")
    return k.byte()
