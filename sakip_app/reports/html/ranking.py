"""The ranking: a row a unit, its sign at its skor on a hairline, the number at the right."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sakip_app.charts.tokens import GARIS, GARIS_KUAT
from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.fitting import BIASA, TEBAL, Muat, bersih, gabung, lebar, muat, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.html.signs import bentuk
from sakip_app.reports.slides import BarisPeringkat, SlaidPeringkat

_SELA = 36


@dataclass(frozen=True, slots=True)
class _Kolom:
    """The measures of one column: widths of rank, name, track, number, direction; row height and type size."""

    nomor: int
    nama: int
    rel: int
    angka: int
    arah: int
    baris: int
    ukuran: int

    @property
    def kisi(self) -> str:
        """The grid of a row."""
        return f"{self.nomor}px {self.nama}px {self.rel}px {self.angka}px {self.arah}px"


def peringkat(slaid: SlaidPeringkat) -> Html:
    """Up to three columns of 16, filled one after the other."""
    atas = kepala(slaid)
    n = len(slaid.baris)
    banyak = 1 if n <= 16 else 2 if n <= 32 else 3
    per_kolom = max(1, math.ceil(n / banyak))
    tinggi = min(64, (BAWAH - atas.atas - 44) // per_kolom)
    kolom = _kolom(slaid, banyak, tinggi)
    isi_kolom = gabung(
        Html(
            f'<ol class="kolom" style="--kisi:{kolom.kisi};--baris:{tinggi}px">'
            f"{gabung(_baris(slaid, b, kolom) for b in slaid.baris[k * per_kolom : (k + 1) * per_kolom])}</ol>"
        )
        for k in range(banyak)
    )
    kata = teks_muat("p", "redup ket", slaid.keterangan, muat(slaid.keterangan, LEBAR, ((24, 32), (22, 30)), 32))
    badan_isi = f'{kata}<div class="lajur-peringkat" style="gap:0 {_SELA}px">{isi_kolom}</div>'
    return gabung((atas.html, badan("", atas.atas, badan_isi)))


def _kolom(slaid: SlaidPeringkat, banyak: int, tinggi: int) -> _Kolom:
    """Names get what they need, the track the rest; at least 90 px of it."""
    penuh = (LEBAR - _SELA * (banyak - 1)) // banyak
    ukuran = {1: 30, 2: 26, 3: 24}[banyak] if tinggi > 40 else 22
    nomor = math.ceil(max((lebar(b.peringkat, ukuran) for b in slaid.baris), default=0)) + 12
    angka = math.ceil(
        max((lebar(b.teks, ukuran, TEBAL) for b in slaid.baris if b.nilai is not None), default=0) + 8
    )
    arah = math.ceil(max((lebar(b.arah, 22, TEBAL) for b in slaid.baris), default=0))
    arah += 10 if arah else 0
    nama = math.ceil(max((lebar(b.nama, ukuran, TEBAL) for b in slaid.baris), default=0)) + 16
    sisa = penuh - nomor - angka - arah
    nama = min(nama, sisa - {1: 500, 2: 220, 3: 90}[banyak])
    return _Kolom(nomor, nama, sisa - nama, angka, arah, tinggi, ukuran)


def _baris(slaid: SlaidPeringkat, baris: BarisPeringkat, k: _Kolom) -> Html:
    rendah = baris.posisi is not None and baris.posisi >= 3
    muka = TEBAL if rendah else BIASA
    dua = k.baris // 2 >= 22
    langkah = [(u, k.baris) for u in range(k.ukuran, 21, -2)] + ([(22, k.baris // 2)] if dua else [])
    pas = muat(baris.nama, k.nama - 12, langkah, k.baris, muka)
    if pas.baris < k.baris:
        # On two lines, and no third wherever the browser breaks it.
        pas = Muat(pas.ukuran, pas.baris, 3, 2)
    nama = teks_muat("b" if rendah else "span", "nama", baris.nama, pas)
    gaya = f'style="font-size:{k.ukuran}px"'
    if baris.nilai is None:
        word = muat(baris.teks, k.rel + k.angka + k.arah, ((k.ukuran, k.baris), (22, k.baris)), k.baris)
        kanan = teks_muat("span", "tanpa", baris.teks, word)
    else:
        kanan = Html(
            f'{_rel(slaid, baris, k)}<b class="angka t{"x" if baris.posisi is None else baris.posisi}">'
            f'{isi(baris.teks)}</b><span class="arah">{isi(baris.arah)}</span>'
        )
    judul = f"{baris.nama}: {baris.teks}{f', {baris.predikat}' if baris.predikat else ''}"
    return Html(
        f'<li {gaya} title="{isi(bersih(judul))}"><span class="nomor">{isi(baris.peringkat)}</span>{nama}{kanan}</li>'
    )


def _rel(slaid: SlaidPeringkat, baris: BarisPeringkat, k: _Kolom) -> str:
    r = min(11, k.baris / 4)
    ujung = r * 1.3

    def letak(nilai: float) -> float:
        bagian = (nilai - slaid.mulai) / ((slaid.sampai - slaid.mulai) or 1)
        return ujung + min(1.0, max(0.0, bagian)) * (k.rel - 2 * ujung)

    t = k.baris / 2
    tepi = "".join(f"M{letak(batas):.1f} 0V{k.baris}" for batas in slaid.tepi)
    return (
        f'<svg width="{k.rel}" height="{k.baris}" viewBox="0 0 {k.rel} {k.baris}" role="img" '
        f'aria-label="{isi(baris.predikat or "tanpa predikat")}">'
        f'<path d="M{ujung:.0f} {t}H{k.rel - ujung:.0f}" stroke="{GARIS}"/><path d="{tepi}" stroke="{GARIS_KUAT}"/>'
        f"{bentuk(letak(baris.nilai or 0.0), t, r, baris.posisi, kosong=not baris.peringkat.isdigit())}</svg>"
    )
