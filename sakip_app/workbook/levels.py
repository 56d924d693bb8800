"""Which row is a program, which a kegiatan, which a subkegiatan.

Told, in this order, by words ("Program …", "Sub Kegiatan …"), by the segments of the kode rekening, by which rows
the SUM formulas add up, and last by rows that look the same (fill, weight, indent). No colour has a meaning
of its own: regions colour as they like.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sakip_app.workbook.grid import Grid, Rupa
from sakip_app.workbook.package import column_number
from sakip_app.workbook.words import normal

PROGRAM, KEGIATAN, SUBKEGIATAN = "program", "kegiatan", "subkegiatan"
DI_ATAS = {PROGRAM: (), KEGIATAN: (PROGRAM,), SUBKEGIATAN: (PROGRAM, KEGIATAN)}
_DI_BAWAH = {PROGRAM: KEGIATAN, KEGIATAN: SUBKEGIATAN}
_KATA = (
    (re.compile(r"^sub[\s\-]*kegiatan\b"), SUBKEGIATAN),
    (re.compile(r"^kegiatan\b"), KEGIATAN),
    (re.compile(r"^program\b"), PROGRAM),
)
_RUJUKAN = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,5})(?::\$?([A-Z]{1,3})\$?(\d{1,5}))?")
_PENJUMLAHAN = re.compile(r"^=\s*(?:SUM\s*\(|\+?\$?[A-Z]{1,3}\$?\d+\s*\+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarisNama:
    """A row that has a name in the program/kegiatan column."""

    baris: int
    nama: str
    kode: str
    rupa: Rupa


def tell_levels(grid: Grid, nama: Sequence[BarisNama], kolom_rp: Sequence[int]) -> dict[int, str]:
    """Row → jenjang, for the rows whose level can be told; a heading above the programmes is left out.

    Args:
        grid: the sheet with its formulas.
        nama: named rows, from the top.
        kolom_rp: columns whose formulas add up children (money), best first.
    """
    jenjang = _by_words(nama)
    for baris, tingkat in _by_code(nama).items():
        jenjang.setdefault(baris, tingkat)
    anak = _children(grid, {n.baris for n in nama}, kolom_rp)
    _by_sums(jenjang, anak, nama)
    _by_looks(jenjang, nama, anak)
    return jenjang


def _by_words(nama: Sequence[BarisNama]) -> dict[int, str]:
    return {
        n.baris: tingkat
        for n in nama
        for pola, tingkat in _KATA
        if pola.search(normal(n.nama)) and not re.fullmatch(r"(?:sub[\s\-]*)?(?:kegiatan|program)", normal(n.nama))
    }


def _by_code(nama: Sequence[BarisNama]) -> dict[int, str]:
    """Nomenclature codes: 3 segments a program, then kegiatan, then subkegiatan."""
    panjang = {n.baris: len(re.findall(r"\d+", n.kode)) for n in nama if re.search(r"\d", n.kode)}
    dalam = sorted({p for p in panjang.values() if p > 3})
    if 3 not in panjang.values() or not dalam:
        return {}
    arti = {3: PROGRAM}
    if len(dalam) == 1:
        arti[dalam[0]] = SUBKEGIATAN if dalam[0] >= 6 else KEGIATAN
    else:
        arti[dalam[0]] = KEGIATAN
        arti.update(dict.fromkeys(dalam[1:], SUBKEGIATAN))
    return {baris: arti[p] for baris, p in panjang.items() if p in arti}


def _children(grid: Grid, baris_nama: set[int], kolom_rp: Sequence[int]) -> dict[int, set[int]]:
    """Row → rows that its money formulas add up, in the same column."""
    anak: dict[int, set[int]] = defaultdict(set)
    for kolom in kolom_rp:
        for baris in baris_nama:
            rumus = grid.rumus.get((baris, kolom), "")
            if baris in anak or not _PENJUMLAHAN.match(rumus):
                continue
            dirujuk = {b for b in _rows_in(rumus, kolom) if b != baris} & baris_nama
            if dirujuk:
                anak[baris] = dirujuk
    return dict(anak)


def _rows_in(rumus: str, kolom: int) -> set[int]:
    hasil: set[int] = set()
    for m in _RUJUKAN.finditer(rumus.upper()):
        if column_number(m.group(1)) != kolom:
            continue
        awal = int(m.group(2))
        akhir = int(m.group(4)) if m.group(4) and column_number(m.group(3)) == kolom else awal
        if 0 <= akhir - awal <= 5_000:
            hasil.update(range(awal, akhir + 1))
    return hasil


def _by_sums(jenjang: dict[int, str], anak: Mapping[int, set[int]], nama: Sequence[BarisNama]) -> None:
    if anak and PROGRAM not in jenjang.values():
        tinggi = _heights(anak, nama)
        for baris, t in tinggi.items():
            if t == 2:
                jenjang.setdefault(baris, PROGRAM)
    for _ in range(2):  # program → kegiatan → subkegiatan
        for induk, isi in anak.items():
            tingkat = _DI_BAWAH.get(jenjang.get(induk, ""))
            for baris in isi if tingkat else ():
                jenjang.setdefault(baris, str(tingkat))


def _heights(anak: Mapping[int, set[int]], nama: Sequence[BarisNama]) -> dict[int, int]:
    tinggi = {n.baris: 0 for n in nama}
    for _ in range(6):  # deeper sums than six are no form; a cycle ends here too
        for induk, isi in anak.items():
            tinggi[induk] = min(1 + max(tinggi[b] for b in isi), 6)
    return tinggi


def _by_looks(jenjang: dict[int, str], nama: Sequence[BarisNama], anak: Mapping[int, set[int]]) -> None:
    """Rows that look like rows already told; with none told, levels in the order in which looks first appear."""
    suara: dict[Rupa, Counter[str]] = defaultdict(Counter)
    for n in nama:
        if n.baris in jenjang:
            suara[n.rupa][jenjang[n.baris]] += 1
    if not suara and not anak:
        urut = list(dict.fromkeys(n.rupa for n in nama))
        if 2 <= len(urut) <= 3:
            for rupa, tingkat in zip(urut, (PROGRAM, KEGIATAN, SUBKEGIATAN), strict=False):
                suara[rupa][tingkat] += 1
    puncak = {b for b in anak if PROGRAM in {jenjang.get(c) for c in anak[b]}}  # headings above the programmes
    for n in nama:
        if n.baris in jenjang or n.baris in puncak or not suara.get(n.rupa):
            continue
        tingkat, jumlah = suara[n.rupa].most_common(1)[0]
        if jumlah * 2 > suara[n.rupa].total():
            jenjang[n.baris] = tingkat
