"""How the template looks: ink, greys, one indigo. Named styles, so that thousands of cells share a dozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# The same values as sakip_app/charts/tokens.py, which a workbook may not import; a test holds them together.
TINTA, REDUP, SAMAR = "13202F", "45566A", "5C6C7F"
GARIS, GARIS_KUAT, BIDANG = "DCE2E9", "B9C3CF", "F3F5F8"
NILA, NILA_MUDA, PUTIH = "2F3E9E", "ECEEFA", "FFFFFF"
TEKS_BAHAYA, TINT_BAHAYA = "8A1A12", "F9E2DF"

HURUF = "Segoe UI"
KEPALA_ISIAN = "sakip kepala isian"
KAKI_TERPANJANG = 90  # characters; Excel takes 255 in all and calls a file with more damaged
FORMAT = {
    "rupiah": "#,##0", "tanggal": "dd/mm/yyyy", "teks": "@", "kata": "@", "angka": "General",
    "panjang": "General",  # older Excel shows ##### for a long text in a cell that is formatted as text
}  # fmt: skip


def font(ukuran: float = 10, *, tebal: bool = False, warna: str = TINTA) -> Font:
    """The one face of Office files."""
    return Font(name=HURUF, size=ukuran, bold=tebal, color=warna)


def fill(warna: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", start_color=warna, end_color=warna)


def cell_style(jenis: str, *, terbuka: bool) -> str:
    """Name of the style of a data cell."""
    return f"sakip {jenis} {'isian' if terbuka else 'terkunci'}"


def _align(mendatar: str, tegak: str) -> Alignment:
    """Text keeps a little distance from the number that ends left of it."""
    return Alignment(horizontal=mendatar, vertical=tegak, wrap_text=True, indent=int(mendatar == "left"))


def set_print(ws: Worksheet, lebar: int, tinggi: int, kiri: str = "") -> None:
    """A4 landscape, so many pages wide and high (0: as many as it takes), page numbers at the foot."""
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = lebar, tinggi
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_margins.left = ws.page_margins.right = 0.4
    ws.page_margins.top, ws.page_margins.bottom = 0.5, 0.6
    kaki: Any = ws.oddFooter
    kaki.left.text, kaki.right.text = kiri[:KAKI_TERPANJANG].replace("&", "&&"), "Halaman &P dari &N"
    for bagian in (kaki.left, kaki.right):
        bagian.size, bagian.font = 8, f"{HURUF},Regular"


def add_styles(buku: Workbook) -> None:
    """Register the named styles: every kind of data cell open and locked, four kinds of header."""
    tipis = Side(style="thin", color=GARIS)
    for jenis, bentuk in FORMAT.items():
        kanan = jenis in ("angka", "rupiah", "tanggal")
        for terbuka in (True, False):
            gaya = NamedStyle(cell_style(jenis, terbuka=terbuka))
            gaya.font = font()
            gaya.fill = fill(NILA_MUDA if terbuka else BIDANG)
            gaya.border = Border(left=tipis, right=tipis, top=tipis, bottom=tipis)
            gaya.alignment = _align("right" if kanan else "left", "top")
            gaya.number_format = bentuk
            gaya.protection = Protection(locked=not terbuka)
            buku.add_named_style(gaya)
    kepala = {
        "sakip kepala": (PUTIH, REDUP, "left"),
        "sakip kepala angka": (PUTIH, REDUP, "right"),
        "sakip kepala kini": (NILA, PUTIH, "right"),
        "sakip kepala grup": (PUTIH, REDUP, "left"),
    }
    for nama, (latar, warna, letak) in kepala.items():
        buku.add_named_style(_heading(nama, latar, warna, letak))


def add_fill_heading(buku: Workbook) -> None:
    """Register the heading of a column of words that is to be filled in; only one sheet has such columns."""
    buku.add_named_style(_heading(KEPALA_ISIAN, NILA, PUTIH, "left"))


def _heading(nama: str, latar: str, warna: str, letak: str) -> NamedStyle:
    tipis, kuat, tinta = (
        Side(style="thin", color=GARIS),
        Side(style="thin", color=GARIS_KUAT),
        Side(style="medium", color=TINTA),
    )
    gaya = NamedStyle(nama)
    gaya.font = font(9, tebal=True, warna=warna)
    gaya.fill = fill(latar)
    gaya.border = Border(top=kuat, bottom=kuat if nama.endswith("grup") else tinta, left=tipis, right=tipis)
    gaya.alignment = _align(letak, "bottom")
    return gaya
