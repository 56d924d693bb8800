"""Measured against the annual target: how a screen says so, and when the year is far enough to be judged by it."""

from __future__ import annotations

from sakip_app.screens.context import Konteks
from sakip_app.screens.measured import year


def measured_year(k: Konteks) -> int | None:
    """The year whose annual target is measured against; ``None`` where the target of the quarter is."""
    return k.tahun if k.ukuran == "tahun" else None


def running_year(k: Konteks) -> int | None:
    """The same while that year is unfinished: until TW IV is looked at and somebody has reported it.

    Part of a year against the target of the whole is no failure, so nobody is called behind by it.
    """
    finished = k.triwulan == 4 and year(k).terakhir == 4
    return None if finished else measured_year(k)


def against(k: Konteks) -> str:
    """What a label adds so that its number is not taken for that of the quarter; empty for the quarter's own."""
    return " terhadap target tahun" if k.ukuran == "tahun" else ""
