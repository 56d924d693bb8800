"""The mark of a template: two hidden sheets that say for whom it was made, what stood in it, which words it knows.

``_sakip`` holds rows of key and values, ``_daftar`` a column for each list of words. Both are read back as plain
cells, so that it does not matter which program saved the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.package import BATAS_LEMBAR, column_letter
from sakip_app.workbook.words import clean, key_text, short_hash

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

VERSI = 2  # raised when an older reader would misunderstand a newer file; earlier ones stay readable
LEMBAR_TANDA = "_sakip"
LEMBAR_DAFTAR = "_daftar"
PENGENAL = "sakip-templat"
AWALAN_SKALA = "skala: "
_KOLOM_TANDA = 7  # of the longest kind of row


@dataclass(frozen=True, slots=True)
class LembarUnit:
    """One unit's sheet as it was written: ``baris`` gives each kunci its uraian."""

    judul: str
    kode_unit: str
    nama: str
    baris: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JanjiTertulis:
    """A follow-up as it was printed: whose it is, its uid, state and newest step then, and what was decided."""

    kode_unit: str
    uid: str
    keadaan: str
    sampai: str | None = None
    apa: str = ""  # as ``lanjut.decided_mark`` gives it


@dataclass(frozen=True, slots=True)
class Tanda:
    """What the mark says of the whole workbook."""

    versi: int
    kode_instansi: str
    instansi: str
    tahun: int
    triwulan: int
    lembar: tuple[LembarUnit, ...]
    janji: Mapping[str, JanjiTertulis] = field(default_factory=dict)  # by its code, "TL-12"


def row_mark(kunci: str, uraian: str, satuan: str | None) -> str:
    """What stands hidden beside a row, so that a row whose cells come from two indicators is noticed.

    Its parts speak for kunci, uraian and satuan: each can be looked for on its own.
    """
    return "-".join(short_hash(teks) for teks in (clean(kunci), key_text(uraian), key_text(satuan or "")))


# --- writing ----------------------------------------------------------------------------------------


def write_mark(ws: Worksheet, tanda: Tanda) -> None:
    """Fill the hidden sheet of the mark."""
    rows: list[tuple[str | int, ...]] = [
        (PENGENAL, tanda.versi),
        ("kode_instansi", tanda.kode_instansi),
        ("instansi", tanda.instansi),
        ("tahun", tanda.tahun),
        ("triwulan", tanda.triwulan),
    ]
    for satu in tanda.lembar:
        rows.append(("unit", satu.judul, satu.kode_unit, satu.nama))
        rows += [("baris", satu.judul, kunci, uraian) for kunci, uraian in satu.baris.items()]
    for kode, janji in tanda.janji.items():
        rows.append(("janji", kode, janji.kode_unit, janji.uid, janji.keadaan, janji.sampai or "", janji.apa))
    for nomor, isi in enumerate(rows, 1):
        for kolom, nilai in enumerate(isi, 1):
            sel = ws.cell(nomor, kolom, nilai)
            if isinstance(nilai, str):
                sel.data_type = "s"  # never a formula, whatever a unit is called


def write_lists(ws: Worksheet, daftar: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Fill the hidden sheet of lists; returns for each list the range of its words, for a dropdown."""
    rentang = {}
    for kolom, (nama, kata) in enumerate(daftar.items(), 1):
        for baris, satu in enumerate((nama, *kata), 1):
            ws.cell(baris, kolom, satu).data_type = "s"
        if not kata:
            continue  # a name whose words are not known: nothing to choose from
        huruf = column_letter(kolom)
        rentang[nama] = f"'{LEMBAR_DAFTAR}'!${huruf}$2:${huruf}${len(kata) + 1}"
    return rentang


# --- reading ----------------------------------------------------------------------------------------


def read_mark(grids: Sequence[Grid]) -> Tanda | None:
    """The mark of a workbook; ``None`` where it has none, or one that no longer makes sense.

    Raises:
        BerkasDitolakError: ``templat-lebih-baru`` for a version that is not known yet.
    """
    grid = next((g for g in grids if g.nilai(1, 1) == PENGENAL), None)
    if grid is None:
        return None
    versi = _whole(grid.nilai(1, 2))
    if versi is not None and versi > VERSI:
        raise tolak("templat-lebih-baru", versi=versi, dikenal=VERSI)
    rows = [
        [clean("" if grid.nilai(b, k) is None else grid.nilai(b, k)) for k in range(1, _KOLOM_TANDA + 1)]
        for b in range(1, grid.baris_akhir + 1)
    ]
    satu = {r[0]: r[1] for r in rows}
    tahun, triwulan = _whole(satu.get("tahun")), _whole(satu.get("triwulan"))
    if versi is None or versi < 1 or tahun is None or triwulan not in (1, 2, 3, 4):
        return None
    baris: dict[str, dict[str, str]] = {}
    for jenis, judul, kunci, uraian, *_ in rows:
        if jenis == "baris" and kunci:
            baris.setdefault(judul, {})[kunci] = uraian
    lembar = tuple(
        LembarUnit(j, kode, nama, baris.get(j, {})) for jenis, j, kode, nama, *_ in rows if jenis == "unit"
    )
    instansi = satu.get("kode_instansi", ""), satu.get("instansi", "")
    janji = {kode: JanjiTertulis(*isi) for jenis, kode, *isi in rows if jenis == "janji" and kode}
    return Tanda(versi, *instansi, tahun, triwulan, lembar[:BATAS_LEMBAR], janji)  # a workbook has no more sheets


def read_scales(grids: Sequence[Grid]) -> dict[str, tuple[str, ...]]:
    """Name of each scale → its words, from the hidden lists; empty where those were taken out.

    A scale may be in use without its words being known; then it has none.
    """
    hasil: dict[str, tuple[str, ...]] = {}
    for grid in grids:
        if not grid.tersembunyi or grid.lembar.casefold() != LEMBAR_DAFTAR:
            continue
        for kolom in range(1, grid.kolom_akhir + 1):
            nama = grid.teks(1, kolom)
            kata = tuple(k for b in range(2, grid.baris_akhir + 1) if (k := grid.teks(b, kolom)))
            if nama == "skala":
                hasil = {**dict.fromkeys(kata, ()), **hasil}
            elif nama.startswith(AWALAN_SKALA):
                hasil[nama.removeprefix(AWALAN_SKALA)] = kata
    return hasil


def _whole(nilai: object) -> int | None:
    """A whole number, also where a program saved it as text or as a float."""
    try:
        angka = float(str(nilai))
    except ValueError:
        return None
    return int(angka) if angka.is_integer() else None
