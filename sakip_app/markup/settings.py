"""What Pengaturan shows beside its fields: basis, worked example, what was just kept."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.markup.safe import Html, gabung_html, isi


def kabar(teks: str) -> Html:
    """What was just kept, read out by a screen reader."""
    return Html(f'<p class="sk-kabar" role="status"><b aria-hidden="true">✓</b> {isi(teks)}</p>')


def galat_isian(teks: str) -> Html:
    """Why a field is not accepted, right below it."""
    return Html(f'<p class="sk-galat-isian" role="alert">{isi(teks)}</p>')


def contoh_isian(kalimat: str, hasil: str | Html, *, keterangan: str | None = None) -> Html:
    """A worked example: the case, and what the draft makes of it."""
    ekor = f"<small>{isi(keterangan)}</small>" if keterangan else ""
    return Html(
        f'<div class="sk-contoh"><span class="l">Contoh</span><p>{isi(kalimat)}</p><p class="hasil">{isi(hasil)}</p>'
        f"{ekor}</div>"
    )


def dasar_isian(dasar: str, tingkat: Sequence[tuple[str, str]]) -> Html:
    """On what a field rests: the basis, and a chip for how certain it is, with its meaning as title."""
    chips = gabung_html(
        Html(f'<span class="sk-cip sk-garis" title="{isi(arti)}">{isi(kata)}</span> ') for kata, arti in tingkat
    )
    return Html(f'<div class="sk-dasar"><span class="l">Dasar</span> {chips}<p>{isi(dasar)}</p></div>')


def nama_isian(nama: str, arti: str) -> Html:
    """Name of a field and what it decides."""
    return Html(f'<div class="sk-isian"><h3>{isi(nama)}</h3><p>{isi(arti)}</p></div>')


def butir(baris: Sequence[str | Html]) -> Html:
    """A short list of facts."""
    return Html(f'<ul class="sk-butir">{"".join(f"<li>{isi(b)}</li>" for b in baris)}</ul>') if baris else Html("")
