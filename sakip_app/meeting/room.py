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
from sakip_app.meeting.page import Lembar, draw_page
from sakip_app.reports.deck import build_deck
from sakip_app.snapshot.model import IndikatorRekam, Rekam

_KODE: Final = re.compile(r"[0-9A-Za-z-]{1,40}", re.ASCII)
_BANYAK: Final = 8


@dataclass(frozen=True, slots=True)
class Ruang:
    """A meeting: what it looks at, and its page without what changes from minute to minute."""

    kode: str
    rekam: Rekam
    lembar: Lembar

    def indikator(self, kode_unit: str | None, kode_indikator: str | None) -> IndikatorRekam | None:
        """An indicator of a unit of the frozen quarter, ``None`` where there is none of that code."""
        unit = self.rekam.cari(kode_unit) if kode_unit else None
        return next((satu for satu in unit.indikator if satu.kode == kode_indikator), None) if unit else None


class Gedung:
    """All meetings that were opened lately, newest last.

    A frozen quarter never changes, so its slides are drawn once; who asks for the same while they are drawn, waits
    for them.
    """

    def __init__(self, mesin: Callable[[], sa.Engine]) -> None:
        self.mesin = mesin
        self._ruang: OrderedDict[str, Ruang] = OrderedDict()
        self._kunci: dict[str, threading.Lock] = {}
        self._pintu = threading.Lock()

    def buka(self, kode: str) -> Ruang | None:
        """The meeting held with this snapshot, ``None`` where there is no such snapshot."""
        if not _KODE.fullmatch(kode):
            return None
        with self._pintu:
            if kode in self._ruang:
                self._ruang.move_to_end(kode)
                return self._ruang[kode]
            kunci = self._kunci.setdefault(kode, threading.Lock())
        with kunci:
            with self._pintu:
                if kode in self._ruang:
                    return self._ruang[kode]
            try:
                ruang = self._siapkan(kode)
            finally:
                with self._pintu:
                    self._kunci.pop(kode, None)
            with self._pintu:
                if ruang is not None:
                    self._ruang[kode] = ruang
                    while len(self._ruang) > _BANYAK:
                        self._ruang.popitem(last=False)
            return ruang

    def _siapkan(self, kode: str) -> Ruang | None:
        rekam = archive.open_rekam(self.mesin(), kode)
        if rekam is None:
            return None
        # Decisions are drawn by the page itself, for they change while it is open.
        return Ruang(kode, rekam, draw_page(build_deck(rekam, archive.before(self.mesin(), rekam)), rekam))
