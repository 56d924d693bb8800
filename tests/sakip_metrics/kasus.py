"""Small frames for the tests: one indicator in four quarters, or a handful of units in one quarter."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sakip_metrics import ATURAN_BAKU, Aturan, capaian, hitung

LIMA = ATURAN_BAKU["lima-peringkat"]
TANPA_BATAS = ATURAN_BAKU["tanpa-batas"]
SELISIH = replace(TANPA_BATAS, rumus_minimal="selisih")
RASIO = replace(TANPA_BATAS, rumus_minimal="rasio")

VEKTOR = Path(__file__).resolve().parents[3] / "shared" / "vectors"
"""Published tables kept outside the project; the tests that read them skip when they are absent."""

PRINTED = 0.05
"""Publishers truncate and compute from unrounded inputs; a printed figure is met within this."""

KODE = "IK-1"

UKURAN = ("triwulan", "tahun")
HASIL = ["realisasi_sd", "target_sd", "triwulan_acuan"] + [
    f"{nama}_{ukuran}" for ukuran in UKURAN for nama in ("capaian", "skor", "predikat", "status")
]


def column(values: Iterable[Any]) -> pd.Series:
    """Float where every value is a number or blank, object where words stand between the numbers."""
    values = list(values)
    if any(isinstance(value, str) for value in values):
        return pd.Series(values, dtype=object)
    return pd.Series([float("nan") if value is None else value for value in values], dtype="float64")


def quarters(
    target: Sequence[Any] = (),
    realisasi: Sequence[Any] = (),
    *,
    kode: str = KODE,
    bawah: Sequence[Any] | None = None,
    atas: Sequence[Any] | None = None,
) -> pd.DataFrame:
    """Four rows of `triwulanan` for one indicator; what is not given is blank."""

    def pad(values: Sequence[Any]) -> list[Any]:
        return [*values, *[None] * (4 - len(values))]

    frame = pd.DataFrame(
        {
            "kode_indikator": [kode] * 4,
            "triwulan": [1, 2, 3, 4],
            "target": column(pad(target)),
            "realisasi": column(pad(realisasi)),
        }
    )
    if bawah is not None:
        frame["target_bawah"] = column(pad(bawah))
    if atas is not None:
        frame["target_atas"] = column(pad(atas))
    return frame


def one(
    polaritas: Any = "maksimal",
    konsolidasi: Any = "jumlah",
    tahun: Any = None,
    *,
    kode: str = KODE,
    **more: Any,
) -> pd.DataFrame:
    """One row of `indikator`."""
    return pd.DataFrame(
        {
            "kode_indikator": [kode],
            "kode_unit": ["UNIT-1"],
            "polaritas": [polaritas],
            "konsolidasi": [konsolidasi],
            "target_tahunan": column([tahun]),
            **{name: [value] for name, value in more.items()},
        }
    )


def measure(
    polaritas: Any = "maksimal",
    konsolidasi: Any = "jumlah",
    tahun: Any = None,
    target: Sequence[Any] = (),
    realisasi: Sequence[Any] = (),
    *,
    triwulan: int,
    aturan: Aturan = TANPA_BATAS,
    bawah: Sequence[Any] | None = None,
    atas: Sequence[Any] | None = None,
    **more: Any,
) -> pd.Series:
    """The measured row of one indicator."""
    frame = hitung(
        one(polaritas, konsolidasi, tahun, **more),
        quarters(target, realisasi, bawah=bawah, atas=atas),
        triwulan=triwulan,
        aturan=aturan,
    )
    assert len(frame) == 1
    return frame.iloc[0]


def measured(rows: Sequence[dict[str, Any]], *, aturan: Aturan = LIMA) -> pd.DataFrame:
    """A measured frame of TW I whose raw capaian are given.

    Each row is `maksimal` and `nilai_akhir` with target 100 and annual target 200, so that a `nilai` of 80
    is 80 % of the quarter and 40 % of the year. `nilai` None is an unfilled cell. `target` overrides the
    target of TW I, `target_4` that of TW IV; every other key is carried as a column of `indikator`.
    """
    indikator, triwulanan = [], []
    for number, row in enumerate(rows, start=1):
        kode = row.get("kode_indikator", f"IK-{number}")
        carried = {k: v for k, v in row.items() if k not in {"nilai", "target", "target_4"}}
        indikator.append(
            {
                "kode_unit": "U1",
                "polaritas": "maksimal",
                "konsolidasi": "nilai_akhir",
                "target_tahunan": 200.0,
                **carried,
                "kode_indikator": kode,
            }
        )
        first = row.get("target", 100.0)
        triwulanan.append(
            quarters([first, None, None, row.get("target_4")], [row.get("nilai")], kode=kode),
        )
    return hitung(pd.DataFrame(indikator), pd.concat(triwulanan, ignore_index=True), triwulan=1, aturan=aturan)


def missing(value: Any) -> bool:
    """Whether a single cell is blank, whatever its dtype spells that."""
    return bool(pd.isna(value))


def single(realisasi, target, polaritas="maksimal", *, aturan=SELISIH, bawah=None, atas=None) -> float:
    """Capaian of one indicator."""

    def cell(value):
        return None if value is None else pd.Series([value], dtype="float64")

    result = capaian(
        cell(realisasi),
        cell(target),
        polaritas,
        aturan=aturan,
        target_bawah=cell(bawah),
        target_atas=cell(atas),
    )
    return result.iloc[0]


def table(name: str) -> list[dict[str, str]]:
    """A published table, or a skip where it is not at hand."""
    path = VEKTOR / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> float:
    """A number as those tables write it: '80%', '2 Lap', '3750', '' for a blank."""
    text = text.strip().removesuffix("Lap").removesuffix("%").strip()
    return float(text.replace(",", ".")) if text else float("nan")
