"""Published figures, met at the precision they were printed with."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from sakip_metrics import capaian, skor
from tests.sakip_metrics.kasus import LIMA, PRINTED, RASIO, SELISIH, TANPA_BATAS, measure, number, single, table

NAN = float("nan")


@pytest.mark.parametrize(
    ("realisasi", "target", "printed"),
    [
        pytest.param(5, 23, 21.73, id="Wonosobo 2019, truncated in print"),
        pytest.param(99.38, 90, 110.42, id="KPPN Semarang I 2021, Y"),
        pytest.param(6.12, 10.83, 56.53, id="Cirebon 2026, from unrounded inputs"),
        pytest.param(-1.41, 2, -70.50, id="Wonogiri 2020, growth"),
        pytest.param(83, 80, 103.75, id="KPU Sarolangun 2019 before its cap of 100"),
        pytest.param(80, 80, 100, id="KPU Kaltim 2020"),
        pytest.param(0.269, 0.288, 93.40, id="Wonogiri 2020, gini divided as if higher were better"),
        pytest.param(1, 3, 33.333333, id="Bondowoso 2021, absolut"),
        pytest.param(30, 120, 25, id="Bondowoso 2021, absolut"),
        pytest.param(20, 42, 47.619047, id="Bondowoso 2021, five-year target"),
        pytest.param(75, 2, 3750, id="Deli Serdang E.81 2025"),
    ],
)
def test_published_maksimal(realisasi, target, printed):
    assert single(realisasi, target) == pytest.approx(printed, abs=PRINTED)


def test_kpu_sarolangun_prints_its_cap():
    """Target 80 %, real 83 %, printed 100 %."""
    assert skor(pd.Series([single(83, 80)]), aturan=LIMA).tolist() == [100]


def test_a_form_that_prints_200_for_a_blank_polaritas_is_not_followed():
    """Bondowoso 2021 row 15: karakter blank, realisasi blank, target 4, printed 200 % Sangat Tinggi."""
    blank = pd.Series([None], dtype=object)
    for realisasi in (NAN, 0.0):
        assert capaian(pd.Series([realisasi]), pd.Series([4.0]), blank, aturan=SELISIH).isna().all()


CROSSCHECK = {
    "LLDIKTI XVI": replace(SELISIH, batas_bawah=0),
    "Banjarnegara": replace(SELISIH, batas_bawah=0),
    "Pringsewu MONEV": RASIO,
    "Pringsewu LAKIP": SELISIH,
    "Semarang": replace(SELISIH, batas_bawah=0, batas_atas=100),
    "wp-eval triwulan": replace(RASIO, rasio_realisasi_nol=0),
    "kwanter A": replace(SELISIH, batas_atas=200),
    "kwanter B": replace(RASIO, batas_atas=200),
    "Boyolali (ichien86/esakip)": replace(RASIO, batas_atas=100),
    "Majalengka (Rayhanyl/esakip-app)": SELISIH,
    "PLN UP3 (Excel nyata)": replace(SELISIH, batas_atas=110),
    "Imihigo": replace(RASIO, batas_atas=100),
}
"""Systems in use whose lower-is-better figures are ours under some setting of the rule."""

CROSSCHECK_TYPED = [
    ("LLDIKTI XVI", (150, 100, 75, 200)),
    ("Pringsewu MONEV", (200, 100, 80, 100)),
    ("Pringsewu LAKIP", (150, 100, 75, 200)),
    ("Semarang", (100, 100, 75, 100)),
    ("wp-eval triwulan", (200, 100, 80, 0)),
    ("kwanter A", (150, 100, 75, 200)),
    ("PLN UP3 (Excel nyata)", (110, 100, 75, 110)),
    ("Imihigo", (100, 100, 80, 100)),
]


def crosscheck(aturan) -> list[float]:
    """Target 8 with realisasi 4, 8, 10 and 0."""
    realisasi = pd.Series([4.0, 8.0, 10.0, 0.0])
    raw = capaian(realisasi, pd.Series([8.0] * 4), "minimal", aturan=aturan)
    return skor(raw, aturan=aturan).tolist()


@pytest.mark.parametrize(("system", "shown"), CROSSCHECK_TYPED)
def test_systems_in_use(system, shown):
    assert crosscheck(CROSSCHECK[system]) == pytest.approx(list(shown))


def test_systems_in_use_as_tabled():
    checked = 0
    for row in table("crosscheck_minimize.csv"):
        if row["aplikasi"] in CROSSCHECK:
            for own, text in zip(
                crosscheck(CROSSCHECK[row["aplikasi"]]),
                [row["t8_r4"], row["t8_r8"], row["t8_r10"], row["t8_r0"]],
                strict=True,
            ):
                if text:
                    assert own == pytest.approx(float(text)), row["aplikasi"]
                    checked += 1
    assert checked >= 40


def test_e81_of_deli_serdang():
    """Column 15 = 14/6 x 100, 93 rows up to 3750 %; `#DIV/0!` where the target is 0."""
    lines = table("03_deliserdang_bappedalitbang_2025_E81_renstra.csv")
    target = pd.Series([number(row["target"]) for row in lines])
    realisasi = pd.Series([number(row["realisasi"]) for row in lines])
    own = capaian(realisasi, target, aturan=TANPA_BATAS)
    printed = pd.Series([NAN if "#" in row["capaian_terbit"] else number(row["capaian_terbit"]) for row in lines])
    assert printed.max() == 3750
    assert own.isna().tolist() == printed.isna().tolist()
    assert ((own - printed).abs().dropna() <= PRINTED).all()


def test_kpu_kaltim():
    lines = table("06_kpu_kaltim_sekretariat_2020.csv")
    own = capaian(
        pd.Series([number(row["realisasi"]) for row in lines]),
        pd.Series([number(row["target"]) for row in lines]),
        aturan=LIMA,
    )
    assert own.tolist() == pytest.approx([number(row["capaian_terbit"]) for row in lines])


def test_bondowoso_where_the_form_states_a_direction():
    lines = [
        row
        for row in table("11_bondowoso_2021_form_evaluasi_renja_tw1.csv")
        if row["polaritas_if_stated"] and row["target"]
    ]
    assert lines
    own = capaian(
        pd.Series([number(row["realisasi"]) for row in lines]),
        pd.Series([number(row["target"]) for row in lines]),
        aturan=LIMA,
    )
    assert own.tolist() == pytest.approx([number(row["capaian_terbit"]) for row in lines], abs=PRINTED)


@pytest.mark.parametrize(
    ("konsolidasi", "tahun", "realisasi", "printed", "band"),
    [
        # non absolut: the last filled of the year
        ("nilai_akhir", 100, (100,), 100, "Sangat Tinggi"),
        ("nilai_akhir", 100, (25, 50), 50, "Sangat Rendah"),
        ("nilai_akhir", 100, (25, 50, None, 100), 100, "Sangat Tinggi"),
        ("nilai_akhir", 100, (25, 100), 100, "Sangat Tinggi"),
        # absolut: the sum
        ("jumlah", 3, (1,), 33.33333333333333, "Sangat Rendah"),
        ("jumlah", 120, (30,), 25, "Sangat Rendah"),
        ("jumlah", 9, (1, 2), 33.33333333333333, "Sangat Rendah"),
    ],
)
def test_bondowoso_year_and_predikat(konsolidasi, tahun, realisasi, printed, band):
    """Evaluasi Renja 2021 of two offices: capaian th and predikat th as the official form shows them."""
    row = measure("maksimal", konsolidasi, tahun, (), realisasi, triwulan=4, aturan=LIMA)
    assert row["capaian_tahun"] == pytest.approx(printed)
    assert row["predikat_tahun"] == band


def test_kppn_semarang_from_quarters_to_110_42():
    """Max/Average, flat target 90: s.d. Q3 99,42 and Y 99,38, which is 110,42 % (KPPN Semarang I 2021)."""
    quarters = (100, 99.50, 98.76, 99.26)
    row = measure("maksimal", "rata_rata", 90, (90,) * 4, quarters, triwulan=3)
    assert row["realisasi_sd"] == pytest.approx(99.42, abs=0.005)
    row = measure("maksimal", "rata_rata", 90, (90,) * 4, quarters, triwulan=4)
    assert row["realisasi_sd"] == pytest.approx(99.38, abs=0.005)
    assert row["capaian_tahun"] == pytest.approx(110.42, abs=0.005)
