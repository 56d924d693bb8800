"""Stores for the screens, opened the way the app opens its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import streamlit as st

from sakip_app.store import UnitBaru, add_instansi, add_units, open_store
from tests.screens.promising import TODAY, report

UseStore = Callable[[Path], None]


def clear_caches() -> None:
    """What the app keeps between visitors; it belongs to one store."""
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def use_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[UseStore]:
    """Makes a file the app's store, with nothing cached from another one."""

    def use(file: Path) -> None:
        clear_caches()
        monkeypatch.setenv("SAKIP_DATABASE_URL", f"sqlite:///{file}")

    yield use
    clear_caches()


@pytest.fixture(scope="module")
def example(example_file: Path) -> Iterator[Path]:
    """The example body as the app's store, for a module of tests that only look: one store, one cache."""
    with pytest.MonkeyPatch.context() as patch:
        clear_caches()
        patch.setenv("SAKIP_DATABASE_URL", f"sqlite:///{example_file}")
        yield example_file
    clear_caches()


@pytest.fixture
def empty_store(tmp_path: Path, use_store: UseStore) -> Path:
    """A store nobody has used yet; the app makes it at its first opening."""
    file = tmp_path / "kosong.db"
    use_store(file)
    return file


@pytest.fixture
def store_without_data(empty_store: Path) -> Path:
    """A body with one unit, but no workbook."""
    engine = open_store(f"sqlite:///{empty_store}")
    add_instansi(engine, kode="salatiga", nama="KPU Kota Salatiga", jenis="kpu", pelaku="Tamu")
    add_units(engine, "salatiga", [UnitBaru("sekretariat", "Sekretariat KPU Kota Salatiga")], pelaku="Tamu")
    engine.dispose()
    return empty_store


@pytest.fixture
def body(tmp_path: Path, use_store: UseStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    """The small body of ``promising`` as the app's store, on 20 August 2026, and an engine on the same file."""
    file = tmp_path / "uji.db"
    use_store(file)
    monkeypatch.setattr("sakip_app.screens.standing.today", lambda: TODAY)
    engine = open_store(f"sqlite:///{file}")
    report(engine)
    yield engine
    engine.dispose()
