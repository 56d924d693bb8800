"""Where marks and names stand: dots beside each other without overlap, labels with leaders that do not cross."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Kotak = tuple[float, float, float, float]
"""x0, y0, x1, y1."""

_GESER = (0.5, 0.92, 0.08, 0.75, 0.25)
"""How much of a label lies left of its dot, in the order of liking."""


def sarang(x: Sequence[float], jarak: float, paling: float) -> list[float] | None:
    """Offsets from the middle line so that no two dots are nearer than ``jarak``; ``None`` beyond ``paling``.

    Examples:
        >>> sarang([0, 100], 10, 50), sarang([0, 0], 10, 50), sarang([0, 0, 0, 0], 10, 5)
        ([0.0, 0.0], [0.0, -10.0], None)
    """
    hasil: list[float] = []
    for i, xi in enumerate(x):
        dekat = [(x[j], hasil[j]) for j in range(i) if abs(x[j] - xi) < jarak]
        calon = [0.0]
        for xj, yj in dekat:
            beda = math.sqrt(jarak**2 - (xj - xi) ** 2)
            calon += [yj - beda, yj + beda]
        calon.sort(key=lambda y: (round(abs(y), 6), y))
        terbaik = next(
            (y for y in calon if all((xj - xi) ** 2 + (yj - y) ** 2 >= jarak**2 - 1e-6 for xj, yj in dekat)), None
        )
        if terbaik is None or abs(terbaik) > paling:
            return None
        hasil.append(terbaik)
    return hasil


@dataclass(frozen=True, slots=True)
class Titian:
    """A label: its box, where its leader begins at the dot and ends at the text."""

    kotak: Kotak
    x: float
    y_titik: float
    y_teks: float

    @property
    def garis(self) -> Kotak:
        """The leader as a box."""
        return (self.x - 1, min(self.y_titik, self.y_teks), self.x + 1, max(self.y_titik, self.y_teks))


class Papan:
    """What is taken on the figure; labels are placed where nothing else is."""

    def __init__(self, batas: Kotak, titik: Iterable[tuple[float, float]], jari: float) -> None:
        self.batas, self.jari = batas, jari
        self.titik = list(titik)

    def calon(self, x: float, y: float, lebar: float, tinggi: float, tingkat: Sequence[float]) -> list[Titian]:
        """Where a label of that size may stand for the dot at (x, y), the nearest first; clear of all dots."""
        hasil = []
        dekat_saja = [t for t in self.titik if abs(t[0] - x) < lebar + self.jari + 2]
        for tengah in sorted(tingkat, key=lambda t: (abs(t - y), t)):
            if abs(tengah - y) < self.jari + tinggi / 2:
                continue
            for geser in _GESER:
                x0 = min(max(x - geser * lebar, self.batas[0]), self.batas[2] - lebar)
                kotak = (x0, tengah - tinggi / 2, x0 + lebar, tengah + tinggi / 2)
                atas = tengah < y
                titian = Titian(kotak, x, y - self.jari if atas else y + self.jari, kotak[3 if atas else 1])
                if self._bebas(titian, (x, y), dekat_saja):
                    hasil.append(titian)
        return hasil

    def _bebas(self, titian: Titian, milik: tuple[float, float], titik: Sequence[tuple[float, float]]) -> bool:
        kotak, garis = titian.kotak, titian.garis
        dalam = (
            self.batas[0] <= kotak[0]
            and kotak[2] <= self.batas[2]
            and self.batas[1] <= kotak[1]
            and kotak[3] <= self.batas[3]
        )
        return dalam and not any(
            dekat(kotak, t, self.jari + 2) or (t != milik and dekat(garis, t, self.jari)) for t in titik
        )


def susun(calon: Sequence[Sequence[Titian]], langkah: int = 3000) -> list[Titian]:
    """A place for as many labels as find one, from the first on and without a gap; later ones give way.

    Args:
        calon: places of each label, the best first.
        langkah: how many places are tried at most.
    """
    terbaik: list[Titian] = []
    tumpuk: list[Titian] = []
    giliran = [0]
    while giliran and langkah > 0:
        ke = len(tumpuk)
        if ke > len(terbaik):
            terbaik = list(tumpuk)
        if ke == len(calon):
            break
        pilihan = calon[ke]
        while giliran[-1] < len(pilihan):
            langkah -= 1
            satu = pilihan[giliran[-1]]
            giliran[-1] += 1
            if not any(_bertabrakan(satu, lain) for lain in tumpuk):
                tumpuk.append(satu)
                giliran.append(0)
                break
        else:
            giliran.pop()
            if tumpuk:
                tumpuk.pop()
    return terbaik


def _bertabrakan(a: Titian, b: Titian) -> bool:
    return (
        bersentuh(a.kotak, b.kotak, 6)
        or bersentuh(a.kotak, b.garis, 5)
        or bersentuh(a.garis, b.kotak, 5)
        or bersentuh(a.garis, b.garis, 3)
    )


def bersentuh(a: Kotak, b: Kotak, jarak: float) -> bool:
    """Whether two boxes are nearer than ``jarak``.

    Examples:
        >>> bersentuh((0, 0, 1, 1), (3, 0, 4, 1), 1), bersentuh((0, 0, 1, 1), (3, 0, 4, 1), 2.5)
        (False, True)
    """
    return a[0] < b[2] + jarak and b[0] < a[2] + jarak and a[1] < b[3] + jarak and b[1] < a[3] + jarak


def dekat(kotak: Kotak, titik: tuple[float, float], jarak: float) -> bool:
    """Whether a point lies in a box or nearer to it than ``jarak``."""
    dx = max(kotak[0] - titik[0], 0.0, titik[0] - kotak[2])
    dy = max(kotak[1] - titik[1], 0.0, titik[1] - kotak[3])
    return dx * dx + dy * dy < jarak * jarak
