"""Dropdowns and checks while typing: what Excel itself says, in Indonesian, before the file is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.kolom import KOSAKATA, KolomTemplat, shown
from sakip_app.workbook.templat.tanda import AWALAN_SKALA

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PETUNJUK = {
    "jumlah": "Jumlah: tulis tambahan triwulan itu saja, bukan angka sejak Januari.",
    "rata_rata": "Rata-rata: tulis angka triwulan itu sendiri.",
    "nilai_akhir": "Nilai akhir: tulis posisi pada akhir triwulan itu.",
    "maksimum": "Maksimum: tulis angka tertinggi sampai triwulan itu.",
    "kumulatif": "Kumulatif: tulis angka sejak Januari sampai akhir triwulan itu.",
}
_ARTI = {
    "polaritas": "maksimal: makin tinggi makin baik. minimal: makin rendah makin baik. stabil: tepat sasaran.",
    "konsolidasi": "Bagaimana angka triwulan menjadi angka tahun: jumlah, rata-rata, nilai akhir, atau maksimum.",
    "skala": "Diisi hanya bila nilainya berupa kata, misalnya opini BPK. Pilih nama skalanya.",
}


def add_validations(
    ws: Worksheet,
    kolom: Sequence[KolomTemplat],
    baris: Sequence[BarisIndikator],
    daftar: Mapping[str, str],
    rentang: tuple[int, int],
) -> None:
    """Put a dropdown or a check on every cell that may be written in."""
    awal, akhir = rentang
    for nomor, k in enumerate(kolom, 1):
        huruf = get_column_letter(nomor)
        penuh = f"{huruf}{awal}:{huruf}{akhir}"
        if k.peran in daftar:
            _add(ws, _list(k.peran, daftar[k.peran]), [penuh])
        elif k.jenis == "tanggal":
            _add(ws, _date(), [penuh])
        elif k.jenis == "rupiah":
            _money(ws, k, huruf, baris, rentang)
        elif k.jenis == "angka":
            _numbers(ws, k, huruf, baris, daftar, rentang)


def _numbers(
    ws: Worksheet,
    k: KolomTemplat,
    huruf: str,
    baris: Sequence[BarisIndikator],
    daftar: Mapping[str, str],
    rentang: tuple[int, int],
) -> None:
    """Numbers, or the words of the scale in rows that have one; runs of equal rows share one check."""
    sejenis: dict[tuple[str, str], list[str]] = {}
    menurut = {rentang[0] + n: b for n, b in enumerate(baris)}
    berkata = k.peran in ("realisasi", "target", "target_tahunan")

    def kind(nomor: int) -> tuple[str, str]:
        satu = menurut.get(nomor)
        nama = AWALAN_SKALA + satu.skala if satu and satu.skala and berkata else ""
        cara = _way(satu) if satu and k.peran == "realisasi" else ""
        return nama, cara

    for jenis, isi in groupby(range(rentang[0], rentang[1] + 1), key=kind):
        urut = list(isi)
        sejenis.setdefault(jenis, []).append(f"{huruf}{urut[0]}:{huruf}{urut[-1]}")
    for (nama, cara), daerah in sejenis.items():
        periksa = _list("kata", daftar[nama]) if nama in daftar else _decimal(lunak=k.peran == "target_tahunan")
        if cara in _PETUNJUK:
            periksa.promptTitle, periksa.prompt = "Realisasi", _PETUNJUK[cara]
        _add(ws, periksa, daerah)


def _way(satu: BarisIndikator) -> str:
    """What a quarter of the row holds: as its konsolidasi says, unless sums are filled in as positions."""
    if satu.cara_isi == "kumulatif" and satu.konsolidasi == "jumlah":
        return "kumulatif"
    return satu.konsolidasi or ""


def _money(
    ws: Worksheet, k: KolomTemplat, huruf: str, baris: Sequence[BarisIndikator], rentang: tuple[int, int]
) -> None:
    """Rupiah; rows whose spending is filled in as positions say so."""

    def way(nomor: int) -> str:
        n = nomor - rentang[0]
        berlaku = k.peran == "realisasi_anggaran" and n < len(baris)
        return baris[n].cara_isi_anggaran or "" if berlaku else ""

    sejenis: dict[str, list[str]] = {}
    for cara, isi in groupby(range(rentang[0], rentang[1] + 1), key=way):
        urut = list(isi)
        sejenis.setdefault(cara, []).append(f"{huruf}{urut[0]}:{huruf}{urut[-1]}")
    for cara, daerah in sejenis.items():
        periksa = _decimal(money=True)
        if cara in _PETUNJUK:
            periksa.promptTitle, periksa.prompt = "Realisasi anggaran", _PETUNJUK[cara]
        _add(ws, periksa, daerah)


def _list(peran: str, letak: str) -> DataValidation:
    periksa = DataValidation(type="list", formula1=letak, allow_blank=True, showErrorMessage=True)
    if peran == "satuan":  # any unit may be typed; the list only keeps spellings together
        periksa.errorStyle = "warning"
        periksa.errorTitle, periksa.error = "Satuan lain", "Satuan ini belum ada di daftar. Pakai satuan ini?"
        return periksa
    kata = ", ".join(shown(k) for k in KOSAKATA.get(peran, ()))
    periksa.errorTitle = "Pilih dari daftar"
    periksa.error = f"Yang dapat dipilih: {kata}." if kata else "Pilih salah satu kata dari daftar di sel ini."
    if peran in _ARTI:
        periksa.promptTitle, periksa.prompt = peran.capitalize(), _ARTI[peran]
    return periksa


def _decimal(*, money: bool = False, lunak: bool = False) -> DataValidation:
    periksa = DataValidation(
        type="decimal",
        operator="between",
        formula1="0" if money else "-1000000000000000",
        formula2="1000000000000000",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning" if lunak else "stop",
    )
    periksa.errorTitle = "Bukan angka"
    periksa.error = (
        "Tulis rupiah penuh sebagai angka, tanpa huruf dan tanpa Rp. Kosongkan bila belum ada."
        if money
        else "Tulis angka saja, misalnya 12,5. Kosongkan bila belum ada data; tulis 0 hanya bila memang nol."
    )
    return periksa


def _date() -> DataValidation:
    periksa = DataValidation(
        type="date",
        operator="greaterThan",
        formula1="36526",  # 1 January 2000
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
    )
    periksa.errorTitle, periksa.error = "Bukan tanggal", "Tulis tanggal, misalnya 30/09/2026."
    periksa.promptTitle, periksa.prompt = "Batas waktu", "Tulis tanggal, misalnya 30/09/2026."
    return periksa


def _add(ws: Worksheet, periksa: DataValidation, daerah: Iterable[str]) -> None:
    for satu in daerah:
        periksa.add(satu)
    periksa.showInputMessage = bool(periksa.prompt)
    ws.add_data_validation(periksa)
