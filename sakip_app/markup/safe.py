"""Escaping: the one way text becomes HTML."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape

from sakip_app.text.sentences import Potongan

# A page of the app with its filters; anything with a scheme, a host or a backslash leads elsewhere.
_ALAMAT_DALAM = re.compile(r"/?[\w-]*(\?[\w\-=&%.+~]*)?", re.ASCII)


class Html(str):
    """A string that is already safe HTML, made by this package."""

    __slots__ = ()


def isi(teks: str | Html | None) -> Html:
    """Text escaped, safe HTML as it is, nothing for ``None``.

    Examples:
        >>> isi("a < b & c"), isi(Html("<b>x</b>")), isi(None)
        ('a &lt; b &amp; c', '<b>x</b>', '')
    """
    if teks is None:
        return Html("")
    return teks if isinstance(teks, Html) else Html(escape(str(teks), quote=True))


def gabung_html(bagian: Iterable[str | Html | None]) -> Html:
    """The parts one after the other, each escaped unless safe."""
    return Html("".join(isi(b) for b in bagian))


def potongan_html(potongan: Iterable[Potongan]) -> Html:
    """Pieces of a sentence with their bold and warning parts."""
    hasil = []
    for p in potongan:
        teks = isi(p.teks)
        if p.bahaya:
            hasil.append(f'<b class="sk-bahaya">{teks}</b>')
        else:
            hasil.append(f"<b>{teks}</b>" if p.tebal else teks)
    return Html("".join(hasil))


def tautan(teks: str | Html, alamat: str | None) -> Html:
    """A link within the app, or the text alone.

    The browser loads the page anew (a new session), so the address must carry the filters. Only addresses that
    stay in the app are accepted.

    Raises:
        ValueError: if the address leads elsewhere.
    """
    if alamat is None:
        return isi(teks)
    if not _ALAMAT_DALAM.fullmatch(alamat):
        raise ValueError(f"tautan hanya di dalam aplikasi, bukan {alamat!r}")
    return Html(f'<a class="sk-tautan" href="{escape(alamat, quote=True)}">{isi(teks)}</a>')


def gambar(svg: str, kelas: str, teks: str = "") -> Html:
    """A small drawing as an image: ``st.html`` drops inline SVG but keeps images that carry their data.

    Args:
        svg: a complete drawing made by this package, with ``xmlns``, width and height.
        kelas: class of the image.
        teks: alternative text; empty when the words beside it say the same.
    """
    data = b64encode(svg.encode()).decode()
    return Html(f'<img class="{kelas}" alt="{isi(teks)}" src="data:image/svg+xml;base64,{data}">')
