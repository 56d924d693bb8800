"""The command ``ekspor``: the slides of a frozen quarter as a file."""

from __future__ import annotations

import getpass
import logging
import os
import sys
from pathlib import Path
from typing import NoReturn, Protocol

import sqlalchemy as sa

from sakip_app import archive, store
from sakip_app.access import Pelaku
from sakip_app.reports.deck import file_name
from sakip_app.reports.pptx import write_pptx
from sakip_app.snapshot.as_json import RekamTakTerbacaError
from sakip_app.snapshot.model import Rekam
from sakip_app.text.words import gabung


class EksporDitolakError(Exception):
    """The command cannot run: a stable ``kode``, an Indonesian sentence, and what to do."""

    def __init__(self, kode: str, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.saran = kode, pesan, saran


class Pilihan(Protocol):
    """The arguments of the command, as ``argparse`` gives them."""

    rekam: str | None
    instansi: str | None
    tahun: int | None
    triwulan: int | None
    bekukan: bool
    keluar: str | None


def run(pilihan: Pilihan) -> int:
    """Write the PPTX and print where it lies; 0.

    Raises:
        EksporDitolakError: if there is no such snapshot, or the file cannot be written.
    """
    engine = store.open_store()
    rekam = _chosen(engine, pilihan)
    place = Path(pilihan.keluar or file_name(rekam))
    data = write_pptx(archive.deck_of(engine, rekam), progress=_tell if sys.stderr.isatty() else None)
    try:
        place.write_bytes(data)
    except OSError as failure:
        _refuse("berkas-tak-tertulis", f"{place} tidak dapat ditulis.", f"Periksa letaknya ({failure.strerror}).")
    print(place)
    return 0


def _tell(done: int, total: int) -> None:
    print(f"\rSlaid {done} dari {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _chosen(engine: sa.Engine, pilihan: Pilihan) -> Rekam:
    if pilihan.rekam is not None:
        return _open(engine, pilihan.rekam)
    kode_instansi = _body(engine, pilihan.instansi)
    if pilihan.bekukan:
        if pilihan.tahun is None or pilihan.triwulan is None:
            _refuse("periode-kurang", "Triwulan mana yang dibekukan?", "Sebut --tahun dan --triwulan.")
        return _open(engine, _freeze(engine, kode_instansi, pilihan.tahun, pilihan.triwulan))
    kept = store.list_rekam(engine, kode_instansi, pilihan.tahun)
    if pilihan.triwulan is not None:
        kept = kept[kept["triwulan"] == pilihan.triwulan]
    if kept.empty:
        _refuse(
            "rekam-tidak-ada",
            "Belum ada rekam beku untuk itu.",
            "Bekukan di halaman Rapat, atau ulangi dengan --bekukan --tahun N --triwulan N.",
        )
    return _open(engine, str(kept["kode"].iloc[0]))


def _open(engine: sa.Engine, kode: str) -> Rekam:
    try:
        rekam = archive.open_rekam(engine, kode)
    except RekamTakTerbacaError:
        _refuse(
            "rekam-lebih-baru", f"Rekam {kode} tidak dapat dibaca versi ini.", "Perbarui aplikasi, lalu ulangi."
        )
    if rekam is None:
        _refuse("rekam-asing", f"Tidak ada rekam bernomor {kode}.", "Nomornya ada di halaman Rapat.")
    return rekam


def _body(engine: sa.Engine, kode: str | None) -> str:
    known = [str(one) for one in store.list_instansi(engine)["kode"]]
    if kode is None and len(known) == 1:
        return known[0]
    if kode not in known:
        which = "Belum disebut instansinya." if kode is None else f"Tidak ada instansi berkode {kode}."
        _refuse("instansi-asing", which, f"Sebut --instansi: {gabung(known) or 'belum ada satu pun'}.")
    return kode


def _freeze(engine: sa.Engine, kode_instansi: str, tahun: int, triwulan: int) -> str:
    """Freeze what the screens would show now, by whoever runs the command."""
    logging.getLogger("streamlit").setLevel(logging.CRITICAL)  # it misses its server; its caches work without
    os.environ.setdefault("STREAMLIT_LOGGER_LEVEL", "critical")
    from sakip_app.screens.capture import capture
    from sakip_app.screens.context import konteks_of
    from sakip_app.screens.standing import today

    if tahun not in store.list_tahun(engine, kode_instansi):
        _refuse("tahun-asing", f"Tidak ada data untuk tahun {tahun}.", "Periksa tahunnya.")
    pelaku = Pelaku(nama=getpass.getuser(), peran="admin", cakupan="semua unit")
    return archive.freeze(
        engine, capture(konteks_of(kode_instansi, tahun, triwulan, pelaku), today()), pelaku.nama
    )


def _refuse(kode: str, pesan: str, saran: str) -> NoReturn:
    raise EksporDitolakError(kode, pesan, saran)
