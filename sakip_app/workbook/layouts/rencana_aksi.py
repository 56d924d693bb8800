"""Rencana Aksi by quarter or by month, with or without realisasi."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, PERIODE, TARGET
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

FORM = TataLetak(
    kode="rencana-aksi",
    nama="rencana aksi",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"rencana aksi|renaksi",
    punya=(INDIKATOR, TARGET | PERIODE),
    arti_periode="target",
)
