"""The boxes comments are shown in: Excel shows a comment only where the sheet's drawing has a box for it.

The drawing is VML, which is not always well-formed XML (Excel itself writes ``<br>``): where it is none, its boxes
are found by how Excel writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.limits import Letak
from sakip_app.workbook.result import BerkasDitolakError
from sakip_app.workbook.returned.xml import Sisipan, Unsur, parse, splice

_V, _O, _X = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:excel",
)
_RUANG = f'xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"'
_KOSONG = (
    f'<xml {_RUANG}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'.encode()
)
_TIPE = (
    '<v:shapetype {ruang}id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BENTUK = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
_CATATAN = re.compile(rb"""<x:ClientData\s+ObjectType=["']Note["']""")
_BARIS = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_KOLOM = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_JANGKAR = re.compile(rb"<x:Anchor>([\d\s,-]+)</x:Anchor>")
_BLOK = re.compile(rb"""<\w+:idmap\s[^>]*?data=(["'])([\d,\s]*)\1""")
_NOMOR = re.compile(rb"_x0000_s(\d{1,9})")
_LEBAR = 3  # columns a box is wide at least
_HURUF_SEBARIS = 38
_SEBLOK = 1_000  # boxes of one block of 1,024 ids


@dataclass(frozen=True, slots=True)
class _Kotak:
    """The box of one cell, and where its anchor is written."""

    letak: Letak
    awal: int
    akhir: int
    jangkar: tuple[int, int] | None


def blocks(vml: bytes) -> set[int]:
    """The blocks of a thousand shape ids a drawing has taken; no two drawings of a workbook share one."""
    dinyatakan = {int(n) for m in _BLOK.finditer(vml) for n in m.group(2).split(b",") if n.strip()}
    return dinyatakan | {int(m.group(1)) // 1024 for m in _NOMOR.finditer(vml)}


def write_boxes(vml: bytes | None, nama: str, sel: Mapping[Letak, str | None], terpakai: set[int]) -> bytes:
    """A box for every commented cell that has none; those of cells that no longer have a comment go.

    Args:
        vml: the drawing, where the sheet has one.
        nama: its name.
        sel: every cell with a comment → what is in it now where we wrote into it, else None.
        terpakai: blocks of ids that drawings of the workbook have; what is taken is added.

    Returns:
        The drawing.

    Raises:
        BerkasDitolakError: where its end cannot be found.
    """
    vml = _KOSONG if vml is None else vml
    sisipan: list[Sisipan] = []
    ada: set[Letak] = set()
    for satu in _boxes(vml, nama):
        if satu.letak not in sel or satu.letak in ada:
            sisipan.append((satu.awal, satu.akhir, b""))
            continue
        ada.add(satu.letak)
        teks = sel[satu.letak]
        if teks is not None and satu.jangkar is not None:
            sisipan.append((*satu.jangkar, _grown(vml[slice(*satu.jangkar)], teks)))
    kurang = [letak for letak in sorted(sel) if letak not in ada]
    if kurang:
        sisipan += _new_boxes(vml, {letak: sel[letak] or "" for letak in kurang}, terpakai)
    return splice(vml, sisipan)


def _boxes(vml: bytes, nama: str) -> Iterator[_Kotak]:
    try:
        akar = parse(vml, nama)
    except BerkasDitolakError as galat:
        if galat.kode != "berkas-rusak":
            raise
        yield from _boxes_as_written(vml)
        return
    for bentuk in akar.walk():
        data = bentuk.find("ClientData") if (bentuk.ruang, bentuk.nama) == (_V, "shape") else None
        if data is None or data.atribut.get("ObjectType") != "Note":
            continue
        baris, kolom, jangkar = _whole(data.find("Row")), _whole(data.find("Column")), data.find("Anchor")
        if baris is not None and kolom is not None:
            letak = baris + 1, kolom + 1
            yield _Kotak(
                letak, bentuk.awal, bentuk.akhir, None if jangkar is None else (jangkar.isi, jangkar.tutup)
            )


def _whole(satu: Unsur | None) -> int | None:
    teks = "" if satu is None else satu.teks.strip()
    return int(teks) if teks.isascii() and teks.isdigit() else None


def _boxes_as_written(vml: bytes) -> Iterator[_Kotak]:
    """The same where the drawing is no XML."""
    for m in _BENTUK.finditer(vml):
        baris, kolom = _BARIS.search(m.group()), _KOLOM.search(m.group())
        if not _CATATAN.search(m.group()) or baris is None or kolom is None:
            continue
        j = _JANGKAR.search(vml, m.start(), m.end())
        letak = int(baris.group(1)) + 1, int(kolom.group(1)) + 1
        yield _Kotak(letak, m.start(), m.end(), None if j is None else j.span(1))


def _new_boxes(vml: bytes, sel: Mapping[Letak, str], terpakai: set[int]) -> list[Sisipan]:
    """Boxes with ids of blocks no drawing has, before the end of the drawing."""
    akhir = vml.rfind(b"</xml>")
    if akhir < 0:
        raise tolak("berkas-rusak", rincian="gambar komentar terpotong")
    jumlah = -(-len(sel) // _SEBLOK)
    milik = [n for n in range(1, jumlah + len(terpakai) + 1) if n not in terpakai][:jumlah]
    terpakai |= set(milik)
    hasil: list[Sisipan] = []
    blok = _BLOK.search(vml)
    if blok is not None:
        semua = [n for n in blok.group(2).decode().split(",") if n.strip()] + [str(n) for n in milik]
        hasil.append((*blok.span(2), ",".join(semua).encode()))
    kepala = vml[: vml.find(b">", max(vml.find(b"<xml"), 0))]
    ruang = "" if all(f"xmlns:{satu}".encode() in kepala for satu in "vox") else _RUANG + " "
    nomor = [n * 1024 + k for n in milik for k in range(1, _SEBLOK + 1)]
    baru = "".join(_box(n, letak, teks, ruang) for n, (letak, teks) in zip(nomor, sel.items(), strict=False))
    if not re.search(rb"""id=["']_x0000_t202["']""", vml):
        baru = _TIPE.format(ruang=ruang) + baru
    return [*hasil, (akhir, akhir, baru.encode())]


def _height(teks: str) -> int:
    """Rows of ordinary height a text needs."""
    return max(4, min(24, 2 + sum(1 + len(satu) // _HURUF_SEBARIS for satu in teks.split("\n"))))


def _grown(jangkar: bytes, teks: str) -> bytes:
    """Where a box stands, made large enough for what was added to its text."""
    angka = [int(n) for n in re.findall(rb"-?\d+", jangkar)]
    if len(angka) != 8:
        return jangkar
    angka[4] = max(angka[4], angka[0] + _LEBAR)
    angka[6] = max(angka[6], angka[2] + _height(teks))
    return ", ".join(map(str, angka)).encode()


def _box(nomor: int, letak: Letak, teks: str, ruang: str) -> str:
    baris, kolom = letak[0] - 1, letak[1] - 1
    atas, kiri = max(baris - 1, 0), kolom + 1
    jangkar = f"{kiri}, 12, {atas}, 4, {kiri + _LEBAR}, 40, {atas + _height(teks)}, 4"
    return (
        f'<v:shape {ruang}id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        f'margin-top:2pt;width:200pt;height:90pt;z-index:{nomor % 1024};visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{jangkar}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{baris}</x:Row>"
        f"<x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
    )
