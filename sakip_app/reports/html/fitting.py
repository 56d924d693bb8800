"""Choosing a type size before there is a layout: how many lines a text takes, and the largest step that fits.

Lines are counted as a browser breaks them: between words, and within a word wider than the line. Counts err to the
high side, so that a text which fits here fits on the wall.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sakip_app.markup.safe import Html, isi
from sakip_app.text.fit import lebar_teks

BIASA, TEBAL, JUDUL = 1.02, 1.06, 1.02
"""How much wider than the table of ``text.fit`` a weight is set, with some reserve."""

Langkah = tuple[int, int]
"""Font size and line height in px."""

_SPASI = 0.256
_LEBAR_GAMBAR = 0.65  # emoji and wide scripts: so much more than the widest sign of the face, in em
_AWAL_LEBAR = 0x1100
# Controls, bidi overrides and line breaks: what a cell may hold but no slide can show. No-break spaces stay.
_TAK_TAMPAK = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def bersih(teks: str) -> str:
    r"""The text without what cannot be shown, and with single spaces.

    Examples:
        >>> bersih("Kendali\x00 di\n tengah")
        'Kendali di tengah'
    """
    return _TAK_TAMPAK.sub(" ", teks).strip()


@lru_cache(maxsize=20_000)
def _lebar_kata(kata: str) -> float:
    lebih = sum(ord(huruf) >= _AWAL_LEBAR and not 0x2000 <= ord(huruf) < 0x2E80 for huruf in kata)
    return lebar_teks(kata, 1) + lebih * _LEBAR_GAMBAR


def lebar(teks: str, ukuran: float, muka: float = BIASA) -> float:
    """Width of a one-line text in px, on the high side."""
    kata = bersih(teks).split(" ")
    return (sum(map(_lebar_kata, kata)) + _SPASI * (len(kata) - 1)) * ukuran * muka


def banyak_baris(teks: str, ruang: float, ukuran: float, muka: float = BIASA) -> int:
    """How many lines the text takes in a column of ``ruang`` px.

    Examples:
        >>> banyak_baris("Desa berhenti buang air besar sembarangan", 600, 28), banyak_baris("x" * 100, 600, 28)
        (1, 3)
    """
    penuh = ruang / (ukuran * muka)
    n, terpakai = 1, 0.0
    for kata in bersih(teks).split(" "):
        panjang = _lebar_kata(kata)
        if terpakai and terpakai + _SPASI + panjang > penuh:
            n, terpakai = n + 1, 0.0
        terpakai += panjang + (_SPASI if terpakai else 0)
        while terpakai > penuh:
            n, terpakai = n + 1, terpakai - penuh * 0.97
    return n


@dataclass(frozen=True, slots=True)
class Muat:
    """A text in its size: ``jepit`` lines are shown where even the smallest step is too tall, 0 = all."""

    ukuran: int
    baris: int
    banyak: int
    jepit: int = 0

    @property
    def tinggi(self) -> int:
        """Height in px."""
        return self.baris * (min(self.jepit, self.banyak) if self.jepit else self.banyak)


def muat(teks: str, ruang: float, langkah: Sequence[Langkah], tinggi: float, muka: float = BIASA) -> Muat:
    """The first step at which the text stands within ``tinggi`` px; the last one, shortened, where none does."""
    hasil = Muat(*langkah[0], 0)
    for ukuran, baris in langkah:
        hasil = Muat(ukuran, baris, banyak_baris(teks, ruang, ukuran, muka))
        if hasil.tinggi <= tinggi:
            return hasil
    return Muat(hasil.ukuran, hasil.baris, hasil.banyak, max(1, int(tinggi // hasil.baris)))


def pada(teks: str, ruang: float, langkah: Langkah, *, jepit: int = 0, muka: float = BIASA) -> Muat:
    """The text at one step, at most ``jepit`` lines of it."""
    return Muat(*langkah, banyak_baris(teks, ruang, langkah[0], muka), jepit)


def teks_muat(elemen: str, kelas: str, teks: str | Html, ukuran: Muat) -> Html:
    """An element with the text in its size; a text that must be shortened ends in ``…`` and is whole in its title.

    Args:
        elemen: name of the element.
        kelas: its class.
        teks: text, escaped here, or HTML made by this package.
        ukuran: from ``muat`` or ``pada``.
    """
    aman = teks if isinstance(teks, Html) else isi(bersih(teks))
    gaya = f"font-size:{ukuran.ukuran}px;line-height:{ukuran.baris}px"
    if ukuran.jepit and ukuran.banyak > ukuran.jepit:
        utuh = "" if isinstance(teks, Html) else f' title="{aman}"'
        return Html(
            f'<{elemen} class="{kelas} jepit" style="{gaya};-webkit-line-clamp:{ukuran.jepit}"{utuh}>{aman}</{elemen}>'
        )
    return Html(f'<{elemen} class="{kelas}" style="{gaya}">{aman}</{elemen}>')


def gabung(bagian: Iterable[Html]) -> Html:
    """Pieces one after the other."""
    return Html("".join(bagian))
