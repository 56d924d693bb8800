"""What holds for every number, found out by trying many."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from sakip_metrics import ATURAN_BAKU, capaian, hitung, penyerapan, predikat, rekap, sampai_triwulan, skor
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS, measured

POLARITAS = ["maksimal", "minimal", "stabil"]
KONSOLIDASI = ["jumlah", "rata_rata", "nilai_akhir", "maksimum"]
ORDER = ["Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi"]

NAN = float("nan")
RULES = st.sampled_from(
    [
        replace(aturan, rumus_minimal=rumus, tepi=tepi, triwulan_kosong=kosong)
        for aturan in ATURAN_BAKU.values()
        for rumus in ("selisih", "rasio")
        for tepi in (">=", ">")
        for kosong in ("tunda", "lewati")
    ]
)
plain = st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2).map(float)
positive = st.decimals(min_value="0.01", max_value=1_000_000, places=2).map(float)
above_zero = st.decimals(min_value=0, max_value=1_000_000, places=2).map(float)
cell = st.one_of(st.just(NAN), st.just(0.0), plain)
wild = st.floats(allow_nan=True, allow_infinity=False, width=64)


def value(realisasi: float, target: float, polaritas: str, aturan) -> float:
    return capaian(pd.Series([realisasi]), pd.Series([target]), polaritas, aturan=aturan).iloc[0]


@given(above_zero, above_zero, positive, RULES)
def test_more_is_better_only_where_more_is_better(one, other, target, aturan):
    low, high = sorted((one, other))
    assert value(low, target, "maksimal", aturan) <= value(high, target, "maksimal", aturan)


@given(positive, positive, positive, RULES)
def test_less_is_better_where_less_is_better(one, other, target, aturan):
    """Above zero only: what T/R means at R = 0 is the rule's own choice."""
    low, high = sorted((one, other))
    assert value(low, target, "minimal", aturan) >= value(high, target, "minimal", aturan)


@given(above_zero, above_zero, positive, RULES)
def test_nearer_is_better_where_the_target_is_best(one, other, target, aturan):
    near, far = sorted((one, other), key=lambda realisasi: abs(realisasi - target))
    assert value(near, target, "stabil", aturan) >= value(far, target, "stabil", aturan)
    assert value(near, target, "stabil", aturan) <= 100


@given(positive, st.sampled_from(POLARITAS), RULES)
def test_on_target_is_100_for_all(target, polaritas, aturan):
    assert np.isclose(value(target, target, polaritas, aturan), 100)


@given(above_zero, positive, st.sampled_from([0.001, 0.5, 3.0, 1000.0, 1e6]), st.sampled_from(POLARITAS), RULES)
def test_the_unit_of_measure_does_not_matter(realisasi, target, factor, polaritas, aturan):
    usual = value(realisasi, target, polaritas, aturan)
    assert np.isclose(value(realisasi * factor, target * factor, polaritas, aturan), usual, rtol=1e-9, atol=1e-6)


@given(st.lists(st.tuples(wild, wild, wild, wild), min_size=1, max_size=6), st.sampled_from(POLARITAS), RULES)
def test_never_inf(rows, polaritas, aturan):
    realisasi, target, bawah, atas = (pd.Series(column) for column in zip(*rows, strict=True))
    assert not np.isinf(capaian(realisasi, target, polaritas, aturan=aturan)).any()
    bawah, atas = np.fmin(bawah, atas).where(bawah.notna()), np.fmax(bawah, atas).where(atas.notna())
    ranged = capaian(realisasi, target, polaritas, aturan=aturan, target_bawah=bawah, target_atas=atas)
    assert not np.isinf(ranged).any()


@example(1.0, 2.2250738585072014e-308)
@given(wild, wild)
def test_penyerapan_is_never_inf(realisasi, pagu):
    assert not np.isinf(penyerapan(pd.Series([realisasi]), pd.Series([pagu]))).any()


@given(above_zero, above_zero, above_zero, st.sampled_from(POLARITAS), RULES)
def test_inside_a_range_is_100_and_nowhere_else_by_accident(realisasi, one, other, polaritas, aturan):
    bawah, atas = sorted((one, other))
    assume(bawah > 0)
    result = capaian(
        pd.Series([realisasi]),
        pd.Series([NAN]),
        polaritas,
        aturan=aturan,
        target_bawah=pd.Series([bawah]),
        target_atas=pd.Series([atas]),
    ).iloc[0]
    if bawah <= realisasi <= atas:
        assert result == 100
    else:
        assert np.isclose(result, value(realisasi, atas if realisasi > atas else bawah, polaritas, aturan))


@given(st.lists(st.one_of(st.just(NAN), plain), max_size=8), RULES)
def test_skor_lies_within_floor_and_cap_and_banding_rises_with_it(raw, aturan):
    raw = pd.Series(raw, dtype="float64")
    own = skor(raw, aturan=aturan)
    assert own.isna().tolist() == raw.isna().tolist()
    if aturan.batas_bawah is not None:
        assert (own.dropna() >= aturan.batas_bawah).all()
    if aturan.batas_atas is not None:
        assert (own.dropna() <= aturan.batas_atas).all()
    labels = predikat(own, aturan=aturan)
    assert labels.isna().tolist() == raw.isna().tolist()
    order = [pita.label for pita in sorted(aturan.predikat, key=lambda pita: pita.batas)]
    ranks = labels.dropna().map({label: rank for rank, label in enumerate(order)})
    assert ranks.loc[own.dropna().sort_values(kind="stable").index].is_monotonic_increasing


@given(st.lists(st.tuples(cell, cell, cell, cell), min_size=1, max_size=5), st.integers(1, 4))
def test_consolidation_stays_within_what_was_filled(rows, triwulan):
    nilai = pd.DataFrame(rows, columns=[1, 2, 3, 4])
    filled = nilai[list(range(1, triwulan + 1))]
    for konsolidasi in KONSOLIDASI:
        own = sampai_triwulan(nilai, konsolidasi, triwulan=triwulan)
        assert own.isna().tolist() == filled.isna().all(axis="columns").tolist()
        if konsolidasi != "jumlah":
            assert (own.dropna() <= filled.max(axis="columns").dropna() + 1e-6).all()
            assert (own.dropna() >= filled.min(axis="columns").dropna() - 1e-6).all()


@st.composite
def frames(draw) -> tuple[pd.DataFrame, pd.DataFrame]:
    count = draw(st.integers(1, 5))
    word = {
        "polaritas": st.sampled_from([*POLARITAS, None]),
        "konsolidasi": st.sampled_from([*KONSOLIDASI, None]),
    }
    indikator = pd.DataFrame(
        {
            "kode_indikator": [f"I{n}" for n in range(count)],
            "kode_unit": [draw(st.sampled_from(["U1", "U2"])) for _ in range(count)],
            **{name: pd.Series([draw(words) for _ in range(count)], dtype=object) for name, words in word.items()},
            "target_tahunan": [draw(cell) for _ in range(count)],
        }
    )
    triwulanan = pd.DataFrame(
        [
            {"kode_indikator": f"I{n}", "triwulan": q, "target": draw(cell), "realisasi": draw(cell)}
            for n in range(count)
            for q in (1, 2, 3, 4)
            if draw(st.integers(0, 5))
        ],
        columns=["kode_indikator", "triwulan", "target", "realisasi"],
    ).astype({"target": "float64", "realisasi": "float64"})
    return indikator, triwulanan


@settings(max_examples=60, deadline=None)
@given(frames(), st.integers(1, 4), RULES)
def test_a_measured_frame_is_consistent_with_itself(data, triwulan, aturan):
    indikator, triwulanan = data
    result = hitung(indikator, triwulanan, triwulan=triwulan, aturan=aturan)
    assert result["kode_indikator"].tolist() == indikator["kode_indikator"].tolist()
    for ukuran in ("triwulan", "tahun"):
        raw, status = result[f"capaian_{ukuran}"], result[f"status_{ukuran}"]
        assert (status == "dinilai").tolist() == raw.notna().tolist()
        assert not np.isinf(raw).any()
        assert result[f"skor_{ukuran}"].equals(skor(raw, aturan=aturan))
        assert result[f"predikat_{ukuran}"].isna().tolist() == raw.isna().tolist()
        undeclared = indikator["polaritas"].isna() | indikator["konsolidasi"].isna()
        assert (status == "belum_ditetapkan").tolist() == undeclared.tolist()
    assert not (result["status_tahun"] == "belum_dijadwalkan").any()
    assert not (result["status_triwulan"] == "belum_akhir_tahun").any()


@settings(max_examples=40, deadline=None)
@given(frames(), st.integers(1, 4), RULES, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(data, triwulan, aturan, random):
    indikator, triwulanan = data
    usual = hitung(indikator, triwulanan, triwulan=triwulan, aturan=aturan)
    order = list(range(len(triwulanan)))
    random.shuffle(order)
    assert_frame_equal(hitung(indikator, triwulanan.iloc[order], triwulan=triwulan, aturan=aturan), usual)


@settings(max_examples=40, deadline=None)
@given(frames(), RULES)
def test_one_indicator_never_changes_another(data, aturan):
    indikator, triwulanan = data
    together = hitung(indikator, triwulanan, triwulan=3, aturan=aturan)
    for place in range(len(indikator)):
        alone = indikator.iloc[[place]]
        rows = triwulanan[triwulanan["kode_indikator"].isin(alone["kode_indikator"])]
        single = hitung(alone, rows, triwulan=3, aturan=aturan)
        assert_frame_equal(single, together.iloc[[place]].reset_index(drop=True), check_dtype=False)


weight = st.decimals(min_value="0.5", max_value=60, places=1).map(float)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.one_of(st.none(), above_zero), weight, st.sampled_from(["P", "Q"])), min_size=1, max_size=6
    ),
    st.sampled_from([0.01, 0.5, 2.0, 10.0]),
)
def test_weights_matter_only_in_proportion_and_the_mean_stays_between_its_rows(rows, factor):
    def roll(scale: float) -> pd.Series:
        terukur = measured([{"nilai": n, "bobot": b * scale, "kode_pk": pk} for n, b, pk in rows])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return rekap(terukur, "kode_unit", aturan=LIMA).iloc[0]

    usual, scaled = roll(1.0), roll(factor)
    for name in ("nilai", "nilai_terendah"):
        assert np.isclose(usual[name], scaled[name], equal_nan=True)
    own = [min(100.0, nilai) for nilai, _, _ in rows if nilai is not None]
    if own:
        assert min(own) - 1e-9 <= usual["nilai"] <= max(own) + 1e-9
        assert usual["nilai_terendah"] <= usual["nilai"] + 1e-9 or len({pk for *_, pk in rows}) > 1
    assert usual["n_dinilai"] == len(own)
    assert sum(usual[label] for label in ORDER) == len(own)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), plain), min_size=1, max_size=8))
def test_without_weights_the_mean_is_the_mean(rows):
    row = rekap(measured([{"nilai": n} for n in rows], aturan=TANPA_BATAS), "kode_unit", aturan=TANPA_BATAS).iloc[
        0
    ]
    own = [n for n in rows if n is not None]
    expected = sum(own) / len(own) if own else NAN
    assert np.isclose(row["nilai"], expected, equal_nan=True, rtol=1e-9, atol=1e-6)
    assert np.isclose(row["nilai_terendah"], sum(own) / len(rows), rtol=1e-9, atol=1e-6)
