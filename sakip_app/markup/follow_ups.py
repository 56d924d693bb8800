"""A follow-up as a line: what and its state, who and until when, the newest word, its history folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sakip_app.markup.opened import lipatan
from sakip_app.markup.safe import Html, isi


class ButirJanji(NamedTuple):
    """One follow-up; all texts are ready to show.

    Attributes:
        apa: what is to be done.
        cip: its state as a chip.
        rincian: indicator, person in charge, due date, in order.
        kata: the newest word on it.
        siapa_kata: whose that is, and when.
        bukti: the evidence.
        asal: the meeting it comes from.
        riwayat: pairs of who and when, and what; oldest first.
        ditarik: who withdrew it, when and why.
    """

    apa: str
    cip: Html
    rincian: Sequence[str | Html] = ()
    kata: str | None = None
    siapa_kata: str = ""
    bukti: str | Html | None = None
    asal: str = ""
    riwayat: Sequence[tuple[str, str | Html]] = ()
    ditarik: str | None = None


def janji(b: ButirJanji) -> Html:
    """The line."""
    name = f"<s>{isi(b.apa)}</s>" if b.ditarik is not None else f"<b>{isi(b.apa)}</b>"
    details = "".join(f"<span>{isi(satu)}</span>" for satu in b.rincian)
    word = f'<p class="kata">“{isi(b.kata)}” <small>{isi(b.siapa_kata)}</small></p>' if b.kata else ""
    proof = f'<p class="bukti">Bukti: {isi(b.bukti)}</p>' if b.bukti else ""
    gone = f'<p class="sk-ditarik">{isi(b.ditarik)}</p>' if b.ditarik is not None else ""
    steps = "".join(f"<li><small>{isi(who)}</small><div>{isi(what)}</div></li>" for who, what in b.riwayat)
    past = lipatan(f"Riwayat, {len(b.riwayat)} langkah", Html(f"<ol>{steps}</ol>")) if steps else ""
    return Html(
        f'<div class="sk-janji"><p class="apa">{name} {b.cip}</p><p class="rincian">{details}</p>'
        f'{word}{proof}{gone}<p class="asal">{isi(b.asal)}</p>{past}</div>'
    )


def daftar_janji(butir: Sequence[ButirJanji]) -> Html:
    """Several lines, hairlines between them."""
    return Html(f'<div class="sk-daftar-janji">{"".join(janji(b) for b in butir)}</div>' if butir else "")
