"""The forms that share the words of ``umum``: each is what it must have, and how its title names it.

A column of its own words stands before the shared ones; ``arti_periode`` says what a bare "Januari" or "TW I" holds.
"""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

_TARGET = frozenset({
    "target_tahunan", "target", "target_sd_triwulan", "target_bulan", "target_sd_bulan", "target_sd",
    "target_ini", "renstra",
})  # fmt: skip
_REALISASI = frozenset({
    "realisasi_tahun", "realisasi", "realisasi_sd_triwulan", "realisasi_bulan", "realisasi_sd_bulan", "realisasi_sd",
    "realisasi_ini",
})  # fmt: skip
_PERIODE = frozenset({"periode", "periode_bulan", "periode_sd_bulan", "periode_sd_triwulan", "periode_tahun"})
_INDIKATOR = frozenset({"indikator"})

PENGUKURAN = TataLetak(
    kode="pengukuran-kinerja",
    nama="formulir pengukuran kinerja",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"pengukuran kinerja|pencapaian|capaian kinerja",
    punya=(_INDIKATOR, _TARGET, _REALISASI),
)
PERJANJIAN = TataLetak(
    kode="perjanjian-kinerja",
    nama="lampiran perjanjian kinerja",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"perjanjian kinerja|penetapan kinerja|perencanaan",
    punya=(_INDIKATOR, _TARGET),
    tanpa=_REALISASI | _PERIODE,
)
RENCANA_AKSI = TataLetak(
    kode="rencana-aksi",
    nama="rencana aksi",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"rencana aksi|renaksi",
    punya=(_INDIKATOR, _TARGET | _PERIODE),
    arti_periode="target",
)
KARTU_SKOR = TataLetak(
    kode="kartu-skor",
    nama="kartu skor s.d. bulan",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"(s ?[/.] ?d\.?|sampai dengan) (bulan|triwulan|januari|februari|maret|april|mei|juni|juli|agustus|september)"
    r"|score ?card|kartu skor",
    punya=(_INDIKATOR, _TARGET, _REALISASI),
)
IMPOR_BPS = TataLetak(
    kode="impor-bps",
    nama="impor realisasi per kode indikator",
    jangkar=r"^kode indikator$",
    kolom=UMUM,
    daun=True,
    punya=(frozenset({"kode"}), _REALISASI, frozenset({"kendala", "solusi", "rencana_tindak_lanjut"})),
    tanpa=_INDIKATOR,
    cara_isi="kumulatif",  # the form asks for the figure up to the quarter
)
TABEL = TataLetak(
    kode="tabel-indikator",
    nama="tabel indikator dengan target dan realisasi",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    punya=(_INDIKATOR, _TARGET | _PERIODE | _REALISASI),
)

FORMS: tuple[TataLetak, ...] = (PENGUKURAN, PERJANJIAN, RENCANA_AKSI, KARTU_SKOR, IMPOR_BPS, TABEL)
