"""The example: marked as fictional, the same bytes each time, every value really in the cell it names."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import openpyxl
import pandas as pd
import pytest
import sqlalchemy as sa

from data.contoh import KABUPATEN, KODE, KODE_KPU, create_example, has_example
from data.contoh.kabupaten.figures import unit_year
from data.contoh.kabupaten.units import UNITS
from data.contoh.sheet import make_upload
from sakip_app.store import (
    data_version,
    list_instansi,
    list_periode,
    list_perubahan,
    list_unggahan,
    list_unit,
    load_tahun,
    open_store,
    read_berkas,
    set_tenggat,
)
from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading

ROOT = Path(__file__).parents[2]
LATE = {"2.15.01", "3.25.01", "7.01.04", "7.01.09", "7.01.14", "7.01.15", "7.01.17"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request, example_file) -> Iterator[sa.Engine]:
    """The example where it was made, and moved to a server."""
    on_server = request.param == "postgresql"
    url = request.getfixturevalue("example_on_server") if on_server else str(example_file)
    opened = open_store(url)
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def tahun_ini(engine):
    return load_tahun(engine, KODE, 2026)


def test_is_marked_as_fictional(engine):
    listed = list_instansi(engine)[["kode", "contoh"]].to_numpy().tolist()
    assert listed == [[KODE, True], [KODE_KPU, True]]  # the kabupaten is the body a visitor sees first
    sha = list_unggahan(engine, KODE).loc[0, "sha256"]
    sheet = openpyxl.load_workbook(io.BytesIO(read_berkas(engine, sha))).worksheets[0]
    assert sheet["A1"].value == KABUPATEN.rekaan
    assert "DATA REKAAN" in KABUPATEN.rekaan
    assert "Kabupaten Contoh tidak ada" in KABUPATEN.rekaan


def test_size(engine):
    assert len(list_unit(engine, KODE)) == 48
    for tahun in (2025, 2026):
        indikator = load_tahun(engine, KODE, tahun).indikator
        assert 650 <= len(indikator) <= 800
        assert set(indikator["jenjang"]) == {"tujuan", "sasaran", "program", "kegiatan", "subkegiatan"}
        assert list_periode(engine, KODE, tahun)["tenggat"].notna().all()
        above = indikator[indikator["jenjang"] != "tujuan"]
        assert above["kode_induk"].isin(indikator["kode_indikator"]).all()


@pytest.mark.parametrize(
    ("kode", "also"),
    [
        (KODE, set()),
        (KODE_KPU, {"kode_pk", "bobot", "skala", "penanggung_jawab", "renstra_2025", "renstra_2029"}),
    ],
)
def test_every_value_stands_in_the_cell_it_names(engine, kode, also):
    """A sample of the values in force of both years, against the stored bytes."""
    ids = current_ids(t.indikator.c.kode_instansi == kode)
    n, g = t.nilai.c, t.unggahan.c
    with reading(engine) as connection:
        rows = connection.execute(
            sa.select(g.sha256, n.lembar, n.sel, n.angka, n.teks, n.jenis)
            .join(ids, ids.c.id == n.id)
            .join(t.unggahan, g.id == n.unggahan_id)
            .where(n.sel.is_not(None))
        ).all()
    files = sorted({r.sha256 for r in rows})
    chosen = Random(7).sample(files, 40)  # noqa: S311
    checked = 0
    for sha in chosen:
        book = openpyxl.load_workbook(io.BytesIO(read_berkas(engine, sha)))
        for r in rows:
            if r.sha256 == sha:
                assert book[r.lembar][r.sel].value == (r.teks if r.angka is None else r.angka), r
                checked += 1
    assert checked > 2000
    assert {r.jenis for r in rows} >= {
        "realisasi",
        "target",
        "pagu",
        "realisasi_anggaran",
        "kendala",
        "induk",
    } | also


def test_same_bytes_each_time(engine):
    kept = set(list_unggahan(engine, KODE)["sha256"])
    unit = next(u for u in UNITS if u.kode == "7.01.05")
    rows = unit_year(unit, 2025, {})
    for quarter in range(1, 5):
        _, isi = make_upload(KABUPATEN, unit, 2025, quarter, rows, "ulang.xlsx")
        assert hashlib.sha256(isi).hexdigest() in kept


def test_creating_again_does_nothing(own_example):
    engine = open_store(str(own_example))
    for kode in (KODE, KODE_KPU):  # what a visitor did since does not bring it again
        set_tenggat(engine, kode, 2027, 1, date(2027, 4, 15), pelaku="Tamu")
    version = data_version(engine)
    assert has_example(engine)
    create_example(engine)
    assert data_version(engine) == version
    said = subprocess.run(
        [sys.executable, "-m", "data.contoh", str(own_example)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "Data contoh sudah ada; tidak ada yang diubah.\n"


def test_who_has_reported(engine):
    """Every unit but seven has sent TW III 2026; one of the seven has not sent TW II either."""
    sent = list_unggahan(engine, KODE, 2026).query("keadaan == 'dikirim'")
    last = sent.groupby("kode_unit")["triwulan_terakhir"].max()
    assert set(last.index[last < 3]) == LATE
    assert last.to_dict()["7.01.14"] == 1
    assert list_unggahan(engine, KODE, 2025).groupby("kode_unit")["triwulan_terakhir"].max().eq(4).all()
    assert list_unggahan(engine, KODE)["keadaan"].eq("ditarik").sum() == 1


def test_what_was_corrected(engine):
    """Dinas Kesehatan sent five figures of TW III again on 17 October; one target had been lowered before."""
    since = datetime(2026, 10, 14, tzinfo=UTC)
    changed = list_perubahan(engine, KODE, 2026, since)
    assert set(changed["kode_unit"]) == {"1.02.01"}
    assert set(changed["jenis"]) == {"realisasi"}
    assert sorted(zip(changed["lama"], changed["baru"], strict=True)) == [
        (1.0, 2.0),
        (8.4, 8.9),
        (9.0, 9.4),
        (9.9, 10.2),
        (13.2, 14.1),
    ]
    earlier = list_perubahan(engine, KODE, 2026, datetime(2026, 10, 1, tzinfo=UTC))
    targets = earlier[earlier["jenis"] == "target_tahunan"]
    assert targets[["lama", "baru"]].to_numpy().tolist() == [[96.5, 95.0]]


def test_money_sums_upwards(tahun_ini):
    indikator = tahun_ini.indikator.set_index("kode_indikator")
    spent = tahun_ini.triwulanan.groupby("kode_indikator")["realisasi_anggaran"].sum(min_count=1)
    for parent, below in (("program", "kegiatan"), ("kegiatan", "subkegiatan")):
        lower = indikator[indikator["jenjang"] == below]
        upper = indikator[indikator["jenjang"] == parent]
        pd.testing.assert_series_equal(
            lower.groupby("kode_induk")["pagu"].sum().reindex(upper.index),
            upper["pagu"],
            check_names=False,
        )
        assert (
            spent.reindex(lower.index).groupby(lower["kode_induk"]).sum().reindex(upper.index)
            == spent.reindex(upper.index).fillna(0)
        ).all()
    assert indikator.loc[indikator["jenjang"] == "program", "pagu"].sum() == 2_350_000_000_000.0


def test_shapes_of_real_life(tahun_ini):
    indikator, triwulanan = tahun_ini
    named = indikator.drop_duplicates("uraian").set_index("uraian")

    def quarters(uraian: str, column: str, kode_unit: str | None = None) -> list[float | None]:
        mine = indikator[indikator["uraian"] == uraian]
        mine = mine if kode_unit is None else mine[mine["kode_unit"] == kode_unit]
        rows = triwulanan[triwulanan["kode_indikator"] == mine.iloc[0]["kode_indikator"]]
        return [None if pd.isna(v) else v for v in rows[column]]

    imunisasi = named.loc["Imunisasi dasar lengkap, anak 12 bulan"]
    assert (imunisasi["target_tahunan"], imunisasi["target_tahunan_murni"]) == (95.0, 96.5)
    assert imunisasi["dokumen_target"] == "PK perubahan"
    assert quarters("Imunisasi dasar lengkap, anak 12 bulan", "realisasi") == [18.6, 17.2, 8.9, None]
    assert quarters("Layanan penunjang urusan terpenuhi", "target") == [25.0, 50.0, 75.0, 100.0]
    assert quarters("Desa tangguh bencana terbentuk", "target") == [0.0, 0.0, 0.0, 5.0]
    assert quarters("Opini BPK atas LKPD", "realisasi_teks") == [None, "WTP", None, None]
    assert named.loc["Opini BPK atas LKPD", "skala"] == "opini-bpk"
    assert named.loc["Predikat AKIP kabupaten", "target_tahunan_teks"] == "BB"
    assert named.loc["Lama rawat inap rata-rata", ["target_bawah", "target_atas"]].tolist() == [3.0, 6.0]
    assert named.loc["Inflasi", "polaritas"] == "stabil"
    assert named.loc["Pertumbuhan impor barang konsumsi", "target_tahunan"] < 0
    assert pd.isna(named.loc["Penduduk dengan JKN aktif", "target_tahunan"])
    assert pd.isna(named.loc["Indeks literasi digital", "polaritas"])
    assert quarters("Produksi perikanan tangkap", "realisasi")[0] == 0.0
    huge = indikator[(indikator["kode_unit"] == "2.17.01") & (indikator["target_tahunan"] == 1.0)].iloc[0]
    realisasi = triwulanan.loc[triwulanan["kode_indikator"] == huge["kode_indikator"], "realisasi"]
    assert realisasi.iloc[0] / huge["target_tahunan"] * 100 == 3750.0
    weighted = indikator[indikator["bobot"].notna()]
    assert weighted.groupby(["kode_unit", "kode_pk"])["bobot"].sum().eq(100).all()
    assert (indikator["kendala"].notna() & indikator["pic"].notna()).sum() > 100
