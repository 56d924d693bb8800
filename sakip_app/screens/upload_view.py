"""Unggah, drawn: picking a file, naming its unit, confirming."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sakip_app import store
from sakip_app.acceptance import DOKUMEN
from sakip_app.access import Pelaku
from sakip_app.markup.frame import judul, kosong, langkah, seksi
from sakip_app.screens import upload, upload_follow_ups
from sakip_app.screens.context import Instansi, engine, list_unit
from sakip_app.screens.links import script
from sakip_app.screens.upload import UNIT_BARU, Bacaan, Keputusan, Tersimpan, Tujuan
from sakip_app.screens.upload_decisions import press_label
from sakip_app.store import BedaTindakLanjut, SimpanDitolakError
from sakip_app.text.dates import format_waktu
from sakip_app.text.numbers import format_nilai
from sakip_app.text.sentences import Potongan
from sakip_app.text.words import tw
from sakip_app.workbook.result import HasilBaca


def pick_file() -> UploadedFile | None:
    """The file box. It takes every kind of file: what is wrong with one is said in Indonesian by the gate."""
    with st.container(key="kotak_berkas"):
        return st.file_uploader(
            "Buku kerja Excel Anda, apa adanya",
            key=f"berkas_{st.session_state.get('berkas_ke', 0)}",
            max_upload_size=20,
        )


def how_it_works() -> None:
    """What to expect before anything was picked."""
    st.html(
        kosong(
            "Kirim buku kerja yang sudah Anda punya.",
            "Tabel apa pun yang memuat indikator dengan target atau realisasinya: Formulir E.81, Rencana Aksi, "
            "Pengukuran Kinerja, lampiran PK, atau templat dari halaman ini.",
            [
                (
                    "Kami membaca, Anda memeriksa",
                    "Setiap angka ditunjukkan dengan selnya. Yang tidak jelas ditanyakan sekali, lalu diingat.",
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
    form = upload.NAMA_BENTUK.get(hasil.tata_letak)
    known = (
        [Potongan("Dikenali sebagai "), Potongan(form, tebal=True)] if form else [Potongan("Bentuk belum dikenal")]
    )
    awal, akhir = hasil.baris_kepala
    kb = max(1, round(len(bacaan.isi) / 1024))
    size = f" · {kb} KB" if kb < 1000 else f" · {format_nilai(round(kb / 1024, 1))} MB"
    return [
        [Potongan(bacaan.nama, tebal=True), Potongan(size)],
        [Potongan("Lembar "), Potongan(hasil.lembar, tebal=True)],
        [*known, Potongan(f", kepala tabel baris {awal}" + (f"–{akhir}" if akhir > awal else ""))],
        *([[Potongan(str(n), tebal=True), Potongan(" indikator terbaca")]] if (n := len(hasil.indikator)) else []),
        *(
            [[Potongan(str(n), tebal=True), Potongan(" tindak lanjut diisi")]]
            if (n := len(hasil.tindak_lanjut))
            else []
        ),
    ]


def choose_target(instansi: Instansi, hasil: HasilBaca) -> Tujuan | None:
    """Unit and year: proposed from the sheet, decided by the person. ``None`` until both are chosen.

    The choice belongs to one file: the next one in the same box is asked about anew.
    """
    versi = store.data_version(engine())
    years = sorted({*store.list_tahun(engine(), instansi.kode), hasil.tahun or datetime.now(UTC).year})
    known = list_unit(instansi.kode, hasil.tahun or years[-1], versi)["nama"]
    stated = hasil.unit or ""
    suggested = upload.suggest_unit(instansi, hasil)
    near = upload.near_units(instansi, hasil) if suggested is None else []
    near = [kode for kode in near if kode in known.index]
    options = [*near, *([UNIT_BARU] if stated and suggested is None else []), *known.index.drop(near)]
    marked = hasil.templat is not None  # a template carries its own unit and year
    unit_box, year_box, document_box = st.columns([4, 1, 2])
    chosen = unit_box.selectbox(
        "Unit",
        options,
        index=options.index(suggested) if suggested in options else None,
        format_func=lambda kode: (
            f"Daftarkan sebagai unit baru: {stated}"
            if kode == UNIT_BARU
            else f"{known[kode]}{' (nama paling mirip)' if kode in near else ''}"
        ),
        placeholder="Pilih unit",
        disabled=marked,
        key=upload.unit_key(hasil),
    )
    year = year_box.selectbox(
        "Tahun",
        years,
        index=years.index(hasil.tahun) if hasil.tahun in years else None,
        placeholder="Pilih tahun",
        disabled=marked,
        key=f"tahun_tujuan_{hasil.sha256}_{hasil.tahun}",
    )
    to = "" if chosen is None else str(chosen)
    dokumen = document_box.selectbox(
        "Targetnya menurut",
        DOKUMEN,
        index=DOKUMEN.index(upload.last_document(instansi, to, year)),
        key=f"dokumen_tujuan_{hasil.sha256}_{chosen}_{year}",
        help="Target yang diubah lewat PK perubahan disimpan di samping target PK murni.",
    )
    if marked:
        st.caption(template_line(hasil))
    if not marked and hasil.instansi and hasil.instansi.casefold() != instansi.nama.casefold():
        st.warning(
            f"Judul lembar menyebut {_plain(hasil.instansi)}, sedangkan data di sini milik {instansi.nama}. "
            "Pastikan berkasnya benar."
        )
    before = store.find_upload(engine(), instansi.kode, hasil.sha256)
    if before is not None:
        st.caption(f"Berkas yang sama pernah dikirim {_plain(before.pelaku)}, {format_waktu(before.waktu)}.")
    if stated and suggested is None:
        st.caption(f"Lembar menyebut unit “{_plain(stated)}”, yang belum terdaftar.")
    if chosen is None or year is None:
        st.info("Pilih unit dan tahunnya untuk melihat perbedaan dengan yang tersimpan.")
        return None
    new = upload.new_unit(stated) if chosen == UNIT_BARU else None
    kode_unit = str(chosen) if new is None else new.kode_unit
    if suggested is not None and kode_unit != suggested:
        st.warning(
            f"Lembar ini menyebut unit {_plain(stated)}, sedangkan yang dipilih "
            f"{_plain(str(known[kode_unit])) if new is None else 'unit baru'}. Pastikan unitnya benar."
        )
    if hasil.tahun is not None and year != hasil.tahun:
        st.warning(
            f"Lembar ini menyebut tahun {hasil.tahun}, sedangkan yang dipilih tahun {year}. Pastikan tahunnya benar."
        )
    alias = None
    if stated and suggested is None and new is None and not marked:
        learn = st.checkbox(
            f"Ingat: “{_plain(stated)}” berarti {_plain(str(known[kode_unit]))}",
            value=True,
            key=f"alias_unit_{hasil.sha256}_{kode_unit}",
            help="Berkas berikutnya dengan nama itu langsung dikenali. Dapat dilihat di Pengaturan, daftar unit.",
        )
        alias = stated if learn else None
    return Tujuan(kode_unit, new, int(year), dokumen, alias)


def template_line(hasil: HasilBaca) -> str:
    """What a template says of itself."""
    mark = hasil.templat
    return (
        ""
        if mark is None
        else f"Templat {tw(mark.triwulan)} {mark.tahun}: unit dan tahunnya sudah tertulis di dalamnya."
    )


def confirm(
    instansi: Instansi,
    bacaan: Bacaan,
    hasil: HasilBaca,
    tujuan: Tujuan,
    keputusan: Keputusan,
    beda: pd.DataFrame,
    pelaku: Pelaku,
    lanjut: Sequence[BedaTindakLanjut] = (),
) -> None:
    """The last step: keep it all, or nothing; ``lanjut`` is what the file says of follow-ups."""
    label = press_label(beda, upload_follow_ups.count_kept(lanjut, keputusan.tindak_lanjut))
    with st.container(key="konfirmasi", border=True):
        if label:
            st.html(
                seksi("Simpan semuanya sekaligus?", "Angka lama tidak dihapus, dan berkas aslinya disimpan utuh.")
            )
        elif upload.is_kept(instansi, hasil, tujuan) or any(satu.ditanyakan for satu in lanjut):
            st.html(upload_follow_ups.nothing_new(lanjut))
            return
        elif hasil.templat is not None:
            st.html(
                seksi(
                    "Belum ada yang diisi di templat ini",
                    "Semua isinya sama dengan yang diunduh. Isi realisasinya, lalu kirim lagi.",
                )
            )
            return
        else:
            st.html(
                seksi(
                    "Simpan berkasnya saja?",
                    f"Semua angkanya sudah tersimpan; berkas ini sendiri belum, menurut {tujuan.dokumen}.",
                )
            )
        counts = zip(upload.count_open(hasil, keputusan), ("polaritas", "konsolidasi"), strict=True)
        still_open = [f"{count} indikator masih tanpa {what}" for count, what in counts if count]
        if still_open:
            st.markdown(f"{', '.join(still_open)}: tersimpan, tetapi belum dinilai.")
        label = label or f"Simpan sebagai berkas {tujuan.dokumen}"
        press_store(instansi, bacaan, [(hasil, tujuan, keputusan)], label, pelaku)


def press_store(
    instansi: Instansi,
    bacaan: Bacaan,
    parts: Sequence[tuple[HasilBaca, Tujuan, Keputusan]],
    label: str,
    pelaku: Pelaku,
) -> None:
    """The button that keeps a file; a refusal says why and loses nothing."""
    if st.button(label, type="primary", key="simpan"):
        with st.status("Menyimpan …", type="compact"):
            try:
                upload.commit(instansi, bacaan, parts, pelaku)
            except SimpanDitolakError as refusal:
                st.error(f"{_plain(refusal.pesan)} {_plain(refusal.saran)}")
                return
        st.rerun()


def stored(instansi: Instansi, tersimpan: Tersimpan) -> None:
    """It is kept: what was kept, and where to look next."""
    st.html(langkah(5))
    kept = any(what.baru for what in tersimpan.hasil)
    st.html(
        judul(f"{tersimpan.nama} tersimpan." if kept else f"{tersimpan.nama} sudah pernah disimpan.")
        + f"<p>{_what_was_kept(tersimpan)} · {format_waktu(tersimpan.waktu)}</p>"
    )
    unit_baru = tersimpan.tujuan.unit_baru
    if any(what.unit_didaftarkan for what in tersimpan.hasil) and unit_baru is not None:
        st.markdown(f"{_plain(unit_baru.nama)} didaftarkan sebagai unit baru.")
    address = {
        "instansi": instansi.kode,
        "tahun": str(tersimpan.tujuan.tahun),
        "tw": tersimpan.tw,
        "ukuran": tersimpan.ukuran,
    }
    with st.container(key="tombol_lanjut", horizontal=True):
        if st.button("Lihat di Ringkasan", type="primary", key="ke_ringkasan"):
            st.switch_page(script("ringkasan"), query_params=address)
        if len(tersimpan.hasil) == 1 and st.button("Buka unit ini", key="ke_unit"):
            st.switch_page(script("unit"), query_params={**address, "unit": tersimpan.tujuan.kode_unit})
        if st.button("Unggah berkas lain", key="lagi"):
            upload.forget()
            st.rerun()
    if tersimpan.ukuran == "tahun":
        st.caption(
            "Berkas ini hanya memuat target tahunan, jadi capaiannya dibaca terhadap “Target tahun”, "
            "bukan target triwulan."
        )


def _what_was_kept(tersimpan: Tersimpan) -> str:
    """What the store really did with the file."""
    all_new, all_changed, all_same = (
        sum(getattr(what, name) for what in tersimpan.hasil) for name in ("n_baru", "n_berubah", "n_sama")
    )
    if not any(what.baru for what in tersimpan.hasil):
        return f"Tidak ada yang disimpan lagi: {all_same} nilai di berkas ini sudah tersimpan"
    gone, back = (sum(getattr(what, name) for what in tersimpan.hasil) for name in ("n_dicabut", "n_kembali"))
    about = f", {gone} indikator dihapus" if gone else ""
    about += f", {back} indikator kembali dihitung" if back else ""
    lanjut = sum(what.n_tindak_lanjut for what in tersimpan.hasil)
    about += f", {lanjut} tindak lanjut diperbarui" if lanjut else ""
    if all_new + all_changed == 0 and not about:
        return f"Berkasnya disimpan menurut {tersimpan.tujuan.dokumen}; {all_same} nilainya tidak berubah"
    new, changed, same = (format_nilai(n) for n in (all_new, all_changed, all_same))
    several = f"{len(tersimpan.hasil)} unit: " if len(tersimpan.hasil) > 1 else ""
    return f"{several}{new} nilai baru, {changed} berubah, {same} sama{about}"
