"""Rencana aksi: monthly columns, ticks, T and R pairs, one row a quarter."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "renaksi_centang.xlsx",
    1,
    "ticks of a schedule in month columns are no figures; the realisasi s.d. September stands behind them",
    [
        Baris(7, "Indeks Kepuasan Masyarakat", 88.5, 87.94),
        Baris(10, "Persentase kepemilikan KTP-el", 99.2, 98.71),
        Baris(12, "Persentase kepemilikan KIA", 62, 58.3),
        Baris(14, "Cakupan kepemilikan akta kelahiran 0-18 tahun", 98.75, 98.9),
        Baris(16, "Jumlah dokumen akta kematian yang diterbitkan", 1200, 911),
    ],
    tahun=2025,
)
def renaksi_centang() -> bytes:
    k = Lembar("RENAKSI 2025")
    k.tulis(1, [
        ["PEMERINTAH KOTA PAREPARE"],
        ["DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"],
        ["RENCANA AKSI ATAS PERJANJIAN KINERJA TAHUN 2025 DAN REALISASINYA (s.d. BULAN SEPTEMBER)"],
        [],
        ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET 2025", "RENCANA AKSI / TAHAPAN", "JADWAL PELAKSANAAN", *[None] * 11, "REALISASI s.d. SEPTEMBER", "PENANGGUNG JAWAB"],
        [*[None] * 6, "JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGS", "SEP", "OKT", "NOV", "DES"],
        [1, "Meningkatnya kualitas layanan adminduk", "Indeks Kepuasan Masyarakat", "Indeks", 88.5, "Menyusun instrumen survei", "√", "√", *[None] * 10, 87.94, "Sekretaris"],
        [*[None] * 5, "Melaksanakan survei", *[None] * 5, "√", *[None] * 5, "√"],
        [*[None] * 5, "Tindak lanjut hasil survei", *[None] * 6, "√", "√"],
        [None, None, "Persentase kepemilikan KTP-el", "%", 99.2, "Perekaman jemput bola", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", 98.71, "Kabid Dafduk"],
        [*[None] * 5, "Perekaman di sekolah", None, "√", "√", *[None] * 4, "√", "√"],
        [None, None, "Persentase kepemilikan KIA", "%", 62, "Kerjasama dengan PAUD/SD", None, None, "√", "√", "√", *[None] * 7, 58.3, "Kabid Dafduk"],
        [*[None] * 5, "Pencetakan KIA", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√"],
        [2, "Meningkatnya cakupan akta pencatatan sipil", "Cakupan kepemilikan akta kelahiran 0-18 tahun", "Persen", "98,75", "Sosialisasi di kelurahan", None, "√", None, None, "√", *[None] * 7, "98,90", "Kabid Capil"],
        [*[None] * 5, "Pelayanan akta online", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√"],
        [None, None, "Jumlah dokumen akta kematian yang diterbitkan", "Dokumen", 1200, "Pelayanan akta kematian", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", "√", 911, "Kabid Capil"],
        [],
        ["Keterangan: tanda √ menunjukkan bulan pelaksanaan"],
    ])
    k.gabung(
        "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:R5", "S5:S6", "T5:T6", "A7:A9", "B7:B9",
        "C7:C9", "D7:D9", "E7:E9", "S7:S9", "T7:T9", "A10:A11", "B10:B11", "C10:C11", "D10:D11", "E10:E11",
        "S10:S11", "T10:T11", "A12:A13", "B12:B13", "C12:C13", "D12:D13", "E12:E13", "S12:S13", "T12:T13",
        "A14:A15", "B14:B15", "C14:C15", "D14:D15", "E14:E15", "S14:S15", "T14:T15",
    )
    k.tebal("A1:A3", "A5:T5", "G6:R6")
    return k.byte()


@contoh(
    "baris_TR.xlsx",
    1,
    "T and R rows in pairs",
    [
        Baris(6, "Jumlah kunjungan wisatawan nusantara", 650000, 467118),
        Baris(8, "Jumlah kunjungan wisatawan mancanegara", 4200, 2980),
        Baris(10, "Rata-rata lama tinggal wisatawan", 1.8, 1.63),
        Baris(12, "Jumlah event pariwisata", 14, 11),
    ],
    tahun=2025,
)
def baris_tr() -> bytes:
    k = Lembar("Renaksi TR")
    k.tulis(1, [
        ["MONITORING RENCANA AKSI TRIWULAN DINAS PARIWISATA TAHUN 2025"],
        ["(angka triwulan kumulatif)"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target/ Realisasi", "Triwulan", None, None, None, "Tahun 2025"],
        [*[None] * 4, "I", "II", "III", "IV"],
        [1, "Jumlah kunjungan wisatawan nusantara", "Orang", "T", 150000, 320000, 480000, 650000, 650000],
        [None, None, None, "R", 141220, 335400, 467118],
        [2, "Jumlah kunjungan wisatawan mancanegara", "Orang", "T", 800, 1900, 3100, 4200, 4200],
        [None, None, None, "R", 512, 1544, 2980],
        [3, "Rata-rata lama tinggal wisatawan", "Hari", "T", 1.5, 1.6, 1.7, 1.8, 1.8],
        [None, None, None, "R", 1.42, 1.55, 1.63],
        [4, "Jumlah event pariwisata", "Event", "T", 2, 6, 10, 14, 14],
        [None, None, None, "R", 2, 5, 11],
    ])
    k.gabung(
        "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:H4", "I4:I5", "A6:A7", "B6:B7", "C6:C7", "A8:A9", "B8:B9",
        "C8:C9", "A10:A11", "B10:B11", "C10:C11", "A12:A13", "B12:B13", "C12:C13",
    )
    k.tebal("A1:A2", "A4:I4", "E5:H5")
    return k.byte()


@contoh(
    "renaksi_TR_bulan.xlsx",
    1,
    "target and realisasi of every month side by side",
    [
        Baris(7, "Jumlah rilis berita yang dipublikasikan", 480, 152),
        Baris(8, "Jumlah dokumentasi kegiatan pimpinan", 240, 83),
        Baris(9, "Jumlah majalah daerah yang terbit", 4, 1),
        Baris(10, "Jumlah advertorial media", 36, 7),
    ],
    tahun=2025,
)
def renaksi_tr_bulan() -> bytes:
    k = Lembar("2025")
    k.tulis(1, [
        ["RENCANA AKSI DAN REALISASI BULANAN"],
        ["BAGIAN HUBUNGAN MASYARAKAT DAN PROTOKOL SETDA"],
        ["TAHUN 2025 (s.d. bulan April)"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target 1 Tahun", "Januari", None, "Februari", None, "Maret", None, "April", None, "Mei", None, "Juni", None, "Juli", None, "Agustus", None, "September", None, "Oktober", None, "November", None, "Desember", None, "Jumlah Realisasi"],
        [*[None] * 4, "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R"],
        [1, "Jumlah rilis berita yang dipublikasikan", "Rilis", 480, 40, 38, 40, 44, 40, 41, 40, 29, 40, None, 40, None, 40, None, 40, None, 40, None, 40, None, 40, None, 40, None, 152],
        [2, "Jumlah dokumentasi kegiatan pimpinan", "Kegiatan", 240, 20, 17, 20, 22, 20, 19, 20, 25, 20, None, 20, None, 20, None, 20, None, 20, None, 20, None, 20, None, 20, None, 83],
        [3, "Jumlah majalah daerah yang terbit", "Edisi", 4, 0, 0, 0, 0, 1, 1, 0, 0, 0, None, 1, None, 0, None, 0, None, 1, None, 0, None, 0, None, 1, None, 1],
        [4, "Jumlah advertorial media", "Tayang", 36, 3, 0, 3, "-", 3, 5, 3, 2, 3, None, 3, None, 3, None, 3, None, 3, None, 3, None, 3, None, 3, None, 7],
    ])
    k.gabung(
        "E5:F5", "G5:H5", "I5:J5", "K5:L5", "M5:N5", "O5:P5", "Q5:R5", "S5:T5", "U5:V5", "W5:X5", "Y5:Z5",
        "AA5:AB5",
    )
    k.tebal("A1:A3", "A5:AC5", "E6:AB6")
    return k.byte()


@contoh(
    "pk_rencana_aksi_target.xlsx",
    2,
    "an annex of targets a triwulan, without any realisasi",
    [
        Baris(7, "Indeks SPBE", 3.6, None),
        Baris(8, "Persentase layanan publik online", 85, None),
        Baris(9, "Nilai keterbukaan informasi publik", 92, None),
        Baris(10, "Jumlah konten yang dipublikasikan", 480, None),
        Baris(11, "Indeks KAMI", 450, None),
    ],
)
def pk_rencana_aksi_target() -> bytes:
    k = Lembar("Rencana Aksi")
    k.tulis(1, [
        ["RENCANA AKSI PERJANJIAN KINERJA TAHUN 2026"],
        ["DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN CONTOH"],
        [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Target per Triwulan", None, None, None, "Program", "Anggaran (Rp)"],
        [*[None] * 5, "I", "II", "III", "IV"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
        [1, "Meningkatnya penerapan SPBE", "Indeks SPBE", "Indeks", 3.6, "-", "-", "-", 3.6, "Program Aplikasi Informatika", 2500000000],
        [None, None, "Persentase layanan publik online", "%", 85, 70, 75, 80, 85, "Program Aplikasi Informatika", 2500000000],
        [2, "Meningkatnya keterbukaan informasi", "Nilai keterbukaan informasi publik", "Nilai", 92, None, None, None, 92, "Program Aplikasi Informatika", 2500000000],
        [None, None, "Jumlah konten yang dipublikasikan", "Konten", 480, 120, 120, 120, 120, "Program Aplikasi Informatika", 2500000000],
        [3, "Meningkatnya keamanan informasi", "Indeks KAMI", "Skor", 450, None, None, 450, None, "Program Aplikasi Informatika", 2500000000],
        [],
        [None, "Pihak Kedua, Bupati", *[None] * 5, "Pihak Pertama, Kepala Dinas"],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:I4", "J4:J5", "K4:K5")
    k.tebal("A4:K4", "F5:I5")
    return k.byte()


@contoh(
    "renaksi_bulanan_lebar.xlsx",
    2,
    "T and R a month, and a coloured cell in column 16353",
    [
        Baris(7, "Jumlah layanan administrasi kependudukan", 2400, 1177),
        Baris(8, "Indeks Kepuasan Masyarakat", 84, 82.75),
        Baris(9, "Jumlah desa dengan APBDes tepat waktu", 9, 9),
        Baris(10, "Jumlah rapat koordinasi kecamatan", 12, 5),
    ],
)
def renaksi_bulanan_lebar() -> bytes:
    k = Lembar("Renaksi 2025")
    k.tulis(1, [
        ["LAPORAN REALISASI RENCANA AKSI PERJANJIAN KINERJA"],
        ["KECAMATAN SUMBER AGUNG"],
        ["BULAN JUNI 2025"],
        [],
        ["NO", "SASARAN", "INDIKATOR KINERJA", "SATUAN", "TARGET TAHUN 2025", "JANUARI", None, "FEBRUARI", None, "MARET", None, "APRIL", None, "MEI", None, "JUNI", None, "JULI", None, "AGUSTUS", None, "SEPTEMBER", None, "OKTOBER", None, "NOVEMBER", None, "DESEMBER", None, "REALISASI S/D BULAN INI", "CAPAIAN (%)"],
        [*[None] * 5, "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R", "T", "R"],
        [1, "Meningkatnya pelayanan publik", "Jumlah layanan administrasi kependudukan", "Layanan", 2400, 200, 188, 200, 205, 200, 197, 200, 176, 200, 210, 200, 201, 200, None, 200, None, 200, None, 200, None, 200, None, 200, None, 1177, 49.04],
        [2, None, "Indeks Kepuasan Masyarakat", "Nilai", 84, *[None] * 10, 83, 82.75, *[None] * 10, 84, None, 82.75, 98.51],
        [3, "Meningkatnya kapasitas desa", "Jumlah desa dengan APBDes tepat waktu", "Desa", 9, 3, 4, 3, 5, 3, 0, 0, 0, 0, 0, 0, 0, 0, None, 0, None, 0, None, 0, None, 0, None, 0, None, 9, 100],
        [4, None, "Jumlah rapat koordinasi kecamatan", "Kegiatan", 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, None, 1, None, 1, None, 1, None, 1, None, 1, None, 5, 41.67],
    ])
    k.gabung(
        "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:G5", "H5:I5", "J5:K5", "L5:M5", "N5:O5", "P5:Q5",
        "R5:S5", "T5:U5", "V5:W5", "X5:Y5", "Z5:AA5", "AB5:AC5", "AD5:AD6", "AE5:AE6",
    )
    k.tebal("A5:AE5", "F6:AC6")
    k.warna("XDY3")
    return k.byte()


@contoh(
    "monev_renaksi_rsud.xlsx",
    2,
    "targets and realisasi of four triwulan, units within the cells, a target that no number can be read from",
    [
        Baris(7, "BOR (Bed Occupancy Rate)", 75, None),
        Baris(8, "Jumlah kunjungan rawat jalan", 60000, 30262),
        Baris(9, "Nilai akreditasi", "Paripurna", None),
        Baris(10, "Persentase SPM terpenuhi", 90, 47.5),
        Baris(11, "Jumlah dokumen laporan", 8, 4),
    ],
)
def monev_renaksi_rsud() -> bytes:
    k = Lembar("Monev Renaksi")
    k.tulis(1, [
        ["MONITORING DAN EVALUASI RENCANA AKSI ATAS PERJANJIAN KINERJA"],
        ["RSUD CONTOH SEHAT"],
        ["TAHUN 2025"],
        [],
        ["No", "Sasaran", "Indikator", "Target", "Rencana (Target) Triwulan", None, None, None, "Capaian Triwulan", None, None, None, "Aksi / Kegiatan", "Penanggung jawab"],
        [*[None] * 4, "TW I", "TW II", "TW III", "TW IV", "TW I", "TW II", "TW III", "TW IV"],
        [1, "Meningkatnya mutu layanan", "BOR (Bed Occupancy Rate)", "75 %", 75, 75, 75, 75, 68.2, 71.4, None, None, "Rapat evaluasi", "Kabid"],
        [None, None, "Jumlah kunjungan rawat jalan", "60.000 kunjungan", 15000, 15000, 15000, 15000, 14250, 16012, None, None, "Rapat evaluasi", "Kabid"],
        [None, None, "Nilai akreditasi", "Paripurna", "-", "-", "-", "Paripurna", "-", "-", None, None, "Rapat evaluasi", "Kabid"],
        [2, "Meningkatnya tata kelola", "Persentase SPM terpenuhi", "90 %", 20, 45, 70, 90, 21, 47.5, None, None, "Rapat evaluasi", "Kabid"],
        [None, None, "Jumlah dokumen laporan", "8", 2, 2, 2, 2, 2, 2, None, None, "Rapat evaluasi", "Kabid"],
    ])
    k.gabung("A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:H5", "I5:L5", "M5:M6", "N5:N6")
    k.tebal("A5:N5", "E6:L6")
    return k.byte()


@contoh(
    "trc.xlsx",
    2,
    "T, R and C of every triwulan and the realisasi of the year's end; decimals as text",
    [
        Baris(6, "Nilai RB", 75, 73.2),
        Baris(7, "Jumlah SOP", 24, 18),
    ],
)
def trc() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["MONEV PERJANJIAN KINERJA TAHUN 2025"],
        ["BAGIAN ORGANISASI SETDA KABUPATEN CONTOH"],
        [],
        ["No", "Sasaran", "Indikator", "Target", "TW I", None, None, "TW II", None, None, "TW III", None, None, "TW IV", None, None, "Realisasi Akhir"],
        [*[None] * 4, "T", "R", "C", "T", "R", "C", "T", "R", "C", "T", "R", "C"],
        [1, "Meningkatnya RB", "Nilai RB", "75", *[None] * 6, "74", "73,2", "98,9%", "75", None, None, "73,2"],
        [None, None, "Jumlah SOP", 24, 6, 6, "100%", 6, 5, "83%", 6, 7, "117%", 6, None, None, 18],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:J4", "K4:M4", "N4:P4", "Q4:Q5")
    k.tebal("A4:Q4", "E5:P5")
    return k.byte()


@contoh(
    "target_realisasi_baris.xlsx",
    2,
    "a Target and a Realisasi row under each indicator, the year at the end",
    [
        Baris(5, "Jumlah kunjungan pasien", 20000, 14870),
        Baris(7, "Persentase balita ditimbang", 85, 84.5),
    ],
)
def target_realisasi_baris() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["Monitoring Kinerja Tahun 2025"],
        ["PUSKESMAS CONTOH"],
        [],
        ["No", "Indikator", "Satuan", "Uraian", "TW I", "TW II", "TW III", "TW IV", "Tahun 2025"],
        [1, "Jumlah kunjungan pasien", "Orang", "Target", 5000, 5000, 5000, 5000, 20000],
        [None, None, None, "Realisasi", 4800, 5120, 4950, None, 14870],
        [2, "Persentase balita ditimbang", "%", "Target", 80, 80, 85, 85, 85],
        [None, None, None, "Realisasi", 78, 81, 84.5, None, 84.5],
    ])
    k.gabung("A5:A6", "B5:B6", "C5:C6", "A7:A8", "B7:B8", "C7:C8")
    k.tebal("A4:I4")
    return k.byte()


@contoh(
    "panjang_per_tw.xlsx",
    2,
    "a row a triwulan under one merged indicator",
    [
        Baris(4, "Produksi perikanan budidaya", 4200, 2925),
        Baris(8, "Persentase kelompok nelayan aktif", 85, 79.5),
        Baris(12, "Jumlah bibit ikan disalurkan", 500000, 485000),
    ],
)
def panjang_per_tw() -> bytes:
    k = Lembar("Realisasi")
    k.tulis(1, [
        ["REALISASI RENCANA AKSI TAHUN 2025 DINAS PERIKANAN"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target Tahunan", "Triwulan", "Target Triwulan", "Realisasi Triwulan", "Capaian (%)", "Keterangan"],
        [1, "Produksi perikanan budidaya", "Ton", 4200, "I", 900, 880, 97.78],
        [*[None] * 4, "II", 1000, 1040, 104],
        [*[None] * 4, "III", 1100, 1005, 91.36],
        [*[None] * 4, "IV", 1200],
        [2, "Persentase kelompok nelayan aktif", "%", 85, "I", 70, 71, 101.43],
        [*[None] * 4, "II", 75, 74, 98.67],
        [*[None] * 4, "III", 80, 79.5, 99.38],
        [*[None] * 4, "IV", 85],
        [3, "Jumlah bibit ikan disalurkan", "Ekor", 500000, "I", 0, 0],
        [*[None] * 4, "II", 200000, 210000, 105],
        [*[None] * 4, "III", 300000, 275000, 91.67],
        [*[None] * 4, "IV", 0],
    ])
    k.gabung(
        "A4:A7", "B4:B7", "C4:C7", "D4:D7", "A8:A11", "B8:B11", "C8:C11", "D8:D11", "A12:A15", "B12:B15",
        "C12:C15", "D12:D15",
    )
    k.tebal("A3:I3")
    return k.byte()


@contoh(
    "fra_bps_kabupaten.xlsx",
    2,
    "targets and realisasi cumulative by triwulan",
    [
        Baris(8, "Persentase publikasi statistik yang menerapkan standar akurasi", 100, 78),
        Baris(9, "Jumlah publikasi/laporan yang terbit", 38, 30),
        Baris(11, "Jumlah OPD yang mendapat rekomendasi statistik", 12, 8),
        Baris(12, "Indeks Pembangunan Statistik", 2.61, None),
        Baris(13, "Nilai SAKIP oleh Inspektorat", 70.5, 71.23),
    ],
)
def fra_bps_kabupaten() -> bytes:
    k = Lembar("FRA 2025")
    k.tulis(1, [
        ["FORM RENCANA AKSI (FRA) BPS KABUPATEN CONTOH TAHUN 2025"],
        ["Posisi: Triwulan III 2025"],
        [],
        ["Kode", "Tujuan/Sasaran/Indikator", "Satuan", "Target PK", "Target Kumulatif", None, None, None, "Realisasi Kumulatif", None, None, None, "Capaian thd Target Triwulan (%)", None, None, None, "Capaian thd Target Setahun (%)", "Kendala", "Solusi", "Rencana Tindak Lanjut", "PIC", "Batas Waktu", "Link Bukti Dukung"],
        [*[None] * 4, "TW I", "TW II", "TW III", "TW IV", "TW I", "TW II", "TW III", "TW IV", "TW I", "TW II", "TW III", "TW IV"],
        ["T1", "Tujuan 1. Menyediakan data statistik berkualitas"],
        ["S1.1", "Sasaran 1.1 Meningkatnya pemanfaatan data"],
        ["1.1.1", "Persentase publikasi statistik yang menerapkan standar akurasi", "Persen", 100, 20, 45, 75, 100, 20, 45, 78, None, 100, 100, 104, None, 78, "Petugas terbatas", "Penambahan mitra", "Rekrutmen mitra", "Ketua Tim", "31/12/2025"],
        ["1.1.2", "Jumlah publikasi/laporan yang terbit", "Publikasi", 38, 5, 12, 28, 38, 5, 14, 30, None, 100, 116.67, 107.14, None, 78.95, "Petugas terbatas", "Penambahan mitra", "Rekrutmen mitra", "Ketua Tim", "31/12/2025"],
        ["S1.2", "Sasaran 1.2 Penguatan statistik sektoral"],
        ["1.2.1", "Jumlah OPD yang mendapat rekomendasi statistik", "OPD", 12, 0, 4, 8, 12, 0, 6, 8, None, None, 120, 100, None, 66.67, "Petugas terbatas", "Penambahan mitra", "Rekrutmen mitra", "Ketua Tim", "31/12/2025"],
        ["1.2.2", "Indeks Pembangunan Statistik", "Poin", 2.61, 0, 0, 0, 2.61, *[None] * 9, "Petugas terbatas", "Penambahan mitra", "Rekrutmen mitra", "Ketua Tim", "31/12/2025"],
        ["1.2.3", "Nilai SAKIP oleh Inspektorat", "Poin", 70.5, 0, 0, 70.5, 70.5, None, None, 71.23, None, None, None, 101.04, None, 101.04, "Petugas terbatas", "Penambahan mitra", "Rekrutmen mitra", "Ketua Tim", "31/12/2025"],
    ])
    k.gabung(
        "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:H4", "I4:L4", "M4:P4", "Q4:Q5", "R4:R5", "S4:S5", "T4:T5",
        "U4:U5", "V4:V5", "W4:W5",
    )
    k.tebal("A4:W4", "E5:P5")
    return k.byte()
