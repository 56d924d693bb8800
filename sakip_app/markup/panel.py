"""The panel "Bagaimana angka ini dibuat": five numbered steps from the cell to the predikat, then the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sakip_app.charts.tokens import GayaPita
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.safe import Html, isi

RAPAT = 20
"""So many letters of a value and the one before it stand on one line; words may be longer."""


class Rumus(NamedTuple):
    """A formula and the same with its numbers; texts are ready to show.

    Attributes:
        pecahan: numerator and denominator in words.
        angka: numerator and denominator in numbers.
        hasil: the result with enough digits to see.
        awal: what stands before the fraction, such as ``100 −``.
        akhir: what stands after it.
    """

    pecahan: tuple[str, str]
    angka: tuple[str, str]
    hasil: str
    awal: str = ""
    akhir: str = "× 100"


class Penggaris(NamedTuple):
    """The bands as a ruler.

    Attributes:
        pita: from the lowest: lower edge as a number, its printed form, label, look.
        skor: where the mark stands.
        teks: printed skor.
        label: its predikat.
        akhir: right end of the ruler, the cap or the highest skor.
    """

    pita: Sequence[tuple[float, str, str, GayaPita]]
    skor: float
    teks: str
    label: str
    akhir: float = 100.0


class Sumber(NamedTuple):
    """Where a number came from.

    Attributes:
        sel: address with sheet; empty for what a person said without one.
        berkas: file name, or what was said without one.
        jejak: short hash, sender, time.
        cuplikan: picture of the cells around it.
    """

    sel: str
    berkas: str
    jejak: str
    cuplikan: Html | None = None


class Peristiwa(NamedTuple):
    """One entry of a figure's history.

    Attributes:
        waktu: when.
        teks: which value, by whom, from where.
        angka: what it said.
        berlaku: false once a newer value took its place.
        semula: what stood before, if anything did.
        dicoret: the upload that said it was withdrawn.
    """

    waktu: str
    teks: str | Html
    angka: str
    berlaku: bool = True
    semula: str = ""
    dicoret: bool = False


class Penjelasan(NamedTuple):
    """Everything the panel tells about one capaian; all texts are ready to show.

    Attributes:
        aturan: such as ``Aturan Permendagri 86/2017 (contoh) · rumus makin tinggi makin baik``.
        kepala: heads of the inputs, such as ``TW I``, …, ``s.d. TW III``.
        masuk: rows of inputs: word, then one text a head; the last column is the joined value.
        gabung: how they were joined.
        rumus: formula, or ``None`` when there is no capaian.
        tanpa_rumus: the sentence shown instead.
        batas: what floor and cap did.
        penggaris: bands and skor.
        pita: why this band.
        sumber: one or more cells.
        riwayat: newest first.
    """

    aturan: str
    kepala: Sequence[str]
    masuk: Sequence[tuple[str, Sequence[str]]]
    gabung: str = ""
    rumus: Rumus | None = None
    tanpa_rumus: str = ""
    batas: str = ""
    penggaris: Penggaris | None = None
    pita: str = ""
    sumber: Sequence[Sumber] = ()
    riwayat: Sequence[Peristiwa] = ()


def bagaimana(p: Penjelasan) -> Html:
    """The panel. Its five steps always stand in the same order; a step without content says so."""
    rumus = _rumus(p.rumus) if p.rumus else f"<p>{isi(p.tanpa_rumus or 'Belum ada capaian untuk dihitung.')}</p>"
    ruler = _penggaris(p.penggaris) if p.penggaris else ""
    langkah = (
        ("Angka masuk", _masuk(p)),
        ("Rumus", rumus),
        ("Batas", f"<p>{isi(p.batas or 'Tidak ada yang dipotong.')}</p>"),
        ("Predikat", ruler + f'<p class="kecil">{isi(p.pita or "Belum berpredikat.")}</p>'),
        ("Sumber", "".join(_sumber(s) for s in p.sumber) or "<p>Belum ada berkas.</p>"),
    )
    daftar = "".join(f"<li><h3>{judul}</h3>{badan}</li>" for judul, badan in langkah)
    riwayat = f"<h2>Riwayat angka</h2>{_riwayat(p.riwayat)}" if p.riwayat else ""
    return Html(
        f'<section class="sk-panel"><h2>Bagaimana angka ini dibuat</h2><p class="kecil">{isi(p.aturan)}</p>'
        f"<ol>{daftar}</ol>{riwayat}</section>"
    )


def _masuk(p: Penjelasan) -> str:
    kepala = "".join(f'<th scope="col" class="kanan">{isi(k)}</th>' for k in p.kepala)
    baris = "".join(
        f'<tr><th scope="row">{isi(kata)}</th>{"".join(f"<td class=kanan>{isi(t)}</td>" for t in teks)}</tr>'
        for kata, teks in p.masuk
    )
    ekor = f'<p class="kecil">{isi(p.gabung)}</p>' if p.gabung else ""
    return f'<table class="sk-masuk"><thead><tr><th></th>{kepala}</tr></thead><tbody>{baris}</tbody></table>{ekor}'


def _pecahan(isi_pecahan: tuple[str, str]) -> str:
    return f'<span class="sk-pecahan"><span>{isi(isi_pecahan[0])}</span><span>{isi(isi_pecahan[1])}</span></span>'


def _rumus(r: Rumus) -> str:
    awal, akhir = isi(r.awal), isi(r.akhir)
    return (
        f'<div class="sk-rumus"><span>capaian = {awal}</span>{_pecahan(r.pecahan)}<span>{akhir} = {awal}</span>'
        f"{_pecahan(r.angka)}<span>{akhir} =</span> <b>{isi(r.hasil)}</b></div>"
    )


def _penggaris(g: Penggaris) -> str:
    """Bands to scale from 0 (or the skor, if negative) to the end; only the skor's own band is in full colour."""
    awal = min(0.0, g.skor)
    akhir = max(g.akhir, g.skor, 1.0)

    def persen(nilai: float) -> float:
        return (min(max(nilai, awal), akhir) - awal) / (akhir - awal) * 100

    badan = ""
    for urutan, (bawah, teks, label, gaya) in enumerate(g.pita):
        kiri = persen(bawah) if urutan else 0.0
        kanan = persen(g.pita[urutan + 1][0]) if urutan + 1 < len(g.pita) else 100.0
        redup = "" if label == g.label else " redup"
        badan += f'<i class="sk-isi-{gaya.posisi}{redup}" style="left:{kiri:.2f}%;width:{kanan - kiri:.2f}%"></i>'
        badan += f'<span class="tepi" style="left:{kiri:.2f}%">{isi(teks)}</span>' if urutan else ""
    s = persen(g.skor)
    sisi = f"right:{100 - s:.2f}%" if s > 40 else f"left:{s:.2f}%"
    kelas = "kini kiri" if s > 40 else "kini"
    tulisan = f'<b class="{kelas}" style="{sisi}">{isi(g.teks)} {isi(g.label)}</b>'
    return f'<div class="sk-penggaris">{tulisan}<u style="left:{s:.2f}%"></u>{badan}</div>'


def _sumber(s: Sumber) -> str:
    sel = f'{cip_sel(s.sel)} <span class="sk-redup">di</span> ' if s.sel else ""
    return f'<p>{sel}{isi(s.berkas)}</p>{isi(s.cuplikan)}<p class="kecil">{isi(s.jejak)}</p>'


def _riwayat(riwayat: Sequence[Peristiwa]) -> str:
    baris = "".join(
        f'<tr{"" if r.berlaku else " class=sk-redup"}><td class="waktu">{isi(r.waktu)}</td><td>{isi(r.teks)}</td>'
        f'<td class="kanan{" rapat" if len(r.semula + r.angka) <= RAPAT else ""}">{_dari_ke(r)}</td></tr>'
        for r in riwayat
    )
    return f'<table class="sk-masuk"><tbody>{baris}</tbody></table>'


def _dari_ke(r: Peristiwa) -> str:
    semula = f'<span class="semula">{isi(r.semula)} →</span> ' if r.semula else ""
    angka = f"<s>{isi(r.angka)}</s>" if r.dicoret else f"<b>{isi(r.angka)}</b>" if r.berlaku else isi(r.angka)
    return f"{semula}{angka}"
