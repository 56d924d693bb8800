"""Pengaturan › Aturan: the rules in order of force, a draft of the next one, and its adoption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sakip_app import store
from sakip_app.markup.frame import judul, seksi
from sakip_app.markup.safe import Html
from sakip_app.markup.settings import butir
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens import settings_effect as dampak
from sakip_app.screens.context import Instansi, engine, list_tahun, sebutan_aturan
from sakip_app.screens.settings import Latar, keep, refuse
from sakip_app.screens.settings_rule_fields import begin, discard, draft_source, edit
from sakip_app.store import AturanDipakai
from sakip_app.text.dates import format_tanggal, format_waktu, waktu_setempat
from sakip_app.text.rule_fields import perbedaan
from sakip_app.text.words import tw
from sakip_metrics import ATURAN_BAKU, Aturan

Triwulan = tuple[int, int]
_DIALOG = "aturan_ditetapkan"


def draw(latar: Latar) -> None:
    """The whole section."""
    dipakai = latar.instansi.dipakai
    st.html(judul(_headline(dipakai)))
    with st.container(key="seksi_urutan"):
        st.html(seksi("Aturan menurut urutan berlakunya", "Triwulan yang lalu tetap dinilai menurut aturannya."))
        st.html(timeline(dipakai))
    if draft_source() is None:
        _offer_draft(latar.instansi)
        return
    with st.container(key="seksi_draf"):
        st.html(
            seksi(
                f"Draf dari {draft_source()}", "Belum berlaku sampai ditetapkan. Contoh di samping ikut berubah."
            )
        )
        draf = edit()
    with st.container(key="seksi_dampak"):
        title = st.container()  # the finding depends on the quarter chosen below it
        sejak = _first_quarter(latar)
        if draf is None:
            title.html(seksi("Dampak belum dapat dihitung.", "Perbaiki isian yang ditandai di atas."))
        else:
            _effect(latar, draf, sejak, title)
    _adoption(latar, draf, sejak)


def _headline(dipakai: Sequence[AturanDipakai]) -> str:
    used = dipakai[-1]
    today = waktu_setempat(datetime.now(UTC)).date()
    coming = used.dari is not None and used.dari > (today.year, (today.month + 2) // 3)
    since = (
        f"{'Mulai' if coming else 'Sejak'} {_quarter(used.dari)} berlaku" if used.dari else "Sampai kini berlaku"
    )
    return f"{since} {sebutan_aturan(used.aturan)}."


def _quarter(dari: Triwulan) -> str:
    return f"{tw(dari[1])} {dari[0]}"


def _before(dari: Triwulan) -> str:
    tahun, triwulan = dari
    return _quarter((tahun, triwulan - 1) if triwulan > 1 else (tahun - 1, 4))


def timeline(dipakai: Sequence[AturanDipakai]) -> Html:
    """The rules in the order in which they hold: from when to when, decree, who adopted them, what is otherwise."""
    rows = []
    standing = [used for used in dipakai if not used.digantikan]
    previous: Aturan | None = None
    for used in dipakai:
        later = next((u.dari for u in standing if u.dari and (used.dari is None or u.dari > used.dari)), None)
        start = _quarter(used.dari) if used.dari else None
        end = _before(later) if later else None
        if used.digantikan:
            span = f"sejak {start}, digantikan"
        elif end is None:
            span = f"sejak {start}" if start else "sejak awal"
        else:
            span = (start if start == end else f"{start} – {end}") if start else f"sampai {end}"
        changed = [] if previous is None else perbedaan(previous, used.aturan)
        decree = (used.aturan.keputusan or "").rpartition(", ")[0] or "–"
        rows.append(
            (
                span,
                dua_baris(sebutan_aturan(used.aturan), "; ".join(changed) or None),
                dua_baris(decree, format_tanggal(used.tanggal) if used.tanggal else None),
                dua_baris(used.pelaku or "bawaan aplikasi", format_waktu(used.waktu) if used.waktu else None),
            )
        )
        previous = previous if used.digantikan else used.aturan
    heads = [
        Kolom("Berlaku", lebar="21%"),
        Kolom("Aturan"),
        Kolom("Keputusan", lebar="20%"),
        Kolom("Ditetapkan", lebar="20%"),
    ]
    return tabel(heads, list(reversed(rows)))


def _offer_draft(instansi: Instansi) -> None:
    newest = instansi.dipakai[-1].aturan
    choices = {f"{sebutan_aturan(newest)} — yang berlaku": newest}
    choices |= {f"{nama} (contoh)": aturan for nama, aturan in ATURAN_BAKU.items() if nama != newest.nama}
    with st.container(key="seksi_mulai"):
        st.html(
            seksi("Siapkan aturan berikutnya", "Salin satu aturan, ubah isiannya, lihat dampaknya, lalu tetapkan.")
        )
        with st.container(key="salin", horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox("Salin dari", list(choices), key="aturan_asal", width=360)
            if st.button("Buat draf", type="primary", key="buat_draf"):
                begin(choices[chosen], chosen.partition(" — ")[0])
                st.rerun()


def _first_quarter(latar: Latar) -> Triwulan | None:
    """From when it is to hold: only quarters in which nothing was settled yet; the next unreported one first."""
    instansi = latar.instansi
    reported = dampak.last_reported(instansi, latar.versi, latar.pelaku.cakupan)
    options = open_quarters(instansi, latar.versi)
    if not options:
        st.html(
            seksi("Belum ada triwulan yang terbuka.", "Tambah tahun atau buka triwulannya pada bagian Periode.")
        )
        return None
    after = next((quarter for quarter in options if reported is None or quarter > reported), options[-1])
    with st.container(key="berlaku_sejak", horizontal=True, vertical_alignment="bottom"):
        return st.selectbox(
            "Berlaku sejak",
            options,
            index=options.index(after),
            format_func=_quarter,
            key=f"aturan_sejak_{latar.versi}",
            width=200,
        )


def open_quarters(instansi: Instansi, versi: int) -> list[Triwulan]:
    """The quarters from which a rule may still be adopted.

    None before an adopted rule, none up to a closed one, none up to the last one reported of an earlier year.
    """
    today = waktu_setempat(datetime.now(UTC)).date()
    years = list_tahun(instansi.kode, versi) or [today.year]
    adopted = max((used.dari for used in instansi.dipakai if used.dari), default=None)
    closed = [
        (tahun, triwulan)
        for tahun in years
        for triwulan, dates in store.jadwal_of(store.list_periode(engine(), instansi.kode, tahun)).items()
        if dates.ditutup is not None and dates.ditutup < today
    ]
    at_work = store.tahun_berjalan(engine(), instansi.kode)
    settled = [*closed, *(q for q in store.list_dilaporkan(engine(), instansi.kode) if q[0] < at_work)]
    quarters = [(tahun, triwulan) for tahun in range(years[0], years[-1] + 2) for triwulan in range(1, 5)]
    return [
        quarter
        for quarter in quarters
        if (adopted is None or quarter >= adopted) and (not settled or quarter > max(settled))
    ]


def _effect(latar: Latar, draf: Aturan, sejak: Triwulan | None, title: DeltaGenerator) -> None:
    reported = dampak.last_reported(latar.instansi, latar.versi, latar.pelaku.cakupan)
    if reported is None or sejak is None:
        title.html(seksi("Dampak belum terlihat.", "Belum ada realisasi yang dilaporkan."))
        return
    # A quarter nobody reported says nothing: the last reported one is shown in its place, as an illustration.
    tahun, triwulan = min(sejak, reported)
    found = dampak.effect(latar.instansi, tahun, triwulan, draf, latar.versi, latar.pelaku)
    note = (
        ""
        if sejak <= reported
        else f"{_quarter(sejak)} belum dilaporkan; sebagai gambaran dipakai triwulan terakhir."
    )
    title.html(seksi(dampak.sentence(found, draf), note or "Terhadap target triwulan; belum ada yang disimpan."))
    if len(found.unit):
        st.html(dampak.table(found, draf))
        if dampak.rest(found):
            st.caption(dampak.rest(found))


def _adoption(latar: Latar, draf: Aturan | None, sejak: Triwulan | None) -> None:
    with st.container(key="tombol_tetapkan", horizontal=True):
        ready = draf is not None and sejak is not None
        if st.button("Tetapkan …", type="primary", key="tetapkan", disabled=not ready):
            st.session_state[_DIALOG] = True
        if st.button("Buang draf", key="buang_draf"):
            discard()
            st.session_state.pop(_DIALOG, None)
            st.rerun()
    if ready and st.session_state.get(_DIALOG) and draf is not None and sejak is not None:
        _confirm(latar, draf, sejak)


def _close() -> None:
    st.session_state.pop(_DIALOG, None)


@st.dialog("Tetapkan aturan", width="medium", on_dismiss=_close)
def _confirm(latar: Latar, draf: Aturan, sejak: Triwulan) -> None:
    before = latar.instansi.pada(*sejak)
    changed = perbedaan(before, draf)
    st.html(
        seksi(
            f"Berlaku sejak {_quarter(sejak)}, menggantikan {sebutan_aturan(before)}",
            f"Sampai {_before(sejak)} tidak ada angka yang berubah. Setelah ditetapkan, aturan tidak dapat dihapus.",
        )
        + butir(changed or ["Isinya sama dengan aturan yang digantikan."])
    )
    nama = st.text_input("Nama aturan", placeholder="Perbup 12/2026", key="aturan_nama", max_chars=60)
    nomor = st.text_input(
        "Nomor keputusan", placeholder="Perbup Nomor 12 Tahun 2026", key="aturan_nomor", max_chars=120
    )
    tanggal = st.date_input("Tanggal keputusan", value=None, format="DD/MM/YYYY", key="aturan_tanggal")
    preset = unchanged_preset(draf)
    if preset is not None:
        st.caption(f"Tanpa nama dan keputusan, ini tetap contoh {preset.nama}.")
    mundur = _reach_back(latar, sejak)
    if st.button("Tetapkan aturan ini", type="primary", key="tetapkan_pasti"):
        adopt(latar, draf, sejak, nama.strip(), nomor.strip(), tanggal, mundur=mundur)


def _reach_back(latar: Latar, sejak: Triwulan) -> bool:
    """Whether the admin says yes to judging anew what was reported already; not asked where nothing was."""
    reported = store.list_dilaporkan(engine(), latar.instansi.kode)
    anew = store.sebut_triwulan([quarter for quarter in reported if quarter >= sejak])
    if not anew:
        return False
    st.html(seksi(f"{anew} sudah dilaporkan dan akan dinilai ulang."))
    return st.checkbox(f"Ya, nilai ulang {anew}", key=f"aturan_mundur_{latar.versi}_{sejak[0]}_{sejak[1]}")


def unchanged_preset(draf: Aturan) -> Aturan | None:
    """The preset that the draft still is, field by field."""
    return next((preset for preset in ATURAN_BAKU.values() if replace(preset, nama=draf.nama) == draf), None)


def adopt(
    latar: Latar,
    draf: Aturan,
    sejak: Triwulan,
    nama: str,
    nomor: str,
    tanggal: date | None,
    *,
    mundur: bool = False,
) -> None:
    """Put the draft in force under its name and decree; a preset left as it is may stay an example."""
    preset = unchanged_preset(draf)
    if preset is not None and not nama and not nomor and tanggal is None:
        nama = preset.nama
    elif not nama:
        refuse("Aturan belum bernama. Beri nama, misalnya Perbup 12/2026.")
        return
    elif not nomor or tanggal is None:
        refuse("Keputusan perlu nomor dan tanggal. Aturan yang isinya diubah baru berlaku dengan keduanya.")
        return

    def action() -> None:
        store.adopt_aturan(
            engine(),
            latar.instansi.kode,
            replace(draf, nama=nama),
            keputusan=nomor or None,
            tanggal=tanggal,
            tahun=sejak[0],
            triwulan=sejak[1],
            pelaku=latar.pelaku.nama,
            mundur=mundur,
        )
        discard()
        _close()

    keep(action, f"{nama} berlaku sejak {_quarter(sejak)}.")
