"""Capaian, the raw percentage: three polarities, both formulas for minimal, and every odd zero."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from sakip_metrics import capaian
from tests.sakip_metrics.kasus import LIMA, PRINTED, RASIO, SELISIH, single

NAN = float("nan")


# Three polarities, two formulas


@pytest.mark.parametrize(
    ("realisasi", "target", "expected"),
    [
        (45, 50, 90),
        (50, 50, 100),
        (60, 50, 120),
        (0, 50, 0),
        (75, 2, 3750),
        (5, 23, 21.739130434782608),
        (1e-9, 1e-9, 100),
        (2.5e12, 1e13, 25),
    ],
)
def test_maksimal_is_realisasi_over_target(realisasi, target, expected):
    assert single(realisasi, target) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("aturan", [SELISIH, RASIO])
def test_the_formula_for_minimal_does_not_touch_maksimal_and_stabil(aturan):
    assert single(45, 50, "maksimal", aturan=aturan) == 90
    assert single(45, 50, "stabil", aturan=aturan) == 90


@pytest.mark.parametrize(
    ("realisasi", "target", "selisih", "rasio"),
    [
        (12, 10, 80, 83.33333333333333),
        (5, 10, 150, 200),
        (10, 10, 100, 100),
        (20, 10, 0, 50),
        (25, 10, -50, 40),
        (4, 8, 150, 200),
        (8, 8, 100, 100),
        (10, 8, 75, 80),
    ],
)
def test_minimal_by_both_formulas(realisasi, target, selisih, rasio):
    assert single(realisasi, target, "minimal", aturan=SELISIH) == pytest.approx(selisih, abs=1e-9)
    assert single(realisasi, target, "minimal", aturan=RASIO) == pytest.approx(rasio, abs=1e-9)


@pytest.mark.parametrize(
    ("realisasi", "target", "expected"),
    [
        (3, 3, 100),
        (2.7, 3, 90),
        (3.3, 3, 90),
        (0, 3, 0),
        (6, 3, 0),
        (9, 3, -100),
        (-1, 3, -33.33333333333333),
    ],
)
def test_stabil_falls_on_either_side_and_is_not_floored(realisasi, target, expected):
    assert single(realisasi, target, "stabil") == pytest.approx(expected, abs=1e-9)


def test_polaritas_is_maksimal_unless_named():
    result = capaian(pd.Series([45.0]), pd.Series([50.0]), aturan=LIMA)
    assert result.tolist() == [90.0]


def test_capaian_is_raw_under_every_cap():
    assert single(75, 2, aturan=LIMA) == 3750
    assert single(25, 10, "minimal", aturan=LIMA) == -50


# Zero, negative and blank


@pytest.mark.parametrize("realisasi", [0, 1, -1, 0.5, 1e9])
@pytest.mark.parametrize("aturan", [SELISIH, RASIO])
def test_maksimal_against_target_zero_is_not_a_number(realisasi, aturan):
    assert np.isnan(single(realisasi, 0, "maksimal", aturan=aturan))


@pytest.mark.parametrize("aturan", [SELISIH, RASIO, replace(RASIO, rasio_realisasi_nol=0)])
def test_minimal_against_target_zero_is_met_by_zero_alone(aturan):
    assert single(0, 0, "minimal", aturan=aturan) == 100
    assert single(-0.0, -0.0, "minimal", aturan=aturan) == 100
    assert single(1, 0, "minimal", aturan=aturan) == 0
    assert single(0.001, 0, "minimal", aturan=aturan) == 0


@pytest.mark.parametrize("realisasi", [0, 1, -1])
def test_stabil_against_target_zero_is_not_a_number(realisasi):
    assert np.isnan(single(realisasi, 0, "stabil"))


def test_minimal_with_nothing_happened_is_200_by_selisih():
    assert single(0, 8, "minimal", aturan=SELISIH) == 200


@pytest.mark.parametrize("nol", [100, 0, 120, 200])
def test_minimal_with_nothing_happened_is_what_the_rule_says_by_rasio(nol):
    assert single(0, 8, "minimal", aturan=replace(RASIO, rasio_realisasi_nol=nol)) == nol


def test_rasio_realisasi_nol_has_no_say_over_selisih_or_maksimal():
    assert single(0, 8, "minimal", aturan=replace(SELISIH, rasio_realisasi_nol=55)) == 200
    assert single(0, 8, "maksimal", aturan=replace(RASIO, rasio_realisasi_nol=55)) == 0
    assert single(0, 8, "stabil", aturan=replace(RASIO, rasio_realisasi_nol=55)) == 0


@pytest.mark.parametrize("polaritas", ["maksimal", "minimal", "stabil"])
@pytest.mark.parametrize("realisasi", [-3, -2, 0, 2])
@pytest.mark.parametrize("aturan", [SELISIH, RASIO])
def test_a_negative_target_is_never_divided_by(polaritas, realisasi, aturan):
    assert np.isnan(single(realisasi, -2, polaritas, aturan=aturan))


def test_negative_realisasi_is_kept_raw():
    """Economic growth of Wonogiri 2020: target 2 %, real -1,41 %, printed -70,50 %."""
    assert single(-1.41, 2) == pytest.approx(-70.50, abs=PRINTED)
    assert single(-1.41, 2, "minimal") == pytest.approx(270.5, abs=1e-9)


@pytest.mark.parametrize("polaritas", ["maksimal", "minimal", "stabil"])
@pytest.mark.parametrize("aturan", [SELISIH, RASIO])
@pytest.mark.parametrize(
    ("realisasi", "target"), [(NAN, 10), (10, NAN), (NAN, NAN), (NAN, 0), (NAN, -1), (0, NAN)]
)
def test_blank_in_nan_out(realisasi, target, polaritas, aturan):
    assert np.isnan(single(realisasi, target, polaritas, aturan=aturan))


@pytest.mark.parametrize("polaritas", ["maksimal", "minimal", "stabil"])
@pytest.mark.parametrize("aturan", [SELISIH, RASIO])
def test_never_inf(polaritas, aturan):
    values = [0.0, -0.0, 1.0, -1.0, 5e-324, 1e-308, 1e308, -1e308, NAN]
    realisasi = pd.Series(np.repeat(values, len(values)))
    target = pd.Series(np.tile(values, len(values)))
    with np.errstate(all="ignore"):
        result = capaian(realisasi, target, polaritas, aturan=aturan)
    assert not np.isinf(result).any()


# Shape: index, dtype, mixed polarities, inputs left alone


def test_polaritas_may_differ_by_row_and_unknown_stays_unknown():
    realisasi = pd.Series([12.0] * 7)
    target = pd.Series([10.0] * 7)
    polaritas = pd.Series(["maksimal", "minimal", "stabil", None, NAN, pd.NA, "minimal"], dtype=object)
    result = capaian(realisasi, target, polaritas, aturan=SELISIH)
    expected = pd.Series([120.0, 80.0, 80.0, NAN, NAN, NAN, 80.0])
    assert_series_equal(result, expected, check_names=False)


@pytest.mark.parametrize("dtype", ["str", "category", "object"])
def test_polaritas_in_any_text_dtype(dtype):
    polaritas = pd.Series(["maksimal", "minimal", None], dtype=dtype)
    result = capaian(pd.Series([12.0, 12.0, 12.0]), pd.Series([10.0, 10.0, 10.0]), polaritas, aturan=SELISIH)
    assert_series_equal(result, pd.Series([120.0, 80.0, NAN]), check_names=False)


def test_the_index_of_realisasi_is_kept():
    index = pd.Index(["c", "a", "b"], name="kode")
    result = capaian(pd.Series([1.0, 2.0, 3.0], index=index), pd.Series([2.0, 2.0, 2.0], index=index), aturan=LIMA)
    assert_series_equal(result, pd.Series([50.0, 100.0, 150.0], index=index), check_names=False)


def test_a_repeated_index_is_no_obstacle():
    index = [7, 7, 7]
    result = capaian(
        pd.Series([1.0, 2.0, 3.0], index=index),
        pd.Series([2.0, 2.0, 2.0], index=index),
        pd.Series(["maksimal", "minimal", "stabil"], index=index),
        aturan=SELISIH,
    )
    assert_series_equal(result, pd.Series([50.0, 100.0, 50.0], index=index), check_names=False)


@pytest.mark.parametrize("dtype", ["int64", "Int64", "Float64", "float32", "object"])
def test_float64_out_whatever_number_dtype_comes_in(dtype):
    result = capaian(pd.Series([1, 0], dtype=dtype), pd.Series([4, 4], dtype=dtype), aturan=LIMA)
    assert_series_equal(result, pd.Series([25.0, 0.0]), check_names=False)


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "object"])
def test_blanks_of_every_dtype(dtype):
    realisasi = pd.Series([None, 1, None, 0], dtype=dtype)
    target = pd.Series([4, None, None, 0], dtype=dtype)
    result = capaian(realisasi, target, "minimal", aturan=SELISIH)
    assert_series_equal(result, pd.Series([NAN, NAN, NAN, 100.0]), check_names=False)


@pytest.mark.parametrize("polaritas", ["maksimal", "minimal", "stabil"])
def test_nothing_in_nothing_out(polaritas):
    empty = pd.Series([], dtype="float64")
    result = capaian(empty, empty, polaritas, aturan=LIMA)
    assert_series_equal(result, empty, check_names=False, check_index_type=False)


def test_inputs_are_left_alone():
    inputs = [
        pd.Series([92.0, NAN, 6.5]),
        pd.Series([1.0, 0.0, 2.0]),
        pd.Series(["maksimal", "minimal", None], dtype=object),
        pd.Series([80.0, NAN, 7.0]),
        pd.Series([90.0, NAN, 8.0]),
    ]
    before = [series.copy(deep=True) for series in inputs]
    realisasi, target, polaritas, bawah, atas = inputs
    capaian(realisasi, target, polaritas, aturan=LIMA, target_bawah=bawah, target_atas=atas)
    for now, then in zip(inputs, before, strict=True):
        assert_series_equal(now, then)


def test_rows_are_matched_by_label_or_refused_never_by_place():
    realisasi = pd.Series([1.0, 2.0], index=["a", "b"])
    turned = pd.Series([2.0, 4.0], index=["b", "a"])
    assert capaian(realisasi, turned, aturan=LIMA).to_dict() == {"a": 25.0, "b": 100.0}
    with pytest.raises(ValueError, match="target"):
        capaian(realisasi, pd.Series([2.0, 4.0], index=["b", "c"]), aturan=LIMA)


def test_one_target_for_all_rows():
    assert capaian(pd.Series([1.0, 2.0]), 4, aturan=LIMA).tolist() == [25.0, 50.0]


@pytest.mark.parametrize("word", ["naik", "Maksimal", "maximize"])
def test_a_word_that_is_no_polaritas_is_refused(word):
    with pytest.raises(ValueError, match=word):
        capaian(pd.Series([1.0]), pd.Series([2.0]), word, aturan=LIMA)
