"""The indicators that were removed from a year: no measured figure, but still told."""

from __future__ import annotations

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import DICABUT
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading
from sakip_app.store.frames import frame


def list_dicabut(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """The indicators that an upload removed from the year, the last removed first.

    Returns:
        ``kode_indikator`` (text), ``kode_unit, uraian, satuan, alasan, pelaku, waktu, unggahan_id, berkas``: why, who
        said so, when, and with which file.
    """
    i, n, g = t.indikator.c, t.nilai.c, t.unggahan.c
    of = (i.kode_instansi == kode_instansi, i.tahun == tahun)
    gone = current_ids(*of, n.jenis == DICABUT)
    named = current_ids(*of, n.jenis.in_(("uraian", "satuan")))
    with reading(engine) as connection:
        rows = connection.execute(
            sa.select(n.indikator_id, i.kode_unit, n.teks, n.pelaku, n.waktu, n.unggahan_id, g.nama_berkas)
            .join(gone, gone.c.id == n.id)
            .join(t.indikator, i.id == n.indikator_id)
            .outerjoin(t.unggahan, g.id == n.unggahan_id)
            .where(n.teks.is_not(None))
            .order_by(n.id.desc())
        ).all()
        words = {
            (row.indikator_id, row.jenis): row.teks
            for row in connection.execute(
                sa.select(n.indikator_id, n.jenis, n.teks)
                .join(named, named.c.id == n.id)
                .where(n.indikator_id.in_([row.indikator_id for row in rows]))
            )
        }
    return frame(
        [
            (
                str(row.indikator_id),
                row.kode_unit,
                words[row.indikator_id, "uraian"],
                words.get((row.indikator_id, "satuan")),
                row.teks,
                row.pelaku,
                row.waktu,
                row.unggahan_id,
                row.nama_berkas,
            )
            for row in rows
            if (row.indikator_id, "uraian") in words
        ],
        {
            "kode_indikator": "str",
            "kode_unit": "str",
            "uraian": "str",
            "satuan": "str",
            "alasan": "str",
            "pelaku": "str",
            "waktu": "datetime64[us, UTC]",
            "unggahan_id": "Int64",
            "berkas": "str",
        },
    )
