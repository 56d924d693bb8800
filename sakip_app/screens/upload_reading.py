"""Unggah, drawn: the sheet as it was read, and what was found odd in it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import Html
from sakip_app.markup.sheet import BarisLembar, KolomLembar, SelTanda, kunci_lembar, lembar
from sakip_app.markup.tables import BarisTemuan, daftar_temuan
from sakip_app.screens.upload import Bacaan
from sakip_app.workbook import sheet_rows
from sakip_app.workbook.result import HasilBaca, Temuan

PERAN = (
    ("Indikator", "indikator", 260),
    ("Satuan", "satuan", 70),
    ("Target 2", "target", 84),
    ("Pagu", "target", 116),
    ("Realisasi TW", "realisasi", 92),
    ("Realisasi Rp TW", "rupiah", 116),
)
BARIS_CONTOH = 6
BUKTI_DITAMPILKAN = 8


def sheet_picture(bacaan: Bacaan, hasil: HasilBaca) -> Html:
    """The sheet as it was read: header, the first rows, and every row with a finding."""
    return _sheet_picture(hasil.sha256, bacaan.isi, _columns(hasil), _Marks.of(hasil))


class _Marks(tuple[tuple[int, ...], tuple[tuple[str, str, int], ...], str, tuple[int, int], int]):
    """What of a reading the picture shows, hashable: rows, marked cells, sheet, header rows, rows in all."""

    @classmethod
    def of(cls, hasil: HasilBaca) -> _Marks:
        found = tuple((finding.sel, finding.tingkat, number) for number, finding in _numbered(hasil))
        rows = [row.baris for row in hasil.indikator]
        wanted = {*rows[:BARIS_CONTOH], *(int(_digits(cell)) for cell, _, _ in found if _digits(cell))}
        header = (hasil.baris_kepala[0], hasil.baris_kepala[1])
        return cls((tuple(sorted(wanted)), found, hasil.lembar, header, len(rows)))


@st.cache_resource(max_entries=32, show_spinner=False)
def _sheet_picture(sha256: str, _isi: bytes, columns: tuple[KolomLembar, ...], marks: _Marks) -> Html:
    wanted, found, name, header, n_rows = marks
    letters = [column.huruf for column in columns]
    shown = [BarisLembar(n, cells, kepala=True) for n, cells in _read(_isi, name, header, letters)]
    data = dict(_read(_isi, name, (min(wanted), max(wanted)), letters)) if wanted else {}
    shown += [BarisLembar(n, data[n]) for n in wanted if n in data and n > header[1]]
    marked = {
        cell: SelTanda("galat" if level == "galat" else "peringatan", number) for cell, level, number in found
    }
    rest = n_rows - sum(1 for n in wanted if n in data)
    return Html(lembar(columns, shown, marked) + kunci_lembar(max(rest, 0)))


def _read(isi: bytes, name: str, span: tuple[int, int], letters: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Rows of the sheet with their numbers, in steps the reader allows."""
    rows: list[tuple[int, list[str]]] = []
    for first in range(span[0], span[1] + 1, 60):
        last = min(first + 59, span[1])
        rows += [
            (first + offset, cells) for offset, cells in enumerate(sheet_rows(isi, name, first, last, letters))
        ]
    return rows


def _columns(hasil: HasilBaca) -> tuple[KolomLembar, ...]:
    chosen = []
    for letters, label in hasil.kolom.items():
        for start, role, width in PERAN:
            if label.startswith(start):
                chosen.append(KolomLembar(letters, role, label, width, role in ("indikator", "satuan")))
                break
    return tuple(chosen)


def _digits(cell: str) -> str:
    return "".join(ch for ch in cell if ch.isdigit())


def _numbered(hasil: HasilBaca) -> list[tuple[int, Temuan]]:
    order = {"galat": 0, "peringatan": 1, "catatan": 2}
    return list(enumerate(sorted(hasil.temuan, key=lambda finding: order[finding.tingkat]), start=1))


def finding_rows(hasil: HasilBaca) -> list[BarisTemuan]:
    """The findings, gravest first, numbered as in the picture."""
    return [
        BarisTemuan(number, finding.tingkat, finding.sel, finding.nilai, finding.pesan, finding.saran)
        for number, finding in _numbered(hasil)
    ]


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
