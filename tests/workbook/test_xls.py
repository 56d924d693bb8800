"""Legacy .xls gives the same sheets as .xlsx: values, kinds, formats, look, merges, what is hidden."""

import datetime

import pytest
import xlrd.compdoc

from sakip_app.workbook import BerkasDitolakError, read_units, sheet_rows
from sakip_app.workbook.limits import BATAS_KOLOM
from sakip_app.workbook.sheets import open_sheets
from tests.workbook.oldbook import make_xls
from tests.workbook.seeds import FLAT, make_xlsx

ISI = [
    ["Judul", None, None],
    [1, 2.5, "teks"],
    [True, 0.125, datetime.date(2025, 3, 31)],
    ["   ", -7, 1e300],
]


def tidak_tampak(book, sheet):
    sheet.row(1).hidden = True
    book.add_sheet("Rahasia").visibility = 1


def test_cells_are_what_a_person_sees():
    data = make_xls(
        ISI,
        ("A1:C1",),
        style=lambda r, c: (
            "font: bold on; pattern: pattern solid, fore_colour yellow"
            if r == 1
            else "align: indent 2"
            if c == 2
            else ""
        ),
        number_format=lambda r, c: {(3, 2): "0.0%", (3, 3): "DD/MM/YYYY"}.get((r, c), "General"),
        more=tidak_tampak,
    )
    buku = open_sheets(data, "lama.xls")
    assert buku.xls
    grid, rahasia = buku.grids
    assert (rahasia.lembar, rahasia.tersembunyi, grid.tersembunyi) == ("Rahasia", True, False)
    isi = {letak: (sel.nilai, sel.jenis) for letak, sel in grid.sel.items()}
    assert isi == {
        (1, 1): ("Judul", "s"),
        (2, 1): (1, "n"),
        (2, 2): (2.5, "n"),
        (2, 3): ("teks", "s"),
        (3, 1): (True, "b"),
        (3, 2): (0.125, "n"),
        (3, 3): (datetime.datetime.fromisoformat("2025-03-31"), "d"),
        (4, 2): (-7, "n"),
        (4, 3): (1e300, "n"),
    }  # a cell of blanks holds nothing
    assert isinstance(grid.nilai(2, 1), int)  # as .xlsx has it
    assert (grid.sel[3, 2].format_angka, grid.sel[2, 1].format_angka) == ("0.0%", "General")
    judul, biasa = grid.rupa(1, 1), grid.rupa(2, 1)
    assert (bool(judul.isi), judul.tebal, judul.inden) == (True, True, 0)
    assert (biasa.isi, biasa.tebal, grid.rupa(2, 2).inden) == ("", False, 2)
    assert grid.rentang(1, 3) == ((1, 1), (1, 3))
    assert grid.baris_tersembunyi == {2}


def test_the_same_table_reads_the_same_and_says_what_was_not_checked():
    (lama,) = read_units(make_xls(FLAT), "kinerja.xls")
    (baru,) = read_units(make_xlsx(FLAT), "kinerja.xlsx")
    assert len(baru.indikator) == 3

    def angka(hasil):
        return [(x.uraian, x.satuan, x.target_tahunan, dict(x.realisasi), x.asal) for x in hasil.indikator]

    baru_asal = str(angka(baru)).replace("Sheet!", "Lembar1!")
    assert str(angka(lama)) == baru_asal
    assert "xls-lama-dibaca" in {t.kode for t in lama.temuan}
    assert "xls-lama-dibaca" not in {t.kode for t in baru.temuan}
    assert sheet_rows(make_xls(FLAT), "Lembar1", 2, 2, ["C", "E", "G"]) == [
        ["Indeks Kepuasan Masyarakat", "85,5", "81,25"]
    ]


def test_an_error_is_an_error_and_not_a_blank():
    # 2A 07 is #N/A in a BOOLERR record; xlwt writes it for a number of this kind
    data = make_xls([["x"]], more=lambda _, ws: ws.row(0).set_cell_error(1, 42))
    sel = open_sheets(data, "a.xls").grids[0].sel[1, 2]
    assert (sel.nilai, sel.jenis) == ("#N/A", "e")


def test_sheets_counted_from_1904():
    def sejak_1904(book, _):
        book.dates_1904 = True

    data = make_xls([[1]], number_format=lambda *_: "DD/MM/YYYY", more=sejak_1904)
    assert open_sheets(data, "a.xls").grids[0].nilai(1, 1) == datetime.datetime.fromisoformat("1904-01-02")


def test_content_decides_and_not_the_name():
    assert len(read_units(make_xls(FLAT), "kinerja.xlsx")[0].indikator) == 3
    assert len(read_units(make_xlsx(FLAT), "kinerja.xls")[0].indikator) == 3
    for nama, kode in (("a.xlsx", "format-xls-lama"), ("a.XLS", "tabel-tak-ditemukan")):
        with pytest.raises(BerkasDitolakError) as galat:
            read_units(make_xls([["halo"]]), nama)
        assert galat.value.kode == kode


def test_a_sheet_beside_a_wide_one_is_still_read():
    def lebar(book, _):
        ws = book.add_sheet("Lebar")
        for kolom in range(BATAS_KOLOM + 10):
            ws.write(0, kolom, kolom)

    buku = open_sheets(make_xls(FLAT, more=lebar), "a.xls")
    assert [grid.lembar for grid in buku.grids] == ["Lembar1"]
    assert [(judul, galat.kode) for judul, galat in buku.dilewati] == [("Lebar", "terlalu-banyak-kolom")]


def test_sectors_chained_as_phpexcel_does(monkeypatch):
    """xlrd refuses them unless told otherwise; Excel reads them."""
    asli, sekali = xlrd.compdoc.CompDoc._get_stream, []

    def sekali_rusak(self, *bahan, **lain):
        if not sekali:
            sekali.append(True)
            raise xlrd.compdoc.CompDocError("Workbook corruption: seen[2] == 4")
        return asli(self, *bahan, **lain)

    monkeypatch.setattr(xlrd.compdoc.CompDoc, "_get_stream", sekali_rusak)
    assert len(open_sheets(make_xls(FLAT), "a.xls").grids[0].sel) > 30
    assert sekali
