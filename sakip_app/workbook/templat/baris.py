"""From the rows below a template's header to indicators: each row says itself what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sakip_app.workbook.cells import Sasaran, describe_bounds
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.numbers import write_number
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.table import PERAN_ANGKA, SIGNATURE
from sakip_app.workbook.templat.kolom import CARA_ISI, JENJANG, KONSOLIDASI, PEMISAH_INDUK, POLARITAS
from sakip_app.workbook.templat.pembaca import PembacaTemplat
from sakip_app.workbook.templat.semula import BELUM_ADA, Isi, unchanged
from sakip_app.workbook.words import normal

TRIWULAN = (1, 2, 3, 4)
_JUMLAH = re.compile(r"(?:sub ?|grand ?)?(?:jumlah|total|rata\s*-?\s*rata|catatan|keterangan)\b[^a-z]*")
_BUKAN_ISIAN = frozenset({"kunci", "tanda", "tanda_isi", "tindak_lanjut_lalu"})

Skala = Mapping[str, Sequence[str]]


def indicator_rows(p: PembacaTemplat, kepala: Kepala) -> list[int]:
    """Rows that are an indicator; a filled row that is none is a finding."""
    hasil = []
    for baris in _rows(p.grid, kepala):
        kolom = kepala.satu("indikator")
        uraian = p.grid.teks(baris, kolom.nomor) if kolom else ""
        if p.berisi(baris, kepala.satu("kunci")):
            hasil.append(baris)
        elif _JUMLAH.fullmatch(normal(uraian)):
            p.catat("baris-jumlah-dilewati", _at(baris, kepala, "indikator"), nilai=uraian, baris=baris)
        elif any(huruf.isalpha() for huruf in uraian):
            hasil.append(baris)
        else:
            _nameless(p, kepala, baris)
    return hasil


def _nameless(p: PembacaTemplat, kepala: Kepala, baris: int) -> None:
    """A row without kunci and uraian: figures in it would be lost in silence."""
    isian = [k for k in kepala.kolom if k.peran not in _BUKAN_ISIAN and p.berisi(baris, k)]
    if isian:
        daftar = ", ".join(k.sebutan for k in isian[:6])
        p.catat("baris-tanpa-uraian", _at(baris, kepala, "indikator"), baris=baris, daftar=daftar)
    elif p.berisi(baris, kepala.satu("tanda")):
        p.catat("kunci-diubah", _at(baris, kepala, "tanda"), nilai="kosong", baris=baris)


def _rows(grid: Grid, kepala: Kepala) -> list[int]:
    """Filled rows below the header, down to a block of signatures that nothing follows."""
    terisi = {b for b in grid.per_baris if b > kepala.akhir} | {b for b, _ in grid.rumus if b > kepala.akhir}
    angka = {k.nomor for k in kepala.kolom if k.peran in PERAN_ANGKA}
    kunci = {b for b in terisi for k in kepala.semua("kunci") if grid.nilai(b, k.nomor) is not None}
    akhir = max((b for b in terisi if b in kunci or any(_figure(grid, b, k) for k in angka)), default=kepala.akhir)
    for baris in sorted(b for b in terisi if b > akhir):
        if any(SIGNATURE.search(normal(s.nilai)) for s in grid.per_baris.get(baris, {}).values()):
            return sorted(b for b in terisi if b < baris)
    return sorted(terisi)


def _figure(grid: Grid, baris: int, kolom: int) -> bool:
    """Whether a cell of a column of numbers holds one; words there may be part of a signature."""
    return isinstance(grid.nilai(baris, kolom), (int, float)) or (baris, kolom) in grid.rumus


def read_row(
    p: PembacaTemplat, kepala: Kepala, baris: int, skala_dikenal: Skala, semula: Mapping[str, Isi]
) -> BarisIndikator:
    """One indicator as its row states it; every filled cell is named in ``asal``.

    ``semula`` gives for a ``kunci`` what its row was filled with.
    """
    return _Baris(p, kepala, baris, skala_dikenal, semula).indikator()


class _Baris:
    """One row while it is read."""

    def __init__(
        self,
        p: PembacaTemplat,
        kepala: Kepala,
        baris: int,
        skala_dikenal: Skala,
        semula: Mapping[str, Isi],
    ) -> None:
        self.p, self.kepala, self.baris = p, kepala, baris
        self.asal: dict[tuple[str, int | None], str] = {}
        self.kunci = self._teks("kunci") or ""
        self.semula = semula.get(self.kunci, BELUM_ADA)
        self.satuan = self._teks("satuan")
        self.skala, self.kata = self._scale(skala_dikenal)

    def indikator(self) -> BarisIndikator:
        sasaran, batas = self._target()
        konsolidasi = self._kata("konsolidasi", KONSOLIDASI)
        tertulis = self._way("cara_isi")
        induk = self._teks("induk") or ""
        satu = BarisIndikator(
            kunci=self.kunci,
            sel=f"{self.p.grid.lembar}!{_at(self.baris, self.kepala, 'indikator')}",
            baris=self.baris,
            uraian=self._teks("indikator", "uraian") or "",
            kode=self._teks("kode"),
            nama=self._teks("nama"),
            jenjang=self._kata("jenjang", JENJANG),
            induk=tuple(s.strip() for s in induk.split(PEMISAH_INDUK.strip()) if s.strip()),
            satuan=self.satuan or sasaran.satuan,
            polaritas=self._kata("polaritas", POLARITAS),
            konsolidasi=konsolidasi,
            skala=self.skala,
            kode_pk=self._teks("kode_pk"),
            bobot=self._angka("bobot"),
            penanggung_jawab=self._teks("penanggung_jawab"),
            target_tahunan=sasaran.nilai,
            target_teks=sasaran.teks,
            target_bawah=batas[0],
            target_atas=batas[1],
            target_renstra=self._angka("target_renstra"),
            renstra={k.tahun: self._angka("renstra", k) for k in self.kepala.semua("renstra") if k.tahun},
            realisasi_lalu=self._angka("realisasi_lalu"),
            target={t: self._nilai("target", t) for t in TRIWULAN},
            realisasi={t: self._nilai("realisasi", t) for t in TRIWULAN},
            cara_isi=tertulis or _usual(konsolidasi),
            cara_isi_anggaran=self._way("cara_isi_anggaran"),
            pagu=self._angka("pagu", rupiah=True),
            realisasi_anggaran={
                t: self._angka("realisasi_anggaran", self.kepala.satu("realisasi_anggaran", t), rupiah=True)
                for t in TRIWULAN
            },
            kendala=self._teks("kendala"),
            solusi=self._teks("solusi"),
            rencana_tindak_lanjut=self._teks("rencana_tindak_lanjut"),
            pic=self._teks("pic"),
            batas_waktu=self._tanggal("batas_waktu"),
            bukti=self._teks("bukti"),
            asal=self.asal,
        )
        tetap = unchanged(satu, self.semula)
        if tertulis is None and ("konsolidasi", None) in tetap:  # follows from it, and is no more news than it
            tetap |= {("cara_isi", None)}
        return replace(satu, tetap=tetap)

    def _way(self, peran: str) -> str | None:
        """How quarters are filled in: as the locked cell says, else as it said before it was lost."""
        lama = self.semula.get((peran, None))
        return self._kata(peran, CARA_ISI) or (lama if lama in CARA_ISI and isinstance(lama, str) else None)

    def _scale(self, dikenal: Skala) -> tuple[str | None, Sequence[str]]:
        nama = self._teks("skala")
        if nama is None or not dikenal:
            return nama, ()
        cocok = next((s for s in dikenal if normal(s) == normal(nama)), None)
        if cocok is None:
            kolom = self._kolom("skala")
            self.p.catat(
                "kata-tak-dikenal",
                alamat(self.baris, kolom.nomor) if kolom else "",
                nilai=nama,
                kolom="Skala",
                daftar=", ".join(dikenal),
            )
            return None, ()
        return cocok, dikenal[cocok]

    def _target(self) -> tuple[Sasaran, tuple[float | None, float | None]]:
        """Target of the year; bounds from their own columns, else from a target written as a range."""
        kolom = self._kolom("target_tahunan")
        sasaran = self.p.sasaran_kata(self.baris, kolom, self.satuan, self.skala, self.kata)
        self._from("target_teks" if sasaran.teks else "target_tahunan", kolom)
        batas = self._angka("target_bawah"), self._angka("target_atas")
        if batas == (None, None):
            return sasaran, (sasaran.bawah, sasaran.atas)
        ditulis = (sasaran.bawah, sasaran.atas)
        if ditulis not in ((None, None), batas):
            di = _at(self.baris, self.kepala, "target_tahunan")
            self.p.catat("rentang-tak-cocok", di, nilai=sasaran.teks or "", tertulis=describe_bounds(batas))
        if batas[0] is not None and batas[1] is not None and batas[0] > batas[1]:
            di = _at(self.baris, self.kepala, "target_bawah")
            self.p.catat("rentang-terbalik", di, nilai=write_number(batas[0]), atas=write_number(batas[1]))
        return sasaran, batas

    def _kolom(self, peran: str) -> KolomTerbaca | None:
        return self.kepala.satu(peran)

    def _from(self, jenis: str, kolom: KolomTerbaca | None) -> None:
        if kolom is not None and self.p.berisi(self.baris, kolom):
            letak = f"{self.p.grid.lembar}!{alamat(self.baris, kolom.nomor)}"
            self.asal[jenis, kolom.triwulan or kolom.tahun] = letak

    def _teks(self, peran: str, jenis: str | None = None) -> str | None:
        kolom = self._kolom(peran)
        self._from(jenis or peran, kolom)
        return self.p.isi(self.baris, kolom)

    def _tanggal(self, peran: str) -> str | None:
        kolom = self._kolom(peran)
        self._from(peran, kolom)
        return self.p.tanggal(self.baris, kolom)

    def _kata(self, peran: str, kosakata: Sequence[str]) -> str | None:
        kolom = self._kolom(peran)
        self._from(peran, kolom)
        return self.p.kata(self.baris, kolom, kosakata)

    def _angka(self, peran: str, kolom: KolomTerbaca | None = None, *, rupiah: bool = False) -> float | None:
        kolom = kolom or self._kolom(peran)
        self._from(peran, kolom)
        satuan = None if rupiah or peran == "bobot" else self.satuan
        return self.p.angka(self.baris, kolom, satuan, rupiah=rupiah)

    def _nilai(self, peran: str, triwulan: int) -> float | str | None:
        kolom = self.kepala.satu(peran, triwulan)
        self._from(peran, kolom)
        return self.p.nilai(self.baris, kolom, self.satuan, self.skala, self.kata)


def _usual(konsolidasi: str | None) -> str | None:
    """How quarters are filled in where the sheet does not say."""
    return None if konsolidasi is None else "tambahan" if konsolidasi == "jumlah" else "kumulatif"


def _at(baris: int, kepala: Kepala, peran: str) -> str:
    kolom: Any = kepala.satu(peran)
    return alamat(baris, kolom.nomor if kolom else 1)
