"""One indicator of a form that shares the common words: its cells read into target, realisasi, money and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.columns import Kepala, KolomTerbaca
from sakip_app.workbook.declared import declared_by_sum
from sakip_app.workbook.figures import TRIWULAN, Triwulanan, Ukuran, consolidation, quarters, way_of, way_said
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.lines import Baris
from sakip_app.workbook.numbers import is_percent
from sakip_app.workbook.period import Periode
from sakip_app.workbook.result import BarisIndikator, Jawaban
from sakip_app.workbook.words import normal, quarter_of

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
_JENIS = {
    "": "tw", "_sd_triwulan": "sd_tw", "_bulan": "bulan", "_sd_bulan": "sd_bulan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
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
        tahunan = _to_quarter(kepala, target, tahunan, asal, row_quarter)
        _sheet_value_to(realisasi, row_quarter)
    dinyatakan = said(KATA_KONSOLIDASI, p, kepala, nomor, "konsolidasi") or declared_by_sum(p.grid, kepala, nomor)
    cara = (way_of(target.bulan, tahunan) if target.bulan else None) or lembar.cara_isi or way_said(dinyatakan)
    if cara is None and realisasi.bulan and realisasi.tahun is not None:
        cara = way_of(realisasi.bulan, realisasi.tahun)
    bulanan = bool(target.bulan or realisasi.bulan)
    t = quarters(target, cara)
    r = quarters(realisasi, cara)
    open_quarter, open_way = False, False
    if row_quarter is None and not r.terbuka and not any(v is not None for v in r.nilai.values()):
        r, open_quarter, open_way = _of_the_sheet(lembar, realisasi)
        if target.ini is not None and (triwulan := lembar.triwulan) is not None:
            t = _single(target.ini, target.sel["ini", None], triwulan, None)
    if target.sd is not None and lembar.periode is not None and not any(v is not None for v in t.nilai.values()):
        t = _single(target.sd, target.sel["sd", None], lembar.periode.triwulan)
    for jenis, isi in (("target", t), ("realisasi", r)):
        asal.update({(jenis, q): f"{nama_lembar}!{sel}" for q, sel in isi.sel.items()})
    tahun = realisasi.sd if realisasi.sd is not None else realisasi.tahun
    if open_way and realisasi.sd is None:
        tahun = None  # of its quarter alone, or up to it: asked
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
        polaritas=said(KATA_POLARITAS, p, kepala, nomor, "polaritas"),
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
    elif lembar.arti_periode == ukuran:
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
        for jenis in ("tahun", "sd", "ini"):
            kolom = kepala.satu(f"{awalan}_{jenis}")
            if kolom is None or getattr(hasil, jenis) is not None or (awalan == "periode" and not satu.ukuran):
                continue
            letak = p.grid.jangkar(dari, kolom.nomor)
            if (nilai := p.angka(letak[0], kolom, satuan)) is not None:
                setattr(hasil, jenis, nilai)
                hasil.sel[jenis, None] = alamat(*letak)
    for rinci, sampai in (("tw", "sd_tw"), ("bulan", "sd_bulan")):
        ada = getattr(hasil, sampai)
        if getattr(hasil, rinci) and ada:  # "Total s/d TW IV" beside the quarters is their total
            if hasil.tahun is None and ukuran == "realisasi":
                hasil.tahun = ada[max(ada)]
                hasil.sel["tahun", None] = hasil.sel[sampai, max(ada)]
            setattr(hasil, sampai, {})
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


def _sheet_value_to(realisasi: Ukuran, triwulan: int) -> None:
    """The realisasi of a row of one quarter is of that quarter, or up to it where its header says so."""
    for sumber, tujuan in (("ini", "tw"), ("sd", "sd_tw"), ("tahun", "tw")):
        nilai = getattr(realisasi, sumber)
        if nilai is not None:
            getattr(realisasi, tujuan)[triwulan] = nilai
            realisasi.sel[tujuan, triwulan] = realisasi.sel[sumber, None]
            setattr(realisasi, sumber, None)
            return


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
    triwulan = lembar.triwulan
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
