"""Native charts: bars and points with the numbers of the deck and its texts as labels; nothing of a default look.

Element order is the schema's (ECMA-376 Part 1, 21.2): PowerPoint refuses a file in which it is not. Labels are rich
text a point, so no viewer's number format shows; the figures beneath stay numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from sakip_app.charts.tokens import REDUP, TINTA
from sakip_app.reports.pptx.canvas import BAHASA, isi_warna, sifat_ruas
from sakip_app.reports.pptx.measure import bersih
from sakip_app.reports.pptx.sheet import alamat

_KEPALA = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    f'<c:date1904 val="0"/><c:lang val="{BAHASA}"/><c:roundedCorners val="0"/>'
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
)
_TANPA_GARIS = "<a:ln><a:noFill/></a:ln>"

Kotak = tuple[float, float, float, float]
"""x, y, width, height of the plot within its frame, as shares of 1."""


@dataclass(frozen=True, slots=True)
class Label:
    """The text at a point and how it looks; ``letak`` t, b, l, r, ctr, outEnd, inEnd, inBase."""

    teks: str
    letak: str
    pt: float = 12
    warna: str = TINTA
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class SeriBatang:
    """Bars: one number a category (``None``: no bar), a fill and edge each, a label each or none."""

    nama: str
    nilai: Sequence[float | None]
    isi: Sequence[str | None]
    tepi: Sequence[str | None]
    label: Sequence[Label | None]
    kolom: int
    """Column of the workbook that holds the numbers; rows from 2 on, categories in column A."""


@dataclass(frozen=True, slots=True)
class SeriTitik:
    """Points of one look; ``simbol`` none draws only their labels, ``garis`` joins neighbours."""

    nama: str
    simbol: str = "none"
    ukuran: int = 9
    isi: str = TINTA
    tepi: str = TINTA
    garis: str | None = None


def batang(
    kategori: Sequence[str], kelompok: Sequence[tuple[SeriBatang, int]], *, mendatar: bool, bawah: float, atas: float,
    plot: Kotak, sumbu: bool = False,
) -> str:  # fmt: skip
    """Chart XML of bars.

    Args:
        kategori: the categories; lying bars stand from the top down.
        kelompok: series, each with the gap beside its bars in per cent of their width; the second lies over the first.
        mendatar: whether the bars lie.
        bawah: start of the value axis.
        atas: its end.
        plot: where the plot stands in the frame.
        sumbu: whether the names of the categories are drawn.
    """
    grup, sumbu_xml = [], []
    for urutan, (seri, celah) in enumerate(kelompok):
        a, b = 1001 + 10 * urutan, 1002 + 10 * urutan
        grup.append(
            f'<c:barChart><c:barDir val="{"bar" if mendatar else "col"}"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{_seri_batang(urutan, seri, kategori)}<c:gapWidth val="{celah}"/>'
            f'<c:overlap val="100"/><c:axId val="{a}"/><c:axId val="{b}"/></c:barChart>'
        )
        tampak = sumbu and urutan == 0
        sumbu_xml.append(
            f'<c:catAx><c:axId val="{a}"/><c:scaling><c:orientation val="{"maxMin" if mendatar else "minMax"}"/>'
            f'</c:scaling><c:delete val="{int(not tampak)}"/><c:axPos val="{"l" if mendatar else "b"}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="{"low" if tampak else "none"}"/>'
            f"<c:spPr>{_garis(TINTA, 1.5) if tampak else _TANPA_GARIS}</c:spPr>{_huruf(12, REDUP)}"
            f'<c:crossAx val="{b}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
            '<c:lblOffset val="40"/><c:noMultiLvlLbl val="1"/></c:catAx>'
            + _sumbu_nilai(b, a, "b" if mendatar else "l", bawah, atas, "between")
        )
    return _tutup(plot, "".join(grup) + "".join(sumbu_xml))


def titik(
    nilai_x: Sequence[float | None],
    seri: Sequence[tuple[SeriTitik, Sequence[float | None], Sequence[Label | None]]],
    *,
    x: tuple[float, float],
    y: tuple[float, float],
) -> str:
    """Chart XML of points on two hidden axes from the first to the second of ``x`` and ``y``, filling the frame.

    Args:
        nilai_x: x of every row; column B of the workbook.
        seri: look, y and label of every row; columns from C on.
        x: ends of the x axis.
        y: ends of the y axis.
    """
    isi = "".join(
        _seri_titik(urutan, satu, nilai_x, tinggi, label) for urutan, (satu, tinggi, label) in enumerate(seri)
    )
    return _tutup(
        (0, 0, 1, 1),
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{isi}<c:axId val="1001"/><c:axId val="1002"/></c:scatterChart>'
        + _sumbu_nilai(1001, 1002, "b", *x, "midCat")
        + _sumbu_nilai(1002, 1001, "l", *y, "midCat"),
    )


def _tutup(plot: Kotak, isi: str) -> str:
    x, y, lebar, tinggi = plot
    tempat = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/><c:w val="{lebar:.5f}"/><c:h val="{tinggi:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )
    return (
        f"{_KEPALA}{tempat}{isi}<c:spPr><a:noFill/>{_TANPA_GARIS}</c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_TANPA_GARIS}</c:spPr>{_huruf(12, TINTA)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _sumbu_nilai(nomor: int, silang: int, letak: str, bawah: float, atas: float, antara: str) -> str:
    return (
        f'<c:valAx><c:axId val="{nomor}"/><c:scaling><c:orientation val="minMax"/><c:max val="{atas!r}"/>'
        f'<c:min val="{bawah!r}"/></c:scaling><c:delete val="1"/><c:axPos val="{letak}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{silang}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="{antara}"/></c:valAx>'
    )


def _seri_batang(urutan: int, seri: SeriBatang, kategori: Sequence[str]) -> str:
    n = len(kategori)
    dpt = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{isi_warna(seri.isi[i])}{_garis(seri.tepi[i], 0.75)}</c:spPr></c:dPt>"
        for i in range(n)
        if seri.nilai[i] is not None
    )
    pertama = next((i for i in range(n) if seri.nilai[i] is not None), 0)
    return (
        f'<c:ser><c:idx val="{urutan}"/><c:order val="{urutan}"/>{_nama(seri.nama, seri.kolom)}'
        f"<c:spPr>{isi_warna(seri.isi[pertama])}{_TANPA_GARIS}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{dpt}{_label(seri.label)}'
        f'<c:cat><c:strRef><c:f>{alamat(0, 2, n + 1)}</c:f><c:strCache><c:ptCount val="{n}"/>'
        + "".join(f'<c:pt idx="{i}"><c:v>{_aman(k)}</c:v></c:pt>' for i, k in enumerate(kategori))
        + f"</c:strCache></c:strRef></c:cat><c:val>{_angka(seri.nilai, seri.kolom)}</c:val></c:ser>"
    )


def _seri_titik(
    urutan: int,
    seri: SeriTitik,
    x: Sequence[float | None],
    y: Sequence[float | None],
    label: Sequence[Label | None],
) -> str:
    garis = _garis(seri.garis, 0.75) if seri.garis else _TANPA_GARIS
    tanda = '<c:marker><c:symbol val="none"/></c:marker>'
    if seri.simbol != "none":
        tanda = (
            f'<c:marker><c:symbol val="{seri.simbol}"/><c:size val="{seri.ukuran}"/>'
            f"<c:spPr>{isi_warna(seri.isi)}{_garis(seri.tepi, 1)}</c:spPr></c:marker>"
        )
    return (
        f'<c:ser><c:idx val="{urutan}"/><c:order val="{urutan}"/>{_nama(seri.nama, urutan + 2)}'
        f"<c:spPr>{garis}</c:spPr>{tanda}{_label(label)}"
        f"<c:xVal>{_angka(x, 1)}</c:xVal><c:yVal>{_angka(y, urutan + 2)}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def _nama(nama: str, kolom: int) -> str:
    return (
        f'<c:tx><c:strRef><c:f>{alamat(kolom, 1, 1)}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{_aman(nama)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _angka(nilai: Sequence[float | None], kolom: int) -> str:
    isi = "".join(f'<c:pt idx="{i}"><c:v>{n!r}</c:v></c:pt>' for i, n in enumerate(nilai) if n is not None)
    return (
        f"<c:numRef><c:f>{alamat(kolom, 2, len(nilai) + 1)}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(nilai)}"/>{isi}</c:numCache></c:numRef>'
    )


_TAK_TAMPIL = "".join(
    f'<c:{apa} val="0"/>'
    for apa in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_TAMPIL = _TAK_TAMPIL.replace('showVal val="0"', 'showVal val="1"')


def _label(label: Sequence[Label | None]) -> str:
    isi = "".join(
        f'<c:dLbl><c:idx val="{i}"/><c:tx><c:rich><a:bodyPr wrap="none" lIns="18000" tIns="0" rIns="18000" bIns="0"/>'
        f"<a:lstStyle/><a:p><a:r>{sifat_ruas('rPr', satu.pt, satu.warna, tebal=satu.tebal)}"
        f"<a:t>{_aman(satu.teks)}</a:t>"
        f'</a:r></a:p></c:rich></c:tx><c:spPr><a:noFill/>{_TANPA_GARIS}</c:spPr><c:dLblPos val="{satu.letak}"/>'
        f"{_TAMPIL}</c:dLbl>"
        for i, satu in enumerate(label)
        if satu is not None and satu.teks
    )
    return f"<c:dLbls>{isi}{_TAK_TAMPIL}</c:dLbls>" if isi else ""


def _huruf(pt: float, warna: str) -> str:
    akhir = f'<a:endParaRPr lang="{BAHASA}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_def(pt, warna)}</a:pPr>{akhir}</a:p></c:txPr>"


def _def(pt: float, warna: str) -> str:
    return sifat_ruas("defRPr", pt, warna, tebal=False).replace(' dirty="0"', "")


def _garis(warna: str | None, pt: float) -> str:
    return f'<a:ln w="{round(pt * 12700)}">{isi_warna(warna)}</a:ln>'


def _aman(teks: str) -> str:
    return escape(bersih(teks))
