"""What was kept: every value an indicator ever had, the uploads, and the bytes of each file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids, stands, withdrawals, withdrawn
from sakip_app.store.database import reading
from sakip_app.store.errors import StoreError
from sakip_app.store.frames import frame


@dataclass(frozen=True, slots=True)
class Unggahan:
    """One upload that was kept; ``keadaan`` is ``dikirim`` or ``ditarik``."""

    id: int
    kode_unit: str
    tahun: int
    berkas: str
    sha256: str
    tata_letak: str
    pelaku: str
    waktu: datetime
    keadaan: str


def history(engine: sa.Engine, kode_indikator: str) -> pd.DataFrame:
    """Every value one indicator ever had, newest first.

    Returns:
        ``id, jenis, triwulan, angka, teks, dokumen, keadaan, berkas, sha256, tata_letak, lembar, sel,
        pelaku, waktu, unggahan_id, berlaku`` (is in force), ``ditarik`` (every upload that states it was
        withdrawn), ``alasan`` (of a correction, whose keadaan is ``dikoreksi``), and of what was withdrawn
        ``ditarik_oleh, ditarik_waktu, ditarik_alasan``. A value that outlives its upload is shown with the file
        and cell that repeat it.
    """
    n, g, p = t.nilai.c, t.unggahan.c, t.penegasan.c
    w = withdrawals().subquery("penarikan")
    newest = current_ids(t.indikator.c.id == int(kode_indikator))
    source = source_of()
    query = (
        sa.select(
            n.id,
            n.jenis,
            n.triwulan,
            n.angka,
            n.teks,
            n.dokumen,
            n.keadaan,
            g.nama_berkas,
            g.sha256,
            g.tata_letak,
            sa.func.coalesce(p.lembar, n.lembar),
            sa.func.coalesce(p.sel, n.sel),
            sa.case((p.nilai_id.is_(None), n.pelaku), else_=g.pelaku),
            sa.case((p.nilai_id.is_(None), n.waktu), else_=g.waktu),
            source,
            n.id.in_(sa.select(newest.c.id)).label("berlaku"),
            sa.not_(stands()).label("ditarik"),
            n.alasan,
            w.c.pelaku,
            w.c.waktu,
            w.c.keterangan,
        )
        .select_from(t.nilai)
        .outerjoin(t.unggahan, g.id == source)
        .outerjoin(t.penegasan, (p.nilai_id == n.id) & (p.unggahan_id == source))
        .outerjoin(w, w.c.unggahan_id == source)
        .where(n.indikator_id == int(kode_indikator))
        .order_by(n.id.desc())
    )
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "id": "int64",
                "jenis": "str",
                "triwulan": "Int64",
                "angka": "float64",
                "teks": "str",
                "dokumen": "str",
                "keadaan": "str",
                "berkas": "str",
                "sha256": "str",
                "tata_letak": "str",
                "lembar": "str",
                "sel": "str",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
                "unggahan_id": "Int64",
                "berlaku": "bool",
                "ditarik": "bool",
                "alasan": "str",
                "ditarik_oleh": "str",
                "ditarik_waktu": "datetime64[us, UTC]",
                "ditarik_alasan": "str",
            },
        )


def source_of() -> sa.ColumnElement[int | None]:
    """The upload a value is shown from: its own or, when that was withdrawn, the first that repeats it."""
    again = t.penegasan.alias("lagi")
    repeated = (
        sa.select(sa.func.min(again.c.unggahan_id))
        .where(again.c.nilai_id == t.nilai.c.id, again.c.unggahan_id.not_in(withdrawn()))
        .correlate(t.nilai)
        .scalar_subquery()
    )
    return sa.case(
        (t.nilai.c.unggahan_id.in_(withdrawn()), sa.func.coalesce(repeated, t.nilai.c.unggahan_id)),
        else_=t.nilai.c.unggahan_id,
    )


def read_berkas(engine: sa.Engine, sha256: str) -> bytes:
    """The bytes of a kept file.

    Raises:
        StoreError: if no file with this sha256 is kept.
    """
    with reading(engine) as connection:
        isi = connection.execute(sa.select(t.berkas.c.isi).where(t.berkas.c.sha256 == sha256)).scalar()
    if isi is None:
        raise StoreError("berkas-asing", f"Berkas {sha256[:12]}… tidak tersimpan.", "Muat ulang daftar unggahan.")
    return bytes(isi)


def find_upload(engine: sa.Engine, kode_instansi: str, sha256: str) -> Unggahan | None:
    """The upload that brought these bytes before, one in force before a withdrawn one, else ``None``."""
    g = t.unggahan.c
    ditarik = g.id.in_(withdrawn())
    query = (
        sa.select(g.id, g.kode_unit, g.tahun, g.nama_berkas, g.sha256, g.tata_letak, g.pelaku, g.waktu, _keadaan())
        .where(g.kode_instansi == kode_instansi, g.sha256 == sha256)
        .order_by(ditarik, g.id.desc())
    )
    with reading(engine) as connection:
        row = connection.execute(query).first()
    return None if row is None else Unggahan(*row)


def list_unggahan(engine: sa.Engine, kode_instansi: str, tahun: int | None = None) -> pd.DataFrame:
    """The uploads, newest first.

    Returns:
        ``id, kode_unit, tahun, berkas, sha256, tata_letak, lembar, dokumen, triwulan_terakhir`` (the last
        quarter with a realisasi), ``pelaku, waktu, keadaan`` (``dikirim`` or ``ditarik``), ``n_nilai``
        (values it added or changed), and of what was withdrawn ``ditarik_oleh, ditarik_waktu, ditarik_alasan``.
    """
    g = t.unggahan.c
    w = withdrawals().subquery("penarikan")
    n_nilai = (
        sa.select(sa.func.count()).where(t.nilai.c.unggahan_id == g.id).correlate(t.unggahan).scalar_subquery()
    )
    query = (
        sa.select(
            g.id,
            g.kode_unit,
            g.tahun,
            g.nama_berkas,
            g.sha256,
            g.tata_letak,
            g.lembar,
            g.dokumen,
            g.triwulan_terakhir,
            g.pelaku,
            g.waktu,
            _keadaan(),
            n_nilai,
            w.c.pelaku,
            w.c.waktu,
            w.c.keterangan,
        )
        .select_from(t.unggahan)
        .outerjoin(w, w.c.unggahan_id == g.id)
        .where(g.kode_instansi == kode_instansi)
        .order_by(g.id.desc())
    )
    if tahun is not None:
        query = query.where(g.tahun == tahun)
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "id": "int64",
                "kode_unit": "str",
                "tahun": "int64",
                "berkas": "str",
                "sha256": "str",
                "tata_letak": "str",
                "lembar": "str",
                "dokumen": "str",
                "triwulan_terakhir": "Int64",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
                "keadaan": "str",
                "n_nilai": "int64",
                "ditarik_oleh": "str",
                "ditarik_waktu": "datetime64[us, UTC]",
                "ditarik_alasan": "str",
            },
        )


def _keadaan() -> sa.ColumnElement[str]:
    return sa.case((t.unggahan.c.id.in_(withdrawn()), "ditarik"), else_="dikirim").label("keadaan")
