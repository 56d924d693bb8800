"""What a browser gets: fonts, bytes, and pages that fit a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WAIT_MS, NewPage
from tests.screens.looking import FOREIGN

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
FAMILIES = ("Plus Jakarta Sakip", "Plus Jakarta Judul")
FIRST_LOAD_MB = 3.0
PAGES = ("ringkasan", "unit", "indikator", "unggah")


def drawn(page: Page) -> None:
    """Wait for the foot of the page, which comes last, and for every chart on it."""
    expect(page.get_by_text(re.compile("^SAKIP .* Contoh · data rekaan$"))).to_be_visible()
    page.wait_for_function(
        "[...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(c => c.querySelector('.main-svg'))"
    )


def test_own_fonts_are_loaded(new_page: NewPage, shared_address: str) -> None:
    page = new_page()
    page.goto(shared_address)
    drawn(page)
    page.wait_for_function(
        "families => families.every(f => [...document.fonts].some(x => x.family === f && x.status === 'loaded'))",
        arg=list(FAMILIES),
    )


def test_first_load_is_small(new_page: NewPage, shared_address: str) -> None:
    page = new_page()
    wire = page.context.new_cdp_session(page)
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    # The page's own content comes over the websocket; its frames are counted as they are, uncompressed.
    wire.on("Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"])))
    wire.send("Network.enable")
    page.goto(shared_address)
    drawn(page)
    page.wait_for_load_state("networkidle")
    assert len(sizes) > 20
    assert sum(sizes) / 1e6 <= FIRST_LOAD_MB


def open_named(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    if name == "unggah":
        expect(page.get_by_text("Kirim buku kerja yang sudah Anda punya.")).to_be_visible()
    else:
        drawn(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_one_way(name: str, new_page: NewPage, shared_address: str) -> None:
    page = new_page(390, 844)
    open_named(page, shared_address, name)
    # Streamlit scrolls its main part, not the document.
    wider = """() => ['html', '[data-testid=stMain]'].map(part => document.querySelector(part))
        .map(part => part.scrollWidth - part.clientWidth)"""
    assert page.evaluate(wider) == [0, 0]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_read_is_indonesian(name: str, new_page: NewPage, shared_address: str) -> None:
    """Streamlit brings English words of its own that no script of ours holds."""
    page = new_page()
    open_named(page, shared_address, name)
    read = page.get_by_test_id("stMain").inner_text()
    assert len(read) > 300
    assert FOREIGN.findall(read) == []


@pytest.mark.parametrize("name", ["", *PAGES])
def test_every_page_opens_by_its_name(name: str, new_page: NewPage, shared_address: str) -> None:
    """Streamlit serves the front page at the root alone and tells whoever asks for it by name that it is not there."""
    page = new_page()
    page.goto(f"{shared_address}/{name}?tahun=2025&tw=II")
    expect(page.locator("h1, .sk-kosong-kalimat").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "not found" not in page.inner_text("body")
