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

from data.contoh.body import Badan, Pengirim
from data.contoh.row import KONSOLIDASI, Baris
from sakip_app.workbook.result import BarisIndikator, HasilBaca

PEMISAH = " › "
ROMAWI = ("I", "II", "III", "IV")

Peran = tuple[str, int | None]  # (jenis, triwulan) of the value a column holds
Kolom = tuple[str, int, Peran | None]  # heading, width, what the column holds

_SIAPA: tuple[Kolom, ...] = (
    ("No", 5, None),
    ("Jenjang", 12, ("jenjang", None)),
    ("Kode", 18, ("kode", None)),
    ("Di bawah", 40, ("induk", None)),
    ("Tujuan, sasaran, program atau kegiatan", 34, ("nama", None)),
    ("Indikator", 44, ("uraian", None)),
    ("Satuan", 12, ("satuan", None)),
    ("Cara hitung", 12, ("konsolidasi", None)),
)
_PK: tuple[Kolom, ...] = (
    ("Skala", 11, ("skala", None)),
    ("Kode PK", 14, ("kode_pk", None)),
    ("Bobot", 8, ("bobot", None)),
    ("Penanggung jawab", 34, ("penanggung_jawab", None)),
)
_TAHUN: tuple[Kolom, ...] = (
    ("Target tahun", 11, ("target_tahunan", None)),
    ("Batas bawah", 8, ("target_bawah", None)),
    ("Batas atas", 8, ("target_atas", None)),
    ("Target Renstra", 10, ("target_renstra", None)),
)
_TRIWULAN: tuple[Kolom, ...] = (
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


def renstra_years(tahun: int) -> range:
    """The five years of the Renstra that ``tahun`` belongs to: 2020–2024, 2025–2029."""
    first = tahun - tahun % 5
    return range(first, first + 5)


def columns(badan: Badan, tahun: int) -> tuple[Kolom, ...]:
    """The columns of a body's sheet."""
    if not badan.ber_pk:
        return (*_SIAPA, *_TAHUN, *_TRIWULAN)
    renstra = ((f"Renstra {year}", 10, (f"renstra_{year}", None)) for year in renstra_years(tahun))
    return (*_SIAPA, *_PK, *_TAHUN, *renstra, *_TRIWULAN)


def make_upload(
    badan: Badan, unit: Pengirim, tahun: int, quarter: int, rows: Sequence[Baris], berkas: str
) -> tuple[HasilBaca, bytes]:
    """The workbook of one quarter, cumulative, with what stands in it."""
    lembar = f"Kinerja TW {ROMAWI[quarter - 1]}"
    kolom = columns(badan, tahun)
    values = [_values(row, kolom, quarter) for row in rows]
    heading = (
        badan.rekaan,
        unit.nama,
        f"Laporan kinerja sampai dengan triwulan {ROMAWI[quarter - 1]} tahun {tahun}",
    )
    isi = _bytes(_workbook(heading, lembar, kolom, values), datetime(tahun, quarter * 3, 28, tzinfo=UTC))
    return (
        HasilBaca(
            berkas=berkas,
            sha256=hashlib.sha256(isi).hexdigest(),
            tata_letak="contoh",
            lembar=lembar,
            instansi=badan.nama,
            unit=unit.nama,
            tahun=tahun,
            sampai_bulan=quarter * 3,
            indikator=tuple(
                _indicator(row, kolom, cells, lembar, BARIS_KEPALA + n)
                for n, (row, cells) in enumerate(zip(rows, values, strict=True), start=1)
            ),
            temuan=(),
            pertanyaan=(),
            baris_kepala=(BARIS_KEPALA, BARIS_KEPALA),
        ),
        isi,
    )


def _values(row: Baris, kolom: Sequence[Kolom], quarter: int) -> dict[Peran, Any]:
    """What each column of one row holds in the file of ``quarter``."""
    cells: dict[Peran, Any] = {
        ("jenjang", None): row.jenjang,
        ("kode", None): row.kode,
        ("induk", None): PEMISAH.join(row.above) or None,
        ("nama", None): row.nama,
        ("uraian", None): row.ind.uraian,
        ("satuan", None): row.ind.satuan,
        ("konsolidasi", None): KONSOLIDASI[row.ind.konsolidasi],
        ("skala", None): row.skala,
        ("kode_pk", None): row.kode_pk,
        ("bobot", None): row.bobot,
        ("penanggung_jawab", None): row.penanggung_jawab,
        ("target_tahunan", None): row.target_tahunan,
        ("target_bawah", None): row.target_bawah,
        ("target_atas", None): row.target_atas,
        ("target_renstra", None): row.target_renstra,
        ("realisasi_lalu", None): row.realisasi_lalu,
        ("pagu", None): row.pagu,
    }
    cells |= {(f"renstra_{year}", None): value for year, value in row.renstra.items()}
    for q in range(1, 5):
        cells["target", q] = row.target.get(q)
        cells["realisasi", q] = row.realisasi.get(q) if q <= quarter else None
        cells["realisasi_anggaran", q] = row.anggaran.get(q) if q <= quarter else None
    if row.murni is not None and quarter < 3:
        cells["target_tahunan", None], cells["target", 4] = row.murni
    note = row.catatan.get(quarter)
    if note is not None:
        cells |= {(jenis, None): text or None for jenis, text in note._asdict().items()}
    return {role: cells.get(role) for _, _, role in kolom if role}


def _workbook(
    heading: Sequence[str], lembar: str, kolom: Sequence[Kolom], values: Sequence[dict[Peran, Any]]
) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = lembar
    sheet["A1"], sheet["A2"], sheet["A3"] = heading
    sheet["A1"].font, sheet["A2"].font = _MARK, _BOLD
    for column, (title, width, _) in enumerate(kolom, start=1):
        cell = sheet.cell(BARIS_KEPALA, column, title)
        cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _WRAP
        sheet.column_dimensions[get_column_letter(column)].width = width
    for n, cells in enumerate(values, start=1):
        sheet.cell(BARIS_KEPALA + n, 1, n)
        for column, (_, _, role) in enumerate(kolom, start=1):
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


def _indicator(
    row: Baris, kolom: Sequence[Kolom], cells: dict[Peran, Any], lembar: str, number: int
) -> BarisIndikator:
    def of_year(jenis: str) -> Any:  # noqa: ANN401
        return cells.get((jenis, None))

    def quarters(jenis: str) -> dict[int, Any]:
        return {q: cells[jenis, q] for q in range(1, 5)}

    target = of_year("target_tahunan")
    asal = {
        role: f"{lembar}!{get_column_letter(column)}{number}"
        for column, (_, _, role) in enumerate(kolom, start=1)
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
        konsolidasi=of_year("konsolidasi"),
        skala=of_year("skala"),
        kode_pk=of_year("kode_pk"),
        bobot=of_year("bobot"),
        penanggung_jawab=of_year("penanggung_jawab"),
        target_tahunan=None if words else target,
        target_teks=target if words else None,
        target_bawah=row.target_bawah,
        target_atas=row.target_atas,
        target_renstra=row.target_renstra,
        renstra={year: cells[f"renstra_{year}", None] for year in row.renstra},
        realisasi_lalu=row.realisasi_lalu,
        target=quarters("target"),
        realisasi=quarters("realisasi"),
        pagu=row.pagu,
        realisasi_anggaran=quarters("realisasi_anggaran"),
        kendala=of_year("kendala"),
        rencana_tindak_lanjut=of_year("rencana_tindak_lanjut"),
        pic=of_year("pic"),
        batas_waktu=of_year("batas_waktu"),
        asal=asal,
    )
