"""How a number was made: inputs, formula with the numbers in it, floor and cap, band, source, history."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.panel import Penggaris, Penjelasan, Rumus, bagaimana
from sakip_app.markup.safe import Html
from sakip_app.screens import source
from sakip_app.screens.context import Konteks
from sakip_app.screens.indikator import find, quarters_of
from sakip_app.text.explain import kalimat_batas, kalimat_gabung, kalimat_pita
from sakip_app.text.formula import NAMA_RUMUS, TeksRumus, exact, formula
from sakip_app.text.numbers import format_batas, format_nilai, format_skor
from sakip_app.text.words import KATA_KONSOLIDASI, kata_status, stated, tw
from sakip_metrics import Aturan


@st.cache_resource(max_entries=256, show_spinner=False)
def explanation(k: Konteks, kode_unit: str, kode: str) -> Html:
    """The panel "Bagaimana angka ini dibuat" of one indicator, and its history."""
    row = find(k, kode_unit, kode)
    if row is None:
        raise KeyError(kode)
    aturan = k.instansi.aturan
    polaritas = stated(row["polaritas"])
    kept = source.history_of(kode, k.versi)
    quarters = quarters_of(k, kode).loc[1 : k.triwulan]
    unit = stated(row["satuan"])
    named = NAMA_RUMUS.get((polaritas or "", aturan.rumus_minimal), "polaritas belum ditetapkan")
    assessed = row["status"] == "dinilai"
    return bagaimana(
        Penjelasan(
            aturan=f"Aturan {aturan.nama}{' (contoh)' if aturan.contoh else ''} · {named}",
            kepala=[*(tw(quarter) for quarter in quarters.index), f"s.d. {tw(k.triwulan)}"],
            masuk=_inputs(k, row, quarters),
            gabung=_joining(k, row, quarters),
            rumus=_formula(k, row) if assessed else None,
            tanpa_rumus=_no_formula(k, row),
            batas=_clipping(row, aturan) if assessed else "",
            penggaris=_ruler(row, aturan) if assessed else None,
            pita=_band_sentence(row, aturan) if assessed else "",
            sumber=source.sources(k, kept, str(row["uraian"])),
            riwayat=source.events(kept, unit),
        )
    )


def _inputs(k: Konteks, row: pd.Series, quarters: pd.DataFrame) -> list[tuple[str, list[str]]]:
    unit = stated(row["satuan"])

    def cells(column: str, total: float) -> list[str]:
        words = quarters[f"{column}_teks"]
        told = [
            format_nilai(value, unit) if pd.isna(word) else str(word)
            for value, word in zip(quarters[column], words, strict=True)
        ]
        return [*told, format_nilai(total, unit)]

    if k.ukuran == "tahun":
        blank = ["" for _ in quarters.index]
        word, planned = stated(row["target_tahunan_teks"]), format_nilai(row["target_tahunan"], unit)
        return [
            ("Realisasi", cells("realisasi", row["realisasi_sd"])),
            ("Target tahun", [*blank, f"{word} = {planned}" if word else planned]),
        ]
    return [
        ("Realisasi", cells("realisasi", row["realisasi_sd"])),
        ("Target", cells("target", row["target_sd"])),
    ]


def _joining(k: Konteks, row: pd.Series, quarters: pd.DataFrame) -> str:
    way = stated(row["konsolidasi"])
    if way is None:
        return "Cara menggabung triwulan belum ditetapkan."
    if row["status"] != "dinilai" or quarters["realisasi"].isna().all():
        return f"Digabung dengan cara {KATA_KONSOLIDASI[way]}."
    told = kalimat_gabung(way, list(quarters["realisasi"]), float(row["realisasi_sd"]), stated(row["satuan"]))
    acuan = row["triwulan_acuan"]
    if way == "nilai_akhir" and k.ukuran == "triwulan" and not pd.isna(acuan) and int(acuan) < k.triwulan:
        told += f" Dibandingkan dengan target {tw(int(acuan))}."
    return told


def _bounds(k: Konteks, row: pd.Series) -> tuple[float, float]:
    lower, upper = (
        ("target_bawah", "target_atas") if k.ukuran == "tahun" else ("target_bawah_sd", "target_atas_sd")
    )
    return float(row[lower]), float(row[upper])


def _text_formula(k: Konteks, row: pd.Series) -> TeksRumus:
    lower, upper = _bounds(k, row)
    return formula(
        float(row["realisasi_sd"]),
        float(row["target_sd"]),
        str(row["polaritas"]),
        k.instansi.aturan,
        bawah=lower,
        atas=upper,
        satuan=stated(row["satuan"]),
    )


def _formula(k: Konteks, row: pd.Series) -> Rumus | None:
    text = _text_formula(k, row)
    if text.kalimat:
        return None
    return Rumus(text.pecahan, text.angka, exact(float(row["capaian"])), awal=text.awal, akhir=text.akhir)


def _no_formula(k: Konteks, row: pd.Series) -> str:
    if row["status"] == "dinilai":
        return _text_formula(k, row).kalimat
    return f"Belum ada capaian: {kata_status(str(row['status']))}."


def _clipping(row: pd.Series, aturan: Aturan) -> str:
    raw, clipped = float(row["capaian"]), float(row["skor"])
    side = "atas" if clipped < raw else "bawah" if clipped > raw else None
    return kalimat_batas(exact(raw), bawah=aturan.batas_bawah, atas=aturan.batas_atas, terpotong=side)


def _ruler(row: pd.Series, aturan: Aturan) -> Penggaris:
    looks = gaya_predikat(aturan)
    value = float(row["skor"])
    bands = [
        (max(band.batas, 0.0), format_batas(max(band.batas, 0.0)), band.label, looks[band.label])
        for band in reversed(aturan.predikat)
    ]
    end = aturan.batas_atas or max(value, 100.0)
    return Penggaris(bands, value, format_skor(value, aturan), str(row["predikat"]), akhir=end)


def _band_sentence(row: pd.Series, aturan: Aturan) -> str:
    labels = [band.label for band in aturan.predikat]
    place = labels.index(str(row["predikat"]))
    lower = aturan.predikat[place].batas
    upper = aturan.predikat[place - 1].batas if place else None
    return kalimat_pita(exact(float(row["skor"])), None if math.isinf(lower) else lower, upper, tepi=aturan.tepi)
