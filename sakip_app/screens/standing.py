"""Who stands where in the quarter in view, who has reported it, and who is late."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.screens.context import TERTULIS, Konteks, engine
from sakip_app.screens.measured import TRIWULAN, units, year
from sakip_app.text.dates import waktu_setempat
from sakip_app.text.numbers import format_poin
from sakip_app.text.words import kata_status
from sakip_metrics import predikat


class Lapor(NamedTuple):
    """Who has reported of how many, who is late, and by when."""

    n: int
    n_unit: int
    n_terlambat: int
    tenggat: date | None


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def view(k: Konteks, hari_ini: date) -> pd.DataFrame:
    """The units as the screen shows them: ``units`` and the words for cells without a value."""
    frame = units(k)
    data = year(k)
    tenggat = _tenggat(k)
    words = {}
    for quarter in TRIWULAN:
        status = frame[f"status_{quarter}"].fillna("belum_lapor")
        sent = data.lapor[quarter].reindex(frame.index, fill_value=False)
        awaited = "terlambat" if _passed(tenggat.get(quarter), hari_ini) else "belum lapor"
        word = status.map(kata_status).mask(status == "belum_lapor", awaited)
        word = word.mask((status == "belum_lapor") & sent, "belum lengkap")
        words[f"keterangan_{quarter}"] = word if quarter <= data.terakhir else "belum berjalan"
        rule = k.instansi.pada(k.tahun, quarter)
        words[f"predikat_{quarter}"] = predikat(frame[f"nilai_{quarter}"], aturan=rule).astype("str")
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
    assessed, due = (frame[column].astype("Int64").astype("str") for column in ("n_dinilai", "n_terjadwal"))
    some = assessed + " dari " + due
    return frame[f"keterangan_{quarter}"].where(~partial, some + " dinilai").where(frame["peringkat"].isna(), "")


def _tenggat(k: Konteks) -> dict[int, date]:
    periods = store.list_periode(engine(), k.instansi.kode, k.tahun).dropna(subset=["tenggat"])
    return dict(zip(periods["triwulan"].astype(int), pd.to_datetime(periods["tenggat"]).dt.date, strict=True))


def today() -> date:
    """The local date: whether a unit is late depends on it, no figure does."""
    return waktu_setempat(datetime.now(UTC)).date()


def _passed(tenggat: date | None, hari_ini: date) -> bool:
    return tenggat is not None and hari_ini > tenggat


def reported(k: Konteks, hari_ini: date) -> Lapor:
    """How many units reported the quarter in view, and how many are late: the same under every measure."""
    sent, tenggat = units(k)["lapor"], _tenggat(k).get(k.triwulan)
    n = int(sent.sum())
    return Lapor(n, len(sent), len(sent) - n if _passed(tenggat, hari_ini) else 0, tenggat)


def behind(k: Konteks, frame: pd.DataFrame, quarter: int) -> pd.Series:
    """Which units stand below the edge of the lower half of the bands."""
    return frame[f"nilai_{quarter}"].round(9) < k.instansi.pada(k.tahun, quarter).batas_tertinggal


def too_few(k: Konteks, n_lapor: int, n_unit: int) -> bool:
    """Whether fewer units reported than the share of indicators the rule asks of a unit before it may be ranked."""
    return n_lapor * 100 < k.instansi.aturan.cakupan_minimum * n_unit
