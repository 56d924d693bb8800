"""What only the sheet as a whole shows: a quarter copied, targets copied, zeros for quarters yet to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sakip_app.workbook.odd.row import ROMAWI, TRIWULAN, Amatan, Pengamatan, cells, figure, label

BARIS_DISALIN = 5  # rows with telling values, before a copy is spoken of
BAGIAN_DISALIN = 0.8
BARIS_SAMA_TARGET = 10
RAGAM = 4  # different values among them: one value everywhere is a habit of the work, not a copy
BARIS_NOL = 3
_BIASA = 12  # whole numbers up to a dozen repeat by themselves: three monthly reports a quarter


def check_copies(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """A quarter that repeats the one before in most rows, values that plans repeat left aside."""
    for jenis in ("realisasi", "realisasi_anggaran"):
        for t in TRIWULAN[1:]:
            semua, sama = 0, []
            for satu in indikator:
                pasangan = _pair(satu, jenis, t)
                if pasangan is not None:
                    semua += 1
                    if pasangan[0] == pasangan[1]:
                        sama.append((satu, pasangan[1]))
            khas = [kini for _, kini in sama if not _ordinary(kini)]
            if len(khas) < BARIS_DISALIN or len(set(khas)) < RAGAM or len(sama) < BAGIAN_DISALIN * semua:
                continue
            contoh = next(s for s in sama if s[1] == khas[0])
            amat.catat(
                "realisasi-disalin", amat.sel(contoh[0], jenis, t), nilai=figure(contoh[1]), kolom=label(jenis, t),
                sebelum_di=f"TW {ROMAWI[t - 2]}", jumlah=len(sama), semua=semua,
                daftar=cells([amat.sel(s, jenis, t) for s, _ in sama]),
            )  # fmt: skip


def _pair(satu: Amatan, jenis: str, t: int) -> tuple[float, float] | None:
    """Values of a quarter and of the one before, where repeating them says something."""
    uang = jenis == "realisasi_anggaran"
    if uang and satu.cara_isi_anggaran == "kumulatif":  # nothing spent in a quarter is nothing odd
        return None
    isi = satu.realisasi_anggaran if uang else satu.realisasi
    lalu, kini = isi.get(t - 1), isi.get(t)
    if lalu is None or kini is None or (lalu == 0 and kini == 0):
        return None
    if lalu == kini and not uang:
        if (satu.target.get(t - 1), satu.target.get(t)) == (lalu, kini):  # as it was planned
            return None
        if kini == 100 and satu.persen:
            return None
    return lalu, kini


def _ordinary(nilai: float) -> bool:
    return nilai == 100 or (nilai % 1 == 0 and abs(nilai) <= _BIASA)


def check_targets_copied(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """Quarters in which every realisasi is exactly its target, over many rows with values of their own."""
    for t in TRIWULAN:
        _equal(amat, indikator, "realisasi", t, ((s.realisasi.get(t), s.target.get(t)) for s in indikator))
    if not any(s.target for s in indikator):
        tahun = ((s.realisasi_tahun, s.target_tahunan) for s in indikator)
        _equal(amat, indikator, "realisasi_tahun", None, tahun)


def _equal(
    amat: Pengamatan,
    indikator: Sequence[Amatan],
    jenis: str,
    t: int | None,
    pasangan: Iterable[tuple[float | None, float | None]],
) -> None:
    sama = []
    for satu, (realisasi, target) in zip(indikator, pasangan, strict=True):
        if realisasi is None or target is None or (realisasi == 0 and target == 0):
            continue
        if realisasi != target:  # one that differs is enough: they were measured
            return
        sama.append((satu, realisasi))
    khas = [nilai for _, nilai in sama if not _ordinary(nilai)]
    if len(sama) < BARIS_SAMA_TARGET or len(set(khas)) < RAGAM:
        return
    sel = [amat.sel(satu, jenis, t) for satu, _ in sama]
    nilai, daftar = figure(khas[0]), cells(sel)
    amat.catat("realisasi-sama-target", sel[0], nilai=nilai, kolom=label(jenis, t), jumlah=len(sel), daftar=daftar)


def zero_quarters(indikator: Sequence[Amatan]) -> tuple[int, ...]:
    """Quarters in which zeros stand and nothing else, nor in any later one, nor money spent in them."""
    hasil: list[int] = []
    for t in reversed(TRIWULAN):
        isi = [n for s in indikator if (n := s.realisasi.get(t)) is not None]
        if any(isi) or any(s.realisasi_anggaran.get(t) or t in s.lapor_kata for s in indikator):
            break
        if len(isi) >= BARIS_NOL:
            hasil.append(t)
    return tuple(reversed(hasil))


def check_zeros(amat: Pengamatan, indikator: Sequence[Amatan], kosong: Sequence[int]) -> None:
    """Quarters prefilled with zeros, told once a quarter; not where the plan itself is zero."""
    for t in kosong:
        nol = [s for s in indikator if s.realisasi.get(t) is not None]
        rencana = [n for s in nol if (n := s.target.get(t)) is not None]
        if len(rencana) == len(nol) and not any(rencana):
            continue
        sel = [amat.sel(s, "realisasi", t) for s in nol]
        kolom = label("realisasi", t)
        amat.catat("nol-triwulan-mendatang", sel[0], nilai="0", kolom=kolom, jumlah=len(nol), daftar=cells(sel))
