"""A table that calls its indicators "Uraian" or "Rincian Output": known by a target and a realisasi beside it."""

from __future__ import annotations

from sakip_app.workbook.columns import Kolom, TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, REALISASI, TARGET
from sakip_app.workbook.layouts.umum import UMUM

_NAMA = r"^uraian( kegiatan| indikator| kinerja)?$|^rincian output( \(ro\))?$"

FORM = TataLetak(
    kode="tabel-uraian",
    nama="tabel uraian dengan target dan realisasi",
    jangkar=_NAMA,
    kolom=(Kolom("indikator", _NAMA, "Uraian", teks=True), *UMUM),
    daun=True,
    punya=(INDIKATOR, TARGET, REALISASI),
)
