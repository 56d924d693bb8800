"""What would show that a column was misread: said at the row, before a wrong figure is kept in silence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.columns import Kepala
from sakip_app.workbook.grid import alamat
from sakip_app.workbook.limits import column_letter
from sakip_app.workbook.numbers import write_number
from sakip_app.workbook.result import BarisIndikator

_BATAS = (100.0, 110.0, 120.0)
_UKURAN = ("target", "realisasi")


def check_reading(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    """Add to ``p``: rows where two columns of one figure differ, and rows whose printed capaian speaks against the
    target and realisasi that were read; and the columns of numbers that were not read.

    Args:
        p: takes the findings.
        kepala: header of the table.
        indikator: its rows as read.
    """
    _twice(p, kepala, indikator)
    _printed(p, kepala, indikator)
    _unread(p, kepala, indikator)
    _open(p, indikator)


def _open(p: Pembaca, indikator: Sequence[BarisIndikator]) -> None:
    """Rows whose realisasi to date depends on how quarters make the year, which nothing on the sheet tells."""
    for satu in indikator:
        terisi = [(t, n) for t, n in sorted(satu.realisasi.items()) if isinstance(n, int | float)]
        if satu.konsolidasi is not None or satu.cara_isi is not None or satu.realisasi_tahun is not None:
            continue
        jumlah = math.fsum(n for _, n in terisi)
        if len(terisi) > 1 and jumlah != terisi[-1][1]:
            sel = satu.asal["realisasi", terisi[-1][0]].rpartition("!")[2]
            akhir = write_number(round(terisi[-1][1], 6))
            p.catat("konsolidasi-terbuka", sel, nilai=akhir, jumlah=write_number(round(jumlah, 6)), akhir=akhir)


def _twice(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    peran = {k.nomor: k.peran for k in kepala.kolom}
    for label, kolom, dipakai in kepala.ganda:
        if not peran.get(dipakai, "").startswith(_UKURAN):
            continue
        for satu in indikator:
            isi = p.grid.nilai(satu.baris, dipakai)
            beda = [k for k in kolom if k != dipakai and p.grid.nilai(satu.baris, k) not in (None, isi)]
            if beda:
                lain = ", ".join(alamat(satu.baris, k) for k in beda)
                p.catat("kolom-ganda-beda", alamat(satu.baris, dipakai), nilai=isi or "", kolom=label, lain=lain)


def _printed(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    berkala = [k for k in kepala.kolom if k.peran in ("persen", "persen_bulan")]
    for satu in indikator if berkala and not any(k.peran.startswith("realisasi") for k in kepala.kolom) else ():
        isi = [(k, n) for k in berkala if (n := p.bare(satu.baris, k))]
        if isi and _missing(satu) == "realisasi":  # a capaian each quarter, and nothing that it is of
            sel = alamat(satu.baris, isi[-1][0].nomor)
            p.catat("capaian-tanpa-angka", sel, nilai=write_number(round(isi[-1][1], 4)), apa="realisasi")
    kolom = kepala.satu("capaian_tercetak")
    if kolom is None:
        return
    tercetak = [s for s in indikator if s.capaian_tercetak is not None]
    janggal = []
    for satu in tercetak:
        sel, cetak = alamat(satu.baris, kolom.nomor), satu.capaian_tercetak or 0.0
        tanpa = _missing(satu)
        if tanpa and cetak:
            p.catat("capaian-tanpa-angka", sel, nilai=write_number(round(cetak, 4)), apa=tanpa)
        elif not tanpa and cetak and not any(_fits(cetak, t, r) for t, r in _pairs(satu)):
            janggal.append(satu)
    if len(tercetak) > 2 and 2 * len(janggal) > len(tercetak):  # fewer are slips, and told as such elsewhere
        for satu in janggal:
            target, realisasi = next(_pairs(satu), (0.0, 0.0))
            p.catat(
                "capaian-tak-terjelaskan",
                alamat(satu.baris, kolom.nomor),
                nilai=write_number(round(satu.capaian_tercetak or 0.0, 4)),
                target=write_number(round(target, 6)),
                realisasi=write_number(round(realisasi, 6)),
            )


def _missing(satu: BarisIndikator) -> str:
    """Which of target and realisasi the row has none of."""
    if satu.target_teks is not None or satu.target_bawah is not None or satu.target_atas is not None:
        return ""
    if satu.target_tahunan is None and all(n is None for n in satu.target.values()):
        return "target"
    if satu.realisasi_tahun is None and all(n is None for n in satu.realisasi.values()):
        return "realisasi"
    return ""


def _pairs(satu: BarisIndikator) -> Iterator[tuple[float, float]]:
    """Targets and realisasi that a printed capaian may be of."""
    capai = [n for t in sorted(satu.realisasi) if isinstance(n := satu.realisasi[t], int | float)]
    rencana = [n for t in sorted(satu.target) if isinstance(n := satu.target[t], int | float)]
    dicapai = [n for n in (satu.realisasi_tahun, sum(capai) if capai else None, *reversed(capai)) if n is not None]
    dituju = [n for n in (satu.target_tahunan, sum(rencana) if rencana else None, *rencana) if n]
    for n_terisi in range(2, len(rencana)):
        dituju.append(sum(rencana[:n_terisi]))
    if capai:
        dicapai.append(sum(capai) / len(capai))
    yield from ((t, r) for t in dituju for r in dicapai)


def _fits(cetak: float, target: float, realisasi: float) -> bool:
    rumus = [realisasi / target * 100, (2 * target - realisasi) / target * 100]
    if realisasi:
        rumus.append(target / realisasi * 100)
    terbatas = [min(n, batas) for n in rumus for batas in _BATAS] + [max(n, 0.0) for n in rumus]
    return any(
        abs(cetak * skala - n) <= max(0.6, abs(n) * 0.01) for n in (*rumus, *terbatas) for skala in (1, 100)
    )


def _unread(p: Pembaca, kepala: Kepala, indikator: Sequence[BarisIndikator]) -> None:
    dibaca = {k.nomor for k in kepala.kolom} | {n for _, kolom, _ in kepala.ganda for n in kolom}
    daftar = []
    for nomor, teks in sorted(kepala.judul_kolom.items()):
        isi = [p.grid.nilai(s.baris, nomor) for s in indikator[:50]] if nomor not in dibaca else []
        angka = sum(1 for n in isi if isinstance(n, int | float) and not isinstance(n, bool))
        if angka > 1 and 2 * angka >= len(isi):
            daftar.append(f"{column_letter(nomor)} “{teks[:40]}”")
    if daftar:
        p.catat(
            "kolom-angka-tak-dibaca", alamat(kepala.akhir, kepala.kolom[0].nomor), daftar=", ".join(daftar[:8])
        )
