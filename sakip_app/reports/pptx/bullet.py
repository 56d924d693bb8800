"""One indicator as a bullet: track of the year, bar of what was reached, ticks of the targets up to each quarter."""

from __future__ import annotations

from sakip_app.charts.tokens import JALUR, LALU, LALU_TEPI, SAMAR, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import Bagan, Kanvas, alinea
from sakip_app.reports.pptx.chart import Kotak, SeriBatang, batang
from sakip_app.reports.pptx.measure import lebar
from sakip_app.reports.pptx.sheet import tulis_lembar
from sakip_app.reports.slides import BarisPenahan
from sakip_app.text.words import ROMAWI

_TINGGI = 34
_HURUF_RAPAT = 8


def dapat_digambar(satu: BarisPenahan) -> bool:
    """Whether there is something to draw on a scale that begins at zero."""
    angka = [n for n in (satu.track, satu.batang, *satu.target_sd) if n is not None]
    return max(angka, default=0.0) > 0 and min(angka) >= 0 and (satu.track, satu.batang) != (None, None)


def gambar_bullet(kanvas: Kanvas, satu: BarisPenahan, kotak: Kotak, triwulan: int) -> None:
    """The bullet within ``kotak`` (px); only where ``dapat_digambar`` says so."""
    x, y, ruang, _ = kotak
    atas = max(n for n in (satu.track, satu.batang, *satu.target_sd) if n is not None)
    gaya = TANGGA[satu.posisi] if satu.posisi is not None else None
    isi, tepi = (gaya.isi, gaya.tepi) if gaya else (LALU, LALU_TEPI)
    kelompok = [
        (SeriBatang("Target tahun", [satu.track], [JALUR], [JALUR], [], 1), 0),
        (SeriBatang("Realisasi s.d. triwulan", [satu.batang], [isi], [tepi], [], 2), 100),
    ]
    kategori = [satu.nama]
    takik = [f"Target s.d. TW {huruf}" for huruf in ROMAWI]
    lembar: list[list[str | float | None]] = [
        ["Indikator", "Target tahun", "Realisasi s.d. triwulan", *takik],
        [satu.nama, satu.track, satu.batang, *satu.target_sd],
    ]
    kanvas.tambah_bagan(
        Bagan(
            f"Realisasi {satu.kode}", (x, y, ruang, _TINGGI),
            batang(kategori, kelompok, mendatar=True, bawah=0.0, atas=atas, plot=(0.0, 0.0, 1.0, 1.0)),
            tulis_lembar(lembar),
            f"{satu.nama}: {satu.realisasi} {satu.pembanding}, {satu.capaian}.",
        )
    )  # fmt: skip
    if satu.batang == 0:
        kanvas.garis(x, y + 4, x, y + _TINGGI - 4, tepi, 4)
    _takik(kanvas, satu, x, y, ruang / atas, ruang, triwulan)


def _takik(
    kanvas: Kanvas, satu: BarisPenahan, x: float, y: float, skala: float, ruang: float, triwulan: int
) -> None:
    """Ticks of the four targets; equal ones share a letter, those too near the current one lose theirs."""
    kelompok: dict[int, list[int]] = {}
    for q, target in enumerate(satu.target_sd):
        if target is not None:
            kelompok.setdefault(round(target * skala), []).append(q)
    kini = next((px for px, isi in kelompok.items() if triwulan - 1 in isi), None)
    bekas: list[tuple[float, float]] = []
    urut = sorted(kelompok.items(), key=lambda satu: satu[0] != kini)
    for px, isi in urut:
        tebal = px == kini
        kanvas.garis(
            x + px,
            y - (4 if tebal else 0),
            x + px,
            y + _TINGGI + (4 if tebal else 0),
            TINTA if tebal else SAMAR,
            5 if tebal else 2,
        )
        huruf = "·".join(ROMAWI[q] for q in isi)
        selebar = lebar(huruf, 12, tebal=tebal) + 4
        kiri = min(max(px - selebar / 2, -2.0), ruang - selebar + 8)
        if any(kiri < b + _HURUF_RAPAT and a < kiri + selebar + _HURUF_RAPAT for a, b in bekas):
            continue
        bekas.append((kiri, kiri + selebar))
        teks = alinea(huruf, 12, warna=TINTA if tebal else SAMAR, tebal=tebal, rata="ctr")
        kanvas.teks(x + kiri, y + _TINGGI + 2, selebar, 28, [teks], nama="Triwulan")
