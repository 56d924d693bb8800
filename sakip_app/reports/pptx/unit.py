"""A unit: its worst indicators as bullets at left; path, budget and questions at right."""

from __future__ import annotations

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
from sakip_app.reports.pptx.bullet import gambar_bullet
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KANAN, KIRI, Alinea, Bagan, Kanvas, Ruas, alinea
from sakip_app.reports.pptx.chart import Label, SeriBatang, batang
from sakip_app.reports.pptx.frame import garis_atas, kepala, tanda
from sakip_app.reports.pptx.measure import bersih, muat, ringkas, tinggi_baris
from sakip_app.reports.pptx.sheet import tulis_lembar
from sakip_app.reports.slides import AnggaranSlaid, BarisPenahan, SlaidUnit

_AKHIR_KIRI, _KANAN = 1120, 1184
_LEBAR_KIRI, _LEBAR_KANAN = _AKHIR_KIRI - KIRI, KANAN - _KANAN
_REL = 64
"""Px of a bullet with the letters below it."""


def gambar_unit(kanvas: Kanvas, slaid: SlaidUnit, triwulan: int) -> None:
    """Everything on one slide; what has no figure has its word."""
    tambahan: list[Ruas] = []
    judul = bersih(slaid.judul)
    if slaid.teks and slaid.teks not in judul:
        tambahan.append(Ruas(f" {bersih(slaid.teks)}", TINTA, tebal=True))
    if slaid.predikat and slaid.posisi is not None:
        tambahan += [Ruas("   ", TINTA, pt=20), *tanda(slaid.posisi, slaid.predikat, pt=20)]
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
    bawah = ATAS_KAKI - 8
    if slaid.keterangan:
        teks = ringkas(bersih(slaid.keterangan), _LEBAR_KIRI, 12, 2)
        isi = alinea(teks, 12, warna=SAMAR)
        bawah -= isi.tinggi(_LEBAR_KIRI) + 8
        kanvas.teks(KIRI, bawah + 8, _LEBAR_KIRI, isi.tinggi(_LEBAR_KIRI), [isi], nama="Keterangan")
    susunan = _susun(slaid.penahan, bawah - y)
    longgar = max(0.0, min(28.0, (bawah - y - sum(t for *_, t in susunan)) / len(susunan)))
    for urutan, (satu, (nama, kendala, setinggi)) in enumerate(zip(slaid.penahan, susunan, strict=True)):
        if urutan:
            kanvas.garis(KIRI, y, _AKHIR_KIRI, y, GARIS, 1.5)
        _penahan(kanvas, satu, nama, kendala, y + longgar / 2, triwulan)
        y += setinggi + longgar


def _nama(satu: BarisPenahan, pt: float) -> Alinea:
    ruas = [Ruas(bersih(satu.nama), TINTA, tebal=True)]
    if satu.meta:
        ruas.append(Ruas(f" · {bersih(satu.meta)}", REDUP))
    return Alinea(tuple(ruas), pt)


def _susun(penahan: tuple[BarisPenahan, ...], ruang: float) -> list[tuple[Alinea, Alinea | None, float]]:
    """Name, kendala and height of each row: kendala gives way first, then the names are set smaller."""
    for pt, batas in (
        (15, 2),
        (14, 2),
        (13, 2),
        (12, 2),
        (12, 1),
        (11, 1),
        (12, 0),
        (11, 0),
        (10, 0),
        (9, 0),
        (8, 0),
    ):
        hasil = []
        for satu in penahan:
            nama = _nama(satu, pt)
            kendala = None
            if satu.kendala and batas:
                teks = ringkas(f"Kendala: {bersih(satu.kendala)}", _LEBAR_KIRI, 12, batas)
                kendala = alinea(teks, 12, warna=REDUP)
            tinggi = 10 + nama.tinggi(_LEBAR_KIRI) + 6 + _REL + 8
            hasil.append((nama, kendala, tinggi + (kendala.tinggi(_LEBAR_KIRI) + 6 if kendala else 0)))
        if sum(t for *_, t in hasil) <= ruang:
            break
    return hasil


def _penahan(
    kanvas: Kanvas, satu: BarisPenahan, nama: Alinea, kendala: Alinea | None, y: float, triwulan: int
) -> None:
    tinggi_nama = nama.tinggi(_LEBAR_KIRI)
    kanvas.teks(KIRI, y + 10, _LEBAR_KIRI, tinggi_nama, [nama], nama="Indikator")
    y += 10 + tinggi_nama + 6
    rel = _LEBAR_KIRI - 330
    ada = gambar_bullet(kanvas, satu, (KIRI, y, rel, _REL), triwulan)
    x = KIRI + rel + 28 if ada else KIRI
    ruang = _AKHIR_KIRI - x
    gabung = f"{bersih(satu.realisasi)} {bersih(satu.pembanding)}"
    pt, baris = muat(gabung, ruang, tinggi_baris(18), dari=18, sampai=12)
    if baris > 1:
        pt, baris = muat(gabung, ruang, tinggi_baris(12), dari=12, sampai=7)
    angka = Alinea(
        (
            Ruas(bersih(satu.realisasi), TINTA, tebal=True),
            Ruas(f" {bersih(satu.pembanding)}", REDUP, pt=max(8, pt - 3)),
        ),
        pt,
    )
    isi = [angka]
    if satu.capaian:
        isi.append(Alinea((*tanda(satu.posisi, satu.capaian),), 12))
    kanvas.teks(x, y - 8, ruang, _REL + 8, isi, nama="Angka")
    if kendala is not None:
        y += _REL + 2
        kanvas.teks(KIRI, y, _LEBAR_KIRI, kendala.tinggi(_LEBAR_KIRI), [kendala], nama="Kendala")


def _kanan(kanvas: Kanvas, slaid: SlaidUnit, y: float) -> None:
    y = _jalur(kanvas, slaid, y)
    if slaid.anggaran is not None:
        y = _anggaran(kanvas, slaid.anggaran, slaid.posisi, y)
    if not slaid.tanya:
        return
    pt = 17.0
    while True:
        isi = [Alinea((Ruas("Tanya: ", NILA, tebal=True), Ruas(bersih(k.teks))), pt) for k in slaid.tanya]
        tinggi = [satu.tinggi(_LEBAR_KANAN) + 26 for satu in isi]
        if sum(tinggi) <= ATAS_KAKI - y or pt <= 8:
            break
        pt -= 1
    for satu, setinggi in zip(isi, tinggi, strict=True):
        kanvas.garis(_KANAN, y, KANAN, y, GARIS_KUAT, 1.5)
        kanvas.teks(_KANAN, y + 13, _LEBAR_KANAN, setinggi - 26, [satu], nama="Tanya")
        y += setinggi


def _jalur(kanvas: Kanvas, slaid: SlaidUnit, y: float) -> float:
    """Skor a quarter as columns; a quarter without one has its word in the gap. Returns the y below."""
    if not slaid.jalur:
        return y
    kanvas.teks(_KANAN, y - 4, _LEBAR_KANAN, 30, [alinea("Skor tiap triwulan", 13, warna=REDUP, tebal=True)])
    y += 32
    n, tinggi, dasar = len(slaid.jalur), 176.0, 36.0
    lebar_semua = _LEBAR_KANAN if n > 2 else _LEBAR_KANAN * n / 3
    ada = [satu.nilai for satu in slaid.jalur if satu.nilai is not None]
    ruas = lebar_semua / n
    for i, satu in enumerate(slaid.jalur):
        if satu.nilai is None:
            pt, baris = muat(bersih(satu.teks), ruas - 10, 80, dari=12, sampai=8)
            teks = ringkas(bersih(satu.teks), ruas - 10, pt, 3)
            setinggi = min(baris, 3) * tinggi_baris(pt)
            kotak = (_KANAN + i * ruas + 5, y + tinggi - dasar - setinggi - 8, ruas - 10, setinggi)
            kanvas.teks(*kotak, [alinea(teks, pt, warna=REDUP, rata="ctr")], nama="Tanpa skor")
        if not ada:
            kanvas.teks(
                _KANAN + i * ruas,
                y + tinggi - dasar + 4,
                ruas,
                30,
                [alinea(satu.nama, 12, warna=REDUP, rata="ctr")],
            )
    if not ada:
        kanvas.garis(_KANAN, y + tinggi - dasar, _KANAN + lebar_semua, y + tinggi - dasar, TINTA, 2)
        return y + tinggi + 22
    gaya = [TANGGA[satu.posisi] if satu.posisi is not None else None for satu in slaid.jalur]
    seri = SeriBatang(
        "Skor", [satu.nilai for satu in slaid.jalur], [g.isi if g else LALU for g in gaya], [g.tepi if g else LALU_TEPI for g in gaya],
        [
            Label(f"{g.tanda} {satu.teks}" if g else satu.teks, "outEnd", 13, g.teks if g else TINTA, tebal=True)
            if satu.nilai is not None else None
            for satu, g in zip(slaid.jalur, gaya, strict=True)
        ], 1,
    )  # fmt: skip
    kategori = [bersih(satu.nama) for satu in slaid.jalur]
    lembar = [
        ["Triwulan", "Skor", "Tercetak"],
        *([k, s.nilai, s.teks] for k, s in zip(kategori, slaid.jalur, strict=True)),
    ]
    atas = 34.0
    kanvas.tambah_bagan(
        Bagan(
            "Skor tiap triwulan", (_KANAN, y, lebar_semua, tinggi),
            batang(kategori, [(seri, 90)], mendatar=False, bawah=min(0.0, *ada), atas=max(100.0, *ada),
                   plot=(0.0, atas / tinggi, 1.0, (tinggi - atas - dasar) / tinggi), sumbu=True),
            tulis_lembar(lembar),
            "Skor tiap triwulan: " + "; ".join(f"{s.nama} {s.teks}" for s in slaid.jalur) + ".",
        )
    )  # fmt: skip
    return y + tinggi + 22


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
        lembar: list[list[str | float | None]] = [
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
