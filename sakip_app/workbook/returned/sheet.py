"""One sheet of cells, changed where it stands: styles of single cells, the link to its comments, its selection."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.limits import Letak, alamat, column_number
from sakip_app.workbook.returned.xml import (
    MAIN,
    PEMISAH,
    REL,
    Sisipan,
    Unsur,
    append_children,
    attribute,
    close,
    parser,
    prefix,
    set_attribute,
    tag_end,
)

_SEL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

# CT_Worksheet: Excel calls a sheet damaged whose elements stand in another order
URUTAN = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
    "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
    "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


@dataclass(slots=True)
class _Baris:
    """A wanted row: its element, its own style, and the cells of it in order."""

    unsur: Unsur
    gaya: int | None
    sel: list[tuple[int, Unsur]] = field(default_factory=list)


@dataclass(slots=True)
class Peta:
    """What of a sheet is needed to change it."""

    data: bytes
    akar: Unsur
    awalan: str
    anak: list[Unsur]  # its children; only those outside sheetData have children themselves
    baris: dict[int, _Baris]
    berikut: dict[int, int]  # row that is missing → where it belongs
    bergaya: dict[Letak, Unsur]  # cells with one of the styles asked about

    def anchor(self, letak: Letak) -> Letak:
        """The top left cell of the merge that covers a cell: the only one of it that is shown."""
        for satu in (a for induk in self.anak if induk.nama == "mergeCells" for a in induk.anak):
            awal, _, akhir = satu.atribut.get("ref", "").partition(":")
            atas, bawah = address(awal), address(akhir)
            if atas and bawah and atas[0] <= letak[0] <= bawah[0] and atas[1] <= letak[1] <= bawah[1]:
                return atas
        return letak

    def find(self, nama: str) -> Unsur | None:
        """A child of the sheet."""
        return next((a for a in self.anak if a.nama == nama), None)

    def style(self, letak: Letak) -> int:
        """Style of a cell; of one that is not there, what Excel shows in its place: its row's or column's."""
        if letak in self.bergaya:
            return _number(self.bergaya[letak].atribut.get("s"), 0)
        baris = self.baris.get(letak[0])
        if baris is not None:
            for kolom, unsur in baris.sel:
                if kolom == letak[1]:
                    return _number(unsur.atribut.get("s"), 0)
            if baris.gaya is not None:
                return baris.gaya
        kolom_xml = self.find("cols")
        for satu in kolom_xml.anak if kolom_xml is not None else ():
            if _number(satu.atribut.get("min"), 0) <= letak[1] <= _number(satu.atribut.get("max"), 0):
                return _number(satu.atribut.get("style"), 0)
        return 0


def address(teks: str) -> Letak | None:
    """Row and column of the first cell an address names; None where it names none."""
    m = _SEL.match(teks.strip().rpartition("!")[2].upper())
    return None if m is None else (int(m.group(2)), column_number(m.group(1)))


def survey(data: bytes, nama: str, sel: Collection[Letak], gaya: Collection[str] = ()) -> Peta:
    """Find the cells ``sel``, and every cell whose style is one of ``gaya``, in one pass over the sheet.

    Raises:
        BerkasDitolakError: where the sheet is not well formed.
    """
    return _Survei(data, nama, sel, gaya).run()


class _Survei:
    """One pass; what it meets is kept only where it is needed, for a sheet may have a million elements."""

    def __init__(self, data: bytes, nama: str, sel: Collection[Letak], gaya: Collection[str]) -> None:
        self.data, self.nama, self.gaya = data, nama, frozenset(gaya)
        self.dicari = sorted({b for b, _ in sel}, reverse=True)  # rows, the nearest last
        self.mau = set(self.dicari)
        self.akar: Unsur | None = None
        self.terbuka: list[Unsur] = []  # elements outside the cells
        self.dalam = 0  # how deep in the cells: 1 a row, 2 a cell
        self.nomor = self.kolom = 0
        self.alamat = ""  # of the last cell that states one; its column is needed only where one does not
        self.kini: _Baris | None = None
        self.baris: dict[int, _Baris] = {}
        self.berikut: dict[int, int] = {}
        self.bergaya: dict[Letak, Unsur] = {}
        self.pengurai, self.jalankan = parser(nama)

    def run(self) -> Peta:
        self.pengurai.StartElementHandler = self.start
        self.pengurai.EndElementHandler = self.end
        self.jalankan(self.data)
        akar = self.akar
        if akar is None or (akar.ruang, akar.nama) != (MAIN, "worksheet"):
            raise tolak("berkas-rusak", rincian=f"bagian {self.nama} bukan lembar kerja")
        return Peta(
            self.data,
            akar,
            prefix(self.data, akar),
            akar.anak,
            self.baris,
            self.berikut,
            self.bergaya,
        )

    def start(self, penuh: str, atribut: dict[str, str]) -> None:
        satu = self.element(penuh, atribut)
        if self.akar is None:
            self.akar = satu
        else:
            self.terbuka[-1].anak.append(satu)
        self.terbuka.append(satu)
        if satu.nama == "sheetData" and len(self.terbuka) == 2:
            self.pengurai.StartElementHandler = self.start_in_data
            self.pengurai.EndElementHandler = self.end_in_data

    def end(self, _: str) -> None:
        close(self.data, self.terbuka.pop(), self.pengurai.CurrentByteIndex)

    def start_in_data(self, penuh: str, atribut: dict[str, str]) -> None:
        self.dalam += 1
        if self.dalam == 2:
            self.start_cell(penuh, atribut)
        elif self.dalam == 1:
            self.start_row(penuh, atribut)

    def end_in_data(self, _: str) -> None:
        if self.dalam == 1 and self.kini is not None:
            close(self.data, self.kini.unsur, self.pengurai.CurrentByteIndex)
            self.kini = None
        elif self.dalam == 0:
            self.pengurai.StartElementHandler = self.start
            self.pengurai.EndElementHandler = self.end
            satu = self.terbuka[-1]
            self.end(_)
            self.berikut |= dict.fromkeys(self.dicari, satu.tutup)
            return
        self.dalam -= 1

    def start_row(self, penuh: str, atribut: dict[str, str]) -> None:
        self.nomor = _number(atribut.get("r"), self.nomor + 1)
        self.kolom, self.alamat = 0, ""
        while self.dicari and self.dicari[-1] < self.nomor:
            self.berikut[self.dicari.pop()] = self.pengurai.CurrentByteIndex
        if self.nomor not in self.mau or self.nomor in self.baris:
            return
        if self.dicari and self.dicari[-1] == self.nomor:
            self.dicari.pop()
        self.berikut.pop(self.nomor, None)  # rows out of order
        bergaya = atribut.get("customFormat") in ("1", "true")
        gaya = _number(atribut.get("s"), 0) if bergaya else None
        self.kini = self.baris[self.nomor] = _Baris(self.element(penuh, atribut), gaya)

    def start_cell(self, penuh: str, atribut: dict[str, str]) -> None:
        alamat_sel = atribut.get("r")
        if alamat_sel is not None:
            self.alamat = alamat_sel
        else:
            self.kolom = self.column() + 1
            self.alamat = ""
        bergaya = atribut.get("s") in self.gaya
        if self.kini is None and not bergaya:
            return
        satu, kolom = self.element(penuh, atribut), self.column()
        if bergaya:
            self.bergaya[self.nomor, kolom] = satu
        if self.kini is not None:
            self.kini.sel.append((kolom, satu))

    def column(self) -> int:
        """Column of the last cell."""
        letak = address(self.alamat) if self.alamat else None
        return self.kolom if letak is None else letak[1]

    def element(self, penuh: str, atribut: dict[str, str]) -> Unsur:
        ruang, _, lokal = penuh.rpartition(PEMISAH)
        awal = self.pengurai.CurrentByteIndex
        return Unsur(ruang, lokal, atribut, awal, tag_end(self.data, awal))


def set_styles(peta: Peta, gaya: Mapping[Letak, int]) -> list[Sisipan]:
    """Give cells a style; a cell or a row that is not there is made, blank, in its place."""
    per_baris: dict[int, dict[int, int]] = {}
    hasil: list[Sisipan] = []
    for (baris, kolom), nomor in gaya.items():
        sel = peta.bergaya.get((baris, kolom))
        if sel is None:
            per_baris.setdefault(baris, {})[kolom] = nomor
        else:
            hasil.append((sel.awal, sel.isi, set_attribute(peta.data[sel.awal : sel.isi], b"s", str(nomor))))
    baru: list[tuple[int, bytes]] = []
    for baris, isi in sorted(per_baris.items()):
        ada = peta.baris.get(baris)
        if ada is not None:
            hasil += _row_edits(peta, baris, ada, isi)
            continue
        kosong = b"".join(_blank(peta.awalan, baris, k, s) for k, s in sorted(isi.items()))
        baru.append((baris, f'<{peta.awalan}row r="{baris}">'.encode() + kosong + f"</{peta.awalan}row>".encode()))
    data = peta.find("sheetData")
    if data is None:
        raise tolak("berkas-rusak", rincian="lembar tanpa data")
    di_akhir = [isi for baris, isi in baru if peta.berikut[baris] >= data.tutup]
    hasil += [(peta.berikut[b], peta.berikut[b], isi) for b, isi in baru if peta.berikut[b] < data.tutup]
    if di_akhir:
        hasil += append_children(peta.data, data, b"".join(di_akhir))
    return hasil


def _row_edits(peta: Peta, baris: int, ada: _Baris, isi: Mapping[int, int]) -> list[Sisipan]:
    letak = dict(ada.sel)
    hasil: list[Sisipan] = []
    di_akhir = b""
    for kolom, gaya in sorted(isi.items()):
        sel = letak.get(kolom)
        if sel is not None:
            tag = set_attribute(peta.data[sel.awal : sel.isi], b"s", str(gaya))
            hasil.append((sel.awal, sel.isi, tag))
            continue
        sesudah = next((s for k, s in ada.sel if k > kolom), None)
        if sesudah is None:
            di_akhir += _blank(peta.awalan, baris, kolom, gaya)
        else:
            hasil.append((sesudah.awal, sesudah.awal, _blank(peta.awalan, baris, kolom, gaya)))
    if len(hasil) == sum(1 for k in isi if k in letak) and not di_akhir:
        return hasil
    # a cell was added: "spans" no longer says which columns the row has, and need not
    unsur = ada.unsur
    if di_akhir and unsur.tutup == unsur.isi and peta.data[unsur.isi - 2 : unsur.isi] == b"/>":
        tag = set_attribute(peta.data[unsur.awal : unsur.isi], b"spans", None)
        return [(unsur.awal, unsur.akhir, tag[:-2].rstrip() + b">" + di_akhir + f"</{peta.awalan}row>".encode())]
    hasil.append((unsur.awal, unsur.isi, set_attribute(peta.data[unsur.awal : unsur.isi], b"spans", None)))
    if di_akhir:
        hasil.append((unsur.tutup, unsur.tutup, di_akhir))
    return hasil


def _blank(awalan: str, baris: int, kolom: int, gaya: int) -> bytes:
    return f'<{awalan}c r="{alamat(baris, kolom)}" s="{gaya}"/>'.encode()


def unselect(peta: Peta) -> list[Sisipan]:
    """The sheet is no longer the one that is shown; two selected sheets would be typed into at once."""
    views = peta.find("sheetViews")
    return [
        (v.awal, v.isi, set_attribute(peta.data[v.awal : v.isi], b"tabSelected", None))
        for v in (views.anak if views is not None else ())
        if "tabSelected" in v.atribut
    ]


def legacy_drawing(peta: Peta) -> str | None:
    """Relationship id of the drawing that holds the boxes of the comments."""
    ada = peta.find("legacyDrawing")
    return None if ada is None else ada.atribut.get(attribute(REL, "id"))


def add_legacy_drawing(peta: Peta, rid: str) -> list[Sisipan]:
    """Name the drawing, in the place the schema gives it."""
    tag = f'<{peta.awalan}legacyDrawing xmlns:r="{REL}" r:id="{rid}"/>'.encode()
    ada = peta.find("legacyDrawing")
    if ada is not None:
        return [(ada.awal, ada.akhir, tag)]
    letak = insertion_point(peta.anak, "legacyDrawing", peta.akar.isi)
    return [(letak, letak, tag)]


def insertion_point(anak: Sequence[Unsur], nama: str, awal: int, urutan: Sequence[str] = URUTAN) -> int:
    """Where a child ``nama`` belongs: behind the last that stands before it in the schema."""
    sebelum = set(urutan[: urutan.index(nama)])
    return max((a.akhir for a in anak if a.nama in sebelum), default=awal)


def _number(teks: Any, bawaan: int) -> int:  # noqa: ANN401 - an attribute, or none
    return int(teks) if isinstance(teks, str) and teks.isascii() and teks.isdigit() else bawaan


def ordered(anak: Sequence[Unsur], urutan: Sequence[str] = URUTAN) -> bool:
    """Whether children stand in the order of the schema; what it does not name may stand anywhere."""
    nomor = [urutan.index(a.nama) for a in anak if a.nama in urutan]
    return all(a <= b for a, b in pairwise(nomor))
