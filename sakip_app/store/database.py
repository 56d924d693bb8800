"""Opening the database: connection settings, migrations, and the two kinds of transaction.

Reading is a snapshot: every statement sees the same state. Writing is one at a time, the lock before the first
statement: a writer that reads first and locks later is refused by SQLite however long it would wait, and
on PostgreSQL would decide by what another has changed meanwhile. One writer at a time also makes the ids of the
log grow in the order of the commits, on which every cache relies.

- SQLite: ``BEGIN`` and ``BEGIN IMMEDIATE``.
- PostgreSQL: ``REPEATABLE READ, READ ONLY``; and ``READ COMMITTED`` behind an advisory lock, so that each statement
  after the lock sees all that was committed before it (a snapshot would be taken while still waiting).
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from sakip_app.store.errors import StoreTakTerbukaError
from sakip_app.store.place import describe, is_file, is_sqlite, parse_place, refusal
from sakip_app.store.tables import metadata

#: Where the database lies when nothing says otherwise: ``data/sakip.db`` beside ``app.py``.
BERKAS_BAKU = Path(__file__).resolve().parents[2] / "data" / "sakip.db"

TUNGGU_MS = 20_000  # how long a writer waits for another before giving up

_MIGRATIONS = Path(__file__).with_name("migrations")
_MENULIS = "sakip_menulis"
_KUNCI_PENULIS = 0x53414B4950  # "SAKIP": the advisory lock of PostgreSQL that writers of one database take in turn
_SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
# Alembic keeps its context in module globals, so two threads must not migrate at once.
_migrating = threading.Lock()


def open_store(url: str | None = None) -> sa.Engine:
    """Open the database, creating or migrating it first.

    Args:
        url: ``sqlite:///…``, ``postgresql://…`` (or ``postgres://``), or the path of a SQLite file. Default:
            ``SAKIP_DATABASE_URL``, else ``data/sakip.db`` beside ``app.py``.

    Returns:
        An engine; safe to share between threads.

    Raises:
        StoreTakTerbukaError: if the place cannot be reached or written, the file is no database, or it was made
            by a newer version of this software.

    Examples:
        >>> engine = open_store("/tmp/contoh.db")  # doctest: +SKIP
    """
    target = parse_place(url or os.environ.get("SAKIP_DATABASE_URL") or str(BERKAS_BAKU))
    try:
        if is_file(target):
            Path(str(target.database)).parent.mkdir(parents=True, exist_ok=True)
        _migrate(target)
    except (OSError, sa.exc.DBAPIError, sqlite3.Error) as error:
        raise refusal(target, error) from error
    return _engine(target)


def open_existing(url: str) -> sa.Engine:
    """Open a store as it lies there: nothing is made and nothing migrated.

    Raises:
        StoreTakTerbukaError: if it cannot be read, there is no store, or its tables are of another version.
    """
    place = parse_place(url)
    if is_file(place) and not Path(str(place.database)).is_file():
        raise _no_store(place)
    engine = _engine(place)
    try:
        with reading(engine) as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        engine.dispose()
        raise refusal(place, error) from error
    if current == ScriptDirectory.from_config(_config()).get_current_head():
        return engine
    engine.dispose()
    if current is None:
        raise _no_store(place)
    raise StoreTakTerbukaError(
        "basis-beda-versi",
        f"Basis data {describe(place)} dibuat oleh versi aplikasi yang lain (skema {current}).",
        "Buka sekali dengan aplikasi versi ini, lalu ulangi.",
    )


def _no_store(place: sa.URL) -> StoreTakTerbukaError:
    return StoreTakTerbukaError(
        "basis-tanpa-data", f"Tidak ada data SAKIP di {describe(place)}.", "Periksa letak atau alamatnya."
    )


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in a read transaction: every statement in it sees the same state."""
    options = {} if engine.dialect.name == "sqlite" else _SNAPSHOT
    with engine.connect().execution_options(**options) as connection, connection.begin():
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


def _engine(url: sa.URL, *, migrating: bool = False) -> sa.Engine:
    return _sqlite(url, migrating=migrating) if is_sqlite(url) else _postgresql(url)


def _sqlite(url: sa.URL, *, migrating: bool) -> sa.Engine:
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
            "recursive_triggers = ON",  # else REPLACE would delete a row past the trigger that forbids it
            f"foreign_keys = {'OFF' if migrating else 'ON'}",
        ):
            raw.execute(f"PRAGMA {setting}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")

    return engine


def _postgresql(url: sa.URL) -> sa.Engine:
    # What the server would take from its own setting is said: text is UTF-8, and a silent host is given up.
    said = {"client_encoding": "utf8", "connect_timeout": "10", "application_name": "sakip"}
    engine = sa.create_engine(
        url,
        connect_args={name: value for name, value in said.items() if name not in url.query},
        pool_pre_ping=True,  # a server that was restarted is met with a new connection, not with an error
        isolation_level="READ COMMITTED",
    )

    @sa.event.listens_for(engine, "connect")
    def _configure(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # What stands is found by subqueries whose cost the server guesses a hundredfold: it would compile each
        # query to machine code first, which takes longer than answering it.
        with closing(raw.cursor()) as cursor:
            cursor.execute("SET jit = off")
        raw.commit()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        if _writes(connection):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {TUNGGU_MS}")
            # A writer whose machine vanished lets the next one in after three turns of waiting.
            connection.exec_driver_sql(f"SET LOCAL idle_in_transaction_session_timeout = {3 * TUNGGU_MS}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_KUNCI_PENULIS})")

    return engine


def _writes(connection: sa.Connection) -> bool:
    return bool(connection.get_execution_options().get(_MENULIS, False))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _migrate(url: sa.URL) -> None:
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    engine = _engine(url, migrating=True)
    try:
        with reading(engine) as connection:
            if not is_sqlite(url):
                _check_encoding(connection, url)
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
            if is_sqlite(url):
                _check_foreign_keys(connection)
            else:
                _order_by_bytes(connection)
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


def _check_encoding(connection: sa.Connection, url: sa.URL) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":  # what Debian makes where no locale is set: SQL_ASCII
        raise StoreTakTerbukaError(
            "basis-bukan-utf8",
            f"Basis data {describe(url)} memakai pengodean {encoding}, bukan UTF8.",
            "Buat basis data lain: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
        )


def _order_by_bytes(connection: sa.Connection) -> None:
    """Give every text column the collation that SQLite has, so that both databases put rows in one order.

    Done for whatever the migrations left, not in them: no migration can forget it.
    """
    columns = connection.execute(
        sa.text(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) "
            "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname = ANY(:ours) "
            "AND NOT a.attisdropped AND a.attcollation NOT IN (0, 'pg_catalog.\"C\"'::regcollation)"
        ),
        {"ours": list(metadata.tables)},
    )
    quote = connection.dialect.identifier_preparer.quote
    changes: dict[str, list[str]] = {}
    for table, column, kind in columns:
        changes.setdefault(table, []).append(f'ALTER COLUMN {quote(column)} TYPE {kind} COLLATE "C"')
    for table, of_table in changes.items():
        connection.exec_driver_sql(f"ALTER TABLE {quote(table)} {', '.join(of_table)}")
