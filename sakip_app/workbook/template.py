"""The product's own template, written: one sheet of instructions, one sheet a unit, and a hidden mark.

What comes back is read by ``reader.read_units``. Nothing here is needed for reading.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from sakip_app.snapshot.follow_up import KEADAAN
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.templat.gaya import add_styles
from sakip_app.workbook.templat.kolom import KOSAKATA, SATUAN_LAZIM, columns, shown
from sakip_app.workbook.templat.lanjut import LEMBAR_LANJUT, decided_mark
from sakip_app.workbook.templat.lanjut import JanjiTemplat as JanjiTemplat  # part of what a template is made of
from sakip_app.workbook.templat.lembar_lanjut import decided, write_follow_ups
from sakip_app.workbook.templat.lembar_unit import write_unit_sheet
from sakip_app.workbook.templat.petunjuk import LEMBAR_PETUNJUK, write_guide
from sakip_app.workbook.templat.semula import LEMBAR_SEMULA, write_prefilled
from sakip_app.workbook.templat.tanda import (
    AWALAN_SKALA,
    LEMBAR_DAFTAR,
    LEMBAR_TANDA,
    VERSI,
    JanjiTertulis,
    LembarUnit,
    Tanda,
    write_lists,
    write_mark,
)
from sakip_app.workbook.words import clean, normal

UNIT_TERBANYAK = 90  # the gate takes workbooks of up to a hundred sheets
JUDUL_TERPANJANG = 31
_TERLARANG = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_WAKTU = (1980, 1, 1, 0, 0, 0)  # no clock in the file: the same content gives the same bytes
_SAAT = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class UnitTemplat:
    """One unit and what is known of it.

    ``baris`` holds plan, realisasi so far and the notes of the quarter to be reported. Under konsolidasi
    ``jumlah`` realisasi are increments of their quarter (with ``cara_isi`` kumulatif: positions), else positions at
    its end. ``tindak_lanjut`` gives
    for a ``kunci`` last quarter's follow-up as one text. ``tersimpan`` says that ``baris`` are what is kept for the
    year, so that a value left as it is states nothing; else they only propose, and everything sent back is stated.
    ``janji`` are the follow-ups decided in meetings, in the order of their rows.
    """

    kode_unit: str
    nama: str
    baris: Sequence[BarisIndikator] = ()
    tindak_lanjut: Mapping[str, str] = field(default_factory=dict)
    tersimpan: bool = True
    janji: Sequence[JanjiTemplat] = ()


@dataclass(frozen=True, slots=True)
class IsiTemplat:
    """What a template is made of.

    Attributes:
        kode_instansi: code of the body, kept in the mark.
        instansi: its name.
        tahun: the year.
        triwulan: the quarter to be reported, 1–4.
        unit: one for a unit's own template, several for a subtree.
        tahun_renstra: years of the five-year plan, one column each.
        skala: name of an ordinal scale → its words, for dropdowns.
        contoh: the body is fictional: every sheet says so.
    """

    kode_instansi: str
    instansi: str
    tahun: int
    triwulan: int
    unit: Sequence[UnitTemplat]
    tahun_renstra: Sequence[int] = ()
    skala: Mapping[str, Sequence[str]] = field(default_factory=dict)
    contoh: bool = False


def write_template(isi: IsiTemplat) -> bytes:
    """Write the template as xlsx.

    A further sheet asks what became of the units' follow-ups, where they have any.

    Raises:
        ValueError: without a unit, with more than 90, with a quarter outside 1–4, or with one kunci or follow-up
            twice.
    """
    _check(isi)
    buku = Workbook()
    add_styles(buku)
    petunjuk = buku.worksheets[0]
    petunjuk.title = LEMBAR_PETUNJUK
    judul = sheet_titles([u.nama for u in isi.unit])
    lembar = [buku.create_sheet(j) for j in judul]
    lanjut = buku.create_sheet(LEMBAR_LANJUT) if any(u.janji for u in isi.unit) else None
    daftar, tanda, semula = (buku.create_sheet(j) for j in (LEMBAR_DAFTAR, LEMBAR_TANDA, LEMBAR_SEMULA))
    rentang = write_lists(daftar, _lists(isi))
    kolom = columns(isi.tahun, isi.tahun_renstra)
    for ws, unit in zip(lembar, isi.unit, strict=True):
        write_unit_sheet(ws, isi, unit, kolom, rentang)
    if lanjut is not None:
        write_follow_ups(buku, lanjut, isi, rentang)
    write_guide(petunjuk, isi)
    write_mark(tanda, _mark(isi, judul))
    write_prefilled(semula, kolom, ((u.kode_unit, u.baris) for u in isi.unit if u.tersimpan))
    daftar.sheet_state, tanda.sheet_state, semula.sheet_state = "hidden", "veryHidden", "veryHidden"
    buku.security = WorkbookProtection(lockStructure=True)
    buku.properties.creator = buku.properties.lastModifiedBy = "SAKIP triwulanan"
    buku.properties.title = f"Templat kinerja {isi.tahun}, {clean(isi.instansi)}"
    buku.properties.created = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl takes naive times only
    wadah = io.BytesIO()
    buku.save(wadah)
    return _settled(wadah.getvalue())


def sheet_titles(nama: Sequence[str]) -> list[str]:
    """A title for each unit's sheet: short, allowed by Excel, unique whatever the case.

    Example:
        >>> sheet_titles(["Dinas Kesehatan", "DINAS KESEHATAN", "RSUD A/B: kelas *"])
        ['Dinas Kesehatan', 'DINAS KESEHATAN 2', 'RSUD A B kelas']
    """
    terpakai = {
        normal(n) for n in (LEMBAR_PETUNJUK, LEMBAR_LANJUT, LEMBAR_DAFTAR, LEMBAR_TANDA, LEMBAR_SEMULA, "History")
    }  # Excel's own word
    hasil = []
    for satu in nama:
        dasar = " ".join(_TERLARANG.sub(" ", clean(satu)).split()).strip(" '") or "Unit"
        judul, ke = _short(dasar, JUDUL_TERPANJANG), 2
        while normal(judul) in terpakai:
            judul, ke = f"{_short(dasar, JUDUL_TERPANJANG - len(str(ke)) - 1)} {ke}", ke + 1
        terpakai.add(normal(judul))
        hasil.append(judul)
    return hasil


def _short(teks: str, panjang: int) -> str:
    """Cut at a word where one ends near the limit."""
    if len(teks) <= panjang:
        return teks
    potong = teks[:panjang]
    if teks[panjang] != " " and " " in potong[panjang // 2 :]:
        potong = potong.rsplit(" ", 1)[0]
    return potong.rstrip(" ,.-&('")


def _check(isi: IsiTemplat) -> None:
    if not 1 <= len(isi.unit) <= UNIT_TERBANYAK:
        raise ValueError(f"a template holds 1 to {UNIT_TERBANYAK} units, not {len(isi.unit)}")
    if isi.triwulan not in (1, 2, 3, 4):
        raise ValueError(f"triwulan is 1 to 4, not {isi.triwulan}")
    for unit in isi.unit:
        kunci = [b.kunci for b in unit.baris]
        if not all(kunci) or len(set(kunci)) < len(kunci):
            raise ValueError(f"indicators of {unit.kode_unit} without a kunci of their own")
    janji = [satu.id for unit in isi.unit for satu in unit.janji]
    if len(set(janji)) < len(janji):
        raise ValueError("one follow-up twice")


def _lists(isi: IsiTemplat) -> dict[str, list[str]]:
    """The words of every dropdown: the vocabulary, common units and those in use, the scales."""
    satuan = list(SATUAN_LAZIM)
    ada = {normal(s) for s in satuan}
    for teks in (clean(b.satuan) for u in isi.unit for b in u.baris if b.satuan):
        if normal(teks) not in ada:
            ada.add(normal(teks))
            satuan.append(teks)
    hasil = {peran: [shown(k) for k in kata] for peran, kata in KOSAKATA.items()}
    hasil["satuan"] = satuan
    dipakai = (clean(b.skala) for u in isi.unit for b in u.baris if b.skala)
    hasil["skala"] = list(dict.fromkeys([*isi.skala, *dipakai]))
    if any(u.janji for u in isi.unit):
        hasil["keadaan"] = list(KEADAAN)
    if isi.skala:
        hasil |= {AWALAN_SKALA + nama: list(kata) for nama, kata in isi.skala.items()}
    return hasil


def _mark(isi: IsiTemplat, judul: Sequence[str]) -> Tanda:
    lembar = tuple(
        LembarUnit(j, u.kode_unit, clean(u.nama), {b.kunci: clean(b.uraian) for b in u.baris})
        for j, u in zip(judul, isi.unit, strict=True)
    )
    janji = {
        satu.kode: JanjiTertulis(u.kode_unit, satu.uid, satu.keadaan, satu.sampai, decided_mark(decided(satu)))
        for u in isi.unit
        for satu in u.janji
    }
    return Tanda(VERSI, isi.kode_instansi, clean(isi.instansi), isi.tahun, isi.triwulan, lembar, janji)


def _settled(data: bytes) -> bytes:
    """The same zip with no time in it, and with row heights that a program may fit anew as text is written."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            isi = lama.read(nama)
            if nama == "docProps/core.xml":
                isi = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + _SAAT.encode(), isi)
            elif nama.startswith("xl/worksheets/"):
                isi = isi.replace(b' customHeight="1"', b"")
            baru.writestr(zipfile.ZipInfo(nama, _WAKTU), isi, zipfile.ZIP_DEFLATED)
    return wadah.getvalue()
