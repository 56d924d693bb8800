"""What a person declares about indicators without a workbook: polaritas, scale, weight, PK."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.stated import PERNYATAAN, check_weight, check_word


def declare(
    engine: sa.Engine,
    pernyataan: Sequence[tuple[str, str, str | float]],
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Declare properties of indicators, all of them or none; what stood before stays in the history.

    What already stands is not written again.

    Args:
        engine: the store.
        pernyataan: ``(kode_indikator, jenis, value)`` with jenis ``polaritas``, ``konsolidasi``,
            ``skala``, ``bobot``, ``kode_pk``, ``cara_isi`` or ``cara_isi_anggaran``.
        pelaku: who declares.
        waktu: when, default now.

    Raises:
        SimpanDitolakError: if an indicator, a jenis or a word is unknown.

    Examples:
        >>> declare(engine, [("17", "polaritas", "minimal")], pelaku="bappeda")  # doctest: +SKIP
    """
    waktu = waktu or datetime.now(UTC)
    if not pernyataan:
        return
    rows: list[dict[str, Any]] = []
    for kode_indikator, jenis, value in pernyataan:
        if jenis not in PERNYATAAN or isinstance(value, str) == (jenis == "bobot"):
            raise SimpanDitolakError(
                "pernyataan-asing", f"{jenis} {value!r} tidak dapat dinyatakan.", "Periksa isiannya."
            )
        if isinstance(value, str):
            check_word(jenis, value)
        rows.append(
            {
                "indikator_id": int(kode_indikator),
                "jenis": jenis,
                "angka": None if isinstance(value, str) else check_weight(float(value)),
                "teks": value if isinstance(value, str) else None,
                "keadaan": "dikirim",
                "pelaku": pelaku,
                "waktu": waktu,
            }
        )
    wanted = sorted({row["indikator_id"] for row in rows})
    with writing(engine) as connection:
        i = t.indikator.c
        known = dict(connection.execute(sa.select(i.id, i.kode_instansi).where(i.id.in_(wanted))).all())
        if len(known) < len(wanted):
            raise SimpanDitolakError(
                "indikator-asing", "Ada indikator yang tidak tersimpan.", "Muat ulang halaman ini."
            )
        ids = current_ids(i.id.in_(wanted))
        n = t.nilai.c
        standing = set(
            connection.execute(sa.select(n.indikator_id, n.jenis, n.angka, n.teks).join(ids, ids.c.id == n.id))
        )
        rows = [r for r in rows if (r["indikator_id"], r["jenis"], r["angka"], r["teks"]) not in standing]
        if not rows:
            return
        connection.execute(sa.insert(t.nilai), rows)
        touched = {known[r["indikator_id"]] for r in rows}
        for kode_instansi in sorted(touched):
            record(
                connection,
                "pernyataan",
                pelaku=pelaku,
                waktu=waktu,
                kode_instansi=kode_instansi,
                keterangan=f"{len(rows)} pernyataan: {', '.join(sorted({r['jenis'] for r in rows}))}",
            )
