"""A fresh store with one body, and readings made by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.store import UnggahanTersimpan, UnitBaru, add_instansi, commit_upload, open_store
from sakip_app.workbook.result import BarisIndikator, HasilBaca

Kirim = Callable[..., UnggahanTersimpan]


def baris(kunci: str = "k1", **fields: Any) -> BarisIndikator:
    """One indicator whose values all say where they stand, one cell each in row 10."""
    start = BarisIndikator(kunci=kunci, sel="S!B10", baris=10, uraian=f"Uraian {kunci}", **fields)
    asal: dict[tuple[str, int | None], str] = {}
    for jenis, value in fields.items():
        if isinstance(value, Mapping):
            asal |= {(jenis, tw): f"Realisasi TW III!{jenis[0].upper()}{tw}" for tw in value}
        elif value is not None:
            asal[jenis, None] = f"Realisasi TW III!{jenis[:3].upper()}10"
    return replace(start, asal=fields.get("asal", asal))


def hasil(*rows: BarisIndikator, isi: bytes = b"isi", **fields: Any) -> HasilBaca:
    """A reading of ``isi`` that found ``rows``."""
    base = HasilBaca(
        berkas="laporan.xlsx",
        sha256=hashlib.sha256(isi).hexdigest(),
        tata_letak="e81",
        lembar="Realisasi TW III",
        instansi=None,
        unit=None,
        tahun=2026,
        sampai_bulan=None,
        indikator=rows,
        temuan=(),
        pertanyaan=(),
    )
    return replace(base, **fields)


def upload(engine: sa.Engine, *rows: BarisIndikator, isi: bytes, **options: Any) -> UnggahanTersimpan:
    """Commit ``rows`` for unit ``u`` of body ``B`` in 2026."""
    defaults: dict[str, Any] = {
        "kode_instansi": "B",
        "kode_unit": "u",
        "unit_baru": UnitBaru("u", "Dinas U"),
        "tahun": 2026,
        "polaritas": {},
        "pelaku": "perencana u",
    }
    return commit_upload(engine, hasil(*rows, isi=isi), isi, **(defaults | options))


@pytest.fixture
def store(tmp_path: Path) -> sa.Engine:
    engine = open_store(str(tmp_path / "sakip.db"))
    add_instansi(engine, kode="B", nama="Badan B", jenis="kabupaten", pelaku="admin")
    return engine
