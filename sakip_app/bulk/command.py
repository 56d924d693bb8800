"""The command ``impor``: a folder in, a table out. Ctrl-C ends it after the file at hand, with the table so far."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Protocol

import sqlalchemy as sa

from sakip_app import store
from sakip_app.acceptance import DOKUMEN
from sakip_app.bulk.ahead import in_order
from sakip_app.bulk.files import AMPAS, Isi, list_files
from sakip_app.bulk.judging import judge
from sakip_app.bulk.progress import Kemajuan, progress
from sakip_app.bulk.reading import read_file
from sakip_app.bulk.records import Acuan, Alasan, Baris, shown
from sakip_app.bulk.report import AKHIRAN_LAPORAN, console_of, open_of, rest_of, summary_of, table_of, write_report
from sakip_app.bulk.together import Bersama
from sakip_app.store.database import open_existing
from sakip_app.text.words import gabung
from sakip_app.workbook.isolated import SERENTAK

SEMUA, ADA_SISA, DIHENTIKAN = 0, 1, 130
"""Exit codes: every file taken or kept already; some asked about or refused; stopped by the user."""


class ImporDitolakError(Exception):
    """The command itself cannot run: a stable ``kode``, an Indonesian sentence, and what to do."""

    def __init__(self, kode: str, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.saran = kode, pesan, saran


class Pilihan(Protocol):
    """The arguments of the command, as ``argparse`` gives them."""

    folder: str
    instansi: str | None
    tahun: int | None
    triwulan: int | None
    dokumen: str | None
    biarkan_hilang: bool
    daerah: list[str]
    simpan: bool
    pelaku: str | None
    laporan: str | None


def run(pilihan: Pilihan) -> int:
    """Read, judge and, with ``simpan``, keep every workbook below a folder; print what became of each.

    Returns:
        0 when all were taken or kept already, 1 when some were asked about or refused, 130 when it was stopped.

    Raises:
        ImporDitolakError: no such folder, no workbook in it, a body that is not known, a report that cannot be.
        StoreTakTerbukaError: the store does not open; it is never made here.
    """
    akar = Path(os.path.abspath(pilihan.folder))  # noqa: PTH100 - resolve() would lose the name of a linked folder
    if not akar.is_dir():
        raise ImporDitolakError(
            "folder-tak-ada", f"{shown(pilihan.folder)} bukan folder, atau tidak ada.", "Periksa letak foldernya."
        )
    laporan = _report_file(pilihan.laporan)
    engine = open_existing(os.environ.get("SAKIP_DATABASE_URL") or str(store.BERKAS_BAKU))
    try:
        acuan = _reference(engine, pilihan)
        isi = list_files(akar, laporan)
        if not isi.buku and not isi.kunci and not isi.tertutup:
            raise ImporDitolakError(
                "folder-tanpa-buku", f"Tidak ada buku kerja Excel di {shown(str(akar))}.", "Periksa foldernya."
            )
        with _stoppable() as berhenti:
            semua = _all(acuan, isi, berhenti)
            dihentikan = berhenti.is_set()
    finally:
        engine.dispose()
    written = _print(acuan, isi, semua, laporan, dihentikan=dihentikan)
    if dihentikan:
        return DIHENTIKAN
    return ADA_SISA if not written or any(s.putusan in ("ditanya", "ditolak") for s in semua) else SEMUA


def _all(acuan: Acuan, isi: Isi, berhenti: threading.Event) -> list[Baris]:
    bersama = Bersama()
    semua = [
        Baris(
            isi.tampil(berkas),
            alasan=(Alasan("folder-tertutup", "Folder ini tidak dapat dibuka.", "Periksa izinnya."),),
        )
        for berkas in isi.tertutup
    ]
    with progress(len(isi.buku)) as kemajuan:
        semua += _each(acuan, isi, bersama, kemajuan, berhenti)
    return semua + [_left_beside(isi, berkas) for berkas in isi.kunci]


def _each(
    acuan: Acuan, isi: Isi, bersama: Bersama, kemajuan: Kemajuan, berhenti: threading.Event
) -> Iterator[Baris]:
    kerja = partial(read_file, acuan)
    for berkas, terbaca in in_order(isi.buku, kerja, serentak=SERENTAK, berhenti=berhenti):
        baris = judge(acuan, isi.tampil(berkas), terbaca, bersama)
        kemajuan.step(f"{shown(baris.berkas)}: {baris.putusan}")
        yield baris


def _left_beside(isi: Isi, berkas: Path) -> Baris:
    """A lock file of Excel, or what macOS leaves beside a file."""
    if berkas.name.startswith(AMPAS):
        alasan = Alasan("berkas-ampas", "Sisa salinan dari macOS, bukan buku kerja.", "Boleh dihapus.")
    else:
        alasan = Alasan(
            "berkas-kunci",
            "Berkas kunci sementara: buku kerja itu sedang dibuka di Excel, dan isinya mungkin belum disimpan.",
            "Tutup Excel, lalu jalankan lagi bila buku kerjanya diubah.",
        )
    return Baris(isi.tampil(berkas), "dilewati", alasan=(alasan,))


def _reference(engine: sa.Engine, pilihan: Pilihan) -> Acuan:
    bodies = store.list_instansi(engine).set_index("kode")
    daftar = gabung([f"{kode} ({nama})" for kode, nama in bodies["nama"].items()]) or "belum ada"
    kode = pilihan.instansi
    if kode is None:
        own = bodies[~bodies["contoh"]] if len(bodies) > 1 else bodies
        if len(own) != 1:
            raise ImporDitolakError(
                "instansi-belum-dipilih",
                f"Tidak jelas untuk instansi mana. Yang ada: {daftar}.",
                "Sebut kodenya: --instansi KODE.",
            )
        kode = str(own.index[0])
    if kode not in bodies.index:
        raise ImporDitolakError(
            "instansi-tak-dikenal",
            f"Tidak ada instansi {shown(kode)}. Yang ada: {daftar}.",
            "Sebut salah satunya.",
        )
    dokumen = {"murni": DOKUMEN[0], "perubahan": DOKUMEN[1]}
    return Acuan(
        engine,
        kode,
        str(bodies.loc[kode, "nama"]),
        pilihan.pelaku or _who(),
        simpan=pilihan.simpan,
        tahun=pilihan.tahun,
        triwulan=pilihan.triwulan,
        dokumen=None if pilihan.dokumen is None else dokumen[pilihan.dokumen],
        biarkan_hilang=pilihan.biarkan_hilang,
        daerah=tuple(pilihan.daerah),
    )


def _who() -> str:
    """The name under which this person works on this machine."""
    import getpass

    try:
        return f"{getpass.getuser()} (impor)"
    except (OSError, KeyError, ImportError):
        return "impor"


def _report_file(tertulis: str | None) -> Path | None:
    """Where the report goes; found out before an hour of reading, not after."""
    if tertulis is None:
        return None
    laporan = Path(os.path.abspath(tertulis))  # noqa: PTH100
    if laporan.suffix.casefold() not in AKHIRAN_LAPORAN:
        raise ImporDitolakError(
            "laporan-bukan-tabel", "Laporan ditulis sebagai .xlsx atau .csv.", "Sebut nama yang berakhir demikian."
        )
    if laporan.is_dir() or not laporan.parent.is_dir() or not os.access(laporan.parent, os.W_OK):
        raise ImporDitolakError(
            "laporan-tak-tertulis", f"Laporan tidak dapat ditulis di {shown(str(laporan))}.", "Pilih letak lain."
        )
    return laporan


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """Ctrl-C sets an event instead of breaking in: a file is then kept whole and told, or not at all."""
    berhenti = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield berhenti
        return

    def stop(_nomor: int, _bingkai: FrameType | None) -> None:
        berhenti.set()

    dulu = signal.signal(signal.SIGINT, stop)
    try:
        yield berhenti
    finally:
        signal.signal(signal.SIGINT, dulu)


def _print(acuan: Acuan, isi: Isi, semua: list[Baris], laporan: Path | None, *, dihentikan: bool) -> bool:
    """The result on the output; whether the report was written, where one was wanted."""
    written = laporan is None or _write(semua, laporan)  # first: whoever reads the output may go before its end
    console = console_of(sys.stdout)
    console.print(table_of(semua))
    console.print(rest_of(semua))
    if dihentikan:
        sisa = len(isi.buku) + len(isi.kunci) + len(isi.tertutup) - len(semua)
        console.print(f"Dihentikan: {sisa} berkas belum diperiksa.")
    if isi.lain:
        macam = gabung([f"{n} {akhiran}" for akhiran, n in sorted(isi.lain.items())], 6)
        console.print(shown(f"Berkas lain di folder ini tidak dibuka: {macam}."))
    if terbuka := open_of(semua):
        console.print(terbuka)
    console.print(summary_of(semua))
    if not acuan.simpan and any(satu.putusan == "siap" for satu in semua):
        console.print("Belum ada yang disimpan. Jalankan lagi dengan --simpan untuk menyimpan yang siap.")
    if laporan is not None and written:
        console.print(f"Laporan: {shown(str(laporan))}")
    return written


def _write(semua: list[Baris], laporan: Path) -> bool:
    try:
        write_report(semua, laporan)
    except OSError as galat:
        print(f"Laporan tidak dapat ditulis: {galat.strerror or type(galat).__name__}.", file=sys.stderr)
        return False
    return True
