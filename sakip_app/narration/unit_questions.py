"""What the chair may ask a unit: facts first, then one question that follows from them and blames nobody."""

from __future__ import annotations

from math import isfinite

from sakip_app.narration import facts
from sakip_app.narration.annual_target import eased
from sakip_app.narration.body_year import easing_opening
from sakip_app.narration.indicator_questions import about_indicators, farthest_question, lowest_question
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.phrases import (
    days,
    every,
    indicator_name,
    listed,
    opening,
    promise_words,
    skor_codes,
    skor_text,
    spending_due_text,
    why_unassessed,
)
from sakip_app.snapshot.model import Rekam, UnitRekam
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_angka, format_batas, format_persen
from sakip_app.text.words import bilangan_awal, gabung, tw


def pertanyaan_unit(rekam: Rekam, unit: UnitRekam, paling_banyak: int = 3) -> tuple[Kalimat, ...]:
    """Questions to one unit, the most useful first; ``teks`` is the facts and then the question, without a label.

    Overdue promises come first, then the fall of its skor, its lowest indicator, its money and the next indicators;
    an indicator is asked about once. There is always one: of a unit that does well, what keeps it so.
    """
    if not unit.indikator:
        teks = f"Belum ada indikator untuk tahun {rekam.tahun}. Siapa yang menyusunnya, dan kapan selesai?"
        calon: list[Kalimat | None] = [_overdue(rekam, unit), _ask(teks, "tanpa_indikator", unit)]
    elif not unit.lapor:
        calon = [_overdue(rekam, unit), _silent(rekam, unit)]
    else:
        calon = _of_what_it_reported(rekam, unit)
    return tuple([kalimat for kalimat in calon if kalimat][:paling_banyak])


def _of_what_it_reported(rekam: Rekam, unit: UnitRekam) -> list[Kalimat | None]:
    tentang = about_indicators(rekam, unit)
    ditanya = {kode for kalimat in tentang for kode in kalimat.indikator}
    longgar, terendah = (
        kalimat if kalimat and not ditanya.intersection(kalimat.indikator) else None
        for kalimat in (_eased(rekam, unit), lowest_question(rekam, unit))
    )
    perlu = [
        _overdue(rekam, unit),
        _fell(rekam, unit),
        *tentang[:1],
        _money_ahead(rekam, unit),
        _money_slow(rekam, unit, "keduanya_tertinggal"),
        *tentang[1:2],
        _missing(rekam, unit),
        longgar,
        _undeclared(rekam, unit),
        *tentang[2:],
        _money_slow(rekam, unit, "belanja_lambat"),
    ]
    if any(perlu):
        return [*perlu, terendah]
    good = round(facts.skor_now(rekam, unit) or 0.0, 9) >= rekam.aturan.batas_baik
    return [terendah, _going_well(rekam, unit)] if good or terendah is None else [terendah]


def _ask(teks: str, jenis: str, unit: UnitRekam, indikator: tuple[str, ...] = ()) -> Kalimat:
    return Kalimat(teks, jenis, (unit.kode,), indikator, tanya=True)


def _overdue(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    lewat = facts.overdue(rekam, facts.promises(rekam, unit))
    if not lewat:
        return None
    kode = facts.indicators_of(unit, [satu for satu, _ in lewat])
    janji, hari = lewat[0]
    if len(lewat) == 1:
        awal = f"Tindak lanjut {promise_words(rekam, janji)} lewat tenggat {days(hari)}"
    else:
        awal = (
            f"{bilangan_awal(len(lewat))} tindak lanjut lewat tenggat, paling lama {promise_words(rekam, janji)}, "
            f"{days(hari)}"
        )
    teks = f"{awal}. Apa yang masih menahannya, dan kapan selesai?"
    return _ask(teks, "tindak_lanjut_lewat", unit, kode)


def _silent(rekam: Rekam, unit: UnitRekam) -> Kalimat:
    lewat, kini = facts.late_by(rekam), tw(rekam.triwulan)
    if rekam.tenggat is None or lewat is None:
        return _ask(f"Belum ada realisasi {kini}. Apa yang masih kurang, dan kapan masuk?", "belum_lapor", unit)
    kapan = format_tanggal(rekam.tenggat, panjang=True)
    sisa = f"sudah lewat {days(lewat)}" if lewat > 0 else "hari ini" if lewat == 0 else f"{days(-lewat)} lagi"
    teks = f"Belum ada realisasi {kini}; tenggat {kapan}, {sisa}. Apa yang masih kurang, dan kapan masuk?"
    return _ask(teks, "belum_lapor", unit)


def _fell(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    gerak = facts.unit_move(rekam, unit)
    if gerak is None or gerak.selisih > -facts.TURUN_DITANYA:
        return None
    lalu, kini = tw(rekam.triwulan - 1), tw(rekam.triwulan)
    tanpa = {
        "terbuka": "",
        "selesai": "; tindak lanjut yang ada sudah selesai",
        "tidak_ada": "; belum ada tindak lanjut",
    }[facts.follow_up_state(rekam, unit)]
    teks = (
        f"Skor {kini} {skor_text(rekam, gerak.kini)}, turun dari {skor_text(rekam, gerak.lalu)}{tanpa}. "
        f"Apa yang berubah sejak {lalu}?"
    )
    return _ask(teks, "turun", unit, skor_codes(rekam, [unit]))


def _money_ahead(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    if facts.corner(rekam, unit) != "mendahului":
        return None
    teks = f"{_money_beside_skor(rekam, unit)}. Belanja mana yang tidak menggerakkan indikator?"
    return _ask(teks, "uang_mendahului", unit, skor_codes(rekam, [unit]))


def _money_slow(rekam: Rekam, unit: UnitRekam, sudut: facts.Sudut) -> Kalimat | None:
    """Spending well under what is due, with a skor that is behind as well or with one that is not."""
    if facts.corner(rekam, unit) != sudut or unit.penyerapan is None:
        return None
    if unit.penyerapan > facts.spending_due(rekam) - facts.SERAPAN_LAMBAT:
        return None
    acuan = f"acuan {tw(rekam.anggaran_sampai)} {spending_due_text(rekam)}"
    tanya = (
        "Kegiatan mana yang belum berjalan"
        if sudut == "keduanya_tertinggal"
        else "Belanja apa yang masih menunggu"
    )
    teks = f"{_money_beside_skor(rekam, unit)}; {acuan}. {tanya}?"
    return _ask(teks, sudut, unit, skor_codes(rekam, [unit]))


def _money_beside_skor(rekam: Rekam, unit: UnitRekam) -> str:
    sampai = "" if rekam.anggaran_sampai == rekam.triwulan else f" sampai {tw(rekam.anggaran_sampai)}"
    skor = skor_text(rekam, facts.skor_now(rekam, unit) or 0.0)
    return f"Anggaran{sampai} terserap {format_persen(unit.penyerapan)}, skor {skor}"


def _missing(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    kini = rekam.triwulan - 1
    if rekam.ukuran == "tahun":  # its status says nothing of what is due this quarter
        kurang = [satu for satu in unit.utama if satu.target[kini] and satu.realisasi[kini] is None]
    else:
        kurang = [satu for satu in unit.utama if satu.status[kini] == "belum_lapor"]
    if not kurang:
        return None
    kode = tuple(satu.kode for satu in kurang)
    if len(kurang) == 1:
        teks = f"{opening(indicator_name(kurang[0]), 'indikator')} belum lengkap dilaporkan. Kapan angkanya masuk?"
    else:
        isi = listed([indicator_name(satu, pendek=True) for satu in kurang], 2)
        teks = f"{bilangan_awal(len(kurang))} indikator belum lengkap dilaporkan: {isi}. Kapan angkanya masuk?"
    return _ask(teks, "indikator_belum_lapor", unit, kode)


def _eased(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    longgar = eased(rekam, (unit,))
    if not longgar:
        return None
    teks = f"{easing_opening(rekam, longgar[0])}. Apa dasar perubahan targetnya?"
    return _ask(teks, "target_dilonggarkan", unit, (longgar[0].indikator.kode,))


def _undeclared(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    belum = [satu for satu in unit.utama if satu.status[rekam.triwulan - 1] == "belum_ditetapkan"]
    if not belum:
        return None
    siapa = (
        f"{bilangan_awal(len(belum))} indikator"
        if len(belum) > 1
        else opening(indicator_name(belum[0]), "indikator")
    )
    teks = (
        f"{siapa} belum dapat dinilai karena polaritas atau cara konsolidasinya belum ditetapkan. "
        "Siapa yang menetapkannya?"
    )
    return _ask(teks, "belum_ditetapkan", unit, tuple(satu.kode for satu in belum))


def _unassessed(rekam: Rekam, unit: UnitRekam) -> Kalimat:
    """Reported and not assessed: where that is only a matter of time, how it goes, else who completes what."""
    sebab, kode = why_unassessed(rekam, unit)
    menunggu = {satu.status[rekam.triwulan - 1] for satu in unit.utama if satu.kode in kode}
    if menunggu and menunggu <= {"belum_dijadwalkan", "belum_akhir_tahun"}:
        tanya = "Apa yang sudah disiapkan untuk triwulan berikutnya"
    else:
        tanya = "Siapa yang melengkapinya, dan kapan"
    alasan = f": {gabung(sebab, maks=3)}" if sebab else ""
    teks = f"Realisasi {tw(rekam.triwulan)} sudah masuk, tetapi belum dapat dinilai{alasan}. {tanya}?"
    return _ask(teks, "belum_dinilai", unit, kode)


def _going_well(rekam: Rekam, unit: UnitRekam) -> Kalimat:
    """Nothing to ask about: what keeps it so, or, where nothing can be assessed, what is missing for that."""
    nilai, dinilai = facts.skor_now(rekam, unit), facts.assessed(rekam, unit)
    if nilai is None or not dinilai:
        return _unassessed(rekam, unit)
    if rekam.berjalan:
        return farthest_question(rekam, unit, dinilai[0])
    kode = tuple(satu.kode for satu in dinilai)
    ditiru = (
        f"dan apa yang dapat ditiru {rekam.sebutan} lain" if len(rekam.unit) > 1 else "dan apa inovasi berikutnya"
    )
    gerak = facts.unit_move(rekam, unit)
    if gerak is not None and gerak.selisih >= facts.GERAK_BESAR:
        teks = (
            f"Skor naik {format_angka(gerak.selisih)} poin dari {tw(rekam.triwulan - 1)} menjadi "
            f"{skor_text(rekam, nilai)}. Apa yang menggerakkannya, {ditiru}?"
        )
        return _ask(teks, "naik", unit, kode)
    if not any(facts.missed(rekam, satu) for satu in dinilai):
        banyak = every(len(dinilai), "indikator") if len(dinilai) > 1 else "Satu-satunya indikator"
        teks = f"{banyak} yang dinilai mencapai target. Apa yang menjaganya, {ditiru}?"
        return _ask(teks, "semua_tercapai", unit, kode)
    batas = rekam.aturan.batas_tertinggal
    tanpa = f", tidak ada indikator di bawah {format_batas(batas)}" if isfinite(batas) else ""
    teks = f"Skor {skor_text(rekam, nilai)}{tanpa}. Apa yang menjaganya, {ditiru}?"
    return _ask(teks, "berjalan_baik", unit, kode)
