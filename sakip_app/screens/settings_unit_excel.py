"""Pengaturan › Unit › Dari Excel: the list as a file, and what a list sent back would change."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.markup.safe import Html
from sakip_app.markup.tables import BarisTemuan, Kolom, daftar_temuan, tabel
from sakip_app.screens.context import engine
from sakip_app.screens.settings import Latar, edition, keep, plain
from sakip_app.store import UnitBaru
from sakip_app.store.units import normalise
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.words import bilangan, bilangan_awal
from sakip_app.workbook.isolated import read_unit_list_apart
from sakip_app.workbook.result import BerkasDitolakError
from sakip_app.workbook.unit_list import BarisUnit, DaftarUnit, write_unit_list

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JENIS_BAKU = "opd"
_KATA = {
    "nama": "nama",
    "nama_pendek": "nama pendek",
    "jenis": "jenis",
    "kode_induk": "induk",
    "alias": "nama lain",
}


@dataclass(frozen=True, slots=True)
class Beda:
    """What a list says otherwise than the store. ``ubah`` tells, by code, what is otherwise and how."""

    baru: tuple[UnitBaru, ...]
    berubah: tuple[UnitBaru, ...]
    ubah: dict[str, list[str]]
    alias: dict[str, tuple[str, ...]]
    sama: tuple[str, ...]
    tak_tercantum: tuple[str, ...]
    tanggal_lain: tuple[str, ...]

    @property
    def kosong(self) -> bool:
        """Whether nothing would change."""
        return not (self.baru or self.berubah or self.alias)


def draw(latar: Latar, units: pd.DataFrame) -> None:
    """Download, upload, see, confirm."""
    st.html(
        seksi(
            "Daftar unit dalam Excel",
            "Unduh, ubah, unggah. Anda melihat bedanya dahulu; yang tidak tercantum dibiarkan.",
        )
    )
    there = units[units["berlaku_sampai"].isna()]
    label = f"Unduh daftar {len(there)} unit" if len(there) else "Unduh formulir kosong"
    st.download_button(
        label,
        lambda: write_unit_list(
            latar.instansi.nama, rows_of(units, store.list_alias(engine(), latar.instansi.kode))
        ),
        file_name=f"unit-{latar.instansi.kode}.xlsx",
        mime=XLSX,
        on_click="ignore",
        key="unduh_unit",
    )
    with st.container(key="kotak_berkas"):
        file = st.file_uploader("Daftar unit (.xlsx)", key=f"daftar_unit_{edition()}", max_upload_size=20)
    if file is None:
        return
    data = file.getvalue()
    try:
        daftar = read_unit_list_apart(data, file.name, list(units["kode_unit"]))
    except BerkasDitolakError as refusal:
        st.error(f"**{plain(refusal.pesan)}**\n\n{plain(refusal.saran)}")
        st.caption(f"Kode: {refusal.kode} · tidak ada yang disimpan")
        return
    if daftar.temuan:
        _findings(daftar)
        return
    beda = compare(daftar, units, store.list_alias(engine(), latar.instansi.kode))
    _confirm(latar, units, beda, hashlib.sha256(data).hexdigest())


def rows_of(units: pd.DataFrame, alias: pd.DataFrame) -> list[BarisUnit]:
    """The units as the list writes them."""
    words = alias.groupby("kode_unit")["alias"].agg(tuple).to_dict()
    return [
        BarisUnit(
            row["kode_unit"],
            row["nama"],
            row["nama_pendek"],
            row["jenis"],
            row["kode_induk"] if isinstance(row["kode_induk"], str) else "",
            words.get(row["kode_unit"], ()),
            None if pd.isna(row["berlaku_dari"]) else row["berlaku_dari"].date(),
        )
        for row in units.to_dict("records")
    ]


def compare(daftar: DaftarUnit, units: pd.DataFrame, alias: pd.DataFrame) -> Beda:
    """What taking over the list would change. A column that the list does not have, and a blank short name or
    jenis, says nothing; a blank induk in a list with that column says that the unit stands below none.
    """
    held = {row.kode: row for row in rows_of(units, alias)}
    known_words = {(kode, word) for kode, word in alias.itertuples(index=False)}
    baru, berubah, sama, other_days = [], [], [], []
    changes: dict[str, list[str]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for row in daftar.unit:
        before = held.get(row.kode)
        if before is None:
            baru.append(_new(row))
            continue
        after = _stated(row, before, daftar.kolom)
        told = [
            f"{_KATA[field]} {getattr(before, field) or '–'} → {getattr(after, field) or '–'}"
            for field in ("nama", "nama_pendek", "jenis", "kode_induk")
            if getattr(before, field) != getattr(after, field)
        ]
        further = tuple(word for word in row.alias if (row.kode, normalise(word)) not in known_words)
        if told:
            berubah.append(
                UnitBaru(row.kode, after.nama, after.nama_pendek, after.jenis, after.kode_induk or None)
            )
        if further:
            words[row.kode] = further
            told.append(f"nama lain + {', '.join(further)}")
        if told:
            changes[row.kode] = told
        else:
            sama.append(row.kode)
        if row.berlaku_dari is not None and row.berlaku_dari != before.berlaku_dari:
            other_days.append(row.kode)
    listed = {row.kode for row in daftar.unit}
    missing = tuple(kode for kode in units.loc[units["berlaku_sampai"].isna(), "kode_unit"] if kode not in listed)
    return Beda(tuple(baru), tuple(berubah), changes, words, tuple(sama), missing, tuple(other_days))


def _new(row: BarisUnit) -> UnitBaru:
    return UnitBaru(
        row.kode,
        row.nama,
        row.nama_pendek or None,
        row.jenis or JENIS_BAKU,
        row.kode_induk or None,
        None,
        row.berlaku_dari,
        None,
        row.alias,
    )


def _stated(row: BarisUnit, before: BarisUnit, columns: frozenset[str]) -> BarisUnit:
    renamed = row.nama != before.nama and before.nama_pendek == before.nama
    return BarisUnit(
        row.kode,
        row.nama,
        row.nama_pendek or (row.nama if renamed else before.nama_pendek),
        row.jenis or before.jenis,
        row.kode_induk if "kode_induk" in columns else before.kode_induk,
    )


def _findings(daftar: DaftarUnit) -> None:
    n = len(daftar.temuan)
    with st.container(key="seksi_temuan_unit"):
        st.html(
            seksi(
                f"{bilangan_awal(n)} sel perlu diperbaiki", "Belum ada yang disimpan. Perbaiki, lalu unggah lagi."
            )
        )
        rows = [
            BarisTemuan(nomor, one.tingkat, f"{one.lembar}!{one.sel}", one.nilai, one.pesan, one.saran)
            for nomor, one in enumerate(daftar.temuan, 1)
        ]
        st.html(daftar_temuan(rows))


def _confirm(latar: Latar, units: pd.DataFrame, beda: Beda, sha256: str) -> None:
    names = dict(zip(units["kode_unit"], units["nama"], strict=True))
    with st.container(key="seksi_beda_unit"):
        counts = (
            (len(beda.baru), "baru"),
            (len(beda.ubah), "berubah"),
            (len(beda.sama), "sama"),
            (len(beda.tak_tercantum), "tidak tercantum"),
        )
        st.html(seksi("Bedanya dengan yang tersimpan", " · ".join(f"{n} {word}" for n, word in counts)))
        st.html(_table(beda, names))
        if beda.tak_tercantum:
            n = bilangan_awal(len(beda.tak_tercantum))
            st.caption(f"{n} unit tidak tercantum dan dibiarkan. Untuk mengakhirinya, buka bagian Ubah.")
        if beda.tanggal_lain:
            n = bilangan_awal(len(beda.tanggal_lain))
            st.caption(
                f"{n} unit lama bertanggal mulai lain di daftar ini; tanggalnya hanya diubah pada bagian Ubah."
            )
    if beda.kosong:
        return
    with st.container(key="konfirmasi", border=True):
        st.html(
            seksi(
                "Terapkan semuanya sekaligus?", "Semua atau tidak sama sekali; nama lama tetap untuk masa lalunya."
            )
        )
        key = f"daftar_sejak_{sha256[:12]}"
        if key not in st.session_state:
            st.session_state[key] = date(waktu_setempat(datetime.now(UTC)).year, 1, 1)
        since = st.date_input(
            "Nama dan letak baru berlaku sejak", value=None, key=key, format="DD/MM/YYYY", width=220
        )
        label = f"Terapkan {bilangan(len(beda.baru) + len(beda.ubah))} perubahan"
        pressed = st.button(label, type="primary", key="terapkan", disabled=since is None)
        if pressed and since is not None:
            _apply(latar, beda, since)


def _apply(latar: Latar, beda: Beda, since: date) -> None:
    keep(
        lambda: store.apply_unit_list(
            engine(),
            latar.instansi.kode,
            baru=beda.baru,
            berubah=beda.berubah,
            alias=beda.alias,
            sejak=since,
            pelaku=latar.pelaku.nama,
        ),
        f"Daftar diterapkan: {len(beda.baru)} unit baru, {len(beda.ubah)} berubah sejak {format_tanggal(since)}.",
    )


def _table(beda: Beda, names: dict[str, str]) -> Html:
    lines: list[Sequence[str]] = [
        (unit.kode_unit, unit.nama, "baru", _about(unit, names, beda.baru)) for unit in beda.baru
    ]
    lines += [(kode, names[kode], "berubah", "; ".join(told)) for kode, told in beda.ubah.items()]
    heads = [Kolom("Kode", lebar="12%"), Kolom("Unit", lebar="34%"), Kolom("Keadaan", lebar="12%"), Kolom("Isi")]
    return tabel(heads, lines, tebal_pertama=False, kosong="Tidak ada yang berubah.")


def _about(unit: UnitBaru, names: dict[str, str], baru: Sequence[UnitBaru]) -> str:
    above = names | {new.kode_unit: new.nama for new in baru}
    facts = [unit.jenis]
    if unit.kode_induk:
        facts.append(f"di bawah {above.get(unit.kode_induk, unit.kode_induk)}")
    if unit.berlaku_dari:
        facts.append(f"sejak {format_tanggal(unit.berlaku_dari)}")
    return ", ".join(facts)
