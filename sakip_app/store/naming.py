"""How units are called, and where they stand, on a given day.

A unit keeps its code for life. The row it was registered with says how it was called first; every change since is a
row of its own with the day it holds from, so the past reads as it was.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading
from sakip_app.store.frames import frame

#: What a change of name states anew; the rest of a unit is its code and the days it exists.
DISEBUT = ("nama", "nama_pendek", "jenis", "kode_induk", "urutan")


class UnitBernama(NamedTuple):
    """A unit under the name it bore on some day."""

    kode_unit: str
    nama: str
    nama_pendek: str
    jenis: str
    kode_induk: str | None
    urutan: int
    berlaku_dari: date | None
    berlaku_sampai: date | None

    def exists(self, dari: date, sampai: date) -> bool:
        """Whether it exists in some part of the days from ``dari`` to ``sampai``."""
        return (self.berlaku_dari or dari) <= sampai and (self.berlaku_sampai or sampai) >= dari


def last_day(tahun: int, triwulan: int = 4) -> date:
    """The last day of a quarter.

    Examples:
        >>> last_day(2026, 2)
        datetime.date(2026, 6, 30)
    """
    return date(tahun, 3 * triwulan, monthrange(tahun, 3 * triwulan)[1])


def named(connection: sa.Connection, kode_instansi: str, hari: date | None = None) -> list[UnitBernama]:
    """Every unit of a body as it was called on ``hari`` (default: under its newest name), in official order."""
    n = t.nomenklatur.c
    changes = (
        sa.select(n.kode_unit, *(n[column] for column in DISEBUT))
        .where(n.kode_instansi == kode_instansi)
        .order_by(n.sejak, n.id)
    )
    if hari is not None:
        changes = changes.where(n.sejak <= hari)
    since = {row.kode_unit: row for row in connection.execute(changes)}
    units = _registered(connection, kode_instansi)
    called = [
        unit._replace(**{column: getattr(since[unit.kode_unit], column) for column in DISEBUT})
        if unit.kode_unit in since
        else unit
        for unit in units
    ]
    return sorted(called, key=lambda unit: (unit.urutan, unit.kode_unit))


def _registered(connection: sa.Connection, kode_instansi: str) -> list[UnitBernama]:
    """Every unit as it was registered, in that order."""
    u = t.unit.c
    rows = connection.execute(
        sa.select(*(u[column] for column in UnitBernama._fields))
        .where(u.kode_instansi == kode_instansi)
        .order_by(u.id)
    )
    return [UnitBernama(*row) for row in rows]


def list_nomenklatur(engine: sa.Engine, kode_instansi: str) -> pd.DataFrame:
    """Every change of name, oldest first, corrected ones included; of one unit and day the last row holds.

    Returns:
        ``kode_unit, sejak, nama, nama_pendek, jenis, kode_induk, urutan, pelaku, waktu``. How a unit was
        called when it was registered is no row here.
    """
    n = t.nomenklatur.c
    with reading(engine) as connection:
        return frame(
            connection.execute(
                sa.select(n.kode_unit, n.sejak, *(n[column] for column in DISEBUT), n.pelaku, n.waktu)
                .where(n.kode_instansi == kode_instansi)
                .order_by(n.sejak, n.id)
            ),
            {
                "kode_unit": "str",
                "sejak": "datetime64[us]",
                "nama": "str",
                "nama_pendek": "str",
                "jenis": "str",
                "kode_induk": "str",
                "urutan": "int64",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
            },
        )


def list_nama(engine: sa.Engine, kode_instansi: str) -> pd.DataFrame:
    """The names each unit bore, one after the other; a change of place alone is no other name.

    Returns:
        ``kode_unit, nama, nama_pendek, sejak`` (NaT: from its beginning), ``sampai`` (NaT: to its end).
    """
    n = t.nomenklatur.c
    with reading(engine) as connection:
        names: dict[str, list[tuple[date | None, str, str]]] = {
            unit.kode_unit: [(None, unit.nama, unit.nama_pendek)]
            for unit in _registered(connection, kode_instansi)
        }
        changes = connection.execute(
            sa.select(n.kode_unit, n.sejak, n.nama, n.nama_pendek)
            .where(n.kode_instansi == kode_instansi)
            .order_by(n.sejak, n.id)
        ).all()
    for kode_unit, sejak, nama, nama_pendek in changes:
        borne = names[kode_unit]
        if borne[-1][0] == sejak:  # said again for the same day: a correction
            borne.pop()
        if not borne or borne[-1][1:] != (nama, nama_pendek):
            borne.append((sejak, nama, nama_pendek))
    rows = [
        (kode_unit, nama, nama_pendek, sejak, following - timedelta(days=1) if following else None)
        for kode_unit, borne in names.items()
        for (sejak, nama, nama_pendek), following in zip(borne, [*(b[0] for b in borne[1:]), None], strict=True)
    ]
    return frame(
        rows,
        {
            "kode_unit": "str",
            "nama": "str",
            "nama_pendek": "str",
            "sejak": "datetime64[us]",
            "sampai": "datetime64[us]",
        },
    )


def list_penerus(engine: sa.Engine, kode_instansi: str) -> pd.DataFrame:
    """Who goes on with the work of each unit that ended: ``kode_unit, kode_penerus, sejak``."""
    with reading(engine) as connection:
        rows = [
            (kode_unit, kode_penerus, sejak)
            for kode_unit, following in successors(connection, kode_instansi).items()
            for kode_penerus, sejak in following.items()
        ]
    return frame(rows, {"kode_unit": "str", "kode_penerus": "str", "sejak": "datetime64[us]"})


def successors(connection: sa.Connection, kode_instansi: str) -> dict[str, dict[str, date]]:
    """Per unit its successors and since when; a row without a successor takes back those stated before it."""
    p = t.penerus.c
    rows = connection.execute(
        sa.select(p.kode_unit, p.kode_penerus, p.sejak).where(p.kode_instansi == kode_instansi).order_by(p.id)
    )
    result: dict[str, dict[str, date]] = {}
    for row in rows:
        if row.kode_penerus:
            result.setdefault(row.kode_unit, {})[row.kode_penerus] = row.sejak
        else:
            result.pop(row.kode_unit, None)
    return result


def list_alias(engine: sa.Engine, kode_instansi: str) -> pd.DataFrame:
    """Other words that mean a unit, as they are compared: ``kode_unit, alias``."""
    a = t.unit_alias.c
    with reading(engine) as connection:
        return frame(
            connection.execute(
                sa.select(a.kode_unit, a.alias)
                .where(a.kode_instansi == kode_instansi)
                .order_by(a.kode_unit, a.alias)
            ),
            {"kode_unit": "str", "alias": "str"},
        )
