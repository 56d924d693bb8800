"""Reading the cells of one row into values, findings collected on the way."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sakip_app.workbook.findings import temuan
from sakip_app.workbook.grid import Grid, Sel, alamat
from sakip_app.workbook.header import KolomTerbaca
from sakip_app.workbook.numbers import PREDIKAT, Angka, is_percent, read_number, tail_word, write_number
from sakip_app.workbook.result import Temuan, Tingkat
from sakip_app.workbook.words import normal, tidy

# Columns that are kept beside the quarters: a bad cell there does not block the upload.
PERAN_RINGAN = frozenset({
    "capaian_tercetak", "realisasi_tahun", "realisasi_tahun_rp", "target_renstra", "realisasi_lalu",
    "capaian_anggaran", "persen", "realisasi_renstra",
})  # fmt: skip
PERAN_PERSEN = ("target", "realisasi", "periode", "renstra")
PECAHAN_TERBESAR = 2.0  # 1,05 of 0,9 is 105 %; 69,67 beside 0,6 is no fraction
_RENTANG = re.compile(r"(-?[0-9.,]+)\s*%?\s*(?:-|–|—|s/d|sampai|s\.d\.?)\s*(-?[0-9.,]+)\s*(%|[^\W\d_ ]{1,15})?")
_SEKITAR = re.compile(r"(-?[0-9.,]+)\s*%?\s*(?:±|\+/-|\+-)\s*([0-9.,]+)\s*%?")  # 2,5 ± 1
_BATAS = re.compile(
    r"(≥|>=|=>|>|≤|<=|=<|<|minimal|min\.?|paling sedikit|maksimal|maks\.?|max\.?|paling banyak)"
    r"\s*(-?[0-9.,]+)\s*(%|[^\W\d_ ]{1,15})?"
)
_BATAS_BAWAH = frozenset({"≥", ">=", "=>", ">", "minimal", "min", "min.", "paling sedikit"})


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A target as its cell states it: a number, a pair of bounds, or a text; ``satuan`` where it stands inside."""

    nilai: float | None = None
    bawah: float | None = None
    atas: float | None = None
    teks: str | None = None
    satuan: str | None = None


@dataclass
class Pembaca:
    """Reads cells of one sheet and keeps what was found wrong."""

    grid: Grid
    pengali_uang: int = 1
    temuan: list[Temuan] = field(default_factory=list)
    pecahan: bool = False  # the row that is being read states its percentages as fractions, as a person said
    _baris_satuan: tuple[int, frozenset[str]] = (0, frozenset())
    _belum_dihitung: dict[tuple[str, Tingkat], list[str]] = field(default_factory=lambda: defaultdict(list))
    _per_kolom: dict[tuple[str, str], list[tuple[str, object]]] = field(default_factory=lambda: defaultdict(list))

    def catat(
        self, kode: str, sel: str = "", *, nilai: object = "", tingkat: Tingkat | None = None, **isi: object
    ) -> None:
        """Add one finding."""
        self.temuan.append(temuan(kode, lembar=self.grid.lembar, sel=sel, nilai=nilai, tingkat=tingkat, **isi))

    def berisi(self, baris: int, kolom: KolomTerbaca | None) -> bool:
        """Whether the cell holds a value or a formula."""
        return kolom is not None and (
            (baris, kolom.nomor) in self.grid.sel or (baris, kolom.nomor) in self.grid.rumus
        )

    def teks(self, baris: int, kolom: KolomTerbaca | None) -> str:
        """Tidy text of a cell, through a merge that covers it; empty when blank."""
        if kolom is None:
            return ""
        isi = self.grid.nilai(*self.grid.jangkar(baris, kolom.nomor))
        return "" if isi is None else tidy(isi)

    def angka(
        self, baris: int, kolom: KolomTerbaca | None, satuan: str | None, *, rupiah: bool = False
    ) -> float | None:
        """Number in a cell; whatever is wrong with it becomes a finding."""
        sel, angka = self._read(baris, kolom, satuan, rupiah=rupiah)
        if sel is None or kolom is None:
            return None
        self._report(baris, kolom, sel, angka, satuan)
        if angka.nilai is None or not rupiah or self.pengali_uang == 1:
            return angka.nilai
        return _exact_product(angka.nilai, self.pengali_uang)

    def bare(self, baris: int, kolom: KolomTerbaca | None) -> float | None:
        """A number as it is shown, or nothing: of weights and printed percentages, whose faults are told elsewhere."""
        sel = None if kolom is None else self.grid.sel.get((baris, kolom.nomor))
        if sel is None or isinstance(sel.nilai, bool) or sel.jenis == "e":
            return None
        return read_number(sel.nilai, jenis=sel.jenis, format_angka=sel.format_angka, satuan="%").nilai

    def sasaran(self, baris: int, kolom: KolomTerbaca | None, satuan: str | None) -> Sasaran:
        """A target: a number, else bounds (``80 - 90``, ``≥ 80``), else a predicate, else a finding."""
        sel, angka = self._read(baris, kolom, satuan, rupiah=False)
        if sel is None or kolom is None:
            return Sasaran()
        if angka.kode == "angka-tak-terbaca" and isinstance(sel.nilai, str):
            teks = tidy(sel.nilai)
            batas = _bounds(teks)
            if batas is not None:
                self.catat("target-rentang", alamat(baris, kolom.nomor), nilai=teks, kolom=kolom.sebutan,
                           dibaca=describe_bounds(batas))  # fmt: skip
                return Sasaran(bawah=batas[0], atas=batas[1], teks=teks)
            if normal(teks) in PREDIKAT:
                self.catat("predikat-teks", alamat(baris, kolom.nomor), nilai=teks, kolom=kolom.sebutan)
                return Sasaran(teks=teks)
        self._report(baris, kolom, sel, angka, satuan)
        if angka.nilai is not None and is_percent(satuan) and 0 < angka.nilai <= 1 and angka.kode is None:
            self.catat(
                "persen-pecahan",
                alamat(baris, kolom.nomor),
                nilai=sel.nilai,
                kolom=kolom.sebutan,
                dibaca=write_number(angka.nilai),
                usul_persen=write_number(_exact_product(angka.nilai, 100)) + "%",
            )
        return Sasaran(nilai=angka.nilai, satuan=angka.satuan)

    def selesai(self) -> list[Temuan]:
        """All findings, with those that are told once a column added."""
        for (label, tingkat), sel in self._belum_dihitung.items():
            self.catat("rumus-belum-dihitung", sel[0], tingkat=tingkat, kolom=label, daftar=_list(sel))
        for (kode, label), isi in self._per_kolom.items():
            self.catat(kode, isi[0][0], nilai=isi[0][1], kolom=label, daftar=_list([sel for sel, _ in isi]))
        self._belum_dihitung.clear()
        self._per_kolom.clear()
        return self.temuan

    def _read(
        self, baris: int, kolom: KolomTerbaca | None, satuan: str | None, *, rupiah: bool
    ) -> tuple[Sel | None, Angka]:
        if kolom is None:
            return None, Angka()
        letak = (baris, kolom.nomor)
        sel = self.grid.sel.get(letak)
        if sel is None:
            if letak in self.grid.rumus:
                ringan: Tingkat = "peringatan" if kolom.peran in PERAN_RINGAN else "galat"
                self._belum_dihitung[kolom.sebutan, ringan].append(alamat(*letak))
            return None, Angka()
        lain = self._row_units(baris) if isinstance(sel.nilai, str) else frozenset()
        angka = read_number(
            sel.nilai,
            jenis=sel.jenis,
            format_angka=sel.format_angka,
            rupiah=rupiah,
            satuan=satuan,
            satuan_lain=lain,
        )
        if self.pecahan and kolom.peran.startswith(PERAN_PERSEN) and angka.satuan != "%" and is_percent(satuan):
            angka = _as_percent(angka)
        return sel, angka

    def _row_units(self, baris: int) -> frozenset[str]:
        """Words that stand behind the number in two cells of the row or more: "7 pos" of "8 pos"."""
        if baris != self._baris_satuan[0]:
            kata = Counter(tail_word(s.nilai) for s in self.grid.per_baris.get(baris, {}).values())
            self._baris_satuan = baris, frozenset(k for k, n in kata.items() if k is not None and n > 1)
        return self._baris_satuan[1]

    def _report(self, baris: int, kolom: KolomTerbaca, sel: Sel, angka: Angka, satuan: str | None) -> None:
        kode = angka.kode
        if kode is None:
            return
        di = alamat(baris, kolom.nomor)
        if kode in ("persen-diskalakan", "satuan-dalam-sel"):  # a habit of the column, told once
            self._per_kolom[kode, kolom.sebutan].append((di, sel.nilai))
            return
        teks = tidy(sel.nilai)
        if kode == "angka-tak-terbaca" and normal(teks) in PREDIKAT:
            self.catat("realisasi-teks", di, nilai=teks, kolom=kolom.sebutan)
            return
        ringan = kolom.peran in PERAN_RINGAN
        berat = kode in ("angka-tak-terbaca", "angka-gaya-inggris", "sel-galat", "tanggal-di-sel-angka")
        self.catat(
            kode,
            di,
            nilai=teks,
            tingkat="peringatan" if ringan and berat else None,
            kolom=kolom.sebutan,
            dibaca="" if angka.nilai is None else write_number(angka.nilai),
            usul=f" Usul: {angka.usul}." if angka.usul else "",
            satuan=satuan or "",
        )


def _as_percent(angka: Angka) -> Angka:
    """A fraction as the percentage it is; a figure that shows its per cent already, or is far above one, stays."""
    if angka.nilai is None or angka.kode is not None or abs(angka.nilai) > PECAHAN_TERBESAR:
        return angka
    return replace(angka, nilai=_exact_product(angka.nilai, 100))


def _list(sel: list[str], terbanyak: int = 12) -> str:
    lebih = len(sel) - terbanyak
    return ", ".join(sel[:terbanyak]) + (f", dan {lebih} sel lain" if lebih > 0 else "")


def _exact_product(nilai: float, pengali: int) -> float:
    return float(Decimal(repr(nilai)) * pengali)  # 0.29 × 100 is 29, not 28.999999999999996


def _bounds(teks: str) -> tuple[float | None, float | None] | None:
    kecil = teks.casefold()
    m = _SEKITAR.fullmatch(kecil)
    if m:
        tengah, jarak = read_number(m.group(1)).nilai, read_number(m.group(2)).nilai
        if tengah is None or jarak is None:
            return None
        return _exact_sum(tengah, -jarak), _exact_sum(tengah, jarak)
    m = _RENTANG.fullmatch(kecil)
    if m:
        bawah, atas = read_number(m.group(1)).nilai, read_number(m.group(2)).nilai
        return (bawah, atas) if bawah is not None and atas is not None and bawah <= atas else None
    m = _BATAS.fullmatch(kecil)
    if m:
        nilai = read_number(m.group(2)).nilai
        if nilai is not None:
            return (nilai, None) if m.group(1) in _BATAS_BAWAH else (None, nilai)
    return None


def _exact_sum(satu: float, lain: float) -> float:
    return float(Decimal(repr(satu)) + Decimal(repr(lain)))


def describe_bounds(batas: tuple[float | None, float | None]) -> str:
    """A range in words: ``"80 sampai 90"``."""
    bawah, atas = batas
    if bawah is None:
        return f"paling banyak {write_number(atas or 0)}"
    return (
        f"paling sedikit {write_number(bawah)}"
        if atas is None
        else f"{write_number(bawah)} sampai {write_number(atas)}"
    )
