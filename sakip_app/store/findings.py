"""Findings (temuan) kept with an accepted upload: what asked for a look and was sent all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import withdrawn
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.workbook.result import Temuan

DISIMPAN = ("galat", "peringatan")
"""The levels that are kept; a ``catatan`` asks for nothing."""
TERBANYAK = 500
_PANJANG = {"kode": 80, "tingkat": 20, "lembar": 100, "sel": 40, "nilai": 200, "pesan": 1000, "saran": 1000}
_TAK_DITERIMA = re.compile(r"[\x00\ud800-\udfff]")  # by one database or the other


def keep_findings(connection: sa.Connection, unggahan_id: int, temuan: Sequence[Temuan]) -> None:
    """Keep what an upload left to look at, inside the caller's transaction; the first 500, each text cut to fit."""
    rows = [
        {"unggahan_id": unggahan_id}
        | {nama: _cut(str(getattr(satu, nama)), panjang) for nama, panjang in _PANJANG.items()}
        for satu in temuan
        if satu.tingkat in DISIMPAN
    ]
    if rows:
        connection.execute(sa.insert(t.temuan), rows[:TERBANYAK])


def list_temuan(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """The findings that are open: of each unit those of its newest upload that was not withdrawn.

    Returns:
        ``kode_unit, unggahan_id, berkas, kode, tingkat, lembar, sel, pesan, saran``, by unit, then in the order of
        the reading.
    """
    g, f = t.unggahan.c, t.temuan.c
    newest = (
        sa.select(sa.func.max(g.id))
        .where(g.kode_instansi == kode_instansi, g.tahun == tahun, g.id.not_in(withdrawn()))
        .group_by(g.kode_unit)
    )
    query = (
        sa.select(g.kode_unit, f.unggahan_id, g.nama_berkas, f.kode, f.tingkat, f.lembar, f.sel, f.pesan, f.saran)
        .join(t.unggahan, g.id == f.unggahan_id)
        .where(f.unggahan_id.in_(newest))
        .order_by(g.kode_unit, f.id)
    )
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "kode_unit": "str",
                "unggahan_id": "int64",
                "berkas": "str",
                "kode": "str",
                "tingkat": "str",
                "lembar": "str",
                "sel": "str",
                "pesan": "str",
                "saran": "str",
            },
        )


def _cut(teks: str, panjang: int) -> str:
    kept = _TAK_DITERIMA.sub("", teks)
    return kept if len(kept) <= panjang else f"{kept[: panjang - 1]}…"
