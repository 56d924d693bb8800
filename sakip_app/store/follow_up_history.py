"""Follow-ups as they stand now: each with its history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from sakip_app.snapshot.follow_up import Langkah, TindakLanjut, with_steps
from sakip_app.store import tables as t
from sakip_app.store.current import withdrawn
from sakip_app.store.database import reading
from sakip_app.store.snapshots import short_id


def list_tindak_lanjut(
    engine: sa.Engine, kode_instansi: str, *, dengan_batal: bool = False
) -> tuple[TindakLanjut, ...]:
    """The follow-ups of a body as they stand now, oldest first; ``dengan_batal``: also those withdrawn.

    Steps that came with an upload which was withdrawn are left out.
    """
    with reading(engine) as connection:
        return follow_ups_now(connection, kode_instansi, dengan_batal=dengan_batal)


def follow_ups_now(
    connection: sa.Connection, kode_instansi: str, *, dengan_batal: bool = False
) -> tuple[TindakLanjut, ...]:
    """``list_tindak_lanjut`` inside the caller's transaction."""
    j = t.tindak_lanjut.c
    query = (
        sa.select(
            t.tindak_lanjut,
            t.rekam.c.tahun.label("rekam_tahun"),
            t.rekam.c.triwulan.label("rekam_triwulan"),
            t.indikator.c.kunci,
            t.unit.c.nama_pendek.label("nama_unit"),
        )
        .outerjoin(t.rekam, t.rekam.c.id == j.rekam_id)
        .outerjoin(t.indikator, t.indikator.c.id == j.indikator_id)
        .outerjoin(t.unit, (t.unit.c.kode_instansi == j.kode_instansi) & (t.unit.c.kode_unit == j.kode_unit))
        .where(j.kode_instansi == kode_instansi)
        .order_by(j.id)
    )
    steps = _steps(connection, kode_instansi)
    janji = [with_steps(_promise(row), steps.get(row.id, ())) for row in connection.execute(query)]
    return tuple(satu for satu in janji if dengan_batal or not satu.batal)


def _promise(row: sa.Row[Any]) -> TindakLanjut:
    held = None if row.rekam_id is None else short_id(row.rekam_tahun, row.rekam_triwulan, row.rekam_id)
    return TindakLanjut(
        id=row.id,
        uid=row.uid,
        apa=row.apa,
        penanggung_jawab=row.penanggung_jawab,
        tenggat=row.tenggat,
        tahun=row.tahun,
        triwulan=row.triwulan,
        kode_unit=row.kode_unit,
        kode_indikator=None if row.indikator_id is None else str(row.indikator_id),
        ukuran_berhasil=row.ukuran_berhasil,
        rekam=held,
        pelaku=row.pelaku,
        waktu=row.waktu,
        kunci=row.kunci,
        nama_unit=row.nama_unit,
    )


def _steps(connection: sa.Connection, kode_instansi: str) -> Mapping[int, tuple[Langkah, ...]]:
    """The steps that count, of every follow-up of the body, oldest first."""
    s, g = t.tindak_lanjut_langkah.c, t.unggahan.c
    told = (s.pelaku, s.waktu, s.keadaan, s.catatan, s.bukti, s.tenggat, s.apa, s.penanggung_jawab, s.tahun)
    query = (
        sa.select(s.tindak_lanjut_id, *told, s.triwulan, g.nama_berkas, s.unggahan_id, s.batal)
        .join(t.tindak_lanjut, t.tindak_lanjut.c.id == s.tindak_lanjut_id)
        .outerjoin(t.unggahan, g.id == s.unggahan_id)
        .where(
            t.tindak_lanjut.c.kode_instansi == kode_instansi,
            sa.or_(s.unggahan_id.is_(None), s.unggahan_id.not_in(withdrawn())),
        )
        .order_by(s.id)
    )
    result: dict[int, list[Langkah]] = defaultdict(list)
    for of, *said in connection.execute(query):
        result[of].append(Langkah(*said))
    return {of: tuple(langkah) for of, langkah in result.items()}
