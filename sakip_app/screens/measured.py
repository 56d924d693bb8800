"""One year of one body, measured once: every screen reads its figures here, so they are the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.screens.context import TERTULIS, Instansi, Konteks, engine, list_unit
from sakip_app.store.naming import last_day
from sakip_app.store.stated import CATATAN
from sakip_metrics import Aturan, arah, hitung, jenjang_utama, peringkat, rekap, serapan, status_kelompok
from sakip_metrics.skala import scale_values

TRIWULAN = (1, 2, 3, 4)
JENJANG_ANGGARAN = ("program", "kegiatan", "subkegiatan")


class TahunTerukur(NamedTuple):
    """The measured year; ``terukur`` is keyed by quarter, and frames are shared, never changed.

    Targets in ``terukur`` are numbers: of a word such as WTP its rank in the scale.
    """

    indikator: pd.DataFrame
    triwulanan: pd.DataFrame
    terukur: dict[int, pd.DataFrame]
    terakhir: int
    """The last quarter for which anybody reported, 0 for none."""
    lapor: pd.DataFrame
    """kode_unit × quarter: whether the unit reported any realisasi in it."""


class AnggaranInstansi(NamedTuple):
    """The money of the whole body up to a quarter; NaN where nobody told."""

    pagu: float
    realisasi: float
    n_berakhir: int
    """So many units whose money is in it ended earlier in the year."""


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=TERTULIS)
def year_of(instansi: Instansi, tahun: int, versi: int, cakupan: str) -> TahunTerukur:
    """Read and measure a year, each quarter under the rule that was in force in it.

    ``versi`` and ``cakupan`` are only keys: what was kept, and who may see it.
    """
    return measure_year(instansi, tahun)


def measure_year(instansi: Instansi, tahun: int, quarters: Sequence[int] = TRIWULAN) -> TahunTerukur:
    """What ``year_of`` keeps, measured anew: for rules that are no more than a draft, and for these quarters only."""
    scales = store.list_skala(engine(), instansi.kode)
    indikator, triwulanan = store.load_tahun(engine(), instansi.kode, tahun)
    planned = _with_words(indikator, ("target_tahunan",))
    reported = _with_words(triwulanan, ("target", "realisasi"))
    indikator = indikator.assign(jenjang_utama=jenjang_utama(indikator))
    of_year, _ = scale_values(planned["target_tahunan"], planned["skala"], scales)
    terukur = {
        quarter: hitung(
            planned.assign(jenjang_utama=indikator["jenjang_utama"]),
            reported,
            triwulan=quarter,
            aturan=instansi.pada(tahun, quarter),
            skala=scales,
        ).assign(target_tahunan=of_year, **_notes(triwulanan, indikator["kode_indikator"], quarter))
        for quarter in quarters
    }
    filled = reported["realisasi"].notna()
    unit = reported["kode_indikator"].map(indikator.set_index("kode_indikator")["kode_unit"])
    lapor = (
        filled.groupby([unit, reported["triwulan"]])
        .any()
        .unstack(fill_value=False)
        .reindex(columns=list(TRIWULAN), fill_value=False)
    )
    last = [quarter for quarter in TRIWULAN if len(lapor) and lapor[quarter].any()]
    return TahunTerukur(indikator, triwulanan, terukur, max(last, default=0), lapor)


def _notes(triwulanan: pd.DataFrame, rows: pd.Series, quarter: int) -> dict[str, pd.Series]:
    """What each indicator's unit wrote for this quarter; a note of another quarter would explain the wrong one."""
    told = triwulanan[triwulanan["triwulan"] == quarter].set_index("kode_indikator")[list(CATATAN)]
    aligned = told.reindex(rows).set_axis(rows.index)
    return {note: aligned[note] for note in CATATAN}


def year(k: Konteks) -> TahunTerukur:
    """The measured year in view."""
    return year_of(k.instansi, k.tahun, k.versi, k.pelaku.cakupan)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=TERTULIS)
def words(k: Konteks) -> dict[str, dict[float, str]]:
    """What each rank of each scale is called; of several words for one rank the first."""
    scales = store.list_skala(engine(), k.instansi.kode)
    return {name: {rank: word for word, rank in reversed(list(ranks.items()))} for name, ranks in scales.items()}


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def units(k: Konteks) -> pd.DataFrame:
    """Every unit of the body in the quarter in view, in official order, indexed by ``kode_unit``.

    The columns of ``rekap``, and: ``nama``, ``nama_pendek``, ``jenis``, ``jenjang_utama``, ``peringkat``,
    ``nilai_1`` … ``nilai_4`` with ``predikat_…`` and ``status_…``, ``selisih``, ``turun_beruntun``, ``lapor``,
    ``pagu``, ``realisasi_anggaran``, ``penyerapan``: with those of the units it goes on for (``heirs``).
    ``selisih`` and ``turun_beruntun`` compare only quarters that are ``comparable``.
    """
    data = year(k)
    names = list_unit(k.instansi.kode, k.tahun, k.versi, k.triwulan)
    quarters = {quarter: rolled(at_quarter(k, quarter)) for quarter in TRIWULAN}
    frame = names.join(quarters[k.triwulan]).astype({"layak_peringkat": "boolean", "lapor": "boolean"})
    for quarter, then in quarters.items():
        frame[f"nilai_{quarter}"] = then["nilai"].reindex(frame.index)
        frame[f"status_{quarter}"] = then["status"].reindex(frame.index)
    values = pd.DataFrame({q: frame[f"nilai_{q}"] for q in TRIWULAN if comparable(k, q)}, index=frame.index)
    main = data.indikator.groupby("kode_unit")["jenjang_utama"].first()
    return frame.assign(
        layak_peringkat=frame["layak_peringkat"].fillna(value=False).astype(bool),
        lapor=frame["lapor"].fillna(value=False).astype(bool),
        jenjang_utama=main.reindex(frame.index),
        peringkat=lambda f: peringkat(f),
    ).join([arah(values, triwulan=k.triwulan), _budget(data, k.triwulan, heirs(k))])


def comparable(k: Konteks, quarter: int) -> bool:
    """Whether a quarter of the year in view was measured and banded the way the one in view was.

    A skor by another formula, cap or band is another measure: between the two there is no rise and no fall. The
    name of a rule, its decree, its reference for spending and the coverage a rank asks for change no skor.
    """
    return _yardstick(k.instansi.pada(k.tahun, quarter)) == _yardstick(k.instansi.pada(k.tahun, k.triwulan))


def _yardstick(aturan: Aturan) -> tuple[object, ...]:
    """What of a rule makes a skor and its band."""
    bands = tuple((band.batas, band.label) for band in aturan.predikat)
    of_skor = (aturan.rumus_minimal, aturan.rasio_realisasi_nol, aturan.batas_atas, aturan.batas_bawah)
    return (*of_skor, aturan.triwulan_kosong, bands, aturan.tepi)


def at_quarter(k: Konteks, quarter: int) -> Konteks:
    """The same view of another quarter of the year, under the rule of that quarter."""
    return replace(k, triwulan=quarter, instansi=replace(k.instansi, aturan=k.instansi.pada(k.tahun, quarter)))


def unit_row(k: Konteks, kode_unit: str) -> pd.Series:
    """One unit of ``units``."""
    return cast("pd.Series", units(k).loc[kode_unit])


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def rolled(k: Konteks) -> pd.DataFrame:
    """``of_quarter`` of the quarter in view: made once, whichever quarter is looked at from."""
    return of_quarter(k, year(k), k.triwulan)


def of_quarter(k: Konteks, data: TahunTerukur, quarter: int) -> pd.DataFrame:
    """``rekap`` by unit with ``status`` and ``lapor``.

    A unit that reported nothing this quarter and is assessed below the coverage its rule asks for (a figure
    left from an earlier quarter) has no nilai: silence is shown as silence.
    """
    rows = data.terukur[quarter]
    rows = rows[(rows["jenjang"] == rows["jenjang_utama"]) | rows["jenjang_utama"].isna()]
    rolled = rekap(
        rows, "kode_unit", aturan=k.instansi.pada(k.tahun, quarter), ukuran=f"skor_{k.ukuran}"
    ).set_index("kode_unit")
    lapor = data.lapor[quarter].reindex(rolled.index, fill_value=False)
    silent = ~lapor & ~rolled["layak_peringkat"]
    status = status_kelompok(rows, "kode_unit", ukuran=k.ukuran)
    return rolled.assign(
        nilai=rolled["nilai"].mask(silent),
        lapor=lapor,
        status=status.mask(silent & (status == "dinilai"), "belum_lapor"),
    )


def _budget(data: TahunTerukur, quarter: int, heirs: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Budget per unit, from the lines of the highest level that has a pagu, so that none is counted twice.

    Lines of a unit in ``heirs`` count to the unit that goes on for it.
    """
    lines = data.indikator[data.indikator["pagu"].notna()]
    order = {name: position for position, name in enumerate(JENJANG_ANGGARAN)}
    level = lines["jenjang"].map(order).fillna(len(order))  # a sheet may set its money beside any other line
    highest = level.groupby(lines["kode_unit"]).transform("min")
    top = lines[level == highest]
    top = top.assign(kode_unit=top["kode_unit"].replace(dict(heirs or {})))
    return serapan(top, data.triwulanan, "kode_unit", triwulan=quarter).set_index("kode_unit")


def body_budget(k: Konteks) -> AnggaranInstansi:
    """The money of the units there are, and of those that ended earlier in the year: it was given and spent.

    A unit that is still to come brings its money when it is there.
    """
    data = year(k)
    per_unit = _budget(data, k.triwulan)
    here = list_unit(k.instansi.kode, k.tahun, k.versi, k.triwulan).index
    ended = _ended(k)
    money = per_unit[per_unit.index.isin(here.union(ended))]
    pagu, spent = money[["pagu", "realisasi_anggaran"]].sum(min_count=1)
    return AnggaranInstansi(float(pagu), float(spent), int(money.index.isin(ended).sum()))


def _ended(k: Konteks) -> pd.Index:
    """The units of the year that ended before the last day of the quarter in view."""
    of_year = list_unit(k.instansi.kode, k.tahun, k.versi)
    return of_year.index[of_year["berlaku_sampai"] < pd.Timestamp(last_day(k.tahun, k.triwulan))]


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def heirs(k: Konteks) -> dict[str, str]:
    """Per unit that ended in the year the one unit that goes on for it in the quarter in view.

    Its money is shown there, for it is spent further there. Of several successors none is known to have which part.
    """
    here = list_unit(k.instansi.kode, k.tahun, k.versi, k.triwulan).index
    following = (
        store.list_penerus(engine(), k.instansi.kode).groupby("kode_unit")["kode_penerus"].agg(list).to_dict()
    )
    found = {}
    for ended in _ended(k):
        kode, passed = ended, {ended}
        while kode not in here and len(following.get(kode, [])) == 1 and following[kode][0] not in passed:
            kode = following[kode][0]
            passed.add(kode)
        if kode in here:
            found[ended] = kode
    return found


def _with_words(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Numbers and the words that stand in their place (WTP, BB) in one column, as ``hitung`` reads them."""
    words = {column: frame[f"{column}_teks"] for column in columns if frame[f"{column}_teks"].notna().any()}
    return frame.assign(
        **{
            column: frame[column].astype("object").where(frame[column].notna(), text)
            for column, text in words.items()
        }
    )
