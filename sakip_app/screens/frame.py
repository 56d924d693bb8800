"""The frame around every page: style, quarter rail, and the selectors that outlive a change of page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.access import guard
from sakip_app.screens.context import (
    ROMAWI,
    UKURAN,
    Instansi,
    current_instansi,
    engine,
    list_tahun,
    list_unit,
    look_at,
)
from sakip_app.screens.measured import year_of

STATIC = Path(__file__).parents[2] / "static"
BERSELEKTOR = ("ringkasan", "unit", "indikator", "")
BERUNIT = ("unit", "indikator")
KATA_TRIWULAN = {romawi: f"TW {romawi}" for romawi in ROMAWI}
KATA_UKURAN = {"triwulan": "Target triwulan", "tahun": "Target tahun"}


@st.cache_resource(show_spinner=False)
def _style() -> str:
    return f"<style>{(STATIC / 'gaya.css').read_text('utf-8')}</style>"


def draw(url_path: str) -> None:
    """Style, rail and selectors; leaves ``tahun``, ``tw``, ``ukuran`` and ``unit`` in the session and the address."""
    st.html(_style())
    st.logo(str(STATIC / "logo.svg"), size="medium")
    instansi = current_instansi()
    if instansi is None or url_path not in BERSELEKTOR:
        return
    versi = store.data_version(engine())
    years = [str(tahun) for tahun in list_tahun(instansi.kode, versi)]
    if not years:
        return
    with st.container(key="saring", horizontal=True, vertical_alignment="center"):
        if url_path in BERUNIT:
            _choose_unit(instansi, int(years[-1]), versi)
        tahun = _segments("Tahun", years, "tahun", default=years[-1])
        last = year_of(instansi, int(tahun), versi, guard().cakupan).terakhir
        triwulan = _segments("Triwulan", ROMAWI, "tw", default=ROMAWI[max(last, 1) - 1], words=KATA_TRIWULAN)
        ukuran = _segments("Dibandingkan dengan", UKURAN, "ukuran", default=UKURAN[0], words=KATA_UKURAN)
    look_at(int(tahun), ROMAWI.index(triwulan) + 1, ukuran)


def _segments(
    label: str, options: Sequence[str], key: str, *, default: str, words: Mapping[str, str] | None = None
) -> str:
    """A segmented control whose value always stands in the address, also when it is the default.

    A link that left the default out would show another quarter once the default has moved on.
    """
    if key not in st.session_state and st.query_params.get(key) not in options:
        st.session_state[key] = default
    chosen = st.segmented_control(
        label,
        options,
        format_func=lambda option: (words or {}).get(option, option),
        required=True,
        key=key,
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen or default


def _choose_unit(instansi: Instansi, tahun: int, versi: int) -> None:
    names: pd.Series = list_unit(instansi.kode, tahun, versi)["nama"]
    st.selectbox(
        "Unit",
        list(names.index),
        format_func=lambda kode: str(names.get(kode, kode)),
        key="unit",
        bind="query-params",
        label_visibility="collapsed",
        width=320,
    )
