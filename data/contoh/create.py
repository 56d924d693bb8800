"""Both examples, each only where it is missing."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from data.contoh import kabupaten, kpu
from data.contoh.body import KABUPATEN, KPU, Badan
from data.contoh.follow_ups import add_follow_ups
from data.contoh.sending import is_complete

TAHUN = (2025, 2026)
BADAN = (KABUPATEN, KPU)


def has_example(engine: sa.Engine, badan: Badan | None = None) -> bool:
    """Whether the example of ``badan`` is there, complete; default: both are."""
    return all(is_complete(engine, one) for one in (BADAN if badan is None else (badan,)))


def create_example(engine: sa.Engine, *, tahun: Sequence[int] = TAHUN, n_satker: int = 6) -> list[Badan]:
    """Fill the store with the examples that are missing; finish one that was interrupted.

    Args:
        engine: the store.
        tahun: years in a row that end with 2026; all but that one are complete.
        n_satker: kabupaten and kota below the KPU provinsi.

    Returns:
        The bodies that had to be made or finished.
    """
    made: list[Badan] = []
    if not is_complete(engine, KABUPATEN):
        kabupaten.create(engine, tahun)
        add_follow_ups(engine, KABUPATEN)
        made.append(KABUPATEN)
    if not is_complete(engine, KPU):
        kpu.create(engine, tahun, n_satker)
        add_follow_ups(engine, KPU)
        made.append(KPU)
    return made
