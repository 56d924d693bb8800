"""Formula texts of a sheet, read beside the values: which cells are computed, and from which others.

openpyxl gives either formulas or results; a second load would double the cost of a reading. The gate has
already made sure that the part holds no entities, so its cells can be searched as text.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from sakip_app.workbook.package import column_letter, column_number

_NAMA = rb"(?:[A-Za-z_][\w.-]*:)?"
_SEL = re.compile(
    rb"<" + _NAMA + rb"c\s([^<>]*)>\s*<" + _NAMA + rb"f(\s[^<>]*?)?(?:/>|>([^<]*)</" + _NAMA + rb"f>)"
)  # fmt: skip
_ALAMAT = re.compile(rb"""(?:^|\s)r=["']([A-Z]{1,3})(\d{1,7})["']""")
_SIFAT = re.compile(rb"""\b(t|si)=["']([^"']*)["']""")
_RUJUKAN = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\b(?![(!])")
TERPANJANG = 500  # a longer shared formula is no sum of a form; it is kept as it stands


def read_formulas(sel_xml: bytes) -> dict[tuple[int, int], str]:
    """(row, column) → formula with its ``=``, for every computed cell that states its address."""
    hasil: dict[tuple[int, int], str] = {}
    bersama: dict[bytes, tuple[int, int, str]] = {}
    for m in _SEL.finditer(sel_xml):
        alamat = _ALAMAT.search(m.group(1))
        if alamat is None:
            continue
        letak = int(alamat.group(2)), column_number(alamat.group(1).decode())
        isi = unescape((m.group(3) or b"").decode("utf-8", errors="replace"))
        sifat = dict(_SIFAT.findall(m.group(2) or b""))
        if sifat.get(b"t") == b"shared":
            nomor = sifat.get(b"si", b"")
            if isi:
                bersama[nomor] = (*letak, isi)
            elif nomor in bersama:
                baris, kolom, isi = bersama[nomor]
                isi = _shift(isi, letak[0] - baris, letak[1] - kolom)
        hasil[letak] = f"={isi}"
    return hasil


def _shift(rumus: str, turun: int, kanan: int) -> str:
    """A shared formula as it reads in another cell: references without ``$`` move along."""
    if len(rumus) > TERPANJANG:
        return rumus

    def geser(m: re.Match[str]) -> str:
        kolom = m.group(2) if m.group(1) else column_letter(column_number(m.group(2)) + kanan)
        baris = m.group(4) if m.group(3) else str(int(m.group(4)) + turun)
        return f"{m.group(1)}{kolom}{m.group(3)}{baris}"

    return _RUJUKAN.sub(geser, rumus)
