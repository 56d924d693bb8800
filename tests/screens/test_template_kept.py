"""A template that lay on a desk while its figures moved on, and one of a unit that reports positions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app import store
from sakip_app.screens import context
from sakip_app.screens.template import template
from sakip_app.workbook import read_units
from sakip_app.workbook.result import BarisIndikator, HasilBaca
from sakip_metrics import serapan
from tests.workbook.templates import AWAL, edited, letters

BODY, UNIT = "salatiga", "sekretariat"
CLOSED = store.Jadwal(date(2026, 4, 1), date(2026, 4, 15), date(2026, 4, 30))


@pytest.fixture
def engine(store_without_data: Path) -> sa.Engine:
    return context.engine()


def keep(
    engine: sa.Engine, hasil: HasilBaca, isi: bytes, waktu: datetime | None = None
) -> store.UnggahanTersimpan:
    one = store.Kiriman(hasil, UNIT, 2026)
    return store.commit_uploads(engine, [one], isi, kode_instansi=BODY, pelaku="perencana", waktu=waktu)[0]


def report(engine: sa.Engine, isi: bytes, realisasi: Mapping[int, float]) -> store.UnggahanTersimpan:
    """A form with one indicator joined by jumlah; one form is one report."""
    row = BarisIndikator(
        kunci="a", sel="S!B10", baris=10, uraian="Jumlah dokumen", satuan="Dokumen", polaritas="maksimal",
        konsolidasi="jumlah", cara_isi="tambahan", target_tahunan=40.0, realisasi=realisasi,
        asal={("realisasi", tw): f"S!C{tw}" for tw in realisasi},
    )  # fmt: skip
    sha256 = hashlib.sha256(isi).hexdigest()
    found = HasilBaca("laporan.xlsx", sha256, "e81", "S", None, None, 2026, None, (row,), (), ())
    return keep(engine, found, isi)


def taken(triwulan: int) -> bytes:
    body = context._instansi(BODY, store.data_version(context.engine()))
    return template(body, 2026, triwulan, [UNIT])


def hand_in(
    engine: sa.Engine, data: bytes, typed: Mapping[str, float | str] | None = None, waktu: datetime | None = None
) -> store.UnggahanTersimpan:
    """The template with cells of its first row typed over, sent in."""

    def fill(ws: Any) -> None:
        for column, value in (typed or {}).items():
            ws[f"{letters(ws)[column]}{AWAL}"] = value

    data = edited(data, fill) if typed else data
    return keep(engine, read_units(data, "templat.xlsx")[0], data, waktu)


def told(jenis: str = "realisasi") -> list[float | None]:
    """The four quarters of the one indicator that is kept."""
    quarters = store.load_tahun(context.engine(), BODY, 2026).triwulanan.sort_values("triwulan")[jenis]
    return [None if value != value else float(value) for value in quarters]


# --- increments ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "after"), [({}, [9, 3, None, None]), ({"Realisasi/TW III": 4}, [9, 3, 4, None])]
)
def test_a_correction_outlives_a_template_that_was_taken_before_it(
    engine: sa.Engine, typed: Mapping[str, float], after: list[float | None]
) -> None:
    report(engine, b"satu", {1: 2.0, 2: 3.0})
    stale = taken(3)
    kode = store.load_tahun(engine, BODY, 2026).indikator["kode_indikator"].iloc[0]
    store.correct_value(
        engine, kode, "realisasi", 1, 9.0, semula=(2.0, None), alasan="Salah ketik", pelaku="perencana"
    )
    kept = hand_in(engine, stale, typed)
    assert (kept.n_baru, kept.n_berubah) == (len(typed), 0)
    assert told() == after


def test_a_cell_that_was_changed_overrides_the_correction(engine: sa.Engine) -> None:
    report(engine, b"satu", {1: 2.0})
    stale = taken(2)
    kode = store.load_tahun(engine, BODY, 2026).indikator["kode_indikator"].iloc[0]
    store.correct_value(
        engine, kode, "realisasi", 1, 9.0, semula=(2.0, None), alasan="Salah ketik", pelaku="perencana"
    )
    assert hand_in(engine, stale, {"Realisasi/TW I": 7}).n_berubah == 1
    assert told() == [7, None, None, None]


def test_an_untouched_template_does_not_vouch_for_a_wrong_file(engine: sa.Engine) -> None:
    report(engine, b"benar", {1: 2.0, 2: 3.0})
    wrong = report(engine, b"salah", {1: 5.0, 2: 6.0, 3: 99.0})
    assert told() == [5, 6, 99, None]
    kept = hand_in(engine, taken(4))
    assert (kept.n_baru, kept.n_berubah, kept.n_sama) == (0, 0, 2)  # its uraian and its satuan
    store.withdraw_upload(engine, wrong.id, pelaku="perencana", alasan="Salah berkas")
    assert told() == [2, 3, None, None]


def test_an_indicator_outlives_the_file_that_named_it_first(engine: sa.Engine) -> None:
    first = report(engine, b"satu", {1: 2.0})
    hand_in(engine, taken(2), {"Realisasi/TW II": 4})
    store.withdraw_upload(engine, first.id, pelaku="perencana", alasan="Salah berkas")
    (row,) = store.load_tahun(engine, BODY, 2026).indikator.to_dict("records")
    assert (row["uraian"], row["satuan"]) == ("Jumlah dokumen", "Dokumen")
    assert told() == [None, 4, None, None]


# --- positions -----------------------------------------------------------------------------------------


def report_positions(
    engine: sa.Engine, k: Mapping[int, float], rp: Mapping[int, float], konsolidasi: str | None = "jumlah"
) -> store.UnggahanTersimpan:
    """A form that has nothing but "s/d" columns."""
    row = BarisIndikator(
        kunci="a", sel="S!B10", baris=10, uraian="Jumlah rekomendasi", satuan="Rekomendasi", polaritas="maksimal",
        konsolidasi=konsolidasi, cara_isi="kumulatif", cara_isi_anggaran="kumulatif" if rp else None,
        target_tahunan=80.0, pagu=400.0, realisasi=k, realisasi_anggaran=rp,
    )  # fmt: skip
    isi = repr((k, rp)).encode()
    sha256 = hashlib.sha256(isi).hexdigest()
    return keep(engine, HasilBaca("sd.xlsx", sha256, "e81", "S", None, None, 2026, None, (row,), (), ()), isi)


def test_positions_go_out_and_come_back_as_positions(engine: sa.Engine) -> None:
    report_positions(engine, {1: 20.0, 2: 45.0, 3: 60.0}, {1: 100.0, 2: 200.0, 3: 300.0})
    assert told() == [20, 25, 15, None]
    made = taken(4)
    (row,) = read_units(made, "templat.xlsx")[0].indikator
    assert (row.cara_isi, row.cara_isi_anggaran) == ("kumulatif", "kumulatif")
    assert row.realisasi == {1: 20, 2: 45, 3: 60, 4: None}
    assert row.realisasi_anggaran == {1: 100, 2: 200, 3: 300, 4: None}
    hand_in(engine, made, {"Realisasi/TW IV": 81, "Anggaran (Rp)/Realisasi TW IV": 380})
    assert told() == [20, 25, 15, 21]
    assert told("realisasi_anggaran") == [100, 100, 100, 80]


def test_withdrawing_a_template_of_positions_leaves_the_positions_before_it(engine: sa.Engine) -> None:
    report_positions(engine, {1: 20.0, 2: 45.0}, {1: 100.0})
    second = hand_in(engine, taken(3), {"Realisasi/TW III": 66})
    assert told() == [20, 25, 21, None]
    store.withdraw_upload(engine, second.id, pelaku="perencana", alasan="Keliru")
    assert told() == [20, 25, None, None]
    hand_in(engine, taken(4), {"Realisasi/TW IV": 70})
    assert told() == [20, 25, None, 25]


def test_spending_in_positions_is_not_added_up(engine: sa.Engine) -> None:
    report_positions(engine, {1: 20.0, 2: 45.0, 3: 60.0}, {1: 100.0, 2: 200.0, 3: 300.0})
    hand_in(engine, taken(4))
    year = store.load_tahun(engine, BODY, 2026)
    spent = serapan(year.indikator, year.triwulanan, "kode_unit", triwulan=3)
    assert spent[["pagu", "realisasi_anggaran", "penyerapan"]].values.tolist() == [[400, 300, 75]]


def test_an_untouched_template_of_positions_is_taken_though_a_quarter_is_closed(engine: sa.Engine) -> None:
    report_positions(engine, {1: 20.0, 2: 45.0}, {1: 100.0, 2: 200.0})
    store.set_jadwal(engine, BODY, 2026, {1: CLOSED}, pelaku="admin")
    in_july = datetime(2026, 7, 10, tzinfo=UTC)
    kept = hand_in(engine, taken(3), waktu=in_july)
    assert (kept.n_baru, kept.n_berubah) == (0, 0)
    assert hand_in(engine, taken(3), {"Realisasi/TW III": 66}, waktu=in_july).n_baru == 1
    with pytest.raises(store.SimpanDitolakError):
        hand_in(engine, taken(3), {"Realisasi/TW I": 21}, waktu=in_july)
    assert told() == [20, 25, 21, None]


def test_before_konsolidasi_is_decided_positions_are_still_called_positions(engine: sa.Engine) -> None:
    """Whoever then picks jumlah in the template must not turn what was reported to date into increments."""
    report_positions(engine, {1: 20.0, 2: 45.0}, {}, konsolidasi=None)
    made = taken(3)
    (row,) = read_units(made, "templat.xlsx")[0].indikator
    assert (row.konsolidasi, row.cara_isi, row.cara_isi_anggaran) == (None, "kumulatif", None)
    hand_in(engine, made, {"Konsolidasi": "jumlah", "Realisasi/TW III": 66})
    assert told() == [20, 25, 21, None]
