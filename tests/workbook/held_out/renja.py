"""Renja beside form E.81: K and Rp within each triwulan, recaps, sheets filled in an application."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "renja_target_realisasi_tw.xlsx",
    2,
    "target and realisasi, each K and Rp, in every triwulan; s.d. triwulan II beside them",
    [
        Baris(7, "Persentase gangguan trantibum yang diselesaikan", 90, 46),
        Baris(8, "Jumlah penanganan gangguan", 120, 63),
        Baris(9, "Jumlah laporan patroli", 12, 6),
        Baris(10, "Tingkat waktu tanggap", 15, 13.5),
    ],
)
def renja_target_realisasi_tw() -> bytes:
    k = Lembar("Evaluasi")
    k.tulis(1, [
        ["EVALUASI RENJA TRIWULAN II TAHUN 2025"],
        ["SATPOL PP KABUPATEN CONTOH"],
        [],
        ["Kode", "Nomenklatur Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "Target 2025", None, "Triwulan I", None, None, None, "Triwulan II", None, None, None, "Realisasi s.d. Triwulan II", None, "% Capaian"],
        [*[None] * 6, "Target", None, "Realisasi", None, "Target", None, "Realisasi"],
        [*[None] * 4, "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp", "K", "Rp"],
        ["1.05.02", "PROGRAM PENINGKATAN KETENTERAMAN", "Persentase gangguan trantibum yang diselesaikan", "%", 90, 800000000, 20, 200000000, 18, 150000000, 45, 400000000, 46, 350000000, 46, 350000000, 51.11, 43.75],
        ["1.05.02.2.01", "Penanganan Gangguan", "Jumlah penanganan gangguan", "Kasus", 120, 400000000, 30, 100000000, 25, 80000000, 30, 100000000, 38, 90000000, 63, 170000000, 52.5, 42.5],
        ["1.05.02.2.01.0003", "Patroli", "Jumlah laporan patroli", "Laporan", 12, 200000000, 3, 50000000, 3, 45000000, 3, 50000000, 3, 40000000, 6, 85000000, 50, 42.5],
        ["1.05.04", "PROGRAM PENCEGAHAN KEBAKARAN", "Tingkat waktu tanggap", "Menit", 15, 300000000, 15, 50000000, 14, 30000000, 15, 80000000, 13.5, 70000000, 13.5, 100000000, 90, 33.33],
    ])
    k.gabung(
        "A4:A6", "B4:B6", "C4:C6", "D4:D6", "E4:F5", "G4:J4", "K4:N4", "O4:P5", "Q4:R5", "G5:H5", "I5:J5",
        "K5:L5", "M5:N5",
    )
    k.tebal("A4:Q4", "G5:M5", "E6:R6")
    return k.byte()


@contoh(
    "rekap_renja_ringkas.xlsx",
    2,
    "a recap of E.81: one target, one realisasi s.d. the year's end",
    [
        Baris(8, "Nilai tingkat kegemaran membaca", 68.5, 69.21),
        Baris(9, "Jumlah perpustakaan yang dibina", 40, 38),
        Baris(10, "Jumlah bahan pustaka yang diadakan", 1250, 1250),
        Baris(11, "Jumlah judul e-book", 200, 215),
        Baris(12, "Persentase arsip statis terselamatkan", 35, 0),
    ],
)
def rekap_renja_ringkas() -> bytes:
    k = Lembar("REKAP")
    k.tulis(1, [
        ["REKAPITULASI EVALUASI HASIL PELAKSANAAN RENJA"],
        ["Dinas Perpustakaan dan Kearsipan"],
        ["s/d Triwulan IV Tahun Anggaran 2024"],
        [],
        ["Kode", "Program/Kegiatan/Subkegiatan", "Indikator", "Target Renja 2024", None, None, "Realisasi s/d Triwulan IV", None, "Tingkat Capaian", None, "Ket"],
        [None, None, None, "Volume", "Satuan", "Anggaran (Rp)", "Kinerja", "Keuangan (Rp)", "Kinerja (%)", "Keuangan (%)"],
        ["2.23", "URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN"],
        ["2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Nilai tingkat kegemaran membaca", 68.5, "Nilai", 800000000, 69.21, 741000000, 101.04, 92.6],
        ["2.23.02.2.01", "Pengelolaan Perpustakaan Tingkat Daerah", "Jumlah perpustakaan yang dibina", 40, "Unit", 300000000, 38, 287500000, 95, 95.8],
        ["2.23.02.2.01.0003", "Pengembangan Bahan Pustaka", "Jumlah bahan pustaka yang diadakan", 1250, "Eksemplar", 150000000, 1250, 148900000, 100, 99.3],
        [None, None, "Jumlah judul e-book", 200, "Judul", None, 215, None, 107.5],
        ["2.24.03", "PROGRAM PERLINDUNGAN ARSIP", "Persentase arsip statis terselamatkan", 35, "%", 90000000, 0, 0, 0, 0],
        [None, "JUMLAH", None, None, None, 1340000000, None, 1177400000, None, 87.9],
    ])
    k.gabung("A5:A6", "B5:B6", "C5:C6", "D5:F5", "G5:H5", "I5:J5", "K5:K6")
    k.tebal("A5:K5", "D6:J6")
    return k.byte()


@contoh(
    "isian_kinerja_karakter.xlsx",
    2,
    "the character of the indicator says how triwulan add up; rows filled in advance, a hidden list, an anggaran sheet",
    [
        Baris(5, "Persentase kejadian bencana yang ditangani", 100, 100, lembar="Isian Kinerja"),
        Baris(6, "Jumlah desa tangguh bencana", 8, 7, lembar="Isian Kinerja"),
        Baris(7, "Jumlah dokumen kajian risiko bencana", 1, 1, lembar="Isian Kinerja"),
        Baris(8, "Waktu tanggap darurat", 20, 18, lembar="Isian Kinerja"),
    ],
)
def isian_kinerja_karakter() -> bytes:
    k = Lembar("Isian Kinerja")
    k.tulis(1, [
        ["EVALUASI RENJA BPBD KABUPATEN CONTOH TAHUN 2024"],
        [],
        ["No Urut", "Kode", "Pilihan", "Nama Bidang/Program/Kegiatan/Sub Kegiatan", "No", "Indikator", "Target 5 Tahun", "Realisasi s/d 2023", "Target 2024", "Satuan", "Karakter Indikator", None, "Realisasi Triwulan", None, None, None, "Realisasi 2024", "Capaian 2024 (%)", "Realisasi s/d 2024", "Predikat"],
        [*[None] * 10, "absolut/non absolut", "naik/turun", "TW 1", "TW 2", "TW 3", "TW 4"],
        [1, "1.05.03", "Program", "Program Penanggulangan Bencana", 1, "Persentase kejadian bencana yang ditangani", 100, 100, 100, "%", "non absolut", "naik", 25, 50, None, 100, 100, 100, 100, "Sangat Tinggi"],
        [2, "1.05.03.2.01", "Kegiatan", "Pelayanan Informasi Rawan Bencana", 1, "Jumlah desa tangguh bencana", 50, 22, 8, "Desa", "absolut", "naik", 0, 3, 2, 2, 7, 87.5, 29, "Sangat Tinggi"],
        [3, "1.05.03.2.01.01", "Subkegiatan", "Penyusunan Kajian Risiko", 1, "Jumlah dokumen kajian risiko bencana", 5, 2, 1, "Dokumen", "absolut", "naik", None, None, 1, None, 1, 100, 3, "Sangat Tinggi"],
        [*[None] * 4, 2, "Waktu tanggap darurat", 15, 24, 20, "Menit", "non absolut", "turun", 22, 21, 19, 18, 18, 110, 18, "Sangat Tinggi"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
        [*[None] * 16, 0, 0, "#DIV/0!"],
    ])
    k.gabung(
        "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4", "J3:J4", "K3:L3",
        "M3:P3", "Q3:Q4", "R3:R4", "S3:S4", "T3:T4",
    )
    k.tebal("A3:T3", "K4:P4")
    k = Lembar("data1", k.wb)
    k.tulis(1, [
        ["Program"],
        ["Kegiatan"],
        ["Subkegiatan"],
        ["absolut"],
        ["non absolut"],
        ["naik"],
        ["turun"],
    ])
    k.ws.sheet_state = "hidden"
    k = Lembar("Isian Keuangan", k.wb)
    k.tulis(1, [
        ["REALISASI KEUANGAN"],
        [],
        ["No", "Kode", "Uraian", "Pagu", "Realisasi TW 1", "Realisasi TW 2", "Realisasi TW 3", "Realisasi TW 4", "Total", "%"],
        [1, "1.06.01", "Program Penunjang", 500000000, 100000000, 120000000, 130000000, None, 350000000, 70],
    ])
    return k.byte()
