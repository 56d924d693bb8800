"""How a sheet itself declares that its year is made of its quarters: by a formula, or by the numbering row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sakip_app.workbook.columns import Kepala
from sakip_app.workbook.figures import TRIWULAN
from sakip_app.workbook.grid import Grid, alamat

_JUMLAH = re.compile(r"=\+?(?:SUM\(([^()]*)\)|([A-Z0-9+]+))")
_FUNGSI = re.compile(r"=(AVERAGE|MAX)\(([^()]*)\)")
_RUMUS_NOMOR = re.compile(r"^\(?(\d{1,2})\)?\s*=\s*(.+)$")


def declared_by_sum(grid: Grid, kepala: Kepala, baris: int) -> str | None:
    """How the sheet itself makes the year of its quarters: by the row's formula, else by the numbering row."""
    tahun = kepala.satu("realisasi_tahun")
    kolom = [k for k in (kepala.satu("realisasi", t) for t in TRIWULAN) if k is not None]
    if tahun is None or len(kolom) < len(TRIWULAN):
        return None
    sel = sorted(alamat(baris, k.nomor) for k in kolom)
    rumus = grid.rumus.get((baris, tahun.nomor), "").replace("$", "").replace(" ", "").upper()
    if rumus == f"={alamat(baris, kolom[-1].nomor)}":
        return "nilai_akhir"
    fungsi = _FUNGSI.fullmatch(rumus)
    if fungsi and sorted(re.split(r"[,;]", fungsi.group(2))) == sel:
        return "rata_rata" if fungsi.group(1) == "AVERAGE" else "maksimum"
    jumlah = _JUMLAH.fullmatch(rumus)
    if jumlah and sorted(re.split(r"[,;+]", jumlah.group(1) or jumlah.group(2))) == sel:
        return "jumlah"
    return "jumlah" if declared_sum(tahun.nomor_kolom, [k.nomor_kolom for k in kolom]) else None


def declared_sum(nomor_kolom: str, bagian: Sequence[str]) -> bool:
    """Whether a numbering text declares its column the sum of others: ``"13 = 9 + 10 + 11 + 12"``.

    Args:
        nomor_kolom: what stands in the numbering row above the column.
        bagian: numbering texts of the columns that would be added.
    """
    m = _RUMUS_NOMOR.match(nomor_kolom.strip())
    if m is None or len(bagian) < 2:
        return False
    suku = re.findall(r"\d+", m.group(2))
    dicari = [re.findall(r"\d+", satu)[:1] for satu in bagian]
    return "+" in m.group(2) and [[s] for s in suku] == dicari
