"""Keys that name the same indicator in the next file, and what is said when two rows are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.words import key_text, normal, row_list, short_hash, slug


def with_keys(p: Pembaca, indikator: Sequence[BarisIndikator], unit: str, kolom: int) -> list[BarisIndikator]:
    """Give each indicator its ``kunci``.

    What its row states; else its code; else, and for further indicators of a coded row, a readable slug and a
    short hash over code (or unit and path), uraian and satuan. Unique within a file: the same indicator twice is
    a finding.

    Args:
        p: takes the findings.
        indikator: rows in order, without keys except where the sheet states them.
        unit: name of the unit, part of what the hash covers.
        kolom: column of the indicator, for addresses.
    """
    hasil: list[BarisIndikator] = []
    kembar: dict[str, list[BarisIndikator]] = defaultdict(list)
    dinyatakan = {s.kunci for s in indikator if s.kunci}
    menurut_isi = {_content(s, unit): s for s in reversed(indikator) if s.kunci}
    stated, terpakai = _Keys(), _Keys(dinyatakan)
    for satu in indikator:
        penuh = _content(satu, unit)
        if satu.kunci:
            kembar[f"kunci {satu.kunci}"].append(satu)
            kunci = stated.unused(satu.kunci, satu.kunci)
            stated.add(kunci)
        else:
            if penuh in menurut_isi and penuh not in kembar:
                kembar[penuh].append(menurut_isi[penuh])
            kembar[penuh].append(satu)
            awalan = f"{satu.kode}/" if satu.kode else ""
            dasar = f"{awalan}{slug(satu.uraian)}-{short_hash(penuh)}"
            kunci = satu.kode if satu.kode and satu.kode not in terpakai else dasar
            kunci = terpakai.unused(kunci, dasar)
        terpakai.add(kunci)
        hasil.append(replace(satu, kunci=kunci))
    for kelompok in kembar.values():
        sama = sorted(kelompok, key=lambda s: s.baris)
        if len(sama) > 1:
            daftar = row_list([s.baris for s in sama])
            p.catat("kunci-ganda", alamat(sama[1].baris, kolom), nilai=sama[1].uraian, daftar=daftar)
    _shared_codes(p, [s for s in indikator if not s.kunci], kolom)
    return hasil


def _content(satu: BarisIndikator, unit: str) -> str:
    """What an indicator is, in words: where it stands, its uraian, its satuan."""
    letak = satu.kode or key_text(unit, *satu.induk, satu.nama or "")
    return f"{letak} | {key_text(satu.uraian, satu.satuan or '')}"


class _Keys(set[str]):
    """Keys in use. Numbers go on where they stopped: the same row ten thousand times must not be counted anew."""

    def __init__(self, kunci: Iterable[str] = ()) -> None:
        super().__init__(kunci)
        self._nomor: dict[str, int] = {}

    def unused(self, kunci: str, dasar: str) -> str:
        """``kunci`` itself, or the next free ``dasar-2``, ``dasar-3`` …"""
        while kunci in self:
            ke = self._nomor.get(dasar, 1) + 1
            self._nomor[dasar] = ke
            kunci = f"{dasar}-{ke}"
        return kunci


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
