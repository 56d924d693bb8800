"""The router: page config, who is asking, which body and quarter is looked at, then the page."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

from sakip_app.access import admit
from sakip_app.screens import frame
from sakip_app.store import StoreTakTerbukaError

PAGES = Path(__file__).parent.parent / "pages"

st.set_page_config(page_title="SAKIP", page_icon=str(PAGES.parent / "static" / "logo.svg"), layout="wide")
admit()
halaman = st.navigation(
    [
        st.Page(PAGES / "ringkasan.py", title="Ringkasan", url_path="ringkasan", default=True),
        st.Page(PAGES / "unit.py", title="Unit", url_path="unit"),
        st.Page(PAGES / "indikator.py", title="Indikator", url_path="indikator"),
        st.Page(PAGES / "rapat.py", title="Rapat", url_path="rapat"),
        st.Page(PAGES / "unggah.py", title="Unggah", url_path="unggah"),
        st.Page(PAGES / "pengaturan.py", title="Pengaturan", url_path="pengaturan"),
    ],
    position="top",
)
try:
    frame.draw(halaman.url_path)
    halaman.run()
except StoreTakTerbukaError as failure:
    print(f"{failure.pesan} {failure.saran}", file=sys.stderr)  # it names paths: for the admin, not for visitors
    st.error("Penyimpanan data belum dapat dibuka. Beri tahu admin; sebabnya tercatat di log server.")
