"""The whole body: four numbers, and where its units stand on one axis, now below a quarter ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sakip_app.charts.tokens import GARIS_KUAT, NILA, REDUP, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KANAN, KIRI, LEBAR, Kanvas, alinea
from sakip_app.reports.pptx.chart import Label
from sakip_app.reports.pptx.frame import garis_atas, kalimat_besar, kepala
from sakip_app.reports.pptx.measure import banyak_baris, bersih, lebar, muat, ringkas, tinggi_baris
from sakip_app.reports.pptx.points import Awan
from sakip_app.reports.pptx.swarm import Persegi, kerumun, letak_nama
from sakip_app.reports.slides import SlaidInstansi, Titik

_NAMA_BARIS = 160  # px left of the zones for the names of the two rows
_TEPI = 20  # px around the plot, so that marks at its ends are whole
_TITIK = 27  # px between the middles of marks that touch
_KAKI_ZONA = 68


@dataclass(frozen=True, slots=True)
class _Skala:
    """Score to px within the plot."""

    bawah: float
    atas: float
    kiri: float
    lebar: float

    def px(self, nilai: float) -> float:
        return self.kiri + (nilai - self.bawah) / (self.atas - self.bawah) * self.lebar


def gambar_instansi(kanvas: Kanvas, slaid: SlaidInstansi) -> None:
    """Numbers, then zones with a point a unit."""
    y = garis_atas(kanvas, kepala(kanvas, slaid.mata, slaid.judul))
    y = _angka(kanvas, slaid, y)
    titik_ada = (*slaid.kini, *slaid.lalu)
    if slaid.kosong or not slaid.pita or not titik_ada:
        kalimat_besar(kanvas, y, slaid.kosong or "Belum ada skor untuk digambar.")
        return
    nilai = [satu.nilai for satu in titik_ada]
    kiri = KIRI + (_NAMA_BARIS if slaid.lalu or slaid.nama_kini else 0)
    skala = _Skala(
        min(slaid.pita[0].bawah, *nilai), max(slaid.pita[-1].atas, *nilai), kiri, KANAN - kiri
    )  # fmt: skip
    atas = _zona(kanvas, slaid, skala, y)
    _kerumunan(kanvas, slaid, skala, atas)


def _angka(kanvas: Kanvas, slaid: SlaidInstansi, y: float) -> float:
    """Four numbers in a row; returns the y below them."""
    if not slaid.kpi:
        return y
    ruang = LEBAR / len(slaid.kpi)
    dalam = ruang - 24
    pt_label = min(muat(bersih(k.label), dalam, 56, dari=14, sampai=10)[0] for k in slaid.kpi)
    pt_nilai = min(
        muat(bersih(k.nilai), dalam, tinggi_baris(30), dari=30, sampai=14, tebal=True)[0] for k in slaid.kpi
    )
    pt_catatan = min(muat(bersih(k.catatan), dalam, tinggi_baris(13), dari=13, sampai=11)[0] for k in slaid.kpi)
    baris_label = max(banyak_baris(bersih(k.label), dalam, pt_label) for k in slaid.kpi)
    baris_catatan = max(min(2, banyak_baris(bersih(k.catatan), dalam, pt_catatan)) for k in slaid.kpi)
    tinggi = (
        baris_label * tinggi_baris(pt_label) + tinggi_baris(pt_nilai) + baris_catatan * tinggi_baris(pt_catatan)
    )
    for urutan, k in enumerate(slaid.kpi):
        label = alinea(k.label, pt_label, warna=REDUP)
        isi = [label, alinea(k.nilai, pt_nilai, tebal=True)]
        if k.catatan:
            isi.append(alinea(ringkas(bersih(k.catatan), dalam, pt_catatan, 2), pt_catatan, warna=REDUP))
        kanvas.teks(KIRI + urutan * ruang, y, dalam, tinggi, isi, nama=f"Angka {urutan + 1}")
    return y + tinggi + 22


def _zona(kanvas: Kanvas, slaid: SlaidInstansi, skala: _Skala, y: float) -> float:
    """The bands as tinted grounds with their words above and counts below; returns the y of their upper edge."""
    batas = [(skala.px(p.bawah), skala.px(p.atas)) for p in slaid.pita]
    batas[0] = (skala.px(skala.bawah), batas[0][1])
    batas[-1] = (batas[-1][0], skala.px(skala.atas))
    kata = [f"{TANGGA[p.posisi].tanda} {bersih(p.label)}" for p in slaid.pita]
    baris = [banyak_baris(k, b - a - 8, 13, tebal=True) for k, (a, b) in zip(kata, batas, strict=True)]
    tinggi_kata = min(2, max(baris)) * tinggi_baris(13)
    atas = y + tinggi_kata + 8
    ujung_kata = 0.0
    for p, (a, b), k in zip(slaid.pita, batas, kata, strict=True):
        gaya = TANGGA[p.posisi]
        kanvas.kotak(a, atas, b - a - 3, ATAS_KAKI - 12 - atas, gaya.tint, nama=f"Zona {bersih(p.label)}")
        muat_kata = (
            banyak_baris(k, b - a - 8, 13, tebal=True) <= 2
            and lebar(max(k.split(), key=len), 13, tebal=True) < b - a
        )
        selebar = lebar(k, 13, tebal=True) + 6
        if not muat_kata and p is slaid.pita[-1] and b - selebar > ujung_kata + 24:
            # The last zone is narrow, the one before it has room: the word ends with the zone.
            isi = alinea(k, 13, warna=gaya.teks, tebal=True, rata="r")
            kanvas.teks(b - selebar, y, selebar, tinggi_kata, [isi], jangkar="b", nama="Predikat")
        else:
            isi = alinea(k if muat_kata else gaya.tanda, 13, warna=gaya.teks, tebal=True)
            kanvas.teks(a + 2, y, b - a - 4, tinggi_kata, [isi], jangkar="b", nama="Predikat")
        ujung_kata = a + 2 + (selebar if muat_kata else 30)
        _hitungan(kanvas, p.teks, p.teks_lalu, a, b, gaya.teks)
    return atas


def _hitungan(kanvas: Kanvas, teks: str, lalu: str, kiri: float, kanan: float, warna: str) -> None:
    """How many units stand in a zone, over how many did a quarter ago."""
    ruang = kanan - kiri - 14
    isi = [
        alinea(
            kata,
            muat(bersih(kata), ruang, tinggi_baris(pt), dari=pt, sampai=7, tebal=tebal)[0],
            warna=rupa,
            tebal=tebal,
        )
        for kata, pt, rupa, tebal in ((teks, 14, warna, True), (lalu, 12, REDUP, False))
        if kata
    ]
    kanvas.teks(kiri + 10, ATAS_KAKI - 12 - _KAKI_ZONA, ruang, _KAKI_ZONA - 6, isi, jangkar="b", nama="Banyaknya")


def _kerumunan(kanvas: Kanvas, slaid: SlaidInstansi, skala: _Skala, atas: float) -> None:
    bawah = ATAS_KAKI - 12 - _KAKI_ZONA
    tinggi = bawah - atas
    bagi = tinggi * 0.38 if slaid.lalu else 0.0
    baris = [(slaid.kini, slaid.nama_kini, slaid.banyak_kini, NILA, 0.0, tinggi - bagi)]
    if slaid.lalu:
        baris.append((slaid.lalu, slaid.nama_lalu, slaid.banyak_lalu, REDUP, tinggi - bagi, tinggi))
    awan = Awan(10)
    for isi, nama, banyak, warna, dari, sampai in baris:
        tengah = (dari + sampai) / 2
        kanvas.garis(skala.kiri, bawah - tengah, KANAN, bawah - tengah, GARIS_KUAT, 1.5)
        kanvas.teks(
            KIRI,
            bawah - tengah - 42,
            _NAMA_BARIS - 12,
            84,
            [alinea(nama, 18, warna=warna, tebal=True), alinea(banyak, 13, warna=REDUP)],
            jangkar="ctr",
            nama="Baris",
        )
        _satu_baris(awan, isi, nama, skala, tengah, (dari, sampai))
    x0, x1 = skala.kiri - _TEPI, KANAN + _TEPI
    ujung = (skala.atas - skala.bawah) / skala.lebar * _TEPI
    disebut = [f"{t.nama} {t.teks}" for t in slaid.kini if t.disebut]
    alt = f"Sebaran skor {slaid.nama_kini}: " + "; ".join(f"{p.label} {p.teks}" for p in slaid.pita)
    alt += f". Terendah: {'; '.join(disebut)}." if disebut else "."
    kotak = (x0, atas, x1 - x0, tinggi)
    kanvas.tambah_bagan(
        awan.bagan("Sebaran skor", kotak, (skala.bawah - ujung, skala.atas + ujung), (0.0, float(tinggi)), alt)
    )


def _satu_baris(
    awan: Awan, isi: Sequence[Titik], nama: str, skala: _Skala, tengah: float, batas: tuple[float, float]
) -> None:
    """A series a band, above the names of those that are named with their leader lines."""
    letak_x = [skala.px(satu.nilai) for satu in isi]
    letak_y = [tengah + n for n in kerumun(letak_x, _TITIK, (batas[1] - batas[0]) / 2 - 16)]
    disebut = [i for i, satu in enumerate(isi) if satu.disebut]
    if disebut:
        _nama(awan, isi, disebut, letak_x, letak_y, nama, skala, batas)
    for i, satu in enumerate(isi):
        awan.tambah_pita(
            f"{nama} {TANGGA[satu.posisi].tanda}".strip(), satu.posisi, satu.nama, satu.nilai, letak_y[i]
        )


def _nama(
    awan: Awan,
    isi: Sequence[Titik],
    disebut: Sequence[int],
    letak_x: Sequence[float],
    letak_y: Sequence[float],
    nama: str,
    skala: _Skala,
    batas: tuple[float, float],
) -> None:
    """The names of the named, each beside its point with a line where it does not touch it."""
    halangan: list[Persegi] = [(x - 13, y - 13, x + 13, y + 13) for x, y in zip(letak_x, letak_y, strict=True)]
    for pt in (12.0, 11.0, 10.0):
        kata = [f"{ringkas(bersih(isi[i].nama), 27.5 * pt, pt, 1, tebal=True)} {isi[i].teks}" for i in disebut]
        tempat = letak_nama(
            [(letak_x[i], letak_y[i]) for i in disebut],
            [lebar(k, pt, tebal=True) + 8 for k in kata],
            2.5 * pt,
            halangan,
            (skala.kiri, batas[0] + 2, skala.kiri + skala.lebar, batas[1] - 2),
        )
        if None not in tempat:
            break
    per_px = (skala.atas - skala.bawah) / skala.lebar
    for i, satu in zip(disebut, tempat, strict=True):
        if satu is not None:
            arah = 1 if satu[1] > letak_y[i] else -1
            awan.tambah_garis(f"Garis {nama}", isi[i].nilai, letak_y[i], satu[1] - arah * 1.08 * pt)
    for i, k, satu in zip(disebut, kata, tempat, strict=True):
        if satu is not None:
            x = skala.bawah + (satu[0] - skala.kiri) * per_px
            awan.tambah_kata(f"Nama {nama}", isi[i].nama, x, satu[1], Label(k, "ctr", pt, TINTA, tebal=True))
