"""The cells of one worksheet part, in one pass: values, formulas, formats, hidden rows, merges.

openpyxl builds an object for everything in a sheet and then for every cell; here a cell costs a fifth of that, and
drawings, filters, conditional formats and a million declared but empty cells cost nothing. Limits are enforced while
reading, so that no file makes us hold more than a form has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sakip_app.workbook.dates import from_iso, from_serial
from sakip_app.workbook.findings import tolak
from sakip_app.workbook.formulas import shift_formula
from sakip_app.workbook.grid import Letak, Sel
from sakip_app.workbook.limits import BATAS_BARIS, BATAS_GABUNGAN, BATAS_KOLOM, Rentang, SelJauh, column_number
from sakip_app.workbook.styles import Gaya
from sakip_app.workbook.xml_events import Sifat, feed, new_parser, unescape_text

_ALAMAT = re.compile(r"\$?([A-Za-z]{1,9})\$?(\d{1,9})")
_RENTANG = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_KOSONG = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,5}")?(?:/>|></c>)')
BANYAK_KOSONG = 20_000
_baru = tuple.__new__  # less than half the time of calling the class, a million times over
_BENAR = ("1", "true", "on")


@dataclass
class IsiLembar:
    """What one worksheet part holds."""

    sel: dict[Letak, Sel] = field(default_factory=dict)
    rumus: dict[Letak, str] = field(default_factory=dict)
    baris_tersembunyi: set[int] = field(default_factory=set)
    gabungan: list[Rentang] = field(default_factory=list)


def read_sheet(
    isi: bytes, judul: str, teks: Sequence[str], gaya: Sequence[Gaya], *, tahun_1904: bool, sisa: int, batas: int
) -> IsiLembar:
    """Read the part.

    Args:
        isi: the part as it lies in the zip.
        judul: title of the sheet, for messages.
        teks: the shared strings.
        gaya: the cell formats.
        tahun_1904: whether days are counted from 1904.
        sisa: how many cells with content may still be read.
        batas: how many that is of the whole workbook, for the message.

    Raises:
        BerkasDitolakError: when the part is broken or beyond the limits.
    """
    baca = _Pembaca(judul, teks, gaya, sisa, batas, tahun_1904=tahun_1904)
    baca.run(isi)
    return baca.hasil


class _Pembaca:
    def __init__(
        self,
        judul: str,
        teks: Sequence[str],
        gaya: Sequence[Gaya],
        sisa: int,
        batas: int,
        *,
        tahun_1904: bool,
    ) -> None:
        self.hasil = IsiLembar()
        self._judul, self._teks, self._tahun_1904 = judul, teks, tahun_1904
        self._sisa, self._batas = sisa, batas
        self._sel = self.hasil.sel
        self._gaya = {str(nomor): satu for nomor, satu in enumerate(gaya)}
        self._jauh = SelJauh(judul)
        self._bersama: dict[str, tuple[int, int, str]] = {}

    def run(self, isi: bytes) -> None:
        """Parse, then judge the cells that lie outside the limits."""
        bagian = f"lembar “{self._judul}”"
        gabungan = isi.count(b"mergeCell ")
        if gabungan > BATAS_GABUNGAN:
            raise tolak("terlalu-banyak-gabungan", lembar=self._judul, jumlah=gabungan, batas=BATAS_GABUNGAN)
        if isi.count(b"<v>") + isi.count(b"<is>") > self._sisa:  # known before any time is spent on them
            raise tolak("terlalu-banyak-sel", lembar=self._judul, batas=self._batas)
        isi = _without_blanks(isi)
        self._parser = new_parser(isi, bagian)
        self._parser.StartElementHandler = self._root
        feed(self._parser, isi, bagian)
        self._jauh.judge(self.hasil.sel)

    def _root(self, nama: str, _: Sifat) -> None:
        awalan, titik, inti = nama.rpartition(":")
        if inti != "worksheet":
            raise tolak("berkas-rusak", rincian=f"lembar “{self._judul}” bukan lembar kerja")
        self._awalan = awalan + titik
        self._parser.StartElementHandler = self._outside

    def _outside(self, nama: str, sifat: Sifat) -> None:
        """Elements before and after the cells."""
        if nama == self._awalan + "sheetData":
            self._read_cells()
        elif nama == self._awalan + "mergeCell":
            rentang = _boundaries(sifat.get("ref", ""))
            if rentang is not None:
                self.hasil.gabungan.append(rentang)

    def _read_cells(self) -> None:
        """Handlers for what lies in ``sheetData``: local names in closures, for they run for every cell."""
        parser, awalan, store, store_formula = self._parser, self._awalan, self._store, self._formula
        tersembunyi = self.hasil.baris_tersembunyi
        c_, v_, f_, t_, row_, rph_, data_ = (awalan + n for n in ("c", "v", "f", "t", "row", "rPh", "sheetData"))
        isi_ = (v_, f_, t_)
        baris = kolom = fonetik = 0
        sifat_sel: Sifat = {}
        sifat_rumus: Sifat = {}
        rumus: str | None = None
        nilai = ""
        potong: list[str] = []
        sebaris: list[str] = []
        nomor_kolom: dict[str, int] = {}
        teks_baris = ""
        panjang = 0

        def mulai(nama: str, sifat: Sifat) -> None:
            nonlocal baris, kolom, fonetik, sifat_sel, sifat_rumus, rumus, nilai, teks_baris, panjang
            if nama == c_:
                sifat_sel, nilai, rumus = sifat, "", None
                if sebaris:
                    sebaris.clear()
            elif nama in isi_:
                potong.clear()  # what stood before is the white space between two tags
                if nama == f_:
                    sifat_rumus = sifat
            elif nama == row_:
                baris = _row_number(sifat["r"]) if "r" in sifat else baris + 1
                kolom = 0
                teks_baris = str(baris)
                panjang = -len(teks_baris)
                if sifat.get("hidden") in _BENAR and baris <= BATAS_BARIS:
                    tersembunyi.add(baris)
            elif nama == rph_:
                fonetik += 1

        def selesai(nama: str) -> None:
            nonlocal baris, kolom, fonetik, nilai, rumus
            if nama == v_:
                nilai = potong[0] if len(potong) == 1 else "".join(potong)
            elif nama == c_:
                alamat = sifat_sel.get("r")
                if alamat is None:
                    kolom += 1
                    letak = baris, kolom
                elif alamat[panjang:] == teks_baris and alamat[:panjang] in nomor_kolom:
                    kolom = nomor_kolom[alamat[:panjang]]
                    letak = baris, kolom
                else:
                    huruf, letak = _address(alamat)
                    kolom = nomor_kolom[huruf] = letak[1]
                if rumus is not None:
                    store_formula(letak, sifat_rumus, rumus)
                if nilai or sebaris:
                    store(letak, sifat_sel, nilai, sebaris)
            elif nama == f_:
                rumus = "".join(potong)
            elif nama == t_:
                if not fonetik:
                    sebaris.append("".join(potong))
            elif nama == rph_:
                fonetik -= 1
            elif nama == data_:
                parser.StartElementHandler = self._outside
                parser.EndElementHandler = None
                parser.CharacterDataHandler = None

        parser.CharacterDataHandler = potong.append
        parser.StartElementHandler = mulai
        parser.EndElementHandler = selesai

    def _store(self, letak: Letak, sifat: Sifat, nilai: str, sebaris: Sequence[str]) -> None:
        gaya = self._gaya[sifat.get("s", "0")]
        jenis = sifat.get("t", "n")
        isi: object
        if jenis == "n":
            isi = int(nilai) if nilai.isdigit() else float(nilai) if "." in nilai else _number(nilai)
            if gaya.tanggal:
                isi, jenis = self._date(isi, gaya)
        elif jenis == "s":
            nomor = int(nilai)
            if nomor < 0:
                raise IndexError(nomor)
            isi = self._teks[nomor]
        else:
            isi, jenis = _of_kind(jenis, nilai, sebaris)
        if jenis == "s" and (not isi or isi.isspace()):  # type: ignore[attr-defined]  # text is str
            return
        if letak[0] > BATAS_BARIS or letak[1] > BATAS_KOLOM:
            self._jauh.add(letak)
            if self._jauh.enough:
                self._jauh.judge(self._sel)
            return
        self._sel[letak] = _baru(Sel, (isi, jenis, gaya.format_angka, gaya.rupa))
        if len(self._sel) > self._sisa:
            raise tolak("terlalu-banyak-sel", lembar=self._judul, batas=self._batas)

    def _date(self, nomor: float, gaya: Gaya) -> tuple[object, str]:
        try:
            return from_serial(nomor, tahun_1904=self._tahun_1904, durasi=gaya.durasi), "d"
        except (OverflowError, ValueError):  # Excel shows ##### there
            return "#VALUE!", "e"

    def _formula(self, letak: Letak, sifat: Sifat, isi: str) -> None:
        if letak[0] > BATAS_BARIS or letak[1] > BATAS_KOLOM:
            return
        if sifat.get("t") == "shared":
            nomor = sifat.get("si", "")
            if isi:
                self._bersama[nomor] = (*letak, isi)
            elif nomor in self._bersama:
                baris, kolom, isi = self._bersama[nomor]
                isi = shift_formula(isi, letak[0] - baris, letak[1] - kolom)
        self.hasil.rumus[letak] = f"={isi}"


def _without_blanks(isi: bytes) -> bytes:
    """Leave out the cells that have a style and nothing else, where a sheet declares thousands of columns of them.

    Only where every cell says where it stands: one that does not stands beside the cell before it.
    """
    sel = isi.count(b"<c ") + isi.count(b"<c>")
    if sel - isi.count(b"<v>") < BANYAK_KOSONG or sel != isi.count(b'<c r="') or b"<![CDATA[" in isi:
        return isi
    return _KOSONG.sub(b"", isi)


def _of_kind(jenis: str, nilai: str, sebaris: Sequence[str]) -> tuple[object, str]:
    """Value and kind of a cell that is neither a number nor a shared string."""
    if jenis == "inlineStr":
        return unescape_text("".join(sebaris)), "s"
    if not nilai:
        return "", "s"
    if jenis == "str":
        return unescape_text(nilai), "s"
    if jenis == "b":
        return bool(int(nilai)), "b"
    if jenis == "d":
        return from_iso(nilai), "d"
    if jenis == "e":
        return nilai, "e"
    raise ValueError(jenis)


def _number(nilai: str) -> float:
    if "_" in nilai:  # Python reads 1_000, Excel does not
        raise ValueError(nilai)
    return float(nilai) if "." in nilai or "E" in nilai or "e" in nilai else int(nilai)


def _row_number(nilai: str) -> int:
    nomor = int(float(nilai)) if "." in nilai else int(nilai)
    if nomor < 1:
        raise ValueError(nilai)
    return nomor


def _address(alamat: str) -> tuple[str, Letak]:
    m = _ALAMAT.fullmatch(alamat)
    if m is None or int(m.group(2)) < 1:
        raise ValueError(alamat)
    return m.group(1), (int(m.group(2)), column_number(m.group(1).upper()))


def _boundaries(ref: str) -> Rentang | None:
    """A merge, cut to the limits; ``None`` where it lies outside them or is no range."""
    m = _RENTANG.fullmatch(ref.upper())
    if m is None:
        return None
    baris = sorted((int(m.group(2)), int(m.group(4))))
    kolom = sorted((column_number(m.group(1)), column_number(m.group(3))))
    if baris[0] > BATAS_BARIS or kolom[0] > BATAS_KOLOM:
        return None
    return baris[0], kolom[0], min(baris[1], BATAS_BARIS), min(kolom[1], BATAS_KOLOM)
