"""A sheet of any form that shares the common words: its tables, one below the other, as one reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sakip_app.workbook.cells import Pembaca
from sakip_app.workbook.checks import check_rows
from sakip_app.workbook.choosing import best_form, with_answers
from sakip_app.workbook.collected import Lembar
from sakip_app.workbook.columns import BULAN, ROMAWI, Kepala
from sakip_app.workbook.context import find_body, find_year, other_owner
from sakip_app.workbook.described import describe
from sakip_app.workbook.figures import consolidation
from sakip_app.workbook.form import ask_konsolidasi, begin, bounded, no_rows, tell_sheet
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.keys import with_keys
from sakip_app.workbook.lines import Isi, read_lines
from sakip_app.workbook.measures import Dibaca, read_measures
from sakip_app.workbook.nets import check_reading
from sakip_app.workbook.numbers import is_percent
from sakip_app.workbook.period import Periode, find_period, meaning_of_periods, says_cumulative
from sakip_app.workbook.polaritas import ask_polaritas
from sakip_app.workbook.result import BarisIndikator, HasilBaca, Jawaban, Pertanyaan
from sakip_app.workbook.table import Tabel
from sakip_app.workbook.words import key_text, row_list

JARAK_TABEL = 40  # rows between a table and the header of the next
N = TypeVar("N")
TABEL_TERBANYAK = 12  # tables stacked on one sheet


def read_general(
    grid: Grid, kepala: Kepala, *, berkas: str, sha256: str, jawaban: Jawaban | None = None
) -> HasilBaca:
    """Read every table of a sheet.

    Args:
        grid: the sheet.
        kepala: the header of its first table, complete.
        berkas: name of the file, as shown.
        sha256: of the bytes.
        jawaban: what a person answered about this form.

    Returns:
        Indicators, findings and questions.

    Raises:
        BerkasDitolakError: ``tidak-ada-baris-data`` when nothing stands below any header.
    """
    jawaban = jawaban or Jawaban()
    tahun = jawaban.tahun or find_year(grid, kepala, berkas) or _year_of_rows(grid, kepala)
    periode = find_period(grid, kepala)
    p, unit = begin(grid, kepala, tahun)
    dibaca: list[Dibaca] = []
    akhir = 0
    for satu, isi in _tables(grid, kepala, jawaban):
        lain = other_owner(grid, (akhir + 1, satu.awal - 1), unit, tahun) if akhir else None
        akhir = max((b.nomor for b in isi.baris), default=isi.akhir)
        if lain is not None:
            p.catat(
                "tabel-lain", alamat(satu.awal, _main_column(satu)), nilai=lain[0], ini=lain[1], awal=satu.awal
            )
            continue
        lembar = Lembar(satu, periode, jawaban, meaning_of_periods(grid, satu), says_cumulative(grid, satu))
        dibaca += _table(p, lembar, isi)
    if not dibaca:
        raise no_rows(grid, kepala)
    for d in dibaca:
        if d.bulan_terbuka:
            p.catat("bulan-terbuka", d.baris.sel.rpartition("!")[2], nilai=d.baris.uraian)
    baris = _joined([d.baris for d in dibaca])
    indikator = with_keys(p, baris, unit or "", _main_column(kepala))
    bernama = [s for s in indikator if s.uraian]  # a row that only has a code is described by what is stored
    tabel = Tabel(tuple(s.baris for s in indikator), tuple(s.baris for s in indikator), (), {})
    tell_sheet(p, kepala, tabel, indikator, ())
    check_rows(p, kepala, tabel, indikator)
    check_reading(p, kepala, indikator)
    if periode is not None and periode.bulan is not None and periode.bulan % 3:
        nama_bulan, triwulan = BULAN[periode.bulan - 1], ROMAWI[periode.triwulan - 1]
        p.catat("triwulan-belum-selesai", nilai=nama_bulan, triwulan=triwulan)
    return HasilBaca(
        berkas=berkas,
        sha256=sha256,
        tata_letak=kepala.tata_letak.kode,
        lembar=grid.lembar,
        instansi=find_body(grid, kepala),
        unit=unit,
        tahun=tahun,
        sampai_bulan=periode.bulan if periode else None,
        indikator=tuple(indikator),
        temuan=bounded(p),
        pertanyaan=(
            *_ask_form(kepala, dibaca, indikator, periode, jawaban, tahun),
            *ask_polaritas(bernama),
            *ask_konsolidasi(bernama),
        ),
        jawaban=jawaban,
        **describe(kepala, tahun),
    )


def _year_of_rows(grid: Grid, kepala: Kepala) -> int | None:
    """The one year that a column of years states in every row."""
    kolom = kepala.satu("tahun_baris")
    isi = {grid.nilai(b, kolom.nomor) for b in grid.per_baris if b > kepala.akhir} if kolom else set()
    tahun = {int(str(n).removesuffix(".0")) for n in isi if str(n).removesuffix(".0").isdigit()}
    return tahun.pop() if len(tahun) == 1 and 2000 < min(tahun) < 2100 else None


def _main_column(kepala: Kepala) -> int:
    kolom = kepala.satu("indikator") or kepala.satu("kode")
    return kolom.nomor if kolom else 1


def _tables(grid: Grid, kepala: Kepala, jawaban: Jawaban) -> list[tuple[Kepala, Isi]]:
    """The tables on the sheet, from the top: the header of each and its rows."""
    semua = [(kepala, read_lines(grid, kepala))]
    akhir = semua[0][1].akhir
    while len(semua) < TABEL_TERBANYAK and akhir < grid.baris_akhir:
        berikut = best_form(grid, mulai=akhir + 1, sampai=akhir + JARAK_TABEL)
        if berikut is None or not berikut.lengkap:
            break
        if jawaban.kolom:
            berikut = with_answers(berikut, jawaban.kolom)
        semua.append((berikut, read_lines(grid, berikut)))
        akhir = max(semua[-1][1].akhir, berikut.akhir)
    return semua


def _table(p: Pembaca, lembar: Lembar, isi: Isi) -> list[Dibaca]:
    kolom = _main_column(lembar.kepala)
    tertukar = [k for k in lembar.kepala.kolom if k.peran.startswith("realisasi") and k.teks.startswith("capaian")]
    if tertukar:
        letak = alamat(lembar.kepala.akhir, tertukar[0].nomor)
        p.catat("capaian-dibaca-realisasi", letak, nilai=tertukar[0].teks, jumlah=len(tertukar))
    if isi.lanjutan:
        daftar = row_list(isi.lanjutan)
        p.catat("baris-lanjutan", alamat(isi.lanjutan[0], kolom), jumlah=len(isi.lanjutan), daftar=daftar)
    return [read_measures(p, lembar, satu) for satu in isi.baris]


def _joined(baris: Sequence[BarisIndikator]) -> list[BarisIndikator]:
    """Rows of the same indicator that complete one another: a quarter each, or targets above and realisasi below."""
    hasil: list[BarisIndikator] = []
    letak: dict[str, int] = {}  # where the first of its kind stands in ``hasil``
    for satu in baris:
        kunci = key_text(satu.kode or "", satu.uraian, satu.satuan or "") if satu.uraian else f"{satu.kode}"
        ada = letak.setdefault(kunci, len(hasil))
        if ada < len(hasil) and _complete_each_other(hasil[ada], satu):
            hasil[ada] = _consolidated(_merge(hasil[ada], satu))
        else:
            hasil.append(satu)
    return hasil


def _consolidated(satu: BarisIndikator) -> BarisIndikator:
    """With what its figures tell together, now that they come from two rows."""
    if satu.konsolidasi is not None:
        return satu
    target = {t: n if isinstance(n, int | float) else None for t, n in satu.target.items()}
    realisasi = {t: n if isinstance(n, int | float) else None for t, n in satu.realisasi.items()}
    cara = consolidation(target, realisasi, satu.target_tahunan, None, satu.satuan)
    return replace(satu, konsolidasi=cara) if cara else satu


_NILAI = ("target_tahunan", "target_teks", "realisasi_tahun", "pagu", "target_renstra", "realisasi_lalu")


def _complete_each_other(satu: BarisIndikator, lain: BarisIndikator) -> bool:
    """Whether no value is stated by both, and each states one."""
    for n in _NILAI:
        nilai, miliknya = getattr(satu, n), getattr(lain, n)
        if nilai is not None and miliknya is not None and nilai != miliknya:
            return False
    milik, pasangan = _quarters(satu), _quarters(lain)
    return milik.isdisjoint(pasangan) and bool(milik or pasangan)


def _quarters(satu: BarisIndikator) -> set[tuple[str, int]]:
    return {
        (jenis, t)
        for jenis in ("target", "realisasi", "realisasi_anggaran")
        for t, nilai in getattr(satu, jenis).items()
        if nilai is not None
    }


def _merge(satu: BarisIndikator, lain: BarisIndikator) -> BarisIndikator:
    baru = {n: getattr(lain, n) for n in _NILAI if getattr(satu, n) is None}
    for nama in ("konsolidasi", "cara_isi", "polaritas", "kendala", "solusi", "rencana_tindak_lanjut", "bukti"):
        if getattr(satu, nama) is None:
            baru[nama] = getattr(lain, nama)
    return replace(
        satu,
        **baru,
        target=_filled_up(satu.target, lain.target),
        realisasi=_filled_up(satu.realisasi, lain.realisasi),
        realisasi_anggaran=_filled_up(satu.realisasi_anggaran, lain.realisasi_anggaran),
        asal={**lain.asal, **satu.asal},
    )


def _filled_up(satu: Mapping[int, N | None], lain: Mapping[int, N | None]) -> dict[int, N | None]:
    return {t: satu.get(t) if satu.get(t) is not None else lain.get(t) for t in sorted({*satu, *lain})}


def _ask_form(
    kepala: Kepala,
    dibaca: Sequence[Dibaca],
    indikator: Sequence[BarisIndikator],
    periode: Periode | None,
    jawaban: Jawaban,
    tahun: int | None,
) -> tuple[Pertanyaan, ...]:
    """What the form as a whole leaves open."""
    hasil = []
    if tahun is None:
        hasil.append(
            Pertanyaan("tahun", (), None, "tahun tidak tertulis di judul, kepala tabel, atau nama berkas")
        )
    if any(d.tanpa_triwulan for d in dibaca) and jawaban.triwulan is None:
        usul = "4" if tahun is not None and kepala.tata_letak.cara_isi is None else None
        alasan = "lembar tidak menyebut realisasi ini sampai triwulan berapa"
        hasil.append(Pertanyaan("triwulan", (), usul, alasan, ("1", "2", "3", "4")))
    if jawaban.cara_isi is None and any(d.bulan_terbuka or d.cara_terbuka for d in dibaca):
        nama = f"triwulan {periode.triwulan}" if periode else "bulan"
        alasan = f"angka {nama}: hanya selama masa itu, atau sudah sampai dengan masa itu?"
        hasil.append(Pertanyaan("cara_isi", (), None, alasan, ("tambahan", "kumulatif")))
    pecahan = [s for s in indikator if is_fraction(s)]
    if pecahan and jawaban.persen is None:
        contoh = pecahan[0].target_tahunan
        alasan = f"{len(pecahan)} indikator bersatuan persen bertarget 0 sampai 1, misalnya {contoh}"
        hasil.append(Pertanyaan("persen", tuple(s.kunci for s in pecahan), None, alasan, ("pecahan", "persen")))
    periode_kosong = any(k.peran.startswith("periode") for k in kepala.kolom)
    if periode_kosong and all(v is None for s in indikator for v in (*s.target.values(), *s.realisasi.values())):
        hasil.append(
            Pertanyaan("kolom", (), None, "kolom bulan atau triwulan tidak menyebut target atau realisasi")
        )
    return tuple(hasil)


def is_fraction(satu: BarisIndikator) -> bool:
    """Whether a percentage may be stated as a fraction: its target lies between 0 and 1."""
    return is_percent(satu.satuan) and satu.target_tahunan is not None and 0 < satu.target_tahunan <= 1
