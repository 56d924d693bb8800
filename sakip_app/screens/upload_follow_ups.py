"""Unggah, drawn: what the file says of the follow-ups decided in meetings, beside what stands now."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.safe import Html, isi
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import Instansi, engine
from sakip_app.screens.upload import Tujuan
from sakip_app.store import BedaTindakLanjut
from sakip_app.text.words import bilangan_awal
from sakip_app.workbook.result import HasilBaca

_PANJANG = 160
_AKIBAT = {"sama": "sama", "berubah": "berubah", "batal": "sudah dibatalkan", "ditolak": "tidak dikenal"}


def compared(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan) -> tuple[BedaTindakLanjut, ...]:
    """What keeping the file would say of the unit's follow-ups."""
    return store.compare_follow_ups(engine(), hasil, kode_instansi=instansi.kode, kode_unit=tujuan.kode_unit)


def count_kept(beda: Sequence[BedaTindakLanjut], diambil: Collection[str]) -> int:
    """Of how many follow-ups the file's word is kept, those taken though overtaken among them."""
    return sum(satu.dipakai(diambil) for satu in beda)


def settle(beda: Sequence[BedaTindakLanjut], sha256: str) -> frozenset[str]:
    """Ask of each report that was overtaken whether it counts all the same; the uid of those that do."""
    taken = set()
    for satu in beda:
        if satu.ditanyakan and satu.kini is not None:
            key = f"pakai_kabar_{sha256[:12]}_{satu.kini.id}_{satu.kini.keadaan}"  # an answer is about what stands
            if st.checkbox(f"Pakai kabar dari templat ini untuk {satu.laporan.kode}: {_change(satu)}", key=key):
                taken.add(satu.laporan.uid)
    return frozenset(taken)


def _change(satu: BedaTindakLanjut) -> str:
    said, now = satu.laporan.keadaan or "catatan atau bukti saja", satu.kini.keadaan if satu.kini else ""
    return f"{said}, padahal kini {now}"


def headline(hasil: HasilBaca) -> str | None:
    """The first sentence where the file speaks of nothing but follow-ups; ``None`` where more is to be said."""
    if hasil.indikator or not hasil.tindak_lanjut or any(found.tingkat == "galat" for found in hasil.temuan):
        return None
    return f"{bilangan_awal(len(hasil.tindak_lanjut))} tindak lanjut terbaca."


def draw(beda: Sequence[BedaTindakLanjut], sha256: str) -> frozenset[str]:
    """The follow-ups the file speaks of: how many change, and each from what to what. Nothing where there are none.

    Returns:
        The uid of those that are kept though their state changed since the template was made.
    """
    if not beda:
        return frozenset()
    with st.container(key="seksi_tindak_lanjut"):
        st.html(seksi("Tindak lanjut rapat", summary(beda)) + follow_up_table(beda))
        return settle(beda, sha256)


def nothing_new(beda: Sequence[BedaTindakLanjut]) -> Html:
    """Why there is nothing to keep: all of it is kept, but for what was overtaken and is not taken."""
    left = sum(satu.ditanyakan for satu in beda)
    open_ = f" {bilangan_awal(left)} kabar tindak lanjut yang sudah didahului tidak dipakai." if left else ""
    return seksi("Tidak ada yang perlu disimpan", f"Semua angka di berkas ini sudah tersimpan.{open_}")


def summary(beda: Sequence[BedaTindakLanjut]) -> str:
    """How many change, stand so already, and are not kept."""
    counts = {word: sum(satu.keadaan == word for satu in beda) for word in _AKIBAT}
    told = [f"{counts['berubah']} berubah"]
    told += [f"{counts[word]} {_AKIBAT[word]}" for word in ("sama", "batal", "ditolak") if counts[word]]
    ahead = sum(satu.ditanyakan for satu in beda)
    told += [f"{ahead} sudah diperbarui sejak templat diunduh"] if ahead else []
    return " · ".join(told)


def follow_up_table(beda: Sequence[BedaTindakLanjut]) -> Html:
    """One row a follow-up: its cell, what was decided, what stands now, what the file says."""
    heads = [
        Kolom("Sel", lebar="80px"),
        Kolom("Keputusan"),
        Kolom("Tersimpan", lebar="230px"),
        Kolom("Berkas ini", lebar="230px"),
        Kolom("", lebar="150px"),
    ]
    told = tabel(heads, [_line(satu) for satu in beda], tebal_pertama=False)
    return Html(
        f'<div class="sk-beda" style="overflow-wrap:anywhere">{told}</div>'
    )  # evidence is often a long link


def _line(satu: BedaTindakLanjut) -> tuple[str | Html | None, ...]:
    laporan, kini = satu.laporan, satu.kini
    decided = kini.apa if kini else "Tidak ada pada unit ini"
    due = f"{laporan.kode} · {kini.penanggung_jawab}" if kini else laporan.kode
    return (
        cip_sel(laporan.sel),
        dua_baris(_short(decided), due),
        _said(kini.keadaan, kini.catatan, kini.bukti) if kini else None,
        _said(laporan.keadaan, laporan.catatan, laporan.bukti),
        _outcome(satu),
    )


def _said(keadaan: str | None, catatan: str | None, bukti: str | None) -> Html:
    """State first; below it the words and the evidence."""
    words = [isi(_short(teks)) for teks in (catatan, bukti and f"Bukti: {bukti}") if teks]
    return dua_baris((keadaan or "keadaan tetap").capitalize(), Html("<br>".join(words)) if words else None)


def _outcome(satu: BedaTindakLanjut) -> str | Html:
    told = _AKIBAT[satu.keadaan]
    if satu.ditanyakan:
        return dua_baris("ditanyakan di bawah", f"di templat masih {satu.laporan.semula}")
    return told


def _short(teks: str) -> str:
    return teks if len(teks) <= _PANJANG else teks[: _PANJANG - 1] + "…"
