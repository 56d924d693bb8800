"""The cost of reading one year must not grow with the years kept: every table is entered by an index."""

from __future__ import annotations

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading


def test_values_in_force_are_found_by_index(sqlite_store):
    ids = current_ids(t.indikator.c.kode_instansi == "B", t.indikator.c.tahun == 2026)
    query = sa.select(t.nilai).join(ids, ids.c.id == t.nilai.c.id)
    text = str(query.compile(sqlite_store, compile_kwargs={"literal_binds": True}))
    with reading(sqlite_store) as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    scanned = [step for step in plan if step.startswith("SCAN")]
    assert scanned == ["SCAN terkini"], plan  # only the list of ids itself
    assert any("indikator" in step and "kode_instansi=? AND tahun=?" in step for step in plan), plan
    assert any("COVERING INDEX ix_nilai_indikator_id" in step for step in plan), plan
