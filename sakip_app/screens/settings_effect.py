"""What a draft of a rule would do to a quarter that was reported: measured by the same functions as every screen."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app.access import Pelaku
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import predikat as tanda_predikat
from sakip_app.markup.safe import Html
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.screens.context import Instansi, Konteks, list_tahun, list_unit
from sakip_app.screens.measured import measure_year, of_quarter, year, year_of
from sakip_app.store import AturanDipakai
from sakip_app.text.numbers import format_angka, format_skor
from sakip_app.text.words import bilangan_awal, tw
from sakip_metrics import Aturan, predikat, rekap_instansi

BARIS_TERBANYAK = 12


class Dampak(NamedTuple):
    """One quarter under the rule in force and under a draft.

    ``unit``: ``nama, lama, baru, predikat_lama, predikat_baru``, only those whose predikat changes, the largest
    change first.
    """

    tahun: int
    triwulan: int
    aturan_lama: Aturan
    lama: float
    baru: float
    n_dinilai: int
    n_dinilai_lama: int
    unit: pd.DataFrame


def last_reported(instansi: Instansi, versi: int, cakupan: str) -> tuple[int, int] | None:
    """The last quarter for which anybody reported."""
    for tahun in reversed(list_tahun(instansi.kode, versi)):
        last = year_of(instansi, tahun, versi, cakupan).terakhir
        if last:
            return tahun, last
    return None


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Instansi: lambda i: i.kode, Aturan: repr})
def effect(instansi: Instansi, tahun: int, triwulan: int, draf: Aturan, versi: int, pelaku: Pelaku) -> Dampak:
    """The quarter as it is and as it would be with ``draf`` in force from it on; nothing is kept."""
    old_rule = instansi.pada(tahun, triwulan)
    now = Konteks(replace(instansi, aturan=old_rule), tahun, triwulan, "triwulan", versi, pelaku)
    drafted = replace(instansi, aturan=draf, dipakai=(*instansi.dipakai, AturanDipakai(draf, (tahun, triwulan))))
    then = replace(now, instansi=drafted)
    names = list_unit(instansi.kode, tahun, versi, triwulan)
    before = names.join(of_quarter(now, year(now), triwulan))
    after = names.join(of_quarter(then, measure_year(drafted, tahun, (triwulan,)), triwulan))
    frame = pd.DataFrame(
        {
            "nama": before["nama_pendek"],
            "lama": before["nilai"],
            "baru": after["nilai"],
            "predikat_lama": predikat(before["nilai"], aturan=old_rule).astype("str"),
            "predikat_baru": predikat(after["nilai"], aturan=draf).astype("str"),
        }
    )
    changed = frame[frame["predikat_lama"].fillna("") != frame["predikat_baru"].fillna("")]
    by_change = (changed["baru"] - changed["lama"]).abs().sort_values(ascending=False, kind="stable").index
    old, new = rekap_instansi(before), rekap_instansi(after)
    return Dampak(
        tahun,
        triwulan,
        old_rule,
        old.nilai,
        new.nilai,
        new.n_unit_dinilai,
        old.n_unit_dinilai,
        changed.loc[by_change],
    )


def sentence(dampak: Dampak, draf: Aturan) -> str:
    """The finding: the mean of the body before and after, and how many units change their predikat."""
    quarter = f"{tw(dampak.triwulan)} {dampak.tahun}"
    if dampak.n_dinilai == dampak.n_dinilai_lama == 0:
        return f"Pada {quarter} belum ada unit yang dinilai, jadi dampaknya belum terlihat."
    means = f"{format_skor(dampak.lama, dampak.aturan_lama)} → {format_skor(dampak.baru, draf)}"
    n = len(dampak.unit)
    told = f"{bilangan_awal(n).lower()} unit berganti predikat" if n else "tidak ada unit yang berganti predikat"
    coverage = (
        ""
        if dampak.n_dinilai == dampak.n_dinilai_lama
        else f"; unit yang dinilai {dampak.n_dinilai_lama} → {dampak.n_dinilai}"
    )
    return f"Bila berlaku pada {quarter}: rata-rata instansi {means}; {told}{coverage}."


def table(dampak: Dampak, draf: Aturan) -> Html:
    """The units whose predikat would change, at most twelve."""
    looks = {rule.nama: gaya_predikat(rule) for rule in (dampak.aturan_lama, draf)}

    def cell(rule: Aturan, label: object) -> Html | str:
        return (
            tanda_predikat(str(label), looks[rule.nama][str(label)]) if isinstance(label, str) else "belum dinilai"
        )

    rows = [
        (
            row["nama"],
            format_skor(row["lama"], dampak.aturan_lama),
            cell(dampak.aturan_lama, row["predikat_lama"]),
            format_skor(row["baru"], draf),
            cell(draf, row["predikat_baru"]),
        )
        for row in dampak.unit.head(BARIS_TERBANYAK).to_dict("records")
    ]
    heads = [
        Kolom("Unit"),
        Kolom("Sekarang", kanan=True, lebar="90px"),
        Kolom("Predikat", lebar="22%"),
        Kolom("Draf", kanan=True, lebar="90px"),
        Kolom("Predikat", lebar="22%"),
    ]
    return tabel(heads, rows)


def rest(dampak: Dampak) -> str:
    """How many more units change than the table shows."""
    more = len(dampak.unit) - BARIS_TERBANYAK
    return f"dan {format_angka(more, 0)} unit lain" if more > 0 else ""
