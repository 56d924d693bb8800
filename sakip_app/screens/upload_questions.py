"""Unggah: what a sheet leaves open about its form, asked once beside its picture and remembered for the unit.

The answers of the file in the box live in the session until it is kept; then they are the unit's for this form
(``store.profiles``). They apply in this order: what was answered in this session, what the unit is remembered by,
and, only where a person takes it over, what another unit answered about the same form.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from sakip_app import store
from sakip_app.acceptance import NAMA_PERTANYAAN
from sakip_app.access import Pelaku
from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import isi
from sakip_app.markup.settings import galat_isian
from sakip_app.screens import upload, upload_reading
from sakip_app.screens.context import Instansi, engine
from sakip_app.screens.settings import edition, keep, plain
from sakip_app.screens.upload import BELUM_DIJAWAB, JAWABAN, UNIT_BARU, Bacaan, Tujuan
from sakip_app.screens.upload_roles import (
    ABAIKAN,
    KATA_CARA_ISI,
    KATA_PERSEN,
    TRIWULAN,
    answers_in_words,
    choices,
    role_name,
)
from sakip_app.store import Profil, ProfilBaru
from sakip_app.text.dates import format_waktu
from sakip_app.text.words import bilangan_awal, gabung, tw
from sakip_app.workbook.package import column_number
from sakip_app.workbook.result import HasilBaca, Jawaban, Pertanyaan

JUDUL_PERTANYAAN = {
    "lembar": "Lembar mana yang dikirim?",
    "triwulan": "Realisasi ini untuk triwulan berapa?",
    "cara_isi": "Angka realisasi di tiap triwulan itu …",
    "persen": "Angka 0,6 pada satuan persen berarti …",
    "kolom": "Kolom mana berisi apa?",
}
TINGGI_PILIHAN = 430  # pixels; below it stands the button
KOLOM_TERBANYAK = 60


@dataclass(slots=True)
class Jalan:
    """What was answered in this session about one file."""

    sha256: str
    nilai: dict[str, Any] = field(default_factory=dict)
    kolom: dict[str, str] = field(default_factory=dict)
    kode_unit: str | None = None  # the unit chosen in its box
    dari: str | None = None  # the unit whose answers a person took over
    ubah: bool = False
    ubah_kolom: bool = False


@dataclass(frozen=True, slots=True)
class Tanya:
    """What is known about the form of the file in the box before it is read for good.

    ``diingat`` are the answers kept for the unit, ``tawaran`` those of another one.
    """

    instansi: Instansi
    pertama: HasilBaca
    jawaban: Jawaban
    kode_unit: str | None
    diingat: Profil | None
    tawaran: Profil | None

    @property
    def profil(self) -> ProfilBaru | None:
        """What is to be remembered when the file is kept."""
        if self.jawaban == BELUM_DIJAWAB:
            return None
        return ProfilBaru(self.pertama.sidik, form_name(self.pertama), self.jawaban, self.pertama.judul_kolom)


def form_name(hasil: HasilBaca) -> str:
    """How people call the form: what it was recognised as, and the sheet it first stood on."""
    return f"{upload.NAMA_BENTUK.get(hasil.tata_letak, 'Tabel indikator')}, lembar {hasil.lembar}"


def prepare(instansi: Instansi, pertama: HasilBaca) -> Tanya:
    """The answers with which the file is read: of this session, else those remembered for its unit and form."""
    if pertama.templat is not None or not pertama.sidik:
        return Tanya(instansi, pertama, BELUM_DIJAWAB, None, None, None)
    said = _said(pertama.sha256)
    chosen = said.kode_unit or upload.suggest_unit(instansi, pertama)
    kode_unit = None if chosen == UNIT_BARU else chosen
    versions = store.list_versions(engine(), instansi.kode, kode_unit, pertama.sidik) if kode_unit else []
    diingat = versions[0] if versions and versions[0].jawaban is not None else None
    tawaran = None if diingat else store.suggest_profile(engine(), instansi.kode, kode_unit, pertama.sidik)
    if tawaran is not None and said.dari == tawaran.kode_unit:
        versions = [tawaran]
    jawaban = store.answers_for(versions, pertama.sha256, pertama.judul_kolom)
    jawaban = replace(jawaban, **said.nilai, kolom={**jawaban.kolom, **said.kolom})
    return Tanya(instansi, pertama, jawaban, kode_unit, diingat, tawaran)


def read(tanya: Tanya, bacaan: Bacaan) -> tuple[Bacaan, HasilBaca]:
    """The file read with the answers; where they cannot be, the reading without them stands for the picture."""
    again = replace(upload.read(bacaan.nama, bacaan.isi, tanya.jawaban), profil=tanya.profil)
    return again, again.semua[0] if again.semua else tanya.pertama


def open_questions(hasil: HasilBaca) -> list[str]:
    """The codes of what is open about the form, in the order in which it is asked."""
    asked = {question.kode for question in hasil.pertanyaan}
    return [kode for kode in NAMA_PERTANYAAN if kode in asked]


def headline(still: Collection[str]) -> str | None:
    """What has to be answered before anything else; ``None`` where nothing is open."""
    if not still:
        return None
    return f"{bilangan_awal(len(still))} hal perlu Anda jawab tentang berkas ini."


def settle(hasil: HasilBaca, tujuan: Tujuan | None) -> None:
    """What was chosen beside the sheet: whose answers are remembered, and which year it is of where it says none."""
    if hasil.templat is not None:
        return
    said = _said(hasil.sha256)
    chosen = st.session_state.get(upload.unit_key(hasil))
    asked = any(question.kode == "tahun" for question in hasil.pertanyaan) or "tahun" in said.nilai
    other_year = asked and tujuan is not None and said.nilai.get("tahun") != tujuan.tahun
    if tujuan is not None and other_year:
        said.nilai["tahun"] = tujuan.tahun
    if other_year or chosen != said.kode_unit:
        said.kode_unit = chosen
        st.rerun()


def draw(tanya: Tanya, bacaan: Bacaan, hasil: HasilBaca, pelaku: Pelaku) -> None:
    """The picture of the sheet, and beside it what is open or was answered."""
    said = _said(hasil.sha256)
    still = open_questions(hasil)
    answered = {kode for kode in NAMA_PERTANYAAN if kode in said.nilai or (kode == "kolom" and said.kolom)}
    if said.ubah:
        answered |= {k for k in NAMA_PERTANYAAN if getattr(tanya.jawaban, k)}
    shown = [kode for kode in NAMA_PERTANYAAN if kode in still or kode in answered]
    columns = _asked_columns(tanya, hasil) if "kolom" in shown or said.ubah_kolom else []
    if "kolom" in still:  # the reading stopped at its header: what was named so far is known here only
        hasil = replace(hasil, peran={**hasil.peran, **tanya.jawaban.kolom})
    with st.container(key="seksi_lembar"):
        st.html(seksi(*_title(still, shown)))
        _remembered(tanya, said, pelaku)
        _unused(tanya, hasil)
        if bacaan.ditolak is not None:
            st.error(f"Dengan jawaban ini lembarnya belum terbaca. {plain(bacaan.ditolak.pesan)}")
        if not shown and not columns:
            _picture(bacaan, hasil, said)
            return
        form, picture = st.columns([2, 3], gap="large")
        with picture, st.container(key="gambar_lembar"):
            _picture(bacaan, hasil, said, [c for c in columns if c not in hasil.peran and "kolom" in still])
        with form:
            for kode in shown:
                if kode != "kolom":
                    _ask(tanya, hasil, kode)
            if columns:
                _ask_columns(tanya, hasil, columns)


def _unused(tanya: Tanya, hasil: HasilBaca) -> None:
    """Say which columns the form cannot take as what they were named; otherwise nothing would seem to happen."""
    given = {letter: role for letter, role in tanya.jawaban.kolom.items() if role != ABAIKAN}
    lost = [
        f"{letter} sebagai {role_name(role)}" for letter, role in given.items() if hasil.peran.get(letter) != role
    ]
    if lost and "kolom" not in open_questions(hasil):
        st.warning(f"Bentuk ini tidak dapat memakai kolom {plain(gabung(lost))}.")


def _picture(bacaan: Bacaan, hasil: HasilBaca, said: Jalan, waiting: Collection[str] = ()) -> None:
    """The sheet, and the way to say that a column was taken for something else."""
    every = said.ubah_kolom or "kolom" in open_questions(hasil)
    st.html(upload_reading.sheet_picture(bacaan, hasil, waiting, semua=every))
    offered = bool(hasil.judul_kolom) and not said.ubah_kolom
    if offered and st.button("Ada kolom yang keliru?", key="ubah_kolom", type="tertiary"):
        said.ubah_kolom = True
        st.rerun()


def block(still: Collection[str]) -> None:
    """The file cannot be kept while its form is not clear: two readings would give different figures."""
    with st.container(key="konfirmasi", border=True):
        if not still:
            st.html(seksi("Belum dapat disimpan", "Dengan jawaban di atas lembarnya belum terbaca."))
            return
        n = bilangan_awal(len(still)).lower()
        st.html(
            seksi(f"Belum dapat disimpan: {n} hal belum dijawab", "Jawabannya mengubah angka; kami tidak menebak.")
        )
        st.markdown(f"Yang belum dijawab: {gabung([NAMA_PERTANYAAN[kode] for kode in still])}.")


def _title(still: Collection[str], shown: Collection[str]) -> tuple[str, str]:
    if still:
        n = bilangan_awal(len(still))
        return (
            f"{n} hal belum jelas dari lembar ini",
            "Jawab sekali; diingat untuk berkas berikutnya yang sebentuk.",
        )
    if shown:
        return "Sudah jelas: jawaban Anda dipakai", "Masih dapat diubah; diingat setelah berkas ini disimpan."
    return "Yang kami baca dari lembar ini", "Kolom berwarna masuk ke sistem; kolom lain dibiarkan."


def _remembered(tanya: Tanya, said: Jalan, pelaku: Pelaku) -> None:
    """What is remembered and used, or what another unit answered and may be taken over."""
    profil = tanya.diingat or tanya.tawaran
    if profil is None or profil.jawaban is None:
        return
    own = tanya.diingat is not None
    words = gabung(answers_in_words(tanya.jawaban if own else profil.jawaban, profil.judul), maks=4)
    who = f"{plain(profil.pelaku)}, {format_waktu(profil.waktu)}"
    with st.container(key="jawaban_diingat", horizontal=True, vertical_alignment="center"):
        if own:
            st.markdown(f"**Jawaban yang diingat dipakai:** {plain(words) or 'tidak ada yang cocok'}. Dari {who}.")
            if not said.ubah and st.button("Ubah", key="ubah_jawaban"):
                said.ubah = True
                st.rerun()
            if st.button("Lupakan", key="lupakan_jawaban"):
                _forget(tanya, pelaku)
        elif said.dari == profil.kode_unit:
            st.markdown(f"**Memakai jawaban unit lain:** {plain(words)}. Dari {who}.")
        else:
            st.markdown(f"**Unit lain sudah menjawab untuk bentuk ini:** {plain(words)}. Dari {who}.")
            if st.button("Pakai jawaban itu", key="pakai_jawaban"):
                said.dari, said.ubah = profil.kode_unit, True
                st.rerun()


def _forget(tanya: Tanya, pelaku: Pelaku) -> None:
    profil = tanya.diingat
    if profil is None:
        return
    st.session_state[JAWABAN] = Jalan(tanya.pertama.sha256, kode_unit=_said(tanya.pertama.sha256).kode_unit)
    keep(
        lambda: store.forget_profile(
            engine(), tanya.instansi.kode, profil.kode_unit, profil.sidik, pelaku=pelaku.nama
        ),
        "Jawaban untuk bentuk ini dilupakan; lembarnya ditanyakan dari awal.",
    )


def _ask(tanya: Tanya, hasil: HasilBaca, kode: str) -> None:
    """One question with its reason; the answer is used at once."""
    question = _question(tanya, hasil, kode)
    current = getattr(tanya.jawaban, kode)
    names = _options(question, kode)
    options = list(names)
    key = f"jawab_{kode}_{hasil.sha256[:12]}_{tanya.kode_unit}_{edition()}"
    _say(kode, question)
    st.radio(
        JUDUL_PERTANYAAN[kode],
        options,
        index=options.index(current) if current in options else None,
        format_func=lambda option: f"{names[option]}{_proposed(question, option)}",
        captions=[KATA_CARA_ISI[option][1] for option in options] if kode == "cara_isi" else None,
        horizontal=kode in ("triwulan", "persen"),
        label_visibility="collapsed",
        key=key,
        on_change=_answer,
        args=(hasil.sha256, kode, key),
    )


def _proposed(question: Pertanyaan | None, option: object) -> str:
    """What the sheet makes likely is said, never chosen for a person."""
    return " (dugaan kami)" if question is not None and question.usul == str(option) else ""


def _say(kode: str, question: Pertanyaan | None) -> None:
    """The question, and why it is asked."""
    why = question.alasan if question is not None else ""
    reason = f"<p>{isi(f'{why[:1].upper()}{why[1:]}')}</p>" if why else ""
    st.html(f'<div class="sk-tanya"><h3>{isi(JUDUL_PERTANYAAN[kode])}</h3>{reason}</div>')


def _options(question: Pertanyaan | None, kode: str) -> dict[Any, str]:
    if kode == "triwulan":
        return {quarter: tw(quarter) for quarter in TRIWULAN}
    if kode == "cara_isi":
        return {word: names[0] for word, names in KATA_CARA_ISI.items()}
    if kode == "persen":
        return dict(KATA_PERSEN)
    return {title: title for title in (question.pilihan if question is not None else ())}


def _answer(sha256: str, kode: str, key: str) -> None:
    said = _said(sha256)
    said.nilai[kode] = st.session_state[key]
    if kode == "lembar":  # another sheet may be of another unit and year
        said.kode_unit = None
        said.nilai.pop("tahun", None)


def _question(tanya: Tanya, hasil: HasilBaca, kode: str) -> Pertanyaan | None:
    every = (*hasil.pertanyaan, *tanya.pertama.pertanyaan)
    return next((question for question in every if question.kode == kode), None)


def _asked_columns(tanya: Tanya, hasil: HasilBaca) -> list[str]:
    """The columns that are asked about: those not recognised and those answered; all where a person wants them."""
    said = _said(hasil.sha256)
    letters = {*hasil.judul_kolom, *tanya.jawaban.kolom}
    if not said.ubah_kolom:
        letters = {letter for letter in letters if letter not in hasil.peran or letter in tanya.jawaban.kolom}
    return sorted(letters, key=column_number)[:KOLOM_TERBANYAK]


def _ask_columns(tanya: Tanya, hasil: HasilBaca, letters: list[str]) -> None:
    """A choice a column, read together at one press: half a table would be read as a wrong one."""
    question = _question(tanya, hasil, "kolom")
    offered = question.pilihan if question is not None else ()
    _say("kolom", question)
    with st.form(key=f"kolom_{hasil.sha256[:12]}_{edition()}"):
        with st.container(height=TINGGI_PILIHAN if len(letters) > 6 else "content", border=False):
            chosen = {letter: _choose(tanya, hasil, letter, offered) for letter in letters}
        pressed = st.form_submit_button("Baca dengan kolom ini", type="primary")
    if not pressed:
        return
    taken = {letter: role for letter, role in hasil.peran.items() if letter not in chosen}
    twice = _twice({**taken, **{letter: role for letter, role in chosen.items() if role}})
    if twice:
        st.html(galat_isian(twice))
        return
    first = tanya.pertama.peran
    said = _said(hasil.sha256)
    if question is not None:  # a form nobody knows: what was proposed for its columns is confirmed with the rest
        said.kolom |= taken
    said.kolom |= {
        letter: role
        for letter, role in chosen.items()
        if role and (role != first.get(letter) or letter in tanya.jawaban.kolom)
    }
    st.rerun()


def _choose(tanya: Tanya, hasil: HasilBaca, letter: str, offered: Collection[str]) -> str | None:
    title = " ".join(hasil.judul_kolom.get(letter, "").split())
    current = tanya.jawaban.kolom.get(letter) or hasil.peran.get(letter)
    options = choices(tuple(offered), current)
    return st.selectbox(
        f"Kolom {letter}: {plain(title)}" if title else f"Kolom {letter}, tanpa judul",
        options,
        index=options.index(current) if current else None,
        format_func=role_name,
        placeholder="Pilih isinya",
        key=f"kolom_{letter}_{hasil.sha256[:12]}_{tanya.kode_unit}_{edition()}",
    )


def _twice(roles: dict[str, str]) -> str:
    """Two columns cannot hold the same; which ones are said to."""
    seen: dict[str, str] = {}
    shared = {"nomor", "lain", "kode", ABAIKAN}
    for letter, role in roles.items():
        if role in seen and role not in shared:
            return f"{role_name(role)} dipilih untuk kolom {seen[role]} dan {letter}. Pilih satu saja."
        seen[role] = letter
    return ""


def _said(sha256: str) -> Jalan:
    """What was answered in this session about this file; another file begins anew."""
    said = st.session_state.get(JAWABAN)
    if not isinstance(said, Jalan) or said.sha256 != sha256:
        said = st.session_state[JAWABAN] = Jalan(sha256)
    return said
