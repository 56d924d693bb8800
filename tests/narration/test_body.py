"""What stands out in the whole body; every expected sentence is written by hand from the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sakip_app.narration import sorotan
from tests.narration.sample import diam, four, indikator, janji, plain, rekam, running, unit, words


def test_one_fall_names_the_indicator_that_fell_most() -> None:
    turun = indikator("1.A", "Angka kematian ibu", capaian=four(90.0, 88.0, 42.86))
    biasa = indikator("1.B", capaian=four(80.0, 80.0, 78.0))
    satu = unit(nilai=four(85.0, 81.0, 62.4), indikator=(turun, biasa))
    kalimat = sorotan(rekam(satu, unit("2", "Dinas Sosial")))[0]
    assert plain(kalimat) == (
        "Skor Dinas Kesehatan turun dari 81,0 pada TW II menjadi 62,4; yang paling turun Angka kematian ibu "
        "(capaian 88,0 % menjadi 42,9 %)."
    )
    assert (kalimat.jenis, kalimat.unit, kalimat.indikator) == ("turun_tajam", ("1",), ("1.A", "1.B"))
    assert not kalimat.tanya


def test_many_falls_are_named_largest_first_and_the_rest_is_counted() -> None:
    units = [
        unit(str(n), f"Dinas {nama}", nilai=four(90.0, 90.0, kini))
        for n, (nama, kini) in enumerate(
            [("Satu", 80.0), ("Dua", 70.0), ("Tiga", 80.1), ("Empat", 78.0), ("Lima", 79.0), ("Enam", 76.0)]
        )
    ]
    assert words(sorotan(rekam(*units)))["turun_tajam"] == (
        "Skor lima OPD turun 10 poin atau lebih dari TW II: Dua (90,0 menjadi 70,0), Enam (90,0 menjadi 76,0), "
        "Empat (90,0 menjadi 78,0), dan dua lainnya."
    )
    empat = words(sorotan(rekam(*units[1:], sebutan="satker")))["turun_tajam"]
    assert empat == (
        "Skor empat satker turun 10 poin atau lebih dari TW II: Dua (90,0 menjadi 70,0), Enam (90,0 menjadi 76,0), "
        "Empat (90,0 menjadi 78,0), dan Lima (90,0 menjadi 79,0)."
    )


def test_no_fall_against_another_rule_in_the_first_quarter_or_of_a_silent_unit() -> None:
    jatuh = unit(nilai=four(90.0, 90.0, 70.0))
    assert "turun_tajam" in words(sorotan(rekam(jatuh)))
    lain_aturan = rekam(jatuh, sebanding=(False, False, True, True))
    tanpa_lapor = rekam(replace(jatuh, lapor=False))
    lalu_diam = rekam(replace(jatuh, indikator=(indikator(realisasi=four(10.0, None, 10.0)),)))
    for satu in (lain_aturan, tanpa_lapor, lalu_diam, running(rekam(jatuh))):
        assert "turun_tajam" not in words(sorotan(satu))


def test_a_rise() -> None:
    naik = unit(nilai=four(60.0, 70.0, 80.0))
    assert (
        words(sorotan(rekam(naik)))["naik_tajam"] == "Skor Dinas Kesehatan naik dari 70,0 pada TW II menjadi 80,0."
    )
    dua = rekam(naik, unit("2", "Dinas Sosial", nilai=four(60.0, 60.0, 85.5)))
    assert words(sorotan(dua))["naik_tajam"] == (
        "Skor dua OPD naik 10 poin atau lebih dari TW II: Sosial (60,0 menjadi 85,5) dan Kesehatan (70,0 menjadi 80,0)."
    )


def test_behind_for_the_second_quarter_running() -> None:
    dua_kali = unit(nilai=four(70.0, 60.1, 58.0))
    assert words(sorotan(rekam(dua_kali)))["tertinggal_beruntun"] == (
        "Skor Dinas Kesehatan di bawah 66 dua triwulan berturut-turut: 60,1 lalu 58,0."
    )
    tiga_kali = unit("2", "Dinas Sosial", nilai=four(50.0, 60.0, 62.0))
    assert words(sorotan(rekam(tiga_kali)))["tertinggal_beruntun"] == (
        "Skor Dinas Sosial di bawah 66 tiga triwulan berturut-turut: 50,0, 60,0, lalu 62,0."
    )
    assert words(sorotan(rekam(dua_kali, tiga_kali)))["tertinggal_beruntun"] == (
        "Skor dua OPD di bawah 66 sedikitnya dua triwulan berturut-turut: Kesehatan (kini 58,0) dan Sosial (kini 62,0)."
    )
    baru = unit(nilai=four(50.0, 66.0, 65.9))
    assert "tertinggal_beruntun" not in words(sorotan(rekam(baru)))
    lain_aturan = rekam(dua_kali, sebanding=(True, False, True, True))
    assert "tertinggal_beruntun" not in words(sorotan(lain_aturan))


def test_money_out_and_performance_behind() -> None:
    satu = unit(nilai=four(70.0, 71.0, 64.9), penyerapan=70.9)
    assert words(sorotan(rekam(satu)))["uang_mendahului"] == (
        "Dinas Kesehatan sudah menyerap 70,9 % anggaran (acuan TW III 60,0 %), tetapi skornya 64,9, di bawah 76."
    )
    dua = unit("2", "Dinas Sosial", nilai=four(70.0, 71.0, 60.0), penyerapan=60.0)
    assert words(sorotan(rekam(satu, dua)))["uang_mendahului"] == (
        "Dua OPD sudah menyerap sedikitnya 60,0 % anggaran (acuan TW III), tetapi skornya di bawah 76: "
        "Sosial (terserap 60,0 %, skor 60,0) dan Kesehatan (terserap 70,9 %, skor 64,9)."
    )
    assert words(sorotan(rekam(satu, dua, anggaran_sampai=2)))["uang_mendahului"].startswith(
        "Dua OPD sudah menyerap sedikitnya 40,0 % anggaran (acuan TW II)"
    )
    for lain in (
        rekam(replace(satu, penyerapan=59.9)),
        rekam(replace(satu, penyerapan=None)),
        rekam(replace(satu, nilai=four(70.0, 71.0, 76.0))),
        rekam(replace(satu, lapor=False)),
        rekam(satu, anggaran_sampai=0),
    ):
        assert "uang_mendahului" not in words(sorotan(lain))


@pytest.mark.parametrize(
    ("hari", "akhir"),
    [
        (date(2026, 10, 27), "tenggat 15 Oktober 2026, lewat 12 hari."),
        (date(2026, 10, 15), "tenggat 15 Oktober 2026, hari ini."),
        (date(2026, 10, 14), "tenggat 15 Oktober 2026, satu hari lagi."),
    ],
)
def test_silent_units(hari: date, akhir: str) -> None:
    lapor = unit()
    satu = rekam(lapor, *[unit(f"x{n}") for n in range(8)], diam("9", "Dinas Sosial"), hari=hari)
    assert words(sorotan(satu))["belum_lapor"] == f"Dinas Sosial belum lapor TW III; {akhir}"
    dua = rekam(lapor, diam("8", "Dinas Tata Ruang"), diam("9", "Dinas Sosial"), hari=hari)
    assert words(sorotan(dua))["belum_lapor"] == (
        f"Dua dari tiga OPD belum lapor TW III: Tata Ruang dan Sosial; {akhir}"
    )
    semua = rekam(diam("8", "Dinas Tata Ruang"), diam("9", "Dinas Sosial"), hari=hari)
    assert words(sorotan(semua)) == {"belum_lapor": f"Kedua OPD belum lapor TW III; {akhir}"}


def test_silence_comes_first_where_too_few_reported_and_has_no_date_without_one() -> None:
    jatuh = unit(nilai=four(90.0, 90.0, 60.0))
    sedikit = rekam(jatuh, diam("8", "Dinas Tata Ruang"), tenggat=None)
    assert next(plain(k) for k in sorotan(sedikit)) == "Dinas Tata Ruang belum lapor TW III."
    cukup = rekam(jatuh, *[unit(f"x{n}") for n in range(8)], diam("8", "Dinas Tata Ruang"))
    assert next(k.jenis for k in sorotan(cukup)) == "turun_tajam"


def test_a_limit_of_the_year_already_exceeded() -> None:
    # 4 + 5 + 3 = 12 kasus against a limit of 10 for the year.
    lewat = indikator(
        "1.A",
        "Temuan berulang",
        satuan="kasus",
        polaritas="minimal",
        realisasi=four(4.0, 5.0, 3.0),
        target_tahunan=10.0,
    )
    kalimat = words(sorotan(rekam(unit(indikator=(lewat,)))))
    assert kalimat["batas_setahun_terlewati"] == (
        "Temuan berulang di Kesehatan sudah 12 kasus sampai TW III, melewati batas setahun 10."
    )
    tepat = replace(lewat, target_tahunan=12.0)
    assert "batas_setahun_terlewati" not in words(sorotan(rekam(unit(indikator=(tepat,)))))
    # The last position may still come down again; nothing is certain.
    posisi = replace(lewat, konsolidasi="nilai_akhir")
    assert "batas_setahun_terlewati" not in words(sorotan(rekam(unit(indikator=(posisi,)))))
    tertinggi = replace(lewat, konsolidasi="maksimum", target_tahunan=4.5)
    assert words(sorotan(rekam(unit(indikator=(tertinggi,)))))["batas_setahun_terlewati"] == (
        "Temuan berulang di Kesehatan sudah 5,0 kasus sampai TW III, melewati batas setahun 4,5."
    )
    kedua = replace(lewat, kode="1.B", uraian="Aduan", target_tahunan=11.0)
    assert words(sorotan(rekam(unit(indikator=(kedua, lewat)))))["batas_setahun_terlewati"] == (
        "Dua indikator sudah melewati batas setahun: Temuan berulang di Kesehatan (12 kasus terhadap batas 10) dan "
        "Aduan di Kesehatan (12 kasus terhadap batas 11)."
    )


def test_what_the_rest_of_the_year_would_have_to_bring() -> None:
    # 28 needed, 6 + 4 + 2 = 12 reached: 16 left for one quarter, more than twice the best, 6; 8 were planned for it.
    berat = indikator("1.A", realisasi=four(6.0, 4.0, 2.0), target=(6.0, 7.0, 7.0, 8.0), target_tahunan=28.0)
    kalimat = words(sorotan(rekam(unit(indikator=(berat,)))))
    assert kalimat["perlu_dua_kali_terbaik"] == (
        "Desa berlistrik di Kesehatan perlu 16 desa lagi dalam satu triwulan, padahal triwulan terbaik sejauh ini 6; "
        "target setahun 28 desa."
    )
    kedua = replace(berat, kode="1.B", uraian="Jalan mantap", realisasi=four(0.0, 0.0, 0.0))
    assert words(sorotan(rekam(unit(indikator=(berat, kedua)))))["perlu_dua_kali_terbaik"] == (
        "Agar target setahun tercapai, dua indikator perlu lebih dari dua kali hasil triwulan terbaiknya pada TW IV: "
        "Jalan mantap di "
        "Kesehatan (perlu 28 desa lagi dalam satu triwulan, padahal triwulan terbaik sejauh ini 0) dan Desa berlistrik "
        "di Kesehatan (perlu 16 desa lagi dalam satu triwulan, padahal triwulan terbaik sejauh ini 6)."
    )
    for tidak in (
        replace(berat, target_tahunan=24.0),  # 12 left: twice the best is enough
        replace(berat, target=(1.0, 1.0, 1.0, 25.0)),  # planned for the end: nobody is behind
        replace(berat, realisasi=four(6.0, None, 2.0)),  # an unreported quarter may hold what is missing
        replace(berat, realisasi=four(6.0, 4.0, None)),
        replace(berat, konsolidasi="nilai_akhir"),
        replace(berat, polaritas=None),
    ):
        assert "perlu_dua_kali_terbaik" not in words(sorotan(rekam(unit(indikator=(tidak,)))))
    assert "perlu_dua_kali_terbaik" not in words(
        sorotan(rekam(unit(indikator=(berat,)), triwulan=2))
    )  # 18 for two
    lagi = replace(kedua, kode="1.C", uraian="Irigasi")
    tengah = rekam(unit(indikator=(kedua, lagi)), triwulan=2)
    assert words(sorotan(tengah))["perlu_dua_kali_terbaik"].startswith(
        "Agar target setahun tercapai, dua indikator perlu rata-rata lebih dari dua kali hasil triwulan terbaiknya "
        "tiap triwulan yang tersisa: Jalan mantap di Kesehatan (perlu 28 desa lagi dalam dua triwulan, "
    )
    awal = rekam(unit(indikator=(replace(berat, realisasi=four(3.0)),)), triwulan=1)
    assert words(sorotan(awal))["perlu_dua_kali_terbaik"].startswith(
        "Desa berlistrik di Kesehatan perlu 25 desa lagi dalam tiga triwulan, padahal TW I 3;"
    )


def test_the_end_of_the_year_counts_what_was_not_reached() -> None:
    kurang = indikator("1.A", capaian=(90.0, 90.0, 90.0, 50.0), realisasi_sd=four(5.0, 10.0, 15.0, 20.0))
    cukup = indikator("1.B", capaian=(100.0,) * 4)
    akhir = rekam(unit(nilai=(90.0,) * 4, indikator=(kurang, cukup)), triwulan=4)
    assert words(sorotan(akhir)) == {
        "akhir_tahun": "Satu dari dua indikator yang dinilai tidak mencapai target sampai TW IV; terendah Desa "
        "berlistrik di Kesehatan (20 dari 40 desa, capaian 50,0 %).",
        "indikator_turun": "Desa berlistrik di Kesehatan turun dari capaian 90,0 % pada TW III menjadi 50,0 %.",
    }
    semua = rekam(unit(nilai=(90.0,) * 4, indikator=(cukup,)), triwulan=4, ukuran="tahun")
    assert words(sorotan(semua)) == {
        "akhir_tahun": "Satu-satunya indikator yang dinilai mencapai target tahun 2026."
    }


def test_overdue_follow_ups() -> None:
    satu = rekam(unit(), tindak_lanjut=(janji(1, "Audit kematian ibu.", kode_unit="1", kode_indikator="1.A"),))
    kalimat = next(k for k in sorotan(satu) if k.jenis == "tindak_lanjut_lewat")
    assert plain(kalimat) == (
        "Tindak lanjut “Audit kematian ibu” (Kepala Dinas, tenggat 7 Okt 2026) di Kesehatan lewat tenggat 10 hari."
    )
    assert (kalimat.unit, kalimat.indikator) == (("1",), ("1.A",))
    banyak = rekam(
        unit(),
        tindak_lanjut=(
            janji(1, "Audit"),
            janji(2, "Rapat", tenggat=date(2026, 9, 17), kode_indikator="1.A"),
            janji(3, "Selesai", keadaan="selesai"),
            janji(4, "Dicabut", batal=True),
            janji(5, "Tanpa tanggal", tenggat=None),
            janji(6, "Hari ini", tenggat=date(2026, 10, 17)),
        ),
    )
    assert words(sorotan(banyak))["tindak_lanjut_lewat"] == (
        "Dua tindak lanjut lewat tenggat; paling lama “Rapat” (Kepala Dinas, tenggat 17 Sep 2026) di Kesehatan, "
        "30 hari."
    )


def test_behind_without_a_follow_up() -> None:
    rendah = unit(nilai=four(70.0, 70.0, 62.4))
    assert words(sorotan(rekam(rendah)))["tertinggal_tanpa_tindak_lanjut"] == (
        "Dinas Kesehatan dengan skor 62,4, di bawah 66, tidak punya tindak lanjut yang terbuka."
    )
    lain = unit("2", "Dinas Sosial", nilai=four(70.0, 70.0, 60.0))
    assert words(sorotan(rekam(rendah, lain)))["tertinggal_tanpa_tindak_lanjut"] == (
        "Kedua OPD yang tertinggal tidak punya tindak lanjut yang terbuka: Sosial (60,0) dan Kesehatan (62,4)."
    )
    dijanjikan = rekam(rendah, lain, tindak_lanjut=(janji(1, "Rapat", kode_unit="1", keadaan="berjalan"),))
    assert words(sorotan(dijanjikan))["tertinggal_tanpa_tindak_lanjut"] == (
        "Satu dari dua OPD yang tertinggal tidak punya tindak lanjut yang terbuka: Sosial (60,0)."
    )
    selesai = rekam(rendah, tindak_lanjut=(janji(1, "Rapat", kode_unit="1", keadaan="selesai"),))
    assert "tertinggal_tanpa_tindak_lanjut" in words(sorotan(selesai))
    direncanakan = replace(rendah, indikator=(indikator("1.A", rencana_tindak_lanjut="Rapat"),))
    assert "tertinggal_tanpa_tindak_lanjut" not in words(sorotan(rekam(direncanakan)))


def test_a_lowered_target_that_looks_better() -> None:
    # 40 of 65 is 61,5 %, 40 of the first 75 only 53,3 %.
    longgar = indikator(
        "1.A",
        realisasi=four(10.0, 10.0, 20.0),
        target_tahunan=65.0,
        target_murni=75.0,
        target=(10.0, 10.0, 20.0, 25.0),
    )
    assert words(sorotan(rekam(unit(indikator=(longgar,)))))["target_dilonggarkan"] == (
        "Target setahun Desa berlistrik di Kesehatan diturunkan dari 75 menjadi 65 desa; capaian setahun sampai TW III "
        "61,5 % terhadap target sekarang, 53,3 % terhadap PK murni."
    )
    # Lower is better: (2 × 12 − 12) / 12 = 100 %, against the first limit of 10 only 80 %.
    batas = indikator(
        "1.B",
        "Angka kematian ibu",
        polaritas="minimal",
        konsolidasi="nilai_akhir",
        satuan="kasus",
        realisasi=four(14.0, 13.0, 12.0),
        target_tahunan=12.0,
        target_murni=10.0,
    )
    assert words(sorotan(rekam(unit(indikator=(batas,)))))["target_dilonggarkan"] == (
        "Batas setahun Angka kematian ibu di Kesehatan dinaikkan dari 10 menjadi 12 kasus; capaian setahun sampai "
        "TW III 100,0 % terhadap target sekarang, 80,0 % terhadap PK murni."
    )
    assert words(sorotan(rekam(unit(indikator=(longgar, batas)))))["target_dilonggarkan"] == (
        "Dua indikator tampak lebih baik karena target setahunnya dilonggarkan pada perubahan PK: Angka kematian ibu "
        "di Kesehatan (100,0 % terhadap target sekarang, 80,0 % terhadap PK murni) dan Desa berlistrik di Kesehatan "
        "(61,5 % terhadap target sekarang, 53,3 % terhadap PK murni)."
    )
    for tidak in (
        replace(longgar, target_murni=60.0),  # raised
        replace(longgar, target_murni=None),
        replace(longgar, target_murni=66.0, realisasi=four(30.0, 30.0, 30.0)),  # 100 either way under the cap
        replace(longgar, realisasi=four(10.0, 10.0, None)),
        replace(batas, konsolidasi="jumlah"),  # a sum is always low before the year ends
        replace(longgar, polaritas="stabil"),
    ):
        assert "target_dilonggarkan" not in words(sorotan(rekam(unit(indikator=(tidak,)))))


def test_indicators_that_fell_in_units_that_did_not() -> None:
    turun = indikator("1.A", capaian=four(100.0, 95.0, 75.0))
    assert words(sorotan(rekam(unit(indikator=(turun,)))))["indikator_turun"] == (
        "Desa berlistrik di Kesehatan turun dari capaian 95,0 % pada TW II menjadi 75,0 %."
    )
    lagi = indikator("2.A", "Jalan mantap", capaian=four(100.0, 95.0, 65.0))
    jatuh = unit("3", "Dinas Tata Ruang", nilai=four(90.0, 90.0, 70.0), indikator=(replace(lagi, kode="3.A"),))
    tiga = rekam(unit(indikator=(turun,)), unit("2", "Dinas Sosial", indikator=(lagi,)), jatuh)
    kalimat = next(k for k in sorotan(tiga) if k.jenis == "indikator_turun")
    assert plain(kalimat) == (
        "Dua indikator di OPD lainnya turun 20 poin atau lebih dari TW II: Jalan mantap di Sosial (capaian 95,0 % "
        "menjadi 65,0 %) dan Desa berlistrik di Kesehatan (capaian 95,0 % menjadi 75,0 %)."
    )
    assert kalimat.indikator == ("2.A", "1.A")
    # Above the cap nothing fell: 180 and 130 are both 100.
    atas = indikator("1.A", capaian=four(100.0, 180.0, 130.0))
    assert "indikator_turun" not in words(sorotan(rekam(unit(indikator=(atas,)))))


def test_partly_reported_and_undeclared() -> None:
    belum = indikator(
        "1.B", "Indeks literasi", polaritas=None, status=four("dinilai", "dinilai", "belum_ditetapkan")
    )
    sebagian = unit(indikator=(indikator("1.A"), belum), peringkat=None, n_dinilai=3, n_terjadwal=9)
    kalimat = words(sorotan(rekam(sebagian)))
    assert kalimat["lapor_sebagian"] == (
        "Dinas Kesehatan sudah lapor, tetapi baru 3 dari 9 indikator terjadwal yang dapat dinilai; belum diberi "
        "peringkat."
    )
    assert kalimat["belum_ditetapkan"] == (
        "Indeks literasi di Kesehatan belum dapat dinilai: polaritas atau cara konsolidasinya belum ditetapkan."
    )
    dua = words(sorotan(rekam(sebagian, replace(sebagian, kode="2", nama_pendek="Sosial"))))
    assert dua["lapor_sebagian"] == (
        "Dua OPD sudah lapor, tetapi indikator terjadwalnya baru sebagian yang dapat dinilai sehingga belum diberi "
        "peringkat: Kesehatan (3 dari 9) dan Sosial (3 dari 9)."
    )
    assert dua["belum_ditetapkan"] == (
        "Dua indikator di Kesehatan dan Sosial belum dapat dinilai: polaritas atau cara konsolidasinya belum "
        "ditetapkan."
    )


def test_a_quiet_quarter_says_one_true_sentence() -> None:
    assert words(sorotan(rekam(unit(), unit("2", "Dinas Sosial")))) == {
        "tenang": "Kedua OPD sudah lapor TW III; tidak ada yang tertinggal dan tidak ada tindak lanjut yang "
        "lewat tenggat."
    }
    assert words(sorotan(rekam(unit()))) == {
        "tenang": "Dinas Kesehatan sudah lapor TW III; tidak ada yang tertinggal dan tidak ada tindak lanjut yang "
        "lewat tenggat."
    }
    assert sorotan(rekam()) == ()


def test_an_unfinished_year_judges_nobody() -> None:
    jatuh = unit(nilai=four(20.0, 30.0, 40.0), penyerapan=90.0, peringkat=2)
    kalimat = words(sorotan(running(rekam(jatuh, unit("2", "Dinas Sosial", nilai=four(30.0, 50.0, 70.0))))))
    assert kalimat == {
        "terjauh_dari_target_tahun": "Terjauh dari target tahun 2026 sampai TW III: Kesehatan (40,0 %); tahun belum "
        "selesai."
    }
