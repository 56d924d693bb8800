"""``TindakLanjut``: what was promised, by whom, until when, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sakip_app.snapshot.model import IndikatorRekam

KEADAAN: Final = ("belum", "berjalan", "selesai")
"""What a person can say of it. A fourth, ``lewat``, follows from the date (``TindakLanjut.keadaan_pada``)."""
_BERGANTI: Final = ("keadaan", "catatan", "bukti", "tenggat", "apa", "penanggung_jawab")


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of its history, oldest first; ``None`` where the step does not speak of it."""

    pelaku: str
    waktu: datetime
    keadaan: str | None = None
    catatan: str | None = None
    bukti: str | None = None
    """Link or description of the evidence."""
    tenggat: date | None = None
    """A new due date."""
    apa: str | None = None
    """Put in other words."""
    penanggung_jawab: str | None = None
    tahun: int | None = None
    triwulan: int | None = None
    """Of the meeting in which it was carried on, where it was."""
    berkas: str | None = None
    """The workbook that said it."""
    unggahan_id: int | None = None
    batal: bool = False
    """Withdrawn, with ``catatan`` as the reason."""


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """A follow-up as it stands now.

    Examples:
        >>> janji = TindakLanjut(1, "a1", "Audit kematian ibu", "Kepala Dinas", date(2026, 11, 15), 2026, 3)
        >>> janji.keadaan_pada(date(2026, 11, 15)), janji.keadaan_pada(date(2026, 11, 16))
        ('belum', 'lewat')
        >>> replace(janji, keadaan="selesai").keadaan_pada(date(2027, 1, 1))
        'selesai'
    """

    id: int
    uid: str
    """Given by whoever wrote it down; the same uid is the same follow-up, however often it is sent."""
    apa: str
    penanggung_jawab: str
    tenggat: date | None
    tahun: int
    triwulan: int
    """The meeting it was decided in."""
    kode_unit: str | None = None
    kode_indikator: str | None = None
    ukuran_berhasil: str | None = None
    keadaan: str = "belum"
    catatan: str | None = None
    """The newest word on it."""
    bukti: str | None = None
    rekam: str | None = None
    """Short id of the snapshot the meeting was held with."""
    pelaku: str = ""
    waktu: datetime | None = None
    dibawa: tuple[tuple[int, int], ...] = ()
    """Later meetings (tahun, triwulan) that carried it on, oldest first."""
    batal: bool = False
    riwayat: tuple[Langkah, ...] = ()
    kunci: str | None = None
    """What names its indicator in every year, where its code is of one year; see ``about``."""
    nama_unit: str | None = None
    """How its unit was called when it was registered: that of one that ended meanwhile."""

    def about(self, indikator: IndikatorRekam) -> bool:
        """Whether it is about this indicator of its unit, or about what that was in another year."""
        same_kunci = self.kunci is not None and self.kunci == indikator.kunci
        return self.kode_indikator is not None and (self.kode_indikator == indikator.kode or same_kunci)

    def keadaan_pada(self, hari: date) -> str:
        """``belum``, ``berjalan``, ``selesai``, or ``lewat``: not done and past its due date on this day."""
        late = self.keadaan != "selesai" and self.tenggat is not None and self.tenggat < hari
        return "lewat" if late else self.keadaan


def with_steps(janji: TindakLanjut, riwayat: tuple[Langkah, ...]) -> TindakLanjut:
    """The follow-up after its history: of each thing the newest word counts."""
    said: dict[str, Any] = {}
    dibawa = [*janji.dibawa]
    for langkah in riwayat:
        said |= {nama: nilai for nama in _BERGANTI if (nilai := getattr(langkah, nama)) is not None}
        if langkah.tahun is not None and langkah.triwulan is not None:
            dibawa.append((langkah.tahun, langkah.triwulan))
    batal = janji.batal or any(langkah.batal for langkah in riwayat)
    return replace(janji, **said, batal=batal, dibawa=tuple(dibawa), riwayat=riwayat)
