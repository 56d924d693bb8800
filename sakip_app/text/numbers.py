"""Numbers as Indonesian text: ``1.234,5``, ``87,5 %``, ``Rp2,35 triliun``.

Rounding is half-up by Decimal (Python's own ``round`` is banker's: 0.125 would print 0,12) and happens only
here, never in a calculation. A missing value prints as an en dash, never as 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import SupportsFloat

import pandas as pd

from sakip_app.text.bands import DESIMAL_BANDING, AturanPita, posisi_pita, tepi_pita

KOSONG = "–"
MINUS = "\u2212"
SPASI = "\u00a0"  # no-break space: a number never leaves its unit

Angka = int | float | Decimal | None

_KONTEKS = Context(prec=400, rounding=ROUND_HALF_UP)  # wide enough for any float
_BUTIR = Decimal(1).scaleb(-DESIMAL_BANDING)
_SKALA_RUPIAH = (
    (Decimal(10) ** 12, "triliun", 2),
    (Decimal(10) ** 9, "miliar", 1),
    (Decimal(10) ** 6, "juta", 1),
)
_SKALA_KECIL = (*_SKALA_RUPIAH[1:], (Decimal(1000), "", 0))
_SATUAN_PERSEN = {"%", "persen", "prosen", "percent"}


def kosong(x: object) -> bool:
    """True when there is nothing to print: None, NaN, NA or an infinity.

    Examples:
        >>> kosong(None), kosong(float("nan")), kosong(0.0)
        (True, True, False)
    """
    if x is None or x is pd.NA:
        return True
    return isinstance(x, SupportsFloat) and not math.isfinite(x)


def bulatkan(x: float | Decimal, desimal: int) -> Decimal:
    """Round half-up, after removing the noise of binary fractions at the ninth decimal.

    Examples:
        >>> bulatkan(0.125, 2), bulatkan(62.349999999999994, 1)
        (Decimal('0.13'), Decimal('62.4'))
    """
    tepat = x if isinstance(x, Decimal) else Decimal(repr(float(x)))
    bersih = tepat.quantize(_BUTIR, context=_KONTEKS)
    return bersih.quantize(Decimal(1).scaleb(-desimal), context=_KONTEKS)


def _tulis(angka: Decimal, desimal: int) -> str:
    teks = f"{abs(angka):,.{desimal}f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return MINUS + teks if angka < 0 else teks


def format_angka(x: Angka, desimal: int = 1) -> str:
    """A number with decimal comma and grouped thousands.

    Args:
        x: the number; None, NaN and NA print as ``–``.
        desimal: digits after the comma.

    Examples:
        >>> format_angka(1234.55), format_angka(-7.5), format_angka(12, 0), format_angka(None)
        ('1.234,6', '−7,5', '12', '–')
    """
    if x is None or kosong(x):
        return KOSONG
    return _tulis(bulatkan(x, desimal), desimal)


def format_persen(x: Angka, desimal: int = 1) -> str:
    """A percentage with a no-break space before the sign; percentages are numbers like 87.5.

    Examples:
        >>> format_persen(87.5).split(SPASI)
        ['87,5', '%']
    """
    return KOSONG if kosong(x) else f"{format_angka(x, desimal)}{SPASI}%"


def format_skor_pita(x: Angka, tepi: Sequence[float], aturan_tepi: str = ">=", desimal: int = 1) -> str:
    """A skor whose printed form lies in the same band as the skor itself.

    Where half-up rounding would cross an edge, the neighbouring digit on the right side is printed; where two
    edges are too close for that, one more decimal.

    Args:
        x: skor in percent.
        tepi: edges between bands, highest first.
        aturan_tepi: ``">="`` or ``">"``.
        desimal: digits after the comma, if they suffice.

    Examples:
        >>> format_skor_pita(90.96, (91, 76, 66, 51)), format_skor_pita(91.04, (91, 76), ">")
        ('90,9', '91,1')
    """
    if x is None or kosong(x):
        return KOSONG
    posisi = posisi_pita(float(x), tepi, aturan_tepi)
    for digit in range(desimal, DESIMAL_BANDING + 1):
        dekat = bulatkan(x, digit)
        langkah = Decimal(1).scaleb(-digit)
        for calon in (dekat, dekat - langkah, dekat + langkah):
            if posisi_pita(float(calon), tepi, aturan_tepi) == posisi:
                return _tulis(calon, digit)
    return _tulis(bulatkan(x, DESIMAL_BANDING), DESIMAL_BANDING)


def format_skor(x: Angka, aturan: AturanPita, desimal: int = 1) -> str:
    """A skor as the rule in force shows it: never across a band edge.

    Args:
        x: skor in percent; missing prints ``–``.
        aturan: the rule whose bands count.
        desimal: digits after the comma.

    Examples:
        Under 91/76/66/51 with ``>=``: 90.96 → ``90,9``; 91.0 → ``91,0``.
    """
    return format_skor_pita(x, tepi_pita(aturan), aturan.tepi, desimal)


def format_batas(x: float) -> str:
    """A band edge: no decimals when whole, else as many as it has.

    Examples:
        >>> format_batas(91.0), format_batas(66.5)
        ('91', '66,5')
    """
    return format_nilai(x)


def format_nilai(x: Angka, satuan: str | None = None, kata: Mapping[float, str] | None = None) -> str:
    """A target or realisasi in its own unit, without the unit.

    Whole numbers stand without decimals, others with up to two and no trailing zeros; percentages always with
    at least one. A tiny number that would print as 0 is given the decimals it needs, for 0 is a statement.
    Where ``kata`` names the ranks of a scale, a rank is shown as its word.

    Examples:
        >>> format_nilai(12.0, "desa"), format_nilai(62.0833), format_nilai(72, "%"), format_nilai(0.004)
        ('12', '62,08', '72,0', '0,004')
        >>> format_nilai(4.0, "opini", {3.0: "WDP", 4.0: "WTP"})
        'WTP'
    """
    if x is None or kosong(x):
        return KOSONG
    if kata and float(x) in kata:
        return kata[float(x)]
    # A blank unit comes out of a frame as NaN.
    ukur = satuan.strip().casefold() if isinstance(satuan, str) else ""
    terkecil = 1 if ukur in _SATUAN_PERSEN else 0
    cukup = (d for d in range(2, DESIMAL_BANDING) if bulatkan(x, d) != 0)
    desimal = next(cukup, 2) if x != 0 else 2
    utuh, _, pecahan = _tulis(bulatkan(x, desimal), desimal).partition(",")
    pecahan = pecahan.rstrip("0").ljust(terkecil, "0")
    return f"{utuh},{pecahan}" if pecahan else utuh


def format_pasangan(
    a: Angka, b: Angka, satuan: str | None = None, kata: Mapping[float, str] | None = None
) -> tuple[str, str]:
    """Two values that stand side by side, with the same number of decimals.

    Examples:
        >>> format_pasangan(85.1, 86, "indeks"), format_pasangan(12, 28), format_pasangan(None, 4.5)
        (('85,1', '86,0'), ('12', '28'), ('–', '4,5'))
    """
    teks = (format_nilai(a, satuan, kata), format_nilai(b, satuan, kata))
    if kata:
        return teks
    desimal = max(len(t.partition(",")[2]) for t in teks)
    kiri, kanan = (t if kosong(x) else format_angka(x, desimal) for t, x in zip(teks, (a, b), strict=True))
    return kiri, kanan


def format_rupiah_penuh(x: Angka) -> str:
    """Full rupiah, for tables.

    Examples:
        >>> format_rupiah_penuh(1234567), format_rupiah_penuh(-500)
        ('Rp1.234.567', '−Rp500')
    """
    if x is None or kosong(x):
        return KOSONG
    angka = bulatkan(x, 0)
    return f"{MINUS if angka < 0 else ''}Rp{_tulis(abs(angka), 0)}"


def format_rupiah(x: Angka) -> str:
    """Rupiah in words of size: triliun with two decimals, miliar and juta with one, below that in full.

    Examples:
        >>> format_rupiah(2.35e12), format_rupiah(286.3e9), format_rupiah(999_999_999_999)
        ('Rp2,35 triliun', 'Rp286,3 miliar', 'Rp1,00 triliun')
    """
    if x is None or kosong(x):
        return KOSONG
    nilai = bulatkan(x, 0)
    besaran = abs(nilai)
    for (besar, kata, desimal), (kecil, _, desimal_kecil) in zip(_SKALA_RUPIAH, _SKALA_KECIL, strict=True):
        # What would round to 1.000,0 miliar is already told as 1,00 triliun.
        if besaran >= besar or bulatkan(besaran / kecil, desimal_kecil) >= 1000:
            return f"{MINUS if nilai < 0 else ''}Rp{_tulis(bulatkan(besaran / besar, desimal), desimal)} {kata}"
    return format_rupiah_penuh(nilai)


def format_poin(x: Angka, *, beruntun: bool = False, desimal: int = 1) -> str:
    """A change in poin with its arrow; arrows mean change, never level.

    Args:
        x: difference in poin; missing prints ``–``.
        beruntun: a second change in a row in the same direction doubles the arrow.
        desimal: digits after the comma.

    Examples:
        >>> format_poin(2.2), format_poin(-20.8, beruntun=True), format_poin(0.04)
        ('↑ 2,2', '↓↓ 20,8', 'tetap')
    """
    if x is None or kosong(x):
        return KOSONG
    angka = bulatkan(x, desimal)
    if angka == 0:
        return "tetap"
    panah = ("↑" if angka > 0 else "↓") * (2 if beruntun else 1)
    return f"{panah} {_tulis(abs(angka), desimal)}"
