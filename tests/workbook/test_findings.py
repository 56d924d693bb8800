"""Each finding once in a sheet that has it, at its cell, with its weight."""

import dataclasses

import pytest

from sakip_app.workbook import read_workbook
from sakip_app.workbook.findings import KATALOG, PENOLAKAN
from tests.workbook.forms import CONTOH, Bentuk, build, with_cached


def put(bidang, nilai, ke=3):
    """A form in which one cell of the row ``ke`` holds something else."""

    def ubah(ws, form):
        ws[f"{form.kolom[bidang]}{form.pertama + ke}"] = nilai

    form = build(ubah=ubah)
    return form, f"{form.kolom[bidang]}{form.pertama + ke}"


@pytest.mark.parametrize(
    ("bidang", "nilai", "kode", "tingkat"),
    [
        ("k0", "lOOo/o", "angka-tak-terbaca", "galat"),
        ("k0", "1,234.5", "angka-gaya-inggris", "galat"),
        ("k0", True, "angka-tak-terbaca", "galat"),
        ("rp0", "-5", "angka-tak-terbaca", "galat"),
        ("k0", "WTP", "realisasi-teks", "peringatan"),
        ("target", "BB", "predikat-teks", "catatan"),
        ("target", "80 - 90%", "target-rentang", "catatan"),
        ("rp0", -10, "anggaran-negatif", "peringatan"),
        ("capaian", "x y z", "angka-tak-terbaca", "peringatan"),
    ],
)
def test_bad_cell(bidang, nilai, kode, tingkat):
    form, sel = put(bidang, nilai)
    temuan = [t for t in read_workbook(form.data, "a.xlsx").temuan if t.sel == sel]
    assert [(t.kode, t.tingkat) for t in temuan] == [(kode, tingkat)]


@pytest.mark.parametrize(
    ("bidang", "nilai", "kode", "dibaca"),
    [
        ("k0", "1.5", "titik-desimal", 1.5),
        ("k0", "1.234", "angka-ambigu", 1234.0),
        ("k0", "2 Dok", "satuan-dalam-sel", 2.0),
    ],
)
def test_read_with_a_finding(bidang, nilai, kode, dibaca):
    form, sel = put(bidang, nilai)
    hasil = read_workbook(form.data, "a.xlsx")
    assert hasil.indikator[3].realisasi[1] == dibaca
    assert [t.kode for t in hasil.temuan if t.sel == sel] == [kode]


def test_target_range_and_bound():
    form, _ = put("target", "80 - 90%")
    satu = read_workbook(form.data, "a.xlsx").indikator[3]
    assert (satu.target_tahunan, satu.target_bawah, satu.target_atas, satu.target_teks) == (
        None,
        80.0,
        90.0,
        "80 - 90%",
    )
    form, _ = put("target", "≥ 80")
    satu = read_workbook(form.data, "a.xlsx").indikator[3]
    assert (satu.target_bawah, satu.target_atas) == (80.0, None)


def test_error_value_and_formula_without_result():
    form, sel = put("k0", "=1/0")
    hasil = read_workbook(with_cached(form.data, {sel: "#DIV/0!"}), "a.xlsx")
    assert [(t.kode, t.tingkat, t.nilai) for t in hasil.temuan if t.sel == sel] == [
        ("sel-galat", "galat", "#DIV/0!")
    ]
    assert hasil.indikator[3].realisasi[1] is None
    hasil = read_workbook(form.data, "a.xlsx")
    assert [(t.kode, t.tingkat) for t in hasil.temuan if t.sel == sel] == [("rumus-belum-dihitung", "galat")]


def test_hidden_rows_duplicates_and_totals():
    baris = (
        *CONTOH,
        dataclasses.replace(CONTOH[5], tahun=7),
        dataclasses.replace(CONTOH[5], indikator="Beda", target=0, tahun=1),
    )

    def hide(ws, form):
        ws.row_dimensions[form.pertama].hidden = True

    form = build(baris=baris, ubah=hide)
    temuan = {t.kode: t for t in read_workbook(form.data, "a.xlsx").temuan}
    r = form.pertama
    assert set(temuan) == {"baris-tersembunyi", "kunci-ganda", "jumlah-tak-cocok", "realisasi-tanpa-target"}
    assert f"{r + 5}, {r + 6}" in temuan["kunci-ganda"].pesan
    assert temuan["jumlah-tak-cocok"].sel == f"{form.kolom['tahun']}{r + 6}"
    assert "7" in temuan["jumlah-tak-cocok"].pesan


def test_rows_without_a_plan_for_the_year_are_told_once():
    kosong = dataclasses.replace(
        CONTOH[5], indikator="Lain", target=None, pagu=None, k=(None,) * 4, rp=(None,) * 4, tahun=None
    )
    form = build(baris=(*CONTOH, dataclasses.replace(kosong, renstra=5)))
    hasil = read_workbook(form.data, "a.xlsx")
    assert len(hasil.indikator) == len(CONTOH)
    assert [t.kode for t in hasil.temuan] == ["baris-tanpa-target-tahun"]


def test_two_indicators_in_one_cell():
    form, sel = put("indikator", "1. Nilai AKIP    2. Indeks Kepuasan")
    assert [t.kode for t in read_workbook(form.data, "a.xlsx").temuan if t.sel == sel] == [
        "dua-indikator-satu-sel"
    ]


def test_two_indicators_on_two_lines():
    form, sel = put("indikator", "Persentase jalan mantap\nPersentase jembatan mantap")
    assert [t.kode for t in read_workbook(form.data, "a.xlsx").temuan if t.sel == sel] == [
        "dua-indikator-satu-sel"
    ]


def test_columns_that_are_only_shown_have_their_errors_and_empty_formulas_told():
    form, sel = put("capaian_rp", "=1/0")
    temuan = read_workbook(form.data, "a.xlsx").temuan
    assert [(t.kode, t.tingkat) for t in temuan if t.sel == sel] == [("rumus-belum-dihitung", "peringatan")]
    temuan = read_workbook(with_cached(form.data, {sel: "#DIV/0!"}), "a.xlsx").temuan
    assert [(t.kode, t.tingkat) for t in temuan if t.sel == sel] == [("sel-galat", "peringatan")]
    form, sel = put("satuan", "=NA()")
    temuan = read_workbook(with_cached(form.data, {sel: "#N/A"}), "a.xlsx").temuan
    assert [(t.kode, t.tingkat) for t in temuan if t.sel == sel] == [("sel-galat", "peringatan")]


@pytest.mark.parametrize(
    ("bidang", "nilai", "kode"),
    [
        ("satuan", "Doklumen", "satuan-salah-ketik"),
        ("k0", 40, "lonjakan"),  # 40 documents where 4 are planned for the year
        ("capaian", 71, "capaian-tak-cocok"),
    ],
)
def test_what_is_odd_in_a_form(bidang, nilai, kode):
    baris = [dataclasses.replace(b, tahun=sum(n or 0 for n in b.k), capaian=None) for b in CONTOH]
    baris = [dataclasses.replace(b, capaian=b.tahun / b.target * 100) for b in baris]

    def ubah(ws, form):
        ws[f"{form.kolom[bidang]}{form.pertama + 3}"] = nilai
        if bidang == "k0":
            for isi, di in ((43, "tahun"), (1075, "capaian")):
                ws[f"{form.kolom[di]}{form.pertama + 3}"] = isi

    form = build(baris=tuple(baris), ubah=ubah)
    assert [(t.kode, t.sel) for t in read_workbook(form.data, "a.xlsx").temuan] == [
        (kode, f"{form.kolom[bidang]}{form.pertama + 3}")
    ]


def test_percent_format_is_told_once_a_column():
    def ubah(ws, form):
        for ke in (2, 3):
            sel = ws[f"{form.kolom['k0']}{form.pertama + ke}"]
            sel.value, sel.number_format = 0.25, "0%"

    hasil = read_workbook(build(ubah=ubah).data, "a.xlsx")
    assert hasil.indikator[2].realisasi[1] == 25.0  # satuan %
    assert hasil.indikator[3].realisasi[1] == 0.25  # satuan Dok
    assert [t.kode for t in hasil.temuan if "persen" in t.kode] == ["format-persen", "persen-diskalakan"]


def test_year_and_unit_are_asked_for_when_nobody_says_them():
    bentuk = Bentuk(judul=("EVALUASI",), unit=None, grup_tahunan="Target Renja tahun berjalan")
    hasil = read_workbook(build(bentuk).data, "a.xlsx")
    assert (hasil.tahun, hasil.unit) == (None, None)
    assert [t.kode for t in hasil.temuan] == ["tahun-tak-ditemukan", "unit-tak-ditemukan"]


def test_every_kind_has_a_sentence_and_an_advice():
    for kode, jenis in KATALOG.items():
        assert jenis.pesan.strip(), kode
        assert jenis.saran.strip(), kode
        assert jenis.tingkat in ("galat", "peringatan", "catatan")
    assert not set(KATALOG) & set(PENOLAKAN)


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        ("target", "80 - 90"),
        ("target", "1.234"),
        ("target", "BB"),
        ("target", "lOO"),
        ("tahun", "#DIV/0!"),
        ("k0", "x1"),
    ],
)
def test_no_sentence_holds_a_placeholder_of_its_template(bidang, nilai):
    form, _ = put(bidang, nilai)
    temuan = read_workbook(form.data, "e81.xlsx").temuan
    assert temuan
    assert not [t for t in temuan if "{" in t.pesan + t.saran]
