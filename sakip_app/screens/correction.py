"""Koreksi angka: one value of an indicator replaced by a person, with a reason, seen before it is saved."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.markup.kept import perubahan, pesan_galat
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.safe import Html, isi
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.indikator import find
from sakip_app.screens.measured import TRIWULAN
from sakip_app.screens.opened import close_dialog, field, open_dialog, opened, still_open, turn
from sakip_app.screens.source import history_of, name_of
from sakip_app.store import SimpanDitolakError
from sakip_app.store.correction import BERKATA, KOREKSI_TAHUNAN, UANG
from sakip_app.store.stated import CATATAN, RENSTRA
from sakip_app.text.dates import format_waktu
from sakip_app.text.words import stated, tw
from sakip_app.workbook.numbers import PREDIKAT, read_number, write_number
from sakip_app.workbook.words import normal

DIALOG, _REFUSED = "koreksi", "koreksi_ditolak"
TRIWULANAN = ("realisasi", "target", "realisasi_anggaran", *CATATAN)
KUMULATIF = {"realisasi": "cara_isi", "realisasi_anggaran": "cara_isi_anggaran"}
_SIBUK = ("Penyimpanan sedang dipakai; koreksi belum disimpan.", "Tunggu sebentar, lalu simpan lagi.")


class Ketikan(NamedTuple):
    """What a person typed, as a value, or the sentence that says why it is none."""

    nilai: float | str | None = None
    galat: str = ""
    catatan: str = ""


def correction_button(k: Konteks, kode_unit: str, kode: str, pelaku: Pelaku) -> None:
    """The quiet way in. The dialog stays open until it is closed, whatever runs in between."""
    if st.button("Koreksi angka", key="koreksi_buka", type="tertiary"):
        _close()
        open_dialog(DIALOG, kode)
    if opened(DIALOG) == kode:
        _dialog(k, kode_unit, kode, pelaku)


def _close() -> None:
    close_dialog(DIALOG)
    st.session_state.pop(_REFUSED, None)


@st.dialog("Koreksi angka", width="medium", on_dismiss=_close)
def _dialog(k: Konteks, kode_unit: str, kode: str, pelaku: Pelaku) -> None:
    row = find(k, kode_unit, kode)
    if row is None:
        raise KeyError(kode)
    kept = history_of(kode, k.versi)
    n = turn(DIALOG)
    st.html(f'<p class="sk-dialog-judul"><b>{isi(str(row["uraian"]))}</b><br>Angka lama tetap ada di riwayat.</p>')
    jenis, triwulan = _choose(k, kept, n)
    now = _standing(kept, jenis, triwulan)
    # What the person has before their eyes when they press is what the run before this one drew.
    seen = f"koreksi_terlihat_{n}_{jenis}_{triwulan or 0}"
    semula = st.session_state.get(seen, _value_of(now))
    satuan = "Rp" if jenis in UANG else stated(row["satuan"]) or "" if jenis not in (*CATATAN, "bobot") else ""
    st.html(_now(now, row, jenis, satuan))
    ketikan = _typed(jenis, triwulan, row, now, n)
    said = st.empty()  # the change or what is wrong with it, in one place: a button must not move under the finger
    if ketikan.galat and _touched(jenis, triwulan, n):
        said.html(pesan_galat(ketikan.galat))
    elif jenis not in CATATAN:
        said.html(perubahan(_written(_value_of(now)), _after(ketikan), satuan, ketikan.catatan))
    alasan = st.text_area(
        "Alasan", max_chars=500, height=80, key=field(DIALOG), placeholder="Salah ketik di lembar, …"
    )
    place = st.empty()
    if _REFUSED in st.session_state:
        place.html(pesan_galat(*st.session_state[_REFUSED]))
    with st.container(key="tombol_koreksi_simpan", horizontal=True):
        save = st.button("Simpan koreksi", type="primary", key=f"koreksi_simpan_{n}")
        if st.button("Batal", key=f"koreksi_batal_{n}"):
            _close()
            st.rerun()
    if not save:
        st.session_state[seen] = _value_of(now)
        return
    if not still_open(DIALOG, kode):
        st.rerun()
    st.session_state.pop(_REFUSED, None)
    if ketikan.galat:
        said.html(pesan_galat(ketikan.galat))
        return
    try:
        store.correct_value(
            engine(),
            kode,
            jenis,
            triwulan,
            ketikan.nilai,
            semula=semula,
            alasan=alasan,
            pelaku=pelaku.nama,
        )
    except SimpanDitolakError as refusal:
        if refusal.kode == "sudah-berubah":  # show the whole page anew, with what stands now; the words stay
            st.session_state[_REFUSED] = (refusal.pesan, refusal.saran)
            st.rerun()
        place.html(pesan_galat(refusal.pesan, refusal.saran))
        return
    except OperationalError:
        place.html(pesan_galat(*_SIBUK))
        return
    _close()
    st.toast(f"{name_of(jenis, triwulan)} dikoreksi.")
    st.rerun()


def _choose(k: Konteks, kept: pd.DataFrame, n: int) -> tuple[str, int | None]:
    """Which value."""
    planned = sorted(jenis for jenis in set(kept["jenis"]) if jenis.startswith(RENSTRA))
    options = ["realisasi", "target", *KOREKSI_TAHUNAN[:4], *planned, *KOREKSI_TAHUNAN[4:]]
    options += ["realisasi_anggaran", *CATATAN]
    with st.container(key="koreksi_yang", horizontal=True, vertical_alignment="bottom"):
        jenis = st.selectbox("Yang dikoreksi", options, format_func=name_of, key=f"koreksi_jenis_{n}", width=260)
        if jenis not in TRIWULANAN:
            return jenis, None
        triwulan = st.segmented_control(
            "Triwulan",
            list(TRIWULAN),
            default=k.triwulan,
            format_func=tw,
            required=True,
            key=f"koreksi_tw_{n}",
        )
    return jenis, triwulan or k.triwulan


def _standing(kept: pd.DataFrame, jenis: str, triwulan: int | None) -> pd.Series | None:
    """The row in force, as the page knows it."""
    of = kept["berlaku"] & (kept["jenis"] == jenis)
    of &= kept["triwulan"].isna() if triwulan is None else (kept["triwulan"] == triwulan).fillna(value=False)
    found = kept[of.astype(bool)]
    return None if found.empty else found.iloc[0]


def _value_of(now: pd.Series | None) -> tuple[float | None, str | None] | None:
    if now is None:
        return None
    return (None if pd.isna(now["angka"]) else float(now["angka"])), stated(now["teks"])


def _written(value: tuple[float | None, str | None] | None) -> str:
    """A value exactly as it stands, never rounded: a correction may concern the last digit."""
    angka, teks = value or (None, None)
    return teks if teks else "kosong" if angka is None else write_number(angka)


def _after(ketikan: Ketikan) -> str | None:
    if ketikan.galat:
        return None
    if ketikan.nilai is None:
        return "kosong"
    return ketikan.nilai if isinstance(ketikan.nilai, str) else write_number(ketikan.nilai)


def _now(now: pd.Series | None, row: pd.Series, jenis: str, satuan: str) -> Html:
    """What stands now, where it came from and who said so."""
    if now is None:
        body = "Belum ada nilai yang tersimpan."
    else:
        who = f"{now['pelaku']}, {format_waktu(now['waktu'].to_pydatetime())}"
        cell = f"{now['lembar']}!{now['sel']}" if stated(now["lembar"]) else stated(now["sel"])
        source = Html(
            f"dari {cip_sel(cell)}, dikirim {isi(who)}"
            if cell
            else f"koreksi {isi(who)}: {isi(now['alasan'])}"
            if stated(now["alasan"])
            else f"dinyatakan {isi(who)}"
        )
        body = f"<b>{isi(_written(_value_of(now)))}</b> {isi(satuan)}<small>{source}</small>"
    # Only where quarters are summed does it matter whether a sheet holds increments or positions.
    summed = jenis == "realisasi_anggaran" or row.get("konsolidasi") == "jumlah"
    positions = summed and row.get(KUMULATIF.get(jenis, ""), None) == "kumulatif"
    hint = "<small>Lembar mencatat angka kumulatif: tulis angka sampai triwulan itu.</small>" if positions else ""
    return Html(f'<div class="sk-sekarang"><small>Sekarang</small><p>{body}</p>{hint}</div>')


def _field(jenis: str, triwulan: int | None, n: int) -> str:
    return f"koreksi_nilai_{n}_{jenis}_{triwulan or 0}"


def _touched(jenis: str, triwulan: int | None, n: int) -> bool:
    return bool(str(st.session_state.get(_field(jenis, triwulan, n)) or "").strip())


def _typed(jenis: str, triwulan: int | None, row: pd.Series, now: pd.Series | None, n: int) -> Ketikan:
    """The new value as it is being typed."""
    key = _field(jenis, triwulan, n)
    empty = bool(st.session_state.get(f"{key}_kosong"))
    if jenis in CATATAN:
        text = st.text_area("Menjadi", height=80, max_chars=2000, key=key, disabled=empty)
    else:
        text = st.text_input(
            "Menjadi", key=key, placeholder="1.234,5", live=True, disabled=empty, autocomplete="off"
        )
    if st.checkbox("Kosongkan: sebenarnya belum ada nilainya", key=f"{key}_kosong"):
        return Ketikan()
    worded = jenis in BERKATA and (bool(stated(row["skala"])) or (now is not None and bool(stated(now["teks"]))))
    return read_typed(text or "", jenis, satuan=stated(row["satuan"]), berkata=worded)


def read_typed(text: str, jenis: str, *, satuan: str | None = None, berkata: bool = False) -> Ketikan:
    """A typed text as the value it is meant to be.

    Args:
        text: as typed.
        jenis: of which value.
        satuan: the unit of the indicator; what is not measured in it ignores it.
        berkata: whether any word may stand here, for the indicator has a scale of words.

    Examples:
        >>> read_typed("1.234,5", "realisasi").nilai, read_typed("WTP", "realisasi").nilai
        (1234.5, 'WTP')
        >>> read_typed("l31", "realisasi").galat
        '“l31” bukan angka; mungkin 131. Tulis seperti 1.234,5.'
    """
    text = " ".join(text.split()) if jenis not in CATATAN else text.strip()
    if not text:
        what = "catatan" if jenis in CATATAN else "angka"
        return Ketikan(galat=f"Isi {what} barunya, atau centang Kosongkan.")
    if jenis in CATATAN:
        return Ketikan(text)
    measured = jenis not in UANG and jenis != "bobot"
    read = read_number(text, rupiah=jenis in UANG, satuan=satuan if measured else None)
    if read.nilai is not None:
        plain = write_number(read.nilai)
        odd = read.kode in ("angka-ambigu", "titik-desimal")
        return Ketikan(read.nilai, catatan=f"“{text}” dibaca {plain}." if odd else "")
    if read.kode in (None, "nihil-dibaca-kosong"):
        return Ketikan(galat="Untuk mengosongkan nilainya, centang Kosongkan.")
    if jenis in BERKATA and (berkata or normal(text) in PREDIKAT):
        return Ketikan(text)
    guess = f"; mungkin {read.usul}" if read.usul else ""
    return Ketikan(galat=f"“{text}” bukan angka{guess}. Tulis seperti 1.234,5.")
