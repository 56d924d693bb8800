"""How large a table may be, and how a stray cell is told from a long table.

The limits are far beyond any form: what they hold back is a sheet made to fill the memory. A cell beyond them, with
nothing but blank rows or columns before it, was left there by a slip of the keyboard; one that goes on where the
table is, belongs to a table that is too large.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection

from sakip_app.workbook.findings import tolak

BATAS_BARIS = 60_000
BATAS_KOLOM = 200
BATAS_SEL = 650_000  # cells with content, of all sheets that are read
BATAS_GABUNGAN = 20_000
BATAS_TINGGI_GABUNGAN = 500_000  # rows of all merges together; overlapping merges are no form
JARAK_BARIS = 1_000  # blank rows between a table and a cell that no longer belongs to it
JARAK_KOLOM = 50
BATAS_LUAR = 20_000  # cells outside the limits that are counted; more of them change nothing
BARIS_JAUH = 5_000  # nearer than this a cell apart is a note, a second table, or a signature

Letak = tuple[int, int]  # row, column; 1-based
Rentang = tuple[int, int, int, int]  # first row, first column, last row, last column; 1-based


def column_number(huruf: str) -> int:
    """Number of a column: ``"A"`` is 1, ``"AF"`` is 32."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def column_letter(nomor: int) -> str:
    """Letters of a column: 1 is ``"A"``, 32 is ``"AF"``."""
    huruf = ""
    while nomor > 0:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def alamat(baris: int, kolom: int) -> str:
    """Address such as ``"P17"``."""
    return f"{column_letter(kolom)}{baris}"


class SelJauh:
    """The cells with content that lie outside the limits: counted, not kept."""

    def __init__(self, lembar: str) -> None:
        self._lembar = lembar
        self._baris: Letak | None = None  # the nearest below the limit
        self._kolom: Letak | None = None  # the nearest beside it
        self._terbawah = 0
        self._terkanan = 0
        self._jumlah = 0

    def add(self, letak: Letak) -> None:
        """One such cell."""
        self._jumlah += 1
        baris, kolom = letak
        self._terbawah, self._terkanan = max(self._terbawah, baris), max(self._terkanan, kolom)
        if baris > BATAS_BARIS:
            self._baris = min(self._baris or letak, letak)
        elif self._kolom is None or kolom < self._kolom[1]:
            self._kolom = letak

    @property
    def enough(self) -> bool:
        """Whether so many lie outside that reading on would only take time."""
        return self._jumlah >= BATAS_LUAR

    def judge(self, sel: Collection[Letak]) -> None:
        """Refuse a sheet with cells outside the limits, or far below its table.

        Raises:
            BerkasDitolakError: ``terlalu-banyak-baris`` or ``terlalu-banyak-kolom`` where the table itself goes on
                so far, ``sel-jauh`` with the address where only a cell does.
        """
        baris = sorted({b for b, _ in sel})
        if self._baris is not None:
            if baris and self._baris[0] - baris[-1] <= JARAK_BARIS:
                raise tolak("terlalu-banyak-baris", lembar=self._lembar, jumlah=self._terbawah, batas=BATAS_BARIS)
            raise self._stray(self._baris)
        if self._kolom is not None:
            kanan = max((k for _, k in sel), default=0)
            if kanan and self._kolom[1] - kanan <= JARAK_KOLOM:
                raise tolak("terlalu-banyak-kolom", lembar=self._lembar, jumlah=self._terkanan, batas=BATAS_KOLOM)
            raise self._stray(self._kolom)
        for atas, bawah in itertools.pairwise(baris):
            if bawah > BARIS_JAUH and bawah - atas > JARAK_BARIS:
                raise self._stray(min(letak for letak in sel if letak[0] == bawah))
        if baris and baris[0] > BARIS_JAUH:
            raise self._stray(min(sel))

    def _stray(self, letak: Letak) -> Exception:
        return tolak("sel-jauh", lembar=self._lembar, sel=alamat(*letak), baris=BATAS_BARIS, kolom=BATAS_KOLOM)
