"""One year as frames: dtypes, four rows an indicator, lowered targets, positions, parents, units."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from sakip_app.store import (
    SimpanDitolakError,
    UnitBaru,
    add_units,
    declare,
    find_unit,
    history,
    list_peristiwa,
    list_tahun,
    list_unit,
    load_tahun,
    withdraw_upload,
)
from sakip_app.store.cascade import Simpul, parents
from tests.store.conftest import baris, upload


def test_empty_year_has_its_columns_and_dtypes(store):
    empty = load_tahun(store, "B", 2030)
    upload(store, baris(realisasi={1: 1.0}), isi=b"1")
    full = load_tahun(store, "B", 2026)
    assert empty.indikator.dtypes.to_dict() == full.indikator.dtypes.to_dict()
    assert empty.triwulanan.dtypes.to_dict() == full.triwulanan.dtypes.to_dict()
    assert full.indikator.dtypes.astype(str)[["kode_indikator", "kode_induk", "bobot"]].tolist() == [
        "str",
        "str",
        "float64",
    ]
    assert full.triwulanan["triwulan"].tolist() == [1, 2, 3, 4]


def test_years_are_apart(store):
    upload(store, baris(target_tahunan=90.0), isi=b"1", tahun=2025)
    upload(store, baris(target_tahunan=95.0), isi=b"2", tahun=2026)
    assert list_tahun(store, "B") == [2025, 2026]
    assert load_tahun(store, "B", 2025).indikator["target_tahunan"].tolist() == [90.0]
    assert load_tahun(store, "B", 2026).indikator["target_tahunan"].tolist() == [95.0]


class TestLoweredTarget:
    def year(self, store):
        return load_tahun(store, "B", 2026).indikator.iloc[0]

    def test_keeps_the_one_of_pk_murni(self, store):
        upload(store, baris(target_tahunan=96.5), isi=b"1", dokumen="PK murni")
        assert pd.isna(self.year(store)["target_tahunan_murni"])
        change = upload(store, baris(target_tahunan=95.0), isi=b"2", dokumen="PK perubahan")
        row = self.year(store)
        assert (row["target_tahunan"], row["target_tahunan_murni"]) == (95.0, 96.5)
        assert row["dokumen_target"] == "PK perubahan"
        withdraw_upload(store, change.id, pelaku="v", alasan="belum ditandatangani")
        row = self.year(store)
        assert (row["target_tahunan"], row["dokumen_target"]) == (96.5, "PK murni")
        assert pd.isna(row["target_tahunan_murni"])

    def test_a_typing_error_in_pk_murni_is_no_lowering(self, store):
        upload(store, baris(target_tahunan=965.0), isi=b"1", dokumen="PK murni")
        upload(store, baris(target_tahunan=96.5), isi=b"2", dokumen="PK murni")
        assert pd.isna(self.year(store)["target_tahunan_murni"])
        upload(store, baris(target_tahunan=95.0), isi=b"3", dokumen="PK perubahan")
        assert self.year(store)["target_tahunan_murni"] == 96.5

    def test_repeating_it_under_the_new_document_changes_nothing(self, store):
        upload(store, baris(target_tahunan=96.5), isi=b"1", dokumen="PK murni")
        upload(store, baris(target_tahunan=96.5), isi=b"2", dokumen="PK perubahan")
        assert self.year(store)["dokumen_target"] == "PK murni"


class TestPositions:
    """BPS and Cirebon fill in the year to date: 10, 30, –, 70 are increments 10, 20, –, 40."""

    def test_realisasi_under_jumlah(self, store):
        row = baris(
            konsolidasi="jumlah",
            cara_isi="kumulatif",
            target_tahunan=100.0,
            target={1: 25.0, 2: 50.0, 3: 75.0, 4: 100.0},
            realisasi={1: 10.0, 2: 30.0, 4: 70.0},
        )
        upload(store, row, isi=b"1")
        t = load_tahun(store, "B", 2026).triwulanan
        assert t["realisasi"].fillna(-1).tolist() == [10.0, 20.0, -1, 40.0]
        assert t["target"].tolist() == [25.0] * 4
        assert history(store, "1").query("jenis == 'realisasi'")["angka"].tolist() == [70.0, 30.0, 10.0]

    def test_targets_that_already_sum_to_the_year_are_increments(self, store):
        row = baris(
            konsolidasi="jumlah",
            cara_isi="kumulatif",
            target_tahunan=100.0,
            target={1: 25.0, 2: 25.0, 3: 25.0, 4: 25.0},
            realisasi={1: 10.0, 2: 30.0},
        )
        upload(store, row, isi=b"1")
        assert load_tahun(store, "B", 2026).triwulanan["target"].tolist() == [25.0] * 4

    @pytest.mark.parametrize("konsolidasi", ["nilai_akhir", "rata_rata"])
    def test_other_ways_of_joining_keep_what_the_sheet_says(self, store, konsolidasi):
        row = baris(konsolidasi=konsolidasi, cara_isi="kumulatif", realisasi={1: 10.0, 2: 30.0})
        upload(store, row, isi=b"1")
        assert load_tahun(store, "B", 2026).triwulanan["realisasi"].tolist()[:2] == [10.0, 30.0]

    def test_money(self, store):
        upload(store, baris(pagu=100.0, realisasi_anggaran={1: 17.0, 2: 58.0}), isi=b"1")
        assert load_tahun(store, "B", 2026).triwulanan["realisasi_anggaran"].tolist()[:2] == [17.0, 58.0]
        declare(store, [("1", "cara_isi_anggaran", "kumulatif")], pelaku="admin")
        assert load_tahun(store, "B", 2026).triwulanan["realisasi_anggaran"].tolist()[:2] == [17.0, 41.0]


class TestDeclare:
    def test_properties_without_a_workbook(self, store):
        upload(store, baris("a"), baris("b"), isi=b"1")
        declare(
            store,
            [("1", "polaritas", "minimal"), ("1", "bobot", 40.0), ("2", "kode_pk", "PK Ketua")],
            pelaku="Bappeda",
        )
        i = load_tahun(store, "B", 2026).indikator
        assert (i.loc[0, "polaritas"], i.loc[0, "bobot"], i.loc[1, "kode_pk"]) == ("minimal", 40.0, "PK Ketua")
        n = len(list_peristiwa(store))
        declare(store, [("1", "polaritas", "minimal")], pelaku="Bappeda")
        assert len(list_peristiwa(store)) == n

    @pytest.mark.parametrize(
        ("statement", "kode"),
        [
            (("1", "polaritas", "naik"), "kata-asing"),
            (("1", "realisasi", 4.0), "pernyataan-asing"),
            (("1", "bobot", "berat"), "pernyataan-asing"),
            (("99", "bobot", 4.0), "indikator-asing"),
        ],
    )
    def test_refuses(self, store, statement, kode):
        upload(store, baris(), isi=b"1")
        with pytest.raises(SimpanDitolakError) as refused:
            declare(store, [("1", "bobot", 5.0), statement], pelaku="x")
        assert refused.value.kode == kode
        assert pd.isna(load_tahun(store, "B", 2026).indikator.loc[0, "bobot"])


class TestCascade:
    def test_by_code(self):
        rows = [
            Simpul("1", "u", "1.02.02", "program", (), "P"),
            Simpul("2", "u", "1.02.02.2.01", "kegiatan", (), "K"),
            Simpul("3", "u", "1.02.02.2.01.0001", "subkegiatan", (), "S"),
            Simpul("4", "v", "1.02.02.2.01.0001", "subkegiatan", (), "S"),
        ]
        assert parents(rows) == {"2": "1", "3": "2"}

    def test_by_names(self):
        rows = [
            Simpul("1", "u", None, "tujuan", (), "Sehat"),
            Simpul("2", "u", None, "sasaran", ("Sehat",), "Ibu selamat"),
            Simpul("3", "u", None, "sasaran", ("Sehat",), "Ibu selamat"),
            Simpul("4", "u", None, "program", ("sehat", "Ibu  Selamat"), "Program A"),
            Simpul("5", "u", None, "kegiatan", ("Sehat", "Ibu selamat", "Program A"), "Layanan"),
            Simpul("6", "u", None, "sasaran", (), "Tanpa induk"),
        ]
        assert parents(rows) == {"2": "1", "3": "1", "4": "2", "5": "4"}

    def test_each_subkegiatan_below_its_own_kegiatan(self):
        """As in E.81: the second kegiatan of a programme is not the first; a missing one is stepped over."""
        rows = [
            Simpul("1", "u", None, "program", (), "Program A"),
            Simpul("2", "u", None, "kegiatan", ("Program A",), "Kegiatan B"),
            Simpul("3", "u", None, "kegiatan", ("Program A",), "Kegiatan C"),
            Simpul("4", "u", None, "subkegiatan", ("Program A", "Kegiatan C"), "Dokumen"),
            Simpul("5", "u", None, "subkegiatan", ("Program A", "Kegiatan D"), "Laporan"),
        ]
        assert parents(rows) == {"2": "1", "3": "1", "4": "3", "5": "1"}

    def test_in_the_frame(self, store):
        upload(
            store,
            baris("p", kode="1.02", jenjang="program"),
            baris("k", kode="1.02.2.01", jenjang="kegiatan", induk=("Program A",)),
            isi=b"1",
        )
        i = load_tahun(store, "B", 2026).indikator
        assert pd.isna(i.loc[0, "kode_induk"])
        assert i.loc[1, "kode_induk"] == i.loc[0, "kode_indikator"]
        assert i.loc[1, "induk"] == "Program A"


class TestUnits:
    def test_valid_within_a_year(self, store):
        add_units(
            store,
            "B",
            [
                UnitBaru("a", "Dinas A", berlaku_sampai=date(2025, 12, 31)),
                UnitBaru("b", "Dinas B", berlaku_dari=date(2026, 1, 1)),
                UnitBaru("c", "Dinas C", kode_induk="b", urutan=0),
            ],
            pelaku="admin",
        )
        assert list_unit(store, "B")["kode_unit"].tolist() == ["c", "a", "b"]
        assert list_unit(store, "B", 2025)["kode_unit"].tolist() == ["c", "a"]
        assert list_unit(store, "B", 2026)["kode_unit"].tolist() == ["c", "b"]

    def test_all_or_none(self, store):
        with pytest.raises(SimpanDitolakError):
            add_units(store, "B", [UnitBaru("a", "A"), UnitBaru("a", "A lagi")], pelaku="admin")
        assert list_unit(store, "B").empty

    def test_found_by_code_name_short_name_and_alias(self, store):
        new = UnitBaru("1.03", "Dinas Pekerjaan Umum", "Dinas PUPR", alias=("DPU, Bina Marga",))
        add_units(store, "B", [new], pelaku="admin")
        for name in ("1.03", "DINAS PEKERJAAN  UMUM", "dinas pupr", "DPU Bina Marga"):
            assert find_unit(store, "B", name) == "1.03"
        assert find_unit(store, "B", "Dinas") is None
