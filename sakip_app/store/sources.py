"""Where the figures of a quarter come from: of each indicator the file, sheet and cell of its realisasi."""

from __future__ import annotations

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.store.history import source_of


def list_sumber(engine: sa.Engine, kode_instansi: str, tahun: int, triwulan: int) -> pd.DataFrame:
    """The realisasi in force of one quarter, and who said it where.

    Returns:
        One row a realisasi: ``kode_indikator``, ``berkas``, ``lembar``, ``sel`` (NA for a correction on screen),
        ``pelaku``, ``waktu``. A value that outlives its upload is named with the file and cell that repeat it.
    """
    n, g, p = t.nilai.c, t.unggahan.c, t.penegasan.c
    ids = current_ids(
        t.indikator.c.kode_instansi == kode_instansi,
        t.indikator.c.tahun == tahun,
        n.jenis == "realisasi",
        n.triwulan == triwulan,
    )
    source = source_of()
    repeated = p.nilai_id.is_(None)
    query = (
        sa.select(
            sa.cast(n.indikator_id, sa.String),
            g.nama_berkas,
            sa.func.coalesce(p.lembar, n.lembar),
            sa.func.coalesce(p.sel, n.sel),
            sa.case((repeated, n.pelaku), else_=g.pelaku),
            sa.case((repeated, n.waktu), else_=g.waktu),
        )
        .select_from(t.nilai)
        .join(ids, ids.c.id == n.id)
        .outerjoin(t.unggahan, g.id == source)
        .outerjoin(t.penegasan, (p.nilai_id == n.id) & (p.unggahan_id == source))
    )
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "kode_indikator": "str",
                "berkas": "str",
                "lembar": "str",
                "sel": "str",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
            },
        )
