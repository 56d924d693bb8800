"""What is checked in a template beside its cells: rows that were mixed, added or taken out; the wrong quarter."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.workbook.grid import alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.numbers import write_number
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.kolom import ROMAWI
from sakip_app.workbook.templat.pembaca import PembacaTemplat
from sakip_app.workbook.templat.tanda import LembarUnit, row_mark
from sakip_app.workbook.words import clean

_TANPA_ARTI = frozenset({"renstra"})  # columns whose number is not fixed
_SEJAK_VERSI_2 = frozenset({"cara_isi", "cara_isi_anggaran"})
_TANPA_SATUAN = row_mark("", "", None).split("-")[2]
_MENDATAR = ("indikator", "satuan", "target_tahunan", "target", "realisasi", "pagu", "realisasi_anggaran")


def check_marks(p: PembacaTemplat, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """Each row against the marks hidden in it: cells of two indicators in one row are a galat."""
    kolom, kolom_isi = kepala.satu("tanda"), kepala.satu("tanda_isi")
    if kolom is None or kepala.satu("kunci") is None:
        return
    tanda = {s.baris: p.grid.teks(s.baris, kolom.nomor) for s in indikator}
    isi = {s.baris: p.grid.teks(s.baris, kolom_isi.nomor) if kolom_isi else "" for s in indikator}
    kunci_lain, uraian_lain = ({_parts(t)[n] for t in tanda.values()} for n in (0, 1))
    for satu in indikator:
        di_kunci, di_uraian = _at(kepala, satu, "kunci"), _at(kepala, satu, "indikator")
        milik = _parts(tanda[satu.baris])
        kini = _parts(row_mark(satu.kunci, satu.uraian, satu.satuan))
        if not satu.kunci and not any(milik):  # a row that was added
            if isi[satu.baris]:
                _mixed(p, satu, di_uraian, "angkanya milik indikator lain")
        elif not satu.kunci or milik[0] != kini[0]:
            if satu.kunci and kini[0] in kunci_lain:
                _mixed(p, satu, di_kunci, f"kuncinya “{satu.kunci}”, tandanya milik baris lain")
            else:
                p.catat("kunci-diubah", di_kunci, nilai=satu.kunci or "kosong", baris=satu.baris)
        elif not satu.uraian:
            p.catat("uraian-terhapus", di_uraian, baris=satu.baris)
        elif milik[1] != kini[1] and kini[1] in uraian_lain:
            _mixed(p, satu, di_uraian, f"uraian “{_short(satu.uraian)}” milik kunci lain")
        elif kolom_isi is not None and isi[satu.baris] != tanda[satu.baris]:
            _mixed(p, satu, di_uraian, "angkanya milik indikator lain")
        elif milik[1] != kini[1] or milik[2] not in (kini[2], _TANPA_SATUAN):  # a blank satuan may be filled in
            tulis = f"{satu.uraian} ({satu.satuan or 'tanpa satuan'})"
            p.catat("uraian-diubah", di_uraian, nilai=tulis)


def _parts(tanda: str) -> tuple[str, str, str]:
    """What a mark says of kunci, uraian and satuan; blanks where it is damaged."""
    bagian = tanda.split("-")
    return (bagian[0], bagian[1], bagian[2]) if len(bagian) == 3 else ("", "", "")


def _mixed(p: PembacaTemplat, satu: BarisIndikator, di: str, rincian: str) -> None:
    p.catat("baris-tercampur", di, nilai=satu.uraian, baris=satu.baris, rincian=rincian)


def _short(teks: str) -> str:
    return teks if len(teks) <= 60 else teks[:59] + "…"


def check_added(
    p: PembacaTemplat, kepala: Kepala, indikator: Sequence[BarisIndikator], lembar: LembarUnit | None
) -> None:
    """Rows that the template did not have, and those it had."""
    ada = {s.kunci for s in indikator if s.kunci}
    semula = lembar.baris if lembar else dict.fromkeys(ada, "")
    if semula and kepala.satu("kunci") is not None:
        for satu in indikator:
            if satu.kunci not in semula and (satu.kunci or not p.berisi(satu.baris, kepala.satu("tanda"))):
                p.catat("indikator-tambahan", _at(kepala, satu, "indikator"), nilai=satu.uraian)
        hilang = [uraian for kunci, uraian in semula.items() if kunci not in ada]
        if hilang and indikator:  # a sheet without any is told as a whole
            lebih = f", dan {len(hilang) - 5} lagi" if len(hilang) > 5 else ""
            daftar = "; ".join(f"“{_short(u)}”" for u in hilang[:5]) + lebih
            p.catat("indikator-dihapus", jumlah=len(hilang), daftar=daftar)


def check_owner(p: PembacaTemplat, lembar: LembarUnit | None) -> None:
    """A sheet over which another unit's sheet was pasted: its hidden first cell names that unit."""
    tertulis = clean(p.grid.teks(1, 1))
    if lembar is not None and tertulis and tertulis != lembar.kode_unit:
        p.catat("lembar-unit-lain", "A1", nilai=tertulis, kode_unit=lembar.kode_unit, nama=lembar.nama)


def check_values(
    p: PembacaTemplat, kepala: Kepala, indikator: Sequence[BarisIndikator], triwulan: int | None
) -> None:
    """Realisasi that asks for a look: of a coming quarter, negative, a number for a word."""
    for satu in indikator:
        for peran, isi in (("realisasi", satu.realisasi), ("realisasi_anggaran", satu.realisasi_anggaran)):
            for tw, nilai in isi.items():
                kolom = kepala.satu(peran, tw)
                if nilai is None or kolom is None:
                    continue
                if triwulan is not None and tw > triwulan:
                    p.catat(
                        "realisasi-triwulan-mendatang",
                        alamat(satu.baris, kolom.nomor),
                        nilai=write_number(nilai) if isinstance(nilai, float) else nilai,
                        kolom=kolom.sebutan,
                        triwulan=ROMAWI[triwulan - 1],
                    )
                if peran == "realisasi" and tw == (triwulan or tw) and isinstance(nilai, float):
                    _realisasi(p, satu, kolom, nilai)


def _realisasi(p: PembacaTemplat, satu: BarisIndikator, kolom: KolomTerbaca, nilai: float) -> None:
    di, tulis = alamat(satu.baris, kolom.nomor), write_number(nilai)
    target = satu.target.get(kolom.triwulan or 0)
    if nilai < 0:
        p.catat("realisasi-negatif", di, nilai=tulis, kolom=kolom.sebutan, dibaca=tulis)
    if satu.skala and (isinstance(target, str) or (satu.target_teks and target is None)):
        p.catat("angka-pada-skala", di, nilai=tulis, kolom=kolom.sebutan, skala=satu.skala)


def check_columns(
    p: PembacaTemplat, kepala: Kepala, indikator: Sequence[BarisIndikator], versi: int | None
) -> None:
    """Columns that are gone, and columns whose head is not understood though something stands below."""
    ada = {(k.peran, k.triwulan) for k in kepala.kolom}
    tak_wajib_ada = _TANPA_ARTI if (versi or 1) > 1 else _TANPA_ARTI | _SEJAK_VERSI_2
    hilang = []
    for k in kepala.tata_letak.kolom:
        for tw in (1, 2, 3, 4) if k.per_triwulan else (None,):
            label = k.label.replace("{tw}", ROMAWI[(tw or 1) - 1]).replace(" {tahun}", "")
            if k.peran not in tak_wajib_ada and (k.peran, tw) not in ada and label not in hilang:
                hilang.append(label)
    if hilang:
        p.catat("kolom-opsional-hilang", alamat(kepala.awal, kepala.kolom[0].nomor), daftar=", ".join(hilang))
    dikenal = {k.nomor for k in kepala.kolom} | {n for _, semua, _ in kepala.ganda for n in semua}
    asing = sorted({k for s in indikator for k in p.grid.per_baris.get(s.baris, ())} - dikenal)
    for nomor in asing:
        judul = kepala.judul_kolom.get(nomor) or "tanpa kepala"
        p.catat("kolom-tak-dikenal", alamat(kepala.akhir, nomor), nilai=judul, kolom=column_letter(nomor))


def check_merged(p: PembacaTemplat, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """A cell merged over several columns: only its first column holds the value."""
    for satu in indikator:
        for kolom in kepala.kolom:
            (awal, kiri), (akhir, kanan) = p.grid.rentang(satu.baris, kolom.nomor)
            if kolom.peran in _MENDATAR and (awal, kiri) == (satu.baris, kolom.nomor) and kanan > kiri:
                rentang = f"{alamat(awal, kiri)}:{alamat(akhir, kanan)}"
                p.catat("gabungan-mendatar", alamat(awal, kiri), nilai=rentang, kolom=kolom.sebutan)


def missing_columns(kepala: Kepala) -> list[str]:
    """Labels of required columns that are not there, each quarter on its own."""
    hasil = []
    for k in kepala.tata_letak.kolom:
        for tw in (1, 2, 3, 4) if k.per_triwulan else (None,):
            if k.wajib and kepala.satu(k.peran, tw) is None:
                hasil.append(k.label.replace("{tw}", ROMAWI[(tw or 1) - 1]).replace("{tahun}", "setahun"))
    return hasil


def _at(kepala: Kepala, satu: BarisIndikator, peran: str) -> str:
    kolom = kepala.satu(peran)
    return alamat(satu.baris, kolom.nomor if kolom else 1)
