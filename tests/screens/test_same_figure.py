"""The same capaian on Ringkasan, Unit and Indikator, and each of them what the store's figures give by the rule.

What is expected is computed here from ``load_tahun`` and ``sakip_metrics``, past the screens' own reading and
caches; what is shown is parsed back into a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from sakip_app.store import list_unit, load_tahun, open_store
from sakip_metrics import ATURAN_BAKU, hitung, jenjang_utama, predikat, rekap, skor
from tests.screens.looking import chart_texts, headline, html, open_page, plain

ATURAN = ATURAN_BAKU["lima-peringkat"]
ROMAWI = ("I", "II", "III", "IV")
NUMBER = r"−?\d[\d.]*(?:,\d+)?"
#: Views of the example: a quarter in which some are silent, a full year under both measures, an early quarter.
VIEWS = (
    (2026, 3, "triwulan"),
    (2026, 2, "tahun"),
    (2025, 4, "tahun"),
    (2025, 4, "triwulan"),
    (2025, 1, "triwulan"),
)
UNITS_A_VIEW, INDICATORS_A_VIEW = 5, 9


class View(NamedTuple):
    """What stands in the store for one year, quarter and measure, computed without the screens."""

    tahun: int
    triwulan: int
    ukuran: str
    indikator: pd.DataFrame
    """``capaian``, ``skor``, ``predikat`` and ``status`` of the measure, by ``kode_indikator``."""
    nilai: pd.Series
    """Skor of each unit; NaN where it has none."""
    unit: pd.DataFrame

    @property
    def query(self) -> dict[str, str]:
        return {"tahun": str(self.tahun), "tw": ROMAWI[self.triwulan - 1], "ukuran": self.ukuran}


@cache
def view(file: Path, tahun: int, triwulan: int, ukuran: str) -> View:
    engine = open_store(f"sqlite:///{file}")
    indikator, quarters = load_tahun(engine, "contoh", tahun)
    unit = list_unit(engine, "contoh", tahun).set_index("kode_unit")
    engine.dispose()
    # ``hitung`` reads an opinion or a grade where the number would stand.
    told = quarters.assign(
        target=quarters["target"].astype("object").where(quarters["target"].notna(), quarters["target_teks"]),
        realisasi=quarters["realisasi"]
        .astype("object")
        .where(quarters["realisasi"].notna(), quarters["realisasi_teks"]),
    )
    plan = indikator["target_tahunan"].astype("object")
    plan = plan.where(indikator["target_tahunan"].notna(), indikator["target_tahunan_teks"])
    measured = hitung(indikator.assign(target_tahunan=plan), told, triwulan=triwulan, aturan=ATURAN)
    main = jenjang_utama(indikator)
    counted = measured[(measured["jenjang"] == main.to_numpy()) | main.isna().to_numpy()]
    rolled = rekap(counted, "kode_unit", aturan=ATURAN, ukuran=f"skor_{ukuran}").set_index("kode_unit")
    # A unit that says nothing in a quarter is silent, whatever an earlier quarter left; unless enough of it stands.
    now = told[(told["triwulan"] == triwulan) & told["realisasi"].notna()]["kode_indikator"]
    spoke = set(measured.loc[measured["kode_indikator"].isin(now), "kode_unit"])
    silent = ~rolled.index.isin(spoke) & ~rolled["layak_peringkat"]
    words = ("capaian", "skor", "predikat", "status")
    return View(
        tahun,
        triwulan,
        ukuran,
        measured.assign(**{word: measured[f"{word}_{ukuran}"] for word in words}).set_index("kode_indikator"),
        rolled["nilai"].mask(silent),
        unit,
    )


def sample_units(v: View) -> list[str]:
    """The lowest, the highest, one without a skor, and others by lot."""
    ranked = v.nilai.dropna().sort_values()
    chosen = [ranked.index[0], ranked.index[-1], *v.nilai.index[v.nilai.isna()][:1]]
    others = sorted(set(v.unit.index) - set(chosen))
    return chosen + Random(str(v.query)).sample(others, UNITS_A_VIEW - len(chosen))  # noqa: S311


def sample_indicators(v: View) -> list[str]:
    """One of each kind that can go wrong, and others by lot."""
    rows = v.indikator
    assessed = rows[rows["status"] == "dinilai"]
    kinds = [
        assessed["capaian"].sort_values(kind="stable").index[:1],
        assessed["capaian"].sort_values(kind="stable").index[-1:],  # 3750 % in TW II and III of 2026
        assessed.index[assessed["polaritas"] == "minimal"][:2],
        assessed.index[assessed["polaritas"] == "stabil"][:1],
        assessed.index[assessed["target_bawah"].notna()][:1],
        assessed.index[assessed["skala"].notna()][:1],
        *(rows.index[rows["status"] == status][:1] for status in sorted(set(rows["status"]) - {"dinilai"})),
    ]
    chosen = list(dict.fromkeys(str(kode) for kind in kinds for kode in kind))
    others = sorted(set(assessed.index) - set(chosen))
    lot = Random(str(v.query)).sample(others, max(3, INDICATORS_A_VIEW - len(chosen)))  # noqa: S311
    return chosen + lot


def number(text: str) -> float:
    """``−1.234,5`` as a number."""
    assert re.fullmatch(NUMBER, text), text
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def band(value: float) -> str:
    return str(predikat(skor(pd.Series([value]), aturan=ATURAN), aturan=ATURAN).iloc[0])


def shows(text: str, value: float) -> None:
    """The text is the value to one decimal, half up; where that would name another predikat, the digit beside it."""
    rounded = Decimal(repr(round(value, 9))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if band(float(rounded)) == band(value):
        assert Decimal(str(number(text))) == rounded, (text, value)
    else:
        assert abs(number(text) - value) <= 0.1, (text, value)
        assert band(number(text)) == band(value), (text, value)


def the(pattern: str, where: str) -> str:
    """What the only group of the pattern finds."""
    found = re.search(pattern, where, re.DOTALL)
    assert found, pattern
    return found.group(1)


@pytest.fixture(scope="module", params=VIEWS, ids=lambda v: "-".join(map(str, v)))
def seen(request: pytest.FixtureRequest, example: Path) -> View:
    return view(example, *request.param)


def test_the_sample_meets_what_it_should(example: Path) -> None:
    """The example holds the cases the sample is for; a change of it must not empty this file."""
    views = [view(example, *params) for params in VIEWS]
    rows = pd.concat([v.indikator.loc[sample_indicators(v)] for v in views])
    assert len(rows) >= 45
    assert set(rows["polaritas"].dropna()) == {"maksimal", "minimal", "stabil"}
    assert rows["capaian"].max() == pytest.approx(3750)
    assert rows["capaian"].min() < 66
    assert {"dinilai", "belum_lapor", "belum_ditetapkan", "tanpa_target"} <= set(rows["status"])
    assert sum(len(sample_units(v)) for v in views) >= 20
    assert any(v.nilai.isna().any() for v in views)


def test_unit_on_ringkasan_and_on_its_own_page(seen: View) -> None:
    overview = open_page("ringkasan", **seen.query)
    assert not overview.exception
    for kode in sample_units(seen):
        value = float(seen.nilai.get(kode, math.nan))
        own = open_page("unit", unit=kode, **seen.query)
        assert not own.exception
        _, name, short = (str(part) for part in (kode, *seen.unit.loc[kode, ["nama", "nama_pendek"]]))
        kpi = the(r'Skor s\.d\. TW.*?<div class="v">\s*([^\s<]+)', html(own))
        told = list(_told_of(overview, name, short))
        if math.isnan(value):
            assert kpi == "–"
            assert f"{name} belum punya capaian" in headline(own)
            assert any(re.search(r"belum lapor|terlambat|belum|lambat", text) for text in told), told
            continue
        shows(kpi, value)
        whole = f" dari target tahun {seen.tahun} s.d. triwulan {ROMAWI[seen.triwulan - 1]}"
        running = seen.ukuran == "tahun" and seen.triwulan < 4  # an unfinished year names no band
        told_band = "." if running else f", {band(value)}."
        told_of = f"{name} {kpi}\u00a0%{whole if seen.ukuran == 'tahun' else ''}{told_band}"
        assert headline(own).startswith(told_of)
        assert any(kpi in re.findall(NUMBER, text) for text in told), (short, kpi, told)


def _told_of(at: AppTest, name: str, short: str) -> Iterator[str]:
    """What Ringkasan says of one unit: its rows of the tables, and what the charts show under the pointer."""
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", html(at), re.DOTALL):
        cells = [plain(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        if {name, short} & set(cells):
            yield " ".join(cells)
    for text in chart_texts(at):
        if re.match(rf"(?:{re.escape(name)}|{re.escape(short)})\b", text):
            yield text


def test_the_mean_of_the_units_heads_ringkasan(seen: View) -> None:
    at = open_page("ringkasan", **seen.query)
    shown = the(rf"triwulan {ROMAWI[seen.triwulan - 1]} ({NUMBER})\u00a0%", headline(at))
    units = [float(value) for value in seen.nilai.dropna()]
    shows(shown, sum(units) / len(units))
    assert the(r'Rata-rata skor.*?<div class="v">\s*([^\s<]+)', html(at)) == shown


def test_indicator_on_unit_and_on_its_own_page(seen: View) -> None:
    for kode in sample_indicators(seen):
        row = seen.indikator.loc[kode]
        unit = str(row["kode_unit"])
        shown_there = _cascade(open_page("unit", unit=unit, **seen.query))[kode]
        own = open_page("indikator", unit=unit, indikator=kode, **seen.query)
        assert not own.exception, kode
        if row["status"] != "dinilai":
            assert shown_there == "–"
            assert headline(own).startswith(f"{plain_name(row)}: {str(row['status']).replace('_', ' ')} pada ")
            assert "Belum ada capaian: " in plain(html(own))
            continue
        shows(shown_there, float(row["capaian"]))
        assert headline(own).startswith(f"{plain_name(row)} {shown_there}\u00a0%, {row['predikat']}.")
        panel = html(own)[html(own).index('class="sk-panel"') :]
        ruler = plain(the(r'<b class="kini[^"]*"[^>]*>(.*?)</b>', panel))
        shows(ruler.split(" ")[0], float(row["skor"]))
        assert ruler.partition(" ")[2] == row["predikat"]
        _check_formula(panel, float(row["capaian"]))


def plain_name(row: pd.Series) -> str:
    return " ".join(str(row["uraian"]).split())


def _cascade(at: AppTest) -> dict[str, str]:
    """The capaian in each row of Unit's tree, by the indicator its link leads to."""
    assert not at.exception
    shown = {}
    for row in html(at).split('class="baris"')[1:]:
        if link := re.search(r"[?&;]indikator=(\d+)", row):
            shown[link.group(1)] = plain(the(r'<span class="k3"><i class="l">.*?</i>(.*?)</span>', row))
    return shown


def _check_formula(panel: str, capaian: float) -> None:
    """The printed fraction gives the printed result, as near as its printed numbers can; and that is the capaian."""
    if '<div class="sk-rumus">' not in panel:
        assert re.search(r"capaian (100|0)\.", plain(panel)), "without a fraction a sentence says what holds"
        return
    formula = the(r'<div class="sk-rumus">(.*?)</div>', panel)
    result = the(r"<b>(.*?)</b>", formula)
    exact = number(result.removesuffix("…"))
    assert exact == pytest.approx(capaian, abs=1e-4), result
    assert result.endswith("…") == (abs(exact - capaian) > 1e-9), "an ellipsis stands where digits were cut"
    fractions = re.findall(r'sk-pecahan"><span>(.*?)</span><span>(.*?)</span>', formula)
    assert len(fractions) == 2, "once in words, once in numbers"
    above, below = fractions[1]
    minus = formula.count("100 −") == 2
    values = list(_possible(above, below, minus=minus))
    assert min(values) - 1e-4 <= exact <= max(values) + 1e-4, (above, below, result)


def _possible(above: str, below: str, *, minus: bool) -> Iterator[float]:
    """The fraction × 100 (or 100 minus it) for every corner of what its printed numbers may stand for."""
    printed = re.findall(NUMBER, above), re.findall(NUMBER, below)
    for *first, low in product(*(_corners(text) for text in (*printed[0], *printed[1]))):
        if above.startswith("2 ×"):
            high = 2 * first[1] - first[2]
        elif above.startswith("|"):
            high = abs(first[0] - first[1])
        else:
            (high,) = first
        yield 100 - high / low * 100 if minus else high / low * 100


def _corners(text: str) -> tuple[Any, ...]:
    """A printed number and the two that lie half a digit beside it; a whole one of two decimals may hide 0,005."""
    value = number(text)
    return (value - 0.005, value, value + 0.005)
