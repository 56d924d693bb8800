"""The marked copy in a real browser: a broken workbook goes in, the same workbook comes back with the cells marked."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.conftest import WAIT_MS, NewPage, Served
from tests.browser.test_journey import hand_in, heading, workbook
from tests.libreoffice import look, python_with_uno
from tests.workbook.forms import with_cached
from tests.workbook.ooxml import check

pytestmark = pytest.mark.browser


def test_a_broken_workbook_comes_back_marked(new_page: NewPage, served: Served, tmp_path: Path) -> None:
    page, unit = new_page(), "Dinas Kembali"
    page.set_default_timeout(WAIT_MS)

    def ubah(ws: Any, form: Any) -> None:
        ws[f"{form.kolom['k1']}{form.pertama}"] = "dua puluhan"
        ws[f"{form.kolom['k2']}{form.pertama + 1}"] = "=1/0"
        ws[f"{form.kolom['tahun']}{form.pertama + 1}"] = "=1+0"

    form = workbook(unit, ubah=ubah)
    teks, galat = f"{form.kolom['k1']}{form.pertama}", f"{form.kolom['k2']}{form.pertama + 1}"
    jumlah = f"{form.kolom['tahun']}{form.pertama + 1}"
    data = with_cached(form.data, {galat: "#DIV/0!", jumlah: 1})
    hand_in(page, served, "E81 rusak.xlsx", data)
    heading(page, re.compile("2 sel belum terbaca|Dua sel belum terbaca"))
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    tombol = page.get_by_role("button", name="Unduh berkas bertanda")
    with page.expect_download() as menunggu:
        tombol.click()
    assert menunggu.value.suggested_filename == "E81 rusak – temuan.xlsx"
    kembali = tmp_path / "kembali.xlsx"
    menunggu.value.save_as(kembali)

    check(kembali.read_bytes())
    buku = load_workbook(io.BytesIO(kembali.read_bytes()), data_only=True)
    assert buku.sheetnames == ["Temuan", "E81"]
    ws = buku["E81"]
    assert (ws[teks].value, ws[galat].value, ws[jumlah].value) == ("dua puluhan", "#DIV/0!", 1)
    assert {ws[sel].fill.fgColor.rgb for sel in (teks, galat)} == {"FFF2B8B1"}
    assert "tidak terbaca sebagai angka" in ws[teks].comment.text
    if python_with_uno() is not None:
        seen = look(kembali, tmp_path / "calc.xlsx")
        assert {satu.rpartition(".")[2] for satu in seen["notes"]} >= {teks, galat}

    # what came back goes in again: the same sheet is read, and the same two cells are odd
    hand_in(page, served, "E81 rusak – temuan.xlsx", kembali.read_bytes())
    # the headline is the same for both: the second file is there when its name and size are, and the script has ended
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile(r"E81 rusak – temuan\.xlsx\s*· \d"))
    heading(page, re.compile("2 sel belum terbaca|Dua sel belum terbaca"))
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    for sel in (teks, galat):
        expect(page.get_by_role("row").filter(has_text=sel).last).to_be_visible()
    with page.expect_download() as menunggu:
        tombol.click()
    assert menunggu.value.suggested_filename == "E81 rusak – temuan.xlsx"
    menunggu.value.save_as(kembali)
    assert load_workbook(kembali).sheetnames == ["Temuan", "E81"]

    # nothing odd: nothing to take home
    hand_in(page, served, "bersih.xlsx", workbook("Dinas Bersih").data)
    expect(page.get_by_text("0 galat · 0 peringatan · 0 catatan")).to_be_visible()
    expect(tombol).to_have_count(0)
