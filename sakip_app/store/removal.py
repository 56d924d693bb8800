"""Indicators that end within a year: said by an upload, so that withdrawing it, or a later file, brings them back.

Nothing is deleted: a removal is a value of the kind ``dicabut`` whose words are the reason; a blank one takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from sakip_app.store.closing import DICABUT, closed_quarters
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.pairing import stale
from sakip_app.store.stated import Berlaku, Kunci, Sebutan, split_cell
from sakip_app.text.words import gabung, tw
from sakip_app.workbook.result import HasilBaca

if TYPE_CHECKING:
    from sakip_app.store.matching import Padanan


def said(padanan: Padanan, hasil: HasilBaca, dicabut: Mapping[str, str]) -> list[Sebutan]:
    """What an upload says about who counts in the year: the removals a person agreed to, and those it takes back.

    Args:
        padanan: the rows of the file as kept indicators.
        hasil: what was read.
        dicabut: by kept ``kunci`` why the indicator is not measured any more.

    Raises:
        SimpanDitolakError: a removal without a reason (``tanpa-alasan``), or of an indicator that is in the file or
            not in force (``padanan-berubah``).
    """
    may_go = {s.kunci for s in padanan.hilang} | padanan.dicabut.keys() - set(padanan.peta.values())
    for kunci, alasan in dicabut.items():
        if kunci not in may_go:
            raise stale()
        if not alasan.strip():
            raise SimpanDitolakError(
                "tanpa-alasan",
                "Menghapus indikator dari tahun ini perlu alasan.",
                "Tulis satu kalimat alasannya.",
            )
    gone = [Sebutan(kunci, DICABUT, None, None, alasan.strip(), None, None) for kunci, alasan in dicabut.items()]
    cells = {padanan.peta[b.kunci]: b.sel for b in hasil.indikator if b.kunci in padanan.peta}
    sheet = hasil.lembar
    back = []
    for kunci in padanan.kembali:
        lembar, sel = split_cell(cells[kunci])
        back.append(Sebutan(kunci, DICABUT, None, None, None, lembar or sheet, sel))
    return gone + back


def require_removable(
    connection: sa.Connection,
    kode_instansi: str,
    tahun: int,
    kunci: Iterable[str],
    berlaku: Mapping[Kunci, Berlaku],
    waktu: datetime,
) -> None:
    """See that no indicator is removed that a closed quarter was judged by.

    Raises:
        SimpanDitolakError: ``penilaian-tertutup``, naming the indicators and the quarters.
    """
    wanted = set(kunci)
    closed = closed_quarters(connection, kode_instansi, tahun, waktu) if wanted else []
    held = [
        (k, quarter)
        for (k, jenis, quarter), value in berlaku.items()
        if k in wanted
        and jenis in ("realisasi", "target")
        and quarter in closed
        and (value.angka, value.teks) != (None, None)
    ]
    if not held:
        return
    names = [f"“{one.teks}”" for k in sorted({k for k, _ in held}) if (one := berlaku.get((k, "uraian", None)))]
    when = f"{gabung([tw(q) for q in closed if q in {quarter for _, quarter in held}])} {tahun}"
    raise SimpanDitolakError(
        "penilaian-tertutup",
        f"{when} sudah ditutup dan dinilai dengan {gabung(names, 3)}; "
        "indikator itu tidak dapat dihapus dari tahun ini.",
        f"Biarkan indikatornya, atau minta admin membuka kembali {when}.",
    )
