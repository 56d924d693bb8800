"""Editing XML where it stands: a real parser says where each element lies, bytes are spliced, the rest stays.

Serialising a parsed tree would rename prefixes (``mc:Ignorable`` names them) and lose what nobody asked to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from sakip_app.workbook.findings import tolak

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PEMISAH = " "  # between a namespace and a local name, as expat gives them

_TAG = re.compile(rb"""<[^\s/<>]+(?:\s+[^\s=/<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_ATRIBUT = re.compile(rb"""\s+([^\s=/<>]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAK_SAH = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SANDI_EXCEL = re.compile(r"_x[0-9A-Fa-f]{4}_")

Sisipan = tuple[int, int, bytes]  # from, to, what stands there instead


@dataclass(slots=True)
class Unsur:
    """One element: its name, its attributes as read, and where it lies in the bytes."""

    ruang: str
    nama: str
    atribut: Mapping[str, str]
    awal: int  # its "<"
    isi: int  # after the ">" of its start tag
    tutup: int = 0  # the "<" of its end tag; as ``isi`` where it is written <a/>
    akhir: int = 0  # after its last ">"
    teks: str = ""
    anak: list[Unsur] = field(default_factory=list)

    def find(self, nama: str) -> Unsur | None:
        """The first child of that local name."""
        return next((a for a in self.anak if a.nama == nama), None)

    def all(self, nama: str) -> list[Unsur]:
        """The children of that local name."""
        return [a for a in self.anak if a.nama == nama]

    def walk(self) -> Iterator[Unsur]:
        """The element and everything below it."""
        yield self
        for satu in self.anak:
            yield from satu.walk()

    def all_text(self) -> str:
        """The text of the element and of everything below it."""
        return "".join(satu.teks for satu in self.walk())


def attribute(ruang: str, nama: str) -> str:
    """Name of an attribute in a namespace, as ``Unsur.atribut`` holds it."""
    return f"{ruang}{PEMISAH}{nama}"


def parser(nama: str) -> tuple[expat.XMLParserType, Callable[[bytes], None]]:
    """An expat parser that refuses entities, and how to run it; ``nama`` names the part in a refusal."""
    satu = expat.ParserCreate(namespace_separator=PEMISAH)
    satu.buffer_text = True
    satu.StartDoctypeDeclHandler = _refuse

    def run(data: bytes) -> None:
        try:
            satu.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
        except expat.ExpatError as galat:
            raise tolak("berkas-rusak", rincian=f"XML di bagian {nama} tidak sah") from galat

    return satu, run


def _refuse(*_: object) -> None:
    raise tolak("xml-berbahaya")


def parse(data: bytes, nama: str) -> Unsur:
    """The tree of a small part.

    Raises:
        BerkasDitolakError: where it is not well formed or declares entities.
    """
    pengurai, run = parser(nama)
    tumpukan: list[Unsur] = []
    akar: list[Unsur] = []

    def start(penuh: str, atribut: dict[str, str]) -> None:
        awal = pengurai.CurrentByteIndex
        ruang, _, lokal = penuh.rpartition(PEMISAH)
        satu = Unsur(ruang, lokal, atribut, awal, tag_end(data, awal))
        (tumpukan[-1].anak if tumpukan else akar).append(satu)
        tumpukan.append(satu)

    def end(_: str) -> None:
        close(data, tumpukan.pop(), pengurai.CurrentByteIndex)

    def text(isi: str) -> None:
        tumpukan[-1].teks += isi

    pengurai.StartElementHandler, pengurai.EndElementHandler = start, end
    pengurai.CharacterDataHandler = text
    run(data)
    return akar[0]


def close(data: bytes, satu: Unsur, letak: int) -> None:
    """Note where an element ends; ``letak`` is where the parser stands when it says so."""
    if data[satu.isi - 2 : satu.isi] == b"/>":
        satu.tutup = satu.akhir = satu.isi
    else:
        satu.tutup, satu.akhir = letak, data.index(b">", letak) + 1


def tag_end(data: bytes, awal: int) -> int:
    """Where the start tag at ``awal`` ends."""
    m = _TAG.match(data, awal)
    if m is None:
        raise tolak("berkas-rusak", rincian="tanda XML tidak terbaca")
    return m.end()


def prefix(data: bytes, satu: Unsur) -> str:
    """The prefix an element is written with, colon included; mostly empty."""
    kata = data[satu.awal + 1 : satu.isi].split(None, 1)[0].rstrip(b"/>").decode()
    return kata.rpartition(":")[0] + ":" if ":" in kata else ""


def set_attribute(tag: bytes, nama: bytes, nilai: str | None) -> bytes:
    """A start tag with one attribute set, or without it where ``nilai`` is None."""
    baru = b"" if nilai is None else b" " + nama + b"=" + quoteattr(nilai).encode()
    for m in _ATRIBUT.finditer(tag):
        if m.group(1) == nama:
            return tag[: m.start()] + baru + tag[m.end() :]
    letak = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:letak].rstrip() + baru + tag[letak:]


def append_children(data: bytes, satu: Unsur, tambahan: bytes) -> list[Sisipan]:
    """Insert before the end of an element, which may be written ``<a/>``."""
    if satu.tutup > satu.isi or data[satu.isi - 2 : satu.isi] != b"/>":
        return [(satu.tutup, satu.tutup, tambahan)]
    buka = data[satu.awal : satu.isi]
    nama = buka[1:].split(None, 1)[0].rstrip(b"/>")
    return [(satu.awal, satu.akhir, buka[:-2].rstrip() + b">" + tambahan + b"</" + nama + b">")]


def splice(data: bytes, sisipan: Iterable[Sisipan]) -> bytes:
    """The bytes with every replacement made; replacements do not overlap, insertions at one place keep order."""
    potongan, sampai = [], 0
    for awal, akhir, isi in sorted(sisipan, key=lambda s: (s[0], s[1])):
        if awal < sampai:
            raise ValueError("two edits of the same bytes")
        potongan += [data[sampai:awal], isi]
        sampai = akhir
    return b"".join((*potongan, data[sampai:]))


def safe_text(teks: str) -> str:
    """Text as it may stand in an element: escaped, without characters XML has none for."""
    return escape(excel_text(teks))


def excel_text(teks: str) -> str:
    """Text as Excel keeps it: ``_x0041_`` would mean "A" to it, and XML has no carriage return of its own.

    Example:
        >>> excel_text("a_x0041_")
        'a_x005F_x0041_'
    """
    sah = _SANDI_EXCEL.sub(lambda m: "_x005F" + m.group(), _TAK_SAH.sub("", teks))
    return sah.replace("\r\n", "\n").replace("\r", "_x000D_")
