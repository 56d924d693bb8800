"""Unit, prepared: one OPD or satker, its indicators as target against realisasi, and what it sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from sakip_app.charts.peluru import alt_peluru, peluru
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup import frame as bingkai
from sakip_app.markup.compact import peluru_ponsel
from sakip_app.markup.marks import cip_predikat
from sakip_app.markup.safe import Html, gabung_html
from sakip_app.screens import trust
from sakip_app.screens.context import TERTULIS, Konteks
from sakip_app.screens.figure import Grafik
from sakip_app.screens.measured import TRIWULAN, comparable, heirs, unit_row, units, words, year
from sakip_app.screens.sent_files import sending
from sakip_app.screens.spending import label_spent, spent_until
from sakip_app.screens.standing import reported
from sakip_app.screens.target_tahun import against, measured_year, running_year
from sakip_app.text import sentences
from sakip_app.text.explain import rincian_dinilai
from sakip_app.text.numbers import (
    format_batas,
    format_persen,
    format_poin,
    format_rupiah,
    format_skor,
)
from sakip_app.text.sentences import Potongan
from sakip_app.text.trust import DINILAI, reporting
from sakip_app.text.words import awal_besar, tw
from sakip_metrics import JENJANG, STATUS
from sakip_metrics import predikat as band_of

NAMA_JENJANG = {
    "tujuan": "Tujuan",
    "sasaran": "Sasaran (IKU)",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "subkegiatan": "Subkegiatan",
}


def levels(k: Konteks, kode_unit: str) -> list[str]:
    """The jenjang the unit has indicators of, from the top; one empty word where its sheet names none."""
    own = year(k).indikator
    found = set(own.loc[own["kode_unit"] == kode_unit, "jenjang"].dropna())
    return [jenjang for jenjang in JENJANG if jenjang in found] or [""]


def main_level(k: Konteks, kode_unit: str) -> str:
    """The jenjang the unit is measured at."""
    main = unit_row(k, kode_unit)["jenjang_utama"]
    return main if isinstance(main, str) else ""


def rows_of(k: Konteks, kode_unit: str, jenjang: str | None = None) -> pd.DataFrame:
    """The unit's indicators as the screens show them, one measure under common names.

    The measured columns of the quarter, and ``nama``, ``capaian``, ``skor``, ``predikat``, ``status`` of the
    measure in view, ``realisasi_sd`` and ``target_sd`` of it, ``realisasi_sd_1`` … ``target_sd_4``, ``perubahan``.
    The frame is shared, never changed.
    """
    rows = _rows(k, kode_unit)
    return rows[rows["jenjang"] == jenjang] if jenjang else rows


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def _rows(k: Konteks, kode_unit: str) -> pd.DataFrame:
    data, measure = year(k), k.ukuran
    of_unit = data.indikator["kode_unit"] == kode_unit
    now = data.terukur[k.triwulan][of_unit.to_numpy()]
    frame = now.assign(
        nama=now["uraian"],
        nama_rencana=now["nama"],
        **{word: now[f"{word}_{measure}"] for word in ("capaian", "skor", "predikat", "status")},
        perubahan=float("nan"),
        kata=now["skala"].map(words(k)).map(lambda ranks: ranks if isinstance(ranks, Mapping) else {}),
    ).astype({"predikat": "str", "status": "str"})
    if k.triwulan > 1 and comparable(k, k.triwulan - 1):
        before = data.terukur[k.triwulan - 1][f"capaian_{measure}"][of_unit.to_numpy()]
        frame["perubahan"] = frame["capaian"] - before
    if measure == "tahun":
        frame = frame.assign(realisasi_sd=now["realisasi_tahun_sd"], target_sd=now["target_tahunan"])
    for quarter in TRIWULAN:
        then = data.terukur[quarter][of_unit.to_numpy()]
        reached, planned = ("realisasi_tahun_sd", None) if measure == "tahun" else ("realisasi_sd", "target_sd")
        frame[f"realisasi_sd_{quarter}"] = then[reached]
        at_year_end = frame["target_tahunan"] if quarter == TRIWULAN[-1] else float("nan")
        frame[f"target_sd_{quarter}"] = then[planned] if planned else at_year_end
    return frame


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def opening(k: Konteks, kode_unit: str, hari_ini: date) -> Html:
    """Headline, trust line and KPI row."""
    unit, aturan = unit_row(k, kode_unit), k.instansi.aturan
    level = main_level(k, kode_unit)
    rows = rows_of(k, kode_unit, level)
    has_value = not pd.isna(unit["nilai"])
    band = rekap_band(k, unit["nilai"])
    lowest = aturan.label_predikat[0]
    value = f"{format_skor(unit['nilai'], aturan)}\u00a0%" if has_value else None
    return gabung_html(
        [
            bingkai.judul(
                sentences.headline_unit(
                    str(unit["nama"]),
                    value,
                    band,
                    k.triwulan,
                    int(unit["n_dinilai"]) if has_value else 0,
                    None if running_year(k) else int(unit[lowest]) if has_value else 0,
                    lowest,
                    lapor=bool(unit["lapor"]),
                    sebab=_why_no_value(rows, lapor=bool(unit["lapor"])),
                    tahun=measured_year(k),
                    jenjang=level if level and len(levels(k, kode_unit)) > 1 else None,
                )
            ),
            _trust_line(k, kode_unit, rows, hari_ini),
            bingkai.baris_kpi(_kpi(k, unit, band)),
        ]
    )


def _trust_line(k: Konteks, kode_unit: str, rows: pd.DataFrame, hari_ini: date) -> Html:
    """How many of the unit's indicators are assessed, what it sent, what changed and is open; then of the body."""
    aturan, sent = k.instansi.aturan, sending(k, kode_unit)
    others = rows.loc[rows["status"] != "dinilai", "status"].value_counts()
    told = rincian_dinilai(
        int((rows["status"] == "dinilai").sum()),
        len(rows),
        {status: int(others.get(status, 0)) for status in STATUS},
    )
    lapor, terbuka = reported(k, hari_ini), trust.open_of(k, hari_ini, kode_unit)
    line = [
        *(piece._replace(buka=DINILAI) for piece in told),
        Potongan(f" · {sent}" if sent else " · belum pernah mengirim"),
        *terbuka.potongan,
        Potongan(" · "),
        *reporting(lapor.n, lapor.n_unit, lapor.n_terlambat, k.instansi.sebutan),
        Potongan(f" · diukur pada jenjang {main_level(k, kode_unit) or 'yang tidak disebut'}"),
        Potongan(f" · aturan {aturan.nama}{' (contoh)' if aturan.contoh else ''}"),
    ]
    opens = trust.assessed(k, kode_unit, rows) | trust.panels(k, hari_ini, lapor, terbuka, kode_unit)
    return bingkai.baris_percaya(line, buka=opens)


def _why_no_value(rows: pd.DataFrame, *, lapor: bool) -> list[str]:
    """The statuses that leave a unit without a skor, the most frequent first; silence is reason enough.

    A figure left from an earlier quarter, of a unit that says nothing in this one, counts as silence.
    """
    if not lapor and (rows.empty or rows["status"].isin(["belum_lapor", "dinilai"]).any()):
        return ["belum_lapor"]
    return list(rows.loc[rows["status"] != "dinilai", "status"].value_counts().index)


def rekap_band(k: Konteks, value: float) -> str | None:
    """The band of a value under the rule in force."""
    band = band_of(pd.Series([value]), aturan=k.instansi.aturan).iloc[0]
    return None if pd.isna(band) else str(band)


def _quarters(k: Konteks, kode_unit: str) -> pd.DataFrame:
    """What was reported quarter by quarter by the unit and by those whose money counts to it."""
    data = year(k)
    theirs = [kode_unit, *(ended for ended, heir in heirs(k).items() if heir == kode_unit)]
    own = data.indikator.loc[data.indikator["kode_unit"].isin(theirs), "kode_indikator"]
    return data.triwulanan[data.triwulanan["kode_indikator"].isin(own)]


def _kpi(k: Konteks, unit: pd.Series, band: str | None) -> list[bingkai.Kpi]:
    aturan = k.instansi.aturan
    ranked = units(k)["peringkat"].notna().sum()
    path = [unit[f"nilai_{quarter}"] for quarter in TRIWULAN[: k.triwulan]]
    told = " · ".join(
        f"{tw(quarter)} {format_skor(value, k.instansi.pada(k.tahun, quarter))}"
        f"{'' if comparable(k, quarter) else ' menurut aturan lain'}"
        for quarter, value in zip(TRIWULAN, path[:-1], strict=False)
        if not pd.isna(value)
    )
    return [
        bingkai.Kpi(
            f"Skor s.d. {tw(k.triwulan)}{against(k)}",
            "–" if band is None else format_skor(unit["nilai"], aturan),
            cip=None if band is None or running_year(k) else cip_predikat(band, gaya_predikat(aturan)[band]),
            catatan=[Potongan(told)] if told else [],
            percik=[
                float(value)
                for quarter, value in zip(TRIWULAN, path, strict=False)
                if not pd.isna(value) and comparable(k, quarter)
            ],
        ),
        bingkai.Kpi(
            f"Peringkat{against(k)}",
            "–" if pd.isna(unit["peringkat"]) else str(int(unit["peringkat"])),
            ekor=f"dari {int(ranked)} {k.instansi.sebutan}"
            if not pd.isna(unit["peringkat"])
            else f"cakupan di bawah {format_batas(aturan.cakupan_minimum)} %",
            catatan=[Potongan(f"{format_poin(unit['selisih'])} poin dari {tw(k.triwulan - 1)}")]
            if not pd.isna(unit["selisih"])
            else [],
        ),
        bingkai.Kpi(
            label_spent(spent_until(_quarters(k, str(unit.name)), k.triwulan), k.triwulan),
            "–" if pd.isna(unit["penyerapan"]) else format_persen(unit["penyerapan"]),
            ekor="" if pd.isna(unit["pagu"]) else f"dari {format_rupiah(unit['pagu'])}",
            catatan=_money_note(k, unit),
            label_pendek="Penyerapan",
        ),
        bingkai.Kpi(
            f"Bila yang belum lapor dihitung nol{against(k)}",
            "–" if pd.isna(unit["nilai_terendah"]) else format_skor(unit["nilai_terendah"], aturan),
            catatan=[
                Potongan(f"cakupan {format_persen(unit['cakupan'])}" if not pd.isna(unit["cakupan"]) else "")
            ],
            label_pendek="Skor terendah",
        ),
    ]


def _money_note(k: Konteks, unit: pd.Series) -> list[Potongan]:
    """What was spent, and whose money that is beside the unit's own."""
    spent, indikator = unit["realisasi_anggaran"], year(k).indikator
    inherited = [ended for ended, heir in heirs(k).items() if heir == unit.name]
    with_money = set(indikator.loc[indikator["pagu"].notna(), "kode_unit"])
    n = len(with_money.intersection(inherited))
    told = [
        *([f"terserap {format_rupiah(spent)}"] if not pd.isna(spent) else []),
        *([f"termasuk {n} {k.instansi.sebutan} yang berakhir"] if n else []),
    ]
    return [Potongan(" · ".join(told))] if told else []


@st.cache_resource(max_entries=128, show_spinner=False)
def bullets(k: Konteks, kode_unit: str, jenjang: str) -> Grafik:
    """Target against realisasi, worst first."""
    rows = rows_of(k, kode_unit, jenjang)
    order = rows["status"].map({"dinilai": 0, "belum_lapor": 1}).fillna(2)
    rows = rows.assign(order=order).sort_values(["order", "skor", "urutan"], kind="stable")
    edge = k.instansi.aturan.batas_tertinggal
    low = rows[(rows["status"] == "dinilai") & (rows["skor"].round(9) < edge)]
    target = f"target {tw(k.triwulan)}" if k.ukuran == "triwulan" else "target tahun"
    return Grafik(
        sentences.section_penahan(
            [_short(name) for name in low["nama"]],
            int((rows["status"] == "dinilai").sum()),
            tahun=running_year(k),
        ),
        f"{awal_besar(jenjang or 'semua indikator')}, dari capaian terendah{against(k)}. Batang: realisasi; latar: "
        f"target setahun; garis tebal: {target}.",
        peluru(rows, k.instansi.aturan, triwulan=k.triwulan),
        alt_peluru(rows, str(unit_row(k, kode_unit)["nama"]), triwulan=k.triwulan),
        peluru_ponsel(rows, k.instansi.aturan, triwulan=k.triwulan),
    )


def _short(name: str) -> str:
    return name if len(name) <= 46 else f"{name[:45].rstrip()}…"
