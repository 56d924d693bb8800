"""The template of every unit of both bodies: sent back untouched it changes nothing that is kept."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from sakip_app import store
from sakip_app.screens import context
from sakip_app.screens.template import file_name, template
from sakip_app.workbook import read_units
from sakip_app.workbook.result import HasilBaca

#: The template says how quarters are filled in; a sheet of the example does not.
BARU_DINYATAKAN = {"cara_isi"}
#: Who an indicator is: all that a template nobody touched states.
IDENTITAS = {"uraian", "induk", "kode", "nama", "jenjang", "satuan"}


def body(kode: str) -> context.Instansi:
    return context._instansi(kode, store.data_version(context.engine()))


def units(kode: str, tahun: int) -> list[str]:
    return list(store.list_unit(context.engine(), kode, tahun)["kode_unit"])


def compared(hasil: HasilBaca, kode: str) -> pd.DataFrame:
    assert hasil.templat is not None
    assert hasil.tahun is not None
    return store.compare(
        context.engine(),
        hasil,
        kode_instansi=kode,
        kode_unit=hasil.templat.kode_unit,
        tahun=hasil.tahun,
        polaritas={},
    )


@pytest.mark.parametrize(("kode", "tahun"), [("contoh", 2026), ("kpu-contoh", 2026)])
def test_a_template_sent_back_untouched_changes_nothing(example: Path, kode: str, tahun: int) -> None:
    wanted = units(kode, tahun)[::6] if kode == "contoh" else units(kode, tahun)
    read = read_units(template(body(kode), tahun, 4, wanted), "templat.xlsx")
    assert [hasil.templat.kode_unit for hasil in read if hasil.templat] == wanted
    seen = 0
    for hasil in read:
        assert not [finding for finding in hasil.temuan if finding.tingkat == "galat"]
        untouched = compared(hasil, kode)
        assert set(untouched["jenis"]) <= IDENTITAS
        assert set(untouched["keadaan"]) == {"sama"}
        # As if a person had typed every value in it: each comes back as it is kept.
        rows = tuple(dataclasses.replace(row, tetap=frozenset()) for row in hasil.indikator)
        beda = compared(dataclasses.replace(hasil, indikator=rows), kode)
        changed = beda[(beda["keadaan"] != "sama") & ~beda["jenis"].isin(BARU_DINYATAKAN)]
        assert changed.empty, changed.to_string()
        seen += len(beda)
    assert seen > 2000


def test_a_new_year_begins_with_the_indicators_of_the_last(example: Path) -> None:
    kode_unit = units("kpu-contoh", 2026)[1]
    read = read_units(template(body("kpu-contoh"), 2027, 1, [kode_unit]), "templat.xlsx")[0]
    before = store.load_tahun(context.engine(), "kpu-contoh", 2026).indikator
    before = before[before["kode_unit"] == kode_unit]
    assert [row.kunci for row in read.indikator] == list(before["kunci"])
    assert read.tahun == 2027
    assert all(row.target_tahunan is None and not any(row.realisasi.values()) for row in read.indikator)
    planned = store.load_renstra(context.engine(), "kpu-contoh", 2026, kode_unit)
    planned = planned[planned["tahun_target"] == 2027].set_index("kode_indikator")["target"]
    told = {row.kunci: row.renstra.get(2027) for row in read.indikator}
    for kode, target in planned.items():
        assert told[before.set_index("kode_indikator").loc[kode, "kunci"]] == target
    assert len(planned) > 5
    ends = store.load_renstra(context.engine(), "kpu-contoh", 2026, kode_unit)
    ends = ends[ends["tahun_target"] == 2029].set_index("kode_indikator")["target"]  # the last year that it plans
    final = {row.kunci: row.target_renstra for row in read.indikator}
    assert {before.set_index("kode_indikator").loc[kode, "kunci"]: end for kode, end in ends.items()} == {
        kunci: end for kunci, end in final.items() if end is not None
    }
    assert not any(row.tetap for row in read.indikator)  # nothing of 2027 is kept: what comes back is stated


def test_what_was_promised_last_quarter_stands_in_the_next_template(example: Path) -> None:
    data = store.load_tahun(context.engine(), "contoh", 2026).triwulanan
    promised = data[(data["triwulan"] == 2) & data["rencana_tindak_lanjut"].notna()]
    kode_unit = (
        store.load_tahun(context.engine(), "contoh", 2026)
        .indikator.set_index("kode_indikator")
        .loc[promised["kode_indikator"].iloc[0], "kode_unit"]
    )
    made = template(body("contoh"), 2026, 3, [kode_unit])
    sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[1]
    text = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(promised["rencana_tindak_lanjut"].iloc[0] in words and "TW II" in words for words in text)


def test_the_file_names_quarter_year_and_unit() -> None:
    assert file_name(2026, 2, "Dinas Kesehatan / RSUD") == "Templat_TW2_2026_Dinas_Kesehatan_RSUD.xlsx"
