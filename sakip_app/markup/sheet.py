"""The sheet as it was read: real column letters and row numbers, what each column was taken for, marked cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sakip_app.markup.safe import Html, isi

PERAN = {
    "indikator": "Indikator",
    "satuan": "Satuan",
    "target": "Target",
    "lalu": "sudah tersimpan",
    "realisasi": "Realisasi",
    "rupiah": "Realisasi Rp",
    "konteks": "Program/kegiatan",
    "catatan": "Catatan",
    "tanya": "isinya apa?",
    "abai": "",
}
"""Roles a column can have and their default words; ``abai`` was not read and stays white, as ``tanya``, which is
asked about."""


class KolomLembar(NamedTuple):
    """A column of the picture.

    Attributes:
        huruf: column letter.
        peran: a key of ``PERAN``.
        label: words above it, such as ``Realisasi TW III``; default from ``PERAN``.
        lebar: px.
        kiri: text column, left-aligned.
    """

    huruf: str
    peran: str = "abai"
    label: str | None = None
    lebar: int = 80
    kiri: bool = False


class SelTanda(NamedTuple):
    """A mark on a cell: ``ubah`` (differs from what is stored), ``sorot``, ``peringatan`` or ``galat``."""

    jenis: str
    nomor: int | None = None


class BarisLembar(NamedTuple):
    """A row of the picture: its number in the sheet and the shown text per column.

    ``kepala`` is a row of the table's header, ``kop`` one of the words above it, which run across the sheet.
    """

    nomor: int
    sel: Sequence[str]
    kepala: bool = False
    kop: bool = False


def lembar(
    kolom: Sequence[KolomLembar],
    baris: Sequence[BarisLembar],
    tanda: Mapping[str, SelTanda] | None = None,
    *,
    peran: bool = True,
) -> Html:
    """Picture of a part of a sheet.

    Args:
        kolom: shown columns, left to right.
        baris: shown rows, by number; a jump in the numbers is drawn as ``···``.
        tanda: marks by cell address such as ``S15``.
        peran: show the roles above the letters.

    Raises:
        ValueError: if a row has another number of cells than there are columns.
    """
    tanda = tanda or {}
    badan = ""
    sebelum = baris[0].nomor - 1 if baris else 0
    sorot = {alamat for alamat, t in tanda.items() if t.jenis in {"sorot", "ubah"}}
    for b in baris:
        if b.kop:
            sebelum = b.nomor
            words = " · ".join(teks for teks in b.sel if teks)
            badan += f'<tr class="kop"><th>{b.nomor}</th><td colspan="{len(kolom)}">{isi(words)}</td></tr>'
            continue
        if b.nomor > sebelum + 1 and not b.kepala:
            badan += f'<tr class="sela"><th>···</th><td colspan="{len(kolom)}"></td></tr>'
        sebelum = b.nomor
        sel = "".join(
            _kepala(teks) if b.kepala else _sel(k, teks, tanda.get(f"{k.huruf}{b.nomor}"))
            for k, teks in zip(kolom, b.sel, strict=True)
        )
        kena = any(f"{k.huruf}{b.nomor}" in sorot for k in kolom) and not peran
        badan += (
            f"<tr{' class=judul' if b.kepala else ''}><th{' class=kena' if kena else ''}>{b.nomor}</th>{sel}</tr>"
        )
    kena_huruf = {a.rstrip("0123456789") for a in sorot} if not peran else set()
    huruf = "".join(
        f'<th scope="col"{" class=kena" if k.huruf in kena_huruf else ""}>{isi(k.huruf)}</th>' for k in kolom
    )
    lebar = "".join(f'<col style="width:{int(k.lebar)}px">' for k in kolom)
    atas = _peran(kolom) if peran else ""
    nomor = 24 + 8 * len(str(max((b.nomor for b in baris), default=1)))
    total = nomor + sum(int(k.lebar) for k in kolom)
    return Html(
        f'<div class="sk-gulir"><table class="sk-lembar" style="width:{total}px"><colgroup>'
        f'<col style="width:{nomor}px">{lebar}</colgroup><thead>{atas}<tr class="huruf"><th></th>{huruf}</tr></thead>'
        f"<tbody>{badan}</tbody></table></div>"
    )


def _peran(kolom: Sequence[KolomLembar]) -> str:
    sel = ""
    for (jenis, label, _), kelompok in groupby(kolom, key=_bersama):
        teks = PERAN[jenis] if label is None else label
        sel += f'<th colspan="{len(list(kelompok))}" class="peran-{jenis}">{isi(teks)}</th>'
    return f'<tr class="peran"><th></th>{sel}</tr>'


def _bersama(k: KolomLembar) -> tuple[str, str | None, str]:
    """What neighbours must share to stand under one label; a column that is asked about has its own."""
    return k.peran, k.label, k.huruf if k.peran == "tanya" else ""


def _kepala(teks: str) -> str:
    return f'<td class="kepala">{isi(teks)}</td>'


def _sel(k: KolomLembar, teks: str, tanda: SelTanda | None) -> str:
    kelas = [f"kolom-{k.peran}"]
    if k.kiri:
        kelas.append("kiri")
    nomor = ""
    if tanda is not None:
        kelas.append(f"tanda-{isi(tanda.jenis)}")
        if tanda.nomor is not None:
            jenis = "galat" if tanda.jenis == "galat" else "peringatan"
            nomor = f'<span class="sk-nomor sk-nomor-{jenis}">{tanda.nomor}</span>'
    return f'<td class="{" ".join(kelas)}"><div>{nomor}<span>{isi(teks)}</span></div></td>'


def kunci_lembar(n_lain: int = 0, *, ubah: bool = True, temuan: bool = True) -> Html:
    """The key below the picture.

    Args:
        n_lain: rows read but not shown.
        ubah: name the mark of what differs from what is stored.
        temuan: name the marks of findings.
    """
    lain = f"<span>{n_lain} baris lain tidak ditampilkan</span>" if n_lain else ""
    changed = '<span><i class="sk-contoh-ubah"></i>berubah dari yang tersimpan</span>' if ubah else ""
    found = (
        '<span><b class="sk-nomor sk-nomor-peringatan">1</b>peringatan</span>'
        '<span><b class="sk-nomor sk-nomor-galat">1</b>galat</span>'
    )
    return Html(f'<div class="sk-kunci">{changed}{found if temuan else ""}{lain}</div>')
