"""The list of sheets: one is put first, those that cannot stay go, and what counts sheets is counted anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.limits import column_letter
from sakip_app.workbook.returned.listing import BARIS_KEPALA, KOLOM_TANDA
from sakip_app.workbook.returned.parts import Bagian, Relasi
from sakip_app.workbook.returned.sheet import insertion_point
from sakip_app.workbook.returned.xml import REL, Sisipan, Unsur, attribute, parse, prefix, set_attribute, splice

_URUTAN = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr",
)  # fmt: skip
_MAKRO = re.compile(r"^(?:true|1)$")


@dataclass(frozen=True, slots=True)
class LembarBuku:
    """One entry of the list of sheets; ``bagian`` is empty where nothing of the file belongs to it."""

    judul: str
    bagian: str
    lembar_kerja: bool
    unsur: Unsur


class Buku:
    """The part that lists the sheets."""

    def __init__(self, bagian: Bagian, letak: str) -> None:
        self.letak = letak
        self._bagian = bagian
        self._data = bagian.xml(letak)
        self._akar = parse(self._data, letak)
        self._awalan = prefix(self._data, self._akar)
        wadah = self._akar.find("sheets")
        if wadah is None:
            raise tolak("tanpa-lembar", rincian="daftar lembarnya kosong")
        self._wadah = wadah
        relasi = {r.id: r for r in bagian.relations(letak)}
        self.lembar = tuple(
            _entry(u, relasi.get(u.atribut.get(attribute(REL, "id"), ""))) for u in wadah.all("sheet")
        )

    def save(self, judul: str, rid: str, baris: int, buang: Collection[str]) -> None:
        """Put the sheet ``rid`` of so many rows first and show it; take out the sheets titled as in ``buang``."""
        nomor_lembar = [int(n) for u in self._wadah.anak if (n := u.atribut.get("sheetId", "")).isdigit()]
        satu = (
            f'<{self._awalan}sheet xmlns:r="{REL}" name={quoteattr(judul)} '
            f'sheetId="{max(nomor_lembar, default=0) + 1}" r:id="{rid}"/>'
        )
        sisipan: list[Sisipan] = [(self._wadah.isi, self._wadah.isi, satu.encode())]
        baru: dict[int, int] = {}
        for nomor, lembar in enumerate(self.lembar):
            if lembar.judul in buang:
                sisipan.append((lembar.unsur.awal, lembar.unsur.akhir, b""))
            else:
                baru[nomor] = len(baru) + 1
        sisipan += self._views() + self._names(judul, baris, baru)
        self._bagian.put(self.letak, splice(self._data, sisipan))

    def _views(self) -> list[Sisipan]:
        wadah = self._akar.find("bookViews")
        hasil: list[Sisipan] = []
        for satu in wadah.anak if wadah is not None else ():
            tag = self._data[satu.awal : satu.isi]
            tag = set_attribute(set_attribute(tag, b"firstSheet", None), b"activeTab", None)  # both are then 0
            hasil.append((satu.awal, satu.isi, tag))
        return hasil

    def _names(self, judul: str, baris: int, baru: dict[int, int]) -> list[Sisipan]:
        """Names that belong to one sheet say which by its place in the list."""
        a = self._awalan
        lembar = escape("'" + judul.replace("'", "''") + "'!")
        cetak = "".join(
            f'<{a}definedName name="_xlnm.{nama}" localSheetId="0">{lembar}{rentang}</{a}definedName>'
            for nama, rentang in (
                ("Print_Area", f"$A$1:${column_letter(KOLOM_TANDA - 1)}${baris}"),
                ("Print_Titles", f"${BARIS_KEPALA}:${BARIS_KEPALA}"),
            )
        ).encode()
        wadah = self._akar.find("definedNames")
        if wadah is None:
            letak = insertion_point(self._akar.anak, "definedNames", self._akar.isi, _URUTAN)
            return [(letak, letak, f"<{a}definedNames>".encode() + cetak + f"</{a}definedNames>".encode())]
        hasil: list[Sisipan] = []
        for satu in wadah.anak:
            nomor = satu.atribut.get("localSheetId")
            makro = any(_MAKRO.match(satu.atribut.get(k, "")) for k in ("vbProcedure", "xlm", "function"))
            if makro or (nomor is not None and not (nomor.isdigit() and int(nomor) in baru)):
                hasil.append((satu.awal, satu.akhir, b""))
            elif nomor is not None:
                tag = set_attribute(self._data[satu.awal : satu.isi], b"localSheetId", str(baru[int(nomor)]))
                hasil.append((satu.awal, satu.isi, tag))
        if wadah.tutup == wadah.isi and self._data[wadah.isi - 2 : wadah.isi] == b"/>":
            isi = f"<{a}definedNames>".encode() + cetak + f"</{a}definedNames>".encode()
            return [(wadah.awal, wadah.akhir, isi)]
        return [(wadah.isi, wadah.isi, cetak), *hasil]


def _entry(unsur: Unsur, relasi: Relasi | None) -> LembarBuku:
    judul = unsur.atribut.get("name", "")
    if relasi is None:
        return LembarBuku(judul, "", lembar_kerja=False, unsur=unsur)
    return LembarBuku(judul, relasi.sasaran, lembar_kerja=relasi.jenis == "worksheet", unsur=unsur)


def gone(lembar: Sequence[LembarBuku], bagian: Bagian) -> set[str]:
    """Titles of sheets whose part is no longer in the file: macro sheets and dialogs."""
    return {satu.judul for satu in lembar if not satu.bagian or satu.bagian not in bagian}
