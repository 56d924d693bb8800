"""Reading in a process of its own: bounded in memory and time, killed and explained when it exceeds them.

A workbook comes from anywhere. Whatever it provokes in a parser (an endless loop, a full memory, a crash) happens to
a child that serves this one file; the app goes on answering, for waiting on a pipe holds no lock. Only so many
children run at once; the others wait in the order they came.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import importlib
import io
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.result import BerkasDitolakError, HasilBaca, Jawaban, Temuan

if TYPE_CHECKING:
    from sakip_app.workbook.unit_list import DaftarUnit

BATAS_DINDING = 90.0  # seconds by the clock; what ends a file sooner is its processor time, which the child bounds
BATAS_ANTRE = 120.0  # seconds a file waits for its turn
BATAS_JAWABAN = 128 * 1024 * 1024  # bytes; the readings of 50,000 indicators take a quarter of it
SERENTAK = max(2, (os.cpu_count() or 1) - 1)  # two at least, so that one slow file does not hold up all others
ANAK = Path(__file__).with_name("apart.py")
_LINGKUNGAN = ("SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH")  # no secrets for the child
# What an answer may consist of. The answer is a pickle, for it is many thousands of our own records; but the process
# that wrote it has read a stranger's file, so nothing else than these records is ever built from it. Of the types that
# a pickle has no sign of its own for they hold one, the date from which a unit counts.
_MODUL = ("sakip_app.workbook.result", "sakip_app.workbook.unit_list")
_POLOS: Mapping[tuple[str, str], type] = {("datetime", "date"): date}
_CATATAN = logging.getLogger(__name__)


def read_units_apart(data: bytes, nama: str, jawaban: Jawaban | None = None) -> tuple[HasilBaca, ...]:
    """``reader.read_units`` in a bounded process.

    Raises:
        BerkasDitolakError: as ``read_units``; also ``terlalu-lama``, ``terlalu-berat``, ``pembaca-berhenti`` and
            ``antrean-penuh``.
    """
    bahan = (data, nama) if jawaban is None else (data, nama, jawaban)
    return cast("tuple[HasilBaca, ...]", run_apart("sakip_app.workbook.reader:read_units", *bahan))


def read_workbook_apart(data: bytes, nama: str, jawaban: Jawaban | None = None) -> HasilBaca:
    """``reader.read_workbook`` in a bounded process; raises as ``read_units_apart``."""
    bahan = (data, nama) if jawaban is None else (data, nama, jawaban)
    return cast("HasilBaca", run_apart("sakip_app.workbook.reader:read_workbook", *bahan))


def sheet_rows_apart(data: bytes, lembar: str, first: int, last: int, columns: Sequence[str]) -> list[list[str]]:
    """``reader.sheet_rows`` in a bounded process; raises as ``read_units_apart``, and ValueError as it does."""
    hasil = run_apart("sakip_app.workbook.reader:sheet_rows", data, lembar, first, last, list(columns))
    return cast("list[list[str]]", hasil)


def mark_workbook_apart(data: bytes, nama: str, temuan: Sequence[Temuan]) -> bytes:
    """``returned.mark_workbook`` in a bounded process; raises as ``read_units_apart``."""
    return cast("bytes", run_apart("sakip_app.workbook.returned:mark_workbook", data, nama, list(temuan)))


def read_unit_list_apart(data: bytes, nama: str, dikenal: Sequence[str] = ()) -> DaftarUnit:
    """``unit_list.read_unit_list`` in a bounded process; raises as ``read_units_apart``."""
    hasil = run_apart("sakip_app.workbook.unit_list:read_unit_list", data, nama, list(dikenal))
    return cast("DaftarUnit", hasil)


def run_apart(fungsi: str, *bahan: object) -> object:
    """Call a function of ``sakip_app.workbook`` in a process of its own.

    Args:
        fungsi: ``"module:function"``.
        bahan: its arguments; plain data.

    Returns:
        What the function returns: plain data and the records of ``result.py``.

    Raises:
        BerkasDitolakError: what the function raised; or ``terlalu-lama``, ``terlalu-berat``, ``pembaca-berhenti``,
            ``antrean-penuh``, ``galat-tak-terduga``.
        ValueError: what the function raised.

    Example:
        ``run_apart("sakip_app.workbook.reader:read_units", data, "tw3.xlsx")``
    """
    kiriman = pickle.dumps((fungsi, bahan), protocol=pickle.HIGHEST_PROTOCOL)
    with ANTREAN.turn():
        keluaran, kode, habis = _run(kiriman)
    if habis:
        raise tolak("terlalu-lama")
    if kode != 0 or not keluaran:
        raise _ended(kode)
    jenis, *isi = _answer(keluaran)
    if jenis == "hasil":
        return isi[0]
    if jenis == "tolak":
        raise BerkasDitolakError(*isi)
    if jenis == "nilai":
        raise ValueError(*isi)
    nama, jejak = isi
    _CATATAN.error("%s ended unexpectedly: %s", fungsi, jejak)
    raise tolak("galat-tak-terduga", rincian=nama)


def _run(kiriman: bytes) -> tuple[bytes, int, bool]:
    """Start the child, hand it its task, take its answer: what it wrote, how it ended, whether it was killed."""
    anak = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        [sys.executable, "-I", str(ANAK)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={nama: os.environ[nama] for nama in _LINGKUNGAN if nama in os.environ},
        start_new_session=True,
    )
    habis = threading.Event()

    def hentikan() -> None:
        habis.set()
        _kill(anak)

    jam = threading.Timer(BATAS_DINDING, hentikan)
    jam.daemon = True
    jam.start()
    try:
        masuk, keluar = cast("IO[bytes]", anak.stdin), cast("IO[bytes]", anak.stdout)
        with contextlib.suppress(BrokenPipeError):  # it ended before it had read all: its exit says why
            masuk.write(kiriman)
        with contextlib.suppress(BrokenPipeError):
            masuk.close()
        keluaran = keluar.read(BATAS_JAWABAN + 1)
        if len(keluaran) > BATAS_JAWABAN:
            raise tolak("terlalu-berat")
        return keluaran, anak.wait(), habis.is_set()
    finally:
        jam.cancel()
        _kill(anak)
        anak.wait()
        cast("IO[bytes]", anak.stdout).close()


def _kill(anak: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started; nothing happens when it has ended."""
    if anak.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(anak.pid, signal.SIGKILL)
    else:  # Windows
        anak.kill()


def _ended(kode: int) -> BerkasDitolakError:
    """Why a child ended without an answer."""
    if hasattr(signal, "SIGXCPU") and kode in (
        -signal.SIGXCPU,
        -signal.SIGKILL,
    ):  # the two limits of processor time
        return tolak("terlalu-lama")
    nama = f"kode {kode}"
    if kode < 0:
        with contextlib.suppress(ValueError):
            nama = signal.Signals(-kode).name
    return tolak("pembaca-berhenti", rincian=nama)


@functools.cache
def _records() -> Mapping[tuple[str, str], type]:
    """What an answer may name, by module and name; found at the first answer, so that importing this stays light."""
    ada = dict(_POLOS)
    for modul in _MODUL:
        for nama, isi in vars(importlib.import_module(modul)).items():
            # Defined there, not merely imported: a module holds far more names than its own records.
            if isinstance(isi, type) and dataclasses.is_dataclass(isi) and isi.__module__ == modul:
                ada[modul, nama] = isi
    return ada


class _Pembuka(pickle.Unpickler):
    """Builds our own records and nothing else.

    The names are looked up in a list, never followed: a pickle may give a dotted one, and from any class of Python
    dots lead to ``eval``.
    """

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        try:
            return _records()[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None


def _answer(keluaran: bytes) -> tuple[Any, ...]:
    try:
        hasil = _Pembuka(io.BytesIO(keluaran)).load()
    except Exception as galat:  # a torn answer raises whatever it runs into
        raise tolak("pembaca-berhenti", rincian="jawabannya tidak utuh") from galat
    if not isinstance(hasil, tuple):
        raise tolak("pembaca-berhenti", rincian="jawabannya tidak utuh")
    return hasil


class Antrean:
    """So many at once, the others in the order they came."""

    def __init__(self, serentak: int) -> None:
        self._kunci = threading.Lock()
        self._bebas = serentak
        self._menunggu: deque[threading.Event] = deque()

    @contextlib.contextmanager
    def turn(self, batas: float | None = None) -> Iterator[None]:
        """Wait for a turn and hold it.

        Raises:
            BerkasDitolakError: ``antrean-penuh`` when it does not come within ``batas`` seconds.
        """
        batas = BATAS_ANTRE if batas is None else batas
        self._enter(batas)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, batas: float) -> None:
        with self._kunci:
            if self._bebas:
                self._bebas -= 1
                return
            giliran = threading.Event()
            self._menunggu.append(giliran)
        if giliran.wait(batas):
            return
        with self._kunci:
            if giliran.is_set():  # it came just now
                return
            self._menunggu.remove(giliran)
        raise tolak("antrean-penuh", detik=round(batas))

    def _leave(self) -> None:
        with self._kunci:
            if self._menunggu:
                self._menunggu.popleft().set()  # handed on, so that no newcomer slips in between
            else:
                self._bebas += 1


ANTREAN = Antrean(SERENTAK)
