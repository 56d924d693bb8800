"""Money against performance: skor over penyerapan, four corners with words and counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sakip_app.charts.labels import Label
from sakip_app.charts.theme import HURUF_KECIL, aman, figur, teks_jejak
from sakip_app.charts.tokens import (
    GARIS_KUAT,
    REDUP,
    TEKS_BAHAYA,
    TINT_BAHAYA,
    TINTA,
    gaya_predikat,
)
from sakip_app.text.bands import AturanPita, tepi_pita
from sakip_app.text.fit import lebar_teks, potong
from sakip_app.text.numbers import format_batas, format_persen, format_skor

_KIRI, _ATAS, _BAWAH, _TINGGI = 40, 28, 48, 440
_TANDA = 13  # mark, px
_LEBAR_PONSEL = 400
_LEBAR_NAMA = (170, 110)  # px: a name that finds no place is tried shorter
_TERJAUH = 150.0  # beyond it a skor or penyerapan stands at the edge, its number in the hover
_ARAH = {  # side of the mark: the text with its distance, and the shift up or down in px
    "middle right": ("\u00a0\u00a0\u00a0\u00a0{}", 0),
    "middle left": ("{}\u00a0\u00a0\u00a0\u00a0", 0),
    "bottom center": ("{}", -8),
    "top center": ("{}", 8),
}
_SUDUT = (
    ("kiri-atas", "Kinerja tercapai,<br>belanja lambat"),
    ("kanan-atas", "Keduanya berjalan"),
    ("kiri-bawah", "Keduanya tertinggal"),
    ("kanan-bawah", "Uang keluar,<br>kinerja belum ikut"),
)


def sudut(frame: pd.DataFrame, *, batas_skor: float, acuan_serap: float) -> pd.Series:
    """The corner each unit stands in, or NA where skor or penyerapan is missing.

    Args:
        frame: with ``nilai`` and ``penyerapan`` in percent.
        batas_skor: from this skor on, performance counts as reached.
        acuan_serap: from this penyerapan on, money counts as spent.

    Returns:
        ``kiri-atas``, ``kanan-atas``, ``kiri-bawah`` or ``kanan-bawah`` on the frame's index.
    """
    lengkap = frame["nilai"].notna() & frame["penyerapan"].notna()
    samping = (frame["penyerapan"] >= acuan_serap).map({True: "kanan", False: "kiri"})
    tegak = (frame["nilai"].round(9) >= batas_skor).map({True: "atas", False: "bawah"})
    return (samping + "-" + tegak).where(lengkap)


def kuadran(
    frame: pd.DataFrame,
    aturan: AturanPita,
    *,
    batas_skor: float,
    acuan_serap: float,
    sebutan: str = "OPD",
    lebar: tuple[int, ...] = (358, 760),
    label_maks: int = 12,
) -> go.Figure:
    """Quadrant of skor against penyerapan.

    Args:
        frame: one row a unit: ``nama``, ``nilai`` (skor, percent), ``penyerapan`` (percent), ``predikat``.
            Rows lacking one of the two numbers are left out: a page says how many.
        aturan: rule in force, for marks and grid.
        batas_skor: horizontal ink line, an edge of the rule.
        acuan_serap: vertical ink line.
        sebutan: what a unit is called.
        lebar: widths in px the figure will have, a phone's and a desktop's; a label stands where it is free in
            each of them, for a figure cannot move its labels when the window shrinks.
        label_maks: name at most so many units; those whose label finds no free place stay unnamed.
    """
    gaya = gaya_predikat(aturan)
    data = frame.assign(sudut=sudut(frame, batas_skor=batas_skor, acuan_serap=acuan_serap))
    data = data[data["sudut"].notna() & data["predikat"].isin(list(gaya))].reset_index(drop=True)
    data = data.assign(px=data["penyerapan"].clip(0, _TERJAUH), py=data["nilai"].clip(0, _TERJAUH))
    rx = _rentang(data["px"], acuan_serap, jarak=6, langkah=5)
    ry = _rentang(data["py"], batas_skor, jarak=13, langkah=1)
    bidang = [_Bidang(rx, ry, sisi - _KIRI, _TINGGI - _ATAS - _BAWAH) for sisi in lebar]
    pita = [gaya[label] for label in data["predikat"]]

    titik: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": data["px"].tolist(),
        "y": data["py"].tolist(),
        "marker": {
            "symbol": [p.bentuk for p in pita],
            "size": [_TANDA + 1 if "triangle" in p.bentuk else _TANDA - 1 for p in pita],
            "color": [p.isi for p in pita],
            "line": {"color": [p.tepi for p in pita], "width": 1.2},
            "opacity": 1,
        },
        "hovertext": [
            f"<b>{aman(b['nama'])}</b><br>Skor {format_skor(b['nilai'], aturan)}, {b['predikat']}"
            f"<br>Penyerapan {format_persen(b['penyerapan'])}"
            for b in data.to_dict("records")
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    kata = [_kata_sudut(letak, teks, int((data["sudut"] == letak).sum()), sebutan) for letak, teks in _SUDUT]
    terisi = [[b.kotak_sudut(letak, teks, sebutan) for letak, teks in _SUDUT] for b in bidang]
    for b, kotak in zip(bidang, terisi, strict=True):
        kotak.append(b.garis_y(batas_skor))
        if b.lebar > _LEBAR_PONSEL:  # on a phone a label may cross the upright line
            kotak.append(b.garis_x(acuan_serap))
    nama = _namai(data, list(zip(bidang, terisi, strict=True)), label_maks)
    tepi = [t for t in tepi_pita(aturan) if ry[0] < t < ry[1]]
    return figur(
        [titik, nama],
        tinggi=_TINGGI,
        margin={"l": _KIRI, "r": 0, "t": _ATAS, "b": _BAWAH},
        xaxis={
            "range": list(rx),
            "showgrid": False,
            "showline": True,
            "linecolor": GARIS_KUAT,
            "tickvals": list(range(math.ceil(rx[0] / 10) * 10, int(rx[1]) + 1, 10)),
        },
        yaxis={"range": list(ry), "tickvals": tepi, "ticktext": [f"{format_batas(t)}\u00a0" for t in tepi]},
        shapes=[
            _bentuk("rect", (acuan_serap, rx[1]), (ry[0], batas_skor), fillcolor=TINT_BAHAYA, opacity=0.55),
            _bentuk("line", (acuan_serap, acuan_serap), ry, layer="between", line={"color": TINTA, "width": 1.4}),
            _bentuk("line", rx, (batas_skor, batas_skor), layer="between", line={"color": TINTA, "width": 1.4}),
        ],
        annotations=[
            *kata,
            _catatan("Skor", x=0, y=1, xanchor="right", yanchor="bottom", yshift=6, xshift=-4),
            _catatan("Penyerapan anggaran, %", x=1, y=0, xanchor="right", yanchor="top", yshift=-24),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Bidang:
    """The plot area, for laying out labels in px."""

    rx: tuple[float, float]
    ry: tuple[float, float]
    lebar: float
    tinggi: float

    def px(self, x: float, y: float) -> tuple[float, float]:
        return (
            (x - self.rx[0]) / (self.rx[1] - self.rx[0]) * self.lebar,
            (self.ry[1] - y) / (self.ry[1] - self.ry[0]) * self.tinggi,
        )

    @property
    def per_px(self) -> float:
        """Skor per px of height."""
        return (self.ry[1] - self.ry[0]) / self.tinggi

    def bebas(self, tempat: _Kotak, terisi: list[_Kotak]) -> bool:
        """True when the box lies inside the plot and touches nothing."""
        di_dalam = tempat[0] >= 0 and tempat[1] >= 0 and tempat[2] <= self.lebar and tempat[3] <= self.tinggi
        return di_dalam and not any(_bertumpuk(tempat, lain) for lain in terisi)

    def garis_x(self, x: float) -> _Kotak:
        u = self.px(x, self.ry[0])[0]
        return (u - 1, 0, u + 1, self.tinggi)

    def garis_y(self, y: float) -> _Kotak:
        v = self.px(self.rx[0], y)[1]
        return (0, v - 1, self.lebar, v + 1)

    def kotak_sudut(self, letak: str, teks: str, sebutan: str) -> _Kotak:
        panjang = max(lebar_teks(b, HURUF_KECIL, tebal=True) for b in f"{teks}<br>000 {sebutan}".split("<br>"))
        tinggi = 8 + 17 * (teks.count("<br>") + 2)
        u = 0 if letak.startswith("kiri") else self.lebar - panjang - 8
        v = 0 if letak.endswith("atas") else self.tinggi - tinggi
        return (u, v, u + panjang + 8, v + tinggi)


_Kotak = tuple[float, float, float, float]


def _rentang(nilai: pd.Series, acuan: float, *, jarak: float, langkah: int) -> tuple[float, float]:
    isi = [*nilai.tolist(), acuan - 15, acuan + 15]
    bawah = math.floor((min(isi) - jarak) / langkah) * langkah
    return max(bawah, -float(jarak)), math.ceil((max(isi) + jarak) / langkah) * langkah


def _penting(data: pd.DataFrame) -> list[int]:
    """Rows worth a name: money without performance, then the lowest, then the extremes of each axis."""
    selisih = (data["penyerapan"] - data["nilai"]).where(data["sudut"] == "kanan-bawah")
    urutan = [*selisih.dropna().sort_values(ascending=False).index, *data["nilai"].sort_values().index[:8]]
    if len(data):
        urutan += [data["nilai"].idxmax(), data["penyerapan"].idxmax(), data["penyerapan"].idxmin()]
    return list(dict.fromkeys(urutan))


def _namai(data: pd.DataFrame, bidang: list[tuple[_Bidang, list[_Kotak]]], label_maks: int) -> dict[str, Any]:
    """One text trace with the labels that find a free place: right, left, below or above their mark."""
    nama, px, py = data["nama"].tolist(), data["px"].tolist(), data["py"].tolist()
    for b, kotak in bidang:
        kotak.extend(_sekitar(*b.px(x, y)) for x, y in zip(px, py, strict=True))
    label = Label()
    letak: list[str] = []
    for i in _penting(data):
        nama_nama = dict.fromkeys(potong(nama[i], w, HURUF_KECIL, tebal=True) for w in _LEBAR_NAMA)
        for pendek, arah in product(nama_nama, _ARAH):
            panjang = lebar_teks(pendek, HURUF_KECIL, tebal=True)
            tempat = [_tempat(arah, b.px(px[i], py[i]), panjang) for b, _ in bidang]
            if all(b.bebas(t, kotak) for t, (b, kotak) in zip(tempat, bidang, strict=True)):
                for t, (_, kotak) in zip(tempat, bidang, strict=True):
                    kotak.append(t)
                isi, geser = _ARAH[arah]
                label.tambah(px[i], py[i] + geser * bidang[0][0].per_px, isi.format(aman(pendek)), TINTA)
                letak.append(arah)
                break
        if len(letak) == label_maks:
            break
    return teks_jejak(label.x, label.y, label.teks, letak=letak, ukuran=HURUF_KECIL, tebal=600, halo=True)


def _sekitar(u: float, v: float) -> _Kotak:
    """The room a mark keeps for itself, so that no other unit's name seems to be its own."""
    r = _TANDA / 2 + 4
    return (u - r, v - r, u + r, v + r)


def _tempat(arah: str, pusat: tuple[float, float], panjang: float) -> _Kotak:
    """The box a label would fill, in px."""
    (u, v), r = pusat, _TANDA / 2 + 1
    if arah == "middle right":
        return (u + r + 5, v - 8, u + r + 9 + panjang, v + 8)
    if arah == "middle left":
        return (u - r - 9 - panjang, v - 8, u - r - 5, v + 8)
    if arah == "bottom center":
        return (u - panjang / 2, v + r + 3, u + panjang / 2, v + r + 19)
    return (u - panjang / 2, v - r - 19, u + panjang / 2, v - r - 3)


def _bertumpuk(a: _Kotak, b: _Kotak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bentuk(jenis: str, x: tuple[float, float], y: tuple[float, float], **rupa: Any) -> dict[str, Any]:  # noqa: ANN401
    dasar = {"type": jenis, "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "layer": "below"}
    return {**dasar, "line": {"width": 0}, **rupa}


def _catatan(teks: str, **tempat: Any) -> dict[str, Any]:  # noqa: ANN401
    huruf = {"size": HURUF_KECIL, "color": REDUP, "weight": 600}
    return {"text": teks, "xref": "paper", "yref": "paper", "showarrow": False, "font": huruf, **tempat}


def _kata_sudut(letak: str, teks: str, n: int, sebutan: str) -> dict[str, Any]:
    samping, tegak = letak.split("-")
    warna = TEKS_BAHAYA if letak == "kanan-bawah" else REDUP
    return _catatan(
        f"{teks}<br>{n} {aman(sebutan)}",
        x=0 if samping == "kiri" else 1,
        y=1 if tegak == "atas" else 0,
        xanchor="left" if samping == "kiri" else "right",
        yanchor="top" if tegak == "atas" else "bottom",
        align="left" if samping == "kiri" else "right",
        xshift=4 if samping == "kiri" else -4,
        font={"size": HURUF_KECIL, "color": warna, "weight": 700},
    )


def alt_kuadran(frame: pd.DataFrame, *, batas_skor: float, acuan_serap: float, sebutan: str = "OPD") -> str:
    """One sentence for those who do not see the quadrant.

    Args:
        frame: as for ``kuadran``.
        batas_skor: as for ``kuadran``.
        acuan_serap: as for ``kuadran``.
        sebutan: what a unit is called.
    """
    letak = sudut(frame, batas_skor=batas_skor, acuan_serap=acuan_serap)
    n = int((letak == "kanan-bawah").sum())
    return (
        f"Skor terhadap penyerapan {int(letak.notna().sum())} {sebutan}; {n} di antaranya menyerap paling sedikit "
        f"{format_persen(acuan_serap, 0)} dengan skor di bawah {format_batas(batas_skor)}."
    )
