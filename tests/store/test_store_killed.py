"""A process killed in the middle of a commit, really, and twenty committing at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from sakip_app.store import UnitBaru, data_version, list_unggahan, load_tahun
from sakip_app.store.database import reading
from sakip_app.store.tables import metadata
from tests.conftest import Open
from tests.store.conftest import baris, upload

ROOT = Path(__file__).parents[2]
ROWS = [baris(f"k{n}", satuan="%", realisasi={1: n + 0.5, 2: n + 1.5}) for n in range(40)]
BEFORE = [baris(f"k{n}", satuan="%", realisasi={1: n + 0.25}) for n in range(40)]

# The victim kills itself at the point named, by hooks of its own: the product has none.
VICTIM = """
import os, signal, sys
import sqlalchemy as sa
from sakip_app.store import open_store
from tests.store.conftest import upload
from tests.store.test_store_killed import ROWS

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

engine, point = open_store(sys.argv[1]), sys.argv[2]

@sa.event.listens_for(engine, "after_cursor_execute")
def after(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith(f"INSERT INTO {point} "):
        die()

if point == "tengah nilai":
    @sa.event.listens_for(engine, "begin")
    def begin(connection):
        raw = connection.connection.dbapi_connection
        raw.create_function("mati", 0, die)
        raw.execute(
            "CREATE TEMP TRIGGER mati AFTER INSERT ON main.nilai WHEN NEW.id % 97 = 0 BEGIN SELECT mati(); END"
        )
if point == "sebelum COMMIT":
    sa.event.listen(engine, "commit", die)

upload(engine, *ROWS, isi=b"baru", pelaku="korban")
if point == "sesudah COMMIT":
    die()
"""


def everything(engine: sa.Engine) -> dict[str, list[tuple[object, ...]]]:
    with reading(engine) as connection:
        return {
            name: [tuple(row) for row in connection.execute(sa.select(table))]
            for name, table in metadata.tables.items()
        }


def kill(url: str, point: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VICTIM, url, point], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


def leaves_no_trace(url: str, point: str, open_again: Open) -> sa.Engine:
    """Kill a writer there; the store must be as before, and take the same upload again. Gives the store."""
    before = everything(open_again(url))
    kill(url, point)
    again = open_again(url)
    assert everything(again) == before
    kept = upload(again, *ROWS, isi=b"baru", pelaku="korban")
    assert kept.baru
    assert len(load_tahun(again, "B", 2026).indikator) == 40
    return again


@pytest.mark.parametrize(
    "point", ["berkas", "unggahan", "indikator", "nilai", "penegasan", "peristiwa", "sebelum COMMIT"]
)
def test_killed_before_commit_leaves_no_trace(store, store_url, open_again, point):
    upload(store, *BEFORE[:20], isi=b"lama")
    leaves_no_trace(store_url, point, open_again)


@pytest.mark.parametrize("point", ["tengah nilai", "sebelum COMMIT"])
def test_killed_writer_leaves_the_file_whole(sqlite_store, tmp_path, open_again, point):
    upload(sqlite_store, *BEFORE[:20], isi=b"lama")
    again = leaves_no_trace(str(tmp_path / "sakip.db"), point, open_again)
    with reading(again) as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_killed_after_commit_has_kept_it(store, store_url, open_again):
    upload(store, *BEFORE[:20], isi=b"lama")
    version = data_version(store)
    kill(store_url, "sesudah COMMIT")
    again = open_again(store_url)
    assert data_version(again) == version + 1
    assert upload(again, *ROWS, isi=b"baru", pelaku="korban").baru is False  # the second press finds it


def test_twenty_at_once(store, store_url, open_again):
    """Twenty senders with five files each, every one on the same database, some on the same unit."""

    def send(n: int) -> list[bool]:
        unit = f"u{n % 10}"
        engine = store if n % 2 else open_again(store_url)
        return [
            upload(
                engine,
                *[baris(f"k{i}", realisasi={1: 1000.0 * n + q + i}) for i in range(10)],
                isi=f"{n}/{q}".encode(),
                kode_unit=unit,
                unit_baru=UnitBaru(unit, f"Dinas {unit}"),
            ).baru
            for q in range(5)
        ]

    with ThreadPoolExecutor(20) as pool:
        kept = list(pool.map(send, range(20)))
    assert kept == [[True] * 5] * 20
    uploads = list_unggahan(store, "B")
    assert len(uploads) == 100
    assert uploads["sha256"].is_unique
    data = load_tahun(store, "B", 2026)
    assert len(data.indikator) == 100  # ten units of ten, none twice


def test_double_press_in_two_threads_keeps_one(store):
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda _: upload(store, *ROWS, isi=b"sama"), range(8)))
    assert len({k.id for k in kept}) == 1
    assert sum(k.baru for k in kept) == 1
