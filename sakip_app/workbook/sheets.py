"""From bytes to sheets, whatever kind of Excel workbook they are: the one way in for every reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sakip_app.workbook.gate import check_size, is_old_xls, open_archive
from sakip_app.workbook.grid import Grid, make_grid
from sakip_app.workbook.limits import BATAS_SEL
from sakip_app.workbook.package import Lembar, Paket, read_package
from sakip_app.workbook.result import BerkasDitolakError
from sakip_app.workbook.sheet_xml import read_sheet
from sakip_app.workbook.styles import read_styles
from sakip_app.workbook.xml_events import read_strings

BATAS_TEKS = 400_000  # shared strings; six texts a row of the longest table
# A sheet beyond these is left out and told of, when another sheet holds the table.
_DILEWATI = frozenset(
    {"sel-jauh", "terlalu-banyak-sel", "terlalu-banyak-gabungan", "terlalu-banyak-baris", "terlalu-banyak-kolom"}
    | {"terlalu-rumit"}
)


# Told of the sheets before anyone reads them: the bounded process gives a long table the time it needs.
setelah_buka: list[Callable[[Buku], None]] = []


@dataclass(frozen=True, slots=True)
class Buku:
    """The sheets of a workbook, and what it holds beside them."""

    grids: tuple[Grid, ...]
    dilewati: tuple[tuple[str, BerkasDitolakError], ...] = ()  # title of a sheet beyond the limits, and why
    bermakro: bool = False
    bergambar: bool = False
    xls: bool = False  # legacy format: which cells are formulas is not known


def open_sheets(data: bytes, nama: str, *, lembar: str | None = None) -> Buku:
    """Read every sheet of a workbook.

    Args:
        data: the bytes as they were sent; what they are is told by their content, never by the name.
        nama: file name, for lock files and messages.
        lembar: read only the sheets of this title.

    Returns:
        The sheets in the workbook's order; those beyond the limits apart.

    Raises:
        BerkasDitolakError: when the file as a whole cannot be used; its ``kode`` is stable.

    Example:
        ``[grid.lembar for grid in open_sheets(data, "tw3.xlsx").grids]``
    """
    if is_old_xls(data):
        from sakip_app.workbook.xls import read_xls  # late: few files need this reader

        check_size(data)
        buku = read_xls(data, nama, lembar=lembar)
    else:
        buku = read_parts(read_package(open_archive(data, nama)), lembar)
    for dengar in setelah_buka:
        dengar(buku)
    return buku


def read_parts(paket: Paket, judul: str | None = None) -> Buku:
    """Read the sheets of an inspected package; all of them, or those of one title."""
    teks = read_strings(paket.teks, BATAS_TEKS)
    gaya = read_styles(paket.gaya)
    grids: dict[int, Grid] = {}
    dilewati: list[tuple[str, BerkasDitolakError]] = []
    sisa = BATAS_SEL

    def satu_lembar(satu: Lembar) -> Grid:
        isi = read_sheet(
            paket.cells(satu), satu.judul, teks, gaya, tahun_1904=paket.tahun_1904, sisa=sisa, batas=BATAS_SEL
        )
        return make_grid(
            satu.judul,
            isi.sel,
            isi.gabungan,
            tersembunyi=satu.tersembunyi,
            baris_tersembunyi=frozenset(isi.baris_tersembunyi),
            rumus=isi.rumus,
        )

    # visible sheets first: a large hidden list must not use up what the table needs
    for nomor, satu in sorted(enumerate(paket.lembar), key=lambda e: e[1].tersembunyi):
        if judul is not None and satu.judul != judul:
            continue
        try:
            grids[nomor] = satu_lembar(satu)
        except BerkasDitolakError as galat:
            if galat.kode not in _DILEWATI:
                raise
            dilewati.append((satu.judul, galat))
        else:
            sisa -= len(grids[nomor].sel)
    return Buku(
        tuple(grids[nomor] for nomor in sorted(grids)),
        tuple(dilewati),
        bermakro=paket.bermakro,
        bergambar=paket.bergambar,
    )
