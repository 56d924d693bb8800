"""Words of the field that mean two things: "capaian" is the percentage reached, and to some the value itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sakip_app.workbook.columns import KolomTerbaca

_PERSEN = re.compile(r"%|persen|prosen|tingkat|terhadap|rasio|indeks capaian|r ?/ ?t")
_MENJADI = {"persen": "realisasi", "persen_bulan": "realisasi_bulan"}
CAPAIAN = frozenset({"capaian_tercetak", *_MENJADI})


def capaian_as_realisasi(kolom: Sequence[KolomTerbaca]) -> list[KolomTerbaca]:
    """Columns "Capaian" that hold what was reached, as realisasi.

    Only where the sheet has no realisasi, and the word is told from a percentage by the sheet itself: another column
    says "% capaian", or there is a capaian for each quarter beside a target for each. ``teks`` keeps the header, so
    that a finding can name what was read how.
    """
    if any(k.peran.startswith("realisasi") and k.peran != "realisasi_lalu" for k in kolom):
        return list(kolom)
    capaian = [k for k in kolom if k.peran in CAPAIAN]
    polos = [k for k in capaian if not _PERSEN.search(k.teks)]
    berpersen = len(polos) < len(capaian)
    per_masa = any(k.triwulan for k in polos) and any(k.peran == "target" for k in kolom)
    if not polos or not (berpersen or per_masa):
        return list(kolom)
    return [
        replace(k, peran=_role(k), label=k.label.replace("Capaian", "Realisasi")) if k in polos else k
        for k in kolom
    ]


def _role(kolom: KolomTerbaca) -> str:
    if kolom.peran in _MENJADI:
        return _MENJADI[kolom.peran]
    return "realisasi_ini" if re.search(r"\b(tw|triwulan)$", kolom.teks) else "realisasi_tahun"
