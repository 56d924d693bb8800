"""The whole body in the deck: where its units stand, and their ranking."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sakip_app.charts.peringkat import sumbu_skor
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.reports.deck_promises import page_note, pages
from sakip_app.reports.slides import (
    BarisPeringkat,
    KpiSlaid,
    PitaSlaid,
    SlaidInstansi,
    SlaidPeringkat,
    Titik,
)
from sakip_app.snapshot.model import Rekam, UnitRekam
from sakip_app.text import sentences
from sakip_app.text.numbers import (
    format_batas,
    format_persen,
    format_poin,
    format_rupiah,
    format_skor,
)
from sakip_app.text.words import bilangan, bilangan_awal, gabung, nama_triwulan, tw

BARIS_PERINGKAT = 48
RUANG_PITA_TERATAS = 0.1
"""So much of the axis the highest band gets where only the cap itself lies in it."""


def body_slide(rekam: Rekam) -> SlaidInstansi:
    """Where the units stand now and a quarter ago."""
    now, before = rekam.triwulan, rekam.sebelumnya
    scored, earlier = scored_units(rekam, now), scored_units(rekam, before) if before else []
    return SlaidInstansi(
        kunci="instansi",
        mata=eyebrow(rekam),
        judul=_headline(rekam),
        sumber=(
            f"Skor {rekam.instansi} = rata-rata skor {len(scored)} {rekam.sebutan} yang dinilai, dari "
            f"{len(rekam.unit)}; skor {rekam.sebutan} = rata-rata skor indikatornya yang dinilai.",
        ),
        kpi=_kpi(rekam, scored),
        pita=_zones(rekam, scored, earlier),
        kini=_dots(rekam, scored, now),
        lalu=_dots(rekam, earlier, before) if before else (),
        nama_kini=tw(now),
        nama_lalu=tw(before) if before else "",
        banyak_kini=f"{len(scored)} {rekam.sebutan}",
        banyak_lalu=f"{len(earlier)} {rekam.sebutan}" if before else "",
        kosong=None if scored else f"Belum ada {rekam.sebutan} yang punya skor untuk {nama_triwulan(now)}.",
    )


def scored_units(rekam: Rekam, triwulan: int) -> list[UnitRekam]:
    """The units with a skor in a quarter, the lowest first."""
    place = triwulan - 1
    found = [(value, unit) for unit in rekam.unit if (value := unit.nilai[place]) is not None]
    return [unit for _, unit in sorted(found, key=lambda pair: (round(pair[0], 9), pair[1].urutan))]


def eyebrow(rekam: Rekam) -> str:
    """The line above the title: whose figures, of which quarter, against what."""
    against = f" · terhadap target tahun {rekam.tahun}" if rekam.ukuran == "tahun" else ""
    return f"{rekam.instansi} · {nama_triwulan(rekam.triwulan)} {rekam.tahun}{against}"


def _headline(rekam: Rekam) -> str:
    now, n_lapor, n_unit = rekam.triwulan, len(rekam.lapor), len(rekam.unit)
    value, band = rekam.nilai[now - 1], rekam.predikat[now - 1]
    if value is None:
        if not n_lapor:
            return f"Belum ada {rekam.sebutan} yang lapor untuk {nama_triwulan(now)}."
        return f"{bilangan_awal(n_lapor)} {rekam.sebutan} sudah lapor; belum ada yang dapat dinilai."
    printed = f"{format_skor(value, rekam.aturan)}\u00a0%"
    behind = sum(unit.tertinggal[now - 1] for unit in rekam.unit)
    if n_lapor * 100 < rekam.aturan.cakupan_minimum * n_unit:
        return f"Baru {n_lapor} dari {n_unit} {rekam.sebutan} lapor untuk {tw(now)}; rata-ratanya {printed}."
    if rekam.berjalan:
        return f"Capaian {printed} dari target tahun {rekam.tahun}."
    opening = f"Capaian {printed}{f', {band}' if band else ''}."
    count = f"{bilangan_awal(behind)} {rekam.sebutan}" if behind else f"Tidak ada {rekam.sebutan} yang"
    return f"{opening} {count} tertinggal{_compared(rekam, behind)}."


def _compared(rekam: Rekam, behind: int) -> str:
    before, then = rekam.sebelumnya, rekam.tertinggal_lalu
    if before is None or then is None:
        return ""
    if then == behind:
        return f", seperti {tw(before)}"
    if not then:
        return f", {tw(before)} belum ada"
    return f", {tw(before)} {'baru' if then < behind else 'masih'} {bilangan(then)}"


def _kpi(rekam: Rekam, scored: Sequence[UnitRekam]) -> tuple[KpiSlaid, ...]:
    now, before, aturan = rekam.triwulan, rekam.sebelumnya, rekam.aturan
    value = rekam.nilai[now - 1]
    behind = [unit for unit in scored if unit.tertinggal[now - 1]]
    edge = format_batas(aturan.batas_tertinggal)
    judged = not rekam.berjalan and len(aturan.predikat) > 1
    twice = [unit for unit in rekam.unit if unit.turun_beruntun]
    low_twice = sum(unit.tertinggal[now - 1] for unit in twice)
    reached = rekam.anggaran_sampai
    return (
        KpiSlaid(
            f"Rata-rata {len(scored)} {rekam.sebutan}",
            "–" if value is None else f"{format_skor(value, aturan)}\u00a0%",
            _moved(rekam, scored),
        ),
        KpiSlaid(
            f"Di bawah {edge}",
            f"{len(behind)} {rekam.sebutan}" if scored else "–",
            f"{tw(before)}: {rekam.tertinggal_lalu} {rekam.sebutan}"
            if before and rekam.tertinggal_lalu is not None
            else "",
        )
        if judged
        else KpiSlaid(f"Punya skor dari {len(rekam.unit)}", f"{len(scored)} {rekam.sebutan}"),
        KpiSlaid(
            "Turun dua kali berturut-turut",
            f"{len(twice)} {rekam.sebutan}" if scored and now > 2 and before and rekam.sebanding[now - 3] else "–",
            f"{low_twice} di antaranya di bawah {edge}" if low_twice else "",
        ),
        KpiSlaid(
            f"Penyerapan s.d. {tw(reached)}" if reached else "Penyerapan",
            format_persen(rekam.penyerapan) if rekam.penyerapan is not None and reached else "–",
            f"acuan {format_batas(aturan.acuan_penyerapan[reached - 1])}\u00a0%, pagu {format_rupiah(rekam.pagu)}"
            if reached
            else "",
        ),
    )


def _moved(rekam: Rekam, scored: Sequence[UnitRekam]) -> str:
    """How the mean moved, of the units that have a skor in both quarters; how many these are where not all."""
    before = rekam.sebelumnya
    if before is None:
        return ""
    pairs = [(unit.nilai[rekam.triwulan - 1], unit.nilai[before - 1]) for unit in scored]
    both = [now - then for now, then in pairs if now is not None and then is not None]
    if not both:
        return ""
    change = format_poin(sum(both) / len(both))
    same = "" if len(both) == len(scored) else f" ({len(both)} {rekam.sebutan})"
    return f"{change if change == 'tetap' else f'{change} poin'} dari {tw(before)}{same}"


def _zones(rekam: Rekam, scored: Sequence[UnitRekam], earlier: Sequence[UnitRekam]) -> tuple[PitaSlaid, ...]:
    """The bands as zones of the axis, worst first; none where nobody may be judged."""
    if rekam.berjalan or not scored:
        return ()
    now, before = rekam.triwulan, rekam.sebelumnya
    values = [unit.nilai[now - 1] for unit in scored] + [unit.nilai[before - 1] for unit in earlier if before]
    start, end = _axis(rekam, values)
    looks, bands = gaya_predikat(rekam.aturan), rekam.aturan.predikat
    zones = []
    for place in reversed(range(len(bands))):
        label = bands[place].label
        n = sum(unit.predikat[now - 1] == label for unit in scored)
        then = sum(unit.predikat[before - 1] == label for unit in earlier) if before else 0
        zones.append(
            PitaSlaid(
                label,
                looks[label].posisi,
                start if place == len(bands) - 1 else max(start, bands[place].batas),
                end if place == 0 else min(end, bands[place - 1].batas),
                f"{n} {rekam.sebutan}",
                f"{tw(before)}: {then}" if before else "",
            )
        )
    return tuple(zones)


def _axis(rekam: Rekam, values: Sequence[float | None]) -> tuple[float, float]:
    """As the ranking on screen has it, and further down where somebody stands there."""
    told = pd.Series([value for value in values if value is not None], dtype="float64")
    start, end = sumbu_skor(told, rekam.aturan)
    start = 0.0 if len(told) and told.min() < start else start
    highest = rekam.aturan.predikat[0].batas
    return start, end if highest < end else highest + (end - start) * RUANG_PITA_TERATAS


def _dots(rekam: Rekam, units: Sequence[UnitRekam], triwulan: int) -> tuple[Titik, ...]:
    place, rule = triwulan - 1, rekam.pada(triwulan)
    return tuple(
        Titik(
            unit.kode,
            unit.nama_pendek,
            value,
            format_skor(value, rule),
            position(rekam, unit.predikat[place]) or 0,
            disebut=unit.tertinggal[place],
        )
        for unit in units
        if (value := unit.nilai[place]) is not None
    )


def position(rekam: Rekam, label: str | None) -> int | None:
    """The step of a band in the look's table; ``None`` where none is said."""
    look = gaya_predikat(rekam.aturan).get(label or "")
    return None if look is None else look.posisi


def ranking_slides(rekam: Rekam) -> tuple[SlaidPeringkat, ...]:
    """Every unit, best first; those without a rank last, with their word."""
    now, aturan = rekam.triwulan, rekam.aturan
    values = [unit.nilai[now - 1] for unit in rekam.unit]
    start, end = _axis(rekam, values)
    ordered = sorted(
        rekam.unit,
        key=lambda unit: (unit.peringkat is None, unit.peringkat or 0, -(unit.nilai[now - 1] or 0), unit.urutan),
    )
    edges = tuple(band.batas for band in aturan.predikat[:-1] if start < band.batas < end)
    note = _ranking_note(rekam, start, edges)
    return tuple(
        SlaidPeringkat(
            kunci="peringkat" if number == 1 else f"peringkat-{number}",
            mata=f"{eyebrow(rekam)}{page_note(number, ordered, BARIS_PERINGKAT)}",
            judul=_ranking_title(rekam),
            sumber=(f"{note}.",) if note else (),
            baris=tuple(_ranked(rekam, unit) for unit in part),
            mulai=start,
            sampai=end,
            tepi=() if rekam.berjalan else edges,
            keterangan=note,
        )
        for number, part in pages(ordered, BARIS_PERINGKAT)
    )


def _ranking_note(rekam: Rekam, start: float, edges: Sequence[float]) -> str:
    """How the ranking is read; nothing where nobody has a place in it."""
    if not scored_units(rekam, rekam.triwulan):
        return ""
    parts = [f"Skor mulai dari {format_batas(start)}"]
    if edges and not rekam.berjalan:
        parts.append(f"garis tegak: batas predikat {', '.join(format_batas(edge) for edge in sorted(edges))}")
    if rekam.sebelumnya:
        parts.append(f"panah: poin dari {tw(rekam.sebelumnya)}, ganda bila turun dua kali")
    return " · ".join(parts)


def _ranking_title(rekam: Rekam) -> str:
    now = rekam.triwulan
    ranked = [unit for unit in rekam.unit if unit.peringkat is not None]
    first = [unit.nama_pendek for unit in ranked if unit.peringkat == 1]
    if rekam.berjalan and first:
        return f"{gabung(first, maks=2)} paling dekat dengan target tahun {rekam.tahun}"
    good = sum(round(unit.nilai[now - 1] or 0, 9) >= rekam.aturan.batas_baik for unit in ranked)
    label = rekam.aturan.predikat[min(1, len(rekam.aturan.predikat) - 1)].label
    return sentences.section_peringkat(first, good, len(ranked), label, sebutan=rekam.sebutan)


def _ranked(rekam: Rekam, unit: UnitRekam) -> BarisPeringkat:
    place = rekam.triwulan - 1
    value, band = unit.nilai[place], unit.predikat[place]
    word = unit.tanpa_peringkat or unit.keterangan[place] or ""
    return BarisPeringkat(
        kode_unit=unit.kode,
        peringkat="–" if unit.peringkat is None else str(unit.peringkat),
        nama=unit.nama_pendek,
        nilai=value,
        teks=word if value is None else format_skor(value, rekam.aturan),
        posisi=position(rekam, band),
        predikat=band or "",
        arah="" if unit.selisih is None else format_poin(unit.selisih, beruntun=unit.turun_beruntun),
    )
