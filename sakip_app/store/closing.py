"""Open and closed quarters: which of them take figures on a day in Indonesia, and what their closing protects.

A closed quarter stays as it was judged:

- what it reported and the targets it was judged against stand (:func:`require_open`). A target of a quarter that is
  not open yet may be stated, for targets are agreed in January;
- what measures the whole year (polaritas, weights, targets of the year) may be said for the first time, but what is
  in force is not changed for an indicator that has a target or a realisasi in a closed quarter
  (:func:`require_unjudged`). The targets of the year that a PK perubahan fixes are the lawful exception: the closed
  quarters were judged against their own targets, which stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.stated import CATATAN, Berlaku, Kunci
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import gabung, tw

#: What a quarter reports.
DILAPORKAN = ("realisasi", "realisasi_anggaran", *CATATAN)
#: What a quarter was judged against.
DITARGETKAN = ("target",)
#: The targets of the year, which a PK perubahan may change at any time.
TARGET_TAHUN = ("target_tahunan", "target_bawah", "target_atas")
#: What measures every quarter of a year, as a screen calls it.
SETAHUN: Mapping[str, str] = {
    "target_tahunan": "target tahun",
    "target_bawah": "batas bawah target",
    "target_atas": "batas atas target",
    "polaritas": "polaritas",
    "konsolidasi": "cara gabung triwulan",
    "bobot": "bobot",
    "kode_pk": "PK",
    "skala": "skala",
    "cara_isi": "cara isi realisasi",
    "cara_isi_anggaran": "cara isi anggaran",
    "dicabut": "indikator mana yang dihitung",
}
#: The value that says an indicator is not measured any more in the year; see :mod:`removal`.
DICABUT = "dicabut"
_PERJANJIAN_PERTAMA = (None, "PK murni")


class Berganti(NamedTuple):
    """A value in force that would no longer be: its row, what it is, and the ``dokumen`` that changes it."""

    nilai_id: int
    jenis: str
    dokumen: str | None = None


def reported_quarters(kunci: Iterable[tuple[str, int | None]]) -> set[int]:
    """The quarters in which one of these ``(jenis, triwulan)`` is reported."""
    return _quarters(kunci, DILAPORKAN)


def targeted_quarters(kunci: Iterable[tuple[str, int | None]]) -> set[int]:
    """The quarters of which one of these ``(jenis, triwulan)`` is the target."""
    return _quarters(kunci, DITARGETKAN)


def _quarters(kunci: Iterable[tuple[str, int | None]], kinds: tuple[str, ...]) -> set[int]:
    return {triwulan for jenis, triwulan in kunci if jenis in kinds and triwulan is not None}


def changed_keys(before: Mapping[Kunci, Berlaku], after: Mapping[Kunci, Berlaku]) -> list[Kunci]:
    """What would no longer have the value that stood."""
    return [
        kunci
        for kunci in before.keys() | after.keys()
        if (b := before.get(kunci)) != (a := after.get(kunci))
        and (b is None or a is None or (b.angka, b.teks) != (a.angka, a.teks))
    ]


def require_open(
    connection: sa.Connection,
    kode_instansi: str,
    tahun: int,
    triwulan: Iterable[int],
    waktu: datetime,
    *,
    target: Iterable[int] = (),
) -> None:
    """See that these quarters take figures at this moment, and those of ``target`` other targets.

    The day is that of western Indonesia: an evening in Jakarta is still the day before in UTC.

    Raises:
        SimpanDitolakError: ``periode-tertutup`` or ``periode-belum-dibuka``.
    """
    reported = set(triwulan)
    wanted = sorted(reported | set(target))
    if not wanted:
        return
    p, hari = t.periode.c, waktu_setempat(waktu).date()
    rows = connection.execute(
        sa.select(p.triwulan, p.dibuka, p.ditutup)
        .where(p.kode_instansi == kode_instansi, p.tahun == tahun, p.triwulan.in_(wanted))
        .order_by(p.triwulan)
    ).all()
    closed = [
        f"{tw(r.triwulan)} {tahun} ditutup {format_tanggal(r.ditutup)}"
        for r in rows
        if r.ditutup and r.ditutup < hari
    ]
    if closed:
        raise SimpanDitolakError(
            "periode-tertutup",
            f"{gabung(closed)}; target, angka, catatan, dan buktinya tidak dapat ditambah atau diubah lagi.",
            "Minta admin membuka kembali triwulan itu bila memang perlu.",
        )
    early = [
        f"{tw(r.triwulan)} {tahun} baru dibuka {format_tanggal(r.dibuka)}"
        for r in rows
        if r.triwulan in reported and r.dibuka and hari < r.dibuka
    ]
    if early:
        raise SimpanDitolakError(
            "periode-belum-dibuka",
            f"{gabung(early)}; sebelum itu angka, catatan, dan buktinya belum diterima.",
            "Tunggu sampai tanggal itu, atau minta admin memajukannya.",
        )


def require_unjudged(
    connection: sa.Connection, kode_instansi: str, tahun: int, berganti: Iterable[Berganti], waktu: datetime
) -> None:
    """See that no closed quarter of the year would be measured otherwise by what changes for the whole year.

    Raises:
        SimpanDitolakError: ``penilaian-tertutup``.
    """
    changing = {
        one.nilai_id: one.jenis
        for one in berganti
        if one.jenis in SETAHUN and not (one.jenis in TARGET_TAHUN and one.dokumen not in _PERJANJIAN_PERTAMA)
    }
    closed = closed_quarters(connection, kode_instansi, tahun, waktu) if changing else []
    if not closed:
        return
    n = t.nilai.c
    rows = connection.execute(sa.select(n.id, n.indikator_id).where(n.id.in_(sorted(changing)))).all()
    of_row = {row.id: row.indikator_id for row in rows}
    ids = current_ids(t.indikator.c.id.in_(sorted(set(of_row.values()))))
    judged = connection.execute(
        sa.select(n.indikator_id, n.triwulan)
        .join(ids, ids.c.id == n.id)
        .where(
            n.jenis.in_(("realisasi", "target")),
            n.triwulan.in_(closed),
            sa.or_(n.angka.is_not(None), n.teks.is_not(None)),
        )
    ).all()
    if not judged:
        return
    held = {row.indikator_id for row in judged}
    kinds = {jenis for row, jenis in changing.items() if of_row[row] in held}
    what = gabung([word for jenis, word in SETAHUN.items() if jenis in kinds])
    when = f"{gabung([tw(q) for q in closed if q in {row.triwulan for row in judged}])} {tahun}"
    raise SimpanDitolakError(
        "penilaian-tertutup",
        f"{when} sudah ditutup; mengubah {what} mengubah penilaiannya.",
        f"Minta admin membuka kembali {when} bila memang perlu"
        f"{', atau kirim target tahunnya sebagai PK perubahan' if kinds & set(TARGET_TAHUN) else ''}.",
    )


def closed_quarters(connection: sa.Connection, kode_instansi: str, tahun: int, waktu: datetime) -> list[int]:
    """The closed quarters of a year, in order."""
    p, hari = t.periode.c, waktu_setempat(waktu).date()
    rows = connection.execute(
        sa.select(p.triwulan)
        .where(p.kode_instansi == kode_instansi, p.tahun == tahun, p.ditutup < hari)
        .order_by(p.triwulan)
    )
    return list(rows.scalars())
