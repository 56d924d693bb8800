"""Units beside one another: at which jenjang, in which order, which way they move, how the instansi stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from sakip_metrics.capaian import DESIMAL_PEMBANDING
from sakip_metrics.kosakata import STATUS, KosakataError, float_values
from sakip_metrics.triwulan import check_triwulan

URUTAN_JENJANG: Final = ("sasaran", "program", "kegiatan", "subkegiatan", "tujuan")
STATUS_MENONJOL: Final = (
    "dinilai",
    "belum_lapor",
    "perlu_penilaian_manual",
    "belum_ditetapkan",
    "belum_akhir_tahun",
    "belum_dijadwalkan",
    "tanpa_target",
)


class RekapInstansi(NamedTuple):
    """The instansi as the mean of its units; ``nilai`` is NaN where no unit is assessed."""

    nilai: float
    n_unit_dinilai: int
    n_unit: int


def jenjang_utama(indikator: pd.DataFrame) -> pd.Series:
    """The one jenjang each unit is measured at: sasaran, or the next it has.

    The order is sasaran (IKU), program, kegiatan, subkegiatan, tujuan; a unit whose indicators name no
    jenjang is measured by all of them.

    Args:
        indikator: columns ``kode_unit`` and ``jenjang``.

    Returns:
        Series (str) on the index of ``indikator`` with the jenjang of the row's unit, missing where the unit
        names none. Rows with ``jenjang == jenjang_utama(...)`` are the ones to roll up.

    Dasar:
        A PK of a head of OPD agrees sasaran (PermenPANRB 53/2014 Lampiran I, tertulis); that a form without
        sasaran is read at its next level is this product's choice and is said beside the figure.

    Examples:
        >>> rows = pd.DataFrame({"kode_unit": ["A", "A", "B"], "jenjang": ["program", "sasaran", "kegiatan"]})
        >>> jenjang_utama(rows).tolist()
        ['sasaran', 'sasaran', 'kegiatan']
    """
    order = {jenjang: position for position, jenjang in enumerate(URUTAN_JENJANG)}
    position = indikator["jenjang"].map(order).astype("float64")
    first = position.groupby(indikator["kode_unit"]).transform("min")
    return first.map(dict(enumerate(URUTAN_JENJANG))).astype("str").rename("jenjang_utama")


def rekap_instansi(per_unit: pd.DataFrame) -> RekapInstansi:
    """The instansi: the mean of its units' nilai, each unit counted once.

    Args:
        per_unit: what ``rekap`` returned by ``kode_unit``.

    Dasar:
        Mean of units (praktik, evaluation report of Kab. Kediri); units without an assessed indicator are
        left out of the mean and stay in the count.

    Examples:
        >>> rekap_instansi(pd.DataFrame({"nilai": [90.0, 60.0, None]}))
        RekapInstansi(nilai=75.0, n_unit_dinilai=2, n_unit=3)
    """
    nilai = pd.Series(float_values(per_unit["nilai"]))
    return RekapInstansi(float(nilai.mean()), int(nilai.notna().sum()), len(nilai))


def peringkat(per_unit: pd.DataFrame) -> pd.Series:
    """Rank of each group by nilai, 1 the highest; equals share a rank, and who may not be ranked has none.

    Args:
        per_unit: what ``rekap`` returned (``nilai``, ``layak_peringkat``).

    Returns:
        Int64 Series on the index of ``per_unit``.

    Dasar:
        Ranking by the mean of capped capaian, not of a silent unit: lazim.

    Examples:
        >>> peringkat(pd.DataFrame({"nilai": [90.0, 95.0, 99.0], "layak_peringkat": [True, True, False]})).tolist()
        [2, 1, <NA>]
    """
    eligible = per_unit["nilai"].where(per_unit["layak_peringkat"]).round(DESIMAL_PEMBANDING)
    return eligible.rank(method="min", ascending=False).astype("Int64").rename("peringkat")


def arah(nilai: pd.DataFrame, *, triwulan: int) -> pd.DataFrame:
    """Which way each row moved since the quarter before, and whether it fell twice running.

    selisih = nilai of ``triwulan`` − nilai of the quarter before, in points.

    Args:
        nilai: columns 1 to 4, one row a unit, per cent.
        triwulan: 1 to 4.

    Returns:
        On the index of ``nilai``: ``selisih`` (float64, NaN where one of the two is missing) and
        ``turun_beruntun`` (bool: this quarter below the last, and the last below the one before).

    Examples:
        >>> arah(pd.DataFrame({1: [85.7], 2: [74.3], 3: [64.9]}), triwulan=3).round(1).values.tolist()
        [[-9.4, True]]
    """
    check_triwulan(triwulan)
    blank = pd.Series(np.nan, index=nilai.index)
    now, last, before = (nilai.get(triwulan - back, blank).astype("float64") for back in range(3))
    change = (now - last).round(DESIMAL_PEMBANDING)
    fell_before = (last - before).round(DESIMAL_PEMBANDING) < 0
    return pd.DataFrame({"selisih": change, "turun_beruntun": (change < 0) & fell_before})


def status_kelompok(terukur: pd.DataFrame, oleh: str | Sequence[str], *, ukuran: str = "triwulan") -> pd.Series:
    """The one status that speaks for a group: dinilai if any row is, else the one that asks most to be done.

    Args:
        terukur: what ``hitung`` returned.
        oleh: the column or columns to group by.
        ukuran: ``triwulan`` or ``tahun``.

    Returns:
        Series (str) by group.

    Raises:
        KosakataError: an ``ukuran`` that does not exist.

    Examples:
        >>> rows = pd.DataFrame({"kode_unit": ["A", "A"], "status_triwulan": ["tanpa_target", "belum_lapor"]})
        >>> status_kelompok(rows, "kode_unit").tolist()
        ['belum_lapor']
    """
    if ukuran not in ("triwulan", "tahun"):
        raise KosakataError(f"ukuran is triwulan or tahun, not {ukuran!r}")
    groups = [oleh] if isinstance(oleh, str) else list(oleh)
    order = {status: STATUS_MENONJOL.index(status) for status in STATUS}
    position = terukur[f"status_{ukuran}"].astype("str").map(order)
    keys = [terukur[column] for column in groups]
    first = position.groupby(keys, sort=False, dropna=False, observed=True).min()
    return first.map(dict(enumerate(STATUS_MENONJOL))).astype("str").rename("status")
