"""Excel in and out: gate, grid, header words, layouts, findings.

``read_workbook`` is the way in. What it yields is plain data (``result.py``); nothing here knows a database
or a screen.
"""

from sakip_app.workbook.reader import read_workbook, sheet_rows
from sakip_app.workbook.result import BarisIndikator, BerkasDitolakError, HasilBaca, Pertanyaan, Temuan

__all__ = [
    "BarisIndikator",
    "BerkasDitolakError",
    "HasilBaca",
    "Pertanyaan",
    "Temuan",
    "read_workbook",
    "sheet_rows",
]
