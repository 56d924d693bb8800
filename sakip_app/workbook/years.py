"""Which year a table is of, and which of several years' columns are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.columns import KolomTerbaca
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.words import normal

_TAHUN = re.compile(
    r"\b(?:tahun|ta|t\.a\.?)\b\s*(?:anggaran|berjalan|pelaksanaan)?\s*:?\s*\(?(?:tahun\s*)?(20\d\d)\b"
)
_TAHUN_SAJA = re.compile(r"(?<!\d)(20[1-4]\d)(?!\d)")
_RENTANG = re.compile(r"(?<!\d)20\d\d\s*(?:s ?[/.] ?d\.?|sampai(?: dengan)?|-|–|—|dan|&|/)\s*20\d\d(?!\d)")
_SETAHUN = ("target_tahunan", "realisasi_tahun", "capaian_tercetak", "pagu", "realisasi_tahun_rp", "realisasi_sd")


def year_above(grid: Grid, awal: int) -> int | None:
    """The year that the lines above row ``awal`` state: the one after "tahun", else the only one there."""
    lines = [
        without_ranges(normal(sel.nilai))
        for baris in range(max(1, awal - 30), awal)
        for _, sel in sorted(grid.per_baris.get(baris, {}).items())
        if isinstance(sel.nilai, str)
    ]
    for teks in lines:
        if m := _TAHUN.search(teks):
            return int(m.group(1))
    disebut = {int(m) for teks in lines for m in _TAHUN_SAJA.findall(teks)}
    return disebut.pop() if len(disebut) == 1 else None


def without_ranges(teks: str) -> str:
    """A text without its spans of years: "Tahun 2022 s.d. 2024", "Renstra 2021-2026" are of no single year."""
    return _RENTANG.sub(" ", teks)


def of_the_year(kolom: Sequence[KolomTerbaca], tahun: int | None) -> list[KolomTerbaca]:
    """Of columns that say a year ("Target 2024 | Realisasi 2024 | Target 2025 …") those of the sheet's own year.

    Its year is what the title says, else the last that has a realisasi, else the only one. Targets of other years
    are those of the five-year plan, the realisasi of the year before is last year's; what is older is left.
    """
    tertulis = [(k, _year_of(k)) for k in kolom]
    berealisasi = {t for k, t in tertulis if t and k.peran in ("realisasi_per_tahun", "realisasi_tahun")}
    bertarget = {t for k, t in tertulis if t and k.peran in ("renstra", "target_tahunan")}
    disebut = berealisasi or bertarget
    sendiri = tahun if tahun in berealisasi | bertarget else (max(disebut) if berealisasi else None)
    if sendiri is None and len(bertarget) == 1:
        sendiri = next(iter(bertarget))
    hasil = []
    berkala = {t for k in kolom if (t := _period_year(k)) is not None}
    masa_sendiri = tahun if tahun in berkala else max(berkala, default=None)
    for k, milik in tertulis:
        if _period_year(k) not in (None, masa_sendiri):
            continue  # a quarter or a month of another year
        if milik is None:
            hasil.append(k)
        elif k.peran in ("renstra", "target_tahunan"):
            setahun = milik == sendiri or (k.peran == "target_tahunan" and sendiri is None)
            baru = replace(k, peran="target_tahunan", tahun=None, label=f"Target {milik}")
            hasil.append(baru if setahun else replace(k, peran="renstra", tahun=milik, label=f"Target {milik}"))
        elif k.peran in ("realisasi_per_tahun", "realisasi_tahun"):
            if milik == sendiri or sendiri is None:
                hasil.append(replace(k, peran="realisasi_tahun", tahun=None, label=f"Realisasi {milik}"))
            elif milik == sendiri - 1:
                hasil.append(replace(k, peran="realisasi_lalu", tahun=None, label=f"Realisasi {milik}"))
        elif k.peran not in _SETAHUN or sendiri is None or milik == sendiri:
            hasil.append(k)
    return hasil


def _period_year(kolom: KolomTerbaca) -> int | None:
    """The one year that the words over a quarter's or a month's column name."""
    if kolom.triwulan is None and kolom.bulan is None:
        return None
    disebut = {int(m) for m in _TAHUN_SAJA.findall(kolom.teks)}
    return disebut.pop() if len(disebut) == 1 else None


def _year_of(kolom: KolomTerbaca) -> int | None:
    if kolom.tahun is not None:
        return kolom.tahun
    disebut = {int(m) for m in _TAHUN_SAJA.findall(kolom.teks)}
    return disebut.pop() if len(disebut) == 1 and kolom.triwulan is None and kolom.bulan is None else None
