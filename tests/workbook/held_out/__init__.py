"""Held out: workbooks and expectations written without knowledge of the reader, in two sets, shaped like public forms.

The names of bodies are such as occur in such files; every figure is invented. First measured figures, before the reader
was mended by them: set one 125 of 195 rows right (64.1 %), set two 136 of 166 (82 %). One row of the first set is found
but no longer judged: whether its realisasi is a 0 or a blank is contested (per_bidang.xlsx, row 6). The expectations
are not changed to what the reader gives; ``test_held_out.py`` says where the two still differ.
"""

from __future__ import annotations

from importlib import import_module

from tests.workbook.held_out.contoh import SEMUA, Baris, Contoh

# Each part registers its workbooks when it is imported.
for _bagian in (
    "e81",
    "renja",
    "kpu",
    "renaksi",
    "lkjip",
    "tahunan",
    "pengukuran",
    "triwulan",
    "skor",
    "ekspor",
):
    import_module(f"tests.workbook.held_out.{_bagian}")

__all__ = ["SEMUA", "Baris", "Contoh"]
