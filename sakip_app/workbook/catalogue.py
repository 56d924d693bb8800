"""Every finding about a cell, a row or a sheet: stable code, severity, sentence, advice.

``galat`` leaves the value out and blocks the upload, ``peringatan`` asks for a look, ``catatan`` only tells.
Made with ``findings.temuan``, which fills in the sentence; read there as part of ``findings.KATALOG``.
"""

from __future__ import annotations

from sakip_app.workbook.kind import Jenis

_TULIS_ANGKA = "Tulis angka saja, misalnya 1234,5, tanpa huruf."

KATALOG_SEL: dict[str, Jenis] = {
    # --- one cell -----------------------------------------------------------------------------------
    "angka-tak-terbaca": Jenis("galat", "{kolom}: “{nilai}” tidak terbaca sebagai angka.{usul}", _TULIS_ANGKA),
    "angka-gaya-inggris": Jenis(
        "galat",
        "{kolom}: “{nilai}” ditulis gaya Inggris.{usul}",
        "Pakai titik untuk ribuan dan koma untuk desimal.",
    ),
    "angka-ambigu": Jenis(
        "peringatan",
        "{kolom}: “{nilai}” dapat berarti ribuan atau desimal; dibaca {dibaca}.",
        "Bila maksudnya desimal, pakai koma, misalnya 1,234.",
    ),
    "titik-desimal": Jenis(
        "peringatan",
        "{kolom}: “{nilai}” memakai titik desimal; dibaca {dibaca}.",
        "Pakai koma untuk desimal.",
    ),
    "satuan-dalam-sel": Jenis(
        "catatan",
        "{kolom}: satuan tertulis di dalam sel, misalnya “{nilai}”; yang dibaca angkanya ({daftar}).",
        "Tulis angkanya saja; satuan ditulis di kolom Satuan.",
    ),
    "keterangan-dalam-sel": Jenis(
        "catatan",
        "Sel {kolom} berisi angka dengan keterangan: “{nilai}” dibaca {dibaca}.",
        "Tulis angkanya saja, keterangannya di kolom lain.",
    ),
    "nihil-dibaca-kosong": Jenis(
        "catatan",
        "{kolom}: kata “{nilai}” dibaca kosong, bukan 0.",
        "Bila maksudnya nol, tulis 0.",
    ),
    "sel-galat": Jenis(
        "galat",
        "{kolom}: sel berisi galat Excel {nilai}.",
        "Perbaiki rumusnya atau kosongkan selnya, simpan, lalu unggah lagi.",
    ),
    "rumus-belum-dihitung": Jenis(
        "galat",
        "{kolom}: rumus di sel {daftar} belum pernah dihitung, sehingga nilainya tidak tersimpan.",
        "Buka berkas di Excel, biarkan menghitung, simpan, lalu unggah lagi.",
    ),
    "tanggal-di-sel-angka": Jenis(
        "galat",
        "{kolom}: sel berisi tanggal ({nilai}), bukan angka; Excel sering mengubah ketikan seperti 1.5 menjadi "
        "tanggal.",
        "Ubah format sel menjadi Angka, lalu tulis ulang nilainya.",
    ),
    "format-persen": Jenis(
        "peringatan",
        "{kolom}: sel berformat persen padahal satuannya “{satuan}”; dibaca {dibaca} apa adanya.",
        "Samakan format sel dengan satuannya.",
    ),
    "persen-diskalakan": Jenis(
        "catatan",
        "{kolom}: sel berformat persen dibaca sebagai persen (0,85 tampil 85% → 85): {daftar}.",
        "Tidak perlu tindakan bila memang persen.",
    ),
    "persen-pecahan": Jenis(
        "peringatan",
        "{kolom}: satuannya persen tetapi nilainya {dibaca}; apakah maksudnya {usul_persen}?",
        "Tulis 85 untuk 85 persen.",
    ),
    "predikat-teks": Jenis(
        "catatan",
        "{kolom}: “{nilai}” adalah predikat, bukan angka; disimpan sebagai teks dan perlu penilaian manual.",
        "Tidak perlu tindakan; atau tulis nilai angkanya.",
    ),
    "realisasi-teks": Jenis(
        "peringatan",
        "{kolom}: “{nilai}” adalah predikat, bukan angka, sehingga belum dapat dihitung.",
        "Tulis nilai angkanya, misalnya skor opini atau indeks.",
    ),
    "target-rentang": Jenis(
        "catatan",
        "{kolom}: target “{nilai}” dibaca sebagai batas ({dibaca}).",
        "Tidak perlu tindakan bila memang rentang.",
    ),
    "anggaran-negatif": Jenis(
        "peringatan",
        "{kolom}: nilai rupiah negatif ({dibaca}).",
        "Periksa apakah rumus atau koreksinya benar.",
    ),
    "gabungan-di-data": Jenis(
        "peringatan",
        "{kolom}: sel gabungan {nilai} mencakup beberapa baris indikator; nilainya dibaca untuk baris pertama.",
        "Lepaskan gabungan dan isi tiap baris.",
    ),
}

KATALOG_BARIS: dict[str, Jenis] = {
    "dua-indikator-satu-sel": Jenis(
        "peringatan",
        "Satu sel memuat lebih dari satu indikator, tetapi hanya ada satu target dan realisasi.",
        "Pisahkan tiap indikator ke barisnya sendiri.",
    ),
    "realisasi-tanpa-target": Jenis(
        "peringatan",
        "Ada realisasi ({dibaca}) padahal target tahun ini {target}; capaiannya tidak dapat dihitung.",
        "Isi target tahunan, atau periksa apakah realisasinya salah baris.",
    ),
    "jumlah-tak-cocok": Jenis(
        "peringatan",
        "{kolom} tertulis {tertulis}, padahal jumlah triwulan I–IV {dihitung}.",
        "Periksa rumus jumlahnya; yang dipakai adalah angka triwulan.",
    ),
    "capaian-tak-cocok": Jenis(
        "peringatan",
        "{kolom} tertulis {tertulis}, padahal dari angka di lembar ini {dihitung}.",
        "Periksa rumus capaian pada baris ini; yang dipakai adalah target dan realisasinya.",
    ),
    "satuan-salah-ketik": Jenis(
        "catatan",
        "Satuan “{nilai}” mungkin maksudnya “{usul_satuan}”.",
        "Perbaiki ejaannya agar satuan seragam.",
    ),
    "baris-tanpa-indikator": Jenis(
        "peringatan",
        "Baris ini berisi realisasi tetapi kolom indikatornya kosong, sehingga tidak dibaca.",
        "Isi nama indikatornya, atau kosongkan angkanya bila bukan baris indikator.",
    ),
    "kunci-ganda": Jenis(
        "galat",
        "Indikator yang sama tertulis lebih dari sekali: baris {daftar}.",
        "Bedakan uraiannya atau hapus baris yang berlebih.",
    ),
    "kode-ganda": Jenis(
        "peringatan",
        "Kode {nilai} dipakai oleh lebih dari satu nama: baris {daftar}.",
        "Periksa kode pada baris-baris itu.",
    ),
}

KATALOG_LEMBAR: dict[str, Jenis] = {
    "baris-tersembunyi": Jenis(
        "peringatan",
        "{jumlah} baris tersembunyi ikut dibaca karena berisi indikator: baris {daftar}.",
        "Tampilkan (Unhide) dan periksa; hapus bila memang tidak dipakai.",
    ),
    "capaian-dibaca-realisasi": Jenis(
        "peringatan",
        "Lembar ini tidak punya kolom Realisasi; {jumlah} kolom “{nilai}” dibaca sebagai realisasi.",
        "Bila kolom itu persentase capaian, tandai lewat “Ada kolom yang keliru?”.",
    ),
    "kolom-ganda-beda": Jenis(
        "peringatan",
        "Dua kolom “{kolom}” berbeda isinya di baris ini: yang dibaca {nilai}, kolom lain di {lain}.",
        "Pastikan kolom yang benar; bila keliru, tandai lewat “Ada kolom yang keliru?”.",
    ),
    "capaian-tanpa-angka": Jenis(
        "peringatan",
        "Capaian {nilai} tercetak, tetapi {apa} di baris ini tidak terbaca.",
        "Periksa kolom {apa}; bila ada di kolom lain, tandai lewat “Ada kolom yang keliru?”.",
    ),
    "capaian-tak-terjelaskan": Jenis(
        "peringatan",
        "Capaian tercetak {nilai} tidak dapat dihasilkan dari target {target} dan realisasi {realisasi} yang dibaca.",
        "Pastikan kolom target dan realisasi yang dibaca memang yang dimaksud.",
    ),
    "kolom-angka-tak-dibaca": Jenis(
        "catatan",
        "Kolom berisi angka yang tidak dibaca: {daftar}.",
        "Abaikan bila memang tidak perlu; bila perlu, tandai lewat “Ada kolom yang keliru?”.",
    ),
    "triwulan-belum-selesai": Jenis(
        "catatan",
        "Angka ini s.d. bulan {nilai}; disimpan sebagai posisi triwulan {triwulan} yang belum selesai.",
        "Unggah lagi setelah triwulan selesai.",
    ),
    "konsolidasi-terbuka": Jenis(
        "catatan",
        "Realisasi sampai kini belum pasti: {jumlah} bila triwulannya dijumlahkan, {akhir} bila yang terakhir berlaku.",
        "Tetapkan konsolidasi indikator ini sebelum menyimpan.",
    ),
    "bulan-terbuka": Jenis(
        "catatan",
        "Angka bulanan di baris ini bisa tambahan tiap bulan, bisa juga posisi sampai bulan itu; belum dibaca.",
        "Jawab pertanyaan cara isi.",
    ),
    "lembar-digabung": Jenis(
        "catatan",
        "Lembar dengan formulir yang sama tetapi indikator berbeda dibaca bersama: {daftar}.",
        "Bila salah satunya bukan milik unit ini, pisahkan ke berkas sendiri.",
    ),
    "angka-gabungan": Jenis(
        "peringatan",
        "Angka di baris ini digabung dari {nilai}, milik indikator di atasnya; di sini dibaca kosong.",
        "Lepas gabungan sel (Unmerge), lalu isi angka tiap indikator.",
    ),
    "angka-gabungan-mendatar": Jenis(
        "peringatan",
        "Satu angka digabung di beberapa kolom ({nilai}); hanya kolom pertamanya yang terisi.",
        "Lepas gabungan sel (Unmerge), lalu isi angka tiap triwulan.",
    ),
    "tabel-lain": Jenis(
        "peringatan",
        "Tabel mulai baris {awal} berjudul {nilai}, bukan {ini}; tabel itu tidak dibaca.",
        "Unggah tabel itu tersendiri, sebagai berkas unit dan tahunnya.",
    ),
    "baris-lanjutan": Jenis(
        "peringatan",
        "{jumlah} baris di bawah sel indikator yang digabung punya angka sendiri dan tidak dibaca: baris {daftar}.",
        "Bila baris itu indikator tersendiri, tulis namanya; bila rencana aksi, biarkan.",
    ),
    "baris-tanpa-target-tahun": Jenis(
        "catatan",
        "{jumlah} baris tidak dibaca karena belum punya target maupun realisasi tahun ini: baris {daftar}.",
        "Isi target tahunan bila indikator itu berlaku tahun ini.",
    ),
    "belum-ada-realisasi": Jenis(
        "catatan",
        "Belum ada realisasi: kolom realisasi triwulan masih kosong, sehingga lembar ini dibaca sebagai rencana.",
        "Isi realisasi triwulan bila sudah ada, lalu unggah lagi.",
    ),
    "indikator-belum-diisi": Jenis(
        "galat",
        "Ada {jumlah} program, kegiatan, atau subkegiatan (baris {daftar}), tetapi kolom indikatornya kosong.",
        "Isi nama indikator, satuan, dan target tiap baris, lalu unggah lagi.",
    ),
    "kolom-ganda": Jenis(
        "peringatan",
        "Kolom {kolom} ditemukan lebih dari sekali ({daftar}); yang dipakai {dibaca}.",
        "Hapus atau beri nama lain pada kolom yang berlebih.",
    ),
    "kolom-triwulan-kurang": Jenis(
        "peringatan",
        "Kolom realisasi triwulan {daftar} tidak ditemukan.",
        "Lengkapi kepala kolom triwulan I–IV.",
    ),
    "tahun-tak-ditemukan": Jenis(
        "peringatan",
        "Tahun tidak ditemukan di judul maupun kepala tabel.",
        "Tulis tahunnya di judul, misalnya “Tahun 2026”, atau pilih saat mengunggah.",
    ),
    "unit-tak-ditemukan": Jenis(
        "catatan",
        "Nama perangkat daerah tidak ditemukan di judul.",
        "Tulis “Perangkat Daerah : …” di atas tabel, atau pilih saat mengunggah.",
    ),
    "uang-dikalikan": Jenis(
        "catatan",
        "Kepala tabel menyatakan uang dalam {nilai}; semua nilai rupiah dikalikan {dibaca}.",
        "Tidak perlu tindakan bila memang demikian.",
    ),
    "makro-diabaikan": Jenis(
        "peringatan",
        "Berkas ini memuat makro. Makro tidak dijalankan; yang dibaca hanya nilai di sel.",
        "Simpan sebagai .xlsx agar berkas yang diedarkan tanpa makro.",
    ),
    "xls-lama-dibaca": Jenis(
        "catatan",
        "Berkas ini format Excel lama (.xls): nilai selnya dibaca, rumusnya tidak dapat diperiksa.",
        "Simpan sebagai .xlsx agar rumus yang belum dihitung dan tautan ke berkas lain ikut diperiksa.",
    ),
    "tautan-luar": Jenis(
        "peringatan",
        "{jumlah} sel mengambil nilai dari berkas lain; nilainya mungkin sudah usang: {daftar}.",
        "Perbarui tautannya di Excel, atau ganti dengan nilai, sebelum mengunggah.",
    ),
    "lembar-dilewati": Jenis(
        "catatan",
        "Lembar “{nilai}” tidak dibaca: {alasan}",
        "Tidak perlu tindakan bila tabelnya ada di lembar lain.",
    ),
    "lembar-tersembunyi": Jenis(
        "peringatan",
        "Tabel dibaca dari lembar tersembunyi “{nilai}”.",
        "Tampilkan lembarnya dan pastikan itu tabel yang dimaksud.",
    ),
    "beberapa-tabel": Jenis(
        "peringatan",
        "Ada lebih dari satu lembar berbentuk sama; yang dibaca “{dibaca}”, yang tidak dibaca: {daftar}.",
        "Unggah satu lembar per berkas, atau letakkan lembar yang dimaksud paling depan.",
    ),
    "temuan-dibatasi": Jenis(
        "peringatan",
        "Temuan lebih dari {jumlah}; selebihnya tidak ditampilkan.",
        "Perbaiki temuan yang tampil, lalu unggah lagi.",
    ),
}
