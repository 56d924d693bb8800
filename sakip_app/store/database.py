"""Opening the database: connection settings, migrations, and the two kinds of transaction.

Reading begins with a plain ``BEGIN``: a snapshot. Writing begins with ``BEGIN IMMEDIATE``: a transaction
that reads first and asks for the write lock later is refused by SQLite however long it would wait.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from sakip_app.store.errors import StoreTakTerbukaError

#: Where the database lies when nothing says otherwise: ``data/sakip.db`` beside ``app.py``.
BERKAS_BAKU = Path(__file__).resolve().parents[2] / "data" / "sakip.db"

TUNGGU_MS = 20_000  # how long a writer waits for another before giving up

_MIGRATIONS = Path(__file__).with_name("migrations")
_MENULIS = "sakip_menulis"
# Alembic keeps its context in module globals, so two threads must not migrate at once.
_migrating = threading.Lock()


def open_store(url: str | None = None) -> sa.Engine:
    """Open the database, creating or migrating it first.

    Args:
        url: a SQLAlchemy URL or the path of a SQLite file. Default: ``SAKIP_DATABASE_URL``, else
            ``data/sakip.db`` beside ``app.py``.

    Returns:
        An engine; safe to share between threads.

    Raises:
        StoreTakTerbukaError: if the place cannot be written, the file is no database, or it was made
            by a newer version of this software.

    Examples:
        >>> engine = open_store("/tmp/contoh.db")  # doctest: +SKIP
    """
    target = _url(url or os.environ.get("SAKIP_DATABASE_URL") or str(BERKAS_BAKU))
    if target.get_backend_name() == "sqlite" and target.database in (None, "", ":memory:"):
        raise StoreTakTerbukaError(
            "basis-tanpa-berkas",
            "Basis data di memori hilang saat aplikasi ditutup, jadi tidak dipakai.",
            "Sebut sebuah berkas, misalnya sqlite:////var/lib/sakip/sakip.db.",
        )
    try:
        if _is_file(target):
            Path(str(target.database)).parent.mkdir(parents=True, exist_ok=True)
        _migrate(target)
    except (OSError, sa.exc.DBAPIError, sqlite3.Error) as error:
        raise _refusal(target, error) from error
    return _engine(target)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in a read transaction: every statement in it sees the same state."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that holds the write lock from its first statement; commits at the end or not at all."""
    with engine.connect().execution_options(**{_MENULIS: True}) as connection, connection.begin():
        yield connection


def new_id(result: sa.CursorResult[Any]) -> int:
    """The id the database gave to the one row that was inserted."""
    key = result.inserted_primary_key
    if key is None:
        msg = "not the result of inserting one row"
        raise TypeError(msg)
    return int(key[0])


def _url(text: str) -> sa.URL:
    return sa.make_url(text if "://" in text else f"sqlite:///{Path(text).absolute()}")


def _is_file(url: sa.URL) -> bool:
    return url.get_backend_name() == "sqlite" and not str(url.database).startswith("file:")


def _engine(url: sa.URL, *, migrating: bool = False) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True)
    engine = sa.create_engine(
        url,
        connect_args={"timeout": TUNGGU_MS / 1000},
        **({"poolclass": NullPool} if migrating else {}),
    )

    @sa.event.listens_for(engine, "connect")
    def _configure(raw: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        raw.isolation_level = None  # the driver must not begin on its own: the listener below does
        # FULL: what was answered with "tersimpan" survives a power cut. Foreign keys are off while
        # tables may be rebuilt, and checked before that transaction commits.
        for setting in (
            f"busy_timeout = {TUNGGU_MS}",
            "journal_mode = WAL",
            "synchronous = FULL",
            f"foreign_keys = {'OFF' if migrating else 'ON'}",
        ):
            raw.execute(f"PRAGMA {setting}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        menulis = connection.get_execution_options().get(_MENULIS, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if menulis else "BEGIN")

    return engine


def _migrate(url: sa.URL) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    engine = _engine(url, migrating=True)
    try:
        with reading(engine) as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if current == head:
            _try_writing(engine)
            return
        if current is not None and current not in {s.revision for s in scripts.walk_revisions()}:
            raise StoreTakTerbukaError(
                "basis-lebih-baru",
                f"Basis data dibuat oleh versi aplikasi yang lebih baru (skema {current}).",
                "Perbarui aplikasi, lalu buka lagi.",
            )
        # The lock comes first: a second process waits here and then finds nothing left to do.
        with _migrating, writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if url.get_backend_name() == "sqlite":
                _check_foreign_keys(connection)
    finally:
        engine.dispose()


def _try_writing(engine: sa.Engine) -> None:
    """A place that cannot be written is better known when the application starts than at the first upload."""
    with engine.connect().execution_options(**{_MENULIS: True}) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        connection.rollback()


def _check_foreign_keys(connection: sa.Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise StoreTakTerbukaError(
            "migrasi-gagal",
            f"Pembaruan basis data dibatalkan: {len(broken)} baris kehilangan induknya "
            f"(tabel {', '.join(sorted({str(row[0]) for row in broken}))}).",
            "Basis data tidak berubah. Hubungi pengelola dengan pesan ini.",
        )


def _refusal(url: sa.URL, error: Exception) -> StoreTakTerbukaError:
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    reason = str(getattr(error, "orig", None) or error)
    if "not a database" in reason or "malformed" in reason:
        return StoreTakTerbukaError(
            "basis-rusak",
            f"Berkas {place} bukan basis data SQLite yang utuh.",
            "Pulihkan dari cadangan, atau tunjuk berkas lain lewat SAKIP_DATABASE_URL.",
        )
    return StoreTakTerbukaError(
        "basis-tak-terbuka",
        f"Basis data {place} tidak dapat dibuka atau ditulisi ({reason}).",
        "Periksa folder dan izin tulisnya, atau tunjuk tempat lain lewat SAKIP_DATABASE_URL.",
    )
