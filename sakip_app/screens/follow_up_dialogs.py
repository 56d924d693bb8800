"""The dialogs of a follow-up: what became of it, taking it back, and one that was decided outside a meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.markup.kept import pesan_galat
from sakip_app.markup.safe import isi
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.measured import year
from sakip_app.screens.opened import close_dialog, field, open_dialog, opened, still_open, turn
from sakip_app.screens.withdrawing import SIBUK, withdraw_with_reason
from sakip_app.snapshot.follow_up import KEADAAN, TindakLanjut
from sakip_app.store import SimpanDitolakError
from sakip_app.text.dates import format_tanggal
from sakip_app.text.words import awal_besar, kata_status, tw

_UPDATE, _WITHDRAW, _ADD = "janji_perbarui", "janji_tarik", "janji_baru"


def open_update(number: int) -> None:
    """Open the dialog that says more of a follow-up."""
    _open(_UPDATE, number)


def open_withdraw(number: int) -> None:
    """Open the dialog that takes one back."""
    _open(_WITHDRAW, number)


def open_add(kode_unit: str) -> None:
    """Open the dialog for a new one of this unit."""
    _open(_ADD, kode_unit)


def _open(name: str, what: int | str) -> None:
    """With a uid of its own: whatever is pressed in it, however often, is stored once."""
    _close()
    open_dialog(name, what)
    st.session_state[f"{name}_uid"] = uuid4().hex


def _uid(name: str) -> str:
    return str(st.session_state[f"{name}_uid"])


def _close() -> None:
    for name in (_UPDATE, _WITHDRAW, _ADD):
        close_dialog(name)


def draw(k: Konteks, kode_unit: str, semua: Sequence[TindakLanjut], pelaku: Pelaku) -> None:
    """The dialog that stands open, if one does."""
    if opened(_ADD) == kode_unit:
        _add(k, kode_unit, pelaku)
    updated, withdrawn = opened(_UPDATE), opened(_WITHDRAW)
    for satu in semua:
        if satu.id == updated:
            _update(satu, pelaku)
        elif satu.id == withdrawn:
            _withdraw(satu, pelaku)


@st.dialog("Perbarui tindak lanjut", width="medium", on_dismiss=_close)
def _update(satu: TindakLanjut, pelaku: Pelaku) -> None:
    n = turn(_UPDATE)
    st.html(f'<p class="sk-dialog-judul"><b>{isi(satu.apa)}</b><br>{isi(satu.penanggung_jawab)}</p>')
    keadaan = st.segmented_control(
        "Keadaan",
        list(KEADAAN),
        default=satu.keadaan,
        format_func=lambda kata: awal_besar(kata_status(kata)),
        required=True,
        key=f"janji_keadaan_{n}",
    )
    catatan = st.text_area(
        "Kabar terbaru",
        max_chars=2000,
        height=80,
        key=field(_UPDATE),
        placeholder="Kontrak sudah ditandatangani, …",
    )
    bukti = st.text_input(
        "Bukti",
        max_chars=2000,
        key=f"janji_bukti_{n}",
        placeholder="https://… atau keterangannya",
        autocomplete="off",
    )
    tenggat = st.date_input(
        "Tenggat", value=satu.tenggat, format="DD/MM/YYYY", key=f"janji_tenggat_{n}", width=200
    )
    _buttons(
        _UPDATE,
        satu.id,
        "Simpan",
        "Tindak lanjut diperbarui.",
        lambda: store.add_langkah(
            engine(),
            satu.id,
            uid=_uid(_UPDATE),
            keadaan=keadaan if keadaan != satu.keadaan else None,
            catatan=catatan,
            bukti=bukti,
            tenggat=tenggat if tenggat != satu.tenggat else None,
            pelaku=pelaku.nama,
        ),
    )


@st.dialog("Tarik tindak lanjut", on_dismiss=_close)
def _withdraw(satu: TindakLanjut, pelaku: Pelaku) -> None:
    due = f", tenggat {format_tanggal(satu.tenggat)}" if satu.tenggat else ""
    st.html(
        f'<p class="sk-dialog-judul"><b>{isi(satu.apa)}</b><br>{isi(satu.penanggung_jawab)}{due}. '
        "Tetap tercatat sebagai tindak lanjut yang ditarik.</p>"
    )
    withdraw_with_reason(
        _WITHDRAW,
        satu.id,
        "tindak lanjut",
        lambda alasan: store.withdraw_tindak_lanjut(
            engine(), satu.id, uid=_uid(_WITHDRAW), alasan=alasan, pelaku=pelaku.nama
        ),
    )


@st.dialog("Tambah tindak lanjut", width="medium", on_dismiss=_close)
def _add(k: Konteks, kode_unit: str, pelaku: Pelaku) -> None:
    n = turn(_ADD)
    st.html(
        f'<p class="sk-dialog-judul">Untuk yang diputuskan di luar rapat; dicatat pada {tw(k.triwulan)} {k.tahun}.</p>'
    )
    apa = st.text_area("Apa yang dilakukan", max_chars=500, height=80, key=field(_ADD))
    rows = year(k).indikator
    rows = rows[rows["kode_unit"] == kode_unit]
    names = {str(kode): str(uraian) for kode, uraian in zip(rows["kode_indikator"], rows["uraian"], strict=True)}
    indikator = st.selectbox(
        "Tentang indikator",
        list(names),
        index=None,
        format_func=lambda kode: names.get(kode, kode),
        placeholder="Seluruh unit",
        key=f"janji_indikator_{n}",
    )
    with st.container(key="baris_janji", horizontal=True):
        siapa = st.text_input("Penanggung jawab", max_chars=200, key=f"janji_siapa_{n}", autocomplete="off")
        tenggat = st.date_input(
            "Tenggat", value=None, format="DD/MM/YYYY", key=f"janji_tenggat_baru_{n}", width=200
        )
    ukuran = st.text_input(
        "Ukuran berhasil",
        max_chars=500,
        key=f"janji_ukuran_{n}",
        placeholder="Boleh kosong",
        autocomplete="off",
    )
    _buttons(
        _ADD,
        kode_unit,
        "Simpan tindak lanjut",
        "Tindak lanjut dicatat.",
        lambda: store.add_tindak_lanjut(
            engine(),
            k.instansi.kode,
            uid=_uid(_ADD),
            apa=apa,
            penanggung_jawab=siapa,
            tenggat=tenggat,
            tahun=k.tahun,
            triwulan=k.triwulan,
            kode_unit=kode_unit,
            kode_indikator=indikator,
            ukuran_berhasil=ukuran,
            pelaku=pelaku.nama,
        ),
    )


def _buttons(name: str, what: int | str, label: str, done: str, write: Callable[[], object]) -> None:
    """Save or leave; a refusal of the store is shown where it was typed, and nothing of what was typed is lost."""
    place = st.empty()
    n = turn(name)
    with st.container(key=f"tombol_{name}", horizontal=True):
        save = st.button(label, type="primary", key=f"{name}_simpan_{n}")
        if st.button("Batal", key=f"{name}_batal_{n}"):
            _close()
            st.rerun()
    if not save:
        return
    if not still_open(name, what):
        st.rerun()
    try:
        write()
    except SimpanDitolakError as refusal:
        place.html(pesan_galat(refusal.pesan, refusal.saran))
        return
    except OperationalError:
        place.html(pesan_galat(*SIBUK))
        return
    _close()
    st.toast(done)
    st.rerun()
