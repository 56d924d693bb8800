"""One unit's sheet: letterhead, header, a row an indicator, what may be written where."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.gaya import (
    BIDANG,
    NILA_MUDA,
    SAMAR,
    TEKS_BAHAYA,
    TINT_BAHAYA,
    cell_style,
    fill,
    font,
    set_print,
)
from sakip_app.workbook.templat.kolom import ROMAWI, KolomTemplat
from sakip_app.workbook.templat.sel import put, value_of
from sakip_app.workbook.templat.validasi import add_validations

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip_app.workbook.template import IsiTemplat, UnitTemplat

BARIS_KOSONG = 40  # rows for a unit that has no indicators yet
BARIS_GRUP, BARIS_SUB, BARIS_DATA = 6, 7, 8
TINGGI_BARIS = 15  # points of one line
KOLOM_BEKU = "F"  # first column that moves: kode, indikator and satuan stay in sight
DATA_REKAAN = "DATA REKAAN: badan, unit dan angka di berkas ini bukan data sebenarnya."


def write_unit_sheet(
    ws: Worksheet,
    isi: IsiTemplat,
    unit: UnitTemplat,
    kolom: Sequence[KolomTemplat],
    daftar: Mapping[str, str],
) -> None:
    """Fill the sheet of one unit.

    Args:
        ws: an empty sheet with its title.
        isi: the whole template.
        unit: whose sheet it is.
        kolom: its columns.
        daftar: name of each list of words → its range, for dropdowns.
    """
    _letterhead(ws, isi, unit)
    _header(ws, kolom, isi.triwulan)
    baris: list[BarisIndikator | None] = list(unit.baris) or [None] * BARIS_KOSONG
    for nomor, satu in enumerate(baris, BARIS_DATA):
        tinggi = 1
        for huruf, k in enumerate(kolom, 1):
            lalu = unit.tindak_lanjut.get(satu.kunci) if satu else None
            nilai = value_of(satu, k, lalu) if satu else None
            sel = ws.cell(nomor, huruf)
            kosong = nilai is None or nilai == ""
            sel.style = cell_style(k.jenis, terbuka=_open(k, isi.triwulan, kosong=kosong))
            put(sel, nilai)
            if k.sifat != "tersembunyi" and isinstance(nilai, str):
                tinggi = max(tinggi, _lines(nilai, k.lebar))
        ws.row_dimensions[nomor].height = min(TINGGI_BARIS * tinggi + 3, 400)
    add_validations(ws, kolom, unit.baris, daftar, (BARIS_DATA, BARIS_DATA + len(baris) - 1))
    _page(ws, isi, unit, kolom)


def _lines(teks: str, lebar: float) -> int:
    """How many lines a text takes in a column; Excel fits the row anew when someone writes in it."""
    return sum(max(1, math.ceil(len(satu) / (lebar * 0.95 - 1))) for satu in teks.split("\n"))


def _open(kolom: KolomTemplat, triwulan: int, *, kosong: bool) -> bool:
    """Whether a cell may be written in; coming quarters stay closed, what the plan fixed stays fixed."""
    if kolom.sifat == "realisasi":
        return (kolom.triwulan or 0) <= triwulan
    return kolom.sifat == "isian" or (kolom.sifat == "ketetapan" and kosong)


def _letterhead(ws: Worksheet, isi: IsiTemplat, unit: UnitTemplat) -> None:
    ws["A1"].value = unit.kode_unit  # the sheet's own memory, should its title be changed
    ws["A1"].data_type = "s"
    put(ws["C1"], f"Target dan realisasi kinerja {isi.tahun}")
    ws["C1"].font = font(16, tebal=True)
    ws.row_dimensions[1].height = 27
    kepala = (
        ("Instansi", isi.instansi),
        ("Unit kerja", unit.nama),
        ("Tahun", isi.tahun),
        ("Triwulan", ROMAWI[isi.triwulan - 1]),
    )
    for baris, (label, nilai) in enumerate(kepala, 2):
        sel, kanan = ws.cell(baris, 3, label), ws.cell(baris, 4)
        sel.font = font(9, warna=SAMAR)
        put(kanan, nilai)
        kanan.font = font(tebal=True)
        kanan.alignment = Alignment(horizontal="left")
        ws.row_dimensions[baris].height = 15
    legenda = ((NILA_MUDA, "Sel berwarna ini dapat diisi."), (BIDANG, "Sel berwarna ini terkunci."))
    for baris, (warna, teks) in enumerate(legenda, 2):
        ws.cell(baris, 6).fill = fill(warna)
        ws.cell(baris, 7, teks).font = font(9, warna=SAMAR)
    if isi.contoh:
        put(ws["F4"], DATA_REKAAN)
        for satu in ws["F4:L4"][0]:
            satu.fill = fill(TINT_BAHAYA)
        ws["F4"].font = font(9, tebal=True, warna=TEKS_BAHAYA)


def _header(ws: Worksheet, kolom: Sequence[KolomTemplat], triwulan: int) -> None:
    """Two rows: groups over sub-heads, single texts over both; the quarter to be reported in indigo."""
    nomor = 1
    for grup, isi in groupby(kolom, key=lambda k: k.grup):
        anggota = list(isi)
        akhir = nomor + len(anggota) - 1
        for huruf, k in enumerate(anggota, nomor):
            dilaporkan = k.sifat == "realisasi" and k.triwulan == triwulan
            angka = k.jenis in ("angka", "rupiah", "tanggal")
            tunggal = "sakip kepala angka" if angka else "sakip kepala"
            for baris in (BARIS_GRUP, BARIS_SUB):
                ws.cell(baris, huruf).style = tunggal if k.sub is None else "sakip kepala grup"
            if k.sub is not None:
                sel = ws.cell(BARIS_SUB, huruf, k.sub)
                sel.data_type = "s"  # a year as a sub-head is a name, not a number
                sel.style = "sakip kepala kini" if dilaporkan else tunggal
            ws.column_dimensions[get_column_letter(huruf)].width = k.lebar
            ws.column_dimensions[get_column_letter(huruf)].hidden = k.sifat == "tersembunyi"
        ws.cell(BARIS_GRUP, nomor, grup)
        bawah = BARIS_SUB if anggota[0].sub is None else BARIS_GRUP
        if (bawah, akhir) != (BARIS_GRUP, nomor):
            ws.merge_cells(start_row=BARIS_GRUP, start_column=nomor, end_row=bawah, end_column=akhir)
        nomor = akhir + 1
    ws.row_dimensions[BARIS_GRUP].height = 18
    ws.row_dimensions[BARIS_SUB].height = 30


def _page(ws: Worksheet, isi: IsiTemplat, unit: UnitTemplat, kolom: Sequence[KolomTemplat]) -> None:
    """Protection without a password, what stays in sight, and how the sheet is printed."""
    ws.protection.sheet = True
    ws.protection.formatColumns = False  # widths and heights may be changed: False means "not forbidden"
    ws.protection.formatRows = False
    ws.freeze_panes = f"{KOLOM_BEKU}{BARIS_DATA}"
    ws.sheet_view.showGridLines = False
    ws.sheet_view.zoomScale = 100
    terakhir = max(n for n, k in enumerate(kolom, 1) if k.dicetak)
    ws.print_area = f"A1:{get_column_letter(terakhir)}{ws.max_row}"
    ws.print_title_rows = f"{BARIS_GRUP}:{BARIS_SUB}"
    ws.print_title_cols = "C:E"
    ws.page_setup.pageOrder = "overThenDown"
    set_print(ws, 3, 0, f"{'DATA REKAAN · ' if isi.contoh else ''}{isi.instansi} · {unit.nama}")
