"""One way to read an XML part: expat, event by event, without entities, without building a tree.

A tree of a large sheet takes many times its size; events take none, and what is not asked for costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from sakip_app.workbook.findings import tolak

Sifat = Mapping[str, str]
BATAS_TANDA = 8_000_000  # tags of one part; a table of 50,000 × 12 cells has about four million
_PELOLOSAN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UTF8 = b"\xef\xbb\xbf"
# What handlers raise on numbers and references that are none; anything else is a defect of ours and shall be seen.
GALAT_ISI = (ValueError, KeyError, IndexError, OverflowError)


def new_parser(isi: bytes, bagian: str) -> expat.XMLParserType:
    """A parser that refuses entities.

    Raises:
        BerkasDitolakError: when the part has more tags than any form.
    """
    tanda = isi.count(b"<")
    if tanda > BATAS_TANDA:
        raise tolak("terlalu-rumit", jumlah=tanda, bagian=f"tanda di bagian {bagian}", batas=BATAS_TANDA)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    return parser


def feed(parser: expat.XMLParserType, isi: bytes, bagian: str) -> None:
    """Run the parser over a whole part.

    Raises:
        BerkasDitolakError: when it is no XML, or holds numbers and references that are none.
    """
    if isi[:1].isspace() or isi.startswith(_UTF8):  # some writers leave a blank line before the declaration
        isi = isi.removeprefix(_UTF8).lstrip()
    try:
        parser.Parse(isi, True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as galat:
        raise tolak("berkas-rusak", rincian=f"XML di bagian {bagian} tidak sah") from galat
    except GALAT_ISI as galat:
        raise tolak("berkas-rusak", rincian=f"isi bagian {bagian} tidak terbaca") from galat


def parse_part(isi: bytes, bagian: str, start: Callable[[str, Sifat], None], end: Callable[[str], None]) -> None:
    """Call ``start`` and ``end`` with the name of each element, without its prefix."""
    parser = new_parser(isi, bagian)

    def mulai(nama: str, sifat: Sifat) -> None:
        start(nama.rpartition(":")[2], sifat)

    def selesai(nama: str) -> None:
        end(nama.rpartition(":")[2])

    parser.StartElementHandler = mulai
    parser.EndElementHandler = selesai
    feed(parser, isi, bagian)


def _no_doctype(*_: object) -> NoReturn:
    raise tolak("xml-berbahaya")


def read_strings(isi: bytes | None, batas: int) -> list[str]:
    """The shared strings in order; formatted pieces joined, phonetic readings left out.

    Raises:
        BerkasDitolakError: when there are more than ``batas`` of them.
    """
    if isi is None:
        return []
    jumlah = isi.count(b"<si") + isi.count(b":si")
    if jumlah > batas:
        raise tolak("terlalu-rumit", jumlah=jumlah, bagian="teks berbeda", batas=batas)
    parser = new_parser(isi, "teks")
    hasil: list[str] = []
    potong: list[str] = []
    fonetik = 0

    def mulai(nama: str, _: Sifat) -> None:
        nonlocal fonetik
        inti = nama.rpartition(":")[2]
        if inti == "t" and not fonetik:
            parser.CharacterDataHandler = potong.append
        elif inti == "si":
            potong.clear()
        elif inti == "rPh":
            fonetik += 1

    def selesai(nama: str) -> None:
        nonlocal fonetik
        inti = nama.rpartition(":")[2]
        if inti == "t":
            parser.CharacterDataHandler = None
        elif inti == "si":
            hasil.append(unescape_text("".join(potong)))
        elif inti == "rPh":
            fonetik -= 1

    parser.StartElementHandler = mulai
    parser.EndElementHandler = selesai
    feed(parser, isi, "teks")
    return hasil


def unescape_text(teks: str) -> str:
    r"""Characters that XML cannot hold, which Excel writes as ``_x000D_``.

    Example:
        >>> unescape_text("a_x000D_b_x005F_x000D_")
        'a\rb_x000D_'
    """
    return _PELOLOSAN.sub(_character, teks) if "_x" in teks else teks


def _character(m: re.Match[str]) -> str:
    huruf = chr(int(m.group(1), 16))
    # neither half characters nor control characters: no database takes them
    return huruf if huruf in "\t\n\r" or (huruf >= " " and not "\ud800" <= huruf <= "\udfff") else ""
