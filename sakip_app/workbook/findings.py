"""Every refusal and every finding in one place: stable code, severity, sentence, advice.

Two catalogues. ``PENOLAKAN``: the file as a whole cannot be used (``BerkasDitolakError``). ``KATALOG``: the
file was read, and this is what a person should look at. ``galat`` leaves the value out and blocks the
upload, ``peringatan`` asks for a look, ``catatan`` only tells.
"""

from __future__ import annotations

from sakip_app.workbook.kind import Jenis as Jenis  # catalogues elsewhere take it from here
from sakip_app.workbook.result import BerkasDitolakError, Temuan, Tingkat
from sakip_app.workbook.templat.katalog import KATALOG_TEMPLAT

NILAI_TERPANJANG = 80  # characters of a cell that are repeated in a finding


_SIMPAN_ULANG = "Buka di Excel, pilih Simpan Sebagai (Save As) → Excel Workbook (.xlsx), lalu unggah hasilnya."

PENOLAKAN: dict[str, tuple[str, str]] = {
    "berkas-tak-ada": (
        "Berkas {nama} tidak ditemukan atau tidak dapat dibuka.",
        "Periksa nama dan letak berkas.",
    ),
    "perintah-salah": (
        "Perintah tidak dikenali: {rincian}.",
        "Tulis: python -m sakip_app baca BERKAS --json, atau python -m sakip_app pindah DARI KE",
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
    "terlalu-banyak-sel": (
        "Lembar “{lembar}” berisi {jumlah} sel terisi, lebih dari batas {batas}.",
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

_TULIS_ANGKA = "Tulis angka saja, misalnya 1234,5, tanpa huruf."

KATALOG: dict[str, Jenis] = {
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
    # --- one row ------------------------------------------------------------------------------------
    "dua-indikator-satu-sel": Jenis(
        "peringatan",
        "Satu sel memuat lebih dari satu indikator bernomor, tetapi hanya ada satu target dan realisasi.",
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
        "Periksa rumus capaian pada baris ini.",
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
    # --- the whole sheet ----------------------------------------------------------------------------
    "baris-tersembunyi": Jenis(
        "peringatan",
        "{jumlah} baris tersembunyi ikut dibaca karena berisi indikator: baris {daftar}.",
        "Tampilkan (Unhide) dan periksa; hapus bila memang tidak dipakai.",
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
    **KATALOG_TEMPLAT,
}


def tolak(kode: str, **isi: object) -> BerkasDitolakError:
    """The refusal ``kode`` with its sentence filled in; raise what it returns.

    Example:
        >>> tolak("bukan-excel", jenis="PDF").pesan
        'Berkas ini bukan buku kerja Excel: isinya PDF.'
    """
    pesan, saran = PENOLAKAN[kode]
    return BerkasDitolakError(kode, pesan.format(**isi), saran.format(**isi))


def temuan(
    kode: str, *, lembar: str, sel: str = "", nilai: object = "", tingkat: Tingkat | None = None, **isi: object
) -> Temuan:
    """The finding ``kode`` at one cell, its sentence filled in.

    Args:
        kode: a key of ``KATALOG``.
        lembar: title of the sheet.
        sel: address such as ``"P17"``; empty when the finding is about the sheet.
        nilai: what the cell holds; shortened to 80 characters.
        tingkat: only where the same kind weighs less in a column that is not stored.
        **isi: what the sentence names beside ``nilai``.

    Raises:
        KeyError: for a kode that is not in the catalogue.
    """
    jenis = KATALOG[kode]
    teks = " ".join(str(nilai).split())
    if len(teks) > NILAI_TERPANJANG:
        teks = teks[: NILAI_TERPANJANG - 1] + "…"
    return Temuan(
        kode=kode,
        tingkat=tingkat or jenis.tingkat,
        lembar=lembar,
        sel=sel,
        nilai=teks,
        pesan=jenis.pesan.format(nilai=teks, **isi),
        saran=jenis.saran.format(nilai=teks, **isi),
    )
