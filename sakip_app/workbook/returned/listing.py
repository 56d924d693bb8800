"""The first sheet of a returned workbook: every finding, with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.limits import Letak, alamat, column_letter
from sakip_app.workbook.result import Temuan
from sakip_app.workbook.returned.sheet import address
from sakip_app.workbook.returned.styles import NILA, POLOS, GayaDaftar, is_ours
from sakip_app.workbook.returned.xml import MAIN, safe_text

LEMBAR = "Temuan"
PENGENAL = "sakip-temuan"  # stands in a hidden column: a sheet is known by it whatever it is called
KOLOM_TANDA = 8
BARIS_KEPALA = 5
_KEPALA = (("No.", 6), ("Tingkat", 13), ("Lembar", 24), ("Sel", 9), ("Isi sel", 24), ("Apa yang janggal", 66),
           ("Yang disarankan", 62))  # fmt: skip
_KATA = {"galat": "■ Galat", "peringatan": "▲ Peringatan", "catatan": "● Catatan"}
TINGGI_TEKS = 13.0  # points of one line
HURUF_SELEBAR = 1.1  # characters of ordinary text that fit one unit of column width


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One finding as it is listed: ``letak`` is its cell in the sheet, ``semula`` the fill the cell had."""

    temuan: Temuan
    letak: Letak | None = None
    semula: str = POLOS
    ada_lembar: bool = True


def findings_xml(judul: str, petunjuk: Sequence[str], baris: Sequence[BarisDaftar], gaya: GayaDaftar) -> bytes:
    """The sheet as XML. Every text is an inline string: none can come alive as a formula."""
    lebar = "".join(
        f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, (_, w) in enumerate(_KEPALA, 1)
    )
    lebar += f'<col min="{KOLOM_TANDA}" max="{KOLOM_TANDA}" width="9" hidden="1" customWidth="1"/>'
    isi = [
        _row(1, [_text(1, 1, judul, gaya.judul), _text(1, KOLOM_TANDA, PENGENAL, gaya.teks)], tinggi=26),
        _row(2, [_text(2, 1, petunjuk[0], gaya.uraian)], tinggi=_height(petunjuk[0])),
        _row(3, [_text(3, 1, " ".join(petunjuk[1:]), gaya.uraian)], tinggi=_height(" ".join(petunjuk[1:]))),
        _row(
            BARIS_KEPALA,
            [_text(BARIS_KEPALA, n, kata, gaya.kepala) for n, (kata, _) in enumerate(_KEPALA, 1)],
            tinggi=20,
        ),
    ]
    tautan = []
    for nomor, satu in enumerate(baris, 1):
        r = BARIS_KEPALA + nomor
        t = satu.temuan
        tinggi = _lines((t.lembar, 2), (t.nilai, 4), (t.pesan, 5), (t.saran, 6)) * TINGGI_TEKS + 5
        isi.append(_row(r, _cells(r, nomor, satu, gaya), tinggi=tinggi, tetap=False))
        if satu.ada_lembar:
            lembar = satu.temuan.lembar.replace("'", "''")
            tujuan = f"'{lembar}'!{alamat(*satu.letak) if satu.letak else 'A1'}"
            sel = f"{'D' if satu.letak else 'C'}{r}"
            tautan.append(f"<hyperlink ref={quoteattr(sel)} location={quoteattr(tujuan)}/>")
    akhir = BARIS_KEPALA + len(baris)
    kolom_akhir = column_letter(len(_KEPALA))
    return (
        f'<worksheet xmlns="{MAIN}"><sheetPr><tabColor rgb="{NILA}"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letter(KOLOM_TANDA)}{akhir}"/>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{BARIS_KEPALA}" topLeftCell="A{BARIS_KEPALA + 1}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="A{BARIS_KEPALA + 1}" sqref="A{BARIS_KEPALA + 1}"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{lebar}</cols><sheetData>{''.join(isi)}</sheetData>"
        f'<mergeCells count="2"><mergeCell ref="A2:{kolom_akhir}2"/><mergeCell ref="A3:{kolom_akhir}3"/></mergeCells>'
        + (f"<hyperlinks>{''.join(tautan)}</hyperlinks>" if tautan else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>"
    ).encode()


def _cells(r: int, nomor: int, satu: BarisDaftar, gaya: GayaDaftar) -> list[str]:
    t = satu.temuan
    tautan_lembar = satu.ada_lembar and satu.letak is None
    hasil = [
        f'<c r="A{r}" s="{gaya.nomor}"><v>{nomor}</v></c>',
        _text(r, 2, _KATA[t.tingkat], gaya.tingkat[t.tingkat]),
        _text(r, 3, t.lembar, gaya.tautan if tautan_lembar else gaya.teks),
        _text(r, 4, t.sel, gaya.tautan if satu.ada_lembar and satu.letak else gaya.teks),
        _text(r, 5, t.nilai, gaya.teks),
        _text(r, 6, t.pesan, gaya.teks),
        _text(r, 7, t.saran, gaya.teks),
    ]
    if satu.letak is not None:
        hasil.append(_text(r, KOLOM_TANDA, f"{alamat(*satu.letak)} {satu.semula}".rstrip(), gaya.teks))
    return hasil


def _text(baris: int, kolom: int, teks: str, gaya: int) -> str:
    sel = alamat(baris, kolom)
    if not teks:
        return f'<c r="{sel}" s="{gaya}"/>'
    return f'<c r="{sel}" s="{gaya}" t="inlineStr"><is><t xml:space="preserve">{safe_text(teks)}</t></is></c>'


def _row(nomor: int, sel: Sequence[str], tinggi: float, *, tetap: bool = True) -> str:
    """A row; where its height is not ``tetap`` a program may fit it anew to its text."""
    ukuran = f' ht="{tinggi:g}"' + (' customHeight="1"' if tetap else "")
    return f'<row r="{nomor}"{ukuran}>{"".join(sel)}</row>'


def _lines(*isi: tuple[str, int]) -> int:
    """How many lines the tallest of some cells takes; each with its column, counted from 0."""
    return max(
        sum(max(1, -(-len(satu) // round(_KEPALA[kolom][1] * HURUF_SELEBAR))) for satu in teks.split("\n"))
        for teks, kolom in isi
    )


def _height(teks: str) -> float:
    """Height of a merged row, which no program fits by itself."""
    return 15.5 * max(1, -(-len(teks) // 220))


def free_title(terpakai: Sequence[str]) -> str:
    """A title no other sheet has: Temuan, Temuan 2, …"""
    ada = {satu.casefold() for satu in terpakai}
    nomor = 1
    while (judul := LEMBAR if nomor == 1 else f"{LEMBAR} {nomor}").casefold() in ada:
        nomor += 1
    return judul


def is_findings_sheet(grid: Grid) -> bool:
    """Whether a sheet is the list of findings this product put into a returned workbook."""
    return grid.nilai(1, KOLOM_TANDA) == PENGENAL


def earlier_fills(grid: Grid) -> dict[tuple[str, Letak], str]:
    """Per sheet and cell the fill it had before it was coloured, as an earlier list of findings noted it."""
    hasil: dict[tuple[str, Letak], str] = {}
    for baris in range(BARIS_KEPALA + 1, grid.baris_akhir + 1):
        sel, _, kode = grid.teks(baris, KOLOM_TANDA).partition(" ")
        letak = address(sel)
        if letak is not None:
            hasil.setdefault((str(grid.nilai(baris, 3)), letak), POLOS if is_ours(kode) else kode)
    return hasil
