"""The target of the year: what the remaining quarters would have to bring, and a target that was eased on the way."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_metrics import capaian, sampai_triwulan, skor

KALI_TERBAIK = 2.0
"""A target is called out of reach at the pace so far when each remaining quarter must bring more than so many times
the best one."""
LONGGAR_TERASA = 0.5
"""An eased target is spoken of when it adds at least so many poin to the skor."""


class LewatBatas(NamedTuple):
    """A limit for the year that is exceeded already: a sum or a maximum never comes down again."""

    sampai_kini: float
    batas: float


class SisaBerat(NamedTuple):
    """What is still needed, in how many quarters, and the most that one quarter brought so far."""

    sampai_kini: float
    target: float
    perlu: float
    triwulan_tersisa: int
    terbanyak: float


class TargetLonggar(NamedTuple):
    """An annual target that a later PK made easier; both capaian compare the same realisasi with the year's target."""

    unit: UnitRekam
    indikator: IndikatorRekam
    murni: float
    kini: float
    realisasi: float
    capaian_kini: float
    capaian_murni: float


def exceeded(rekam: Rekam, indikator: IndikatorRekam) -> LewatBatas | None:
    """The annual limit that is exceeded for good: lower is better, under jumlah or maksimum, told this quarter."""
    batas, isi = indikator.target_tahunan, _filled(rekam, indikator)
    if indikator.polaritas != "minimal" or batas is None or indikator.realisasi[rekam.triwulan - 1] is None:
        return None
    if indikator.konsolidasi not in ("jumlah", "maksimum") or min(isi) < 0:
        return None
    kini = sum(isi) if indikator.konsolidasi == "jumlah" else max(isi)
    return LewatBatas(kini, batas) if round(kini - batas, 9) > 0 else None


def heavy_rest(rekam: Rekam, indikator: IndikatorRekam) -> SisaBerat | None:
    """Higher is better under jumlah, quarters are left, and each would have to bring more than twice the best so far.

    Nothing is said where a scheduled quarter is unreported, and nothing where the plan itself leaves as much for the
    end of the year: then nobody is behind it.
    """
    kini, target = rekam.triwulan, indikator.target_tahunan
    if (indikator.polaritas, indikator.konsolidasi) != ("maksimal", "jumlah") or target is None or kini == 4:
        return None
    isi = _filled(rekam, indikator)
    if indikator.realisasi[kini - 1] is None or min(isi) < 0 or _has_gap(rekam, indikator):
        return None
    tersisa, perlu, terbanyak = 4 - kini, round(target - sum(isi), 9), max(isi)
    direncanakan = sum(nilai or 0.0 for nilai in indikator.target[kini:])
    ada_rencana = any(nilai is not None for nilai in indikator.target)
    if ada_rencana and perlu <= round(direncanakan, 9):
        return None
    if round(perlu - KALI_TERBAIK * terbanyak * tersisa, 9) <= 0:
        return None
    return SisaBerat(sum(isi), target, perlu, tersisa, terbanyak)


def _filled(rekam: Rekam, indikator: IndikatorRekam) -> list[float]:
    return [nilai for nilai in indikator.realisasi[: rekam.triwulan] if nilai is not None]


def _has_gap(rekam: Rekam, indikator: IndikatorRekam) -> bool:
    berpasangan = zip(indikator.target[: rekam.triwulan], indikator.realisasi, strict=False)
    return any(target and realisasi is None for target, realisasi in berpasangan)


def eased(rekam: Rekam, unit: tuple[UnitRekam, ...]) -> list[TargetLonggar]:
    """Main indicators whose annual target a later PK eased and whose skor is the better for it, the largest gain first.

    Eased: lowered where higher is better, raised where lower is. The realisasi up to the quarter is measured against
    both annual targets by the rule in force; a sum that must stay low is left until TW IV, for in part of a year it is
    always low.
    """
    rows = [
        (satu, indikator)
        for satu in unit
        if satu.lapor
        for indikator in satu.utama
        if _is_eased(indikator) and _comparable_with_year(rekam, indikator)
    ]
    if not rows:
        return []
    tabel = pd.DataFrame([indikator.realisasi for _, indikator in rows], columns=[1, 2, 3, 4], dtype="float64")
    cara = pd.Series([indikator.konsolidasi for _, indikator in rows])
    realisasi = sampai_triwulan(tabel, cara, triwulan=rekam.triwulan)
    polaritas = pd.Series([indikator.polaritas for _, indikator in rows])
    murni = pd.Series([indikator.target_murni for _, indikator in rows], dtype="float64")
    kini = pd.Series([indikator.target_tahunan for _, indikator in rows], dtype="float64")
    dengan_kini = capaian(realisasi, kini, polaritas, aturan=rekam.aturan)
    dengan_murni = capaian(realisasi, murni, polaritas, aturan=rekam.aturan)
    untung = (skor(dengan_kini, aturan=rekam.aturan) - skor(dengan_murni, aturan=rekam.aturan)).round(9)
    urut = untung[untung >= LONGGAR_TERASA].sort_values(ascending=False, kind="stable").index
    return [
        TargetLonggar(
            rows[n][0],
            rows[n][1],
            float(murni[n]),
            float(kini[n]),
            float(realisasi[n]),
            float(dengan_kini[n]),
            float(dengan_murni[n]),
        )
        for n in urut
    ]


def _is_eased(indikator: IndikatorRekam) -> bool:
    murni, kini = indikator.target_murni, indikator.target_tahunan
    if murni is None or kini is None:
        return False
    return {"maksimal": kini < murni, "minimal": kini > murni}.get(indikator.polaritas or "", False)


def _comparable_with_year(rekam: Rekam, indikator: IndikatorRekam) -> bool:
    if indikator.konsolidasi is None or indikator.realisasi[rekam.triwulan - 1] is None:
        return False
    return rekam.triwulan == 4 or (indikator.polaritas, indikator.konsolidasi) != ("minimal", "jumlah")
