"""The log: who did what when. Its newest id is the version of the data."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id, reading
from sakip_app.store.frames import frame


def data_version(engine: sa.Engine) -> int:
    """A number that grows with every accepted change; 0 when nothing was ever stored."""
    with reading(engine) as connection:
        return int(connection.execute(sa.select(sa.func.max(t.peristiwa.c.id))).scalar() or 0)


def record(
    connection: sa.Connection,
    jenis: str,
    *,
    pelaku: str,
    waktu: datetime,
    kode_instansi: str | None = None,
    unggahan_id: int | None = None,
    keterangan: str | None = None,
) -> int:
    """Add one entry inside the caller's transaction."""
    result = connection.execute(
        sa.insert(t.peristiwa).values(
            jenis=jenis,
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            unggahan_id=unggahan_id,
            keterangan=keterangan,
        )
    )
    return new_id(result)


def list_peristiwa(
    engine: sa.Engine,
    kode_instansi: str | None = None,
    *,
    jenis: Collection[str] | None = None,
    batas: int = 200,
) -> pd.DataFrame:
    """The log, newest first: the newest ``batas`` entries, where ``jenis`` is given those of these kinds.

    Returns:
        ``id, waktu, pelaku, jenis, kode_instansi, unggahan_id, keterangan``.
    """
    p = t.peristiwa.c
    query = sa.select(p.id, p.waktu, p.pelaku, p.jenis, p.kode_instansi, p.unggahan_id, p.keterangan)
    if kode_instansi is not None:
        query = query.where(p.kode_instansi == kode_instansi)
    if jenis is not None:
        query = query.where(p.jenis.in_(list(jenis)))
    with reading(engine) as connection:
        return frame(
            connection.execute(query.order_by(p.id.desc()).limit(batas)),
            {
                "id": "int64",
                "waktu": "datetime64[us, UTC]",
                "pelaku": "str",
                "jenis": "str",
                "kode_instansi": "str",
                "unggahan_id": "Int64",
                "keterangan": "str",
            },
        )
