"""A list of units taken over: new, renamed and moved units and other words, all of it or none."""

from __future__ import annotations

from datetime import date

import pytest

from sakip_app.store import (
    SimpanDitolakError,
    UnitBaru,
    add_units,
    apply_unit_list,
    find_unit,
    list_alias,
    list_nomenklatur,
    list_peristiwa,
    list_unit,
)

JULY = date(2026, 7, 1)


@pytest.fixture
def units(store):
    add_units(
        store,
        "B",
        [UnitBaru("a", "Dinas A"), UnitBaru("b", "Dinas B", "DB"), UnitBaru("c", "Bidang C", kode_induk="a")],
        pelaku="admin",
    )
    return store


def apply(engine, baru=(), berubah=(), alias=None, sejak=JULY):
    apply_unit_list(engine, "B", baru=baru, berubah=berubah, alias=alias or {}, sejak=sejak, pelaku="admin")


def test_new_renamed_moved_and_called_otherwise_at_once(units):
    apply(
        units,
        baru=[UnitBaru("d", "Dinas D", berlaku_dari=date(2026, 1, 1))],
        berubah=[UnitBaru("b", "Dinas Besar", "Besar"), UnitBaru("c", "Bidang C", jenis="bidang", kode_induk="d")],
        alias={"a": ["Dinas Awal"], "d": ["DD"]},
    )
    then, now = (list_unit(units, "B", 2026, tw).set_index("kode_unit") for tw in (2, 3))
    assert then.loc[["b", "c"], "nama"].tolist() == ["Dinas B", "Bidang C"]
    assert then.loc["c", "kode_induk"] == "a"
    assert now.loc["b", ["nama", "nama_pendek"]].tolist() == ["Dinas Besar", "Besar"]
    assert now.loc["c", ["jenis", "kode_induk"]].tolist() == ["bidang", "d"]
    assert [find_unit(units, "B", word) for word in ("dinas awal", "dd", "Dinas B")] == ["a", "d", "b"]
    told = list_peristiwa(units, "B").iloc[0]
    assert told["jenis"] == "daftar_unit"
    assert told["keterangan"] == "1 unit baru, 2 berubah sejak 2026-07-01, 2 nama lain: b Dinas Besar; c Bidang C"


def test_two_units_may_exchange_their_names(units):
    apply(units, berubah=[UnitBaru("a", "Dinas B"), UnitBaru("b", "Dinas A")])
    assert list_unit(units, "B", 2026, 3).set_index("kode_unit")["nama"].to_dict()["a"] == "Dinas B"


@pytest.mark.parametrize(
    ("kode", "change"),
    [
        ("unit-ada", {"baru": [UnitBaru("a", "Dinas Lain")]}),
        ("unit-asing", {"berubah": [UnitBaru("z", "Dinas Z")]}),
        ("nama-dipakai", {"berubah": [UnitBaru("a", "DINAS BESAR")]}),
        ("nama-dipakai", {"baru": [UnitBaru("e", "Dinas D"), UnitBaru("f", "dinas d")]}),
        ("induk-asing", {"berubah": [UnitBaru("a", "Dinas A", kode_induk="z")]}),
        ("induk-melingkar", {"berubah": [UnitBaru("a", "Dinas A", kode_induk="c")]}),
        ("alias-dipakai", {"alias": {"a": ["Dinas B"]}}),
    ],
)
def test_all_or_none(units, kode, change):
    before = len(list_peristiwa(units, "B"))
    good = {"baru": [UnitBaru("d", "Dinas D")], "berubah": [UnitBaru("b", "Dinas Besar")], "alias": {"b": ["BB"]}}
    with pytest.raises(SimpanDitolakError) as refused:
        apply(units, **{key: [*good[key], *change.get(key, ())] for key in ("baru", "berubah")},
              alias={**good["alias"], **change.get("alias", {})})  # fmt: skip
    assert refused.value.kode == kode
    assert list_unit(units, "B")["kode_unit"].tolist() == ["a", "b", "c"]
    assert list_nomenklatur(units, "B").empty
    assert list_alias(units, "B").empty
    assert len(list_peristiwa(units, "B")) == before


def test_a_unit_that_has_ended_is_not_renamed(units):
    add_units(units, "B", [UnitBaru("x", "Dinas X", berlaku_sampai=date(2025, 12, 31))], pelaku="admin")
    with pytest.raises(SimpanDitolakError) as refused:
        apply(units, berubah=[UnitBaru("x", "Dinas Y")])
    assert refused.value.kode == "di-luar-masa"
