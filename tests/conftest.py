"""Fixtures that start real things: stores, one with the example body, servers on them, a PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings

from sakip_app.store import open_store
from sakip_app.store.transfer import transfer
from tests.serving import ROOT, serve
from tests.store.postgres import NEEDED, Server, find_binaries, serve_postgres

# How fast a case runs belongs to the machine and to what else runs on it; speed is measured in benchmarks/.
settings.register_profile("tanpa-batas-waktu", deadline=None)
settings.load_profile("tanpa-batas-waktu")


class Open:
    """Opens stores as the app does, and closes them together."""

    def __init__(self) -> None:
        self._opened: list[sa.Engine] = []

    def __call__(self, url: str) -> sa.Engine:
        self._opened.append(open_store(url))
        return self._opened[-1]

    def close(self) -> None:
        for engine in self._opened:
            engine.dispose()


@pytest.fixture
def open_again() -> Iterator[Open]:
    opens = Open()
    yield opens
    opens.close()


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the example body; made once a session, copied by whoever writes."""
    file = tmp_path_factory.mktemp("contoh") / "sakip.db"
    subprocess.run(
        [sys.executable, "-m", "data.contoh"],
        cwd=ROOT,
        env={**os.environ, "SAKIP_DATABASE_URL": f"sqlite:///{file}"},
        check=True,
        capture_output=True,
    )
    return file


@pytest.fixture(scope="session")
def example_on_server(example_file: Path, postgres: Server) -> str:
    """The URL of the example body, moved to PostgreSQL."""
    url = postgres.new_database()
    transfer(str(example_file), url, report=lambda _: None)
    return url


@pytest.fixture
def own_example(example_file: Path, tmp_path: Path) -> Path:
    """A copy of the example that a test may write to."""
    return Path(shutil.copy(example_file, tmp_path / "sakip.db"))


@pytest.fixture(scope="session")
def shared_address(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server on the example, for tests that only look."""
    copy = Path(shutil.copy(example_file, tmp_path_factory.mktemp("server") / "sakip.db"))
    with serve(copy) as address:
        yield address


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own; skips where there is none."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip(NEEDED)
    with serve_postgres(binaries) as server:
        yield server
