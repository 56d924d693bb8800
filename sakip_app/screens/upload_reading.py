"""Unggah, drawn: the sheet as it was read, and what was found odd in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import streamlit as st

from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import Html
from sakip_app.markup.sheet import BarisLembar, KolomLembar, SelTanda, kunci_lembar, lembar
from sakip_app.markup.tables import BarisTemuan, daftar_temuan
from sakip_app.screens.upload import Bacaan
from sakip_app.screens.upload_roles import ABAIKAN, role_colour, role_name
from sakip_app.workbook.isolated import sheet_rows_apart
from sakip_app.workbook.package import column_letter, column_number
from sakip_app.workbook.result import HasilBaca, Temuan

BARIS_CONTOH = 6
BUKTI_DITAMPILKAN = 8
BARIS_KOP = 3
BARIS_TEMUAN = 12
KOLOM_TERBANYAK, KOLOM_LENGKAP = 40, 12
KOLOM_KOP = 20
SEKALI = 60
"""Rows that ``sheet_rows`` gives at once."""
JENDELA = 4
"""How many such pieces of a sheet one picture may take: each is a reading of the file."""
KIRI = ("indikator", "konteks", "satuan", "catatan")
LEBAR = {"indikator": 260, "konteks": 170, "satuan": 76, "rupiah": 128, "catatan": 170}


def sheet_picture(bacaan: Bacaan, hasil: HasilBaca, tanya: Collection[str] = (), *, semua: bool = False) -> Html:
    """The sheet as it was read: letterhead, header, the first rows, rows with a finding.

    ``tanya`` are letters of columns that are asked about; ``semua`` shows the columns that are not kept also where
    there are many. Of a sheet with very many findings not every row is pictured; the list names all of them.
    """
    columns = _columns(hasil, tanya)
    marked = {finding.sel.rstrip("0123456789") for finding in hasil.temuan if finding.lembar == hasil.lembar}
    kept = tuple(column for column in columns if column.peran != "abai" or column.huruf in marked)
    if len(columns) > KOLOM_LENGKAP and kept and not semua:
        columns = kept
    return _sheet_picture(hasil.sha256, bacaan.isi, columns, _Marks.of(hasil))


class _Marks(NamedTuple):
    """What of a reading the picture shows, hashable."""

    rows: tuple[int, ...]
    found: tuple[tuple[str, str, int], ...]
    sheet: str
    header: tuple[int, int]
    n_rows: int

    @classmethod
    def of(cls, hasil: HasilBaca) -> _Marks:
        found = tuple(
            (finding.sel, finding.tingkat, number)
            for number, finding in _numbered(hasil)
            if finding.lembar == hasil.lembar  # a template has findings on its sheet of follow-ups as well
        )
        rows = [row.baris for row in hasil.indikator]
        header = (hasil.baris_kepala[0], hasil.baris_kepala[1])
        first = rows[:BARIS_CONTOH] or list(range(header[1] + 1, header[1] + 1 + BARIS_CONTOH))
        marked = list(dict.fromkeys(int(_digits(cell)) for cell, _, _ in found if _digits(cell)))
        return cls(tuple(sorted({*first, *marked[:BARIS_TEMUAN]})), found, hasil.lembar, header, len(rows))


@st.cache_resource(max_entries=32, show_spinner=False)
def _sheet_picture(sha256: str, _isi: bytes, columns: tuple[KolomLembar, ...], marks: _Marks) -> Html:
    letters = [column.huruf for column in columns]
    beside = [column_letter(n) for n in range(1, KOLOM_KOP + 1)]  # where a letterhead stands, shown or not
    beside = [letter for letter in beside if letter not in letters]
    awal, akhir = marks.header
    known: dict[int, list[str]] = {}
    for first in _windows([max(awal - BARIS_KOP, 1), *range(max(awal, 1), akhir + 1), *marks.rows]):
        rows = sheet_rows_apart(_isi, marks.sheet, first, first + SEKALI - 1, [*letters, *beside])
        known |= dict(enumerate(rows, start=first))
    above = [n for n in range(max(awal - BARIS_KOP, 1), awal) if any(known.get(n, ()))]
    shown = [BarisLembar(n, known[n], kop=True) for n in above]
    known = {n: cells[: len(letters)] for n, cells in known.items()}
    shown += [BarisLembar(n, known[n], kepala=True) for n in range(max(awal, 1), akhir + 1) if n in known]
    body = [n for n in marks.rows if n > akhir and n in known and (any(known[n]) or marks.n_rows)]
    shown += [BarisLembar(n, known[n]) for n in body]
    marked = {
        cell: SelTanda("galat" if level == "galat" else "peringatan", number)
        for cell, level, number in marks.found
    }
    rest = max(marks.n_rows - len(body), 0)
    return Html(lembar(columns, shown, marked) + kunci_lembar(rest, ubah=False, temuan=bool(marked)))


def _windows(rows: Iterable[int]) -> list[int]:
    """First rows of the pieces that hold these rows, as many as one picture may take.

    Examples:
        >>> _windows([4, 5, 9, 63, 64, 500])
        [4, 64, 500]
    """
    firsts: list[int] = []
    for row in sorted(set(rows)):
        if not firsts or row >= firsts[-1] + SEKALI:
            firsts.append(row)
    return firsts[:JENDELA]


def _columns(hasil: HasilBaca, tanya: Collection[str]) -> tuple[KolomLembar, ...]:
    """The columns of the picture: those that were recognised coloured, the others white between them."""
    known = dict.fromkeys([*hasil.peran, *hasil.kolom, *tanya, *hasil.judul_kolom])
    letters = sorted(list(known)[:KOLOM_TERBANYAK], key=column_number)
    return tuple(_column(hasil, letter, asked=letter in tanya) for letter in letters)


def _column(hasil: HasilBaca, letter: str, *, asked: bool) -> KolomLembar:
    role = hasil.peran.get(letter)
    label = hasil.kolom.get(letter) or (role_name(role) if role else "")
    colour = role_colour(role) if role and role != ABAIKAN else "abai"
    if not role and asked:
        return KolomLembar(letter, "tanya", None, 130)
    width = max(LEBAR.get(colour, 84), min(7 * len(label) + 12, 160))
    return KolomLembar(letter, colour, label if colour != "abai" else "", width, colour in KIRI)


def _digits(cell: str) -> str:
    return "".join(ch for ch in cell if ch.isdigit())


def _numbered(hasil: HasilBaca) -> list[tuple[int, Temuan]]:
    order = {"galat": 0, "peringatan": 1, "catatan": 2}
    return list(enumerate(sorted(hasil.temuan, key=lambda finding: order[finding.tingkat]), start=1))


def finding_rows(hasil: HasilBaca) -> list[BarisTemuan]:
    """The findings, gravest first, numbered as in the picture."""
    return [
        BarisTemuan(number, finding.tingkat, _place(hasil, finding), finding.nilai, finding.pesan, finding.saran)
        for number, finding in _numbered(hasil)
    ]


def _place(hasil: HasilBaca, finding: Temuan) -> str:
    """The cell; with its sheet where that is not the one that was read."""
    here = finding.lembar == hasil.lembar or not finding.sel
    return finding.sel if here else f"{finding.lembar}!{finding.sel}"


def count_findings(hasil: HasilBaca) -> str:
    """How many of each gravity."""
    levels = [finding.tingkat for finding in hasil.temuan]
    return " · ".join(f"{levels.count(level)} {level}" for level in ("galat", "peringatan", "catatan"))


def missing(kurang: Sequence[Temuan]) -> None:
    """The realisasi without evidence, where the body demands it; they may be kept, and it may be added later."""
    if not kurang:
        return
    with st.container(key="seksi_bukti_kurang"):
        st.html(
            seksi(
                f"{len(kurang)} realisasi belum berbukti",
                "Boleh disimpan dulu; tambahkan di halaman Indikator, atau sebagai tautan di kolom Bukti dukung.",
            )
        )
        shown = [
            BarisTemuan(n, finding.tingkat, finding.sel, finding.nilai, finding.pesan, finding.saran)
            for n, finding in enumerate(kurang[:BUKTI_DITAMPILKAN], start=1)
        ]
        st.html(daftar_temuan(shown, kosong=""))
        if len(kurang) > len(shown):
            st.caption(f"… dan {len(kurang) - len(shown)} realisasi lain.")


def blocked(n: int) -> None:
    """The file cannot be kept as it is."""
    with st.container(key="konfirmasi", border=True):
        st.html(
            seksi(f"Belum dapat disimpan: {n} galat", "Satu berkas diterima seluruhnya atau tidak sama sekali.")
        )
        st.markdown("Perbaiki sel yang disebut di atas pada berkas Anda, simpan, lalu unggah lagi.")
