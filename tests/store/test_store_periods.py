"""The dates of a quarter: in order, all or none, every change in the log."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sakip_app.store import (
    Jadwal,
    SimpanDitolakError,
    jadwal_of,
    list_periode,
    list_peristiwa,
    list_tahun,
    rename_instansi,
    set_jadwal,
    set_periode,
    set_tenggat,
)

APRIL = Jadwal(date(2026, 4, 1), date(2026, 4, 15), date(2026, 4, 30))


def told(store):
    return list_peristiwa(store, "B")["keterangan"].tolist()


def test_a_quarter_has_three_dates_and_the_log_says_old_and_new(store):
    set_periode(store, "B", 2026, 1, **APRIL._asdict(), pelaku="admin")
    later = APRIL._replace(ditutup=date(2026, 5, 8))
    set_periode(store, "B", 2026, 1, **later._asdict(), pelaku="admin")
    assert jadwal_of(list_periode(store, "B", 2026)) == {1: later}
    assert list_tahun(store, "B") == [2026]
    assert told(store)[:2] == [
        "TW I 2026: ditutup 30 Apr 2026 → 8 Mei 2026",
        "TW I 2026: dibuka – → 1 Apr 2026, tenggat – → 15 Apr 2026, ditutup – → 30 Apr 2026",
    ]


def test_what_stands_is_not_said_again(store):
    year = {1: APRIL, 2: Jadwal()}
    assert set_jadwal(store, "B", 2026, year, pelaku="admin") == 2
    n = len(told(store))
    assert set_jadwal(store, "B", 2026, year, pelaku="admin") == 0
    assert len(told(store)) == n
    assert set_jadwal(store, "B", 2026, year | {2: Jadwal(tenggat=date(2026, 7, 15))}, pelaku="admin") == 1


def test_a_date_can_be_taken_away_again(store):
    set_jadwal(store, "B", 2026, {1: APRIL}, pelaku="admin")
    set_jadwal(store, "B", 2026, {1: APRIL._replace(ditutup=None)}, pelaku="admin")
    assert jadwal_of(list_periode(store, "B", 2026))[1].ditutup is None
    assert told(store)[0] == "TW I 2026: ditutup 30 Apr 2026 → –"


def test_the_due_day_alone_leaves_the_other_dates(store):
    set_jadwal(store, "B", 2026, {1: APRIL}, pelaku="admin")
    set_tenggat(store, "B", 2026, 1, date(2026, 4, 20), pelaku="admin")
    set_tenggat(store, "B", 2026, 2, date(2026, 7, 15), pelaku="admin")
    assert jadwal_of(list_periode(store, "B", 2026)) == {
        1: APRIL._replace(tenggat=date(2026, 4, 20)),
        2: Jadwal(tenggat=date(2026, 7, 15)),
    }
    with pytest.raises(SimpanDitolakError) as refused:
        set_tenggat(store, "B", 2026, 1, date(2026, 5, 1), pelaku="admin")
    assert refused.value.pesan == "TW I 2026: ditutup 30 Apr 2026 mendahului tenggat 1 Mei 2026."


@pytest.mark.parametrize(
    ("kode", "tahun", "jadwal"),
    [
        ("urutan-tanggal", 2026, {1: APRIL, 2: Jadwal(date(2026, 7, 16), date(2026, 7, 15), None)}),
        ("urutan-tanggal", 2026, {1: APRIL, 2: Jadwal(date(2026, 7, 16), None, date(2026, 7, 15))}),
        ("triwulan-asing", 2026, {1: APRIL, 5: Jadwal()}),
        ("tahun-asing", 26, {1: APRIL}),
    ],
)
def test_refused_whole(store, kode, tahun, jadwal):
    before = told(store)
    with pytest.raises(SimpanDitolakError) as refused:
        set_jadwal(store, "B", tahun, jadwal, pelaku="admin")
    assert refused.value.kode == kode
    assert list_periode(store, "B", 2026).empty
    assert told(store) == before


def test_unknown_body(store):
    with pytest.raises(SimpanDitolakError) as refused:
        set_jadwal(store, "X", 2026, {1: APRIL}, pelaku="admin")
    assert refused.value.kode == "instansi-asing"


def test_the_name_of_a_body_changes_in_the_log(store):
    at = datetime(2026, 1, 5, tzinfo=UTC)
    rename_instansi(store, "B", " Badan Baru ", pelaku="admin", waktu=at)
    rename_instansi(store, "B", "Badan Baru", pelaku="admin", waktu=at)
    assert told(store) == ["Badan B → Badan Baru", "Badan B"]
    with pytest.raises(SimpanDitolakError):
        rename_instansi(store, "B", "  ", pelaku="admin")
