"""Pengaturan › Instansi: the body in view, whether its figures need evidence, and another body."""

from __future__ import annotations

import re

import streamlit as st

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.markup.frame import judul, seksi
from sakip_app.screens.context import engine, list_instansi, list_tahun, list_unit, sebutan_aturan
from sakip_app.screens.settings import Latar, edition, keep, refuse
from sakip_app.text.words import bilangan

JENIS = {"pemda": "Pemerintah daerah", "kpu": "KPU"}
NAMA_TERPANJANG = 120


def draw(latar: Latar) -> None:
    """The whole section."""
    instansi = latar.instansi
    years = list_tahun(instansi.kode, latar.versi)
    n = (
        len(list_unit(instansi.kode, years[-1], latar.versi))
        if years
        else len(store.list_unit(engine(), instansi.kode))
    )
    count = f"{bilangan(n)} {instansi.sebutan}" if n else f"belum ada {instansi.sebutan}"
    st.html(judul(f"{instansi.nama}: {count}, aturan {sebutan_aturan(instansi.aturan)}."))
    with st.container(key="seksi_nama"):
        st.html(seksi("Nama", "Tertulis di setiap layar dan laporan."))
        with st.form("nama_instansi", border=False):
            nama = st.text_input(
                "Nama instansi", instansi.nama, max_chars=NAMA_TERPANJANG, key=f"nama_{latar.versi}", width=480
            )
            if st.form_submit_button("Simpan nama"):
                _rename(latar, nama or "")
    with st.container(key="seksi_bukti"):
        _evidence(latar)
    with st.container(key="seksi_instansi_baru"):
        st.html(seksi("Instansi lain", "Datanya terpisah; dipilih di bagian atas layar."))
        another(latar.pelaku, f"lain_{edition()}")


def _rename(latar: Latar, nama: str) -> None:
    if nama.strip() == latar.instansi.nama:
        refuse("Namanya belum diubah.")
        return
    keep(
        lambda: store.rename_instansi(engine(), latar.instansi.kode, nama, pelaku=latar.pelaku.nama),
        "Nama instansi tersimpan.",
    )


def _evidence(latar: Latar) -> None:
    now = store.is_bukti_wajib(engine(), latar.instansi.kode)
    st.html(
        seksi(
            "Bukti wajib" if now else "Bukti tidak wajib",
            "Bila wajib, setiap realisasi perlu berkas atau tautan bukti; yang belum punya ditandai.",
        )
    )
    wanted = st.toggle("Setiap realisasi perlu bukti", value=now, key=f"bukti_wajib_{latar.versi}")
    if wanted != now:
        keep(
            lambda: store.set_bukti_wajib(engine(), latar.instansi.kode, wanted, pelaku=latar.pelaku.nama),
            "Bukti kini wajib." if wanted else "Bukti kini tidak wajib.",
        )


def another(pelaku: Pelaku, key: str) -> None:
    """Name and kind of a new body; it is the one in view afterwards."""
    with st.form(f"instansi_{key}", border=False):
        nama = st.text_input(
            "Nama instansi baru",
            placeholder="Kabupaten Kendal, atau KPU Kota Salatiga",
            max_chars=NAMA_TERPANJANG,
            key=f"instansi_nama_{key}",
            width=480,
        )
        jenis = st.segmented_control(
            "Jenis",
            list(JENIS),
            default="pemda",
            format_func=lambda word: JENIS[word],
            required=True,
            key=f"instansi_jenis_{key}",
        )
        if st.form_submit_button("Tambah instansi"):
            _add(pelaku, (nama or "").strip(), jenis or "pemda")


def _add(pelaku: Pelaku, nama: str, jenis: str) -> None:
    if not nama:
        refuse("Nama instansi itu kosong. Tulis nama resminya.")
        return
    known = list_instansi()
    if nama.casefold() in set(known["nama"].str.casefold()):
        refuse(f"{nama} sudah ada. Pilih di bagian atas layar.")
        return
    kode = _code(nama, set(known["kode"]))

    def action() -> None:
        store.add_instansi(engine(), kode=kode, nama=nama, jenis=jenis, pelaku=pelaku.nama)
        st.query_params["instansi"] = kode  # the frame takes a body named in the address before the one chosen

    keep(action, f"{nama} ditambahkan.")


def _code(nama: str, taken: set[str]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-") or "instansi"
    numbered = (f"{slug}-{n}" for n in range(2, len(taken) + 3))
    return slug if slug not in taken else next(kode for kode in numbered if kode not in taken)
