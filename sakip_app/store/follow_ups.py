"""Follow-ups (tindak lanjut): keeping what a meeting decided, and every step since. Rows are only ever added.

Whoever sends gives each thing a ``uid``. A connection that dropped leaves a sender unsure, so everything may be sent
again: what came under a uid first is kept, and later sendings of it are answered with the id it has.
"""

from __future__ import annotations

from collections.abc import Mapping
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
)
from sakip_app.store.snapshots import place_of
from sakip_app.store.units import require_instansi
from sakip_app.text.words import tw

_TERSEBUT = 80  # characters of a follow-up that the log repeats


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
                raise _uid_taken()
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
            keterangan=f"{about.kode_unit or kode_instansi}: {_short(str(said['apa']))}",
        )
        return new_id(result)


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
    said = {
        "keadaan": checked_keadaan(keadaan),
        "catatan": optional(catatan, BATAS_CATATAN, "Catatan"),
        "bukti": optional(bukti, BATAS_CATATAN, "Bukti"),
        "tenggat": checked_tenggat(tenggat),
        "apa": None if apa is None else checked_apa(apa),
        "penanggung_jawab": None if penanggung_jawab is None else checked_orang(penanggung_jawab),
        **_meeting(tahun, triwulan),
    }
    if all(nilai is None for nilai in said.values()):
        raise SimpanDitolakError(
            "langkah-kosong", "Belum ada yang diisi.", "Isi keadaan, catatan, bukti, atau tenggat baru."
        )
    said["unggahan_id"] = unggahan_id
    step = _Step(id_tindak_lanjut, checked_uid(uid), pelaku, waktu or datetime.now(UTC))
    with writing(engine) as connection:
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
        _require_upload(connection, janji.kode_instansi, unggahan_id)
        return _insert_step(connection, step, said, janji, _in_words(said))


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


class _About(NamedTuple):
    kode_unit: str | None
    indikator_id: int | None


class _Step(NamedTuple):
    tindak_lanjut_id: int
    uid: str
    pelaku: str
    waktu: datetime


class _Promise(NamedTuple):
    kode_instansi: str
    apa: str
    batal: bool


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
        raise _uid_taken()
    return int(row.id)


def _insert_step(
    connection: sa.Connection, step: _Step, said: Mapping[str, Any], janji: _Promise, words: str
) -> int:
    result = connection.execute(
        sa.insert(t.tindak_lanjut_langkah).values(**{"batal": False, **said}, **step._asdict())
    )
    record(
        connection,
        "tindak_lanjut_dibatalkan" if said.get("batal") else "tindak_lanjut_diperbarui",
        pelaku=step.pelaku,
        waktu=step.waktu,
        kode_instansi=janji.kode_instansi,
        unggahan_id=said.get("unggahan_id"),
        keterangan=f"{_short(janji.apa)}: {words}",
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


def _short(teks: str) -> str:
    return teks if len(teks) <= _TERSEBUT else f"{teks[: _TERSEBUT - 1]}…"


def _uid_taken() -> SimpanDitolakError:
    return SimpanDitolakError(
        "uid-terpakai", "Penanda kiriman ini sudah dipakai.", "Muat ulang halaman ini, lalu kirim lagi."
    )
