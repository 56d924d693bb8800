"""Findings kept with an accepted upload: those that asked for a look, of the newest upload that stands."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    Kiriman,
    SimpanDitolakError,
    UnitBaru,
    add_instansi,
    commit_uploads,
    list_temuan,
    withdraw_upload,
)
from sakip_app.store import tables as t
from sakip_app.store.database import reading
from sakip_app.workbook.result import Temuan
from tests.store.conftest import baris, hasil

COLUMNS = ["kode_unit", "unggahan_id", "berkas", "kode", "tingkat", "lembar", "sel", "pesan", "saran"]


def warning(sel: str, tingkat: str = "peringatan", **other: Any) -> Temuan:
    fields = {
        "kode": "tak-wajar",
        "lembar": "Realisasi",
        "nilai": "99",
        "pesan": f"Aneh di {sel}.",
        "saran": "Lihat.",
    }
    return Temuan(tingkat=tingkat, sel=sel, **(fields | other))  # type: ignore[arg-type]


def send(
    store: sa.Engine, isi: bytes, *temuan: Temuan, kode_unit: str = "u", tahun: int = 2026, coba: bool = False
) -> int:
    """Keep a file whose one value is its length; gives the id of the upload."""
    read = hasil(baris(realisasi={1: float(len(isi))}), isi=isi, temuan=temuan, tahun=tahun, berkas=f"{isi[:2]!r}")
    sent = Kiriman(read, kode_unit, tahun, UnitBaru(kode_unit, f"Dinas {kode_unit}"))
    return commit_uploads(store, [sent], isi, kode_instansi="B", pelaku="p", coba=coba)[0].id


def cells(store: sa.Engine, tahun: int = 2026) -> list[tuple[str, str]]:
    kept = list_temuan(store, "B", tahun)
    return list(zip(kept["kode_unit"], kept["sel"], strict=True))


def test_what_asked_for_a_look_is_kept_in_its_order(store):
    send(store, b"z", warning("B9"), warning("A1", "catatan"), warning("A2"), kode_unit="z")
    one = send(store, b"u", warning("", lembar="Lembar “K”\nlain"))
    kept = list_temuan(store, "B", 2026)
    assert list(kept) == COLUMNS
    assert kept.iloc[0].tolist() == ["u", one, "b'u'", "tak-wajar", "peringatan", "Lembar “K”\nlain", "",
                                     "Aneh di .", "Lihat."]  # fmt: skip
    assert cells(store) == [("u", ""), ("z", "B9"), ("z", "A2")]


def test_only_the_newest_upload_that_stands_counts(store):
    send(store, b"1", warning("A1"))
    second = send(store, b"22", warning("A2"), warning("B2"))
    send(store, b"v", warning("V1"), kode_unit="v")
    send(store, b"lalu", warning("L1"), tahun=2025)
    assert cells(store) == [("u", "A2"), ("u", "B2"), ("v", "V1")]
    assert cells(store, 2025) == [("u", "L1")]
    third = send(store, b"333")  # nothing left to look at
    assert cells(store) == [("v", "V1")]
    withdraw_upload(store, third, pelaku="p", alasan="keliru")
    assert cells(store) == [("u", "A2"), ("u", "B2"), ("v", "V1")]
    withdraw_upload(store, second, pelaku="p", alasan="keliru")
    assert cells(store) == [("u", "A1"), ("v", "V1")]


def test_of_this_body_and_year_alone(store):
    send(store, b"1", warning("A1"))
    add_instansi(store, kode="C", nama="Badan C", jenis="kpu", pelaku="admin")
    assert list_temuan(store, "C", 2026).empty
    empty = list_temuan(store, "B", 2024)
    assert empty.empty
    assert empty.dtypes.equals(list_temuan(store, "B", 2026).dtypes)


def test_what_is_refused_tried_or_sent_twice_leaves_none(store):
    with pytest.raises(SimpanDitolakError):
        send(store, b"1", warning("A1"), warning("A2", "galat"))
    send(store, b"1", warning("A1"), coba=True)
    assert cells(store) == []
    for _ in range(2):
        send(store, b"1", warning("A1"))
    assert cells(store) == [("u", "A1")]


def test_a_hostile_file_fills_no_database(store):
    huge = warning("A1", pesan="p" * 5000, saran="s" * 1000, lembar="L\x00\ud800embar")
    send(store, b"1", huge, *(warning(f"C{n}") for n in range(600)))
    kept = list_temuan(store, "B", 2026)
    assert len(kept) == 500
    assert kept["pesan"][0] == "p" * 999 + "…"
    assert kept["saran"][0] == "s" * 1000
    assert kept["lembar"][0] == "Lembar"
    assert kept["sel"].iloc[-1] == "C498"  # the first after the huge one is C0
    with reading(store) as connection:
        assert connection.execute(sa.select(t.temuan.c.nilai).limit(1)).scalar() == "99"
