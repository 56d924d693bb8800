"""The small workbook a unit sends each quarter, and what is read from it, cell by cell."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from data.contoh.figures import KONSOLIDASI, Baris
from data.contoh.units import UnitContoh
from sakip_app.workbook.result import BarisIndikator, HasilBaca

REKAAN = "DATA REKAAN – CONTOH · Kabupaten Contoh tidak ada; semua nama dan angka dikarang"
PEMISAH = " › "
ROMAWI = ("I", "II", "III", "IV")

#: Heading, width, and what the column holds: (jenis, triwulan).
KOLOM: tuple[tuple[str, int, tuple[str, int | None] | None], ...] = (
    ("No", 5, None),
    ("Jenjang", 12, ("jenjang", None)),
    ("Kode", 18, ("kode", None)),
    ("Di bawah", 40, ("induk", None)),
    ("Tujuan, sasaran, program atau kegiatan", 34, ("nama", None)),
    ("Indikator", 44, ("uraian", None)),
    ("Satuan", 12, ("satuan", None)),
    ("Cara hitung", 12, ("konsolidasi", None)),
    ("Target tahun", 11, ("target_tahunan", None)),
    ("Batas bawah", 8, ("target_bawah", None)),
    ("Batas atas", 8, ("target_atas", None)),
    ("Target Renstra", 10, ("target_renstra", None)),
    ("Realisasi tahun lalu", 10, ("realisasi_lalu", None)),
    *((f"Target TW {r}", 10, ("target", q)) for q, r in enumerate(ROMAWI, 1)),
    *((f"Realisasi TW {r}", 10, ("realisasi", q)) for q, r in enumerate(ROMAWI, 1)),
    ("Pagu Rp", 18, ("pagu", None)),
    *((f"Realisasi Rp TW {r}", 16, ("realisasi_anggaran", q)) for q, r in enumerate(ROMAWI, 1)),
    ("Kendala", 36, ("kendala", None)),
    ("Rencana tindak lanjut", 36, ("rencana_tindak_lanjut", None)),
    ("PIC", 18, ("pic", None)),
    ("Batas waktu", 12, ("batas_waktu", None)),
)
BARIS_KEPALA = 5
_BOLD = Font(bold=True)
_MARK = Font(bold=True, color="A12118")
_HEAD = PatternFill("solid", fgColor="E6EAF0")
_WRAP = Alignment(wrap_text=True, vertical="top")


def make_upload(
    unit: UnitContoh, tahun: int, quarter: int, rows: Sequence[Baris], berkas: str
) -> tuple[HasilBaca, bytes]:
    """The workbook of one quarter, cumulative, with what stands in it."""
    lembar = f"Kinerja TW {ROMAWI[quarter - 1]}"
    values = [_values(row, tahun, quarter) for row in rows]
    isi = _bytes(_workbook(unit, tahun, quarter, lembar, values), datetime(tahun, quarter * 3, 28, tzinfo=UTC))
    return (
        HasilBaca(
            berkas=berkas,
            sha256=hashlib.sha256(isi).hexdigest(),
            tata_letak="contoh",
            lembar=lembar,
            instansi="Kabupaten Contoh",
            unit=unit.nama,
            tahun=tahun,
            sampai_bulan=quarter * 3,
            indikator=tuple(
                _indicator(row, cells, lembar, BARIS_KEPALA + n)
                for n, (row, cells) in enumerate(zip(rows, values, strict=True), start=1)
            ),
            temuan=(),
            pertanyaan=(),
            baris_kepala=(BARIS_KEPALA, BARIS_KEPALA),
        ),
        isi,
    )


def _values(row: Baris, tahun: int, quarter: int) -> dict[tuple[str, int | None], Any]:
    """What each column of one row holds in the file of ``quarter``."""
    cells: dict[tuple[str, int | None], Any] = {
        ("jenjang", None): row.jenjang,
        ("kode", None): row.kode,
        ("induk", None): PEMISAH.join(row.above) or None,
        ("nama", None): row.nama,
        ("uraian", None): row.ind.uraian,
        ("satuan", None): row.ind.satuan,
        ("konsolidasi", None): KONSOLIDASI[row.ind.konsolidasi],
        ("target_tahunan", None): row.target_tahunan,
        ("target_bawah", None): row.target_bawah,
        ("target_atas", None): row.target_atas,
        ("target_renstra", None): row.target_renstra,
        ("realisasi_lalu", None): row.realisasi_lalu,
        ("pagu", None): row.pagu,
    }
    for q in range(1, 5):
        cells["target", q] = row.target.get(q)
        cells["realisasi", q] = row.realisasi.get(q) if q <= quarter else None
        cells["realisasi_anggaran", q] = row.anggaran.get(q) if q <= quarter else None
    if row.murni is not None and quarter < 3:
        cells["target_tahunan", None], cells["target", 4] = row.murni
    note = row.catatan.get(quarter)
    if note is not None:
        cells |= {(jenis, None): text or None for jenis, text in note._asdict().items()}
    return cells


def _workbook(
    unit: UnitContoh,
    tahun: int,
    quarter: int,
    lembar: str,
    values: Sequence[dict[tuple[str, int | None], Any]],
) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = lembar
    sheet["A1"], sheet["A2"], sheet["A3"] = (
        REKAAN,
        unit.nama,
        (f"Laporan kinerja sampai dengan triwulan {ROMAWI[quarter - 1]} tahun {tahun}"),
    )
    sheet["A1"].font, sheet["A2"].font = _MARK, _BOLD
    for column, (heading, width, _) in enumerate(KOLOM, start=1):
        cell = sheet.cell(BARIS_KEPALA, column, heading)
        cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _WRAP
        sheet.column_dimensions[get_column_letter(column)].width = width
    for n, cells in enumerate(values, start=1):
        sheet.cell(BARIS_KEPALA + n, 1, n)
        for column, (_, _, role) in enumerate(KOLOM, start=1):
            value = cells.get(role) if role else None
            if value is not None:
                sheet.cell(BARIS_KEPALA + n, column, value)
    sheet.freeze_panes = sheet.cell(BARIS_KEPALA + 1, 7)
    return book


def _bytes(book: Workbook, made: datetime) -> bytes:
    """The file, the same bytes at every making: the clock is taken out of it."""
    book.properties.created = made.replace(tzinfo=None)
    raw, clean = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = f"{made:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            target.writestr(zipfile.ZipInfo(name, made.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return clean.getvalue()


def _indicator(row: Baris, cells: dict[tuple[str, int | None], Any], lembar: str, number: int) -> BarisIndikator:
    def quarters(jenis: str) -> dict[int, Any]:
        return {q: cells[jenis, q] for q in range(1, 5)}

    target = cells["target_tahunan", None]
    asal = {
        role: f"{lembar}!{get_column_letter(column)}{number}"
        for column, (_, _, role) in enumerate(KOLOM, start=1)
        if role and cells.get(role) is not None
    }
    words = isinstance(target, str)
    if words:
        asal["target_teks", None] = asal["target_tahunan", None]
    return BarisIndikator(
        kunci=row.kunci,
        sel=asal["uraian", None],
        baris=number,
        uraian=row.ind.uraian,
        kode=row.kode,
        nama=row.nama,
        jenjang=row.jenjang,
        induk=row.above,
        satuan=row.ind.satuan,
        konsolidasi=KONSOLIDASI[row.ind.konsolidasi],
        target_tahunan=None if words else target,
        target_teks=target if words else None,
        target_bawah=row.target_bawah,
        target_atas=row.target_atas,
        target_renstra=row.target_renstra,
        realisasi_lalu=row.realisasi_lalu,
        target=quarters("target"),
        realisasi=quarters("realisasi"),
        pagu=row.pagu,
        realisasi_anggaran=quarters("realisasi_anggaran"),
        kendala=cells.get(("kendala", None)),
        rencana_tindak_lanjut=cells.get(("rencana_tindak_lanjut", None)),
        pic=cells.get(("pic", None)),
        batas_waktu=cells.get(("batas_waktu", None)),
        asal=asal,
    )
