"""One paragraph about a unit: where it stands, what holds it back, its money, its own words, its follow-ups."""

from __future__ import annotations

from collections import Counter

from sakip_app.narration import facts
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.phrases import (
    achievement,
    days,
    every,
    indicator_name,
    listed,
    one_line,
    opening,
    promise_words,
    quoted,
    skor_codes,
    skor_text,
    spending_due_text,
    unit_name,
    why_unassessed,
)
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.dates import due_date, format_tanggal
from sakip_app.text.numbers import format_angka, format_batas, format_persen, format_rupiah
from sakip_app.text.words import bilangan, bilangan_awal, gabung, tw

KUTIPAN_PARAGRAF = 200


def paragraf_unit(rekam: Rekam, unit: UnitRekam) -> tuple[Kalimat, ...]:
    """One to five sentences that read as a paragraph about one unit, each true by itself."""
    isi = (
        _standing(rekam, unit),
        _holding_back(rekam, unit),
        _money(rekam, unit),
        _own_words(rekam, unit),
        _follow_ups(rekam, unit),
    )
    return tuple(kalimat for kalimat in isi if kalimat)


def _standing(rekam: Rekam, unit: UnitRekam) -> Kalimat:
    nama = opening(unit_name(unit), rekam.sebutan)
    nilai = facts.skor_now(rekam, unit)
    if not unit.indikator:
        return Kalimat(f"{nama} belum punya indikator untuk tahun {rekam.tahun}.", "tanpa_indikator", (unit.kode,))
    if not unit.lapor:
        return _silent(rekam, unit, nama)
    if nilai is None:
        return _unassessed(rekam, unit, nama)
    kode = skor_codes(rekam, [unit])
    dinilai = _assessed_words(unit)
    if rekam.berjalan:
        teks = (
            f"{nama} sampai {tw(rekam.triwulan)} mencapai {skor_text(rekam, nilai)}\u00a0% dari target tahun "
            f"{rekam.tahun}{dinilai}."
        )
        return Kalimat(teks, "kedudukan", (unit.kode,), kode)
    band = unit.predikat[rekam.triwulan - 1]
    skor = f"skor {tw(rekam.triwulan)} {skor_text(rekam, nilai)}{f' ({band})' if band else ''}"
    teks = f"{nama} dengan {skor} {_rank(rekam, unit)}{_move(rekam, unit)}{dinilai}."
    return Kalimat(teks, "kedudukan", (unit.kode,), kode)


def _assessed_words(unit: UnitRekam) -> str:
    """How many are assessed, where some are not; the word says of which: those scheduled so far, not all there are."""
    if unit.n_dinilai >= unit.n_terjadwal:
        return ""
    return f"; {unit.n_dinilai} dari {unit.n_terjadwal} indikator terjadwal dinilai"


def _rank(rekam: Rekam, unit: UnitRekam) -> str:
    if unit.peringkat is None:
        return "belum diberi peringkat"
    berperingkat = [satu for satu in rekam.unit if satu.peringkat is not None]
    if len(berperingkat) == 1:
        return f"adalah satu-satunya {rekam.sebutan} yang diberi peringkat"
    sama = sum(satu.peringkat == unit.peringkat for satu in berperingkat) - 1
    bersama = f" bersama {bilangan(sama)} {rekam.sebutan} lain" if sama else ""
    return f"berada di peringkat {unit.peringkat} dari {len(berperingkat)} {rekam.sebutan}{bersama}"


def _move(rekam: Rekam, unit: UnitRekam) -> str:
    gerak = facts.unit_move(rekam, unit)
    if gerak is None:
        return ""
    lalu = tw(rekam.triwulan - 1)
    poin = format_angka(abs(gerak.selisih))
    if poin == format_angka(0):
        return f", tetap seperti pada {lalu}"
    arah = "naik" if gerak.selisih > 0 else "turun"
    lagi = ", penurunan kedua berturut-turut" if unit.turun_beruntun and gerak.selisih < 0 else ""
    return f", {arah} {poin} poin dari {lalu}{lagi}"


def _silent(rekam: Rekam, unit: UnitRekam, nama: str) -> Kalimat:
    lewat, tenggat = facts.late_by(rekam), ""
    if rekam.tenggat is not None and lewat is not None:
        kapan = format_tanggal(rekam.tenggat, panjang=True)
        tenggat = f"; tenggat {kapan} sudah lewat {days(lewat)}" if lewat > 0 else f"; tenggatnya {kapan}"
    dulu = ""
    kode: tuple[str, ...] = ()
    for q in range(rekam.triwulan - 1, 0, -1):
        nilai = unit.nilai[q - 1]
        if rekam.sebanding[q - 1] and not rekam.berjalan and nilai is not None and facts.reported_in(unit, q):
            band = unit.predikat[q - 1]
            dulu = f" Skor terakhirnya {skor_text(rekam, nilai)}{f' ({band})' if band else ''} pada {tw(q)}."
            kode = tuple(satu.kode for satu in unit.utama if satu.status[q - 1] == "dinilai")
            break
    return Kalimat(f"{nama} belum lapor {tw(rekam.triwulan)}{tenggat}.{dulu}", "belum_lapor", (unit.kode,), kode)


def _unassessed(rekam: Rekam, unit: UnitRekam, nama: str) -> Kalimat:
    sebab, kode = why_unassessed(rekam, unit)
    alasan = f": {gabung(sebab, maks=3)}" if sebab else ""
    teks = f"{nama} sudah lapor {tw(rekam.triwulan)}, tetapi belum dapat dinilai{alasan}."
    return Kalimat(teks, "belum_dinilai", (unit.kode,), kode)


def _holding_back(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    dinilai = facts.assessed(rekam, unit)
    if not dinilai:
        return None
    if rekam.berjalan:
        if not facts.missed(rekam, dinilai[0]):
            return _all_reached(rekam, unit, dinilai)
        teks = f"Terjauh dari target tahun {rekam.tahun}: {_figures(rekam, dinilai[0], pendek=False)}."
        return Kalimat(teks, "terjauh_dari_target_tahun", (unit.kode,), (dinilai[0].kode,))
    rendah = facts.below(rekam, unit)
    if not rendah:
        if not facts.missed(rekam, dinilai[0]):
            return _all_reached(rekam, unit, dinilai)
        siapa = "Satu-satunya indikator yang dinilai" if len(dinilai) == 1 else "Yang terendah"
        teks = f"{siapa}: {_figures(rekam, dinilai[0], pendek=False)}."
        return Kalimat(teks, "terendah", (unit.kode,), (dinilai[0].kode,))
    disebut = rendah[:3]
    if len(rendah) == 1:
        teks = f"Yang menahan skornya: {_figures(rekam, rendah[0], pendek=False)}."
    elif len(rendah) <= len(disebut):
        teks = f"Yang menahan skornya: {listed([_figures(rekam, satu) for satu in disebut])}."
    else:
        batas = format_batas(rekam.aturan.batas_tertinggal)
        bagian = f"{bilangan_awal(len(rendah))} dari {bilangan(len(dinilai))} indikator"
        siapa = every(len(rendah), "indikator") if len(rendah) == len(dinilai) else bagian
        isi = gabung([_figures(rekam, satu) for satu in disebut])
        teks = f"{siapa} yang dinilai di bawah {batas}, terendah {isi}."
    return Kalimat(teks, "penahan", (unit.kode,), tuple(satu.kode for satu in disebut))


def _all_reached(rekam: Rekam, unit: UnitRekam, dinilai: list[IndikatorRekam]) -> Kalimat:
    target = "target tahun" if rekam.ukuran == "tahun" else f"target sampai {tw(rekam.triwulan)}"
    siapa = every(len(dinilai), "indikator") if len(dinilai) > 1 else "Satu-satunya indikator"
    return Kalimat(
        f"{siapa} yang dinilai mencapai {target}.",
        "semua_tercapai",
        (unit.kode,),
        tuple(satu.kode for satu in dinilai),
    )


def _figures(rekam: Rekam, indikator: IndikatorRekam, *, pendek: bool = True) -> str:
    return f"{indicator_name(indikator, pendek=pendek)} ({achievement(rekam, indikator)})"


def _money(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    if unit.penyerapan is None or not rekam.anggaran_sampai or not unit.lapor:
        return None
    sampai, jumlah = tw(rekam.anggaran_sampai), ""
    if unit.pagu is not None and unit.realisasi_anggaran is not None:
        jumlah = f" ({format_rupiah(unit.realisasi_anggaran)} dari {format_rupiah(unit.pagu)})"
    awal = f"Anggaran sampai {sampai} terserap {format_persen(unit.penyerapan)}{jumlah}"
    acuan, sudut = spending_due_text(rekam), facts.corner(rekam, unit)
    baik = format_batas(rekam.aturan.batas_baik)
    akhir = {
        None: "",
        "berjalan": f", sudah mencapai acuan {acuan}",
        "mendahului": f", sudah mencapai acuan {acuan}, sedangkan skornya di bawah {baik}",
        "belanja_lambat": f", di bawah acuan {acuan}, sedangkan skornya sudah {baik} ke atas",
        "keduanya_tertinggal": f", di bawah acuan {acuan}; skornya juga di bawah {baik}",
    }[sudut]
    return Kalimat(f"{awal}{akhir}.", "uang", (unit.kode,), skor_codes(rekam, [unit]) if sudut else ())


def _telling(rekam: Rekam, unit: UnitRekam) -> list[IndikatorRekam]:
    """Its indicators in the order their words are quoted: the lowest first, those of other levels last."""
    return [*facts.assessed(rekam, unit), *unit.utama, *unit.indikator] if unit.lapor else []


def _with_hindrance(rekam: Rekam, unit: UnitRekam) -> IndikatorRekam | None:
    return next((satu for satu in _telling(rekam, unit) if one_line(satu.kendala or "")), None)


def _own_words(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    """What the unit wrote about its lowest indicator with a kendala, as its words and nothing more."""
    satu = _with_hindrance(rekam, unit)
    if satu is None:
        return None
    nama = indicator_name(satu, pendek=True)
    teks = f"Kendala yang ditulisnya untuk {nama}: {quoted(satu.kendala or '', KUTIPAN_PARAGRAF)}."
    return Kalimat(teks, "kendala", (unit.kode,), (satu.kode,))


def _follow_ups(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    janji = facts.promises(rekam, unit)
    if not janji:
        return _planned(rekam, unit)
    lewat = facts.overdue(rekam, janji)
    banyak = Counter(satu.keadaan_pada(rekam.hari) for satu in janji)
    keadaan = (
        ("selesai", "selesai"),
        ("berjalan", "berjalan"),
        ("belum", "belum dimulai"),
        ("lewat", "lewat tenggat"),
    )
    bagian = gabung([f"{bilangan(banyak[satu])} {kata}" for satu, kata in keadaan if banyak[satu]])
    terlama = f"; paling lama {promise_words(rekam, lewat[0][0])}, {days(lewat[0][1])}" if lewat else ""
    if len(janji) == 1:
        utuh = {"selesai": "sudah selesai", "berjalan": "sedang berjalan"}
        kata = {**dict(keadaan), **utuh}[next(iter(banyak))]
        akhir = f"{kata} {days(lewat[0][1])}" if lewat else kata
        teks = f"Tindak lanjut {promise_words(rekam, janji[0])} {akhir}."
    else:
        teks = f"Dari {bilangan(len(janji))} tindak lanjut, {bagian}{terlama}."
    return Kalimat(teks, "tindak_lanjut", (unit.kode,), facts.indicators_of(unit, janji))


def _planned(rekam: Rekam, unit: UnitRekam) -> Kalimat | None:
    """Without a follow-up of a meeting: what the unit itself plans, or, where it is behind, that there is none."""
    terhalang = _with_hindrance(rekam, unit)
    calon = [*([terhalang] if terhalang else []), *_telling(rekam, unit)]
    satu = next((indikator for indikator in calon if one_line(indikator.rencana_tindak_lanjut or "")), None)
    if satu is not None and satu.rencana_tindak_lanjut is not None:
        rincian = [one_line(bagian) for bagian in (satu.pic, due_date(satu.batas_waktu)) if bagian]
        siapa = f" ({', '.join(bagian for bagian in rincian if bagian)})" if any(rincian) else ""
        untuk = "nya" if satu is terhalang else f" untuk {indicator_name(satu, pendek=True)}"
        teks = f"Rencana tindak lanjut{untuk}: {quoted(satu.rencana_tindak_lanjut, KUTIPAN_PARAGRAF)}{siapa}."
        return Kalimat(teks, "rencana", (unit.kode,), (satu.kode,))
    if facts.is_behind(rekam, unit):
        return Kalimat("Belum ada tindak lanjut.", "tanpa_tindak_lanjut", (unit.kode,))
    return None
