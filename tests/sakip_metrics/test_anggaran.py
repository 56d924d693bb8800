"""The budget side: penyerapan of a line, and serapan of a group."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal, assert_series_equal

from sakip_metrics import penyerapan, serapan
from tests.sakip_metrics.kasus import PRINTED, table

NAN = float("nan")


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
    lines = [
        row
        for row in table("04_deliserdang_bappedalitbang_2025_E81_triwulan.csv")
        if row["renstra_Rp"] and row["realisasi_sd_2025_Rp"] and "#" not in row["tingkat_capaian_renstra_Rp_pct"]
    ]
    lines = [row for row in lines if float(row["renstra_Rp"]) != 0 and row["tingkat_capaian_renstra_Rp_pct"]]
    assert len(lines) > 80
    own = penyerapan(
        pd.Series([float(row["realisasi_sd_2025_Rp"]) for row in lines]),
        pd.Series([float(row["renstra_Rp"]) for row in lines]),
    )
    assert own.tolist() == pytest.approx(
        [float(row["tingkat_capaian_renstra_Rp_pct"]) for row in lines], abs=PRINTED
    )


# Serapan: groups of lines, quarters that add or that stand


def budget() -> tuple[pd.DataFrame, pd.DataFrame]:
    lines = pd.DataFrame(
        {
            "kode_indikator": ["A", "B", "C", "D"],
            "kode_unit": ["U2", "U1", "U2", "U3"],
            "pagu": [60.0, 100.0, 40.0, NAN],
        }
    )
    spent = pd.DataFrame(
        {
            "kode_indikator": ["A", "A", "A", "B", "B", "C"],
            "triwulan": [1, 2, 3, 1, 2, 3],
            "realisasi_anggaran": [10.0, 15.0, 20.0, 30.0, 45.0, 8.0],
        }
    )
    return lines, spent


@pytest.mark.parametrize(
    ("triwulan", "cara_isi", "u2", "u1"),
    [
        # A adds 10, 15, 20 and C 8 in TW III, of 60 + 40; B adds 30, 45 of 100
        (1, "tambahan", 10, 30),
        (2, "tambahan", 25, 75),
        (3, "tambahan", 53, 75),
        (4, "tambahan", 53, 75),
        # read as positions the last filled counts: never summed again
        (1, "kumulatif", 10, 30),
        (2, "kumulatif", 15, 45),
        (3, "kumulatif", 28, 45),
        (4, "kumulatif", 28, 45),
    ],
)
def test_serapan_by_hand(triwulan, cara_isi, u2, u1):
    result = serapan(*budget(), "kode_unit", triwulan=triwulan, cara_isi=cara_isi).set_index("kode_unit")
    result = result.loc[["U2", "U1"]]
    assert result["pagu"].tolist() == [100, 100]
    assert result["realisasi_anggaran"].tolist() == [u2, u1]
    assert result["penyerapan"].tolist() == pytest.approx([u2, u1])


def test_a_unit_without_pagu_stays_on_the_list():
    result = serapan(*budget(), "kode_unit", triwulan=1).set_index("kode_unit")
    assert result.index.tolist() == ["U2", "U1", "U3"]
    assert pd.isna(result.loc["U3", "penyerapan"])


def test_serapan_columns_and_inputs():
    lines, spent = budget()
    before = lines.copy(deep=True), spent.copy(deep=True)
    result = serapan(lines, spent, ["kode_unit"], triwulan=2)
    assert result.columns.tolist() == ["kode_unit", "pagu", "realisasi_anggaran", "penyerapan"]
    assert_frame_equal(lines, before[0])
    assert_frame_equal(spent, before[1])


def test_serapan_pools_rupiah_and_does_not_average_percentages():
    """1 of 1 and 0 of 99 is 1 %, not 50 %."""
    lines = pd.DataFrame({"kode_indikator": ["A", "B"], "kode_unit": ["U", "U"], "pagu": [1.0, 99.0]})
    spent = pd.DataFrame({"kode_indikator": ["A", "B"], "triwulan": [1, 1], "realisasi_anggaran": [1.0, 0.0]})
    assert serapan(lines, spent, "kode_unit", triwulan=1)["penyerapan"].tolist() == [1.0]


def test_serapan_refuses_a_line_twice():
    lines, spent = budget()
    with pytest.raises(ValueError, match="A"):
        serapan(pd.concat([lines, lines.iloc[[0]]]), spent, "kode_unit", triwulan=1)
    with pytest.raises(ValueError, match="A"):
        serapan(lines, pd.concat([spent, spent.iloc[[0]]]), "kode_unit", triwulan=1)


def test_serapan_of_deli_serdang():
    """E.81 2025: increments of four quarters add up to the year's realisasi of the printed column."""
    lines = [
        row
        for row in table("04_deliserdang_bappedalitbang_2025_E81_triwulan.csv")
        if row["anggaran_tahun_Rp"] and float(row["anggaran_tahun_Rp"]) > 0 and row["realisasi_tahun_Rp"]
    ]
    pagu = pd.DataFrame(
        {
            "kode_indikator": [row["row"] for row in lines],
            "baris": [row["row"] for row in lines],
            "pagu": [float(row["anggaran_tahun_Rp"]) for row in lines],
        }
    )
    spent = pd.DataFrame(
        [
            {"kode_indikator": row["row"], "triwulan": q, "realisasi_anggaran": float(row[f"tw{q}_Rp"] or "nan")}
            for row in lines
            for q in (1, 2, 3, 4)
        ]
    )
    result = serapan(pagu, spent, "baris", triwulan=4).set_index("baris")
    printed = {row["row"]: float(row["realisasi_tahun_Rp"]) for row in lines}
    assert len(printed) > 50
    off = {row for row, total in printed.items() if abs(result.loc[row, "realisasi_anggaran"] - total) > 1}
    assert off == set()


def test_serapan_asks_for_the_column_it_lacks():
    lines, spent = budget()
    with pytest.raises(ValueError, match="pagu"):
        serapan(lines.drop(columns="pagu"), spent, "kode_unit", triwulan=1)
    with pytest.raises(ValueError, match="realisasi_anggaran"):
        serapan(lines, spent.drop(columns="realisasi_anggaran"), "kode_unit", triwulan=1)
