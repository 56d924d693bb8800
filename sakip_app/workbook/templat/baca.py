"""The template read back: which sheet is whose unit's, and everything understood of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sakip_app.workbook.checks import check_rows
from sakip_app.workbook.context import find_body, find_unit, find_year
from sakip_app.workbook.findings import temuan, tolak
from sakip_app.workbook.form import ask_konsolidasi, bounded, indicator_column, tell_sheet
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.header import Kepala, find_header
from sakip_app.workbook.keys import with_keys
from sakip_app.workbook.layouts.templat import TEMPLAT
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.polaritas import ask_polaritas
from sakip_app.workbook.result import HasilBaca, LaporanTindakLanjut, TandaTemplat, Temuan
from sakip_app.workbook.table import Tabel
from sakip_app.workbook.templat.baca_lanjut import BacaanLanjut, is_follow_up_sheet, read_follow_ups
from sakip_app.workbook.templat.baris import Skala, indicator_rows, read_row
from sakip_app.workbook.templat.kolom import ROMAWI
from sakip_app.workbook.templat.pembaca import PembacaTemplat
from sakip_app.workbook.templat.periksa import (
    check_added,
    check_columns,
    check_marks,
    check_merged,
    check_owner,
    check_values,
    missing_columns,
)
from sakip_app.workbook.templat.semula import LEMBAR_SEMULA, Semula
from sakip_app.workbook.templat.tanda import LEMBAR_DAFTAR, LEMBAR_TANDA, LembarUnit, Tanda
from sakip_app.workbook.words import clean, normal, quarter_of

_LABEL = {"instansi": "Instansi", "unit kerja": "Unit kerja", "tahun": "Tahun", "triwulan": "Triwulan"}
_LEMBAR_SENDIRI = frozenset({"petunjuk", LEMBAR_DAFTAR, LEMBAR_TANDA, LEMBAR_SEMULA})
_JARAK_ISI = 12  # columns to the right of a label in which its value is looked for


@dataclass(frozen=True, slots=True)
class Berkas:
    """What is known of the file as a whole."""

    nama: str
    sha256: str
    skala: Skala
    semula: Semula = field(default_factory=dict)


def read_template(grids: Sequence[Grid], tanda: Tanda, berkas: Berkas) -> list[tuple[Grid, HasilBaca]]:
    """Every unit's sheet of a marked template, in the order in which they were written.

    Raises:
        BerkasDitolakError: when no unit's sheet is left, or one lacks a required column.
    """
    sisa = list(grids)
    pasangan: list[tuple[Grid, LembarUnit]] = []
    hilang = []
    for satu in tanda.lembar:
        milik = [g for g in sisa if normal(g.lembar) == normal(satu.judul)]
        milik += [g for g in sisa if g not in milik and clean(g.nilai(1, 1) or "") == satu.kode_unit]
        milik = [g for g in milik if not (g.tersembunyi and len(milik) > 1)]
        pasangan += [(g, satu) for g in milik]
        sisa = [g for g in sisa if g not in milik]
        if not milik:
            hilang.append(satu.judul)
    if not pasangan:
        raise tolak("templat-lembar-hilang", daftar=", ".join(hilang))
    lanjut = [g for g in sisa if tanda.janji and is_follow_up_sheet(g)]
    sisa = [g for g in sisa if g not in lanjut]
    hasil = []
    for grid, satu in pasangan:
        kepala = find_header(grid, TEMPLAT)
        kurang = missing_columns(kepala) if kepala else ["Indikator kinerja"]
        if kepala is None or kurang:
            raise tolak("templat-kolom-hilang", lembar=grid.lembar, kolom=", ".join(kurang))
        hasil.append((grid, read_unit_sheet(grid, kepala, berkas, tanda, satu)))
    semua = [(g, _with(h, _of_workbook(g, pasangan, sisa, hilang))) for g, h in hasil]
    return _with_follow_ups(semua, tanda, lanjut)


def _with_follow_ups(
    hasil: Sequence[tuple[Grid, HasilBaca]], tanda: Tanda, lembar: Sequence[Grid]
) -> list[tuple[Grid, HasilBaca]]:
    """Each unit's reading with what the sheet of follow-ups says of its own; what is of no unit, with the first."""
    bacaan = read_follow_ups(lembar, tanda)
    pertama = hasil[0][1]
    if tanda.janji and not lembar:
        satu = temuan("tindak-lanjut-lembar-hilang", lembar=pertama.lembar, jumlah=len(tanda.janji))
        bacaan.temuan.setdefault("", []).append(satu)
    semua = []
    for grid, satu_hasil in hasil:
        kode = satu_hasil.templat.kode_unit if satu_hasil.templat else ""
        laporan, ditemukan = bacaan.laporan.pop(kode, []), bacaan.temuan.pop(kode, [])
        semua.append((grid, _reporting(satu_hasil, laporan, ditemukan)))
    sisa = [f for found in bacaan.temuan.values() for f in found] + _of_no_sheet(bacaan, pertama.lembar)
    semua[0] = semua[0][0], _reporting(semua[0][1], (), sisa)
    return semua


def _of_no_sheet(bacaan: BacaanLanjut, lembar: str) -> list[Temuan]:
    """What was said of follow-ups of units whose own sheet is gone."""
    kode = [satu.kode for laporan in bacaan.laporan.values() for satu in laporan]
    return [temuan("tindak-lanjut-unit-hilang", lembar=lembar, daftar=", ".join(kode))] if kode else []


def _reporting(hasil: HasilBaca, laporan: Sequence[LaporanTindakLanjut], ditemukan: Sequence[Temuan]) -> HasilBaca:
    return replace(
        hasil,
        tindak_lanjut=(*hasil.tindak_lanjut, *laporan),
        temuan=(*hasil.temuan, *ditemukan),
    )


def _of_workbook(
    grid: Grid, pasangan: Sequence[tuple[Grid, LembarUnit]], sisa: Sequence[Grid], hilang: Sequence[str]
) -> list[Temuan]:
    """Findings about the sheets of the workbook, told at the unit they concern, else at the first."""
    hasil = []
    kode = next(u.kode_unit for g, u in pasangan if g is grid)
    sama = [g.lembar for g, u in pasangan if u.kode_unit == kode]
    if len(sama) > 1:
        hasil.append(temuan("unit-ganda", lembar=grid.lembar, daftar=", ".join(sama)))
    if grid is pasangan[0][0]:
        lain = [g.lembar for g in sisa if g.sel and not g.tersembunyi and normal(g.lembar) not in _LEMBAR_SENDIRI]
        if lain:
            hasil.append(temuan("lembar-lain-diabaikan", lembar=grid.lembar, daftar=", ".join(lain)))
        if hilang:
            hasil.append(temuan("lembar-unit-hilang", lembar=grid.lembar, daftar=", ".join(hilang)))
    return hasil


def _with(hasil: HasilBaca, tambahan: Sequence[Temuan]) -> HasilBaca:
    return replace(hasil, temuan=(*tambahan, *hasil.temuan)) if tambahan else hasil


def read_unit_sheet(
    grid: Grid, kepala: Kepala, berkas: Berkas, tanda: Tanda | None = None, lembar: LembarUnit | None = None
) -> HasilBaca:
    """One unit's sheet; without a mark it is read by its visible header alone."""
    p = PembacaTemplat(grid)
    tertulis = _heading(grid, kepala)
    unit, tahun, triwulan = _context(p, kepala, tertulis, tanda, lembar, berkas)
    milik = {kunci: isi for (kode, kunci), isi in berkas.semula.items() if lembar and kode == lembar.kode_unit}
    indikator = [read_row(p, kepala, baris, berkas.skala, milik) for baris in indicator_rows(p, kepala)]
    check_owner(p, lembar)
    check_marks(p, kepala, indikator)
    check_added(p, kepala, indikator, lembar)
    indikator = with_keys(p, indikator, unit or "", indicator_column(kepala))
    if indikator:
        tabel = Tabel(tuple(s.baris for s in indikator), tuple(s.baris for s in indikator), (), {})
        tell_sheet(p, kepala, tabel, indikator, ())
        check_rows(p, kepala, tabel, indikator)
        check_merged(p, kepala, indikator)
        check_values(p, kepala, indikator, triwulan)
    else:
        _empty(p, lembar)
    check_columns(p, kepala, indikator, tanda.versi if tanda else None)
    ditandai = None
    if tanda is not None and lembar is not None:
        ditandai = TandaTemplat(tanda.versi, tanda.kode_instansi, lembar.kode_unit, tanda.tahun, tanda.triwulan)
    return HasilBaca(
        berkas=berkas.nama,
        sha256=berkas.sha256,
        tata_letak=TEMPLAT.kode,
        lembar=grid.lembar,
        instansi=tanda.instansi if tanda else tertulis.get("instansi") or find_body(grid, kepala),
        unit=unit,
        tahun=tahun,
        sampai_bulan=None if triwulan is None else triwulan * 3,
        indikator=tuple(indikator),
        temuan=bounded(p),
        pertanyaan=ask_polaritas(indikator) + ask_konsolidasi(indikator),
        baris_kepala=(kepala.awal, kepala.akhir),
        kolom={column_letter(k.nomor): k.label_tahun(tahun) for k in kepala.kolom},
        templat=ditandai,
    )


def _empty(p: PembacaTemplat, lembar: LembarUnit | None) -> None:
    """A sheet without indicators: one that had some was emptied, any other waits for its first."""
    if lembar is not None and lembar.baris:
        p.catat("lembar-unit-dikosongkan", nama=lembar.nama, jumlah=len(lembar.baris))
    else:
        p.catat("templat-belum-diisi")


def _heading(grid: Grid, kepala: Kepala) -> dict[str, str]:
    """What the lines above the table say, by their label."""
    hasil: dict[str, str] = {}
    for baris in range(1, kepala.awal):
        for kolom in sorted(grid.per_baris.get(baris, ())):
            label = normal(grid.teks(baris, kolom)).strip(" :")
            if label in _LABEL and label not in hasil:
                kanan = (grid.teks(baris, k) for k in range(kolom + 1, kolom + _JARAK_ISI))
                hasil[label] = next((t for t in kanan if t.strip(" :")), "")
    return hasil


def _context(
    p: PembacaTemplat,
    kepala: Kepala,
    tertulis: dict[str, str],
    tanda: Tanda | None,
    lembar: LembarUnit | None,
    berkas: Berkas,
) -> tuple[str | None, int | None, int | None]:
    """Unit, year and quarter: from the mark where there is one, else from the lines above the table."""
    if tanda is None or lembar is None:
        p.catat("tanda-templat-hilang")
        tahun = tertulis.get("tahun", "").removesuffix(".0")
        terbaca = int(tahun) if tahun.isascii() and tahun.isdigit() else find_year(p.grid, kepala, berkas.nama)
        unit = tertulis.get("unit kerja") or find_unit(p.grid, kepala)
        if terbaca is None:
            p.catat("tahun-tak-ditemukan")
        if unit is None:
            p.catat("unit-tak-ditemukan")
        return unit, terbaca, quarter_of(normal(tertulis.get("triwulan", "")))
    resmi = {
        "instansi": tanda.instansi,
        "unit kerja": lembar.nama,
        "tahun": str(tanda.tahun),
        "triwulan": ROMAWI[tanda.triwulan - 1],
    }
    for label, kini in tertulis.items():
        if kini and normal(kini).removesuffix(".0") != normal(resmi[label]):
            p.catat("kepala-diubah", _cell_of(p.grid, kepala, kini), nilai=kini, kolom=_LABEL[label],
                    tertulis=resmi[label])  # fmt: skip
    return lembar.nama, tanda.tahun, tanda.triwulan


def _cell_of(grid: Grid, kepala: Kepala, teks: str) -> str:
    """Address of a text above the table."""
    for baris in range(1, kepala.awal):
        for kolom in sorted(grid.per_baris.get(baris, ())):
            if grid.teks(baris, kolom) == teks:
                return alamat(baris, kolom)
    return ""
