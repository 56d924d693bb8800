"""The result of a run: a table that fits a terminal, what has to be done about the rest, the same as a file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sakip_app.bulk.records import PUTUSAN, Baris, Putusan, shown
from sakip_app.text.numbers import format_nilai

LEBAR = 100
AKHIRAN_LAPORAN = (".xlsx", ".csv")
_WARNA: dict[Putusan, str] = {
    "diambil": "green",
    "siap": "green",
    "ditanya": "yellow",
    "ditolak": "red",
    "sama": "dim",
    "dilewati": "dim",
}
_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_KEPALA = {
    "Berkas": 44,
    "Hasil": 10,
    "Unit": 34,
    "Kode unit": 14,
    "Tahun": 8,
    "Target menurut": 14,
    "Indikator": 10,
    "Nilai baru": 10,
    "Nilai berubah": 12,
    "Nilai sama": 10,
    "Galat": 8,
    "Peringatan": 10,
    "Catatan": 8,
    "Tanpa polaritas": 14,
    "Tanpa konsolidasi": 16,
    "Kode": 26,
    "Keterangan": 70,
    "Saran": 70,
}


def console_of(aliran: TextIO, *, lebar: int = LEBAR) -> Console:
    """A console on a stream: as wide as its terminal up to ``lebar``; exactly that where there is no terminal.

    What the stream's encoding cannot write becomes a question mark, and stops nothing.
    """
    if isinstance(aliran, io.TextIOWrapper):
        aliran.reconfigure(errors="replace")
    console = Console(file=aliran, highlight=False, markup=False, emoji=False)
    console.width = min(lebar, console.width) if console.is_terminal else lebar
    return console


def table_of(semua: Sequence[Baris]) -> Table:
    """One line a file, its figures, and the sums below; long names go on in a second line, none is cut."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_footer=True)
    table.add_column("Berkas", f"{len(semua)} berkas", overflow="fold", ratio=4)
    table.add_column("Hasil", width=8, no_wrap=True)
    table.add_column("Unit", overflow="fold", ratio=3)
    table.add_column("Tahun", width=5, overflow="fold")
    angka = {
        "Indik.": [satu.n_indikator for satu in semua],
        "Baru": [satu.n_baru for satu in semua],
        "Ubah": [satu.n_berubah for satu in semua],
        "Sama": [satu.n_sama for satu in semua],
        "Temuan": [satu.galat + satu.peringatan for satu in semua],
    }
    for judul, nilai in angka.items():
        jumlah = format_nilai(sum(nilai))
        table.add_column(judul, jumlah, justify="right", no_wrap=True, min_width=max(len(judul), len(jumlah)))
    for satu, *n in zip(semua, *angka.values(), strict=True):
        table.add_row(
            Text(shown(satu.berkas)),
            Text(satu.putusan, style=_WARNA[satu.putusan]),
            Text(shown(satu.unit_pendek or satu.unit) or "–"),
            satu.tahun or "–",
            *(format_nilai(banyak) if banyak else "–" for banyak in n),
        )
    return table


def rest_of(semua: Sequence[Baris]) -> Group:
    """What each file that was not taken needs, and what is to be known about those that were.

    What holds for several files alike is said once, below their names.
    """
    parts: list[RenderableType] = []
    for putusan, judul in (
        ("ditanya", "Perlu dijawab"),
        ("ditolak", "Perlu diperbaiki"),
        ("dilewati", "Dilewati"),
    ):
        group = [satu for satu in semua if satu.putusan == putusan]
        parts += _told(judul, [(s.berkas, tuple(f"{a.pesan} {a.saran}".strip() for a in s.alasan)) for s in group])
    parts += _told("Keterangan", [(satu.berkas, tuple(satu.keterangan)) for satu in semua if satu.keterangan])
    return Group(*parts)


def _told(judul: str, isi: Sequence[tuple[str, tuple[str, ...]]]) -> list[RenderableType]:
    """Files under a heading, each sentence below the files it holds for."""
    if not isi:
        return []
    alike: dict[tuple[str, ...], list[str]] = {}
    for berkas, kalimat in isi:
        alike.setdefault(kalimat, []).append(berkas)
    parts: list[RenderableType] = [Text(f"{judul} ({len(isi)})", style="bold")]
    for kalimat, semua in alike.items():
        parts += [_indented(berkas, 2) for berkas in semua] + [_indented(satu, 6) for satu in kalimat]
    return [*parts, Text("")]


def _indented(teks: str, kiri: int) -> Padding:
    return Padding(Text(shown(teks)), (0, 0, 0, kiri), expand=False)


def summary_of(semua: Sequence[Baris]) -> str:
    """How many files ended how, in words.

    Examples:
        >>> summary_of([Baris("a", "siap"), Baris("b", "siap"), Baris("c", "ditanya")])
        '3 berkas: 2 siap (dapat disimpan, belum disimpan), 1 ditanya (perlu dijawab orang, tidak disimpan).'
    """
    n = Counter(satu.putusan for satu in semua)
    told = [f"{n[kata]} {kata} ({arti})" for kata, arti in PUTUSAN.items() if n[kata]]
    return f"{len(semua)} berkas: {', '.join(told)}." if told else "Tidak ada berkas yang diperiksa."


def open_of(semua: Sequence[Baris]) -> str:
    """How many indicators of the files that are taken nobody can judge yet; empty for none."""
    told = [satu for satu in semua if satu.putusan in ("diambil", "siap", "sama")]
    n = [
        (sum(getattr(satu, bidang) for satu in told), kata)
        for bidang, kata in (("tanpa_polaritas", "polaritas"), ("tanpa_konsolidasi", "konsolidasi"))
    ]
    words = " dan ".join(f"{format_nilai(jumlah)} tanpa {kata}" for jumlah, kata in n if jumlah)
    return f"Indikator yang disimpan tetapi belum dapat dinilai: {words}." if words else ""


def write_report(semua: Sequence[Baris], berkas: Path) -> None:
    """The table with all sentences as a file; no text in it is ever a formula.

    Raises:
        OSError: it cannot be written.
    """
    rows = [_row(satu) for satu in semua]
    if berkas.suffix.casefold() == ".csv":
        with berkas.open("w", encoding="utf-8-sig", newline="") as aliran:
            writer = csv.writer(aliran, delimiter=";")
            writer.writerow(_KEPALA)
            writer.writerows([[_harmless(isi) for isi in row] for row in rows])
        return
    _write_workbook(rows, berkas)


def _row(satu: Baris) -> list[str | int]:
    return [
        shown(satu.berkas),
        satu.putusan,
        shown(satu.unit),
        shown(satu.kode_unit),
        satu.tahun,
        satu.dokumen,
        *(satu.n_indikator, satu.n_baru, satu.n_berubah, satu.n_sama, satu.galat, satu.peringatan, satu.catatan),
        *(satu.tanpa_polaritas, satu.tanpa_konsolidasi),
        ", ".join(a.kode for a in satu.alasan),
        shown(" ".join([*(a.pesan for a in satu.alasan), *satu.keterangan])),
        shown(" ".join(dict.fromkeys(a.saran for a in satu.alasan))),
    ]


def _harmless(isi: str | int) -> str | int:
    """CSV has no text cells: an apostrophe keeps a spreadsheet from taking the text for a formula."""
    return f"'{isi}" if isinstance(isi, str) and isi.startswith(_RUMUS) else isi


def _write_workbook(rows: Sequence[Sequence[str | int]], berkas: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise TypeError("a new workbook has a sheet")
    sheet.title = "Impor"
    for n, row in enumerate([list(_KEPALA), *rows], start=1):
        for k, isi in enumerate(row, start=1):
            cell = sheet.cell(n, k, isi[:32_000] if isinstance(isi, str) else isi)
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(isi, str))
            if isinstance(isi, str):
                cell.data_type = "s"
                cell.quotePrefix = isi.startswith(_RUMUS)
            if n == 1:
                cell.font = Font(bold=True)
    for k, lebar in enumerate(_KEPALA.values(), start=1):
        sheet.column_dimensions[get_column_letter(k)].width = lebar
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(berkas)
