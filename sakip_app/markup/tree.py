"""A tree that folds: nested ``details``, one row a branch, its figures in the same columns at every depth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sakip_app.markup.safe import Html, isi


@dataclass(frozen=True, slots=True)
class Ranting:
    """One row; all texts are ready to show.

    Attributes:
        nama: what it is, or a link to it.
        keterangan: the smaller line below.
        sel: one text a column; a text reaches over the columns of ``None`` that follow it.
        tebal: the name in bold.
        buka: unfolded at first.
        anak: what stands below it; without any it does not fold.
    """

    nama: str | Html
    keterangan: str | Html | None
    sel: Sequence[str | Html | None]
    tebal: bool = False
    buka: bool = False
    anak: Sequence[Ranting] = ()


def pohon(judul: str, kolom: Sequence[str], ranting: Sequence[Ranting], *, kosong: str) -> Html:
    """The tree with its heads.

    Args:
        judul: head of the names.
        kolom: heads of the columns.
        ranting: the rows at the top.
        kosong: sentence where there are none.
    """
    if not ranting:
        return Html(f'<p class="sk-kosong-sel">{isi(kosong)}</p>')
    heads = "".join(f"<span>{isi(kata)}</span>" for kata in kolom)
    body = "".join(_row(r, kolom) for r in ranting)
    return Html(
        f'<div class="sk-pohon"><div class="baris kepala" aria-hidden="true"><span>{isi(judul)}</span>{heads}</div>'
        f"{body}</div>"
    )


def _row(r: Ranting, kolom: Sequence[str]) -> str:
    below = f"<small>{isi(r.keterangan)}</small>" if r.keterangan else ""
    name = f"<b>{isi(r.nama)}</b>" if r.tebal else isi(r.nama)
    line = f'<span class="nama">{name}{below}</span>{_cells(r.sel, kolom)}'
    if not r.anak:
        return f'<div class="baris">{line}</div>'
    inner = "".join(_row(anak, kolom) for anak in r.anak)
    return (
        f'<details{" open" if r.buka else ""}><summary class="baris">{line}</summary>'
        f'<div class="anak">{inner}</div></details>'
    )


def _cells(sel: Sequence[str | Html | None], kolom: Sequence[str]) -> str:
    """The cells of a row; each says its head to those who cannot see the column, and on a phone to everybody."""
    cells = ""
    for position, (text, head) in enumerate(zip(sel, kolom, strict=True)):
        if text is None:
            continue
        width = 1
        while position + width < len(sel) and sel[position + width] is None:
            width += 1
        reach = f' style="grid-column:span {width}"' if width > 1 else ""
        spoken = "" if width > 1 or not text else f'<i class="l">{isi(head)} </i>'
        cells += f'<span class="k{position + 1}"{reach}>{spoken}{isi(text)}</span>'
    return cells
