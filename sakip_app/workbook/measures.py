"""One indicator of a form that shares the common words: its cells read into target, realisasi, money and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.columns import Kepala, KolomTerbaca
from sakip_app.workbook.figures import TRIWULAN, Triwulanan, Ukuran, consolidation, quarters, way_of, way_said
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.lines import Baris
from sakip_app.workbook.numbers import is_percent
from sakip_app.workbook.period import Periode
from sakip_app.workbook.result import BarisIndikator, Jawaban
from sakip_app.workbook.words import normal, quarter_of

_KATA_POLARITAS = (
    ("minimal", re.compile(r"mini|negatif|turun|\bmin\b|lower|rendah")),
    ("stabil", re.compile(r"stabil")),
    ("maksimal", re.compile(r"maks|maxi|positif|\bnaik|\bmax?\b|higher|meningkat|tinggi")),
)
_KATA_KONSOLIDASI = (
    ("nilai_akhir", re.compile(r"take last|\btlk\b|non[\s-]*(?:akumulat|kumulat|absolut)|akhir|posisi|persentase")),
    ("rata_rata", re.compile(r"average|rata|\bavg\b")),
    ("jumlah", re.compile(r"\bsum\b|jumlah|akumulat|absolut|kumulat|penjumlahan")),
    ("maksimum", re.compile(r"maksimum|tertinggi")),
)
_JENIS = {
    "": "tw", "_sd_triwulan": "sd_tw", "_bulan": "bulan", "_sd_bulan": "sd_bulan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lembar:
    """What holds for all rows of a table: its header, the period it is of, what a person answered."""

    kepala: Kepala
    periode: Periode | None
    jawaban: Jawaban

    @property
    def cara_isi(self) -> str | None:
        """How quarters or months are filled in, where a person or the form itself says so."""
        return self.jawaban.cara_isi or self.kepala.tata_letak.cara_isi


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
    nama_lembar = p.grid.lembar
    satuan = p.teks(nomor, kepala.satu("satuan")) or None
    asal: dict[tuple[str, int | None], str] = {}
    kolom_target, sasaran = _annual_target(p, kepala, satu, satuan)
    satuan = satuan or sasaran.satuan
    pecahan = lembar.jawaban.persen == "pecahan" and is_percent(satuan)
    if kolom_target is not None and sasaran != Sasaran():
        jenis = "target_tahunan" if sasaran.nilai is not None else "target_teks"
        asal[jenis, None] = f"{nama_lembar}!{alamat(satu.ukuran.get('target', nomor), kolom_target.nomor)}"
    target = _collect(p, lembar, satu, "target", satuan)
    realisasi = _collect(p, lembar, satu, "realisasi", satuan)
    tahunan = sasaran.nilai
    row_quarter = _row_quarter(p, kepala, nomor)
    if row_quarter is not None:
        tahunan = _to_quarter(target, tahunan, asal, row_quarter)
        _sheet_value_to(realisasi, row_quarter, "tw")
    dinyatakan = _said(_KATA_KONSOLIDASI, p.teks(nomor, kepala.satu("konsolidasi")))
    cara = (way_of(target.bulan, tahunan) if target.bulan else None) or lembar.cara_isi or way_said(dinyatakan)
    if cara is None and realisasi.bulan and realisasi.tahun is not None:
        cara = way_of(realisasi.bulan, realisasi.tahun)
    bulanan = bool(target.bulan or realisasi.bulan)
    t = quarters(target, cara)
    r = quarters(realisasi, cara)
    open_quarter, open_way = False, False
    if row_quarter is None and not any(v is not None for v in r.nilai.values()):
        r, open_quarter, open_way = _of_the_sheet(lembar, realisasi)
    if target.sd is not None and lembar.periode is not None and not any(v is not None for v in t.nilai.values()):
        t = _single(target.sd, target.sel["sd", None], lembar.periode.triwulan)
    for jenis, isi in (("target", t), ("realisasi", r)):
        asal.update({(jenis, q): f"{nama_lembar}!{sel}" for q, sel in isi.sel.items()})
    tahun = realisasi.sd if realisasi.sd is not None else realisasi.tahun
    if open_way and realisasi.sd is None:
        tahun = None
    if tahun is not None:
        jenis = "sd" if realisasi.sd is not None else "tahun"
        asal["realisasi_tahun", None] = f"{nama_lembar}!{realisasi.sel[jenis, None]}"
    hitung_tahun = tahun if len([v for v in r.nilai.values() if v is not None]) > 1 else None
    konsolidasi = dinyatakan
    if konsolidasi is None and bulanan and cara is not None and way_of(target.bulan, tahunan):
        konsolidasi = "jumlah" if cara == "tambahan" else "nilai_akhir"
    if konsolidasi is None:
        konsolidasi = consolidation(t.nilai, r.nilai, tahunan, hitung_tahun, satuan)
    baris = BarisIndikator(
        kunci="",
        sel=f"{nama_lembar}!{alamat(nomor, (kepala.satu('indikator') or kepala.kolom[0]).nomor)}",
        baris=nomor,
        uraian=p.teks(nomor, kepala.satu("indikator")),
        kode=satu.konteks.kode or None,
        nama=satu.konteks.nama or None,
        jenjang=satu.konteks.jenjang,
        induk=satu.konteks.induk,
        satuan=satuan,
        polaritas=_said(_KATA_POLARITAS, p.teks(nomor, kepala.satu("polaritas"))),
        konsolidasi=konsolidasi,
        bobot=_plain(p, nomor, kepala.satu("bobot")),
        penanggung_jawab=p.teks(nomor, kepala.satu("penanggung_jawab")) or None,
        target_tahunan=tahunan,
        target_teks=sasaran.teks,
        target_bawah=sasaran.bawah,
        target_atas=sasaran.atas,
        target_renstra=_number(p, nomor, kepala.satu("target_renstra"), satuan, asal, "target_renstra"),
        realisasi_lalu=_number(p, nomor, kepala.satu("realisasi_lalu"), satuan, asal, "realisasi_lalu"),
        renstra={k.tahun: p.angka(nomor, k, satuan) for k in kepala.semua("renstra") if k.tahun is not None},
        target=t.nilai,
        realisasi=r.nilai,
        realisasi_tahun=tahun,
        cara_isi=r.cara_isi or (way_said(konsolidasi) if not bulanan else None),
        pagu=_number(p, nomor, kepala.satu("pagu"), None, asal, "pagu", rupiah=True),
        **_money(p, lembar, nomor, asal),
        capaian_tercetak=_number(p, nomor, kepala.satu("capaian_tercetak"), "%", asal, "capaian_tercetak"),
        **_notes(p, kepala, nomor),
        asal=asal,
    )
    return Dibaca(
        _times_hundred(baris) if pecahan else baris,
        bulan_terbuka=t.terbuka or r.terbuka,
        tanpa_triwulan=open_quarter,
        cara_terbuka=open_way,
    )


def _annual_target(
    p: Pembaca, kepala: Kepala, satu: Baris, satuan: str | None
) -> tuple[KolomTerbaca | None, Sasaran]:
    baris = satu.ukuran.get("target", satu.nomor)
    kolom = kepala.satu("target_tahunan") or (kepala.satu("periode_tahun") if satu.ukuran else None)
    if kolom is None:
        return None, Sasaran()
    baris = p.grid.jangkar(baris, kolom.nomor)[0]
    return kolom, p.sasaran(baris, kolom, satuan)


def _collect(p: Pembaca, lembar: Lembar, satu: Baris, ukuran: str, satuan: str | None) -> Ukuran:
    """All values of one measure, from its own columns or from the row that is marked with it."""
    kepala = lembar.kepala
    hasil = Ukuran()
    baris = satu.ukuran.get(ukuran) if satu.ukuran else satu.nomor
    sumber = [(ukuran, satu.nomor if ukuran not in satu.ukuran else baris)]
    if satu.ukuran:
        sumber.append(("periode", baris))
    elif kepala.tata_letak.arti_periode == ukuran:
        sumber.append(("periode", satu.nomor))
    for awalan, dari in sumber:
        if dari is None:
            continue
        for akhiran, jenis in _JENIS.items():
            for k in kepala.semua(awalan + akhiran):
                n = k.triwulan if k.bulan is None else k.bulan
                letak = p.grid.jangkar(dari, k.nomor)
                nilai = p.angka(letak[0], k, satuan)
                if nilai is not None and n is not None:
                    getattr(hasil, jenis)[n] = nilai
                    hasil.sel[jenis, n] = alamat(*letak)
        for peran, jenis in ((f"{awalan}_tahun", "tahun"), (f"{awalan}_sd", "sd")):
            kolom = kepala.satu(peran)
            if kolom is not None and (nilai := p.angka(dari, kolom, satuan)) is not None:
                setattr(hasil, jenis, nilai)
                hasil.sel[jenis, None] = alamat(dari, kolom.nomor)
    if hasil.tw and hasil.sd_tw:
        hasil.sd_tw = {}  # the quarters say the same, and say it first
    if hasil.bulan and hasil.sd_bulan:
        hasil.sd_bulan = {}
    return hasil


def _row_quarter(p: Pembaca, kepala: Kepala, nomor: int) -> int | None:
    """The quarter of this row, where the form has a row for each."""
    kolom = kepala.satu("triwulan_baris")
    if kolom is None:
        return None
    isi = p.grid.nilai(nomor, kolom.nomor)
    teks = str(int(isi)) if isinstance(isi, float) and isi.is_integer() else normal(isi or "")
    return quarter_of(teks)


def _to_quarter(
    target: Ukuran, tahunan: float | None, asal: dict[tuple[str, int | None], str], triwulan: int
) -> float | None:
    """A target in a row of one quarter is that quarter's; the year's is not stated."""
    sel = asal.pop(("target_tahunan", None), None)
    if tahunan is not None and sel is not None:
        target.tw = {triwulan: tahunan}
        target.sel["tw", triwulan] = sel.rpartition("!")[2]
    return None


def _sheet_value_to(realisasi: Ukuran, triwulan: int, jenis: str) -> None:
    nilai = realisasi.tahun if realisasi.tahun is not None else realisasi.sd
    if nilai is not None:
        getattr(realisasi, jenis)[triwulan] = nilai
        realisasi.sel[jenis, triwulan] = realisasi.sel["tahun" if realisasi.tahun is not None else "sd", None]
        realisasi.tahun = realisasi.sd = None


def _single(nilai: float, sel: str, triwulan: int, cara: str | None = "kumulatif") -> Triwulanan:
    return Triwulanan(dict.fromkeys(TRIWULAN) | {triwulan: nilai}, {triwulan: sel}, cara)


def _of_the_sheet(lembar: Lembar, realisasi: Ukuran) -> tuple[Triwulanan, bool, bool]:
    """A realisasi without a period of its own: of the quarter that the sheet, or a person, names.

    Returns:
        The quarters; whether the quarter is open; whether it is open if the figure is the quarter's or up to it.
    """
    kosong = Triwulanan(dict.fromkeys(TRIWULAN), {})
    nilai = realisasi.sd if realisasi.sd is not None else realisasi.tahun
    if nilai is None:
        return kosong, False, False
    sel = realisasi.sel["sd" if realisasi.sd is not None else "tahun", None]
    periode = lembar.periode
    triwulan = lembar.jawaban.triwulan or (periode.triwulan if periode else None)
    if triwulan is None:
        return kosong, True, False
    whole_year = periode is None  # a form of the year: its figure is the year's, up to the quarter answered
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


def _plain(p: Pembaca, nomor: int, kolom: KolomTerbaca | None) -> float | None:
    """A weight: a bare number, or nothing; what else stands there is no figure of the indicator."""
    isi = None if kolom is None else p.grid.nilai(nomor, kolom.nomor)
    if isinstance(isi, bool) or not isinstance(isi, int | float) or kolom is None:
        return None
    persen = "%" in p.grid.sel[nomor, kolom.nomor].format_angka
    return float(isi) * 100 if persen else float(isi)


def _money(
    p: Pembaca, lembar: Lembar, nomor: int, asal: dict[tuple[str, int | None], str]
) -> dict[str, Mapping[int, float | None] | str | None]:
    kepala = lembar.kepala
    sd = not kepala.semua("realisasi_anggaran") and bool(kepala.semua("realisasi_rp_sd_triwulan"))
    peran = "realisasi_rp_sd_triwulan" if sd else "realisasi_anggaran"
    nilai: dict[int, float | None] = dict.fromkeys(TRIWULAN)
    for k in kepala.semua(peran):
        if k.triwulan is not None and (angka := p.angka(nomor, k, None, rupiah=True)) is not None:
            nilai[k.triwulan] = angka
            asal["realisasi_anggaran", k.triwulan] = f"{p.grid.lembar}!{alamat(nomor, k.nomor)}"
    setahun = kepala.satu("realisasi_tahun_rp")
    triwulan = lembar.jawaban.triwulan or (lembar.periode.triwulan if lembar.periode else None)
    if setahun is not None and triwulan is not None and not any(v is not None for v in nilai.values()):
        sd = lembar.periode is None or lembar.periode.sd or triwulan == 1
        if sd and (angka := p.angka(nomor, setahun, None, rupiah=True)) is not None:
            nilai[triwulan] = angka
            asal["realisasi_anggaran", triwulan] = f"{p.grid.lembar}!{alamat(nomor, setahun.nomor)}"
    terisi = any(v is not None for v in nilai.values())
    return {"realisasi_anggaran": nilai, "cara_isi_anggaran": "kumulatif" if sd and terisi else None}


def _notes(p: Pembaca, kepala: Kepala, nomor: int) -> dict[str, str | None]:
    peran = ("kendala", "solusi", "rencana_tindak_lanjut", "pic", "batas_waktu", "bukti")
    return {satu: p.teks(nomor, kepala.satu(satu)) or None for satu in peran}


def _said(kata: tuple[tuple[str, re.Pattern[str]], ...], teks: str) -> str | None:
    return next((nama for nama, pola in kata if pola.search(normal(teks))), None) if teks else None


def _times_hundred(baris: BarisIndikator) -> BarisIndikator:
    """A percentage that its sheet states as a fraction: 0,6 is 60."""

    def kali(nilai: float | str | None) -> float | str | None:
        return round(nilai * 100, 9) if isinstance(nilai, int | float) and abs(nilai) <= 1 else nilai

    return replace(
        baris,
        target_tahunan=kali(baris.target_tahunan),  # type: ignore[arg-type]
        realisasi_tahun=kali(baris.realisasi_tahun),  # type: ignore[arg-type]
        target={t: kali(n) for t, n in baris.target.items()},
        realisasi={t: kali(n) for t, n in baris.realisasi.items()},
    )
