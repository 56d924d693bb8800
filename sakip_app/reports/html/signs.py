"""Signs of bands and of states, drawn: a shape beside every colour."""

from __future__ import annotations

from sakip_app.charts.tokens import LALU, LALU_TEPI, TANGGA
from sakip_app.markup.safe import Html, isi

TANDA_KEADAAN = {"selesai": "✓", "berjalan": "→", "lewat": "×", "belum": "○", "tercatat": "○", "belum_ada": "○"}


def bentuk(x: float, y: float, r: float, posisi: int | None, *, kosong: bool = False) -> str:
    """SVG of a band's sign centred at a point; a grey circle where no band is said.

    Args:
        x: centre.
        y: centre.
        r: half the width of the circle; the other shapes have about its area.
        posisi: step of the band, or ``None``.
        kosong: outlined only.
    """
    pita = None if posisi is None else TANGGA[posisi]
    isian, tepi = (LALU, LALU_TEPI) if pita is None else (pita.isi, pita.tepi)
    rupa = f'fill="{"#fff" if kosong else isian}" stroke="{tepi}"'
    nama = "circle" if pita is None else pita.bentuk
    if nama == "square":
        s = r * 0.9
        return f'<rect x="{x - s:.1f}" y="{y - s:.1f}" width="{2 * s:.1f}" height="{2 * s:.1f}" {rupa}/>'
    if nama == "diamond":
        s = r * 1.24
        return f'<path d="M{x:.1f} {y - s:.1f}l{s:.1f} {s:.1f}l{-s:.1f} {s:.1f}l{-s:.1f} {-s:.1f}Z" {rupa}/>'
    if nama.startswith("triangle"):
        a, b = r * 1.14, r * (1 if nama == "triangle-up" else -1)
        return f'<path d="M{x - a:.1f} {y + b * 0.92:.1f}h{2 * a:.1f}L{x:.1f} {y - b * 1.08:.1f}Z" {rupa}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {rupa}/>'


def tanda(posisi: int | None, besar: int) -> Html:
    """The sign as a small drawing in a line of text; its word must stand beside it."""
    if posisi is None:
        return Html("")
    t = besar / 2
    return Html(
        f'<svg class="td" width="{besar}" height="{besar}" viewBox="0 0 {besar} {besar}" aria-hidden="true">'
        f"{bentuk(t, t, t * 0.78, posisi)}</svg>"
    )


def cip_keadaan(keadaan: str, kata: str) -> Html:
    """The state of a follow-up: sign and word."""
    return Html(f'<span class="cip k-{isi(keadaan)}">{TANDA_KEADAAN.get(keadaan, "○")}&nbsp;{isi(kata)}</span>')
