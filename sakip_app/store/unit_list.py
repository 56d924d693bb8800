"""A list of units taken over at once: new ones, other names and places, other words for them. All of it or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import sqlalchemy as sa

from sakip_app.store.database import writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.naming import named
from sakip_app.store.reorganisation import call_unit, require_unit
from sakip_app.store.units import UnitBaru, check_tree, insert_alias, insert_unit, normalise, require_instansi


def apply_unit_list(
    engine: sa.Engine,
    kode_instansi: str,
    *,
    baru: Sequence[UnitBaru],
    berubah: Sequence[UnitBaru],
    alias: Mapping[str, Sequence[str]],
    sejak: date,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Take over what a list of units says otherwise. What it does not name is left alone.

    Args:
        engine: the store.
        kode_instansi: the body.
        baru: units to be added.
        berubah: units there are, with name, short name, jenis and induk as they are from ``sejak`` on; order and
            days stay.
        alias: further words for units, old or new, by ``kode_unit``.
        sejak: first day of the new names and places.
        pelaku: who takes it over.
        waktu: when, default now.

    Raises:
        SimpanDitolakError: a code is taken or unknown, a changed unit does not exist on ``sejak``, two units of
            that day would bear one name, an induk is unknown or stands below itself, or an alias means another
            unit.
    """
    waktu = waktu or datetime.now(UTC)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        for unit in baru:
            insert_unit(connection, kode_instansi, unit, pelaku=pelaku, waktu=waktu)
        for unit in berubah:
            before = require_unit(connection, kode_instansi, unit.kode_unit, sejak)
            if not before.exists(sejak, sejak):
                raise SimpanDitolakError(
                    "di-luar-masa",
                    f"{before.nama} tidak ada pada {sejak:%d-%m-%Y}.",
                    "Pilih tanggal di dalam masa berlaku unit itu.",
                )
            stated = before._replace(
                nama=unit.nama,
                nama_pendek=unit.nama_pendek or unit.nama,
                jenis=unit.jenis,
                kode_induk=unit.kode_induk,
            )
            call_unit(connection, kode_instansi, stated, sejak, pelaku=pelaku, waktu=waktu)
        for kode_unit, words in alias.items():
            for word in words:
                insert_alias(connection, kode_instansi, kode_unit, word)
        _check_names(connection, kode_instansi, sejak)
        check_tree(connection, kode_instansi, min([sejak, *(u.berlaku_dari or sejak for u in baru)]))
        record(
            connection,
            "daftar_unit",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=_told(baru, berubah, alias, sejak),
        )


def _told(
    baru: Sequence[UnitBaru], berubah: Sequence[UnitBaru], alias: Mapping[str, Sequence[str]], sejak: date
) -> str:
    words = sum(len(of_unit) for of_unit in alias.values())
    changed = [f"{unit.kode_unit} {unit.nama}" for unit in berubah]
    return (
        f"{len(baru)} unit baru, {len(berubah)} berubah sejak {sejak}, {words} nama lain"
        f"{': ' if changed else ''}{'; '.join(changed)}"
    )


def _check_names(connection: sa.Connection, kode_instansi: str, hari: date) -> None:
    """Refuse two units of that day under one name; checked at the end, for two may exchange theirs."""
    borne: dict[str, str] = {}
    for unit in named(connection, kode_instansi, hari):
        if not unit.exists(hari, hari):
            continue
        other = borne.setdefault(normalise(unit.nama), unit.kode_unit)
        if other != unit.kode_unit:
            raise SimpanDitolakError(
                "nama-dipakai",
                f"{other} dan {unit.kode_unit} akan sama-sama bernama {unit.nama}.",
                "Beri nama yang berbeda.",
            )
