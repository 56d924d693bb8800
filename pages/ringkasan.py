"""The quarter in one view: who is behind and why, where everyone stands and moves, money beside performance."""

import streamlit as st

from sakip_app.access import guard
from sakip_app.markup.frame import seksi
from sakip_app.screens import frame, highlights, ringkasan, standing
from sakip_app.screens.context import current

guard()
konteks = current()
if konteks is None:
    frame.nothing_yet()
    st.stop()

hari_ini = standing.today()
st.html(ringkasan.opening(konteks, hari_ini))

if sorotan := highlights.standing_out(konteks, hari_ini):
    with st.container(key="seksi_sorotan"):
        st.html(sorotan)

judul, keterangan, merah = ringkasan.red_list(konteks, hari_ini)
with st.container(key="seksi_merah"):
    st.html(seksi(judul, keterangan) + merah)

frame.charts({"peringkat": ringkasan.ranking(konteks, hari_ini), "kuadran": ringkasan.budget(konteks, hari_ini)})

frame.foot(konteks)
