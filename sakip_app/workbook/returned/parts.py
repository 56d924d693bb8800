"""The parts of a package as they are changed: content types, relationships, what is dropped, what is added."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.sax.saxutils import quoteattr

from sakip_app.workbook.gate import Arsip, normal_name
from sakip_app.workbook.package import part_text, tidy_path
from sakip_app.workbook.returned.xml import Unsur, append_children, parse, prefix, set_attribute, splice

JENIS = "[content_types].xml"
BUKU_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_KEPALA = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WAKTU = (1980, 1, 1, 0, 0, 0)  # no clock: the same workbook and findings give the same bytes
_REL_KOSONG = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
# code, and what a changed workbook would make invalid: a signature, the log of a shared workbook
_BUANG_AWALAN = ("_xmlsignatures/", "xl/revisions/", "xl/macrosheets/", "xl/dialogsheets/")
_BUANG_JENIS = ("vbaproject", "macrosheet", "intlmacrosheet", "attachedtoolbars", "vbadata", "dialogsheet")


@dataclass(frozen=True, slots=True)
class Relasi:
    """One relationship: its id, the last word of its type, the part it points to; empty when outside the file."""

    id: str
    jenis: str
    sasaran: str


class Bagian:
    """Every part of a workbook the gate has let pass; names are compared as the package does, without case."""

    def __init__(self, arsip: Arsip, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as lama:
            self.tertulis = {
                normal_name(i.filename): i.filename.replace("\\", "/").lstrip("/") for i in lama.infolist()
            }
        self._isi = {nama: arsip.read(nama) for nama in arsip.nama}
        self._utf8: set[str] = set()
        self._arsip = arsip

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._isi

    @property
    def nama(self) -> tuple[str, ...]:
        """Names of all parts, as they are compared."""
        return tuple(self._isi)

    def xml(self, nama: str) -> bytes:
        """An XML part as UTF-8 without its declaration; one that declares entities is refused."""
        nama = nama.casefold()
        if nama in self._utf8:
            return self._isi[nama]
        return part_text(self._arsip, nama)

    def raw(self, nama: str) -> bytes:
        """The bytes of a part that need not be well-formed XML."""
        return self._isi[nama.casefold()]

    def put_raw(self, nama: str, isi: bytes) -> None:
        """Put such a part in."""
        self.tertulis.setdefault(nama.casefold(), nama)
        self._isi[nama.casefold()] = isi

    def put(self, nama: str, isi: bytes) -> None:
        """Put an XML part in, new or changed; ``isi`` is UTF-8 without declaration."""
        self.put_raw(nama, isi)
        self._utf8.add(nama.casefold())

    def free_name(self, awal: str, akhir: str) -> str:
        """A name no part has: ``("xl/comments", ".xml")`` gives ``xl/commentsSakip1.xml``."""
        nomor = 1
        while f"{awal}Sakip{nomor}{akhir}" in self:
            nomor += 1
        return f"{awal}Sakip{nomor}{akhir}"

    # --- relationships ------------------------------------------------------------------------------

    def relations(self, bagian: str) -> list[Relasi]:
        """The relationships of a part; none where it has no list of them."""
        nama = rels_of(bagian)
        if nama not in self:
            return []
        return [_relation(satu, str(PurePosixPath(bagian).parent)) for satu in parse(self.xml(nama), nama).anak]

    def related(self, bagian: str, jenis: str) -> list[Relasi]:
        """Those of one kind whose part is in the file."""
        return [r for r in self.relations(bagian) if r.jenis == jenis and r.sasaran in self]

    def relate(self, bagian: str, jenis: str, sasaran: str) -> str:
        """Add a relationship to the part ``sasaran``; returns its id. ``jenis`` is the whole type."""
        nama = rels_of(bagian)
        data = self.xml(nama) if nama in self else _REL_KOSONG
        akar = parse(data, nama)
        terpakai = {r.atribut.get("Id", "").casefold() for r in akar.anak}
        nomor = 1
        while f"rsakip{nomor}" in terpakai:
            nomor += 1
        rid = f"rSakip{nomor}"
        satu = (
            f"<{prefix(data, akar)}Relationship Id={quoteattr(rid)} Type={quoteattr(jenis)} "
            f"Target={quoteattr('/' + self.tertulis[sasaran.casefold()])}/>"
        )
        self.put(nama, splice(data, append_children(data, akar, satu.encode())))
        return rid

    # --- content types ------------------------------------------------------------------------------

    def declare(self, nama: str, jenis: str) -> None:
        """State the content type of a new part."""
        data = self.xml(JENIS)
        akar = parse(data, JENIS)
        satu = f'<{prefix(data, akar)}Override PartName={quoteattr("/" + nama)} ContentType="{jenis}"/>'
        self.put(JENIS, splice(data, append_children(data, akar, satu.encode())))

    def declare_extension(self, akhiran: str, jenis: str) -> None:
        """State what parts of an extension are, unless it is stated."""
        data = self.xml(JENIS)
        akar = parse(data, JENIS)
        if not any(a.atribut.get("Extension", "").casefold() == akhiran for a in akar.all("Default")):
            satu = f'<{prefix(data, akar)}Default Extension="{akhiran}" ContentType="{jenis}"/>'
            self.put(JENIS, splice(data, [(akar.isi, akar.isi, satu.encode())]))

    def drop_code(self, buku: str) -> None:
        """Take out macros and what depends on the file being unchanged, and call the workbook an .xlsx."""
        data = self.xml(JENIS)
        akar = parse(data, JENIS)
        buang = {n for n in self.nama if n.startswith(_BUANG_AWALAN) or n.rpartition("/")[2].startswith("vbaproj")}
        sisipan = []
        for satu in akar.anak:
            jenis = satu.atribut.get("ContentType", "").casefold()
            bagian = normal_name(satu.atribut.get("PartName", ""))
            if any(kata in jenis for kata in _BUANG_JENIS):
                sisipan.append((satu.awal, satu.akhir, b""))  # also a Default that calls every .bin a macro
                buang |= {bagian} & set(self.nama)
            elif bagian == buku or jenis.endswith(
                ("sheet.main+xml", "macroenabled.main+xml", "template.main+xml")
            ):
                baru = set_attribute(data[satu.awal : satu.isi], b"ContentType", BUKU_XLSX)
                sisipan.append((satu.awal, satu.isi, baru))
        self.put(JENIS, splice(data, sisipan))
        self.drop(buang)

    def drop(self, buang: set[str]) -> None:
        """Take parts out, and every relationship and content type that names them."""
        if not buang:
            return
        buang = buang | {rels_of(n) for n in buang if rels_of(n) in self}
        for nama in buang:
            self._isi.pop(nama, None)
        for nama in [n for n in self.nama if n.endswith(".rels")]:
            dasar = str(PurePosixPath(nama).parent.parent)
            data = self.xml(nama)
            mati = [a for a in parse(data, nama).anak if _relation(a, dasar).sasaran in buang]
            if mati:
                self.put(nama, splice(data, [(a.awal, a.akhir, b"") for a in mati]))
        data = self.xml(JENIS)
        mati = [a for a in parse(data, JENIS).anak if normal_name(a.atribut.get("PartName", "")) in buang]
        self.put(JENIS, splice(data, [(a.awal, a.akhir, b"") for a in mati]))

    def save(self) -> bytes:
        """The package as a zip; the list of content types comes first, as Excel writes it."""
        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
            for nama in sorted(self._isi, key=lambda n: n != JENIS):
                isi = _KEPALA + self._isi[nama] if nama in self._utf8 else self._isi[nama]
                baru.writestr(zipfile.ZipInfo(self.tertulis[nama], _WAKTU), isi, zipfile.ZIP_DEFLATED)
        return wadah.getvalue()


def rels_of(bagian: str) -> str:
    """Name of the part that lists the relationships of ``bagian``."""
    letak = PurePosixPath(bagian)
    return str(letak.parent / "_rels" / (letak.name + ".rels")).casefold()


def _relation(satu: Unsur, dasar: str) -> Relasi:
    tujuan = satu.atribut.get("Target", "")
    luar = satu.atribut.get("TargetMode") == "External" or not tujuan
    mutlak = tujuan if tujuan.startswith(("/", "\\")) else f"{dasar}/{tujuan}"
    jenis = satu.atribut.get("Type", "").rsplit("/", 1)[-1]
    return Relasi(satu.atribut.get("Id", ""), jenis, "" if luar else normal_name(tidy_path(mutlak)))
