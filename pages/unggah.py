"""Placeholder."""
import streamlit as st
from sakip_app.access import guard
guard()
st.title("x")
