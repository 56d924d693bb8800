"""Unggah, drawn: the planner's own workbook, taken home with its findings marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

import streamlit as st

from sakip_app.screens.upload import Bacaan
from sakip_app.screens.upload_template import XLSX
from sakip_app.workbook.isolated import mark_workbook_apart
from sakip_app.workbook.result import HasilBaca

AKHIRAN = " – temuan"
NAMA_TERPANJANG = 100
_LAGI = re.compile(r"(?: – temuan)+(?: ?\(\d+\))?$")


def offer(bacaan: Bacaan, semua: Sequence[HasilBaca]) -> None:
    """One press below the findings; nothing where none of them has a cell. The copy is made when it is pressed."""
    found = [finding for hasil in semua for finding in hasil.temuan]
    if not any(finding.sel for finding in found):
        return
    with st.container(key="berkas_bertanda", horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Unduh berkas bertanda",
            data=partial(mark_workbook_apart, bacaan.isi, bacaan.nama, found),
            file_name=file_name(bacaan.nama),
            mime=XLSX,
            on_click="ignore",
            key="unduh_bertanda",
        )
        st.caption(
            "Buku kerja Anda sendiri: selnya diberi warna dan komentar, daftar temuan di lembar pertama. "
            "Perbaiki di situ, lalu unggah lagi."
        )


def file_name(nama: str) -> str:
    """What the marked copy of a file is called; of a copy that comes back, the same again.

    Examples:
        >>> file_name("E81 TW III.xlsm"), file_name("E81 – temuan (1).xlsx")
        ('E81 TW III – temuan.xlsx', 'E81 – temuan.xlsx')
    """
    dasar = _LAGI.sub("", PurePath(nama.replace("\\", "/")).stem)[:NAMA_TERPANJANG].strip()
    return f"{dasar or 'berkas'}{AKHIRAN}.xlsx"
