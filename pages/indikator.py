"""One indicator: its quarters, every target beside it, and how its number was made."""

import streamlit as st

from sakip_app.access import guard
from sakip_app.markup.frame import baris_percaya, judul, seksi
from sakip_app.screens import (
    correction,
    evidence,
    explanation,
    follow_ups,
    frame,
    indikator,
    relatives,
    removed,
    standing,
)
from sakip_app.screens.context import current
from sakip_app.screens.unit import rows_of
from sakip_app.text.sentences import Potongan

pelaku = guard()
konteks = current()
kode_unit = st.session_state.get("unit")
if konteks is None or kode_unit is None:
    frame.nothing_yet()
    st.stop()
if tiada := relatives.absent(konteks, kode_unit):
    st.html(tiada)
    st.stop()

rows = rows_of(konteks, kode_unit)
nama = dict(zip(rows["kode_indikator"], rows["uraian"], strict=True))
if not nama:
    st.html(judul("Unit ini belum punya indikator pada tahun yang dipilih."))
    if dicabut := removed.removed(konteks, kode_unit):
        st.html(dicabut)
    st.stop()
frame.remember("indikator", nama, next(iter(nama)))
kode = st.selectbox(
    "Indikator",
    list(nama),
    format_func=lambda kode: nama[kode],
    key="indikator",
    persist_state="session",
    label_visibility="collapsed",
)
frame.write_address(indikator=kode)
row = indikator.find(konteks, kode_unit, kode)

st.html(judul(indikator.headline(konteks, row)))
with st.container(key="baris_koreksi", horizontal=True, vertical_alignment="center"):
    st.html(baris_percaya([Potongan(indikator.context_line(konteks, kode_unit, row))]))
    correction.correction_button(konteks, kode_unit, kode, pelaku)

kiri, kanan = st.columns(2, gap="large")
with kiri:
    with st.container(key="seksi_garis"):
        frame.chart("garis", indikator.quarter_chart(konteks, kode_unit, kode))
    with st.container(key="seksi_pembanding"):
        st.html(seksi("Terhadap target lain") + indikator.comparisons(konteks, row))
    with st.container(key="seksi_catatan"):
        st.html(seksi("Kendala dan tindak lanjut") + indikator.notes(row))
    with st.container(key="seksi_janji"):
        st.html(follow_ups.indicator_list(konteks, kode_unit, kode, standing.today()))
    with st.container(key="seksi_bukti"):
        evidence.evidence_section(konteks, kode, pelaku)
with kanan:
    st.html(explanation.explanation(konteks, kode_unit, kode))

if dicabut := removed.removed(konteks, kode_unit):
    st.html(dicabut)
frame.foot(konteks)
