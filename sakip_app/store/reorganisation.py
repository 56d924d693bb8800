"""Units that are renamed, moved, ended, merged and split, each from a day on; nothing before that day changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.lifetime import check_figures_stay
from sakip_app.store.naming import UnitBernama, named, successors
from sakip_app.store.units import (
    UnitBaru,
    check_days,
    check_tree,
    insert_alias,
    insert_unit,
    normalise,
    require_instansi,
)

_HARI = timedelta(days=1)


def rename_unit(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    *,
    nama: str,
    sejak: date,
    pelaku: str,
    nama_pendek: str | None = None,
    jenis: str | None = None,
    kode_induk: str | None = None,
    urutan: int | None = None,
    waktu: datetime | None = None,
) -> None:
    """Say how a unit is called, and where it stands, from ``sejak`` on. Saying it again corrects it.

    Args:
        engine: the store.
        kode_instansi: the body.
        kode_unit: the unit, whose code stays.
        nama: its name from then on.
        sejak: the first day of it.
        pelaku: who says so.
        nama_pendek: default: the name where that changes, else the short name it has.
        jenis: default: as before.
        kode_induk: the unit above; ``""`` for none, default: as before.
        urutan: default: as before.
        waktu: when it is said, default now.

    Raises:
        SimpanDitolakError: if the unit or the induk is unknown, the unit does not exist on that day, another
            unit of that day bears the name, or a unit would stand below itself.
    """
    waktu = waktu or datetime.now(UTC)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        before = require_unit(connection, kode_instansi, kode_unit, sejak)
        if not before.exists(sejak, sejak):
            raise SimpanDitolakError(
                "di-luar-masa",
                f"{before.nama} tidak ada pada {sejak:%d-%m-%Y}.",
                "Pilih tanggal di dalam masa berlaku unit itu.",
            )
        check_name(connection, kode_instansi, nama, sejak, apart=(kode_unit,))
        call_unit(
            connection,
            kode_instansi,
            before._replace(
                nama=nama.strip(),
                nama_pendek=nama_pendek or (before.nama_pendek if nama.strip() == before.nama else nama.strip()),
                jenis=jenis or before.jenis,
                kode_induk=before.kode_induk if kode_induk is None else kode_induk or None,
                urutan=before.urutan if urutan is None else urutan,
            ),
            sejak,
            pelaku=pelaku,
            waktu=waktu,
        )
        check_tree(connection, kode_instansi, sejak)
        record(
            connection,
            "unit_berganti_nama",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{kode_unit} {before.nama} → {nama.strip()} sejak {sejak}",
        )


def end_unit(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    *,
    sampai: date | None,
    pelaku: str,
    penerus: Sequence[str] = (),
    waktu: datetime | None = None,
) -> None:
    """End a unit on its last day, and say who goes on with its work; ``sampai=None`` opens it again.

    What stands below it moves below its successor where there is one and no more.

    Raises:
        SimpanDitolakError: if the unit or a successor is unknown, the unit would end before it began or before a
            quarter it reported (``unit-berangka``), or it would succeed itself.
    """
    waktu = waktu or datetime.now(UTC)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        unit = require_unit(connection, kode_instansi, kode_unit)
        if sampai is None and penerus:
            raise SimpanDitolakError(
                "penerus-tanpa-akhir",
                f"{unit.nama} belum berakhir, jadi belum punya penerus.",
                "Isi tanggal berakhirnya, atau kosongkan penerusnya.",
            )
        check_days(unit.nama, unit.berlaku_dari, sampai)
        _set_days(connection, kode_instansi, unit, unit.berlaku_dari, sampai)
        if sampai is not None:
            for other in penerus:
                _check_successor(unit, require_unit(connection, kode_instansi, other), sampai + _HARI)
        _say_successors(connection, kode_instansi, kode_unit, penerus, sampai, pelaku, waktu)
        if sampai is not None and len(penerus) == 1:
            _move_below(connection, kode_instansi, (kode_unit,), penerus[0], sampai + _HARI, pelaku, waktu)
            check_tree(connection, kode_instansi, sampai + _HARI)
        record(
            connection,
            "unit_dibuka_lagi" if sampai is None else "unit_berakhir",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{kode_unit} {unit.nama}"
            + (f": {sampai}" if sampai else "")
            + (f", dilanjutkan {', '.join(penerus)}" if penerus else ""),
        )


def set_unit_valid(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    dari: date | None,
    sampai: date | None,
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Correct the first and last day of a unit; ``None`` is open. Its successors follow the corrected end.

    Raises:
        SimpanDitolakError: if the unit is unknown, would end before it began, or reported a quarter that lies
            wholly outside these days (``unit-berangka``).
    """
    waktu = waktu or datetime.now(UTC)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        unit = require_unit(connection, kode_instansi, kode_unit)
        check_days(unit.nama, dari, sampai)
        _set_days(connection, kode_instansi, unit, dari, sampai)
        following = list(successors(connection, kode_instansi).get(kode_unit, ()))
        _say_successors(connection, kode_instansi, kode_unit, following, sampai, pelaku, waktu)
        record(
            connection,
            "masa_unit_dibetulkan",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{kode_unit} {unit.nama}: {unit.berlaku_dari or '…'} – {unit.berlaku_sampai or '…'} → "
            f"{dari or '…'} – {sampai or '…'}",
        )


def merge_units(
    engine: sa.Engine,
    kode_instansi: str,
    lama: Sequence[str],
    baru: UnitBaru,
    *,
    sejak: date,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Make one new unit of several: those end the day before ``sejak``, and what is below them moves below it.

    Raises:
        SimpanDitolakError: if fewer than two units are named, one is unknown or does not exist on the day
            before, or the new one cannot be added (see ``add_units``).
    """
    _reorganise(engine, kode_instansi, lama, [baru], sejak, "unit_digabung", pelaku, waktu)


def split_unit(
    engine: sa.Engine,
    kode_instansi: str,
    lama: str,
    baru: Sequence[UnitBaru],
    *,
    sejak: date,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Make several new units of one: it ends the day before ``sejak``. What is below it stays to be placed.

    Raises:
        SimpanDitolakError: if fewer than two new units are named, the old one is unknown or does not exist
            on the day before, or a new one cannot be added (see ``add_units``).
    """
    _reorganise(engine, kode_instansi, [lama], baru, sejak, "unit_dipecah", pelaku, waktu)


def add_alias(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    alias: str,
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Let another word in a sheet mean this unit. What is an alias of it already is not said again.

    Raises:
        SimpanDitolakError: if the unit is unknown, the word is empty, or it means another unit of the same time.
    """
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        unit = require_unit(connection, kode_instansi, kode_unit)
        if insert_alias(connection, kode_instansi, kode_unit, alias):
            record(
                connection,
                "alias_ditambah",
                pelaku=pelaku,
                waktu=waktu or datetime.now(UTC),
                kode_instansi=kode_instansi,
                keterangan=f"{kode_unit} {unit.nama}: {alias.strip()}",
            )


def _reorganise(
    engine: sa.Engine,
    kode_instansi: str,
    lama: Sequence[str],
    baru: Sequence[UnitBaru],
    sejak: date,
    jenis: str,
    pelaku: str,
    waktu: datetime | None,
) -> None:
    waktu = waktu or datetime.now(UTC)
    old, new = list(dict.fromkeys(lama)), [replace(unit, berlaku_dari=sejak) for unit in baru]
    if max(len(old), len(new)) < 2:
        raise SimpanDitolakError(
            "kurang-dari-dua",
            "Penggabungan dan pemecahan perlu sedikitnya dua unit.",
            "Untuk satu unit, ganti namanya atau akhiri dengan satu penerus.",
        )
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        ended = [require_unit(connection, kode_instansi, kode, sejak - _HARI) for kode in old]
        for unit in ended:
            if not unit.exists(sejak - _HARI, sejak - _HARI):
                raise SimpanDitolakError(
                    "di-luar-masa",
                    f"{unit.nama} tidak ada pada {sejak - _HARI:%d-%m-%Y}.",
                    "Periksa tanggalnya, atau pilih unit lain.",
                )
            _set_days(connection, kode_instansi, unit, unit.berlaku_dari, sejak - _HARI)
        for unit_baru in new:
            check_name(connection, kode_instansi, unit_baru.nama, sejak)
            insert_unit(connection, kode_instansi, unit_baru, pelaku=pelaku, waktu=waktu)
        codes = [unit_baru.kode_unit for unit_baru in new]
        for kode in old:
            _say_successors(connection, kode_instansi, kode, codes, sejak - _HARI, pelaku, waktu)
        if len(new) == 1:
            _move_below(connection, kode_instansi, old, codes[0], sejak, pelaku, waktu)
        check_tree(connection, kode_instansi, sejak)
        record(
            connection,
            jenis,
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{', '.join(unit.nama for unit in ended)} → {', '.join(u.nama for u in new)} sejak {sejak}",
        )


def require_unit(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, hari: date | None = None
) -> UnitBernama:
    """The unit as it is called on a day, or a refusal."""
    for unit in named(connection, kode_instansi, hari):
        if unit.kode_unit == kode_unit:
            return unit
    raise SimpanDitolakError(
        "unit-asing", f"Unit {kode_unit} belum terdaftar.", "Daftarkan unitnya, atau pilih unit lain."
    )


def check_name(
    connection: sa.Connection, kode_instansi: str, nama: str, hari: date, apart: Iterable[str] = ()
) -> None:
    """Refuse an empty name, and one that another unit bears on that day."""
    if not normalise(nama):
        raise SimpanDitolakError("nama-kosong", "Nama unit itu kosong.", "Tulis nama resminya.")
    for unit in named(connection, kode_instansi, hari):
        same = normalise(unit.nama) == normalise(nama)
        if same and unit.kode_unit not in apart and unit.exists(hari, hari):
            raise SimpanDitolakError(
                "nama-dipakai",
                f"{unit.nama} ({unit.kode_unit}) sudah bernama demikian pada {hari:%d-%m-%Y}.",
                "Pakai nama lain, atau akhiri unit itu dahulu.",
            )


def _check_successor(unit: UnitBernama, other: UnitBernama, sejak: date) -> None:
    if other.kode_unit == unit.kode_unit or not other.exists(sejak, sejak):
        raise SimpanDitolakError(
            "penerus-keliru",
            f"{other.nama} tidak dapat melanjutkan {unit.nama} sejak {sejak:%d-%m-%Y}.",
            "Pilih unit lain yang ada pada tanggal itu.",
        )


def _set_days(
    connection: sa.Connection, kode_instansi: str, unit: UnitBernama, dari: date | None, sampai: date | None
) -> None:
    check_figures_stay(connection, kode_instansi, unit, dari, sampai)
    u = t.unit.c
    connection.execute(
        sa.update(t.unit)
        .where(u.kode_instansi == kode_instansi, u.kode_unit == unit.kode_unit)
        .values(berlaku_dari=dari, berlaku_sampai=sampai)
    )


def call_unit(
    connection: sa.Connection, kode_instansi: str, unit: UnitBernama, sejak: date, *, pelaku: str, waktu: datetime
) -> None:
    """State how a unit is called and where it stands from a day on, inside the caller's transaction."""
    said = {column: value for column, value in unit._asdict().items() if not column.startswith("berlaku_")}
    connection.execute(
        sa.insert(t.nomenklatur).values(
            kode_instansi=kode_instansi, sejak=sejak, pelaku=pelaku, waktu=waktu, **said
        )
    )


def _say_successors(
    connection: sa.Connection,
    kode_instansi: str,
    kode_unit: str,
    penerus: Sequence[str],
    sampai: date | None,
    pelaku: str,
    waktu: datetime,
) -> None:
    """State anew who follows a unit that ends on ``sampai``; a row without a successor takes earlier ones back."""
    wanted = {} if sampai is None else dict.fromkeys(penerus, sampai + _HARI)
    standing = successors(connection, kode_instansi).get(kode_unit, {})
    if wanted == standing:
        return
    rows = [*(("", day) for day in list(standing.values())[:1]), *wanted.items()]
    connection.execute(
        sa.insert(t.penerus),
        [
            {
                "kode_instansi": kode_instansi,
                "kode_unit": kode_unit,
                "kode_penerus": kode_penerus,
                "sejak": day,
                "pelaku": pelaku,
                "waktu": waktu,
            }
            for kode_penerus, day in rows
        ],
    )


def _move_below(
    connection: sa.Connection,
    kode_instansi: str,
    lama: Sequence[str],
    baru: str,
    sejak: date,
    pelaku: str,
    waktu: datetime,
) -> None:
    """Put what stands below the ended units on that day below their one successor."""
    for unit in named(connection, kode_instansi, sejak):
        if unit.kode_induk in lama and unit.kode_unit != baru and unit.exists(sejak, sejak):
            call_unit(connection, kode_instansi, unit._replace(kode_induk=baru), sejak, pelaku=pelaku, waktu=waktu)
