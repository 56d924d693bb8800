"""The units in the deck: one slide each, the lowest skor first."""

from __future__ import annotations

from sakip_app.narration import pertanyaan_unit
from sakip_app.reports.deck_body import position, scored_units
from sakip_app.reports.deck_promises import due_words
from sakip_app.reports.deck_red import living, pair, source_line, suffix, worst
from sakip_app.reports.slides import AnggaranSlaid, BarisPenahan, LangkahJalur, SlaidUnit
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_batas, format_persen, format_rupiah, format_skor
from sakip_app.text.words import KATA_POLARITAS, bilangan, bilangan_awal, kata_status, nama_triwulan, tw

PENAHAN = 3
TANYA = 3


def unit_slides(rekam: Rekam) -> tuple[SlaidUnit, ...]:
    """A slide a unit: from the lowest skor up, then those without one in official order."""
    scored = scored_units(rekam, rekam.triwulan)
    known = {unit.kode for unit in scored}
    ordered = [*scored, *(unit for unit in rekam.unit if unit.kode not in known)]
    ranked = sum(unit.peringkat is not None for unit in rekam.unit)
    return tuple(_slide(rekam, unit, ranked) for unit in ordered)


def _slide(rekam: Rekam, unit: UnitRekam, ranked: int) -> SlaidUnit:
    place = rekam.triwulan - 1
    value, band = unit.nilai[place], unit.predikat[place]
    lowest = worst(rekam, unit) if value is not None else []
    questions = tuple(pertanyaan_unit(rekam, unit, TANYA))[:TANYA]
    return SlaidUnit(
        kunci=f"unit-{unit.kode}",
        mata=_eyebrow(rekam, unit, ranked),
        judul=unit.nama,
        sumber=_sources(rekam, unit, lowest),
        kode_unit=unit.kode,
        nama=unit.nama,
        teks="" if value is None else format_skor(value, rekam.aturan),
        posisi=position(rekam, band),
        predikat=band or "",
        jalur=_path(rekam, unit),
        judul_penahan=_title(rekam, lowest),
        penahan=tuple(_bullet(rekam, satu) for satu in lowest[:PENAHAN]),
        keterangan=_caption(rekam, unit) if lowest else "",
        anggaran=_budget(rekam, unit),
        tanya=questions,
        pilihan=_choices(unit, lowest),
        kosong=None if lowest else _nothing(rekam, unit),
    )


def _eyebrow(rekam: Rekam, unit: UnitRekam, ranked: int) -> str:
    rank = (
        f"Peringkat {unit.peringkat} dari {ranked}"
        if unit.peringkat is not None
        else f"Tanpa peringkat{f': {unit.tanpa_peringkat}' if unit.tanpa_peringkat else ''}"
    )
    against = f" terhadap target tahun {rekam.tahun}" if rekam.ukuran == "tahun" else f" {rekam.tahun}"
    return f"{rank} · {nama_triwulan(rekam.triwulan)}{against}"


def _path(rekam: Rekam, unit: UnitRekam) -> tuple[LangkahJalur, ...]:
    return tuple(
        LangkahJalur(
            tw(quarter),
            value,
            (unit.keterangan[quarter - 1] or "–") if value is None else format_skor(value, rekam.pada(quarter)),
            position(rekam, unit.predikat[quarter - 1]),
        )
        for quarter in range(1, rekam.triwulan + 1)
        for value in (unit.nilai[quarter - 1],)
    )


def _title(rekam: Rekam, lowest: list[IndikatorRekam]) -> str:
    place, aturan = rekam.triwulan - 1, rekam.aturan
    shown = lowest[:PENAHAN]
    if not shown:
        return ""
    if rekam.berjalan:
        return f"Terjauh dari target tahun {rekam.tahun}"
    bottom = aturan.label_predikat[0]
    n = sum(satu.predikat[place] == bottom for satu in lowest)
    if n:
        rest = f"; {bilangan(len(shown))} terendah" if n > len(shown) else ""
        return f"{bilangan_awal(n)} dari {bilangan(len(lowest))} indikator {bottom}{rest}"
    behind = sum(round(satu.skor[place] or 0, 9) < aturan.batas_tertinggal for satu in lowest)
    if behind:
        return f"{bilangan_awal(behind)} dari {bilangan(len(lowest))} indikator tertinggal"
    return f"{bilangan_awal(len(shown))} capaian terendah dari {bilangan(len(lowest))} indikator"


def _bullet(rekam: Rekam, satu: IndikatorRekam) -> BarisPenahan:
    place = rekam.triwulan - 1
    reached, planned = pair(rekam, satu)
    word = "batas" if satu.polaritas == "minimal" else "dari"
    raw = satu.capaian[place]
    return BarisPenahan(
        kode=satu.kode,
        nama=satu.uraian,
        meta=KATA_POLARITAS["minimal"] if satu.polaritas == "minimal" else "",
        realisasi=reached,
        pembanding=f"{word} {planned}{suffix(satu)}" if planned != "–" else suffix(satu).strip(),
        capaian=f"capaian {format_skor(raw, rekam.aturan)}\u00a0%",
        nilai_capaian=raw or 0.0,
        posisi=position(rekam, satu.predikat[place]),
        predikat=satu.predikat[place] or "",
        kendala=satu.kendala or "",
        track=satu.target_tahunan,
        batang=satu.realisasi_sd[place],
        target_sd=satu.target_sd,
    )


def _caption(rekam: Rekam, unit: UnitRekam) -> str:
    n = len(unit.utama)
    level = f" {unit.jenjang}" if unit.jenjang else ""
    line = f"target tahun {rekam.tahun}" if rekam.ukuran == "tahun" else f"target s.d. {tw(rekam.triwulan)}"
    return f"{unit.n_dinilai} dari {n} indikator{level} dinilai · garis tebal: {line}"


def _budget(rekam: Rekam, unit: UnitRekam) -> AnggaranSlaid | None:
    """Budget beside performance; nothing where no pagu is known."""
    if unit.pagu is None:
        return None
    reached = rekam.anggaran_sampai or rekam.triwulan
    reference = rekam.aturan.acuan_penyerapan[reached - 1]
    value, share = unit.nilai[rekam.triwulan - 1], unit.penyerapan
    spent = f"{format_rupiah(unit.realisasi_anggaran)} dari " if unit.realisasi_anggaran is not None else "pagu "
    return AnggaranSlaid(
        skor=value,
        teks_skor="–" if value is None else format_skor(value, rekam.aturan),
        serapan=share,
        teks_serapan="belum dilaporkan" if share is None else format_persen(share),
        acuan=reference,
        teks_acuan=f"acuan {tw(reached)} {format_batas(reference)}\u00a0%",
        keterangan=f"{spent}{format_rupiah(unit.pagu)}",
    )


def _choices(unit: UnitRekam, lowest: list[IndikatorRekam]) -> tuple[tuple[str, str], ...]:
    """All its indicators: the assessed ones of its level from the worst up, then the others."""
    first = [satu.kode for satu in lowest]
    others = [satu for satu in (*unit.utama, *unit.indikator) if satu.kode not in first]
    return tuple({satu.kode: satu.uraian for satu in (*lowest, *others)}.items())


def _nothing(rekam: Rekam, unit: UnitRekam) -> str:
    when = nama_triwulan(rekam.triwulan)
    if not unit.indikator:
        return f"Belum ada indikator yang tersimpan untuk tahun {rekam.tahun}."
    if not unit.lapor:
        late = f"; tenggatnya {format_tanggal(rekam.tenggat)}" if unit.terlambat and rekam.tenggat else ""
        return f"Belum lapor untuk {when}{late}."
    word = unit.keterangan[rekam.triwulan - 1]
    return f"Sudah lapor untuk {when}, belum ada indikator yang dapat dinilai{f': {word}' if word else ''}."


def _sources(rekam: Rekam, unit: UnitRekam, lowest: list[IndikatorRekam]) -> tuple[str, ...]:
    aturan = rekam.aturan
    if not lowest:
        return (_nothing(rekam, unit), *_promised(rekam, unit))
    told = [
        f"Skor {unit.nama} = rata-rata skor {unit.n_dinilai} indikator {unit.jenjang or ''} yang dinilai, "
        f"aturan {aturan.nama}{' (contoh)' if aturan.contoh else ''}.".replace("  ", " ")
    ]
    for satu in lowest[:PENAHAN]:
        told.append(source_line(rekam, satu))
        if satu.kendala:
            told.append(f"Kendala: {satu.kendala}")
        if satu.rencana_tindak_lanjut:
            told.append(f"Rencana tindak lanjut: {satu.rencana_tindak_lanjut}")
    return (*told, *_promised(rekam, unit))


def _promised(rekam: Rekam, unit: UnitRekam) -> tuple[str, ...]:
    janji = living(rekam, unit)
    if janji is None:
        return ()
    state = kata_status(janji.keadaan_pada(rekam.hari))
    return (f"Tindak lanjut: {janji.apa} · {janji.penanggung_jawab}, {due_words(janji)}, {state}.",)
