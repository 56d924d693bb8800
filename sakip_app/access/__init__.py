"""Who is asking and what they may do: one door for every page.

Today everybody who reaches the server (bound to this machine alone) is let in as ``TAMU``; names, roles and the
units a person may see are decided in ``_identify`` and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from starlette.requests import HTTPConnection

_KEY = "pelaku"


@dataclass(frozen=True, slots=True)
class Pelaku:
    """A person at the screen; ``cakupan`` names the rows they may see and is part of every cache key."""

    nama: str
    peran: str
    cakupan: str


TAMU = Pelaku(nama="Tamu", peran="perencana", cakupan="semua unit")


def admit() -> Pelaku:
    """Let the person in; called by the router before any page runs."""
    pelaku = _identify()
    st.session_state[_KEY] = pelaku
    return pelaku


def guard() -> Pelaku:
    """First line of every page: who is asking, or nothing at all is drawn.

    A page script can be run without the router; then nobody was let in and the script ends here.
    """
    pelaku = st.session_state.get(_KEY)
    if not isinstance(pelaku, Pelaku):
        st.error("Halaman ini dibuka tanpa melalui pintu masuk. Buka alamat aplikasi dari halaman awal.")
        st.stop()
    return pelaku


def admit_request(request: HTTPConnection) -> Pelaku:
    """Who makes a plain HTTP request: first line of every route that is no page of Streamlit's."""
    return _identify()


def _identify() -> Pelaku:
    return TAMU
