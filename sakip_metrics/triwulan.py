"""Joining quarters: the value up to a quarter, in the four ways the field knows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from sakip_metrics.kosakata import KONSOLIDASI, KOSONG, TRIWULAN, KosakataError, float_values, word_codes

JUMLAH, RATA_RATA, NILAI_AKHIR, MAKSIMUM = range(4)

Angka = npt.NDArray[np.float64]
Benar = npt.NDArray[np.bool_]


def sampai_triwulan(nilai: pd.DataFrame, konsolidasi: pd.Series | str, *, triwulan: int) -> pd.Series:
    """Value of each row up to ``triwulan``; blank quarters are skipped, zeros count.

    jumlah Σ; rata_rata mean of the filled quarters; nilai_akhir the last filled one; maksimum the largest.

    Args:
        nilai: columns 1 to 4 (a missing column is blank), one row an indicator, any unit.
        konsolidasi: a word for all rows, or one for each; blank gives NaN.
        triwulan: 1 to 4.

    Returns:
        float64 Series on the index of ``nilai``; NaN where every quarter up to ``triwulan`` is blank.

    Raises:
        KosakataError: a konsolidasi or a triwulan outside the vocabulary.

    Dasar:
        Kemenkeu's Sum, Average, Take Last Known (tertulis in contracts that use them); akumulatif and non
        akumulatif in regions (praktik). maksimum is rare (lazim).

    Examples:
        >>> nilai = pd.DataFrame({1: [18.6, 25.0], 2: [17.2, 50.0], 3: [8.9, None], 4: [None, 100.0]})
        >>> sampai_triwulan(nilai, pd.Series(["jumlah", "nilai_akhir"]), triwulan=3).round(2).tolist()
        [44.7, 50.0]
    """
    check_triwulan(triwulan)
    words = konsolidasi if isinstance(konsolidasi, pd.Series) else pd.Series(konsolidasi, index=nilai.index)
    codes = word_codes(words, KONSOLIDASI, "konsolidasi", pd.Series(nilai.index))
    blank = pd.Series(np.nan, index=nilai.index)
    quarters = np.column_stack([float_values(nilai.get(quarter, blank)) for quarter in TRIWULAN[:triwulan]])
    return pd.Series(join_quarters(quarters, ~np.isnan(quarters), codes), index=nilai.index, name="nilai_sd")


def join_quarters(values: Angka, used: Benar, konsolidasi: npt.NDArray[np.int8]) -> Angka:
    """One value a row from the quarters marked in ``used`` (same shape as ``values``), NaN where none is."""
    used = used & ~np.isnan(values)
    count = used.sum(axis=1)
    joined: Angka = np.where(used, values, 0.0).sum(axis=1)
    for way, join in (
        (RATA_RATA, lambda rows: joined[rows] / np.maximum(count[rows], 1)),
        (NILAI_AKHIR, lambda rows: take_quarter(values[rows], last_quarter(used[rows]))),
        (MAKSIMUM, lambda rows: np.where(used[rows], values[rows], -np.inf).max(axis=1, initial=-np.inf)),
    ):
        rows = np.flatnonzero(konsolidasi == way)
        joined[rows] = join(rows)
    joined[(count == 0) | (konsolidasi == KOSONG)] = np.nan
    return joined


def last_quarter(used: Benar) -> npt.NDArray[np.int64]:
    """Number (1–4) of the last quarter marked in each row, 0 where none is."""
    numbers = np.arange(1, used.shape[1] + 1)
    return np.asarray(np.where(used, numbers, 0).max(axis=1, initial=0))


def take_quarter(values: Angka, quarter: npt.NDArray[np.int64]) -> Angka:
    """Each row's value in its own ``quarter``; NaN at quarter 0."""
    chosen = values[np.arange(len(values)), np.maximum(quarter - 1, 0)]
    return np.where(quarter == 0, np.nan, chosen)


def check_triwulan(triwulan: int) -> None:
    """Raise ``KosakataError`` unless ``triwulan`` is 1, 2, 3 or 4."""
    if triwulan not in TRIWULAN:
        raise KosakataError(f"triwulan is 1 to 4, not {triwulan!r}")
