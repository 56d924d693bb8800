"""Scorecards and realisasi "s.d." a month or a triwulan."""

# ruff: noqa: E501  — a row of a form stands on one line
# fmt: off
from __future__ import annotations

from tests.workbook.held_out.contoh import Baris, Lembar, contoh


@contoh(
    "scorecard_q3.xlsx",
    1,
    "a scorecard with polaritas and index, s.d. triwulan III",
    [
        Baris(8, "Persentase realisasi penerimaan pajak", 100, 71.2),
        Baris(9, "Indeks pertumbuhan penerimaan bruto", 100, 103.11),
        Baris(11, "Persentase capaian tingkat kepatuhan penyampaian SPT", 100, 97.44),
        Baris(12, "Rata-rata waktu penyelesaian permohonan restitusi", 15, 13.5),
        Baris(14, "Persentase deviasi rencana penarikan dana", 5, 4.2),
        Baris(15, "Jumlah jam pelatihan pegawai", 960, 815),
    ],
    tahun=2025,
)
def scorecard_q3() -> bytes:
    k = Lembar("NKO Q3")
    k.tulis(2, [
        ["CAPAIAN INDIKATOR KINERJA UTAMA S.D. TRIWULAN III TAHUN 2025"],
        ["KANTOR PELAYANAN PAJAK PRATAMA BITUNG"],
        [],
        ["Kode SS/IKU", "Sasaran Strategis/Indikator Kinerja Utama", "V/C", "Pol", "Target 2025", "Trw III", None, None, "s.d. Trw III", None, None, "Ket"],
        [*[None] * 5, "T", "R", "Indeks", "T", "R", "Indeks"],
        ["1", "Penerimaan negara dari sektor pajak yang optimal"],
        ["1a-CP", "Persentase realisasi penerimaan pajak", "CP", "Max", "100%", "78%", "71,20%", "91,28", "78%", "71,20%", "91,28"],
        ["1b-CP", "Indeks pertumbuhan penerimaan bruto", "CP", "Max", 100, 100, 104.2, 104.2, 100, 103.11, 103.11],
        ["2", "Kepatuhan wajib pajak yang tinggi"],
        ["2a-CP", "Persentase capaian tingkat kepatuhan penyampaian SPT", "CP", "Max", "100%", "95%", "97,44%", "102,57", "95%", "97,44%", "102,57"],
        ["2b-N", "Rata-rata waktu penyelesaian permohonan restitusi", "N", "Min", "15 hari", "15 hari", "12 hari", "120", "15 hari", "13,5 hari", "110"],
        ["3", "Organisasi dan SDM yang optimal"],
        ["3a-N", "Persentase deviasi rencana penarikan dana", "N", "Min", 0.05, 0.05, 0.031, 120, 0.05, 0.042, 116],
        ["3b-N", "Jumlah jam pelatihan pegawai", "N", "Max", 960, 240, 260, 108.33, 720, 815, 113.19],
        [None, "Nilai Kinerja Organisasi", *[None] * 8, 103.9],
    ], 2)
    k.gabung("B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:I5", "J5:L5", "M5:M6")
    k.tebal("B2:B3", "B5:M5", "G6:L6")
    k.format("0%", "F14:G14", "J14")
    k.format("0.0%", "H14", "K14")
    return k.byte()


@contoh(
    "makro_capaian.xlsx",
    1,
    "“Capaian” is the realisasi; targets as ranges, with unlike dashes",
    [
        Baris(5, "Pertumbuhan ekonomi (y-on-y)", (5.1, 5.3), 5.02),
        Baris(6, "Indeks Pembangunan Manusia", 75.4, 75.61),
        Baris(7, "Tingkat kemiskinan", 4.15, 4.21),
        Baris(8, "Gini rasio", 0.349, 0.347),
        Baris(9, "Inflasi", (1.5, 3.5), 2.13),
        Baris(10, "PDRB per kapita", 66, None),
    ],
    tahun=2025,
)
def makro_capaian() -> bytes:
    k = Lembar("Makro")
    k.tulis(1, [
        ["Indikator Makro Pembangunan Kota Singkawang"],
        ["Kondisi s.d. Triwulan III 2025"],
        [],
        ["No.", "Indikator", "Sat", "Capaian 2024", "Target RKPD 2025", "Capaian TW III 2025", "Status", "Perangkat Daerah Pengampu"],
        [1, "Pertumbuhan ekonomi (y-on-y)", "%", 4.81, "5,10 - 5,30", 5.02, "Belum tercapai", "Bappeda"],
        [2, "Indeks Pembangunan Manusia", "Poin", 74.93, 75.4, 75.61, "Tercapai", "Dikbud, Dinkes"],
        [3, "Tingkat kemiskinan", "%", 4.32, 4.15, 4.21, "Belum tercapai", "Dinsos"],
        [4, "Gini rasio", "Poin", 0.353, 0.349, 0.347, "Tercapai", "Bappeda"],
        [5, "Inflasi", "%", 1.88, "2,5±1", 2.13, "Tercapai", "Bag. Ekonomi"],
        [6, "PDRB per kapita", "Juta Rp", 62.4, 66, None, "Rilis Februari 2026", "Bappeda"],
    ], 6)
    k.tebal("F1:F2", "F4:M4")
    return k.byte()


@contoh(
    "eperformance_B09.xlsx",
    1,
    "months B03 to B12, cumulative by the note below the table alone",
    [
        Baris(6, "Persentase obat yang memenuhi syarat", 93.5, 94.22),
        Baris(7, "Persentase makanan yang memenuhi syarat", 84, 85.05),
        Baris(8, "Jumlah desa pangan aman", 6, 5),
        Baris(9, "Jumlah sampel obat dan makanan yang diuji", 1124, 917),
    ],
    tahun=2025,
)
def eperformance_b09() -> bytes:
    k = Lembar("e-Performance")
    k.tulis(1, [
        ["Satker : Balai Pengawas Obat dan Makanan di Mamuju"],
        ["Periode : B09 Tahun 2025"],
        [],
        ["Kode", "Indikator", "Satuan", "Target", None, None, None, "Realisasi", None, None, None, "% Capaian B09"],
        [None, None, None, "B03", "B06", "B09", "B12", "B03", "B06", "B09", "B12"],
        ["SK1.1", "Persentase obat yang memenuhi syarat", "%", 93.5, 93.5, 93.5, 93.5, 95.1, 94.8, 94.22, None, 100.77],
        ["SK1.2", "Persentase makanan yang memenuhi syarat", "%", 84, 84, 84, 84, 82.6, 83.9, 85.05, None, 101.25],
        ["SK2.1", "Jumlah desa pangan aman", "Desa", 0, 2, 4, 6, 0, 2, 5, None, 125],
        ["SK3.1", "Jumlah sampel obat dan makanan yang diuji", "Sampel", 250, 560, 900, 1124, 231, 588, 917, None, 101.89],
        [],
        ["Catatan: target dan realisasi B03, B06, B09, B12 adalah kumulatif sampai dengan bulan dimaksud"],
    ])
    k.gabung("D4:G4", "H4:K4")
    k.tebal("A4:L4", "D5:K5")
    return k.byte()


@contoh(
    "output_volume.xlsx",
    1,
    "rincian output with volume, physical progress and anggaran",
    [
        Baris(7, "Cagar budaya yang dilestarikan", 12, 7),
        Baris(8, "Warisan budaya takbenda yang diusulkan", 9, 9),
        Baris(9, "Peserta gerakan seniman masuk sekolah", 2400, 1515),
        Baris(10, "Layanan Perkantoran", 1, 0.67),
    ],
    tahun=2025,
)
def output_volume() -> bytes:
    k = Lembar("Capaian Output")
    k.tulis(1, [
        ["LAPORAN CAPAIAN OUTPUT DAN REALISASI ANGGARAN"],
        ["BALAI PELESTARIAN KEBUDAYAAN WILAYAH XIX"],
        ["s.d. Bulan Agustus 2025"],
        [],
        ["Kode RO", "Rincian Output (RO)", "Target", None, None, "Realisasi", None, None, "Persentase"],
        [None, None, "Volume", "Satuan", "Pagu", "Volume", "Progres Fisik (%)", "Anggaran", "Volume", "Anggaran"],
        ["7244.QDB.001", "Cagar budaya yang dilestarikan", 12, "Unit", 850000000, 7, 61, 512000000, 58.33, 60.24],
        ["7244.QDB.002", "Warisan budaya takbenda yang diusulkan", 9, "Dokumen", 310000000, 9, 100, 288500000, 100, 93.06],
        ["7244.QMA.001", "Peserta gerakan seniman masuk sekolah", 2400, "Orang", 640000000, 1515, 63, 402000000, 63.13, 62.81],
        ["7244.EBA.994", "Layanan Perkantoran", 1, "Layanan", 5200000000, 0.67, 67, 3477000000, 67, 66.87],
        [None, "JUMLAH", None, None, 7000000000, None, None, 4679500000, None, 66.85],
    ])
    k.gabung("A5:A6", "B5:B6", "C5:E5", "F5:H5", "I5:J5")
    k.tebal("A1:A3", "A5:I5", "C6:J6")
    return k.byte()


@contoh(
    "iku_sd_agustus.xlsx",
    2,
    "s.d. Agustus, polaritas in a column",
    [
        Baris(9, "Persentase realisasi penerimaan pajak", 100, 60.84),
        Baris(10, "Indeks kepatuhan wajib pajak", 88, 83.4),
        Baris(12, "Indeks kepuasan pengguna layanan", 4.5, 4.62),
        Baris(13, "Rata-rata waktu penyelesaian keberatan (bulan)", 10, 8.75),
        Baris(14, "Jumlah temuan berulang BPK", 3, None),
    ],
)
def iku_sd_agustus() -> bytes:
    k = Lembar("NKO")
    k.tulis(1, [
        ["KEMENTERIAN KEUANGAN REPUBLIK INDONESIA"],
        ["KANTOR WILAYAH CONTOH"],
        [],
        ["LAPORAN CAPAIAN INDIKATOR KINERJA UTAMA S.D. AGUSTUS 2025"],
        [],
        ["Kode SS/IKU", "Sasaran Strategis/Indikator Kinerja Utama", "Pol", "Target 2025", "s.d. Agustus 2025", None, None, "Status", "Keterangan"],
        [*[None] * 4, "Target", "Realisasi", "Indeks Capaian"],
        ["SS1", "Penerimaan negara yang optimal"],
        ["1a-CP", "Persentase realisasi penerimaan pajak", "Max", "100%", "62%", "60,84%", "98,13", "Hijau"],
        ["1b-N", "Indeks kepatuhan wajib pajak", "Max", 88, 80, 83.4, 104.25, "Hijau"],
        ["SS2", "Layanan yang prima"],
        ["2a-CP", "Indeks kepuasan pengguna layanan", "Max", "4,50", "4,50", "4,62", "102,67", "Hijau"],
        ["2b-N", "Rata-rata waktu penyelesaian keberatan (bulan)", "Min", 10, 10, "8,75", "112,50", "Hijau"],
        ["2c-N", "Jumlah temuan berulang BPK", "Min", 3, 3, "-", None, "Abu-abu"],
        [None, "Nilai Kinerja Organisasi (NKO)", *[None] * 4, 104.3],
    ])
    k.gabung("A6:A7", "B6:B7", "C6:C7", "D6:D7", "E6:G6", "H6:H7", "I6:I7")
    k.tebal("A6:I6", "E7:G7", "A8:B8", "A11:B11")
    return k.byte()


@contoh(
    "kppn_kontrak_kinerja.xlsx",
    2,
    "T and R rows, derived periods between the triwulan, polaritas and konsolidasi in a column",
    [
        Baris(4, "Indeks kualitas laporan keuangan", 90, 99.38),
        Baris(6, "Persentase akurasi SP2D", 100, 100),
        Baris(8, "Persentase penyelesaian rekonsiliasi", 100, 98),
        Baris(10, "Jumlah pelatihan satker", 4, 5),
    ],
)
def kppn_kontrak_kinerja() -> bytes:
    k = Lembar("Kontrak Kinerja")
    k.tulis(1, [
        [None, "CAPAIAN KINERJA KPPN CONTOH TAHUN 2024"],
        [],
        ["No", "Sasaran Strategis / IKU", "T/R", "Q1", "Q2", "Sm.I", "Q3", "s.d Q3", "Q4", "Y", "Pol/KP"],
        ["1a-N", "Indeks kualitas laporan keuangan", "T", 90, 90, 90, 90, 90, 90, 90, "Max/Average"],
        [None, None, "R", "100", "99,50", "99,75", "98,76", "99,42", "99,26", "99,38"],
        ["1b-N", "Persentase akurasi SP2D", "T", "100%", "100%", "100%", "100%", "100%", "100%", "100%", "Max/Average"],
        [None, None, "R", "100%", "100%", "100%", "100%", "100%", "100%", "100%"],
        ["2a-CP", "Persentase penyelesaian rekonsiliasi", "T", "25%", "50%", "50%", "75%", "75%", "100%", "100%", "Max/TLK"],
        [None, None, "R", "25%", "50%", "50%", "75%", "75%", "98%", "98%"],
        ["2b-N", "Jumlah pelatihan satker", "T", 1, 1, 2, 1, 3, 1, 4, "Max/Sum"],
        [None, None, "R", 1, 2, 3, 1, 4, 1, 5],
    ])
    k.gabung(
        "A4:A5", "B4:B5", "K4:K5", "A6:A7", "B6:B7", "K6:K7", "A8:A9", "B8:B9", "K8:K9", "A10:A11", "B10:B11",
        "K10:K11",
    )
    k.tebal("A3:K3")
    return k.byte()


@contoh(
    "ukp_konsolidasi.xlsx",
    2,
    "realisasi of three triwulan, how they add up stands in a column in English",
    [
        Baris(4, "Jumlah penerimaan negara bukan pajak", 1250.5, 940.75),
        Baris(5, "Indeks kepuasan stakeholder", 4.5, 4.41),
        Baris(6, "Rata-rata waktu layanan", 60, 55),
        Baris(7, "Persentase penyerapan anggaran", 95, 70.9),
    ],
)
def ukp_konsolidasi() -> bytes:
    k = Lembar("Data IKU")
    k.tulis(1, [
        ["DATA CAPAIAN IKU KANTOR PELAYANAN CONTOH s.d. TRIWULAN III 2025"],
        [],
        ["Kode IKU", "Nama IKU", "Target", "Satuan", "Konsolidasi Periode", "Polarisasi", "Realisasi Q1", "Realisasi Q2", "Realisasi Q3", "Realisasi Q4", "Unit in charge"],
        ["1a", "Jumlah penerimaan negara bukan pajak", 1250.5, "Rp Juta", "Sum", "Max", 300.25, 290.5, 350, None, "Subbag Umum"],
        ["1b", "Indeks kepuasan stakeholder", 4.5, "Indeks", "Take Last Known", "Max", None, 4.41, None, None, "Subbag Umum"],
        ["2a", "Rata-rata waktu layanan", 60, "Menit", "Average", "Min", 58, 55, 52, None, "Subbag Umum"],
        ["2b", "Persentase penyerapan anggaran", "95%", "%", "Take Last Known", "Max", "18,5%", "44,02%", "70,9%", None, "Subbag Umum"],
    ])
    k.tebal("A3:K3")
    return k.byte()


@contoh(
    "sd_bulan_ini.xlsx",
    2,
    "s.d. last month, this month, s.d. this month",
    [
        Baris(6, "Jumlah paspor yang diterbitkan", 12000, 9163),
        Baris(7, "Indeks kepuasan layanan", 3.2, 3.42),
        Baris(8, "Jumlah operasi pengawasan", 24, 17),
    ],
)
def sd_bulan_ini() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["LAPORAN KINERJA BULAN SEPTEMBER 2025"],
        ["KANTOR IMIGRASI CONTOH"],
        [],
        ["No", "Indikator Kinerja", "Satuan", "Target Tahunan", "Realisasi", None, None, "%", "Kendala"],
        [*[None] * 4, "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"],
        [1, "Jumlah paspor yang diterbitkan", "Dokumen", 12000, 8120, 1043, 9163, 76.36, "-"],
        [2, "Indeks kepuasan layanan", "Indeks", 3.2, 3.41, 3.44, 3.42, 106.88, "-"],
        [3, "Jumlah operasi pengawasan", "Operasi", 24, 15, 2, 17, 70.83, "-"],
    ])
    k.gabung("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:I5")
    k.tebal("A4:I4", "E5:G5")
    return k.byte()


@contoh(
    "rencana_realisasi.xlsx",
    2,
    "volume is the year's target; rencana and realisasi s.d. triwulan III",
    [
        Baris(5, "Preservasi jalan", 120.5, 76.25),
        Baris(6, "Pembangunan jembatan", 45, 30),
        Baris(7, "Dokumen teknis", 6, 3),
    ],
)
def rencana_realisasi() -> bytes:
    k = Lembar("Sheet1")
    k.tulis(1, [
        ["PROGRES KINERJA S.D. TW III TA 2025"],
        ["SATKER PELAKSANAAN JALAN NASIONAL CONTOH"],
        [],
        ["No", "Output / Indikator", "Vol", "Satuan", "Rencana s.d. TW III", "Realisasi s.d. TW III", "Deviasi", "Keterangan"],
        [1, "Preservasi jalan", 120.5, "Km", 80, 76.25, -3.75],
        [2, "Pembangunan jembatan", 45, "Meter", 30, 30, 0],
        [3, "Dokumen teknis", 6, "Dokumen", 4, 3, -1],
    ])
    k.tebal("A4:H4")
    return k.byte()
