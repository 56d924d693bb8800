"""The number parser against what people write; expected values are stated here, or in the published table."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_app.workbook.numbers import read_number, write_number

TABEL = Path(__file__).parents[3] / "shared" / "vectors" / "vectors_number_parsing.csv"


@pytest.mark.parametrize(
    ("teks", "nilai", "kode"),
    [
        ("1,5", 1.5, None),
        ("1.5", 1.5, "titik-desimal"),
        ("99.50", 99.5, "titik-desimal"),
        ("0.234", 0.234, "titik-desimal"),
        ("1.234,5", 1234.5, None),
        ("1.234", 1234.0, "angka-ambigu"),
        ("9.986.000", 9986000.0, None),
        ("0", 0.0, None),
        ("-1,41", -1.41, None),
        ("\u22121,41", -1.41, None),
        ("\xa0 85 \u200b", 85.0, None),
        ("85%", 85.0, None),
        ("85 %", 85.0, None),
        ("2 Lap", 2.0, "satuan-dalam-sel"),
        ("0,9 Angka", 0.9, "satuan-dalam-sel"),
        ("100,00 Persen", 100.0, "satuan-dalam-sel"),
        ("2 Orang / Bulan", 2.0, "satuan-dalam-sel"),
        ("100 m²", 100.0, "satuan-dalam-sel"),
        ("nihil", None, "nihil-dibaca-kosong"),
    ],
)
def test_read(teks, nilai, kode):
    hasil = read_number(teks, jenis="s")
    assert (hasil.nilai, hasil.kode) == (nilai, kode)


@pytest.mark.parametrize(
    "teks", ["", " ", "-", "–", "—", "n/a", "NA", "N/A", "belum ada", "Belum Ada", "tidak ada data"]
)
def test_words_for_no_data_are_blank_without_a_finding(teks):
    assert read_number(teks, jenis="s") == read_number(None)


@pytest.mark.parametrize(
    ("teks", "kode", "usul"),
    [
        ("lOOo/o", "angka-tak-terbaca", "100%"),
        ("too%", "angka-tak-terbaca", "100%"),
        ("l31", "angka-tak-terbaca", "131"),
        ("(5)", "angka-tak-terbaca", "-5"),
        ("1,234.56", "angka-gaya-inggris", "1.234,56"),
        ("5 juta", "angka-tak-terbaca", "5.000.000"),
        ("100 persen sesuai rata-rata nilai", "angka-tak-terbaca", "100"),
        ("1e3", "angka-tak-terbaca", None),
        ("NaN", "angka-tak-terbaca", None),
        ("inf", "angka-tak-terbaca", None),
        ("WTP", "angka-tak-terbaca", None),
        ("12 dari 15", "angka-tak-terbaca", None),
        ("5²", "angka-tak-terbaca", None),
        ("١٢٣", "angka-tak-terbaca", None),
        ("1.5.2", "angka-tak-terbaca", None),
        ("9" * 400, "angka-tak-terbaca", None),
    ],
)
def test_no_number_but_a_proposal(teks, kode, usul):
    hasil = read_number(teks, jenis="s")
    assert (hasil.nilai, hasil.kode, hasil.usul) == (None, kode, usul)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp 150.000.000", 150e6),
        ("Rp5.294.655.000,00", 5294655000.0),
        ("Rp. 1.000.000,-", 1e6),
        ("1.234", 1234.0),
        ("150.000.000 rupiah", 150e6),
        ("-5", None),
        ("seratus juta", None),
        ("<script>", None),
        ("1.5", None),
        ("1,234,567", None),
    ],
)
def test_rupiah_takes_dots_as_thousands(teks, nilai):
    hasil = read_number(teks, jenis="s", rupiah=True)
    assert hasil.nilai == nilai
    assert (hasil.kode is None) == (nilai is not None)


@pytest.mark.parametrize(
    ("isi", "jenis", "kode"),
    [
        (True, "b", "angka-tak-terbaca"),
        ("#DIV/0!", "e", "sel-galat"),
        (dt.datetime(2026, 5, 1), "d", "tanggal-di-sel-angka"),  # noqa: DTZ001 - what openpyxl gives
        (dt.time(0, 0), "d", "tanggal-di-sel-angka"),
        (float("inf"), "n", "angka-tak-terbaca"),
        (10**400, "n", "angka-tak-terbaca"),
    ],
)
def test_cells_that_hold_no_number(isi, jenis, kode):
    hasil = read_number(isi, jenis=jenis)
    assert (hasil.nilai, hasil.kode) == (None, kode)


@pytest.mark.parametrize(
    ("format_angka", "satuan", "nilai", "kode"),
    [
        ("0%", "%", 29.0, "persen-diskalakan"),  # 0.29 * 100 is 28.999999999999996 in floats
        ("0.00%", None, 29.0, "persen-diskalakan"),
        ("0%", "Dok", 0.29, "format-persen"),
        ('0"%"', "%", 0.29, None),
        (r"0\%", "%", 0.29, None),
        ("General", "%", 0.29, None),
    ],
)
def test_percent_format_is_what_the_reader_of_the_sheet_sees(format_angka, satuan, nilai, kode):
    hasil = read_number(0.29, format_angka=format_angka, satuan=satuan)
    assert (hasil.nilai, hasil.kode) == (nilai, kode)


@pytest.mark.skipif(not TABEL.exists(), reason="the published table is not part of the project")
def test_published_table():
    for baris in csv.DictReader(TABEL.read_text(encoding="utf-8").splitlines()):
        lain = baris["locale"] != "id" or re.match(r"HASIL SALAH|idem", baris["catatan"] or "")
        if lain or baris["catatan"].startswith("satuan"):  # another system's wrong result; units, not numbers
            continue
        hasil = read_number(baris["teks"], jenis="s", rupiah=baris["catatan"] == "uang")
        if baris["harapan"] == "DITOLAK":
            assert hasil.nilai is None, baris
            assert hasil.kode, baris
        else:
            assert hasil.nilai == (float(baris["harapan"]) if baris["harapan"] else None), baris


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**11), max_value=10**11))
def test_written_numbers_read_back(nilai):
    hasil = read_number(write_number(float(nilai)), jenis="s")
    assert hasil.nilai == float(nilai)
    assert hasil.kode is None


TATA_BAHASA = re.compile(
    r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?|-?[0-9]+\.[0-9]{1,2}|-?[0-9]+\.[0-9]{4,}|-?0\.[0-9]+"
)


@given(st.text(alphabet="0123456789.,-+eE()% NaInfRp'", max_size=14))
def test_never_a_number_outside_the_grammar(teks):
    hasil = read_number(teks, jenis="s")
    if hasil.nilai is None:
        return
    polos = re.sub(r"^(?:rp|RP|Rp|rP)\.?\s*", "", " ".join(teks.split()))
    polos = re.sub(r"(?:[.,]-+)$", "", polos).removesuffix("%").strip()
    assert TATA_BAHASA.fullmatch(polos), (teks, hasil)
