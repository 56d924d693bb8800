"""Rolling indicators up to a group: weights within a PK, coverage, and who may be ranked."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from sakip_metrics.aturan import Aturan
from sakip_metrics.kosakata import BobotWarning, KosakataError, SakipMetricsError, float_values, name_rows

BOBOT_PENUH: Final = 100.0
BOBOT_TOLERANSI: Final = 0.1
TIDAK_TERJADWAL: Final = ("tanpa_target", "belum_dijadwalkan", "belum_akhir_tahun")
UKURAN_REKAP: Final = ("skor_triwulan", "skor_tahun", "capaian_triwulan", "capaian_tahun")


def rekap(
    terukur: pd.DataFrame,
    oleh: str | Sequence[str],
    *,
    aturan: Aturan,
    ukuran: str = "skor_triwulan",
) -> pd.DataFrame:
    """Mean of the assessed indicators of each group, with how many they are of how many.

    nilai = Σ(bobot·skor)/Σ(bobot) over the assessed rows of each PK, the plain mean where the PK has no
    bobot; a group that spans several PK is the mean of its PK. Give one jenjang at a time.

    Args:
        terukur: what ``hitung`` returned; ``bobot`` and ``kode_pk`` are read where they stand. In a PK with
            weights, a row without one weighs nothing.
        oleh: the column or columns to group by.
        aturan: the rule set ``terukur`` was measured under.
        ukuran: ``skor_triwulan``, ``skor_tahun``, or the raw ``capaian_…`` of either.

    Returns:
        One row a group in order of appearance, RangeIndex: the columns of ``oleh``; ``nilai`` and
        ``nilai_terendah`` (belum_lapor counted as 0), per cent, NaN where nothing is assessed; ``n_dinilai``,
        ``n_terjadwal`` (all but tanpa_target, belum_dijadwalkan, belum_akhir_tahun), ``n_total``;
        ``cakupan`` = n_dinilai / n_terjadwal × 100 (NaN where nothing is scheduled); ``layak_peringkat`` =
        cakupan ≥ ``aturan.cakupan_minimum``; ``terburuk`` (kode_indikator with the lowest value, the first
        of equals); and the number of indicators per predikat, under its label.

    Raises:
        KosakataError: an ``ukuran`` that does not exist.
        SakipMetricsError: a column is missing, or a bobot is negative.

    Warns:
        BobotWarning: the weights of a PK are off 100 by more than 0.1; they are normalised all the same.

    Dasar:
        Simple mean per sasaran and unit: LKjIP practice (tertulis, Sampang 2019). Cap before averaging: BPS,
        PKO (praktik). "n dinilai dari N" and not ranking a silent unit: lazim; the limit is the body's own.

    Examples:
        >>> terukur = pd.DataFrame({
        ...     "kode_unit": ["U", "U", "U"], "kode_indikator": ["A", "B", "C"],
        ...     "skor_triwulan": [100.0, 50.0, None],
        ...     "predikat_triwulan": ["Sangat Tinggi", "Sangat Rendah", None],
        ...     "status_triwulan": ["dinilai", "dinilai", "belum_lapor"]})
        >>> per_unit = rekap(terukur, "kode_unit", aturan=Aturan("contoh"))
        >>> per_unit[["nilai", "nilai_terendah", "n_dinilai", "n_terjadwal", "terburuk"]].values.tolist()
        [[75.0, 50.0, 2, 3, 'B']]
    """
    if ukuran not in UKURAN_REKAP:
        raise KosakataError(f"ukuran is one of {', '.join(UKURAN_REKAP)}, not {ukuran!r}")
    groups = [oleh] if isinstance(oleh, str) else list(oleh)
    measure = ukuran.partition("_")[2]
    needed = [*groups, "kode_indikator", ukuran, f"predikat_{measure}", f"status_{measure}"]
    missing = [column for column in needed if column not in terukur.columns]
    if missing:
        raise SakipMetricsError(f"terukur lacks the columns {', '.join(missing)}")

    status = terukur[f"status_{measure}"].astype("str").to_numpy()
    nilai = np.where(status == "dinilai", float_values(terukur[ukuran]), np.nan)
    silent = status == "belum_lapor"
    keyed = terukur.groupby(groups, sort=False, dropna=False, observed=True)
    number = keyed.ngroup()
    rows = pd.DataFrame(
        {
            "group": number.to_numpy(),
            "pk": _pk_numbers(terukur),
            "bobot": _bobot(terukur),
            "nilai": nilai,
            "nilai_terendah": np.where(silent, 0.0, nilai),
            "n_dinilai": (status == "dinilai").astype(np.int64),
            "n_terjadwal": (~np.isin(status, TIDAK_TERJADWAL)).astype(np.int64),
            "n_total": np.int64(1),
        }
    )
    result = rows.groupby("group")[["n_dinilai", "n_terjadwal", "n_total"]].sum()
    result.insert(0, "nilai", _mean_of_pk(rows, "nilai"))
    result.insert(1, "nilai_terendah", _mean_of_pk(rows, "nilai_terendah"))
    scheduled = result["n_terjadwal"].where(result["n_terjadwal"] > 0)
    result["cakupan"] = (result["n_dinilai"] * 100 / scheduled).astype("float64")
    result["layak_peringkat"] = result["cakupan"] >= aturan.cakupan_minimum

    lowest = rows["nilai"].dropna().sort_values(kind="stable")
    worst = lowest[~rows["group"].loc[lowest.index].duplicated()].index
    codes = terukur["kode_indikator"].reset_index(drop=True).loc[worst].set_axis(rows["group"].loc[worst])
    result["terburuk"] = codes.reindex(result.index)
    band = terukur[f"predikat_{measure}"].reset_index(drop=True).where(rows["nilai"].notna())
    for predikat in aturan.predikat:
        result[predikat.label] = (band == predikat.label).groupby(rows["group"]).sum().astype(np.int64)

    first = ~rows["group"].duplicated()
    names = terukur[groups].reset_index(drop=True)[first].set_axis(rows.loc[first, "group"])
    return names.join(result).reset_index(drop=True)


def _pk_numbers(terukur: pd.DataFrame) -> np.ndarray:
    """A number per PK: the same kode_pk in two units names two agreements. All 0 where no row names one."""
    if "kode_pk" not in terukur or terukur["kode_pk"].isna().all():
        return np.zeros(len(terukur), dtype=np.int64)
    keys = [column for column in ("kode_unit", "kode_pk") if column in terukur]
    return terukur.groupby(keys, sort=False, dropna=False, observed=True).ngroup().to_numpy()


def _bobot(terukur: pd.DataFrame) -> np.ndarray:
    """Weights, all NaN within a PK that has none; warns where a PK's do not sum to 100."""
    if "bobot" not in terukur:
        return np.full(len(terukur), np.nan)
    weights = pd.Series(float_values(terukur["bobot"]))
    if (weights < 0).any():
        bad = terukur["kode_indikator"].to_numpy()[(weights < 0).to_numpy()]
        raise SakipMetricsError(f"bobot is negative in {name_rows(bad)}")
    keys = [column for column in ("kode_unit", "kode_pk") if column in terukur]
    agreement = (
        terukur.groupby(keys, sort=False, dropna=False, observed=True).ngroup().to_numpy()
        if keys
        else np.zeros(len(weights), dtype=np.int64)
    )
    total = weights.groupby(agreement).sum(min_count=1)
    off = total[(total - BOBOT_PENUH).abs().round(9) > BOBOT_TOLERANSI]
    if len(off):
        first = [int(np.flatnonzero(agreement == number)[0]) for number in off.index]
        named = (
            f"{' '.join(str(v) for v in terukur[keys].iloc[row]) or 'PK'} = {total:g}"
            for row, total in zip(first, off, strict=True)
        )
        warnings.warn(
            f"bobot does not sum to 100 and was normalised: {name_rows(named)}", BobotWarning, stacklevel=3
        )
    weighted = pd.Series(agreement).map(total.notna())
    return weights.fillna(0.0).where(weighted.to_numpy()).to_numpy()


def _mean_of_pk(rows: pd.DataFrame, column: str) -> pd.Series:
    """Weighted mean per PK over the rows with a value, then the mean of the PK in each group."""
    assessed = rows[rows[column].notna()]
    weight = assessed["bobot"].fillna(1.0)
    sums = (
        pd.DataFrame({"weight": weight, "product": weight * assessed[column]})
        .groupby([assessed["group"], assessed["pk"]])
        .sum()
    )
    per_pk = sums["product"] / sums["weight"].where(sums["weight"] > 0)
    return per_pk.groupby("group").mean().reindex(range(rows["group"].max() + 1 if len(rows) else 0))
