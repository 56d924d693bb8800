"""From what a row states by month, by quarter or up to a date, to its four quarters; and how they make its year.

Only what the sheet's own arithmetic settles is settled here: monthly targets that add up to the annual target are
increments, those whose December equals it are positions. Where both readings fit and give different figures, or
neither fits, nothing is said: it is asked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sakip_app.workbook.numbers import is_percent
from sakip_app.workbook.words import normal

TRIWULAN = (1, 2, 3, 4)
_POSISI = frozenset(
    {"indeks", "nilai", "skor", "predikat", "level", "rasio", "poin", "angka", "skala", "kategori"}
)
BEDA_CETAK = 0.06  # of a printed percentage: rounded to one decimal, or cut off
_CARA = {"jumlah": "tambahan", "nilai_akhir": "kumulatif"}


@dataclass(slots=True)
class Ukuran:
    """One measure (target or realisasi) of one row: values by period, each with its cell.

    ``tw``, ``bulan``: of the period alone, or a position; ``sd_tw``, ``sd_bulan``: up to it, as the words say.
    ``tahun``: of the year; ``sd``: up to the period that the sheet's title names; ``ini``: of that period.
    """

    tahun: float | None = None
    sd: float | None = None
    ini: float | None = None
    tw: dict[int, float] = field(default_factory=dict)
    sd_tw: dict[int, float] = field(default_factory=dict)
    bulan: dict[int, float] = field(default_factory=dict)
    sd_bulan: dict[int, float] = field(default_factory=dict)
    sel: dict[tuple[str, int | None], str] = field(default_factory=dict)

    @property
    def to_date(self) -> tuple[float | None, str]:
        """The sheet's own total to date, and which of its columns states it."""
        return (self.tahun, "tahun") if self.sd is None else (self.sd, "sd")


@dataclass(frozen=True, slots=True)
class Triwulanan:
    """Four quarters of a measure: values, their cells, and whether they are increments or positions, if settled.

    ``terbuka``: there are months, but nothing tells how they make a quarter.
    """

    nilai: dict[int, float | None]
    sel: dict[int, str]
    cara_isi: str | None = None
    terbuka: bool = False

    @property
    def berisi(self) -> int:
        """How many quarters are filled."""
        return sum(1 for nilai in self.nilai.values() if nilai is not None)


def sums_up(nilai: Sequence[float], tahun: float | None) -> bool:
    """Whether the values add up to the year's."""
    return tahun is not None and math.isclose(math.fsum(nilai), tahun, rel_tol=1e-6, abs_tol=1e-6)


def ends_at(nilai: Sequence[float], tahun: float | None) -> bool:
    """Whether the last value is the year's."""
    return tahun is not None and bool(nilai) and math.isclose(nilai[-1], tahun, rel_tol=1e-6, abs_tol=1e-6)


def way_of(nilai: Mapping[int, float], tahun: float | None) -> str | None:
    """Increments (``"tambahan"``) or positions (``"kumulatif"``), where the year's value tells; else ``None``.

    Example:
        >>> way_of({1: 3, 2: 3, 3: 3, 4: 3}, 12), way_of({1: 25, 2: 50, 3: 75, 4: 100}, 100), way_of({1: 5, 2: 7}, 20)
        ('tambahan', 'kumulatif', None)
    """
    terisi = [nilai[n] for n in sorted(nilai)]
    jumlah, akhir = sums_up(terisi, tahun), ends_at(terisi, tahun)
    return None if jumlah == akhir else "tambahan" if jumlah else "kumulatif"


def quarters(ukuran: Ukuran, cara_isi: str | None) -> Triwulanan:
    """The quarters of a measure.

    Args:
        ukuran: what the row states.
        cara_isi: how its months make a quarter, where that is settled: ``"tambahan"`` adds them, ``"kumulatif"``
            takes the last filled one.
    """
    kosong: dict[int, float | None] = dict.fromkeys(TRIWULAN)
    if ukuran.tw:
        return Triwulanan({**kosong, **ukuran.tw}, {t: ukuran.sel["tw", t] for t in ukuran.tw}, cara_isi)
    if ukuran.sd_tw:
        return Triwulanan(
            {**kosong, **ukuran.sd_tw}, {t: ukuran.sel["sd_tw", t] for t in ukuran.sd_tw}, "kumulatif"
        )
    jenis, bulan = ("bulan", ukuran.bulan) if ukuran.bulan else ("sd_bulan", ukuran.sd_bulan)
    if not bulan:
        return Triwulanan(kosong, {})
    cara = "kumulatif" if jenis == "sd_bulan" else cara_isi
    if cara is None and sum(1 for n in bulan.values() if n != 0) <= 1:
        cara = "tambahan"  # one month, or nothing yet: both readings are the same
    if cara is None:
        return Triwulanan(kosong, {}, terbuka=True)
    nilai, sel = dict(kosong), {}
    for t in TRIWULAN:
        milik = [b for b in range(3 * t - 2, 3 * t + 1) if b in bulan]
        if not milik:
            continue
        terakhir = bulan[milik[-1]]
        nilai[t] = terakhir if cara == "kumulatif" else math.fsum(bulan[b] for b in milik)
        sel[t] = ukuran.sel[jenis, milik[-1]]
    return Triwulanan(nilai, sel, cara)


def consolidation(
    target: Mapping[int, float | None],
    realisasi: Mapping[int, float | None],
    target_tahunan: float | None,
    realisasi_tahun: float | None,
    satuan: str | None,
    capaian: float | None = None,
) -> str | None:
    """How the quarters make the year, where exactly one way fits the row's own figures; else ``None``.

    The printed realisasi of the year tells first, then the annual target, then the printed capaian. A target that
    ends where the year ends only tells for per cent, indeks and the like, or where realisasi does not fall: documents
    may be planned as positions (3, 6, 9, 12) and reported as increments.

    Example:
        >>> empty = {1: None, 2: None, 3: None, 4: None}
        >>> consolidation({1: 3, 2: 3, 3: 3, 4: 3}, empty, 12, None, "Dok")
        'jumlah'
        >>> consolidation({1: 25, 2: 50, 3: 75, 4: 100}, empty, 100, None, "%")
        'nilai_akhir'
        >>> consolidation({1: 3, 2: 6, 3: 9, 4: 12}, {1: 3, 2: 3, 3: None, 4: None}, 12, None, "Dok")
    """
    rencana, capai = _filled(target), _filled(realisasi)
    posisi = is_percent(satuan) or normal(satuan or "").split(" ")[0] in _POSISI
    dari_realisasi = _way(capai, realisasi_tahun, posisi=posisi)
    if dari_realisasi is not None:
        return dari_realisasi
    dari_target = _way(rencana, target_tahunan, posisi=posisi) or _way_of_capaian(capai, target_tahunan, capaian)
    naik = all(a <= b for a, b in pairwise(capai))
    if dari_target == "nilai_akhir":
        return "nilai_akhir" if posisi or (len(capai) > 1 and naik and capai[-1] > capai[0]) else None
    if dari_target == "jumlah" and len(capai) > 1 and naik and target_tahunan:
        melampaui = math.fsum(capai) > 1.2 * target_tahunan >= capai[-1]
        return None if melampaui else "jumlah"  # positions reported against increments planned: asked
    return dari_target


def _way_of_capaian(terisi: Sequence[float], target: float | None, capaian: float | None) -> str | None:
    """The one way of making the year that gives the printed capaian, to what print rounds off.

    Not the last value: a capaian of the quarter alone would look the same.
    """
    if not target or capaian is None or len(terisi) < 2 or not any(terisi):
        return None
    hasil = _ways(terisi)
    cocok = [
        nama
        for nama, nilai in hasil.items()
        if min(abs(nilai / target * 100 - capaian), abs((2 * target - nilai) / target * 100 - capaian))
        < BEDA_CETAK
    ]
    return cocok[0] if len(cocok) == 1 and cocok != ["nilai_akhir"] else None


def _filled(nilai: Mapping[int, float | None]) -> list[float]:
    return [n for t in sorted(nilai) if isinstance(n := nilai[t], int | float)]


def _ways(terisi: Sequence[float]) -> dict[str, float]:
    return {
        "jumlah": math.fsum(terisi),
        "nilai_akhir": terisi[-1],
        "rata_rata": math.fsum(terisi) / len(terisi),
        "maksimum": max(terisi),
    }


def _way(terisi: Sequence[float], tahun: float | None, *, posisi: bool) -> str | None:
    """The one way of making the year that fits; ``None`` where several do, or none."""
    if tahun is None or len(terisi) < 2 or not any(terisi):
        return None
    cocok = [
        nama for nama, hasil in _ways(terisi).items() if math.isclose(hasil, tahun, rel_tol=1e-6, abs_tol=1e-6)
    ]
    if cocok == ["nilai_akhir", "maksimum"]:
        return "nilai_akhir"  # it rose to its end
    if posisi and not any(terisi[:-1]) and cocok[:2] == ["jumlah", "nilai_akhir"]:
        return "nilai_akhir"  # an indeks measured at the end of the year
    return cocok[0] if len(cocok) == 1 else None


def way_said(konsolidasi: str | None) -> str | None:
    """The cara_isi that goes with a konsolidasi: sums are of increments, a last value is a position."""
    return _CARA.get(konsolidasi or "")
