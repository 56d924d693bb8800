"""What frames a screen: style sheet, quarter rail, headline, trust line, KPI row, steps, empty state, foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sakip_app.charts import tokens
from sakip_app.markup.opened import butir_percaya
from sakip_app.markup.safe import Html, gabung_html, gambar, isi, potongan_html
from sakip_app.text.sentences import Potongan
from sakip_app.text.words import nama_triwulan

_XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
_LANGKAH_UNGGAH = ("Berkas", "Yang terbaca", "Temuan", "Perbedaan", "Simpan")


@cache
def gaya() -> Html:
    """The style sheet, colours from the one table of tokens. Hand it to ``st.html`` once, alone."""
    warna = {
        "tinta": tokens.TINTA,
        "redup": tokens.REDUP,
        "samar": tokens.SAMAR,
        "garis": tokens.GARIS,
        "garis2": tokens.GARIS_KUAT,
        "bidang": tokens.BIDANG,
        "jalur": tokens.JALUR,
        "nila": tokens.NILA,
        "nila-muda": tokens.NILA_MUDA,
    }
    baris = [f"--sk-{nama}:{nilai}" for nama, nilai in warna.items()]
    for pita in tokens.TANGGA:
        p = pita.posisi
        baris += [f"--sk-isi-{p}:{pita.isi}", f"--sk-tepi-{p}:{pita.tepi}", f"--sk-teks-{p}:{pita.teks}"]
        baris += [f"--sk-tint-{p}:{pita.tint}", f"--sk-di-isi-{p}:{pita.teks_di_isi}"]
    lembar = Path(__file__).with_name("gaya.css").read_text(encoding="utf-8")
    return Html(f"<style>:root{{{';'.join(baris)}}}\n{lembar}</style>")


def rel(triwulan_kini: int, triwulan: int) -> Html:
    """The quarter rail.

    Args:
        triwulan_kini: the latest quarter that has begun in the shown year (4 for a past year).
        triwulan: the quarter on screen, in indigo; other begun ones are ink, coming ones grey.
    """
    ruas = "".join(
        f'<i class="{"kini" if q == triwulan else "lalu" if q <= triwulan_kini else "nanti"}"></i>'
        for q in range(1, 5)
    )
    return Html(
        f'<div class="sk-rel" role="img" aria-label="{isi(nama_triwulan(triwulan))} dari empat">{ruas}</div>'
    )


def mata(instansi: str, keterangan: str = "") -> Html:
    """The line above the headline: whose page this is, and what must be known of its data."""
    kanan = f"<span>{isi(keterangan)}</span>" if keterangan else ""
    return Html(f'<p class="sk-mata"><span>{isi(instansi)}</span>{kanan}</p>')


def judul(kalimat: str) -> Html:
    """The headline of a screen, its only h1."""
    return Html(f'<h1 class="sk-h1">{isi(kalimat)}</h1>')


def seksi(kalimat: str, keterangan: str | None = None) -> Html:
    """Title of a section: a finding, and what is measured."""
    ekor = f"<p>{isi(keterangan)}</p>" if keterangan else ""
    return Html(f'<header class="sk-seksi"><h2>{isi(kalimat)}</h2>{ekor}</header>')


def baris_percaya(
    potongan: Sequence[Potongan],
    *,
    lapor: int = 0,
    unit: int = 0,
    terlambat: int = 0,
    buka: Mapping[str, Html] | None = None,
) -> Html:
    """The trust line, with one tick per unit when ``unit`` is given: ink reported, hollow missing, × late.

    ``buka`` holds what its counts open, by ``Potongan.buka``.
    """
    ticks = _takik(lapor, unit, terlambat)
    if buka:
        return Html(f'<div class="sk-percaya sk-percaya-buka">{ticks}{butir_percaya(potongan, buka)}</div>')
    return Html(f'<div class="sk-percaya">{ticks}<span>{potongan_html(potongan)}</span></div>')


def _takik(lapor: int, unit: int, terlambat: int) -> str:
    if unit < 1:
        return ""
    langkah = max(2.0, min(5.0, 320 / unit))
    lebar = max(1.0, langkah - 2)
    badan = ""
    for i in range(unit):
        x = i * langkah
        if i < lapor:
            badan += f'<rect x="{x:.1f}" width="{lebar:.1f}" height="16" fill="{tokens.TINTA}"/>'
        elif i < unit - terlambat:
            badan += (
                f'<rect x="{x + 0.5:.1f}" y=".5" width="{max(lebar - 1, 0.5):.1f}" height="15" fill="#fff" '
                f'stroke="{tokens.SAMAR}"/>'
            )
        else:
            x = (unit - terlambat) * langkah + (i - unit + terlambat) * 9 + 2
            badan += f'<path d="M{x:.1f} 4.5l6 7m0-7-6 7" stroke="{tokens.TEKS_BAHAYA}" stroke-width="1.8"/>'
    total = (unit - terlambat) * langkah + terlambat * 9 + 2
    return gambar(f'<svg {_XMLNS} width="{total:.0f}" height="16">{badan}</svg>', "sk-takik")


class Kpi(NamedTuple):
    """One cell of the KPI row; all texts are ready to show.

    Attributes:
        label: what is measured.
        label_pendek: the same in at most 18 characters, for a phone.
        nilai: the number.
        ekor: small words after the number, such as ``dari 14 selesai``.
        cip: a chip from ``marks``.
        catatan: the line below.
        percik: values of a sparkline, oldest first.
    """

    label: str
    nilai: str
    ekor: str = ""
    cip: Html | None = None
    catatan: Sequence[Potongan] = ()
    percik: Sequence[float] = ()
    label_pendek: str = ""


def baris_kpi(kpi: Sequence[Kpi]) -> Html:
    """The KPI row: four across, 2 × 2 on a phone."""
    return Html(f'<div class="sk-kpi">{"".join(_kpi(k) for k in kpi)}</div>')


def _kpi(k: Kpi) -> str:
    pendek = isi(k.label_pendek or k.label)
    label = f'<span class="sk-lebar">{isi(k.label)}</span><span class="sk-ponsel">{pendek}</span>'
    ekor = f"<small>{isi(k.ekor)}</small>" if k.ekor else ""
    return (
        f'<div><div class="l">{label}</div><div class="v">{isi(k.nilai)} {ekor}{isi(k.cip)}</div>'
        f'<div class="d">{potongan_html(k.catatan)}</div>{_percik(k.percik)}</div>'
    )


def _percik(nilai: Sequence[float]) -> str:
    if len(nilai) < 2:
        return ""
    bawah, atas = min(nilai), max(nilai)
    titik = [
        (4 + i * 88 / (len(nilai) - 1), 29 - (n - bawah) / ((atas - bawah) or 1) * 24) for i, n in enumerate(nilai)
    ]
    garis = " ".join(f"{x:.1f},{y:.1f}" for x, y in titik)
    x, y = titik[-1]
    svg = (
        f'<svg {_XMLNS} width="96" height="34"><polyline points="{garis}" fill="none" stroke="{tokens.SAMAR}" '
        f'stroke-width="1.6"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{tokens.TINTA}"/></svg>'
    )
    return gambar(svg, "sk-percik")


def langkah(kini: int, langkah: Sequence[str] = _LANGKAH_UNGGAH) -> Html:
    """The steps of an upload.

    Args:
        kini: index of the current step, 0-based.
        langkah: the names of all steps.
    """
    isi_langkah = []
    for i, nama in enumerate(langkah):
        kelas = "lewat" if i < kini else "kini" if i == kini else "nanti"
        kini_aria = ' aria-current="step"' if i == kini else ""
        isi_langkah.append(f'<li class="{kelas}"{kini_aria}><b>{"✓" if i < kini else i + 1}</b>{isi(nama)}</li>')
    return Html(f'<ol class="sk-langkah">{"".join(isi_langkah)}</ol>')


def fakta(bagian: Sequence[Sequence[Potongan]]) -> Html:
    """A line of facts about a file: name and size, sheet, form, counts."""
    return Html(f'<div class="sk-fakta">{"".join(f"<span>{potongan_html(b)}</span>" for b in bagian)}</div>')


def kosong(kalimat: str, keterangan: str | None = None, langkah: Sequence[tuple[str, str]] = ()) -> Html:
    """An empty state: what is the case, and at most two next steps. Buttons are the page's own widgets.

    Args:
        kalimat: the sentence.
        keterangan: one more line.
        langkah: pairs of a step and its explanation.
    """
    daftar = "".join(f"<li><b>{isi(a)}</b><div>{isi(b)}</div></li>" for a, b in langkah)
    return gabung_html(
        [
            Html(f'<div class="sk-kosong"><p class="sk-kosong-kalimat">{isi(kalimat)}</p>'),
            Html(f"<p>{isi(keterangan)}</p>" if keterangan else ""),
            Html(f"<ol>{daftar}</ol>" if daftar else ""),
            Html("</div>"),
        ]
    )


def kaki(kiri: str, kanan: str) -> Html:
    """The foot of a page: state of the data, and whose it is."""
    return Html(f'<footer class="sk-kaki"><span>{isi(kiri)}</span><span>{isi(kanan)}</span></footer>')
