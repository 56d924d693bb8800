"""The Perjanjian Kinerja of a unit and year: who signed with whom, and when. Weights stand on the indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.frames import frame
from sakip_app.store.units import require_instansi


@dataclass(frozen=True, slots=True)
class PK:
    """One agreement. ``kode_pk`` is the word its indicators carry; the parties are named with their office."""

    kode_pk: str
    nama: str
    pihak_pertama: str | None = None
    pihak_kedua: str | None = None
    tanggal: date | None = None


def set_pk(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    pks: Sequence[PK],
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """State agreements of a unit and year, all of them or none. What stands already is not said again.

    An agreement of the same ``kode_pk`` takes the place of the one before, which is kept; one that is not
    named stays as it is.

    Raises:
        SimpanDitolakError: if the body or the unit is unknown, a ``kode_pk`` stands twice, or a code or name
            is empty.

    Examples:
        >>> ketua = PK("ketua", "PK Ketua", "Ketua KPU", "Ketua KPU Provinsi", date(2026, 1, 9))
        >>> set_pk(engine, "salatiga", "kpu", 2026, [ketua], pelaku="admin")  # doctest: +SKIP
    """
    waktu = waktu or datetime.now(UTC)
    _check(pks)
    p, u = t.pk.c, t.unit.c
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        if not connection.execute(
            sa.select(u.id).where(u.kode_instansi == kode_instansi, u.kode_unit == kode_unit)
        ).first():
            raise SimpanDitolakError(
                "unit-asing", f"Unit {kode_unit} belum terdaftar.", "Daftarkan unitnya, atau pilih unit lain."
            )
        standing = connection.execute(
            _in_force(kode_instansi, tahun).where(p.kode_unit == kode_unit).with_only_columns(*_said())
        )
        known = {tuple(row) for row in standing}
        new = [pk for pk in pks if astuple(pk) not in known]
        if not new:
            return
        connection.execute(
            sa.insert(t.pk),
            [
                dict(zip((column.name for column in _said()), astuple(pk), strict=True))
                | {
                    "kode_instansi": kode_instansi,
                    "kode_unit": kode_unit,
                    "tahun": tahun,
                    "pelaku": pelaku,
                    "waktu": waktu,
                }
                for pk in new
            ],
        )
        record(
            connection,
            "pk_dicatat",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{kode_unit} {tahun}: {', '.join(pk.nama for pk in new)}",
        )


def list_pk(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """The agreements in force of a year, in the order in which each was first stated.

    Returns:
        ``kode_unit, kode_pk, nama, pihak_pertama, pihak_kedua, tanggal`` (NaT: unknown).
    """
    p = t.pk.c
    with reading(engine) as connection:
        rows = connection.execute(_in_force(kode_instansi, tahun).with_only_columns(p.kode_unit, *_said())).all()
    return frame(
        rows,
        {
            "kode_unit": "str",
            "kode_pk": "str",
            "nama": "str",
            "pihak_pertama": "str",
            "pihak_kedua": "str",
            "tanggal": "datetime64[us]",
        },
    )


def _said() -> tuple[sa.Column[object], ...]:
    p = t.pk.c
    return (p.kode_pk, p.nama, p.pihak_pertama, p.pihak_kedua, p.tanggal)


def _in_force(kode_instansi: str, tahun: int) -> sa.Select[*tuple[Any, ...]]:
    """The newest row of each agreement; those stated first come first."""
    p = t.pk.c
    newest = (
        sa.select(sa.func.max(p.id).label("id"), sa.func.min(p.id).label("pertama"))
        .where(p.kode_instansi == kode_instansi, p.tahun == tahun)
        .group_by(p.kode_unit, p.kode_pk)
        .subquery("terkini")
    )
    return sa.select(*_said()).join(newest, newest.c.id == p.id).order_by(newest.c.pertama)


def _check(pks: Sequence[PK]) -> None:
    codes = [pk.kode_pk for pk in pks]
    for pk in pks:
        if not pk.kode_pk.strip() or not pk.nama.strip():
            raise SimpanDitolakError(
                "pk-tanpa-nama", "Ada PK tanpa kode atau tanpa nama.", "Isi kode dan nama setiap PK."
            )
        if codes.count(pk.kode_pk) > 1:
            raise SimpanDitolakError(
                "pk-ganda", f"PK {pk.kode_pk} disebut lebih dari sekali.", "Beri setiap PK kode sendiri."
            )
