"""Budget beside performance: two bars on one scale, and the reference the budget is held against."""

from __future__ import annotations

from sakip_app.charts.tokens import JALUR, SAMAR, TANGGA, TINTA
from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.fitting import TEBAL, bersih, lebar, muat, teks_muat
from sakip_app.reports.slides import AnggaranSlaid

PENUH, RINGKAS = 178, 46
_LABEL, _BARIS = 150, 44


def anggaran(isi_anggaran: AnggaranSlaid, posisi: int | None, ruang: int, *, ringkas: bool) -> Html:
    """The block; ``ringkas`` is one line of words where questions need the room.

    Args:
        isi_anggaran: skor, absorption and their words.
        posisi: band of the skor.
        ruang: width of the column in px.
        ringkas: words only.
    """
    a = isi_anggaran
    if ringkas:
        kata = f"Penyerapan {a.teks_serapan}, {a.teks_acuan}"
        pas = muat(kata, ruang, ((26, 34), (22, 34)), 34)
        return Html(f'<div class="anggaran ringkas">{teks_muat("p", "", kata, pas)}</div>')
    label = f"Skor {a.teks_skor}, penyerapan {a.teks_serapan}, {a.teks_acuan}"
    pas = muat(a.keterangan, ruang, ((24, 30), (22, 30)), 30)
    return Html(
        f'<div class="anggaran"><svg width="{ruang}" height="120" viewBox="0 0 {ruang} 120" role="img" '
        f'aria-label="{isi(bersih(label))}">{_batang(a, posisi, ruang)}</svg>'
        f"{teks_muat('p', 'redup', a.keterangan, pas)}</div>"
    )


def _batang(a: AnggaranSlaid, posisi: int | None, ruang: int) -> str:
    angka_lebar = max(lebar(teks, 28, TEBAL) for teks in (a.teks_skor, a.teks_serapan))
    panjang = ruang - _LABEL - min(angka_lebar, 230) - 18
    puncak = max(100.0, a.skor or 0.0, a.serapan or 0.0)
    isian = TINTA if posisi is None else TANGGA[posisi].isi
    tepi = TINTA if posisi is None else TANGGA[posisi].tepi
    bagian = []
    for n, (kata, nilai, teks, warna, garis) in enumerate(
        (("Kinerja", a.skor, a.teks_skor, isian, tepi), ("Anggaran", a.serapan, a.teks_serapan, TINTA, TINTA))
    ):
        y = n * _BARIS + 4
        bagian.append(f'<text x="0" y="{y + 24}" font-size="26" fill="{SAMAR}">{kata}</text>')
        bagian.append(f'<rect x="{_LABEL}" y="{y + 2}" width="{panjang:.1f}" height="26" fill="{JALUR}"/>')
        if nilai is not None:
            bagian.append(
                f'<rect x="{_LABEL}" y="{y + 7}" width="{max(2.0, nilai / puncak * panjang):.1f}" height="16" '
                f'fill="{warna}" stroke="{garis}"/>'
            )
        besar = 28 if lebar(teks, 28, TEBAL) <= 230 else 22
        bagian.append(
            f'<text x="{ruang}" y="{y + 25}" font-size="{besar}" font-weight="700" text-anchor="end">'
            f"{isi(bersih(teks))}</text>"
        )
    x = _LABEL + min(1.0, max(0.0, a.acuan / puncak)) * panjang
    separuh = lebar(a.teks_acuan, 22) / 2
    tengah = min(max(x, _LABEL + separuh), ruang - separuh)
    bagian.append(f'<path d="M{x:.1f} {_BARIS}V{_BARIS + 38}" stroke="{TINTA}" stroke-width="4"/>')
    bagian.append(
        f'<text x="{tengah:.1f}" y="{2 * _BARIS + 22}" font-size="22" text-anchor="middle" fill="{SAMAR}">'
        f"{isi(bersih(a.teks_acuan))}</text>"
    )
    return "".join(bagian)
