"""A body small enough to compute by hand: one unit, two indicators, the same figures in TW I and TW II of 2026."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from sakip_app.store import add_instansi
from tests.store.conftest import baris, upload

KODE = "B"


def report_two_quarters(engine: sa.Engine) -> None:
    """Target 10, realisasi 12, lower is better: 80 by selisih, 1000/12 by rasio. Target 100, realisasi 115.

    Under a cap of 100 the unit stands at (80 + 100) / 2 = 90; by rasio under 120 at (83,33… + 115) / 2 = 99,16….
    """
    add_instansi(engine, kode=KODE, nama="Kabupaten Uji", jenis="pemda", pelaku="admin")
    both: dict[str, Any] = {"konsolidasi": "nilai_akhir", "jenjang": "sasaran"}
    fallen: dict[str, Any] = {"target": {1: 10.0, 2: 10.0}, "realisasi": {1: 12.0, 2: 12.0}}
    risen: dict[str, Any] = {"target": {1: 100.0, 2: 100.0}, "realisasi": {1: 115.0, 2: 115.0}}
    upload(
        engine,
        baris("turun", polaritas="minimal", target_tahunan=10.0, **fallen, **both),
        baris("naik", polaritas="maksimal", target_tahunan=100.0, **risen, **both),
        isi=b"uji",
    )
