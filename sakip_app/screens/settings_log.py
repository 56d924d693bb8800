"""Pengaturan › Riwayat: who changed which setting when, in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import engine
from sakip_app.screens.settings import Latar
from sakip_app.text.dates import format_tanggal, format_waktu
from sakip_app.text.words import ROMAWI, bilangan_awal, gabung

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
    "profil_disimpan": "Jawaban tentang bentuk berkas disimpan",
    "profil_dilupakan": "Jawaban tentang bentuk berkas dilupakan",
}
"""What is a setting in the log, and how it is called; uploads, snapshots and follow-ups have a history
of their own."""
BATAS = 100
TERSEBUT = 5
TERBACA = 1000
_HARI = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_TRIWULAN = re.compile(r"\bTW ([1-4])\b")


def draw(latar: Latar) -> None:
    """The whole section."""
    # Asked for by kind: uploads and what meetings decide are many more, and would push the settings out of sight.
    log = store.list_peristiwa(engine(), latar.instansi.kode, jenis=list(KATA_PERISTIWA), batas=TERBACA)
    rows = settings_of(log)
    last = f"Pengaturan terakhir diubah {format_waktu(rows[0].waktu)}." if rows else "Belum ada pengaturan."
    st.html(judul(last))
    with st.container(key="seksi_riwayat"):
        told = f"{bilangan_awal(len(rows))} kali, yang terbaru lebih dulu. Tidak ada yang dihapus."
        st.html(seksi("Siapa mengubah apa", told))
        lines = [
            (dua_baris(format_waktu(row.waktu), row.pelaku), dua_baris(row.kata, gabung(row.isi, maks=TERSEBUT)))
            for row in rows[:BATAS]
        ]
        heads = [Kolom("Waktu dan pelaku", lebar="30%"), Kolom("Yang diubah")]
        st.html(tabel(heads, lines, kosong="Belum ada yang diubah."))
        if len(rows) > BATAS:
            st.caption(f"Ditampilkan {BATAS} yang terbaru.")


class Perubahan(NamedTuple):
    """What one person changed in one moment: entries of one kind are one change, for a list is kept at once."""

    waktu: datetime
    pelaku: str
    kata: str
    isi: list[str]


def settings_of(log: pd.DataFrame) -> list[Perubahan]:
    """The changes of settings in the log, newest first; within one change in the order in which they were made."""
    known = log[log["jenis"].isin(list(KATA_PERISTIWA))]
    kept = [(row["waktu"], row["pelaku"], row["jenis"], row["keterangan"]) for row in known.to_dict("records")]
    result = []
    for (waktu, pelaku, jenis), entries in groupby(kept, key=lambda entry: entry[:3]):
        told = [in_words(entry[3]) for entry in entries][::-1]
        if jenis == "pernyataan":  # it names the properties as the database does
            told = [one.replace("kode_pk", "PK").replace("_", " ") for one in told]
        count = f" ({len(told)})" if len(told) > 1 else ""
        result.append(Perubahan(waktu, pelaku, f"{KATA_PERISTIWA[jenis]}{count}", told))
    return result


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
