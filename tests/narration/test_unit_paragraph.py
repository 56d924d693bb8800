"""One paragraph about a unit; every expected sentence is written by hand from the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sakip_app.narration import paragraf_unit
from sakip_app.snapshot.model import UnitRekam
from tests.narration.sample import AKI, DESA, diam, four, indikator, janji, plain, rekam, running, unit, words


def lain(n: int = 1) -> list[UnitRekam]:
    return [unit(f"x{i}", f"Dinas Lain {i}", peringkat=2 + i) for i in range(n)]


def test_a_unit_that_is_behind() -> None:
    satu = unit(
        nilai=four(85.7, 74.3, 64.9),
        predikat=four("Tinggi", "Sedang", "Rendah"),
        indikator=(AKI, DESA, indikator("1.C")),
        peringkat=3,
        turun_beruntun=True,
        pagu=300e9,
        realisasi_anggaran=212.7e9,
        penyerapan=70.9,
    )
    assert words(paragraf_unit(rekam(satu, *lain(2)), satu)) == {
        "kedudukan": "Dinas Kesehatan dengan skor TW III 64,9 (Rendah) berada di peringkat 3 dari 3 OPD bersama "
        "satu OPD lain, turun 9,4 poin dari TW II, penurunan kedua berturut-turut.",
        "penahan": "Yang menahan skornya: Desa berlistrik (12 dari 30 desa, capaian 42,9 %) dan Angka kematian "
        "ibu (131 per 100 rb KH terhadap batas 86, capaian 47,7 %).",
        "uang": "Anggaran sampai TW III terserap 70,9 % (Rp212,7 miliar dari Rp300,0 miliar), sudah mencapai "
        "acuan 60,0 %, sedangkan skornya di bawah 76.",
        "kendala": "Kendala yang ditulisnya untuk Angka kematian ibu: “Rujukan terlambat”.",
        "rencana": "Rencana tindak lanjutnya: “Audit tiap kasus” (Kabid Kesmas, 15 Nov 2026).",
    }


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({}, "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) berada di peringkat 1 dari 3 OPD, tetap seperti "
         "pada TW II."),
        ({"selisih": None}, "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) berada di peringkat 1 dari 3 OPD."),
        ({"nilai": four(90.0, 87.9, 90.0)}, "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) berada di peringkat "
         "1 dari 3 OPD, naik 2,1 poin dari TW II."),
        ({"peringkat": None, "n_dinilai": 3, "n_terjadwal": 9, "selisih": None},
         "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) belum diberi peringkat; 3 dari 9 indikator terjadwal "
         "dinilai."),
    ],
)  # fmt: skip
def test_standing(ubah: dict[str, object], kalimat: str) -> None:
    satu = unit(**ubah)
    assert words(paragraf_unit(rekam(satu, *lain(2)), satu))["kedudukan"] == kalimat


def test_ties_and_the_only_one_ranked() -> None:
    satu = unit(selisih=None)
    seri = rekam(satu, replace(satu, kode="2"), replace(satu, kode="3"), replace(satu, kode="4", peringkat=4))
    assert words(paragraf_unit(seri, satu))["kedudukan"] == (
        "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) berada di peringkat 1 dari 4 OPD bersama dua OPD lain."
    )
    assert words(paragraf_unit(rekam(satu), satu))["kedudukan"] == (
        "Dinas Kesehatan dengan skor TW III 90,0 (Tinggi) adalah satu-satunya OPD yang diberi peringkat."
    )


def test_a_silent_unit_is_not_spoken_of_by_older_figures() -> None:
    sunyi = diam("1", "Dinas Kesehatan", nilai=four(80.0, 70.0, 70.0))
    sunyi = replace(sunyi, predikat=four("Tinggi", "Sedang", "Sedang"), penyerapan=50.0)
    assert words(paragraf_unit(rekam(sunyi), sunyi)) == {
        "belum_lapor": "Dinas Kesehatan belum lapor TW III; tenggat 15 Oktober 2026 sudah lewat dua hari. Skor "
        "terakhirnya 70,0 (Sedang) pada TW II."
    }
    lain_aturan = rekam(sunyi, sebanding=(False, False, True, True), hari=date(2026, 10, 1))
    assert words(paragraf_unit(lain_aturan, sunyi)) == {
        "belum_lapor": "Dinas Kesehatan belum lapor TW III; tenggatnya 15 Oktober 2026."
    }


def test_reported_and_not_assessed() -> None:
    belum = indikator("1.A", status=four(None, None, "belum_ditetapkan"), capaian=four())
    tanpa = indikator("1.B", status=four(None, None, "tanpa_target"), capaian=four())
    satu = unit(nilai=four(), indikator=(belum, replace(belum, kode="1.C"), tanpa), peringkat=None)
    assert words(paragraf_unit(rekam(satu), satu)) == {
        "belum_dinilai": "Dinas Kesehatan sudah lapor TW III, tetapi belum dapat dinilai: polaritas belum "
        "ditetapkan dan belum ada target triwulan."
    }
    kosong = unit(indikator=(), nilai=four())
    assert words(paragraf_unit(rekam(kosong), kosong)) == {
        "tanpa_indikator": "Dinas Kesehatan belum punya indikator untuk tahun 2026."
    }


def test_what_holds_back() -> None:
    def penahan(*isi: object) -> str:
        satu = unit(indikator=isi)
        found = words(paragraf_unit(rekam(satu), satu))
        return next(found[jenis] for jenis in ("penahan", "terendah", "semua_tercapai") if jenis in found)

    baik = indikator("1.C")
    assert penahan(baik) == "Satu-satunya indikator yang dinilai mencapai target sampai TW III."
    assert (
        penahan(baik, replace(baik, kode="1.D")) == "Kedua indikator yang dinilai mencapai target sampai TW III."
    )
    cukup = indikator("1.D", capaian=four(90.0, 90.0, 66.0), realisasi_sd=four(9.0, 18.0, 19.8))
    assert penahan(baik, cukup) == "Yang terendah: Desa berlistrik (19,8 dari 30,0 desa, capaian 66,0 %)."
    assert (
        penahan(cukup)
        == "Satu-satunya indikator yang dinilai: Desa berlistrik (19,8 dari 30,0 desa, capaian 66,0 %)."
    )
    assert penahan(DESA, baik) == "Yang menahan skornya: Desa berlistrik (12 dari 30 desa, capaian 42,9 %)."
    banyak = [replace(DESA, kode=f"1.{n}", uraian=f"Desa {n}") for n in range(4)]
    assert penahan(*banyak, baik) == (
        "Empat dari lima indikator yang dinilai di bawah 66, terendah Desa 0 (12 dari 30 desa, capaian 42,9 %), "
        "Desa 1 (12 dari 30 desa, capaian 42,9 %), dan Desa 2 (12 dari 30 desa, capaian 42,9 %)."
    )
    opini = indikator(
        "1.E",
        "Opini BPK",
        satuan="opini",
        kata=((3.0, "WDP"), (4.0, "WTP")),
        konsolidasi="nilai_akhir",
        realisasi=four(None, 3.0),
        realisasi_sd=four(None, 3.0, 3.0),
        target_sd=(4.0,) * 4,
        capaian=four(75.0, 75.0, 75.0),
    )
    assert penahan(opini) == (
        "Satu-satunya indikator yang dinilai: Opini BPK (WDP terhadap target WTP per TW II, capaian 75,0 %)."
    )
    pad = indikator(
        "1.H", "Realisasi PAD", satuan="Rp miliar", capaian=four(60.0, 60.0, 60.5), target_sd=(290.5,) * 4
    )
    pad = replace(pad, realisasi_sd=four(1.0, 2.0, 175.8))
    assert penahan(pad) == "Yang menahan skornya: Realisasi PAD (175,8 dari Rp290,5 miliar, capaian 60,5 %)."
    rentang = indikator(
        "1.F", "Hunian", satuan="%", polaritas="stabil", target_sd=four(), capaian=four(50.0, 50.0, 50.0)
    )
    assert penahan(rentang) == "Yang menahan skornya: Hunian (30,0 %, capaian 50,0 %)."
    nol = indikator(
        "1.G", capaian=four(0.0, 0.0, 0.0), realisasi=four(0.0, 0.0, 0.0), realisasi_sd=four(0.0, 0.0, 0.0)
    )
    assert penahan(nol) == "Yang menahan skornya: Desa berlistrik (0 dari 30 desa, capaian 0,0 %)."


def test_money() -> None:
    def uang(nilai: float, terserap: float | None, **lain: object) -> str | None:
        satu = unit(nilai=four(80.0, 80.0, nilai), penyerapan=terserap)
        return words(paragraf_unit(rekam(satu, **lain), satu)).get("uang")

    assert uang(80.0, 65.0) == "Anggaran sampai TW III terserap 65,0 %, sudah mencapai acuan 60,0 %."
    assert (
        uang(80.0, 41.0, anggaran_sampai=2)
        == "Anggaran sampai TW II terserap 41,0 %, sudah mencapai acuan 40,0 %."
    )
    assert uang(76.0, 59.0) == (
        "Anggaran sampai TW III terserap 59,0 %, di bawah acuan 60,0 %, sedangkan skornya sudah 76 ke atas."
    )
    assert (
        uang(70.0, 0.0)
        == "Anggaran sampai TW III terserap 0,0 %, di bawah acuan 60,0 %; skornya juga di bawah 76."
    )
    assert uang(70.0, None) is None
    assert uang(70.0, 65.0, anggaran_sampai=0) is None


def test_follow_ups() -> None:
    satu = unit(indikator=(DESA,), nilai=four(70.0, 70.0, 60.0))

    def tindak(*isi: object) -> str:
        found = words(paragraf_unit(rekam(satu, tindak_lanjut=isi), satu))
        return found.get("tindak_lanjut") or found["tanpa_tindak_lanjut"]

    assert tindak() == "Belum ada tindak lanjut."
    assert tindak(janji(1, "Milik lain", kode_unit="9")) == "Belum ada tindak lanjut."
    assert tindak(janji(1, "Audit", kode_unit="1", keadaan="selesai")) == (
        "Tindak lanjut “Audit” (Kepala Dinas, tenggat 7 Okt 2026) sudah selesai."
    )
    assert tindak(janji(1, "Audit", kode_indikator="1.B")) == (
        "Tindak lanjut “Audit” (Kepala Dinas, tenggat 7 Okt 2026) lewat tenggat 10 hari."
    )
    assert tindak(
        janji(1, "Audit", kode_unit="1", keadaan="selesai"),
        janji(2, "Rapat", kode_unit="1", keadaan="berjalan", tenggat=None),
        janji(3, "Pasang jaringan", kode_unit="1", penanggung_jawab=" "),
        janji(4, "Dicabut", kode_unit="1", batal=True),
    ) == (
        "Dari tiga tindak lanjut, satu selesai, satu berjalan, dan satu lewat tenggat; paling lama “Pasang "
        "jaringan” (tenggat 7 Okt 2026), 10 hari."
    )


def test_a_plan_for_another_indicator_than_the_one_that_is_hindered_says_so() -> None:
    satu = unit(indikator=(replace(DESA, kendala="Tiang habis"), replace(AKI, kendala=None)))
    found = words(paragraf_unit(rekam(satu), satu))
    assert found["kendala"] == "Kendala yang ditulisnya untuk Desa berlistrik: “Tiang habis”."
    assert found["rencana"] == (
        "Rencana tindak lanjut untuk Angka kematian ibu: “Audit tiap kasus” (Kabid Kesmas, 15 Nov 2026)."
    )


def test_words_from_a_sheet_are_quoted_on_one_line_and_cut() -> None:
    kendala = ' Jalan "provinsi"\n putus. ' + "x " * 200
    satu = unit(indikator=(replace(DESA, uraian="=cmd|' /C calc'!A0\n🙂", kendala=kendala),))
    found = words(paragraf_unit(rekam(satu), satu))
    assert found["penahan"].startswith("Yang menahan skornya: =cmd|' /C calc'!A0 🙂 (12 dari 30 desa")
    assert found["kendala"].startswith(
        "Kendala yang ditulisnya untuk =cmd|' /C calc'!A0 🙂: “Jalan ‘provinsi’ putus. x x"
    )
    assert found["kendala"].endswith("x…”.")
    assert len(found["kendala"]) < 290


def test_a_long_name_stands_whole_where_it_stands_alone() -> None:
    panjang = "Persentase " + "penduduk usia sekolah " * 13 + "yang bersekolah"
    satu = unit(indikator=(replace(DESA, uraian=panjang),))
    assert panjang in words(paragraf_unit(rekam(satu), satu))["penahan"]
    dua = unit(indikator=(replace(DESA, uraian=panjang), AKI))
    kalimat = words(paragraf_unit(rekam(dua), dua))["penahan"]
    assert "Persentase penduduk usia sekolah penduduk usia sekolah penduduk usia sekolah… (" in kalimat


def test_an_unfinished_year_is_told_without_judgement() -> None:
    satu = unit(
        nilai=four(20.0, 30.0, 40.0), indikator=(replace(DESA, capaian=four(10.0, 20.0, 30.0)),), penyerapan=70.0
    )
    tahun = running(rekam(satu))
    assert words(paragraf_unit(tahun, tahun.unit[0])) == {
        "kedudukan": "Dinas Kesehatan sampai TW III mencapai 40,0 % dari target tahun 2026.",
        "terjauh_dari_target_tahun": "Terjauh dari target tahun 2026: Desa berlistrik (12 dari 40 desa, 30,0 % "
        "dari target tahun).",
        "uang": "Anggaran sampai TW III terserap 70,0 %.",
    }


@pytest.mark.parametrize(
    ("bounds", "kini", "teks"),
    [
        ((6.0, 8.0), 4.0, "pH air (4 dari 6–8 pH, capaian 66,7 %)"),
        ((6.5, 8.0), 4.0, "pH air (4,0 dari 6,5–8,0 pH, capaian 66,7 %)"),
        ((6.0, None), 4.0, "pH air (4 pH terhadap target paling sedikit 6, capaian 66,7 %)"),
        ((None, 8.0), 12.25, "pH air (12,25 pH terhadap target paling banyak 8,00, capaian 66,7 %)"),
        ((-2.0, 2.0), 4.0, "pH air (4 dari −2 sampai 2 pH, capaian 66,7 %)"),
    ],
)
def test_a_range_is_told_beside_the_realisasi(bounds: Any, kini: float, teks: str) -> None:
    air = indikator(
        "1.R", "pH air", satuan="pH", polaritas="stabil", konsolidasi="nilai_akhir", capaian=four(66.7, 66.7, 66.7),
        realisasi=four(kini, kini, kini), realisasi_sd=four(kini, kini, kini), target_sd=four(), target=four(),
        target_tahunan=None, target_bawah=1.0, target_atas=2.0, rentang_sd=(None, None, bounds, None),
    )  # fmt: skip
    satu = unit(indikator=(air,))
    assert words(paragraf_unit(rekam(satu), satu))["terendah"] == f"Satu-satunya indikator yang dinilai: {teks}."
    tahun = replace(rekam(satu), ukuran="tahun")  # measured against the range of the year
    setahun = {4.0: "(4 dari 1–2 pH, ", 12.25: "(12,25 dari 1,00–2,00 pH, "}[kini]
    assert setahun in words(paragraf_unit(tahun, satu))["terendah"]


def test_what_is_counted_as_scheduled_is_called_so_under_the_annual_measure_too() -> None:
    satu = unit(n_dinilai=10, n_terjadwal=11)
    said = plain(paragraf_unit(replace(rekam(satu), ukuran="tahun"), satu)[0])
    assert said.endswith("; 10 dari 11 indikator terjadwal dinilai.")
