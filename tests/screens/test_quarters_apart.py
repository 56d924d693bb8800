"""Quarters beside one another: under another rule, and with units that ended in between, by figures worked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from sakip_app.store import UnitBaru, adopt_aturan, end_unit, open_store, set_unit_valid
from sakip_app.workbook.result import BarisIndikator
from sakip_metrics import ATURAN_BAKU, Aturan
from tests.screens.conftest import UseStore
from tests.screens.looking import all_texts, chart_texts, headline, html, open_page, plain
from tests.store.conftest import baris, upload
from tests.two_quarters import KODE, report_two_quarters

LIMA = ATURAN_BAKU["lima-peringkat"]
NAMED = replace(LIMA, nama="Perbup 12/2026", acuan_penyerapan=(10.0, 30.0, 60.0, 90.0))
#: By hand: TW I (80 + 100) / 2 = 90; TW II by rasio under 120 (1000/12 + 115) / 2 = 99,16….
OTHER = replace(NAMED, rumus_minimal="rasio", batas_atas=120.0)
APART = "Arah tidak dihitung: TW I dinilai menurut aturan lain."


@pytest.fixture
def body(tmp_path: Path, use_store: UseStore) -> Iterator[sa.Engine]:
    """The body whose figures are computed by hand, as the app's store."""
    use_store(tmp_path / "uji.db")
    engine = open_store(f"sqlite:///{tmp_path / 'uji.db'}")
    report_two_quarters(engine)
    yield engine
    engine.dispose()


def adopt(engine: sa.Engine, aturan: Aturan) -> None:
    """Adopt a rule from TW II of 2026 on."""
    decree = {"keputusan": "Perbup Nomor 12 Tahun 2026", "tanggal": date(2026, 4, 6)}
    adopt_aturan(engine, KODE, aturan, tahun=2026, triwulan=2, pelaku="admin", mundur=True, **decree)


def seen(page: str, tw: str = "II", **query: str) -> str:
    """Everything written on a screen of 2026, its charts included."""
    at = open_page(page, tahun="2026", tw=tw, ukuran="triwulan", **query)
    assert not at.exception
    return "\n".join(all_texts(at))


def test_figures_of_two_formulas_are_not_subtracted(body: sa.Engine) -> None:
    adopt(body, OTHER)
    shown = seen("ringkasan")
    assert "99,2" in shown
    assert APART in shown
    assert "↑ 9,2" not in shown
    assert "pada triwulan I" not in shown
    assert "turun dua kali" not in shown
    unit = seen("unit", unit="u")
    assert "90,0 menurut aturan lain" in unit
    assert "poin dari TW I" not in unit
    # Capaian 83,3 by rasio after 80 by selisih is no rise.
    assert "↑ 3,3" not in unit


def test_a_rule_with_another_name_compares_as_before(body: sa.Engine) -> None:
    adopt(body, NAMED)
    shown = seen("ringkasan")
    assert APART not in shown
    assert "Arah: perubahan dari TW I" in shown
    assert "seperti pada triwulan I" in headline(open_page("ringkasan", tahun="2026", tw="II", ukuran="triwulan"))
    assert "tetap poin dari TW I" in seen("unit", unit="u")
    drawn = chart_texts(open_page("unit", tahun="2026", tw="II", ukuran="triwulan", unit="u"))
    assert drawn.count("tetap") == 2


@pytest.fixture
def ended(body: sa.Engine) -> sa.Engine:
    """Beside unit u (90) a unit v that stood at 40 in TW I and ended with it."""
    upload(
        body,
        baris(
            "rendah",
            polaritas="maksimal",
            konsolidasi="nilai_akhir",
            jenjang="sasaran",
            target_tahunan=100.0,
            target={1: 100.0},
            realisasi={1: 40.0},
        ),
        isi=b"v",
        kode_unit="v",
        unit_baru=UnitBaru("v", "Dinas V"),
    )
    end_unit(body, KODE, "v", sampai=date(2026, 3, 31), pelaku="admin")
    return body


def test_a_quarter_counts_the_units_it_had(ended: sa.Engine) -> None:
    now = headline(open_page("ringkasan", tahun="2026", tw="I", ukuran="triwulan"))
    assert "Satu OPD tertinggal" in now
    later = headline(open_page("ringkasan", tahun="2026", tw="II", ukuran="triwulan"))
    assert later.endswith("Tidak ada OPD yang tertinggal; pada triwulan I masih satu.")


def money(pagu: float, **spent: float) -> BarisIndikator:
    """A line of the budget, with what each quarter added."""
    spending = {int(q[1]): v for q, v in spent.items()}
    line = baris("uang", jenjang="program", pagu=pagu, realisasi_anggaran=spending)
    return replace(line, uraian="Belanja program penunjang")


def test_the_money_of_units_that_ended_stays_in_the_total(ended: sa.Engine) -> None:
    """Dinas U 600 juta, spent 60 + 60; V 300, spent 90, ended with TW I; W 100, spent 10, ends with TW II; X later.

    TW I: 160 of 1 000 juta = 16,0 %. TW II: 60 + 60 + 90 + 10 = 220 of 1 000 = 22,0 %, V ended. TW III: X, there
    since July, brings 200: 220 of 1 200 = 18,3 %, spending told up to TW II, V and W ended.
    """
    juta = 1e6
    end_unit(ended, KODE, "v", sampai=None, pelaku="admin")
    for kode, line in (
        ("u", money(600 * juta, q1=60 * juta, q2=60 * juta)),
        ("v", money(300 * juta, q1=90 * juta)),
        ("w", money(100 * juta, q1=10 * juta)),
        ("x", money(200 * juta)),
    ):
        upload(ended, line, isi=kode.encode(), kode_unit=kode, unit_baru=UnitBaru(kode, f"Dinas {kode.upper()}"))
    end_unit(ended, KODE, "v", sampai=date(2026, 3, 31), pelaku="admin")
    end_unit(ended, KODE, "w", sampai=date(2026, 6, 30), pelaku="admin")
    set_unit_valid(ended, KODE, "x", date(2026, 7, 1), None, pelaku="admin")
    first, second, third = (seen("ringkasan", tw) for tw in ("I", "II", "III"))
    assert "16,0" in first
    assert "Rp1,0 miliar" in first
    assert "yang berakhir" not in first
    assert "22,0" in second
    assert "Rp1,0 miliar" in second
    assert "termasuk 1 OPD yang berakhir" in second
    assert "18,3" in third
    assert "Rp1,2 miliar" in third
    assert "termasuk 2 OPD yang berakhir" in third


def test_the_money_of_a_unit_that_ended_counts_to_its_one_successor(ended: sa.Engine) -> None:
    """U 600 juta, spent 60 in TW I; V 300, spent 90, ended with TW I, followed by U: 150 of 900 = 16,7 %."""
    juta = 1e6
    end_unit(ended, KODE, "v", sampai=None, pelaku="admin")
    for kode, line in (("u", money(600 * juta, q1=60 * juta)), ("v", money(300 * juta, q1=90 * juta))):
        upload(ended, line, isi=kode.encode(), kode_unit=kode, unit_baru=None)
    alone = seen("unit", "I", unit="u")
    assert "10,0 %" in alone.replace("\u00a0", " ")
    end_unit(ended, KODE, "v", sampai=date(2026, 3, 31), penerus=["u"], pelaku="admin")
    assert "yang berakhir" not in seen("unit", "I", unit="u")
    later = seen("unit", "II", unit="u").replace("\u00a0", " ")
    assert "16,7 %" in later
    assert "dari Rp900,0 juta" in later
    assert "termasuk 1 OPD yang berakhir" in later
    whole = seen("ringkasan", "II").replace("\u00a0", " ")
    assert "dari Rp900,0 juta" in whole
    assert "termasuk 1 OPD yang berakhir" in whole


@pytest.mark.parametrize("page", ["unit", "indikator"])
def test_a_unit_that_ended_is_said_to_be_gone(page: str, ended: sa.Engine) -> None:
    at = open_page(page, tahun="2026", tw="II", ukuran="triwulan", unit="v")
    assert not at.exception
    assert "Unit ini tidak ada pada triwulan yang dipilih." in plain(html(at))
    assert "Berakhir 31 Mar 2026" in plain(html(at))
    assert "40,0" in seen("unit", "I", unit="v")
