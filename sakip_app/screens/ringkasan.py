"""Ringkasan, prepared: sentences, figures and rows of one quarter, made once and shown many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app.charts.kuadran import alt_kuadran, kuadran, sudut
from sakip_app.charts.peringkat import alt_peringkat, peringkat, sumbu_skor
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup import frame as bingkai
from sakip_app.markup.compact import peringkat_ponsel
from sakip_app.markup.marks import cip_predikat
from sakip_app.markup.safe import Html, gabung_html
from sakip_app.markup.tables import BarisMerah, daftar_merah
from sakip_app.screens import trust
from sakip_app.screens.capture import capture
from sakip_app.screens.context import TERTULIS, Konteks
from sakip_app.screens.figure import Grafik
from sakip_app.screens.follow_ups import living
from sakip_app.screens.links import address
from sakip_app.screens.measured import TRIWULAN, at_quarter, body_budget, comparable, units, year
from sakip_app.screens.spending import label_spent, spent_until
from sakip_app.screens.standing import Lapor, behind, reported, too_few, view
from sakip_app.screens.target_tahun import against, measured_year, running_year
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.text import sentences
from sakip_app.text.bands import tepi_pita
from sakip_app.text.dates import due_date, format_tanggal
from sakip_app.text.numbers import (
    format_batas,
    format_nilai,
    format_pasangan,
    format_persen,
    format_rupiah,
    format_skor,
)
from sakip_app.text.sentences import Potongan
from sakip_app.text.words import awal_besar, bilangan, stated, tw
from sakip_metrics import Aturan, RekapInstansi, penyerapan, predikat, rekap_instansi

TERBANYAK_TERJAUH = 10
"""So many rows the list has while the year is unfinished: nobody is behind yet, some are farthest."""

JENJANG_BIASA = "sasaran"
"""The level a unit is measured at; another one is said behind its name."""


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def ranking(k: Konteks, hari_ini: date) -> Grafik:
    """Where everyone stands, and which way it moves."""
    frame = view(k, hari_ini).sort_values(
        ["peringkat", "nilai", "urutan"], ascending=[True, False, True], na_position="last", kind="stable"
    )
    level = frame["jenjang_utama"]
    rows = frame.assign(nama=frame["nama_pendek"], jenjang=level.where(level != JENJANG_BIASA))
    ranked = frame[frame["peringkat"].notna()]
    aturan, sebutan = k.instansi.aturan, k.instansi.sebutan
    rules = {quarter: k.instansi.pada(k.tahun, quarter) for quarter in TRIWULAN}
    judul = sentences.section_peringkat(
        list(ranked.loc[ranked["peringkat"] == 1, "nama_pendek"]),
        int((ranked["nilai"].round(9) >= aturan.batas_baik).sum()),
        len(ranked),
        aturan.predikat[min(1, len(aturan.predikat) - 1)].label,
        int(frame["turun_beruntun"].sum()),
        sebutan=sebutan,
    )
    edges = ", ".join(format_batas(edge) for edge in sorted(tepi_pita(aturan)))
    start = format_batas(sumbu_skor(frame["nilai"], aturan)[0])
    track = f"Jalur di kanan: skor {tw(k.triwulan)} mulai dari {start}, garis tegak di batas predikat {edges}. "
    if ranked.empty:
        track = "Skor tiap triwulan. "
    measure = f"Skor{against(k)}. " if against(k) else ""
    moves = _moves(k)
    if k.aturan_lain:
        moves += f"Tiap triwulan menurut aturannya sendiri: {k.aturan_lain}. "
    return Grafik(
        judul,
        f"{measure}{track}{moves}{awal_besar(sebutan)} yang belum cukup lapor tanpa peringkat.",
        peringkat(rows, aturan, triwulan=k.triwulan, per_triwulan=rules),
        alt_peringkat(rows, aturan, triwulan=k.triwulan, sebutan=sebutan),
        peringkat_ponsel(rows, aturan, triwulan=k.triwulan, per_triwulan=rules),
    )


def _moves(k: Konteks) -> str:
    """What the column Arah says, or why it stands empty; nothing in the first quarter."""
    if k.triwulan == TRIWULAN[0]:
        return ""
    before = tw(k.triwulan - 1)
    if not comparable(k, k.triwulan - 1):
        return f"Arah tidak dihitung: {before} dinilai menurut aturan lain. "
    moves = f"Arah: perubahan dari {before}"
    if not _twice_told(k):
        return f"{moves}; turun beruntun tidak dihitung: {tw(k.triwulan - 2)} dinilai menurut aturan lain. "
    return f"{moves}, ↓↓ turun dua kali beruntun. "


def _twice_told(k: Konteks) -> bool:
    """Whether no change of rule stands in the way of counting who fell twice running."""
    return all(comparable(k, quarter) for quarter in (k.triwulan - 1, k.triwulan - 2) if quarter >= TRIWULAN[0])


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def budget(k: Konteks, hari_ini: date) -> Grafik:
    """Money against performance.

    Spending is compared with what is due by the quarter, so while the year is unfinished performance is too.
    """
    if running_year(k):
        k, basis = replace(k, ukuran="triwulan"), " terhadap target triwulan"
    else:
        basis = against(k)
    frame = view(k, hari_ini)
    rows = frame.assign(nama=frame["nama_pendek"])
    aturan, sebutan = k.instansi.aturan, k.instansi.sebutan
    reached = spent_until(year(k).triwulanan, k.triwulan) or k.triwulan
    reference = aturan.acuan_penyerapan[reached - 1]
    corners = sudut(rows, batas_skor=aturan.batas_baik, acuan_serap=reference)
    compared = int(corners.notna().sum())
    return Grafik(
        sentences.section_kuadran(int((corners == "kanan-bawah").sum()), compared, sebutan),
        f"Skor s.d. {tw(k.triwulan)}{basis} dan penyerapan anggaran s.d. {tw(reached)}, {compared} {sebutan}. "
        f"Garis: batas {aturan.predikat[min(1, len(aturan.predikat) - 1)].label} "
        f"({format_batas(aturan.batas_baik)}) dan acuan penyerapan {tw(reached)} "
        f"{format_batas(reference)}\u00a0% ({_rule(aturan)}).",
        kuadran(rows, aturan, batas_skor=aturan.batas_baik, acuan_serap=reference, sebutan=sebutan),
        alt_kuadran(rows, batas_skor=aturan.batas_baik, acuan_serap=reference, sebutan=sebutan),
    )


def _rule(aturan: Aturan) -> str:
    return f"aturan {aturan.nama}{', contoh' if aturan.contoh else ''}"


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def opening(k: Konteks, hari_ini: date) -> Html:
    """Headline, trust line, KPI row and red list: what is read in the first minute."""
    frame, whole = view(k, hari_ini), rekap_instansi(units(k))
    lapor = reported(k, hari_ini)
    return gabung_html(
        [
            bingkai.judul(_headline(k, frame, whole, lapor)),
            trust.body_line(k, hari_ini),
            bingkai.baris_kpi(_kpi(k, frame, whole)),
        ]
    )


def _headline(k: Konteks, frame: pd.DataFrame, whole: RekapInstansi, lapor: Lapor) -> str:
    band = _band(k, whole.nilai)
    running = running_year(k) is not None
    reasons = list(frame.loc[frame["lapor"], f"status_{k.triwulan}"].value_counts().index)
    yearly = year(k).terukur[k.triwulan]["status_tahun"] == "dinilai"
    return sentences.headline_instansi(
        None if band is None else f"{format_skor(whole.nilai, k.instansi.aturan)}\u00a0%",
        band,
        k.triwulan,
        None if running else int(behind(k, frame, k.triwulan).sum()),
        _behind_before(k),
        n_lapor=lapor.n,
        sebab=reasons,
        lihat_tahun=k.ukuran == "triwulan" and reasons[:1] == ["tanpa_target"] and bool(yearly.any()),
        tahun=measured_year(k),
        sebutan=k.instansi.sebutan,
        n_unit_kurang=lapor.n_unit if too_few(k, lapor.n, lapor.n_unit) else None,
    )


def _behind_before(k: Konteks) -> int | None:
    """How many units were behind a quarter earlier, of those there were then; ``None`` where it does not compare."""
    if k.triwulan == TRIWULAN[0] or k.ukuran != "triwulan" or not comparable(k, k.triwulan - 1):
        return None
    before = at_quarter(k, k.triwulan - 1)
    return int(behind(before, units(before), before.triwulan).sum())


def _band(k: Konteks, value: float) -> str | None:
    band = predikat(pd.Series([value]), aturan=k.instansi.aturan).iloc[0]
    return None if pd.isna(band) else str(band)


def _kpi(k: Konteks, frame: pd.DataFrame, whole: RekapInstansi) -> list[bingkai.Kpi]:
    aturan, sebutan = k.instansi.aturan, k.instansi.sebutan
    band = _band(k, whole.nilai)
    edge = format_batas(aturan.batas_tertinggal)
    low = int(behind(k, frame, k.triwulan).sum())
    scored = int(frame["nilai"].notna().sum())
    twice = int(frame["turun_beruntun"].sum())
    unset = int((frame["status_" + str(k.triwulan)] == "belum_ditetapkan").sum())
    return [
        bingkai.Kpi(
            f"Rata-rata skor s.d. {tw(k.triwulan)}{against(k)}",
            "–" if band is None else format_skor(whole.nilai, aturan),
            cip=None
            if band is None or running_year(k) or too_few(k, int(frame["lapor"].sum()), len(frame))
            else cip_predikat(band, gaya_predikat(aturan)[band]),
            catatan=[Potongan(f"rata-rata {whole.n_unit_dinilai} dari {whole.n_unit} {sebutan}")],
            label_pendek="Dari target tahun" if against(k) else "Rata-rata skor",
        ),
        bingkai.Kpi(
            f"{awal_besar(sebutan)} dengan skor di bawah {edge}{against(k)}",
            str(low) if scored else "–",
            ekor=f"dari {scored} yang punya skor" if scored else "",
            catatan=[Potongan("turun dua kali berturut-turut: "), Potongan(str(twice), tebal=True)]
            if _twice_told(k)
            else [],
            label_pendek=f"{awal_besar(sebutan)} di bawah {edge}",
        ),
        _kpi_spending(k),
        bingkai.Kpi(
            f"Indikator dinilai{against(k)}",
            format_nilai(frame["n_dinilai"].sum()),
            ekor=f"dari {format_nilai(frame['n_terjadwal'].sum())} terjadwal",
            catatan=[Potongan(f"polaritas belum ditetapkan: {unset} {sebutan}")] if unset else [],
            label_pendek="Indikator dinilai",
        ),
    ]


def _kpi_spending(k: Konteks) -> bingkai.Kpi:
    """The share of the whole pagu spent; under the quarter it reaches where nobody told of the one in view.

    The money of units that ended in the year stays in it, and is said to be.
    """
    money = body_budget(k)
    share = penyerapan(pd.Series([money.realisasi]), pd.Series([money.pagu])).iloc[0]
    reached, aturan = spent_until(year(k).triwulanan, k.triwulan), k.instansi.aturan
    current = reached == k.triwulan
    reference = f"acuan {tw(k.triwulan)} {format_batas(aturan.acuan_penyerapan[k.triwulan - 1])}\u00a0%"
    return bingkai.Kpi(
        label_spent(reached, k.triwulan),
        "–" if pd.isna(share) else format_persen(share),
        ekor="" if pd.isna(money.pagu) else f"dari {format_rupiah(money.pagu)}",
        catatan=[
            Potongan(f"{reference} ({_rule(aturan)})" if current else f"belum ada untuk {tw(k.triwulan)}"),
            *(
                [Potongan(f" · termasuk {money.n_berakhir} {k.instansi.sebutan} yang berakhir")]
                if money.n_berakhir
                else []
            ),
        ],
        label_pendek=f"Serapan s.d. {tw(reached)}" if reached and not current else "Penyerapan",
    )


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def red_list(k: Konteks, hari_ini: date) -> tuple[str, str, Html]:
    """Title, subtitle and rows of the units that need a decision, worst first, with the reasons they gave.

    While an unfinished year is measured: the ten farthest from its target, of whom nothing is decided.
    """
    frame, running = view(k, hari_ini), running_year(k)
    low = frame[behind(k, frame, k.triwulan)].sort_values("nilai", kind="stable")
    low = low if running is None else low.head(TERBANYAK_TERJAUH)
    rows = year(k).terukur[k.triwulan].set_index("kode_indikator")
    looks = gaya_predikat(k.instansi.aturan)
    listed = [
        BarisMerah(
            nama=str(unit["nama"]),
            skor=format_skor(unit["nilai"], k.instansi.aturan),
            label=str(unit["predikat"]),
            gaya=looks[str(unit["predikat"])],
            perubahan=f"{unit['arah']} dari {tw(k.triwulan - 1)}" if unit["arah"] else "",
            alamat=address("unit", k, unit=str(kode)),
        )._replace(**_reasons(k, rows.loc[unit["terburuk"]], hari_ini))
        for kode, unit in low.iterrows()
    ]
    scored = bool(frame["nilai"].notna().any())
    edge = format_batas(k.instansi.aturan.batas_tertinggal)
    if not scored:
        subtitle = f"Belum ada indikator yang dinilai s.d. {tw(k.triwulan)}{against(k)}"
    elif not listed:
        subtitle = f"Semua skor yang ada{against(k)} {edge} ke atas"
    else:
        most = (
            ""
            if running is None
            else f", paling banyak {TERBANYAK_TERJAUH} {k.instansi.sebutan}; tahun belum selesai"
        )
        subtitle = f"Skor{against(k)} di bawah {edge}, dari yang terendah{most}"
    return (
        sentences.section_merah(len(listed), k.instansi.sebutan, ada_skor=scored, tahun=running),
        subtitle,
        daftar_merah(listed, sebutan=k.instansi.sebutan) if listed else Html(""),
    )


def _promise(promised: str | None, due: object, hari_ini: date) -> str:
    """The state of a follow-up that only the planner's sheet names: none, past its date, or noted."""
    if promised is None:
        return "belum_ada"
    try:
        return "rencana_lewat" if date.fromisoformat(str(due)) < hari_ini else "tercatat"
    except ValueError:
        return "tercatat"


def _reasons(k: Konteks, row: pd.Series, hari_ini: date) -> dict[str, Any]:
    """The indicator that holds a unit back most, in its own figures and the unit's own words."""
    yearly = k.ukuran == "tahun"
    reached, planned = format_pasangan(
        row["realisasi_tahun_sd" if yearly else "realisasi_sd"],
        row["target_tahunan" if yearly else "target_sd"],
        stated(row["satuan"]),
    )
    return {
        "penahan": stated(row["uraian"]),
        "angka": f"{reached} {'batas' if row['polaritas'] == 'minimal' else 'dari'} {planned}",
        "kendala": stated(row["kendala"]),
        **_follow_up(k, row, hari_ini),
    }


def _follow_up(k: Konteks, row: pd.Series, hari_ini: date) -> dict[str, Any]:
    """What was promised: the follow-up that lives, else what the unit wrote in its sheet."""
    known = capture(k, hari_ini).tindak_lanjut
    promises = living(k, known, str(row["kode_unit"]), str(row["kunci"]), hari_ini)
    if promises:
        promise, *others = promises
        due = format_tanggal(promise.tenggat) if promise.tenggat else None
        who_when = " · ".join(part for part in (promise.penanggung_jawab, due, _beside(others, hari_ini)) if part)
        return {"tindak_lanjut": promise.apa, "siapa_tenggat": who_when, "status": promise.keadaan_pada(hari_ini)}
    promised = stated(row["rencana_tindak_lanjut"])
    who_when = " · ".join(part for part in (stated(row["pic"]), due_date(row["batas_waktu"])) if part)
    return {
        "tindak_lanjut": promised,
        "siapa_tenggat": who_when or None,
        "status": _promise(promised, row["batas_waktu"], hari_ini),
    }


def _beside(others: Sequence[TindakLanjut], hari_ini: date) -> str | None:
    """How many more follow-ups live beside the one shown, and how many of these are overdue."""
    if not others:
        return None
    late = sum(satu.keadaan_pada(hari_ini) == "lewat" for satu in others)
    overdue = "" if not late else ", lewat tenggat" if late == len(others) else f", {bilangan(late)} lewat tenggat"
    return f"{bilangan(len(others))} lainnya{overdue}"
