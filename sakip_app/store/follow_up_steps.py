"""The steps of a follow-up: its state, notes and evidence, a new date, being carried on, being withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.follow_up_fields import (
    BATAS_CATATAN,
    check_triwulan,
    checked_apa,
    checked_keadaan,
    checked_orang,
    checked_tenggat,
    checked_uid,
    is_id,
    optional,
    shortened,
    uid_taken,
)
from sakip_app.store.units import require_instansi
from sakip_app.text.words import tw


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahBaru:
    """One step to be added; see :func:`add_langkah` for its fields."""

    uid: str
    keadaan: str | None = None
    catatan: str | None = None
    bukti: str | None = None
    tenggat: date | None = None
    apa: str | None = None
    penanggung_jawab: str | None = None
    tahun: int | None = None
    triwulan: int | None = None
    unggahan_id: int | None = None


def add_langkah(
    engine: sa.Engine,
    id_tindak_lanjut: int,
    *,
    uid: str,
    keadaan: str | None = None,
    catatan: str | None = None,
    bukti: str | None = None,
    tenggat: date | None = None,
    apa: str | None = None,
    penanggung_jawab: str | None = None,
    tahun: int | None = None,
    triwulan: int | None = None,
    unggahan_id: int | None = None,
    pelaku: str,
    waktu: datetime | None = None,
) -> int:
    """Add one step to the history of a follow-up; what is not given (or blank) stays as it was.

    Args:
        engine: the store.
        id_tindak_lanjut: the follow-up.
        uid: as for :func:`add_tindak_lanjut`, for steps.
        keadaan: ``belum``, ``berjalan`` or ``selesai``.
        catatan: what there is to say, at most 2.000 characters.
        bukti: link or description of the evidence, at most 2.000.
        tenggat: a new due date.
        apa: the same in other words.
        penanggung_jawab: another person in charge.
        tahun: with ``triwulan``, the meeting in which it was carried on.
        triwulan: 1–4.
        unggahan_id: the upload that said it; when that is withdrawn, the step does not count any more.
        pelaku: who says it.
        waktu: when, default now; must carry a time zone.

    Returns:
        The id of the step; under a ``uid`` that is there already, the id there is, and nothing is added.

    Raises:
        SimpanDitolakError: nothing is said (``langkah-kosong``), the state is unknown (``keadaan-asing``), the
            follow-up or upload is unknown (``tindak-lanjut-asing``, ``unggahan-asing``), the follow-up was withdrawn
            (``tindak-lanjut-batal``), the uid is of a step of another one (``uid-terpakai``), or see
            :func:`add_tindak_lanjut`.
    """
    baru = LangkahBaru(
        uid=uid,
        keadaan=keadaan,
        catatan=catatan,
        bukti=bukti,
        tenggat=tenggat,
        apa=apa,
        penanggung_jawab=penanggung_jawab,
        tahun=tahun,
        triwulan=triwulan,
        unggahan_id=unggahan_id,
    )
    with writing(engine) as connection:
        return keep_langkah(connection, id_tindak_lanjut, baru, pelaku=pelaku, waktu=waktu or datetime.now(UTC))


def keep_langkah(
    connection: sa.Connection, id_tindak_lanjut: int, baru: LangkahBaru, *, pelaku: str, waktu: datetime
) -> int:
    """Add one step inside the caller's transaction, such as that of the upload that says it.

    A refusal is raised before anything is written: the caller may leave the step out and go on.
    """
    said = _checked(baru)
    step = _Step(id_tindak_lanjut, baru.uid, pelaku, waktu)
    there = _same_step(connection, step)
    if there is not None:
        return there
    janji = _require(connection, id_tindak_lanjut)
    if janji.batal:
        raise SimpanDitolakError(
            "tindak-lanjut-batal",
            "Tindak lanjut ini sudah dibatalkan; tidak ada yang ditambahkan.",
            "Muat ulang halaman ini. Bila masih perlu, catat tindak lanjut baru.",
        )
    _require_upload(connection, janji.kode_instansi, baru.unggahan_id)
    kept = {**said, "unggahan_id": baru.unggahan_id, "batal": False}
    return _insert_step(connection, step, kept, janji, _in_words(said))


def withdraw_tindak_lanjut(
    engine: sa.Engine, id_tindak_lanjut: int, *, uid: str, alasan: str, pelaku: str, waktu: datetime | None = None
) -> None:
    """Withdraw a follow-up; it stays readable with the reason. Withdrawing twice changes nothing.

    Raises:
        SimpanDitolakError: no reason is given (``tanpa-alasan``) or it is too long (``teks-panjang``), the follow-up
            is unknown (``tindak-lanjut-asing``), or the uid is none or of another step (``uid-asing``,
            ``uid-terpakai``).
    """
    reason = optional(alasan, BATAS_CATATAN, "Alasan")
    if reason is None:
        raise SimpanDitolakError(
            "tanpa-alasan", "Pembatalan tindak lanjut perlu alasan.", "Tulis satu kalimat alasannya."
        )
    step = _Step(id_tindak_lanjut, checked_uid(uid), pelaku, waktu or datetime.now(UTC))
    with writing(engine) as connection:
        if _same_step(connection, step, batal=True) is not None:
            return
        janji = _require(connection, id_tindak_lanjut)
        if not janji.batal:
            _insert_step(connection, step, {"catatan": reason, "batal": True}, janji, reason)


class _Step(NamedTuple):
    tindak_lanjut_id: int
    uid: str
    pelaku: str
    waktu: datetime


class _Promise(NamedTuple):
    kode_instansi: str
    apa: str
    batal: bool


def _checked(baru: LangkahBaru) -> dict[str, Any]:
    """What the step says, as it is kept; ``None`` where it does not speak of a thing."""
    checked_uid(baru.uid)
    said = {
        "keadaan": checked_keadaan(baru.keadaan),
        "catatan": optional(baru.catatan, BATAS_CATATAN, "Catatan"),
        "bukti": optional(baru.bukti, BATAS_CATATAN, "Bukti"),
        "tenggat": checked_tenggat(baru.tenggat),
        "apa": None if baru.apa is None else checked_apa(baru.apa),
        "penanggung_jawab": None if baru.penanggung_jawab is None else checked_orang(baru.penanggung_jawab),
        **_meeting(baru.tahun, baru.triwulan),
    }
    if all(nilai is None for nilai in said.values()):
        raise SimpanDitolakError(
            "langkah-kosong", "Belum ada yang diisi.", "Isi keadaan, catatan, bukti, atau tenggat baru."
        )
    return said


def _meeting(tahun: int | None, triwulan: int | None) -> dict[str, Any]:
    if tahun is None and triwulan is None:
        return {"tahun": None, "triwulan": None}
    if tahun is None or triwulan is None:
        raise SimpanDitolakError(
            "triwulan-asing", "Rapat disebut dengan tahun dan triwulannya.", "Isi keduanya, atau kosongkan."
        )
    check_triwulan(tahun, triwulan)
    return {"tahun": tahun, "triwulan": triwulan}


def _require(connection: sa.Connection, id_tindak_lanjut: int) -> _Promise:
    """The follow-up under its newest words."""
    j, s = t.tindak_lanjut.c, t.tindak_lanjut_langkah.c
    row = None
    if is_id(id_tindak_lanjut):
        row = connection.execute(sa.select(j.kode_instansi, j.apa).where(j.id == id_tindak_lanjut)).first()
    if row is None:
        raise SimpanDitolakError(
            "tindak-lanjut-asing", "Tindak lanjut ini tidak tersimpan.", "Muat ulang halaman ini."
        )
    require_instansi(connection, row.kode_instansi)
    gone = sa.select(s.id).where(s.tindak_lanjut_id == id_tindak_lanjut, s.batal)
    return _Promise(row.kode_instansi, row.apa, connection.execute(gone).first() is not None)


def _require_upload(connection: sa.Connection, kode_instansi: str, unggahan_id: int | None) -> None:
    g = t.unggahan.c
    if unggahan_id is None:
        return
    known = sa.select(g.id).where(g.id == unggahan_id, g.kode_instansi == kode_instansi)
    if connection.execute(known).first() is None:
        raise SimpanDitolakError(
            "unggahan-asing", f"Unggahan {unggahan_id} tidak ada.", "Muat ulang daftar unggahan."
        )


def _same_step(connection: sa.Connection, step: _Step, *, batal: bool = False) -> int | None:
    """The id of the step that came under this uid before."""
    s = t.tindak_lanjut_langkah.c
    row = connection.execute(sa.select(s.id, s.tindak_lanjut_id, s.batal).where(s.uid == step.uid)).first()
    if row is None:
        return None
    if (row.tindak_lanjut_id, row.batal) != (step.tindak_lanjut_id, batal):
        raise uid_taken()
    return int(row.id)


def _insert_step(
    connection: sa.Connection, step: _Step, said: Mapping[str, Any], janji: _Promise, words: str
) -> int:
    result = connection.execute(sa.insert(t.tindak_lanjut_langkah).values(**said, **step._asdict()))
    record(
        connection,
        "tindak_lanjut_dibatalkan" if said["batal"] else "tindak_lanjut_diperbarui",
        pelaku=step.pelaku,
        waktu=step.waktu,
        kode_instansi=janji.kode_instansi,
        unggahan_id=said.get("unggahan_id"),
        keterangan=f"{shortened(janji.apa)}: {words}",
    )
    return new_id(result)


def _in_words(said: Mapping[str, Any]) -> str:
    """What a step says, for the log."""
    told = [] if said["keadaan"] is None else [str(said["keadaan"])]
    if said["tahun"] is not None:
        told.append(f"dilanjutkan di rapat {tw(said['triwulan'])} {said['tahun']}")
    if said["tenggat"] is not None:
        told.append(f"tenggat {said['tenggat'].isoformat()}")
    names = {"catatan": "catatan", "bukti": "bukti", "apa": "isi", "penanggung_jawab": "penanggung jawab"}
    told += [nama for jenis, nama in names.items() if said[jenis] is not None]
    return ", ".join(told)
