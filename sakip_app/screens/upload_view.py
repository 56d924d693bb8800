"""Unggah, drawn: the parts of the upload page from picking a file to the confirmation."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sakip_app import store
from sakip_app.access import Pelaku
from sakip_app.markup.frame import judul, kosong, langkah, seksi
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.safe import Html
from sakip_app.markup.sheet import BarisLembar, KolomLembar, SelTanda, kunci_lembar, lembar
from sakip_app.markup.tables import BarisTemuan, Kolom, dua_baris, tabel
from sakip_app.screens import upload
from sakip_app.screens.context import Instansi, engine, list_unit
from sakip_app.screens.links import script
from sakip_app.screens.upload import UNIT_BARU, Bacaan, Tersimpan, Tujuan
from sakip_app.store import SimpanDitolakError
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.sentences import Potongan
from sakip_app.text.words import KATA_POLARITAS, bilangan_awal, tw
from sakip_app.workbook import sheet_rows
from sakip_app.workbook.result import HasilBaca, Temuan
from sakip_metrics import POLARITAS

NAMA_BENTUK = {"e81": "Formulir E.81"}
PERAN = (
    ("Indikator", "indikator", 260),
    ("Satuan", "satuan", 70),
    ("Target 2", "target", 84),
    ("Pagu", "target", 116),
    ("Realisasi TW", "realisasi", 92),
    ("Realisasi Rp TW", "rupiah", 116),
)
BARIS_CONTOH = 6
BEDA_DITAMPILKAN = 40
KEADAAN = ("baru", "berubah", "sama", "ditolak")


def first_instansi(pelaku: Pelaku) -> None:
    """The empty store: name the body first."""
    st.html(judul("Instansi apa yang akan dipantau?"))
    with st.form("instansi", border=False):
        nama = st.text_input(
            "Nama instansi", placeholder="Kabupaten Kendal, atau KPU Kota Salatiga", max_chars=120
        )
        if st.form_submit_button("Mulai", type="primary") and nama.strip():
            kode = re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-") or "instansi"
            jenis = "kpu" if nama.upper().startswith("KPU") else "pemda"
            store.add_instansi(engine(), kode=kode, nama=nama.strip(), jenis=jenis, pelaku=pelaku.nama)
            st.rerun()


def pick_file() -> UploadedFile | None:
    """The file box. It takes every kind of file: what is wrong with one is said in Indonesian by the gate."""
    with st.container(key="kotak_berkas"):
        return st.file_uploader(
            "Buku kerja Excel Anda, apa adanya (.xlsx, paling besar 5 MB)",
            key=f"berkas_{st.session_state.get('berkas_ke', 0)}",
            max_upload_size=20,
        )


def how_it_works() -> None:
    """What to expect before anything was picked."""
    st.html(
        kosong(
            "Kirim buku kerja yang sudah Anda punya.",
            "Bentuk yang dikenal: Formulir E.81 (evaluasi Renja atau RKPD).",
            [
                (
                    "Kami membaca, Anda memeriksa",
                    "Setiap angka ditunjukkan dengan selnya. Kepala tabel dicari sendiri.",
                ),
                (
                    "Tidak ada yang disimpan sebelum Anda setuju",
                    "Angka lama tidak dihapus; sel kosong tidak menimpa.",
                ),
            ],
        )
    )


def refused(bacaan: Bacaan) -> None:
    """Why the file cannot be used, and what to do."""
    if bacaan.ditolak is None:
        return
    st.html(judul("Berkas ini belum dapat dibaca."))
    st.error(f"**{_plain(bacaan.ditolak.pesan)}**\n\n{_plain(bacaan.ditolak.saran)}", icon=None)
    st.caption(f"Kode: {bacaan.ditolak.kode} · tidak ada yang disimpan")


def _plain(text: str) -> str:
    """Text from a workbook as Markdown shows it letter by letter."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$:])", r"\\\1", text)


def facts(bacaan: Bacaan, hasil: HasilBaca) -> list[list[Potongan]]:
    """File, sheet, form, header rows, counts."""
    form = NAMA_BENTUK.get(hasil.tata_letak, hasil.tata_letak)
    size = f" · {max(1, round(len(bacaan.isi) / 1024))} KB"
    return [
        [Potongan(bacaan.nama, tebal=True), Potongan(size)],
        [Potongan("Lembar "), Potongan(hasil.lembar, tebal=True)],
        [
            Potongan("Dikenali sebagai "),
            Potongan(form, tebal=True),
            Potongan(f", kepala tabel baris {hasil.baris_kepala[0]}–{hasil.baris_kepala[1]}"),
        ],
        [Potongan(str(len(hasil.indikator)), tebal=True), Potongan(" indikator terbaca")],
    ]


def choose_target(instansi: Instansi, hasil: HasilBaca) -> Tujuan | None:
    """Unit and year: proposed from the sheet, decided by the person. ``None`` until a unit is chosen."""
    versi = store.data_version(engine())
    years = sorted({*store.list_tahun(engine(), instansi.kode), hasil.tahun or datetime.now(UTC).year})
    known = list_unit(instansi.kode, hasil.tahun or years[-1], versi)["nama"]
    stated = hasil.unit or ""
    options = [*([UNIT_BARU] if stated else []), *known.index]
    suggested = upload.suggest_unit(instansi, hasil)
    unit_box, year_box, document_box = st.columns([4, 1, 2])
    chosen = unit_box.selectbox(
        "Unit",
        options,
        index=options.index(suggested) if suggested in options else None,
        format_func=lambda kode: (
            f"Daftarkan sebagai unit baru: {stated}" if kode == UNIT_BARU else str(known[kode])
        ),
        placeholder="Pilih unit",
        key="unit_tujuan",
    )
    year = year_box.selectbox(
        "Tahun", years, index=years.index(hasil.tahun) if hasil.tahun in years else None, key="tahun_tujuan"
    )
    dokumen = document_box.selectbox(
        "Targetnya menurut",
        upload.DOKUMEN,
        key="dokumen_tujuan",
        help="Target yang diubah lewat PK perubahan disimpan di samping target PK murni.",
    )
    if hasil.instansi and hasil.instansi.casefold() != instansi.nama.casefold():
        st.warning(
            f"Judul lembar menyebut {_plain(hasil.instansi)}, sedangkan data di sini milik {instansi.nama}. "
            "Pastikan berkasnya benar."
        )
    if stated and suggested is None:
        st.caption(f"Lembar menyebut unit “{_plain(stated)}”, yang belum terdaftar.")
    if chosen is None or year is None:
        st.info("Pilih unit dan tahunnya untuk melihat perbedaan dengan yang tersimpan.")
        return None
    if chosen == UNIT_BARU:
        new = upload.new_unit(stated)
        return Tujuan(new.kode_unit, new, int(year), dokumen)
    return Tujuan(str(chosen), None, int(year), dokumen)


def sheet_picture(bacaan: Bacaan, hasil: HasilBaca) -> Html:
    """The sheet as it was read: header, the first rows, and every row with a finding."""
    return _sheet_picture(hasil.sha256, bacaan.isi, _columns(hasil), _Marks.of(hasil))


class _Marks(tuple[tuple[int, ...], tuple[tuple[str, str, int], ...], str, tuple[int, int], int]):
    """What of a reading the picture shows, hashable: rows, marked cells, sheet, header rows, rows in all."""

    @classmethod
    def of(cls, hasil: HasilBaca) -> _Marks:
        found = tuple((finding.sel, finding.tingkat, number) for number, finding in _numbered(hasil))
        rows = [row.baris for row in hasil.indikator]
        wanted = {*rows[:BARIS_CONTOH], *(int(_digits(cell)) for cell, _, _ in found if _digits(cell))}
        header = (hasil.baris_kepala[0], hasil.baris_kepala[1])
        return cls((tuple(sorted(wanted)), found, hasil.lembar, header, len(rows)))


@st.cache_resource(max_entries=32, show_spinner=False)
def _sheet_picture(sha256: str, _isi: bytes, columns: tuple[KolomLembar, ...], marks: _Marks) -> Html:
    wanted, found, name, header, n_rows = marks
    letters = [column.huruf for column in columns]
    shown = [BarisLembar(n, cells, kepala=True) for n, cells in _read(_isi, name, header, letters)]
    data = dict(_read(_isi, name, (min(wanted), max(wanted)), letters)) if wanted else {}
    shown += [BarisLembar(n, data[n]) for n in wanted if n in data and n > header[1]]
    marked = {
        cell: SelTanda("galat" if level == "galat" else "peringatan", number) for cell, level, number in found
    }
    rest = n_rows - sum(1 for n in wanted if n in data)
    return Html(lembar(columns, shown, marked) + kunci_lembar(max(rest, 0)))


def _read(isi: bytes, name: str, span: tuple[int, int], letters: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Rows of the sheet with their numbers, in steps the reader allows."""
    rows: list[tuple[int, list[str]]] = []
    for first in range(span[0], span[1] + 1, 60):
        last = min(first + 59, span[1])
        rows += [
            (first + offset, cells) for offset, cells in enumerate(sheet_rows(isi, name, first, last, letters))
        ]
    return rows


def _columns(hasil: HasilBaca) -> tuple[KolomLembar, ...]:
    chosen = []
    for letters, label in hasil.kolom.items():
        for start, role, width in PERAN:
            if label.startswith(start):
                chosen.append(KolomLembar(letters, role, label, width, role in ("indikator", "satuan")))
                break
    return tuple(chosen)


def _digits(cell: str) -> str:
    return "".join(ch for ch in cell if ch.isdigit())


def _numbered(hasil: HasilBaca) -> list[tuple[int, Temuan]]:
    order = {"galat": 0, "peringatan": 1, "catatan": 2}
    return list(enumerate(sorted(hasil.temuan, key=lambda finding: order[finding.tingkat]), start=1))


def finding_rows(hasil: HasilBaca) -> list[BarisTemuan]:
    """The findings, gravest first, numbered as in the picture."""
    return [
        BarisTemuan(number, finding.tingkat, finding.sel, finding.nilai, finding.pesan, finding.saran)
        for number, finding in _numbered(hasil)
    ]


def count_findings(hasil: HasilBaca) -> str:
    """How many of each gravity."""
    levels = [finding.tingkat for finding in hasil.temuan]
    return " · ".join(f"{levels.count(level)} {level}" for level in ("galat", "peringatan", "catatan"))


def blocked(n: int) -> None:
    """The file cannot be kept as it is."""
    with st.container(key="konfirmasi", border=True):
        st.html(
            seksi(f"Belum dapat disimpan: {n} galat", "Satu berkas diterima seluruhnya atau tidak sama sekali.")
        )
        st.markdown("Perbaiki sel yang disebut di atas pada berkas Anda, simpan, lalu unggah lagi.")


def settle_polaritas(instansi: Instansi, hasil: HasilBaca, tujuan: Tujuan) -> dict[str, str]:
    """One table for the whole file: proposals with their reasons, accepted or changed by a person."""
    kept = upload.kept_polaritas(instansi, tujuan)
    table = upload.polaritas_table(hasil, kept)
    if table.empty:
        st.html(seksi("Polaritas", "Semua sudah ditetapkan."))
        return {}
    edition = f"{hasil.sha256[:12]}-{tujuan.kode_unit}-{tujuan.tahun}"
    accepted = st.session_state.setdefault("polaritas_dipilih", {}).setdefault(edition, {})
    table["polaritas"] = [accepted.get(kunci, now) for kunci, now in table["polaritas"].items()]
    open_ones = int(table["polaritas"].isna().sum())
    st.html(
        seksi(
            f"{bilangan_awal(open_ones)} indikator belum punya polaritas"
            if open_ones
            else "Polaritas sudah lengkap",
            "Makin tinggi makin baik, atau sebaliknya? Kami mengusulkan dari kata-katanya; Anda yang menetapkan. "
            "Tanpa polaritas, indikator disimpan tetapi belum dinilai.",
        )
    )
    proposed = table["usul"].notna() & table["polaritas"].isna()
    if proposed.any() and st.button(f"Terima {int(proposed.sum())} usul", key="terima_usul"):
        accepted.update(table.loc[proposed, "usul"].to_dict())
        st.session_state["edisi_polaritas"] = st.session_state.get("edisi_polaritas", 0) + 1
        st.rerun()
    edited = st.data_editor(
        table,
        key=f"tabel_polaritas_{edition}_{st.session_state.get('edisi_polaritas', 0)}",
        hide_index=True,
        num_rows="fixed",
        height=38 + 35 * min(len(table), 10),
        disabled=["baris", "uraian", "satuan", "usul", "alasan"],
        column_config={
            "baris": st.column_config.NumberColumn("Baris", width=60, format="%d"),
            "uraian": st.column_config.TextColumn("Indikator", width="large"),
            "satuan": st.column_config.TextColumn("Satuan", width=80),
            "usul": st.column_config.TextColumn("Usul", width=90),
            "alasan": st.column_config.TextColumn("Alasan", width="medium"),
            "polaritas": st.column_config.SelectboxColumn("Polaritas", options=list(POLARITAS), width=130),
        },
        placeholder="",
        alt="Tabel polaritas: usul dan alasannya, dengan kolom terakhir untuk diisi",
    )
    st.caption(" · ".join(f"{word}: {meaning}" for word, meaning in KATA_POLARITAS.items()))
    chosen = edited["polaritas"]
    return {str(kunci): str(word) for kunci, word in chosen.items() if word in POLARITAS}


def count_differences(beda: pd.DataFrame) -> str:
    """How many values are new, changed, the same, refused."""
    counts = beda["keadaan"].value_counts()
    return " · ".join(f"{int(counts.get(word, 0))} {word}" for word in KEADAAN)


def difference_summary(beda: pd.DataFrame) -> Html:
    """For each kind of value how many are new, changed, the same, refused."""
    counts = (
        beda[beda["jenis"].isin(upload.JENIS)]
        .groupby(["jenis", "triwulan"], dropna=False, sort=False)["keadaan"]
        .value_counts()
        .unstack(fill_value=0)
        .reindex(columns=list(KEADAAN), fill_value=0)
        .reset_index()
        .assign(order=lambda frame: frame["jenis"].map({jenis: n for n, jenis in enumerate(upload.JENIS)}))
        .sort_values(["order", "triwulan"], kind="stable")
    )
    lines = [
        (_what(row), *(str(row[word]) if row[word] else "–" for word in KEADAAN))
        for row in counts.to_dict("records")
    ]
    heads = [Kolom("Yang dibaca"), *(Kolom(word.capitalize(), kanan=True, lebar="110px") for word in KEADAAN)]
    return tabel(heads, lines, tebal_pertama=False)


def difference_table(beda: pd.DataFrame) -> Html:
    """Every value that would change or is refused; of new ones a few, of the same none."""
    told = beda[
        beda["keadaan"].isin(["ditolak", "berubah"]) & (beda["jenis"].isin(upload.JENIS) | beda["jenis"].isna())
    ]
    if told.empty:
        return Html("")
    told = told.sort_values("keadaan", key=lambda words: words != "ditolak", kind="stable")
    lines = [
        (
            cip_sel(str(row["sel"]).rpartition("!")[2]) if isinstance(row["sel"], str) else "",
            dua_baris(_name(row), _what(row)),
            _value(row, "lama"),
            _value(row, "baru"),
            str(row["keadaan"]),
        )
        for row in told.head(BEDA_DITAMPILKAN).to_dict("records")
    ]
    heads = [
        Kolom("Sel", lebar="80px"),
        Kolom("Indikator"),
        Kolom("Tersimpan", kanan=True, lebar="150px"),
        Kolom("Berkas ini", kanan=True, lebar="150px"),
        Kolom("", lebar="90px"),
    ]
    rest = len(told) - len(lines)
    more = f'<p class="sk-redup">… dan {rest} nilai lain.</p>' if rest > 0 else ""
    return Html(tabel(heads, lines, tebal_pertama=False) + more)


def _name(row: dict[Hashable, Any]) -> str:
    return str(row["uraian"]) if isinstance(row["uraian"], str) else "Sel di luar indikator"


def _what(row: dict[Hashable, Any]) -> str:
    what = upload.JENIS.get(str(row["jenis"]), "")
    quarter = row["triwulan"]
    return what if pd.isna(quarter) else f"{what} {tw(int(quarter))}"


def _value(row: dict[Hashable, Any], side: str) -> str:
    text = row[f"{side}_teks"]
    if isinstance(text, str) and text:
        return text
    number = row[side]
    return format_nilai(number, None) if isinstance(number, float) else "–"


def confirm(
    instansi: Instansi,
    bacaan: Bacaan,
    tujuan: Tujuan,
    polaritas: Mapping[str, str],
    beda: pd.DataFrame,
    pelaku: Pelaku,
) -> None:
    """The last step: keep it all, or nothing."""
    n = int(beda["keadaan"].isin(["baru", "berubah"]).sum())
    open_ones = len({row.kunci for row in bacaan.hasil.indikator} - set(polaritas)) if bacaan.hasil else 0
    with st.container(key="konfirmasi", border=True):
        if n == 0:
            st.html(seksi("Tidak ada yang perlu disimpan", "Semua angka di berkas ini sudah tersimpan."))
            return
        st.html(seksi("Simpan semuanya sekaligus?", "Angka lama tidak dihapus, dan berkas aslinya disimpan utuh."))
        if open_ones:
            st.markdown(f"{open_ones} indikator masih tanpa polaritas: tersimpan, tetapi belum dinilai.")
        if st.button(f"Simpan {n} nilai", type="primary", key="simpan"):
            with st.status("Menyimpan …", type="compact"):
                try:
                    upload.commit(instansi, bacaan, tujuan, polaritas, pelaku)
                except SimpanDitolakError as refusal:
                    st.error(f"{_plain(refusal.pesan)} {_plain(refusal.saran)}")
                    return
            st.rerun()


def stored(instansi: Instansi, tersimpan: Tersimpan) -> None:
    """It is kept: what was kept, and where to look next."""
    st.html(langkah(5))
    what = tersimpan.hasil
    st.html(
        judul(f"{tersimpan.nama} tersimpan." if what.baru else f"{tersimpan.nama} sudah pernah disimpan.")
        + f"<p>{what.n_baru} nilai baru, {what.n_berubah} berubah, {what.n_sama} sama · "
        f"{format_waktu(tersimpan.waktu)}</p>"
    )
    address = {"tahun": str(tersimpan.tujuan.tahun), "tw": tersimpan.tw, "ukuran": tersimpan.ukuran}
    with st.container(key="tombol_lanjut", horizontal=True):
        if st.button("Lihat di Ringkasan", type="primary", key="ke_ringkasan"):
            st.switch_page(script("ringkasan"), query_params=address)
        if st.button("Buka unit ini", key="ke_unit"):
            st.switch_page(script("unit"), query_params={**address, "unit": tersimpan.tujuan.kode_unit})
        if st.button("Unggah berkas lain", key="lagi"):
            upload.forget()
            st.rerun()
    if tersimpan.ukuran == "tahun":
        st.caption(
            "Berkas ini hanya memuat target tahunan, jadi capaiannya dibaca terhadap “Target tahun”, "
            "bukan target triwulan."
        )
