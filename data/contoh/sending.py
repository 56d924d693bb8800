"""Sending workbooks through the store, in the order in which they would have come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple

import sqlalchemy as sa

from data.contoh.body import Badan, Pengirim
from data.contoh.row import POLARITAS, Baris
from data.contoh.sheet import make_upload
from sakip_app.store import (
    UnitBaru,
    add_instansi,
    add_units,
    commit_upload,
    list_instansi,
    list_peristiwa,
    list_unggahan,
    list_unit,
    set_tenggat,
    withdraw_upload,
)

#: When the last thing of an example is declared; the log then holds it.
SELESAI = datetime(2026, 10, 20, 3, tzinfo=UTC)
_SEMUA = 1_000_000


class Kiriman(NamedTuple):
    """One sending: when, by whom, of which quarter, and what stood in it."""

    waktu: datetime
    unit: Pengirim
    tahun: int
    triwulan: int
    baris: Sequence[Baris]
    berkas: str
    dokumen: str = "PK murni"
    ditarik: str | None = None


def is_complete(engine: sa.Engine, badan: Badan) -> bool:
    """Whether the last thing was declared, whatever its visitors did since."""
    log = list_peristiwa(engine, badan.kode, batas=_SEMUA)
    return bool(((log["jenis"] == "pernyataan") & (log["waktu"] == SELESAI)).any())


def register(
    engine: sa.Engine, badan: Badan, units: Sequence[UnitBaru], tahun: Sequence[int], hari_tenggat: int
) -> None:
    """The body, those of its units that are not there yet, and the day each quarter's report is due."""
    start = datetime(tahun[0], 1, 6, 1, tzinfo=UTC)
    if badan.kode not in set(list_instansi(engine)["kode"]):
        add_instansi(
            engine,
            kode=badan.kode,
            nama=badan.nama,
            jenis=badan.jenis,
            contoh=True,
            aturan=badan.aturan,
            pelaku="admin",
            waktu=start,
        )
    known = set(list_unit(engine, badan.kode)["kode_unit"])
    add_units(engine, badan.kode, [u for u in units if u.kode_unit not in known], pelaku="admin", waktu=start)
    for year in tahun:
        for quarter in range(1, 5):
            due = due_month(year, quarter).replace(day=hari_tenggat)
            set_tenggat(engine, badan.kode, year, quarter, due, pelaku="admin", waktu=start)


def due_month(tahun: int, triwulan: int) -> date:
    """The first day of the month after a quarter, in which its report is due."""
    return date(tahun, triwulan * 3 + 1, 1) if triwulan < 4 else date(tahun + 1, 1, 1)


def office_hour(seed: str, tahun: int, triwulan: int, days: tuple[int, int], late: tuple[int, int]) -> datetime:
    """A moment of the month after a quarter, in office hours (WIB): mostly within ``days``, sometimes ``late``."""
    rng = Random(seed)
    day = rng.randint(*late) if rng.random() < 0.12 else rng.randint(*days)
    month = due_month(tahun, triwulan)
    return datetime(month.year, month.month, day, rng.randint(1, 8), rng.randint(0, 59), tzinfo=UTC)


def send_all(engine: sa.Engine, badan: Badan, plan: Iterable[Kiriman]) -> None:
    """Send what was not sent yet, oldest first; the first of a unit and year brings the accepted polaritas."""
    kept = list_unggahan(engine, badan.kode)
    sent = {
        (kode, tahun, berkas): (int(id_), keadaan)
        for kode, tahun, berkas, id_, keadaan in zip(
            kept["kode_unit"], kept["tahun"], kept["berkas"], kept["id"], kept["keadaan"], strict=True
        )
    }
    seen: set[tuple[str, int]] = set()
    for kiriman in sorted(plan, key=lambda k: (k.waktu, k.unit.kode)):
        first = (kiriman.unit.kode, kiriman.tahun) not in seen
        seen.add((kiriman.unit.kode, kiriman.tahun))
        id_, keadaan = sent.get((kiriman.unit.kode, kiriman.tahun, kiriman.berkas), (None, "dikirim"))
        if id_ is None:
            id_ = _commit(engine, badan, kiriman, first=first)
        if kiriman.ditarik and keadaan == "dikirim":
            withdraw_upload(
                engine,
                id_,
                pelaku=_pelaku(kiriman),
                alasan=kiriman.ditarik,
                waktu=kiriman.waktu + timedelta(hours=1),
            )


def _commit(engine: sa.Engine, badan: Badan, kiriman: Kiriman, *, first: bool) -> int:
    hasil, isi = make_upload(badan, kiriman.unit, kiriman.tahun, kiriman.triwulan, kiriman.baris, kiriman.berkas)
    accepted = {row.kunci: word for row in kiriman.baris if (word := POLARITAS[row.ind.polaritas])}
    return commit_upload(
        engine,
        hasil,
        isi,
        kode_instansi=badan.kode,
        kode_unit=kiriman.unit.kode,
        unit_baru=None,
        tahun=kiriman.tahun,
        polaritas=accepted if first else {},
        pelaku=_pelaku(kiriman),
        dokumen=kiriman.dokumen,
        waktu=kiriman.waktu,
    ).id


def _pelaku(kiriman: Kiriman) -> str:
    return f"Perencana {kiriman.unit.pendek}"
