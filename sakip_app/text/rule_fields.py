"""The fields of a rule set in words: what each decides, on what it rests, and how certain that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from sakip_app.text.numbers import format_batas
from sakip_metrics import Aturan

TINGKAT_DASAR = {
    "tertulis": "tertulis di sumber yang terbit",
    "praktik": "dipakai aplikasi yang berjalan",
    "lazim": "kebiasaan umum, tanpa sumber tertulis",
}


class Isian(NamedTuple):
    """One field of a rule: its name on screen, what it decides, its basis and how certain (``TINGKAT_DASAR``)."""

    nama: str
    arti: str
    dasar: str
    tingkat: tuple[str, ...]


ISIAN_ATURAN: dict[str, Isian] = {
    "rumus_minimal": Isian(
        "Rumus bila makin rendah makin baik",
        "Selisih: (2 × target − realisasi) ÷ target. Rasio: target ÷ realisasi.",
        "Selisih: LKjIP Maluku Tengah 2021 hlm. 94, LAKIP Dinkes Bantul 2014, PermenPANRB 8/2021 untuk SKP. "
        "Rasio: WP-SIPD, Pringsewu, Boyolali. Tidak ada aturan nasional yang memilih.",
        ("tertulis", "praktik"),
    ),
    "rasio_realisasi_nol": Isian(
        "Capaian bila realisasi 0 (rumus rasio)",
        "Target ÷ 0 tidak dapat dihitung, jadi nilainya ditetapkan.",
        "Pringsewu dan Boyolali memakai 100.",
        ("praktik",),
    ),
    "batas_atas": Isian(
        "Batas atas skor",
        "Capaian di atasnya dihitung sebesar batas ini. Kosong: tanpa batas.",
        "100: LKj KPU Sarolangun 2019. 120: aplikasi BPS. Tanpa batas: LKjIP beberapa kabupaten.",
        ("tertulis", "praktik"),
    ),
    "batas_bawah": Isian(
        "Batas bawah skor",
        "Capaian di bawahnya dihitung sebesar batas ini. Kosong: tanpa batas.",
        "0 dipakai sebagian aplikasi; Wonogiri 2020 mencetak −70,50.",
        ("lazim",),
    ),
    "triwulan_kosong": Isian(
        "Triwulan lalu yang belum diisi",
        "Untuk konsolidasi jumlah dan rata-rata. Tunda: belum dinilai sampai diisi. Lewati: triwulan itu tidak "
        "ikut dihitung, target maupun realisasinya.",
        "Lewati: Pringsewu. Tunda lebih aman, sebab yang diam tidak diuntungkan.",
        ("praktik",),
    ),
    "cakupan_minimum": Isian(
        "Cakupan paling rendah untuk peringkat",
        "Bagian indikator terjadwal yang harus dinilai sebelum unit diberi peringkat.",
        "Unit dengan sedikit indikator dinilai lazimnya tidak diperingkat; angkanya usulan.",
        ("lazim",),
    ),
    "predikat": Isian(
        "Pita predikat",
        "Kata untuk tiap rentang skor, dari yang tertinggi. Pita terakhir menampung semua di bawahnya.",
        "91, 76, 66, 51: Permendagri 54/2010 dan 86/2017, dibaca lewat laporan yang memakainya.",
        ("tertulis",),
    ),
    "tepi": Isian(
        "Skor tepat di batas pita",
        "≥: masuk pita di atas. >: masuk pita di bawah.",
        "≥: Kabupaten Kediri. > dengan 90, 75, 65, 50: Bantul.",
        ("praktik", "tertulis"),
    ),
    "acuan_penyerapan": Isian(
        "Acuan penyerapan anggaran",
        "Bagian pagu yang lazimnya sudah dibelanjakan pada akhir tiap triwulan.",
        "15, 40, 60, 90: langkah yang lazim disebut pedoman anggaran kas; tidak ada aturan yang mengikat semua.",
        ("lazim",),
    ),
}
"""In the order in which they are edited; the same basis stands in the docstrings of ``Aturan``."""

KATA_RUMUS = {"selisih": "Selisih", "rasio": "Rasio"}
KATA_KOSONG = {"tunda": "Tunda", "lewati": "Lewati"}
KATA_TEPI = {">=": "≥ masuk di atas", ">": "> masuk di bawah"}


def _bound(value: float | None) -> str:
    return "tanpa batas" if value is None else format_batas(value)


def _bands(aturan: Aturan) -> str:
    *upper, lowest = aturan.predikat
    return ", ".join([*(f"{band.label} {format_batas(band.batas)}" for band in upper), lowest.label])


_TERTULIS: dict[str, Callable[[Aturan], Any]] = {
    "rumus_minimal": lambda a: KATA_RUMUS[a.rumus_minimal].lower(),
    "rasio_realisasi_nol": lambda a: format_batas(a.rasio_realisasi_nol),
    "batas_atas": lambda a: _bound(a.batas_atas),
    "batas_bawah": lambda a: _bound(a.batas_bawah),
    "triwulan_kosong": lambda a: KATA_KOSONG[a.triwulan_kosong].lower(),
    "cakupan_minimum": lambda a: f"{format_batas(a.cakupan_minimum)} %",
    "predikat": _bands,
    "tepi": lambda a: a.tepi.replace(">=", "≥"),
    "acuan_penyerapan": lambda a: ", ".join(map(format_batas, a.acuan_penyerapan)),
}
_PENDEK = {
    "rumus_minimal": "rumus makin rendah makin baik",
    "rasio_realisasi_nol": "capaian bila realisasi 0",
    "batas_atas": "batas atas",
    "batas_bawah": "batas bawah",
    "triwulan_kosong": "triwulan kosong",
    "cakupan_minimum": "cakupan",
    "predikat": "pita",
    "tepi": "tepi pita",
    "acuan_penyerapan": "acuan penyerapan",
}


def perbedaan(lama: Aturan, baru: Aturan) -> list[str]:
    """What one rule has otherwise than another, field by field in words.

    Examples:
        >>> from sakip_metrics import ATURAN_BAKU
        >>> perbedaan(ATURAN_BAKU["lima-peringkat"], ATURAN_BAKU["tanpa-batas"])
        ['batas atas 100 → tanpa batas', 'batas bawah 0 → tanpa batas']
    """
    pairs = ((_PENDEK[field], said(lama), said(baru)) for field, said in _TERTULIS.items())
    return [f"{name} {before} → {after}" for name, before, after in pairs if before != after]
