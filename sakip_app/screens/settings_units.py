"""Pengaturan › Unit: the tree over time, and what can be done with it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, kosong, seksi
from sakip_app.markup.safe import Html
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens import settings_unit_excel, settings_unit_forms
from sakip_app.screens.context import engine
from sakip_app.screens.settings import Latar, choose, forget_choice
from sakip_app.screens.settings_unit_forms import sebutan_jenis
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import bilangan_awal, gabung

KERJA: Mapping[str, str] = {
    "daftar": "Daftar",
    "ubah": "Ubah",
    "tambah": "Tambah",
    "gabung": "Gabung",
    "pecah": "Pecah",
    "excel": "Dari Excel",
}
LEKUK_TERDALAM = 3
Baris = Mapping[Hashable, Any]
"""One row of ``list_unit``, blanks as ``None``."""


def draw(latar: Latar) -> None:
    """The whole section."""
    units = store.list_unit(engine(), latar.instansi.kode)
    hari = waktu_setempat(datetime.now(UTC)).date()
    st.html(judul(headline(units, hari, latar.instansi.sebutan)))
    with st.container(key="pilih_kerja"):
        kerja = choose("kerja", "Yang dikerjakan", KERJA)
    with st.container(key=f"seksi_unit_{kerja}"):
        if kerja == "daftar":
            _draw_tree(latar, units, hari)
        elif kerja == "excel":
            settings_unit_excel.draw(latar, units)
        else:
            settings_unit_forms.FORMULIR[kerja](latar, units)


def headline(units: pd.DataFrame, hari: date, sebutan: str) -> str:
    """How many units there are today, and how many have ended."""
    if units.empty:
        return f"Belum ada {sebutan} yang terdaftar."
    ended = int((units["berlaku_sampai"] < pd.Timestamp(hari)).sum())
    told = f"{bilangan_awal(len(units) - ended)} {sebutan} pada {format_tanggal(hari)}"
    return f"{told}; {bilangan_awal(ended).lower()} sudah berakhir." if ended else f"{told}."


def _draw_tree(latar: Latar, units: pd.DataFrame, hari: date) -> None:
    forget_choice("unit_diatur")
    if units.empty:
        st.html(
            kosong(
                "Mulai dari daftar unit.",
                langkah=[
                    ("Dari Excel", "Unduh formulirnya, isi, lalu unggah: semua unit terdaftar sekaligus."),
                    ("Tambah", "Daftarkan satu per satu."),
                ],
            )
        )
        return
    st.html(seksi("Susunan unit", "Nama terbaru; nama lama tetap dipakai untuk masa lalunya."))
    st.html(tree(latar, units, hari))


def tree(latar: Latar, units: pd.DataFrame, hari: date) -> Html:
    """Every unit below its induk, with its former names, other words and days."""
    engine_, kode = engine(), latar.instansi.kode
    former = _former_names(store.list_nama(engine_, kode), units)
    alias = store.list_alias(engine_, kode).groupby("kode_unit")["alias"].agg(list).to_dict()
    names = units.set_index("kode_unit")["nama_pendek"]
    successors = store.list_penerus(engine_, kode).groupby("kode_unit")["kode_penerus"].agg(list).to_dict()
    rows = []
    for row, depth in in_order(units):
        kode_unit = row["kode_unit"]
        short = row["nama_pendek"] if row["nama_pendek"] != row["nama"] else ""
        small = " · ".join(filter(None, [short, *(f"dulu {name}" for name in former.get(kode_unit, ()))]))
        follow = [str(names.get(other, other)) for other in successors.get(kode_unit, ())]
        rows.append(
            (
                Html(
                    f'<div class="sk-lekuk-{min(depth, LEKUK_TERDALAM)}">{dua_baris(row["nama"], small or None)}</div>'
                ),
                kode_unit,
                sebutan_jenis(row["jenis"]),
                gabung(alias.get(kode_unit, [])) or "–",
                _days(row, follow, hari),
            )
        )
    heads = [
        Kolom("Unit", lebar="42%"),
        Kolom("Kode", lebar="10%"),
        Kolom("Jenis", lebar="11%"),
        Kolom("Nama lain"),
        Kolom("Berlaku", lebar="17%"),
    ]
    return tabel(heads, rows, tebal_pertama=True)


def in_order(units: pd.DataFrame) -> list[tuple[Baris, int]]:
    """The units as a tree: each followed by what stands below it, with its depth; official order within."""
    rows = units.astype("object").where(units.notna(), None).to_dict("records")
    known = {row["kode_unit"] for row in rows}
    below: dict[object, list[Baris]] = {}
    for row in rows:
        below.setdefault(row["kode_induk"] if row["kode_induk"] in known else None, []).append(row)
    result: list[tuple[Baris, int]] = []

    def walk(above: object, depth: int) -> None:
        for row in below.get(above, []):
            result.append((row, depth))
            walk(row["kode_unit"], depth + 1)

    walk(None, 0)
    return result


def _former_names(names: pd.DataFrame, units: pd.DataFrame) -> dict[str, Sequence[str]]:
    now = units.set_index("kode_unit")["nama"]
    result: dict[str, list[str]] = {}
    for kode_unit, name in zip(names["kode_unit"], names["nama"], strict=True):
        held = result.setdefault(kode_unit, [])
        if name != now.get(kode_unit) and name not in held:
            held.append(name)
    return dict(result)


def _days(row: Baris, follow: Sequence[str], hari: date) -> Html | str:
    start, end = (_day(row[key]) for key in ("berlaku_dari", "berlaku_sampai"))
    if end is not None:
        word = "berakhir" if end < hari else "sampai"
        return dua_baris(f"{word} {format_tanggal(end)}", f"dilanjutkan {gabung(follow)}" if follow else None)
    return f"sejak {format_tanggal(start)}" if start is not None else "sejak awal"


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None
