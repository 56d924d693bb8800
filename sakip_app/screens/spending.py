"""How far into the year the reports of spending reach."""

from __future__ import annotations

import pandas as pd

from sakip_app.text.words import tw


def spent_until(triwulanan: pd.DataFrame, quarter: int) -> int:
    """The last quarter, of those up to ``quarter``, in which any spending was reported; 0 for none."""
    told = triwulanan.loc[triwulanan["realisasi_anggaran"].notna(), "triwulan"]
    return int(told[told <= quarter].max()) if (told <= quarter).any() else 0


def label_spent(reached: int, quarter: int) -> str:
    """What the share spent is called: with the quarter it reaches where that is not the one in view.

    Examples:
        >>> label_spent(4, 4), label_spent(3, 4), label_spent(0, 4)
        ('Penyerapan anggaran', 'Penyerapan anggaran s.d. TW III', 'Penyerapan anggaran')
    """
    return f"Penyerapan anggaran s.d. {tw(reached)}" if 0 < reached < quarter else "Penyerapan anggaran"
