"""The findings about figures that were read and look odd; part of ``findings.KATALOG``."""

from __future__ import annotations

from sakip_app.workbook.kind import Jenis

KATALOG_GANJIL: dict[str, Jenis] = {
    # --- one row ------------------------------------------------------------------------------------
    "target-triwulan-tak-cocok": Jenis(
        "peringatan",
        "Target setahun tertulis {nilai}, padahal target triwulannya {rincian}.",
        "Samakan target setahun dengan target triwulannya{menurut}; perbaiki yang salah.",
    ),
    "tahun-tak-cocok": Jenis(
        "peringatan",
        "Realisasi setahun tertulis {nilai}, padahal realisasi triwulannya {rincian}.",
        "Periksa rumus atau angka realisasi setahun; yang dipakai adalah angka triwulan.",
    ),
    "kumulatif-turun": Jenis(
        "peringatan",
        "{kolom}: angka s.d. triwulan ini {nilai}, lebih kecil daripada s.d. {sebelum_di} ({sebelum}), padahal isian "
        "baris ini kumulatif.",
        "Tulis angka sejak Januari sampai akhir triwulan; bila memang ada koreksi, biarkan dan jelaskan.",
    ),
    "persen-campur": Jenis(
        "peringatan",
        "{kolom}: tertulis {nilai} persen, sedangkan {pembanding}; apakah maksudnya {usul_persen}?",
        "Tulis 85 untuk 85 persen; biarkan bila memang sekecil itu.",
    ),
    "persen-campur-kolom": Jenis(
        "peringatan",
        "{kolom} memuat pecahan dan persen sekaligus: {nilai} (sel {daftar}) di antara nilai seperti {pembanding}.",
        "Tulis semuanya sebagai persen, misalnya 60 untuk 60 persen.",
    ),
    "lonjakan": Jenis(
        "peringatan",
        "{kolom} {nilai}, padahal {pembanding}: kira-kira {kali}.",
        "Periksa letak koma atau satuannya; biarkan bila memang demikian.",
    ),
    "polaritas-berlawanan": Jenis(
        "peringatan",
        "Polaritas tertulis “{nilai}”, padahal kata-kata indikator ini mengisyaratkan “{usul}”: {alasan}.",
        "Pilih minimal bila makin rendah makin baik, maksimal bila makin tinggi makin baik.",
    ),
    "satuan-berangka": Jenis(
        "catatan",
        "Satuan “{nilai}” memuat angka; angka ditulis di kolom target atau realisasi.",
        "Tulis satuannya saja, misalnya Dokumen.",
    ),
    # --- the whole sheet ----------------------------------------------------------------------------
    "realisasi-disalin": Jenis(
        "peringatan",
        "{kolom} sama persis dengan {sebelum_di} pada {jumlah} dari {semua} baris yang dapat dibandingkan, misalnya "
        "{nilai}: sel {daftar}.",
        "Pastikan angka triwulan ini bukan salinan triwulan lalu.",
    ),
    "realisasi-sama-target": Jenis(
        "peringatan",
        "{kolom} sama persis dengan targetnya di semua {jumlah} baris, mulai sel {daftar}.",
        "Pastikan yang ditulis hasil pengukuran, bukan salinan kolom target.",
    ),
    "nol-triwulan-mendatang": Jenis(
        "peringatan",
        "{kolom} berisi 0 di semua {jumlah} baris yang terisi; 0 dibaca nol, bukan belum dilaporkan.",
        "Kosongkan bila triwulannya belum berjalan atau belum dilaporkan: sel {daftar}.",
    ),
}
