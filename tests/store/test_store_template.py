"""Twenty ways to fill the template wrongly, from the bytes to the store: kept whole or not at all, never by halves."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from sakip_app.store import (
    Kiriman,
    SimpanDitolakError,
    UnitBaru,
    add_instansi,
    add_units,
    commit_uploads,
    list_unggahan,
    load_tahun,
)
from sakip_app.store import tables as t
from sakip_app.store.database import reading
from sakip_app.workbook import BerkasDitolakError, read_units
from sakip_app.workbook.template import write_template
from tests.workbook.forms import rewrite
from tests.workbook.templates import (
    BARIS,
    DINAS,
    DOKUMEN,
    INFLASI,
    KEMATIAN,
    LAIN,
    OPINI,
    cell,
    content,
    edited,
    letters,
    reworked,
    stated_whole,
    template,
    typed,
)

BODY = "kab-contoh"


@pytest.fixture
def body(store: sa.Engine) -> sa.Engine:
    """A body whose two units already reported once; that report must outlive every wrong file."""
    add_instansi(store, kode=BODY, nama="Kabupaten Contoh", jenis="kabupaten", pelaku="admin")
    add_units(store, BODY, [UnitBaru("1.02", "Dinas Kesehatan"), UnitBaru("1.03", "Dinas Lain")], pelaku="admin")
    assert send(store, stated_whole(template(DINAS, LAIN))) is None
    return store


def send(engine: sa.Engine, data: bytes, unit: str | None = None, tahun: int | None = None) -> str | None:
    """Hand in a file as the screen does; the kode of its refusal, or ``None`` when it was kept."""
    try:
        parts = [
            Kiriman(hasil, unit or hasil.templat.kode_unit, tahun or hasil.templat.tahun)
            for hasil in read_units(data, "templat.xlsx")
            if hasil.templat is not None
        ]
        commit_uploads(engine, parts, data, kode_instansi=BODY, pelaku="perencana")
    except (BerkasDitolakError, SimpanDitolakError) as refusal:
        return refusal.kode if refusal.pesan and refusal.saran else "tanpa kalimat"
    return None


def everything(engine: sa.Engine) -> dict[str, int]:
    with reading(engine) as connection:
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in t.metadata.sorted_tables
        }


def swapped(ws: object) -> None:
    """The indicators sorted by their names alone, without the rest of their rows."""
    column = letters(ws)["Indikator kinerja"]
    first, second = cell("Indikator kinerja", KEMATIAN), cell("Indikator kinerja", DOKUMEN)
    assert first.startswith(column)
    ws[first].value, ws[second].value = ws[second].value, ws[first].value  # type: ignore[index]


def without_column(name: str) -> bytes:
    def remove(ws: object) -> None:
        for row in ws.iter_rows(min_row=6, max_row=7):  # type: ignore[attr-defined]
            for one in row:
                if one.value == name:
                    one.value = None

    return edited(template(), remove)


def copied_sheet(book: object) -> None:
    book.copy_worksheet(book["Dinas Kesehatan"]).title = "Salinan"  # type: ignore[index, attr-defined]


LAST_YEAR = content(DINAS)
#: What was done to the file, and the kode with which it comes back.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "text in a number": (lambda: typed("Realisasi/TW III", "sudah selesai")[0], "unggahan-bergalat"),
    "stray letters": (lambda: typed("Realisasi/TW III", "l31")[0], "unggahan-bergalat"),
    "formula never calculated": (lambda: typed("Realisasi/TW III", "=SUM(1,2)")[0], "unggahan-bergalat"),
    "error value": (lambda: typed("Realisasi/TW III", "#DIV/0!", data_type="e")[0], "unggahan-bergalat"),
    "wrong polaritas": (lambda: typed("Polaritas", "naik")[0], "unggahan-bergalat"),
    "wrong konsolidasi": (lambda: typed("Konsolidasi", "ditotal")[0], "unggahan-bergalat"),
    "word outside the scale": (lambda: typed("Realisasi/TW III", "Bagus", OPINI)[0], "unggahan-bergalat"),
    "bounds reversed": (lambda: typed("Target 2026/Batas bawah", 9, INFLASI)[0], "unggahan-bergalat"),
    "sorted by one column": (lambda: edited(template(), swapped), "unggahan-bergalat"),
    "a sheet copied": (lambda: reworked(template(), copied_sheet), "unggahan-bergalat"),
    "one of two sheets broken": (
        lambda: reworked(
            template(DINAS, LAIN),
            lambda book: book["Dinas Kesehatan"].__setitem__(cell("Realisasi/TW III"), "l31"),
        ),
        "unggahan-bergalat",
    ),
    "a required column deleted": (lambda: without_column("Konsolidasi"), "templat-kolom-hilang"),
    "a later version": (
        lambda: reworked(template(), lambda book: book["_sakip"].__setitem__("B1", 99)),
        "templat-lebih-baru",
    ),
    "cut off": (lambda: template()[:4000], ""),
    "not a workbook": (lambda: b"kode;realisasi\n1;2\n", ""),
}


@pytest.mark.parametrize("way", REFUSED)
def test_a_file_that_is_refused_leaves_no_trace(body: sa.Engine, way: str) -> None:
    make, kode = REFUSED[way]
    before = everything(body)
    refused = send(body, make())
    assert refused is not None
    assert refused == (kode or refused)
    assert everything(body) == before


def test_another_units_and_last_years_template_are_refused(body: sa.Engine) -> None:
    before = everything(body)
    old = write_template(type(LAST_YEAR)(LAST_YEAR.kode_instansi, LAST_YEAR.instansi, 2025, 4, LAST_YEAR.unit))
    assert send(body, template(), unit="1.03") == "templat-untuk-lain"
    assert send(body, old, tahun=2026) == "templat-untuk-lain"
    assert everything(body) == before


#: What was done to the file, and how many rows of ``BARIS`` it then states.
KEPT: dict[str, tuple[Callable[[], bytes], int]] = {
    "a pasted picture": (lambda: rewrite(template(), {}, {"xl/media/image1.png": b"\x89PNG\r\n\x1a\n"}), 0),
    "a removed indicator": (lambda: edited(template(), lambda ws: ws.delete_rows(9)), 0),
    "inserted blank rows": (lambda: edited(template(), lambda ws: ws.insert_rows(9, 3)), 0),
    "an optional column deleted": (lambda: without_column("Solusi"), 0),
    "a share typed for a per cent": (lambda: typed("Realisasi/TW III", 0.03, INFLASI, number_format="0%")[0], 1),
    "a negative realisasi": (lambda: typed("Realisasi/TW III", -3)[0], 1),
    "a realisasi of a coming quarter": (lambda: typed("Realisasi/TW IV", 3)[0], 1),
}


@pytest.mark.parametrize("way", KEPT)
def test_a_file_that_is_kept_erases_nothing(body: sa.Engine, way: str) -> None:
    make, changed = KEPT[way]
    before = load_tahun(body, BODY, 2026)
    assert send(body, make()) is None
    after = load_tahun(body, BODY, 2026)
    assert set(before.indikator["kunci"]) == set(after.indikator["kunci"])
    told = before.triwulanan["realisasi"].notna()
    # What edits the file here writes fifteen digits, as spreadsheet programs do.
    kept = before.triwulanan["realisasi"][told].tolist()
    assert after.triwulanan["realisasi"][told].tolist() == pytest.approx(kept, rel=1e-14)
    assert after.triwulanan["realisasi"].notna().sum() == told.sum() + changed


def test_an_added_indicator_is_kept_as_a_new_one(body: sa.Engine) -> None:
    def add(ws: object) -> None:
        h = letters(ws)
        row = 8 + len(BARIS) + 1
        ws[f"{h['Indikator kinerja']}{row}"] = "Cakupan imunisasi dasar"  # type: ignore[index]
        ws[f"{h['Satuan']}{row}"] = "%"  # type: ignore[index]
        ws[f"{h['Realisasi/TW III']}{row}"] = 77  # type: ignore[index]

    assert send(body, edited(template(), add)) is None
    kept = load_tahun(body, BODY, 2026).indikator
    assert (kept["uraian"] == "Cakupan imunisasi dasar").sum() == 1
    assert len(kept) == len(BARIS) + 2


def test_the_original_bytes_are_kept(body: sa.Engine) -> None:
    kept = list_unggahan(body, BODY, 2026)
    assert kept["sha256"].nunique() == 1
    assert len(load_workbook(io.BytesIO(template(DINAS, LAIN))).sheetnames) >= 3
