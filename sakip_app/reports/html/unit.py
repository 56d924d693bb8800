"""A unit: skor and path, its worst indicators, what to ask, budget beside performance."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.charts.tokens import TANGGA
from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.budget import PENUH, RINGKAS, anggaran
from sakip_app.reports.html.bullet import TAHAP, Peluru, ukur
from sakip_app.reports.html.fitting import (
    JUDUL,
    TEBAL,
    Langkah,
    Muat,
    bersih,
    gabung,
    lebar,
    muat,
    pada,
    teks_muat,
)
from sakip_app.reports.html.frame import ATAS_JUDUL, BAWAH, LEBAR, Kepala, badan, mata, ukuran_judul
from sakip_app.reports.html.signs import tanda
from sakip_app.reports.slides import SlaidUnit

_SELA = 72
_PEMBAGIAN = (1010, 940, 880, 820, 780)
"""Widths of the left column to choose from; the right one has the rest."""
_TANYA: tuple[tuple[Langkah, int], ...] = (
    ((34, 46), 24),
    ((32, 43), 20),
    ((30, 40), 17),
    ((28, 37), 15),
    ((26, 34), 13),
    ((24, 31), 10),
    ((22, 28), 8),
    ((22, 27), 6),
)
_RUAS_ATAS = 21


def unit(slaid: SlaidUnit, triwulan: int) -> Html:
    """Left what holds it back, right what to ask; the columns give way to the longer texts."""
    atas = _kepala(slaid)
    ruang = BAWAH - atas.atas - _RUAS_ATAS
    if not slaid.tanya and slaid.anggaran is None:
        kiri = _kiri(slaid, LEBAR, ruang)
        return gabung((atas.html, badan("", atas.atas, f'<div class="lajur">{kiri.html(triwulan)}</div>')))
    pilihan = [
        (kiri, kanan)
        for selebar in _PEMBAGIAN
        for kiri, kanan in ((_kiri(slaid, selebar, ruang), _kanan(slaid, LEBAR - _SELA - selebar, ruang)),)
    ]
    kiri, kanan = min(
        pilihan, key=lambda p: (p[0].terjepit, p[1].terjepit, max(p[0].tahap, p[1].tahap), -p[0].ruang)
    )
    return gabung(
        (
            atas.html,
            badan(
                "dua",
                atas.atas,
                f'<div class="lajur" style="width:{kiri.ruang}px">{kiri.html(triwulan)}</div>'
                f'<div class="lajur" style="width:{kanan.ruang}px">{kanan.html()}</div>',
            ),
        )
    )


def _kepala(slaid: SlaidUnit) -> Kepala:
    """Name, skor, predikat and path on one line where they fit, else the last two below."""
    judul = bersih(slaid.judul)
    utuh = f"{judul} {slaid.teks}" if slaid.teks and not judul.endswith(slaid.teks) else judul
    ekor, panjang = _ekor(slaid)
    skor = isi(utuh[len(judul) :])
    for ukuran, baris in ((58, 70), (54, 70)):
        if lebar(utuh, ukuran, JUDUL) + 36 + panjang <= LEBAR:
            pas = Muat(ukuran, baris, 1)
            h1 = teks_muat("h1", "judul", Html(f"{isi(judul)}{skor}"), pas)
            return Kepala(Html(f'{mata(slaid)}<div class="kepala-unit">{h1}{ekor}</div>'), ATAS_JUDUL + 70 + 32)
    pas = ukuran_judul(utuh)
    h1 = teks_muat("h1", "judul", Html(f"{isi(judul)}{skor}"), pas)
    if not ekor:
        return Kepala(Html(f"{mata(slaid)}{h1}"), ATAS_JUDUL + pas.tinggi + 28)
    bawah = ATAS_JUDUL + pas.tinggi
    tambahan = f'<div class="ekor-unit" style="top:{bawah + 8}px">{ekor}</div>'
    return Kepala(Html(f"{mata(slaid)}{h1}{tambahan}"), bawah + 78)


def _ekor(slaid: SlaidUnit) -> tuple[Html, float]:
    """Predikat as a chip, then the path, with their width."""
    bagian, panjang = [], 0.0
    if slaid.predikat:
        rupa = None if slaid.posisi is None else TANGGA[slaid.posisi]
        warna = "" if rupa is None else f' style="background:{rupa.tint};color:{rupa.teks}"'
        bagian.append(f'<span class="pita-cip"{warna}>{tanda(slaid.posisi, 26)}{isi(slaid.predikat)}</span>')
        panjang += lebar(slaid.predikat, 32, TEBAL) + 70
    langkah = [s for s in slaid.jalur if s.nilai is not None or s.teks != "belum berjalan"]
    if len(langkah) > 1 or (langkah and not slaid.teks):
        teks = " → ".join(f"{s.nama} {s.teks}" for s in langkah)
        panjang += lebar(teks, 28) + 34 * sum(s.posisi is not None for s in langkah) + 36
        isi_jalur = " → ".join(f"{isi(s.nama)} {tanda(s.posisi, 24)}{isi(s.teks)}" for s in langkah)
        bagian.append(f'<span class="jalur">{isi_jalur}</span>')
    return Html("".join(bagian)), panjang


@dataclass(frozen=True, slots=True)
class _Kiri:
    slaid: SlaidUnit
    ruang: int
    tahap: int
    peluru: tuple[Peluru, ...]
    judul: Muat

    @property
    def terjepit(self) -> bool:
        """Whether a name may be shortened."""
        return any(p.tahap.jepit for p in self.peluru)

    def html(self, triwulan: int) -> Html:
        """The left column."""
        s = self.slaid
        if s.kosong is not None or not self.peluru:
            judul = teks_muat("h2", "sub", s.judul_penahan, self.judul) if s.judul_penahan else Html("")
            return gabung((judul, Html(f'<p class="kosong">{isi(bersih(s.kosong or ""))}</p>')))
        kata = teks_muat("p", "redup ket", s.keterangan, _keterangan(s.keterangan, self.ruang))
        judul = teks_muat("h2", "sub", s.judul_penahan, self.judul) if s.judul_penahan else Html("")
        return gabung((judul, *(p.html(triwulan) for p in self.peluru), kata))


def _keterangan(teks: str, ruang: int) -> Muat:
    return muat(teks, ruang, ((24, 30), (22, 28)), 56)


def _kiri(slaid: SlaidUnit, selebar: int, ruang: int) -> _Kiri:
    judul = muat(slaid.judul_penahan, selebar, ((32, 42), (30, 40), (28, 36), (26, 34)), 68, TEBAL)
    sisa = ruang - (judul.tinggi + 6 if slaid.judul_penahan else 0) - 8
    sisa -= _keterangan(slaid.keterangan, selebar).tinggi + 6
    for ke, tahap in enumerate(TAHAP):  # noqa: B007
        peluru = tuple(ukur(b, selebar, tahap) for b in slaid.penahan)
        if sum(p.tinggi for p in peluru) <= sisa:
            break
    return _Kiri(slaid, selebar, ke, peluru, judul)


@dataclass(frozen=True, slots=True)
class _Kanan:
    slaid: SlaidUnit
    ruang: int
    tahap: int
    tanya: tuple[Muat, ...]
    sela: int
    ringkas: bool

    @property
    def terjepit(self) -> bool:
        """Whether a question is shortened."""
        return any(u.jepit for u in self.tanya)

    def html(self) -> Html:
        """The right column."""
        s = self.slaid
        butir = gabung(
            Html(f'<li style="padding:{self.sela}px 0">{teks_muat("p", "", satu.teks, u)}</li>')
            for satu, u in zip(s.tanya, self.tanya, strict=True)
        )
        daftar = f'<h2 class="sub tanya">Tanya:</h2><ul class="daftar-tanya">{butir}</ul>' if s.tanya else ""
        uang = anggaran(s.anggaran, s.posisi, self.ruang, ringkas=self.ringkas) if s.anggaran else ""
        return Html(f"{daftar}{uang}")


def _kanan(slaid: SlaidUnit, selebar: int, ruang: int) -> _Kanan:
    """The largest questions that leave room for the budget; its bars give way before the words become small."""
    susunan = [(False, k) for k in range(5)] + [(True, k) for k in range(3, len(_TANYA))]
    for ke, (ringkas, k) in enumerate(susunan):
        langkah, sela = _TANYA[k]
        tanya = tuple(pada(satu.teks, selebar, langkah) for satu in slaid.tanya)
        uang = 0 if slaid.anggaran is None else RINGKAS if ringkas else PENUH
        perlu = 44 + sum(u.tinggi + 2 * sela + 1 for u in tanya) + uang
        if perlu <= ruang:
            return _Kanan(slaid, selebar, ke, tanya, sela, ringkas)
    paling = max(2, int(((ruang - 44 - uang) / max(1, len(tanya)) - 2 * sela - 1) // langkah[1]))
    terjepit = tuple(pada(satu.teks, selebar, langkah, jepit=paling) for satu in slaid.tanya)
    return _Kanan(slaid, selebar, len(susunan), terjepit, sela, ringkas=True)
