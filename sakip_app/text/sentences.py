"""Sentences that open a screen or a section: short, calm, with their number.

Numbers arrive already formatted, words already chosen; what is decided here is grammar: zero, one, many, and
nothing at all. No sentence blames, and none says 0 where nothing was reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sakip_app.text.numbers import format_pasangan
from sakip_app.text.words import (
    awal_besar,
    bilangan,
    bilangan_awal,
    gabung,
    kata_status,
    nama_triwulan,
    tw,
)


class Potongan(NamedTuple):
    """A piece of a line; bold where it is the number that counts, in the warning colour where it is bad news.

    Pieces that follow each other with the same ``buka`` are one count, which opens what it counts.
    """

    teks: str
    tebal: bool = False
    bahaya: bool = False
    buka: str = ""


def teks_potongan(potongan: Sequence[Potongan]) -> str:
    """The pieces as one plain sentence, for alt texts, mails and papers."""
    return "".join(p.teks for p in potongan)


ALASAN = {
    "belum_lapor": "realisasi yang terjadwal belum lengkap",
    "belum_ditetapkan": "polaritas belum ditetapkan",
    "tanpa_target": "belum ada target triwulan",
    "belum_dijadwalkan": "belum ada yang dijadwalkan sampai triwulan ini",
    "belum_akhir_tahun": "baru dinilai pada akhir tahun",
    "perlu_penilaian_manual": "perlu penilaian manual",
}
"""Why somebody who reported is not assessed, said inside a sentence."""


def _alasan(status: str, tahun: int | None) -> str:
    if status == "tanpa_target" and tahun is not None:
        return "belum ada target tahun"
    return ALASAN.get(status) or kata_status(status)


def headline_instansi(
    nilai: str | None,
    predikat: str | None,
    triwulan: int,
    n_tertinggal: int | None = 0,
    n_tertinggal_lalu: int | None = None,
    *,
    n_lapor: int,
    sebab: Sequence[str] = (),
    lihat_tahun: bool = False,
    tahun: int | None = None,
    sebutan: str = "OPD",
    n_unit_kurang: int | None = None,
) -> str:
    """The first sentence of Ringkasan.

    Args:
        nilai: mean achievement as printed, ``None`` when nobody is assessed.
        predikat: its band, ``None`` when there is none.
        triwulan: current quarter, 1–4.
        n_tertinggal: units below the threshold now; ``None`` while an unfinished year is measured, which judges
            nobody: then neither they nor the band are said.
        n_tertinggal_lalu: the same one quarter earlier; ``None`` when there is nothing to compare with.
        n_lapor: units that have reported this quarter.
        sebab: statuses of those that reported and are not assessed, the most frequent first; read without ``nilai``.
        lihat_tahun: without ``nilai``, whether the annual target would assess somebody.
        tahun: the year whose annual target is measured against; ``None`` for the target of the quarter.
        sebutan: what a unit is called.
        n_unit_kurang: the units that have to report, where too few of them have to conclude anything; else ``None``.

    Examples:
        >>> headline_instansi("82,9 %", "Tinggi", 3, 7, 1, n_lapor=41)
        'Capaian triwulan III 82,9 %, Tinggi. Tujuh OPD tertinggal; pada triwulan II baru satu.'
        >>> headline_instansi("55,0 %", "Rendah", 2, None, n_lapor=41, tahun=2026)
        'Capaian s.d. triwulan II 55,0 % dari target tahun 2026.'
        >>> headline_instansi("100,0 %", "Sangat Baik", 4, 0, 2, n_lapor=1, sebutan="satker", n_unit_kurang=7)
        'Baru 1 dari 7 satker lapor untuk triwulan IV; rata-ratanya 100,0 %.'
        >>> headline_instansi(None, None, 4, n_lapor=0, sebutan="satker")
        'Belum ada satker yang lapor untuk triwulan IV.'
        >>> headline_instansi(None, None, 4, n_lapor=1, sebab=["belum_ditetapkan"])
        'Satu OPD sudah lapor untuk triwulan IV; belum ada yang dapat dinilai: polaritas belum ditetapkan.'
    """
    kini = nama_triwulan(triwulan)
    belum_lapor = f"Belum ada {sebutan} yang lapor untuk {kini}."
    if nilai is None:
        if n_lapor == 0:
            return belum_lapor
        alasan = gabung([_alasan(status, tahun) for status in sebab], maks=3)
        saran = " Lihat terhadap target tahun." if lihat_tahun else ""
        sudah = f"{bilangan_awal(n_lapor)} {sebutan} sudah lapor untuk {kini}; belum ada yang dapat dinilai"
        return f"{sudah}{f': {alasan}' if alasan else ''}.{saran}"
    if n_unit_kurang is not None and n_lapor:
        basis = "" if tahun is None else f" dari target tahun {tahun}"
        behind = f" {bilangan_awal(n_tertinggal)} {sebutan} tertinggal." if n_tertinggal else ""
        return f"Baru {n_lapor} dari {n_unit_kurang} {sebutan} lapor untuk {kini}; rata-ratanya {nilai}{basis}.{behind}"
    capaian = f"{kini} {nilai}" if tahun is None else f"s.d. {kini} {nilai} dari target tahun {tahun}"
    if n_tertinggal is None:
        return f"Capaian {capaian}.{'' if n_lapor else f' {belum_lapor}'}"
    pembuka = f"Capaian {capaian}{f', {predikat}' if predikat else ''}."
    jumlah = f"{bilangan_awal(n_tertinggal)} {sebutan}" if n_tertinggal else f"Tidak ada {sebutan} yang"
    return f"{pembuka} {jumlah} tertinggal{_banding(n_tertinggal, n_tertinggal_lalu, triwulan)}."


def _banding(kini: int, lalu: int | None, triwulan: int) -> str:
    if lalu is None or triwulan == 1:
        return ""
    sebelum = nama_triwulan(triwulan - 1)
    if kini == lalu:
        return f", seperti pada {sebelum}" if kini == 0 else f", sama banyak dengan {sebelum}"
    if lalu == 0:
        return f"; pada {sebelum} belum ada"
    return f"; pada {sebelum} {'baru' if kini > lalu else 'masih'} {bilangan(lalu)}"


def headline_unit(
    nama: str,
    nilai: str | None,
    predikat: str | None,
    triwulan: int,
    n_dinilai: int,
    n_terendah: int | None,
    label_terendah: str,
    *,
    lapor: bool,
    sebab: Sequence[str] = (),
    tahun: int | None = None,
    jenjang: str | None = None,
) -> str:
    """The first sentence of Unit.

    Args:
        nama: the unit.
        nilai: its skor as printed with ``%``, or ``None``.
        predikat: its band, or ``None``.
        triwulan: current quarter.
        n_dinilai: indicators assessed.
        n_terendah: of these, in the lowest band; ``None`` while an unfinished year is measured, which judges
            nothing: then neither they nor the band are said.
        label_terendah: the word of the lowest band.
        lapor: whether it reported anything this quarter.
        sebab: without ``nilai``, the statuses of its indicators, the most frequent first.
        tahun: the year whose annual target is measured against; ``None`` for the target of the quarter.
        jenjang: the level whose indicators are counted, where the unit has several.

    Examples:
        >>> headline_unit("Dinas Kesehatan", "64,9 %", "Rendah", 3, 9, 4, "Sangat Rendah", lapor=True)
        'Dinas Kesehatan 64,9 %, Rendah. Empat dari sembilan indikator Sangat Rendah.'
        >>> headline_unit("Dinas Kesehatan", None, None, 3, 0, 0, "Rendah", lapor=True, sebab=["tanpa_target"])
        'Dinas Kesehatan belum punya capaian untuk triwulan III: belum ada target triwulan.'
    """
    if nilai is None or n_dinilai == 0:
        words = [_alasan(status, tahun) if lapor or status != "belum_lapor" else "belum lapor" for status in sebab]
        alasan = gabung(words, maks=3)
        return f"{nama} belum punya capaian untuk {nama_triwulan(triwulan)}{f': {alasan}' if alasan else ''}."
    indikator = f"indikator {jenjang}" if jenjang else "indikator"
    capaian = f"{nama} {nilai}"
    if tahun is not None:
        capaian = f"{capaian} dari target tahun {tahun} s.d. {nama_triwulan(triwulan)}"
    if n_terendah is None:
        return f"{capaian}. {bilangan_awal(n_dinilai)} {indikator} dinilai."
    pembuka = f"{capaian}{f', {predikat}' if predikat else ''}."
    if n_dinilai == 1:
        return f"{pembuka} Baru satu {indikator} dinilai."
    if n_terendah == 0:
        return f"{pembuka} Tidak ada {indikator} {label_terendah}."
    if n_terendah == n_dinilai:
        return f"{pembuka} Semua {bilangan(n_dinilai)} {indikator} {label_terendah}."
    return f"{pembuka} {bilangan_awal(n_terendah)} dari {bilangan(n_dinilai)} {indikator} {label_terendah}."


def headline_indikator(
    nama: str,
    capaian: str | None,
    predikat: str | None,
    *,
    triwulan: int,
    status: str = "dinilai",
    realisasi: float | None = None,
    target: float | None = None,
    satuan: str | None = None,
    konsolidasi: str | None = None,
    polaritas: str | None = None,
) -> str:
    """The first sentence of Indikator.

    Args:
        nama: short name of the indicator.
        capaian: as printed with ``%``, or ``None`` when not assessed.
        predikat: its band, or ``None``.
        triwulan: current quarter.
        status: why there is no capaian, as ``sakip_metrics`` names it.
        realisasi: of this quarter alone under jumlah, else the latest position.
        target: beside it.
        satuan: unit of measure, decides the decimals.
        konsolidasi: how quarters make the year.
        polaritas: which direction is good.

    Examples:
        >>> headline_indikator("Imunisasi dasar lengkap", "62,1 %", "Rendah", triwulan=3, realisasi=8.9,
        ...                    target=25.0, satuan="%", konsolidasi="jumlah", polaritas="maksimal")
        'Imunisasi dasar lengkap 62,1 %, Rendah. TW III hanya menambah 8,9 dari 25,0.'
    """
    if capaian is None:
        return f"{nama}: {kata_status(status)} pada {nama_triwulan(triwulan)}."
    pembuka = f"{nama} {capaian}{f', {predikat}' if predikat else ''}."
    if realisasi is None or target is None:
        return pembuka
    r, t = format_pasangan(realisasi, target, satuan)
    if polaritas == "minimal":
        return f"{pembuka} {tw(triwulan)} {r}, batas {t}."
    if konsolidasi == "jumlah":
        hanya = "hanya " if realisasi < target else ""
        return f"{pembuka} {tw(triwulan)} {hanya}menambah {r} dari {t}."
    return f"{pembuka} {tw(triwulan)} {r} dari {t}."


def section_merah(n: int, sebutan: str = "OPD", *, ada_skor: bool = True, tahun: int | None = None) -> str:
    """Title of the red list.

    Args:
        n: units below the threshold.
        sebutan: what a unit is called.
        ada_skor: whether any unit has a skor; without one nothing is known about who stands low.
        tahun: the unfinished year whose annual target is measured against; it asks no decision of anybody.

    Examples:
        >>> section_merah(7), section_merah(0)
        ('Tujuh OPD perlu keputusan', 'Tidak ada OPD yang perlu keputusan')
        >>> section_merah(7, tahun=2026)
        'OPD terjauh dari target tahun 2026'
    """
    if not ada_skor:
        return f"Belum ada {sebutan} yang punya skor"
    if tahun is not None:
        jauh = f"jauh dari target tahun {tahun}"
        return f"{awal_besar(sebutan)} ter{jauh}" if n else f"Tidak ada {sebutan} yang {jauh}"
    return f"{bilangan_awal(n)} {sebutan} perlu keputusan" if n else f"Tidak ada {sebutan} yang perlu keputusan"


def section_peringkat(
    pemimpin: Sequence[str],
    n_baik: int,
    n_dinilai: int,
    label_baik: str,
    n_turun: int = 0,
    *,
    sebutan: str = "OPD",
) -> str:
    """Title of the ranking: who leads, how many stand well, how many fell two quarters running.

    Args:
        pemimpin: names at rank 1, several when they share it, none when nobody is ranked.
        n_baik: ranked units in ``label_baik`` or above.
        n_dinilai: ranked units.
        label_baik: the band that counts as well.
        n_turun: units that fell two quarters running, ranked or not; 0 is not said, for it may also mean that
            there are no two quarters to compare yet.
        sebutan: what a unit is called.

    Examples:
        >>> section_peringkat(["Disdukcapil"], 31, 41, "Tinggi", 12)
        'Disdukcapil memimpin; 31 dari 41 OPD berpredikat Tinggi ke atas. Dua belas turun dua triwulan berturut-turut'
        >>> section_peringkat([], 0, 0, "Tinggi")
        'Belum ada OPD yang diberi peringkat'
    """
    if not pemimpin:
        turun = f". {bilangan_awal(n_turun)} {sebutan} turun dua triwulan berturut-turut" if n_turun else ""
        return f"Belum ada {sebutan} yang diberi peringkat{turun}"
    turun = f". {bilangan_awal(n_turun)} turun dua triwulan berturut-turut" if n_turun else ""
    if n_dinilai == 1:
        return f"Baru {pemimpin[0]} yang diberi peringkat{turun}"
    if n_baik == 0:
        baik = f"belum ada {sebutan}"
    elif n_baik == n_dinilai:
        baik = f"semua {bilangan(n_dinilai)} {sebutan}"
    else:
        baik = f"{bilangan(n_baik)} dari {bilangan(n_dinilai)} {sebutan}"
    return f"{gabung(pemimpin, maks=2)} memimpin; {baik} berpredikat {label_baik} ke atas{turun}"


def section_kuadran(n: int, n_dibandingkan: int, sebutan: str = "OPD") -> str:
    """Title of the quadrant: money out, performance behind.

    Args:
        n: units in that corner.
        n_dibandingkan: units with both numbers.
        sebutan: what a unit is called.

    Examples:
        >>> section_kuadran(4, 41)
        'Empat OPD sudah membelanjakan dana, kinerjanya belum ikut'
    """
    if n_dibandingkan == 0:
        return "Belum ada penyerapan yang dapat dibandingkan dengan kinerja"
    if n == 0:
        return f"Tidak ada {sebutan} yang belanjanya mendahului kinerjanya"
    return f"{bilangan_awal(n)} {sebutan} sudah membelanjakan dana, kinerjanya belum ikut"


def section_penahan(indikator: Sequence[str], n_dinilai: int, *, tahun: int | None = None) -> str:
    """Title of a unit's indicators: what holds the skor back.

    Args:
        indikator: names of those below the threshold, the lowest first.
        n_dinilai: indicators assessed; with none, nothing is known about which stand low.
        tahun: the unfinished year whose annual target is measured against; nothing in it is behind yet.

    Examples:
        >>> section_penahan(["Kematian ibu", "hipertensi", "TBC"], 9)
        'Kematian ibu, hipertensi, dan TBC menahan skor'
        >>> section_penahan([], 9), section_penahan([], 0)
        ('Tidak ada indikator yang tertinggal', 'Belum ada indikator yang dinilai')
        >>> section_penahan(["Kematian ibu"], 9, tahun=2026)
        'Terjauh dari target tahun 2026: Kematian ibu'
    """
    if n_dinilai == 0:
        return "Belum ada indikator yang dinilai"
    nama = gabung(indikator, maks=4)
    if tahun is not None:
        jauh = f"jauh dari target tahun {tahun}"
        return f"Ter{jauh}: {nama}" if nama else f"Tidak ada indikator yang {jauh}"
    return f"{nama} menahan skor" if nama else "Tidak ada indikator yang tertinggal"


def headline_unggah(n_terbaca: int, n_galat: int, n_peringatan: int) -> str:
    """The first sentence of Unggah after reading a file.

    Examples:
        >>> headline_unggah(38, 0, 3)
        '38 indikator terbaca. Tidak ada galat, tiga hal perlu dilihat.'
        >>> headline_unggah(35, 3, 1)
        'Tiga sel belum terbaca. Belum ada yang disimpan.'
    """
    if n_galat:
        return f"{bilangan_awal(n_galat)} sel belum terbaca. Belum ada yang disimpan."
    if n_terbaca == 0:
        return "Tidak ada indikator yang terbaca dari berkas ini."
    awal = f"{bilangan_awal(n_terbaca)} indikator terbaca."
    if n_peringatan == 0:
        return f"{awal} Tidak ada galat."
    return f"{awal} Tidak ada galat, {bilangan(n_peringatan)} hal perlu dilihat."
