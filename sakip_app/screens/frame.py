"""The frame around every page: style, quarter rail, and the selectors that outlive a change of page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sakip_app import store
from sakip_app.access import guard
from sakip_app.charts.theme import KONFIG
from sakip_app.markup.frame import gaya, kaki, kosong, mata, rel, seksi
from sakip_app.screens import upload
from sakip_app.screens.context import (
    ROMAWI,
    UKURAN,
    Instansi,
    Konteks,
    current_instansi,
    engine,
    list_instansi,
    list_tahun,
    list_unit,
    look_at,
    sebutan_aturan,
)
from sakip_app.screens.figure import Grafik
from sakip_app.screens.links import script
from sakip_app.screens.measured import year_of

LOGO = Path(__file__).parents[2] / "static" / "logo.svg"
BERSELEKTOR = ("ringkasan", "unit", "indikator", "rapat", "")
BERUNIT = ("unit", "indikator")
_WRITTEN = "alamat_tertulis"
KATA_TRIWULAN = {romawi: f"TW {romawi}" for romawi in ROMAWI}
KATA_UKURAN = {"triwulan": "Target triwulan", "tahun": "Target tahun"}


def draw(url_path: str) -> None:
    """Style, selectors and rail; what is chosen stands in the session and in the address."""
    st.html(gaya())
    st.logo(str(LOGO), size="medium")
    if url_path != "unggah" and upload.just_stored() is not None:
        upload.forget()
    bodies = {str(kode): str(nama) for kode, nama in list_instansi().set_index("kode")["nama"].items()}
    if len(bodies) > 1:
        if _is_link("instansi") and st.query_params["instansi"] not in bodies:
            st.toast("Tautan menyebut instansi yang tidak dikenal.")
        remember("instansi", bodies, next(iter(bodies)))
    instansi = current_instansi()
    if instansi is None:
        return
    whose = mata(instansi.nama, "data rekaan, bukan keadaan sebenarnya" if instansi.contoh else "")
    versi = store.data_version(engine())
    years = [str(tahun) for tahun in list_tahun(instansi.kode, versi)]
    if url_path not in BERSELEKTOR or not years:
        write_address(instansi=instansi.kode)
        with st.container(key="saring"):
            _choose_instansi(bodies)
        st.html(whose)
        return
    with st.container(key="saring", horizontal=True, vertical_alignment="center"):
        _choose_instansi(bodies)
        if url_path in BERUNIT:
            _choose_unit(instansi, years, versi)
        tahun = _segments("Tahun", years, "tahun", default=years[-1])
        last = year_of(instansi, int(tahun), versi, guard().cakupan).terakhir
        triwulan = _segments("Triwulan", ROMAWI, "tw", default=ROMAWI[max(last, 1) - 1], words=KATA_TRIWULAN)
        ukuran = _segments("Dibandingkan dengan", UKURAN, "ukuran", default=UKURAN[0], words=KATA_UKURAN)
    unit = {"unit": st.session_state["unit"]} if url_path in BERUNIT else {}
    write_address(instansi=instansi.kode, tahun=tahun, tw=triwulan, ukuran=ukuran, **unit)
    look_at(int(tahun), ROMAWI.index(triwulan) + 1, ukuran)
    st.html(rel(max(last, 1), ROMAWI.index(triwulan) + 1) + whose)


def _choose_instansi(bodies: Mapping[str, str]) -> None:
    """Which body, where the store holds several."""
    if len(bodies) > 1:
        st.selectbox(
            "Instansi",
            list(bodies),
            format_func=lambda kode: bodies.get(kode, kode),
            key="instansi",
            persist_state="session",
            label_visibility="collapsed",
            width=240,
        )


def _segments(
    label: str, options: Sequence[str], key: str, *, default: str, words: Mapping[str, str] | None = None
) -> str:
    remember(key, options, default)
    chosen = st.segmented_control(
        label,
        options,
        format_func=lambda option: (words or {}).get(option, option),
        required=True,
        key=key,
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen or default


def _choose_unit(instansi: Instansi, years: Sequence[str], versi: int) -> None:
    """The units of the year in view; the year itself is chosen beside it, so it is asked for where it is kept."""
    asked = _asked("tahun")
    tahun = asked if asked in years else years[-1]
    names = list_unit(instansi.kode, int(str(tahun)), versi)["nama"]
    options = [str(kode) for kode in names.index]
    if not options:
        return
    _tell_absent(_asked("unit"), instansi, str(tahun), names)
    remember("unit", options, options[0])
    st.selectbox(
        "Unit",
        options,
        format_func=lambda kode: str(names.get(kode, kode)),
        key="unit",
        persist_state="session",
        label_visibility="collapsed",
        width=320,
    )


def _tell_absent(wanted: str | None, instansi: Instansi, tahun: str, names: pd.Series) -> None:
    """Say why another unit is shown than the one asked for: it is not of that year, or a link names none we know.

    A unit kept from another body was not asked for.
    """
    if wanted is None or wanted in names.index:
        return
    every = store.list_unit(engine(), instansi.kode).set_index("kode_unit")["nama"]
    if wanted in every.index:
        st.toast(f"{every[wanted]} tidak ada pada tahun {tahun}; yang ditampilkan {names.iloc[0]}.")
    elif _is_link("unit"):
        st.toast(f"Tautan menyebut unit yang tidak dikenal; yang ditampilkan {names.iloc[0]}.")


def remember(key: str, options: Collection[str], default: str) -> None:
    """Give a selector its value: what a link says, else what was chosen before, else ``default``.

    A link is told from the address this session wrote itself by comparing the two. Streamlit's own binding is
    not used: it writes the label, not the code, and leaves a default out, so that a link would show another
    quarter once the default has moved on.
    """
    asked = _asked(key)
    if asked in options:
        st.session_state[key] = asked
    if st.session_state.get(key) not in options:
        st.session_state[key] = default


def _asked(key: str) -> str | None:
    """What a link asks for, where it is not the address this session wrote itself; else what was chosen before."""
    if _is_link(key):
        return st.query_params.get(key)
    kept = st.session_state.get(key)
    return kept if isinstance(kept, str) else None


def _is_link(key: str) -> bool:
    """Whether the address holds something that this session did not write into it."""
    link = st.query_params.get(key)
    return link is not None and link != st.session_state.get(_WRITTEN, {}).get(key)


def write_address(**chosen: str) -> None:
    """Put what is looked at into the address, so that it can be sent as a link."""
    if {key: st.query_params.get(key) for key in chosen} != chosen:
        st.query_params.update(chosen)
    st.session_state[_WRITTEN] = {**st.session_state.get(_WRITTEN, {}), **chosen}


def chart(key: str, grafik: Grafik) -> None:
    """A figure under its finding; a phone gets its small table instead, where there is one."""
    _figure(_place(key, grafik), key, grafik)


def charts(made: Mapping[str, Grafik]) -> None:
    """A section a figure. The figures are sent last, together, so that the browser takes them up in one go."""
    places = {}
    for key, grafik in made.items():
        with st.container(key=f"seksi_{key}"):
            places[key] = _place(key, grafik)
    for key, grafik in made.items():
        _figure(places[key], key, grafik)


def _place(key: str, grafik: Grafik) -> DeltaGenerator:
    st.html(seksi(grafik.judul, grafik.keterangan) + (grafik.ponsel or ""))
    return st.container(key=f"{'lebar' if grafik.ponsel else 'semua'}_{key}")


def _figure(place: DeltaGenerator, key: str, grafik: Grafik) -> None:
    place.plotly_chart(grafik.gambar, theme=None, config=KONFIG, key=f"grafik_{key}", alt=grafik.alt)


def foot(k: Konteks) -> None:
    """Whose data this is, whether it is fictional, and the rule of the quarter in view."""
    foot_of(k.instansi, k.aturan_lain)


def foot_of(instansi: Instansi, aturan_lain: str = "") -> None:
    """The foot of a page that looks at no quarter."""
    rule = f"Aturan {sebutan_aturan(instansi.aturan)}{f' · {aturan_lain}' if aturan_lain else ''}"
    st.html(kaki(rule, f"SAKIP {instansi.nama}{' · data rekaan' if instansi.contoh else ''}"))


def nothing_yet() -> None:
    """The empty store: what is the case and what to do next."""
    st.html(
        kosong(
            "Belum ada data.",
            "Aplikasi ini belum menyimpan satu buku kerja pun.",
            [
                ("Unggah buku kerja", "Buka halaman Unggah dan pilih berkas Excel yang sudah Anda punya."),
                ("Lihat contoh", "Jalankan python -m data.contoh: satu kabupaten dan satu KPU provinsi, rekaan."),
            ],
        )
    )
    st.page_link(script("unggah"), label="Buka Unggah")
