"""What was asked of a run, and what became of each file in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import sqlalchemy as sa

from sakip_app.workbook.result import HasilBaca, Temuan

Putusan = Literal["diambil", "siap", "sama", "ditanya", "ditolak", "dilewati"]
PUTUSAN: dict[Putusan, str] = {
    "diambil": "disimpan",
    "siap": "dapat disimpan, belum disimpan",
    "sama": "sudah tersimpan, tidak ada yang baru",
    "ditanya": "perlu dijawab orang, tidak disimpan",
    "ditolak": "tidak dapat dipakai, tidak disimpan",
    "dilewati": "bukan buku kerja",
}
"""What each word in the column ``Hasil`` means, in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Acuan:
    """For whom the files are read, and what was answered for all of them on the command line.

    ``tahun`` and ``triwulan`` hold for files that do not say theirs; a file that says another ``tahun`` is asked about.
    ``daerah`` are further names under which sheets may mention the body.
    """

    engine: sa.Engine
    kode: str
    nama: str
    pelaku: str
    simpan: bool = False
    tahun: int | None = None
    triwulan: int | None = None
    dokumen: str | None = None
    biarkan_hilang: bool = False
    daerah: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alasan:
    """Why a file was not taken: a stable ``kode``, a few words for the table, a sentence, what to do."""

    kode: str
    pesan: str
    saran: str = ""


class PerluDitanyaError(Exception):
    """A person has to say something before the file can be kept."""

    def __init__(self, alasan: Sequence[Alasan]) -> None:
        super().__init__(alasan[0].pesan)
        self.alasan = tuple(alasan)


class TidakTerpakaiError(Exception):
    """The file itself has to be changed before it can be kept."""

    def __init__(self, alasan: Sequence[Alasan]) -> None:
        super().__init__(alasan[0].pesan)
        self.alasan = tuple(alasan)


@dataclass(slots=True)
class Baris:
    """One file in the result: filled in as far as it came."""

    berkas: str
    putusan: Putusan = "ditolak"
    unit: str = ""
    unit_pendek: str = ""
    kode_unit: str = ""
    tahun: str = ""
    dokumen: str = ""
    n_indikator: int = 0
    n_baru: int = 0
    n_berubah: int = 0
    n_sama: int = 0
    galat: int = 0
    peringatan: int = 0
    catatan: int = 0
    tanpa_polaritas: int = 0
    tanpa_konsolidasi: int = 0
    alasan: tuple[Alasan, ...] = ()
    keterangan: list[str] = field(default_factory=list)

    def tell(self, semua: Sequence[HasilBaca]) -> None:
        """What the reading alone says."""
        temuan: list[Temuan] = [satu for hasil in semua for satu in hasil.temuan]
        self.galat, self.peringatan, self.catatan = (
            sum(satu.tingkat == tingkat for satu in temuan) for tingkat in ("galat", "peringatan", "catatan")
        )
        self.n_indikator = sum(len(hasil.indikator) for hasil in semua)
        self.unit = ", ".join(dict.fromkeys(hasil.unit for hasil in semua if hasil.unit))
        self.tahun = ", ".join(dict.fromkeys(str(hasil.tahun) for hasil in semua if hasil.tahun))


def shown(teks: str) -> str:
    r"""Text from a file name or a cell as it may be printed: what steers a terminal or cannot be written is ``�``.

    Examples:
        >>> shown("Dinas\x1b[2J A\udce9.xlsx")
        'Dinas�[2J A�.xlsx'
    """
    return "".join(huruf if huruf.isprintable() else " " if huruf in "\n\t\r" else "�" for huruf in teks)
