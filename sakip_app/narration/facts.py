"""What is so in a quarter: moves, who is behind, silent or late, money beside performance, follow-ups.

Every rule here holds only where it may be said: no move against a quarter under another rule, no judgement while the
year is unfinished, and nothing of a unit that is silent this quarter, whatever earlier figures it left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Final, Literal, NamedTuple

from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam

GERAK_BESAR: Final = 10.0
"""A unit's skor that moved by so many poin since the quarter before stands out in the whole body."""
TURUN_DITANYA: Final = 5.0
"""A unit's skor that fell by so many poin is asked about on its own slide."""
TURUN_INDIKATOR: Final = 20.0
"""An indicator's skor (its capaian within floor and cap) that fell by so many poin stands out."""
SERAPAN_LAMBAT: Final = 10.0
"""Spending so many poin under what the rule compares with is asked about."""
_NOISE: Final = 9

Tindak = Literal["terbuka", "selesai", "tidak_ada"]
Sudut = Literal["mendahului", "keduanya_tertinggal", "belanja_lambat", "berjalan"]


class Gerak(NamedTuple):
    """A value in the quarter before and in the one in view."""

    lalu: float
    kini: float

    @property
    def selisih(self) -> float:
        """Poin; negative is a fall."""
        return round(self.kini - self.lalu, _NOISE)


def reported_in(unit: UnitRekam, triwulan: int) -> bool:
    """Whether the unit reported any realisasi in that quarter."""
    return any(satu.realisasi[triwulan - 1] is not None for satu in unit.indikator)


def skor_now(rekam: Rekam, unit: UnitRekam) -> float | None:
    """The unit's skor of the quarter in view; ``None`` where it is silent and the figure is an older one."""
    return unit.nilai[rekam.triwulan - 1] if unit.lapor else None


def unit_move(rekam: Rekam, unit: UnitRekam) -> Gerak | None:
    """Its skor a quarter ago and now, where both are its own and compare."""
    kini, lalu = skor_now(rekam, unit), rekam.sebelumnya
    if rekam.berjalan or lalu is None or kini is None or unit.selisih is None or not reported_in(unit, lalu):
        return None
    sebelum = unit.nilai[lalu - 1]
    return None if sebelum is None else Gerak(sebelum, kini)


def moved(rekam: Rekam, *, naik: bool) -> list[tuple[UnitRekam, Gerak]]:
    """The units that rose, or fell, by ``GERAK_BESAR`` or more, the largest move first."""
    arah = 1 if naik else -1
    semua = [(satu, gerak) for satu in rekam.unit if (gerak := unit_move(rekam, satu))]
    besar = [(satu, gerak) for satu, gerak in semua if arah * gerak.selisih >= GERAK_BESAR]
    return sorted(besar, key=lambda pasangan: -arah * pasangan[1].selisih)


def is_assessed(indikator: IndikatorRekam, triwulan: int) -> bool:
    """Whether it has a capaian in that quarter."""
    kini = triwulan - 1
    return indikator.status[kini] == "dinilai" and None not in (indikator.skor[kini], indikator.capaian[kini])


def assessed(rekam: Rekam, unit: UnitRekam) -> list[IndikatorRekam]:
    """Its assessed main indicators, the lowest skor first; none while it is silent."""
    if not unit.lapor:
        return []
    dinilai = [satu for satu in unit.utama if is_assessed(satu, rekam.triwulan)]
    return sorted(
        dinilai, key=lambda satu: (satu.skor[rekam.triwulan - 1] or 0.0, satu.capaian[rekam.triwulan - 1])
    )


def below(rekam: Rekam, unit: UnitRekam) -> list[IndikatorRekam]:
    """Its main indicators below ``batas_tertinggal``, the lowest first; none while the year is unfinished."""
    if rekam.berjalan:
        return []
    batas, kini = rekam.aturan.batas_tertinggal, rekam.triwulan - 1
    return [satu for satu in assessed(rekam, unit) if round(satu.skor[kini] or 0.0, _NOISE) < batas]


def missed(rekam: Rekam, indikator: IndikatorRekam) -> bool:
    """Whether its capaian is under 100."""
    return round(indikator.capaian[rekam.triwulan - 1] or 0.0, _NOISE) < 100


def indicator_move(rekam: Rekam, indikator: IndikatorRekam) -> Gerak | None:
    """Its skor a quarter ago and now, where it was reported and assessed in both and they compare."""
    lalu, kini = rekam.sebelumnya, rekam.triwulan
    if rekam.berjalan or lalu is None:
        return None
    if not all(is_assessed(indikator, q) and indikator.realisasi[q - 1] is not None for q in (lalu, kini)):
        return None
    return Gerak(indikator.skor[lalu - 1] or 0.0, indikator.skor[kini - 1] or 0.0)


def fallen_indicators(rekam: Rekam, unit: UnitRekam) -> list[tuple[IndikatorRekam, Gerak]]:
    """Its main indicators that fell by ``TURUN_INDIKATOR`` or more, the largest fall first."""
    semua = [(satu, gerak) for satu in assessed(rekam, unit) if (gerak := indicator_move(rekam, satu))]
    return sorted(
        [pasangan for pasangan in semua if pasangan[1].selisih <= -TURUN_INDIKATOR],
        key=lambda pasangan: pasangan[1].selisih,
    )


def is_behind(rekam: Rekam, unit: UnitRekam) -> bool:
    """Whether it is behind by a report of the quarter in view."""
    return not rekam.berjalan and skor_now(rekam, unit) is not None and unit.tertinggal[rekam.triwulan - 1]


def quarters_behind(rekam: Rekam, unit: UnitRekam) -> int:
    """So many quarters running up to the one in view it was behind, each reported and under a rule that compares."""
    if not is_behind(rekam, unit):
        return 0
    lama = 1
    for q in range(rekam.triwulan - 1, 0, -1):
        if not (rekam.sebanding[q - 1] and unit.tertinggal[q - 1] and reported_in(unit, q)):
            break
        lama += 1
    return lama


def corner(rekam: Rekam, unit: UnitRekam) -> Sudut | None:
    """Money beside performance, by the edges of the quadrant on Ringkasan; ``None`` where one of the two is missing.

    ``mendahului``: spent at least what the rule expects by the last quarter whose spending is known, while the skor
    is below the band that counts as good.
    """
    skor = skor_now(rekam, unit)
    if rekam.berjalan or skor is None or unit.penyerapan is None or not rekam.anggaran_sampai:
        return None
    if not isfinite(rekam.aturan.batas_baik):  # a rule of one band tells nobody apart
        return None
    tercapai = round(skor, _NOISE) >= rekam.aturan.batas_baik
    if unit.penyerapan >= spending_due(rekam):
        return "berjalan" if tercapai else "mendahului"
    return "belanja_lambat" if tercapai else "keduanya_tertinggal"


def spending_due(rekam: Rekam) -> float:
    """The share of the pagu that the rule compares with, in per cent; asked only where spending is known."""
    return rekam.aturan.acuan_penyerapan[rekam.anggaran_sampai - 1]


def promises(rekam: Rekam, unit: UnitRekam) -> tuple[TindakLanjut, ...]:
    """The follow-ups of one unit and of its indicators, withdrawn ones left out."""
    kode = {satu.kode for satu in unit.indikator}
    return tuple(
        janji
        for janji in rekam.tindak_lanjut
        if not janji.batal and (janji.kode_unit == unit.kode or janji.kode_indikator in kode)
    )


def indicators_of(unit: UnitRekam, janji: Iterable[TindakLanjut]) -> tuple[str, ...]:
    """The unit's indicators that these follow-ups are about, also those decided about what was theirs last year."""
    kode = (satu.kode for janji_ini in janji for satu in unit.indikator if janji_ini.about(satu))
    return tuple(dict.fromkeys(kode))


def overdue(rekam: Rekam, janji: tuple[TindakLanjut, ...]) -> list[tuple[TindakLanjut, int]]:
    """Those past their due date, each with its days, the longest first."""
    lewat = [
        (satu, (rekam.hari - satu.tenggat).days)
        for satu in janji
        if satu.tenggat and not satu.batal and satu.keadaan_pada(rekam.hari) == "lewat"
    ]
    return sorted(lewat, key=lambda pasangan: -pasangan[1])


def follow_up_state(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam | None = None) -> Tindak:
    """What was promised or planned: for the unit at all, or for one indicator.

    ``terbuka``: something is not done yet, and what the unit itself plans in its sheet counts as such; ``selesai``: all
    that the meeting knows of is done. A promise that names no indicator may be meant for each of the unit's.
    """
    yang_ditanya = unit.indikator if indikator is None else (indikator,)
    milik = [
        janji
        for janji in promises(rekam, unit)
        if indikator is None or janji.kode_indikator is None or janji.about(indikator)
    ]
    if any(satu.rencana_tindak_lanjut for satu in yang_ditanya) or any(j.keadaan != "selesai" for j in milik):
        return "terbuka"
    return "selesai" if milik else "tidak_ada"


def late_by(rekam: Rekam) -> int | None:
    """Days since the due date of the quarter, negative before it; ``None`` without one."""
    return (rekam.hari - rekam.tenggat).days if rekam.tenggat else None


def silent(rekam: Rekam) -> list[UnitRekam]:
    """The units that reported nothing this quarter."""
    return [satu for satu in rekam.unit if not satu.lapor]


def too_few(rekam: Rekam) -> bool:
    """Whether fewer units reported than the share the rule asks for before anybody is ranked."""
    return len(rekam.lapor) * 100 < rekam.aturan.cakupan_minimum * len(rekam.unit)


def pairs(rekam: Rekam) -> Iterator[tuple[UnitRekam, IndikatorRekam]]:
    """Every main indicator of the units that reported, with its unit."""
    for unit in rekam.unit:
        if unit.lapor:
            for indikator in unit.utama:
                yield unit, indikator
