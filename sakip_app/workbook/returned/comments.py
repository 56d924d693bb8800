"""Comments of a sheet: what they say. The boxes they are shown in lie in another part (``boxes.py``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

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
