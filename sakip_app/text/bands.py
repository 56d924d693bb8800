"""Where a skor lies among the predikat bands of a rule, for display only.

The predikat itself comes from ``sakip_metrics``; what is needed here is which band a *displayed* number
would fall into, and how many bands there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

DESIMAL_BANDING = 9  # predikat compares after rounding to nine decimals; so does the display


class Pita(Protocol):
    """One band of a rule: its lower edge and its word."""

    @property
    def batas(self) -> float:
        """Lower edge, percent."""
        ...

    @property
    def label(self) -> str:
        """The word of the band."""
        ...


class AturanPita(Protocol):
    """The part of ``sakip_metrics.Aturan`` that display needs: its bands, and who owns an edge."""

    @property
    def predikat(self) -> Sequence[Pita]:
        """Bands from the highest."""
        ...

    @property
    def tepi(self) -> str:
        """``">="`` or ``">"``."""
        ...


def tepi_pita(aturan: AturanPita) -> tuple[float, ...]:
    """The edges between bands, highest first; the lowest band has no edge of its own.

    Examples:
        A rule with 91, 76, 66, 51 and a last band from 0 gives ``(91.0, 76.0, 66.0, 51.0)``.
    """
    return tuple(float(pita.batas) for pita in aturan.predikat[:-1])


def posisi_pita(skor: float, tepi: Sequence[float], aturan_tepi: str = ">=") -> int:
    """Position of a skor among the bands, 0 = highest.

    Args:
        skor: percentage, not NaN.
        tepi: edges, highest first, as ``tepi_pita`` gives them.
        aturan_tepi: ``">="`` when a skor on an edge belongs to the band above, ``">"`` when below.

    Raises:
        ValueError: if ``aturan_tepi`` is another word.

    Examples:
        >>> posisi_pita(76.0, (91, 76, 66, 51)), posisi_pita(76.0, (91, 76, 66, 51), ">")
        (1, 2)
    """
    if aturan_tepi not in {">=", ">"}:
        raise ValueError(f"tepi harus '>=' atau '>', bukan {aturan_tepi!r}")
    nilai = round(skor, DESIMAL_BANDING)
    for posisi, batas in enumerate(tepi):
        if nilai >= batas if aturan_tepi == ">=" else nilai > batas:
            return posisi
    return len(tepi)
