"""Reports of one triwulan or semester, and those that hold several units."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "pk_perubahan.xlsx",
    1,
    "target before and after the perubahan: the latter holds",
    [
        Baris(9, "Usia Harapan Hidup", 71.2, 71.05),
        Baris(10, "Angka Kematian Ibu", 128, 97),
        Baris(11, "Prevalensi stunting", 16, 15.4),
        Baris(12, "Persentase Puskesmas terakreditasi minimal Utama", 66.67, 58.33),
        Baris(13, "Cakupan kepesertaan JKN", 98.6, 98.91),
        Baris(14, "Nilai AKIP Dinas", 78, None),
    ],
    tahun=2025,
)
def pk_perubahan() -> bytes:
    k = Lembar("PK-P 2025")
    k.tulis(1, [
        ["LAMPIRAN PERJANJIAN KINERJA PERUBAHAN TAHUN 2025"],
        ["DINAS KESEHATAN KABUPATEN MAJENE"],
        [],
        ["Posisi data : per 30 September 2025"],
        [],
        ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target", None, "Realisasi", "Persentase Capaian", "Keterangan"],
        [*[None] * 4, "Semula", "Menjadi", "per 30 Sept 2025"],
        ["1", "2", "3", "4", "5", "6", "7", "8 = 7/6", "9"],
        ["1", "Meningkatnya derajat kesehatan masyarakat", "Usia Harapan Hidup", "Tahun", 71.2, 71.2, 71.05, 99.79],
        [None, None, "Angka Kematian Ibu", "per 100.000 KH", 140, 128, 97, 124.2, "Semakin rendah semakin baik"],
        [None, None, "Prevalensi stunting", "%", 18, "≤ 16", 15.4, 103.75],
        ["2", "Meningkatnya akses layanan kesehatan", "Persentase Puskesmas terakreditasi minimal Utama", "%", 60, 66.67, 58.33, 87.49, "1 PKM menunggu visitasi"],
        [None, None, "Cakupan kepesertaan JKN", "%", "≥ 98", "≥ 98,6", "98,91", 100.3],
        ["3", "Meningkatnya tata kelola", "Nilai AKIP Dinas", "Nilai", "75 (BB)", "78 (BB)", "-", None, "Menunggu LHE Inspektorat"],
    ], 3)
    k.tulis(18, [
        ["Majene, 1 Oktober 2025"],
        ["Kepala Dinas,"],
    ], 9)
    k.gabung("C6:C7", "D6:D7", "E6:E7", "F6:F7", "G6:H6", "J6:J7", "K6:K7", "C9:C11", "D9:D11", "C12:C13", "D12:D13")
    k.tebal("C1:C2", "C4", "C6:K6", "G7:I7", "C8:K8")
    return k.byte()


@contoh(
    "setda_tw.xlsx",
    1,
    "a cover and a list of contents; cumulative triwulan from row 16 on",
    [
        Baris(18, "Persentase PD yang tepat fungsi", 90, 72.5, lembar="Bag. Organisasi"),
        Baris(19, "Jumlah dokumen analisis jabatan", 44, 33, lembar="Bag. Organisasi"),
        Baris(20, "Jumlah unit layanan yang menyusun standar pelayanan", 60, 41, lembar="Bag. Organisasi"),
        Baris(21, "Nilai SKM Setda", 85, 83.12, lembar="Bag. Organisasi"),
        Baris(22, "Persentase PD dengan nilai SAKIP minimal B", 80, 0, lembar="Bag. Organisasi"),
        Baris(23, "Jumlah PD yang dibina SAKIP", 48, 36, lembar="Bag. Organisasi"),
    ],
    tahun=2025,
)
def setda_tw() -> bytes:
    k = Lembar("Cover")
    k.tulis(8, [
        ["LAPORAN MONITORING KINERJA"],
        ["SEKRETARIAT DAERAH"],
        ["TAHUN 2025"],
    ], 4)
    k.tebal("D8:D10")
    k = Lembar("Daftar Isi", k.wb)
    k.tulis(2, [
        ["DAFTAR ISI"],
        ["1. Capaian Kinerja Bagian Organisasi", "hal 3"],
        ["2. Target dan Realisasi", "hal 5"],
    ], 2)
    k = Lembar("Bag. Organisasi", k.wb)
    k.tulis(2, [
        ["PEMERINTAH KABUPATEN BANGGAI"],
        ["SEKRETARIAT DAERAH"],
        ["BAGIAN ORGANISASI"],
        [],
        ["Lampiran 2 Surat Nomor 060/112/Org"],
        ["Hal : Penyampaian capaian kinerja"],
        [],
        ["MONITORING CAPAIAN KINERJA TRIWULAN TAHUN 2025"],
        ["Target kinerja triwulan dan realisasi bersifat kumulatif"],
    ], 3)
    k.tulis(16, [
        ["No", "Kinerja Utama", "Indikator", "Sat.", "Target Tahunan", "Target TW I", "Realisasi TW I", "Capaian TW I", "Target TW II", "Realisasi TW II", "Capaian TW II", "Target TW III", "Realisasi TW III", "Capaian TW III", "Target TW IV", "Realisasi TW IV", "Capaian TW IV", "Faktor Penghambat", "Rencana Tindak Lanjut"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
        [1, "Meningkatnya kualitas kelembagaan", "Persentase PD yang tepat fungsi", "%", 90, 20, 20, "100,00", 45, 40, "88,89", 70, 72.5, "103,57", 90],
        [2, None, "Jumlah dokumen analisis jabatan", "Dok", 44, 0, 0, "-", 20, 18, 90, 30, 33, 110, 44],
        [3, "Meningkatnya pelayanan publik", "Jumlah unit layanan yang menyusun standar pelayanan", "Unit", 60, 15, 12, 80, 30, 30, 100, 45, 41, "91,11", 60, None, None, "Keterbatasan SDM", "Pendampingan"],
        [4, None, "Nilai SKM Setda", "Nilai", 85, None, None, None, 82, 83.12, "101,37", None, None, None, 85, None, None, "survei per semester"],
        [5, "Meningkatnya akuntabilitas", "Persentase PD dengan nilai SAKIP minimal B", "%", 80, 0, 0, None, 0, 0, None, 0, 0, None, 80, None, None, "LHE terbit TW IV"],
        [6, None, "Jumlah PD yang dibina SAKIP", "PD", 48, 12, 12, 100, 24, 24, 100, 36, 36, 100, 48],
        [],
        [],
        [*[None] * 15, "Luwuk, 10 Oktober 2025"],
        [*[None] * 15, "Kepala Bagian Organisasi"],
    ], 3)
    k.tebal("C2:C4", "C6:C7", "C9:C10", "C16:U17")
    return k.byte()


@contoh(
    "per_bidang.xlsx",
    1,
    "a sheet a bidang, a hidden list",
    [
        Baris(6, "Nilai SAKIP perangkat daerah", 72, None, lembar="Sekretariat", dinilai=False),
        Baris(7, "Persentase temuan yang ditindaklanjuti", 100, 62.5, lembar="Sekretariat"),
        Baris(8, "Jumlah dokumen perencanaan", 6, 4.0, lembar="Sekretariat"),
        Baris(9, "Persentase realisasi anggaran", 97, 44.05, lembar="Sekretariat"),
        Baris(6, "Persentase desa dengan APBDes tepat waktu", 95, 94.03, lembar="Bid. Pemdes"),
        Baris(7, "Jumlah aparatur desa yang dilatih", 254, 127.0, lembar="Bid. Pemdes"),
        Baris(8, "Jumlah Perdes yang dievaluasi", 134, 101.0, lembar="Bid. Pemdes"),
        Baris(6, "Jumlah BUMDes berbadan hukum", 96, 81.0, lembar="Bid. Ekonomi Desa"),
        Baris(7, "Persentase desa mandiri", 14.5, 12.7, lembar="Bid. Ekonomi Desa"),
        Baris(8, "Jumlah pasar desa aktif", 22, 18.0, lembar="Bid. Ekonomi Desa"),
    ],
    tahun=2025,
)
def per_bidang() -> bytes:
    k = Lembar("SAMPUL")
    k.tulis(5, [
        ["CAPAIAN KINERJA BIDANG TRIWULAN II TAHUN 2025"],
        ["DINAS PMD KABUPATEN KOLAKA"],
    ], 2)
    k = Lembar("Sekretariat", k.wb)
    k.tulis(1, [
        ["LAPORAN CAPAIAN KINERJA SEKRETARIAT"],
        ["s.d. Triwulan II Tahun 2025"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi", None, "Capaian thd target tahun (%)", "Ket"],
        [*[None] * 4, "s.d. TW I", "s.d. TW II"],
        [1, "Nilai SAKIP perangkat daerah", "Nilai", 72, 0],
        [2, "Persentase temuan yang ditindaklanjuti", "%", 100, "50", "62,5"],
        [3, "Jumlah dokumen perencanaan", "Dokumen", 6, 2, 4],
        [4, "Persentase realisasi anggaran", "%", 97, 18.2, 44.05],
        [],
        [*[None] * 5, "Kepala Bidang"],
    ])
    k.gabung("E4:F4")
    k.tebal("A1:A2", "A4:H4", "E5:F5")
    k = Lembar("Bid. Pemdes", k.wb)
    k.tulis(1, [
        ["LAPORAN CAPAIAN KINERJA BID. PEMDES"],
        ["s.d. Triwulan II Tahun 2025"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi", None, "Capaian thd target tahun (%)", "Ket"],
        [*[None] * 4, "s.d. TW I", "s.d. TW II"],
        [1, "Persentase desa dengan APBDes tepat waktu", "%", 95, 88.1, 94.03],
        [2, "Jumlah aparatur desa yang dilatih", "Orang", 254, 0, 127],
        [3, "Jumlah Perdes yang dievaluasi", "Perdes", 134, 40, 101],
        [],
        [*[None] * 5, "Kepala Bidang"],
    ])
    k.gabung("E4:F4")
    k.tebal("A1:A2", "A4:H4", "E5:F5")
    k = Lembar("Bid. Ekonomi Desa", k.wb)
    k.tulis(1, [
        ["LAPORAN CAPAIAN KINERJA BID. EKONOMI DESA"],
        ["s.d. Triwulan II Tahun 2025"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi", None, "Capaian thd target tahun (%)", "Ket"],
        [*[None] * 4, "s.d. TW I", "s.d. TW II"],
        [1, "Jumlah BUMDes berbadan hukum", "BUMDes", 96, 70, 81],
        [2, "Persentase desa mandiri", "%", 14.5, 11.9, "12,7"],
        [3, "Jumlah pasar desa aktif", "Pasar", 22, 18, 18],
        [],
        [*[None] * 5, "Kepala Bidang"],
    ])
    k.gabung("E4:F4")
    k.tebal("A1:A2", "A4:H4", "E5:F5")
    k = Lembar("ref", k.wb)
    k.tulis(1, [
        ["Satuan", "Indikator", "Target", "Realisasi"],
        ["%", "Persen", "1", "1"],
        ["Dokumen", "x", "2", "2"],
        ["Orang", "y", "3", "3"],
    ])
    k.ws.sheet_state = "hidden"
    return k.byte()


@contoh(
    "bpbd_fisik.xlsx",
    1,
    "“Realisasi Triwulan ke-” with a printed total; a signature block at the right",
    [
        Baris(8, "Persentase penanganan bencana yang tertangani", 100, 98),
        Baris(9, "Jumlah dokumen KRB", 1, 1),
        Baris(10, "Jumlah warga yang mengikuti sosialisasi", 800, 785),
        Baris(11, "Jumlah desa tangguh bencana", 5, 5),
        Baris(12, "Jumlah relawan terlatih", 120, 100),
        Baris(13, "Rata-rata waktu tanggap (response time)", 30, None),
    ],
    tahun=2024,
)
def bpbd_fisik() -> bytes:
    k = Lembar("Lamp. I")
    k.tulis(1, [
        ["BADAN PENANGGULANGAN BENCANA DAERAH"],
        ["LAPORAN REALISASI FISIK DAN KEUANGAN TAHUN 2024"],
        ["Keadaan s/d 31 Desember 2024"],
        [],
        ["No. Urut", "Uraian Program/Kegiatan/Sub Kegiatan", "Tolok Ukur Kinerja", "Sat.", "Target Kinerja", "Pagu (Rp)", "Realisasi Triwulan ke-", None, None, None, "Total Realisasi", None, "%"],
        [*[None] * 6, "I", "II", "III", "IV", "Fisik", "Keuangan (Rp)", "Fisik", "Keu."],
        ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k=g+h+i+j", "l", "m=k/e", "n=l/f"],
        ["1", "Program Penanggulangan Bencana", "Persentase penanganan bencana yang tertangani", "%", 100, 2150000000, 20, 25, 30, 23, 98, 2041225000, 98, 94.94],
        ["1.1", "Pelayanan Informasi Rawan Bencana", "Jumlah dokumen KRB", "Dokumen", 1, 150000000, 0, 0, 0, 1, 1, 149000000, 100, 99.33],
        ["1.1.1", "Sosialisasi KIE Rawan Bencana", "Jumlah warga yang mengikuti sosialisasi", "Orang", 800, 120000000, 150, 240, 210, 185, 785, 118225000, 98.13, 98.52],
        ["1.2", "Pencegahan dan Kesiapsiagaan", "Jumlah desa tangguh bencana", "Desa", 5, 400000000, 0, 2, 2, 1, 5, 388400000, 100, 97.1],
        ["1.2.1", "Pelatihan Pencegahan dan Mitigasi", "Jumlah relawan terlatih", "Orang", 120, 280000000, 0, 60, 40, 0, 100, 244100000, 83.33, 87.18],
        ["1.3", "Penyelamatan dan Evakuasi", "Rata-rata waktu tanggap (response time)", "Menit", 30, 900000000, "-", "-", "-", "-", None, 871500000, None, 96.83],
        [None, "TOTAL", None, None, None, 4000000000, *[None] * 5, 3812450000, None, 95.31],
        [],
        [],
        [*[None] * 9, "Kepala Pelaksana"],
        [],
        [],
        [*[None] * 9, "NIP. 19700101"],
    ], 4)
    k.gabung("D5:D6", "E5:E6", "F5:F6", "G5:G6", "H5:H6", "I5:I6", "J5:M5", "N5:O5", "P5:Q5")
    k.tebal("D1:D3", "D5:P5", "J6:Q6", "D7:Q7")
    return k.byte()


@contoh(
    "bps_tw1.xlsx",
    1,
    "only the target and realisasi of triwulan I; tujuan and sasaran are rows",
    [
        Baris(6, "Persentase pengguna data yang menggunakan data BPS sebagai dasar perencanaan", 50, 48.5),
        Baris(8, "Jumlah publikasi yang terbit tepat waktu", 6, 7),
        Baris(9, "Persentase publikasi statistik yang menerapkan standar akurasi", 25, 25),
        Baris(11, "Jumlah OPD yang mendapat rekomendasi kegiatan statistik", 2, 0),
        Baris(13, "Nilai SAKIP oleh Inspektorat", None, None),
    ],
    tahun=2026,
)
def bps_tw1() -> bytes:
    k = Lembar("Lap TW I")
    k.tulis(1, [
        ["LAPORAN KINERJA TRIWULAN I TAHUN 2026"],
        ["BADAN PUSAT STATISTIK KABUPATEN BURU"],
        [],
        ["Tujuan / Sasaran / Indikator", "Satuan", "Target TW I", "Realisasi TW I", "Capaian TW I (%)", "Kendala", "Solusi", "PIC"],
        ["Tujuan 1. Menyediakan data statistik berkualitas"],
        ["Persentase pengguna data yang menggunakan data BPS sebagai dasar perencanaan", "Persen", 50, 48.5, 97, "-", "-", "Tim Diseminasi"],
        ["Sasaran 1.1 Meningkatnya pemanfaatan data"],
        ["Jumlah publikasi yang terbit tepat waktu", "Publikasi", 6, 7, 116.67, None, None, "Tim Diseminasi"],
        ["Persentase publikasi statistik yang menerapkan standar akurasi", "Persen", 25, 25, 100, None, None, "Tim Produksi"],
        ["Sasaran 1.2 Penguatan statistik sektoral"],
        ["Jumlah OPD yang mendapat rekomendasi kegiatan statistik", "OPD", 2, 0, 0, "Belum ada pengajuan", "Sosialisasi", "Tim SS"],
        ["Tujuan 2. Tata kelola"],
        ["Nilai SAKIP oleh Inspektorat", "Poin", None, None, None, "dinilai TW III", None, "Subbag Umum"],
    ], 2)
    k.tebal("B1:B2", "B4:I4")
    return k.byte()


@contoh(
    "semester.xlsx",
    1,
    "realisasi of two semesters and of the year's end",
    [
        Baris(5, "Indeks Profesionalitas ASN", 70, 68.92),
        Baris(6, "Jumlah ASN yang mengikuti diklat kepemimpinan", 40, 38),
        Baris(7, "Persentase layanan kepegawaian tepat waktu", 98, 97.4),
        Baris(8, "Jumlah SK pensiun yang diterbitkan", 210, 219),
    ],
    tahun=2024,
)
def semester() -> bytes:
    k = Lembar("Smt")
    k.tulis(1, [
        ["CAPAIAN KINERJA SEMESTER I DAN II TAHUN 2024"],
        ["BADAN KEPEGAWAIAN DAERAH"],
        [],
        ["No", "Indikator", "Satuan", "Target Setahun", "Realisasi Semester I", "Realisasi Semester II", "Realisasi Akhir Tahun", "Capaian"],
        [1, "Indeks Profesionalitas ASN", "Indeks", 70, None, 68.92, 68.92, "98,46%"],
        [2, "Jumlah ASN yang mengikuti diklat kepemimpinan", "Orang", 40, 16, 22, 38, "95%"],
        [3, "Persentase layanan kepegawaian tepat waktu", "%", 98, 95, 97.4, 97.4, "99,39%"],
        [4, "Jumlah SK pensiun yang diterbitkan", "SK", 210, 101, 118, 219, "104,29%"],
    ])
    k.tebal("A1:A2", "A4:H4")
    return k.byte()


@contoh(
    "pn_tw3.xlsx",
    1,
    "“Indeks 3,60” and N/A; a prognosis that is no realisasi",
    [
        Baris(5, "Persentase perkara perdata yang diselesaikan tepat waktu", 95, 97.06),
        Baris(6, "Persentase perkara pidana yang diselesaikan tepat waktu", 97, 100),
        Baris(7, "Persentase putusan yang tidak mengajukan upaya hukum banding", 80, 76.5),
        Baris(8, "Indeks persepsi pencari keadilan yang puas", 3.6, 3.84),
        Baris(9, "Persentase perkara prodeo yang diselesaikan", 100, None),
    ],
    tahun=2025,
)
def pn_tw3() -> bytes:
    k = Lembar("Cascading Q3")
    k.tulis(1, [
        ["CAPAIAN PERJANJIAN KINERJA PENGADILAN NEGERI SENGKANG"],
        ["TRIWULAN III TAHUN 2025"],
        [],
        ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", "TARGET TW III", "REALISASI TW III", "CAPAIAN TW III", "PROGNOSIS TW IV", "KENDALA"],
        [1, "Terwujudnya peradilan yang efektif", "Persentase perkara perdata yang diselesaikan tepat waktu", "95%", "95%", "97,06%", "102,17%", "98%", "-"],
        [None, None, "Persentase perkara pidana yang diselesaikan tepat waktu", "97%", "97%", "100%", "103,09%", "100%"],
        [None, None, "Persentase putusan yang tidak mengajukan upaya hukum banding", "80%", "80%", "76,5%", "95,63%", "80%"],
        [2, "Meningkatnya akses peradilan", "Indeks persepsi pencari keadilan yang puas", "Indeks 3,60", "Indeks 3,60", "Indeks 3,84", "106,67%", "3,84"],
        [None, None, "Persentase perkara prodeo yang diselesaikan", "100%", "100%", "N/A", "N/A", "N/A", "Tidak ada permohonan"],
    ])
    k.gabung("A5:A7", "B5:B7", "A8:A9", "B8:B9")
    k.tebal("A1:A2", "A4:I4")
    return k.byte()


@contoh(
    "semester_satu.xlsx",
    2,
    "target and realisasi of semester I beside the year's target",
    [
        Baris(6, "Indeks Profesionalitas ASN", 72, 68.44),
        Baris(7, "Indeks Sistem Merit", 275, None),
        Baris(8, "Persentase ASN terkena hukuman disiplin", 0.5, 0.31),
        Baris(9, "Jumlah ASN yang mengikuti diklat", 600, 263),
    ],
)
def semester_satu() -> bytes:
    k = Lembar("Smt")
    k.tulis(1, [
        ["LAPORAN CAPAIAN KINERJA SEMESTER I TAHUN 2025"],
        ["BADAN KEPEGAWAIAN DAERAH KABUPATEN CONTOH"],
        [],
        ["No", "Tujuan/Sasaran", "Indikator", "Satuan", "Target Tahun 2025", "Semester I", None, None, "Permasalahan", "Solusi"],
        [*[None] * 5, "Target", "Realisasi", "Capaian"],
        [1, "Meningkatnya profesionalitas ASN", "Indeks Profesionalitas ASN", "Indeks", 72, 70, 68.44, "97,77%", "Anggaran", "Efisiensi"],
        [2, None, "Indeks Sistem Merit", "Nilai", 275, "-", "-", "-", "Anggaran", "Efisiensi"],
        [3, "Meningkatnya disiplin", "Persentase ASN terkena hukuman disiplin", "%", 0.5, 0.5, 0.31, "138%", "Anggaran", "Efisiensi"],
        [4, None, "Jumlah ASN yang mengikuti diklat", "Orang", 600, 250, 263, "105,2%", "Anggaran", "Efisiensi"],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:H4", "I4:I5", "J4:J5")
    k.tebal("A4:J4", "F5:H5")
    return k.byte()


@contoh(
    "capaian_tw1_desa.xlsx",
    2,
    "numbers above the header; capaian s.d. triwulan I is the realisasi",
    [
        Baris(6, "Persentase desa mandiri", 45, 41.2),
        Baris(7, "Jumlah desa tertata", 10, 1),
        Baris(8, "Persentase desa tertib administrasi", 90, 18.75),
    ],
)
def capaian_tw1_desa() -> bytes:
    k = Lembar("DPMD")
    k.tulis(1, [
        ["LAPORAN KINERJA TRIWULAN I"],
        ["DINAS PEMBERDAYAAN MASYARAKAT DAN DESA TA. 2026"],
        [],
        [1, 2, 3, 4, 5, 6, 7, 8],
        ["No", "Sasaran / Program", "Indikator", "Satuan", "Target Kinerja 2026", "Target s.d. Triwulan I", "Capaian s.d. Triwulan I", "Persentase (7/6)"],
        [1, "Meningkatnya status desa", "Persentase desa mandiri", "%", 45, 40, 41.2],
        [2, "Program Penataan Desa", "Jumlah desa tertata", "Desa", 10, 2, 1],
        [3, "Program Administrasi Pemerintahan Desa", "Persentase desa tertib administrasi", "%", 90, 20, "18,75"],
    ])
    k.tebal("A5:H5")
    return k.byte()
