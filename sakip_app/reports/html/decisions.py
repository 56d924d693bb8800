"""The decisions: what, who, by when, measured by what."""

from __future__ import annotations

from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.reports.html.fitting import TEBAL, Langkah, Muat, gabung, pada, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.slides import BarisKeputusan, SlaidKeputusan

_KOLOM = (LEBAR - 40 - 350 - 180 - 250 - 225 - 5 * 20, 350, 180, 250, 225 - 22)
# Size, small size, padding; lines of what was decided and of the other columns, 0 = all.
_LANGKAH: tuple[tuple[Langkah, Langkah, int, int, int], ...] = (
    ((28, 36), (22, 28), 14, 0, 0),
    ((26, 32), (22, 28), 10, 0, 0),
    ((24, 30), (22, 26), 8, 0, 0),
    ((22, 26), (22, 26), 6, 0, 0),
    ((22, 26), (22, 26), 6, 0, 4),
    ((22, 26), (22, 26), 5, 0, 3),
    ((22, 26), (22, 26), 4, 5, 3),
    ((22, 26), (22, 26), 4, 4, 3),
    ((22, 26), (22, 26), 4, 3, 3),
)


def keputusan(slaid: SlaidKeputusan) -> Html:
    """The rows as they stood when the deck was made; the meeting lays its living rows over them."""
    atas = kepala(slaid)
    if not slaid.baris:
        kosong = f'<p class="kosong">{isi(slaid.kosong)}</p>' if slaid.kosong else ""
        return gabung((atas.html, badan("keputusan statis", atas.atas, kosong)))
    ruang = BAWAH - atas.atas - 46
    for utama, kecil, sela, jepit, lain in _LANGKAH:
        ukuran = [_ukur(b, utama, kecil, jepit, lain) for b in slaid.baris]
        if sum(_tinggi(u) + 2 * sela + 1 for u in ukuran) <= ruang:
            break
    kepala_tabel = "".join(
        f"<span>{k}</span>" for k in ("", "Yang diputuskan", "Penanggung jawab", "Tenggat", "Ukuran berhasil", "")
    )
    baris = "".join(_baris(n, b, u, sela) for n, (b, u) in enumerate(zip(slaid.baris, ukuran, strict=True), 1))
    tabel = f'<div class="tabel t-keputusan"><div class="kepala">{kepala_tabel}</div>{baris}</div>'
    return gabung((atas.html, badan("keputusan statis", atas.atas, tabel)))


def _ukur(baris: BarisKeputusan, utama: Langkah, kecil: Langkah, jepit: int, lain: int) -> tuple[Muat, ...]:
    return (
        pada(baris.apa, _KOLOM[0], utama, muka=TEBAL, jepit=jepit),
        pada(baris.unit, _KOLOM[0], kecil, jepit=lain and 1),
        pada(baris.penanggung_jawab, _KOLOM[1], utama, jepit=lain),
        pada(baris.tenggat, _KOLOM[2], utama, jepit=lain),
        pada(baris.ukuran, _KOLOM[3], utama, jepit=lain),
        pada(baris.kata, _KOLOM[4], (22, 30), muka=TEBAL),
    )


def _tinggi(ukuran: tuple[Muat, ...]) -> int:
    apa, unit, siapa, kapan, berhasil, kata = (u.tinggi for u in ukuran)
    return max(apa + unit, siapa, kapan, berhasil, kata + 6)


def _baris(nomor: int, baris: BarisKeputusan, ukuran: tuple[Muat, ...], sela: int) -> Html:
    u = ukuran[0]
    return gabung_html(
        (
            Html(
                f'<div class="baris" style="padding:{sela}px 0"><span class="nomor" '
                f'style="font-size:{u.ukuran}px;line-height:{u.baris}px">{nomor}</span><span>'
            ),
            teks_muat("b", "apa", baris.apa, u),
            teks_muat("span", "redup", baris.unit, ukuran[1]) if baris.unit else None,
            Html("</span>"),
            teks_muat("span", "", baris.penanggung_jawab or "–", ukuran[2]),
            teks_muat("span", "", baris.tenggat or "tanpa tenggat", ukuran[3]),
            teks_muat("span", "redup", baris.ukuran or "–", ukuran[4]),
            Html(f'<span class="kanan"><span class="cip {"k-lewat" if baris.dibawa else "k-berjalan"}">'),
            baris.kata,
            Html("</span></span></div>"),
        )
    )
