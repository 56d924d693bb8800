"""A new workbook from the values of one that cannot be changed where it stands (.xls)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.returned.xml import excel_text


def rebuild(grids: Sequence[Grid]) -> bytes:
    """An .xlsx with the same sheets, values, number formats, merges, and hidden rows.

    Text stays text, also where it begins like a formula.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    buku = Workbook()
    del buku[buku.sheetnames[0]]
    for grid in grids:
        ws = buku.create_sheet()
        ws.title = grid.lembar
        ws.sheet_state = "hidden" if grid.tersembunyi else "visible"
        for (baris, kolom), satu in grid.sel.items():
            sel: Any = ws.cell(baris, kolom)
            _put(sel, satu.nilai, satu.jenis)
            sel.number_format = satu.format_angka
            if satu.rupa.tebal:
                sel.font = Font(bold=True)
        for baris, daftar in grid.gabungan.items():
            for kiri, kanan, jangkar, bawah in daftar:
                if jangkar[0] == baris:
                    ws.merge_cells(start_row=baris, start_column=kiri, end_row=bawah, end_column=kanan)
        for baris in grid.baris_tersembunyi:
            ws.row_dimensions[baris].hidden = True
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _put(sel: Any, nilai: Any, jenis: str) -> None:  # noqa: ANN401 - openpyxl's cells have no common type
    if isinstance(nilai, str):
        sel.value = excel_text(nilai)
        sel.data_type = jenis
        sel.quotePrefix = jenis == "s" and nilai[:1] in ("=", "+", "-", "@", "\t", "\r")
    elif isinstance(nilai, float):
        sel.value = repr(nilai)  # openpyxl writes 16 digits; some numbers need 17
        sel.data_type = "n"
    else:
        sel.value = nilai
