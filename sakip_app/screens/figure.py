"""A figure under the finding it shows."""

from __future__ import annotations

from typing import NamedTuple

import plotly.graph_objects as go

from sakip_app.markup.safe import Html


class Grafik(NamedTuple):
    """``judul`` is the finding, ``keterangan`` what is measured, ``alt`` says it to those who do not see it."""

    judul: str
    keterangan: str
    gambar: go.Figure
    alt: str
    ponsel: Html | None = None
    """Its key, if it has one, and the same as a small table, shown instead where the screen is too narrow."""
