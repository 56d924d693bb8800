"""Sentences that explain a number: what stands behind a mean, how quarters were joined, why this predikat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sakip_app.text.numbers import format_batas, format_nilai
from sakip_app.text.sentences import Potongan
from sakip_app.text.words import KATA_KONSOLIDASI, kata_status


def rincian_dinilai(n_dinilai: int, n_total: int, lain: Mapping[str, int]) -> tuple[Potongan, ...]:
    """How many indicators stand behind a mean, and why the others do not.

    Args:
        n_dinilai: assessed.
        n_total: all.
        lain: count per status of the others, in the order to be told; zeros are left out.

    Examples:
        >>> rincian_dinilai(9, 11, {"belum_dijadwalkan": 1, "tanpa_target": 0})[1].teks
        ' indikator dinilai; 1 belum dijadwalkan'
    """
    sisa = "".join(f"; {n} {kata_status(status)}" for status, n in lain.items() if n)
    depan = Potongan(f"{n_dinilai} dari {n_total}", tebal=True)
    return (depan, Potongan(f" indikator dinilai{sisa}"))


def kalimat_gabung(
    konsolidasi: str, nilai: Sequence[float | None], hasil: float, satuan: str | None = None
) -> str:
    """How the quarters were joined.

    Args:
        konsolidasi: the declared way.
        nilai: the quarters that took part; blanks are left out, zeros are not.
        hasil: the joined value, as computed elsewhere.
        satuan: unit of measure, decides the decimals.

    Examples:
        >>> kalimat_gabung("jumlah", [18.6, 17.2, 8.9], 44.7, "%")
        'Digabung dengan cara jumlah: 18,6 + 17,2 + 8,9 = 44,7.'
    """
    isi = [format_nilai(n, satuan) for n in nilai if n is not None and n == n]
    akhir, cara = format_nilai(hasil, satuan), KATA_KONSOLIDASI[konsolidasi]
    pembuka = f"Digabung dengan cara {cara}: "
    if konsolidasi == "jumlah":
        return f"{pembuka}{' + '.join(isi)} = {akhir}."
    if konsolidasi == "rata_rata":
        jumlah = f"({' + '.join(isi)})" if len(isi) > 1 else "".join(isi)
        return f"{pembuka}{jumlah} ÷ {len(isi)} = {akhir}."
    pilih = "terakhir" if konsolidasi == "nilai_akhir" else "tertinggi"
    return f"{pembuka}yang {pilih} dari {'; '.join(isi)} adalah {akhir}."


def kalimat_pita(skor: str, bawah: float | None, atas: float | None, tepi: str = ">=") -> str:
    """Why a skor has its band, with the edges it lies between.

    Args:
        skor: the skor with enough digits to see, as printed.
        bawah: lower edge of its band, ``None`` in the lowest.
        atas: lower edge of the next band up, ``None`` in the highest.
        tepi: ``">="`` or ``">"``.

    Examples:
        >>> kalimat_pita("62,0833", 51, 66)
        '51 ≤ 62,0833 < 66. Dibulatkan hanya untuk ditampilkan.'
    """
    kiri, kanan = ("≤", "<") if tepi == ">=" else ("<", "≤")
    teks = skor
    if bawah is not None:
        teks = f"{format_batas(bawah)} {kiri} {teks}"
    if atas is not None:
        teks = f"{teks} {kanan} {format_batas(atas)}"
    return f"{teks}{'' if teks.endswith('…') else '.'} Dibulatkan hanya untuk ditampilkan."


def kalimat_batas(capaian: str, *, bawah: float | None, atas: float | None, terpotong: str | None) -> str:
    """What floor and cap did to a capaian.

    Args:
        capaian: as printed.
        bawah: floor, ``None`` for none.
        atas: cap, ``None`` for none.
        terpotong: ``"bawah"`` or ``"atas"`` when it was cut there, else ``None``.

    Examples:
        >>> kalimat_batas("62,0833", bawah=0, atas=100, terpotong=None)
        'Batas bawah 0, batas atas 100. 62,0833 berada di antaranya, tidak dipotong.'
    """
    if bawah is None and atas is None:
        return "Aturan ini tidak memotong capaian."
    kata_bawah = "Tanpa batas bawah" if bawah is None else f"Batas bawah {format_batas(bawah)}"
    kata_atas = "tanpa batas atas" if atas is None else f"batas atas {format_batas(atas)}"
    if terpotong == "atas" and atas is not None:
        ekor = f"{capaian} melampaui batas atas, dihitung {format_batas(atas)}."
    elif terpotong == "bawah" and bawah is not None:
        ekor = f"{capaian} di bawah batas bawah, dihitung {format_batas(bawah)}."
    elif bawah is None or atas is None:
        ekor = f"{capaian} tidak dipotong."
    else:
        ekor = f"{capaian} berada di antaranya, tidak dipotong."
    return f"{kata_bawah}, {kata_atas}. {ekor}"
