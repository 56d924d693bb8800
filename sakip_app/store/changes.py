"""What changed since a moment: figures in force that replaced another."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids, stands
from sakip_app.store.database import reading
from sakip_app.store.frames import frame

#: The figures whose change a reader must hear about.
ANGKA = ("realisasi", "target", "target_tahunan", "target_bawah", "target_atas", "pagu", "realisasi_anggaran")


def list_perubahan(engine: sa.Engine, kode_instansi: str, tahun: int, sejak: datetime) -> pd.DataFrame:
    """The figures in force that were sent at or after ``sejak`` and replaced another, newest first.

    A first statement is no change, nor is a value that repeats the one before. A step back by withdrawal is
    an entry in the log, not a change here.

    Args:
        engine: the store.
        kode_instansi: the body.
        tahun: the year of the figures.
        sejak: from when; must carry a time zone.

    Returns:
        ``kode_indikator, kode_unit, jenis, triwulan, lama, baru, lama_teks, baru_teks, pelaku, waktu,
        unggahan_id, alasan`` (of a correction).
    """
    kini, lama = t.nilai.alias("kini"), t.nilai.alias("lama")
    ids = current_ids(
        t.indikator.c.kode_instansi == kode_instansi, t.indikator.c.tahun == tahun, t.nilai.c.jenis.in_(ANGKA)
    )
    before = (
        sa.select(sa.func.max(t.nilai.c.id))
        .where(
            t.nilai.c.indikator_id == kini.c.indikator_id,
            t.nilai.c.jenis == kini.c.jenis,
            t.nilai.c.triwulan.is_not_distinct_from(kini.c.triwulan),
            t.nilai.c.id < kini.c.id,
            stands(),
        )
        .correlate(kini)
        .scalar_subquery()
    )
    query = (
        sa.select(
            sa.cast(kini.c.indikator_id, sa.String),
            t.indikator.c.kode_unit,
            kini.c.jenis,
            kini.c.triwulan,
            lama.c.angka,
            kini.c.angka,
            lama.c.teks,
            kini.c.teks,
            kini.c.pelaku,
            kini.c.waktu,
            kini.c.unggahan_id,
            kini.c.alasan,
        )
        .join(ids, ids.c.id == kini.c.id)
        .join(t.indikator, t.indikator.c.id == kini.c.indikator_id)
        .join(lama, lama.c.id == before)
        .where(kini.c.waktu >= sejak)
        .order_by(kini.c.id.desc())
    )
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "kode_indikator": "str",
                "kode_unit": "str",
                "jenis": "str",
                "triwulan": "Int64",
                "lama": "float64",
                "baru": "float64",
                "lama_teks": "str",
                "baru_teks": "str",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
                "unggahan_id": "Int64",
                "alasan": "str",
            },
        )
