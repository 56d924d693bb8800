"""Where a number came from: its cell pictured in its sheet, and everything that was said of it before."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.panel import Peristiwa, Sumber
from sakip_app.markup.safe import Html, isi
from sakip_app.markup.sheet import BarisLembar, KolomLembar, SelTanda, lembar
from sakip_app.screens.context import Konteks, engine
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import stated, tw
from sakip_app.workbook import sheet_rows
from sakip_app.workbook.package import column_letter, column_number

RIWAYAT = {
    "realisasi": "Realisasi",
    "target": "Target",
    "target_tahunan": "Target tahun",
    "polaritas": "Polaritas",
}
MASUK = ("realisasi", "target", "target_tahunan")
"""What a capaian is made from."""
KOLOM_DIBACA, KOLOM_SEBELUM = 60, 3
"""Columns looked at and shown before the source cell."""
SEKITAR = 1
"""Rows shown above and below the cell a number came from."""


def sources(k: Konteks, kept: pd.DataFrame, name: str) -> list[Sumber]:
    """The cells the number was made from, file by file; the last realisasi is pictured in its sheet."""
    used = kept[kept["berlaku"] & kept["jenis"].isin(MASUK) & kept["sel"].notna()]
    used = used[used["triwulan"].isna() | (used["triwulan"] <= k.triwulan)]
    used = used.sort_values(["jenis", "triwulan"], kind="stable")
    realisasi = used[used["jenis"] == "realisasi"]
    pictured = None if realisasi.empty else realisasi.iloc[-1]
    found = []
    for (berkas, name_of_sheet), cells in used.groupby(["berkas", "lembar"], sort=False):
        last = cells.iloc[-1]
        own = pictured is not None and bool((cells["id"] == pictured["id"]).any())
        sent = format_waktu(last["waktu"].to_pydatetime())
        what = ", ".join(_what(item) for item in cells.to_dict("records"))
        found.append(
            Sumber(
                sel=f"{name_of_sheet}!{', '.join(cells['sel'])}",
                berkas=str(berkas),
                jejak=f"{what} · sha256 {last['sha256'][:8]}…{last['sha256'][-4:]} · "
                f"dikirim {last['pelaku']}, {sent}",
                cuplikan=_excerpt(pictured, name) if own and pictured is not None else None,
            )
        )
    return sorted(found, key=lambda source: source.cuplikan is None)


def _what(item: dict[Hashable, Any]) -> str:
    """The kind of a value, with its quarter."""
    return RIWAYAT[item["jenis"]] + ("" if pd.isna(item["triwulan"]) else f" {tw(int(item['triwulan']))}")


def _excerpt(cell: pd.Series, name: str) -> Html | None:
    """The cell in its sheet: its row and the ones around, with the words of the row and the columns before it."""
    place = re.fullmatch(r"([A-Z]+)(\d+)", str(cell["sel"]))
    if place is None:
        return None
    letters, number = place.group(1), int(place.group(2))
    columns = [column_letter(position) for position in range(1, column_number(letters) + 1)]
    first = max(number - SEKITAR, 1)
    rows = _rows(str(cell["sha256"]), str(cell["lembar"]), first, number + SEKITAR, tuple(columns[-KOLOM_DIBACA:]))
    columns = columns[-KOLOM_DIBACA:]
    own = rows[number - first]
    words = own.index(name) if name in own else max(range(len(own)), key=lambda position: len(own[position]))
    before = [position for position, text in enumerate(own[:-1]) if text and position != words][-KOLOM_SEBELUM:]
    shown = sorted({words, *before, len(own) - 1})
    return lembar(
        [
            KolomLembar(
                columns[position],
                "realisasi" if position == len(own) - 1 else "abai",
                lebar=200 if position == words else 66,
                kiri=position == words,
            )
            for position in shown
        ],
        [
            BarisLembar(first + offset, [cells[position] for position in shown])
            for offset, cells in enumerate(rows)
        ],
        {str(cell["sel"]): SelTanda("sorot")},
    )


@st.cache_resource(max_entries=256, show_spinner=False)
def _rows(sha256: str, name: str, first: int, last: int, columns: tuple[str, ...]) -> list[list[str]]:
    return sheet_rows(store.read_berkas(engine(), sha256), name, first, last, columns)


def events(kept: pd.DataFrame, unit: str | None) -> list[Peristiwa]:
    """What was said of this indicator's figures, newest first."""
    told = kept[kept["jenis"].isin(list(RIWAYAT))].head(24)
    events = []
    for item in told.to_dict("records"):
        words = _what(item)
        document = f", {item['dokumen']}" if stated(item["dokumen"]) else ""
        withdrawn = ", ditarik" if item["ditarik"] else ""
        cell = f" {cip_sel(item['sel'])}" if stated(item["sel"]) else ""
        value = item["teks"] if stated(item["teks"]) else format_nilai(item["angka"], unit)
        events.append(
            Peristiwa(
                format_waktu(item["waktu"].to_pydatetime()),
                Html(f"{isi(words + document + withdrawn)} · {isi(item['pelaku'])}{cell}"),
                str(value),
                bool(item["berlaku"]),
            )
        )
    return events
