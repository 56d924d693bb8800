"""Unggah when a file comes again: what is alike is asked, what is missing stays, names of units are learned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from sakip_app.screens.upload import UNIT_BARU
from sakip_app.store import commit_upload, history, list_alias, list_unit, load_tahun, open_store
from tests.screens.conftest import UseStore
from tests.screens.looking import all_texts, headline, html, open_page, plain
from tests.screens.test_upload_screen import accept, box, buttons, form, hand_in
from tests.store.conftest import baris, hasil
from tests.workbook.forms import CONTOH, Bentuk, build

UNIT = "Dinas Berulang"
LAMA, BARU = "Indeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat (IKM) atas layanan"
HILANG = "Angka temuan berulang"


def second_file() -> bytes:
    """The form of ``CONTOH`` as it comes next: one row in other words, one figure higher, the last row gone."""
    rows = list(CONTOH[:-1])
    rows[1] = replace(rows[1], indikator=BARU)
    rows[3] = replace(rows[3], k=(1, 1, 1, 2), tahun=5)  # Jumlah Dokumen Renja: 1+1+1+2
    judul = ("EVALUASI TERHADAP HASIL RENJA", "KABUPATEN CONTOH", "TAHUN 2025")
    return build(Bentuk(judul=judul, unit=f"Perangkat Daerah : {UNIT}"), tuple(rows)).data


def answer(at: AppTest, word: str) -> AppTest:
    """Answer the one row that is alike."""
    (control,) = [c for c in at.segmented_control if c.key.startswith("padan_")]
    return control.set_value(next(o for o in control.options if o == word)).run()


def test_a_file_that_comes_again_is_a_difference(own_example: Path, use_store: UseStore) -> None:
    use_store(own_example)
    at = hand_in(open_page("unggah"), "satu.xlsx", form(UNIT))
    box(at, "Unit").set_value(UNIT_BARU).run()
    accept(at).button(key="lagi").click().run()
    hand_in(at, "dua.xlsx", second_file())
    shown = " ".join(plain(html(at)).split())
    assert "Satu baris mirip dengan indikator tersimpan" in shown
    assert f"Tersimpan {LAMA}" in shown
    assert "Belum dapat disimpan" in shown
    assert "menunggu jawaban di atas" in shown
    assert "simpan" not in [element.key for element in at.button]

    answer(at, "Sama indikatornya")
    assert not at.exception
    # Its wording, TW IV of Jumlah Dokumen Renja and the year's own total of it: three values, nothing is removed.
    assert "Simpan 3 nilai" in buttons(at)
    assert any("1 indikator tersimpan tidak ada di berkas ini, dibiarkan" in e.label for e in at.expander)
    (gone,) = at.checkbox
    assert HILANG in gone.label
    gone.check().run()
    assert "beralasan" in plain(html(at))
    assert "simpan" not in [element.key for element in at.button]
    (reason,) = [field for field in at.text_input if "Mengapa" in field.label]
    reason.set_value("Dihapus dalam PK perubahan").run()
    assert "Simpan 3 nilai, 1 indikator dihapus" in buttons(at)

    # Meanwhile somebody else sends for the unit: the press is no press, and the choices are made anew.
    engine = open_store(f"sqlite:///{own_example}")
    units = list_unit(engine, "contoh", 2025)
    unit = str(units.loc[units["nama"] == UNIT, "kode_unit"].iloc[0])
    commit_upload(
        engine, hasil(baris("lain", realisasi={1: 1.0}), isi=b"x"), b"x", kode_instansi="contoh", kode_unit=unit,
        unit_baru=None, tahun=2025, polaritas={}, pelaku="Orang Lain",
    )  # fmt: skip
    at.button(key="simpan").click().run()
    assert not at.exception
    assert any("diubah orang lain" in warning.value for warning in at.warning)
    assert "simpan" not in [element.key for element in at.button]

    answer(at, "Sama indikatornya")
    (gone,) = [check for check in at.checkbox if HILANG in check.label]
    gone.check().run()
    next(field for field in at.text_input if "Mengapa" in field.label).set_value("Dihapus").run()
    accept(at)
    assert headline(at) == "dua.xlsx tersimpan."
    assert "0 nilai baru, 3 berubah" in html(at)
    assert "1 indikator dihapus" in html(at)
    kept = load_tahun(engine, "contoh", 2025).indikator.query("kode_unit == @unit")
    assert BARU in kept["uraian"].tolist()
    assert not {LAMA, HILANG} & set(kept["uraian"])
    renamed = kept.loc[kept["uraian"] == BARU, "kode_indikator"].iloc[0]
    assert history(engine, renamed).query("jenis == 'uraian'")["teks"].tolist() == [BARU, LAMA]
    engine.dispose()
    told = " ".join(plain(html(open_page("indikator", instansi="contoh", tahun="2025", unit=unit))).split())
    assert "Tidak lagi diukur pada 2025" in told
    assert f"{HILANG} Temuan TW I: 0 · TW II: 1 · TW III: 0 · TW IV: 0 Dihapus" in told

    # The first file again: its words are known, the indicator it has again comes back, and both are told first.
    at.button(key="lagi").click().run()
    hand_in(at, "satu.xlsx", form(UNIT))
    table = " ".join(plain(html(at)).split())
    assert not [c for c in at.segmented_control if c.key.startswith("padan_")]
    assert f"Redaksi {BARU} {LAMA} berubah" in table
    assert f"{HILANG} Dihitung pada tahun ini tidak: Dihapus ya kembali" in table


def test_a_name_that_comes_near_is_proposed_and_learned(own_example: Path, use_store: UseStore) -> None:
    use_store(own_example)
    at = hand_in(open_page("unggah"), "a.xlsx", form("DINKES Kab. Contoh", 2024))
    unit = box(at, "Unit")
    assert unit.value is None
    assert unit.options[0] == "Dinas Kesehatan (nama paling mirip)"
    engine = open_store(f"sqlite:///{own_example}")
    units = list_unit(engine, "contoh", 2024)
    health = str(units.loc[units["nama"] == "Dinas Kesehatan", "kode_unit"].iloc[0])
    unit.set_value(health).run()
    (learn,) = [check for check in at.checkbox if check.label.startswith("Ingat")]
    assert learn.value
    accept(at)
    assert "dinkes kab contoh" in list_alias(engine, "contoh").query("kode_unit == @health")["alias"].tolist()
    at.button(key="lagi").click().run()
    hand_in(at, "b.xlsx", form("DINKES KAB CONTOH", 2024, penomoran=None))
    assert box(at, "Unit").value == health
    assert not any("Ingat" in text for text in all_texts(at))
    engine.dispose()
