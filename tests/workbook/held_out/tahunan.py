"""Tables of one figure a year, further kinds: legacy, stacked, with the years before."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh
from tests.workbook.oldbook import make_xls


@contoh(
    "pk_pengukuran_2016.xls",
    2,
    "a legacy workbook; anggaran beside kinerja",
    [
        Baris(9, "Produksi padi (GKG)", 215000, 208731.5),
        Baris(10, "Produktivitas padi", 58.5, 57.92),
        Baris(11, "Produksi jagung", 32500, 35120),
        Baris(12, "Produksi kedelai", 1250, 890),
        Baris(13, "Nilai Tukar Petani", 101.5, 101.87),
        Baris(14, "Kelompok tani naik kelas", 45, None),
    ],
)
def pk_pengukuran_2016() -> bytes:
    return make_xls([
        ["PENGUKURAN KINERJA"],
        [],
        ["SKPD", ": DINAS PERTANIAN TANAMAN PANGAN KABUPATEN CONTOH"],
        ["Tahun Anggaran", ": 2016"],
        [],
        ["Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "%", "Program / Kegiatan", "Anggaran"],
        [*[None] * 7, "Pagu", "Realisasi", "%"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ["Meningkatnya produksi padi", "Produksi padi (GKG)", "Ton", 215000, 208731.5, 97.08, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        [None, "Produktivitas padi", "Ku/Ha", 58.5, 57.92, 99.01, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        ["Meningkatnya produksi palawija", "Produksi jagung", "Ton", 32500, 35120, 108.06, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        [None, "Produksi kedelai", "Ton", 1250, 890, 71.2, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        ["Meningkatnya kesejahteraan petani", "Nilai Tukar Petani", "Indeks", 101.5, "101,87", 100.36, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        [None, "Kelompok tani naik kelas", "Kelompok", 45, None, None, "Program Peningkatan Produksi", 1500000000, 1312450000, 87.5],
        ["JUMLAH", *[None] * 6, 9000000000, 7874700000, 87.5],
        [],
        [],
        [*[None] * 8, "Kepala Dinas"],
    ], ("H6:J6", "G6:G7", "F6:F7", "E6:E7", "D6:D7", "C6:C7", "B6:B7", "A6:A7", "A1:K1",))


@contoh(
    "capaian_dua_tabel.xlsx",
    2,
    "two tables with different headers on a sheet",
    [
        Baris(5, "Level Maturitas SPIP", 3, 3.112),
        Baris(6, "Level Kapabilitas APIP", 3, 3),
        Baris(7, "Persentase rekomendasi BPK yang ditindaklanjuti", 85, 83.64),
        Baris(14, "Jumlah LHP yang diterbitkan", 60, 61),
        Baris(15, "Persentase temuan selesai", 80, 78.5),
        Baris(16, "Jumlah pendampingan", 24, 24),
    ],
)
def capaian_dua_tabel() -> bytes:
    k = Lembar("Capaian")
    k.tulis(1, [
        ["CAPAIAN KINERJA INSPEKTORAT KABUPATEN CONTOH TRIWULAN IV TAHUN 2024"],
        [],
        ["A. CAPAIAN INDIKATOR KINERJA UTAMA"],
        ["No", "Indikator Kinerja Utama", "Satuan", "Target 2024", "Realisasi s.d. TW IV", "Capaian (%)", "Penanggung Jawab"],
        [1, "Level Maturitas SPIP", "Level", 3, 3.112, 103.73, "Irban"],
        [2, "Level Kapabilitas APIP", "Level", 3, 3, 100, "Irban"],
        [3, "Persentase rekomendasi BPK yang ditindaklanjuti", "%", 85, 83.64, 98.4, "Irban"],
        ["Rata-rata", *[None] * 4, 100.71],
        [],
        [],
        ["B. CAPAIAN KINERJA PROGRAM"],
        ["No", "Program", "Indikator Program", "Satuan", "Target", "Realisasi", None, None, None, "Total Realisasi", "Capaian (%)"],
        [*[None] * 5, "TW I", "TW II", "TW III", "TW IV"],
        [1, "Program Penyelenggaraan Pengawasan", "Jumlah LHP yang diterbitkan", "LHP", 60, 12, 16, 15, 18, 61, 101.67],
        [None, None, "Persentase temuan selesai", "%", 80, 15, 20, 25, 18.5, 78.5, 98.12],
        [3, "Program Perumusan Kebijakan", "Jumlah pendampingan", "Kegiatan", 24, 6, 6, 6, 6, 24, 100],
    ])
    k.gabung("A12:A13", "B12:B13", "C12:C13", "D12:D13", "E12:E13", "F12:I12", "J12:J13", "K12:K13")
    k.tebal("A4:G4", "A12:K12", "F13:I13")
    return k.byte()


@contoh(
    "satker_balai.xlsx",
    2,
    "a cover sheet; the columns of an annual report; opinion in words, percent cells",
    [
        Baris(5, "Persentase sampel obat yang memenuhi syarat", 92, 93.5, lembar="Capaian IKK"),
        Baris(6, "Indeks kesadaran masyarakat", 77.5, 76.18, lembar="Capaian IKK"),
        Baris(7, "Jumlah UMKM yang didampingi", 25, 27, lembar="Capaian IKK"),
        Baris(8, "Nilai AKIP Balai", 81.25, 80.9, lembar="Capaian IKK"),
        Baris(9, "Opini laporan keuangan", "WTP", "WTP", lembar="Capaian IKK"),
        Baris(10, "Persentase keputusan yang ditindaklanjuti", 100, 87.5, lembar="Capaian IKK"),
    ],
)
def satker_balai() -> bytes:
    k = Lembar("Cover")
    k.tulis(5, [
        ["LAPORAN KINERJA TRIWULAN IV 2024"],
        [],
        ["BALAI CONTOH"],
    ], 3)
    k = Lembar("Capaian IKK", k.wb)
    k.tulis(2, [
        ["Capaian Indikator Kinerja Kegiatan Balai Contoh Tahun 2024"],
        [],
        ["No", "Indikator Kinerja Kegiatan (IKK)", "Target PK", "Capaian", "Persentase Capaian", "Kategori Capaian", "Keterangan"],
        [1, "Persentase sampel obat yang memenuhi syarat", 0.92, 0.935, 1.0163, "Baik", "Sumber: SIPT"],
        [2, "Indeks kesadaran masyarakat", 77.5, 76.18, 0.983, "Baik", "Sumber: SIPT"],
        [3, "Jumlah UMKM yang didampingi", "25 UMKM", "27 UMKM", "108%", "Baik", "Sumber: SIPT"],
        [4, "Nilai AKIP Balai", "81,25", "80,9", "99,57%", "Baik", "Sumber: SIPT"],
        [5, "Opini laporan keuangan", "WTP", "WTP", "100%", "Baik", "Sumber: SIPT"],
        [6, "Persentase keputusan yang ditindaklanjuti", 1, 0.875, 0.875, "Baik", "Sumber: SIPT"],
        [None, "Nilai Pencapaian Sasaran", None, None, 0.99],
    ], 2)
    k.tebal("B4:H4")
    k.format("0.0%", "D5:E5")
    k.format("0.00%", "F5:F6", "E10:F10", "F11")
    k.format("0%", "D10")
    return k.byte()


@contoh(
    "lkjip_tahun.xlsx",
    2,
    "three years, each with target, realisasi and capaian: the last holds",
    [
        Baris(6, "Tingkat Pengangguran Terbuka", 5.1, 5.04),
        Baris(7, "Persentase penempatan pencari kerja", 50, 47.25),
        Baris(8, "Jumlah perselisihan HI yang diselesaikan", 32, 32),
    ],
)
def lkjip_tahun() -> bytes:
    k = Lembar("Tabel 3.1")
    k.tulis(1, [
        ["Perbandingan Target dan Realisasi Kinerja Tahun 2022 s.d. 2024"],
        ["DINAS TENAGA KERJA"],
        [],
        ["No", "Indikator Kinerja Utama", "Satuan", 2022, None, None, 2023, None, None, 2024],
        [None, None, None, "Target", "Realisasi", "Capaian (%)", "Target", "Realisasi", "Capaian (%)", "Target", "Realisasi", "Capaian (%)"],
        [1, "Tingkat Pengangguran Terbuka", "%", 6, 6.2, 96.67, 5.5, 5.4, 101.82, 5.1, 5.04, 101.18],
        [2, "Persentase penempatan pencari kerja", "%", 40, 38.5, 96.25, 45, 46.1, 102.44, 50, 47.25, 94.5],
        [3, "Jumlah perselisihan HI yang diselesaikan", "Kasus", 30, 28, 93.33, 30, 31, 103.33, 32, 32, 100],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:I4", "J4:L4")
    k.tebal("A4:J4", "D5:L5")
    return k.byte()


@contoh(
    "tahun_lalu.xlsx",
    2,
    "the realisasi of the year before left of the year's target",
    [
        Baris(5, "Angka Kematian Ibu per 100.000 KH", 95, 91.7),
        Baris(6, "Prevalensi stunting", 14, 15.1),
        Baris(7, "Indeks Keluarga Sehat", 0.35, 0.37),
    ],
)
def tahun_lalu() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["PENGUKURAN KINERJA TAHUN 2024"],
        ["DINAS KESEHATAN KOTA CONTOH"],
        [],
        ["Sasaran", "Indikator Kinerja", "Realisasi 2023", "Target 2024", "Realisasi 2024", "Capaian 2024", "Target RPJMD 2026"],
        ["Meningkatnya derajat kesehatan", "Angka Kematian Ibu per 100.000 KH", 102.4, 95, 91.7, "103,47%", 80],
        [None, "Prevalensi stunting", 18.2, 14, 15.1, "92,14%", 10],
        [None, "Indeks Keluarga Sehat", 0.31, 0.35, 0.37, "105,71%", 0.45],
    ])
    k.tebal("A4:G4")
    return k.byte()


@contoh(
    "target_realisasi_tahun.xlsx",
    2,
    "targets of three years, then realisasi of three years",
    [
        Baris(6, "APK PAUD", 75, 74.1),
        Baris(7, "Rata-rata lama sekolah", 8.3, 8.37),
    ],
)
def target_realisasi_tahun() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["Tabel 3.4 Target dan Realisasi Indikator Kinerja Utama Tahun 2022-2024"],
        ["DINAS PENDIDIKAN"],
        [],
        ["No", "Indikator Kinerja Utama", "Satuan", "Target", None, None, "Realisasi"],
        [None, None, None, 2022, 2023, 2024, 2022, 2023, 2024],
        [1, "APK PAUD", "%", 70, 72, 75, 69.5, 73.2, 74.1],
        [2, "Rata-rata lama sekolah", "Tahun", 8.1, 8.2, 8.3, 8.05, 8.21, 8.37],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:I4")
    k.tebal("A4:G4", "D5:I5")
    return k.byte()
