"""Snapshots (rekam): a quarter frozen as it stood, found again by a short id, never changed.

What is inside is the caller's: bytes that it packed, and a ``sidik`` that is equal where two say the same.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id, reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.follow_up_fields import check_triwulan, is_id
from sakip_app.store.frames import frame
from sakip_app.store.units import require_instansi

_KODE = re.compile(r"([0-9]{4})-TW([1-4])-([0-9]{4,10})")


class LetakRekam(NamedTuple):
    """Which row a short id names, and of which body and quarter it is."""

    id: int
    kode_instansi: str
    tahun: int
    triwulan: int


def freeze(
    engine: sa.Engine,
    kode_instansi: str,
    tahun: int,
    triwulan: int,
    isi: bytes,
    *,
    sidik: str,
    versi: int,
    pelaku: str,
    waktu: datetime | None = None,
) -> str:
    """Keep a quarter as it stands now; where the newest snapshot of it says the same, that one is it.

    Args:
        engine: the store.
        kode_instansi: the body.
        tahun: the year.
        triwulan: the quarter, 1–4.
        isi: the snapshot as the caller packed it.
        sidik: equal for snapshots that say the same.
        versi: the version of the data it was taken from (``data_version``).
        pelaku: who freezes it.
        waktu: when, default now; must carry a time zone.

    Returns:
        Its short id, such as ``2026-TW3-0047``.

    Raises:
        SimpanDitolakError: the body, year or quarter is unknown (``instansi-asing``, ``tahun-asing``,
            ``triwulan-asing``), or there is nothing to keep (``rekam-kosong``).
    """
    waktu = waktu or datetime.now(UTC)
    check_triwulan(tahun, triwulan)
    if not isi or not sidik:
        raise SimpanDitolakError("rekam-kosong", "Tidak ada yang dapat dibekukan.", "Muat ulang halaman ini.")
    r = t.rekam.c
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        newest = connection.execute(
            sa.select(r.id, r.sidik)
            .where(r.kode_instansi == kode_instansi, r.tahun == tahun, r.triwulan == triwulan)
            .order_by(r.id.desc())
            .limit(1)
        ).first()
        if newest is not None and newest.sidik == sidik:
            return short_id(tahun, triwulan, newest.id)
        result = connection.execute(
            sa.insert(t.rekam).values(
                kode_instansi=kode_instansi,
                tahun=tahun,
                triwulan=triwulan,
                isi=isi,
                sidik=sidik,
                versi=versi,
                pelaku=pelaku,
                waktu=waktu,
            )
        )
        kode = short_id(tahun, triwulan, new_id(result))
        record(
            connection,
            "rekam_dibekukan",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=kode,
        )
        return kode


def list_rekam(engine: sa.Engine, kode_instansi: str, tahun: int | None = None) -> pd.DataFrame:
    """The snapshots of a body, of one year or of all, newest first.

    Returns:
        ``kode, tahun, triwulan, versi, pelaku, waktu``.
    """
    r = t.rekam.c
    query = sa.select(r.id, r.tahun, r.triwulan, r.versi, r.pelaku, r.waktu).where(
        r.kode_instansi == kode_instansi, sa.true() if tahun is None else r.tahun == tahun
    )
    with reading(engine) as connection:
        rows = connection.execute(query.order_by(r.id.desc())).all()
    return frame(
        [(short_id(row.tahun, row.triwulan, row.id), *row[1:]) for row in rows],
        {
            "kode": "str",
            "tahun": "int64",
            "triwulan": "int64",
            "versi": "int64",
            "pelaku": "str",
            "waktu": "datetime64[us, UTC]",
        },
    )


def find_rekam(engine: sa.Engine, kode: str) -> tuple[str, int, int] | None:
    """Of which body, year and quarter the snapshot is; ``None`` where no snapshot has this short id."""
    with reading(engine) as connection:
        found = place_of(connection, kode)
    return None if found is None else found[1:]


def read_rekam(engine: sa.Engine, kode: str) -> bytes | None:
    """The snapshot as it was given to :func:`freeze`; ``None`` where no snapshot has this short id."""
    with reading(engine) as connection:
        found = place_of(connection, kode)
        if found is None:
            return None
        return bytes(connection.execute(sa.select(t.rekam.c.isi).where(t.rekam.c.id == found.id)).scalar_one())


def place_of(connection: sa.Connection, kode: str) -> LetakRekam | None:
    """What the short id names; only written exactly as it was given out, for it stands on paper."""
    parts = _KODE.fullmatch(kode)
    if parts is None or not is_id(int(parts[3])):
        return None
    r = t.rekam.c
    row = connection.execute(
        sa.select(r.id, r.kode_instansi, r.tahun, r.triwulan).where(r.id == int(parts[3]))
    ).first()
    if row is None or short_id(row.tahun, row.triwulan, row.id) != kode:
        return None
    return LetakRekam(*row)


def short_id(tahun: int, triwulan: int, nomor: int) -> str:
    """How people call a snapshot.

    Examples:
        >>> short_id(2026, 3, 47), short_id(2026, 4, 12345)
        ('2026-TW3-0047', '2026-TW4-12345')
    """
    return f"{tahun}-TW{triwulan}-{nomor:04d}"
