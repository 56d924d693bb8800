"""One year of one body as the two frames that are measured."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.cascade import Simpul, parents
from sakip_app.store.closing import DICABUT
from sakip_app.store.current import current_ids, stands
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.store.renstra import is_renstra
from sakip_app.store.stated import CATATAN, PEMISAH_INDUK

PK_MURNI = "PK murni"

_TEKS = (
    "kode",
    "nama",
    "jenjang",
    "induk",
    "kode_pk",
    "uraian",
    "satuan",
    "polaritas",
    "konsolidasi",
    "skala",
    "cara_isi",
    "cara_isi_anggaran",
    "penanggung_jawab",
)
_ANGKA = (
    "bobot",
    "target_tahunan",
    "target_bawah",
    "target_atas",
    "target_renstra",
    "realisasi_lalu",
    "realisasi_tahun",
    "capaian_tercetak",
    "pagu",
)
_TRIWULANAN = ("target", "realisasi", "realisasi_anggaran")
_KOLOM = [
    *("kode_indikator", "kode_unit", "kunci", "kode", "jenjang", "kode_induk", "induk", "kode_pk", "urutan"),
    *("nama", "uraian", "satuan", "polaritas", "konsolidasi", "skala", "bobot"),
    *("target_tahunan", "target_tahunan_teks", "target_tahunan_murni", "dokumen_target"),
    *("target_bawah", "target_atas", "target_renstra", "realisasi_lalu", "realisasi_tahun"),
    *("capaian_tercetak", "pagu", *CATATAN, "cara_isi", "cara_isi_anggaran", "penanggung_jawab"),
]


class DataTahun(NamedTuple):
    """The values in force of one year; see :func:`load_tahun` for the columns."""

    indikator: pd.DataFrame
    triwulanan: pd.DataFrame


def list_tahun(engine: sa.Engine, kode_instansi: str) -> list[int]:
    """The years for which indicators or periods are kept, oldest first."""
    years = sa.union(
        sa.select(t.indikator.c.tahun).where(t.indikator.c.kode_instansi == kode_instansi),
        sa.select(t.periode.c.tahun).where(t.periode.c.kode_instansi == kode_instansi),
    )
    with reading(engine) as connection:
        return sorted(int(tahun) for tahun in connection.execute(years).scalars())


def load_tahun(engine: sa.Engine, kode_instansi: str, tahun: int) -> DataTahun:
    """What stands for one body and year.

    Returns:
        ``indikator``, one row an indicator in the order of the sheets: ``kode_indikator`` (text),
        ``kode_unit``, ``kunci``, ``kode``, ``jenjang``, ``kode_induk`` (of the parent or NA), ``induk``
        (names above, joined by " › "), ``kode_pk``, ``urutan``, ``nama`` (of the row's own tujuan, sasaran,
        program, kegiatan or subkegiatan), ``uraian`` (the indicator), ``satuan``, ``polaritas``,
        ``konsolidasi``, ``skala``, ``bobot``, ``target_tahunan``, ``target_tahunan_teks`` (a target in
        words), ``target_tahunan_murni`` (the target of the PK murni where a later document changed it,
        else NaN), ``dokumen_target``, ``target_bawah``, ``target_atas``, ``target_renstra``,
        ``realisasi_lalu``, ``realisasi_tahun`` (the sheet's own total), ``capaian_tercetak``, ``pagu``,
        the newest notes ``kendala, solusi, rencana_tindak_lanjut, pic, batas_waktu, bukti``, ``cara_isi``,
        ``cara_isi_anggaran`` and ``penanggung_jawab``.

        ``triwulanan``, four rows an indicator: ``kode_indikator``, ``triwulan``, ``target``,
        ``realisasi``, ``realisasi_anggaran``, ``target_teks``, ``realisasi_teks``, and the notes of that
        quarter. Money and what is joined by jumlah are increments of the quarter, also where ``cara_isi`` says
        that the sheet holds positions (kumulatif); everything else is as the sheet states it.

        Text is ``str`` with NA, numbers are ``float64`` with NaN.
    """
    of = (t.indikator.c.kode_instansi == kode_instansi, t.indikator.c.tahun == tahun)
    ids = current_ids(*of, sa.not_(is_renstra()))
    i, n = t.indikator.c, t.nilai.c
    with reading(engine) as connection:
        identity = frame(
            connection.execute(
                sa.select(i.id, i.kode_unit, i.kunci, i.urutan)
                .select_from(t.indikator)
                .join(
                    t.unit,
                    (t.unit.c.kode_instansi == i.kode_instansi) & (t.unit.c.kode_unit == i.kode_unit),
                )
                .where(*of)
                .order_by(t.unit.c.urutan, i.kode_unit, i.urutan, i.id)
            ),
            {"id": "int64", "kode_unit": "str", "kunci": "str", "urutan": "int64"},
        )
        values = frame(
            connection.execute(
                sa.select(n.indikator_id, n.jenis, n.triwulan, n.angka, n.teks, n.dokumen).join(
                    ids, ids.c.id == n.id
                )
            ),
            {
                "id": "int64",
                "jenis": "str",
                "triwulan": "float64",
                "angka": "float64",
                "teks": "str",
                "dokumen": "str",
            },
        )
        murni = _murni(connection, of)
    values["triwulan"] = values["triwulan"].fillna(0).astype("int64")  # 0: a value of the year
    indikator = _indikator(identity, values, murni)
    return DataTahun(indikator, _triwulanan(indikator, values))


def _murni(connection: sa.Connection, of: tuple[sa.ColumnElement[bool], ...]) -> dict[int, float]:
    """Per indicator the annual target of the PK murni, where a later document changed it."""
    n = t.nilai.c
    rows = connection.execute(
        sa.select(n.indikator_id, n.angka, n.dokumen)
        .join(t.indikator, t.indikator.c.id == n.indikator_id)
        .where(*of, n.jenis == "target_tahunan", stands())
        .order_by(n.id)
    )
    murni: dict[int, float | None] = {}
    changed: set[int] = set()
    for row in rows:
        if row.dokumen not in (None, PK_MURNI):
            changed.add(row.indikator_id)
        elif row.indikator_id not in changed:  # a correction within the PK murni counts
            murni[row.indikator_id] = row.angka
    return {id_: angka for id_ in changed if (angka := murni.get(id_)) is not None}


def _indikator(identity: pd.DataFrame, values: pd.DataFrame, murni: dict[int, float]) -> pd.DataFrame:
    of_year = values[values["triwulan"] == 0].set_index("id")
    by_jenis = dict(iter(of_year.groupby("jenis")))
    nothing = of_year.iloc[:0]

    def column(jenis: str, what: str) -> pd.Series:
        return by_jenis.get(jenis, nothing)[what].reindex(identity["id"]).reset_index(drop=True)

    result = identity.assign(
        kode_indikator=identity["id"].astype("str"),
        **{jenis: column(jenis, "teks") for jenis in _TEKS},
        **{jenis: column(jenis, "angka") for jenis in _ANGKA},
        target_tahunan_teks=column("target_tahunan", "teks"),
        dokumen_target=column("target_tahunan", "dokumen"),
        target_tahunan_murni=identity["id"].map(murni).astype("float64"),
    )
    notes = values[values["jenis"].isin(CATATAN)].sort_values("triwulan", kind="stable")
    newest = dict(iter(notes.groupby("jenis")))
    for jenis in CATATAN:
        last = newest[jenis].groupby("id")["teks"].last() if jenis in newest else nothing["teks"]
        result[jenis] = last.reindex(identity["id"]).reset_index(drop=True)
    # An indicator that only withdrawn uploads name has no uraian in force any more.
    # One that was removed from the year is told by its history alone.
    counts = result["uraian"].notna() & column(DICABUT, "teks").isna()
    result = result[counts].reset_index(drop=True)
    result["kode_induk"] = result["kode_indikator"].map(_parents(result)).astype("str")
    return result[_KOLOM]


def _parents(indikator: pd.DataFrame) -> dict[str, str]:
    columns = indikator[["kode_indikator", "kode_unit", "kode", "jenjang", "induk", "nama", "uraian"]]
    plain = columns.astype("object").where(columns.notna(), None)
    return parents(
        [
            Simpul(id_, unit, kode, jenjang, tuple(induk.split(PEMISAH_INDUK)) if induk else (), nama or uraian)
            for id_, unit, kode, jenjang, induk, nama, uraian in plain.itertuples(index=False)
        ]
    )


def _triwulanan(indikator: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    ids = indikator["kode_indikator"].astype("int64")
    grid = pd.MultiIndex.from_product([ids, range(1, 5)], names=["id", "triwulan"])
    quarterly = values.set_index(["id", "triwulan"])
    by_jenis = dict(iter(quarterly.groupby("jenis")))
    nothing = quarterly.iloc[:0]

    def column(jenis: str, what: str) -> pd.Series:
        return by_jenis.get(jenis, nothing)[what].reindex(grid).reset_index(drop=True)

    result = pd.DataFrame(
        {
            "kode_indikator": indikator["kode_indikator"].repeat(4).reset_index(drop=True),
            "triwulan": np.tile(np.arange(1, 5), len(ids)),
        }
        | {jenis: column(jenis, "angka") for jenis in _TRIWULANAN}
        | {f"{jenis}_teks": column(jenis, "teks") for jenis in ("target", "realisasi")}
        | {jenis: column(jenis, "teks") for jenis in CATATAN}
    )
    spent = indikator["cara_isi_anggaran"] == "kumulatif"
    summed = (indikator["cara_isi"] == "kumulatif") & (indikator["konsolidasi"] == "jumlah")
    # A sheet that fills in positions mostly plans in positions too: then TW IV plans the whole year.
    planned = result["target"].to_numpy().reshape(-1, 4)
    year = indikator["target_tahunan"].to_numpy()
    reaches = summed & (planned[:, 3] == year) & (np.nansum(planned, axis=1) != year)
    for jenis, where in (("realisasi_anggaran", spent), ("realisasi", summed), ("target", reaches)):
        result[jenis] = _increments(result[jenis], where=where.repeat(4).to_numpy())
    return result


def _increments(positions: pd.Series, *, where: np.ndarray) -> pd.Series:
    """What each quarter added, for the rows whose quarters hold positions; a blank stays blank."""
    table = positions.to_numpy().reshape(-1, 4)
    before = np.zeros(len(table))
    result = np.empty_like(table)
    for quarter in range(4):
        result[:, quarter] = table[:, quarter] - before
        before = np.where(np.isnan(table[:, quarter]), before, table[:, quarter])
    return positions.where(~where, pd.Series(result.reshape(-1), index=positions.index))
