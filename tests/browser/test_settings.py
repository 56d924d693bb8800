"""Pengaturan in a real browser: a rule edited and adopted from TW II on; a list of units sent from Excel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import list_aturan, list_unit, open_store
from tests.browser.conftest import WAIT_MS, NewPage, Served
from tests.serving import serve
from tests.two_quarters import KODE, report_two_quarters

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLD, NEW = "lima-peringkat (contoh)", "Perbup 12/2026"


@pytest.fixture
def two_quarters(tmp_path: Path) -> Iterator[Served]:
    """The app on the body whose figures are computed by hand."""
    file = tmp_path / "uji.db"
    engine = open_store(f"sqlite:///{file}")
    report_two_quarters(engine)
    engine.dispose()
    with serve(file) as address:
        yield Served(address, file)


def section(page: Page, served: Served, bagian: str, **more: str) -> None:
    query = "&".join(f"{key}={value}" for key, value in {"bagian": bagian, **more}.items())
    page.goto(f"{served.address}/pengaturan?{query}")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def quiet(page: Page) -> None:
    """The script has run to its end."""
    expect(page.locator("footer.sk-kaki")).to_be_visible()
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)


def figures(page: Page, served: Served, name: str, tw: str) -> list[str]:
    """What a screen says of one quarter: its sentences, tables and foot, and the texts of its first chart."""
    page.goto(f"{served.address}/{name}?tahun=2026&tw={tw}&ukuran=triwulan")
    quiet(page)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    drawn = page.locator(".js-plotly-plot").first.locator("text").all_text_contents()
    return [*page.get_by_test_id("stHtml").all_inner_texts(), *(drawn if name == "unit" else ())]


def row(page: Page, field: str) -> Locator:
    return page.locator(f".st-key-isian_{field}")


def test_a_rule_edited_and_adopted_from_tw_ii_on(new_page: NewPage, two_quarters: Served) -> None:
    served, page = two_quarters, new_page(1440, 1000)
    before = {name: figures(page, served, name, "I") for name in ("ringkasan", "unit")}
    assert "90,0" in " ".join(before["ringkasan"])
    assert any("80,0" in drawn for drawn in before["unit"])
    assert OLD in " ".join(before["ringkasan"])

    section(page, served, "aturan")
    expect(page.get_by_role("heading", level=1)).to_have_text([f"Sampai kini berlaku {OLD}."])
    page.get_by_role("button", name="Buat draf").click()
    expect(row(page, "rumus_minimal")).to_contain_text("(2 × 10 − 12) ÷ 10 = 80 %")
    row(page, "rumus_minimal").get_by_role("radio", name="Rasio").click()
    expect(row(page, "rumus_minimal")).to_contain_text("10 ÷ 12 = 83,3333… %")

    cap = page.get_by_role("textbox", name="Batas atas skor")
    cap.fill("seratus")
    expect(row(page, "batas_atas").get_by_role("alert")).to_have_text("“seratus” bukan angka.")
    expect(page.get_by_role("button", name="Tetapkan …")).to_be_disabled()
    cap.fill("120")  # the example follows while one types: no other field is touched
    expect(row(page, "batas_atas")).to_contain_text("skor 120,0")

    quiet(page)
    since = page.get_by_role("combobox", name="Berlaku sejak")
    since.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # an open list closes while the page scrolls
    since.click()
    page.get_by_role("option", name="TW II 2026").click()
    effect = "Bila berlaku pada TW II 2026: rata-rata instansi 90,0 → 99,2; satu unit berganti predikat."
    expect(page.get_by_role("heading", name=effect)).to_be_visible()

    quiet(page)
    page.get_by_role("button", name="Tetapkan …").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Berlaku sejak TW II 2026, menggantikan lima-peringkat (contoh)")
    expect(dialog).to_contain_text("rumus makin rendah makin baik selisih → rasio")
    expect(dialog).to_contain_text("batas atas 100 → 120")
    adopt = dialog.get_by_role("button", name="Tetapkan aturan ini")
    adopt.click()
    expect(dialog).to_contain_text("Aturan belum bernama.")
    dialog.get_by_role("textbox", name="Nama aturan").fill(NEW)
    dialog.get_by_role("textbox", name="Nomor keputusan").fill("Perbup Nomor 12 Tahun 2026")
    date = dialog.get_by_test_id("stDateInput")
    date.get_by_role("spinbutton").first.focus()
    page.keyboard.type("06042026")
    page.keyboard.press("Escape")  # the calendar, not the dialog
    adopt.click()
    expect(dialog.get_by_role("alert")).to_contain_text("TW II 2026 sudah dilaporkan dan akan dinilai ulang.")
    dialog.get_by_text("Ya, nilai ulang TW II 2026").click()
    adopt.click()
    expect(page.get_by_role("heading", level=1)).to_have_text([f"Sejak TW II 2026 berlaku {NEW}."])
    for said in ("sampai TW I 2026", OLD, "Perbup Nomor 12 Tahun 2026", "6 Apr 2026", "batas atas 100 → 120"):
        expect(page.locator(".st-key-seksi_urutan")).to_contain_text([said])

    assert {name: figures(page, served, name, "I") for name in before} == before, (
        "TW I as it was, to the last sign"
    )
    after = " ".join(figures(page, served, "ringkasan", "II"))
    assert "99,2" in after  # (1000/12 + 115) / 2 = 99,1666…
    assert NEW in after
    assert f"TW I menurut {OLD}" in after

    engine = open_store(f"sqlite:///{served.file}")
    kept = list_aturan(engine, KODE)[-1]
    engine.dispose()
    assert (kept.dari, kept.aturan.rumus_minimal, kept.aturan.batas_atas) == ((2026, 2), "rasio", 120.0)


def test_a_list_of_units_goes_out_and_comes_back(new_page: NewPage, two_quarters: Served) -> None:
    served, page = two_quarters, new_page(1440, 1000)
    section(page, served, "unit", kerja="excel")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh daftar 1 unit").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    sheet = book["Unit"]
    assert [sheet["A5"].value, sheet["B5"].value] == ["u", "Dinas U"]

    def send(name: str) -> None:
        out = io.BytesIO()
        book.save(out)
        box = page.get_by_test_id("stFileUploader").locator("input")
        box.set_input_files({"name": name, "mimeType": XLSX, "buffer": out.getvalue()})

    sheet["B5"] = "Dinas Utama"
    sheet["A6"], sheet["B6"], sheet["E6"] = "u.1", "Bidang Satu", "tidak-ada"
    send("keliru.xlsx")
    expect(page.get_by_role("heading", name="Satu sel perlu diperbaiki")).to_be_visible()
    expect(page.locator(".sk-sel")).to_have_text("Unit!E6")

    sheet["E6"] = "u"
    section(page, served, "unit", kerja="excel")
    send("benar.xlsx")
    expect(page.get_by_role("heading", name="Bedanya dengan yang tersimpan")).to_be_visible()
    expect(page.locator(".st-key-seksi_beda_unit")).to_contain_text(
        "1 baru · 1 berubah · 0 sama · 0 tidak tercantum"
    )
    page.get_by_role("button", name="Terapkan dua perubahan").click()
    expect(page.get_by_role("status").filter(has_text="Daftar diterapkan")).to_be_visible()

    engine = open_store(f"sqlite:///{served.file}")
    units = list_unit(engine, KODE).set_index("kode_unit")
    engine.dispose()
    assert units["nama"].to_dict() == {"u": "Dinas Utama", "u.1": "Bidang Satu"}
    assert units.loc["u.1", "kode_induk"] == "u"


def test_nothing_runs_off_a_phone(new_page: NewPage, two_quarters: Served) -> None:
    page = new_page(390, 844)
    for bagian in ("instansi", "unit", "periode", "aturan", "skala", "riwayat"):
        section(page, two_quarters, bagian)
        if bagian == "aturan":
            page.get_by_role("button", name="Buat draf").click()
            expect(page.get_by_role("button", name=re.compile("^Tetapkan"))).to_be_visible()
        quiet(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, bagian
