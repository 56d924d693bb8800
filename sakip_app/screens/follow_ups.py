"""Tindak lanjut: what was promised of a unit or an indicator, what became of it, and the ways to say more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import streamlit as st

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.markup.follow_ups import ButirJanji, daftar_janji, janji
from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_status
from sakip_app.markup.safe import Html, gabung_html, isi, tautan
from sakip_app.screens import follow_up_dialogs as dialogs
from sakip_app.screens.context import TERTULIS, Konteks, engine
from sakip_app.screens.links import address
from sakip_app.screens.measured import year
from sakip_app.snapshot.follow_up import Langkah, TindakLanjut
from sakip_app.store import link_host
from sakip_app.text.dates import format_tanggal, format_waktu
from sakip_app.text.words import bilangan, bilangan_awal, kata_status, tw

KALI = ("sekali", "dua kali", "tiga kali", "empat kali")


@st.cache_resource(max_entries=16, show_spinner=False)
def _kept(kode_instansi: str, versi: int) -> tuple[TindakLanjut, ...]:
    return store.list_tindak_lanjut(engine(), kode_instansi, dengan_batal=True)


def of_unit(k: Konteks, kode_unit: str) -> tuple[TindakLanjut, ...]:
    """The follow-ups of a unit, also those withdrawn, in the order they are read in.

    All there are today, whatever quarter is in view.
    """
    return tuple(satu for satu in _kept(k.instansi.kode, k.versi) if satu.kode_unit == kode_unit)


def in_order(semua: Iterable[TindakLanjut], hari: date) -> list[TindakLanjut]:
    """Overdue first, then by due date, those without one after them; what is done at the end, the newest first."""

    def place(satu: TindakLanjut) -> tuple[bool, bool, date, int]:
        state = satu.keadaan_pada(hari)
        return state == "selesai", state != "lewat", satu.tenggat or date.max, satu.id

    return sorted(semua, key=place)


class Menyangkut(NamedTuple):
    """The indicator a follow-up is about: its name, and what it is the same by in another year."""

    uraian: str
    kunci: str


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=TERTULIS)
def _names(k: Konteks, tahun: int) -> dict[str, Menyangkut]:
    """The indicators of a year; that in view has been read already."""
    data = year(k) if tahun == k.tahun else store.load_tahun(engine(), k.instansi.kode, tahun)
    rows = data.indikator
    told = zip(rows["kode_indikator"], rows["uraian"], rows["kunci"], strict=True)
    return {str(kode): Menyangkut(str(uraian), str(kunci)) for kode, uraian, kunci in told}


def about(k: Konteks, satu: TindakLanjut) -> Menyangkut | None:
    """Its indicator, looked for in the year in view and in that of its meeting; ``None`` where there is none."""
    if satu.kode_indikator is None:
        return None
    for tahun in dict.fromkeys((k.tahun, satu.tahun)):
        if found := _names(k, tahun).get(satu.kode_indikator):
            return found
    return None


def living(
    k: Konteks, known: Iterable[TindakLanjut], kode_unit: str, kunci: str, hari: date
) -> list[TindakLanjut]:
    """The follow-ups of a unit that are not done, the one first that counts for its indicator with this ``kunci``.

    One about that indicator before one about the whole unit before one about another indicator; of several the
    first to fall due.
    """
    own = [satu for satu in known if satu.kode_unit == kode_unit and satu.keadaan != "selesai" and not satu.batal]

    def distance(satu: TindakLanjut) -> int:
        what = about(k, satu)
        return 1 if satu.kode_indikator is None else 0 if what and what.kunci == kunci else 2

    return sorted(in_order(own, hari), key=distance)


def late_words(satu: TindakLanjut, hari: date) -> Html:
    """Its due date, and how long ago that was for one that is overdue."""
    if satu.tenggat is None:
        return Html("tanpa tenggat")
    due = f"tenggat {isi(format_tanggal(satu.tenggat))}"
    if satu.keadaan_pada(hari) != "lewat":
        return Html(due)
    return Html(f'{due}, <b class="sk-bahaya">lewat {(hari - satu.tenggat).days} hari</b>')


def indicator_link(k: Konteks, satu: TindakLanjut) -> Html | None:
    """The indicator it is about; one of another year leads to that year."""
    what = about(k, satu)
    if what is None or satu.kode_unit is None or satu.kode_indikator is None:
        return None
    where = {"unit": satu.kode_unit, "indikator": satu.kode_indikator}
    if satu.kode_indikator not in _names(k, k.tahun):
        where["tahun"] = str(satu.tahun)
    return tautan(what.uraian, address("indikator", k, **where))


def unit_section(k: Konteks, kode_unit: str, pelaku: Pelaku, hari: date) -> None:
    """The unit's follow-ups: what is not done as lines that can be pressed, the rest folded."""
    known = of_unit(k, kode_unit)
    withdrawn = [satu for satu in known if satu.batal]
    ordered = in_order((satu for satu in known if not satu.batal), hari)
    st.html(_head(ordered, hari, "Belum ada tindak lanjut untuk unit ini."))
    unfinished = [satu for satu in ordered if satu.keadaan != "selesai"]
    for satu in unfinished:
        _line(k, satu, hari)
    finished = ordered[len(unfinished) :]
    if folded := [*finished, *withdrawn]:
        counted = ((len(finished), "selesai"), (len(withdrawn), "ditarik"))
        with st.expander(" · ".join(f"{n} {word}" for n, word in counted if n)):
            for satu in folded:
                _line(k, satu, hari)
    if st.button("Tambah tindak lanjut", key="janji_tambah"):
        dialogs.open_add(kode_unit)
    dialogs.draw(k, kode_unit, [satu for satu in known if not satu.batal], pelaku)


def _head(ordered: Sequence[TindakLanjut], hari: date, none: str) -> Html:
    """How many are not done and how many of these are overdue."""
    states = [satu.keadaan_pada(hari) for satu in ordered]
    left, late = sum(state != "selesai" for state in states), states.count("lewat")
    if not ordered:
        return seksi(none)
    if not left:
        said = (
            "Tindak lanjutnya selesai"
            if len(ordered) == 1
            else f"{'Kedua' if len(ordered) == 2 else f'Semua {bilangan(len(ordered))}'} tindak lanjut selesai"
        )
        return seksi(said)
    overdue = (
        "" if not late else ", sudah lewat tenggat" if late == left == 1 else f", {bilangan(late)} lewat tenggat"
    )
    return seksi(f"{bilangan_awal(left)} tindak lanjut belum selesai{overdue}")


def _line(k: Konteks, satu: TindakLanjut, hari: date) -> None:
    with st.container(key=f"butir_janji_{satu.id}", horizontal=True, vertical_alignment="top"):
        st.html(janji(shown(k, satu, hari)))
        if satu.batal:
            return
        with st.container(key=f"tombol_janji_{satu.id}", horizontal=True, width="content"):
            if st.button("Perbarui …", key=f"perbarui_janji_{satu.id}", type="tertiary"):
                dialogs.open_update(satu.id)
            if st.button("Tarik …", key=f"tarik_janji_{satu.id}", type="tertiary"):
                dialogs.open_withdraw(satu.id)


def indicator_list(k: Konteks, kode_unit: str, kode: str, hari: date) -> Html:
    """The follow-ups about one indicator, also those that an earlier year's meeting promised of it."""
    own = year(k).indikator.set_index("kode_indikator")
    kunci = str(own.loc[kode, "kunci"])
    found = [
        satu
        for satu in of_unit(k, kode_unit)
        if not satu.batal and (what := about(k, satu)) is not None and what.kunci == kunci
    ]
    ordered = in_order(found, hari)
    head = _head(ordered, hari, "Belum ada tindak lanjut tentang indikator ini.")
    link = tautan("halaman Unit", address("unit", k, unit=kode_unit))
    where = Html(f'<p class="sk-catatan-kecil">Dicatat dan diperbarui di {link}.</p>')
    return gabung_html([head, daftar_janji([shown(k, satu, hari, linked=False) for satu in ordered]), where])


def shown(k: Konteks, satu: TindakLanjut, hari: date, *, linked: bool = True) -> ButirJanji:
    """One follow-up in words; ``linked``: with the indicator it is about."""
    newest = next((langkah for langkah in reversed(satu.riwayat) if langkah.catatan and not langkah.batal), None)
    gone = next((langkah for langkah in satu.riwayat if langkah.batal), None)
    return ButirJanji(
        apa=satu.apa,
        cip=cip_status("ditarik") if satu.batal else cip_status(satu.keadaan_pada(hari)),
        rincian=[
            part
            for part in (
                indicator_link(k, satu) if linked else None,
                satu.penanggung_jawab,
                late_words(satu, hari),
                f"ukuran: {satu.ukuran_berhasil}" if satu.ukuran_berhasil else None,
            )
            if part
        ],
        kata=newest.catatan if newest else None,
        siapa_kata=f"{newest.pelaku}, {format_waktu(newest.waktu)}" if newest else "",
        bukti=evidence_words(satu.bukti) if satu.bukti else None,
        asal=_origin(satu),
        riwayat=[_first(satu), *(_step(langkah) for langkah in satu.riwayat)] if satu.riwayat else [],
        ditarik=None
        if gone is None
        else f"Ditarik {gone.pelaku}, {format_waktu(gone.waktu)}: {gone.catatan or '–'}",
    )


def evidence_words(bukti: str) -> Html:
    """Evidence as a link that names where it leads, or as the words it is."""
    host = link_host(bukti)
    if host is None:
        return isi(bukti)
    return Html(f'<a class="sk-tautan" href="{isi(bukti.strip())}" rel="noopener noreferrer">{isi(host)}</a>')


def _origin(satu: TindakLanjut) -> str:
    """The meeting that decided it, and those that carried it on."""
    quarter = f"{tw(satu.triwulan)} {satu.tahun}"
    came = f"Diputuskan pada rapat {quarter}, rekam {satu.rekam}" if satu.rekam else f"Dicatat untuk {quarter}"
    n = len(satu.dibawa)
    if not n:
        return came
    often = KALI[n - 1] if n <= len(KALI) else f"{n} kali"
    meetings = ", ".join(f"{tw(triwulan)} {tahun}" for tahun, triwulan in satu.dibawa)
    return f"{came}; dibawa {often} ({meetings})"


def _first(satu: TindakLanjut) -> tuple[str, str | Html]:
    when = format_waktu(satu.waktu)
    return f"{satu.pelaku or '–'}, {when}", "Dicatat"


def _step(langkah: Langkah) -> tuple[str, str | Html]:
    """Who and when, and what was said."""
    told: list[str | Html] = []
    if langkah.batal:
        told.append("Ditarik")
    if langkah.tahun is not None and langkah.triwulan is not None:
        told.append(f"Dibawa ke rapat {tw(langkah.triwulan)} {langkah.tahun}")
    if langkah.keadaan is not None:
        told.append(f"Keadaan: {kata_status(langkah.keadaan)}")
    if langkah.tenggat is not None:
        told.append(f"Tenggat {format_tanggal(langkah.tenggat)}")
    told += [f"Menjadi: {word}" for word in (langkah.apa, langkah.penanggung_jawab) if word]
    if langkah.catatan:
        told.append(f"“{langkah.catatan}”")
    if langkah.bukti:
        told.append(gabung_html(["Bukti: ", evidence_words(langkah.bukti)]))
    if langkah.berkas:
        told.append(f"dari {langkah.berkas}")
    parts: list[str | Html] = [part for word in told for part in (" · ", word)]
    return f"{langkah.pelaku}, {format_waktu(langkah.waktu)}", gabung_html(parts[1:])
