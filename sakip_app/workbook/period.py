"""The period that a sheet as a whole is of: "Triwulan II", "s.d. Bulan September", "Tahun 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sakip_app.workbook.columns import Kepala
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.words import month_of, normal, quarter_of, says_until, semester_of

_UKURAN = frozenset({"realisasi_tahun", "realisasi_sd", "target_sd", "capaian_tercetak"})
_TERPANJANG = 160
_TRIWULAN = re.compile(r"\b(?:tri ?wulan|tw)[ .\-]*(?:iv|i{1,3}|[1-4])\b")
_RENTANG = re.compile(r"\b(?:i|1)\s*(?:-|–|s ?[/.] ?d\.?|sampai|dan|,)[\s,a-z]*(?:iv|4)\b")


@dataclass(frozen=True, slots=True)
class Periode:
    """A quarter, or a month and its quarter; ``sd``: figures are up to its end."""

    triwulan: int
    bulan: int | None
    sd: bool


def find_period(grid: Grid, kepala: Kepala) -> Periode | None:
    """The one period that the title, the header or the sheet's own name states; ``None`` where none or several do."""
    for texts in (_title(grid, kepala), _header(kepala), (normal(grid.lembar),)):
        ada = {p for p in map(_period, texts) if p is not None}
        if len({(p.triwulan, p.bulan) for p in ada}) == 1:
            satu = next(iter(ada))
            return Periode(satu.triwulan, satu.bulan, any(p.sd for p in ada))
        if ada:
            return None
    return None


def says_cumulative(grid: Grid, kepala: Kepala) -> bool:
    """Whether the title says that all its figures are up to their period: "(persen kumulatif s.d. bulan)"."""
    return any(
        re.search(r"\bkumulatif\b", teks) and not re.search(r"non|tidak", teks) for teks in _title(grid, kepala)
    )


def meaning_of_periods(grid: Grid, kepala: Kepala) -> str | None:
    """What stands under a bare "Januari" or "TW I": ``"target"``, ``"realisasi"``, or ``None`` where it is not said.

    A Rencana Aksi says it by its name. Elsewhere a printed total or capaian beside an annual target says that the
    periods before it were reached, not planned.
    """
    arti = kepala.tata_letak.arti_periode
    lines = [*_title(grid, kepala), normal(grid.lembar)]
    if arti is not None and any(re.search(kepala.tata_letak.judul or "$^", teks) for teks in lines):
        return arti
    if "target_tahunan" in kepala.peran and {"realisasi_tahun", "capaian_tercetak"} & kepala.peran:
        return "realisasi"
    if any(re.search(r"\btarget\b", teks) and not re.search("realisasi|capaian", teks) for teks in lines):
        return "target"
    if any(re.search(r"\brealisasi\b", teks) and "target" not in teks for teks in lines):
        return "realisasi"
    return None


def _title(grid: Grid, kepala: Kepala) -> Iterator[str]:
    for baris in range(max(1, kepala.awal - 15), kepala.awal):
        for _, sel in sorted(grid.per_baris.get(baris, {}).items()):
            if isinstance(sel.nilai, str) and len(sel.nilai) <= _TERPANJANG:
                yield normal(sel.nilai)


def _header(kepala: Kepala) -> Iterator[str]:
    return (k.teks for k in kepala.kolom if k.peran in _UKURAN)


def _period(teks: str) -> Periode | None:
    sd = says_until(teks)
    semester = semester_of(teks)
    if semester is not None:
        return Periode(2 * semester, None, sd=True)
    if _RENTANG.search(teks):
        return None  # "Triwulan I – IV": the whole year, a column each
    if len({quarter_of(m) for m in _TRIWULAN.findall(teks)}) > 1:
        return None
    triwulan = quarter_of(teks) if any(k in teks for k in ("wulan", "tw", "kuartal", "wln")) else None
    if triwulan is not None:
        return Periode(triwulan, None, sd)
    bulan = month_of(teks)
    berkata = any(k in teks for k in ("bulan", "s.d", "s/d", "sampai", "periode", "posisi", "keadaan"))
    if bulan is not None and (berkata or len(teks) < 24):
        return Periode((bulan + 2) // 3, bulan, sd)
    return None
