"""Where does everyone stand: units by skor, as dots on a hairline in one to three columns.

Everything is drawn in one coordinate system whose unit is a px of the full page width, in nine traces: text and
lines as traces are far cheaper in a browser than the hundreds of annotations and shapes they replace.
"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sakip_app.charts.labels import Label, Pena, ruas
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
from sakip_app.charts.tokens import GARIS, GARIS_KUAT, REDUP, SAMAR, TEKS_BAHAYA, TINTA, gaya_predikat
from sakip_app.text.bands import AturanPita, tepi_pita
from sakip_app.text.fit import lebar_teks, potong
from sakip_app.text.numbers import format_batas, format_skor

_LEBAR, _SELA = 424, 20  # one column and the gutter: three make the 1312 px page
_NOMOR, _NAMA, _AWAL, _AKHIR = 20, 32, 222, 376  # rank right-aligned, name, start and end of the track
_BARIS = 26
_SUMBU_AWAL, _SUMBU_TERJAUH = 40.0, 150.0


def sumbu_skor(nilai: pd.Series, aturan: AturanPita) -> tuple[float, float]:
    """First and last skor on the axis: from 40, or from 0 where a band edge lies below that; up to 100 or more.

    Dots carry no length, so the axis need not start at 0; a page that shows the ranking says where it starts.
    A skor before or beyond the axis is drawn at its end, with its true number.
    """
    awal = _SUMBU_AWAL if min(tepi_pita(aturan), default=0) > _SUMBU_AWAL else 0.0
    tertinggi = max([100.0, *tepi_pita(aturan), *nilai.dropna().tolist()])
    return awal, min(_SUMBU_TERJAUH, math.ceil(tertinggi / 10) * 10)


def peringkat(frame: pd.DataFrame, aturan: AturanPita, *, kolom: int = 3) -> go.Figure:
    """Ranking of units.

    Args:
        frame: one row a unit, already in order, unranked last: ``peringkat`` (Int64, NA when not ranked),
            ``nama``, ``nilai`` (skor in percent, NaN when there is none), ``predikat`` (label or NA),
            ``keterangan`` (the word shown instead of, or for want of, a rank: "belum lapor", "terlambat", …).
        aturan: rule in force; its edges are the vertical rules.
        kolom: columns side by side; 3 fills the page, 1 suits a third of it.

    Returns:
        A figure whose height follows the number of rows; an empty frame gives an empty figure.
    """
    gaya = gaya_predikat(aturan)
    n_baris = max(1, math.ceil(len(frame) / kolom))
    awal, akhir = sumbu_skor(frame["nilai"], aturan)
    total = kolom * _LEBAR + (kolom - 1) * _SELA

    def geser(urutan: int) -> int:
        return (urutan // n_baris) * (_LEBAR + _SELA)

    def letak(skor: float) -> float:
        bagian = (min(max(skor, awal), akhir) - awal) / (akhir - awal)
        return _AWAL + bagian * (_AKHIR - _AWAL)

    nomor, nama, angka, kata = Label(), Label(), Label(), Label()
    titik: dict[str, list[Any]] = {k: [] for k in ("x", "y", "besar", "bentuk", "isi", "tepi", "petunjuk")}
    rel: Pena = ([], [])
    putus: Pena = ([], [])
    for urutan, baris in enumerate(frame.to_dict("records")):
        x0, y = geser(urutan), urutan % n_baris
        berperingkat = not pd.isna(baris["peringkat"])
        bernilai = not pd.isna(baris["nilai"])
        pita = gaya.get(str(baris["predikat"])) if bernilai else None
        rendah = berperingkat and pita is not None and pita.tertinggal
        pendek = potong(baris["nama"], _AWAL - _NAMA - 6, HURUF, tebal=rendah)
        keterangan = "" if pd.isna(baris["keterangan"]) else str(baris["keterangan"])
        nomor.tambah(x0 + _NOMOR, y, str(baris["peringkat"]) if berperingkat else "–", SAMAR)
        nama.tambah(x0 + _NAMA, y, tebalkan(aman(pendek), kalau=rendah), TINTA if berperingkat else REDUP)
        if berperingkat and pita is not None:
            teks = format_skor(baris["nilai"], aturan)
            titik["x"].append(x0 + letak(baris["nilai"]))
            titik["y"].append(y)
            titik["besar"].append(14 if "triangle" in pita.bentuk else 12)
            titik["bentuk"].append(pita.bentuk)
            titik["isi"].append(pita.isi)
            titik["tepi"].append(pita.tepi)
            titik["petunjuk"].append(f"<b>{aman(baris['nama'])}</b><br>{teks}, {baris['predikat']}")
            ruas(rel, x0 + _AWAL, y, x0 + _AKHIR, y)
            angka.tambah(x0 + _LEBAR, y, tebalkan(teks, kalau=rendah), TINTA)
        else:
            # No dot without a rank: a skor from too few indicators must not look as good as the others.
            bagian = [format_skor(baris["nilai"], aturan)] if pita is not None else []
            alasan = " · ".join([*bagian, *([keterangan] if keterangan else [])])
            warna = TEKS_BAHAYA if keterangan == "terlambat" else REDUP
            kata.tambah(x0 + _LEBAR, y, aman(alasan), warna)
            ujung = x0 + _LEBAR - lebar_teks(alasan, HURUF_KECIL) - 12
            ruas(putus, x0 + _AWAL, y, max(x0 + _AWAL, ujung), y)

    tepi = [batas for batas in tepi_pita(aturan) if awal < batas <= akhir]
    terisi = range(math.ceil(len(frame) / n_baris)) if len(frame) else range(0)
    palang: Pena = ([], [])
    kepala = Label()
    for k in terisi:
        bawah = min(n_baris, len(frame) - k * n_baris) - 0.5
        for batas in tepi:
            x = k * (_LEBAR + _SELA) + letak(batas)
            ruas(palang, x, -0.5, x, bawah)
            kepala.tambah(x, -1, format_batas(batas), SAMAR)
    jejak: list[Any] = [
        garis_jejak(*palang, warna=GARIS),
        garis_jejak(*rel, warna=GARIS),
        garis_jejak(*putus, warna=GARIS_KUAT, tebal=1.5, corak="dot"),
        {
            "type": "scatter",
            "mode": "markers",
            "x": titik["x"],
            "y": titik["y"],
            "marker": {
                "symbol": titik["bentuk"],
                "size": titik["besar"],
                "color": titik["isi"],
                "line": {"color": titik["tepi"], "width": 1.2},
                "opacity": 1,  # marks of several sizes are translucent by default
            },
            "hovertext": titik["petunjuk"],
            "hoverinfo": "text",
            "cliponaxis": False,
        },
        kepala.jejak("middle center", HURUF_TERKECIL),
        nomor.jejak("middle left", HURUF_KECIL),
        nama.jejak("middle right", HURUF),
        angka.jejak("middle left", HURUF),
        kata.jejak("middle left", HURUF_KECIL),
    ]
    return figur(
        jejak,
        tinggi=_BARIS * (n_baris + 1),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**SUMBU_MATI, "range": [0, total]},
        yaxis={**SUMBU_MATI, "range": [n_baris - 0.5, -1.5]},
    )


def alt_peringkat(frame: pd.DataFrame, aturan: AturanPita, sebutan: str = "OPD") -> str:
    """One sentence for those who do not see the ranking.

    Args:
        frame: as for ``peringkat``.
        aturan: rule in force.
        sebutan: what a unit is called.
    """
    ranked = frame[frame["peringkat"].notna()]
    if ranked.empty:
        return f"Belum ada {sebutan} yang diberi peringkat."
    atas, bawah = ranked.iloc[0], ranked.iloc[-1]
    sisa = len(frame) - len(ranked)
    akhir = f"; {sisa} {sebutan} tidak diberi peringkat" if sisa else ""
    return (
        f"Peringkat {len(ranked)} {sebutan}: tertinggi {atas['nama']} {format_skor(atas['nilai'], aturan)}, "
        f"terendah {bawah['nama']} {format_skor(bawah['nilai'], aturan)}{akhir}."
    )
