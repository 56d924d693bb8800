"""Which dialog stands open, over a thing of which there are many: kept in the session until it is closed.

A dialog opened by nothing but the press of its button would lose what is done in it as soon as the whole page runs.
One that was left by going to another page is not found open on the way back: its fields are then gone.
"""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st


def open_dialog(name: str, what: Hashable) -> None:
    """Open the dialog ``name`` over one thing, with fresh fields."""
    st.session_state[name] = what
    st.session_state[f"{name}_ke"] = turn(name) + 1
    st.session_state[f"{name}_baru"] = True


def opened(name: str) -> Hashable:
    """What the dialog stands open over, or ``None``.

    ``field`` of the dialog must have been drawn by the run before, unless it was opened just now.
    """
    what: Hashable = st.session_state.get(name)
    if what is None or st.session_state.pop(f"{name}_baru", False) or field(name) in st.session_state:
        return what
    close_dialog(name)
    return None


def still_open(name: str, what: Hashable) -> bool:
    """Whether it is open over this; not so at the second of two quick presses, the first of which closed it."""
    return bool(st.session_state.get(name) == what)


def turn(name: str) -> int:
    """How often the dialog was opened: part of the key of each of its fields, so that none keeps its words."""
    return int(st.session_state.get(f"{name}_ke", 0))


def field(name: str) -> str:
    """The key of the field that every such dialog has: its reason, or what stands in its place."""
    return f"{name}_isian_{turn(name)}"


def close_dialog(name: str) -> None:
    """Close it; what was typed is forgotten."""
    st.session_state.pop(name, None)
    st.session_state.pop(f"{name}_baru", None)
