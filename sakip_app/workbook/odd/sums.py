"""Quarters against their year, and quarters against the quarter before."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from sakip_app.workbook.odd.row import ROMAWI, Amatan, Pengamatan, decimals, figure, label
from sakip_app.workbook.polaritas import propose

SEMUA = frozenset({"jumlah", "nilai_akhir", "rata_rata", "maksimum"})
KEBIASAAN = 0.8  # share of the telling rows that shows what quarters of a sheet hold
BARIS_KEBIASAAN = 5
_MENURUT = {
    "jumlah": " (jumlah triwulan)",
    "nilai_akhir": " (nilai triwulan terakhir)",
    "rata_rata": " (rata-rata triwulan)",
    "maksimum": " (nilai tertinggi)",
}


def readings(isi: dict[int, float], tahun: float) -> set[str]:
    """The ways of joining quarters that give the year: sum, last, mean, greatest; rounding is forgiven.

    Example:
        >>> sorted(readings({1: 3, 2: 3, 3: 3, 4: 3}, 12))
        ['jumlah']
        >>> sorted(readings({2: 33.3, 3: 33.3, 4: 33.3}, 100))
        ['jumlah']
    """
    nilai = list(isi.values())
    jumlah, beda = math.fsum(nilai), 1e-6 + abs(tahun) * 1e-6
    hasil = set()
    if abs(jumlah - tahun) <= beda or abs(jumlah - tahun) <= beda + _typed(nilai):
        hasil.add("jumlah")
    if abs(nilai[-1] - tahun) <= beda:
        hasil.add("nilai_akhir")
    if abs(max(nilai) - tahun) <= beda:
        hasil.add("maksimum")
    rerata = abs(jumlah / len(nilai) - tahun)
    if rerata <= beda or (rerata <= 0.5 and rerata <= beda + 0.5 * 10.0 ** -decimals(tahun)):
        hasil.add("rata_rata")
    return hasil


def _typed(nilai: Sequence[float]) -> float:
    """By how much a sum may be off because its parts were typed with few decimals; whole numbers are exact."""
    angka = max(decimals(n) for n in nilai)
    return 0.5 * 10.0**-angka * len(nilai) if angka else 0.0


def check_targets(amat: Pengamatan, indikator: Sequence[Amatan]) -> set[str]:
    """Quarter targets that do not give the annual target, where the plan reaches TW IV; the targets' cells."""
    baris = []
    for satu in indikator:
        if satu.target_tahunan is not None and satu.target and not satu.berkata:
            baris.append((satu, satu.target, satu.target_tahunan))
    if not any(4 in isi for _, isi, _ in baris):  # a plan of the first quarters only
        return set()
    dilihat = set()
    for satu, isi, tahun, cara in _against(baris):
        sel = amat.sel(satu, "target", max(isi)) if cara == "nilai_akhir" else amat.sel(satu, "target_tahunan")
        menurut = _MENURUT.get(cara, "")
        rincian = _told(isi, cara)
        amat.catat("target-triwulan-tak-cocok", sel, nilai=figure(tahun), rincian=rincian, menurut=menurut)
        dilihat |= {amat.sel(satu, "target", t) for t in isi}
    return dilihat


def check_year(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """Realisasi of the year against its quarters, where they are not known to be summed (``jumlah-tak-cocok``)."""
    baris = [
        (satu, satu.realisasi, satu.realisasi_tahun)
        for satu in indikator
        if satu.realisasi_tahun is not None and satu.konsolidasi != "jumlah" and satu.realisasi
    ]
    terisi = {t for _, isi, _ in baris for t in isi}
    if terisi and len(terisi) < max(terisi):  # a sheet of one quarter that also states the year so far
        return
    for satu, isi, tahun, cara in _against(baris):
        sel = amat.sel(satu, "realisasi_tahun")
        amat.catat("tahun-tak-cocok", sel, nilai=figure(tahun), rincian=_told(isi, cara))


def _against(
    baris: Sequence[tuple[Amatan, dict[int, float], float]],
) -> list[tuple[Amatan, dict[int, float], float, str]]:
    """The rows whose quarters do not give the year, with the way that was expected (empty: any)."""
    cocok = [readings(isi, tahun) for _, isi, tahun in baris]
    # What quarters of things that are counted hold, where the sum gives the year and nothing else does, or not.
    bicara = [
        c
        for (satu, _, _), c in zip(baris, cocok, strict=True)
        if c and ("jumlah" in c) != bool(c - {"jumlah"}) and not satu.keadaan
    ]
    hitung = Counter("jumlah" if "jumlah" in c else "lain" for c in bicara)
    berisi = hitung["jumlah"] >= max(BARIS_KEBIASAAN, KEBIASAAN * hitung.total())
    terbuka = [c for (satu, _, _), c in zip(baris, cocok, strict=True) if satu.konsolidasi is None]
    asing = len(terbuka) >= BARIS_KEBIASAAN and sum(map(bool, terbuka)) < len(terbuka) / 2
    hasil = []
    for (satu, isi, tahun), c in zip(baris, cocok, strict=True):
        if satu.konsolidasi is None and asing:  # the column is something else than what the quarters make
            continue
        boleh = _accepted(satu, tambahan=berisi)
        if not boleh & c:
            hasil.append((satu, isi, tahun, next(iter(boleh)) if len(boleh) == 1 else ""))
    return hasil


def _accepted(satu: Amatan, *, tambahan: bool) -> frozenset[str]:
    """The ways in which the quarters of a row may make its year."""
    if satu.konsolidasi == "jumlah" and satu.cara_isi == "kumulatif":
        return frozenset({"jumlah", "nilai_akhir"})
    if satu.konsolidasi in SEMUA:
        return frozenset({satu.konsolidasi})
    if satu.cara_isi == "tambahan" or (tambahan and not satu.keadaan):
        return frozenset({"jumlah"})
    return SEMUA


def _told(isi: dict[int, float], cara: str) -> str:
    """Quarters in words: ``"TW I 1 + TW II 1 = 2"``, ``"berakhir pada 4,7 (TW IV)"``."""
    satu = [f"TW {ROMAWI[t - 1]} {figure(n)}" for t, n in isi.items()]
    nilai = list(isi.values())
    if cara == "jumlah" and len(satu) > 1:
        return f"{' + '.join(satu)} = {figure(math.fsum(nilai))}"
    if cara == "nilai_akhir":
        return f"berakhir pada {figure(nilai[-1])} (TW {ROMAWI[max(isi) - 1]})"
    if cara == "rata_rata" and len(satu) > 1:
        return f"{', '.join(satu)}, rata-rata {figure(round(math.fsum(nilai) / len(nilai), 4))}"
    if cara == "maksimum" and len(satu) > 1:
        return f"{', '.join(satu)}, tertinggi {figure(max(nilai))}"
    if len(satu) == 1:
        return f"hanya {satu[0]}"
    return f"{', '.join(satu)} (jumlah {figure(math.fsum(nilai))}, terakhir {figure(nilai[-1])})"


def check_falls(amat: Pengamatan, indikator: Sequence[Amatan], kosong: Container[int]) -> None:
    """Figures since January that fall from one quarter to the next, of what can only grow.

    ``kosong``: quarters that hold nothing but zeros, which is told of the sheet as a whole.
    """
    for satu in indikator:
        if satu.cara_isi == "kumulatif" and _only_grows(satu):
            _falls(amat, satu, "realisasi", satu.realisasi, kosong)
        if satu.cara_isi_anggaran == "kumulatif":
            _falls(amat, satu, "realisasi_anggaran", satu.realisasi_anggaran, kosong)


def _only_grows(satu: Amatan) -> bool:
    """Whether a figure since January cannot fall: a sum, else a count of things, or a share planned to grow."""
    if satu.konsolidasi is not None:
        return satu.konsolidasi in ("jumlah", "maksimum")
    if satu.polaritas == "minimal" or (satu.polaritas is None and propose(satu.uraian)[0] == "minimal"):
        return False
    if satu.persen:
        rencana = list(satu.target.values())
        return len(rencana) > 1 and rencana == sorted(rencana) and rencana[0] < rencana[-1]
    return not satu.keadaan


def _falls(
    amat: Pengamatan,
    satu: Amatan,
    jenis: str,
    isi: Mapping[int, float],
    kosong: Container[int],
) -> None:
    lalu: tuple[int, float] | None = None
    for t, nilai in isi.items():
        if lalu is not None and nilai < lalu[1] - 1e-6 and t not in kosong:
            amat.catat(
                "kumulatif-turun", amat.sel(satu, jenis, t), nilai=figure(nilai), kolom=label(jenis, t),
                sebelum=figure(lalu[1]), sebelum_di=f"TW {ROMAWI[lalu[0] - 1]}",
            )  # fmt: skip
        lalu = (t, nilai)
