"""Excel in and out: gate, grid, header words, layouts, findings.

``read_workbook`` is the way in, ``read_units`` where a template holds several units. What they yield is plain
data (``result.py``); nothing here knows a database or a screen. ``template.write_template`` is the way out; it is
imported from its own module, for it needs openpyxl.
"""

from sakip_app.workbook.reader import read_units, read_workbook, sheet_rows
from sakip_app.workbook.result import (
    BarisIndikator,
    BerkasDitolakError,
    HasilBaca,
    Jawaban,
    Pertanyaan,
    TandaTemplat,
    Temuan,
)

__all__ = [
    "BarisIndikator",
    "BerkasDitolakError",
    "HasilBaca",
    "Jawaban",
    "Pertanyaan",
    "TandaTemplat",
    "Temuan",
    "read_units",
    "read_workbook",
    "sheet_rows",
]
