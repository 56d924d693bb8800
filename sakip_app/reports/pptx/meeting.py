"""The slides of the meeting itself: agenda with the trust line, last meeting's follow-ups, highlights, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.charts.tokens import GARIS, NILA, PUTIH, REDUP, SAMAR, TANGGA, TEKS_BAHAYA, TINT_BAHAYA, TINTA
from sakip_app.reports.pptx.canvas import (
    ATAS_KAKI,
    KANAN,
    KIRI,
    LEBAR,
    Alinea,
    Kanvas,
    Ruas,
    alinea,
    tinggi,
    ubah_pt,
)
from sakip_app.reports.pptx.frame import garis_atas, kalimat_besar, kepala
from sakip_app.reports.pptx.measure import bersih, lebar, ringkas, tinggi_baris
from sakip_app.reports.pptx.table import SELA, Baris, Kolom, pilih_isi, tulis_tabel
from sakip_app.reports.slides import SlaidAgenda, SlaidJanji, SlaidKeputusan, SlaidSorotan

#: fill, edge, colour of the sign, sign, colour of the words of a follow-up's state
KEADAAN: dict[str, tuple[str, str, str, str, str]] = {
    "selesai": (TINTA, TINTA, PUTIH, "✓", TINTA),
    "berjalan": (PUTIH, NILA, NILA, "→", NILA),
    "belum": (PUTIH, SAMAR, SAMAR, "–", REDUP),
    "lewat": (TINT_BAHAYA, TANGGA[4].isi, TANGGA[4].isi, "×", TEKS_BAHAYA),
    "tercatat": (PUTIH, NILA, NILA, "→", NILA),
    "belum_ada": (PUTIH, TANGGA[4].isi, TANGGA[4].isi, "×", TEKS_BAHAYA),
}
_KANAN_AGENDA = 1240


def kata_keadaan(keadaan: str, kata: str, pt: float, *, rata: str = "r") -> Alinea:
    """The state of a follow-up in a table: sign and word in its colour."""
    _, _, _, tanda, warna = KEADAAN.get(keadaan, KEADAAN["belum"])
    return Alinea((Ruas(f"{tanda} {bersih(kata)}", warna, tebal=True),), pt, rata)


def gambar_agenda(kanvas: Kanvas, slaid: SlaidAgenda) -> None:
    """Parts of the meeting at left, what the figures can be trusted for at right."""
    y = kepala(kanvas, slaid.mata, slaid.judul)
    lebar_kiri = (_KANAN_AGENDA - 64 if slaid.percaya else KANAN) - KIRI
    atas = garis_atas(kanvas, y, KIRI, KIRI + lebar_kiri)
    kolom = (Kolom("", 64), Kolom("", lebar_kiri - 64))

    def isi(pt: float, batas: int) -> list[Baris]:
        return [
            (
                (alinea(str(nomor), pt + 3, warna=REDUP, tebal=True),),
                (
                    alinea(butir.judul, pt + 3, tebal=True),
                    alinea(
                        ringkas(bersih(butir.keterangan), kolom[1].lebar - SELA, pt, max(batas, 1)),
                        pt,
                        warna=REDUP,
                    ),
                ),
            )
            for nomor, butir in enumerate(slaid.butir, 1)
        ]

    baris, tinggi_baris_ = pilih_isi(kolom, ATAS_KAKI - atas, isi, padat=28)
    tulis_tabel(kanvas, KIRI, atas - 8, kolom, baris, tinggi_baris_, nama="Agenda", kepala=False)
    if slaid.percaya:
        _percaya(kanvas, slaid, y)


def _percaya(kanvas: Kanvas, slaid: SlaidAgenda, y: float) -> None:
    ruang = KANAN - _KANAN_AGENDA
    atas = garis_atas(kanvas, y, _KANAN_AGENDA, KANAN)
    kanvas.teks(
        _KANAN_AGENDA,
        atas,
        ruang,
        40,
        [alinea("Sejauh mana angkanya dapat dipegang", 13, warna=REDUP, tebal=True)],
    )
    butir = [
        alinea(satu.teks, 18, warna=TEKS_BAHAYA if satu.bahaya else TINTA, tebal=satu.bahaya)
        for satu in slaid.percaya
    ]
    _bertumpuk(kanvas, _KANAN_AGENDA, atas + 48, ruang, ATAS_KAKI, butir, kecil=10)


def _bertumpuk(
    kanvas: Kanvas, x: float, y: float, ruang: float, bawah: float, isi: Sequence[Alinea], *, kecil: float = 11
) -> float:
    """Paragraphs below each other, a hairline between them, as large as they fit; returns the lower edge."""
    pt = max((satu.pt for satu in isi), default=12)
    while sum(a.tinggi(ruang) + 30 for a in ubah_pt(isi, pt)) > bawah - y and pt > kecil:
        pt -= 1
    for urutan, satu in enumerate(ubah_pt(isi, pt)):
        if urutan:
            kanvas.garis(x, y, x + ruang, y, GARIS, 1.5)
        setinggi = satu.tinggi(ruang)
        kanvas.teks(x, y + 14, ruang, setinggi, [satu])
        y += setinggi + 30
    return y


def gambar_sorotan(kanvas: Kanvas, slaid: SlaidSorotan) -> None:
    """Up to six sentences, large, a hairline between them."""
    atas = garis_atas(kanvas, kepala(kanvas, slaid.mata, slaid.judul))
    if not slaid.kalimat:
        kalimat_besar(kanvas, atas, "Tidak ada yang menonjol.")
        return
    isi = [alinea(satu.teks, 22) for satu in slaid.kalimat]
    _bertumpuk(kanvas, KIRI, atas, LEBAR, ATAS_KAKI, isi, kecil=12)


def gambar_janji(kanvas: Kanvas, slaid: SlaidJanji) -> None:
    """A mark a follow-up, counted by state; then those not done as a table."""
    y = kepala(kanvas, slaid.mata, slaid.judul)
    if slaid.hitungan:
        y = _petak(kanvas, slaid, y + 16)
    if not slaid.baris:
        garis_atas(kanvas, y + 8)
        return
    kolom = (
        Kolom(slaid.judul_baris or "Tindak lanjut", 540),
        Kolom("Penanggung jawab", 320),
        Kolom("Tenggat", 246),
        Kolom("Keadaan hari ini", 336),
        Kolom("", 286, "r"),
    )

    def isi(pt: float, batas: int) -> list[Baris]:
        return [
            (
                _dua(satu.apa, satu.unit, pt, kolom[0].lebar - SELA, batas),
                (
                    alinea(
                        ringkas(bersih(satu.penanggung_jawab), kolom[1].lebar - SELA, pt, max(batas, 1)),
                        pt,
                        warna=REDUP,
                    ),
                ),
                (alinea(satu.tenggat or "tanpa tenggat", pt, warna=TINTA if satu.tenggat else SAMAR),),
                (alinea(ringkas(bersih(satu.catatan), kolom[3].lebar - SELA, pt, max(batas, 1)), pt),),
                (kata_keadaan(satu.keadaan, satu.kata, max(pt - 2, 9)),),
            )
            for satu in slaid.baris
        ]

    baris, setinggi = pilih_isi(kolom, ATAS_KAKI - y - 46, isi)
    tulis_tabel(kanvas, KIRI, y, kolom, baris, setinggi, nama="Tindak lanjut yang belum selesai")


def _dua(utama: str, kedua: str, pt: float, ruang: float, batas: int) -> tuple[Alinea, ...]:
    """A bold text and a smaller grey line below it, if any; ``batas`` 0 is one line, else two more than its number."""
    awal = alinea(ringkas(bersih(utama), ruang, pt, batas + 2 if batas else 1, tebal=True), pt, tebal=True)
    if not kedua:
        return (awal,)
    kecil = max(pt - 2, 9)
    return awal, alinea(ringkas(bersih(kedua), ruang, kecil, 2 if batas > 1 else 1), kecil, warna=SAMAR)


def _petak(kanvas: Kanvas, slaid: SlaidJanji, y: float) -> float:
    """The marks, in one line as long as they are few, each state above its words; returns the y below."""
    banyak = sum(n for _, _, n in slaid.hitungan)
    susun = 1 if banyak <= 20 else 2 if banyak <= 48 else 3
    kata = [bersih(teks) for _, teks, _ in slaid.hitungan]
    langkah, pt = {1: 86.0, 2: 56.0, 3: 40.0}[susun], 18.0
    while True:
        ruang = [
            max(-(-n // susun) * langkah, lebar(teks, pt, tebal=True) + 36)
            for teks, (_, _, n) in zip(kata, slaid.hitungan, strict=True)
        ]
        if sum(ruang) <= LEBAR + 36 or langkah < 6:
            break
        langkah, pt = langkah * 0.94, max(pt - 1, 12)
    sisi = langkah * 0.84
    x, bawah = float(KIRI), y + susun * langkah
    for (keadaan, _, n), teks, lebar_kelompok in zip(slaid.hitungan, kata, ruang, strict=True):
        dasar, tepi, warna, tanda, warna_kata = KEADAAN.get(keadaan, KEADAAN["belum"])
        kolom = -(-n // susun)
        for urutan in range(n):
            isi = [alinea(tanda, sisi / 3.6, warna=warna, tebal=True, rata="ctr")] if sisi > 26 else ()
            atas = y + urutan // kolom * langkah
            kanvas.kotak(
                x + urutan % kolom * langkah, atas, sisi, sisi, dasar, tepi=tepi, isi=isi, nama=bersih(teks)
            )
        kanvas.teks(x, bawah, lebar_kelompok, tinggi_baris(pt), [alinea(teks, pt, warna=warna_kata, tebal=True)])
        x += lebar_kelompok
    return bawah + tinggi_baris(pt) + 28


def gambar_keputusan(kanvas: Kanvas, slaid: SlaidKeputusan) -> None:
    """What was decided: what, who, by when, measured by what, new or carried."""
    y = kepala(kanvas, slaid.mata, slaid.judul)
    if not slaid.baris:
        kalimat_besar(kanvas, garis_atas(kanvas, y), slaid.kosong or "")
        return
    kolom = (
        Kolom("", 56), Kolom("Yang diputuskan", 560), Kolom("Penanggung jawab", 310), Kolom("Tenggat", 246),
        Kolom("Ukuran berhasil", 260), Kolom("", 296, "r"),
    )  # fmt: skip

    def isi(pt: float, batas: int) -> list[Baris]:
        return [
            (
                (alinea(str(nomor), pt, warna=REDUP, tebal=True),),
                _dua(satu.apa, satu.unit, pt, kolom[1].lebar - SELA, batas),
                (alinea(ringkas(bersih(satu.penanggung_jawab), kolom[2].lebar - SELA, pt, batas + 1) or "–", pt),),
                (alinea(satu.tenggat or "tanpa tenggat", pt, warna=TINTA if satu.tenggat else SAMAR),),
                (alinea(ringkas(bersih(satu.ukuran), kolom[4].lebar - SELA, pt, max(batas, 1)), pt, warna=REDUP),),
                (
                    alinea(
                        satu.kata, max(pt - 2, 9), warna=TEKS_BAHAYA if satu.dibawa else NILA, tebal=True, rata="r"
                    ),
                ),
            )
            for nomor, satu in enumerate(slaid.baris, 1)
        ]

    baris, setinggi = pilih_isi(kolom, ATAS_KAKI - y - 46, isi)
    tulis_tabel(kanvas, KIRI, y, kolom, baris, setinggi, nama="Keputusan rapat")


__all__ = ["gambar_agenda", "gambar_janji", "gambar_keputusan", "gambar_sorotan", "kata_keadaan", "tinggi"]
