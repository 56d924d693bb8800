"""Bukti dukung: what stands behind each realisasi, added, opened and withdrawn; and where it is missing."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy.exc import OperationalError

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.evidence_kind import kind_of, mime_of, true_name
from sakip_app.markup.frame import seksi
from sakip_app.markup.kept import butir, pesan_galat
from sakip_app.markup.marks import cip_status
from sakip_app.markup.safe import Html, isi, tautan
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens.context import Instansi, Konteks, engine
from sakip_app.screens.links import address
from sakip_app.screens.measured import TRIWULAN, year, year_of
from sakip_app.screens.opened import close_dialog, field, open_dialog, opened, still_open, turn
from sakip_app.screens.upload import Tujuan
from sakip_app.screens.withdrawing import SIBUK, withdraw_with_reason
from sakip_app.store import SimpanDitolakError, link_host
from sakip_app.store.stated import reported_quarter, split_cell
from sakip_app.text.dates import format_waktu
from sakip_app.text.words import gabung, stated, tw
from sakip_app.workbook.result import BarisIndikator, BerkasDitolakError, HasilBaca, Temuan

NAMA_BENTUK = {"pdf": "PDF", "gambar": "gambar", "xlsx": "buku kerja .xlsx", "tautan": "tautan"}
BARIS_DITAMPILKAN = 8
_ADD, _WITHDRAW = "tambah_bukti", "tarik_bukti"


@st.cache_resource(max_entries=32, show_spinner=False)
def _kept(kode_instansi: str, tahun: int, versi: int) -> pd.DataFrame:
    return store.list_bukti(engine(), kode_instansi, tahun)


@st.cache_resource(max_entries=32, show_spinner=False)
def _demanded(kode_instansi: str, versi: int) -> bool:
    return store.is_bukti_wajib(engine(), kode_instansi)


def evidence_section(k: Konteks, kode: str, pelaku: Pelaku) -> None:
    """The evidence of one indicator, quarter by quarter."""
    kept = _kept(k.instansi.kode, k.tahun, k.versi)
    own = kept[kept["kode_indikator"] == kode]
    filled = _filled(k, kode)
    st.html(seksi("Bukti dukung", "Berkas atau tautan yang menunjukkan realisasi tiap triwulan."))
    quarters = [q for q in TRIWULAN if q == k.triwulan or q in filled or (own["triwulan"] == q).any()]
    for quarter in quarters:
        rows = own[own["triwulan"] == quarter].to_dict("records")
        st.html(_quarter_head(k, quarter, rows, reported=quarter in filled, linked=_linked(k, kode, quarter)))
        for row in rows:
            _line(dict(row))
    with st.container(key="tombol_bukti", horizontal=True):
        if st.button("Tambah bukti", key="bukti_tambah"):
            open_dialog(_ADD, kode)
    if opened(_ADD) == kode:
        _add_dialog(k, kode, pelaku)
    chosen = opened(_WITHDRAW)
    for row in own[~own["ditarik"]].to_dict("records"):
        if row["bukti_id"] == chosen:
            _withdraw_dialog(dict(row), pelaku)


def _filled(k: Konteks, kode: str) -> set[int]:
    """The quarters for which the indicator has a realisasi, as a number or in words."""
    rows = year(k).triwulanan
    rows = rows[(rows["kode_indikator"] == kode) & (rows["realisasi"].notna() | rows["realisasi_teks"].notna())]
    return {int(quarter) for quarter in rows["triwulan"]}


def _linked(k: Konteks, kode: str, quarter: int) -> str | None:
    """The link the sheet itself gives as evidence, if it gives one."""
    rows = year(k).triwulanan
    note = rows.loc[(rows["kode_indikator"] == kode) & (rows["triwulan"] == quarter), "bukti"]
    said = stated(note.iloc[0]) if len(note) else None
    return said if link_host(said) else None


def _quarter_head(
    k: Konteks, quarter: int, rows: list[dict[Any, Any]], *, reported: bool, linked: str | None
) -> Html:
    n = sum(not row["ditarik"] for row in rows) + (linked is not None)
    if n:
        told: str | Html = f"{n} bukti"
    elif not reported:
        told = "belum ada realisasi"
    else:
        told = cip_status("belum_lapor", "belum berbukti") if _demanded(k.instansi.kode, k.versi) else "belum ada"
    sheet = ""
    if linked is not None:
        link = f'<a class="sk-tautan" href="{isi(linked)}" rel="noopener noreferrer">{isi(link_host(linked))}</a>'
        sheet = f'<p class="sk-catatan-kecil">Tautan di lembar: {link}</p>'
    return Html(f'<div class="sk-triwulan"><p><b>{tw(quarter)}</b><span>{isi(told)}</span></p>{sheet}</div>')


def _line(row: dict[Any, Any]) -> None:
    number, withdrawn = int(row["bukti_id"]), bool(row["ditarik"])
    with st.container(key=f"butir_bukti_{number}", horizontal=True, vertical_alignment="center"):
        what = link_host(row["tautan"]) if row["bentuk"] == "tautan" else _size(int(row["ukuran"]))
        who = f"{row['pelaku']}, {format_waktu(row['waktu'].to_pydatetime())}"
        gone = None
        if withdrawn:
            when = format_waktu(row["ditarik_waktu"].to_pydatetime())
            gone = f"Ditarik {row['ditarik_oleh']}, {when}: {row['alasan']}"
        st.html(butir(str(row["nama"]), f"{NAMA_BENTUK[row['bentuk']]} · {what} · {who}", ditarik=gone))
        with st.container(key=f"tombol_bukti_{number}", horizontal=True, width="content"):
            if row["bentuk"] == "tautan":
                st.link_button("Buka", str(row["tautan"]), key=f"buka_bukti_{number}", type="tertiary")
            else:
                st.download_button(
                    "Unduh",
                    partial(store.read_berkas, engine(), str(row["sha256"])),
                    file_name=str(row["nama"]),
                    mime=mime_of(str(row["nama"]), str(row["bentuk"])),
                    key=f"unduh_bukti_{number}",
                    on_click="ignore",
                    type="tertiary",
                )
            if not withdrawn and st.button("Tarik …", key=f"tarik_bukti_{number}", type="tertiary"):
                open_dialog(_WITHDRAW, number)


def _size(n: int) -> str:
    """Bytes in the unit a person knows.

    Examples:
        >>> _size(900), _size(250_000), _size(3_400_000)
        ('1 KB', '244 KB', '3,2 MB')
    """
    if n < 1024 * 1024:
        return f"{max(1, round(n / 1024))} KB"
    return f"{n / 1024 / 1024:.1f} MB".replace(".", ",")


def _close() -> None:
    for name in (_ADD, _WITHDRAW):
        close_dialog(name)


@st.dialog("Tambah bukti", width="medium", on_dismiss=_close)
def _add_dialog(k: Konteks, kode: str, pelaku: Pelaku) -> None:
    n = turn(_ADD)
    triwulan = st.segmented_control(
        "Untuk realisasi",
        list(TRIWULAN),
        default=k.triwulan,
        format_func=tw,
        required=True,
        key=f"bukti_tw_{n}",
    )
    with st.container(key="kotak_bukti"):
        berkas = st.file_uploader("Berkas", key=f"bukti_berkas_{n}", max_upload_size=20)
    alamat = st.text_input(
        "atau tautan",
        key=f"bukti_tautan_{n}",
        placeholder="https://…",
        max_chars=2000,
        disabled=berkas is not None,
    )
    nama = st.text_input(
        "Nama", key=field(_ADD), max_chars=100, placeholder="Seperti nama berkasnya", autocomplete="off"
    )
    place = st.empty()
    with st.container(key="tombol_bukti_simpan", horizontal=True):
        save = st.button("Simpan bukti", type="primary", key=f"bukti_simpan_{n}")
        if st.button("Batal", key=f"bukti_batal_{n}"):
            _close()
            st.rerun()
    if not save:
        return
    if not still_open(_ADD, kode):
        st.rerun()
    try:
        if berkas is not None:
            isi_berkas = berkas.getvalue()
            kind = kind_of(isi_berkas, berkas.name)
            called = true_name(nama.strip() or berkas.name, kind)
            what: dict[str, Any] = {"isi": isi_berkas, "bentuk": kind.bentuk, "nama": called}
        else:
            what = {"tautan": alamat, "nama": nama}
        store.add_bukti(engine(), kode, triwulan or k.triwulan, pelaku=pelaku.nama, **what)
    except (SimpanDitolakError, BerkasDitolakError) as refusal:
        place.html(pesan_galat(refusal.pesan, refusal.saran))
        return
    except OperationalError:
        place.html(pesan_galat(*SIBUK))
        return
    _close()
    st.toast("Bukti disimpan.")
    st.rerun()


@st.dialog("Tarik bukti", on_dismiss=_close)
def _withdraw_dialog(row: dict[Any, Any], pelaku: Pelaku) -> None:
    number = int(row["bukti_id"])
    st.html(
        f'<p class="sk-dialog-judul"><b>{isi(str(row["nama"]))}</b><br>Tetap tercatat sebagai bukti yang ditarik.</p>'
    )
    withdraw_with_reason(
        _WITHDRAW,
        number,
        "bukti",
        lambda alasan: store.withdraw_bukti(engine(), number, alasan=alasan, pelaku=pelaku.nama),
    )


def reported(k: Konteks, kode_unit: str) -> pd.DataFrame:
    """The unit's realisasi of the quarter in view, and how much evidence each has.

    Returns:
        ``kode_indikator, uraian, n_bukti`` (kept and not withdrawn), ``bentuk`` (their kinds in words), ``tautan``
        (the host of a link the sheet itself gives), ``berbukti``.
    """
    data = year(k)
    of_unit = data.indikator.loc[data.indikator["kode_unit"] == kode_unit, ["kode_indikator", "uraian"]]
    now = data.triwulanan[data.triwulanan["triwulan"] == k.triwulan]
    now = now[now["realisasi"].notna() | now["realisasi_teks"].notna()]
    rows = of_unit.merge(now[["kode_indikator", "bukti"]], on="kode_indikator")
    kept = _kept(k.instansi.kode, k.tahun, k.versi)
    kept = kept[(kept["triwulan"] == k.triwulan) & ~kept["ditarik"]]
    kinds = {
        str(kode): gabung([NAMA_BENTUK[w] for w in of["bentuk"].unique()])
        for kode, of in kept.groupby("kode_indikator")
    }
    n_bukti = rows["kode_indikator"].map(kept["kode_indikator"].value_counts()).fillna(0).astype("int64")
    hosts = rows["bukti"].map(link_host, na_action="ignore").astype("str")
    return rows[["kode_indikator", "uraian"]].assign(
        n_bukti=n_bukti,
        bentuk=rows["kode_indikator"].map(kinds).astype("str"),
        tautan=hosts,
        berbukti=(n_bukti > 0) | hosts.notna(),
    )


def unit_evidence(k: Konteks, kode_unit: str) -> Html:
    """How many of the unit's realisasi have evidence in the quarter in view, and where the body demands what lacks."""
    rows = reported(k, kode_unit)
    if rows.empty:
        return seksi(
            f"Belum ada realisasi {tw(k.triwulan)} untuk dibuktikan.",
            "Bukti dapat ditambahkan di halaman Indikator setelah angkanya dikirim.",
        )
    proven, wajib = int(rows["berbukti"].sum()), _demanded(k.instansi.kode, k.versi)
    missing = rows[~rows["berbukti"]]
    if wajib and len(missing):
        head = f"{len(missing)} realisasi {tw(k.triwulan)} belum berbukti"
        note = f"{proven} dari {len(rows)} realisasi berbukti. Instansi ini mewajibkannya."
    else:
        head = f"{proven} dari {len(rows)} realisasi {tw(k.triwulan)} berbukti"
        note = "Pilih indikator untuk membuka atau menambah buktinya."
    shown = pd.concat([missing, rows[rows["berbukti"]]]) if wajib else rows[rows["berbukti"]]
    lines = [
        (
            tautan(
                str(row["uraian"]), address("indikator", k, unit=kode_unit, indikator=str(row["kode_indikator"]))
            ),
            _proof(row) if row["berbukti"] else cip_status("belum_lapor", "belum berbukti"),
        )
        for row in shown.to_dict("records")
    ]
    if not lines:
        return seksi(head, note)
    heads = [Kolom("Indikator"), Kolom("Bukti", lebar="32%")]
    first, rest = lines[:BARIS_DITAMPILKAN], lines[BARIS_DITAMPILKAN:]
    more = ""
    if rest:
        more = (
            f"<details><summary>{len(rest)} lainnya</summary>{tabel(heads, rest, tebal_pertama=False)}</details>"
        )
    shown_first = tabel(heads, first, tebal_pertama=False)
    return Html(f'{seksi(head, note)}<div class="sk-tabel-bukti">{shown_first}{more}</div>')


def _proof(row: dict[Any, Any]) -> Html:
    n = int(row["n_bukti"])
    host = stated(row["tautan"])
    if not n:
        return dua_baris("tautan di lembar", host)
    return dua_baris(f"{n} bukti", gabung([word for word in (stated(row["bentuk"]), host) if word]))


def missing_bukti(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan, pelaku: Pelaku) -> list[Temuan]:
    """The realisasi of the quarter a file reports that have no evidence, where the body demands it.

    A link in the sheet's own column of evidence satisfies the demand, of this file or of one before it; other
    words there do not.

    Returns:
        Findings ``bukti-belum-ada`` of tingkat peringatan, each at the cell of its realisasi.
    """
    triwulan = reported_quarter(hasil)
    if triwulan is None or not store.is_bukti_wajib(engine(), instansi.kode):
        return []
    versi = store.data_version(engine())
    indikator, triwulanan = year_of(instansi, tujuan.tahun, versi, pelaku.cakupan)[:2]
    own = indikator[indikator["kode_unit"] == tujuan.kode_unit].set_index("kunci")["kode_indikator"]
    kept = store.list_bukti(engine(), instansi.kode, tujuan.tahun)
    added = kept.loc[(kept["triwulan"] == triwulan) & ~kept["ditarik"], "kode_indikator"]
    noted = triwulanan[(triwulanan["triwulan"] == triwulan) & triwulanan["bukti"].notna()]
    linked = noted.loc[noted["bukti"].map(link_host).notna(), "kode_indikator"]
    proven = set(own[own.isin(added) | own.isin(linked)].index)
    return [
        _missing(baris, triwulan, hasil)
        for baris in hasil.indikator
        if _said(baris.realisasi.get(triwulan)) and baris.kunci not in proven and link_host(baris.bukti) is None
    ]


def _said(value: object) -> bool:
    return value is not None and value == value and str(value).strip() != ""


def _missing(baris: BarisIndikator, triwulan: int, hasil: HasilBaca) -> Temuan:
    cell = baris.asal.get(("realisasi", triwulan)) or baris.sel
    lembar, sel = split_cell(cell)
    return Temuan(
        "bukti-belum-ada",
        "peringatan",
        lembar or hasil.lembar,
        sel or "",
        baris.uraian,
        f"Realisasi {tw(triwulan)} ini belum berbukti; instansi mewajibkannya.",
        "Setelah disimpan, tambahkan buktinya di halaman Indikator, atau tulis tautannya di kolom bukti.",
    )
