"""Where points and names stand so that none covers another: plain geometry in px, y upwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

Persegi = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_GESER = ((0.0, -0.4, 0.4, -0.2, 0.2), (-0.46, -0.25, 0.0, 0.25, 0.46), (0.46, 0.25, 0.0, -0.25, -0.46))
"""How far to a side of its line a name may hang, as a share of its width: three orders of trying."""


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
    urut = sorted(range(len(titik)), key=lambda i: titik[i][0])
    terbaik: list[tuple[float, float] | None] = [None] * len(titik)
    # Each in turn may choose first, above its point or below: one that is hemmed in finds its place.
    for dulu in ((), *((i,) for i in urut)):
        for arah, geser in product((1, -1), _GESER):
            searah = [n for n in _jarak(tinggi) if n * arah > 0]
            naik = {i: [*searah, *(-n for n in searah)] for i in dulu}
            giliran = [*dulu, *(i for i in urut[::arah] if i not in dulu)]
            hasil = _pasang(titik, lebar, tinggi, halangan, batas, geser, giliran, naik)
            if _nilai(titik, hasil) < _nilai(titik, terbaik):
                terbaik = hasil
        if None not in terbaik:
            break
    return terbaik


def _nilai(titik: Sequence[tuple[float, float]], hasil: Sequence[tuple[float, float] | None]) -> tuple[int, float]:
    """How bad a placing is: names left out, then how far the others stand from their points."""
    jarak = sum(
        abs(b[1] - a[1]) + 0.3 * abs(b[0] - a[0]) for a, b in zip(titik, hasil, strict=True) if b is not None
    )
    return sum(satu is None for satu in hasil), jarak


def _pasang(
    titik: Sequence[tuple[float, float]],
    lebar: Sequence[float],
    tinggi: float,
    halangan: Sequence[Persegi],
    batas: Persegi,
    geser: tuple[float, ...],
    giliran: Sequence[int],
    naik: Mapping[int, list[float]],
) -> list[tuple[float, float] | None]:
    """One after the other; a name may hang at one side of its line, so that a neighbour finds room."""
    hasil: list[tuple[float, float] | None] = [None] * len(titik)
    terpakai, biasa = list(halangan), _jarak(tinggi)
    for i in giliran:
        x, y = titik[i]
        for jauh, samping in product(naik.get(i, biasa), geser):
            paling_kiri, paling_kanan = batas[0] + lebar[i] / 2, batas[2] - lebar[i] / 2
            tengah = min(max(x + samping * lebar[i], paling_kiri), paling_kanan)
            kotak = (tengah - lebar[i] / 2, y + jauh - tinggi / 2, tengah + lebar[i] / 2, y + jauh + tinggi / 2)
            tali = (x - 2, y + 13.5, x + 2, kotak[1]) if jauh > 0 else (x - 2, kotak[3], x + 2, y - 13.5)
            dalam = kotak[1] >= batas[1] and kotak[3] <= batas[3] and kotak[0] - 1 <= x <= kotak[2] + 1
            if dalam and not any(berpotongan(kotak, lain) or berpotongan(tali, lain) for lain in terpakai):
                terpakai += [kotak, tali]
                hasil[i] = (tengah, y + jauh)
                break
    return hasil


def _jarak(tinggi: float) -> list[float]:
    return [arah * (30 + n * (tinggi + 3)) for n in range(6) for arah in (1.0, -1.0)]
