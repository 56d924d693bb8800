"""Command line.

- ``python -m sakip_app baca BERKAS --json`` prints what is in a workbook, as one JSON object.
- ``python -m sakip_app impor FOLDER`` reads a folder of workbooks and, with ``--simpan``, keeps what is clear.
- ``python -m sakip_app ekspor pptx`` writes the slides of a frozen quarter as a PowerPoint file.
- ``python -m sakip_app pindah DARI KE`` copies a whole store into an empty database and compares the two.

Exit 0, or 2 with ``{"kode", "pesan", "saran"}``; never a traceback. ``impor`` exits 1 when files were left over.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.gate import BATAS_BERKAS
from sakip_app.workbook.isolated import read_workbook_apart
from sakip_app.workbook.result import BarisIndikator, BerkasDitolakError, HasilBaca

if TYPE_CHECKING:  # reading a workbook needs no store, and does not wait for one to load
    from sakip_app.store.transfer import TabelPindah


class _Penolakan(Protocol):
    kode: str
    pesan: str
    saran: str


class _Pengurai(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise tolak("perintah-salah", rincian=message)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    logging.getLogger("sakip_app").addHandler(
        logging.NullHandler()
    )  # the refusal says it; nothing else is printed
    try:
        pilihan = _arguments(sys.argv[1:] if argv is None else argv)
        if pilihan.perintah == "pindah":
            return _move(pilihan.dari, pilihan.ke)
        if pilihan.perintah == "impor":
            return _import(pilihan)
        if pilihan.perintah == "ekspor":
            return _export(pilihan)
        hasil = _read(Path(pilihan.berkas))
        teks = _as_json(hasil) if pilihan.json else _summary(hasil)
    except BerkasDitolakError as galat:
        print(_refusal(galat))
        return 2
    except Exception as galat:  # the edge of the process: whatever a file provokes ends in a sentence
        print(_refusal(tolak("galat-tak-terduga", rincian=type(galat).__name__)))
        return 2
    try:
        print(teks, flush=True)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does; nothing is wrong with the file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    pengurai = _Pengurai(prog="python -m sakip_app", description="SAKIP triwulanan.")
    perintah = pengurai.add_subparsers(dest="perintah", required=True, parser_class=_Pengurai)
    baca = perintah.add_parser("baca", help="cetak isi sebuah buku kerja")
    baca.add_argument("berkas", help="letak berkas .xlsx")
    baca.add_argument("--json", action="store_true", help="cetak sebagai satu objek JSON")
    _add_import(perintah.add_parser("impor", help="baca satu folder buku kerja, dan simpan yang jelas"))
    _add_export(perintah.add_parser("ekspor", help="tulis slaid rapat sebuah triwulan yang dibekukan"))
    pindah = perintah.add_parser("pindah", help="salin seluruh data ke basis data lain yang kosong")
    pindah.add_argument("dari", help="basis data asal: berkas SQLite, sqlite:///… atau postgresql://…")
    pindah.add_argument("ke", help="basis data tujuan, yang masih kosong")
    return pengurai.parse_args(argv)


def _add_import(impor: argparse.ArgumentParser) -> None:
    impor.description = (
        "Membaca semua buku kerja Excel di sebuah folder dan foldernya di dalamnya. Tanpa --simpan tidak ada yang "
        "disimpan: hasilnya hanya dicetak. Yang tidak jelas tidak ditebak: berkasnya ditanya dan tidak disimpan. "
        "Basis data: SAKIP_DATABASE_URL. Keluar 0 bila semua diambil atau sudah tersimpan, 1 bila ada yang ditanya "
        "atau ditolak, 2 bila perintahnya tidak dapat dijalankan."
    )
    impor.add_argument("folder", help="letak folder berisi buku kerja")
    impor.add_argument(
        "--simpan", action="store_true", help="simpan yang jelas; satu berkas seutuhnya, atau tidak"
    )
    impor.add_argument("--instansi", metavar="KODE", help="kode instansi; perlu bila ada lebih dari satu")
    impor.add_argument(
        "--tahun",
        type=int,
        choices=range(2000, 2100),
        metavar="N",
        help="tahun berkas yang tidak menyebutnya; berkas yang menyebut tahun lain ditanya",
    )
    impor.add_argument(
        "--triwulan", type=int, choices=(1, 2, 3, 4), help="triwulan realisasi berkas yang tidak menyebutnya"
    )
    impor.add_argument(
        "--dokumen",
        choices=("murni", "perubahan"),
        help="targetnya menurut PK murni atau PK perubahan; tanpa ini, berkas yang mengubah target ditanya",
    )
    impor.add_argument(
        "--biarkan-hilang",
        action="store_true",
        help="indikator tersimpan yang tidak ada di berkas tetap dihitung; tanpa ini, berkasnya ditanya",
    )
    impor.add_argument(
        "--daerah",
        action="append",
        default=[],
        metavar="NAMA",
        help="nama daerah lain di judul lembar yang juga berarti instansi ini; boleh diulang",
    )
    impor.add_argument("--pelaku", metavar="NAMA", help="siapa yang mengirim; bakunya nama pengguna komputer ini")
    impor.add_argument("--laporan", metavar="BERKAS", help="tulis hasilnya juga sebagai .xlsx atau .csv")


def _add_export(ekspor: argparse.ArgumentParser) -> None:
    ekspor.description = (
        "Menulis slaid rapat dari rekam beku, dengan keputusan yang sudah dicatat. Tanpa --rekam dipakai rekam terbaru "
        "dari triwulan yang disebut, atau yang terbaru dari semuanya. Basis data: SAKIP_DATABASE_URL."
    )
    ekspor.add_argument("bentuk", choices=("pptx",), help="bentuk berkas")
    ekspor.add_argument("--rekam", metavar="NOMOR", help="nomor rekam, seperti 2026-TW3-0047")
    ekspor.add_argument("--instansi", metavar="KODE", help="kode instansi; perlu bila ada lebih dari satu")
    ekspor.add_argument("--tahun", type=int, metavar="N", help="tahun")
    ekspor.add_argument("--triwulan", type=_quarter, metavar="N", help="triwulan, 1 sampai 4 atau I sampai IV")
    ekspor.add_argument(
        "--bekukan", action="store_true", help="bekukan dulu keadaan sekarang; perlu --tahun dan --triwulan"
    )
    ekspor.add_argument("--keluar", metavar="BERKAS", help="letak berkas; bakunya di folder ini, bernama rekamnya")


def _quarter(kata: str) -> int:
    known = {"1": 1, "2": 2, "3": 3, "4": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
    if kata.upper() not in known:
        raise argparse.ArgumentTypeError(f"triwulan 1 sampai 4, bukan {kata!r}")
    return known[kata.upper()]


def _export(pilihan: argparse.Namespace) -> int:
    """Write the slides; progress goes to the error stream, the place of the file or the refusal to the output."""
    from sakip_app.export import EksporDitolakError, run
    from sakip_app.store.errors import StoreError

    try:
        return run(pilihan)
    except (EksporDitolakError, StoreError) as galat:
        print(_refusal(galat))
        return 2


def _import(pilihan: argparse.Namespace) -> int:
    """Take in a folder; progress goes to the error stream, the table or the refusal to the output."""
    from sakip_app.bulk import ImporDitolakError, run
    from sakip_app.store.errors import StoreError

    try:
        return run(pilihan)
    except (ImporDitolakError, StoreError) as galat:
        print(_refusal(galat))
        return 2


def _read(berkas: Path) -> HasilBaca:
    try:
        with berkas.open("rb") as aliran:
            data = aliran.read(BATAS_BERKAS + 1)
    except (OSError, ValueError) as galat:
        raise tolak("berkas-tak-ada", nama=berkas.name or str(berkas)) from galat
    return read_workbook_apart(data, berkas.name)


def _move(dari: str, ke: str) -> int:
    """Copy a store; progress goes to the error stream, the result or the refusal to the output."""
    from sakip_app.store.errors import StoreError
    from sakip_app.store.transfer import PindahBerbedaError, transfer

    try:
        tabel = transfer(dari, ke, report=lambda kalimat: print(kalimat, file=sys.stderr, flush=True))
    except PindahBerbedaError as galat:
        print(_compared(galat.tabel), _refusal(galat), sep="\n")
        return 2
    except StoreError as galat:
        print(_refusal(galat))
        return 2
    print(_compared(tabel))
    print(f"{len(tabel)} tabel sama, baris demi baris. Sekarang SAKIP_DATABASE_URL dapat menunjuk ke tujuan.")
    return 0


def _compared(tabel: Sequence[TabelPindah]) -> str:
    from sakip_app.text.numbers import format_angka

    lebar = max(len(satu.nama) for satu in tabel)
    baris = [f"{'Tabel':<{lebar}}  {'Baris':>10}  Sama"]
    for satu in tabel:
        sama = "ya" if satu.sama else f"TIDAK (di tujuan {format_angka(satu.baris_tujuan, 0)} baris)"
        baris.append(f"{satu.nama:<{lebar}}  {format_angka(satu.baris, 0):>10}  {sama}")
    return "\n".join(baris)


def _as_json(hasil: HasilBaca) -> str:
    isi: dict[str, Any] = {
        "berkas": hasil.berkas,
        "sha256": hasil.sha256,
        "tata_letak": hasil.tata_letak,
        "lembar": hasil.lembar,
        "instansi": hasil.instansi,
        "unit": hasil.unit,
        "tahun": hasil.tahun,
        "sampai_bulan": hasil.sampai_bulan,
        "templat": None if hasil.templat is None else dataclasses.asdict(hasil.templat),
        "indikator": [_indicator(satu) for satu in hasil.indikator],
        "tindak_lanjut": [dataclasses.asdict(satu) for satu in hasil.tindak_lanjut],
        "temuan": [dataclasses.asdict(satu) for satu in hasil.temuan],
        "pertanyaan": [dataclasses.asdict(satu) for satu in hasil.pertanyaan],
    }
    return json.dumps(isi, ensure_ascii=False, allow_nan=False)


def _indicator(satu: BarisIndikator) -> dict[str, Any]:
    isi = {b.name: getattr(satu, b.name) for b in dataclasses.fields(satu) if b.name not in ("asal", "tetap")}
    return {k: {str(t): n for t, n in v.items()} if isinstance(v, Mapping) else v for k, v in isi.items()}


def _refusal(galat: _Penolakan) -> str:
    return json.dumps({"kode": galat.kode, "pesan": galat.pesan, "saran": galat.saran}, ensure_ascii=False)


def _summary(hasil: HasilBaca) -> str:
    jumlah = {t: sum(1 for x in hasil.temuan if x.tingkat == t) for t in ("galat", "peringatan", "catatan")}
    return (
        f"{hasil.berkas}: {hasil.tata_letak}, lembar “{hasil.lembar}”, {hasil.unit or 'unit tidak disebut'}, "
        f"tahun {hasil.tahun or 'tidak disebut'}, {len(hasil.indikator)} indikator; "
        + ", ".join(f"{n} {t}" for t, n in jumlah.items())
    )


if __name__ == "__main__":
    sys.exit(main())
