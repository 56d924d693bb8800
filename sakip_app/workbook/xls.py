"""Legacy workbooks (.xls, Excel 5 to 2003) as the same sheets that .xlsx gives.

xlrd: it alone gives merges, number formats, hidden rows, fills and indents of .xls from Python, and it is kept for
security; python-calamine gives none of the last four and may abort the whole process on a forged file. xlrd may
loop or fill the memory on one: it runs only in the bounded process (``isolated.py``).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from sakip_app.workbook.dates import from_serial
from sakip_app.workbook.findings import tolak
from sakip_app.workbook.grid import Grid, Sel, make_grid
from sakip_app.workbook.limits import BATAS_BARIS, BATAS_KOLOM, BATAS_SEL, Letak, SelJauh
from sakip_app.workbook.result import BerkasDitolakError
from sakip_app.workbook.styles import POLOS, Gaya, Rupa, make_style

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

    from sakip_app.workbook.sheets import Buku

_TEKS, _ANGKA, _TANGGAL, _BOOLEAN, _GALAT = 1, 2, 3, 4, 5  # xlrd's cell types; 0 and 6 are empty and blank
_BERWARNA = 0x40  # system colour: as good as none


def read_xls(data: bytes, nama: str, *, lembar: str | None = None) -> Buku:
    """Read the sheets of a legacy workbook. Formulas are not there: only what they gave when last calculated.

    Raises:
        BerkasDitolakError: ``berkata-sandi``; ``format-xls-lama`` when it cannot be read and its name says it is
            something else; ``berkas-rusak`` when it cannot be read and is named ``.xls``.
    """
    from sakip_app.workbook.sheets import Buku

    buku = _open(data, nama)
    gaya = _styles(buku)
    grids: list[Grid] = []
    dilewati: list[tuple[str, BerkasDitolakError]] = []
    sisa = BATAS_SEL
    for ws in buku.sheets():
        if lembar is not None and ws.name != lembar:
            continue
        try:
            grid = _grid(ws, buku, gaya, sisa)
        except BerkasDitolakError as galat:
            dilewati.append((ws.name, galat))
            continue
        sisa -= len(grid.sel)
        grids.append(grid)
    return Buku(tuple(grids), tuple(dilewati), bermakro="_VBA_PROJECT_CUR".encode("utf-16-le") in data, xls=True)


def _open(data: bytes, nama: str) -> Book:
    import xlrd
    from xlrd.compdoc import CompDocError

    def buka(*, rusak: bool) -> Book:
        return xlrd.open_workbook(
            file_contents=data,
            logfile=io.StringIO(),
            formatting_info=True,
            ragged_rows=True,
            ignore_workbook_corruption=rusak,
        )

    try:
        try:
            return buka(rusak=False)
        except CompDocError:  # PHPExcel chains the sectors of its files wrongly; Excel reads them all the same
            return buka(rusak=True)
    except MemoryError:
        raise
    except Exception as galat:  # on forged records xlrd raises whatever its parsing runs into
        if "encrypted" in str(galat).casefold():
            raise tolak("berkata-sandi") from galat
        if not nama.casefold().endswith(".xls"):
            raise tolak("format-xls-lama") from galat
        raise tolak("berkas-rusak", rincian="isi buku kerja .xls ini tidak terbaca") from galat


def _styles(buku: Book) -> list[Gaya]:
    jadi: dict[tuple[str, Rupa], Gaya] = {}
    hasil = []
    for xf in buku.xf_list:
        bentuk = buku.format_map.get(xf.format_key)
        kunci = bentuk.format_str if bentuk is not None else "General", _look(buku, xf)
        if kunci not in jadi:
            jadi[kunci] = make_style(*kunci)
        hasil.append(jadi[kunci])
    return hasil


def _look(buku: Book, xf: Any) -> Rupa:  # noqa: ANN401 - xlrd has no type for it
    isi = ""
    if xf.background is not None and xf.background.fill_pattern and xf.background.pattern_colour_index < _BERWARNA:
        isi = f"indexed:{xf.background.pattern_colour_index}:0.0"
    huruf = buku.font_list[xf.font_index] if xf.font_index < len(buku.font_list) else None
    inden = xf.alignment.indent_level if xf.alignment is not None else 0
    return Rupa(isi, tebal=huruf is not None and (huruf.weight >= 600 or bool(huruf.bold)), inden=inden)


def _grid(ws: Sheet, buku: Book, gaya: list[Gaya], sisa: int) -> Grid:
    sel: dict[Letak, Sel] = {}
    jauh = SelJauh(ws.name)
    for r in range(ws.nrows):
        jenis, nilai = ws.row_types(r), ws.row_values(r)
        for k, satu in enumerate(jenis):
            if satu not in (_TEKS, _ANGKA, _TANGGAL, _BOOLEAN, _GALAT):
                continue
            if satu == _TEKS and not nilai[k].strip():
                continue
            if r >= BATAS_BARIS or k >= BATAS_KOLOM:
                jauh.add((r + 1, k + 1))
                continue
            nomor = ws.cell_xf_index(r, k)
            sel[r + 1, k + 1] = _cell(satu, nilai[k], gaya[nomor] if nomor < len(gaya) else None, buku.datemode)
            if len(sel) > sisa:
                raise tolak("terlalu-banyak-sel", lembar=ws.name, batas=BATAS_SEL)
    jauh.judge(sel)
    return make_grid(
        ws.name,
        sel,
        [(r + 1, k + 1, min(rz, BATAS_BARIS), min(kz, BATAS_KOLOM)) for r, rz, k, kz in ws.merged_cells
         if r < min(rz, BATAS_BARIS) and k < min(kz, BATAS_KOLOM)],
        tersembunyi=bool(ws.visibility),
        baris_tersembunyi=frozenset(r + 1 for r, baris in ws.rowinfo_map.items() if baris.hidden),
    )  # fmt: skip


def _cell(jenis: int, nilai: Any, gaya: Gaya | None, datemode: int) -> Sel:  # noqa: ANN401
    bentuk, rupa = (gaya.format_angka, gaya.rupa) if gaya is not None else ("General", POLOS)
    if jenis == _TEKS:
        return Sel(nilai, "s", bentuk, rupa)
    if jenis == _BOOLEAN:
        return Sel(bool(nilai), "b", bentuk, rupa)
    if jenis == _GALAT:
        from xlrd.biffh import error_text_from_code

        return Sel(error_text_from_code.get(nilai, "#VALUE!"), "e", bentuk, rupa)
    if gaya is not None and gaya.tanggal:
        try:
            return Sel(from_serial(nilai, tahun_1904=bool(datemode), durasi=gaya.durasi), "d", bentuk, rupa)
        except (OverflowError, ValueError):  # Excel shows ##### there
            return Sel("#VALUE!", "e", bentuk, rupa)
    # .xls holds every number with a fraction; a whole one is written as xlsx has it
    return Sel(int(nilai) if nilai.is_integer() and abs(nilai) < 2**53 else nilai, "n", bentuk, rupa)
