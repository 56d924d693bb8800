"""Trying to keep a workbook: the same answer as keeping it, and nothing is kept."""

import pytest
import sqlalchemy as sa

from sakip_app.store import Kiriman, SimpanDitolakError, UnitBaru, commit_uploads
from sakip_app.store.database import reading
from sakip_app.store.tables import metadata
from tests.store.conftest import baris, hasil


def counts(engine):
    with reading(engine) as connection:
        return {
            name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for name, table in metadata.tables.items()
        }


def test_a_try_answers_and_leaves_nothing(store):
    read = hasil(baris("k1", target={1: 4.0}, realisasi={1: 3.0}), isi=b"isi")
    unit = UnitBaru("u", "Dinas U")
    told = {"kode_instansi": "B", "pelaku": "ani"}
    before = counts(store)
    tried = commit_uploads(store, [Kiriman(read, "u", 2026, unit)], b"isi", coba=True, **told)
    assert counts(store) == before
    kept = commit_uploads(store, [Kiriman(read, "u", 2026, unit)], b"isi", **told)
    assert (tried[0].n_baru, tried[0].baru, tried[0].unit_didaftarkan) == (kept[0].n_baru, True, True)
    assert kept[0].n_baru == 3  # uraian, target, realisasi
    after = counts(store)
    with pytest.raises(SimpanDitolakError) as refusal:
        commit_uploads(store, [Kiriman(read, "tiada", 2026)], b"isi", coba=True, **told)
    assert refusal.value.kode == "unit-asing"
    assert counts(store) == after
