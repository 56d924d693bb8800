"""The two fictional bodies as the store and the sheets name them."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Badan(NamedTuple):
    """One fictional body; ``ber_pk``: its sheets carry PK, weight, scale, person in charge and the Renstra years."""

    kode: str
    nama: str
    jenis: str
    aturan: str
    ber_pk: bool

    @property
    def rekaan(self) -> str:
        """What stands in the first cell of each of its sheets."""
        return f"DATA REKAAN – CONTOH · {self.nama} tidak ada; semua nama dan angka dikarang"


class Pengirim(Protocol):
    """A unit that sends: what the sheets and the log say of it."""

    @property
    def kode(self) -> str:
        """Its code."""

    @property
    def nama(self) -> str:
        """Its full name on the day of the sheet."""

    @property
    def pendek(self) -> str:
        """Its short name."""


KABUPATEN = Badan("contoh", "Kabupaten Contoh", "kabupaten", "lima-peringkat", ber_pk=False)
KPU = Badan("kpu-contoh", "KPU Provinsi Contoh", "kpu", "kpu-contoh", ber_pk=True)
