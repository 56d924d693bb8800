"""The red list: who needs a decision, why, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.reports.html.fitting import TEBAL, Langkah, Muat, gabung, lebar, pada, teks_muat
from sakip_app.reports.html.frame import BAWAH, badan, kepala
from sakip_app.reports.html.signs import cip_keadaan, tanda
from sakip_app.reports.slides import BarisMerahSlaid, SlaidMerah

_NAMA, _PENAHAN, _LANJUT = 310, 584, 516
"""Columns, beside 222 for the skor; three gaps of 32 between them make the page."""

_RAPAT = "\u00a0"


@dataclass(frozen=True, slots=True)
class _Tahap:
    """One way to set the rows: sizes, padding, and how many lines of what is shown; 0 = all."""

    utama: Langkah
    kecil: Langkah
    sela: int
    kendala: int = 2
    lanjut: int = 0
    penahan: int = 0


_TAHAP = (
    _Tahap((30, 40), (28, 36), 14),
    _Tahap((28, 36), (26, 34), 12),
    _Tahap((28, 36), (24, 31), 9),
    _Tahap((26, 33), (24, 31), 8),
    _Tahap((26, 33), (24, 31), 8, kendala=1),
    _Tahap((24, 30), (22, 28), 7, kendala=1),
    _Tahap((22, 27), (22, 27), 6, kendala=1, lanjut=4),
    _Tahap((22, 27), (22, 27), 5, kendala=1, lanjut=3),
    _Tahap((22, 26), (22, 26), 4, kendala=1, lanjut=3, penahan=4),
    _Tahap((22, 26), (22, 26), 4, kendala=1, lanjut=2, penahan=3),
)


def merah(slaid: SlaidMerah) -> Html:
    """At most six rows, the worst first; the numbers of an indicator are never cut, its kendala may be."""
    atas = kepala(slaid)
    if not slaid.baris:
        kosong = f'<p class="kosong">{isi(slaid.kosong)}</p>' if slaid.kosong else ""
        return gabung((atas.html, badan("", atas.atas, kosong)))
    ruang = BAWAH - atas.atas - 44
    for tahap in _TAHAP:
        ukuran = [_ukur(b, tahap) for b in slaid.baris]
        if sum(u.tinggi + 2 * tahap.sela + 1 for u in ukuran) <= ruang:
            break
    kepala_tabel = "".join(f"<span>{k}</span>" for k in ("Unit", "Skor", "Yang menahan", "Tindak lanjut"))
    baris = gabung(_baris(b, u, tahap) for b, u in zip(slaid.baris, ukuran, strict=True))
    tabel = f'<div class="tabel t-merah"><div class="kepala">{kepala_tabel}</div>{baris}</div>'
    return gabung((atas.html, badan("", atas.atas, tabel)))


@dataclass(frozen=True, slots=True)
class _Ukuran:
    nama: Muat
    penahan: Muat
    angka: Muat
    angka_teks: str
    penahan_teks: str
    kendala: Muat
    lanjut: Muat
    tinggi: int


def _ukur(baris: BarisMerahSlaid, tahap: _Tahap) -> _Ukuran:
    """What a row takes. Where an indicator must be shortened, its figures move to a line of their own."""
    nama = pada(baris.nama, _NAMA, tahap.utama, muka=TEBAL, jepit=4 if tahap.penahan else 0)
    depan, pisah, belakang = baris.penahan.rpartition(": ")
    pendek = bool(pisah) and lebar(belakang, tahap.utama[0]) <= _PENAHAN * 0.7
    # Figures stay together on a line.
    penahan_teks = f"{depan}: {belakang.replace(' ', _RAPAT)}" if pendek else baris.penahan
    angka_teks = ""
    penahan = pada(penahan_teks, _PENAHAN, tahap.utama)
    if tahap.penahan and penahan.banyak > tahap.penahan + 1:
        if pendek:
            penahan_teks, angka_teks = depan, belakang
        penahan = pada(penahan_teks, _PENAHAN, tahap.utama, jepit=tahap.penahan)
    angka = pada(angka_teks, _PENAHAN, tahap.utama)
    kendala = pada(baris.kendala, _PENAHAN, tahap.kecil, jepit=tahap.kendala)
    lanjut = pada(baris.tindak_lanjut, _LANJUT, tahap.kecil, jepit=tahap.lanjut)
    skor = 44 + 30
    tengah = penahan.tinggi + (angka.tinggi if angka_teks else 0) + (kendala.tinggi if baris.kendala else 0)
    kanan = (lanjut.tinggi if baris.tindak_lanjut else 0) + 42
    return _Ukuran(
        nama, penahan, angka, angka_teks, penahan_teks, kendala, lanjut, max(nama.tinggi, skor, tengah, kanan)
    )


def _baris(baris: BarisMerahSlaid, u: _Ukuran, tahap: _Tahap) -> Html:
    arah = f' <span class="arah">{isi(baris.arah)}</span>' if baris.arah else ""
    return gabung_html(
        (
            Html(
                f'<div class="baris" data-ke="{isi("unit-" + baris.kode_unit)}" style="padding:{tahap.sela}px 0">'
            ),
            teks_muat("b", "apa", baris.nama, u.nama),
            Html(f'<span class="t{baris.posisi}"><span class="skor">{tanda(baris.posisi, 28)}{isi(baris.teks)}'),
            Html(f'{arah}</span><span class="pred">{isi(baris.predikat)}</span></span><span>'),
            teks_muat("span", "apa", u.penahan_teks or "–", u.penahan),
            teks_muat("span", "apa", u.angka_teks, u.angka) if u.angka_teks else None,
            teks_muat("span", "redup", baris.kendala, u.kendala) if baris.kendala else None,
            Html("</span><span>"),
            teks_muat("span", "lanjut", baris.tindak_lanjut, u.lanjut) if baris.tindak_lanjut else None,
            cip_keadaan(baris.keadaan, baris.kata),
            Html("</span></div>"),
        )
    )
