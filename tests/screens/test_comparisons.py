"""One indicator beside the other years: its plan, last year, and what got worse, by figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sakip_app.store import UnitBaru, add_instansi, add_units, load_tahun, open_store
from sakip_app.workbook.result import BarisIndikator
from tests.screens.kpu import KODE, row, send
from tests.screens.looking import html, open_page, plain

Kode = dict[str, str]


def of(kunci: str, realisasi: dict[int, float | str], **fields: Any) -> BarisIndikator:
    """An indicator of the sasaran against 100, a position unless told otherwise."""
    return replace(row(kunci, None, 100.0, jenjang="sasaran", nama="Sasaran"), realisasi=realisasi, **fields)


@pytest.fixture
def kode(tmp_path: Path, use_store) -> Kode:
    """Two years of one unit as the app's store; the code of each indicator of 2026 by its name."""
    engine = open_store(str(tmp_path / "s.db"))
    add_instansi(engine, kode=KODE, nama="KPU Contoh", jenis="kpu", aturan="lima-peringkat", pelaku="admin")
    add_units(engine, KODE, [UnitBaru("a", "KPU Kota A")], pelaku="admin")
    minimal, stabil = {"polaritas": "minimal"}, {"polaritas": "stabil"}
    opini = {
        "skala": "opini-bpk",
        "target_tahunan": None,
        "target_teks": "WTP",
        "target": dict.fromkeys((1, 2, 3, 4), "WTP"),
    }
    send(
        engine,
        "a",
        of("turun", {1: 70.0, 4: 85.5}),
        of("naik", {1: 12.0}, **minimal),
        of("jauh", {1: 98.0}, **stabil),
        of("tetap", {1: 70.0}),
        of("jumlah", {1: 5.0, 2: 7.0}, konsolidasi="jumlah"),
        of("opini", {1: "WTP"}, **opini),
        tahun=2025,
    )
    send(
        engine,
        "a",
        of("turun", {1: 60.0}, renstra={2025: 80.0, 2026: 90.0, 2027: 95.0}, target_renstra=99.0),
        of("naik", {1: 15.0}, **minimal),
        of("jauh", {1: 105.0}, **stabil),
        of("tetap", {1: 70.0}),
        of("jumlah", {1: 10.0}, konsolidasi="jumlah", realisasi_lalu=40.0, target_renstra=200.0),
        of("lembar", {1: 55.0}, realisasi_lalu=50.0),
        of("baru", {1: 55.0}),
        of("diam", {}, realisasi_lalu=50.0),
        of("opini", {1: "WDP"}, **opini, renstra={2026: 4.0}),
        tahun=2026,
    )
    rows = load_tahun(engine, KODE, 2026).indikator
    engine.dispose()
    use_store(tmp_path / "s.db")
    return dict(zip(rows["kunci"], rows["kode_indikator"], strict=True))


def look(kode: Kode, kunci: str) -> str:
    """The comparisons of one indicator in TW I of 2026, as they read."""
    at = open_page("indikator", unit="a", tahun="2026", tw="I", indikator=kode[kunci])
    assert not at.exception
    text = plain(html(at))
    return text[text.index("Terhadap target lain") : text.index("Kendala dan tindak lanjut")]


def test_the_plan_of_this_very_year_and_every_year_beside_what_was_reached(kode: Kode) -> None:
    """60 / 90 = 66,67 %; 2025 ended at 85,5 and stands as a whole, 2026 up to TW I, 2027 is only planned."""
    text = look(kode, "turun")
    assert "Renstra 2026 90 60 66,7 ■ Sedang" in text
    assert "akhir periode" not in text
    table = text[text.index("Target Renstra") :]
    assert table.startswith(
        "Target Renstra Target tahun Realisasi Keterangan 2025 80,0 100,0 85,5 "
        "2026, dilihat 90,0 100,0 60,0 s.d. TW I 2027 95,0 – –"
    )


def test_a_plan_in_words_is_shown_in_words(kode: Kode) -> None:
    """WDP is the third of four ranks, WTP the fourth: 3 / 4 = 75 %."""
    text = look(kode, "opini")
    assert "Renstra 2026 WTP WDP 75,0 ■ Sedang" in text
    assert "2026, dilihat WTP WTP WDP s.d. TW I" in text


def test_the_end_of_the_plan_where_no_year_of_it_is_known(kode: Kode) -> None:
    text = look(kode, "jumlah")
    assert "Renstra, akhir periode 200 10 –" in text
    assert "Renstra 2026" not in text
    assert "dilihat" not in text


@pytest.mark.parametrize(
    ("kunci", "said"),
    [
        ("turun", "Memburuk dari TW I 2025: 60, sebelumnya 70 (turun 10)."),
        ("naik", "Memburuk dari TW I 2025: 15, sebelumnya 12 (naik 3, makin rendah makin baik)."),
        ("jauh", "Memburuk dari TW I 2025: 105, sebelumnya 98 (naik 7, tepat pada target paling baik)."),
        ("tetap", "Sama dengan TW I 2025: 70."),
        ("jumlah", "Membaik dari TW I 2025: 10, sebelumnya 5 (naik 5)."),
        ("lembar", "Membaik dari akhir 2025: 55, sebelumnya 50 (naik 5)."),
        ("opini", "Memburuk dari TW I 2025: WDP, sebelumnya WTP."),
        ("baru", None),
        ("diam", None),
    ],
)
def test_what_changed_since_last_year_is_said_with_its_number(kode: Kode, kunci: str, said: str | None) -> None:
    text = look(kode, kunci)
    if said is None:
        assert not any(word in text for word in ("Memburuk", "Membaik", "Sama dengan"))
    else:
        assert said in text


def test_last_year_says_where_it_is_known_from(kode: Kode) -> None:
    """What adds up: the sheet counts from the beginning of its plan, so the year that was kept stands beside it."""
    assert "Realisasi 2025, dari data tersimpan – 85,5 –" in look(kode, "turun")
    assert "Realisasi s.d. tahun lalu, menurut lembar – 50 –" in look(kode, "lembar")
    both = look(kode, "jumlah")
    assert "Realisasi s.d. tahun lalu, menurut lembar – 40 –" in both
    assert "Realisasi 2025 s.d. TW II, dari data tersimpan – 12 –" in both
    assert "tahun lalu" not in look(kode, "baru")
    assert "Realisasi 2025" not in look(kode, "baru")
