"""Ringkasan, prepared: sentences, figures and rows of one quarter, made once and shown many times."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from sakip_app import store
from sakip_app.charts import alt_kuadran, alt_peringkat, alt_peta, kuadran, peringkat, peta, sudut
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.measured import TRIWULAN, units, year
from sakip_app.text import sentences
from sakip_app.text.dates import waktu_setempat
from sakip_app.text.numbers import format_angka, format_poin, format_skor
from sakip_app.text.words import kata_status
from sakip_metrics import RekapInstansi, predikat, rekap_instansi

ACUAN_SERAP = {1: 15.0, 2: 40.0, 3: 60.0, 4: 90.0}
"""Penyerapan a quarter is compared with, in per cent of the pagu: a rule of thumb, shown on the chart."""


class Grafik(NamedTuple):
    """A figure under the finding it shows; ``alt`` says it to those who do not see it."""

    judul: str
    keterangan: str
    gambar: go.Figure
    alt: str


class Lapor(NamedTuple):
    """Who has reported of how many, who is late, and by when."""

    n: int
    n_unit: int
    n_terlambat: int
    tenggat: date | None


@st.cache_resource(max_entries=64, show_spinner=False)
def view(k: Konteks, hari_ini: date) -> pd.DataFrame:
    """The units as the screen shows them: ``units`` and the words for cells without a value."""
    frame = units(k)
    data = year(k)
    tenggat = _tenggat(k)
    words = {}
    for quarter in TRIWULAN:
        status = frame[f"status_{quarter}"]
        late = tenggat.get(quarter) is not None and hari_ini > tenggat[quarter]
        word = status.fillna("tanpa_target").map(kata_status)
        word = word.mask(status == "belum_lapor", "terlambat" if late else "belum lapor")
        words[f"keterangan_{quarter}"] = word if quarter <= data.terakhir else "belum berjalan"
        words[f"predikat_{quarter}"] = predikat(frame[f"nilai_{quarter}"], aturan=k.instansi.aturan).astype("str")
    frame = frame.assign(**words)
    return frame.assign(
        predikat=frame[f"predikat_{k.triwulan}"],
        keterangan=_why_unranked(frame, k.triwulan),
        arah=[
            "" if pd.isna(change) else format_poin(change, beruntun=bool(twice))
            for change, twice in zip(frame["selisih"], frame["turun_beruntun"], strict=True)
        ],
    )


def _why_unranked(frame: pd.DataFrame, quarter: int) -> pd.Series:
    """The word beside a unit without a rank: why it has no value, or that too little of it is assessed."""
    partial = frame["nilai"].notna() & ~frame["layak_peringkat"]
    some = (
        frame["n_dinilai"].astype("Int64").astype("str") + " dari " + frame["n_terjadwal"].astype("Int64").astype("str")
    )
    return frame[f"keterangan_{quarter}"].where(~partial, some + " dinilai").where(frame["peringkat"].isna(), "")


def _tenggat(k: Konteks) -> dict[int, date]:
    periods = store.list_periode(engine(), k.instansi.kode, k.tahun)
    return {
        int(row.triwulan): row.tenggat.date() if isinstance(row.tenggat, datetime) else row.tenggat
        for row in periods.itertuples()
        if not pd.isna(row.tenggat)
    }


def today() -> date:
    """The local date: whether a unit is late depends on it, no figure does."""
    return waktu_setempat(datetime.now(UTC)).date()


def reported(k: Konteks, frame: pd.DataFrame) -> Lapor:
    """How many units reported the quarter in view."""
    n = int(frame["lapor"].sum())
    late = frame[~frame["lapor"]][f"keterangan_{k.triwulan}"] == "terlambat"
    return Lapor(n, len(frame), int(late.sum()), _tenggat(k).get(k.triwulan))


def overall(k: Konteks) -> RekapInstansi:
    """The instansi in the quarter in view."""
    return rekap_instansi(units(k))


def behind(k: Konteks, frame: pd.DataFrame, quarter: int) -> pd.Series:
    """Which units stand below the edge of the lower half of the bands."""
    return frame[f"nilai_{quarter}"].round(9) < k.instansi.aturan.batas_tertinggal


@st.cache_resource(max_entries=64, show_spinner=False)
def ranking(k: Konteks, hari_ini: date) -> Grafik:
    """Where everyone stands."""
    frame = view(k, hari_ini).sort_values(
        ["peringkat", "nilai", "urutan"], ascending=[True, False, True], na_position="last", kind="stable"
    )
    rows = frame[["peringkat", "nilai", "predikat", "keterangan"]].assign(nama=frame["nama_pendek"])
    ranked = frame[frame["peringkat"].notna()]
    aturan = k.instansi.aturan
    good = aturan.predikat[min(1, len(aturan.predikat) - 1)].label
    judul = sentences.section_peringkat(
        list(ranked.loc[ranked["peringkat"] == 1, "nama_pendek"]),
        int((ranked["nilai"].round(9) >= aturan.batas_baik).sum()),
        len(ranked),
        good,
        k.instansi.sebutan,
    )
    edges = ", ".join(format_angka(band.batas, 0) for band in reversed(aturan.predikat[:-1]))
    return Grafik(
        judul,
        f"Garis tegak: batas predikat {edges}. {k.instansi.sebutan} yang belum lapor tidak diberi peringkat.",
        peringkat(rows, aturan),
        alt_peringkat(rows, aturan, k.instansi.sebutan),
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def quarter_map(k: Konteks, hari_ini: date) -> Grafik:
    """Every unit in every quarter, and which way it moves."""
    frame = view(k, hari_ini)
    rows = frame.assign(nama=frame["nama_pendek"])
    return Grafik(
        sentences.section_turun(int(frame["turun_beruntun"].sum()), k.instansi.sebutan),
        "Skor tiap triwulan. Arah: perubahan dari triwulan sebelumnya; ↓↓ turun dua kali beruntun. "
        "Angka 0,0 adalah nol yang dilaporkan.",
        peta(rows, k.instansi.aturan, triwulan=k.triwulan),
        alt_peta(rows, triwulan=k.triwulan, sebutan=k.instansi.sebutan),
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def budget(k: Konteks, hari_ini: date) -> Grafik:
    """Money against performance."""
    frame = view(k, hari_ini)
    rows = frame.assign(nama=frame["nama_pendek"])
    aturan, reference = k.instansi.aturan, ACUAN_SERAP[k.triwulan]
    corners = sudut(rows, batas_skor=aturan.batas_baik, acuan_serap=reference)
    compared = int(corners.notna().sum())
    return Grafik(
        sentences.section_kuadran(int((corners == "kanan-bawah").sum()), compared, k.instansi.sebutan),
        f"Skor terhadap penyerapan anggaran, {compared} {k.instansi.sebutan}. "
        f"Garis: batas {aturan.predikat[min(1, len(aturan.predikat) - 1)].label} "
        f"({format_angka(aturan.batas_baik, 0)}) dan penyerapan {format_angka(reference, 0)} %.",
        kuadran(rows, aturan, batas_skor=aturan.batas_baik, acuan_serap=reference, sebutan=k.instansi.sebutan),
        alt_kuadran(rows, batas_skor=aturan.batas_baik, acuan_serap=reference, sebutan=k.instansi.sebutan),
    )


def headline(k: Konteks, frame: pd.DataFrame, whole: RekapInstansi) -> str:
    """The screen's first sentence."""
    value = pd.Series([whole.nilai])
    band = predikat(value, aturan=k.instansi.aturan).iloc[0]
    return sentences.headline_instansi(
        None if pd.isna(whole.nilai) else f"{format_skor(whole.nilai, k.instansi.aturan)}\u00a0%",
        None if pd.isna(band) else str(band),
        k.triwulan,
        int(behind(k, frame, k.triwulan).sum()),
        int(behind(k, frame, k.triwulan - 1).sum()) if k.triwulan > 1 else None,
        sebutan=k.instansi.sebutan,
    )
