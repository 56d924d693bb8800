"""The end of every dialog that takes something back: a required reason, one press, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app.markup.kept import pesan_galat
from sakip_app.screens.opened import close_dialog, field, still_open
from sakip_app.store import SimpanDitolakError

SIBUK = ("Penyimpanan sedang dipakai; belum ada yang berubah.", "Tunggu sebentar, lalu tekan lagi.")


def withdraw_with_reason(name: str, number: int, what: str, withdraw: Callable[[str], None]) -> None:
    """Ask for the reason and take it back; closes the dialog when it is done, and only then.

    Args:
        name: of the dialog.
        number: what it stands open over.
        what: the thing in one word, as the button and the message name it ("berkas").
        withdraw: takes the reason; a refusal of the store is shown where it was typed.
    """
    alasan = st.text_area("Alasan", max_chars=500, height=80, key=field(name))
    place = st.empty()
    with st.container(key=f"tombol_tarik_{what}", horizontal=True):
        pressed = st.button(f"Tarik {what} ini", type="primary", key=f"tarik_{what}_simpan_{number}")
        if st.button("Batal", key=f"tarik_{what}_batal_{number}"):
            close_dialog(name)
            st.rerun()
    if not pressed:
        return
    if not still_open(name, number):
        st.rerun()
    try:
        withdraw(alasan)
    except SimpanDitolakError as refusal:
        place.html(pesan_galat(refusal.pesan, refusal.saran))
        return
    except OperationalError:
        place.html(pesan_galat(*SIBUK))
        return
    close_dialog(name)
    st.toast(f"{what.capitalize()} ditarik.")
    st.rerun()
