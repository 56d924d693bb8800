"""The red list in the deck: the units that need a decision, what holds each back and what was promised."""

from __future__ import annotations

from datetime import date

from sakip_app.reports.deck_body import eyebrow, position, scored_units
from sakip_app.reports.deck_promises import due_words, page_note, pages
from sakip_app.reports.slides import BarisMerahSlaid, SlaidMerah
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text import sentences
from sakip_app.text.dates import due_date, format_tanggal
from sakip_app.text.numbers import format_batas, format_nilai, format_pasangan, format_poin, format_skor
from sakip_app.text.words import awal_besar, kata_status, tw

TERJAUH = 10
"""So many rows the red list has while the year is unfinished: nobody is behind yet, some are farthest."""


def red_slides(rekam: Rekam) -> tuple[SlaidMerah, ...]:
    """The units that need a decision, worst first; while the year is unfinished those farthest from its target."""
    now = rekam.triwulan
    scored = scored_units(rekam, now)
    low = scored[:TERJAUH] if rekam.berjalan else [unit for unit in scored if unit.tertinggal[now - 1]]
    edge = format_batas(rekam.aturan.batas_tertinggal)
    title = sentences.section_merah(
        len(low), rekam.sebutan, ada_skor=bool(scored), tahun=rekam.tahun if rekam.berjalan else None
    )
    empty = f"Semua skor yang ada {edge} ke atas." if scored else f"Belum ada {rekam.sebutan} yang punya skor."
    return tuple(
        SlaidMerah(
            kunci="merah" if number == 1 else f"merah-{number}",
            mata=f"{eyebrow(rekam)} · skor di bawah {edge}{page_note(number, low)}",
            judul=title,
            sumber=tuple(line for unit in part for line in _red_source(rekam, unit)),
            baris=tuple(_red(rekam, unit) for unit in part),
            kosong=None if low else empty,
        )
        for number, part in pages(low)
    )


def worst(rekam: Rekam, unit: UnitRekam) -> list[IndikatorRekam]:
    """Its assessed indicators of the level it is measured at, the lowest skor first."""
    place = rekam.triwulan - 1
    found = [(value, satu) for satu in unit.utama if (value := satu.skor[place]) is not None]
    return [satu for _, satu in sorted(found, key=lambda pair: round(pair[0], 9))]


def living(rekam: Rekam, unit: UnitRekam, indikator: IndikatorRekam | None = None) -> TindakLanjut | None:
    """The follow-up of a unit to speak of, of those that are not done.

    One about the indicator before one about the whole unit before one about another indicator; of several the first
    to fall due.
    """
    own = [
        janji
        for janji in rekam.tindak_lanjut
        if janji.kode_unit == unit.kode and janji.keadaan != "selesai" and not janji.batal
    ]

    def distance(janji: TindakLanjut) -> int:
        if janji.kode_indikator is None:
            return 1
        return 0 if indikator is not None and janji.about(indikator) else 2

    return min(own, key=lambda janji: (distance(janji), janji.tenggat or date.max, janji.id), default=None)


def _red(rekam: Rekam, unit: UnitRekam) -> BarisMerahSlaid:
    place = rekam.triwulan - 1
    value, lowest = unit.nilai[place], worst(rekam, unit)
    first = lowest[0] if lowest else None
    promise, state = _promise(rekam, unit, first)
    return BarisMerahSlaid(
        kode_unit=unit.kode,
        nama=unit.nama,
        teks=format_skor(value, rekam.aturan),
        posisi=position(rekam, unit.predikat[place]) or 0,
        predikat=unit.predikat[place] or "",
        arah="" if unit.selisih is None else format_poin(unit.selisih, beruntun=unit.turun_beruntun),
        penahan="" if first is None else f"{first.uraian}: {figures(rekam, first)}",
        kendala=(first.kendala if first else None) or "",
        tindak_lanjut=promise,
        keadaan="lewat" if state == "rencana_lewat" else state,
        kata=kata_status(state),
    )


def figures(rekam: Rekam, satu: IndikatorRekam) -> str:
    """Realisasi beside its target, as every screen has it.

    Examples:
        ``12 dari 28 desa``; under minimal ``131, batas 86``.
    """
    reached, planned = pair(rekam, satu)
    if planned == "–":
        return f"{reached}{suffix(satu)}"
    return f"{reached}{', batas' if satu.polaritas == 'minimal' else ' dari'} {planned}{suffix(satu)}"


def pair(rekam: Rekam, satu: IndikatorRekam) -> tuple[str, str]:
    """Realisasi and target up to the quarter, under the measure of the snapshot, as printed."""
    place = rekam.triwulan - 1
    yearly = rekam.ukuran == "tahun"
    target = satu.target_tahunan if yearly else satu.target_sd[place]
    bounds = (satu.target_bawah, satu.target_atas) if yearly else satu.rentang_sd[place]
    if target is None and bounds is not None:
        lower, upper = format_pasangan(*bounds, satu.satuan)
        return format_nilai(satu.realisasi_sd[place], satu.satuan), _between(lower, upper)
    return format_pasangan(satu.realisasi_sd[place], target, satu.satuan, dict(satu.kata))


def _between(lower: str, upper: str) -> str:
    """A range as printed; one side may be open.

    Examples:
        >>> _between("6", "8"), _between("6", "–"), _between("–", "8")
        ('6–8', 'sedikitnya 6', 'sebanyaknya 8')
    """
    if lower == upper == "–":
        return "–"
    if upper == "–":
        return f"sedikitnya {lower}"
    return f"sebanyaknya {upper}" if lower == "–" else f"{lower}–{upper}"


def suffix(satu: IndikatorRekam) -> str:
    """The unit of measure behind a number; a word of a scale has none."""
    if not satu.satuan or satu.kata:
        return ""
    return f"\u00a0{satu.satuan}" if satu.satuan == "%" else f" {satu.satuan}"


def _promise(rekam: Rekam, unit: UnitRekam, satu: IndikatorRekam | None) -> tuple[str, str]:
    """What was promised and how it stands: a follow-up of a meeting, else what the unit wrote beside its figure."""
    janji = living(rekam, unit, satu)
    if janji is not None:
        return f"{janji.apa} · {janji.penanggung_jawab}, {due_words(janji)}", janji.keadaan_pada(rekam.hari)
    if satu is None or not satu.rencana_tindak_lanjut:
        return "", "belum_ada"
    who = ", ".join(part for part in (satu.pic, due_date(satu.batas_waktu)) if part)
    return f"{satu.rencana_tindak_lanjut}{f' · {who}' if who else ''}", _noted(satu.batas_waktu, rekam.hari)


def _noted(due: str | None, hari: date) -> str:
    """The state of a follow-up that only the planner's sheet names: noted, or past its date where it has one."""
    try:
        return "rencana_lewat" if due is not None and date.fromisoformat(due) < hari else "tercatat"
    except ValueError:
        return "tercatat"


def _red_source(rekam: Rekam, unit: UnitRekam) -> list[str]:
    lowest = worst(rekam, unit)
    told = [f"{unit.nama}: skor {format_skor(unit.nilai[rekam.triwulan - 1], rekam.aturan)}"]
    if lowest:
        told.append(source_line(rekam, lowest[0]))
        if lowest[0].kendala:
            told.append(f"Kendala: {lowest[0].kendala}")
    return told


def source_line(rekam: Rekam, satu: IndikatorRekam) -> str:
    """An indicator, its figures, and the file and cell its realisasi stands in."""
    told = f"{satu.uraian}: {figures(rekam, satu)}"
    source = satu.sumber
    if source is None:
        return f"{told}; realisasi {tw(rekam.triwulan)} belum dilaporkan."
    where = "!".join(part for part in (source.lembar, source.sel) if part)
    place = f"{source.berkas or 'koreksi di layar'}{f', {where}' if where else ''}"
    return f"{told}; sumber {place}; {awal_besar(source.pengirim)}, {format_tanggal(source.waktu)}."
