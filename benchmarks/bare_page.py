"""The yardstick: a bare Streamlit page with Ringkasan's two charts and red list, and one control to press.

Tuned as the product is: memory frozen, figures kept. It has no router, no address, no trust line, no table for phones.
"""

import gc
from dataclasses import replace

import streamlit as st

from sakip_app.access import admit
from sakip_app.charts.theme import KONFIG
from sakip_app.screens import ringkasan, standing
from sakip_app.screens.context import Konteks, current_instansi

st.set_page_config(layout="wide")


@st.cache_resource
def settle() -> None:
    """Once a process."""
    gc.collect()
    gc.freeze()


settle()
instansi = current_instansi()
triwulan = st.segmented_control("Triwulan", [1, 2, 3], default=3, format_func=lambda q: f"TW {'I' * q}")
k = Konteks(instansi, 2026, triwulan or 3, "triwulan", 0, replace(admit()))
hari_ini = standing.today()
st.title(f"Triwulan {k.triwulan}")
st.html(ringkasan.red_list(k, hari_ini)[2])
for key, grafik in (("peringkat", ringkasan.ranking(k, hari_ini)), ("kuadran", ringkasan.budget(k, hari_ini))):
    st.plotly_chart(grafik.gambar, theme=None, config=KONFIG, key=key)
