"""The child of ``isolated.py``: bounds itself, does one task, answers, ends. Started as a script, never imported.

The limits stand before the first import of ours. Processor time is asked for twice: a signal that ends the task in a
sentence, and behind it a limit that ends the process where C code does not come back to hear the signal.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sakip_app.workbook.grid import Sel
    from sakip_app.workbook.sheets import Buku

BATAS_MEMORI = 700 * 1024 * 1024  # address space
BATAS_DETIK = 4.5  # processor time of the task, after start-up
DETIK_SEBARIS = 0.0008  # more of it for each row that holds words and figures, as the rows of a table do
BATAS_DETIK_KERAS = 6  # processor time of the whole process, before a long table is given more
KEMURAHAN = 10  # lower priority than the app's own threads
_TANPA = ("numpy", "pandas", "streamlit")  # openpyxl would load numpy, whose threads reserve memory each


class Habis(BaseException):
    """Time is up. No ``Exception``, so that no parser takes it for a broken record."""


def main() -> None:
    """Read a task from the standard input, write its answer to the standard output."""
    _limit()
    jawaban = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    fungsi, bahan = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    with jawaban:
        jawaban.write(_do(fungsi, bahan))
    os._exit(0)  # taking a large heap apart cell by cell would cost as much as reading did


def _limit() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    for nama in _TANPA:
        sys.modules[nama] = None  # type: ignore[assignment]  # importing it raises ImportError
    gc.disable()  # a short life in bounded memory: looking for cycles only costs
    if hasattr(os, "nice"):
        os.nice(KEMURAHAN)
    try:
        import resource
    except ImportError:  # Windows: only the parent's clock
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _soft_limit(resource.RLIMIT_AS, BATAS_MEMORI)
    _soft_limit(resource.RLIMIT_CPU, BATAS_DETIK_KERAS)


def _soft_limit(jenis: int, batas: int) -> None:
    import resource

    _, keras = resource.getrlimit(jenis)
    resource.setrlimit(jenis, (batas if keras == resource.RLIM_INFINITY else min(batas, keras), keras))


def _do(fungsi: str, bahan: tuple[object, ...]) -> bytes:
    """The answer to one task, as a pickled tuple whose first word says what follows."""
    import importlib

    from sakip_app.workbook.findings import tolak
    from sakip_app.workbook.result import BerkasDitolakError

    modul, _, nama = fungsi.partition(":")
    kerja = getattr(importlib.import_module(modul), nama)
    _start_clock()
    try:
        jawaban: tuple[object, ...] = ("hasil", kerja(*bahan))
        return pickle.dumps(jawaban, protocol=pickle.HIGHEST_PROTOCOL)
    except BerkasDitolakError as galat:
        jawaban = "tolak", galat.kode, galat.pesan, galat.saran
    except Habis:
        habis = tolak("terlalu-lama")
        jawaban = "tolak", habis.kode, habis.pesan, habis.saran
    except MemoryError:
        penuh = tolak("terlalu-berat")
        jawaban = "tolak", penuh.kode, penuh.pesan, penuh.saran
    except ValueError as salah:
        jawaban = "nilai", str(salah)
    except Exception as salah:  # the edge of the process: the parent writes it down
        jawaban = "galat", type(salah).__name__, "".join(traceback.format_exception(salah))
    return pickle.dumps(jawaban)


def _start_clock() -> None:
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, _time_is_up)
        signal.setitimer(signal.ITIMER_PROF, BATAS_DETIK)
        from sakip_app.workbook import sheets

        sheets.setelah_buka.append(_more_time)


def _more_time(buku: Buku) -> None:
    """A table of 50,000 rows takes longer than any form; a sheet of noise has no such rows, and gets no more time."""
    import resource

    baris = sum(_is_row(isi) for grid in buku.grids for isi in grid.per_baris.values())
    tambahan = baris * DETIK_SEBARIS
    sisa, _ = signal.getitimer(signal.ITIMER_PROF)
    signal.setitimer(signal.ITIMER_PROF, sisa + tambahan)
    _soft_limit(resource.RLIMIT_CPU, BATAS_DETIK_KERAS + int(tambahan))


def _is_row(isi: Mapping[int, Sel]) -> bool:
    jenis = [satu.jenis for satu in isi.values()]
    return "s" in jenis and "n" in jenis


def _time_is_up(*_: object) -> None:
    raise Habis


if __name__ == "__main__":
    main()
