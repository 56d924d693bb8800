"""A PostgreSQL server of the tests' own: its own folder, port and socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

#: Texts in this server are sorted as people sort them, so that an order which rests on bytes shows.
COLLATION = ("--locale=C", "--locale-provider=icu", "--icu-locale=id")
SETTINGS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"),
    *("wal_level=minimal", "max_wal_senders=0", "min_wal_size=32MB", "max_wal_size=128MB"),
)
MEMORY, ROOM = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 - a database a test is four hundred files: no work for a disk
#: One role must give a password; everyone else may come in.
ACCESS = """
host all berkata_sandi 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
local all all trust
"""
NEEDED = "no PostgreSQL of version 15 or later: install the package postgresql"


def find_binaries() -> Path | None:
    """The folder of initdb and postgres: the newest of Debian's, else the one on the path."""
    if os.name != "posix":
        return None
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    found = [p for p in debian if (p / "initdb").exists()] or ([Path(on_path).resolve().parent] if on_path else [])
    return next((p for p in found if _version(p) >= 15), None)


def _version(binaries: Path) -> int:
    said = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[2].partition(".")[0])


class Server:
    """A running server; :meth:`new_database` gives places to keep a store in."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.folder, self._binaries, self._numbers = folder, binaries, count()
        self._process: subprocess.Popen[bytes] | None = None
        self._who = _not_root()
        if self._who:
            shutil.chown(folder, self._who["user"], self._who["group"])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._run("initdb", "-D", folder / "data", "-U", "sakip", "-E", "UTF8", "--no-sync", *COLLATION)
        (folder / "data" / "pg_hba.conf").write_text(ACCESS)
        self.start()

    def start(self) -> None:
        own = ("listen_addresses=127.0.0.1", f"port={self.port}", f"unix_socket_directories={self.folder}")
        command = [self._binaries / "postgres", "-D", self.folder / "data"]
        for setting in (*own, *SETTINGS):
            command += ["-c", setting]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self._who)
        limit = time.monotonic() + 30
        while True:
            assert self._process.poll() is None, (self.folder / "log").read_text()
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                assert time.monotonic() < limit, (self.folder / "log").read_text()
                time.sleep(0.05)

    def stop(self) -> None:
        """Stop as an administrator does: connections are cut, nothing is lost."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(30)
            self._process = None

    def url(self, database: str, user: str = "sakip") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def new_database(self, *, template: str | None = None, options: str = "") -> str:
        """The URL of a database nobody used yet, or of a copy of ``template``."""
        name = f"uji_{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE {template or 'template0'} STRATEGY file_copy {options}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self.say(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def say(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement as the owner of the server."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[call-overload]
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *options: str | Path) -> None:
        done = subprocess.run(
            [self._binaries / program, *options], cwd=self.folder, capture_output=True, check=False, **self._who
        )
        assert done.returncode == 0, done.stderr.decode()


def _not_root() -> Mapping[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the user its package made, else as nobody."""
    if os.geteuid() != 0:
        return {}
    import grp
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": user.pw_name, "group": grp.getgrgid(user.pw_gid).gr_name, "extra_groups": ()}


@contextmanager
def serve_postgres(binaries: Path) -> Iterator[Server]:
    """A server in a folder of its own, outside pytest's, which only root may enter."""
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="sakip-pg-", dir=MEMORY if in_memory else None))
    server = None
    try:
        server = Server(binaries, folder)
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder)
