"""What is being looked at: which body, year and quarter, under which rule. Chosen once, in the frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import sqlalchemy as sa
import streamlit as st

from sakip_app import store
from sakip_app.access import Pelaku, guard
from sakip_app.store import AturanDipakai, aturan_pada
from sakip_app.text.words import tw
from sakip_metrics import Aturan

ROMAWI = ("I", "II", "III", "IV")
UKURAN = ("triwulan", "tahun")


@dataclass(frozen=True, slots=True)
class Instansi:
    """The body in view; ``contoh`` marks fictional data.

    ``aturan`` is the rule in force in the quarter in view, the newest where no quarter is looked at;
    ``dipakai`` are all of them, for a past quarter keeps its own.
    """

    kode: str
    nama: str
    jenis: str
    contoh: bool
    aturan: Aturan
    dipakai: tuple[AturanDipakai, ...]

    @property
    def sebutan(self) -> str:
        """What its units are called."""
        return "satker" if self.jenis == "kpu" else "OPD"

    def pada(self, tahun: int, triwulan: int) -> Aturan:
        """The rule in force in one quarter."""
        return aturan_pada(self.dipakai, tahun, triwulan)


@dataclass(frozen=True, slots=True)
class Konteks:
    """Everything a screen needs to know before it reads: hashable, so it is the key of every cache."""

    instansi: Instansi
    tahun: int
    triwulan: int
    ukuran: str
    versi: int
    pelaku: Pelaku

    @property
    def aturan_lain(self) -> str:
        """Which earlier quarters of the year in view were judged under another rule, in words; empty for none."""
        others: dict[str, list[str]] = {}
        for quarter in range(1, self.triwulan):
            rule = self.instansi.pada(self.tahun, quarter)
            if rule != self.instansi.aturan:
                others.setdefault(sebutan_aturan(rule), []).append(tw(quarter))
        return "; ".join(f"{', '.join(quarters)} menurut {name}" for name, quarters in others.items())


def _seen(k: Konteks) -> str:
    return repr((k.instansi.kode, k.tahun, k.triwulan, k.ukuran, k.versi, k.pelaku))


TERTULIS: dict[str | type, Callable[[Any], Any]] = {Konteks: _seen, Instansi: lambda instansi: instansi.kode}
"""How a cache tells these apart. A body's name and rules follow from its code and the version of the data, which
stands beside it; Streamlit's own walk through every field of every rule takes half a millisecond a call, a dozen
times a press."""


@st.cache_resource(show_spinner=False)
def engine() -> sa.Engine:
    """The store, opened and migrated once a process."""
    return store.open_store()


def list_instansi() -> pd.DataFrame:
    """The bodies kept in the store."""
    return _list_instansi(store.data_version(engine()))


@st.cache_resource(max_entries=4, show_spinner=False)
def _list_instansi(versi: int) -> pd.DataFrame:
    known = store.list_instansi(engine())
    return known.sort_values(["contoh", "nama"], key=lambda column: column.astype("str").str.casefold())


@st.cache_resource(max_entries=8, show_spinner=False)
def list_tahun(kode_instansi: str, versi: int) -> list[int]:
    """The years the body has data for."""
    return store.list_tahun(engine(), kode_instansi)


@st.cache_resource(max_entries=64, show_spinner=False)
def list_unit(kode_instansi: str, tahun: int, versi: int, triwulan: int | None = None) -> pd.DataFrame:
    """The units of the body in official order, indexed by ``kode_unit``: of the year, or on the quarter's last day."""
    return store.list_unit(engine(), kode_instansi, tahun, triwulan).set_index("kode_unit")


@st.cache_resource(max_entries=32, show_spinner=False)
def _instansi(kode: str, versi: int) -> Instansi:
    row = _list_instansi(versi).set_index("kode").loc[kode]
    dipakai = tuple(store.list_aturan(engine(), kode))
    nama, jenis, contoh = str(row["nama"]), str(row["jenis"]), bool(row["contoh"])
    return Instansi(kode, nama, jenis, contoh, dipakai[-1].aturan, dipakai)


def current_instansi() -> Instansi | None:
    """The body in view: the one chosen, else the one named in the address, else the first; ``None`` without any."""
    known = list(list_instansi()["kode"])
    if not known:
        return None
    asked = (st.session_state.get("instansi"), st.query_params.get("instansi"))
    kode = next((kode for kode in asked if kode in known), known[0])
    return _instansi(str(kode), store.data_version(engine()))


def sebutan_aturan(aturan: Aturan) -> str:
    """A rule as every screen names it; one that no decree adopted says that it is an example."""
    return f"{aturan.nama}{' (contoh)' if aturan.contoh else ''}"


def look_at(tahun: int, triwulan: int, ukuran: str) -> None:
    """Remember what the frame's selectors say, for the page that is about to run."""
    st.session_state["dilihat"] = (tahun, triwulan, ukuran)


def current() -> Konteks | None:
    """What is being looked at; ``None`` where there is nothing to look at yet."""
    instansi = current_instansi()
    if instansi is None or "dilihat" not in st.session_state:
        return None
    tahun, triwulan, ukuran = st.session_state["dilihat"]
    return _konteks(instansi, tahun, triwulan, ukuran, guard())


def konteks_of(kode_instansi: str, tahun: int, triwulan: int, pelaku: Pelaku, ukuran: str = UKURAN[0]) -> Konteks:
    """What a command looks at, where nobody chose it on a screen.

    Raises:
        KeyError: if the store holds no such body.
    """
    return _konteks(_instansi(kode_instansi, store.data_version(engine())), tahun, triwulan, ukuran, pelaku)


def _konteks(instansi: Instansi, tahun: int, triwulan: int, ukuran: str, pelaku: Pelaku) -> Konteks:
    instansi = replace(instansi, aturan=instansi.pada(tahun, triwulan))
    return Konteks(instansi, tahun, triwulan, ukuran, store.data_version(engine()), pelaku)
