"""What is being looked at: which body, year and quarter, under which rule. Chosen once, in the frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import sqlalchemy as sa
import streamlit as st

from sakip_app import store
from sakip_app.access import Pelaku, guard
from sakip_metrics import ATURAN_BAKU, Aturan

ROMAWI = ("I", "II", "III", "IV")
UKURAN = ("triwulan", "tahun")


@dataclass(frozen=True, slots=True)
class Instansi:
    """The body in view; ``contoh`` marks fictional data."""

    kode: str
    nama: str
    contoh: bool
    aturan: Aturan

    @property
    def sebutan(self) -> str:
        """What its units are called."""
        return "satker" if self.nama.startswith("KPU") else "OPD"


@dataclass(frozen=True, slots=True)
class Konteks:
    """Everything a screen needs to know before it reads: hashable, so it is the key of every cache."""

    instansi: Instansi
    tahun: int
    triwulan: int
    ukuran: str
    versi: int
    pelaku: Pelaku


TERTULIS: dict[str | type, Callable[[Any], Any]] = {Konteks: repr, Instansi: repr}
"""How a cache tells these apart: by all they say, written out. Streamlit's own walk through every field of the rule
takes half a millisecond a call, a dozen times a press."""


@st.cache_resource(show_spinner=False)
def engine() -> sa.Engine:
    """The store, opened and migrated once a process."""
    return store.open_store()


def list_instansi() -> pd.DataFrame:
    """The bodies kept in the store."""
    return _list_instansi(store.data_version(engine()))


@st.cache_resource(max_entries=4, show_spinner=False)
def _list_instansi(versi: int) -> pd.DataFrame:
    return store.list_instansi(engine())


@st.cache_resource(max_entries=8, show_spinner=False)
def list_tahun(kode_instansi: str, versi: int) -> list[int]:
    """The years the body has data for."""
    return store.list_tahun(engine(), kode_instansi)


@st.cache_resource(max_entries=32, show_spinner=False)
def list_unit(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    """The units of the body, in official order, indexed by ``kode_unit``."""
    return store.list_unit(engine(), kode_instansi, tahun).set_index("kode_unit")


def current_instansi() -> Instansi | None:
    """The body in view: the only one, or the one named in the address; ``None`` in an empty store."""
    known = list_instansi()
    if known.empty:
        return None
    wanted = st.query_params.get("instansi")
    row = known[known["kode"] == wanted].iloc[0] if wanted in set(known["kode"]) else known.iloc[0]
    aturan = ATURAN_BAKU.get(str(row["aturan"]), ATURAN_BAKU["lima-peringkat"])
    return Instansi(str(row["kode"]), str(row["nama"]), bool(row["contoh"]), aturan)


def look_at(tahun: int, triwulan: int, ukuran: str) -> None:
    """Remember what the frame's selectors say, for the page that is about to run."""
    st.session_state["dilihat"] = (tahun, triwulan, ukuran)


def current() -> Konteks | None:
    """What is being looked at; ``None`` where there is nothing to look at yet."""
    instansi = current_instansi()
    if instansi is None or "dilihat" not in st.session_state:
        return None
    tahun, triwulan, ukuran = st.session_state["dilihat"]
    return Konteks(instansi, tahun, triwulan, ukuran, store.data_version(engine()), guard())
