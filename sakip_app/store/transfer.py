"""Moving: every row of one store into another, empty one, whatever databases the two are.

Everything happens in one transaction of the target, the comparison too: what is not equal is not kept.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from sakip_app.store.database import open_existing, open_store, reading, writing
from sakip_app.store.errors import StoreError
from sakip_app.store.tables import metadata

_SEKALI = 1000  # rows held at once
_SEKALI_BERKAS = 4  # of a table that holds files


class PindahDitolakError(StoreError):
    """A store that is not moved; the target is as it was."""


class TabelPindah(NamedTuple):
    """What became of one table: its rows in the source and in the target, and whether all are equal."""

    nama: str
    baris: int
    baris_tujuan: int
    sama: bool


class PindahBerbedaError(PindahDitolakError):
    """The copy was not equal to its source, and was not kept."""

    def __init__(self, tabel: Sequence[TabelPindah]) -> None:
        beda = ", ".join(satu.nama for satu in tabel if not satu.sama)
        super().__init__(
            "salinan-berbeda",
            f"Salinan tidak sama dengan asalnya pada tabel {beda}; tidak ada yang disimpan di tujuan.",
            "Kirimkan pesan ini kepada pengelola aplikasi; data asal tidak berubah.",
        )
        self.tabel = tabel


class Isi:
    """How many rows, and a digest of every value of every row in order; equal for equal rows of two databases."""

    def __init__(self) -> None:
        self.baris = 0
        self._digest = hashlib.sha256()

    def add(self, rows: Iterable[sa.RowMapping]) -> None:
        """Take in further rows."""
        for row in rows:
            self.baris += 1
            for value in row.values():
                self._digest.update(_as_bytes(value))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Isi) and self._digest.digest() == other._digest.digest()

    __hash__ = None  # type: ignore[assignment]  # it grows


def transfer(dari: str, ke: str, *, report: Callable[[str], None]) -> list[TabelPindah]:
    """Copy the whole store ``dari`` into the empty place ``ke``, ids and times as they are.

    The source is read as one snapshot: what is sent to it meanwhile is not moved. So stop the application first.

    Args:
        dari: URL or SQLite file of the store to copy; must have the tables of this version.
        ke: URL or SQLite file; its tables are made where there are none.
        report: told one sentence a table while it goes on.

    Returns:
        Every table, all of them equal.

    Raises:
        StoreTakTerbukaError: if one of the two cannot be opened, or there is no store in ``dari``.
        PindahDitolakError: if ``ke`` holds data, a row does not fit, or a connection is lost.
        PindahBerbedaError: if what was written is not what was read.
    """
    source, target = open_existing(dari), open_store(ke)
    try:
        with reading(source) as from_, writing(target) as to:
            _require_empty(to)
            return _copy_all(from_, to, report)
    except sa.exc.DBAPIError as error:
        raise PindahDitolakError(
            "pindah-terputus",
            f"Pemindahan terputus ({_reason(error)}).",
            "Ulangi. Bila tujuan ternyata sudah berisi, semuanya telah tersalin.",
        ) from error
    finally:
        source.dispose()
        target.dispose()


def _copy_all(source: sa.Connection, target: sa.Connection, report: Callable[[str], None]) -> list[TabelPindah]:
    tables = metadata.sorted_tables  # a table after those it refers to
    read: dict[str, Isi] = {}
    for table in tables:
        read[table.name] = _copy(source, target, table)
        report(f"{table.name}: {read[table.name].baris} baris disalin")
    if target.dialect.name == "postgresql":
        for table in tables:
            _continue_ids(target, table)
        target.exec_driver_sql("ANALYZE")  # else the first readers meet a server that knows nothing of its tables
    result: list[TabelPindah] = []
    for table in tables:
        written = Isi()
        for rows in _batches(target, table):
            written.add(rows)
        asal = read[table.name]
        result.append(TabelPindah(table.name, asal.baris, written.baris, sama=asal == written))
        report(f"{table.name}: dibandingkan")
    if not all(satu.sama for satu in result):
        raise PindahBerbedaError(result)
    return result


def _require_empty(target: sa.Connection) -> None:
    filled = [
        table.name
        for table in metadata.sorted_tables
        if target.execute(sa.select(table).limit(1)).first() is not None
    ]
    if filled:
        raise PindahDitolakError(
            "tujuan-berisi",
            f"Basis data tujuan sudah berisi data (tabel {', '.join(filled)}); tidak ada yang disalin.",
            "Pilih basis data yang kosong.",
        )


def _copy(source: sa.Connection, target: sa.Connection, table: sa.Table) -> Isi:
    isi = Isi()
    for rows in _batches(source, table):
        isi.add(rows)
        try:
            target.execute(sa.insert(table), [dict(row) for row in rows])
        except sa.exc.DBAPIError as error:
            raise PindahDitolakError(
                "baris-tak-muat",
                f"Tabel {table.name} tidak dapat disalin ({_reason(error)}).",
                "Tujuan tetap kosong. Kirimkan pesan ini kepada pengelola aplikasi.",
            ) from error
    return isi


def _reason(error: sa.exc.DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]


def _batches(connection: sa.Connection, table: sa.Table) -> Iterator[Sequence[sa.RowMapping]]:
    """The rows in the order of their keys, a few at a time."""
    files = any(isinstance(column.type, sa.LargeBinary) for column in table.columns)
    query = sa.select(table).order_by(*table.primary_key.columns)
    at_once = query.execution_options(yield_per=_SEKALI_BERKAS if files else _SEKALI)
    yield from connection.execute(at_once).mappings().partitions()


def _continue_ids(target: sa.Connection, table: sa.Table) -> None:
    """The next id a server gives follows the highest one that was brought along."""
    column = table.autoincrement_column
    if column is None:
        return
    highest = target.execute(sa.select(sa.func.max(column))).scalar()
    if highest is not None:
        sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
        target.execute(sa.select(sa.func.setval(sequence, highest)))


def _as_bytes(value: object) -> bytes:
    """A value so that no two different ones, and no two neighbours, read the same."""
    match value:
        case None:
            return b"n"
        case bool():
            return b"b1" if value else b"b0"
        case int():
            return _framed(b"i", str(value).encode())
        case float():
            # SQLite keeps −0.0 as 0.0; nobody can tell the two apart on a screen.
            return b"f" + struct.pack(">d", value + 0.0)
        case str():
            return _framed(b"s", value.encode("utf-8", "surrogatepass"))
        case bytes():
            return _framed(b"y", value)
        case datetime() | date():
            return _framed(b"t", value.isoformat().encode())
        case dict() | list():
            return _framed(b"j", json.dumps(value, sort_keys=True).encode())
    msg = f"no digest for {type(value).__name__}"
    raise TypeError(msg)


def _framed(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(8, "big") + content
