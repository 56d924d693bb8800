"""Words of the field that mean two things: "capaian" is the percentage reached, and to some the value itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.columns import KolomTerbaca
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.words import says_until

_PERSEN = re.compile(r"%|persen|prosen|tingkat|terhadap|rasio|indeks capaian|r ?/ ?t")
_MENJADI = {"persen": "realisasi", "persen_bulan": "realisasi_bulan"}
_TARGET_BERKALA = frozenset({"target", "target_sd_triwulan", "target_bulan", "target_sd_bulan"})
BARIS_DILIHAT = 60
CAPAIAN = frozenset({"capaian_tercetak", *_MENJADI})


def capaian_as_realisasi(grid: Grid, kolom: Sequence[KolomTerbaca], akhir: int) -> list[KolomTerbaca]:
    """Columns "Capaian" that hold what was reached, as realisasi.

    Only where the sheet has no realisasi, and the word is told from a percentage by the sheet itself: another column
    says "% capaian", there is a capaian for each quarter beside a target for each, or the figures follow their
    targets (131 of 124, 0,7 of 0,8) where percentages would not. ``teks`` keeps the header, so that a finding can
    name what was read how.

    Args:
        grid: the sheet.
        kolom: the columns of a header as matched.
        akhir: its last row.
    """
    if any(k.peran.startswith("realisasi") and k.peran != "realisasi_lalu" for k in kolom):
        return list(kolom)
    capaian = [k for k in kolom if k.peran in CAPAIAN]
    polos = [k for k in capaian if not _PERSEN.search(k.teks)]
    berpersen = len(polos) < len(capaian)
    per_masa = any(k.triwulan or k.bulan for k in polos) and any(k.peran in _TARGET_BERKALA for k in kolom)
    if not polos or not (berpersen or per_masa or _follow_targets(grid, kolom, polos, akhir)):
        return list(kolom)
    return [_as_realisasi(k) if k in polos else k for k in kolom]


def _follow_targets(
    grid: Grid, kolom: Sequence[KolomTerbaca], capaian: Sequence[KolomTerbaca], akhir: int
) -> bool:
    """Whether the figures lie near targets that are far from 100."""
    target = next((k for k in kolom if k.peran in ("target_tahunan", "target_sd", "target_ini")), None)
    if target is None:
        return False
    dekat = jauh = 0
    for baris in range(akhir + 1, akhir + 1 + BARIS_DILIHAT):
        sasaran, nilai = grid.nilai(baris, target.nomor), grid.nilai(baris, capaian[-1].nomor)
        if (
            not isinstance(sasaran, int | float)
            or not isinstance(nilai, int | float)
            or sasaran <= 0
            or nilai == 0
        ):
            continue
        if not 60 < sasaran < 160:  # where a value and a percentage are told apart
            sebanding = 1 / 3 < nilai / sasaran < 2
            dekat, jauh = dekat + sebanding, jauh + (not sebanding)
    return dekat > 1 and dekat >= 4 * jauh


def _as_realisasi(kolom: KolomTerbaca) -> KolomTerbaca:
    return replace(kolom, peran=_role(kolom), label=kolom.label.replace("Capaian", "Realisasi"))


def _role(kolom: KolomTerbaca) -> str:
    if kolom.peran in _MENJADI:
        sampai = says_until(kolom.teks)
        return (
            ("realisasi_sd_bulan" if kolom.bulan else "realisasi_sd_triwulan") if sampai else _MENJADI[kolom.peran]
        )
    return "realisasi_ini" if re.search(r"\b(tw|triwulan)$", kolom.teks) else "realisasi_tahun"
