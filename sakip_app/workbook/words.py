"""Words as people type them, made comparable."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

_TAK_TAMPAK = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_KATA_URUT = {"pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_TRIWULAN = re.compile(
    r"\b(?:tri\s?wulan|tri\s?wln|tw|kuartal|q)[\s.\-:]*(?:ke[\s\-]?)?(iv|i{1,3}|[1-4])\b"
    r"|\b(?:tri\s?wulan|tw)[\s.\-:]*(pertama|kesatu|kedua|ketiga|keempat)\b"
)


def clean(teks: object) -> str:
    """The text as it was written, without what no one can see: control and zero-width characters, outer blanks.

    Line breaks stay, one a line; tabs become spaces. Unlike ``tidy`` nothing a person wrote is changed.
    """
    baris = str(teks).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(_TAK_TAMPAK.sub("", satu).rstrip() for satu in baris).strip()


def tidy(teks: object) -> str:
    """The text as a person reads it: NFKC, no invisible characters, single spaces."""
    if isinstance(teks, str) and teks.isascii() and teks.isprintable():
        return " ".join(teks.split())  # nine texts of ten: nothing to normalise
    return " ".join(_TAK_TAMPAK.sub("", unicodedata.normalize("NFKC", str(teks))).split())


def normal(teks: object) -> str:
    """The text as it is compared: tidy and without case."""
    return tidy(teks).casefold()


def quarter_of(teks: str) -> int | None:
    """The quarter a (normal) header text names: ``"triwulan ii"``, ``"tw-2"``, ``"ii"``, ``"triwulan kedua"``.

    Example:
        >>> quarter_of("realisasi tw iv (rp)"), quarter_of("iii"), quarter_of("satuan")
        (4, 3, None)
    """
    polos = teks.strip(" .()")
    if polos in _ROMAWI:
        return _ROMAWI[polos]
    m = _TRIWULAN.search(teks)
    if m is None:
        return None
    return _ROMAWI[m.group(1)] if m.group(1) else _KATA_URUT[m.group(2)]


def key_text(*bagian: str) -> str:
    """Texts joined for comparing indicators: normal, punctuation and repeated spaces gone."""
    return " | ".join(" ".join(re.findall(r"[^\W_]+|%", normal(satu))) for satu in bagian)


def slug(teks: str, panjang: int = 40) -> str:
    """A short readable name for keys: ``"Jumlah Dokumen RKA-SKPD"`` → ``"jumlah-dokumen-rka-skpd"``."""
    ascii_ = unicodedata.normalize("NFKD", normal(teks)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_))[:panjang].strip("-")


def short_hash(teks: str) -> str:
    """Eight hex digits that tell two texts apart within one body's indicators."""
    return hashlib.sha256(teks.encode()).hexdigest()[:8]


def row_list(baris: Sequence[int]) -> str:
    """Row numbers for a sentence, runs shortened.

    Example:
        >>> row_list([40, 41, 43, 108, 109, 110])
        '40, 41, 43, 108–110'
    """
    kelompok: list[list[int]] = []
    for satu in baris:
        if kelompok and satu == kelompok[-1][-1] + 1:
            kelompok[-1].append(satu)
        else:
            kelompok.append([satu])
    return ", ".join(f"{k[0]}–{k[-1]}" if len(k) > 2 else ", ".join(map(str, k)) for k in kelompok)


_BULAN = (
    "jan(?:uari|uary)?", "feb(?:ruari|ruary)?|peb(?:ruari)?", "mar(?:et|ch)?", "apr(?:il)?", "mei|may", "jun[ie]?",
    "jul[iy]?", "agustus|agust|agst|agus|agu|ags|agt|aug(?:ust)?", "sep(?:t|tember)?", "okt(?:ober)?|oct(?:ober)?",
    "nov(?:ember)?|nop(?:ember)?", "des(?:ember)?|dec(?:ember)?",
)  # fmt: skip
_SEBUAH_BULAN = tuple(re.compile(rf"\b(?:{satu})\b") for satu in _BULAN)
_BULAN_BERNOMOR = re.compile(r"\b(?:(?:bulan|bln)\.?\s*(?:ke[\s\-]?)?|b(?=\d\d\b))(1[0-2]|0?[1-9])\b")
_SAMPAI = re.compile(r"\bs ?[/.] ?d\b|\bsampai(?: dengan)?\b|\bkumulatif\b|\bakumulasi\b|\bs/d\b")
_SEMESTER = re.compile(r"\b(?:semester|smt?|smst)\b[\s.\-]*(ii|i|1|2)\b")


def month_of(teks: str) -> int | None:
    """The one month a (normal) text names; ``None`` where it names none or several.

    Example:
        >>> month_of("s.d. bulan september 2025"), month_of("agt"), month_of("januari - maret"), month_of("desa")
        (9, 8, None, None)
    """
    ada = [n for n, pola in enumerate(_SEBUAH_BULAN, 1) if pola.search(teks)]
    if not ada and (m := _BULAN_BERNOMOR.search(teks)):
        return int(m.group(1))
    return ada[0] if len(ada) == 1 else None


def semester_of(teks: str) -> int | None:
    """The semester a (normal) text names: 1 or 2."""
    m = _SEMESTER.search(teks)
    return None if m is None else _ROMAWI[m.group(1)]


def says_until(teks: str) -> bool:
    """Whether a (normal) text says "up to and including": ``s.d.``, ``s/d``, ``sampai dengan``, ``kumulatif``.

    Example:
        >>> says_until("realisasi s/d tw ii"), says_until("realisasi kumulatif"), says_until("sdm")
        (True, True, False)
    """
    return _SAMPAI.search(teks) is not None
