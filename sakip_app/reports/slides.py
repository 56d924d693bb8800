"""The deck as plain data: what stands on each slide, in words and numbers, before anything is drawn.

The screen and the PPTX draw the same ``Dek``, so a figure is the same on both. Every text is ready to show (Indonesian,
not escaped, not cut); numbers are only for the lengths and places of marks, never to be formatted again.
``posisi`` is the step of a band in the look's table, 0 = best … 4 = worst (``charts.tokens.TANGGA``).
"""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.narration.kalimat import Kalimat
from sakip_app.snapshot.model import EmpatAngka


@dataclass(frozen=True, slots=True)
class Slaid:
    """What every slide has."""

    kunci: str
    """Unique in the deck and the same in every deck of the quarter: ``agenda``, ``merah-2``, ``unit-1.02.01``."""
    mata: str
    """The line above the title."""
    judul: str
    """The finding; may be long, must then shrink or wrap, never be cut."""
    sumber: tuple[str, ...]
    """Speaker notes: where the figures come from, a line each."""


@dataclass(frozen=True, slots=True)
class ButirPercaya:
    """One count of the trust line and what it counts."""

    teks: str
    """Such as ``41 dari 48 OPD sudah lapor``."""
    judul: str
    """Over the list that it opens."""
    rincian: tuple[str, ...]
    """A line each; empty where there is nothing to open."""
    bahaya: bool = False


@dataclass(frozen=True, slots=True)
class ButirAgenda:
    """One part of the meeting."""

    judul: str
    keterangan: str
    kunci: str
    """The slide it begins with."""


@dataclass(frozen=True, slots=True)
class SlaidAgenda(Slaid):
    """What the meeting goes through, and how far its figures can be trusted."""

    butir: tuple[ButirAgenda, ...]
    percaya: tuple[ButirPercaya, ...]


@dataclass(frozen=True, slots=True)
class BarisJanji:
    """A follow-up of an earlier meeting; ``keadaan`` is belum, berjalan, selesai or lewat."""

    id: int
    apa: str
    unit: str
    penanggung_jawab: str
    tenggat: str
    catatan: str
    keadaan: str
    kata: str
    """The state in words, such as ``lewat tenggat``."""


@dataclass(frozen=True, slots=True)
class SlaidJanji(Slaid):
    """Last meeting's follow-ups: a mark each, counted by state, then at most six of those not done."""

    hitungan: tuple[tuple[str, str, int], ...]
    """keadaan, its words with the number (``9 selesai``), and the number; in the order they are drawn."""
    baris: tuple[BarisJanji, ...]
    judul_baris: str
    """Over the rows; empty without any."""


@dataclass(frozen=True, slots=True)
class KpiSlaid:
    """One of four numbers in a row."""

    label: str
    nilai: str
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class PitaSlaid:
    """A band as a zone of an axis: from ``bawah`` to ``atas``, with what it counts now and a quarter ago."""

    label: str
    posisi: int
    bawah: float
    atas: float
    teks: str
    """Such as ``5 OPD``."""
    teks_lalu: str = ""
    """Such as ``TW II: 1``; empty where nothing compares."""


@dataclass(frozen=True, slots=True)
class Titik:
    """A unit at its skor."""

    kode_unit: str
    nama: str
    nilai: float
    teks: str
    posisi: int
    disebut: bool
    """Whether its name stands beside it: those below the threshold."""


@dataclass(frozen=True, slots=True)
class SlaidInstansi(Slaid):
    """The whole body: four numbers, and where the units stand on one axis now and a quarter ago."""

    kpi: tuple[KpiSlaid, ...]
    pita: tuple[PitaSlaid, ...]
    """Worst first; empty where nobody may be judged."""
    kini: tuple[Titik, ...]
    lalu: tuple[Titik, ...]
    nama_kini: str
    """Such as ``TW III``."""
    nama_lalu: str
    banyak_kini: str
    """Such as ``41 OPD``."""
    banyak_lalu: str
    kosong: str | None = None
    """A sentence instead of the figure where there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class SlaidSorotan(Slaid):
    """What stands out, most useful first; at most six sentences."""

    kalimat: tuple[Kalimat, ...]


@dataclass(frozen=True, slots=True)
class BarisPeringkat:
    """A unit in the ranking; without ``nilai`` it has a word instead."""

    kode_unit: str
    peringkat: str
    nama: str
    nilai: float | None
    teks: str
    """The skor as printed, or the word that stands for it."""
    posisi: int | None
    predikat: str
    arah: str
    """Such as ``↓↓ 9,4``; empty where nothing compares."""


@dataclass(frozen=True, slots=True)
class SlaidPeringkat(Slaid):
    """Ranking, best first, unranked last; at most 48 rows a slide, drawn in up to three columns of 16."""

    baris: tuple[BarisPeringkat, ...]
    mulai: float
    """Where the axis starts; said in ``keterangan``."""
    sampai: float
    tepi: tuple[float, ...]
    """Band edges within the axis, drawn as rules."""
    keterangan: str


@dataclass(frozen=True, slots=True)
class BarisMerahSlaid:
    """A unit that needs a decision, and why."""

    kode_unit: str
    nama: str
    teks: str
    """Its skor."""
    posisi: int
    predikat: str
    arah: str
    penahan: str
    """The indicator that holds it back, with its figures: ``Angka kematian ibu: 131, batas 86``."""
    kendala: str
    """Empty where none was written."""
    tindak_lanjut: str
    """What was promised, who, by when; empty where nothing was."""
    keadaan: str
    """belum, berjalan, selesai, lewat, tercatat or belum_ada."""
    kata: str
    """The state in words."""


@dataclass(frozen=True, slots=True)
class SlaidMerah(Slaid):
    """At most six units a slide, worst first."""

    baris: tuple[BarisMerahSlaid, ...]
    kosong: str | None = None


@dataclass(frozen=True, slots=True)
class BarisPenahan:
    """One of the worst indicators of a unit, as a bullet."""

    kode: str
    """``kode_indikator``."""
    nama: str
    """Up to 300 characters and more."""
    meta: str
    """Such as ``makin rendah makin baik``; may be empty."""
    realisasi: str
    """As printed, such as ``12``."""
    pembanding: str
    """Such as ``dari 28 desa`` or ``batas 86``."""
    capaian: str
    """Such as ``capaian 42,9 %``."""
    nilai_capaian: float
    posisi: int | None
    predikat: str
    kendala: str
    """Whole, may be thousands of characters; drawn shortened with an ellipsis, whole in the notes."""
    track: float | None
    """Annual target: length of the track."""
    batang: float | None
    """realisasi up to the quarter: length of the bar."""
    target_sd: EmpatAngka
    """Ticks I–IV on the same scale."""


@dataclass(frozen=True, slots=True)
class LangkahJalur:
    """The unit's skor in one quarter."""

    nama: str
    """``TW I``."""
    nilai: float | None
    teks: str
    """Skor as printed, or the word that stands for it."""
    posisi: int | None


@dataclass(frozen=True, slots=True)
class AnggaranSlaid:
    """Budget beside performance, both in per cent of what was planned."""

    skor: float | None
    teks_skor: str
    serapan: float | None
    teks_serapan: str
    acuan: float
    teks_acuan: str
    keterangan: str
    """Such as ``Rp2,1 miliar dari Rp3,0 miliar s.d. TW III``."""


@dataclass(frozen=True, slots=True)
class SlaidUnit(Slaid):
    """One unit: skor and path, three worst indicators with kendala, budget beside performance, questions."""

    kode_unit: str
    nama: str
    teks: str
    """Its skor as printed; empty without one."""
    posisi: int | None
    predikat: str
    jalur: tuple[LangkahJalur, ...]
    judul_penahan: str
    penahan: tuple[BarisPenahan, ...]
    """At most three."""
    keterangan: str
    """Such as ``9 dari 11 indikator dinilai · garis tebal: target s.d. TW III``."""
    anggaran: AnggaranSlaid | None
    tanya: tuple[Kalimat, ...]
    """At most three."""
    pilihan: tuple[tuple[str, str], ...]
    """All its indicators (kode, uraian), worst first: what a decision may concern."""
    kosong: str | None = None
    """A sentence in place of the indicators where none is assessed."""


@dataclass(frozen=True, slots=True)
class BarisKeputusan:
    """A decision of this meeting."""

    apa: str
    unit: str
    penanggung_jawab: str
    tenggat: str
    ukuran: str
    """What it is measured by."""
    kata: str
    """``baru`` or ``dibawa dari TW II``."""
    dibawa: bool


@dataclass(frozen=True, slots=True)
class SlaidKeputusan(Slaid):
    """What was decided; at most six rows a slide. In the room this slide is alive, on paper it is as of ``waktu``."""

    baris: tuple[BarisKeputusan, ...]
    kosong: str | None = None


@dataclass(frozen=True, slots=True)
class Dek:
    """The whole meeting. ``kaki`` stands at the foot of every slide, beside the quarter rail and the page number."""

    kode: str
    """Short id of the snapshot."""
    judul: str
    """Such as ``Rapat evaluasi TW III 2026``."""
    instansi: str
    contoh: bool
    sebutan: str
    tahun: int
    triwulan: int
    kaki: str
    """Trust line, rule, cap, snapshot id and time in one line."""
    slaid: tuple[Slaid, ...]

    def unit(self) -> tuple[SlaidUnit, ...]:
        """The slides of the units, in the order of the deck."""
        return tuple(slaid for slaid in self.slaid if isinstance(slaid, SlaidUnit))
