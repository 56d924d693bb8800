"""What a column of a sheet can be, in the words of a planner: for the choice, the picture, and what is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from sakip_app.text.words import tw
from sakip_app.workbook.package import column_number
from sakip_app.workbook.result import Jawaban

ABAIKAN = "abaikan"
CARA_ISI: tuple[Literal["tambahan", "kumulatif"], ...] = ("tambahan", "kumulatif")
PERSEN: tuple[Literal["pecahan", "persen"], ...] = ("pecahan", "persen")
KATA_CARA_ISI = {
    "tambahan": ("hanya hasil triwulan itu", "TW I 10, TW II 15: sampai TW II ada 25."),
    "kumulatif": ("dihitung sejak Januari", "TW I 10, TW II 25: sampai TW II ada 25."),
}
"""What the figures of a quarter hold, and an example of ten done in the first and fifteen in the second."""
KATA_PERSEN = {"pecahan": "60\u00a0%", "persen": "0,6\u00a0%"}
"""What 0,6 means where the unit is per cent."""
TRIWULAN = (1, 2, 3, 4)
BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober"),
    *("November", "Desember"),
)
_BERPERIODE = {
    "target": "Target",
    "target_sd_triwulan": "Target s.d.",
    "target_bulan": "Target",
    "target_sd_bulan": "Target s.d.",
    "realisasi": "Realisasi",
    "realisasi_sd_triwulan": "Realisasi s.d.",
    "realisasi_bulan": "Realisasi",
    "realisasi_sd_bulan": "Realisasi s.d.",
    "anggaran_kas": "Rencana anggaran",
    "anggaran_kas_bulan": "Rencana anggaran",
    "realisasi_anggaran": "Realisasi anggaran",
    "realisasi_rp_sd_triwulan": "Realisasi anggaran s.d.",
    "realisasi_rp_bulan": "Realisasi anggaran",
    "renstra": "Target Renstra",
    "realisasi_per_tahun": "Realisasi",
    "persen": "Capaian (%)",
    "persen_bulan": "Capaian (%)",
}
_TUNGGAL = {
    "indikator": "Indikator",
    "kode": "Kode",
    "satuan": "Satuan",
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "subkegiatan": "Subkegiatan",
    "nama": "Program atau kegiatan",
    "target_tahunan": "Target tahun",
    "target": "Target triwulan ini",
    "target_sd": "Target s.d. periode ini",
    "realisasi": "Realisasi triwulan ini",
    "realisasi_ini": "Realisasi periode ini",
    "target_ini": "Target periode ini",
    "realisasi_sd": "Realisasi s.d. periode ini",
    "realisasi_tahun": "Realisasi setahun",
    "realisasi_lalu": "Realisasi s.d. tahun lalu",
    "target_renstra": "Target akhir Renstra",
    "capaian_tercetak": "Capaian (%)",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran setahun",
    "polaritas": "Polaritas",
    "konsolidasi": "Konsolidasi",
    "bobot": "Bobot",
    "penanggung_jawab": "Penanggung jawab",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "rencana_tindak_lanjut": "Rencana tindak lanjut",
    "pic": "Penanggung jawab tindak lanjut",
    "batas_waktu": "Batas waktu",
    "bukti": "Bukti dukung",
    "triwulan_baris": "Triwulan (disebut di tiap baris)",
    "nomor": "Nomor urut",
    ABAIKAN: "Abaikan kolom ini",
}
_SETAHUN = ("indikator", "satuan", "target_tahunan")
_SETELAH = ("realisasi_tahun", "pagu")
_CATATAN = ("kendala", "solusi", "rencana_tindak_lanjut", "pic", "batas_waktu", "bukti")
PILIHAN = (
    *_SETAHUN,
    *(f"target:tw{q}" for q in TRIWULAN),
    *(f"realisasi:tw{q}" for q in TRIWULAN),
    *(f"realisasi_sd_triwulan:tw{q}" for q in TRIWULAN),
    "realisasi_ini",
    *_SETELAH,
    *(f"realisasi_anggaran:tw{q}" for q in TRIWULAN),
    *_CATATAN,
    *("kode", "program", "kegiatan", "subkegiatan", "sasaran", "penanggung_jawab"),
)
"""What a column is offered to be where the reading names no list of its own; the likeliest first."""
_WARNA = (
    ("indikator", "indikator"),
    ("satuan", "satuan"),
    ("realisasi_anggaran", "rupiah"),
    ("realisasi_rp_sd_triwulan", "rupiah"),
    ("realisasi_rp_bulan", "rupiah"),
    ("pagu", "rupiah"),
    ("target", "target"),
    ("renstra", "target"),
    ("realisasi", "realisasi"),
    ("periode", "realisasi"),
    *((catatan, "catatan") for catatan in (*_CATATAN, "penanggung_jawab", "capaian_tercetak")),
    *(
        (konteks, "konteks")
        for konteks in ("kode", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "nama")
    ),
    *((sifat, "satuan") for sifat in ("polaritas", "konsolidasi", "bobot", "triwulan_baris", "baris_ukuran")),
)
_TAK_DISIMPAN = (
    "target_renstra_rp",
    "realisasi_lalu_rp",
    "realisasi_tahun_rp",
    "realisasi_renstra",
    "realisasi_per_tahun",
)
"""Recognised, so that they are not taken for something else, but not kept."""


def role_name(peran: str) -> str:
    """A role as people call it.

    Examples:
        >>> role_name("realisasi:tw2"), role_name("target_sd_bulan:bulan5"), role_name("renstra:2027")
        ('Realisasi TW II', 'Target s.d. Mei', 'Target Renstra 2027')
        >>> role_name("target_tahunan"), role_name("abaikan"), role_name("hal_baru")
        ('Target tahun', 'Abaikan kolom ini', 'Hal baru')
    """
    base, _, period = peran.partition(":")
    if period:
        name = _BERPERIODE.get(base) or _TUNGGAL.get(base) or _spelled(base)
        return f"{name} {_period(period)}"
    return _TUNGGAL.get(base) or _spelled(base)


def role_colour(peran: str) -> str:
    """The colour of a column in the picture of a sheet (a key of ``markup.sheet.PERAN``); none where it is not kept.

    Examples:
        >>> role_colour("realisasi_sd_triwulan:tw1"), role_colour("realisasi_anggaran:tw1"), role_colour("nomor")
        ('realisasi', 'rupiah', 'abai')
        >>> role_colour("target_renstra"), role_colour("target_renstra_rp")
        ('target', 'abai')
    """
    if peran.startswith(_TAK_DISIMPAN):
        return "abai"
    return next((colour for start, colour in _WARNA if peran.startswith(start)), "abai")


def choices(pilihan: Sequence[str], *sudah: str | None) -> list[str]:
    """The roles to choose from, those that stand already among them, and to leave the column alone."""
    return list(dict.fromkeys([*(pilihan or PILIHAN), *(one for one in sudah if one), ABAIKAN]))


def _period(period: str) -> str:
    if period.startswith("tw"):
        return tw(int(period[2:]))
    return BULAN[int(period[5:]) - 1] if period.startswith("bulan") else period


def _spelled(base: str) -> str:
    return base.replace("_", " ").capitalize()


def answers_in_words(jawaban: Jawaban, judul: Mapping[str, str]) -> list[str]:
    r"""What was answered about a form, one sentence part an answer; ``judul`` are the words above its columns.

    Examples:
        >>> answers_in_words(Jawaban(triwulan=2, persen="pecahan", kolom={"C": "target:tw1"}), {"C": "Quarter 1"})
        ['realisasi untuk TW II', '0,6 berarti 60\xa0%', 'kolom “Quarter 1” = Target TW I']
    """
    said = []
    if jawaban.lembar is not None:
        said.append(f"lembar “{jawaban.lembar}”")
    if jawaban.tahun is not None:
        said.append(f"tahun {jawaban.tahun}")
    if jawaban.triwulan is not None:
        said.append(f"realisasi untuk {tw(jawaban.triwulan)}")
    if jawaban.cara_isi is not None:
        said.append(f"angka triwulan {KATA_CARA_ISI[jawaban.cara_isi][0]}")
    if jawaban.persen is not None:
        said.append(f"0,6 berarti {KATA_PERSEN[jawaban.persen]}")
    for letter, role in sorted(jawaban.kolom.items(), key=lambda pair: column_number(pair[0])):
        name = f"“{judul[letter]}”" if judul.get(letter) else letter
        said.append(f"kolom {name} {'diabaikan' if role == ABAIKAN else f'= {role_name(role)}'}")
    return said
