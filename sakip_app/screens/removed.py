"""Indikator, prepared: what was measured in this year and is not any more, with its last figures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import Html, gabung_html
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.source import history_of
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import stated, tw


@st.cache_resource(max_entries=64, show_spinner=False)
def _removed(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    return store.list_dicabut(engine(), kode_instansi, tahun)


def removed(k: Konteks, kode_unit: str) -> Html:
    """The indicators of the unit that were removed from the year; empty where there are none."""
    rows = _removed(k.instansi.kode, k.tahun, k.versi)
    own = rows[rows["kode_unit"] == kode_unit]
    if own.empty:
        return Html("")
    lines = [
        (
            dua_baris(str(row["uraian"]), stated(row["satuan"])),
            _last_figures(str(row["kode_indikator"]), k.versi),
            str(row["alasan"]),
            dua_baris(str(row["pelaku"]), f"{format_waktu(row['waktu'].to_pydatetime())} · {row['berkas']}"),
        )
        for row in own.to_dict("records")
    ]
    heads = [Kolom("Indikator"), Kolom("Realisasi yang pernah dilaporkan"), Kolom("Alasan"), Kolom("Dihapus oleh")]
    return gabung_html([
        seksi(
            f"Tidak lagi diukur pada {k.tahun}",
            "Tidak ikut dihitung. Kembali bila unggahan yang menghapusnya ditarik, atau berkas berikutnya memuatnya.",
        ),
        tabel(heads, lines, tebal_pertama=False),
    ])  # fmt: skip


def _last_figures(kode: str, versi: int) -> str:
    kept = history_of(kode, versi)
    told = kept[kept["berlaku"] & (kept["jenis"] == "realisasi") & kept["angka"].notna()].sort_values("triwulan")
    return (
        " · ".join(
            f"{tw(int(q))}: {format_nilai(v, None)}" for q, v in zip(told["triwulan"], told["angka"], strict=True)
        )
        or "–"
    )
