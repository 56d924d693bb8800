"""A file beside what is kept of its unit and year: which row is which indicator, what is not there any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import DICABUT
from sakip_app.store.current import in_force, stands, withdrawn
from sakip_app.store.database import reading
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.likeness import plain_code, words
from sakip_app.store.pairing import Padan, Tercatat, named_in_words, pair, stale
from sakip_app.store.stated import Berlaku, Kunci, require_unique
from sakip_app.text.words import gabung
from sakip_app.workbook.result import HasilBaca

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Padanan:
    """The rows of a file as the kept indicators they are.

    Attributes:
        baris: one entry a row of the file, in its order.
        hilang: indicators in force that the file could name and does not: of its form, its PK and its jenjang. They
            stay unless a person says otherwise.
        dicabut: indicators of the unit that were removed from the year, by ``kunci`` the reason.
        versi: names the state of the unit and year that this was found in.
        peta: the file's ``kunci`` → the one its values are kept under; rows still open have none.
        berkode_sama: the ``kunci`` in the file of rows whose code is the kept one, written otherwise.
    """

    baris: tuple[Padan, ...]
    hilang: tuple[Tercatat, ...]
    dicabut: Mapping[str, str]
    versi: str
    peta: Mapping[str, str]
    berkode_sama: frozenset[str]

    @property
    def terbuka(self) -> tuple[Padan, ...]:
        """The rows a person has still to decide about."""
        return tuple(p for p in self.baris if p.terbuka)

    @property
    def asing(self) -> tuple[Padan, ...]:
        """The rows that state a code nobody knows and no words: nothing can be made of them."""
        return tuple(p for p in self.baris if p.cara == "asing")

    @property
    def kembali(self) -> tuple[str, ...]:
        """The ``kunci`` of removed indicators that this file has again."""
        return tuple(kunci for kunci in self.peta.values() if kunci in self.dicabut)

    def apply(self, hasil: HasilBaca) -> HasilBaca:
        """``hasil`` with the rows that are decided, under the keys they are kept under.

        A code that is only written otherwise, and a code in the place of the words, state nothing anew.
        """
        rows = (
            replace(
                b,
                kunci=self.peta[b.kunci],
                kode=None if b.kunci in self.berkode_sama else b.kode,
                uraian=b.uraian if named_in_words(b) else "",
            )
            for b in hasil.indikator
            if b.kunci in self.peta
        )
        return replace(hasil, indikator=tuple(rows))

    def by_row(self, kept: Mapping[str, T]) -> dict[str, T]:
        """What is told of kept indicators, told of the rows of the file."""
        return {row: kept[kunci] for row, kunci in self.peta.items() if kunci in kept}


def match_rows(
    engine: sa.Engine,
    hasil: HasilBaca,
    *,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    putusan: Mapping[str, str | None] | None = None,
) -> Padanan:
    """Which kept indicator each row of ``hasil`` is, and which are not in it; nothing is written.

    Args:
        engine: the store.
        hasil: what was read.
        kode_instansi: the body.
        kode_unit: the unit; one that is not registered yet has nothing kept.
        tahun: the year.
        putusan: what a person decided about rows that were offered, see :func:`pairing.pair`.

    Raises:
        SimpanDitolakError: a ``kunci`` stands twice (``kunci-ganda``), two rows were said to be one indicator
            (``padanan-ganda``), or a decision does not fit what is kept (``padanan-berubah``).
    """
    with reading(engine) as connection:
        berlaku = in_force(connection, kode_instansi, kode_unit, tahun)
        return matched(connection, hasil, kode_instansi, kode_unit, tahun, berlaku, putusan or {})


def matched(
    connection: sa.Connection,
    hasil: HasilBaca,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    berlaku: Mapping[Kunci, Berlaku],
    putusan: Mapping[str, str | None],
) -> Padanan:
    """As :func:`match_rows`, inside the caller's transaction; ``berlaku`` is what stands for the unit and year."""
    require_unique(hasil)
    unknown = putusan.keys() - {b.kunci for b in hasil.indikator}
    if unknown:
        raise stale()
    of = (
        t.indikator.c.kode_instansi == kode_instansi,
        t.indikator.c.tahun == tahun,
        t.indikator.c.kode_unit == kode_unit,
    )
    tercatat = _kept(connection, of, berlaku)
    pairs = pair(hasil.indikator, tercatat, putusan, templat=hasil.templat is not None)
    return Padanan(
        baris=tuple(pairs),
        hilang=_missing(connection, of, hasil, tercatat, pairs),
        dicabut={one.kunci: one.dicabut for one in tercatat if one.dicabut is not None},
        versi=_version(connection, of, kode_instansi, kode_unit, tahun),
        peta=_keys(pairs, tercatat),
        berkode_sama=_coded_alike(hasil, tercatat, pairs),
    )


def require_decided(padanan: Padanan, hasil: HasilBaca) -> None:
    """See that nothing is left open: no offered row undecided, no code that nobody knows.

    Raises:
        SimpanDitolakError: ``padanan-terbuka`` or ``kode-tanpa-indikator``.
    """
    rows = {b.kunci: b for b in hasil.indikator}
    if padanan.asing:
        codes = [rows[p.kunci].kode or p.kunci for p in padanan.asing]
        raise SimpanDitolakError(
            "kode-tanpa-indikator",
            f"Kode {gabung(codes, 5)} tidak ada di antara indikator unit ini, "
            "dan berkas ini tidak menyebut indikatornya.",
            "Betulkan kodenya, atau kirim dahulu berkas yang memuat uraian dan targetnya.",
        )
    if padanan.terbuka:
        first = rows[padanan.terbuka[0].kunci]
        raise SimpanDitolakError(
            "padanan-terbuka",
            f"{len(padanan.terbuka)} baris mirip dengan indikator yang tersimpan dan belum dijawab, "
            f"mulai dari “{first.uraian}” di baris {first.baris}.",
            "Pilih untuk tiap baris: sama indikatornya, atau indikator lain.",
        )


def _kept(
    connection: sa.Connection, of: tuple[sa.ColumnElement[bool], ...], berlaku: Mapping[Kunci, Berlaku]
) -> list[Tercatat]:
    """Every identity of the unit and year, in the order of the sheets, with all that was ever accepted of it."""
    i, n = t.indikator.c, t.nilai.c
    identities = connection.execute(sa.select(i.id, i.kunci).where(*of).order_by(i.urutan, i.id)).all()
    if not identities:
        return []
    ever: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in connection.execute(
        sa.select(n.indikator_id, n.jenis, n.teks)
        .join(t.indikator, i.id == n.indikator_id)
        .where(*of, n.jenis.in_(("uraian", "satuan", "induk", "kode")), n.teks.is_not(None), stands())
    ):
        ever[row.indikator_id, row.jenis].add(plain_code(row.teks) if row.jenis == "kode" else words(row.teks))
    quarters: dict[str, list[int]] = defaultdict(list)
    for kunci, jenis, triwulan in berlaku:
        if jenis == "realisasi" and triwulan is not None:
            quarters[kunci].append(triwulan)

    def text(kunci: str, jenis: str) -> str | None:
        found = berlaku.get((kunci, jenis, None))
        return found.teks if found else None

    def number(kunci: str, jenis: str) -> float | None:
        found = berlaku.get((kunci, jenis, None))
        return found.angka if found else None

    return [
        Tercatat(
            kunci=kunci,
            uraian=text(kunci, "uraian") or "",
            satuan=text(kunci, "satuan"),
            induk=text(kunci, "induk"),
            kode=text(kunci, "kode"),
            kode_pk=text(kunci, "kode_pk"),
            jenjang=text(kunci, "jenjang"),
            target_tahunan=number(kunci, "target_tahunan"),
            lapor=tuple(sorted(quarters[kunci])),
            dicabut=text(kunci, DICABUT),
            berlaku=text(kunci, "uraian") is not None,
            pernah_uraian=frozenset(ever[id_, "uraian"]),
            pernah_satuan=frozenset(ever[id_, "satuan"]),
            pernah_induk=frozenset(ever[id_, "induk"]),
            pernah_kode=frozenset(ever[id_, "kode"]),
        )
        for id_, kunci in identities
    ]


def _missing(
    connection: sa.Connection,
    of: tuple[sa.ColumnElement[bool], ...],
    hasil: HasilBaca,
    tercatat: list[Tercatat],
    pairs: list[Padan],
) -> tuple[Tercatat, ...]:
    """The indicators in force that a file of this form, these PK and these jenjang could name and does not."""
    if not any(map(named_in_words, hasil.indikator)):
        return ()  # a list of codes with figures does not say which indicators there are
    there = {p.tersimpan for p in pairs} | {c.tersimpan.kunci for p in pairs if p.terbuka for c in p.calon}
    gone = [s for s in tercatat if s.berlaku and s.dicabut is None and s.kunci not in there]
    if not gone:
        return ()
    scopes = [
        ({b.kode_pk for b in hasil.indikator}, "kode_pk"),
        ({b.jenjang for b in hasil.indikator}, "jenjang"),
    ]
    for told, field in scopes:
        if None not in told:
            gone = [s for s in gone if getattr(s, field) in (*told, None)]
    if hasil.templat is not None:
        return tuple(gone)
    same_form = _of_form(connection, of, hasil.tata_letak)
    return tuple(s for s in gone if s.kunci in same_form)


def _of_form(connection: sa.Connection, of: tuple[sa.ColumnElement[bool], ...], tata_letak: str) -> set[str]:
    """The ``kunci`` that an upload of the same form named which still stands."""
    i, n, g, p = t.indikator.c, t.nilai.c, t.unggahan.c, t.penegasan.c
    form = (g.tata_letak == tata_letak, g.id.not_in(withdrawn()), n.jenis == "uraian")
    first = (
        sa.select(i.kunci)
        .join(t.nilai, n.indikator_id == i.id)
        .join(t.unggahan, g.id == n.unggahan_id)
        .where(*of, *form)
    )
    again = (
        sa.select(i.kunci)
        .join(t.nilai, n.indikator_id == i.id)
        .join(t.penegasan, p.nilai_id == n.id)
        .join(t.unggahan, g.id == p.unggahan_id)
        .where(*of, *form)
    )
    return set(connection.execute(sa.union(first, again)).scalars())


def _version(
    connection: sa.Connection,
    of: tuple[sa.ColumnElement[bool], ...],
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
) -> str:
    """The newest value and the newest entry in the log that concern the unit and year."""
    g = t.unggahan.c
    newest = connection.execute(
        sa.select(sa.func.max(t.nilai.c.id))
        .join(t.indikator, t.indikator.c.id == t.nilai.c.indikator_id)
        .where(*of)
    ).scalar()
    logged = connection.execute(
        sa.select(sa.func.max(t.peristiwa.c.id))
        .join(t.unggahan, g.id == t.peristiwa.c.unggahan_id)
        .where(g.kode_instansi == kode_instansi, g.tahun == tahun, g.kode_unit == kode_unit)
    ).scalar()
    return f"{newest or 0}-{logged or 0}"


def _coded_alike(hasil: HasilBaca, tercatat: list[Tercatat], pairs: list[Padan]) -> frozenset[str]:
    """The rows whose code is that of the indicator they are but for dots, blanks and zeros."""
    kept = {s.kunci: s.kode for s in tercatat}
    stated = {b.kunci: b.kode for b in hasil.indikator}
    return frozenset(
        p.kunci
        for p in pairs
        if p.tersimpan is not None
        and (code := kept[p.tersimpan])
        and (p.cara == "kode" or plain_code(code) == plain_code(stated[p.kunci]))
    )


def _keys(pairs: list[Padan], tercatat: list[Tercatat]) -> dict[str, str]:
    """Under which key each decided row is kept; a new one whose key another indicator bears gets one of its own."""
    taken = {s.kunci for s in tercatat}
    sure = {p.kunci: p.tersimpan for p in pairs if p.tersimpan is not None}
    result: dict[str, str] = {}
    for p in pairs:
        if p.kunci in sure:
            result[p.kunci] = sure[p.kunci]
        elif p.cara == "baru":
            names = (f"{p.kunci}-{n}" if n > 1 else p.kunci for n in count(1))
            result[p.kunci] = next(name for name in names if name not in taken)
            taken.add(result[p.kunci])
    return result
