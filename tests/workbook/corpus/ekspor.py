"""Flat exports of applications: snake_case or short headers in row 1, numbers as text, status columns."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.corpus.kasus import TANYA, Harap, Kertas, kasus


@kasus(
    "ekspor_target_triwulan.xlsx",
    "the shape of rekap_target_triwulan_dki_2025: every number a text; a blank quarter is blank, not 0; in one row the "
    "quarters add up to 10 while the year says 12: both are kept and the row carries a finding",
    [
        Harap("Jumlah Laporan Administrasi Kepegawaian di SMPN Contoh", "Laporan", 12, t=(3, 3, 3, 3), r=(None,) * 4, kode="137335"),
        Harap("Jumlah Dokumen administrasi kesiswaan (Buku Induk)", "Dokumen", 4, t=(1, 1, 1, 1), r=(None,) * 4, kode="140366"),
        Harap("Jumlah Laporan Pengawasan dan Pengendalian", "Laporan", 1, t=(None, 1, None, None), r=(None,) * 4, kode="136115"),
        Harap("Jumlah kegiatan pembinaan guru", "Kegiatan", 12, t=(2, 3, 3, 2), r=(None,) * 4, kode="136116", temuan=True),
        Harap("Persentase kehadiran pendidik", "%", 98.5, t=(98.5, 98.5, 98.5, 98.5), r=(None,) * 4, kode="136117"),
        Harap("Jumlah Laporan Administrasi Kepegawaian di SMPN Contoh", "Dokumen", 2, t=(None, 1, None, 1), r=(None,) * 4, kode="136118"),
    ],
)
def target_triwulan() -> bytes:
    k = Kertas("Kinerja")
    k.tulis(1, [["indikator_id", "rencana_hasil_kerja_diintervensi", "rencana_hasil_kerja", "indikator_kinerja_individu", "target_tahunan", "satuan", "status_code", "status_label", "target_tw1", "target_tw2", "target_tw3", "target_tw4"],
                [137335, "Fasilitasi Komunitas Belajar", "Terlaksananya administrasi kepegawaian di SMPN Contoh", "Jumlah Laporan Administrasi Kepegawaian di SMPN Contoh", "12", "Laporan", "2", "Tervalidasi", "3", "3", "3", "3"],
                [140366, "Fasilitasi Komunitas Belajar", "Terlaksananya administrasi kesiswaan", "Jumlah Dokumen administrasi kesiswaan (Buku Induk)", "4", "Dokumen", "2", "Tervalidasi", "1", "1", "1", "1"],
                [136115, "Penyelenggaraan Rapat", "Laporan Pengawasan", "Jumlah Laporan Pengawasan dan Pengendalian", "1", "Laporan", "2", "Tervalidasi", None, "1"],
                [136116, "Pembinaan", "Terlaksananya pembinaan guru", "Jumlah kegiatan pembinaan guru", "12", "Kegiatan", "1", "Menunggu", "2", "3", "3", "2"],
                [136117, "Pembinaan", "Meningkatnya disiplin", "Persentase kehadiran pendidik", "98,5", "%", "2", "Tervalidasi", "98,5", "98,5", "98,5", "98,5"],
                [136118, "Fasilitasi Komunitas Belajar", "Terlaksananya administrasi lain", "Jumlah Laporan Administrasi Kepegawaian di SMPN Contoh", "2", "Dokumen", "2", "Tervalidasi", None, "1", None, "1"]])
    return k.byte()


@kasus(
    "ekspor_realisasi_tw1.xlsx",
    "the shape of realisasi_tw1_dki_2026: the triwulan stands in a column, target and realisasi are that quarter's; the "
    "same indikator of two outputs has two ids; misspelt units are findings",
    [
        Harap("Jumlah Laporan Tugas-tugas yang diberikan oleh Pimpinan", None, 1, r=(1, None, None, None), sd=1, kode="2017902", longgar=True),
        Harap("Jumlah dokumen pengelolaan sarana Sekolah", None, 1, r=(1, None, None, None), sd=1, kode="1832124", longgar=True),
        Harap("Jumlah dokumen pengelolaan sarana Sekolah", None, 2, r=(0, None, None, None), sd=0, kode="1833212", longgar=True),
        Harap("Jumlah Laporan Data dan Informasi", None, 1, r=(1, None, None, None), sd=1, kode="2022553", longgar=True, temuan=True),
        Harap("Jumlah kegiatan literasi", None, 3, r=(None, None, None, None), sd=None, kode="2022554", longgar=True),
    ],
)
def realisasi_tw1() -> bytes:
    k = Kertas("Realisasi")
    ekor = ["1", "100", "100", "2", "2026-05-03 20:55:28", True, 1]
    k.tulis(1, [["i_id", "triwulan", "indikator", "renaksi", "output", "kriteria", "target", "realisasi", "satuan", "nilai_validasi", "nilai_kualitas", "nilai_capaian", "status", "validated_at", "has_lampiran", "lampiran_count"],
                [2017902, "1", "Jumlah Laporan Tugas-tugas yang diberikan oleh Pimpinan", "Pelaksanaan tugas", "Laporan tugas", "Tersedianya laporan", "1", "1", "Dokumen", *ekor],
                [1832124, "1", "Jumlah dokumen pengelolaan sarana Sekolah", "Penyusunan dokumen perencanaan", "Dokumen perencanaan", "Tersedianya dokumen", "1", "1", "Dokumen", *ekor],
                [1833212, "1", "Jumlah dokumen pengelolaan sarana Sekolah", "Penyusunan dokumen pengelolaan", "Dokumen pengelolaan", "Tersedianya dokumen", "2", "0", "Dokumen", *ekor],
                [2022553, "1", "Jumlah Laporan Data dan Informasi", "Penyusunan laporan", "Laporan", "Tersedianya laporan", "1", "1", "Doklumen", *ekor],
                [2022554, "1", "Jumlah kegiatan literasi", "Pelaksanaan literasi", "Kegiatan", "Terlaksana", "3", None, "Dokumen", None, None, None, "0", None, False, 0]])
    return k.byte()


@kasus(
    "ekspor_panjang.xlsx",
    "one row a quarter: rows of one kode_indikator are one indicator; realisasi_kumulatif says positions: its last "
    "filled is the realisasi to date; target_triwulan is the quarter's",
    [
        Harap("Persentase capaian SPM Sosial", "%", 100, t=(20, 45, 70, None), r=(18.5, 44, 71.25, None), sd=71.25, kode="SOS-01"),
        Harap("Jumlah penerima bantuan", "Orang", 5000, t=(1000, 2500, 3750, None), r=(980, 2510, 3600, None), sd=3600, kode="SOS-02"),
    ],
    tahun=2025,
)
def panjang() -> bytes:
    k = Kertas("export")
    baris: list[list[object]] = [["kode_indikator", "nama_indikator", "satuan", "tahun", "target_tahun", "triwulan", "target_triwulan", "realisasi_kumulatif", "status_verifikasi"]]
    for tw, a, b in ((1, (20, 18.5), (1000, 980)), (2, (45, 44), (2500, 2510)), (3, (70, 71.25), (3750, 3600))):
        baris.append(["SOS-01", "Persentase capaian SPM Sosial", "%", 2025, 100, tw, *a, "disetujui"])
        baris.append(["SOS-02", "Jumlah penerima bantuan", "Orang", 2025, 5000, tw, *b, "disetujui" if tw < 3 else "diajukan"])
    k.tulis(1, baris)
    return k.byte()


@kasus(
    "ekspor_lebar.xlsx",
    "snake_case, comma decimals as text; targets add up to the year's → increments, TW4 = year's → positions; in the "
    "last row nothing settles it",
    [
        Harap("Jumlah sertifikat halal UMKM", "Sertifikat", 400, t=(50, 100, 150, 100), r=(45, 110, 140, 98), sd=393, kode="1.01"),
        Harap("Persentase pasar tertib ukur", "Persen", 62.5, t=(50, 55, 60, 62.5), r=(51.2, 54.75, 60.1, 63), sd=63, kode="1.02"),
        Harap("Nilai ekspor nonmigas", "Juta USD", 125.75, t=(30, 30.75, 32, 33), r=(28.4, 31.15, 33.2, 34), sd=126.75, kode="1.03"),
        Harap("Tingkat inflasi volatile food", "%", 4, r=(1.2, 0.8, None, None), sd=TANYA, kode="1.04"),
    ],
    tahun=2025,
)
def lebar() -> bytes:
    k = Kertas("data_kinerja_2025")
    k.tulis(1, [["kode", "sasaran_strategis", "indikator_kinerja", "satuan", "target_2025", *[f"target_tw_{i}" for i in range(1, 5)], *[f"realisasi_tw_{i}" for i in range(1, 5)], "created_at", "updated_by"],
                ["1.01", "Meningkatnya daya saing", "Jumlah sertifikat halal UMKM", "Sertifikat", "400", "50", "100", "150", "100", "45", "110", "140", "98", "2026-01-05", "admin"],
                ["1.02", "Meningkatnya tertib niaga", "Persentase pasar tertib ukur", "Persen", "62,5", "50", "55", "60", "62,5", "51,2", "54,75", "60,1", "63", "2026-01-05", "admin"],
                ["1.03", "Meningkatnya ekspor", "Nilai ekspor nonmigas", "Juta USD", "125,75", "30", "30,75", "32", "33", "28,4", "31,15", "33,2", "34", "2026-01-05", "admin"],
                ["1.04", "Terkendalinya harga", "Tingkat inflasi volatile food", "%", "4", None, None, None, None, "1,2", "0,8", None, "NULL", "2026-01-05", "admin"]])
    return k.byte()


@kasus(
    "impor_bps.xlsx",
    "the shape of impor_capaian_bps_tapin_2026: only codes, one realisasi column “Realisasi TW” and no quarter: it must "
    "be asked, no figure may be put into a quarter",
    [Harap(f"kode {kode}", kode=kode, r=(None,) * 4, sd=TANYA) for kode in ("1.1.1.1", "1.1.3.1", "1.2.1.1", "1.4.1.2")],
    tanya=("triwulan",),
    atau_tanya=("triwulan",),
)
def bps() -> bytes:
    k = Kertas("Worksheet")
    k.tulis(1, [["Kode Indikator", "Realisasi TW", "Kendala yg Dihadapi", "Solusi yg Telah Dilakukan", "Rencana Tindak Lanjut", "PIC Tindak Lanjut", "Batas Waktu TL", "Link Bukti Dukung Kinerja", "Link Bukti Dukung Rencana Tindak Lanjut Triwulan Sebelumnya"],
                *[[kode, nilai, "- Responden menolak\n- Cuaca", "- Kunjungan ulang", "- Pelatihan petugas", f"PIC-0{i}", "30 Juni 2026", "https://example.invalid/bukti", "https://example.invalid/rtl"]
                  for i, (kode, nilai) in enumerate((("1.1.1.1", 0), ("1.1.3.1", 21.74), ("1.2.1.1", 5), ("1.4.1.2", 0)), 1)]])
    return k.byte()


@kasus(
    "templat_impor_sasaran.xlsx",
    "the shape of template_impor_sasaran_indikator: No | Indikator | Target | Satuan; “WTP” as unit keeps its target 100",
    [
        Harap("Nilai SAKIP", "Nilai", 80.01),
        Harap("Opini atas Audit BPK", "WTP", 100),
        Harap("Tingkat Maturitas SPIP", "Level", 3.3),
    ],
)
def impor_sasaran() -> bytes:
    k = Kertas()
    k.tulis(1, [["No", "Indikator", "Target", "Satuan"], [1, "Nilai SAKIP", 80.01, "Nilai"], [2, "Opini atas Audit BPK", 100, "WTP"], [3, "Tingkat Maturitas SPIP", 3.3, "Level"]])
    return k.byte()


@kasus(
    "templat_impor_program_kosong.xlsx",
    "the shape of template_impor_program_indikator: one header row and nothing below",
    tolak=("tidak-ada-baris-data",),
)
def impor_kosong() -> bytes:
    k = Kertas()
    k.tulis(1, [["No", "Indikator", "Target", "Satuan"]])
    return k.byte()


@kasus(
    "templat_impor_sub_kegiatan.xlsx",
    "the shape of template_impor_sub_kegiatan_indikator: one row of placeholders: read as it stands, or no data",
    [Harap("x", "x", 1)],
    atau_tolak=("tidak-ada-baris-data",),
)
def impor_sub_kegiatan() -> bytes:
    k = Kertas()
    k.tulis(1, [["No", "Indikator", "Target", "Satuan"], [1, "x", 1, "x"]])
    return k.byte()


@kasus(
    "rekap_ro_bulanan.xlsx",
    "the shape of rekap_target_ro_bps_tapin_2026: hidden helper sheets, two visible ones with months; the sheet or its "
    "columns must be asked; when read nevertheless, TVRO is the target and RVRO adds up by quarter",
    [
        Harap("PUBLIKASI/LAPORAN NERACA PRODUKSI", None, 3, r=(1, 1, 0, None), sd=2),
        Harap("PEMBINAAN STATISTIK SEKTORAL", None, 1, r=(0, 0, 1, None), sd=1),
    ],
    atau_tanya=("lembar", "kolom"),
)
def rekap_ro() -> bytes:
    bulan = ["JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGS", "SEPT", "OKT", "NOV", "DES"]
    k = Kertas("Rekap Vol RO")
    k.tulis(1, [[None, None, "BADAN PUSAT STATISTIK"], [None, *[f"28{i}.BMA.004" for i in range(60)]]])
    for b in range(3, 60):
        k.tulis(b, [[f"11{b:02}", *[(b * c) % 3 for c in range(60)]]])
    k.ws.sheet_state = "hidden"
    hitung = Kertas("LK Penghitungan", k.wb)
    p = Kertas("Progress", k.wb)
    for satu, lebar in ((hitung, 3), (p, 2)):
        atas: list[object] = ["KRO", None, "RO - KEGIATAN", None, "Target Volume Rincian Output\n(TVRO)"]
        bawah: list[object] = [None] * 5
        for nama in bulan:
            atas += [nama, *[None] * (lebar - 1)]
            bawah += ["Capaian Progress", "% Progress", "RVRO"][3 - lebar:]
        satu.tulis(1, [["TARGET VOLUME RO BPS KABUPATEN CONTOH"], [], [*atas, "TOTAL", None, "KONTROL"], bawah])
        satu.gabung("A3:B3", "C3:D3", "E3:E4")
    isi = [("2899", "PENYEDIAAN DAN PENGEMBANGAN STATISTIK NERACA", "2899.BMA.007", "PUBLIKASI/LAPORAN NERACA PRODUKSI", 3, {3: 1, 6: 1}),
           ("2897", "PELAYANAN DAN PENGEMBANGAN DISEMINASI", "2897.QDB.003", "PEMBINAAN STATISTIK SEKTORAL", 1, {8: 1})]
    for i, (kro, nama_kro, ro, nama_ro, tvro, rvro) in enumerate(isi):
        kepala = [kro, nama_kro, ro, nama_ro, tvro]
        a: list[object] = [*kepala]
        b2: list[object] = [*kepala]
        for n in range(1, 13):
            v = rvro.get(n, 0) if n <= 9 else None
            a += [v, n * 5, v]
            b2 += [n * 5, v]
        hitung.tulis(5 + i, [a])
        p.tulis(5 + i, [b2])
    return k.byte()
