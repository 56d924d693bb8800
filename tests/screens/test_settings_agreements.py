"""Pengaturan › Perjanjian: a PK recorded, weights given, and the unit's figure that follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from sakip_app.store import data_version, list_pk, load_tahun, open_store
from tests.screens.conftest import UseStore
from tests.screens.looking import html, open_page, plain
from tests.two_quarters import KODE, report_two_quarters


@pytest.fixture
def body(tmp_path: Path, use_store: UseStore) -> Iterator[sa.Engine]:
    file = tmp_path / "uji.db"
    use_store(file)
    engine = open_store(f"sqlite:///{file}")
    report_two_quarters(engine)
    yield engine
    engine.dispose()


def edit(at: AppTest, body: sa.Engine, table: str, ke: int, **changes: object) -> AppTest:
    """Type into a table, as its editor reports it; ``ke`` counts what was kept in this session."""
    key = f"{table}_{KODE}_u_2026_{data_version(body)}_{ke}"
    assert key in at.session_state
    at.session_state[key] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **changes}
    return at.run()


def press(at: AppTest, key: str) -> AppTest:
    assert not at.exception, [error.message for error in at.exception]
    at.button(key=key).click().run()
    assert not at.exception
    return at


def test_a_pk_is_recorded_and_its_weights_move_the_units_figure(body: sa.Engine) -> None:
    at = open_page("pengaturan", bagian="perjanjian")
    assert "Belum ada perjanjian kinerja Dinas U 2026." in plain(html(at))
    said = {"kode_pk": "PK-1", "nama": "PK Kepala Dinas", "pihak_pertama": "Kepala Dinas", "pihak_kedua": "Bupati"}
    press(edit(at, body, "tabel_pk", 0, added_rows=[{**said, "tanggal": "2026-01-28"}]), "simpan_pk")
    assert not at.error
    kept = list_pk(body, KODE, 2026)
    assert kept["nama"].tolist() == ["PK Kepala Dinas"]
    assert str(kept["tanggal"].iloc[0].date()) == "2026-01-28"

    rows = {0: {"kode_pk": "PK-1", "bobot": 75}, 1: {"kode_pk": "PK-1", "bobot": 25}}
    edit(at, body, "tabel_bobot", 1, edited_rows={str(n): row for n, row in rows.items()})
    assert any(caption.value == "PK-1: 100" for caption in at.caption)
    press(at, "simpan_bobot")
    assert not at.error
    weights = load_tahun(body, KODE, 2026).indikator.set_index("kunci")["bobot"]
    assert weights.to_dict() == {"turun": 75.0, "naik": 25.0}
    # 80 weighs 75 and 100 weighs 25: 85, where the plain mean was 90.
    assert "85,0" in plain(html(open_page("unit", tahun="2026", tw="I", ukuran="triwulan")))


def test_what_is_missing_is_said_and_nothing_kept(body: sa.Engine) -> None:
    at = open_page("pengaturan", bagian="perjanjian")
    press(edit(at, body, "tabel_pk", 0, added_rows=[{"nama": "PK tanpa kode"}]), "simpan_pk")
    assert "Isi kode dan nama setiap PK" in at.error[0].value
    assert list_pk(body, KODE, 2026).empty
