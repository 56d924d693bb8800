"""What opens in place, without a rerun: native ``details``, which ``st.html`` keeps; closed on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from sakip_app.markup.safe import Html, isi, potongan_html
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.text.sentences import Potongan

_TITIK = " · "


def lipatan(ringkas: str | Html, dalam: Html, *, kelas: str = "sk-lipatan", kelompok: str = "") -> Html:
    """A line that opens what stands behind it.

    Args:
        ringkas: the line.
        dalam: what it opens.
        kelas: class of the whole.
        kelompok: of those with the same name only one stands open at a time.
    """
    name = f' name="{isi(kelompok)}"' if kelompok else ""
    return Html(
        f'<details class="{isi(kelas)}"{name}><summary><span>{isi(ringkas)}</span></summary>'
        f'<div class="sk-terbuka">{dalam}</div></details>'
    )


def butir_percaya(potongan: Sequence[Potongan], buka: Mapping[str, Html]) -> Html:
    """The pieces of a trust line side by side, each count as a line that opens its panel below them all.

    A semicolon or a lone dot stays with the count before it, so that a line never begins with one.

    Args:
        potongan: the pieces in order.
        buka: what the counts open, by ``Potongan.buka``; a count without any is plain text.
    """
    parts: list[str] = []
    for key, group in groupby(potongan, key=lambda p: p.buka if p.buka in buka else ""):
        if key:
            parts.append(lipatan(potongan_html(group), buka[key], kelas="sk-hitung", kelompok="percaya"))
            continue
        plain = list(group)
        first = plain[0].teks
        if parts and (first.startswith(";") or first == _TITIK):
            mark = ";" if first.startswith(";") else _TITIK.rstrip()
            parts[-1] = parts[-1].replace("</span></summary>", f"</span>{mark}</summary>", 1)
            plain[0] = plain[0]._replace(teks=first.removeprefix(mark))
        said = potongan_html(plain).strip()
        parts += [f"<span>{said}</span>"] if said else []
    return Html(" ".join(parts))


def daftar_terbuka(judul: str, kepala: Sequence[Kolom], baris: Sequence[Sequence[str | Html | None]]) -> Html:
    """The panel of a count: what is listed, where that has to be said, then a row each."""
    return Html(f"{_judul(judul)}{tabel(kepala, baris, tebal_pertama=False)}")


def nama_terbuka(judul: str, nama: Sequence[str | Html]) -> Html:
    """The panel of a count of names, in as many columns as there is room for."""
    rows = "".join(f"<li>{isi(satu)}</li>" for satu in nama)
    return Html(f'{_judul(judul)}<ul class="sk-nama">{rows}</ul>')


def _judul(judul: str) -> str:
    return f'<p class="judul">{isi(judul)}</p>' if judul else ""


def kalimat_terbuka(kalimat: Sequence[tuple[str, Html | None]]) -> Html:
    """Sentences under each other, each opening what stands behind it; one with nothing behind it is plain."""
    rows = "".join(lipatan(said, inside) if inside else f"<p>{isi(said)}</p>" for said, inside in kalimat)
    return Html(f'<div class="sk-sorotan">{rows}</div>' if rows else "")
