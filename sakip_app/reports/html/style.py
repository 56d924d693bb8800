"""The style of the slides: fonts, colours from the one table, and the rules of ``slides.css``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sakip_app.charts import tokens

_WARNA = {
    "tinta": tokens.TINTA,
    "redup": tokens.REDUP,
    "samar": tokens.SAMAR,
    "garis": tokens.GARIS,
    "garis-kuat": tokens.GARIS_KUAT,
    "bidang": tokens.BIDANG,
    "nila": tokens.NILA,
    "nila-muda": tokens.NILA_MUDA,
    "bahaya": tokens.TEKS_BAHAYA,
    "tint-bahaya": tokens.TINT_BAHAYA,
}


def gaya(statis: str = "../app/static/") -> str:
    """The CSS of all slides; every rule stands below ``.slaid``.

    Args:
        statis: address of the font files, ending in a slash; relative to the page, so that it holds under a base path.
    """
    huruf = "".join(
        f'@font-face{{font-family:"{nama}";src:url("{statis}{berkas}.woff2") format("woff2");'
        "font-weight:200 800;font-display:swap}"
        for nama, berkas in (
            ("Plus Jakarta Sakip", "plus-jakarta-sakip"),
            ("Plus Jakarta Judul", "plus-jakarta-judul"),
        )
    )
    warna = "".join(f"--{nama}:{nilai};" for nama, nilai in _WARNA.items())
    pita = "".join(f".slaid .t{p.posisi}{{color:{p.teks}}}" for p in tokens.TANGGA)
    return f"{huruf}.slaid{{{warna}}}{_aturan()}{pita}"


@cache
def _aturan() -> str:
    return (Path(__file__).parent / "slides.css").read_text("utf-8")
