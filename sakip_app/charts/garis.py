"""One indicator over the quarters of a year: columns with target ticks, last year as a dotted line."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sakip_app.charts.labels import Label, Pena, ruas
from sakip_app.charts.theme import HURUF, HURUF_KECIL, HURUF_TERKECIL, aman, figur, garis_jejak, tebalkan
from sakip_app.charts.tokens import (
    GARIS_KUAT,
    LALU,
    LALU_TEPI,
    NILA,
    REDUP,
    SAMAR,
    TEKS_BAHAYA,
    TINTA,
    GayaPita,
    gaya_predikat,
)
from sakip_app.text.bands import AturanPita
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import tw

_TINGGI, _ATAS, _BAWAH, _KANAN = 350, 24, 34, 94
_ANGKA = ("realisasi", "target", "realisasi_lalu")
_PX_BATANG = 28  # a column lower than this carries its number above, not inside


def garis(
    frame: pd.DataFrame,
    aturan: AturanPita,
    *,
    triwulan: int,
    tahun: int,
    predikat: str | None,
    satuan: str | None = None,
) -> go.Figure:
    """Columns of one indicator by quarter.

    Args:
        frame: rows for ``triwulan`` 1–4: ``realisasi`` and ``target`` (up to that quarter, NaN where none),
            ``realisasi_lalu`` (same quarter last year, NaN where none), ``keterangan`` (the word for a quarter
            without realisasi: "belum berjalan", "belum lapor", "belum dijadwalkan").
        aturan: rule in force.
        triwulan: current quarter.
        tahun: year of the columns.
        predikat: band of the current quarter, ``None`` when not assessed (then the column stays grey).
        satuan: unit of measure, decides the decimals.

    Raises:
        ValueError: if a quarter has neither realisasi nor a word.
    """
    gaya = gaya_predikat(aturan).get(predikat) if predikat else None
    data = _per_triwulan(frame)
    terisi = [b[k] for b in data.values() for k in _ANGKA if not pd.isna(b[k])]
    langkah = _langkah(max([*terisi, 0.0]) - min([*terisi, 0.0]))
    bawah = math.floor(min([*terisi, 0.0]) / langkah) * langkah
    atas = math.ceil(max([*terisi, 0.0]) / langkah) * langkah or langkah
    per_px = (atas - bawah) / (_TINGGI - _ATAS - _BAWAH)

    batang: dict[str, list[Any]] = {"x": [], "y": [], "isi": [], "tepi": [], "petunjuk": []}
    angka, target_teks, dalam, kata, ujung = Label(), Label(), Label(), Label(), Label()
    target_kini: Pena = ([], [])
    target_nanti: Pena = ([], [])
    for q, b in data.items():
        nilai = format_nilai(b["realisasi"], satuan)
        if not pd.isna(b["target"]):
            pena = target_kini if q <= triwulan else target_nanti
            ruas(pena, q - 0.4, b["target"], q + 0.4, b["target"])
            y_target, warna = _letak_target(b, per_px, (gaya.teks_di_isi if gaya and q == triwulan else TINTA))
            warna = warna if q <= triwulan else SAMAR
            tempat = dalam if _melampaui(b, per_px) else target_teks
            tempat.tambah(q, y_target, format_nilai(b["target"], satuan), warna)
        if pd.isna(b["realisasi"]):
            if pd.isna(b["keterangan"]) or not str(b["keterangan"]):
                raise ValueError(f"{tw(q)}: triwulan tanpa realisasi harus punya keterangan")
            warna = TEKS_BAHAYA if b["keterangan"] == "terlambat" else SAMAR
            kata.tambah(q, 18 * per_px, aman(str(b["keterangan"])).replace(" ", "<br>", 1), warna)
            continue
        batang["x"].append(q)
        batang["y"].append(float(b["realisasi"]))
        batang["isi"].append(gaya.isi if gaya and q == triwulan else LALU)
        batang["tepi"].append(gaya.tepi if gaya and q == triwulan else LALU_TEPI)
        acuan = f"<br>Target {format_nilai(b['target'], satuan)}" if not pd.isna(b["target"]) else ""
        batang["petunjuk"].append(f"<b>{tw(q)} {tahun}</b><br>Realisasi {nilai}{acuan}")
        letak, warna = _letak_angka(b, per_px, gaya if q == triwulan else None)
        angka.tambah(q, letak, tebalkan(nilai), warna)

    _ujung(data, ujung, tahun, per_px)
    lalu = [None if pd.isna(b["realisasi_lalu"]) else float(b["realisasi_lalu"]) for b in data.values()]
    jejak: list[Any] = [
        {
            "type": "bar",
            "x": batang["x"],
            "y": batang["y"],
            "width": 0.6,
            "marker": {"color": batang["isi"], "line": {"color": batang["tepi"], "width": 0.8}},
            "hovertext": batang["petunjuk"],
            "hoverinfo": "text",
        },
        garis_jejak([1, 2, 3, 4], lalu, warna=SAMAR, tebal=1.4, corak="2px,3px"),
        garis_jejak(*target_kini, warna=TINTA, tebal=3),
        garis_jejak(*target_nanti, warna=SAMAR, tebal=3, corak="5px,3px"),
        angka.jejak("middle center", HURUF),
        target_teks.jejak("middle center", HURUF_KECIL, halo=True),
        dalam.jejak("middle center", HURUF_KECIL),
        kata.jejak("middle center", HURUF_TERKECIL),
        ujung.jejak("middle right", HURUF_KECIL),
    ]
    kini = [f'<b><span style="color:{NILA}">{tw(q)}</span></b>' if q == triwulan else tw(q) for q in range(1, 5)]
    tik = [bawah + k * langkah for k in range(round((atas - bawah) / langkah) + 1)]
    return figur(
        jejak,
        tinggi=_TINGGI,
        margin={"l": 8, "r": _KANAN, "t": _ATAS, "b": _BAWAH},
        xaxis={
            "range": [0.5, 4.5],
            "tickvals": [1, 2, 3, 4],
            "ticktext": kini,
            "showgrid": False,
            "ticklabelstandoff": 6,
            "tickfont": {"size": HURUF_KECIL, "color": REDUP},
        },
        yaxis={
            "range": [
                bawah,
                max(atas + 2 * per_px, max([*terisi, 0.0]) + 26 * per_px),
            ],  # room for a number on top
            "tickvals": tik,
            "ticktext": [f"{format_nilai(t)}\u00a0\u00a0" for t in tik],
            "zeroline": True,
            "zerolinecolor": GARIS_KUAT,
        },
    )


def _langkah(rentang: float) -> float:
    """A round step that gives about four grid lines."""
    if rentang <= 0:
        return 1.0
    kasar = rentang / 4
    besar = 10 ** math.floor(math.log10(kasar))
    return float(next(k * besar for k in (1, 2, 2.5, 5, 10) if k * besar >= kasar * 0.999))


def _per_triwulan(frame: pd.DataFrame) -> dict[int, dict[str, Any]]:
    baris = {int(b["triwulan"]): {str(k): isi for k, isi in b.items()} for b in frame.to_dict("records")}
    return {q: baris[q] for q in range(1, 5)}


def _melampaui(b: dict[str, Any], per_px: float) -> bool:
    """The column covers its own target tick."""
    return not pd.isna(b["realisasi"]) and not pd.isna(b["target"]) and b["target"] - b["realisasi"] < 4 * per_px


def _letak_angka(b: dict[str, Any], per_px: float, gaya: GayaPita | None) -> tuple[float, str]:
    """Inside the head of a tall column; above one that is low or covers its target."""
    r = float(b["realisasi"])
    if _melampaui(b, per_px):
        return max(r, 0.0) + 12 * per_px, TINTA
    if abs(r) > _PX_BATANG * per_px:
        return r - math.copysign(15 * per_px, r), gaya.teks_di_isi if gaya else TINTA
    dekat = not pd.isna(b["target"]) and b["target"] - r < 22 * per_px
    return (float(b["target"]) + 28 * per_px if dekat else max(r, 0.0) + 12 * per_px), TINTA


def _letak_target(b: dict[str, Any], per_px: float, warna_di_isi: str) -> tuple[float, str]:
    """Above its tick, or below it, inside the column that covers it; above all where the tick lies low."""
    t = float(b["target"])
    if not _melampaui(b, per_px):
        return t + 11 * per_px, TINTA
    if t > _PX_BATANG * per_px:
        return t - 12 * per_px, warna_di_isi
    return max(float(b["realisasi"]), 0.0) + 30 * per_px, TINTA


def _ujung(data: dict[int, dict[str, Any]], ujung: Label, tahun: int, per_px: float) -> None:
    """Names at the right end: this year's target, last year's line, at least 18 px apart."""
    isi: list[tuple[float, str, str]] = []
    target, lalu = data[4]["target"], data[4]["realisasi_lalu"]
    if not pd.isna(target):
        isi.append((float(target), f"<b>target {tahun}</b>", TINTA))
    if not pd.isna(lalu):
        isi.append((float(lalu), f"realisasi {tahun - 1}", SAMAR))
    isi.sort(key=lambda p: -p[0])
    sebelum = math.inf
    for y, teks, warna in isi:
        tempat = min(y, sebelum - 18 * per_px)
        ujung.tambah(4.46, tempat, teks, warna)
        sebelum = tempat


def alt_garis(frame: pd.DataFrame, nama: str, *, triwulan: int, satuan: str | None = None) -> str:
    """One sentence for those who do not see the columns.

    Args:
        frame: as for ``garis``.
        nama: the indicator.
        triwulan: current quarter.
        satuan: unit of measure.
    """
    b = _per_triwulan(frame)[triwulan]
    if pd.isna(b["realisasi"]):
        return f"{nama} per triwulan; {tw(triwulan)} {b['keterangan']}."
    target = f", target {format_nilai(b['target'], satuan)}" if not pd.isna(b["target"]) else ", tanpa target"
    return f"{nama} per triwulan; s.d. {tw(triwulan)} realisasi {format_nilai(b['realisasi'], satuan)}{target}."
