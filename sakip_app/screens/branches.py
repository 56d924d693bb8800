"""The cascade of one unit as branches: every tujuan, sasaran, program, kegiatan and subkegiatan by its own name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sakip_app.store.stated import PEMISAH_INDUK
from sakip_app.text.words import stated

Jalur = tuple[str, ...]


@dataclass(slots=True)
class Cabang:
    """One named tujuan, sasaran, program … with the indicators of that very name, and what stands below it.

    ``jenjang`` is empty where no row says it: a name that only stands above other rows.
    """

    kunci: str
    jenjang: str
    nama: str
    bernama: bool
    indikator: list[str] = field(default_factory=list)
    anak: list[Cabang] = field(default_factory=list)
    atas: Cabang | None = None


class Baris(NamedTuple):
    """What places one indicator: its row in the frame of the year, blanks as empty texts."""

    kode_indikator: str
    jenjang: str
    nama: str
    uraian: str
    induk: Jalur
    kode_induk: str

    @property
    def jalur(self) -> Jalur:
        """The names from the top down to its own, as they are compared."""
        return _plain((*self.induk, self.nama or self.uraian))


def placed(
    kode_indikator: str, jenjang: object, nama: object, uraian: str, induk: object, kode_induk: object
) -> Baris:
    """A row of the frame with its blanks as empty texts."""
    names = tuple((stated(induk) or "").split(PEMISAH_INDUK)) if stated(induk) else ()
    return Baris(
        kode_indikator, stated(jenjang) or "", stated(nama) or "", uraian, names, stated(kode_induk) or ""
    )


def grow(rows: Sequence[Baris], every: Sequence[Baris] | None = None) -> list[Cabang]:
    """The branches of ``rows``, from the top; within a branch in the order of the sheet.

    A row that bears a name belongs to the branch of that name, jenjang and place; one without is a branch of its
    own. What stands above is the branch of its parent (see ``store.cascade``), then the names that the sheet
    puts between the two, whether they have indicators or not.

    Args:
        rows: indicators of one unit, in the order of the sheet.
        every: all indicators of the unit, where ``rows`` are only some: they say the jenjang of the names above.
    """
    levels = {row.jalur: row.jenjang for row in reversed(every or rows)}
    branches: dict[tuple[str, Jalur, str], Cabang] = {}
    by_path: dict[Jalur, Cabang] = {}
    of_row: dict[str, Cabang] = {}
    first: list[tuple[Cabang, Baris]] = []
    for row in rows:
        key = (row.jenjang, row.jalur, "" if row.nama else row.kode_indikator)
        branch = branches.get(key)
        if branch is None:
            branch = Cabang(row.kode_indikator, row.jenjang, row.nama or row.uraian, bernama=bool(row.nama))
            branches[key] = branch
            by_path.setdefault(row.jalur, branch)
            first.append((branch, row))
        branch.indikator.append(row.kode_indikator)
        of_row[row.kode_indikator] = branch
    paths = {id(branch): row.jalur for branch, row in first}
    top: list[Cabang] = []
    for branch, row in first:
        above = of_row.get(row.kode_induk)
        start = 0
        if above is not None:
            reached = paths[id(above)]
            # A parent found by its code may stand under other names: then nothing is known to stand between.
            start = len(reached) if _plain(row.induk)[: len(reached)] == reached else len(row.induk)
        for depth in range(start, len(row.induk)):
            path = _plain(row.induk[: depth + 1])
            between = by_path.get(path)
            if between is None:
                between = by_path[path] = Cabang(
                    f"{row.kode_indikator}/{depth}", levels.get(path, ""), row.induk[depth], bernama=True
                )
                _hang(between, above, top)
            above = between
        _hang(branch, above, top)
    return top


def _hang(branch: Cabang, above: Cabang | None, top: list[Cabang]) -> None:
    """Put a branch below another, or at the top where that would close a circle."""
    over = above
    while over is not None and over is not branch:
        over = over.atas
    if above is None or over is branch:
        top.append(branch)
        return
    branch.atas = above
    above.anak.append(branch)


def _plain(names: Sequence[str]) -> Jalur:
    return tuple(" ".join(name.casefold().split()) for name in names)
