"""What only the sheet as a whole shows: a quarter copied, targets copied, zeros for quarters yet to come."""

from __future__ import annotations

from collections.abc import Sequence

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
            banding = [(s, pair) for s in indikator if (pair := _pair(s, jenis, t)) is not None]
            sama = [(s, kini) for s, (lalu, kini) in banding if lalu == kini]
            khas = {kini for _, kini in sama if not _ordinary(kini)}
            baris = sum(not _ordinary(kini) for _, kini in sama)
            if baris < BARIS_DISALIN or len(khas) < RAGAM or len(sama) < BAGIAN_DISALIN * len(banding):
                continue
            contoh = next((s, kini) for s, kini in sama if kini in khas)
            amat.catat(
                "realisasi-disalin", amat.sel(contoh[0], jenis, t), nilai=figure(contoh[1]), kolom=label(jenis, t),
                sebelum_di=f"TW {ROMAWI[t - 2]}", jumlah=len(sama), semua=len(banding),
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
        banding = [
            (s, r, g)
            for s in indikator
            if (r := s.realisasi.get(t)) is not None and (g := s.target.get(t)) is not None and (r or g)
        ]
        _equal(amat, banding, "realisasi", t)
    if not any(s.target for s in indikator):
        tahun = [
            (s, s.realisasi_tahun, s.target_tahunan)
            for s in indikator
            if s.realisasi_tahun is not None
            and s.target_tahunan is not None
            and (s.realisasi_tahun or s.target_tahunan)
        ]
        _equal(amat, tahun, "realisasi_tahun", None)


def _equal(amat: Pengamatan, banding: Sequence[tuple[Amatan, float, float]], jenis: str, t: int | None) -> None:
    khas = {r for _, r, _ in banding if not _ordinary(r)}
    if len(banding) < BARIS_SAMA_TARGET or len(khas) < RAGAM or any(r != g for _, r, g in banding):
        return
    sel = [amat.sel(s, jenis, t) for s, _, _ in banding]
    nilai = figure(next(r for _, r, _ in banding if r in khas))
    amat.catat(
        "realisasi-sama-target", sel[0], nilai=nilai, kolom=label(jenis, t), jumlah=len(sel), daftar=cells(sel)
    )


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
