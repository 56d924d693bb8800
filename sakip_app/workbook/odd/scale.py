"""Figures of the wrong size: a fraction beside a per cent, a slipped decimal comma."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from statistics import median

from sakip_app.workbook.odd.row import ROMAWI, TRIWULAN, Amatan, Pengamatan, cells, figure, label

KALI = 10.0  # from here on a planner looks at the decimal comma
_HITUNGAN_KECIL = 12  # one a month: 1 planned, 12 done is work, not a slip
_DIGIT_SAMA = 0.05  # of a power of ten: 8,5 and 82 have the same digits, moved
_DIGIT_PERSEN = 0.02
_SEPOTONG = 0.25  # share of a column that may be of the other kind and still be the odd one
_PEMBANDING_KOLOM = 3

Nilai = tuple[str, int | None, float]  # jenis, triwulan, value


def check_percent(
    amat: Pengamatan, indikator: Sequence[Amatan], dilihat: set[str], berpersen: Container[str]
) -> None:
    """Fractions among per cents: in a row against its target, else in a column against the other rows.

    ``dilihat``: cells that were told already, and those told here. ``berpersen``: cells that show their per cent
    sign, which are not in doubt.
    """
    persen = [s for s in indikator if s.persen]
    lepas: dict[tuple[str, int | None], list[tuple[str, float]]] = {}
    for satu in persen:
        if satu.target_tahunan and not _has_fraction(satu):
            continue
        for jenis, t, nilai in _values(satu):
            banding = _reference(satu, jenis, t)
            sel = amat.sel(satu, jenis, t)
            if sel in berpersen:
                continue
            if banding is None:
                lepas.setdefault((jenis, t), []).append((sel, nilai))
            elif sel not in dilihat and _fraction(satu, jenis, t, nilai, banding):
                dilihat.add(sel)
                amat.catat(
                    "persen-campur", sel, nilai=figure(nilai), kolom=label(jenis, t),
                    pembanding=f"{_lower(label(banding[0], banding[1]))} {figure(banding[2])}",
                    usul_persen=figure(round(nilai * 100, 9)) + "%",
                )  # fmt: skip
    for (jenis, t), isi in lepas.items():
        _column(amat, label(jenis, t), [i for i in isi if i[0] not in dilihat], dilihat)


def _has_fraction(satu: Amatan) -> bool:
    isi = (*satu.target.values(), *satu.realisasi.values(), satu.realisasi_tahun or 0.0)
    return any(0 < n <= 1 for n in isi)


def _values(satu: Amatan) -> Iterator[Nilai]:
    """The figures of a row that may be shares; the annual target is looked at where it is read."""
    for t in TRIWULAN:
        for jenis, isi in (("target", satu.target), ("realisasi", satu.realisasi)):
            nilai = isi.get(t, 0.0)
            if nilai > 0:
                yield jenis, t, nilai
    if satu.realisasi_tahun is not None and satu.realisasi_tahun > 0:
        yield "realisasi_tahun", None, satu.realisasi_tahun


def _reference(satu: Amatan, jenis: str, t: int | None) -> Nilai | None:
    """What a figure is compared with: the target of its quarter, else of the year, else of the Renstra."""
    rencana = satu.target.get(t or 0)
    if jenis == "realisasi" and rencana:
        return "target", t, rencana
    for nama, nilai in (("target_tahunan", satu.target_tahunan), ("target_renstra", satu.target_renstra)):
        if nilai:
            return nama, None, nilai
    return None


def _fraction(satu: Amatan, jenis: str, t: int | None, nilai: float, banding: Nilai) -> bool:
    """Whether a value of at most 1 stands where its neighbours say that a per cent was meant."""
    if not 0 < nilai <= 1:
        return False
    dasar = banding[2]
    if banding[0] == "target":  # planned for the very quarter
        return dasar >= KALI * nilai and dasar / 3 <= nilai * 100 <= dasar * 3
    if jenis != "realisasi_tahun" and _adds_up(satu, jenis):
        return False
    lain = [n for j, u, n in _values(satu) if j == jenis and u != t]
    if lain and max(lain) <= 1 < dasar and nilai * 100 > 1.5 * dasar:
        return False
    return dasar >= 2 * KALI * nilai and nilai * 100 <= 1.5 * dasar


def _adds_up(satu: Amatan, jenis: str) -> bool:
    """Whether the quarters give their year as they stand: then a small one is an increment."""
    isi = list((satu.target if jenis == "target" else satu.realisasi).values())
    tahun = satu.target_tahunan if jenis == "target" else (satu.realisasi_tahun or satu.target_tahunan)
    return bool(tahun) and len(isi) > 1 and math.isclose(math.fsum(isi), tahun or 0.0, rel_tol=0.05)


def _column(amat: Pengamatan, kolom: str, isi: Sequence[tuple[str, float]], dilihat: set[str]) -> None:
    """A few of one kind among many of the other; 1 is either."""
    pecahan = [i for i in isi if i[1] < 1]
    persen = [i for i in isi if i[1] > 1.5]
    sedikit, banyak = sorted((pecahan, persen), key=len)
    if len(banyak) < _PEMBANDING_KOLOM or not 0 < len(sedikit) <= max(1, _SEPOTONG * len(banyak)):
        return
    if median(n for _, n in persen) < 2 * KALI * median(n for _, n in pecahan):
        return  # small per cents beside smaller ones
    dilihat.update(sel for sel, _ in sedikit)
    amat.catat(
        "persen-campur-kolom", sedikit[0][0], nilai=figure(sedikit[0][1]), kolom=kolom,
        daftar=cells([sel for sel, _ in sedikit]), pembanding=figure(banyak[0][1]),
    )  # fmt: skip


def check_jumps(amat: Pengamatan, indikator: Sequence[Amatan], dilihat: set[str]) -> None:
    """A realisasi ten times its target or more, and a quarter ten times its neighbours; once a cell."""
    for satu in indikator:
        for jenis, t, nilai in _values(satu) if _uneven(satu) else ():
            if jenis == "target":
                continue
            banding = _reference(satu, jenis, t)
            lain = banding if banding and _off(satu, nilai, banding) else _neighbour(satu, t, nilai, banding)
            sel = amat.sel(satu, jenis, t) if lain is not None else ""
            if lain is None or sel in dilihat:
                continue
            if not (jenis == "realisasi_tahun" and _told_in_quarters(amat, satu, dilihat)):
                dilihat.add(sel)
                _tell(amat, sel, _called(satu, jenis, t), nilai, lain)
        if satu.pagu and satu.pagu > 0 and max(satu.realisasi_anggaran.values(), default=0.0) >= KALI * satu.pagu:
            for t, nilai in satu.realisasi_anggaran.items():
                if nilai >= KALI * satu.pagu:
                    sel = amat.sel(satu, "realisasi_anggaran", t)
                    _tell(amat, sel, label("realisasi_anggaran", t), nilai, ("pagu", None, satu.pagu))


def _uneven(satu: Amatan) -> bool:
    """Whether any two figures of a row are far enough apart to be looked at one by one."""
    hasil = [n for n in (*satu.realisasi.values(), satu.realisasi_tahun or 0.0) if n > 0]
    rencana = [n for n in (*satu.target.values(), satu.target_tahunan or 0.0) if n > 0]
    if not hasil:
        return False
    if rencana and not satu.keadaan:  # things that are counted: only more than was planned is looked at
        return max(hasil) >= KALI * min(rencana)
    return max(*hasil, *rencana, 0.0) > 8 * min(*hasil, *rencana, math.inf)


def _called(satu: Amatan, jenis: str, t: int | None) -> str:
    """The name of a realisasi; one of no quarter need not be of the year."""
    return "Realisasi" if jenis == "realisasi_tahun" and not satu.realisasi else label(jenis, t)


def _told_in_quarters(amat: Pengamatan, satu: Amatan, dilihat: set[str]) -> bool:
    return any(amat.sel(satu, "realisasi", t) in dilihat for t in satu.realisasi)


def _off(satu: Amatan, nilai: float, banding: Nilai) -> bool:
    """Whether a realisasi is too far from its target: upward by tenfold, downward only with the same digits."""
    dasar = banding[2]
    if dasar <= 0 or banding[0] == "target_renstra":
        return False
    if nilai > dasar:
        return _tenfold(satu, nilai, dasar)
    if banding[0] != "target" or nilai <= 1 or not satu.keadaan:
        return False
    if satu.persen:  # 9,2 of 100 is little done; 8,5 of 85 is a comma
        return dasar not in (10, 100) and math.isclose(math.log10(dasar / nilai), 1, abs_tol=_DIGIT_PERSEN)
    return _same_digits(dasar, nilai)


def _tenfold(satu: Amatan, besar: float, kecil: float) -> bool:
    """Tenfold or more; of a state also what rounding left of it. Small counts are work, not a slip."""
    if satu.keadaan:
        return besar >= KALI * kecil or (_same_digits(besar, kecil) and besar > kecil)
    return besar >= KALI * kecil and not (besar % 1 == 0 and besar <= _HITUNGAN_KECIL)


def _same_digits(besar: float, kecil: float) -> bool:
    pangkat = math.log10(besar / kecil)
    return round(pangkat) >= 1 and abs(pangkat - round(pangkat)) < _DIGIT_SAMA


def _neighbour(satu: Amatan, t: int | None, nilai: float, banding: Nilai | None) -> Nilai | None:
    """The quarter beside which this one is out of place, where quarters of the row ought to be alike."""
    if t is None or (banding is not None and (_near(nilai, banding[2]) or not _alike(satu))):
        return None
    isi = {u: n for u, n in satu.realisasi.items() if n > 0}
    lain = [u for u in isi if u != t]
    if not lain or any(n < 0 for n in satu.realisasi.values()):
        return None
    if not _alike(satu):
        return _moved(satu, t, isi)
    if len(lain) == 1 and lain[0] > t:  # of two, the later one is told
        return None
    tengah = median(isi[u] for u in lain)
    besar, kecil = max(nilai, tengah), min(nilai, tengah)
    if not _tenfold(satu, besar, kecil) or (kecil < 1 and not _same_digits(besar, kecil)):
        return None  # near zero a rate moves tenfold by itself, inflation for one
    dekat = min(lain, key=lambda u: (abs(math.log(isi[u] / tengah)), abs(u - t)))
    return ("realisasi", dekat, isi[dekat])


def _near(nilai: float, target: float) -> bool:
    return target > 0 and 1 / 3 <= nilai / target <= 3


def _alike(satu: Amatan) -> bool:
    """Whether each quarter states the same thing anew: an index or a rate, not work that piles up."""
    if satu.konsolidasi in ("rata_rata", "maksimum"):
        return True
    tumbuh = satu.konsolidasi == "jumlah" or satu.cara_isi is not None or satu.persen
    return satu.satuan is not None and satu.keadaan and not tumbuh


def _moved(satu: Amatan, t: int, isi: dict[int, float]) -> Nilai | None:
    """Without any target: the very digits of the quarter before, moved by a power of ten (125 and 1.250)."""
    lalu = isi.get(t - 1)
    if lalu is None or len(f"{lalu:.15g}".replace(".", "").strip("0")) < 2:
        return None
    besar, kecil = max(isi[t], lalu), min(isi[t], lalu)
    pangkat = math.log10(besar / kecil)
    sama = round(pangkat) >= 1 and math.isclose(pangkat, round(pangkat), abs_tol=1e-9)
    return ("realisasi", t - 1, lalu) if sama else None


def _tell(amat: Pengamatan, sel: str, kolom: str, nilai: float, banding: Nilai) -> None:
    jenis, t, dasar = banding
    besar = nilai > dasar
    kali = figure(round(nilai / dasar if besar else dasar / nilai, 1))
    sebutan = f"TW {ROMAWI[t - 1]}" if jenis == "realisasi" and t else _lower(label(jenis, t))
    amat.catat(
        "lonjakan", sel, nilai=figure(nilai), kolom=kolom, pembanding=f"{sebutan} {figure(dasar)}",
        kali=f"{kali} kali lipat" if besar else f"seper-{kali}",
    )  # fmt: skip


def _lower(teks: str) -> str:
    return teks[:1].lower() + teks[1:]
