"""Checks of figures within a row: each compares only what the sheet itself states."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.numbers import SATUAN_DIKENAL, write_number
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.table import Tabel
from sakip_app.workbook.words import normal

BEDA_CAPAIAN = 0.06  # publishers round to one decimal, or cut off
BEDA_UANG = 0.5  # in the unit of the sheet; below this it is rounding
_DITAMPILKAN_SAJA = (
    "capaian_anggaran", "persen", "realisasi_renstra", "realisasi_renstra_rp", "realisasi_tahun_rp",
)  # fmt: skip


def check_rows(p: Pembaca, kepala: Kepala, tabel: Tabel, indikator: Sequence[BarisIndikator]) -> None:
    """Add the findings of all rows to ``p``."""
    for satu in indikator:
        _target(p, kepala, satu)
        _total(p, kepala, satu)
        _printed(p, kepala, satu)
        _errors(p, kepala, satu)
    _units(p, kepala, indikator)
    _without_indicator(p, kepala, tabel)
    _merged(p, kepala, indikator)


def _sum(nilai: Iterable[float | str | None]) -> float | None:
    terisi = [n for n in nilai if isinstance(n, int | float)]
    return math.fsum(terisi) if terisi else None


def _target(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    jumlah = _sum(satu.realisasi.values())
    kolom = kepala.satu("target_tahunan")
    if not jumlah or kolom is None or satu.target_tahunan:
        return
    if satu.target_bawah is not None or satu.target_atas is not None:
        return
    if satu.target_tahunan is None and p.berisi(satu.baris, kolom):
        return  # a text, a range, or something that was told already
    target = "kosong" if satu.target_tahunan is None else "0"
    dibaca = write_number(round(jumlah, 9))
    p.catat("realisasi-tanpa-target", alamat(satu.baris, kolom.nomor), nilai=target, dibaca=dibaca, target=target)


def _total(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    """Realisasi of the year against the sum of its quarters, where the sheet says that it is the sum."""
    if satu.konsolidasi != "jumlah":
        return
    kolom, jumlah = kepala.satu("realisasi_tahun"), _sum(satu.realisasi.values())
    if kolom is not None and satu.realisasi_tahun is not None and jumlah is not None:
        sama = math.isclose(satu.realisasi_tahun, jumlah, rel_tol=1e-6, abs_tol=1e-6)
        if not sama:
            _differs(p, kolom, satu.baris, satu.realisasi_tahun, jumlah)
    kolom, uang = kepala.satu("realisasi_tahun_rp"), _sum(satu.realisasi_anggaran.values())
    isi = p.grid.nilai(satu.baris, kolom.nomor) if kolom else None
    if kolom is not None and uang is not None and isinstance(isi, (int, float)) and not isinstance(isi, bool):
        tertulis = float(isi) * p.pengali_uang
        if abs(tertulis - uang) > BEDA_UANG * p.pengali_uang:
            _differs(p, kolom, satu.baris, tertulis, uang)


def _differs(p: Pembaca, kolom: KolomTerbaca, baris: int, tertulis: float, dihitung: float) -> None:
    tulis = write_number(round(tertulis, 6))
    p.catat(
        "jumlah-tak-cocok",
        alamat(baris, kolom.nomor),
        nilai=tulis,
        kolom=kolom.sebutan,
        tertulis=tulis,
        dihitung=write_number(round(dihitung, 6)),
    )


def _printed(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    """Printed capaian against its own row: 15 = (7 + 13) / 6 × 100, or realisasi / target of the year."""
    kolom = kepala.satu("capaian_tercetak")
    if kolom is None or satu.capaian_tercetak is None or satu.realisasi_tahun is None:
        return
    if "renstra" in kolom.teks or "rpjmd" in kolom.teks:
        if satu.realisasi_lalu is None and kepala.satu("realisasi_lalu") is None:
            return
        dasar, dicapai = satu.target_renstra, (satu.realisasi_lalu or 0.0) + satu.realisasi_tahun
    else:
        dasar, dicapai = satu.target_tahunan, satu.realisasi_tahun
    if dasar is None or dasar <= 0:
        return
    dihitung = dicapai / dasar * 100
    if abs(dihitung - satu.capaian_tercetak) > max(BEDA_CAPAIAN, abs(dihitung) * 1e-6):
        tulis = write_number(round(satu.capaian_tercetak, 4))
        p.catat(
            "capaian-tak-cocok",
            alamat(satu.baris, kolom.nomor),
            nilai=tulis,
            kolom=kolom.sebutan,
            tertulis=tulis,
            dihitung=write_number(round(dihitung, 4)),
        )


def _errors(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    """Error values in columns that are shown but not stored."""
    for kolom in kepala.kolom:
        sel = p.grid.sel.get((satu.baris, kolom.nomor)) if kolom.peran in _DITAMPILKAN_SAJA else None
        if sel is not None and sel.jenis == "e":
            label = kolom.sebutan
            p.catat(
                "sel-galat", alamat(satu.baris, kolom.nomor), nilai=sel.nilai, tingkat="peringatan", kolom=label
            )


def _units(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """A unit one letter away from one that the same sheet uses more often."""
    kolom = kepala.satu("satuan")
    pakai = Counter(normal(s.satuan) for s in indikator if s.satuan)
    tulisan = {normal(s.satuan): s.satuan for s in indikator if s.satuan}
    for satu in indikator:
        kata = normal(satu.satuan or "")
        if kolom is None or len(kata) < 4 or kata in SATUAN_DIKENAL:
            continue
        calon = [k for k in pakai if pakai[k] > pakai[kata] and len(k) >= 4 and _one_letter_apart(kata, k)]
        if calon:
            sel = alamat(satu.baris, kolom.nomor)
            p.catat("satuan-salah-ketik", sel, nilai=satu.satuan or "", usul_satuan=tulisan[calon[0]])


def _one_letter_apart(satu: str, lain: str) -> bool:
    if abs(len(satu) - len(lain)) > 1 or satu == lain:
        return False
    pendek, panjang = sorted((satu, lain), key=len)
    i = next((n for n, (a, b) in enumerate(zip(pendek, panjang, strict=False)) if a != b), len(pendek))
    return pendek[i + (len(pendek) == len(panjang)) :] == panjang[i + 1 :]


def _without_indicator(p: Pembaca, kepala: Kepala, tabel: Tabel) -> None:
    """A named row that holds realisasi but names no indicator: figures that would be lost in silence."""
    kolom_indikator, kolom_nama = kepala.satu("indikator"), kepala.satu("nama")
    if kolom_indikator is None or not tabel.indikator:
        return
    realisasi = kepala.semua("realisasi")
    for satu in tabel.bernama:
        terisi = any(isinstance(p.grid.nilai(satu.baris, k.nomor), (int, float)) for k in realisasi)
        if terisi and not p.teks(satu.baris, kolom_indikator):
            p.catat(
                "baris-tanpa-indikator",
                alamat(satu.baris, kolom_indikator.nomor),
                nilai=p.teks(satu.baris, kolom_nama),
            )


def _merged(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """A stored figure whose cell is merged down over further indicators: whose figure is it?"""
    baris = {s.baris for s in indikator}
    for kolom in kepala.kolom:
        if kolom.peran not in ("target_tahunan", "realisasi", "pagu", "realisasi_anggaran", "target"):
            continue
        for satu in sorted(baris):
            (awal, kiri), (akhir, kanan) = p.grid.rentang(satu, kolom.nomor)
            isi = p.grid.nilai(awal, kiri)
            if awal == satu and isi is not None and any(b in baris for b in range(awal + 1, akhir + 1)):
                rentang = f"{alamat(awal, kiri)}:{alamat(akhir, kanan)}"
                label = kolom.sebutan
                p.catat("gabungan-di-data", alamat(awal, kiri), nilai=rentang, kolom=label)
