"""The same dashboard from SQLite and from PostgreSQL: equal frames, and screens equal pixel by pixel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import (
    list_bukti,
    list_perubahan,
    list_pk,
    list_unggahan,
    list_unit,
    load_renstra,
    load_tahun,
    open_store,
)
from tests.browser.conftest import WAIT_MS, NewPage
from tests.browser.test_page_load import drawn
from tests.serving import serve

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
WIDTH, HEIGHT = 1440, 900
#: Of 255. The dotted line under a link comes out up to 9 lighter or darker from one painting to the next; the
#: stroke of any other digit differs by far more.
FAINT = 16
#: Pixels of the whole page that a dotted line may come out elsewhere; its words are compared letter by letter, and the
#: charts, which are drawn from figures, to the last pixel.
ROUGH = {"stMain": 150}
VIEWS = (
    "ringkasan?tahun=2026&tw=III",
    "ringkasan?tahun=2025&tw=IV&ukuran=tahun",
    "unit?tahun=2026&tw=III&unit=1.02.01",
    "indikator?tahun=2026&tw=III&unit=1.02.01",
    "unit?instansi=kpu-contoh&tahun=2026&tw=III&unit=990105",
    "indikator?instansi=kpu-contoh&tahun=2026&tw=III&unit=990102",
)


class Both(NamedTuple):
    """The app on each database."""

    sqlite: str
    postgresql: str


@pytest.fixture(scope="module")
def both(example_file, example_on_server, tmp_path_factory) -> Iterator[Both]:
    with serve(example_file) as one, serve(example_on_server) as other:
        yield Both(one, other)


@pytest.mark.parametrize(
    ("instansi", "tahun", "n_unit"), [("contoh", 2025, 48), ("contoh", 2026, 48), ("kpu-contoh", 2026, 7)]
)
def test_frames_are_equal(example_file, example_on_server, instansi, tahun, n_unit):
    """Values, order, dtypes and the last bit of each number."""
    frames = []
    for url in (str(example_file), example_on_server):
        engine = open_store(url)
        since = pd.Timestamp("2020-01-01", tz="UTC").to_pydatetime()
        frames.append(
            [
                *load_tahun(engine, instansi, tahun),
                list_unit(engine, instansi, tahun),
                list_unggahan(engine, instansi, tahun),
                list_perubahan(engine, instansi, tahun, since),
                list_pk(engine, instansi, tahun),
                load_renstra(engine, instansi, tahun),
                list_bukti(engine, instansi, tahun),
            ]
        )
        engine.dispose()
    assert len(frames[0][2]) == n_unit
    assert all(len(frame) >= n_unit for frame in frames[0][:4])
    for one, other in zip(*frames, strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)


def pixels(locator: Locator) -> Image.Image:
    """What the screen shows of an element, decoded; nothing blinks or moves in it."""
    png = locator.screenshot(animations="disabled", caret="hide")
    return Image.open(io.BytesIO(png)).convert("RGB")


def at_rest(page: Page) -> None:
    """Wait until the script has ended and nothing on the page has changed for half a second."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.evaluate(
        """() => new Promise(done => {
            let timer = setTimeout(done, 500);
            const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 500); });
            watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
        })"""
    )


def photographed(page: Page, address: str, view: str) -> tuple[str, dict[str, Image.Image]]:
    """All words of one view, also those below the window's edge; and its main area and every figure as pictures."""
    page.goto(f"{address}/{view}")
    drawn(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    at_rest(page)
    # The window as tall as the page: an element that must be scrolled to may come to lie between two pixels.
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": WIDTH, "height": max(HEIGHT, height + 40)})
    at_rest(page)
    page.mouse.move(0, 0)
    shots = {"stMain": pixels(page.get_by_test_id("stMain"))}
    for n, chart in enumerate(page.get_by_test_id("stPlotlyChart").all()):
        shots[f"gambar {n}"] = pixels(chart)
    return page.get_by_test_id("stMain").inner_text(), shots


def differing(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ more than faintly; all of them where the sizes do."""
    if one.size != other.size:
        return one.width * one.height
    apart = np.abs(np.asarray(one, dtype=np.int16) - np.asarray(other, dtype=np.int16))
    return int((apart > FAINT).any(axis=-1).sum())


@pytest.mark.parametrize("view", VIEWS)
def test_screens_are_equal(new_page: NewPage, both: Both, view: str, tmp_path) -> None:
    """Visited again where they differ: what a busy machine painted late is gone then, a real difference is not."""
    pages = [(new_page(WIDTH, HEIGHT), address) for address in both]
    for _visit in range(3):
        (words, one), (same_words, other) = (photographed(page, address, view) for page, address in pages)
        assert words == same_words
        assert len(words) > 500
        assert one.keys() == other.keys()
        assert len(one) > 1, "no figure on this view"
        differences = {name: differing(shot, other[name]) for name, shot in one.items()}
        if all(n <= ROUGH.get(name, 0) for name, n in differences.items()):
            return
        for page, _ in pages:
            page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    for name, shot in one.items():
        shot.save(tmp_path / f"{name} sqlite.png")
        other[name].save(tmp_path / f"{name} postgresql.png")
    raise AssertionError(differences)


def test_another_quarter_is_not_equal(new_page: NewPage, both: Both) -> None:
    """Else the comparison could not fail."""
    page = new_page(WIDTH, HEIGHT)
    words, one = photographed(page, both.sqlite, "ringkasan?tahun=2026&tw=III")
    other_words, other = photographed(page, both.postgresql, "ringkasan?tahun=2026&tw=II")
    assert words != other_words
    assert all(differing(one[name], other[name]) > 100 for name in one.keys() & other.keys())
