"""Sets of roles that forms ask for: any of them will do."""

from __future__ import annotations

TARGET = frozenset({
    "target_tahunan", "target", "target_sd_triwulan", "target_bulan", "target_sd_bulan", "target_sd",
    "target_ini", "renstra",
})  # fmt: skip
REALISASI = frozenset({
    "realisasi_tahun", "realisasi", "realisasi_sd_triwulan", "realisasi_bulan", "realisasi_sd_bulan", "realisasi_sd",
    "realisasi_ini",
})  # fmt: skip
PERIODE = frozenset({"periode", "periode_bulan", "periode_sd_bulan", "periode_sd_triwulan", "periode_tahun"})
INDIKATOR = frozenset({"indikator"})
