"""Any other table of indicators with a target or a realisasi: flat exports, KPU tables, work sheets."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, PERIODE, REALISASI, TARGET
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

FORM = TataLetak(
    kode="tabel-indikator",
    nama="tabel indikator dengan target dan realisasi",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    punya=(INDIKATOR, TARGET | PERIODE | REALISASI),
)
