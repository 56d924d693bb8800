"""From the zip to the parts that hold cells, and back to the smallest workbook openpyxl can read.

openpyxl builds an object for everything in a workbook: drawings, charts, pivots, comments, names, filters,
conditional formats, hyperlinks over a million cells. Each is a way to make it slow, to make it fail, or to
fill the memory, and none holds a figure. So it is shown a package that has only shared strings, the style
tables and the cells; everything else is left behind here, and merges are read from their own list.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.gate import Arsip, normal_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # only the type; parsing is defusedxml's

BATAS_BARIS = 5_000
BATAS_KOLOM = 200
BATAS_BARIS_TERTULIS = 4 * BATAS_BARIS  # rows without a number may run past the limit before it is seen
BATAS_SEL = 150_000  # cells with content, of one sheet and of all sheets that are read
BATAS_GABUNGAN = 20_000
BATAS_TEKS = 60_000
BATAS_GAYA = 20_000
BATAS_LEMBAR = 100

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_NS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KEPALA_XML = re.compile(r"\s*<\?xml[^>]*?\?>")
_SANDI = re.compile(rb"""encoding=["']([A-Za-z0-9._-]+)["']""")
_AKAR = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)worksheet\b[^>]*>")
_SEL = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c(?=[\s/>])")
_SEL_BERALAMAT = re.compile(rb"""<(?:[A-Za-z_][\w.-]*:)?c\s(?:[^>]*\s)?r=["'][A-Z]""")
_SEL_KOSONG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c\s[^<>]*/>|<((?:[A-Za-z_][\w.-]*:)?)c\s[^<>]*></\1c>")
_ALAMAT = re.compile(rb"""<(?:[A-Za-z_][\w.-]*:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,4})(\d{1,9})["']""")
_BARIS = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?row(?=[\s/>])")
_BARIS_BERNOMOR = re.compile(rb"""<(?:[A-Za-z_][\w.-]*:)?row\s(?:[^>]*\s)?r=["']\d""")
_BARIS_KOSONG = re.compile(
    rb"<(?:[A-Za-z_][\w.-]*:)?row\s[^<>]*/>|<((?:[A-Za-z_][\w.-]*:)?)row\s[^<>]*(?<!/)>\s*</\1row>"
)
_TEKS_DALAM = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:is|r|t)[\s/>]")
_GABUNG = re.compile(rb"""<(?:[A-Za-z_][\w.-]*:)?mergeCell\s[^>]*?ref=["']([^"']{1,40})["']""")
_RENTANG = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")

Rentang = tuple[int, int, int, int]  # first row, first column, last row, last column; 1-based


@dataclass(frozen=True, slots=True)
class Lembar:
    """One worksheet: its title, whether it is hidden, its cells as XML, its merged ranges."""

    judul: str
    tersembunyi: bool
    sel_xml: bytes
    jumlah_sel: int
    gabungan: tuple[Rentang, ...]


@dataclass(frozen=True, slots=True)
class Paket:
    """What of a workbook is read at all."""

    lembar: tuple[Lembar, ...]
    dilewati: tuple[tuple[str, Exception], ...]  # title of a sheet beyond the limits, and why
    teks: bytes | None
    gaya: bytes | None
    tahun_1904: bool
    bermakro: bool
    bergambar: bool = False


def read_package(arsip: Arsip) -> Paket:
    """Collect the parts that hold cells.

    Raises:
        BerkasDitolakError: when the workbook has no readable sheet, is Strict OOXML, carries entity
            definitions, or is of a size no such form has.
    """
    letak_buku = _workbook_part(arsip)
    buku_xml = _part(arsip, letak_buku)
    if _NS_STRICT in buku_xml[:4096]:
        raise tolak("ooxml-strict")
    buku = _parse(buku_xml, letak_buku)
    relasi = _relations(arsip, letak_buku)
    lembar, dilewati = _sheets(arsip, buku, relasi)
    teks = _part_of_kind(arsip, relasi, "sharedStrings", "xl/sharedstrings.xml")
    gaya = _part_of_kind(arsip, relasi, "styles", "xl/styles.xml")
    if teks is not None:
        _limit(teks, rb"<(?:[\w.-]+:)?(?:si|r|t)[\s/>]", BATAS_TEKS * 4, "potongan teks")
        _limit(teks, rb"<(?:[\w.-]+:)?si[\s/>]", BATAS_TEKS, "teks berbeda")
    sifat = buku.find(f"{{{_NS}}}workbookPr")
    return Paket(
        lembar=lembar,
        dilewati=dilewati,
        teks=teks,
        gaya=None if gaya is None else _trim_styles(gaya),
        tahun_1904=sifat is not None and sifat.get("date1904", "0") in ("1", "true"),
        bermakro=any(n.endswith("vbaproject.bin") for n in arsip.nama),
        bergambar=any(n.startswith("xl/media/") for n in arsip.nama),
    )


def minimal_workbook(paket: Paket, lembar: Sequence[Lembar]) -> bytes:
    """An xlsx that holds the cells of ``lembar`` and nothing else."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED) as arsip:
        main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        nomor = range(1, len(lembar) + 1)
        jenis = {f"/xl/worksheets/sheet{n}.xml": f"{main}.worksheet+xml" for n in nomor}
        jenis["/xl/workbook.xml"] = f"{main}.sheet.main+xml"
        if paket.teks is not None:
            jenis["/xl/sharedStrings.xml"] = f"{main}.sharedStrings+xml"
            arsip.writestr("xl/sharedStrings.xml", paket.teks)
        if paket.gaya is not None:
            jenis["/xl/styles.xml"] = f"{main}.styles+xml"
            arsip.writestr("xl/styles.xml", paket.gaya)
        arsip.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            + "".join(f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in jenis.items())
            + "</Types>",
        )
        arsip.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(
                f'<Relationship Id="rId{n}" Type="{_NS_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                for n in nomor
            )
            + "</Relationships>",
        )
        arsip.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_NS}" xmlns:r="{_NS_REL}"><workbookPr date1904="{int(paket.tahun_1904)}"/><sheets>'
            # titles are ours while openpyxl reads: theirs may hold characters it refuses
            + "".join(f'<sheet name={quoteattr(f"L{n}")} sheetId="{n}" r:id="rId{n}"/>' for n in nomor)
            + "</sheets></workbook>",
        )
        for n, satu in zip(nomor, lembar, strict=True):
            arsip.writestr(f"xl/worksheets/sheet{n}.xml", satu.sel_xml)
    return wadah.getvalue()


def column_number(huruf: str) -> int:
    """Number of a column: ``"A"`` is 1, ``"AF"`` is 32."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def column_letter(nomor: int) -> str:
    """Letters of a column: 1 is ``"A"``, 32 is ``"AF"``."""
    huruf = ""
    while nomor > 0:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


# --- parts ------------------------------------------------------------------------------------------


def _part(arsip: Arsip, nama: str) -> bytes:
    """One XML part as UTF-8 without declaration; a part that defines entities is refused."""
    isi = arsip.read(nama)
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        sandi = "utf-16"
    elif isi[:4].replace(b"\x00", b"") != isi[:4]:
        sandi = "utf-16-le" if isi[1:2] == b"\x00" else "utf-16-be"
    else:
        dinyatakan = _SANDI.search(isi[:200])
        sandi = dinyatakan.group(1).decode("ascii").lower() if dinyatakan else "utf-8"
        sandi = "utf-8-sig" if sandi in ("utf-8", "utf8") else sandi
    if sandi not in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "us-ascii", "iso-8859-1", "windows-1252"):
        raise tolak("berkas-rusak", rincian=f"sandi huruf bagian {nama} tidak dikenal")
    try:
        teks = isi.decode(sandi)
    except UnicodeDecodeError as galat:
        raise tolak("berkas-rusak", rincian=f"huruf di bagian {nama} tidak terbaca") from galat
    if "<!DOCTYPE" in teks or "<!ENTITY" in teks:
        raise tolak("xml-berbahaya")
    return _KEPALA_XML.sub("", teks, count=1).lstrip().encode("utf-8")


def _parse(isi: bytes, nama: str) -> Element:
    try:
        akar: Element = fromstring(isi)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as galat:
        raise tolak("berkas-rusak", rincian=f"XML di bagian {nama} tidak sah") from galat
    return akar


def _workbook_part(arsip: Arsip) -> str:
    if "_rels/.rels" in arsip:
        for jenis, sasaran in _relation_rows(arsip, "_rels/.rels", "").values():
            if jenis == "officeDocument" and sasaran in arsip:
                return sasaran
    if "xl/workbook.xml" in arsip:
        return "xl/workbook.xml"
    raise tolak("berkas-rusak", rincian="bagian buku kerja tidak ada")


def _relations(arsip: Arsip, letak: str) -> dict[str, tuple[str, str]]:
    induk = PurePosixPath(letak).parent
    nama = str(induk / "_rels" / (PurePosixPath(letak).name + ".rels"))
    return _relation_rows(arsip, nama, str(induk)) if nama in arsip else {}


def _relation_rows(arsip: Arsip, nama: str, dasar: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (last word of its type, part it points to)."""
    hasil = {}
    for rel in _parse(_part(arsip, nama), nama):
        sasaran = rel.get("Target", "")
        if rel.get("TargetMode") == "External" or not sasaran:
            continue
        mutlak = sasaran if sasaran.startswith(("/", "\\")) else f"{dasar}/{sasaran}"
        hasil[rel.get("Id", "")] = (rel.get("Type", "").rsplit("/", 1)[-1], normal_name(_tidy(mutlak)))
    return hasil


def _tidy(letak: str) -> str:
    langkah: list[str] = []
    for satu in letak.replace("\\", "/").split("/"):
        if satu == "..":
            langkah = langkah[:-1]
        elif satu not in ("", "."):
            langkah.append(satu)
    return "/".join(langkah)


def _part_of_kind(arsip: Arsip, relasi: dict[str, tuple[str, str]], jenis: str, biasa: str) -> bytes | None:
    letak = next((s for j, s in relasi.values() if j == jenis and s in arsip), biasa)
    return _part(arsip, letak) if letak in arsip else None


def _limit(isi: bytes, pola: bytes, batas: int, bagian: str) -> None:
    jumlah = sum(1 for _ in re.finditer(pola, isi))
    if jumlah > batas:
        raise tolak("terlalu-rumit", jumlah=jumlah, bagian=bagian, batas=batas)


def _trim_styles(gaya: bytes) -> bytes:
    """Keep number formats, fonts, fills and cell formats; drop named styles and what follows them.

    Copying between workbooks leaves tens of thousands of named styles behind; they hold nothing we read.
    """
    for nama in (b"cellStyles", b"cellStyleXfs", b"dxfs", b"tableStyles", b"extLst", b"borders"):
        gaya = re.sub(
            rb"<((?:[\w.-]+:)?)" + nama + rb"(?=[\s/>])(?:[^>]*/>|[^>]*(?<!/)>.*?</\1" + nama + rb">)",
            b"",
            gaya,
            flags=re.DOTALL,
        )
    gaya = re.sub(rb"""\s(?:xfId|borderId)=["']\d+["']""", b"", gaya)
    _limit(gaya, rb"<(?:[\w.-]+:)?(?:xf|font|fill|numFmt)[\s/>]", BATAS_GAYA, "gaya sel")
    return gaya


# --- sheets -----------------------------------------------------------------------------------------


def _sheets(
    arsip: Arsip, buku: Element, relasi: dict[str, tuple[str, str]]
) -> tuple[tuple[Lembar, ...], tuple[tuple[str, Exception], ...]]:
    tertulis = [el for el in buku.iter() if el.tag == f"{{{_NS}}}sheet"]
    if len(tertulis) > BATAS_LEMBAR:
        raise tolak("terlalu-rumit", jumlah=len(tertulis), bagian="lembar", batas=BATAS_LEMBAR)
    lembar: list[tuple[int, Lembar]] = []
    dilewati: list[tuple[str, Exception]] = []
    sisa, hilang, bukan_sel = BATAS_SEL, 0, 0
    # visible sheets first: a large hidden list must not use up what the table needs
    for urutan, el in sorted(enumerate(tertulis), key=lambda e: e[1].get("state", "visible") != "visible"):
        judul = el.get("name", "")
        jenis, letak = relasi.get(el.get(f"{{{_NS_REL}}}id", ""), ("", ""))
        if jenis != "worksheet":
            bukan_sel += 1
            continue
        if letak not in arsip:
            hilang += 1
            continue
        satu = _sheet(judul, el.get("state", "visible") != "visible", _part(arsip, letak), sisa)
        if isinstance(satu, Lembar):
            sisa -= satu.jumlah_sel
            lembar.append((urutan, satu))
        else:
            dilewati.append((judul, satu))
    if not lembar and not dilewati:
        if hilang:
            raise tolak("berkas-rusak", rincian=f"{hilang} lembar tertulis dalam daftar tetapi isinya tidak ada")
        rincian = "hanya lembar grafik atau makro" if bukan_sel else "daftar lembarnya kosong"
        raise tolak("tanpa-lembar", rincian=rincian)
    return tuple(satu for _, satu in sorted(lembar, key=lambda e: e[0])), tuple(dilewati)


def _sheet(judul: str, tersembunyi: bool, isi: bytes, sisa: int) -> Lembar | Exception:  # noqa: FBT001
    """Cells and merges of one sheet, or the reason why it is beyond the limits."""
    if _NS_STRICT in isi[:4096]:
        raise tolak("ooxml-strict")
    akar = _AKAR.search(isi)
    if akar is None:
        raise tolak("berkas-rusak", rincian=f"lembar “{judul}” bukan lembar kerja")
    awalan = akar.group(1)
    buka, tutup = _span(isi, awalan + b"sheetData", akar.end())
    data = isi[buka:tutup]
    gabungan = [_boundaries(m.group(1)) for m in _GABUNG.finditer(isi, tutup)]
    if len(gabungan) > BATAS_GABUNGAN:
        return tolak("terlalu-banyak-gabungan", lembar=judul, jumlah=len(gabungan), batas=BATAS_GABUNGAN)
    jumlah = sum(1 for _ in _SEL.finditer(data))
    if jumlah == sum(1 for _ in _SEL_BERALAMAT.finditer(data)):  # every cell says where it stands
        data = _SEL_KOSONG.sub(b"", data)  # styled, but holds nothing
        jumlah = sum(1 for _ in _SEL.finditer(data))
    if jumlah > sisa:
        return tolak("terlalu-banyak-sel", lembar=judul, jumlah=jumlah, batas=BATAS_SEL)
    baris = sum(1 for _ in _BARIS.finditer(data))
    if baris == sum(1 for _ in _BARIS_BERNOMOR.finditer(data)):
        data = _BARIS_KOSONG.sub(b"", data)  # has a height, but no cell
        baris = sum(1 for _ in _BARIS.finditer(data))
    if baris > BATAS_BARIS_TERTULIS:
        return tolak("terlalu-rumit", jumlah=baris, bagian="baris", batas=BATAS_BARIS_TERTULIS)
    teks = sum(1 for _ in _TEKS_DALAM.finditer(data))
    if teks > BATAS_TEKS * 2:
        return tolak("terlalu-rumit", jumlah=teks, bagian="potongan teks", batas=BATAS_TEKS * 2)
    jauh = _stray(data)
    if jauh:
        return tolak("sel-jauh", lembar=judul, sel=jauh, baris=BATAS_BARIS, kolom=BATAS_KOLOM)
    sel_xml = isi[akar.start() : akar.end()] + data + b"</" + awalan + b"worksheet>"
    return Lembar(judul, tersembunyi, sel_xml, jumlah, tuple(g for g in gabungan if g is not None))


def _span(isi: bytes, nama: bytes, mulai: int) -> tuple[int, int]:
    """Where the element ``nama`` starts and ends; an empty span when the sheet has none."""
    buka = re.compile(rb"<" + re.escape(nama) + rb"(?=[\s/>])[^>]*>").search(isi, mulai)
    if buka is None:
        return mulai, mulai
    if buka.group().endswith(b"/>"):
        return buka.start(), buka.end()
    penutup = b"</" + nama + b">"
    akhir = isi.rfind(penutup)
    if akhir < 0:
        raise tolak("berkas-rusak", rincian="isi lembar terpotong")
    return buka.start(), akhir + len(penutup)


def _stray(data: bytes) -> str | None:
    """Address of the first cell with content that lies outside the limits."""
    for m in _ALAMAT.finditer(data):
        if int(m.group(2)) > BATAS_BARIS or column_number(m.group(1).decode()) > BATAS_KOLOM:
            return (m.group(1) + m.group(2)).decode()
    return None


def _boundaries(ref: bytes) -> Rentang | None:
    m = _RENTANG.fullmatch(ref.decode("ascii", errors="replace").upper())
    if m is None:
        return None
    baris = sorted((int(m.group(2)), int(m.group(4))))
    kolom = sorted((column_number(m.group(1)), column_number(m.group(3))))
    if baris[0] > BATAS_BARIS or kolom[0] > BATAS_KOLOM:
        return None
    return baris[0], kolom[0], min(baris[1], BATAS_BARIS), min(kolom[1], BATAS_KOLOM)
