"""A fresh store with one body, on each database; and readings made by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.store import UnggahanTersimpan, UnitBaru, add_instansi, commit_upload, open_store
from sakip_app.store.tables import metadata
from sakip_app.workbook.result import BarisIndikator, HasilBaca
from tests.conftest import Open
from tests.store.postgres import Server

Kirim = Callable[..., UnggahanTersimpan]
#: Tables whose rows need a row in others that an upload does not fill.
PARENTS = {
    "bukti_ditarik": ("bukti",),
    "tindak_lanjut": ("rekam",),
    "tindak_lanjut_langkah": ("tindak_lanjut",),
}


def baris(kunci: str = "k1", **fields: Any) -> BarisIndikator:
    """One indicator whose values all say where they stand, one cell each in row 10."""
    start = BarisIndikator(kunci=kunci, sel="S!B10", baris=10, uraian=f"Uraian {kunci}", **fields)
    asal: dict[tuple[str, int | None], str] = {}
    for jenis, value in fields.items():
        if isinstance(value, Mapping):
            asal |= {(jenis, tw): f"Realisasi TW III!{jenis[0].upper()}{tw}" for tw in value}
        elif value is not None:
            asal[jenis, None] = f"Realisasi TW III!{jenis[:3].upper()}10"
    return replace(start, asal=fields.get("asal", asal))


def hasil(*rows: BarisIndikator, isi: bytes = b"isi", **fields: Any) -> HasilBaca:
    """A reading of ``isi`` that found ``rows``."""
    base = HasilBaca(
        berkas="laporan.xlsx",
        sha256=hashlib.sha256(isi).hexdigest(),
        tata_letak="e81",
        lembar="Realisasi TW III",
        instansi=None,
        unit=None,
        tahun=2026,
        sampai_bulan=None,
        indikator=rows,
        temuan=(),
        pertanyaan=(),
    )
    return replace(base, **fields)


def upload(engine: sa.Engine, *rows: BarisIndikator, isi: bytes, **options: Any) -> UnggahanTersimpan:
    """Commit ``rows`` for unit ``u`` of body ``B`` in 2026."""
    defaults: dict[str, Any] = {
        "kode_instansi": "B",
        "kode_unit": "u",
        "unit_baru": UnitBaru("u", "Dinas U"),
        "tahun": 2026,
        "polaritas": {},
        "pelaku": "perencana u",
    }
    return commit_upload(engine, hasil(*rows, isi=isi), isi, **(defaults | options))


def ensure_row(connection: sa.Connection, table: sa.Table) -> None:
    """One row that meets the keys of the body, the unit, the file and the indicator that are there."""
    if connection.execute(sa.select(table)).first():
        return
    known = {"kode_instansi": "B", "kode_unit": "u", "bukti_id": 1, "indikator_id": 1, "sha256": None}
    sample = {str: "x", int: 1, bool: False, bytes: bytes(range(256)), date: date(2026, 1, 1)}
    sample[object] = datetime(2026, 1, 1, tzinfo=UTC)
    for needed in PARENTS.get(table.name, ()):
        ensure_row(connection, metadata.tables[needed])
    values = {c.name: known.get(c.name, sample[c.type.python_type]) for c in table.c if c.name != "id"}
    connection.execute(sa.insert(table).values(values))


@pytest.fixture(scope="session")
def template(postgres: Server) -> str:
    """The name of a PostgreSQL database with the tables, to be copied for each test."""
    url = postgres.new_database()
    open_store(url).dispose()
    return url.rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place nobody has used yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kosong.db'}"
        return
    server = request.getfixturevalue("postgres")
    url = server.new_database()
    yield url
    server.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the test's store lies."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'sakip.db'}"
        return
    server = request.getfixturevalue("postgres")
    url = server.new_database(template=request.getfixturevalue("template"))
    yield url
    server.drop(url)


@pytest.fixture
def store(store_url: str, open_again: Open) -> sa.Engine:
    return _with_one_body(open_again(store_url))


@pytest.fixture
def sqlite_store(tmp_path: Path, open_again: Open) -> sa.Engine:
    """For what only a file can show."""
    return _with_one_body(open_again(str(tmp_path / "sakip.db")))


def _with_one_body(engine: sa.Engine) -> sa.Engine:
    add_instansi(engine, kode="B", nama="Badan B", jenis="kabupaten", pelaku="admin")
    return engine
