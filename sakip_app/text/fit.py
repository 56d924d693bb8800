"""How wide a text is in the interface font, so that labels are shortened before they are clipped."""

from __future__ import annotations

# Advance widths of U+0020–U+007E in Plus Jakarta Sakip 400, in hundredths of the font size, as a browser
# measures them.
_LEBAR = (
    25, 28, 39, 79, 64, 97, 73, 24, 29, 29, 47, 60, 27, 49, 28, 42, 60, 60, 60, 60, 60, 60, 60, 60,
    60, 60, 28, 30, 60, 60, 60, 49, 92, 65, 69, 78, 74, 61, 58, 82, 73, 25, 38, 65, 53, 83, 73, 87,
    64, 87, 64, 64, 51, 70, 65, 98, 59, 62, 58, 31, 42, 31, 60, 59, 35, 57, 66, 60, 66, 61, 39, 66,
    57, 22, 22, 54, 22, 90, 57, 65, 66, 66, 33, 50, 38, 57, 51, 79, 48, 53, 44, 31, 30, 31, 60,
)  # fmt: skip
_LEBAR_LAIN = 76  # signs and letters outside ASCII: the widest sign of the face
_TEBAL = 1.07


def lebar_teks(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Width of a one-line text in px.

    Args:
        teks: the text.
        ukuran: font size in px.
        tebal: weight 700.
    """
    satuan = sum(_LEBAR[ord(c) - 32] if " " <= c <= "~" else 25 if c == "\u00a0" else _LEBAR_LAIN for c in teks)
    return satuan / 100 * ukuran * (_TEBAL if tebal else 1)


def potong(teks: str, lebar: float, ukuran: float = 14, *, tebal: bool = False) -> str:
    """The text, shortened with ``…`` where it would be wider than ``lebar`` px; line breaks become spaces.

    Examples:
        >>> potong("Dinas Perumahan dan Permukiman", 120)
        'Dinas Perumaha…'
    """
    utuh = " ".join(teks.split())
    if lebar_teks(utuh, ukuran, tebal=tebal) <= lebar:
        return utuh
    pendek = utuh
    while pendek and lebar_teks(pendek + "…", ukuran, tebal=tebal) > lebar:
        pendek = pendek[:-1]
    return pendek.rstrip(" ,.-–") + "…"


def bungkus(teks: str, lebar: float, ukuran: float = 14, *, baris: int = 2, tebal: bool = False) -> list[str]:
    """The text in at most ``baris`` lines of ``lebar`` px, broken between words; the last line is shortened.

    Examples:
        >>> bungkus("Desa berhenti buang air besar sembarangan", 170)
        ['Desa berhenti buang air', 'besar sembarangan']
    """
    sisa = teks.split()
    hasil: list[str] = []
    while sisa and len(hasil) < baris - 1:
        n = 1
        while n < len(sisa) and lebar_teks(" ".join(sisa[: n + 1]), ukuran, tebal=tebal) <= lebar:
            n += 1
        hasil.append(potong(" ".join(sisa[:n]), lebar, ukuran, tebal=tebal))
        sisa = sisa[n:]
    return [*hasil, potong(" ".join(sisa), lebar, ukuran, tebal=tebal)] if sisa else hasil or [""]
