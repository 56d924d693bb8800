"""What the checks share: where a value stands, what it is called, how it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sakip_app.workbook.findings import temuan
from sakip_app.workbook.numbers import is_percent, write_number
from sakip_app.workbook.result import BarisIndikator, Temuan
from sakip_app.workbook.words import normal

TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("I", "II", "III", "IV")
SEL_DISEBUT = 12
_SEBUTAN = {
    "target_tahunan": "Target setahun", "realisasi_tahun": "Realisasi setahun", "target": "Target",
    "realisasi": "Realisasi", "realisasi_anggaran": "Realisasi anggaran", "pagu": "Pagu",
    "capaian_tercetak": "Capaian", "target_renstra": "Target Renstra",
}  # fmt: skip
# Units of a state, not of a number of things: their quarters need not add up, and they may fall.
_UKURAN = frozenset({
    "indeks", "index", "nilai", "skor", "poin", "point", "angka", "rasio", "level", "tingkat", "predikat", "opini",
    "permil", "‰", "hari", "jam", "menit", "peringkat", "kategori", "wtp", "skala", "koefisien",
})  # fmt: skip


@dataclass
class Pengamatan:
    """One sheet while it is looked at; ``kolom`` gives the letter of a column whose cells no row traces."""

    lembar: str
    kolom: Mapping[str, str] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)

    def catat(self, kode: str, sel: str, *, nilai: object = "", **isi: str | int) -> None:
        """Add one finding."""
        self.temuan.append(temuan(kode, lembar=self.lembar, sel=sel, nilai=nilai, tingkat=None, **isi))

    def sel(self, satu: BarisIndikator, jenis: str, triwulan: int | None = None) -> str:
        """The cell of a value; the indicator's own where the value's is not known."""
        asal = satu.asal.get((jenis, triwulan))
        if asal is None and jenis in self.kolom:
            return f"{self.kolom[jenis]}{satu.baris}"
        return (asal or satu.sel).rpartition("!")[2]


def numbers(isi: Mapping[int, float | str | None]) -> dict[int, float]:
    """The quarters that hold a number, in order."""
    return {t: float(n) for t in TRIWULAN if isinstance(n := isi.get(t), int | float)}


def label(jenis: str, triwulan: int | None = None) -> str:
    """What a value is called in a sentence: ``"Realisasi TW II"``."""
    return _SEBUTAN[jenis] + (f" TW {ROMAWI[triwulan - 1]}" if triwulan else "")


def figure(nilai: float) -> str:
    """A number in a sentence."""
    return write_number(round(nilai, 6))


def decimals(nilai: float) -> int:
    """Decimals of a number as it is written, at most six: further ones come from a formula."""
    eksponen = Decimal(repr(round(nilai, 6))).normalize().as_tuple().exponent
    return min(6, -eksponen) if isinstance(eksponen, int) and eksponen < 0 else 0


def cells(sel: Sequence[str]) -> str:
    """Addresses in a sentence, the first twelve of them."""
    lebih = len(sel) - SEL_DISEBUT
    return ", ".join(sel[:SEL_DISEBUT]) + (f", dan {lebih} sel lain" if lebih > 0 else "")


def is_state(satuan: str | None) -> bool:
    """Whether a unit measures a state (per cent, index, days) rather than counts things; unknown counts as one."""
    return satuan is None or is_percent(satuan) or bool(_UKURAN & set(normal(satuan).replace("/", " ").split()))
