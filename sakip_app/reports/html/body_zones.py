"""The bands as zones of an axis: their names above, their counts at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sakip_app.charts.tokens import REDUP, TANGGA
from sakip_app.markup.safe import isi
from sakip_app.reports.html.fitting import BIASA, TEBAL, bersih, lebar
from sakip_app.reports.html.signs import bentuk
from sakip_app.reports.slides import PitaSlaid

_TANDA = 34


@dataclass(frozen=True, slots=True)
class Zona:
    """A band with its place: ``baris`` are the lines of its name, ``sebaris`` says the counts fit on one line."""

    pita: PitaSlaid
    kiri: float
    kanan: float
    baris: tuple[str, ...]
    ukuran: int
    sebaris: bool


def bagi_pita(pita: Sequence[PitaSlaid], letak: Callable[[float], float], ujung: float) -> list[Zona]:
    """Zones side by side with 4 px between them; the outer two reach to the ends of the axis."""
    hasil = []
    for n, p in enumerate(pita):
        kiri = letak(p.bawah) - (20 if n == 0 else -2)
        kanan = ujung if n == len(pita) - 1 else letak(p.atas) - 2
        baris, ukuran = _nama(p.label, kanan - kiri - _TANDA)
        dua = lebar(p.teks, 28, TEBAL) + lebar(p.teks_lalu, 24) + 46
        hasil.append(Zona(p, kiri, max(kanan, kiri + 2), baris, ukuran, dua <= kanan - kiri))
    return hasil


def _nama(label: str, ruang: float) -> tuple[tuple[str, ...], int]:
    """The name on one line, or its words on two; none where even those do not fit."""
    kata = bersih(label).split(" ")
    tengah = (len(kata) + 1) // 2
    dua = (" ".join(kata[:tengah]), " ".join(kata[tengah:]))
    for ukuran in (26, 24, 22):
        if lebar(label, ukuran, TEBAL) <= ruang:
            return (bersih(label),), ukuran
    for ukuran in (24, 22):
        if dua[1] and max(lebar(k, ukuran, TEBAL) for k in dua) <= ruang:
            return dua, ukuran
    return (), 22


def kepala_pita(zona: Sequence[Zona], atas: float, bawah: float) -> str:
    """Grounds of the zones, and above each its sign and name."""
    bagian = []
    for z in zona:
        rupa = TANGGA[z.pita.posisi]
        bagian.append(
            f'<rect x="{z.kiri:.1f}" y="{atas}" width="{z.kanan - z.kiri:.1f}" height="{bawah - atas:.1f}" '
            f'fill="{rupa.tint}"/>'
        )
        y = atas - 22
        if z.kanan - z.kiri >= 24:
            bagian.append(bentuk(z.kiri + 13, y - (15 if len(z.baris) > 1 else 0), 10, z.pita.posisi))
        for n, baris in enumerate(z.baris):
            dasar = y + 9 - (len(z.baris) - 1 - n) * 28
            bagian.append(
                f'<text x="{z.kiri + _TANDA:.1f}" y="{dasar:.1f}" font-size="{z.ukuran}" font-weight="700" '
                f'fill="{rupa.teks}">{isi(baris)}</text>'
            )
        if not z.baris:
            bagian.append(f"<title>{isi(bersih(z.pita.label))}</title>")
    return "".join(bagian)


def kaki_pita(zona: Sequence[Zona], bawah: float) -> str:
    """What each band counts now, and a quarter ago; in two lines where one of them is narrow."""
    sebaris = all(z.sebaris for z in zona)
    bagian = []
    for z in zona:
        warna = TANGGA[z.pita.posisi].teks
        besar = 28 if lebar(z.pita.teks, 28, TEBAL) + 20 <= z.kanan - z.kiri else 22
        kecil = 24 if lebar(z.pita.teks_lalu, 24) + 20 <= z.kanan - z.kiri else 22
        x, y = z.kiri + (14 if besar == 28 else 6), bawah - 16
        if lebar(z.pita.teks, besar, TEBAL) > z.kanan - z.kiri:
            continue
        bagian.append(
            f'<text x="{x:.1f}" y="{y if sebaris else y - 31:.1f}" font-size="{besar}" font-weight="700" '
            f'fill="{warna}">{isi(bersih(z.pita.teks))}</text>'
        )
        if z.pita.teks_lalu and lebar(z.pita.teks_lalu, kecil, BIASA) <= z.kanan - z.kiri:
            kanan = x + lebar(z.pita.teks, besar, TEBAL) + 14 if sebaris else x
            bagian.append(
                f'<text x="{kanan:.1f}" y="{y:.1f}" font-size="{kecil}" fill="{REDUP}">'
                f"{isi(bersih(z.pita.teks_lalu))}</text>"
            )
    return "".join(bagian)
