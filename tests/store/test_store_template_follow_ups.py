"""What a planner says of follow-ups in the template, from the bytes to their history: kept once, with the file."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app import store
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.store import AkibatTarik, Kiriman, SimpanDitolakError, UnggahanTersimpan, UnitBaru
from sakip_app.workbook import read_units
from sakip_app.workbook.result import HasilBaca
from sakip_app.workbook.template import JanjiTemplat
from tests.workbook.templates import BARU, LAIN, reworked, stated_whole, template

BODY = "kab-contoh"
RAPAT = datetime(2026, 7, 20, 2, 0, tzinfo=UTC)
HARI = timedelta(days=1)


@pytest.fixture
def body(sqlite_store: sa.Engine) -> sa.Engine:
    return prepared(sqlite_store)


@pytest.fixture
def either(store: sa.Engine) -> sa.Engine:
    """The same body, once on each database."""
    return prepared(store)


def prepared(engine: sa.Engine) -> sa.Engine:
    """A body whose unit 1.03 reported once and was given two follow-ups in the meeting on TW II."""
    store.add_instansi(engine, kode=BODY, nama="Kabupaten Contoh", jenis="kabupaten", pelaku="admin")
    units = [UnitBaru("1.03", "Dinas Lain"), UnitBaru("1.04", "Badan Baru")]
    store.add_units(engine, BODY, units, pelaku="admin")
    send(engine, stated_whole(template(LAIN)), "awal.xlsx")
    promise(engine, "tl-audit", "Audit usulan", "1.03")
    promise(engine, "tl-sop", "SOP usulan", "1.03")
    return engine


def promise(engine: sa.Engine, uid: str, apa: str, kode_unit: str | None) -> int:
    return store.add_tindak_lanjut(
        engine, BODY, uid=uid, apa=apa, penanggung_jawab="Kabid", tenggat=date(2026, 9, 1), tahun=2026, triwulan=2,
        kode_unit=kode_unit, pelaku="notulis", waktu=RAPAT,
    )  # fmt: skip


def now(engine: sa.Engine, uid: str = "tl-audit") -> TindakLanjut:
    return next(satu for satu in store.list_tindak_lanjut(engine, BODY, dengan_batal=True) if satu.uid == uid)


def printed(engine: sa.Engine) -> list[JanjiTemplat]:
    """The unit's follow-ups as a template made now prints them."""
    return [
        JanjiTemplat(
            satu.id, satu.uid, satu.apa, satu.penanggung_jawab, satu.tenggat, satu.keadaan,
            sampai=satu.riwayat[-1].waktu.isoformat() if satu.riwayat else None,
        )
        for satu in store.list_tindak_lanjut(engine, BODY)
        if satu.kode_unit == "1.03"
    ]  # fmt: skip


def blank(engine: sa.Engine) -> bytes:
    return template(dataclasses.replace(LAIN, janji=printed(engine)))


def filled(data: bytes, **isi: Any) -> bytes:
    """The template with cells of the sheet filled in: K8 is the state of the first follow-up, L8 the text, M8 proof."""

    def fill(buku: Any) -> None:
        for sel, nilai in isi.items():
            buku["Tindak lanjut"][sel].value = nilai

    return reworked(data, fill)


def read(data: bytes, nama: str = "templat.xlsx") -> HasilBaca:
    (hasil,) = read_units(data, nama)
    return hasil


def send(
    engine: sa.Engine,
    data: bytes,
    nama: str = "templat.xlsx",
    *,
    hari: int = 1,
    coba: bool = False,
    diambil: tuple[str, ...] = (),
) -> UnggahanTersimpan:
    hasil = read(data, nama)
    assert hasil.templat is not None
    parts = [Kiriman(hasil, hasil.templat.kode_unit, hasil.templat.tahun, tindak_lanjut=diambil)]
    waktu = RAPAT + hari * HARI
    (kept,) = store.commit_uploads(
        engine, parts, data, kode_instansi=BODY, pelaku="perencana", waktu=waktu, coba=coba
    )
    return kept


def preview(engine: sa.Engine, data: bytes) -> list[tuple[str, str, bool]]:
    beda = store.compare_follow_ups(engine, read(data), kode_instansi=BODY, kode_unit="1.03")
    return [(satu.laporan.kode, satu.keadaan, satu.didahului) for satu in beda]


def decided(engine: sa.Engine, uid: str, *, hari: int, **isi: Any) -> None:
    """What a meeting says of the audit."""
    waktu = RAPAT + hari * HARI
    store.add_langkah(engine, now(engine).id, uid=uid, pelaku="notulis", waktu=waktu, **isi)


# --- kept ---------------------------------------------------------------------------------------------


def test_what_a_planner_says_stands_in_the_history_with_its_file(either: sa.Engine) -> None:
    data = filled(blank(either), K8="selesai", M8="https://contoh.go.id/audit", L9="Draf\nkedua")
    assert preview(either, data) == [(f"TL-{now(either).id}", "berubah", False), ("TL-2", "berubah", False)]
    kept = send(either, data, "Templat TW3.xlsx")
    assert (kept.baru, kept.n_baru, kept.n_berubah, kept.n_tindak_lanjut) == (True, 0, 0, 2)
    audit = now(either)
    assert (audit.keadaan, audit.catatan, audit.bukti) == ("selesai", None, "https://contoh.go.id/audit")
    (langkah,) = audit.riwayat
    assert (langkah.berkas, langkah.pelaku, langkah.waktu, langkah.unggahan_id) == (
        "Templat TW3.xlsx", "perencana", RAPAT + HARI, kept.id,
    )  # fmt: skip
    sop = now(either, "tl-sop")
    assert (sop.keadaan, sop.catatan) == ("belum", "Draf kedua")  # texts are kept on one line


def test_only_trying_keeps_nothing(body: sa.Engine) -> None:
    data = filled(blank(body), K8="selesai", M8="a")
    assert send(body, data, coba=True).n_tindak_lanjut == 1
    assert now(body).riwayat == ()


def test_the_same_file_twice_adds_nothing(either: sa.Engine) -> None:
    data = filled(blank(either), K8="berjalan", L8="mulai")
    first = send(either, data)
    again = send(either, data, hari=2)
    assert (again.baru, again.id, again.n_tindak_lanjut) == (False, first.id, 0)
    assert len(now(either).riwayat) == 1
    assert preview(either, data) == [("TL-1", "sama", True)]


def test_another_copy_of_it_adds_its_figure_and_no_second_step(body: sa.Engine) -> None:
    data = filled(blank(body), K8="berjalan", L8="mulai")
    send(body, data)
    decided(body, "rapat-3", hari=2, keadaan="belum", catatan="belum cukup")
    copy = reworked(data, lambda buku: buku["Dinas Lain"].__setitem__("P8", 3))  # Realisasi TW III
    kept = send(body, copy, hari=3)
    assert (kept.baru, kept.n_baru, kept.n_tindak_lanjut) == (True, 1, 0)
    assert (now(body).keadaan, now(body).catatan) == ("belum", "belum cukup")  # what the meeting said stands


def test_the_same_words_in_a_later_template_are_news(body: sa.Engine) -> None:
    send(body, filled(blank(body), K8="berjalan"))
    decided(body, "rapat-3", hari=2, keadaan="belum")
    later = filled(blank(body), K8="berjalan")  # made after that meeting
    assert preview(body, later) == [("TL-1", "berubah", False)]
    assert send(body, later, hari=3).n_tindak_lanjut == 1
    assert now(body).keadaan == "berjalan"


def test_a_report_that_was_overtaken_shows_what_stands_now_and_is_kept_where_a_person_says_so(
    body: sa.Engine,
) -> None:
    data = filled(blank(body), K8="berjalan", L8="mulai")
    decided(body, "rapat-3", hari=1, keadaan="selesai", bukti="notula")
    (beda,) = store.compare_follow_ups(body, read(data), kode_instansi=BODY, kode_unit="1.03")
    assert (beda.keadaan, beda.didahului, beda.laporan.semula) == ("berubah", True, "belum")
    assert beda.kini is not None
    assert (beda.kini.keadaan, beda.kini.bukti) == ("selesai", "notula")
    assert send(body, data, hari=2, diambil=("tl-audit",)).n_tindak_lanjut == 1
    assert (now(body).keadaan, now(body).catatan) == ("berjalan", "mulai")


def test_a_late_template_opens_nothing_that_a_meeting_closed(body: sa.Engine) -> None:
    data = filled(blank(body), K8="berjalan", L8="mulai", L9="draf")
    decided(body, "rapat-3", hari=1, keadaan="selesai", bukti="notula")
    assert send(body, data, hari=2).n_tindak_lanjut == 1  # of the other one, which nobody spoke of since
    assert (now(body).keadaan, now(body).catatan, len(now(body).riwayat)) == ("selesai", None, 1)
    assert now(body, "tl-sop").catatan == "draf"
    assert (send(body, data, hari=3).baru, len(store.list_unggahan(body, BODY, 2026))) == (False, 2)
    assert send(body, data, hari=4, diambil=("tl-audit",)).n_tindak_lanjut == 1  # on second thought
    assert now(body).keadaan == "berjalan"


def test_the_one_unit_that_goes_on_for_another_reports_on_its_follow_ups(body: sa.Engine) -> None:
    number = promise(body, "tl-lain", "Dari unit yang berakhir", "1.04")
    janji = (JanjiTemplat(number, "tl-lain", "Dari unit yang berakhir", "Kabid", None, "belum"),)
    data = filled(template(dataclasses.replace(LAIN, janji=janji)), K8="selesai")
    store.end_unit(body, BODY, "1.04", sampai=date(2026, 6, 30), pelaku="admin", penerus=["1.03"])
    assert store.list_pelanjut(body, BODY, 2026, 2) == {}  # on its last day it is still there
    assert store.list_pelanjut(body, BODY, 2026, 3) == store.list_pelanjut(body, BODY, 2027, 1) == {"1.04": "1.03"}
    assert send(body, data, hari=1).n_tindak_lanjut == 1
    assert now(body, "tl-lain").keadaan == "selesai"


def test_of_several_successors_none_is_known_to_have_a_follow_up(body: sa.Engine) -> None:
    store.add_units(body, BODY, [UnitBaru("1.05", "Dinas Ketiga")], pelaku="admin")
    number = promise(body, "tl-lain", "Dari unit yang berakhir", "1.04")
    janji = (JanjiTemplat(number, "tl-lain", "Dari unit yang berakhir", "Kabid", None, "belum"),)
    data = filled(template(dataclasses.replace(LAIN, janji=janji)), K8="selesai")
    store.end_unit(body, BODY, "1.04", sampai=date(2026, 6, 30), pelaku="admin", penerus=["1.03", "1.05"])
    assert store.list_pelanjut(body, BODY, 2026, 3) == {}
    with pytest.raises(SimpanDitolakError):
        send(body, data, hari=1)


def test_a_file_that_says_what_stands_already_is_kept_without_a_step(body: sa.Engine) -> None:
    data = filled(blank(body), K8="selesai", L8="tuntas")
    decided(body, "rapat-3", hari=1, keadaan="selesai", catatan="tuntas")
    assert preview(body, data) == [("TL-1", "sama", True)]
    assert send(body, data, hari=2).n_tindak_lanjut == 0
    assert len(now(body).riwayat) == 1


def test_a_unit_without_a_single_indicator_can_report(body: sa.Engine) -> None:
    number = promise(body, "tl-baru", "Menyusun indikator", "1.04")
    janji = JanjiTemplat(number, "tl-baru", "Menyusun indikator", "Kabid", None, "belum")
    data = filled(template(dataclasses.replace(BARU, janji=(janji,))), K8="berjalan", L8="draf IKU")
    kept = send(body, data)
    assert (kept.baru, kept.n_baru, kept.n_tindak_lanjut) == (True, 0, 1)
    assert (now(body, "tl-baru").keadaan, now(body, "tl-baru").catatan) == ("berjalan", "draf IKU")


# --- refused, or left out -----------------------------------------------------------------------------


def test_a_foreign_follow_up_refuses_the_whole_file(body: sa.Engine) -> None:
    own = printed(body)[0]
    promise(body, "tl-lain", "Milik unit lain", "1.04")
    for foreign in (
        dataclasses.replace(own, uid="dari-tempat-lain"),
        JanjiTemplat(3, "tl-lain", "Milik unit lain", "Kabid", None, "belum"),
    ):
        data = filled(template(dataclasses.replace(LAIN, janji=(foreign,))), K8="berjalan")
        data = reworked(data, lambda buku: buku["Dinas Lain"].__setitem__("P8", 3))
        assert [keadaan for _, keadaan, _ in preview(body, data)] == ["ditolak"]
        before = store.load_tahun(body, BODY, 2026).triwulanan["realisasi"].notna().sum()
        with pytest.raises(SimpanDitolakError) as refusal:
            send(body, data)
        assert refusal.value.kode == "tindak-lanjut-asing"
        assert store.load_tahun(body, BODY, 2026).triwulanan["realisasi"].notna().sum() == before
    assert len(store.list_unggahan(body, BODY, 2026)) == 1
    assert not any(satu.riwayat for satu in store.list_tindak_lanjut(body, BODY))


def test_a_state_nobody_knows_keeps_neither_figures_nor_follow_ups(body: sa.Engine) -> None:
    data = filled(blank(body), K8="sudah", L9="draf")
    with pytest.raises(SimpanDitolakError) as refusal:
        send(body, data)
    assert refusal.value.kode == "unggahan-bergalat"
    assert now(body, "tl-sop").riwayat == ()


def test_what_the_meeting_withdrew_is_left_out_and_the_rest_is_kept(body: sa.Engine) -> None:
    data = filled(blank(body), K8="berjalan", L9="draf")
    store.withdraw_tindak_lanjut(
        body, now(body).id, uid="batal-1", alasan="tidak perlu", pelaku="notulis", waktu=RAPAT + HARI
    )
    assert preview(body, data) == [("TL-1", "batal", False), ("TL-2", "berubah", False)]
    assert send(body, data, hari=2).n_tindak_lanjut == 1
    assert len(now(body).riwayat) == 1


# --- taken back ---------------------------------------------------------------------------------------


def test_withdrawing_the_upload_takes_its_steps_back(either: sa.Engine) -> None:
    decided(either, "rapat-3", hari=0, keadaan="berjalan", catatan="mulai")
    kept = send(either, filled(blank(either), K8="selesai", L8="tuntas", L9="draf"))
    # Uraian and satuan of its one indicator are stated by every file; the first one says them as well.
    assert store.preview_withdrawal(either, kept.id) == AkibatTarik(0, 0, 2, 0, tindak_lanjut=2)
    store.withdraw_upload(either, kept.id, pelaku="perencana", alasan="salah berkas")
    assert (now(either).keadaan, now(either).catatan, len(now(either).riwayat)) == ("berjalan", "mulai", 1)
    assert now(either, "tl-sop").catatan is None


def test_after_a_withdrawal_the_same_file_may_be_sent_again(body: sa.Engine) -> None:
    data = filled(blank(body), K8="selesai", L8="tuntas")
    kept = send(body, data)
    store.withdraw_upload(body, kept.id, pelaku="perencana", alasan="salah unit")
    again = send(body, data, hari=2)
    assert (again.baru, again.n_tindak_lanjut) == (True, 1)
    assert now(body).keadaan == "selesai"


def test_a_template_nobody_filled_in_says_nothing(body: sa.Engine) -> None:
    assert preview(body, blank(body)) == []
