"""What the checks share: where a value stands, what it is called, how it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sakip_app.workbook.findings import temuan
from sakip_app.workbook.numbers import is_percent, write_number
from sakip_app.workbook.result import BarisIndikator, Temuan
from sakip_app.workbook.words import normal

TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("I", "II", "III", "IV")
SEL_DISEBUT = 12
_TERKECIL, _TERBESAR = 1e-30, 1e30
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


@dataclass(slots=True)
class Amatan:
    """One indicator as the checks look at it: its quarters that are numbers, in order, and what its unit is.

    ``persen``: per cent. ``keadaan``: a state (per cent, index, days; also unknown), not a number of things.
    ``berkata``: its targets are, or one of them is, a word; ``lapor_kata``: quarters whose realisasi is a word.
    """

    sel: str
    baris: int
    asal: Mapping[tuple[str, int | None], str]
    uraian: str
    satuan: str | None
    polaritas: str | None
    konsolidasi: str | None
    cara_isi: str | None
    cara_isi_anggaran: str | None
    target: dict[int, float]
    realisasi: dict[int, float]
    realisasi_anggaran: dict[int, float]
    target_tahunan: float | None
    realisasi_tahun: float | None
    target_renstra: float | None
    renstra: Mapping[int, float | None]
    realisasi_lalu: float | None
    pagu: float | None
    capaian_tercetak: float | None
    persen: bool
    keadaan: bool
    berkata: bool
    lapor_kata: tuple[int, ...]


def observe(indikator: Sequence[BarisIndikator]) -> list[Amatan]:
    """The rows as the checks look at them."""
    satuan: dict[str | None, tuple[bool, bool]] = {}
    hasil = []
    for s in indikator:
        if s.satuan not in satuan:
            satuan[s.satuan] = (is_percent(s.satuan), _is_state(s.satuan))
        persen, keadaan = satuan[s.satuan]
        hasil.append(
            Amatan(
                sel=s.sel,
                baris=s.baris,
                asal=s.asal,
                uraian=s.uraian,
                satuan=s.satuan,
                polaritas=s.polaritas,
                konsolidasi=s.konsolidasi,
                cara_isi=s.cara_isi,
                cara_isi_anggaran=s.cara_isi_anggaran,
                target=_numbers(s.target),
                realisasi=_numbers(s.realisasi),
                realisasi_anggaran=_numbers(s.realisasi_anggaran),
                target_tahunan=_year(s.target_tahunan),
                realisasi_tahun=_year(s.realisasi_tahun),
                target_renstra=_year(s.target_renstra),
                renstra=s.renstra,
                realisasi_lalu=_year(s.realisasi_lalu),
                pagu=_year(s.pagu),
                capaian_tercetak=_year(s.capaian_tercetak),
                persen=persen,
                keadaan=keadaan,
                berkata=_worded(s.target) != (),
                lapor_kata=_worded(s.realisasi),
            )
        )
    return hasil


def _numbers(isi: Mapping[int, float | str | None]) -> dict[int, float]:
    hasil = {}
    for t in TRIWULAN if isi else ():
        n = isi.get(t)
        if n is not None and not isinstance(n, str) and (n == 0 or _TERKECIL < abs(n) < _TERBESAR):
            hasil[t] = n
    return hasil


def _year(nilai: float | None) -> float | None:
    """A number that can be a measured thing; sums and ratios of the others overflow."""
    return nilai if nilai is None or nilai == 0 or _TERKECIL < abs(nilai) < _TERBESAR else None


def _worded(isi: Mapping[int, float | str | None]) -> tuple[int, ...]:
    if str not in set(map(type, isi.values())):
        return ()
    return tuple([t for t, n in isi.items() if isinstance(n, str)])


def _is_state(satuan: str | None) -> bool:
    return satuan is None or is_percent(satuan) or bool(_UKURAN & set(normal(satuan).replace("/", " ").split()))


@dataclass
class Pengamatan:
    """One sheet while it is looked at; ``kolom`` gives the letter of a column whose cells no row traces."""

    lembar: str
    kolom: Mapping[str, str] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)

    def catat(self, kode: str, sel: str, *, nilai: object = "", **isi: str | int) -> None:
        """Add one finding."""
        self.temuan.append(temuan(kode, lembar=self.lembar, sel=sel, nilai=nilai, tingkat=None, **isi))

    def sel(self, satu: Amatan, jenis: str, triwulan: int | None = None) -> str:
        """The cell of a value; the indicator's own where the value's is not known."""
        asal = satu.asal.get((jenis, triwulan))
        if asal is None and jenis in self.kolom:
            return f"{self.kolom[jenis]}{satu.baris}"
        return (asal or satu.sel).rpartition("!")[2]


def label(jenis: str, triwulan: int | None = None) -> str:
    """What a value is called in a sentence: ``"Realisasi TW II"``."""
    return _SEBUTAN[jenis] + (f" TW {ROMAWI[triwulan - 1]}" if triwulan else "")


def figure(nilai: float) -> str:
    """A number in a sentence."""
    return write_number(round(nilai, 6))


def decimals(nilai: float) -> int:
    """Decimals of a number as it is written, at most six: further ones come from a formula."""
    if nilai % 1 == 0:
        return 0
    return len(f"{nilai:.6f}".rstrip("0").partition(".")[2])


def cells(sel: Sequence[str]) -> str:
    """Addresses in a sentence, the first twelve of them."""
    lebih = len(sel) - SEL_DISEBUT
    return ", ".join(sel[:SEL_DISEBUT]) + (f", dan {lebih} sel lain" if lebih > 0 else "")
