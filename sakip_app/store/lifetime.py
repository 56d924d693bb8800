"""The days a unit exists and the figures it reports: neither is kept without the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.naming import UnitBernama, last_day, named, successors
from sakip_app.text.dates import format_tanggal
from sakip_app.text.words import gabung, tw

Triwulan = tuple[int, int]
"""Year and quarter."""


def sebut_triwulan(quarters: Iterable[Triwulan]) -> str:
    """Quarters in words, year by year.

    Examples:
        >>> sebut_triwulan([(2026, 2), (2026, 3), (2027, 1)])
        'TW II dan TW III 2026, TW I 2027'
    """
    listed = list(quarters)
    years = dict.fromkeys(tahun for tahun, _ in listed)
    return ", ".join(f"{gabung([tw(q) for year, q in listed if year == tahun])} {tahun}" for tahun in years)


def reported(connection: sa.Connection, kode_instansi: str, kode_unit: str | None = None) -> list[Triwulan]:
    """The quarters of which a realisasi is in force, of the body or of one unit, oldest first."""
    i, n = t.indikator.c, t.nilai.c
    whose = [i.kode_instansi == kode_instansi, *([i.kode_unit == kode_unit] if kode_unit else [])]
    ids = current_ids(*whose, n.jenis == "realisasi")
    rows = connection.execute(
        sa.select(i.tahun, n.triwulan)
        .join(ids, ids.c.id == n.id)
        .join(t.indikator, i.id == n.indikator_id)
        .where(sa.or_(n.angka.is_not(None), n.teks.is_not(None)))
        .distinct()
        .order_by(i.tahun, n.triwulan)
    )
    return [(row.tahun, row.triwulan) for row in rows]


def check_figures_stay(
    connection: sa.Connection, kode_instansi: str, unit: UnitBernama, dari: date | None, sampai: date | None
) -> None:
    """Refuse other days for a unit that would leave a quarter it reported wholly outside them.

    Raises:
        SimpanDitolakError: ``unit-berangka``.
    """
    moved = unit._replace(berlaku_dari=dari, berlaku_sampai=sampai)
    hidden = [
        quarter
        for quarter in reported(connection, kode_instansi, unit.kode_unit)
        if unit.exists(*_days(quarter)) and not moved.exists(*_days(quarter))
    ]
    if hidden:
        raise SimpanDitolakError(
            "unit-berangka",
            f"{unit.nama} sudah melaporkan {sebut_triwulan(hidden)}, di luar masa berlaku yang baru.",
            "Pilih tanggal yang mencakup triwulan itu, atau tarik dahulu unggahannya bila keliru.",
        )


def check_there(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, tahun: int, triwulan: Iterable[int]
) -> None:
    """Refuse figures of a quarter on whose last day the unit does not exist: no screen would show them.

    Raises:
        SimpanDitolakError: ``unit-berakhir`` or ``unit-belum-ada``.
    """
    quarters = [(tahun, quarter) for quarter in sorted(set(triwulan))]
    unit = next((unit for unit in named(connection, kode_instansi) if unit.kode_unit == kode_unit), None)
    if unit is None:
        return
    after = [q for q in quarters if unit.berlaku_sampai is not None and unit.berlaku_sampai < last_day(*q)]
    if after and unit.berlaku_sampai is not None:
        following = successors(connection, kode_instansi).get(kode_unit, {})
        names = [other.nama for other in named(connection, kode_instansi) if other.kode_unit in following]
        raise SimpanDitolakError(
            "unit-berakhir",
            f"{unit.nama} berakhir {format_tanggal(unit.berlaku_sampai)}, "
            f"jadi tidak melaporkan {sebut_triwulan(after)}.",
            f"Kirim untuk penerusnya, {gabung(names)}."
            if names
            else "Kosongkan triwulan itu, atau minta admin membetulkan masa berlaku unitnya.",
        )
    before = [q for q in quarters if unit.berlaku_dari is not None and unit.berlaku_dari > last_day(*q)]
    if before and unit.berlaku_dari is not None:
        raise SimpanDitolakError(
            "unit-belum-ada",
            f"{unit.nama} baru ada sejak {format_tanggal(unit.berlaku_dari)}, "
            f"jadi tidak melaporkan {sebut_triwulan(before)}.",
            "Kosongkan triwulan itu, atau minta admin membetulkan masa berlaku unitnya.",
        )


def _days(quarter: Triwulan) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    tahun, triwulan = quarter
    return date(tahun, 3 * triwulan - 2, 1), last_day(tahun, triwulan)
