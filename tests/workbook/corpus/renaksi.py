"""Rencana Aksi by quarter and by month, and monitoring of it."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import TANYA, Harap, Kertas, kasus

BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]


@kasus(
    "renaksi_triwulan.xlsx",
    "targets by quarter: those that add up to the year's are increments, those whose TW IV equals it are positions; "
    "a plan has no realisasi; blank rows of activities under an indicator carry their own words but no target",
    [
        Harap("Persentase kepatuhan pelaporan LHKPN", "%", 100, t=(100, 100, 100, 100), r=(None,) * 4),
        Harap("Jumlah laporan hasil pengawasan", "LHP", 48, t=(8, 14, 14, 12), r=(None,) * 4),
        Harap("Persentase tindak lanjut temuan BPK", "%", 92, t=(80, 84, 88, 92), r=(None,) * 4),
        Harap("Maturitas SPIP", "Level", 3.3, t=(None, None, None, 3.3), r=(None,) * 4),
    ],
    tahun=2026,
)
def triwulan() -> bytes:
    k = Kertas("RENAKSI")
    k.tulis(1, [["RENCANA AKSI PERJANJIAN KINERJA TAHUN 2026"], ["INSPEKTORAT DAERAH KABUPATEN CONTOH"], []])
    k.tulis(4, [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Target Triwulan", None, None, None, "Rencana Aksi", "Penanggung Jawab", "Anggaran (Rp)"],
        [None] * 5 + ["TW-I", "TW-II", "TW-III", "TW-IV"],
        [1, "Meningkatnya integritas", "Persentase kepatuhan pelaporan LHKPN", "%", 100, 100, 100, 100, 100, "Asistensi pengisian LHKPN", "Sekretaris", 15000000],
        [None] * 9 + ["Pemantauan harian e-LHKPN", "Sekretaris"],
        [2, "Meningkatnya kualitas pengawasan", "Jumlah laporan hasil pengawasan", "LHP", 48, 8, 14, 14, 12, "Audit reguler OPD", "Irban I", 750000000],
        [3, None, "Persentase tindak lanjut temuan BPK", "%", 92, 80, 84, 88, 92, "Rapat pemutakhiran", "Irban II", 60000000],
        [4, None, "Maturitas SPIP", "Level", 3.3, "-", "-", "-", 3.3, "Penilaian mandiri", "Irban III", 85000000],
    ])
    k.gabung("F4:I4", "A6:A7", "B6:B7", "C6:C7", "D6:D7", "E6:E7", "B8:B10")
    k.tanda_tangan(12, 10, "Contoh, 5 Januari 2026")
    return k.byte()


@kasus(
    "renaksi_bulanan_posisi.xlsx",
    "monthly targets whose December equals the year's are positions (quarter = its last month); 4,47 against 4,7 in "
    "December is a contradiction inside the sheet and must carry a finding",
    [
        Harap("Indeks Ketahanan Daerah", target=0.9, t=(0, 0, 0, 0.9), r=(None,) * 4),
        Harap("Indeks Pencapaian Standar Pelayanan Minimal Suburusan Bencana", target=100, t=(0, 50, 67, 100), r=(None,) * 4),
        Harap("Jumlah desa tangguh bencana", target=24, t=(4, 12, 20, 24), r=(None,) * 4),
        Harap("Indeks Ketahanan Keluarga Terhadap Bencana", target=4.47, t=(0, 0, 0, 4.7), r=(None,) * 4, temuan=True),
    ],
    tahun=2026,
)
def posisi() -> bytes:
    k = Kertas("Renaksi Bulanan")
    nol = [0] * 11
    k.tulis(1, [["RENCANA AKSI"], ["BADAN PENANGGULANGAN BENCANA DAERAH KABUPATEN CONTOH TAHUN 2026"], [],
                ["No", "Tujuan/Sasaran Strategis/Program", "Indikator Kinerja", "Target Tahun", "Target Bulanan", *[None] * 11],
                [None] * 4 + BULAN,
                list(range(1, 17)),
                [1, "Meningkatnya ketangguhan daerah", "Indeks Ketahanan Daerah", "0,9 Angka", *nol, "0,9"],
                [2, None, "Indeks Pencapaian Standar Pelayanan Minimal Suburusan Bencana", "100,00 Persen", 0, 0, 0, 50, 50, 50, 67, 67, 67, 87, 87, 100],
                [3, "Program Penanggulangan Bencana", "Jumlah desa tangguh bencana", "24 Desa", 0, 0, 4, 4, 8, 12, 16, 16, 20, 20, 24, 24],
                [4, None, "Indeks Ketahanan Keluarga Terhadap Bencana", "4,47 Angka", *nol, "4,7"]])
    k.gabung("E4:P4", "A4:A5", "B4:B5", "C4:C5", "D4:D5")
    return k.byte()


@kasus(
    "renaksi_bulanan_tambahan.xlsx",
    "monthly targets that add up to the year's are increments: quarter = sum of its months; the same for realisasi",
    [
        Harap("Jumlah pemeriksaan kesehatan gratis", "Orang", 12000, t=(2700, 3000, 3150, 3150), r=(2500, 3080, None, None), sd=5580),
        Harap("Jumlah penyuluhan", "Kali", 12, t=(3, 3, 3, 3), r=(3, 2, None, None), sd=5),
        Harap("Jumlah kader dilatih", "Orang", 90, t=(0, 30, 60, 0), r=(0, 35, None, None), sd=35),
    ],
    tahun=2025,
)
def tambahan() -> bytes:
    k = Kertas("RENAKSI 2025")
    atas: list[str | None] = ["No", "Indikator Kinerja", "Satuan", "Target Tahunan"]
    bawah: list[str | None] = [None] * 4
    for b in BULAN:
        atas += [b[:3], None]
        bawah += ["T", "R"]
    target = [[800, 900, 1000, 1000, 1000, 1000, 1050, 1050, 1050, 1050, 1050, 1050], [1] * 12, [0, 0, 0, 0, 0, 30, 0, 60, 0, 0, 0, 0]]
    real: list[list[int | None]] = [[750, 850, 900, 1000, 1040, 1040], [1, 1, 1, 1, 0, 1], [0, 0, 0, 0, 0, 35]]
    nama = [("Jumlah pemeriksaan kesehatan gratis", "Orang", 12000), ("Jumlah penyuluhan", "Kali", 12), ("Jumlah kader dilatih", "Orang", 90)]
    baris: list[list[object]] = []
    for i, (uraian, satuan, tahun) in enumerate(nama):
        satu: list[object] = [i + 1, uraian, satuan, tahun]
        for b in range(12):
            satu += [target[i][b], real[i][b] if b < 6 else None]
        baris.append(satu)
    k.tulis(1, [["MONITORING RENCANA AKSI S.D. BULAN JUNI 2025"], ["UPTD PUSKESMAS CONTOH"], [], atas, bawah, *baris])
    for i in range(12):
        k.ws.merge_cells(start_row=4, end_row=4, start_column=5 + 2 * i, end_column=6 + 2 * i)
    return k.byte()


@kasus(
    "renaksi_sumedang_isi.xlsx",
    "months over Target/Realisasi and no annual target: positions (the words “persen kumulatif” in the title) give each "
    "quarter its last month; nothing is a target of the year",
    [
        Harap("Persentase penyelesaian naskah akademik", "%", None, t=(30, 60, 80, 100), r=(25, 55, None, None), sd=55, kode="IKU-11"),
        Harap("Persentase progres pembangunan gedung arsip", "%", None, t=(0, 25, 70, 100), r=(0, 20, None, None), sd=20, kode="IKU-12"),
    ],
)
def sumedang() -> bytes:
    k = Kertas()
    atas: list[str | None] = ["No", "Kode", "IKU", "Unit Kerja", "Satuan"]
    bawah: list[str | None] = [None] * 5
    for b in BULAN:
        atas += [b, None]
        bawah += ["Target", "Realisasi"]
    target = [[10, 20, 30, 40, 50, 60, 60, 70, 80, 90, 95, 100], [0, 0, 0, 5, 15, 25, 40, 55, 70, 85, 95, 100]]
    real = [[8, 15, 25, 35, 45, 55], [0, 0, 0, 5, 12, 20]]
    k.tulis(3, [["LAPORAN RENAKSI (persen kumulatif s.d. bulan)"], [], [], atas, bawah])
    for i, (kode, uraian) in enumerate([("IKU-11", "Persentase penyelesaian naskah akademik"), ("IKU-12", "Persentase progres pembangunan gedung arsip")]):
        satu: list[object] = [i + 1, kode, uraian, "Sekretariat", "%"]
        for b in range(12):
            satu += [target[i][b], real[i][b] if b < 6 else None]
        k.tulis(8 + i, [satu])
    k.gabung("A1:N1", "A3:O3", "B4:N4", "A5:N5", *[f"{c}6:{c}7" for c in "ABCDE"])
    for i in range(12):
        k.ws.merge_cells(start_row=6, end_row=6, start_column=6 + 2 * i, end_column=7 + 2 * i)
    return k.byte()


@kasus(
    "renaksi_dua_baris_tr.xlsx",
    "two rows an indicator, Target and Realisasi, by quarter; the cells of the indicator are merged over both rows",
    [
        Harap("Jumlah koperasi aktif", "Koperasi", 320, t=(300, 306, 312, 320), r=(301, 305, 318, None), sd=318),
        Harap("Jumlah UMKM naik kelas", "UMKM", 100, t=(10, 30, 30, 30), r=(8, 35, 26, None), sd=69),
        Harap("Pertumbuhan volume usaha koperasi", "%", 5, t=(None, None, None, 5), r=(None, None, None, None), sd=None),
    ],
    tahun=2025,
)
def dua_baris() -> bytes:
    k = Kertas("Rencana Aksi")
    k.tulis(1, [["MATRIKS RENCANA AKSI DAN REALISASI TAHUN 2025"], ["DINAS KOPERASI DAN UMKM"], []])
    k.tulis(4, [
        ["No", "Indikator", "Satuan", "Target 2025", "Uraian", "Triwulan", None, None, None, "Ket"],
        [None] * 5 + ["I", "II", "III", "IV"],
        [1, "Jumlah koperasi aktif", "Koperasi", 320, "Target", 300, 306, 312, 320],
        [None] * 4 + ["Realisasi", 301, 305, 318, None, "ODS Kemenkop"],
        [2, "Jumlah UMKM naik kelas", "UMKM", 100, "Target", 10, 30, 30, 30],
        [None] * 4 + ["Realisasi", 8, 35, 26],
        [3, "Pertumbuhan volume usaha koperasi", "%", 5, "Target", "-", "-", "-", 5],
        [None] * 4 + ["Realisasi", "-", "-", "-"],
    ])
    k.gabung("F4:I4", *[f"{c}4:{c}5" for c in "ABCDEJ"], *[f"{c}{b}:{c}{b + 1}" for c in "ABCD" for b in (6, 8, 10)])
    return k.byte()


@kasus(
    "monev_renaksi_awal_akhir.xlsx",
    "Target AWAL, TW-I … TW-IV, AKHIR: AKHIR is the year's target, AWAL the one before the change; sum of TW = AKHIR is "
    "jumlah, TW-IV = AKHIR is nilai akhir; pagu once",
    [
        Harap("Jumlah produk hukum daerah yang disusun", "Produk Hukum", 24, t=(4, 6, 8, 6), r=(3, 7, 8, 6), sd=24, pagu=450000000),
        Harap("Persentase perkara yang diselesaikan", "Persen", 85, t=(70, 75, 80, 85), r=(66.67, 75, 82.5, 90), sd=90, pagu=220000000),
        Harap("Indeks Reformasi Hukum", "Indeks", 90, t=(0, 0, 0, 90), r=(0, 0, 0, 88.7), sd=88.7, pagu=75000000),
    ],
    tahun=2025,
)
def awal_akhir() -> bytes:
    k = Kertas("MONITORING EVALUASI")
    k.tulis(1, [["MONITORING DAN EVALUASI RENCANA AKSI"], ["BAGIAN HUKUM SETDA TAHUN 2025"], []])
    k.tulis(4, [
        ["No", "KEGIATAN UTAMA", "INDIKATOR KEGIATAN UTAMA", "SATUAN", "TARGET KEGIATAN PER TRIWULAN", *[None] * 5, "REALISASI TARGET KEGIATAN PER TRIWULAN", None, None, None, "CAPAIAN REALISASI (%)", "PAGU ANGGARAN", "REALISASI PAGU", "CAPAIAN REALISASI PAGU (%)", "KETERANGAN"],
        [None] * 4 + ["AWAL", "TW-I", "TW-II", "TW-III", "TW-IV", "AKHIR", "TW-I", "TW-II", "TW-III", "TW-IV"],
        list(range(1, 20)),
        [1, "Penyusunan produk hukum", "Jumlah produk hukum daerah yang disusun", "Produk Hukum", 20, 4, 6, 8, 6, 24, 3, 7, 8, 6, 100, 450000000, 430000000, 95.56],
        [2, "Bantuan hukum", "Persentase perkara yang diselesaikan", "Persen", 85, 70, 75, 80, 85, 85, 66.67, 75, 82.5, 90, 105.88, 220000000, 200000000, 90.91],
        [3, "Reformasi hukum", "Indeks Reformasi Hukum", "Indeks", 88, 0, 0, 0, 90, 90, 0, 0, 0, 88.7, 98.56, 75000000, 75000000, 100],
        ["JUMLAH", *[None] * 14, 745000000, 705000000, 94.63],
    ])
    k.gabung("E4:J4", "K4:N4", *[f"{c}4:{c}5" for c in "ABCDOPQRS"], "A10:N10")
    return k.byte()


@kasus(
    "monev_capaian_total.xlsx",
    "“Capaian 2025” I–IV are the realisasi here (rules.md: Capaian sometimes means realisasi), “Capaian Total” the year's; "
    "baseline is last year's; two activities under one indicator share its cells by merge",
    [
        Harap("Persentase cakupan layanan air bersih", "%", 82.5, t=(79, 80, 81, 82.5), r=(78.8, 79.9, 81.2, 82.6), sd=82.6),
        Harap("Jumlah titik pantau kualitas air", "Titik", 40, t=(10, 10, 10, 10), r=(10, 8, 12, 11), sd=41),
        Harap("Indeks Kualitas Lingkungan Hidup", "Poin", 68.4, t=(None, None, None, 68.4), r=(None, None, None, 69.02), sd=69.02),
    ],
    tahun=2025,
)
def capaian_total() -> bytes:
    k = Kertas("Monev")
    k.tulis(1, [["MONITORING DAN EVALUASI KINERJA"], ["DINAS LINGKUNGAN HIDUP"], ["Tahun 2025"], []])
    k.tulis(5, [
        ["Tujuan", "Sasaran", "Indikator", "Rencana Aksi", "Satuan", "Baseline (Capaian 2024)", "Target 2025", "Target Triwulan", None, None, None, "Capaian 2025", None, None, None, "Capaian Total", "Penanggung Jawab"],
        [None] * 7 + ["I", "II", "III", "IV"] * 2,
        ["Lingkungan lestari", "Meningkatnya akses air", "Persentase cakupan layanan air bersih", "Perluasan jaringan", "%", "78,1", "82,5", "79", "80", "81", "82,5", "78,8", "79,9", "81,2", "82,6", "82.60", "Bidang I"],
        [None, "Meningkatnya kualitas air", "Jumlah titik pantau kualitas air", "Pemantauan", "Titik", "38", "40", "10", "10", "10", "10", "10", "8", "12", "11", "41.00", "Bidang II"],
        [None, None, "Indeks Kualitas Lingkungan Hidup", "Penghitungan IKLH", "Poin", "67,9", "68,4", "-", "-", "-", "68,4", "-", "-", "-", "69,02", "69.02", "Bidang II"],
    ])
    k.gabung("H5:K5", "L5:O5", *[f"{c}5:{c}6" for c in "ABCDEFGPQ"], "A7:A9", "B8:B9")
    return k.byte()


@kasus(
    "monev_tw_c_singkat.xlsx",
    "short headers TW1–TW4 (targets) and C1–C4 (realisasi) with a legend that says so; no annual target, and nothing "
    "that settles increments or positions: Total differs by row and is the sheet's own",
    [
        Harap("Jumlah pelaku ekonomi kreatif dibina", "Orang", None, t=(25, 25, 25, 25), r=(20, 30, 25, None), sd=75),
        Harap("Persentase event terlaksana", "%", None, t=(25, 50, 75, 100), r=(25, 50, 70, None), sd=70),
    ],
    tahun=2025,
    atau_tanya=("kolom",),
)
def singkat() -> bytes:
    k = Kertas("Monev")
    k.tulis(1, [["MONITORING DAN EVALUASI KINERJA"], ["Tahun 2025"], ["Keterangan: TW1-TW4 = target triwulan; C1-C4 = realisasi triwulan; Total = realisasi s.d. TW III"]])
    k.tulis(5, [
        ["No", "Sasaran", "Indikator", "Satuan", "Rencana Aksi", "Baseline", "TW1", "TW2", "TW3", "TW4", "C1", "C2", "C3", "C4", "Total", "PJ"],
        [1, "Meningkatnya ekonomi kreatif", "Jumlah pelaku ekonomi kreatif dibina", "Orang", "Pembinaan", 80, 25, 25, 25, 25, 20, 30, 25, None, 75, "Kabid"],
        [2, None, "Persentase event terlaksana", "%", "Event", 100, 25, 50, 75, 100, 25, 50, 70, None, 70, "Kabid"],
    ])
    return k.byte()


@kasus(
    "renaksi_tanpa_petunjuk.xlsx",
    "realisasi of two quarters, an annual target, no quarter targets and no total: sum and last differ, so the sheet "
    "does not settle the realisasi to date; one filled quarter does",
    [
        Harap("Jumlah peserta KB baru", "Peserta", 900, r=(210, 240, None, None), sd=TANYA),
        Harap("Persentase keluarga berkualitas", "%", 64, r=(61.5, 62, None, None), sd=TANYA),
        Harap("Jumlah kampung KB percontohan", "Kampung", 4, r=(None, 2, None, None), sd=2),
    ],
    tahun=2025,
)
def tanpa_petunjuk() -> bytes:
    k = Kertas("Data")
    k.tulis(1, [["Realisasi Kinerja DPPKB Tahun 2025"], [],
                ["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV", "Kendala", "Tindak Lanjut"],
                [1, "Jumlah peserta KB baru", "Peserta", 900, 210, 240, None, None, "Alat kontrasepsi terlambat", "Usul tambahan"],
                [2, "Persentase keluarga berkualitas", "%", 64, 61.5, 62],
                [3, "Jumlah kampung KB percontohan", "Kampung", 4, "belum ada", 2]])
    return k.byte()
