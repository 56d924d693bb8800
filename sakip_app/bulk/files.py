"""The workbooks below a folder, in the order of their names; what is no workbook, and what cannot be opened."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.gate import BATAS_BERKAS

BUKU = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
"""Also kinds that are not read: a planner who sent one is told what to do with it."""
KUNCI, AMPAS = "~$", "._"


@dataclass(slots=True)
class Isi:
    """What a folder holds: paths of workbooks, of leavings beside them, of folders that did not open."""

    akar: Path
    buku: list[Path] = field(default_factory=list)
    kunci: list[Path] = field(default_factory=list)
    tertutup: list[Path] = field(default_factory=list)
    lain: Counter[str] = field(default_factory=Counter)

    def tampil(self, berkas: Path) -> str:
        """A path as it is shown: from the folder on."""
        return berkas.relative_to(self.akar).as_posix()


def list_files(akar: Path, kecuali: Path | None = None) -> Isi:
    """Everything below ``akar``, also behind links, each folder once however the links turn.

    Args:
        akar: the folder.
        kecuali: a file that is not looked at: the report of a run before, which this one writes again.
    """
    isi = Isi(akar)
    dikunjungi: set[tuple[int, int]] = set()

    def closed(galat: OSError) -> None:
        isi.tertutup.append(Path(galat.filename))

    for folder, subfolder, nama in os.walk(akar, onerror=closed, followlinks=True):
        di = Path(folder)
        try:
            info = di.stat()
        except OSError:
            isi.tertutup.append(di)
            subfolder.clear()
            continue
        if (info.st_dev, info.st_ino) in dikunjungi:
            subfolder.clear()
            continue
        dikunjungi.add((info.st_dev, info.st_ino))
        for satu in nama:
            _sort_in(isi, di / satu, kecuali)
    for daftar in (isi.buku, isi.kunci, isi.tertutup):
        daftar.sort(key=_by_name)
    return isi


def _by_name(berkas: Path) -> tuple[str, str, str]:
    """``TW II.xlsx`` before ``TW II (revisi).xlsx``, as a person puts them."""
    return str(berkas.parent).casefold(), berkas.stem.casefold(), str(berkas)


def _sort_in(isi: Isi, berkas: Path, kecuali: Path | None) -> None:
    akhiran = berkas.suffix.casefold()
    if akhiran not in BUKU:
        isi.lain[akhiran or "tanpa akhiran"] += 1
    elif berkas.name.startswith((KUNCI, AMPAS)):
        isi.kunci.append(berkas)
    elif berkas != kecuali:
        isi.buku.append(berkas)


def read_bytes(berkas: Path) -> bytes:
    """The bytes of a file, not more than the gate lets through and one.

    Raises:
        BerkasDitolakError: ``berkas-tak-ada``: it has gone, may not be read, or is no plain file, whose reading might
            never end.
    """
    try:
        if not stat.S_ISREG(berkas.stat().st_mode):
            raise tolak("berkas-tak-ada", nama=berkas.name)
        with berkas.open("rb") as aliran:
            return aliran.read(BATAS_BERKAS + 1)
    except (OSError, ValueError) as galat:
        raise tolak("berkas-tak-ada", nama=berkas.name) from galat
