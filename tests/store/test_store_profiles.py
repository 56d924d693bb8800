"""What a person answered about a form: kept with the upload, applied to the next file, shown, changed, forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    Kiriman,
    ProfilBaru,
    SimpanDitolakError,
    UnitBaru,
    add_units,
    answers_for,
    commit_uploads,
    find_profile,
    forget_profile,
    list_peristiwa,
    list_profiles,
    list_versions,
    set_profile,
    suggest_profile,
)
from sakip_app.workbook.result import Jawaban, Temuan
from tests.store.conftest import baris, hasil

JUDUL = {"B": "Indicator name", "C": "Quarter 1 target"}
TW1 = Jawaban(triwulan=1, cara_isi="tambahan", kolom={"B": "indikator", "C": "target:tw1"})


def send(engine: sa.Engine, isi: bytes, jawaban: Jawaban, unit: str = "u", value: float = 1.0) -> str:
    """Keep one file of a unit with the answers about its form; gives its sha256."""
    read = hasil(baris(realisasi={1: value}), isi=isi)
    sent = Kiriman(read, unit, 2026, profil=ProfilBaru("f1", "Impor BPS", jawaban, JUDUL))
    commit_uploads(engine, [sent], isi, kode_instansi="B", pelaku=f"perencana {unit}")
    return read.sha256


@pytest.fixture
def two_units(store: sa.Engine) -> sa.Engine:
    add_units(store, "B", [UnitBaru("u", "Dinas U"), UnitBaru("v", "Dinas V")], pelaku="admin")
    return store


def test_answers_are_kept_with_the_upload_and_only_ever_added(two_units):
    store = two_units
    first = send(store, b"1", TW1)
    kept = find_profile(store, "B", "u", "f1")
    assert (kept.jawaban, kept.judul, kept.bentuk, kept.pelaku) == (TW1, JUDUL, "Impor BPS", "perencana u")
    # The same file and answers again write nothing; another quarter's answer is a version of its own.
    send(store, b"1", TW1)
    send(store, b"2", replace(TW1, triwulan=2), value=2.0)
    versions = list_versions(store, "B", "u", "f1")
    assert [v.jawaban.triwulan for v in versions] == [2, 1]
    # Year and quarter belong to the file they were answered for; the rest to the form.
    again = answers_for(versions, first, JUDUL)
    assert (again.triwulan, again.cara_isi, again.kolom) == (1, "tambahan", TW1.kolom)
    assert answers_for(versions, "f" * 64, JUDUL) == replace(TW1, triwulan=None)
    told = list_peristiwa(store, "B")
    assert (told["jenis"] == "profil_disimpan").sum() == 2
    # Of another unit they are offered, not found.
    assert find_profile(store, "B", "v", "f1") is None
    assert suggest_profile(store, "B", "v", "f1").kode_unit == "u"
    assert suggest_profile(store, "B", "u", "f1") is None
    assert suggest_profile(store, "B", "v", "f2") is None


def test_a_refused_upload_keeps_no_answers(two_units):
    read = hasil(baris(realisasi={1: 1.0}), isi=b"1")
    bad = replace(read, temuan=(Temuan("x", "galat", "S", "A1", "", "", ""),))
    sent = Kiriman(bad, "u", 2026, profil=ProfilBaru("f1", "Impor BPS", TW1, JUDUL))
    with pytest.raises(SimpanDitolakError):
        commit_uploads(two_units, [sent], b"1", kode_instansi="B", pelaku="x")
    two = [Kiriman(read, "u", 2026, profil=sent.profil), Kiriman(read, "asing", 2026)]
    with pytest.raises(SimpanDitolakError, match="belum terdaftar"):
        commit_uploads(two_units, two, b"1", kode_instansi="B", pelaku="x")
    assert list_profiles(two_units, "B") == []
    # Nothing answered is nothing to remember.
    send(two_units, b"1", Jawaban())
    assert list_versions(two_units, "B", "u", "f1") == []


def test_changed_forgotten_and_answered_again(two_units):
    send(two_units, b"1", TW1)
    changed = replace(TW1, cara_isi="kumulatif")
    set_profile(two_units, "B", "u", ProfilBaru("f1", "Impor BPS", changed, JUDUL), pelaku="admin")
    assert find_profile(two_units, "B", "u", "f1").jawaban == changed
    assert [p.jawaban for p in list_profiles(two_units, "B")] == [changed]
    set_profile(two_units, "B", "u", ProfilBaru("f1", "Impor BPS", Jawaban()), pelaku="admin")  # as forget_profile
    assert find_profile(two_units, "B", "u", "f1") is None
    assert list_profiles(two_units, "B") == []
    versions = list_versions(two_units, "B", "u", "f1")
    assert [v.jawaban for v in versions] == [None, changed, TW1]
    assert answers_for(versions, versions[2].sha256, JUDUL) == Jawaban()
    with pytest.raises(SimpanDitolakError, match="sudah dilupakan") as refused:
        forget_profile(two_units, "B", "u", "f1", pelaku="admin")
    assert refused.value.kode == "profil-tak-ada"
    send(two_units, b"3", TW1, value=3.0)
    assert find_profile(two_units, "B", "u", "f1").jawaban == TW1
    told = list_peristiwa(two_units, "B")
    assert told["jenis"].str.startswith("profil_").sum() == 4
    assert (told["jenis"] == "profil_dilupakan").sum() == 1


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (JUDUL, JUDUL, {"B": "indikator", "C": "target:tw1"}),
        (JUDUL, {"C": "INDICATOR  name", "D": "Quarter 1 target"}, {"C": "indikator", "D": "target:tw1"}),  # moved
        (JUDUL, {"B": "Indicator name", "C": "Quarter 2 target"}, {"B": "indikator"}),  # means something else now
        (JUDUL, {"D": "Indicator name", "E": "Indicator name", "C": "Quarter 1 target"}, {"C": "target:tw1"}),
        (JUDUL, {"B": "", "C": ""}, {}),
        # A year that goes on is the same column; of several years' columns another one is meant next year.
        ({"B": "Name", "C": "Plan 2026"}, {"B": "Name", "C": "Plan 2027"}, {"B": "indikator", "C": "target:tw1"}),
        ({"B": "Name", "C": "Plan 2026", "D": "Plan 2027"}, {"B": "Name", "C": "Plan 2026", "D": "Plan 2027"},
         {"B": "indikator"}),
        # Words that stand twice tell a column in the very same table only.
        ({"B": "Name", "C": "K", "D": "K"}, {"B": "Name", "C": "K", "D": "K"}, {"B": "indikator", "C": "target:tw1"}),
        ({"B": "Name", "C": "K", "D": "K"}, {"A": "Name", "B": "K", "C": "K"}, {"A": "indikator"}),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_words(sqlite_store, then, now, expected):
    add_units(sqlite_store, "B", [UnitBaru("u", "Dinas U")], pelaku="admin")
    set_profile(sqlite_store, "B", "u", ProfilBaru("f1", "b", TW1, then), pelaku="x", waktu=datetime.now(UTC))
    assert answers_for(list_versions(sqlite_store, "B", "u", "f1"), "f" * 64, now).kolom == expected


@pytest.mark.parametrize(("lembar", "again"), [("Capaian", "Capaian"), ("TW III", None), ("Realisasi TW 3", None)])
def test_a_sheet_that_names_a_quarter_is_asked_about_anew(sqlite_store, lembar, again):
    add_units(sqlite_store, "B", [UnitBaru("u", "Dinas U")], pelaku="admin")
    sha256 = send(sqlite_store, b"1", Jawaban(lembar=lembar))
    versions = list_versions(sqlite_store, "B", "u", "f1")
    assert answers_for(versions, sha256, {}).lembar == lembar
    assert answers_for(versions, "f" * 64, {}).lembar == again
