"""Tables: a general one, the red list (cards on a phone), findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sakip_app.charts.tokens import GayaPita
from sakip_app.markup.marks import cip_sel, cip_status, nomor_temuan, predikat
from sakip_app.markup.safe import Html, isi, tautan
from sakip_app.text.words import awal_besar


class Kolom(NamedTuple):
    """Head of a column.

    Attributes:
        judul: words; the unit of measure belongs here.
        kanan: numbers are right-aligned.
        lebar: CSS width such as ``"96px"``, or none.
    """

    judul: str
    kanan: bool = False
    lebar: str | None = None


def dua_baris(atas: str | Html, bawah: str | Html | None) -> Html:
    """A cell with a second, smaller line."""
    return Html(f"{isi(atas)}<small>{isi(bawah)}</small>") if bawah else isi(atas)


def tabel(
    kolom: Sequence[Kolom],
    baris: Sequence[Sequence[str | Html | None]],
    *,
    kosong: str = "Belum ada isi.",
    tebal_pertama: bool = True,
) -> Html:
    """A table of ready texts.

    Args:
        kolom: heads, in order.
        baris: rows of cells: text is escaped, ``Html`` kept, ``None`` empty.
        kosong: sentence shown instead of an empty body.
        tebal_pertama: first column bold.

    Raises:
        ValueError: if a row has another number of cells than there are heads.
    """
    lebar = "".join(f'<col style="width:{isi(k.lebar)}">' if k.lebar else "<col>" for k in kolom)
    kepala = "".join(f'<th scope="col"{_kanan(k)}>{isi(k.judul)}</th>' for k in kolom)
    badan = ""
    for sel in baris:
        pasangan = zip(kolom, sel, strict=True)
        badan += f"<tr>{''.join(f'<td{_kanan(k)}>{isi(s)}</td>' for k, s in pasangan)}</tr>"
    if not baris:
        badan = f'<tr><td class="sk-kosong-sel" colspan="{len(kolom)}">{isi(kosong)}</td></tr>'
    kelas = "sk-tabel sk-tebal" if tebal_pertama else "sk-tabel"
    kelas += " sk-banyak" if len(kolom) > 4 else ""  # on a phone these scroll under a pinned first column
    return Html(
        f'<div class="sk-gulir"><table class="{kelas}"><colgroup>{lebar}</colgroup>'
        f"<thead><tr>{kepala}</tr></thead><tbody>{badan}</tbody></table></div>"
    )


def _kanan(k: Kolom) -> str:
    return ' class="kanan"' if k.kanan else ""


class BarisMerah(NamedTuple):
    """One unit of the red list; all texts are ready to show.

    Attributes:
        nama: the unit.
        skor: printed skor.
        label: its predikat.
        gaya: the look of that predikat.
        perubahan: such as ``↓ 6,9 dari TW II``.
        penahan: the indicator that holds it back most.
        angka: such as ``61,2 dari 74,0 %``.
        kendala: what hindered, as reported.
        tindak_lanjut: what was promised, ``None`` when nothing.
        siapa_tenggat: such as ``Kabid Bina Marga · 31 Okt``.
        status: code of the follow-up's state.
        alamat: link to the unit within the app.
    """

    nama: str
    skor: str
    label: str
    gaya: GayaPita
    perubahan: str
    penahan: str | None = None
    angka: str | None = None
    kendala: str | None = None
    tindak_lanjut: str | None = None
    siapa_tenggat: str | None = None
    status: str = "belum_ada"
    alamat: str | None = None


def daftar_merah(baris: Sequence[BarisMerah], *, sebutan: str = "OPD", kosong: str | None = None) -> Html:
    """The red list: a table on a desk, cards on a phone, from one markup.

    Args:
        baris: worst first.
        sebutan: what a unit is called.
        kosong: sentence when there is nothing to decide.
    """
    if not baris:
        return Html(f'<p class="sk-redup">{isi(kosong or f"Tidak ada {sebutan} yang tertinggal.")}</p>')
    kepala = "".join(
        f'<th scope="col"{kelas}>{isi(judul)}</th>'
        for judul, kelas in (
            (awal_besar(sebutan), ""),
            ("Skor", ' class="kanan"'),
            ("Predikat", ""),
            ("Paling menahan", ""),
            ("Kendala", ""),
            ("Tindak lanjut · siapa · tenggat", ""),
            ("Status", ""),
        )
    )
    return Html(
        '<table class="sk-tabel sk-merah-daftar"><colgroup><col style="width:16%"><col style="width:6%">'
        '<col style="width:11%"><col style="width:18%"><col style="width:17%"><col style="width:18%">'
        f"<col></colgroup><thead><tr>{kepala}</tr></thead>"
        f"<tbody>{''.join(_merah(b) for b in baris)}</tbody></table>"
    )


def _merah(b: BarisMerah) -> str:
    angka = f'<small class="angka">{isi(b.angka)}</small>' if b.angka else ""
    janji = f"{isi(b.tindak_lanjut)}<small>{isi(b.siapa_tenggat)}</small>" if b.tindak_lanjut else "–"
    return (
        f'<tr><td class="nama">{tautan(b.nama, b.alamat)}</td><td class="skor kanan">{isi(b.skor)}</td>'
        f'<td class="pred">{predikat(b.label, b.gaya)}<small>{isi(b.perubahan)}</small></td>'
        f'<td class="tahan">{isi(b.penahan) or "–"}{angka}</td><td class="kendala">{isi(b.kendala) or "–"}</td>'
        f'<td class="janji">{janji}</td><td class="status">{cip_status(b.status)}</td></tr>'
    )


class BarisTemuan(NamedTuple):
    """One finding of a file.

    Attributes:
        nomor: its number, the same as in the sheet picture.
        tingkat: ``galat`` or ``peringatan``.
        sel: cell address.
        isi_sel: what stands there.
        pesan: what is the matter.
        saran: what to do.
    """

    nomor: int
    tingkat: str
    sel: str
    isi_sel: str
    pesan: str
    saran: str


def daftar_temuan(temuan: Sequence[BarisTemuan], *, kosong: str = "Tidak ada temuan.") -> Html:
    """The findings of a file, numbered as in the sheet picture."""
    kolom = (
        Kolom(Html('<span class="sk-tersembunyi">Nomor</span>'), lebar="34px"),
        Kolom("Sel", lebar="17%"),
        Kolom("Isi sel", lebar="16%"),
        Kolom("Yang kami lihat"),
        Kolom("Saran"),
    )
    baris = [
        (
            nomor_temuan(t.nomor, t.tingkat),
            cip_sel(t.sel) if t.sel else None,
            Html(f"<b>{isi(t.isi_sel)}</b>"),
            t.pesan if t.tingkat == "galat" else f"{t.tingkat.capitalize()}: {t.pesan}",
            t.saran,
        )
        for t in temuan
    ]
    return Html(f'<div class="sk-daftar-temuan">{tabel(kolom, baris, kosong=kosong, tebal_pertama=False)}</div>')
