"""What a reading yields: indicators with the cell of every value, findings, open questions.

These are plain data: the store keeps them, the screens show them, ``baca --json`` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Tingkat = Literal["galat", "peringatan", "catatan"]


class BerkasDitolakError(Exception):
    """A file that cannot be used: a stable ``kode``, an Indonesian sentence, and what to do."""

    def __init__(self, kode: str, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan
        self.saran = saran


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding at one cell; ``galat`` blocks the value, ``peringatan`` asks for a look."""

    kode: str
    tingkat: Tingkat
    lembar: str
    sel: str
    nilai: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """Something the sheet leaves open, for the indicators named in ``untuk`` (their ``kunci``)."""

    kode: str
    untuk: tuple[str, ...]
    usul: str | None
    alasan: str
    pilihan: tuple[str, ...] = ()  # the possible answers, where they are a short list


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What a person answered about a form as a whole; remembered for the unit and the form (``HasilBaca.sidik``).

    ``None`` and an absent column are not answered. ``kolom`` gives column letters their role as ``HasilBaca.peran``
    writes it (``"target_tahunan"``, ``"realisasi:tw2"``, ``"target:bulan5"``), or ``"abaikan"``.
    """

    lembar: str | None = None
    kolom: Mapping[str, str] = field(default_factory=dict)
    tahun: int | None = None
    triwulan: int | None = None
    cara_isi: Literal["tambahan", "kumulatif"] | None = None
    persen: Literal["pecahan", "persen"] | None = None


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator as the sheet states it. ``None`` is blank, never zero; percentages are 87.5.

    ``asal`` gives the cell of each value, keyed by ``(jenis, triwulan)`` with triwulan ``None`` for a
    value of the year; ``jenis`` is the name of the field that holds the value.
    ``tetap`` names, in the same way, the values of this product's template that nobody touched since it was filled
    (a Renstra target as ``("renstra", 2027)``): they state nothing.
    """

    kunci: str
    sel: str
    baris: int
    uraian: str
    kode: str | None = None
    nama: str | None = None  # the program, kegiatan or subkegiatan of this row itself
    jenjang: str | None = None
    induk: tuple[str, ...] = ()
    satuan: str | None = None
    polaritas: str | None = None
    konsolidasi: str | None = None
    skala: str | None = None
    kode_pk: str | None = None
    bobot: float | None = None
    penanggung_jawab: str | None = None  # of the indicator; ``pic`` is who does the follow-up
    target_tahunan: float | None = None
    target_teks: str | None = None
    target_bawah: float | None = None
    target_atas: float | None = None
    target_renstra: float | None = None
    renstra: Mapping[int, float | None] = field(default_factory=dict)  # year -> target of the five-year plan
    realisasi_lalu: float | None = None
    target: Mapping[int, float | str | None] = field(default_factory=dict)  # a word where a skala has words (WTP)
    realisasi: Mapping[int, float | str | None] = field(default_factory=dict)
    realisasi_tahun: float | None = None
    cara_isi: str | None = None
    cara_isi_anggaran: str | None = None
    pagu: float | None = None
    realisasi_anggaran: Mapping[int, float | None] = field(default_factory=dict)
    capaian_tercetak: float | None = None
    kendala: str | None = None
    solusi: str | None = None
    rencana_tindak_lanjut: str | None = None
    pic: str | None = None
    batas_waktu: str | None = None
    bukti: str | None = None
    asal: Mapping[tuple[str, int | None], str] = field(default_factory=dict)
    tetap: frozenset[tuple[str, int | None]] = frozenset()


@dataclass(frozen=True, slots=True)
class LaporanTindakLanjut:
    """What a planner says in the template of one follow-up; ``None`` where nothing new is said.

    ``uid`` is what it is in the store, ``id`` and ``kode`` (``TL-12``) how it is called; ``semula`` the state that was
    printed, ``sampai`` the time (ISO) of the newest word on it that was known then.
    """

    id: int
    uid: str
    kode: str
    lembar: str
    sel: str
    """Its first cell that says something."""
    baris: int
    keadaan: str | None = None
    catatan: str | None = None
    bukti: str | None = None
    semula: str = "belum"
    sampai: str | None = None


@dataclass(frozen=True, slots=True)
class TandaTemplat:
    """What the hidden mark of this product's own template says: for whom it was made, and when in the year."""

    versi: int
    kode_instansi: str
    kode_unit: str
    tahun: int
    triwulan: int


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """Everything understood of one workbook, and everything that was not."""

    berkas: str
    sha256: str
    tata_letak: str
    lembar: str
    instansi: str | None
    unit: str | None
    tahun: int | None
    sampai_bulan: int | None
    indikator: tuple[BarisIndikator, ...]
    temuan: tuple[Temuan, ...]
    pertanyaan: tuple[Pertanyaan, ...]
    baris_kepala: tuple[int, int] = (0, 0)
    kolom: Mapping[str, str] = field(
        default_factory=dict
    )  # column letter -> label of its role, for the sheet picture
    peran: Mapping[str, str] = field(default_factory=dict)  # column letter -> role: "satuan", "realisasi:tw2"
    judul_kolom: Mapping[str, str] = field(default_factory=dict)  # column letter -> header text, of every column
    sidik: str = ""  # names the form: the same for next year's and next quarter's sheet of it
    jawaban: Jawaban = field(default_factory=Jawaban)  # the answers this reading was given
    templat: TandaTemplat | None = None
    tindak_lanjut: tuple[
        LaporanTindakLanjut, ...
    ] = ()  # what a template says of follow-ups, in the order of its rows
