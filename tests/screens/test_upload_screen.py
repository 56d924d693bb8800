"""Unggah, as its script answers: for whom a file is kept, what is asked, what is said to be kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from sakip_app.screens.upload import UNIT_BARU
from sakip_app.store import database, list_unggahan, list_unit, load_tahun, open_store
from tests.screens.conftest import UseStore
from tests.screens.looking import all_texts, headline, html, open_page
from tests.workbook.forms import CONTOH, Bentuk, build

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form(unit: str, tahun: int = 2025, **bentuk: Any) -> bytes:
    """An E.81 of one unit and year."""
    judul = ("EVALUASI TERHADAP HASIL RENJA", "KABUPATEN CONTOH", f"TAHUN {tahun}")
    rows = CONTOH if bentuk.pop("bertotal", True) else tuple(replace(row, tahun=None) for row in CONTOH)
    return build(Bentuk(judul=judul, unit=f"Perangkat Daerah : {unit}", **bentuk), rows).data


def hand_in(at: AppTest, name: str, data: bytes) -> AppTest:
    """Put a file into the box, in place of one that lies there."""
    return at.file_uploader[0].upload(name, data, XLSX).run()


def box(at: AppTest, label: str) -> Selectbox:
    """The one select box of that label."""
    (found,) = (element for element in at.selectbox if element.label == label)
    return found


def buttons(at: AppTest) -> list[str]:
    """What the buttons say."""
    return [element.label for element in at.button]


def accept(at: AppTest) -> AppTest:
    """Press Simpan; it must not fail."""
    at.button(key="simpan").click().run()
    assert not at.exception
    return at


def year(file: Path, unit: str, tahun: int = 2025) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The indicators and uploads in the store of the unit of that name."""
    engine = open_store(f"sqlite:///{file}")
    units = list_unit(engine, "contoh", tahun)
    codes = units.loc[units["nama"] == unit, "kode_unit"]
    frames = load_tahun(engine, "contoh", tahun).indikator, list_unggahan(engine, "contoh", tahun)
    engine.dispose()
    indikator, unggahan = (frame[frame["kode_unit"].isin(codes)] for frame in frames)
    return indikator, unggahan


def test_a_locked_store_loses_nothing(
    own_example: Path, use_store: UseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "TUNGGU_MS", 200)
    use_store(own_example)
    data = build(Bentuk(unit="Perangkat Daerah : Dinas Sabar")).data
    at = open_page("unggah")
    at.file_uploader[0].upload("sabar.xlsx", data, XLSX).run()
    box(at, "Unit").set_value(UNIT_BARU).run()
    with closing(sqlite3.connect(own_example, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        at.button(key="simpan").click().run()
        assert not at.exception
        assert "tidak ada yang disimpan" in at.error[0].value
        assert "tekan Simpan lagi" in at.error[0].value
        other.execute("ROLLBACK")
    at.button(key="simpan").click().run()
    assert not at.exception
    assert headline(at) == "sabar.xlsx tersimpan."


def test_another_file_in_the_box_is_asked_for_whom_anew(own_example: Path, use_store: UseStore) -> None:
    use_store(own_example)
    at = hand_in(open_page("unggah"), "a.xlsx", form("Dinas Kesehatan"))
    health = box(at, "Unit").value
    assert (health is not None, box(at, "Tahun").value) == (True, 2025)
    box(at, "Targetnya menurut").set_value("PK perubahan").run()
    hand_in(at, "b.xlsx", form("Dinas Pendidikan", 2026))
    assert not at.exception
    assert box(at, "Unit").value not in (None, health)
    # Of TW III 2026 the unit sent its targets under the PK perubahan, so that is what the next file is likely to be.
    assert (box(at, "Tahun").value, box(at, "Targetnya menurut").value) == (2026, "PK perubahan")
    assert not [warning.value for warning in at.warning if "dipilih" in warning.value]
    hand_in(at, "c.xlsx", form("Dinas Yang Belum Dikenal", 2026))
    assert box(at, "Unit").value is None


def test_another_unit_or_year_than_the_sheet_states_is_warned_about(
    own_example: Path, use_store: UseStore
) -> None:
    use_store(own_example)
    at = hand_in(open_page("unggah"), "a.xlsx", form("Dinas Kesehatan"))
    own = box(at, "Unit").value
    other = next(
        kode for kode in reversed(list_unit(open_store(f"sqlite:///{own_example}"), "contoh")["kode_unit"])
    )
    assert other != own
    box(at, "Unit").set_value(other).run()
    (unit,) = (warning.value for warning in at.warning)
    assert "menyebut unit Dinas Kesehatan" in unit
    box(at, "Unit").set_value(own).run()
    box(at, "Tahun").set_value(2026).run()
    (tahun,) = (warning.value for warning in at.warning)
    assert "menyebut tahun 2025" in tahun
    assert "dipilih tahun 2026" in tahun


def test_konsolidasi_the_sheet_does_not_declare_is_chosen_once(own_example: Path, use_store: UseStore) -> None:
    use_store(own_example)
    n, unit = len(CONTOH), "Dinas Terbuka"
    data = form(unit, jumlah_dinyatakan=False, bertotal=False)  # a printed total would tell how it was made
    at = hand_in(open_page("unggah"), "terbuka.xlsx", data)
    box(at, "Unit").set_value(UNIT_BARU).run()
    assert box(at, "Triwulan digabung dengan cara").value is None
    assert any(f"{n} indikator masih tanpa konsolidasi" in text for text in all_texts(at))
    box(at, "Triwulan digabung dengan cara").set_value("nilai_akhir").run()
    assert not any("tanpa konsolidasi" in text for text in all_texts(at))
    accept(at)
    assert any(f"{unit} didaftarkan sebagai unit baru" in text for text in all_texts(at))
    indikator, _ = year(own_example, unit)
    assert indikator["konsolidasi"].tolist() == ["nilai_akhir"] * n
    # The same file again: nothing is open, and only a changed choice changes anything.
    at.button(key="lagi").click().run()
    hand_in(at, "terbuka.xlsx", data)
    assert box(at, "Triwulan digabung dengan cara").value == "nilai_akhir"
    assert "simpan" not in [element.key for element in at.button]
    box(at, "Triwulan digabung dengan cara").set_value("jumlah").run()
    assert f"Simpan {n} nilai" in buttons(at)
    accept(at)
    assert f"0 nilai baru, {n} berubah" in html(at)
    assert "didaftarkan" not in "".join(all_texts(at))
    indikator, unggahan = year(own_example, unit)
    assert indikator["konsolidasi"].tolist() == ["jumlah"] * n
    assert len(unggahan) == 2


def test_polaritas_accepted_later_and_another_document_are_uploads(own_example: Path, use_store: UseStore) -> None:
    use_store(own_example)
    unit = "Dinas Menyusul"
    data = form(unit)
    at = hand_in(open_page("unggah"), "menyusul.xlsx", data)
    box(at, "Unit").set_value(UNIT_BARU).run()
    accept(at).button(key="lagi").click().run()
    hand_in(at, "menyusul.xlsx", data)
    proposals = at.button(key="terima_usul")
    n = int(proposals.label.split()[1])
    proposals.click().run()
    assert f"Simpan {n} nilai" in buttons(at)
    accept(at)
    assert f"{n} nilai baru, 0 berubah" in html(at)
    at.button(key="lagi").click().run()
    hand_in(at, "menyusul.xlsx", data)
    assert "simpan" not in [element.key for element in at.button]
    box(at, "Targetnya menurut").set_value("PK perubahan").run()
    assert "Simpan sebagai berkas PK perubahan" in buttons(at)
    accept(at)
    assert "Berkasnya disimpan menurut PK perubahan" in html(at)
    indikator, unggahan = year(own_example, unit)
    assert indikator["polaritas"].notna().sum() == n
    assert unggahan["dokumen"].tolist() == ["PK perubahan", "PK murni", "PK murni"]
