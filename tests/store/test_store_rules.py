"""Adopted rules: each from a quarter on, never backwards, never into what is closed; and a body's scales."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    Jadwal,
    SimpanDitolakError,
    adopt_aturan,
    aturan_pada,
    list_aturan,
    list_dilaporkan,
    list_peristiwa,
    list_skala,
    set_jadwal,
    set_skala,
    tahun_berjalan,
)
from sakip_metrics import ATURAN_BAKU, PitaPredikat
from tests.store.conftest import baris, upload

KAMI = replace(
    ATURAN_BAKU["lima-peringkat"],
    nama="Perbup 12/2026",
    rumus_minimal="rasio",
    batas_atas=120.0,
    batas_bawah=None,
    predikat=(PitaPredikat(90.5, "Baik"), PitaPredikat(0.0, "Kurang")),
    acuan_penyerapan=(10.0, 35.0, 62.5, 95.0),
)
DECREE = {"keputusan": "Perbup 12 Tahun 2026", "tanggal": date(2026, 3, 2)}
JULY = datetime(2026, 7, 1, 3, tzinfo=UTC)


def adopt(store: sa.Engine, tahun: int, triwulan: int, aturan=KAMI, **more):
    said = {**DECREE, "pelaku": "admin", "waktu": JULY, **more}
    adopt_aturan(store, "B", aturan, tahun=tahun, triwulan=triwulan, **said)


def test_every_field_comes_back_and_the_past_keeps_its_rule(store):
    adopt(store, 2026, 2)
    dipakai = list_aturan(store, "B")
    assert [used.dari for used in dipakai] == [None, (2026, 2)]
    kept = dipakai[1]
    assert kept.aturan == replace(KAMI, keputusan="Perbup 12 Tahun 2026, 2026-03-02")
    assert (kept.tanggal, kept.pelaku, kept.waktu) == (date(2026, 3, 2), "admin", JULY)
    quarters = [(2025, 4), (2026, 1), (2026, 2), (2027, 1)]
    assert [aturan_pada(dipakai, *q).nama for q in quarters] == [
        *["lima-peringkat"] * 2,
        *["Perbup 12/2026"] * 2,
    ]


def test_a_preset_is_adopted_without_a_decree_and_stays_an_example(store):
    adopt(store, 2026, 1, ATURAN_BAKU["kpu-contoh"], keputusan=None, tanggal=None)
    assert list_aturan(store, "B")[-1].aturan.contoh
    assert (
        list_peristiwa(store, "B")["keterangan"].tolist()[0].startswith("lima-peringkat → kpu-contoh sejak TW 1")
    )


def test_of_two_from_one_quarter_the_later_holds(store):
    adopt(store, 2026, 2)
    adopt(store, 2026, 2, replace(KAMI, nama="Perbup 20/2026", batas_atas=110.0))
    assert [used.digantikan for used in list_aturan(store, "B")] == [False, True, False]
    assert aturan_pada(list_aturan(store, "B"), 2026, 2).batas_atas == 110.0


@pytest.mark.parametrize(
    ("kode", "more"),
    [
        ("aturan-mundur", {"triwulan": 1}),
        ("triwulan-asing", {"triwulan": 5}),
        ("aturan-tanpa-nama", {"aturan": replace(KAMI, nama="  ")}),
        ("keputusan-tak-lengkap", {"tanggal": None}),
        ("keputusan-tak-lengkap", {"keputusan": " "}),
        ("nama-aturan-dipakai", {"aturan": replace(KAMI, batas_atas=100.0)}),
        ("nama-aturan-dipakai", {"aturan": replace(KAMI, nama="bps")}),
    ],
)
def test_refused_and_nothing_kept(store, kode, more):
    adopt(store, 2026, 2)
    with pytest.raises(SimpanDitolakError) as refused:
        adopt(store, **{"tahun": 2026, "triwulan": 3, **more})
    assert refused.value.kode == kode
    assert len(list_aturan(store, "B")) == 2


def closed_until_june(store: sa.Engine) -> None:
    dates = {1: Jadwal(ditutup=date(2026, 4, 30)), 2: Jadwal(ditutup=date(2026, 7, 1))}
    set_jadwal(store, "B", 2026, dates, pelaku="admin")


def test_no_rule_starts_in_a_closed_quarter_or_before_one(store):
    closed_until_june(store)
    for tahun, triwulan in ((2026, 1), (2025, 3)):
        with pytest.raises(SimpanDitolakError) as refused:
            adopt(store, tahun, triwulan)
        assert refused.value.kode == "periode-tertutup"
        assert refused.value.saran == "Pilih TW II 2026 atau sesudahnya."
    assert len(list_aturan(store, "B")) == 1


def test_the_closing_day_itself_is_open_and_ends_at_midnight_in_jakarta(store):
    closed_until_june(store)
    evening, night = datetime(2026, 7, 1, 16, 59, tzinfo=UTC), datetime(2026, 7, 1, 17, 0, tzinfo=UTC)
    with pytest.raises(SimpanDitolakError):
        adopt(store, 2026, 2, waktu=night)  # 2 July, 00.00 WIB
    adopt(store, 2026, 2, waktu=evening)  # 1 July, 23.59 WIB
    assert len(list_aturan(store, "B")) == 2


def report(store: sa.Engine, tahun: int, *quarters: int) -> None:
    """Figures of these quarters of a year."""
    figures = dict.fromkeys(quarters, 10.0)
    upload(store, baris(realisasi=figures), isi=f"{tahun} {quarters}".encode(), tahun=tahun)


def test_a_rule_reaches_back_only_when_that_is_confirmed(store):
    report(store, 2026, 1, 2)
    with pytest.raises(SimpanDitolakError) as refused:
        adopt(store, 2026, 1)
    assert refused.value.kode == "aturan-berlaku-mundur"
    assert refused.value.pesan == "TW I dan TW II 2026 sudah dilaporkan dan akan dinilai ulang."
    assert len(list_aturan(store, "B")) == 1
    adopt(store, 2026, 1, mundur=True)
    assert list_aturan(store, "B")[-1].dari == (2026, 1)
    assert "menilai ulang TW I dan TW II 2026" in list_peristiwa(store, "B")["keterangan"].iloc[0]


def test_a_rule_from_the_next_quarter_on_asks_nothing(store):
    report(store, 2026, 1, 2)
    adopt(store, 2026, 3)
    assert "menilai ulang" not in list_peristiwa(store, "B")["keterangan"].iloc[0]


def test_what_was_reported_in_an_earlier_year_is_never_judged_anew(store):
    report(store, 2025, 3, 4)
    report(store, 2026, 1)
    for confirmed in (False, True):
        with pytest.raises(SimpanDitolakError) as refused:
            adopt(store, 2025, 4, mundur=confirmed)
        assert refused.value.kode == "aturan-tahun-lalu"
        assert refused.value.pesan == "TW IV 2025 sudah dilaporkan; tahun yang lalu tidak berganti aturan."
        assert refused.value.saran == "Pilih TW I 2026 atau sesudahnya."
    assert list_dilaporkan(store, "B") == [(2025, 3), (2025, 4), (2026, 1)]
    adopt(store, 2026, 1, mundur=True)


def test_the_plans_of_next_year_do_not_end_this_one(store):
    report(store, 2026, 4)
    upload(store, baris(target_tahunan=5.0), isi=b"2027", tahun=2027)
    december, january = datetime(2026, 12, 20, tzinfo=UTC), datetime(2027, 1, 20, tzinfo=UTC)
    assert [tahun_berjalan(store, "B", when) for when in (december, january)] == [2026, 2027]
    with pytest.raises(SimpanDitolakError, match="tahun yang lalu"):
        adopt(store, 2026, 4, mundur=True, waktu=january)
    adopt(store, 2026, 4, mundur=True, waktu=december)


def test_a_scale_takes_new_words_but_moves_none(store):
    set_skala(store, "B", "mutu", {"Kurang": 1, "Baik": 2}, pelaku="admin")
    set_skala(store, "B", "mutu", {"Kurang": 1, "Baik": 2, "Prima": 3}, pelaku="admin")
    assert list_skala(store, "B")["mutu"] == {"Kurang": 1.0, "Baik": 2.0, "Prima": 3.0}
    for words in ({"Kurang": 1, "Baik": 3}, {"Kurang": 1, "Prima": 3}):
        with pytest.raises(SimpanDitolakError) as refused:
            set_skala(store, "B", "mutu", words, pelaku="admin")
        assert refused.value.kode == "skala-berubah"


@pytest.mark.parametrize(
    ("nama", "words"),
    [
        ("", {"a": 1, "b": 2}),
        ("s", {"a": 1}),
        ("s", {"a": 1, "A ": 2}),
        ("s", {"a": 1, "b": -1}),
        ("s", {"": 1, "b": 2}),
    ],
)
def test_no_scale_without_name_and_two_words(store, nama, words):
    with pytest.raises(SimpanDitolakError) as refused:
        set_skala(store, "B", nama, words, pelaku="admin")
    assert refused.value.kode == "skala-tak-sah"
