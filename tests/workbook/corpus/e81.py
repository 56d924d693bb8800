"""E.81 as regions print it: with and without %, in thousands, K/Satuan/Rp, only s/d columns, recapitulations."""

# ruff: noqa: E501  — a row of a form stands on one line
from __future__ import annotations

from openpyxl.utils import get_column_letter as huruf

from tests.workbook.corpus.kasus import Harap, Kertas, kasus
from tests.workbook.forms import with_cached

_JUMLAH = "the numbering row declares 13 = 9+10+11+12: quarters are increments, the year is their sum"


def _kembar(nilai: list[str], lebar: int = 2) -> list[str | None]:
    return [x for satu in nilai for x in (satu, *[None] * (lebar - 1))]


@kasus(
    "e81_renja_persen.xlsx",
    f"{_JUMLAH}; the % beside K is cumulative and is not read",
    [
        Harap("Indeks Kepuasan Masyarakat terhadap layanan sekretariat", "Indeks", 84, r=(21, 21, 21, 21.5), sd=84.5,
              pagu=210000000, rp=(50000000, 50000000, 50000000, 52000000)),
        Harap("Persentase dokumen perencanaan tepat waktu", "%", 100, r=(25, 25, 25, 25), sd=100,
              pagu=90000000, rp=(20000000, 22000000, 21000000, 24000000)),
        Harap("Jumlah Dokumen Perencanaan Perangkat Daerah", "Dok", 4, r=(2, 0.8, 1.2, 0), sd=4, pagu=73945400,
              rp=(8416000, 12490000, 2688000, 25427000)),
        Harap("Jumlah Laporan Evaluasi Kinerja Perangkat Daerah", "Lap", 8, r=(2.4, 1.6, 2, 2), sd=8, pagu=29065562,
              rp=(0, 0, 5770000, 5841000)),
        Harap("Jumlah Orang yang Menerima Gaji dan Tunjangan ASN", "Orang/bulan", 45, r=(11.25, 11.25, 11.25, 11.25),
              sd=45, pagu=7060433467, rp=(1571439337, 1679687659, 1598446401, 1298472295)),
        Harap("Jumlah Paket Peralatan Rumah Tangga yang Disediakan", "Paket", 1, r=(0, None, 0, 1), sd=1,
              pagu=16152260, rp=(3146500, 2147000, 3322000, 6743000)),
        Harap("Persentase hasil riset yang dimanfaatkan", "Persen", 60, r=(None, None, None, 40), sd=40, pagu=300000000,
              rp=(None, 100000000, None, 120000000)),
    ],
    tahun=2025,
)  # fmt: skip
def persen() -> bytes:
    k = Kertas("Realisasi TW IV")
    k.tulis(1, [["EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH"], ["KABUPATEN CONTOH MAKMUR"], ["TAHUN 2025"]])
    k.gabung("A1:AD1", "A2:AD2", "A3:AD3")
    atas = ["No", "Sasaran Perangkat Daerah",
            "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
            "Indikator Kinerja Program (Outcome)/Kegiatan (Output)", "Satuan",
            *_kembar(["Target Renstra Perangkat Daerah Pada Tahun 2029 (Akhir Periode Renstra)",
                      "Realisasi Capaian Kinerja Renstra s/d Renja Tahun Lalu (n-2)",
                      "Target Kinerja dan Anggaran Renja Tahun Berjalan (Tahun 2025) yang Dievaluasi"]),
            "Realisasi Kinerja Pada Triwulan", *[None] * 11,
            *_kembar(["Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi (2025)",
                      "Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2025",
                      "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s/d Tahun 2025 (%)"])]  # fmt: skip
    tw = [None] * 11 + ["I", None, None, "II", None, None, "III", None, None, "IV"]
    nomor = [1, 2, 3, 4, 5, 6, None, 7, None, 8, None, 9, None, None, 10, None, None, 11, None, None, 12, None, None,
             "13 = 9 + 10 + 11 + 12", None, "14 = 7 + 13", None, "15 = 14/6 x 100"]  # fmt: skip
    sub = [None] * 5 + ["K", "Rp."] * 3 + ["K", "%", "Rp."] * 4 + ["K", "Rp."] * 3
    k.tulis(6, [atas, tw, nomor, sub])
    k.gabung("L6:W6", "L7:N7", "O7:Q7", "R7:T7", "U7:W7", *[f"{c}6:{c}7" for c in "ABCDE"])
    k.gabung(*[f"{huruf(i)}6:{huruf(i + 1)}7" for i in (6, 8, 10, 24, 26, 28)])
    k.kepala("A6:AC9")
    k.tulis(10, [["Perangkat Daerah : Dinas Contoh Satu"]])
    isi: list[tuple[object, ...]] = [
        ("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", *KASUS[0]),
        ("Kegiatan Perencanaan, Penganggaran, dan Evaluasi Kinerja", *KASUS[1]),
        ("Penyusunan Dokumen Perencanaan Perangkat Daerah", *KASUS[2]),
        ("Evaluasi Kinerja Perangkat Daerah", *KASUS[3]),
        ("Penyediaan Gaji dan Tunjangan ASN", *KASUS[4]),
        ("Penyediaan Peralatan Rumah Tangga", *KASUS[5]),
        ("PROGRAM RISET DAN INOVASI DAERAH", *KASUS[6]),
    ]
    hasil: dict[str, float | str] = {}
    for i, (nama, uraian, satuan, target, pagu, q, rp) in enumerate(isi):
        b = 11 + i
        baris: list[object] = [i + 1, "Meningkatnya kinerja perangkat daerah" if i == 0 else None, nama, uraian, satuan,
                               100, 1000, 50, 500, target, pagu]  # fmt: skip
        naik = 0.0
        for t in range(4):
            naik += q[t] or 0
            baris += [q[t], naik / target, rp[t]]
        baris += [f"=L{b}+O{b}+R{b}+U{b}", f"=N{b}+Q{b}+T{b}+W{b}", f"=H{b}+X{b}", None, f"=Z{b}/F{b}*100"]
        k.tulis(b, [baris])
        jumlah = sum(x or 0 for x in q)
        hasil |= {f"X{b}": jumlah, f"Y{b}": sum(x or 0 for x in rp), f"Z{b}": 50 + jumlah, f"AB{b}": 50 + jumlah}
    k.gabung("B11:B17")
    for kolom in ("M", "P", "S", "V"):
        k.format(f"{kolom}11:{kolom}17", "0%")
    k.tulis(
        18,
        [
            ["Rata-rata Capaian Kinerja (%)", *[None] * 26, 97.5],
            ["Predikat Kinerja", *[None] * 26, "Sangat Tinggi"],
        ],
    )
    k.tulis(
        20,
        [
            ["Faktor pendorong keberhasilan kinerja : dukungan pimpinan"],
            ["Faktor penghambat : keterlambatan lelang"],
        ],
    )
    k.tanda_tangan(22, 25)
    k.ws["AI14"] = "=SUM(X11:X17)"
    hasil |= {"AI14": 282.5, "AB16": "#DIV/0!"}  # scratch beside the table, an error in a printed capaian
    return with_cached(k.byte(), hasil)


KASUS = [
    ("Indeks Kepuasan Masyarakat terhadap layanan sekretariat", "Indeks", 84, 210000000, (21, 21, 21, 21.5),
     (50000000, 50000000, 50000000, 52000000)),
    ("Persentase dokumen perencanaan tepat waktu", "%", 100, 90000000, (25, 25, 25, 25),
     (20000000, 22000000, 21000000, 24000000)),
    ("Jumlah Dokumen Perencanaan Perangkat Daerah", "Dok", 4, 73945400, (2, 0.8, 1.2, 0),
     (8416000, 12490000, 2688000, 25427000)),
    ("Jumlah Laporan Evaluasi Kinerja Perangkat Daerah", "Lap", 8, 29065562, (2.4, 1.6, 2, 2), (0, 0, 5770000, 5841000)),
    ("Jumlah Orang yang Menerima Gaji dan Tunjangan ASN", "Orang/bulan", 45, 7060433467, (11.25,) * 4,
     (1571439337, 1679687659, 1598446401, 1298472295)),
    ("Jumlah Paket Peralatan Rumah Tangga yang Disediakan", "Paket", 1, 16152260, (0, None, 0, 1),
     (3146500, 2147000, 3322000, 6743000)),
    ("Persentase hasil riset yang dimanfaatkan", "Persen", 60, 300000000, (None, None, None, 40),
     (None, 100000000, None, 120000000)),
]  # fmt: skip


@kasus(
    "e81_renja_teks_rupiah.xlsx",
    "numbering (1)…(15) in brackets above Kinerja/Rp; Satuan under a merged Indikator; rupiah as text; after TW II",
    [
        Harap("Persentase Kelulusan Peserta Pelatihan", "%", 90, r=(20.5, 30, None, None), sd=50.5, pagu=1234567000,
              rp=(234567000, 300000000, None, None)),
        Harap("Jumlah peserta pelatihan vokasi", "Orang", 250, r=(50, 75, None, None), sd=125, pagu=1034567000.5,
              rp=(134567000, 200000000, None, None)),
        Harap("Jumlah Dokumen Hasil Koordinasi", "Dokumen", 12, r=(3, 3, None, None), sd=6, pagu=200000000,
              rp=(100000000, 100000000, None, None)),
        Harap("Tingkat Pengangguran Terbuka", "Persen", 4.25, r=(0, 4.31, None, None), sd=4.31),
    ],
    tahun=2024,
)  # fmt: skip
def teks_rupiah() -> bytes:
    k = Kertas("TW II")
    k.tulis(1, [["PEMERINTAH KOTA CONTOH"], ["DINAS TENAGA KERJA"], ["Jl. Merdeka No. 1 Telp. (021) 123456"], [],
                ["Formulir E.81 Evaluasi Terhadap Hasil Renja Perangkat Daerah Lingkup Kota"],
                ["Renja Dinas Tenaga Kerja Kota Contoh"], ["Periode Pelaksanaan : Triwulan II Tahun 2024"], []])  # fmt: skip
    atas = ["No", "Sasaran", "Kode", "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
            "Indikator Kinerja Program (Outcome)/Kegiatan/Sub Kegiatan (output)", None,
            *_kembar(["Target Renstra PD Tahun 2021-2026", "Realisasi capaian Kinerja Renstra Tahun 2023 (n-2)",
                      "Target Kinerja dan Anggaran Renja PD Tahun 2024 (Tahun berjalan) yang dievaluasi"]),
            "Realisasi Kinerja Pada Triwulan", *[None] * 7,
            *_kembar(["Realisasi Capaian Kinerja dan Anggaran Renja yang dievaluasi tahun 2024",
                      "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)"]), "SKPD Penanggungjawab", "Ket."]  # fmt: skip
    tw = [None] * 12 + _kembar(["I", "II", "III", "IV"])
    nomor = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", *_kembar([f"({i})" for i in range(7, 14)]),
             "(14)=(10)+(11)+(12)+(13)", None, "(15)=(14)/(9)x100", None, "(16)", "(17)"]  # fmt: skip
    sub = [None] * 4 + ["Indikator Kinerja", "Satuan"] + ["Kinerja", "rp"] * 9
    k.tulis(9, [atas, tw, nomor, sub])
    k.gabung("E9:F10", "M9:T9", "M10:N10", "O10:P10", "Q10:R10", "S10:T10", *[f"{c}9:{c}10" for c in "ABCD"])
    baris = [
        (1, "Meningkatnya kompetensi tenaga kerja", "2.07.03", "Program Pelatihan Kerja", "Persentase Kelulusan Peserta Pelatihan", "%", 95, "Rp5.000.000.000,00", 88, "Rp900.000.000,00", 90, "Rp1.234.567.000,00", "20,5", "Rp234.567.000,00", 30, "Rp300.000.000,00", "", "", "", "", 50.5, "Rp534.567.000,00", 56.11, 43.3, "Disnaker"),
        ("", "", "2.07.03.2.01", "Pelaksanaan Pelatihan", "Jumlah peserta pelatihan vokasi", "Orang", 1000, "Rp4.000.000.000,00", 240, "Rp800.000.000,00", "250", "Rp1.034.567.000,50", "50", "Rp 134.567.000", "75 Orang", "Rp 200.000.000", "", "-", "", "-", 125, "Rp334.567.000,00", 50, 32.34, "Disnaker"),
        ("", "", "2.07.03.2.01.0001", "Koordinasi Lintas Lembaga", "Jumlah Dokumen Hasil Koordinasi", "Dokumen", 60, "", 12, "", 12, 200000000, 3, 100000000, 3, 100000000, "", "", "", "", 6, 200000000, 50, 100, "Disnaker"),
        (2, "Menurunnya pengangguran", "2.07.04", "Program Penempatan Tenaga Kerja", "Tingkat Pengangguran Terbuka", "Persen", "4,00", "", "4,40", "", "4,25", "", 0, "", "4,31", "", "", "", "", "", "4,31", "", "98,59", "", "Disnaker"),
    ]  # fmt: skip
    akhir = k.tulis(13, baris)
    k.tulis(akhir, [["", "", "", "JUMLAH", "", "", "", "", "", "", "", "Rp1.234.567.000,00"]])
    k.tanda_tangan(akhir + 1, 20, "Contoh, 10 Juli 2024")
    return k.byte()


@kasus(
    "e81_rkpd_ribuan.xlsx",
    "“(dalam ribuan rupiah)” above the table: money × 1000; rows without a K are not indicators; TW III is the last",
    [
        Harap("Angka Kematian Ibu per 100.000 kelahiran hidup", "Angka", 110, r=(30, 28, 25, None), sd=83,
              pagu=12500000000, rp=(1250000000, 2500000000, 3000000000, None)),
        Harap("Cakupan imunisasi dasar lengkap", "%", 95, r=(20, 25, 24.5, None), sd=69.5, pagu=2500000000,
              rp=(500000000, 625000000, 600000000, None)),
        Harap("Jumlah Puskesmas terakreditasi paripurna", "Unit", 6, r=(0, 2, 1, None), sd=3, pagu=875500000,
              rp=(0, 300250000, 200000000, None)),
        Harap("Persentase balita stunting yang ditangani", "%", 100, r=(22, 26, 27, None), sd=75, pagu=640000000,
              rp=(100000000, 150000000, 160000000, None)),
    ],
    tahun=2025,
)  # fmt: skip
def ribuan() -> bytes:
    k = Kertas("E81 RKPD")
    k.tulis(1, [["EVALUASI TERHADAP HASIL RKPD KABUPATEN CONTOH SEJAHTERA TAHUN 2025"], ["DINAS KESEHATAN"],
                [None] * 20 + ["(dalam ribuan rupiah)"]])  # fmt: skip
    k.gabung("A1:W1")
    atas = ["Kode Rekening", None, None, "Urusan/Bidang Urusan Pemerintahan Daerah\ndan Program/Kegiatan",
            "Indikator Kinerja\nProgram (Outcome)/\nKegiatan (Output)", "Satuan",
            *_kembar(["Target RPJMD Kabupaten pada Tahun 2029", "Target Kinerja dan Anggaran RKPD Tahun 2025"]),
            "Realisasi Kinerja pada Triwulan", *[None] * 7,
            *_kembar(["Realisasi Capaian Kinerja dan Anggaran RKPD yang Dievaluasi",
                      "Tingkat Capaian Kinerja dan Realisasi Anggaran RKPD (%)"]), "Perangkat Daerah Penanggung Jawab"]  # fmt: skip
    k.tulis(5, [atas, [None] * 10 + _kembar(["I", "II", "III", "IV"]),
                [None] * 6 + ["K", "Rp"] * 8,
                [1, None, None, 2, 3, 4, *_kembar(["5", "6", "7", "8", "9", "10"]), "11 = 7+8+9+10", None, "12 = 11/6 x100%",
                 None, 13]])  # fmt: skip
    k.gabung(
        "A5:C7", "D5:D7", "E5:E7", "F5:F7", "G5:H6", "I5:J6", "K5:R5", "K6:L6", "M6:N6", "O6:P6", "Q6:R6", "S5:T6"
    )
    k.gabung("U5:V6", "W5:W7", "A8:C8")
    akhir = k.tulis(9, [
        [1, "02", None, "URUSAN PEMERINTAHAN BIDANG KESEHATAN", None, None, None, None, None, 12500000],
        [1, "02", "02", "PROGRAM PEMENUHAN UPAYA KESEHATAN", "Angka Kematian Ibu per 100.000 kelahiran hidup", "Angka", 90,
         60000000, 110, 12500000, 30, 1250000, 28, 2500000, 25, 3000000, None, None, 83, 6750000, 75.45, 54],
        [1, "02", "2.01", "Kegiatan Imunisasi", "Cakupan imunisasi\ndasar lengkap", "%", 98, 12000000, 95, 2500000, 20, 500000, 25,
         625000, 24.5, 600000, None, None, 69.5, 1725000, 73.16, 69],
        [1, "02", "2.02", "Kegiatan Akreditasi", "Jumlah Puskesmas terakreditasi paripurna", "Unit", 20, 4000000, 6, 875500, 0, 0, 2,
         300250, 1, 200000, None, None, 3, 500250, 50, 57.14],
        [1, "02", "2.03", "Kegiatan Gizi", "Persentase balita stunting  yang ditangani ", "% ", 100, 3000000, 100, 640000, 22, 100000, 26,
         150000, 27, 160000, None, None, 75, 410000, 75, 64.06],
        ["Rata-rata capaian kinerja (%)", *[None] * 19, 68.4], ["Predikat kinerja", *[None] * 19, "Sedang"],
    ])  # fmt: skip
    k.gabung(f"A{akhir - 2}:T{akhir - 2}", f"A{akhir - 1}:T{akhir - 1}")
    k.tanda_tangan(akhir, 19)
    return k.byte()


@kasus(
    "e81_k_satuan_rp.xlsx",
    "three columns a quarter (K, Satuan, Rp): the unit stands beside each K; sum of quarters = realisasi Renja",
    [
        Harap("Persentase jalan kabupaten dalam kondisi mantap", "%", 72, r=(10, 20, 22, 19), sd=71, pagu=85000000000,
              rp=(1000000000, 20000000000, 30000000000, 31000000000)),
        Harap("Panjang jalan yang direhabilitasi", "km", 12.5, r=(0, 3.5, 4, 5), sd=12.5, pagu=40000000000,
              rp=(0, 10000000000, 14000000000, 15500000000)),
        Harap("Jumlah jembatan yang dibangun", "unit", 3, r=(0, 0, 1, 2), sd=3, pagu=9000000000,
              rp=(0, 900000000, 3000000000, 5000000000)),
    ],
    tahun=2023,
)  # fmt: skip
def triplet() -> bytes:
    k = Kertas("Worksheet")
    k.tulis(
        1,
        [
            ["EVALUASI TERHADAP HASIL RENJA SKPD"],
            ["DINAS PEKERJAAN UMUM KABUPATEN CONTOH"],
            ["TAHUN ANGGARAN 2023"],
        ],
    )
    atas = ["No", "Sasaran", "Kode", "Program / Kegiatan", "Indikator Kinerja Program (outcome) / Kegiatan (output)",
            *_kembar(["Target Renstra SKPD pada Tahun 2019 s/d Tahun 2024 (periode Renstra SKPD)",
                      "Realisasi Capaian Kinerja Renstra SKPD sampai dengan Renja SKPD Tahun Lalu",
                      "Target kinerja dan anggaran Renja SKPD Tahun Berjalan Tahun 2023 yang dievaluasi"], 3),
            "Realisasi Kinerja Pada Triwulan", *[None] * 11,
            *_kembar(["Realisasi Capaian Kinerja dan Anggaran Renja SKPD yang dievaluasi"], 3),
            *_kembar(["Tingkat Capaian Kinerja dan Realisasi Anggaran Renja yang dievaluasi (%)"]),
            "Unit OPD Penanggung Jawab"]  # fmt: skip
    k.tulis(5, [atas, [None] * 14 + _kembar(["I", "II", "III", "IV"], 3),
                [1, 2, 3, 4, 5, *_kembar(["6", "7", "8", "9", "10", "11", "12", "13 = 9+10+11+12"], 3), "14 = 13/8 x 100", None, 15],
                [None] * 5 + ["K", "Satuan", "Rp"] * 8 + ["K", "Rp"]])  # fmt: skip
    k.gabung("F5:H6", "I5:K6", "L5:N6", "O5:Z5", "O6:Q6", "R6:T6", "U6:W6", "X6:Z6", "AA5:AC6", "AD5:AE6")
    isi = [
        (1, "Meningkatnya infrastruktur", "1.03.10", "Program Penyelenggaraan Jalan", "Persentase jalan kabupaten dalam kondisi mantap", "%", 75, 70, 72, 85e9, (10, 20, 22, 19), (1e9, 20e9, 30e9, 31e9)),
        ("", "", "1.03.10.2.01", "Rehabilitasi Jalan", "Panjang jalan yang direhabilitasi", "km", 60, 40, 12.5, 40e9, (0, 3.5, 4, 5), (0, 10e9, 14e9, 15.5e9)),
        ("", "", "1.03.10.2.02", "Pembangunan Jembatan", "Jumlah jembatan yang dibangun", "unit", 12, 8, 3, 9e9, (0, 0, 1, 2), (0, 0.9e9, 3e9, 5e9)),
    ]  # fmt: skip
    baris = []
    for no, sasaran, kode, nama, uraian, satuan, renstra, lalu, target, pagu, q, rp in isi:
        satu: list[object] = [no, sasaran, kode, nama, uraian, renstra, satuan, pagu * 4, lalu, satuan, pagu * 2]
        satu += [target, satuan, pagu]
        for a, b in zip(q, rp, strict=True):
            satu += [a, satuan, b]
        satu += [sum(q), satuan, sum(rp), sum(q) / target * 100, sum(rp) / pagu * 100, "DPU"]
        baris.append(satu)
    k.tulis(9, baris)
    return k.byte()


@kasus(
    "e81_hanya_sd.xlsx",
    "“Realisasi s/d Triwulan III” is the realisasi to date; the year's target stands beside it",
    [
        Harap("Nilai SAKIP Perangkat Daerah", "Nilai", 78, sd=77.85, pagu=5200000000),
        Harap("Persentase arsip yang dikelola sesuai standar", "%", 85, sd=61.2, pagu=310000000),
        Harap("Jumlah perpustakaan desa yang dibina", "Perpustakaan", 40, sd=28, pagu=450000000),
        Harap("1. Nilai LHE AKIP    2. Indeks Kepuasan Masyarakat", "Nilai", 100, sd=80.5, temuan=True),
        Harap("Tingkat kegemaran membaca", "Indeks", 66.5, sd=None, pagu=125000000),
    ],
    tahun=2025,
)
def hanya_sd() -> bytes:
    k = Kertas("s.d. TW III")
    k.tulis(2, [["EVALUASI HASIL RENJA DINAS PERPUSTAKAAN DAN KEARSIPAN"], ["S/D TRIWULAN III TAHUN 2025"]])
    k.tulis(5, [
        ["No.", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Satuan", "Target Renja Tahun 2025", None,
         "Realisasi s/d Triwulan III", None, "Tingkat Capaian (%)", None, "Keterangan"],
        [None, None, None, None, "K", "Rp", "K", "Rp", "K", "Rp"],
        [1, 2, 3, 4, 5, 6, 7, 8, "9 = 7/5*100", "10 = 8/6*100", 11],
        [1, "Program Penunjang", "Nilai SAKIP Perangkat Daerah", "Nilai", 78, 5200000000, 77.85, 3600000000, 99.81, 69.23, ""],
        [2, "Program Kearsipan", "Persentase arsip yang dikelola sesuai standar", "%", 85, 310000000, 61.2, 190000000, 72, 61.29],
        [3, "Program Pembinaan Perpustakaan", "Jumlah perpustakaan desa yang dibina", "Perpustakaan", 40, 450000000, 28,
         300000000, 70, 66.67],
        [None, None, "Tingkat kegemaran membaca", "Indeks", 66.5, 125000000, "-", 0, "-", 0, "Dirilis Perpusnas akhir tahun"],
        [None, None, "1. Nilai LHE AKIP    2. Indeks Kepuasan Masyarakat", "Nilai", 100, 0, 80.5, 0, 80.5, 0],
        [None, "JUMLAH", None, None, None, 6085000000, None, 4090000000, None, 67.21],
        [None, "Rata-rata", None, None, None, None, None, None, 80.6],
    ])  # fmt: skip
    k.gabung("A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:H5", "I5:J5", "K5:K6")
    k.tanda_tangan(16, 8)
    return k.byte()


@kasus(
    "e81_rekap_rkpd.xlsx",
    "a recapitulation: one target of the RKPD and one realisasi of the RKPD; RPJMD and last year stay apart",
    [
        Harap("Indeks Pembangunan Manusia", "Indeks", 73.1, sd=73.45, pagu=1500000000000),
        Harap("Angka Kemiskinan", "%", 9.5, sd=9.87, pagu=220000000000),
        Harap("Pertumbuhan Ekonomi", "%", 5.4, sd=-1.41, pagu=95000000000),
        Harap("Gini Rasio", "Angka", 0.35, sd=0.347),
        Harap("Indeks Reformasi Birokrasi", "Indeks", 70, sd=71.02, pagu=88000000000),
    ],
    tahun=2024,
)
def rekap() -> bytes:
    k = Kertas("Rekapitulasi")
    k.tulis(1, [["REKAPITULASI EVALUASI HASIL PELAKSANAAN RKPD"], ["PEMERINTAH KABUPATEN CONTOH"], ["TAHUN 2024"]])
    atas = ["No", "Urusan / Bidang Urusan Pemerintah Daerah dan Program / Kegiatan", "Indikator Kinerja", "Satuan",
            *_kembar(["Capaian Kinerja RPJMD pada Tahun 2026 Akhir Periode RPJMD",
                      "Realisasi Capaian Kinerja RKPD s/d Tahun Lalu (n-2)",
                      "Target Kinerja dan Anggaran RKPD Tahun Berjalan yang dievaluasi (Tahun n-1)",
                      "Realisasi Capaian Kinerja dan Anggaran RKPD yang dievaluasi (tahun n-1)",
                      "Tingkat Capaian Kinerja dan Realisasi Anggaran RKPD (%)"]),
            "Perangkat Daerah Penanggung Jawab", "Ket."]  # fmt: skip
    k.tulis(5, [atas, [1, 2, 3, 4, *_kembar(["5", "6", "7", "8", "9 = 8/7 x 100%"]), 10, 11], [None] * 4 + ["K", "Rp"] * 5,
                [1, "Program Pendidikan", "Indeks Pembangunan Manusia", "Indeks", 74, 6e12, 72.8, 3e12, 73.1, 1.5e12, 73.45, 1.4e12,
                 100.48, 93.33, "Dinas Pendidikan"],
                [2, "Program Perlindungan Sosial", "Angka Kemiskinan", "%", 8.5, 9e11, 10.1, 4e11, 9.5, 2.2e11, 9.87, 2.1e11, 96.1,
                 95.45, "Dinas Sosial"],
                [3, "Program Ekonomi", "Pertumbuhan Ekonomi", "%", 5.8, 4e11, 5.1, 2e11, 5.4, 9.5e10, -1.41, 9e10, -26.11, 94.7],
                [None, None, "Gini Rasio", "Angka", 0.33, None, 0.352, None, 0.35, None, 0.347, None, 100.86],
                [4, "Program Organisasi", "Indeks Reformasi Birokrasi", "Indeks", 75, 3e11, 69, 2e11, 70, 8.8e10, 71.02, 8e10, 101.46,
                 90.9, "Setda"]])  # fmt: skip
    k.gabung(*[f"{huruf(i)}5:{huruf(i + 1)}5" for i in range(5, 14, 2)])
    return k.byte()


@kasus(
    "e81_kosong_bkpsdm.xlsx",
    "the shape of e81_kosong_bkpsdm_2026: names of (sub)kegiatan but no indicator, target or figure: no row at all",
)
def kosong() -> bytes:
    k = Kertas("renja 2026")
    k.tulis(2, [["Kode Rekening", *[None] * 4, "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
                 "Indikator Kinerja Program (Outcome)/Kegiatan (Output)/Sub Kegiatan", "Satuan Indikator Kinerja",
                 "Target Kinerja dan Anggaran RENJA Tahun Berjalan (n-1) yang dievaluasi", None,
                 "Realisasi Kinerja pada Triwulan ", *[None] * 7,
                 "Realisasi Capaian Kinerja dan Anggaran RENJA yang Dievaluasi", None,
                 "Tingkat Capaian Kinerja dan Realisasi Anggaran RENJA Tahun 2026", None, "Unit Kerja", "Evidence", "Evidence"],
                [None] * 10 + _kembar(["I", "II", "III", "IV"]), [None] * 8 + ["K", "Rp"] * 7,
                [1, *[None] * 4, 2, 3, None, 6, None, *_kembar(["7", "8", "9", "10"]), "11 = 7+8+9+10", None, "12 = 11/6 x100%", None, 15]])  # fmt: skip
    nama = ["PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "Kegiatan Perencanaan dan Evaluasi",
            "Sub Kegiatan Penyusunan Dokumen Perencanaan", "Sub Kegiatan Koordinasi dan Penyusunan DPA-SKPD"]  # fmt: skip
    for i, satu in enumerate(nama):
        k.tulis(6 + i, [[None] * 5 + [satu]])
        k.gabung(f"F{6 + i}:V{6 + i}")
    return k.byte()


@kasus(
    "e81_kepala_saja_jember.xlsx",
    "the shape of evaluasi_rkpd_kosong_jember: header only, numbering above K/Rp",
    tolak=("tidak-ada-baris-data",),
)
def kepala_saja() -> bytes:
    k = Kertas()
    k.tulis(1, [["EVALUASI TERHADAP HASIL RKPD PEMERINTAH KABUPATEN CONTOH TAHUN 2020"],
                ["No", "Sasaran", "Kode", "Urusan / Program / Kegiatan", "Indikator Kinerja Program (Outcome)/ Kegiatan (Output)",
                 "Target RPJMD Kabupaten/Kota pada Tahun 2021",
                 *_kembar(["Realisasi Capaian Kinerja RPJMD sampai dengan Tahun 2019", "Target Kinerja dan Anggaran RKPD Tahun 2020 yang dievaluasi"]),
                 "Realisasi Kinerja pada Triwulan", *[None] * 7,
                 *_kembar(["Realisasi Capaian Kinerja dan Anggaran RKPD", "Tingkat Capaian Kinerja"]), "Perangkat Daerah Penanggung Jawab"],
                [None] * 10 + _kembar(["I", "II", "III", "IV"]),
                [1, 2, 3, 4, 5, 6, *_kembar(["7", "8", "9", "10", "11", "12", "13"]), "14 = 13/8*100", None, 17],
                [None] * 6 + ["K", "Rp"] * 8])  # fmt: skip
    k.gabung("A1:W1", "G2:H3", "I2:J3", "K2:R2", "K3:L3", "M3:N3", "O3:P3", "Q3:R3")
    return k.byte()
