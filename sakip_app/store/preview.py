"""What an upload would change, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from sakip_app.store.current import in_force
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.store.stated import DIKOREKSI, differences, split_cell, stated
from sakip_app.workbook.result import HasilBaca

_BANDING = {
    "kunci": "str",
    "uraian": "str",
    "satuan": "str",
    "sel": "str",
    "jenis": "str",
    "triwulan": "Int64",
    "lama": "float64",
    "baru": "float64",
    "lama_teks": "str",
    "baru_teks": "str",
    "keadaan": "str",
    "koreksi": "bool",
}


def compare(
    engine: sa.Engine,
    hasil: HasilBaca,
    *,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    polaritas: Mapping[str, str],
    konsolidasi: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """What keeping ``hasil`` would change, one row a value; nothing is written.

    ``polaritas`` and ``konsolidasi`` are what a person decided, per ``kunci``, as for ``commit_upload``.

    Returns:
        ``kunci, uraian, satuan, sel, jenis, triwulan, lama, baru, lama_teks, baru_teks, keadaan,
        koreksi`` with keadaan ``baru``, ``berubah``, ``sama`` or ``ditolak``: a cell with a finding of tingkat
        galat, whose text stands in ``baru_teks``. ``sel`` reads ``Lembar!P15``; ``koreksi`` says that the value
        in force is a correction, which a change would override.

    Raises:
        SimpanDitolakError: as ``commit_upload``, for what no preview can show.
    """
    galat = {split_cell(f"{f.lembar}!{f.sel}"): f for f in hasil.temuan if f.tingkat == "galat"}
    with reading(engine) as connection:
        berlaku = in_force(connection, kode_instansi, kode_unit, tahun)
    nama = {b.kunci: (b.uraian, b.satuan) for b in hasil.indikator}
    rows: list[tuple[Any, ...]] = []
    for baris in hasil.indikator:
        for (jenis, triwulan), alamat in baris.asal.items():
            finding = galat.pop(split_cell(alamat), None)
            if finding is not None:
                lama = berlaku.get((baris.kunci, jenis, triwulan))
                rows.append(
                    (
                        baris.kunci,
                        *nama[baris.kunci],
                        alamat,
                        jenis,
                        triwulan,
                        lama.angka if lama else None,
                        None,
                        lama.teks if lama else None,
                        finding.nilai,
                        "ditolak",
                        lama is not None and lama.keadaan == DIKOREKSI,
                    )
                )
    rejected = {(r[0], r[4], r[5]) for r in rows}
    rows += [
        (None, None, None, f"{f.lembar}!{f.sel}", None, None, None, None, None, f.nilai, "ditolak", False)
        for f in galat.values()
    ]
    keputusan = {"polaritas": polaritas, "konsolidasi": konsolidasi or {}}
    for s, lama, keadaan in differences(stated(hasil, keputusan), berlaku):
        if s.kunci_nilai not in rejected:
            cell = f"{s.lembar}!{s.sel}" if s.lembar else s.sel
            rows.append(
                (
                    s.kunci,
                    *nama[s.kunci],
                    cell,
                    s.jenis,
                    s.triwulan,
                    lama.angka if lama else None,
                    s.angka,
                    lama.teks if lama else None,
                    s.teks,
                    keadaan,
                    lama is not None and lama.keadaan == DIKOREKSI,
                )
            )
    return frame(rows, _BANDING)
