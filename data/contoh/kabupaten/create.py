"""What Kabupaten Contoh sent: every quarter of each unit, with what went wrong on the way."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from data.contoh.body import KABUPATEN
from data.contoh.kabupaten.figures import unit_year
from data.contoh.kabupaten.units import UNITS, UnitContoh
from data.contoh.row import Baris
from data.contoh.sending import SELESAI, Kiriman, office_hour, register, send_all
from sakip_app.store import UnitBaru, declare, load_tahun

_DINKES, _CEMPAKA, _MUARATIGA = "1.02.01", "7.01.10", "7.01.15"
#: Weights of the sasaran indicators of some units, per PK.
_BOBOT: dict[str, tuple[tuple[str, tuple[float, ...]], ...]] = {
    "5.01.01": (("PK Kepala", (30, 25, 20, 15, 10)),),
    "5.03.01": (("PK Kepala", (30, 25, 15, 15, 15)),),
    "4.01.01": (("PK Sekretaris Daerah", (35, 25, 20, 20)), ("PK Asisten", (60, 40))),
}


def create(engine: sa.Engine, tahun: Sequence[int]) -> None:
    """Fill the store with the kabupaten's years; what is there already stays as it is."""
    units = [UnitBaru(u.kode, u.nama, u.pendek, u.jenis, urutan=n) for n, u in enumerate(UNITS, 1)]
    register(engine, KABUPATEN, units, tahun, 15)
    send_all(engine, KABUPATEN, plan(tahun))
    declare(engine, _declarations(engine, tahun), pelaku="Bappeda", waktu=SELESAI)


def plan(years: Sequence[int]) -> list[Kiriman]:
    """Every sending of the years."""
    result: list[Kiriman] = []
    for unit in UNITS:
        before: dict[str, Baris] = {}
        for tahun in years:
            rows = unit_year(unit, tahun, before)
            before = {row.kunci: row for row in rows}
            quarters = range(1, 5) if tahun < 2026 else [q for q in (1, 2, 3) if unit.skor[q - 1] is not None]
            for quarter in quarters:
                if (unit.kode, tahun, quarter) != (_MUARATIGA, 2025, 2):  # came with TW III
                    result += _sendings(unit, tahun, quarter, rows)
    return result


def _sendings(unit: UnitContoh, tahun: int, quarter: int, rows: Sequence[Baris]) -> list[Kiriman]:
    """The sending of one quarter; where something went wrong, more than one."""
    stem = f"TW{quarter}_{tahun}_{unit.pendek.replace('.', '').replace(' ', '_')}"
    waktu = office_hour(f"{unit.kode}/{tahun}/{quarter}/waktu", tahun, quarter, (8, 15), (16, 20))
    sent = Kiriman(waktu, unit, tahun, quarter, rows, f"{stem}.xlsx")
    if (tahun, quarter) != (2026, 3):
        return [sent]
    sent = sent._replace(dokumen="PK perubahan")
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


def _declarations(engine: sa.Engine, years: Sequence[int]) -> list[tuple[str, str, str | float]]:
    """Scales of targets in words, and weights where a unit's PK gives them."""
    result: list[tuple[str, str, str | float]] = []
    for tahun in years:
        indikator = load_tahun(engine, KABUPATEN.kode, tahun).indikator
        for row in indikator[indikator["target_tahunan_teks"].notna()].itertuples():
            result.append((row.kode_indikator, "skala", "opini-bpk" if row.satuan == "opini" else "akip"))
        for kode, pks in _BOBOT.items():
            mine = (indikator["kode_unit"] == kode) & (indikator["jenjang"] == "sasaran")
            ids = iter(indikator.loc[mine, "kode_indikator"])
            for nama, weights in pks:
                for weight, kode_indikator in zip(weights, ids, strict=False):
                    result += [(kode_indikator, "kode_pk", nama), (kode_indikator, "bobot", float(weight))]
    return result
