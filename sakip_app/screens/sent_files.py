"""Berkas yang dikirim: what a unit sent, each file to be had again, and withdrawn with a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.evidence_kind import XLSX
from sakip_app.markup.kept import butir
from sakip_app.markup.marks import cip_status
from sakip_app.markup.safe import isi
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.opened import close_dialog, open_dialog, opened
from sakip_app.screens.withdrawing import withdraw_with_reason
from sakip_app.store import AkibatTarik
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import stated

BERKAS_DITAMPILKAN = 6
DIALOG = "tarik_berkas"


@st.cache_resource(max_entries=64, show_spinner=False)
def _sent(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    return store.list_unggahan(engine(), kode_instansi, tahun)


def uploads_of(k: Konteks, kode_unit: str) -> pd.DataFrame:
    """The files the unit sent this year, newest first."""
    sent = _sent(k.instansi.kode, k.tahun, k.versi)
    return sent[sent["kode_unit"] == kode_unit]


def sending(k: Konteks, kode_unit: str) -> str:
    """When the unit last sent a file, in words; empty where it never did."""
    own = uploads_of(k, kode_unit)
    own = own[own["keadaan"] != "ditarik"]
    return f"dikirim {format_waktu(own['waktu'].iloc[0].to_pydatetime())}" if len(own) else ""


def sent_files(k: Konteks, kode_unit: str, pelaku: Pelaku) -> None:
    """A line a file, with what may be done with it."""
    own = uploads_of(k, kode_unit).to_dict("records")
    if not own:
        st.html('<p class="sk-redup">Belum ada berkas dari unit ini. Kirim lewat halaman Unggah.</p>')
        return
    for row in own[:BERKAS_DITAMPILKAN]:
        _line(dict(row))
    older = own[BERKAS_DITAMPILKAN:]
    if older:
        with st.expander(f"{len(older)} berkas sebelumnya"):
            for row in older:
                _line(dict(row))
    chosen = opened(DIALOG)
    for row in own:
        if row["id"] == chosen and row["keadaan"] != "ditarik":
            _dialog(dict(row), pelaku)


def _line(row: dict[Any, Any]) -> None:
    withdrawn = row["keadaan"] == "ditarik"
    number = int(row["id"])
    with st.container(key=f"butir_berkas_{number}", horizontal=True, vertical_alignment="center"):
        parts = (
            f"{row['pelaku']}, {format_waktu(row['waktu'].to_pydatetime())}",
            stated(row["dokumen"]),
            f"membawa {format_nilai(float(row['n_nilai']))} nilai",
            f"sha256 {row['sha256'][:8]}…{row['sha256'][-4:]}",
        )
        st.html(
            butir(
                str(row["berkas"]),
                " · ".join(part for part in parts if part),
                cip=cip_status("ditarik") if withdrawn else None,
                ditarik=_withdrawn(row) if withdrawn else None,
            )
        )
        with st.container(key=f"tombol_berkas_{number}", horizontal=True, width="content"):
            st.download_button(
                "Unduh",
                partial(store.read_berkas, engine(), str(row["sha256"])),
                file_name=str(row["berkas"]),
                mime=XLSX.mime,
                key=f"unduh_berkas_{number}",
                on_click="ignore",
                type="tertiary",
            )
            if not withdrawn and st.button("Tarik …", key=f"tarik_berkas_{number}", type="tertiary"):
                open_dialog(DIALOG, number)


def _withdrawn(row: dict[Any, Any]) -> str:
    when = format_waktu(row["ditarik_waktu"].to_pydatetime())
    return f"Ditarik {row['ditarik_oleh']}, {when}: {row['ditarik_alasan']}"


def _close() -> None:
    close_dialog(DIALOG)


@st.dialog("Tarik berkas", on_dismiss=_close)
def _dialog(row: dict[Any, Any], pelaku: Pelaku) -> None:
    number = int(row["id"])
    told = "".join(
        f"<li>{isi(sentence)}</li>" for sentence in consequences(store.preview_withdrawal(engine(), number))
    )
    st.html(
        f'<p class="sk-dialog-judul"><b>{isi(str(row["berkas"]))}</b></p><ul class="sk-akibat">{told}</ul>'
        '<p class="sk-catatan-kecil">Berkas dan semua nilainya tetap dapat dibaca di riwayat.</p>'
    )
    withdraw_with_reason(
        DIALOG,
        number,
        "berkas",
        lambda alasan: store.withdraw_upload(engine(), number, pelaku=pelaku.nama, alasan=alasan),
    )


def consequences(akibat: AkibatTarik) -> list[str]:
    """What withdrawing would do, a sentence each.

    Examples:
        >>> consequences(AkibatTarik(3, 0, 12, 1))
        ['3 nilai kembali ke nilai sebelumnya.', '12 nilai tetap, karena berkas lain menyebut hal yang sama.', \
'1 koreksi tetap.']
        >>> consequences(AkibatTarik(0, 0, 0, 0))
        ['Tidak ada nilai yang berubah: semuanya sudah digantikan.']
    """
    told = [
        (akibat.mundur, "nilai kembali ke nilai sebelumnya"),
        (akibat.hilang, "nilai menjadi kosong, karena belum pernah ada nilai lain"),
        (akibat.tetap, "nilai tetap, karena berkas lain menyebut hal yang sama"),
        (akibat.koreksi, "koreksi tetap"),
        (akibat.kembali, "indikator yang dihapus berkas ini dihitung lagi"),
        (akibat.keluar, "indikator yang dikembalikan berkas ini tidak dihitung lagi"),
        (akibat.tindak_lanjut, "tindak lanjut tidak lagi memuat yang dilaporkan berkas ini"),
    ]
    sentences = [f"{format_nilai(n)} {what}." for n, what in told if n]
    return sentences or ["Tidak ada nilai yang berubah: semuanya sudah digantikan."]
