"""Slides of two units made by hand: one with everything on it, one that has not reported. All is fictional."""

from __future__ import annotations

from sakip_app.narration.kalimat import Kalimat
from sakip_app.reports.slides import AnggaranSlaid, BarisPenahan, LangkahJalur, SlaidUnit

SUMBER = (
    "Sumber: berkas Capaian_TW3.xlsx, lembar Realisasi TW III, diunggah 14 Okt 2026 09.12 WIB",
    "Aturan: Permendagri 86/2017 (contoh), batas 100",
)
TANYA = (
    Kalimat(
        "Angka kematian ibu naik dari 96 menjadi 131 per 100 ribu. Berapa kasus yang sudah diaudit, dan apa "
        "penyebab terbanyak?",
        "naik_buruk",
        ("1.02.01",),
        ("IK-03",),
        tanya=True,
    ),
    Kalimat(
        "Anggaran terserap 70,9 %, skor 64,9. Belanja mana yang tidak menggerakkan indikator?",
        "anggaran",
        ("1.02.01",),
        tanya=True,
    ),
    Kalimat(
        "Enam belas desa belum bebas BAB sembarangan. Desa mana yang selesai sebelum 31 Desember?",
        "belum",
        ("1.02.01",),
        ("IK-01",),
        tanya=True,
    ),
)


def koma(nilai: float) -> str:
    """As printed."""
    return f"{nilai:.1f}".replace(".", ",")


def posisi(nilai: float) -> int:
    """Step of the five bands."""
    return sum(nilai < batas for batas in (91, 76, 66, 51))


def predikat(nilai: float) -> str:
    """Word of the five bands."""
    return ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")[posisi(nilai)]


def penahan() -> tuple[BarisPenahan, ...]:
    """Three bullets: a sum, a rate and one where lower is better."""
    return (
        BarisPenahan(
            "IK-01",
            "Desa berhenti buang air besar sembarangan",
            "",
            "12",
            "dari 28 desa",
            "capaian 42,9 %",
            42.9,
            4,
            "Sangat Rendah",
            "Enam belas desa menunggu stimulan jamban.",
            36.0,
            12.0,
            (6.0, 16.0, 28.0, 36.0),
        ),
        BarisPenahan(
            "IK-02",
            "Penderita hipertensi dilayani sesuai standar",
            "",
            "35,2",
            "dari 75,0 %",
            "capaian 46,9 %",
            46.9,
            4,
            "Sangat Rendah",
            "Obat kosong dua bulan.",
            100.0,
            35.2,
            (25.0, 50.0, 75.0, 100.0),
        ),
        BarisPenahan(
            "IK-03",
            "Angka kematian ibu",
            "makin rendah makin baik",
            "131",
            "batas 86",
            "capaian 47,7 %",
            47.7,
            4,
            "Sangat Rendah",
            "Rujukan terlambat di tiga puskesmas.",
            86.0,
            131.0,
            (84.0, 85.0, 86.0, 90.0),
        ),
    )


def unit(kode: str = "1.02.01", nama: str = "Dinas Kesehatan") -> SlaidUnit:
    """A unit with everything on it."""
    jalur = ((85.7, "TW I"), (74.3, "TW II"), (64.9, "TW III"))
    return SlaidUnit(
        f"unit-{kode}",
        "Peringkat 36 dari 41 · triwulan III 2026",
        nama,
        (*SUMBER, "Realisasi TW III!S15"),
        kode,
        nama,
        "64,9",
        3,
        "Rendah",
        (
            *(LangkahJalur(n, s, koma(s), posisi(s)) for s, n in jalur),
            LangkahJalur("TW IV", None, "belum berjalan", None),
        ),
        "Tiga indikator Sangat Rendah",
        penahan(),
        "9 dari 11 indikator dinilai · garis tebal: target s.d. TW III",
        AnggaranSlaid(
            64.9, "64,9", 70.9, "70,9 %", 60.0, "rencana kas 60,0 %", "Rp2,1 miliar dari Rp3,0 miliar s.d. TW III"
        ),
        TANYA,
        (
            ("IK-01", "Desa berhenti buang air besar sembarangan"),
            ("IK-02", "Penderita hipertensi dilayani sesuai standar"),
            ("IK-03", "Angka kematian ibu"),
            ("IK-04", "Balita stunting"),
        ),
    )


def unit_kosong() -> SlaidUnit:
    """A unit that has not reported: words, no figure."""
    jalur = (
        LangkahJalur("TW I", 81.0, "81,0", 1),
        LangkahJalur("TW II", None, "belum lapor", None),
        LangkahJalur("TW III", None, "belum lapor", None),
        LangkahJalur("TW IV", None, "belum berjalan", None),
    )
    return SlaidUnit(
        "unit-7.01.09",
        "Belum lapor · triwulan III 2026",
        "Kecamatan Wanasari",
        ("Belum ada berkas.",),
        "7.01.09",
        "Kecamatan Wanasari",
        "",
        None,
        "",
        jalur,
        "Belum ada indikator yang dinilai",
        (),
        "",
        None,
        (
            Kalimat(
                "Apa yang menahan laporan triwulan III, dan kapan dikirim?",
                "belum_lapor",
                ("7.01.09",),
                tanya=True,
            ),
        ),
        (("KC-01", "Desa dengan profil mutakhir"),),
        kosong="Belum lapor untuk triwulan III. Batas waktu 15 Okt 2026.",
    )
