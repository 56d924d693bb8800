"""Ranking: up to three columns, each a native table of names and a native chart of dots over its empty middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sakip_app.charts.tokens import GARIS_KUAT, REDUP, SAMAR, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KIRI, LEBAR, Alinea, Kanvas, alinea
from sakip_app.reports.pptx.chart import Label
from sakip_app.reports.pptx.frame import garis_atas, kepala
from sakip_app.reports.pptx.measure import PX_PER_PT, banyak_baris, bersih, lebar, muat, ringkas, tinggi_baris
from sakip_app.reports.pptx.points import Awan
from sakip_app.reports.pptx.table import Baris, Kolom, tulis_tabel
from sakip_app.reports.slides import BarisPeringkat, SlaidPeringkat

_BARIS_SEKOLOM, _BARIS_TERTINGGI = 16, 58
_SELA = 32
_RAPAT = 1.12  # pitch of a name in two lines
_NOMOR, _ANGKA, _ARAH = 40, 84, 92


def gambar_peringkat(kanvas: Kanvas, slaid: SlaidPeringkat) -> None:
    """Best first; those without skor last, with their word in its place."""
    y = kepala(kanvas, slaid.mata, slaid.judul)
    atas = garis_atas(kanvas, y) - 10
    n = len(slaid.baris)
    banyak = max(1, -(-n // _BARIS_SEKOLOM))
    sekolom = -(-n // banyak) if n else 0
    ruang = (LEBAR - _SELA * (banyak - 1)) / banyak
    setinggi = min(_BARIS_TERTINGGI, (ATAS_KAKI - atas - 34) / max(sekolom, 1))
    for urutan in range(banyak):
        bagian = slaid.baris[urutan * sekolom : (urutan + 1) * sekolom]
        if bagian:
            _kolom(kanvas, slaid, bagian, KIRI + urutan * (ruang + _SELA), atas, ruang, setinggi, urutan)
    teks = ringkas(bersih(slaid.keterangan), LEBAR, 12, 1)
    kanvas.teks(KIRI, ATAS_KAKI - 22, LEBAR, 30, [alinea(teks, 12, warna=SAMAR)], nama="Keterangan")


def _kolom(
    kanvas: Kanvas, slaid: SlaidPeringkat, baris: Sequence[BarisPeringkat], x: float, y: float, ruang: float,
    setinggi: float, urutan: int,
) -> None:  # fmt: skip
    if all(satu.nilai is None for satu in baris):
        _tanpa_skor(kanvas, baris, x, y, ruang, setinggi)
        return
    sisa = ruang - _NOMOR - _ANGKA - _ARAH
    terpanjang = max(lebar(bersih(satu.nama), 12, tebal=True) for satu in baris)
    nama = min(sisa * 0.7, max(sisa * 0.4, terpanjang + 20))
    sumbu = sisa - nama
    kolom = (Kolom("", _NOMOR), Kolom("", nama), Kolom("", sumbu), Kolom("", _ANGKA, "r"), Kolom("", _ARAH, "r"))
    isi = [_sel(satu, nama - 12, setinggi) for satu in baris]
    _tabel_rapat(kanvas, x, y, kolom, isi, setinggi)
    kiri, atas = x + _NOMOR + nama, y
    bernilai = sum(satu.nilai is not None for satu in baris)
    for tepi in slaid.tepi if bernilai else ():
        letak = kiri + 12 + (tepi - slaid.mulai) / (slaid.sampai - slaid.mulai) * (sumbu - 24)
        kanvas.garis(letak, atas, letak, atas + setinggi * bernilai, GARIS_KUAT, 1.5)
    _bagan(kanvas, slaid, baris, (kiri, atas, sumbu + _ANGKA, setinggi * len(baris)), sumbu, urutan)


def _tanpa_skor(
    kanvas: Kanvas, baris: Sequence[BarisPeringkat], x: float, y: float, ruang: float, setinggi: float
) -> None:
    """A column in which nobody has a skor: names and words, no chart."""
    kata = min((ruang - _NOMOR) * 0.45, max(lebar(bersih(satu.teks), 11) for satu in baris) + 8)
    kolom = (Kolom("", _NOMOR), Kolom("", ruang - _NOMOR - kata), Kolom("", kata, "r"))
    isi = [
        (
            *_sel(satu, kolom[1].lebar - 12, setinggi)[:2],
            (alinea(ringkas(bersih(satu.teks), kata, 11, 1), 11, warna=REDUP, rata="r"),),
        )
        for satu in baris
    ]
    _tabel_rapat(kanvas, x, y, kolom, isi, setinggi)


def _sel(satu: BarisPeringkat, nama: float, setinggi: float) -> Baris:
    tertinggal = satu.posisi is not None and TANGGA[satu.posisi].tertinggal
    teks = bersih(satu.nama)
    pt, baris = _muat_nama(teks, nama, setinggi, tebal=tertinggal)
    return (
        (alinea(satu.peringkat, 11, warna=REDUP),),
        (replace(alinea(ringkas(teks, nama, pt, baris, tebal=tertinggal), pt, tebal=tertinggal), spasi=_RAPAT),),
        (),
        (),
        (_arah(satu.arah),),
    )


def _arah(teks: str) -> Alinea:
    """The change, on one line whatever its length."""
    rapat = bersih(teks).replace(" ", "\u00a0")
    pt, _ = muat(rapat, _ARAH - 4, tinggi_baris(11), dari=11, sampai=6)
    return alinea(rapat, pt, warna=REDUP, rata="r")


def _muat_nama(teks: str, ruang: float, setinggi: float, *, tebal: bool) -> tuple[float, int]:
    """Size and lines of a name in its row: one line at 12 pt, else two as large as the row holds."""
    if banyak_baris(teks, ruang, 12, tebal=tebal) <= 1:
        return 12, 1
    for pt in (12, 11, 10, 9, 8):
        baris = int((setinggi - 2) // (pt * PX_PER_PT * _RAPAT))
        if banyak_baris(teks, ruang, pt, tebal=tebal) <= baris:
            return pt, baris
    pt = 9
    return pt, max(1, int((setinggi - 2) // (pt * PX_PER_PT * _RAPAT)))


def _tabel_rapat(
    kanvas: Kanvas, x: float, y: float, kolom: Sequence[Kolom], isi: Sequence[Baris], setinggi: float
) -> None:
    tulis_tabel(
        kanvas, x, y, kolom, isi, [setinggi] * len(isi), nama="Peringkat", kepala=False, jangkar="ctr", sela=0
    )


def _bagan(
    kanvas: Kanvas,
    slaid: SlaidPeringkat,
    baris: Sequence[BarisPeringkat],
    kotak: tuple[float, float, float, float],
    sumbu: float,
    urutan: int,
) -> None:
    """A series a band; each unit's skor at its row, its text, or the word for it, in the column of numbers."""
    n = len(baris)
    # The axis goes on to the right of the dots, so that the numbers stand in one column.
    skala = (slaid.sampai - slaid.mulai) / (sumbu - 24)
    kanan = slaid.sampai + (kotak[2] - sumbu + 8) * skala
    awal = slaid.mulai - 12 * skala
    awan = Awan(10)
    for i, satu in enumerate(baris):
        if satu.nilai is not None:
            awan.tambah_pita(satu.predikat, satu.posisi or 0, satu.nama, satu.nilai, n - i - 0.5)
    for i, satu in enumerate(baris):
        ada = satu.nilai is not None
        pt = 12.0 if ada else muat(bersih(satu.teks), kotak[2] - 30, tinggi_baris(11), dari=11, sampai=9)[0]
        kata = satu.teks if ada else ringkas(bersih(satu.teks), kotak[2] - 30, pt, 1)
        label = Label(kata, "l", pt, TINTA if ada else REDUP, tebal=ada)
        awan.tambah_kata("Letak angka", satu.nama, kanan, n - i - 0.5, label)
    isi = [f"{s.peringkat}. {s.nama} {s.teks}" for s in baris if s.nilai is not None] or [
        f"{s.nama} {s.teks}" for s in baris
    ]
    lagi = f"; dan {n - 6} lagi" if n > 6 else ""
    alt = f"Skor {'; '.join(isi[:6])}{lagi}."
    kanvas.tambah_bagan(
        awan.bagan(f"Peringkat {urutan + 1}", kotak, (awal, awal + kotak[2] * skala), (0.0, float(n)), alt)
    )
