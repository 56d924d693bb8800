"""Bodies, their units and periods: who is expected to report, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.frames import frame


@dataclass(frozen=True, slots=True)
class UnitBaru:
    """A unit to be added. ``nama_pendek`` defaults to ``nama``, ``urutan`` to the end of the list."""

    kode_unit: str
    nama: str
    nama_pendek: str | None = None
    jenis: str = "opd"
    kode_induk: str | None = None
    urutan: int | None = None
    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None
    alias: tuple[str, ...] = ()


def normalise(nama: str) -> str:
    """A name as it is compared: small letters, digits, single spaces."""
    return " ".join(re.findall(r"\w+", nama.casefold()))


def list_instansi(engine: sa.Engine) -> pd.DataFrame:
    """All bodies: ``kode, nama, jenis, contoh, aturan`` (the name of the rule set in force)."""
    i = t.instansi.c
    with reading(engine) as connection:
        return frame(
            connection.execute(sa.select(i.kode, i.nama, i.jenis, i.contoh, i.aturan).order_by(i.contoh, i.nama)),
            {"kode": "str", "nama": "str", "jenis": "str", "contoh": "bool", "aturan": "str"},
        )


def list_unit(engine: sa.Engine, kode_instansi: str, tahun: int | None = None) -> pd.DataFrame:
    """Units in official order; with ``tahun`` only those that exist in some part of that year.

    Returns:
        ``kode_unit, nama, nama_pendek, jenis, kode_induk, urutan``.
    """
    u = t.unit.c
    query = sa.select(u.kode_unit, u.nama, u.nama_pendek, u.jenis, u.kode_induk, u.urutan).where(
        u.kode_instansi == kode_instansi
    )
    if tahun is not None:
        query = query.where(
            sa.or_(u.berlaku_dari.is_(None), u.berlaku_dari <= date(tahun, 12, 31)),
            sa.or_(u.berlaku_sampai.is_(None), u.berlaku_sampai >= date(tahun, 1, 1)),
        )
    with reading(engine) as connection:
        return frame(
            connection.execute(query.order_by(u.urutan, u.kode_unit)),
            {
                "kode_unit": "str",
                "nama": "str",
                "nama_pendek": "str",
                "jenis": "str",
                "kode_induk": "str",
                "urutan": "int64",
            },
        )


def find_unit(engine: sa.Engine, kode_instansi: str, nama: str) -> str | None:
    """The ``kode_unit`` that a sheet means by ``nama``: its code, name, short name or an alias of it."""
    wanted = normalise(nama)
    u = t.unit.c
    with reading(engine) as connection:
        known = connection.execute(
            sa.select(u.kode_unit, u.nama, u.nama_pendek).where(u.kode_instansi == kode_instansi)
        ).all()
        for row in known:
            if wanted in (normalise(row.kode_unit), normalise(row.nama), normalise(row.nama_pendek)):
                return str(row.kode_unit)
        a = t.unit_alias.c
        found = connection.execute(
            sa.select(a.kode_unit).where(a.kode_instansi == kode_instansi, a.alias == wanted)
        ).scalar()
    return None if found is None else str(found)


def list_periode(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """The quarters of a year with the day reports are due: ``triwulan, tenggat`` (NaT: none set)."""
    p = t.periode.c
    with reading(engine) as connection:
        rows = connection.execute(
            sa.select(p.triwulan, p.tenggat)
            .where(p.kode_instansi == kode_instansi, p.tahun == tahun)
            .order_by(p.triwulan)
        ).all()
    return frame(rows, {"triwulan": "int64", "tenggat": "datetime64[us]"})


def add_instansi(
    engine: sa.Engine,
    *,
    kode: str,
    nama: str,
    jenis: str,
    pelaku: str,
    contoh: bool = False,
    aturan: str = "lima-peringkat",
    waktu: datetime | None = None,
) -> None:
    """Add a body; ``contoh`` marks it as fictional on every screen.

    Raises:
        SimpanDitolakError: if ``kode`` is taken.
    """
    with writing(engine) as connection:
        if connection.execute(sa.select(t.instansi.c.kode).where(t.instansi.c.kode == kode)).first():
            raise SimpanDitolakError("instansi-ada", f"Instansi {kode} sudah ada.", "Pakai kode lain.")
        connection.execute(
            sa.insert(t.instansi).values(kode=kode, nama=nama, jenis=jenis, contoh=contoh, aturan=aturan)
        )
        record(
            connection,
            "instansi_ditambah",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode,
            keterangan=nama,
        )


def set_aturan(
    engine: sa.Engine, kode_instansi: str, aturan: str, *, pelaku: str, waktu: datetime | None = None
) -> None:
    """Put another rule set in force, by its name; the log keeps the one before."""
    with writing(engine) as connection:
        lama = require_instansi(connection, kode_instansi)
        connection.execute(sa.update(t.instansi).where(t.instansi.c.kode == kode_instansi).values(aturan=aturan))
        record(
            connection,
            "aturan_diganti",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode_instansi,
            keterangan=f"{lama} → {aturan}",
        )


def add_units(
    engine: sa.Engine,
    kode_instansi: str,
    units: Iterable[UnitBaru],
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Add units, all of them or none.

    Raises:
        SimpanDitolakError: if the body is unknown or a code is taken.
    """
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        for new in units:
            insert_unit(connection, kode_instansi, new, pelaku=pelaku, waktu=waktu or datetime.now(UTC))


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
    """Set the day until which the report of one quarter is due."""
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        p = t.periode.c
        here = (p.kode_instansi == kode_instansi, p.tahun == tahun, p.triwulan == triwulan)
        if connection.execute(sa.select(p.triwulan).where(*here)).first():
            connection.execute(sa.update(t.periode).where(*here).values(tenggat=tenggat))
        else:
            connection.execute(
                sa.insert(t.periode).values(
                    kode_instansi=kode_instansi, tahun=tahun, triwulan=triwulan, tenggat=tenggat
                )
            )
        record(
            connection,
            "tenggat_ditetapkan",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode_instansi,
            keterangan=f"TW {triwulan} {tahun}: {tenggat}",
        )


def require_instansi(connection: sa.Connection, kode: str) -> str:
    """The rule set in force for a body; on PostgreSQL this also queues the writers of one body."""
    aturan = connection.execute(
        sa.select(t.instansi.c.aturan).where(t.instansi.c.kode == kode).with_for_update()
    ).scalar()
    if aturan is None:
        raise SimpanDitolakError(
            "instansi-asing", f"Instansi {kode} belum terdaftar.", "Daftarkan instansinya dahulu."
        )
    return str(aturan)


def insert_unit(
    connection: sa.Connection, kode_instansi: str, new: UnitBaru, *, pelaku: str, waktu: datetime
) -> None:
    """Add one unit inside the caller's transaction."""
    u = t.unit.c
    taken = connection.execute(
        sa.select(u.nama).where(u.kode_instansi == kode_instansi, u.kode_unit == new.kode_unit)
    ).scalar()
    if taken is not None:
        raise SimpanDitolakError(
            "unit-ada", f"Kode unit {new.kode_unit} sudah dipakai {taken}.", "Pakai kode lain."
        )
    last = connection.execute(sa.select(sa.func.max(u.urutan)).where(u.kode_instansi == kode_instansi)).scalar()
    connection.execute(
        sa.insert(t.unit).values(
            kode_instansi=kode_instansi,
            kode_unit=new.kode_unit,
            nama=new.nama,
            nama_pendek=new.nama_pendek or new.nama,
            jenis=new.jenis,
            kode_induk=new.kode_induk,
            urutan=new.urutan if new.urutan is not None else (last or 0) + 1,
            berlaku_dari=new.berlaku_dari,
            berlaku_sampai=new.berlaku_sampai,
        )
    )
    for alias in dict.fromkeys(map(normalise, new.alias)):
        connection.execute(
            sa.insert(t.unit_alias).values(kode_instansi=kode_instansi, kode_unit=new.kode_unit, alias=alias)
        )
    record(
        connection,
        "unit_ditambah",
        pelaku=pelaku,
        waktu=waktu,
        kode_instansi=kode_instansi,
        keterangan=f"{new.kode_unit} {new.nama}",
    )
