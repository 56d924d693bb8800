"""The findings that only the product's own template can give; part of ``findings.KATALOG``."""

from __future__ import annotations

from sakip_app.workbook.kind import Jenis

KATALOG_TEMPLAT: dict[str, Jenis] = {
    # --- one row or cell ----------------------------------------------------------------------------
    "kata-tak-dikenal": Jenis(
        "galat",
        "{kolom}: “{nilai}” tidak dikenal; yang dapat dipilih: {daftar}.",
        "Pilih salah satu dari daftar di sel itu.",
    ),
    "kata-di-luar-skala": Jenis(
        "galat",
        "{kolom}: “{nilai}” bukan kata skala {skala}; yang dikenal: {daftar}.",
        "Pilih salah satu kata skala itu, atau tulis angkanya.",
    ),
    "kata-tanpa-skala": Jenis(
        "peringatan",
        "{kolom}: “{nilai}” dibaca sebagai kata; indikator ini belum punya skala, sehingga perlu penilaian manual.",
        "Pilih skalanya di kolom Skala, atau tulis nilai angkanya.",
    ),
    "angka-pada-skala": Jenis(
        "peringatan",
        "{kolom}: berisi angka {nilai}, padahal targetnya kata dari skala {skala}.",
        "Pilih kata dari daftar di sel itu bila yang dimaksud predikat.",
    ),
    "realisasi-negatif": Jenis(
        "peringatan",
        "{kolom}: nilainya negatif ({dibaca}).",
        "Biarkan bila memang turun di bawah nol, misalnya pertumbuhan; selain itu perbaiki.",
    ),
    "realisasi-triwulan-mendatang": Jenis(
        "peringatan",
        "{kolom} sudah berisi {nilai}, padahal templat ini untuk triwulan {triwulan}.",
        "Pindahkan ke kolom triwulan yang benar, atau kosongkan.",
    ),
    "rentang-tak-cocok": Jenis(
        "peringatan",
        "Target tertulis “{nilai}”, padahal batasnya {tertulis}; yang dipakai batas di kolomnya.",
        "Samakan target dengan batas bawah dan batas atasnya.",
    ),
    "rentang-terbalik": Jenis(
        "galat",
        "Batas bawah target {nilai} lebih besar daripada batas atasnya {atas}.",
        "Tukar kedua batas itu.",
    ),
    "tanggal-tak-terbaca": Jenis(
        "peringatan",
        "{kolom}: “{nilai}” tidak terbaca sebagai tanggal; disimpan sebagai teks.",
        "Tulis tanggal, misalnya 30/09/2026.",
    ),
    "baris-tercampur": Jenis(
        "galat",
        "Baris {baris} berisi sel dari dua indikator: {rincian}. Biasanya karena hanya sebagian kolom yang diurutkan.",
        "Batalkan pengurutannya (Ctrl+Z), atau salin isian ke templat yang baru diunduh.",
    ),
    "kunci-diubah": Jenis(
        "galat",
        "Kunci tersembunyi baris {baris} ({nilai}) tidak lagi sesuai dengan templat.",
        "Batalkan perubahannya, atau salin isian baris ini ke templat yang baru diunduh.",
    ),
    "uraian-diubah": Jenis(
        "peringatan",
        "Uraian atau satuan indikator ini berbeda dari templat: kini “{nilai}”. Tetap dibaca sebagai indikator yang "
        "sama.",
        "Biarkan bila memang diperbaiki; bila ini indikator lain, tulis di baris baru.",
    ),
    "uraian-terhapus": Jenis(
        "galat",
        "Uraian indikator pada baris {baris} terhapus.",
        "Tulis kembali uraiannya, atau hapus seluruh isi baris itu.",
    ),
    "baris-tanpa-uraian": Jenis(
        "galat",
        "Baris {baris} berisi isian di kolom {daftar}, tetapi kolom Indikator kinerja kosong.",
        "Tulis indikatornya, atau kosongkan seluruh baris.",
    ),
    "baris-jumlah-dilewati": Jenis(
        "catatan",
        "Baris {baris} (“{nilai}”) dibaca sebagai baris jumlah, bukan indikator, sehingga dilewati.",
        "Tidak perlu tindakan; bila ini indikator, tulis uraiannya lebih lengkap.",
    ),
    "indikator-tambahan": Jenis(
        "peringatan",
        "“{nilai}” tidak ada di templat yang diunduh; dibaca sebagai indikator baru.",
        "Biarkan bila memang indikator baru; selain itu hapus barisnya.",
    ),
    "gabungan-mendatar": Jenis(
        "peringatan",
        "Sel gabungan {nilai} mencakup beberapa kolom; nilainya hanya dibaca untuk {kolom}.",
        "Lepaskan gabungan dan isi tiap kolom.",
    ),
    # --- the sheet Tindak lanjut --------------------------------------------------------------------
    "tindak-lanjut-keadaan": Jenis(
        "galat",
        "Keadaan “{nilai}” tidak dikenal; yang dapat dipilih: {daftar}.{usul}",
        "Pilih salah satu dari daftar di sel itu; keterangannya ditulis di kolom Perkembangan.",
    ),
    "tindak-lanjut-kode-diubah": Jenis(
        "galat",
        "Kode tindak lanjut pada baris {baris} kini {nilai}, padahal templat menulis {tertulis}.",
        "Kembalikan kodenya menjadi {tertulis}, atau kosongkan isian baris itu.",
    ),
    "tindak-lanjut-asing": Jenis(
        "galat",
        "Tindak lanjut {nilai} pada baris {baris} tidak ada di templat ini; mungkin disalin dari berkas unit lain.",
        "Kosongkan isian baris itu, lalu laporkan di templat unit yang memilikinya.",
    ),
    "tindak-lanjut-tercampur": Jenis(
        "galat",
        "Baris {baris} berisi sel dari dua tindak lanjut, {nilai} dan {lain}; biasanya karena hanya sebagian kolom "
        "yang diurutkan.",
        "Batalkan pengurutannya (Ctrl+Z), atau salin isian ke templat yang baru diunduh.",
    ),
    "tindak-lanjut-ganda": Jenis(
        "galat",
        "Tindak lanjut {nilai} diisi dua kali dengan isi yang berbeda, juga di {lain}.",
        "Sisakan satu baris untuk tindak lanjut itu.",
    ),
    "tindak-lanjut-tanpa-bukti": Jenis(
        "peringatan",
        "{nilai} dinyatakan selesai tanpa perkembangan dan tanpa bukti.",
        "Tulis apa yang sudah dilakukan, atau sebut buktinya (tautan atau nama berkas).",
    ),
    "tindak-lanjut-diubah": Jenis(
        "peringatan",
        "Keputusan {sebutan} ditulis lain di lembar ini; yang berlaku tetap yang diputuskan rapat.",
        "Tulis keterangan di kolom Perkembangan; keputusan hanya diubah di rapat.",
    ),
    "tindak-lanjut-tanpa-kode": Jenis(
        "peringatan",
        "Isian tanpa kode tindak lanjut tidak dibaca: baris {daftar}.",
        "Isi di baris tindak lanjut yang dimaksud; tindak lanjut baru diputuskan di rapat.",
    ),
    "tindak-lanjut-panjang": Jenis(
        "galat",
        "{kolom}: {jumlah} huruf; batasnya {batas}.",
        "Persingkat; selengkapnya dapat disebut sebagai bukti (tautan atau nama berkas).",
    ),
    "tindak-lanjut-gabungan": Jenis(
        "peringatan",
        "Sel gabungan {nilai}: isinya hanya dibaca untuk {sebutan}, kolom {kolom}.",
        "Lepaskan gabungan dan isi tiap sel.",
    ),
    "tindak-lanjut-kolom-hilang": Jenis(
        "galat",
        "Lembar Tindak lanjut tidak dapat dibaca: kolom {daftar} tidak ditemukan lagi.",
        "Kembalikan kepala kolomnya, atau salin isian ke templat yang baru diunduh.",
    ),
    "tindak-lanjut-lembar-hilang": Jenis(
        "peringatan",
        "Lembar Tindak lanjut tidak ada lagi di berkas ini; {jumlah} tindak lanjut tidak dilaporkan keadaannya.",
        "Unggah templat lengkap bila ada perkembangannya; yang sudah tercatat tidak berubah.",
    ),
    "tindak-lanjut-unit-hilang": Jenis(
        "peringatan",
        "Tindak lanjut {daftar} diisi, tetapi lembar unitnya tidak ada di berkas ini, sehingga tidak disimpan.",
        "Unggah templat lengkap, dengan lembar unit itu.",
    ),
    "tindak-lanjut-tanpa-tanda": Jenis(
        "peringatan",
        "Lembar Tindak lanjut tidak dibaca, karena tanda tersembunyi templat tidak ada.",
        "Salin isiannya ke templat yang baru diunduh.",
    ),
    # --- the whole sheet, the whole workbook --------------------------------------------------------
    "indikator-dihapus": Jenis(
        "catatan",
        "{jumlah} indikator templat tidak ada lagi di lembar ini: {daftar}. Angka yang sudah tersimpan tidak dihapus.",
        "Tidak perlu tindakan bila memang tidak dilaporkan; indikator dihentikan lewat admin.",
    ),
    "lembar-unit-dikosongkan": Jenis(
        "peringatan",
        "Lembar unit {nama} kosong, padahal templatnya memuat {jumlah} indikator; tidak ada yang dibaca untuk unit "
        "ini.",
        "Pakai lembar dari templat yang baru diunduh bila unit itu juga dilaporkan; angka yang sudah tersimpan tidak "
        "dihapus.",
    ),
    "templat-belum-diisi": Jenis(
        "catatan",
        "Lembar unit ini belum berisi indikator.",
        "Tulis indikator, satuan, dan targetnya, lalu unggah lagi.",
    ),
    "tanda-templat-hilang": Jenis(
        "peringatan",
        "Tanda tersembunyi templat tidak ada, misalnya karena lembarnya disalin ke buku kerja lain; unit dan tahun "
        "dibaca dari kepala lembar.",
        "Pastikan unit, tahun, dan triwulannya benar sebelum menyimpan.",
    ),
    "kepala-diubah": Jenis(
        "peringatan",
        "{kolom} di kepala lembar kini “{nilai}”, padahal templat ini dibuat untuk “{tertulis}”; yang berlaku tetap "
        "yang di templat.",
        "Unduh templat milik unit dan periode yang dimaksud bila ini untuk yang lain.",
    ),
    "kolom-opsional-hilang": Jenis(
        "peringatan",
        "Kolom {daftar} tidak ditemukan lagi di lembar ini; selebihnya tetap dibaca.",
        "Kembalikan kolomnya bila ada isian yang perlu dibaca; angka yang sudah tersimpan tidak dihapus.",
    ),
    "kolom-tak-dikenal": Jenis(
        "peringatan",
        "Kolom {kolom} (“{nilai}”) tidak dikenal, sehingga isinya tidak dibaca.",
        "Kembalikan kepala kolomnya bila isinya perlu dibaca; kolom catatan sendiri boleh tetap ada.",
    ),
    "gambar-diabaikan": Jenis(
        "catatan",
        "Berkas ini memuat gambar; gambar tidak dibaca.",
        "Bukti dukung ditulis sebagai tautan atau nama berkas di kolom Bukti dukung.",
    ),
    "lembar-lain-diabaikan": Jenis(
        "catatan",
        "Lembar lain dalam templat ini tidak dibaca: {daftar}.",
        "Tidak perlu tindakan bila isinya catatan sendiri.",
    ),
    "lembar-unit-hilang": Jenis(
        "peringatan",
        "Lembar unit {daftar} tidak ada lagi di berkas ini, sehingga tidak dibaca.",
        "Unggah templat lengkap bila unit itu juga dilaporkan; angka yang sudah tersimpan tidak dihapus.",
    ),
    "lembar-unit-lain": Jenis(
        "galat",
        "Lembar ini milik unit {nama} ({kode_unit}), tetapi isinya disalin dari templat unit {nilai}.",
        "Kembalikan isi lembar ini dari templat yang baru diunduh, lalu isi tiap unit di lembarnya sendiri.",
    ),
    "unit-ganda": Jenis(
        "galat",
        "Unit yang sama ada di lebih dari satu lembar: {daftar}.",
        "Sisakan satu lembar untuk tiap unit, lalu unggah lagi.",
    ),
}
