# ruff: noqa: E501 - one case a line reads better than one argument a line
"""Files that must not hurt, made on the spot: name → (file name, bytes, the code it must be refused with)."""

from __future__ import annotations

import functools
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from sakip_app.workbook.package import column_letter
from tests.workbook.forms import build, rewrite
from tests.workbook.oldbook import make_xls
from tests.workbook.seeds import FLAT

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LEMBAR, BUKU, GAYA = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
RELASI, JENIS, TEKS = "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/sharedStrings.xml"
_HURUF = [column_letter(n) for n in range(16_385)]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


@functools.cache
def normal() -> bytes:
    """A harmless filled E.81."""
    return build().data


def sheet(isi: str) -> bytes:
    """A worksheet part with this inside."""
    return f"<worksheet {_NS} {_R}>{isi}</worksheet>".encode()


def swap(bagian: str, isi: bytes) -> bytes:
    """The harmless form with one part replaced."""
    return rewrite(normal(), {bagian: lambda _: isi})


def edit(bagian: str, lama: str, baru: str) -> bytes:
    """The harmless form with a text in one part replaced."""

    def ubah(isi: bytes) -> bytes:
        assert lama.encode() in isi, (bagian, lama)
        return isi.replace(lama.encode(), baru.encode(), 1)

    return rewrite(normal(), {bagian: ubah})


def before_end(tambahan: str) -> bytes:
    """The harmless form with more elements after its cells."""
    return edit(LEMBAR, "</sheetData>", "</sheetData>" + tambahan)


def _rows(jumlah: int, sel: Callable[[int], str]) -> str:
    return "<sheetData>" + "".join(f'<row r="{r}">{sel(r)}</row>' for r in range(1, jumlah + 1)) + "</sheetData>"


def _zip(isi: dict[str, bytes], **lain: int) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, satu in isi.items():
            z.writestr(nama, satu, **lain)
    return wadah.getvalue()


def _many(jumlah: int, satu: Callable[[int], str]) -> str:
    """Many different ones: equal ones are already stopped by the ratio of the zip."""
    return "".join(satu(i) for i in range(1, jumlah + 1))


def _strings(isi: str) -> bytes:
    """A sheet whose only cell takes the first of these shared strings."""
    lembar = sheet('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>')
    return rewrite(normal(), {LEMBAR: lambda _: lembar}, {TEKS: f"<sst {_NS}>{isi}</sst>".encode()})


def _duplicate() -> bytes:
    wadah = io.BytesIO(normal())
    with zipfile.ZipFile(wadah, "a") as z:
        info = zipfile.ZipInfo(LEMBAR.upper())
        z.writestr(info, b"<worksheet/>")
    return wadah.getvalue()


def _forged_size() -> bytes:
    """Declare the sheet 100 bytes long in both headers; what unpacks is longer."""
    data = bytearray(normal())
    with zipfile.ZipFile(io.BytesIO(normal())) as z:
        info = z.getinfo(LEMBAR)
        asli = struct.pack("<I", info.file_size)
    tempat = bytes(data).find(asli, info.header_offset)
    data[tempat : tempat + 4] = struct.pack("<I", 100)
    pusat = bytes(data).rfind(LEMBAR.encode()) - 46
    data[pusat + 24 : pusat + 28] = struct.pack("<I", 100)
    return bytes(data)


def _bad_crc() -> bytes:
    data = bytearray(normal())
    with zipfile.ZipFile(io.BytesIO(normal())) as z:
        info = z.getinfo(LEMBAR)
    mulai = info.header_offset + 30 + len(LEMBAR) + 40
    data[mulai : mulai + 8] = b"\xff" * 8
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(normal())
    for tanda, geser in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        i = data.find(tanda)
        while i >= 0:
            data[i + geser] |= 1
            i = data.find(tanda, i + 4)
    return bytes(data)


def _old_cases() -> Iterator[tuple[str, str, bytes, str | None]]:
    """Legacy .xls: cut off, forged, or under a false name."""
    xls = make_xls(FLAT)
    yield "xls terpotong", "a.xls", xls[: len(xls) // 2], "berkas-rusak"
    yield "xls terpotong, nama xlsx", "a.xlsx", xls[: len(xls) // 2], "format-xls-lama"
    yield "xls tanpa tabel, nama xlsx", "a.xlsx", make_xls([["halo"]]), "format-xls-lama"
    yield "xls tanpa tabel", "a.xls", make_xls([["halo"]]), "tabel-tak-ditemukan"
    yield "xls bersandi", "a.xls", xls.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1), "berkata-sandi"
    (tempat,) = struct.unpack_from("<I", xls, 0x4C)
    berputar = bytearray(xls)
    for nomor in range(2, 20):  # every sector is followed by the third
        struct.pack_into("<I", berputar, 512 * (tempat + 1) + 4 * nomor, 2)
    yield "xls berputar", "a.xls", bytes(berputar), "berkas-rusak"
    jauh = make_xls([["a"]], more=lambda _, ws: [ws.write(65_535, k, k) for k in range(256)])
    yield "xls sel jauh", "a.xls", jauh, "sel-jauh"


def _shape_cases() -> Iterator[tuple[str, str, bytes, str | None]]:
    """Sheets that are too long or too wide, or only declare that they are."""
    baris = _rows(
        70_000, lambda r: f'<c r="A{r}" t="inlineStr"><is><t>baris {r}</t></is></c><c r="B{r}"><v>{r}</v></c>'
    )
    yield "banyak baris", "a.xlsx", swap(LEMBAR, sheet(baris)), "terlalu-banyak-baris"
    kolom = _rows(20, lambda r: _many(600, lambda k: f'<c r="{column_letter(k)}{r}"><v>{r * k}</v></c>'))
    yield "banyak kolom", "a.xlsx", swap(LEMBAR, sheet(kolom)), "terlalu-banyak-kolom"
    ujung = "</row></sheetData>"
    for nama, sel in (("kolom jauh", "XFD5"), ("baris jauh", "B20000"), ("baris amat jauh", "B999999")):
        nomor = sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        baru = f'</row><row r="{nomor}"><c r="{sel}"><v>1</v></c>{ujung}'
        yield nama, "a.xlsx", edit(LEMBAR, ujung, baru), "sel-jauh"
    spasi = f'</row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c>{ujung}'
    yield "spasi jauh", "a.xlsx", edit(LEMBAR, ujung, spasi), None
    hias = "".join(
        f'<row r="{r}" spans="1:16384">'
        + _many(16_384, lambda k, r=r: f'<c r="{_HURUF[k]}{r}" s="1"/>')
        + "</row>"
        for r in range(101, 141)
    )
    yield "16.384 kolom kosong", "a.xlsx", edit(LEMBAR, "</sheetData>", hias + "</sheetData>"), None
    panjang = "+".join(f"A{n}*B{n}" for n in range(1, 60))
    induk = f'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:T3000">{panjang}</f><v>1</v></c></row>'
    turunan = _rows(
        3_000,
        lambda r: _many(20, lambda k: f'<c r="{column_letter(k)}{r + 1}"><f t="shared" si="0"/><v>1</v></c>'),
    )
    isi = turunan.replace("<sheetData>", "<sheetData>" + induk).replace("row r=", "row x=")
    yield "rumus bersama panjang", "a.xlsx", swap(LEMBAR, sheet(isi)), "tabel-tak-ditemukan"
    yield "catatan di tengah sel", "a.xlsx", edit(LEMBAR, "<v>", "<!-- x --><v>"), None
    yield "entri tanpa nama", "a.xlsx", rewrite(normal(), {}, {"xl/x": b""}).replace(b"xl/x", b"\0l/x"), None


def cases() -> Iterator[tuple[str, str, bytes, str | None]]:
    """(label, file name, bytes, expected code; ``None`` where it is harmless and read)."""
    utf16 = "\ufeffNo;Indikator;Target\r\n1;IKM;85".encode("utf-16-le")
    yield "kosong", "a.xlsx", b"", "berkas-kosong"
    yield "nol", "a.xlsx", b"\x00" * 4096, "berkas-kosong"
    yield "kunci", "~$laporan.xlsx", b"\x05Admin" + b" " * 150, "berkas-kunci"
    yield "enam MB", "a.xlsx", b"PK\x03\x04" + b"x" * (6 * 1024 * 1024), "terlalu-besar"
    yield "csv", "a.xlsx", b"No;Indikator;Target\r\n1;IKM;85,5\r\n", "csv-bukan-xlsx"
    yield "csv utf-16", "a.xlsx", utf16, "csv-bukan-xlsx"
    yield "html", "a.xlsx", b"\xef\xbb\xbf\r\n<!DOCTYPE html><html><table></table>", "html-bukan-xlsx"
    yield "html tanpa html", "a.xls", b"<table border=1><tr><td>1</td></tr></table>", "html-bukan-xlsx"
    yield "mhtml", "a.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html-bukan-xlsx"
    yield (
        "xml 2003",
        "a.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "xml-bukan-xlsx",
    )
    yield "pdf", "a.xlsx", b"%PDF-1.7\n...", "bukan-excel"
    yield "png", "a.xlsx", b"\x89PNG\r\n\x1a\n", "bukan-excel"
    yield "acak", "a.xlsx", bytes(range(1, 256)) * 40, "bukan-excel"
    yield "xls lama", "a.xlsx", OLE + "Workbook".encode("utf-16-le"), "format-xls-lama"
    yield "bersandi", "a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "berkata-sandi"
    yield "doc lama", "a.xlsx", OLE + "WordDocument".encode("utf-16-le"), "bukan-excel"
    yield "biff4", "a.xlsx", b"\x09\x04\x06\x00\x00\x00\x10\x00", "format-xls-lama"
    yield "biff4 terpotong", "a.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00", "berkas-rusak"
    yield from _old_cases()
    yield "zip kosong", "a.xlsx", _zip({}), "bukan-excel"
    yield "zip biasa", "a.xlsx", _zip({"a.txt": b"halo"}), "bukan-excel"
    yield "docx", "a.xlsx", _zip({JENIS: b"<Types/>", "word/document.xml": b"<w/>"}), "bukan-excel"
    yield (
        "ods",
        "a.xlsx",
        _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        "format-ods",
    )
    yield "xlsb", "a.xlsx", _zip({JENIS: b"<Types/>", "xl/workbook.bin": b"\x00"}), "format-xlsb"
    yield "terpotong 60%", "a.xlsx", normal()[: len(normal()) * 6 // 10], "berkas-terpotong"
    yield "terpotong 10 bita", "a.xlsx", normal()[:-10], "berkas-terpotong"
    yield "isi rusak", "a.xlsx", _bad_crc(), "berkas-rusak"
    yield "ukuran palsu", "a.xlsx", _forged_size(), "berkas-rusak"
    yield "entri bersandi", "a.xlsx", _encrypted(), "berkata-sandi"
    yield "entri ganda", "a.xlsx", _duplicate(), "zip-berbahaya"
    yield (
        "zip di dalam zip",
        "a.xlsx",
        rewrite(normal(), {}, {"xl/media/a.zip": _zip({"a": b"1"})}),
        "zip-berbahaya",
    )
    yield (
        "1.500 entri",
        "a.xlsx",
        rewrite(normal(), {}, {f"xl/media/{i}.png": b"x" for i in range(1_500)}),
        "zip-berbahaya",
    )
    yield (
        "bom zip",
        "a.xlsx",
        rewrite(normal(), {}, {"xl/media/a.bin": b"\x00" * (25 * 1024 * 1024)}),
        "zip-berbahaya",
    )
    yield (
        "bom rasio",
        "a.xlsx",
        rewrite(normal(), {}, {"xl/media/a.bin": b"\x00" * (2 * 1024 * 1024)}),
        "zip-berbahaya",
    )
    entitas = '<!DOCTYPE a [<!ENTITY b "' + "x" * 1000 + '"><!ENTITY c "&b;&b;&b;&b;">]>'
    yield "entitas di lembar", "a.xlsx", swap(LEMBAR, entitas.encode() + sheet("<sheetData/>")), "xml-berbahaya"
    yield "entitas di gaya", "a.xlsx", swap(GAYA, (entitas + f"<styleSheet {_NS}/>").encode()), "xml-berbahaya"
    yield (
        "entitas utf-16",
        "a.xlsx",
        swap(BUKU, (entitas + f"<workbook {_NS}/>").encode("utf-16")),
        "xml-berbahaya",
    )
    yield "xml putus", "a.xlsx", swap(LEMBAR, b"<worksheet><sheetData><row"), "berkas-rusak"
    yield "lembar bukan lembar", "a.xlsx", swap(LEMBAR, b"<svg/>"), "berkas-rusak"
    yield "buku kosong", "a.xlsx", swap(BUKU, b""), "berkas-rusak"
    yield "nol lembar", "a.xlsx", swap(BUKU, f"<workbook {_NS}><sheets/></workbook>".encode()), "tanpa-lembar"
    yield "lembar hilang", "a.xlsx", edit(RELASI, "worksheets/sheet1.xml", "worksheets/tiada.xml"), "berkas-rusak"
    yield (
        "hanya grafik",
        "a.xlsx",
        edit(RELASI, "/relationships/worksheet", "/relationships/chartsheet"),
        "tanpa-lembar",
    )
    yield (
        "strict",
        "a.xlsx",
        edit(
            BUKU,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        "ooxml-strict",
    )
    yield (
        "sel jauh",
        "a.xlsx",
        swap(
            LEMBAR,
            sheet(
                '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            ),
        ),
        "sel-jauh",
    )
    yield (
        "baris jauh tanpa alamat",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="900000"><c><v>1</v></c></row></sheetData>')),
        "sel-jauh",
    )
    yield (
        "sejuta gabungan",
        "a.xlsx",
        before_end("<mergeCells>" + _many(60_000, lambda i: f'<mergeCell ref="A{i}:B{i}"/>') + "</mergeCells>"),
        "terlalu-banyak-gabungan",
    )
    yield (
        "gabungan tumpang tindih",
        "a.xlsx",
        before_end("<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 200 + "</mergeCells>"),
        "terlalu-banyak-gabungan",
    )
    yield (
        "satu gabungan raksasa",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "buku-tanpa-isi",
    )
    yield (
        "tautan sejuta sel",
        "a.xlsx",
        before_end('<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'),
        None,
    )
    yield (
        "format bersyarat",
        "a.xlsx",
        before_end(
            _many(
                40_000,
                lambda i: (
                    f'<conditionalFormatting sqref="A{i}"><cfRule type="expression" priority="{i}"><formula>B{i * 7}&gt;{i * 13 % 997}</formula></cfRule></conditionalFormatting>'
                ),
            )
        ),
        None,
    )
    yield (
        "validasi",
        "a.xlsx",
        before_end(
            "<dataValidations>"
            + _many(
                60_000,
                lambda i: (
                    f'<dataValidation sqref="A{i}:XFD{i * 3}"><formula1>{i * 17 % 9973}</formula1></dataValidation>'
                ),
            )
            + "</dataValidations>"
        ),
        None,
    )
    yield (
        "kolom",
        "a.xlsx",
        edit(
            LEMBAR,
            "<sheetData>",
            "<cols>"
            + _many(60_000, lambda i: f'<col min="{i}" max="{i}" width="{i * 7 % 91}.{i % 97}"/>')
            + "</cols><sheetData>",
        ),
        None,
    )
    yield (
        "nama",
        "a.xlsx",
        edit(
            BUKU,
            "</sheets>",
            "</sheets><definedNames>"
            + _many(60_000, lambda i: f'<definedName name="n{i}">A!$A${i * 31 % 9973}</definedName>')
            + "</definedNames>",
        ),
        None,
    )
    yield (
        "sel bergaya kosong",
        "a.xlsx",
        edit(
            LEMBAR,
            "</sheetData>",
            "".join(
                f'<row r="{r}">' + "".join(f'<c r="A{r}" s="1"/>' for _ in range(60)) + "</row>"
                for r in range(60, 4900)
            )
            + "</sheetData>",
        ),
        None,
    )
    yield (
        "sel terisi",
        "a.xlsx",
        swap(
            LEMBAR,
            sheet(_rows(22_000, lambda r: _many(30, lambda k: f"<c><v>{r * k * 7919 % 997}</v></c>"))),
        ),
        "terlalu-banyak-sel",
    )
    yield (
        "teks berbeda",
        "a.xlsx",
        _strings(_many(410_000, lambda i: f"<si><t>t{i * 7919 % 99991}</t></si>")),
        "terlalu-rumit",
    )
    yield (
        "potongan teks",
        "a.xlsx",
        _strings("<si>" + _many(250_000, lambda i: f"<r><t>{i * 7919 % 99991}</t></r>") + "</si>"),
        "tabel-tak-ditemukan",
    )
    yield "teks hilang", "a.xlsx", _strings(""), "berkas-rusak"
    yield (
        "teks di batas",
        "a.xlsx",
        _strings(_many(59_000, lambda i: f"<si><t>{i * 7919 % 99991}</t></si>")),
        "tabel-tak-ditemukan",
    )
    yield (
        "satu teks 9 MB",
        "a.xlsx",
        _strings("<si><t>" + _many(1_300_000, lambda i: f"{i * 7919 % 9999991}") + "</t></si>"),
        "tabel-tak-ditemukan",
    )
    yield (
        "gaya",
        "a.xlsx",
        rewrite(
            normal(),
            {
                GAYA: lambda x: x.replace(
                    b"</cellXfs>",
                    _many(
                        70_000,
                        lambda i: f'<xf numFmtId="{i * 31 % 163}" fontId="0" fillId="0" quotePrefix="{i % 2}"/>',
                    ).encode()
                    + b"</cellXfs>",
                )
            },
        ),
        "terlalu-rumit",
    )
    yield (
        "gaya di batas",
        "a.xlsx",
        rewrite(
            normal(),
            {
                GAYA: lambda x: x.replace(
                    b"</cellXfs>",
                    _many(
                        19_000,
                        lambda i: f'<xf numFmtId="{i * 31 % 163}" fontId="0" fillId="0" quotePrefix="{i % 2}"/>',
                    ).encode()
                    + b"</cellXfs>",
                )
            },
        ),
        None,
    )
    yield (
        "format angka",
        "a.xlsx",
        rewrite(
            normal(),
            {
                GAYA: lambda x: x.replace(b'<numFmts count="0"/>', b"").replace(
                    b"<fonts",
                    b"<numFmts>"
                    + _many(
                        19_000, lambda i: f'<numFmt numFmtId="{i + 200}" formatCode="0.{i * 7919 % 99991}"/>'
                    ).encode()
                    + b"</numFmts><fonts",
                    1,
                )
            },
        ),
        None,
    )
    yield (
        "gaya bernama",
        "a.xlsx",
        rewrite(
            normal(),
            {
                GAYA: lambda x: x.replace(
                    b"</cellStyles>",
                    _many(60_000, lambda i: f'<cellStyle name="g {i * 7919 % 99991}" xfId="0"/>').encode()
                    + b"</cellStyles>",
                )
            },
        ),
        None,
    )
    yield "gaya rusak", "a.xlsx", swap(GAYA, b"<styleSheet><bukan"), "berkas-rusak"
    yield "gaya tak ada", "a.xlsx", rewrite(normal(), {}, buang=(GAYA,)), None
    yield "jenis tak ada", "a.xlsx", rewrite(normal(), {}, buang=(JENIS,)), "bukan-excel"
    yield (
        "sel di batas",
        "a.xlsx",
        swap(
            LEMBAR,
            sheet(
                _rows(
                    4600,
                    lambda r: "".join(
                        f'<c r="{c}{r}"><v>{r * 7919 % 9973}.{r}</v></c>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    ),
                )
            ),
        ),
        "tabel-tak-ditemukan",
    )
    yield (
        "rumus di batas",
        "a.xlsx",
        edit(
            LEMBAR,
            "</sheetData>",
            _rows(
                4600,
                lambda r: "".join(
                    f'<c r="{c}{r + 40}"><f>SUM(A{r}:{c}{r * 3})</f></c>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXY"
                ),
            )
            .replace("<sheetData>", "")
            .replace("row r=", "row x="),
        ),
        None,
    )
    yield (
        "indeks gaya",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="1"><c r="A1" s="9999"><v>1</v></c></row></sheetData>')),
        "berkas-rusak",
    )
    yield (
        "angka aneh",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="1"><c r="A1"><v>satu</v></c></row></sheetData>')),
        "berkas-rusak",
    )
    yield (
        "angka tak hingga",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="1"><c r="A1"><v>1e999</v></c></row></sheetData>')),
        "tabel-tak-ditemukan",
    )
    yield (
        "angka panjang",
        "a.xlsx",
        swap(LEMBAR, sheet(f'<sheetData><row r="1"><c r="A1"><v>{"9" * 100_000}</v></c></row></sheetData>')),
        "berkas-rusak",
    )
    yield (
        "alamat aneh",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="1"><c r="ZZZZ9"><v>1</v></c></row></sheetData>')),
        "sel-jauh",
    )
    yield (
        "baris minus",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="-5"><c><v>1</v></c></row></sheetData>')),
        "berkas-rusak",
    )
    yield (
        "xml dalam",
        "a.xlsx",
        swap(LEMBAR, sheet("<sheetData>" + "<a>" * 140_000 + "</a>" * 140_000 + "</sheetData>")),
        "buku-tanpa-isi",
    )
    yield (
        "xml dalam di sel",
        "a.xlsx",
        swap(
            LEMBAR,
            sheet(
                '<sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
                + "<r>" * 50_000
                + "</r>" * 50_000
                + "</is></c></row></sheetData>"
            ),
        ),
        None,
    )
    yield (
        "xml dalam di buku",
        "a.xlsx",
        edit(BUKU, "<sheets>", "<a>" * 100_000 + "</a>" * 100_000 + "<sheets>"),
        None,
    )
    yield (
        "atribut raksasa",
        "a.xlsx",
        edit(
            LEMBAR,
            "<sheetData>",
            f'<sheetPr codeName="{_many(1_500_000, lambda i: str(i * 7919 % 99991))}"/><sheetData>',
        ),
        None,
    )
    tinggi = _many(250_000, lambda r: f'<row r="{r}" ht="{r * 7919 % 9973}.{r * 31 % 97}" customHeight="1"/>')
    yield "baris bertinggi berbeda", "a.xlsx", edit(LEMBAR, "</sheetData>", tinggi + "</sheetData>"), None
    sebaris = _rows(
        4900,
        lambda r: _many(
            28, lambda k: f'<c r="{column_letter(k)}{r}" t="inlineStr"><is><t>{r * k * 7919 % 99991}</t></is></c>'
        ),
    )
    yield "teks sebaris", "a.xlsx", swap(LEMBAR, sheet(sebaris)), "tabel-tak-ditemukan"
    sebaris = _rows(
        4900,
        lambda r: _many(
            12, lambda k: f'<c r="{column_letter(k)}{r}" t="inlineStr"><is><t>{r * k * 7919 % 99991}</t></is></c>'
        ),
    )
    yield "teks sebaris di batas", "a.xlsx", swap(LEMBAR, sheet(sebaris)), "tabel-tak-ditemukan"
    yield from _shape_cases()
    yield "makro", "a.xlsm", rewrite(normal(), {}, {"xl/vbaProject.bin": OLE}), None
    yield (
        "tanggal luar batas",
        "a.xlsx",
        swap(LEMBAR, sheet('<sheetData><row r="1"><c r="A1" t="d"><v>9999-99-99</v></c></row></sheetData>')),
        "berkas-rusak",
    )
    yield (
        "dua ratus lembar",
        "a.xlsx",
        edit(
            BUKU,
            "<sheets>",
            "<sheets>"
            + '<sheet name="x" sheetId="9" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
            * 200,
        ),
        "terlalu-rumit",
    )
    yield (
        "lembar sama 90 kali",
        "a.xlsx",
        edit(
            BUKU,
            "<sheets>",
            "<sheets>"
            + '<sheet name="x" sheetId="9" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
            * 90,
        ),
        None,
    )
    yield "relasi rusak", "a.xlsx", swap(RELASI, b"<Relationships><a"), "berkas-rusak"
    yield (
        "relasi keluar",
        "a.xlsx",
        edit(RELASI, "/xl/worksheets/sheet1.xml", "../../../../etc/passwd"),
        "berkas-rusak",
    )
    yield "zlib rusak", "a.xlsx", normal().replace(zlib.compress(b"x")[:2], b"\xff\xff"), None


__all__ = ["cases", "normal"]
