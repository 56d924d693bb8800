"""Pengaturan › Unit: adding, changing, joining and dividing units, each from a day on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.markup.frame import seksi
from sakip_app.screens.context import engine
from sakip_app.screens.frame import remember, write_address
from sakip_app.screens.settings import Latar, edition, keep, refuse
from sakip_app.store import UnitBaru
from sakip_app.text.dates import format_tanggal, waktu_setempat

JENIS_LAZIM = ("opd", "kecamatan", "satker", "sekretariat", "bidang")
TANPA_INDUK = ""
KATA_JENIS = {"opd": "OPD"}
PECAHAN_TERBANYAK = 6
_LEBAR = 480


def _today() -> date:
    return waktu_setempat(datetime.now(UTC)).date()


def _key(name: str) -> str:
    """Keys of one edition: what was kept empties the fields."""
    return f"unit_{name}_{edition()}"


def _names(units: pd.DataFrame) -> dict[str, str]:
    return {str(kode): str(nama) for kode, nama in zip(units["kode_unit"], units["nama"], strict=True)}


def _there(units: pd.DataFrame, hari: date) -> pd.DataFrame:
    """Only the units that have not ended."""
    return units[units["berlaku_sampai"].isna() | (units["berlaku_sampai"] >= pd.Timestamp(hari))]


def _kinds(units: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys([*units["jenis"].dropna().astype(str), *JENIS_LAZIM]))


def _day(label: str, key: str, start: date | None = None) -> date | None:
    """A date that can be taken away again."""
    if key not in st.session_state:
        st.session_state[key] = start
    return st.date_input(label, value=None, key=key, format="DD/MM/YYYY", width=200)


def _induk(units: pd.DataFrame, key: str, now: str = TANPA_INDUK, apart: str | None = None) -> str:
    names = _names(_there(units, _today()))
    options = [TANPA_INDUK, *(kode for kode in names if kode != apart)]
    return st.selectbox(
        "Di bawah",
        options,
        index=options.index(now) if now in options else 0,
        format_func=lambda kode: names.get(kode, "tidak di bawah unit lain"),
        key=key,
        width=_LEBAR,
    )


def sebutan_jenis(jenis: str) -> str:
    """A kind of unit as screens write it."""
    return KATA_JENIS.get(jenis, jenis)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in (text or "").split(";")))))


def _new_unit(units: pd.DataFrame, key: str) -> UnitBaru | None:
    """The fields of a unit to be added; ``None`` while code or name is missing."""
    kode = st.text_input("Kode", placeholder="1.03.01", key=_key(f"kode_{key}"), max_chars=40, width=200)
    nama = st.text_input("Nama resmi", key=_key(f"nama_{key}"), max_chars=200, width=_LEBAR)
    pendek = st.text_input("Nama pendek", key=_key(f"pendek_{key}"), max_chars=60, width=_LEBAR)
    jenis = st.selectbox("Jenis", _kinds(units), format_func=sebutan_jenis, key=_key(f"jenis_{key}"), width=200)
    induk = _induk(units, _key(f"induk_{key}"))
    if not (kode or "").strip() or not (nama or "").strip():
        return None
    return UnitBaru(
        (kode or "").strip(), (nama or "").strip(), (pendek or "").strip() or None, jenis, induk or None
    )


def add(latar: Latar, units: pd.DataFrame) -> None:
    """A new unit."""
    st.html(seksi("Unit baru", "Kode dipakai selamanya; nama dan letak boleh berganti."))
    with st.form("unit_baru", border=False):
        new = _new_unit(units, "baru")
        alias = st.text_input("Nama lain, dipisah titik koma", key=_key("alias_baru"), max_chars=200, width=_LEBAR)
        since = _day("Berlaku dari (kosong: selalu)", _key("dari_baru"))
        if not st.form_submit_button("Tambah unit", type="primary"):
            return
    if new is None:
        refuse("Unit perlu kode dan nama.")
        return
    full = UnitBaru(
        new.kode_unit, new.nama, new.nama_pendek, new.jenis, new.kode_induk, None, since, None, _words(alias)
    )
    keep(
        lambda: store.add_units(engine(), latar.instansi.kode, [full], pelaku=latar.pelaku.nama),
        f"{full.nama} ditambahkan.",
    )


def change(latar: Latar, units: pd.DataFrame) -> None:
    """One unit: its name and place from a day on, its other words, its days."""
    names = _names(units)
    if not names:
        st.html(seksi("Belum ada unit.", "Tambahkan dahulu, satu per satu atau dari Excel."))
        return
    remember("unit_diatur", names, next(iter(names)))
    kode_unit = st.selectbox(
        "Unit",
        list(names),
        format_func=lambda kode: names[kode],
        key="unit_diatur",
        persist_state="session",
        width=_LEBAR,
    )
    write_address(unit_diatur=kode_unit)
    row = units[units["kode_unit"] == kode_unit].iloc[0]
    _rename(latar, units, kode_unit, row)
    _alias(latar, kode_unit)
    _end(latar, units, kode_unit, row)
    _correct_days(latar, kode_unit, row)


def _rename(latar: Latar, units: pd.DataFrame, kode_unit: str, row: pd.Series) -> None:
    with st.container(key="seksi_nama_unit"), st.form("ganti_nama", border=False):
        st.html(
            seksi("Nama dan letak", "Berlaku sejak tanggal yang Anda pilih; sebelum itu tetap terbaca nama lama.")
        )
        nama = st.text_input("Nama resmi", row["nama"], key=_key(f"nama_{kode_unit}"), max_chars=200, width=_LEBAR)
        pendek = st.text_input(
            "Nama pendek", row["nama_pendek"], key=_key(f"pendek_{kode_unit}"), max_chars=60, width=_LEBAR
        )
        kinds = _kinds(units)
        jenis = st.selectbox(
            "Jenis",
            kinds,
            index=kinds.index(row["jenis"]),
            format_func=sebutan_jenis,
            key=_key(f"jenis_{kode_unit}"),
            width=200,
        )
        now = row["kode_induk"] if isinstance(row["kode_induk"], str) else TANPA_INDUK
        induk = _induk(units, _key(f"induk_{kode_unit}"), now, apart=kode_unit)
        since = _day("Berlaku sejak", _key(f"sejak_{kode_unit}"))
        if not st.form_submit_button("Simpan nama dan letak"):
            return
    if since is None:
        refuse("Pilih tanggal mulai berlakunya.")
        return
    keep(
        lambda: store.rename_unit(
            engine(),
            latar.instansi.kode,
            kode_unit,
            nama=nama or "",
            nama_pendek=(pendek or "").strip() or None,
            jenis=jenis,
            kode_induk=induk,
            sejak=since,
            pelaku=latar.pelaku.nama,
        ),
        f"{nama} berlaku sejak {format_tanggal(since)}.",
    )


def _alias(latar: Latar, kode_unit: str) -> None:
    known = store.list_alias(engine(), latar.instansi.kode)
    mine = known.loc[known["kode_unit"] == kode_unit, "alias"].tolist()
    with st.container(key="seksi_alias"), st.form("nama_lain", border=False):
        st.html(
            seksi(
                "Nama lain di lembar kerja",
                f"Sudah dikenal: {', '.join(mine)}." if mine else "Belum ada nama lain.",
            )
        )
        word = st.text_input("Nama lain", key=_key(f"alias_{kode_unit}"), max_chars=200, width=_LEBAR)
        if not st.form_submit_button("Tambah nama lain"):
            return
    keep(
        lambda: store.add_alias(engine(), latar.instansi.kode, kode_unit, word or "", pelaku=latar.pelaku.nama),
        f"“{(word or '').strip()}” kini berarti unit ini.",
    )


def _end(latar: Latar, units: pd.DataFrame, kode_unit: str, row: pd.Series) -> None:
    ended = None if pd.isna(row["berlaku_sampai"]) else row["berlaku_sampai"].date()
    names = {kode: nama for kode, nama in _names(_there(units, _today())).items() if kode != kode_unit}
    with st.container(key="seksi_akhiri"), st.form("akhiri", border=False):
        if ended is not None:
            st.html(seksi(f"Berakhir {format_tanggal(ended)}", "Dapat dibuka lagi bila keliru."))
            if not st.form_submit_button("Buka lagi"):
                return
            last, successors = None, []
        else:
            st.html(
                seksi("Akhiri", "Angkanya tetap tersimpan; sejak hari berikutnya unit ini tidak ditunggu lagi.")
            )
            last = _day("Hari terakhir", _key(f"akhir_{kode_unit}"))
            successors = st.multiselect(
                "Dilanjutkan oleh",
                list(names),
                format_func=lambda kode: names[kode],
                placeholder="Pilih penerus, bila ada",
                key=_key(f"penerus_{kode_unit}"),
                width=_LEBAR,
            )
            if not st.form_submit_button("Akhiri unit ini"):
                return
            if last is None:
                refuse("Pilih hari terakhirnya.")
                return
    keep(
        lambda: store.end_unit(
            engine(), latar.instansi.kode, kode_unit, sampai=last, penerus=successors, pelaku=latar.pelaku.nama
        ),
        f"{row['nama']} dibuka lagi." if last is None else f"{row['nama']} berakhir {format_tanggal(last)}.",
    )


def _correct_days(latar: Latar, kode_unit: str, row: pd.Series) -> None:
    held = [None if pd.isna(row[key]) else row[key].date() for key in ("berlaku_dari", "berlaku_sampai")]
    with st.container(key="seksi_masa"), st.form("masa", border=False):
        st.html(seksi("Betulkan masa berlaku", "Hanya bila tanggal yang tercatat keliru. Kosong: tidak dibatasi."))
        start = _day("Dari", _key(f"dari_{kode_unit}"), held[0])
        end = _day("Sampai", _key(f"sampai_{kode_unit}"), held[1])
        if not st.form_submit_button("Simpan masa berlaku"):
            return
    if [start, end] == held:
        refuse("Masa berlakunya belum diubah.")
        return
    keep(
        lambda: store.set_unit_valid(
            engine(), latar.instansi.kode, kode_unit, start, end, pelaku=latar.pelaku.nama
        ),
        f"Masa berlaku {row['nama']} dibetulkan.",
    )


def merge(latar: Latar, units: pd.DataFrame) -> None:
    """One new unit of several."""
    names = _names(_there(units, _today()))
    st.html(
        seksi("Gabung menjadi satu unit baru", "Yang lama berakhir sehari sebelumnya; bawahannya ikut pindah.")
    )
    with st.form("gabung", border=False):
        old = st.multiselect(
            "Unit yang digabung",
            list(names),
            format_func=lambda kode: names[kode],
            placeholder="Pilih sedikitnya dua",
            key=_key("digabung"),
            width=_LEBAR,
        )
        new = _new_unit(units, "gabungan")
        since = _day("Sejak", _key("gabung_sejak"))
        if not st.form_submit_button("Gabung", type="primary"):
            return
    if new is None or since is None:
        refuse("Unit baru perlu kode dan nama, dan penggabungan perlu tanggal.")
        return
    keep(
        lambda: store.merge_units(engine(), latar.instansi.kode, old, new, sejak=since, pelaku=latar.pelaku.nama),
        f"{new.nama} berlaku sejak {format_tanggal(since)}.",
    )


def split(latar: Latar, units: pd.DataFrame) -> None:
    """Several new units of one."""
    names = _names(_there(units, _today()))
    st.html(
        seksi(
            "Pecah menjadi beberapa unit baru", "Yang lama berakhir sehari sebelumnya; bawahannya Anda tempatkan."
        )
    )
    if not names:
        st.caption("Belum ada unit yang dapat dipecah.")
        return
    old = st.selectbox(
        "Unit yang dipecah", list(names), format_func=lambda kode: names[kode], key=_key("dipecah"), width=_LEBAR
    )
    count = st.segmented_control(
        "Menjadi", list(range(2, PECAHAN_TERBANYAK + 1)), default=2, required=True, key=_key("pecahan")
    )
    with st.form("pecah", border=False):
        parts = []
        for n in range(count or 2):
            with st.container(key=f"seksi_pecahan_{n}"):
                st.html(seksi(f"Unit baru ke-{n + 1}"))
                parts.append(_new_unit(units, f"pecahan{n}"))
        since = _day("Sejak", _key("pecah_sejak"))
        if not st.form_submit_button("Pecah", type="primary"):
            return
    new: Sequence[UnitBaru] = [part for part in parts if part is not None]
    if len(new) < len(parts) or since is None:
        refuse("Setiap unit baru perlu kode dan nama, dan pemecahan perlu tanggal.")
        return
    keep(
        lambda: store.split_unit(engine(), latar.instansi.kode, old, new, sejak=since, pelaku=latar.pelaku.nama),
        f"{names[old]} dipecah sejak {format_tanggal(since)}.",
    )


FORMULIR: Mapping[str, Callable[[Latar, pd.DataFrame], None]] = {
    "ubah": change,
    "tambah": add,
    "gabung": merge,
    "pecah": split,
}
