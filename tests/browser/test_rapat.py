"""From the press that freezes a quarter to the next quarter's meeting, which opens with what this one decided."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sakip_app.store import add_langkah, list_tindak_lanjut, open_store
from tests.browser.conftest import WAIT_MS, NewPage
from tests.browser.test_meeting import AWAY_S, Room, all_stored, decide, jump, rows, shown

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
DECIDED = ("Lelang ulang tujuh paket jalan", "Audit tiap kematian ibu", "Sewa truk lewat pergeseran anggaran")
SLIDES = 50


class Body(Room):
    """The example body, whose promises of TW II are all kept, on a server that can go and come back."""

    def __init__(self, example: Path, file: Path) -> None:
        self.file = Path(shutil.copy(example, file))
        engine = open_store(str(self.file))
        for janji in list_tindak_lanjut(engine, "contoh"):
            add_langkah(engine, janji.id, uid=f"uji-{janji.id}", keadaan="selesai", catatan="Uji", pelaku="Uji")
        engine.dispose()
        self.port, self.server = self.free_port(), None

    def kept(self) -> list[str]:
        engine = open_store(str(self.file))
        found = [satu.apa for satu in list_tindak_lanjut(engine, "contoh") if satu.triwulan == 3]
        engine.dispose()
        return found


@pytest.fixture
def body(example_file: Path, tmp_path: Path) -> Iterator[Body]:
    opened = Body(example_file, tmp_path / "sakip.db")
    opened.start()
    yield opened
    opened.kill()


def settled(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def freeze_and_begin(page: Page, body: Body, tw: str) -> Page:
    """Freeze the quarter on Rapat, then open the meeting in its own tab, by keyboard."""
    page.goto(f"http://127.0.0.1:{body.port}/rapat?instansi=contoh&tahun=2026&tw={tw}")
    settled(page)
    page.get_by_role("button", name=re.compile("^Bekukan TW")).press("Enter")
    begin = page.get_by_role("link", name="Mulai rapat")
    expect(begin).to_have_count(1)
    with page.context.expect_page() as opened:
        begin.press("Enter")
    meeting = opened.value
    meeting.set_default_timeout(WAIT_MS)
    expect(shown(meeting)).to_have_count(1)
    return meeting


def test_what_a_meeting_decides_opens_the_next(new_page: NewPage, body: Body) -> None:
    page = new_page(1280, 720)
    meeting = freeze_and_begin(page, body, "III")
    seen = [shown(meeting).get_attribute("data-kunci")]
    for _ in range(SLIDES):
        meeting.keyboard.press("ArrowRight")
        seen.append(shown(meeting).get_attribute("data-kunci"))
    assert len(set(seen)) == SLIDES + 1, "each press shows another slide"
    assert [str(key).split("-")[0] for key in seen[:8]] == [
        *("agenda", "janji", "instansi", "sorotan", "peringkat", "merah", "merah", "unit")
    ]
    jump(meeting, "pupr")
    decide(meeting, DECIDED[0])
    all_stored(meeting)
    body.kill()
    jump(meeting, "kesehatan")
    decide(meeting, DECIDED[1])
    expect(meeting.locator("#garis")).to_contain_text("1 keputusan menunggu sambungan")
    time.sleep(AWAY_S)
    body.start()
    jump(meeting, "lingkungan hidup")
    decide(meeting, DECIDED[2])
    all_stored(meeting)
    assert sorted(body.kept()) == sorted(DECIDED)
    meeting.keyboard.press("Control+End")
    meeting.wait_for_url(re.compile(r"/rapat\?"))

    page.close()
    following = freeze_and_begin(meeting, body, "IV")
    following.keyboard.press("ArrowRight")
    expect(shown(following)).to_have_attribute("data-kunci", "janji")
    expect(shown(following).get_by_role("heading", level=1)).to_have_text(
        ["Janji rapat TW III: 0 dari 3 selesai."]
    )
    expect(rows(following)).to_have_count(3)
    for apa in DECIDED:
        expect(rows(following).filter(has_text=apa)).to_have_count(1)
