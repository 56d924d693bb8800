"""Dates and clock times as Indonesian text: ``17 Okt 2026``, ``17 Okt 2026 pukul 09.12 WIB``."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from babel.dates import format_date

Zona = Literal["WIB", "WITA", "WIT"]

# Indonesia has kept these three offsets, without summer time, since 1988: fixed offsets are exact and need no
# time-zone database, which a Windows or slim-container installation may lack.
_ZONA: dict[str, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}


def waktu_setempat(waktu: datetime, zona: Zona = "WIB") -> datetime:
    """The same moment on an Indonesian clock; a naive datetime is taken as UTC, as the store keeps it."""
    sadar = waktu if waktu.tzinfo else waktu.replace(tzinfo=UTC)
    return sadar.astimezone(_ZONA[zona])


def format_tanggal(tanggal: date | None, *, panjang: bool = False, tahun: bool = True) -> str:
    """A date.

    Args:
        tanggal: a date; a datetime is used as it stands, so convert it with ``waktu_setempat`` first.
        panjang: write the month in full.
        tahun: write the year.

    Examples:
        >>> format_tanggal(date(2026, 10, 17)), format_tanggal(date(2027, 1, 15), panjang=True)
        ('17 Okt 2026', '15 Januari 2027')
        >>> format_tanggal(date(2026, 10, 14), tahun=False)
        '14 Okt'
    """
    if tanggal is None:
        return "–"
    pola = f"d {'MMMM' if panjang else 'MMM'}{' y' if tahun else ''}"
    return str(format_date(tanggal, pola, locale="id"))


def format_jam(waktu: datetime, zona: Zona = "WIB") -> str:
    """Clock time with its zone.

    Examples:
        >>> format_jam(datetime(2026, 10, 17, 2, 12, tzinfo=UTC))
        '09.12 WIB'
    """
    setempat = waktu_setempat(waktu, zona)
    return f"{setempat:%H.%M} {zona}"


def format_waktu(waktu: datetime | None, zona: Zona = "WIB") -> str:
    """Date and clock time of a moment stored in UTC.

    Examples:
        >>> format_waktu(datetime(2026, 10, 16, 18, 5, tzinfo=UTC))
        '17 Okt 2026 pukul 01.05 WIB'
    """
    if waktu is None:
        return "–"
    return f"{format_tanggal(waktu_setempat(waktu, zona))} pukul {format_jam(waktu, zona)}"


def due_date(text: object) -> str | None:
    """A due date as a sheet has it: an ISO date in the screens' form, anything else as it stands.

    Examples:
        >>> due_date("2026-10-28"), due_date("akhir Oktober"), due_date(None)
        ('28 Okt 2026', 'akhir Oktober', None)
    """
    if not isinstance(text, str) or not text:
        return None
    try:
        return format_tanggal(date.fromisoformat(text))
    except ValueError:
        return text
