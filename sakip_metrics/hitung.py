"""The measured frame: every indicator with its value to date, its two achievements and why there is none."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from sakip_metrics.aturan import Aturan
from sakip_metrics.capaian import MAKSIMAL, band_codes, raw_capaian
from sakip_metrics.kosakata import (
    KONSOLIDASI,
    KOSONG,
    POLARITAS,
    STATUS,
    TRIWULAN,
    KosakataError,
    KunciGandaError,
    SakipMetricsError,
    float_values,
    name_rows,
    word_codes,
)
from sakip_metrics.skala import SKALA_BAKU, Skala, scale_values
from sakip_metrics.triwulan import (
    JUMLAH,
    NILAI_AKHIR,
    RATA_RATA,
    check_triwulan,
    join_quarters,
    last_quarter,
)

Angka = npt.NDArray[np.float64]
Benar = npt.NDArray[np.bool_]
Kode = npt.NDArray[np.int8]

KOLOM_INDIKATOR: Final = ("kode_indikator", "kode_unit", "polaritas", "konsolidasi", "target_tahunan")
KOLOM_TRIWULANAN: Final = ("kode_indikator", "triwulan", "target", "realisasi")

(
    DINILAI,
    BELUM_DITETAPKAN,
    TANPA_TARGET,
    BELUM_DIJADWALKAN,
    BELUM_LAPOR,
    BELUM_AKHIR_TAHUN,
    PERLU_PENILAIAN_MANUAL,
) = range(len(STATUS))


class _Year(NamedTuple):
    """The annual target as arrays of one row an indicator; ``text`` marks words no scale maps."""

    target: Angka
    lower: Angka
    upper: Angka
    text: Benar

    @property
    def planned(self) -> Benar:
        return ~(np.isnan(self.target) & np.isnan(self.lower) & np.isnan(self.upper)) | self.text


class _Quarters(NamedTuple):
    """The quarterly columns as arrays of one row an indicator, one column a quarter."""

    target: Angka
    realisasi: Angka
    lower: Angka
    upper: Angka
    target_text: Benar
    realisasi_text: Benar

    @property
    def planned(self) -> Benar:
        return ~(np.isnan(self.target) & np.isnan(self.lower) & np.isnan(self.upper)) | self.target_text

    @property
    def filled(self) -> Benar:
        return ~np.isnan(self.realisasi) | self.realisasi_text

    @property
    def zero(self) -> Benar:
        """Quarters whose target is 0, as a number or as every bound that stands."""
        ranged = ~(np.isnan(self.lower) & np.isnan(self.upper))
        return np.asarray(np.where(ranged, _zero_range(self.lower, self.upper), self.target == 0), dtype=bool)

    def upto(self, triwulan: int) -> _Quarters:
        return _Quarters(
            self.target[:, :triwulan],
            self.realisasi[:, :triwulan],
            self.lower[:, :triwulan],
            self.upper[:, :triwulan],
            self.target_text[:, :triwulan],
            self.realisasi_text[:, :triwulan],
        )


class _ToDate(NamedTuple):
    """What the measure ``triwulan`` compares."""

    realisasi: Angka
    target: Angka
    lower: Angka
    upper: Angka
    acuan: npt.NDArray[np.int64]
    negative: Benar
    """Rows where a quarter that was joined has a negative target."""


def hitung(
    indikator: pd.DataFrame,
    triwulanan: pd.DataFrame,
    *,
    triwulan: int,
    aturan: Aturan,
    skala: Skala = SKALA_BAKU,
) -> pd.DataFrame:
    """Measure every indicator up to ``triwulan``, against the target to date and against the year's.

    Two measures, ``triwulan`` and ``tahun``; each has a capaian, a skor, a predikat and a status that says
    why there is none. A quarter is *scheduled* when it has a target, unless that is 0 while the year's is not.
    jumlah joins the quarters that have both a target and a realisasi, rata_rata those of them that are
    scheduled; nilai_akhir compares the last realisasi of a scheduled quarter with the target of that quarter;
    maksimum compares largest with largest. The year's measure joins every filled realisasi.

    Args:
        indikator: ``kode_indikator`` (unique), ``kode_unit``, ``polaritas``, ``konsolidasi``,
            ``target_tahunan``; optional ``target_bawah``, ``target_atas`` (a range for the year), ``skala``
            (name of an ordinal scale), and columns that are only carried.
        triwulanan: ``kode_indikator``, ``triwulan`` (1–4), ``target``, ``realisasi`` in the indicator's own
            unit; optional ``target_bawah``, ``target_atas``. Increments under jumlah, positions under
            nilai_akhir. Rows of other indicators are left out.
        triwulan: the quarter looked at, 1 to 4.
        aturan: the rule set in force.
        skala: ordinal scales by name, for words in ``target_tahunan``, ``target`` and ``realisasi``.

    Returns:
        One row an indicator in the given order, RangeIndex: the columns of ``indikator``, then
        ``realisasi_sd``, ``target_sd``, ``target_bawah_sd``, ``target_atas_sd``, ``realisasi_tahun_sd`` (what the
        year's measure compares), ``triwulan_acuan`` (the quarter the figures are of, Int64), and for both
        measures ``capaian_…`` and ``skor_…`` (float64, per cent), ``predikat_…`` (ordered categorical) and
        ``status_…`` (categorical).

    Raises:
        SakipMetricsError: a column is missing, or a key is blank.
        KunciGandaError: an indicator twice, or a quarter of one twice.
        KosakataError: a polaritas, konsolidasi or triwulan outside the vocabulary. A blank one is a status.

    Dasar:
        Per triwulan and per year: PermenPANRB 53/2014 Lampiran II.E (tertulis); both measures side by side as
        in the minutes of BPS Tapin, TW I 2026 (tertulis). Status words: DESIGN §4.1 of this product.

    Examples:
        >>> indikator = pd.DataFrame({"kode_indikator": ["A"], "kode_unit": ["U"], "polaritas": ["maksimal"],
        ...                           "konsolidasi": ["jumlah"], "target_tahunan": [95.0]})
        >>> triwulanan = pd.DataFrame({"kode_indikator": ["A"] * 3, "triwulan": [1, 2, 3],
        ...                            "target": [22.0, 25.0, 25.0], "realisasi": [18.6, 17.2, 8.9]})
        >>> terukur = hitung(indikator, triwulanan, triwulan=3, aturan=Aturan("contoh"))
        >>> terukur[["target_sd", "capaian_triwulan", "predikat_triwulan"]].round(4).values.tolist()
        [[72.0, 62.0833, 'Rendah']]
    """
    check_triwulan(triwulan)
    _check_frames(indikator, triwulanan)
    rows = indikator["kode_indikator"]
    polaritas = word_codes(indikator["polaritas"], POLARITAS, "polaritas", rows)
    konsolidasi = word_codes(indikator["konsolidasi"], KONSOLIDASI, "konsolidasi", rows)
    undeclared = (polaritas == KOSONG) | (konsolidasi == KOSONG)
    year = _year(indikator, skala)
    whole = _quarters(rows, indikator, triwulanan, skala)
    scheduled = whole.planned & ~(whole.zero & ~_year_is_zero(year, whole)[:, None])
    quarters, due = whole.upto(triwulan), scheduled[:, :triwulan]
    unreported = _unreported(due, quarters.filled, konsolidasi, aturan)
    to_date = _to_date(quarters, due, unreported, konsolidasi)
    realisasi_tahun = join_quarters(quarters.realisasi, quarters.filled, konsolidasi)

    capaian_triwulan = raw_capaian(
        to_date.realisasi, to_date.target, polaritas, aturan=aturan, lower=to_date.lower, upper=to_date.upper
    )
    capaian_tahun = raw_capaian(
        realisasi_tahun, year.target, polaritas, aturan=aturan, lower=year.lower, upper=year.upper
    )
    status_triwulan = _first_status(
        (undeclared, BELUM_DITETAPKAN),
        (~_any(whole.planned), TANPA_TARGET),
        (~_any(due), BELUM_DIJADWALKAN),
        (unreported, BELUM_LAPOR),
        (
            _text_counts(quarters.target_text | quarters.realisasi_text, due & quarters.filled, konsolidasi),
            PERLU_PENILAIAN_MANUAL,
        ),
        (to_date.negative, PERLU_PENILAIAN_MANUAL),
        (np.isnan(capaian_triwulan) & (to_date.target == 0), TANPA_TARGET),
        (np.isnan(capaian_triwulan), PERLU_PENILAIAN_MANUAL),
    )
    status_tahun = _first_status(
        (undeclared, BELUM_DITETAPKAN),
        (~year.planned, TANPA_TARGET),
        (~_any(quarters.filled), BELUM_LAPOR),
        ((polaritas != MAKSIMAL) & (konsolidasi == JUMLAH) & (triwulan < TRIWULAN[-1]), BELUM_AKHIR_TAHUN),
        (
            year.text | _text_counts(quarters.realisasi_text, quarters.filled, konsolidasi),
            PERLU_PENILAIAN_MANUAL,
        ),
        (np.isnan(capaian_tahun) & (year.target == 0), TANPA_TARGET),
        (np.isnan(capaian_tahun), PERLU_PENILAIAN_MANUAL),
    )
    return indikator.reset_index(drop=True).assign(
        realisasi_sd=to_date.realisasi,
        target_sd=to_date.target,
        target_bawah_sd=to_date.lower,
        target_atas_sd=to_date.upper,
        realisasi_tahun_sd=realisasi_tahun,
        triwulan_acuan=pd.arrays.IntegerArray(to_date.acuan, to_date.acuan == 0),
        **_judged("triwulan", capaian_triwulan, status_triwulan, aturan),
        **_judged("tahun", capaian_tahun, status_tahun, aturan),
    )


def _check_frames(indikator: pd.DataFrame, triwulanan: pd.DataFrame) -> None:
    for name, frame, needed in (
        ("indikator", indikator, KOLOM_INDIKATOR),
        ("triwulanan", triwulanan, KOLOM_TRIWULANAN),
    ):
        missing = [column for column in needed if column not in frame.columns]
        if missing:
            raise SakipMetricsError(f"{name} lacks the columns {', '.join(missing)}")
    keys = indikator["kode_indikator"]
    if keys.isna().any():
        raise SakipMetricsError(f"kode_indikator is blank in rows {name_rows(keys.index[keys.isna()])}")
    if not keys.is_unique:
        raise KunciGandaError(f"kode_indikator stands twice: {name_rows(keys[keys.duplicated()].unique())}")


def _year(indikator: pd.DataFrame, skala: Skala) -> _Year:
    target, text = scale_values(indikator["target_tahunan"], _scale_names(indikator), skala)
    lower, upper = (_optional(indikator, column) for column in ("target_bawah", "target_atas"))
    return _Year(target, lower, upper, text)


def _quarters(rows: pd.Series, indikator: pd.DataFrame, triwulanan: pd.DataFrame, skala: Skala) -> _Quarters:
    """The long frame laid out as one row an indicator, one column a quarter."""
    quarter = triwulanan["triwulan"].to_numpy(dtype="float64", na_value=np.nan)
    outside = ~np.isin(quarter, TRIWULAN)
    if outside.any():
        raise KosakataError(
            f"triwulan is 1 to 4; not so in the rows of {name_rows(triwulanan['kode_indikator'][outside])}"
        )
    position = pd.Index(rows).get_indexer(pd.Index(triwulanan["kode_indikator"]))
    known = position >= 0
    cell = position[known] * len(TRIWULAN) + quarter[known].astype(np.int64) - 1
    uses = np.bincount(cell, minlength=len(rows) * len(TRIWULAN))
    if (uses > 1).any():
        twice = np.unique(np.flatnonzero(uses > 1) // len(TRIWULAN))
        raise KunciGandaError(f"a triwulan stands twice for kode_indikator {name_rows(rows.iloc[twice])}")

    def lay_out(values: Angka) -> Angka:
        flat = np.full(len(rows) * len(TRIWULAN), np.nan)
        flat[cell] = values[known]
        return flat.reshape(len(rows), len(TRIWULAN))

    names = _scale_names(indikator).iloc[np.maximum(position, 0)] if len(rows) else pd.Series(dtype="str")
    target, target_text = scale_values(triwulanan["target"], names, skala)
    realisasi, realisasi_text = scale_values(triwulanan["realisasi"], names, skala)
    return _Quarters(
        target=lay_out(target),
        realisasi=lay_out(realisasi),
        lower=lay_out(_optional(triwulanan, "target_bawah")),
        upper=lay_out(_optional(triwulanan, "target_atas")),
        target_text=lay_out(target_text.astype(float)) == 1,
        realisasi_text=lay_out(realisasi_text.astype(float)) == 1,
    )


def _scale_names(indikator: pd.DataFrame) -> pd.Series:
    return indikator["skala"] if "skala" in indikator else pd.Series("", index=indikator.index, dtype="str")


def _optional(frame: pd.DataFrame, column: str) -> Angka:
    return float_values(frame[column]) if column in frame else np.full(len(frame), np.nan)


def _zero_range(lower: Angka, upper: Angka) -> Benar:
    """Whether every bound that stands is 0."""
    return np.asarray((np.nan_to_num(lower) == 0) & (np.nan_to_num(upper) == 0), dtype=bool)


def _year_is_zero(year: _Year, whole: _Quarters) -> Benar:
    """Whether nothing is to happen all year: the annual target is 0 or, where none stands, every quarter's."""
    ranged = ~(np.isnan(year.lower) & np.isnan(year.upper))
    range_zero = _zero_range(year.lower, year.upper)
    all_quarters_zero = (whole.zero | ~whole.planned).all(axis=1)
    return np.where(ranged, range_zero, np.where(year.planned, year.target == 0, all_quarters_zero))


def _unreported(due: Benar, filled: Benar, konsolidasi: Kode, aturan: Aturan) -> Benar:
    """Scheduled and silent: this quarter, an earlier one that the joining needs, or all of them."""
    silent = due & ~filled
    needs_all = np.isin(konsolidasi, (JUMLAH, RATA_RATA)) & (aturan.triwulan_kosong == "tunda")
    return silent[:, -1] | (needs_all & _any(silent)) | ~_any(due & filled)


def _to_date(quarters: _Quarters, due: Benar, unreported: Benar, konsolidasi: Kode) -> _ToDate:
    """Both sides joined over the same quarters; where the unit is silent, each over what there is."""
    planned, filled = quarters.planned, quarters.filled
    # A quarter planned at 0 in a year that is not 0 adds nothing to a sum; in a mean it would be a false zero.
    both = np.where((konsolidasi == RATA_RATA)[:, None], due, planned) & filled
    joined = np.isin(konsolidasi, (JUMLAH, RATA_RATA)) & ~unreported
    acuan = last_quarter(due & filled)
    own = (konsolidasi == NILAI_AKHIR) & (acuan > 0) & ~unreported
    only_acuan = own[:, None] & (np.arange(1, planned.shape[1] + 1) == acuan[:, None])
    used_target = np.where(own[:, None], only_acuan, np.where(joined[:, None], both, planned))
    used_realisasi = np.where(own[:, None], only_acuan, np.where(joined[:, None], both, filled))

    ranged = ~(np.isnan(quarters.lower) & np.isnan(quarters.upper))
    lower = upper = np.full(len(planned), np.nan)
    if ranged.any():
        lower = _joined_bound(quarters.lower, quarters.target, ranged, used_target, konsolidasi)
        upper = _joined_bound(quarters.upper, quarters.target, ranged, used_target, konsolidasi)
    return _ToDate(
        realisasi=join_quarters(quarters.realisasi, used_realisasi, konsolidasi),
        target=join_quarters(quarters.target, used_target, konsolidasi),
        lower=lower,
        upper=upper,
        acuan=np.where(konsolidasi == NILAI_AKHIR, acuan, planned.shape[1]),
        negative=_any(used_target & ~ranged & (quarters.target < 0)),
    )


def _joined_bound(bound: Angka, target: Angka, ranged: Benar, used: Benar, konsolidasi: Kode) -> Angka:
    """One side of a range over the used quarters; open where any of them leaves it open.

    A plain target among ranges is the range from itself to itself.
    """
    in_range_row = _any(ranged & used)[:, None]
    sides = np.where(in_range_row & ~ranged, target, bound)
    open_side = _any(used & np.isnan(sides))
    return np.where(open_side, np.nan, join_quarters(sides, used, konsolidasi))


def _text_counts(text: Benar, used: Benar, konsolidasi: Kode) -> Benar:
    """Whether a word no scale maps stands where the joining reads: the last used quarter, or any."""
    last = last_quarter(used)
    at_last = text[np.arange(len(text)), np.maximum(last - 1, 0)] & (last > 0)
    return np.where(konsolidasi == NILAI_AKHIR, at_last, _any(text))


def _any(cells: Benar) -> Benar:
    """Whether any quarter of a row is marked."""
    return np.asarray(cells.any(axis=1), dtype=bool)


def _first_status(*cases: tuple[Benar, int]) -> Kode:
    """The status of the first case that holds for a row, DINILAI where none does."""
    return np.select([case for case, _ in cases], [np.int8(code) for _, code in cases], default=np.int8(DINILAI))


def _judged(ukuran: str, raw: Angka, status: Kode, aturan: Aturan) -> dict[str, Any]:
    """The four columns of one measure."""
    values = np.where(status == DINILAI, raw, np.nan)
    clipped = values.clip(
        -np.inf if aturan.batas_bawah is None else aturan.batas_bawah,
        np.inf if aturan.batas_atas is None else aturan.batas_atas,
    )
    bands = pd.Categorical.from_codes(
        band_codes(clipped, aturan), categories=pd.Index(aturan.label_predikat), ordered=True
    )
    return {
        f"capaian_{ukuran}": values,
        f"skor_{ukuran}": clipped,
        f"predikat_{ukuran}": bands,
        f"status_{ukuran}": pd.Categorical.from_codes(status, categories=pd.Index(STATUS)),
    }
