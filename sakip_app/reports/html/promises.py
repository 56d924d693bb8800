"""The last meeting's follow-ups: a mark each, then those not done."""

from __future__ import annotations

import math

from sakip_app.charts.tokens import GARIS_KUAT, NILA, REDUP, SAMAR, TEKS_BAHAYA, TINT_BAHAYA, TINTA
from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.reports.html.fitting import TEBAL, Langkah, Muat, bersih, gabung, lebar, pada, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.html.signs import TANDA_KEADAAN, cip_keadaan
from sakip_app.reports.slides import BarisJanji, SlaidJanji

ATAS_BARIS = 400
"""Where the rows begin: the meeting lays its living rows over them from here."""
_KOLOM = (LEBAR - 350 - 180 - 400 - 225 - 4 * 20, 350, 180, 400)
_MEREK = ((72, 14), (56, 11), (44, 9), (34, 7), (26, 5), (18, 4), (12, 3))
_LANGKAH: tuple[tuple[Langkah, Langkah, int, int], ...] = (
    ((28, 36), (22, 28), 12, 0),
    ((26, 32), (22, 28), 9, 0),
    ((24, 30), (22, 26), 7, 0),
    ((22, 26), (22, 26), 5, 0),
    ((22, 26), (22, 26), 5, 5),
    ((22, 26), (22, 26), 4, 4),
    ((22, 26), (22, 26), 4, 3),
    ((22, 26), (22, 26), 3, 2),
)


def janji(slaid: SlaidJanji) -> Html:
    """Marks in rows, counted in words; below them the table."""
    atas = kepala(slaid)
    merek = badan("", atas.atas, _merek(slaid.hitungan, ATAS_BARIS - atas.atas - 14), ATAS_BARIS - 8)
    baris = badan("statis", ATAS_BARIS, _tabel(slaid)) if slaid.baris else Html("")
    return gabung((atas.html, merek if slaid.hitungan else Html(""), baris))


def _merek(hitungan: tuple[tuple[str, str, int], ...], tinggi: int) -> str:
    n = sum(banyak for _, _, banyak in hitungan)
    for besar, sela in _MEREK:
        per_baris = (LEBAR + sela) // (besar + sela)
        baris = math.ceil(n / per_baris)
        if baris * (besar + sela) + 44 <= tinggi:
            break
    bagian: list[str] = []
    awal: list[float] = []
    urutan = 0
    for keadaan, _, banyak in hitungan:
        awal.append((urutan % per_baris) * (besar + sela))
        for _i in range(banyak):
            y, x = divmod(urutan, per_baris)
            bagian.append(_satu(keadaan, x * (besar + sela), y * (besar + sela), besar))
            urutan += 1
    y = baris * (besar + sela) + 26
    kata = _kata(hitungan, awal if baris == 1 else [0.0] * len(hitungan), y)
    label = ", ".join(k for _, k, _ in hitungan)
    return (
        f'<svg width="{LEBAR}" height="{y + 10}" viewBox="0 0 {LEBAR} {y + 10}" role="img" '
        f'aria-label="{isi(label)}">{"".join(bagian)}{kata}</svg>'
    )


def _kata(hitungan: tuple[tuple[str, str, int], ...], awal: list[float], y: int) -> str:
    """The counts below their marks; moved to the right, with a sign, where they would touch."""
    ukuran = 32 if sum(lebar(k, 32, TEBAL) + 80 for _, k, _ in hitungan) <= LEBAR else 24
    hasil, bebas = [], 0.0
    geser = any(
        a < b
        for a, b in zip(
            awal[1:],
            [x + lebar(k, ukuran, TEBAL) + 24 for x, (_, k, _) in zip(awal, hitungan, strict=True)],
            strict=False,
        )
    )
    for x, (keadaan, kata, _) in zip(awal, hitungan, strict=True):
        teks = f"{TANDA_KEADAAN.get(keadaan, '')} {kata}" if geser else kata
        mulai = max(x, bebas)
        hasil.append(
            f'<text x="{mulai:.0f}" y="{y}" font-size="{ukuran}" font-weight="700" fill="{_warna(keadaan)}">'
            f"{isi(bersih(teks))}</text>"
        )
        bebas = mulai + lebar(teks, ukuran, TEBAL) + 40
    return "".join(hasil)


def _warna(keadaan: str) -> str:
    return {"selesai": TINTA, "berjalan": NILA, "lewat": TEKS_BAHAYA}.get(keadaan, REDUP)


def _satu(keadaan: str, x: float, y: float, s: float) -> str:
    """A mark: ink with a check, indigo with an arrow, red with a cross, grey with a circle."""
    t = max(1.5, s / 18)
    penuh = f'x="{x:.1f}" y="{y:.1f}" width="{s:.1f}" height="{s:.1f}" rx="{s / 18:.1f}"'
    kotak = f'x="{x + t / 2:.1f}" y="{y + t / 2:.1f}" width="{s - t:.1f}" height="{s - t:.1f}" rx="{s / 18:.1f}"'
    a = s / 72
    pena = f'fill="none" stroke-width="{6.5 * a:.1f}"'
    if keadaan == "selesai":
        return (
            f'<rect {penuh} fill="{TINTA}"/><path d="M{x + 20 * a:.1f} {y + 37 * a:.1f}'
            f'l{12 * a:.1f} {13 * a:.1f}l{22 * a:.1f} {-27 * a:.1f}" stroke="#fff" {pena}/>'
        )
    if keadaan == "berjalan":
        return (
            f'<rect {kotak} fill="#fff" stroke="{NILA}" stroke-width="{t:.1f}"/>'
            f'<path d="M{x + 20 * a:.1f} {y + 36 * a:.1f}h{32 * a:.1f}m{-13 * a:.1f} {-13 * a:.1f}'
            f'l{13 * a:.1f} {13 * a:.1f}l{-13 * a:.1f} {13 * a:.1f}" stroke="{NILA}" {pena}/>'
        )
    if keadaan == "lewat":
        return (
            f'<rect {kotak} fill="{TINT_BAHAYA}" stroke="{TEKS_BAHAYA}" stroke-width="{t:.1f}"/>'
            f'<path d="M{x + 22 * a:.1f} {y + 22 * a:.1f}l{28 * a:.1f} {28 * a:.1f}m0 {-28 * a:.1f}'
            f'l{-28 * a:.1f} {28 * a:.1f}" stroke="{TEKS_BAHAYA}" {pena}/>'
        )
    return (
        f'<rect {kotak} fill="#fff" stroke="{GARIS_KUAT}" stroke-width="{t:.1f}"/>'
        f'<circle cx="{x + s / 2:.1f}" cy="{y + s / 2:.1f}" r="{14 * a:.1f}" stroke="{SAMAR}" {pena}/>'
    )


def _tabel(slaid: SlaidJanji) -> str:
    ruang = BAWAH - ATAS_BARIS - 50
    for utama, kecil, sela, jepit in _LANGKAH:
        ukuran = [_ukur(b, utama, kecil, jepit) for b in slaid.baris]
        if sum(_tinggi(u) + 2 * sela + 1 for u in ukuran) <= ruang:
            break
    kepala_tabel = "".join(
        f"<span>{isi(bersih(k))}</span>"
        for k in (slaid.judul_baris, "Penanggung jawab", "Tenggat", "Keadaan hari ini", "")
    )
    baris = gabung(_baris(b, u, sela) for b, u in zip(slaid.baris, ukuran, strict=True))
    return f'<div class="tabel t-janji"><div class="kepala">{kepala_tabel}</div>{baris}</div>'


def _ukur(baris: BarisJanji, utama: Langkah, kecil: Langkah, jepit: int) -> tuple[Muat, ...]:
    return (
        pada(baris.apa, _KOLOM[0], utama, muka=TEBAL, jepit=jepit),
        pada(baris.unit, _KOLOM[0], kecil, jepit=jepit and 1),
        pada(baris.penanggung_jawab, _KOLOM[1], utama, jepit=jepit and 3),
        pada(baris.tenggat, _KOLOM[2], utama, jepit=jepit),
        pada(baris.catatan, _KOLOM[3], utama, jepit=3),
    )


def _tinggi(ukuran: tuple[Muat, ...]) -> int:
    return max(ukuran[0].tinggi + ukuran[1].tinggi, *(u.tinggi for u in ukuran[2:]), 38)


def _baris(baris: BarisJanji, ukuran: tuple[Muat, ...], sela: int) -> Html:
    return gabung_html(
        (
            Html(f'<div class="baris" data-janji="{baris.id}" style="padding:{sela}px 0"><span>'),
            teks_muat("b", "apa", baris.apa, ukuran[0]),
            teks_muat("span", "redup", baris.unit, ukuran[1]) if baris.unit else None,
            Html("</span>"),
            teks_muat("span", "redup", baris.penanggung_jawab, ukuran[2]),
            teks_muat("span", "", baris.tenggat or "–", ukuran[3]),
            teks_muat("span", "", baris.catatan or "–", ukuran[4]),
            Html('<span class="kanan">'),
            cip_keadaan(baris.keadaan, baris.kata),
            Html("</span></div>"),
        )
    )
