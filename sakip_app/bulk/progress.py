"""How far a run is: a bar where someone looks, a line a file where it is written to a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sakip_app.bulk.report import console_of


class Kemajuan(Protocol):
    """Told of each file that is done."""

    def step(self, kalimat: str) -> None:
        """One more file is done; ``kalimat`` says which and how."""


class _Bar:
    def __init__(self, bar: Progress, jumlah: int) -> None:
        self._bar = bar
        self._tugas = bar.add_task("", total=jumlah)

    def step(self, kalimat: str) -> None:
        self._bar.update(self._tugas, advance=1, description=kalimat)


class _Lines:
    def __init__(self, jumlah: int) -> None:
        self._jumlah, self._ke = jumlah, 0

    def step(self, kalimat: str) -> None:
        self._ke += 1
        print(f"[{self._ke}/{self._jumlah}] {kalimat}", file=sys.stderr, flush=True)


@contextmanager
def progress(jumlah: int) -> Iterator[Kemajuan]:
    """A bar on the error stream when it is a terminal, else a line for each file."""
    console = console_of(sys.stderr)
    if not console.is_terminal:
        yield _Lines(jumlah)
        return
    columns = (
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield _Bar(bar, jumlah)
