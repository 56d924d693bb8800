"""Pressing Simpan while somebody else writes: a sentence, nothing lost, and the next press works."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sakip_app.screens.upload import UNIT_BARU
from sakip_app.store import database
from tests.screens.conftest import UseStore
from tests.screens.looking import headline, open_page
from tests.workbook.forms import Bentuk, build

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_locked_store_loses_nothing(
    own_example: Path, use_store: UseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "TUNGGU_MS", 200)
    use_store(own_example)
    data = build(Bentuk(unit="Perangkat Daerah : Dinas Sabar")).data
    at = open_page("unggah")
    at.file_uploader[0].upload("sabar.xlsx", data, XLSX).run()
    at.selectbox(key="unit_tujuan").set_value(UNIT_BARU).run()
    with closing(sqlite3.connect(own_example, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        at.button(key="simpan").click().run()
        assert not at.exception
        assert "tidak ada yang disimpan" in at.error[0].value
        assert "tekan Simpan lagi" in at.error[0].value
        other.execute("ROLLBACK")
    at.button(key="simpan").click().run()
    assert not at.exception
    assert headline(at) == "sabar.xlsx tersimpan."
