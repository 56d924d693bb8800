"""A rule set being edited: what is typed, read into a rule, or the sentences that say what is wrong with it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.text.numbers import MINUS, format_batas
from sakip_metrics import Aturan, PitaPredikat

PITA = tuple[str, str]
"""Label and lower edge of a band, as typed."""
_ANGKA = re.compile(r"[-−]?\d{1,6}(,\d{1,6})?", re.ASCII)
PITA_TERBANYAK = 9


@dataclass(frozen=True, slots=True)
class Draf:
    """What the fields say: the rule where all of them can be read, else a sentence for each that cannot."""

    aturan: Aturan | None
    galat: Mapping[str, str]
    catatan: Mapping[str, str]


def typed(aturan: Aturan) -> dict[str, Any]:
    """A rule as its fields show it; the opposite of :func:`read`."""
    *upper, lowest = aturan.predikat
    return {
        "rumus_minimal": aturan.rumus_minimal,
        "rasio_realisasi_nol": _written(aturan.rasio_realisasi_nol),
        "batas_atas": _written(aturan.batas_atas),
        "batas_bawah": _written(aturan.batas_bawah),
        "triwulan_kosong": aturan.triwulan_kosong,
        "cakupan_minimum": _written(aturan.cakupan_minimum),
        "predikat": [*((band.label, _written(band.batas)) for band in upper), (lowest.label, "")],
        "tepi": aturan.tepi,
        "acuan_penyerapan": [_written(step) for step in aturan.acuan_penyerapan],
    }


def _written(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def read(isian: Mapping[str, Any], nama: str = "draf") -> Draf:
    """The rule that the fields describe.

    Every field is checked here and told in Indonesian; ``Aturan`` itself would only refuse, in English.
    """
    galat: dict[str, str] = {}

    def number(field: str, text: str, *, empty: bool = False) -> float | None:
        value, wrong = _number(text)
        if value is None and not (empty and not text.strip()):
            galat[field] = wrong or "Isi dengan angka, misalnya 100."
        return value

    cap = number("batas_atas", isian["batas_atas"], empty=True)
    floor = number("batas_bawah", isian["batas_bawah"], empty=True)
    if cap is not None and cap <= 0:
        galat["batas_atas"] = "Batas atas harus lebih dari 0, atau dikosongkan."
    elif cap is not None and floor is not None and floor >= cap:
        galat["batas_bawah"] = f"Batas bawah harus di bawah batas atas, yaitu {format_batas(cap)}."
    at_zero = number("rasio_realisasi_nol", isian["rasio_realisasi_nol"])
    if at_zero is not None and at_zero < 0:
        galat["rasio_realisasi_nol"] = "Capaian ini tidak boleh negatif."
    coverage = number("cakupan_minimum", isian["cakupan_minimum"])
    if coverage is not None and not 0 <= coverage <= 100:
        galat["cakupan_minimum"] = "Cakupan adalah persen dari 0 sampai 100."
    steps = [number("acuan_penyerapan", text) for text in isian["acuan_penyerapan"]]
    known = [step for step in steps if step is not None]
    if len(known) == 4 and not 0 <= known[0] <= known[1] <= known[2] <= known[3] <= 100:
        galat["acuan_penyerapan"] = "Acuan adalah persen dari 0 sampai 100 yang tidak turun dari TW I ke TW IV."
    bands, wrong = _bands(isian["predikat"])
    if wrong:
        galat["predikat"] = wrong
    if galat or at_zero is None or coverage is None:
        return Draf(None, galat, {})
    aturan = Aturan(
        nama,
        rumus_minimal=isian["rumus_minimal"],
        rasio_realisasi_nol=at_zero,
        batas_atas=cap,
        batas_bawah=floor,
        triwulan_kosong=isian["triwulan_kosong"],
        cakupan_minimum=coverage,
        predikat=bands,
        tepi=isian["tepi"],
        acuan_penyerapan=(known[0], known[1], known[2], known[3]),
    )
    return Draf(_coloured(aturan), {}, _remarks(aturan))


def _number(text: str) -> tuple[float | None, str]:
    tidy = text.strip().removesuffix("%").rstrip()
    if not tidy:
        return None, "Isi dengan angka, misalnya 100."
    if not _ANGKA.fullmatch(tidy):
        hint = " Desimal memakai koma." if "." in tidy else ""
        return None, f"“{text.strip()}” bukan angka.{hint}"
    return float(tidy.replace(MINUS, "-").replace(",", ".")), ""


def _bands(rows: Sequence[PITA]) -> tuple[tuple[PitaPredikat, ...], str]:
    labels = [label.strip() for label, _ in rows]
    if len(rows) < 2:
        return (), "Sedikitnya dua pita."
    if "" in labels:
        return (), f"Pita ke-{labels.index('') + 1} belum bernama."
    folded = [label.casefold() for label in labels]
    twice = next((label for n, label in enumerate(labels) if folded[n] in folded[:n]), None)
    if twice is not None:
        return (), f"Nama “{twice}” dipakai dua kali."
    edges: list[float] = []
    for label, text in rows[:-1]:
        value, wrong = _number(text)
        if value is None:
            return (), f"Batas bawah {label.strip()}: {wrong[:1].lower()}{wrong[1:]}"
        if edges and value >= edges[-1]:
            return (), f"Batas bawah {label.strip()} harus lebih rendah daripada pita di atasnya."
        edges.append(value)
    return tuple(PitaPredikat(edge, label) for edge, label in zip([*edges, -math.inf], labels, strict=True)), ""


def _coloured(aturan: Aturan) -> Aturan:
    """Each band in the colour of its place."""
    looks = gaya_predikat(aturan)
    bands = tuple(PitaPredikat(band.batas, band.label, looks[band.label].isi) for band in aturan.predikat)
    return replace(aturan, predikat=bands)


def _remarks(aturan: Aturan) -> dict[str, str]:
    """What is allowed, but hardly meant."""
    top = aturan.predikat[0]
    cap = aturan.batas_atas
    if cap is not None and (top.batas > cap or (top.batas == cap and aturan.tepi == ">")):
        return {"predikat": f"{top.label} tidak akan tercapai: skor dibatasi {format_batas(cap)}."}
    return {}
