"""A small KPU, made through the store as everybody would: a tier above, two below, two PK with weights."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from sakip_app.store import PK, UnitBaru, add_instansi, add_units, set_pk
from sakip_app.workbook.result import BarisIndikator
from tests.store.conftest import upload

KODE = "kpu"


def make_kpu(engine: sa.Engine, *, bobot: tuple[float, float, float, float] = (60, 40, 70, 30)) -> None:
    """KPU Provinsi with KPU Kota A and KPU Kota B; Kota A has two PK, and figures that can be worked out by hand.

    TW I 2026, all on position (nilai akhir), target 100 or as said:

    - PK Ketua, sasaran "Pemilih melek": 80 (bobot 60) and 50 (bobot 40) → 68; its program: 80 and 60 → 70;
      below it a kegiatan without indicators and a subkegiatan: 100.
    - PK Sekretariat, sasaran "Tata kelola baik": 90 (bobot 70) and one not reported (bobot 30) → 90.

    The unit: (68 + 90) / 2 = 79. KPU Kota B: 60. KPU Provinsi: 100.
    """
    add_instansi(engine, kode=KODE, nama="KPU Contoh", jenis="kpu", aturan="lima-peringkat", pelaku="admin")
    add_units(
        engine,
        KODE,
        [
            UnitBaru("p", "KPU Provinsi", jenis="satker", urutan=1),
            UnitBaru("a", "KPU Kota A", jenis="satker", kode_induk="p", urutan=2),
            UnitBaru("b", "KPU Kota B", jenis="satker", kode_induk="p", urutan=3),
        ],
        pelaku="admin",
    )
    ketua = PK("ketua", "PK Ketua", "Ketua KPU Kota A", "Ketua KPU Provinsi", date(2026, 1, 9))
    set_pk(engine, KODE, "a", 2026, [ketua, PK("sekretariat", "PK Sekretariat")], pelaku="admin")
    melek, tata = "Pemilih melek", "Tata kelola baik"
    send(
        engine,
        "a",
        sasaran("i1", melek, 80.0, kode_pk="ketua", bobot=float(bobot[0]), penanggung_jawab="Divisi Sosdiklih"),
        sasaran("i2", melek, 50.0, kode_pk="ketua", bobot=float(bobot[1])),
        sasaran("i3", tata, 90.0, kode_pk="sekretariat", bobot=float(bobot[2])),
        sasaran("i4", tata, None, kode_pk="sekretariat", bobot=float(bobot[3])),
        row("p1", 40.0, 50.0, jenjang="program", nama="Program Pemilu", induk=(melek,)),
        row("p2", 30.0, 50.0, jenjang="program", nama="Program Pemilu", induk=(melek,)),
        row("s1", 10.0, 10.0, jenjang="subkegiatan", induk=(melek, "Program Pemilu", "Kegiatan Sosialisasi")),
    )
    send(engine, "b", sasaran("b1", melek, 60.0))
    send(engine, "p", sasaran("q1", melek, 100.0))


def row(kunci: str, realisasi: float | None, target: float, **fields: Any) -> BarisIndikator:
    """One indicator of TW I, measured by its position."""
    return BarisIndikator(
        kunci=kunci,
        sel="S!B10",
        baris=10,
        uraian=f"Indikator {kunci}",
        polaritas="maksimal",
        konsolidasi="nilai_akhir",
        target_tahunan=target,
        target={1: target, 2: target, 3: target, 4: target},
        realisasi={} if realisasi is None else {1: realisasi},
        **fields,
    )


def sasaran(kunci: str, nama: str, realisasi: float | None, **fields: Any) -> BarisIndikator:
    """An indicator of a sasaran against a target of 100."""
    return row(kunci, realisasi, 100.0, jenjang="sasaran", nama=nama, **fields)


def send(engine: sa.Engine, kode_unit: str, *rows: BarisIndikator, tahun: int = 2026) -> None:
    """One file of one unit."""
    upload(
        engine,
        *rows,
        isi=f"{kode_unit} {tahun} {len(rows)}".encode(),
        kode_instansi=KODE,
        kode_unit=kode_unit,
        unit_baru=None,
        tahun=tahun,
    )
