"""The five-year plan: what an indicator shall reach in each year of it, as this year's sheet says it."""

from __future__ import annotations

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.store.stated import RENSTRA


def is_renstra() -> sa.ColumnElement[bool]:
    """Whether a row of ``nilai`` is a target of the five-year plan."""
    return t.nilai.c.jenis.startswith(RENSTRA, autoescape=True)


def load_renstra(engine: sa.Engine, kode_instansi: str, tahun: int, kode_unit: str | None = None) -> pd.DataFrame:
    """The plan in force as the indicators of ``tahun`` carry it, of one unit or of all.

    Returns:
        ``kode_indikator`` (text), ``tahun_target`` (the year planned for), ``target``; by indicator and year.
        A year planned in words has no row.
    """
    i, n = t.indikator.c, t.nilai.c
    of = [i.kode_instansi == kode_instansi, i.tahun == tahun, is_renstra()]
    if kode_unit is not None:
        of.append(i.kode_unit == kode_unit)
    ids = current_ids(*of)
    with reading(engine) as connection:
        rows = connection.execute(
            sa.select(n.indikator_id, n.jenis, n.angka)
            .join(ids, ids.c.id == n.id)
            .where(n.angka.is_not(None))
            .order_by(n.indikator_id, n.jenis)
        ).all()
    return frame(
        [(str(id_), int(jenis.removeprefix(RENSTRA)), angka) for id_, jenis, angka in rows],
        {"kode_indikator": "str", "tahun_target": "int64", "target": "float64"},
    )
