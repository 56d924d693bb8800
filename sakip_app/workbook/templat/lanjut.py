"""What the sheet "Tindak lanjut" of a template has: its columns, what is printed in a row, how a row is marked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sakip_app.workbook.templat.kolom import KolomTemplat
from sakip_app.workbook.words import clean, key_text, normal, short_hash

LEMBAR_LANJUT = "Tindak lanjut"
PENGENAL_LANJUT = (
    "sakip-tindak-lanjut"  # in the hidden first cell: the sheet's memory, should its title be changed
)
BARIS_KEPALA, BARIS_DATA = 7, 8
PERAN_ISIAN = ("keadaan", "catatan", "bukti")
_KODE = re.compile(r"tl[\s\-–—_.]*0*([1-9]\d{0,17})", re.ASCII)


@dataclass(frozen=True, slots=True)
class JanjiTemplat:
    """One follow-up as it stands when the template is made.

    Attributes:
        id: its number in the store, printed as ``TL-12``.
        uid: what it is, wherever the file comes back.
        apa: what was decided.
        penanggung_jawab: who does it.
        tenggat: the due date.
        keadaan: ``belum``, ``berjalan`` or ``selesai``.
        rapat: the meeting it was decided in, in words: ``"TW II 2026"``.
        indikator: name of the indicator it concerns.
        ukuran_berhasil: by what one sees that it is done.
        catatan: the newest word on it.
        lewat: past its due date on the day the template is made.
        sampai: time of the newest step of its history, ISO; what was said later is not in the template.
    """

    id: int
    uid: str
    apa: str
    penanggung_jawab: str
    tenggat: dt.date | None
    keadaan: str
    rapat: str = ""
    indikator: str | None = None
    ukuran_berhasil: str | None = None
    catatan: str | None = None
    lewat: bool = False
    sampai: str | None = None

    @property
    def kode(self) -> str:
        """How it is called on paper."""
        return follow_up_code(self.id)


def follow_up_code(nomor: int) -> str:
    """``12`` → ``"TL-12"``."""
    return f"TL-{nomor}"


def read_code(teks: str) -> str | None:
    """A code as it is written here, however it was typed.

    Examples:
        >>> read_code(" tl 012 "), read_code("TL–12"), read_code("12"), read_code("TL-0")
        ('TL-12', 'TL-12', None, None)
    """
    m = _KODE.fullmatch(normal(teks))
    return follow_up_code(int(m.group(1))) if m else None


def follow_up_mark(kode: str, apa: str) -> str:
    """What stands hidden at both ends of a row, so that a row made of two is noticed."""
    return f"{short_hash(kode)}-{decided_mark(apa)}"


def decided_mark(apa: str) -> str:
    """The part of a mark that speaks for what was decided."""
    return short_hash(key_text(clean(apa)))


def follow_up_columns(*, beberapa_unit: bool) -> list[KolomTemplat]:
    """All columns of the sheet, from left to right; the unit is named where the template holds several."""
    k = KolomTemplat
    unit = [k("unit", "Unit kerja", None, 22, "panjang", "tetap")] if beberapa_unit else []
    return [
        k("tanda", "Tanda", None, 18, "teks", "tersembunyi"),
        k("kode", "Kode", None, 8.5, "teks", "tetap"),
        *unit,
        k("rapat", "Diputuskan rapat", None, 11.5, "teks", "tetap"),
        k("apa", "Yang diputuskan", None, 40, "panjang", "tetap"),
        k("indikator", "Indikator kinerja", None, 28, "panjang", "tetap"),
        k("penanggung_jawab", "Penanggung jawab", None, 19, "panjang", "tetap"),
        k("tenggat", "Tenggat", None, 12, "tanggal", "tetap"),
        k("keadaan_tercatat", "Keadaan tercatat", None, 12.5, "teks", "tetap"),
        k("catatan_tercatat", "Perkembangan tercatat", None, 26, "panjang", "tetap"),
        k("tanda_isi", "Tanda isi", None, 18, "teks", "tersembunyi"),
        k("keadaan", "Keadaan", None, 12.5, "kata", "isian"),
        k("catatan", "Perkembangan", None, 36, "panjang", "isian"),
        k("bukti", "Bukti", None, 26, "panjang", "isian"),
    ]
