"""What the page is told of decisions and follow-ups: plain data, texts ready to show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sakip_app.meeting.room import Meeting
from sakip_app.reports.deck_promises import unit_name
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam, UnitRekam
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import kata_janji, tw


def hari_ini() -> date:
    """The local date, on which it is told what is overdue."""
    return waktu_setempat(datetime.now(UTC)).date()


def meeting_state(meeting: Meeting, semua: Iterable[TindakLanjut], hari: date) -> dict[str, Any]:
    """The decisions of this meeting, those it carried on, and how the earlier follow-ups stand now.

    Args:
        meeting: the meeting.
        semua: all follow-ups of the body that were not withdrawn, oldest first.
        hari: the day as of which it is told what is overdue.
    """
    rapat = (meeting.rekam.tahun, meeting.rekam.triwulan)
    kept = list(semua)
    baru = [janji for janji in kept if (janji.tahun, janji.triwulan) == rapat]
    dibawa = [janji for janji in kept if (janji.tahun, janji.triwulan) != rapat and rapat in janji.dibawa]
    semula = {janji.id for janji in meeting.rekam.janji}
    return {
        "hari": hari.isoformat(),
        "keputusan": [baris(meeting, janji, hari) for janji in (*baru, *dibawa)],
        "janji": [baris(meeting, janji, hari) for janji in kept if janji.id in semula],
    }


def baris(meeting: Meeting, janji: TindakLanjut, hari: date) -> dict[str, Any]:
    """One follow-up as the page shows it."""
    rekam = meeting.rekam
    unit = rekam.cari(janji.kode_unit) if janji.kode_unit else None
    indikator = next((satu for satu in unit.indikator if janji.about(satu)), None) if unit else None
    keadaan = janji.keadaan_pada(hari)
    return {
        "id": janji.id,
        "uid": janji.uid,
        "apa": janji.apa,
        "penanggung_jawab": janji.penanggung_jawab,
        "tenggat": janji.tenggat.isoformat() if janji.tenggat else "",
        "tenggat_teks": format_tanggal(janji.tenggat) if janji.tenggat else "",
        "kode_unit": janji.kode_unit,
        "unit": _unit_name(rekam, janji, unit),
        "kode_indikator": indikator.kode if indikator else None,
        "indikator": indikator.uraian if indikator else "",
        "ukuran_berhasil": janji.ukuran_berhasil or "",
        "keadaan": keadaan,
        "kata": kata_janji(janji.keadaan, lewat=keadaan == "lewat"),
        "catatan": janji.catatan or "",
        "dibawa": (rekam.tahun, rekam.triwulan) != (janji.tahun, janji.triwulan),
        "asal": name_meeting(janji.tahun, janji.triwulan, rekam.tahun),
        "pelaku": janji.pelaku,
    }


def _unit_name(rekam: Rekam, janji: TindakLanjut, unit: UnitRekam | None) -> str:
    if janji.kode_unit is None:
        return f"Seluruh {rekam.instansi}"
    return unit.nama if unit else unit_name(rekam, janji.kode_unit, janji.nama_unit)


def name_meeting(tahun: int, triwulan: int, tahun_ini: int) -> str:
    """A meeting by its quarter, with the year where it is another.

    Examples:
        >>> name_meeting(2026, 2, 2026), name_meeting(2025, 4, 2026)
        ('TW II', 'TW IV 2025')
    """
    return tw(triwulan) if tahun == tahun_ini else f"{tw(triwulan)} {tahun}"
