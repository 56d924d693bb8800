"""Several sheets of one form read as one: a sheet for each bidang, not the same rows month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from sakip_app.workbook.findings import temuan
from sakip_app.workbook.result import BarisIndikator, HasilBaca, Pertanyaan
from sakip_app.workbook.words import key_text

SAMA_TERBANYAK = 0.2  # share of rows that two parts may have in common


def combined(bagian: Sequence[HasilBaca]) -> HasilBaca | None:
    """The readings of several sheets as one.

    Args:
        bagian: one reading a sheet, in the workbook's order.

    Returns:
        ``None`` where the sheets have indicators in common (the same rows of another month), are of different
        units, years or months: then it is asked which is meant.
    """
    utama = bagian[0]
    if len(bagian) < 2 or any((b.unit, b.tahun, b.sampai_bulan) != _owner(utama) for b in bagian):
        return None
    isi = [{key_text(s.uraian) for s in b.indikator} for b in bagian]
    if any(len(a & b) > SAMA_TERBANYAK * min(len(a), len(b)) for a, b in combinations(isi, 2)):
        return None
    satu = temuan("lembar-digabung", lembar=utama.lembar, daftar=", ".join(b.lembar for b in bagian))
    indikator, nama = _distinct(bagian)
    return replace(
        utama,
        indikator=tuple(indikator),
        temuan=(satu, *(t for b in bagian for t in b.temuan)),
        pertanyaan=_asked_once([q for n, b in enumerate(bagian) for q in _renamed(b.pertanyaan, n, nama)]),
    )


def _owner(satu: HasilBaca) -> tuple[str | None, int | None, int | None]:
    return satu.unit, satu.tahun, satu.sampai_bulan


def _distinct(bagian: Sequence[HasilBaca]) -> tuple[list[BarisIndikator], dict[tuple[int, str], str]]:
    """All rows with keys that no other sheet's row has; and what each key became, by number of its sheet."""
    terpakai: set[str] = set()
    nama: dict[tuple[int, str], str] = {}
    hasil = []
    for nomor, satu in enumerate(bagian):
        for baris in satu.indikator:
            kunci, ke = baris.kunci, 2
            while kunci in terpakai:
                kunci, ke = f"{baris.kunci}-{ke}", ke + 1
            terpakai.add(kunci)
            nama[nomor, baris.kunci] = kunci
            hasil.append(replace(baris, kunci=kunci))
    return hasil, nama


def _renamed(tanya: Sequence[Pertanyaan], nomor: int, nama: dict[tuple[int, str], str]) -> list[Pertanyaan]:
    return [replace(q, untuk=tuple(nama[nomor, kunci] for kunci in q.untuk)) for q in tanya]


def _asked_once(tanya: Sequence[Pertanyaan]) -> tuple[Pertanyaan, ...]:
    """Questions that several sheets leave open alike, once."""
    hasil: dict[tuple[str, str | None, str], Pertanyaan] = {}
    for q in tanya:
        sama = hasil.get((q.kode, q.usul, q.alasan))
        hasil[q.kode, q.usul, q.alasan] = q if sama is None else replace(sama, untuk=(*sama.untuk, *q.untuk))
    return tuple(hasil.values())
