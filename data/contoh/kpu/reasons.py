"""Why an indicator lags, and what was promised: invented sentences for the satker of the example."""

from __future__ import annotations

from data.contoh.kpu.catalogue import DATA, DPB, HUKUM, PELANGGARAN, PENDIDIKAN, TEKNIS, UMUM
from data.contoh.kpu.satker import ARUNIKA, SENJAKALA
from data.contoh.row import Catatan

#: TW III 2026.
KHUSUS: dict[tuple[str, str], Catatan] = {
    (ARUNIKA, "Persentase pemilih berhak memilih yang tidak terdaftar dalam daftar pemilih"): Catatan(
        "Data kematian dari empat kecamatan belum diterima sejak Juni",
        "Rapat sinkronisasi data bersama dinas kependudukan",
        DATA,
        "2026-10-30",
    ),
    (ARUNIKA, "Temuan pemeriksaan yang berulang"): Catatan(
        "Pencatatan persediaan logistik kembali terlambat",
        "Stok opname bulanan oleh dua petugas",
        UMUM,
        "2026-11-14",
    ),
    (ARUNIKA, "Arsip yang ditata sesuai ketentuan"): Catatan(
        "Satu arsiparis pindah tugas", "Melatih dua pelaksana menata arsip", UMUM, "2026-11-28"
    ),
    (SENJAKALA, PENDIDIKAN): Catatan(
        "Anggaran kegiatan diblokir sampai akhir Agustus",
        "Melaksanakan empat kegiatan pada Oktober dan November",
        TEKNIS,
        "2026-11-30",
    ),
    (SENJAKALA, PELANGGARAN): Catatan(
        "Satu anggota badan ad hoc terbukti melanggar kode etik pada Agustus",
        "Pembinaan kode etik bagi seluruh badan ad hoc",
        HUKUM,
        "2026-10-24",
    ),
    (SENJAKALA, DPB): Catatan(
        "Coklit terbatas di dua kecamatan ditunda karena banjir",
        "Mengulang coklit terbatas bersama petugas kelurahan",
        DATA,
        "2026-10-31",
    ),
}

LAZIM: tuple[tuple[str, str, str], ...] = (
    ("Data pembanding dari instansi lain terlambat diterima", "Menyurati dan menjemput data tiap bulan", DATA),
    ("Anggaran kegiatan baru dibuka pada akhir triwulan", "Memajukan kegiatan ke awal triwulan berikutnya", UMUM),
    ("Dua jabatan pelaksana masih kosong", "Mengusulkan penempatan pegawai kepada KPU provinsi", HUKUM),
    ("Responden survei belum mencukupi", "Menambah hari pelayanan survei di luar kantor", TEKNIS),
    ("Pengadaan diulang karena tidak ada penawar", "Menyusun ulang paket pengadaan", UMUM),
    ("Jadwal kegiatan bergeser karena pelantikan badan ad hoc", "Menata ulang jadwal kegiatan", TEKNIS),
)
