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
        "opini-bpk": MappingProxyType({"TMP": 1.0, "TW": 2.0, "WDP": 3.0, "WTP": 4.0}),
        "akip": MappingProxyType({"D": 1.0, "C": 2.0, "CC": 3.0, "B": 4.0, "BB": 5.0, "A": 6.0, "AA": 7.0}),
        "ya-tidak": MappingProxyType(
            {"Ya": 1.0, "Ada": 1.0, "Tepat waktu": 1.0, "Tidak": 0.0, "Tidak ada": 0.0, "Terlambat": 0.0}
        ),
    }
)
"""Scales by name; words match whatever their case and outer spaces.

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
        {(name, word.lower()): rank for name, ranks in scales.items() for word, rank in ranks.items()},
        dtype="float64",
    )
    keys = pd.MultiIndex.from_arrays([skala.astype("str").str.strip(), words])
    ranks = np.where(filled, known.reindex(keys).to_numpy(), np.nan)
    return np.where(filled, ranks, np.where(np.isfinite(numbers), numbers, np.nan)), filled & np.isnan(ranks)
