"""What a person changed in a template, and what stands in it as it was filled."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from sakip_app.workbook import read_units, read_workbook
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.template import UnitTemplat
from tests.workbook.templates import (
    DINAS,
    INFLASI,
    KEMATIAN,
    LAIN,
    OPINI,
    cell,
    converted,
    edited,
    letters,
    needs_soffice,
    reworked,
    stated_whole,
    template,
    typed,
)

V1 = Path(__file__).parent / "templat_v1.xlsx"
#: By hand, from what the first row of ``BARIS`` holds: every value but the identity of the row.
SEMUA_KEMATIAN = {
    *((jenis, None) for jenis in ("polaritas", "konsolidasi", "cara_isi", "kode_pk", "bobot", "penanggung_jawab")),
    *((jenis, None) for jenis in ("target_tahunan", "target_renstra", "realisasi_lalu", "pagu")),
    *(("renstra", tahun) for tahun in (2025, 2026, 2027)),
    *(("target", tw) for tw in (1, 2, 3, 4)),
    *((jenis, tw) for jenis in ("realisasi", "realisasi_anggaran") for tw in (1, 2)),
    *((jenis, None) for jenis in ("kendala", "solusi", "rencana_tindak_lanjut", "pic", "batas_waktu", "bukti")),
}
KUMULATIF = UnitTemplat(
    "1.05",
    "Dinas Posisi",
    (
        BarisIndikator(
            kunci="posisi-1", sel="", baris=0, uraian="Jumlah rekomendasi", satuan="Rekomendasi",
            polaritas="maksimal", konsolidasi="jumlah", cara_isi="kumulatif", cara_isi_anggaran="kumulatif",
            target_tahunan=80.0, realisasi={1: 20.0, 2: 45.0}, pagu=400.0, realisasi_anggaran={1: 100.0, 2: 200.0},
        ),
    ),
)  # fmt: skip


def rows(data: bytes) -> dict[str, BarisIndikator]:
    return {satu.kunci: satu for hasil in read_units(data, "templat.xlsx") for satu in hasil.indikator}


def whole(satu: BarisIndikator) -> BarisIndikator:
    return dataclasses.replace(satu, tetap=frozenset())


def test_an_untouched_row_states_no_value() -> None:
    read = rows(template(DINAS, LAIN))
    assert read[KEMATIAN].tetap == SEMUA_KEMATIAN
    assert read[OPINI].tetap == {
        ("polaritas", None), ("konsolidasi", None), ("cara_isi", None), ("skala", None), ("target_teks", None),
        ("target", 4), ("realisasi", 1), ("batas_waktu", None),
    }  # fmt: skip
    assert read[INFLASI].tetap == {
        ("polaritas", None), ("konsolidasi", None), ("cara_isi", None), ("target_bawah", None),
        ("target_atas", None), ("realisasi", 1), ("realisasi", 2),
    }  # fmt: skip


@needs_soffice
@pytest.mark.parametrize("jenis", [("xlsx",), ("ods", "xlsx")], ids=" ".join)
def test_untouched_also_after_libreoffice(tmp_path: Path, jenis: tuple[str, ...]) -> None:
    read = rows(converted(template(DINAS, KUMULATIF), tmp_path, *jenis))
    written = rows(template(DINAS, KUMULATIF))
    assert {kunci: satu.tetap for kunci, satu in read.items()} == {k: s.tetap for k, s in written.items()}
    assert (read["posisi-1"].cara_isi, read["posisi-1"].cara_isi_anggaran) == ("kumulatif", "kumulatif")


@pytest.mark.parametrize(
    ("kolom", "nilai", "kunci", "berubah"),
    [
        ("Realisasi/TW I", 29, KEMATIAN, {("realisasi", 1)}),
        ("Realisasi/TW II", 0.000001, KEMATIAN, {("realisasi", 2)}),  # zero was kept; this is not zero
        ("Realisasi/TW I", "WTP", OPINI, {("realisasi", 1)}),
        ("Anggaran (Rp)/Realisasi TW II", 1234567.88, KEMATIAN, {("realisasi_anggaran", 2)}),
        ("Target Renstra/2027", 120, KEMATIAN, {("renstra", 2027)}),
        ("Solusi", "=sum(A1:A9) bukan rumus", KEMATIAN, {("solusi", None)}),
        ("Tindak lanjut/Batas waktu", "1/10/2026", KEMATIAN, {("batas_waktu", None)}),
        ("Polaritas", "maksimal", KEMATIAN, {("polaritas", None)}),
        ("Realisasi/TW I", None, KEMATIAN, {("realisasi", 1)}),  # blank, and so states nothing either
    ],
)
def test_one_changed_cell_is_one_stated_value(kolom: str, nilai: Any, kunci: str, berubah: set[Any]) -> None:
    def write(ws: Any) -> None:
        ws[cell(kolom, kunci)].value = nilai
        if isinstance(nilai, str):
            ws[cell(kolom, kunci)].data_type = "s"

    assert rows(template())[kunci].tetap - rows(edited(template(), write))[kunci].tetap == berubah


@pytest.mark.parametrize(
    ("kolom", "nilai"),
    [("Realisasi/TW I", "28"), ("Tindak lanjut/Batas waktu", "30 September 2026"), ("Konsolidasi", " JUMLAH")],
)
def test_the_same_value_typed_otherwise_is_the_same_value(kolom: str, nilai: str) -> None:
    assert rows(typed(kolom, nilai)[0])[KEMATIAN].tetap == SEMUA_KEMATIAN


def test_a_number_no_longer_a_target_of_the_year_but_a_word() -> None:
    satu = rows(typed("Target 2026/Setahun", "Baik")[0])[KEMATIAN]
    assert satu.target_teks == "Baik"
    assert not {("target_tahunan", None), ("target_teks", None)} & satu.tetap


def test_without_its_memory_or_its_mark_every_value_is_stated() -> None:
    for gone in ("_sakip_semula", "_sakip"):
        read = rows(reworked(template(), lambda buku, gone=gone: buku.remove(buku[gone])))
        assert len(read) == len(DINAS.baris)
        assert not any(satu.tetap for satu in read.values()), gone
    saved = rows(edited(template(), lambda ws: None))  # what edits the file here writes fewer digits
    assert list(map(whole, saved.values())) == list(rows(stated_whole(template())).values())


def test_a_template_of_version_one_states_everything_and_misses_no_column() -> None:
    hasil = read_workbook(V1.read_bytes(), V1.name)
    assert not any(satu.tetap for satu in hasil.indikator)
    assert [satu.cara_isi for satu in hasil.indikator] == ["tambahan", "kumulatif", "kumulatif", "kumulatif", None]
    assert "kolom-opsional-hilang" not in {temuan.kode for temuan in hasil.temuan}


def test_a_proposal_for_a_new_year_is_stated_when_it_comes_back() -> None:
    proposed = dataclasses.replace(DINAS, tersimpan=False)
    assert not any(satu.tetap for satu in rows(template(proposed)).values())


def test_an_added_row_and_another_units_row_are_stated() -> None:
    def add(ws: Any) -> None:
        ws[f"{letters(ws)['Indikator kinerja']}14"] = "Cakupan imunisasi"
        ws[f"{letters(ws)['Realisasi/TW I']}14"] = 28

    added = [satu for satu in rows(edited(template(), add)).values() if satu.uraian == "Cakupan imunisasi"]
    assert [satu.tetap for satu in added] == [frozenset()]
    same = dataclasses.replace(LAIN.baris[0], realisasi={1: 5.0})  # one kunci, two units, two figures
    satu, dua = (h.indikator[0] for h in read_units(template(LAIN, UnitTemplat("1.06", "C", (same,))), "a.xlsx"))
    assert ("realisasi", 1) in satu.tetap
    assert ("realisasi", 1) in dua.tetap


# --- how quarters are filled in ------------------------------------------------------------------------


def test_cara_isi_is_carried_where_it_says_something() -> None:
    read = rows(template(DINAS, KUMULATIF))
    satu = read["posisi-1"]
    assert (satu.cara_isi, satu.cara_isi_anggaran) == ("kumulatif", "kumulatif")
    assert {("cara_isi", None), ("cara_isi_anggaran", None)} <= satu.tetap
    assert (read[KEMATIAN].cara_isi, read[KEMATIAN].cara_isi_anggaran) == ("tambahan", None)


def test_the_cells_say_how_they_are_filled_in() -> None:
    said: list[list[str]] = []

    def look(ws: Any) -> None:
        h = letters(ws)
        assert (
            ws[f"{h['Tentang indikator/Cara isi']}8"].value,
            ws[f"{h['Tentang indikator/Cara isi anggaran']}8"].value,
        ) == ("kumulatif",) * 2
        assert ws[f"{h['Tentang indikator/Cara isi']}8"].protection.locked
        prompts = ws.data_validations.dataValidation
        for kolom in ("Realisasi/TW III", "Anggaran (Rp)/Realisasi TW III"):
            said.append([p.prompt for p in prompts if f"{h[kolom]}8" in p.sqref])

    edited(template(KUMULATIF), look)
    assert said == [["Kumulatif: tulis angka sejak Januari sampai akhir triwulan itu."]] * 2


def test_a_row_of_positions_stays_one_also_when_its_cell_or_column_is_lost() -> None:
    def blank(ws: Any) -> None:
        ws[f"{letters(ws)['Tentang indikator/Cara isi']}8"] = None

    def drop(ws: Any) -> None:
        for kolom in sorted(
            (letters(ws)["Tentang indikator/Cara isi"], letters(ws)["Tentang indikator/Cara isi anggaran"])
        ):
            for baris in (6, 7, 8):
                if type(ws[f"{kolom}{baris}"]).__name__ == "Cell":
                    ws[f"{kolom}{baris}"].value = None

    for lose in (blank, drop):
        satu = rows(edited(template(KUMULATIF), lose))["posisi-1"]
        assert (satu.cara_isi, satu.cara_isi_anggaran) == ("kumulatif", "kumulatif"), lose


# --- a sheet that was emptied --------------------------------------------------------------------------


def test_an_emptied_sheet_is_a_warning_that_names_its_unit() -> None:
    def empty(buku: Any) -> None:
        buku["Dinas Lain"].delete_rows(8, 50)

    satu, dua = read_units(reworked(template(DINAS, LAIN), empty), "a.xlsx")
    assert len(satu.indikator) == len(DINAS.baris)
    (found,) = dua.temuan
    assert (found.kode, found.tingkat) == ("lembar-unit-dikosongkan", "peringatan")
    assert "Dinas Lain" in found.pesan
    assert "1 indikator" in found.pesan


# --- a memory that was damaged -------------------------------------------------------------------------


def test_a_damaged_memory_states_rather_than_breaks() -> None:
    def damage(buku: Any) -> None:
        ws = buku["_sakip_semula"]
        heads = {(ws.cell(1, k).value, ws.cell(2, k).value): k for k in range(1, ws.max_column + 1)}
        for baris, waktu, angka in ((2, 1, "1" + "0" * 400), (3, 2, "1e999")):
            sel = ws.cell(baris, heads["realisasi", waktu], angka)
            sel.data_type = "n"
        ws.cell(3, heads["pagu", None]).value = "banyak"
        ws.cell(1, heads["bobot", None]).value = "__class__"

    lost = {("realisasi", 1), ("realisasi", 2), ("pagu", None), ("bobot", None)}
    assert rows(reworked(template(), damage))[KEMATIAN].tetap == SEMUA_KEMATIAN - lost
