"""One indicator over the years: what the five-year plan asks for, what was kept of other years, what got worse."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.safe import Html
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.screens.context import TERTULIS, Konteks, engine, list_tahun
from sakip_app.screens.measured import TRIWULAN, year, year_of
from sakip_app.text.numbers import format_angka, format_nilai, format_pasangan
from sakip_app.text.words import stated, tw


class Tersimpan(NamedTuple):
    """One indicator in one year that is kept: its value up to each quarter, and the quarters it was reported for.

    ``target`` is the annual one of that year.
    """

    sampai: dict[int, float]
    lapor: tuple[int, ...]
    target: float


class Tercapai(NamedTuple):
    """The realisasi of one year up to its last reported quarter; ``target`` is the annual one of that year."""

    nilai: float
    triwulan: int
    target: float


@st.cache_resource(max_entries=64, show_spinner=False)
def _plan(kode_instansi: str, tahun: int, kode_unit: str, versi: int) -> pd.DataFrame:
    return store.load_renstra(engine(), kode_instansi, tahun, kode_unit)


def planned(k: Konteks, row: pd.Series) -> dict[int, float]:
    """The target of the five-year plan for each year it names."""
    rows = _plan(k.instansi.kode, k.tahun, str(row["kode_unit"]), k.versi)
    own = rows[rows["kode_indikator"] == row["kode_indikator"]]
    return {int(tahun): float(target) for tahun, target in zip(own["tahun_target"], own["target"], strict=True)}


def until_quarters(k: Konteks, kode_unit: str, kunci: str, tahun: int) -> dict[int, float]:
    """The same indicator's value up to each quarter of another year, where it was kept."""
    found = _kept(k, kode_unit, kunci, tahun)
    return {} if found is None else found.sampai


def reached(k: Konteks, row: pd.Series, tahun: int) -> Tercapai | None:
    """What the indicator reached in a year that is kept; of the year in view, up to the quarter in view."""
    found = _kept(k, str(row["kode_unit"]), str(row["kunci"]), tahun)
    if found is None:
        return None
    last = k.triwulan if tahun == k.tahun else TRIWULAN[-1]
    told = [quarter for quarter in found.lapor if quarter <= last]
    return Tercapai(found.sampai[last], max(told), found.target) if told else None


@st.cache_resource(max_entries=512, show_spinner=False, hash_funcs=TERTULIS)
def _kept(k: Konteks, kode_unit: str, kunci: str, tahun: int) -> Tersimpan | None:
    if tahun not in list_tahun(k.instansi.kode, k.versi):
        return None
    data = year(k) if tahun == k.tahun else year_of(k.instansi, tahun, k.versi, k.pelaku.cakupan)
    same = (data.indikator["kunci"] == kunci) & (data.indikator["kode_unit"] == kode_unit)
    if not same.any():
        return None
    measured = {quarter: data.terukur[quarter].loc[same].iloc[0] for quarter in TRIWULAN}
    quarters = data.triwulanan[data.triwulanan["kode_indikator"] == measured[1]["kode_indikator"]]
    told = quarters.loc[quarters["realisasi"].notna() | quarters["realisasi_teks"].notna(), "triwulan"]
    return Tersimpan(
        {quarter: float(row["realisasi_tahun_sd"]) for quarter, row in measured.items()},
        tuple(int(quarter) for quarter in told),
        float(measured[1]["target_tahunan"]),
    )


def last_year(k: Konteks, row: pd.Series) -> list[tuple[str, float]]:
    """Last year's realisasi, each with what it is: as the sheet states it, else as it was kept.

    A sheet states it from the beginning of its plan; of what adds up, the one year that was kept stands beside it.
    """
    told = []
    if not pd.isna(row["realisasi_lalu"]):
        told.append(("Realisasi s.d. tahun lalu, menurut lembar", float(row["realisasi_lalu"])))
    if not told or row["konsolidasi"] == "jumlah":
        kept = reached(k, row, k.tahun - 1)
        if kept is not None and not math.isnan(kept.nilai):
            part = f" s.d. {tw(kept.triwulan)}" if kept.triwulan < TRIWULAN[-1] else ""
            told.append((f"Realisasi {k.tahun - 1}{part}, dari data tersimpan", kept.nilai))
    return told


def change(k: Konteks, row: pd.Series) -> str | None:
    """How this year's realisasi stands to last year's, in a sentence; ``None`` where the two do not compare.

    The same quarter of last year where that was kept, else what the sheet states of last year: unless it adds up,
    for the sheet then counts from the beginning of its plan.
    """
    now = float(row["realisasi_tahun_sd"])
    kept = until_quarters(k, str(row["kode_unit"]), str(row["kunci"]), k.tahun - 1)
    before, when = kept.get(k.triwulan, math.nan), f"{tw(k.triwulan)} {k.tahun - 1}"
    if math.isnan(before) and row["konsolidasi"] != "jumlah":
        before, when = float(row["realisasi_lalu"]), f"akhir {k.tahun - 1}"
    if row["status"] == "belum_lapor" or math.isnan(now) or math.isnan(before):
        return None
    better = _better(k, row, now, before)
    if better is None:
        return None
    unit, ranks = stated(row["satuan"]), row["kata"]
    shown, then = format_pasangan(now, before, unit, ranks)
    if now == before:
        return f"Sama dengan {when}: {shown}."
    word = "Membaik" if better > 0 else "Memburuk" if better < 0 else "Berubah"
    aside = {"minimal": "makin rendah makin baik", "stabil": "tepat pada target paling baik"}
    reasons = [
        "" if ranks else f"{'turun' if now < before else 'naik'} {format_nilai(abs(now - before), unit)}",
        aside.get(str(row["polaritas"]), "") if better else "",
    ]
    why = ", ".join(reason for reason in reasons if reason)
    return f"{word} dari {when}: {shown}, sebelumnya {then}{f' ({why})' if why else ''}."


def _better(k: Konteks, row: pd.Series, now: float, before: float) -> int | None:
    """1 for better, −1 for worse, 0 for neither; ``None`` where nobody can say."""
    polaritas = stated(row["polaritas"])
    if polaritas in ("maksimal", "minimal"):
        up = (now > before) - (now < before)
        return up if polaritas == "maksimal" else -up
    then = reached(k, row, k.tahun - 1)
    target = float(row["target_tahunan"])
    if polaritas != "stabil" or then is None or math.isnan(target) or math.isnan(then.target):
        return None
    away, was = abs(now - target), abs(before - then.target)
    return (away < was) - (away > was)


def plan_table(k: Konteks, row: pd.Series) -> Html:
    """The years of the plan: its target, the one agreed for the year, and what was reached; empty without a plan."""
    plan = planned(k, row)
    if not plan:
        return Html("")
    kept = {tahun: reached(k, row, tahun) for tahun in plan}
    values = [*plan.values(), *(value for one in kept.values() if one for value in (one.target, one.nilai))]
    write = _alike(values, row)
    lines = [
        (
            Html(f"<b>{tahun}, dilihat</b>") if tahun == k.tahun else str(tahun),
            write(target),
            "–" if (one := kept[tahun]) is None else write(one.target),
            "–" if one is None else write(one.nilai),
            "" if one is None or one.triwulan == TRIWULAN[-1] else f"s.d. {tw(one.triwulan)}",
        )
        for tahun, target in sorted(plan.items())
    ]
    heads = [
        Kolom("Tahun"),
        Kolom("Target Renstra", kanan=True),
        Kolom("Target tahun", kanan=True),
        Kolom("Realisasi", kanan=True),
        Kolom("Keterangan"),
    ]
    return Html(f'<div class="sk-tahun-renstra">{tabel(heads, lines, tebal_pertama=False)}</div>')


def _alike(values: Sequence[float], row: pd.Series) -> Callable[[float], str]:
    """Writes numbers that stand below each other with the same number of decimals; ranks of a scale as words."""
    unit, ranks = stated(row["satuan"]), row["kata"]
    if ranks:
        return lambda value: format_nilai(value, unit, ranks)
    decimals = max(len(format_nilai(value, unit).partition(",")[2]) for value in values)
    return lambda value: format_angka(value, decimals)
