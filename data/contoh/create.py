"""Sending the example through the store, in the order in which it would have come in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple

import sqlalchemy as sa

from data.contoh.figures import POLARITAS, Baris, unit_year
from data.contoh.sheet import make_upload
from data.contoh.units import UNITS, UnitContoh
from sakip_app.store import (
    UnitBaru,
    add_instansi,
    add_units,
    commit_upload,
    declare,
    list_instansi,
    list_peristiwa,
    load_tahun,
    set_tenggat,
    withdraw_upload,
)

KODE = "contoh"
TAHUN = (2025, 2026)
_SELESAI = "pernyataan"  # the last thing that is written
_DINKES, _CEMPAKA, _MUARATIGA = "1.02.01", "7.01.10", "7.01.15"
#: Weights of the sasaran indicators of some units, per PK.
_BOBOT: dict[str, tuple[tuple[str, tuple[float, ...]], ...]] = {
    "5.01.01": (("PK Kepala", (30, 25, 20, 15, 10)),),
    "5.03.01": (("PK Kepala", (30, 25, 15, 15, 15)),),
    "4.01.01": (("PK Sekretaris Daerah", (35, 25, 20, 20)), ("PK Asisten", (60, 40))),
}


class Kiriman(NamedTuple):
    """One sending: when, by whom, of which quarter, and what stood in it."""

    waktu: datetime
    unit: UnitContoh
    tahun: int
    triwulan: int
    baris: Sequence[Baris]
    berkas: str
    ditarik: str | None = None


def has_example(engine: sa.Engine) -> bool:
    """Whether the example is already there, complete."""
    return _SELESAI in set(list_peristiwa(engine, KODE, batas=1)["jenis"])


def create_example(engine: sa.Engine) -> None:
    """Fill the store with the example. Does nothing when it is there; finishes one that was interrupted."""
    if has_example(engine):
        return
    start = datetime(2025, 1, 6, 1, tzinfo=UTC)
    if KODE not in set(list_instansi(engine)["kode"]):
        add_instansi(
            engine,
            kode=KODE,
            nama="Kabupaten Contoh",
            jenis="kabupaten",
            contoh=True,
            pelaku="admin",
            waktu=start,
        )
        add_units(engine, KODE, [_unit(n, u) for n, u in enumerate(UNITS, 1)], pelaku="admin", waktu=start)
    for tahun in TAHUN:
        for triwulan in range(1, 5):
            due = date(tahun, triwulan * 3 + 1, 15) if triwulan < 4 else date(tahun + 1, 1, 15)
            set_tenggat(engine, KODE, tahun, triwulan, due, pelaku="admin", waktu=start)
    seen: set[tuple[str, int]] = set()
    for kiriman in sorted(_plan(), key=lambda k: (k.waktu, k.unit.kode)):
        first = (kiriman.unit.kode, kiriman.tahun) not in seen
        seen.add((kiriman.unit.kode, kiriman.tahun))
        _send(engine, kiriman, first=first)
    declare(engine, _declarations(engine), pelaku="Bappeda", waktu=datetime(2026, 10, 20, 3, tzinfo=UTC))


def _unit(urutan: int, unit: UnitContoh) -> UnitBaru:
    return UnitBaru(unit.kode, unit.nama, unit.pendek, unit.jenis, urutan=urutan)


def _plan() -> list[Kiriman]:
    """Every sending of both years."""
    plan: list[Kiriman] = []
    for unit in UNITS:
        before: dict[str, Baris] = {}
        for tahun in TAHUN:
            rows = unit_year(unit, tahun, before)
            before = {row.kunci: row for row in rows}
            quarters = range(1, 5) if tahun == 2025 else [q for q in (1, 2, 3) if unit.skor[q - 1] is not None]
            for quarter in quarters:
                if (unit.kode, tahun, quarter) != (_MUARATIGA, 2025, 2):  # came with TW III
                    plan += _sendings(unit, tahun, quarter, rows)
    return plan


def _sendings(unit: UnitContoh, tahun: int, quarter: int, rows: Sequence[Baris]) -> list[Kiriman]:
    """The sending of one quarter; where something went wrong, more than one."""
    stem = f"TW{quarter}_{tahun}_{unit.pendek.replace('.', '').replace(' ', '_')}"
    sent = Kiriman(_sent(unit, tahun, quarter), unit, tahun, quarter, rows, f"{stem}.xlsx")
    if (tahun, quarter) != (2026, 3):
        return [sent]
    if unit.kode == _DINKES:  # five figures were too low, and were sent again
        low = {
            "Imunisasi dasar lengkap, anak 12 bulan": 8.4,
            "Kasus TBC ditemukan dan diobati": 9.0,
            "Ibu hamil diperiksa enam kali (K6)": 13.2,
            "Penderita hipertensi dilayani sesuai standar": 9.9,
            "Desa berhenti buang air besar sembarangan": 1.0,
        }
        first = deepcopy(list(rows))
        for row in first:
            row.realisasi[3] = low.get(row.ind.uraian, row.realisasi.get(3))
        return [
            sent._replace(waktu=datetime(2026, 10, 13, 3, 31, tzinfo=UTC), baris=first),
            sent._replace(waktu=datetime(2026, 10, 17, 2, 12, tzinfo=UTC), berkas=f"{stem}_perbaikan.xlsx"),
        ]
    if unit.kode == _CEMPAKA:  # the wrong file, withdrawn the same day
        wrong = deepcopy(list(rows))
        for row in wrong:
            value = row.realisasi.get(3)
            row.realisasi[3] = round(value * 0.4, row.ind.desimal) if isinstance(value, float) else value
        return [
            sent._replace(
                waktu=sent.waktu - timedelta(hours=3),
                baris=wrong,
                berkas=f"{stem}_lama.xlsx",
                ditarik="Berkas yang terkirim masih konsep bulan Agustus",
            ),
            sent,
        ]
    return [sent]


def _sent(unit: UnitContoh, tahun: int, quarter: int) -> datetime:
    """Between the 8th and the 15th of the next month in office hours (WIB); some a few days late."""
    rng = Random(f"{unit.kode}/{tahun}/{quarter}/waktu")
    day = rng.randint(16, 20) if rng.random() < 0.12 else rng.randint(8, 15)
    year, month = (tahun, quarter * 3 + 1) if quarter < 4 else (tahun + 1, 1)
    return datetime(year, month, day, rng.randint(1, 8), rng.randint(0, 59), tzinfo=UTC)


def _send(engine: sa.Engine, kiriman: Kiriman, *, first: bool) -> None:
    hasil, isi = make_upload(kiriman.unit, kiriman.tahun, kiriman.triwulan, kiriman.baris, kiriman.berkas)
    accepted = {row.kunci: word for row in kiriman.baris if (word := POLARITAS[row.ind.polaritas])}
    pelaku = f"Perencana {kiriman.unit.pendek}"
    kept = commit_upload(
        engine,
        hasil,
        isi,
        kode_instansi=KODE,
        kode_unit=kiriman.unit.kode,
        unit_baru=None,
        tahun=kiriman.tahun,
        polaritas=accepted if first else {},
        pelaku=pelaku,
        dokumen="PK perubahan" if (kiriman.tahun, kiriman.triwulan) == (2026, 3) else "PK murni",
        waktu=kiriman.waktu,
    )
    if kiriman.ditarik:
        withdraw_upload(
            engine, kept.id, pelaku=pelaku, alasan=kiriman.ditarik, waktu=kiriman.waktu + timedelta(hours=1)
        )


def _declarations(engine: sa.Engine) -> list[tuple[str, str, str | float]]:
    """Scales of targets in words, and weights where a unit's PK gives them."""
    result: list[tuple[str, str, str | float]] = []
    for tahun in TAHUN:
        indikator = load_tahun(engine, KODE, tahun).indikator
        for row in indikator[indikator["target_tahunan_teks"].notna()].itertuples():
            result.append((row.kode_indikator, "skala", "opini-bpk" if row.satuan == "opini" else "akip"))
        for kode, pks in _BOBOT.items():
            mine = (indikator["kode_unit"] == kode) & (indikator["jenjang"] == "sasaran")
            ids = iter(indikator.loc[mine, "kode_indikator"])
            for nama, weights in pks:
                for weight, kode_indikator in zip(weights, ids, strict=False):
                    result += [(kode_indikator, "kode_pk", nama), (kode_indikator, "bobot", float(weight))]
    return result
