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
from sakip_app.screens.upload import JENIS
from sakip_app.store.stated import DIKOREKSI, RENSTRA
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import stated, tw
from sakip_app.workbook.isolated import sheet_rows_apart
from sakip_app.workbook.package import column_letter, column_number

NAMA_NILAI = JENIS | {
    "target_bawah": "Batas bawah target",
    "target_atas": "Batas atas target",
    "bobot": "Bobot",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "rencana_tindak_lanjut": "Rencana tindak lanjut",
    "pic": "Penanggung jawab",
    "batas_waktu": "Batas waktu",
    "bukti": "Bukti menurut lembar",
    "uraian": "Redaksi",
    "dicabut": "Tidak lagi diukur",
}
RIWAYAT = ("realisasi", "target", "target_tahunan", "polaritas", "dicabut")
"""What the history always tells; the wording once it changed, anything else once a person corrected it."""
MASUK = ("realisasi", "target", "target_tahunan")
"""What a capaian is made from."""
KOLOM_DIBACA, KOLOM_SEBELUM = 60, 3
"""Columns looked at and shown before the source cell."""
RIWAYAT_TERPANJANG = 24
SEKITAR = 1
"""Rows shown above and below the cell a number came from."""


@st.cache_resource(max_entries=256, show_spinner=False)
def history_of(kode: str, versi: int) -> pd.DataFrame:
    """Everything ever said of an indicator, as the page that shows it knows it; ``versi`` is only a key."""
    return store.history(engine(), kode)


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
    return [*_corrections(k, kept), *sorted(found, key=lambda source: source.cuplikan is None)]


def _corrections(k: Konteks, kept: pd.DataFrame) -> list[Sumber]:
    """The values that a person put in place of a cell, each with its reason."""
    made = kept[kept["berlaku"] & (kept["keadaan"] == DIKOREKSI) & kept["jenis"].isin(MASUK)]
    made = made[made["triwulan"].isna() | (made["triwulan"] <= k.triwulan)]
    return [
        Sumber(
            "", f"{_what(item)}: koreksi", f"{item['alasan']} · dikoreksi {item['pelaku']}, {_when(item['waktu'])}"
        )
        for item in made.to_dict("records")
    ]


def name_of(jenis: str, triwulan: int | None = None) -> str:
    """What a kind of value is called, with its quarter.

    Examples:
        >>> name_of("realisasi", 3), name_of("renstra_2027")
        ('Realisasi TW III', 'Target Renstra 2027')
    """
    name = f"Target Renstra {jenis.removeprefix(RENSTRA)}" if jenis.startswith(RENSTRA) else NAMA_NILAI[jenis]
    return name if triwulan is None else f"{name} {tw(triwulan)}"


def _what(item: dict[Hashable, Any]) -> str:
    return name_of(str(item["jenis"]), None if pd.isna(item["triwulan"]) else int(item["triwulan"]))


def _when(waktu: pd.Timestamp) -> str:
    return format_waktu(waktu.to_pydatetime())


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
    return sheet_rows_apart(store.read_berkas(engine(), sha256), name, first, last, columns)


def events(kept: pd.DataFrame, unit: str | None) -> list[Peristiwa]:
    """What was said of this indicator's figures, newest first: from what to what, by whom, and why."""
    corrected = kept.loc[kept["keadaan"] == DIKOREKSI, ["jenis", "triwulan"]]
    keys = pd.MultiIndex.from_frame(kept[["jenis", "triwulan"]])
    reworded = (kept["jenis"] == "uraian") & ((kept["jenis"] == "uraian").sum() > 1)
    told = kept[kept["jenis"].isin(RIWAYAT) | reworded | keys.isin(pd.MultiIndex.from_frame(corrected))]
    before = _before(told)
    return [
        Peristiwa(
            _when(item["waktu"]),
            _told(item),
            _value(item, unit),
            bool(item["berlaku"]),
            semula=_value(before[item["id"]], unit) if item["id"] in before else "",
            dicoret=bool(item["ditarik"]),
        )
        for item in told.head(RIWAYAT_TERPANJANG).to_dict("records")
    ]


def _before(told: pd.DataFrame) -> dict[int, dict[Hashable, Any]]:
    """Of each value that took another's place the other one, which was not withdrawn since."""
    standing: dict[tuple[str, int], dict[Hashable, Any]] = {}
    before: dict[int, dict[Hashable, Any]] = {}
    for item in told.sort_values("id").to_dict("records"):
        key = str(item["jenis"]), 0 if pd.isna(item["triwulan"]) else int(item["triwulan"])
        if key in standing:
            before[int(item["id"])] = standing[key]
        if not item["ditarik"]:
            standing[key] = item
    return before


def _told(item: dict[Hashable, Any]) -> Html:
    """Which value, under which document, by whom, from which cell or why."""
    document = f", {item['dokumen']}" if stated(item["dokumen"]) else ""
    cell = f" {cip_sel(item['sel'])}" if stated(item["sel"]) else ""
    why = isi(f" · koreksi: {item['alasan']}") if stated(item["alasan"]) else ""
    gone = ""
    if item["ditarik"]:
        who = f"ditarik {item['ditarik_oleh']}, {_when(item['ditarik_waktu'])}: {item['ditarik_alasan']}"
        gone = f'<small class="sk-ditarik">{isi(who)}</small>'
    return Html(f"{isi(_what(item) + document)} · {isi(item['pelaku'])}{cell}{why}{gone}")


def _value(item: dict[Hashable, Any], unit: str | None) -> str:
    if stated(item["teks"]):
        return str(item["teks"])
    if item["jenis"] == "dicabut":
        return "diukur lagi"
    measured = item["jenis"] not in ("pagu", "realisasi_anggaran", "bobot")
    return "kosong" if pd.isna(item["angka"]) else format_nilai(item["angka"], unit if measured else None)
