"""The measured frame where a target is a range, or a word on an ordinal scale."""

from __future__ import annotations

import pandas as pd
import pytest

from sakip_metrics import hitung
from tests.sakip_metrics.kasus import LIMA, TANPA_BATAS, UKURAN, measure, missing, one, quarters

_ = None
NAN = float("nan")


# Ranges


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "expected"),
    [
        ("maksimal", 92, 92 / 90 * 100),
        ("maksimal", 85, 100),
        ("maksimal", 70, 87.5),
        ("minimal", 70, 112.5),
        ("minimal", 99, 90),
        ("stabil", 99, 90),
    ],
)
def test_a_range_for_the_quarter(polaritas, realisasi, expected):
    row = measure(polaritas, "nilai_akhir", None, (), (realisasi,), bawah=(80,), atas=(90,), triwulan=1)
    assert row["status_triwulan"] == "dinilai"
    assert row["capaian_triwulan"] == pytest.approx(expected)
    assert row["status_tahun"] == "tanpa_target"


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "expected"),
    [("maksimal", 70, 87.5), ("maksimal", 85, 100), ("minimal", 99, 90), ("stabil", 72, 90)],
)
def test_a_range_for_the_year(polaritas, realisasi, expected):
    row = measure(
        polaritas, "nilai_akhir", None, (), (realisasi,), triwulan=1, target_bawah=80.0, target_atas=90.0
    )
    assert row["status_tahun"] == "dinilai"
    assert row["capaian_tahun"] == pytest.approx(expected)
    assert row["status_triwulan"] == "tanpa_target"


def test_a_one_sided_range_for_the_year():
    row = measure("minimal", "nilai_akhir", None, (), (6,), triwulan=1, target_atas=5.0)
    assert row["capaian_tahun"] == pytest.approx(80)
    row = measure("minimal", "nilai_akhir", None, (), (3,), triwulan=1, target_atas=5.0)
    assert row["capaian_tahun"] == pytest.approx(100)


def test_a_range_replaces_the_target_of_its_own_quarter_only():
    both = {"bawah": (80, _, _, _), "atas": (90, _, _, _)}
    row = measure("maksimal", "nilai_akhir", 100, (50, 50), (85,), triwulan=1, **both)
    assert row["capaian_triwulan"] == pytest.approx(100)
    row = measure("maksimal", "nilai_akhir", 100, (50, 50), (85, 55), triwulan=2, **both)
    assert row["capaian_triwulan"] == pytest.approx(110)


def test_ranges_are_consolidated_like_targets():
    """2-3 a quarter is 4-6 for two; 3 of them is 75 %, 5 is inside. 80-90 and 90-100 mean 85-95."""
    quarter = {"bawah": (2, 2, 2, 2), "atas": (3, 3, 3, 3)}
    for realisasi, expected in (((2, 1), 75), ((2, 3), 100), ((6, 3), 150)):
        row = measure("maksimal", "jumlah", None, (), realisasi, triwulan=2, **quarter)
        assert row["capaian_triwulan"] == pytest.approx(expected)
    mean = {"bawah": (80, 90), "atas": (90, 100)}
    row = measure("maksimal", "rata_rata", None, (), (70, 83), triwulan=2, **mean)
    assert row["capaian_triwulan"] == pytest.approx(90)


def test_a_quarter_with_a_range_is_scheduled():
    bounds = {"bawah": (_, 80, _, _), "atas": (_, 90, _, _)}
    row = measure("maksimal", "nilai_akhir", 90, (), (), triwulan=1, **bounds)
    assert row["status_triwulan"] == "belum_dijadwalkan"
    row = measure("maksimal", "nilai_akhir", 90, (), (), triwulan=2, **bounds)
    assert row["status_triwulan"] == "belum_lapor"


# Ordinal scales


@pytest.mark.parametrize(
    ("skala", "target", "realisasi", "expected"),
    [
        ("opini-bpk", "WTP", "WTP", 100),
        ("opini-bpk", "WTP", "WDP", 75),
        ("opini-bpk", "WDP", "WTP", 133.33333333333334),
        ("opini-bpk", "WTP", "TMP", 25),
        ("opini-bpk", "WTP", "TW", 50),
        ("akip", "BB", "B", 80),
        ("akip", "B", "BB", 125),
        ("akip", "AA", "D", 14.285714285714286),
        ("akip", "A", "CC", 50),
        ("akip", " bb", "b ", 80),
        ("opini-bpk", "wtp", "Wdp", 75),
        ("akip", 5, "B", 80),
        ("akip", "BB", 4, 80),
    ],
)
def test_words_on_a_named_scale(skala, target, realisasi, expected):
    row = measure(
        "maksimal", "nilai_akhir", target, (target,), (realisasi,), triwulan=1, aturan=TANPA_BATAS, skala=skala
    )
    for ukuran in UKURAN:
        assert row[f"status_{ukuran}"] == "dinilai"
        assert row[f"capaian_{ukuran}"] == pytest.approx(expected)
    assert row["target_tahunan"] == target


def test_each_indicator_by_its_own_scale():
    """`B` is 4 on the AKIP scale and nothing on that of the BPK."""
    indikator = pd.concat(
        [
            one("maksimal", "nilai_akhir", "BB", kode="AKIP", skala="akip"),
            one("maksimal", "nilai_akhir", "WTP", kode="BPK", skala="opini-bpk"),
            one("maksimal", "nilai_akhir", 90.0, kode="IKM", skala=None),
        ],
        ignore_index=True,
    )
    triwulanan = pd.concat(
        [
            quarters(("BB",), ("B",), kode="AKIP"),
            quarters(("WTP",), ("B",), kode="BPK"),
            quarters((90,), (81,), kode="IKM"),
        ],
        ignore_index=True,
    )
    result = hitung(indikator, triwulanan, triwulan=1, aturan=LIMA)
    assert result["status_triwulan"].tolist() == ["dinilai", "perlu_penilaian_manual", "dinilai"]
    assert result["capaian_triwulan"].tolist() == pytest.approx([80, NAN, 90], nan_ok=True)


@pytest.mark.parametrize("skala", [None, "akip"])
@pytest.mark.parametrize("text", ["Sangat Memuaskan", "n/a", "0,269 BPS tidak melakukan penghitungan"])
def test_text_that_no_scale_maps_is_for_a_person_to_judge(skala, text):
    row = measure("maksimal", "nilai_akhir", 5, (5,), (text,), triwulan=1, skala=skala)
    for ukuran in UKURAN:
        assert row[f"status_{ukuran}"] == "perlu_penilaian_manual"
        assert missing(row[f"capaian_{ukuran}"])


def test_a_text_target_is_judged_by_its_own_measure():
    row = measure("maksimal", "nilai_akhir", "Baik sekali", (5,), (4,), triwulan=1)
    assert (row["status_triwulan"], row["status_tahun"]) == ("dinilai", "perlu_penilaian_manual")
    row = measure("maksimal", "nilai_akhir", 5, ("Baik sekali",), (4,), triwulan=1)
    assert (row["status_triwulan"], row["status_tahun"]) == ("perlu_penilaian_manual", "dinilai")


def test_text_in_a_later_quarter_is_not_read_yet():
    row = measure("maksimal", "nilai_akhir", 5, (5, 5, 5, 5), (4, _, "menyusul"), triwulan=1)
    assert (row["status_triwulan"], row["status_tahun"]) == ("dinilai", "dinilai")


def test_empty_text_is_a_blank():
    for blank in ("", "   "):
        row = measure("maksimal", "nilai_akhir", 5, (5, 5, 5, 5), (blank,), triwulan=1)
        assert (row["status_triwulan"], row["status_tahun"]) == ("belum_lapor", "belum_lapor")
