"""What is no form, not yet a form, or a form in another language: refused or asked, never guessed."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import Kertas, kasus
from tests.workbook.corpus.renaksi import BULAN

_BUKAN = ("tabel-tak-ditemukan", "bentuk-belum-dikenal")


@kasus("bukan_cascade.xlsx", "a drawn cascade (the shape of bukan_tabel_cascade_biro_organisasi): boxes, no table of targets and realisasi", tolak=_BUKAN)
def cascade() -> bytes:
    k = Kertas("15 IKI (PK)")
    k.tulis(1, [["PENGUKURAN KINERJA INDIVIDU (PERUBAHAN) BIRO ORGANISASI SETDA"], [], ["KEPALA BIRO ORGANISASI"],
                [None, "Tujuan ", None, None, None, "Tujuan "], [None, "Terselenggaranya pemerintahan yang efektif", None, None, None, "Mengembangkan pelayanan publik"],
                ["Sasaran 1", None, None, None, None, "Sasaran 2", None, None, None, "Sasaran 3"],
                [None, "Meningkatkan kapasitas Organisasi", None, None, None, "Meningkatnya kualitas pelayanan"], [],
                [None, "Indikator :", None, None, None, "Indikator :", None, None, None, "Indikator :"],
                ["1.1.", "Jumlah rekomendasi yang ditindaklanjuti\n(12 Rekomendasi)", None, None, "2.1.", "Jumlah Unit Pelayanan Publik terbaik (5 Unit)"],
                ["1.2.", "Prosentase OPD yang sesuai dengan SOTK (100%)", None, None, "2.2.", "Jumlah inovasi pelayanan publik (5)"], [],
                ["KEPALA BAGIAN KELEMBAGAAN", None, None, None, None, None, "KEPALA BAGIAN TATALAKSANA"], ["Sasaran  : ", None, None, None, None, None, None, "Sasaran  : "],
                ["Indikator :", None, None, None, None, None, None, "Indikator :"],
                ["1.1.", "Prosentase rancangan kelembagaan OPD (100%)", None, None, None, None, "3.1.", "Prosentase Kabupaten/Kota yang melaporkan SPM (100%)"]])
    k.gabung("A1:J1", "B4:D4", "F4:H4", "B5:D5", "F5:H5", "B10:D10", "F10:H10", "A13:E13", "G13:J13")
    return k.byte()


@kasus("bukan_kke_sakip.xlsx", "a self-assessment (the shape of bukan_tabel_kke_sakip_trenggalek): komponen, bobot, penilaian; no targets", tolak=_BUKAN)
def kke() -> bytes:
    k = Kertas("RESUME")
    k.tulis(1, [[1, 2, 3, 4, 5, 6, None, 8], [],
                ["KODE", "NO", "KOMPONEN", "SUB-KOMPONEN", "BOBOT", "PENILAIAN MANDIRI (OPD)", "VERVAL (BAPPEDA;BAGOR;INSPEKTORAT)", "PENJAMINAN KUALITAS\n(INSPEKTORAT)", "PENILAIAN FINAL\n(INSPEKTORAT)", "KETERANGAN"],
                ["AREN01", "A", "Perencanaan Kinerja", None, 0.3, 27.6], ["AREN001", None, None, "Pemenuhan", 0.06, 6], ["AREN002", None, None, "Kualitas", 0.09, 8.1],
                ["BKUR01", "B", "Pengukuran Kinerja", None, 0.3, 24], ["BKUR001", None, None, "Pemenuhan", 0.06, 6], ["", None, None, None, None, None],
                [None, "Nilai Akuntabilitas Kinerja", None, None, 1, 80.1]])
    p = Kertas("PENILAIAN", k.wb)
    p.tulis(2, [["KODE", "NO", "KOMPONEN", "SUB-KOMPONEN", "BOBOT MAKSIMAL", "KRITERIA KOMPONEN", "BUKTI DUKUNG", "PERHITUNGAN", None, None, "LINK BUKTI DUKUNG", "PENILAIAN MANDIRI", None, None],
                [None] * 7 + ["JUMLAH KRITERIA", "BOBOT KRITERIA", "JUMLAH BUKTI", None, "KRITERIA PENILAIAN", "KOEFISIEN", "NILAI"],
                ["AREN01", "A", "Perencanaan Kinerja", None, 0.3], ["AREN001.1", "A.1.1", None, None, None, "Terdapat dokumen perencanaan kinerja jangka menengah", None, 1, 0.02, 3],
                [None] * 6 + ["Renstra PD", None, None, 1, None, "Y", 1, 0.01], [None] * 6 + ["IKU", None, None, 1, None, "Y", 1, 0.01]])
    return k.byte()


@kasus("eqpr_inggris.xlsx", "headers in English (the shape of eqpr_template_afrika_selatan): the columns must be asked, nothing read", tanya=("kolom",), atau_tanya=("kolom",))
def inggris() -> bytes:
    k = Kertas()
    atas = ["Financial year", "Sphere", "Government", "Department", "Programme name", "Subprogramme name", "Indicator name", "Frequency"]
    for q in range(1, 5):
        atas += [f"Quarter {q} target", f"Quarter {q} actual output", f"Quarter {q} deviation reason", f"Quarter {q} corrective action"]
    atas += ["Annual target", "Annual aggregate output", "Annual pre-audit output", "Annual deviation reason", "Annual corrective action", "Annual audited output", "Sector", "Type", "Subtype", "Mtsf outcome", "Cluster"]
    k.tulis(1, [atas, ["text"] * len(atas)])
    return k.byte()


@kasus("inggris_berisi.xlsx", "an English form with figures (a donor's): the columns must be asked, nothing read", tanya=("kolom",), atau_tanya=("kolom",))
def inggris_isi() -> bytes:
    k = Kertas("Results")
    k.tulis(1, [["Results framework 2025"], [], ["#", "Indicator", "Unit", "Baseline", "Annual target", "Q1 actual", "Q2 actual", "Q3 actual", "Q4 actual", "Cumulative"],
                [1, "Households with safe water", "HH", 100, 500, 100, 120, 130, None, 350], [2, "Schools with latrines", "School", 10, 40, 8, 12, 9, None, 29]])
    return k.byte()


@kasus("sumedang_pencapaian_kosong.xlsx", "the shape of formulir_pencapaian_sumedang: two-level header with duplicate No, Kode, Bobot; no rows", tolak=("tidak-ada-baris-data",))
def pencapaian() -> bytes:
    k = Kertas()
    k.tulis(3, [["LAPORAN PENCAPAIAN"], [], [], ["SASARAN", None, None, None, "I K U"],
                ["No", "Kode", "Sasaran", "Bobot", "No", "Kode", "IKU", "Bobot", "Target", "Satuan", "Polarisasi", "Realisasi", "Capaian", "Unit Kerja"]])
    k.gabung("A1:N1", "A3:N3", "B4:N4", "A5:N5", "A6:D6", "E6:N6")
    return k.byte()


@kasus("sumedang_perencanaan_kosong.xlsx", "the shape of formulir_perencanaan_sumedang: header only", tolak=("tidak-ada-baris-data",))
def perencanaan() -> bytes:
    k = Kertas()
    k.tulis(3, [["LAPORAN PERENCANAAN"], [], [], ["SASARAN", None, None, None, "I K U"],
                ["No", "Kode", "Sasaran", "Bobot", "No", "Kode", "IKU", "Bobot", "Target", "Satuan", "Polarisasi", "Unit Kerja"]])
    k.gabung("A1:L1", "A3:M3", "A5:L5", "A6:D6", "E6:L6")
    return k.byte()


@kasus("sumedang_renaksi_kosong.xlsx", "the shape of formulir_renaksi_sumedang: months over Target/Realisasi, header only", tolak=("tidak-ada-baris-data",))
def renaksi() -> bytes:
    k = Kertas()
    atas: list[str | None] = ["No", "Kode", "IKU", "Unit Kerja", "Satuan"]
    for b in BULAN:
        atas += [b, None]
    k.tulis(3, [["LAPORAN RENAKSI"], [], [], atas, [None] * 5 + ["Target", "Realisasi"] * 12])
    k.gabung("A1:N1", "A3:O3", "B4:N4", "A5:N5", *[f"{c}6:{c}7" for c in "ABCDE"])
    return k.byte()
