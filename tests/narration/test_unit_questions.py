"""Questions to one unit; every expected sentence is written by hand from the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sakip_app.narration import pertanyaan_unit
from sakip_app.snapshot.model import UnitRekam
from tests.narration.sample import AKI, ATURAN, DESA, diam, four, indikator, janji, plain, rekam, running, unit


def ask(satu: UnitRekam, *lain: UnitRekam, **ubah: Any) -> list[str]:
    return [plain(kalimat) for kalimat in pertanyaan_unit(rekam(satu, *lain, **ubah), satu, 99)]


def test_the_order_and_how_many() -> None:
    satu = unit(
        nilai=four(90.0, 81.0, 62.4),
        indikator=(
            DESA,
            replace(AKI, rencana_tindak_lanjut=None),
            replace(DESA, kode="1.D", uraian="Jalan mantap"),
        ),
        penyerapan=70.9,
    )
    semua = ask(satu, tindak_lanjut=(janji(1, "Rapat", kode_unit="1"),))
    assert semua == [
        "Tindak lanjut “Rapat” (Kepala Dinas, tenggat 7 Okt 2026) lewat tenggat 10 hari. Apa yang masih "
        "menahannya, dan kapan selesai?",
        "Skor TW III 62,4, turun dari 81,0. Apa yang berubah sejak TW II?",
        "Desa berlistrik: 12 dari 30 desa, capaian 42,9 %; kendala belum ditulis. Apa yang menahannya?",
        "Anggaran terserap 70,9 %, skor 62,4. Belanja mana yang tidak menggerakkan indikator?",
        "Jalan mantap: 12 dari 30 desa, capaian 42,9 %; kendala belum ditulis. Apa yang menahannya?",
        "Angka kematian ibu naik dari 96 menjadi 131 per 100 rb KH, batas 86. Apa penyebab kenaikannya?",
    ]
    tiga = pertanyaan_unit(rekam(satu), satu)
    assert len(tiga) == 3
    assert all(kalimat.tanya and "Tanya:" not in kalimat.teks for kalimat in tiga)
    assert pertanyaan_unit(rekam(satu), satu, 1)[0].jenis == "turun"
    assert (
        plain(tiga[0])
        == "Skor TW III 62,4, turun dari 81,0; belum ada tindak lanjut. Apa yang berubah sejak TW II?"
    )


def test_a_fall_after_all_that_was_promised_is_done() -> None:
    satu = unit(nilai=four(90.0, 81.0, 75.9))
    assert ask(satu, tindak_lanjut=(janji(1, "Rapat", kode_unit="1", keadaan="selesai"),))[0] == (
        "Skor TW III 75,9, turun dari 81,0; tindak lanjut yang ada sudah selesai. Apa yang berubah sejak TW II?"
    )
    assert ask(unit(nilai=four(90.0, 81.0, 76.1)))[0].startswith("Satu-satunya indikator")  # 4.9 poin is not asked


def test_several_overdue_promises_are_one_question() -> None:
    satu = unit(indikator=(DESA,))
    lewat = (
        janji(1, "Audit", kode_indikator="1.B"),
        janji(2, "Rapat", kode_unit="1", tenggat=date(2026, 10, 16), penanggung_jawab="Camat"),
    )
    assert ask(satu, tindak_lanjut=lewat)[0] == (
        "Dua tindak lanjut lewat tenggat, paling lama “Audit” (Kepala Dinas, tenggat 7 Okt 2026), 10 hari. Apa "
        "yang masih menahannya, dan kapan selesai?"
    )


def test_a_silent_unit() -> None:
    sunyi = diam("1", "Dinas Kesehatan")
    assert ask(sunyi) == [
        "Belum ada realisasi TW III; tenggat 15 Oktober 2026, sudah lewat dua hari. Apa yang masih kurang, dan "
        "kapan masuk?"
    ]
    assert ask(sunyi, hari=date(2026, 10, 14)) == [
        "Belum ada realisasi TW III; tenggat 15 Oktober 2026, satu hari lagi. Apa yang masih kurang, dan kapan masuk?"
    ]
    assert ask(sunyi, tenggat=None) == ["Belum ada realisasi TW III. Apa yang masih kurang, dan kapan masuk?"]
    kosong = unit(indikator=(), nilai=four(), lapor=False)
    assert ask(kosong) == ["Belum ada indikator untuk tahun 2026. Siapa yang menyusunnya, dan kapan selesai?"]


def test_what_follows_from_what_the_unit_wrote() -> None:
    angka = "Desa berlistrik: 12 dari 30 desa, capaian 42,9 %; "
    kendala = replace(DESA, kendala="Tiang habis.")
    assert ask(unit(indikator=(kendala,)))[0] == (
        f"{angka}kendala “Tiang habis”, belum ada tindak lanjut. Siapa yang menyelesaikannya, dan kapan?"
    )
    dijanjikan = (janji(1, "Beli tiang", kode_unit="1", keadaan="berjalan", tenggat=None),)
    assert ask(unit(indikator=(kendala,)), tindak_lanjut=dijanjikan)[0] == (
        f"{angka}kendala “Tiang habis”. Apa yang sudah berubah sejak ada tindak lanjut?"
    )
    rencana = replace(kendala, rencana_tindak_lanjut="Beli tiang", pic="Kabid", batas_waktu="akhir Oktober")
    assert ask(unit(indikator=(rencana,)))[0] == (
        f"{angka}rencananya “Beli tiang” (Kabid, akhir Oktober). Kapan hasilnya terlihat pada angka ini?"
    )
    lewat = replace(rencana, batas_waktu="2026-10-10", pic=None)
    assert ask(unit(indikator=(lewat,)))[0] == (
        f"{angka}rencananya “Beli tiang” (10 Okt 2026), tenggatnya lewat tujuh hari. Sudah selesaikah, dan apa "
        "hasilnya?"
    )


def test_what_the_year_still_asks() -> None:
    berat = replace(DESA, realisasi=four(6.0, 4.0, 2.0), target_tahunan=28.0)
    assert ask(unit(indikator=(berat,)))[0] == (
        "Desa berlistrik perlu 16 desa lagi dalam satu triwulan, padahal triwulan terbaik sejauh ini 6; target "
        "setahun 28 desa. Berapa yang realistis sampai TW IV?"
    )
    temuan = indikator(
        "1.A",
        "Temuan berulang",
        satuan="kasus",
        polaritas="minimal",
        realisasi=four(4.0, 5.0, 3.0),
        target_tahunan=10.0,
    )
    assert ask(unit(indikator=(temuan,)))[0] == (
        "Temuan berulang sudah 12 kasus sampai TW III, melewati batas setahun 10. Berapa yang realistis sampai TW "
        "IV, dan apa yang menahannya?"
    )
    assert ask(unit(indikator=(replace(temuan, target_tahunan=0.0),)))[0] == (
        "Temuan berulang sudah 12 kasus sampai TW III, melewati batas setahun 0. Apa yang mencegahnya terulang?"
    )


def test_a_count_that_should_stay_low_and_grew() -> None:
    # 4, 5, then 9: together 18 of at most 15 by TW III, of at most 30 in the year.
    kasus = indikator(
        "1.A",
        "Kasus DBD",
        satuan="kasus",
        polaritas="minimal",
        realisasi=four(4.0, 5.0, 9.0),
        realisasi_sd=four(4.0, 9.0, 18.0),
        target_sd=(5.0, 10.0, 15.0, 30.0),
        target_tahunan=30.0,
        capaian=four(100.0, 100.0, 80.0),
    )
    assert ask(unit(indikator=(kasus,)))[0] == (
        "Kasus DBD bertambah 9 kasus pada TW III, pada TW II 5; sampai TW III 18 terhadap batas 15. Apa penyebab "
        "kenaikannya?"
    )
    for tenang in (
        replace(kasus, realisasi=four(4.0, 9.0, 9.0)),
        replace(kasus, realisasi=four(4.0, None, 9.0)),
        replace(kasus, realisasi_sd=four(4.0, 9.0, 15.0)),
    ):
        assert not any("kenaikannya" in teks for teks in ask(unit(indikator=(tenang,))))


def test_money_that_waits() -> None:
    lambat = unit(nilai=four(50.0, 50.0, 50.0), penyerapan=31.0)
    assert "Anggaran terserap 31,0 %, skor 50,0; acuan TW III 60,0 %. Kegiatan mana yang belum berjalan?" in ask(
        lambat
    )
    hemat = unit(penyerapan=50.0)
    assert (
        "Anggaran sampai TW II terserap 30,0 %, skor 90,0; acuan TW II 40,0 %. Belanja apa yang masih menunggu?"
        in (ask(replace(hemat, penyerapan=30.0), anggaran_sampai=2))
    )
    assert not any("menunggu" in teks for teks in ask(replace(hemat, penyerapan=50.1)))


def test_what_is_missing_or_undeclared() -> None:
    belum = indikator("1.B", "Indeks A", capaian=four(90.0, 90.0))
    assert "Indeks A belum lengkap dilaporkan. Kapan angkanya masuk?" in ask(unit(indikator=(indikator(), belum)))
    dua = replace(belum, kode="1.C", uraian="Indeks B")
    assert "Dua indikator belum lengkap dilaporkan: Indeks A dan Indeks B. Kapan angkanya masuk?" in ask(
        unit(indikator=(indikator(), belum, dua))
    )
    tanpa = replace(belum, status=four(None, None, "belum_ditetapkan"))
    assert (
        "Indeks A belum dapat dinilai karena polaritas atau cara konsolidasinya belum ditetapkan. Siapa yang "
        "menetapkannya?"
    ) in ask(unit(indikator=(indikator(), tanpa)))


def test_an_eased_target() -> None:
    longgar = indikator("1.A", realisasi=four(10.0, 10.0, 20.0), target_tahunan=65.0, target_murni=75.0)
    longgar = replace(longgar, target=(10.0, 10.0, 20.0, 25.0))
    assert ask(unit(indikator=(longgar,)))[0] == (
        "Target setahun Desa berlistrik diturunkan dari 75 menjadi 65 desa; capaian setahun sampai TW III 61,5 % "
        "terhadap target sekarang, 53,3 % terhadap PK murni. Apa dasar perubahan targetnya?"
    )


def test_nothing_wrong_asks_what_keeps_it() -> None:
    lain = unit("2", "Dinas Sosial")
    assert ask(unit(), lain) == [
        "Satu-satunya indikator yang dinilai mencapai target. Apa yang menjaganya, dan apa yang dapat ditiru OPD lain?"
    ]
    assert ask(unit(nilai=four(70.0, 80.0, 90.0)), lain) == [
        "Skor naik 10,0 poin dari TW II menjadi 90,0. Apa yang menggerakkannya, dan apa yang dapat ditiru OPD lain?"
    ]
    cukup = indikator("1.D", capaian=four(90.0, 90.0, 70.0), realisasi_sd=four(9.0, 18.0, 21.0))
    assert ask(unit(indikator=(cukup,))) == [
        "Yang terendah Desa berlistrik: 21 dari 30 desa, capaian 70,0 %. Apa yang diperlukan agar targetnya tercapai?",
        "Skor 90,0, tidak ada indikator di bawah 66. Apa yang menjaganya, dan apa inovasi berikutnya?",
    ]
    assert ask(unit(nilai=four(75.0, 75.0, 75.0), indikator=(cukup,))) == [
        "Yang terendah Desa berlistrik: 21 dari 30 desa, capaian 70,0 %. Apa yang diperlukan agar targetnya tercapai?"
    ]
    belum = unit(nilai=four(), indikator=(indikator("1.B", capaian=four(), status=four(*["tanpa_target"] * 3)),))
    assert ask(belum) == [
        "Realisasi TW III sudah masuk, tetapi belum dapat dinilai: belum ada target triwulan. Siapa yang "
        "melengkapinya, dan kapan?"
    ]
    nanti = unit(
        nilai=four(), indikator=(indikator("1.B", capaian=four(), status=four(*["belum_dijadwalkan"] * 3)),)
    )
    assert ask(nanti) == [
        "Realisasi TW III sudah masuk, tetapi belum dapat dinilai: belum ada yang dijadwalkan sampai triwulan ini. "
        "Apa yang sudah disiapkan untuk triwulan berikutnya?"
    ]


def test_an_indicator_is_asked_about_once() -> None:
    # Far behind and its target eased: the second question about it gives way.
    longgar = replace(DESA, realisasi=four(6.0, 4.0, 2.0), target_tahunan=28.0, target_murni=40.0)
    asked = pertanyaan_unit(rekam(unit(indikator=(longgar,))), unit(indikator=(longgar,)))
    assert [kalimat.jenis for kalimat in asked] == ["perlu_dua_kali_terbaik"]


def test_an_unfinished_year_asks_without_judging() -> None:
    satu = unit(
        nilai=four(20.0, 30.0, 40.0), indikator=(replace(DESA, capaian=four(10.0, 20.0, 30.0)),), penyerapan=9.0
    )
    tahun = running(rekam(satu))
    assert [plain(k) for k in pertanyaan_unit(tahun, tahun.unit[0])] == [
        "Desa berlistrik: 12 dari 40 desa, 30,0 % dari target tahun. Berapa yang direncanakan sampai TW IV?"
    ]
    # Nothing was due of it this quarter: it is not missing.
    nanti = indikator("1.C", target=(None, None, None, 5.0), capaian=four())
    akhir = running(rekam(replace(satu, indikator=(*satu.indikator, nanti))))
    assert not any("lengkap" in k.teks for k in pertanyaan_unit(akhir, akhir.unit[0], 99))
    kini = replace(nanti, target=(None, None, 5.0, 5.0))
    jatuh_tempo = running(rekam(replace(satu, indikator=(*satu.indikator, kini))))
    assert any("lengkap" in k.teks for k in pertanyaan_unit(jatuh_tempo, jatuh_tempo.unit[0], 99))


# Last year's indicator "9.X" is this year's "1.B": another code, the same kunci.
TAHUN_LALU = replace(
    janji(1, "Pasang jaringan", kode_unit="1", kode_indikator="9.X", kunci="listrik"), tahun=2025, triwulan=4
)


def test_a_promise_about_last_years_twin_of_an_indicator_is_a_follow_up_of_it() -> None:
    milik = replace(DESA, kunci="listrik", kendala="Jaringan putus")
    satu = unit(nilai=four(90.0, 81.0, 62.4), indikator=(milik,))
    berjalan = replace(TAHUN_LALU, keadaan="berjalan", tenggat=date(2026, 12, 1))
    assert ask(satu, tindak_lanjut=(berjalan,))[:2] == [
        "Skor TW III 62,4, turun dari 81,0. Apa yang berubah sejak TW II?",
        "Desa berlistrik: 12 dari 30 desa, capaian 42,9 %; kendala “Jaringan putus”. Apa yang sudah berubah sejak "
        "ada tindak lanjut?",
    ]
    overdue = pertanyaan_unit(rekam(satu, tindak_lanjut=(TAHUN_LALU,)), satu)[0]
    assert (overdue.jenis, overdue.indikator) == ("tindak_lanjut_lewat", ("1.B",))
    other = unit("2", "Dinas Lain", indikator=(replace(milik, kode="2.B"),))  # its kunci names another indicator
    assert "belum ada tindak lanjut" in ask(other, tindak_lanjut=(berjalan,))[0]


def test_a_promise_about_an_indicator_that_is_gone_is_still_one_of_the_unit() -> None:
    satu = unit(nilai=four(90.0, 81.0, 75.9), indikator=(indikator("1.Z", kunci="lain"),))
    assert "belum ada tindak lanjut" not in ask(satu, tindak_lanjut=(replace(TAHUN_LALU, tenggat=None),))[0]


def test_a_unit_without_indicators_is_asked_about_its_overdue_promise_first() -> None:
    kosong = unit(indikator=(), nilai=four(), lapor=False, peringkat=None, selisih=None)
    lewat = janji(1, "Susun IKU", kode_unit="1")
    assert ask(kosong, tindak_lanjut=(lewat,)) == [
        "Tindak lanjut “Susun IKU” (Kepala Dinas, tenggat 7 Okt 2026) lewat tenggat 10 hari. Apa yang masih "
        "menahannya, dan kapan selesai?",
        "Belum ada indikator untuk tahun 2026. Siapa yang menyusunnya, dan kapan selesai?",
    ]


def test_a_spending_edge_is_printed_as_the_rule_states_it() -> None:
    aturan = replace(ATURAN, acuan_penyerapan=(15.0, 40.0, 60.25, 90.0))
    satu = unit(nilai=four(90.0, 60.0, 60.0), indikator=(DESA,), penyerapan=40.0)
    asked = " ".join(ask(satu, aturan=aturan))
    assert "Anggaran terserap 40,0 %, skor 60,0; acuan TW III 60,25 %." in asked
