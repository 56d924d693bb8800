"""Snapshots: the bytes as they were given, found by a short id, one for what says the same, never changed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    SimpanDitolakError,
    add_instansi,
    data_version,
    find_rekam,
    freeze,
    list_peristiwa,
    list_rekam,
    read_rekam,
)
from sakip_app.store.database import writing
from sakip_app.store.tables import rekam
from tests.conftest import Open

AT = datetime(2026, 10, 20, 2, 30, 0, 5, tzinfo=UTC)
BYTES = bytes(range(256)) * 2048  # half a megabyte in which every byte occurs


def frozen(store: sa.Engine, tahun: int = 2026, triwulan: int = 3, sidik: str = "s1", **other: Any) -> str:
    given = {"isi": BYTES, "versi": 7, "pelaku": "notulis", "waktu": AT} | other
    return freeze(store, given.pop("kode_instansi", "B"), tahun, triwulan, given.pop("isi"), sidik=sidik, **given)


def test_frozen_and_read_again(store):
    version = data_version(store)
    kode = frozen(store)
    assert kode == "2026-TW3-0001"
    assert read_rekam(store, kode) == BYTES
    assert find_rekam(store, kode) == ("B", 2026, 3)
    assert data_version(store) == version + 1
    assert list_peristiwa(store, "B").loc[0, ["jenis", "keterangan", "pelaku"]].tolist() == [
        "rekam_dibekukan", "2026-TW3-0001", "notulis",
    ]  # fmt: skip


def test_what_says_the_same_is_the_same(store):
    first = frozen(store)
    version = data_version(store)
    assert frozen(store, isi=b"dikemas lain", versi=9) == first
    assert (data_version(store), read_rekam(store, first)) == (version, BYTES)
    second = frozen(store, sidik="s2")
    # Only the newest counts: what went back to an earlier state is a snapshot of its own.
    third = frozen(store, isi=b"kembali")
    assert (second, third) == ("2026-TW3-0002", "2026-TW3-0003")
    assert read_rekam(store, third) == b"kembali"
    # Another quarter, another year and another body are other snapshots.
    add_instansi(store, kode="C", nama="Badan C", jenis="kpu", pelaku="admin")
    others = [frozen(store, triwulan=4), frozen(store, tahun=2025), frozen(store, kode_instansi="C")]
    assert others == ["2026-TW4-0004", "2025-TW3-0005", "2026-TW3-0006"]
    assert frozen(store) == third


def test_listed_newest_first(store):
    assert list_rekam(store, "B").empty
    frozen(store, tahun=2025, triwulan=4, pelaku="a")
    frozen(store, triwulan=1, versi=8)
    frozen(store, triwulan=2)
    kept = list_rekam(store, "B")
    assert kept["kode"].tolist() == ["2026-TW2-0003", "2026-TW1-0002", "2025-TW4-0001"]
    assert kept.iloc[1].tolist() == ["2026-TW1-0002", 2026, 1, 8, "notulis", AT]
    assert list_rekam(store, "B", 2025)["kode"].tolist() == ["2025-TW4-0001"]
    assert list_rekam(store, "C").empty
    assert list_rekam(store, "C").dtypes.equals(kept.dtypes)


@pytest.mark.parametrize(
    "kode",
    [
        *("", "2026-TW3-0002", "2026-TW2-0001", "2025-TW3-0001", "2026-TW3-1", "2026-TW3-00001", " 2026-TW3-0001"),
        *("2026-tw3-0001", "2026-TW3-0001\n", "2026-TW3-9999999999", "2026-TW3-" + "9" * 5000, "2026-TW3-٠٠٠١"),
    ],
)  # fmt: skip
def test_only_a_short_id_that_was_given_out_names_one(sqlite_store, kode):
    frozen(sqlite_store)
    assert find_rekam(sqlite_store, kode) is None
    assert read_rekam(sqlite_store, kode) is None


def test_a_number_no_row_can_have_is_no_error_on_a_server(store):
    assert find_rekam(store, "2026-TW3-9999999999") is None


def test_pressed_by_several_at_once_it_is_one(store, store_url: str, open_again: Open):
    engines = [store, open_again(store_url)]
    ready = Barrier(8, timeout=20)

    def press(n: int) -> str:
        ready.wait()
        return frozen(engines[n % 2], pelaku=f"orang {n}")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(press, range(8))) == {"2026-TW3-0001"}
    assert len(list_rekam(store, "B")) == 1


def test_a_snapshot_never_changes(store):
    kode = frozen(store)
    for change in (sa.update(rekam).values(isi=b"lain"), sa.update(rekam).values(triwulan=1), sa.delete(rekam)):
        with pytest.raises(sa.exc.DBAPIError, match="hanya boleh ditambah"), writing(store) as connection:
            connection.execute(change)
    assert read_rekam(store, kode) == BYTES


@pytest.mark.parametrize(
    ("other", "kode"),
    [
        ({"kode_instansi": "X"}, "instansi-asing"),
        ({"tahun": 20260}, "tahun-asing"),
        ({"triwulan": 0}, "triwulan-asing"),
        ({"isi": b""}, "rekam-kosong"),
        ({"sidik": ""}, "rekam-kosong"),
    ],
)
def test_refused(sqlite_store, other, kode):
    with pytest.raises(SimpanDitolakError) as refused:
        frozen(sqlite_store, **other)
    assert refused.value.kode == kode
    assert list_rekam(sqlite_store, "B").empty
