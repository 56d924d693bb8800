"""One of the worst indicators of a unit: name, bullet, figures, kendala."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sakip_app.charts.tokens import JALUR, LALU, LALU_TEPI, SAMAR, TANGGA, TINTA
from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.reports.html.fitting import (
    BIASA,
    TEBAL,
    Langkah,
    Muat,
    banyak_baris,
    bersih,
    lebar,
    muat,
    pada,
    teks_muat,
)
from sakip_app.reports.html.signs import tanda
from sakip_app.reports.slides import BarisPenahan

ANGKA, SELA = 300, 28
_BATANG_PADAT = 280
_ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Tahap:
    """One way to set the bullets: name, kendala and its lines, bar height, padding, whether the predikat has a line.

    ``padat`` sets bar and figures on one line, without letters at the ticks.
    """

    nama: Langkah
    kendala: Langkah
    baris_kendala: int
    batang: int
    sela: int
    predikat: bool = True
    padat: bool = False
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
    Tahap((24, 30), (22, 27), 1, 20, 5, predikat=False, padat=True),
    Tahap((22, 27), (22, 27), 1, 18, 5, predikat=False, padat=True),
    Tahap((22, 26), (22, 26), 0, 18, 4, predikat=False, padat=True),
    Tahap((22, 26), (22, 26), 0, 18, 4, predikat=False, padat=True, jepit=6),
    Tahap((22, 26), (22, 26), 0, 18, 3, predikat=False, padat=True, jepit=4),
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
        if self.tahap.padat:
            return max(30, banyak_baris(self._sebaris, self._ruang_kata, 24) * 30)
        kata = 42 + (0 if self._seiring else self.pembanding.tinggi) + 32 + (30 if self._tulis_predikat else 0)
        return max(self.tahap.batang + 8 + (28 if self._bertarget else 0), kata)

    @property
    def tinggi(self) -> int:
        """Height of the whole in px, with padding and rule."""
        kendala = self.kendala.tinggi if self.baris.kendala and self.tahap.baris_kendala else 0
        return self.nama.tinggi + self.tinggi_gambar + kendala + 2 * self.tahap.sela + 1

    @property
    def _ruang_kata(self) -> int:
        return self.ruang - _BATANG_PADAT - SELA - 40

    @property
    def _sebaris(self) -> str:
        b = self.baris
        return f"{b.realisasi} {b.pembanding} · {b.capaian}{f' · {b.predikat}' if b.predikat else ''}"

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
        kendala = b.kendala and self.tahap.baris_kendala
        nama = teks_muat("h3", "nama", Html(f"{isi(bersih(b.nama))}{meta}"), self.nama)
        if self.tahap.padat:
            gambar, kata = (
                f'<div class="dua-peluru padat" style="height:{self.tinggi_gambar}px">',
                self._kata_padat(),
            )
        else:
            gambar, kata = f'<div class="dua-peluru" style="height:{self.tinggi_gambar}px">', self._kata()
        return gabung_html(
            (
                Html(f'<div class="peluru" style="padding:{self.tahap.sela}px 0" data-kode="{isi(b.kode)}">'),
                nama,
                Html(f"{gambar}{self._gambar(triwulan)}<div>{kata}</div></div>"),
                teks_muat("p", "kendala", b.kendala, self.kendala) if kendala else None,
                Html("</div>"),
            )
        )

    def _kata_padat(self) -> Html:
        b = self.baris
        warna = f"t{'x' if b.posisi is None else b.posisi}"
        predikat = f' · <span class="{warna}">{tanda(b.posisi, 22)}{isi(b.predikat)}</span>' if b.predikat else ""
        return Html(
            f'<p style="font-size:24px;line-height:30px"><b>{isi(bersih(b.realisasi))}</b> '
            f'<span class="redup">{isi(bersih(b.pembanding))} · {isi(b.capaian)}</span>{predikat}</p>'
        )

    def _kata(self) -> Html:
        b = self.baris
        warna = f"t{'x' if b.posisi is None else b.posisi}"
        ekor = teks_muat("span", "redup", b.pembanding, self.pembanding)
        predikat = f'<p class="capai {warna}">{isi(b.predikat)}</p>' if self._tulis_predikat else ""
        return Html(
            f'<p class="{"seiring" if self._seiring else ""}">'
            f'<b class="angka" style="font-size:{self._besar}px">{isi(bersih(b.realisasi))}</b> {ekor}</p>'
            f'<p class="capai">{tanda(b.posisi, 24)}{isi(b.capaian)}</p>{predikat}'
        )

    @property
    def _besar(self) -> int:
        return muat(self.baris.realisasi, ANGKA, ((34, 42), (28, 42), (22, 42)), 42, TEBAL).ukuran

    def _gambar(self, triwulan: int) -> Html:
        b, t = self.baris, self.tahap
        panjang = _BATANG_PADAT if t.padat else self.ruang - ANGKA - SELA
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
        bagian.append(_target(b, triwulan, letak, y0, y1, 0 if t.padat else panjang))
        label = f"{b.realisasi} {b.pembanding}, {b.capaian}{f', {b.predikat}' if b.predikat else ''}"
        tinggi = t.batang + (12 if t.padat else 36)
        return Html(
            f'<svg width="{panjang}" height="{tinggi}" viewBox="0 0 {panjang} {tinggi}" role="img" '
            f'aria-label="{isi(bersih(label))}">{"".join(bagian)}</svg>'
        )


def _target(
    b: BarisPenahan, triwulan: int, letak: Callable[[float], float], y0: int, y1: int, panjang: int
) -> str:
    """Ticks of the targets; the current one bold, and letters where they do not touch, the current first.

    Without ``panjang`` there are no letters.
    """
    bagian: list[str] = []
    terpakai: list[tuple[float, float]] = []
    urut = sorted(range(4), key=lambda q: (q + 1 != triwulan, abs(q + 1 - triwulan)))
    for q in urut:
        nilai = b.target_sd[q]
        if nilai is None:
            continue
        kini = q + 1 == triwulan
        x = max(letak(nilai), 2.0)
        lebih = 5 if kini else 0
        bagian.append(
            f'<path d="M{x:.1f} {y0 - lebih}V{y1 + lebih}" stroke="{TINTA if kini else SAMAR}" '
            f'stroke-width="{5 if kini else 1.6}"/>'
        )
        if not panjang:
            continue
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
