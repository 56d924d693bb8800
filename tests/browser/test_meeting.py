"""The meeting in a real browser, by keyboard alone: slides, jumping, decisions, a server that goes and comes back.

``SAKIP_UJI_PUTUS_DETIK=60`` keeps the server away for a minute instead of a second.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.store import add_langkah, list_tindak_lanjut, open_store, withdraw_tindak_lanjut
from tests.browser.conftest import WAIT_MS, NewPage
from tests.meeting.rapat_contoh import JAHIL, PANJANG, fill, frozen
from tests.serving import ROOT, wait_until_healthy

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
AWAY_S = float(os.environ.get("SAKIP_UJI_PUTUS_DETIK", "1"))
MEASURE = """() => {
  window.lama = [];
  document.addEventListener('keydown', (event) => requestAnimationFrame(() => setTimeout(
    () => window.lama.push(performance.now() - event.timeStamp))), true);
}"""


class Room:
    """The app on one port and one file, which can be killed and started again."""

    def __init__(self, file: Path) -> None:
        self.file = file
        engine = open_store(str(file))
        fill(engine)
        self.kode = frozen(engine)
        engine.dispose()
        self.port = self.free_port()
        self.server: subprocess.Popen[bytes] | None = None

    @staticmethod
    def free_port() -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/tayang/{self.kode}"

    def start(self, *, wait: bool = True) -> None:
        with self.file.with_suffix(".log").open("ab") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)],
                cwd=ROOT,
                env={**os.environ, "SAKIP_DATABASE_URL": f"sqlite:///{self.file}"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        if wait:
            self.wait()

    def wait(self) -> None:
        assert self.server is not None
        wait_until_healthy(f"http://127.0.0.1:{self.port}", self.server)

    def kill(self) -> None:
        if self.server is not None:
            self.server.kill()
            self.server.wait(20)
            self.server = None

    def decided(self) -> list[TindakLanjut]:
        """What the meeting of the third quarter has in the store, oldest first."""
        engine = open_store(str(self.file))
        kept = [satu for satu in list_tindak_lanjut(engine, "B", dengan_batal=True) if satu.triwulan == 3]
        engine.dispose()
        return kept

    def elsewhere(self, named: str, *, withdrawn: bool = False, **step: str) -> None:
        """Someone else withdraws a decision, or adds a step to it."""
        engine = open_store(str(self.file))
        (satu,) = self.named(named)
        if withdrawn:
            withdraw_tindak_lanjut(engine, satu.id, uid=f"lain-{satu.id}", alasan="Sudah ada", pelaku="lain")
        else:
            add_langkah(engine, satu.id, uid=f"lain-{satu.id}", pelaku="lain", **step)  # type: ignore[arg-type]
        engine.dispose()

    def named(self, apa: str) -> list[TindakLanjut]:
        return [satu for satu in self.decided() if satu.apa == apa]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    opened = Room(tmp_path_factory.mktemp("rapat") / "sakip.db")
    opened.start()
    yield opened
    opened.kill()


def enter(page: Page, room: Room, width: int = 1280, height: int = 720) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(room.address)
    expect(shown(page)).to_have_count(1)


def shown(page: Page) -> Locator:
    return page.locator("#deret > .tampak")


def line(page: Page) -> Locator:
    """The quiet line that says what waits."""
    return page.locator("#garis")


def rows(page: Page) -> Locator:
    """The rows of the living list on the slide shown, also those on its other pages."""
    return page.locator(".tampak .hidup .baris")


def jump(page: Page, words: str) -> None:
    page.keyboard.type(words)
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#lompat")).to_have_count(0)


def decide(page: Page, apa: str, tenggat: str = "15/11/2099") -> None:
    """A decision on the slide shown, typed as one types: Tab from field to field."""
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.insert_text(apa)
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.insert_text(tenggat)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)


def all_stored(page: Page) -> None:
    expect(line(page)).not_to_contain_text(re.compile("menunggu|menyimpan|terputus"), timeout=30_000)


def test_every_key_shows_the_next_slide(new_page: NewPage, room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    page = new_page()
    enter(page, room, 1920, 1080)
    total = page.locator("#deret > *").count()
    page.evaluate(MEASURE)
    for number in range(1, total):
        page.keyboard.press(("ArrowRight", "ArrowDown", "PageDown", "Space")[number % 4])
        expect(page.locator("#deret > *").nth(number)).to_be_visible()
        expect(shown(page)).to_have_count(1)
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("#agenda$"))
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("#keputusan$"))
    page.wait_for_function(f"window.lama.length >= {total + 1}")
    taken = page.evaluate("window.lama")
    with capsys.disabled():
        print(f"\n{total} slides: {median(taken):.0f} ms median, {max(taken):.0f} ms longest from key to paint")
    page.keyboard.press("PageUp")
    page.reload()
    expect(page.locator("#deret > *").nth(total - 2)).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator("#gelap")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator("#gelap")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tombol")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_jumping_by_typing_a_name(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    for words, slide in (
        ("lingkungan", "unit-y"),
        ("DPUPR", "unit-v"),
        ("bappeda", "unit-w"),
        ("elok", "unit-x"),
        ("keputusan", "keputusan"),
        ("1", "agenda"),
    ):
        jump(page, words)
        expect(page).to_have_url(re.compile(f"#{slide}$"))
    page.keyboard.type("dinas")
    expect(page.get_by_role("option").filter(has_text=re.compile("Dinas "))).to_have_count(3)
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option", selected=True).locator("b").inner_text()
    page.keyboard.press("Enter")
    expect(shown(page)).to_contain_text(second)
    page.keyboard.type("zzz")
    expect(page.locator("#lompat")).to_contain_text("Tidak ada OPD atau slaid dengan kata itu.")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#lompat")).to_have_count(0)
    expect(shown(page)).to_contain_text(second)


def test_what_a_slide_counts_and_names_is_opened_by_keyboard(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    opened = shown(page).locator("details[open]")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator("summary:focus").filter(has_text="5 dari 6 OPD").count():
            break
    page.keyboard.press("Enter")
    expect(opened.get_by_text(re.compile("^Belum lapor · "))).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    expect(opened).to_have_count(0)
    jump(page, "daftar merah")
    page.keyboard.press("Tab")
    expect(page.locator("[data-ke]:focus")).to_contain_text("Dinas Lingkungan Hidup")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#unit-y$"))
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_decisions_before_during_and_after_the_server_is_gone(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    jump(page, "kesehatan")
    decide(page, "Putusan sebelum putus")
    all_stored(page)
    assert len(room.named("Putusan sebelum putus")) == 1

    room.kill()
    jump(page, "pekerjaan umum")
    decide(page, "Putusan selama putus")
    expect(line(page)).to_have_text("○ 1 keputusan menunggu sambungan")
    for key in ("PageDown", "PageUp", "End"):
        page.keyboard.press(key)
    expect(rows(page).filter(has_text="Putusan selama putus")).to_contain_text("○ menunggu")
    page.keyboard.press("Control+End")
    expect(line(page)).to_contain_text("Rapat belum dapat ditutup: 1 keputusan menunggu sambungan.")
    time.sleep(AWAY_S)

    room.start()
    jump(page, "lingkungan")
    decide(page, "Putusan sesudah putus")
    all_stored(page)
    said = [satu for satu in room.decided() if satu.apa.endswith("putus")]
    assert [satu.apa.split()[1] for satu in said] == ["sebelum", "selama", "sesudah"]
    assert [satu.kode_unit for satu in said] == ["u", "v", "y"]
    assert [satu.kode_indikator for satu in said] == ["1", None, None]

    page.reload()
    page.keyboard.press("End")
    for word in ("sebelum", "selama", "sesudah"):
        expect(rows(page).filter(has_text=f"Putusan {word} putus")).to_have_count(1)
    page.keyboard.press("Control+End")
    page.wait_for_url(re.compile(r"/rapat\?instansi=B&tahun=2026&tw=III"))


def test_an_answer_that_got_lost_keeps_nothing_twice(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    sent: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(str(route.request.post_data))
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/keputusan", lose_the_first_answer)
    jump(page, "lingkungan")
    decide(page, "Jawabannya hilang")
    all_stored(page)
    assert len(sent) == 2
    assert sent[0] == sent[1]
    assert len(room.named("Jawabannya hilang")) == 1
    page.keyboard.press("End")
    expect(rows(page).filter(has_text="Jawabannya hilang")).to_have_count(1)
    page.unroute_all(behavior="wait")


def test_two_people_and_two_tabs_lose_nothing(new_page: NewPage, room: Room) -> None:
    first, other = new_page(), new_page()
    enter(first, room)
    second = first.context.new_page()
    enter(second, room)
    enter(other, room)
    first.context.set_offline(True)
    for page, apa in ((first, "Tab satu"), (other, "Orang lain"), (second, "Tab dua")):
        jump(page, "inspektorat")
        decide(page, apa)
    for tab in (first, second):
        expect(line(tab)).to_have_text("○ 2 keputusan menunggu sambungan")
    first.context.set_offline(False)
    for page in (first, second, other):
        page.keyboard.press("End")
        for apa in ("Tab satu", "Tab dua", "Orang lain"):
            expect(rows(page).filter(has_text=apa)).to_have_count(1)
        all_stored(page)
    assert [len(room.named(apa)) for apa in ("Tab satu", "Tab dua", "Orang lain")] == [1, 1, 1]
    jump(other, "inspektorat")
    expect(other.locator("#catatan")).to_have_text(
        "Tiga keputusan untuk unit ini · Enter untuk melihat atau menambah"
    )


def test_a_refused_decision_stays_to_be_mended(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    jump(page, "bappeda")
    decide(page, "\u200b\u200b")  # seen by no one: the browser takes it for text, the store does not
    expect(line(page)).to_have_text("× 1 keputusan perlu diperbaiki, lihat slaid Keputusan")
    page.keyboard.press("End")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".baris:focus")).to_contain_text("× perlu diperbaiki")
    expect(page.locator(".baris:focus")).to_contain_text("Isi tindak lanjut belum ditulis.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Isi tindak lanjut belum ditulis.")
    page.keyboard.insert_text("Susun ulang target Renstra")
    page.keyboard.press("Control+Enter")
    all_stored(page)
    (kept,) = room.named("Susun ulang target Renstra")
    assert (kept.kode_unit, kept.penanggung_jawab) == ("w", "Kepala Badan Perencanaan Pembangunan Daerah")


def choose(page: Page, apa: str) -> None:
    """The focus on a row of the decisions, by Tab."""
    row = rows(page).filter(has_text=apa)
    expect(row).to_have_count(1)
    for _ in range(40):
        if row.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(apa)


def test_a_mended_decision_is_not_overwritten_by_what_waited(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    form = page.get_by_role("dialog")
    page.context.set_offline(True)
    for word in ("Dibuang", "Naskah"):
        jump(page, "bappeda")
        page.keyboard.press("Enter")
        form.get_by_label("Yang diputuskan").fill(f"{word} satu")
        form.get_by_label("Penanggung jawab").fill("\u200b")  # refused by the store only
        form.get_by_label("Tenggat").fill("1/11/2099")
        page.keyboard.press("Control+Enter")
        page.keyboard.press("End")
        choose(page, f"{word} satu")
        page.keyboard.press("Enter")
        form.get_by_label("Yang diputuskan").fill(f"{word} dua")
        form.get_by_label("Catatan").fill("Dari rapat")
        page.keyboard.press("Control+Enter")
    page.context.set_offline(False)
    expect(line(page)).to_have_text("× 2 keputusan perlu diperbaiki, lihat slaid Keputusan")
    choose(page, "Dibuang dua")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(rows(page).filter(has_text="Dibuang")).to_have_count(0)
    choose(page, "Naskah dua")
    page.keyboard.press("Enter")
    expect(form.get_by_label("Yang diputuskan")).to_have_value("Naskah dua")
    form.get_by_label("Yang diputuskan").fill("Naskah tiga")
    form.get_by_label("Penanggung jawab").fill("Sekda")
    form.get_by_label("Tenggat").fill("1/12/2099")
    page.keyboard.press("Control+Enter")
    all_stored(page)
    expect(rows(page).filter(has_text="perlu diperbaiki")).to_have_count(0)
    (kept,) = room.named("Naskah tiga")
    assert (kept.penanggung_jawab, str(kept.tenggat), kept.catatan) == ("Sekda", "2099-12-01", "Dari rapat")
    for apa in ("Naskah satu", "Naskah dua", "Dibuang satu", "Dibuang dua"):
        assert room.named(apa) == []


def test_what_was_said_of_a_withdrawn_decision_is_shown_mended_or_thrown_away(
    new_page: NewPage, room: Room
) -> None:
    page = new_page()
    enter(page, room)
    for apa in ("Ditarik orang", "Ditarik juga"):
        jump(page, "bappeda")
        decide(page, apa)
    all_stored(page)
    page.keyboard.press("End")
    expect(rows(page).filter(has_text="Ditarik")).to_have_count(2)
    page.context.set_offline(True)
    for apa in ("Ditarik orang", "Ditarik juga"):
        choose(page, apa)
        page.keyboard.press("Enter")
        page.get_by_label("Catatan").fill(f"Dana geser {apa.split()[1]}")
        page.keyboard.press("Control+Enter")
        room.elsewhere(apa, withdrawn=True)
    page.context.set_offline(False)
    expect(line(page)).to_have_text("× 2 perubahan perlu diperbaiki, lihat slaid Keputusan")
    page.reload()
    row = rows(page).filter(has_text="Dana geser orang")
    expect(row).to_contain_text("Perubahan pada “Ditarik orang”")
    expect(row).to_contain_text("Tindak lanjut ini sudah dibatalkan")
    page.keyboard.press("Control+End")
    expect(line(page)).to_contain_text("Rapat belum dapat ditutup: 2 perubahan perlu diperbaiki.")

    choose(page, "Dana geser orang")
    page.keyboard.press("Delete")
    expect(page.get_by_role("dialog")).to_contain_text("Dana geser orang")
    page.keyboard.press("Enter")
    expect(rows(page).filter(has_text="Dana geser orang")).to_have_count(0)
    choose(page, "Dana geser juga")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Yang diputuskan")).to_have_value("Ditarik juga: Dana geser juga")
    page.get_by_role("textbox", name="Tenggat").fill("1/12/2099")
    page.keyboard.press("Control+Enter")
    all_stored(page)
    expect(rows(page).filter(has_text="perlu diperbaiki")).to_have_count(0)
    anew = rows(page).filter(has_text="Ditarik juga: Dana geser juga")
    expect(anew.filter(has_not_text=re.compile("menunggu|menyimpan"))).to_have_count(1)
    (kept,) = room.named("Ditarik juga: Dana geser juga")
    assert (kept.kode_unit, kept.batal) == ("w", False)
    page.keyboard.press("Control+End")
    page.wait_for_url(re.compile(r"/rapat\?instansi=B"))


def test_a_letter_of_another_meeting_is_named_and_holds_up_nothing(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    letter = {"uid": "surat-lain-1", "kode": "2026-TW1-0099", "jalan": "keputusan", "waktu": 1, "ditolak": None}
    letter["isi"] = {"uid": "surat-lain-1", "apa": "Putusan rapat lain"}
    page.evaluate(
        "surat => localStorage.setItem('sakip:tayang:2026-TW1-0099:surat-lain-1', JSON.stringify(surat))", letter
    )
    page.reload()
    expect(line(page)).to_have_text("× 1 keputusan pada rekam 2026-TW1-0099 perlu diperbaiki: buka rapat itu")
    page.keyboard.press("End")
    expect(rows(page).filter(has_text="perlu diperbaiki")).to_have_count(0)
    page.keyboard.press("Control+End")
    page.wait_for_url(re.compile(r"/rapat\?instansi=B"))


def test_a_draft_reverts_nothing_that_others_changed_meanwhile(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    jump(page, "bappeda")
    decide(page, "Draf semula")
    all_stored(page)
    page.keyboard.press("End")
    choose(page, "Draf semula")
    page.keyboard.press("Enter")
    page.get_by_label("Catatan").fill("Catatan saya")
    page.keyboard.press("Escape")
    room.elsewhere("Draf semula", apa="Draf orang lain", catatan="Catatan lain")
    choose(page, "Draf orang lain")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Yang diputuskan")).to_have_value("Draf orang lain")
    expect(page.get_by_label("Catatan")).to_have_value("Catatan saya")
    expect(page.get_by_role("dialog")).to_contain_text("Berubah sejak isian ini diketik; kini: Catatan lain")
    page.keyboard.press("Control+Enter")
    all_stored(page)
    (kept,) = room.named("Draf orang lain")
    assert kept.catatan == "Catatan saya"


def test_a_server_that_takes_nothing_from_this_address_says_so(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    page.route(
        "**/tayang/*/keputusan",
        lambda route: route.fulfill(
            response=route.fetch(headers={**route.request.headers, "sec-fetch-site": "cross-site"})
        ),
    )
    jump(page, "bappeda")
    decide(page, "Dari alamat lain")
    expect(line(page)).to_have_text(
        "○ 1 keputusan menunggu. Server menolak kiriman dari alamat ini. "
        "Proxy di depannya harus meneruskan Host yang dibuka."
    )
    page.keyboard.press("Control+End")
    expect(line(page)).to_contain_text("Rapat belum dapat ditutup: 1 keputusan belum diterima server.")
    assert room.named("Dari alamat lain") == []
    page.unroute_all(behavior="wait")
    page.keyboard.press("End")
    row = rows(page).filter(has_text="Dari alamat lain")
    expect(row).to_have_count(1)
    expect(row).not_to_contain_text("menunggu")
    assert len(room.named("Dari alamat lain")) == 1


def test_the_form_says_what_it_cannot_read_and_keeps_what_was_typed(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    jump(page, "kesehatan")
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Keputusan baru")
    expect(form.get_by_label("Yang diputuskan")).to_be_focused()
    expect(form.get_by_label("Indikator")).to_have_value("1")
    expect(form.get_by_label("Penanggung jawab")).to_have_value("Kepala Dinas Kesehatan")
    expect(form).to_contain_text(PANJANG.strip())
    assert form.get_by_role("option").all_inner_texts()[1] == JAHIL
    assert page.title() == "Rapat evaluasi TW III 2026 · Kabupaten Uji"
    page.keyboard.press("Control+Enter")
    expect(form).to_contain_text("Tulis dulu apa yang diputuskan.")
    page.keyboard.type("Dampingi 16 desa")
    due = form.get_by_label("Tenggat")
    for typed, said in (
        ("31/2/2099", "Tanggal 31/2/2099 tidak ada."),
        ("besok", "Tanggal ini tidak terbaca."),
        ("15-11-2020", "15 Nov 2020 sudah lewat."),
        ("15 Nov 2099", "Minggu, 15 November 2099"),
        ("15/11/2099", "Minggu, 15 November 2099"),
        ("15-11-2099", "Minggu, 15 November 2099"),
        ("2099-11-15", "Minggu, 15 November 2099"),
        ("1/1/2150", "Tenggat paling jauh 31 Desember 2100."),
        ("", "Belum ada tenggat."),
    ):
        due.fill(typed)
        page.keyboard.press("Control+Enter") if "2099-" not in typed and "November" not in said else None
        expect(form).to_contain_text(said)
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    page.keyboard.press("Enter")
    expect(form.get_by_label("Yang diputuskan")).to_have_value("Dampingi 16 desa")
    for label in ("Indikator", "Penanggung jawab", "Tenggat"):
        page.keyboard.press("Enter" if label != "Indikator" else "Tab")
        expect(form.get_by_label(label)).to_be_focused()
    page.keyboard.type("17 agustus 2098")
    page.keyboard.press("Enter")
    page.keyboard.type("28 desa s.d. TW IV")
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)
    all_stored(page)
    (kept,) = room.named("Dampingi 16 desa")
    assert (str(kept.tenggat), kept.ukuran_berhasil) == ("2098-08-17", "28 desa s.d. TW IV")


def test_corrected_withdrawn_and_an_earlier_promise_carried_on(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Rapat pekanan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Sekda")
    page.keyboard.press("Tab")
    page.keyboard.type("1/12/2099")
    page.keyboard.press("Control+Enter")
    all_stored(page)

    page.keyboard.press("End")
    row = rows(page).filter(has_text="Rapat pekanan")
    for _ in range(20):
        page.keyboard.press("Tab")
        if row.count() and row.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Rapat dua pekanan")
    page.keyboard.press("Control+Enter")
    all_stored(page)
    (kept,) = room.named("Rapat dua pekanan")
    assert (kept.kode_unit, kept.penanggung_jawab) == (None, "Sekda")

    page.keyboard.press("Delete")
    page.keyboard.type("Sudah diatur perbup")
    page.keyboard.press("Enter")
    expect(rows(page).filter(has_text="pekanan")).to_have_count(0)
    all_stored(page)
    (gone,) = room.named("Rapat dua pekanan")
    assert (gone.batal, gone.riwayat[-1].catatan) == (True, "Sudah diatur perbup")

    jump(page, "tindak lanjut")
    page.keyboard.press("Tab")
    expect(page.locator(".baris:focus")).to_contain_text("Sewa dua truk sampah")
    expect(page.locator(".baris:focus")).to_contain_text("× lewat tenggat")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Dana sudah digeser")
    page.keyboard.press("Tab")
    page.keyboard.type("5/1/2099")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".baris:focus")).to_contain_text("dibawa ke rapat ini")
    expect(page.locator(".baris:focus")).to_contain_text("Dana sudah digeser")
    page.keyboard.press("End")
    expect(rows(page).filter(has_text="Sewa dua truk sampah")).to_contain_text("dibawa dari TW II")
    all_stored(page)


def test_a_browser_that_keeps_nothing_says_so(new_page: NewPage, room: Room) -> None:
    page = new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('penuh', 'QuotaExceededError'); };"
    )
    enter(page, room)
    page.context.set_offline(True)
    jump(page, "élok")
    decide(page, "Tanpa simpanan")
    expect(line(page)).to_contain_text("Browser menolak menyimpan antrean: biarkan halaman ini terbuka.")
    page.keyboard.press("F5")
    expect(line(page)).to_have_text("Server belum terjangkau, jadi halaman ini tidak dimuat ulang.")
    page.context.set_offline(False)
    all_stored(page)
    assert len(room.named("Tanpa simpanan")) == 1


def test_many_and_long_decisions_are_paged_and_not_cut(new_page: NewPage, room: Room) -> None:
    page = new_page()
    enter(page, room)
    jump(page, "dinas kesehatan")
    for number in range(3):
        decide(page, f"Panjang {number} " + "kalimat yang tidak boleh terpotong " * 13)
    all_stored(page)
    page.keyboard.press("End")
    seen: set[str] = set()
    expect(page.locator(".tampak .halaman")).to_contain_text(re.compile(r"1–\d+ dari \d+"))
    total = rows(page).count()
    while len(seen) < total:
        now = rows(page).filter(visible=True)
        assert now.evaluate_all("list => list.every((e) => e.scrollHeight <= e.clientHeight + 1)")
        bottom = now.last.evaluate("e => e.getBoundingClientRect().bottom")
        assert bottom <= page.locator(".tampak .halaman").evaluate("e => e.getBoundingClientRect().top") + 1
        before = len(seen)
        seen |= set(now.evaluate_all("list => list.map((e) => e.dataset.uid)"))
        assert len(seen) > before
        page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("#keputusan$"))
