"""Correcting a figure, withdrawing a file and adding evidence in a real browser, as people press."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import history, list_bukti, list_unggahan, load_tahun, open_store, read_berkas
from tests.browser.conftest import WAIT_MS, NewPage, Served

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
#: One unit of the example a test, so that none sees what another did.
KOREKSI, BERSAMAAN, TARIK, BUKTI, PONSEL = "1.01.01", "1.02.01", "1.03.01", "1.04.01", "2.11.01"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def first_indicator(served: Served, unit: str) -> tuple[str, float]:
    """An indicator of the unit with a realisasi of TW III in 2026 that is no cumulated one, and that figure."""
    engine = open_store(f"sqlite:///{served.file}")
    indikator, triwulanan = load_tahun(engine, "contoh", 2026)
    engine.dispose()
    own = indikator[(indikator["kode_unit"] == unit) & (indikator["jenjang"] == "sasaran")]
    quarter = triwulanan[(triwulanan["triwulan"] == 3) & triwulanan["realisasi"].notna()]
    found = quarter[quarter["kode_indikator"].isin(own["kode_indikator"])].iloc[0]
    return str(found["kode_indikator"]), float(found["realisasi"])


def kept(served: Served, kode: str) -> pd.DataFrame:
    """Every realisasi of TW III the indicator ever had, newest first."""
    engine = open_store(f"sqlite:///{served.file}")
    rows = history(engine, kode).query("jenis == 'realisasi' and triwulan == 3")
    engine.dispose()
    return rows


def open_indikator(page: Page, served: Served, unit: str, kode: str) -> None:
    page.goto(f"{served.address}/indikator?tahun=2026&tw=III&ukuran=triwulan&unit={unit}&indikator={kode}")
    expect(page.get_by_role("heading", name="Bagaimana angka ini dibuat")).to_be_visible()


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def fill_in(page: Page, nilai: str, alasan: str) -> Locator:
    """Open the dialog and fill it in; gives the button that saves."""
    page.get_by_role("button", name="Koreksi angka").click()
    dialog(page).get_by_label("Menjadi").fill(nilai)
    expect(dialog(page)).to_contain_text(f"menjadi {nilai}")  # seen before it is saved
    dialog(page).get_by_label("Alasan").fill(alasan)
    return dialog(page).get_by_role("button", name="Simpan koreksi")


def test_a_double_press_saves_one_correction_and_the_page_shows_it(new_page: NewPage, served: Served) -> None:
    page = new_page()
    kode, before = first_indicator(served, KOREKSI)
    open_indikator(page, served, KOREKSI, kode)
    new = f"{before + 1.25:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    fill_in(page, new, "Salah ketik di lembar").dblclick()
    expect(dialog(page)).to_be_hidden()
    panel = page.locator("section").filter(has=page.get_by_role("heading", name="Bagaimana angka ini dibuat"))
    expect(panel).to_contain_text("koreksi: Salah ketik di lembar")
    row = panel.get_by_role("row").filter(has_text="Realisasi TW III · Tamu")
    expect(row).to_contain_text(f"→ {new}")
    told = kept(served, kode)
    assert told["angka"].tolist()[:2] == [round(before + 1.25, 2), before]
    assert (told["keadaan"] == "dikoreksi").sum() == 1


def test_a_wrong_text_is_answered_where_it_was_typed(new_page: NewPage, served: Served) -> None:
    page = new_page()
    kode, _ = first_indicator(served, KOREKSI)
    n = len(kept(served, kode))
    open_indikator(page, served, KOREKSI, kode)
    page.get_by_role("button", name="Koreksi angka").click()
    dialog(page).get_by_label("Menjadi").fill("l31")
    expect(dialog(page).get_by_role("alert")).to_contain_text("“l31” bukan angka; mungkin 131.")
    dialog(page).get_by_role("button", name="Simpan koreksi").click()
    expect(dialog(page).get_by_label("Menjadi")).to_have_value("l31")
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    page.reload()
    expect(page.get_by_role("heading", name="Bagaimana angka ini dibuat")).to_be_visible()
    expect(dialog(page)).to_be_hidden()
    assert len(kept(served, kode)) == n


def test_of_two_who_saw_the_same_the_second_is_told(new_page: NewPage, served: Served) -> None:
    kode, _ = first_indicator(served, BERSAMAAN)
    one, other = new_page(), new_page()
    for page in (one, other):
        open_indikator(page, served, BERSAMAAN, kode)
    first, second = fill_in(one, "11,5", "Hasil verifikasi"), fill_in(other, "12,5", "Salah ketik")
    first.click()
    expect(dialog(one)).to_be_hidden()
    second.click()
    expect(dialog(other).get_by_role("alert")).to_contain_text("sudah diubah orang lain")
    expect(dialog(other)).to_contain_text("Semula 11,5 → menjadi 12,5")
    expect(dialog(other).get_by_label("Alasan")).to_have_value("Salah ketik")
    assert kept(served, kode)["angka"].iloc[0] == 11.5
    dialog(other).get_by_role("button", name="Simpan koreksi").click()
    expect(dialog(other)).to_be_hidden()
    assert kept(served, kode)["angka"].tolist()[:2] == [12.5, 11.5]


def test_a_file_is_had_again_and_withdrawn(new_page: NewPage, served: Served, tmp_path: Path) -> None:
    page = new_page()
    engine = open_store(f"sqlite:///{served.file}")
    uploads = list_unggahan(engine, "contoh", 2026)
    newest = uploads[uploads["kode_unit"] == TARIK].iloc[0]
    page.goto(f"{served.address}/unit?tahun=2026&tw=III&ukuran=triwulan&unit={TARIK}")
    line = page.locator(f".st-key-butir_berkas_{newest['id']}")
    with page.expect_download() as got:
        line.get_by_role("button", name="Unduh").click()
    got.value.save_as(tmp_path / "asli.xlsx")
    assert (tmp_path / "asli.xlsx").read_bytes() == read_berkas(engine, newest["sha256"])
    assert got.value.suggested_filename == newest["berkas"]
    line.get_by_role("button", name="Tarik …").click()
    expect(dialog(page)).to_contain_text(re.compile(r"nilai (kembali ke nilai sebelumnya|menjadi kosong)"))
    dialog(page).get_by_label("Alasan").fill("Berkas tahun lalu")
    dialog(page).get_by_role("button", name="Tarik berkas ini").dblclick()
    expect(dialog(page)).to_be_hidden()
    expect(line).to_contain_text(re.compile(r"Ditarik Tamu, .*: Berkas tahun lalu"))
    expect(line.get_by_role("button", name="Tarik …")).to_have_count(0)
    after = list_unggahan(engine, "contoh", 2026).set_index("id")
    assert after.loc[newest["id"], "keadaan"] == "ditarik"
    engine.dispose()


def test_evidence_is_added_opened_and_withdrawn(new_page: NewPage, served: Served, tmp_path: Path) -> None:
    page = new_page()
    kode, _ = first_indicator(served, BUKTI)
    open_indikator(page, served, BUKTI, kode)
    section = page.locator(".st-key-seksi_bukti")
    section.get_by_role("button", name="Tambah bukti").click()
    dialog(page).locator("input[type=file]").set_input_files(
        {"name": "survei.png", "mimeType": "image/png", "buffer": PDF}
    )
    expect(dialog(page)).to_contain_text("survei.png")
    dialog(page).get_by_role("button", name="Simpan bukti").dblclick()
    expect(dialog(page)).to_be_hidden()
    expect(section).to_contain_text("survei.png.pdf")  # what its bytes say
    with page.expect_download() as got:
        section.get_by_role("button", name="Unduh").click()
    got.value.save_as(tmp_path / "bukti.pdf")
    assert (tmp_path / "bukti.pdf").read_bytes() == PDF
    section.get_by_role("button", name="Tambah bukti").click()
    dialog(page).get_by_label("atau tautan").fill("https://drive.google.com/file/d/1")
    dialog(page).get_by_role("button", name="Simpan bukti").click()
    expect(dialog(page)).to_be_hidden()
    link = section.get_by_role("link", name="Buka")
    expect(link).to_have_attribute("href", "https://drive.google.com/file/d/1")
    assert "noopener" in (link.get_attribute("rel") or "") or "noreferrer" in (link.get_attribute("rel") or "")
    section.get_by_role("button", name="Tarik …").first.click()
    dialog(page).get_by_label("Alasan").fill("Salah berkas")
    dialog(page).get_by_role("button", name="Tarik bukti ini").click()
    expect(section).to_contain_text(re.compile(r"Ditarik Tamu, .*: Salah berkas"))
    engine = open_store(f"sqlite:///{served.file}")
    rows = list_bukti(engine, "contoh", 2026).query(f"kode_indikator == '{kode}'")
    engine.dispose()
    assert rows["ditarik"].tolist() == [True, False]


def test_on_a_phone_nothing_runs_over_the_edge(new_page: NewPage, served: Served) -> None:
    page = new_page(390, 844)
    kode, _ = first_indicator(served, PONSEL)
    open_indikator(page, served, PONSEL, kode)
    assert_fits(page)
    fill_in(page, "9,75", "Salah ketik")
    box = dialog(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.keyboard.press("Escape")
    page.goto(f"{served.address}/unit?tahun=2026&tw=III&ukuran=triwulan&unit={PONSEL}")
    expect(page.get_by_role("heading", name="Berkas yang dikirim")).to_be_visible()
    assert_fits(page)


def assert_fits(page: Page) -> None:
    """The page is no wider than its window."""
    wide, window = page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, innerWidth]")
    assert wide <= window
