"""What an upload would change, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import sqlalchemy as sa

from sakip_app.store.current import in_force
from sakip_app.store.database import reading
from sakip_app.store.frames import frame
from sakip_app.store.matching import matched
from sakip_app.store.pairing import named_in_words
from sakip_app.store.removal import said
from sakip_app.store.stated import (
    DIKOREKSI,
    Berlaku,
    Kunci,
    Sebutan,
    differences,
    require_known,
    split_cell,
    stated,
)
from sakip_app.workbook.result import BarisIndikator, HasilBaca

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
    padanan: Mapping[str, str | None] | None = None,
    dicabut: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """What keeping ``hasil`` would change, one row a value; nothing is written.

    ``polaritas``, ``konsolidasi``, ``padanan`` and ``dicabut`` are what a person decided, as for ``commit_upload``.

    Returns:
        ``kunci`` (in the file; of what the file does not have, the kept one), ``uraian, satuan, sel, jenis, triwulan,
        lama, baru, lama_teks, baru_teks, keadaan, koreksi``. ``sel`` reads ``Lembar!P15``; ``koreksi`` says that the
        value in force is a correction, which a change would override. ``keadaan`` is

        - ``baru``, ``berubah`` or ``sama``; an indicator that was removed and is in the file again has a row of jenis
          ``dicabut`` that is ``berubah``, with the reason it had in ``lama_teks``;
        - ``ditanya``: a value of a row of which a person has still to say which indicator it is;
        - ``ditolak``: a cell with a finding of tingkat galat, whose text stands in ``baru_teks``, or a row whose code
          nobody knows;
        - ``dihapus``: one row a removed indicator, jenis ``dicabut``, with the reason in ``baru_teks``.

    Raises:
        SimpanDitolakError: as ``commit_upload``, for what no preview can show.
    """
    keputusan = {"polaritas": polaritas, "konsolidasi": konsolidasi or {}}
    require_known(hasil, keputusan)
    with reading(engine) as connection:
        berlaku = in_force(connection, kode_instansi, kode_unit, tahun)
        padan = matched(connection, hasil, kode_instansi, kode_unit, tahun, berlaku, padanan or {})
    rows = _refused(hasil, padan.peta, berlaku)
    rejected = {(r[0], r[4], r[5]) for r in rows}
    named = {b.kunci: _name(b, padan.peta.get(b.kunci), berlaku) for b in hasil.indikator}
    in_file = {kept: kunci for kunci, kept in padan.peta.items()}
    decided = {
        jenis: {padan.peta[k]: w for k, w in by.items() if k in padan.peta} for jenis, by in keputusan.items()
    }
    told = stated(padan.apply(hasil), decided) + said(padan, hasil, dicabut or {})
    for s, lama, keadaan in differences(told, berlaku):
        kunci = in_file.get(s.kunci)
        if kunci is None:
            rows.append(
                (s.kunci, *_kept_name(s.kunci, berlaku), None, *s[1:3], None, None, None, s.teks, "dihapus", False)
            )
        elif (kunci, s.jenis, s.triwulan) not in rejected:
            rows.append(_row(kunci, named[kunci], s, lama, keadaan))
    undecided = {p.kunci: "ditanya" if p.terbuka else "ditolak" for p in padan.baris if p.kunci not in padan.peta}
    left = replace(hasil, indikator=tuple(b for b in hasil.indikator if b.kunci in undecided))
    for s in stated(left, {}):
        if s.kunci_nilai not in rejected:
            rows.append(_row(s.kunci, named[s.kunci], s, None, undecided[s.kunci]))
    return frame(rows, _BANDING)


def _refused(hasil: HasilBaca, peta: Mapping[str, str], berlaku: Mapping[Kunci, Berlaku]) -> list[tuple[Any, ...]]:
    """A row for each cell with a galat: of a value of the file, or anywhere on the sheet."""
    galat = {split_cell(f"{f.lembar}!{f.sel}"): f for f in hasil.temuan if f.tingkat == "galat"}
    rows: list[tuple[Any, ...]] = []
    for baris in hasil.indikator:
        for (jenis, triwulan), alamat in baris.asal.items():
            finding = galat.pop(split_cell(alamat), None)
            if finding is None:
                continue
            lama = berlaku.get((peta.get(baris.kunci, ""), jenis, triwulan))
            rows.append(
                (
                    baris.kunci,
                    baris.uraian,
                    baris.satuan,
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
    return rows + [
        (None, None, None, f"{f.lembar}!{f.sel}", None, None, None, None, None, f.nilai, "ditolak", False)
        for f in galat.values()
    ]


def _row(
    kunci: str, named: tuple[str, str | None], s: Sebutan, lama: Berlaku | None, keadaan: str
) -> tuple[Any, ...]:
    return (
        kunci,
        *named,
        f"{s.lembar}!{s.sel}" if s.lembar else s.sel,
        s.jenis,
        s.triwulan,
        lama.angka if lama else None,
        s.angka,
        lama.teks if lama else None,
        s.teks,
        keadaan,
        lama is not None and lama.keadaan == DIKOREKSI,
    )


def _name(baris: BarisIndikator, kept: str | None, berlaku: Mapping[Kunci, Berlaku]) -> tuple[str, str | None]:
    """How a row is called: by its words or, where it has a code alone, by those that are kept."""
    if named_in_words(baris):
        return baris.uraian, baris.satuan
    uraian, satuan = _kept_name(kept or "", berlaku)
    return uraian or f"Kode {baris.kode or baris.kunci}", baris.satuan or satuan


def _kept_name(kunci: str, berlaku: Mapping[Kunci, Berlaku]) -> tuple[str | None, str | None]:
    uraian, satuan = berlaku.get((kunci, "uraian", None)), berlaku.get((kunci, "satuan", None))
    return uraian.teks if uraian else None, satuan.teks if satuan else None
