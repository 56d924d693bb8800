"""Capaian against a range: bounds replace the target, may be one-sided, and inside is 100."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sakip_metrics import capaian
from tests.sakip_metrics.kasus import LIMA, RASIO, SELISIH, single

NAN = float("nan")


@pytest.mark.parametrize(
    ("realisasi", "expected"),
    [(80, 100), (85, 100), (90, 100), (92, 92 / 90 * 100), (70, 87.5), (0, 0)],
)
def test_range_maksimal(realisasi, expected):
    """PermenPANRB 8/2021 p. 100, target 80-90 %: 70 is 87,5 %; its 113 % for 92 is a misprint of 102,2."""
    assert single(realisasi, NAN, "maksimal", bawah=80, atas=90) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("realisasi", "expected"),
    [(7, 100), (7.5, 100), (8, 100), (6.5, 107.14285714285714), (9, 87.5), (0, 200), (16, 0)],
)
def test_range_minimal_by_selisih(realisasi, expected):
    """PermenPANRB 8/2021 p. 100, target 7-8 months: 6,5 is 107 %, 9 is 87,5 %."""
    assert single(realisasi, NAN, "minimal", bawah=7, atas=8) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("realisasi", "expected"), [(7.5, 100), (6.5, 7 / 6.5 * 100), (9, 8 / 9 * 100), (0, 100)])
def test_range_minimal_by_rasio(realisasi, expected):
    assert single(realisasi, NAN, "minimal", aturan=RASIO, bawah=7, atas=8) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("realisasi", "expected"), [(2, 100), (3, 100), (4, 100), (1, 50), (5, 75), (0, 0), (9, -25)]
)
def test_range_stabil(realisasi, expected):
    """Inflation 3 ± 1: outside, the distance to the nearer bound counts."""
    assert single(realisasi, NAN, "stabil", bawah=2, atas=4) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "expected"),
    [
        ("maksimal", 80, 100),
        ("maksimal", 1000, 100),
        ("maksimal", 60, 75),
        ("minimal", 1000, 100),
        ("minimal", 60, 125),
        ("stabil", 1000, 100),
        ("stabil", 60, 75),
    ],
)
def test_only_a_lower_bound(polaritas, realisasi, expected):
    assert single(realisasi, NAN, polaritas, bawah=80) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "expected"),
    [
        ("minimal", 0, 100),
        ("minimal", 5, 100),
        ("minimal", 6, 80),
        ("maksimal", 0, 100),
        ("maksimal", 6, 120),
        ("stabil", 0, 100),
        ("stabil", 6, 80),
    ],
)
def test_only_an_upper_bound(polaritas, realisasi, expected):
    assert single(realisasi, NAN, polaritas, atas=5) == pytest.approx(expected, abs=1e-9)


def test_bounds_replace_the_target_row_by_row():
    """A target beside a range has no say; a row without bounds keeps its target."""
    result = capaian(
        pd.Series([85.0, 85.0, 70.0, 85.0]),
        pd.Series([1000.0, 100.0, 1000.0, 1000.0]),
        "maksimal",
        aturan=SELISIH,
        target_bawah=pd.Series([80.0, NAN, 80.0, NAN]),
        target_atas=pd.Series([90.0, NAN, NAN, 80.0]),
    )
    assert result.tolist() == pytest.approx([100, 85, 87.5, 106.25])


def test_all_blank_bounds_are_no_bounds():
    assert single(45, 50, bawah=NAN, atas=NAN) == 90


def test_blank_realisasi_is_not_inside_a_range():
    assert np.isnan(single(NAN, NAN, "maksimal", bawah=80, atas=90))
    assert np.isnan(single(NAN, 85, "minimal", bawah=None, atas=90))


def test_a_range_without_polaritas_is_unknown():
    for realisasi in (85.0, 95.0):
        result = capaian(
            pd.Series([realisasi]),
            pd.Series([NAN]),
            pd.Series([None], dtype=object),
            aturan=LIMA,
            target_bawah=pd.Series([80.0]),
            target_atas=pd.Series([90.0]),
        )
        assert result.isna().all()


def test_a_range_of_one_point_is_a_target():
    for polaritas in ("maksimal", "minimal", "stabil"):
        for realisasi in (5.0, 8.0, 11.0):
            assert single(realisasi, NAN, polaritas, bawah=8, atas=8) == pytest.approx(
                single(realisasi, 8, polaritas), abs=1e-9
            )


def test_an_upper_bound_of_zero_follows_target_zero():
    assert single(0, NAN, "minimal", atas=0) == 100
    assert single(3, NAN, "minimal", atas=0) == 0
    assert np.isnan(single(3, NAN, "maksimal", atas=0))
