"""The forms that are known. A new one is a ``TataLetak`` of columns and words, added to ``TATA_LETAK``."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.e81 import E81
from sakip_app.workbook.layouts.forms import FORMS, TABEL
from sakip_app.workbook.layouts.templat import TEMPLAT

TATA_LETAK: tuple[TataLetak, ...] = (TEMPLAT, E81, *FORMS)

__all__ = ["E81", "FORMS", "TABEL", "TATA_LETAK", "TEMPLAT"]
