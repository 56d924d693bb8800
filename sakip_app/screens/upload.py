"""The upload in progress: what was read, for whom, what a person decided. Lives in one session."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime

import pandas as pd
import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app import acceptance, store
from sakip_app.acceptance import DOKUMEN
from sakip_app.access import Pelaku
from sakip_app.screens.context import ROMAWI, UKURAN, Instansi, engine
from sakip_app.store import Kiriman, ProfilBaru, SimpanDitolakError, UnggahanTersimpan, UnitBaru
from sakip_app.workbook.isolated import read_units_apart
from sakip_app.workbook.layouts import TATA_LETAK
from sakip_app.workbook.polaritas import propose
from sakip_app.workbook.result import BerkasDitolakError, HasilBaca, Jawaban

BELUM_DIJAWAB = Jawaban()
UNIT_BARU = "＋ unit baru"
NAMA_BENTUK = {bentuk.kode: bentuk.nama for bentuk in TATA_LETAK}
_KEY, _STORED = "unggahan", "tersimpan"
JAWABAN = "jawaban_berkas"
"""Where the answers of this session about the form of the file in the box are."""
BACAAN_DISIMPAN = 6
"""Readings of one file a session keeps, one for each set of answers."""
JENIS = {
    "target_tahunan": "Target tahun",
    "target": "Target",
    "realisasi": "Realisasi",
    "realisasi_tahun": "Realisasi tahun tercetak",
    "capaian_tercetak": "Capaian tercetak",
    "target_renstra": "Target Renstra",
    "realisasi_lalu": "Realisasi s.d. tahun lalu",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
    "polaritas": "Polaritas",
    "konsolidasi": "Konsolidasi",
    "cara_isi": "Cara isi",
    "cara_isi_anggaran": "Cara isi anggaran",
    "bobot": "Bobot",
    "skala": "Skala",
    "kode_pk": "PK",
    "penanggung_jawab": "Penanggung jawab",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "rencana_tindak_lanjut": "Rencana tindak lanjut",
    "pic": "Penanggung jawab tindak lanjut",
    "batas_waktu": "Batas waktu",
    "bukti": "Bukti dukung",
}


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A file as it was read, unit by unit, or why it was refused; one of ``semua`` and ``ditolak`` stands.

    ``profil`` are the answers it was read with, as they are remembered when it is kept.
    """

    nama: str
    isi: bytes
    semua: tuple[HasilBaca, ...]
    ditolak: BerkasDitolakError | None
    profil: ProfilBaru | None = None


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where the upload goes: an existing unit, or a new one to be added with it."""

    kode_unit: str
    unit_baru: UnitBaru | None
    tahun: int
    dokumen: str = DOKUMEN[0]
    alias: str | None = None
    """A name in the sheet that from now on means the unit."""


@dataclass(frozen=True, slots=True)
class Keputusan:
    """What a person decided about the indicators of a file, by ``kunci`` in the file; see :class:`store.Kiriman`."""

    polaritas: Mapping[str, str]
    konsolidasi: Mapping[str, str]
    padanan: Mapping[str, str | None] = field(default_factory=dict)
    dicabut: Mapping[str, str] = field(default_factory=dict)
    versi: str | None = None
    tindak_lanjut: frozenset[str] = frozenset()

    def taking(self, diambil: frozenset[str]) -> Keputusan:
        """The same, with what the file says of these follow-ups (their uid) though their state changed since."""
        return replace(self, tindak_lanjut=diambil)


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """An upload that was just kept, unit by unit, and the view in which its figures are seen.

    ``tujuan`` is the first unit it went to.
    """

    nama: str
    tujuan: Tujuan
    hasil: tuple[UnggahanTersimpan, ...]
    waktu: datetime
    tw: str
    ukuran: str


def read(nama: str, isi: bytes, jawaban: Jawaban = BELUM_DIJAWAB) -> Bacaan:
    """Read the file once a session for each set of answers about its form, however often the page runs."""
    sha256 = hashlib.sha256(isi).hexdigest()
    kept: dict[tuple[str, str, str], Bacaan] = st.session_state.get(_KEY, {})
    if not all(key[:2] == (nama, sha256) for key in kept):
        kept = {}
    st.session_state[_KEY] = kept
    key = (nama, sha256, json.dumps(asdict(jawaban), sort_keys=True))
    if key not in kept:
        try:
            bacaan = Bacaan(nama, isi, read_units_apart(isi, nama, jawaban), None)
        except BerkasDitolakError as refusal:
            bacaan = Bacaan(nama, isi, (), refusal)
        if len(kept) >= BACAAN_DISIMPAN:  # the first of all, without answers, is needed at every run
            del kept[list(kept)[1]]
        kept[key] = bacaan
    return kept[key]


def unit_key(hasil: HasilBaca) -> str:
    """The key of the box in which the unit of a sheet is chosen; a sheet that names another one is asked anew."""
    return f"unit_tujuan_{hasil.sha256}_{hasil.unit}"


def suggest_unit(instansi: Instansi, hasil: HasilBaca) -> str | None:
    """The unit whose name or alias the sheet states; ``None`` where it states none we know."""
    if hasil.templat is not None:
        return hasil.templat.kode_unit
    return store.find_unit(engine(), instansi.kode, hasil.unit, hasil.tahun) if hasil.unit else None


def near_units(instansi: Instansi, hasil: HasilBaca) -> list[str]:
    """The units whose names come near the one the sheet states, the nearest first; they are only proposed."""
    if hasil.templat is not None or not hasil.unit:
        return []
    return [kode for kode, _ in store.near_units(engine(), instansi.kode, hasil.unit, hasil.tahun)[:3]]


def foreign_template(instansi: Instansi, hasil: HasilBaca) -> str | None:
    """Why a template cannot be kept here: it was made for another body, or for a unit nobody knows."""
    mark = hasil.templat
    if mark is None:
        return None
    if mark.kode_instansi != instansi.kode:
        return (
            f"Templat ini dibuat untuk instansi lain ({mark.kode_instansi}), bukan untuk {instansi.nama}. "
            "Pilih instansi itu di atas, atau unduh templat yang sesuai."
        )
    there = store.list_unit(engine(), instansi.kode, mark.tahun)["kode_unit"]
    if mark.kode_unit not in set(there):
        every = store.list_unit(engine(), instansi.kode).set_index("kode_unit")["nama"]
        if mark.kode_unit in every.index:
            return (
                f"Templat ini dibuat untuk {every[mark.kode_unit]}, yang tidak ada pada tahun {mark.tahun}. "
                "Unduh templat untuk unit yang melanjutkannya."
            )
        return (
            f"Templat ini dibuat untuk unit {mark.kode_unit}, yang tidak terdaftar di {instansi.nama}. "
            "Unduh templat baru untuk unit Anda."
        )
    return None


def last_document(instansi: Instansi, kode_unit: str, tahun: int | None) -> str:
    """The document under which the unit last sent its targets this year; PK murni where it sent none."""
    return acceptance.last_document(engine(), instansi.kode, kode_unit, tahun)


def new_unit(nama: str) -> UnitBaru:
    """A unit to be added under the name the sheet gives, with a code made from it."""
    short = re.search(r"\(([^()]{2,40})\)\s*$", nama)
    nama_pendek = short.group(1).strip() if short else nama
    slug = re.sub(r"[^a-z0-9]+", "-", nama_pendek.lower()).strip("-")[:40]
    return UnitBaru(
        kode_unit=f"{slug}-{hashlib.sha256(nama.encode()).hexdigest()[:4]}",
        nama=nama,
        nama_pendek=nama_pendek.title() if nama_pendek.isupper() and len(nama_pendek) > 6 else nama_pendek,
    )


def polaritas_table(hasil: HasilBaca, kept: Mapping[str, str]) -> pd.DataFrame:
    """Indicators whose polaritas is open, by ``kunci``: the proposal, its reason, what is kept already."""
    asked = {
        kunci: (question.usul, question.alasan)
        for question in hasil.pertanyaan
        if question.kode == "polaritas"
        for kunci in question.untuk
    }
    rows = [row for row in hasil.indikator if row.kunci in asked]
    return pd.DataFrame(
        {
            "baris": [row.baris for row in rows],
            "uraian": [row.uraian for row in rows],
            "satuan": [row.satuan or "" for row in rows],
            "usul": [asked[row.kunci][0] for row in rows],
            "alasan": [propose(row.uraian)[1] for row in rows],
            "polaritas": [kept.get(row.kunci) for row in rows],
        },
        index=pd.Index([row.kunci for row in rows], name="kunci"),
    ).astype({"usul": "object", "polaritas": "object"})


def asked_konsolidasi(hasil: HasilBaca) -> list[str]:
    """The ``kunci`` of the indicators whose sheet does not declare how quarters make the year."""
    return [kunci for question in hasil.pertanyaan if question.kode == "konsolidasi" for kunci in question.untuk]


def kept_decisions(instansi: Instansi, tujuan: Tujuan) -> Keputusan:
    """The polaritas and konsolidasi already kept for the unit and year."""
    data = store.load_tahun(engine(), instansi.kode, tujuan.tahun).indikator
    own = data[data["kode_unit"] == tujuan.kode_unit].set_index("kunci")
    polaritas, konsolidasi = (
        {str(kunci): str(word) for kunci, word in own[jenis].dropna().items()}
        for jenis in ("polaritas", "konsolidasi")
    )
    return Keputusan(polaritas, konsolidasi)


def count_open(hasil: HasilBaca, keputusan: Keputusan) -> tuple[int, int]:
    """How many indicators stay without polaritas, and how many without konsolidasi."""
    rows = hasil.indikator
    return (
        sum(row.polaritas is None and row.kunci not in keputusan.polaritas for row in rows),
        sum(row.konsolidasi is None and row.kunci not in keputusan.konsolidasi for row in rows),
    )


def is_kept(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan) -> bool:
    """Whether this very file is kept already for the unit, the year and the document."""
    return store.is_kept(engine(), instansi.kode, tujuan.kode_unit, tujuan.tahun, hasil.sha256, tujuan.dokumen)


def differences(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan, keputusan: Keputusan) -> pd.DataFrame:
    """What keeping the file would change, one row a value."""
    return store.compare(
        engine(),
        hasil,
        kode_instansi=instansi.kode,
        kode_unit=tujuan.kode_unit,
        tahun=tujuan.tahun,
        polaritas=keputusan.polaritas,
        konsolidasi=keputusan.konsolidasi,
        padanan=keputusan.padanan,
        dicabut=keputusan.dicabut,
    )


def commit(
    instansi: Instansi, bacaan: Bacaan, tujuan: Sequence[tuple[HasilBaca, Tujuan, Keputusan]], pelaku: Pelaku
) -> None:
    """Keep the file whole, for all its units, or not at all; what was kept is then told by ``just_stored``.

    Raises:
        SimpanDitolakError: the store refuses it; nothing was kept.
    """
    try:
        kept = store.commit_uploads(
            engine(),
            [
                Kiriman(
                    hasil,
                    to.kode_unit,
                    to.tahun,
                    to.unit_baru,
                    keputusan.polaritas,
                    keputusan.konsolidasi,
                    to.dokumen,
                    bacaan.profil,
                    padanan=keputusan.padanan,
                    dicabut=keputusan.dicabut,
                    versi=keputusan.versi,
                    alias_unit=to.alias,
                    tindak_lanjut=keputusan.tindak_lanjut,
                )
                for hasil, to, keputusan in tujuan
            ],
            bacaan.isi,
            kode_instansi=instansi.kode,
            pelaku=pelaku.nama,
        )
    except OperationalError as error:
        raise SimpanDitolakError(
            "penyimpanan-sibuk",
            "Penyimpanan sedang dipakai atau tidak dapat ditulis; tidak ada yang disimpan.",
            "Tunggu sebentar, lalu tekan Simpan lagi. Bila tetap gagal, hubungi pengelola aplikasi.",
        ) from error
    rows = [row for hasil, _, _ in tujuan for row in hasil.indikator]
    mark = tujuan[0][0].templat
    reported = (q for row in rows for q, value in row.realisasi.items() if value is not None)
    last = max(reported, default=mark.triwulan if mark else 4)
    quarterly = not rows or any(value is not None for row in rows for value in row.target.values())
    st.session_state[_STORED] = Tersimpan(
        bacaan.nama,
        tujuan[0][1],
        tuple(kept),
        datetime.now(UTC),
        ROMAWI[last - 1],
        UKURAN[0] if quarterly else UKURAN[1],
    )


def just_stored() -> Tersimpan | None:
    """The upload kept in this session, until another is begun."""
    kept = st.session_state.get(_STORED)
    return kept if isinstance(kept, Tersimpan) else None


def forget() -> None:
    """Start over with another file."""
    for key in (_KEY, _STORED, JAWABAN, "polaritas_dipilih"):
        st.session_state.pop(key, None)
    st.session_state["berkas_ke"] = st.session_state.get("berkas_ke", 0) + 1
