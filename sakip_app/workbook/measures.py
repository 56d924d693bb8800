"""One indicator of a form that shares the common words: its cells read into target, realisasi, money and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.collected import (
    Lembar,
    annual_target,
    collect,
    row_quarter,
    to_quarter,
    value_to_quarter,
)
from sakip_app.workbook.columns import Kepala, KolomTerbaca
from sakip_app.workbook.declared import declared_by_sum
from sakip_app.workbook.figures import TRIWULAN, Triwulanan, Ukuran, consolidation, quarters, way_of, way_said
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.lines import Baris
from sakip_app.workbook.numbers import read_number
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.words import normal

KATA_POLARITAS = (
    ("minimal", re.compile(r"mini|negatif|turun|\bmin\b|lower|rendah")),
    ("stabil", re.compile(r"stabil")),
    ("maksimal", re.compile(r"maks|maxi|positif|\bnaik|\bmax?\b|higher|meningkat|tinggi")),
)
KATA_KONSOLIDASI = (
    (
        "nilai_akhir",
        re.compile(r"take last|\btlk\b|non[\s-]*(?:akumulat|kumulat|absolut)|akhir|posisi|persentase"),
    ),
    ("rata_rata", re.compile(r"average|rata|\bavg\b")),
    ("jumlah", re.compile(r"\bsum\b|jumlah|akumulat|absolut|kumulat|penjumlahan")),
    ("maksimum", re.compile(r"maksimum|tertinggi")),
)


@dataclass(frozen=True, slots=True)
class Dibaca:
    """One indicator, and what its row leaves open."""

    baris: BarisIndikator
    bulan_terbuka: bool = False  # there are months, and nothing tells how they make a quarter
    tanpa_triwulan: bool = False  # a realisasi whose quarter the sheet does not name
    cara_terbuka: bool = False  # a realisasi "Triwulan III": of the quarter alone, or up to it?


def read_measures(p: Pembaca, lembar: Lembar, satu: Baris) -> Dibaca:
    """Read one indicator.

    Args:
        p: reads cells and keeps the findings.
        lembar: what holds for the whole table.
        satu: the row, with the rows of target and realisasi where the form gives each its own.
    """
    kepala, nomor = lembar.kepala, satu.nomor
    asal: dict[tuple[str, int | None], str] = {}
    satuan = p.teks(satu.bernama, kepala.satu("satuan")) or None
    p.pecahan = lembar.jawaban.persen == "pecahan" and _states_fraction(p, kepala, satu)
    kolom_target, sasaran = annual_target(p, kepala, satu, satuan)
    satuan = satuan or sasaran.satuan
    if kolom_target is not None and sasaran != Sasaran():
        jenis = "target_tahunan" if sasaran.nilai is not None else "target_teks"
        asal[jenis, None] = f"{p.grid.lembar}!{alamat(satu.ukuran.get('target', nomor), kolom_target.nomor)}"
    angka = _figures(p, lembar, satu, satuan, sasaran.nilai, asal)
    uang, cara_uang = _money(p, lembar, nomor, asal)
    baris = BarisIndikator(
        kunci="",
        sel=f"{p.grid.lembar}!{alamat(nomor, (kepala.satu('indikator') or kepala.kolom[0]).nomor)}",
        baris=nomor,
        uraian=p.teks(satu.bernama, kepala.satu("indikator")),
        kode=satu.konteks.kode or None,
        nama=satu.konteks.nama or None,
        jenjang=satu.konteks.jenjang,
        induk=satu.konteks.induk,
        satuan=satuan,
        polaritas=said(KATA_POLARITAS, p, kepala, nomor, "polaritas"),
        konsolidasi=angka.konsolidasi,
        bobot=p.bare(nomor, kepala.satu("bobot")),
        penanggung_jawab=p.teks(nomor, kepala.satu("penanggung_jawab")) or None,
        target_tahunan=angka.target_tahunan,
        target_teks=sasaran.teks,
        target_bawah=sasaran.bawah,
        target_atas=sasaran.atas,
        target_renstra=_number(p, nomor, kepala.satu("target_renstra"), satuan, asal, "target_renstra"),
        realisasi_lalu=_number(p, nomor, kepala.satu("realisasi_lalu"), satuan, asal, "realisasi_lalu"),
        renstra={k.tahun: p.angka(nomor, k, satuan) for k in kepala.semua("renstra") if k.tahun is not None},
        target=angka.target.nilai,
        realisasi=angka.realisasi.nilai,
        realisasi_tahun=angka.realisasi_tahun,
        cara_isi=angka.cara_isi,
        pagu=_number(p, nomor, kepala.satu("pagu"), None, asal, "pagu", rupiah=True),
        realisasi_anggaran=uang,
        cara_isi_anggaran=cara_uang,
        capaian_tercetak=_number(p, nomor, kepala.satu("capaian_tercetak"), "%", asal, "capaian_tercetak"),
        kendala=p.teks(nomor, kepala.satu("kendala")) or None,
        solusi=p.teks(nomor, kepala.satu("solusi")) or None,
        rencana_tindak_lanjut=p.teks(nomor, kepala.satu("rencana_tindak_lanjut")) or None,
        pic=p.teks(nomor, kepala.satu("pic")) or None,
        batas_waktu=p.teks(nomor, kepala.satu("batas_waktu")) or None,
        bukti=p.teks(nomor, kepala.satu("bukti")) or None,
        asal=asal,
    )
    return Dibaca(
        baris,
        bulan_terbuka=angka.target.terbuka or angka.realisasi.terbuka,
        tanpa_triwulan=angka.tanpa_triwulan,
        cara_terbuka=angka.cara_terbuka,
    )


def _states_fraction(p: Pembaca, kepala: Kepala, satu: Baris) -> bool:
    """Whether the row is one of those that were asked about: its target lies between 0 and 1, and shows no per cent."""
    kolom = kepala.satu("target_tahunan")
    sel = p.grid.sel.get((satu.ukuran.get("target", satu.nomor), kolom.nomor)) if kolom else None
    if sel is None or isinstance(sel.nilai, bool) or "%" in sel.format_angka:
        return False
    nilai = read_number(sel.nilai, jenis=sel.jenis).nilai
    return nilai is not None and 0 < nilai <= 1 and "%" not in str(sel.nilai)


@dataclass(frozen=True, slots=True)
class _Angka:
    """Target and realisasi of one indicator by quarter, and how they make the year."""

    target: Triwulanan
    realisasi: Triwulanan
    target_tahunan: float | None
    realisasi_tahun: float | None
    konsolidasi: str | None
    cara_isi: str | None
    tanpa_triwulan: bool
    cara_terbuka: bool


def _figures(
    p: Pembaca,
    lembar: Lembar,
    satu: Baris,
    satuan: str | None,
    tahunan: float | None,
    asal: dict[tuple[str, int | None], str],
) -> _Angka:
    kepala, nomor = lembar.kepala, satu.nomor
    target = collect(p, lembar, satu, "target", satuan)
    realisasi = collect(p, lembar, satu, "realisasi", satuan)
    milik_triwulan = row_quarter(p, kepala, nomor)
    if milik_triwulan is not None:
        tahunan = to_quarter(kepala, target, tahunan, asal, milik_triwulan)
        value_to_quarter(realisasi, milik_triwulan)
    dinyatakan = said(KATA_KONSOLIDASI, p, kepala, nomor, "konsolidasi") or declared_by_sum(p.grid, kepala, nomor)
    dari_bulan = way_of(target.bulan, tahunan) if target.bulan else None
    cara = dari_bulan or lembar.cara_isi or way_said(dinyatakan)
    if cara is None and realisasi.bulan and realisasi.tahun is not None:
        cara = way_of(realisasi.bulan, realisasi.tahun)
    t, r = quarters(target, cara), quarters(realisasi, cara)
    tanpa_triwulan, cara_terbuka = False, False
    if milik_triwulan is None and not r.terbuka and not r.berisi:
        r, tanpa_triwulan, cara_terbuka = _of_the_sheet(lembar, realisasi)
    t = _target_of_the_sheet(lembar, target, t)
    tahun, jenis = realisasi.to_date
    if cara_terbuka and jenis == "tahun":
        tahun = None  # of its quarter alone, or up to it: asked
    if tahun is not None:
        asal["realisasi_tahun", None] = f"{p.grid.lembar}!{realisasi.sel[jenis, None]}"
    for ukuran, isi in (("target", t), ("realisasi", r)):
        asal.update({(ukuran, q): f"{p.grid.lembar}!{sel}" for q, sel in isi.sel.items()})
    konsolidasi = dinyatakan
    if konsolidasi is None and dari_bulan is not None:
        konsolidasi = "jumlah" if dari_bulan == "tambahan" else "nilai_akhir"
    if konsolidasi is None:
        cetak = p.bare(nomor, kepala.satu("capaian_tercetak"))
        konsolidasi = consolidation(t.nilai, r.nilai, tahunan, tahun if r.berisi > 1 else None, satuan, cetak)
    bulanan = bool(target.bulan or realisasi.bulan)
    cara_isi = r.cara_isi or (None if bulanan else way_said(konsolidasi))
    return _Angka(t, r, tahunan, tahun, konsolidasi, cara_isi, tanpa_triwulan, cara_terbuka)


def _target_of_the_sheet(lembar: Lembar, target: Ukuran, t: Triwulanan) -> Triwulanan:
    """A target "of this quarter" or "up to this quarter", in the quarter that the sheet is of."""
    if t.berisi or lembar.triwulan is None:
        return t
    if target.sd is not None:
        return _single(target.sd, target.sel["sd", None], lembar.triwulan)
    if target.ini is not None:
        return _single(target.ini, target.sel["ini", None], lembar.triwulan, None)
    return t


def _single(nilai: float, sel: str, triwulan: int, cara: str | None = "kumulatif") -> Triwulanan:
    return Triwulanan(dict.fromkeys(TRIWULAN) | {triwulan: nilai}, {triwulan: sel}, cara)


def _of_the_sheet(lembar: Lembar, realisasi: Ukuran) -> tuple[Triwulanan, bool, bool]:
    """A realisasi without a period of its own: of the quarter that the sheet, or a person, names.

    Returns:
        The quarters; whether the quarter is open; whether it is open if the figure is the quarter's or up to it.
    """
    kosong = Triwulanan(dict.fromkeys(TRIWULAN), {})
    jenis = next((j for j in ("sd", "tahun", "ini") if getattr(realisasi, j) is not None), None)
    if jenis is None:
        return kosong, False, False
    nilai, sel = getattr(realisasi, jenis), realisasi.sel[jenis, None]
    periode, triwulan = lembar.periode, lembar.triwulan
    if triwulan is None:
        return kosong, True, False
    # a form of the year: its figure is the year's, up to the quarter answered
    whole_year = periode is None and jenis != "ini"
    sd = realisasi.sd is not None or whole_year or (periode is not None and periode.sd) or triwulan == 1
    cara = lembar.cara_isi or ("kumulatif" if sd else None)
    return _single(nilai, sel, triwulan, cara), False, cara is None


def _number(
    p: Pembaca,
    nomor: int,
    kolom: KolomTerbaca | None,
    satuan: str | None,
    asal: dict[tuple[str, int | None], str],
    jenis: str,
    *,
    rupiah: bool = False,
) -> float | None:
    nilai = p.angka(nomor, kolom, satuan, rupiah=rupiah)
    if nilai is not None and kolom is not None:
        asal[jenis, None] = f"{p.grid.lembar}!{alamat(nomor, kolom.nomor)}"
    return nilai


def _money(
    p: Pembaca, lembar: Lembar, nomor: int, asal: dict[tuple[str, int | None], str]
) -> tuple[Mapping[int, float | None], str | None]:
    """What was spent by quarter, and ``"kumulatif"`` where each quarter holds all that was spent until then."""
    kepala = lembar.kepala
    sd = not kepala.semua("realisasi_anggaran") and bool(kepala.semua("realisasi_rp_sd_triwulan"))
    peran = "realisasi_rp_sd_triwulan" if sd else "realisasi_anggaran"
    nilai: dict[int, float | None] = dict.fromkeys(TRIWULAN)
    for k in kepala.semua(peran):
        if k.triwulan is not None and (angka := p.angka(nomor, k, None, rupiah=True)) is not None:
            nilai[k.triwulan] = angka
            asal["realisasi_anggaran", k.triwulan] = f"{p.grid.lembar}!{alamat(nomor, k.nomor)}"
    setahun = kepala.satu("realisasi_tahun_rp")
    triwulan = lembar.triwulan
    if setahun is not None and triwulan is not None and not any(v is not None for v in nilai.values()):
        sd = lembar.periode is None or lembar.periode.sd or triwulan == 1
        if sd and (angka := p.angka(nomor, setahun, None, rupiah=True)) is not None:
            nilai[triwulan] = angka
            asal["realisasi_anggaran", triwulan] = f"{p.grid.lembar}!{alamat(nomor, setahun.nomor)}"
    terisi = any(v is not None for v in nilai.values())
    return nilai, "kumulatif" if sd and terisi else None


def said(
    kata: tuple[tuple[str, re.Pattern[str]], ...], p: Pembaca, kepala: Kepala, nomor: int, peran: str
) -> str | None:
    """The word of the vocabulary that a row states in the column of this role, or in one of its "Karakter"."""
    for kolom in (kepala.satu(peran), *kepala.semua("karakter")):
        teks = normal(p.teks(nomor, kolom))
        for nama, pola in kata if teks else ():
            if pola.search(teks):
                return nama
    return None
