"""Rows of the database as frames with declared dtypes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import pandas as pd

_CHUNK = 500


def frame(rows: Iterable[Sequence[Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A frame with the columns and dtypes of ``dtypes``, also when there are no rows.

    Rows are turned into columns a chunk at a time: fifteen thousand tuples alive at once make Python
    collect garbage in the middle of a page, which costs more than the query.
    """
    columns: list[list[Any]] = [[] for _ in dtypes]
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        for column, values in zip(columns, zip(*chunk, strict=True), strict=True):
            column.extend(values)
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype=dtype)
            for (name, dtype), column in zip(dtypes.items(), columns, strict=True)
        }
    )
