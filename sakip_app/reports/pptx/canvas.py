"""What is put on one slide, as the XML that PowerPoint itself would write, in px of a 1920×1080 slide.

Written as text and read in once a slide: a deck of fifty units is some five thousand shapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from sakip_app.charts.tokens import TINTA
from sakip_app.reports.pptx.measure import PX_PER_PT, SPASI, banyak_baris, bersih, lebar

EMU = 6350  # a px of the slide
HURUF = "Segoe UI"
BAHASA = "id-ID"
KIRI, KANAN = 96, 1824
LEBAR = KANAN - KIRI
ATAS_KAKI = 984
"""Nothing of a slide's body lies lower."""


@dataclass(frozen=True, slots=True)
class Ruas:
    """A stretch of text of one look; ``pt`` only where it differs from its paragraph's."""

    teks: str
    warna: str = TINTA
    tebal: bool = False
    pt: float | None = None


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph: its stretches, size in points, alignment (l, r, ctr), px left free above it, and line pitch."""

    ruas: tuple[Ruas, ...]
    pt: float = 12
    rata: str = "l"
    jarak: float = 0
    spasi: float = SPASI

    def tinggi(self, ruang: float) -> float:
        """Its height in px within ``ruang`` px; of several looks by the widest, once it takes a second line."""
        pt = max([self.pt, *(satu.pt for satu in self.ruas if satu.pt)])
        baris = 1
        if sum(lebar(satu.teks, satu.pt or self.pt, tebal=satu.tebal) for satu in self.ruas) > ruang:
            tebal = any(satu.tebal for satu in self.ruas)
            baris = banyak_baris("".join(satu.teks for satu in self.ruas), ruang, pt, tebal=tebal)
        return baris * pt * PX_PER_PT * self.spasi + self.jarak


def alinea(
    teks: str,
    pt: float = 12,
    *,
    warna: str = TINTA,
    tebal: bool = False,
    rata: str = "l",
    jarak: float = 0,
) -> Alinea:
    """A paragraph of one look."""
    return Alinea((Ruas(bersih(teks), warna, tebal),), pt, rata, jarak)


def tinggi(isi: Sequence[Alinea], ruang: float) -> float:
    """Height of paragraphs below each other in px."""
    return sum(satu.tinggi(ruang) for satu in isi)


def emu(px: float) -> int:
    """Px of the slide as EMU."""
    return round(px * EMU)


def isi_warna(warna: str | None) -> str:
    """A fill, or none."""
    return "<a:noFill/>" if warna is None else f'<a:solidFill><a:srgbClr val="{warna.lstrip("#")}"/></a:solidFill>'


def sifat_ruas(tag: str, pt: float, warna: str, *, tebal: bool) -> str:
    """Properties of a run (``a:rPr``, ``a:defRPr``, ``a:endParaRPr``): language, size, weight, colour, font."""
    return (
        f'<a:{tag} lang="{BAHASA}" sz="{round(pt * 100)}" b="{int(tebal)}" dirty="0">{isi_warna(warna)}'
        f'<a:latin typeface="{HURUF}"/><a:ea typeface="{HURUF}"/><a:cs typeface="{HURUF}"/></a:{tag}>'
    )


def teks_xml(isi: Sequence[Alinea]) -> str:
    """Paragraphs as ``a:p``."""
    hasil = []
    for satu in isi:
        pitch = max([satu.pt, *(r.pt for r in satu.ruas if r.pt)]) * satu.spasi
        awal = (
            f'<a:p><a:pPr algn="{satu.rata}" marL="0" indent="0">'
            f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{round(satu.jarak / PX_PER_PT * 100)}"/></a:spcBef>'
            '<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        )
        ruas = "".join(
            f"<a:r>{sifat_ruas('rPr', r.pt or satu.pt, r.warna, tebal=r.tebal)}"
            f"<a:t>{escape(bersih_ruas(r.teks))}</a:t></a:r>"
            for r in satu.ruas
            if r.teks
        )
        akhir = "" if ruas else sifat_ruas("endParaRPr", satu.pt, TINTA, tebal=False)
        hasil.append(f"{awal}{ruas}{akhir}</a:p>")
    return "".join(hasil)


def bersih_ruas(teks: str) -> str:
    """As ``bersih``, with the spaces at its ends kept: a run may begin or end with one."""
    depan = " " * (len(teks) - len(teks.lstrip(" ")))
    belakang = " " * (len(teks) - len(teks.rstrip(" "))) if teks.strip(" ") else ""
    return depan + bersih(teks) + belakang


def ubah_pt(isi: Sequence[Alinea], pt: float) -> tuple[Alinea, ...]:
    """The paragraphs at another size."""
    return tuple(replace(satu, pt=pt) for satu in isi)


@dataclass(slots=True)
class Bagan:
    """A chart to be embedded: where it stands, its XML, its workbook, and one sentence for those who cannot see it."""

    nama: str
    kotak: tuple[float, float, float, float]
    xml: str
    lembar: bytes
    alt: str


@dataclass(slots=True)
class Kanvas:
    """The shapes of one slide, lowest first."""

    bentuk: list[str] = field(default_factory=list)
    bagan: list[Bagan] = field(default_factory=list)

    def _id(self) -> int:
        return len(self.bentuk) + 2

    def judul(self, y: float, tinggi: float, isi: Sequence[Alinea]) -> None:
        """The title: a title to PowerPoint's outline and to screen readers too."""
        self.bentuk.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name="Judul"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{_tempat(KIRI, y, LEBAR, tinggi)}</p:spPr>'
            f"{_badan('t', isi)}</p:sp>"
        )

    def teks(
        self, x: float, y: float, lebar: float, tinggi: float, isi: Sequence[Alinea], *, jangkar: str = "t",
        nama: str = "Teks",
    ) -> None:  # fmt: skip
        """A text box; ``jangkar`` t, ctr or b."""
        self.bentuk.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(nama)}/><p:cNvSpPr txBox="1"/><p:nvPr/>'
            f"</p:nvSpPr><p:spPr>{_tempat(x, y, lebar, tinggi)}{_SEGI}<a:noFill/></p:spPr>{_badan(jangkar, isi)}</p:sp>"
        )

    def kotak(
        self, x: float, y: float, lebar: float, tinggi: float, warna: str | None, *, tepi: str | None = None,
        isi: Sequence[Alinea] = (), nama: str = "Bidang",
    ) -> None:  # fmt: skip
        """A rectangle, with text in its middle if any."""
        garis = f'<a:ln w="19050">{isi_warna(tepi)}</a:ln>' if tepi else "<a:ln><a:noFill/></a:ln>"
        self.bentuk.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(nama)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{_tempat(x, y, lebar, tinggi)}{_SEGI}{isi_warna(warna)}{garis}</p:spPr>"
            f"{_badan('ctr', isi or (Alinea((), 8),))}</p:sp>"
        )

    def garis(self, x1: float, y1: float, x2: float, y2: float, warna: str, tebal: float = 2) -> None:
        """A straight line, ``tebal`` px wide."""
        self.bentuk.append(
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{self._id()}" name="Garis"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
            f'<p:spPr>{_tempat(x1, y1, x2 - x1, y2 - y1)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{emu(tebal)}">{isi_warna(warna)}</a:ln></p:spPr></p:cxnSp>'
        )

    def mentah(self, xml: str) -> None:
        """A shape written elsewhere; ``{id}`` in it becomes its number."""
        self.bentuk.append(xml.replace("{id}", str(self._id()), 1))

    def tambah_bagan(self, bagan: Bagan) -> None:
        """A chart; its relation is filled in when the slide is written."""
        x, y, lebar, tinggi = bagan.kotak
        self.bentuk.append(
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{self._id()}" name={quoteattr(bersih(bagan.nama))} '
            f'descr={quoteattr(bersih(bagan.alt))}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{_tempat(x, y, lebar, tinggi, 'p')}"
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            f'r:id="@bagan{len(self.bagan)}@"/></a:graphicData></a:graphic></p:graphicFrame>'
        )
        self.bagan.append(bagan)


_SEGI = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _tempat(x: float, y: float, lebar: float, tinggi: float, ruang: str = "a") -> str:
    return (
        f'<{ruang}:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{max(0, emu(lebar))}" cy="{max(0, emu(tinggi))}"/>'
        f"</{ruang}:xfrm>"
    )


def _badan(jangkar: str, isi: Sequence[Alinea]) -> str:
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{jangkar}"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle/>{teks_xml(isi)}</p:txBody>"
    )
