"""What every slide has: the line above the title, the title, the rule, the quarter rail, foot and page number."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.charts.tokens import GARIS, NILA, REDUP, SAMAR, TANGGA, TINTA
from sakip_app.reports.pptx.canvas import KANAN, KIRI, LEBAR, Alinea, Kanvas, Ruas, alinea, emu, sifat_ruas
from sakip_app.reports.pptx.measure import bersih, muat, ringkas, tinggi_baris
from sakip_app.reports.slides import Dek

_REL, _KAKI = 1004, 1020
_JUDUL_TINGGI = 200


def kepala(kanvas: Kanvas, mata: str, judul: str, *, tambahan: Sequence[Ruas] = ()) -> float:
    """Eyebrow, title and rule; returns the y below the rule.

    The title stands at 32 pt, and down to 24 pt over several lines; smaller only where it is a paragraph.
    """
    pt_mata, _ = muat(bersih(mata), LEBAR, tinggi_baris(13), dari=13, sampai=9)
    kanvas.teks(
        KIRI, 48, LEBAR, tinggi_baris(pt_mata), [alinea(mata, pt_mata, warna=REDUP, tebal=True)], nama="Mata"
    )
    bersihan = bersih(judul)
    pt = 32.0
    while True:
        isi = Alinea((Ruas(bersihan, TINTA, tebal=True), *tambahan), pt)
        tinggi = isi.tinggi(LEBAR)
        if tinggi <= (tinggi_baris(pt) if pt > 24 else _JUDUL_TINGGI) + 1 or pt <= 12:
            break
        pt -= 1
    kanvas.judul(86, tinggi, [isi])
    return 86 + tinggi + 20


def garis_atas(kanvas: Kanvas, y: float, kiri: float = KIRI, kanan: float = KANAN) -> float:
    """The 2 px ink rule over a section; returns the y where its content begins."""
    kanvas.garis(kiri, y, kanan, y, TINTA, 3)
    return y + 20


def kaki(kanvas: Kanvas, dek: Dek, nomor: int, banyak: int) -> None:
    """The quarter rail (past ink, current indigo, coming grey), the foot line and the page number."""
    ruas = (LEBAR - 3 * 4) / 4
    for urutan in range(4):
        warna = TINTA if urutan + 1 < dek.triwulan else NILA if urutan + 1 == dek.triwulan else GARIS
        kanvas.kotak(KIRI + urutan * (ruas + 4), _REL, ruas, 6, warna, nama=f"Rel TW {urutan + 1}")
    ruang = LEBAR - 180
    teks = bersih(dek.kaki)
    pt, baris = muat(teks, ruang, tinggi_baris(12), dari=12, sampai=11)
    if baris > 1:
        pt, _ = muat(teks, ruang, 50, dari=11, sampai=8)
        teks = ringkas(teks, ruang, pt, int(50 // tinggi_baris(pt)))
    kanvas.teks(KIRI, _KAKI, ruang, 50, [alinea(teks, pt, warna=SAMAR)], nama="Kaki")
    sifat = sifat_ruas("rPr", 12, SAMAR, tebal=False)
    kanvas.mentah(
        '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Nomor slaid"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{emu(KANAN - 160)}" y="{emu(_KAKI)}"/><a:ext cx="{emu(160)}" cy="{emu(30)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" '
        'tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="r"/>'
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{sifat}<a:t>{nomor}</a:t></a:fld>'
        f"<a:r>{sifat}<a:t> / {banyak}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def tanda(posisi: int | None, teks: str, *, pt: float | None = None) -> tuple[Ruas, ...]:
    """A word with the sign and colour of its band; without a band in grey."""
    if posisi is None:
        return (Ruas(bersih(teks), REDUP, pt=pt),)
    gaya = TANGGA[posisi]
    return (
        Ruas(f"{gaya.tanda}\u00a0", gaya.tepi, tebal=True, pt=pt),
        Ruas(bersih(teks), gaya.teks, tebal=True, pt=pt),
    )


def kalimat_besar(kanvas: Kanvas, y: float, teks: str) -> None:
    """A sentence in place of a figure."""
    pt, baris = muat(bersih(teks), LEBAR - 300, 500, dari=22, sampai=12)
    kanvas.teks(
        KIRI, y + 40, LEBAR - 300, baris * tinggi_baris(pt), [alinea(teks, pt, warna=REDUP)], nama="Kosong"
    )
