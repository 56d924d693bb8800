"""Budget beside performance: the share of the pagu spent, and nothing more.

No efficiency is computed: published formulas disagree and one is hand-typed on purpose; nor the IKPA score of
deviation, whose slope is contradictory even within one source.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from sakip_metrics.kosakata import (
    TRIWULAN,
    KunciGandaError,
    SakipMetricsError,
    float_values,
    name_rows,
)
from sakip_metrics.triwulan import sampai_triwulan


def penyerapan(realisasi_anggaran: pd.Series, pagu: pd.Series) -> pd.Series:
    """Share of the budget spent: realisasi s.d. / pagu × 100.

    Args:
        realisasi_anggaran: spent so far this year, rupiah.
        pagu: budget of the year, rupiah, on the same rows.

    Returns:
        float64 Series in per cent on the index of ``realisasi_anggaran``; NaN where one is blank or the pagu
        is 0 or negative. Not capped: spending above the pagu shows.

    Dasar:
        Formulir Pengukuran Kinerja, BKPSDM Kota Cirebon 2026 (tertulis).

    Examples:
        >>> penyerapan(pd.Series([17_244_445.0]), pd.Series([364_129_600.0])).round(2).tolist()
        [4.74]
    """
    budget = float_values(pagu.reindex(realisasi_anggaran.index))
    with np.errstate(over="ignore"):
        share = float_values(realisasi_anggaran) / np.where(budget > 0, budget, np.nan) * 100
    finite = np.where(np.isfinite(share), share, np.nan)
    return pd.Series(finite, index=realisasi_anggaran.index, name="penyerapan")


def serapan(
    anggaran: pd.DataFrame,
    triwulanan: pd.DataFrame,
    oleh: str | Sequence[str],
    *,
    triwulan: int,
    cara_isi: Literal["tambahan", "kumulatif"] = "tambahan",
) -> pd.DataFrame:
    """Pagu, spending to date and penyerapan of each group.

    penyerapan = Σ realisasi s.d. / Σ pagu × 100 over the lines that have a pagu; a line with a pagu and no
    report yet counts with its pagu. Give lines of one level only, or a kegiatan is counted again in its
    program.

    Args:
        anggaran: ``kode_indikator`` (unique: the budget line), ``pagu`` in rupiah, and the columns of ``oleh``.
        triwulanan: ``kode_indikator``, ``triwulan`` (1–4), ``realisasi_anggaran`` in rupiah.
        oleh: the column or columns to group by.
        triwulan: the quarter looked at, 1 to 4.
        cara_isi: "tambahan" where a quarter holds what it added, "kumulatif" where it holds the year to date.

    Returns:
        One row a group in order of appearance: the columns of ``oleh``, ``pagu``, ``realisasi_anggaran`` (NaN
        where nobody reported) and ``penyerapan`` (per cent, NaN without either).

    Raises:
        KunciGandaError: a line twice.
        SakipMetricsError: a column is missing.

    Dasar:
        Total realisasi over total pagu: evaluation report of Kab. Kediri (praktik). Year-to-date columns as
        in Cirebon 2026, increments as in Formulir E.81 (tertulis).

    Examples:
        >>> lines = pd.DataFrame({"kode_indikator": ["A", "B"], "kode_unit": ["U", "U"], "pagu": [60.0, 40.0]})
        >>> spent = pd.DataFrame({"kode_indikator": ["A", "A", "B"], "triwulan": [1, 2, 1],
        ...                       "realisasi_anggaran": [10.0, 15.0, 5.0]})
        >>> serapan(lines, spent, "kode_unit", triwulan=2).values.tolist()
        [['U', 100.0, 30.0, 30.0]]
    """
    groups = [oleh] if isinstance(oleh, str) else list(oleh)
    _check_columns("anggaran", anggaran, [*groups, "kode_indikator", "pagu"])
    _check_columns("triwulanan", triwulanan, ["kode_indikator", "triwulan", "realisasi_anggaran"])
    keys = anggaran["kode_indikator"]
    if not keys.is_unique:
        raise KunciGandaError(f"kode_indikator stands twice: {name_rows(keys[keys.duplicated()].unique())}")
    if triwulanan.duplicated(["kode_indikator", "triwulan"]).any():
        twice = triwulanan.loc[triwulanan.duplicated(["kode_indikator", "triwulan"]), "kode_indikator"]
        raise KunciGandaError(f"a triwulan stands twice for kode_indikator {name_rows(twice.unique())}")
    per_quarter = (
        triwulanan.pivot(  # noqa: PD010 — keys are unique, nothing is to be aggregated
            index="kode_indikator", columns="triwulan", values="realisasi_anggaran"
        )
        .reindex(index=keys, columns=list(TRIWULAN))
        .set_axis(anggaran.index)
    )
    way = "jumlah" if cara_isi == "tambahan" else "nilai_akhir"
    lines = anggaran[groups].assign(
        pagu=float_values(anggaran["pagu"]),
        realisasi_anggaran=sampai_triwulan(per_quarter, way, triwulan=triwulan).where(anggaran["pagu"].notna()),
    )
    result = lines.groupby(groups, sort=False, dropna=False, observed=True).sum(min_count=1).reset_index()
    return result.assign(penyerapan=penyerapan(result["realisasi_anggaran"], result["pagu"]))


def _check_columns(name: str, frame: pd.DataFrame, needed: list[str]) -> None:
    missing = [column for column in needed if column not in frame.columns]
    if missing:
        raise SakipMetricsError(f"{name} lacks the columns {', '.join(missing)}")
