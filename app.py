"""The ASGI application: Streamlit over ``sakip_app/navigation.py``, compressed, with security headers.

``streamlit run app.py`` starts it. The router does not lie beside ``pages/``: there Streamlit would run a page
named in a deep link without it.
"""

from __future__ import annotations

import gc
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sakip_app.door import KeepCompressed, SecurityHeaders, to_front
from sakip_app.meeting import meeting_routes
from sakip_app.screens import warm
from sakip_app.screens.context import engine

ROOT = Path(__file__).parent

warm()
# Streamlit collects garbage after every rerun; what stands now never becomes garbage, so it is not walked again.
gc.collect()
gc.freeze()

app = st.App(
    ROOT / "sakip_app" / "navigation.py",
    routes=[
        Mount("/app/static", StaticFiles(directory=ROOT / "static")),
        Route("/ringkasan", to_front),
        *meeting_routes(engine),
    ],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(KeepCompressed),
        Middleware(GZipMiddleware, minimum_size=1000),
    ],
)
