"""Decks made by hand, calm and hostile, under one name."""

from dataclasses import replace

from sakip_app.reports.slides import Titik
from tests.reports.contoh_slaid import (
    KAKI,
    PITA,
    agenda,
    dek,
    instansi,
    janji,
    keputusan,
    merah,
    peringkat,
    sorotan,
    susun,
)
from tests.reports.contoh_unit import SUMBER, TANYA, koma, penahan, posisi, predikat, unit, unit_kosong
from tests.reports.tak_lazim_dek import (
    JAHAT,
    KENDALA_3000,
    NAMA_300,
    UNIT_60,
    dek_besar,
    dek_ganas,
    dek_kosong,
    dek_satu,
)

__all__ = [
    "JAHAT",
    "KAKI",
    "KENDALA_3000",
    "NAMA_300",
    "PITA",
    "SUMBER",
    "TANYA",
    "UNIT_60",
    "Titik",
    "agenda",
    "dek",
    "dek_besar",
    "dek_ganas",
    "dek_kosong",
    "dek_satu",
    "instansi",
    "janji",
    "keputusan",
    "koma",
    "merah",
    "penahan",
    "peringkat",
    "posisi",
    "predikat",
    "replace",
    "sorotan",
    "susun",
    "unit",
    "unit_kosong",
]
