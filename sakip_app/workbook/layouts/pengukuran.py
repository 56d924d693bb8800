"""Formulir Pengukuran Kinerja (PermenPANRB 53/2014): sasaran, indikator, target, realisasi, %."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, REALISASI, TARGET
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

FORM = TataLetak(
    kode="pengukuran-kinerja",
    nama="formulir pengukuran kinerja",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"pengukuran kinerja|pencapaian|capaian kinerja",
    punya=(INDIKATOR, TARGET, REALISASI),
)
