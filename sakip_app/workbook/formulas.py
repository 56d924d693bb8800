"""Shared formulas: one text for many cells, read as it stands in each of them."""

from __future__ import annotations

import re

from sakip_app.workbook.limits import column_letter, column_number

_RUJUKAN = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\b(?![(!])")
TERPANJANG = 200  # a longer shared formula is no sum of a form; it is kept as it stands


def shift_formula(rumus: str, turun: int, kanan: int) -> str:
    """A shared formula as it reads in another cell: references without ``$`` move along.

    Example:
        >>> shift_formula("SUM(A1:$B$2)", 3, 1)
        'SUM(B4:$B$2)'
    """
    if len(rumus) > TERPANJANG:
        return rumus

    def geser(m: re.Match[str]) -> str:
        kolom = m.group(2) if m.group(1) else column_letter(column_number(m.group(2)) + kanan)
        baris = m.group(4) if m.group(3) else str(int(m.group(4)) + turun)
        return f"{m.group(1)}{kolom}{m.group(3)}{baris}"

    return _RUJUKAN.sub(geser, rumus)
