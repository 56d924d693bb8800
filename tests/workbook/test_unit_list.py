"""The Excel list of units: what is written comes back; each odd cell has its finding; bad files their sentence."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from sakip_app.workbook.findings import PENOLAKAN
from sakip_app.workbook.result import BerkasDitolakError
from sakip_app.workbook.unit_list import TEMUAN_UNIT, BarisUnit, read_unit_list, write_unit_list
from tests.workbook.hostile import cases

HOSTILE = list(cases())
HEAD = ("Kode", "Nama", "Nama pendek", "Jenis", "Kode induk", "Nama lain", "Berlaku dari")


def workbook(*rows: tuple[Any, ...], head: tuple[str, ...] = HEAD, title: str = "Unit") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append(("Daftar unit",))
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def found(data: bytes, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(one.kode, one.sel) for one in read_unit_list(data, "unit.xlsx", known).temuan]


def test_what_is_written_comes_back():
    units = [
        BarisUnit("1.10", "Dinas Pekerjaan Umum", "DPU", "opd", "", ("Bina Marga", "PU"), date(2026, 1, 1), 5),
        BarisUnit("1.10.1", '=HYPERLINK("http://x")', "", "bidang", "1.10", (), None, 6),
        BarisUnit("007", "Kecamatan Tujuh", "", "kecamatan", "", (), None, 7),
    ]
    read = read_unit_list(write_unit_list("Kabupaten Uji", units), "unit.xlsx")
    assert list(read.unit) == units
    assert read.temuan == ()


def test_no_cell_of_the_written_list_is_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(write_unit_list("=1+1", [BarisUnit("=2", "=cmd()", alias=("=3",))])))
    assert {cell.data_type for row in book["Unit"].iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_an_empty_form_has_no_rows_yet():
    with pytest.raises(BerkasDitolakError) as refused:
        read_unit_list(write_unit_list("Kabupaten Uji", []), "unit.xlsx")
    assert refused.value.kode == "tidak-ada-baris-data"


def test_columns_are_found_by_their_words_in_any_order():
    data = workbook(("Dinas A", "a", "x"), head=("NAMA  OPD", "Kode", "Catatan"), title="Lembar1")
    read = read_unit_list(data, "unit.xlsx")
    assert read.unit == (BarisUnit("a", "Dinas A", baris=3),)
    assert read.kolom == {"kode", "nama"}


def test_dates_as_excel_and_people_write_them():
    days = (datetime(2026, 7, 1), "1/7/2026", "01-07-2026", "2026-07-01")  # noqa: DTZ001
    data = workbook(*((f"k{n}", f"Unit {n}", "", "", "", "", day) for n, day in enumerate(days)))
    assert [row.berlaku_dari for row in read_unit_list(data, "unit.xlsx").unit] == [date(2026, 7, 1)] * 4


@pytest.mark.parametrize(
    ("expected", "rows"),
    [
        ([("kode-kosong", "A3")], [("", "Dinas A")]),
        ([("kode-ganda", "A4")], [("a", "Dinas A"), ("A", "Dinas B")]),
        ([("kode-angka", "A3")], [(1.1, "Dinas A")]),
        ([], [(12, "Dinas A")]),
        ([("nama-kosong", "B3")], [("a", "")]),
        ([("nama-ganda", "B4")], [("a", "Dinas  PU"), ("b", "DINAS PU")]),
        ([("induk-asing", "E3")], [("a", "Dinas A", "", "", "zz")]),
        ([], [("a", "Dinas A", "", "", "lama")]),
        ([("induk-melingkar", "E3")], [("a", "Dinas A", "", "", "a")]),
        (
            [("induk-melingkar", "E3"), ("induk-melingkar", "E4")],
            [("a", "Dinas A", "", "", "b"), ("b", "Dinas B", "", "", "a"), ("c", "Bidang C", "", "", "a")],
        ),
        ([("alias-ganda", "F4")], [("a", "Dinas A", "", "", "", "PU; Bina Marga"), ("b", "B", "", "", "", "pu")]),
        ([("tanggal-salah", "G3")], [("a", "Dinas A", "", "", "", "", "31/02/2026")]),
        ([("tanggal-salah", "G3")], [("a", "Dinas A", "", "", "", "", "kemarin")]),
    ],
)
def test_each_odd_cell_has_its_finding(expected, rows):
    assert found(workbook(*rows), ("lama",)) == expected


def test_a_cell_that_holds_an_excel_error_is_told():
    assert found(workbook(("a", "#N/A"))) == [("sel-galat", "B3"), ("nama-kosong", "B3")]


def test_sentences_are_filled_in():
    data = workbook(("a", "Dinas A", "", "", "b"), ("b", "", "", "", "a"), ("a", "X", "", "", "y", "", "x"))
    for one in read_unit_list(data, "unit.xlsx").temuan:
        assert one.tingkat == TEMUAN_UNIT[one.kode].tingkat
        assert "{" not in one.pesan + one.saran


def test_a_table_without_code_and_name_is_refused_in_a_sentence():
    with pytest.raises(BerkasDitolakError) as refused:
        read_unit_list(workbook(("1", "x"), head=("No", "Uraian")), "unit.xlsx")
    assert refused.value.kode == "tabel-tak-ditemukan"
    assert "Kode dan Nama" in refused.value.pesan


@pytest.mark.parametrize(("nama", "data"), [case[1:3] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_files_are_refused_by_the_same_gate(nama, data):
    """None of them is a list of units: each ends in a sentence."""
    with pytest.raises(BerkasDitolakError) as refused:
        read_unit_list(data, nama)
    assert refused.value.kode in PENOLAKAN
