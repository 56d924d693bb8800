"""Pengaturan › Skala: words that stand where a number is expected, and what indicators leave open."""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.markup.settings import galat_isian
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import engine, list_tahun
from sakip_app.screens.settings import Latar, edition, keep
from sakip_app.screens.settings_open import draw as draw_open
from sakip_app.screens.settings_open import words_without_scale
from sakip_app.text.numbers import MINUS, format_batas
from sakip_app.text.words import bilangan, bilangan_awal
from sakip_metrics import SKALA_BAKU

BARU = "+ skala baru"
DASAR = {
    "opini-bpk": "TMP, TW, WDP, WTP: data induk Pringsewu (praktik)",
    "akip": "D sampai AA: data induk Pringsewu (praktik)",
    "ya-tidak": "Ya atau tepat waktu berarti tercapai (lazim)",
}
_ANGKA = re.compile(r"[-−]?\d{1,6}(,\d{1,4})?", re.ASCII)


def draw(latar: Latar) -> None:
    """The whole section."""
    scales = store.list_skala(engine(), latar.instansi.kode)
    years = list_tahun(latar.instansi.kode, latar.versi)
    waiting = len(words_without_scale(latar, years[-1], scales)) if years else 0
    st.html(judul(_headline(waiting, len(scales))))
    with st.container(key="seksi_skala"):
        st.html(
            seksi(
                "Skala yang dikenal", "Perbandingan peringkat adalah kesepakatan: BB terhadap A bernilai 5 dari 6."
            )
        )
        st.html(_table(scales))
    with st.container(key="seksi_skala_baru"):
        _form(latar, scales)
    if years:
        draw_open(latar, years, scales)


def _headline(waiting: int, n: int) -> str:
    if waiting:
        return f"{bilangan_awal(waiting)} indikator bertarget kata menunggu skala."
    return f"{bilangan_awal(n)} skala dikenal; tidak ada target kata yang menunggu."


def _table(scales: Mapping[str, Mapping[str, float]]) -> str:
    rows = []
    for nama, words in scales.items():
        ordered = sorted(words.items(), key=lambda pair: (pair[1], pair[0]))
        preset = SKALA_BAKU.get(nama)
        origin = "milik instansi" if preset is None else "bawaan (contoh)"
        if preset is not None and len(words) > len(preset):
            origin = "bawaan, ditambah instansi"
        rows.append(
            (dua_baris(nama, DASAR.get(nama)), " · ".join(f"{w} {format_batas(r)}" for w, r in ordered), origin)
        )
    return tabel([Kolom("Skala", lebar="32%"), Kolom("Kata dan nilainya"), Kolom("Asal", lebar="18%")], rows)


def _form(latar: Latar, scales: Mapping[str, Mapping[str, float]]) -> None:
    st.html(
        seksi(
            "Tambah skala atau kata",
            "Satu kata per baris dari yang terendah. Nilainya 1, 2, 3 …, atau tulis sendiri: Baik = 3.",
        )
    )
    name_box, word_box = st.columns([2, 3], gap="large")
    with name_box:
        chosen = st.selectbox("Skala", [BARU, *scales], key=f"skala_{edition()}")
        nama = chosen
        if chosen == BARU:
            nama = st.text_input(
                "Nama skala", placeholder="mutu-layanan", key=f"skala_nama_{edition()}", max_chars=40
            )
    key = f"skala_kata_{edition()}_{chosen}"
    if key not in st.session_state:
        st.session_state[key] = written(scales.get(chosen, {}))
    text = word_box.text_area("Kata", key=key, height=160, placeholder="Kurang\nCukup\nBaik\nSangat baik")
    words, wrong = parse(text or "")
    if text and wrong:
        word_box.html(galat_isian(wrong))
    if st.button("Simpan skala", key="simpan_skala", disabled=bool(wrong) or not (nama or "").strip()):
        keep(
            lambda: store.set_skala(engine(), latar.instansi.kode, nama or "", words, pelaku=latar.pelaku.nama),
            f"Skala {(nama or '').strip()} tersimpan: {bilangan(len(words))} kata.",
        )


def written(words: Mapping[str, float]) -> str:
    """A scale as its field shows it."""
    ordered = sorted(words.items(), key=lambda pair: (pair[1], pair[0]))
    return "\n".join(f"{word} = {format_batas(rank)}" for word, rank in ordered)


def parse(text: str) -> tuple[dict[str, float], str]:
    r"""The words and ranks of a field, or what is wrong with it.

    Examples:
        >>> parse("Kurang\nBaik")
        ({'Kurang': 1.0, 'Baik': 2.0}, '')
        >>> parse("Kurang = 0\nBaik = 2,5")[0]["Baik"]
        2.5
    """
    words: dict[str, float] = {}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        word, equals, value = (part.strip() for part in line.rpartition("="))
        if not equals:
            word, value = line, str(len(words) + 1)
        if not word:
            return {}, f"“{line}” belum berisi kata."
        if not _ANGKA.fullmatch(value):
            return {}, f"Nilai {word} bukan angka: “{value}”."
        if word.casefold() in {known.casefold() for known in words}:
            return {}, f"Kata {word} ditulis dua kali."
        words[word] = float(value.replace(MINUS, "-").replace(",", "."))
        if words[word] < 0:
            return {}, f"Nilai {word} tidak boleh negatif."
    return (words, "") if len(words) > 1 else ({}, "Tulis sedikitnya dua kata.")
