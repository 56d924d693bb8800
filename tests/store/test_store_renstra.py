"""The five-year plan: its targets stand on the year's indicator, the newest in force, outside the measured frames."""

from __future__ import annotations

from sakip_app.store import load_renstra, load_tahun, withdraw_upload
from tests.store.conftest import baris, upload


def plan(store, tahun=2026, unit=None):
    return load_renstra(store, "B", tahun, unit).values.tolist()


def test_targets_by_indicator_and_year(store):
    upload(store, baris("a", renstra={2027: 82.0, 2026: 80.0}), baris("b", target_tahunan=5.0), isi=b"1")
    assert plan(store) == [["1", 2026, 80.0], ["1", 2027, 82.0]]
    assert plan(store, unit="u") == plan(store)
    assert plan(store, unit="lain") == []
    assert plan(store, 2025) == []
    assert load_renstra(store, "B", 2025).dtypes.to_dict() == load_renstra(store, "B", 2026).dtypes.to_dict()


def test_the_newest_that_was_not_withdrawn_holds(store):
    upload(store, baris("a", renstra={2026: 80.0, 2027: 82.0}), isi=b"1")
    change = upload(store, baris("a", renstra={2027: 85.0}), isi=b"2", dokumen="Renstra perubahan")
    assert plan(store) == [["1", 2026, 80.0], ["1", 2027, 85.0]]
    withdraw_upload(store, change.id, pelaku="v", alasan="keliru")
    assert plan(store) == [["1", 2026, 80.0], ["1", 2027, 82.0]]


def test_the_measured_year_is_the_same_with_and_without_a_plan(store):
    plain = {"target_tahunan": 80.0, "target_renstra": 90.0, "realisasi": {1: 20.0}}
    upload(store, baris("a", **plain), isi=b"1", tahun=2025)
    upload(store, baris("a", **plain, renstra={2026: 80.0, 2027: 82.0}), isi=b"2", tahun=2026)
    without, with_plan = load_tahun(store, "B", 2025), load_tahun(store, "B", 2026)
    same = [column for column in without.indikator if column not in ("kode_indikator",)]
    assert with_plan.indikator[same].equals(without.indikator[same])
    assert with_plan.triwulanan.drop(columns="kode_indikator").equals(
        without.triwulanan.drop(columns="kode_indikator")
    )
