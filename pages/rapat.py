"""The evaluation meeting: freeze the quarter, open the slides, take them along, see what was decided."""

import streamlit as st

from sakip_app.access import guard
from sakip_app.screens import frame, rapat, settings, standing
from sakip_app.screens.context import current

pelaku = guard()
konteks = current()
if konteks is None:
    frame.nothing_yet()
    st.stop()

settings.news()
hari_ini = standing.today()
rekam = rapat.newest_of(konteks)
st.html(rapat.opening(konteks, rekam, hari_ini))
with st.container(key="tombol_rapat", horizontal=True):
    if rekam is not None:
        rapat.meeting_buttons(rekam)
    rapat.freeze_button(konteks, rekam, hari_ini, pelaku)

if rekam is None:
    rapat.explain()
else:
    rapat.changes_section(konteks, rekam, hari_ini)
    rapat.decisions_section(konteks, rekam, hari_ini)
rapat.archive_section(konteks)

frame.foot(konteks)
