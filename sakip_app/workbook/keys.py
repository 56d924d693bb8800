"""Keys that name the same indicator in the next file, and what is said when two rows are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.words import key_text, normal, row_list, short_hash, slug


def with_keys(p: Pembaca, indikator: Sequence[BarisIndikator], unit: str, kolom: int) -> list[BarisIndikator]:
    """Give each indicator its ``kunci``.

    The code of its row; else, and for further indicators of a coded row, a readable slug and a short hash
    over code (or unit and path), uraian and satuan. Unique within a file: the same indicator twice is a finding.

    Args:
        p: takes the findings.
        indikator: rows in order, without keys.
        unit: name of the unit, part of what the hash covers.
        kolom: column of the indicator, for addresses.
    """
    hasil: list[BarisIndikator] = []
    kembar: dict[str, list[BarisIndikator]] = defaultdict(list)
    terpakai: set[str] = set()
    for satu in indikator:
        letak = satu.kode or key_text(unit, *satu.induk, satu.nama or "")
        penuh = f"{letak} | {key_text(satu.uraian, satu.satuan or '')}"
        kembar[penuh].append(satu)
        awalan = f"{satu.kode}/" if satu.kode else ""
        kunci = dasar = f"{awalan}{slug(satu.uraian)}-{short_hash(penuh)}"
        if satu.kode and satu.kode not in terpakai:
            kunci = satu.kode
        ke = 2
        while kunci in terpakai:
            kunci, ke = f"{dasar}-{ke}", ke + 1
        terpakai.add(kunci)
        hasil.append(replace(satu, kunci=kunci))
    for sama in kembar.values():
        if len(sama) > 1:
            daftar = row_list([s.baris for s in sama])
            p.catat("kunci-ganda", alamat(sama[1].baris, kolom), nilai=sama[1].uraian, daftar=daftar)
    _shared_codes(p, indikator, kolom)
    return hasil


def _shared_codes(p: Pembaca, indikator: Sequence[BarisIndikator], kolom: int) -> None:
    """One code under two names is a slip; several indicators of one named row are not."""
    pemakai: dict[str, dict[str, int]] = defaultdict(dict)
    for satu in indikator:
        if satu.kode:
            pemakai[satu.kode].setdefault(normal(satu.nama or ""), satu.baris)
    for kode, menurut_nama in pemakai.items():
        if len(menurut_nama) > 1:
            baris = list(menurut_nama.values())
            p.catat("kode-ganda", alamat(baris[1], kolom), nilai=kode, daftar=row_list(baris))
