"""Work done side by side whose results come in order, a few ahead of the one that is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, TimeoutError
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MENENGOK = 0.2  # seconds between two looks at whether to stop


def in_order(
    tugas: Sequence[T], kerja: Callable[[T], R], *, serentak: int, berhenti: threading.Event
) -> Iterator[tuple[T, Future[R]]]:
    """``kerja`` of each task in threads of its own, given in the order of the tasks.

    Not more than ``serentak + 2`` results are begun and not yet taken, so that memory does not grow with the tasks. The
    threads end with the program: whoever stops it does not wait for the slowest file.

    Args:
        tugas: what is to be done.
        kerja: how; whatever it raises stands in its future.
        serentak: how many at once.
        berhenti: ends the iteration when set, also while one is waited for.

    Example:
        ``[f.result() for _, f in in_order([1, 2], str, serentak=2, berhenti=threading.Event())]`` is ``["1", "2"]``
    """
    hasil: list[Future[R]] = [Future() for _ in tugas]
    izin = threading.Semaphore(serentak + 2)
    nomor, giliran = iter(range(len(tugas))), threading.Lock()

    def bekerja() -> None:
        while True:
            izin.acquire()
            with giliran:
                n = next(nomor, None)
            if n is None or berhenti.is_set():
                izin.release()
                return
            try:
                hasil[n].set_result(kerja(tugas[n]))
            except BaseException as galat:  # it is told to whoever takes the result
                hasil[n].set_exception(galat)

    for _ in range(min(serentak, len(tugas))):
        threading.Thread(target=bekerja, daemon=True, name="membaca").start()
    for n, satu in enumerate(tugas):
        while not hasil[n].done():
            if berhenti.is_set():
                return
            try:
                hasil[n].exception(timeout=_MENENGOK)
            except TimeoutError:
                continue
        if berhenti.is_set():
            return
        selesai, hasil[n] = hasil[n], Future()  # what was taken is not held on to
        yield satu, selesai
        izin.release()
