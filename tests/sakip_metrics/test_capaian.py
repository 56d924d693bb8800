"""Capaian, the raw percentage: three polarities, both formulas for minimal, ranges, and every odd zero.

Figures marked with a place or a regulation are published; the others are worked by hand beside the case.
"""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from kasus import LIMA, TANPA_BATAS, VEKTOR
from pandas.testing import assert_series_equal

from sakip_metrics import capaian, penyerapan, skor

SELISIH = replace(TANPA_BATAS, rumus_minimal="selisih")
RASIO = replace(TANPA_BATAS, rumus_minimal="rasio")
NAN = float("nan")

PRINTED = 0.05
"""Publishers truncate and compute from unrounded inputs; a printed figure is met within this."""


def single(realisasi, target, polaritas="maksimal", *, aturan=SELISIH, bawah=None, atas=None) -> float:
    """Capaian of one indicator."""

    def cell(value):
        return None if value is None else pd.Series([value], dtype="float64")

    result = capaian(
        cell(realisasi),
        cell(target),
        polaritas,
        aturan=aturan,
        target_bawah=cell(bawah),
        target_atas=cell(atas),
    )
    return result.iloc[0]


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


# Ranges


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


# Published figures


@pytest.mark.parametrize(
    ("realisasi", "target", "printed"),
    [
        pytest.param(5, 23, 21.73, id="Wonosobo 2019, truncated in print"),
        pytest.param(99.38, 90, 110.42, id="KPPN Semarang I 2021, Y"),
        pytest.param(6.12, 10.83, 56.53, id="Cirebon 2026, from unrounded inputs"),
        pytest.param(-1.41, 2, -70.50, id="Wonogiri 2020, growth"),
        pytest.param(83, 80, 103.75, id="KPU Sarolangun 2019 before its cap of 100"),
        pytest.param(80, 80, 100, id="KPU Kaltim 2020"),
        pytest.param(0.269, 0.288, 93.40, id="Wonogiri 2020, gini divided as if higher were better"),
        pytest.param(1, 3, 33.333333, id="Bondowoso 2021, absolut"),
        pytest.param(30, 120, 25, id="Bondowoso 2021, absolut"),
        pytest.param(20, 42, 47.619047, id="Bondowoso 2021, five-year target"),
        pytest.param(75, 2, 3750, id="Deli Serdang E.81 2025"),
    ],
)
def test_published_maksimal(realisasi, target, printed):
    assert single(realisasi, target) == pytest.approx(printed, abs=PRINTED)


def test_kpu_sarolangun_prints_its_cap():
    """Target 80 %, real 83 %, printed 100 %."""
    assert skor(pd.Series([single(83, 80)]), aturan=LIMA).tolist() == [100]


def test_a_form_that_prints_200_for_a_blank_polaritas_is_not_followed():
    """Bondowoso 2021 row 15: karakter blank, realisasi blank, target 4, printed 200 % Sangat Tinggi."""
    blank = pd.Series([None], dtype=object)
    for realisasi in (NAN, 0.0):
        assert capaian(pd.Series([realisasi]), pd.Series([4.0]), blank, aturan=SELISIH).isna().all()


CROSSCHECK = {
    "LLDIKTI XVI": replace(SELISIH, batas_bawah=0),
    "Banjarnegara": replace(SELISIH, batas_bawah=0),
    "Pringsewu MONEV": RASIO,
    "Pringsewu LAKIP": SELISIH,
    "Semarang": replace(SELISIH, batas_bawah=0, batas_atas=100),
    "wp-eval triwulan": replace(RASIO, rasio_realisasi_nol=0),
    "kwanter A": replace(SELISIH, batas_atas=200),
    "kwanter B": replace(RASIO, batas_atas=200),
    "Boyolali (ichien86/esakip)": replace(RASIO, batas_atas=100),
    "Majalengka (Rayhanyl/esakip-app)": SELISIH,
    "PLN UP3 (Excel nyata)": replace(SELISIH, batas_atas=110),
    "Imihigo": replace(RASIO, batas_atas=100),
}
"""Systems in use whose lower-is-better figures are ours under some setting of the rule."""

CROSSCHECK_TYPED = [
    ("LLDIKTI XVI", (150, 100, 75, 200)),
    ("Pringsewu MONEV", (200, 100, 80, 100)),
    ("Pringsewu LAKIP", (150, 100, 75, 200)),
    ("Semarang", (100, 100, 75, 100)),
    ("wp-eval triwulan", (200, 100, 80, 0)),
    ("kwanter A", (150, 100, 75, 200)),
    ("PLN UP3 (Excel nyata)", (110, 100, 75, 110)),
    ("Imihigo", (100, 100, 80, 100)),
]


def crosscheck(aturan) -> list[float]:
    """Target 8 with realisasi 4, 8, 10 and 0."""
    realisasi = pd.Series([4.0, 8.0, 10.0, 0.0])
    raw = capaian(realisasi, pd.Series([8.0] * 4), "minimal", aturan=aturan)
    return skor(raw, aturan=aturan).tolist()


@pytest.mark.parametrize(("system", "shown"), CROSSCHECK_TYPED)
def test_systems_in_use(system, shown):
    assert crosscheck(CROSSCHECK[system]) == pytest.approx(list(shown))


def rows(name: str) -> list[dict[str, str]]:
    """A published table, or a skip where it is not at hand."""
    path = VEKTOR / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> float:
    """A number as those tables write it: '80%', '2 Lap', '3750', '' for a blank."""
    text = text.strip().removesuffix("Lap").removesuffix("%").strip()
    return float(text.replace(",", ".")) if text else NAN


def test_systems_in_use_as_tabled():
    checked = 0
    for row in rows("crosscheck_minimize.csv"):
        if row["aplikasi"] in CROSSCHECK:
            for own, text in zip(
                crosscheck(CROSSCHECK[row["aplikasi"]]),
                [row["t8_r4"], row["t8_r8"], row["t8_r10"], row["t8_r0"]],
                strict=True,
            ):
                if text:
                    assert own == pytest.approx(float(text)), row["aplikasi"]
                    checked += 1
    assert checked >= 40


def test_e81_of_deli_serdang():
    """Column 15 = 14/6 x 100, 93 rows up to 3750 %; `#DIV/0!` where the target is 0."""
    table = rows("03_deliserdang_bappedalitbang_2025_E81_renstra.csv")
    target = pd.Series([number(row["target"]) for row in table])
    realisasi = pd.Series([number(row["realisasi"]) for row in table])
    own = capaian(realisasi, target, aturan=TANPA_BATAS)
    printed = pd.Series([NAN if "#" in row["capaian_terbit"] else number(row["capaian_terbit"]) for row in table])
    assert printed.max() == 3750
    assert own.isna().tolist() == printed.isna().tolist()
    assert ((own - printed).abs().dropna() <= PRINTED).all()


def test_kpu_kaltim():
    table = rows("06_kpu_kaltim_sekretariat_2020.csv")
    own = capaian(
        pd.Series([number(row["realisasi"]) for row in table]),
        pd.Series([number(row["target"]) for row in table]),
        aturan=LIMA,
    )
    assert own.tolist() == pytest.approx([number(row["capaian_terbit"]) for row in table])


def test_bondowoso_where_the_form_states_a_direction():
    table = [
        row
        for row in rows("11_bondowoso_2021_form_evaluasi_renja_tw1.csv")
        if row["polaritas_if_stated"] and row["target"]
    ]
    assert table
    own = capaian(
        pd.Series([number(row["realisasi"]) for row in table]),
        pd.Series([number(row["target"]) for row in table]),
        aturan=LIMA,
    )
    assert own.tolist() == pytest.approx([number(row["capaian_terbit"]) for row in table], abs=PRINTED)


# Budget


def test_penyerapan_is_realisasi_over_pagu():
    """BKPSDM Kota Cirebon 2026: TW II 210.426.590 is 57,79 %, so TW I 17.244.445 is the printed 4,74 %."""
    pagu = 210_426_590 / 0.5779
    result = penyerapan(pd.Series([17_244_445.0, 210_426_590.0]), pd.Series([pagu, pagu]))
    assert result.tolist() == pytest.approx([4.74, 57.79], abs=PRINTED)


def test_penyerapan_edges():
    realisasi = pd.Series([50.0, 0.0, 10.0, 0.0, 10.0, NAN, 120.0], index=list("abcdefg"))
    pagu = pd.Series([200.0, 200.0, 0.0, 0.0, NAN, 200.0, 100.0], index=list("abcdefg"))
    result = penyerapan(realisasi, pagu)
    expected = pd.Series([25.0, 0.0, NAN, NAN, NAN, NAN, 120.0], index=list("abcdefg"))
    assert_series_equal(result, expected, check_names=False)


def test_penyerapan_leaves_its_inputs_alone_and_takes_whole_rupiah():
    realisasi, pagu = pd.Series([1, 2], dtype="int64"), pd.Series([4, 0], dtype="int64")
    before = realisasi.copy(), pagu.copy()
    assert_series_equal(penyerapan(realisasi, pagu), pd.Series([25.0, NAN]), check_names=False)
    assert_series_equal(realisasi, before[0])
    assert_series_equal(pagu, before[1])


def test_budget_column_of_deli_serdang():
    """Tingkat capaian Renstra (Rp): realisasi s/d 2025 over the pagu of the Renstra."""
    table = [
        row
        for row in rows("04_deliserdang_bappedalitbang_2025_E81_triwulan.csv")
        if row["renstra_Rp"] and row["realisasi_sd_2025_Rp"] and "#" not in row["tingkat_capaian_renstra_Rp_pct"]
    ]
    table = [row for row in table if float(row["renstra_Rp"]) != 0 and row["tingkat_capaian_renstra_Rp_pct"]]
    assert len(table) > 80
    own = penyerapan(
        pd.Series([float(row["realisasi_sd_2025_Rp"]) for row in table]),
        pd.Series([float(row["renstra_Rp"]) for row in table]),
    )
    assert own.tolist() == pytest.approx(
        [float(row["tingkat_capaian_renstra_Rp_pct"]) for row in table], abs=PRINTED
    )
