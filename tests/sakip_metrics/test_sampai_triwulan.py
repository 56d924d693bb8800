"""The value up to a quarter: four ways to consolidate, blanks skipped, zeros counted."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal, assert_series_equal

from sakip_metrics import sampai_triwulan
from tests.sakip_metrics.kasus import VEKTOR

NAN = float("nan")
WAYS = ["jumlah", "rata_rata", "nilai_akhir", "maksimum"]


def row(*values: float) -> pd.DataFrame:
    """One indicator."""
    return pd.DataFrame([values], columns=[1, 2, 3, 4], dtype="float64")


def upto(values, konsolidasi: str) -> list[float]:
    """The value up to TW I, II, III and IV."""
    return [sampai_triwulan(row(*values), konsolidasi, triwulan=q).iloc[0] for q in (1, 2, 3, 4)]


CASES = [
    # values of TW I-IV, way, up to TW I, II, III, IV
    ((10, 20, 30, 40), "jumlah", (10, 30, 60, 100)),
    ((10, 20, 30, 40), "rata_rata", (10, 15, 20, 25)),
    ((10, 20, 30, 40), "nilai_akhir", (10, 20, 30, 40)),
    ((10, 20, 30, 40), "maksimum", (10, 20, 30, 40)),
    ((40, 30, 20, 10), "nilai_akhir", (40, 30, 20, 10)),
    ((40, 30, 20, 10), "maksimum", (40, 40, 40, 40)),
    # a blank is skipped
    ((10, NAN, 30, NAN), "jumlah", (10, 10, 40, 40)),
    ((10, NAN, 30, NAN), "rata_rata", (10, 10, 20, 20)),
    ((10, NAN, 30, NAN), "nilai_akhir", (10, 10, 30, 30)),
    ((10, NAN, 30, NAN), "maksimum", (10, 10, 30, 30)),
    ((NAN, NAN, 30, 20), "jumlah", (NAN, NAN, 30, 50)),
    ((NAN, NAN, 30, 20), "rata_rata", (NAN, NAN, 30, 25)),
    ((NAN, NAN, 30, 20), "nilai_akhir", (NAN, NAN, 30, 20)),
    ((NAN, NAN, 30, 20), "maksimum", (NAN, NAN, 30, 30)),
    # a zero counts
    ((10, 0, 20, 0), "jumlah", (10, 10, 30, 30)),
    ((10, 0, 20, 0), "rata_rata", (10, 5, 10, 7.5)),
    ((10, 0, 20, 0), "nilai_akhir", (10, 0, 20, 0)),
    ((10, 0, 20, 0), "maksimum", (10, 10, 20, 20)),
    ((0, NAN, NAN, NAN), "jumlah", (0, 0, 0, 0)),
    ((0, NAN, NAN, NAN), "rata_rata", (0, 0, 0, 0)),
    ((0, NAN, NAN, NAN), "nilai_akhir", (0, 0, 0, 0)),
    ((0, NAN, NAN, NAN), "maksimum", (0, 0, 0, 0)),
    ((50, 0, NAN, NAN), "nilai_akhir", (50, 0, 0, 0)),
    # below zero
    ((-1, -3, NAN, -2), "jumlah", (-1, -4, -4, -6)),
    ((-1, -3, NAN, -2), "rata_rata", (-1, -2, -2, -2)),
    ((-1, -3, NAN, -2), "nilai_akhir", (-1, -3, -3, -2)),
    ((-1, -3, NAN, -2), "maksimum", (-1, -1, -1, -1)),
    ((NAN, -3, 0, NAN), "maksimum", (NAN, -3, 0, 0)),
    # Bondowoso 2021: absolut is the sum, non absolut the last filled; 25, 50, blank, 100 is 100
    ((25, 50, NAN, 100), "nilai_akhir", (25, 50, 50, 100)),
    ((1, 2, NAN, NAN), "jumlah", (1, 3, 3, 3)),
]


@pytest.mark.parametrize(("values", "konsolidasi", "expected"), CASES)
def test_by_hand(values, konsolidasi, expected):
    assert upto(values, konsolidasi) == pytest.approx(list(expected), nan_ok=True)


@pytest.mark.parametrize("konsolidasi", WAYS)
@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_nothing_filled_is_nan_and_not_zero(konsolidasi, triwulan):
    assert sampai_triwulan(row(NAN, NAN, NAN, NAN), konsolidasi, triwulan=triwulan).isna().all()


@pytest.mark.parametrize("konsolidasi", WAYS)
@pytest.mark.parametrize("triwulan", [1, 2, 3])
def test_later_quarters_are_not_looked_at(konsolidasi, triwulan):
    now = [7.0, 5.0, 9.0, 4.0]
    later = [*now[:triwulan], *[1e6] * (4 - triwulan)]
    assert_series_equal(
        sampai_triwulan(row(*now), konsolidasi, triwulan=triwulan),
        sampai_triwulan(row(*later), konsolidasi, triwulan=triwulan),
    )


def test_kppn_semarang():
    """KPPN Semarang I 2021: Q1 100; Q2 99,50; Sm.I 99,75; Q3 98,76; s.d Q3 99,42; Q4 99,26; Y 99,38."""
    assert upto((100, 99.50, 98.76, 99.26), "rata_rata") == pytest.approx([100, 99.75, 99.42, 99.38], abs=0.005)


def test_one_way_for_each_row():
    nilai = pd.DataFrame(
        [[10, 20, NAN, 5]] * 6,
        columns=[1, 2, 3, 4],
        index=pd.Index(list("abcdef"), name="kode"),
        dtype="float64",
    )
    ways = pd.Series([*WAYS, None, NAN], index=nilai.index, dtype=object)
    result = sampai_triwulan(nilai, ways, triwulan=4)
    expected = pd.Series([35.0, 35 / 3, 5.0, 20.0, NAN, NAN], index=nilai.index)
    assert_series_equal(result, expected, check_names=False)


@pytest.mark.parametrize("konsolidasi", WAYS)
def test_quarters_go_by_their_number_and_not_by_their_place(konsolidasi):
    nilai = row(10, 20, NAN, 5)
    assert_series_equal(
        sampai_triwulan(nilai[[4, 2, 3, 1]], konsolidasi, triwulan=3),
        sampai_triwulan(nilai, konsolidasi, triwulan=3),
    )


@pytest.mark.parametrize("konsolidasi", WAYS)
def test_float64_on_the_same_index_and_inputs_left_alone(konsolidasi):
    nilai = pd.DataFrame({1: [1, 2], 2: [3, 4], 3: [5, 6], 4: [7, 8]}, index=[9, 3])
    before = nilai.copy()
    result = sampai_triwulan(nilai, konsolidasi, triwulan=2)
    assert result.dtype == "float64"
    assert result.index.tolist() == [9, 3]
    assert_frame_equal(nilai, before)


@pytest.mark.parametrize("konsolidasi", WAYS)
def test_no_rows(konsolidasi):
    result = sampai_triwulan(pd.DataFrame(columns=[1, 2, 3, 4], dtype="float64"), konsolidasi, triwulan=2)
    assert result.empty
    assert result.dtype == "float64"


def test_e81_year_is_the_sum_of_its_quarters():
    """Deli Serdang 2025: kolom 13 = 9+10+11+12, but for one row whose printed total is 0 instead of 35."""
    path = VEKTOR / "04_deliserdang_bappedalitbang_2025_E81_triwulan.csv"
    if not path.exists():
        pytest.skip("the published table is not at hand")
    table = pd.read_csv(path)
    table = table[(table["row"] != 51) & table["realisasi_tahun_K"].notna()]
    nilai = table[["tw1_K", "tw2_K", "tw3_K", "tw4_K"]].set_axis([1, 2, 3, 4], axis="columns")
    own = sampai_triwulan(nilai, "jumlah", triwulan=4)
    assert own.tolist() == pytest.approx(table["realisasi_tahun_K"].astype("float64").tolist(), abs=1e-9)
