"""What one kind of finding says, whatever the cell."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.workbook.result import Tingkat


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of finding; ``pesan`` and ``saran`` are ``str.format`` templates."""

    tingkat: Tingkat
    pesan: str
    saran: str
