"""Scorecards: "s.d. bulan", KPI with bobot and nilai, and the T/R rows of a KPPN."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import Harap, Kertas, kasus


@kasus(
    "skor_sd_september.xlsx",
    "three sheets, s.d. Juli, Agustus, September 2025: each holds the state up to its month, so the newest holds the "
    "realisasi to date; asking for the sheet is as good",
    [
        Harap("Persentase penyerapan anggaran", "%", 75, sd=71.35, longgar=True),
        Harap("Jumlah laporan keuangan tepat waktu", "Laporan", 9, sd=9, longgar=True),
        Harap("Nilai IKPA", "Nilai", 96, sd=94.82, longgar=True),
        Harap("Indeks kepuasan layanan internal", "Indeks", 3.4, sd=None, longgar=True),
    ],
    tahun=2025,
    atau_tanya=("lembar",),
    sebut=("Juli 2025", "Agustus 2025"),
)
def september() -> bytes:
    isi = {"Juli": (50, 48.2, 7, 7, 93.1), "Agustus": (62.5, 60.05, 8, 8, 94.0), "September": (75, 71.35, 9, 9, 94.82)}
    k: Kertas | None = None
    for bulan, (a, b, c, d, e) in isi.items():
        k = Kertas(f"{bulan} 2025", k.wb if k else None)
        k.tulis(1, [["KARTU SKOR KINERJA (SCORECARD)"], ["BIRO KEUANGAN"], [f"s.d. bulan {bulan} 2025"], [],
                    ["No", "Sasaran", "Indikator Kinerja", "Satuan", f"s.d. Bulan {bulan} 2025", None, None, "Status"],
                    [None] * 4 + ["Target", "Realisasi", "Capaian"],
                    ["A", "PERSPEKTIF KEUANGAN"],
                    [1, "Terkelolanya anggaran", "Persentase penyerapan anggaran", "%", a, b, round(b / a * 100, 2), "Kuning"],
                    [2, None, "Jumlah laporan keuangan tepat waktu", "Laporan", c, d, 100, "Hijau"],
                    [3, None, "Nilai IKPA", "Nilai", 96, e, round(e / 96 * 100, 2), "Kuning"],
                    ["B", "PERSPEKTIF PELANGGAN"],
                    [4, "Meningkatnya kepuasan", "Indeks kepuasan layanan internal", "Indeks", 3.4, "NA", "NA", "Abu-abu"],
                    [None, "Rata-rata", None, None, None, None, 98.0]])
        k.gabung("E5:G5", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "H5:H6", "B7:H7", "B11:H11", "B8:B10")
    assert k
    return k.byte()


@kasus(
    "skor_sd_bulan_setahun.xlsx",
    "annual target, target s.d. September and realisasi s.d. September side by side: both targets are named",
    [
        Harap("Volume limbah B3 yang diawasi", "Ton", 1200, t=(None, None, 900, None), sd=875.4),
        Harap("Persentase perusahaan taat", "%", 80, t=(None, None, 78, None), sd=76.92),
        Harap("Jumlah kasus lingkungan diselesaikan", "Kasus", 20, t=(None, None, 15, None), sd=15),
    ],
    tahun=2025,
)
def setahun() -> bytes:
    k = Kertas("SEP")
    k.tulis(1, [["LAPORAN CAPAIAN KINERJA S.D. BULAN SEPTEMBER 2025"], ["BALAI PENGAWASAN CONTOH"], [],
                ["No.", "Indikator Kinerja", "Satuan", "Target Tahun 2025", "Target s.d. September", "Realisasi s.d. September", "% Capaian s.d. September", "% Capaian thd Target Tahunan", "Kendala", "Tindak Lanjut"],
                [1, "Volume limbah B3 yang diawasi", "Ton", "1.200,00", "900,00", "875,40", "97,27%", "72,95%", "Curah hujan", "Tambah shift"],
                [2, "Persentase perusahaan taat", "%", "80,00", "78,00", "76,92", "98,62%", "96,15%"],
                [3, "Jumlah kasus lingkungan diselesaikan", "Kasus", "20", "15", "15", "100%", "75%"]])
    return k.byte()


@kasus(
    "skor_kpi_bobot.xlsx",
    "KPI groups in bold rows, Bobot and Nilai beside Target and Realisasi; polaritas stands in a column; percent cells "
    "hold 0.6 with % format beside plain 69.67: the format says 60 %",
    [
        Harap("Pertumbuhan pelanggan", "%", 5, sd=4.6),
        Harap("Kehilangan air (NRW)", "%", 28, sd=30.15),
        Harap("Cakupan pelayanan", "%", 70, sd=69.67),
        Harap("Waktu rata-rata penanganan gangguan", "Jam", 24, sd=18.5),
        Harap("Persentase penagihan", "%", 60, sd=60),
        Harap("Jumlah sambungan baru", "SR", 2500, sd=2610),
    ],
    tahun=2025,
)
def bobot() -> bytes:
    k = Kertas("KPI 2025")
    k.tulis(1, [["KONTRAK KINERJA DAN REALISASI KPI"], ["PERUMDA AIR MINUM CONTOH"], ["TAHUN 2025"], [],
                ["No", "Key Performance Indicator (KPI)", "Satuan", "Polaritas", "Bobot", "Target", "Realisasi", "Capaian", "Nilai"],
                ["I", "Perspektif Keuangan", None, None, 0.3],
                [1, "Pertumbuhan pelanggan", "%", "Maksimal", 0.15, 5, 4.6, 0.92, 13.8],
                [2, "Persentase penagihan", "%", "Maksimal", 0.15, 0.6, 0.6, 1, 15],
                ["II", "Perspektif Operasional", None, None, 0.7],
                [3, "Kehilangan air (NRW)", "%", "Minimal", 0.2, 28, 30.15, 0.9232, 18.46],
                [4, "Cakupan pelayanan", "%", "Maksimal", 0.2, 70, 69.67, 0.9953, 19.91],
                [5, "Waktu rata-rata penanganan gangguan", "Jam", "Minimal", 0.15, 24, 18.5, 1.2292, 18.44],
                [6, "Jumlah sambungan baru", "SR", "Maksimal", 0.15, 2500, 2610, 1.044, 15.66],
                [None, "TOTAL", None, None, 1, None, None, None, 101.27]])
    k.format("E6:E14", "0%")
    k.format("F8:G8", "0%")
    k.format("H7:H13", "0.00%")
    k.kepala("A5:I5")
    return k.byte()


@kasus(
    "kppn_tr.xlsx",
    "T and R rows; Sm.I and s.d. Q3 are derived, not quarters; Y is the year; Pol/KP names polaritas and konsolidasi",
    [
        Harap("Indeks kepuasan satker terhadap layanan KPPN", "Persen", 90, t=(90, 90, 90, 90), r=(100, 99.5, 98.76, 99.26), sd=99.38),
        Harap("Persentase penyelesaian SP2D tepat waktu", "Persen", 99, t=(99, 99, 99, 99), r=(99.8, 99.9, 99.7, 99.95), sd=99.84),
        Harap("Jumlah bimtek satker", "Kegiatan", 8, t=(1, 3, 2, 2), r=(1, 3, 3, 2), sd=9),
        Harap("Nilai kinerja penyaluran DAK Fisik", "Nilai", 85, t=(None, 60, 75, 85), r=(None, 64.4, 78, 88.15), sd=88.15),
    ],
    tahun=2021,
)
def kppn() -> bytes:
    k = Kertas("NKO")
    k.tulis(1, [["CAPAIAN KINERJA KPPN CONTOH"], ["TAHUN 2021"], [],
                ["Kode SS/IKU", "Sasaran Strategis/Indikator Kinerja Utama", "Satuan", "T/R", "Q1", "Q2", "Sm.I", "Q3", "s.d. Q3", "Q4", "Y-21", "Pol/KP", "Indeks"],
                ["1", "Pelayanan yang prima"],
                ["1a-CP", "Indeks kepuasan satker terhadap layanan KPPN", "Persen", "T", 90, 90, 90, 90, 90, 90, 90, "Max/AVG", None],
                [None, None, None, "R", 100, 99.5, 99.75, 98.76, 99.42, 99.26, 99.38, None, 110.42],
                ["1b-N", "Persentase penyelesaian SP2D tepat waktu", "Persen", "T", 99, 99, 99, 99, 99, 99, 99, "Max/AVG"],
                [None, None, None, "R", "99,8", "99,9", "99,85", "99,7", "99,80", "99,95", "99,84", None, 100.85],
                ["2", "Pembinaan yang efektif"],
                ["2a-CP", "Jumlah bimtek satker", "Kegiatan", "T", 1, 3, 4, 2, 6, 2, 8, "Max/SUM"],
                [None, None, None, "R", 1, 3, 4, 3, 7, 2, 9, None, 112.5],
                ["2b-CP", "Nilai kinerja penyaluran DAK Fisik", "Nilai", "T", "-", 60, 60, 75, 75, 85, 85, "Max/TLK"],
                [None, None, None, "R", "-", 64.4, 64.4, 78, 78, 88.15, 88.15, None, 103.71]])
    k.gabung(*[f"{c}{b}:{c}{b + 1}" for c in "ABCL" for b in (6, 8, 11, 13)], "B5:M5", "B10:M10")
    return k.byte()
