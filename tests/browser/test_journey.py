"""The way of a workbook in a real browser: from the file to the panel that says how its number was made."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import list_unggahan, list_unit, open_store
from tests.browser.conftest import WAIT_MS, NewPage, Served
from tests.workbook.forms import Baris, Bentuk, Form, build

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: 44,7 of 72 are 62,0833…; one finding where two were allowed is (2 × 2 − 1) ÷ 2 = 150.
ROWS = (
    Baris(
        "Program Pelayanan", "Persentase layanan tepat waktu", "%", 72, 900, (18.6, 17.2, 8.9, None), tahun=44.7
    ),
    Baris("Kegiatan Pengawasan", "Angka temuan berulang", "Temuan", 2, 500, (0, 1, 0, 0), tahun=1),
)


def workbook(unit: str, **more: Any) -> Form:
    """An E.81 of the unit for 2025."""
    return build(Bentuk(unit=f"Perangkat Daerah : {unit}"), ROWS, **more)


def main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def hand_in(page: Page, served: Served, name: str, data: bytes) -> None:
    """Open Unggah unless it is open, and give it a file."""
    if urlsplit(page.url).path != "/unggah":
        page.goto(f"{served.address}/unggah")
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(
        {"name": name, "mimeType": XLSX, "buffer": data}
    )


def register(page: Page, unit: str) -> None:
    """Choose that the unit named on the sheet is a new one."""
    page.get_by_role("combobox", name="Unit", exact=True).click()
    page.get_by_role("option", name=f"Daftarkan sebagai unit baru: {unit}").click()


def prepare(page: Page, served: Served, unit: str, name: str, data: bytes | None = None) -> Locator:
    """Everything up to the last press: file, unit, polaritas. Gives the button that keeps it."""
    hand_in(page, served, name, data or workbook(unit).data)
    register(page, unit)
    page.get_by_role("button", name=re.compile(r"^Terima \d+ usul$")).click()
    expect(page.get_by_role("heading", name="Polaritas sudah lengkap")).to_be_visible()
    return page.get_by_role("button", name=re.compile(r"^Simpan \d+ nilai$"))


def heading(page: Page, text: str | re.Pattern[str]) -> None:
    """The one headline; a list waits through the moment where the old one still stands beside the new."""
    expect(page.get_by_role("heading", level=1)).to_have_text([text])


def kept(served: Served, unit: str) -> pd.DataFrame:
    """The uploads in the store of the unit of that name."""
    engine = open_store(f"sqlite:///{served.file}")
    units = list_unit(engine, "contoh", 2025)
    uploads = list_unggahan(engine, "contoh", 2025)
    engine.dispose()
    return uploads[uploads["kode_unit"].isin(units.loc[units["nama"] == unit, "kode_unit"])]


def test_from_the_file_to_how_its_number_was_made(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Perjalanan"
    prepare(page, served, unit, "perjalanan.xlsx").click()
    heading(page, "perjalanan.xlsx tersimpan.")

    page.get_by_role("button", name="Lihat di Ringkasan").click()
    page.wait_for_url(re.compile(r"/ringkasan\?|/\?"))
    query = parse_qs(urlsplit(page.url).query)
    assert (query["tahun"], query["tw"], query["ukuran"]) == (["2025"], ["IV"], ["tahun"])
    row = page.get_by_role("row", name=re.compile(unit)).filter(visible=True).first
    expect(row).to_contain_text("62,1")
    expect(row).to_contain_text("Rendah")

    row.get_by_role("link", name=unit).click()
    said_of_the_unit = rf"^{unit} 62,1\u00a0%.*, Rendah\. Baru satu indikator program dinilai\.$"
    heading(page, re.compile(said_of_the_unit))
    page.get_by_role("link", name="Persentase layanan tepat waktu").click()
    heading(page, re.compile("Persentase layanan tepat waktu 62,1\u00a0%, Rendah\\."))
    panel = page.locator("section").filter(has=page.get_by_role("heading", name="Bagaimana angka ini dibuat"))
    for said in (
        "Aturan lima-peringkat (contoh)",
        "realisasi ÷ target",
        "18,6 + 17,2 + 8,9 = 44,7",
        "62,0833…",
        "51 ≤ 62,0833… < 66",
        "E81!K10, N10, Q10, I10 di perjalanan.xlsx",
    ):
        expect(panel).to_contain_text(said)
    expect(panel).to_contain_text(re.compile(r"dikirim Tamu, \d{1,2} \S+ \d{4}"))

    page.go_back()
    page.locator("summary").filter(has_text="Kegiatan Pengawasan").click()  # all is well in it, so it is folded
    page.get_by_role("link", name="Angka temuan berulang").click()
    expect(panel).to_contain_text("2 × 2 − 1")
    expect(panel).to_contain_text("150 melampaui batas atas, dihitung 100.")


def test_the_same_file_again_adds_nothing(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Berulang"
    data = workbook(unit).data
    prepare(page, served, unit, "berulang.xlsx", data).click()
    heading(page, "berulang.xlsx tersimpan.")
    page.get_by_role("button", name="Unggah berkas lain").click()
    hand_in(page, served, "berulang.xlsx", data)
    expect(page.get_by_role("heading", name="Tidak ada yang perlu disimpan")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Simpan"))).to_have_count(0)
    assert len(kept(served, unit)) == 1


def test_a_refused_file_says_why_and_the_next_one_works(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Kedua"
    hand_in(page, served, "laporan.xlsx", b"<html><body><table><tr><td>1</td></tr></table></body></html>")
    heading(page, "Berkas ini belum dapat dibaca.")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("HTML")
    expect(alert).to_contain_text(re.compile(r"[Ss]impan"))
    expect(main(page)).to_contain_text("tidak ada yang disimpan")
    prepare(page, served, unit, "kedua.xlsx").click()
    heading(page, "kedua.xlsx tersimpan.")
    assert len(kept(served, unit)) == 1


def test_an_unreadable_cell_blocks_the_whole_file(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Galat"
    form = workbook(unit, ubah=lambda ws, form: ws.__setitem__(f"{form.kolom['k1']}{form.pertama}", "dua puluhan"))
    cell = f"{form.kolom['k1']}{form.pertama}"
    hand_in(page, served, "galat.xlsx", form.data)
    heading(page, "Satu sel belum terbaca. Belum ada yang disimpan.")
    finding = page.get_by_role("row", name=re.compile("dua puluhan")).filter(has_text=cell)
    expect(finding.last).to_be_visible()
    expect(page.get_by_role("heading", name="Belum dapat disimpan: 1 galat")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Simpan"))).to_have_count(0)
    assert kept(served, unit).empty


def test_a_double_press_keeps_one_upload(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Dua Kali"
    prepare(page, served, unit, "dua kali.xlsx").dblclick()
    heading(page, "dua kali.xlsx tersimpan.")
    assert len(kept(served, unit)) == 1


@pytest.mark.parametrize("units", [("Dinas Kiri", "Dinas Kanan"), ("Dinas Sama", "Dinas Sama")], ids=" dan ".join)
def test_two_at_once_are_both_kept(units: tuple[str, str], new_page: NewPage, served: Served) -> None:
    """Two people send at the same moment: for two units, and for one that both were first to register."""
    pages = [new_page() for _ in units]
    names = [f"{unit} {turn}.xlsx" for turn, unit in enumerate(units)]
    files = [_with_pagu(unit, 900 + turn) for turn, unit in enumerate(units)]
    buttons = [prepare(*each) for each in zip(pages, [served] * 2, units, names, files, strict=True)]
    for button in buttons:
        button.click(no_wait_after=True)
    for page, name in zip(pages, names, strict=True):
        heading(page, f"{name} tersimpan.")
    assert sorted(file for unit in set(units) for file in kept(served, unit)["berkas"]) == sorted(names)


def _with_pagu(unit: str, pagu: int) -> bytes:
    """The unit's workbook with another figure in it than its neighbour's."""
    return workbook(unit, ubah=lambda ws, form: ws.__setitem__(f"{form.kolom['pagu']}{form.pertama}", pagu)).data


def test_the_next_file_in_the_box_is_not_kept_for_the_unit_before(new_page: NewPage, served: Served) -> None:
    page = new_page()
    hand_in(page, served, "satu.xlsx", workbook("Dinas Pertama").data)
    register(page, "Dinas Pertama")
    expect(page.get_by_role("button", name=re.compile(r"^Simpan \d+ nilai$"))).to_be_visible()
    hand_in(page, served, "dua.xlsx", workbook("Dinas Berikut").data)
    expect(main(page)).to_contain_text("Lembar menyebut unit “Dinas Berikut”")
    expect(main(page)).to_contain_text("Pilih unit dan tahunnya")
    expect(page.get_by_role("button", name=re.compile("^Simpan"))).to_have_count(0)


def test_a_file_sent_again_after_its_correction_is_kept_again(new_page: NewPage, served: Served) -> None:
    page, unit = new_page(), "Dinas Bolak Balik"
    first, corrected = _with_pagu(unit, 901), _with_pagu(unit, 902)
    prepare(page, served, unit, "awal.xlsx", first).click()
    heading(page, "awal.xlsx tersimpan.")
    expect(main(page)).to_contain_text(f"{unit} didaftarkan sebagai unit baru.")
    for name, data in (("koreksi.xlsx", corrected), ("kembali.xlsx", first)):
        page.get_by_role("button", name="Unggah berkas lain").click()
        hand_in(page, served, name, data)
        page.get_by_role("button", name="Simpan 1 nilai").click()
        heading(page, f"{name} tersimpan.")
        expect(main(page)).to_contain_text("0 nilai baru, 1 berubah")
    assert kept(served, unit)["berkas"].tolist() == ["kembali.xlsx", "koreksi.xlsx", "awal.xlsx"]
