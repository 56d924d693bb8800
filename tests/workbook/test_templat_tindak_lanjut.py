"""The sheet "Tindak lanjut": what is printed in it, and what is read of it after a planner filled it in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sakip_app.store.follow_up_fields import BATAS_CATATAN
from sakip_app.workbook import read_units
from sakip_app.workbook.isolated import mark_workbook_apart, read_units_apart
from sakip_app.workbook.result import LaporanTindakLanjut, Temuan
from sakip_app.workbook.templat.baca_lanjut import TERPANJANG
from sakip_app.workbook.template import JanjiTemplat, write_template
from tests.workbook.templates import (
    BARU,
    DINAS,
    LAIN,
    content,
    converted,
    needs_soffice,
    reworked,
    template,
)

LEMBAR = "Tindak lanjut"
AUDIT = JanjiTemplat(
    id=12,
    uid="rapat-2-audit",
    apa="=Audit maternal perinatal",
    penanggung_jawab="Kepala Bidang Kesmas",
    tenggat=dt.date(2026, 8, 15),
    keadaan="berjalan",
    rapat="TW II 2026",
    indikator="Angka kematian ibu",
    ukuran_berhasil="Semua kasus diaudit",
    catatan="@tiga dari lima kasus",
    lewat=True,
    sampai="2026-08-20T03:00:00+00:00",
)
SOP = JanjiTemplat(7, "rapat-1-sop", "SOP rujukan", "Sekretaris", None, "belum", "TW I 2026")
PETA = JanjiTemplat(20, "rapat-2-peta", "Peta jalan", "Kabid", dt.date(2026, 10, 1), "selesai", "TW II 2026")
#: In a template for one unit K is Keadaan, L Perkembangan, M Bukti; AUDIT stands in row 8, SOP in row 9.
TENGGAT = dt.datetime(2026, 8, 15)  # noqa: DTZ001 - openpyxl reads naive times only


read = functools.lru_cache(maxsize=4)(read_units)


@functools.cache
def with_follow_ups(*janji: JanjiTemplat) -> bytes:
    return template(dataclasses.replace(LAIN, janji=janji or (AUDIT, SOP)))


def filled(isi: dict[str, Any], data: bytes | None = None) -> bytes:
    """The template after a planner typed into cells of the sheet."""

    def fill(buku: Any) -> None:
        for sel, nilai in isi.items():
            buku[LEMBAR][sel].value = nilai

    return reworked(data or with_follow_ups(), fill)


def changed(ubah: Callable[[Any], object]) -> bytes:
    """The template, filled in, after ``ubah(sheet)``."""
    return reworked(
        filled({"K8": "selesai", "M8": "notula.pdf"}),
        lambda buku: ubah(buku[LEMBAR]),
    )


def said(data: bytes) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (satu.kode, satu.keadaan, satu.catatan, satu.bukti)
        for hasil in read(data, "templat.xlsx")
        for satu in hasil.tindak_lanjut
    ]


def found(data: bytes) -> list[Temuan]:
    """The findings that speak of follow-ups."""
    return [
        satu
        for hasil in read(data, "templat.xlsx")
        for satu in hasil.temuan
        if satu.kode.startswith("tindak-lanjut") or satu.lembar == LEMBAR
    ]


# --- out ----------------------------------------------------------------------------------------------


def test_what_was_decided_is_printed_locked_and_what_became_of_it_is_asked() -> None:
    ws = load_workbook(io.BytesIO(with_follow_ups()))[LEMBAR]
    assert [ws.cell(7, kolom).value for kolom in range(1, 14)] == [
        "Tanda", "Kode", "Diputuskan rapat", "Yang diputuskan", "Indikator kinerja", "Penanggung jawab", "Tenggat",
        "Keadaan tercatat", "Perkembangan tercatat", "Tanda isi", "Keadaan", "Perkembangan", "Bukti",
    ]  # fmt: skip
    assert [ws.cell(8, kolom).value for kolom in (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13)] == [
        "TL-12", "TW II 2026", "=Audit maternal perinatal\nBerhasil bila: Semua kasus diaudit", "Angka kematian ibu",
        "Kepala Bidang Kesmas", TENGGAT, "berjalan, lewat tenggat", "@tiga dari lima kasus",
        None, None, None,
    ]  # fmt: skip
    assert ws["D8"].data_type == "s"  # never a formula
    assert ws["D8"].quotePrefix
    assert ws["I8"].quotePrefix
    assert ws.protection.sheet
    assert [ws.cell(8, kolom).protection.locked for kolom in range(1, 14)] == [True] * 10 + [False] * 3
    assert [huruf for huruf in "ABCDEFGHIJKLM" if ws.column_dimensions[huruf].hidden] == ["A", "J"]
    choices = [v for v in ws.data_validations.dataValidation if v.type == "list"]
    assert [(str(v.sqref), v.showErrorMessage) for v in choices] == [("K8:K9", True)]
    assert (ws.page_setup.orientation, ws.page_setup.fitToWidth, ws.print_title_rows) == ("landscape", 1, "$7:$7")


def test_the_dropdown_offers_the_three_words() -> None:
    buku = load_workbook(io.BytesIO(with_follow_ups()))
    (choice,) = [v for v in buku[LEMBAR].data_validations.dataValidation if v.type == "list"]
    rentang = choice.formula1.split("!")[1].replace("$", "")
    assert [sel.value for (sel,) in buku["_daftar"][rentang]] == ["belum", "berjalan", "selesai"]


def test_without_follow_ups_there_is_no_such_sheet_and_nothing_of_it() -> None:
    buku = load_workbook(io.BytesIO(template()))
    assert buku.sheetnames == ["Petunjuk", "Dinas Kesehatan", "_daftar", "_sakip", "_sakip_semula"]
    assert "sakip kepala isian" not in buku.named_styles
    petunjuk = " ".join(str(sel.value) for baris in buku["Petunjuk"].iter_rows() for sel in baris if sel.value)
    assert "lembar Tindak lanjut" not in petunjuk


def test_the_same_content_gives_the_same_bytes() -> None:
    made = [template(dataclasses.replace(LAIN, janji=(AUDIT, SOP))) for _ in range(2)]
    assert made[0] == made[1]


def test_one_follow_up_twice_is_a_defect() -> None:
    with pytest.raises(ValueError, match="twice"):
        with_follow_ups(AUDIT, AUDIT)


def test_several_units_share_one_sheet_that_names_the_unit() -> None:
    data = template(dataclasses.replace(DINAS, janji=(AUDIT,)), dataclasses.replace(LAIN, janji=(PETA,)), BARU)
    ws = load_workbook(io.BytesIO(data))[LEMBAR]
    assert [(ws[f"B{b}"].value, ws[f"C{b}"].value) for b in (8, 9)] == [
        ("TL-12", "Dinas Kesehatan"),
        ("TL-20", "Dinas Lain"),
    ]
    hasil = read_units(filled({"M8": "audit kasus keempat", "L9": "berjalan"}, data), "templat.xlsx")
    assert [[(satu.kode, satu.keadaan, satu.catatan) for satu in h.tindak_lanjut] for h in hasil] == [
        [("TL-12", None, "audit kasus keempat")],
        [("TL-20", "berjalan", None)],
        [],
    ]


# --- in -----------------------------------------------------------------------------------------------


def test_untouched_says_nothing() -> None:
    assert said(with_follow_ups()) == []
    assert found(with_follow_ups()) == []


def test_what_a_planner_fills_in_is_read_with_its_cell() -> None:
    data = filled({"K8": "Selesai ", "M8": "https://contoh.go.id/notula", "L9": "Rapat pertama:\n- draf"})
    (hasil,) = read_units_apart(data, "templat.xlsx")  # through the process that reads strangers' files
    assert hasil.tindak_lanjut == (
        LaporanTindakLanjut(
            id=12, uid="rapat-2-audit", kode="TL-12", lembar=LEMBAR, sel="K8", baris=8, keadaan="selesai",
            bukti="https://contoh.go.id/notula", semula="berjalan", sampai="2026-08-20T03:00:00+00:00",
        ),
        LaporanTindakLanjut(
            id=7, uid="rapat-1-sop", kode="TL-7", lembar=LEMBAR, sel="L9", baris=9,
            catatan="Rapat pertama:\n- draf", semula="belum",
        ),
    )  # fmt: skip
    assert found(data) == []
    assert len(hasil.indikator) == len(LAIN.baris)


@pytest.mark.parametrize(
    ("isi", "baca"),
    [
        ({"K8": "berjalan"}, []),  # as it was printed
        ({"K8": "berjalan", "L8": "kasus keempat"}, [("TL-12", None, "kasus keempat", None)]),
        ({"K8": "-", "L8": "–", "M8": "n/a"}, []),
        ({"M8": "tidak ada"}, [("TL-12", None, None, "tidak ada")]),
        ({"K9": "BERJALAN"}, [("TL-7", "berjalan", None, None)]),
        ({"L9": "belum dilaksanakan"}, [("TL-7", None, "belum dilaksanakan", None)]),
        ({"L9": 15}, [("TL-7", None, "15", None)]),
        ({"L9": "=1+1"}, []),  # never calculated: a galat
    ],
)
def test_only_what_is_new_counts(isi: dict[str, Any], baca: list[Any]) -> None:
    assert said(filled(isi)) == baca


@pytest.mark.parametrize(
    ("tertulis", "usul"),
    [
        ("sudah", "selesai"),
        ("dlm proses", "berjalan"),
        ("belum jalan", "belum"),
        ("seleai", "selesai"),
        ("biru", ""),
    ],
)
def test_another_word_for_the_state_is_refused_and_the_nearest_proposed(tertulis: str, usul: str) -> None:
    data = filled({"K9": tertulis, "L9": "teks"})
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.lembar, satu.sel, satu.nilai) == (
        "tindak-lanjut-keadaan", "galat", LEMBAR, "K9", tertulis,
    )  # fmt: skip
    assert "belum, berjalan, selesai" in satu.pesan
    assert (f"“{usul}”" in satu.pesan) if usul else ("Mungkin" not in satu.pesan)
    assert said(data) == [("TL-7", None, "teks", None)]


def test_done_without_a_word_or_evidence_is_asked_for_one() -> None:
    data = filled({"K9": "selesai"})
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-tanpa-bukti", "peringatan", "M9")
    assert said(data) == [("TL-7", "selesai", None, None)]
    assert not found(filled({"K9": "selesai", "L9": "SOP ditetapkan"}))


def test_a_text_longer_than_what_is_kept_is_told_at_its_cell() -> None:
    assert TERPANJANG == BATAS_CATATAN
    assert not found(filled({"L9": "x" * TERPANJANG}))
    (satu,) = found(filled({"L9": "x" * (TERPANJANG + 1)}))
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-panjang", "galat", "L9")


def test_another_units_row_copied_in_is_refused() -> None:
    other = load_workbook(io.BytesIO(with_follow_ups(PETA)))[LEMBAR]

    def paste(ws: Any) -> None:
        for kolom in range(1, 14):
            ws.cell(10, kolom).value = other.cell(8, kolom).value
        ws["L10"].value = "hampir selesai"

    data = changed(paste)
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-asing", "galat", "B10")
    assert "TL-20" in satu.pesan
    assert said(data) == [("TL-12", "selesai", None, "notula.pdf")]


@pytest.mark.parametrize("kode", ["TL-7", "TL-99", "dua belas", None])
def test_an_edited_code_is_refused_with_the_one_that_was_printed(kode: str | None) -> None:
    data = changed(lambda ws: setattr(ws["B8"], "value", kode))
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-kode-diubah", "galat", "B8")
    assert "TL-12" in satu.pesan
    assert said(data) == []


def test_a_code_typed_otherwise_is_the_same_code() -> None:
    assert said(changed(lambda ws: setattr(ws["B8"], "value", "tl 012"))) == [
        ("TL-12", "selesai", None, "notula.pdf")
    ]


def test_an_edited_decision_changes_nothing_and_is_told() -> None:
    data = changed(lambda ws: setattr(ws["D8"], "value", "Audit secukupnya"))
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-diubah", "peringatan", "D8")
    assert said(data) == [("TL-12", "selesai", None, "notula.pdf")]


def move(ws: Any, kolom: str) -> None:
    """Sort some columns alone: the two rows change places in them."""
    for huruf in kolom:
        satu, dua = ws[f"{huruf}8"], ws[f"{huruf}9"]
        satu.value, dua.value = dua.value, satu.value


def test_rows_sorted_whole_are_read_as_they_stand() -> None:
    data = changed(lambda ws: move(ws, "ABCDEFGHIJKLM"))
    assert said(data) == [("TL-12", "selesai", None, "notula.pdf")]
    assert not found(data)


@pytest.mark.parametrize("kolom", ["JKLM", "ABC", "D"])
def test_rows_sorted_in_part_are_refused(kolom: str) -> None:
    data = changed(lambda ws: move(ws, kolom))
    assert {(satu.kode, satu.tingkat) for satu in found(data)} == {("tindak-lanjut-tercampur", "galat")}
    assert said(data) == []


def test_inserted_and_deleted_rows_do_not_shift_what_is_said() -> None:
    data = changed(lambda ws: ws.insert_rows(8, 3))
    assert said(data) == [("TL-12", "selesai", None, "notula.pdf")]
    assert not found(data)
    assert said(changed(lambda ws: ws.delete_rows(9))) == [("TL-12", "selesai", None, "notula.pdf")]
    assert said(changed(lambda ws: ws.delete_rows(8))) == []


def test_a_row_without_a_code_is_told_and_not_read() -> None:
    data = filled({"D11": "Usul baru", "K11": "berjalan", "L13": "ditandatangani kepala dinas"})
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat) == ("tindak-lanjut-tanpa-kode", "peringatan")
    assert "11, 13" in satu.pesan
    assert said(data) == []


def test_merged_cells_say_something_of_their_first_row_alone() -> None:
    def merge(ws: Any) -> None:
        ws["L8"].value = "keduanya dibahas"
        ws.merge_cells("L8:L9")

    data = changed(merge)
    (satu,) = found(data)
    assert (satu.kode, satu.tingkat, satu.nilai) == ("tindak-lanjut-gabungan", "peringatan", "L8:L9")
    assert said(data) == [("TL-12", "selesai", "keduanya dibahas", "notula.pdf")]


def test_the_same_row_twice() -> None:
    def copy(ws: Any, keadaan: str) -> None:
        for kolom in range(1, 14):
            ws.cell(10, kolom).value = ws.cell(8, kolom).value
        ws["K10"].value = keadaan

    data = changed(lambda ws: copy(ws, "selesai"))
    assert said(data) == [("TL-12", "selesai", None, "notula.pdf")]
    assert not found(data)
    (satu,) = found(changed(lambda ws: copy(ws, "belum")))
    assert (satu.kode, satu.tingkat, satu.sel) == ("tindak-lanjut-ganda", "galat", "K10")


def test_a_renamed_sheet_is_found_and_a_missing_one_is_told() -> None:
    renamed = changed(lambda ws: setattr(ws, "title", "TL unit kami"))
    assert said(renamed) == [("TL-12", "selesai", None, "notula.pdf")]
    (satu,) = found(reworked(with_follow_ups(), lambda buku: buku.remove(buku[LEMBAR])))
    assert (satu.kode, satu.tingkat, satu.lembar) == (
        "tindak-lanjut-lembar-hilang",
        "peringatan",
        "Dinas Lain",
    )


def test_a_lost_heading_is_a_galat() -> None:
    (satu,) = found(changed(lambda ws: setattr(ws["L7"], "value", None)))
    assert (satu.kode, satu.tingkat) == ("tindak-lanjut-kolom-hilang", "galat")
    assert "Perkembangan" in satu.pesan


def test_without_its_mark_the_sheet_is_not_read_and_says_so() -> None:
    data = reworked(filled({"K8": "selesai"}), lambda buku: buku.remove(buku["_sakip"]))
    assert said(data) == []
    assert [satu.kode for satu in found(data)] == ["tindak-lanjut-tanpa-tanda"]
    assert len(read_units(data, "a.xlsx")[0].indikator) == len(LAIN.baris)


def test_a_units_sheet_that_is_gone_takes_its_follow_ups_along_but_not_in_silence() -> None:
    data = template(dataclasses.replace(DINAS, janji=(AUDIT,)), dataclasses.replace(LAIN, janji=(PETA,)))
    data = reworked(filled({"M9": "direvisi"}, data), lambda buku: buku.remove(buku["Dinas Lain"]))
    assert said(data) == []
    assert "tindak-lanjut-unit-hilang" in {satu.kode for satu in found(data)}


def test_a_unit_without_indicators_can_report_its_follow_ups() -> None:
    data = template(dataclasses.replace(BARU, janji=(SOP,)))
    (hasil,) = read_units(filled({"L8": "sudah disusun"}, data), "a.xlsx")
    assert (hasil.indikator, [satu.catatan for satu in hasil.tindak_lanjut]) == ((), ["sudah disusun"])


def test_a_unit_called_so_keeps_its_sheet() -> None:
    data = write_template(content(dataclasses.replace(LAIN, nama="Tindak Lanjut", janji=(PETA,))))
    assert load_workbook(io.BytesIO(data)).sheetnames[1:3] == ["Tindak Lanjut 2", "Tindak lanjut"]
    (hasil,) = read_units(data, "a.xlsx")
    assert [satu.kunci for satu in hasil.indikator] == ["lain-1"]


def test_an_older_template_reads_as_it_did() -> None:
    v1 = Path(__file__).parent / "templat_v1.xlsx"
    (hasil,) = read_units(v1.read_bytes(), v1.name)
    assert hasil.tindak_lanjut == ()
    assert not [satu for satu in hasil.temuan if satu.kode.startswith("tindak-lanjut")]


def test_the_marked_copy_marks_this_sheet_and_is_read_again() -> None:
    data = filled({"K9": "sudah", "L8": "kasus keempat"})
    temuan = read_units(data, "templat.xlsx")[0].temuan
    copy = mark_workbook_apart(data, "templat.xlsx", list(temuan))
    marked = load_workbook(io.BytesIO(copy))[LEMBAR]["K9"]
    assert marked.comment is not None
    assert "selesai" in marked.comment.text
    assert said(copy) == [("TL-12", None, "kasus keempat", None)]
    assert said(filled({"K9": "selesai"}, copy)) == [
        ("TL-12", None, "kasus keempat", None),
        ("TL-7", "selesai", None, None),
    ]


@needs_soffice
def test_untouched_and_filled_come_back_after_libreoffice(tmp_path: Path) -> None:
    data = filled({"K8": "selesai", "M8": "notula.pdf", "L9": "draf"})
    saved = converted(data, tmp_path, "ods", "xlsx")
    assert said(saved) == [("TL-12", "selesai", None, "notula.pdf"), ("TL-7", None, "draf", None)]
    assert found(saved) == []
