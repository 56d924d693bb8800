"""Which row of a file is which kept indicator: what is sure is paired, what is likely is offered, nothing is guessed.

One to one: an indicator is paired with one row at most. In this order:

1. the key the row states (this product's template);
2. the same words, now or ever (an accepted rewording is remembered by its history), unless satuan, path, code or PK
   say otherwise;
3. the same code, whatever stands between its parts and however many zeros before them, where it leaves no choice and
   the row has no words or these are the indicator's own but for slips of typing, and nobody else's;
4. offered: a code that leaves a choice, bears other words or parts what has the same words, and words that are alike.

Codes move: where an indicator is put in, all codes below it shift by one. So a code never outweighs the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.likeness import (
    AMBANG,
    alike,
    joined_code,
    likeness,
    plain_code,
    same_wording,
    solid_code,
    words,
)
from sakip_app.workbook.result import BarisIndikator

Cara = Literal["sama", "kode", "mirip", "baru", "asing"]
#: How many kept indicators are offered for one row.
_BANYAK = 6


@dataclass(frozen=True, slots=True)
class Tercatat:
    """One kept indicator of a unit and year, with every wording, satuan, path and code that was ever accepted.

    ``berlaku``: an upload that still stands names it; ``dicabut``: why it no longer counts in the year. The frozensets
    hold comparable words. ``lapor``: the quarters of which it has a realisasi.
    """

    kunci: str
    uraian: str
    satuan: str | None = None
    induk: str | None = None
    kode: str | None = None
    kode_pk: str | None = None
    jenjang: str | None = None
    target_tahunan: float | None = None
    lapor: tuple[int, ...] = ()
    dicabut: str | None = None
    berlaku: bool = True
    pernah_uraian: frozenset[str] = frozenset()
    pernah_satuan: frozenset[str] = frozenset()
    pernah_induk: frozenset[str] = frozenset()
    pernah_kode: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Calon:
    """A kept indicator offered for a row: how alike (0–100), what speaks for it and what against."""

    tersimpan: Tercatat
    skor: float
    mendukung: tuple[str, ...] = ()
    berbeda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Padan:
    """One row of the file: the kept ``kunci`` it is (``None``: a new indicator, or not known yet), and how.

    ``sama`` by key or words, ``kode`` by its normalised code, ``mirip`` offered or confirmed, ``baru`` new,
    ``asing`` a code without words that no kept indicator has. ``dipilih``: a person decided.
    """

    kunci: str
    tersimpan: str | None
    cara: Cara
    calon: tuple[Calon, ...] = ()
    dipilih: bool = False

    @property
    def terbuka(self) -> bool:
        """Whether a person has still to say which it is."""
        return bool(self.calon) and not self.dipilih


def named_in_words(baris: BarisIndikator) -> bool:
    """Whether a row says its indicator in words, not by a code alone."""
    return bool(words(baris.uraian)) and words(baris.uraian) != words(baris.kode)


def pair(
    baris: Sequence[BarisIndikator],
    tercatat: Sequence[Tercatat],
    putusan: Mapping[str, str | None],
    *,
    templat: bool = False,
) -> list[Padan]:
    """Pair the rows of a file with the kept indicators of its unit and year.

    Args:
        baris: the rows; their ``kunci`` are unique.
        tercatat: every kept indicator, also those no longer in force.
        putusan: what a person decided about offered rows, by the file's ``kunci``: the kept one, or ``None`` for
            "another indicator".
        templat: the keys come from this product's own template.

    Returns:
        One entry a row, in their order.

    Raises:
        SimpanDitolakError: ``padanan-berubah``, where a decision does not fit what is kept now.
    """
    work = _Pairing(baris, tercatat)
    work.by_stated_key(templat=templat)
    work.by_words()
    work.by_code()
    offered = work.offers()
    return [_decided(p, putusan) for p in _without_taken(work.result(offered), putusan)]


class _Pairing:
    """The pairs found so far; what is paired is free no more."""

    def __init__(self, baris: Sequence[BarisIndikator], tercatat: Sequence[Tercatat]) -> None:
        self.rows = {satu.kunci: satu for satu in baris}
        self.kept = {one.kunci: one for one in tercatat}
        self.free = dict(self.kept)
        self.sure: dict[str, tuple[str, Cara]] = {}
        self.choices: dict[str, list[str]] = {}  # of codes: what a row may be, by the file's kunci
        # Who has which words, now or ever: in the file and among what is kept.
        self.rows_saying: dict[str, list[BarisIndikator]] = defaultdict(list)
        self.kept_saying: dict[str, list[Tercatat]] = defaultdict(list)
        for row in baris:
            if named_in_words(row):
                self.rows_saying[words(row.uraian)].append(row)
        for one in tercatat:
            for text in _wordings(one):
                self.kept_saying[text].append(one)

    def take(self, kunci: str, tersimpan: str, cara: Cara) -> None:
        self.sure[kunci] = tersimpan, cara
        self.free.pop(tersimpan)

    def open_rows(self) -> list[BarisIndikator]:
        return [row for kunci, row in self.rows.items() if kunci not in self.sure]

    def by_stated_key(self, *, templat: bool) -> None:
        """A key that is neither a code nor made of words was stated by the row; nothing speaks against it.

        An identity of which nothing stands any more is taken up again under its key.
        """
        for row in self.open_rows():
            own = self.free.get(row.kunci)
            if own is not None and (
                templat or row.kode != row.kunci or (named_in_words(row) and not own.pernah_uraian)
            ):
                self.take(row.kunci, row.kunci, "sama")

    def by_words(self) -> None:
        """The words it has now, then words it ever had: where that leaves no choice on either side."""
        for current in (True, False):
            index: dict[str, list[Tercatat]] = defaultdict(list)
            for one in self.free.values():
                for text in {words(one.uraian)} if current else one.pernah_uraian:
                    index[text].append(one)
            told = [row for row in self.open_rows() if named_in_words(row)]
            found = {
                row.kunci: [one for one in index.get(words(row.uraian), ()) if not _against(row, one)]
                for row in told
            }
            self._take_unique(found, lambda _row, _one: "sama")

    def by_code(self) -> None:
        """The code as it is written, then as it is compared; what leaves a choice, or bears other words, is asked."""
        of_row: list[Callable[[BarisIndikator, Tercatat], bool]] = [
            lambda row, one: _written(row.kode) in {_written(one.kode), _written(one.kunci)},
            lambda row, one: (
                plain_code(row.kode) in one.pernah_kode | {plain_code(one.kode), plain_code(one.kunci)}
            ),
            lambda row, one: _solid_pair(row.kode, one.kode or one.kunci),
        ]
        for same in of_row:
            self._take_by_code(same)

    def _take_by_code(self, same: Callable[[BarisIndikator, Tercatat], bool]) -> None:
        index = _by_any_code(one for one in self.free.values() if one.berlaku)
        coded = [row for row in self.open_rows() if row.kode]

        def found(row: BarisIndikator) -> list[Tercatat]:
            near = {one.kunci: one for code in _codes_of(row) for one in index.get(code, ())}
            return [one for one in near.values() if same(row, one)]

        everyone = _by_any_code(one for one in self.kept.values() if one.berlaku)
        for row in coded:
            own = found(row)
            if own:
                self.choices.setdefault(row.kunci, [])
                self.choices[row.kunci] += [s.kunci for s in own if s.kunci not in self.choices[row.kunci]]

        def unambiguous(row: BarisIndikator) -> list[Tercatat]:
            if not named_in_words(row):
                # A code alone has to mean one kept indicator, taken or not.
                near = {one.kunci: one for code in _codes_of(row) for one in everyone.get(code, ())}
                if sum(same(row, one) for one in near.values()) > 1:
                    return []
            return found(row)

        self._take_unique(
            {row.kunci: unambiguous(row) for row in coded},
            lambda row, one: (
                None
                if named_in_words(row) and self._words_contradict(row, one)
                else "sama"
                if _written(row.kode) == _written(one.kode)
                else "kode"
            ),
        )

    def _words_contradict(self, row: BarisIndikator, one: Tercatat) -> bool:
        """Whether the row says something else than the indicator of its code, or what either says stands elsewhere."""
        return not _says(row, one) and (
            _other_pk(row, one)
            or not any(same_wording(row.uraian, text) for text in (one.uraian, *one.pernah_uraian))
            or any(_says(row, other) for other in self.kept_saying[words(row.uraian)])
            or any(_says(other, one) for text in _wordings(one) for other in self.rows_saying[text])
        )

    def _take_unique(
        self,
        claims: Mapping[str, Sequence[Tercatat]],
        how: Callable[[BarisIndikator, Tercatat], Cara | None],
    ) -> None:
        """Pair each row with the one it claims, where no other row claims that too and ``how`` agrees."""
        claimed: dict[str, int] = defaultdict(int)
        for ones in claims.values():
            for one in ones:
                claimed[one.kunci] += 1
        for kunci, ones in claims.items():
            if len(ones) == 1 and claimed[ones[0].kunci] == 1:
                cara = how(self.rows[kunci], ones[0])
                if cara is not None:
                    self.take(kunci, ones[0].kunci, cara)

    def offers(self) -> dict[str, tuple[Calon, ...]]:
        """For each row that is not paired the kept indicators it may be, the likeliest first."""
        rows = self.open_rows()
        kept = [one for one in self.free.values() if one.berlaku and one.dicabut is None]
        told = [row for row in rows if named_in_words(row)]
        near = likeness([words(row.uraian) for row in told], [words(one.uraian) for one in kept])
        found: dict[str, dict[str, Calon]] = defaultdict(dict)
        for (r, c), skor in near.items():
            calon = _weigh(told[r], kept[c], skor)
            if calon.skor >= AMBANG and not _other_pk(told[r], kept[c]):
                found[told[r].kunci][kept[c].kunci] = calon
        by_key = {one.kunci: one for one in kept}
        for row in rows:
            said = [one.kunci for one in self.kept_saying[words(row.uraian)] if _says(row, one)]
            for kunci in (*self.choices.get(row.kunci, ()), *said):
                if kunci in by_key and kunci not in found[row.kunci]:
                    one = by_key[kunci]
                    skor = alike(row.uraian, one.uraian) if named_in_words(row) else 100.0
                    found[row.kunci][kunci] = _weigh(row, one, skor)
        return {
            kunci: tuple(
                sorted(ones.values(), key=lambda c: (not _says(self.rows[kunci], c.tersimpan), -c.skor))[:_BANYAK]
            )
            for kunci, ones in found.items()
            if ones
        }

    def result(self, offered: Mapping[str, tuple[Calon, ...]]) -> list[Padan]:
        pairs: list[Padan] = []
        for kunci, row in self.rows.items():
            if kunci in self.sure:
                pairs.append(Padan(kunci, *self.sure[kunci]))
            elif kunci in offered:
                pairs.append(Padan(kunci, None, "mirip", offered[kunci]))
            else:
                pairs.append(Padan(kunci, None, "baru" if named_in_words(row) else "asing"))
        return pairs


def _without_taken(pairs: list[Padan], putusan: Mapping[str, str | None]) -> list[Padan]:
    """Offers as the decisions leave them: what one row was said to be is offered to no other."""
    chosen = [(p.kunci, putusan[p.kunci]) for p in pairs if p.calon and putusan.get(p.kunci) is not None]
    taken = {tersimpan: kunci for kunci, tersimpan in chosen}
    if len(taken) < len(chosen):
        raise SimpanDitolakError(
            "padanan-ganda",
            "Dua baris berkas ini dinyatakan sebagai indikator yang sama.",
            "Pilih indikator lain untuk salah satunya.",
        )
    result: list[Padan] = []
    for p in pairs:
        left = tuple(c for c in p.calon if taken.get(c.tersimpan.kunci, p.kunci) == p.kunci)
        none_left = p.calon and not left
        result.append(replace(p, calon=left, cara="baru") if none_left else replace(p, calon=left))
    return result


def _decided(p: Padan, putusan: Mapping[str, str | None]) -> Padan:
    if p.kunci not in putusan:
        return p
    tersimpan = putusan[p.kunci]
    if p.calon and (tersimpan is None or tersimpan in {c.tersimpan.kunci for c in p.calon}):
        return replace(p, tersimpan=tersimpan, cara="baru" if tersimpan is None else "mirip", dipilih=True)
    if not p.calon and p.cara != "asing" and p.tersimpan == tersimpan:
        return p
    raise stale()


def stale() -> SimpanDitolakError:
    """What is said when a decision was made before something that has changed since."""
    return SimpanDitolakError(
        "padanan-berubah",
        "Indikator unit ini berubah sejak halaman ini dibuka; pilihan Anda belum disimpan.",
        "Periksa perbedaannya sekali lagi, lalu simpan.",
    )


def _against(row: BarisIndikator, one: Tercatat) -> bool:
    """Whether satuan, path, code or PK of the row contradict the indicator; what either does not say does not."""
    code = row.kode and one.pernah_kode and plain_code(row.kode) not in one.pernah_kode
    return bool(code) or _placed_otherwise(row, one)


def _placed_otherwise(row: BarisIndikator, one: Tercatat) -> bool:
    """As :func:`_against`, leaving the code aside."""
    induk = " ".join(words(part) for part in row.induk)
    return (
        bool(row.satuan and one.pernah_satuan and words(row.satuan) not in one.pernah_satuan)
        or bool(induk and one.pernah_induk and induk not in one.pernah_induk)
        or _other_pk(row, one)
    )


def _wordings(one: Tercatat) -> frozenset[str]:
    """What the indicator is called and ever was, as it is compared."""
    return one.pernah_uraian | {words(one.uraian)}


def _says(row: BarisIndikator, one: Tercatat) -> bool:
    """Whether the row has words of the indicator and nothing but the code can part the two."""
    return named_in_words(row) and words(row.uraian) in _wordings(one) and not _placed_otherwise(row, one)


def _other_pk(row: BarisIndikator, one: Tercatat) -> bool:
    return bool(row.kode_pk and one.kode_pk and words(row.kode_pk) != words(one.kode_pk))


def _weigh(row: BarisIndikator, one: Tercatat, skor: float) -> Calon:
    """Words first; what stands beside them counts a little, and is told."""
    leaf = words(row.induk[-1]) if row.induk else ""
    above = words((one.induk or "").rpartition("›")[2])
    beside = (
        ("satuan", words(row.satuan), words(one.satuan), 4, -8),
        ("letak", leaf, above, 4, -2),
        ("kode", plain_code(row.kode), plain_code(one.kode), 4, -6),
    )
    agree = [name for name, mine, theirs, _, _ in beside if mine and mine == theirs]
    differ = [name for name, mine, theirs, _, _ in beside if mine and theirs and mine != theirs]
    skor += sum(plus if name in agree else minus if name in differ else 0 for name, _, _, plus, minus in beside)
    if row.target_tahunan is not None and one.target_tahunan is not None:
        same = row.target_tahunan == one.target_tahunan
        (agree if same else differ).append("target tahun")
        skor += 2 * same
    return Calon(one, min(max(skor, 0.0), 100.0), tuple(agree), tuple(differ))


def _written(kode: str | None) -> str:
    return (kode or "").strip().casefold()


def _solid_pair(a: str | None, b: str | None) -> bool:
    """Whether one of two codes is the other with nothing between its parts."""
    one, other = solid_code(a), solid_code(b)
    return (one is None) != (other is None) and (one or joined_code(a)) == (other or joined_code(b))


def _codes_of(row: BarisIndikator) -> list[str]:
    return list(dict.fromkeys(code for code in (plain_code(row.kode), joined_code(row.kode)) if code))


def _by_any_code(kept: Iterable[Tercatat]) -> dict[str, list[Tercatat]]:
    index: dict[str, list[Tercatat]] = defaultdict(list)
    for one in kept:
        written = one.kode or one.kunci
        codes = {*one.pernah_kode, plain_code(one.kode), plain_code(one.kunci), joined_code(written)} - {""}
        for code in codes:
            index[code].append(one)
    return index
