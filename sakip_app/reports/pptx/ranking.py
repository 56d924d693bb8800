"""Ranking: up to three columns, each a native table of names and a native chart of dots over its empty middle."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.charts.tokens import GARIS, GARIS_KUAT, REDUP, SAMAR, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KIRI, LEBAR, Alinea, Bagan, Kanvas, Ruas, alinea
from sakip_app.reports.pptx.chart import Label, SeriTitik, titik
from sakip_app.reports.pptx.frame import garis_atas, kepala
from sakip_app.reports.pptx.marks import SIMBOL, ukuran
from sakip_app.reports.pptx.measure import banyak_baris, bersih, lebar, ringkas, tinggi_baris
from sakip_app.reports.pptx.sheet import tulis_lembar
from sakip_app.reports.pptx.table import Baris, Kolom, tulis_tabel
from sakip_app.reports.slides import BarisPeringkat, SlaidPeringkat

_BARIS_SEKOLOM, _BARIS_TERTINGGI = 16, 58
_SELA = 36
_NOMOR, _ANGKA, _ARAH = 44, 84, 92


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
    sisa = ruang - _NOMOR - _ANGKA - _ARAH
    terpanjang = max(lebar(bersih(satu.nama), 12, tebal=True) for satu in baris)
    nama = min(sisa * 0.7, max(sisa * 0.4, terpanjang + 20))
    sumbu = sisa - nama
    kolom = (Kolom("", _NOMOR), Kolom("", nama), Kolom("", sumbu), Kolom("", _ANGKA, "r"), Kolom("", _ARAH, "r"))
    isi = [_sel(satu, nama - 12, sumbu + _ANGKA, setinggi) for satu in baris]
    _tabel_rapat(kanvas, x, y, kolom, isi, setinggi)
    kiri, atas = x + _NOMOR + nama, y
    for tepi in slaid.tepi:
        letak = kiri + 12 + (tepi - slaid.mulai) / (slaid.sampai - slaid.mulai) * (sumbu - 24)
        kanvas.garis(letak, atas, letak, atas + setinggi * len(baris), GARIS_KUAT, 1.5)
    _bagan(kanvas, slaid, baris, (kiri, atas, sumbu + _ANGKA, setinggi * len(baris)), sumbu, urutan)


def _sel(satu: BarisPeringkat, nama: float, kosong: float, setinggi: float) -> Baris:
    tertinggal = satu.posisi is not None and TANGGA[satu.posisi].tertinggal
    teks = bersih(satu.nama)
    pt, baris = _muat_nama(teks, nama, setinggi, tebal=tertinggal)
    kata: tuple[Alinea, ...] = ()
    if satu.nilai is None:
        kata = (alinea(ringkas(bersih(satu.teks), kosong - 20, 11, 1), 11, warna=REDUP),)
    return (
        (alinea(satu.peringkat, 11, warna=REDUP),),
        (alinea(ringkas(teks, nama, pt, baris, tebal=tertinggal), pt, tebal=tertinggal),),
        kata,
        (),
        (alinea(satu.arah, 11, warna=REDUP, rata="r"),),
    )


def _muat_nama(teks: str, ruang: float, setinggi: float, *, tebal: bool) -> tuple[float, int]:
    """Size and lines of a name in its row: one line at 12 pt, else two as large as the row holds."""
    if banyak_baris(teks, ruang, 12, tebal=tebal) <= 1:
        return 12, 1
    for pt in (12, 11, 10, 9, 8):
        baris = int((setinggi - 2) // tinggi_baris(pt))
        if banyak_baris(teks, ruang, pt, tebal=tebal) <= baris:
            return pt, baris
    pt = 9
    return pt, max(1, int((setinggi - 2) // tinggi_baris(pt)))


def _tabel_rapat(
    kanvas: Kanvas, x: float, y: float, kolom: Sequence[Kolom], isi: Sequence[Baris], setinggi: float
) -> None:
    tulis_tabel(
        kanvas, x, y, kolom, isi, [setinggi] * len(isi), nama="Peringkat", kepala=False, jangkar="ctr", sela=0
    )


def _bagan(
    kanvas: Kanvas, slaid: SlaidPeringkat, baris: Sequence[BarisPeringkat], kotak: tuple[float, float, float, float],
    sumbu: float, urutan: int,
) -> None:  # fmt: skip
    """A series a band; each unit's skor at its row, its text in the column of numbers at right."""
    n = len(baris)
    ada = [(i, satu, satu.nilai) for i, satu in enumerate(baris) if satu.nilai is not None]
    if not ada:
        return
    # The axis goes on to the right of the dots, so that the numbers stand in one column: their own series.
    skala = (slaid.sampai - slaid.mulai) / (sumbu - 24)
    kanan = slaid.sampai + (kotak[2] - sumbu + 12 - 6) * skala
    awal = slaid.mulai - 12 * skala
    lembar: list[list[str | float | None]] = [[] for _ in range(n + 1)]
    seri: list[SeriTitik] = []
    for posisi in sorted({satu.posisi for _, satu, _ in ada if satu.posisi is not None}):
        isi = [(i, satu, nilai) for i, satu, nilai in ada if satu.posisi == posisi]
        gaya = TANGGA[posisi]
        nama = isi[0][1].predikat
        kolom = _tulis(lembar, ("Nama", "Skor", nama), [(s.nama, v, n - i - 0.5) for i, s, v in isi])
        seri.append(
            SeriTitik(
                nama, [v for _, _, v in isi], [n - i - 0.5 for i, _, _ in isi],
                [Label(gaya.tanda, "ctr", 13, gaya.isi) if posisi not in SIMBOL else None for _ in isi],
                kolom + 1, SIMBOL.get(posisi, "none"), ukuran(posisi, 10), gaya.isi, gaya.tepi,
            )
        )  # fmt: skip
    kolom = _tulis(lembar, ("Nama", "Letak angka", "Angka"), [(s.nama, kanan, n - i - 0.5) for i, s, _ in ada])
    seri.append(
        SeriTitik(
            "Angka", [kanan] * len(ada), [n - i - 0.5 for i, _, _ in ada],
            [Label(s.teks, "l", 12, TINTA, tebal=True) for _, s, _ in ada], kolom + 1,
        )
    )  # fmt: skip
    kanvas.tambah_bagan(
        Bagan(
            f"Peringkat {urutan + 1}", kotak,
            titik(seri, x=(awal, awal + kotak[2] * skala), y=(0.0, float(n)), plot=(0, 0, 1, 1)),
            tulis_lembar(lembar),
            "Skor " + "; ".join(f"{s.peringkat}. {s.nama} {s.teks}" for _, s, _ in ada[:6])
            + (f"; dan {len(ada) - 6} lagi" if len(ada) > 6 else "") + ".",
        )
    )  # fmt: skip


def _tulis(
    lembar: list[list[str | float | None]], kepala: tuple[str, str, str], isi: Sequence[tuple[str, float, float]]
) -> int:
    """Three more columns on the sheet; returns the place of the first."""
    kolom = len(lembar[0])
    lembar[0].extend(kepala)
    while len(lembar) <= len(isi):
        lembar.append([])
    for urutan, satu in enumerate(lembar[1:]):
        satu.extend([None] * (kolom - len(satu)))
        satu.extend(isi[urutan] if urutan < len(isi) else (None, None, None))
    return kolom


__all__ = ["GARIS", "Ruas", "gambar_peringkat"]
