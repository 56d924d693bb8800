"""Workbooks of the kinds that Indonesian bodies use, generated, each with the figures a person reads in it.

``SEMUA`` lists them; ``nilai.nilai`` judges one reading; ``python -m tests.workbook.corpus`` prints where the reader
stands. None of the forms copies a real body's figures; their shapes follow public forms and exports.
"""

from __future__ import annotations

from importlib import import_module

from tests.workbook.corpus.kasus import SEMUA, Harap, Kasus

# Each part registers its forms when it is imported.
for _bagian in (
    "e81",
    "pengukuran",
    "bertumpuk",
    "renaksi",
    "skor",
    "ekspor",
    "kpu",
    "lembaga",
    "bukan",
):
    import_module(f"tests.workbook.corpus.{_bagian}")

__all__ = ["SEMUA", "Harap", "Kasus"]
