"""What stands out: sentences large, each opening to the indicators it speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from sakip_app.markup.safe import Html
from sakip_app.narration.kalimat import Kalimat
from sakip_app.reports.html.agenda import lapis
from sakip_app.reports.html.fitting import Langkah, Muat, gabung, pada, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.slides import SlaidSorotan

_LANGKAH: tuple[tuple[Langkah, int], ...] = (
    ((40, 52), 26),
    ((38, 50), 20),
    ((36, 46), 18),
    ((34, 44), 16),
    ((32, 42), 13),
    ((30, 38), 12),
    ((28, 36), 10),
    ((26, 34), 8),
    ((24, 31), 6),
    ((22, 28), 4),
)
_KOLOM = LEBAR - 64 - 56


def sorotan(slaid: SlaidSorotan, indikator: Mapping[str, str]) -> Html:
    """At most six sentences; what a sentence opens covers the others until it is closed."""
    atas = kepala(slaid)
    ruang = BAWAH - atas.atas - 8
    for langkah, sela in _LANGKAH:
        ukuran = [pada(satu.teks, _KOLOM, langkah) for satu in slaid.kalimat]
        if sum(u.tinggi + 2 * sela + 1 for u in ukuran) <= ruang:
            break
    else:
        muat_baris = int((ruang / max(1, len(slaid.kalimat)) - 2 * sela) // langkah[1])
        ukuran = [pada(satu.teks, _KOLOM, langkah, jepit=muat_baris) for satu in slaid.kalimat]
    butir = "".join(
        _butir(satu, u, sela, indikator, n)
        for n, (satu, u) in enumerate(zip(slaid.kalimat, ukuran, strict=True), 1)
    )
    return gabung((atas.html, badan("sorotan", atas.atas, butir)))


def _butir(kalimat: Kalimat, ukuran: Muat, sela: int, indikator: Mapping[str, str], n: int) -> str:
    gaya = f'style="padding:{sela}px 0"'
    angka = f'<span class="nomor" style="font-size:{ukuran.ukuran}px;line-height:{ukuran.baris}px">{n}</span>'
    teks = teks_muat("span", "kata", kalimat.teks, ukuran)
    rincian = tuple(indikator.get(kode, kode) for kode in dict.fromkeys(kalimat.indikator))
    if not rincian:
        return f'<p class="satu" {gaya}>{angka}{teks}<span></span></p>'
    judul = "Indikator yang dibicarakan" if len(rincian) > 1 else "Indikatornya"
    return (
        f'<details name="sorotan"><summary {gaya}>{angka}{teks}<span class="buka" aria-hidden="true"></span></summary>'
        f"{lapis(judul, rincian, ukuran.tinggi + 2 * sela + 1)}</details>"
    )
