"""The cells of one sheet, as plain data: value, formula, number format, look, merges, hidden rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.limits import BATAS_GABUNGAN, BATAS_KOLOM, BATAS_TINGGI_GABUNGAN, Rentang
from sakip_app.workbook.limits import Letak as Letak  # most modules take these from here
from sakip_app.workbook.limits import alamat as alamat
from sakip_app.workbook.styles import POLOS
from sakip_app.workbook.styles import Rupa as Rupa

Gabungan = Mapping[int, Sequence[tuple[int, int, Letak, int]]]  # row → (first col, last col, anchor, last row)


class Sel(NamedTuple):
    """One cell that holds a value. ``jenis``: n number, s text, b boolean, d date, e error."""

    nilai: object
    jenis: str
    format_angka: str
    rupa: Rupa = POLOS


@dataclass
class Grid:
    """One sheet. Rows and columns are 1-based; a cell covered by a merge is read through ``jangkar``."""

    lembar: str
    tersembunyi: bool
    sel: Mapping[Letak, Sel]
    baris_tersembunyi: frozenset[int]
    gabungan: Gabungan
    rumus: Mapping[Letak, str]
    isi_semula: Mapping[Letak, str] = field(default_factory=dict)  # fills under the colours of a returned copy

    def __post_init__(self) -> None:
        self.per_baris: dict[int, dict[int, Sel]] = {}
        for (baris, kolom), satu in self.sel.items():
            self.per_baris.setdefault(baris, {})[kolom] = satu
        self.baris_akhir = max(self.per_baris, default=0)
        self.kolom_akhir = max((k for _, k in self.sel), default=0)

    def nilai(self, baris: int, kolom: int) -> object:
        """Value of the cell itself; ``None`` when blank or covered by a merge."""
        satu = self.sel.get((baris, kolom))
        return None if satu is None else satu.nilai

    def teks(self, baris: int, kolom: int) -> str:
        """Text of the cell itself, whitespace collapsed; empty when blank."""
        isi = self.nilai(baris, kolom)
        return "" if isi is None else " ".join(str(isi).split())

    def rentang(self, baris: int, kolom: int) -> tuple[Letak, Letak]:
        """First and last cell of the merge that covers this cell, or the cell itself twice."""
        for awal, akhir, jangkar, bawah in self.gabungan.get(baris, ()):
            if awal <= kolom <= akhir:
                return jangkar, (bawah, akhir)
        return (baris, kolom), (baris, kolom)

    def jangkar(self, baris: int, kolom: int) -> Letak:
        """The cell that holds the value shown here: the top left of its merge, or the cell itself."""
        return self.rentang(baris, kolom)[0]

    def rupa(self, baris: int, kolom: int) -> Rupa:
        """Fill, weight and indent of a cell that holds a value."""
        satu = self.sel.get((baris, kolom))
        if satu is None:
            return POLOS
        isi = self.isi_semula.get((baris, kolom))
        return satu.rupa if isi is None else satu.rupa._replace(isi=isi)


def make_grid(
    lembar: str,
    sel: dict[Letak, Sel],
    gabungan: Sequence[Rentang],
    *,
    tersembunyi: bool,
    baris_tersembunyi: frozenset[int] = frozenset(),
    rumus: Mapping[Letak, str] | None = None,
) -> Grid:
    """A sheet from its cells and merges; what lies under a merge is dropped, for Excel does not show it either.

    Raises:
        BerkasDitolakError: when merges overlap as in no form.
    """
    per_baris = _merges(lembar, gabungan)
    for letak in [satu for satu in sel if satu[0] in per_baris] if per_baris else ():
        if any(a <= letak[1] <= z and jangkar != letak for a, z, jangkar, _ in per_baris[letak[0]]):
            del sel[letak]
    return Grid(lembar, tersembunyi, sel, baris_tersembunyi, per_baris, rumus or {})


def _merges(lembar: str, gabungan: Sequence[Rentang]) -> Gabungan:
    hasil: dict[int, list[tuple[int, int, Letak, int]]] = {}
    if sum(r[2] - r[0] + 1 for r in gabungan) <= BATAS_TINGGI_GABUNGAN:
        for awal, kiri, akhir, kanan in gabungan:
            for baris in range(awal, akhir + 1):
                hasil.setdefault(baris, []).append((kiri, kanan, (awal, kiri), akhir))
        if all(len(daftar) <= BATAS_KOLOM for daftar in hasil.values()):
            return hasil
    raise tolak("terlalu-banyak-gabungan", lembar=lembar, jumlah=len(gabungan), batas=BATAS_GABUNGAN)
