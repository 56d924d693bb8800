"""One OPD or satker: its indicators as target against realisasi, its cascade, and what it sent."""

import streamlit as st

from sakip_app.access import guard
from sakip_app.markup.frame import seksi
from sakip_app.screens import (
    agreements,
    cascade_tree,
    evidence,
    follow_ups,
    frame,
    highlights,
    relatives,
    sent_files,
    standing,
    unit,
)
from sakip_app.screens.context import current

pelaku = guard()
konteks = current()
kode_unit = st.session_state.get("unit")
if konteks is None or kode_unit is None:
    frame.nothing_yet()
    st.stop()
if tiada := relatives.absent(konteks, kode_unit):
    st.html(tiada)
    st.stop()

hari_ini = standing.today()
st.html(unit.opening(konteks, kode_unit, hari_ini))
if paragraf := highlights.paragraph(konteks, kode_unit, hari_ini):
    st.html(paragraf)
if asal := relatives.belonging(konteks, kode_unit):
    st.html(asal)

if bawahan := relatives.below(konteks, kode_unit):
    with st.container(key="seksi_bawah"):
        st.html(bawahan)

with st.container(key="seksi_peluru"):
    jenjang = unit.levels(konteks, kode_unit)
    pilihan = jenjang[0]
    if len(jenjang) > 1:
        pilihan = st.segmented_control(
            "Jenjang",
            jenjang,
            default=unit.main_level(konteks, kode_unit),
            format_func=lambda kata: unit.NAMA_JENJANG[kata],
            required=True,
            key=f"jenjang_{kode_unit}",
            label_visibility="collapsed",
        )
    frame.chart("peluru", unit.bullets(konteks, kode_unit, pilihan or jenjang[0]))

with st.container(key="seksi_janji"):
    follow_ups.unit_section(konteks, kode_unit, pelaku, hari_ini)

if pertanyaan := highlights.questions(konteks, kode_unit, hari_ini):
    with st.container(key="seksi_tanya"):
        st.html(pertanyaan)

if perjanjian := agreements.agreements(konteks, kode_unit):
    with st.container(key="seksi_pk"):
        st.html(perjanjian)

with st.container(key="seksi_jenjang"):
    st.html(cascade_tree.cascade(konteks, kode_unit))

with st.container(key="seksi_bukti"):
    st.html(evidence.unit_evidence(konteks, kode_unit))

with st.container(key="seksi_berkas"):
    st.html(seksi("Berkas yang dikirim", "Tidak ada yang dihapus; berkas asli disimpan utuh."))
    sent_files.sent_files(konteks, kode_unit, pelaku)

frame.foot(konteks)
