"""Debian's Chromium, a window of it for each test, and a server whose store tests may write to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving import serve

WAIT_MS = 20_000
NewPage = Callable[..., Page]


class Served(NamedTuple):
    """A running app, and the file it keeps its data in."""

    address: str
    file: Path


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, else the one on the path."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module; it must be closed before a test elsewhere may start an event loop."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium: install the package chromium, or name a browser in CHROMIUM")
    # Chromium refuses to run its sandbox as root.
    flags = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens windows, each of its own visitor; no script error may have happened in any of them."""
    errors: list[str] = []
    with ExitStack() as stack:

        def new(width: int = 1280, height: int = 900) -> Page:
            visitor = browser.new_context(viewport={"width": width, "height": height}, locale="id-ID")
            stack.callback(visitor.close)
            page = visitor.new_page()
            page.set_default_timeout(WAIT_MS)
            page.on("pageerror", lambda error: errors.append(error.message))
            return page

        yield new
        assert errors == []


@pytest.fixture(scope="module")
def served(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app on a copy of the example that a module may write to; each test takes a unit of its own."""
    copy = Path(shutil.copy(example_file, tmp_path_factory.mktemp("peramban") / "sakip.db"))
    with serve(copy) as address:
        yield Served(address, copy)
