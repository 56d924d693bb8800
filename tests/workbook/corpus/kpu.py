"""KPU tables: group rows inside the table, units inside the cells, percent cells; one is a legacy .xls."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

import io

import xlwt

from tests.workbook.corpus.kasus import Harap, Kertas, kasus


@kasus(
    "kpu_iku_kategori.xlsx",
    "IKU | Target | Realisasi | Capaian | Kategori; KEGIATAN and sasaran stand as rows of their own in the first column; "
    "“2 Lap” is 2, “100,00 Persen” is 100; no percent is rescaled",
    [
        Harap("Persentase meningkatnya kapasitas pemahaman para pejabat perbendaharaan dalam pengelolaan keuangan", target=80, sd=80),
        Harap("Jumlah laporan sistem akuntansi dan pelaporan keuangan", target=2, sd=2),
        Harap("Jumlah KPU Provinsi dan Kab/Kota yang menyampaikan laporan pertanggungjawaban tepat waktu", target=11, sd=10),
        Harap("Persentase pola pengelolaan logistik Pemilu di tingkat satker", target=80, sd=76.5),
        Harap("Persentase ketersediaan data kebutuhan logistik", target=100, sd=97.25),
        Harap("Jumlah dokumen inventarisasi logistik", target=1, sd=1),
    ],
    tahun=2020,
)
def iku() -> bytes:
    k = Kertas("Capaian IKU")
    k.tulis(1, [["KOMISI PEMILIHAN UMUM"], ["PROVINSI CONTOH"], [], ["Tabel 3.1 Capaian Kinerja Sekretariat KPU Provinsi Contoh Tahun 2020"],
                ["Indikator Kinerja Utama", "Kinerja", None, None, "Kategori"],
                [None, "Target", "Realisasi", "Capaian"],
                ["KEGIATAN 3355: Pelaksanaan Akuntabilitas Pengelolaan Administrasi Keuangan di Lingkungan Setjen KPU."],
                ["Meningkatnya Pembinaan Perbendaharaan."],
                ["Persentase meningkatnya kapasitas pemahaman para pejabat\nperbendaharaan dalam pengelolaan keuangan", "80%", "80%", "100%", "Berhasil"],
                ["Terlaksananya Sistem Akutansi dan Pelaporan Keuangan."],
                ["Jumlah laporan sistem akuntansi dan pelaporan keuangan", "2 Lap", "2 Lap", "100%", "Berhasil"],
                ["Tersusunnya Laporan Pertanggungjawaban Penggunaan Anggaran."],
                ["Jumlah KPU Provinsi dan Kab/Kota yang menyampaikan laporan pertanggungjawaban tepat waktu", "11 Lap", "10 Lap", "90,91%", "Berhasil"],
                ["KEGIATAN 3356: Fasilitasi Pengelolaan Data, Dokumentasi, Pengadaan, dan Inventarisasi Logistik Pemilu."],
                ["Terlaksananya Pembinaan Koordinasi Tingkat Satker Dalam Mengelola Logistik Pemilu."],
                ["Persentase pola pengelolaan logistik Pemilu di tingkat satker", "80%", "76,5 %", "95,63%", "Berhasil"],
                ["Persentase ketersediaan data kebutuhan logistik", "100,00 Persen", "97,25 persen", "97,25%", "Berhasil"],
                ["Jumlah dokumen inventarisasi logistik", "1 Dok", "1 Dok", "100%", "Berhasil"],
                ["Rata-rata capaian", None, None, "97,30%"]])
    k.gabung("A5:A6", "B5:D5", "E5:E6", *[f"A{b}:E{b}" for b in (7, 8, 10, 12, 14, 15)])
    k.tanda_tangan(20, 1, "Contoh, Januari 2021")  # in the column of the indicators
    return k.byte()


@kasus(
    "kpu_persen_format.xlsx",
    "“Target %” and “Realisasi %” as percent-formatted cells: 0.8 shown as 80 % is 80; the printed capaian is capped at 100",
    [
        Harap("Persentase partisipasi pemilih dalam Pemilu", target=77.5, sd=81.69),
        Harap("Persentase partisipasi pemilih perempuan", target=75, sd=76.2),
        Harap("Persentase pemilih yang berhak memilih tetapi tidak masuk dalam DPT", target=0.2, sd=0.17),
        Harap("Persentase sengketa hukum yang dimenangkan", target=80, sd=83),
    ],
    tahun=2019,
)
def persen_format() -> bytes:
    k = Kertas("LKj 2019")
    k.tulis(1, [["PENGUKURAN KINERJA KPU KABUPATEN CONTOH"], ["TAHUN 2019"], [],
                ["No", "Sasaran", "Indikator Kinerja", "Target %", "Realisasi %", "Capaian %"],
                [1, "Meningkatnya partisipasi", "Persentase partisipasi pemilih dalam Pemilu", 0.775, 0.8169, 1],
                [None, None, "Persentase partisipasi pemilih perempuan", 0.75, 0.762, 1],
                [2, "Tersusunnya DPT akurat", "Persentase pemilih yang berhak memilih tetapi tidak masuk dalam DPT", 0.002, 0.0017, 1],
                [3, "Tertib hukum", "Persentase sengketa hukum yang dimenangkan", 0.8, 0.83, 1]])
    k.format("D5:F8", "0.00%")
    k.gabung("A5:A6", "B5:B6")
    return k.byte()


@kasus(
    "kpu_rencana_aksi_b.xlsx",
    "Rencana Aksi of a KPU city: programme rows with I, A, 1, output indicators, B04/B06/B09/B12 as the ends of quarters; "
    "the plan names positions s.d. the month",
    [
        Harap("Jumlah dokumen anggaran yang disusun", "Dokumen", 4, t=(1, 2, 3, 4), r=(1, 2, None, None), sd=2),
        Harap("Persentase pegawai mengikuti pelatihan", "%", 90, t=(20, 45, 70, 90), r=(22.5, 47, None, None), sd=47),
        Harap("Nilai keterbukaan informasi publik", "Nilai", 95, t=(None, None, None, 95), r=(None,) * 4),
    ],
    tahun=2021,
)
def renaksi() -> bytes:
    k = Kertas("Renaksi")
    k.tulis(1, [["RENCANA AKSI KINERJA KPU KOTA CONTOH TAHUN 2021"], [],
                ["No", "Program/Kegiatan/Sasaran", "Indikator Output", "Satuan", "Target 2021", "Target s.d. Bulan", None, None, None, "Realisasi s.d. Bulan", None, None, None],
                [None] * 5 + ["Maret", "Juni", "September", "Desember"] * 2,
                ["I", "Program Dukungan Manajemen"],
                ["A", "Kegiatan Perencanaan dan Organisasi"],
                [1, "Tersusunnya dokumen anggaran", "Jumlah dokumen anggaran yang disusun", "Dokumen", 4, 1, 2, 3, 4, 1, 2],
                [2, "Meningkatnya kompetensi", "Persentase pegawai mengikuti pelatihan", "%", 90, 20, 45, 70, 90, 22.5, 47],
                ["II", "Program Penyelenggaraan Pemilu"],
                [3, "Meningkatnya keterbukaan", "Nilai keterbukaan informasi publik", "Nilai", 95, None, None, None, 95]])
    k.gabung("F3:I3", "J3:M3", *[f"{c}3:{c}4" for c in "ABCDE"])
    return k.byte()


@kasus(
    "kpu_capaian_lama.xls",
    "a legacy .xls (BIFF8): the same kind of table with group rows; target and realisasi of the year; percent cells",
    [
        Harap("Persentase fasilitasi pencalonan", "%", 100, sd=100, baris=8),
        Harap("Jumlah laporan evaluasi kampanye", "Laporan", 3, sd=2, baris=9),
        Harap("Persentase penyampaian logistik tepat waktu", "%", 95, sd=92.5, baris=11),
        Harap("Jumlah badan adhoc terbentuk", "Badan", 251, sd=251, baris=12),
        Harap("Opini laporan keuangan", "Opini", "WTP", sd="WTP", baris=13, temuan=True),
    ],
    tahun=2018,
)
def lama() -> bytes:
    wb = xlwt.Workbook()
    ws = wb.add_sheet("Capaian Kinerja")
    persen = xlwt.easyxf(num_format_str="0.00%")
    rows: list[list[object]] = [
        ["KOMISI PEMILIHAN UMUM KOTA CONTOH"], ["CAPAIAN KINERJA TAHUN 2018"], [],
        ["No", "Indikator Kinerja", "Satuan", "Tahun 2018", None, None, "Keterangan"],
        [None, None, None, "Target", "Realisasi", "Capaian (%)"],
        [1, 2, 3, 4, 5, "6=5/4x100", 7],
        ["A", "Sasaran: Terselenggaranya tahapan Pemilihan"],
        [1, "Persentase fasilitasi pencalonan", "%", 100, 100, 100],
        [2, "Jumlah laporan evaluasi kampanye", "Laporan", 3, 2, 66.67],
        ["B", "Sasaran: Meningkatnya layanan"],
        [3, "Persentase penyampaian logistik tepat waktu", "%", 0.95, 0.925, 97.37],
        [4, "Jumlah badan adhoc terbentuk", "Badan", 251, 251, 100, "PPK dan PPS"],
        [5, "Opini laporan keuangan", "Opini", "WTP", "WTP", 100],
        [None, "Rata-rata", None, None, None, 92.81],
    ]
    for b, satu in enumerate(rows):
        for c, nilai in enumerate(satu):
            if nilai is not None:
                ws.write(b, c, nilai, persen) if b == 10 and c in (3, 4) else ws.write(b, c, nilai)
    ws.merge(3, 4, 0, 0)
    ws.merge(3, 4, 1, 1)
    ws.merge(3, 4, 2, 2)
    ws.merge(3, 3, 3, 5)
    ws.merge(3, 4, 6, 6)
    wadah = io.BytesIO()
    wb.save(wadah)
    return wadah.getvalue()
