"""Real public forms, where they lie beside the project: every figure, and every finding judged."""

import csv
from pathlib import Path

import pytest

from sakip_app.workbook import BerkasDitolakError, Jawaban, read_workbook

BERSAMA = Path(__file__).parents[3] / "shared"
BUKU, TABEL, JAHAT = BERSAMA / "workbooks", BERSAMA / "vectors", BERSAMA / "hostile"
pytestmark = pytest.mark.skipif(not BUKU.exists(), reason="the real workbooks are not part of the project")


def read(nama, folder=BUKU):
    return read_workbook((folder / nama).read_bytes(), nama)


@pytest.fixture(scope="module")
def deli():
    return read("e81_bappedalitbang_deliserdang_2025.xlsx")


def table(berkas):
    return csv.DictReader(berkas.read_text(encoding="utf-8").splitlines())


def number(teks):
    return float(teks) if teks else None


def test_all_figures_of_the_93_rows(deli):
    dengan = {int(b["row"]): b for b in table(TABEL / "04_deliserdang_bappedalitbang_2025_E81_triwulan.csv")}
    assert [i.baris for i in deli.indikator] == sorted(dengan)
    assert len(deli.indikator) == 93
    for satu in deli.indikator:
        b = dengan[satu.baris]
        assert satu.uraian == " ".join(b["indikator"].split())
        assert satu.satuan == b["satuan"]
        assert satu.target_tahunan == number(b["target_tahun_K"])
        assert satu.pagu == number(b["anggaran_tahun_Rp"])
        assert satu.realisasi == {t: number(b[f"tw{t}_K"]) for t in range(1, 5)}
        assert satu.realisasi_anggaran == {t: number(b[f"tw{t}_Rp"]) for t in range(1, 5)}
        assert satu.realisasi_tahun == number(b["realisasi_tahun_K"])
        assert satu.target_renstra == number(b["target_renstra_2030_K"])
        cetak = b["tingkat_capaian_renstra_K_pct"]
        assert satu.capaian_tercetak == (None if cetak.startswith("#") else number(cetak))
        assert satu.target == {1: None, 2: None, 3: None, 4: None}
        assert (satu.konsolidasi, satu.cara_isi, satu.polaritas) == ("jumlah", "tambahan", None)
        if satu.realisasi_tahun is not None:  # (7 + 13) / 6: what is left for column 7
            assert satu.realisasi_lalu + satu.realisasi_tahun == pytest.approx(
                number(b["realisasi_sd_2025_K"]), abs=1e-9
            )


def test_printed_capaian_of_the_other_table(deli):
    # its rows name the Excel row in the remark: "baris 13; …"
    cetak = {}
    for b in table(TABEL / "03_deliserdang_bappedalitbang_2025_E81_renstra.csv"):
        cetak[int(b["catatan"].split("baris ")[1].split(";")[0])] = b["capaian_terbit"]
    for satu in deli.indikator:
        teks = cetak.get(satu.baris)
        if teks and not teks.startswith("#"):
            assert satu.capaian_tercetak == float(teks), satu.baris


def test_what_the_sheet_says_of_itself(deli):
    assert (deli.tata_letak, deli.lembar, deli.tahun, deli.instansi) == (
        "e81",
        "Realisasi TW IV",
        2025,
        "Kabupaten Deli Serdang",
    )
    assert deli.unit == "Badan Perencanaan Pembangunan Daerah, Penelitian dan Pengembangan (BAPPEDALITBANG)"
    assert deli.baris_kepala == (6, 9)
    jenjang = {i.baris: i.jenjang for i in deli.indikator}
    assert {b for b, j in jenjang.items() if j == "program"} == {13, 55, 70, 92, 97, 106, 107}
    kegiatan = {14, 22, 27, 30, 39, 45, 49, 56, 64, 67, 71, 77, 84, 93, 98, 101, 103}  # the fills of the sheet
    assert {b for b, j in jenjang.items() if j == "kegiatan"} == kegiatan
    assert {j for b, j in jenjang.items() if b not in kegiatan} == {"program", "subkegiatan"}
    lima_belas = next(i for i in deli.indikator if i.baris == 15)
    assert lima_belas.sel == "Realisasi TW IV!H15"
    assert lima_belas.asal["realisasi", 1] == "Realisasi TW IV!P15"
    assert lima_belas.asal["realisasi_anggaran", 4] == "Realisasi TW IV!AA15"
    assert lima_belas.induk == (
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    )
    assert next(i for i in deli.indikator if i.baris == 107).nama == "Program Riset dan Inovasi Daerah"
    assert len({i.kunci for i in deli.indikator}) == 93


def test_every_finding_is_one_a_person_would_want(deli):
    assert [(t.kode, t.tingkat, t.sel) for t in deli.temuan] == [
        ("sel-galat", "peringatan", "AF82"),  # =(AD82/J82)*100 with a Renstra target of 0
        ("baris-tersembunyi", "peringatan", "H40"),
        ("baris-tanpa-target-tahun", "catatan", "H108"),
        ("dua-indikator-satu-sel", "peringatan", "H13"),  # one target for "1. Nilai LHE AKIP 2. IKM"
        ("jumlah-tak-cocok", "peringatan", "AB51"),  # typed 0 where the quarters add up to 35
        ("realisasi-tanpa-target", "peringatan", "N82"),
        ("sel-galat", "peringatan", "AG82"),
        ("satuan-salah-ketik", "catatan", "I40"),  # "Unir"
    ]
    pesan = {t.kode: t.pesan for t in deli.temuan}
    assert "40, 41, 43, 82, 86, 89, 90, 106, 107" in pesan["baris-tersembunyi"]
    assert "108–112" in pesan["baris-tanpa-target-tahun"]


def test_empty_forms():
    kosong = read("e81_kosong_bkpsdm_2026.xlsx")
    assert (kosong.tahun, kosong.indikator) == (2026, ())
    assert {"belum-ada-realisasi", "indikator-belum-diisi"} <= {t.kode for t in kosong.temuan}
    with pytest.raises(BerkasDitolakError) as galat:
        read("evaluasi_rkpd_kosong_jember.xlsx")
    assert galat.value.kode == "tidak-ada-baris-data"


def asked(hasil):
    return {q.kode for q in hasil.pertanyaan}


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("bukan_tabel_cascade_biro_organisasi.xlsx", "tabel-tak-ditemukan"),
        ("bukan_tabel_kke_sakip_trenggalek.xlsx", "tabel-tak-ditemukan"),
        ("formulir_pencapaian_sumedang.xlsx", "tidak-ada-baris-data"),
        ("formulir_perencanaan_sumedang.xlsx", "tidak-ada-baris-data"),
        ("formulir_renaksi_sumedang.xlsx", "tidak-ada-baris-data"),
        ("template_impor_program_indikator.xlsx", "tidak-ada-baris-data"),
    ],
)
def test_what_holds_no_figures_is_refused(nama, kode):
    with pytest.raises(BerkasDitolakError) as galat:
        read(nama)
    assert galat.value.kode == kode
    if kode == "tabel-tak-ditemukan":
        assert "Yang dicari: Indikator" in galat.value.pesan


def test_the_quarter_of_the_bps_import_is_asked():
    hasil = read("impor_capaian_bps_tapin_2026.xlsx")
    assert asked(hasil) == {"triwulan"}
    assert len(hasil.indikator) == 17
    assert all(n is None for i in hasil.indikator for n in i.realisasi.values())
    nama = "impor_capaian_bps_tapin_2026.xlsx"
    dijawab = read_workbook((BUKU / nama).read_bytes(), nama, Jawaban(triwulan=1))
    assert asked(dijawab) == set()
    satu = next(i for i in dijawab.indikator if i.kode == "2.1.4.1")
    assert (satu.realisasi[1], satu.cara_isi, satu.pic, satu.batas_waktu) == (
        2.22, "kumulatif", "PIC-01", "30 Juni 2026",
    )  # fmt: skip
    assert satu.asal["realisasi", 1] == "Worksheet!B14"


def test_flat_exports():
    rencana = read("rekap_target_triwulan_dki_2025.xlsx")
    assert (len(rencana.indikator), rencana.tahun) == (245, 2025)
    satu = next(i for i in rencana.indikator if i.kode == "137335")
    assert (satu.target_tahunan, satu.target, satu.satuan) == (12, {1: 3, 2: 3, 3: 3, 4: 3}, "Laporan")
    beda = {t.sel for t in rencana.temuan if t.kode == "target-triwulan-tak-cocok"}
    assert len(beda) == 16
    capaian = read("realisasi_tw1_dki_2026.xlsx")
    assert len(capaian.indikator) == 255
    satu = next(i for i in capaian.indikator if i.kode == "2017902")
    assert (satu.target_tahunan, satu.target[1], satu.realisasi[1]) == (None, 1, 1)
    assert {t.kode for t in capaian.temuan} >= {"satuan-salah-ketik"}


def test_a_predicate_may_stand_as_a_unit():
    hasil = read("template_impor_sasaran_indikator.xlsx")
    assert [(i.uraian, i.target_tahunan, i.satuan) for i in hasil.indikator] == [
        ("Nilai SAKIP", 80.01, "Nilai"),
        ("Opini atas Audit BPK", 100, "WTP"),
        ("Tingkat Maturitas SPIP", 3.3, "Level"),
    ]
    assert "tahun" in asked(hasil)
    assert len(read("template_impor_sub_kegiatan_indikator.xlsx").indikator) == 1


@pytest.mark.parametrize("nama", ["eqpr_template_afrika_selatan.xlsx", "rekap_target_ro_bps_tapin_2026.xlsx"])
def test_what_no_form_knows_is_asked(nama):
    hasil = read(nama)
    assert "kolom" in asked(hasil)
    assert hasil.indikator == ()
    assert len(hasil.judul_kolom) > 5
    if nama.startswith("eqpr"):  # proposed, to be confirmed
        assert (hasil.peran["G"], hasil.peran["I"], hasil.peran["R"]) == (
            "indikator",
            "target:tw1",
            "realisasi:tw3",
        )


@pytest.mark.parametrize("berkas", sorted(JAHAT.glob("*.xls*")), ids=lambda p: p.name)
def test_hostile_samples(berkas):
    with pytest.raises(BerkasDitolakError) as galat:
        read(berkas.name, JAHAT)
    assert galat.value.pesan
    assert galat.value.saran
