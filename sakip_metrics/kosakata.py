"""The words the module knows, and the errors it raises when given others.

SakipMetricsError (ValueError)
├── KosakataError   a word outside the vocabulary, or a quarter outside 1–4
├── KunciGandaError the same key twice
└── IndeksError     two Series that do not stand on the same rows
BobotWarning        weights of a PK that do not sum to 100
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

Polaritas = Literal["maksimal", "minimal", "stabil"]
Konsolidasi = Literal["jumlah", "rata_rata", "nilai_akhir", "maksimum"]

POLARITAS: Final = ("maksimal", "minimal", "stabil")
KONSOLIDASI: Final = ("jumlah", "rata_rata", "nilai_akhir", "maksimum")
JENJANG: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
TRIWULAN: Final = (1, 2, 3, 4)
STATUS: Final = (
    "dinilai",
    "belum_ditetapkan",
    "tanpa_target",
    "belum_dijadwalkan",
    "belum_lapor",
    "belum_akhir_tahun",
    "perlu_penilaian_manual",
)

KOSONG: Final = -1
"""Code of a blank word."""


class SakipMetricsError(ValueError):
    """Base of every error of this package."""


class KosakataError(SakipMetricsError):
    """A word outside the vocabulary; the message names the rows that hold it."""


class KunciGandaError(SakipMetricsError):
    """The same key on several rows; the message names the keys."""


class IndeksError(SakipMetricsError):
    """Two Series that do not stand on the same rows."""


class BobotWarning(UserWarning):
    """Weights of a PK that do not sum to 100; they were normalised."""


def name_rows(keys: Iterable[object], limit: int = 10) -> str:
    """The first ``limit`` keys in words, for a message."""
    found = [str(key) for key in keys]
    rest = f" and {len(found) - limit} more" if len(found) > limit else ""
    return ", ".join(found[:limit]) + rest


def word_codes(words: pd.Series, vocabulary: tuple[str, ...], what: str, rows: pd.Series) -> npt.NDArray[np.int8]:
    """Position of each word in ``vocabulary``, ``KOSONG`` where it is blank.

    Raises:
        KosakataError: a word outside ``vocabulary``, named with its ``rows``.
    """
    # Thousands of rows hold a handful of words: strip and match each distinct word once.
    codes, distinct = pd.factorize(words)
    stripped = [str(word).strip() for word in distinct]
    table = np.array(
        [vocabulary.index(w) if w in vocabulary else KOSONG for w in stripped] + [KOSONG], dtype=np.int8
    )
    unknown = [position for position, word in enumerate(stripped) if word and word not in vocabulary]
    if unknown:
        bad = np.isin(codes, unknown)
        raise KosakataError(
            f"{what} knows {', '.join(vocabulary)}; not {name_rows(stripped[p] for p in unknown)} "
            f"in rows {name_rows(rows[bad])}"
        )
    return table[codes]


def float_values(values: pd.Series) -> npt.NDArray[np.float64]:
    """The Series as float64; blank and infinite become NaN."""
    numbers = values.to_numpy(dtype="float64", na_value=np.nan)
    return np.where(np.isfinite(numbers), numbers, np.nan)
