"""What a person declares about indicators without a workbook: polaritas, scale, weight, PK."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import Berganti, require_unjudged
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
        SimpanDitolakError: if an indicator, a jenis or a word is unknown, or a closed quarter would be measured
            otherwise (see :func:`closing.require_unjudged`).

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
        found = connection.execute(sa.select(i.id, i.kode_instansi, i.tahun).where(i.id.in_(wanted))).all()
        known = {row.id: (row.kode_instansi, row.tahun) for row in found}
        if len(known) < len(wanted):
            raise SimpanDitolakError(
                "indikator-asing", "Ada indikator yang tidak tersimpan.", "Muat ulang halaman ini."
            )
        ids = current_ids(i.id.in_(wanted))
        n = t.nilai.c
        in_force = connection.execute(
            sa.select(n.id, n.indikator_id, n.jenis, n.angka, n.teks).join(ids, ids.c.id == n.id)
        )
        standing = {(row.indikator_id, row.jenis): row for row in in_force}
        berganti: dict[tuple[str, int], list[Berganti]] = defaultdict(list)
        changed = []
        for row in rows:
            held = standing.get((row["indikator_id"], row["jenis"]))
            if held is not None and (held.angka, held.teks) == (row["angka"], row["teks"]):
                continue
            changed.append(row)
            if held is not None and (held.angka, held.teks) != (None, None):
                berganti[known[row["indikator_id"]]].append(Berganti(held.id, row["jenis"]))
        rows = changed
        if not rows:
            return
        for (kode_instansi, tahun), judged in berganti.items():
            require_unjudged(connection, kode_instansi, tahun, judged, waktu)
        connection.execute(sa.insert(t.nilai), rows)
        touched = {known[r["indikator_id"]][0] for r in rows}
        for kode_instansi in sorted(touched):
            record(
                connection,
                "pernyataan",
                pelaku=pelaku,
                waktu=waktu,
                kode_instansi=kode_instansi,
                keterangan=f"{len(rows)} pernyataan: {', '.join(sorted({r['jenis'] for r in rows}))}",
            )
