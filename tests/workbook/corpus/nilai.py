"""Judge one reading against what a person reads in the sheet: row by row right, asked, or wrong and why."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook

from sakip_app.workbook import BerkasDitolakError, read_workbook
from sakip_app.workbook.result import BarisIndikator, HasilBaca
from tests.workbook.corpus.kasus import TANYA, Harap, Kasus, rapi

# What a question leaves open, by the beginning of its name: asked, not wrong. Anything else missing is wrong.
TERBUKA: dict[str, tuple[str, ...]] = {
    "lembar": ("",),
    "kolom": ("",),
    "persen": ("target", "realisasi", "s.d."),
    "triwulan": ("target", "realisasi", "s.d."),
    "cara_isi": ("target TW", "realisasi TW", "s.d."),
    "konsolidasi": ("s.d.",),
}


@dataclass
class Putusan:
    """What became of one expected row."""

    harap: Harap
    baris: int | None  # where it stands in the sheet
    salah: list[str] = field(default_factory=list)
    ditanya: bool = False
    belum: list[str] = field(default_factory=list)  # what is left open by the question
    bertemuan: bool = False

    @property
    def benar(self) -> bool:
        """Every figure as expected, or asked where that is what is expected."""
        return not self.salah and not self.ditanya


@dataclass
class Laporan:
    """One workbook judged."""

    kasus: Kasus
    putusan: list[Putusan] = field(default_factory=list)
    lebih: list[str] = field(default_factory=list)  # indicators that are none
    lain: list[str] = field(default_factory=list)  # what is wrong with the reading as a whole
    tanya: list[str] = field(default_factory=list)  # codes of the questions asked

    @property
    def mulus(self) -> bool:
        """Nothing to complain about."""
        return not self.lebih and not self.lain and all(p.benar for p in self.putusan)

    def keluhan(self) -> str:
        """Every complaint, one a line."""
        baris = [*self.lain, f"pertanyaan: {', '.join(self.tanya) or '-'}"]
        baris += [f"bukan indikator: {x}" for x in self.lebih]
        for p in self.putusan:
            if p.ditanya:
                baris.append(f"{p.baris}: {p.harap.uraian[:50]}: ditanya, padahal terjawab: {', '.join(p.belum)}")
            if p.salah:
                baris.append(f"{p.baris}: {p.harap.uraian[:50]}: {'; '.join(p.salah)}")
        return "\n".join(baris)


def sampai_kini(satu: BarisIndikator) -> float | str | None:
    """Realisasi to date of a row as read; ``None`` where nothing is filled or no rule is known.

    The sheet's own total goes first; then the quarters by konsolidasi. Without a rule only a value that every
    rule gives (one filled quarter) is stated.
    """
    if satu.realisasi_tahun is not None:
        return satu.realisasi_tahun
    isi = [satu.realisasi[q] for q in sorted(satu.realisasi) if satu.realisasi[q] is not None]
    if not isi:
        return None
    if len(isi) == 1 or satu.konsolidasi == "nilai_akhir" or satu.cara_isi == "kumulatif":
        return isi[-1]
    angka = [x for x in isi if isinstance(x, int | float)]
    if len(angka) < len(isi):
        return None
    if satu.konsolidasi == "jumlah":
        return math.fsum(angka)
    if satu.konsolidasi == "rata_rata":
        return math.fsum(angka) / len(angka)
    if satu.konsolidasi == "maksimum":
        return max(angka)
    return 0 if not any(angka) else None


def nilai(kasus: Kasus) -> Laporan:
    """Build the workbook, read it, and judge what was read."""
    data = kasus.buat()
    laporan = Laporan(kasus)
    try:
        hasil = read_workbook(data, kasus.nama)
    except BerkasDitolakError as galat:
        if galat.kode in kasus.atau_tolak:
            return laporan
        if galat.kode not in kasus.tolak:
            laporan.lain.append(f"ditolak: {galat.kode}")
            laporan.putusan = [Putusan(h, h.baris, ["berkas ditolak"]) for h in kasus.baris]
        return laporan
    if kasus.tolak:
        laporan.lain.append(f"tidak ditolak, seharusnya {' / '.join(kasus.tolak)}")
    tanya = {p.kode for p in hasil.pertanyaan}
    laporan.tanya = sorted(tanya)
    if kasus.tanya and not tanya & set(kasus.tanya):
        laporan.lain.append(f"tidak bertanya {' / '.join(kasus.tanya)}")
    ujaran = " ".join(
        [
            *(t.pesan for t in hasil.temuan),
            *(" ".join((p.alasan, p.usul or "", *p.pilihan)) for p in hasil.pertanyaan),
        ]
    )
    laporan.lain += [f"tidak menyebut {kata}" for kata in kasus.sebut if kata not in ujaran]
    if kasus.tahun is not None and hasil.tahun != kasus.tahun:
        laporan.lain.append(f"tahun {hasil.tahun}, seharusnya {kasus.tahun}")
    if kasus.atau_tanya and not hasil.indikator and tanya & set(kasus.atau_tanya):
        return laporan
    letak = {} if kasus.nama.endswith(".xls") else _places(data, hasil.lembar)
    sisa = list(hasil.indikator)
    for harap in kasus.baris:
        tempat = letak.get(rapi(harap.uraian), [])
        baris = harap.baris or (tempat.pop(0) if tempat else None)
        ketemu = _find(harap, sisa, baris)
        putusan = Putusan(harap, ketemu.baris if ketemu else baris)
        putusan.bertemuan = _has_finding(hasil, putusan.baris)
        if ketemu is None:
            putusan.salah.append("tidak ditemukan")
        else:
            sisa.remove(ketemu)
            _judge(putusan, ketemu, hasil)
        if not putusan.salah and tanya & set(kasus.atau_tanya):
            putusan.ditanya = False  # asked instead, which is as good here
        laporan.putusan.append(putusan)
    laporan.lebih = [f"{s.sel} {s.uraian[:50]}" for s in sisa]
    return laporan


def _places(data: bytes, lembar: str) -> dict[str, list[int]]:
    """Normalised text → the rows it stands in, on the sheet that was read (else on the first)."""
    wb = load_workbook(io.BytesIO(data), read_only=True)
    ws = wb[lembar] if lembar in wb.sheetnames else wb.worksheets[0]
    hasil: dict[str, list[int]] = {}
    for deret in ws.iter_rows(max_col=60):
        for sel in deret:
            if isinstance(sel.value, str):
                hasil.setdefault(rapi(sel.value), []).append(sel.row)
    return hasil


def _find(harap: Harap, sisa: Sequence[BarisIndikator], baris: int | None) -> BarisIndikator | None:
    sekode = [s for s in sisa if harap.kode is not None and _code(s.kode) == _code(harap.kode)]
    if sekode:
        return sekode[0]
    calon = [s for s in sisa if rapi(s.uraian) == rapi(harap.uraian)]
    return next((s for s in calon if s.baris == baris), calon[0] if calon else None)


def _code(kode: object) -> str:
    return re.sub(r"[^0-9a-z]", "", str(kode).casefold())


def _has_finding(hasil: HasilBaca, baris: int | None) -> bool:
    """Whether a finding lies on the row; a cell may be a range."""
    for satu in hasil.temuan:
        nomor = [int(n) for n in re.findall(r"\$?[A-Z]{1,3}\$?(\d+)", satu.sel.rsplit("!", 1)[-1])]
        if baris is not None and nomor and min(nomor) <= baris <= max(nomor):
            return True
    return False


def _judge(putusan: Putusan, satu: BarisIndikator, hasil: HasilBaca) -> None:
    harap = putusan.harap
    beda: list[tuple[str, Any, Any]] = []  # what, expected, read
    if harap.satuan is not None and (satu.satuan or "").strip().casefold() != harap.satuan.casefold():
        beda.append(("satuan", harap.satuan, satu.satuan))
    if harap.kode is not None and _code(satu.kode) != _code(harap.kode):
        beda.append(("kode", harap.kode, satu.kode))
    beda += _target(harap, satu)
    beda += _realisasi(harap, satu)
    if harap.pagu is not None and not _same(harap.pagu, satu.pagu):
        beda.append(("pagu", harap.pagu, satu.pagu))
    if harap.rp is not None:
        beda += [
            (f"Rp TW{q}", x, satu.realisasi_anggaran.get(q))
            for q, x in enumerate(harap.rp, 1)
            if not _same(x, satu.realisasi_anggaran.get(q))
        ]
    if harap.temuan and not putusan.bertemuan:
        putusan.salah.append("tidak ada temuan di barisnya")
    awal = tuple(
        a
        for p in hasil.pertanyaan
        if p.kode != "konsolidasi" or satu.kunci in p.untuk
        for a in TERBUKA.get(p.kode, ())
    )
    if harap.sd == TANYA and sampai_kini(satu) is None and "s.d." not in awal and "" not in awal:
        putusan.salah.append("konsolidasi tidak ditanyakan")
    if beda and all(baca is None and apa.startswith(awal) for apa, _, baca in beda):
        putusan.ditanya = not harap.tanya_boleh
        putusan.belum = [apa for apa, _, _ in beda]
        return
    putusan.salah += [f"{apa}: {ada!r}, dibaca {baca!r}" for apa, ada, baca in beda]


def _target(harap: Harap, satu: BarisIndikator) -> list[tuple[str, Any, Any]]:
    beda: list[tuple[str, Any, Any]] = []
    if harap.longgar:
        dibaca = [satu.target_tahunan, *satu.target.values()]
        isi = [x for x in dibaca if x is not None]
        if not isi or not all(_same(harap.target, x) for x in isi):
            beda.append(("target", harap.target, isi[0] if isi else None))
        return beda
    if isinstance(harap.target, str):
        dibaca = satu.target_teks if satu.target_tahunan is None else satu.target_tahunan
        if rapi(dibaca or "") != rapi(harap.target):
            beda.append(("target", harap.target, dibaca))
    elif harap.rentang is not None:
        if (satu.target_bawah, satu.target_atas) != harap.rentang:
            beda.append(("rentang", harap.rentang, (satu.target_bawah, satu.target_atas)))
    elif not _same(harap.target, satu.target_tahunan):
        beda.append(("target", harap.target, satu.target_tahunan))
    beda += _quarters("target", harap.t, satu.target)
    return beda


def _realisasi(harap: Harap, satu: BarisIndikator) -> list[tuple[str, Any, Any]]:
    beda: list[tuple[str, Any, Any]] = []
    kini = sampai_kini(satu)
    if harap.r is None:
        beda += [
            (f"realisasi TW{q}", harap.sd, x)
            for q, x in satu.realisasi.items()
            if x is not None and not isinstance(x, str) and not _same(harap.sd, x)
        ]
    else:
        beda += _quarters("realisasi", harap.r, satu.realisasi)
    if harap.sd == TANYA:
        if kini is not None:
            beda.append(("s.d.", "pertanyaan", kini))
    elif isinstance(harap.sd, str) and kini is None:
        pass  # a predicate is no number: a finding on the row (``temuan``) is as good as keeping the word
    elif not _same(harap.sd, kini):
        beda.append(("s.d.", harap.sd, kini))
    return beda


def _quarters(apa: str, harap: Sequence[Any], dibaca: Mapping[int, Any]) -> list[tuple[str, Any, Any]]:
    return [(f"{apa} TW{q}", x, dibaca.get(q)) for q, x in enumerate(harap, 1) if not _same(x, dibaca.get(q))]


def _same(satu: Any, lain: Any) -> bool:
    if satu is None or lain is None:
        return satu is None and lain is None
    if isinstance(satu, str) or isinstance(lain, str):
        return rapi(str(satu)) == rapi(str(lain))
    return math.isclose(satu, lain, rel_tol=1e-9, abs_tol=1e-9)
