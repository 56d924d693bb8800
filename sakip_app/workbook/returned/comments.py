"""Comments of a sheet: the text in one part, the box it is shown in in another. Excel shows it only with both."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sakip_app.workbook.findings import tolak
from sakip_app.workbook.limits import Letak, alamat
from sakip_app.workbook.returned.sheet import address
from sakip_app.workbook.returned.xml import (
    MAIN,
    Sisipan,
    Unsur,
    append_children,
    parse,
    prefix,
    safe_text,
    splice,
)

PENULIS = "SAKIP"
PEMBUKA = "— Temuan SAKIP —"  # what follows it in a comment is ours, whoever saved the file in between
KOSONG = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
TEKS_TERPANJANG = 6_000  # characters of one comment; a box can show no more
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blok}"/></o:shapelayout>{tipe}</xml>'
)
_TIPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BENTUK = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
_CATATAN = re.compile(rb"""<x:ClientData\s+ObjectType=["']Note["']""")
_BARIS = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_KOLOM = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_JANGKAR = re.compile(rb"<x:Anchor>([\d\s,-]+)</x:Anchor>")
_BLOK = re.compile(rb"""<o:idmap\s[^>]*?data=["']([\d,\s]+)["']""")
_LEBAR = 3  # columns a box is wide at least
_HURUF_SEBARIS = 38
_BENTUK_TERBANYAK = 1_000  # of one block of ids


def take_threads(data: bytes, nama: str, sel: Collection[Letak]) -> tuple[bytes, dict[Letak, str], bool]:
    """Take the threads of some cells out; Excel would show a thread and hide what stands in its plain comment.

    Returns:
        The part without them, per cell what was said in its thread, and whether any thread is left.
    """
    akar = parse(data, nama)
    kena = [(letak, u) for u in akar.anak if (letak := address(u.atribut.get("ref", ""))) in sel]
    kata: dict[Letak, list[str]] = {}
    for letak, satu in kena:
        isi = satu.find("text")
        if letak is not None and isi is not None:
            kata.setdefault(letak, []).append(isi.teks)
    sisa = splice(data, [(u.awal, u.akhir, b"") for _, u in kena])
    return sisa, {letak: "\n".join(isi) for letak, isi in kata.items()}, len(kena) < len(akar.anak)


def write_comments(
    data: bytes, nama: str, baru: Mapping[Letak, str], utas: Mapping[Letak, str]
) -> tuple[bytes, dict[Letak, bool]]:
    """Take out what is ours, and put the new texts in: behind the planner's comment where the cell has one.

    Args:
        data: the part.
        nama: its name.
        baru: per cell what we say of it.
        utas: what was said in a thread that becomes a plain comment; each of these cells is in ``baru``.

    Returns:
        The part, and every cell that has a comment now: True where the planner wrote one too.
    """
    akar = parse(data, nama)
    awalan = prefix(data, akar)
    penulis = akar.find("authors")
    daftar = akar.find("commentList")
    if penulis is None or daftar is None:
        return write_comments(KOSONG, nama, baru, utas)
    nama_penulis = [p.all_text() for p in penulis.anak]
    sisipan: list[Sisipan] = []
    if PENULIS in nama_penulis:
        nomor = nama_penulis.index(PENULIS)
    else:
        nomor = len(nama_penulis)
        sisipan += append_children(data, penulis, f"<{awalan}author>{PENULIS}</{awalan}author>".encode())
    ada: dict[Letak, bool] = {}
    tambahan = b""
    for satu in daftar.anak:
        letak = address(satu.atribut.get("ref", ""))
        isi = satu.find("text")
        if letak is None or isi is None:
            continue
        lama = _text(satu)
        if lama.strip().startswith(PEMBUKA) or letak in ada:  # all of it is ours; or a second one on a cell
            sisipan.append((satu.awal, satu.akhir, b""))
            continue
        ada[letak] = True
        if letak in utas:
            sisipan.append((satu.awal, satu.akhir, b""))
            tambahan += _comment(
                awalan, letak, nomor, _run(awalan, utas[letak]) + _runs(awalan, baru[letak], "\n\n")
            )
            continue
        ekor = b"" if letak not in baru else _runs(awalan, baru[letak], "\n\n")
        sisipan += _append(data, isi, ekor, cut=PEMBUKA in lama)
    for letak, teks in sorted(baru.items()):
        if letak not in ada:
            ada[letak] = False
            tambahan += _comment(awalan, letak, nomor, _runs(awalan, teks))
    sisipan += append_children(data, daftar, tambahan)
    return splice(data, sisipan), ada


def _text(satu: Unsur) -> str:
    return "".join(u.teks for u in satu.walk() if u.nama == "t")


def _append(data: bytes, isi: Unsur, ekor: bytes, *, cut: bool) -> list[Sisipan]:
    """Put runs behind the planner's text; ``cut`` takes out ours of an earlier time, and all that follows it."""
    hasil: list[Sisipan] = []
    terbuka = True
    for satu in isi.anak if cut else ():
        teks = next((u for u in satu.walk() if u.nama == "t"), None)
        if not terbuka:
            hasil.append((satu.awal, satu.akhir, b""))
        elif teks is not None and PEMBUKA in teks.teks:
            terbuka = False
            sisa = safe_text(teks.teks.partition(PEMBUKA)[0].rstrip())
            if sisa or satu is teks:
                hasil.append((teks.isi, teks.tutup, sisa.encode()))
            else:
                hasil.append((satu.awal, satu.akhir, b""))
    rumah = isi.find("t")
    if rumah is not None and ekor:  # plain text cannot be followed by runs: it becomes the first of them
        sisa = rumah.teks.partition(PEMBUKA)[0].rstrip() if cut else rumah.teks
        return [(rumah.awal, rumah.akhir, _run(prefix(data, isi), sisa) + ekor)]
    return [*hasil, *append_children(data, isi, ekor)] if ekor else hasil


def _comment(awalan: str, letak: Letak, penulis: int, isi: bytes) -> bytes:
    buka = f'<{awalan}comment ref="{alamat(*letak)}" authorId="{penulis}"><{awalan}text>'
    return buka.encode() + isi + f"</{awalan}text></{awalan}comment>".encode()


def _runs(awalan: str, teks: str, jarak: str = "") -> bytes:
    return _run(awalan, f"{jarak}{PEMBUKA}\n", bold=True) + _run(awalan, teks[:TEKS_TERPANJANG])


def _run(awalan: str, teks: str, *, bold: bool = False) -> bytes:
    a = awalan
    return (
        f'<{a}r><{a}rPr>{f"<{a}b/>" if bold else ""}<{a}sz val="9"/><{a}color indexed="81"/>'
        f'<{a}rFont val="Tahoma"/><{a}family val="2"/></{a}rPr>'
        f'<{a}t xml:space="preserve">{safe_text(teks)}</{a}t></{a}r>'
    ).encode()


# --- boxes ------------------------------------------------------------------------------------------


def blocks(vml: bytes) -> set[int]:
    """The blocks of a thousand shape ids a drawing has taken; no two drawings share one."""
    return {int(n) for m in _BLOK.finditer(vml) for n in m.group(1).split(b",") if n.strip()}


def write_boxes(vml: bytes | None, sel: Mapping[Letak, str | None], terpakai: set[int]) -> bytes:
    """A box for every commented cell that has none; those of cells that no longer have a comment go.

    Args:
        vml: the drawing, where the sheet has one. It need not be well-formed XML, so it is not parsed.
        sel: every cell with a comment → what is in it now where we wrote into it, else None.
        terpakai: blocks of ids other drawings have; what is taken is added.

    Returns:
        The drawing.

    Raises:
        BerkasDitolakError: where its end cannot be found.
    """
    blok = next(n for n in range(1, 100_000) if n not in terpakai)
    jumlah_blok = 1 + len(sel) // _BENTUK_TERBANYAK
    milik = [n for n in range(blok, blok + 100_000) if n not in terpakai][:jumlah_blok]
    if vml is None:
        vml = VML.format(blok=",".join(map(str, milik)), tipe=_TIPE).encode()
    else:
        m = _BLOK.search(vml)
        if m is not None:
            vml = vml[: m.end(1)] + ("," + ",".join(map(str, milik))).encode() + vml[m.end(1) :]
    ada: set[Letak] = set()

    def keep(m: re.Match[bytes]) -> bytes:
        bentuk = m.group()
        baris, kolom = _BARIS.search(bentuk), _KOLOM.search(bentuk)
        if not _CATATAN.search(bentuk) or baris is None or kolom is None:
            return bentuk
        letak = int(baris.group(1)) + 1, int(kolom.group(1)) + 1
        if letak not in sel or letak in ada:
            return b""
        ada.add(letak)
        teks = sel[letak]
        return bentuk if teks is None else _JANGKAR.sub(lambda j: _grown(j, teks), bentuk, count=1)

    vml = _BENTUK.sub(keep, vml)
    akhir = vml.rfind(b"</xml>")
    if akhir < 0:
        raise tolak("berkas-rusak", rincian="gambar komentar terpotong")
    nomor = [n * 1024 + k for n in milik for k in range(1, _BENTUK_TERBANYAK + 1)]
    kurang = [letak for letak in sorted(sel) if letak not in ada]
    baru = b"".join(_box(n, letak, sel[letak] or "") for n, letak in zip(nomor, kurang, strict=False))
    if b'"_x0000_t202"' not in vml and b"'_x0000_t202'" not in vml:
        baru = _TIPE.encode() + baru
    terpakai |= set(milik)
    return vml[:akhir] + baru + vml[akhir:]


def _height(teks: str) -> int:
    """Rows of ordinary height a text needs."""
    return max(4, min(24, 2 + sum(1 + len(satu) // _HURUF_SEBARIS for satu in teks.split("\n"))))


def _grown(m: re.Match[bytes], teks: str) -> bytes:
    angka = [int(n) for n in m.group(1).split(b",") if n.strip()]
    if len(angka) != 8:
        return m.group()
    angka[4] = max(angka[4], angka[0] + _LEBAR)
    angka[6] = max(angka[6], angka[2] + _height(teks))
    return f"<x:Anchor>{', '.join(map(str, angka))}</x:Anchor>".encode()


def _box(nomor: int, letak: Letak, teks: str) -> bytes:
    baris, kolom = letak[0] - 1, letak[1] - 1
    atas, kiri = max(baris - 1, 0), kolom + 1
    jangkar = f"{kiri}, 12, {atas}, 4, {kiri + _LEBAR}, 40, {atas + _height(teks)}, 4"
    return (
        f'<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
        f'width:200pt;height:90pt;z-index:{nomor % 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{jangkar}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{baris}</x:Row>"
        f"<x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
    ).encode()
