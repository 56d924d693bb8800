"""The agreements of a unit: who signed, what each is worth, and whether its weights make a whole."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import Html, gabung_html
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.cascade import Kaskade, Nilai, assessed_of, mark, measured_cascade
from sakip_app.screens.context import TERTULIS, Konteks, engine
from sakip_app.screens.measured import unit_row
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_nilai, format_skor
from sakip_app.text.words import bilangan, bilangan_awal, gabung, stated
from sakip_metrics.rekap import BOBOT_PENUH, BOBOT_TOLERANSI

DI_LUAR_PK = "Di luar perjanjian kinerja"


@st.cache_resource(max_entries=32, show_spinner=False)
def _list_pk(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    return store.list_pk(engine(), kode_instansi, tahun)


def of_unit(k: Konteks, kode_unit: str) -> pd.DataFrame:
    """The agreements recorded for the unit and year, indexed by ``kode_pk``."""
    rows = _list_pk(k.instansi.kode, k.tahun, k.versi)
    return rows[rows["kode_unit"] == kode_unit].set_index("kode_pk")


def names_of(k: Konteks, kode_unit: str) -> dict[str, str]:
    """How each recorded agreement of the unit is called."""
    return {str(kode): str(nama) for kode, nama in of_unit(k, kode_unit)["nama"].items()}


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def agreements(k: Konteks, kode_unit: str) -> Html:
    """The section of a unit that has agreements, recorded or named by its indicators; empty for another."""
    recorded = of_unit(k, kode_unit)
    measured = measured_cascade(k, kode_unit)
    codes = list(dict.fromkeys([*recorded.index, *(pk for pk in measured.pk if pk)]))
    if not codes:
        return Html("")
    if "" in measured.pk:
        codes.append("")
    silent = pd.isna(unit_row(k, kode_unit)["nilai"])
    lines = [
        (
            _named(recorded, kode),
            _signed(recorded, kode),
            _weights(measured, kode),
            *_figures(k, None if silent else measured.pk.get(kode), measured.pk.get(kode)),
        )
        for kode in codes
    ]
    heads = [
        Kolom("Perjanjian"),
        Kolom("Ditandatangani", lebar="140px"),
        Kolom("Jumlah bobot", kanan=True, lebar="150px"),
        Kolom("Rata-rata skor", kanan=True, lebar="120px"),
        Kolom("Indikator", kanan=True, lebar="150px"),
        Kolom("Predikat", lebar="150px"),
    ]
    return gabung_html(
        [
            seksi(_finding(k, kode_unit, codes, measured), "Bobot berlaku di dalam satu perjanjian kinerja (PK)."),
            Html(f'<div class="sk-tabel-pk">{tabel(heads, lines)}</div>'),
        ]
    )


def _finding(k: Konteks, kode_unit: str, codes: list[str], measured: Kaskade) -> str:
    """How the unit's skor comes of its agreements; weights that make no whole come first."""
    names = names_of(k, kode_unit)
    off = [
        names.get(kode, kode)
        for kode, total in measured.bobot.items()
        if kode and abs(total - BOBOT_PENUH) > BOBOT_TOLERANSI
    ]
    if off:
        return f"Bobot {gabung(off)} tidak berjumlah 100; skornya memakai perbandingan bobot yang ada."
    value = unit_row(k, kode_unit)["nilai"]
    assessed = [kode for kode in codes if kode in measured.pk and measured.pk[kode].n_dinilai]
    if len(assessed) < 2 or pd.isna(value):
        return f"{bilangan_awal(len(codes))} perjanjian kinerja."
    shown = format_skor(value, k.instansi.aturan)
    return f"Skor {shown} adalah rata-rata {bilangan(len(assessed))} perjanjian kinerja."


def _named(recorded: pd.DataFrame, kode: str) -> Html:
    if kode not in recorded.index:
        return dua_baris(kode or DI_LUAR_PK, "pihak dan tanggalnya belum dicatat" if kode else None)
    row = recorded.loc[kode]
    parties = [party for column in ("pihak_pertama", "pihak_kedua") if (party := stated(row[column]))]
    return dua_baris(str(row["nama"]), " dengan ".join(parties) or None)


def _signed(recorded: pd.DataFrame, kode: str) -> str:
    day = recorded["tanggal"].get(kode)
    return "–" if day is None or pd.isna(day) else format_tanggal(day.date())


def _weights(measured: Kaskade, kode: str) -> str | Html:
    total = measured.bobot.get(kode)
    if total is None:
        return "tanpa bobot"
    told = format_nilai(total)
    if abs(total - BOBOT_PENUH) <= BOBOT_TOLERANSI:
        return told
    return Html(f'<b class="sk-bahaya">{told}, bukan 100</b>')


def _figures(k: Konteks, shown: Nilai | None, counted: Nilai | None) -> tuple[str, str, str | Html]:
    """Skor, how many are assessed, predikat; a unit that said nothing this quarter shows no skor."""
    if counted is None:
        return "–", "tanpa indikator", ""
    if shown is None or shown.predikat is None:
        status = counted if counted.predikat is None else counted._replace(predikat=None, status="belum_lapor")
        return "–", assessed_of(counted), mark(k, status)
    return format_skor(shown.nilai, k.instansi.aturan), assessed_of(counted), mark(k, shown)
