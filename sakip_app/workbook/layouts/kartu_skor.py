"""A scorecard whose figures are "s.d." a month or a quarter that its title names."""

from __future__ import annotations

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.roles import INDIKATOR, REALISASI, TARGET
from sakip_app.workbook.layouts.umum import JANGKAR, UMUM

FORM = TataLetak(
    kode="kartu-skor",
    nama="kartu skor s.d. bulan",
    jangkar=JANGKAR,
    kolom=UMUM,
    daun=True,
    judul=r"(s ?[/.] ?d\.?|sampai dengan) (bulan|triwulan|januari|februari|maret|april|mei|juni|juli|agustus|september)"
    r"|score ?card|kartu skor",
    punya=(INDIKATOR, TARGET, REALISASI),
)
