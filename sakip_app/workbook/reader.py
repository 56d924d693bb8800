"""From bytes to everything understood of a workbook: gate, package, sheet, layout, rows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.choosing import Calon, Pilihan, ask_columns, ask_sheet, candidates, choose, to_be_mapped
from sakip_app.workbook.columns import Kepala
from sakip_app.workbook.combined import combined
from sakip_app.workbook.findings import temuan, tolak
from sakip_app.workbook.form import read_form
from sakip_app.workbook.general import read_general
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.layouts import TEMPLAT
from sakip_app.workbook.package import column_number
from sakip_app.workbook.result import BerkasDitolakError, HasilBaca, Jawaban, Temuan
from sakip_app.workbook.returned import planner_grids
from sakip_app.workbook.sheets import Buku, open_sheets
from sakip_app.workbook.templat.baca import Berkas, read_template, read_unit_sheet
from sakip_app.workbook.templat.baca_lanjut import is_follow_up_sheet
from sakip_app.workbook.templat.periksa import missing_columns
from sakip_app.workbook.templat.semula import read_prefilled
from sakip_app.workbook.templat.tanda import read_mark, read_scales
from sakip_app.workbook.words import normal

CUPLIKAN_BARIS = 60
CUPLIKAN_KOLOM = 60
_KATA_TABEL = ("indikator", "target", "realisasi", "satuan", "capaian", "triwulan", "pagu")
_DICARI = "Indikator, Satuan, Target, dan Realisasi triwulan I–IV di kepala tabel"


def read_workbook(data: bytes, nama: str, jawaban: Jawaban | None = None) -> HasilBaca:
    """Read a workbook of targets and realisasi.

    Args:
        data: the bytes as they were sent.
        nama: file name, for messages and as the last place where a year is looked for.
        jawaban: what a person answered about the form; without it what is open is asked.

    Returns:
        Indicators with the cell of every value, findings, questions. Of a template with several units the one
        that holds most; ``read_units`` gives all.

    Raises:
        BerkasDitolakError: when the file as a whole cannot be used; its ``kode`` is stable.
    """
    semua = read_units(data, nama, jawaban)
    if len(semua) == 1:
        return semua[0]
    terisi = max(semua, key=lambda h: len(h.indikator))
    lain = ", ".join(h.lembar for h in semua if h is not terisi)
    satu = temuan("beberapa-tabel", lembar=terisi.lembar, dibaca=terisi.lembar, daftar=lain)
    return replace(terisi, temuan=(satu, *terisi.temuan))


def read_units(data: bytes, nama: str, jawaban: Jawaban | None = None) -> tuple[HasilBaca, ...]:
    """Read a workbook: of a template one reading a unit's sheet, of any other workbook exactly one.

    Args:
        data: the bytes as they were sent.
        nama: file name, for messages and as the last place where a year is looked for.
        jawaban: what a person answered about the form; without it what is open is asked.

    Returns:
        The readings in the order of the template's units, also of sheets that nobody filled.

    Raises:
        BerkasDitolakError: when the file as a whole cannot be used; its ``kode`` is stable.
    """
    buku = open_sheets(data, nama)
    try:
        return _read_sheets(buku, data, nama, jawaban or Jawaban())
    except BerkasDitolakError as galat:
        if buku.xls and not nama.casefold().endswith(".xls"):  # an .xls that calls itself something else
            raise tolak("format-xls-lama") from galat
        raise


def _read_sheets(buku: Buku, data: bytes, nama: str, jawaban: Jawaban) -> tuple[HasilBaca, ...]:
    grids = planner_grids(buku.grids)
    tanda = read_mark(grids)
    berkas = Berkas(nama, hashlib.sha256(data).hexdigest(), read_scales(grids), read_prefilled(grids))
    if tanda is None or not tanda.lembar:
        return (_read_best(buku, grids, berkas, jawaban),)
    return tuple(
        replace(hasil, temuan=(*_of_file(buku, grid, (), templat=True), *hasil.temuan))
        for grid, hasil in read_template(grids, tanda, berkas)
    )


def _read_best(buku: Buku, grids: Sequence[Grid], berkas: Berkas, jawaban: Jawaban) -> HasilBaca:
    """The sheet that fits a form best and holds most, or the one that a person named."""
    calon = candidates(grids, jawaban)
    dipilih = choose(grids, calon, jawaban)
    if dipilih is None:
        terpetakan = None if any(c.kepala.dikenali for c in calon) else to_be_mapped(grids, jawaban)
        if terpetakan is None:
            raise _no_table(buku, grids, calon)
        nomor, kepala = terpetakan
        if not (jawaban.kolom and kepala.lengkap):
            return replace(
                ask_columns(grids[nomor], kepala, berkas=berkas.nama, sha256=berkas.sha256, jawaban=jawaban),
                temuan=tuple(_of_file(buku, grids[nomor], (), templat=False)),
            )
        dipilih = Pilihan(nomor, kepala)  # its columns were named by a person
    nomor, kepala = dipilih.nomor, dipilih.kepala
    grid = grids[nomor]
    templat = kepala.tata_letak is TEMPLAT
    if templat and missing_columns(kepala):
        raise tolak("templat-kolom-hilang", lembar=grid.lembar, kolom=", ".join(missing_columns(kepala)))
    if templat:
        hasil = read_unit_sheet(grid, kepala, berkas)
        if any(is_follow_up_sheet(satu) for satu in grids):
            tanpa = temuan("tindak-lanjut-tanpa-tanda", lembar=grid.lembar)
            hasil = replace(hasil, temuan=(*hasil.temuan, tanpa))
    elif kepala.tata_letak.daun:
        hasil = read_general(grid, kepala, berkas=berkas.nama, sha256=berkas.sha256, jawaban=jawaban)
    else:
        hasil = read_form(grid, kepala, berkas=berkas.nama, sha256=berkas.sha256, jawaban=jawaban)
    if dipilih.serupa and jawaban.lembar is None and kepala.tata_letak.daun:
        bagian = [
            hasil if c.nomor == nomor else _read_part(grids[c.nomor], c.kepala, berkas, jawaban)
            for c in dipilih.serupa
        ]
        gabungan = combined([b for b in bagian if b is not None])
        if gabungan is not None:
            return replace(gabungan, temuan=(*_of_file(buku, grid, (), templat=False), *gabungan.temuan))
    file = _of_file(buku, grid, [] if dipilih.serupa else dipilih.lain, templat=templat)
    tanya = ask_sheet(dipilih, grid.lembar, jawaban)
    return replace(hasil, temuan=(*file, *hasil.temuan), pertanyaan=(*tanya, *hasil.pertanyaan))


def _read_part(grid: Grid, kepala: Kepala, berkas: Berkas, jawaban: Jawaban) -> HasilBaca | None:
    """A further sheet of the same form; ``None`` when nothing stands in it."""
    try:
        return read_general(grid, kepala, berkas=berkas.nama, sha256=berkas.sha256, jawaban=jawaban)
    except BerkasDitolakError:
        return None


def sheet_rows(data: bytes, lembar: str, first: int, last: int, columns: Sequence[str]) -> list[list[str]]:
    """Texts of a small excerpt of a sheet, as values, for drawing the sheet around a source cell.

    Args:
        data: the bytes of a workbook that was read before.
        lembar: title of the sheet.
        first: first row, 1-based.
        last: last row; at most 60 rows are given.
        columns: column letters, at most 60.

    Returns:
        One list a row, one text a column; blank cells are ``""``.

    Raises:
        BerkasDitolakError: when the workbook cannot be read.
        ValueError: when it has no such sheet.

    Example:
        ``sheet_rows(data, "Realisasi TW IV", 14, 16, ["G", "P"])``
    """
    buku = open_sheets(data, "", lembar=lembar)
    if not buku.grids:
        if buku.dilewati:
            raise buku.dilewati[0][1]
        raise ValueError(f"no sheet {lembar!r}")
    grid = buku.grids[0]
    nomor = [column_number(huruf.upper()) for huruf in columns[:CUPLIKAN_KOLOM]]
    akhir = min(last, first + CUPLIKAN_BARIS - 1)
    return [[_shown(grid, baris, kolom) for kolom in nomor] for baris in range(max(first, 1), akhir + 1)]


def _shown(grid: Grid, baris: int, kolom: int) -> str:
    from sakip_app.workbook.numbers import write_number

    sel = grid.sel.get((baris, kolom))
    if sel is None:
        return ""
    if isinstance(sel.nilai, (int, float)) and not isinstance(sel.nilai, bool):
        bulat = round(float(sel.nilai), 2)
        if "%" in sel.format_angka:
            return write_number(round(float(sel.nilai) * 100, 2)) + "%"
        return f"{bulat:,.0f}".replace(",", ".") if bulat.is_integer() else write_number(bulat)
    return grid.teks(baris, kolom)


def _of_file(buku: Buku, grid: Grid, lain: Sequence[str], *, templat: bool) -> list[Temuan]:
    hasil = []
    if templat and buku.bergambar:
        hasil.append(temuan("gambar-diabaikan", lembar=grid.lembar))
    if buku.xls:
        hasil.append(temuan("xls-lama-dibaca", lembar=grid.lembar))
    if buku.bermakro:
        hasil.append(temuan("makro-diabaikan", lembar=grid.lembar))
    if grid.tersembunyi:
        hasil.append(temuan("lembar-tersembunyi", lembar=grid.lembar, nilai=grid.lembar))
    if lain:
        hasil.append(temuan("beberapa-tabel", lembar=grid.lembar, dibaca=grid.lembar, daftar=", ".join(lain)))
    luar = sorted(letak for letak, rumus in grid.rumus.items() if "[" in rumus and "]" in rumus and "!" in rumus)
    if luar:
        from sakip_app.workbook.grid import alamat

        sel = [alamat(*letak) for letak in luar]
        hasil.append(
            temuan("tautan-luar", lembar=grid.lembar, sel=sel[0], jumlah=len(sel), daftar=", ".join(sel[:12]))
        )
    for judul, alasan in buku.dilewati:
        hasil.append(temuan("lembar-dilewati", lembar=grid.lembar, nilai=judul, alasan=alasan))
    return hasil


def _no_table(buku: Buku, grids: Sequence[Grid], calon: Sequence[Calon]) -> BerkasDitolakError:
    """Why no sheet was read: a stray or oversized sheet, a table of another form, or no table at all."""
    if not any(grid.sel for grid in grids) and buku.dilewati:
        return buku.dilewati[0][1]
    if not any(grid.sel for grid in grids):
        return tolak("buku-tanpa-isi", jumlah=len(grids))
    if calon:
        terdekat_ = max(calon, key=lambda c: (c.kepala.dikenali, c.kepala.nilai))
        nomor, kepala = terdekat_.nomor, terdekat_.kepala
        if kepala.dikenali:
            return tolak(
                "templat-kolom-hilang", lembar=grids[nomor].lembar, kolom=", ".join(missing_columns(kepala))
            )
        ada = {k.peran for k in kepala.kolom}
        if {"indikator"} < ada and ada & {"target_tahunan", "target", "realisasi", "realisasi_tahun"}:
            return tolak(
                "bentuk-belum-dikenal",
                lembar=grids[nomor].lembar,
                ditemukan=", ".join(sorted({k.sebutan for k in kepala.kolom})),
                belum=", ".join(kepala.kurang),
            )
    terdekat = _nearest(grids)
    if terdekat is None:
        return tolak("tabel-tak-ditemukan", dicari=_DICARI, terdekat="Tidak satu pun kata itu ditemukan.")
    lembar, baris, kata = terdekat
    if len(kata) > 1 and {"target", "realisasi"} & set(kata):
        belum = [k for k in _KATA_TABEL[:4] if k not in kata]
        return tolak(
            "bentuk-belum-dikenal",
            lembar=lembar,
            ditemukan=", ".join(kata),
            belum=", ".join(belum) or "realisasi per triwulan I–IV",
        )
    tulis = f"Yang terdekat: lembar “{lembar}” baris {baris} ({', '.join(kata)})."
    return tolak("tabel-tak-ditemukan", dicari=_DICARI, terdekat=tulis)


def _nearest(grids: Sequence[Grid]) -> tuple[str, int, list[str]] | None:
    """Sheet and row that come nearest to a header, with the words it has; ``None`` where no word stands."""
    terbaik: tuple[str, int, list[str]] | None = None
    for grid in grids:
        per_baris: dict[int, set[str]] = {}
        for (baris, _), sel in grid.sel.items():
            if baris <= 60 and isinstance(sel.nilai, str) and len(sel.nilai) < 200:
                teks = normal(sel.nilai)
                per_baris.setdefault(baris, set()).update(k for k in _KATA_TABEL if k in teks)
        for baris, kata in sorted(per_baris.items()):
            if len(kata) > (len(terbaik[2]) if terbaik else 0):
                terbaik = (grid.lembar, baris, [k for k in _KATA_TABEL if k in kata])
    return terbaik
