"""Small workbooks of many shapes, as .xlsx and .xls: what the fuzzer starts from."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook

from tests.workbook.corpus import SEMUA
from tests.workbook.forms import build
from tests.workbook.oldbook import make_xls

FLAT = [
    ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi TW I", "Realisasi TW II",
     "Realisasi TW III", "Realisasi TW IV", "Capaian", "Keterangan"],
    [1, "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "Indeks", 85.5, 80, 81.25, None, None, 0.95, "-"],
    [2, "Meningkatnya layanan", "Persentase dokumen tepat waktu", "Persen", "90,5", "22,5", 45, 0.6, None, 66.7, ""],
    [3, "Tertib arsip", "Jumlah arsip tertata", "Berkas", 1200, "300", 300, 300, 300, 100, "selesai"],
]  # fmt: skip
MONTHLY = [
    ["RENCANA AKSI TAHUN 2025"], ["Dinas Contoh"], [],
    ["No", "Indikator", "Satuan", "Target", "Triwulan I", None, None, "Triwulan II", None, None],
    [None, None, None, None, "Jan", "Feb", "Mar", "Apr", "Mei", "Jun"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
    [1, "Jumlah peserta", "Orang", 120, 10, 10, 10, 10, 10, 10], [2, "Nilai SAKIP", "Nilai", 70, "B", "BB", 1, 2, 3, 4],
]  # fmt: skip


def make_xlsx(rows: list[list[Any]], merges: tuple[str, ...] = ()) -> bytes:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for one in merges:
        sheet.merge_cells(one)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def seeds() -> list[tuple[str, bytes]]:
    """(file name, bytes)."""
    return [
        ("e81.xlsx", build().data),
        ("datar.xlsx", make_xlsx(FLAT)),
        ("bulan.xlsx", make_xlsx(MONTHLY, ("E4:G4", "H4:J4", "A4:A5", "B4:B5"))),
        ("datar.xls", make_xls(FLAT)),
        ("bulan.xls", make_xls(MONTHLY, ("E4:G4", "H4:J4", "A4:A5", "B4:B5"))),
        *((f"{form.nama}.xlsx", form.buat()) for form in SEMUA),
    ]
