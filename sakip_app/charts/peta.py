"""Who rises, who falls: a map unit × triwulan with the number in every cell.

A heatmap carries the fills; numbers, words and signs are three text traces and all dashed outlines one line
trace, so that 48 units × 4 quarters cost the browser a dozen SVG groups and not hundreds of annotations.
"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sakip_app.charts.labels import Label, Pena, kotak
from sakip_app.charts.theme import (
    HURUF,
    HURUF_KECIL,
    HURUF_TERKECIL,
    SUMBU_MATI,
    aman,
    figur,
    garis_jejak,
    tebalkan,
)
from sakip_app.charts.tokens import (
    BIDANG,
    GARIS_KUAT,
    NILA,
    PUTIH,
    REDUP,
    SAMAR,
    TANGGA,
    TEKS_BAHAYA,
    TINTA,
    gaya_predikat,
)
from sakip_app.text.bands import AturanPita
from sakip_app.text.fit import lebar_teks, potong
from sakip_app.text.numbers import format_skor
from sakip_app.text.words import tw

_LEBAR_SATU, _SELA = 1312, 40  # page width in px, shared by the blocks
_NAMA, _SEMPIT, _ARAH = 184, 44, 60  # name, a quarter that has not begun, the direction column
_BARIS = 25
_KOSONG_PUTIH = {"belum lapor", "terlambat"}
_SINGKAT = {  # where four full quarters leave a cell too narrow; the hover keeps the whole word
    "belum dijadwalkan": "belum jadwal",
    "belum akhir tahun": "belum akhir",
    "perlu penilaian manual": "nilai manual",
}
_LEVEL_BIDANG, _LEVEL_PUTIH = len(TANGGA), len(TANGGA) + 1
_SKALA = [
    [(level + sisi) / (len(TANGGA) + 2), warna]
    for level, warna in enumerate([*(pita.isi for pita in TANGGA), BIDANG, PUTIH])
    for sisi in (0, 1)
]


def peta(
    frame: pd.DataFrame, aturan: AturanPita, *, triwulan: int, blok: int = 2, nama_lebar: int = _NAMA
) -> go.Figure:
    """Map of skor per unit and quarter.

    Args:
        frame: one row a unit, in the order to be shown: ``nama``; for q = 1–4 ``nilai_q`` (skor in percent or
            NaN), ``predikat_q`` (label or NA), ``keterangan_q`` (the word for a cell without value: "belum
            lapor", "terlambat", "belum dijadwalkan", "tanpa target", "belum berjalan", …); ``arah`` (text such
            as ``↑ 2,2`` or ``↓↓ 20,8``, "" for none).
        aturan: rule in force.
        triwulan: the current quarter, labelled in indigo; a later one that has not begun stands narrow.
        blok: blocks side by side, filled one after the other.
        nama_lebar: px kept for the names, at the page's full width.

    Raises:
        ValueError: if a cell has neither a value nor a word; a blank is a fact and needs its name.
    """
    gaya = gaya_predikat(aturan)
    n_baris = max(1, math.ceil(len(frame) / blok))
    lebar = (_LEBAR_SATU - (blok - 1) * _SELA) / blok
    sempit = {q for q in range(triwulan + 1, 5) if (frame[f"keterangan_{q}"] == "belum berjalan").all()}
    tepi_q = _tepi_kolom(lebar, nama_lebar, sempit)

    isi: list[list[int | None]] = [[None] * (5 * blok - 1) for _ in range(n_baris)]
    petunjuk = [[""] * (5 * blok - 1) for _ in range(n_baris)]
    nama, angka, kata, tanda, arah, kepala = Label(), Label(), Label(), Label(), Label(), Label()
    garis: Pena = ([], [])

    for k in range(math.ceil(len(frame) / n_baris)):
        x0 = k * (lebar + _SELA)
        for q in range(1, 5):
            kanan = x0 + tepi_q[q] - (0 if q in sempit else 10)
            warna = NILA if q == triwulan else REDUP if q < triwulan else SAMAR
            kepala.tambah(kanan, -1, tebalkan(tw(q), kalau=q == triwulan), warna)
        kepala.tambah(x0 + lebar, -1, "Arah", REDUP)

    for urutan, baris in enumerate(frame.to_dict("records")):
        k, y = divmod(urutan, n_baris)
        x0 = k * (lebar + _SELA)
        kini = gaya.get(str(baris[f"predikat_{triwulan}"]))
        rendah = kini is not None and kini.tertinggal and not pd.isna(baris[f"nilai_{triwulan}"])
        pendek = potong(str(baris["nama"]), nama_lebar - 12, HURUF, tebal=rendah)
        nama.tambah(x0, y, tebalkan(aman(pendek), kalau=rendah), TINTA)
        teks_arah = "" if pd.isna(baris["arah"]) else str(baris["arah"])
        beruntun = teks_arah.startswith("↓↓")
        arah.tambah(x0 + lebar, y, tebalkan(aman(teks_arah), kalau=beruntun), TINTA if beruntun else SAMAR)
        for q in range(1, 5):
            kiri, kanan = x0 + tepi_q[q - 1], x0 + tepi_q[q]
            sel = 5 * k + q - 1
            nilai, keterangan = baris[f"nilai_{q}"], baris[f"keterangan_{q}"]
            if not pd.isna(nilai):
                pita = gaya[str(baris[f"predikat_{q}"])]
                teks = format_skor(nilai, aturan)
                isi[y][sel] = pita.posisi
                angka.tambah(kanan - 10, y, tebalkan(teks), pita.teks_di_isi)
                if pita.tertinggal:
                    tanda.tambah(kiri + 16, y, pita.tanda, pita.teks_di_isi)
                petunjuk[y][sel] = _petunjuk(baris["nama"], q, f"{teks}, {baris[f'predikat_{q}']}")
                continue
            if pd.isna(keterangan) or not str(keterangan):
                raise ValueError(f"{baris['nama']}, {tw(q)}: sel tanpa nilai harus punya keterangan")
            _sel_kosong(str(keterangan), (kiri, kanan, y), isi[y], sel, kata, garis)
            petunjuk[y][sel] = _petunjuk(baris["nama"], q, str(keterangan))

    panas: dict[str, Any] = {
        "type": "heatmap",
        "x": _tepi_peta(lebar, tepi_q, blok),
        "y": [y - 0.5 for y in range(n_baris + 1)],
        "z": isi,
        "colorscale": _SKALA,
        "zmin": -0.5,
        "zmax": _LEVEL_PUTIH + 0.5,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "hovertext": petunjuk,
        "hoverinfo": "text",
    }
    return figur(
        [
            panas,
            garis_jejak(*garis, warna=SAMAR, corak="2px,3px"),
            kepala.jejak("middle left", HURUF_KECIL),
            nama.jejak("middle right", HURUF),
            angka.jejak("middle left", HURUF_KECIL),
            tanda.jejak("middle center", HURUF_TERKECIL),
            kata.jejak("middle center", HURUF_TERKECIL),
            arah.jejak("middle left", HURUF_KECIL),
        ],
        tinggi=_BARIS * (n_baris + 1),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**SUMBU_MATI, "range": [0, _LEBAR_SATU]},
        yaxis={**SUMBU_MATI, "range": [n_baris - 0.5, -1.5]},
    )


def _tepi_kolom(lebar: float, nama_lebar: int, sempit: set[int]) -> list[float]:
    """Five x positions: where the quarter columns of one block begin and end; quarters not begun are narrow."""
    sisa = (lebar - nama_lebar - _ARAH - _SEMPIT * len(sempit)) / (4 - len(sempit))
    tepi = [float(nama_lebar)]
    for q in range(1, 5):
        tepi.append(tepi[-1] + (_SEMPIT if q in sempit else sisa))
    return tepi


def _tepi_peta(lebar: float, tepi_q: list[float], blok: int) -> list[float]:
    """Edges of all heatmap columns; between two blocks lies one empty column."""
    return [k * (lebar + _SELA) + x for k in range(blok) for x in tepi_q]


def _sel_kosong(
    keterangan: str,
    tempat: tuple[float, float, int],
    isi: list[int | None],
    sel: int,
    kata: Label,
    garis: Pena,
) -> None:
    """Draw a cell without value: a dash, a dashed outline, or the field colour, each with its word."""
    kiri, kanan, y = tempat
    tengah = (kiri + kanan) / 2
    if keterangan == "belum berjalan":
        kata.tambah(tengah, y, "–", GARIS_KUAT)
        return
    if keterangan in _KOSONG_PUTIH:
        isi[sel] = _LEVEL_PUTIH
        kotak(garis, kiri + 2, kanan - 2, y - 0.42, y + 0.42)
    else:
        isi[sel] = _LEVEL_BIDANG
    terlambat = keterangan == "terlambat"
    ruang = kanan - kiri - 4
    muat = lebar_teks(keterangan, HURUF_TERKECIL, tebal=terlambat) <= ruang
    teks = potong(
        keterangan if muat else _SINGKAT.get(keterangan, keterangan), ruang, HURUF_TERKECIL, tebal=terlambat
    )
    kata.tambah(tengah, y, tebalkan(aman(teks), kalau=terlambat), TEKS_BAHAYA if terlambat else REDUP)


def _petunjuk(nama: object, q: int, isi: str) -> str:
    return f"<b>{aman(str(nama))}</b><br>{tw(q)}: {aman(isi)}"


def alt_peta(frame: pd.DataFrame, *, triwulan: int, sebutan: str = "OPD") -> str:
    """One sentence for those who do not see the map.

    Args:
        frame: as for ``peta``.
        triwulan: the current quarter.
        sebutan: what a unit is called.
    """
    bernilai = int(frame[f"nilai_{triwulan}"].notna().sum())
    turun = int(frame["arah"].fillna("").astype(str).str.startswith("↓↓").sum())
    return (
        f"Skor {len(frame)} {sebutan} per triwulan; {bernilai} sudah bernilai pada {tw(triwulan)}, "
        f"{turun} turun dua triwulan berturut-turut."
    )
