"""What every slide has: the line above, the title, the foot; and the measures of the page."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.fitting import JUDUL, Langkah, Muat, banyak_baris, bersih, muat, teks_muat
from sakip_app.reports.slides import Dek, Slaid

LEBAR = 1728
"""Width of the text in px, within margins of 96."""
BAWAH = 980
"""Where the body ends; below it lies the foot."""
ATAS_JUDUL = 106
SELA = 32

# The largest size at which the title takes at most so many lines.
_LANGKAH_JUDUL: tuple[tuple[Langkah, int], ...] = (
    ((58, 70), 1),
    ((54, 66), 1),
    ((50, 62), 1),
    ((46, 56), 1),
    ((44, 54), 2),
    ((40, 50), 2),
    ((34, 42), 3),
    ((30, 36), 4),
)


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a slide and the y at which its body may begin."""

    html: Html
    atas: int


def ukuran_judul(teks: str, ruang: float = LEBAR) -> Muat:
    """The size of a title: one line where it can be, else two or more smaller ones."""
    for (ukuran, baris), paling in _LANGKAH_JUDUL:
        n = banyak_baris(teks, ruang, ukuran, JUDUL)
        if n <= paling:
            return Muat(ukuran, baris, n)
    return muat(teks, ruang, ((26, 32),), 160, JUDUL)


def kepala(slaid: Slaid) -> Kepala:
    """Line above and title."""
    ukuran = ukuran_judul(slaid.judul)
    html = Html(f"{mata(slaid)}{teks_muat('h1', 'judul', slaid.judul, ukuran)}")
    return Kepala(html, ATAS_JUDUL + ukuran.tinggi + SELA)


def mata(slaid: Slaid) -> Html:
    """The line above the title; one line."""
    ukuran = muat(slaid.mata, LEBAR, ((26, 32), (24, 32), (22, 32)), 32)
    return teks_muat("p", "mata", slaid.mata, ukuran)


def badan(kelas: str, atas: int, isi_badan: str, bawah: int = BAWAH) -> Html:
    """The box of the body, between the head and the foot."""
    return Html(f'<div class="badan {kelas}" style="top:{atas}px;height:{bawah - atas}px">{isi_badan}</div>')


def bingkai(dek: Dek, slaid: Slaid, nomor: int, jenis: str, isi_slaid: str) -> Html:
    """The section of one slide.

    Args:
        dek: for the foot.
        slaid: what it shows.
        nomor: its page, from 1.
        jenis: kind, as a class and in ``data-jenis``.
        isi_slaid: head and body.
    """
    kunci, judul = isi(bersih(slaid.kunci)), isi(bersih(slaid.judul))
    return Html(
        f'<section class="slaid s-{jenis}" lang="id" data-kunci="{kunci}" data-judul="{judul}" data-jenis="{jenis}" '
        f'aria-roledescription="slaid" aria-label="{nomor} dari {len(dek.slaid)}: {judul}">'
        f"{isi_slaid}{_kaki(dek, nomor)}</section>"
    )


def _kaki(dek: Dek, nomor: int) -> str:
    rel = "".join(
        f'<i class="{"l" if tw < dek.triwulan else "n" if tw == dek.triwulan else "d"}"></i>' for tw in range(1, 5)
    )
    ukuran = muat(dek.kaki, 1560, ((22, 28), (22, 26)), 52)
    return (
        f'<footer><div class="rel" role="img" aria-label="Triwulan {dek.triwulan} dari 4">{rel}</div>'
        f'<div class="kaki">{teks_muat("span", "isi-kaki", dek.kaki, ukuran)}'
        f'<span class="hal">{nomor} / {len(dek.slaid)}</span></div></footer>'
    )
