"""The agenda: what the meeting goes through, and how far its figures can be trusted."""

from __future__ import annotations

from urllib.parse import quote

from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.fitting import TEBAL, Langkah, banyak_baris, bersih, gabung, pada, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.slides import ButirAgenda, ButirPercaya, SlaidAgenda

_KIRI, _NOMOR, _KANAN = 1010, 64, 646
_SELAJUR, _BARIS_TERBANYAK = 11, 5
"""More entries stand in columns, unless one of them is longer than so many lines there."""
_ATAS_DAFTAR = 290
"""About where a list begins on a slide with a short title."""
# title of a part, its note, padding
_LANGKAH: tuple[tuple[Langkah, Langkah, int], ...] = (
    ((34, 44), (28, 38), 11),
    ((32, 40), (26, 34), 8),
    ((28, 36), (24, 32), 7),
    ((26, 32), (22, 28), 5),
    ((24, 30), (22, 26), 4),
)
_PERCAYA: tuple[tuple[Langkah, int], ...] = (
    ((40, 50), 20),
    ((36, 46), 18),
    ((32, 42), 16),
    ((28, 36), 14),
    ((24, 30), 10),
)


def agenda(slaid: SlaidAgenda) -> Html:
    """Parts at the left, trust at the right; each count opens what it counts over the slide."""
    atas = kepala(slaid)
    ruang = BAWAH - atas.atas - 21
    kiri = _bagian(slaid.butir, ruang, penuh=not slaid.percaya)
    kanan = _percaya(slaid.percaya, ruang)
    return gabung(
        (
            atas.html,
            badan(
                "dua" if slaid.percaya else "",
                atas.atas,
                f'<nav class="lajur" aria-label="Agenda">{kiri}</nav>{kanan}',
            ),
        )
    )


def _bagian(butir: tuple[ButirAgenda, ...], ruang: int, *, penuh: bool) -> Html:
    kolom = (LEBAR if penuh else _KIRI) - _NOMOR
    for judul, kata, sela in _LANGKAH:
        ukuran = [(pada(b.judul, kolom, judul, muka=TEBAL), pada(b.keterangan, kolom, kata)) for b in butir]
        if sum(j.tinggi + k.tinggi + 2 * sela + 1 for j, k in ukuran) <= ruang:
            break
    else:
        ukuran = [
            (pada(b.judul, kolom, judul, muka=TEBAL, jepit=1), pada(b.keterangan, kolom, kata, jepit=1))
            for b in butir
        ]
    return gabung(
        Html(
            f'<a class="bagian" href="#{quote(b.kunci, safe="")}" data-ke="{isi(b.kunci)}" style="padding:{sela}px 0">'
            f'<span class="nomor" style="font-size:{j.ukuran}px;line-height:{j.baris}px">{n}</span>'
            f"<span>{teks_muat('b', 'apa', b.judul, j)}{teks_muat('span', 'redup', b.keterangan, k)}</span></a>"
        )
        for n, (b, (j, k)) in enumerate(zip(butir, ukuran, strict=True), 1)
    )


def _percaya(butir: tuple[ButirPercaya, ...], ruang: int) -> str:
    if not butir:
        return ""
    for langkah, sela in _PERCAYA:
        ukuran = [pada(b.teks, _KANAN - 34, langkah, muka=TEBAL) for b in butir]
        if sum(u.tinggi + 2 * sela + 1 for u in ukuran) <= ruang:
            break
    else:
        ukuran = [pada(b.teks, _KANAN - 34, langkah, muka=TEBAL, jepit=2) for b in butir]
    semua = "".join(
        _butir(b, teks_muat("span", "kata bahaya" if b.bahaya else "kata", b.teks, u), sela, u.tinggi)
        for b, u in zip(butir, ukuran, strict=True)
    )
    return f'<div class="lajur percaya" role="group" aria-label="Data rapat ini">{semua}</div>'


def _butir(butir: ButirPercaya, kata: Html, sela: int, tinggi: int) -> str:
    gaya = f'style="padding:{sela}px 0"'
    if not butir.rincian:
        return f'<p class="satu" {gaya}>{kata}</p>'
    return (
        f'<details name="percaya"><summary {gaya}>{kata}<span class="buka" aria-hidden="true"></span></summary>'
        f"{lapis(butir.judul, butir.rincian, tinggi + 2 * sela + 4)}</details>"
    )


def lapis(judul: str, baris: tuple[str, ...], atas: int) -> Html:
    """A list laid over the slide: a long one in columns, so that sixty lines are seen without scrolling.

    Args:
        judul: over the list; may be empty.
        baris: its lines.
        atas: where it begins in the body, in px.
    """
    kelas = ""
    if len(baris) > _SELAJUR:
        dua = sum(banyak_baris(satu, LEBAR / 2 - 20, 24) * 34 + 5 for satu in baris) / 2
        kelas = "dua-lajur" if dua + 40 <= BAWAH - _ATAS_DAFTAR - atas else "tiga-lajur"
    if any(banyak_baris(satu, LEBAR / 3 - 27, 22) > _BARIS_TERBANYAK for satu in baris):
        kelas = ""
    gaya = f' style="top:{atas}px"'
    kepala_lapis = f"<h2>{isi(bersih(judul))} <span>{len(baris)}</span></h2>" if judul else ""
    butir = "".join(f"<li>{isi(bersih(satu))}</li>" for satu in baris)
    daftar = f'<ul class="{kelas}">{butir}</ul>'
    return Html(f'<div class="lapis"{gaya}>{kepala_lapis}<div class="gulir" tabindex="-1">{daftar}</div></div>')
