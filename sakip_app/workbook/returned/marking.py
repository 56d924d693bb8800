"""The planner's own workbook, marked: cells coloured, a comment at each, a first sheet that lists the findings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sakip_app.workbook.gate import BATAS_SATU, check_size, is_old_xls, open_archive
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.limits import Letak
from sakip_app.workbook.package import Paket, read_package, workbook_part
from sakip_app.workbook.result import Temuan, Tingkat
from sakip_app.workbook.returned import boxes, comments
from sakip_app.workbook.returned.book import Buku, LembarBuku, gone
from sakip_app.workbook.returned.listing import (
    BARIS_KEPALA,
    PENGENAL,
    BarisDaftar,
    earlier_fills,
    findings_xml,
    free_title,
    is_findings_sheet,
)
from sakip_app.workbook.returned.parts import Bagian
from sakip_app.workbook.returned.rebuilt import rebuild
from sakip_app.workbook.returned.sheet import (
    Peta,
    add_legacy_drawing,
    address,
    legacy_drawing,
    set_styles,
    survey,
    unselect,
)
from sakip_app.workbook.returned.styles import KOSONG, POLOS, Gaya, is_ours, look
from sakip_app.workbook.returned.xml import REL, Sisipan, splice
from sakip_app.workbook.sheets import BATAS_TEKS, open_sheets, read_parts
from sakip_app.workbook.xml_events import read_strings

_MAIN_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_JENIS_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BERAT: Mapping[Tingkat, int] = {"galat": 0, "peringatan": 1, "catatan": 2}
_PETUNJUK = (
    "Perbaiki sel yang berwarna, simpan, lalu unggah lagi berkas ini di layar Unggah. Alasan dan saran ada di daftar "
    "ini dan di komentar tiap sel; tekan alamat sel untuk menuju ke sana."
)
_PETUNJUK_LANJUT = (
    "Lembar ini, warna, dan komentar SAKIP boleh dibiarkan: semuanya diperbarui pada unggahan berikutnya dan tidak "
    "ikut dibaca."
)
_TANPA_RUMUS = (
    "Berkas asalnya berformat lama (.xls). Salinan ini buku kerja baru yang memuat nilainya; rumus, lebar kolom, dan "
    "garis tidak ikut."
)
_TANPA_MAKRO = "Makro di berkas asal tidak disertakan di salinan ini."


def mark_workbook(data: bytes, nama: str, temuan: Sequence[Temuan]) -> bytes:
    """The workbook as it was sent, with its findings marked where they stand.

    Every value, formula and cached result stays byte for byte; only styles of the marked cells, comments, and the
    list of sheets change. Macros are not given back. Marks of an earlier time are replaced.

    Args:
        data: the bytes as they were sent; a file ``read_workbook`` has taken.
        nama: its name, for the heading of the list.
        temuan: the findings; those without a cell, or of a sheet that is not there, are only listed.

    Returns:
        An .xlsx, whatever the ending of ``nama``.

    Raises:
        BerkasDitolakError: when the file is none that can be read; its ``kode`` is stable.

    Example:
        ``mark_workbook(data, "e81.xlsx", read_workbook(data, "e81.xlsx").temuan)``
    """
    if is_old_xls(data):
        check_size(data)
        return _mark(rebuild(open_sheets(data, nama).grids), nama, temuan, (_TANPA_RUMUS,))
    check_size(data)
    return _mark(data, nama, temuan, ())


def _mark(data: bytes, nama: str, temuan: Sequence[Temuan], catatan: tuple[str, ...]) -> bytes:
    arsip = open_archive(data, nama, batas=BATAS_SATU)
    paket = read_package(arsip)
    lama = _earlier_list(paket)
    bagian, letak_buku = Bagian(arsip, data), workbook_part(arsip)
    bagian.drop_code(letak_buku)
    buku = Buku(bagian, letak_buku)
    milik_lama = {grid.lembar for grid in lama}
    kerja = {satu.judul: satu for satu in buku.lembar if satu.lembar_kerja and satu.bagian in bagian}
    tanpa_isi = gone(buku.lembar, bagian)
    letak_gaya, gaya = _styles(bagian, letak_buku)
    urut = sorted(temuan, key=lambda t: _BERAT[t.tingkat])
    penanda = _Penanda(bagian, gaya, lama)
    baris: dict[int, BarisDaftar] = {}
    for judul, lembar in kerja.items():
        if judul not in milik_lama:
            baris |= penanda.mark(lembar, [(n, t) for n, t in enumerate(urut, 1) if t.lembar == judul])
    daftar = [baris.get(n) or BarisDaftar(t, ada_lembar=False) for n, t in enumerate(urut, 1)]
    catatan += (_TANPA_MAKRO,) if paket.bermakro else ()
    xml = findings_xml(_heading(nama, urut), (_PETUNJUK, _PETUNJUK_LANJUT, *catatan), daftar, gaya.for_list())
    bagian.put(letak_gaya, gaya.save())
    bagian.drop({kerja[judul].bagian for judul in milik_lama if judul in kerja})
    if tanpa_isi:
        bagian.drop({r.sasaran for r in bagian.related(letak_buku, "calcChain")})  # it names sheets that are gone
    buang = milik_lama | tanpa_isi
    letak_daftar = bagian.free_name("xl/worksheets/sheet", ".xml")
    bagian.put(letak_daftar, xml)
    bagian.declare(letak_daftar, f"{_MAIN_JENIS}.worksheet+xml")
    judul_daftar = free_title([satu.judul for satu in buku.lembar if satu.judul not in buang])
    rid = bagian.relate(letak_buku, f"{REL}/worksheet", letak_daftar)
    buku.save(judul_daftar, rid, BARIS_KEPALA + len(daftar), buang)
    return bagian.save()


def planner_grids(grids: Sequence[Grid]) -> list[Grid]:
    """The sheets of a workbook without those this product put in; marked cells look as they did before.

    A form may say something with its fills, so that our colours must not be read as the planner's.
    """
    lama = [grid for grid in grids if is_findings_sheet(grid)]
    asli = {k: v for grid in lama for k, v in earlier_fills(grid).items()}
    sisa = [grid for grid in grids if not is_findings_sheet(grid)]
    if not lama:
        return sisa
    hasil = []
    for grid in sisa:
        sel = dict(grid.sel)
        for letak, satu in grid.sel.items():
            if is_ours(satu.rupa.isi):
                isi = look(asli.get((grid.lembar, letak), POLOS))
                sel[letak] = satu._replace(rupa=satu.rupa._replace(isi=isi))
        hasil.append(replace(grid, sel=sel))
    return hasil


def _earlier_list(paket: Paket) -> list[Grid]:
    """The list of findings of an earlier time, where the workbook was returned before."""
    cari = [PENGENAL.encode()]
    if cari[0] in (
        paket.teks or b""
    ):  # saved by a program since: the text stands apart, the cell holds its number
        teks = read_strings(paket.teks, BATAS_TEKS)
        cari += [f">{n}</".encode() for n, satu in enumerate(teks) if satu == PENGENAL]
    mungkin = [satu.judul for satu in paket.lembar if any(kata in paket.cells(satu) for kata in cari)]
    grids = (grid for judul in mungkin for grid in read_parts(paket, judul).grids)
    return [grid for grid in grids if is_findings_sheet(grid)]


def _styles(bagian: Bagian, letak_buku: str) -> tuple[str, Gaya]:
    """The style table; one is made where the workbook has none."""
    for relasi in bagian.related(letak_buku, "styles"):
        return relasi.sasaran, Gaya(bagian.xml(relasi.sasaran), relasi.sasaran)
    letak = bagian.free_name("xl/styles", ".xml")
    bagian.put(letak, KOSONG)
    bagian.declare(letak, f"{_MAIN_JENIS}.styles+xml")
    bagian.relate(letak_buku, f"{REL}/styles", letak)
    return letak, Gaya(KOSONG, letak)


def _heading(nama: str, temuan: Sequence[Temuan]) -> str:
    jumlah = [f"{n} {kata}" for kata in _BERAT if (n := sum(t.tingkat == kata for t in temuan))]
    return f"Temuan di {nama}: {', '.join(jumlah) or 'tidak ada'}"


class _Penanda:
    """Marks the sheets of one workbook, which share their styles and the ids of comment boxes."""

    def __init__(self, bagian: Bagian, gaya: Gaya, lama: Sequence[Grid]) -> None:
        self._bagian, self._gaya = bagian, gaya
        self._asli = {k: v for grid in lama for k, v in earlier_fills(grid).items()}
        self._milik = gaya.ours() if lama else frozenset()
        vml = [bagian.raw(n) for n in bagian.nama if n.endswith(".vml")]
        self._blok = {n for isi in vml for n in boxes.blocks(isi)}

    def mark(self, lembar: LembarBuku, isian: Sequence[tuple[int, Temuan]]) -> dict[int, BarisDaftar]:
        """Colour and comment the cells of one sheet; returns what is listed of each finding."""
        bagian, letak_bagian = self._bagian, lembar.bagian
        data = bagian.xml(letak_bagian)
        tempat = {n: letak for n, t in isian if (letak := address(t.sel)) is not None}
        if not tempat and not self._milik and b"tabSelected" not in data.partition(b"sheetData")[0]:
            return {n: BarisDaftar(t) for n, t in isian}
        peta = survey(data, letak_bagian, set(tempat.values()), self._milik)
        jangkar = {n: peta.anchor(letak) for n, letak in tempat.items()}
        if jangkar != tempat:
            peta = survey(data, letak_bagian, set(jangkar.values()), self._milik)
        per_sel: dict[Letak, list[tuple[int, Temuan]]] = {}
        for n, t in isian:
            if n in jangkar:
                per_sel.setdefault(jangkar[n], []).append((n, t))
        semula = {letak: self._fill_before(lembar.judul, letak, peta) for letak in {*per_sel, *peta.bergaya}}
        sisipan = unselect(peta) + set_styles(peta, self._new_styles(peta, per_sel, semula))
        sisipan += self._comment(letak_bagian, peta, per_sel)
        bagian.put(letak_bagian, splice(data, sisipan))
        return {n: BarisDaftar(t, s := jangkar.get(n), semula[s] if s else POLOS) for n, t in isian}

    def _fill_before(self, judul: str, letak: Letak, peta: Peta) -> str:
        """The planner's fill of a cell, also where an earlier marking lies over it."""
        kini = self._gaya.fill_of(peta.style(letak))
        return self._asli.get((judul, letak), POLOS) if letak in peta.bergaya and is_ours(kini) else kini

    def _new_styles(
        self, peta: Peta, per_sel: Mapping[Letak, Sequence[tuple[int, Temuan]]], semula: Mapping[Letak, str]
    ) -> dict[Letak, int]:
        hasil = {letak: self._gaya.painted(peta.style(letak), semula[letak]) for letak in peta.bergaya}
        for letak, isi in per_sel.items():
            hasil[letak] = self._gaya.marked(peta.style(letak), isi[0][1].tingkat)  # the gravest comes first
        return hasil

    def _comment(
        self, letak_bagian: str, peta: Peta, per_sel: Mapping[Letak, Sequence[tuple[int, Temuan]]]
    ) -> list[Sisipan]:
        """Write the comments of one sheet and the boxes they are shown in; returns what changes in the sheet."""
        bagian = self._bagian
        ada = bagian.related(letak_bagian, "comments")
        if not per_sel and not ada:
            return []
        teks = {letak: _said(isi) for letak, isi in per_sel.items()}
        utas = self._threads(letak_bagian, per_sel)
        letak_komentar = ada[0].sasaran if ada else bagian.free_name("xl/comments", ".xml")
        lama = bagian.xml(letak_komentar) if ada else comments.KOSONG
        isi, semua = comments.write_comments(lama, letak_komentar, teks, utas)
        rid = legacy_drawing(peta)
        gambar = next((r.sasaran for r in bagian.relations(letak_bagian) if r.id == rid and rid), "")
        vml = bagian.raw(gambar) if gambar in bagian else None
        kotak = boxes.write_boxes(vml, gambar, {s: teks.get(s) for s in semua}, self._blok)
        bagian.put(letak_komentar, isi)
        if not ada:
            bagian.declare(letak_komentar, f"{_MAIN_JENIS}.comments+xml")
            bagian.relate(letak_bagian, f"{REL}/comments", letak_komentar)
        if vml is not None:
            bagian.put_raw(gambar, kotak)
            return []
        letak_vml = bagian.free_name("xl/drawings/vmlDrawing", ".vml")
        bagian.put_raw(letak_vml, kotak)
        bagian.declare_extension("vml", _JENIS_VML)
        return add_legacy_drawing(peta, bagian.relate(letak_bagian, f"{REL}/vmlDrawing", letak_vml))

    def _threads(self, letak_bagian: str, sel: Collection[Letak]) -> dict[Letak, str]:
        """Turn the threads of marked cells into plain comments; what was said in them is returned."""
        hasil: dict[Letak, str] = {}
        for relasi in self._bagian.related(letak_bagian, "threadedComment"):
            data = self._bagian.xml(relasi.sasaran)
            isi, kata, sisa = comments.take_threads(data, relasi.sasaran, sel)
            hasil |= kata
            if not sisa:
                self._bagian.drop({relasi.sasaran})
            elif kata:
                self._bagian.put(relasi.sasaran, isi)
        return hasil


def _said(isi: Sequence[tuple[int, Temuan]]) -> str:
    """What the comment of one cell says: every finding with its number in the list, its reason and its advice."""
    return "\n\n".join(f"{n}. {t.tingkat.upper()}: {t.pesan}\nSaran: {t.saran}" for n, t in isi)
