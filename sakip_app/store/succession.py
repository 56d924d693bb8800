"""Who goes on for a unit that ended: what was promised, spent or asked of it goes there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import sqlalchemy as sa

from sakip_app.store.database import reading
from sakip_app.store.naming import last_day, named, successors


def list_pelanjut(engine: sa.Engine, kode_instansi: str, tahun: int, triwulan: int) -> dict[str, str]:
    """Per unit that ended before the last day of that quarter the one unit that goes on for it on that day.

    Of several successors none is known to have which part: such a unit is left out.
    """
    day = last_day(tahun, triwulan)
    with reading(engine) as connection:
        known = {unit.kode_unit: unit for unit in named(connection, kode_instansi, day)}
        following = successors(connection, kode_instansi)
    found = {}
    for kode, unit in known.items():
        if unit.berlaku_sampai is not None and unit.berlaku_sampai < day:
            there = (heir for heir in going_on(following, kode) if heir in known and known[heir].exists(day, day))
            if (heir := next(there, None)) is not None:
                found[kode] = heir
    return found


def going_on(following: Mapping[str, Collection[str]], kode_unit: str) -> Iterator[str]:
    """Who goes on for a unit, then for that one, as long as there is exactly one.

    Examples:
        >>> list(going_on({"a": ["b"], "b": ["c"], "c": ["d", "e"]}, "a"))
        ['b', 'c']
        >>> list(going_on({"a": ["b"], "b": ["a"]}, "a"))
        ['b']
    """
    passed = {kode_unit}
    while len(heirs := following.get(kode_unit, ())) == 1:
        (kode_unit,) = heirs
        if kode_unit in passed:
            return
        passed.add(kode_unit)
        yield kode_unit
