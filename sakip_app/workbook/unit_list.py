"""The list of units as a workbook: written for a person to edit, read back with a finding for each odd cell."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sakip_app.workbook.findings import NILAI_TERPANJANG, tolak
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.kind import Jenis
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.result import Temuan
from sakip_app.workbook.sheets import open_sheets
from sakip_app.workbook.words import normal

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LEMBAR = "Unit"
BARIS_KEPALA = 4
KEPALA: Mapping[str, tuple[str, tuple[str, ...], int]] = {
    "kode": ("Kode", ("kode", "kode unit", "kode opd", "kode satker"), 14),
    "nama": ("Nama", ("nama", "nama unit", "nama opd", "nama satker"), 52),
    "nama_pendek": ("Nama pendek", ("nama pendek", "singkatan"), 24),
    "jenis": ("Jenis", ("jenis", "jenis unit"), 14),
    "kode_induk": ("Kode induk", ("kode induk", "induk"), 14),
    "alias": ("Nama lain", ("nama lain", "alias"), 36),
    "berlaku_dari": ("Berlaku dari", ("berlaku dari", "mulai berlaku"), 14),
}
"""Per column its head, the words by which it is found, and its width."""
WAJIB = ("kode", "nama")
PEMISAH = ";"
BARIS_DICARI = 30

TEMUAN_UNIT: Mapping[str, Jenis] = {
    "kode-kosong": Jenis("galat", "Baris {baris} tidak berkode.", "Isi kodenya, atau kosongkan seluruh barisnya."),
    "kode-ganda": Jenis("galat", "Kode {nilai} sudah ada di baris {lain}.", "Satu kode untuk satu unit."),
    "kode-angka": Jenis(
        "galat",
        "Kode {nilai} tersimpan sebagai angka desimal; nol di belakangnya mungkin hilang (1.10 menjadi 1.1).",
        "Ubah format selnya menjadi Teks, lalu tulis lagi kodenya.",
    ),
    "nama-kosong": Jenis("galat", "Unit {unit} tidak bernama.", "Tulis nama resminya."),
    "nama-ganda": Jenis("galat", "Nama {nilai} sudah dipakai di baris {lain}.", "Beri nama yang berbeda."),
    "induk-asing": Jenis(
        "galat", "Kode induk {nilai} tidak ada di daftar ini maupun di sistem.", "Periksa kodenya."
    ),
    "induk-melingkar": Jenis(
        "galat", "{nilai} akan berada di bawah dirinya sendiri: {jalur}.", "Pilih induk yang lain."
    ),
    "alias-ganda": Jenis(
        "galat", "Nama lain {nilai} juga ditulis untuk baris {lain}.", "Satu nama untuk satu unit."
    ),
    "tanggal-salah": Jenis(
        "galat", "“{nilai}” bukan tanggal yang dikenal.", "Tulis seperti 31/12/2026 atau 2026-12-31."
    ),
    "sel-galat": Jenis("galat", "Sel berisi galat Excel {nilai}.", "Perbaiki rumusnya, atau tulis isinya."),
}


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit as the list states it. ``sel`` gives the cell of each column; blanks are empty."""

    kode: str
    nama: str
    nama_pendek: str = ""
    jenis: str = ""
    kode_induk: str = ""
    alias: tuple[str, ...] = ()
    berlaku_dari: date | None = None
    baris: int = 0


@dataclass(frozen=True, slots=True)
class DaftarUnit:
    """What a list of units holds: its rows, what is odd in it, and which of its columns were found."""

    lembar: str
    unit: tuple[BarisUnit, ...]
    temuan: tuple[Temuan, ...]
    kolom: frozenset[str]


def write_unit_list(instansi: str, unit: Sequence[BarisUnit]) -> bytes:
    """The list as a workbook; without units it is an empty form.

    Codes are text cells, so that Excel keeps 1.10 as it is; no cell becomes a formula.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    buku = Workbook()
    del buku[buku.sheetnames[0]]
    lembar = buku.create_sheet(LEMBAR)
    _put(lembar, 1, 1, f"Daftar unit — {instansi}").font = Font(bold=True, size=14)
    _put(
        lembar,
        2,
        1,
        "Satu baris satu unit. Nama lain dipisah titik koma. Yang tidak tercantum dibiarkan; tidak ada yang dihapus.",
    ).font = Font(color="5C6C7F")
    for kolom, (judul, _, lebar) in enumerate(KEPALA.values(), 1):
        sel = _put(lembar, BARIS_KEPALA, kolom, judul)
        sel.font = Font(bold=True)
        sel.border = Border(bottom=Side(style="medium", color="13202F"))
        lembar.column_dimensions[column_letter(kolom)].width = lebar
    for baris, satu in enumerate(unit, BARIS_KEPALA + 1):
        for kolom, nama in enumerate(KEPALA, 1):
            isi = getattr(satu, nama)
            sel = _put(lembar, baris, kolom, "; ".join(isi) if isinstance(isi, tuple) else isi)
            sel.alignment = Alignment(vertical="top", wrap_text=nama in ("nama", "alias"))
    for baris in range(BARIS_KEPALA + 1, BARIS_KEPALA + 1 + max(len(unit), 1) + 200):  # also what is added below
        lembar.cell(baris, 1).number_format = lembar.cell(baris, 5).number_format = "@"
        lembar.cell(baris, len(KEPALA)).number_format = "dd/mm/yyyy"
    lembar.freeze_panes = lembar.cell(BARIS_KEPALA + 1, 3)
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    lembar.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _put(lembar: Worksheet, baris: int, kolom: int, isi: str | date | None) -> Cell:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    sel: Cell = lembar.cell(baris, kolom)  # type: ignore[assignment]  # no cell here is merged
    if isinstance(isi, str):
        sel.value = ILLEGAL_CHARACTERS_RE.sub("", isi) or None
        if sel.value is not None:
            sel.data_type = "s"
            sel.quotePrefix = sel.value[:1] in ("=", "+", "-", "@", "\t", "\r")
    else:
        sel.value = isi
    return sel


def read_unit_list(data: bytes, nama: str, dikenal: Collection[str] = ()) -> DaftarUnit:
    """Read a list of units.

    Args:
        data: the bytes as they were sent.
        nama: file name, for messages.
        dikenal: codes of units that exist beside the list; an induk may be one of them.

    Raises:
        BerkasDitolakError: when the file as a whole cannot be used; its ``kode`` is stable.
    """
    grids = open_sheets(data, nama).grids
    for grid in sorted(grids, key=lambda g: (g.tersembunyi, normal(g.lembar) != normal(LEMBAR))):
        kepala = _header(grid)
        if kepala is not None:
            return _Pembaca(grid, *kepala).read(dikenal)
    raise tolak(
        "tabel-tak-ditemukan",
        dicari="kolom Kode dan Nama dalam satu baris kepala",
        terdekat=f"Lembar yang dibaca: {', '.join(grid.lembar for grid in grids[:5]) or 'tidak ada'}.",
    )


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    for baris in range(1, min(grid.baris_akhir, BARIS_DICARI) + 1):
        kolom: dict[str, int] = {}
        for nomor in sorted(grid.per_baris.get(baris, {})):
            kata = normal(grid.teks(baris, nomor))
            for nama, (_, sebutan, _) in KEPALA.items():
                if kata in sebutan:
                    kolom.setdefault(nama, nomor)
        if all(nama in kolom for nama in WAJIB):
            return baris, kolom
    return None


class _Pembaca:
    """Reads the rows below a header and gathers what is odd."""

    def __init__(self, grid: Grid, kepala: int, kolom: dict[str, int]) -> None:
        self._grid, self._kepala, self._kolom = grid, kepala, kolom
        self._temuan: list[Temuan] = []

    def read(self, dikenal: Collection[str]) -> DaftarUnit:
        rows = [
            self._row(baris)
            for baris in range(self._kepala + 1, self._grid.baris_akhir + 1)
            if any(self._text(baris, nama) for nama in self._kolom)
        ]
        if not rows:
            raise tolak(
                "tidak-ada-baris-data",
                lembar=self._grid.lembar,
                bentuk="daftar unit",
                awal=self._kepala,
                akhir=self._kepala,
            )
        self._check_twice(rows)
        self._check_above(rows, dikenal)
        return DaftarUnit(self._grid.lembar, tuple(rows), tuple(self._temuan), frozenset(self._kolom))

    def _text(self, baris: int, nama: str) -> str:
        return self._grid.teks(baris, self._kolom[nama]) if nama in self._kolom else ""

    def _find(self, kode: str, baris: int, nama: str, nilai: str = "", **more: object) -> None:
        jenis = TEMUAN_UNIT[kode]
        shown = nilai if len(nilai) <= NILAI_TERPANJANG else nilai[: NILAI_TERPANJANG - 1] + "…"
        sel = alamat(baris, self._kolom[nama])
        pesan = jenis.pesan.format(nilai=shown, baris=baris, **more)
        self._temuan.append(Temuan(kode, jenis.tingkat, self._grid.lembar, sel, shown, pesan, jenis.saran))

    def _row(self, baris: int) -> BarisUnit:
        texts = {nama: self._clean(baris, nama) for nama in KEPALA}
        kode = self._code(baris, "kode", texts["kode"])
        if not kode:
            self._find("kode-kosong", baris, "kode")
        if not texts["nama"]:
            self._find("nama-kosong", baris, "nama", unit=kode or f"di baris {baris}")
        alias = tuple(dict.fromkeys(filter(None, (word.strip() for word in texts["alias"].split(PEMISAH)))))
        return BarisUnit(
            kode,
            texts["nama"],
            texts["nama_pendek"],
            texts["jenis"].lower(),
            self._code(baris, "kode_induk", texts["kode_induk"]),
            alias,
            self._day(baris),
            baris,
        )

    def _clean(self, baris: int, nama: str) -> str:
        if nama not in self._kolom:
            return ""
        sel = self._grid.sel.get((baris, self._kolom[nama]))
        text = self._text(baris, nama)
        if sel is not None and sel.jenis == "e":
            self._find("sel-galat", baris, nama, text)
            return ""
        return text

    def _code(self, baris: int, nama: str, text: str) -> str:
        """A code as text; a decimal number may have lost its zeros, a whole one has not."""
        if nama not in self._kolom:
            return ""
        nilai = self._grid.nilai(baris, self._kolom[nama])
        if isinstance(nilai, float) and not nilai.is_integer():
            self._find("kode-angka", baris, nama, text)
        elif isinstance(nilai, float):
            return str(int(nilai))
        return text

    def _day(self, baris: int) -> date | None:
        if "berlaku_dari" not in self._kolom:
            return None
        nilai = self._grid.nilai(baris, self._kolom["berlaku_dari"])
        if nilai is None:
            return None
        day = nilai.date() if isinstance(nilai, datetime) else nilai if isinstance(nilai, date) else None
        day = day or _written_day(str(nilai).strip())
        if day is None:
            self._find("tanggal-salah", baris, "berlaku_dari", str(nilai))
        return day

    def _check_twice(self, rows: Sequence[BarisUnit]) -> None:
        codes: dict[str, int] = {}
        names: dict[str, int] = {}
        words: dict[str, int] = {}
        for row in rows:
            if row.kode and codes.setdefault(row.kode.casefold(), row.baris) != row.baris:
                self._find("kode-ganda", row.baris, "kode", row.kode, lain=codes[row.kode.casefold()])
            if row.nama and names.setdefault(normal(row.nama), row.baris) != row.baris:
                self._find("nama-ganda", row.baris, "nama", row.nama, lain=names[normal(row.nama)])
            for word in row.alias:
                if words.setdefault(normal(word), row.baris) != row.baris:
                    self._find("alias-ganda", row.baris, "alias", word, lain=words[normal(word)])

    def _check_above(self, rows: Sequence[BarisUnit], dikenal: Collection[str]) -> None:
        above = {row.kode: row.kode_induk for row in rows if row.kode}
        for row in rows:
            if row.kode_induk and row.kode_induk not in above and row.kode_induk not in dikenal:
                self._find("induk-asing", row.baris, "kode_induk", row.kode_induk)
                continue
            path = [row.kode]
            while (over := above.get(path[-1], "")) and over not in path:
                path.append(over)
            if row.kode and over == row.kode:
                self._find(
                    "induk-melingkar",
                    row.baris,
                    "kode_induk",
                    row.nama or row.kode,
                    jalur=" → ".join([*path, over]),
                )


_HARI = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)


def _written_day(text: str) -> date | None:
    found = _HARI.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
    except ValueError:
        return None
