"""An empty presentation of ours: 16:9, one layout with a title, our colours and font, nothing of a default."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Berkas
from pptx.util import Emu

from sakip_app.charts.tokens import BIDANG, NILA, PUTIH, REDUP, SAMAR, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import BAHASA, EMU, HURUF, KIRI, LEBAR
from sakip_app.reports.pptx.measure import bersih
from sakip_app.reports.slides import Dek

_TATA_LETAK = (
    "Title Only"  # the one kept of python-pptx's template: a slide needs its title for outline and readers
)
_TEMPAT_CATATAN = {
    "hdr": "Kepala",
    "sldImg": "Gambar slaid",
    "body": "Catatan",
    "ftr": "Kaki",
    "sldNum": "Nomor halaman",
}
_TINGKAT_CATATAN = ("Catatan", "Tingkat dua", "Tingkat tiga", "Tingkat empat", "Tingkat lima")
_ASING = (RT.PRINTER_SETTINGS,)


def presentasi_kosong(dek: Dek) -> Berkas:
    """A presentation without slides, in the look, with the deck's title, body and id as its properties."""
    berkas = Presentation()
    berkas.slide_width, berkas.slide_height = Emu(1920 * EMU), Emu(1080 * EMU)
    for layout in list(berkas.slide_layouts):
        if layout.name != _TATA_LETAK:
            berkas.slide_layouts.remove(layout)
    layout = berkas.slide_layouts[0]
    layout.element.find(qn("p:cSld")).set("name", "Slaid")
    for tempat in (berkas.slide_master, layout):
        for bentuk in list(tempat.placeholders):
            if bentuk.placeholder_format.type != 1:
                bentuk.element.getparent().remove(bentuk.element)
            else:
                _judul(bentuk.element)
    layout.part.partname = PackURI("/ppt/slideLayouts/slideLayout1.xml")
    gaya = berkas.slide_master.element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    gaya.set("algn", "l")
    gaya.find(qn("a:defRPr")).set("sz", "3200")
    gaya.find(qn("a:defRPr")).set("b", "1")
    for akar in (berkas.part._element, berkas.slide_master.element, layout.element):
        _berbahasa(akar)
    tema = berkas.slide_master.part.part_related_by(RT.THEME)
    tema._blob = temakan(tema.blob.decode()).encode()
    for kunci, relasi in list(berkas.part.rels.items()):
        if relasi.reltype in _ASING:
            berkas.part.rels.pop(kunci)
    paket = berkas.part.package
    for kunci, relasi in list(paket._rels.items()):
        if relasi.reltype == RT.THUMBNAIL:
            paket._rels.pop(kunci)
        elif relasi.reltype == RT.EXTENDED_PROPERTIES:
            _aplikasi(relasi.target_part, dek)
    _sifat(berkas, dek)
    return berkas


def temakan(xml: str) -> str:
    """A theme with our colours and font."""
    warna = [("dk1", TINTA), ("lt1", PUTIH), ("dk2", REDUP), ("lt2", BIDANG)]
    warna += [(f"accent{urutan}", isi) for urutan, isi in enumerate((NILA, *(g.isi for g in TANGGA)), 1)]
    warna += [("hlink", NILA), ("folHlink", SAMAR)]
    skema = "".join(f'<a:{nama}><a:srgbClr val="{isi.lstrip("#")}"/></a:{nama}>' for nama, isi in warna)
    huruf = f'<a:latin typeface="{HURUF}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{huruf}</a:majorFont><a:minorFont>{huruf}</a:minorFont>"
    xml = re.sub(
        r"<a:clrScheme .*?</a:clrScheme>", f'<a:clrScheme name="SAKIP">{skema}</a:clrScheme>', xml, flags=re.S
    )
    xml = re.sub(
        r"<a:fontScheme .*?</a:fontScheme>", f'<a:fontScheme name="SAKIP">{fonts}</a:fontScheme>', xml, flags=re.S
    )
    return re.sub(r'(<a:(?:theme|fmtScheme) [^>]*?name=)"[^"]*"', r'\1"SAKIP"', xml)


def induk_indonesia(induk: BaseOxmlElement) -> None:
    """Put names, prompts and language of a notes master in Indonesian; its date, which is the library's, goes."""
    for sp in list(induk.iter(qn("p:sp"))):
        jenis = sp.find(f".//{qn('p:ph')}").get("type")
        if jenis == "dt":
            sp.getparent().remove(sp)
            continue
        sp.find(f".//{qn('p:cNvPr')}").set("name", _TEMPAT_CATATAN[jenis])
        if jenis == "body":
            for teks, tingkat in zip(sp.iter(qn("a:t")), _TINGKAT_CATATAN, strict=True):
                teks.text = tingkat
    _berbahasa(induk)


def _berbahasa(akar: BaseOxmlElement) -> None:
    for satu in akar.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        if satu.get("lang"):
            satu.set("lang", BAHASA)


def _judul(sp: object) -> None:
    """The title's place and prompt on master and layout."""
    baru = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="2" name="Judul"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{KIRI * EMU}" y="{92 * EMU}"/><a:ext cx="{LEBAR * EMU}" cy="{80 * EMU}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" '
        'rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="{BAHASA}"/><a:t>Judul</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    sp.getparent().replace(sp, baru)  # type: ignore[attr-defined]


def _aplikasi(bagian: Part, dek: Dek) -> None:
    """docProps/app.xml: the template's counts and fonts are not ours."""
    bagian._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{len(dek.slaid)}</Slides>"
        f"<Notes>{len(dek.slaid)}</Notes></Properties>"
    ).encode()


def _sifat(berkas: Berkas, dek: Dek) -> None:
    sifat, kini = berkas.core_properties, datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    sifat.title, sifat.subject = bersih(dek.judul), f"{bersih(dek.instansi)} · rekam {bersih(dek.kode)}"
    sifat.author = sifat.last_modified_by = bersih(dek.instansi)
    sifat.language, sifat.keywords, sifat.comments = BAHASA, "SAKIP", bersih(dek.kaki)
    sifat.category, sifat.revision, sifat.created, sifat.modified = "Rapat evaluasi", 1, kini, kini
