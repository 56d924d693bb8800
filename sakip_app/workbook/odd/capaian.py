"""The capaian a sheet prints against the figures beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from sakip_app.workbook.odd.row import ROMAWI, TRIWULAN, Amatan, Pengamatan, decimals, figure

BEDA = 0.06  # publishers round to one decimal, or cut off: 0,05 and what floats add
BATAS_ATAS = (math.inf, 100.0, 110.0, 120.0)
BARIS_TERSEDIKIT = 3
CONTOH_BARIS = 300  # rows that decide what the column is against
BAGIAN_COCOK = 0.6

Pasangan = tuple[float, float]  # realisasi, target
Dasar = Callable[[Amatan], Pasangan | None]


def check_capaian(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """Printed capaian that no accepted formula gives.

    What it is printed against (target of the year, of the Renstra, of the quarter) is whatever gives most rows of
    the sheet their capaian; where nothing gives three rows and most of them, nothing is said.
    """
    tercetak = [(s, s.capaian_tercetak) for s in indikator if s.capaian_tercetak is not None]
    pilihan = _basis(tercetak[:: max(1, len(tercetak) // CONTOH_BARIS)])
    if pilihan is None:
        return
    dasar, sebutan, skala = pilihan
    for satu, cetak in tercetak:
        p = dasar(satu)
        if p is None or _fits(satu, cetak, skala, p):
            continue
        tulis, hasil = figure(round(cetak, 4)), figure(round(_formulas(satu, p)[0] / skala, 4))
        amat.catat(
            "capaian-tak-cocok", amat.sel(satu, "capaian_tercetak"), nilai=tulis, kolom="Capaian", tertulis=tulis,
            dihitung=f"{hasil} ({sebutan.format(figure(p[0]), figure(p[1]))})",
        )  # fmt: skip


def _basis(contoh: Sequence[tuple[Amatan, float]]) -> tuple[Dasar, str, float] | None:
    """What the printed capaian is against, and 100 where it is printed as a share of 1."""
    terbaik: tuple[int, Dasar, str, float] | None = None
    for dasar, sebutan in _DASAR:
        ada = [(s, cetak, p) for s, cetak in contoh if (p := dasar(s)) is not None]
        for skala in (1.0, 100.0):
            cocok = sum(_fits(s, cetak, skala, p) for s, cetak, p in ada)
            if cocok >= max(BARIS_TERSEDIKIT, BAGIAN_COCOK * len(ada)) and (terbaik is None or cocok > terbaik[0]):
                terbaik = (cocok, dasar, sebutan, skala)
        if terbaik is not None and terbaik[0] == len(contoh):
            break
    return terbaik[1:] if terbaik else None


def _fits(satu: Amatan, cetak: float, skala: float, p: Pasangan) -> bool:
    """Whether a formula gives the printed value, rounded or cut off to the decimals it is printed with."""
    persen = cetak * skala
    if abs(p[0] / p[1] * 100 - persen) <= BEDA and satu.polaritas in (None, "maksimal"):
        return True
    satuan_terakhir = skala * 10.0 ** -decimals(cetak)
    for hasil in _formulas(satu, p):
        for atas in BATAS_ATAS:
            for nilai in {min(hasil, atas), max(0.0, min(hasil, atas))}:
                beda = nilai - persen
                if abs(beda) <= max(BEDA, abs(nilai) * 1e-6) or -satuan_terakhir / 2 <= beda < satuan_terakhir:
                    return True
    return False


def _formulas(satu: Amatan, p: Pasangan) -> list[float]:
    """Capaian by each formula that the row's polaritas admits; any where it is not stated."""
    realisasi, target = p
    maksimal = realisasi / target * 100
    if satu.polaritas == "maksimal":
        return [maksimal]
    minimal = [(2 * target - realisasi) / target * 100, target / realisasi * 100 if realisasi else 100.0]
    if satu.polaritas == "minimal":
        return minimal
    stabil = 100 - abs(realisasi - target) / target * 100
    return [stabil] if satu.polaritas == "stabil" else [maksimal, *minimal, stabil]


def _pair(realisasi: float | None, target: float | None) -> Pasangan | None:
    return None if realisasi is None or target is None or target <= 0 else (realisasi, target)


def _of_year(s: Amatan) -> Pasangan | None:
    return _pair(s.realisasi_tahun, s.target_tahunan)


def _of_renstra(s: Amatan) -> Pasangan | None:
    return (
        None
        if s.realisasi_tahun is None
        else _pair((s.realisasi_lalu or 0.0) + s.realisasi_tahun, s.target_renstra)
    )


def _last(s: Amatan) -> int:
    return max(s.realisasi, default=0)


def _last_of_quarter(s: Amatan) -> Pasangan | None:
    return _pair(s.realisasi.get(_last(s)), s.target.get(_last(s)))


def _last_of_year(s: Amatan) -> Pasangan | None:
    return _pair(s.realisasi.get(_last(s)), s.target_tahunan)


def _sum_of_year(s: Amatan) -> Pasangan | None:
    return _pair(math.fsum(s.realisasi.values()), s.target_tahunan) if s.realisasi else None


def _sum_of_quarters(s: Amatan) -> Pasangan | None:
    sampai = [n for t, n in s.target.items() if t <= _last(s)]
    return _pair(math.fsum(s.realisasi.values()), math.fsum(sampai)) if s.realisasi and sampai else None


def _one_quarter(t: int) -> Dasar:
    return lambda s: _pair(s.realisasi.get(t), s.target.get(t))


_DASAR: tuple[tuple[Dasar, str], ...] = (
    (_of_year, "realisasi setahun {} dari target setahun {}"),
    (_of_renstra, "realisasi s.d. tahun ini {} dari target Renstra {}"),
    (_last_of_quarter, "realisasi triwulan terakhir {} dari targetnya {}"),
    (_last_of_year, "realisasi triwulan terakhir {} dari target setahun {}"),
    (_sum_of_year, "jumlah realisasi {} dari target setahun {}"),
    (_sum_of_quarters, "jumlah realisasi {} dari jumlah target sampai triwulan itu {}"),
    *((_one_quarter(t), f"realisasi {{}} dari target {{}} di TW {ROMAWI[t - 1]}") for t in TRIWULAN),
)
