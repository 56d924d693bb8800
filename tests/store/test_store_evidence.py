"""Evidence: files kept once, links that lead where they say, withdrawn but never gone."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from sakip_app.store import (
    SimpanDitolakError,
    add_bukti,
    data_version,
    is_bukti_wajib,
    link_host,
    list_bukti,
    list_peristiwa,
    read_berkas,
    set_bukti_wajib,
    tables,
    withdraw_bukti,
)
from sakip_app.store.database import reading, writing
from tests.store.conftest import baris, upload

PDF = b"%PDF-1.7 laporan capaian"


@pytest.fixture(autouse=True)
def indicator(store):
    upload(store, baris("k1", realisasi={3: 8.9}), baris("k2", realisasi={3: 1.0}), isi=b"1")


def add(engine: sa.Engine, kode: str = "1", triwulan: int = 3, **what: Any) -> int:
    said: dict[str, Any] = {"isi": PDF, "bentuk": "pdf", "nama": "laporan.pdf", "pelaku": "Ani"}
    if "tautan" in what:
        said |= {"isi": None, "bentuk": None, "nama": ""}
    return add_bukti(engine, kode, triwulan, **(said | what))


def kept(engine: sa.Engine) -> pd.DataFrame:
    return list_bukti(engine, "B", 2026)


def refusal(call) -> str:
    with pytest.raises(SimpanDitolakError) as error:
        call()
    assert error.value.pesan
    assert error.value.saran
    return error.value.kode


def count(engine: sa.Engine, table: sa.Table) -> int:
    with reading(engine) as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0)


def test_a_file_comes_back_with_who_and_when(store):
    when = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
    version = data_version(store)
    bukti_id = add(store, waktu=when)
    row = kept(store).iloc[0]
    assert (row["bukti_id"], row["kode_indikator"], row["kode_unit"], row["triwulan"]) == (bukti_id, "1", "u", 3)
    assert (row["nama"], row["bentuk"], row["ukuran"]) == ("laporan.pdf", "pdf", len(PDF))
    assert (row["pelaku"], row["waktu"], row["ditarik"]) == ("Ani", when, False)
    assert pd.isna(row["tautan"])
    assert read_berkas(store, row["sha256"]) == PDF
    assert row["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert data_version(store) > version
    assert list_peristiwa(store, "B").loc[0, "jenis"] == "bukti_ditambah"
    assert list_bukti(store, "B", 2025).empty


def test_bytes_are_kept_once_and_the_same_is_said_not_stored(store):
    before = count(store, tables.berkas)
    add(store)
    add(store, triwulan=2)
    add(store, kode="2", nama="lain.pdf")
    assert count(store, tables.berkas) == before + 1
    version = data_version(store)
    assert refusal(lambda: add(store, nama="nama lain.pdf")) == "bukti-ada"
    assert data_version(store) == version
    assert len(kept(store)) == 3


def test_a_link_is_kept_under_its_host(store):
    add(store, tautan="  https://drive.google.com/file/d/1?usp=sharing ")
    row = kept(store).iloc[0]
    assert (row["bentuk"], row["nama"]) == ("tautan", "drive.google.com")
    assert row["tautan"] == "https://drive.google.com/file/d/1?usp=sharing"
    assert pd.isna(row["sha256"])
    assert pd.isna(row["ukuran"])
    assert refusal(lambda: add(store, tautan="https://drive.google.com/file/d/1?usp=sharing")) == "bukti-ada"
    add(store, tautan="https://drive.google.com/file/d/2", nama="Foto serah terima")
    assert kept(store)["nama"].tolist() == ["drive.google.com", "Foto serah terima"]


@pytest.mark.parametrize(
    ("tautan", "host"),
    [
        ("https://ppid.contoh.go.id/lkjip.pdf", "ppid.contoh.go.id"),
        ("HTTP://Contoh.go.id:8080/x", "contoh.go.id"),
        ("https://drive.google.com/" + "a" * 1975, "drive.google.com"),
        ("https://drive.google.com/" + "a" * 1976, None),
        ("javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("ftp://contoh.go.id/x", None),
        ("//contoh.go.id/x", None),
        ("contoh.go.id/x", None),
        ("https://", None),
        ("https:///x", None),
        ("https://bps.go.id@jahat.example/x", None),
        ("https://contoh.go.id/a b", None),
        ("https://contoh.go.id\\@jahat.example", None),
        ("https://contoh.go.id/\u202egpj.exe", None),
        ("https://contoh.go.id:port/", None),
        ("https://[::1", None),
        ("laporan", None),
        ("", None),
    ],
)
def test_where_a_link_leads(tautan, host):
    assert link_host(tautan) == host


@pytest.mark.parametrize(
    ("what", "kode"),
    [
        ({"isi": None}, "bukti-kosong"),
        ({"isi": b""}, "bukti-kosong"),
        ({"tautan": "   "}, "bukti-kosong"),
        ({"tautan": "https://a.go.id", "isi": PDF}, "bukti-kosong"),
        ({"tautan": "javascript:alert(1)"}, "tautan-asing"),
        ({"isi": b"%PDF-" + b"0" * (10 * 1024 * 1024 - 4)}, "bukti-terlalu-besar"),
        ({"bentuk": "exe"}, "bukti-bentuk-asing"),
        ({"bentuk": "tautan"}, "bukti-bentuk-asing"),
        ({"triwulan": 5}, "triwulan-asing"),
        ({"kode": "99"}, "indikator-asing"),
        ({"kode": "x"}, "indikator-asing"),
    ],
)
def test_refused(store, what, kode):
    version = data_version(store)
    assert refusal(lambda: add(store, **what)) == kode
    assert data_version(store) == version
    assert kept(store).empty


def test_ten_megabytes_are_taken(store):
    add(store, isi=b"%PDF-" + b"0" * (10 * 1024 * 1024 - 5))
    assert kept(store).loc[0, "ukuran"] == 10 * 1024 * 1024


@pytest.mark.parametrize(
    ("nama", "shown"),
    [
        ("C:\\Users\\ani\\laporan.pdf", "laporan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("  foto   kegiatan.pdf ", "foto kegiatan.pdf"),
        ("laporan\u202efdp.exe", "laporanfdp.exe"),
        ("", "bukti pdf"),
    ],
)
def test_a_name_is_only_a_name(store, nama, shown):
    add(store, nama=nama)
    assert kept(store).loc[0, "nama"] == shown


def test_a_long_name_keeps_its_ending(store):
    add(store, nama="a" * 300 + ".pdf")
    shown = kept(store).loc[0, "nama"]
    assert len(shown) == 120
    assert shown.endswith("aaa.pdf")


def test_withdrawn_with_reason_and_still_there(store):
    bukti_id = add(store)
    when = datetime(2026, 10, 20, tzinfo=UTC)
    assert refusal(lambda: withdraw_bukti(store, bukti_id, alasan=" ", pelaku="Budi")) == "tanpa-alasan"
    assert refusal(lambda: withdraw_bukti(store, 99, alasan="x", pelaku="Budi")) == "bukti-asing"
    withdraw_bukti(store, bukti_id, alasan=" Salah berkas ", pelaku="Budi", waktu=when)
    row = kept(store).iloc[0]
    assert (row["ditarik"], row["alasan"], row["ditarik_oleh"]) == (True, "Salah berkas", "Budi")
    assert row["ditarik_waktu"] == when
    assert read_berkas(store, row["sha256"]) == PDF
    version = data_version(store)
    withdraw_bukti(store, bukti_id, alasan="lagi", pelaku="Budi")
    assert data_version(store) == version
    again = add(store)  # what was withdrawn may be given again
    assert kept(store)["ditarik"].tolist() == [True, False]
    assert again != bukti_id


def test_a_closed_quarter_takes_and_loses_none(store):
    bukti_id = add(store, waktu=datetime(2026, 10, 10, tzinfo=UTC))
    with writing(store) as connection:
        connection.execute(
            sa.insert(tables.periode).values(kode_instansi="B", tahun=2026, triwulan=3, ditutup=date(2026, 10, 31))
        )
    over = datetime(2026, 10, 31, 17, 0, tzinfo=UTC)  # midnight in Jakarta
    assert refusal(lambda: add(store, kode="2", waktu=over)) == "periode-tertutup"
    gone = lambda: withdraw_bukti(store, bukti_id, alasan="x", pelaku="v", waktu=over)  # noqa: E731
    assert refusal(gone) == "periode-tertutup"
    add(store, triwulan=4, waktu=over)
    assert kept(store)["ditarik"].tolist() == [False, False]


def test_what_the_body_demands(store):
    assert not is_bukti_wajib(store, "B")
    set_bukti_wajib(store, "B", True, pelaku="admin")
    assert is_bukti_wajib(store, "B")
    version = data_version(store)
    set_bukti_wajib(store, "B", True, pelaku="admin")
    assert data_version(store) == version
    set_bukti_wajib(store, "B", False, pelaku="admin")
    assert not is_bukti_wajib(store, "B")
    told = list_peristiwa(store, "B").head(2)
    assert told["keterangan"].tolist() == ["tidak wajib", "wajib"]
    assert refusal(lambda: set_bukti_wajib(store, "X", True, pelaku="admin")) == "instansi-asing"
