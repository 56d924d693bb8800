"""The contract once more, told for one indicator at a time in plain Python, and held against the frame.

The telling keeps to what the contract leaves no doubt about: no negative target, no realisasi in a quarter
for which nothing was planned, and no plan of zeros without a target for the year.
"""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import fmean
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_metrics import hitung
from tests.sakip_metrics.kasus import LIMA, quarters

POLARITAS = ["maksimal", "minimal", "stabil"]
WAYS = {"jumlah": sum, "rata_rata": fmean, "nilai_akhir": lambda values: values[-1], "maksimum": max}
SPLIT = ("minimal", "stabil")


def percentage(realisasi: float, target: float, polaritas: str, aturan) -> float | None:
    """Capaian, or None where it is a ratio to nothing."""
    if target == 0:
        return (100.0 if realisasi == 0 else 0.0) if polaritas == "minimal" else None
    if polaritas == "maksimal":
        return realisasi / target * 100
    if polaritas == "stabil":
        return 100 - abs(realisasi - target) / target * 100
    if aturan.rumus_minimal == "selisih":
        return (2 * target - realisasi) / target * 100
    return aturan.rasio_realisasi_nol if realisasi == 0 else target / realisasi * 100


def of_quarter(case: dict[str, Any], triwulan: int, aturan) -> float | str:
    """Capaian against the target up to the quarter, or the status that stands in its place."""
    target, realisasi, way = case["target"], case["realisasi"], case["konsolidasi"]
    past = range(triwulan)
    scheduled = [q for q in past if planned(case, q)]
    filled = [q for q in past if realisasi[q] is not None]
    silent = [q for q in scheduled if realisasi[q] is None]
    if all(value is None for value in target):
        return "tanpa_target"
    if not scheduled:
        return "belum_dijadwalkan"
    waits = way in ("jumlah", "rata_rata") and aturan.triwulan_kosong == "tunda"
    if triwulan - 1 in silent or (waits and silent) or not filled:
        return "belum_lapor"
    due = scheduled if way == "maksimum" else filled
    own = percentage(
        WAYS[way]([realisasi[q] for q in filled]), WAYS[way]([target[q] for q in due]), case["polaritas"], aturan
    )
    return "tanpa_target" if own is None else own


def of_year(case: dict[str, Any], triwulan: int, aturan) -> float | str:
    """Capaian against the annual target, or the status that stands in its place."""
    filled = [value for value in case["realisasi"][:triwulan] if value is not None]
    if case["tahun"] is None:
        return "tanpa_target"
    if not filled:
        return "belum_lapor"
    if case["polaritas"] in SPLIT and case["konsolidasi"] == "jumlah" and triwulan < 4:
        return "belum_akhir_tahun"
    own = percentage(WAYS[case["konsolidasi"]](filled), case["tahun"], case["polaritas"], aturan)
    return "tanpa_target" if own is None else own


def planned(case: dict[str, Any], quarter: int) -> bool:
    """Whether a quarter has a target that means something: 0 does only where the year's is 0 as well."""
    target = case["target"][quarter]
    return target is not None and (target != 0 or case["tahun"] == 0)


number = st.sampled_from([1.0, 2.0, 2.5, 7.0, 10.0, 33.3])
zero_or_number = st.one_of(st.just(0.0), number)


@st.composite
def cases(draw) -> dict[str, Any]:
    tahun = draw(st.one_of(st.none(), zero_or_number))
    if tahun is None:
        goal = st.one_of(st.none(), number)
    elif tahun == 0:
        goal = st.one_of(st.none(), st.just(0.0))
    else:
        goal = st.one_of(st.none(), zero_or_number)
    case = {
        "polaritas": draw(st.sampled_from(POLARITAS)),
        "konsolidasi": draw(st.sampled_from(sorted(WAYS))),
        "tahun": tahun,
        "target": [draw(goal) for _ in range(4)],
    }
    unplanned = all(value is None for value in case["target"])
    case["realisasi"] = [
        draw(st.one_of(st.none(), zero_or_number)) if unplanned or planned(case, q) else None for q in range(4)
    ]
    return case


@settings(max_examples=150, deadline=None)
@given(
    st.lists(cases(), min_size=1, max_size=12),
    st.integers(1, 4),
    st.sampled_from(["selisih", "rasio"]),
    st.sampled_from(["tunda", "lewati"]),
    st.sampled_from([100.0, 0.0]),
)
def test_the_frame_says_what_the_contract_says(drawn, triwulan, rumus, kosong, nol):
    aturan = replace(LIMA, rumus_minimal=rumus, triwulan_kosong=kosong, rasio_realisasi_nol=nol)
    kode = [f"I{n}" for n in range(len(drawn))]
    indikator = pd.DataFrame(
        {
            "kode_indikator": kode,
            "kode_unit": "U1",
            "polaritas": [case["polaritas"] for case in drawn],
            "konsolidasi": [case["konsolidasi"] for case in drawn],
            "target_tahunan": [math.nan if case["tahun"] is None else case["tahun"] for case in drawn],
        }
    )
    triwulanan = pd.concat(
        [quarters(case["target"], case["realisasi"], kode=k) for k, case in zip(kode, drawn, strict=True)],
        ignore_index=True,
    )
    result = hitung(indikator, triwulanan, triwulan=triwulan, aturan=aturan)
    for case, (_, row) in zip(drawn, result.iterrows(), strict=True):
        for ukuran, told in (("triwulan", of_quarter), ("tahun", of_year)):
            expected = told(case, triwulan, aturan)
            if isinstance(expected, str):
                assert row[f"status_{ukuran}"] == expected, (ukuran, case)
            else:
                assert row[f"status_{ukuran}"] == "dinilai", (ukuran, case)
                assert row[f"capaian_{ukuran}"] == pytest.approx(expected, abs=1e-9), (ukuran, case)
