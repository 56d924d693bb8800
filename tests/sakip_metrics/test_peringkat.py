"""Units beside one another: which jenjang stands for a unit, rank, direction, the instansi."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from sakip_metrics import (
    RekapInstansi,
    arah,
    jenjang_utama,
    peringkat,
    rekap,
    rekap_instansi,
    status_kelompok,
)
from tests.sakip_metrics.kasus import LIMA, measured

NAN = float("nan")


# Rank


def test_equals_share_a_rank_and_the_unranked_have_none():
    per_unit = pd.DataFrame(
        {"nilai": [90.0, 95.0, 90.0, 99.0, NAN, 80.0], "layak_peringkat": [True, True, True, False, False, True]},
        index=list("abcdef"),
    )
    result = peringkat(per_unit)
    assert result.index.tolist() == list("abcdef")
    assert result.dropna().to_dict() == {"a": 2, "b": 1, "c": 2, "f": 4}
    assert result.isna().to_dict() == {"a": False, "b": False, "c": False, "d": True, "e": True, "f": False}


def test_a_unit_does_not_win_by_staying_silent():
    """U1 reports one of its three at 100, U2 all of them at 80."""
    terukur = measured(
        [
            {"nilai": 100, "kode_unit": "U1"},
            {"nilai": None, "kode_unit": "U1"},
            {"nilai": None, "kode_unit": "U1"},
            *[{"nilai": 80, "kode_unit": "U2"}] * 3,
        ]
    )
    per_unit = rekap(terukur, "kode_unit", aturan=LIMA)
    ranks = dict(zip(per_unit["kode_unit"], peringkat(per_unit), strict=True))
    assert ranks["U2"] == 1
    assert pd.isna(ranks["U1"])


def test_nobody_to_rank():
    per_unit = pd.DataFrame({"nilai": [NAN, NAN], "layak_peringkat": [False, False]})
    assert peringkat(per_unit).isna().all()


# Direction


@pytest.mark.parametrize(
    ("quarters", "triwulan", "selisih", "beruntun"),
    [
        # Dinas Kesehatan of the examples: 85,7 to 74,3 to 64,9
        ((85.7, 74.3, 64.9, NAN), 3, -9.4, True),
        ((85.7, 74.3, 64.9, NAN), 2, -11.4, False),
        ((85.7, 74.3, 64.9, NAN), 1, NAN, False),
        ((70.0, 74.3, 64.9, NAN), 3, -9.4, False),
        ((80.0, 70.0, 70.0, NAN), 3, 0.0, False),
        ((80.0, 70.0, 75.0, NAN), 3, 5.0, False),
        ((80.0, NAN, 60.0, 50.0), 3, NAN, False),
        ((80.0, NAN, 60.0, 50.0), 4, -10.0, False),
        ((90.0, 80.0, 70.0, 60.0), 4, -10.0, True),
        ((NAN, NAN, NAN, NAN), 4, NAN, False),
    ],
)
def test_direction_since_the_last_quarter(quarters, triwulan, selisih, beruntun):
    result = arah(pd.DataFrame([quarters], columns=[1, 2, 3, 4], index=["DINKES"]), triwulan=triwulan)
    assert result.index.tolist() == ["DINKES"]
    assert result["selisih"].tolist() == pytest.approx([selisih], nan_ok=True)
    assert result["turun_beruntun"].tolist() == [beruntun]


# The instansi


def test_each_unit_counts_once():
    terukur = measured(
        [{"nilai": 60, "kode_unit": "U1"}] * 3
        + [{"nilai": 100, "kode_unit": "U2"}, {"nilai": None, "kode_unit": "U3"}]
    )
    result = rekap_instansi(rekap(terukur, "kode_unit", aturan=LIMA))
    assert result == RekapInstansi(nilai=80.0, n_unit_dinilai=2, n_unit=3)


def test_an_instansi_where_nobody_reported():
    terukur = measured([{"nilai": None, "kode_unit": "U1"}, {"nilai": None, "kode_unit": "U2"}])
    result = rekap_instansi(rekap(terukur, "kode_unit", aturan=LIMA))
    assert pd.isna(result.nilai)
    assert (result.n_unit_dinilai, result.n_unit) == (0, 2)


def test_a_unit_too_silent_to_be_ranked_is_still_one_of_the_units():
    """The instansi is the mean of its units; coverage decides who may be ranked, and is shown beside it."""
    terukur = measured(
        [
            {"nilai": 60, "kode_unit": "U1"},
            {"nilai": 100, "kode_unit": "U2"},
            {"nilai": None, "kode_unit": "U2"},
        ]
    )
    result = rekap_instansi(rekap(terukur, "kode_unit", aturan=LIMA))
    assert result == RekapInstansi(nilai=80.0, n_unit_dinilai=2, n_unit=2)


# Jenjang


def test_a_unit_is_measured_at_sasaran_or_the_next_it_has():
    rows = pd.DataFrame(
        {
            "kode_unit": ["A", "A", "B", "B", "C", "C", "D"],
            "jenjang": ["program", "sasaran", "subkegiatan", "kegiatan", "tujuan", "subkegiatan", None],
        },
        index=[10, 11, 12, 13, 14, 15, 16],
    )
    result = jenjang_utama(rows)
    assert result.index.tolist() == rows.index.tolist()
    assert result.tolist()[:6] == ["sasaran", "sasaran", "kegiatan", "kegiatan", "subkegiatan", "subkegiatan"]
    assert pd.isna(result.loc[16])


# One status for a group


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"nilai": 90}, {"nilai": None}], "dinilai"),
        ([{"nilai": None}, {"target": None}], "belum_lapor"),
        ([{"target": None}, {"target": None}], "tanpa_target"),
        ([{"target": None, "target_4": 5.0}] * 2, "belum_dijadwalkan"),
    ],
)
def test_the_status_of_a_group(rows, expected):
    assert status_kelompok(measured(rows), "kode_unit").tolist() == [expected]


def test_the_status_of_a_group_for_the_year():
    terukur = measured([{"nilai": 90, "target": None}, {"nilai": None, "kode_unit": "U2", "target_tahunan": NAN}])
    own = status_kelompok(terukur, "kode_unit", ukuran="tahun")
    expected = pd.Series({"U1": "dinilai", "U2": "tanpa_target"})
    assert_series_equal(own.sort_index(), expected, check_names=False, check_index_type=False, check_dtype=False)


def test_the_status_of_an_unknown_measure():
    with pytest.raises(ValueError, match="bulan"):
        status_kelompok(measured([{"nilai": 90}]), "kode_unit", ukuran="bulan")
