"""The forms that are known. A new one is a ``TataLetak`` of columns and words, added to ``TATA_LETAK``."""

from __future__ import annotations

from sakip_app.workbook.header import TataLetak
from sakip_app.workbook.layouts.e81 import E81
from sakip_app.workbook.layouts.templat import TEMPLAT

TATA_LETAK: tuple[TataLetak, ...] = (TEMPLAT, E81)

__all__ = ["E81", "TATA_LETAK", "TEMPLAT"]
