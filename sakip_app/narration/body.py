"""What stands out in the whole body, most useful first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sakip_app.narration import facts
from sakip_app.narration.body_year import hard_to_reach, lowered_targets, over_the_limit, year_end
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.phrases import (
    capaian_text,
    days,
    every,
    indicator_name,
    listed,
    opening,
    promise_words,
    skor_codes,
    skor_text,
    spending_due_text,
    unit_name,
)
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_batas, format_persen
from sakip_app.text.words import bilangan, bilangan_awal, tw

TERBANYAK_DIAM = 5
"""So many silent units are named; they are who is called next."""


def sorotan(rekam: Rekam) -> tuple[Kalimat, ...]:
    """What stands out in the whole body: a sentence a rule, most useful first; at least one for a body with units.

    Where too few units reported to conclude anything, who is silent comes first.
    """
    rules: tuple[Callable[[Rekam], Kalimat | None], ...] = (
        _fell,
        _behind_again,
        _money_ahead,
        _silent,
        over_the_limit,
        hard_to_reach,
        year_end,
        _overdue,
        _rose,
        lowered_targets,
        _behind_without_follow_up,
        _indicators_fell,
        _partly_reported,
        _undeclared,
        _farthest,
    )
    made = [kalimat for rule in rules if (kalimat := rule(rekam))]
    if facts.too_few(rekam):
        made.sort(key=lambda kalimat: kalimat.jenis != "belum_lapor")
    return tuple(made) or _calm(rekam)


def _moves(rekam: Rekam, *, naik: bool) -> Kalimat | None:
    moved = facts.moved(rekam, naik=naik)
    if not moved:
        return None
    kata, jenis = ("naik", "naik_tajam") if naik else ("turun", "turun_tajam")
    lalu = tw(rekam.triwulan - 1)
    if len(moved) == 1:
        unit, gerak = moved[0]
        dari, ke = skor_text(rekam, gerak.lalu), skor_text(rekam, gerak.kini)
        sebab, kode = ("", ()) if naik else _fell_most(rekam, unit)
        teks = f"Skor {unit_name(unit)} {kata} dari {dari} pada {lalu} menjadi {ke}{sebab}."
        return Kalimat(teks, jenis, (unit.kode,), _once((*kode, *skor_codes(rekam, [unit]))))
    isi = [
        f"{unit_name(unit, pendek=True)} ({skor_text(rekam, gerak.lalu)} menjadi {skor_text(rekam, gerak.kini)})"
        for unit, gerak in moved
    ]
    besar = format_batas(facts.GERAK_BESAR)
    teks = (
        f"Skor {bilangan(len(moved))} {rekam.sebutan} {kata} {besar} poin atau lebih dari {lalu}: {listed(isi)}."
    )
    return _of_units(rekam, teks, jenis, [unit for unit, _ in moved])


def _fell(rekam: Rekam) -> Kalimat | None:
    return _moves(rekam, naik=False)


def _rose(rekam: Rekam) -> Kalimat | None:
    return _moves(rekam, naik=True)


def _fell_most(rekam: Rekam, unit: UnitRekam) -> tuple[str, tuple[str, ...]]:
    """The indicator behind a fall, where one fell far."""
    turun = facts.fallen_indicators(rekam, unit)
    if not turun:
        return "", ()
    return f"; yang paling turun {_fall_words(rekam, turun[0][0])}", (turun[0][0].kode,)


def _fall_words(rekam: Rekam, indikator: IndikatorRekam, di: str = "") -> str:
    lalu, kini = (capaian_text(rekam, indikator.capaian[rekam.triwulan - back]) for back in (2, 1))
    return f"{indicator_name(indikator, pendek=True)}{di} (capaian {lalu} menjadi {kini})"


def _behind_again(rekam: Rekam) -> Kalimat | None:
    lama = {unit.kode: n for unit in rekam.unit if (n := facts.quarters_behind(rekam, unit)) > 1}
    units = _lowest_first(rekam, [unit for unit in rekam.unit if unit.kode in lama])
    if not units:
        return None
    batas = format_batas(rekam.aturan.batas_tertinggal)
    if len(units) == 1:
        unit, n = units[0], lama[units[0].kode]
        jalur = [skor_text(rekam, unit.nilai[q] or 0.0) for q in range(rekam.triwulan - n, rekam.triwulan)]
        lalu = f"{', '.join(jalur[:-1])}{',' if n > 2 else ''} lalu {jalur[-1]}"
        teks = f"Skor {unit_name(unit)} di bawah {batas} {bilangan(n)} triwulan berturut-turut: {lalu}."
        return _of_units(rekam, teks, "tertinggal_beruntun", units)
    terpendek = min(lama.values())
    sedikitnya = "" if max(lama.values()) == terpendek else "sedikitnya "
    isi = [f"{unit_name(unit, pendek=True)} (kini {_skor(rekam, unit)})" for unit in units]
    teks = (
        f"Skor {bilangan(len(units))} {rekam.sebutan} di bawah {batas} {sedikitnya}{bilangan(terpendek)} triwulan "
        f"berturut-turut: {listed(isi)}."
    )
    return _of_units(rekam, teks, "tertinggal_beruntun", units)


def _money_ahead(rekam: Rekam) -> Kalimat | None:
    units = _lowest_first(rekam, [unit for unit in rekam.unit if facts.corner(rekam, unit) == "mendahului"])
    if not units:
        return None
    sampai, acuan = tw(rekam.anggaran_sampai), spending_due_text(rekam)
    baik = format_batas(rekam.aturan.batas_baik)
    if len(units) == 1:
        unit = units[0]
        teks = (
            f"{opening(unit_name(unit), rekam.sebutan)} sudah menyerap {format_persen(unit.penyerapan)} anggaran "
            f"(acuan {sampai} {acuan}), tetapi skornya {_skor(rekam, unit)}, di bawah {baik}."
        )
        return _of_units(rekam, teks, "uang_mendahului", units)
    isi = [
        f"{unit_name(unit, pendek=True)} (terserap {format_persen(unit.penyerapan)}, skor {_skor(rekam, unit)})"
        for unit in units
    ]
    teks = (
        f"{bilangan_awal(len(units))} {rekam.sebutan} sudah menyerap sedikitnya {acuan} anggaran (acuan {sampai}), "
        f"tetapi skornya di bawah {baik}: {listed(isi)}."
    )
    return _of_units(rekam, teks, "uang_mendahului", units)


def _silent(rekam: Rekam) -> Kalimat | None:
    diam = facts.silent(rekam)
    if not diam:
        return None
    lewat = facts.late_by(rekam)
    tenggat = ""
    if rekam.tenggat is not None and lewat is not None:
        sisa = f"lewat {days(lewat)}" if lewat > 0 else "hari ini" if lewat == 0 else f"{days(-lewat)} lagi"
        tenggat = f"; tenggat {format_tanggal(rekam.tenggat, panjang=True)}, {sisa}"
    if len(diam) == len(rekam.unit) > 1:
        siapa, nama = every(len(diam), rekam.sebutan), ""
    elif len(diam) == 1:
        siapa, nama = opening(unit_name(diam[0]), rekam.sebutan), ""
    else:
        siapa = f"{bilangan_awal(len(diam))} dari {bilangan(len(rekam.unit))} {rekam.sebutan}"
        nama = f": {listed([unit_name(unit, pendek=True) for unit in diam], TERBANYAK_DIAM)}"
    teks = f"{siapa} belum lapor {tw(rekam.triwulan)}{nama}{tenggat}."
    return Kalimat(teks, "belum_lapor", tuple(unit.kode for unit in diam))


def _overdue(rekam: Rekam) -> Kalimat | None:
    lewat = facts.overdue(rekam, rekam.tindak_lanjut)
    if not lewat:
        return None
    janji, hari = lewat[0]
    pemilik = {kode: unit for unit in rekam.unit for kode in (unit.kode, *(satu.kode for satu in unit.indikator))}
    unit = pemilik.get(janji.kode_unit or "") or pemilik.get(janji.kode_indikator or "")
    di = f" di {unit_name(unit, pendek=True)}" if unit else ""
    if len(lewat) == 1:
        teks = f"Tindak lanjut {promise_words(rekam, janji)}{di} lewat tenggat {days(hari)}."
    else:
        teks = (
            f"{bilangan_awal(len(lewat))} tindak lanjut lewat tenggat; paling lama {promise_words(rekam, janji)}{di}, "
            f"{days(hari)}."
        )
    milik = [pemilik.get(satu.kode_unit or "") or pemilik.get(satu.kode_indikator or "") for satu, _ in lewat]
    return Kalimat(
        teks,
        "tindak_lanjut_lewat",
        _once(satu.kode for satu in milik if satu),
        _once(
            kode
            for satu, unit in zip(lewat, milik, strict=True)
            if unit
            for kode in facts.indicators_of(unit, satu[:1])
        ),
    )


def _behind_without_follow_up(rekam: Rekam) -> Kalimat | None:
    tertinggal = [unit for unit in rekam.unit if facts.is_behind(rekam, unit)]
    tanpa = _lowest_first(rekam, [u for u in tertinggal if facts.follow_up_state(rekam, u) != "terbuka"])
    if not tanpa:
        return None
    if len(tertinggal) == 1:
        unit = tanpa[0]
        batas = format_batas(rekam.aturan.batas_tertinggal)
        teks = (
            f"{opening(unit_name(unit), rekam.sebutan)} dengan skor {_skor(rekam, unit)}, di bawah {batas}, tidak "
            "punya tindak lanjut yang terbuka."
        )
        return _of_units(rekam, teks, "tertinggal_tanpa_tindak_lanjut", tanpa)
    bagian = f"{bilangan_awal(len(tanpa))} dari {bilangan(len(tertinggal))} {rekam.sebutan}"
    siapa = every(len(tanpa), rekam.sebutan) if len(tanpa) == len(tertinggal) else bagian
    isi = listed([f"{unit_name(unit, pendek=True)} ({_skor(rekam, unit)})" for unit in tanpa])
    teks = f"{siapa} yang tertinggal tidak punya tindak lanjut yang terbuka: {isi}."
    return _of_units(rekam, teks, "tertinggal_tanpa_tindak_lanjut", tanpa)


def _indicators_fell(rekam: Rekam) -> Kalimat | None:
    """Falls of indicators in the units whose own skor did not fall far: those of the others are behind that fall."""
    diceritakan = {unit.kode for unit, _ in facts.moved(rekam, naik=False)}
    turun = sorted(
        (
            (gerak.selisih, unit, indikator)
            for unit in rekam.unit
            if unit.kode not in diceritakan
            for indikator, gerak in facts.fallen_indicators(rekam, unit)
        ),
        key=lambda satu: satu[0],
    )
    if not turun:
        return None
    unit_di = _once(unit.kode for _, unit, _ in turun)
    kode = tuple(indikator.kode for _, _, indikator in turun)
    lalu = tw(rekam.triwulan - 1)
    if len(turun) == 1:
        _, unit, indikator = turun[0]
        sebelum, kini = (capaian_text(rekam, indikator.capaian[rekam.triwulan - back]) for back in (2, 1))
        teks = (
            f"{opening(indicator_name(indikator), 'indikator')} di {unit_name(unit, pendek=True)} turun dari capaian "
            f"{sebelum} pada {lalu} menjadi {kini}."
        )
        return Kalimat(teks, "indikator_turun", unit_di, kode)
    isi = [_fall_words(rekam, indikator, f" di {unit_name(unit, pendek=True)}") for _, unit, indikator in turun]
    di = f" di {rekam.sebutan} lainnya" if diceritakan else ""
    besar = format_batas(facts.TURUN_INDIKATOR)
    teks = (
        f"{bilangan_awal(len(turun))} indikator{di} turun {besar} poin atau lebih dari {lalu}: {listed(isi, 2)}."
    )
    return Kalimat(teks, "indikator_turun", unit_di, kode)


def _partly_reported(rekam: Rekam) -> Kalimat | None:
    if rekam.berjalan:
        return None
    units = [unit for unit in rekam.lapor if unit.peringkat is None and unit.n_dinilai < unit.n_terjadwal]
    if not units:
        return None
    isi = [f"{unit_name(unit, pendek=True)} ({unit.n_dinilai} dari {unit.n_terjadwal})" for unit in units]
    if len(units) == 1:
        nama = opening(unit_name(units[0]), rekam.sebutan)
        teks = (
            f"{nama} sudah lapor, tetapi baru {units[0].n_dinilai} dari {units[0].n_terjadwal} indikator terjadwal "
            "yang dapat dinilai; belum diberi peringkat."
        )
    else:
        teks = (
            f"{bilangan_awal(len(units))} {rekam.sebutan} sudah lapor, tetapi indikator terjadwalnya baru sebagian "
            f"yang dapat dinilai sehingga belum diberi peringkat: {listed(isi)}."
        )
    return _of_units(rekam, teks, "lapor_sebagian", units)


def _undeclared(rekam: Rekam) -> Kalimat | None:
    semua = [
        (unit, indikator)
        for unit, indikator in facts.pairs(rekam)
        if indikator.status[rekam.triwulan - 1] == "belum_ditetapkan"
    ]
    if not semua:
        return None
    kode = _once(unit.kode for unit, _ in semua)
    nama = _once(unit_name(unit, pendek=True) for unit, _ in semua)
    kurang = "polaritas atau cara konsolidasinya belum ditetapkan"
    if len(semua) == 1:
        unit, indikator = semua[0]
        teks = (
            f"{opening(indicator_name(indikator), 'indikator')} di {unit_name(unit, pendek=True)} belum dapat "
            f"dinilai: {kurang}."
        )
    else:
        teks = f"{bilangan_awal(len(semua))} indikator di {listed(nama)} belum dapat dinilai: {kurang}."
    return Kalimat(teks, "belum_ditetapkan", kode, tuple(indikator.kode for _, indikator in semua))


def _farthest(rekam: Rekam) -> Kalimat | None:
    """While the year is unfinished: who is farthest from its target, of whom nothing is concluded."""
    if not rekam.berjalan:
        return None
    units = _lowest_first(rekam, [unit for unit in rekam.unit if facts.skor_now(rekam, unit) is not None])
    if len(units) < 2:
        return None
    units = units[:3] if len(units) > 3 else units[:1]
    isi = listed([f"{unit_name(unit, pendek=True)} ({_skor(rekam, unit)}\u00a0%)" for unit in units])
    teks = f"Terjauh dari target tahun {rekam.tahun} sampai {tw(rekam.triwulan)}: {isi}; tahun belum selesai."
    return _of_units(rekam, teks, "terjauh_dari_target_tahun", units)


def _calm(rekam: Rekam) -> tuple[Kalimat, ...]:
    """Nothing stands out: what may then be said of those who reported, who are all."""
    if not rekam.unit:
        return ()
    kini = tw(rekam.triwulan)
    semua = opening(unit_name(rekam.unit[0]), rekam.sebutan)
    if len(rekam.unit) > 1:
        semua = every(len(rekam.unit), rekam.sebutan)
    dinilai = [unit for unit in rekam.unit if facts.skor_now(rekam, unit) is not None]
    if rekam.berjalan or not dinilai:
        teks = f"{semua} sudah lapor {kini}."
    elif any(facts.is_behind(rekam, unit) for unit in dinilai):
        teks = f"{semua} sudah lapor {kini}; tidak ada tindak lanjut yang lewat tenggat."
    else:
        teks = f"{semua} sudah lapor {kini}; tidak ada yang tertinggal dan tidak ada tindak lanjut yang lewat tenggat."
    return (_of_units(rekam, teks, "tenang", dinilai),)


def _skor(rekam: Rekam, unit: UnitRekam) -> str:
    return skor_text(rekam, facts.skor_now(rekam, unit) or 0.0)


def _lowest_first(rekam: Rekam, units: Sequence[UnitRekam]) -> list[UnitRekam]:
    return sorted(units, key=lambda unit: facts.skor_now(rekam, unit) or 0.0)


def _of_units(rekam: Rekam, teks: str, jenis: str, units: Sequence[UnitRekam]) -> Kalimat:
    return Kalimat(teks, jenis, tuple(unit.kode for unit in units), skor_codes(rekam, units))


def _once(isi: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(isi))
