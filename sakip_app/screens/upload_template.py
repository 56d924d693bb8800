"""Unggah, drawn: the template that is taken home, for one unit or for all units below one."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.access import guard
from sakip_app.markup.frame import seksi
from sakip_app.screens.context import Instansi, engine, list_tahun, list_unit
from sakip_app.screens.measured import year_of
from sakip_app.screens.template import file_name, template
from sakip_app.text.dates import waktu_setempat
from sakip_app.text.words import tw

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEMUA = ""


def offer(instansi: Instansi) -> None:
    """Choose unit, year and quarter; the workbook is made when the button is pressed."""
    versi = store.data_version(engine())
    kept = list_tahun(instansi.kode, versi)
    years = kept or [waktu_setempat(datetime.now(UTC)).year]  # a body that begins has units before it has figures
    if list_unit(instansi.kode, years[-1], versi).empty:
        return
    st.html(
        seksi(
            "Unduh templat",
            "Sudah berisi indikator, target, yang pernah dilaporkan, dan tindak lanjut rapat. "
            "Isi di Excel atau LibreOffice, lalu kirim kembali di bawah.",
        )
    )
    with st.container(key="pilih_templat", horizontal=True, vertical_alignment="bottom"):
        tahun = st.selectbox(
            "Tahun", [*years, years[-1] + 1], index=len(years) - 1, key="templat_tahun", width=110
        )
        units = list_unit(instansi.kode, tahun, versi)
        groups = _groups(units)
        kode = st.selectbox(
            "Untuk",
            [*units.index, *groups],
            index=None,
            format_func=lambda kode: _label(kode, units, groups, instansi),
            placeholder=f"Pilih {instansi.sebutan}",
            key=f"templat_unit_{instansi.kode}",
            width=360,
        )
        last = year_of(instansi, tahun, versi, guard().cakupan).terakhir if tahun in kept else 0
        triwulan = st.selectbox(
            "Yang dilaporkan",
            [1, 2, 3, 4],
            index=min(last, 3),
            format_func=tw,
            key=f"templat_tw_{instansi.kode}_{tahun}",
            width=130,
        )
        chosen = [] if kode is None else groups.get(str(kode), [str(kode)])
        name = "" if kode is None else _label(str(kode), units, groups, instansi)
        st.download_button(
            "Unduh templat",
            data=lambda: template(instansi, tahun, triwulan, chosen),
            file_name=file_name(tahun, triwulan, name.partition(",")[0]),
            mime=XLSX,
            disabled=not chosen,
            on_click="ignore",
            key="unduh_templat",
        )


def _groups(units: pd.DataFrame) -> dict[str, list[str]]:
    """Units that have others below them, each with all of these and itself; and all units together."""
    below: dict[str, list[str]] = {}
    parent = units["kode_induk"]
    for kode in units.index:
        above, seen = kode, set()
        while isinstance(above, str) and above in parent.index and above not in seen:
            seen.add(above)
            below.setdefault(above, []).append(kode)
            above = parent[above]
    groups = {f"di bawah {kode}": members for kode, members in below.items() if 1 < len(members) < len(units)}
    return {**groups, SEMUA: list(units.index)} if len(units) > 1 else groups


def _label(kode: str, units: pd.DataFrame, groups: dict[str, list[str]], instansi: Instansi) -> str:
    if kode == SEMUA:
        return f"Semua {instansi.sebutan} ({len(units)}), satu lembar tiap {instansi.sebutan}"
    if kode in groups:
        top = str(units.loc[kode.removeprefix("di bawah "), "nama"])
        return f"{top} dan yang di bawahnya ({len(groups[kode])})"
    return str(units.loc[kode, "nama"])
