"""Legacy .xls workbooks for tests, written by xlwt."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlwt
from openpyxl.utils import range_boundaries


def make_xls(
    rows: list[list[Any]],
    merges: tuple[str, ...] = (),
    *,
    style: Callable[[int, int], str] = lambda _row, _column: "",
    number_format: Callable[[int, int], str] = lambda _row, _column: "General",
    more: Callable[[xlwt.Workbook, Any], None] = lambda _book, _sheet: None,
) -> bytes:
    """A workbook of one sheet; rows and columns are counted from 1, ``style`` is xlwt's easyxf text."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lembar1", cell_overwrite_ok=True)
    styles: dict[tuple[str, str], Any] = {}
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            if value is None:
                continue
            key = style(r, c), number_format(r, c)
            if key not in styles:
                styles[key] = xlwt.easyxf(key[0], num_format_str=key[1])
            sheet.write(r - 1, c - 1, value, styles[key])
    for one in merges:
        left, top, right, bottom = range_boundaries(one)
        sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    more(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
