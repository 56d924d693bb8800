"""Follow-ups in the deck: those of earlier meetings at its head, the decisions of this one at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from sakip_app.reports.slides import BarisJanji, BarisKeputusan, SlaidJanji, SlaidKeputusan
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam
from sakip_app.text.dates import format_tanggal, format_waktu
from sakip_app.text.words import awal_besar, bilangan, bilangan_awal, kata_janji, kata_status, tw

BARIS_SLAID = 6
"""So many rows are read from the back of a hall."""
URUTAN_KEADAAN = ("selesai", "berjalan", "belum", "lewat")
_MENDESAK = ("lewat", "belum", "berjalan")

_Satu = TypeVar("_Satu")


def pages(rows: Sequence[_Satu], size: int = BARIS_SLAID) -> Iterator[tuple[int, Sequence[_Satu]]]:
    """The rows a slide at a time, shared evenly, numbered from 1; one empty page where there are none."""
    total = max(-(-len(rows) // size), 1)
    even = max(-(-len(rows) // total), 1)
    for number in range(1, total + 1):
        yield number, rows[(number - 1) * even : number * even]


def page_note(number: int, rows: Sequence[object], size: int = BARIS_SLAID) -> str:
    """Which page of how many, where there are several.

    Examples:
        >>> page_note(2, range(14)), page_note(1, range(3))
        (' · 2 dari 3', '')
    """
    total = -(-len(rows) // size)
    return f" · {number} dari {total}" if total > 1 else ""


def promise_slides(rekam: Rekam) -> tuple[SlaidJanji, ...]:
    """The follow-ups of earlier meetings: counted on the first slide, those not done in rows, the overdue first."""
    states = _states(rekam)
    counted = tuple((state, f"{n} {kata_status(state)}", n) for state in URUTAN_KEADAAN if (n := states[state]))
    waiting = sorted(
        (janji for janji in rekam.janji if janji.keadaan != "selesai"),
        key=lambda janji: (_MENDESAK.index(janji.keadaan_pada(rekam.hari)), janji.tenggat or date.max, janji.id),
    )
    title = _title(rekam, states)
    return tuple(
        SlaidJanji(
            kunci="janji" if number == 1 else f"janji-{number}",
            mata=f"Rapat evaluasi {tw(rekam.triwulan)} {rekam.tahun} · {rekam.instansi}{page_note(number, waiting)}",
            judul=title,
            sumber=tuple(_source(janji) for janji in (rekam.janji if number == 1 else part)),
            hitungan=counted,
            baris=tuple(_row(rekam, janji) for janji in part),
            judul_baris=f"{bilangan_awal(len(waiting))} yang belum selesai" if waiting else "",
        )
        for number, part in pages(waiting)
    )


def promises_in_words(rekam: Rekam) -> str:
    """How many were kept, in a line of the agenda."""
    if not rekam.janji:
        return "Belum ada tindak lanjut dari rapat sebelumnya"
    return _kept(_states(rekam))


def _states(rekam: Rekam) -> Counter[str]:
    return Counter(janji.keadaan_pada(rekam.hari) for janji in rekam.janji)


def _title(rekam: Rekam, states: Counter[str]) -> str:
    if not rekam.janji:
        return "Belum ada janji dari rapat sebelumnya"
    meetings = {(janji.tahun, janji.triwulan) for janji in rekam.janji}
    tahun, triwulan = max(meetings)
    when = tw(triwulan) if tahun == rekam.tahun else f"{tw(triwulan)} {tahun}"
    which = f"Janji rapat {when}" if len(meetings) == 1 else "Janji rapat sebelumnya"
    return f"{which}: {_kept(states)}."


def _kept(states: Counter[str]) -> str:
    total, done = states.total(), states["selesai"]
    late = f", {states['lewat']} lewat tenggat" if states["lewat"] else ""
    if done == total:
        return {1: "selesai", 2: "keduanya selesai"}.get(total, f"semua {bilangan(total)} selesai")
    return f"{done} dari {total} selesai{late}"


def _row(rekam: Rekam, janji: TindakLanjut) -> BarisJanji:
    state = janji.keadaan_pada(rekam.hari)
    return BarisJanji(
        id=janji.id,
        apa=janji.apa,
        unit=unit_name(rekam, janji.kode_unit, janji.nama_unit),
        penanggung_jawab=janji.penanggung_jawab,
        tenggat=_due(rekam, janji),
        catatan=janji.catatan or "belum ada kabar",
        keadaan=state,
        kata=kata_janji(janji.keadaan, lewat=state == "lewat"),
    )


def _due(rekam: Rekam, janji: TindakLanjut) -> str:
    """The due date; its year only where that is not the year looked at."""
    if janji.tenggat is None:
        return due_words(janji)
    return format_tanggal(janji.tenggat, tahun=janji.tenggat.year != rekam.tahun)


def due_words(janji: TindakLanjut) -> str:
    """The due date in full, or that there is none."""
    return format_tanggal(janji.tenggat) if janji.tenggat else "tanpa tenggat"


def unit_name(rekam: Rekam, kode_unit: str | None, nama: str | None = None) -> str:
    """The short name of a unit, ``nama`` for one that ended; the body where a follow-up is of no one unit."""
    if kode_unit is None:
        return rekam.instansi
    unit = rekam.cari(kode_unit)
    return (nama or kode_unit) if unit is None else unit.nama_pendek


def _source(janji: TindakLanjut) -> str:
    last = janji.riwayat[-1] if janji.riwayat else None
    word = f"; kabar terakhir {last.pelaku}, {format_waktu(last.waktu)}: {last.catatan or '–'}" if last else ""
    evidence = f"; bukti {janji.bukti}" if janji.bukti else ""
    return (
        f"{janji.apa} — {janji.penanggung_jawab}, {_until(janji)}, diputuskan "
        f"{tw(janji.triwulan)} {janji.tahun}{word}{evidence}."
    )


def _until(janji: TindakLanjut) -> str:
    return f"tenggat {due_words(janji)}" if janji.tenggat else due_words(janji)


def decision_slides(rekam: Rekam, keputusan: Sequence[TindakLanjut]) -> tuple[SlaidKeputusan, ...]:
    """What this meeting decided and carried on; one slide also where there is nothing yet."""
    rows = [janji for janji in keputusan if not janji.batal]
    carried = sum((janji.tahun, janji.triwulan) != (rekam.tahun, rekam.triwulan) for janji in rows)
    return tuple(
        SlaidKeputusan(
            kunci="keputusan" if number == 1 else f"keputusan-{number}",
            mata=f"Keputusan rapat {tw(rekam.triwulan)} {rekam.tahun} · {rekam.instansi}{page_note(number, rows)}",
            judul=_decided(len(rows), carried),
            sumber=tuple(_source(janji) for janji in part),
            baris=tuple(_decision(rekam, janji) for janji in part),
            kosong=None if rows else "Belum ada keputusan yang dicatat.",
        )
        for number, part in pages(rows)
    )


def _decided(n: int, carried: int) -> str:
    if not n:
        return "Keputusan rapat"
    if not carried:
        return f"{bilangan_awal(n)} keputusan."
    if carried == n:
        return (
            f"{awal_besar(bilangan_awal(n))} keputusan, {'semua ' if n > 1 else ''}dibawa dari rapat sebelumnya."
        )
    return f"{bilangan_awal(n)} keputusan, {bilangan(carried)} di antaranya dibawa dari rapat sebelumnya."


def _decision(rekam: Rekam, janji: TindakLanjut) -> BarisKeputusan:
    new = (janji.tahun, janji.triwulan) == (rekam.tahun, rekam.triwulan)
    year = "" if janji.tahun == rekam.tahun else f" {janji.tahun}"
    return BarisKeputusan(
        apa=janji.apa,
        unit=unit_name(rekam, janji.kode_unit, janji.nama_unit),
        penanggung_jawab=janji.penanggung_jawab,
        tenggat=due_words(janji),
        ukuran=janji.ukuran_berhasil or "",
        kata="baru" if new else f"dibawa dari {tw(janji.triwulan)}{year}",
        dibawa=not new,
    )
