"""What measuring costs: ``hitung`` and ``rekap`` beside one numpy pass over the same columns.

    .venv/bin/python -m benchmarks.metrics

The yardstick divides, clips, bands and averages the joined columns once: the arithmetic that no way of writing
it can avoid. Each size runs in a process of its own, so that its peak memory is its own. Read the ratios; the
milliseconds belong to the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np
import pandas as pd

from sakip_metrics import ATURAN_BAKU, hitung, rekap
from sakip_metrics.hitung import _quarters
from sakip_metrics.kosakata import KONSOLIDASI, POLARITAS
from sakip_metrics.skala import SKALA_BAKU

SIZES = (10_000, 100_000, 1_000_000)
RUNS = 5
ATURAN = ATURAN_BAKU["lima-peringkat"]


def make_frames(indicator_quarters: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A body with that many indicator-quarters: all polarities and joinings, a tenth blank, targets above 0."""
    random = np.random.default_rng(20261121)
    n = indicator_quarters // 4
    codes = pd.Series([f"I{number:07d}" for number in range(n)], dtype="str")
    indikator = pd.DataFrame(
        {
            "kode_indikator": codes,
            "kode_unit": pd.Series([f"U{number % 48:02d}" for number in range(n)], dtype="str"),
            "polaritas": pd.Series(random.choice(POLARITAS, n), dtype="str"),
            "konsolidasi": pd.Series(random.choice(KONSOLIDASI, n), dtype="str"),
            "target_tahunan": random.uniform(50, 100, n),
        }
    )
    triwulanan = pd.DataFrame(
        {
            "kode_indikator": codes.repeat(4).reset_index(drop=True),
            "triwulan": np.tile([1, 2, 3, 4], n),
            "target": random.uniform(10, 25, 4 * n),
            "realisasi": np.where(random.random(4 * n) < 0.1, np.nan, random.uniform(5, 30, 4 * n)),
        }
    )
    return indikator, triwulanan


def numpy_pass(target: np.ndarray, realisasi: np.ndarray, unit: np.ndarray) -> np.ndarray:
    """The yardstick: one capaian a cell, clipped, banded, averaged per unit."""
    value = np.clip(realisasi / target * 100, 0, 100)
    bands = np.searchsorted([51, 66, 76, 91], np.round(value, 9), side="right")
    filled = ~np.isnan(value)
    sums = np.bincount(unit[filled], weights=value[filled], minlength=48)
    return sums / np.bincount(unit[filled], minlength=48) + bands.max() * 0


def timed(run: Callable[[], object]) -> float:
    """Median seconds of ``RUNS`` runs after one that is not counted."""
    run()
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def peak_mb() -> float:
    """Peak resident memory of this process in MB (0 where the system does not say)."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(indicator_quarters: int) -> dict[str, float]:
    """Times and peak memory of one size."""
    indikator, triwulanan = make_frames(indicator_quarters)
    unit = np.repeat(pd.factorize(indikator["kode_unit"])[0], 4)
    target, realisasi = triwulanan["target"].to_numpy(), triwulanan["realisasi"].to_numpy()
    yardstick = timed(lambda: numpy_pass(target, realisasi, unit))
    before = peak_mb()
    terukur = hitung(indikator, triwulanan, triwulan=3, aturan=ATURAN)
    whole = timed(lambda: hitung(indikator, triwulanan, triwulan=3, aturan=ATURAN))
    laying = timed(lambda: _quarters(indikator["kode_indikator"], indikator, triwulanan, SKALA_BAKU))
    roll_up = timed(lambda: rekap(terukur, "kode_unit", aturan=ATURAN))
    return {
        "n": indicator_quarters,
        "yardstick_ms": yardstick * 1e3,
        "hitung_ms": whole * 1e3,
        "of_which_laying_out_ms": laying * 1e3,
        "rekap_ms": roll_up * 1e3,
        "ratio": whole / yardstick,
        "ratio_with_rekap": (whole + roll_up) / yardstick,
        "inputs_mb": (indikator.memory_usage(deep=True).sum() + triwulanan.memory_usage(deep=True).sum()) / 2**20,
        "peak_added_mb": peak_mb() - before,
    }


def main() -> None:
    """One line a size."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    for size in SIZES:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.metrics", str(size)], capture_output=True, text=True, check=True
        )
        figures = json.loads(done.stdout)
        print("  ".join(f"{name} {value:,.1f}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
