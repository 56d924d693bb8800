"""Workbooks of the kinds that Indonesian bodies use, generated, each with the figures a person reads in it.

``SEMUA`` lists them; ``nilai.nilai`` judges one reading; ``python -m tests.workbook.corpus`` prints where the reader
stands. None of the forms copies a real body's figures; their shapes follow public forms and exports.
"""

from __future__ import annotations

from tests.workbook.corpus import e81 as _e81
from tests.workbook.corpus import pengukuran as _pengukuran
from tests.workbook.corpus.kasus import SEMUA, Harap, Kasus

__all__ = ["SEMUA", "Harap", "Kasus", "_e81", "_pengukuran"]
