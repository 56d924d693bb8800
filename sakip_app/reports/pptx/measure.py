"""How much room a text takes on a slide, on the safe side: no viewer may need more.

Segoe UI is narrower than what stands in for it where it is missing. The widths are those of DejaVu Sans, the widest
usual stand-in, so a text that fits by them fits in all. Lengths are px of the 1920×1080 slide; 1 pt = 2 px.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

PX_PER_PT = 2.0
SPASI = 1.22
"""Line pitch as a multiple of the size; written as an exact pitch, so it is the same with every font."""

# Advance widths of U+0020-U+007E in hundredths of the size, weight 400 and 700.
_BIASA = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
)  # fmt: skip
_TEBAL = (
    35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 40, 40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85,
    73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72,
    71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
)  # fmt: skip
_LAIN = {"\u00a0": 35, "–": 50, "·": 38, "\u200d": 0, "\ufe0f": 0}
_LEBAR_LAIN, _LEBAR_EMOJI = 100, 140

# What XML 1.0 cannot hold, and lone surrogates.
_TERLARANG = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PENGGAL = re.compile(r"(?<=[ /–-])")  # after these a line may end


def bersih(teks: str) -> str:
    r"""The text without characters that XML cannot hold; line breaks and tabs become spaces.

    Examples:
        >>> bersih("baris satu\nbaris\x0b dua")
        'baris satu baris dua'
    """
    return re.sub(r"[\t\n\r\u2028\u2029]+", " ", _TERLARANG.sub("", teks)).strip(" ")


@lru_cache(maxsize=8192)
def _satuan(teks: str, tebal: bool) -> int:  # noqa: FBT001  a cached function of two values
    tabel = _TEBAL if tebal else _BIASA
    return sum(
        tabel[ord(c) - 32]
        if " " <= c <= "~"
        else _LAIN.get(c, _LEBAR_EMOJI if c > "\uffff" else _LEBAR_LAIN if c > "\u017f" else 80)
        for c in teks
    )


def lebar(teks: str, pt: float, *, tebal: bool = False) -> float:
    """Width of a text on one line in px, at ``pt`` points.

    Examples:
        >>> lebar("00", 12)
        30.72
    """
    return _satuan(teks, tebal) * pt * PX_PER_PT / 100


def pecah(teks: str, ruang: float, pt: float, *, tebal: bool = False) -> Iterator[str]:
    """The lines of a text in ``ruang`` px; a word longer than a line is broken where the line ends."""
    batas = ruang * 100 / (pt * PX_PER_PT)
    baris, panjang = "", 0
    for kata in _PENGGAL.split(teks):
        inti = _satuan(kata.rstrip(" "), tebal)
        if baris and panjang + inti > batas:
            yield baris.rstrip(" ")
            baris, panjang = "", 0
        while inti > batas and len(kata) > 1:
            ujung = len(kata)
            while ujung > 1 and _satuan(kata[:ujung], tebal) > batas:
                ujung -= 1
            yield kata[:ujung]
            kata = kata[ujung:]
            inti = _satuan(kata.rstrip(" "), tebal)
        baris += kata
        panjang += _satuan(kata, tebal)
    yield baris.rstrip(" ")


def banyak_baris(teks: str, ruang: float, pt: float, *, tebal: bool = False) -> int:
    """How many lines of ``ruang`` px a text takes; 0 for an empty one.

    Examples:
        >>> banyak_baris("Desa berhenti buang air besar sembarangan", 400, 12)
        2
    """
    return sum(1 for _ in pecah(teks, ruang, pt, tebal=tebal)) if teks else 0


def tinggi_baris(pt: float) -> float:
    """Pitch of a line in px."""
    return pt * PX_PER_PT * SPASI


def muat(
    teks: str, ruang: float, tinggi: float, *, dari: float, sampai: float, tebal: bool = False
) -> tuple[float, int]:
    """The largest size in points at which a text fits a box, in steps of one point, and its lines.

    Args:
        teks: the text.
        ruang: width of the box, px.
        tinggi: height of the box, px.
        dari: largest size.
        sampai: smallest size; returned where even it does not fit.
        tebal: weight 700.
    """
    pt = dari
    while True:
        banyak = banyak_baris(teks, ruang, pt, tebal=tebal)
        if banyak * tinggi_baris(pt) <= tinggi or pt <= sampai:
            return pt, banyak
        pt = max(pt - 1, sampai)


def ringkas(teks: str, ruang: float, pt: float, baris: int, *, tebal: bool = False) -> str:
    """The text in at most ``baris`` lines, ended at a word with ``…`` where it must be shorter.

    Examples:
        >>> ringkas("Lelang lima paket diulang karena harga naik", 330, 12, 1)
        'Lelang lima paket…'
    """
    if baris <= 0:
        return ""
    isi = list(pecah(teks, ruang, pt, tebal=tebal))
    if len(isi) <= baris:
        return teks
    akhir = isi[baris - 1]
    while akhir and lebar(akhir + "…", pt, tebal=tebal) > ruang:
        akhir = akhir.rpartition(" ")[0] if " " in akhir else akhir[:-1]
    # A join of lines gives the text back: a word that was broken has no space at its break.
    awal = ""
    sisa = teks
    for satu in isi[: baris - 1]:
        letak = sisa.index(satu) + len(satu)
        awal += sisa[:letak]
        sisa = sisa[letak:]
    return (awal + sisa[: len(sisa) - len(sisa.lstrip(" "))] + akhir).rstrip(" ,.;:-–") + "…"
