"""The trust line's counts beside a headline, and the lists that they open: of the whole body or of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

import pandas as pd
import streamlit as st

from sakip_app import archive, store
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.frame import baris_percaya
from sakip_app.markup.marks import cip_sel, cip_status, predikat
from sakip_app.markup.opened import daftar_terbuka, nama_terbuka
from sakip_app.markup.safe import Html, gabung_html, isi, tautan
from sakip_app.markup.tables import Kolom, dua_baris
from sakip_app.reports.trust import change_line
from sakip_app.screens.capture import capture
from sakip_app.screens.context import TERTULIS, Konteks, engine, list_unit
from sakip_app.screens.follow_ups import indicator_link, late_words
from sakip_app.screens.links import address
from sakip_app.screens.measured import units, year
from sakip_app.screens.source import name_of
from sakip_app.screens.standing import Lapor, reported
from sakip_app.screens.target_tahun import running_year
from sakip_app.snapshot.as_json import RekamTakTerbacaError
from sakip_app.snapshot.compare import compare
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import TemuanTerbuka
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.numbers import format_pasangan, format_skor
from sakip_app.text.sentences import Potongan
from sakip_app.text.trust import BERUBAH, DINILAI, JANJI, LAPOR, TEMUAN, TERLAMBAT, open_matters, trust_line
from sakip_app.text.words import awal_besar, stated, tw

HARI_PERUBAHAN = 30
"""So many days back figures that replaced another are counted as long as no snapshot stands to compare with."""
BARIS_TERBANYAK = 40
"""So many rows a list shows; the rest is counted."""


class Berubah(NamedTuple):
    """One figure that is another now, in words."""

    kode_unit: str
    kode_indikator: str
    apa: str
    ada: bool = True
    """Whether the indicator still is there to be looked at."""


class Perbandingan(NamedTuple):
    """What changed, since when, and the short id of the snapshot it is compared with."""

    berubah: tuple[Berubah, ...]
    sejak: date
    rekam: str | None


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def changed(k: Konteks, hari_ini: date) -> Perbandingan:
    """The figures that differ from the newest snapshot up to the quarter in view.

    As long as there is none: those up to the quarter in view that replaced another in the last 30 days.
    """
    try:
        before = archive.before(engine(), capture(k, hari_ini))
    except RekamTakTerbacaError:  # frozen by a newer version of this software: as good as none here
        before = None
    if before is None:
        return _replaced(k, hari_ini)
    found = tuple(
        Berubah(
            satu.kode_unit,
            satu.kode_indikator,
            change_line(satu),
            bool(satu.kode_indikator) and satu.jenis != "hilang",
        )
        for satu in compare(before, capture(k, hari_ini))
    )
    return Perbandingan(found, waktu_setempat(before.waktu).date(), before.kode)


def _replaced(k: Konteks, hari_ini: date) -> Perbandingan:
    since = hari_ini - timedelta(days=HARI_PERUBAHAN)
    midnight = datetime.combine(since, time.min, waktu_setempat(datetime.now(UTC)).tzinfo)
    rows = store.list_perubahan(engine(), k.instansi.kode, k.tahun, midnight)
    rows = rows[rows["triwulan"].fillna(0) <= k.triwulan]
    known = year(k).indikator.set_index("kode_indikator")[["uraian", "satuan"]]
    return Perbandingan(tuple(_replacement(row, known) for _, row in rows.iterrows()), since, None)


def _replacement(row: pd.Series, known: pd.DataFrame) -> Berubah:
    kode, triwulan = str(row["kode_indikator"]), row["triwulan"]
    there = kode in known.index
    what = name_of(str(row["jenis"]), None if pd.isna(triwulan) else int(triwulan))
    satuan = stated(known.loc[kode, "satuan"]) if there else None
    numbers = format_pasangan(row["lama"], row["baru"], satuan)
    was, now = (
        stated(row[name]) or number for name, number in zip(("lama_teks", "baru_teks"), numbers, strict=True)
    )
    name = str(known.loc[kode, "uraian"]) if there else "Indikator yang tidak lagi diukur"
    return Berubah(str(row["kode_unit"]), kode, f"{name}: {what[:1].lower()}{what[1:]} {was} → {now}", there)


class Terbuka(NamedTuple):
    """What is open: of the whole body, or of one unit."""

    perbandingan: Perbandingan
    temuan: tuple[TemuanTerbuka, ...]
    lewat: tuple[TindakLanjut, ...]

    @property
    def potongan(self) -> list[Potongan]:
        """As pieces of the trust line."""
        since, kode = self.perbandingan.sejak, self.perbandingan.rekam
        n_berubah = len(self.perbandingan.berubah)
        return open_matters(n_berubah, since, len(self.temuan), len(self.lewat), ada_rekam=kode is not None)


def open_of(k: Konteks, hari_ini: date, kode_unit: str | None = None) -> Terbuka:
    """What changed and is open in the quarter in view, of the body or of one of its units."""
    rekam, compared = capture(k, hari_ini), changed(k, hari_ini)
    temuan, lewat = rekam.temuan, rekam.lewat
    if kode_unit is not None:
        own = tuple(satu for satu in compared.berubah if satu.kode_unit == kode_unit)
        compared = compared._replace(berubah=own)
        temuan = tuple(satu for satu in temuan if satu.kode_unit == kode_unit)
        lewat = tuple(satu for satu in lewat if satu.kode_unit == kode_unit)
    return Terbuka(compared, temuan, tuple(sorted(lewat, key=lambda satu: satu.tenggat or date.max)))


def body_line(k: Konteks, hari_ini: date) -> Html:
    """The trust line of the whole body, each count opening what it counts."""
    lapor, terbuka = reported(k, hari_ini), open_of(k, hari_ini)
    compared, aturan = terbuka.perbandingan, k.instansi.aturan
    return baris_percaya(
        trust_line(
            lapor.n,
            lapor.n_unit,
            lapor.n_terlambat,
            aturan.nama,
            contoh=aturan.contoh,
            batas_atas=aturan.batas_atas,
            n_berubah=len(compared.berubah),
            sejak=compared.sejak,
            ada_rekam=compared.rekam is not None,
            n_temuan=len(terbuka.temuan),
            n_lewat=len(terbuka.lewat),
            tenggat=lapor.tenggat,
            hari_ini=hari_ini,
            sebutan=k.instansi.sebutan,
            aturan_lain=k.aturan_lain,
        ),
        lapor=lapor.n,
        unit=lapor.n_unit,
        terlambat=lapor.n_terlambat,
        buka=panels(k, hari_ini, lapor, terbuka),
    )


def panels(
    k: Konteks, hari_ini: date, lapor: Lapor, terbuka: Terbuka, kode_unit: str | None = None
) -> dict[str, Html]:
    """What each count opens; ``kode_unit``: on that unit's own screen, which need not name it."""
    made = dict(_reporting(k, hari_ini, lapor))
    compared = terbuka.perbandingan
    if compared.berubah:
        since = format_tanggal(compared.sejak)
        from_what = f"rekam {compared.rekam}, {since}" if compared.rekam else since
        rows = [(satu.kode_unit, _change(k, satu)) for satu in compared.berubah]
        made[BERUBAH] = _list(k, f"Berubah sejak {from_what}", "Yang berubah", rows, kode_unit)
    if terbuka.temuan:
        rows = [(satu.kode_unit, _finding(satu)) for satu in terbuka.temuan]
        made[TEMUAN] = _list(k, "Temuan yang masih ada di berkas terakhir", "Temuan", rows, kode_unit)
    if terbuka.lewat:
        rows = [(satu.kode_unit or "", _overdue(k, satu, hari_ini)) for satu in terbuka.lewat]
        made[JANJI] = _list(k, "Tindak lanjut yang lewat tenggat", "Tindak lanjut", rows, kode_unit)
    return made


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=TERTULIS)
def _reporting(k: Konteks, hari_ini: date, lapor: Lapor) -> dict[str, Html]:
    links = [(_unit_link(k, str(kode)), bool(told)) for kode, told in units(k)["lapor"].items()]
    sent, silent = ([link for link, told in links if told is state] for state in (True, False))
    quarter = f"{tw(k.triwulan)} {k.tahun}"
    lists = [
        nama_terbuka(f"{word} {quarter}: {len(names)} {k.instansi.sebutan}", names)
        for word, names in (("Belum lapor", silent), ("Sudah lapor", sent))
        if names
    ]
    made = {LAPOR: gabung_html(lists)} if lists else {}
    if lapor.n_terlambat and lapor.tenggat is not None:
        days = (hari_ini - lapor.tenggat).days
        head = f"Lewat tenggat {format_tanggal(lapor.tenggat, panjang=True)}, {days} hari"
        made[TERLAMBAT] = nama_terbuka(head, silent)
    return made


def _unit_link(k: Konteks, kode: str) -> Html:
    """A unit by name, to be followed where it is there in the quarter in view."""
    names = list_unit(k.instansi.kode, k.tahun, k.versi)["nama"]
    name = str(names.get(kode, kode or k.instansi.nama))
    return tautan(name, address("unit", k, unit=kode) if kode in units(k).index else None)


def _list(k: Konteks, judul: str, kepala: str, baris: Sequence[tuple[str, Html]], kode_unit: str | None) -> Html:
    """A row a thing, its unit first where it is not that of the screen."""
    shown, more = baris[:BARIS_TERBANYAK], len(baris) - BARIS_TERBANYAK
    title = f"{judul}; {BARIS_TERBANYAK} pertama dari {len(baris)}" if more > 0 else judul
    if kode_unit is not None:
        return daftar_terbuka(title, [Kolom("")], [(said,) for _, said in shown])
    heads = [Kolom(awal_besar(k.instansi.sebutan), lebar="28%"), Kolom(kepala)]
    return daftar_terbuka(title, heads, [(_unit_link(k, kode), said) for kode, said in shown])


def _change(k: Konteks, satu: Berubah) -> Html:
    there = satu.ada and satu.kode_unit in units(k).index
    return tautan(
        satu.apa, address("indikator", k, unit=satu.kode_unit, indikator=satu.kode_indikator) if there else None
    )


def _finding(satu: TemuanTerbuka) -> Html:
    place = "!".join(part for part in (satu.lembar, satu.sel) if part)
    return dua_baris(Html(f"{cip_sel(place) if place else ''} {isi(satu.pesan)}"), satu.berkas)


def _overdue(k: Konteks, satu: TindakLanjut, hari_ini: date) -> Html:
    about = indicator_link(k, satu)
    parts = [about, " · " if about else "", satu.penanggung_jawab, " · ", late_words(satu, hari_ini)]
    below = gabung_html(parts)
    return dua_baris(satu.apa, below)


def assessed(k: Konteks, kode_unit: str, rows: pd.DataFrame) -> dict[str, Html]:
    """What "n dari N indikator dinilai" opens: those without a capaian first, then the others, worst first.

    While an unfinished year is measured no band is said.
    """
    looks = {} if running_year(k) else gaya_predikat(k.instansi.aturan)
    order = rows.assign(assessed=rows["status"] == "dinilai").sort_values(["assessed", "skor"], kind="stable")
    lines = []
    for row in order.to_dict("records"):
        link = address("indikator", k, unit=kode_unit, indikator=str(row["kode_indikator"]))
        band = str(row["predikat"])
        known = row["status"] == "dinilai"
        lines.append(
            (
                tautan(str(row["uraian"]), link),
                format_skor(row["capaian"], k.instansi.aturan) if known else "–",
                predikat(band, looks[band])
                if band in looks
                else None
                if known
                else cip_status(str(row["status"])),
            )
        )
    heads = [Kolom("Indikator"), Kolom("Capaian, %", kanan=True, lebar="110px"), Kolom("Predikat", lebar="170px")]
    return {DINILAI: daftar_terbuka("Indikator yang dinilai dan yang tidak", heads, lines)} if lines else {}
