"""Unggah, drawn: a template that holds several units. All of them are kept, or none."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.acceptance import DOKUMEN
from sakip_app.access import Pelaku
from sakip_app.markup.frame import judul, langkah, seksi
from sakip_app.markup.tables import BarisTemuan, Kolom, daftar_temuan, tabel
from sakip_app.screens import (
    upload,
    upload_decisions,
    upload_follow_ups,
    upload_match,
    upload_reading,
    upload_returned,
)
from sakip_app.screens.context import Instansi, engine
from sakip_app.screens.evidence import missing_bukti
from sakip_app.screens.upload import Bacaan, Keputusan, Tujuan
from sakip_app.screens.upload_view import press_store
from sakip_app.workbook.result import HasilBaca

Bagian = tuple[HasilBaca, Tujuan, Keputusan]


def draw(instansi: Instansi, bacaan: Bacaan, pelaku: Pelaku) -> None:
    """What was read unit by unit, what is odd, what would change, and the one press that keeps it all."""
    filled = [hasil for hasil in bacaan.semua if hasil.indikator or hasil.tindak_lanjut]
    n_rows = sum(len(hasil.indikator) for hasil in filled)
    st.html(judul(f"{n_rows} indikator terbaca dari {len(filled)} {instansi.sebutan}."))
    foreign = next((why for hasil in bacaan.semua if (why := upload.foreign_template(instansi, hasil))), None)
    if foreign is not None:
        st.error(foreign)
        st.html(langkah(1))
        return
    galat = sum(finding.tingkat == "galat" for hasil in bacaan.semua for finding in hasil.temuan)
    with st.container(key="seksi_temuan"):
        st.html(seksi("Temuan", "Tiap temuan menyebut lembar dan selnya."))
        st.html(daftar_temuan(_findings(bacaan), kosong="Tidak ada yang janggal di berkas ini."))
        upload_returned.offer(bacaan, bacaan.semua)
    if galat:
        st.html(langkah(2))
        upload_reading.blocked(galat)
        return
    if not filled:
        st.html(langkah(2) + seksi("Tidak ada yang dapat disimpan", "Semua lembar unit di berkas ini kosong."))
        return
    first = filled[0].templat
    usual = DOKUMEN[0] if first is None else upload.last_document(instansi, first.kode_unit, first.tahun)
    dokumen = st.selectbox(
        "Targetnya menurut",
        DOKUMEN,
        index=DOKUMEN.index(usual),
        key=f"dokumen_semua_{filled[0].sha256}",
        width=240,
    )
    goals = [_target(hasil, dokumen) for hasil in filled]
    names = store.list_unit(engine(), instansi.kode).set_index("kode_unit")["nama_pendek"]
    matches = [
        upload_match.settle(instansi, hasil, to, nama=str(names[to.kode_unit]))
        for hasil, to in zip(filled, goals, strict=True)
    ]
    parts = [(hasil, to, cocok.keputusan({}, {})) for hasil, to, cocok in zip(filled, goals, matches, strict=True)]
    upload_reading.missing(
        [found for hasil, to, _ in parts for found in missing_bukti(instansi, hasil, to, pelaku)]
    )
    with st.spinner("Membandingkan dengan yang tersimpan …"):
        beda = _differences(instansi, parts)
    with st.container(key="seksi_beda"):
        st.html(seksi("Perbedaan dengan yang tersimpan", upload_decisions.count_differences(beda)))
        st.html(_per_unit(beda, parts) + upload_decisions.difference_table(beda))
        lanjut = [satu for hasil, to, _ in parts for satu in upload_follow_ups.compared(instansi, hasil, to)]
        diambil = upload_follow_ups.draw(lanjut, filled[0].sha256)
        for cocok, (_, to, _) in zip(matches, parts, strict=True):
            upload_match.missing(cocok, to.tahun, nama=str(names[to.kode_unit]))
    done = all(upload_match.ready(cocok, hasil) for cocok, hasil in zip(matches, filled, strict=True))
    st.html(langkah(3 if done else 2))
    if not done:
        return
    parts = [(hasil, to, decided.taking(diambil)) for hasil, to, decided in parts]
    label = upload_decisions.press_label(beda, upload_follow_ups.count_kept(lanjut, diambil))
    with st.container(key="konfirmasi", border=True):
        if label is None:
            st.html(upload_follow_ups.nothing_new(lanjut))
            return
        st.html(
            seksi(
                f"Simpan {len(parts)} {instansi.sebutan} sekaligus?",
                "Semuanya diterima, atau tidak satu pun. Angka lama tidak dihapus.",
            )
        )
        press_store(instansi, bacaan, parts, label, pelaku)


def _target(hasil: HasilBaca, dokumen: str) -> Tujuan:
    mark = hasil.templat
    if mark is None:
        raise ValueError("only a template holds several units")
    return Tujuan(mark.kode_unit, None, mark.tahun, dokumen)


def _findings(bacaan: Bacaan) -> list[BarisTemuan]:
    order = {"galat": 0, "peringatan": 1, "catatan": 2}
    found = sorted(
        (finding for hasil in bacaan.semua for finding in hasil.temuan), key=lambda finding: order[finding.tingkat]
    )
    return [
        BarisTemuan(n, f.tingkat, f"{f.lembar}!{f.sel}", f.nilai, f.pesan, f.saran)
        for n, f in enumerate(found, start=1)
    ]


def _differences(instansi: Instansi, parts: list[Bagian]) -> pd.DataFrame:
    names = store.list_unit(engine(), instansi.kode).set_index("kode_unit")["nama_pendek"]
    return pd.concat(
        [
            upload.differences(instansi, hasil, to, decided).assign(
                unit=str(names[to.kode_unit]), kode_unit=to.kode_unit
            )
            for hasil, to, decided in parts
        ],
        ignore_index=True,
    )


def _per_unit(beda: pd.DataFrame, parts: list[Bagian]) -> str:
    counts = beda.groupby("kode_unit", sort=False)["keadaan"].value_counts().unstack(fill_value=0)
    counts = counts.reindex(
        index=[to.kode_unit for _, to, _ in parts], columns=list(upload_decisions.KEADAAN), fill_value=0
    )
    names = beda.drop_duplicates("kode_unit").set_index("kode_unit")["unit"]
    rows = [
        (str(names.get(kode, kode)), str(len(hasil.indikator)), *(str(n) if n else "–" for n in counts.loc[kode]))
        for kode, (hasil, _, _) in zip(counts.index, parts, strict=True)
    ]
    heads = [Kolom("Unit"), Kolom("Indikator", kanan=True, lebar="110px")]
    return tabel(
        [*heads, *(Kolom(w.capitalize(), kanan=True, lebar="110px") for w in upload_decisions.KEADAAN)], rows
    )
