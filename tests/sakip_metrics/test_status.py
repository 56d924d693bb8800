"""What becomes of each indicator: every status, under both measures, each polaritas and konsolidasi.

A case is one indicator: what is declared, its four targets, its four realisasi, the quarter asked for; and
then what the quarter and the year must show. A capaian that is written goes with the status `dinilai`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
import pytest

from sakip_metrics import hitung
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS, UKURAN, measure, missing, one, quarters

_ = None
TUNDA = replace(TANPA_BATAS, rumus_minimal="selisih", triwulan_kosong="tunda")
LEWATI = replace(TUNDA, triwulan_kosong="lewati")

POLARITAS = ["maksimal", "minimal", "stabil"]
KONSOLIDASI = ["jumlah", "rata_rata", "nilai_akhir", "maksimum"]

BELUM_DITETAPKAN = "belum_ditetapkan"
TANPA_TARGET = "tanpa_target"
BELUM_DIJADWALKAN = "belum_dijadwalkan"
BELUM_LAPOR = "belum_lapor"
BELUM_AKHIR_TAHUN = "belum_akhir_tahun"
MANUAL = "perlu_penilaian_manual"


class Case(NamedTuple):
    polaritas: str
    konsolidasi: str
    tahun: float | None
    target: tuple[Any, ...]
    realisasi: tuple[Any, ...]
    triwulan: int
    dalam_triwulan: float | str
    dalam_tahun: float | str


def check(row: pd.Series, ukuran: str, expected: float | str) -> None:
    """A number is a capaian that was assessed; a word is the status of one that was not."""
    status = row[f"status_{ukuran}"]
    if isinstance(expected, str):
        assert status == expected
        for name in ("capaian", "skor", "predikat"):
            assert missing(row[f"{name}_{ukuran}"]), name
    else:
        assert status == "dinilai"
        assert row[f"capaian_{ukuran}"] == pytest.approx(expected, abs=1e-8)


def check_case(case: Case, aturan) -> None:
    """Both measures of one case; and the same again when blank quarters have no row at all."""
    row = measure(*case[:5], triwulan=case.triwulan, aturan=aturan)
    check(row, "triwulan", case.dalam_triwulan)
    check(row, "tahun", case.dalam_tahun)

    rows = quarters(case.target, case.realisasi)
    filled = rows.dropna(subset=["target", "realisasi"], how="all")
    sparse = hitung(one(*case[:3]), filled, triwulan=case.triwulan, aturan=aturan).iloc[0]
    check(sparse, "triwulan", case.dalam_triwulan)
    check(sparse, "tahun", case.dalam_tahun)


DINILAI = [
    # 20 + 30 of 25 + 25; 50 of 100
    Case("maksimal", "jumlah", 100, (25, 25, 25, 25), (20, 30), 2, 100, 50),
    Case("maksimal", "jumlah", 100, (25, 25, 25, 25), (20, 30, 25, 25), 4, 100, 100),
    # a year that is not yet over is still measured where more is better: 110 % of the quarter, 6,4 % of the year
    Case("maksimal", "jumlah", 100, (5.8, 30, 30, 34.2), (6.38,), 1, 110, 6.38),
    # KPPN Semarang I 2021, flat target 90: 110,42 at the end
    Case("maksimal", "rata_rata", 90, (90, 90, 90, 90), (100, 99.5, 98.76, 99.26), 2, 110.83333333, 110.83333333),
    Case("maksimal", "rata_rata", 90, (90, 90, 90, 90), (100, 99.5, 98.76, 99.26), 4, 110.42222222, 110.42222222),
    # the mean target where it is not flat: (80 + 100) / 2 against (72 + 90) / 2; the year against 100
    Case("maksimal", "rata_rata", 100, (80, 100, 100, 100), (72, 90), 2, 90, 81),
    # positions: 45 of 50, 45 of 100
    Case("maksimal", "nilai_akhir", 100, (25, 50, 75, 100), (20, 45), 2, 90, 45),
    Case("maksimal", "nilai_akhir", 100, (25, 50, 75, 100), (30, 20), 2, 40, 20),
    # the best so far: max(12, 8) of max(10, 20)
    Case("maksimal", "maksimum", 20, (10, 20, 15, 20), (12, 8), 2, 60, 60),
    Case("maksimal", "maksimum", 40, (10, 20, 15, 40), (12, 8, 30), 3, 150, 75),
    # 1 + 2 cases against 2 + 2: (8 - 3) / 4
    Case("minimal", "jumlah", 8, (2, 2, 2, 2), (1, 2), 2, 125, BELUM_AKHIR_TAHUN),
    # ten against eight at the end of the year: (16 - 10) / 8
    Case("minimal", "jumlah", 8, (2, 2, 2, 2), (1, 2, 3, 4), 4, 75, 75),
    # stunting 21 against 20 and 17: (40 - 21) / 20 and (34 - 21) / 17
    Case("minimal", "nilai_akhir", 17, (20, 19, 18, 17), (21,), 1, 95, 76.47058823529412),
    # minutes of waiting, mean (4 + 7) / 2 = 5,5 against 5: (10 - 5,5) / 5
    Case("minimal", "rata_rata", 5, (5, 5, 5, 5), (4, 7), 2, 90, 90),
    Case("minimal", "maksimum", 5, (5, 5, 5, 5), (3, 4), 2, 120, 120),
    # stabil: 8 of 10; 42 of 40 at the end
    Case("stabil", "jumlah", 40, (10, 10, 10, 10), (8,), 1, 80, BELUM_AKHIR_TAHUN),
    Case("stabil", "jumlah", 40, (10, 10, 10, 10), (8, 12, 10, 12), 4, 95, 95),
    Case("stabil", "nilai_akhir", 3, (3, 3, 3, 3), (3.3, 2.7), 2, 90, 90),
    Case("stabil", "rata_rata", 80, (80, 80, 80, 80), (70, 80), 2, 93.75, 93.75),
    # a reported zero is a realisasi
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (0, 0), 2, 0, 0),
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (10, 0), 2, 50, 25),
    Case("maksimal", "rata_rata", 10, (10, 10, 10, 10), (10, 0), 2, 50, 50),
    Case("maksimal", "nilai_akhir", 40, (10, 20, 30, 40), (10, 0), 2, 0, 0),
    Case("minimal", "nilai_akhir", 8, (8, 8, 8, 8), (9, 0), 2, 200, 200),
    # below zero is kept
    Case("maksimal", "nilai_akhir", 2, (2, 2, 2, 2), (-1.41,), 1, -70.5, -70.5),
]  # fmt: skip

SILENT = [
    # this quarter is scheduled and blank; the year has what was reported before
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (10,), 2, BELUM_LAPOR, 25),
    Case("maksimal", "rata_rata", 10, (10, 10, 10, 10), (9,), 2, BELUM_LAPOR, 90),
    Case("maksimal", "nilai_akhir", 40, (10, 20, 30, 40), (10,), 2, BELUM_LAPOR, 25),
    Case("maksimal", "maksimum", 40, (10, 20, 30, 40), (10,), 2, BELUM_LAPOR, 25),
    Case("minimal", "nilai_akhir", 8, (8, 8, 8, 8), (8,), 3, BELUM_LAPOR, 100),
    # nothing at all
    *(
        Case(polaritas, konsolidasi, 40, (10, 10, 10, 10), (), 2, BELUM_LAPOR, BELUM_LAPOR)
        for polaritas in ("maksimal",)
        for konsolidasi in KONSOLIDASI
    ),
    # what comes later is not known yet
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (_, _, 10, 10), 1, BELUM_LAPOR, BELUM_LAPOR),
    Case("maksimal", "nilai_akhir", 40, (10, 20, 30, 40), (_, 20), 1, BELUM_LAPOR, BELUM_LAPOR),
    # an earlier scheduled quarter is blank: the last value and the best stand, the sum and the mean wait
    Case("maksimal", "nilai_akhir", 40, (10, 20, 30, 40), (10, _, 27), 3, 90, 67.5),
    Case("maksimal", "maksimum", 40, (10, 20, 30, 40), (_, _, 27), 3, 90, 67.5),
    # an earlier quarter that was never scheduled may be blank
    Case("maksimal", "jumlah", 30, (10, _, 10, 10), (10, _, 5), 3, 75, 50),
    Case("maksimal", "rata_rata", 90, (_, 90, 90, 90), (_, 81), 2, 90, 90),
    Case("maksimal", "jumlah", 20, (0, 10, 0, 10), (_, 9), 2, 90, 45),
    Case("maksimal", "jumlah", 20, (0, 10, 0, 10), (0, 9), 2, 90, 45),
    Case("maksimal", "jumlah", 5, (0, 0, 0, 5), (_, _, _, 5), 4, 100, 100),
    # this quarter is not scheduled: it may be blank
    Case("maksimal", "jumlah", 30, (10, _, 10, 10), (8,), 2, 80, 26.666666666666668),
    Case("maksimal", "jumlah", 20, (10, 0, 0, 10), (8,), 3, 80, 40),
    Case("maksimal", "nilai_akhir", 86, (84, _, 86, 86), (84,), 2, 100, 97.67441860465117),
    # but what was due before it is still due
    Case("maksimal", "jumlah", 30, (10, 10, _, 10), (10,), 3, BELUM_LAPOR, 33.333333333333336),
    Case("maksimal", "nilai_akhir", 30, (10, _, 20, 30), (), 2, BELUM_LAPOR, BELUM_LAPOR),
    Case("maksimal", "maksimum", 30, (10, _, 20, 30), (), 2, BELUM_LAPOR, BELUM_LAPOR),
]

PUT_OFF = [
    # under `tunda`: (10 + blank + 10) is no sum yet, (80, blank, 100) no mean yet
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (10, _, 10), 3, BELUM_LAPOR, 50),
    Case("maksimal", "rata_rata", 100, (80, 90, 100, 100), (80, _, 100), 3, BELUM_LAPOR, 90),
    Case("minimal", "jumlah", 8, (2, 2, 2, 2), (_, 2), 2, BELUM_LAPOR, BELUM_AKHIR_TAHUN),
]

SKIPPED = [
    # under `lewati` the blank quarter leaves both sides: 20 of 20; mean 90 of mean 90; 2 against 2
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (10, _, 10), 3, 100, 50),
    Case("maksimal", "rata_rata", 100, (80, 70, 100, 100), (80, _, 100), 3, 100, 90),
    Case("minimal", "jumlah", 8, (2, 2, 2, 2), (_, 2), 2, 100, BELUM_AKHIR_TAHUN),
    Case("maksimal", "jumlah", 40, (10, 20, 5, 5), (_, _, 4), 3, 80, 10),
    # this quarter's own blank is not skipped
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (10,), 2, BELUM_LAPOR, 25),
    Case("maksimal", "rata_rata", 10, (10, 10, 10, 10), (9,), 2, BELUM_LAPOR, 90),
    Case("maksimal", "nilai_akhir", 40, (10, 20, 30, 40), (10,), 2, BELUM_LAPOR, 25),
    Case("maksimal", "jumlah", 40, (10, 10, 10, 10), (), 1, BELUM_LAPOR, BELUM_LAPOR),
]

NOT_SCHEDULED = [
    # 0, 0, 0, 5 and its like, whatever is or is not reported, whatever the polaritas
    *(
        Case(polaritas, konsolidasi, 5, target, realisasi, triwulan, BELUM_DIJADWALKAN, BELUM_LAPOR)
        for polaritas, konsolidasi in (
            ("maksimal", "jumlah"),
            ("maksimal", "nilai_akhir"),
            ("minimal", "nilai_akhir"),
        )
        for target in ((0, 0, 0, 5), (_, _, _, 5), (_, 0, _, 5))
        for realisasi in ((),)
        for triwulan in (1, 2, 3)
    ),
    Case("maksimal", "jumlah", 5, (0, 0, 0, 5), (0, 0, 0), 3, BELUM_DIJADWALKAN, 0),
    Case("maksimal", "jumlah", 5, (0, 0, 0, 5), (1, 1), 2, BELUM_DIJADWALKAN, 40),
    Case("maksimal", "jumlah", 5, (_, _, _, 5), (1, 1), 2, BELUM_DIJADWALKAN, 40),
    Case("maksimal", "rata_rata", 5, (0, 0, 0, 5), (0,), 1, BELUM_DIJADWALKAN, 0),
    Case("maksimal", "maksimum", 5, (0, 0, 0, 5), (2,), 1, BELUM_DIJADWALKAN, 40),
    Case("maksimal", "nilai_akhir", 5, (_, _, _, 5), (4,), 1, BELUM_DIJADWALKAN, 80),
    # no praise for nothing done where nothing was due
    Case("minimal", "jumlah", 5, (0, 0, 0, 5), (0,), 1, BELUM_DIJADWALKAN, BELUM_AKHIR_TAHUN),
    Case("minimal", "nilai_akhir", 5, (0, 0, 0, 5), (0,), 1, BELUM_DIJADWALKAN, 200),
    Case("minimal", "rata_rata", 5, (0, 0, 0, 5), (0,), 1, BELUM_DIJADWALKAN, 200),
    Case("minimal", "maksimum", 5, (0, 0, 0, 5), (1,), 1, BELUM_DIJADWALKAN, 180),
    Case("stabil", "nilai_akhir", 5, (0, 0, 0, 5), (5,), 1, BELUM_DIJADWALKAN, 100),
    # BPBD Boyolali 2026: positions 0, 50, 67, 100; 0 says that it is not measured yet
    Case("maksimal", "nilai_akhir", 100, (0, 50, 67, 100), (0,), 1, BELUM_DIJADWALKAN, 0),
    Case("maksimal", "nilai_akhir", 100, (0, 50, 67, 100), (0, 45), 2, 90, 45),
]

TARGET_ZERO = [
    # the year's target is 0 as well: no finding allowed
    Case("minimal", "nilai_akhir", 0, (0, 0, 0, 0), (0,), 1, 100, 100),
    Case("minimal", "nilai_akhir", 0, (0, 0, 0, 0), (0, 1), 2, 0, 0),
    Case("minimal", "rata_rata", 0, (0, 0, 0, 0), (0, 0), 2, 100, 100),
    Case("minimal", "maksimum", 0, (0, 0, 0, 0), (1, 0), 2, 0, 0),
    Case("minimal", "jumlah", 0, (0, 0, 0, 0), (0,), 1, 100, BELUM_AKHIR_TAHUN),
    Case("minimal", "jumlah", 0, (0, 0, 0, 0), (0, 0, 0, 0), 4, 100, 100),
    Case("minimal", "jumlah", 0, (0, 0, 0, 0), (0, 0, 1, 0), 4, 0, 0),
    # scheduled, so silence is silence
    Case("minimal", "nilai_akhir", 0, (0, 0, 0, 0), (0,), 2, BELUM_LAPOR, 100),
    Case("minimal", "jumlah", 0, (0, 0, 0, 0), (_, 0), 2, BELUM_LAPOR, BELUM_AKHIR_TAHUN),
]

NO_TARGET = [
    # E.81: realisasi by quarter, a target for the year only
    Case("maksimal", "jumlah", 4, (), (2, 0.8, 1.2, 0), 2, TANPA_TARGET, 70),
    Case("maksimal", "jumlah", 4, (), (2, 0.8, 1.2, 0), 4, TANPA_TARGET, 100),
    Case("minimal", "nilai_akhir", 10, (), (12,), 1, TANPA_TARGET, 80),
    # a quarterly plan without the year's
    Case("maksimal", "jumlah", None, (10, 10, 10, 10), (9,), 1, 90, TANPA_TARGET),
    Case("minimal", "nilai_akhir", None, (10, 10, 10, 10), (9,), 1, 110, TANPA_TARGET),
    # neither; and silence changes nothing about a target that is not there
    Case("maksimal", "jumlah", None, (), (9,), 1, TANPA_TARGET, TANPA_TARGET),
    Case("maksimal", "jumlah", None, (), (), 1, TANPA_TARGET, TANPA_TARGET),
    Case("maksimal", "jumlah", 40, (), (), 1, TANPA_TARGET, BELUM_LAPOR),
    Case("maksimal", "jumlah", None, (10, 10, 10, 10), (), 1, BELUM_LAPOR, TANPA_TARGET),
    # without the year's target a small count is not "too early", it is without a target
    Case("minimal", "jumlah", None, (2, 2, 2, 2), (1,), 1, 150, TANPA_TARGET),
]

NEGATIVE = [
    Case("maksimal", "nilai_akhir", -2, (-2, -2, -2, -2), (-1,), 1, MANUAL, MANUAL),
    Case("minimal", "nilai_akhir", -2, (-2, -2, -2, -2), (-3,), 1, MANUAL, MANUAL),
    Case("stabil", "nilai_akhir", -2, (-2, -2, -2, -2), (-2,), 1, MANUAL, MANUAL),
    Case("maksimal", "jumlah", -8, (-2, -2, -2, -2), (-1, 0, 0, 0), 4, MANUAL, MANUAL),
    Case("maksimal", "rata_rata", -2, (-2, -2, -2, -2), (0,), 1, MANUAL, MANUAL),
    Case("maksimal", "maksimum", -2, (-2, -2, -2, -2), (0,), 1, MANUAL, MANUAL),
    # each measure by its own target
    Case("maksimal", "nilai_akhir", 1, (-2, -1, 0.5, 1), (-1,), 1, MANUAL, -100),
    Case("maksimal", "nilai_akhir", -1, (2, 1, 0.5, -1), (1,), 1, 50, MANUAL),
    Case("maksimal", "nilai_akhir", 1, (-2, 1, 1, 1), (-1, 0.5), 2, 50, 50),
]


def label(case: Case) -> str:
    cells = ["/".join("_" if v is None else str(v) for v in values) for values in (case.target, case.realisasi)]
    return f"{case.polaritas}-{case.konsolidasi}-{case.tahun}-T{cells[0]}-R{cells[1]}-TW{case.triwulan}"


@pytest.mark.parametrize("aturan", [TUNDA, LEWATI], ids=["tunda", "lewati"])
@pytest.mark.parametrize("case", DINILAI + NOT_SCHEDULED + NO_TARGET + NEGATIVE, ids=label)
def test_whatever_is_done_with_blank_quarters(case, aturan):
    check_case(case, aturan)


@pytest.mark.parametrize("case", SILENT + PUT_OFF + TARGET_ZERO, ids=label)
def test_tunda(case):
    check_case(case, TUNDA)


@pytest.mark.parametrize("case", SKIPPED, ids=label)
def test_lewati(case):
    check_case(case, LEWATI)


# belum_akhir_tahun: minimal and stabil, under jumlah, before TW IV, the year only


@pytest.mark.parametrize("polaritas", POLARITAS)
@pytest.mark.parametrize("konsolidasi", KONSOLIDASI)
@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_a_small_count_early_in_the_year_is_no_achievement(polaritas, konsolidasi, triwulan):
    row = measure(polaritas, konsolidasi, 10, (10,) * 4, (10,) * 4, triwulan=triwulan, aturan=TUNDA)
    early = polaritas in {"minimal", "stabil"} and konsolidasi == "jumlah" and triwulan < 4
    assert row["status_tahun"] == (BELUM_AKHIR_TAHUN if early else "dinilai")
    assert missing(row["capaian_tahun"]) is early
    check(row, "triwulan", 100)


@pytest.mark.parametrize("polaritas", ["minimal", "stabil"])
def test_nothing_reported_yet_says_so_before_it_says_too_early(polaritas):
    row = measure(polaritas, "jumlah", 8, (2, 2, 2, 2), (), triwulan=2, aturan=TUNDA)
    check(row, "triwulan", BELUM_LAPOR)
    check(row, "tahun", BELUM_LAPOR)


# belum_ditetapkan


BLANK_WORDS = [None, float("nan"), pd.NA, "", "  "]


@pytest.mark.parametrize("blank", BLANK_WORDS, ids=repr)
@pytest.mark.parametrize("which", ["polaritas", "konsolidasi", "both"])
def test_a_word_not_yet_declared_is_a_status(blank, which):
    polaritas = "maksimal" if which == "konsolidasi" else blank
    konsolidasi = "jumlah" if which == "polaritas" else blank
    row = measure(polaritas, konsolidasi, 40, (10, 10, 10, 10), (9,), triwulan=1, aturan=TUNDA)
    for ukuran in UKURAN:
        check(row, ukuran, BELUM_DITETAPKAN)


@pytest.mark.parametrize(
    ("tahun", "target", "realisasi"),
    [
        (None, (), ()),
        (40, (), (9,)),
        (40, (10, 10, 10, 10), ()),
        (5, (0, 0, 0, 5), ()),
        (4, (1, 1, 1, 1), (0,)),
    ],
)
def test_undeclared_comes_before_all_else(tahun, target, realisasi):
    """Bondowoso 2021 prints 200 % Sangat Tinggi for the last of these."""
    row = measure(None, "jumlah", tahun, target, realisasi, triwulan=1, aturan=TUNDA)
    for ukuran in UKURAN:
        check(row, ukuran, BELUM_DITETAPKAN)


def test_undeclared_rows_stand_beside_declared_ones():
    indikator = pd.concat(
        [
            one("maksimal", "jumlah", 40, kode="A"),
            one(None, "jumlah", 40, kode="B"),
            one("minimal", None, 40, kode="C"),
        ],
        ignore_index=True,
    )
    triwulanan = pd.concat([quarters((10,), (9,), kode=kode) for kode in "ABC"], ignore_index=True)
    result = hitung(indikator, triwulanan, triwulan=1, aturan=TUNDA)
    assert result["status_triwulan"].tolist() == ["dinilai", BELUM_DITETAPKAN, BELUM_DITETAPKAN]
    assert result["status_tahun"].tolist() == ["dinilai", BELUM_DITETAPKAN, BELUM_DITETAPKAN]


# Target 0 for the year as well, where more is better: a ratio to nothing


@pytest.mark.parametrize("polaritas", ["maksimal", "stabil"])
@pytest.mark.parametrize("realisasi", [0, 3])
def test_a_ratio_to_nothing_is_not_assessed(polaritas, realisasi):
    row = measure(polaritas, "nilai_akhir", 0, (0, 0, 0, 0), (realisasi,), triwulan=1, aturan=TUNDA)
    for ukuran in UKURAN:
        check(row, ukuran, TANPA_TARGET)


# An earlier quarter was due and is silent; this one was not due, and holds a zero or a figure nobody planned


@pytest.mark.parametrize("aturan", [TUNDA, LEWATI], ids=["tunda", "lewati"])
@pytest.mark.parametrize("konsolidasi", KONSOLIDASI)
@pytest.mark.parametrize("polaritas", POLARITAS)
@pytest.mark.parametrize(("unplanned", "realisasi"), [(0, 0), (0, 4), (None, 0), (None, 4)])
def test_what_nobody_planned_does_not_stand_in_for_what_is_owed(
    polaritas, konsolidasi, aturan, unplanned, realisasi
):
    target = (5, unplanned, 5, 10)
    row = measure(polaritas, konsolidasi, 20, target, (None, realisasi), triwulan=2, aturan=aturan)
    check(row, "triwulan", BELUM_LAPOR)


# A plan of zeros beside a range for the year; a year of zero without a plan


def test_zeros_are_no_plan_where_the_year_has_a_range():
    row = measure("maksimal", "nilai_akhir", None, (0, 0, 0, 0), (0,), triwulan=1, target_bawah=5.0)
    check(row, "triwulan", BELUM_DIJADWALKAN)
    check(row, "tahun", 0)


def test_a_year_of_zero_without_a_plan():
    row = measure("minimal", "nilai_akhir", 0, (), (0,), triwulan=1)
    check(row, "triwulan", TANPA_TARGET)
    check(row, "tahun", 100)


# No rows at all


def test_an_indicator_without_a_single_quarter():
    empty = quarters().iloc[0:0]
    row = hitung(one("maksimal", "jumlah", 40), empty, triwulan=2, aturan=TUNDA).iloc[0]
    check(row, "triwulan", TANPA_TARGET)
    check(row, "tahun", BELUM_LAPOR)
    row = hitung(one("maksimal", "jumlah", None), empty, triwulan=2, aturan=TUNDA).iloc[0]
    check(row, "triwulan", TANPA_TARGET)
    check(row, "tahun", TANPA_TARGET)


def test_statuses_are_those_of_the_contract():
    """One indicator of each kind in one frame; each keeps its own status whatever stands beside it."""
    kinds = {
        "dinilai": (one("maksimal", "jumlah", 40, kode="dinilai"), ((10, 10), (9, 9))),
        BELUM_DITETAPKAN: (one(None, "jumlah", 40, kode=BELUM_DITETAPKAN), ((10, 10), (9, 9))),
        TANPA_TARGET: (one("maksimal", "jumlah", 40, kode=TANPA_TARGET), ((), (9, 9))),
        BELUM_DIJADWALKAN: (one("maksimal", "jumlah", 5, kode=BELUM_DIJADWALKAN), ((0, 0, 0, 5), ())),
        BELUM_LAPOR: (one("maksimal", "jumlah", 40, kode=BELUM_LAPOR), ((10, 10), (9,))),
        MANUAL: (one("maksimal", "nilai_akhir", -1, kode=MANUAL), ((-1, -1), (-1, -1))),
    }
    indikator = pd.concat([frame for frame, _ in kinds.values()], ignore_index=True)
    triwulanan = pd.concat(
        [quarters(target, realisasi, kode=kode) for kode, (_, (target, realisasi)) in kinds.items()],
        ignore_index=True,
    )
    result = hitung(indikator, triwulanan, triwulan=2, aturan=LIMA)
    assert result["status_triwulan"].tolist() == list(kinds)
