"""Numbers as text; expected strings are written by hand from the rules of Indonesian typography."""

from dataclasses import dataclass

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_app.text.bands import posisi_pita
from sakip_app.text.numbers import (
    format_angka,
    format_nilai,
    format_pasangan,
    format_persen,
    format_poin,
    format_rupiah,
    format_rupiah_penuh,
    format_skor,
    format_skor_pita,
)

LIMA = (91.0, 76.0, 66.0, 51.0)


@pytest.mark.parametrize(
    ("x", "desimal", "teks"),
    [
        (1234.5, 1, "1.234,5"),
        (1234567.891, 2, "1.234.567,89"),
        (0.125, 2, "0,13"),  # half-up, not banker's
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (-2.5, 0, "\u22123"),
        (62.349999999999994, 1, "62,4"),  # a binary 62.35
        (-0.04, 1, "0,0"),  # no minus zero
        (0.0, 1, "0,0"),
        (1e300, 0, None),
    ],
)
def test_format_angka(x, desimal, teks):
    hasil = format_angka(x, desimal)
    assert hasil == teks if teks is not None else len(hasil.replace(".", "")) == 301


@pytest.mark.parametrize("x", [None, float("nan"), pd.NA, float("inf"), float("-inf")])
def test_kosong_is_a_dash_in_every_format(x):
    for tulis in (format_angka, format_persen, format_nilai, format_rupiah, format_rupiah_penuh, format_poin):
        assert tulis(x) == "–"
    assert format_skor_pita(x, LIMA) == "–"


def test_persen_has_a_no_break_space():
    assert format_persen(87.5) == "87,5\u00a0%"
    assert format_persen(-7.5) == "\u22127,5\u00a0%"


@pytest.mark.parametrize(
    ("skor", "tepi", "aturan_tepi", "teks"),
    [
        (90.96, LIMA, ">=", "90,9"),  # Tinggi; 91,0 would read Sangat Tinggi
        (91.0, LIMA, ">=", "91,0"),
        (90.9999999999, LIMA, ">=", "91,0"),  # 91 after nine decimals
        (50.95, LIMA, ">=", "50,9"),
        (75.949, LIMA, ">=", "75,9"),
        (91.0, LIMA, ">", "91,0"),  # on the edge belongs below
        (91.04, LIMA, ">", "91,1"),
        (66.66, (66.66,), ">=", "66,7"),
        (66.65, (66.66,), ">=", "66,6"),
        (76.02, (76.04, 76.01), ">=", "76,02"),  # edges closer than one decimal
        (0.0, LIMA, ">=", "0,0"),
        (250.04, LIMA, ">=", "250,0"),
        (-70.5, LIMA, ">=", "\u221270,5"),
    ],
)
def test_skor_never_crosses_an_edge(skor, tepi, aturan_tepi, teks):
    assert format_skor_pita(skor, tepi, aturan_tepi) == teks


@given(
    st.floats(-100, 300, allow_nan=False),
    st.sampled_from([LIMA, (100.0, 80.0), (90.0, 75.0, 65.0, 50.0), (66.66, 33.33)]),
    st.sampled_from([">=", ">"]),
)
def test_what_is_shown_has_the_band_of_what_is(skor, tepi, aturan_tepi):
    teks = format_skor_pita(skor, tepi, aturan_tepi)
    tampil = float(teks.replace(".", "").replace(",", ".").replace("\u2212", "-"))
    assert posisi_pita(tampil, tepi, aturan_tepi) == posisi_pita(skor, tepi, aturan_tepi)
    assert abs(tampil - skor) <= 0.1 + 1e-9


def test_format_skor_reads_the_rule():
    @dataclass(frozen=True)
    class Pita:
        batas: float
        label: str

    @dataclass(frozen=True)
    class Aturan:
        predikat: tuple
        tepi: str

    pita = (Pita(91, "Sangat Tinggi"), Pita(76, "Tinggi"), Pita(float("-inf"), "Rendah"))
    assert format_skor(90.96, Aturan(pita, ">=")) == "90,9"
    assert format_skor(91.02, Aturan(pita, ">")) == "91,1"


@pytest.mark.parametrize(
    ("x", "satuan", "teks"),
    [
        (12.0, "desa", "12"),
        (1284900000, "Rp", "1.284.900.000"),
        (62.0833, None, "62,08"),
        (0.8, "dok", "0,8"),
        (72.0, "%", "72,0"),
        (72.25, "persen", "72,25"),
        (0.004, None, "0,004"),
        (0.0, None, "0"),
        (0.0, "%", "0,0"),
        (-1.2, "%", "\u22121,2"),
    ],
)
def test_format_nilai(x, satuan, teks):
    assert format_nilai(x, satuan) == teks


def test_a_pair_shares_its_decimals():
    assert format_pasangan(85.1, 86, "indeks") == ("85,1", "86,0")
    assert format_pasangan(12, 28, "desa") == ("12", "28")


@pytest.mark.parametrize(
    ("x", "teks"),
    [
        (2.35e12, "Rp2,35 triliun"),
        (286.3e9, "Rp286,3 miliar"),
        (999_960_000_000, "Rp1,00 triliun"),
        (999_940_000_000, "Rp999,9 miliar"),
        (1_500_000, "Rp1,5 juta"),
        (950_000, "Rp950.000"),
        (0, "Rp0"),
        (-2.35e12, "\u2212Rp2,35 triliun"),
    ],
)
def test_format_rupiah(x, teks):
    hasil = format_rupiah(x)
    assert hasil == teks


def test_format_poin():
    assert [format_poin(x) for x in (2.2, -2.2, 0.0, 0.04, -0.05)] == ["↑ 2,2", "↓ 2,2", "tetap", "tetap", "↓ 0,1"]
    assert format_poin(-20.8, beruntun=True) == "↓↓ 20,8"
