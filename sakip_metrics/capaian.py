"""Achievement of one row: raw percentage, skor after floor and cap, and its band."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from sakip_metrics.aturan import Aturan
from sakip_metrics.kosakata import KOSONG, POLARITAS, IndeksError, float_values, word_codes

MAKSIMAL, MINIMAL, STABIL = range(3)

DESIMAL_PEMBANDING = 9
"""Decimals kept before a skor meets an edge: float noise is smaller, no reported figure is finer."""

Angka = npt.NDArray[np.float64]


def capaian(
    realisasi: pd.Series,
    target: pd.Series | float,
    polaritas: pd.Series | str = "maksimal",
    *,
    aturan: Aturan,
    target_bawah: pd.Series | float | None = None,
    target_atas: pd.Series | float | None = None,
) -> pd.Series:
    """Percentage of target reached, raw: not capped, not floored.

    maksimal R/T × 100; minimal (2T−R)/T × 100 or T/R × 100 by ``aturan.rumus_minimal``;
    stabil 100 − |R−T|/T × 100. Where a range bound stands it replaces ``target``: inside the range is 100,
    beyond it R is measured against the nearer bound; a range may be one-sided.

    Args:
        realisasi: actual values, any unit.
        target: planned values in the same unit, on the same rows (or one number for all).
        polaritas: a word for all rows, or one for each; blank gives NaN.
        aturan: the rule set in force.
        target_bawah: lower bound of a range target.
        target_atas: upper bound of a range target.

    Returns:
        float64 Series in per cent on the index of ``realisasi``. NaN where an input is blank; where a range
        stands upside down (its lower bound above its upper); at T = 0
        for maksimal and stabil (minimal: 100 at R = 0, else 0); at T < 0, where no rule says what better
        means; and under the rumus rasio at R < 0. Never infinite.

    Raises:
        KosakataError: a polaritas outside maksimal, minimal, stabil.
        IndeksError: two Series on different rows.

    Dasar:
        Comparing realisasi with target: PermenPANRB 53/2014 Lampiran II.E (tertulis). maksimal: all sources.
        minimal: see ``Aturan.rumus_minimal``. stabil: the existence of the polarity is lazim, this formula a
        simplification of Kemenkeu's. Range: PermenPANRB 8/2021 p. 100 (tertulis). T = 0 and T < 0: practice
        disagrees; these are the defaults proposed for this product.

    Examples:
        >>> aturan = Aturan("contoh", rumus_minimal="selisih")
        >>> capaian(pd.Series([45.0, 131.0]), pd.Series([50.0, 86.0]), "maksimal", aturan=aturan).round(2).tolist()
        [90.0, 152.33]
        >>> capaian(pd.Series([131.0]), pd.Series([86.0]), "minimal", aturan=aturan).round(2).tolist()
        [47.67]
        >>> capaian(pd.Series([70.0]), 0, aturan=aturan, target_bawah=80, target_atas=90).tolist()
        [87.5]
    """
    rows = realisasi.index
    words = _on_rows(polaritas, rows, "polaritas")
    codes = word_codes(words, POLARITAS, "polaritas", pd.Series(rows, index=rows))
    values = raw_capaian(
        float_values(realisasi),
        float_values(_on_rows(target, rows, "target")),
        codes,
        aturan=aturan,
        lower=None if target_bawah is None else float_values(_on_rows(target_bawah, rows, "target_bawah")),
        upper=None if target_atas is None else float_values(_on_rows(target_atas, rows, "target_atas")),
    )
    return pd.Series(values, index=rows, name="capaian")


def raw_capaian(
    realisasi: Angka,
    target: Angka,
    polaritas: npt.NDArray[np.int8],
    *,
    aturan: Aturan,
    lower: Angka | None = None,
    upper: Angka | None = None,
) -> Angka:
    """``capaian`` on bare arrays, with polaritas as codes: what ``hitung`` uses twice on the same rows."""
    inside = np.zeros(len(realisasi), dtype=bool)
    if lower is not None or upper is not None:
        nothing = np.full(len(realisasi), np.nan)
        low, high = (nothing if lower is None else lower), (nothing if upper is None else upper)
        ranged = ~(np.isnan(low) & np.isnan(high))
        below, above = realisasi < low, realisasi > high
        inside = ranged & ~below & ~above & ~np.isnan(realisasi) & (polaritas != KOSONG)
        upside_down = low > high
        inside &= ~upside_down
        nearer = np.where(above, high, np.where(below, low, np.nan))
        target = np.where(ranged, np.where(upside_down, np.nan, nearer), target)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratio = realisasi / target
        minimal = _minimal(realisasi, target, ratio, aturan)
        values = np.where(
            polaritas == MINIMAL, minimal, np.where(polaritas == STABIL, 1 - np.abs(ratio - 1), ratio)
        )
        values = values * 100
    unknown = (
        (polaritas == KOSONG) | (target < 0) | ((target == 0) & (polaritas != MINIMAL)) | ~np.isfinite(values)
    )
    return np.where(inside, 100.0, np.where(unknown, np.nan, values))


def _minimal(realisasi: Angka, target: Angka, ratio: Angka, aturan: Aturan) -> Angka:
    """Lower is better, as a fraction; at T = 0 only R = 0 reaches the target."""
    if aturan.rumus_minimal == "selisih":
        formula = (2 * target - realisasi) / target
    else:
        formula = np.where((realisasi == 0) & (target > 0), aturan.rasio_realisasi_nol / 100, target / realisasi)
        formula = np.where(realisasi < 0, np.nan, formula)
    at_zero = np.where(np.isnan(realisasi), np.nan, np.where(realisasi == 0, 1.0, 0.0))
    return np.where(target == 0, at_zero, formula)


def skor(capaian: pd.Series, *, aturan: Aturan) -> pd.Series:
    """The capaian after floor and cap: what is averaged, ranked and banded.

    skor = min(batas_atas, max(batas_bawah, capaian)), in per cent, on the index of ``capaian``; NaN stays NaN.

    Dasar:
        Cap before averaging: BPS and PKO (praktik), otherwise one row of 3750 % rules the OPD. Which floor
        and cap: ``Aturan.batas_atas`` and ``Aturan.batas_bawah``.

    Examples:
        >>> skor(pd.Series([3750.0, 62.5, -70.5]), aturan=Aturan("contoh")).tolist()
        [100.0, 62.5, 0.0]
    """
    return capaian.astype("float64").clip(lower=aturan.batas_bawah, upper=aturan.batas_atas).rename("skor")


def predikat(skor: pd.Series, *, aturan: Aturan) -> pd.Series:
    """The band of each skor.

    A skor is compared after rounding to nine decimals, so that (2·11−16.39)/11 is 51 and not
    50.99999999999999. Above the highest edge stays the highest band; below the lowest stays the lowest.

    Returns:
        Ordered categorical, lowest band first, on the index of ``skor``; missing where the skor is.

    Dasar:
        ``Aturan.predikat`` and ``Aturan.tepi``.

    Examples:
        >>> predikat(pd.Series([91.0, 90.96, 50.5]), aturan=Aturan("contoh")).tolist()
        ['Sangat Tinggi', 'Tinggi', 'Sangat Rendah']
    """
    codes = band_codes(float_values(skor), aturan)
    return pd.Series(
        pd.Categorical.from_codes(codes, categories=pd.Index(aturan.label_predikat), ordered=True),
        index=skor.index,
        name="predikat",
    )


def band_codes(skor: Angka, aturan: Aturan) -> npt.NDArray[np.int64]:
    """Position of each skor's band counted from the lowest, -1 for NaN."""
    edges = np.array([band.batas for band in reversed(aturan.predikat)][1:], dtype=np.float64)
    rounded = np.round(skor, DESIMAL_PEMBANDING)
    codes = np.searchsorted(edges, rounded, side="right" if aturan.tepi == ">=" else "left")
    return np.where(np.isnan(skor), -1, codes)


def _on_rows(values: pd.Series | float | str, rows: pd.Index, what: str) -> pd.Series:
    """``values`` on ``rows``: one for all, or a Series that stands on the same rows, in any order."""
    if not isinstance(values, pd.Series):
        return pd.Series(values, index=rows)
    if values.index.equals(rows):
        return values
    if len(values) != len(rows) or not rows.is_unique or not values.index.isin(rows).all():
        raise IndeksError(f"{what} does not stand on the rows of realisasi; align the two first")
    return values.reindex(rows)
