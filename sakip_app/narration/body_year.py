"""The year's targets in the whole body: exceeded limits, what is left to bring, how the year ended, eased targets."""

from __future__ import annotations

from sakip_app.narration import facts
from sakip_app.narration.annual_target import SisaBerat, TargetLonggar, eased, exceeded, heavy_rest
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.phrases import (
    achievement,
    capaian_text,
    every,
    indicator_name,
    listed,
    opening,
    unit_name,
    value,
    values,
    with_unit,
)
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.words import bilangan, bilangan_awal, tw


def over_the_limit(rekam: Rekam) -> Kalimat | None:
    """Limits of the year that are exceeded before it ends; at its end ``year_end`` counts them."""
    if rekam.triwulan == 4:
        return None
    lewat = [
        (unit, indikator, fakta) for unit, indikator in facts.pairs(rekam) if (fakta := exceeded(rekam, indikator))
    ]
    lewat.sort(key=lambda satu: -_over(satu[2].sampai_kini, satu[2].batas))
    if not lewat:
        return None
    if len(lewat) == 1:
        unit, indikator, fakta = lewat[0]
        kini, batas = values(indikator, fakta.sampai_kini, fakta.batas)
        teks = (
            f"{opening(indicator_name(indikator), 'indikator')} di {unit_name(unit, pendek=True)} sudah "
            f"{with_unit(kini, indikator)} sampai {tw(rekam.triwulan)}, melewati batas setahun {batas}."
        )
    else:
        isi = []
        for unit, indikator, fakta in lewat:
            kini, batas = values(indikator, fakta.sampai_kini, fakta.batas)
            isi.append(f"{_where(unit, indikator)} ({with_unit(kini, indikator)} terhadap batas {batas})")
        teks = f"{bilangan_awal(len(lewat))} indikator sudah melewati batas setahun: {listed(isi, 2)}."
    return _of(teks, "batas_setahun_terlewati", [(unit, indikator) for unit, indikator, _ in lewat])


def _over(kini: float, batas: float) -> float:
    return kini / batas if batas > 0 else float("inf")


def rest_words(indikator: IndikatorRekam, sisa: SisaBerat) -> str:
    """What is left: ``perlu 16 desa lagi dalam satu triwulan, padahal triwulan terbaik sejauh ini 6``."""
    perlu, terbanyak = values(indikator, sisa.perlu, sisa.terbanyak)
    terbaik = tw(1) if sisa.triwulan_tersisa == 3 else "triwulan terbaik sejauh ini"
    return (
        f"perlu {with_unit(perlu, indikator)} lagi dalam {bilangan(sisa.triwulan_tersisa)} triwulan, padahal "
        f"{terbaik} {terbanyak}"
    )


def hard_to_reach(rekam: Rekam) -> Kalimat | None:
    """Annual targets that ask of every remaining quarter more than twice the best one so far."""
    berat = [
        (unit, indikator, sisa) for unit, indikator in facts.pairs(rekam) if (sisa := heavy_rest(rekam, indikator))
    ]
    berat.sort(key=lambda satu: satu[2].sampai_kini / satu[2].target if satu[2].target else 0.0)
    if not berat:
        return None
    if len(berat) == 1:
        unit, indikator, sisa = berat[0]
        teks = (
            f"{opening(indicator_name(indikator), 'indikator')} di {unit_name(unit, pendek=True)} "
            f"{rest_words(indikator, sisa)}; target setahun {value(indikator, sisa.target)}."
        )
    else:
        isi = [f"{_where(unit, indikator)} ({rest_words(indikator, sisa)})" for unit, indikator, sisa in berat]
        kali = "lebih dari dua kali hasil triwulan terbaiknya"
        perlu = f"{kali} pada TW IV" if rekam.triwulan == 3 else f"rata-rata {kali} tiap triwulan yang tersisa"
        teks = f"Agar target setahun tercapai, {bilangan(len(berat))} indikator perlu {perlu}: {listed(isi, 1)}."
    return _of(teks, "perlu_dua_kali_terbaik", [(unit, indikator) for unit, indikator, _ in berat])


def year_end(rekam: Rekam) -> Kalimat | None:
    """In TW IV, how many of the assessed indicators did not reach their target."""
    if rekam.triwulan != 4 or rekam.berjalan:
        return None
    dinilai = [(unit, satu) for unit in rekam.unit for satu in facts.assessed(rekam, unit)]
    kurang = [pasangan for pasangan in dinilai if facts.missed(rekam, pasangan[1])]
    if not dinilai:
        return None
    target = f"target tahun {rekam.tahun}" if rekam.ukuran == "tahun" else f"target sampai {tw(4)}"
    if not kurang:
        siapa = every(len(dinilai), "indikator") if len(dinilai) > 1 else "Satu-satunya indikator"
        return _of(f"{siapa} yang dinilai mencapai {target}.", "akhir_tahun", dinilai)
    unit, indikator = min(kurang, key=lambda pasangan: pasangan[1].capaian[3] or 0.0)
    terendah = f"{_where(unit, indikator)} ({achievement(rekam, indikator)})"
    teks = (
        f"{bilangan_awal(len(kurang))} dari {bilangan(len(dinilai))} indikator yang dinilai tidak mencapai {target}; "
        f"terendah {terendah}."
    )
    return _of(teks, "akhir_tahun", kurang)


def easing_words(rekam: Rekam, satu: TargetLonggar) -> str:
    """The two capaian of an eased target: ``61,5 % terhadap target sekarang, 53,3 % terhadap PK murni``."""
    kini, murni = capaian_text(rekam, satu.capaian_kini), capaian_text(rekam, satu.capaian_murni)
    return f"{kini} terhadap target sekarang, {murni} terhadap PK murni"


def easing_opening(rekam: Rekam, satu: TargetLonggar, di: str = "") -> str:
    """What was eased, by how much, and what it makes of the realisasi so far; without its stop."""
    indikator = satu.indikator
    murni, kini = values(indikator, satu.murni, satu.kini)
    batas, arah = ("Batas", "dinaikkan") if indikator.polaritas == "minimal" else ("Target", "diturunkan")
    return (
        f"{batas} setahun {indicator_name(indikator)}{di} {arah} dari {murni} menjadi {with_unit(kini, indikator)}; "
        f"capaian setahun sampai {tw(rekam.triwulan)} {easing_words(rekam, satu)}"
    )


def lowered_targets(rekam: Rekam) -> Kalimat | None:
    """Targets a later PK eased, where the skor is the better for it."""
    longgar = eased(rekam, rekam.unit)
    if not longgar:
        return None
    if len(longgar) == 1:
        di = f" di {unit_name(longgar[0].unit, pendek=True)}"
        teks = f"{easing_opening(rekam, longgar[0], di)}."
    else:
        isi = [f"{_where(satu.unit, satu.indikator)} ({easing_words(rekam, satu)})" for satu in longgar]
        teks = (
            f"{bilangan_awal(len(longgar))} indikator tampak lebih baik karena target setahunnya dilonggarkan pada "
            f"perubahan PK: {listed(isi, 2)}."
        )
    return _of(teks, "target_dilonggarkan", [(satu.unit, satu.indikator) for satu in longgar])


def _where(unit: UnitRekam, indikator: IndikatorRekam) -> str:
    return f"{indicator_name(indikator, pendek=True)} di {unit_name(unit, pendek=True)}"


def _of(teks: str, jenis: str, isi: list[tuple[UnitRekam, IndikatorRekam]]) -> Kalimat:
    unit = tuple(dict.fromkeys(unit.kode for unit, _ in isi))
    return Kalimat(teks, jenis, unit, tuple(dict.fromkeys(indikator.kode for _, indikator in isi)))
