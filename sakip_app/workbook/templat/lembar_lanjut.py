"""The sheet "Tindak lanjut", written: what meetings decided, a row each, and where to say what became of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from sakip_app.snapshot.follow_up import KEADAAN
from sakip_app.workbook.templat.gaya import (
    BIDANG,
    KEPALA_ISIAN,
    NILA_MUDA,
    SAMAR,
    TEKS_BAHAYA,
    TINT_BAHAYA,
    add_fill_heading,
    cell_style,
    fill,
    font,
    set_print,
)
from sakip_app.workbook.templat.kolom import ROMAWI, KolomTemplat
from sakip_app.workbook.templat.lanjut import (
    BARIS_DATA,
    BARIS_KEPALA,
    PENGENAL_LANJUT,
    JanjiTemplat,
    follow_up_columns,
    follow_up_mark,
)
from sakip_app.workbook.templat.lembar_unit import DATA_REKAAN, TINGGI_BARIS
from sakip_app.workbook.templat.sel import put

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from sakip_app.workbook.template import IsiTemplat, UnitTemplat

CATATAN = (
    "Pilih keadaannya sekarang, tulis perkembangannya, dan sebut buktinya (tautan atau nama berkas). "
    "Yang dibiarkan kosong tidak mengubah apa pun."
)
_PETUNJUK = {
    "keadaan": ("Keadaan", "belum, berjalan, atau selesai. Biarkan kosong bila masih seperti yang tercatat."),
    "catatan": ("Perkembangan", "Apa yang sudah dilakukan, apa yang menghambat, apa berikutnya."),
    "bukti": ("Bukti", "Tautan atau nama berkas, misalnya notula, SK, foto kegiatan."),
}


def write_follow_ups(buku: Workbook, ws: Worksheet, isi: IsiTemplat, daftar: Mapping[str, str]) -> None:
    """Fill the sheet.

    Args:
        buku: the workbook, for a style that only this sheet has.
        ws: an empty sheet with its title.
        isi: the whole template; its units' ``janji`` are the rows.
        daftar: name of each list of words → its range, for the dropdown.
    """
    add_fill_heading(buku)
    kolom = follow_up_columns(beberapa_unit=len(isi.unit) > 1)
    _letterhead(ws, isi, kolom)
    for huruf, k in enumerate(kolom, 1):
        sel = ws.cell(BARIS_KEPALA, huruf, k.grup)
        angka = k.jenis == "tanggal"
        sel.style = KEPALA_ISIAN if k.sifat == "isian" else "sakip kepala angka" if angka else "sakip kepala"
        ws.column_dimensions[get_column_letter(huruf)].width = k.lebar
        ws.column_dimensions[get_column_letter(huruf)].hidden = k.sifat == "tersembunyi"
    ws.row_dimensions[BARIS_KEPALA].height = 30
    semua = [(unit, janji) for unit in isi.unit for janji in unit.janji]
    for nomor, (unit, janji) in enumerate(semua, BARIS_DATA):
        _row(ws, nomor, kolom, unit, janji)
    _add_checks(ws, kolom, daftar, BARIS_DATA + len(semua) - 1)
    _page(ws, isi, kolom)


def _row(ws: Worksheet, nomor: int, kolom: Sequence[KolomTemplat], unit: UnitTemplat, janji: JanjiTemplat) -> None:
    tinggi = 2
    for huruf, k in enumerate(kolom, 1):
        sel = ws.cell(nomor, huruf)
        sel.style = cell_style(k.jenis, terbuka=k.sifat == "isian")
        nilai = _printed(k.peran, unit, janji)
        put(sel, nilai)
        if k.sifat != "tersembunyi" and isinstance(nilai, str):
            lines = (max(1, math.ceil(len(satu) / (k.lebar * 0.95 - 1))) for satu in nilai.split("\n"))
            tinggi = max(tinggi, sum(lines))
    ws.row_dimensions[nomor].height = min(TINGGI_BARIS * tinggi + 3, 400)


def _printed(peran: str, unit: UnitTemplat, janji: JanjiTemplat) -> object:
    """What stands in a column; nothing where the planner is to write."""
    match peran:
        case "tanda" | "tanda_isi":
            return follow_up_mark(janji.kode, decided(janji))
        case "kode":
            return janji.kode
        case "unit":
            return unit.nama
        case "rapat":
            return janji.rapat
        case "apa":
            return decided(janji)
        case "indikator":
            return janji.indikator
        case "penanggung_jawab":
            return janji.penanggung_jawab
        case "tenggat":
            return janji.tenggat
        case "keadaan_tercatat":
            return f"{janji.keadaan}, lewat tenggat" if janji.lewat else janji.keadaan
        case "catatan_tercatat":
            return janji.catatan
    return None


def decided(janji: JanjiTemplat) -> str:
    """What was decided and by what one sees that it is done, as one text."""
    return f"{janji.apa}\nBerhasil bila: {janji.ukuran_berhasil}" if janji.ukuran_berhasil else janji.apa


def _letterhead(ws: Worksheet, isi: IsiTemplat, kolom: Sequence[KolomTemplat]) -> None:
    ws["A1"].value = PENGENAL_LANJUT
    put(ws["B1"], f"Tindak lanjut rapat evaluasi sampai triwulan {ROMAWI[isi.triwulan - 1]} {isi.tahun}")
    ws["B1"].font = font(16, tebal=True)
    ws.row_dimensions[1].height = 27
    kepala = [("Instansi", isi.instansi)]
    kepala += [("Unit kerja", isi.unit[0].nama)] if len(isi.unit) == 1 else []
    for baris, (label, nilai) in enumerate(kepala, 2):
        ws.cell(baris, 2, label).font = font(9, warna=SAMAR)
        kanan = ws.cell(baris, 3)
        put(kanan, nilai)
        kanan.font = font(tebal=True)
        kanan.alignment = Alignment(horizontal="left")
        ws.row_dimensions[baris].height = 15
    put(ws["B5"], CATATAN)
    ws["B5"].font = font()
    letak = [k.peran for k in kolom].index("tenggat") + 1
    legenda = ((NILA_MUDA, "Sel berwarna ini dapat diisi."), (BIDANG, "Sel berwarna ini terkunci."))
    for baris, (warna, teks) in enumerate(legenda, 2):
        ws.cell(baris, letak).fill = fill(warna)
        ws.cell(baris, letak + 1, teks).font = font(9, warna=SAMAR)
    if isi.contoh:
        put(ws.cell(4, letak), DATA_REKAAN)
        for satu in ws[f"{get_column_letter(letak)}4:{get_column_letter(len(kolom) - 1)}4"][0]:
            satu.fill = fill(TINT_BAHAYA)
        ws.cell(4, letak).font = font(9, tebal=True, warna=TEKS_BAHAYA)


def _add_checks(ws: Worksheet, kolom: Sequence[KolomTemplat], daftar: Mapping[str, str], akhir: int) -> None:
    for nomor, k in enumerate(kolom, 1):
        if k.peran not in _PETUNJUK:
            continue
        periksa = DataValidation(allow_blank=True, showInputMessage=True)
        periksa.promptTitle, periksa.prompt = _PETUNJUK[k.peran]
        if k.peran == "keadaan":
            periksa.type, periksa.formula1, periksa.showErrorMessage = "list", daftar["keadaan"], True
            periksa.errorTitle = "Pilih dari daftar"
            periksa.error = f"Yang dapat dipilih: {', '.join(KEADAAN)}."
        huruf = get_column_letter(nomor)
        periksa.add(f"{huruf}{BARIS_DATA}:{huruf}{akhir}")
        ws.add_data_validation(periksa)


def _page(ws: Worksheet, isi: IsiTemplat, kolom: Sequence[KolomTemplat]) -> None:
    """Protection without a password, what stays in sight, and how the sheet is printed."""
    ws.protection.sheet = True
    ws.protection.formatColumns = False  # False means "not forbidden"
    ws.protection.formatRows = False
    ws.freeze_panes = f"C{BARIS_DATA}"
    ws.sheet_view.showGridLines = False
    ws.sheet_view.zoomScale = 100
    ws.print_area = f"A1:{get_column_letter(len(kolom))}{ws.max_row}"
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    milik = f" · {isi.unit[0].nama}" if len(isi.unit) == 1 else ""
    set_print(ws, 1, 0, f"{'DATA REKAAN · ' if isi.contoh else ''}{isi.instansi}{milik}")
