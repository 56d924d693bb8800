"""Sentences for zero, one, many and nothing; expected texts stand in the visual language or are made by hand."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sakip_app.text.dates import format_jam, format_tanggal, format_waktu
from sakip_app.text.explain import kalimat_batas, kalimat_gabung, kalimat_pita, rincian_dinilai
from sakip_app.text.sentences import (
    headline_indikator,
    headline_instansi,
    headline_unggah,
    headline_unit,
    section_kuadran,
    section_merah,
    section_penahan,
    section_peringkat,
    teks_potongan,
)
from sakip_app.text.trust import open_matters, trust_line
from sakip_app.text.words import bilangan, bilangan_awal, gabung, kata_status, tw


@pytest.mark.parametrize(
    ("n", "lalu", "ekor"),
    [
        (7, 1, "Tujuh OPD tertinggal; pada triwulan II baru satu."),
        (7, 0, "Tujuh OPD tertinggal; pada triwulan II belum ada."),
        (7, 7, "Tujuh OPD tertinggal, sama banyak dengan triwulan II."),
        (1, 12, "Satu OPD tertinggal; pada triwulan II masih 12."),
        (0, 3, "Tidak ada OPD yang tertinggal; pada triwulan II masih tiga."),
        (0, 0, "Tidak ada OPD yang tertinggal, seperti pada triwulan II."),
        (23, None, "23 OPD tertinggal."),
    ],
)
def test_headline_instansi(n, lalu, ekor):
    said = headline_instansi("82,9 %", "Tinggi", 3, n, lalu, n_lapor=41)
    assert said == f"Capaian triwulan III 82,9 %, Tinggi. {ekor}"


def test_headline_instansi_without_anything_or_a_quarter_before():
    assert headline_instansi(None, None, 4, n_lapor=0, sebutan="satker") == (
        "Belum ada satker yang lapor untuk triwulan IV."
    )
    assert headline_instansi("70,0 %", "Sedang", 1, 2, 5, n_lapor=9).endswith("Dua OPD tertinggal.")


@pytest.mark.parametrize(
    ("n", "sebab", "siapa", "mengapa"),
    [
        (1, ["belum_ditetapkan"], "Satu OPD", "polaritas belum ditetapkan"),
        (48, ["tanpa_target"], "48 OPD", "belum ada target triwulan"),
        (
            5,
            ["tanpa_target", "belum_ditetapkan"],
            "Lima OPD",
            "belum ada target triwulan dan polaritas belum ditetapkan",
        ),
        (2, ["belum_lapor"], "Dua OPD", "realisasi yang terjadwal belum lengkap"),
    ],
)
def test_who_reported_is_never_called_silent(n, sebab, siapa, mengapa):
    said = headline_instansi(None, None, 4, n_lapor=n, sebab=sebab)
    assert said == f"{siapa} sudah lapor untuk triwulan IV; belum ada yang dapat dinilai: {mengapa}."


def test_headline_instansi_points_to_the_annual_target_where_there_is_one():
    said = headline_instansi(None, None, 2, n_lapor=3, sebab=["tanpa_target"], lihat_tahun=True)
    assert said.endswith(": belum ada target triwulan. Lihat terhadap target tahun.")
    assert headline_instansi(None, None, 2, n_lapor=3, sebab=["tanpa_target"], tahun=2026).endswith(
        ": belum ada target tahun."
    )


def test_an_unfinished_year_judges_nobody():
    assert headline_instansi("55,0 %", "Rendah", 1, None, n_lapor=48, tahun=2026) == (
        "Capaian s.d. triwulan I 55,0 % dari target tahun 2026."
    )
    assert headline_instansi("76,5 %", "Tinggi", 4, None, n_lapor=0, tahun=2026) == (
        "Capaian s.d. triwulan IV 76,5 % dari target tahun 2026. Belum ada OPD yang lapor untuk triwulan IV."
    )
    assert headline_instansi("85,0 %", "Tinggi", 4, 2, n_lapor=48, tahun=2025) == (
        "Capaian s.d. triwulan IV 85,0 % dari target tahun 2025, Tinggi. Dua OPD tertinggal."
    )
    assert headline_unit(
        "RSUD", "20,0 %", "Sangat Rendah", 1, 3, None, "Sangat Rendah", lapor=True, tahun=2026
    ) == ("RSUD 20,0 % dari target tahun 2026 s.d. triwulan I. Tiga indikator dinilai.")
    assert section_merah(7, "satker", tahun=2026) == "Satker terjauh dari target tahun 2026"
    assert section_merah(7, tahun=2026) == "OPD terjauh dari target tahun 2026"
    assert section_merah(0, tahun=2026) == "Tidak ada OPD yang jauh dari target tahun 2026"
    assert section_penahan(["A", "B"], 5, tahun=2026) == "Terjauh dari target tahun 2026: A dan B"
    assert section_penahan([], 5, tahun=2026) == "Tidak ada indikator yang jauh dari target tahun 2026"


def test_trust_line():
    penuh = trust_line(
        41, 48, 3, "Permendagri 86/2017", contoh=False, batas_atas=100.0, n_berubah=5, sejak=date(2026, 10, 14)
    )
    assert teks_potongan(penuh) == (
        "41 dari 48 OPD sudah lapor; 3 terlambat; 5 angka berubah sejak 14 Okt"
        " · aturan Permendagri 86/2017 · batas 100"
    )
    kosong = trust_line(
        0,
        6,
        0,
        "kpu-contoh",
        contoh=True,
        batas_atas=None,
        tenggat=date(2027, 1, 15),
        hari_ini=date(2026, 11, 21),
        sebutan="satker",
    )
    assert teks_potongan(kosong) == (
        "0 dari 6 satker sudah lapor; tenggat 15 Januari 2027, 55 hari lagi"
        " · aturan kpu-contoh (contoh) · tanpa batas atas"
    )


def test_trust_line_tells_what_is_open():
    line = trust_line(
        41,
        48,
        3,
        "Perbup 12/2026",
        contoh=False,
        batas_atas=100.0,
        n_berubah=5,
        sejak=date(2026, 10, 14),
        ada_rekam=True,
        n_temuan=2,
        n_lewat=4,
    )
    assert teks_potongan(line) == (
        "41 dari 48 OPD sudah lapor; 3 terlambat; 5 angka berubah sejak 14 Okt; 2 temuan terbuka; "
        "4 tindak lanjut lewat tenggat · aturan Perbup 12/2026 · batas 100"
    )
    opened: dict[str, str] = {}
    for piece in line:
        opened[piece.buka] = opened.get(piece.buka, "") + piece.teks
    assert opened["lapor"] == "41 dari 48 OPD sudah lapor"
    assert opened["terlambat"] == "3 terlambat"
    assert opened["berubah"] == "5 angka berubah sejak 14 Okt"
    assert opened["temuan"] == "2 temuan terbuka"
    assert opened["janji"] == "4 tindak lanjut lewat tenggat"


def test_that_nothing_changed_is_said_only_against_a_snapshot():
    assert not open_matters(0, date(2026, 10, 14), 0, 0)
    (said,) = open_matters(0, date(2026, 10, 14), 0, 0, ada_rekam=True)
    assert (said.teks, said.buka) == ("; tidak ada angka berubah sejak 14 Okt", "")


def test_headline_unit():
    dinkes = "Dinas Kesehatan"
    assert headline_unit(dinkes, "64,9 %", "Rendah", 3, 9, 4, "Sangat Rendah", lapor=True) == (
        "Dinas Kesehatan 64,9 %, Rendah. Empat dari sembilan indikator Sangat Rendah."
    )
    assert headline_unit(dinkes, "64,9 %", "Rendah", 3, 9, 9, "Sangat Rendah", lapor=True).endswith(
        "Semua sembilan indikator Sangat Rendah."
    )
    assert headline_unit(dinkes, "95,0 %", "Sangat Tinggi", 3, 9, 0, "Sangat Rendah", lapor=True).endswith(
        "Tidak ada indikator Sangat Rendah."
    )
    assert headline_unit(dinkes, None, None, 3, 0, 0, "Sangat Rendah", lapor=True) == (
        "Dinas Kesehatan belum punya capaian untuk triwulan III."
    )


def test_headline_unit_names_the_level_it_counts():
    def said(n: int, lowest: int | None) -> str:
        return headline_unit("RSUD", "64,9 %", "Rendah", 3, n, lowest, "Kurang", lapor=True, jenjang="program")

    assert said(9, 0) == "RSUD 64,9 %, Rendah. Tidak ada indikator program Kurang."
    assert said(9, 4) == "RSUD 64,9 %, Rendah. Empat dari sembilan indikator program Kurang."
    assert said(9, 9) == "RSUD 64,9 %, Rendah. Semua sembilan indikator program Kurang."
    assert said(1, 0) == "RSUD 64,9 %, Rendah. Baru satu indikator program dinilai."
    assert said(3, None) == "RSUD 64,9 %. Tiga indikator program dinilai."


@pytest.mark.parametrize(
    ("sebab", "lapor", "mengapa"),
    [
        (["belum_lapor"], False, "belum lapor"),
        (["belum_lapor"], True, "realisasi yang terjadwal belum lengkap"),
        (["belum_ditetapkan"], True, "polaritas belum ditetapkan"),
        (["tanpa_target"], True, "belum ada target triwulan"),
        (["belum_dijadwalkan"], True, "belum ada yang dijadwalkan sampai triwulan ini"),
        (["belum_akhir_tahun"], True, "baru dinilai pada akhir tahun"),
        (
            ["tanpa_target", "belum_ditetapkan", "belum_lapor"],
            True,
            "belum ada target triwulan, polaritas belum ditetapkan, dan realisasi yang terjadwal belum lengkap",
        ),
    ],
)
def test_headline_unit_says_why_there_is_no_value(sebab, lapor, mengapa):
    said = headline_unit("RSUD", None, None, 3, 0, 0, "Sangat Rendah", lapor=lapor, sebab=sebab)
    assert said == f"RSUD belum punya capaian untuk triwulan III: {mengapa}."


def test_headline_indikator():
    def tulis(**k):
        return headline_indikator("X", "62,1 %", "Rendah", triwulan=3, **k)

    assert tulis(realisasi=8.9, target=25.0, satuan="%", konsolidasi="jumlah", polaritas="maksimal") == (
        "X 62,1 %, Rendah. TW III hanya menambah 8,9 dari 25,0."
    )
    assert tulis(realisasi=26, target=25, konsolidasi="jumlah", polaritas="maksimal").endswith(
        "menambah 26 dari 25."
    )
    assert tulis(realisasi=131, target=86, konsolidasi="nilai_akhir", polaritas="minimal").endswith(
        "131, batas 86."
    )
    assert headline_indikator("X", None, None, triwulan=3, status="tanpa_target") == (
        "X: tanpa target pada triwulan III."
    )


def test_sections():
    assert section_merah(7) == "Tujuh OPD perlu keputusan"
    assert section_merah(0) == "Tidak ada OPD yang perlu keputusan"
    assert section_merah(0, "satker", ada_skor=False) == "Belum ada satker yang punya skor"
    assert section_kuadran(4, 41) == "Empat OPD sudah membelanjakan dana, kinerjanya belum ikut"
    assert section_kuadran(0, 0) == "Belum ada penyerapan yang dapat dibandingkan dengan kinerja"
    assert section_peringkat(["Disdukcapil"], 31, 41, "Tinggi") == (
        "Disdukcapil memimpin; 31 dari 41 OPD berpredikat Tinggi ke atas"
    )
    assert section_peringkat(["Disdukcapil"], 31, 41, "Tinggi", 12) == (
        "Disdukcapil memimpin; 31 dari 41 OPD berpredikat Tinggi ke atas. Dua belas turun dua triwulan berturut-turut"
    )
    assert section_peringkat(["A"], 0, 3, "Tinggi", 1, sebutan="satker") == (
        "A memimpin; belum ada satker berpredikat Tinggi ke atas. Satu turun dua triwulan berturut-turut"
    )
    assert section_peringkat(["A", "B", "C"], 5, 5, "Baik") == (
        "A, B, dan satu lainnya memimpin; semua lima OPD berpredikat Baik ke atas"
    )
    assert section_peringkat(["A"], 1, 1, "Tinggi") == "Baru A yang diberi peringkat"
    assert section_peringkat([], 0, 0, "Tinggi") == "Belum ada OPD yang diberi peringkat"
    assert section_peringkat([], 0, 0, "Tinggi", 2) == (
        "Belum ada OPD yang diberi peringkat. Dua OPD turun dua triwulan berturut-turut"
    )
    assert section_penahan([], 9) == "Tidak ada indikator yang tertinggal"
    assert section_penahan([], 0) == "Belum ada indikator yang dinilai"


def test_explanations():
    assert kalimat_gabung("jumlah", [18.6, 17.2, 8.9, None], 44.7, "%") == (
        "Digabung dengan cara jumlah: 18,6 + 17,2 + 8,9 = 44,7."
    )
    assert "0 + 3" in kalimat_gabung("jumlah", [0.0, float("nan"), 3.0], 3.0)  # a zero counts, a blank does not
    assert kalimat_pita("62,0833", 51, 66) == "51 ≤ 62,0833 < 66. Dibulatkan hanya untuk ditampilkan."
    assert kalimat_pita("95,0", 91, None).startswith("91 ≤ 95,0.")
    assert kalimat_pita("51", 50, 65, ">").startswith("50 < 51 ≤ 65.")
    assert "dihitung 100" in kalimat_batas("112,5", bawah=0, atas=100, terpotong="atas")
    assert kalimat_batas("250", bawah=None, atas=None, terpotong=None) == "Aturan ini tidak memotong capaian."
    rinci = rincian_dinilai(9, 11, {"belum_dijadwalkan": 1, "tanpa_target": 1, "belum_lapor": 0})
    assert teks_potongan(rinci) == "9 dari 11 indikator dinilai; 1 belum dijadwalkan; 1 tanpa target"


def test_headline_unggah():
    assert headline_unggah(38, 0, 3) == "38 indikator terbaca. Tidak ada galat, tiga hal perlu dilihat."
    assert headline_unggah(35, 1, 0) == "Satu sel belum terbaca. Belum ada yang disimpan."
    assert headline_unggah(0, 0, 0) == "Tidak ada indikator yang terbaca dari berkas ini."


def test_words():
    assert [bilangan(n) for n in (0, 1, 9, 10, 1500)] == ["nol", "satu", "sembilan", "10", "1.500"]
    assert [bilangan_awal(n) for n in (1, 11, 19, 20)] == ["Satu", "Sebelas", "Sembilan belas", "20"]
    assert gabung([]) == ""
    assert kata_status("belum_lapor") == "belum lapor"
    with pytest.raises(ValueError, match="1 sampai 4"):
        tw(5)


def test_dates():
    assert [format_tanggal(date(2026, m, 1)) for m in (5, 8, 12)] == ["1 Mei 2026", "1 Agu 2026", "1 Des 2026"]
    lewat_tengah_malam = datetime(2026, 10, 16, 18, 5, tzinfo=UTC)
    assert format_waktu(lewat_tengah_malam) == "17 Okt 2026 pukul 01.05 WIB"
    assert format_waktu(lewat_tengah_malam, "WIT") == "17 Okt 2026 pukul 03.05 WIT"
    assert format_jam(lewat_tengah_malam.astimezone(timezone(timedelta(hours=-5)))) == "01.05 WIB"
    assert format_tanggal(None) == "–"
