"""The whole body: four numbers, and where its units stand on one axis, now below a quarter ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sakip_app.charts.tokens import GARIS_KUAT, NILA, PUTIH, REDUP, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KANAN, KIRI, LEBAR, Alinea, Bagan, Kanvas, Ruas, alinea
from sakip_app.reports.pptx.chart import Label, SeriTitik, titik
from sakip_app.reports.pptx.frame import garis_atas, kalimat_besar, kepala
from sakip_app.reports.pptx.marks import SIMBOL, ukuran
from sakip_app.reports.pptx.measure import banyak_baris, bersih, lebar, muat, ringkas, tinggi_baris
from sakip_app.reports.pptx.sheet import tulis_lembar
from sakip_app.reports.pptx.swarm import Persegi, kerumun, letak_nama
from sakip_app.reports.slides import SlaidInstansi, Titik

_NAMA_BARIS = 160  # px left of the zones for the names of the two rows
_TEPI = 20  # px around the plot, so that marks at its ends are whole
_TITIK = 27  # px between the middles of marks that touch
_KAKI_ZONA = 46


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
    for p, (a, b), k in zip(slaid.pita, batas, kata, strict=True):
        gaya = TANGGA[p.posisi]
        kanvas.kotak(a, atas, b - a - 3, ATAS_KAKI - 12 - atas, gaya.tint, nama=f"Zona {bersih(p.label)}")
        muat_kata = (
            banyak_baris(k, b - a - 8, 13, tebal=True) <= 2
            and lebar(max(k.split(), key=len), 13, tebal=True) < b - a
        )
        isi = alinea(k if muat_kata else gaya.tanda, 13, warna=gaya.teks, tebal=True)
        kanvas.teks(a + 2, y, b - a - 4, tinggi_kata, [isi], jangkar="b", nama="Predikat")
        _hitungan(kanvas, p.teks, p.teks_lalu, a, b, gaya.teks)
    return atas


def _hitungan(kanvas: Kanvas, teks: str, lalu: str, kiri: float, kanan: float, warna: str) -> None:
    ruang = kanan - kiri - 20
    dua = lebar(bersih(teks), 14, tebal=True) + lebar("  " + bersih(lalu), 12)
    ruas = [Ruas(bersih(teks), warna, tebal=True, pt=14 if lebar(bersih(teks), 14, tebal=True) <= ruang else 9)]
    if lalu and dua <= ruang:
        ruas.append(Ruas("  " + bersih(lalu), REDUP))
    elif lalu and lebar(bersih(teks), 11, tebal=True) + lebar(" " + bersih(lalu), 9) <= ruang:
        ruas = [Ruas(bersih(teks), warna, tebal=True, pt=11), Ruas(" " + bersih(lalu), REDUP, pt=9)]
    kanvas.teks(
        kiri + 10,
        ATAS_KAKI - 12 - _KAKI_ZONA,
        ruang + 8,
        38,
        [Alinea(tuple(ruas), 12)],
        jangkar="ctr",
        nama="Banyaknya",
    )


def _kerumunan(kanvas: Kanvas, slaid: SlaidInstansi, skala: _Skala, atas: float) -> None:
    bawah = ATAS_KAKI - 12 - _KAKI_ZONA
    tinggi = bawah - atas
    bagi = tinggi * 0.36 if slaid.lalu else 0.0
    baris = [(slaid.kini, slaid.nama_kini, slaid.banyak_kini, NILA, 0.0, tinggi - bagi)]
    if slaid.lalu:
        baris.append((slaid.lalu, slaid.nama_lalu, slaid.banyak_lalu, REDUP, tinggi - bagi, tinggi))
    lembar: list[list[str | float | None]] = [[]]
    seri: list[SeriTitik] = []
    for isi, nama, banyak, warna, dari, sampai in baris:
        tengah = (dari + sampai) / 2
        kanvas.garis(skala.kiri, bawah - tengah, KANAN, bawah - tengah, GARIS_KUAT, 1.5)
        kanvas.teks(
            KIRI, bawah - tengah - 42, _NAMA_BARIS - 12, 84,
            [alinea(nama, 18, warna=warna, tebal=True), alinea(banyak, 13, warna=REDUP)], jangkar="ctr", nama="Baris",
        )  # fmt: skip
        seri += _satu_baris(isi, nama, skala, tengah, (dari, sampai), lembar)
    x0, x1 = skala.kiri - _TEPI, KANAN + _TEPI
    ujung = (skala.atas - skala.bawah) / skala.lebar * _TEPI
    disebut = [f"{t.nama} {t.teks}" for t in slaid.kini if t.disebut]
    kanvas.tambah_bagan(
        Bagan(
            "Sebaran skor", (x0, atas, x1 - x0, tinggi),
            titik(seri, x=(skala.bawah - ujung, skala.atas + ujung), y=(0.0, float(tinggi)), plot=(0, 0, 1, 1)),
            tulis_lembar(lembar),
            f"Sebaran skor {slaid.nama_kini}: " + "; ".join(f"{p.label} {p.teks}" for p in slaid.pita)
            + (f". Terendah: {'; '.join(disebut)}" if disebut else "") + ".",
        )
    )  # fmt: skip


def _satu_baris(
    isi: Sequence[Titik], nama: str, skala: _Skala, tengah: float, batas: tuple[float, float],
    lembar: list[list[str | float | None]],
) -> list[SeriTitik]:  # fmt: skip
    """A series a band, then the names of those that are named with their leader lines."""
    letak_x = [skala.px(satu.nilai) for satu in isi]
    letak_y = [tengah + n for n in kerumun(letak_x, _TITIK, (batas[1] - batas[0]) / 2 - 16)]
    seri: list[SeriTitik] = []
    for posisi in sorted({satu.posisi for satu in isi}):
        gaya = TANGGA[posisi]
        pilih = [i for i, satu in enumerate(isi) if satu.posisi == posisi]
        judul = f"{nama} {gaya.tanda}"
        kolom = _kolom(
            lembar, (f"Nama {nama}", "Skor", judul), [(isi[i].nama, isi[i].nilai, letak_y[i]) for i in pilih]
        )
        seri.append(
            SeriTitik(
                judul, [isi[i].nilai for i in pilih], [letak_y[i] for i in pilih],
                [Label(gaya.tanda, "ctr", 15, gaya.isi) if posisi not in SIMBOL else None for _ in pilih],
                kolom + 1, SIMBOL.get(posisi, "none"), ukuran(posisi, 10), gaya.isi, gaya.tepi,
            )
        )  # fmt: skip
    disebut = [i for i, satu in enumerate(isi) if satu.disebut]
    if disebut:
        seri = [*_nama(isi, disebut, letak_x, letak_y, nama, skala, batas, lembar), *seri]
    return seri


def _nama(
    isi: Sequence[Titik], disebut: Sequence[int], letak_x: Sequence[float], letak_y: Sequence[float], nama: str,
    skala: _Skala, batas: tuple[float, float], lembar: list[list[str | float | None]],
) -> list[SeriTitik]:  # fmt: skip
    kata = [f"{ringkas(bersih(isi[i].nama), 330, 12, 1, tebal=True)} {isi[i].teks}" for i in disebut]
    halangan: list[Persegi] = [(x - 13, y - 13, x + 13, y + 13) for x, y in zip(letak_x, letak_y, strict=True)]
    tempat = letak_nama(
        [(letak_x[i], letak_y[i]) for i in disebut], [lebar(k, 12, tebal=True) + 8 for k in kata], 30, halangan,
        (skala.kiri, batas[0] + 2, skala.kiri + skala.lebar, batas[1] - 2),
    )  # fmt: skip
    per_px = (skala.atas - skala.bawah) / skala.lebar
    ada = [(i, k, t) for i, k, t in zip(disebut, kata, tempat, strict=True) if t is not None]
    if not ada:
        return []
    tali_x: list[float | None] = []
    tali_y: list[float | None] = []
    for i, _, (_, y) in ada:
        arah = 1 if y > letak_y[i] else -1
        tali_x += [isi[i].nilai, isi[i].nilai, None]
        tali_y += [letak_y[i], y - arah * 13, None]
    nama_x = [skala.bawah + (x - skala.kiri) * per_px for _, _, (x, _) in ada]
    nama_y = [y for _, _, (_, y) in ada]
    satu = _kolom(
        lembar, ("Garis", "Letak", f"Garis {nama}"), [("", a, b) for a, b in zip(tali_x, tali_y, strict=True)]
    )
    dua = _kolom(
        lembar, ("Nama", "Letak", f"Nama {nama}"), [(k, a, b) for (_, k, _), a, b in zip(ada, nama_x, nama_y, strict=True)]
    )  # fmt: skip
    return [
        SeriTitik(f"Garis {nama}", tali_x, tali_y, [], satu + 1, garis=TINTA),
        SeriTitik(
            f"Nama {nama}", nama_x, nama_y, [Label(k, "ctr", 12, TINTA, tebal=True) for _, k, _ in ada], dua + 1
        ),
    ]


def _kolom(
    lembar: list[list[str | float | None]], kepala_kolom: tuple[str, str, str],
    isi: Sequence[tuple[str, float | None, float | None]],
) -> int:  # fmt: skip
    """Three more columns on the sheet; returns the place of the first."""
    kolom = len(lembar[0])
    lembar[0].extend(kepala_kolom)
    while len(lembar) <= len(isi):
        lembar.append([])
    for urutan, satu in enumerate(lembar[1:]):
        satu.extend([None] * (kolom - len(satu)))
        satu.extend(isi[urutan] if urutan < len(isi) else (None, None, None))
    return kolom


__all__ = ["PUTIH", "gambar_instansi"]
