"""The cells of one sheet, as plain data: value, formula, number format, look, merges, hidden rows."""

from __future__ import annotations

import io
import threading
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError  # the exception only; nothing is parsed here

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.formulas import read_formulas
from sakip_app.workbook.package import (
    BATAS_BARIS,
    BATAS_GABUNGAN,
    BATAS_KOLOM,
    Lembar,
    Paket,
    column_letter,
    minimal_workbook,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Letak = tuple[int, int]  # row, column; 1-based
BATAS_TINGGI_GABUNGAN = 500_000  # rows of all merges together; overlapping merges are no form

# What openpyxl raises on malformed parts; anything else is a defect of ours and shall be seen.
_GALAT_MUAT = (
    KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError, AssertionError,
    EOFError, OSError, RecursionError, ParseError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_MUAT = threading.Lock()  # warnings filters are process-wide, and two loads at once double the memory


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell that holds a value. ``jenis`` is openpyxl's: n, s, b, d, e."""

    nilai: object
    jenis: str
    format_angka: str


@dataclass(frozen=True, slots=True)
class Rupa:
    """How a cell looks, as far as forms say something with it."""

    isi: str
    tebal: bool
    inden: int


@dataclass
class Grid:
    """One sheet. Rows and columns are 1-based; a cell covered by a merge is read through ``jangkar``."""

    lembar: str
    tersembunyi: bool
    sel: Mapping[Letak, Sel]
    baris_tersembunyi: frozenset[int]
    gabungan: Mapping[int, Sequence[tuple[int, int, Letak, int]]]  # row → (first col, last col, anchor, last row)
    rumus: Mapping[Letak, str]
    _rupa: Worksheet | None = None

    def __post_init__(self) -> None:
        self.per_baris: dict[int, dict[int, Sel]] = {}
        for (baris, kolom), satu in self.sel.items():
            self.per_baris.setdefault(baris, {})[kolom] = satu
        self.baris_akhir = max(self.per_baris, default=0)
        self.kolom_akhir = max((k for _, k in self.sel), default=0)

    def nilai(self, baris: int, kolom: int) -> object:
        """Value of the cell itself; ``None`` when blank or covered by a merge."""
        satu = self.sel.get((baris, kolom))
        return None if satu is None else satu.nilai

    def teks(self, baris: int, kolom: int) -> str:
        """Text of the cell itself, whitespace collapsed; empty when blank."""
        isi = self.nilai(baris, kolom)
        return "" if isi is None else " ".join(str(isi).split())

    def rentang(self, baris: int, kolom: int) -> tuple[Letak, Letak]:
        """First and last cell of the merge that covers this cell, or the cell itself twice."""
        for awal, akhir, jangkar, bawah in self.gabungan.get(baris, ()):
            if awal <= kolom <= akhir:
                return jangkar, (bawah, akhir)
        return (baris, kolom), (baris, kolom)

    def jangkar(self, baris: int, kolom: int) -> Letak:
        """The cell that holds the value shown here: the top left of its merge, or the cell itself."""
        return self.rentang(baris, kolom)[0]

    def rupa(self, baris: int, kolom: int) -> Rupa:
        """Fill, weight and indent of a cell."""
        if self._rupa is None or (baris, kolom) not in self.sel:
            return Rupa("", tebal=False, inden=0)
        satu: Any = self._rupa.cell(baris, kolom)
        warna = satu.fill.fgColor
        isi = f"{warna.type}:{warna.value}:{round(warna.tint, 2)}" if satu.fill.fill_type else ""
        return Rupa(isi, tebal=bool(satu.font.b), inden=int(satu.alignment.indent or 0))


def alamat(baris: int, kolom: int) -> str:
    """Address such as ``"P17"``."""
    return f"{column_letter(kolom)}{baris}"


def read_grids(paket: Paket) -> list[Grid]:
    """Every sheet of the package: values (of formulas the cached result), and formulas beside them."""
    buku = _load(minimal_workbook(paket, paket.lembar))
    return [_grid(satu, ws) for satu, ws in zip(paket.lembar, buku.worksheets, strict=True)]


def _load(data: bytes) -> Workbook:
    import openpyxl  # late: the gate answers most bad files without paying for this import

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is required: openpyxl would expand entities without it")
    from defusedxml.common import DefusedXmlException

    try:
        # openpyxl warns about what it drops; what matters to us is found in the cells
        with _MUAT, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except DefusedXmlException as galat:
        raise tolak("xml-berbahaya") from galat
    except _GALAT_MUAT as galat:
        raise tolak("berkas-rusak", rincian="isi lembar atau gayanya tidak terbaca") from galat


def _cells(ws: Worksheet) -> Iterator[tuple[Letak, Any]]:
    # the sparse store, because iter_rows() would create every blank cell up to the furthest one
    yield from ws._cells.items()


def _grid(satu: Lembar, ws: Worksheet) -> Grid:
    gabungan = _merges(satu)
    sel: dict[Letak, Sel] = {}
    for (baris, kolom), c in _cells(ws):
        if baris > BATAS_BARIS or kolom > BATAS_KOLOM:  # cells without an address pass the gate
            raise tolak(
                "sel-jauh", lembar=satu.judul, sel=alamat(baris, kolom), baris=BATAS_BARIS, kolom=BATAS_KOLOM
            )
        if c.value is None or (isinstance(c.value, str) and not c.value.strip()):
            continue
        tertutup = any(a <= kolom <= z and j != (baris, kolom) for a, z, j, _ in gabungan.get(baris, ()))
        if not tertutup:  # Excel does not show what lies under a merge either
            sel[baris, kolom] = Sel(c.value, c.data_type, c.number_format)
    tersembunyi = frozenset(b for b, d in ws.row_dimensions.items() if d.hidden)
    return Grid(satu.judul, satu.tersembunyi, sel, tersembunyi, gabungan, read_formulas(satu.sel_xml), ws)


def _merges(satu: Lembar) -> dict[int, list[tuple[int, int, Letak, int]]]:
    tinggi = sum(r[2] - r[0] + 1 for r in satu.gabungan)
    if tinggi > BATAS_TINGGI_GABUNGAN:
        raise tolak("terlalu-banyak-gabungan", lembar=satu.judul, jumlah=len(satu.gabungan), batas=BATAS_GABUNGAN)
    hasil: dict[int, list[tuple[int, int, Letak, int]]] = {}
    for awal, kiri, akhir, kanan in satu.gabungan:
        for baris in range(awal, akhir + 1):
            hasil.setdefault(baris, []).append((kiri, kanan, (awal, kiri), akhir))
    return hasil
