"""The shared engine of forms with a row an indicator: from a header and its sheet to indicators.

A layout says what its columns are (``layouts/``); everything else is here and in the modules beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.checks import check_rows
from sakip_app.workbook.context import find_body, find_unit, find_year, money_unit
from sakip_app.workbook.declared import declared_by_sum
from sakip_app.workbook.described import describe
from sakip_app.workbook.figures import consolidation
from sakip_app.workbook.findings import tolak
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.keys import with_keys
from sakip_app.workbook.measures import KATA_KONSOLIDASI, KATA_POLARITAS, said
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.period import Periode, find_period
from sakip_app.workbook.polaritas import ask_polaritas
from sakip_app.workbook.result import BarisIndikator, BerkasDitolakError, HasilBaca, Jawaban, Pertanyaan, Temuan
from sakip_app.workbook.table import Konteks, Tabel, own_text, read_table
from sakip_app.workbook.words import row_list

TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("I", "II", "III", "IV")
TEMUAN_TERBANYAK = 500
_PERAN_TAHUN_INI = frozenset({
    "target_tahunan", "target", "pagu", "realisasi", "realisasi_anggaran", "realisasi_sd_triwulan",
    "realisasi_tahun",
})  # fmt: skip
_BUKAN_TAHUN_INI = frozenset({"realisasi_lalu", "realisasi_lalu_rp", "realisasi_renstra", "realisasi_renstra_rp"})
_DUA_INDIKATOR = re.compile(r"(?:^|\s)1\s?[.)]\s*\S.*\s2\s?[.)]\s*\S")


def read_form(
    grid: Grid, kepala: Kepala, *, berkas: str, sha256: str, jawaban: Jawaban | None = None
) -> HasilBaca:
    """Read all rows below a header.

    Args:
        grid: the sheet, with its formulas.
        kepala: its header, complete.
        berkas: name of the file, as shown.
        sha256: of the bytes.
        jawaban: what a person answered about this form.

    Returns:
        Indicators, findings and questions.

    Raises:
        BerkasDitolakError: ``tidak-ada-baris-data`` when nothing stands below the header.
    """
    tabel = read_table(grid, kepala)
    if not tabel.indikator and not tabel.bernama:
        raise no_rows(grid, kepala)
    jawaban = jawaban or Jawaban()
    tahun = jawaban.tahun or find_year(grid, kepala, berkas)
    p, unit = begin(grid, kepala, tahun)
    indikator, tanpa_tahun = _indicators(p, kepala, tabel, unit or "")
    indikator, tanya = _one_total(kepala, indikator, find_period(grid, kepala), jawaban)
    tell_sheet(p, kepala, tabel, indikator, tanpa_tahun)
    check_rows(p, kepala, tabel, indikator)
    return HasilBaca(
        berkas=berkas,
        sha256=sha256,
        tata_letak=kepala.tata_letak.kode,
        lembar=grid.lembar,
        instansi=find_body(grid, kepala),
        unit=unit,
        tahun=tahun,
        sampai_bulan=None,
        indikator=tuple(indikator),
        temuan=bounded(p),
        pertanyaan=(*tanya, *ask_polaritas(indikator), *ask_konsolidasi(indikator)),
        jawaban=jawaban,
        **describe(kepala, tahun),
    )


def begin(grid: Grid, kepala: Kepala, tahun: int | None) -> tuple[Pembaca, str | None]:
    """The reader of a sheet's cells, and the unit it names; noted in it what the sheet does not say of itself."""
    nama_uang, pengali = money_unit(grid, kepala)
    p = Pembaca(grid, pengali)
    if pengali != 1:
        p.catat("uang-dikalikan", nilai=nama_uang, dibaca=f"{pengali:,}".replace(",", "."))
    unit = find_unit(grid, kepala)
    if tahun is None:
        p.catat("tahun-tak-ditemukan")
    if unit is None:
        p.catat("unit-tak-ditemukan")
    return p, unit


def no_rows(grid: Grid, kepala: Kepala) -> BerkasDitolakError:
    """The refusal of a header without a row below it."""
    nama = kepala.tata_letak.nama
    return tolak("tidak-ada-baris-data", lembar=grid.lembar, bentuk=nama, awal=kepala.awal, akhir=kepala.akhir)


def _indicators(p: Pembaca, kepala: Kepala, tabel: Tabel, unit: str) -> tuple[list[BarisIndikator], list[int]]:
    """Indicators of the year with their keys, and the rows that only have a plan for other years."""
    tahun_ini = [k for k in kepala.kolom if k.peran in _PERAN_TAHUN_INI]
    dibaca: list[int] = []
    tanpa: list[int] = []
    for baris in tabel.indikator:
        (dibaca if any(p.berisi(baris, k) for k in tahun_ini) else tanpa).append(baris)
    if not dibaca:  # nothing of the year anywhere: a plan not yet filled, all rows count
        dibaca, tanpa = tanpa, []
    semua = [_indicator(p, kepala, baris, tabel.konteks[baris]) for baris in dibaca]
    return with_keys(p, semua, unit, indicator_column(kepala)), tanpa


def _total_column(kepala: Kepala) -> KolomTerbaca | None:
    """Realisasi of the year so far; "Total s/d TW IV" beside the quarters is that too."""
    sampai = kepala.semua("realisasi_sd_triwulan") if kepala.semua("realisasi") else []
    return kepala.satu("realisasi_tahun") or (sampai[-1] if sampai else None)


def _one_total(
    kepala: Kepala, indikator: list[BarisIndikator], periode: Periode | None, jawaban: Jawaban
) -> tuple[list[BarisIndikator], tuple[Pertanyaan, ...]]:
    """A recapitulation has one realisasi, of the year so far: of which quarter says the title, or a person."""
    if kepala.peran & {"realisasi", "realisasi_sd_triwulan"}:
        return indikator, ()
    triwulan = jawaban.triwulan or (periode.triwulan if periode else None)
    if triwulan is None:
        alasan = "lembar tidak menyebut realisasi ini sampai triwulan berapa"
        return indikator, (Pertanyaan("triwulan", (), "4", alasan, ("1", "2", "3", "4")),)
    hasil = [
        replace(
            satu,
            realisasi={**satu.realisasi, triwulan: satu.realisasi_tahun},
            cara_isi="kumulatif",
            asal={**satu.asal, ("realisasi", triwulan): satu.asal["realisasi_tahun", None]},
        )
        if satu.realisasi_tahun is not None
        else satu
        for satu in indikator
    ]
    return hasil, ()


def indicator_column(kepala: Kepala) -> int:
    """Column of the indicator, for addresses."""
    kolom = kepala.satu("indikator")
    return kolom.nomor if kolom else 1


def _indicator(p: Pembaca, kepala: Kepala, baris: int, konteks: Konteks) -> BarisIndikator:
    lembar = p.grid.lembar
    satuan = p.teks(baris, kepala.satu("satuan")) or None
    asal: dict[tuple[str, int | None], str] = {}

    def angka(jenis: str, kolom: KolomTerbaca | None, triwulan: int | None = None) -> float | None:
        rupiah = jenis in ("pagu", "realisasi_anggaran")
        nilai = p.angka(baris, kolom, None if rupiah else satuan, rupiah=rupiah)
        if nilai is not None and kolom is not None:
            asal[jenis, triwulan] = f"{lembar}!{alamat(baris, kolom.nomor)}"
        return nilai

    kolom_target = kepala.satu("target_tahunan")
    sasaran: Sasaran = p.sasaran(baris, kolom_target, satuan)
    if kolom_target is not None and sasaran != Sasaran():
        jenis = "target_tahunan" if sasaran.nilai is not None else "target_teks"
        asal[jenis, None] = f"{lembar}!{alamat(baris, kolom_target.nomor)}"
    satuan = satuan or sasaran.satuan
    kumulatif = not kepala.semua("realisasi") and bool(kepala.semua("realisasi_sd_triwulan"))
    peran_k = "realisasi_sd_triwulan" if kumulatif else "realisasi"
    uang_kumulatif = not kepala.semua("realisasi_anggaran") and bool(kepala.semua("realisasi_rp_sd_triwulan"))
    peran_rp = "realisasi_rp_sd_triwulan" if uang_kumulatif else "realisasi_anggaran"
    uang = {t: angka("realisasi_anggaran", kepala.satu(peran_rp, t), t) for t in TRIWULAN}
    target = {t: angka("target", kepala.satu("target", t), t) for t in TRIWULAN}
    realisasi = {t: angka("realisasi", kepala.satu(peran_k, t), t) for t in TRIWULAN}
    realisasi_tahun = angka("realisasi_tahun", _total_column(kepala))
    konsolidasi = said(KATA_KONSOLIDASI, p, kepala, baris, "konsolidasi")
    if konsolidasi is None and not kumulatif:
        konsolidasi = declared_by_sum(p.grid, kepala, baris)
    if konsolidasi is None and not kumulatif:
        konsolidasi = consolidation(target, realisasi, sasaran.nilai, realisasi_tahun, satuan)
    cara_isi = {"jumlah": "tambahan", "nilai_akhir": "kumulatif"}.get(konsolidasi or "")
    return BarisIndikator(
        kunci="",
        sel=f"{lembar}!{alamat(baris, indicator_column(kepala))}",
        baris=baris,
        uraian=own_text(p.grid, baris, kepala.satu("indikator")),
        kode=konteks.kode or None,
        nama=konteks.nama or None,
        jenjang=konteks.jenjang,
        induk=konteks.induk,
        satuan=satuan,
        polaritas=said(KATA_POLARITAS, p, kepala, baris, "polaritas"),
        konsolidasi=konsolidasi,
        target_tahunan=sasaran.nilai,
        target_teks=sasaran.teks,
        target_bawah=sasaran.bawah,
        target_atas=sasaran.atas,
        target_renstra=angka("target_renstra", kepala.satu("target_renstra")),
        realisasi_lalu=angka("realisasi_lalu", kepala.satu("realisasi_lalu")),
        target=target,
        realisasi=realisasi,
        realisasi_tahun=realisasi_tahun,
        cara_isi="kumulatif" if kumulatif else cara_isi,
        pagu=angka("pagu", kepala.satu("pagu")),
        cara_isi_anggaran="kumulatif" if uang_kumulatif and any(v is not None for v in uang.values()) else None,
        realisasi_anggaran=uang,
        capaian_tercetak=angka("capaian_tercetak", kepala.satu("capaian_tercetak")),
        kendala=p.teks(baris, kepala.satu("kendala")) or None,
        solusi=p.teks(baris, kepala.satu("solusi")) or None,
        rencana_tindak_lanjut=p.teks(baris, kepala.satu("rencana_tindak_lanjut")) or None,
        bukti=p.teks(baris, kepala.satu("bukti")) or None,
        asal=asal,
    )


def tell_sheet(
    p: Pembaca, kepala: Kepala, tabel: Tabel, indikator: Sequence[BarisIndikator], tanpa_tahun: Sequence[int]
) -> None:
    """Findings about the sheet as a whole."""
    nomor = indicator_column(kepala)

    def rows(kode: str, baris: Sequence[int]) -> None:
        if baris:
            p.catat(kode, alamat(baris[0], nomor), jumlah=len(baris), daftar=row_list(baris))

    if not indikator:
        rows("indikator-belum-diisi", [n.baris for n in tabel.bernama])
    rows("baris-tersembunyi", [s.baris for s in indikator if s.baris in p.grid.baris_tersembunyi])
    rows("baris-tanpa-target-tahun", tanpa_tahun)
    berarti = ("realisasi", "periode")
    realisasi = [k for k in kepala.kolom if k.peran.startswith(berarti) and k.peran not in _BUKAN_TAHUN_INI]
    if not any(p.berisi(baris, k) for k in realisasi for baris in tabel.baris):
        sel = alamat(kepala.akhir, realisasi[0].nomor) if realisasi else ""
        p.catat("belum-ada-realisasi", sel)
    triwulanan = [k for k in realisasi if k.triwulan is not None]
    kurang = [ROMAWI[t - 1] for t in TRIWULAN if t not in {k.triwulan for k in triwulanan}]
    if triwulanan and kurang:
        p.catat("kolom-triwulan-kurang", alamat(kepala.awal, realisasi[0].nomor), daftar=", ".join(kurang))
    for label, kolom, dipakai in kepala.ganda:
        daftar = ", ".join(column_letter(k) for k in kolom)
        sel = alamat(kepala.awal, dipakai)
        p.catat("kolom-ganda", sel, kolom=label, daftar=daftar, dibaca=column_letter(dipakai))
    for satu in indikator:
        if _DUA_INDIKATOR.search(satu.uraian):
            p.catat("dua-indikator-satu-sel", alamat(satu.baris, nomor), nilai=satu.uraian)


def ask_konsolidasi(indikator: Sequence[BarisIndikator]) -> tuple[Pertanyaan, ...]:
    """One question for the indicators whose sheet leaves their konsolidasi open."""
    terbuka = tuple(s.kunci for s in indikator if s.konsolidasi is None)
    alasan = "lembar tidak menyatakan bagaimana angka triwulan menjadi angka tahun"
    return (Pertanyaan("konsolidasi", terbuka, None, alasan),) if terbuka else ()


def bounded(p: Pembaca) -> tuple[Temuan, ...]:
    """All findings, the heaviest first when there are too many to show."""
    semua = p.selesai()
    if len(semua) <= TEMUAN_TERBANYAK:
        return tuple(semua)
    berat = ("galat", "peringatan", "catatan")
    p.temuan = sorted(semua, key=lambda t: berat.index(t.tingkat))[:TEMUAN_TERBANYAK]
    p.catat("temuan-dibatasi", jumlah=TEMUAN_TERBANYAK)
    return tuple(p.temuan)
