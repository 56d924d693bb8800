"""What Excel demands of a package, told by code: real Excel repairs or refuses a workbook that breaks one of these."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from itertools import pairwise
from typing import Any

from defusedxml.ElementTree import fromstring
from openpyxl.utils import coordinate_to_tuple

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
V, X = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: ECMA-376 part 4 (transitional), CT_Worksheet and CT_Stylesheet
WORKSHEET = tuple(
    re.findall(
        r"\w+",
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
        "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
        "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks "
        "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture "
        "oleObjects controls webPublishItems tableParts extLst",
    )
)
STYLES = tuple(
    re.findall(
        r"\w+", "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
    )
)
WORKBOOK = tuple(
    re.findall(
        r"\w+",
        "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
        "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing "
        "fileRecoveryPr webPublishObjects extLst",
    )
)


def parts(data: bytes) -> dict[str, bytes]:
    """Every part by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        assert len(set(map(str.casefold, arsip.namelist()))) == len(arsip.namelist())
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def check(data: bytes) -> dict[str, bytes]:
    """Assert that a package is whole; returns its parts."""
    isi = parts(data)
    _content_types(isi)
    for nama in isi:
        if nama.endswith(".rels"):
            relations(isi, nama)
    buku = fromstring(isi["xl/workbook.xml"])
    _in_order(buku, WORKBOOK)
    lembar = buku.find(f"{MAIN}sheets")
    assert max(Counter(el.get("name", "").casefold() for el in lembar).values()) == 1
    assert max(Counter(el.get("sheetId") for el in lembar).values()) == 1
    nama_nama = [(el.get("name", "").casefold(), el.get("localSheetId")) for el in buku.iter(f"{MAIN}definedName")]
    assert len(set(nama_nama)) == len(nama_nama)
    assert all(nomor is None or int(nomor) < len(lembar) for _, nomor in nama_nama)
    rel = relations(isi, "xl/_rels/workbook.xml.rels")
    n_xf = _styles(isi, rel)
    kotak: Counter[str] = Counter()
    terpilih = 0
    for el in lembar:
        jenis, letak = rel[el.get(RID, "")]
        if jenis == "worksheet":
            terpilih += _sheet(isi, letak, n_xf, kotak)
    assert terpilih == 1  # two selected sheets would be typed into at once
    assert not kotak or max(kotak.values()) == 1, "shape ids are unique in a workbook"
    return isi


def relations(isi: dict[str, bytes], nama: str) -> dict[str, tuple[str, str]]:
    """Id → (kind, part) of one list of relationships; each part must be there."""
    dasar = posixpath.dirname(posixpath.dirname(nama))
    hasil: dict[str, tuple[str, str]] = {}
    for el in fromstring(isi[nama]):
        assert el.get("Id") not in hasil
        tujuan = el.get("Target", "")
        if el.get("TargetMode") != "External":
            tujuan = posixpath.normpath(posixpath.join(dasar, tujuan)) if tujuan[:1] != "/" else tujuan[1:]
            assert tujuan in isi, (nama, tujuan)
        hasil[el.get("Id", "")] = (el.get("Type", "").rsplit("/", 1)[-1], tujuan)
    return hasil


def _content_types(isi: dict[str, bytes]) -> None:
    akar = fromstring(isi["[Content_Types].xml"])
    assert next(iter(isi)) == "[Content_Types].xml"
    umum = [el.get("Extension", "").casefold() for el in akar if el.tag.endswith("Default")]
    khusus = [el.get("PartName", "").removeprefix("/").casefold() for el in akar if el.tag.endswith("Override")]
    assert len(set(umum)) == len(umum)
    assert len(set(khusus)) == len(khusus)
    ada = {nama.casefold() for nama in isi}
    assert set(khusus) <= ada
    for nama in ada - {"[content_types].xml"}:
        assert nama in khusus or nama.rpartition(".")[2] in umum, nama


def _in_order(akar: Any, urutan: tuple[str, ...]) -> None:
    nama = [el.tag.rpartition("}")[2] for el in akar]
    letak = [urutan.index(satu) for satu in nama if satu in urutan]
    assert letak == sorted(letak), nama
    sekali = Counter(satu for satu in nama if satu != "conditionalFormatting" and satu in urutan)
    assert not sekali or max(sekali.values()) == 1


def _styles(isi: dict[str, bytes], rel: dict[str, tuple[str, str]]) -> int:
    akar = fromstring(isi[next(letak for jenis, letak in rel.values() if jenis == "styles")])
    _in_order(akar, STYLES)
    banyak = {}
    for bagian in ("fonts", "fills", "borders", "cellXfs"):
        wadah = akar.find(MAIN + bagian)
        banyak[bagian] = len(wadah)
        assert int(wadah.get("count", len(wadah))) == len(wadah)
    for xf in akar.find(f"{MAIN}cellXfs"):
        for sifat, bagian in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            assert int(xf.get(sifat, "0")) < banyak[bagian]
    return banyak["cellXfs"]


def _sheet(isi: dict[str, bytes], letak: str, n_xf: int, kotak: Counter[str]) -> int:
    akar = fromstring(isi[letak])
    _in_order(akar, WORKSHEET)
    baris = [int(el.get("r")) for el in akar.iter(f"{MAIN}row") if el.get("r")]
    assert all(a < b for a, b in pairwise(baris))
    for satu in akar.iter(f"{MAIN}row"):
        sel = [coordinate_to_tuple(c.get("r")) for c in satu if c.get("r")]
        assert all(a < b for a, b in pairwise(sel))
        assert {b for b, _ in sel} <= {int(satu.get("r", 0))} or not satu.get("r")
        assert all(int(c.get("s", "0")) < n_xf for c in satu)
    rels = f"{posixpath.dirname(letak)}/_rels/{posixpath.basename(letak)}.rels"
    rel = relations(isi, rels) if rels in isi else {}
    assert {el.get(RID) for el in akar.iter() if el.get(RID)} <= set(rel)
    komentar = [fromstring(isi[bagian]) for jenis, bagian in rel.values() if jenis == "comments"]
    gambar = akar.find(f"{MAIN}legacyDrawing")
    assert len(komentar) <= 1
    if komentar:
        acuan = [coordinate_to_tuple(el.get("ref")) for el in komentar[0].iter(f"{MAIN}comment")]
        assert len(set(acuan)) == len(acuan)
        penulis = len(komentar[0].find(f"{MAIN}authors"))
        assert all(int(el.get("authorId")) < penulis for el in komentar[0].iter(f"{MAIN}comment"))
        assert gambar is not None
        vml = fromstring(isi[rel[gambar.get(RID)][1]])
        catatan = [
            (int(el.find(f"{X}Row").text), int(el.find(f"{X}Column").text)) for el in vml.iter(f"{X}ClientData")
        ]
        assert sorted((b + 1, k + 1) for b, k in catatan) == sorted(acuan)
        assert {el.get("type", "#_x0000_t202") for el in vml.iter(f"{V}shape")} <= {"#_x0000_t202"}
        assert {el.get("id") for el in vml.iter(f"{V}shapetype")} == {"_x0000_t202"}
        # LibreOffice gives every box the same id, of another kind
        kotak.update(nomor for el in vml.iter(f"{V}shape") if (nomor := el.get("id", "")).startswith("_x0000_s"))
    return sum(el.get("tabSelected") in ("1", "true") for el in akar.iter(f"{MAIN}sheetView"))
