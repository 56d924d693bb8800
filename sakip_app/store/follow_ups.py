"""Follow-ups (tindak lanjut): keeping what a meeting decided. Rows are only ever added, steps as well.

Whoever sends gives each thing a ``uid``. A connection that dropped leaves a sender unsure, so everything may be sent
again: what came under a uid first is kept, and later sendings of it are answered with the id it has.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.follow_up_fields import (
    BATAS_CATATAN,
    check_triwulan,
    checked_apa,
    checked_orang,
    checked_tenggat,
    checked_uid,
    is_id,
    optional,
    shortened,
    uid_taken,
)
from sakip_app.store.snapshots import place_of
from sakip_app.store.units import require_instansi


def add_tindak_lanjut(
    engine: sa.Engine,
    kode_instansi: str,
    *,
    uid: str,
    apa: str,
    penanggung_jawab: str,
    tenggat: date | None,
    tahun: int,
    triwulan: int,
    kode_unit: str | None = None,
    kode_indikator: str | None = None,
    ukuran_berhasil: str | None = None,
    rekam: str | None = None,
    pelaku: str,
    waktu: datetime | None = None,
) -> int:
    """Keep what a meeting decided. Texts are kept on one line, without characters that nobody sees.

    Args:
        engine: the store.
        kode_instansi: the body.
        uid: 1–64 letters, digits and hyphens, made by the sender.
        apa: what is to be done, at most 500 characters.
        penanggung_jawab: who does it, at most 200.
        tenggat: by when, where that was said.
        tahun: of the meeting.
        triwulan: of the meeting, 1–4.
        kode_unit: whose it is; default: of the indicator, else of the whole body.
        kode_indikator: what it is about, where it is about one.
        ukuran_berhasil: how one will see that it helped, at most 2.000.
        rekam: short id of the snapshot the meeting was held with.
        pelaku: who writes it down.
        waktu: when, default now; must carry a time zone.

    Returns:
        Its id; under a ``uid`` that is there already, the id there is, and nothing is added.

    Raises:
        SimpanDitolakError: a text is missing or too long (``apa-kosong``, ``penanggung-jawab-kosong``,
            ``teks-panjang``), a date or quarter is none (``tenggat-asing``, ``tahun-asing``, ``triwulan-asing``), the
            body, unit, indicator or snapshot is unknown or of another (``instansi-asing``, ``unit-asing``,
            ``indikator-asing``, ``indikator-unit-lain``, ``rekam-asing``), or the uid is none or taken by another
            body (``uid-asing``, ``uid-terpakai``).
    """
    waktu = waktu or datetime.now(UTC)
    check_triwulan(tahun, triwulan)
    said = {
        "uid": checked_uid(uid),
        "apa": checked_apa(apa),
        "penanggung_jawab": checked_orang(penanggung_jawab),
        "tenggat": checked_tenggat(tenggat),
        "ukuran_berhasil": optional(ukuran_berhasil, BATAS_CATATAN, "Ukuran berhasil"),
    }
    j = t.tindak_lanjut.c
    with writing(engine) as connection:
        there = connection.execute(sa.select(j.id, j.kode_instansi).where(j.uid == uid)).first()
        if there is not None:
            if there.kode_instansi != kode_instansi:
                raise uid_taken()
            return int(there.id)
        require_instansi(connection, kode_instansi)
        about = _about(connection, kode_instansi, kode_unit, kode_indikator)
        result = connection.execute(
            sa.insert(t.tindak_lanjut).values(
                **said,
                kode_instansi=kode_instansi,
                kode_unit=about.kode_unit,
                indikator_id=about.indikator_id,
                rekam_id=_rekam_id(connection, kode_instansi, rekam),
                tahun=tahun,
                triwulan=triwulan,
                pelaku=pelaku,
                waktu=waktu,
            )
        )
        record(
            connection,
            "tindak_lanjut_dicatat",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{about.kode_unit or kode_instansi}: {shortened(str(said['apa']))}",
        )
        return new_id(result)


class _About(NamedTuple):
    kode_unit: str | None
    indikator_id: int | None


def _about(
    connection: sa.Connection, kode_instansi: str, kode_unit: str | None, kode_indikator: str | None
) -> _About:
    """The unit and the indicator it concerns, seen to belong to the body and together."""
    u, i = t.unit.c, t.indikator.c
    if kode_unit is not None:
        known = sa.select(u.id).where(u.kode_instansi == kode_instansi, u.kode_unit == kode_unit)
        if connection.execute(known).first() is None:
            raise SimpanDitolakError(
                "unit-asing", f"Unit {kode_unit} belum terdaftar.", "Muat ulang halaman ini, lalu pilih unitnya."
            )
    if kode_indikator is None:
        return _About(kode_unit, None)
    row = None
    if kode_indikator.isdecimal() and len(kode_indikator) <= 10 and is_id(int(kode_indikator)):
        row = connection.execute(
            sa.select(i.kode_unit).where(i.id == int(kode_indikator), i.kode_instansi == kode_instansi)
        ).first()
    if row is None:
        raise SimpanDitolakError(
            "indikator-asing", "Indikator ini tidak tersimpan.", "Muat ulang halaman ini, lalu pilih lagi."
        )
    if kode_unit not in (None, row.kode_unit):
        raise SimpanDitolakError(
            "indikator-unit-lain",
            f"Indikator ini milik unit {row.kode_unit}, bukan unit {kode_unit}.",
            "Pilih indikator unit itu, atau catat tanpa indikator.",
        )
    return _About(row.kode_unit, int(kode_indikator))


def _rekam_id(connection: sa.Connection, kode_instansi: str, rekam: str | None) -> int | None:
    if rekam is None:
        return None
    found = place_of(connection, rekam)
    if found is None or found.kode_instansi != kode_instansi:
        raise SimpanDitolakError("rekam-asing", f"Rekam {rekam[:40]} tidak ada.", "Muat ulang halaman rapat.")
    return found.id
