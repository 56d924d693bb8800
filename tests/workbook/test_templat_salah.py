"""Ways to fill the template wrongly: each gets its own sentence, at its cell, and nothing is lost in silence."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from sakip_app.workbook import BerkasDitolakError, read_units, read_workbook
from sakip_app.workbook.template import write_template
from tests.workbook.forms import rewrite, with_cached
from tests.workbook.templates import (
    AWAL,
    BARIS,
    BARU,
    DINAS,
    DOKUMEN,
    INFLASI,
    KEMATIAN,
    LAIN,
    OPINI,
    POLOS,
    cell,
    content,
    converted,
    edited,
    letters,
    needs_soffice,
    reworked,
    template,
    typed,
)

LEMBAR = "xl/worksheets/sheet2.xml"
AKHIR = AWAL + len(BARIS) - 1
BAWAAN = {"tanggal-tak-terbaca", "target-rentang"}  # what the untouched template says already


def findings(data, baru=True):
    """Findings by kode, without those of the untouched template."""
    temuan = read_workbook(data, "templat.xlsx").temuan
    return {t.kode: t for t in temuan if not (baru and t.kode in BAWAAN)}


def one(data, kode, tingkat, sel):
    """The file has exactly this finding, with a sentence and an advice."""
    temuan = findings(data)
    assert set(temuan) == {kode}
    satu = temuan[kode]
    assert (satu.tingkat, satu.sel, satu.lembar) == (tingkat, sel, "Dinas Kesehatan")
    assert satu.saran
    assert "{" not in satu.pesan + satu.saran
    return satu


def by_key(data):
    return {i.kunci: i for i in read_workbook(data, "templat.xlsx").indikator}


def rows(ws, *kolom):
    """Values of the data rows, of all columns or of some."""
    nomor = [column_index_from_string(k) for k in kolom] or range(1, ws.max_column + 1)
    return [[ws.cell(b, k).value for k in nomor] for b in range(AWAL, AKHIR + 1)], nomor


def rewrite_rows(ws, isi, nomor):
    for baris, satu in enumerate(isi, AWAL):
        for kolom, nilai in zip(nomor, satu, strict=True):
            ws.cell(baris, kolom).value = nilai
            if isinstance(nilai, str):
                ws.cell(baris, kolom).data_type = "s"


# --- one cell -----------------------------------------------------------------------------------------


def test_text_in_a_number_cell():
    data, sel = typed("Realisasi/TW III", "sudah selesai sebagian")
    satu = one(data, "angka-tak-terbaca", "galat", sel)
    assert "Realisasi TW III" in satu.pesan
    assert by_key(data)[KEMATIAN].realisasi[3] is None


def test_stray_letters_in_a_number():
    data, sel = typed("Realisasi/TW III", "l31")
    assert "131" in one(data, "angka-tak-terbaca", "galat", sel).pesan


def test_formula_with_its_result_is_taken():
    data, sel = typed("Realisasi/TW III", "=10+21")
    data = with_cached(data, {sel: 31}, LEMBAR)
    assert findings(data) == {}
    assert by_key(data)[KEMATIAN].realisasi[3] == 31.0


def test_formula_never_calculated():
    data, sel = typed("Realisasi/TW III", "=10+21")
    assert f"di sel {sel} belum" in one(data, "rumus-belum-dihitung", "galat", sel).pesan


def test_formula_never_calculated_in_a_text_cell():
    for kolom in ("Kendala", "Tindak lanjut/Batas waktu", "Polaritas", "Indikator kinerja"):
        data, sel = typed(kolom, '=CONCAT("a","b")')
        satu = findings(data)["rumus-belum-dihitung"]
        assert (satu.tingkat, satu.sel, f"di sel {sel} belum" in satu.pesan) == ("galat", sel, True)


def test_error_value_is_told_once():
    data, sel = typed("Indikator kinerja", "=1/0")
    temuan = read_workbook(with_cached(data, {sel: "#REF!"}, LEMBAR), "a.xlsx").temuan
    assert [t.tingkat for t in temuan if t.kode == "sel-galat"] == ["galat"]


@pytest.mark.parametrize("kolom", ["Realisasi/TW III", "Kendala", "Polaritas"])
def test_error_value(kolom):
    data, sel = typed(kolom, "=1/0")
    satu = one(with_cached(data, {sel: "#DIV/0!"}, LEMBAR), "sel-galat", "galat", sel)
    assert "#DIV/0!" in satu.pesan


def test_external_link():
    data, sel = typed("Realisasi/TW III", "=[1]Rekap!B7")
    data = with_cached(data, {sel: 29}, LEMBAR)
    one(data, "tautan-luar", "peringatan", sel)
    assert by_key(data)[KEMATIAN].realisasi[3] == 29.0


def test_percent_format_that_shows_85():
    data, _ = typed("Realisasi/TW III", 0.85, INFLASI, number_format="0%")
    assert by_key(data)[INFLASI].realisasi[3] == 85.0
    assert findings(data)["persen-diskalakan"].tingkat == "catatan"


def test_share_typed_for_a_per_cent():
    data, sel = typed("Target 2026/TW III", 85, INFLASI)
    nilai = cell("Realisasi/TW III", INFLASI)
    data = edited(data, lambda ws: ws.__setitem__(nilai, 0.85))
    satu = one(data, "persen-campur", "peringatan", nilai)
    assert "85%" in satu.pesan
    assert sel != nilai


@pytest.mark.parametrize(
    ("kolom", "ketikan", "kata"),
    [
        ("Polaritas", "naik", "maksimal, minimal, stabil"),
        ("Konsolidasi", "dijumlah", "jumlah, rata-rata, nilai akhir, maksimum"),
        ("Tentang indikator/Jenjang", "urusan", "tujuan, sasaran, program, kegiatan, subkegiatan"),
        ("Tentang indikator/Skala", "opini bpk", "opini-bpk, akip"),
    ],
)
def test_word_typed_over_the_dropdown(kolom, ketikan, kata):
    data, sel = typed(kolom, ketikan)
    assert kata in one(data, "kata-tak-dikenal", "galat", sel).pesan


def test_word_that_is_not_of_the_scale():
    data, sel = typed("Realisasi/TW III", "Baik", OPINI)
    satu = one(data, "kata-di-luar-skala", "galat", sel)
    assert "TMP, TW, WDP, WTP" in satu.pesan
    assert by_key(data)[OPINI].realisasi[3] is None


def test_target_word_that_is_not_of_the_scale():
    data, sel = typed("Target 2026/Setahun", "Memuaskan", OPINI)
    one(data, "kata-di-luar-skala", "galat", sel)


def test_number_where_the_target_is_a_word():
    data, sel = typed("Realisasi/TW III", 4, OPINI)
    one(data, "angka-pada-skala", "peringatan", sel)
    assert by_key(data)[OPINI].realisasi[3] == 4.0


def test_predicate_of_an_indicator_without_a_scale_is_kept():
    data, sel = typed("Realisasi/TW III", "Baik", DOKUMEN)
    one(data, "kata-tanpa-skala", "peringatan", sel)
    assert by_key(data)[DOKUMEN].realisasi[3] == "Baik"


def test_negative_realisasi():
    data, sel = typed("Realisasi/TW III", -5)
    one(data, "realisasi-negatif", "peringatan", sel)
    assert by_key(data)[KEMATIAN].realisasi[3] == -5.0


def test_date_in_a_number_cell():
    data, sel = typed("Realisasi/TW III", dt.date(2026, 5, 1), number_format="d-mmm")
    one(data, "tanggal-di-sel-angka", "galat", sel)


def test_realisasi_of_a_coming_quarter():
    data, sel = typed("Realisasi/TW IV", 40)
    assert "triwulan III" in one(data, "realisasi-triwulan-mendatang", "peringatan", sel).pesan
    assert by_key(data)[KEMATIAN].realisasi[4] == 40.0


def test_bounds_the_wrong_way_round():
    data, sel = typed("Target 2026/Batas bawah", 9, INFLASI)
    one(data, "rentang-terbalik", "galat", sel)


def test_bounds_that_differ_from_the_written_target():
    data, _ = typed("Target 2026/Batas bawah", 70, POLOS)  # the target says ≥ 80
    one(data, "rentang-tak-cocok", "peringatan", cell("Target 2026/Setahun", POLOS))
    assert by_key(data)[POLOS].target_bawah == 70.0


def test_blank_is_not_zero():
    data, _ = typed("Realisasi/TW I", None)
    assert by_key(data)[KEMATIAN].realisasi == {1: None, 2: 0.0, 3: None, 4: None}
    assert findings(data) == {}


def test_cell_merged_over_two_rows():
    huruf = cell("Realisasi/TW III")[:-1]
    data = edited(template(), lambda ws: (ws.__setitem__(f"{huruf}{AWAL + 2}", 7),
                                          ws.merge_cells(f"{huruf}{AWAL + 2}:{huruf}{AWAL + 3}")))  # fmt: skip
    satu = one(data, "gabungan-di-data", "peringatan", f"{huruf}{AWAL + 2}")
    assert f"{huruf}{AWAL + 2}:{huruf}{AWAL + 3}" in satu.pesan


def test_cell_merged_over_two_quarters():
    kiri, kanan = cell("Realisasi/TW II", DOKUMEN), cell("Realisasi/TW III", DOKUMEN)
    data = edited(template(), lambda ws: ws.merge_cells(f"{kiri}:{kanan}"))
    one(data, "gabungan-mendatar", "peringatan", kiri)


# --- rows ---------------------------------------------------------------------------------------------


def test_sorted_whole():
    def sort(ws):
        isi, nomor = rows(ws)
        rewrite_rows(ws, isi[::-1], nomor)

    data = edited(template(), sort)
    assert findings(data) == {}
    asli, kini = by_key(edited(template(), lambda ws: None)), by_key(data)
    assert {k: i.realisasi for k, i in kini.items()} == {k: i.realisasi for k, i in asli.items()}
    assert list(kini) == list(asli)[::-1]


def mixed(data):
    temuan = [t for t in read_workbook(data, "a.xlsx").temuan if t.tingkat == "galat"]
    assert {t.kode for t in temuan} == {"baris-tercampur"}
    assert all(f"Baris {t.sel.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')} " in t.pesan for t in temuan)
    return sorted(int(t.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for t in temuan)


@pytest.mark.parametrize(
    "awal_akhir",
    [
        ("Indikator kinerja", "Indikator kinerja"),
        ("Kode", "Bukti dukung"),  # all that can be seen
        ("Realisasi/TW I", "Bukti dukung"),  # what is filled in
        ("Kunci", "Satuan"),
        ("Kunci", "Kunci"),
    ],
    ids="-".join,
)
def test_sorted_by_some_columns_only(awal_akhir):
    def sort(ws):
        h = letters(ws)
        awal, akhir = (column_index_from_string(h[k]) for k in awal_akhir)
        isi, nomor = rows(ws)
        sebagian = [satu[awal - 1 : akhir] for satu in isi]
        rewrite_rows(ws, [sebagian[1], sebagian[0], *sebagian[2:]], nomor[awal - 1 : akhir])

    assert mixed(edited(template(), sort)) == [AWAL, AWAL + 1]


def test_an_added_indicator():
    def add(ws):
        h = letters(ws)
        ws[f"{h['Indikator kinerja']}{AKHIR + 2}"] = "Cakupan imunisasi dasar"
        ws[f"{h['Satuan']}{AKHIR + 2}"] = "%"
        ws[f"{h['Target 2026/Setahun']}{AKHIR + 2}"] = 95
        ws[f"{h['Realisasi/TW III']}{AKHIR + 2}"] = 77

    data = edited(template(), add)
    satu = one(data, "indikator-tambahan", "peringatan", f"D{AKHIR + 2}")
    assert "Cakupan imunisasi dasar" in satu.pesan
    baru = read_workbook(data, "a.xlsx").indikator[-1]
    assert (baru.realisasi[3], baru.kunci.startswith("cakupan-imunisasi-dasar-")) == (77.0, True)


def test_a_removed_indicator_is_told_and_nothing_else():
    data = edited(template(), lambda ws: ws.delete_rows(AWAL + 1))
    satu = one(data, "indikator-dihapus", "catatan", "")
    assert BARIS[1].uraian in satu.pesan
    assert [i.kunci for i in read_workbook(data, "a.xlsx").indikator] == [KEMATIAN, INFLASI, DOKUMEN, POLOS]


@pytest.mark.parametrize("tersembunyi", [True, False], ids=["whole row", "visible cells only"])
def test_a_duplicated_row(tersembunyi):
    def copy(ws):
        isi, nomor = rows(ws)
        for kolom, nilai in zip(nomor, isi[0], strict=True):
            if tersembunyi or not ws.column_dimensions[ws.cell(1, kolom).column_letter].hidden:
                ws.cell(AKHIR + 1, kolom).value = nilai

    temuan = findings(edited(template(), copy))
    assert temuan["kunci-ganda"].tingkat == "galat"
    assert f"{AWAL}, {AKHIR + 1}" in temuan["kunci-ganda"].pesan
    assert temuan["kunci-ganda"].sel == f"D{AKHIR + 1}"


def test_a_kunci_that_was_overwritten():
    data, sel = typed("Kunci", "1.02.99")
    satu = findings(data)["kunci-diubah"]
    assert (satu.tingkat, satu.sel) == ("galat", sel)
    assert "1.02.99" in satu.pesan


def test_a_kunci_that_was_erased():
    data, sel = typed("Kunci", None)
    satu = findings(data)["kunci-diubah"]
    assert (satu.tingkat, satu.sel) == ("galat", sel)


def test_an_uraian_that_was_reworded_stays_the_same_indicator():
    data, sel = typed("Indikator kinerja", "Angka kematian ibu per 100.000 kelahiran hidup")
    one(data, "uraian-diubah", "peringatan", sel)
    assert by_key(data)[KEMATIAN].uraian == "Angka kematian ibu per 100.000 kelahiran hidup"


def test_an_uraian_that_was_erased():
    data, sel = typed("Indikator kinerja", None)
    one(data, "uraian-terhapus", "galat", sel)


def test_figures_in_a_row_that_names_nothing():
    data = edited(template(), lambda ws: ws.__setitem__(f"{letters(ws)['Realisasi/TW III']}{AKHIR + 3}", 12))
    satu = one(data, "baris-tanpa-uraian", "galat", f"D{AKHIR + 3}")
    assert "Realisasi TW III" in satu.pesan


def test_a_line_of_totals_is_no_indicator():
    def total(ws):
        ws[f"D{AKHIR + 1}"] = "JUMLAH"
        ws[f"{letters(ws)['Realisasi/TW III']}{AKHIR + 1}"] = 12

    data = edited(template(), total)
    one(data, "baris-jumlah-dilewati", "catatan", f"D{AKHIR + 1}")
    assert len(by_key(data)) == len(BARIS)


def test_a_signature_block_below_the_table():
    def sign(ws):
        ws[f"Q{AKHIR + 3}"] = "Contoh, 10 Oktober 2026"
        ws[f"Q{AKHIR + 4}"] = "Kepala Dinas"

    assert findings(edited(template(), sign)) == {}


def test_words_of_a_signature_in_a_note_end_nothing():
    data, _ = typed("Kendala", "Mengetahui kepala dinas", OPINI)
    assert len(by_key(data)) == len(BARIS)


def test_inserted_blank_rows():
    data = edited(template(), lambda ws: ws.insert_rows(AWAL + 2, 3))
    assert findings(data) == {}
    assert list(by_key(data)) == [b.kunci for b in BARIS]


# --- columns and header -------------------------------------------------------------------------------


def without(kolom):
    """The template after someone removed a column, merges moved along as Excel does."""

    def hapus(ws):
        nomor = column_index_from_string(letters(ws)[kolom])
        grup = {k: v.split("/")[0] for v, k in letters(ws).items()}
        for rentang in list(ws.merged_cells.ranges):
            ws.unmerge_cells(str(rentang))
        for huruf, nama in grup.items():
            ws[f"{huruf}6"] = nama
        ws.delete_cols(nomor)

    return edited(template(), hapus)


@pytest.mark.parametrize(
    ("kolom", "sebutan"),
    [
        ("Indikator kinerja", "Indikator kinerja"),
        ("Konsolidasi", "Konsolidasi"),
        ("Target 2026/Setahun", "Target setahun"),
        ("Realisasi/TW II", "Realisasi TW II"),
    ],
)
def test_a_required_column_was_deleted(kolom, sebutan):
    with pytest.raises(BerkasDitolakError) as galat:
        read_workbook(without(kolom), "a.xlsx")
    assert galat.value.kode == "templat-kolom-hilang"
    assert f"kolom {sebutan} " in galat.value.pesan
    assert "Dinas Kesehatan" in galat.value.pesan


@pytest.mark.parametrize(
    ("kolom", "sebutan"), [("Solusi", "Solusi"), ("Anggaran (Rp)/Realisasi TW II", "Realisasi anggaran TW II")]
)
def test_an_optional_column_was_deleted(kolom, sebutan):
    data = without(kolom)
    satu = findings(data)["kolom-opsional-hilang"]
    assert (satu.tingkat, f"Kolom {sebutan} " in satu.pesan) == ("peringatan", True)
    assert by_key(data)[KEMATIAN].realisasi[1] == 28.0


def test_a_renamed_required_header():
    data = edited(template(), lambda ws: ws.__setitem__(f"{letters(ws)['Polaritas']}6", "Tren"))
    with pytest.raises(BerkasDitolakError) as galat:
        read_workbook(data, "a.xlsx")
    assert (galat.value.kode, "Polaritas" in galat.value.pesan) == ("templat-kolom-hilang", True)


def test_a_renamed_optional_header():
    data = edited(template(), lambda ws: ws.__setitem__(f"{letters(ws)['Solusi']}6", "Keterangan tambahan"))
    temuan = findings(data)
    assert set(temuan) == {"kolom-opsional-hilang", "kolom-tak-dikenal"}
    assert "keterangan tambahan" in temuan["kolom-tak-dikenal"].pesan
    data = edited(template(), lambda ws: ws.__setitem__(f"{letters(ws)['Kendala']}6", "Hambatan"))
    assert findings(data) == {}  # another word for the same
    assert by_key(data)[KEMATIAN].kendala == BARIS[0].kendala


def test_a_column_of_ones_own():
    def add(ws):
        ws.cell(7, ws.max_column + 1).value = "Catatan saya"
        ws.cell(AWAL, ws.max_column).value = "ditelepon"

    satu = findings(edited(template(), add))["kolom-tak-dikenal"]
    assert "catatan saya" in satu.pesan


def test_a_header_moved_down():
    data = edited(template(), lambda ws: move_down(ws, 4))
    assert findings(data) == {}
    hasil = read_workbook(data, "a.xlsx")
    assert hasil.baris_kepala == (10, 11)
    assert by_key(data)[KEMATIAN].realisasi[1] == 28.0


def move_down(ws, turun):
    """Rows inserted above the header, its merges moved along as Excel does."""
    gabungan = [r.bounds for r in ws.merged_cells.ranges]
    for rentang in list(ws.merged_cells.ranges):
        ws.unmerge_cells(str(rentang))
    ws.insert_rows(6, turun)
    for kiri, atas, kanan, bawah in gabungan:
        ws.merge_cells(start_row=atas + turun, end_row=bawah + turun, start_column=kiri, end_column=kanan)


# --- the sheet, the workbook --------------------------------------------------------------------------


def test_last_years_template_says_so():
    lama = content(DINAS)
    hasil = read_workbook(
        write_template(type(lama)(lama.kode_instansi, lama.instansi, 2025, 4, lama.unit)), "a.xlsx"
    )
    assert (hasil.templat.tahun, hasil.templat.triwulan, hasil.tahun) == (2025, 4, 2025)


@pytest.mark.parametrize(
    ("sel", "nilai", "sebutan", "asli"),
    [("D3", "Dinas Sosial", "Unit kerja", "Dinas Kesehatan"), ("D4", 2027, "Tahun", "2026"),
     ("D5", "IV", "Triwulan", "III"), ("D2", "Kota Lain", "Instansi", "Kabupaten Contoh")],
)  # fmt: skip
def test_the_letterhead_was_changed(sel, nilai, sebutan, asli):
    data = edited(template(), lambda ws: ws.__setitem__(sel, nilai))
    satu = one(data, "kepala-diubah", "peringatan", sel)
    assert satu.pesan.startswith(sebutan)
    assert asli in satu.pesan
    hasil = read_workbook(data, "a.xlsx")
    assert (hasil.unit, hasil.tahun, hasil.sampai_bulan) == ("Dinas Kesehatan", 2026, 9)


def test_a_pasted_picture():
    data = rewrite(template(), {}, {"xl/media/image1.png": b"\x89PNG\r\n\x1a\n"})
    one(data, "gambar-diabaikan", "catatan", "")
    assert len(by_key(data)) == len(BARIS)


def test_the_mark_was_deleted():
    data = reworked(template(), lambda buku: buku.remove(buku["_sakip"]))
    assert set(findings(data)) == {"tanda-templat-hilang"}
    assert list(by_key(data)) == [b.kunci for b in BARIS]


def test_a_mark_that_makes_no_sense_is_no_mark():
    for sel, nilai in (("B1", "satu"), ("B4", "kemarin"), ("B5", 7)):
        data = reworked(template(), lambda buku, s=sel, n=nilai: buku["_sakip"].__setitem__(s, n))
        assert "tanda-templat-hilang" in findings(data)


def test_a_required_column_deleted_where_the_mark_is_gone_too():
    data = reworked(without("Konsolidasi"), lambda buku: buku.remove(buku["_sakip"]))
    with pytest.raises(BerkasDitolakError) as galat:
        read_workbook(data, "a.xlsx")
    assert (galat.value.kode, "Konsolidasi" in galat.value.pesan) == ("templat-kolom-hilang", True)


def test_one_sheet_of_two_is_broken():
    alamat = cell("Realisasi/TW III")

    def spoil(buku):
        buku["Dinas Kesehatan"][alamat] = "l31"

    satu, dua = read_units(reworked(template(DINAS, LAIN), spoil), "a.xlsx")
    assert [(t.kode, t.lembar, t.sel) for t in satu.temuan if t.tingkat == "galat"] == [
        ("angka-tak-terbaca", "Dinas Kesehatan", alamat)
    ]
    assert [t for t in dua.temuan if t.tingkat == "galat"] == []


def test_a_unit_sheet_was_deleted():
    data = reworked(template(DINAS, LAIN), lambda buku: buku.remove(buku["Dinas Lain"]))
    (satu,) = read_units(data, "a.xlsx")
    assert "Dinas Lain" in next(t.pesan for t in satu.temuan if t.kode == "lembar-unit-hilang")
    with pytest.raises(BerkasDitolakError) as galat:
        read_units(reworked(template(BARU), lambda buku: buku.remove(buku["Badan Baru"])), "a.xlsx")
    assert galat.value.kode == "templat-lembar-hilang"


def test_a_unit_sheet_was_copied():
    def copy(buku):
        buku.copy_worksheet(buku["Dinas Kesehatan"]).title = "Dinas Kesehatan (2)"

    hasil = read_units(reworked(template(), copy), "a.xlsx")
    assert [[t.tingkat for t in h.temuan if t.kode == "unit-ganda"] for h in hasil] == [["galat"], ["galat"]]


def test_another_units_sheet_was_pasted_over():
    def paste(buku):
        dari, ke = buku["Dinas Lain"], buku["Dinas Kesehatan"]
        for baris in ke["A1:AT20"]:
            for sel in baris:
                if type(sel).__name__ == "Cell":
                    sel.value = dari[sel.coordinate].value

    satu, dua = read_units(reworked(template(DINAS, LAIN), paste), "a.xlsx")
    temuan = {t.kode: t for t in satu.temuan}
    assert (temuan["lembar-unit-lain"].tingkat, temuan["lembar-unit-lain"].sel) == ("galat", "A1")
    assert "Dinas Kesehatan (1.02)" in temuan["lembar-unit-lain"].pesan
    assert {"kepala-diubah", "indikator-tambahan", "indikator-dihapus"} <= set(temuan)
    assert [t for t in dua.temuan if t.tingkat == "galat"] == []


def test_a_column_that_stands_twice():
    def twice(ws):
        ws.cell(6, ws.max_column + 1).value = "Satuan"
        ws.cell(AWAL, ws.max_column).value = "Orang"

    satu = one(edited(template(), twice), "kolom-ganda", "peringatan", "E6")
    assert satu.pesan.startswith("Kolom Satuan")


def test_sheets_of_ones_own_are_named():
    def add(buku):
        buku.create_sheet("Hitungan saya")["A1"] = "catatan"

    assert "Hitungan saya" in findings(reworked(template(), add))["lembar-lain-diabaikan"].pesan


def test_saved_as_something_else():
    ganti = {"xl/workbook.xml": "xl/workbook.bin"}
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as lama, zipfile.ZipFile(wadah, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(ganti.get(nama, nama), lama.read(nama))
    csv = b"Kode;Indikator kinerja;Satuan\r\n1.02.01;Angka kematian ibu;Kasus\r\n"
    for data, kode in ((wadah.getvalue(), "format-xlsb"), (csv, "csv-bukan-xlsx")):
        with pytest.raises(BerkasDitolakError) as galat:
            read_workbook(data, "templat.xlsx")
        assert galat.value.kode == kode


@needs_soffice
def test_saved_as_ods(tmp_path):
    with pytest.raises(BerkasDitolakError) as galat:
        read_workbook(converted(template(), tmp_path, "ods"), "templat.xlsx")
    assert galat.value.kode == "format-ods"


def test_hidden_rows_are_read_and_told():
    def hide(ws):
        ws.row_dimensions[AWAL + 1].hidden = True

    data = edited(template(), hide)
    assert findings(data)["baris-tersembunyi"].tingkat == "peringatan"
    assert OPINI in by_key(data)


def test_the_helper_finds_the_right_cells():
    ws = load_workbook(io.BytesIO(template())).worksheets[1]
    assert [ws[f"A{b}"].value for b in range(AWAL, AKHIR + 1)] == [b.kunci for b in BARIS]
    assert ws[cell("Realisasi/TW I")].value == 28
