"""Workbooks held out from the reader's making: what a person reads in them is read, or the row carries a finding.

The workbooks, their expectations and the first measured figures stand in ``tests/workbook/held_out``.
"""

import functools
import math
import re
from typing import NamedTuple

import pytest
from openpyxl.utils import range_boundaries

from sakip_app.workbook import read_workbook
from tests.workbook.held_out import SEMUA

TEKS = "a realisasi in words is not kept where no skala gives the words an order; the finding names the cell"
BUKAN_ANGKA = "“B (65)” is neither a number nor a predikat alone: the cell is named, neither of the two is chosen"
TANPA_TOTAL = "no total and nothing else that the reader takes for settled: how the triwulan add up is asked"
CATATAN = "only a remark or the printed percent says that the second is a position: asked, not inferred"
METODE = "a “Metode” column is not read as the way of adding up: asked"
RIBUAN = "“60.000 kunjungan” is not read as a number, so the targets of the triwulan have no year to add up to"
BULAN = "B03 to B12: that they are cumulative stands in a note below the table alone, so it is asked first"

#: The rows that are not right, each with its reason. It may only shrink, or grow knowingly.
TERBUKA = {
    ("kpu_lkj_2024.xlsx", 17): TEKS,
    ("lkjip_banding.xlsx", 9): TEKS,
    ("lkjip_banding.xlsx", 10): TEKS,
    ("satker_balai.xlsx", 9): TEKS,
    ("esakip_export.xls", 7): TEKS,
    ("kpu_dua_tabel.xlsx", 10): BUKAN_ANGKA,
    ("monev_renaksi_rsud.xlsx", 8): RIBUAN,
    ("satpol_tw2.xlsx", 7): TANPA_TOTAL,
    ("satpol_tw2.xlsx", 8): TANPA_TOTAL,
    ("satpol_tw2.xlsx", 10): TANPA_TOTAL,
    ("satpol_tw2.xlsx", 11): TANPA_TOTAL,
    ("pengukuran_iku_dinas_tw2.xlsx", 5): CATATAN,
    ("pengukuran_iku_dinas_tw2.xlsx", 8): CATATAN,
    ("nama_indikator.xlsx", 5): METODE,
    ("nama_indikator.xlsx", 6): METODE,
    ("eperformance_B09.xlsx", 6): BULAN,
    ("eperformance_B09.xlsx", 7): BULAN,
    ("eperformance_B09.xlsx", 8): BULAN,
    ("eperformance_B09.xlsx", 9): BULAN,
}


class Putusan(NamedTuple):
    """What became of one expected row; ``salah`` is empty for a right one."""

    baris: object
    salah: str
    bertemuan: bool


@functools.cache
def judged(contoh):
    """The verdict on each expected row, the rows that nobody expected, and the year read."""
    hasil = read_workbook(contoh.buat(), contoh.nama)
    tersisa = {(_sheet(b.sel), b.baris): b for b in hasil.indikator}
    assert len(tersisa) == len(hasil.indikator), "two rows read from one"
    putusan = []
    for harap in contoh.baris:
        kunci = (harap.lembar or hasil.lembar, harap.nomor)
        baca = tersisa.pop(kunci, None)
        putusan.append(Putusan(harap, _complaint(harap, baca), _has_finding(hasil.temuan, *kunci)))
    return putusan, [b.sel for b in tersisa.values()], hasil.tahun


def _complaint(harap, baca):
    if baca is None:
        return "not found"
    if _words(harap.uraian) not in _words(baca.uraian):
        return f"uraian {baca.uraian!r}"
    if not harap.dinilai:
        return ""
    target, realisasi = _target(baca), _to_date(baca)
    beda = []
    if not _same(target, harap.target):
        beda.append(f"target {target!r}, not {harap.target!r}")
    if not _same(realisasi, harap.realisasi):
        beda.append(f"realisasi {realisasi!r}, not {harap.realisasi!r}")
    return "; ".join(beda)


def _target(b):
    """The year's, as a pair for a range; else the text; else the only triwulan's."""
    if b.target_bawah is not None and b.target_atas is not None:
        return b.target_bawah, b.target_atas
    for nilai in (b.target_tahunan, b.target_bawah, b.target_atas, b.target_teks):
        if nilai is not None:
            return nilai
    isi = [v for v in b.target.values() if v is not None]
    return isi[0] if len(isi) == 1 else None if not isi else ("unsettled", *isi)


def _to_date(b):
    """The realisasi to date as the reader's result settles it."""
    if b.realisasi_tahun is not None:
        return b.realisasi_tahun
    isi = [b.realisasi[t] for t in sorted(b.realisasi) if b.realisasi[t] is not None]
    if len(isi) < 2:
        return isi[0] if isi else None
    if b.cara_isi == "kumulatif" or b.konsolidasi == "nilai_akhir":
        return isi[-1]
    if b.konsolidasi == "jumlah":
        return sum(isi)
    if b.konsolidasi == "rata_rata":
        return sum(isi) / len(isi)
    return ("unsettled", *isi)


def _same(baca, harap):
    if isinstance(baca, tuple) and baca[0] == "unsettled":
        return harap is None
    if isinstance(baca, tuple) and isinstance(harap, tuple):
        return all(map(_same, baca, harap))
    if isinstance(baca, (int, float)) and isinstance(harap, (int, float)):
        return math.isclose(baca, harap, rel_tol=1e-6, abs_tol=1e-9)
    return baca == harap if harap is None or baca is None else str(baca).casefold() == str(harap).casefold()


def _words(teks):
    return " ".join(re.findall(r"[^\W_]+", teks.casefold()))


def _sheet(sel):
    return sel.rpartition("!")[0].strip("'")


def _has_finding(temuan, lembar, nomor):
    for satu in temuan:
        if satu.lembar == lembar and satu.sel:
            for bagian in satu.sel.replace(",", " ").split():
                _, atas, _, bawah = range_boundaries(bagian)
                if atas is not None and bawah is not None and atas <= nomor <= bawah:
                    return True
    return False


def rows():
    return [(contoh, putusan) for contoh in SEMUA for putusan in judged(contoh)[0] if putusan.baris.dinilai]


@pytest.mark.parametrize("contoh", SEMUA, ids=lambda c: c.nama)
def test_every_row_is_found_and_none_besides(contoh):
    putusan, lebih, tahun = judged(contoh)
    assert [p.baris.uraian for p in putusan if p.salah == "not found"] == []
    assert lebih == []
    if contoh.tahun:
        assert tahun == contoh.tahun


def test_both_sets_are_whole():
    assert len({c.nama for c in SEMUA}) == len(SEMUA) == 73
    assert [sum(c.rangkaian == r for c, _ in rows()) for r in (1, 2)] == [194, 166]


def test_nine_rows_in_ten_are_right_in_each_set():
    for rangkaian in (1, 2):
        salah = [p.salah for c, p in rows() if c.rangkaian == rangkaian]
        assert salah.count("") >= 0.9 * len(salah)


def test_no_row_is_wrong_without_a_finding_on_it():
    assert [(c.nama, p.baris.uraian, p.salah) for c, p in rows() if p.salah and not p.bertemuan] == []


def test_the_rows_that_are_not_right_are_those_that_are_known():
    kini = {(c.nama, p.baris.nomor): p.salah for c, p in rows() if p.salah}
    assert kini.keys() == TERBUKA.keys(), kini
