"""The value in force: of each indicator, kind and quarter the newest row that still stands.

A row stands when its upload was not withdrawn, or when another upload that was not withdrawn says the same.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.stated import Berlaku, Kunci

DITARIK = "unggahan_ditarik"


def withdrawn() -> sa.Select[tuple[int]]:
    """The uploads that were withdrawn."""
    return sa.select(t.peristiwa.c.unggahan_id).where(
        t.peristiwa.c.jenis == DITARIK, t.peristiwa.c.unggahan_id.is_not(None)
    )


def withdrawals() -> sa.Select[tuple[int, str, datetime, str]]:
    """Of each upload that was withdrawn who did it, when, and why."""
    p = t.peristiwa.c
    return sa.select(p.unggahan_id, p.pelaku, p.waktu, p.keterangan).where(
        p.jenis == DITARIK, p.unggahan_id.is_not(None)
    )


def stands(*, tanpa: int | None = None) -> sa.ColumnElement[bool]:
    """Whether a row of ``nilai`` still stands; ``tanpa`` names an upload to be thought away as well."""
    again = t.penegasan.alias("lagi")
    confirmed = (
        sa.select(sa.literal(1))
        .where(again.c.nilai_id == t.nilai.c.id, _kept(again.c.unggahan_id, tanpa))
        .correlate(t.nilai)
        .exists()
    )
    return sa.or_(t.nilai.c.unggahan_id.is_(None), _kept(t.nilai.c.unggahan_id, tanpa), confirmed)


def _kept(unggahan_id: sa.ColumnElement[int | None], tanpa: int | None) -> sa.ColumnElement[bool]:
    kept = unggahan_id.not_in(withdrawn())
    return kept if tanpa is None else sa.and_(kept, unggahan_id != tanpa)


def current_ids(*of: sa.ColumnElement[bool], tanpa: int | None = None) -> sa.Subquery:
    """The ids of the rows in force, for the indicators that meet the conditions ``of``."""
    newest = sa.func.max(t.nilai.c.id).label("id")
    return (
        sa.select(newest)
        .join(t.indikator, t.indikator.c.id == t.nilai.c.indikator_id)
        .where(*of, stands(tanpa=tanpa))
        .group_by(t.nilai.c.indikator_id, t.nilai.c.jenis, t.nilai.c.triwulan)
        .subquery("terkini")
    )


def in_force(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, tahun: int, *, tanpa: int | None = None
) -> dict[Kunci, Berlaku]:
    """What stands for one unit and year, by indicator, kind and quarter; ``tanpa`` as for :func:`stands`."""
    ids = current_ids(
        t.indikator.c.kode_instansi == kode_instansi,
        t.indikator.c.tahun == tahun,
        t.indikator.c.kode_unit == kode_unit,
        tanpa=tanpa,
    )
    n = t.nilai.c
    rows = connection.execute(
        sa.select(
            t.indikator.c.kunci, n.jenis, n.triwulan, n.id, n.unggahan_id, n.angka, n.teks, n.dokumen, n.keadaan
        )
        .join(ids, ids.c.id == n.id)
        .join(t.indikator, t.indikator.c.id == n.indikator_id)
    )
    return {(r.kunci, r.jenis, r.triwulan): Berlaku(*r[3:]) for r in rows}
