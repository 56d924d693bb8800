"""The quarterly import of BPS: kode indikator, realisasi up to the quarter, kendala, solusi, tindak lanjut."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, REALISASI
from sakip_app.workbook.layouts.umum import UMUM

FORM = TataLetak(
    kode="impor-bps",
    nama="impor realisasi per kode indikator",
    jangkar=r"^kode indikator$",
    kolom=UMUM,
    daun=True,
    punya=(frozenset({"kode"}), REALISASI, frozenset({"kendala", "solusi", "rencana_tindak_lanjut"})),
    tanpa=INDIKATOR,
    cara_isi="kumulatif",  # the form asks for the figure up to the quarter
)
