"""The annex of a Perjanjian Kinerja, and other plans: indicators with their targets, no realisasi."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, PERIODE, REALISASI, TARGET
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

FORM = TataLetak(
    kode="perjanjian-kinerja",
    nama="lampiran perjanjian kinerja",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"perjanjian kinerja|penetapan kinerja|perencanaan",
    punya=(INDIKATOR, TARGET),
    tanpa=REALISASI | PERIODE,
)
