"""A snapshot holds what the store's figures give by the rule, figure by figure, and what else a meeting needs."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sakip_app.access import TAMU
from sakip_app.screens.capture import capture, follow_ups_of
from sakip_app.screens.context import konteks_of
from sakip_app.snapshot.as_json import fingerprint
from sakip_app.snapshot.follow_up import Langkah, TindakLanjut
from sakip_app.snapshot.model import Rekam
from tests.screens.test_same_figure import VIEWS, View, view

HARI = date(2026, 10, 22)
PASSED = date(2027, 2, 1)


def taken(
    tahun: int, triwulan: int, ukuran: str = "triwulan", hari: date = HARI, instansi: str = "contoh"
) -> Rekam:
    return capture(konteks_of(instansi, tahun, triwulan, TAMU, ukuran), hari)


def same(told: float | None, expected: float) -> bool:
    return (
        told is None if math.isnan(expected) else told is not None and math.isclose(told, expected, rel_tol=1e-12)
    )


@pytest.fixture(scope="module", params=VIEWS, ids=lambda v: "-".join(map(str, v)))
def seen(request: pytest.FixtureRequest, example: Path) -> View:
    return view(example, *request.param)


def test_every_figure_is_the_one_the_rule_gives(seen: View) -> None:
    rekam, place = taken(seen.tahun, seen.triwulan, seen.ukuran), seen.triwulan - 1
    assert [unit.kode for unit in rekam.unit] == list(seen.unit.index)
    wrong = [unit.kode for unit in rekam.unit if not same(unit.nilai[place], seen.nilai.get(unit.kode, math.nan))]
    assert wrong == []
    told = {satu.kode: satu for unit in rekam.unit for satu in unit.indikator}
    assert set(told) == set(seen.indikator.index)
    for kode, row in seen.indikator.iterrows():
        one = told[str(kode)]
        assert same(one.capaian[place], row["capaian"]), kode
        assert same(one.skor[place], row["skor"]), kode
        assert one.status[place] == row["status"]
        judged = not rekam.berjalan and row["status"] == "dinilai"
        assert one.predikat[place] == (row["predikat"] if judged else None)
        assert one.realisasi[seen.triwulan :] == (None,) * (4 - seen.triwulan), "what came later is not known yet"
    mean = seen.nilai.dropna().mean()
    assert same(rekam.nilai[place], float(mean))


@pytest.mark.usefixtures("example")
def test_an_unfinished_year_judges_nobody() -> None:
    running = taken(2026, 2, "tahun")
    assert running.berjalan
    assert not any(any(unit.tertinggal) or any(unit.predikat) for unit in running.unit)
    assert running.sebelumnya is None
    assert not any(unit.turun_beruntun or unit.selisih is not None for unit in running.unit)
    finished = taken(2025, 4, "tahun")
    assert not finished.berjalan
    assert finished.predikat[:3] == (None, None, None), "part of a year was never judged by the whole of it"
    assert finished.predikat[3] is not None


@pytest.mark.usefixtures("example")
def test_who_is_late_hangs_on_the_day_and_no_figure_does() -> None:
    early, late = taken(2026, 3, hari=date(2026, 10, 1)), taken(2026, 3, hari=PASSED)
    assert early.terlambat == ()
    assert {unit.kode for unit in late.terlambat} == {unit.kode for unit in late.unit if not unit.lapor}
    assert len(late.terlambat) == 7  # the example leaves seven of 48 silent in TW III
    assert [unit.nilai for unit in early.unit] == [unit.nilai for unit in late.unit]
    assert fingerprint(early) != fingerprint(late)


@pytest.mark.usefixtures("example")
def test_a_realisasi_names_its_file_and_cell() -> None:
    told = [satu for unit in taken(2026, 3).unit for satu in unit.indikator if satu.realisasi[2] is not None]
    assert len(told) > 500
    assert all(satu.sumber is not None and satu.sumber.berkas and satu.sumber.sel for satu in told)


@pytest.mark.usefixtures("example")
def test_a_quarter_nobody_reported_is_a_snapshot_too() -> None:
    empty = taken(2026, 4)
    assert empty.lapor == ()
    assert empty.nilai[3] is None
    assert all(unit.nilai[3] is None and unit.keterangan[3] for unit in empty.unit)


def janji(
    number: int, tahun: int, triwulan: int, keadaan: str = "belum", *dibawa: tuple[int, int]
) -> TindakLanjut:
    waktu = datetime(2026, 1, 1, tzinfo=UTC)
    made = TindakLanjut(number, f"u-{number}", "Apa", "Siapa", None, tahun, triwulan, waktu=waktu)
    return replace(made, keadaan=keadaan, dibawa=dibawa)


def test_a_meeting_looks_back_on_the_last_one_and_on_all_that_is_not_done() -> None:
    old_done, old_open = janji(1, 2025, 4, "selesai"), janji(2, 2025, 4)
    last_done, last_open = janji(3, 2026, 1, "selesai"), janji(4, 2026, 1, "berjalan")
    carried_done = janji(5, 2025, 3, "selesai", (2026, 1))
    own, later = janji(6, 2026, 2), janji(7, 2026, 3)
    known = (old_done, old_open, last_done, last_open, carried_done, own, later)
    assert follow_ups_of(known, 2026, 2) == (old_open, last_done, last_open, carried_done, own)
    assert follow_ups_of((own,), 2026, 2) == (own,)
    assert follow_ups_of((), 2026, 2) == ()


def test_a_promise_done_since_the_last_meeting_is_heard_of_once() -> None:
    held = datetime(2026, 4, 22, tzinfo=UTC)
    last = replace(janji(1, 2026, 1), waktu=held)
    done = (Langkah("Ani", held + timedelta(days=30), keadaan="selesai"),)
    since, before = (replace(janji(n, 2025, 4, "selesai"), riwayat=done) for n in (2, 3))
    before = replace(before, riwayat=(replace(done[0], waktu=held - timedelta(days=30)),))
    assert follow_ups_of((since, before, last), 2026, 2) == (since, last)
