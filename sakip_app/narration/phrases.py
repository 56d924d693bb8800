"""Pieces of sentences: names, figures and lists as they stand inside one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sakip_app.narration import facts
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import IndikatorRekam, Rekam, Rentang, UnitRekam
from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import SPASI, format_nilai, format_pasangan, format_skor
from sakip_app.text.sentences import ALASAN
from sakip_app.text.words import awal_besar, bilangan, gabung, kata_status, tw

NAMA_PENDEK = 80
"""So many characters of an indicator's name stand in a sentence that names several."""
KUTIPAN = 120
"""So many characters of what a unit wrote are quoted; the whole of it stands beside the indicator."""
_TAK_DIBACA = frozenset({"indeks", "nilai", "angka", "skor", "poin", "predikat", "opini", "level", "rasio"})
"""Units of measure that only repeat what the name says: ``82 dari 86 indeks`` reads badly."""
_SATUAN_TERPANJANG = 40


def one_line(teks: str) -> str:
    r"""A text as part of a sentence: on one line, without the stop at its end.

    Examples:
        >>> one_line(" Bidan belum\n ditempatkan. ")
        'Bidan belum ditempatkan'
    """
    return " ".join(teks.split()).rstrip(" .,;:")


def cut(teks: str, panjang: int) -> str:
    """At most so many characters, cut at a word, with ``…`` where something is left out.

    Examples:
        >>> cut("Desa berhenti buang air besar sembarangan", 30), cut("Desa", 30)
        ('Desa berhenti buang air besar…', 'Desa')
    """
    if len(teks) <= panjang:
        return teks
    kata, spasi, _ = teks[:panjang].rpartition(" ")
    return f"{(kata if spasi else teks[: panjang - 1]).rstrip(' .,;:–-')}…"


def quoted(teks: str, panjang: int = KUTIPAN) -> str:
    """What somebody wrote, in quotation marks; quotation marks of its own become single ones.

    Examples:
        >>> quoted('Rujukan "merah" terlambat.')
        '“Rujukan ‘merah’ terlambat”'
    """
    bagian = one_line(teks).replace("“", "‘").replace("”", "’").split('"')
    dalam = bagian[0] + "".join(f"{'‘' if n % 2 == 0 else '’'}{isi}" for n, isi in enumerate(bagian[1:]))
    return f"“{cut(dalam, panjang)}”"


def indicator_name(indikator: IndikatorRekam, *, pendek: bool = False) -> str:
    """Its words, whole or in a short form; its code where it has none."""
    nama = one_line(indikator.uraian) or f"indikator berkode {indikator.kode}"
    return cut(nama, NAMA_PENDEK) if pendek else nama


def unit_name(unit: UnitRekam, *, pendek: bool = False) -> str:
    """Its full name, or the short one for lists."""
    return (
        one_line(unit.nama_pendek if pendek else unit.nama) or one_line(unit.nama) or f"unit berkode {unit.kode}"
    )


def opening(nama: str, jenis: str) -> str:
    """A name at the head of a sentence; one that begins with a sign or a picture is led in by what it is.

    Examples:
        >>> opening("dinas Kesehatan", "OPD"), opening("=cmd", "indikator")
        ('Dinas Kesehatan', 'Indikator =cmd')
    """
    return awal_besar(nama) if nama[:1].isalnum() else f"{awal_besar(jenis)} {nama}"


def listed(isi: Sequence[str], maks: int = 3) -> str:
    """Names in words, the rest counted; a single one left over is named too."""
    return gabung(isi, maks=None if len(isi) <= maks + 1 else maks)


def with_unit(angka: str, indikator: IndikatorRekam) -> str:
    """A printed figure with its unit of measure, where that reads well: ``28 desa``, ``Rp293,8 miliar``."""
    satuan = "" if indikator.kata else one_line(indikator.satuan or "")
    uang, _, besaran = satuan.partition(" ")
    if uang == "Rp" and besaran in ("", "ribu", "juta", "miliar", "triliun"):
        return f"Rp{angka} {besaran}".rstrip()
    if satuan == "%":
        return f"{angka}{SPASI}%"
    if not satuan or satuan.casefold() in _TAK_DIBACA or len(satuan) > _SATUAN_TERPANJANG:
        return angka
    return f"{angka} {satuan}"


def value(indikator: IndikatorRekam, x: float | None) -> str:
    """One target or realisasi with its unit of measure, or the word of its scale."""
    return with_unit(format_nilai(x, indikator.satuan, dict(indikator.kata)), indikator)


def values(indikator: IndikatorRekam, *x: float) -> tuple[str, ...]:
    """Some that are compared, with the same decimals and without the unit of measure."""
    kata = dict(indikator.kata)
    return tuple(max((format_pasangan(a, b, indikator.satuan, kata)[0] for b in x), key=len) for a in x)


def target_of(rekam: Rekam, indikator: IndikatorRekam) -> float | None:
    """What the realisasi in view is measured against: the target up to the quarter, or the year's, unless a range."""
    if range_of(rekam, indikator):
        return None
    return indikator.target_tahunan if rekam.ukuran == "tahun" else indikator.target_sd[rekam.triwulan - 1]


def range_of(rekam: Rekam, indikator: IndikatorRekam) -> Rentang | None:
    """The range the realisasi in view is measured against, where the target is one."""
    if rekam.ukuran != "tahun":
        return indikator.rentang_sd[rekam.triwulan - 1]
    setahun = (indikator.target_bawah, indikator.target_atas)
    return None if setahun == (None, None) else setahun


def _against_range(indikator: IndikatorRekam, kini: float, bawah: float | None, atas: float | None) -> str:
    """``4 dari 6–8 pH``; with one bound ``4 pH terhadap target paling sedikit 6``."""
    if bawah is not None and atas is not None:
        r, dari, sampai = values(indikator, kini, bawah, atas)
        sambung = " sampai " if indikator.kata or bawah < 0 else "–"
        return f"{r} dari {with_unit(f'{dari}{sambung}{sampai}', indikator)}"
    tepi = atas if bawah is None else bawah
    if tepi is None:
        return value(indikator, kini)
    r, t = values(indikator, kini, tepi)
    return f"{with_unit(r, indikator)} terhadap target paling {'banyak' if bawah is None else 'sedikit'} {t}"


def against_target(rekam: Rekam, indikator: IndikatorRekam) -> str | None:
    """Realisasi beside target, such as ``12 dari 28 desa`` or ``131 kasus terhadap batas 86``; ``None`` without one.

    A figure of an earlier quarter says which.
    """
    kini, target = indikator.realisasi_sd[rekam.triwulan - 1], target_of(rekam, indikator)
    if kini is None:
        return None
    asal = _from_quarter(rekam, indikator)
    if rentang := range_of(rekam, indikator):
        return f"{_against_range(indikator, kini, *rentang)}{asal}"
    if target is None:
        return f"{value(indikator, kini)}{asal}"
    r, t = values(indikator, kini, target)
    if indikator.polaritas == "maksimal" and not indikator.kata:
        return f"{r} dari {with_unit(t, indikator)}{asal}"
    kata = "batas" if indikator.polaritas == "minimal" else "target"
    return f"{with_unit(r, indikator)} terhadap {kata} {t}{asal}"


def _from_quarter(rekam: Rekam, indikator: IndikatorRekam) -> str:
    isi = [n for n, nilai in enumerate(indikator.realisasi[: rekam.triwulan], 1) if nilai is not None]
    return "" if not isi or isi[-1] == rekam.triwulan else f" per {tw(isi[-1])}"


def achievement(rekam: Rekam, indikator: IndikatorRekam) -> str:
    """Figures and capaian of the quarter in view: ``12 dari 28 desa, capaian 42,9 %``."""
    capaian = capaian_text(rekam, indikator.capaian[rekam.triwulan - 1])
    kata = f"{capaian} dari target tahun" if rekam.berjalan else f"capaian {capaian}"
    angka = against_target(rekam, indikator)
    return f"{angka}, {kata}" if angka else kata


def capaian_text(rekam: Rekam, nilai: float | None) -> str:
    """A capaian with its sign, as every screen prints it: never across the edge of a band."""
    return f"{format_skor(nilai, rekam.aturan)}{SPASI}%"


def skor_text(rekam: Rekam, nilai: float) -> str:
    """A skor as the rule in force prints it."""
    return format_skor(nilai, rekam.aturan)


def spending_due_text(rekam: Rekam) -> str:
    """The share of the pagu that the rule compares with, as exact as the rule states it."""
    return f"{format_nilai(facts.spending_due(rekam), '%')}{SPASI}%"


def skor_codes(rekam: Rekam, unit: Iterable[UnitRekam]) -> tuple[str, ...]:
    """The indicators that the skor of these units are made of."""
    kini = rekam.triwulan - 1
    return tuple(i.kode for satu in unit for i in satu.utama if i.status[kini] == "dinilai")


def promise_words(rekam: Rekam, janji: TindakLanjut) -> str:
    """A follow-up: what, who, until when."""
    siapa = one_line(janji.penanggung_jawab)
    tenggat = f"tenggat {format_tanggal(janji.tenggat)}" if janji.tenggat else ""
    rincian = ", ".join(bagian for bagian in (siapa, tenggat) if bagian)
    return f"{quoted(janji.apa)}{f' ({rincian})' if rincian else ''}"


def every(n: int, apa: str) -> str:
    """All of so many at the head of a sentence.

    Examples:
        >>> every(2, "OPD"), every(7, "OPD")
        ('Kedua OPD', 'Semua tujuh OPD')
    """
    return f"{'Kedua' if n == 2 else f'Semua {bilangan(n)}'} {apa}"


def days(n: int) -> str:
    """A number of days beside which nothing is measured.

    Examples:
        >>> days(1), days(12)
        ('satu hari', '12 hari')
    """
    return f"{bilangan(n)} hari"


def why_unassessed(rekam: Rekam, unit: UnitRekam) -> tuple[list[str], tuple[str, ...]]:
    """Why its main indicators have no capaian, in words, the most frequent reason first, and their codes."""
    kini = rekam.triwulan - 1
    tanpa = [satu for satu in unit.utama if satu.status[kini] not in (None, "dinilai")]
    banyak = Counter(satu.status[kini] for satu in tanpa)
    return [_reason(rekam, str(status)) for status, _ in banyak.most_common()], tuple(satu.kode for satu in tanpa)


def _reason(rekam: Rekam, status: str) -> str:
    if status == "tanpa_target" and rekam.ukuran == "tahun":
        return "belum ada target tahun"
    return ALASAN.get(status) or kata_status(status)
