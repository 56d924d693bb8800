"""Pengaturan › Riwayat: who changed which setting when, in words."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.screens.context import engine
from sakip_app.screens.settings import Latar
from sakip_app.text.dates import format_tanggal, format_waktu
from sakip_app.text.words import ROMAWI, bilangan

KATA_PERISTIWA = {
    "instansi_ditambah": "Instansi ditambah",
    "instansi_berganti_nama": "Nama instansi diubah",
    "bukti_wajib_ditetapkan": "Kewajiban bukti diubah",
    "unit_ditambah": "Unit ditambah",
    "unit_berganti_nama": "Unit berganti nama atau letak",
    "unit_berakhir": "Unit berakhir",
    "unit_dibuka_lagi": "Unit dibuka lagi",
    "masa_unit_dibetulkan": "Masa berlaku unit dibetulkan",
    "unit_digabung": "Unit digabung",
    "unit_dipecah": "Unit dipecah",
    "alias_ditambah": "Nama lain ditambah",
    "daftar_unit": "Daftar unit diterapkan",
    "periode_ditetapkan": "Tanggal triwulan diubah",
    "aturan_ditetapkan": "Aturan ditetapkan",
    "skala_ditetapkan": "Skala ditetapkan",
    "pernyataan": "Sifat indikator ditetapkan",
    "pk_dicatat": "PK dicatat",
}
"""What is a setting in the log, and how it is called; uploads have a history of their own."""
BATAS = 100
TERBACA = 1000
_HARI = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_TRIWULAN = re.compile(r"\bTW ([1-4])\b")


def draw(latar: Latar) -> None:
    """The whole section."""
    rows = settings_of(store.list_peristiwa(engine(), latar.instansi.kode, batas=TERBACA))
    n = len(rows)
    last = f"Pengaturan terakhir diubah {format_waktu(rows['waktu'].iloc[0])}." if n else "Belum ada pengaturan."
    st.html(judul(last))
    with st.container(key="seksi_riwayat"):
        st.html(
            seksi(
                "Siapa mengubah apa", f"{bilangan(n)} perubahan, yang terbaru lebih dulu. Tidak ada yang dihapus."
            )
        )
        heads = [
            Kolom("Waktu", lebar="22%"),
            Kolom("Yang diubah", lebar="22%"),
            Kolom("Isi"),
            Kolom("Oleh", lebar="14%"),
        ]
        lines = [
            (format_waktu(row["waktu"]), KATA_PERISTIWA[row["jenis"]], in_words(row["keterangan"]), row["pelaku"])
            for row in rows.head(BATAS).to_dict("records")
        ]
        st.html(tabel(heads, lines, tebal_pertama=False, kosong="Belum ada yang diubah."))
        if n > BATAS:
            st.caption(f"Ditampilkan {BATAS} yang terbaru.")


def settings_of(log: pd.DataFrame) -> pd.DataFrame:
    """The entries of the log that are settings."""
    return log[log["jenis"].isin(list(KATA_PERISTIWA))].reset_index(drop=True)


def in_words(text: object) -> str:
    """An entry with its dates and quarters as screens write them.

    Examples:
        >>> in_words("bps → Perbup 12 sejak TW 2 2026, 2026-03-02")
        'bps → Perbup 12 sejak TW II 2026, 2 Mar 2026'
    """
    if not isinstance(text, str):
        return "–"
    told = _TRIWULAN.sub(lambda found: f"TW {ROMAWI[int(found[1]) - 1]}", text)
    return _HARI.sub(lambda found: format_tanggal(date.fromisoformat(found[1])), told)
