"""Agreements of a unit and year: the newest of each holds, what stands is not said again, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from sakip_app.store import (
    PK,
    SimpanDitolakError,
    UnitBaru,
    add_units,
    data_version,
    declare,
    list_peristiwa,
    list_pk,
    load_tahun,
    set_pk,
)
from sakip_app.store.database import reading
from sakip_app.store.tables import pk as pk_table
from tests.store.conftest import baris, upload

KETUA = PK("ketua", "PK Ketua", "Ketua KPU Kota", "Ketua KPU Provinsi", date(2026, 1, 9))
SEKRETARIAT = PK("sekretariat", "PK Sekretariat", "Sekretaris", "Ketua KPU Kota")


@pytest.fixture
def store(store):
    add_units(store, "B", [UnitBaru("k", "KPU Kota"), UnitBaru("l", "KPU Lain")], pelaku="admin")
    return store


def said(store, tahun=2026):
    return list_pk(store, "B", tahun)[["kode_unit", "kode_pk", "nama", "pihak_pertama"]].values.tolist()


def test_two_agreements_of_one_unit(store):
    set_pk(store, "B", "k", 2026, [KETUA, SEKRETARIAT], pelaku="admin")
    set_pk(store, "B", "l", 2026, [KETUA], pelaku="admin")
    rows = list_pk(store, "B", 2026)
    assert rows[["kode_unit", "kode_pk"]].values.tolist() == [["k", "ketua"], ["k", "sekretariat"], ["l", "ketua"]]
    assert rows.loc[0, ["pihak_pertama", "pihak_kedua"]].tolist() == ["Ketua KPU Kota", "Ketua KPU Provinsi"]
    assert rows.loc[0, "tanggal"] == pd.Timestamp("2026-01-09")
    assert pd.isna(rows.loc[1, "tanggal"])
    assert said(store, 2025) == []
    assert list_pk(store, "B", 2025).dtypes.to_dict() == rows.dtypes.to_dict()


def test_the_newest_holds_in_the_first_place_and_the_others_stay(store):
    set_pk(store, "B", "k", 2026, [KETUA, SEKRETARIAT], pelaku="admin")
    set_pk(store, "B", "k", 2026, [replace(KETUA, pihak_pertama="Plt. Ketua")], pelaku="admin")
    assert said(store) == [
        ["k", "ketua", "PK Ketua", "Plt. Ketua"],
        ["k", "sekretariat", "PK Sekretariat", "Sekretaris"],
    ]
    with reading(store) as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(pk_table)).scalar() == 3
    assert list_peristiwa(store, "B")["keterangan"].iloc[0] == "k 2026: PK Ketua"


def test_what_stands_is_not_said_again(store):
    set_pk(store, "B", "k", 2026, [KETUA, SEKRETARIAT], pelaku="admin")
    version = data_version(store)
    set_pk(store, "B", "k", 2026, [SEKRETARIAT, KETUA], pelaku="admin")
    set_pk(store, "B", "k", 2026, [], pelaku="admin")
    assert data_version(store) == version
    # A statement that was overtaken is no longer the one in force: saying it again brings it back.
    set_pk(store, "B", "k", 2026, [replace(KETUA, tanggal=None)], pelaku="admin")
    set_pk(store, "B", "k", 2026, [KETUA], pelaku="admin")
    assert list_pk(store, "B", 2026).loc[0, "tanggal"] == pd.Timestamp("2026-01-09")


@pytest.mark.parametrize(
    ("kode", "unit", "pks"),
    [
        ("unit-asing", "x", [KETUA]),
        ("pk-ganda", "k", [KETUA, replace(SEKRETARIAT, kode_pk="ketua")]),
        ("pk-tanpa-nama", "k", [KETUA, PK("s", " ")]),
        ("pk-tanpa-nama", "k", [PK("", "PK")]),
    ],
)
def test_refused_as_a_whole(store, kode, unit, pks):
    with pytest.raises(SimpanDitolakError) as refused:
        set_pk(store, "B", unit, 2026, pks, pelaku="admin")
    assert refused.value.kode == kode
    assert said(store) == []


@pytest.mark.parametrize("bobot", [-1.0, float("inf"), float("nan")])
def test_a_weight_below_zero_is_refused_wherever_it_is_stated(store, bobot):
    row = baris("a", realisasi={1: 1.0})
    upload(store, row, isi=b"1")
    kode = load_tahun(store, "B", 2026).indikator["kode_indikator"].iloc[0]
    with pytest.raises(SimpanDitolakError, match="Bobot"):
        declare(store, [(kode, "bobot", bobot)], pelaku="admin")
    if bobot < 0:
        with pytest.raises(SimpanDitolakError, match="Bobot"):
            upload(store, baris("a", bobot=bobot), isi=b"2")
    assert load_tahun(store, "B", 2026).indikator["bobot"].isna().all()
