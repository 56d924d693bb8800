"""Corrections, withdrawals and evidence as the screens answer: what is said, what is kept, what is refused."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from sakip_app.access import TAMU
from sakip_app.screens.context import Instansi
from sakip_app.screens.correction import read_typed
from sakip_app.screens.evidence import missing_bukti
from sakip_app.screens.upload import Tujuan
from sakip_app.store import (
    AturanDipakai,
    UnitBaru,
    add_bukti,
    commit_upload,
    correct_value,
    history,
    list_bukti,
    list_peristiwa,
    list_unggahan,
    load_tahun,
    open_store,
    set_bukti_wajib,
    tables,
)
from sakip_app.store.database import writing
from sakip_metrics import ATURAN_BAKU
from tests.screens.conftest import UseStore
from tests.screens.looking import FOREIGN, all_texts, headline, html, open_page, plain
from tests.store.conftest import baris, hasil

UNIT, NAME = "1.02.01", "Imunisasi dasar lengkap, anak 12 bulan"
VIEW = {"tahun": "2026", "tw": "III", "ukuran": "triwulan", "unit": UNIT}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def store(own_example: Path, use_store: UseStore) -> Any:
    """The example as the app's store, and an engine on the same file."""
    use_store(own_example)
    engine = open_store(f"sqlite:///{own_example}")
    yield engine
    engine.dispose()


@pytest.fixture
def kode(store: sa.Engine) -> str:
    """The indicator the tests look at: immunisation, whose realisasi TW III was 8,9 after a correction by file."""
    rows = load_tahun(store, "contoh", 2026).indikator
    (found,) = rows.loc[(rows["kode_unit"] == UNIT) & (rows["uraian"] == NAME), "kode_indikator"]
    return str(found)


def realisasi(engine: sa.Engine, kode: str, triwulan: int = 3) -> float:
    rows = load_tahun(engine, "contoh", 2026).triwulanan
    return float(rows.loc[(rows["kode_indikator"] == kode) & (rows["triwulan"] == triwulan), "realisasi"].iloc[0])


def open_indikator(kode: str) -> AppTest:
    at = open_page("indikator", **VIEW, indikator=kode)
    assert not at.exception
    return at


def press(at: AppTest, label: str, key: str | None = None) -> AppTest:
    """Press the one button of that label, or of that key where there are several."""
    found = [button for button in at.button if button.label == label and (key is None or button.key == key)]
    assert len(found) == 1, (label, [button.label for button in at.button])
    found[0].click().run()
    assert not at.exception, [error.value for error in at.exception]
    return at


def field(at: AppTest, kind: str, label: str) -> Any:
    (found,) = (element for element in at.get(kind) if element.label == label)
    return found


def begin(at: AppTest, nilai: str, alasan: str = "Salah ketik") -> AppTest:
    """Open the dialog and fill it in; Realisasi of the quarter in view is what it offers first."""
    press(at, "Koreksi angka")
    field(at, "text_input", "Menjadi").set_value(nilai).run()
    field(at, "text_area", "Alasan").set_value(alasan).run()
    return at


def alert(at: AppTest) -> str:
    found = re.findall(r'<p class="sk-galat" role="alert">(.*?)</p>', html(at))
    return plain(found[-1]) if found else ""


class TestTyped:
    @pytest.mark.parametrize(
        ("text", "jenis", "satuan", "nilai"),
        [
            ("9,8", "realisasi", "%", 9.8),
            (" 1.234,5 ", "target", "orang", 1234.5),
            ("85%", "realisasi", "%", 85.0),
            ("-1,41", "realisasi", "%", -1.41),
            ("0", "realisasi", "%", 0.0),
            ("Rp 150.000.000", "pagu", "%", 150_000_000.0),
            ("73.945.400", "realisasi_anggaran", "%", 73_945_400.0),
            ("WTP", "realisasi", "opini", "WTP"),
            ("BB", "target_tahunan", None, "BB"),
            ("Vaksin\nkosong", "kendala", None, "Vaksin\nkosong"),
        ],
    )
    def test_as_it_is_meant(self, text, jenis, satuan, nilai):
        read = read_typed(text, jenis, satuan=satuan)
        assert (read.nilai, read.galat) == (nilai, "")

    @pytest.mark.parametrize(
        ("text", "jenis", "said"),
        [
            ("", "realisasi", "Isi angka barunya"),
            ("  ", "kendala", "Isi catatan barunya"),
            ("l31", "realisasi", "mungkin 131"),
            ("1,234.5", "realisasi", "mungkin 1.234,5"),
            ("dua puluh", "realisasi", "“dua puluh” bukan angka"),
            ("WTP", "pagu", "bukan angka"),
            ("Bagus sekali", "realisasi", "bukan angka"),
            ("-", "realisasi", "centang Kosongkan"),
            ("nihil", "realisasi", "centang Kosongkan"),
            ("inf", "realisasi", "bukan angka"),
            ("1e5", "realisasi", "bukan angka"),
        ],
    )
    def test_as_it_is_refused(self, text, jenis, said):
        read = read_typed(text, jenis)
        assert read.nilai is None
        assert said in read.galat

    def test_a_doubtful_one_says_how_it_was_read(self):
        assert read_typed("1.234", "realisasi").catatan == "“1.234” dibaca 1234."
        assert read_typed("1.234", "pagu").catatan == ""

    def test_a_word_of_a_scale_of_its_own(self):
        assert read_typed("Paripurna plus", "realisasi", berkata=True).nilai == "Paripurna plus"


def test_a_correction_is_seen_everywhere_on_the_page(store, kode):
    before = realisasi(store, kode)
    at = begin(open_indikator(kode), "9,8", "Salah ketik di lembar")
    shown = plain(html(at))
    assert re.search(rf"Semula {str(before).replace('.', ',')} → menjadi 9,8 %", shown)
    press(at, "Simpan koreksi")
    assert realisasi(store, kode) == 9.8
    assert "Angka lama tetap ada di riwayat." not in plain(html(at)), "the dialog is closed"
    shown = plain(html(at))
    assert f"{str(before).replace('.', ',')} → 9,8" in shown
    assert "Tamu · koreksi: Salah ketik di lembar" in shown
    assert "Realisasi TW III: koreksi" in shown
    # 18,6 + 17,2 + 9,8 = 45,6 of 72 is 63,3 %.
    assert "18,6 + 17,2 + 9,8 = 45,6" in shown
    assert "63,3" in headline(at)
    event = list_peristiwa(store, "contoh").iloc[0]
    assert (event["jenis"], event["pelaku"]) == ("koreksi", "Tamu")


def test_nothing_typed_is_lost_when_it_is_refused(store, kode):
    before = realisasi(store, kode)
    at = begin(open_indikator(kode), "l31")
    press(at, "Simpan koreksi")
    assert alert(at) == "“l31” bukan angka; mungkin 131. Tulis seperti 1.234,5."
    assert field(at, "text_input", "Menjadi").value == "l31"
    assert field(at, "text_area", "Alasan").value == "Salah ketik"
    field(at, "text_input", "Menjadi").set_value("9,8").run()
    field(at, "text_area", "Alasan").set_value("  ").run()
    press(at, "Simpan koreksi")
    assert alert(at).startswith("Koreksi perlu alasan.")
    assert field(at, "text_input", "Menjadi").value == "9,8"
    assert realisasi(store, kode) == before
    field(at, "text_area", "Alasan").set_value("Salah ketik").run()
    press(at, "Simpan koreksi")
    assert realisasi(store, kode) == 9.8


def test_what_another_changed_meanwhile_is_shown_before_it_is_overridden(store, kode):
    before = realisasi(store, kode)
    at = begin(open_indikator(kode), "9,8")
    correct_value(
        store, kode, "realisasi", 3, 9.1, semula=(before, None), alasan="Hasil verifikasi", pelaku="Budi"
    )
    press(at, "Simpan koreksi")
    assert alert(at).startswith("Nilai ini sudah diubah orang lain sejak halaman ini dibuka;")
    assert realisasi(store, kode) == 9.1
    shown = plain(html(at))
    assert "Semula 9,1 → menjadi 9,8 %" in shown
    assert "koreksi Budi" in shown
    assert field(at, "text_area", "Alasan").value == "Salah ketik"
    press(at, "Simpan koreksi")  # now that it was seen
    assert realisasi(store, kode) == 9.8
    kept = history(store, kode).query("jenis == 'realisasi' and triwulan == 3 and keadaan == 'dikoreksi'")
    assert kept["pelaku"].tolist() == ["Tamu", "Budi"]


def test_a_zero_that_meant_not_measured(store, kode):
    at = press(open_indikator(kode), "Koreksi angka")
    (empty,) = (box for box in at.checkbox if box.label.startswith("Kosongkan"))
    empty.check().run()
    assert "menjadi kosong" in plain(html(at))
    field(at, "text_area", "Alasan").set_value("Belum diukur").run()
    press(at, "Simpan koreksi")
    assert pd.isna(realisasi(store, kode))
    assert "→ kosong" in plain(html(at))


def test_other_values_of_the_indicator(store, kode):
    at = press(open_indikator(kode), "Koreksi angka")
    field(at, "selectbox", "Yang dikoreksi").set_value("target_tahunan").run()
    assert not [group for group in at.get("button_group") if group.label == "Triwulan" and group.key != "tw"]
    field(at, "text_input", "Menjadi").set_value("90").run()
    field(at, "text_area", "Alasan").set_value("PK diperbaiki").run()
    press(at, "Simpan koreksi")
    rows = load_tahun(store, "contoh", 2026).indikator.set_index("kode_indikator")
    assert rows.loc[kode, "target_tahunan"] == 90.0
    at = press(open_indikator(kode), "Koreksi angka")
    field(at, "selectbox", "Yang dikoreksi").set_value("kendala").run()
    field(at, "text_area", "Menjadi").set_value("Vaksin <b>kosong</b>").run()
    field(at, "text_area", "Alasan").set_value("Belum tertulis").run()
    press(at, "Simpan koreksi")
    assert "Vaksin <b>kosong</b>" in plain(html(at))
    assert "<b>kosong</b>" not in html(at)


def test_a_dialog_that_was_left_is_not_found_open_again(store, kode):
    at = begin(open_indikator(kode), "9,8")
    at.switch_page("../pages/unit.py").run()
    at.switch_page("../pages/indikator.py").run()
    assert not at.exception
    assert "Angka lama tetap ada di riwayat." not in plain(html(at))
    assert "Simpan koreksi" not in [button.label for button in at.button]
    press(at, "Koreksi angka")
    assert field(at, "text_input", "Menjadi").value == ""


def test_a_closed_quarter_says_so_in_the_dialog(store, kode):
    p = tables.periode.c
    with writing(store) as connection:
        connection.execute(
            sa.update(tables.periode)
            .where(p.kode_instansi == "contoh", p.tahun == 2026, p.triwulan == 3)
            .values(ditutup=date(2026, 1, 5))
        )
    before = realisasi(store, kode)
    at = press(begin(open_indikator(kode), "9,8"), "Simpan koreksi")
    assert alert(at).startswith("TW III 2026 ditutup 5 Jan 2026;")
    assert realisasi(store, kode) == before


class TestWithdrawingAFile:
    def test_what_will_happen_is_told_and_it_stays_readable(self, store):
        uploads = list_unggahan(store, "contoh", 2026)
        newest = uploads[uploads["kode_unit"] == UNIT].iloc[0]
        at = open_page("unit", **VIEW)
        assert not at.exception
        press(at, "Tarik …", f"tarik_berkas_{newest['id']}")
        shown = plain(html(at))
        assert re.search(r"\d+ nilai kembali ke nilai sebelumnya\.", shown)
        assert re.search(r"[\d.]+ nilai tetap, karena berkas lain menyebut hal yang sama\.", shown)
        press(at, "Tarik berkas ini")
        assert alert(at).startswith("Penarikan unggahan perlu alasan.")
        field(at, "text_area", "Alasan").set_value("Berkas <tahun> lalu").run()
        press(at, "Tarik berkas ini")
        assert re.search(r"Ditarik Tamu, \d+ \w+ \d{4} pukul [\d.]+ WIB: Berkas <tahun> lalu", plain(html(at)))
        assert "<tahun>" not in html(at)
        assert f"tarik_berkas_{newest['id']}" not in [button.key for button in at.button]
        after = list_unggahan(store, "contoh", 2026).set_index("id")
        assert after.loc[newest["id"], "keadaan"] == "ditarik"
        assert after.loc[newest["id"], "ditarik_alasan"] == "Berkas <tahun> lalu"


class TestEvidence:
    def test_a_file_is_what_its_bytes_are(self, store, kode):
        at = press(open_indikator(kode), "Tambah bukti")
        at.file_uploader[0].upload("<img src=x>.pdf", PNG, "application/pdf").run()
        press(at, "Simpan bukti")
        row = list_bukti(store, "contoh", 2026).query(f"kode_indikator == '{kode}'").iloc[-1]
        assert (row["bentuk"], row["nama"], row["triwulan"]) == ("gambar", "<img src=x>.pdf.png", 3)
        assert "<img src=x>" not in html(at)
        assert "<img src=x>.pdf.png" in plain(html(at))

    def test_a_link_and_the_same_again(self, store, kode):
        at = press(open_indikator(kode), "Tambah bukti")
        field(at, "text_input", "atau tautan").set_value("javascript:alert(1)").run()
        press(at, "Simpan bukti")
        assert alert(at).startswith("Tautan ini tidak dapat dipakai.")
        field(at, "text_input", "atau tautan").set_value("https://drive.google.com/file/d/1").run()
        press(at, "Simpan bukti")
        assert "tautan · drive.google.com · Tamu" in plain(html(at))
        press(at, "Tambah bukti")
        field(at, "text_input", "atau tautan").set_value("https://drive.google.com/file/d/1").run()
        press(at, "Simpan bukti")
        assert alert(at).startswith("Tautan yang sama sudah menjadi bukti TW III: drive.google.com.")

    @pytest.mark.parametrize(
        ("isi", "said"),
        [(b"MZ\x90", "bukan PDF, gambar, atau buku kerja"), (None, "Belum ada berkas atau tautan")],
    )
    def test_what_is_no_evidence(self, store, kode, isi, said):
        n = len(list_bukti(store, "contoh", 2026))
        at = press(open_indikator(kode), "Tambah bukti")
        if isi is not None:
            at.file_uploader[0].upload("laporan.pdf", isi, "application/pdf").run()
        press(at, "Simpan bukti")
        assert said in alert(at)
        assert len(list_bukti(store, "contoh", 2026)) == n

    def test_withdrawn_with_its_reason(self, store, kode):
        number = add_bukti(store, kode, 3, tautan="https://contoh.go.id/a", nama="Foto", pelaku="Ani")
        at = press(open_indikator(kode), "Tarik …", f"tarik_bukti_{number}")
        field(at, "text_area", "Alasan").set_value("Salah berkas").run()
        press(at, "Tarik bukti ini")
        assert re.search(r"Ditarik Tamu, \d.*?: Salah berkas", plain(html(at)))
        assert "<s>Foto</s>" in html(at)
        assert list_bukti(store, "contoh", 2026).set_index("bukti_id").loc[number, "ditarik"]

    def test_counted_on_the_unit_and_missing_where_it_is_demanded(self, store, kode):
        at = open_page("unit", **VIEW)
        n = re.search(r"(\d+) dari (\d+) realisasi TW III berbukti", plain(html(at)))
        assert n
        add_bukti(store, kode, 3, tautan="https://contoh.go.id/a", pelaku="Ani")
        at = open_page("unit", **VIEW)
        assert f"{int(n[1]) + 1} dari {n[2]} realisasi TW III berbukti" in plain(html(at))
        set_bukti_wajib(store, "contoh", True, pelaku="admin")
        at = open_page("unit", **VIEW)
        missing = int(n[2]) - int(n[1]) - 1
        assert f"{missing} realisasi TW III belum berbukti" in plain(html(at))
        assert html(at).count("belum berbukti</span>") == missing
        of_indicator = open_indikator(kode)
        assert "TW III 1 bukti" in plain(html(of_indicator))


class TestMissing:
    """What a file about to be sent leaves without evidence: three indicators, one of them without realisasi TW III."""

    ROWS = (
        baris("tanpa", realisasi={2: 1.0, 3: 1.0}, bukti="laporan bulanan"),
        baris("tautan", realisasi={3: 1.0}, bukti="https://contoh.go.id/a"),
        baris("berkas", realisasi={3: "WTP"}),
        baris("lama", realisasi={3: 1.0}),
        baris("belum", realisasi={2: 1.0, 3: None}),
    )

    @pytest.fixture
    def asked(self, store: sa.Engine) -> Any:
        """Asks for the findings of the file, after an earlier one of the unit and the evidence kept since."""
        before = hasil(*self.ROWS[:3], baris("lama", realisasi={3: 2.0}, bukti="https://contoh.go.id/b"), isi=b"1")
        unit = UnitBaru("baru", "Dinas Baru")
        where = {"kode_instansi": "contoh", "kode_unit": "baru", "unit_baru": unit, "tahun": 2026}
        commit_upload(store, before, b"1", **where, polaritas={}, pelaku="Ani")
        rows = load_tahun(store, "contoh", 2026).indikator
        kode = rows.loc[rows["kunci"] == "berkas", "kode_indikator"].iloc[0]
        add_bukti(store, kode, 3, tautan="https://contoh.go.id/c", pelaku="Ani")
        rule = ATURAN_BAKU["lima-peringkat"]
        used = (AturanDipakai(rule, None),)
        body = Instansi("contoh", "Kabupaten Contoh", "kabupaten", contoh=True, aturan=rule, dipakai=used)
        return lambda: missing_bukti(body, hasil(*self.ROWS, isi=b"2"), Tujuan("baru", None, 2026), TAMU)

    def test_nothing_where_it_is_not_demanded(self, asked):
        assert asked() == []

    def test_the_cell_of_each_that_lacks_it(self, store, asked):
        set_bukti_wajib(store, "contoh", True, pelaku="admin")
        (found,) = asked()
        assert (found.kode, found.tingkat) == ("bukti-belum-ada", "peringatan")
        assert (found.lembar, found.sel, found.nilai) == ("Realisasi TW III", "R3", "Uraian tanpa")
        assert "TW III" in found.pesan


def test_every_word_of_the_dialogs_is_indonesian(store, kode):
    at = press(open_indikator(kode), "Koreksi angka")
    texts = all_texts(at)
    at = press(open_indikator(kode), "Tambah bukti")
    texts += all_texts(at)
    assert not [(found.group(), text[:80]) for text in texts if (found := FOREIGN.search(text))]
