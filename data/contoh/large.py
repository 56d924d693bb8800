"""Both examples with five years and more satker: what a benchmark reads."""

from __future__ import annotations

import sqlalchemy as sa

from data.contoh.body import Badan
from data.contoh.create import create_example

LIMA_TAHUN = (2022, 2023, 2024, 2025, 2026)
N_SATKER = 14


def create_large(engine: sa.Engine) -> list[Badan]:
    """Fill a store with both bodies over 2022–2026, some 28,000 indicator-quarters in all.

    An indicator-quarter is one indicator of one year and one of its four quarters, filled or not.
    """
    return create_example(engine, tahun=LIMA_TAHUN, n_satker=N_SATKER)
