"""The template of a unit and year, filled with what is kept: what a planner takes home and sends back."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from sakip_app import store
from sakip_app.screens.context import Instansi, engine
from sakip_app.screens.template_follow_ups import follow_ups_of, to_report
from sakip_app.store.stated import CATATAN, PEMISAH_INDUK
from sakip_app.text.dates import due_date
from sakip_app.text.words import stated, tw
from sakip_app.workbook.result import BarisIndikator
from sakip_app.workbook.template import IsiTemplat, UnitTemplat, write_template

DESIMAL = 9
"""A position taken from a position leaves the noise of floating point; nobody reports a tenth decimal."""
IDENTITAS = (
    "kode",
    "nama",
    "jenjang",
    "satuan",
    "polaritas",
    "konsolidasi",
    "skala",
    "kode_pk",
    "penanggung_jawab",
)
PANJANG_RENSTRA = 5


def template(instansi: Instansi, tahun: int, triwulan: int, kode_unit: Sequence[str]) -> bytes:
    """The workbook to be filled for one quarter, one sheet a unit.

    A unit without indicators in ``tahun`` gets those of the year before with nothing but their identity: what
    a new year begins with. One that never had any gets empty rows.

    Args:
        instansi: the body.
        tahun: the year reported.
        triwulan: the quarter to be reported, 1–4.
        kode_unit: the units, in the order of their sheets.
    """
    names = store.list_unit(engine(), instansi.kode, tahun).set_index("kode_unit")["nama"]
    now, before = (store.load_tahun(engine(), instansi.kode, year) for year in (tahun, tahun - 1))
    renstra = {
        year: store.load_renstra(engine(), instansi.kode, year).set_index(["kode_indikator", "tahun_target"])[
            "target"
        ]
        for year in (tahun, tahun - 1)
    }
    scales = {name: tuple(words) for name, words in store.list_skala(engine(), instansi.kode).items()}
    decided = to_report(store.list_tindak_lanjut(engine(), instansi.kode), tahun, triwulan)
    pelanjut = store.list_pelanjut(engine(), instansi.kode, tahun, triwulan)
    units = []
    for kode in kode_unit:
        kept = _rows(now, renstra[tahun], kode, triwulan, scales)
        rows = kept or _begun(before, renstra[tahun - 1], kode)
        promised = _promised(now, before, kode, triwulan)
        janji = follow_ups_of(decided, kode, now, before, pelanjut=pelanjut)
        units.append(UnitTemplat(kode, str(names[kode]), rows, promised, tersimpan=bool(kept), janji=janji))
    planned = sorted({year for unit in units for row in unit.baris for year in row.renstra})
    return write_template(
        IsiTemplat(
            kode_instansi=instansi.kode,
            instansi=instansi.nama,
            tahun=tahun,
            triwulan=triwulan,
            unit=units,
            tahun_renstra=planned or tuple(range(tahun, tahun + PANJANG_RENSTRA)),
            skala=scales,
            contoh=instansi.contoh,
        )
    )


def file_name(tahun: int, triwulan: int, nama: str) -> str:
    """What the template is called on the planner's disk."""
    words = re.sub(r"[^A-Za-z0-9]+", "_", f"{nama}").strip("_")
    return f"Templat_TW{triwulan}_{tahun}_{words}.xlsx"[:120]


def _rows(
    data: store.DataTahun,
    renstra: pd.Series,
    kode_unit: str,
    triwulan: int,
    scales: Mapping[str, Collection[str]],
) -> list[BarisIndikator]:
    """The unit's indicators with everything in force, and the notes of the quarter to be reported."""
    own = data.indikator[data.indikator["kode_unit"] == kode_unit]
    quarters = data.triwulanan.set_index(["kode_indikator", "triwulan"])
    rows = []
    for position, row in enumerate(own.to_dict("records")):
        kode = row["kode_indikator"]
        here = quarters.loc[kode]
        notes = here.loc[triwulan]
        reported, money = _reported(here, scales.get(stated(row["skala"]) or "", ())), _money(here)
        summed = row["cara_isi"] == "kumulatif" and row["konsolidasi"] == "jumlah"
        spent = row["cara_isi_anggaran"] == "kumulatif"
        rows.append(
            BarisIndikator(
                **_identity(row, position),
                bobot=_number(row["bobot"]),
                target_tahunan=_number(row["target_tahunan"]),
                target_teks=stated(row["target_tahunan_teks"]),
                target_bawah=_number(row["target_bawah"]),
                target_atas=_number(row["target_atas"]),
                target_renstra=_number(row["target_renstra"]),
                renstra=_years(renstra, kode),
                realisasi_lalu=_number(row["realisasi_lalu"]),
                pagu=_number(row["pagu"]),
                target=_quarters(here, "target"),
                cara_isi=stated(row["cara_isi"]),
                cara_isi_anggaran=stated(row["cara_isi_anggaran"]),
                realisasi=_positions(reported) if summed else reported,
                realisasi_anggaran=_positions(money) if spent else money,
                **_words(notes, CATATAN),
            )
        )
    return rows


def _begun(data: store.DataTahun, renstra: pd.Series, kode_unit: str) -> list[BarisIndikator]:
    """Last year's indicators as a new year begins: who they are, and what the five-year plan says."""
    own = data.indikator[data.indikator["kode_unit"] == kode_unit]
    rows = []
    for position, row in enumerate(own.to_dict("records")):
        years = _years(renstra, row["kode_indikator"])
        rows.append(
            BarisIndikator(
                **_identity(row, position),
                renstra=years,
                bobot=_number(row["bobot"]),
                target_renstra=years[max(years)] if years else None,
            )
        )
    return rows


def _identity(row: Mapping[Any, Any], position: int) -> dict[str, Any]:
    return {
        "kunci": row["kunci"],
        "sel": "",
        "baris": position,
        "uraian": row["uraian"],
        "induk": tuple((stated(row["induk"]) or "").split(PEMISAH_INDUK)) if stated(row["induk"]) else (),
        **_words(row, IDENTITAS),
    }


def _words(row: Mapping[Any, Any] | pd.Series, columns: Sequence[str]) -> dict[str, Any]:
    return {column: stated(row[column]) for column in columns}


def _promised(now: store.DataTahun, before: store.DataTahun, kode_unit: str, triwulan: int) -> dict[str, str]:
    """Per ``kunci`` what was promised in the quarter before, as one text."""
    data, quarter = (now, triwulan - 1) if triwulan > 1 else (before, 4)
    own = data.indikator[data.indikator["kode_unit"] == kode_unit].set_index("kode_indikator")["kunci"]
    told = data.triwulanan[
        (data.triwulanan["triwulan"] == quarter) & data.triwulanan["kode_indikator"].isin(own.index)
    ]
    promised = {}
    for row in told.to_dict("records"):
        plan, who, due = (stated(row[note]) for note in ("rencana_tindak_lanjut", "pic", "batas_waktu"))
        if plan:
            parts = (plan, who, f"batas {due_date(due)}" if due else None)
            promised[str(own[row["kode_indikator"]])] = f"{tw(quarter)}: " + " · ".join(
                part for part in parts if part
            )
    return promised


def _quarters(here: pd.DataFrame, jenis: str) -> dict[int, float | str | None]:
    words, numbers = here[f"{jenis}_teks"], here[jenis]
    return {quarter: stated(words[quarter]) or _number(numbers[quarter]) for quarter in here.index}


def _reported(here: pd.DataFrame, words: Collection[str]) -> dict[int, float | str | None]:
    """What was reported. A remark in the place of a figure is left blank: it stays in the history, and a template
    that repeated it would be refused for it.
    """
    known = {word.casefold() for word in words}
    told = _quarters(here, "realisasi")
    return {q: None if isinstance(v, str) and v.casefold() not in known else v for q, v in told.items()}


def _money(here: pd.DataFrame) -> dict[int, float | None]:
    return {quarter: _number(here.loc[quarter, "realisasi_anggaran"]) for quarter in here.index}


def _positions(added: Mapping[int, Any]) -> dict[int, Any]:
    """The year to date at the end of each quarter, for a row kept in positions: a row is never filled in two ways.

    A blank stays blank, and a word stays the word it is.
    """
    positions: dict[int, Any] = {}
    told: list[float] = []
    for quarter, value in sorted(added.items()):
        if isinstance(value, float):
            told.append(value)
            positions[quarter] = round(math.fsum(told), DESIMAL)
        else:
            positions[quarter] = value
    return positions


def _years(renstra: pd.Series, kode_indikator: str) -> dict[int, float | None]:
    if kode_indikator not in renstra.index.get_level_values(0):
        return {}
    return {int(year): _number(value) for year, value in renstra.loc[kode_indikator].items()}


def _number(value: float) -> float | None:
    return None if pd.isna(value) else round(float(value), DESIMAL)
