"""Follow-ups: kept once however often they are sent, with every step since, and nothing of what makes no sense."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.snapshot.follow_up import Langkah, TindakLanjut
from sakip_app.store import (
    LangkahBaru,
    SimpanDitolakError,
    UnitBaru,
    add_instansi,
    add_langkah,
    add_tindak_lanjut,
    add_units,
    data_version,
    freeze,
    list_peristiwa,
    list_tindak_lanjut,
    open_store,
    withdraw_tindak_lanjut,
    withdraw_upload,
)
from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.follow_up_steps import keep_langkah
from tests.conftest import Open
from tests.store.conftest import baris, upload

AT = datetime(2026, 10, 20, 2, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 3, 4, 0, 0, 123456, tzinfo=UTC)
AUDIT: dict[str, Any] = {
    "uid": "a1",
    "apa": "Audit kematian ibu di tiga puskesmas",
    "penanggung_jawab": "Kepala Dinas U",
    "tenggat": date(2026, 11, 15),
    "tahun": 2026,
    "triwulan": 3,
    "pelaku": "notulis",
    "waktu": AT,
}


@pytest.fixture
def body(store: sa.Engine) -> sa.Engine:
    """Two bodies that both have a unit u, and an indicator of the first (id 1) and the second (id 2)."""
    add_instansi(store, kode="C", nama="Badan C", jenis="kpu", pelaku="admin")
    add_units(store, "B", [UnitBaru("v", "Dinas V")], pelaku="admin")
    upload(store, baris(realisasi={1: 1.0}), isi=b"b")
    upload(store, baris(realisasi={1: 1.0}), isi=b"c", kode_instansi="C")
    return store


def decide(store: sa.Engine, **other: Any) -> int:
    return add_tindak_lanjut(store, other.pop("kode_instansi", "B"), **(AUDIT | other))


def the_one(store: sa.Engine) -> TindakLanjut:
    (janji,) = list_tindak_lanjut(store, "B", dengan_batal=True)
    return janji


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(SimpanDitolakError) as refused:
        act()
    assert refused.value.pesan.endswith(".")
    assert refused.value.saran.endswith(".")
    return refused.value.kode


def test_a_decision_comes_back_as_it_was_made(body):
    rekam = freeze(body, "B", 2026, 3, b"isi", sidik="s", versi=1, pelaku="notulis")
    one = decide(body, kode_indikator="1", ukuran_berhasil="AKI turun", rekam=rekam)
    two = decide(body, uid="a2", tenggat=None, waktu=LATER)
    expected = TindakLanjut(
        id=one,
        uid="a1",
        apa="Audit kematian ibu di tiga puskesmas",
        penanggung_jawab="Kepala Dinas U",
        tenggat=date(2026, 11, 15),
        tahun=2026,
        triwulan=3,
        kode_unit="u",  # of its indicator
        kode_indikator="1",
        ukuran_berhasil="AKI turun",
        rekam=rekam,
        pelaku="notulis",
        waktu=AT,
        kunci="k1",
        nama_unit="Dinas U",
    )
    whole = replace(expected, id=two, uid="a2", tenggat=None, kode_unit=None, kode_indikator=None, rekam=None)
    whole = replace(whole, ukuran_berhasil=None, waktu=LATER, kunci=None, nama_unit=None)
    assert list_tindak_lanjut(body, "B") == (expected, whole)
    assert list_tindak_lanjut(body, "C") == ()


def test_texts_lose_what_nobody_sees(body):
    decide(body, apa="  Audit\r\n\tkematian\x00 \u200bibu\u202e 5 m²\ud800 ", penanggung_jawab="Kepala\n Dinas")
    add_langkah(body, 1, uid="s", catatan="dua\nbaris\x07", pelaku="p")
    janji = the_one(body)
    assert (janji.apa, janji.penanggung_jawab) == ("Audit kematian ibu 5 m²", "Kepala Dinas")
    assert janji.catatan == "dua baris"


def test_each_step_changes_what_it_speaks_of(body):
    one = decide(body, kode_unit="u")
    sent = upload(body, baris(realisasi={1: 2.0}), isi=b"lain")
    add_langkah(body, one, uid="s1", keadaan="berjalan", catatan="mulai", bukti="SK 12", pelaku="u", waktu=AT)
    carried = {"tenggat": date(2027, 1, 31), "penanggung_jawab": "Sekda", "apa": "Audit dan tindak lanjutnya"}
    add_langkah(body, one, uid="s2", tahun=2026, triwulan=4, pelaku="notulis", waktu=LATER, **carried)
    add_langkah(body, one, uid="s3", catatan="", bukti="  ", keadaan="selesai", unggahan_id=sent.id, pelaku="u",
                waktu=LATER)  # fmt: skip
    janji = the_one(body)
    assert (janji.keadaan, janji.catatan, janji.bukti) == ("selesai", "mulai", "SK 12")
    assert {nama: getattr(janji, nama) for nama in carried} == carried
    assert janji.dibawa == ((2026, 4),)
    assert janji.riwayat == (
        Langkah("u", AT, keadaan="berjalan", catatan="mulai", bukti="SK 12"),
        Langkah("notulis", LATER, tahun=2026, triwulan=4, **carried),
        Langkah("u", LATER, keadaan="selesai", berkas="laporan.xlsx", unggahan_id=sent.id),
    )
    withdraw_upload(body, sent.id, pelaku="v", alasan="keliru")
    janji = the_one(body)
    assert (janji.keadaan, len(janji.riwayat)) == ("berjalan", 2)


def test_withdrawn_is_left_out_and_stays_readable(body):
    one = decide(body)
    withdraw_tindak_lanjut(body, one, uid="w1", alasan=" tercatat\ndua kali ", pelaku="ketua", waktu=LATER)
    version = data_version(body)
    withdraw_tindak_lanjut(body, one, uid="w1", alasan="tercatat dua kali", pelaku="ketua")
    withdraw_tindak_lanjut(body, one, uid="w2", alasan="lagi", pelaku="lain")
    assert data_version(body) == version
    assert list_tindak_lanjut(body, "B") == ()
    janji = the_one(body)
    assert janji.batal
    assert janji.riwayat == (Langkah("ketua", LATER, catatan="tercatat dua kali", batal=True),)
    assert code_of(lambda: add_langkah(body, one, uid="s", keadaan="selesai", pelaku="u")) == "tindak-lanjut-batal"
    # What arrived before the withdrawal and is sent again is known, not refused.
    assert decide(body) == one


def test_the_same_uid_adds_nothing(body):
    one = decide(body)
    step = add_langkah(body, one, uid="s1", keadaan="berjalan", pelaku="u")
    version, before = data_version(body), list_tindak_lanjut(body, "B")
    assert decide(body, apa="Lain", kode_unit="v") == one
    assert add_langkah(body, one, uid="s1", keadaan="selesai", pelaku="u") == step
    assert (data_version(body), list_tindak_lanjut(body, "B")) == (version, before)
    withdraw_tindak_lanjut(body, one, uid="w1", alasan="x", pelaku="ketua")
    assert add_langkah(body, one, uid="s1", keadaan="berjalan", pelaku="u") == step


def test_a_uid_of_something_else_is_refused(body):
    one, two = decide(body), decide(body, uid="a2")
    add_langkah(body, one, uid="s1", keadaan="berjalan", pelaku="u")
    withdraw_tindak_lanjut(body, two, uid="w1", alasan="x", pelaku="ketua")
    before = list_tindak_lanjut(body, "B", dengan_batal=True)
    acts = [
        lambda: decide(body, kode_instansi="C"),
        lambda: add_langkah(body, two, uid="s1", keadaan="berjalan", pelaku="u"),
        lambda: withdraw_tindak_lanjut(body, one, uid="s1", alasan="x", pelaku="u"),
        lambda: withdraw_tindak_lanjut(body, one, uid="w1", alasan="x", pelaku="u"),
        lambda: add_langkah(body, two, uid="w1", keadaan="selesai", pelaku="u"),
    ]
    assert [code_of(act) for act in acts] == ["uid-terpakai"] * len(acts)
    assert list_tindak_lanjut(body, "B", dengan_batal=True) == before


def test_sent_by_several_at_once_it_is_kept_once(body: sa.Engine, store_url: str, open_again: Open):
    engines = [body, open_again(store_url)]
    ready = Barrier(8, timeout=20)

    def send(n: int) -> tuple[int, int, int]:
        engine = engines[n % 2]
        ready.wait()
        one = decide(engine, pelaku=f"peramban {n}")
        ready.wait()
        step = add_langkah(engine, one, uid="s1", keadaan="berjalan", pelaku=f"peramban {n}")
        ready.wait()
        withdraw_tindak_lanjut(engine, one, uid="w1", alasan=f"dari {n}", pelaku="ketua")
        return one, step, decide(engine, uid=f"sendiri-{n}")

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(send, range(8)))
    assert len({(one, step) for one, step, _ in kept}) == 1
    assert len({own for *_, own in kept}) == 8
    with reading(body) as connection:
        count = lambda table: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()  # noqa: E731
        assert (count(t.tindak_lanjut), count(t.tindak_lanjut_langkah)) == (9, 2)
    assert list_peristiwa(body, "B")["jenis"].value_counts()["tindak_lanjut_diperbarui"] == 1


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory):
    """One store for all refusals, which leave it as it is: two bodies without follow-ups, one with the first."""
    engine = open_store(str(tmp_path_factory.mktemp("tolak") / "s.db"))
    for kode in ("B", "C", "D"):
        add_instansi(engine, kode=kode, nama=kode, jenis="kpu", pelaku="admin")
        upload(engine, baris(realisasi={1: 1.0}), isi=kode.encode(), kode_instansi=kode)
    add_units(engine, "B", [UnitBaru("v", "Dinas V")], pelaku="admin")
    freeze(engine, "C", 2026, 3, b"isi", sidik="s", versi=1, pelaku="x")
    decide(engine, kode_instansi="D", uid="d1")
    yield engine
    engine.dispose()


LONG = "x" * 501


@pytest.mark.parametrize(
    ("other", "kode"),
    [
        ({"apa": " \n\u200b"}, "apa-kosong"),
        ({"apa": LONG}, "teks-panjang"),
        ({"penanggung_jawab": ""}, "penanggung-jawab-kosong"),
        ({"penanggung_jawab": "x" * 201}, "teks-panjang"),
        ({"ukuran_berhasil": "x" * 2001}, "teks-panjang"),
        ({"tenggat": date(1999, 12, 31)}, "tenggat-asing"),
        ({"tenggat": date(2101, 1, 1)}, "tenggat-asing"),
        ({"tenggat": datetime(2026, 1, 1, tzinfo=UTC)}, "tenggat-asing"),
        ({"tenggat": "2026-01-01"}, "tenggat-asing"),
        ({"tahun": 1999}, "tahun-asing"),
        ({"triwulan": 5}, "triwulan-asing"),
        ({"kode_instansi": "X"}, "instansi-asing"),
        ({"kode_unit": "w"}, "unit-asing"),
        ({"kode_unit": "v", "kode_instansi": "C"}, "unit-asing"),  # of the other body
        ({"kode_indikator": "2"}, "indikator-asing"),  # of the other body
        ({"kode_indikator": "9" * 30}, "indikator-asing"),
        ({"kode_indikator": "1 OR 1"}, "indikator-asing"),
        ({"kode_unit": "v", "kode_indikator": "1"}, "indikator-unit-lain"),
        ({"rekam": "2026-TW3-0001"}, "rekam-asing"),  # of the other body
        ({"rekam": "2026-TW3-0002"}, "rekam-asing"),
        ({"uid": ""}, "uid-asing"),
        ({"uid": "a" * 65}, "uid-asing"),
        ({"uid": "a b"}, "uid-asing"),
        ({"uid": "a\n"}, "uid-asing"),
    ],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(cases, other, kode):
    version = data_version(cases)
    assert code_of(lambda: decide(cases, **other)) == kode
    assert data_version(cases) == version
    assert list_tindak_lanjut(cases, "B") == list_tindak_lanjut(cases, "C") == ()


def test_the_limits_themselves_are_kept(body):
    one = decide(body, uid="a" * 64, apa="x" * 500 + "  ", penanggung_jawab="y" * 200, tenggat=date(2000, 1, 1))
    assert decide(body, uid="b", tenggat=date(2100, 12, 31), kode_unit="v") == one + 1
    add_langkah(body, one, uid="s", catatan="é" * 2000, bukti="b" * 2000, pelaku="p")
    kept = list_tindak_lanjut(body, "B")[0]
    assert (kept.apa, kept.catatan) == ("x" * 500, "é" * 2000)


@pytest.mark.parametrize(
    ("step", "kode"),
    [
        ({}, "langkah-kosong"),
        ({"catatan": " ", "bukti": ""}, "langkah-kosong"),
        ({"keadaan": "lewat"}, "keadaan-asing"),
        ({"keadaan": ""}, "keadaan-asing"),
        ({"apa": " "}, "apa-kosong"),
        ({"penanggung_jawab": " "}, "penanggung-jawab-kosong"),
        ({"catatan": "x" * 2001}, "teks-panjang"),
        ({"bukti": "x" * 2001}, "teks-panjang"),
        ({"tahun": 2026}, "triwulan-asing"),
        ({"triwulan": 4}, "triwulan-asing"),
        ({"tahun": 2026, "triwulan": 0}, "triwulan-asing"),
        ({"tenggat": date(2222, 1, 1)}, "tenggat-asing"),
        ({"keadaan": "selesai", "unggahan_id": 2}, "unggahan-asing"),  # of the other body
        ({"keadaan": "selesai", "unggahan_id": 99}, "unggahan-asing"),
        ({"keadaan": "selesai", "uid": "a_b"}, "uid-asing"),
        ({"keadaan": "selesai", "id": 99}, "tindak-lanjut-asing"),
        ({"keadaan": "selesai", "id": 2**80}, "tindak-lanjut-asing"),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(cases, step, kode):
    version = data_version(cases)
    given = {"uid": "s", "pelaku": "p", "id": 1} | step
    assert code_of(lambda: add_langkah(cases, given.pop("id"), **given)) == kode
    assert data_version(cases) == version


def test_withdrawing_needs_a_reason(body):
    one = decide(body)
    withdraw = lambda alasan: withdraw_tindak_lanjut(body, one, uid="w", alasan=alasan, pelaku="p")  # noqa: E731
    assert code_of(lambda: withdraw(" \n")) == "tanpa-alasan"
    assert code_of(lambda: withdraw("x" * 2001)) == "teks-panjang"
    assert list_tindak_lanjut(body, "B") != ()


def test_a_step_stands_or_falls_with_its_transaction(body):
    one = decide(body)

    def fail() -> None:
        with writing(body) as connection:
            keep_langkah(connection, one, LangkahBaru(uid="s", keadaan="selesai"), pelaku="u", waktu=AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert the_one(body).keadaan == "belum"


def test_the_log_says_what_was_decided(body):
    version = data_version(body)
    one = decide(body, kode_unit="u", apa="x" * 100)
    add_langkah(body, one, uid="s", keadaan="berjalan", catatan="n", tahun=2026, triwulan=4,
                tenggat=date(2027, 1, 31), pelaku="u")  # fmt: skip
    withdraw_tindak_lanjut(body, one, uid="w", alasan="dua kali", pelaku="ketua")
    assert data_version(body) == version + 3
    told = list_peristiwa(body, "B").head(3)[["jenis", "keterangan"]].to_numpy().tolist()
    short = "x" * 79 + "…"
    assert told == [
        ["tindak_lanjut_dibatalkan", f"{short}: dua kali"],
        [
            "tindak_lanjut_diperbarui",
            f"{short}: berjalan, dilanjutkan di rapat TW IV 2026, tenggat 2027-01-31, catatan",
        ],
        ["tindak_lanjut_dicatat", f"u: {short}"],
    ]


def test_the_log_can_be_asked_for_some_kinds_alone(body):
    """Else a year of meetings pushes the settings out of the newest entries."""
    for n in range(3):
        decide(body, uid=f"b{n}")
    kept = list_peristiwa(body, "B", jenis=["unit_ditambah", "instansi_ditambah"], batas=2)
    assert kept["jenis"].tolist() == ["unit_ditambah"] * 2  # u with its upload, v before it
    assert list_peristiwa(body, "B", jenis=[]).empty
    assert list_peristiwa(body, "B", batas=2)["jenis"].tolist() == ["tindak_lanjut_dicatat"] * 2


def test_many_are_read_with_as_many_queries_as_one(body):
    said: list[str] = []
    sa.event.listen(body, "before_cursor_execute", lambda *args: said.append(args[2]))
    one = decide(body)
    add_langkah(body, one, uid="s", keadaan="berjalan", pelaku="u")
    said.clear()
    list_tindak_lanjut(body, "B")
    of_one = len(said)
    for n in range(20):
        add_langkah(body, decide(body, uid=f"b{n}"), uid=f"s{n}", keadaan="selesai", pelaku="u")
    said.clear()
    assert len(list_tindak_lanjut(body, "B")) == 21
    assert len(said) == of_one
