"""Links between screens that keep what is being looked at."""

from __future__ import annotations

from urllib.parse import urlencode

from sakip_app.screens.context import ROMAWI, Konteks


def script(page: str) -> str:
    """A page's script as Streamlit wants it named: relative to the router."""
    return f"../pages/{page}.py"


def query(k: Konteks, **more: str) -> dict[str, str]:
    """The part of the address that names body, year, quarter and measure, and what else is given."""
    return {
        "instansi": k.instansi.kode,
        "tahun": str(k.tahun),
        "tw": ROMAWI[k.triwulan - 1],
        "ukuran": k.ukuran,
        **more,
    }


def address(page: str, k: Konteks, **more: str) -> str:
    """The address of a page of the app."""
    return f"/{page}?{urlencode(query(k, **more))}"
