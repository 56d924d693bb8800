"""Scales of other bodies, entered as a body would enter its own: edges, labels, and where an edge belongs."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from sakip_metrics import PitaPredikat, predikat
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS


def rule(tepi: str, **bands: float):
    """A rule without floor or cap, with these bands from the top down; underscores stand for spaces."""
    pita = tuple(PitaPredikat(edge, label.replace("_", " "), "#000000") for label, edge in bands.items())
    return replace(TANPA_BATAS, nama="contoh", tepi=tepi, predikat=pita)


LOWEST = float("-inf")

BANTUL = rule(">", Sangat_Baik=90, Tinggi=75, Sedang=65, Rendah=50, Sangat_Rendah=LOWEST)
MALUKU_TENGAH = rule(
    ">", Memuaskan=85, Sangat_Baik=75, Baik=65, Cukup_Baik=50, Agak_Kurang=30, Kurang=LOWEST
)  # fmt: skip
AKIP = rule(">", AA=90, A=80, BB=70, B=60, CC=50, C=30, D=LOWEST)
PKO = rule(">", Istimewa=100, Baik=80, Butuh_Perbaikan=60, Buruk=LOWEST)
PRINGSEWU = rule(">=", Tercapai=95, Mendekati_Target=80, Perlu_Perhatian=60, Kritis=LOWEST)


@pytest.mark.parametrize(
    ("aturan", "value", "expected"),
    [
        # Dinas Bantul 2014 prints 75,1-90,0 Tinggi, so 90,5 is in the top band where Kediri says Tinggi
        (BANTUL, 90.5, "Sangat Baik"),
        (BANTUL, 90, "Tinggi"),
        (BANTUL, 75.1, "Tinggi"),
        (BANTUL, 75, "Sedang"),
        (BANTUL, 65, "Rendah"),
        (BANTUL, 50.1, "Rendah"),
        (BANTUL, 50, "Sangat Rendah"),
        (LIMA, 90.5, "Tinggi"),
        # Maluku Tengah 2021: >85-100 Memuaskan … 0-30 Kurang
        (MALUKU_TENGAH, 85.01, "Memuaskan"),
        (MALUKU_TENGAH, 85, "Sangat Baik"),
        (MALUKU_TENGAH, 75, "Baik"),
        (MALUKU_TENGAH, 65, "Cukup Baik"),
        (MALUKU_TENGAH, 50, "Agak Kurang"),
        (MALUKU_TENGAH, 30, "Kurang"),
        (MALUKU_TENGAH, 0, "Kurang"),
        # PermenPANRB 12/2015: AA >90-100; the trap is >= 90
        (AKIP, 90, "A"),
        (AKIP, 90.01, "AA"),
        (AKIP, 80, "BB"),
        (AKIP, 70.5, "BB"),
        (AKIP, 70, "B"),
        (AKIP, 60, "CC"),
        (AKIP, 50, "C"),
        (AKIP, 30, "D"),
        # PKO: >100, >80, >60
        (PKO, 100, "Baik"),
        (PKO, 100.5, "Istimewa"),
        (PKO, 80, "Butuh Perbaikan"),
        (PKO, 60, "Buruk"),
        # Pringsewu prints 0-59,99 and 60-79,99: no hole at 59,995
        (PRINGSEWU, 59.995, "Kritis"),
        (PRINGSEWU, 60, "Perlu Perhatian"),
        (PRINGSEWU, 79.995, "Perlu Perhatian"),
        (PRINGSEWU, 94.99, "Mendekati Target"),
        (PRINGSEWU, 95, "Tercapai"),
    ],
)
def test_published_scales(aturan, value, expected):
    assert predikat(pd.Series([float(value)]), aturan=aturan).tolist() == [expected]
