"""The columns of the template, from left to right: what each holds, how wide it is, who may write in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ROMAWI = ("I", "II", "III", "IV")
PEMISAH_INDUK = " › "  # joins the names above an indicator, from the highest down

POLARITAS = ("maksimal", "minimal", "stabil")
KONSOLIDASI = ("jumlah", "rata_rata", "nilai_akhir", "maksimum")
CARA_ISI = ("tambahan", "kumulatif")
JENJANG = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
KOSAKATA = {"polaritas": POLARITAS, "konsolidasi": KONSOLIDASI, "jenjang": JENJANG}
SATUAN_LAZIM = (
    "%", "Nilai", "Indeks", "Poin", "Skor", "Predikat", "Opini", "Dokumen", "Laporan", "Rekomendasi", "Orang",
    "Kegiatan", "Paket", "Unit", "Kasus", "Kali", "Hari", "Bulan", "Rupiah",
)  # fmt: skip

Jenis = Literal["teks", "panjang", "kata", "angka", "rupiah", "tanggal"]
Sifat = Literal["tersembunyi", "tetap", "ketetapan", "isian", "realisasi"]


@dataclass(frozen=True, slots=True)
class KolomTemplat:
    """One column.

    ``sifat`` says who may write: ``tetap`` nobody, ``ketetapan`` (what the year's plan fixes) only where it is
    still blank, ``isian`` always, ``realisasi`` up to the quarter that is reported; ``tersembunyi`` is the
    machine's own.
    """

    peran: str
    grup: str
    sub: str | None
    lebar: float
    jenis: Jenis
    sifat: Sifat
    triwulan: int | None = None
    tahun: int | None = None
    dicetak: bool = True


def shown(kata: str) -> str:
    """A word of the vocabulary as the sheet shows it: ``"nilai_akhir"`` → ``"nilai akhir"``."""
    return {"rata_rata": "rata-rata"}.get(kata, kata.replace("_", " "))


def columns(tahun: int, tahun_renstra: Sequence[int]) -> list[KolomTemplat]:
    """All columns of a unit's sheet.

    Args:
        tahun: the year that is reported.
        tahun_renstra: years of the five-year plan; one column each.
    """
    triwulan = list(enumerate(ROMAWI, 1))
    target, anggaran, lanjut, tentang = f"Target {tahun}", "Anggaran (Rp)", "Tindak lanjut", "Tentang indikator"
    k = KolomTemplat
    hasil = [
        k("kunci", "Kunci", None, 20, "teks", "tersembunyi"),
        k("tanda", "Tanda", None, 18, "teks", "tersembunyi"),
        k("kode", "Kode", None, 13, "teks", "ketetapan"),
        k("indikator", "Indikator kinerja", None, 44, "panjang", "ketetapan"),
        k("satuan", "Satuan", None, 12, "teks", "ketetapan"),
        k("polaritas", "Polaritas", None, 11, "kata", "isian"),
        k("konsolidasi", "Konsolidasi", None, 12.5, "kata", "isian"),
        k("target_tahunan", target, "Setahun", 12, "angka", "ketetapan"),
        *(k("target", target, f"TW {r}", 11, "angka", "ketetapan", triwulan=t) for t, r in triwulan),
        k("target_bawah", target, "Batas bawah", 9.5, "angka", "ketetapan"),
        k("target_atas", target, "Batas atas", 9.5, "angka", "ketetapan"),
        *(k("realisasi", "Realisasi", f"TW {r}", 12, "angka", "realisasi", triwulan=t) for t, r in triwulan),
        k("tanda_isi", "Tanda isi", None, 18, "teks", "tersembunyi"),
        k("pagu", anggaran, "Pagu", 18, "rupiah", "ketetapan"),
        *(
            k("realisasi_anggaran", anggaran, f"Realisasi TW {r}", 17, "rupiah", "realisasi", triwulan=t)
            for t, r in triwulan
        ),
        k("kendala", "Kendala", None, 30, "panjang", "isian"),
        k("solusi", "Solusi", None, 30, "panjang", "isian"),
        k("tindak_lanjut_lalu", lanjut, "Triwulan lalu", 30, "panjang", "tetap"),
        k("rencana_tindak_lanjut", lanjut, "Rencana", 30, "panjang", "isian"),
        k("pic", lanjut, "Penanggung jawab", 20, "panjang", "isian"),
        k("batas_waktu", lanjut, "Batas waktu", 13, "tanggal", "isian"),
        k("bukti", "Bukti dukung", None, 26, "panjang", "isian"),
        k("penanggung_jawab", tentang, "Penanggung jawab", 22, "panjang", "isian", dicetak=False),
        k("skala", tentang, "Skala", 12, "teks", "ketetapan", dicetak=False),
        k("cara_isi", tentang, "Cara isi", 11, "kata", "tetap", dicetak=False),
        k("cara_isi_anggaran", tentang, "Cara isi anggaran", 11, "kata", "tetap", dicetak=False),
        k("bobot", tentang, "Bobot", 9, "angka", "ketetapan", dicetak=False),
        k("kode_pk", tentang, "Kode PK", 12, "teks", "ketetapan", dicetak=False),
        k("jenjang", tentang, "Jenjang", 12.5, "kata", "ketetapan", dicetak=False),
        k("nama", tentang, "Program/kegiatan", 32, "panjang", "ketetapan", dicetak=False),
        k("induk", tentang, "Bagian dari", 36, "panjang", "ketetapan", dicetak=False),
        k("realisasi_lalu", "Realisasi tahun lalu", None, 12, "angka", "ketetapan", dicetak=False),
        k("target_renstra", "Target Renstra", "Akhir periode", 11, "angka", "ketetapan", dicetak=False),
    ]
    for satu in tahun_renstra:
        hasil.append(
            k("renstra", "Target Renstra", str(satu), 10, "angka", "ketetapan", tahun=satu, dicetak=False)
        )
    return hasil
