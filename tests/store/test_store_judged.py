"""What a closed quarter was judged by stays: its targets, and what measures the whole year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    Jadwal,
    SimpanDitolakError,
    correct_value,
    data_version,
    declare,
    list_unggahan,
    load_tahun,
    set_jadwal,
    withdraw_upload,
)
from tests.store.conftest import baris, upload

MARCH = datetime(2026, 3, 1, tzinfo=UTC)
MAY = datetime(2026, 5, 10, tzinfo=UTC)
TOLD = "TW I 2026 sudah ditutup; mengubah polaritas mengubah penilaiannya."


@pytest.fixture(autouse=True)
def closed(store: sa.Engine) -> None:
    """TW I, closed at the end of April: k1 was judged in it, k2 has figures of TW II alone."""
    upload(
        store,
        baris("k1", polaritas="maksimal", target_tahunan=100.0, target={1: 25.0}, realisasi={1: 20.0}),
        baris("k2", polaritas="maksimal", target_tahunan=100.0, target={2: 50.0}, realisasi={2: 40.0}),
        isi=b"1",
        waktu=MARCH,
    )
    set_jadwal(store, "B", 2026, {1: Jadwal(ditutup=date(2026, 4, 30))}, pelaku="admin")


def refused(store: sa.Engine, call: Callable[[], object]) -> SimpanDitolakError:
    """The refusal; nothing was written."""
    version = data_version(store)
    with pytest.raises(SimpanDitolakError) as error:
        call()
    assert data_version(store) == version
    return error.value


def correct(store: sa.Engine, jenis: str, nilai: float, semula: float | None) -> None:
    """Correct a value of the year of k1."""
    correct_value(
        store,
        "1",
        jenis,
        None,
        nilai,
        semula=(semula, None),
        alasan="Salah ketik",
        pelaku="Ani",
        waktu=MAY,
    )


def of_year(store: sa.Engine, kunci: str, jenis: str) -> object:
    return load_tahun(store, "B", 2026).indikator.set_index("kunci").loc[kunci, jenis]


def test_a_declaration_changes_nothing_that_was_judged(store):
    error = refused(store, lambda: declare(store, [("1", "polaritas", "minimal")], pelaku="v", waktu=MAY))
    assert (error.kode, error.pesan) == ("penilaian-tertutup", TOLD)
    assert error.saran == "Minta admin membuka kembali TW I 2026 bila memang perlu."


def test_what_was_never_said_may_be_said_and_said_again(store):
    declare(store, [("1", "bobot", 40.0), ("1", "polaritas", "maksimal")], pelaku="v", waktu=MAY)
    assert of_year(store, "k1", "bobot") == 40.0
    error = refused(store, lambda: declare(store, [("1", "bobot", 60.0)], pelaku="v", waktu=MAY))
    assert error.pesan == "TW I 2026 sudah ditutup; mengubah bobot mengubah penilaiannya."


def test_an_indicator_without_figures_in_the_closed_quarter_is_free(store):
    declare(store, [("2", "polaritas", "minimal")], pelaku="v", waktu=MAY)
    assert of_year(store, "k2", "polaritas") == "minimal"


def test_until_the_closing_everything_may_change(store):
    last = datetime(2026, 4, 30, 16, 59, tzinfo=UTC)
    declare(store, [("1", "polaritas", "minimal")], pelaku="v", waktu=last)
    assert of_year(store, "k1", "polaritas") == "minimal"


def test_a_correction_of_the_year(store):
    error = refused(store, lambda: correct(store, "target_tahunan", 90.0, 100.0))
    assert error.kode == "penilaian-tertutup"
    assert "mengubah target tahun mengubah penilaiannya" in error.pesan
    assert "PK perubahan" in error.saran
    correct(store, "bobot", 40.0, None)
    assert of_year(store, "k1", "bobot") == 40.0
    correct(store, "pagu", 5.0, None)
    correct(store, "pagu", 6.0, 5.0)
    assert of_year(store, "k1", "pagu") == 6.0


@pytest.mark.parametrize(
    ("fields", "dokumen", "kode"),
    [
        ({"polaritas": "maksimal", "target": {1: 25.0, 3: 75.0}}, None, None),
        ({"polaritas": "minimal"}, None, "penilaian-tertutup"),
        ({"polaritas": "minimal"}, "PK perubahan", "penilaian-tertutup"),
        ({"target_tahunan": 90.0}, None, "penilaian-tertutup"),
        ({"target_tahunan": 90.0}, "PK murni", "penilaian-tertutup"),
        ({"target_tahunan": 90.0, "target": {1: 25.0, 4: 90.0}}, "PK perubahan", None),
        ({"target_tahunan": 90.0, "target": {1: 24.0}}, "PK perubahan", "periode-tertutup"),
        ({"target": {1: 24.0}}, None, "periode-tertutup"),
    ],
)
def test_uploads(store, fields, dokumen, kode):
    def call() -> object:
        return upload(store, baris("k1", **fields), isi=b"2", dokumen=dokumen, waktu=MAY)

    if kode is None:
        call()
        assert of_year(store, "k1", "target_tahunan") == fields.get("target_tahunan", 100.0)
    else:
        assert refused(store, call).kode == kode


def test_targets_of_a_quarter_that_is_not_open_yet_may_be_stated(store):
    set_jadwal(store, "B", 2026, {3: Jadwal(dibuka=date(2026, 7, 1))}, pelaku="admin")
    upload(store, baris("k1", target={3: 75.0}), isi=b"2", waktu=MAY)
    late = lambda: upload(store, baris("k1", realisasi={3: 75.0}), isi=b"3", waktu=MAY)  # noqa: E731
    assert refused(store, late).kode == "periode-belum-dibuka"


def test_a_withdrawal_that_would_take_a_polaritas_back(store):
    first = int(list_unggahan(store, "B")["id"].iloc[0])
    upload(store, baris("k1", target={1: 25.0}, realisasi={1: 20.0}), isi=b"2", waktu=MAY)
    call = lambda: withdraw_upload(store, first, pelaku="v", alasan="Salah", waktu=MAY)  # noqa: E731
    error = refused(store, call)
    assert error.kode == "penilaian-tertutup"
    assert error.pesan == "TW I 2026 sudah ditutup; mengubah target tahun dan polaritas mengubah penilaiannya."
    set_jadwal(store, "B", 2026, {1: Jadwal()}, pelaku="admin")
    call()


def test_a_pk_perubahan_may_be_taken_back(store):
    given = upload(store, baris("k1", target_tahunan=90.0), isi=b"2", dokumen="PK perubahan", waktu=MAY)
    withdraw_upload(store, given.id, pelaku="v", alasan="Salah berkas", waktu=MAY)
    assert of_year(store, "k1", "target_tahunan") == 100.0
