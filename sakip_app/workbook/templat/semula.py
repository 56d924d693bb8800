"""What stood in a template when it was written, so that only what a person changed in it is stated anew.

The hidden sheet ``_sakip_semula`` has two rows of heads (jenis, and triwulan or year), then one row an indicator:
its unit, its kunci, and every value that was filled in because it is kept. A template may lie on a desk for weeks;
what nobody touched in it must not come back as news over what was corrected meanwhile.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.kolom import KolomTemplat
from sakip_app.workbook.templat.pembaca import iso_date
from sakip_app.workbook.templat.sel import put, value_of
from sakip_app.workbook.words import clean, normal

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Waktu = int | None  # a quarter, a year of the Renstra, or nothing for a value of the year
Isi = Mapping[tuple[str, Waktu], float | str]
Semula = Mapping[tuple[str, str], Isi]  # by kode_unit and kunci

LEMBAR_SEMULA = "_sakip_semula"
BELUM_ADA: Isi = {}
IDENTITAS = frozenset({"uraian", "induk", "kode", "nama", "jenjang", "satuan"})
"""Who the indicator is: always stated, so that it outlives the file that named it first."""
_BUKAN_NILAI = frozenset({"kunci", "tanda", "tanda_isi", "tindak_lanjut_lalu", "indikator"}) | IDENTITAS
_KATA_BEBAS_HURUF = frozenset({"skala", "target", "realisasi", "target_teks"})  # words of a scale, in any case
_TELITI = 1e-14  # LibreOffice keeps fifteen digits of a number
_BARIS_PERTAMA, _KOLOM_PERTAMA = 3, 3


# --- writing ----------------------------------------------------------------------------------------


def write_prefilled(
    ws: Worksheet, kolom: Sequence[KolomTemplat], unit: Iterable[tuple[str, Sequence[BarisIndikator]]]
) -> None:
    """Fill the hidden sheet: for each unit's code its indicators as they were filled in."""
    dipakai = [k for k in kolom if k.peran not in _BUKAN_NILAI]
    kepala: list[tuple[str, Waktu]] = [(k.peran, k.triwulan or k.tahun) for k in dipakai]
    kepala.append(("target_teks", None))  # shares the column of the annual target
    put(ws.cell(1, 1), "kode_unit")
    put(ws.cell(1, 2), "kunci")
    for nomor, (jenis, waktu) in enumerate(kepala, _KOLOM_PERTAMA):
        put(ws.cell(1, nomor), jenis)
        put(ws.cell(2, nomor), waktu)
    nomor_baris = _BARIS_PERTAMA
    for kode_unit, indikator in unit:
        for satu in indikator:
            put(ws.cell(nomor_baris, 1), kode_unit)
            put(ws.cell(nomor_baris, 2), satu.kunci)
            isi = [_filled(satu, k) for k in dipakai]
            isi.append(satu.target_teks if satu.target_tahunan is None else None)
            for nomor, nilai in enumerate(isi, _KOLOM_PERTAMA):
                put(ws.cell(nomor_baris, nomor), nilai)
            nomor_baris += 1


def _filled(satu: BarisIndikator, kolom: KolomTemplat) -> object:
    """The value behind what ``value_of`` shows: the word of the vocabulary, the date as text."""
    if kolom.peran == "target_tahunan":
        return satu.target_tahunan
    if kolom.peran == "batas_waktu":
        return satu.batas_waktu
    nilai = value_of(satu, kolom, None)
    if kolom.jenis == "kata" and nilai is not None:
        return getattr(satu, kolom.peran)
    return nilai


# --- reading ----------------------------------------------------------------------------------------


def read_prefilled(grids: Sequence[Grid]) -> dict[tuple[str, str], Isi]:
    """What each indicator of a template was filled with; empty where the sheet was taken out."""
    grid = next((g for g in grids if g.tersembunyi and normal(g.lembar) == LEMBAR_SEMULA), None)
    if grid is None:
        return {}
    kepala: dict[int, tuple[str, Waktu]] = {}
    for kolom in range(_KOLOM_PERTAMA, grid.kolom_akhir + 1):
        jenis, waktu = grid.teks(1, kolom), _number(grid.nilai(2, kolom))
        if jenis:
            kepala[kolom] = (jenis, None if waktu is None else int(waktu))
    hasil: dict[tuple[str, str], Isi] = {}
    for baris in range(_BARIS_PERTAMA, grid.baris_akhir + 1):
        milik = clean(grid.nilai(baris, 1) or ""), clean(grid.nilai(baris, 2) or "")
        isi: dict[tuple[str, Waktu], float | str] = {}
        for kolom, kunci in kepala.items():
            nilai = grid.nilai(baris, kolom)
            satu = clean(nilai) if isinstance(nilai, str) else _number(nilai)
            if satu is not None:
                isi[kunci] = satu
        if all(milik):
            hasil[milik] = isi
    return hasil


def _number(nilai: object) -> float | None:
    """A finite number; a cell may hold more digits than any."""
    if not isinstance(nilai, int | float) or isinstance(nilai, bool):
        return None
    try:
        return float(nilai) if math.isfinite(nilai) else None
    except OverflowError:
        return None


def unchanged(satu: BarisIndikator, semula: Isi) -> frozenset[tuple[str, Waktu]]:
    """The values of a row that are still those it was filled with."""
    return frozenset(kunci for kunci, lama in semula.items() if _same(kunci[0], _value(satu, *kunci), lama))


def _value(satu: BarisIndikator, jenis: str, waktu: Waktu) -> object:
    """A field of the row; a head that a damaged sheet invents names none."""
    isi = getattr(satu, jenis, None)
    return isi.get(waktu) if isinstance(isi, Mapping) else isi


def _same(jenis: str, kini: object, lama: float | str) -> bool:
    if isinstance(lama, str):
        if not isinstance(kini, str):
            return False
        if jenis == "batas_waktu":
            return kini in (lama, iso_date(lama))
        return normal(kini) == normal(lama) if jenis in _KATA_BEBAS_HURUF else kini == lama
    return isinstance(kini, int | float) and math.isclose(kini, lama, rel_tol=_TELITI, abs_tol=0.0)
