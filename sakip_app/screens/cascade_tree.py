"""The cascade of a unit as a tree that folds, unfolded where something is behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_status, predikat
from sakip_app.markup.safe import Html, gabung_html, tautan
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.markup.tree import Ranting, pohon
from sakip_app.screens.agreements import DI_LUAR_PK, names_of
from sakip_app.screens.branches import Cabang
from sakip_app.screens.cascade import Kaskade, Nilai, assessed_of, mark, measured_cascade, walk
from sakip_app.screens.context import TERTULIS, Konteks
from sakip_app.screens.links import address
from sakip_app.screens.target_tahun import running_year
from sakip_app.screens.unit import main_level, rows_of
from sakip_app.text.numbers import KOSONG, format_nilai, format_pasangan, format_skor
from sakip_app.text.words import awal_besar, stated
from sakip_metrics import JENJANG

KOLOM = ("Realisasi", "Target", "Capaian, %", "Predikat")


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def cascade(k: Konteks, kode_unit: str) -> Html:
    """The section: its finding, one row a level, and the tree, unfolded where something is behind."""
    measured = measured_cascade(k, kode_unit)
    rows = {row["kode_indikator"]: row for row in rows_of(k, kode_unit).to_dict("records")}
    drawing = _Gambar(k, kode_unit, rows, measured)
    return gabung_html(
        [
            seksi(
                _finding(k, kode_unit, measured.jenjang),
                "Pilih satu indikator untuk melihat bagaimana angkanya dibuat.",
            ),
            _levels(k, measured.jenjang),
            pohon(
                "Tujuan sampai indikator",
                KOLOM,
                drawing.whole(),
                kosong="Unit ini belum punya indikator pada tahun ini.",
            ),
        ]
    )


def _finding(k: Konteks, kode_unit: str, levels: Mapping[str, Nilai]) -> str:
    """The level the unit is measured at beside the lowest one: what is done below need not move what is above."""
    assessed = [jenjang for jenjang in JENJANG if jenjang in levels and levels[jenjang].predikat]
    if not assessed:
        return "Dari tujuan ke penanggung jawab"
    main = main_level(k, kode_unit)
    told = dict.fromkeys((main if main in assessed else assessed[0], assessed[-1]))
    figures = [f"{jenjang} {format_skor(levels[jenjang].nilai, k.instansi.aturan)}" for jenjang in told]
    return f"Rata-rata skor {'; '.join(figures)}."


def _levels(k: Konteks, levels: Mapping[str, Nilai]) -> Html:
    lines = [
        (
            awal_besar(jenjang) if jenjang else "Tanpa jenjang",
            format_skor(value.nilai, k.instansi.aturan),
            assessed_of(value),
            mark(k, value),
        )
        for jenjang in (*JENJANG, "")
        if (value := levels.get(jenjang)) is not None
    ]
    heads = [
        Kolom("Jenjang"),
        Kolom("Rata-rata skor", kanan=True, lebar="150px"),
        Kolom("Indikator", kanan=True, lebar="190px"),
        Kolom("Predikat", lebar="190px"),
    ]
    return Html(f'<div class="sk-jenjang">{tabel(heads, lines)}</div>') if len(lines) > 1 else Html("")


class _Gambar:
    """Draws the branches of one unit."""

    def __init__(
        self, k: Konteks, kode_unit: str, rows: Mapping[str, Mapping[Any, Any]], measured: Kaskade
    ) -> None:
        self._k, self._unit, self._rows, self._measured = k, kode_unit, rows, measured
        self._edge = None if running_year(k) else k.instansi.aturan.batas_tertinggal

    def whole(self) -> list[Ranting]:
        """The tree; where the unit has several PK, each is a branch of its own."""
        trees = self._measured.pohon
        if len(trees) < 2:
            return self._below([branch for top in trees.values() for branch in top], "", top=True)
        names = names_of(self._k, self._unit)
        return [self._agreement(pk, names.get(pk, pk)) for pk in trees]

    def _agreement(self, pk: str, name: str) -> Ranting:
        value = self._measured.pk.get(pk)
        return Ranting(
            name if pk else DI_LUAR_PK,
            "Perjanjian kinerja" if pk else None,
            self._figures(value) if pk else ("",) * len(KOLOM),
            tebal=True,
            buka=True,
            anak=self._below(self._measured.pohon[pk], pk),
        )

    def _below(self, branches: Sequence[Cabang], pk: str, *, top: bool = False) -> list[Ranting]:
        return [row for branch in branches for row in self._branch(branch, pk, top=top)]

    def _branch(self, branch: Cabang, pk: str, *, top: bool) -> list[Ranting]:
        leaves = [self._leaf(self._rows[kode], alone=not branch.bernama) for kode in branch.indikator]
        if not branch.bernama and not branch.anak:
            return leaves
        value = self._measured.simpul.get((pk, branch.kunci))
        return [
            Ranting(
                branch.nama,
                awal_besar(branch.jenjang) or None,
                self._figures(value),
                tebal=True,
                buka=top or any(self._behind(kode) for found in walk([branch]) for kode in found.indikator),
                anak=(*leaves, *self._below(branch.anak, pk)),
            )
        ]

    def _figures(self, value: Nilai | None) -> tuple[str | Html | None, ...]:
        if value is None:
            return ("tanpa indikator sendiri", None, "", "")
        shown = "–" if value.predikat is None else format_skor(value.nilai, self._k.instansi.aturan)
        return (assessed_of(value), None, shown, mark(self._k, value))

    def _leaf(self, row: Mapping[Any, Any], *, alone: bool) -> Ranting:
        reached, planned = format_pasangan(
            row["realisasi_sd"], row["target_sd"], stated(row["satuan"]), row["kata"]
        )
        if row["status"] == "belum_lapor":
            reached = KOSONG  # what an earlier quarter left is not what this one reports
        link = address("indikator", self._k, unit=self._unit, indikator=row["kode_indikator"])
        assessed = row["status"] == "dinilai"
        aturan = self._k.instansi.aturan
        weight = None if pd.isna(row["bobot"]) else f"bobot {format_nilai(row['bobot'])}"
        person = stated(row["penanggung_jawab"])
        told = (
            awal_besar(stated(row["jenjang"]) or "") if alone else None,
            stated(row["satuan"]),
            weight,
            f"Penanggung jawab: {person}" if person else None,
        )
        return Ranting(
            tautan(row["uraian"], link),
            " · ".join(text for text in told if text),
            (
                reached,
                planned,
                format_skor(row["capaian"], aturan) if assessed else "–",
                predikat(row["predikat"], gaya_predikat(aturan)[row["predikat"]])
                if assessed
                else cip_status(row["status"]),
            ),
            tebal=self._behind(row["kode_indikator"]),
        )

    def _behind(self, kode: str) -> bool:
        """Whether the indicator is what somebody should look at: low under the rule, or not reported."""
        row = self._rows[kode]
        if row["status"] == "dinilai":
            return self._edge is not None and round(row["skor"], 9) < self._edge
        return bool(row["status"] == "belum_lapor")
