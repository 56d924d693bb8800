"""Questions about single indicators of a unit: those far behind, those that rise where they should fall."""

from __future__ import annotations

from datetime import date

from sakip_app.narration import facts
from sakip_app.narration.annual_target import exceeded, heavy_rest
from sakip_app.narration.body_year import rest_words
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.phrases import (
    achievement,
    days,
    indicator_name,
    one_line,
    opening,
    quoted,
    target_of,
    value,
    values,
    with_unit,
)
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.dates import due_date
from sakip_app.text.words import tw


def about_indicators(rekam: Rekam, unit: UnitRekam) -> list[Kalimat]:
    """A question for each main indicator that asks for one, the lowest first; what the year asks still comes first."""
    rendah = facts.below(rekam, unit)
    kode_rendah = {satu.kode for satu in rendah}
    berat = [satu for satu in unit.utama if satu.kode not in kode_rendah and _of_the_year(rekam, unit, satu)]
    naik = [
        satu
        for satu in facts.assessed(rekam, unit)
        if satu.kode not in kode_rendah and satu not in berat and _rising(rekam, unit, satu)
    ]
    return [question for satu in (*rendah, *berat, *naik) if (question := _question(rekam, unit, satu))]


def _question(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat | None:
    return (
        _of_the_year(rekam, unit, indikator)
        or _rising(rekam, unit, indikator)
        or (_low(rekam, unit, indikator) if indikator in facts.below(rekam, unit) else None)
    )


def _ask(teks: str, jenis: str, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat:
    return Kalimat(teks, jenis, (unit.kode,), (indikator.kode,), tanya=True)


def _head(indikator: IndikatorRekam) -> str:
    return opening(indicator_name(indikator), "indikator")


def _of_the_year(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat | None:
    """The annual limit is exceeded already, or the rest of the year must bring more than twice the best so far."""
    if rekam.triwulan == 4:
        return None
    if lewat := exceeded(rekam, indikator):
        kini, batas = values(indikator, lewat.sampai_kini, lewat.batas)
        tanya = "Berapa yang realistis sampai TW IV, dan apa yang menahannya"
        if lewat.batas == 0:
            tanya = "Apa yang mencegahnya terulang"
        teks = (
            f"{_head(indikator)} sudah {with_unit(kini, indikator)} sampai {tw(rekam.triwulan)}, melewati batas "
            f"setahun {batas}. {tanya}?"
        )
        return _ask(teks, "batas_setahun_terlewati", unit, indikator)
    if sisa := heavy_rest(rekam, indikator):
        target = f"target setahun {value(indikator, sisa.target)}"
        teks = f"{_head(indikator)} {rest_words(indikator, sisa)}; {target}. Berapa yang realistis sampai TW IV?"
        return _ask(teks, "perlu_dua_kali_terbaik", unit, indikator)
    return None


def _rising(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat | None:
    """Lower is better, it rose since the quarter before, and it is over its limit."""
    q = rekam.triwulan
    batas = target_of(rekam, indikator)
    if q == 1 or indikator.polaritas != "minimal" or batas is None or indikator.kata:
        return None
    lalu, kini, sampai_kini = indikator.realisasi[q - 2], indikator.realisasi[q - 1], indikator.realisasi_sd[q - 1]
    if lalu is None or kini is None or sampai_kini is None or kini <= lalu or sampai_kini <= batas:
        return None
    if indikator.konsolidasi == "jumlah":
        tambah, dulu = values(indikator, kini, lalu)
        sampai, tepi = values(indikator, sampai_kini, batas)
        teks = (
            f"{_head(indikator)} bertambah {with_unit(tambah, indikator)} pada {tw(q)}, pada {tw(q - 1)} {dulu}; "
            f"sampai {tw(q)} {sampai} terhadap batas {tepi}. Apa penyebab kenaikannya?"
        )
    elif indikator.konsolidasi == "nilai_akhir":
        dulu, sekarang, tepi = values(indikator, lalu, kini, batas)
        teks = (
            f"{_head(indikator)} naik dari {dulu} menjadi {with_unit(sekarang, indikator)}, "
            f"{'batas setahun' if rekam.ukuran == 'tahun' else 'batas'} {tepi}. "
            "Apa penyebab kenaikannya?"
        )
    else:
        return None
    return _ask(teks, "minimal_naik", unit, indikator)


def _low(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat:
    """Far behind: who solves what it named, what hinders where it named nothing, when what is planned shows."""
    angka = f"{_head(indikator)}: {achievement(rekam, indikator)}"
    rencana, kendala = (one_line(teks or "") for teks in (indikator.rencana_tindak_lanjut, indikator.kendala))
    if rencana:
        rincian = [one_line(teks) for teks in (indikator.pic, due_date(indikator.batas_waktu)) if teks]
        siapa = f" ({', '.join(rincian)})" if rincian else ""
        lewat = _days_past(rekam, indikator.batas_waktu)
        if lewat > 0:
            tenggat = f"tenggatnya lewat {days(lewat)}"
            teks = f"{angka}; rencananya {quoted(rencana)}{siapa}, {tenggat}. Sudah selesaikah, dan apa hasilnya?"
            return _ask(teks, "rencana_lewat", unit, indikator)
        teks = f"{angka}; rencananya {quoted(rencana)}{siapa}. Kapan hasilnya terlihat pada angka ini?"
        return _ask(teks, "rencana", unit, indikator)
    if kendala and facts.follow_up_state(rekam, unit, indikator) == "tidak_ada":
        teks = (
            f"{angka}; kendala {quoted(kendala)}, belum ada tindak lanjut. Siapa yang menyelesaikannya, dan kapan?"
        )
        return _ask(teks, "kendala_tanpa_tindak_lanjut", unit, indikator)
    if kendala:
        teks = f"{angka}; kendala {quoted(kendala)}. Apa yang sudah berubah sejak ada tindak lanjut?"
        return _ask(teks, "kendala", unit, indikator)
    teks = f"{angka}; kendala belum ditulis. Apa yang menahannya?"
    return _ask(teks, "kendala_belum_ditulis", unit, indikator)


def _days_past(rekam: Rekam, batas_waktu: str | None) -> int:
    """Days since a due date the sheet gives as a date; 0 for none and for words such as ``akhir Oktober``."""
    try:
        return (rekam.hari - date.fromisoformat(batas_waktu or "")).days
    except ValueError:
        return 0


def lowest_question(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    """The lowest assessed indicator where it did not reach its target but is not behind: the next thing to lift."""
    dinilai = facts.assessed(rekam, unit)
    if not dinilai or rekam.berjalan or facts.below(rekam, unit) or not facts.missed(rekam, dinilai[0]):
        return None
    kapan = f" tahun {rekam.tahun + 1}" if rekam.triwulan == 4 else ""
    teks = (
        f"Yang terendah {indicator_name(dinilai[0])}: {achievement(rekam, dinilai[0])}. Apa yang diperlukan agar "
        f"targetnya tercapai{kapan}?"
    )
    return _ask(teks, "terendah", unit, dinilai[0])


def farthest_question(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam) -> Kalimat:
    """While the year is unfinished: the indicator farthest from the year's target, which is no fault yet."""
    if not facts.missed(rekam, indikator):
        teks = f"{_head(indikator)}: {achievement(rekam, indikator)}. Apa yang menjaganya sampai TW IV?"
        return _ask(teks, "semua_tercapai", unit, indikator)
    teks = f"{_head(indikator)}: {achievement(rekam, indikator)}. Berapa yang direncanakan sampai TW IV?"
    return _ask(teks, "terjauh_dari_target_tahun", unit, indikator)
