"""Bodies and their units: who is expected to report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.frames import frame
from sakip_app.store.naming import UnitBernama, last_day, named


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
    """All bodies: ``kode, nama, jenis, contoh, aturan`` (the name of the rule set in force).

    The real ones first, then by name as a reader sorts it: Kabupaten before KPU.
    """
    i = t.instansi.c
    bodies = sa.select(i.kode, i.nama, i.jenis, i.contoh, i.aturan).order_by(i.contoh, sa.func.lower(i.nama))
    with reading(engine) as connection:
        return frame(
            connection.execute(bodies),
            {"kode": "str", "nama": "str", "jenis": "str", "contoh": "bool", "aturan": "str"},
        )


def list_unit(
    engine: sa.Engine, kode_instansi: str, tahun: int | None = None, triwulan: int | None = None
) -> pd.DataFrame:
    """Units in official order, under the names of their time.

    Args:
        engine: the store.
        kode_instansi: the body.
        tahun: only units that exist in some part of that year, as they were called on its last day.
            Default: every unit there ever was, under its newest name.
        triwulan: with ``tahun``, only those that exist on the last day of that quarter, as called on it.

    Returns:
        ``kode_unit, nama, nama_pendek, jenis, kode_induk, urutan, berlaku_dari, berlaku_sampai`` (NaT: open).
    """
    hari = None if tahun is None else last_day(tahun, triwulan or 4)
    with reading(engine) as connection:
        known = named(connection, kode_instansi, hari)
    if tahun is not None and hari is not None:
        known = [unit for unit in known if unit.exists(date(tahun, 1, 1) if triwulan is None else hari, hari)]
    return frame(
        known,
        {
            "kode_unit": "str",
            "nama": "str",
            "nama_pendek": "str",
            "jenis": "str",
            "kode_induk": "str",
            "urutan": "int64",
            "berlaku_dari": "datetime64[us]",
            "berlaku_sampai": "datetime64[us]",
        },
    )


def find_unit(engine: sa.Engine, kode_instansi: str, nama: str, tahun: int | None = None) -> str | None:
    """The ``kode_unit`` that a sheet means by ``nama``: its code, a name it bears or bore, or an alias of it.

    Of several, a unit that exists in ``tahun`` (default: that has not ended) goes before one that does not; then
    a code before the name of that time, an alias and a name of another time.
    """
    with reading(engine) as connection:
        found = meanings(connection, kode_instansi, nama, tahun)
    return found[0].kode_unit if found else None


def meanings(
    connection: sa.Connection, kode_instansi: str, nama: str, tahun: int | None = None
) -> list[UnitBernama]:
    """Every unit that ``nama`` can mean, the likeliest first; see :func:`find_unit`."""
    wanted = normalise(nama)
    a, n = t.unit_alias.c, t.nomenklatur.c
    alias = set(
        connection.execute(
            sa.select(a.kode_unit).where(a.kode_instansi == kode_instansi, a.alias == wanted)
        ).scalars()
    )
    ever = {(unit.kode_unit, name) for unit in named(connection, kode_instansi, date.min) for name in unit[1:3]}
    ever |= {
        (row.kode_unit, name)
        for row in connection.execute(
            sa.select(n.kode_unit, n.nama, n.nama_pendek).where(n.kode_instansi == kode_instansi)
        )
        for name in row[1:]
    }
    bore = {kode_unit for kode_unit, name in ever if normalise(name) == wanted}
    ranked: list[tuple[tuple[bool, int], UnitBernama]] = []
    for unit in named(connection, kode_instansi, None if tahun is None else last_day(tahun)):
        hits = (
            normalise(unit.kode_unit) == wanted,
            wanted in (normalise(unit.nama), normalise(unit.nama_pendek)),
            unit.kode_unit in alias,
            unit.kode_unit in bore,
        )
        if any(hits):
            there = (
                unit.berlaku_sampai is None if tahun is None else unit.exists(date(tahun, 1, 1), last_day(tahun))
            )
            ranked.append(((not there, hits.index(True)), unit))
    return [unit for _, unit in sorted(ranked, key=lambda r: r[0])]


def add_instansi(
    engine: sa.Engine,
    *,
    kode: str,
    nama: str,
    jenis: str,
    pelaku: str,
    contoh: bool = False,
    aturan: str | None = None,
    waktu: datetime | None = None,
) -> None:
    """Add a body; ``contoh`` marks it as fictional on every screen.

    It begins under the preset ``aturan``: of its kind (``kpu``, else any other), where none is named.

    Raises:
        SimpanDitolakError: if ``kode`` is taken.
    """
    with writing(engine) as connection:
        if connection.execute(sa.select(t.instansi.c.kode).where(t.instansi.c.kode == kode)).first():
            raise SimpanDitolakError("instansi-ada", f"Instansi {kode} sudah ada.", "Pakai kode lain.")
        connection.execute(
            sa.insert(t.instansi).values(
                kode=kode,
                nama=nama,
                jenis=jenis,
                contoh=contoh,
                aturan=aturan or ("kpu-contoh" if jenis == "kpu" else "lima-peringkat"),
            )
        )
        record(
            connection,
            "instansi_ditambah",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode,
            keterangan=nama,
        )


def rename_instansi(
    engine: sa.Engine, kode_instansi: str, nama: str, *, pelaku: str, waktu: datetime | None = None
) -> None:
    """Correct or change the name of a body; the log keeps the one before. The same name is not said again.

    Raises:
        SimpanDitolakError: if the body is unknown or the name is empty.
    """
    nama = nama.strip()
    if not nama:
        raise SimpanDitolakError("nama-kosong", "Nama instansi itu kosong.", "Tulis nama resminya.")
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        here = t.instansi.c.kode == kode_instansi
        before = connection.execute(sa.select(t.instansi.c.nama).where(here)).scalar_one()
        if before == nama:
            return
        connection.execute(sa.update(t.instansi).where(here).values(nama=nama))
        record(
            connection,
            "instansi_berganti_nama",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode_instansi,
            keterangan=f"{before} → {nama}",
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
        SimpanDitolakError: if the body is unknown, a code is taken, an induk is unknown or stands below its own
            unit, an alias means another unit, or a unit ends before it begins.
    """
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        for new in units:
            insert_unit(connection, kode_instansi, new, pelaku=pelaku, waktu=waktu or datetime.now(UTC))
        check_tree(connection, kode_instansi)


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
    check_days(new.nama, new.berlaku_dari, new.berlaku_sampai)
    _check_new_name(connection, kode_instansi, new)
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
        insert_alias(connection, kode_instansi, new.kode_unit, alias)
    record(
        connection,
        "unit_ditambah",
        pelaku=pelaku,
        waktu=waktu,
        kode_instansi=kode_instansi,
        keterangan=f"{new.kode_unit} {new.nama}",
    )


def _check_new_name(connection: sa.Connection, kode_instansi: str, new: UnitBaru) -> None:
    """Refuse an empty name, and one that a unit bears which is there at the same time."""
    wanted = normalise(new.nama)
    if not wanted:
        raise SimpanDitolakError("nama-kosong", "Nama unit itu kosong.", "Tulis nama resminya.")
    for unit in named(connection, kode_instansi, new.berlaku_dari):
        ended = unit.berlaku_sampai is not None and (
            new.berlaku_dari is None or unit.berlaku_sampai < new.berlaku_dari
        )
        if normalise(unit.nama) == wanted and not ended:
            raise SimpanDitolakError(
                "nama-dipakai",
                f"{unit.nama} ({unit.kode_unit}) sudah bernama demikian.",
                "Pakai nama lain, atau akhiri unit itu dahulu.",
            )


def insert_alias(connection: sa.Connection, kode_instansi: str, kode_unit: str, alias: str) -> bool:
    """Add one alias inside the caller's transaction; whether it is new.

    A name of a unit that ended before this one began may be given to its successor, for sheets go on naming it.
    """
    wanted = normalise(alias)
    if not wanted:
        raise SimpanDitolakError(
            "alias-kosong", "Nama lain itu kosong.", "Tulis nama yang dipakai di lembar kerja."
        )
    units = {unit.kode_unit: unit for unit in named(connection, kode_instansi)}
    a = t.unit_alias.c
    holder = connection.execute(
        sa.select(a.kode_unit).where(a.kode_instansi == kode_instansi, a.alias == wanted)
    ).scalar()
    if holder == kode_unit:
        return False
    own = units[kode_unit]
    others = [] if holder is None else [units[holder]]
    others += [
        unit
        for unit in meanings(connection, kode_instansi, alias)
        if unit.kode_unit != kode_unit
        and unit.exists(own.berlaku_dari or date.min, own.berlaku_sampai or date.max)
    ]
    if others:
        raise SimpanDitolakError(
            "alias-dipakai",
            f"“{alias}” sudah berarti {others[0].nama}.",
            "Pakai nama lain, atau periksa unit yang dipilih.",
        )
    connection.execute(
        sa.insert(t.unit_alias).values(kode_instansi=kode_instansi, kode_unit=kode_unit, alias=wanted)
    )
    return True


def check_days(nama: str, dari: date | None, sampai: date | None) -> None:
    """Refuse a unit that ends before it begins."""
    if dari is not None and sampai is not None and sampai < dari:
        raise SimpanDitolakError(
            "masa-terbalik",
            f"{nama} berakhir {sampai:%d-%m-%Y}, sebelum mulai {dari:%d-%m-%Y}.",
            "Periksa kedua tanggalnya.",
        )


def check_tree(connection: sa.Connection, kode_instansi: str, since: date | None = None) -> None:
    """Refuse an unknown induk and a unit that stands below itself, on every day from ``since`` on."""
    n = t.nomenklatur.c
    changes = connection.execute(sa.select(n.sejak).where(n.kode_instansi == kode_instansi).distinct()).scalars()
    first = since or date.min
    for hari in sorted({first, *(day for day in changes if day >= first)}):
        units = {unit.kode_unit: unit for unit in named(connection, kode_instansi, hari)}
        for unit in units.values():
            _check_above(unit, units)


def _check_above(unit: UnitBernama, units: Mapping[str, UnitBernama]) -> None:
    above, passed = unit.kode_induk, {unit.kode_unit}
    while above is not None:
        if above not in units:
            raise SimpanDitolakError(
                "induk-asing", f"Unit {above} di atas {unit.nama} belum terdaftar.", "Daftarkan induknya dahulu."
            )
        if above in passed:
            raise SimpanDitolakError(
                "induk-melingkar",
                f"{unit.nama} akan berada di bawah dirinya sendiri.",
                "Pilih induk lain.",
            )
        passed.add(above)
        above = units[above].kode_induk
