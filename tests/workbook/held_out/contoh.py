"""What a held-out workbook is: how it is made, and the figures a person reads in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Font, PatternFill

from tests.workbook.corpus.kasus import Kertas, same_place
from tests.workbook.forms import rewrite


@dataclass(frozen=True)
class Baris:
    """One indicator row as a person reads it: the year's target and the realisasi to date.

    ``target`` is a pair for a range and a text for a predikat; where the sheet has only the target of its own
    triwulan, it is that. ``None`` is blank, or what the sheet does not settle. ``lembar`` where there are several.
    ``dinilai=False``: the row must be found, but what its figures are is contested.
    """

    nomor: int
    uraian: str
    target: Any
    realisasi: Any
    lembar: str | None = None
    dinilai: bool = True


@dataclass(frozen=True)
class Contoh:
    """One workbook; ``rangkaian`` is the set it was written for, ``dasar`` what is particular in it."""

    nama: str
    rangkaian: int
    dasar: str
    buat: Callable[[], bytes]
    baris: tuple[Baris, ...]
    tahun: int | None = None


SEMUA: list[Contoh] = []


def contoh(
    nama: str, rangkaian: int, dasar: str, baris: Sequence[Baris], *, tahun: int | None = None
) -> Callable[[Any], Any]:
    """Register the decorated builder under ``nama``."""

    def simpan(buat: Callable[[], bytes]) -> Callable[[], bytes]:
        if not any(same_place(satu.buat, buat) for satu in SEMUA):
            SEMUA.append(Contoh(nama, rangkaian, dasar, buat, tuple(baris), tahun))
        return buat

    return simpan


class Lembar(Kertas):
    """A sheet being written, with the looks that these workbooks have."""

    def tebal(self, *rentang: str) -> None:
        """Bold cells."""
        for satu in rentang:
            sel = self.ws[satu]
            for deret in sel if isinstance(sel, tuple) else ((sel,),):
                for satu_sel in deret:
                    satu_sel.font = Font(bold=True)

    def format(self, pola: str, *rentang: str) -> None:  # type: ignore[override]
        """Give blocks of cells a number format."""
        for satu in rentang:
            super().format(satu if ":" in satu else f"{satu}:{satu}", pola)

    def warna(self, sel: str) -> None:
        """Colour a cell that holds nothing."""
        self.ws[sel].fill = PatternFill("solid", fgColor="FFFFFF")


def rumus(data: bytes, hasil: Mapping[str, float | str]) -> bytes:
    """The first sheet with the result of each of its formulas, as a spreadsheet stores it; "" is an empty text."""

    def ubah(xml: bytes) -> bytes:
        def isi(cocok: re.Match[str]) -> str:
            nilai = hasil[cocok[1]]
            jenis = "" if not isinstance(nilai, str) else ' t="e"' if nilai.startswith("#") else ' t="str"'
            return f'<c r="{cocok[1]}"{cocok[2]}{jenis}><f>{cocok[3]}</f><v>{nilai}</v></c>'

        teks, banyak = re.subn(r'<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', isi, xml.decode())
        assert banyak == len(hasil)
        return teks.encode()

    return rewrite(data, {"xl/worksheets/sheet1.xml": ubah})
