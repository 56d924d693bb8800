"""The style table with our colours added: a marked cell keeps its font, number format, borders and protection."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sakip_app.workbook.result import Tingkat
from sakip_app.workbook.returned.sheet import insertion_point
from sakip_app.workbook.returned.xml import (
    MAIN,
    Sisipan,
    Unsur,
    append_children,
    parse,
    prefix,
    set_attribute,
    splice,
)

# Next to the tints of sakip_app/charts/tokens.py, each one step off, so that no workbook has them by chance
WARNA: Mapping[Tingkat, str] = {"galat": "FFF2B8B1", "peringatan": "FFF5DE9B", "catatan": "FFCFE6EB"}
_MILIK_KITA = frozenset(WARNA.values())
GAYA_TERBANYAK = 64_000  # cell formats Excel keeps in one workbook

TINTA, REDUP, NILA, GARIS, PUTIH = "FF13202F", "FF45566A", "FF2F3E9E", "FFDCE2E9", "FFFFFFFF"
HURUF = "Segoe UI"
_KODE = re.compile(r"[A-Za-z0-9]*(?:;(?:fg|bg)(?::(?:rgb|theme|indexed|tint|auto)=[A-Za-z0-9.+-]+)+){0,2}")
_URUTAN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
_DASAR: Mapping[
    str, tuple[str, ...]
] = {  # what a table must hold at least; the first entries mean "none" to Excel
    "fonts": ('<font><sz val="11"/><name val="Calibri"/></font>',),
    "fills": (
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
    ),
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}
KOSONG = f'<styleSheet xmlns="{MAIN}"/>'.encode()
POLOS = ""  # the code of no fill


@dataclass(frozen=True, slots=True)
class GayaDaftar:
    """Style numbers of the sheet that lists the findings."""

    judul: int
    uraian: int
    kepala: int
    teks: int
    nomor: int
    tautan: int
    tingkat: Mapping[Tingkat, int]


class Gaya:
    """The style table of one workbook, read once; additions are collected and written at the end."""

    def __init__(self, data: bytes, nama: str) -> None:
        self._data = data
        self._akar = parse(data, nama)
        self._awalan = prefix(data, self._akar)
        self._xf = self._entries("cellXfs")
        self._fill = self._entries("fills")
        self._baru: dict[str, list[bytes]] = {bagian: [] for bagian in _DASAR}
        self._ada_fill: dict[str, int] = {}
        self._ada_xf: dict[tuple[int, str], int] = {}

    def _entries(self, bagian: str) -> Sequence[Unsur]:
        wadah = self._akar.find(bagian)
        return () if wadah is None else wadah.anak

    def fill_of(self, nomor: int) -> str:
        """The fill of a cell style as a short code, from which it can be made again; ``""`` is none."""
        if not 0 <= nomor < len(self._xf):
            return POLOS
        isi = self._xf[nomor].atribut.get("fillId", "0")
        if not isi.isdigit() or int(isi) >= len(self._fill):
            return POLOS
        pola = self._fill[int(isi)].find("patternFill")
        if pola is None or pola.atribut.get("patternType", "none") == "none":
            return POLOS
        bagian = [pola.atribut.get("patternType", "")]
        for nama, kata in (("fgColor", "fg"), ("bgColor", "bg")):
            warna = pola.find(nama)
            if warna is not None and warna.atribut:
                bagian.append(":".join([kata, *(f"{k}={v}" for k, v in sorted(warna.atribut.items()))]))
        kode = ";".join(bagian)
        return kode if _KODE.fullmatch(kode) else POLOS

    def ours(self) -> frozenset[str]:
        """Numbers of the styles whose fill is one of our colours, as cells name them."""
        return frozenset(str(n) for n in range(len(self._xf)) if is_ours(self.fill_of(n)))

    def painted(self, nomor: int, kode: str) -> int:
        """The style ``nomor`` with another fill and nothing else changed."""
        kunci = (nomor, kode)
        if kunci not in self._ada_xf:
            if len(self._xf) + len(self._baru["cellXfs"]) >= GAYA_TERBANYAK:
                return nomor
            self._ada_xf[kunci] = self._add("cellXfs", self._copy_xf(nomor, self._fill_number(kode)))
        return self._ada_xf[kunci]

    def marked(self, nomor: int, tingkat: Tingkat) -> int:
        """The style ``nomor`` in the colour of a finding."""
        return self.painted(nomor, f"solid;fg:rgb={WARNA[tingkat]};bg:indexed=64")

    def _copy_xf(self, nomor: int, fill: int) -> bytes:
        if 0 <= nomor < len(self._xf):
            satu = self._xf[nomor]
            tag = self._data[satu.awal : satu.isi]
            sisa = self._data[satu.isi : satu.akhir]
        else:
            tag, sisa = self._prefixed(_DASAR["cellXfs"][0]), b""
        return set_attribute(set_attribute(tag, b"fillId", str(fill)), b"applyFill", "1") + sisa

    def _fill_number(self, kode: str) -> int:
        if kode == POLOS or not _KODE.fullmatch(kode):
            return 0
        if kode not in self._ada_fill:
            pola, *warna = kode.split(";")
            isi = ""
            for satu in warna:
                kata, *atribut = satu.split(":")
                tulis = " ".join(f'{k}="{v}"' for k, _, v in (a.partition("=") for a in atribut))
                isi += f"<{kata}Color {tulis}/>"
            satu_fill = f'<fill><patternFill patternType="{pola}">{isi}</patternFill></fill>'
            self._ada_fill[kode] = self._add("fills", self._prefixed(satu_fill))
        return self._ada_fill[kode]

    def for_list(self) -> GayaDaftar:
        """The styles of the sheet that lists the findings."""
        biasa, tebal, judul, tautan = (
            self._font(9.5),
            self._font(9.5, tebal=True),
            self._font(15, tebal=True),
            self._font(9.5, warna=NILA, garis=True),
        )
        kepala = self._font(9, tebal=True, warna=REDUP)
        garis, tinta = self._border("thin", GARIS), self._border("medium", TINTA)
        warna = {t: self._fill_number(f"solid;fg:rgb={w};bg:indexed=64") for t, w in WARNA.items()}
        return GayaDaftar(
            judul=self._xf_of(judul, 0, 0, "center", bungkus=False),
            uraian=self._xf_of(biasa, 0, 0, "top"),
            kepala=self._xf_of(kepala, 0, tinta, "bottom"),
            teks=self._xf_of(biasa, 0, garis, "top"),
            nomor=self._xf_of(biasa, 0, garis, "top", mendatar="center"),
            tautan=self._xf_of(tautan, 0, garis, "top"),
            tingkat={t: self._xf_of(tebal, f, garis, "top") for t, f in warna.items()},
        )

    def _font(self, ukuran: float, *, tebal: bool = False, warna: str = TINTA, garis: bool = False) -> int:
        isi = ("<b/>" if tebal else "") + ("<u/>" if garis else "")
        return self._add(
            "fonts",
            self._prefixed(
                f'<font>{isi}<sz val="{ukuran:g}"/><color rgb="{warna}"/><name val="{HURUF}"/><family val="2"/></font>'
            ),
        )

    def _border(self, tebal: str, warna: str) -> int:
        bawah = f'<bottom style="{tebal}"><color rgb="{warna}"/></bottom>'
        return self._add("borders", self._prefixed(f"<border><left/><right/><top/>{bawah}<diagonal/></border>"))

    def _xf_of(
        self, font: int, fill: int, border: int, tegak: str, *, mendatar: str = "left", bungkus: bool = True
    ) -> int:
        jarak = ' indent="1"' if border and mendatar == "left" else ""  # text keeps off the colour beside it
        # quotePrefix: a text that begins with "=" stays text, also after somebody opened the cell and left it
        return self._add(
            "cellXfs",
            self._prefixed(
                f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" quotePrefix="1" applyFont="1" '
                f'applyFill="1" applyBorder="1" applyAlignment="1">'
                f'<alignment horizontal="{mendatar}" vertical="{tegak}" wrapText="{int(bungkus)}"{jarak}/></xf>'
            ),
        )

    def _prefixed(self, xml: str) -> bytes:
        return re.sub(r"<(/?)(?=[A-Za-z])", rf"<\1{self._awalan}", xml).encode()

    def _add(self, bagian: str, isi: bytes) -> int:
        """Number of a new entry."""
        ada = len(self._entries(bagian)) or len(_DASAR[bagian])
        self._baru[bagian].append(isi)
        return ada + len(self._baru[bagian]) - 1

    def save(self) -> bytes:
        """The table with everything that was added."""
        sisipan: list[Sisipan] = []
        for bagian, baru in self._baru.items():
            if not baru:
                continue
            wadah = self._akar.find(bagian)
            ada = len(self._entries(bagian))
            isi = b"".join(baru) if ada else b"".join(map(self._prefixed, _DASAR[bagian])) + b"".join(baru)
            jumlah = (ada or len(_DASAR[bagian])) + len(baru)
            if wadah is None:
                letak = insertion_point(self._akar.anak, bagian, self._akar.isi, _URUTAN)
                tag = f'{self._awalan}{bagian} count="{jumlah}"'
                sisipan.append((letak, letak, f"<{tag}>".encode() + isi + f"</{self._awalan}{bagian}>".encode()))
                continue
            buka = set_attribute(self._data[wadah.awal : wadah.isi], b"count", str(jumlah))
            if ada:
                sisipan += [(wadah.awal, wadah.isi, buka), (wadah.tutup, wadah.tutup, isi)]
            else:
                buka = buka[:-2].rstrip() + b">" if buka.endswith(b"/>") else buka
                akhir = buka + isi + f"</{self._awalan}{bagian}>".encode()
                sisipan.append((wadah.awal, wadah.akhir, akhir))
        kosong = self._data[self._akar.isi - 2 : self._akar.isi] == b"/>"
        if kosong:  # a table with nothing in it
            isi = b"".join(s[2] for s in sisipan)
            return splice(self._data, append_children(self._data, self._akar, isi))
        return splice(self._data, sisipan)


def is_ours(kode: str) -> bool:
    """Whether a fill is one of our colours; a code of it, or as the reader writes it."""
    return any(warna in kode for warna in _MILIK_KITA)


def look(kode: str) -> str:
    """A fill as ``grid.Rupa`` writes it, from its code."""
    if kode == POLOS:
        return ""
    warna = next((satu for satu in kode.split(";") if satu.startswith("fg:")), "fg:rgb=00000000")
    sifat = dict(satu.partition("=")[::2] for satu in warna.split(":")[1:])
    jenis = next((k for k in ("rgb", "indexed", "theme", "auto") if k in sifat), "rgb")
    return f"{jenis}:{sifat.get(jenis, '')}:{round(float(sifat.get('tint', '0')), 2)}"
