"""Unggah, drawn: rows that may be an indicator that is kept, and indicators the file does not have any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.markup.pairs import berdampingan
from sakip_app.screens.context import Instansi, engine
from sakip_app.screens.settings import plain
from sakip_app.screens.upload import Keputusan, Tujuan
from sakip_app.store import Padanan, SimpanDitolakError
from sakip_app.store.likeness import mark_words
from sakip_app.store.matching import require_decided
from sakip_app.store.pairing import Calon, Padan, Tercatat, named_in_words
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import bilangan_awal, gabung, tw
from sakip_app.workbook.result import BarisIndikator, HasilBaca

SAMA, LAIN = "Sama indikatornya", "Indikator lain"
#: Rows asked about at a time; the next follow as these are answered.
SEKALI = 12
_STATE = "padanan_berkas"


@dataclass(frozen=True, slots=True)
class Cocok:
    """The rows of a file as kept indicators, with what a person decided; ``dicabut`` without a reason is not done."""

    padanan: Padanan
    putusan: Mapping[str, str | None]
    dicabut: Mapping[str, str]
    edisi: str

    def keputusan(self, polaritas: Mapping[str, str], konsolidasi: Mapping[str, str]) -> Keputusan:
        """All that was decided about the indicators of the file."""
        said = {kunci: alasan for kunci, alasan in self.dicabut.items() if alasan}
        return Keputusan(polaritas, konsolidasi, self.putusan, said, self.padanan.versi)

    def by_row(self, kept: Keputusan) -> Keputusan:
        """What is kept of the indicators, told of the rows of the file."""
        return Keputusan(self.padanan.by_row(kept.polaritas), self.padanan.by_row(kept.konsolidasi))


def settle(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan, *, nama: str = "") -> Cocok:
    """Match the file with what is kept; ask about the rows that are only alike.

    Decisions are remembered for this session, file, unit and year. They were made before a state of the store: when
    that changed meanwhile, they are asked anew.
    """
    edisi = f"{hasil.sha256[:12]}-{tujuan.kode_unit}-{tujuan.tahun}"
    state = st.session_state.setdefault(_STATE, {}).setdefault(edisi, {"putusan": {}, "hapus": {}, "versi": None})
    try:
        padanan = _match(instansi, hasil, tujuan, state["putusan"])
    except SimpanDitolakError:
        padanan = _match(instansi, hasil, tujuan, {})
        _begin_anew(state, padanan.versi)
    if state["versi"] not in (None, padanan.versi) and (state["putusan"] or state["hapus"]):
        _begin_anew(state, padanan.versi)
    state["versi"] = padanan.versi
    if state.pop("berubah", False):
        st.warning(
            "Indikator unit ini diubah orang lain sejak halaman ini dibuka. Pilihan Anda di bawah dikosongkan; "
            "periksa sekali lagi."
        )
    _ask(padanan, hasil, state, edisi, nama)
    gone = {s.kunci for s in padanan.hilang}
    dicabut = {kunci: alasan.strip() for kunci, alasan in state["hapus"].items() if kunci in gone}
    return Cocok(padanan, dict(state["putusan"]), dicabut, edisi)


def _match(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan, putusan: Mapping[str, str | None]) -> Padanan:
    return store.match_rows(
        engine(),
        hasil,
        kode_instansi=instansi.kode,
        kode_unit=tujuan.kode_unit,
        tahun=tujuan.tahun,
        putusan=putusan,
    )


def _begin_anew(state: dict[str, Any], versi: str) -> None:
    """Forget the decisions and run again: a press made before them is no press."""
    state.update(putusan={}, hapus={}, versi=versi, berubah=True, ke=state.get("ke", 0) + 1)
    st.rerun()


def _ask(padanan: Padanan, hasil: HasilBaca, state: dict[str, Any], edisi: str, nama: str) -> None:
    asked = [p for p in padanan.baris if p.calon]
    if not asked:
        return
    rows = {b.kunci: b for b in hasil.indikator}
    left = len(padanan.terbuka)
    of = f" · {nama}" if nama else ""
    with st.container(key=f"seksi_padanan_{edisi}"):
        st.html(
            seksi(
                f"{bilangan_awal(left)} baris mirip dengan indikator tersimpan{of}"
                if left
                else f"Semua baris yang mirip sudah dijawab{of}",
                "Redaksi atau kodenya berbeda, jadi kami tidak menebak. Bila sama, riwayatnya diteruskan dan redaksi "
                "baru ini diingat; bila lain, indikator baru ditambahkan.",
            )
        )
        # All at once only where nothing speaks against it: a code that moved is looked at row by row.
        plain = [p for p in padanan.terbuka if len(p.calon) == 1 and not p.calon[0].berbeda]
        if len(plain) > 1:
            st.button(
                f"Semua {len(plain)} sama indikatornya",
                key=f"padan_semua_{edisi}",
                on_click=_all_the_same,
                args=(state, edisi, plain),
            )
        shown = asked[: SEKALI + len(asked) - left]
        for p in shown:
            with st.container(border=True, key=f"padan_kotak_{edisi}_{rows[p.kunci].baris}_{asked.index(p)}"):
                _one(p, rows[p.kunci], state, edisi)
        if len(asked) > len(shown):
            st.caption(f"{len(asked) - len(shown)} baris lagi tampil setelah yang di atas dijawab.")


def _one(p: Padan, row: BarisIndikator, state: dict[str, Any], edisi: str) -> None:
    best = next((c for c in p.calon if c.tersimpan.kunci == p.tersimpan), p.calon[0])
    text = row.uraian if named_in_words(row) else f"Kode {row.kode or row.kunci}"
    kept, said = (
        mark_words(best.tersimpan.uraian, text)
        if named_in_words(row)
        else (_unmarked(best.tersimpan.uraian), _unmarked(text))
    )
    st.html(berdampingan(kept, said, _beside(best.tersimpan), _in_file(row)))
    if told := _told(best):
        st.caption(told)
    key = _key(state, edisi, p)
    by_key = {c.tersimpan.kunci: c.tersimpan for c in p.calon}
    answers = [*by_key, *([LAIN] if named_in_words(row) else [])]
    if key not in st.session_state:
        answered = p.kunci in state["putusan"]
        st.session_state[key] = (state["putusan"][p.kunci] or LAIN) if answered else None
    if len(by_key) == 1:
        st.segmented_control(
            f"Apakah “{plain(text)}” indikator yang sama?",
            answers,
            format_func=lambda kunci: LAIN if kunci == LAIN else SAMA,
            key=key,
            label_visibility="collapsed",
            on_change=_answered,
            args=(state, key, p.kunci),
        )
        return
    st.selectbox(
        "Indikator yang mana?",
        answers,
        index=None,
        format_func=lambda kunci: LAIN if kunci == LAIN else _called(by_key[kunci]),
        placeholder="Pilih indikator yang sama" + (", atau indikator lain" if LAIN in answers else ""),
        key=key,
        on_change=_answered,
        args=(state, key, p.kunci),
    )


def _key(state: dict[str, Any], edisi: str, p: Padan) -> str:
    return f"padan_{edisi}_{state.get('ke', 0)}_{p.kunci}"


def _answered(state: dict[str, Any], key: str, kunci: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is None:
        state["putusan"].pop(kunci, None)
    else:
        state["putusan"][kunci] = None if chosen == LAIN else chosen


def _all_the_same(state: dict[str, Any], edisi: str, rows: list[Padan]) -> None:
    """Take each of these for the one it was likened to; what two of them would be stays asked for the second."""
    taken = {kunci for kunci in state["putusan"].values() if kunci is not None}
    for p in rows:
        kept = p.calon[0].tersimpan.kunci
        if kept not in taken:
            taken.add(kept)
            state["putusan"][p.kunci] = kept
            st.session_state[_key(state, edisi, p)] = kept


def _unmarked(text: str) -> list[tuple[str, bool]]:
    """Words of which none is marked: a code and a wording have nothing in common to be told."""
    return [(word, False) for word in text.split()]


def _called(one: Tercatat) -> str:
    return f"{one.kode} {one.uraian}" if one.kode else one.uraian


def _beside(one: Tercatat) -> str:
    target = None if one.target_tahunan is None else f"target {format_nilai(one.target_tahunan, None)}"
    return " · ".join(part for part in (one.kode, one.satuan, target, one.induk) if part)


def _in_file(row: BarisIndikator) -> str:
    target = None if row.target_tahunan is None else f"target {format_nilai(row.target_tahunan, None)}"
    induk = " › ".join(row.induk) or None
    code = row.kode if named_in_words(row) else None
    return " · ".join(part for part in (f"baris {row.baris}", code, row.satuan, target, induk) if part)


def _told(calon: Calon) -> str:
    same = f"Sama: {gabung(calon.mendukung)}." if calon.mendukung else ""
    other = f"Berbeda: {gabung(calon.berbeda)}." if calon.berbeda else ""
    return " ".join(part for part in (same, other) if part)


def missing(cocok: Cocok, tahun: int, *, nama: str = "") -> None:
    """The indicators that are kept and that the file does not have: left as they are, unless a person says no."""
    gone = cocok.padanan.hilang
    if not gone:
        return
    state = st.session_state[_STATE][cocok.edisi]
    n = len(cocok.dicabut)
    of = f"{nama}: " if nama else ""
    title = f"{of}{len(gone)} indikator tersimpan tidak ada di berkas ini" + (
        f", {n} akan dihapus" if n else ", dibiarkan"
    )
    with st.expander(title, expanded=bool(n), key=f"hilang_{cocok.edisi}"):
        st.caption(
            f"Indikator ini tetap dihitung, kecuali Anda menyatakannya tidak lagi diukur pada {tahun}. Riwayatnya "
            "tidak hilang, dan ia kembali bila berkas berikutnya memuatnya lagi."
        )
        for number, one in enumerate(gone):
            _may_go(one, tahun, state, f"{cocok.edisi}_{state.get('ke', 0)}_{number}_{one.kunci}")


def _may_go(one: Tercatat, tahun: int, state: dict[str, Any], key: str) -> None:
    told = f"realisasi {gabung([tw(q) for q in one.lapor])}" if one.lapor else "belum ada realisasi"
    unit = f" ({one.satuan})" if one.satuan else ""
    box = f"hapus_{key}"
    st.checkbox(
        f"{plain(one.uraian)}{plain(unit)} · {told}",
        key=box,
        on_change=_marked,
        args=(state, one.kunci, box),
    )
    if one.kunci in state["hapus"]:
        field = f"alasan_{key}"
        st.text_input(
            f"Mengapa tidak lagi diukur pada {tahun}?",
            key=field,
            placeholder="Misalnya: dihapus dalam PK perubahan, 12 Juli",
            max_chars=300,
            on_change=_reasoned,
            args=(state, one.kunci, field),
        )


def _marked(state: dict[str, Any], kunci: str, box: str) -> None:
    if st.session_state.get(box):
        state["hapus"].setdefault(kunci, "")
    else:
        state["hapus"].pop(kunci, None)


def _reasoned(state: dict[str, Any], kunci: str, field: str) -> None:
    state["hapus"][kunci] = st.session_state.get(field) or ""


def ready(cocok: Cocok, hasil: HasilBaca) -> bool:
    """Whether all is decided; if not, says in the place of the button what is still to do."""
    unreasoned = sum(not alasan for alasan in cocok.dicabut.values())
    why = f"{bilangan_awal(unreasoned)} indikator yang dihapus belum beralasan. Tulis alasannya di atas."
    try:
        require_decided(cocok.padanan, hasil)
    except SimpanDitolakError as refusal:
        why = f"{refusal.pesan} {refusal.saran}"
    else:
        if not unreasoned:
            return True
    with st.container(key="konfirmasi", border=True):
        st.html(seksi("Belum dapat disimpan", why))
    return False
