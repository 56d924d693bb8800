"""Quarters of different kinds in one row, worked by hand: half-open ranges, plain among ranges, a negative one."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from sakip_metrics import ATURAN_BAKU, hitung, rekap

ATURAN = ATURAN_BAKU["tanpa-batas"]
NAN = math.nan


def measure(polaritas: str, konsolidasi: str, quarters: list[tuple], tahunan: float = NAN) -> pd.Series:
    """Quarters as (target, realisasi, bawah, atas), the last one looked at."""
    indikator = pd.DataFrame(
        {
            "kode_indikator": ["A"],
            "kode_unit": ["U"],
            "polaritas": [polaritas],
            "konsolidasi": [konsolidasi],
            "target_tahunan": [tahunan],
        }
    )
    triwulanan = pd.DataFrame(
        quarters, columns=["target", "realisasi", "target_bawah", "target_atas"], dtype=float
    )
    triwulanan = triwulanan.assign(kode_indikator="A", triwulan=range(1, len(quarters) + 1))
    return hitung(indikator, triwulanan, triwulan=len(quarters), aturan=ATURAN).iloc[0]


@pytest.mark.parametrize(
    ("polaritas", "konsolidasi", "quarters", "capaian"),
    [
        # 10–20 and at least 10: together at least 20, and no upper bound. 45 is inside.
        ("maksimal", "jumlah", [(NAN, 15, 10, 20), (NAN, 30, 10, NAN)], 100.0),
        ("minimal", "jumlah", [(NAN, 15, 10, 20), (NAN, 30, 10, NAN)], 100.0),
        ("maksimal", "maksimum", [(NAN, 15, 10, 20), (NAN, 30, 10, NAN)], 100.0),
        ("maksimal", "rata_rata", [(NAN, 15, 10, 20), (NAN, 30, 10, NAN)], 100.0),
        # 5 and 10–20: together 15–25. 35 stands above: 35/25.
        ("maksimal", "jumlah", [(5, 5, NAN, NAN), (NAN, 30, 10, 20)], 140.0),
        # The same, below: 3 + 9 = 12 of at least 15.
        ("maksimal", "jumlah", [(5, 3, NAN, NAN), (NAN, 9, 10, 20)], 80.0),
    ],
)
def test_ranges_joined_with_ranges_and_plain_targets(
    polaritas: str, konsolidasi: str, quarters: list[tuple], capaian: float
) -> None:
    row = measure(polaritas, konsolidasi, quarters)
    assert row["status_triwulan"] == "dinilai"
    assert row["capaian_triwulan"] == pytest.approx(capaian)


def test_a_quarter_planned_at_zero_does_not_pull_down_a_mean() -> None:
    """90 planned and 85 reached; 0 planned in TW II of a year at 90: 85/90, not (85+80)/90."""
    row = measure("maksimal", "rata_rata", [(90, 85, NAN, NAN), (0, 80, NAN, NAN)], 90)
    assert row["capaian_triwulan"] == pytest.approx(85 / 90 * 100)


@pytest.mark.parametrize("konsolidasi", ["jumlah", "rata_rata", "maksimum"])
def test_a_negative_quarter_inside_a_positive_whole_is_for_a_person(konsolidasi: str) -> None:
    row = measure("maksimal", konsolidasi, [(-1, 1, NAN, NAN), (5, 2, NAN, NAN)], 4)
    assert row["status_triwulan"] == "perlu_penilaian_manual"
    assert math.isnan(row["capaian_triwulan"])


def test_a_negative_quarter_that_is_not_compared_does_not_matter() -> None:
    row = measure("maksimal", "nilai_akhir", [(-1, 1, NAN, NAN), (5, 4, NAN, NAN)], 5)
    assert (row["status_triwulan"], row["capaian_triwulan"]) == ("dinilai", pytest.approx(80.0))


def test_coverage_meets_its_edge_without_float_noise() -> None:
    """29 of 50 is 58 %, so a rule that asks for 58 is met."""
    from dataclasses import replace

    rows = pd.DataFrame(
        {
            "kode_unit": "U",
            "kode_indikator": [f"I{n}" for n in range(50)],
            "skor_triwulan": [50.0] * 29 + [NAN] * 21,
            "predikat_triwulan": ["Sangat Rendah"] * 29 + [None] * 21,
            "status_triwulan": ["dinilai"] * 29 + ["belum_lapor"] * 21,
        }
    )
    result = rekap(rows, "kode_unit", aturan=replace(ATURAN, cakupan_minimum=58.0))
    assert result["cakupan"].tolist() == [58.0]
    assert result["layak_peringkat"].tolist() == [True]


def test_a_silent_quarter_is_shown_with_its_own_target() -> None:
    """TW II is due and blank: its target is what waits, not that of the quarter reported last."""
    row = measure("maksimal", "nilai_akhir", [(83, 80, NAN, NAN), (84, NAN, NAN, NAN)], 84)
    assert (row["status_triwulan"], row["target_sd"], row["realisasi_sd"]) == ("belum_lapor", 84.0, 80.0)
