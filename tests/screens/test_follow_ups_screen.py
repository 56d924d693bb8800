"""Follow-ups on Unit, Indikator and Ringkasan: in which order, in which words, updated, withdrawn and added."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from streamlit.testing.v1 import AppTest

from sakip_app import store
from sakip_app.screens.follow_ups import evidence_words, in_order
from sakip_app.snapshot.follow_up import TindakLanjut
from tests.screens.looking import FOREIGN, all_texts, html, open_page, plain
from tests.screens.promising import BOTH, KODE, VIEW, code_of, promise
from tests.store.conftest import baris, hasil

EVIL = '<script>alert("x")</script>'
UNIT = VIEW | {"unit": "u"}


def opened(page: str, **query: str) -> AppTest:
    at = open_page(page, **query)
    assert not at.exception, [error.value for error in at.exception]
    return at


def press(at: AppTest, label: str, number: int = 0) -> AppTest:
    [button for button in at.button if button.label == label][number].click().run()
    assert not at.exception, [error.value for error in at.exception]
    return at


def field(at: AppTest, kind: str, label: str) -> Any:
    (found,) = (element for element in at.get(kind) if element.label == label)
    return found


def alert(at: AppTest) -> str:
    found = re.findall(r'<p class="sk-galat" role="alert">(.*?)</p>', html(at))
    return plain(found[-1]) if found else ""


def only(engine: sa.Engine, **options: bool) -> TindakLanjut:
    (found,) = store.list_tindak_lanjut(engine, KODE, **options)
    return found


def test_what_stands_on_unit(body: sa.Engine) -> None:
    promise(body, "a", "Susun jadwal", date(2026, 12, 1))
    done = promise(body, "b", "Bentuk tim", date(2026, 6, 1))
    store.add_langkah(body, done, uid="b1", keadaan="selesai", catatan="SK terbit", pelaku="Kabid")
    late = promise(body, "c", f"Ulang lelang {EVIL}", date(2026, 7, 31), kode_indikator=code_of(body, "rendah"))
    store.add_langkah(body, late, uid="c1", tahun=2026, triwulan=2, tenggat=date(2026, 8, 10), pelaku="Sekda")
    store.add_langkah(
        body,
        late,
        uid="c2",
        keadaan="berjalan",
        catatan=f"Pokja dibentuk {EVIL}",
        bukti="https://drive.example.go.id/berkas",
        pelaku="Planner",
    )
    gone = promise(body, "d", "Salah catat")
    store.withdraw_tindak_lanjut(body, gone, uid="d1", alasan="Tercatat dua kali", pelaku="Sekda")
    promise(body, "e", "Milik unit lain", kode_unit="v")
    at = opened("unit", **UNIT)
    source, text = html(at), plain(html(at))
    assert "<script>" not in source
    assert "Dua tindak lanjut belum selesai, satu lewat tenggat" in text
    places = [text.index(word) for word in ("Ulang lelang", "Susun jadwal", "Bentuk tim", "Salah catat")]
    trust_line_end = text.index("Dua tindak lanjut belum selesai")
    places[0] = text.index("Ulang lelang", trust_line_end)
    assert places == sorted(places)
    assert "Milik unit lain" not in text[trust_line_end:]
    assert f"Ulang lelang {EVIL} × lewat tenggat" in text  # overdue since the new date, whatever it says of itself
    assert "tenggat 10 Agu 2026, lewat 10 hari" in text  # 20 − 10 August
    assert f"“Pokja dibentuk {EVIL}” Planner," in text
    assert 'href="https://drive.example.go.id/berkas" rel="noopener noreferrer">drive.example.go.id</a>' in source
    assert "Dicatat untuk TW I 2026; dibawa sekali (TW II 2026)" in text
    assert "Dibawa ke rapat TW II 2026 · Tenggat 10 Agu 2026" in text
    assert "Keadaan: berjalan" in text
    assert re.search(
        rf'<span><a class="sk-tautan" href="/indikator\?[^"]*indikator={code_of(body, "rendah")}"', source
    )
    assert "Bentuk tim ✓ selesai" in text
    assert re.search(r"<s>Salah catat</s>.*Ditarik Sekda, .*: Tercatat dua kali", source, re.DOTALL)
    assert [expander.label for expander in at.expander] == ["1 selesai · 1 ditarik"]
    # What was withdrawn cannot be pressed; what is done can be opened again.
    assert sum(button.label == "Perbarui …" for button in at.button) == 3
    foreign = [text[:200] for text in all_texts(at) if FOREIGN.search(text.replace(EVIL, ""))]
    assert not foreign


def test_a_word_on_a_follow_up_is_kept_once_though_the_answer_was_lost(
    body: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    promise(body, "a", "Susun jadwal", date(2026, 12, 1))
    at = press(opened("unit", **UNIT), "Perbarui …")
    field(at, "button_group", "Keadaan").set_value("berjalan")
    field(at, "text_area", "Kabar terbaru").set_value("Draf sudah ada").run()
    write, lost = store.add_langkah, []

    def written_but_not_answered(*args: Any, **kwargs: Any) -> int:
        number = write(*args, **kwargs)
        if not lost:
            lost.append(number)
            raise OperationalError("commit", {}, Exception("connection lost"))
        return number

    monkeypatch.setattr(store, "add_langkah", written_but_not_answered)
    press(at, "Simpan")
    assert alert(at).startswith("Penyimpanan sedang dipakai")
    assert field(at, "text_area", "Kabar terbaru").value == "Draf sudah ada"
    press(at, "Simpan")
    kept = only(body)
    assert [(step.keadaan, step.catatan, step.tenggat) for step in kept.riwayat] == [
        ("berjalan", "Draf sudah ada", None)
    ]
    assert "“Draf sudah ada” Tamu," in plain(html(at))
    assert not [button for button in at.button if button.label == "Simpan"], "the dialog is closed"


def test_nothing_said_is_refused_where_it_was_typed(body: sa.Engine) -> None:
    promise(body, "a", "Susun jadwal", date(2026, 12, 1))
    at = press(press(opened("unit", **UNIT), "Perbarui …"), "Simpan")
    assert alert(at).startswith("Belum ada yang diisi.")
    assert not only(body).riwayat
    field(at, "date_input", "Tenggat").set_value(date(2026, 12, 20)).run()
    press(at, "Simpan")
    assert only(body).tenggat == date(2026, 12, 20)
    assert "tenggat 20 Des 2026" in plain(html(at))


def test_taken_back_with_a_reason(body: sa.Engine) -> None:
    promise(body, "a", "Susun jadwal", date(2026, 12, 1))
    at = press(press(opened("unit", **UNIT), "Tarik …"), "Tarik tindak lanjut ini")
    assert alert(at).startswith("Pembatalan tindak lanjut perlu alasan.")
    field(at, "text_area", "Alasan").set_value("Sudah termasuk yang lain").run()
    press(at, "Tarik tindak lanjut ini")
    assert only(body, dengan_batal=True).batal
    assert "Belum ada tindak lanjut untuk unit ini." in plain(html(at))
    assert [button.label for button in at.button if "tindak lanjut" in button.label] == ["Tambah tindak lanjut"]
    assert [expander.label for expander in at.expander] == ["1 ditarik"]


def test_one_that_was_decided_outside_a_meeting(body: sa.Engine) -> None:
    at = press(press(opened("unit", **UNIT), "Tambah tindak lanjut"), "Simpan tindak lanjut")
    assert alert(at)
    assert not store.list_tindak_lanjut(body, KODE)
    field(at, "text_area", "Apa yang dilakukan").set_value("Kirim surat peringatan")
    field(at, "selectbox", "Tentang indikator").set_value(code_of(body, "baik"))
    field(at, "text_input", "Penanggung jawab").set_value("Kabag Hukum")
    field(at, "date_input", "Tenggat").set_value(date(2026, 9, 30)).run()
    press(at, "Simpan tindak lanjut")
    kept = only(body)
    assert (kept.apa, kept.penanggung_jawab, kept.tenggat) == (
        "Kirim surat peringatan",
        "Kabag Hukum",
        date(2026, 9, 30),
    )
    assert (kept.kode_unit, kept.kode_indikator) == ("u", code_of(body, "baik"))
    assert (kept.tahun, kept.triwulan, kept.rekam) == (2026, 2, None)
    assert "Kirim surat peringatan belum mulai" in plain(html(at))


def test_on_indikator_only_its_own(body: sa.Engine) -> None:
    promise(body, "a", "Ulang lelang", date(2026, 7, 31), kode_indikator=code_of(body, "rendah"))
    promise(body, "b", "Bentuk tim")
    text = plain(html(opened("indikator", **UNIT, indikator=code_of(body, "rendah"))))
    assert "Satu tindak lanjut belum selesai, sudah lewat tenggat" in text
    assert "Ulang lelang × lewat tenggat" in text
    assert "Bentuk tim" not in text
    other = plain(html(opened("indikator", **UNIT, indikator=code_of(body, "baik"))))
    assert "Belum ada tindak lanjut tentang indikator ini." in other


def test_what_last_year_promised_of_the_same_indicator_lives_on(body: sa.Engine) -> None:
    isi = b"tahun lalu"
    row = baris("rendah", target={4: 10.0}, realisasi={4: 6.0}, target_tahunan=10.0, **BOTH)
    where: dict[str, Any] = {"kode_instansi": KODE, "kode_unit": "u", "tahun": 2025}
    store.commit_upload(
        body, hasil(row, isi=isi, tahun=2025), isi, unit_baru=None, polaritas={}, pelaku="perencana u", **where
    )
    (earlier,) = store.load_tahun(body, KODE, 2025).indikator["kode_indikator"]
    assert earlier != code_of(body, "rendah")
    promise(body, "a", "Ulang lelang", date(2026, 9, 1), tahun=2025, triwulan=4, kode_indikator=str(earlier))
    promise(body, "b", "Bentuk tim", date(2026, 7, 1))
    # The worst indicator's own comes before the unit's, though that is overdue.
    assert "Ulang lelang Sekretaris · 1 Sep 2026 · satu lainnya, lewat tenggat" in red_row(
        opened("ringkasan", **VIEW)
    )
    at = opened("indikator", **UNIT, indikator=code_of(body, "rendah"))
    assert "Ulang lelang belum mulai" in plain(html(at))
    assert "Dicatat untuk TW IV 2025" in plain(html(at))
    unit = html(opened("unit", **UNIT))
    (link,) = re.findall(r'<span><a class="sk-tautan" href="(/indikator[^"]*)"', unit)
    assert "tahun=2025" in link
    assert f"indikator={earlier}" in link


def red_row(at: AppTest) -> str:
    (row,) = re.findall(r'<tr><td class="nama">.*?</tr>', html(at), re.DOTALL)
    return plain(row)


PLANNED = "Ulangi lelang Sekretaris · 31 Jul 2026 × rencana unit, lewat tenggat"


def test_the_red_list_tells_the_follow_up_that_lives(body: sa.Engine) -> None:
    # Without one it is the planner's note, whose day has passed: 31 July.
    assert red_row(opened("ringkasan", **VIEW)).endswith(PLANNED)
    of_unit = promise(body, "a", "Bentuk tim", date(2026, 7, 1))
    of_worst = promise(body, "b", "Pokja khusus", date(2026, 9, 1), kode_indikator=code_of(body, "rendah"))
    assert red_row(opened("ringkasan", **VIEW)).endswith(
        "Pokja khusus Sekretaris · 1 Sep 2026 · satu lainnya, lewat tenggat belum mulai"
    )
    for number in (of_unit, of_worst):
        store.add_langkah(body, number, uid=f"selesai-{number}", keadaan="selesai", pelaku="Sekda")
    assert red_row(opened("ringkasan", **VIEW)).endswith(PLANNED)


def made(number: int, tenggat: date | None, keadaan: str = "belum") -> TindakLanjut:
    return TindakLanjut(number, f"u{number}", "Apa", "Siapa", tenggat, 2026, 1, keadaan=keadaan)


def test_order() -> None:
    day = date(2026, 8, 20)
    given = [
        made(1, None),
        made(2, date(2026, 5, 1), "selesai"),
        made(3, date(2026, 9, 1), "berjalan"),
        made(4, date(2026, 8, 20)),
        made(5, date(2026, 8, 19), "berjalan"),
        made(6, date(2026, 3, 1)),
    ]
    assert [satu.id for satu in in_order(given, day)] == [6, 5, 4, 3, 1, 2]


@pytest.mark.parametrize(
    "bukti", ["javascript:alert(1)", "http://a@b.example/", "Berita acara <b>", "ftp://x.example/"]
)
def test_evidence_that_leads_nowhere_safe_is_text(bukti: str) -> None:
    assert "<a" not in evidence_words(bukti)
    assert "<b>" not in evidence_words(bukti)
