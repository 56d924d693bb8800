"""What a corpus case is: how its workbook is made, and the figures a person reads in it.

The expectations are written by hand beside each form, from its words and its own arithmetic. Where the sheet itself
leaves two readings that give different figures, the expectation is a question (``TANYA``), never one of the two.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

TANYA = "ditanya"  # the sheet leaves it open: the reader must ask, not choose
Empat = tuple[Any, Any, Any, Any]
KOSONG: Empat = (None, None, None, None)


@dataclass(frozen=True)
class Harap:
    """One indicator row as a person reads it; ``None`` is blank.

    ``target`` is the annual target. ``t`` and ``r`` are target and realisasi of the four quarters; ``r=None`` means
    that the form has no quarter columns: the reader may keep the realisasi to date as the year's or at its quarter,
    but nowhere a different figure. ``sd`` is the realisasi to date, ``TANYA`` where the sheet does not settle it.
    ``longgar``: the sheet's target is that of a period; it may be read as the year's or as the quarter's.
    ``temuan``: the row must carry a finding. ``tanya_boleh``: asking is as good as the figure.
    """

    uraian: str
    satuan: str | None = None
    target: Any = None
    t: Empat = KOSONG
    r: Empat | None = None
    sd: Any = None
    pagu: float | None = None
    rp: Empat | None = None
    kode: str | None = None
    rentang: tuple[float, float] | None = None
    longgar: bool = False
    temuan: bool = False
    tanya_boleh: bool = False
    baris: int | None = None  # only where openpyxl cannot find the text again (.xls)


@dataclass(frozen=True)
class Kasus:
    """One workbook and what reading it must give; ``dasar`` says what the expectation rests on.

    ``tolak``: the file is refused with one of these codes. ``tanya``: one of these questions must be asked, beside the
    rows given here. ``atau_tanya``: where rows are given they must be right, but asking one of these is as good,
    or refusing with one of ``atau_tolak``.
    """

    nama: str
    dasar: str
    buat: Callable[[], bytes]
    baris: tuple[Harap, ...] = ()
    tolak: tuple[str, ...] = ()
    tanya: tuple[str, ...] = ()
    atau_tanya: tuple[str, ...] = ()
    atau_tolak: tuple[str, ...] = ()
    tahun: int | None = None
    sebut: tuple[str, ...] = ()  # words that a finding or a question must name, such as a sheet that was not read


SEMUA: list[Kasus] = []


def same_place(satu: Callable[[], bytes], lain: Callable[[], bytes]) -> bool:
    """Whether two functions are the same lines of the same file."""
    return (satu.__code__.co_filename, satu.__code__.co_firstlineno) == (
        lain.__code__.co_filename,
        lain.__code__.co_firstlineno,
    )


def kasus(nama: str, dasar: str, baris: Sequence[Harap] = (), **lain: Any) -> Callable[[Any], Any]:
    """Register the decorated builder under ``nama``; once, though doctest imports its file under a second name."""

    def simpan(buat: Callable[[], bytes]) -> Callable[[], bytes]:
        if not any(same_place(k.buat, buat) for k in SEMUA):
            SEMUA.append(Kasus(nama, dasar, buat, tuple(baris), **lain))
        return buat

    return simpan


class Kertas:
    """A sheet being written: rows of cells, merges, formats."""

    def __init__(self, judul: str = "Sheet1", wb: Workbook | None = None) -> None:
        """The first sheet of a new workbook, or a further one of ``wb``."""
        if wb is None:
            wb = Workbook()
            ws = wb.active
            assert isinstance(ws, Worksheet)
            ws.title = judul
        else:
            ws = wb.create_sheet(judul)
        self.wb, self.ws = wb, ws

    def tulis(self, baris: int, isi: Iterable[Sequence[Any]], kolom: int = 1) -> int:
        """Write rows from (``baris``, ``kolom``) on; the number of the next free row."""
        for satu in isi:
            for i, nilai in enumerate(satu):
                if nilai is not None and nilai != "":
                    self.ws.cell(baris, kolom + i, nilai)
            baris += 1
        return baris

    def gabung(self, *rentang: str) -> None:
        """Merge cells."""
        for satu in rentang:
            self.ws.merge_cells(satu)

    def format(self, rentang: str, pola: str) -> None:
        """Give a block of cells a number format."""
        for deret in self.ws[rentang]:
            for sel in deret if isinstance(deret, tuple) else (deret,):
                sel.number_format = pola

    def kepala(self, rentang: str) -> None:
        """Header looks: bold on a fill."""
        for deret in self.ws[rentang]:
            for sel in deret:
                sel.font = Font(bold=True)
                sel.fill = PatternFill("solid", fgColor="D9E1F2")

    def tanda_tangan(self, baris: int, kolom: int, tempat: str = "Contoh, 6 Oktober 2025") -> int:
        """The signature block, in the columns of the table."""
        baris += 2
        for teks in (
            tempat,
            "Kepala Dinas Contoh",
            None,
            None,
            "Dra. SITI CONTOH, M.Si",
            "NIP. 19700101 199503 2 001",
        ):
            if teks:
                self.ws.cell(baris, kolom, teks)
            baris += 1
        return baris

    def byte(self) -> bytes:
        """The saved workbook."""
        wadah = io.BytesIO()
        self.wb.save(wadah)
        return wadah.getvalue()


def rapi(teks: str) -> str:
    """A text for comparing: one kind of space, no number in front, no case."""
    satu = " ".join(str(teks).split())
    return re.sub(r"^(?:\d+|[a-z])[.)]\s+|^-\s+", "", satu, flags=re.IGNORECASE).casefold()
