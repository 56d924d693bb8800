"""Several tables on one sheet, a declared width of 16,353 columns, and what stands between the rows."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from openpyxl.styles import PatternFill

from tests.workbook.corpus.kasus import Harap, Kertas, kasus
from tests.workbook.forms import rewrite

_KEPALA = ["No", "Sasaran/Program", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV", "Jumlah", "Capaian (%)"]


@kasus(
    "dua_tabel_kepala_sama.xlsx",
    "the same header twice (sasaran, then program): both tables are read; Jumlah = sum of the quarters in every row",
    [
        Harap("Persentase penurunan luas kawasan kumuh", "%", 20, r=(4, 5, 6, None), sd=15),
        Harap("Rasio rumah layak huni", "Rasio", 0.85, r=(0.2, 0.2, 0.21, None), sd=0.61),
        Harap("Jumlah unit rumah tidak layak huni yang diperbaiki", "Unit", 500, r=(50, 125, 175, None), sd=350),
        Harap("Jumlah sambungan rumah air minum", "SR", 1200, r=(100, 300, 350, None), sd=750),
        Harap("Jumlah dokumen rencana kawasan permukiman", "Dokumen", 2, r=(0, 0, 1, None), sd=1),
    ],
    tahun=2025,
)
def kepala_sama() -> bytes:
    k = Kertas("Capaian TW III")
    k.tulis(1, [["CAPAIAN KINERJA DINAS PERUMAHAN RAKYAT KABUPATEN CONTOH"], ["S.D. TRIWULAN III TAHUN 2025"], [], ["A. CAPAIAN SASARAN STRATEGIS"],
                _KEPALA, [1, 2, 3, 4, 5, 6, 7, 8, 9, "10=6+7+8+9", "11=10/5"],
                [1, "Meningkatnya kualitas permukiman", "Persentase penurunan luas kawasan kumuh", "%", 20, 4, 5, 6, None, 15, 75],
                [None, None, "Rasio rumah layak huni", "Rasio", 0.85, 0.2, 0.2, 0.21, None, 0.61, 71.76],
                ["Rata-rata", *[None] * 9, 73.38], [], ["B. CAPAIAN PROGRAM"],
                _KEPALA, [1, 2, 3, 4, 5, 6, 7, 8, 9, "10=6+7+8+9", "11=10/5"],
                [1, "Program Perumahan", "Jumlah unit rumah tidak layak huni yang diperbaiki", "Unit", 500, 50, 125, 175, None, 350, 70],
                [2, "Program Air Minum", "Jumlah sambungan rumah air minum", "SR", 1200, 100, 300, 350, None, 750, 62.5],
                [3, "Program Kawasan Permukiman", "Jumlah dokumen rencana kawasan permukiman", "Dokumen", 2, 0, 0, 1, None, 1, 50],
                ["Rata-rata", *[None] * 9, 60.83]])
    k.gabung("B7:B8", "A7:A8", "A9:J9", "A17:J17")
    k.kepala("A5:K5")
    k.kepala("A12:K12")
    k.tanda_tangan(18, 8)
    return k.byte()


@kasus(
    "dua_tabel_target_lalu_realisasi.xlsx",
    "the upper table holds the targets, the lower the realisasi of the same indicators by name: one indicator each; "
    "targets add up to the year's (jumlah) or TW IV equals it (nilai akhir)",
    [
        Harap("Jumlah wisatawan nusantara", "Orang", 400000, t=(80000, 100000, 120000, 100000), r=(75000, 110500, None, None), sd=185500),
        Harap("Lama tinggal wisatawan", "Hari", 2.5, t=(2.1, 2.2, 2.4, 2.5), r=(2.05, 2.3, None, None), sd=2.3),
        Harap("Jumlah event budaya", "Event", 8, t=(1, 3, 2, 2), r=(1, 2, None, None), sd=3),
    ],
    tahun=2025,
)
def target_lalu_realisasi() -> bytes:
    k = Kertas("PK dan Realisasi")
    k.tulis(1, [["DINAS PARIWISATA DAN KEBUDAYAAN"], ["TAHUN 2025"], [], ["TABEL 1. TARGET KINERJA"],
                ["No", "Indikator Kinerja", "Satuan", "Target Tahunan", "Target Triwulan", None, None, None],
                [None, None, None, None, "I", "II", "III", "IV"],
                [1, "Jumlah wisatawan nusantara", "Orang", 400000, 80000, 100000, 120000, 100000],
                [2, "Lama tinggal wisatawan", "Hari", 2.5, 2.1, 2.2, 2.4, 2.5],
                [3, "Jumlah event budaya", "Event", 8, 1, 3, 2, 2], [], ["TABEL 2. REALISASI KINERJA"],
                ["No", "Indikator Kinerja", "Satuan", "Realisasi Triwulan", None, None, None, "Keterangan"],
                [None, None, None, "I", "II", "III", "IV"],
                [1, "Jumlah wisatawan nusantara", "Orang", 75000, 110500, None, None, "Data BPS"],
                [2, "Lama tinggal wisatawan", "Hari", 2.05, 2.3],
                [3, "Jumlah event budaya", "Event", 1, 2]])
    k.gabung("E5:H5", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "D12:G12", "A12:A13", "B12:B13", "C12:C13", "H12:H13")
    return k.byte()


@kasus(
    "lebar_16353_kolom.xlsx",
    "<cols> and dimension reach column XDY (16,353) with one styled empty cell there: the table itself is eleven columns",
    [
        Harap("Persentase pelayanan perizinan tepat waktu", "%", 95, r=(20, 25, 25, 22), sd=92),
        Harap("Nilai realisasi investasi (Rp miliar)", "Rp miliar", 1250.5, r=(200.25, 350, 300.5, 410), sd=1260.75),
        Harap("Jumlah izin yang diterbitkan", "Izin", 4800, r=(1100, 1250, 1300, 1225), sd=4875),
    ],
    tahun=2025,
)
def lebar() -> bytes:
    k = Kertas("Capaian")
    k.tulis(1, [["CAPAIAN KINERJA DPMPTSP TAHUN 2025"], [], _KEPALA,
                [1, "Meningkatnya pelayanan perizinan", "Persentase pelayanan perizinan tepat waktu", "%", 95, 20, 25, 25, 22, 92, 96.84],
                [2, "Meningkatnya investasi", "Nilai realisasi investasi (Rp miliar)", "Rp miliar", 1250.5, 200.25, 350, 300.5, 410, 1260.75, 100.82],
                [3, None, "Jumlah izin yang diterbitkan", "Izin", 4800, 1100, 1250, 1300, 1225, 4875, 101.56]])

    def patch(xml: bytes) -> bytes:
        teks = xml.decode()
        awal, akhir = teks.index('<dimension ref="'), teks.index("/>", teks.index('<dimension ref="'))
        teks = teks[:awal] + '<dimension ref="A1:XDY6"' + teks[akhir:]
        teks = teks.replace("<sheetData>", '<cols><col min="1" max="16353" width="9" customWidth="1"/></cols><sheetData>', 1)
        ekor = teks.index("</row>")
        teks = teks[:ekor] + '<c r="XDY1"/>' + teks[ekor:]
        assert "16353" in teks
        return teks.encode()

    return rewrite(k.byte(), {"xl/worksheets/sheet1.xml": patch})


@kasus(
    "kop_dan_baris_tersembunyi.xlsx",
    "a letterhead of seven rows, NBSP and line breaks in headers, two columns called “Keterangan”, a hidden indicator "
    "row (read, with a finding), a hidden list sheet, a group title in each block, sub-totals; cumulative columns “s.d. TW”",
    [
        Harap("Persentase desa mandiri", "%", 30, r=(24.5, 26, 28.25, None), sd=28.25),
        Harap("Jumlah BUMDes aktif", "BUMDes", 85, r=(70, 74, 79, None), sd=79),
        Harap("Persentase penyaluran Dana Desa", "%", 100, r=(40, 60, 92.75, None), sd=92.75),
        Harap("Jumlah aparatur desa yang dilatih", "Orang", 600, r=(0, 150, 420, None), sd=420, temuan=True),
        Harap("Indeks Desa Membangun", "Indeks", 0.72, r=(None, None, 0.7154, None), sd=0.7154),
    ],
    tahun=2025,
)
def kop() -> bytes:
    k = Kertas("s.d. TW III")
    nb = "\u00a0"
    k.tulis(1, [[None, None, "PEMERINTAH KABUPATEN CONTOH"], [None, None, "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA"], [None, None, "Jalan Pahlawan No. 17 Contoh 54321"],
                [None, None, "Telp. (0271) 123456, Faks. 123457, Laman: dispermades.example.go.id"], [],
                [None, None, "LAPORAN REALISASI FISIK DAN KINERJA"], [None, None, "SAMPAI DENGAN TRIWULAN III TAHUN ANGGARAN 2025"], []])
    k.tulis(9, [
        ["NO.", f"TUJUAN{nb}/{nb}SASARAN", f"INDIKATOR{nb}\nKINERJA", f"{nb}SATUAN ", "TARGET\n2025 ", f"REALISASI{nb}KINERJA", None, None, None, "KETERANGAN", "CAPAIAN\n(%)", "KETERANGAN"],
        [None] * 5 + [f"s.d.{nb}TW{nb}I", "s.d. TW  II", "s.d.\nTW III", "s.d. TW IV"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)=(8)/(5)", "(12)"],
        ["I", "BIDANG PEMERINTAHAN DESA"],
        [1, "Meningkatnya kemandirian desa", "Persentase desa mandiri", "%", 30, 24.5, 26, 28.25, None, "", 94.17, "Hasil pemutakhiran"],
        [2, None, f"Jumlah{nb}BUMDes aktif ", "BUMDes", 85, 70, 74, 79, None, "", 92.94],
        ["Sub jumlah / rata-rata", *[None] * 9, 93.55],
        ["II", "BIDANG KEUANGAN DESA"],
        [3, "Meningkatnya tata kelola", "Persentase penyaluran Dana Desa", "%", 100, 40, 60, "92,75", None, "", 92.75],
        [4, None, "Jumlah aparatur desa yang dilatih", "Orang", 600, 0, 150, 420, None, "", 70, "Pelatihan di BPSDM"],
        [5, None, "Indeks Desa Membangun", "Indeks", 0.72, None, None, 0.7154, None, "", 99.36],
        ["Rata-rata capaian kinerja", *[None] * 9, 89.84],
    ])
    k.gabung("C1:L1", "C2:L2", "C6:L6", "C7:L7", "F9:I9", "B12:L12", "B16:L16", "A15:J15", "A20:J20", "B13:B14", "B17:B19")
    k.ws.row_dimensions[18].hidden = True
    daftar = Kertas("Referensi", k.wb)
    daftar.ws.sheet_state = "hidden"
    daftar.tulis(1, [["Indikator", "Satuan", "Target"], ["Persentase desa mandiri", "%", 99], ["Jumlah BUMDes aktif", "BUMDes", 99]])
    for b in range(21, 60):
        k.ws.cell(b, 6).fill = PatternFill("solid", fgColor="FFFFFF")
    k.tanda_tangan(21, 6)
    return k.byte()


@kasus(
    "tw_tanpa_kata_realisasi.xlsx",
    "TW I … TW IV say neither target nor realisasi: “Jumlah” is their sum, differs from the target, and Capaian is "
    "Jumlah / Target in every row, so they are realisasi; asking which columns they are is as good",
    [
        Harap("Jumlah produksi padi", "Ton", 250000, r=(80000, 95000, 40000, 30000), sd=245000),
        Harap("Jumlah kelompok tani dibina", "Kelompok", 60, r=(10, 20, 20, 14), sd=64),
        Harap("Luas lahan terlindungi", "Ha", 1500.5, r=(300, 400.5, 400, 350), sd=1450.5),
    ],
    tahun=2025,
    atau_tanya=("kolom",),
)
def tanpa_kata() -> bytes:
    k = Kertas("Capaian")
    k.tulis(1, [["CAPAIAN KINERJA DINAS PERTANIAN TAHUN 2025"], [],
                ["No", "Program", "Indikator Kinerja", "Satuan", "Target", "TW I", "TW II", "TW III", "TW IV", "Jumlah", "Capaian (%)"],
                [1, "Program Prasarana", "Jumlah produksi padi", "Ton", 250000, 80000, 95000, 40000, 30000, 245000, 98],
                [2, "Program Penyuluhan", "Jumlah kelompok tani dibina", "Kelompok", 60, 10, 20, 20, 14, 64, 106.67],
                [3, "Program Lahan", "Luas lahan terlindungi", "Ha", 1500.5, 300, 400.5, 400, 350, 1450.5, 96.67]])
    return k.byte()
