"""Sentences on a screen: what stands out, what to say of a unit, what to ask it; each opens to its figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_status, predikat
from sakip_app.markup.opened import daftar_terbuka, kalimat_terbuka, nama_terbuka
from sakip_app.markup.safe import Html, gabung_html, tautan
from sakip_app.markup.tables import Kolom, dua_baris
from sakip_app.narration import Kalimat, paragraf_unit, pertanyaan_unit, sorotan
from sakip_app.narration.phrases import against_target
from sakip_app.screens.capture import capture
from sakip_app.screens.context import TERTULIS, Konteks
from sakip_app.screens.links import address
from sakip_app.screens.target_tahun import against
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.numbers import format_skor
from sakip_app.text.words import tw

SOROTAN_TERBANYAK = 5


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def standing_out(k: Konteks, hari_ini: date) -> Html:
    """Yang menonjol: the first sentences about the whole body; empty where there is nothing to say."""
    rekam = capture(k, hari_ini)
    said = sorotan(rekam)[:SOROTAN_TERBANYAK]
    if not said:
        return Html("")
    head = seksi("Yang menonjol", "Tiap kalimat membuka angka yang menjadi dasarnya.")
    return gabung_html([head, _sentences(k, rekam, said)])


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def paragraph(k: Konteks, kode_unit: str, hari_ini: date) -> Html:
    """What there is to say of a unit; empty for one that is not there in the quarter in view."""
    rekam = capture(k, hari_ini)
    unit = rekam.cari(kode_unit)
    return Html("") if unit is None else _sentences(k, rekam, paragraf_unit(rekam, unit))


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=TERTULIS)
def questions(k: Konteks, kode_unit: str, hari_ini: date) -> Html:
    """Pertanyaan untuk rapat: what to ask the unit; empty where there is nothing."""
    rekam = capture(k, hari_ini)
    unit = rekam.cari(kode_unit)
    asked = () if unit is None else pertanyaan_unit(rekam, unit)
    if not asked:
        return Html("")
    head = seksi("Pertanyaan untuk rapat", "Disusun dari angka triwulan ini.")
    return gabung_html([head, _sentences(k, rekam, asked)])


def _sentences(k: Konteks, rekam: Rekam, said: Iterable[Kalimat]) -> Html:
    owners = {satu.kode: (unit, satu) for unit in rekam.unit for satu in unit.indikator}
    return kalimat_terbuka([(kalimat.teks, _behind(k, rekam, kalimat, owners)) for kalimat in said])


def _behind(
    k: Konteks, rekam: Rekam, kalimat: Kalimat, owners: Mapping[str, tuple[UnitRekam, IndikatorRekam]]
) -> Html | None:
    """The indicators a sentence's numbers come from; without any its units; ``None`` where it speaks of neither."""
    found = [owners[kode] for kode in kalimat.indikator if kode in owners]
    if found:
        several = len({unit.kode for unit, _ in found}) > 1
        rows = [_figures(k, rekam, unit, satu, named=several) for unit, satu in found]
        heads = [
            Kolom("Indikator", lebar="44%"),
            Kolom(f"Realisasi s.d. {tw(rekam.triwulan)}{against(k)}"),
            Kolom("Capaian, %", kanan=True, lebar="110px"),
            Kolom("Predikat", lebar="170px"),
        ]
        return daftar_terbuka("", heads, rows)
    named = [unit for kode in kalimat.unit if (unit := rekam.cari(kode))]
    if not named:
        return None
    return nama_terbuka("", [tautan(unit.nama, address("unit", k, unit=unit.kode)) for unit in named])


def _figures(
    k: Konteks, rekam: Rekam, unit: UnitRekam, satu: IndikatorRekam, *, named: bool
) -> tuple[str | Html, ...]:
    now = rekam.triwulan - 1
    link = tautan(satu.uraian, address("indikator", k, unit=unit.kode, indikator=satu.kode))
    capaian, band, status = satu.capaian[now], satu.predikat[now], satu.status[now]
    if band is not None:
        judged = predikat(band, gaya_predikat(rekam.aturan)[band])
    else:
        judged = Html("") if status == "dinilai" else cip_status(status or "belum_lapor")
    return (
        dua_baris(link, unit.nama_pendek if named else None),
        against_target(rekam, satu) or "–",
        "–" if capaian is None else format_skor(capaian, rekam.aturan),
        judged,
    )
