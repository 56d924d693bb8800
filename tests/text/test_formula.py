"""The formula in words and numbers says exactly what sakip_metrics computes."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_app.text.formula import TeksRumus, exact, formula
from sakip_metrics import ATURAN_BAKU, capaian

SELISIH = ATURAN_BAKU["tanpa-batas"]
RASIO = replace(SELISIH, rumus_minimal="rasio")
NAN = math.nan


@pytest.mark.parametrize(
    ("realisasi", "target", "polaritas", "aturan", "awal", "angka", "hasil"),
    [
        (44.7, 72, "maksimal", SELISIH, "", ("44,7", "72"), "62,0833…"),
        (131, 86, "minimal", SELISIH, "", ("2 × 86 − 131", "86"), "47,6744…"),
        (12, 10, "minimal", SELISIH, "", ("2 × 10 − 12", "10"), "80"),
        (12, 10, "minimal", RASIO, "", ("10", "12"), "83,3333…"),
        (5, 10, "minimal", RASIO, "", ("10", "5"), "200"),
        (3, 2.5, "stabil", SELISIH, "100 −", ("|3 − 2,5|", "2,5"), "80"),
        (-1.41, 2, "maksimal", SELISIH, "", ("−1,41", "2"), "−70,5"),
    ],
)
def test_a_fraction_with_its_numbers(
    realisasi: float, target: float, polaritas: str, aturan, awal: str, angka: tuple[str, str], hasil: str
) -> None:
    text = formula(realisasi, target, polaritas, aturan)
    assert (text.awal, text.angka, text.kalimat) == (awal, angka, "")
    raw = capaian(pd.Series([realisasi]), pd.Series([target]), polaritas, aturan=aturan)
    assert exact(raw.iloc[0]) == hasil


@pytest.mark.parametrize(
    ("realisasi", "bawah", "atas", "polaritas", "pecahan", "angka"),
    [
        (92, 80, 90, "maksimal", ("realisasi", "batas atas"), ("92", "90")),
        (70, 80, 90, "maksimal", ("realisasi", "batas bawah"), ("70", "80")),
        (6.5, 7, 8, "minimal", ("2 × batas bawah − realisasi", "batas bawah"), ("2 × 7 − 6,5", "7")),
        (9, 7, 8, "minimal", ("2 × batas atas − realisasi", "batas atas"), ("2 × 8 − 9", "8")),
    ],
)
def test_beyond_a_range_the_nearer_bound_is_named(
    realisasi: float, bawah: float, atas: float, polaritas: str, pecahan: tuple[str, str], angka: tuple[str, str]
) -> None:
    text = formula(realisasi, NAN, polaritas, SELISIH, bawah=bawah, atas=atas)
    assert (text.pecahan, text.angka) == (pecahan, angka)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            formula(85, NAN, "maksimal", SELISIH, bawah=80, atas=90),
            "Realisasi 85 berada di dalam rentang target 80–90: capaian 100.",
        ),
        (
            formula(85, NAN, "maksimal", SELISIH, bawah=80),
            "Realisasi 85 berada di dalam rentang target (paling rendah 80): capaian 100.",
        ),
        (
            formula(3, NAN, "minimal", SELISIH, atas=5),
            "Realisasi 3 berada di dalam rentang target (paling tinggi 5): capaian 100.",
        ),
        (
            formula(0, 0, "minimal", SELISIH),
            "Target 0 dan makin rendah makin baik: realisasi 0 berarti capaian 100.",
        ),
        (
            formula(2, 0, "minimal", RASIO),
            "Target 0 dan makin rendah makin baik: realisasi 2 berarti capaian 0.",
        ),
        (
            formula(0, 8, "minimal", RASIO),
            "Realisasi 0 tidak dapat menjadi pembagi; menurut aturan capaiannya 100.",
        ),
    ],
)
def test_where_there_is_no_fraction_a_sentence_stands(text: TeksRumus, sentence: str) -> None:
    assert text.kalimat == sentence


def evaluate(text: TeksRumus) -> float:
    """The printed fraction, computed as a reader with a calculator would."""

    def number(words: str) -> float:
        plain = words.replace(".", "").replace(",", ".").replace("−", "-").replace("×", "*")
        bars = re.fullmatch(r"\|(.*)\|", plain)
        assert re.fullmatch(r"[-\d.* |]+", plain)
        return abs(eval(bars.group(1))) if bars else eval(plain)  # noqa: S307 — digits and operators only

    share = number(text.angka[0]) / number(text.angka[1]) * 100
    return 100 - share if text.awal else share


@given(
    st.integers(-500, 500).map(lambda n: n / 4),
    st.integers(1, 500).map(lambda n: n / 4),
    st.sampled_from(["maksimal", "minimal", "stabil"]),
    st.sampled_from([SELISIH, RASIO]),
)
def test_whoever_recomputes_what_is_printed_gets_the_capaian(realisasi, target, polaritas, aturan) -> None:
    raw = capaian(pd.Series([realisasi]), pd.Series([target]), polaritas, aturan=aturan).iloc[0]
    text = formula(realisasi, target, polaritas, aturan)
    if text.kalimat or math.isnan(raw):
        return
    assert evaluate(text) == pytest.approx(raw)
