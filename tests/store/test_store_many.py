"""One file of several units: all of them or none, and a template only for whom it was made."""

from __future__ import annotations

import pytest

from sakip_app.store import (
    Kiriman,
    SimpanDitolakError,
    UnitBaru,
    add_units,
    commit_uploads,
    list_unggahan,
    load_tahun,
)
from sakip_app.workbook.result import TandaTemplat, Temuan
from tests.store.conftest import baris, hasil

ISI = b"satu berkas, dua unit"


@pytest.fixture
def body(store):
    add_units(store, "B", [UnitBaru("u", "Dinas U"), UnitBaru("v", "Dinas V")], pelaku="admin")
    return store


def send(engine, *kiriman):
    return commit_uploads(engine, kiriman, ISI, kode_instansi="B", pelaku="bappeda")


def test_each_unit_gets_its_own_upload_of_the_one_file(body):
    kept = send(
        body,
        Kiriman(hasil(baris("a", realisasi={1: 1.0}), isi=ISI), "u", 2026),
        Kiriman(hasil(baris("a", realisasi={1: 7.0}), isi=ISI), "v", 2026),
    )
    uploads = list_unggahan(body, "B", 2026)
    assert [k.baru for k in kept] == [True, True]
    assert sorted(uploads["kode_unit"]) == ["u", "v"]
    assert uploads["sha256"].nunique() == 1
    told = load_tahun(body, "B", 2026).triwulanan.query("triwulan == 1")["realisasi"]
    assert sorted(told) == [1.0, 7.0]


def test_one_unit_that_is_refused_keeps_the_others_out(body):
    galat = Temuan("angka-tak-terbaca", "galat", "S", "B10", "l31", "bukan angka", "perbaiki")
    with pytest.raises(SimpanDitolakError) as refused:
        send(
            body,
            Kiriman(hasil(baris("a", realisasi={1: 1.0}), isi=ISI), "u", 2026),
            Kiriman(hasil(baris("a", realisasi={1: 7.0}), isi=ISI, temuan=(galat,)), "v", 2026),
        )
    assert refused.value.kode == "unggahan-bergalat"
    with pytest.raises(SimpanDitolakError) as refused:
        send(
            body,
            Kiriman(hasil(baris("a", realisasi={1: 1.0}), isi=ISI), "u", 2026),
            Kiriman(hasil(baris("a", realisasi={1: 7.0}), isi=ISI), "tidak ada", 2026),
        )
    assert refused.value.kode == "unit-asing"
    assert list_unggahan(body, "B", 2026).empty


@pytest.mark.parametrize(("kode_unit", "tahun"), [("v", 2026), ("u", 2025)])
def test_a_template_is_kept_only_for_its_unit_and_year(body, kode_unit, tahun):
    mark = TandaTemplat(versi=1, kode_instansi="B", kode_unit="u", tahun=2026, triwulan=1)
    read = hasil(baris("a", realisasi={1: 1.0}), isi=ISI, templat=mark)
    with pytest.raises(SimpanDitolakError) as refused:
        send(body, Kiriman(read, kode_unit, tahun))
    assert refused.value.kode == "templat-untuk-lain"
    assert list_unggahan(body, "B").empty
    assert send(body, Kiriman(read, "u", 2026))[0].baru


def test_notes_of_a_template_belong_to_its_quarter_even_where_that_has_no_figure(body):
    mark = TandaTemplat(versi=1, kode_instansi="B", kode_unit="u", tahun=2026, triwulan=3)
    row = baris("a", realisasi={1: 1.0, 2: 2.0}, kendala="Lelang gagal")
    send(body, Kiriman(hasil(row, isi=ISI, templat=mark), "u", 2026))
    told = load_tahun(body, "B", 2026).triwulanan.set_index("triwulan")["kendala"]
    assert told[3] == "Lelang gagal"
    assert told.drop(3).isna().all()
