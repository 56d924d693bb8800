"""A unit: its worst indicators as bullets at left; path, budget and questions at right."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.charts.tokens import (
    GARIS,
    GARIS_KUAT,
    JALUR,
    LALU,
    LALU_TEPI,
    NILA,
    REDUP,
    SAMAR,
    TANGGA,
    TINTA,
)
from sakip_app.reports.pptx.bullet import dapat_digambar, gambar_bullet
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KANAN, KIRI, Alinea, Bagan, Kanvas, Ruas, alinea, tinggi
from sakip_app.reports.pptx.chart import Label, SeriBatang, batang
from sakip_app.reports.pptx.frame import garis_atas, kepala, tanda
from sakip_app.reports.pptx.measure import bersih, muat, ringkas, tinggi_baris
from sakip_app.reports.pptx.sheet import Isi, tulis_lembar
from sakip_app.reports.slides import AnggaranSlaid, BarisPenahan, SlaidUnit

_AKHIR_KIRI, _KANAN = 1040, 1104
_LEBAR_KIRI, _LEBAR_KANAN = _AKHIR_KIRI - KIRI, KANAN - _KANAN
_REL = 64
"""Px of a bullet with the letters below it."""
_LEBAR_ANGKA = 302
_LEBAR_REL = _LEBAR_KIRI - _LEBAR_ANGKA - 28
_UKURAN = ((15, 2), (14, 2), (13, 2), (12, 2), (12, 1), (12, 0), (11, 0), (10, 0), (9, 0), (8, 0))
"""What is tried in turn: points of the names, lines of the kendala."""


def gambar_unit(kanvas: Kanvas, slaid: SlaidUnit, triwulan: int) -> None:
    """Everything on one slide; what has no figure has its word."""
    tambahan: list[Ruas] = []
    judul = bersih(slaid.judul)
    if slaid.teks and slaid.teks not in judul:
        tambahan.append(Ruas(f" {bersih(slaid.teks)}", TINTA, tebal=True))
    if slaid.predikat and slaid.posisi is not None:
        tambahan += [Ruas("   ", TINTA, pt=20), *tanda(slaid.posisi, slaid.predikat.replace(" ", "\u00a0"), pt=20)]
    y = kepala(kanvas, slaid.mata, slaid.judul, tambahan=tambahan)
    _kiri(kanvas, slaid, garis_atas(kanvas, y, KIRI, _AKHIR_KIRI), triwulan)
    _kanan(kanvas, slaid, garis_atas(kanvas, y, _KANAN, KANAN))


def _kiri(kanvas: Kanvas, slaid: SlaidUnit, y: float, triwulan: int) -> None:
    if slaid.judul_penahan:
        pt, baris = muat(
            bersih(slaid.judul_penahan), _LEBAR_KIRI, tinggi_baris(16) * 1.6, dari=16, sampai=11, tebal=True
        )
        kanvas.teks(
            KIRI, y - 4, _LEBAR_KIRI, baris * tinggi_baris(pt), [alinea(slaid.judul_penahan, pt, tebal=True)]
        )
        y += baris * tinggi_baris(pt) + 4
    if not slaid.penahan:
        teks = slaid.kosong or "Belum ada indikator yang dinilai."
        pt, baris = muat(bersih(teks), _LEBAR_KIRI, 400, dari=20, sampai=12)
        kanvas.teks(
            KIRI, y + 20, _LEBAR_KIRI, baris * tinggi_baris(pt), [alinea(teks, pt, warna=REDUP)], nama="Kosong"
        )
        return
    bawah = float(ATAS_KAKI - 8)
    if slaid.keterangan:
        teks = ringkas(bersih(slaid.keterangan), _LEBAR_KIRI, 12, 2)
        isi = alinea(teks, 12, warna=SAMAR)
        bawah -= isi.tinggi(_LEBAR_KIRI) + 8
        kanvas.teks(KIRI, bawah + 8, _LEBAR_KIRI, isi.tinggi(_LEBAR_KIRI), [isi], nama="Keterangan")
    susunan = _susun(slaid.penahan, bawah - y)
    longgar = max(0.0, min(70.0, (bawah - y - sum(satu.tinggi for satu in susunan)) / len(susunan)))
    for urutan, (satu, isi_baris) in enumerate(zip(slaid.penahan, susunan, strict=True)):
        if urutan:
            kanvas.garis(KIRI, y, _AKHIR_KIRI, y, GARIS, 1.5)
        _penahan(kanvas, satu, isi_baris, y + longgar / 2, triwulan)
        y += isi_baris.tinggi + longgar


def _nama(satu: BarisPenahan, pt: float) -> Alinea:
    ruas = [Ruas(bersih(satu.nama), TINTA, tebal=True)]
    if satu.meta:
        ruas.append(Ruas(f" · {bersih(satu.meta)}", REDUP))
    return Alinea(tuple(ruas), pt)


@dataclass(frozen=True, slots=True)
class _Susunan:
    """One indicator as it will stand: its paragraphs and heights in px."""

    nama: Alinea
    angka: tuple[Alinea, ...]
    kendala: Alinea | None
    ada_bagan: bool
    rel: float
    tinggi: float


def _susun(penahan: tuple[BarisPenahan, ...], ruang: float) -> list[_Susunan]:
    """The rows as large as they fit: kendala gives way first, then the names are set smaller, never shortened."""
    for pt, batas in _UKURAN:
        hasil = [_satu_susunan(satu, pt, batas) for satu in penahan]
        if sum(satu.tinggi for satu in hasil) <= ruang:
            break
    return hasil


def _satu_susunan(satu: BarisPenahan, pt: float, batas: int) -> _Susunan:
    nama, ada = _nama(satu, pt), dapat_digambar(satu)
    angka = _angka(satu, _LEBAR_ANGKA if ada else _LEBAR_KIRI)
    rel = max(_REL if ada else 0.0, tinggi(angka, _LEBAR_ANGKA if ada else _LEBAR_KIRI) - 8)
    kendala = None
    if satu.kendala and batas:
        teks = ringkas(f"Kendala: {bersih(satu.kendala)}", _LEBAR_KIRI, 12, batas)
        kendala = alinea(teks, 12, warna=REDUP)
    bawah = kendala.tinggi(_LEBAR_KIRI) + 6 if kendala else 0
    return _Susunan(nama, angka, kendala, ada, rel, 10 + nama.tinggi(_LEBAR_KIRI) + 6 + rel + 8 + bawah)


def _angka(satu: BarisPenahan, ruang: float) -> tuple[Alinea, ...]:
    """What was reached against what was planned, on one line where it fits; its capaian below."""
    nilai, pembanding = bersih(satu.realisasi), bersih(satu.pembanding)
    pt, baris = muat(f"{nilai} {pembanding}", ruang, tinggi_baris(18), dari=18, sampai=14)
    utama: tuple[Alinea, ...]
    if baris > 1:
        utama = (alinea(nilai, 14, tebal=True), alinea(ringkas(pembanding, ruang, 10, 2), 10, warna=REDUP))
    else:
        utama = (Alinea((Ruas(nilai, TINTA, tebal=True), Ruas(f" {pembanding}", REDUP, pt=pt - 3)), pt),)
    return (*utama, Alinea(tanda(satu.posisi, satu.capaian), 12)) if satu.capaian else utama


def _penahan(kanvas: Kanvas, satu: BarisPenahan, susunan: _Susunan, y: float, triwulan: int) -> None:
    tinggi_nama = susunan.nama.tinggi(_LEBAR_KIRI)
    kanvas.teks(KIRI, y + 10, _LEBAR_KIRI, tinggi_nama, [susunan.nama], nama="Indikator")
    y += 10 + tinggi_nama + 6
    x, ruang = float(KIRI), float(_LEBAR_KIRI)
    if susunan.ada_bagan:
        gambar_bullet(kanvas, satu, (KIRI, y, _LEBAR_REL, _REL), triwulan)
        x, ruang = _AKHIR_KIRI - _LEBAR_ANGKA, _LEBAR_ANGKA
    kanvas.teks(x, y - 8, ruang, tinggi(susunan.angka, ruang), susunan.angka, nama="Angka")
    if susunan.kendala is not None:
        y += susunan.rel + 2
        kanvas.teks(KIRI, y, _LEBAR_KIRI, susunan.kendala.tinggi(_LEBAR_KIRI), [susunan.kendala], nama="Kendala")


def _kanan(kanvas: Kanvas, slaid: SlaidUnit, y: float) -> None:
    y = _jalur(kanvas, slaid, y)
    if slaid.anggaran is not None:
        y = _anggaran(kanvas, slaid.anggaran, slaid.posisi, y)
    if not slaid.tanya:
        return
    _tanya(kanvas, slaid, y)


def _tanya(kanvas: Kanvas, slaid: SlaidUnit, y: float) -> None:
    """The questions as large as they fit; a paragraph of a question ends with an ellipsis, whole in the notes."""
    teks, ruang, pt = [bersih(satu.teks) for satu in slaid.tanya], ATAS_KAKI - y, 18.0
    baris = int((ruang / len(teks) - 26) // tinggi_baris(11))
    while True:
        isi = [Alinea((Ruas("Tanya: ", NILA, tebal=True), Ruas(satu)), pt) for satu in teks]
        setinggi = [satu.tinggi(_LEBAR_KANAN) + 26 for satu in isi]
        if sum(setinggi) <= ruang or pt < 11:
            break
        pt -= 1
        if pt < 11:
            # Measured as the paragraph is: its first word and all of it bold.
            teks = [ringkas("Tanya: " + satu, _LEBAR_KANAN, pt, baris, tebal=True)[7:] for satu in teks]
    for satu, tinggi_satu in zip(isi, setinggi, strict=True):
        kanvas.garis(_KANAN, y, KANAN, y, GARIS_KUAT, 1.5)
        kanvas.teks(_KANAN, y + 13, _LEBAR_KANAN, tinggi_satu - 26, [satu], nama="Tanya")
        y += tinggi_satu


def _jalur(kanvas: Kanvas, slaid: SlaidUnit, y: float) -> float:
    """Skor a quarter as columns; a quarter without one has its word in the gap. Returns the y below."""
    if not slaid.jalur:
        return y
    kanvas.teks(_KANAN, y - 4, _LEBAR_KANAN, 30, [alinea("Skor tiap triwulan", 13, warna=REDUP, tebal=True)])
    y += 32
    n, setinggi, dasar = len(slaid.jalur), 160.0, 36.0
    lebar_semua = _LEBAR_KANAN if n > 2 else _LEBAR_KANAN * n / 3
    ada = [satu.nilai for satu in slaid.jalur if satu.nilai is not None]
    ruas = lebar_semua / n
    for i, satu in enumerate(slaid.jalur):
        if satu.nilai is None:
            pt, baris = muat(bersih(satu.teks), ruas - 10, 80, dari=12, sampai=8)
            teks = ringkas(bersih(satu.teks), ruas - 10, pt, 3)
            tinggi_kata = min(baris, 3) * tinggi_baris(pt)
            kotak = (_KANAN + i * ruas + 5, y + setinggi - dasar - tinggi_kata - 8, ruas - 10, tinggi_kata)
            kanvas.teks(*kotak, [alinea(teks, pt, warna=REDUP, rata="ctr")], nama="Tanpa skor")
        if not ada:
            kanvas.teks(
                _KANAN + i * ruas,
                y + setinggi - dasar + 4,
                ruas,
                30,
                [alinea(satu.nama, 12, warna=REDUP, rata="ctr")],
            )
    if not ada:
        kanvas.garis(_KANAN, y + setinggi - dasar, _KANAN + lebar_semua, y + setinggi - dasar, TINTA, 2)
        return y + setinggi + 16
    gaya = [TANGGA[satu.posisi] if satu.posisi is not None else None for satu in slaid.jalur]
    seri = SeriBatang(
        "Skor", [satu.nilai for satu in slaid.jalur], [g.isi if g else LALU for g in gaya],
        [g.tepi if g else LALU_TEPI for g in gaya],
        [
            Label(f"{g.tanda} {satu.teks}" if g else satu.teks, "outEnd", 13, g.teks if g else TINTA, tebal=True)
            if satu.nilai is not None else None
            for satu, g in zip(slaid.jalur, gaya, strict=True)
        ], 1,
    )  # fmt: skip
    kategori = [bersih(satu.nama) for satu in slaid.jalur]
    lembar: list[list[Isi]] = [
        ["Triwulan", "Skor", "Tercetak"],
        *([k, s.nilai, s.teks] for k, s in zip(kategori, slaid.jalur, strict=True)),
    ]
    atas = 34.0
    kanvas.tambah_bagan(
        Bagan(
            "Skor tiap triwulan", (_KANAN, y, lebar_semua, setinggi),
            batang(kategori, [(seri, 90)], mendatar=False, bawah=min(0.0, *ada), atas=max(100.0, *ada),
                   plot=(0.0, atas / setinggi, 1.0, (setinggi - atas - dasar) / setinggi), sumbu=True),
            tulis_lembar(lembar),
            "Skor tiap triwulan: " + "; ".join(f"{s.nama} {s.teks}" for s in slaid.jalur) + ".",
        )
    )  # fmt: skip
    return y + setinggi + 16


def _anggaran(kanvas: Kanvas, isi: AnggaranSlaid, posisi: int | None, y: float) -> float:
    """Budget beside performance, both in per cent of the plan; a line at the reference. Returns the y below."""
    kanvas.garis(_KANAN, y, KANAN, y, GARIS_KUAT, 1.5)
    y += 12
    kanvas.teks(_KANAN, y, _LEBAR_KANAN, 30, [
        Alinea((Ruas("Kinerja dan anggaran", REDUP, tebal=True),), 13)])  # fmt: skip
    y += 34
    kata, angka, setinggi = 130.0, 128.0, 40.0
    lebar_rel = _LEBAR_KANAN - kata - angka
    gaya = TANGGA[posisi] if posisi is not None else None
    atas = max(100.0, isi.acuan, *(n for n in (isi.skor, isi.serapan) if n is not None))
    pasangan = (("Skor", isi.skor, isi.teks_skor), ("Serapan", isi.serapan, isi.teks_serapan))
    for urutan, (nama, nilai, teks) in enumerate(pasangan):
        tengah = y + urutan * setinggi
        kanvas.teks(_KANAN, tengah, kata, setinggi, [alinea(nama, 13)], jangkar="ctr")
        kanvas.kotak(_KANAN + kata, tengah + 9, lebar_rel, setinggi - 18, JALUR, nama="Jalur")
        if nilai is None:
            pt, _ = muat(bersih(teks), lebar_rel - 16, tinggi_baris(12), dari=12, sampai=9)
            kanvas.teks(
                _KANAN + kata + 8, tengah, lebar_rel - 16, setinggi, [alinea(teks, pt, warna=REDUP)], jangkar="ctr"
            )
    if isi.skor is not None or isi.serapan is not None:
        seri = SeriBatang(
            "Persen", [isi.skor, isi.serapan], [gaya.isi if gaya else LALU, SAMAR],
            [gaya.tepi if gaya else LALU_TEPI, SAMAR], [], 1,
        )  # fmt: skip
        # The numbers stand in one column at right: labels of unseen bars as long as the axis.
        ujung = [atas if nilai is not None else None for _, nilai, _ in pasangan]
        label = [
            Label(teks, "outEnd", 14, TINTA, tebal=True) if nilai is not None else None
            for _, nilai, teks in pasangan
        ]
        angka_seri = SeriBatang("Letak angka", ujung, [None, None], [None, None], label, 3)
        xml = batang(("Skor", "Serapan"), [(seri, 150), (angka_seri, 150)], mendatar=True, bawah=0.0, atas=atas,
                     plot=(0.0, 0.0, lebar_rel / (lebar_rel + angka), 1.0))  # fmt: skip
        lembar: list[list[Isi]] = [
            ["", "Persen", "Tercetak", "Letak angka"],
            *([a, b, c, d] for (a, b, c), d in zip(pasangan, ujung, strict=True)),
            ["Acuan", isi.acuan, isi.teks_acuan],
        ]
        kanvas.tambah_bagan(
            Bagan(
                "Kinerja dan anggaran", (_KANAN + kata, y, lebar_rel + angka, 2 * setinggi), xml,
                tulis_lembar(lembar),
                f"Skor {isi.teks_skor}, serapan {isi.teks_serapan}, {isi.teks_acuan}.",
            )
        )  # fmt: skip
    letak = _KANAN + kata + isi.acuan / atas * lebar_rel
    kanvas.garis(letak, y + setinggi + 2, letak, y + 2 * setinggi - 2, TINTA, 4)
    y += 2 * setinggi + 4
    teks = " · ".join(bersih(t) for t in (isi.teks_acuan, isi.keterangan) if t)
    pt, baris = muat(teks, _LEBAR_KANAN, 60, dari=12, sampai=9)
    kanvas.teks(
        _KANAN, y, _LEBAR_KANAN, baris * tinggi_baris(pt), [alinea(teks, pt, warna=SAMAR)], nama="Keterangan"
    )
    return y + baris * tinggi_baris(pt) + 16
