"""Where a unit stands among the others: above and below it, before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple, cast

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_status, predikat
from sakip_app.markup.safe import Html, gabung_html, isi, tautan
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import TERTULIS, Konteks, engine, list_tahun
from sakip_app.screens.links import address
from sakip_app.screens.measured import units
from sakip_app.screens.target_tahun import running_year
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_skor
from sakip_app.text.words import bilangan_awal, stated
from sakip_metrics import predikat as band_of

_HARI = timedelta(days=1)


class Silsilah(NamedTuple):
    """Every unit there ever was, the names each bore, and who goes on for whom."""

    unit: pd.DataFrame
    nama: pd.DataFrame
    penerus: pd.DataFrame


@st.cache_resource(max_entries=8, show_spinner=False)
def _lineage(kode_instansi: str, versi: int) -> Silsilah:
    db = engine()
    return Silsilah(
        store.list_unit(db, kode_instansi).set_index("kode_unit"),
        store.list_nama(db, kode_instansi),
        store.list_penerus(db, kode_instansi),
    )


def absent(k: Konteks, kode_unit: str) -> Html | None:
    """What stands in place of a unit that does not exist in the quarter in view; ``None`` where it does."""
    if kode_unit in units(k).index:
        return None
    said = seksi("Unit ini tidak ada pada triwulan yang dipilih.", "Pilih unit atau triwulan lain.")
    return gabung_html([said, belonging(k, kode_unit)])


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def belonging(k: Konteks, kode_unit: str) -> Html:
    """One line: the unit above, its other names, what it goes on for and who goes on for it; empty where none."""
    kin = _lineage(k.instansi.kode, k.versi)
    if kode_unit not in kin.unit.index:
        return Html("")
    told = [*_above(k, kode_unit), *_names(k, kin, kode_unit), *_descent(k, kin, kode_unit)]
    return Html(f'<p class="sk-silsilah">{" ".join(f"<span>{part}</span>" for part in told)}</p>' if told else "")


def _above(k: Konteks, kode_unit: str) -> list[Html]:
    here = units(k)
    above = stated(here["kode_induk"].get(kode_unit))
    if above is None or above not in here.index:
        return []
    return [gabung_html(["Di bawah ", tautan(str(here.loc[above, "nama"]), address("unit", k, unit=above))])]


def _names(k: Konteks, kin: Silsilah, kode_unit: str) -> list[Html]:
    """The names it bore before the one shown, and those it bears since."""
    shown = stated(units(k)["nama"].get(kode_unit)) or str(kin.unit.loc[kode_unit, "nama"])
    borne = kin.nama[(kin.nama["kode_unit"] == kode_unit)].reset_index(drop=True)
    at = borne.index[borne["nama"] == shown]
    told = []
    for position, name, since, until in borne[["nama", "sejak", "sampai"]].itertuples(name=None):
        if name == shown or not len(at):
            continue
        if position < at[0]:
            told.append(isi(f"Dahulu bernama {name} (sampai {_day(until)})"))
        elif position > at[-1]:
            told.append(isi(f"Sejak {_day(since)} bernama {name}"))
    return told


def _descent(k: Konteks, kin: Silsilah, kode_unit: str) -> list[Html]:
    """What it goes on for, and when it ended and who goes on for it."""
    told = []
    before = kin.penerus[kin.penerus["kode_penerus"] == kode_unit]
    for moment, rows in before.groupby("sejak"):
        since = cast("pd.Timestamp", moment)
        linked = [_linked(k, kin, kode, until=since.date() - _HARI) for kode in rows["kode_unit"]]
        told.append(gabung_html(["Melanjutkan ", _listed(linked), f" sejak {_day(since)}"]))
    ended = cast("pd.Timestamp", kin.unit["berlaku_sampai"][kode_unit])
    if not pd.isna(ended):
        after = kin.penerus.loc[kin.penerus["kode_unit"] == kode_unit, "kode_penerus"]
        linked = [_linked(k, kin, kode, since=ended.date() + _HARI) for kode in after]
        goes_on = [", dilanjutkan oleh ", _listed(linked)] if linked else []
        told.append(gabung_html([f"Berakhir {_day(ended)}", *goes_on]))
    return told


def _linked(k: Konteks, kin: Silsilah, kode: str, *, until: date | None = None, since: date | None = None) -> Html:
    """The unit's name, a link to the last quarter it stood in or the first, where that year is kept."""
    name = str(kin.unit.loc[kode, "nama"]) if kode in kin.unit.index else kode
    if until is not None:  # counted on the last day of a quarter: one that is not over yet does not show it
        borne = kin.nama[(kin.nama["kode_unit"] == kode)]
        name = str(borne["nama"].iloc[-1]) if len(borne) else name
        over = until + _HARI
        tahun, triwulan = (over.year, (over.month - 1) // 3) if over.month > 3 else (over.year - 1, 4)
    else:
        day = since or date.max
        tahun, triwulan = day.year, (day.month + 2) // 3
    if tahun not in list_tahun(k.instansi.kode, k.versi):
        return isi(name)
    return tautan(name, address("unit", replace(k, tahun=tahun, triwulan=triwulan), unit=kode))


def _listed(parts: Iterable[Html]) -> Html:
    whole = list(parts)
    if len(whole) < 2:
        return gabung_html(whole)
    comma = "," if len(whole) > 2 else ""
    return gabung_html([Html(", ".join(whole[:-1])), f"{comma} dan ", whole[-1]])


def _day(moment: pd.Timestamp) -> str:
    return format_tanggal(moment.date())


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def below(k: Konteks, kode_unit: str) -> Html:
    """The section of what stands directly below the unit, worst first; empty where nothing does."""
    here = units(k)
    own = here[here["kode_induk"] == kode_unit].sort_values("nilai", kind="stable")
    if own.empty:
        return Html("")
    aturan = k.instansi.aturan
    looks = gaya_predikat(aturan)
    bands = band_of(own["nilai"], aturan=aturan)
    lines = []
    for (kode, row), band in zip(own.iterrows(), bands, strict=True):
        label = stated(band)
        lines.append(
            (
                dua_baris(tautan(str(row["nama"]), address("unit", k, unit=str(kode))), _deeper(here, str(kode))),
                "–" if label is None else format_skor(row["nilai"], aturan),
                "–" if pd.isna(row["n_total"]) else f"{int(row['n_dinilai'])} dinilai dari {int(row['n_total'])}",
                cip_status(stated(row["status"]) or "belum_lapor")
                if label is None
                else predikat(label, looks[label]),
            )
        )
    heads = [
        Kolom(k.instansi.sebutan[:1].upper() + k.instansi.sebutan[1:]),
        Kolom("Skor", kanan=True, lebar="110px"),
        Kolom("Indikator", kanan=True, lebar="170px"),
        Kolom("Predikat", lebar="170px"),
    ]
    return gabung_html(
        [
            seksi(_finding(k, own), "Dari yang paling rendah. Masing-masing dengan indikatornya sendiri."),
            Html(f'<div class="sk-tabel-bawah">{tabel(heads, lines)}</div>'),
        ]
    )


def _finding(k: Konteks, own: pd.DataFrame) -> str:
    word = k.instansi.sebutan
    low = own["nilai"].round(9) < k.instansi.aturan.batas_tertinggal
    if low.any() and running_year(k) is None:
        return f"{bilangan_awal(int(low.sum()))} dari {len(own)} {word} di bawahnya tertinggal."
    silent = int((~own["lapor"].astype(bool)).sum())
    if silent:
        return f"{bilangan_awal(len(own))} {word} di bawahnya; {silent} belum lapor."
    return f"{bilangan_awal(len(own))} {word} di bawahnya."


def _deeper(here: pd.DataFrame, kode: str) -> str | None:
    count = int((here["kode_induk"] == kode).sum())
    return f"{count} lagi di bawahnya" if count else None
