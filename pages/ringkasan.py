"""Ringkasan."""
import streamlit as st
from sakip_app.access import guard
from sakip_app.screens import context, measured
guard()
k = context.current()
if k is None:
    st.title("kosong"); st.stop()
st.title(f"{k.tahun} {k.triwulan} {k.ukuran}")
st.dataframe(measured.units(k))
