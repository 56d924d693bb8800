"""Follow-ups from the store into a template, and what Unggah and a folder at once make of the answers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from sakip_app import store
from sakip_app.__main__ import main
from sakip_app.screens import context, upload_follow_ups
from sakip_app.screens.template import template
from sakip_app.screens.upload import Tujuan
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.store import UnitBaru
from sakip_app.workbook import read_units
from sakip_app.workbook.result import HasilBaca
from tests.screens.looking import all_texts, open_page
from tests.screens.test_upload_screen import hand_in
from tests.workbook.templates import reworked

BODY = "kab-contoh"


@pytest.fixture
def body(tmp_path: Path, use_store: Callable[[Path], None]) -> Iterator[sa.Engine]:
    """Two units without indicators; the meetings on TW I, TW II and TW IV gave them follow-ups."""
    use_store(tmp_path / "sakip.db")
    engine = context.engine()
    store.add_instansi(engine, kode=BODY, nama="Kabupaten Contoh", jenis="kabupaten", pelaku="admin")
    units = [UnitBaru("a", "Dinas A"), UnitBaru("b", "Dinas B"), UnitBaru("c", "Dinas C")]
    store.add_units(engine, BODY, units, pelaku="admin")
    for uid, kode_unit, triwulan, tenggat in (
        ("lama", "a", 1, date(2020, 1, 1)),  # TL-1
        ("tuntas", "a", 1, None),  # TL-2: done, and of a meeting before the last
        ("audit", "a", 2, None),  # TL-3
        ("sop", "a", 2, date(2026, 9, 1)),  # TL-4: done, of the last meeting
        ("peta", "b", 2, None),  # TL-5
        ("nanti", "a", 4, None),  # TL-6: of a meeting after the quarter that is reported
        ("semua", None, 2, None),  # TL-7: of the whole body
    ):
        store.add_tindak_lanjut(
            engine, BODY, uid=uid, apa=f"<b>{uid}</b>", penanggung_jawab="Kadis", tenggat=tenggat, tahun=2026,
            triwulan=triwulan, kode_unit=kode_unit, pelaku="notulis",
        )  # fmt: skip
    for number, uid in ((2, "s2"), (4, "s4")):
        store.add_langkah(engine, number, uid=uid, keadaan="selesai", catatan="sudah", pelaku="notulis")
    yield engine
    engine.dispose()


def made(*kode_unit: str) -> bytes:
    instansi = context._instansi(BODY, store.data_version(context.engine()))
    return template(instansi, 2026, 3, kode_unit)


def filled(data: bytes, **isi: Any) -> bytes:
    def fill(buku: Any) -> None:
        for sel, nilai in isi.items():
            buku["Tindak lanjut"][sel].value = nilai

    return reworked(data, fill)


def by_uid(engine: sa.Engine, uid: str) -> TindakLanjut:
    return next(satu for satu in store.list_tindak_lanjut(engine, BODY) if satu.uid == uid)


def preview(data: bytes) -> tuple[store.BedaTindakLanjut, ...]:
    (hasil,) = read_units(data, "templat.xlsx")
    instansi = context._instansi(BODY, store.data_version(context.engine()))
    return upload_follow_ups.compared(instansi, hasil, Tujuan("a", None, 2026))


def test_a_template_asks_about_what_is_open_and_about_the_last_meeting(body: sa.Engine) -> None:
    ws = load_workbook(io.BytesIO(made("a")))["Tindak lanjut"]
    assert [(ws[f"B{b}"].value, ws[f"H{b}"].value, ws[f"I{b}"].value) for b in range(8, ws.max_row + 1)] == [
        ("TL-1", "belum, lewat tenggat", None),  # the first to fall due stands first
        ("TL-3", "belum", None),
        ("TL-4", "selesai", "sudah"),  # what is done stands last
    ]


def test_a_unit_without_follow_ups_has_no_such_sheet(body: sa.Engine) -> None:
    assert "Tindak lanjut" not in load_workbook(io.BytesIO(made("c"))).sheetnames
    ws = load_workbook(io.BytesIO(made("b", "c")))["Tindak lanjut"]
    assert [(ws[f"B{b}"].value, ws[f"C{b}"].value) for b in range(8, ws.max_row + 1)] == [("TL-5", "Dinas B")]


def test_the_preview_counts_what_changes_and_shows_from_what_to_what(body: sa.Engine) -> None:
    data = filled(made("a"), K8="selesai", M8="<script>", L9="mulai", K10="berjalan")
    store.add_langkah(body, 4, uid="s5", keadaan="belum", pelaku="notulis")  # the meeting opens TL-4 again
    beda = preview(data)
    assert upload_follow_ups.count_kept(beda, frozenset()) == 2  # TL-4 is asked about
    assert upload_follow_ups.count_kept(beda, frozenset({"sop"})) == 3
    assert upload_follow_ups.summary(beda) == "3 berubah · 1 sudah diperbarui sejak templat diunduh"
    table = str(upload_follow_ups.follow_up_table(beda))
    assert "&lt;b&gt;lama&lt;/b&gt;" in table
    assert "Bukti: &lt;script&gt;" in table
    assert "di templat masih selesai" in table
    assert "<script>" not in table


def test_the_headline_speaks_of_follow_ups_where_there_is_nothing_else(body: sa.Engine) -> None:
    def headline(data: bytes) -> str | None:
        hasil: HasilBaca = read_units(data, "a.xlsx")[0]
        return upload_follow_ups.headline(hasil)

    assert headline(made("a")) is None
    assert headline(filled(made("a"), L8="mulai", L9="mulai")) == "Dua tindak lanjut terbaca."
    assert headline(filled(made("a"), K8="sudah", L9="mulai")) is None  # a galat is told first


def test_a_folder_at_once_keeps_them_as_well(
    body: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "TW III"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(filled(made("a"), K8="selesai", L8="tuntas"))
    (folder / "b.xlsx").write_bytes(made("b"))  # nobody filled it in
    perintah = ["impor", str(folder), "--instansi", BODY]
    main(perintah)
    assert "1 tindak lanjut akan diperbarui" in capsys.readouterr().out
    assert by_uid(body, "lama").riwayat == ()
    main([*perintah, "--simpan"])
    assert "1 tindak lanjut diperbarui" in capsys.readouterr().out
    lama = by_uid(body, "lama")
    assert (lama.keadaan, lama.catatan, lama.riwayat[-1].berkas) == ("selesai", "tuntas", "a.xlsx")
    main([*perintah, "--simpan"])  # once more: nothing is added
    assert len(by_uid(body, "lama").riwayat) == 1


def test_a_folder_at_once_asks_about_what_a_meeting_closed_since(
    body: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "TW III"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(filled(made("a"), K8="berjalan", L9="mulai"))
    store.add_langkah(body, 1, uid="s1", keadaan="selesai", pelaku="notulis")
    main(["impor", str(folder), "--instansi", BODY, "--simpan"])
    told = " ".join(capsys.readouterr().out.split())
    assert "1 tindak lanjut sudah berganti keadaan sejak templat diunduh, mulai dari TL-1" in told
    assert "belum waktu templat diunduh, kini selesai; berkas ini menyatakan berjalan" in told
    assert by_uid(body, "lama").keadaan == "selesai"
    assert by_uid(body, "audit").catatan is None  # nothing of the file is kept


def test_unggah_takes_what_was_overtaken_only_where_it_is_ticked(body: sa.Engine) -> None:
    data = filled(made("a"), K8="berjalan")
    store.add_langkah(body, 1, uid="s1", keadaan="selesai", pelaku="notulis")
    at = hand_in(open_page("unggah", instansi=BODY), "a.xlsx", data)
    assert not at.exception
    assert "simpan" not in [button.key for button in at.button]
    assert "Satu kabar tindak lanjut yang sudah didahului tidak dipakai." in " ".join(all_texts(at))
    (box,) = at.checkbox
    assert box.label == "Pakai kabar dari templat ini untuk TL-1: berjalan, padahal kini selesai"
    assert box.value is False
    box.check().run()
    at.button(key="simpan").click().run()
    assert not at.exception
    assert by_uid(body, "lama").keadaan == "berjalan"


def test_the_template_of_a_successor_lists_what_the_unit_that_ended_had_promised(body: sa.Engine) -> None:
    store.end_unit(body, BODY, "b", sampai=date(2026, 6, 30), pelaku="admin", penerus=["c"])
    ws = load_workbook(io.BytesIO(made("c")))["Tindak lanjut"]
    assert [(ws[f"B{b}"].value, ws[f"C{b}"].value) for b in range(8, ws.max_row + 1)] == [
        ("TL-5", "TW II 2026 · Dinas B")
    ]
