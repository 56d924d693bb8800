"""The roll-up: means that a unit cannot win by staying silent, weights within each PK, coverage, bands."""

from __future__ import annotations

import warnings
from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sakip_metrics import ATURAN_BAKU, hitung, rekap
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS, measured, missing, quarters

_ = None
BANDS = ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"]

SILENT = {"nilai": None}
UNPLANNED = {"target": None}
LATER = {"target": None, "target_4": 100.0}


def unit(rows, *, aturan=LIMA, ukuran="skor_triwulan") -> pd.Series:
    """The roll-up of rows that all belong to one unit."""
    result = rekap(measured(rows, aturan=aturan), "kode_unit", aturan=aturan, ukuran=ukuran)
    assert len(result) == 1
    return result.iloc[0]


# Mean, counts, coverage


def test_mean_of_the_assessed():
    row = unit([{"nilai": 100}, {"nilai": 80}, {"nilai": 30}])
    assert row["kode_unit"] == "U1"
    assert row["nilai"] == pytest.approx(70)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (3, 3, 3)
    assert row["cakupan"] == 100
    assert row["layak_peringkat"]


def test_cap_before_averaging():
    """One row of 3750 % must not rule the unit: (100 + 50) / 2, and 1900 without a cap."""
    rows = [{"nilai": 3750}, {"nilai": 50}]
    assert unit(rows)["nilai"] == pytest.approx(75)
    assert unit(rows, aturan=ATURAN_BAKU["bps"])["nilai"] == pytest.approx(85)
    assert unit(rows, aturan=TANPA_BATAS)["nilai"] == pytest.approx(1900)


def test_floor_before_averaging():
    rows = [{"nilai": -70.5}, {"nilai": 50}]
    assert unit(rows)["nilai"] == pytest.approx(25)
    assert unit(rows, aturan=TANPA_BATAS)["nilai"] == pytest.approx(-10.25)


def test_a_silent_indicator_is_left_out_of_the_mean_and_counted_as_zero_beside_it():
    row = unit([{"nilai": 90}, {"nilai": 60}, SILENT])
    assert row["nilai"] == pytest.approx(75)
    assert row["nilai_terendah"] == pytest.approx(50)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (2, 3, 3)
    assert row["cakupan"] == pytest.approx(66.66666666666667)
    assert not row["layak_peringkat"]


def test_what_was_not_due_is_no_silence():
    row = unit([{"nilai": 90}, {"nilai": 60}, UNPLANNED, LATER])
    assert row["nilai"] == pytest.approx(75)
    assert row["nilai_terendah"] == pytest.approx(75)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (2, 2, 4)
    assert row["cakupan"] == 100


def test_a_reported_zero_counts():
    row = unit([{"nilai": 0}, {"nilai": 100}])
    assert row["nilai"] == pytest.approx(50)
    assert row["n_dinilai"] == 2


def test_bps_tapin_counts_only_what_was_due_this_quarter():
    """TW I 2026: 2 of 17 indicators have a target this quarter, so the mean is that of two."""
    row = unit([{"nilai": 110}, {"nilai": 90}] + [LATER] * 15, aturan=ATURAN_BAKU["bps"])
    assert row["nilai"] == pytest.approx(100)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (2, 2, 17)


@pytest.mark.parametrize(
    ("assessed", "silent", "cakupan", "layak"),
    [(4, 1, 80, True), (8, 2, 80, True), (3, 1, 75, False), (79, 21, 79, False), (1, 0, 100, True)],
)
def test_who_may_be_ranked(assessed, silent, cakupan, layak):
    row = unit([{"nilai": 90}] * assessed + [SILENT] * silent)
    assert row["cakupan"] == pytest.approx(cakupan)
    assert bool(row["layak_peringkat"]) is layak


def test_the_least_coverage_is_the_rule_s():
    rows = [{"nilai": 90}, SILENT]
    assert not unit(rows)["layak_peringkat"]
    assert unit(rows, aturan=replace(LIMA, cakupan_minimum=50))["layak_peringkat"]
    assert not unit(rows, aturan=replace(LIMA, cakupan_minimum=50.1))["layak_peringkat"]


def test_everybody_silent():
    row = unit([SILENT, SILENT])
    assert missing(row["nilai"])
    assert row["nilai_terendah"] == 0
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (0, 2, 2)
    assert row["cakupan"] == 0
    assert not row["layak_peringkat"]
    assert missing(row["terburuk"])
    assert [row[band] for band in BANDS] == [0] * 5


def test_nothing_due():
    row = unit([UNPLANNED, LATER])
    assert missing(row["nilai"])
    assert missing(row["nilai_terendah"])
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (0, 0, 2)
    assert missing(row["cakupan"])
    assert not row["layak_peringkat"]
    assert missing(row["terburuk"])


def test_the_worst_is_named():
    row = unit([{"nilai": 90}, {"nilai": 20, "kode_indikator": "IK-DBD"}, {"nilai": 60}, SILENT])
    assert row["terburuk"] == "IK-DBD"


def test_how_many_in_each_band():
    row = unit([{"nilai": v} for v in (100, 95, 91, 80, 70, 67, 52, 10, 0)] + [SILENT, LATER])
    assert [row[band] for band in BANDS] == [3, 1, 2, 1, 2]
    assert sum(row[band] for band in BANDS) == row["n_dinilai"]


@pytest.mark.parametrize("preset", sorted(ATURAN_BAKU))
def test_bands_of_the_rule_in_force_are_columns(preset):
    aturan = ATURAN_BAKU[preset]
    labels = [pita.label for pita in aturan.predikat]
    row = unit([{"nilai": 99}, {"nilai": 10}], aturan=aturan)
    assert sum(row[label] for label in labels) == 2


# The year


def test_the_measure_of_the_year():
    """Targets of 200 for the year: 100 and 80 are 50 % and 40 %."""
    row = unit([{"nilai": 100}, {"nilai": 80}, SILENT], ukuran="skor_tahun")
    assert row["nilai"] == pytest.approx(45)
    assert row["nilai_terendah"] == pytest.approx(30)
    assert [row[band] for band in BANDS] == [0, 0, 0, 0, 2]
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (2, 3, 3)


def test_each_measure_has_its_own_schedule():
    rows = [{"nilai": 80, "target_tahunan": None}, {"nilai": 100, "target": None}]
    triwulan, tahun = unit(rows), unit(rows, ukuran="skor_tahun")
    assert (triwulan["nilai"], triwulan["n_terjadwal"]) == (80, 1)
    assert (tahun["nilai"], tahun["n_terjadwal"]) == (50, 1)


def test_the_worst_may_differ_between_quarter_and_year():
    rows = [
        {"nilai": 90, "kode_indikator": "A", "target_tahunan": 900.0},
        {"nilai": 60, "kode_indikator": "B", "target_tahunan": 60.0},
    ]
    assert unit(rows)["terburuk"] == "B"
    assert unit(rows, ukuran="skor_tahun")["terburuk"] == "A"


def test_too_early_in_the_year_is_not_due():
    rows = [
        {"nilai": 1, "polaritas": "minimal", "konsolidasi": "jumlah", "target": 2.0, "target_tahunan": 8.0},
        {"nilai": 100},
    ]
    row = unit(rows, ukuran="skor_tahun")
    assert row["nilai"] == pytest.approx(50)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (1, 1, 2)


def test_an_unknown_measure_is_refused():
    with pytest.raises(Exception, match="skor_bulan"):
        rekap(measured([{"nilai": 90}]), "kode_unit", aturan=LIMA, ukuran="skor_bulan")


# Groups


def groups() -> pd.DataFrame:
    return measured(
        [
            {"nilai": 90, "kode_unit": "U2", "bidang": "X", "jenjang": "sasaran"},
            {"nilai": 70, "kode_unit": "U1", "bidang": "X", "jenjang": "sasaran"},
            {"nilai": 50, "kode_unit": "U1", "bidang": "Y", "jenjang": "sasaran"},
            {"nilai": 30, "kode_unit": "U2", "bidang": "X", "jenjang": "sasaran"},
            {"nilai": None, "kode_unit": "U3", "bidang": "Y", "jenjang": "sasaran"},
        ]
    )


def test_by_one_column():
    result = rekap(groups(), "kode_unit", aturan=LIMA)
    assert "kode_unit" in result.columns
    own = result.set_index("kode_unit")
    assert sorted(own.index) == ["U1", "U2", "U3"]
    assert own["nilai"].to_dict() == pytest.approx({"U1": 60, "U2": 60, "U3": float("nan")}, nan_ok=True)
    assert own["nilai_terendah"].to_dict() == pytest.approx({"U1": 60, "U2": 60, "U3": 0})
    assert own["n_total"].to_dict() == {"U1": 2, "U2": 2, "U3": 1}


def test_by_several_columns_under_their_own_names():
    result = rekap(groups(), ["kode_unit", "bidang"], aturan=LIMA)
    own = result.set_index(["kode_unit", "bidang"])["nilai"].to_dict()
    assert own == pytest.approx(
        {("U1", "X"): 70, ("U1", "Y"): 50, ("U2", "X"): 60, ("U3", "Y"): float("nan")}, nan_ok=True
    )


def test_a_list_of_one_is_as_good_as_its_name():
    assert_frame_equal(rekap(groups(), ["kode_unit"], aturan=LIMA), rekap(groups(), "kode_unit", aturan=LIMA))


def test_columns_and_dtypes():
    result = rekap(groups(), ["kode_unit", "bidang"], aturan=LIMA)
    leading = ["nilai", "nilai_terendah", "n_dinilai", "n_terjadwal", "n_total", "cakupan", "layak_peringkat"]
    assert result.columns.tolist()[:10] == ["kode_unit", "bidang", *leading, "terburuk"]
    assert set(BANDS) <= set(result.columns)
    for name in ("nilai", "nilai_terendah", "cakupan"):
        assert result[name].dtype == "float64"
    for name in ("n_dinilai", "n_terjadwal", "n_total", *BANDS):
        assert pd.api.types.is_integer_dtype(result[name])
    assert result["layak_peringkat"].dtype == bool
    assert isinstance(result.index, pd.RangeIndex)


def test_the_input_is_left_alone():
    terukur = groups()
    before = terukur.copy(deep=True)
    rekap(terukur, "kode_unit", aturan=LIMA)
    assert_frame_equal(terukur, before)


def test_the_order_and_the_labels_of_rows_do_not_matter():
    terukur = groups()
    usual = rekap(terukur, "kode_unit", aturan=LIMA).set_index("kode_unit").sort_index()
    shuffled = terukur.sample(frac=1, random_state=3)
    assert_frame_equal(rekap(shuffled, "kode_unit", aturan=LIMA).set_index("kode_unit").sort_index(), usual)
    repeated = terukur.set_index(pd.Index([0] * len(terukur)))
    assert_frame_equal(rekap(repeated, "kode_unit", aturan=LIMA).set_index("kode_unit").sort_index(), usual)


def test_no_rows():
    result = rekap(groups().iloc[0:0], "kode_unit", aturan=LIMA)
    assert result.empty
    assert {"kode_unit", "nilai", "nilai_terendah", "cakupan", "terburuk", *BANDS} <= set(result.columns)


# Weights and PK


def test_weighted_where_weights_stand():
    row = unit([{"nilai": 100, "bobot": 60.0}, {"nilai": 50, "bobot": 40.0}])
    assert row["nilai"] == pytest.approx(80)


def test_weights_are_normalised_over_the_assessed():
    """50 and 30 remain of 100: (50 x 90 + 30 x 50) / 80 = 75; with the silent 20 as 0: 60."""
    row = unit([{"nilai": 90, "bobot": 50.0}, {"nilai": 50, "bobot": 30.0}, {"nilai": None, "bobot": 20.0}])
    assert row["nilai"] == pytest.approx(75)
    assert row["nilai_terendah"] == pytest.approx(60)


def test_what_is_not_due_weighs_nothing_in_either_mean():
    row = unit([{"nilai": 90, "bobot": 50.0}, {"nilai": 50, "bobot": 30.0}, {**LATER, "bobot": 20.0}])
    assert row["nilai"] == pytest.approx(75)
    assert row["nilai_terendah"] == pytest.approx(75)


def test_blank_weights_are_no_weights():
    row = unit([{"nilai": 100, "bobot": float("nan")}, {"nilai": 50, "bobot": float("nan")}])
    assert row["nilai"] == pytest.approx(75)


def test_a_unit_of_several_pk_is_the_mean_of_its_pk():
    """KPU: the Ketua's PK has three indicators, the Sekretaris' one; each PK counts once."""
    row = unit(
        [
            {"nilai": 60, "kode_pk": "KETUA"},
            {"nilai": 60, "kode_pk": "KETUA"},
            {"nilai": 60, "kode_pk": "KETUA"},
            {"nilai": 100, "kode_pk": "SEKRETARIS"},
        ]
    )
    assert row["nilai"] == pytest.approx(80)
    assert row["n_dinilai"] == 4


def test_weights_are_normalised_within_each_pk():
    """KETUA (75 x 80 + 25 x 40) / 100 = 70; SEKRETARIS 50 of 100 assessed = 90; mean 80."""
    row = unit(
        [
            {"nilai": 80, "kode_pk": "KETUA", "bobot": 75.0},
            {"nilai": 40, "kode_pk": "KETUA", "bobot": 25.0},
            {"nilai": 90, "kode_pk": "SEKRETARIS", "bobot": 50.0},
            {"nilai": None, "kode_pk": "SEKRETARIS", "bobot": 50.0},
        ]
    )
    assert row["nilai"] == pytest.approx(80)
    assert row["nilai_terendah"] == pytest.approx((70 + 45) / 2)


def test_one_pk_with_weights_and_one_without():
    row = unit(
        [
            {"nilai": 80, "kode_pk": "KETUA", "bobot": 75.0},
            {"nilai": 40, "kode_pk": "KETUA", "bobot": 25.0},
            {"nilai": 100, "kode_pk": "SEKRETARIS", "bobot": float("nan")},
            {"nilai": 60, "kode_pk": "SEKRETARIS", "bobot": float("nan")},
        ]
    )
    assert row["nilai"] == pytest.approx(75)


def test_a_pk_with_nothing_assessed_does_not_pull_the_mean():
    row = unit([{"nilai": 80, "kode_pk": "KETUA"}, {"nilai": None, "kode_pk": "SEKRETARIS"}])
    assert row["nilai"] == pytest.approx(80)
    assert row["nilai_terendah"] == pytest.approx(40)
    assert row["cakupan"] == 50


def test_a_pk_with_nothing_due_counts_in_neither_mean():
    row = unit([{"nilai": 80, "kode_pk": "KETUA"}, {**LATER, "kode_pk": "SEKRETARIS"}])
    assert row["nilai"] == pytest.approx(80)
    assert row["nilai_terendah"] == pytest.approx(80)


def test_the_same_pk_code_in_two_units_is_two_pk():
    terukur = measured(
        [
            {"nilai": 100, "kode_unit": "U1", "kode_pk": "PK-1", "bobot": 100.0},
            {"nilai": 50, "kode_unit": "U2", "kode_pk": "PK-1", "bobot": 100.0},
        ]
    )
    result = rekap(terukur, "kode_unit", aturan=LIMA).set_index("kode_unit")
    assert result["nilai"].to_dict() == {"U1": 100, "U2": 50}


@pytest.mark.parametrize("weights", [(50.0, 40.0), (60.0, 60.0), (49.9, 49.9), (50.0, 50.11), (0.5, 0.5)])
def test_weights_that_do_not_make_100_are_warned_about_and_normalised(weights):
    terukur = measured([{"nilai": 100, "bobot": weights[0]}, {"nilai": 50, "bobot": weights[1]}])
    with pytest.warns(UserWarning, match=r".") as caught:
        result = rekap(terukur, "kode_unit", aturan=LIMA)
    assert len(caught) == 1
    expected = (100 * weights[0] + 50 * weights[1]) / sum(weights)
    assert result["nilai"].iloc[0] == pytest.approx(expected)


@pytest.mark.parametrize("weights", [(50.0, 50.0), (50.0, 50.05), (50.0, 49.95), (50.0, 50.1), (33.33, 66.66)])
def test_weights_that_make_100_or_nearly_pass_in_silence(weights):
    terukur = measured([{"nilai": 100, "bobot": weights[0]}, {"nilai": 50, "bobot": weights[1]}])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rekap(terukur, "kode_unit", aturan=LIMA)


def test_three_equal_thirds_pass():
    terukur = measured([{"nilai": 90, "bobot": 33.33}] * 3)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert rekap(terukur, "kode_unit", aturan=LIMA)["nilai"].iloc[0] == pytest.approx(90)


def test_weights_are_summed_over_the_whole_pk_and_not_over_the_assessed():
    """A silent row leaves 80 of 100 assessed; that is no mistake in the weights."""
    terukur = measured([{"nilai": 90, "bobot": 80.0}, {"nilai": None, "bobot": 20.0}])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rekap(terukur, "kode_unit", aturan=LIMA)


def test_weights_are_summed_for_each_pk_and_the_wrong_one_is_named():
    terukur = measured(
        [
            {"nilai": 80, "kode_pk": "PK-KETUA", "bobot": 60.0},
            {"nilai": 40, "kode_pk": "PK-KETUA", "bobot": 40.0},
            {"nilai": 90, "kode_pk": "PK-SEKRETARIS", "bobot": 70.0},
        ]
    )
    with pytest.warns(UserWarning, match="PK-SEKRETARIS") as caught:
        rekap(terukur, "kode_unit", aturan=LIMA)
    assert not any("PK-KETUA" in str(warning.message) for warning in caught)


# The whole way, by hand


HEALTH = [
    # polaritas, konsolidasi, targets, realisasi
    ("maksimal", "jumlah", (22, 25, 25, 23), (18.6, 17.2, 8.9)),
    ("minimal", "nilai_akhir", (16.0, 15.5, 15.0, 14.0), (16.8, 17.4, 18.1)),
    ("maksimal", "jumlah", (20, 25, 25, 20), (14.2, 11.0, 9.4)),
    ("maksimal", "jumlah", (20, 25, 25, 25), (15.0, 16.5, 14.1)),
    ("maksimal", "nilai_akhir", (40, 40, 48, 52), (40, 40, 44)),
    ("maksimal", "nilai_akhir", (84, _, 86, 86), (84.6, _, 85.1)),
    ("minimal", "nilai_akhir", (90, 88, 86, 84), (96, 118, 131)),
    ("maksimal", "jumlah", (25, 25, 25, 25), (13.1, 11.9, 10.2)),
    ("maksimal", "jumlah", (6, 10, 12, 8), (6, 4, 2)),
    ("maksimal", "nilai_akhir", (_, _, _, 78.0), ()),
    ("maksimal", "nilai_akhir", (), (79.9, 80.4, 81.2)),
]
"""A health office: imunisasi, stunting, TBC, K6, akreditasi, IKM, AKI, hipertensi, BABS, SAKIP, JKN."""


@pytest.mark.parametrize(
    ("triwulan", "skor"),
    [
        (1, [84.545454, 95, 71, 75, 100, 100, 93.333333, 52.4, 100]),
        (2, [76.170212, 87.741935, 56, 70, 100, 100, 65.909090, 50, 62.5]),
        (3, [62.083333, 79.333333, 49.428571, 65.142857, 91.666666, 98.953488, 47.674418, 46.933333, 42.857142]),
    ],
)
def test_a_health_office_that_falls_from_85_7_to_74_3_to_64_9(triwulan, skor):
    names = [f"IK-{n:02}" for n in range(1, len(HEALTH) + 1)]
    indikator = pd.DataFrame(
        {
            "kode_indikator": names,
            "kode_unit": "DINKES",
            "polaritas": [row[0] for row in HEALTH],
            "konsolidasi": [row[1] for row in HEALTH],
            "target_tahunan": float("nan"),
        }
    )
    triwulanan = pd.concat(
        [
            quarters(target, realisasi, kode=kode)
            for kode, (*_words, target, realisasi) in zip(names, HEALTH, strict=True)
        ],
        ignore_index=True,
    )
    terukur = hitung(indikator, triwulanan, triwulan=triwulan, aturan=LIMA)
    assert terukur["skor_triwulan"].tolist()[:9] == pytest.approx(skor, abs=1e-5)
    assert terukur["status_triwulan"].tolist() == ["dinilai"] * 9 + ["belum_dijadwalkan", "tanpa_target"]
    row = rekap(terukur, "kode_unit", aturan=LIMA).iloc[0]
    assert row["nilai"] == pytest.approx({1: 85.7, 2: 74.3, 3: 64.9}[triwulan], abs=0.05)
    assert (row["n_dinilai"], row["n_terjadwal"], row["n_total"]) == (9, 9, 11)
    assert row["terburuk"] == {1: "IK-08", 2: "IK-08", 3: "IK-09"}[triwulan]


def test_the_instansi_is_the_mean_of_its_units_and_not_of_its_indicators():
    """U1 with three indicators at 60, U2 with one at 100: the units mean 80, the indicators 70."""
    terukur = measured([{"nilai": 60, "kode_unit": "U1"}] * 3 + [{"nilai": 100, "kode_unit": "U2"}])
    per_unit = rekap(terukur, "kode_unit", aturan=LIMA)
    assert per_unit["nilai"].mean() == pytest.approx(80)


# As it comes back from a store


def test_plain_words_serve_as_well_as_categories():
    terukur = groups()
    plain = terukur.astype({name: object for name in terukur if name.startswith(("predikat_", "status_"))})
    assert_frame_equal(rekap(plain, "kode_unit", aturan=LIMA), rekap(terukur, "kode_unit", aturan=LIMA))


def test_by_pk():
    rows = [
        {"nilai": 60, "kode_pk": "KETUA"},
        {"nilai": 80, "kode_pk": "KETUA"},
        {"nilai": 90, "kode_pk": "SEKRETARIS"},
    ]
    result = rekap(measured(rows), "kode_pk", aturan=LIMA).set_index("kode_pk")
    assert result["nilai"].to_dict() == {"KETUA": 70, "SEKRETARIS": 90}


# What it refuses


def test_a_negative_weight_names_its_row():
    terukur = measured(
        [
            {"nilai": 90, "bobot": 110.0, "kode_indikator": "A"},
            {"nilai": 90, "bobot": -10.0, "kode_indikator": "B7"},
        ]
    )
    with pytest.raises(ValueError, match="B7"):
        rekap(terukur, "kode_unit", aturan=LIMA)


def test_a_group_column_that_is_not_there():
    with pytest.raises(ValueError, match="kode_bidang"):
        rekap(measured([{"nilai": 90}]), "kode_bidang", aturan=LIMA)
