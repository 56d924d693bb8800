"""The units of the fictional Kabupaten Contoh and how they are meant to fare. Nothing here is real."""

from __future__ import annotations

from typing import NamedTuple

#: A quarter whose targets stand blank: nothing is scheduled yet.
BELUM_DIJADWALKAN = -1.0


class UnitContoh(NamedTuple):
    """One unit: intended scores of TW I–III 2026 (``None``: not reported), absorption at TW III, budget."""

    kode: str
    nama: str
    pendek: str
    jenis: str
    skor: tuple[float | None, float | None, float | None]
    serapan: float
    pagu_miliar: float


def _dinas(
    kode: str, nama: str, pendek: str, skor: tuple[float | None, ...], serapan: float, pagu: float
) -> UnitContoh:
    return UnitContoh(kode, nama, pendek, "opd", (skor[0], skor[1], skor[2]), serapan, pagu)


def _kecamatan(kode: str, nama: str, skor: tuple[float | None, ...], serapan: float, pagu: float) -> UnitContoh:
    return UnitContoh(
        kode, f"Kecamatan {nama}", f"Kec. {nama}", "kecamatan", (skor[0], skor[1], skor[2]), serapan, pagu
    )


BD = BELUM_DIJADWALKAN
UNITS: tuple[UnitContoh, ...] = (
    _dinas("4.01.01", "Sekretariat Daerah", "Sekretariat Daerah", (88.1, 90.4, 92.6), 68.4, 118.2),
    _dinas("4.02.01", "Sekretariat DPRD", "Sekretariat DPRD", (84.0, 86.2, 88.9), 66.1, 52.4),
    _dinas("6.01.01", "Inspektorat Daerah", "Inspektorat", (90.2, 93.5, 96.1), 71.0, 14.9),
    _dinas("1.01.01", "Dinas Pendidikan", "Dinas Pendidikan", (81.5, 84.9, 86.3), 61.8, 657.8),
    _dinas("1.02.01", "Dinas Kesehatan", "Dinas Kesehatan", (85.7, 74.3, 64.9), 70.9, 286.3),
    _dinas("1.02.02", "RSUD Contoh", "RSUD Contoh", (86.7, 88.0, 90.5), 69.9, 174.0),
    _dinas("1.03.01", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas PUPR", (66.0, 55.1, 48.2), 31.4, 241.7),
    _dinas("1.04.01", "Dinas Perumahan dan Permukiman", "Dinas Perkim", (71.2, 69.5, 59.7), 38.6, 66.3),
    _dinas(
        "1.05.01",
        "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
        "Satpol PP dan Damkar",
        (88.8, 89.9, 91.4),
        64.9,
        31.5,
    ),
    _dinas("1.05.02", "Badan Penanggulangan Bencana Daerah", "BPBD", (BD, 87.7, 90.1), 58.3, 18.8),
    _dinas("1.06.01", "Dinas Sosial", "Dinas Sosial", (85.0, 88.6, 91.8), 72.5, 27.4),
    _dinas("2.07.01", "Dinas Tenaga Kerja", "Dinas Tenaga Kerja", (79.6, 77.0, 74.8), 55.2, 19.1),
    _dinas(
        "2.08.01",
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana",
        "DP3AP2KB",
        (82.9, 84.6, 87.2),
        60.1,
        33.0,
    ),
    _dinas("2.09.01", "Dinas Ketahanan Pangan", "Dinas Ketahanan Pangan", (80.1, 82.5, 85.4), 57.4, 16.2),
    _dinas("2.11.01", "Dinas Lingkungan Hidup", "Dinas Lingkungan Hidup", (69.8, 66.9, 61.5), 66.7, 48.9),
    _dinas("2.12.01", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", (94.1, 95.6, 97.8), 73.3, 15.6),
    _dinas("2.13.01", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", (86.5, 88.1, 90.0), 77.6, 21.3),
    _dinas("2.15.01", "Dinas Perhubungan", "Dinas Perhubungan", (77.3, 75.0, None), 52.0, 25.8),
    _dinas("2.16.01", "Dinas Komunikasi dan Informatika", "Diskominfo", (89.0, 91.2, 93.4), 65.5, 22.7),
    _dinas(
        "2.17.01",
        "Dinas Koperasi dan Usaha Kecil Menengah",
        "Dinas Koperasi dan UKM",
        (76.4, 78.8, 80.2),
        51.7,
        14.2,
    ),
    _dinas(
        "2.18.01",
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "DPMPTSP",
        (91.7, 93.8, 95.2),
        69.0,
        12.8,
    ),
    _dinas("2.19.01", "Dinas Kepemudaan, Olahraga dan Pariwisata", "Disporapar", (72.5, 70.4, 65.1), 44.0, 29.6),
    _dinas("2.23.01", "Dinas Perpustakaan dan Kearsipan", "Dinas Perpustakaan", (84.4, 85.3, 87.0), 62.2, 11.4),
    _dinas("3.25.01", "Dinas Perikanan", "Dinas Perikanan", (0.0, 76.1, None), 49.0, 17.9),
    _dinas("3.27.01", "Dinas Pertanian", "Dinas Pertanian", (83.0, 79.2, 76.5), 54.8, 44.1),
    _dinas("3.30.01", "Dinas Perdagangan dan Perindustrian", "Disdagperin", (75.8, 73.6, 71.2), 49.5, 24.3),
    _dinas("5.01.01", "Badan Perencanaan Pembangunan Daerah", "Bappeda", (91.0, 92.7, 95.0), 66.8, 19.9),
    _dinas("5.02.01", "Badan Pengelola Keuangan dan Aset Daerah", "BPKAD", (89.9, 91.4, 94.4), 70.2, 148.7),
    _dinas("5.02.02", "Badan Pendapatan Daerah", "Bapenda", (87.6, 84.0, 81.3), 63.1, 28.1),
    _dinas(
        "5.03.01",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "BKPSDM",
        (88.3, 89.7, 91.0),
        64.0,
        20.5,
    ),
    _dinas("8.01.01", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", (BD, 82.8, 84.1), 59.9, 19.7),
    _kecamatan("7.01.01", "Mekarjaya", (84.2, 86.5, 88.8), 67.0, 4.1),
    _kecamatan("7.01.02", "Sukamukti", (82.2, 83.9, 85.5), 64.4, 3.9),
    _kecamatan("7.01.03", "Tanjungrejo", (87.9, 89.2, 92.2), 71.8, 4.4),
    _kecamatan("7.01.04", "Sidomakmur", (78.5, 80.2, None), 55.0, 3.8),
    _kecamatan("7.01.05", "Wanasari", (76.3, 75.0, 73.6), 61.0, 3.7),
    _kecamatan("7.01.06", "Karangjati", (72.7, 68.2, 49.4), 74.8, 4.0),
    _kecamatan("7.01.07", "Sumberagung", (85.9, 87.4, 89.6), 68.1, 4.2),
    _kecamatan("7.01.08", "Bumiharja", (83.3, 85.0, 86.7), 65.7, 4.0),
    _kecamatan("7.01.09", "Rawakalong", (76.0, 77.9, None), 57.0, 3.6),
    _kecamatan("7.01.10", "Cempaka", (90.4, 91.9, 94.0), 73.9, 4.6),
    _kecamatan("7.01.11", "Gununglarang", (79.9, 74.1, 58.9), 50.3, 3.5),
    _kecamatan("7.01.12", "Pasirmulya", (82.7, 84.8, 87.9), 66.6, 4.1),
    _kecamatan("7.01.13", "Banjarmulya", (88.0, 90.1, 91.6), 70.7, 4.3),
    _kecamatan("7.01.14", "Lembahsari", (81.0, None, None), 60.0, 3.4),
    _kecamatan("7.01.15", "Muaratiga", (75.5, 79.8, None), 58.0, 3.6),
    _kecamatan("7.01.16", "Tegalwangi", (86.1, 88.3, 89.9), 69.5, 4.2),
    _kecamatan("7.01.17", "Ujungharapan", (77.7, 78.4, None), 56.0, 3.5),
)
