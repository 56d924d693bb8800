"""What stored indicators leave open: a scale for their words, polaritas, konsolidasi. A person declares it here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.screens.context import engine, list_unit
from sakip_app.screens.settings import Latar, edition, keep
from sakip_app.text.words import KATA_KONSOLIDASI, KATA_POLARITAS, bilangan_awal, gabung
from sakip_app.workbook.polaritas import propose
from sakip_metrics import KONSOLIDASI, POLARITAS
from sakip_metrics.skala import scale_values

Skala = Mapping[str, Mapping[str, float]]
_ACCEPTED = "usul_diterima"


def words_without_scale(latar: Latar, tahun: int, scales: Skala) -> pd.DataFrame:
    """Indicators with a word that their scale does not hold: ``unit, uraian, kata, skala``, by ``kode_indikator``."""
    indikator, triwulanan = store.load_tahun(engine(), latar.instansi.kode, tahun)
    scale_of = indikator.set_index("kode_indikator")["skala"]
    texts = [
        indikator[["kode_indikator"]].assign(kata=indikator["target_tahunan_teks"]),
        *(
            triwulanan[["kode_indikator"]].assign(kata=triwulanan[f"{jenis}_teks"])
            for jenis in ("target", "realisasi")
        ),
    ]
    said = pd.concat(texts, ignore_index=True).dropna(subset=["kata"])
    if said.empty:
        return pd.DataFrame(columns=["unit", "uraian", "kata", "skala"])
    _, unknown = scale_values(said["kata"].astype("object"), said["kode_indikator"].map(scale_of), scales)
    words = said[unknown].groupby("kode_indikator", sort=False)["kata"].agg(lambda kata: list(dict.fromkeys(kata)))
    rows = indikator[indikator["kode_indikator"].isin(words.index)].set_index("kode_indikator")
    return pd.DataFrame(
        {"unit": _unit(latar, tahun, rows), "uraian": rows["uraian"], "kata": words, "skala": rows["skala"]}
    ).reindex(rows.index)


def _unit(latar: Latar, tahun: int, rows: pd.DataFrame) -> pd.Series:
    return rows["kode_unit"].map(list_unit(latar.instansi.kode, tahun, latar.versi)["nama_pendek"])


def fitting(kata: list[str], scales: Skala) -> str | None:
    """The one scale that holds all these words; ``None`` where none or several do."""
    wanted = {word.strip().casefold() for word in kata}
    found = [name for name, words in scales.items() if wanted <= {word.casefold() for word in words}]
    return found[0] if len(found) == 1 else None


def draw(latar: Latar, years: list[int], scales: Skala) -> None:
    """Both tables, for one year."""
    with st.container(key="seksi_kata"):
        title = st.container()  # what it finds depends on the year chosen below it
        tahun = _choose_year(years)
        _draw_words(latar, tahun, scales, title)
    with st.container(key="seksi_terbuka"):
        _draw_open(latar, tahun)


def _choose_year(years: list[int]) -> int:
    chosen = st.segmented_control(
        "Tahun",
        years,
        default=years[-1],
        format_func=str,
        required=True,
        key="skala_tahun",
        label_visibility="collapsed",
    )
    return chosen or years[-1]


def _draw_words(latar: Latar, tahun: int, scales: Skala, title: DeltaGenerator) -> None:
    waiting = words_without_scale(latar, tahun, scales)
    if waiting.empty:
        title.html(
            seksi(f"Semua kata pada {tahun} sudah punya skala", "Target atau realisasi berupa kata dapat dinilai.")
        )
        return
    title.html(
        seksi(
            f"{bilangan_awal(len(waiting))} indikator {tahun} memakai kata tanpa skala",
            "Selama belum ada skalanya, indikator ini perlu penilaian manual.",
        )
    )
    table = waiting.assign(
        kata=waiting["kata"].map(gabung),
        skala=waiting["kata"].map(lambda kata: fitting(kata, scales)).astype("object"),
    )
    edited = st.data_editor(
        table,
        key=f"tabel_kata_{tahun}_{latar.versi}_{edition()}",
        hide_index=True,
        num_rows="fixed",
        height=38 + 35 * min(len(table), 10),
        disabled=["unit", "uraian", "kata"],
        column_config={
            "unit": st.column_config.TextColumn("Unit", width="medium"),
            "uraian": st.column_config.TextColumn("Indikator", width="large"),
            "kata": st.column_config.TextColumn("Kata", width="small"),
            "skala": st.column_config.SelectboxColumn("Skala", options=list(scales), width="small"),
        },
        placeholder="",
        alt="Tabel indikator bertarget kata, dengan kolom terakhir untuk memilih skala",
    )
    chosen = [(str(kode), "skala", str(name)) for kode, name in edited["skala"].items() if name in scales]
    _save(latar, chosen, "skala", "simpan_kata")


def _draw_open(latar: Latar, tahun: int) -> None:
    table = open_properties(latar, tahun)
    if table.empty:
        st.html(
            seksi(f"Polaritas dan konsolidasi {tahun} lengkap", "Semua indikator yang tersimpan dapat dinilai.")
        )
        return
    st.html(
        seksi(
            f"{bilangan_awal(len(table))} indikator {tahun} belum lengkap",
            "Tanpa polaritas atau konsolidasi, indikator belum dinilai. Kami mengusulkan; Anda yang menetapkan.",
        )
    )
    accepted = st.session_state.setdefault(_ACCEPTED, {}).setdefault((latar.instansi.kode, tahun), {})
    table["polaritas"] = [now or accepted.get(kode) for kode, now in table["polaritas"].items()]
    proposed = table["usul"].notna() & table["polaritas"].isna()
    if proposed.any() and st.button(f"Terima {int(proposed.sum())} usul", key="terima_usul_tersimpan"):
        accepted.update(table.loc[proposed, "usul"].to_dict())
        st.rerun()
    before = open_properties(latar, tahun)
    edited = st.data_editor(
        table,
        key=f"tabel_terbuka_{tahun}_{latar.versi}_{len(accepted)}",
        hide_index=True,
        num_rows="fixed",
        height=38 + 35 * min(len(table), 10),
        disabled=["unit", "uraian", "satuan", "usul", "alasan"],
        column_config={
            "unit": st.column_config.TextColumn("Unit", width="small"),
            "uraian": st.column_config.TextColumn("Indikator", width="large"),
            "satuan": st.column_config.TextColumn("Satuan", width=80),
            "usul": st.column_config.TextColumn("Usul", width=90),
            "alasan": st.column_config.TextColumn("Alasan", width="medium"),
            "polaritas": st.column_config.SelectboxColumn("Polaritas", options=list(POLARITAS), width=120),
            "konsolidasi": st.column_config.SelectboxColumn(
                "Konsolidasi",
                options=list(KONSOLIDASI),
                format_func=lambda word: KATA_KONSOLIDASI[str(word)],
                width=120,
            ),
        },
        placeholder="",
        alt="Tabel indikator yang belum lengkap, dengan dua kolom terakhir untuk diisi",
    )
    st.caption(" · ".join(f"{word}: {meaning}" for word, meaning in KATA_POLARITAS.items()))
    chosen = [
        (str(kode), jenis, str(word))
        for jenis, words in (("polaritas", POLARITAS), ("konsolidasi", KONSOLIDASI))
        for kode, word in edited[jenis].items()
        if word in words and word != before[jenis].get(kode)
    ]
    _save(latar, chosen, "polaritas dan konsolidasi", "simpan_terbuka")


def open_properties(latar: Latar, tahun: int) -> pd.DataFrame:
    """Stored indicators without polaritas or konsolidasi, with what their words propose, by ``kode_indikator``."""
    indikator = store.load_tahun(engine(), latar.instansi.kode, tahun).indikator
    rows = indikator[indikator["polaritas"].isna() | indikator["konsolidasi"].isna()].set_index("kode_indikator")
    proposals = [propose(uraian) for uraian in rows["uraian"]]
    unset: dict[str, Any] = {
        jenis: rows[jenis].astype("object").where(rows[jenis].notna(), None)
        for jenis in ("polaritas", "konsolidasi")
    }
    return pd.DataFrame(
        {
            "unit": _unit(latar, tahun, rows),
            "uraian": rows["uraian"],
            "satuan": rows["satuan"].fillna(""),
            "usul": [word for word, _ in proposals],
            "alasan": [reason for _, reason in proposals],
            **unset,
        },
        index=rows.index,
    ).astype({"usul": "object"})


def _save(latar: Latar, chosen: Sequence[tuple[str, str, str | float]], what: str, key: str) -> None:
    if st.button(f"Simpan {len(chosen)} pilihan", type="primary", key=key, disabled=not chosen):
        keep(
            lambda: store.declare(engine(), chosen, pelaku=latar.pelaku.nama),
            f"{bilangan_awal(len(chosen))} pilihan {what} tersimpan.",
        )
