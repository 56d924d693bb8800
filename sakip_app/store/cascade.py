"""Who stands above whom: the parent of each indicator, found from codes and from the names above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: From the highest to the lowest.
JENJANG = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")


class Simpul(NamedTuple):
    """What places one indicator in its cascade."""

    id: str
    kode_unit: str
    kode: str | None
    jenjang: str | None
    induk: tuple[str, ...]
    nama: str  # its own; where the sheet gives none, the uraian of the indicator


def parents(simpul: Sequence[Simpul]) -> dict[str, str]:
    """The parent of each indicator that has one, within its unit.

    A code decides first: ``1.02.02.2.01`` stands below ``1.02.02``. Otherwise the names above an
    indicator: the longest part of them that an indicator of a higher jenjang bears; of several such, the first.
    """
    by_code: dict[tuple[str, str], str] = {}
    by_path: dict[tuple[str, tuple[str, ...]], list[Simpul]] = {}
    for s in simpul:
        if s.kode:
            by_code.setdefault((s.kode_unit, s.kode), s.id)
        path = tuple(map(_plain, (*s.induk, s.nama)))
        by_path.setdefault((s.kode_unit, path), []).append(s)
    result: dict[str, str] = {}
    for s in simpul:
        parent = _by_code(s, by_code) or _by_path(s, by_path)
        if parent is not None:
            result[s.id] = parent
    return result


def _by_code(s: Simpul, by_code: dict[tuple[str, str], str]) -> str | None:
    parts = (s.kode or "").split(".")
    for length in range(len(parts) - 1, 0, -1):
        found = by_code.get((s.kode_unit, ".".join(parts[:length])))
        if found is not None:
            return found
    return None


def _by_path(s: Simpul, by_path: dict[tuple[str, tuple[str, ...]], list[Simpul]]) -> str | None:
    own = _level(s.jenjang)
    induk = tuple(map(_plain, s.induk))
    for length in range(len(induk), 0, -1):
        for other in by_path.get((s.kode_unit, induk[:length]), ()):
            if other.id != s.id and _level(other.jenjang) < own:
                return other.id
    return None


def _level(jenjang: str | None) -> int:
    return JENJANG.index(jenjang) if jenjang in JENJANG else len(JENJANG)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
