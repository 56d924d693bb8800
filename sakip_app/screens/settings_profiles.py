"""Pengaturan › Bentuk berkas: what was answered about the forms of the units, who did, changing it, asking anew."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, kosong, seksi
from sakip_app.markup.kept import butir
from sakip_app.screens.context import engine
from sakip_app.screens.opened import close_dialog, field, open_dialog, opened, turn
from sakip_app.screens.settings import Latar, keep, plain
from sakip_app.screens.upload_roles import (
    CARA_ISI,
    KATA_CARA_ISI,
    KATA_PERSEN,
    PERSEN,
    answers_in_words,
    choices,
    role_name,
)
from sakip_app.store import Profil, ProfilBaru
from sakip_app.text.dates import format_waktu
from sakip_app.text.words import bilangan, bilangan_awal
from sakip_app.workbook.package import column_number
from sakip_app.workbook.result import Jawaban

TANYAKAN = "tanyakan lagi"
DIALOG = "profil_terbuka"


def draw(latar: Latar) -> None:
    """The whole section."""
    kept = store.list_profiles(engine(), latar.instansi.kode)
    if not kept:
        st.html(judul("Belum ada jawaban yang diingat."))
        st.html(
            kosong(
                "Jawaban diingat saat berkas disimpan di Unggah.",
                "Bila lembar menyisakan pertanyaan (kolom mana berisi apa, triwulan berapa, 0,6 berarti 60\u00a0% atau "
                "0,6\u00a0%), jawabannya dipakai lagi untuk berkas unit itu yang sebentuk.",
            )
        )
        return
    names = store.list_unit(engine(), latar.instansi.kode).set_index("kode_unit")["nama"]
    st.html(judul(f"{bilangan_awal(len(kept))} bentuk berkas diingat jawabannya."))
    with st.container(key="seksi_bentuk"):
        st.html(
            seksi(
                "Jawaban yang diingat",
                "Dipakai untuk berkas berikutnya dari unit dan bentuk yang sama; tahun dan triwulan ditanyakan lagi.",
            )
        )
        for profil in kept:
            _line(latar, profil, str(names.get(profil.kode_unit, profil.kode_unit)))
    which = opened(DIALOG)
    for profil in kept:
        if profil.id == which:
            _change(latar, profil, str(names.get(profil.kode_unit, profil.kode_unit)))


def _line(latar: Latar, profil: Profil, unit: str) -> None:
    if profil.jawaban is None:
        return
    n = len(store.list_versions(engine(), latar.instansi.kode, profil.kode_unit, profil.sidik)) - 1
    before = f" · {bilangan(n)} jawaban sebelumnya tersimpan" if n else ""
    who = f"{profil.pelaku}, {format_waktu(profil.waktu)}{before}"
    words = "; ".join(answers_in_words(profil.jawaban, profil.judul))
    with st.container(key=f"butir_profil_{profil.id}", horizontal=True, vertical_alignment="center"):
        st.html(butir(f"{unit} · {profil.bentuk}", f"{words[:1].upper()}{words[1:]}. {who}"))
        st.button("Ubah …", key=f"ubah_profil_{profil.id}", on_click=open_dialog, args=(DIALOG, profil.id))
        if st.button("Lupakan", key=f"lupakan_profil_{profil.id}"):
            keep(
                lambda: store.forget_profile(
                    engine(), latar.instansi.kode, profil.kode_unit, profil.sidik, pelaku=latar.pelaku.nama
                ),
                f"Jawaban {unit} dilupakan; berkas berikutnya ditanyakan dari awal.",
            )


@st.dialog("Ubah jawaban yang diingat", on_dismiss=lambda: close_dialog(DIALOG))
def _change(latar: Latar, profil: Profil, unit: str) -> None:
    """The answers as they stand, each to be changed or asked about anew."""
    said = profil.jawaban or Jawaban()
    st.markdown(f"{plain(unit)} · {plain(profil.bentuk)}")
    key = f"{profil.id}_{turn(DIALOG)}"
    cara_isi = st.selectbox(
        "Angka realisasi di tiap triwulan",
        [TANYAKAN, *KATA_CARA_ISI],
        index=[TANYAKAN, *KATA_CARA_ISI].index(said.cara_isi or TANYAKAN),
        format_func=lambda word: KATA_CARA_ISI[word][0] if word in KATA_CARA_ISI else word,
        key=field(DIALOG),
    )
    persen = st.selectbox(
        "Angka 0,6 pada satuan persen berarti",
        [TANYAKAN, *KATA_PERSEN],
        index=[TANYAKAN, *KATA_PERSEN].index(said.persen or TANYAKAN),
        format_func=lambda word: KATA_PERSEN.get(word, word),
        key=f"profil_persen_{key}",
    )
    kolom = {}
    for letter, role in sorted(said.kolom.items(), key=lambda pair: column_number(pair[0])):
        options = [TANYAKAN, *choices((), role)]
        title = profil.judul.get(letter, "")
        kolom[letter] = st.selectbox(
            f"Kolom {letter}: {plain(title)}" if title else f"Kolom {letter}, tanpa judul",
            options,
            index=options.index(role),
            format_func=lambda word: word if word == TANYAKAN else role_name(word),
            key=f"profil_kolom_{letter}_{key}",
        )
    changed = replace(
        said,
        cara_isi=next((word for word in CARA_ISI if word == cara_isi), None),
        persen=next((word for word in PERSEN if word == persen), None),
        kolom={letter: role for letter, role in kolom.items() if role != TANYAKAN},
    )
    if st.button("Simpan perubahan", type="primary", key="simpan_profil", disabled=changed == said):
        baru = ProfilBaru(profil.sidik, profil.bentuk, changed, profil.judul)
        keep(
            lambda: _save(latar, profil.kode_unit, baru),
            f"Jawaban {unit} diubah; berlaku mulai berkas berikutnya.",
        )


def _save(latar: Latar, kode_unit: str, baru: ProfilBaru) -> None:
    store.set_profile(engine(), latar.instansi.kode, kode_unit, baru, pelaku=latar.pelaku.nama)
    close_dialog(DIALOG)
