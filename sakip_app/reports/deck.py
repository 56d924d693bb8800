"""The deck of a meeting from a frozen quarter: which slides there are, in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sakip_app.narration import sorotan
from sakip_app.reports.deck_body import body_slide, ranking_slides
from sakip_app.reports.deck_promises import decision_slides, promise_slides, promises_in_words
from sakip_app.reports.deck_red import red_slides
from sakip_app.reports.deck_unit import unit_slides
from sakip_app.reports.slides import (
    ButirAgenda,
    Dek,
    Slaid,
    SlaidAgenda,
    SlaidMerah,
    SlaidSorotan,
)
from sakip_app.reports.trust import counts
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam
from sakip_app.text.dates import format_tanggal, format_waktu
from sakip_app.text.numbers import format_batas
from sakip_app.text.words import awal_besar, bilangan, bilangan_awal, gabung, nama_triwulan, tw

PALING_MENONJOL = 6


def build_deck(rekam: Rekam, sebelumnya: Rekam | None = None, keputusan: Sequence[TindakLanjut] = ()) -> Dek:
    """The slides of the meeting on a frozen quarter.

    Args:
        rekam: the snapshot.
        sebelumnya: the snapshot before it, of the same body and year, to say what changed since.
        keputusan: what this meeting decided or carried on so far.

    Returns:
        Agenda and trust line, the last meeting's follow-ups, the whole body, what stands out, ranking, red list,
        one slide a unit from the lowest skor up and those without one last, decisions.
    """
    trust = counts(rekam, sebelumnya)
    promises = promise_slides(rekam)
    body, red = body_slide(rekam), red_slides(rekam)
    parts: list[tuple[str, str, Sequence[Slaid]]] = [
        (_promises_title(rekam), promises_in_words(rekam), promises),
        (f"Keadaan {rekam.instansi}", body.judul.rstrip("."), [body]),
        ("Yang menonjol", *_highlights(rekam)),
        ("Peringkat", *_ranking(rekam)),
        _red(rekam, red),
        (f"Tiap {rekam.sebutan}", _order(rekam), unit_slides(rekam)),
        ("Keputusan", "Apa, siapa, kapan; dicatat di rapat ini", decision_slides(rekam, keputusan)),
    ]
    agenda = SlaidAgenda(
        kunci="agenda",
        mata=f"{rekam.instansi} · {format_tanggal(rekam.hari, panjang=True)}",
        judul=f"Rapat evaluasi {nama_triwulan(rekam.triwulan)} {rekam.tahun}",
        sumber=(*_trust_notes(rekam), *(line for count in trust for line in (f"{count.judul}:", *count.rincian))),
        butir=tuple(ButirAgenda(title, told, slides[0].kunci) for title, told, slides in parts if slides),
        percaya=trust,
    )
    return Dek(
        kode=rekam.kode or "belum beku",
        judul=f"Rapat evaluasi {tw(rekam.triwulan)} {rekam.tahun}",
        instansi=rekam.instansi,
        contoh=rekam.contoh,
        sebutan=rekam.sebutan,
        tahun=rekam.tahun,
        triwulan=rekam.triwulan,
        kaki=foot(rekam),
        slaid=(agenda, *(slide for _, _, slides in parts for slide in slides)),
    )


def foot(rekam: Rekam) -> str:
    """What stands at the foot of every slide: reports, rule, cap, snapshot and time."""
    aturan = rekam.aturan
    late = f"; {len(rekam.terlambat)} terlambat" if rekam.terlambat else ""
    cap = "tanpa batas atas" if aturan.batas_atas is None else f"batas {format_batas(aturan.batas_atas)}"
    parts = (
        f"{len(rekam.lapor)} dari {len(rekam.unit)} {rekam.sebutan} lapor{late}",
        f"aturan {rule_name(rekam)}",
        cap,
        f"rekam {rekam.kode}" if rekam.kode else "belum dibekukan",
        format_waktu(rekam.waktu),
        "data rekaan" if rekam.contoh else "",
    )
    return " · ".join(part for part in parts if part)


def rule_name(rekam: Rekam) -> str:
    """The rule as every paper names it."""
    return f"{rekam.aturan.nama}{' (contoh)' if rekam.aturan.contoh else ''}"


def _trust_notes(rekam: Rekam) -> tuple[str, ...]:
    measured = "target tahun" if rekam.ukuran == "tahun" else "target sampai triwulan ini"
    notes = [
        f"Rekam {rekam.kode or 'belum dibekukan'}, diambil {format_waktu(rekam.waktu)} oleh {rekam.pelaku}.",
        f"Aturan {rule_name(rekam)}; capaian terhadap {measured}.",
    ]
    if rekam.aturan_lain:
        notes.append(f"{awal_besar(rekam.aturan_lain)}.")
    return tuple(notes)


def _promises_title(rekam: Rekam) -> str:
    return "Janji rapat sebelumnya" if rekam.janji else "Janji"


def _highlights(rekam: Rekam) -> tuple[str, Sequence[Slaid]]:
    found = tuple(sorotan(rekam))[:PALING_MENONJOL]
    if not found:
        return "", ()
    slide = SlaidSorotan(
        kunci="sorotan",
        mata=_eyebrow(rekam),
        judul=f"{bilangan_awal(len(found))} hal yang menonjol" if len(found) > 1 else "Yang menonjol",
        sumber=tuple(sentence.teks for sentence in found),
        kalimat=found,
    )
    return f"{awal_besar(bilangan(len(found)))} hal untuk dibicarakan", (slide,)


def _eyebrow(rekam: Rekam) -> str:
    return f"{rekam.instansi} · {nama_triwulan(rekam.triwulan)} {rekam.tahun}"


def _ranking(rekam: Rekam) -> tuple[str, Sequence[Slaid]]:
    ranked = sum(unit.peringkat is not None for unit in rekam.unit)
    told = f"{ranked} dari {len(rekam.unit)} {rekam.sebutan} diberi peringkat"
    return told, ranking_slides(rekam)


def _red(rekam: Rekam, red: Sequence[SlaidMerah]) -> tuple[str, str, Sequence[Slaid]]:
    named = [row.nama for slide in red for row in slide.baris]
    if not named:
        return f"{awal_besar(rekam.sebutan)} yang perlu keputusan", (red[0].kosong or "").rstrip("."), red
    return red[0].judul, gabung(named, maks=3), red


def _order(rekam: Rekam) -> str:
    scored = sum(unit.nilai[rekam.triwulan - 1] is not None for unit in rekam.unit)
    if not scored:
        return f"{len(rekam.unit)} {rekam.sebutan}, belum ada yang punya skor"
    return f"{len(rekam.unit)} {rekam.sebutan}, dari skor terendah"


def file_name(rekam: Rekam) -> str:
    """How the PPTX is called: quarter, body, snapshot.

    Examples:
        ``Rapat_TW3_2026_Kabupaten_Contoh_2026-TW3-0047.pptx``
    """
    body = re.sub(r"\W+", "_", rekam.instansi).strip("_")[:60]
    return f"Rapat_TW{rekam.triwulan}_{rekam.tahun}_{body}_{rekam.kode}.pptx"
