"""The dates of a quarter: from when it takes figures, until when they are due, and its last open day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.frames import frame
from sakip_app.store.units import require_instansi
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import tw

TAHUN_TERJAUH = (2000, 2100)


class Jadwal(NamedTuple):
    """The dates of one quarter; ``None`` = none set. ``ditutup`` is the last day that takes figures."""

    dibuka: date | None = None
    tenggat: date | None = None
    ditutup: date | None = None


def list_periode(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """The quarters of a year with their dates: ``triwulan, dibuka, tenggat, ditutup`` (NaT: none set)."""
    p = t.periode.c
    with reading(engine) as connection:
        rows = connection.execute(
            sa.select(p.triwulan, p.dibuka, p.tenggat, p.ditutup)
            .where(p.kode_instansi == kode_instansi, p.tahun == tahun)
            .order_by(p.triwulan)
        ).all()
    day = "datetime64[us]"
    return frame(rows, {"triwulan": "int64", "dibuka": day, "tenggat": day, "ditutup": day})


def set_jadwal(
    engine: sa.Engine,
    kode_instansi: str,
    tahun: int,
    jadwal: Mapping[int, Jadwal],
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> int:
    """Set the dates of several quarters of a year, all of them or none; the log keeps those before.

    Returns:
        How many quarters changed; what stands already is not written again.

    Raises:
        SimpanDitolakError: if the body is unknown, a quarter or year does not exist, or the dates of a quarter
            do not follow one another (opened, due, closed).
    """
    waktu = waktu or datetime.now(UTC)
    first, last = TAHUN_TERJAUH
    if not first <= tahun <= last:
        raise SimpanDitolakError("tahun-asing", f"Tahun {tahun} di luar {first}–{last}.", "Periksa tahunnya.")
    for triwulan, dates in jadwal.items():
        check_jadwal(tahun, triwulan, dates)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        changed = [
            _write(connection, kode_instansi, tahun, triwulan, dates, pelaku=pelaku, waktu=waktu)
            for triwulan, dates in sorted(jadwal.items())
        ]
    return sum(changed)


def set_periode(
    engine: sa.Engine,
    kode_instansi: str,
    tahun: int,
    triwulan: int,
    *,
    dibuka: date | None,
    tenggat: date | None,
    ditutup: date | None,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Set the dates of one quarter; see :func:`set_jadwal`."""
    dates = {triwulan: Jadwal(dibuka, tenggat, ditutup)}
    set_jadwal(engine, kode_instansi, tahun, dates, pelaku=pelaku, waktu=waktu)


def set_tenggat(
    engine: sa.Engine,
    kode_instansi: str,
    tahun: int,
    triwulan: int,
    tenggat: date | None,
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Set the day until which the report of one quarter is due; its other dates stay."""
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        dates = (_held(connection, kode_instansi, tahun, triwulan) or Jadwal())._replace(tenggat=tenggat)
        check_jadwal(tahun, triwulan, dates)
        _write(connection, kode_instansi, tahun, triwulan, dates, pelaku=pelaku, waktu=waktu or datetime.now(UTC))


def jadwal_of(periode: pd.DataFrame) -> dict[int, Jadwal]:
    """What ``list_periode`` gave, by quarter and as plain dates."""
    return {
        int(row["triwulan"]): Jadwal(
            *(None if pd.isna(row[day]) else row[day].date() for day in Jadwal._fields),
        )
        for row in periode.to_dict("records")
    }


def require_not_closed(
    connection: sa.Connection, kode_instansi: str, tahun: int, triwulan: int, waktu: datetime
) -> None:
    """See that no quarter from this one on is closed: what was judged in it would be judged anew.

    Raises:
        SimpanDitolakError: ``periode-tertutup``.
    """
    p, hari = t.periode.c, waktu_setempat(waktu).date()
    later = sa.or_(p.tahun > tahun, sa.and_(p.tahun == tahun, p.triwulan >= triwulan))
    closed = connection.execute(
        sa.select(p.tahun, p.triwulan, p.ditutup)
        .where(p.kode_instansi == kode_instansi, p.ditutup < hari, later)
        .order_by(p.tahun.desc(), p.triwulan.desc())
    ).first()
    if closed is None:
        return
    year, quarter = (closed.tahun, closed.triwulan + 1) if closed.triwulan < 4 else (closed.tahun + 1, 1)
    raise SimpanDitolakError(
        "periode-tertutup",
        f"{tw(closed.triwulan)} {closed.tahun} sudah ditutup {format_tanggal(closed.ditutup)}; "
        "yang sudah dinilai tidak berganti aturan.",
        f"Pilih {tw(quarter)} {year} atau sesudahnya.",
    )


def check_jadwal(tahun: int, triwulan: int, dates: Jadwal) -> None:
    """See that a quarter exists and its dates follow one another.

    Raises:
        SimpanDitolakError: ``triwulan-asing`` or ``urutan-tanggal``.
    """
    if triwulan not in (1, 2, 3, 4):
        raise SimpanDitolakError("triwulan-asing", f"Triwulan {triwulan} tidak ada.", "Pilih triwulan 1 sampai 4.")
    set_dates = [(word, day) for word, day in dates._asdict().items() if day is not None]
    for (before, earlier), (after, later) in pairwise(set_dates):
        if later < earlier:
            raise SimpanDitolakError(
                "urutan-tanggal",
                f"{tw(triwulan)} {tahun}: {after} {format_tanggal(later)} mendahului "
                f"{before} {format_tanggal(earlier)}.",
                "Urutannya: dibuka, tenggat, ditutup.",
            )


def _held(connection: sa.Connection, kode_instansi: str, tahun: int, triwulan: int) -> Jadwal | None:
    p = t.periode.c
    here = (p.kode_instansi == kode_instansi, p.tahun == tahun, p.triwulan == triwulan)
    row = connection.execute(sa.select(p.dibuka, p.tenggat, p.ditutup).where(*here)).first()
    return None if row is None else Jadwal(*row)


def _write(
    connection: sa.Connection,
    kode_instansi: str,
    tahun: int,
    triwulan: int,
    dates: Jadwal,
    *,
    pelaku: str,
    waktu: datetime,
) -> bool:
    held = _held(connection, kode_instansi, tahun, triwulan)
    if held == dates:
        return False
    key = {"kode_instansi": kode_instansi, "tahun": tahun, "triwulan": triwulan}
    if held is None:
        connection.execute(sa.insert(t.periode).values(**key, **dates._asdict()))
    else:
        connection.execute(sa.update(t.periode).filter_by(**key).values(**dates._asdict()))
    before = held or Jadwal()
    told = [
        f"{word} {format_tanggal(old)} → {format_tanggal(new)}"
        for word, old, new in zip(Jadwal._fields, before, dates, strict=True)
        if old != new
    ]
    record(
        connection,
        "periode_ditetapkan",
        pelaku=pelaku,
        waktu=waktu,
        kode_instansi=kode_instansi,
        keterangan=f"{tw(triwulan)} {tahun}: {', '.join(told) or 'belum bertanggal'}",
    )
    return True
