"""A body small enough to compute by hand: one unit that stands low, one that says nothing, and their follow-ups.

Dinas U in TW II of 2026, where the last value counts: 4 of 10 is 40 %, 80 of 100 is 80 %; its skor is
(40 + 80) / 2 = 60, below 66; one kegiatan stands at 40 % too. Dinas V has one indicator and reports nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from sakip_app.store import UnitBaru, add_instansi, add_tindak_lanjut, commit_upload, load_tahun, set_tenggat
from sakip_app.workbook.result import Temuan
from tests.store.conftest import baris, hasil

KODE, TODAY = "B", date(2026, 8, 20)
VIEW = {"tahun": "2026", "tw": "II", "ukuran": "triwulan"}
MEETING = datetime(2026, 4, 20, 3, tzinfo=UTC)
ODD = Temuan("target-ganjil", "peringatan", "Realisasi TW III", "T1", "10", "Target <b>berulang</b>.", "Periksa.")
BOTH: dict[str, Any] = {"asal": {}, "konsolidasi": "nilai_akhir", "jenjang": "sasaran", "polaritas": "maksimal"}
NOTES = {
    "kendala": "Lelang gagal",
    "rencana_tindak_lanjut": "Ulangi lelang",
    "pic": "Sekretaris",
    "batas_waktu": "2026-07-31",
}


def report(engine: sa.Engine) -> None:
    """Both units send their sheets; that of Dinas U leaves one finding. TW II was due on 15 July."""
    add_instansi(engine, kode=KODE, nama="Kabupaten Uji", jenis="pemda", pelaku="admin")
    low: dict[str, Any] = {"target": {1: 10.0, 2: 10.0}, "realisasi": {1: 5.0, 2: 4.0}, "target_tahunan": 10.0}
    well: dict[str, Any] = {
        "target": {1: 100.0, 2: 100.0},
        "realisasi": {1: 80.0, 2: 80.0},
        "target_tahunan": 100.0,
    }
    none: dict[str, Any] = {"target": {1: 10.0, 2: 10.0}, "target_tahunan": 10.0}
    sheets = {
        "u": (
            baris("rendah", **low, **BOTH, **NOTES),
            baris("baik", **well, **BOTH),
            baris("langkah", **low, **(BOTH | {"jenjang": "kegiatan"})),
        ),
        "v": (baris("diam", **none, **BOTH),),
    }
    for unit, rows in sheets.items():
        isi = unit.encode()
        commit_upload(
            engine,
            hasil(*rows, isi=isi, temuan=(ODD,) if unit == "u" else ()),
            isi,
            kode_instansi=KODE,
            kode_unit=unit,
            unit_baru=UnitBaru(unit, f"Dinas {unit.upper()}"),
            tahun=2026,
            polaritas={},
            pelaku=f"perencana {unit}",
        )
    set_tenggat(engine, KODE, 2026, 2, date(2026, 7, 15), pelaku="admin")


def code_of(engine: sa.Engine, uraian: str) -> str:
    """``kode_indikator`` of one of the four."""
    known = load_tahun(engine, KODE, 2026).indikator
    (kode,) = known.loc[known["uraian"] == f"Uraian {uraian}", "kode_indikator"]
    return str(kode)


def promise(engine: sa.Engine, uid: str, apa: str, tenggat: date | None = None, **fields: Any) -> int:
    """A follow-up of Dinas U that the meeting of TW I decided."""
    defaults: dict[str, Any] = {"kode_unit": "u", "penanggung_jawab": "Sekretaris", "tahun": 2026, "triwulan": 1}
    told = defaults | {"pelaku": "Sekda", "waktu": MEETING} | fields
    return add_tindak_lanjut(engine, KODE, uid=uid, apa=apa, tenggat=tenggat, **told)
