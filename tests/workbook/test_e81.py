"""The E.81 in the shapes that regions give it: same figures out, whatever the header looks like."""

import dataclasses

import pytest

from sakip_app.workbook import BerkasDitolakError, read_workbook, sheet_rows
from tests.workbook.forms import CONTOH, TEBAL, Baris, Bentuk, build, fill, with_cached

RKPD = {
    "grup_renstra": "Target RPJMD Kabupaten/Kota pada Tahun 2026",
    "grup_lalu": "Realisasi Capaian Kinerja RPJMD sampai dengan RKPD Tahun 2024",
    "grup_tahunan": "Target Kinerja dan Anggaran RKPD Tahun 2025 yang dievaluasi",
    "grup_tahun": "Realisasi Capaian Kinerja dan Anggaran RKPD yang Dievaluasi",
}
TW_PENUH = ("Realisasi Triwulan I", "Realisasi Triwulan II", "Realisasi Triwulan III", "Realisasi Triwulan IV")
BENTUK = {
    "baku": Bentuk(),
    "tanpa kolom persen": Bentuk(persen=False),
    "penomoran di bawah": Bentuk(penomoran="bawah"),
    "tanpa penomoran": Bentuk(penomoran=None),
    "tanpa gabungan sel": Bentuk(gabung=False),
    "triwulan dieja": Bentuk(triwulan=("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")),
    "TW 1": Bentuk(triwulan=("TW 1", "TW 2", "TW 3", "TW 4")),
    "angka": Bentuk(triwulan=("1", "2", "3", "4")),
    "angka tanpa penomoran": Bentuk(triwulan=("1", "2", "3", "4"), penomoran=None),
    "lima kolom kode": Bentuk(kode=5),
    "tanpa Renstra": Bentuk(renstra=False),
    "urutan lain": Bentuk(urutan=("nama", "indikator", "tw", "tahun", "satuan", "tahunan", "capaian")),
    "indikator dulu": Bentuk(
        urutan=("no", "indikator", "satuan", "nama", "tahunan", "lalu", "renstra", "tw", "tahun")
    ),
    "RKPD": Bentuk(**RKPD),
    "kata panjang": Bentuk(k="Kinerja", rp="Anggaran (Rp)"),
    "keuangan": Bentuk(k="Kinerja", rp="Keuangan", persen=False),
    "kop panjang": Bentuk(baris_kosong=20),
    "satu baris triwulan": Bentuk(grup_tw="", triwulan=TW_PENUH),
    "huruf besar, spasi keras": Bentuk(
        grup_tw="REALISASI\xa0 KINERJA\nPADA TRIWULAN", indikator="INDIKATOR\nKINERJA"
    ),
}


def figures(satu):
    return (
        satu.uraian, satu.satuan, satu.target_tahunan, satu.pagu, tuple(satu.realisasi.values()),
        tuple(satu.realisasi_anggaran.values()), satu.realisasi_tahun,
    )  # fmt: skip


@pytest.mark.parametrize("bentuk", BENTUK.values(), ids=BENTUK)
def test_same_figures_whatever_the_header(bentuk):
    hasil = read_workbook(build(bentuk).data, "a.xlsx")
    assert [figures(i) for i in hasil.indikator] == [
        (b.indikator, b.satuan, b.target, b.pagu, b.k, b.rp, b.tahun) for b in CONTOH
    ]
    assert [i.jenjang for i in hasil.indikator] == [
        "program", "program", "kegiatan", "subkegiatan", "subkegiatan", "program",
    ]  # fmt: skip
    assert (hasil.tata_letak, hasil.tahun, hasil.unit, hasil.instansi) == (
        "e81",
        2025,
        "Dinas Contoh",
        "Kabupaten Contoh",
    )
    assert hasil.temuan == ()
    # Without a numbering row the totals tell, where only the sum fits: 0 + 1 + 0 + 0 is the largest of them too.
    dinyatakan = ["jumlah"] * 6 if bentuk.penomoran else ["jumlah"] * 5 + [None]
    assert [i.konsolidasi for i in hasil.indikator] == dinyatakan


@pytest.mark.parametrize(
    ("rp", "pengali"), [("Rp (000)", 1000), ("Rp. (ribu)", 1000), ("Rp (Juta)", 1_000_000), ("Rp", 1)]
)
def test_money_in_thousands_is_multiplied_and_told(rp, pengali):
    hasil = read_workbook(build(Bentuk(rp=rp)).data, "a.xlsx")
    assert hasil.indikator[0].pagu == 900 * pengali
    assert hasil.indikator[0].realisasi_anggaran[4] == 200 * pengali
    assert ("uang-dikalikan" in {t.kode for t in hasil.temuan}) == (pengali != 1)


def test_path_names_and_source_cells():
    form = build()
    hasil = read_workbook(form.data, "a.xlsx")
    renja = hasil.indikator[3]
    assert renja.induk == ("Program Penunjang Urusan", "Kegiatan Perencanaan")
    assert renja.nama == "Sub Kegiatan Penyusunan Renja"
    assert renja.sel == f"E81!{form.kolom['indikator']}{form.pertama + 3}"
    assert renja.asal["realisasi", 4] == f"E81!{form.kolom['k3']}{form.pertama + 3}"
    assert ("realisasi", 3) not in hasil.indikator[4].asal  # blank: None, no cell
    assert hasil.indikator[4].realisasi == {1: 1.0, 2: 0.0, 3: None, 4: 3.0}
    assert hasil.kolom[form.kolom["k0"]] == "Realisasi TW I"
    assert hasil.kolom[form.kolom["target"]] == "Target 2025"
    assert sheet_rows(
        form.data, "E81", form.pertama, form.pertama, [form.kolom["indikator"], form.kolom["target"]]
    ) == [["Nilai AKIP", "80"]]


def test_keys_are_the_same_next_quarter_and_after_respacing():
    satu = read_workbook(build().data, "tw1.xlsx")
    baris = tuple(
        dataclasses.replace(b, indikator=b.indikator.upper().replace(" ", "  "), k=(9, 9, 9, 9)) for b in CONTOH
    )
    dua = read_workbook(build(Bentuk(baris_kosong=3, persen=False), baris).data, "tw2.xlsx")
    assert [i.kunci for i in satu.indikator] == [i.kunci for i in dua.indikator]
    assert len({i.kunci for i in satu.indikator}) == len(CONTOH)


def test_codes_give_level_and_key():
    kode = [("5", "01", "01"), (), ("5", "01", "01", "2.01"), ("5", "01", "01", "2.01", "0001")]
    nama = ["Penunjang Urusan", None, "Perencanaan", "Penyusunan Renja"]
    baris = tuple(dataclasses.replace(b, nama=n, kode=k) for b, n, k in zip(CONTOH[:4], nama, kode, strict=True))
    hasil = read_workbook(build(Bentuk(kode=5), baris).data, "a.xlsx").indikator
    assert [i.kode for i in hasil] == ["5.01.01", "5.01.01", "5.01.01.2.01", "5.01.01.2.01.0001"]
    assert [i.jenjang for i in hasil] == ["program", "program", "kegiatan", "subkegiatan"]
    assert hasil[0].kunci == "5.01.01"
    assert hasil[1].kunci.startswith("5.01.01/indeks-kepuasan-masyarakat-")
    assert hasil[3].kunci == "5.01.01.2.01.0001"


def test_levels_by_sums_where_no_word_tells():
    nama = ["Penunjang", "Perencanaan", "Penyusunan Renja", "Evaluasi"]
    baris = tuple(dataclasses.replace(CONTOH[2], nama=n, indikator=f"Persentase {n}") for n in nama)

    def sums(ws, form):
        p, r = form.kolom["pagu"], form.pertama
        ws[f"{p}{r}"] = f"=SUM({p}{r + 1})"
        ws[f"{p}{r + 1}"] = f"=SUM({p}{r + 2}:{p}{r + 3})"

    form = build(baris=baris, ubah=sums)
    p, r = form.kolom["pagu"], form.pertama
    hasil = read_workbook(with_cached(form.data, {f"{p}{r}": 1000, f"{p}{r + 1}": 1000}), "a.xlsx")
    assert [i.jenjang for i in hasil.indikator] == ["program", "kegiatan", "subkegiatan", "subkegiatan"]
    assert hasil.indikator[3].induk == ("Penunjang", "Perencanaan")
    assert [i.pagu for i in hasil.indikator] == [1000, 1000, 500, 500]


def test_levels_by_looks_where_nothing_else_tells():
    nama = ["Penunjang", "Perencanaan", "Renja", "Evaluasi", "Pelaporan"]
    warna = ["AAAAAA", "CCCCCC", None, None, "CCCCCC"]
    baris = tuple(dataclasses.replace(CONTOH[2], nama=n, indikator=f"Persentase {n}") for n in nama)

    def paint(ws, form):
        for i, satu in enumerate(warna):
            sel = ws[f"{form.kolom['nama']}{form.pertama + i}"]
            if satu:
                sel.fill, sel.font = fill(satu), TEBAL

    hasil = read_workbook(build(baris=baris, ubah=paint).data, "a.xlsx")
    assert [i.jenjang for i in hasil.indikator] == [
        "program",
        "kegiatan",
        "subkegiatan",
        "subkegiatan",
        "kegiatan",
    ]


@pytest.mark.parametrize(
    ("rumus", "konsolidasi", "cara"),
    [
        ("={0}+{1}+{2}+{3}", "jumlah", "tambahan"),
        ("=SUM({0},{1},{2},{3})", "jumlah", "tambahan"),
        ("={3}", "nilai_akhir", "kumulatif"),
        ("=AVERAGE({0},{1},{2},{3})", "rata_rata", None),
        ("=MAX({0},{1},{2},{3})", "maksimum", None),
    ],
)
def test_the_formula_of_the_row_tells_how_quarters_make_the_year(rumus, konsolidasi, cara):
    sel = []

    def year(ws, form):
        sel.append(f"{form.kolom['tahun']}{form.pertama}")
        ws[sel[0]] = rumus.format(*(f"{form.kolom[f'k{i}']}{form.pertama}" for i in range(4)))

    form = build(Bentuk(jumlah_dinyatakan=False), CONTOH[:1], ubah=year)
    satu = read_workbook(with_cached(form.data, {sel[0]: 80}), "a.xlsx").indikator[0]
    assert (satu.konsolidasi, satu.cara_isi, satu.realisasi_tahun) == (konsolidasi, cara, 80.0)


def test_signature_block_and_totals_are_left_out():
    def foot(ws, form):
        r = form.pertama + len(CONTOH)
        ws[f"{form.kolom['nama']}{r}"] = "Jumlah"
        ws[f"{form.kolom['k0']}{r}"] = 999
        ws[f"{form.kolom['indikator']}{r + 2}"] = "Kota Contoh,      Desember 2025"
        ws[f"{form.kolom['indikator']}{r + 3}"] = "Kepala Dinas"
        ws[f"{form.kolom['nama']}{r + 3}"] = "Mengetahui"

    hasil = read_workbook(build(ubah=foot).data, "a.xlsx")
    assert len(hasil.indikator) == len(CONTOH)
    assert hasil.temuan == ()


def test_empty_form_is_refused_and_a_plan_is_read():
    with pytest.raises(BerkasDitolakError) as galat:
        read_workbook(build(baris=()).data, "a.xlsx")
    assert galat.value.kode == "tidak-ada-baris-data"
    kosong = tuple(dataclasses.replace(b, k=(None,) * 4, rp=(None,) * 4, tahun=None) for b in CONTOH)
    hasil = read_workbook(build(baris=kosong).data, "a.xlsx")
    assert [i.target_tahunan for i in hasil.indikator] == [b.target for b in CONTOH]
    assert {t.kode for t in hasil.temuan} == {"belum-ada-realisasi"}


def test_polaritas_is_asked_with_the_word_as_reason():
    pertanyaan = read_workbook(build().data, "a.xlsx").pertanyaan
    assert all(p.kode == "polaritas" for p in pertanyaan)
    minimal = [p for p in pertanyaan if p.usul == "minimal"]
    assert [p.alasan for p in minimal] == ["kata “temuan”"]
    assert sum(len(p.untuk) for p in pertanyaan) == len(CONTOH)
    tak_tahu = read_workbook(build(baris=(Baris("Program A", "Rasio beban", "%", 1, 1, (1,) * 4),)).data, "a.xlsx")
    assert [p.usul for p in tak_tahu.pertanyaan if p.kode == "polaritas"] == [None]


def spending_to_date(ws, form):
    """Kinerja as increments, and beside it rupiah since January: the heads of regions that do so."""
    for ke, romawi in enumerate(("I", "II", "III", "IV")):
        for bidang, grup in (
            (f"k{ke}", "Realisasi Kinerja Triwulan"),
            (f"rp{ke}", "Realisasi Anggaran s/d Triwulan"),
        ):
            ws[f"{form.kolom[bidang]}{form.awal}"] = grup
            ws[f"{form.kolom[bidang]}{form.awal + 1}"] = romawi


def test_rupiah_that_stand_to_date_are_called_positions():
    baris = (
        Baris("Program A", "Jumlah laporan", "Lap", 4, 400, (1, 1, 1, None), (100, 200, 300, None), 3),
        Baris("Program B", "Jumlah dokumen", "Dok", 4, None, (1, 1, 1, None), (None,) * 4, 3),
    )
    bentuk = Bentuk(gabung=False, persen=False, penomoran=None)
    satu, dua = read_workbook(build(bentuk, baris, spending_to_date).data, "a.xlsx").indikator
    assert satu.realisasi == {1: 1.0, 2: 1.0, 3: 1.0, 4: None}
    assert satu.realisasi_anggaran == {1: 100.0, 2: 200.0, 3: 300.0, 4: None}
    assert (satu.cara_isi_anggaran, dua.cara_isi_anggaran) == ("kumulatif", None)  # no money, nothing said of it
    (biasa, *_) = read_workbook(build(bentuk, baris).data, "a.xlsx").indikator
    assert (biasa.realisasi_anggaran[3], biasa.cara_isi_anggaran) == (
        300.0,
        None,
    )  # increments, as the form has them
