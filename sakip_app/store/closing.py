"""Open and closed quarters: which of them take figures on a day in Indonesia."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.stated import CATATAN, Berlaku, Kunci
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import gabung, tw

#: What a quarter reports, and what its closing therefore protects; targets are agreed, not reported.
DILAPORKAN = ("realisasi", "realisasi_anggaran", *CATATAN)


def reported_quarters(kunci: Iterable[tuple[str, int | None]]) -> set[int]:
    """The quarters in which one of these ``(jenis, triwulan)`` is reported."""
    return {triwulan for jenis, triwulan in kunci if jenis in DILAPORKAN and triwulan is not None}


def changed_quarters(before: Mapping[Kunci, Berlaku], after: Mapping[Kunci, Berlaku]) -> set[int]:
    """The quarters whose reported values would no longer be what stood in them."""
    changed = [
        kunci
        for kunci in before.keys() | after.keys()
        if (b := before.get(kunci)) != (a := after.get(kunci))
        and (b is None or a is None or (b.angka, b.teks) != (a.angka, a.teks))
    ]
    return reported_quarters((jenis, triwulan) for _, jenis, triwulan in changed)


def require_open(
    connection: sa.Connection, kode_instansi: str, tahun: int, triwulan: Iterable[int], waktu: datetime
) -> None:
    """See that all these quarters take figures at this moment.

    The day is that of western Indonesia: an evening in Jakarta is still the day before in UTC.

    Raises:
        SimpanDitolakError: ``periode-tertutup`` or ``periode-belum-dibuka``.
    """
    wanted = sorted(set(triwulan))
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
            f"{gabung(closed)}; angka, catatan, dan buktinya tidak dapat ditambah atau diubah lagi.",
            "Minta admin membuka kembali triwulan itu bila memang perlu.",
        )
    early = [
        f"{tw(r.triwulan)} {tahun} baru dibuka {format_tanggal(r.dibuka)}"
        for r in rows
        if r.dibuka and hari < r.dibuka
    ]
    if early:
        raise SimpanDitolakError(
            "periode-belum-dibuka",
            f"{gabung(early)}; sebelum itu angka, catatan, dan buktinya belum diterima.",
            "Tunggu sampai tanggal itu, atau minta admin memajukannya.",
        )
