"""Where marks and names stand: dots beside each other without overlap, labels with leaders that do not cross."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Kotak = tuple[float, float, float, float]
"""x0, y0, x1, y1."""


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
        bebas = (y for y in calon if all((xj - xi) ** 2 + (yj - y) ** 2 >= jarak**2 - 1e-6 for xj, yj in dekat))
        terbaik = min(bebas, key=lambda y: (round(abs(y), 6), y))
        if abs(terbaik) > paling:
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


class Papan:
    """What is taken on the figure; labels are placed where nothing else is."""

    def __init__(self, batas: Kotak, titik: Iterable[tuple[float, float]], jari: float) -> None:
        self.batas, self.jari = batas, jari
        self.titik = list(titik)
        self.kotak: list[Kotak] = []
        self.garis: list[Kotak] = []

    def taruh(self, x: float, y: float, lebar: float, tinggi: float, tingkat: Sequence[float]) -> Titian | None:
        """Place a label of that size for the dot at (x, y); the nearest free of these middle heights, else ``None``."""
        for tengah in sorted(tingkat, key=lambda t: (abs(t - y), t)):
            if abs(tengah - y) < self.jari + tinggi / 2:
                continue
            for geser in (0.5, 0.94, 0.06, 0.75, 0.25):
                x0 = x - geser * lebar
                kotak = (x0, tengah - tinggi / 2, x0 + lebar, tengah + tinggi / 2)
                atas = tengah < y
                awal = y - self.jari if atas else y + self.jari
                akhir = kotak[3] if atas else kotak[1]
                garis = (x - 1, min(awal, akhir), x + 1, max(awal, akhir))
                if self._bebas(kotak, garis, (x, y)):
                    self.kotak.append(kotak)
                    self.garis.append(garis)
                    return Titian(kotak, x, awal, akhir)
        return None

    def _bebas(self, kotak: Kotak, garis: Kotak, milik: tuple[float, float]) -> bool:
        dalam = (
            self.batas[0] <= kotak[0]
            and kotak[2] <= self.batas[2]
            and self.batas[1] <= kotak[1]
            and kotak[3] <= self.batas[3]
        )
        return (
            dalam
            and not any(bersentuh(kotak, lain, 6) or bersentuh(garis, lain, 3) for lain in self.kotak)
            and not any(bersentuh(kotak, lain, 3) or bersentuh(garis, lain, 2) for lain in self.garis)
            and not any(
                dekat(kotak, t, self.jari + 2) or (t != milik and dekat(garis, t, self.jari)) for t in self.titik
            )
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
