"""The capaian a sheet prints against the figures beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from sakip_app.workbook.odd.row import ROMAWI, TRIWULAN, Pengamatan, decimals, figure, numbers
from sakip_app.workbook.result import BarisIndikator

BEDA = 0.06  # publishers round to one decimal, or cut off: 0,05 and what floats add
BATAS_ATAS = (math.inf, 100.0, 110.0, 120.0)
BARIS_TERSEDIKIT = 3
BAGIAN_COCOK = 0.6

Pasangan = tuple[float, float, str]  # realisasi, target, the two in words
Dasar = Callable[[BarisIndikator], Pasangan | None]


def check_capaian(amat: Pengamatan, indikator: Sequence[BarisIndikator]) -> None:
    """Printed capaian that no accepted formula gives.

    What it is printed against (target of the year, of the Renstra, of the quarter) is whatever gives most rows of
    the sheet their capaian; where nothing gives three rows and most of them, nothing is said.
    """
    tercetak = [(s, s.capaian_tercetak) for s in indikator if s.capaian_tercetak is not None]
    if len(tercetak) < BARIS_TERSEDIKIT:
        return
    terbaik: list[tuple[int, int, Dasar, float]] = []
    for urut, dasar in enumerate(_DASAR):
        ada = [(s, cetak, p) for s, cetak in tercetak if (p := dasar(s)) is not None]
        for skala in (1.0, 100.0):
            cocok = sum(_fits(s, cetak, skala, p) for s, cetak, p in ada)
            if cocok >= max(BARIS_TERSEDIKIT, BAGIAN_COCOK * len(ada)):
                terbaik.append((cocok, -urut, dasar, skala))
    if not terbaik:
        return
    _, _, dasar, skala = max(terbaik, key=lambda b: (b[0], b[1], b[3] == 1.0))
    for satu, cetak in tercetak:
        p = dasar(satu)
        if p is None or _fits(satu, cetak, skala, p):
            continue
        hasil = _formulas(satu, p)[0] / skala
        tulis = figure(round(cetak, 4))
        amat.catat(
            "capaian-tak-cocok", amat.sel(satu, "capaian_tercetak"), nilai=tulis, kolom="Capaian", tertulis=tulis,
            dihitung=f"{figure(round(hasil, 4))} ({p[2]})",
        )  # fmt: skip


def _fits(satu: BarisIndikator, cetak: float, skala: float, p: Pasangan) -> bool:
    """Whether a formula gives the printed value, rounded or cut off to the decimals it is printed with."""
    satuan_terakhir, persen = skala * 10.0 ** -decimals(cetak), cetak * skala
    for hasil in _formulas(satu, p):
        for atas in BATAS_ATAS:
            for nilai in {min(hasil, atas), max(0.0, min(hasil, atas))}:
                beda = nilai - persen
                if abs(beda) <= max(BEDA, abs(nilai) * 1e-6) or -satuan_terakhir / 2 <= beda < satuan_terakhir:
                    return True
    return False


def _formulas(satu: BarisIndikator, p: Pasangan) -> list[float]:
    """Capaian by each formula that the row's polaritas admits; any where it is not stated."""
    realisasi, target, _ = p
    maksimal = realisasi / target * 100
    minimal = [(2 * target - realisasi) / target * 100, target / realisasi * 100 if realisasi else 100.0]
    stabil = [100 - abs(realisasi - target) / target * 100]
    pilihan = {"maksimal": [maksimal], "minimal": minimal, "stabil": stabil}
    return pilihan.get(satu.polaritas or "", [maksimal, *minimal, *stabil])


def _pair(realisasi: float | None, target: float | None, sebutan: str) -> Pasangan | None:
    if realisasi is None or target is None or target <= 0:
        return None
    return realisasi, target, sebutan.format(figure(realisasi), figure(target))


def _of_year(s: BarisIndikator) -> Pasangan | None:
    return _pair(s.realisasi_tahun, s.target_tahunan, "realisasi setahun {} dari target setahun {}")


def _of_renstra(s: BarisIndikator) -> Pasangan | None:
    if s.realisasi_tahun is None:
        return None
    sampai = (s.realisasi_lalu or 0.0) + s.realisasi_tahun
    return _pair(sampai, s.target_renstra, "realisasi s.d. tahun ini {} dari target Renstra {}")


def _last_of_quarter(s: BarisIndikator) -> Pasangan | None:
    isi = numbers(s.realisasi)
    t = max(isi, default=0)
    target = numbers(s.target).get(t)
    return _pair(isi.get(t), target, f"realisasi {{}} dari target {{}} di TW {ROMAWI[t - 1]}") if t else None


def _last_of_year(s: BarisIndikator) -> Pasangan | None:
    isi = numbers(s.realisasi)
    t = max(isi, default=0)
    sebutan = f"realisasi {{}} di TW {ROMAWI[t - 1]} dari target setahun {{}}"
    return _pair(isi.get(t), s.target_tahunan, sebutan) if t else None


def _sum_of_year(s: BarisIndikator) -> Pasangan | None:
    isi = numbers(s.realisasi)
    jumlah = math.fsum(isi.values()) if isi else None
    return _pair(jumlah, s.target_tahunan, "jumlah realisasi {} dari target setahun {}")


def _sum_of_quarters(s: BarisIndikator) -> Pasangan | None:
    isi, rencana = numbers(s.realisasi), numbers(s.target)
    t = max(isi, default=0)
    sampai = [n for u, n in rencana.items() if u <= t]
    if not isi or not sampai:
        return None
    sebutan = f"realisasi {{}} dari target {{}} s.d. TW {ROMAWI[t - 1]}"
    return _pair(math.fsum(isi.values()), math.fsum(sampai), sebutan)


def _one_quarter(t: int) -> Dasar:
    sebutan = f"realisasi {{}} dari target {{}} di TW {ROMAWI[t - 1]}"
    return lambda s: _pair(numbers(s.realisasi).get(t), numbers(s.target).get(t), sebutan)


_DASAR: tuple[Dasar, ...] = (
    _of_year, _of_renstra, _last_of_quarter, _last_of_year, _sum_of_year, _sum_of_quarters,
    *(_one_quarter(t) for t in TRIWULAN),
)  # fmt: skip
