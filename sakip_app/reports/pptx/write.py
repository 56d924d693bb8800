"""``write_pptx``: the deck as the bytes of a PPTX file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import cast
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Berkas
from pptx.slide import Slide

from sakip_app.reports.pptx.base import induk_indonesia, presentasi_kosong, temakan
from sakip_app.reports.pptx.body import gambar_instansi
from sakip_app.reports.pptx.canvas import Bagan, Kanvas
from sakip_app.reports.pptx.frame import kaki
from sakip_app.reports.pptx.measure import bersih
from sakip_app.reports.pptx.meeting import gambar_agenda, gambar_janji, gambar_keputusan, gambar_sorotan
from sakip_app.reports.pptx.notes import baris_catatan, catatan_xml
from sakip_app.reports.pptx.ranking import gambar_peringkat
from sakip_app.reports.pptx.red_list import gambar_merah
from sakip_app.reports.pptx.unit import gambar_unit
from sakip_app.reports.slides import (
    Dek,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    SlaidUnit,
)

_POHON = (
    '<p:spTree xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
    "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
)


def write_pptx(dek: Dek, *, progress: Callable[[int, int], None] | None = None) -> bytes:
    """The deck as a 16:9 presentation, one slide for each of the deck's, in its order.

    Charts and tables are native and can be edited; each chart holds its numbers as a workbook. Texts that a slide has
    no room for stand whole in its notes.

    Args:
        dek: the deck, texts ready to show.
        progress: called after each slide with how many are done and how many there are.

    Raises:
        TypeError: if the deck holds a slide of an unknown kind.
    """
    berkas = presentasi_kosong(dek)
    banyak = len(dek.slaid)
    bagan = 0
    for nomor, slaid in enumerate(dek.slaid, 1):
        kanvas = Kanvas()
        _gambar(kanvas, slaid, dek.triwulan)
        kaki(kanvas, dek, nomor, banyak)
        halaman = berkas.slides.add_slide(berkas.slide_layouts[0])
        _isi(halaman, kanvas, slaid.kunci, bagan)
        bagan += len(kanvas.bagan)
        _catatan(berkas, halaman, slaid, nomor)
        if progress is not None:
            progress(nomor, banyak)
    if banyak:
        _tema_catatan(berkas)
    hasil = BytesIO()
    berkas.save(hasil)
    return hasil.getvalue()


def _gambar(kanvas: Kanvas, slaid: Slaid, triwulan: int) -> None:
    match slaid:
        case SlaidAgenda():
            gambar_agenda(kanvas, slaid)
        case SlaidJanji():
            gambar_janji(kanvas, slaid)
        case SlaidInstansi():
            gambar_instansi(kanvas, slaid)
        case SlaidSorotan():
            gambar_sorotan(kanvas, slaid)
        case SlaidPeringkat():
            gambar_peringkat(kanvas, slaid)
        case SlaidMerah():
            gambar_merah(kanvas, slaid)
        case SlaidUnit():
            gambar_unit(kanvas, slaid, triwulan)
        case SlaidKeputusan():
            gambar_keputusan(kanvas, slaid)
        case _:
            msg = f"no drawing for a slide of the kind {type(slaid).__name__}"
            raise TypeError(msg)


def _isi(halaman: Slide, kanvas: Kanvas, kunci: str, sudah: int) -> None:
    """Put the shapes on the slide; ``sudah`` charts stand in the file already."""
    xml = "".join(kanvas.bentuk)
    for urutan, bagan in enumerate(kanvas.bagan):
        relasi = halaman.part.relate_to(_bagan(halaman, bagan, sudah + urutan + 1), RT.CHART)
        xml = xml.replace(f'"@bagan{urutan}@"', quoteattr(relasi), 1)
    lama = halaman.shapes._spTree
    lama.getparent().replace(lama, parse_xml(f"{_POHON}{xml}</p:spTree>"))
    halaman.element.find(qn("p:cSld")).set("name", bersih(kunci))


def _bagan(halaman: Slide, bagan: Bagan, nomor: int) -> Part:
    """The chart and its workbook as parts; named by count, for the library looks through all parts for a free name."""
    paket = halaman.part.package
    bagian = Part(PackURI(f"/ppt/charts/chart{nomor}.xml"), CT.DML_CHART, paket, bagan.xml.encode())
    lembar = Part(PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{nomor}.xlsx"), CT.SML_SHEET, paket, bagan.lembar)
    bagian.relate_to(lembar, RT.PACKAGE)
    return bagian


def _catatan(berkas: Berkas, halaman: Slide, slaid: Slaid, nomor: int) -> None:
    induk = berkas.part.notes_master_part
    bagian = Part(
        PackURI(f"/ppt/notesSlides/notesSlide{nomor}.xml"), CT.PML_NOTES_SLIDE, berkas.part.package,
        catatan_xml(baris_catatan(slaid)).encode(),
    )  # fmt: skip
    bagian.relate_to(induk, RT.NOTES_MASTER)
    bagian.relate_to(halaman.part, RT.SLIDE)
    halaman.part.relate_to(bagian, RT.NOTES_SLIDE)


def _tema_catatan(berkas: Berkas) -> None:
    """The notes pages too in our font, without the template's prompts and names in English."""
    induk = berkas.part.notes_master_part
    induk_indonesia(induk._element)
    tema = induk.part_related_by(RT.THEME)
    cast(XmlPart, tema)._element = parse_xml(temakan(tema.blob.decode()).encode())  # there is no public way
