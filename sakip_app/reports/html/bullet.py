"""One of the worst indicators of a unit: name, bullet, figures, kendala."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.charts.tokens import JALUR, LALU, LALU_TEPI, SAMAR, TANGGA, TINTA
from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.reports.html.fitting import BIASA, TEBAL, Langkah, Muat, bersih, lebar, muat, pada, teks_muat
from sakip_app.reports.html.signs import tanda
from sakip_app.reports.slides import BarisPenahan

ANGKA, SELA = 300, 28
_ROMAWI = ("I", "II", "III", "IV")
_LEBAR_HURUF = 22 * 0.27


@dataclass(frozen=True, slots=True)
class Tahap:
    """One way to set the bullets: name, kendala and its lines, bar height, padding, whether the predikat has a line."""

    nama: Langkah
    kendala: Langkah
    baris_kendala: int
    batang: int
    sela: int
    predikat: bool = True
    jepit: int = 0


TAHAP = (
    Tahap((30, 38), (26, 34), 2, 36, 16),
    Tahap((28, 36), (26, 34), 2, 34, 12),
    Tahap((28, 36), (24, 31), 2, 34, 10),
    Tahap((26, 33), (24, 31), 2, 30, 8),
    Tahap((26, 33), (24, 31), 1, 30, 8),
    Tahap((24, 30), (22, 28), 2, 24, 7, predikat=False),
    Tahap((24, 30), (22, 28), 1, 24, 6, predikat=False),
    Tahap((22, 27), (22, 27), 1, 20, 5, predikat=False),
    Tahap((22, 26), (22, 26), 0, 18, 4, predikat=False),
    Tahap((22, 26), (22, 26), 0, 18, 4, predikat=False, jepit=4),
    Tahap((22, 26), (22, 26), 0, 18, 3, predikat=False, jepit=3),
)


@dataclass(frozen=True, slots=True)
class Peluru:
    """A bullet in its sizes, ready to draw."""

    baris: BarisPenahan
    tahap: Tahap
    ruang: int
    nama: Muat
    kendala: Muat
    pembanding: Muat

    @property
    def tinggi_gambar(self) -> int:
        """Height of the bar with its letters, and of the words beside it."""
        kata = 42 + (0 if self._seiring else self.pembanding.tinggi) + 32 + (30 if self._tulis_predikat else 0)
        return max(self.tahap.batang + 8 + (28 if self._bertarget else 0), kata)

    @property
    def tinggi(self) -> int:
        """Height of the whole in px, with padding and rule."""
        kendala = self.kendala.tinggi if self.baris.kendala and self.tahap.baris_kendala else 0
        return self.nama.tinggi + self.tinggi_gambar + kendala + 2 * self.tahap.sela + 1

    @property
    def _seiring(self) -> bool:
        """Whether the comparison stands on one line with the figure."""
        b = self.baris
        return lebar(b.realisasi, 34, TEBAL) + 10 + lebar(b.pembanding, 26) <= ANGKA

    @property
    def _tulis_predikat(self) -> bool:
        return self.tahap.predikat and bool(self.baris.predikat)

    @property
    def _bertarget(self) -> bool:
        return any(t is not None for t in self.baris.target_sd)

    def html(self, triwulan: int) -> Html:
        """The bullet; the target of ``triwulan`` is the bold tick."""
        b = self.baris
        meta = f' <span class="meta">· {isi(bersih(b.meta))}</span>' if b.meta else ""
        nama = teks_muat("h3", "nama", Html(f"{isi(bersih(b.nama))}{meta}"), self.nama)
        ekor = teks_muat("span", "redup", b.pembanding, self.pembanding)
        return gabung_html(
            (
                Html(f'<div class="peluru" style="padding:{self.tahap.sela}px 0" data-kode="{isi(b.kode)}">'),
                nama,
                Html(
                    f'<div class="dua-peluru" style="height:{self.tinggi_gambar}px">{self._gambar(triwulan)}<div>'
                ),
                Html(f'<p class="{"seiring" if self._seiring else ""}">'),
                Html(
                    f'<b class="angka" style="font-size:{self._besar}px">{isi(bersih(b.realisasi))}</b> {ekor}</p>'
                ),
                Html(f'<p class="capai">{tanda(b.posisi, 24)}{isi(b.capaian)}</p>'),
                Html(f'<p class="capai t{"x" if b.posisi is None else b.posisi}">{isi(b.predikat)}</p>')
                if self._tulis_predikat
                else None,
                Html("</div></div>"),
                teks_muat("p", "kendala", b.kendala, self.kendala)
                if b.kendala and self.tahap.baris_kendala
                else None,
                Html("</div>"),
            )
        )

    @property
    def _besar(self) -> int:
        return muat(self.baris.realisasi, ANGKA, ((34, 42), (28, 42), (22, 42)), 42, TEBAL).ukuran

    def _gambar(self, triwulan: int) -> Html:
        b, t = self.baris, self.tahap
        panjang = self.ruang - ANGKA - SELA
        angka = [n for n in (b.track, b.batang, *b.target_sd) if n is not None]
        puncak = max([0.0, *angka])
        if puncak <= 0:
            puncak = 1.0

        def letak(nilai: float) -> float:
            return max(0.0, nilai / puncak) * (panjang - 8)

        y0, y1 = 6, 6 + t.batang
        bagian = []
        if b.track is not None:
            bagian.append(f'<rect y="{y0}" width="{letak(b.track):.1f}" height="{t.batang}" fill="{JALUR}"/>')
        else:
            bagian.append(
                f'<path d="M0 {y1}H{panjang - 8}" stroke="{SAMAR}" stroke-width="2" stroke-dasharray="6 6"/>'
            )
        if b.batang is not None:
            isian, tepi = (LALU, LALU_TEPI) if b.posisi is None else (TANGGA[b.posisi].isi, TANGGA[b.posisi].tepi)
            tebal = t.batang * 0.56
            bagian.append(
                f'<rect y="{y0 + (t.batang - tebal) / 2:.1f}" width="{max(3.0, letak(b.batang)):.1f}" '
                f'height="{tebal:.1f}" fill="{isian}" stroke="{tepi}"/>'
            )
        bagian.append(_target(b, triwulan, letak, y0, y1, panjang))
        label = f"{b.realisasi} {b.pembanding}, {b.capaian}{f', {b.predikat}' if b.predikat else ''}"
        tinggi = self.tahap.batang + 8 + 28
        return Html(
            f'<svg width="{panjang}" height="{tinggi}" viewBox="0 0 {panjang} {tinggi}" role="img" '
            f'aria-label="{isi(bersih(label))}">{"".join(bagian)}</svg>'
        )


def _target(b: BarisPenahan, triwulan: int, letak, y0: int, y1: int, panjang: int) -> str:  # noqa: ANN001
    """Ticks of the targets; the current one bold, and letters where they do not touch, the current first."""
    bagian: list[str] = []
    terpakai: list[tuple[float, float]] = []
    urut = sorted(range(4), key=lambda q: (q + 1 != triwulan, abs(q + 1 - triwulan)))
    for q in urut:
        nilai = b.target_sd[q]
        if nilai is None:
            continue
        kini = q + 1 == triwulan
        x = min(max(letak(nilai), 2.0), panjang - 6.0)
        lebih = 5 if kini else 0
        bagian.append(
            f'<path d="M{x:.1f} {y0 - lebih}V{y1 + lebih}" stroke="{TINTA if kini else SAMAR}" '
            f'stroke-width="{5 if kini else 1.6}"/>'
        )
        separuh = lebar(_ROMAWI[q], 22, TEBAL if kini else BIASA) / 2
        tengah = min(max(x, separuh), panjang - separuh)
        if all(tengah + separuh + 8 < a or tengah - separuh - 8 > z for a, z in terpakai):
            terpakai.append((tengah - separuh, tengah + separuh))
            bagian.append(
                f'<text x="{tengah:.1f}" y="{y1 + 26}" font-size="22" text-anchor="middle" '
                f'font-weight="{700 if kini else 400}" fill="{TINTA if kini else SAMAR}">{_ROMAWI[q]}</text>'
            )
    return "".join(reversed(bagian))


def ukur(baris: BarisPenahan, ruang: int, tahap: Tahap) -> Peluru:
    """The bullet at one step in a column of ``ruang`` px."""
    nama = f"{baris.nama}{f' · {baris.meta}' if baris.meta else ''}"
    return Peluru(
        baris,
        tahap,
        ruang,
        pada(nama, ruang, tahap.nama, muka=TEBAL, jepit=tahap.jepit),
        pada(baris.kendala, ruang, tahap.kendala, jepit=tahap.baris_kendala),
        muat(baris.pembanding, ANGKA, ((26, 34), (24, 30), (22, 28)), 60),
    )
