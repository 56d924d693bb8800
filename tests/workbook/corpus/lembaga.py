"""Forms of ministries and campuses, E.81 in other words, and percentages written two ways."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import Harap, Kertas, kasus


@kasus(
    "kertas_kerja_kumulatif.xlsx",
    "a work sheet of a statistics office: Alokasi Target (Kumulatif) and Realisasi (Kumulatif) by quarter, so the last "
    "filled is the realisasi to date; X and Y (pembilang, penyebut) are not the target; “-” is not measured",
    [
        Harap("Persentase publikasi berkualitas", "Persen", 96.43, t=(17.86, 42.86, 71.43, 96.43), r=(17.86, 46.43, None, None), sd=46.43, kode="1131"),
        Harap("Indeks Pelayanan Publik", "Poin", 4.35, t=(0, 1.04, 4.05, 4.35), r=(0, 1.1, None, None), sd=1.1, kode="1132"),
        Harap("Persentase K/L yang memanfaatkan data", "Persen", 80, t=(0, 0, 40, 80), r=(None, None, None, None), sd=None, kode="1133"),
    ],
    tahun=2026,
)
def kumulatif() -> bytes:
    k = Kertas("LK_Kabkot")
    k.tulis(1, [["KERTAS KERJA PENGUKURAN KINERJA TRIWULANAN TAHUN 2026"], ["BPS KABUPATEN CONTOH"], [],
                ["No.", "Kode Indikator", "Sasaran / Indikator Kinerja", "Jenis Nilai", "Satuan", "Target 2026", None, None, "Alokasi Target (Kumulatif)", None, None, None, "Realisasi (Kumulatif)", None, None, None, "Capaian terhadap Target Triwulanan", None, None, None, "Capaian terhadap Target Setahun", None, None, None, "Kendala", "Solusi", "Rencana Tindak Lanjut", "PIC", "Batas Waktu"],
                [None] * 5 + ["X", "Y", "Target"] + ["TW I", "TW II", "TW III", "TW IV"] * 4,
                [None, "113", "Meningkatnya kualitas data dan informasi"],
                [1, "1131", "Persentase publikasi berkualitas", "%", "Persen", 27, 28, 96.43, 17.86, 42.86, 71.43, 96.43, 17.86, 46.43, "-", "-", 100, 108.33, "-", "-", 18.52, 48.15, "-", "-", "Responden lambat", "Kunjungan", "Rapat", "PIC-01", "30 Juni 2026"],
                [2, "1132", "Indeks Pelayanan Publik", "Non %", "Poin", None, None, 4.35, 0, 1.04, 4.05, 4.35, 0, 1.1, "-", "-", "-", 105.77, "-", "-", 0, 25.29],
                [3, "1133", "Persentase K/L yang memanfaatkan data", "%", "Persen", 8, 10, 80, 0, 0, 40, 80, "-", "-", "-", "-", "-", "-"],
                [None, None, "Rata-rata capaian", *[None] * 13, 100, 107.05]])
    k.gabung("F4:H4", "I4:L4", "M4:P4", "Q4:T4", "U4:X4", *[f"{c}4:{c}5" for c in ("A", "B", "C", "D", "E", "Y", "Z", "AA", "AB", "AC")])
    return k.byte()


@kasus(
    "kampus_target_capaian_tw.xlsx",
    "Target PK is the year's; Target TW and Capaian TW belong to the quarter in the title (Triwulan II); Capaian TW is "
    "the realisasi, its percentage stands beside it; the only filled quarter is the realisasi to date",
    [
        Harap("Persentase lulusan yang berhasil mendapat pekerjaan", None, 60, t=(None, 25, None, None), r=(None, 22.5, None, None), sd=22.5, kode="IKU 1.1"),
        Harap("Jumlah mahasiswa berkegiatan di luar program studi", None, 800, t=(None, 400, None, None), r=(None, 455, None, None), sd=455, kode="IKU 1.2"),
        Harap("Rata-rata predikat SAKIP", None, "BB", r=(None,) * 4, sd=None, kode="IKU 4.1"),
        Harap("Persentase kerja sama program studi", None, 75, t=(None, 50, None, None), r=(None, 50, None, None), sd=50, kode="IKU 2.6"),
    ],
    tahun=2025,
)
def kampus() -> bytes:
    k = Kertas("Pengukuran")
    k.tulis(1, [["Data Pengukuran Kinerja Triwulan II Tahun 2025"], ["Fakultas Teknik Universitas Contoh"], [],
                ["No", "Kode SK", "Sasaran Kinerja (SK)", "Kode IKU", "Indikator kinerja Kegiatan (IKK) ", "Target PK", "Target TW", "Capaian TW", "Persentase Capaian TW", "Analisis Progress Capaian Tri Wulan", "PIC", "Komentar", "Status Validasi"],
                [1, "SK 1", "Meningkatnya kualitas lulusan", "IKU 1.1", "Persentase lulusan yang berhasil mendapat pekerjaan", "60", "25", "22,5", "90", "Tracer study berjalan", "WD III", "", "validasi"],
                [2, "SK 1", "Meningkatnya kualitas lulusan", "IKU 1.2", "Jumlah mahasiswa berkegiatan di luar program studi", "800", "400", "455", "113,75", "Magang", "WD III", "", "selesai"],
                [3, "SK 2", "Meningkatnya kualitas kurikulum", "IKU 2.6", "Persentase kerja sama program studi", "75", "50", "50", "100", "MoU", "WD I", "", "selesai"],
                [4, "SK 4", "Meningkatnya tata kelola", "IKU 4.1", "Rata-rata predikat SAKIP", "BB", "-", "-", "0", "Dinilai akhir tahun", "WD II", "", "revisi"]])
    return k.byte()


@kasus(
    "e81_penyerapan_anggaran.xlsx",
    "an E.81 export with Realisasi / Penyerapan Anggaran under each quarter and Total Realisasi s/d Triwulan IV: the "
    "total equals the sum in the first rows and the last quarter in the third, it is the sheet's own in all",
    [
        Harap("Jumlah dokumen kependudukan diterbitkan", "Dokumen", 9000, r=(2000, 2500, 2250, 2300), sd=9050, pagu=1250000000, rp=(200000000, 300000000, 350000000, 350000000)),
        Harap("Jumlah layanan jemput bola", "Kali", 48, r=(12, 12, 12, 10), sd=46, pagu=96000000, rp=(24000000, 24000000, 24000000, 20000000)),
        Harap("Persentase kepemilikan KIA", "%", 60, r=(52.5, 55, 58.25, 61.1), sd=61.1, pagu=310500000, rp=(0, 100000000, 100000000, 110000000)),
    ],
    tahun=2025,
)
def penyerapan() -> bytes:
    k = Kertas("Laporan")
    k.tulis(1, [["LAPORAN EVALUASI RENJA"], ["TRIWULAN IV TAHUN 2025"], ["DINAS DUKCAPIL"], [],
                ["Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan", "Target", "Total Anggaran", "Realisasi Kinerja Pada Triwulan", *[None] * 7, "Total Realisasi s/d Triwulan IV"],
                [None] * 6 + ["I", None, "II", None, "III", None, "IV"],
                [None] * 6 + ["Realisasi", "Penyerapan Anggaran"] * 4 + ["Total Realisasi", "Total Penyerapan Anggaran"],
                ["2.12.02", "PROGRAM PENDAFTARAN PENDUDUK", "Jumlah dokumen kependudukan diterbitkan", "Dokumen", 9000, 1250000000, 2000, 200000000, 2500, 300000000, 2250, 350000000, 2300, 350000000, 9050, 1200000000],
                ["2.12.02.2.01", "Pelayanan Pendaftaran Penduduk", "Jumlah layanan jemput bola", "Kali", 48, 96000000, 12, 24000000, 12, 24000000, 12, 24000000, 10, 20000000, 46, 92000000],
                ["2.12.03", "PROGRAM PENCATATAN SIPIL", "Persentase kepemilikan KIA", "%", 60, 310500000, 52.5, 0, 55, 100000000, 58.25, 100000000, 61.1, 110000000, 61.1, 310000000]])
    k.gabung("G5:N5", "G6:H6", "I6:J6", "K6:L6", "M6:N6", "O5:P6", *[f"{c}5:{c}7" for c in "ABCDEF"])
    return k.byte()


@kasus(
    "persen_campur.xlsx",
    "0.6 without a percent format beside 69.67, both in rows of %: where the printed capaian 100 shows that 0.6 answers "
    "a target of 60 it is still the sheet that is odd: kept as typed with a finding on the row, or asked",
    [
        Harap("Persentase pelayanan perizinan daring", "%", 70, sd=69.67),
        Harap("Persentase arsip digital", "%", 60, sd=0.6, temuan=True, tanya_boleh=True),
        Harap("Persentase ASN terlatih", "%", 40, sd=41.5),
        Harap("Rasio PAD terhadap pendapatan", "Rasio", 0.35, sd=0.31),
        Harap("Persentase aset bersertifikat", "%", 55, sd=0, temuan=False),
        Harap("Persentase temuan selesai", "%", 95, sd=None, temuan=True),
    ],
    tahun=2025,
)
def campur() -> bytes:
    k = Kertas("Capaian 2025")
    k.tulis(1, [["CAPAIAN IKU SEKRETARIAT DAERAH TAHUN 2025"], [],
                ["No", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", "Capaian (%)", "Keterangan"],
                [1, "Persentase pelayanan perizinan daring", "%", 70, 69.67, 99.53],
                [2, "Persentase arsip digital", "%", 60, 0.6, 100],
                [3, "Persentase ASN terlatih", "%", "40,00", "41,50", "103,75"],
                [4, "Rasio PAD terhadap pendapatan", "Rasio", 0.35, 0.31, 88.57],
                [5, "Persentase aset bersertifikat", "%", 55, 0, 0, "Belum dianggarkan"],
                [6, "Persentase temuan selesai", "%", 95, "sembilan puluh dua", 96.84]])
    return k.byte()


@kasus(
    "rumus_belum_dihitung.xlsx",
    "the year's total is a formula that was never calculated: the quarters are typed, the numbering row says 9 = 5+6+7+8, "
    "so the year is their sum, and the row says that the total was not calculated; in the last row the target is a formula",
    [
        Harap("Jumlah berita daerah diterbitkan", "Berita", 360, r=(90, 88, 95, None), sd=273, temuan=True),
        Harap("Jumlah pejabat informasi dilatih", "Orang", 40, r=(0, 20, 20, None), sd=40),
        Harap("Persentase layanan informasi tepat waktu", "%", None, r=(24, 25, 25, None), sd=74, temuan=True),
    ],
    tahun=2025,
)
def belum_dihitung() -> bytes:
    k = Kertas("IKK")
    k.tulis(1, [["EVALUASI RENJA DINAS KOMUNIKASI DAN INFORMATIKA"], ["TAHUN 2025"], [],
                ["No", "Indikator Kinerja", "Satuan", "Target Tahun 2025", "Realisasi Triwulan", None, None, None, "Realisasi Tahun 2025", "Capaian (%)"],
                [None] * 4 + ["I", "II", "III", "IV"], [1, 2, 3, 4, 5, 6, 7, 8, "9 = 5+6+7+8", "10 = 9/4 x 100"],
                [1, "Jumlah berita daerah diterbitkan", "Berita", 360, 90, 88, 95, None, "=SUM(E7:H7)", "=I7/D7*100"],
                [2, "Jumlah pejabat informasi dilatih", "Orang", 40, 0, 20, 20, None, "=SUM(E8:H8)", "=I8/D8*100"],
                [3, "Persentase layanan informasi tepat waktu", "%", "=80+20", 24, 25, 25, None, "=SUM(E9:H9)", "=I9/D9*100"]])
    k.gabung("E4:H4", *[f"{c}4:{c}5" for c in "ABCDIJ"])
    return k.byte()
