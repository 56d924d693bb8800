"""What a sheet leaves open, answered in a real browser as people press: columns, a fraction, and the file after it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import add_instansi, add_units, list_profiles, load_tahun, open_store
from sakip_app.store.units import UnitBaru
from tests.browser.conftest import WAIT_MS, NewPage
from tests.screens.test_upload_questions import INGGRIS, PETA, XLSX, book
from tests.serving import serve

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
NAMA = {
    "indikator": "Indikator",
    "satuan": "Satuan",
    "target:tw1": "Target TW I",
    "realisasi:tw1": "Realisasi TW I",
    "abaikan": "Abaikan kolom ini",
}


def report(more: float = 0.0) -> bytes:
    """A report in English whose percentages are fractions."""
    rows = [[f"Share of villages {n}", "%", 0.9, 0.2, round(0.1 * n + more, 2), "on track"] for n in (1, 2, 3, 4)]
    return book(["QUARTERLY REPORT 2026"], [], INGGRIS, *rows, sheet="Report")


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def send(page: Page, name: str, data: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": XLSX, "buffer": data})


def choose(page: Page, label: str, option: str) -> None:
    """Pick from a select box as people do: type, then take what is offered."""
    box = page.get_by_role("combobox", name=re.compile(f"^{label}"))
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(box).to_have_count(1)  # while the page is drawn anew the old one still stands beside it
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()


def assert_fits(page: Page) -> None:
    wide, window = page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, innerWidth]")
    assert wide <= window


def test_a_form_nobody_knows_is_read_as_answered_and_known_the_next_time(
    new_page: NewPage, tmp_path: Path
) -> None:
    file = tmp_path / "sakip.db"
    engine = open_store(f"sqlite:///{file}")
    add_instansi(engine, kode="k", nama="Kabupaten K", jenis="kabupaten", pelaku="Tamu")
    add_units(engine, "k", [UnitBaru("satu", "Dinas Satu")], pelaku="Tamu")
    with serve(file) as address:
        page = new_page(1440, 900)
        page.goto(f"{address}/unggah")
        send(page, "tw1.xlsx", report())
        expect(title(page)).to_have_text("Satu hal perlu Anda jawab tentang berkas ini.")
        choose(page, "Unit", "Dinas Satu")
        choose(page, "Tahun", "2026")
        expect(page.get_by_text("isinya apa?").first).to_be_visible()
        for letter, role in PETA.items():
            choose(page, f"Kolom {letter}:", NAMA[role])
        page.get_by_role("button", name="Baca dengan kolom ini").click()
        # The columns are coloured now; one thing is left.
        picture = page.locator(".sk-lembar")
        expect(picture.locator(".peran-realisasi")).to_have_text("Realisasi TW I")
        expect(page.get_by_role("heading", name="Belum dapat disimpan: satu hal belum dijawab")).to_be_visible()
        expect(page.get_by_role("button", name="Simpan")).to_have_count(0)
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        page.get_by_text("60\N{NO-BREAK SPACE}%", exact=True).click()
        expect(title(page)).to_contain_text("Empat indikator terbaca.")
        page.get_by_role("button", name="Simpan").click()
        expect(title(page)).to_have_text("tw1.xlsx tersimpan.")
        (profil,) = list_profiles(engine, "k")
        assert profil.jawaban is not None
        confirmed = {**PETA, "C": "target_tahunan"}  # proposed by its word, confirmed with the rest
        assert (dict(profil.jawaban.kolom), profil.jawaban.persen) == (confirmed, "pecahan")
        kept = load_tahun(engine, "k", 2026).triwulanan
        assert sorted(kept["realisasi"].dropna()) == [10.0, 20.0, 30.0, 40.0]

        phone = new_page(390, 844)
        phone.goto(f"{address}/unggah")
        send(phone, "tw1-perbaikan.xlsx", report(0.05))
        expect(title(phone)).to_have_text(
            "Satu hal perlu Anda jawab tentang berkas ini."
        )  # whose it is, is not known
        choose(phone, "Unit", "Dinas Satu")
        expect(title(phone)).to_contain_text("Empat indikator terbaca.")
        expect(phone.get_by_text("Jawaban yang diingat dipakai")).to_be_visible()
        assert_fits(phone)
        phone.get_by_role("button", name="Ubah", exact=True).click()
        expect(phone.get_by_role("button", name="Baca dengan kolom ini")).to_be_visible()
        assert_fits(phone)
        phone.goto(f"{address}/pengaturan?bagian=bentuk")
        expect(phone.get_by_role("button", name="Lupakan")).to_be_visible()
        assert_fits(phone)
    engine.dispose()
