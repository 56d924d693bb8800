"""The measured frame: its shape, what is joined with what, ranges, ordinal scales, and what it refuses."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sakip_metrics import ATURAN_BAKU, capaian, hitung, predikat, skor
from tests.sakip_metrics.kasus import HASIL, LIMA, TANPA_BATAS, UKURAN, VEKTOR, measure, missing, one, quarters

_ = None
NAN = float("nan")
LEWATI = replace(TANPA_BATAS, triwulan_kosong="lewati")


def three() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three indicators of two units, with columns beyond those that are needed."""
    indikator = pd.DataFrame(
        {
            "kode_indikator": ["B", "A", "C"],
            "kode_unit": ["U2", "U1", "U1"],
            "uraian": ["Angka kematian bayi", "Panjang jalan", "Inflasi"],
            "polaritas": ["minimal", "maksimal", "stabil"],
            "konsolidasi": ["nilai_akhir", "jumlah", "rata_rata"],
            "target_tahunan": [10.0, 40.0, 3.0],
            "satuan": ["per 1.000 KH", "km", "%"],
        },
        index=[30, 10, 20],
    )
    triwulanan = pd.concat(
        [
            quarters((12, 11, 10, 10), (12, 12), kode="B"),
            quarters((10, 10, 10, 10), (10, 8), kode="A"),
            quarters((3, 3, 3, 3), (3.5, 3.1), kode="C"),
        ],
        ignore_index=True,
    )
    return indikator, triwulanan


# Shape


def test_one_row_an_indicator_in_the_order_given():
    indikator, triwulanan = three()
    result = hitung(indikator, triwulanan, triwulan=2, aturan=LIMA)
    assert isinstance(result.index, pd.RangeIndex)
    assert result.index.tolist() == [0, 1, 2]
    assert result["kode_indikator"].tolist() == ["B", "A", "C"]


def test_input_columns_are_carried_and_results_follow():
    indikator, triwulanan = three()
    result = hitung(indikator, triwulanan, triwulan=2, aturan=LIMA)
    assert result.columns.tolist()[: indikator.shape[1]] == indikator.columns.tolist()
    assert set(result.columns[indikator.shape[1] :]) >= set(HASIL)
    assert_frame_equal(result[indikator.columns.tolist()], indikator.reset_index(drop=True))


def test_figures_by_hand():
    """B: 12 against 11 and 10; A: 18 of 20 and of 40; C: mean 3,3 against 3. Raw, then floored and capped."""
    result = hitung(*three(), triwulan=2, aturan=LIMA).set_index("kode_indikator")
    assert result["realisasi_sd"].tolist() == pytest.approx([12, 18, 3.3])
    assert result["target_sd"].tolist() == pytest.approx([11, 20, 3])
    assert result["capaian_triwulan"].tolist() == pytest.approx([90.9090909090909, 90, 90])
    assert result["capaian_tahun"].tolist() == pytest.approx([80, 45, 90])
    assert result["predikat_triwulan"].tolist() == ["Tinggi", "Tinggi", "Tinggi"]
    assert result["predikat_tahun"].tolist() == ["Tinggi", "Sangat Rendah", "Tinggi"]


@pytest.mark.parametrize(
    "name", ["realisasi_sd", "target_sd", "capaian_triwulan", "skor_triwulan", "capaian_tahun", "skor_tahun"]
)
def test_numbers_are_float64(name):
    assert hitung(*three(), triwulan=2, aturan=LIMA)[name].dtype == "float64"
    indikator, triwulanan = three()
    assert hitung(indikator, triwulanan.iloc[0:0], triwulan=2, aturan=LIMA)[name].dtype == "float64"


@pytest.mark.parametrize("preset", sorted(ATURAN_BAKU))
def test_skor_and_predikat_follow_from_capaian(preset):
    aturan = ATURAN_BAKU[preset]
    indikator = pd.concat(
        [one("maksimal", "nilai_akhir", 50, kode=f"{n}") for n in range(0, 160, 7)], ignore_index=True
    )
    triwulanan = pd.concat([quarters((100,), (n,), kode=f"{n}") for n in range(0, 160, 7)], ignore_index=True)
    result = hitung(indikator, triwulanan, triwulan=1, aturan=aturan)
    for ukuran in UKURAN:
        expected = skor(result[f"capaian_{ukuran}"], aturan=aturan)
        assert result[f"skor_{ukuran}"].tolist() == expected.tolist()
        assert result[f"predikat_{ukuran}"].tolist() == predikat(expected, aturan=aturan).tolist()
    assert result["capaian_tahun"].max() == 308


def test_raw_stands_beside_capped():
    row = measure("maksimal", "jumlah", 2, (1, 1, 1, 1), (75,), triwulan=1, aturan=LIMA)
    assert (row["capaian_triwulan"], row["skor_triwulan"]) == (7500, 100)
    assert (row["capaian_tahun"], row["skor_tahun"], row["predikat_tahun"]) == (3750, 100, "Sangat Tinggi")
    row = measure("minimal", "nilai_akhir", 10, (10,), (25,), triwulan=1, aturan=LIMA)
    assert (row["capaian_tahun"], row["skor_tahun"], row["predikat_tahun"]) == (-50, 0, "Sangat Rendah")


def test_the_formula_for_minimal_is_the_rule_s():
    for rumus, expected in (("selisih", 80), ("rasio", 83.33333333333333)):
        aturan = replace(LIMA, rumus_minimal=rumus)
        row = measure("minimal", "nilai_akhir", 10, (10,), (12,), triwulan=1, aturan=aturan)
        assert row["capaian_triwulan"] == pytest.approx(expected)
        assert row["capaian_tahun"] == pytest.approx(expected)


def test_inputs_are_left_alone():
    indikator, triwulanan = three()
    before = indikator.copy(deep=True), triwulanan.copy(deep=True)
    hitung(indikator, triwulanan, triwulan=3, aturan=LIMA)
    assert_frame_equal(indikator, before[0])
    assert_frame_equal(triwulanan, before[1])


def test_the_order_of_rows_does_not_matter():
    indikator, triwulanan = three()
    usual = hitung(indikator, triwulanan, triwulan=2, aturan=LIMA)
    shuffled = hitung(indikator, triwulanan.iloc[::-1], triwulan=2, aturan=LIMA)
    assert_frame_equal(usual, shuffled)
    turned = hitung(indikator.iloc[::-1], triwulanan.sample(frac=1, random_state=1), triwulan=2, aturan=LIMA)
    assert_frame_equal(usual.iloc[::-1].reset_index(drop=True), turned)


def test_dtypes_that_a_database_or_a_workbook_hands_over():
    indikator, triwulanan = three()
    usual = hitung(indikator, triwulanan, triwulan=2, aturan=LIMA)
    for dtype in ("Int64", "object", "float64"):
        other = hitung(indikator, triwulanan.astype({"triwulan": dtype}), triwulan=2, aturan=LIMA)
        assert_frame_equal(usual, other)
    other = hitung(indikator, triwulanan.astype({"target": object, "realisasi": object}), triwulan=2, aturan=LIMA)
    assert_frame_equal(usual, other)
    other = hitung(
        indikator, triwulanan.astype({"target": "Float64", "realisasi": "Float64"}), triwulan=2, aturan=LIMA
    )
    assert_frame_equal(usual, other)


def test_none_is_a_blank_in_a_column_of_objects():
    triwulanan = quarters((10, 10), (9,)).astype({"realisasi": object})
    triwulanan["realisasi"] = triwulanan["realisasi"].where(triwulanan["realisasi"].notna(), None)
    row = hitung(one("maksimal", "jumlah", 40), triwulanan, triwulan=2, aturan=LIMA).iloc[0]
    assert row["status_triwulan"] == "belum_lapor"


def test_empty_frames():
    indikator, triwulanan = three()
    result = hitung(indikator.iloc[0:0], triwulanan.iloc[0:0], triwulan=1, aturan=LIMA)
    assert result.empty
    assert set(result.columns) >= {*indikator.columns, *HASIL}
    assert isinstance(result.index, pd.RangeIndex)


def test_indicators_without_quarters():
    indikator, triwulanan = three()
    result = hitung(indikator, triwulanan.iloc[0:0], triwulan=1, aturan=LIMA)
    assert result["kode_indikator"].tolist() == ["B", "A", "C"]
    assert set(result["status_triwulan"]) == {"tanpa_target"}
    assert result[["realisasi_sd", "target_sd", "capaian_triwulan", "capaian_tahun"]].isna().all(axis=None)


# What is joined with what


@pytest.mark.parametrize(
    ("konsolidasi", "realisasi_sd", "target_sd"),
    [("jumlah", 33, 30), ("rata_rata", 11, 10), ("nilai_akhir", 9, 12), ("maksimum", 14, 12)],
)
def test_realisasi_and_target_up_to_the_quarter(konsolidasi, realisasi_sd, target_sd):
    row = measure("maksimal", konsolidasi, 40, (8, 10, 12, 10), (14, 10, 9, 99), triwulan=3)
    assert row["realisasi_sd"] == pytest.approx(realisasi_sd)
    assert row["target_sd"] == pytest.approx(target_sd)


def test_lewati_drops_the_quarter_on_both_sides():
    row = measure("maksimal", "jumlah", 40, (10, 12, 10, 8), (10, _, 9), triwulan=3, aturan=LEWATI)
    assert (row["realisasi_sd"], row["target_sd"]) == (19, 20)
    row = measure("maksimal", "rata_rata", 10, (10, 40, 20, 8), (10, _, 20), triwulan=3, aturan=LEWATI)
    assert (row["realisasi_sd"], row["target_sd"]) == (15, 15)


@pytest.mark.parametrize("aturan", [TANPA_BATAS, LEWATI], ids=["tunda", "lewati"])
@pytest.mark.parametrize(
    ("konsolidasi", "target", "realisasi", "expected"),
    [
        # TW II has a realisasi and no target: 10 of 10, not 15 of 10; (9 + 9)/2 of 9, not the mean of three
        ("jumlah", (10, _, 10, 10), (10, 5), 100),
        ("rata_rata", (9, _, 9, 9), (9, 6), 100),
    ],
)
def test_a_realisasi_nobody_planned_has_nothing_to_be_compared_with(
    konsolidasi, target, realisasi, expected, aturan
):
    row = measure("maksimal", konsolidasi, 30, target, realisasi, triwulan=2, aturan=aturan)
    assert row["capaian_triwulan"] == pytest.approx(expected)


def test_the_year_counts_every_realisasi():
    row = measure("maksimal", "jumlah", 30, (10, _, 10, 10), (10, 5), triwulan=2)
    assert row["capaian_tahun"] == pytest.approx(50)


@pytest.mark.parametrize(
    ("target", "realisasi", "triwulan", "acuan", "realisasi_sd", "target_sd"),
    [
        ((25, 50, 75, 100), (20,), 1, 1, 20, 25),
        ((25, 50, 75, 100), (20, 45), 2, 2, 45, 50),
        ((25, 50, 75, 100), (20, _, 60), 3, 3, 60, 75),
        ((84, _, 86, 86), (84.6,), 2, 1, 84.6, 84),
        ((84, _, _, 86), (84.6,), 3, 1, 84.6, 84),
        ((50, 60, 70, 80), (0,), 1, 1, 0, 50),
    ],
)
def test_nilai_akhir_names_the_quarter_it_compares(target, realisasi, triwulan, acuan, realisasi_sd, target_sd):
    row = measure("maksimal", "nilai_akhir", 100, target, realisasi, triwulan=triwulan)
    assert row["triwulan_acuan"] == acuan
    assert (row["realisasi_sd"], row["target_sd"]) == (realisasi_sd, target_sd)
    assert row["capaian_triwulan"] == pytest.approx(realisasi_sd / target_sd * 100)
    assert row["capaian_tahun"] == pytest.approx(realisasi_sd)


def test_nilai_akhir_without_a_realisasi_names_no_quarter():
    row = measure("maksimal", "nilai_akhir", 100, (25, 50, 75, 100), (), triwulan=2)
    assert missing(row["triwulan_acuan"])


def test_nilai_akhir_is_never_held_against_another_quarter_s_target():
    """TW III is reported and has no target; 60 of TW II's 50 would be 120 %."""
    row = measure("maksimal", "nilai_akhir", 100, (25, 50, _, 100), (20, 45, 60), triwulan=3)
    assert row["capaian_triwulan"] != pytest.approx(120)
    assert row["capaian_tahun"] == pytest.approx(60)


def test_what_lies_behind_the_quarter_asked_for_changes_nothing():
    quiet = measure("maksimal", "rata_rata", 10, (10, 10, 10, 10), (9, 8), triwulan=2)
    loud = measure("maksimal", "rata_rata", 10, (10, 10, 99, -5), (9, 8, 1e6, -1e6), triwulan=2)
    assert quiet.drop(["kode_indikator"]).equals(loud.drop(["kode_indikator"]))


def test_bps_tapin_two_truths_at_once():
    """TW I 2026 was minuted as 110 % of the quarter's target and 6,38 % of the year's, of one realisasi."""
    row = measure("maksimal", "jumlah", 1000, (58, 300, 300, 342), (63.8,), triwulan=1)
    assert row["capaian_triwulan"] == pytest.approx(110)
    assert row["capaian_tahun"] == pytest.approx(6.38)


def test_deli_serdang_year_to_date():
    """E.81 2025: the cumulative % column where the sheet computed it, as capaian of the year at each quarter."""
    path = VEKTOR / "04_deliserdang_bappedalitbang_2025_E81_triwulan.csv"
    if not path.exists():
        pytest.skip("the published table is not at hand")
    table = pd.read_csv(path).set_index("row").loc[[13, 14, 15]]
    indikator = pd.concat(
        [
            one("maksimal", "jumlah", float(target), kode=f"R{row}")
            for row, target in table["target_tahun_K"].items()
        ],
        ignore_index=True,
    )
    triwulanan = pd.concat(
        [
            quarters((), line[[f"tw{q}_K" for q in (1, 2, 3, 4)]].astype(float).tolist(), kode=f"R{row}")
            for row, line in table.iterrows()
        ],
        ignore_index=True,
    )
    for q in (1, 2, 3, 4):
        result = hitung(indikator, triwulanan, triwulan=q, aturan=TANPA_BATAS)
        printed = table[f"tw{q}_pct_kumulatif"].astype(float) * 100
        assert result["capaian_tahun"].tolist() == pytest.approx(printed.tolist(), abs=0.05)
        assert set(result["status_triwulan"]) == {"tanpa_target"}


# What it refuses


def named(error: BaseException, kode: str, label: int) -> bool:
    """Whether the message names the row, by its code or by its label."""
    return bool(re.search(rf"{re.escape(kode)}|\b{label}\b", str(error)))


def two(**more) -> pd.DataFrame:
    frame = pd.concat([one(kode="IK-041", tahun=4), one(kode="IK-077", tahun=4)], ignore_index=True)
    return frame.assign(**more).set_index(pd.Index([541, 577]))


@pytest.mark.parametrize("name", ["polaritas", "konsolidasi"])
@pytest.mark.parametrize("word", ["naik", "positif", "kumulatif", "maximize"])
def test_a_word_outside_the_vocabulary_names_its_row(name, word):
    indikator = two(**{name: pd.Series(["maksimal" if name == "polaritas" else "jumlah", word]).to_numpy()})
    with pytest.raises(ValueError, match=word) as caught:
        hitung(indikator, quarters(kode="IK-041"), triwulan=1, aturan=LIMA)
    assert named(caught.value, "IK-077", 577)
    assert not named(caught.value, "IK-041", 541)


def test_a_repeated_indicator_names_its_rows():
    indikator = pd.concat([two(), one(kode="IK-077", tahun=9)])
    with pytest.raises(ValueError, match=r".") as caught:
        hitung(indikator, quarters(kode="IK-041"), triwulan=1, aturan=LIMA)
    assert named(caught.value, "IK-077", 577)
    assert "IK-041" not in str(caught.value)


def test_a_repeated_quarter_names_its_rows():
    triwulanan = pd.concat(
        [
            quarters((1,), (1,), kode="IK-041"),
            quarters((1,), (1,), kode="IK-077"),
            quarters((2,), (1,), kode="IK-077").iloc[[2]],
        ],
        ignore_index=True,
    )
    with pytest.raises(ValueError, match="IK-077") as caught:
        hitung(two(), triwulanan, triwulan=1, aturan=LIMA)
    assert "IK-041" not in str(caught.value)


def test_a_repeat_is_refused_even_where_it_says_the_same():
    triwulanan = pd.concat([quarters((1,), (1,))] * 2, ignore_index=True)
    with pytest.raises(ValueError, match="IK-1"):
        hitung(one(), triwulanan, triwulan=1, aturan=LIMA)


@pytest.mark.parametrize("triwulan", [0, 5, -1])
def test_there_are_four_quarters(triwulan):
    indikator, triwulanan = three()
    with pytest.raises(ValueError, match=str(triwulan)):
        hitung(indikator, triwulanan, triwulan=triwulan, aturan=LIMA)


@pytest.mark.parametrize("quarter", [0, 7, float("nan")])
def test_a_row_of_no_quarter_names_itself(quarter):
    triwulanan = pd.concat([quarters(kode="IK-041"), quarters(kode="IK-077")], ignore_index=True)
    triwulanan["triwulan"] = triwulanan["triwulan"].astype("float64").where(triwulanan.index != 7, quarter)
    with pytest.raises(ValueError, match="IK-077") as caught:
        hitung(two(), triwulanan, triwulan=1, aturan=LIMA)
    assert "IK-041" not in str(caught.value)


@pytest.mark.parametrize("name", ["kode_indikator", "kode_unit", "polaritas", "konsolidasi", "target_tahunan"])
def test_a_column_that_is_needed_is_asked_for_by_name(name):
    indikator, triwulanan = three()
    with pytest.raises(ValueError, match=name):
        hitung(indikator.drop(columns=name), triwulanan, triwulan=1, aturan=LIMA)


@pytest.mark.parametrize("name", ["kode_indikator", "triwulan", "target", "realisasi"])
def test_a_quarterly_column_that_is_needed_is_asked_for_by_name(name):
    indikator, triwulanan = three()
    with pytest.raises(ValueError, match=name):
        hitung(indikator, triwulanan.drop(columns=name), triwulan=1, aturan=LIMA)


def test_an_indicator_without_a_code_is_refused():
    indikator = two()
    indikator["kode_indikator"] = pd.Series(["IK-041", None], index=indikator.index, dtype=object)
    with pytest.raises(ValueError, match="577"):
        hitung(indikator, quarters(kode="IK-041"), triwulan=1, aturan=LIMA)


# The same number by the long way


def test_hitung_agrees_with_capaian():
    result = hitung(*three(), triwulan=2, aturan=TANPA_BATAS)
    for ukuran, target in (("triwulan", "target_sd"), ("tahun", "target_tahunan")):
        own = capaian(result["realisasi_sd"], result[target], result["polaritas"], aturan=TANPA_BATAS)
        assert np.allclose(own, result[f"capaian_{ukuran}"])
