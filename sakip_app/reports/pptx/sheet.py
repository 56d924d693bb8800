"""The workbook inside a chart: what "Edit Data" opens. Texts stay texts, whatever they begin with."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook

from sakip_app.reports.pptx.measure import bersih

LEMBAR = "Data"
_PILIHAN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Isi = str | float | None


def tulis_lembar(baris: Sequence[Sequence[Isi]]) -> bytes:
    """A workbook of one sheet with these rows from A1 on; ``None`` leaves a cell empty."""
    berkas = BytesIO()
    with Workbook(berkas, _PILIHAN) as buku:
        lembar = buku.add_worksheet(LEMBAR)
        for urutan, satu in enumerate(baris):
            for kolom, isi in enumerate(satu):
                if isinstance(isi, str):
                    lembar.write_string(urutan, kolom, bersih(isi))
                elif isi is not None:
                    lembar.write_number(urutan, kolom, isi)
    return berkas.getvalue()


def alamat(kolom: int, awal: int, akhir: int) -> str:
    """Reference to rows ``awal`` … ``akhir`` (from 1) of a column (from 0).

    Examples:
        >>> alamat(1, 2, 5)
        'Data!$B$2:$B$5'
    """
    huruf = chr(ord("A") + kolom) if kolom < 26 else chr(ord("A") + kolom // 26 - 1) + chr(ord("A") + kolom % 26)
    return f"{LEMBAR}!${huruf}${awal}" + ("" if awal == akhir else f":${huruf}${akhir}")
