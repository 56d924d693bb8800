"""One row of a fictional sheet: an indicator with its whole year, whichever body it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Triwulanan = dict[int, float | str | None]

POLARITAS = {"+": "maksimal", "-": "minimal", "=": "stabil", "?": None}
KONSOLIDASI = {
    "J": "jumlah",
    "B": "jumlah",
    "R": "rata_rata",
    "A": "nilai_akhir",
    "P": "nilai_akhir",
    "T": "nilai_akhir",
}


class Indikator(NamedTuple):
    """One indicator of a catalogue. The signs are those of :data:`POLARITAS` and :data:`KONSOLIDASI`.

    ``P`` is a share that grows to the end of the year, ``T`` a value that is only taken in TW IV, ``B`` a thing
    that is only due then (0, 0, 0, 5). A target may be a word with its scale (``BB:akip``), a range ``60..85``
    or blank.
    """

    uraian: str
    satuan: str
    polaritas: str
    konsolidasi: str
    target: str
    desimal: int


class Catatan(NamedTuple):
    """What hindered and what follows."""

    kendala: str
    rencana_tindak_lanjut: str
    pic: str
    batas_waktu: str


@dataclass
class Baris:
    """One row of a unit's sheet, for the whole year."""

    jenjang: str
    induk: tuple[str, ...]
    ind: Indikator
    kode: str | None = None
    target_tahunan: float | str | None = None
    target_bawah: float | None = None
    target_atas: float | None = None
    target_renstra: float | None = None
    renstra: dict[int, float] = field(default_factory=dict)
    realisasi_lalu: float | None = None
    pagu: float | None = None
    skala: str | None = None
    kode_pk: str | None = None
    bobot: float | None = None
    penanggung_jawab: str | None = None
    target: Triwulanan = field(default_factory=dict)
    realisasi: Triwulanan = field(default_factory=dict)
    anggaran: Triwulanan = field(default_factory=dict)
    capaian: dict[int, float] = field(default_factory=dict)
    catatan: dict[int, Catatan] = field(default_factory=dict)
    #: What stood before PK perubahan (from TW III on): annual target and TW IV.
    murni: tuple[float, float] | None = None

    @property
    def kunci(self) -> str:
        """What names the same indicator in the next file."""
        words = (self.kode or " / ".join((*self.induk, self.ind.uraian, self.ind.satuan))).casefold()
        return " ".join(words.split())

    @property
    def nama(self) -> str | None:
        """The name of the row's own tujuan, sasaran, program or kegiatan; a subkegiatan goes by its output."""
        return None if self.jenjang == "subkegiatan" else self.induk[-1]

    @property
    def above(self) -> tuple[str, ...]:
        """The names above the row."""
        return self.induk if self.jenjang == "subkegiatan" else self.induk[:-1]

    @property
    def year_value(self) -> float | None:
        """What the year came to."""
        filled = [v for v in self.realisasi.values() if isinstance(v, float)]
        if not filled:
            return None
        way = KONSOLIDASI[self.ind.konsolidasi]
        if way == "jumlah":
            return round(sum(filled), self.ind.desimal)
        return filled[-1] if way == "nilai_akhir" else round(sum(filled) / len(filled), self.ind.desimal)
