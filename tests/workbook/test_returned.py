"""The planner's workbook, given back marked: nothing in it changes but what is said about it."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName

from sakip_app.workbook import read_workbook
from sakip_app.workbook.grid import Sel, make_grid
from sakip_app.workbook.result import Temuan, Tingkat
from sakip_app.workbook.returned import is_findings_sheet, mark_workbook, planner_grids
from sakip_app.workbook.returned.rebuilt import rebuild
from sakip_app.workbook.sheets import open_sheets
from tests.libreoffice import look
from tests.workbook.forms import build, fill, rewrite, with_cached
from tests.workbook.ooxml import MAIN, check, parts
from tests.workbook.templates import template

SHARED = Path(__file__).parents[3] / "shared"
MERAH, KUNING, BIRU = "FFF2B8B1", "FFF5DE9B", "FFCFE6EB"
FORMULA_LIKE = ("=1+1", "+62811", "-x", "@SUM(A1)", '=HYPERLINK("http://contoh.invalid","klik")', "\t=1", "\r=1")


def odd(sel: str, tingkat: Tingkat = "galat", lembar: str = "E81", nilai: str = "dua", **isi: str) -> Temuan:
    return Temuan(
        "uji", tingkat, lembar, sel, nilai, isi.get("pesan", "Bukan angka."), isi.get("saran", "Tulis angka.")
    )


def values(data: bytes, *, but: tuple[str, ...] = ("Temuan",)) -> dict[tuple[str, str], Any]:
    """Cached value, formula, number format of every cell that holds something, by sheet and address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not keep
        hasil, rumus = (load_workbook(io.BytesIO(data), data_only=only) for only in (True, False))
    return {
        (ws.title, sel.coordinate): (str(sel.value), str(rumus[ws.title][sel.coordinate].value), sel.number_format)
        for ws in hasil.worksheets
        if ws.title not in but
        for row in ws.iter_rows()
        for sel in row
        if sel.value is not None or rumus[ws.title][sel.coordinate].value is not None
    }


def planner_form() -> bytes:
    """An E.81 with cached results, styles, comments, names and a second sheet, as a planner keeps it."""

    def ubah(ws: Any, form: Any) -> None:
        r = form.pertama
        ws[f"{form.kolom['tahun']}{r}"] = f"=SUM({form.kolom['k0']}{r},{form.kolom['k1']}{r})"
        ws[f"{form.kolom['capaian']}{r}"] = "=1/0"
        sel = ws[f"{form.kolom['k1']}{r}"]
        sel.value, sel.number_format, sel.font = "dua puluh", "0.00", Font(bold=True, italic=True, name="Arial")
        sel.border, sel.fill = Border(left=Side(style="double")), fill("FFD9EAD3")
        sel.alignment = Alignment(horizontal="center")
        ws[f"{form.kolom['k0']}{r}"].comment = Comment("Sumber: DPA", "Perencana")
        ws[f"{form.kolom['k2']}{r}"].comment = Comment("Belum final", "Perencana")
        buku = ws.parent
        buku.create_sheet("Bantu & lain-lain")["B2"] = "=E81!A1"
        buku.active = 1
        buku.defined_names["nama_umum"] = DefinedName("nama_umum", attr_text="'E81'!$A$1")
        buku["Bantu & lain-lain"].defined_names["setempat"] = DefinedName("setempat", attr_text="'E81'!$B$2")

    form = build(ubah=ubah)
    tahun, capaian = f"{form.kolom['tahun']}{form.pertama}", f"{form.kolom['capaian']}{form.pertama}"
    data = with_cached(form.data, {tahun: 30, capaian: "#DIV/0!"})
    return with_cached(data, {"B2": 7}, "xl/worksheets/sheet2.xml")


def cell_of(data: bytes, sel: str, lembar: str = "E81") -> Any:
    return load_workbook(io.BytesIO(data))[lembar][sel]


def test_everything_stays_but_the_marks() -> None:
    data = planner_form()
    form = build()
    k0, k1, k2 = (f"{form.kolom[f'k{i}']}{form.pertama}" for i in range(3))
    temuan = [
        odd("AZ99", "catatan", pesan="Sel kosong."),
        odd(k1, pesan="Bukan <angka> & bukan kata."),
        odd(k1, "peringatan", pesan="Melompat."),
        odd(k0, "peringatan"),
        odd("", "catatan", nilai=""),
        odd("B2", "catatan", "Bantu & lain-lain"),
        odd("C3", "galat", "Tidak ada"),
    ]
    tanda = mark_workbook(data, "e81.xlsx", temuan)
    check(tanda)
    assert values(tanda) == values(data)
    assert values(tanda)["E81", f"{form.kolom['tahun']}{form.pertama}"][0] == "30"  # the cached result

    sel = cell_of(tanda, k1)
    assert sel.fill.fgColor.rgb == MERAH  # the gravest of two
    lama = cell_of(data, k1)
    for sifat in ("font", "border", "number_format", "alignment", "protection"):
        assert repr(getattr(sel, sifat)) == repr(getattr(lama, sifat))
    assert (cell_of(tanda, k0).fill.fgColor.rgb, cell_of(tanda, "AZ99").fill.fgColor.rgb) == (KUNING, BIRU)
    assert repr(cell_of(tanda, k2).fill) == repr(cell_of(data, k2).fill)
    assert sel.comment.author == "SAKIP"
    assert sel.comment.text == (
        "— Temuan SAKIP —\n1. GALAT: Bukan <angka> & bukan kata.\nSaran: Tulis angka.\n\n"
        "3. PERINGATAN: Melompat.\nSaran: Tulis angka."
    )
    ditambah = cell_of(tanda, k0).comment
    assert ditambah.author == "Perencana"
    assert ditambah.text.startswith("Sumber: DPA\n\n— Temuan SAKIP —\n4. PERINGATAN: Bukan angka.")
    assert cell_of(tanda, k2).comment.text == "Belum final"

    buku = load_workbook(io.BytesIO(tanda))
    assert buku.sheetnames == ["Temuan", "E81", "Bantu & lain-lain"]
    assert buku.active.title == "Temuan"
    assert buku["Bantu & lain-lain"].defined_names["setempat"].attr_text == "'E81'!$B$2"
    assert "setempat" not in buku["E81"].defined_names
    daftar = buku["Temuan"]
    assert daftar["A1"].value == "Temuan di e81.xlsx: 2 galat, 2 peringatan, 3 catatan"
    rows = [[sel.value for sel in row[:7]] for row in daftar.iter_rows(min_row=6)]
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert rows[0][1:] == ["■ Galat", "E81", k1, "dua", "Bukan <angka> & bukan kata.", "Tulis angka."]
    tautan = {sel.coordinate: sel.hyperlink.location for row in daftar.iter_rows() for sel in row if sel.hyperlink}
    assert tautan == {
        "D6": f"'E81'!{k1}",
        "D8": f"'E81'!{k1}",
        "D9": f"'E81'!{k0}",
        "D10": "'E81'!AZ99",
        "C11": "'E81'!A1",
        "D12": "'Bantu & lain-lain'!B2",
    }
    assert (daftar.freeze_panes, daftar.print_title_rows, daftar.page_setup.orientation) == (
        "A6",
        "$5:$5",
        "landscape",
    )
    untouched = {n for n, isi in parts(data).items() if parts(tanda).get(n) == isi}
    assert {"_rels/.rels", "docProps/core.xml", "xl/theme/theme1.xml"} <= untouched


def test_marked_again_is_marked_once() -> None:
    data = planner_form()
    form = build()
    k0, k1, k3 = (f"{form.kolom[k]}{form.pertama}" for k in ("k0", "k1", "k3"))
    sekali = mark_workbook(data, "e81.xlsx", [odd(k0), odd(k1), odd("AZ99")])
    lagi = mark_workbook(sekali, "e81.xlsx", [odd(k1, "peringatan"), odd(k3)])
    ketiga = mark_workbook(lagi, "e81.xlsx", [])
    for hasil in (lagi, ketiga):
        check(hasil)
        assert load_workbook(io.BytesIO(hasil)).sheetnames == ["Temuan", "E81", "Bantu & lain-lain"]
        assert values(hasil) == values(data)
        assert cell_of(hasil, k0).comment.text == "Sumber: DPA"
        assert cell_of(hasil, k0).fill.fill_type is None
        assert cell_of(hasil, "AZ99").comment is None
    assert cell_of(lagi, k1).fill.fgColor.rgb == KUNING
    assert cell_of(lagi, k1).comment.text.count("Temuan SAKIP") == 1
    assert cell_of(ketiga, k1).fill.fgColor.rgb == "FFD9EAD3"  # the planner's own green
    assert cell_of(ketiga, k1).comment is None

    # the reader sees the planner's sheets only, and his fills: a form may say something with them
    grids = planner_grids(open_sheets(lagi, "e81.xlsx").grids)
    assert [grid.lembar for grid in grids] == ["E81", "Bantu & lain-lain"]
    assert [is_findings_sheet(g) for g in open_sheets(lagi, "e81.xlsx").grids] == [True, False, False]
    asli = open_sheets(data, "e81.xlsx").grids
    assert [dict(g.sel) for g in grids] == [dict(g.sel) for g in asli]
    assert read_workbook(lagi, "e81.xlsx").indikator == read_workbook(data, "e81.xlsx").indikator


def prefixed(xml: bytes) -> bytes:
    """The same part as other programs write it: every element with a prefix."""
    ET.register_namespace("x", MAIN[1:-1])
    ET.register_namespace("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
    return ET.tostring(ET.fromstring(xml), encoding="utf-8", xml_declaration=True)  # noqa: S314


def without_addresses(xml: bytes) -> bytes:
    """Rows and cells that do not say where they stand; a few writers leave it out."""
    return re.sub(rb'(<(?:c|row)) r="[A-Z]*\d+"', rb"\1", xml)


def utf16(xml: bytes) -> bytes:
    teks = xml.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return (teks if teks.startswith("<?xml") else f'<?xml version="1.0" encoding="UTF-16"?>{teks}').encode(
        "utf-16"
    )


def dense() -> bytes:
    """A sheet where every cell of the first rows is there, so that addresses may be left out."""
    buku = Workbook()
    ws = buku.worksheets[0]
    ws.title = "E81"
    for b in range(1, 4):
        for k in range(1, 5):
            ws.cell(b, k, f"{b}.{k}" if k == 1 else b * k)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


@pytest.mark.parametrize("ubah", [prefixed, without_addresses, utf16])
def test_other_writers_ways(ubah: Any) -> None:
    data = rewrite(dense(), {"xl/worksheets/sheet1.xml": ubah})
    if ubah is prefixed:
        data = rewrite(data, {"xl/styles.xml": ubah, "xl/workbook.xml": ubah})
    sel = ("B2", "C3", "F2", "A5", "B9")
    tanda = mark_workbook(data, "x.xlsx", [odd(satu) for satu in sel])
    check(tanda)
    assert values(tanda) == values(data)
    assert len(values(tanda)) == 12
    for satu in sel:
        assert cell_of(tanda, satu).fill.fgColor.rgb == MERAH
        assert "Bukan angka." in cell_of(tanda, satu).comment.text
    assert cell_of(tanda, "C2").fill.fill_type is None


def test_cells_and_rows_that_are_not_there() -> None:
    """Of merged cells the one that is shown; of blank ones what their row or column looks like."""
    lembar = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="3" max="3" '
        b'width="9" style="1"/></cols><sheetData><row r="2" spans="1:1" s="1" customFormat="1"/><row r="5"><c r="B5">'
        b'<v>1</v></c><c r="E5"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B7:D9"/>'
        b'</mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/></worksheet>'
    )

    def number_format(xml: bytes) -> bytes:
        return re.sub(
            rb"<cellXfs.*?</cellXfs>", b"<cellXfs><xf/><xf numFmtId='10' applyNumberFormat='1'/></cellXfs>", xml
        )

    data = rewrite(dense(), {"xl/worksheets/sheet1.xml": lambda _: lembar, "xl/styles.xml": number_format})
    sel = ("A1", "Z2", "C4", "A5", "D5", "G5", "C8", "C9")
    tanda = mark_workbook(data, "x.xlsx", [odd(satu) for satu in sel])
    check(tanda)
    ws = load_workbook(io.BytesIO(tanda))["E81"]
    merah = {c.coordinate for row in ws.iter_rows() for c in row if c.fill.fgColor.rgb == MERAH}
    assert merah == {"A1", "Z2", "C4", "A5", "D5", "G5", "B7"}
    assert [ws[s].number_format for s in ("A1", "Z2", "C4")] == ["General", "0.00%", "0.00%"]
    assert ws["B7"].comment.text.count("GALAT") == 2
    kosong = rewrite(
        data, {"xl/worksheets/sheet1.xml": lambda x: re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", x)}
    )
    check(mark_workbook(kosong, "x.xlsx", [odd("B2"), odd("A4")]))


def test_no_macro_comes_back() -> None:
    """Neither VBA nor the sheet macros of Excel 4; names that belonged to them go, the others keep their sheet."""
    rel = "http://schemas.microsoft.com/office/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    def types(xml: bytes) -> bytes:
        return xml.replace(main.encode(), b"application/vnd.ms-excel.sheet.macroEnabled.main+xml").replace(
            b"</Types>",
            b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName='
            b'"/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/></Types>',
        )

    def rels(xml: bytes) -> bytes:
        return xml.replace(
            b"</Relationships>",
            f'<Relationship Id="v" Type="{rel}/vbaProject" Target="vbaProject.bin"/><Relationship Id="m" Type="{rel}'
            '/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>'.encode(),
        )

    def book(xml: bytes) -> bytes:
        r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xml = xml.replace(
            b"<sheets>", f'<sheets><sheet xmlns:r="{r}" name="Makro1" sheetId="9" r:id="m"/>'.encode()
        )
        xml = re.sub(rb'localSheetId="(\d)"', lambda m: b'localSheetId="%d"' % (int(m.group(1)) + 1), xml)
        return xml.replace(
            b"</definedNames>",
            b'<definedName name="Auto_Open" localSheetId="0" xlm="1">Makro1!$A$1</definedName></definedNames>',
        )

    data = rewrite(
        planner_form(),
        {"[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": rels, "xl/workbook.xml": book},
        {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0kode", "xl/macrosheets/sheet1.xml": b"<macrosheet/>"},
    )
    tanda = mark_workbook(data, "e81.xlsm", [odd("C12")])
    isi = check(tanda)
    assert not [n for n in isi if "vba" in n.lower() or "macro" in n.lower()]
    assert not re.search(rb"vba|macro|xlm=", isi["[Content_Types].xml"] + isi["xl/workbook.xml"], re.IGNORECASE)
    buku = load_workbook(io.BytesIO(tanda))
    assert buku.sheetnames == ["Temuan", "E81", "Bantu & lain-lain"]
    assert "setempat" in buku["Bantu & lain-lain"].defined_names
    assert "Makro" in str(buku["Temuan"]["A3"].value)


def test_text_like_a_formula_stays_text() -> None:
    """In the list, in comments, and in the workbook made anew from an old .xls."""
    temuan = [odd("B2", nilai=teks, pesan=teks, saran=teks) for teks in FORMULA_LIKE]
    tanda = mark_workbook(dense(), "=cmd|' /C calc'!A0.xlsx", temuan)
    isi = check(tanda)
    daftar = next(xml for n, xml in isi.items() if b"sakip-temuan" in xml)
    assert b"<f" not in daftar.replace(b"<fo", b"")
    ws = load_workbook(io.BytesIO(tanda))["Temuan"]
    assert all(sel.data_type in ("n", "s") for row in ws.iter_rows() for sel in row)
    assert [ws.cell(6 + n, 5).value for n in range(5)] == list(FORMULA_LIKE[:5])
    assert ws["E6"].quotePrefix

    sel = {(n, 1): Sel(teks, "s", "@") for n, teks in enumerate(FORMULA_LIKE, 1)}
    sel |= {
        (1, 2): Sel(1 / 3, "n", "0.0"),
        (2, 2): Sel(True, "b", "General"),
        (3, 2): Sel("#REF!", "e", "General"),
    }
    data = rebuild([make_grid("Lembar 1", dict(sel), [(4, 2, 5, 3)], tersembunyi=False)])
    buku = mark_workbook(data, "lama.xls", [odd("A1", lembar="Lembar 1")])
    check(buku)
    baca = planner_grids(open_sheets(buku, "x.xlsx").grids)[0]
    assert {letak: (s.nilai, s.jenis) for letak, s in baca.sel.items()} == {
        letak: (s.nilai, s.jenis) for letak, s in sel.items()
    }
    assert baca.rumus == {}
    assert baca.jangkar(5, 3) == (4, 2)


def test_a_thread_becomes_a_comment_that_can_be_appended_to() -> None:
    """Excel shows a thread and hides its plain comment: what we add would never be seen."""
    tc = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    utas = (
        f'<ThreadedComments xmlns="{tc}"><threadedComment ref="{{sel}}" id="{{{{1}}}}"><text>Cek DPA &amp; RKA</text>'
        '</threadedComment><threadedComment ref="{sel}" id="{{2}}" parentId="{{1}}"><text>Sudah</text>'
        '</threadedComment><threadedComment ref="A1" id="{{3}}"><text>Tetap</text></threadedComment></ThreadedComments>'
    )
    form = build()
    k0 = f"{form.kolom['k0']}{form.pertama}"
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    data = rewrite(
        planner_form(),
        {
            rels: lambda x: x.replace(
                b"</Relationships>",
                b'<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threaded'
                b'Comment" '
                b'Target="../threadedComments/threadedComment1.xml"/></Relationships>',
            )
        },
        {"xl/threadedComments/threadedComment1.xml": utas.format(sel=k0).encode()},
    )
    tanda = mark_workbook(data, "x.xlsx", [odd(k0)])
    isi = check(tanda)
    assert cell_of(tanda, k0).comment.text.startswith("Cek DPA & RKA\nSudah\n\n— Temuan SAKIP —\n1. GALAT")
    sisa = isi["xl/threadedComments/threadedComment1.xml"]
    assert (b"Tetap" in sisa, b"Cek DPA" in sisa) == (True, False)


def test_boxes_are_found_in_a_drawing_that_is_no_xml() -> None:
    """Excel itself writes a lone <br> into the drawing of a sheet with buttons."""
    sekali = mark_workbook(dense(), "x.xlsx", [odd("B2"), odd("C3")])
    vml = next(nama for nama in parts(sekali) if nama.endswith(".vml"))
    rusak = rewrite(sekali, {vml: lambda x: x.replace(b"</div>", b"<br></div>", 1)})
    lagi = mark_workbook(rusak, "x.xlsx", [odd("C3", pesan="Panjang. " * 60), odd("D1")])
    utuh = rewrite(lagi, {vml: lambda x: x.replace(b"<br></div>", b"</div>")})
    isi = check(utuh)
    assert {
        c.coordinate for row in load_workbook(io.BytesIO(utuh))["E81"].iter_rows() for c in row if c.comment
    } == {
        "C3",
        "D1",
    }
    # the box of C3 stayed and grew: 540 characters take fifteen lines of 38 and two more, from the row above it
    jangkar = re.search(rb"<x:Anchor>([^<]*)</x:Anchor>.{0,60}<x:Row>2</x:Row>", isi[vml])
    assert jangkar is not None
    atas, bawah = (int(jangkar.group(1).split(b",")[n]) for n in (2, 6))
    assert bawah - atas >= 15


def test_a_template_comes_back_as_a_template() -> None:
    """Its structure is locked, its sheets are protected, its mark is hidden: all of that stays."""
    data = template()
    lembar = read_workbook(data, "templat.xlsx").lembar
    tanda = mark_workbook(data, "templat.xlsx", [odd("F9", lembar=lembar)])
    check(tanda)
    asli, kembali = read_workbook(data, "x.xlsx"), read_workbook(tanda, "x.xlsx")
    assert (kembali.templat, kembali.indikator, kembali.lembar) == (asli.templat, asli.indikator, lembar)
    assert kembali.templat is not None


def test_a_sheet_of_the_planner_called_temuan_stays() -> None:
    buku = load_workbook(io.BytesIO(dense()))
    buku["E81"].title = "TEMUAN"
    wadah = io.BytesIO()
    buku.save(wadah)
    tanda = mark_workbook(wadah.getvalue(), "x.xlsx", [odd("B2", lembar="TEMUAN")])
    check(tanda)
    assert load_workbook(io.BytesIO(tanda)).sheetnames == ["Temuan 2", "TEMUAN"]
    assert values(tanda, but=("Temuan 2",)) == values(wadah.getvalue(), but=())


def test_libreoffice_shows_it_and_what_it_saves_is_marked_anew(tmp_path: Path) -> None:
    data = planner_form()
    form = build()
    k0, k1 = (f"{form.kolom[k]}{form.pertama}" for k in ("k0", "k1"))
    (tmp_path / "tanda.xlsx").write_bytes(
        mark_workbook(data, "e81.xlsx", [odd(k1), odd(k0, "peringatan"), odd("AZ99")])
    )
    seen = look(tmp_path / "tanda.xlsx", tmp_path / "simpan.xlsx", {"E81": {k1: 20}})
    assert seen["active"] == "Temuan"
    kunci = {satu.rpartition(".")[2]: satu for satu in seen["notes"] if "E81" in satu}
    assert {s: f"FF{seen['colours'][kunci[s]]:06X}" for s in (k0, k1, "AZ99")} == {
        k0: KUNING,
        k1: MERAH,
        "AZ99": MERAH,
    }
    assert str(seen["notes"][kunci[k0]]).startswith("Sumber: DPA\n\n— Temuan SAKIP —\n3. PERINGATAN")
    # what LibreOffice saved is read as if never marked, and marked anew without a second layer
    simpan = (tmp_path / "simpan.xlsx").read_bytes()
    lagi = mark_workbook(simpan, "e81.xlsx", [odd(k0)])
    check(lagi)
    assert load_workbook(io.BytesIO(lagi)).sheetnames == ["Temuan", "E81", "Bantu & lain-lain"]
    assert (cell_of(lagi, k1).fill.fgColor.rgb, cell_of(lagi, k1).comment) == ("FFD9EAD3", None)
    assert cell_of(lagi, k0).comment.text.count("Temuan SAKIP") == 1
    assert cell_of(lagi, k0).comment.text.startswith("Sumber: DPA")


@pytest.mark.skipif(not SHARED.exists(), reason="the real workbooks are not here")
@pytest.mark.parametrize("berkas", sorted(SHARED.glob("workbooks/*.xlsx")), ids=lambda p: p.stem)
def test_real_workbooks_keep_every_value(berkas: Path) -> None:
    data = berkas.read_bytes()
    temuan = [
        odd(f"{huruf}{baris}", tingkat, grid.lembar)
        for grid in open_sheets(data, berkas.name).grids
        for huruf, baris, tingkat in (("A", 1, "galat"), ("D", 12, "peringatan"), ("ZA", 300, "catatan"))
    ]
    tanda = mark_workbook(data, berkas.name, temuan)
    check(tanda)
    if berkas.stem.startswith("e81_bappedalitbang"):  # our own reader is not the only one asked
        hitung = load_workbook(io.BytesIO(tanda), data_only=True)["Realisasi TW IV"]
        assert sum(sel.value is not None for row in hitung.iter_rows() for sel in row) == 2822
    asli, kembali = open_sheets(data, "x.xlsx").grids, planner_grids(open_sheets(tanda, "x.xlsx").grids)
    assert [(g.lembar, dict(g.sel), g.rumus) for g in asli] == [(g.lembar, dict(g.sel), g.rumus) for g in kembali]
