"""Native tables: no style, no grid, a hairline below each row, rows as high as their texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sakip_app.charts.tokens import GARIS, GARIS_KUAT, REDUP
from sakip_app.reports.pptx.canvas import Alinea, Kanvas, alinea, emu, isi_warna, teks_xml, tinggi

Sel = Sequence[Alinea]
Baris = Sequence[Sel]

TANPA_GAYA = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid"."""
SELA = 28
"""Px between columns."""
UKURAN = (
    (15, 99),
    (14, 99),
    (13, 99),
    (12, 99),
    (12, 4),
    (12, 3),
    (12, 2),
    (12, 1),
    (11, 1),
    (10, 1),
    (11, 0),
    (10, 0),
    (9, 0),
    (8, 0),
)
"""What is tried in turn: size in points, and lines of texts that may be shortened (0: as few as can be). The last ones
are only for tables in which every row is hundreds of characters long."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head, its width in px with the gap to the next, and its alignment."""

    judul: str
    lebar: float
    rata: str = "l"


def pilih_isi(
    kolom: Sequence[Kolom], ruang: float, isi: Callable[[float, int], Sequence[Baris]], *, padat: float = 24
) -> tuple[Sequence[Baris], list[float]]:
    """The rows at the largest size at which they fit ``ruang`` px, and their heights.

    Args:
        kolom: the columns.
        ruang: height for the rows without their head, px.
        isi: rows at a size in points and with so many lines for what may be shortened.
        padat: px above and below the text of a row together; halved where it is tight.
    """
    for pt, batas in UKURAN:
        baris = isi(pt, batas)
        udara = padat if pt > 12 or batas > 2 else padat / 2
        tinggi_baris = [
            max(tinggi(sel, k.lebar - SELA) for sel, k in zip(satu, kolom, strict=True)) + udara for satu in baris
        ]
        if sum(tinggi_baris) <= ruang:
            break
    return baris, tinggi_baris


def tulis_tabel(
    kanvas: Kanvas, x: float, y: float, kolom: Sequence[Kolom], baris: Sequence[Baris], tinggi_baris: Sequence[float],
    *, nama: str, kepala: bool = True, jangkar: str = "t", sela: float = SELA,
) -> float:  # fmt: skip
    """A table at ``x``, ``y``; returns the y of its lower edge."""
    isi: list[str] = []
    tinggi_kepala = 0.0
    if kepala:
        judul = [(alinea(k.judul, 12, warna=REDUP, tebal=True, rata=k.rata),) for k in kolom]
        tinggi_kepala = max(tinggi(sel, k.lebar - SELA) for sel, k in zip(judul, kolom, strict=True)) + 14
        isi.append(_baris(judul, tinggi_kepala, GARIS_KUAT, "b", 7, sela))
    for satu, setinggi in zip(baris, tinggi_baris, strict=True):
        teks = max(tinggi(sel, k.lebar - SELA) for sel, k in zip(satu, kolom, strict=True))
        isi.append(_baris(satu, setinggi, GARIS, jangkar, max(0.0, (setinggi - teks) / 2), sela))
    lebar = sum(k.lebar for k in kolom)
    semua = tinggi_kepala + sum(tinggi_baris)
    grid = "".join(f'<a:gridCol w="{emu(k.lebar)}"/>' for k in kolom)
    kanvas.mentah(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{{id}}" name="{nama}" descr="{nama}"/><p:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(lebar)}" cy="{emu(semua)}"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{' firstRow=' + chr(34) + '1' + chr(34) if kepala else ''}><a:tableStyleId>{TANPA_GAYA}"
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{''.join(isi)}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    return y + semua


def _baris(sel: Baris, tinggi_px: float, garis: str, jangkar: str, atas: float, sela: float) -> str:
    kosong = "".join(f'<a:{sisi} w="0"><a:noFill/></a:{sisi}>' for sisi in ("lnL", "lnR", "lnT"))
    bawah = f'<a:lnB w="9525" cap="flat" cmpd="sng">{isi_warna(garis)}<a:prstDash val="solid"/></a:lnB>'
    udara = emu(atas) if jangkar != "ctr" else 0
    isi = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{teks_xml(satu or (Alinea((), 8),))}</a:txBody>"
        f'<a:tcPr marL="0" marR="{emu(sela) if urutan < len(sel) - 1 else 0}" marT="{udara}" marB="{udara}" '
        f'anchor="{jangkar}">{kosong}{bawah}<a:noFill/></a:tcPr></a:tc>'
        for urutan, satu in enumerate(sel)
    )
    return f'<a:tr h="{emu(tinggi_px)}">{isi}</a:tr>'
