"""Forms of many kinds: what a person reads in each is what the reader reads, or it asks.

The workbooks and what each expectation rests on stand in ``tests/workbook/corpus``.
"""

import functools

import pytest

from tests.workbook.corpus import SEMUA
from tests.workbook.corpus.nilai import nilai

judged = functools.cache(nilai)


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: k.nama)
def test_every_row_of_a_form(kasus):
    laporan = judged(kasus)
    assert laporan.mulus, f"{kasus.dasar}\n{laporan.keluhan()}"


def test_nine_rows_in_ten_and_no_wrong_row_without_a_finding():
    putusan = [(k.nama, p) for k in SEMUA for p in judged(k).putusan]
    lebih = [(k.nama, x) for k in SEMUA for x in judged(k).lebih]
    benar = sum(p.benar for _, p in putusan)
    assert benar >= 0.9 * (len(putusan) + len(lebih)), f"{benar} dari {len(putusan)}, {len(lebih)} bukan indikator"
    diam = [(nama, p.baris, p.salah) for nama, p in putusan if p.salah and not p.bertemuan]
    assert not diam


def test_the_corpus_is_large_and_varied_enough():
    assert len(SEMUA) >= 34
    assert sum(len(k.baris) for k in SEMUA) >= 150
    assert len({k.nama for k in SEMUA}) == len(SEMUA)
