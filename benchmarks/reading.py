"""What reading a workbook costs: beside one bare openpyxl pass, and how it grows to 50,000 rows.

    .venv/bin/python -m benchmarks.reading

The yardstick loads the same workbook with openpyxl and touches every cell once: what a reader that builds on it
cannot go below. ``apart`` is what an upload waits for: a process of its own started, the file handed over, the
indicators handed back; ``start`` is that process with a file that is refused at once. Read the ratios; the seconds
belong to the machine. Each figure is processor time of a process of its own.
"""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

SIZES = (500, 5_000, 20_000, 50_000)
ONE_MB = 18_000  # rows of the same table that make a file of 1 MB
HEADER = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi TW I", "Realisasi TW II",
          "Realisasi TW III", "Realisasi TW IV", "Keterangan")  # fmt: skip
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def make_table(rows: int) -> bytes:
    """A flat table of indicators with shared strings, as Excel writes it."""
    chance = random.Random(rows)  # noqa: S311
    strings: dict[str, int] = {}

    def cell(column: str, row: int, value: object) -> str:
        if isinstance(value, str):
            return f'<c r="{column}{row}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
        return f'<c r="{column}{row}"><v>{value}</v></c>'

    def line(row: int, values: tuple[object, ...]) -> str:
        cells = "".join(cell(column, row, value) for column, value in zip("ABCDEFGHIJ", values, strict=False))
        return f'<row r="{row}">{cells}</row>'

    lines = [line(1, ("Pengukuran Kinerja Tahun 2025",)), line(2, ("Kabupaten Contoh",)), line(4, HEADER)]
    lines += [
        line(
            5 + i,
            (
                i + 1,
                f"Meningkatnya layanan {i // 5}",
                f"Jumlah dokumen jenis {i}",
                "Dokumen",
                chance.randint(4, 400),
                *(round(chance.uniform(0, 100), 2) for _ in range(4)),
                f"catatan {i % 97}",
            ),
        )
        for i in range(rows)
    ]
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
        '<sheet name="Kinerja" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def yardstick(data: bytes) -> int:
    """One bare openpyxl pass: load, touch every cell."""
    from openpyxl import load_workbook

    return sum(
        cell.value is not None
        for sheet in load_workbook(io.BytesIO(data), data_only=True).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def sheets(data: bytes) -> int:
    """Our own pass over the same cells."""
    from sakip_app.workbook.sheets import open_sheets

    return sum(len(grid.sel) for grid in open_sheets(data, "tabel.xlsx").grids)


def apart(data: bytes) -> int:
    """What an upload waits for."""
    from sakip_app.workbook.isolated import read_units_apart

    return sum(len(one.indikator) for one in read_units_apart(data, "tabel.xlsx"))


def start(_: bytes) -> int:
    """The same with nothing to read."""
    from sakip_app.workbook.isolated import read_units_apart
    from sakip_app.workbook.result import BerkasDitolakError

    try:
        read_units_apart(b"bukan buku kerja", "tabel.xlsx")
    except BerkasDitolakError:
        return 0
    raise AssertionError


RUNS: dict[str, Callable[[bytes], int]] = {one.__name__: one for one in (yardstick, sheets, apart, start)}


def timed(name: str, file: Path) -> tuple[float, int, int]:
    """Processor seconds, count and peak MB of one run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", name, str(file)], capture_output=True, text=True, check=True
    )
    seconds, count, peak = done.stdout.split()
    return float(seconds), int(count), int(peak)


def run(name: str, file: Path) -> None:
    """One run, in this process; prints what ``timed`` reads."""
    import resource

    data = file.read_bytes()
    begin = time.process_time()
    count = RUNS[name](data)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - begin + children.ru_utime + children.ru_stime
    peak = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, children.ru_maxrss)
    print(seconds, count, peak // 1024)


def main() -> None:
    """The ratio at 1 MB, then the curve."""
    if len(sys.argv) > 1:
        run(sys.argv[1], Path(sys.argv[2]))
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tabel.xlsx"
        print(f"{'rows':>7} {'MB':>5} {'openpyxl s':>11} {'sheets s':>9} {'apart s':>8} {'start s':>8} "
              f"{'sheets/openpyxl':>16} {'(apart-start)/openpyxl':>23} {'µs a row':>9} {'peak MB':>8}")  # fmt: skip
        for rows in (ONE_MB, *SIZES):
            file.write_bytes(make_table(rows))
            bare, cells, _ = timed("yardstick", file)
            own, same, _ = timed("sheets", file)
            whole, read, peak = timed("apart", file)
            empty, _, _ = timed("start", file)
            assert cells == same, (cells, same)
            assert read == rows, (read, rows)
            net = whole - empty
            print(f"{rows:7,} {file.stat().st_size / 1e6:5.2f} {bare:11.2f} {own:9.2f} {whole:8.2f} {empty:8.2f} "
                  f"{own / bare:16.2f} {net / bare:23.2f} {net / rows * 1e6:9.0f} {peak:8,}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
