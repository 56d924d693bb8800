"""Where points and names stand so that none covers another: plain geometry in px, y upwards."""

from __future__ import annotations

from collections.abc import Sequence

Persegi = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def kerumun(x: Sequence[float], jarak: float, tinggi: float) -> list[float]:
    """Offsets from the middle line at which discs of diameter ``jarak`` at ``x`` do not overlap.

    As near the line as may be; where ``tinggi`` to either side does not suffice, discs overlap at its end.

    Examples:
        >>> kerumun([0.0, 1.0, 50.0], 10, 40)
        [0.0, 10.0, 0.0]
    """
    tempat = sorted(range(len(x)), key=lambda i: x[i])
    hasil = [0.0] * len(x)
    terpasang: list[tuple[float, float]] = []
    langkah = jarak / 4
    for i in tempat:
        dekat = [(a, b) for a, b in terpasang if abs(a - x[i]) < jarak]
        calon = [0.0]
        for n in range(1, int(tinggi // langkah) + 1):
            calon += [n * langkah, -n * langkah]
        pilihan = next(
            (y for y in calon if all((a - x[i]) ** 2 + (b - y) ** 2 >= jarak**2 * 0.98 for a, b in dekat)),
            calon[-1],
        )
        hasil[i] = pilihan
        terpasang.append((x[i], pilihan))
    return hasil


def berpotongan(a: Persegi, b: Persegi) -> bool:
    """Whether two rectangles overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def letak_nama(
    titik: Sequence[tuple[float, float]],
    lebar: Sequence[float],
    tinggi: float,
    halangan: Sequence[Persegi],
    batas: Persegi,
) -> list[tuple[float, float] | None]:
    """The middle of each point's name, above or below it; ``None`` where there is no free place.

    Args:
        titik: the points to be named.
        lebar: width of each name.
        tinggi: height of a name.
        halangan: what may not be covered: the marks.
        batas: where names may stand.
    """
    hasil: list[tuple[float, float] | None] = [None] * len(titik)
    terpakai: list[Persegi] = list(halangan)
    for i in sorted(range(len(titik)), key=lambda i: titik[i][0]):
        x, y = titik[i]
        for naik in _jarak(tinggi):
            # A name may hang at one side of its line, so that a neighbour finds room.
            for geser in (0.0, -0.4, 0.4):
                tengah = min(max(x + geser * lebar[i], batas[0] + lebar[i] / 2), batas[2] - lebar[i] / 2)
                kotak = (
                    tengah - lebar[i] / 2,
                    y + naik - tinggi / 2,
                    tengah + lebar[i] / 2,
                    y + naik + tinggi / 2,
                )
                tali = (
                    x - 2,
                    min(y + (12 if naik > 0 else naik), y + naik),
                    x + 2,
                    max(y - 12 if naik < 0 else y + naik, y + naik),
                )
                if kotak[1] < batas[1] or kotak[3] > batas[3] or not kotak[0] - 1 <= x <= kotak[2] + 1:
                    continue
                if any(
                    berpotongan(kotak, lain) or berpotongan(tali, lain)
                    for lain in terpakai
                    if lain[:2] != (x - 13, y - 13)
                ):
                    continue
                terpakai += [kotak, tali]
                hasil[i] = (tengah, y + naik)
                break
            if hasil[i]:
                break
    return hasil


def _jarak(tinggi: float) -> list[float]:
    return [arah * (30 + n * (tinggi + 3)) for n in range(6) for arah in (1.0, -1.0)]
