"""Numbers that are dates: told by the number format, counted from 1900 or 1904.

A date in a column of figures is a finding (Excel turned ``1.5`` into 1 May), so it must be recognised as Excel does.
"""

from __future__ import annotations

import datetime
import re

_DIABAIKAN = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')  # words in quotes, colours, locales, conditions
_TANGGAL = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DURASI = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_AWAL_1900 = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zone
_AWAL_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001
_ISO_WAKTU = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?")


def is_date_format(format_angka: str) -> bool:
    """Whether a number format shows a day or a time.

    Example:
        >>> is_date_format("dd/mm/yyyy"), is_date_format('0.0 "hari"'), is_date_format("[Red]0.00")
        (True, False, False)
    """
    return _TANGGAL.search(_DIABAIKAN.sub("", format_angka.split(";")[0])) is not None


def is_duration_format(format_angka: str) -> bool:
    """Whether a number format counts hours past midnight, as ``[h]:mm`` does."""
    return _DURASI.search(format_angka.split(";")[0]) is not None


def from_serial(
    nomor: float, *, tahun_1904: bool, durasi: bool = False
) -> datetime.datetime | datetime.time | datetime.timedelta:
    """The day or time that Excel shows for a number.

    Raises:
        OverflowError, ValueError: when no calendar holds it.

    Example:
        >>> from_serial(45658, tahun_1904=False)
        datetime.datetime(2025, 1, 1, 0, 0)
    """
    if durasi:
        return datetime.timedelta(milliseconds=round(nomor * 86_400_000))
    hari, sisa = divmod(nomor, 1)
    lama = datetime.timedelta(milliseconds=round(sisa * 86_400_000))
    if 0 <= nomor < 1 and not lama.days:
        return (_AWAL_1904 + lama).time()
    if 0 < nomor < 60 and not tahun_1904:
        hari += 1  # Excel believes that 1900 had a 29 February
    return (_AWAL_1904 if tahun_1904 else _AWAL_1900) + datetime.timedelta(days=hari) + lama


def from_iso(teks: str) -> datetime.datetime | datetime.time:
    """A cell of type ``d``: ISO 8601 text.

    Raises:
        ValueError: when it is no date.
    """
    if _ISO_WAKTU.fullmatch(teks.strip()):
        return datetime.time.fromisoformat(teks.strip().zfill(5))
    return datetime.datetime.fromisoformat(teks.strip()).replace(tzinfo=None)
