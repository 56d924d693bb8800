"""The values of one indicator, column by column, before they are made into quarters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.columns import Kepala, KolomTerbaca
from sakip_app.workbook.figures import Ukuran
from sakip_app.workbook.grid import Letak, alamat
from sakip_app.workbook.lines import Baris
from sakip_app.workbook.period import Periode
from sakip_app.workbook.result import Jawaban
from sakip_app.workbook.words import normal, quarter_of

_JENIS = {
    "": "tw", "_sd_triwulan": "sd_tw", "_bulan": "bulan", "_sd_bulan": "sd_bulan", "_tahun": "tahun", "_sd": "sd",
    "_ini": "ini",
}  # fmt: skip
_TUNGGAL = frozenset({"tahun", "sd", "ini"})


@dataclass(frozen=True)
class Lembar:
    """What holds for all rows of a table: its header, the period it is of, what a person answered."""

    kepala: Kepala
    periode: Periode | None
    jawaban: Jawaban

    arti_periode: str | None = None  # what a bare "Januari" or "TW I" holds: target or realisasi
    kumulatif: bool = False  # the title says that all figures are up to their period

    @property
    def cara_isi(self) -> str | None:
        """How quarters or months are filled in, where a person, the title or the form itself says so."""
        return (
            self.jawaban.cara_isi or self.kepala.tata_letak.cara_isi or ("kumulatif" if self.kumulatif else None)
        )

    @property
    def triwulan(self) -> int | None:
        """The quarter of figures that have none of their own."""
        return self.jawaban.triwulan or (self.periode.triwulan if self.periode else None)

    def kolom_ukuran(self, awalan: str) -> list[tuple[str, int | None, KolomTerbaca]]:
        """The columns of a measure: how ``Ukuran`` calls its kind of period, which period, the column."""
        return self._menurut_awalan.get(awalan, [])

    @cached_property
    def _menurut_awalan(self) -> dict[str, list[tuple[str, int | None, KolomTerbaca]]]:
        hasil: dict[str, list[tuple[str, int | None, KolomTerbaca]]] = {}
        for awalan in ("target", "realisasi", "periode"):
            for akhiran, jenis in _JENIS.items():
                for k in self.kepala.semua(awalan + akhiran):
                    n = k.triwulan if k.bulan is None else k.bulan
                    if n is not None or jenis in _TUNGGAL:
                        hasil.setdefault(awalan, []).append((jenis, n, k))
        return hasil


def annual_target(
    p: Pembaca, kepala: Kepala, satu: Baris, satuan: str | None
) -> tuple[KolomTerbaca | None, Sasaran]:
    """The column and the value of the annual target."""
    baris = satu.ukuran.get("target", satu.nomor)
    kolom = kepala.satu("target_tahunan") or (kepala.satu("periode_tahun") if satu.ukuran else None)
    if kolom is None:
        return None, Sasaran()
    letak = p.grid.jangkar(baris, kolom.nomor)
    if _from_above(p, satu, letak, (baris, kolom.nomor)):
        return None, Sasaran()
    return kolom, p.sasaran(letak[0], kolom, satuan)


def _from_above(p: Pembaca, satu: Baris, letak: Letak, sel: Letak) -> bool:
    """Whether a cell is merged down from another indicator: whose figure it is, nobody says."""
    if letak[0] >= satu.bernama:
        return False
    if p.grid.nilai(*letak) is not None:
        p.catat("angka-gabungan", alamat(*sel), nilai=alamat(*letak))
    return True


def collect(p: Pembaca, lembar: Lembar, satu: Baris, ukuran: str, satuan: str | None) -> Ukuran:
    """All values of one measure, from its own columns or from the row that is marked with it.

    Args:
        p: reads cells and keeps the findings.
        lembar: what holds for the whole table.
        satu: the row.
        ukuran: ``"target"`` or ``"realisasi"``.
        satuan: unit of the indicator.
    """
    hasil = Ukuran()
    sumber = _sources(lembar, satu, ukuran)
    for awalan, dari in sumber:
        for jenis, n, kolom in lembar.kolom_ukuran(awalan):
            if n is None and (getattr(hasil, jenis) is not None or (awalan == "periode" and not satu.ukuran)):
                continue
            letak, ujung = p.grid.rentang(dari, kolom.nomor)
            if _from_above(p, satu, letak, (dari, kolom.nomor)):
                continue
            nilai = p.angka(letak[0], kolom, satuan)
            if nilai is None:
                continue
            if ujung[1] > letak[1]:  # one figure across several quarters
                p.catat("angka-gabungan-mendatar", alamat(*letak), nilai=f"{alamat(*letak)}:{alamat(*ujung)}")
            hasil.sel[jenis, n] = alamat(*letak)
            if n is None:
                setattr(hasil, jenis, nilai)
            else:
                getattr(hasil, jenis)[n] = nilai
    for rinci, sampai in (("tw", "sd_tw"), ("bulan", "sd_bulan")):
        ada = getattr(hasil, sampai)
        alone = getattr(hasil, rinci)
        masa = {n for awalan, _ in sumber for jenis, n, _ in lembar.kolom_ukuran(awalan) if jenis == rinci}
        if alone and ada and _lacks_earlier(alone, ada, masa):
            setattr(hasil, rinci, {})  # "TW III" beside "s.d. TW III", the earlier ones on other sheets
        elif alone and ada:  # "Total s/d TW IV" beside the quarters is their total
            if hasil.tahun is None and ukuran == "realisasi":
                hasil.tahun = ada[max(ada)]
                hasil.sel["tahun", None] = hasil.sel[sampai, max(ada)]
            setattr(hasil, sampai, {})
    return hasil


def _lacks_earlier(alone: Mapping[int, float], sampai: Mapping[int, float], masa: Set[int | None]) -> bool:
    """Whether the sheet lacks columns of earlier periods, and those it has cannot make the one "s.d." the last."""
    akhir = max(sampai)
    if masa >= set(range(1, akhir + 1)):
        return False
    return not math.isclose(math.fsum(alone.values()), sampai[akhir], rel_tol=1e-6)


def _sources(lembar: Lembar, satu: Baris, ukuran: str) -> list[tuple[str, int]]:
    """Which columns, by the beginning of their role, in which row hold a measure."""
    if satu.ukuran:
        baris = satu.ukuran.get(ukuran)
        return [(ukuran, baris or satu.nomor)] + ([("periode", baris)] if baris else [])
    return [(ukuran, satu.nomor)] + ([("periode", satu.nomor)] if lembar.arti_periode == ukuran else [])


def row_quarter(p: Pembaca, kepala: Kepala, nomor: int) -> int | None:
    """The quarter of this row, where the form has a row for each."""
    kolom = kepala.satu("triwulan_baris")
    if kolom is None:
        return None
    isi = p.grid.nilai(nomor, kolom.nomor)
    teks = str(int(isi)) if isinstance(isi, float) and isi.is_integer() else normal(isi or "")
    return quarter_of(teks)


def to_quarter(
    kepala: Kepala, target: Ukuran, tahunan: float | None, asal: dict[tuple[str, int | None], str], triwulan: int
) -> float | None:
    """In a row of one quarter "Target" is that quarter's, unless it says "Target tahunan" or another one does not."""
    if target.ini is not None:
        target.tw = {triwulan: target.ini}
        target.sel["tw", triwulan] = target.sel["ini", None]
        return tahunan
    kolom = kepala.satu("target_tahunan")
    if kolom is None or "tahun" in kolom.teks or "pk" in kolom.teks.split():
        return tahunan
    sel = asal.pop(("target_tahunan", None), None)
    if tahunan is not None and sel is not None:
        target.tw = {triwulan: tahunan}
        target.sel["tw", triwulan] = sel.rpartition("!")[2]
    return None


def value_to_quarter(realisasi: Ukuran, triwulan: int) -> None:
    """The realisasi of a row of one quarter is of that quarter, or up to it where its header says so."""
    for sumber, tujuan in (("ini", "tw"), ("sd", "sd_tw"), ("tahun", "tw")):
        nilai = getattr(realisasi, sumber)
        if nilai is not None:
            getattr(realisasi, tujuan)[triwulan] = nilai
            realisasi.sel[tujuan, triwulan] = realisasi.sel[sumber, None]
            setattr(realisasi, sumber, None)
            return
