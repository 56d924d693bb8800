"""Evaluations of Renja and RKPD: form E.81 and its shorter relatives."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh, rumus


@contoh(
    "e81_tanbu_tw3.xlsx",
    1,
    "the code in five narrow columns, Rp in thousands, realisasi of three triwulan and their total",
    [
        Baris(14, "Persentase peningkatan produksi tanaman pangan", 2.5, 1.8),
        Baris(15, "Jumlah laporan pengawasan penggunaan sarana pertanian", 4, 3),
        Baris(16, "Jumlah Pengawasan Penggunaan Sarana Pendukung Pertanian", 4, 3),
        Baris(17, "Jumlah kelompok tani yang didampingi", 60, 48),
        Baris(18, "Persentase prasarana pertanian dalam kondisi baik", 15, 11.5),
        Baris(19, "Jumlah prasarana pertanian yang dibangun", 12, 10),
        Baris(20, "Panjang jalan usaha tani yang dibangun", 4.5, 3.35),
        Baris(21, "Jumlah embung pertanian", 2, 1),
    ],
    tahun=2025,
)
def e81_tanbu_tw3() -> bytes:
    k = Lembar("E.81 TW3")
    k.tulis(1, [
        ["Formulir E.81"],
        ["EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH LINGKUP KABUPATEN"],
        ["RENJA DINAS PERTANIAN DAN KETAHANAN PANGAN KABUPATEN TANAH BUMBU"],
        ["PERIODE PELAKSANAAN : TRIWULAN III TAHUN 2025"],
        ["Indikator dan target kinerja Perangkat Daerah yang mengacu pada sasaran RKPD:"],
        ["(Anggaran dalam ribuan rupiah)"],
        [],
        ["No", "Sasaran", "Kode", *[None] * 4, "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja Program (outcome) / Kegiatan (output)", "Sat.", "Target Renstra PD pada Tahun 2026 (akhir periode)", None, "Realisasi Capaian Kinerja Renstra PD s/d Renja PD Tahun Lalu (n-2)\n2023", None, "Target Kinerja dan Anggaran Renja PD Tahun Berjalan (n-1) yang dievaluasi 2025", None, "Realisasi Kinerja Pada Triwulan", *[None] * 7, "Realisasi Capaian Kinerja dan Anggaran Renja PD yang dievaluasi", None, "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)", None, "Realisasi Kinerja dan Anggaran Renstra PD s/d Tahun 2025", None, "Unit PD Penanggung Jawab", "Ket."],
        [*[None] * 16, "I", None, "II", None, "III", None, "IV"],
        ["1", "2", "3", *[None] * 4, "4", "5", "6", "7", None, "8", None, "9", None, "10", None, "11", None, "12", None, "13", None, "14 = 10+11+12+13", None, "15 = 14/9 x 100%", None, "16 = 8 + 14", None, "17", "18"],
        [*[None] * 10, "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp"],
        [None, None, "3", *[None] * 4, "URUSAN PEMERINTAHAN PILIHAN"],
        [None, None, "3", "27", None, None, None, "URUSAN PEMERINTAHAN BIDANG PERTANIAN"],
        [1, "Meningkatnya produksi pertanian", "3", "27", "02", None, None, "PROGRAM PENYEDIAAN DAN PENGEMBANGAN SARANA PERTANIAN", "Persentase peningkatan produksi tanaman pangan", "%", 3.5, None, 2.1, None, 2.5, 1850000, 0.4, 210000, 0.6, 455000, 0.8, 388000, None, None, 1.8, 1053000, 72, 56.92, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "02", "2.01", None, "Kegiatan Pengawasan Penggunaan Sarana Pertanian", "Jumlah laporan pengawasan penggunaan sarana pertanian", "Laporan", 20, None, 8, None, 4, 650000, 1, 90000, 1, 160000, 1, 140500, None, None, 3, 390500, 75, 60.08, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "02", "2.01", "0001", "Pengawasan Penggunaan Sarana Pendukung Pertanian sesuai Komoditas", "Jumlah Pengawasan Penggunaan Sarana Pendukung Pertanian", "Laporan", 20, None, 8, None, 4, 400000, 1, 60000, 1, 90000, 1, 85500, None, None, 3, 235500, 75, 58.88, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "02", "2.01", "0002", "Pendampingan Penggunaan Sarana Pendukung Pertanian", "Jumlah kelompok tani yang didampingi", "Kelompok", 300, None, 120, None, 60, 250000, 10, 30000, 25, 70000, 13, 55000, None, None, 48, 155000, 80, 62, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "03", None, None, "PROGRAM PENYEDIAAN DAN PENGEMBANGAN PRASARANA PERTANIAN", "Persentase prasarana pertanian dalam kondisi baik", "%", 80, None, 60, None, 15, 4200000, 2, 100000, 5.5, 1200000, 4, 1650000, None, None, 11.5, 2950000, 76.67, 70.24, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "03", "2.02", None, "Pembangunan Prasarana Pertanian", "Jumlah prasarana pertanian yang dibangun", "Unit", 60, None, 33, None, 12, 4200000, 0, 0, 4, 1200000, 6, 1650000, None, None, 10, 2850000, 83.33, 67.86, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "03", "2.02", "0005", "Pembangunan, Rehabilitasi dan Pemeliharaan Jalan Usaha Tani", "Panjang jalan usaha tani yang dibangun", "Km", 25, None, 11.2, None, 4.5, 2100000, 0, 0, 1.25, 600000, 2.1, 950000, None, None, 3.35, 1550000, 74.44, 73.81, None, None, "Dinas Pertanian"],
        [None, None, "3", "27", "03", "2.02", "0009", "Pembangunan Embung Pertanian", "Jumlah embung pertanian", "Unit", 10, None, 4, None, 2, 2100000, 0, 0, "-", None, 1, 700000, None, None, 1, 700000, 50, 33.33, None, None, "Dinas Pertanian"],
        [*[None] * 7, "JUMLAH ANGGARAN DAN REALISASI DARI SELURUH PROGRAM", *[None] * 7, 6050000, None, 310000, None, 1655000, None, 2038000],
        [*[None] * 7, "Rata-rata capaian kinerja (%)", *[None] * 18, 67.2, 62],
        [*[None] * 7, "Predikat kinerja", *[None] * 18, "Sedang", "Rendah"],
        ["Faktor pendorong keberhasilan pencapaian kinerja: koordinasi dengan penyuluh"],
        ["Faktor penghambat: cuaca"],
        ["Tindak lanjut yang diperlukan dalam triwulan berikutnya: percepatan lelang"],
        [],
        [*[None] * 23, "Batulicin, 6 Oktober 2025"],
        [*[None] * 23, "KEPALA DINAS"],
    ])
    k.gabung(
        "A8:A9", "B8:B9", "C8:G9", "H8:H9", "I8:I9", "J8:J9", "K8:L9", "M8:N9", "O8:P9", "Q8:X8", "Y8:Z9",
        "AA8:AB9", "AC8:AD9", "AE8:AE9", "AF8:AF9", "Q9:R9", "S9:T9", "U9:V9", "W9:X9", "C10:G10",
    )
    k.tebal("A1:A6", "A8:AF8", "Q9:W9", "A10:AF10", "K11:AD11")
    return k.byte()


@contoh(
    "rekap_rkpd_tw2.xlsx",
    1,
    "one target and one realisasi s.d. triwulan II; a dash is no realisasi, 0 is one; averages and predikat are no rows",
    [
        Baris(9, "Nilai Tingkat Kegemaran Membaca (TGM)", 68.5, 0),
        Baris(10, "Jumlah pengunjung perpustakaan", 45000, 23418),
        Baris(11, "Jumlah bahan pustaka yang tersedia", 1500, None),
        Baris(12, "Jumlah layanan perpustakaan", 3, 3),
        Baris(13, "Jumlah peserta lomba gemar membaca (orang)", 600, 212),
        Baris(15, "Persentase arsip aktif yang tercipta secara digital", 12.5, 7.25),
        Baris(16, "Jumlah OPD yang menerapkan SRIKANDI", 38, 38),
    ],
    tahun=2024,
)
def rekap_rkpd_tw2() -> bytes:
    k = Lembar("Rekap")
    k.tulis(1, [
        ["REKAPITULASI EVALUASI HASIL PELAKSANAAN RKPD KABUPATEN NGANJUK"],
        ["SAMPAI DENGAN TRIWULAN II TAHUN 2024"],
        [],
        ["OPD : Dinas Perpustakaan dan Kearsipan"],
        [],
        ["No", "Urusan/ Program/ Kegiatan", "Indikator Program (Outcome)/ Kegiatan (Output)", "Target RKPD 2024", None, None, "Realisasi s.d. Triw. II 2024", None, None, "Tingkat Capaian (%)", None, "Sumber Dana", "OPD"],
        [None, None, None, "K", "Satuan", "Rp.", "K", "Satuan", "Rp.", "K", "Rp."],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, "10=7/4", "11=9/6", 12, 13],
        ["I", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Nilai Tingkat Kegemaran Membaca (TGM)", 68.5, "Nilai", 1245000000, 0, "Nilai", 410225000, 0, 32.95, "APBD", "Dispersip"],
        ["1", "Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota", "Jumlah pengunjung perpustakaan", 45000, "Orang", 845000000, 23418, "Orang", 322100000, 52.04, 38.12, "DAU"],
        ["a", "Pengembangan Bahan Pustaka", "Jumlah bahan pustaka yang tersedia", 1500, "Eksemplar", 300000000, "-", "Eksemplar", "-", 0, 0, "DAK"],
        ["b", "Pengembangan Layanan Perpustakaan Rujukan", "Jumlah layanan perpustakaan", "3", "Layanan", 545000000, "3", "Layanan", 322100000, 100, 59.1, "DAU"],
        ["2", "Pembudayaan Gemar Membaca", "Jumlah peserta lomba gemar membaca (orang)", 600, "Orang", 400000000, 212, "Orang", 88125000, 35.33, 22.03, "DAU"],
        ["Rata-rata Capaian Program I", *[None] * 8, 37.47, 30.4],
        ["II", "PROGRAM PENGELOLAAN ARSIP", "Persentase arsip aktif yang tercipta secara digital", "12,5", "%", 220500000, "7,25", "%", 61400000, 58, 27.85, "DAU", "Dispersip"],
        ["1", "Pengelolaan Arsip Dinamis Daerah", "Jumlah OPD yang menerapkan SRIKANDI", 38, "OPD", 220500000, 38, "OPD", 61400000, 100, 27.85, "DAU"],
        ["Rata-rata Capaian Program II", *[None] * 8, 79, 27.85],
        ["Predikat", *[None] * 8, "Rendah", "Sangat Rendah"],
    ])
    k.gabung("A1:M1", "A2:M2", "A6:A7", "B6:B7", "C6:C7", "D6:F6", "G6:I6", "J6:K6", "L6:L7", "M6:M7")
    k.tebal("A1:A2", "A4", "A6:M6", "D7:K7", "A8:M8")
    return k.byte()


@contoh(
    "sel_tw.xlsx",
    1,
    "the triwulan stand as text within one cell; program and kegiatan side by side",
    [
        Baris(5, "Jumlah kasus kematian bayi", 15, 10),
        Baris(6, "Persentase Puskesmas dengan SPM lengkap", 100, 71.4),
        Baris(7, "Jumlah Posyandu aktif", 142, 131),
        Baris(8, "Jumlah nakes yang dilatih", 200, 123),
    ],
    tahun=2025,
)
def sel_tw() -> bytes:
    k = Lembar("Eval TW 3")
    k.tulis(1, [
        ["EVALUASI PELAKSANAAN RENJA TRIWULAN 3 DINAS KESEHATAN"],
        ["TAHUN ANGGARAN 2025"],
        [],
        ["No", "Sasaran Kada/Sasaran OPD/Program", "Indikator Sasaran Kada/Sasaran OPD/Program", "Satuan", "Target \n (2025)", "Target Kinerja Triwulan", "Realisasi Kinerja Triwulan", "Total Realisasi Kinerja s.d TW 3"],
        [1, "Meningkatnya derajat kesehatan", "Jumlah kasus kematian bayi", "Kasus", 15, "TW 1 = 4\nTW 2 = 4\nTW 3 = 4\nTW 4 = 3", "TW 1 = 2\nTW 2 = 5\nTW 3 = 3", 10],
        [2, "Program Pemenuhan UKP dan UKM", "Persentase Puskesmas dengan SPM lengkap", "%", 100, "TW 1 = 25\nTW 2 = 50\nTW 3 = 75\nTW 4 = 100", "TW 1 = 20\nTW 2 = 50\nTW 3 = 71.4", 71.4],
        [None, None, "Jumlah Posyandu aktif", "Posyandu", 142, "TW 1 = 100\nTW 2 = 120\nTW 3 = 135\nTW 4 = 142", "TW 1 = 98\nTW 2 = 117\nTW 3 = 131", 131],
        [3, "Program Peningkatan Kapasitas SDMK", "Jumlah nakes yang dilatih", "Orang", 200, "TW 1 = 50\nTW 2 = 50\nTW 3 = 50\nTW 4 = 50", "TW 1 = 22\nTW 2 = 61\nTW 3 = 40", 123],
    ])
    k.gabung("A1:H1", "A2:H2")
    k.tebal("A1:A2", "A4:H4")
    return k.byte()


@contoh(
    "e81_perubahan.xlsx",
    1,
    "a target before and a target after the perubahan: the latter holds; units in the cells",
    [
        Baris(9, "Jumlah produksi perikanan tangkap (Ton)", 77200, 78035.75),
        Baris(10, "Jumlah nelayan yang difasilitasi", 400, 395),
        Baris(11, "Jumlah prasarana perikanan tangkap", 5, 5),
        Baris(12, "Jumlah produksi perikanan budidaya (Ton)", 61000, 61594.8),
    ],
    tahun=2024,
)
def e81_perubahan() -> bytes:
    k = Lembar("evaluasi tw 4")
    k.tulis(1, [
        ["Evaluasi Terhadap Hasil Renja Perangkat Daerah"],
        ["Renja Dinas Perikanan Kabupaten Lamongan"],
        ["Periode Pelaksanaan Triwulan IV Tahun 2024"],
        [],
        [],
        ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Target Renja Tahun 2024 (Murni)", None, "Target Renja Tahun 2024 (Perubahan)", None, "Realisasi Triwulan", *[None] * 7, "Realisasi s/d Triwulan IV", None, "Tingkat Capaian"],
        [*[None] * 7, "I", None, "II", None, "III", None, "IV"],
        [None, None, None, "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp"],
        ["3.25.03", "Program Pengelolaan Perikanan Tangkap", "Jumlah produksi perikanan tangkap (Ton)", 78500, 10000000, 77200, 9000000, 15110.5, 2000000, 20400, 2000000, 22650, 2000000, 19875.25, 2000000, 78035.75, 8000000],
        ["3.25.03.2.01", "Pengelolaan Penangkapan Ikan", "Jumlah nelayan yang difasilitasi", "450 orang", 8000000, "400 orang", 7200000, "50 orang", 1600000, "120 orang", 1600000, "130 orang", 1600000, "95 orang", 1600000, "395 orang", 6400000],
        ["3.25.03.2.01.0003", "Penyediaan Prasarana", "Jumlah prasarana perikanan tangkap", "6 unit", 7000000, "5 unit", 6300000, "-", 1400000, "1 unit", 1400000, "2 unit", 1400000, "2 unit", 1400000, "5 unit", 5600000],
        ["3.25.04", "Program Pengelolaan Perikanan Budidaya", "Jumlah produksi perikanan budidaya (Ton)", 61000, 12000000, 61000, 10800000, 14000, 2400000, 15250, 2400000, 15900, 2400000, 16444.8, 2400000, 61594.8, 9600000],
    ])
    k.gabung(
        "A6:A8", "B6:B8", "C6:C8", "D6:E7", "F6:G7", "H6:O6", "P6:Q7", "R6:S7", "H7:I7", "J7:K7", "L7:M7",
        "N7:O7",
    )
    k.tebal("A1:A3", "A6:R6", "H7:N7", "D8:S8")
    return k.byte()


@contoh(
    "e81_renja_diskop.xlsx",
    2,
    "the code in five narrow columns, the unit within each K, Rp in thousands, triwulan I and II filled",
    [
        Baris(12, "Persentase koperasi aktif yang diawasi", 75, 35),
        Baris(13, "Jumlah koperasi yang diperiksa dan diawasi", 30, 15),
        Baris(14, "Jumlah Laporan Hasil Pengawasan Koperasi", 2, 1),
        Baris(15, "Persentase pertumbuhan volume usaha koperasi", 4.1, 2.0),
        Baris(16, "Jumlah Unit Usaha yang Menerima Pembinaan", 300, 135),
        Baris(17, "Persentase pelaku usaha berizin", 82, 40),
    ],
)
def e81_renja_diskop() -> bytes:
    k = Lembar("Renja TW II")
    k.tulis(1, [
        ["Formulir E.81"],
        ["EVALUASI TERHADAP HASIL RENCANA KERJA PERANGKAT DAERAH LINGKUP KABUPATEN"],
        ["RENJA DINAS KOPERASI, UKM DAN PERDAGANGAN KABUPATEN MARGOMULYO"],
        ["PERIODE PELAKSANAAN : TRIWULAN II TAHUN 2025"],
        ["Indikator dan target kinerja perangkat daerah yang mengacu pada sasaran RKPD : Meningkatnya pertumbuhan ekonomi"],
        [],
        ["No", "Sasaran", "Kode", *[None] * 4, "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja Program (outcome)/ Kegiatan (output)", "Target Renstra Perangkat Daerah pada Tahun 2026 (Akhir Periode Renstra)", None, "Realisasi Capaian Kinerja Renstra s/d Renja Tahun Lalu (2024)", None, "Target Kinerja dan Anggaran Renja Tahun Berjalan yang Dievaluasi (2025)", None, "Realisasi Kinerja Pada Triwulan", *[None] * 7, "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi (2025)", None, "Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2025", None, "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s/d Tahun 2025 (%)", None, "Unit PD Penanggung Jawab", "Ket"],
        [*[None] * 15, "I", None, "II", None, "III", None, "IV"],
        [*[None] * 9, "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)", "K", "Rp (000)"],
        [1, 2, 3, *[None] * 4, 4, 5, 6, None, 7, None, 8, None, 9, None, 10, None, 11, None, 12, None, "13 = 9+10+11+12", None, "14 = 7+13", None, "15 = 14/6 x 100%", None, 16, 17],
        [None, None, "2", "17", None, None, None, "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH"],
        [None, None, "2", "17", "03", None, None, "PROGRAM PENGAWASAN DAN PEMERIKSAAN KOPERASI", "Persentase koperasi aktif yang diawasi", "85 %", 300000, "70 %", 180000, "75 %", 92000, "20 %", 18000, "15 %", 25500, *[None] * 4, "35 %", 43500, *[None] * 4, "Bidang Koperasi"],
        [None, None, "2", "17", "03", "2.01", None, "Pemeriksaan dan Pengawasan Koperasi", "Jumlah koperasi yang diperiksa dan diawasi", "120 Unit", 210000, "80 Unit", 110000, "30 Unit", 62000, "8 Unit", 12000, "7 Unit", 14500, *[None] * 4, "15 Unit", 26500, *[None] * 4, "Bidang Koperasi"],
        [None, None, "2", "17", "03", "2.01", "0001", "Pengawasan Kekuatan, Kesehatan dan Kemandirian Koperasi", "Jumlah Laporan Hasil Pengawasan Koperasi", "10 Laporan", 100000, "6 Laporan", 70000, "2 Laporan", 30000, "0 Laporan", 6000, "1 Laporan", 11000, *[None] * 4, "1 Laporan", 17000, *[None] * 4, "Bidang Koperasi"],
        [None, None, "2", "17", "06", None, None, "PROGRAM PEMBERDAYAAN DAN PERLINDUNGAN KOPERASI", "Persentase pertumbuhan volume usaha koperasi", "12,5 %", 500000, "8,4 %", 300000, "4,1 %", 150000, "1,05 %", 20000, "0,95 %", 32000, *[None] * 4, "2,00 %", 52000, *[None] * 4, "Bidang Koperasi"],
        [None, None, "2", "17", "06", "2.01", "0002", "Pemberdayaan Peningkatan Produktivitas", "Jumlah Unit Usaha yang Menerima Pembinaan", "1.500 UKM", 250000, "900 UKM", 180000, "300 UKM", 88000, "75 UKM", 19000, "60 UKM", 22000, *[None] * 4, "135 UKM", 41000, *[None] * 4, "Bidang Koperasi"],
        [None, None, "3", "30", "02", None, None, "PROGRAM PERIZINAN DAN PENDAFTARAN PERUSAHAAN", "Persentase pelaku usaha berizin", "90 %", 80000, "70 %", 60000, "82 %", 22000, "0 %", 0, "40 %", 9000, *[None] * 4, "40 %", 9000, *[None] * 4, "Bidang Koperasi"],
        [*[None] * 8, "Rata-rata capaian kinerja (%)", *[None] * 14, 41.2],
        [*[None] * 8, "Predikat Kinerja", *[None] * 14, "Sangat Rendah"],
        ["Faktor pendorong keberhasilan kinerja : dukungan anggaran"],
        ["Faktor penghambat pencapaian kinerja : SDM terbatas"],
        ["Tindak lanjut yang diperlukan dalam triwulan berikutnya : percepatan"],
        [],
        [],
        [*[None] * 23, "Margomulyo, 10 Juli 2025"],
        [*[None] * 23, "Kepala Dinas"],
    ])
    k.tulis(30, [["NIP. 19700101 199503 1 001"]], 24)
    k.gabung(
        "A1:AD1", "A2:AD2", "A3:AD3", "A4:AD4", "A7:A9", "B7:B9", "C7:G9", "H7:H9", "I7:I9", "J7:K8", "L7:M8",
        "N7:O8", "P7:W7", "X7:Y8", "Z7:AA8", "AB7:AC8", "AD7:AD9", "AE7:AE9", "P8:Q8", "R8:S8", "T8:U8",
        "V8:W8", "C10:G10", "A20:AE20", "A21:AE21", "A22:AE22",
    )
    k.tebal("A7:AE7", "P8:V8", "J9:AC9")
    return k.byte()


@contoh(
    "evaluasi_rkpd_tw3.xlsx",
    2,
    "urusan rows above, K and Rp under each triwulan; the printed total is the realisasi to date",
    [
        Baris(10, "Cakupan Imunisasi Dasar Lengkap", 92, 67),
        Baris(11, "Angka Kesakitan DBD", 48, 31.5),
        Baris(12, "Jumlah Ibu Hamil yang Mendapatkan Pelayanan", 2500, 1905),
        Baris(14, "Persentase Panjang Jalan Kondisi Mantap", 83.5, 81.75),
        Baris(15, "Panjang jalan yang ditingkatkan", 12.3, 6.55),
        Baris(18, "Persentase sampah tertangani", 71, 53.75),
    ],
)
def evaluasi_rkpd_tw3() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(2, [
        ["PEMERINTAH KOTA SUKAMAJU"],
        ["EVALUASI HASIL RKPD TRIWULAN III TAHUN ANGGARAN 2024"],
        [],
        ["NO", "URUSAN / BIDANG URUSAN PEMERINTAHAN DAERAH DAN PROGRAM / KEGIATAN", "INDIKATOR KINERJA PROGRAM (OUTCOME) / KEGIATAN (OUTPUT)", "SATUAN", "TARGET RPJMD PADA AKHIR PERIODE", None, "REALISASI CAPAIAN KINERJA RPJMD S/D RKPD TAHUN LALU (N-1)", None, "TARGET KINERJA DAN ANGGARAN RKPD TAHUN BERJALAN", None, "REALISASI KINERJA TRIWULAN I", None, "REALISASI KINERJA TRIWULAN II", None, "REALISASI KINERJA TRIWULAN III", None, "REALISASI KINERJA TRIWULAN IV", None, "REALISASI CAPAIAN KINERJA DAN ANGGARAN RKPD YANG DIEVALUASI", None, "TINGKAT CAPAIAN KINERJA DAN REALISASI ANGGARAN RKPD (%)", None, "REALISASI KINERJA DAN ANGGARAN RPJMD S/D TAHUN 2024", None, "PERANGKAT DAERAH PENANGGUNG JAWAB"],
        [*[None] * 4, "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", None, "(6)", None, "(7)", None, "(8)", None, "(9)", None, "(10)", None, "(11)", None, "(12 = 8+9+10+11)", None, "(13 = 12/7 x 100%)", None, "(14 = 6+12)", None, "(15)"],
        ["1", "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR"],
        ["1.02", "BIDANG URUSAN KESEHATAN"],
        ["1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN MASYARAKAT", "Cakupan Imunisasi Dasar Lengkap", "%", 95, 900000000, 90.1, 700000000, 92, 250000000, 23.1, 50000000, 22.9, 60000000, 21, 55000000, None, None, 67, 165000000, 72.83],
        [None, None, "Angka Kesakitan DBD", "per 100.000 penduduk", 40, None, 52, None, 48, None, 10, None, 12.5, None, 9, None, None, None, 31.5, None, 65.62],
        ["1.02.02.2.02", "Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan", "Jumlah Ibu Hamil yang Mendapatkan Pelayanan", "Orang", 12500, 1200000000, 9800, 900000000, 2500, 310000000, 610, 70000000, 655, 72000000, 640, 71000000, None, None, 1905, 213000000, 76.2],
        ["1.03", "BIDANG URUSAN PEKERJAAN UMUM DAN PENATAAN RUANG"],
        ["1.03.10", "PROGRAM PENYELENGGARAAN JALAN", "Persentase Panjang Jalan Kondisi Mantap", "%", 88, 9000000000, 80.25, 7000000000, 83.5, 2500000000, 0, 200000000, 0, 400000000, 81.75, 900000000, None, None, 81.75, 1500000000, 97.9],
        [None, None, "Panjang jalan yang ditingkatkan", "Km", 60.5, 8000000000, 41.2, 6000000000, 12.3, 2200000000, 0, 100000000, 2.15, 350000000, 4.4, 800000000, None, None, 6.55, 1250000000, 53.25],
        ["2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR"],
        ["2.11", "BIDANG URUSAN LINGKUNGAN HIDUP"],
        ["2.11.11", "PROGRAM PENGELOLAAN PERSAMPAHAN", "Persentase sampah tertangani", "Persen", 75, 1500000000, 68, 1100000000, 71, 400000000, 18, 80000000, 17.5, 85000000, 18.25, 83000000, None, None, 53.75, 248000000, 75.7],
        [None, "RATA-RATA CAPAIAN KINERJA BIDANG URUSAN LINGKUNGAN HIDUP", *[None] * 18, 75.7],
        [None, "PREDIKAT KINERJA", *[None] * 18, "TINGGI"],
    ], 2)
    k.gabung(
        "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:G5", "H5:I5", "J5:K5", "L5:M5", "N5:O5", "P5:Q5", "R5:S5",
        "T5:U5", "V5:W5", "X5:Y5",
    )
    k.tebal("B5:Z5", "F6:Y6", "B8:C9", "B13:C13", "B16:C17")
    k.ws.freeze_panes = "F8"
    return k.byte()


@contoh(
    "e81_dlh_tw3.xlsx",
    2,
    "formulas with stored results, a percent column in each triwulan, million rupiah, from column D",
    [
        Baris(9, "Persentase dokumen LH yang tersusun", 40, 35),
        Baris(10, "Jumlah dokumen RPPLH", 1, 0.5),
        Baris(11, "Jumlah dokumen RPPLH provinsi yang disusun", 1, 0.7),
        Baris(12, "Indeks Kualitas Air", 57.2, 56.4),
        Baris(13, "Indeks Kualitas Udara", 88.4, 0),
        Baris(14, "Jumlah titik pantau", 24, 18),
    ],
)
def e81_dlh_tw3() -> bytes:
    k = Lembar("E81 DLH")
    k.tulis(1, [
        ["EVALUASI HASIL RENJA DINAS LINGKUNGAN HIDUP PROVINSI CONTOH SAMPAI DENGAN TRIWULAN III TAHUN 2025"],
        ["(dalam juta rupiah)"],
        [],
        ["No", "Tujuan", "Sasaran", "Kode Rekening", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Satuan", "Target Renstra 2029", None, "Realisasi s.d. 2024", None, "Target Renja 2025", None, "Realisasi Kinerja dan Anggaran Tahun 2025", *[None] * 11, "Jumlah Realisasi 2025", None, None, "Tingkat Capaian Renstra (%)", None, "Bidang"],
        [*[None] * 13, "Triwulan 1", None, None, "Triwulan 2", None, None, "Triwulan 3", None, None, "Triwulan 4"],
        [*[None] * 7, "K", "Rp", "K", "Rp", "K", "Rp", "K", "%", "Rp", "K", "%", "Rp", "K", "%", "Rp", "K", "%", "Rp", "K", "%", "Rp", "K", "Rp"],
        ["1", "2", "3", "4", "5", "6", "7", "8", None, "9", None, "10", None, "11", None, None, "12", None, None, "13", None, None, "14", None, None, "15=11+12+13+14", None, None, "16", None, "17"],
        [None, None, None, "2.11", "URUSAN PEMERINTAHAN BIDANG LINGKUNGAN HIDUP"],
        [None, None, None, "2.11.02", "PROGRAM PERENCANAAN LINGKUNGAN HIDUP", "Persentase dokumen LH yang tersusun", "Persen", 100, 2250, 60, 900, 40, 450, 10, "=IF(N9=\"\",\"\",N9/L9*100)", 90, 10, "=IF(Q9=\"\",\"\",Q9/L9*100)", 90, 15, "=IF(T9=\"\",\"\",T9/L9*100)", 90, None, "=IF(W9=\"\",\"\",W9/L9*100)", None, "=N9+Q9+T9+W9", "=Z9/L9*100", "=P9+S9+V9+Y9", "=(J9+Z9)/H9*100", None, "Tata Lingkungan"],
        [None, None, None, "2.11.02.1.01", "Rencana Perlindungan dan Pengelolaan LH (RPPLH)", "Jumlah dokumen RPPLH", "Dokumen", 5, 1500, 2, 600, 1, 300, 0, "=IF(N10=\"\",\"\",N10/L10*100)", 60, 0, "=IF(Q10=\"\",\"\",Q10/L10*100)", 60, 0.5, "=IF(T10=\"\",\"\",T10/L10*100)", 60, None, "=IF(W10=\"\",\"\",W10/L10*100)", None, "=N10+Q10+T10+W10", "=Z10/L10*100", "=P10+S10+V10+Y10", "=(J10+Z10)/H10*100", None, "Tata Lingkungan"],
        [None, None, None, "2.11.02.1.01.0001", "Penyusunan dan Penetapan RPPLH Provinsi", "Jumlah dokumen RPPLH provinsi yang disusun", "Dokumen", 5, 1500, 2, 600, 1, 300, 0, "=IF(N11=\"\",\"\",N11/L11*100)", 60, 0.3, "=IF(Q11=\"\",\"\",Q11/L11*100)", 60, 0.4, "=IF(T11=\"\",\"\",T11/L11*100)", 60, None, "=IF(W11=\"\",\"\",W11/L11*100)", None, "=N11+Q11+T11+W11", "=Z11/L11*100", "=P11+S11+V11+Y11", "=(J11+Z11)/H11*100", None, "Tata Lingkungan"],
        [None, None, None, "2.11.03", "PROGRAM PENGENDALIAN PENCEMARAN", "Indeks Kualitas Air", "Nilai", 60.5, 6000, 55.12, 2400, 57.2, 1200, 0, "=IF(N12=\"\",\"\",N12/L12*100)", 240, 0, "=IF(Q12=\"\",\"\",Q12/L12*100)", 240, 56.4, "=IF(T12=\"\",\"\",T12/L12*100)", 240, None, "=IF(W12=\"\",\"\",W12/L12*100)", None, "=N12+Q12+T12+W12", "=Z12/L12*100", "=P12+S12+V12+Y12", "=(J12+Z12)/H12*100", None, "Tata Lingkungan"],
        [*[None] * 5, "Indeks Kualitas Udara", "Nilai", 90, None, 87.6, None, 88.4, None, 0, "=IF(N13=\"\",\"\",N13/L13*100)", None, 0, "=IF(Q13=\"\",\"\",Q13/L13*100)", None, 0, "=IF(T13=\"\",\"\",T13/L13*100)", None, None, "=IF(W13=\"\",\"\",W13/L13*100)", None, "=N13+Q13+T13+W13", "=Z13/L13*100", "=P13+S13+V13+Y13", "=(J13+Z13)/H13*100", None, "Tata Lingkungan"],
        [None, None, None, "2.11.03.1.01.0002", "Koordinasi Pemantauan Kualitas Air", "Jumlah titik pantau", "Titik", 120, 3200, 80, 1280, 24, 640, 6, "=IF(N14=\"\",\"\",N14/L14*100)", 128, 6, "=IF(Q14=\"\",\"\",Q14/L14*100)", 128, 6, "=IF(T14=\"\",\"\",T14/L14*100)", 128, None, "=IF(W14=\"\",\"\",W14/L14*100)", None, "=N14+Q14+T14+W14", "=Z14/L14*100", "=P14+S14+V14+Y14", "=(J14+Z14)/H14*100", None, "Tata Lingkungan"],
    ])
    k.gabung(
        "A4:A6", "B4:B6", "C4:C6", "D4:D6", "E4:E6", "F4:F6", "G4:G6", "H4:I5", "J4:K5", "L4:M5", "N4:Y4",
        "Z4:AB5", "AC4:AD5", "AE4:AE6", "N5:P5", "Q5:S5", "T5:V5", "W5:Y5",
    )
    k.tebal("A4:AE4", "N5:W5", "H6:AD6", "D8:E8")
    return rumus(k.byte(), {
        "O9": 25, "R9": 25, "U9": 37.5, "X9": "", "Z9": 35, "AA9": 87.5, "AB9": 270, "AC9": 95, "O10": 0,
        "R10": 0, "U10": 50, "X10": "", "Z10": 0.5, "AA10": 50, "AB10": 180, "AC10": 50, "O11": 0, "R11": 30,
        "U11": 40, "X11": "", "Z11": 0.7, "AA11": 70, "AB11": 180, "AC11": 54, "O12": 0, "R12": 0,
        "U12": 98.601399, "X12": "", "Z12": 56.4, "AA12": 98.601399, "AB12": 720, "AC12": 184.330579, "O13": 0,
        "R13": 0, "U13": 0, "X13": "", "Z13": 0, "AA13": 0, "AB13": 0, "AC13": 97.333333, "O14": 25, "R14": 25,
        "U14": 25, "X14": "", "Z14": 18, "AA14": 75, "AB14": 384, "AC14": 81.666667,
    })


@contoh(
    "e81_merge.xlsx",
    2,
    "merged programs with several indicators, decimals as text, no K and Rp pairs",
    [
        Baris(8, "Jumlah kunjungan wisatawan nusantara", 900000, 629863),
        Baris(9, "Rata-rata lama tinggal", 2.1, 1.55),
        Baris(10, "Persentase destinasi laik", 70, 65),
        Baris(11, "Jumlah destinasi yang dikelola", 10, 10),
        Baris(12, "Jumlah pelaku usaha yang dilatih", 120, 120),
    ],
)
def e81_merge() -> bytes:
    k = Lembar("Form E.81 Renja")
    k.tulis(1, [
        ["Evaluasi Terhadap Hasil Renja Perangkat Daerah Lingkup Kota Contoh"],
        ["Renja Dinas Pariwisata Kota Contoh"],
        ["Periode Pelaksanaan: Januari - September 2025"],
        [],
        ["No", "Urusan/Program/Kegiatan", "Indikator Kinerja", "Target Akhir Renstra 2026", "Realisasi s/d 2024", "Target Renja 2025", "Satuan", "Realisasi Kinerja Pada Triwulan", None, None, None, "Realisasi Capaian Kinerja Renja 2025", "Tingkat Capaian Kinerja Renja (%)", "Anggaran Renja 2025", "Realisasi Anggaran s/d TW III"],
        [*[None] * 7, "I", "II", "III", "IV"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12=8+9+10+11", "13=12/6", "14", "15"],
        [1, "Program Peningkatan Daya Tarik Destinasi", "Jumlah kunjungan wisatawan nusantara", 3500000, 2650000, 900000, "Orang", 201500, 188250, 240113, None, 629863, 69.98, 750000000, 501000000],
        [None, None, "Rata-rata lama tinggal", "2,5", "1,9", "2,1", "Hari", "0,5", "0,45", "0,6", None, "1,55", "73,81"],
        [None, None, "Persentase destinasi laik", 80, 60, 70, "%", 0, 0, 65, None, 65, 92.86],
        [2, "Kegiatan Pengelolaan Daya Tarik", "Jumlah destinasi yang dikelola", 10, 8, 10, "Destinasi", 10, 0, 0, None, 10, 100, 350000000, 301000000],
        [None, None, "Jumlah pelaku usaha yang dilatih", 400, 220, 120, "Orang", 0, 40, 80, None, 120, 100],
    ])
    k.gabung(
        "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:G6", "H5:K5", "L5:L6", "M5:M6", "N5:N6",
        "O5:O6", "A8:A10", "B8:B10", "N8:N10", "O8:O10", "A11:A12", "B11:B12",
    )
    k.tebal("A5:O5", "H6:K6")
    return k.byte()
