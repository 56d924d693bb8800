"""What a letter from the page does in the store; the same letter twice does it once."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.meeting.letters import DitolakError, read_batal, read_keputusan, read_langkah
from sakip_app.meeting.replies import baris, hari_ini, meeting_state
from sakip_app.meeting.room import Meeting
from sakip_app.snapshot.follow_up import TindakLanjut


def state(engine: sa.Engine, meeting: Meeting) -> dict[str, Any]:
    """How the meeting stands now."""
    return meeting_state(meeting, store.list_tindak_lanjut(engine, meeting.rekam.kode_instansi), hari_ini())


def decide(engine: sa.Engine, meeting: Meeting, body: bytes, pelaku: Pelaku) -> dict[str, Any]:
    """Keep a decision of this meeting; the row as it stands then.

    Raises:
        DitolakError: if it names a unit or an indicator that the frozen quarter does not have.
        SimpanDitolakError: if the store refuses it.
    """
    surat = read_keputusan(body)
    rekam = meeting.rekam
    if surat.kode_unit is not None and rekam.cari(surat.kode_unit) is None:
        raise DitolakError(
            422, f"Unit {surat.kode_unit} tidak ada dalam rekam {meeting.kode}.", "Pilih unit lain."
        )
    if surat.kode_indikator is not None and meeting.indikator(surat.kode_unit, surat.kode_indikator) is None:
        raise DitolakError(422, "Indikator itu bukan milik unit ini.", "Pilih indikator lain, atau seluruh unit.")
    store.add_tindak_lanjut(
        engine,
        rekam.kode_instansi,
        uid=surat.uid,
        apa=surat.apa,
        penanggung_jawab=surat.penanggung_jawab,
        tenggat=surat.tenggat,
        tahun=rekam.tahun,
        triwulan=rekam.triwulan,
        kode_unit=surat.kode_unit,
        kode_indikator=surat.kode_indikator,
        ukuran_berhasil=surat.ukuran_berhasil,
        rekam=meeting.kode,
        pelaku=pelaku.nama,
    )
    return _kept(engine, meeting, surat.uid, surat.uid)


def note(engine: sa.Engine, meeting: Meeting, body: bytes, pelaku: Pelaku) -> dict[str, Any]:
    """Add a step to a follow-up of this body: state, word, date, or carried on in this meeting.

    Raises:
        DitolakError: if there is no such follow-up.
        SimpanDitolakError: if the store refuses it.
    """
    surat = read_langkah(body)
    janji = _find(engine, meeting, surat.untuk)
    store.add_langkah(
        engine,
        janji.id,
        uid=surat.uid,
        keadaan=surat.keadaan,
        catatan=surat.catatan,
        tenggat=surat.tenggat,
        apa=surat.apa,
        penanggung_jawab=surat.penanggung_jawab,
        tahun=meeting.rekam.tahun if surat.bawa else None,
        triwulan=meeting.rekam.triwulan if surat.bawa else None,
        pelaku=pelaku.nama,
    )
    return _kept(engine, meeting, janji.uid, surat.uid)


def withdraw(engine: sa.Engine, meeting: Meeting, body: bytes, pelaku: Pelaku) -> dict[str, Any]:
    """Withdraw a follow-up of this body, with its reason.

    Raises:
        DitolakError: if there is no such follow-up.
        SimpanDitolakError: if the store refuses it.
    """
    surat = read_batal(body)
    janji = _find(engine, meeting, surat.untuk)
    store.withdraw_tindak_lanjut(engine, janji.id, uid=surat.uid, alasan=surat.alasan, pelaku=pelaku.nama)
    return _kept(engine, meeting, janji.uid, surat.uid)


def _find(engine: sa.Engine, meeting: Meeting, untuk: int | str) -> TindakLanjut:
    kept = store.list_tindak_lanjut(engine, meeting.rekam.kode_instansi, dengan_batal=True)
    found = next((janji for janji in kept if untuk in (janji.id, janji.uid)), None)
    if found is None:
        raise DitolakError(422, "Keputusan ini tidak ditemukan.", "Catat sebagai keputusan baru.")
    return found


def _kept(engine: sa.Engine, meeting: Meeting, uid_janji: str, uid: str) -> dict[str, Any]:
    """The row after the deed; ``uid`` names the letter, so that the page knows which of its letters arrived."""
    kept = store.list_tindak_lanjut(engine, meeting.rekam.kode_instansi, dengan_batal=True)
    found = next((janji for janji in kept if janji.uid == uid_janji), None)
    if found is None:
        # A uid that another body's follow-up has: nothing was added, and nothing may be said of that one.
        raise DitolakError(422, "Keputusan ini tidak dapat disimpan.", "Catat sekali lagi sebagai keputusan baru.")
    return {"uid": uid, "baris": baris(meeting, found, hari_ini()), "batal": found.batal}
