"""Why an indicator lags, and what was promised: invented sentences for the example."""

from __future__ import annotations

from data.contoh.row import Catatan

#: TW III 2026, for the lowest sasaran indicators of the units that lag.
KHUSUS: dict[tuple[str, str], Catatan] = {
    ("1.03.01", "Jalan kabupaten kondisi mantap"): Catatan(
        "Lelang tujuh paket jalan gagal, diulang Agustus", "Kontrak lima paket", "Kabid Bina Marga", "2026-10-31"
    ),
    ("7.01.06", "PBB-P2 tertagih"): Catatan(
        "Tiga desa tanpa petugas penagih sejak Juli", "Tim penagihan bersama Bapenda", "Camat", "2026-11-07"
    ),
    ("7.01.11", "Aduan warga selesai paling lama 5 hari"): Catatan(
        "Loket dilayani satu petugas sejak Juni", "Tambah dua petugas", "Kepala BKPSDM", "2026-10-31"
    ),
    ("1.04.01", "Rumah tidak layak huni diperbaiki"): Catatan(
        "Data penerima diverifikasi ulang", "Tetapkan 148 penerima", "Kabid Perumahan", "2026-09-30"
    ),
    ("2.11.01", "Sampah terkelola"): Catatan(
        "Dua truk rusak, suku cadang inden", "Sewa dua truk", "Sekretaris Dinas", "2026-09-30"
    ),
    ("1.02.01", "Desa berhenti buang air besar sembarangan"): Catatan(
        "Dana desa untuk jamban baru cair September",
        "Dampingi 16 desa bersama DPMD",
        "Kabid Kesmas",
        "2026-11-15",
    ),
    ("1.02.01", "Imunisasi dasar lengkap, anak 12 bulan"): Catatan(
        "Vaksin pentavalen kosong enam minggu, Juli sampai Agustus, 14 puskesmas",
        "Pengadaan darurat lewat provinsi",
        "Kabid P2P",
        "2026-09-30",
    ),
    ("1.02.01", "Penderita hipertensi dilayani sesuai standar"): Catatan(
        "Kunjungan posbindu rendah pada hari kerja",
        "Skrining hipertensi di 48 posbindu tiap bulan",
        "Kabid P2P",
        "2026-10-31",
    ),
    ("1.02.01", "Angka kematian ibu"): Catatan(
        "Rujukan terlambat dari tiga kecamatan",
        "Audit tiap kematian ibu dalam 7 hari",
        "Kabid Kesmas",
        "2026-08-31",
    ),
}

UMUM: tuple[tuple[str, str, str], ...] = (
    ("Petugas lapangan berkurang dua orang sejak awal triwulan", "Menata ulang jadwal petugas", "Sekretaris"),
    ("Pencairan dana tahap kedua terlambat", "Mengajukan percepatan pencairan ke BPKAD", "Kasubbag Keuangan"),
    ("Data dari desa belum lengkap", "Mendampingi desa yang belum mengirim data", "Kepala Bidang"),
    ("Pengadaan diulang karena tidak ada penawar", "Memaketkan ulang dan melelang kembali", "Pejabat Pengadaan"),
    ("Peralatan rusak dan menunggu suku cadang", "Menyewa peralatan pengganti", "Kepala Bidang"),
    ("Cuaca menghambat pekerjaan lapangan", "Menambah regu kerja pada bulan kering", "Kepala Bidang"),
    ("Koordinasi lintas perangkat daerah belum berjalan", "Rapat dua mingguan bersama Bappeda", "Kepala Dinas"),
    ("Sasaran penerima berubah setelah verifikasi", "Menetapkan daftar penerima yang baru", "Kepala Bidang"),
)
