"""Pengaturan › Periode: when each quarter opens, is due and closes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.markup.settings import galat_isian
from sakip_app.screens.context import engine, list_tahun
from sakip_app.screens.settings import Latar, keep
from sakip_app.store import Jadwal, SimpanDitolakError
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import tw

TRIWULAN = (1, 2, 3, 4)
KATA = {"dibuka": "Dibuka", "tenggat": "Tenggat", "ditutup": "Ditutup"}
TAHUN_BARU = "+"


def draw(latar: Latar) -> None:
    """The whole section."""
    years = list_tahun(latar.instansi.kode, latar.versi)
    today = waktu_setempat(datetime.now(UTC)).date()
    st.html(judul(_headline(latar, years, today)))
    with st.container(key="seksi_periode"):
        st.html(
            seksi(
                "Tanggal tiap triwulan",
                "Dibuka: hari pertama angka diterima. Tenggat: sesudahnya disebut terlambat. "
                "Ditutup: hari terakhir angka diterima. Yang kosong tidak membatasi.",
            )
        )
        tahun = _choose_year(years, today)
        held = store.jadwal_of(store.list_periode(engine(), latar.instansi.kode, tahun))
        wanted = {
            triwulan: _quarter(latar, tahun, triwulan, held.get(triwulan, Jadwal())) for triwulan in TRIWULAN
        }
        wrong = [sentence for triwulan, dates in wanted.items() if (sentence := _disorder(tahun, triwulan, dates))]
        for sentence in wrong:
            st.html(galat_isian(sentence))
        changed = {
            triwulan: dates
            for triwulan, dates in wanted.items()
            if dates != held.get(triwulan, Jadwal()) or not held
        }
        label = f"Simpan tanggal {tahun}" if held else f"Tambah tahun {tahun}"
        if st.button(label, type="primary", key="simpan_periode", disabled=bool(wrong) or not changed):
            keep(
                lambda: store.set_jadwal(engine(), latar.instansi.kode, tahun, changed, pelaku=latar.pelaku.nama),
                f"Tanggal {tahun} tersimpan: {', '.join(tw(triwulan) for triwulan in changed)}.",
            )


def _headline(latar: Latar, years: list[int], today: date) -> str:
    for tahun in years:
        for triwulan, dates in store.jadwal_of(store.list_periode(engine(), latar.instansi.kode, tahun)).items():
            if dates.tenggat is not None and dates.tenggat >= today:
                return f"Tenggat berikutnya {format_tanggal(dates.tenggat)}, untuk {tw(triwulan)} {tahun}."
    return "Belum ada tenggat yang akan datang."


def _choose_year(years: list[int], today: date) -> int:
    """A year there is, or the one after the last."""
    following = years[-1] + 1 if years else today.year
    options = [*years, following]
    start = today.year if today.year in options else options[-1]
    chosen = st.segmented_control(
        "Tahun",
        options,
        default=start,
        format_func=lambda tahun: f"{TAHUN_BARU} {tahun}" if tahun == following else str(tahun),
        required=True,
        key="periode_tahun",
        label_visibility="collapsed",
    )
    return chosen or start


def _quarter(latar: Latar, tahun: int, triwulan: int, held: Jadwal) -> Jadwal:
    with st.container(key=f"triwulan_{triwulan}"):
        name, *boxes = st.columns([1, 2, 2, 2], vertical_alignment="bottom")
        name.markdown(f"**{tw(triwulan)}**")
        days = [
            _day(box, f"{KATA[word]} {tw(triwulan)}", f"{word}_{tahun}_{triwulan}_{latar.versi}", day)
            for box, (word, day) in zip(boxes, held._asdict().items(), strict=True)
        ]
    return Jadwal(*days)


def _day(box: st.delta_generator.DeltaGenerator, label: str, key: str, held: date | None) -> date | None:
    """A date that can be taken away again: Streamlit offers that only where the first value was empty."""
    if key not in st.session_state:
        st.session_state[key] = held
    chosen = box.date_input(label, value=None, key=key, format="DD/MM/YYYY")
    return chosen if isinstance(chosen, date) else None


def _disorder(tahun: int, triwulan: int, dates: Jadwal) -> str | None:
    try:
        store.check_jadwal(tahun, triwulan, dates)
    except SimpanDitolakError as refusal:
        return f"{refusal.pesan} {refusal.saran}"
    return None
