"""Unggah asks what a sheet leaves open, shows what it took each column for, and remembers the answers of the unit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from sakip_app.store import add_instansi, add_units, list_profiles, load_tahun, open_store
from sakip_app.store.units import UnitBaru
from sakip_app.workbook.result import Jawaban
from tests.screens.looking import all_texts, headline, html, open_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JUDUL = (["PENGUKURAN KINERJA"], ["DINAS SATU"], ["TAHUN 2026"])
TOTAL = ["No", "Indikator Kinerja", "Satuan", "Target 2026", "Realisasi"]
INGGRIS = ["Key result indicator", "Measured in", "Annual target", "Q1 plan", "Q1 output", "Remarks"]
PETA = {"A": "indikator", "B": "satuan", "D": "target:tw1", "E": "realisasi:tw1", "F": "abaikan"}
BELUM_DISIMPAN = "Belum dapat disimpan"


def book(*rows: Sequence[Any], sheet: str = "Lembar1") -> bytes:
    """A workbook of one sheet."""
    workbook = Workbook()
    table = workbook.active
    assert table is not None
    table.title = sheet
    for row in rows:
        table.append(row)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def total(*realisasi: float) -> bytes:
    """A form with one realisasi, whose quarter it does not name."""
    return book(*JUDUL, TOTAL, *([n, f"Jumlah desa {n}", "desa", 90, r] for n, r in enumerate(realisasi, start=1)))


def english(*, moved: bool = False, more: int = 0) -> bytes:
    """A report in words that no form knows; perhaps a column further right, its figures higher by ``more``."""
    before = [None] if moved else []
    rows = [
        [*before, f"Villages served {n}", "village", 90, 20 + n, 18 + n + more, "on track"] for n in (1, 2, 3, 4)
    ]
    return book(["QUARTERLY REPORT 2026"], [], [*before, *INGGRIS], *rows, sheet="Report")


@pytest.fixture
def body(empty_store: Path) -> Path:
    """A body with two units and no figures."""
    engine = open_store(f"sqlite:///{empty_store}")
    add_instansi(engine, kode="k", nama="Kabupaten K", jenis="kabupaten", pelaku="Tamu")
    add_units(engine, "k", [UnitBaru("satu", "Dinas Satu"), UnitBaru("dua", "Dinas Dua")], pelaku="Tamu")
    engine.dispose()
    return empty_store


def hand_in(at: AppTest, name: str, data: bytes, unit: str | None = None, tahun: int | None = None) -> AppTest:
    """Put a file into the box and say for which unit and year, where the sheet does not."""
    at.file_uploader[0].upload(name, data, XLSX).run()
    if unit is not None:
        choose(at, "Unit", unit)
    if tahun is not None:
        choose(at, "Tahun", tahun)
    assert not at.exception
    return at


def choose(at: AppTest, label: str, value: object) -> None:
    (found,) = (box for box in at.selectbox if box.label == label)
    found.set_value(value).run()
    assert not at.exception


def answer(at: AppTest, question: str, value: object) -> None:
    (found,) = (radio for radio in at.radio if radio.label.startswith(question))
    found.set_value(value).run()
    assert not at.exception


def asked(at: AppTest) -> list[str]:
    return [radio.label for radio in at.radio]


def store(at: AppTest) -> AppTest:
    at.button(key="simpan").click().run()
    assert not at.exception
    assert "tersimpan" in headline(at)
    return at


def text(at: AppTest) -> str:
    return "\n".join(all_texts(at))


def realisasi(file: Path, tahun: int = 2026) -> dict[tuple[str, int], float]:
    engine = open_store(f"sqlite:///{file}")
    indikator, triwulanan = load_tahun(engine, "k", tahun)
    engine.dispose()
    names = indikator.set_index("kode_indikator")["uraian"]
    kept = triwulanan[triwulanan["realisasi"].notna()]
    return {
        (names[k], int(q)): float(v) for k, q, v in kept[["kode_indikator", "triwulan", "realisasi"]].to_numpy()
    }


def remembered(file: Path) -> list[tuple[str, Jawaban | None]]:
    engine = open_store(f"sqlite:///{file}")
    kept = [(profil.kode_unit, profil.jawaban) for profil in list_profiles(engine, "k")]
    engine.dispose()
    return kept


def test_a_quarter_is_asked_for_each_file_and_remembered_for_the_same_one(body: Path) -> None:
    first = total(21, 22, 23, 24)
    at = hand_in(open_page("unggah"), "tw2.xlsx", first)
    assert headline(at) == "Satu hal perlu Anda jawab tentang berkas ini."
    assert BELUM_DISIMPAN in html(at)
    assert "simpan" not in [button.key for button in at.button]
    assert at.radio[0].value is None  # likely is not chosen
    assert realisasi(body) == {}
    answer(at, "Realisasi ini untuk triwulan", 2)
    assert BELUM_DISIMPAN not in html(at)
    assert "Sudah jelas" in html(at)
    store(at)
    assert realisasi(body) == {(f"Jumlah desa {n}", 2): 20.0 + n for n in (1, 2, 3, 4)}
    assert remembered(body) == [("satu", Jawaban(triwulan=2))]
    # The same file is read as it was answered; the next one is another quarter's and asked anew.
    at.button(key="lagi").click().run()
    hand_in(at, "tw2.xlsx", first)
    assert asked(at) == []
    assert "Jawaban yang diingat dipakai" in text(at)
    assert "Tidak ada yang perlu disimpan" in html(at)
    hand_in(at, "tw3.xlsx", total(31, 32, 33, 34))
    assert at.radio[0].value is None
    assert BELUM_DISIMPAN in html(at)
    answer(at, "Realisasi ini untuk triwulan", 3)
    store(at)
    assert realisasi(body)["Jumlah desa 4", 3] == 34.0
    assert realisasi(body)["Jumlah desa 4", 2] == 24.0


def test_columns_no_form_knows_are_named_once_and_found_again(body: Path) -> None:
    at = hand_in(open_page("unggah"), "tw1.xlsx", english(), "satu", 2026)
    assert BELUM_DISIMPAN in html(at)
    assert "kolom mana berisi apa" in text(at)
    assert html(at).count("isinya apa?") >= 4
    boxes = {box.label.split(":")[0][-1]: box for box in at.selectbox if box.label.startswith("Kolom ")}
    assert "Q1 output".casefold() in boxes["E"].label.casefold()
    for letter in "AD":
        boxes[letter].set_value("indikator")
    at.button(key=submit(at)).click().run()
    assert "Indikator dipilih untuk kolom A dan D" in html(at)
    boxes = {box.label.split(":")[0][-1]: box for box in at.selectbox if box.label.startswith("Kolom ")}
    for letter, role in PETA.items():
        boxes[letter].set_value(role)
    at.button(key=submit(at)).click().run()
    assert not at.exception
    assert headline(at).startswith("Empat indikator terbaca.")
    store(at)
    assert realisasi(body) == {(f"Villages served {n}", 1): 18.0 + n for n in (1, 2, 3, 4)}
    # Another unit is only offered the answers. Moved columns are known by their words.
    at.button(key="lagi").click().run()
    hand_in(at, "dua.xlsx", english(moved=True, more=10), "dua", 2026)
    assert BELUM_DISIMPAN in html(at)
    assert "Unit lain sudah menjawab" in text(at)
    at.button(key="pakai_jawaban").click().run()
    assert headline(at).startswith("Empat indikator terbaca.")
    choose(at, "Unit", "satu")
    assert "Jawaban yang diingat dipakai" in text(at)
    at.button(key="lupakan_jawaban").click().run()
    assert not at.exception
    assert remembered(body) == []
    assert BELUM_DISIMPAN in html(at)
    assert "dilupakan" in html(at)


def submit(at: AppTest) -> str:
    """The key of the button under the columns."""
    (found,) = (button.key for button in at.button if button.label == "Baca dengan kolom ini")
    return str(found)


def test_fractions_and_months_are_read_as_answered(body: Path) -> None:
    quarters = [f"Realisasi TW {q}" for q in ("I", "II")]
    rows = [[n, f"Persentase desa {n}", "%", 0.9, 0.2, 0.6] for n in (1, 2, 3, 4)]
    at = hand_in(open_page("unggah"), "persen.xlsx", book(*JUDUL, [*TOTAL[:4], *quarters], *rows))
    answer(at, "Angka 0,6", "pecahan")
    store(at)
    assert {(q, v) for (_, q), v in realisasi(body).items()} == {(1, 20.0), (2, 60.0)}
    assert remembered(body)[0][1] == Jawaban(persen="pecahan")
    at.button(key="lagi").click().run()
    months = [f"Realisasi {name}" for name in ("Januari", "Februari", "Maret", "April")]
    rows = [[n, f"Jumlah desa {n}", "desa", 90, 5, 9, 20, 26] for n in (1, 2, 3, 4)]
    sheet = book(["RENCANA AKSI"], *JUDUL[1:], [*TOTAL[:4], *months], *rows)
    hand_in(at, "bulan.xlsx", sheet)
    answer(at, "Angka realisasi", "kumulatif")
    shown = html(at)
    assert "simpan" in [button.key for button in at.button]
    answer(at, "Angka realisasi", "tambahan")
    assert shown != html(at)
    store(at)
    # January to March: 5 + 9 + 20, of the quarter alone.
    assert realisasi(body)["Jumlah desa 1", 1] == 34.0
    # What is remembered is shown, changed and forgotten in Pengaturan.
    at = open_page("pengaturan", bagian="bentuk")
    assert headline(at) == "Dua bentuk berkas diingat jawabannya."
    assert "0,6 berarti 60" in html(at)
    change = next(button for button in at.button if str(button.key).startswith("ubah_profil_"))
    change.click().run()
    (box,) = (box for box in at.selectbox if box.label.startswith("Angka realisasi"))
    assert box.value == "tambahan"
    box.set_value("kumulatif").run()
    at.button(key="simpan_profil").click().run()
    assert not at.exception
    assert ("satu", Jawaban(cara_isi="kumulatif")) in remembered(body)
    next(button for button in at.button if str(button.key).startswith("lupakan_profil_")).click().run()
    assert remembered(body) == [("satu", Jawaban(persen="pecahan"))]
