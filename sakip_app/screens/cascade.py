"""The cascade of a unit: from tujuan down to the person in charge, each level with its own figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import cip_status, predikat
from sakip_app.markup.safe import Html
from sakip_app.screens.branches import Baris, Cabang, grow, placed
from sakip_app.screens.context import TERTULIS, Konteks
from sakip_app.screens.unit import main_level, rows_of
from sakip_app.text.words import stated
from sakip_metrics import predikat as band_of
from sakip_metrics import rekap, status_kelompok


class Nilai(NamedTuple):
    """The figure of one branch, level or PK: ``nilai`` NaN and a ``status`` where nothing is assessed."""

    nilai: float
    n_dinilai: int
    n_total: int
    predikat: str | None
    status: str


class Kaskade(NamedTuple):
    """The branches of a unit, per PK where it has several, and every figure of them.

    ``simpul`` is keyed by the PK and ``kunci`` of a branch, ``jenjang`` by the word of the level, ``pk`` by
    ``kode_pk`` (empty for what stands in none).
    """

    pohon: dict[str, list[Cabang]]
    simpul: dict[tuple[str, str], Nilai]
    jenjang: dict[str, Nilai]
    pk: dict[str, Nilai]
    bobot: dict[str, float]


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def measured_cascade(k: Konteks, kode_unit: str) -> Kaskade:
    """The unit's branches with their figures, all of them rolled up from the measured frame by ``rekap``.

    A figure of one jenjang holds indicators of that jenjang alone. The skor is what is averaged, as for the unit.
    """
    rows = rows_of(k, kode_unit)
    placed_rows = _placed(rows)
    member = _agreement_of(placed_rows, rows)
    groups = sorted(dict.fromkeys(member.values()), key=lambda pk: not pk)  # what stands in no PK comes last
    trees = {
        pk: grow([row for row in placed_rows if member[row.kode_indikator] == pk], placed_rows) for pk in groups
    }
    branch_of = {
        kode: f"{pk}\n{branch.kunci}"
        for pk, top in trees.items()
        for branch in walk(top)
        for kode in branch.indikator
    }
    level = rows["jenjang"].fillna("")
    main = rows[level == main_level(k, kode_unit)]
    own_pk = main["kode_pk"].fillna("")
    figures = _rolled(
        k,
        [
            ("simpul", rows, rows["kode_indikator"].map(branch_of)),
            ("jenjang", rows, level),
            ("pk", main, own_pk),
        ],
    )
    weights = main["bobot"].groupby(own_pk, sort=False).sum(min_count=1).dropna()
    return Kaskade(
        trees,
        {(pk, kunci): value for key, value in figures["simpul"].items() for pk, _, kunci in [key.partition("\n")]},
        figures["jenjang"],
        figures["pk"],
        {str(pk): float(total) for pk, total in weights.items()},
    )


def walk(top: Sequence[Cabang]) -> list[Cabang]:
    """The branches and all that stands below them, from the top down."""
    return [found for branch in top for found in (branch, *walk(branch.anak))]


def _placed(rows: pd.DataFrame) -> list[Baris]:
    columns = ["kode_indikator", "jenjang", "nama_rencana", "uraian", "induk", "kode_induk"]
    return [placed(*values) for values in rows[columns].itertuples(index=False, name=None)]


def _agreement_of(placed_rows: Sequence[Baris], rows: pd.DataFrame) -> dict[str, str]:
    """The PK of each indicator: its own, else that of the nearest indicator above; all one where there is but one."""
    own = {kode: stated(pk) for kode, pk in rows[["kode_indikator", "kode_pk"]].itertuples(index=False, name=None)}
    if len({pk for pk in own.values() if pk}) < 2:
        return dict.fromkeys(own, "")
    above = {row.kode_indikator: row.kode_induk for row in placed_rows}
    result = {}
    for kode in own:
        passed: set[str] = set()
        at = kode
        while at in own and not own[at] and at not in passed:
            passed.add(at)
            at = above[at]
        result[kode] = own.get(at) or ""
    return result


def _rolled(k: Konteks, scopes: Sequence[tuple[str, pd.DataFrame, pd.Series]]) -> dict[str, dict[str, Nilai]]:
    """Every group of every scope in one ``rekap``; no group crosses a jenjang.

    A scope and jenjang stands as a unit of its own, so that the weights of a PK are those of one level; they are
    scaled to 100 there, which no weighted mean feels, for who reads the screen is told of them elsewhere.
    """
    needed = [
        "kode_indikator",
        "kode_pk",
        "bobot",
        *(f"{word}_{k.ukuran}" for word in ("skor", "predikat", "status")),
    ]
    stacked = pd.concat(
        [
            rows[needed].assign(lingkup=scope, kunci=keys, kode_unit=f"{scope}/" + rows["jenjang"].fillna(""))
            for scope, rows, keys in scopes
        ],
        ignore_index=True,
    )
    pk = [stacked["kode_unit"], stacked["kode_pk"].fillna("")]
    total = stacked["bobot"].groupby(pk).transform("sum", min_count=1)
    stacked["bobot"] = stacked["bobot"] * 100 / total.where(total > 0)
    groups = ["lingkup", "kunci"]
    rolled = rekap(stacked, groups, aturan=k.instansi.aturan, ukuran=f"skor_{k.ukuran}")
    status = status_kelompok(stacked, groups, ukuran=k.ukuran)
    band = band_of(rolled["nilai"], aturan=k.instansi.aturan)
    result: dict[str, dict[str, Nilai]] = {scope: {} for scope, _, _ in scopes}
    for row, label in zip(rolled.to_dict("records"), band, strict=True):
        result[row["lingkup"]][row["kunci"]] = Nilai(
            float(row["nilai"]),
            int(row["n_dinilai"]),
            int(row["n_total"]),
            stated(label),
            str(status[row["lingkup"], row["kunci"]]),
        )
    return result


def assessed_of(value: Nilai) -> str:
    """How many of how many are assessed; it stands beside every mean."""
    return f"{value.n_dinilai} dinilai dari {value.n_total}"


def mark(k: Konteks, value: Nilai) -> Html:
    """The predikat of a figure, or why there is none."""
    if value.predikat is None:
        return cip_status(value.status)
    return predikat(value.predikat, gaya_predikat(k.instansi.aturan)[value.predikat])
