"""Pengaturan › Perjanjian: the PK of a unit and year, and the weights of its indicators within each."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.screens.context import engine, list_tahun, list_unit
from sakip_app.screens.settings import Latar, edition, keep
from sakip_app.store import PK
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import bilangan_awal, stated
from sakip_metrics import jenjang_utama

PENUH = 100.0
TOLERANSI = 0.1
"""As ``rekap`` warns: weights within a PK that are off 100 by more are normalised, and said."""


def draw(latar: Latar) -> None:
    """Choose year and unit; then its agreements, then its weights."""
    years = list_tahun(latar.instansi.kode, latar.versi)
    if not years:
        st.html(judul("Belum ada tahun untuk perjanjian kinerja."))
        st.caption("Tetapkan dahulu tanggal triwulan di Periode, atau unggah buku kerja pertama.")
        return
    title = st.container()
    with st.container(key="pilih_perjanjian", horizontal=True, vertical_alignment="bottom"):
        tahun = st.selectbox("Tahun", years, index=len(years) - 1, key="perjanjian_tahun", width=110)
        units = list_unit(latar.instansi.kode, tahun, latar.versi)["nama"]
        if units.empty:
            st.caption("Belum ada unit pada tahun ini.")
            return
        kode_unit = st.selectbox(
            "Unit", list(units.index), format_func=lambda kode: str(units[kode]), key="perjanjian_unit", width=420
        )
    kept = store.list_pk(engine(), latar.instansi.kode, tahun)
    kept = kept[kept["kode_unit"] == kode_unit].drop(columns="kode_unit").reset_index(drop=True)
    n = f"{bilangan_awal(len(kept))} perjanjian kinerja" if len(kept) else "Belum ada perjanjian kinerja"
    with title:
        st.html(judul(f"{n} {units[kode_unit]} {tahun}."))
    with st.container(key="seksi_pk"):
        _agreements(latar, str(kode_unit), tahun, kept)
    with st.container(key="seksi_bobot"):
        _weights(latar, str(kode_unit), tahun, [str(kode) for kode in kept["kode_pk"]])


def _agreements(latar: Latar, kode_unit: str, tahun: int, kept: pd.DataFrame) -> None:
    st.html(
        seksi(
            "Perjanjian",
            "Satu baris satu PK, misalnya PK Ketua dan PK Sekretaris. Yang lama tetap di riwayat; baris baru di bawah.",
        )
    )
    # Plain objects: a new row without a date does not fit into a column of moments.
    table = kept.assign(tanggal=kept["tanggal"].dt.date.astype("object")).astype("object")
    table = table.where(table.notna(), None)
    edited = st.data_editor(
        table,
        key=f"tabel_pk_{latar.instansi.kode}_{kode_unit}_{tahun}_{latar.versi}_{edition()}",
        hide_index=True,
        num_rows="add",
        column_config={
            "kode_pk": st.column_config.TextColumn("Kode PK", width="small", max_chars=40),
            "nama": st.column_config.TextColumn("Nama", width="large", max_chars=200),
            "pihak_pertama": st.column_config.TextColumn("Pihak pertama", width="medium", max_chars=200),
            "pihak_kedua": st.column_config.TextColumn("Pihak kedua", width="medium", max_chars=200),
            "tanggal": st.column_config.DateColumn("Ditandatangani", format="DD/MM/YYYY", width="small"),
        },
        placeholder="",
        alt="Tabel perjanjian kinerja unit ini",
    )
    pks = [_pk(row) for row in edited.to_dict("records") if _filled(row)]
    before = [_pk(row) for row in table.to_dict("records")]
    changed = [pk for pk in pks if pk not in before]
    if st.button(f"Simpan {len(changed)} perjanjian", type="primary", key="simpan_pk", disabled=not changed):
        keep(
            lambda: store.set_pk(engine(), latar.instansi.kode, kode_unit, tahun, pks, pelaku=latar.pelaku.nama),
            f"{bilangan_awal(len(changed))} perjanjian kinerja tersimpan.",
        )


def _filled(row: dict[Any, Any]) -> bool:
    return any(stated(row[column]) for column in ("kode_pk", "nama", "pihak_pertama", "pihak_kedua"))


def _pk(row: dict[Any, Any]) -> PK:
    signed = row["tanggal"]
    first, second = (stated(row[column]) for column in ("pihak_pertama", "pihak_kedua"))
    return PK(
        (stated(row["kode_pk"]) or "").strip(),
        (stated(row["nama"]) or "").strip(),
        first,
        second,
        None if pd.isna(signed) else pd.Timestamp(signed).date(),
    )


def _weights(latar: Latar, kode_unit: str, tahun: int, codes: list[str]) -> None:
    indikator = store.load_tahun(engine(), latar.instansi.kode, tahun).indikator
    own = indikator[indikator["kode_unit"] == kode_unit]
    own = own[(own["jenjang"] == jenjang_utama(own)) | own["jenjang"].isna()].set_index("kode_indikator")
    if own.empty:
        st.html(seksi("Bobot", "Unit ini belum punya indikator pada tahun ini."))
        return
    st.html(
        seksi(
            "Bobot indikator",
            "Jumlah bobot dalam satu PK adalah 100; bila tidak, bobotnya dinormalkan dan itu dikatakan di layar.",
        )
    )
    table = pd.DataFrame(
        {
            "uraian": own["uraian"],
            "kode_pk": own["kode_pk"].astype("object").where(own["kode_pk"].notna(), None),
            "bobot": own["bobot"],
        }
    )
    known = list(dict.fromkeys([*codes, *own["kode_pk"].dropna().astype(str)]))
    edited = st.data_editor(
        table,
        key=f"tabel_bobot_{latar.instansi.kode}_{kode_unit}_{tahun}_{latar.versi}_{edition()}",
        hide_index=True,
        num_rows="fixed",
        height=38 + 35 * min(len(table), 14),
        disabled=["uraian"],
        column_config={
            "uraian": st.column_config.TextColumn("Indikator", width="large"),
            "kode_pk": st.column_config.SelectboxColumn("PK", options=known, width="small"),
            "bobot": st.column_config.NumberColumn("Bobot", min_value=0.0, max_value=PENUH, width="small"),
        },
        placeholder="",
        alt="Tabel indikator dengan PK dan bobotnya",
    )
    st.caption(told_sums(edited))
    stood = table.to_dict("index")
    chosen: list[tuple[str, str, str | float]] = [
        (str(kode), "kode_pk", str(word))
        for kode, word in edited["kode_pk"].items()
        if stated(word) and word != stood[kode]["kode_pk"]
    ]
    chosen += [
        (str(kode), "bobot", float(weight))
        for kode, weight in edited["bobot"].items()
        if not pd.isna(weight) and weight != stood[kode]["bobot"]
    ]
    if st.button(f"Simpan {len(chosen)} isian", type="primary", key="simpan_bobot", disabled=not chosen):
        keep(
            lambda: store.declare(engine(), chosen, pelaku=latar.pelaku.nama),
            f"{bilangan_awal(len(chosen))} isian bobot dan PK tersimpan.",
        )


def told_sums(table: pd.DataFrame) -> str:
    """The sum of weights of each PK, and which is not 100.

    Examples:
        >>> told_sums(pd.DataFrame({"kode_pk": ["A", "A", None], "bobot": [60.0, 40.0, float("nan")]}))
        'A: 100'
        >>> told_sums(pd.DataFrame({"kode_pk": ["A", None], "bobot": [60.0, 30.0]}))
        'A: 60, belum 100 · tanpa PK: 30, belum 100'
    """
    sums = table.groupby(table["kode_pk"].fillna("tanpa PK"), sort=False)["bobot"].sum(min_count=1).dropna()
    if sums.empty:
        return "Tanpa bobot, semua indikator dihitung sama."
    return " · ".join(
        f"{kode}: {format_nilai(total)}{'' if abs(total - PENUH) <= TOLERANSI else ', belum 100'}"
        for kode, total in sums.items()
    )
