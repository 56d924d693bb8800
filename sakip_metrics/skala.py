"""Ordinal scales: words that stand where a number is expected (WTP, BB, Ya)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Skala = Mapping[str, Mapping[str, float]]

SKALA_BAKU: Final[Skala] = MappingProxyType(
    {
        "opini-bpk": MappingProxyType({"tmp": 1.0, "tw": 2.0, "wdp": 3.0, "wtp": 4.0}),
        "akip": MappingProxyType({"d": 1.0, "c": 2.0, "cc": 3.0, "b": 4.0, "bb": 5.0, "a": 6.0, "aa": 7.0}),
        "ya-tidak": MappingProxyType(
            {"ya": 1.0, "ada": 1.0, "tepat waktu": 1.0, "tidak": 0.0, "tidak ada": 0.0, "terlambat": 0.0}
        ),
    }
)
"""Scales by name; words are matched in lower case without outer spaces.

Dasar: opini-bpk and akip as in Pringsewu's master data (praktik); ya-tidak lazim. A ratio of ranks is a
convention (B against BB is 80 %), so a screen names the scale beside the figure.
"""


def scale_values(
    values: pd.Series, skala: pd.Series, scales: Skala
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Numbers for a column that may mix numbers and words, and which rows hold text no scale maps.

    Args:
        values: numbers, words or blanks.
        skala: name of each row's scale, blank for none; on the same rows.
        scales: the scales by name.
    """
    if pd.api.types.is_numeric_dtype(values):
        numbers = values.to_numpy(dtype="float64", na_value=np.nan)
        return np.where(np.isfinite(numbers), numbers, np.nan), np.zeros(len(values), dtype=bool)
    is_text = values.map(lambda value: isinstance(value, str)).to_numpy(dtype=bool)
    words = values.where(is_text).astype("str").str.strip().str.lower()
    filled = is_text & (words.fillna("") != "").to_numpy()
    numbers = values.where(~is_text).to_numpy(dtype="float64", na_value=np.nan)
    known = pd.Series(
        {(name, word): rank for name, ranks in scales.items() for word, rank in ranks.items()},
        dtype="float64",
    )
    keys = pd.MultiIndex.from_arrays([skala.astype("str").str.strip(), words])
    ranks = np.where(filled, known.reindex(keys).to_numpy(), np.nan)
    return np.where(filled, ranks, np.where(np.isfinite(numbers), numbers, np.nan)), filled & np.isnan(ranks)
