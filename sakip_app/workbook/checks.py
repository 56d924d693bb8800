"""Checks of a sheet that was read: of its cells (here), and of what its figures say together (``odd/``)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.numbers import is_percent, write_number
from sakip_app.workbook.odd.capaian import check_capaian
from sakip_app.workbook.odd.habits import check_copies, check_targets_copied, check_zeros, zero_quarters
from sakip_app.workbook.odd.row import Pengamatan, cells, observe
from sakip_app.workbook.odd.scale import check_jumps, check_percent
from sakip_app.workbook.odd.sums import check_falls, check_targets, check_year
from sakip_app.workbook.odd.text import check_polaritas, check_two_indicators, two_indicators
from sakip_app.workbook.odd.units import check_units
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.result import BarisIndikator, Temuan
from sakip_app.workbook.table import Tabel

BEDA_UANG = 0.5  # in the unit of the sheet; below this it is rounding
_DITAMPILKAN_SAJA = (
    "capaian_anggaran", "persen", "realisasi_renstra", "realisasi_renstra_rp", "realisasi_tahun_rp",
)  # fmt: skip
_BESARNYA_RAGU = ("angka-ambigu", "persen-pecahan", "format-persen")
_NAMA = ("indikator", "satuan", "nama", "kode")


def odd(
    indikator: Sequence[BarisIndikator],
    lembar: str,
    *,
    kolom: Mapping[str, str] | None = None,
    sudah: Iterable[str] = (),
    berpersen: Iterable[str] = (),
) -> list[Temuan]:
    """What is odd in the figures and words of a sheet's rows, from whatever form they were read.

    Args:
        indikator: the rows of one sheet.
        lembar: its title.
        kolom: letter of the column of values that rows do not trace in ``asal`` (``{"satuan": "I"}``).
        sudah: cells of which it was told already that their size is in doubt.
        berpersen: cells that show their per cent sign: they are no fractions.

    Returns:
        Findings, none of which is an error: quarters against the year, falls, copies, typed capaian, fractions
        among per cents, slipped commas, zeros for quarters to come, misspelt units, polaritas against the words.

    Example:
        >>> satu = BarisIndikator("k", "S!B2", 2, "Jumlah Laporan", satuan="Laporan", konsolidasi="jumlah",
        ...                       target_tahunan=3.0, target={1: 1.0, 4: 1.0}, asal={("target_tahunan", None): "S!D2"})
        >>> [(t.kode, t.sel) for t in odd([satu], "S")]
        [('target-triwulan-tak-cocok', 'D2')]
    """
    amat, dilihat = Pengamatan(lembar, kolom or {}), set(sudah)
    baris = observe(indikator)
    kosong = zero_quarters(baris)
    check_two_indicators(amat, baris)
    dilihat |= check_targets(amat, baris)
    check_year(amat, baris)
    check_falls(amat, baris, kosong)
    check_capaian(amat, baris)
    dilihat |= {t.sel for t in amat.temuan}
    check_percent(amat, baris, dilihat, frozenset(berpersen))
    check_jumps(amat, baris, dilihat)
    check_units(amat, baris)
    check_polaritas(amat, baris)
    check_copies(amat, baris)
    check_targets_copied(amat, baris)
    check_zeros(amat, baris, kosong)
    return amat.temuan


def check_rows(p: Pembaca, kepala: Kepala, tabel: Tabel, indikator: Sequence[BarisIndikator]) -> None:
    """Add the findings of all rows to ``p``."""
    for satu in indikator:
        _target(p, kepala, satu)
        _total(p, kepala, satu)
    _errors(p, kepala, indikator)
    _odd(p, kepala, indikator)
    _by_lines(p, kepala, indikator)
    _without_indicator(p, kepala, tabel)
    _merged(p, kepala, indikator)


def _odd(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """What is odd in the rows, but not what was said already, nor of a per cent that its own cell shows as one."""
    letak = {k.peran: column_letter(k.nomor) for k in reversed(kepala.kolom) if k.triwulan is None}
    ada = {(t.kode, t.sel) for t in p.temuan}
    ragu = [t.sel for t in p.temuan if t.kode in _BESARNYA_RAGU]
    persen = _shown_as_percent(p, indikator)
    for satu in odd(indikator, p.grid.lembar, kolom=letak, sudah=ragu, berpersen=persen):
        if (satu.kode, satu.sel) not in ada:
            p.temuan.append(satu)


def _by_lines(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """Two indicators told apart only by the lines of their cell, which a reading joins."""
    kolom = kepala.satu("indikator")
    ada = {t.sel for t in p.temuan if t.kode == "dua-indikator-satu-sel"}
    if kolom is None:
        return
    for satu in indikator:
        isi = p.grid.nilai(satu.baris, kolom.nomor)
        if isinstance(isi, str) and "\n" in isi and two_indicators(isi):
            sel = satu.sel.rpartition("!")[2]
            if sel not in ada:
                p.catat("dua-indikator-satu-sel", sel, nilai=isi)


def _shown_as_percent(p: Pembaca, indikator: Sequence[BarisIndikator]) -> set[str]:
    """Cells that show their per cent sign: 0,5% is no fraction."""
    baris = {s.baris for s in indikator if is_percent(s.satuan)}
    return {
        alamat(b, k)
        for b in baris
        for k, sel in p.grid.per_baris.get(b, {}).items()
        if "%" in sel.format_angka or (sel.jenis != "n" and "%" in str(sel.nilai))
    }


def _sum(nilai: Iterable[float | str | None]) -> float | None:
    terisi = [n for n in nilai if isinstance(n, int | float)]
    if not terisi or max(map(abs, terisi)) > 1e300:  # fsum raises beyond what a float can hold
        return None
    return math.fsum(terisi)


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


def _errors(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """Error values, and formulas without a result, in columns that are shown but not stored; errors for a name."""
    ada = {(t.kode, t.sel) for t in p.temuan}
    for kolom in kepala.kolom:
        if kolom.peran not in (*_DITAMPILKAN_SAJA, *_NAMA):
            continue
        kosong = []
        for satu in indikator:
            letak = (satu.baris, kolom.nomor)
            sel = p.grid.sel.get(letak)
            if sel is not None and sel.jenis == "e" and ("sel-galat", alamat(*letak)) not in ada:
                p.catat("sel-galat", alamat(*letak), nilai=sel.nilai, tingkat="peringatan", kolom=kolom.sebutan)
            elif sel is None and letak in p.grid.rumus:
                kosong.append(alamat(*letak))
        if kosong:
            p.catat(
                "rumus-belum-dihitung", kosong[0], tingkat="peringatan", kolom=kolom.sebutan, daftar=cells(kosong)
            )


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
