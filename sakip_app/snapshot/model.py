"""``Rekam``: everything a meeting or a paper shows of one body and quarter, taken at one moment.

Whatever speaks of a quarter (sentences, slides, PPTX) reads it here and computes no capaian of its own. What stands
for four quarters is a tuple of four, TW I first; quarters after the one in view hold ``None``, except targets.
Percentages are numbers like 87.5. ``None`` is a blank, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_metrics import Aturan

EmpatAngka = tuple[float | None, float | None, float | None, float | None]
EmpatKata = tuple[str | None, str | None, str | None, str | None]

Rentang = tuple[float | None, float | None]
"""Lower and upper bound of a target that is a range; one side may be open."""
EmpatRentang = tuple[Rentang | None, Rentang | None, Rentang | None, Rentang | None]

TANPA_RENTANG: EmpatRentang = (None, None, None, None)
KOSONG: EmpatAngka = (None, None, None, None)
TANPA_KATA: EmpatKata = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where the realisasi of the quarter in view comes from; ``berkas`` is ``None`` for a correction on screen."""

    berkas: str | None
    lembar: str | None
    sel: str | None
    pengirim: str
    waktu: datetime


@dataclass(frozen=True, slots=True)
class IndikatorRekam:
    """One indicator of a unit, measured under ``Rekam.ukuran``."""

    kode: str
    """``kode_indikator``."""
    uraian: str
    satuan: str | None = None
    jenjang: str | None = None
    utama: bool = True
    """Whether it is of the level its unit is measured at: only these make the unit's skor."""
    kunci: str = ""
    """What names it in every year, within its unit."""
    polaritas: str | None = None
    konsolidasi: str | None = None
    kata: tuple[tuple[float, str], ...] = ()
    """Ranks of its scale and their words (WTP …); pairs that ``dict`` takes."""
    target_tahunan: float | None = None
    target_murni: float | None = None
    """Annual target of the PK murni where a later document changed it."""
    target: EmpatAngka = KOSONG
    """Of each quarter alone; all four, also those to come."""
    target_sd: EmpatAngka = KOSONG
    """Up to each quarter; all four, also those to come. Under the annual measure only TW IV has one."""
    target_bawah: float | None = None
    target_atas: float | None = None
    """The range of the year, where its target is one."""
    rentang_sd: EmpatRentang = TANPA_RENTANG
    """The range up to each quarter, where its target is one; under the annual measure that of the year at TW IV."""
    realisasi: EmpatAngka = KOSONG
    realisasi_sd: EmpatAngka = KOSONG
    capaian: EmpatAngka = KOSONG
    """Raw."""
    skor: EmpatAngka = KOSONG
    predikat: EmpatKata = TANPA_KATA
    """``None`` as well where nothing may be judged yet (``Rekam.berjalan``)."""
    status: EmpatKata = TANPA_KATA
    """As ``sakip_metrics.hitung`` names it: ``dinilai``, ``belum_lapor`` …"""
    kendala: str | None = None
    solusi: str | None = None
    rencana_tindak_lanjut: str | None = None
    pic: str | None = None
    batas_waktu: str | None = None
    bukti: str | None = None
    sumber: Sumber | None = None


@dataclass(frozen=True, slots=True)
class UnitRekam:
    """One unit there was on the last day of the quarter."""

    kode: str
    nama: str
    nama_pendek: str
    urutan: int
    jenjang: str | None = None
    """The level it is measured at."""
    nilai: EmpatAngka = KOSONG
    """Its skor: mean of the skor of its assessed indicators, as ``rekap`` makes it."""
    predikat: EmpatKata = TANPA_KATA
    tertinggal: tuple[bool, bool, bool, bool] = (False, False, False, False)
    """Below ``aturan.batas_tertinggal`` of that quarter's rule; never while the year is unfinished (``berjalan``)."""
    keterangan: EmpatKata = TANPA_KATA
    """The word for a quarter without nilai: belum lapor, terlambat, belum lengkap, tanpa target …"""
    peringkat: int | None = None
    tanpa_peringkat: str | None = None
    """Why it has no rank, in words."""
    n_dinilai: int = 0
    n_terjadwal: int = 0
    n_total: int = 0
    cakupan: float | None = None
    lapor: bool = False
    """Whether it reported any realisasi this quarter."""
    terlambat: bool = False
    selisih: float | None = None
    """Poin from the quarter before; ``None`` where the two do not compare."""
    turun_beruntun: bool = False
    """Fell two quarters running."""
    pagu: float | None = None
    realisasi_anggaran: float | None = None
    penyerapan: float | None = None
    indikator: tuple[IndikatorRekam, ...] = ()

    @property
    def utama(self) -> tuple[IndikatorRekam, ...]:
        """The indicators of the level it is measured at."""
        return tuple(satu for satu in self.indikator if satu.utama)


@dataclass(frozen=True, slots=True)
class TemuanTerbuka:
    """A finding that the newest file of a unit still carries."""

    kode_unit: str
    berkas: str
    lembar: str | None
    sel: str | None
    pesan: str


@dataclass(frozen=True, slots=True)
class Rekam:
    """One body and quarter at one moment. ``kode`` is ``None`` as long as it is only looked at, not frozen."""

    kode: str | None
    """Short id, such as ``2026-TW3-0047``."""
    waktu: datetime
    pelaku: str
    versi: int
    """Version of the data it was taken from."""
    kode_instansi: str
    instansi: str
    sebutan: str
    """What a unit is called: OPD or satker."""
    contoh: bool
    """Fictional data."""
    tahun: int
    triwulan: int
    ukuran: str
    """``triwulan`` or ``tahun``: which target is measured against."""
    berjalan: bool
    """The annual target is measured against and the year is unfinished: nobody is judged, no band is said."""
    aturan: Aturan
    """The rule of the quarter in view."""
    sebanding: tuple[bool, bool, bool, bool]
    """Whether a quarter was measured and banded as the one in view was; else there is no rise and no fall."""
    aturan_lain: str
    """Which earlier quarters were judged under another rule, in words; empty for none."""
    nilai: EmpatAngka
    """Of the whole body: mean of its units."""
    predikat: EmpatKata
    hari: date
    """The local date it was taken on: who is late and what is overdue is told as of this day."""
    tenggat: date | None = None
    pagu: float | None = None
    realisasi_anggaran: float | None = None
    penyerapan: float | None = None
    anggaran_sampai: int = 0
    """The last quarter for which spending was reported, 0 for none."""
    tertinggal_lalu: int | None = None
    """How many units were behind a quarter earlier, of those there were then; ``None`` where it does not compare."""
    aturan_sebelum: tuple[Aturan, ...] = ()
    """The rules of the quarters before, TW I first."""
    unit: tuple[UnitRekam, ...] = ()
    """In official order."""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """What the meeting looks back on, those of the last one and all that are not done, and what it decided itself
    as far as that was before the snapshot; ``janji`` are the former."""
    temuan: tuple[TemuanTerbuka, ...] = field(default=())

    @property
    def lapor(self) -> tuple[UnitRekam, ...]:
        """The units that reported this quarter."""
        return tuple(satu for satu in self.unit if satu.lapor)

    @property
    def terlambat(self) -> tuple[UnitRekam, ...]:
        """The units whose report is past its due date."""
        return tuple(satu for satu in self.unit if satu.terlambat)

    @property
    def janji(self) -> tuple[TindakLanjut, ...]:
        """The follow-ups of earlier meetings."""
        return tuple(
            satu for satu in self.tindak_lanjut if (satu.tahun, satu.triwulan) < (self.tahun, self.triwulan)
        )

    @property
    def lewat(self) -> tuple[TindakLanjut, ...]:
        """The follow-ups past their due date and not done, on the day of the snapshot."""
        return tuple(satu for satu in self.tindak_lanjut if satu.keadaan_pada(self.hari) == "lewat")

    def pada(self, triwulan: int) -> Aturan:
        """The rule of one quarter."""
        before = self.aturan_sebelum
        return before[triwulan - 1] if triwulan <= len(before) else self.aturan

    @property
    def sebelumnya(self) -> int | None:
        """The quarter before, where it compares with the one in view."""
        return self.triwulan - 1 if self.triwulan > 1 and self.sebanding[self.triwulan - 2] else None

    def cari(self, kode_unit: str) -> UnitRekam | None:
        """One unit by its code."""
        return next((satu for satu in self.unit if satu.kode == kode_unit), None)
