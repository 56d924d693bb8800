"""One meeting as the page needs it: its frozen quarter and the slides drawn from it, made once per process."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from sakip_app import archive
from sakip_app.meeting.page import Sheet, draw_page
from sakip_app.reports.deck import build_deck
from sakip_app.snapshot.model import IndikatorRekam, Rekam

_KODE: Final = re.compile(r"[0-9A-Za-z-]{1,40}", re.ASCII)
_BANYAK: Final = 8


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting: what it looks at, and its page without what changes from minute to minute."""

    kode: str
    rekam: Rekam
    sheet: Sheet

    def indikator(self, kode_unit: str | None, kode_indikator: str | None) -> IndikatorRekam | None:
        """An indicator of a unit of the frozen quarter, ``None`` where there is none of that code."""
        unit = self.rekam.cari(kode_unit) if kode_unit else None
        return next((satu for satu in unit.indikator if satu.kode == kode_indikator), None) if unit else None


class Meetings:
    """All meetings that were opened lately, newest last.

    A frozen quarter never changes, so its slides are drawn once; who asks for the same while they are drawn, waits
    for them.
    """

    def __init__(self, engine: Callable[[], sa.Engine]) -> None:
        self.engine = engine
        self._opened: OrderedDict[str, Meeting] = OrderedDict()
        self._locks: dict[str, threading.Lock] = {}
        self._door = threading.Lock()

    def open(self, kode: str) -> Meeting | None:
        """The meeting held with this snapshot, ``None`` where there is no such snapshot."""
        if not _KODE.fullmatch(kode):
            return None
        with self._door:
            if kode in self._opened:
                self._opened.move_to_end(kode)
                return self._opened[kode]
            lock = self._locks.setdefault(kode, threading.Lock())
        with lock:
            with self._door:
                if kode in self._opened:
                    return self._opened[kode]
            try:
                meeting = self._prepare(kode)
            finally:
                with self._door:
                    self._locks.pop(kode, None)
            with self._door:
                if meeting is not None:
                    self._opened[kode] = meeting
                    while len(self._opened) > _BANYAK:
                        self._opened.popitem(last=False)
            return meeting

    def _prepare(self, kode: str) -> Meeting | None:
        rekam = archive.open_rekam(self.engine(), kode)
        if rekam is None:
            return None
        # Decisions are drawn by the page itself, for they change while it is open.
        return Meeting(kode, rekam, draw_page(build_deck(rekam, archive.before(self.engine(), rekam)), rekam))
