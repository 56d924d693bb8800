"""The same capaian on Unit, on the meeting's slide and in the PPTX's charts and tables, to the displayed decimal.

Twenty units and sixty indicators of the example. What is expected is computed past the screens (``view``); what is
shown is read from the HTML of the screen and of the slide, and from the PowerPoint file as PowerPoint would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from pptx import Presentation
from pptx.slide import Slide

from sakip_app.access import TAMU
from sakip_app.reports.deck import build_deck
from sakip_app.reports.html import draw_slides
from sakip_app.reports.pptx import write_pptx
from sakip_app.reports.slides import Dek, SlaidUnit
from sakip_app.screens import cascade_tree, unit
from sakip_app.screens.capture import capture
from sakip_app.screens.context import Konteks, konteks_of
from tests.screens.looking import plain
from tests.screens.test_same_figure import View, number, shows, the, view

TAHUN, TRIWULAN = 2026, 3
UNITS = 20
HARI = date(2026, 10, 22)
_BAGAN = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TULISAN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


class Drawn(NamedTuple):
    """The meeting, drawn in every way."""

    k: Konteks
    v: View
    dek: Dek
    html: dict[str, str]
    pptx: dict[str, Slide]


@pytest.fixture(scope="module")
def drawn(example: Path) -> Drawn:
    k = konteks_of("contoh", TAHUN, TRIWULAN, TAMU)
    dek = build_deck(replace(capture(k, HARI), kode="2026-TW3-0047"))
    sections = dict(
        re.findall(r'<section[^>]* data-kunci="([^"]*)".*?>(.*?)</section>', draw_slides(dek), re.DOTALL)
    )
    slides = Presentation(BytesIO(write_pptx(dek))).slides
    return Drawn(
        k, view(example, TAHUN, TRIWULAN, "triwulan"), dek, sections,
        dict(zip((slide.kunci for slide in dek.slaid), slides, strict=True)),
    )  # fmt: skip


def chosen(dek: Dek) -> list[SlaidUnit]:
    """Ten of the lowest, ten of the highest, each with three indicators."""
    full = [slide for slide in dek.unit() if len(slide.penahan) == 3]
    return [*full[: UNITS // 2], *full[-UNITS // 2 :]]


def texts(slide: Slide) -> list[str]:
    """Every text on a slide: frames, tables, and the labels of its charts."""
    found = ["".join(node.text or "" for node in p.iter(_TULISAN)) for p in _paragraphs(slide)]
    return [" ".join(text.split()) for text in found if text.strip()]


def _paragraphs(slide: Slide) -> Iterator[object]:
    paragraph = _TULISAN.removesuffix("t") + "p"
    yield from slide._element.iter(paragraph)
    for shape in slide.shapes:
        if shape.has_chart:
            yield from shape.chart._chartSpace.iter(paragraph)


def values(slide: Slide) -> list[float]:
    """Every number in the data of its charts, of both axes where there are two."""
    return [
        float(node.text)
        for shape in slide.shapes
        if shape.has_chart
        for cache in shape.chart._chartSpace.iter(f"{_BAGAN}numCache")
        for node in cache.iter(f"{_BAGAN}v")
    ]


def holds(told: list[float], expected: float) -> bool:
    return any(abs(value - expected) < 1e-9 for value in told)


def test_the_sample_is_large_enough(drawn: Drawn) -> None:
    slides = chosen(drawn.dek)
    assert len({slide.kode_unit for slide in slides}) == UNITS
    assert sum(len(slide.penahan) for slide in slides) == 3 * UNITS
    assert len({row.predikat for slide in slides for row in slide.penahan}) == 5, "every band is met"


def test_twenty_units(drawn: Drawn) -> None:
    for slide in chosen(drawn.dek):
        value = float(drawn.v.nilai[slide.kode_unit])
        shows(slide.teks, value)
        screen = unit.opening(drawn.k, slide.kode_unit, HARI)
        assert the(r'Skor s\.d\. TW.*?<div class="v">\s*([^\s<]+)', screen) == slide.teks
        assert slide.teks in plain(drawn.html[slide.kunci]).split()
        on_paper = drawn.pptx[slide.kunci]
        assert any(re.search(rf"(?<![\d,.]){re.escape(slide.teks)}(?![\d,])", text) for text in texts(on_paper))
        assert holds(values(on_paper), value), (slide.nama, value, values(on_paper))


def test_sixty_indicators(drawn: Drawn) -> None:
    for slide in chosen(drawn.dek):
        tree = _capaian_of_tree(cascade_tree.cascade(drawn.k, slide.kode_unit))
        section, on_paper = plain(drawn.html[slide.kunci]), texts(drawn.pptx[slide.kunci])
        for row in slide.penahan:
            expected = float(drawn.v.indikator.loc[row.kode, "capaian"])
            printed = the(r"capaian (\S+)\u00a0%", row.capaian)
            shows(printed, expected)
            assert tree[row.kode] == printed, row.nama
            assert f"capaian {printed}" in section, row.nama
            assert any(f"{printed} %" in text.replace("\u00a0", " ") for text in on_paper), (row.nama, on_paper)
            assert holds(values(drawn.pptx[slide.kunci]), expected) or holds(
                values(drawn.pptx[slide.kunci]), float(row.batang or 0)
            ), row.nama


def test_the_ranking_and_the_body_hold_every_unit(drawn: Drawn) -> None:
    scored = drawn.v.nilai.dropna()
    for kind in ("peringkat", "instansi"):
        told = values(drawn.pptx[kind])
        missing = [kode for kode, value in scored.items() if not holds(told, float(value))]
        assert missing == [], kind
    ranking = texts(drawn.pptx["peringkat"])
    section = plain(drawn.html["peringkat"])
    for kode, value in scored.items():
        slide = next(one for one in drawn.dek.unit() if one.kode_unit == kode)
        shows(slide.teks, float(value))
        assert slide.teks in section
        assert any(slide.teks in text for text in ranking), slide.nama


def test_the_mean_heads_the_body(drawn: Drawn) -> None:
    mean = float(drawn.v.nilai.dropna().mean())
    title = next(slide.judul for slide in drawn.dek.slaid if slide.kunci == "instansi")
    printed = the(r"Capaian (\S+)\u00a0%", title)
    shows(printed, mean)
    assert number(printed) == pytest.approx(mean, abs=0.1)
    assert any(printed in text for text in texts(drawn.pptx["instansi"]))


def _capaian_of_tree(fragment: str) -> dict[str, str]:
    """The capaian in each row of Unit's tree, by the indicator its link leads to."""
    shown = {}
    for row in fragment.split('class="baris"')[1:]:
        if link := re.search(r"[?&;]indikator=(\d+)", row):
            shown[link.group(1)] = plain(the(r'<span class="k3"><i class="l">.*?</i>(.*?)</span>', row))
    return shown
