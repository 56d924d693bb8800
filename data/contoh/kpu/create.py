"""What the satker of KPU Provinsi Contoh sent and signed, with what went wrong on the way."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from random import Random

import sqlalchemy as sa

from data.contoh.body import KPU
from data.contoh.kpu.catalogue import DPB, KETUA, KONSULTASI, PENYERAPAN, SEKRETARIS
from data.contoh.kpu.figures import satker_year
from data.contoh.kpu.satker import (
    LEMBAYUNG,
    NAMA_LAMA,
    PROVINSI,
    RIMBARAYA,
    SAMUDRANILA,
    SENJAKALA,
    Satker,
    satker,
)
from data.contoh.row import Baris
from data.contoh.sending import SELESAI, Kiriman, office_hour, register, send_all
from sakip_app.store import (
    PK,
    UnitBaru,
    add_bukti,
    declare,
    list_bukti,
    load_tahun,
    rename_unit,
    set_pk,
)

_GANTI_NAMA = date(2026, 1, 1)
_TENGGAT = 10


def create(engine: sa.Engine, tahun: Sequence[int], n_satker: int) -> None:
    """Fill the store with the KPU's years; what is there already stays as it is."""
    units = satker(n_satker)
    register(engine, KPU, [_unit(n, s) for n, s in enumerate(units, 1)], tahun, _TENGGAT)
    for kode, (nama, pendek) in ((s.kode, (s.nama, s.pendek)) for s in units if s.kode in NAMA_LAMA):
        rename_unit(
            engine,
            KPU.kode,
            kode,
            nama=nama,
            nama_pendek=pendek,
            sejak=_GANTI_NAMA,
            pelaku="admin",
            waktu=datetime(2025, 12, 29, 2, tzinfo=UTC),
        )
    for year in tahun:
        for one in units:
            pelaku, waktu = f"Sekretaris {one.pendek}", datetime(year, 2, 9, 3, tzinfo=UTC)
            set_pk(engine, KPU.kode, one.kode, year, _agreements(one, year), pelaku=pelaku, waktu=waktu)
    send_all(engine, KPU, plan(tahun, n_satker))
    _add_evidence(engine, tahun[-1], units)
    declare(engine, _declarations(engine, tahun), pelaku="Sekretariat KPU Provinsi", waktu=SELESAI)


def plan(years: Sequence[int], n_satker: int = 6) -> list[Kiriman]:
    """Every sending of the years."""
    result: list[Kiriman] = []
    for one in satker(n_satker):
        before: dict[str, Baris] = {}
        for tahun in years:
            rows = satker_year(one, tahun, before)
            before = {row.kunci: row for row in rows}
            quarters = range(1, 5) if tahun < 2026 else [q for q in (1, 2, 3) if one.skor[q - 1] is not None]
            for quarter in quarters:
                result += _sendings(called(one, tahun), tahun, quarter, rows)
    return result


def called(one: Satker, tahun: int) -> Satker:
    """The satker under the name of that year."""
    if tahun >= _GANTI_NAMA.year or one.kode not in NAMA_LAMA:
        return one
    nama, pendek = NAMA_LAMA[one.kode]
    return one._replace(nama=nama, pendek=pendek)


def _unit(urutan: int, one: Satker) -> UnitBaru:
    nama, pendek = NAMA_LAMA.get(one.kode, (one.nama, one.pendek))
    return UnitBaru(one.kode, nama, pendek, "satker", None if one.kode == PROVINSI else PROVINSI, urutan)


def _agreements(one: Satker, tahun: int) -> list[PK]:
    """The two PK of a year, signed in January; one satker was late once."""
    name = called(one, tahun).nama
    above = "Ketua KPU RI" if one.kode == PROVINSI else "Ketua KPU Provinsi Contoh"
    rng = Random(f"{one.kode}/{tahun}/pk")
    signed = date(tahun, 2, 5) if (one.kode, tahun) == (SENJAKALA, 2026) else date(tahun, 1, rng.randint(8, 29))
    return [
        PK(KETUA, f"Perjanjian Kinerja Ketua {name} {tahun}", f"Ketua {name}", above, signed),
        PK(
            SEKRETARIS,
            f"Perjanjian Kinerja Sekretaris {name} {tahun}",
            f"Sekretaris {name}",
            f"Ketua {name}",
            signed,
        ),
    ]


def _sendings(one: Satker, tahun: int, quarter: int, rows: Sequence[Baris]) -> list[Kiriman]:
    """The sending of one quarter; where something went wrong, more than one."""
    stem = f"TW{quarter}_{tahun}_{one.kode}"
    waktu = office_hour(f"{one.kode}/{tahun}/{quarter}/waktu", tahun, quarter, (3, 10), (4, 10))
    sent = Kiriman(waktu, one, tahun, quarter, rows, f"{stem}.xlsx")
    case = (one.kode, tahun, quarter)
    if case == (LEMBAYUNG, 2026, 3):
        return [sent._replace(dokumen="PK perubahan")]
    if case == (SAMUDRANILA, 2026, 3):  # two days after the tenggat
        return [sent._replace(waktu=datetime(2026, 10, _TENGGAT + 2, 4, 20, tzinfo=UTC))]
    if case == (RIMBARAYA, 2026, 2):  # the daftar pemilih was counted again
        first = deepcopy(list(rows))
        counted = next(row for row in first if row.ind.uraian == DPB)
        counted.realisasi[2] = round(float(counted.realisasi[2] or 0) - 1.5, 2)
        return [
            sent._replace(waktu=datetime(2026, 7, 8, 2, 40, tzinfo=UTC), baris=first),
            sent._replace(waktu=datetime(2026, 7, 9, 6, 5, tzinfo=UTC), berkas=f"{stem}_perbaikan.xlsx"),
        ]
    if case == (SENJAKALA, 2026, 3):  # the wrong file, withdrawn the same day
        wrong = deepcopy(list(rows))
        for row in wrong:
            row.realisasi[3] = row.realisasi.get(2)
        return [
            sent._replace(
                waktu=sent.waktu - timedelta(hours=3),
                baris=wrong,
                berkas=f"{stem}_konsep.xlsx",
                ditarik="Kolom TW III masih berisi angka TW II",
            ),
            sent,
        ]
    return [sent]


def _add_evidence(engine: sa.Engine, tahun: int, units: Sequence[Satker]) -> None:
    """Links for two IKU of each satker in the last quarter it reported; the host cannot exist (RFC 2606)."""
    indikator, triwulanan = load_tahun(engine, KPU.kode, tahun)
    there = set(list_bukti(engine, KPU.kode, tahun)["kode_indikator"])
    reported = triwulanan[triwulanan["realisasi"].notna()].groupby("kode_indikator")["triwulan"].max()
    pendek = {one.kode: one.pendek for one in units}
    for uraian, nama in ((DPB, "Berita acara rekapitulasi"), (PENYERAPAN, "Laporan realisasi anggaran")):
        for row in indikator[indikator["uraian"] == uraian].itertuples():
            if row.kode_indikator not in there:
                quarter = int(reported[row.kode_indikator])
                folder = f"https://berkas.contoh.invalid/{row.kode_unit}/{tahun}/tw{quarter}"
                add_bukti(
                    engine,
                    row.kode_indikator,
                    quarter,
                    tautan=f"{folder}/{nama.replace(' ', '-')}",
                    nama=f"{nama} TW {quarter} {tahun}",
                    pelaku=f"Perencana {pendek[row.kode_unit]}",
                    waktu=datetime(2026, 10, 14, 2, tzinfo=UTC),
                )


def _declarations(engine: sa.Engine, years: Sequence[int]) -> list[tuple[str, str, str | float]]:
    """The polaritas that all sheets leave open, for the years before the last; of the last it stays open."""
    result: list[tuple[str, str, str | float]] = []
    for tahun in years[:-1]:
        indikator = load_tahun(engine, KPU.kode, tahun).indikator
        open_ = indikator.loc[indikator["uraian"] == KONSULTASI, "kode_indikator"]
        result += [(kode, "polaritas", "maksimal") for kode in open_]
    return result
