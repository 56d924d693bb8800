"""Skor (capaian after floor and cap) and predikat (the band), each edge from both sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from sakip_metrics import ATURAN_BAKU, capaian, predikat, skor
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS

NAN = float("nan")
EDGE = 1e-6
"""A step well above the ninth decimal, at which banding rounds."""


def band(value: float, aturan=LIMA) -> str:
    """Predikat of one skor."""
    return predikat(pd.Series([value]), aturan=aturan).iloc[0]


# Skor


@pytest.mark.parametrize(
    ("preset", "raw", "expected"),
    [
        ("lima-peringkat", [-70.5, -0.001, 0, 50, 100, 100.001, 3750], [0, 0, 0, 50, 100, 100, 100]),
        ("bps", [-70.5, 0, 50, 100, 120, 120.001, 3750], [0, 0, 50, 100, 120, 120, 120]),
        ("tanpa-batas", [-70.5, 0, 50, 100, 120, 3750], [-70.5, 0, 50, 100, 120, 3750]),
        ("kpu-contoh", [0, 50, 100, 103.75, 3750], [0, 50, 100, 100, 100]),
        ("kemenkeu", [0, 50, 100, 110.42, 120, 3750], [0, 50, 100, 110.42, 120, 120]),
    ],
)
def test_floor_and_cap_of_each_preset(preset, raw, expected):
    assert skor(pd.Series(raw, dtype="float64"), aturan=ATURAN_BAKU[preset]).tolist() == expected


@pytest.mark.parametrize(
    ("bawah", "atas", "expected"),
    [
        (None, None, [-50, 0, 115, 200]),
        (0, None, [0, 0, 115, 200]),
        (None, 110, [-50, 0, 110, 110]),
        (0, 110, [0, 0, 110, 110]),
        (10, 90, [10, 10, 90, 90]),
    ],
)
def test_none_is_no_floor_and_no_cap(bawah, atas, expected):
    aturan = replace(TANPA_BATAS, batas_bawah=bawah, batas_atas=atas)
    assert skor(pd.Series([-50.0, 0.0, 115.0, 200.0]), aturan=aturan).tolist() == expected


@pytest.mark.parametrize("preset", sorted(ATURAN_BAKU))
def test_blank_capaian_has_no_skor(preset):
    raw = pd.Series([NAN, 50.0], index=["x", "y"])
    before = raw.copy()
    assert_series_equal(
        skor(raw, aturan=ATURAN_BAKU[preset]), pd.Series([NAN, 50.0], index=["x", "y"]), check_names=False
    )
    assert_series_equal(raw, before)


def test_skor_of_nothing():
    empty = pd.Series([], dtype="float64")
    assert skor(empty, aturan=LIMA).dtype == "float64"
    assert skor(empty, aturan=LIMA).empty


# The five bands


LIMA_TEPI = [
    (91, "Sangat Tinggi", "Tinggi"),
    (76, "Tinggi", "Sedang"),
    (66, "Sedang", "Rendah"),
    (51, "Rendah", "Sangat Rendah"),
]


@pytest.mark.parametrize(("edge", "above", "below"), LIMA_TEPI)
def test_an_edge_belongs_to_the_band_above_under_ge(edge, above, below):
    assert band(edge) == above
    assert band(edge + EDGE) == above
    assert band(edge - EDGE) == below


@pytest.mark.parametrize(("edge", "above", "below"), LIMA_TEPI)
def test_an_edge_belongs_to_the_band_below_under_gt(edge, above, below):
    aturan = replace(LIMA, tepi=">")
    assert band(edge, aturan) == below
    assert band(edge + EDGE, aturan) == above
    assert band(edge - EDGE, aturan) == below


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (100, "Sangat Tinggi"),
        (95.5, "Sangat Tinggi"),
        (90.96, "Tinggi"),
        (90.999999, "Tinggi"),
        (90.5, "Tinggi"),
        (90, "Tinggi"),
        (83, "Tinggi"),
        (75.5, "Sedang"),
        (70, "Sedang"),
        (65.5, "Rendah"),
        (60, "Rendah"),
        (50.5, "Sangat Rendah"),
        (50, "Sangat Rendah"),
        (25, "Sangat Rendah"),
        (0, "Sangat Rendah"),
    ],
)
def test_the_gaps_in_the_printed_table(value, expected):
    """Print says 91-100, 76-90, …; Kabupaten Kediri reads 90,5 as Tinggi and 50,5 as Sangat Rendah."""
    assert band(value) == expected


def test_beyond_the_printed_table():
    """No cap: what exceeds 100 stays in the top band, what falls below 0 in the lowest."""
    assert band(100.01) == "Sangat Tinggi"
    assert band(3750) == "Sangat Tinggi"
    assert band(-0.01) == "Sangat Rendah"
    assert band(-70.5) == "Sangat Rendah"


# Other presets: where the band changes, whatever the bands are called


@pytest.mark.parametrize(
    ("preset", "edges"),
    [
        ("lima-peringkat", [91, 76, 66, 51]),
        ("kemenkeu", [100, 80]),
        ("kpu-contoh", [100, 75, 55]),
    ],
)
@pytest.mark.parametrize("tepi", [">=", ">"])
def test_the_band_changes_at_the_edges_and_nowhere_else(preset, edges, tepi):
    aturan = replace(ATURAN_BAKU[preset], tepi=tepi)
    for edge in edges:
        below, at, above = (band(edge + step, aturan) for step in (-EDGE, 0, EDGE))
        assert below != above
        assert at == (above if tepi == ">=" else below)
    grid = [*np.arange(-20, 131, 0.5)]
    labels = predikat(pd.Series(grid), aturan=aturan).tolist()
    assert len(set(labels)) == len(edges) + 1


@pytest.mark.parametrize("preset", sorted(ATURAN_BAKU))
def test_bands_are_words(preset):
    labels = predikat(pd.Series([0.0, 55.0, 79.0, 99.0, 150.0]), aturan=ATURAN_BAKU[preset])
    assert all(isinstance(label, str) and label.strip() for label in labels.tolist())


def test_kpu_has_four_bands():
    labels = predikat(pd.Series(np.arange(0, 101, 0.5)), aturan=ATURAN_BAKU["kpu-contoh"])
    assert labels.nunique() == 4


# Noise, blanks, shape


def test_float_noise_does_not_cost_a_band():
    """(2 x 11 - 16,39)/11 is 51 %, and 50.99999999999999 to a computer."""
    noisy = (2 * 11 - 16.39) / 11 * 100
    assert noisy < 51
    assert band(noisy) == "Rendah"
    raw = capaian(pd.Series([16.39]), pd.Series([11.0]), "minimal", aturan=LIMA)
    assert predikat(skor(raw, aturan=LIMA), aturan=LIMA).tolist() == ["Rendah"]


def test_float_noise_does_not_win_a_band_either():
    aturan = replace(LIMA, tepi=">")
    assert band(51.00000000000001, aturan) == "Sangat Rendah"
    assert band((2 * 11 - 16.39) / 11 * 100, aturan) == "Sangat Rendah"
    assert band(91.00000000000001, aturan) == "Tinggi"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (90.9999999999, "Sangat Tinggi"),
        (90.9999999996, "Sangat Tinggi"),
        (90.9999999994, "Tinggi"),
        (90.999999998, "Tinggi"),
    ],
)
def test_nine_decimals_and_no_fewer(value, expected):
    assert band(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(91.0000000004, "Tinggi"), (91.0000000006, "Sangat Tinggi")])
def test_nine_decimals_under_gt(value, expected):
    assert band(value, replace(LIMA, tepi=">")) == expected


@pytest.mark.parametrize("preset", sorted(ATURAN_BAKU))
def test_a_blank_skor_has_no_predikat(preset):
    labels = predikat(pd.Series([NAN, 80.0, NAN], index=["a", "b", "c"]), aturan=ATURAN_BAKU[preset])
    assert labels.index.tolist() == ["a", "b", "c"]
    assert labels.isna().tolist() == [True, False, True]


def test_all_blank_and_empty():
    assert predikat(pd.Series([NAN, NAN]), aturan=LIMA).isna().all()
    assert predikat(pd.Series([], dtype="float64"), aturan=LIMA).empty


def test_predikat_leaves_its_input_alone():
    values = pd.Series([50.99999999999999, NAN])
    before = values.copy()
    predikat(values, aturan=LIMA)
    assert_series_equal(values, before)
