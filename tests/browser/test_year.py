"""A planner's quarter with nothing but a browser and a spreadsheet program, for an OPD and for a KPU kota."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from sakip_app.store import history, list_unit, load_tahun, open_store
from sakip_app.text.numbers import format_nilai, format_skor
from sakip_app.workbook import read_units
from sakip_metrics import ATURAN_BAKU
from tests.browser.conftest import WAIT_MS, NewPage, Served
from tests.libreoffice import fill

pytestmark = pytest.mark.browser

expect.set_options(timeout=WAIT_MS)
FORM = 'Kolom yang "dikarang" & =1+1; <b>tebal</b>'


class Contoh(NamedTuple):
    """One indicator joined by jumlah, higher is better, with three quarters reported and TW IV planned."""

    kode: str
    kunci: str
    satuan: str | None
    target: tuple[float, ...]
    realisasi: tuple[float, ...]

    def capaian(self, last: float) -> float:
        """R ÷ T × 100 of the sums, by hand."""
        return math.fsum((*self.realisasi, last)) / math.fsum(self.target) * 100


def indicator(served: Served, instansi: str, unit: str) -> Contoh:
    engine = open_store(f"sqlite:///{served.file}")
    indikator, triwulanan = load_tahun(engine, instansi, 2026)
    engine.dispose()
    own = indikator[(indikator["kode_unit"] == unit) & (indikator["konsolidasi"] == "jumlah")]
    own = own[(own["polaritas"] == "maksimal") & own["jenjang"].isin(["sasaran", "kegiatan", "subkegiatan"])]
    for row in own.to_dict("records"):
        quarters = triwulanan[triwulanan["kode_indikator"] == row["kode_indikator"]].sort_values("triwulan")
        target, realisasi = quarters["target"].tolist(), quarters["realisasi"].tolist()
        if not any(math.isnan(value) for value in (*target, *realisasi[:3])) and min(target) > 0:
            return Contoh(
                row["kode_indikator"], row["kunci"], row["satuan"], tuple(target), tuple(map(float, realisasi[:3]))
            )
    raise LookupError(unit)


def code_of(served: Served, instansi: str, name: str) -> str:
    engine = open_store(f"sqlite:///{served.file}")
    units = list_unit(engine, instansi, 2026)
    engine.dispose()
    return str(units.loc[units["nama"] == name, "kode_unit"].iloc[0])


def take_template(page: Page, served: Served, instansi: str, name: str, folder: Path) -> Path:
    page.goto(f"{served.address}/unggah?instansi={instansi}")
    page.get_by_role("combobox", name="Untuk").click()
    page.get_by_role("option", name=name, exact=True).click()
    button = page.get_by_role("button", name="Unduh templat")
    expect(button).to_be_enabled()
    with page.expect_download() as got:
        button.click()
    target = folder / got.value.suggested_filename
    got.value.save_as(target)
    assert "TW4_2026" in target.name
    return target


def hand_in(page: Page, served: Served, instansi: str, file: Path) -> Locator:
    """Give Unggah the file; gives the button that keeps it."""
    page.goto(f"{served.address}/unggah?instansi={instansi}")
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(file)
    expect(page.get_by_text("unit dan tahunnya sudah tertulis di dalamnya")).to_be_visible()
    return page.get_by_role("button", name=re.compile(r"^Simpan [\d.]+ nilai$"))


def panel(page: Page, served: Served, instansi: str, unit: str, kode: str) -> Locator:
    page.goto(
        f"{served.address}/indikator?instansi={instansi}&tahun=2026&tw=IV&ukuran=triwulan&unit={unit}&indikator={kode}"
    )
    return page.locator("section").filter(has=page.get_by_role("heading", name="Bagaimana angka ini dibuat"))


def shows(page: Page, figure: Contoh, aturan: str, last: float) -> None:
    """The figure stands in the panel and in the headline, as this hand calculation says."""
    told = format_skor(figure.capaian(last), ATURAN_BAKU[aturan])
    expect(page.get_by_role("heading", level=1)).to_contain_text([f"{told}\u00a0%"])
    expect(page.get_by_test_id("stMain")).to_contain_text(
        format_nilai(math.fsum((*figure.realisasi, last)), figure.satuan)
    )


@pytest.mark.parametrize(
    ("instansi", "name", "aturan"),
    [
        ("contoh", "Dinas Kesehatan", "lima-peringkat"),
        ("kpu-contoh", "KPU Kota Lembayung", "kpu-contoh"),
    ],
)
def test_template_down_filled_up_corrected_withdrawn_and_up_again(
    new_page: NewPage, served: Served, tmp_path: Path, instansi: str, name: str, aturan: str
) -> None:
    page = new_page(1440, 900)
    unit = code_of(served, instansi, name)
    figure = indicator(served, instansi, unit)
    template = take_template(page, served, instansi, name, tmp_path)

    read = read_units(template.read_bytes(), template.name)[0]
    row = next(satu.baris for satu in read.indikator if satu.kunci == figure.kunci)
    column = {label: letters for letters, label in read.kolom.items()}
    typed = round(figure.target[3] * 0.9, 1)
    filled = fill(
        template,
        tmp_path / "terisi.xlsx",
        {read.lembar: {f"{column['Realisasi TW IV']}{row}": typed, f"{column['Kendala']}{row}": FORM}},
    )

    save = hand_in(page, served, instansi, filled)
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile(r"\d+ baru"))
    save.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(["terisi.xlsx tersimpan."])
    told = panel(page, served, instansi, unit, figure.kode)
    shows(page, figure, aturan, typed)
    expect(told).to_contain_text("terisi.xlsx")
    expect(page.locator(".st-key-seksi_catatan")).to_contain_text(FORM)

    corrected = round(typed + 1, 1)
    page.get_by_role("button", name="Koreksi angka").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Menjadi").fill(str(corrected).replace(".", ","))
    dialog.get_by_label("Alasan").fill("Salah jumlah di rekap")
    dialog.get_by_role("button", name="Simpan koreksi").click()
    expect(dialog).to_be_hidden()
    shows(page, figure, aturan, corrected)

    page.goto(f"{served.address}/unit?instansi={instansi}&tahun=2026&tw=IV&ukuran=triwulan&unit={unit}")
    line = page.locator("[class*='st-key-butir_berkas_']").filter(has_text="terisi.xlsx")
    line.get_by_role("button", name="Tarik …").click()
    expect(dialog).to_contain_text("koreksi")  # what stays is said before it is done
    dialog.get_by_label("Alasan").fill("Masih konsep")
    dialog.get_by_role("button", name="Tarik berkas ini").click()
    expect(dialog).to_be_hidden()
    expect(line).to_contain_text("Masih konsep")

    save = hand_in(page, served, instansi, filled)
    expect(page.get_by_test_id("stMain")).to_contain_text("menimpa koreksi")
    save.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(["terisi.xlsx tersimpan."])
    told = panel(page, served, instansi, unit, figure.kode)
    shows(page, figure, aturan, typed)
    for words in ("koreksi: Salah jumlah di rekap", "Masih konsep"):
        expect(told).to_contain_text(words)

    engine = open_store(f"sqlite:///{served.file}")
    kept = history(engine, figure.kode).query("jenis == 'realisasi' and triwulan == 4")
    engine.dispose()
    assert kept["angka"].tolist() == [typed, corrected, typed]
    assert kept["berlaku"].tolist() == [True, False, False]
    assert kept["ditarik"].tolist() == [False, False, True]
