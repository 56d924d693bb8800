"""The red list: a native table of the units that need a decision, and why."""

from __future__ import annotations

from sakip_app.charts.tokens import REDUP, SAMAR, TEKS_BAHAYA
from sakip_app.reports.pptx.canvas import ATAS_KAKI, KIRI, Alinea, Kanvas, Ruas, alinea
from sakip_app.reports.pptx.frame import garis_atas, kalimat_besar, kepala, tanda
from sakip_app.reports.pptx.measure import bersih, ringkas
from sakip_app.reports.pptx.meeting import kata_keadaan
from sakip_app.reports.pptx.table import SELA, Baris, Kolom, pilih_isi, tulis_tabel
from sakip_app.reports.slides import BarisMerahSlaid, SlaidMerah


def gambar_merah(kanvas: Kanvas, slaid: SlaidMerah) -> None:
    """A row a unit, worst first; kendala and follow-up are shortened before the indicator's name is."""
    y = kepala(kanvas, slaid.mata, slaid.judul)
    if not slaid.baris:
        kalimat_besar(kanvas, garis_atas(kanvas, y), slaid.kosong or "")
        return
    panjang = max(len(satu.penahan) for satu in slaid.baris)
    tengah = 620 if panjang < 160 else 760
    kolom = (
        Kolom("Skor dan predikat", 400), Kolom("Yang menahan, dan kendalanya", tengah),
        Kolom("Tindak lanjut", 1068 - tengah), Kolom("", 260, "r"),
    )  # fmt: skip

    def isi(pt: float, batas: int) -> list[Baris]:
        return [_baris(satu, kolom, pt, batas) for satu in slaid.baris]

    baris, setinggi = pilih_isi(kolom, ATAS_KAKI - y - 46, isi)
    tulis_tabel(kanvas, KIRI, y, kolom, baris, setinggi, nama="Daftar merah")


def _baris(satu: BarisMerahSlaid, kolom: tuple[Kolom, ...], pt: float, batas: int) -> Baris:
    arah = (Ruas("  " + bersih(satu.arah).replace(" ", "\u00a0"), REDUP),) if satu.arah else ()
    angka = (*tanda(satu.posisi, f"{satu.teks} {satu.predikat}"), *arah)
    nama = ringkas(bersih(satu.nama), kolom[0].lebar - SELA, pt, 99 if pt >= 12 else 3, tebal=True)
    tengah = [alinea(satu.penahan, pt)]
    if satu.kendala and batas > 1:
        pendek = ringkas(bersih(satu.kendala), kolom[1].lebar - SELA, max(pt - 1, 10), min(batas - 1, 2))
        tengah.append(alinea(pendek, max(pt - 1, 10), warna=SAMAR))
    promise = ringkas(bersih(satu.tindak_lanjut), kolom[2].lebar - SELA, pt, max(batas, 2))
    return (
        (alinea(nama, pt, tebal=True), Alinea(angka, pt)),
        tengah,
        (alinea(promise or "belum ada", pt, warna=REDUP if promise else TEKS_BAHAYA),),
        (kata_keadaan(satu.keadaan, satu.kata, max(pt - 2, 9)),),
    )
