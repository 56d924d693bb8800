"""Where a database is: what ``SAKIP_DATABASE_URL`` may say, and why a place cannot be used.

No sentence here holds a password: a place is named by user, server and database, never by its whole URL.
"""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa

from sakip_app.store.errors import StoreTakTerbukaError

SQLITE, POSTGRESQL = "sqlite", "postgresql"

_CARA = "Tulis sqlite:////folder/sakip.db atau postgresql://pengguna:sandi@server/basis."
# A server refuses a connection without a code that reaches us; its words are all there is.
_MASUK = re.compile(
    r"authentication failed|no password supplied|no pg_hba\.conf entry|role .* (does not exist|is not)"
)
_TIADA = re.compile(r"database .* does not exist")
_DIAM = re.compile(
    r"connection refused|no such file or directory|timeout|timed out|could not translate|failed to resolve|"
    r"no route to host|unreachable|starting up|shutting down|server closed the connection",
    re.IGNORECASE,
)


def parse_place(text: str) -> sa.URL:
    """The URL a person wrote, or the path of a SQLite file, as the URL that is opened.

    Raises:
        StoreTakTerbukaError: if it names neither a SQLite file nor a PostgreSQL database.
    """
    if "://" not in text:
        return sa.make_url(f"sqlite:///{Path(text).absolute()}")
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreTakTerbukaError(
            "alamat-basis-salah", "Alamat basis data di SAKIP_DATABASE_URL tidak terbaca.", _CARA
        ) from error
    backend = url.drivername.partition("+")[0]
    if "@" in (url.host or ""):  # what stands before it is the tail of a password: no sentence may repeat it
        raise StoreTakTerbukaError(
            "alamat-basis-salah",
            "Alamat basis data di SAKIP_DATABASE_URL memuat dua tanda @.",
            "Tanda @ di dalam nama pengguna atau kata sandi ditulis %40.",
        )
    if backend in ("postgres", POSTGRESQL):
        return url.set(drivername="postgresql+psycopg")
    if backend != SQLITE:
        raise StoreTakTerbukaError(
            "alamat-basis-salah", f"Basis data {backend} tidak didukung; hanya SQLite dan PostgreSQL.", _CARA
        )
    if url.database in (None, "", ":memory:"):
        raise StoreTakTerbukaError(
            "basis-tanpa-berkas",
            "Basis data di memori hilang saat aplikasi ditutup, jadi tidak dipakai.",
            "Sebut sebuah berkas, misalnya sqlite:////var/lib/sakip/sakip.db.",
        )
    return url


def is_sqlite(url: sa.URL) -> bool:
    """Whether the place is a SQLite database."""
    return url.get_backend_name() == SQLITE


def is_file(url: sa.URL) -> bool:
    """Whether the place is a plain file of SQLite, not one of its ``file:`` addresses."""
    return is_sqlite(url) and not str(url.database).startswith("file:")


def describe(url: sa.URL) -> str:
    """The place in words that may be shown and logged."""
    if is_sqlite(url):
        return str(url.database)
    return f"{_database(url)} di {_server(url)}"


def refusal(url: sa.URL, error: Exception) -> StoreTakTerbukaError:
    """What keeps the place from being used, as a person can mend it."""
    reason = str(getattr(error, "orig", None) or error)
    return _of_sqlite(url, reason) if is_sqlite(url) else _of_postgresql(url, error, reason)


def _of_sqlite(url: sa.URL, reason: str) -> StoreTakTerbukaError:
    if "not a database" in reason or "malformed" in reason:
        return StoreTakTerbukaError(
            "basis-rusak",
            f"Berkas {url.database} bukan basis data SQLite yang utuh.",
            "Pulihkan dari cadangan, atau tunjuk berkas lain lewat SAKIP_DATABASE_URL.",
        )
    return StoreTakTerbukaError(
        "basis-tak-terbuka",
        f"Basis data {url.database} tidak dapat dibuka atau ditulisi ({reason}).",
        "Periksa folder dan izin tulisnya, atau tunjuk tempat lain lewat SAKIP_DATABASE_URL.",
    )


def _of_postgresql(url: sa.URL, error: Exception, reason: str) -> StoreTakTerbukaError:
    code = getattr(getattr(error, "orig", None), "sqlstate", None)
    user = f"Pengguna {url.username}" if url.username else "Pengguna"
    if code == "42501":  # insufficient_privilege
        return StoreTakTerbukaError(
            "basis-tanpa-izin",
            f"{user} tidak berhak membuat atau menulisi tabel di basis data {describe(url)}.",
            "Minta pengelola server menjadikannya pemilik basis data itu (ALTER DATABASE … OWNER TO …).",
        )
    if _TIADA.search(reason):
        return StoreTakTerbukaError(
            "basis-tak-ada",
            f"Basis data {_database(url)} belum ada di {_server(url)}.",
            "Minta pengelola server membuatnya: CREATE DATABASE … OWNER … ENCODING 'UTF8' TEMPLATE template0.",
        )
    if _MASUK.search(reason):
        return StoreTakTerbukaError(
            "masuk-ditolak",
            f"{user} tidak diterima oleh {_server(url)}.",
            "Periksa nama pengguna, kata sandi dan izin masuknya (pg_hba.conf).",
        )
    if code is None and _DIAM.search(reason):
        return StoreTakTerbukaError(
            "server-tak-menjawab",
            f"Tidak ada jawaban dari {_server(url)}.",
            "Periksa apakah PostgreSQL berjalan di sana dan alamatnya benar, lalu coba lagi.",
        )
    return StoreTakTerbukaError(
        "basis-tak-terbuka",
        f"Basis data {describe(url)} tidak dapat dibuka atau ditulisi ({_first_line(reason)}).",
        "Periksa servernya, atau tunjuk tempat lain lewat SAKIP_DATABASE_URL.",
    )


def _server(url: sa.URL) -> str:
    host = url.host or url.query.get("host") or "komputer ini"
    return f"server PostgreSQL {host}{f':{url.port}' if url.port else ''}"


def _database(url: sa.URL) -> str:
    return url.database or url.username or "baku"


def _first_line(reason: str) -> str:
    return reason.strip().partition("\n")[0]
