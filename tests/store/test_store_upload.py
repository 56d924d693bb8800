"""Keeping uploads: whole or not at all, the same bytes once, blanks that erase nothing, withdrawal."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest
import sqlalchemy as sa

from sakip_app.store import (
    SimpanDitolakError,
    StoreError,
    UnitBaru,
    commit_upload,
    compare,
    data_version,
    find_upload,
    history,
    is_kept,
    list_peristiwa,
    list_unggahan,
    load_tahun,
    read_berkas,
    tables,
    withdraw_upload,
)
from sakip_app.store.database import reading
from sakip_app.workbook.result import Temuan
from tests.store.conftest import baris, hasil, upload

OPTIONS = {"kode_instansi": "B", "kode_unit": "u", "tahun": 2026, "polaritas": {}}


def quarter(engine: sa.Engine, jenis: str = "realisasi", kode_indikator: str = "1") -> list[float]:
    t = load_tahun(engine, "B", 2026).triwulanan
    return t.loc[t["kode_indikator"] == kode_indikator, jenis].tolist()


def galat(sel: str) -> Temuan:
    return Temuan("angka-tak-terbaca", "galat", "Realisasi TW III", sel, "l3,1", "…", "…")


class TestCommit:
    def test_values_come_back_as_stated(self, store):
        upload(store, baris(target={1: 22.0, 2: 25.0}, realisasi={1: 18.6, 2: 0.0, 3: None}), isi=b"1")
        assert quarter(store)[:2] == [18.6, 0.0]
        assert pd.isna(quarter(store)[2])
        assert quarter(store, "target")[:2] == [22.0, 25.0]

    def test_counts_of_what_changed(self, store):
        # uraian and two realisasi are new; then one changes, uraian and one realisasi stay.
        first = upload(store, baris(realisasi={1: 1.0, 2: 2.0}), isi=b"1")
        second = upload(store, baris(realisasi={1: 1.0, 2: 3.0}), isi=b"2")
        assert (first.baru, first.n_baru, first.n_berubah, first.n_sama) == (True, 3, 0, 0)
        assert (second.baru, second.n_baru, second.n_berubah, second.n_sama) == (True, 0, 1, 2)

    def test_the_same_figure_saved_by_another_program_is_the_same(self, store):
        """LibreOffice keeps 15 digits of 17; a change in the tenth digit is a change."""
        upload(store, baris(realisasi={1: 14.987244897959181}), isi=b"a")
        kept = upload(store, baris(realisasi={1: 14.9872448979592}), isi=b"b")
        assert kept.n_berubah == 0
        assert upload(store, baris(realisasi={1: 14.98724490}), isi=b"c").n_berubah == 1

    def test_blank_later_erases_nothing(self, store):
        upload(store, baris(realisasi={1: 18.6, 2: 17.2}, kendala="Vaksin kosong"), isi=b"1")
        upload(store, baris(realisasi={1: None, 2: 17.2, 3: 8.9}, kendala="  "), isi=b"2")
        assert quarter(store)[:3] == [18.6, 17.2, 8.9]
        notes = load_tahun(store, "B", 2026).triwulanan["kendala"]
        assert notes[1] == "Vaksin kosong"
        assert pd.isna(notes[2])

    def test_double_press_keeps_one(self, store):
        first = upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        version = data_version(store)
        again = upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        assert (again.id, again.baru) == (first.id, False)
        assert data_version(store) == version
        assert len(list_unggahan(store, "B")) == 1

    def test_same_bytes_after_a_correction_are_a_new_upload_of_one_file(self, store):
        first = upload(store, baris(realisasi={1: 1.0, 2: 2.0}), isi=b"A")
        upload(store, baris(realisasi={1: 1.0, 2: 3.0}), isi=b"B")
        back = upload(store, baris(realisasi={1: 1.0, 2: 2.0}), isi=b"A")
        # uraian and TW I are as they were, TW II goes back.
        assert (back.baru, back.n_baru, back.n_berubah, back.n_sama) == (True, 0, 1, 2)
        assert quarter(store)[:2] == [1.0, 2.0]
        assert history(store, "1").query("triwulan == 2")["angka"].tolist() == [2.0, 3.0, 2.0]
        again = upload(store, baris(realisasi={1: 1.0, 2: 2.0}), isi=b"A")
        assert (again.id, again.baru, again.n_sama) == (back.id, False, 3)
        assert first.id != back.id
        with reading(store) as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(tables.berkas)).scalar() == 2
        withdraw_upload(store, back.id, pelaku="v", alasan="x")
        assert quarter(store)[:2] == [1.0, 3.0]

    def test_polaritas_accepted_later_for_the_same_file(self, store):
        upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        later = upload(store, baris(realisasi={1: 1.0}), isi=b"1", polaritas={"k1": "minimal"}, pelaku="Ani")
        assert (later.baru, later.n_baru, later.n_berubah, later.n_sama) == (True, 1, 0, 2)
        row = history(store, "1").query("jenis == 'polaritas'").iloc[0]
        assert (row["teks"], row["pelaku"], row["unggahan_id"]) == ("minimal", "Ani", later.id)

    def test_same_file_under_another_document_is_kept_once_under_each(self, store):
        sha = hashlib.sha256(b"1").hexdigest()
        kept = lambda dokumen: is_kept(store, "B", "u", 2026, sha, dokumen)  # noqa: E731
        first = upload(store, baris(target_tahunan=9.0), isi=b"1", dokumen="PK murni")
        assert (kept("PK murni"), kept("PK perubahan")) == (True, False)
        second = upload(store, baris(target_tahunan=9.0), isi=b"1", dokumen="PK perubahan")
        assert (second.baru, second.n_sama) == (True, 2)
        assert kept("PK perubahan")
        assert upload(store, baris(target_tahunan=9.0), isi=b"1", dokumen="PK murni").id == first.id
        assert list_unggahan(store, "B")["dokumen"].tolist() == ["PK perubahan", "PK murni"]
        withdraw_upload(store, second.id, pelaku="v", alasan="x")
        assert not kept("PK perubahan")

    def test_unit_added_with_the_upload_is_told_once(self, store):
        assert upload(store, baris(realisasi={1: 1.0}), isi=b"1").unit_didaftarkan
        assert not upload(store, baris(realisasi={1: 2.0}), isi=b"2").unit_didaftarkan

    def test_konsolidasi_of_a_person_has_no_cell_and_yields_to_nothing_unseen(self, store):
        row = baris(realisasi={1: 1.0})
        shown = compare(store, hasil(row, isi=b"1"), **OPTIONS, konsolidasi={"k1": "nilai_akhir"})
        assert shown.query("jenis == 'konsolidasi'")[["baru_teks", "keadaan"]].values.tolist() == [
            ["nilai_akhir", "baru"]
        ]
        upload(store, row, isi=b"1", konsolidasi={"k1": "nilai_akhir"}, pelaku="Ani")
        kept = history(store, "1").query("jenis == 'konsolidasi'").iloc[0]
        assert (kept["teks"], kept["pelaku"]) == ("nilai_akhir", "Ani")
        assert pd.isna(kept["sel"])
        assert load_tahun(store, "B", 2026).indikator.loc[0, "konsolidasi"] == "nilai_akhir"
        upload(store, baris(realisasi={1: 2.0}), isi=b"2")  # a sheet that declares none changes none
        assert load_tahun(store, "B", 2026).indikator.loc[0, "konsolidasi"] == "nilai_akhir"
        declared = hasil(baris(konsolidasi="jumlah"), isi=b"3")
        changed = compare(store, declared, **OPTIONS).query("keadaan == 'berubah'").iloc[0]
        assert (changed["jenis"], changed["lama_teks"], changed["baru_teks"]) == (
            "konsolidasi",
            "nilai_akhir",
            "jumlah",
        )

    def test_same_bytes_of_another_unit_are_another_upload_of_one_file(self, store):
        first = upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        other = upload(
            store, baris(realisasi={1: 1.0}), isi=b"1", kode_unit="v", unit_baru=UnitBaru("v", "Dinas V")
        )
        assert other.baru
        assert other.id != first.id
        assert set(list_unggahan(store, "B")["sha256"]) == {hashlib.sha256(b"1").hexdigest()}

    def test_find_upload_knows_the_bytes(self, store):
        sha = hashlib.sha256(b"1").hexdigest()
        assert find_upload(store, "B", sha) is None
        upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        found = find_upload(store, "B", sha)
        assert found is not None
        assert (found.kode_unit, found.tahun, found.keadaan) == ("u", 2026, "dikirim")
        assert find_upload(store, "lain", sha) is None

    def test_bytes_come_back(self, store):
        upload(store, baris(realisasi={1: 1.0}), isi=b"PK\x03\x04...")
        assert read_berkas(store, hashlib.sha256(b"PK\x03\x04...").hexdigest()) == b"PK\x03\x04..."
        with pytest.raises(StoreError) as refused:
            read_berkas(store, "0" * 64)
        assert refused.value.kode == "berkas-asing"

    def test_polaritas_of_a_person_has_no_cell(self, store):
        upload(store, baris(polaritas="maksimal"), isi=b"1", polaritas={"k1": "minimal"}, pelaku="Ani")
        row = history(store, "1").query("jenis == 'polaritas'").iloc[0]
        assert (row["teks"], row["pelaku"]) == ("minimal", "Ani")
        assert pd.isna(row["sel"])
        assert load_tahun(store, "B", 2026).indikator.loc[0, "polaritas"] == "minimal"

    def test_polaritas_nobody_declared_stays_blank(self, store):
        upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        assert pd.isna(load_tahun(store, "B", 2026).indikator.loc[0, "polaritas"])

    def test_words_are_kept_as_words(self, store):
        upload(store, baris(target_teks="WTP", realisasi={2: "WTP"}), isi=b"1")
        data = load_tahun(store, "B", 2026)
        assert data.indikator.loc[0, "target_tahunan_teks"] == "WTP"
        assert pd.isna(data.indikator.loc[0, "target_tahunan"])
        assert data.triwulanan.loc[1, "realisasi_teks"] == "WTP"
        assert pd.isna(data.triwulanan.loc[1, "realisasi"])

    def test_quarter_reported_is_the_last_with_a_realisasi(self, store):
        upload(store, baris(target={4: 9.0}, realisasi={1: 1.0, 2: 0.0, 3: None}), isi=b"1")
        assert list_unggahan(store, "B")["triwulan_terakhir"].tolist() == [2]

    def test_newer_attribute_supersedes_and_old_one_stays(self, store):
        upload(store, baris(satuan="Unir"), isi=b"1")
        upload(store, baris(satuan="Unit"), isi=b"2")
        assert load_tahun(store, "B", 2026).indikator.loc[0, "satuan"] == "Unit"
        assert history(store, "1").query("jenis == 'satuan'")["teks"].tolist() == ["Unit", "Unir"]


class TestRefusal:
    def refused(self, call) -> str:
        with pytest.raises(SimpanDitolakError) as error:
            call()
        return error.value.kode

    def test_reasons(self, store):
        one = baris(realisasi={1: 1.0})
        version = data_version(store)
        read = hasil(one, isi=b"1")

        def commit(h=read, isi=b"1", **options):
            return commit_upload(
                store,
                h,
                isi,
                **(OPTIONS | {"unit_baru": UnitBaru("u", "Dinas U"), "pelaku": "p"} | options),
            )

        assert self.refused(lambda: commit(isi=b"2")) == "sidik-berbeda"
        assert self.refused(lambda: commit(replace(read, temuan=(galat("P1"),)))) == "unggahan-bergalat"
        assert self.refused(lambda: commit(replace(read, indikator=()))) == "tanpa-indikator"
        assert self.refused(lambda: commit(replace(read, indikator=(one, one)))) == "kunci-ganda"
        assert self.refused(lambda: commit(unit_baru=None)) == "unit-asing"
        assert self.refused(lambda: commit(kode_instansi="X")) == "instansi-asing"
        assert self.refused(lambda: commit(polaritas={"k1": "naik"})) == "kata-asing"
        assert self.refused(lambda: commit(polaritas={"k9": "minimal"})) == "kunci-asing"
        assert self.refused(lambda: commit(konsolidasi={"k1": "rata"})) == "kata-asing"
        assert self.refused(lambda: commit(konsolidasi={"k9": "jumlah"})) == "kunci-asing"
        five = replace(read, indikator=(baris(realisasi={5: 1.0}),))
        assert self.refused(lambda: commit(five)) == "triwulan-asing"
        endless = replace(read, indikator=(baris(realisasi={1: float("inf")}),))
        assert self.refused(lambda: commit(endless)) == "angka-tak-hingga"
        with pytest.raises(sa.exc.StatementError, match="time zone"):
            commit(waktu=datetime(2026, 10, 17))  # noqa: DTZ001
        assert data_version(store) == version
        assert list_unggahan(store, "B").empty

    def test_code_of_another_unit(self, store):
        upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        again = lambda: upload(store, baris(), isi=b"2", unit_baru=UnitBaru("u", "Dinas Lain"))  # noqa: E731
        assert self.refused(again) == "unit-ada"


class TestCompare:
    def test_every_state(self, store):
        upload(store, baris(target={3: 25.0}, realisasi={1: 18.6, 2: 17.2}, satuan="%"), isi=b"1")
        row = baris(realisasi={1: 18.6, 2: 17.0, 3: 8.9}, target={3: None}, satuan="%")
        read = replace(hasil(row, isi=b"2"), temuan=(galat("T3"), galat("Z99")))
        frame = compare(store, read, **OPTIONS)
        states = frame.set_index(["jenis", "triwulan"])["keadaan"].to_dict()
        assert states[("realisasi", 1)] == "sama"
        assert states[("realisasi", 2)] == "berubah"
        assert states[("realisasi", 3)] == "baru"
        assert states[("target", 3)] == "ditolak"
        changed = frame[frame["keadaan"] == "berubah"].iloc[0]
        assert (changed["lama"], changed["baru"], changed["sel"]) == (17.2, 17.0, "Realisasi TW III!R2")
        rejected = frame[frame["keadaan"] == "ditolak"]
        assert rejected["sel"].tolist() == ["Realisasi TW III!T3", "Realisasi TW III!Z99"]
        assert rejected["baru_teks"].tolist() == ["l3,1", "l3,1"]
        assert rejected["lama"].tolist()[0] == 25.0

    def test_writes_nothing_and_has_its_dtypes_when_empty(self, store):
        version = data_version(store)
        frame = compare(store, hasil(isi=b"1"), **OPTIONS)
        assert frame.empty
        assert frame.dtypes.astype(str).to_dict()["lama"] == "float64"
        assert data_version(store) == version

    def test_what_is_shown_is_what_is_kept(self, store):
        upload(store, baris(realisasi={1: 1.0, 2: 2.0}), isi=b"1")
        row = baris(realisasi={1: 1.0, 2: 5.0, 3: 3.0})
        shown = compare(store, hasil(row, isi=b"2"), **OPTIONS)["keadaan"].value_counts()
        kept = upload(store, row, isi=b"2")
        assert shown.to_dict() == {"sama": kept.n_sama, "berubah": kept.n_berubah, "baru": kept.n_baru}


class TestWithdraw:
    def test_values_step_back_and_stay_readable(self, store):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        wrong = upload(store, baris(realisasi={3: 89.0, 4: 1.0}), isi=b"2")
        withdraw_upload(store, wrong.id, pelaku="verifikator", alasan="Koma tertinggal")
        assert quarter(store)[2] == 8.9
        assert pd.isna(quarter(store)[3])
        kept = history(store, "1").query("jenis == 'realisasi'")
        assert kept["angka"].tolist() == [1.0, 89.0, 8.9]
        assert kept["ditarik"].tolist() == [True, True, False]
        assert kept["berlaku"].tolist() == [False, False, True]
        assert list_unggahan(store, "B")["keadaan"].tolist() == ["ditarik", "dikirim"]
        assert list_peristiwa(store, "B").loc[0, ["jenis", "keterangan"]].tolist() == [
            "unggahan_ditarik",
            "Koma tertinggal",
        ]

    def test_what_a_later_upload_repeats_stays_with_its_cell(self, store):
        first = upload(store, baris(realisasi={3: 8.4}), isi=b"1")
        second = upload(store, baris(realisasi={3: 8.9}), isi=b"2")
        again = baris(realisasi={3: 8.9}, asal={("realisasi", 3): "Lain!Z3"})
        third = upload(store, again, isi=b"3", pelaku="Budi")
        withdraw_upload(store, second.id, pelaku="v", alasan="x")
        assert quarter(store)[2] == 8.9
        row = history(store, "1").query("jenis == 'realisasi' and berlaku").iloc[0]
        assert (row["unggahan_id"], row["lembar"], row["sel"], row["pelaku"]) == (third.id, "Lain", "Z3", "Budi")
        withdraw_upload(store, third.id, pelaku="v", alasan="x")
        assert quarter(store)[2] == 8.4
        withdraw_upload(store, first.id, pelaku="v", alasan="x")
        assert load_tahun(store, "B", 2026).indikator.empty  # no upload names the indicator any more

    def test_withdrawn_bytes_may_come_again(self, store):
        first = upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        withdraw_upload(store, first.id, pelaku="v", alasan="x")
        again = upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        assert again.baru
        assert quarter(store)[2] == 8.9
        found = find_upload(store, "B", hashlib.sha256(b"1").hexdigest())
        assert found is not None
        assert (found.id, found.keadaan) == (again.id, "dikirim")

    def test_twice_is_once_and_needs_a_reason(self, store):
        first = upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        withdraw_upload(store, first.id, pelaku="v", alasan="x")
        version = data_version(store)
        withdraw_upload(store, first.id, pelaku="v", alasan="x")
        assert data_version(store) == version
        with pytest.raises(SimpanDitolakError, match="alasan"):
            withdraw_upload(store, first.id, pelaku="v", alasan=" ")
        with pytest.raises(SimpanDitolakError, match="tidak ada"):
            withdraw_upload(store, 99, pelaku="v", alasan="x")


def test_time_is_kept_in_utc(store):
    at = datetime(2026, 10, 17, 2, 12, tzinfo=UTC)
    upload(store, baris(realisasi={1: 1.0}), isi=b"1", waktu=at)
    assert list_unggahan(store, "B").loc[0, "waktu"] == pd.Timestamp(at)
    assert str(history(store, "1")["waktu"].dtype) == "datetime64[us, UTC]"
