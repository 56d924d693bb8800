"""From the zip to the parts that hold cells: which sheets there are, their titles, and where their cells lie.

Drawings, charts, pivots, comments, names, filters and links are each a way to make a reader slow or to fill its
memory, and none holds a figure: they are left behind here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.gate import Arsip, normal_name
from sakip_app.workbook.limits import column_letter as column_letter  # most modules take them from here
from sakip_app.workbook.limits import column_number as column_number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # only the type; parsing is defusedxml's

BATAS_LEMBAR = 100

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_NS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KEPALA_XML = re.compile(r"\s*<\?xml[^>]*?\?>")
_SANDI = re.compile(rb"""encoding=["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True, slots=True)
class Lembar:
    """One worksheet: its title, whether it is hidden, the name of its part."""

    judul: str
    tersembunyi: bool
    bagian: str


@dataclass(frozen=True, slots=True)
class Paket:
    """What of a workbook is read at all."""

    arsip: Arsip
    lembar: tuple[Lembar, ...]
    teks: bytes | None
    gaya: bytes | None
    tahun_1904: bool
    bermakro: bool
    bergambar: bool = False

    def cells(self, lembar: Lembar) -> bytes:
        """The part with the cells of a sheet.

        Raises:
            BerkasDitolakError: when it cannot be unpacked or is Strict OOXML.
        """
        isi = self.arsip.read(lembar.bagian)
        if _NS_STRICT in isi[:4096]:
            raise tolak("ooxml-strict")
        return isi


def read_package(arsip: Arsip) -> Paket:
    """Collect the parts that hold cells.

    Raises:
        BerkasDitolakError: when the workbook has no readable sheet, is Strict OOXML, carries entity
            definitions, or is of a size no such form has.
    """
    letak_buku = workbook_part(arsip)
    buku_xml = part_text(arsip, letak_buku)
    if _NS_STRICT in buku_xml[:4096]:
        raise tolak("ooxml-strict")
    buku = _parse(buku_xml, letak_buku)
    relasi = _relations(arsip, letak_buku)
    sifat = buku.find(f"{{{_NS}}}workbookPr")
    return Paket(
        arsip=arsip,
        lembar=_sheets(arsip, buku, relasi),
        teks=_part_of_kind(arsip, relasi, "sharedStrings", "xl/sharedstrings.xml"),
        gaya=_part_of_kind(arsip, relasi, "styles", "xl/styles.xml"),
        tahun_1904=sifat is not None and sifat.get("date1904", "0") in ("1", "true"),
        bermakro=any(n.endswith("vbaproject.bin") for n in arsip.nama),
        bergambar=any(n.startswith("xl/media/") for n in arsip.nama),
    )


# --- parts ------------------------------------------------------------------------------------------


def part_text(arsip: Arsip, nama: str) -> bytes:
    """One XML part as UTF-8 without declaration; a part that defines entities is refused."""
    isi = arsip.read(nama)
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        sandi = "utf-16"
    elif isi[:4].replace(b"\x00", b"") != isi[:4]:
        sandi = "utf-16-le" if isi[1:2] == b"\x00" else "utf-16-be"
    else:
        dinyatakan = _SANDI.search(isi[:200])
        sandi = dinyatakan.group(1).decode("ascii").lower() if dinyatakan else "utf-8"
        sandi = "utf-8-sig" if sandi in ("utf-8", "utf8") else sandi
    if sandi not in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "us-ascii", "iso-8859-1", "windows-1252"):
        raise tolak("berkas-rusak", rincian=f"sandi huruf bagian {nama} tidak dikenal")
    try:
        teks = isi.decode(sandi)
    except UnicodeDecodeError as galat:
        raise tolak("berkas-rusak", rincian=f"huruf di bagian {nama} tidak terbaca") from galat
    if "<!DOCTYPE" in teks or "<!ENTITY" in teks:
        raise tolak("xml-berbahaya")
    return _KEPALA_XML.sub("", teks, count=1).lstrip().encode("utf-8")


def _parse(isi: bytes, nama: str) -> Element:
    try:
        akar: Element = fromstring(isi)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as galat:
        raise tolak("berkas-rusak", rincian=f"XML di bagian {nama} tidak sah") from galat
    return akar


def workbook_part(arsip: Arsip) -> str:
    """Name of the part that lists the sheets."""
    if "_rels/.rels" in arsip:
        for jenis, sasaran in _relation_rows(arsip, "_rels/.rels", "").values():
            if jenis == "officeDocument" and sasaran in arsip:
                return sasaran
    if "xl/workbook.xml" in arsip:
        return "xl/workbook.xml"
    raise tolak("berkas-rusak", rincian="bagian buku kerja tidak ada")


def _relations(arsip: Arsip, letak: str) -> dict[str, tuple[str, str]]:
    induk = PurePosixPath(letak).parent
    nama = str(induk / "_rels" / (PurePosixPath(letak).name + ".rels"))
    return _relation_rows(arsip, nama, str(induk)) if nama in arsip else {}


def _relation_rows(arsip: Arsip, nama: str, dasar: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (last word of its type, part it points to)."""
    hasil = {}
    for rel in _parse(part_text(arsip, nama), nama):
        sasaran = rel.get("Target", "")
        if rel.get("TargetMode") == "External" or not sasaran:
            continue
        mutlak = sasaran if sasaran.startswith(("/", "\\")) else f"{dasar}/{sasaran}"
        hasil[rel.get("Id", "")] = (rel.get("Type", "").rsplit("/", 1)[-1], normal_name(tidy_path(mutlak)))
    return hasil


def tidy_path(letak: str) -> str:
    """A path inside the package without dots and doubled or leading slashes."""
    langkah: list[str] = []
    for satu in letak.replace("\\", "/").split("/"):
        if satu == "..":
            langkah = langkah[:-1]
        elif satu not in ("", "."):
            langkah.append(satu)
    return "/".join(langkah)


def _part_of_kind(arsip: Arsip, relasi: dict[str, tuple[str, str]], jenis: str, biasa: str) -> bytes | None:
    letak = next((s for j, s in relasi.values() if j == jenis and s in arsip), biasa)
    return arsip.read(letak) if letak in arsip else None


def _sheets(arsip: Arsip, buku: Element, relasi: dict[str, tuple[str, str]]) -> tuple[Lembar, ...]:
    tertulis = [el for el in buku.iter() if el.tag == f"{{{_NS}}}sheet"]
    if len(tertulis) > BATAS_LEMBAR:
        raise tolak("terlalu-rumit", jumlah=len(tertulis), bagian="lembar", batas=BATAS_LEMBAR)
    lembar: list[Lembar] = []
    hilang = bukan_sel = 0
    dipakai: set[str] = set()
    for el in tertulis:
        jenis, letak = relasi.get(el.get(f"{{{_NS_REL}}}id", ""), ("", ""))
        if jenis != "worksheet":
            bukan_sel += 1
        elif letak not in arsip:
            hilang += 1
        elif letak not in dipakai:  # no program lists the same cells under two titles
            dipakai.add(letak)
            lembar.append(Lembar(el.get("name", ""), el.get("state", "visible") != "visible", letak))
    if not lembar:
        if hilang:
            raise tolak("berkas-rusak", rincian=f"{hilang} lembar tertulis dalam daftar tetapi isinya tidak ada")
        rincian = "hanya lembar grafik atau makro" if bukan_sel else "daftar lembarnya kosong"
        raise tolak("tanpa-lembar", rincian=rincian)
    return tuple(lembar)
