"""Putting values into cells so that they come back as they were, and never come alive."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.kolom import PEMISAH_INDUK, KolomTemplat, shown
from sakip_app.workbook.templat.tanda import row_mark
from sakip_app.workbook.words import clean

_AWAL_RUMUS = ("=", "+", "-", "@")
TEKS_TERPANJANG = 32_767  # characters Excel keeps in a cell


def put(sel: Any, nilai: object) -> None:  # noqa: ANN401 - openpyxl's cells have no common type
    """Write one value; text stays text, also where it begins like a formula."""
    if isinstance(nilai, float) and float(f"{nilai:.16g}") != nilai:
        sel.value = repr(nilai)
        sel.data_type = "n"  # openpyxl writes 16 digits; a third of 100 needs 17
        return
    if not isinstance(nilai, str):
        sel.value = nilai
        return
    teks = clean(nilai)[:TEKS_TERPANJANG]
    if not teks:
        return
    sel.value = teks
    sel.data_type = "s"
    if teks.startswith(_AWAL_RUMUS):
        sel.quotePrefix = True


def value_of(baris: BarisIndikator, kolom: KolomTemplat, lalu: str | None) -> object:
    """What an indicator has to say in one column; ``None`` when nothing is known."""
    satu = _special(baris, kolom, lalu)
    if satu is not _BIASA:
        return satu
    isi: Any = getattr(baris, kolom.peran)
    if kolom.triwulan is not None:
        isi = isi.get(kolom.triwulan)
    elif kolom.tahun is not None:
        isi = isi.get(kolom.tahun)
    if isinstance(isi, str) and kolom.jenis == "kata":
        return shown(isi)
    return isi


_BIASA = object()


def _special(baris: BarisIndikator, kolom: KolomTemplat, lalu: str | None) -> object:
    match kolom.peran:
        case "tanda" | "tanda_isi":
            return row_mark(baris.kunci, baris.uraian, baris.satuan)
        case "indikator":
            return baris.uraian
        case "cara_isi" if baris.konsolidasi not in (None, "jumlah"):
            return None  # says something only where the quarters make a sum, or may yet make one
        case "target_tahunan":
            return baris.target_teks if baris.target_tahunan is None else baris.target_tahunan
        case "induk":
            return PEMISAH_INDUK.join(baris.induk) or None
        case "tindak_lanjut_lalu":
            return lalu
        case "batas_waktu":
            return _date(baris.batas_waktu)
    return _BIASA


def _date(teks: str | None) -> object:
    """A date where the text is one (ISO); what a person wrote otherwise stays as it is."""
    try:
        return dt.date.fromisoformat(teks) if teks else None
    except ValueError:
        return teks
