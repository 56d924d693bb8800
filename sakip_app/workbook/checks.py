"""Checks of figures within a row: each compares only what the sheet itself states."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.header import Kepala
from sakip_app.workbook.numbers import SATUAN_DIKENAL, write_number
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.words import normal

BEDA_CAPAIAN = 0.06  # publishers round to one decimal, or cut off
BEDA_UANG = 0.5  # rupiah; below this it is rounding


def check_rows(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """Add the findings of all rows to ``p``."""
    for satu in indikator:
        _target(p, kepala, satu)
        _total(p, kepala, satu)
        _printed(p, kepala, satu)
        _errors(p, kepala, satu)
    _units(p, kepala, indikator)
    _without_indicator(p, kepala, {s.baris for s in indikator})


def _sum(nilai: Sequence[float | None]) -> float | None:
    terisi = [n for n in nilai if n is not None]
    return math.fsum(terisi) if terisi else None


def _target(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    jumlah = _sum(list(satu.realisasi.values()))
    kolom = kepala.satu("target_tahunan")
    if not jumlah or kolom is None or satu.target_teks or satu.target_tahunan:
        return
    if (satu.baris, kolom.nomor) in p.grid.rumus and satu.target_tahunan is None:
        return  # the target is a formula without a result: told already
    target = "kosong" if satu.target_tahunan is None else "0"
    p.catat("realisasi-tanpa-target", alamat(satu.baris, kolom.nomor), nilai=target,
            dibaca=write_number(round(jumlah, 9)), target=target)  # fmt: skip


def _total(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    if satu.konsolidasi != "jumlah":
        return
    kolom = kepala.satu("realisasi_tahun")
    jumlah = _sum(list(satu.realisasi.values()))
    if kolom and satu.realisasi_tahun is not None and jumlah is not None:
        if not math.isclose(satu.realisasi_tahun, jumlah, rel_tol=1e-6, abs_tol=1e-6):
            _differs(p, kolom.label, satu.baris, kolom.nomor, satu.realisasi_tahun, jumlah)
    kolom = kepala.satu("realisasi_tahun_rp")
    sel = p.grid.sel.get((satu.baris, kolom.nomor)) if kolom else None
    uang = _sum(list(satu.realisasi_anggaran.values()))
    if (
        kolom
        and sel
        and isinstance(sel.nilai, (int, float))
        and not isinstance(sel.nilai, bool)
        and uang is not None
    ):
        tertulis = float(sel.nilai) * p.pengali_uang
        if abs(tertulis - uang) > BEDA_UANG * p.pengali_uang:
            _differs(p, kolom.label, satu.baris, kolom.nomor, tertulis, uang)


def _differs(p: Pembaca, label: str, baris: int, kolom: int, tertulis: float, dihitung: float) -> None:
    p.catat("jumlah-tak-cocok", alamat(baris, kolom), nilai=write_number(round(tertulis, 6)), kolom=label.replace(" {tahun}", ""),
            tertulis=write_number(round(tertulis, 6)), dihitung=write_number(round(dihitung, 6)))  # fmt: skip


def _printed(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    """Tingkat capaian against (7 + 13) / 6 × 100 of the same row, where the header says that this is its base."""
    kolom = kepala.satu("capaian_tercetak")
    if kolom is None or satu.capaian_tercetak is None or satu.realisasi_tahun is None:
        return
    if "renstra" in kolom.teks or "rpjmd" in kolom.teks:
        dasar, dicapai = satu.target_renstra, (satu.realisasi_lalu or 0.0) + satu.realisasi_tahun
        if satu.realisasi_lalu is None and kepala.satu("realisasi_lalu") is None:
            return
    else:
        dasar, dicapai = satu.target_tahunan, satu.realisasi_tahun
    if not dasar or dasar < 0:
        return
    dihitung = dicapai / dasar * 100
    if abs(dihitung - satu.capaian_tercetak) > max(BEDA_CAPAIAN, abs(dihitung) * 1e-6):
        p.catat("capaian-tak-cocok", alamat(satu.baris, kolom.nomor), nilai=write_number(satu.capaian_tercetak), kolom=kolom.label,
                tertulis=write_number(round(satu.capaian_tercetak, 4)), dihitung=write_number(round(dihitung, 4)))  # fmt: skip


def _errors(p: Pembaca, kepala: Kepala, satu: BarisIndikator) -> None:
    """Error values in columns that are shown but not stored."""
    for kolom in kepala.kolom:
        if kolom.peran in (
            "capaian_anggaran",
            "persen",
            "realisasi_renstra",
            "realisasi_renstra_rp",
            "realisasi_tahun_rp",
        ):
            sel = p.grid.sel.get((satu.baris, kolom.nomor))
            if sel is not None and sel.jenis == "e":
                p.catat("sel-galat", alamat(satu.baris, kolom.nomor), nilai=sel.nilai, tingkat="peringatan",
                        kolom=kolom.label.replace(" {tahun}", ""))  # fmt: skip


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
            p.catat(
                "satuan-salah-ketik",
                alamat(satu.baris, kolom.nomor),
                nilai=satu.satuan or "",
                usul_satuan=tulisan[calon[0]],
            )


def _one_letter_apart(satu: str, lain: str) -> bool:
    if abs(len(satu) - len(lain)) > 1 or satu == lain:
        return False
    pendek, panjang = sorted((satu, lain), key=len)
    i = next((n for n, (a, b) in enumerate(zip(pendek, panjang, strict=False)) if a != b), len(pendek))
    return pendek[i + (len(pendek) == len(panjang)) :] == panjang[i + 1 :]


def _without_indicator(p: Pembaca, kepala: Kepala, terbaca: set[int]) -> None:
    """A named row that holds realisasi but names no indicator: figures that would be lost in silence."""
    kolom_indikator, kolom_nama = kepala.satu("indikator"), kepala.satu("nama")
    if kolom_indikator is None or kolom_nama is None:
        return
    realisasi = kepala.semua("realisasi")
    for baris in p.grid.baris_berisi():
        if baris <= kepala.akhir or baris in terbaca or p.teks(baris, kolom_indikator):
            continue
        terisi = [k for k in realisasi if isinstance(p.grid.nilai(baris, k.nomor), (int, float))]
        if terisi and p.grid.nilai(baris, kolom_nama.nomor) is not None:
            p.catat("baris-tanpa-indikator", alamat(baris, kolom_indikator.nomor), nilai=p.teks(baris, kolom_nama))
