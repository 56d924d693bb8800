"""Forms of the election commissions: monitoring, LKj tables, rencana aksi."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "kpu_monev_tw3.xlsx",
    1,
    "units within the cells, a title above each part, realisasi s.d. triwulan III printed",
    [
        Baris(12, "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", 95, 96.02),
        Baris(13, "Persentase penyelesaian laporan keuangan tepat waktu", 100, 75),
        Baris(14, "Jumlah pegawai yang mengikuti peningkatan kompetensi", 24, 17),
        Baris(15, "Jumlah dokumen SKP yang disusun", 2, 1),
        Baris(17, "Persentase rekapitulasi PDPB yang dilaksanakan tepat waktu", 100, 75),
        Baris(18, "Jumlah kegiatan sosialisasi dan pendidikan pemilih", 8, 6),
        Baris(19, "Persentase produk hukum yang dipublikasikan di JDIH", 90, 95),
    ],
    tahun=2025,
)
def kpu_monev_tw3() -> bytes:
    k = Lembar("Monev TW III")
    k.tulis(1, [
        ["KOMISI PEMILIHAN UMUM"],
        ["KABUPATEN LUWU UTARA"],
        ["Jl. Simpurusiang No. 12 Masamba"],
        [],
        ["MATRIKS MONITORING CAPAIAN KINERJA TRIWULAN III"],
        ["TAHUN ANGGARAN 2025"],
        [],
        ["No", "Sasaran Kegiatan", "Indikator Kinerja Kegiatan", "Target\nPK 2025", "Triwulan I", None, None, "Triwulan II", None, None, "Triwulan III", None, None, "Capaian s.d. Triwulan III", None, "Kendala / Tindak Lanjut"],
        [*[None] * 4, "Target", "Realisasi", "%", "Target", "Realisasi", "%", "Target", "Realisasi", "%", "Realisasi", "% thd PK"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)", "(15)", "(16)"],
        ["A.", "Program Dukungan Manajemen"],
        [1, "Terwujudnya pengelolaan anggaran yang akuntabel", "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", "95", "95", "92,14", "96,99%", "95", "94,80", "99,79%", "95", "96,02", "101,07%", "96,02", "101,07%", "-"],
        [2, None, "Persentase penyelesaian laporan keuangan tepat waktu", "100%", "25%", "25%", "100%", "50%", "50%", "100%", "75%", "75%", "100%", "75%", "75%"],
        [3, "Tersedianya SDM yang berkualitas", "Jumlah pegawai yang mengikuti peningkatan kompetensi", "24 Orang", "6 Orang", "5 Orang", "83%", "6 Orang", "8 Orang", "133%", "6 Orang", "4 Orang", "67%", "17 Orang", "70,83%", "Anggaran efisiensi"],
        [4, None, "Jumlah dokumen SKP yang disusun", "2 Dok", "0", "0", "-", "1 Dok", "1 Dok", "100%", "0", "0", "-", "1 Dok", "50%"],
        ["B.", "Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi"],
        [1, "Terlaksananya pemutakhiran data pemilih berkelanjutan", "Persentase rekapitulasi PDPB yang dilaksanakan tepat waktu", "100%", "25%", "25%", "100%", "50%", "50%", "100%", "75%", "75%", "100%", "75%", "75%"],
        [2, "Terlaksananya pendidikan pemilih", "Jumlah kegiatan sosialisasi dan pendidikan pemilih", "8 Keg", "2 Keg", "1 Keg", "50%", "2 Keg", "3 Keg", "150%", "2 Keg", "2 Keg", "100%", "6 Keg", "75%"],
        [3, "Terkelolanya JDIH", "Persentase produk hukum yang dipublikasikan di JDIH", "90%", "90%", "100%", "111%", "90%", "100%", "111%", "90%", "95%", "106%", "95%", "105,56%"],
        [],
        [],
        [*[None] * 11, "Masamba, 3 Oktober 2025"],
        [*[None] * 11, "Sekretaris,"],
        [],
        [],
        [*[None] * 11, "(nama)"],
    ])
    k.gabung(
        "A1:P1", "A2:P2", "A3:P3", "A5:P5", "A6:P6", "A8:A9", "B8:B9", "C8:C9", "D8:D9", "E8:G8", "H8:J8",
        "K8:M8", "N8:O8", "P8:P9",
    )
    k.tebal("A1:A3", "A5:A6", "A8:P8", "E9:O9", "A10:P10")
    return k.byte()


@contoh(
    "kpu_lkj_2024.xlsx",
    1,
    "kegiatan rows between the indicators, an anggaran table below that is not one of indicators",
    [
        Baris(8, "Persentase meningkatnya kapasitas pejabat perbendaharaan pada KPU Kabupaten/Kota dalam pengelolaan keuangan", 80, 80),
        Baris(10, "Jumlah laporan sistem akuntansi dan pelaporan keuangan", 2, 2),
        Baris(11, "Jumlah KPU Kab/Kota yang menyampaikan laporan pertanggungjawaban (e-LPPA) tepat waktu", 11, 9),
        Baris(13, "Persentase pola pengelolaan logistik Pemilu di tingkat satker", 80, 85),
        Baris(14, "Persentase ketersediaan data kebutuhan logistik yang akurat", 100, 97.5),
        Baris(16, "Jumlah bulan layanan perkantoran", 12, 12),
        Baris(17, "Predikat penilaian AKIP", "B", "BB"),
    ],
    tahun=2024,
)
def kpu_lkj_2024() -> bytes:
    k = Lembar("Tabel 3.1")
    k.tulis(2, [
        ["Tabel 3.1 Capaian Kinerja Sekretariat KPU Provinsi Tahun 2024"],
        [],
        ["Kinerja"],
        ["Indikator Kinerja Utama", None, "Target", "Realisasi", "Capaian", "Kategori"],
        ["KEGIATAN 3355 : Pelaksanaan Akuntabilitas Pengelolaan Administrasi Keuangan"],
        ["Meningkatnya pembinaan perbendaharaan"],
        ["1.", "Persentase meningkatnya kapasitas pejabat perbendaharaan pada KPU Kabupaten/Kota dalam pengelolaan keuangan", "80%", "80%", "100%", "Berhasil"],
        ["Terlaksananya Sistem Akuntansi dan Pelaporan Keuangan"],
        ["2.", "Jumlah laporan sistem akuntansi dan pelaporan keuangan", "2 Lap", "2 Lap", "100%", "Berhasil"],
        ["3.", "Jumlah KPU Kab/Kota yang menyampaikan laporan pertanggungjawaban (e-LPPA) tepat waktu", "11 Satker", "9 Satker", "81,82%", "Cukup Berhasil"],
        ["KEGIATAN 3356 : Fasilitasi Pengelolaan Data, Dokumentasi dan Logistik Pemilu"],
        ["4.", "Persentase pola pengelolaan logistik Pemilu di tingkat satker", "80%", "85 %", "106,25%", "Berhasil"],
        ["5.", "Persentase ketersediaan data kebutuhan logistik yang akurat", "100 Persen", "97,50 Persen", "97,50%", "Berhasil"],
        ["KEGIATAN 3360 : Operasional Perkantoran"],
        ["6.", "Jumlah bulan layanan perkantoran", "12 Bulan", "12 Bulan", "100%", "Berhasil"],
        ["7.", "Predikat penilaian AKIP", "B", "BB", "100%", "Berhasil"],
        ["Rata-rata Capaian", None, None, None, "97,92%", "Berhasil"],
        [],
        [],
        ["Tabel 3.2 Realisasi Anggaran per Kegiatan Tahun 2024"],
        [],
        ["Kode", "Uraian Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["3355", "Pelaksanaan Akuntabilitas Pengelolaan Administrasi Keuangan", 412000000, 398114500, "96,63"],
        ["3356", "Fasilitasi Pengelolaan Data, Dokumentasi dan Logistik", 1250000000, 1187250000, "94,98"],
        ["3360", "Operasional Perkantoran", 6780000000, 6755114200, "99,63"],
    ], 2)
    k.gabung("B2:G2", "B4:G4", "B5:C5")
    k.tebal("B2", "B4", "B5:G5", "B21", "B23:F23")
    return k.byte()


@contoh(
    "kpu_renaksi_sekretaris.xlsx",
    2,
    "targets that add up to the year's are increments, targets that rise to it are positions; percent cells",
    [
        Baris(8, "Jumlah dokumen perencanaan dan anggaran yang disusun", 4, 3),
        Baris(9, "Nilai Kinerja Anggaran (SMART)", 92, None),
        Baris(10, "Persentase penyerapan anggaran", 95, 72.01),
        Baris(12, "Persentase laporan keuangan yang disusun tepat waktu", 100, 75),
        Baris(13, "Jumlah laporan pertanggungjawaban", 12, 8),
        Baris(15, "Layanan perkantoran", 12, 9),
    ],
)
def kpu_renaksi_sekretaris() -> bytes:
    k = Lembar("RENAKSI")
    k.tulis(1, [
        ["KOMISI PEMILIHAN UMUM KABUPATEN TELUK BAYAN"],
        ["MONITORING RENCANA AKSI PERJANJIAN KINERJA SEKRETARIS TAHUN 2025"],
        ["s.d. Triwulan III"],
        [],
        ["No", "Sasaran Kegiatan", "Indikator Kinerja", "Target 2025", "Target Triwulan", None, None, None, "Realisasi Triwulan", None, None, None, "Rencana Aksi", "Keterangan"],
        [*[None] * 4, "I", "II", "III", "IV", "I", "II", "III", "IV"],
        ["Kegiatan 3355 : Pengelolaan Perencanaan, Monitoring dan Evaluasi"],
        ["1", "Terwujudnya dokumen perencanaan yang tepat waktu", "Jumlah dokumen perencanaan dan anggaran yang disusun", "4 Dokumen", 1, 1, 1, 1, 1, 1, 1, None, "Menyusun jadwal; koordinasi"],
        [None, None, "Nilai Kinerja Anggaran (SMART)", 92, None, None, None, 92, *[None] * 4, "Menyusun jadwal; koordinasi"],
        [None, None, "Persentase penyerapan anggaran", 0.95, 0.15, 0.4, 0.7, 0.95, 0.1812, 0.4467, 0.7201, None, "Menyusun jadwal; koordinasi"],
        ["Kegiatan 6709 : Pelaksanaan Manajemen Keuangan"],
        ["2", "Terlaksananya pengelolaan keuangan yang akuntabel", "Persentase laporan keuangan yang disusun tepat waktu", "100%", "25%", "50%", "75%", "100%", "25%", "50%", "75%", None, "Menyusun jadwal; koordinasi"],
        [None, None, "Jumlah laporan pertanggungjawaban", 12, 3, 3, 3, 3, 3, 3, 2, None, "Menyusun jadwal; koordinasi"],
        ["Kegiatan 3360 : Operasional dan Pemeliharaan Kantor"],
        ["3", "Terpenuhinya layanan perkantoran", "Layanan perkantoran", "12 Bulan", "3 Bulan", "3 Bulan", "3 Bulan", "3 Bulan", "3 Bulan", "3 Bulan", "3 Bulan", None, "Menyusun jadwal; koordinasi"],
        [],
        [*[None] * 10, "Sekretaris,"],
    ])
    k.tulis(21, [["Budi Contoh"]], 11)
    k.gabung(
        "A1:N1", "A2:N2", "A3:N3", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:H5", "I5:L5", "M5:M6", "N5:N6",
        "A7:N7", "A11:N11", "A14:N14",
    )
    k.tebal("A5:N5", "E6:L6")
    k.format("0%", "D10:H10")
    k.format("0.00%", "I10:K10")
    return k.byte()


@contoh(
    "kpu_capaian_tw3.xlsx",
    2,
    "target of the year and of triwulan III side by side, percent cells",
    [
        Baris(6, "Persentase pegawai yang mengikuti pelatihan", 80, 55),
        Baris(7, "Indeks Profesionalitas ASN", 78.5, 80.12),
        Baris(8, "Persentase partisipasi pemilih dalam pemilihan", 77.5, 74.12),
        Baris(9, "Persentase sengketa hukum yang dimenangkan", 100, 100),
        Baris(10, "Nilai SAKIP", "BB", None),
    ],
)
def kpu_capaian_tw3() -> bytes:
    k = Lembar("Capaian TW III")
    k.tulis(1, [
        ["CAPAIAN KINERJA TRIWULAN III TAHUN 2025"],
        ["KPU KOTA SERIBU PULAU"],
        [],
        ["SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "TARGET TAHUNAN", "TARGET TRIWULAN III", "REALISASI TRIWULAN III", "% CAPAIAN", "KATEGORI", "KENDALA", "TINDAK LANJUT"],
        [1, 2, 3, 4, 5, "6=5/4*100%", 7, 8, 9],
        ["Terwujudnya SDM KPU yang kompeten", "Persentase pegawai yang mengikuti pelatihan", 0.8, 0.6, 0.55, 0.9167, "Tinggi"],
        [None, "Indeks Profesionalitas ASN", 78.5, 78.5, 80.12, 1.0206, "Sangat Tinggi"],
        ["Meningkatnya kualitas penyelenggaraan Pemilu", "Persentase partisipasi pemilih dalam pemilihan", 0.775, 0.775, 0.7412, 0.9564, "Sangat Tinggi"],
        [None, "Persentase sengketa hukum yang dimenangkan", 1, 1, 1, 1, "Sangat Tinggi"],
        ["Meningkatnya akuntabilitas kinerja", "Nilai SAKIP", "BB", "-", "-"],
    ])
    k.gabung("A6:A7", "A8:A9")
    k.tebal("A4:I4")
    k.format("0%", "C6:E6", "C9:F9")
    k.format("0.00%", "F6:F7", "E8:F8")
    k.format("0.0%", "C8:D8")
    return k.byte()


@contoh(
    "kpu_provinsi_per_triwulan.xlsx",
    2,
    "a sheet a triwulan, each s.d.: the latest holds the realisasi to date",
    [
        Baris(5, "Persentase permohonan informasi yang dijawab", 100, 95.5, lembar="TW III"),
        Baris(6, "Jumlah kegiatan sosialisasi pendidikan pemilih", 20, 16, lembar="TW III"),
        Baris(7, "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", 96, 96.88, lembar="TW III"),
        Baris(8, "Persentase BMN yang dikelola sesuai ketentuan", 90, 72, lembar="TW III"),
    ],
)
def kpu_provinsi_per_triwulan() -> bytes:
    k = Lembar("TW I")
    k.tulis(1, [
        ["KOMISI PEMILIHAN UMUM PROVINSI CONTOH"],
        ["PENGUKURAN CAPAIAN KINERJA TRIWULAN I TAHUN 2025"],
        [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target 2025 (%/nilai/jumlah)", "Realisasi s.d. Triwulan I", "Capaian (%)", "Keterangan"],
        [1, "Meningkatnya kualitas layanan informasi", "Persentase permohonan informasi yang dijawab", 100, 100, 100],
        [2, None, "Jumlah kegiatan sosialisasi pendidikan pemilih", 20, 4, 20],
        [3, "Terwujudnya tata kelola keuangan", "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", 96, 97.1, 101.15],
        [4, None, "Persentase BMN yang dikelola sesuai ketentuan", 90, 20, 22.22],
    ])
    k.gabung("B5:B6", "B7:B8")
    k.tebal("A4:G4")
    k = Lembar("TW II", k.wb)
    k.tulis(1, [
        ["KOMISI PEMILIHAN UMUM PROVINSI CONTOH"],
        ["PENGUKURAN CAPAIAN KINERJA TRIWULAN II TAHUN 2025"],
        [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target 2025 (%/nilai/jumlah)", "Realisasi s.d. Triwulan II", "Capaian (%)", "Keterangan"],
        [1, "Meningkatnya kualitas layanan informasi", "Persentase permohonan informasi yang dijawab", 100, 100, 100],
        [2, None, "Jumlah kegiatan sosialisasi pendidikan pemilih", 20, 9, 45],
        [3, "Terwujudnya tata kelola keuangan", "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", 96, 95.04, 99],
        [4, None, "Persentase BMN yang dikelola sesuai ketentuan", 90, 50, 55.56],
    ])
    k.gabung("B5:B6", "B7:B8")
    k.tebal("A4:G4")
    k = Lembar("TW III", k.wb)
    k.tulis(1, [
        ["KOMISI PEMILIHAN UMUM PROVINSI CONTOH"],
        ["PENGUKURAN CAPAIAN KINERJA TRIWULAN III TAHUN 2025"],
        [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target 2025 (%/nilai/jumlah)", "Realisasi s.d. Triwulan III", "Capaian (%)", "Keterangan"],
        [1, "Meningkatnya kualitas layanan informasi", "Persentase permohonan informasi yang dijawab", 100, 95.5, 95.5],
        [2, None, "Jumlah kegiatan sosialisasi pendidikan pemilih", 20, 16, 80],
        [3, "Terwujudnya tata kelola keuangan", "Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", 96, 96.88, 100.92],
        [4, None, "Persentase BMN yang dikelola sesuai ketentuan", 90, 72, 80],
    ])
    k.gabung("B5:B6", "B7:B8")
    k.tebal("A4:G4")
    return k.byte()


@contoh(
    "kpu_dua_tabel.xlsx",
    2,
    "two tables with the same header, group rows between; a predikat with its score in brackets",
    [
        Baris(7, "Persentase partisipasi pemilih", 77.5, 82.11),
        Baris(8, "Persentase pemilih yang berhak memilih tetapi tidak masuk DPT", 0.2, 0.05),
        Baris(10, "Nilai evaluasi AKIP", "B (65)", None),
        Baris(16, "Persentase logistik yang tepat waktu, jumlah, jenis", 100, 100),
        Baris(17, "Jumlah laporan pengelolaan logistik", 12, 11),
    ],
)
def kpu_dua_tabel() -> bytes:
    k = Lembar("LKJ 2024")
    k.tulis(1, [
        ["KPU KABUPATEN CONTOH"],
        ["Pengukuran Kinerja Tahun 2024"],
        [],
        ["1. Perjanjian Kinerja Ketua"],
        ["IKU", "Target", "Realisasi", "Capaian", "Kategori"],
        ["Sasaran 1: Terwujudnya Pemilu Serentak yang demokratis"],
        ["Persentase partisipasi pemilih", "77,5%", "82,11%", "105,95%", "Sangat Baik"],
        ["Persentase pemilih yang berhak memilih tetapi tidak masuk DPT", "0,2%", "0.05%", "175%", "Sangat Baik"],
        ["Sasaran 2: Meningkatnya kapasitas kelembagaan"],
        ["Nilai evaluasi AKIP", "B (65)", "BB (72,4)", "111%", "Sangat Baik"],
        [],
        [],
        ["2. Perjanjian Kinerja Sekretaris"],
        ["IKU", "Target", "Realisasi", "Capaian", "Kategori"],
        ["Kegiatan 3357: Fasilitasi logistik"],
        ["Persentase logistik yang tepat waktu, jumlah, jenis", "100%", "100%", "100%", "Sangat Baik"],
        ["Jumlah laporan pengelolaan logistik", "12 Laporan", "11 Laporan", "91,67%", "Sangat Baik"],
    ])
    k.gabung("A6:E6", "A9:E9", "A15:E15")
    k.tebal("A5:E5", "A6", "A9", "A14:E14", "A15")
    return k.byte()
