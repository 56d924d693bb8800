"""The template out and in: what was written comes back, whichever program saved it in between."""

import dataclasses
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

import sakip_metrics
from sakip_app.__main__ import main
from sakip_app.charts import tokens
from sakip_app.workbook import BerkasDitolakError, TandaTemplat, read_units, read_workbook
from sakip_app.workbook.layouts import TEMPLAT
from sakip_app.workbook.templat import gaya, kolom
from sakip_app.workbook.template import IsiTemplat, UnitTemplat, sheet_titles, write_template
from sakip_metrics import kosakata
from tests.workbook.templates import (
    AWAL,
    BARIS,
    BARU,
    DINAS,
    KEMATIAN,
    LAIN,
    OPINI,
    content,
    converted,
    edited,
    letters,
    needs_soffice,
    reworked,
    template,
)

V1 = Path(__file__).parent / "templat_v1.xlsx"
LETAK = ("sel", "baris", "asal", "tetap")  # where a value was found, not what it is


def values(satu):
    """All values of an indicator, blanks of mappings left out."""
    isi = {b.name: getattr(satu, b.name) for b in dataclasses.fields(satu) if b.name not in LETAK}
    return {k: {t: n for t, n in v.items() if n is not None} if isinstance(v, dict) else v for k, v in isi.items()}


@pytest.fixture(scope="module")
def data():
    return template()


@pytest.fixture(scope="module")
def sheet(data):
    return load_workbook(io.BytesIO(data)).worksheets[1]


# --- out and in ---------------------------------------------------------------------------------------


def digits(isi, jumlah):
    """The same with every number cut to so many significant digits."""
    if isinstance(isi, dict):
        return {k: digits(v, jumlah) for k, v in isi.items()}
    return float(f"{isi:.{jumlah}g}") if isinstance(isi, float) else isi


def same_as_written(data, jumlah=17):
    hasil = read_workbook(data, "templat.xlsx")
    assert [digits(values(i), jumlah) for i in hasil.indikator] == [digits(values(b), jumlah) for b in BARIS]
    assert (hasil.tata_letak, hasil.instansi, hasil.unit, hasil.tahun, hasil.sampai_bulan) == (
        "templat",
        "Kabupaten Contoh",
        "Dinas Kesehatan",
        2026,
        9,
    )
    assert hasil.templat == TandaTemplat(2, "kab-contoh", "1.02", 2026, 3)
    # a date that never was one, and a bound that was written as text: both were so before
    assert [(t.kode, t.tingkat) for t in hasil.temuan] == [
        ("tanggal-tak-terbaca", "peringatan"),
        ("target-rentang", "catatan"),
    ]
    return hasil


def test_untouched_comes_back_as_written(data):
    hasil = same_as_written(data)
    assert {p.kode for p in hasil.pertanyaan} == {"polaritas", "konsolidasi"}  # of the row that states neither
    assert {k for p in hasil.pertanyaan for k in p.untuk} == {BARIS[-1].kunci}


@needs_soffice
@pytest.mark.parametrize("jenis", [("xlsx",), ("ods", "xlsx")], ids=" ".join)
def test_untouched_comes_back_after_libreoffice(data, tmp_path, jenis):
    same_as_written(converted(data, tmp_path, *jenis), jumlah=15)  # LibreOffice keeps no more of a number


def test_every_value_names_its_cell(data, sheet):
    huruf = letters(sheet)
    asal = read_workbook(data, "a.xlsx").indikator[0].asal
    lembar = "Dinas Kesehatan"
    assert asal["uraian", None] == f"{lembar}!{huruf['Indikator kinerja']}{AWAL}"
    assert asal["realisasi", 2] == f"{lembar}!{huruf['Realisasi/TW II']}{AWAL}"
    assert ("realisasi", 3) not in asal
    assert asal["realisasi_anggaran", 1] == f"{lembar}!{huruf['Anggaran (Rp)/Realisasi TW I']}{AWAL}"
    assert asal["renstra", 2027] == f"{lembar}!{huruf['Target Renstra/2027']}{AWAL}"
    assert asal["pic", None] == f"{lembar}!{huruf['Tindak lanjut/Penanggung jawab']}{AWAL}"
    assert asal["penanggung_jawab", None] == f"{lembar}!{huruf['Tentang indikator/Penanggung jawab']}{AWAL}"
    assert asal["polaritas", None] == f"{lembar}!{huruf['Polaritas']}{AWAL}"
    assert read_workbook(data, "a.xlsx").indikator[1].asal["target_teks", None] == (
        f"{lembar}!{huruf['Target 2026/Setahun']}{AWAL + 1}"
    )


def test_what_a_planner_fills_is_read():
    def fill(ws):
        h = letters(ws)
        ws[f"{h['Realisasi/TW III']}{AWAL}"] = 31.5
        ws[f"{h['Anggaran (Rp)/Realisasi TW III']}{AWAL}"] = "Rp 5.000.000"
        ws[f"{h['Tindak lanjut/Batas waktu']}{AWAL}"] = "31 Desember 2026"
        ws[f"{h['Realisasi/TW III']}{AWAL + 1}"] = "wtp"
        ws[f"{h['Konsolidasi']}{AWAL + 4}"] = "Rata-Rata"
        ws[f"{h['Polaritas']}{AWAL + 4}"] = " MINIMAL"
        ws[f"{h['Satuan']}{AWAL + 4}"] = "Hari"
        ws[f"{h['Bukti dukung']}{AWAL + 4}"] = 15

    satu, dua, *_, lima = read_workbook(edited(template(), fill), "a.xlsx").indikator
    assert (satu.realisasi[3], satu.realisasi_anggaran[3], satu.batas_waktu) == (31.5, 5_000_000.0, "2026-12-31")
    assert dua.realisasi[3] == "WTP"
    assert (lima.konsolidasi, lima.cara_isi, lima.polaritas) == ("rata_rata", "kumulatif", "minimal")
    assert (lima.kunci, lima.satuan, lima.bukti) == (BARIS[4].kunci, "Hari", "15")


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [("30/09/2026", "2026-09-30"), ("1-10-2026", "2026-10-01"), ("2026-02-28", "2026-02-28"),
     ("5 agt 2026", "2026-08-05"), ("5 Nopember 2026", "2026-11-05"), ("31/02/2026", "31/02/2026"),
     ("segera", "segera"), ("-", None)],
)  # fmt: skip
def test_dates_as_people_type_them(ditulis, dibaca):
    def fill(ws):
        ws[f"{letters(ws)['Tindak lanjut/Batas waktu']}{AWAL}"] = ditulis

    hasil = read_workbook(edited(template(), fill), "a.xlsx")
    assert hasil.indikator[0].batas_waktu == dibaca
    tak_terbaca = [t.nilai for t in hasil.temuan if t.kode == "tanggal-tak-terbaca"]
    assert (ditulis in tak_terbaca) == (dibaca == ditulis and not ditulis.startswith("2026"))


# --- several units ------------------------------------------------------------------------------------


def test_one_reading_a_unit_also_of_sheets_nobody_filled():
    data = template(DINAS, BARU, LAIN)
    satu, dua, tiga = read_units(data, "subpohon.xlsx")
    assert [(h.unit, h.templat.kode_unit, len(h.indikator)) for h in (satu, dua, tiga)] == [
        ("Dinas Kesehatan", "1.02", 5),
        ("Badan Baru", "1.04", 0),
        ("Dinas Lain", "1.03", 1),
    ]
    assert [t.kode for t in dua.temuan] == ["templat-belum-diisi"]
    assert len({h.sha256 for h in (satu, dua, tiga)}) == 1
    utama = read_workbook(data, "subpohon.xlsx")
    assert utama.unit == "Dinas Kesehatan"
    assert "Badan Baru, Dinas Lain" in next(t.pesan for t in utama.temuan if t.kode == "beberapa-tabel")


def test_a_new_unit_writes_its_first_year():
    def fill(ws):
        h = letters(ws)
        for ke, (uraian, target) in enumerate((("Nilai AKIP", 70), ("Jumlah laporan", 4))):
            ws[f"{h['Indikator kinerja']}{AWAL + ke * 2}"] = uraian
            ws[f"{h['Satuan']}{AWAL + ke * 2}"] = "Nilai" if ke == 0 else "Laporan"
            ws[f"{h['Target 2026/Setahun']}{AWAL + ke * 2}"] = target
            ws[f"{h['Target 2026/TW I']}{AWAL + ke * 2}"] = 1
        ws[f"{h['Kode']}{AWAL}"] = "IKU.1"
        ws[f"{h['Konsolidasi']}{AWAL + 2}"] = "jumlah"

    hasil = read_workbook(edited(template(BARU, triwulan=1), fill), "a.xlsx")
    satu, dua = hasil.indikator
    assert (satu.kunci, satu.kode, satu.target_tahunan, satu.target[1]) == ("IKU.1", "IKU.1", 70.0, 1.0)
    assert dua.kunci.startswith("jumlah-laporan-")
    assert (dua.target_tahunan, dua.cara_isi) == (4.0, "tambahan")
    assert {t.kode for t in hasil.temuan} == {"belum-ada-realisasi"}  # new rows are expected here


def test_titles_are_allowed_short_and_unique():
    nama = ["Badan Perencanaan Pembangunan Daerah Penelitian", "Badan Perencanaan Pembangunan Daerah Kota",
            "a/b:c*?[d]'", "", "petunjuk", "Petunjuk", "History"]  # fmt: skip
    judul = sheet_titles(nama)
    assert all(0 < len(j) <= 31 and not set(j) & set("[]:*?/\\") and j.strip("'") == j for j in judul)
    assert len({j.casefold() for j in (*judul, "Petunjuk", "History")}) == len(nama) + 2
    assert judul[:3] == ["Badan Perencanaan Pembangunan", "Badan Perencanaan Pembangunan 2", "a b c d"]


@pytest.mark.parametrize(
    "isi",
    [
        content(DINAS, triwulan=5),
        IsiTemplat("a", "A", 2026, 1, ()),
        content(UnitTemplat("1", "A", (BARIS[0], BARIS[0]))),
        content(UnitTemplat("1", "A", (dataclasses.replace(BARIS[0], kunci=""),))),
    ],
)
def test_what_no_template_can_be_made_of(isi):
    with pytest.raises(ValueError, match=r"triwulan|units|kunci"):
        write_template(isi)


# --- what stands in the file --------------------------------------------------------------------------


def test_nothing_written_is_alive(data):
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        for nama in arsip.namelist():
            isi = arsip.read(nama)
            ElementTree.fromstring(isi)  # noqa: S314 - our own bytes
            assert b"<f>" not in isi, nama
            assert b"hyperlink" not in isi, nama


def test_text_like_a_formula_is_marked_as_text(sheet):
    h = letters(sheet)
    for nama, teks in (("Solusi", BARIS[0].solusi), ("Tindak lanjut/Rencana", "+2 ambulans"),
                       ("Tindak lanjut/Penanggung jawab", "@Sekretaris")):  # fmt: skip
        sel = sheet[f"{h[nama]}{AWAL}"]
        assert (sel.value, sel.data_type, sel.quotePrefix) == (teks, "s", True)


def test_characters_no_xml_holds_are_left_out():
    satu = dataclasses.replace(BARIS[3], uraian="Jumlah\x00 do\x0bkumen", kendala="a\x1fb\r\nc\u200b")
    hasil = read_workbook(template(UnitTemplat("1", "Dinas \x07A", (satu,))), "a.xlsx")
    assert (hasil.indikator[0].uraian, hasil.indikator[0].kendala, hasil.unit) == (
        "Jumlah dokumen",
        "ab\nc",
        "Dinas A",
    )
    assert [t.kode for t in hasil.temuan] == []


def test_same_content_same_bytes(data):
    assert template() == data


def test_what_may_be_written_and_what_is_fixed(sheet):
    h = letters(sheet)

    def open_(nama, baris=AWAL):
        return not sheet[f"{h[nama]}{baris}"].protection.locked

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    buka = ["Polaritas", "Konsolidasi", "Realisasi/TW I", "Realisasi/TW III", "Kendala", "Solusi", "Bukti dukung",
            "Anggaran (Rp)/Realisasi TW II", "Tindak lanjut/Rencana", "Tindak lanjut/Penanggung jawab",
            "Tindak lanjut/Batas waktu", "Tentang indikator/Penanggung jawab"]  # fmt: skip
    tutup = ["Kunci", "Tanda", "Kode", "Indikator kinerja", "Satuan", "Target 2026/Setahun", "Target 2026/TW IV",
             "Realisasi/TW IV", "Anggaran (Rp)/Pagu", "Anggaran (Rp)/Realisasi TW IV", "Realisasi tahun lalu",
             "Tindak lanjut/Triwulan lalu", "Target Renstra/2027", "Tentang indikator/Bobot"]  # fmt: skip
    assert [n for n in buka if not open_(n)] == []
    assert [n for n in tutup if open_(n)] == []
    # what the year's plan has not fixed yet may be entered
    assert open_("Satuan", AWAL + 4)
    assert open_("Anggaran (Rp)/Pagu", AWAL + 1)
    assert open_("Target 2026/TW I", AWAL + 4)
    assert not open_("Target 2026/Setahun", AWAL + 1)  # WTP stands there
    assert [n for n in ("Kunci", "Tanda", "Tanda isi") if not sheet.column_dimensions[h[n]].hidden] == []


def test_a_unit_without_indicators_gets_forty_open_rows():
    ws = load_workbook(io.BytesIO(template(BARU))).worksheets[1]
    h = letters(ws)
    assert ws.max_row == AWAL + 39
    for nama in ("Kode", "Indikator kinerja", "Satuan", "Target 2026/TW IV", "Anggaran (Rp)/Pagu", "Polaritas"):
        assert [b for b in range(AWAL, AWAL + 40) if ws[f"{h[nama]}{b}"].protection.locked] == []


def test_dropdowns_offer_the_words(data, sheet):
    buku = load_workbook(io.BytesIO(data))
    h = letters(sheet)

    def offered(nama, baris=AWAL):
        alamat = f"{h[nama]}{baris}"
        for periksa in sheet.data_validations.dataValidation:
            if alamat in periksa.sqref and periksa.type == "list":
                lembar, _, rentang = periksa.formula1.partition("!")
                kata = [s.value for (s,) in buku[lembar.strip("'")][rentang.replace("$", "")]]
                return kata, periksa.errorStyle or "stop"
        return None, next(p.type for p in sheet.data_validations.dataValidation if alamat in p.sqref)

    assert offered("Polaritas") == (["maksimal", "minimal", "stabil"], "stop")
    assert offered("Konsolidasi") == (["jumlah", "rata-rata", "nilai akhir", "maksimum"], "stop")
    satuan, gaya_galat = offered("Satuan")
    assert gaya_galat == "warning"  # another unit may be typed
    assert {"%", "Dokumen", "Kasus", "Opini", "Dok"} <= set(satuan)
    assert offered("Realisasi/TW III", AWAL + 1) == (["TMP", "TW", "WDP", "WTP"], "stop")
    assert offered("Realisasi/TW III") == (None, "decimal")
    assert offered("Anggaran (Rp)/Pagu") == (None, "decimal")
    assert offered("Tindak lanjut/Batas waktu") == (None, "date")
    for periksa in sheet.data_validations.dataValidation:  # Excel's own limits
        assert len(periksa.error) <= 255
        assert len(periksa.prompt or "") <= 255
        assert max(len(periksa.errorTitle), len(periksa.promptTitle or "")) <= 32


def test_hidden_sheets_and_print_layout(data):
    buku = load_workbook(io.BytesIO(data))
    assert [(ws.title, ws.sheet_state) for ws in buku] == [
        ("Petunjuk", "visible"),
        ("Dinas Kesehatan", "visible"),
        ("_daftar", "hidden"),
        ("_sakip", "veryHidden"),
        ("_sakip_semula", "veryHidden"),
    ]
    ws = buku.worksheets[1]
    assert (
        ws.page_setup.orientation,
        int(ws.page_setup.paperSize),
        ws.sheet_properties.pageSetUpPr.fitToPage,
    ) == (
        "landscape",
        9,
        True,
    )
    assert ws.print_title_rows == "$6:$7"
    assert ws.freeze_panes == f"F{AWAL}"
    assert "Kabupaten Contoh · Dinas Kesehatan" in ws.oddFooter.left.text


def test_long_names_do_not_break_the_footer():
    unit = UnitTemplat("1", "Badan & " * 60, BARIS)
    ws = load_workbook(io.BytesIO(template(unit))).worksheets[1]
    kaki = ws.oddFooter
    assert sum(len(str(b.text)) for b in (kaki.left, kaki.right)) < 200  # Excel takes 255 with its codes
    assert "&" not in kaki.left.text.replace("&&", "")


def test_a_fictional_body_says_so_on_every_sheet():
    def told(buku):
        return [
            any("DATA REKAAN" in str(s.value) for r in ws.iter_rows() for s in r) for ws in buku.worksheets[:3]
        ]

    assert told(load_workbook(io.BytesIO(write_template(content(DINAS, BARU, contoh=True))))) == [True] * 3
    assert told(load_workbook(io.BytesIO(template(DINAS, BARU)))) == [False] * 3


def test_words_and_colours_are_those_of_the_house():
    assert (kolom.POLARITAS, kolom.KONSOLIDASI, kolom.JENJANG) == (
        kosakata.POLARITAS,
        kosakata.KONSOLIDASI,
        kosakata.JENJANG,
    )
    nama = ("TINTA", "REDUP", "SAMAR", "GARIS", "GARIS_KUAT", "BIDANG", "NILA", "NILA_MUDA", "PUTIH", "TEKS_BAHAYA",
            "TINT_BAHAYA")  # fmt: skip
    assert {n: f"#{getattr(gaya, n)}" for n in nama} == {n: getattr(tokens, n) for n in nama}
    assert sakip_metrics.SKALA_BAKU["opini-bpk"]  # the scale the tests write is one that ships


def test_every_column_written_is_a_column_read():
    ditulis = {k.peran for k in kolom.columns(2026, (2026,))}
    assert ditulis == {k.peran for k in TEMPLAT.kolom}


# --- the mark -----------------------------------------------------------------------------------------


def drop(*nama):
    def ubah(buku):
        for satu in nama:
            del buku[satu]

    return ubah


def test_without_its_mark_it_is_read_by_its_header():
    data = reworked(template(), drop("_sakip", "_daftar", "Petunjuk"))
    hasil = read_workbook(data, "salinan.xlsx")
    assert [i.kunci for i in hasil.indikator] == [b.kunci for b in BARIS]
    assert [i.realisasi[1] for i in hasil.indikator] == [28.0, "WDP", pytest.approx(0.3), 1.0, None]
    assert (hasil.templat, hasil.unit, hasil.tahun, hasil.instansi, hasil.sampai_bulan) == (
        None,
        "Dinas Kesehatan",
        2026,
        "Kabupaten Contoh",
        9,
    )
    assert [t.tingkat for t in hasil.temuan if t.kode == "tanda-templat-hilang"] == ["peringatan"]


def test_without_mark_and_hidden_columns_keys_are_made():
    def unmerge(buku):
        ws = buku.worksheets[1]
        isi = {r.coord: ws[r.coord.split(":")[0]].value for r in list(ws.merged_cells.ranges)}
        h = letters(ws)
        for rentang in isi:
            ws.unmerge_cells(rentang)
        for nama, huruf in h.items():
            ws[f"{huruf}6"] = nama.split("/")[0]  # a copy that repeats each group above its columns
        for nama in ("Tanda isi", "Tanda", "Kunci"):
            ws.delete_cols(ws[f"{h[nama]}1"].column)
        drop("_sakip", "_daftar", "Petunjuk")(buku)

    hasil = read_workbook(reworked(template(), unmerge), "salinan.xlsx")
    assert hasil.indikator[0].kunci == KEMATIAN  # its code
    assert len({i.kunci for i in hasil.indikator}) == len(BARIS)
    assert hasil.indikator[0].target == {1: 30.0, 2: 30.0, 3: 35.0, 4: 36.0}
    assert {"tanda-templat-hilang", "kolom-opsional-hilang"} <= {t.kode for t in hasil.temuan}


def test_a_renamed_sheet_is_still_its_units():
    def rename(buku):
        buku.worksheets[1].title = "dinkes FINAL"

    hasil = read_workbook(reworked(template(), rename), "a.xlsx")
    assert (hasil.lembar, hasil.templat.kode_unit, len(hasil.indikator)) == ("dinkes FINAL", "1.02", 5)


def test_version_one_stays_readable():
    hasil = read_workbook(V1.read_bytes(), V1.name)
    assert hasil.templat == TandaTemplat(1, "kab-contoh", "1.02", 2026, 3)
    kematian, opini, inflasi, dokumen, polos = hasil.indikator
    assert (kematian.kunci, kematian.target_tahunan, kematian.realisasi[1], kematian.realisasi[2]) == (
        KEMATIAN, 131.0, 28.0, 0.0,
    )  # fmt: skip
    assert kematian.renstra == {2025: 140.0, 2026: 131.0, 2027: 120.5, 2028: None, 2029: None}
    assert (kematian.pagu, kematian.batas_waktu, kematian.bobot) == (73945400.0, "2026-09-30", 12.5)
    assert kematian.induk == ("Meningkatnya derajat kesehatan", "Menurunnya kematian ibu")
    assert (opini.kunci, opini.target_teks, opini.realisasi[1], opini.skala) == (OPINI, "WTP", "WDP", "opini-bpk")
    assert (inflasi.target_bawah, inflasi.target_atas, inflasi.realisasi[2]) == (2.5, 3.5, -0.75)
    assert (dokumen.target[4], dokumen.pagu, dokumen.konsolidasi) == (4.0, 0.0, "maksimum")
    assert (polos.uraian, polos.satuan, polos.polaritas) == ("-1 hari keterlambatan", None, None)


def test_a_newer_version_is_refused():
    def newer(buku):
        buku["_sakip"]["B1"] = 3

    with pytest.raises(BerkasDitolakError) as galat:
        read_units(reworked(template(), newer), "a.xlsx")
    assert galat.value.kode == "templat-lebih-baru"


# --- the command line ---------------------------------------------------------------------------------


def test_the_command_line_prints_a_template_too(tmp_path, capsys, data):
    berkas = tmp_path / "templat.xlsx"
    berkas.write_bytes(data)
    assert main(["baca", str(berkas), "--json"]) == 0
    isi = json.loads(capsys.readouterr().out)
    satu, dua = isi["indikator"][:2]
    assert (isi["tata_letak"], isi["unit"], isi["tahun"]) == ("templat", "Dinas Kesehatan", 2026)
    assert isi["templat"] == {
        "versi": 2, "kode_instansi": "kab-contoh", "kode_unit": "1.02", "tahun": 2026, "triwulan": 3,
    }  # fmt: skip
    assert satu["renstra"]["2027"] == 120.5
    assert satu["batas_waktu"] == "2026-09-30"
    assert dua["realisasi"] == {"1": "WDP", "2": None, "3": None, "4": None}
    assert dua["skala"] == "opini-bpk"


def test_reading_needs_neither_openpyxl_nor_pandas_to_start():
    kode = "import sys; import sakip_app.workbook; print({'openpyxl', 'pandas'} & set(sys.modules))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "set()"
