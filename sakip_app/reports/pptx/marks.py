"""The shapes of the bands as a chart's markers."""

from __future__ import annotations

SIMBOL = {0: "triangle", 1: "circle", 2: "square", 3: "diamond"}
"""PowerPoint has no triangle that points down: the lowest band's sign is a label in its place."""


def ukuran(posisi: int, dasar: int) -> int:
    """Size of a marker in points: a diamond and a triangle look smaller than a square of the same size."""
    return dasar + {0: 2, 1: 1, 3: 2}.get(posisi, 0)
