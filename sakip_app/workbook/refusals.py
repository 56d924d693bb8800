"""Every refusal: the file as a whole cannot be used. Stable code, sentence, advice.

Raised with ``findings.tolak``, which fills in the sentence; read there as ``findings.PENOLAKAN``.
"""

from __future__ import annotations

_SIMPAN_ULANG = "Buka di Excel, pilih Simpan Sebagai (Save As) → Excel Workbook (.xlsx), lalu unggah hasilnya."

PENOLAKAN: dict[str, tuple[str, str]] = {
    "berkas-tak-ada": (
        "Berkas {nama} tidak ditemukan atau tidak dapat dibuka.",
        "Periksa nama dan letak berkas.",
    ),
    "perintah-salah": (
        "Perintah tidak dikenali: {rincian}.",
        "Tulis: python -m sakip_app baca BERKAS --json, python -m sakip_app impor FOLDER, "
        "python -m sakip_app ekspor pptx, atau python -m sakip_app pindah DARI KE",
    ),
    "berkas-kosong": (
        "Berkas ini kosong (0 bita atau hanya berisi nol).",
        "Simpan ulang dari Excel, pastikan unduhan atau salinannya selesai, lalu unggah lagi.",
    ),
    "berkas-kunci": (
        "Ini berkas kunci sementara (~$…) yang dibuat Excel selama buku kerja sedang dibuka, bukan buku kerjanya.",
        "Tutup Excel, lalu unggah berkas dengan nama yang sama tanpa tanda ~$ di depan.",
    ),
    "terlalu-besar": (
        "Berkas ini {ukuran} MB, lebih besar dari batas {batas} MB.",
        "Hapus gambar dan lembar yang tidak perlu, simpan, lalu unggah lagi.",
    ),
    "format-xls-lama": (
        "Isi berkas ini format Excel lama (.xls, Excel 97–2003), apa pun nama akhirannya.",
        _SIMPAN_ULANG,
    ),
    "berkata-sandi": (
        "Berkas ini dilindungi kata sandi untuk membukanya, sehingga isinya tidak dapat dibaca.",
        "Buka di Excel, hapus sandinya lewat File → Info → Protect Workbook → Encrypt with Password, simpan, "
        "lalu unggah lagi.",
    ),
    "format-xlsb": (
        "Isi berkas ini buku kerja biner (.xlsb), bukan .xlsx.",
        _SIMPAN_ULANG,
    ),
    "format-ods": (
        "Isi berkas ini OpenDocument (.ods), bukan .xlsx.",
        "Buka di LibreOffice atau Excel, simpan sebagai Excel 2007–365 (.xlsx), lalu unggah hasilnya.",
    ),
    "ooxml-strict": (
        "Berkas ini disimpan sebagai “Strict Open XML Spreadsheet”, ragam .xlsx yang belum dibaca di sini.",
        "Buka di Excel, Simpan Sebagai → Excel Workbook (.xlsx) biasa, bukan Strict, lalu unggah hasilnya.",
    ),
    "html-bukan-xlsx": (
        "Isi berkas ini halaman web (HTML) yang diberi nama seperti Excel, biasanya hasil ekspor aplikasi.",
        _SIMPAN_ULANG,
    ),
    "xml-bukan-xlsx": (
        "Isi berkas ini teks XML (misalnya XML Spreadsheet 2003), bukan .xlsx.",
        _SIMPAN_ULANG,
    ),
    "csv-bukan-xlsx": (
        "Isi berkas ini teks biasa (CSV), bukan buku kerja .xlsx.",
        "Buka di Excel lewat Data → Dari Teks/CSV, simpan sebagai .xlsx, lalu unggah hasilnya.",
    ),
    "bukan-excel": (
        "Berkas ini bukan buku kerja Excel: isinya {jenis}.",
        "Unggah buku kerja .xlsx yang berisi tabel target dan realisasi.",
    ),
    "berkas-terpotong": (
        "Berkas ini terpotong: bagian akhirnya hilang, biasanya karena unduhan atau salinan tidak selesai.",
        "Unduh atau salin ulang berkasnya, pastikan dapat dibuka di Excel, lalu unggah lagi.",
    ),
    "berkas-rusak": (
        "Berkas ini rusak: {rincian}.",
        "Buka di Excel; bila Excel menawarkan perbaikan, terima, simpan dengan nama baru, lalu unggah hasilnya.",
    ),
    "zip-berbahaya": (
        "Susunan berkas ini tidak wajar: {rincian}. Berkas tidak dibuka.",
        "Salin tabelnya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah yang baru.",
    ),
    "xml-berbahaya": (
        "Berkas ini memuat definisi entitas XML yang tidak pernah ditulis Excel. Berkas tidak dibuka.",
        "Salin tabelnya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah yang baru.",
    ),
    "tanpa-lembar": (
        "Buku kerja ini tidak memiliki lembar berisi sel ({rincian}).",
        "Pindahkan tabel target dan realisasi ke sebuah lembar kerja biasa, simpan, lalu unggah lagi.",
    ),
    "sel-jauh": (
        "Lembar “{lembar}” berisi sel jauh di luar tabel, yaitu {sel}; batasnya {baris} baris × {kolom} kolom.",
        "Hapus isi sel itu (pilih baris dan kolom di luar tabel → Hapus), simpan, lalu unggah lagi.",
    ),
    "terlalu-banyak-baris": (
        "Tabel di lembar “{lembar}” berlanjut sampai baris {jumlah} atau lebih, melewati batas {batas} baris.",
        "Pisahkan tabelnya menjadi beberapa buku kerja, misalnya satu per perangkat daerah, lalu unggah satu per satu.",
    ),
    "terlalu-banyak-kolom": (
        "Tabel di lembar “{lembar}” berlanjut sampai {jumlah} kolom atau lebih, melewati batas {batas} kolom.",
        "Salin kolom indikator, target, dan realisasi saja ke buku kerja baru, simpan, lalu unggah yang baru.",
    ),
    "terlalu-banyak-sel": (
        "Lembar “{lembar}” membuat sel terisi di buku kerja ini lebih dari batas {batas}.",
        "Pindahkan tabel target dan realisasi ke buku kerja tersendiri, lalu unggah buku kerja itu.",
    ),
    "terlalu-banyak-gabungan": (
        "Lembar “{lembar}” memiliki {jumlah} gabungan sel, lebih dari batas {batas}.",
        "Lepaskan gabungan sel (Merge & Center) di luar kepala tabel, simpan, lalu unggah lagi.",
    ),
    "terlalu-rumit": (
        "Buku kerja ini memuat {jumlah} {bagian}, lebih dari batas {batas}.",
        "Salin tabelnya saja (Tempel Nilai) ke buku kerja baru, simpan, lalu unggah yang baru.",
    ),
    "terlalu-lama": (
        "Membaca berkas ini melewati batas waktu; isinya jauh lebih berat daripada tabel yang tampak.",
        "Salin tabelnya saja (Tempel Nilai) ke buku kerja baru, simpan, lalu unggah yang baru.",
    ),
    "terlalu-berat": (
        "Membaca berkas ini melewati batas memori; isinya jauh lebih berat daripada tabel yang tampak.",
        "Salin tabelnya saja (Tempel Nilai) ke buku kerja baru, simpan, lalu unggah yang baru.",
    ),
    "pembaca-berhenti": (
        "Pembaca berhenti mendadak pada berkas ini ({rincian}); berkas lain dan pengguna lain tidak terganggu.",
        "Salin tabelnya saja (Tempel Nilai) ke buku kerja baru dan unggah yang baru; kirimkan berkas ini kepada admin.",
    ),
    "antrean-penuh": (
        "Banyak berkas sedang dibaca bersamaan, dan giliran berkas ini belum tiba setelah {detik} detik.",
        "Unggah lagi sebentar lagi; berkasnya sendiri belum diperiksa.",
    ),
    "buku-tanpa-isi": (
        "Buku kerja ini tidak berisi apa pun: {jumlah} lembar, semuanya kosong.",
        "Pastikan ini berkas yang benar, dan sudah disimpan setelah diisi.",
    ),
    "tabel-tak-ditemukan": (
        "Tidak ada tabel target dan realisasi yang ditemukan. Yang dicari: {dicari}. {terdekat}",
        "Pastikan kepala tabel memuat kata-kata itu, dan tabelnya ada di lembar yang tidak kosong.",
    ),
    "bentuk-belum-dikenal": (
        "Lembar “{lembar}” memuat tabel indikator, tetapi bentuknya belum dikenal. Ditemukan kata kepala: "
        "{ditemukan}. Belum ditemukan: {belum}.",
        "Pindahkan isinya ke Formulir E.81 (K dan Rp per triwulan), atau minta admin menambahkan bentuk ini.",
    ),
    "tidak-ada-baris-data": (
        "Lembar “{lembar}” memuat kepala {bentuk} (baris {awal}–{akhir}) tetapi tidak ada baris data di bawahnya.",
        "Isi tabelnya lebih dulu, simpan, lalu unggah lagi.",
    ),
    "templat-lebih-baru": (
        "Templat ini versi {versi}; yang dikenal di sini sampai versi {dikenal}.",
        "Minta admin memperbarui aplikasi, atau unduh templat dari layar Unggah di sini dan isi yang itu.",
    ),
    "templat-kolom-hilang": (
        "Lembar “{lembar}”: kolom {kolom} tidak ditemukan lagi di templat ini, terhapus atau kepalanya berganti nama.",
        "Batalkan penghapusannya (Ctrl+Z) atau kembalikan kepala kolomnya, atau salin isian ke templat yang baru "
        "diunduh.",
    ),
    "templat-lembar-hilang": (
        "Berkas ini templat SAKIP, tetapi lembar unitnya tidak ada lagi: {daftar}.",
        "Unggah berkas templat yang masih memuat lembar unitnya.",
    ),
    "galat-tak-terduga": (
        "Berkas ini memuat keadaan yang belum dikenal pembaca ({rincian}).",
        "Kirimkan berkasnya kepada admin; sementara itu salin tabelnya ke buku kerja baru dan unggah yang baru.",
    ),
}
