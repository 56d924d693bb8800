"""Settings: the body, its units, periods, rules and scales, and who changed what."""

import streamlit as st

from sakip_app import store
from sakip_app.access import guard
from sakip_app.markup.frame import judul
from sakip_app.screens import (
    frame,
    settings,
    settings_agreements,
    settings_body,
    settings_log,
    settings_periods,
    settings_profiles,
    settings_rules,
    settings_scales,
    settings_units,
)
from sakip_app.screens.context import current_instansi, engine

pelaku = guard()
instansi = current_instansi()
settings.news()
if instansi is None:
    st.html(judul("Instansi apa yang akan dipantau?"))
    settings_body.another(pelaku, "pertama")
    st.stop()

with st.container(key="pilih_bagian"):
    bagian = settings.choose("bagian", "Bagian pengaturan", settings.BAGIAN)
draw = {
    "instansi": settings_body.draw,
    "unit": settings_units.draw,
    "perjanjian": settings_agreements.draw,
    "periode": settings_periods.draw,
    "aturan": settings_rules.draw,
    "skala": settings_scales.draw,
    "bentuk": settings_profiles.draw,
    "riwayat": settings_log.draw,
}[bagian]
with st.container(key=f"bagian_{bagian}"):
    draw(settings.Latar(instansi, pelaku, store.data_version(engine())))

frame.foot_of(instansi)
