"""Pengaturan, the part its sections share: which section is open, what was just kept, keeping something."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app.access import Pelaku
from sakip_app.markup.settings import kabar
from sakip_app.screens.context import Instansi
from sakip_app.screens.frame import remember, write_address
from sakip_app.store import SimpanDitolakError

BAGIAN: Mapping[str, str] = {
    "instansi": "Instansi",
    "unit": "Unit",
    "perjanjian": "Perjanjian",
    "periode": "Periode",
    "aturan": "Aturan",
    "skala": "Skala",
    "bentuk": "Bentuk berkas",
    "riwayat": "Riwayat",
}
_TOLD, _EDITION = "pengaturan_kabar", "pengaturan_edisi"


class Latar(NamedTuple):
    """What every section is given: the body, who is at the screen, and the version of the data."""

    instansi: Instansi
    pelaku: Pelaku
    versi: int


def choose(key: str, label: str, options: Mapping[str, str]) -> str:
    """A choice that stands in the address, so that it can be sent as a link."""
    first = next(iter(options))
    remember(key, options, first)
    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda word: options[word],
        required=True,
        key=key,
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )
    write_address(**{key: chosen or first})
    return chosen or first


def forget_choice(key: str) -> None:
    """Take a choice out of the address where its section is not shown."""
    if key in st.query_params:
        del st.query_params[key]


def edition() -> int:
    """Part of the key of every field: what was kept empties them all."""
    return int(st.session_state.get(_EDITION, 0))


def keep(action: Callable[[], object], said: str) -> None:
    """Do it, and begin anew with the news of it; where the store refuses, say why and leave the fields alone."""
    try:
        action()
    except SimpanDitolakError as refusal:
        refuse(f"{refusal.pesan} {refusal.saran}")
        return
    except OperationalError:
        refuse(
            "Penyimpanan sedang dipakai atau tidak dapat ditulis; tidak ada yang disimpan. Tunggu, lalu ulangi."
        )
        return
    st.session_state[_TOLD] = said
    st.session_state[_EDITION] = edition() + 1
    st.rerun()


def refuse(text: str) -> None:
    """Why nothing was kept."""
    st.error(plain(text))


def news() -> None:
    """What was kept by the press before this run."""
    told = st.session_state.pop(_TOLD, None)
    if told:
        st.html(kabar(told))


def plain(text: str) -> str:
    """Text that somebody typed as Markdown shows it letter by letter."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$:])", r"\\\1", text)
