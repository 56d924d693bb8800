"""The fields of a draft, each beside its basis and a worked example. What is typed lives in the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from sakip_app.charts.tokens import gaya_urutan
from sakip_app.markup.marks import tanda
from sakip_app.markup.safe import Html
from sakip_app.markup.settings import dasar_isian, galat_isian, nama_isian
from sakip_app.screens.settings_rule_draft import PITA_TERBANYAK, Draf, read, typed
from sakip_app.screens.settings_rule_examples import CONTOH
from sakip_app.text.rule_fields import ISIAN_ATURAN, KATA_KOSONG, KATA_RUMUS, KATA_TEPI, TINGKAT_DASAR
from sakip_app.text.words import tw
from sakip_metrics import Aturan

_DRAFT, _NUMBER = "aturan_draf", "aturan_draf_ke"
PILIHAN = {"rumus_minimal": KATA_RUMUS, "triwulan_kosong": KATA_KOSONG, "tepi": KATA_TEPI}


def draft_source() -> str | None:
    """From which rule the draft was copied; ``None`` without a draft."""
    draft = st.session_state.get(_DRAFT)
    return None if draft is None else str(draft["asal"])


def begin(aturan: Aturan, asal: str) -> None:
    """A new draft, a copy of a rule. Its number is part of every field's key, so that no field keeps older text."""
    number = st.session_state.get(_NUMBER, 0) + 1
    st.session_state[_NUMBER] = number
    fields = typed(aturan)
    st.session_state[_DRAFT] = {"asal": asal, "isian": fields, "pita": list(range(len(fields["predikat"])))}


def discard() -> None:
    """Forget the draft."""
    st.session_state.pop(_DRAFT, None)


def edit() -> Aturan | None:
    """Draw the fields and give the rule they describe, or ``None`` while one of them cannot be read.

    The examples stand beside fields that are drawn before the last one is known, so places are kept for them.
    """
    draft = st.session_state[_DRAFT]
    fields: dict[str, Any] = draft["isian"]
    places = {field: _row(field, draft) for field in ISIAN_ATURAN}
    made: Draf = read(fields)
    for field, (below, beside) in places.items():
        if field in made.galat:
            below.html(galat_isian(made.galat[field]))
        elif field in made.catatan:
            below.caption(made.catatan[field])
        if made.aturan is not None:
            beside.html(CONTOH[field](made.aturan))
        else:
            beside.html(Html('<p class="sk-redup">Contoh menunggu isian yang ditandai.</p>'))
    return made.aturan


def _row(field: str, draft: dict[str, Any]) -> tuple[Any, Any]:
    about = ISIAN_ATURAN[field]
    with st.container(key=f"isian_{field}"):
        left, middle, right = st.columns([5, 4, 4], gap="medium")
        with left:
            st.html(nama_isian(about.nama, about.arti))
            _field(field, about.nama, draft)
            below = st.container()
        beside = middle.container()
        right.html(dasar_isian(about.dasar, [(word, TINGKAT_DASAR[word]) for word in about.tingkat]))
    return below, beside


def _field(field: str, label: str, draft: dict[str, Any]) -> None:
    fields = draft["isian"]
    if field == "predikat":
        fields[field] = _bands(draft)
    elif field == "acuan_penyerapan":
        with st.container(key="acuan", horizontal=True):
            fields[field] = [
                _text(f"{tw(n)}, %", f"acuan_{n}", text, width=88) for n, text in enumerate(fields[field], 1)
            ]
    elif field in PILIHAN:
        words = PILIHAN[field]
        chosen = st.segmented_control(
            label,
            list(words),
            default=fields[field],
            format_func=lambda word: words[word],
            required=True,
            key=_key(field),
            label_visibility="collapsed",
        )
        fields[field] = chosen or fields[field]
    else:
        fields[field] = _text(label, field, fields[field], width=120, hidden=True)


def _key(field: str) -> str:
    return f"draf{st.session_state[_NUMBER]}_{field}"


def _text(label: str, field: str, value: str, *, width: int, hidden: bool = False, hint: str | None = None) -> str:
    """A field that recomputes while one types.

    Its first value is what the draft holds, so that it is there again after another section was looked at.
    """
    key = _key(field)
    if key not in st.session_state:
        st.session_state[key] = value
    typed_text = st.text_input(
        label,
        key=key,
        live=True,
        width=width,
        max_chars=60,
        placeholder=hint,
        label_visibility="collapsed" if hidden else "visible",
    )
    return typed_text or ""


def _bands(draft: dict[str, Any]) -> list[tuple[str, str]]:
    """One line a band: sign of its place, word, lower edge; a band can be added below any other and taken away."""
    rows: Sequence[tuple[str, str]] = draft["isian"]["predikat"]
    ids: list[int] = draft["pita"]
    n = len(ids)
    result = []
    for place, (band, (label, edge)) in enumerate(zip(ids, rows, strict=True)):
        with st.container(
            key=f"pita_{_key(str(band))}", horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False
        ):
            st.html(tanda(gaya_urutan(place, n)), width=22)
            word = _text(f"Nama pita ke-{place + 1}", f"label_{band}", label, width=180, hidden=True)
            if place < n - 1:
                lower = _text(f"Batas bawah pita ke-{place + 1}", f"batas_{band}", edge, width=72, hidden=True)
            else:
                lower = ""
                st.html(Html('<span class="sk-kecil">lainnya</span>'), width=72)
            st.button(
                "Hapus",
                key=_key(f"hapus_{band}"),
                type="tertiary",
                disabled=n <= 2,
                on_click=_remove,
                args=(place,),
            )
        result.append((word, lower))
    st.button("Tambah pita", key=_key("tambah_pita"), disabled=n >= PITA_TERBANYAK, on_click=_add)
    return result


def _add() -> None:
    """A band above the lowest, its words still open."""
    draft = st.session_state[_DRAFT]
    draft["pita"].insert(-1, max(draft["pita"]) + 1)
    draft["isian"]["predikat"].insert(-1, ("", ""))


def _remove(place: int) -> None:
    draft = st.session_state[_DRAFT]
    del draft["pita"][place]
    del draft["isian"]["predikat"][place]
