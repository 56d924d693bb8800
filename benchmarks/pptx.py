"""What the slides of a kabupaten cost, beside bare python-pptx writing as many slides with one empty native chart each.

    .venv/bin/python -m benchmarks.pptx [UNITS]

Seconds are the best of three in a process of its own each; memory is the peak of that process above what stood there
before the first slide. The deck is made by hand and has every chart on every unit's slide. Read the ratios.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from io import BytesIO


def bare(slides: int) -> bytes:
    """The yardstick: blank slides, a clustered bar chart of one category and one value on each."""
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    berkas = Presentation()
    for _ in range(slides):
        data = CategoryChartData()
        data.categories = [""]
        data.add_series("", (None,))
        halaman = berkas.slides.add_slide(berkas.slide_layouts[6])
        halaman.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(4), Inches(3), data)
    hasil = BytesIO()
    berkas.save(hasil)
    return hasil.getvalue()


def once(kind: str, units: int) -> dict[str, float]:
    """Measure in this process: best of three and the peak of the first."""
    from sakip_app.reports.pptx import write_pptx
    from tests.reports.contoh_dek import dek_besar

    dek = dek_besar(units)
    write = (lambda: write_pptx(dek)) if kind == "deck" else (lambda: bare(len(dek.slaid)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken, size, peak = [], 0, 0
    for turn in range(3):
        begin = time.perf_counter()
        size = len(write())
        taken.append(time.perf_counter() - begin)
        if turn == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": min(taken), "first": taken[0], "peak MB": peak / 1024, "file MB": size / 1e6,
            "slides": len(dek.slaid)}  # fmt: skip


def main() -> None:
    """Both in turn, then the ratios."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    results = {}
    for kind in ("bare", "deck"):
        code = f"import json; from benchmarks.pptx import once; print(json.dumps(once({kind!r}, {units})))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        results[kind] = json.loads(done.stdout)
        print(kind, {name: round(value, 2) for name, value in results[kind].items()})
    for name in ("seconds", "peak MB"):
        print(f"{name}: {results['deck'][name] / max(results['bare'][name], 1e-9):.1f} × bare python-pptx")


if __name__ == "__main__":
    main()
