"""The deck in the browser: one ``<section class="slaid">`` a slide, drawn on 1920 by 1080 px, and their style.

For the page that shows them:

- ``draw_slides(dek)`` gives the sections one after the other; each is absolute at 0,0 and the page shows one at a time.
- A section carries ``data-kunci``, ``data-judul`` and ``data-jenis`` (agenda, janji, instansi, sorotan, peringkat,
  merah, unit, keputusan), and has one ``h1``. It needs no script; nothing in it has an ``id``.
- ``a[data-ke]`` on the agenda leads to ``#kunci``; rows of the red list carry ``data-ke`` as well, without a link.
- Each count of the trust line and each sentence that stands out is a ``<details>``: Enter on its ``summary`` opens a
  list over the slide, once more closes it; ``.gulir`` inside scrolls.
- ``[data-janji]`` is a row of the earlier follow-ups, from y = 400; ``.keputusan`` holds the decisions, from below the
  title. Both are ``.statis``: hidden as soon as the section has a child ``.hidup``, which the page lays over them.
- Between 0 and 56 px and below 1060 px nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

from sakip_app.markup.safe import Html
from sakip_app.reports.html.agenda import agenda
from sakip_app.reports.html.body import instansi
from sakip_app.reports.html.decisions import keputusan
from sakip_app.reports.html.frame import bingkai
from sakip_app.reports.html.highlights import sorotan
from sakip_app.reports.html.promises import janji
from sakip_app.reports.html.ranking import peringkat
from sakip_app.reports.html.red_list import merah
from sakip_app.reports.html.style import gaya
from sakip_app.reports.html.unit import unit
from sakip_app.reports.slides import (
    Dek,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    SlaidUnit,
)

__all__ = ["draw_slides", "gaya"]


def draw_slides(dek: Dek, indikator: Mapping[str, str] | None = None) -> Html:
    """All slides of a deck, in its order.

    Args:
        dek: what stands on them.
        indikator: what is shown for an indicator's code where a sentence opens; without it the unit and the name that
            the slides of the units know.

    Raises:
        TypeError: if the deck holds a slide of a kind that is not drawn here.
    """
    nama = {**_indikator(dek), **(indikator or {})}
    return Html("".join(bingkai(dek, slaid, n, *_satu(dek, slaid, nama)) for n, slaid in enumerate(dek.slaid, 1)))


def _satu(dek: Dek, slaid: Slaid, nama: Mapping[str, str]) -> tuple[str, Html]:
    """The kind of a slide, and what stands on it."""
    match slaid:
        case SlaidAgenda():
            return "agenda", agenda(slaid)
        case SlaidJanji():
            return "janji", janji(slaid)
        case SlaidInstansi():
            return "instansi", instansi(slaid)
        case SlaidSorotan():
            return "sorotan", sorotan(slaid, nama)
        case SlaidPeringkat():
            return "peringkat", peringkat(slaid)
        case SlaidMerah():
            return "merah", merah(slaid)
        case SlaidUnit():
            return "unit", unit(slaid, dek.triwulan)
        case SlaidKeputusan():
            return "keputusan", keputusan(slaid)
        case _:
            raise TypeError(f"slaid jenis {type(slaid).__name__} belum dapat digambar")


def _indikator(dek: Dek) -> dict[str, str]:
    """Unit, name and, for the worst of a unit, figures of every indicator that the slides know."""
    nama = {kode: f"{s.nama}: {uraian}" for s in dek.unit() for kode, uraian in s.pilihan}
    for s in dek.unit():
        for b in s.penahan:
            nama[b.kode] = f"{s.nama}: {b.nama}, {b.realisasi} {b.pembanding}, {b.capaian}"
    return nama
