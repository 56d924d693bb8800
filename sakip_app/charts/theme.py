"""The plotly template "sakip" and the configuration every chart is shown with."""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from sakip_app.charts.tokens import GARIS, GARIS_KUAT, NILA, PUTIH, REDUP, SAMAR, TINTA

TEMPLAT = "sakip"
FONT = "Plus Jakarta Sakip, Segoe UI, Arial, sans-serif"
HURUF = 14
HURUF_KECIL = 13
HURUF_TERKECIL = 12  # nothing on a screen is smaller

KONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,  # plotly.js 4 would otherwise offer to upload the data
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}

_SUMBU: dict[str, Any] = {
    "showline": False,
    "zeroline": False,
    "ticks": "",
    "gridcolor": GARIS,
    "automargin": True,
    "fixedrange": True,
    "tickfont": {"size": HURUF_KECIL, "color": SAMAR},
    "title": {"font": {"size": HURUF_KECIL, "color": REDUP}},
}

pio.templates[TEMPLAT] = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": HURUF, "color": TINTA},
        "separators": ",.",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [TINTA, NILA, SAMAR, "#2E8494", "#B85F12", "#A07D12"],
        "margin": {"l": 0, "r": 0, "t": 8, "b": 8, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "bargap": 0.35,
        "xaxis": _SUMBU,
        "yaxis": _SUMBU,
        "hoverlabel": {
            "bgcolor": PUTIH,
            "bordercolor": GARIS_KUAT,
            "align": "left",
            "font": {"family": FONT, "size": HURUF_KECIL, "color": TINTA},
        },
    }
)

SUMBU_MATI: dict[str, Any] = {"visible": False, "showgrid": False, "fixedrange": True}
"""An axis that only carries coordinates."""


_HALO = "1px 0 #fff, -1px 0 #fff, 0 1px #fff, 0 -1px #fff"  # legible on a line that passes behind


def aman(teks: str) -> str:
    """User text for plotly, which reads a little HTML: tags and entities are shown, not obeyed."""
    return escape(" ".join(str(teks).split()), quote=False)


def tebalkan(teks: str, *, kalau: bool = True) -> str:
    """Already safe text, bold on condition."""
    return f"<b>{teks}</b>" if kalau else teks


def kecilkan(teks: str, warna: str) -> str:
    """Already safe text as a small addition to a label."""
    return f'<span style="font-size:{HURUF_TERKECIL}px;color:{warna}">{teks}</span>'


def figur(jejak: list[Any], *, tinggi: int, **tata_letak: Any) -> go.Figure:  # noqa: ANN401 - plotly's own keywords
    """A figure in the house template.

    Args:
        jejak: traces, drawn in this order.
        tinggi: height in px.
        tata_letak: further layout keywords.
    """
    return go.Figure(data=jejak, layout={"template": TEMPLAT, "height": tinggi, **tata_letak})


def teks_jejak(
    x: list[float],
    y: list[float],
    teks: list[str],
    *,
    letak: str | list[str] = "middle center",
    ukuran: int = HURUF,
    warna: str | list[str] = TINTA,
    tebal: int = 400,
    halo: bool = False,
) -> dict[str, Any]:
    """Many labels as one trace: one SVG group instead of one annotation each, which a browser feels."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": teks,
        "textposition": letak,
        "textfont": {"size": ukuran, "color": warna, "weight": tebal, "shadow": _HALO if halo else "none"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def garis_jejak(
    x: list[float | None],
    y: list[float | None],
    *,
    warna: str,
    tebal: float = 1,
    corak: str = "solid",
) -> dict[str, Any]:
    """Many straight pieces as one trace; ``None`` lifts the pen."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": warna, "width": tebal, "dash": corak},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "connectgaps": False,
    }
