"""Opening: migrations from nothing, two at once, places that cannot be written, tables that only grow."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

import sakip_app.store
from sakip_app.store import StoreTakTerbukaError, add_instansi, data_version, list_instansi, open_store
from sakip_app.store.database import reading, writing
from sakip_app.store.place import parse_place
from sakip_app.store.tables import HANYA_TAMBAH, metadata
from tests.store.conftest import baris, ensure_row, upload

ROOT = Path(__file__).parents[2]


def code_of(url: str) -> str:
    with pytest.raises(StoreTakTerbukaError) as refused:
        open_store(url)
    assert refused.value.pesan
    assert refused.value.saran
    return refused.value.kode


def test_migrations_lead_to_the_tables(store):
    with reading(store) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_settings_of_every_connection(sqlite_store):
    with reading(sqlite_store) as connection:
        ask = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        assert [ask(n) for n in ("journal_mode", "foreign_keys", "synchronous")] == ["wal", 1, 2]
        assert ask("busy_timeout") >= 10_000


def test_opening_again_keeps_everything(store, store_url, open_again):
    version = data_version(store)
    assert data_version(open_again(store_url)) == version > 0


def test_default_place(monkeypatch, tmp_path):
    monkeypatch.setenv("SAKIP_DATABASE_URL", f"sqlite:///{tmp_path / 'dalam' / 'lagi' / 's.db'}")
    assert list_instansi(open_store()).empty
    assert (tmp_path / "dalam" / "lagi" / "s.db").exists()
    assert ROOT / "data" / "sakip.db" == sakip_app.store.BERKAS_BAKU


def test_two_processes_at_once(empty_url):
    script = (
        "import sys; from sakip_app.store import open_store, data_version; data_version(open_store(sys.argv[1]))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", script, empty_url],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    said = [process.communicate(timeout=60)[1] for process in running]
    assert [p.returncode for p in running] == [0] * 4, said


def test_threads_at_once(empty_url, open_again):
    with ThreadPoolExecutor(12) as pool:
        engines = list(pool.map(open_again, [empty_url] * 12))
    assert [data_version(e) for e in engines] == [0] * 12


def test_places_that_cannot_be_used(tmp_path):
    (tmp_path / "berkas").write_text("bukan folder")
    (tmp_path / "bukan.db").write_text("ini bukan basis data " * 60)
    assert code_of(str(tmp_path / "berkas" / "s.db")) == "basis-tak-terbuka"
    assert code_of(str(tmp_path)) == "basis-tak-terbuka"
    assert code_of(str(tmp_path / "bukan.db")) == "basis-rusak"
    assert code_of("sqlite://") == "basis-tanpa-berkas"


def test_read_only_database_is_refused_when_opened(sqlite_store, tmp_path):
    sqlite_store.dispose()
    assert code_of(f"sqlite:///file:{tmp_path / 'sakip.db'}?mode=ro&uri=true") == "basis-tak-terbuka"


def test_database_of_a_newer_version(store, store_url):
    with writing(store) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert code_of(store_url) == "basis-lebih-baru"


def test_a_migration_that_fails_leaves_nothing(empty_url):
    engine = sa.create_engine(parse_place(empty_url))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE peristiwa (x integer)")  # the first migration's last table
    assert code_of(empty_url) == "basis-tak-terbuka"
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["peristiwa"]
    engine.dispose()


@pytest.mark.parametrize("table", HANYA_TAMBAH)
def test_database_refuses_change_and_removal(store, table):
    rows = metadata.tables[table]
    upload(store, baris(realisasi={1: 1.0}), isi=b"1")
    upload(store, baris(realisasi={1: 1.0}), isi=b"2")
    with writing(store) as connection:
        ensure_row(connection, rows)
    same = list(rows.columns)[-1]
    for change in (sa.delete(rows), sa.update(rows).values({same: same})):
        with pytest.raises(sa.exc.DBAPIError, match="hanya boleh ditambah"), writing(store) as connection:
            connection.execute(change)


def test_code_only_updates_settings():
    """UPDATE stands for settings of a body, days of a quarter and days of a unit, all logged; DELETE nowhere."""
    source = "\n".join(p.read_text() for p in Path(sakip_app.store.__file__).parent.glob("*.py"))
    assert set(re.findall(r"sa\.update\(t\.(\w+)\)", source)) == {"instansi", "periode", "unit"}
    assert not re.search(r"sa\.delete|\.delete\(|CASCADE", source)


def test_writer_that_reads_first_is_not_refused(store):
    """A deferred BEGIN here would fail with "database is locked" whatever the timeout."""

    def add(n: int) -> None:
        add_instansi(store, kode=f"X{n}", nama=f"X{n}", jenis="kpu", pelaku="admin")

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(add, range(60)))
    assert len(list_instansi(store)) == 61
