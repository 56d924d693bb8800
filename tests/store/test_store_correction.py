"""Corrections, withdrawals and closed quarters: what stands, who said so and why, what is refused."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from sakip_app.store import (
    SimpanDitolakError,
    compare,
    correct_value,
    data_version,
    history,
    list_peristiwa,
    list_perubahan,
    list_unggahan,
    load_tahun,
    preview_withdrawal,
    tables,
    withdraw_upload,
)
from sakip_app.store.database import reading, writing
from tests.store.conftest import baris, hasil, upload

OPTIONS = {"kode_instansi": "B", "kode_unit": "u", "tahun": 2026, "polaritas": {}}
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def correct(
    engine: sa.Engine,
    nilai: float | str | None,
    *,
    semula: tuple[float | None, str | None] | None = (8.9, None),
    jenis: str = "realisasi",
    triwulan: int | None = 3,
    kode: str = "1",
    **more: Any,
) -> None:
    """Correct the indicator the first upload made, in the name of Ani."""
    said: dict[str, Any] = {"alasan": "Salah ketik", "pelaku": "Ani"}
    correct_value(engine, kode, jenis, triwulan, nilai, semula=semula, **(said | more))


def quarter(engine: sa.Engine, triwulan: int = 3, jenis: str = "realisasi") -> float:
    rows = load_tahun(engine, "B", 2026).triwulanan.set_index("triwulan")
    return float(rows.loc[triwulan, jenis])


def of_year(engine: sa.Engine, jenis: str) -> Any:
    return load_tahun(engine, "B", 2026).indikator.loc[0, jenis]


def set_period(
    engine: sa.Engine, triwulan: int, *, dibuka: date | None = None, ditutup: date | None = None
) -> None:
    """A quarter with its dates, in place of one there was."""
    p = tables.periode.c
    with writing(engine) as connection:
        connection.execute(
            sa.delete(tables.periode).where(p.kode_instansi == "B", p.tahun == 2026, p.triwulan == triwulan)
        )
        connection.execute(
            sa.insert(tables.periode).values(
                kode_instansi="B", tahun=2026, triwulan=triwulan, dibuka=dibuka, ditutup=ditutup
            )
        )


def refused(engine: sa.Engine, call: Callable[[], object]) -> SimpanDitolakError:
    """The refusal; nothing was written."""
    version = data_version(engine)
    with reading(engine) as connection:
        rows = connection.execute(sa.select(sa.func.count()).select_from(tables.nilai)).scalar()
    with pytest.raises(SimpanDitolakError) as error:
        call()
    assert data_version(engine) == version
    with reading(engine) as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.nilai)).scalar() == rows
    return error.value


class TestCorrection:
    def test_takes_the_place_and_keeps_what_stood(self, store):
        upload(store, baris(realisasi={2: 17.2, 3: 8.9}), isi=b"1")
        version = data_version(store)
        correct(store, 9.8, alasan="  Salah ketik, seharusnya 9,8 ")
        assert (quarter(store), quarter(store, 2)) == (9.8, 17.2)
        assert data_version(store) > version
        told = history(store, "1").query("jenis == 'realisasi' and triwulan == 3")
        assert told["angka"].tolist() == [9.8, 8.9]
        assert told["keadaan"].tolist() == ["dikoreksi", "dikirim"]
        assert told["berlaku"].tolist() == [True, False]
        new = told.iloc[0]
        assert (new["alasan"], new["pelaku"]) == ("Salah ketik, seharusnya 9,8", "Ani")
        assert pd.isna(new["unggahan_id"])
        assert pd.isna(told.iloc[1]["alasan"])
        event = list_peristiwa(store, "B").iloc[0]
        assert (event["jenis"], event["pelaku"]) == ("koreksi", "Ani")
        assert "8,9 → 9,8" in event["keterangan"]
        assert "Salah ketik, seharusnya 9,8" in event["keterangan"]

    def test_is_a_change_with_its_reason(self, store):
        upload(store, baris(realisasi={3: 8.9}, pagu=100.0), isi=b"1")
        correct(store, 9.8)
        correct(store, 90.0, jenis="pagu", triwulan=None, semula=(100.0, None), alasan="Refocusing")
        changes = list_perubahan(store, "B", 2026, LONG_AGO)
        assert changes[["jenis", "lama", "baru", "pelaku", "alasan"]].values.tolist() == [
            ["pagu", 100.0, 90.0, "Ani", "Refocusing"],
            ["realisasi", 8.9, 9.8, "Ani", "Salah ketik"],
        ]

    def test_a_zero_that_meant_not_measured_is_emptied(self, store):
        upload(store, baris(realisasi={2: 5.0, 3: 0.0}), isi=b"1")
        correct(store, None, semula=(0.0, None), alasan="Belum diukur")
        assert pd.isna(quarter(store))
        assert quarter(store, 2) == 5.0
        # Empty in force and nothing at all look the same to who corrects it back.
        correct(store, 3.0, semula=None)
        assert quarter(store) == 3.0

    def test_words_of_a_realisasi_a_target_and_a_note(self, store):
        upload(store, baris(target_teks="WDP", realisasi={4: "WDP"}, kendala="Macet"), isi=b"1")
        correct(store, "WTP", triwulan=4, semula=(None, "WDP"))
        correct(store, "WTP", jenis="target_tahunan", triwulan=None, semula=(None, "WDP"))
        correct(store, " Vaksin kosong ", jenis="kendala", triwulan=4, semula=(None, "Macet"))
        assert load_tahun(store, "B", 2026).triwulanan.loc[3, "realisasi_teks"] == "WTP"
        assert of_year(store, "target_tahunan_teks") == "WTP"
        assert of_year(store, "kendala") == "Vaksin kosong"

    @pytest.mark.parametrize(
        "jenis",
        ["target_tahunan", "target_bawah", "target_atas", "target_renstra", "realisasi_lalu", "pagu", "bobot"],
    )
    def test_values_of_the_year(self, store, jenis):
        upload(store, baris(**{jenis: 5.0}), isi=b"1")
        correct(store, 6.5, jenis=jenis, triwulan=None, semula=(5.0, None))
        assert of_year(store, jenis) == 6.5

    def test_a_year_of_the_renstra(self, store):
        upload(store, baris(renstra={2027: 70.0}), isi=b"1")
        correct(store, 72.0, jenis="renstra_2027", triwulan=None, semula=(70.0, None))
        kept = history(store, "1").query("jenis == 'renstra_2027'")
        assert kept["angka"].tolist() == [72.0, 70.0]

    def test_a_value_nobody_stated_can_be_given(self, store):
        upload(store, baris(realisasi={1: 1.0}), isi=b"1")
        correct(store, 4.0, jenis="target", triwulan=2, semula=None)
        assert quarter(store, 2, "target") == 4.0

    def test_a_target_keeps_its_document(self, store):
        upload(store, baris(target_tahunan=98.0), isi=b"1", dokumen="PK murni")
        upload(store, baris(target_tahunan=95.0), isi=b"2", dokumen="PK perubahan")
        correct(store, 95.5, jenis="target_tahunan", triwulan=None, semula=(95.0, None))
        assert of_year(store, "target_tahunan") == 95.5
        assert of_year(store, "dokumen_target") == "PK perubahan"
        assert of_year(store, "target_tahunan_murni") == 98.0

    def test_a_correction_of_the_pk_murni_is_its_target(self, store):
        upload(store, baris(target_tahunan=98.0), isi=b"1", dokumen="PK murni")
        correct(store, 97.0, jenis="target_tahunan", triwulan=None, semula=(98.0, None))
        upload(store, baris(target_tahunan=95.0), isi=b"2", dokumen="PK perubahan")
        assert of_year(store, "target_tahunan_murni") == 97.0

    def test_a_blank_later_erases_no_correction(self, store):
        upload(store, baris(realisasi={2: 17.2, 3: 8.9}), isi=b"1")
        correct(store, 9.8)
        upload(store, baris(realisasi={2: 17.0, 3: None}), isi=b"2")
        assert (quarter(store), quarter(store, 2)) == (9.8, 17.0)


class TestRefusal:
    @pytest.mark.parametrize(
        ("kode", "change"),
        [
            ("tanpa-alasan", {"alasan": "  "}),
            ("nilai-sama", {"nilai": 8.9}),
            ("angka-tak-hingga", {"nilai": float("inf")}),
            ("angka-tak-hingga", {"nilai": float("nan")}),
            ("indikator-asing", {"kode": "999"}),
            ("indikator-asing", {"kode": "satu"}),
            ("angka-negatif", {"jenis": "realisasi_anggaran", "nilai": -1.0, "semula": None}),
            ("angka-negatif", {"jenis": "pagu", "triwulan": None, "nilai": -1.0, "semula": None}),
            ("triwulan-asing", {"triwulan": None}),
            ("triwulan-asing", {"triwulan": 5}),
            ("triwulan-asing", {"jenis": "pagu", "semula": None}),
            ("jenis-asing", {"jenis": "uraian", "triwulan": None, "semula": None}),
            ("jenis-asing", {"jenis": "renstra_27", "triwulan": None, "semula": None}),
            ("bentuk-nilai", {"jenis": "pagu", "triwulan": None, "nilai": "banyak", "semula": None}),
            ("bentuk-nilai", {"jenis": "kendala", "nilai": 4.0, "semula": None}),
            ("nilai-sama", {"jenis": "kendala", "nilai": "", "semula": None}),
            ("sudah-berubah", {"semula": (8.0, None)}),
            ("sudah-berubah", {"semula": None}),
        ],
    )
    def test_reasons(self, store, kode, change):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        error = refused(store, lambda: correct(store, **({"nilai": 9.8} | change)))
        assert error.kode == kode
        assert error.pesan.endswith((".", "…"))
        assert error.saran

    def test_a_negative_growth_is_a_figure(self, store):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        correct(store, -1.41)
        assert quarter(store) == -1.41

    def test_of_two_who_saw_the_same_one_is_kept(self, store):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        gate, results = threading.Barrier(2), []

        def press(nilai: float) -> None:
            gate.wait()
            try:
                correct(store, nilai, pelaku=f"orang {nilai}")
            except SimpanDitolakError as error:
                results.append(error.kode)
            else:
                results.append(nilai)

        pressing = [threading.Thread(target=press, args=(nilai,)) for nilai in (9.1, 9.2)]
        for thread in pressing:
            thread.start()
        for thread in pressing:
            thread.join()
        assert len(results) == 2
        assert "sudah-berubah" in results
        (kept,) = (result for result in results if result != "sudah-berubah")
        assert quarter(store) == kept
        assert len(history(store, "1").query("jenis == 'realisasi'")) == 2


class TestBesideUploads:
    def test_withdrawing_what_it_corrected_leaves_it(self, store):
        first = upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        upload(store, baris(satuan="%"), isi=b"2")  # keeps the indicator's name standing
        correct(store, 9.8)
        withdraw_upload(store, first.id, pelaku="v", alasan="Berkas salah")
        assert quarter(store) == 9.8

    def test_a_later_file_with_another_value_supersedes_it_and_says_so_before(self, store):
        upload(store, baris(realisasi={2: 17.2, 3: 8.9}), isi=b"1")
        correct(store, 9.8)
        row = baris(realisasi={2: 17.0, 3: 8.9})
        shown = compare(store, hasil(row, isi=b"2"), **OPTIONS).query("jenis == 'realisasi'").set_index("triwulan")
        assert shown["keadaan"].tolist() == ["berubah", "berubah"]
        assert shown["koreksi"].tolist() == [False, True]
        later = upload(store, row, isi=b"2")
        assert quarter(store) == 8.9
        withdraw_upload(store, later.id, pelaku="v", alasan="x")
        assert quarter(store) == 9.8

    def test_a_file_that_repeats_it_changes_nothing(self, store):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        correct(store, 9.8)
        again = upload(store, baris(realisasi={3: 9.8}), isi=b"2")
        assert (again.n_berubah, again.n_sama) == (0, 2)
        withdraw_upload(store, again.id, pelaku="v", alasan="x")
        assert quarter(store) == 9.8
        kept = history(store, "1").query("berlaku and jenis == 'realisasi'").iloc[0]
        assert (kept["keadaan"], kept["alasan"]) == ("dikoreksi", "Salah ketik")


class TestWithdrawal:
    def test_who_when_and_why_stand_in_the_history_and_the_list(self, store):
        upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        second = upload(store, baris(realisasi={3: 7.0}), isi=b"2")
        when = datetime(2026, 10, 20, 3, 0, tzinfo=UTC)
        withdraw_upload(store, second.id, pelaku="Budi", alasan=" Berkas tahun lalu ", waktu=when)
        told = history(store, "1").query("jenis == 'realisasi'")
        gone = told.iloc[0]
        assert (gone["ditarik"], gone["ditarik_oleh"], gone["ditarik_alasan"]) == (
            True,
            "Budi",
            "Berkas tahun lalu",
        )
        assert gone["ditarik_waktu"] == when
        assert not told.iloc[1]["ditarik"]
        assert pd.isna(told.iloc[1]["ditarik_oleh"])
        uploads = list_unggahan(store, "B").set_index("id")
        assert uploads.loc[second.id, "ditarik_alasan"] == "Berkas tahun lalu"
        assert uploads["ditarik_oleh"].notna().tolist() == [True, False]

    def test_a_value_that_another_file_repeats_is_not_called_withdrawn(self, store):
        first = upload(store, baris(realisasi={3: 8.9}), isi=b"1")
        upload(store, baris(realisasi={3: 8.9}), isi=b"2")
        withdraw_upload(store, first.id, pelaku="v", alasan="x")
        kept = history(store, "1").query("jenis == 'realisasi'").iloc[0]
        assert not kept["ditarik"]
        assert pd.isna(kept["ditarik_oleh"])

    def test_told_before_it_is_done(self, store):
        # The first file states name, TW I, II, III and pagu. The second repeats name and TW I, changes TW II and
        # adds TW IV and two values later corrected: TW III away from its own, the target once it stands.
        upload(store, baris(realisasi={1: 1.0, 2: 2.0, 3: 3.0}, pagu=5.0), isi=b"1")
        second = upload(store, baris(realisasi={1: 1.0, 2: 2.5, 3: 3.5, 4: 4.0}, target={4: 9.0}), isi=b"2")
        correct(store, 3.7, semula=(3.5, None))
        correct(store, 9.5, jenis="target", triwulan=4, semula=(9.0, None))
        told = preview_withdrawal(store, second.id)
        # TW II steps back, TW IV goes, name and TW I stay by the first file, two corrections stay.
        assert (told.mundur, told.hilang, told.tetap, told.koreksi) == (1, 1, 2, 2)
        withdraw_upload(store, second.id, pelaku="v", alasan="x")
        assert [quarter(store, tw) for tw in (1, 2, 3)] == [1.0, 2.0, 3.7]
        assert pd.isna(quarter(store, 4))
        assert quarter(store, 4, "target") == 9.5
        assert preview_withdrawal(store, second.id).mundur == 0

    def test_of_an_upload_nobody_knows(self, store):
        assert refused(store, lambda: preview_withdrawal(store, 99)).kode == "unggahan-asing"
        assert refused(store, lambda: withdraw_upload(store, 99, pelaku="v", alasan="x")).kode == "unggahan-asing"


class TestClosedQuarter:
    """TW III of 2026 closes on 31 October: the last moment is 16.59.59 UTC of that day, midnight in Jakarta."""

    LAST = datetime(2026, 10, 31, 16, 59, 59, tzinfo=UTC)
    OVER = datetime(2026, 10, 31, 17, 0, tzinfo=UTC)

    @pytest.fixture(autouse=True)
    def closed(self, store):
        upload(
            store,
            baris(realisasi={2: 17.2, 3: 8.9}, realisasi_anggaran={3: 50.0}, target={3: 25.0}, kendala="Macet"),
            isi=b"1",
            waktu=datetime(2026, 10, 10, tzinfo=UTC),
        )
        set_period(store, 3, ditutup=date(2026, 10, 31))

    def test_a_correction_until_midnight_in_jakarta(self, store):
        correct(store, 9.8, waktu=self.LAST)
        error = refused(store, lambda: correct(store, 9.9, semula=(9.8, None), waktu=self.OVER))
        assert error.kode == "periode-tertutup"
        assert "TW III 2026 ditutup 31 Okt 2026" in error.pesan
        assert "admin" in error.saran

    @pytest.mark.parametrize(
        ("jenis", "nilai", "semula", "kode"),
        [
            ("realisasi_anggaran", 60.0, (50.0, None), "periode-tertutup"),
            ("kendala", "Banjir", (None, "Macet"), "periode-tertutup"),
            ("target", 26.0, (25.0, None), "periode-tertutup"),
        ],
    )
    def test_what_the_closing_protects(self, store, jenis, nilai, semula, kode):
        def call() -> None:
            correct(store, nilai, jenis=jenis, semula=semula, waktu=self.OVER)

        assert refused(store, call).kode == kode

    def test_a_target_of_the_year_and_another_quarter_are_open(self, store):
        correct(store, 80.0, jenis="target_tahunan", triwulan=None, semula=None, waktu=self.OVER)
        correct(store, 17.0, triwulan=2, semula=(17.2, None), waktu=self.OVER)
        assert quarter(store, 2) == 17.0

    @pytest.mark.parametrize(
        ("fields", "passes"),
        [
            ({"realisasi": {2: 17.2, 3: 8.9}, "kendala": "Macet"}, True),
            ({"realisasi": {3: 8.9, 4: 4.0}}, True),
            ({"realisasi": {2: 17.0, 3: 8.9}}, True),
            ({"target": {2: 20.0, 3: 25.0, 4: 30.0}}, True),
            ({"target": {3: 26.0}}, False),
            ({"realisasi": {3: 9.0}}, False),
            ({"realisasi": {3: 8.9}, "realisasi_anggaran": {3: 51.0}}, False),
            ({"realisasi": {3: 8.9}, "solusi": "Menambah vaksin"}, False),
        ],
    )
    def test_uploads(self, store, fields, passes):
        def call() -> object:
            return upload(store, baris(**fields), isi=b"2", waktu=self.OVER)

        if passes:
            call()
            return
        assert refused(store, call).kode == "periode-tertutup"
        assert len(list_unggahan(store, "B")) == 1

    def test_every_quarter_it_would_change_is_named(self, store):
        set_period(store, 2, ditutup=date(2026, 7, 31))
        error = refused(store, lambda: upload(store, baris(realisasi={2: 1.0, 3: 1.0}), isi=b"2", waktu=self.OVER))
        assert "TW II 2026 ditutup 31 Jul 2026" in error.pesan
        assert "TW III 2026 ditutup 31 Okt 2026" in error.pesan

    def test_a_withdrawal_that_would_change_it(self, store):
        first = int(list_unggahan(store, "B")["id"].iloc[0])
        call = lambda: withdraw_upload(store, first, pelaku="v", alasan="x", waktu=self.OVER)  # noqa: E731
        assert refused(store, call).kode == "periode-tertutup"
        same = baris(realisasi={2: 17.2, 3: 8.9}, realisasi_anggaran={3: 50.0}, target={3: 25.0}, kendala="Macet")
        upload(store, same, isi=b"2", waktu=self.OVER)
        call()  # another file says the same, so nothing in the quarter changes
        assert quarter(store) == 8.9
        assert list_unggahan(store, "B")["keadaan"].tolist() == ["dikirim", "ditarik"]

    def test_before_it_opens(self, store):
        set_period(store, 4, dibuka=date(2026, 12, 15))
        early = datetime(2026, 12, 14, 16, 59, tzinfo=UTC)
        call = lambda when: upload(store, baris(realisasi={4: 4.0}), isi=b"2", waktu=when)  # noqa: E731
        error = refused(store, lambda: call(early))
        assert error.kode == "periode-belum-dibuka"
        assert "TW IV 2026 baru dibuka 15 Des 2026" in error.pesan
        call(datetime(2026, 12, 14, 17, 0, tzinfo=UTC))
        assert quarter(store, 4) == 4.0

    def test_opened_again_it_takes_figures(self, store):
        set_period(store, 3, ditutup=date(2026, 11, 5))
        correct(store, 9.8, waktu=self.OVER)
        assert quarter(store) == 9.8
