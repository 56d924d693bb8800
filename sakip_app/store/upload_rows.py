"""The rows an accepted upload adds: its bytes, itself, its indicators, its values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id
from sakip_app.store.stated import BERDOKUMEN, Beda, reported_quarter
from sakip_app.workbook.result import HasilBaca


def insert_upload(connection: sa.Connection, hasil: HasilBaca, isi: bytes, upload: Mapping[str, Any]) -> int:
    """Keep the bytes, unless they are kept already, and the upload itself; its id."""
    kept = sa.select(t.berkas.c.ukuran).where(t.berkas.c.sha256 == hasil.sha256)
    if connection.execute(kept).first() is None:
        connection.execute(sa.insert(t.berkas).values(sha256=hasil.sha256, isi=isi, ukuran=len(isi)))
    result = connection.execute(
        sa.insert(t.unggahan).values(
            **upload,
            sha256=hasil.sha256,
            nama_berkas=hasil.berkas,
            tata_letak=hasil.tata_letak,
            lembar=hasil.lembar,
            triwulan_terakhir=reported_quarter(hasil),
        )
    )
    return new_id(result)


def ensure_indicators(
    connection: sa.Connection,
    hasil: HasilBaca,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    unggahan_id: int,
) -> dict[str, int]:
    """See that every indicator of ``hasil`` has an identity; the ids of all the unit has in the year."""
    i = t.indikator.c
    ids = sa.select(i.kunci, i.id).where(
        i.kode_instansi == kode_instansi, i.tahun == tahun, i.kode_unit == kode_unit
    )
    known = {row.kunci for row in connection.execute(ids)}
    new = [
        {
            "kode_instansi": kode_instansi,
            "kode_unit": kode_unit,
            "tahun": tahun,
            "kunci": baris.kunci,
            "urutan": baris.baris,
            "unggahan_id": unggahan_id,
        }
        for baris in hasil.indikator
        if baris.kunci not in known
    ]
    if new:
        connection.execute(sa.insert(t.indikator), new)
    return {row.kunci: row.id for row in connection.execute(ids)}


def insert_values(
    connection: sa.Connection,
    beda: list[Beda],
    ids: Mapping[str, int],
    unggahan_id: int,
    *,
    dokumen: str | None,
    pelaku: str,
    waktu: datetime,
) -> None:
    """Write what is new or changed; what is said again is noted as such."""
    new = [
        {
            "indikator_id": ids[s.kunci],
            "jenis": s.jenis,
            "triwulan": s.triwulan,
            "angka": s.angka,
            "teks": s.teks,
            "dokumen": dokumen if s.jenis in BERDOKUMEN else None,
            "keadaan": "dikirim",
            "unggahan_id": unggahan_id,
            "lembar": s.lembar,
            "sel": s.sel,
            "pelaku": pelaku,
            "waktu": waktu,
        }
        for s, _, keadaan in beda
        if keadaan != "sama"
    ]
    if new:
        connection.execute(sa.insert(t.nilai), new)
    confirmed = [
        {"nilai_id": lama.id, "unggahan_id": unggahan_id, "lembar": s.lembar, "sel": s.sel}
        for s, lama, keadaan in beda
        if keadaan == "sama" and lama is not None
    ]
    if confirmed:
        connection.execute(sa.insert(t.penegasan), confirmed)
