"""Collecting many small marks into few traces."""

from __future__ import annotations

from typing import Any

from sakip_app.charts.theme import teks_jejak

Pena = tuple[list[float | None], list[float | None]]
"""x and y of one line trace; ``None`` lifts the pen."""


class Label:
    """Texts collected for one trace."""

    def __init__(self) -> None:
        self.x: list[float] = []
        self.y: list[float] = []
        self.teks: list[str] = []
        self.warna: list[str] = []

    def tambah(self, x: float, y: float, teks: str, warna: str) -> None:
        """Add one text, already safe for plotly."""
        self.x.append(x)
        self.y.append(y)
        self.teks.append(teks)
        self.warna.append(warna)

    def jejak(self, letak: str, ukuran: int, *, halo: bool = False) -> dict[str, Any]:
        """The trace of all texts so far."""
        return teks_jejak(self.x, self.y, self.teks, letak=letak, ukuran=ukuran, warna=self.warna, halo=halo)


def ruas(pena: Pena, x0: float, y0: float, x1: float, y1: float) -> None:
    """Add a straight piece."""
    pena[0].extend((x0, x1, None))
    pena[1].extend((y0, y1, None))


def kotak(pena: Pena, x0: float, x1: float, y0: float, y1: float) -> None:
    """Add the outline of a rectangle."""
    pena[0].extend((x0, x1, x1, x0, x0, None))
    pena[1].extend((y0, y0, y1, y1, y0, None))
