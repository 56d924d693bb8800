"""Rapat, prepared: freezing the quarter in view, opening its meeting, its PPTX, and what it decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from sakip_app import archive, store
from sakip_app.access import Pelaku
from sakip_app.markup.frame import judul, kosong, seksi
from sakip_app.markup.kept import butir
from sakip_app.markup.marks import cip_status
from sakip_app.markup.safe import Html, gabung_html, isi, tautan
from sakip_app.reports.deck import file_name, rule_name
from sakip_app.reports.deck_promises import unit_name
from sakip_app.reports.pptx import write_pptx
from sakip_app.reports.trust import change_line
from sakip_app.screens import trust
from sakip_app.screens.capture import capture
from sakip_app.screens.context import Konteks, engine
from sakip_app.screens.links import address
from sakip_app.screens.settings import keep
from sakip_app.snapshot.as_json import RekamTakTerbacaError, fingerprint
from sakip_app.snapshot.compare import Perubahan, compare
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam
from sakip_app.text.dates import format_tanggal, format_waktu, waktu_setempat
from sakip_app.text.numbers import format_skor
from sakip_app.text.words import bilangan, bilangan_awal, kata_status, nama_triwulan, tw

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
BERUBAH_DITAMPILKAN = 40
PPTX_DISIMPAN = 4


@st.cache_resource(max_entries=16, show_spinner=False)
def rekam_of(kode: str) -> Rekam | None:
    """A frozen quarter; it never changes, so it is read once. ``None``: a newer version of this software kept it."""
    try:
        return archive.open_rekam(engine(), kode)
    except RekamTakTerbacaError:
        return None


@st.cache_resource(max_entries=16, show_spinner=False)
def kept(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    """The snapshots of a body and year, newest first."""
    return store.list_rekam(engine(), kode_instansi, tahun)


def newest_of(k: Konteks) -> Rekam | None:
    """The newest snapshot of the quarter in view, measured against what is looked at."""
    rows = kept(k.instansi.kode, k.tahun, k.versi)
    codes = rows.loc[rows["triwulan"] == k.triwulan, "kode"]
    found = (rekam_of(str(kode)) for kode in codes)
    return next((rekam for rekam in found if rekam is not None and rekam.ukuran == k.ukuran), None)


def opening(k: Konteks, rekam: Rekam | None, hari_ini: date) -> Html:
    """What is the case: not frozen yet, frozen and the same still, or changed since."""
    return gabung_html([judul(_headline(k, rekam, capture(k, hari_ini))), trust.body_line(k, hari_ini)])


def _headline(k: Konteks, rekam: Rekam | None, live: Rekam) -> str:
    quarter = f"{nama_triwulan(k.triwulan)} {k.tahun}"
    if rekam is None:
        return f"Rapat {quarter} belum disiapkan."
    if is_current(rekam, live):
        return f"Rapat {quarter} siap dengan rekam {rekam.kode}."
    n = len(compare(rekam, live))
    what = f"{bilangan_awal(n)} angka" if n else "Keadaannya"
    return f"{what} berubah sejak rekam {rekam.kode}."


def is_current(rekam: Rekam, live: Rekam) -> bool:
    """Whether the figures, and who has reported, are still those of the snapshot.

    What became of earlier promises is not asked: the meeting shows them as they stand, and says so itself.
    """
    return fingerprint(rekam, janji=False) == fingerprint(live, janji=False)


def freeze_button(k: Konteks, rekam: Rekam | None, hari_ini: date, pelaku: Pelaku) -> None:
    """One press freezes the quarter; a second one on the same figures finds the same snapshot."""
    live = capture(k, hari_ini)
    if not live.unit:
        st.html(kosong("Belum ada unit pada triwulan ini.", "Daftarkan unit di Pengaturan, lalu bekukan."))
        return
    if rekam is None:
        label = f"Bekukan {tw(k.triwulan)} {k.tahun}"
    elif not is_current(rekam, live):
        label = "Bekukan lagi dengan angka terbaru"
    elif fingerprint(rekam) != fingerprint(live):
        label = "Bekukan lagi dengan kabar tindak lanjut terbaru"
    else:
        return
    if not live.lapor:
        st.caption(f"Belum ada {live.sebutan} yang lapor untuk {tw(k.triwulan)}; slaidnya hampir kosong.")
    if st.button(label, key="bekukan", type="primary" if rekam is None else "secondary"):
        keep(
            lambda: archive.freeze(engine(), live, pelaku.nama),
            f"{tw(k.triwulan)} {k.tahun} dibekukan. Rapat dapat dimulai.",
        )


def meeting_buttons(rekam: Rekam) -> None:
    """Open the meeting in a page of its own, or take it along as PPTX."""
    st.link_button("Mulai rapat", f"tayang/{rekam.kode}", type="primary", help="Terbuka di tab baru.")
    key = f"{rekam.kode} {hash(store.list_tindak_lanjut(engine(), rekam.kode_instansi))}"
    if key not in _made():
        if not st.button("Siapkan PPTX", key="siapkan_pptx"):
            return
        _make(key, rekam)
    st.download_button(
        "Unduh PPTX",
        _made()[key],
        file_name=file_name(rekam),
        mime=PPTX,
        key="unduh_pptx",
        on_click="ignore",
    )


@st.cache_resource(show_spinner=False)
def _made() -> dict[str, bytes]:
    """The last few PPTX, by snapshot and decisions: who comes second does not wait."""
    return {}


def _make(key: str, rekam: Rekam) -> None:
    bar = st.progress(0.0, text="Menyiapkan slaid …")

    def show(done: int, total: int) -> None:
        bar.progress(done / total, text=f"Slaid {done} dari {total}")

    made = _made()
    made[key] = write_pptx(archive.deck_of(engine(), rekam), progress=show)
    for old in list(made)[:-PPTX_DISIMPAN]:
        made.pop(old, None)
    bar.empty()


def changes_section(k: Konteks, rekam: Rekam, hari_ini: date) -> None:
    """What is no longer as it was frozen."""
    live = capture(k, hari_ini)
    changes = compare(rekam, live)
    if not changes:
        return
    with st.container(key="seksi_berubah"):
        st.html(
            seksi(
                f"{bilangan_awal(len(changes))} angka berubah sejak rekam {rekam.kode}",
                "Rapat yang sudah dimulai tetap memakai rekamnya; bekukan lagi bila koreksi ini harus ikut.",
            )
            + _change_list(changes, live)
        )


def _change_list(changes: Sequence[Perubahan], rekam: Rekam) -> Html:
    shown = [f"{unit_name(rekam, satu.kode_unit)} · {change_line(satu)}" for satu in changes[:BERUBAH_DITAMPILKAN]]
    if len(changes) > len(shown):
        shown.append(f"dan {bilangan(len(changes) - len(shown))} lainnya")
    return Html(f'<ul class="sk-akibat">{"".join(f"<li>{isi(line)}</li>" for line in shown)}</ul>')


def decisions_section(k: Konteks, rekam: Rekam, hari_ini: date) -> None:
    """What this quarter's meeting decided and carried on."""
    decided = [janji for janji in archive.decisions(engine(), rekam) if not janji.batal]
    with st.container(key="seksi_keputusan"):
        if not decided:
            st.html(
                seksi("Belum ada keputusan", "Keputusan dicatat di rapat dan membuka rapat triwulan berikutnya.")
            )
            return
        st.html(
            seksi(
                f"{bilangan_awal(len(decided))} keputusan rapat {tw(k.triwulan)} {k.tahun}",
                "Membuka rapat berikutnya, dan ditanyakan di templat triwulan berikutnya.",
            )
            + gabung_html(_decision(k, rekam, janji, hari_ini) for janji in decided)
        )


def _decision(k: Konteks, rekam: Rekam, janji: TindakLanjut, hari_ini: date) -> Html:
    state = janji.keadaan_pada(hari_ini)
    where = unit_name(rekam, janji.kode_unit, janji.nama_unit)
    unit = tautan(where, address("unit", k, unit=janji.kode_unit)) if janji.kode_unit else isi(where)
    due = f"tenggat {format_tanggal(janji.tenggat)}" if janji.tenggat else "tanpa tenggat"
    told = gabung_html([unit, f" · {janji.penanggung_jawab} · {due}"])
    return butir(janji.apa, told, cip=cip_status(state, kata_status(state)))


def archive_section(k: Konteks) -> None:
    """The snapshots of the year, and what changed between two of them."""
    rows = kept(k.instansi.kode, k.tahun, k.versi)
    if rows.empty:
        return
    with st.container(key="seksi_rekam"):
        st.html(seksi(f"Rekam beku {k.tahun}", "Tidak pernah berubah; tiap slaid dan berkas menyebut nomornya."))
        codes = [str(kode) for kode in rows["kode"]]
        for kode in codes:
            with st.container(key=f"butir_rekam_{kode}"):
                _line(kode)
        if len(codes) > 1:
            _comparison(codes)


def _line(kode: str) -> None:
    rekam = rekam_of(kode)
    if rekam is None:
        st.html(butir(kode, "Dibekukan oleh versi aplikasi yang lebih baru; belum dapat dibaca di sini."))
        return
    value = rekam.nilai[rekam.triwulan - 1]
    told = (
        tw(rekam.triwulan),
        f"{len(rekam.lapor)} dari {len(rekam.unit)} {rekam.sebutan} lapor",
        "belum ada skor" if value is None else f"capaian {format_skor(value, rekam.aturan)}\u00a0%",
        *(("terhadap target tahun",) if rekam.ukuran == "tahun" else ()),
        f"aturan {rule_name(rekam)}",
        f"{rekam.pelaku}, {format_waktu(rekam.waktu)}",
    )
    link = Html(f'<a class="sk-tautan" href="tayang/{isi(kode)}" target="_blank">{isi(kode)}</a>')
    st.html(butir(link, " · ".join(told)))


def _called(kode: str) -> str:
    """A snapshot in a list to choose from."""
    rekam = rekam_of(kode)
    return kode if rekam is None else f"{kode} · {format_tanggal(waktu_setempat(rekam.waktu))}"


def _comparison(codes: Sequence[str]) -> None:
    """Two snapshots side by side: what changed from the older to the newer."""
    with st.container(key="banding_rekam", horizontal=True, vertical_alignment="bottom"):
        alike = [code for code in codes[1:] if code.split("-")[1] == codes[0].split("-")[1]]
        first = codes.index(alike[0]) - 1 if alike else 0
        older = st.selectbox(
            "Bandingkan", codes[1:], index=first, format_func=_called, key="rekam_lama", width=300
        )
        later = codes[: codes.index(older)] if older in codes else []
        newer = st.selectbox("dengan", later, format_func=_called, key="rekam_baru", width=300)
    lama, baru = rekam_of(older or ""), rekam_of(newer or "")
    if lama is None or baru is None:
        return
    changes = compare(lama, baru)
    n = f"{bilangan_awal(len(changes))} angka" if changes else "Tidak ada angka yang"
    until = "" if lama.triwulan == baru.triwulan else f" sampai {tw(min(lama.triwulan, baru.triwulan))}"
    told = Html(f"<p>{isi(n)}{until} berubah dari {isi(older)} ke {isi(newer)}.</p>")
    st.html(told + _change_list(changes, baru) if changes else told)


def explain() -> None:
    """What freezing does, to those who have not done it yet."""
    st.html(
        kosong(
            "Sekali tekan, triwulan ini dibekukan untuk rapat.",
            "Angka, aturan, dan siapa yang sudah lapor dicatat seperti saat ini, dengan nomor rekam.",
            [
                ("Rapat", "Slaid layar penuh di peramban: janji rapat lalu, keadaan, peringkat, lalu tiap unit."),
                ("Sesudahnya", "Keputusan menjadi tindak lanjut; koreksi angka kelak membuat rekam baru."),
            ],
        )
    )
