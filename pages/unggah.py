"""Upload: pick a file, see what was understood, settle what is open, see the difference, confirm."""

import streamlit as st

from sakip_app.access import guard
from sakip_app.markup.frame import fakta, judul, langkah, seksi
from sakip_app.markup.tables import daftar_temuan
from sakip_app.screens import (
    evidence,
    frame,
    settings,
    settings_body,
    upload,
    upload_decisions,
    upload_follow_ups,
    upload_many,
    upload_match,
    upload_questions,
    upload_reading,
    upload_returned,
    upload_template,
    upload_view,
)
from sakip_app.screens.context import current_instansi
from sakip_app.text.sentences import headline_unggah

pelaku = guard()
instansi = current_instansi()
settings.news()
if instansi is None:
    st.html(judul("Instansi apa yang akan dipantau?"))
    settings_body.another(pelaku, "pertama")
    st.stop()

tersimpan = upload.just_stored()
if tersimpan is not None:
    upload_view.stored(instansi, tersimpan)
    st.stop()

templat = st.container(key="seksi_templat")
kirim = st.container(key="seksi_kirim")
jejak = st.empty()
berkas = upload_view.pick_file()
if berkas is None:
    jejak.html(langkah(0))
    with templat:
        upload_template.offer(instansi)
    with kirim:
        st.html(seksi("Kirim buku kerja", "Templat yang sudah diisi, atau buku kerja yang sudah Anda punya."))
    upload_view.how_it_works()
    st.stop()

with st.status("Membaca berkas …", type="compact") as status:
    bacaan = upload.read(berkas.name, berkas.getvalue())
    status.update(label="Berkas sudah diperiksa", state="complete")
if bacaan.ditolak is not None:
    jejak.html(langkah(0))
    upload_view.refused(bacaan)
    st.stop()
if len(bacaan.semua) > 1:
    upload_many.draw(instansi, bacaan, pelaku)
    frame.foot_of(instansi)
    st.stop()

tanya = upload_questions.prepare(instansi, bacaan.semua[0])
bacaan, hasil = upload_questions.read(tanya, bacaan)
terbuka = upload_questions.open_questions(hasil)
galat = [temuan for temuan in hasil.temuan if temuan.tingkat == "galat"]
peringatan = [temuan for temuan in hasil.temuan if temuan.tingkat == "peringatan"]
st.html(
    judul(
        upload_questions.headline(terbuka)
        or upload_follow_ups.headline(hasil)
        or headline_unggah(len(hasil.indikator), len(galat), len(peringatan))
    )
)
st.html(fakta(upload_view.facts(bacaan, hasil)))

asing = upload.foreign_template(instansi, hasil)
if asing is not None:
    jejak.html(langkah(1))
    st.error(asing)
    st.stop()

with st.container(key="seksi_tujuan"):
    st.html(seksi("Untuk unit dan tahun mana?", "Dibaca dari lembar; Anda yang memastikan."))
    tujuan = upload_view.choose_target(instansi, hasil)
upload_questions.settle(hasil, tujuan)
upload_questions.draw(tanya, bacaan, hasil, pelaku)
if hasil.indikator or hasil.tindak_lanjut:
    with st.container(key="seksi_temuan"):
        st.html(seksi("Temuan", upload_reading.count_findings(hasil)))
        st.html(daftar_temuan(upload_reading.finding_rows(hasil), kosong="Tidak ada yang janggal di berkas ini."))
        upload_returned.offer(bacaan, [hasil])

if terbuka or bacaan.ditolak is not None:
    jejak.html(langkah(1))
    upload_questions.block(terbuka)
    st.stop()
if galat:
    jejak.html(langkah(2))
    upload_reading.blocked(len(galat))
    st.stop()
if tujuan is None:
    jejak.html(langkah(1))
    st.stop()

cocok = upload_match.settle(instansi, hasil, tujuan)
upload_reading.missing(evidence.missing_bukti(instansi, cocok.padanan.apply(hasil), tujuan, pelaku))
tersimpan_dulu = cocok.by_row(upload.kept_decisions(instansi, tujuan))
with st.container(key="seksi_polaritas"):
    polaritas = upload_decisions.settle_polaritas(hasil, tujuan, tersimpan_dulu.polaritas)
konsolidasi = upload_decisions.settle_konsolidasi(hasil, tujuan, tersimpan_dulu.konsolidasi)
keputusan = cocok.keputusan(polaritas, konsolidasi)
with st.container(key="seksi_beda"):
    with st.spinner("Membandingkan dengan yang tersimpan …"):
        beda = upload.differences(instansi, hasil, tujuan, keputusan)
    st.html(seksi("Perbedaan dengan yang tersimpan", upload_decisions.count_differences(beda)))
    upload_decisions.draw_differences(beda, hasil.sha256)
    lanjut = upload_follow_ups.compared(instansi, hasil, tujuan)
    keputusan = keputusan.taking(upload_follow_ups.draw(lanjut, hasil.sha256))
    upload_match.missing(cocok, tujuan.tahun)

siap = upload_match.ready(cocok, hasil)
jejak.html(langkah(3 if siap else 2))
if siap:
    upload_view.confirm(instansi, bacaan, hasil, tujuan, keputusan, beda, pelaku, lanjut)
frame.foot_of(instansi)
