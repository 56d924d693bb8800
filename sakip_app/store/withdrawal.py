"""Withdrawing an upload: what it would change, and doing it. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import (
    DICABUT,
    Berganti,
    changed_keys,
    reported_quarters,
    require_open,
    require_unjudged,
    targeted_quarters,
)
from sakip_app.store.current import DITARIK, in_force, withdrawn
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.stated import DIKOREKSI, Berlaku, Kunci
from sakip_app.store.units import require_instansi


@dataclass(frozen=True, slots=True)
class AkibatTarik:
    """What withdrawing an upload does to the values it states and that are in force.

    Attributes:
        mundur: step back to an earlier value.
        hilang: have no earlier value and stand empty again.
        tetap: stay, for another upload says the same.
        koreksi: stay, for a person put them there.
        kembali: indicators that it removed from the year and that count again; no values.
        keluar: indicators that it brought back and that are removed again.
        tindak_lanjut: follow-ups that stand again as they did before it spoke of them.
    """

    mundur: int
    hilang: int
    tetap: int
    koreksi: int
    kembali: int = 0
    keluar: int = 0
    tindak_lanjut: int = 0


def preview_withdrawal(engine: sa.Engine, unggahan_id: int) -> AkibatTarik:
    """What withdrawing this upload would do; nothing is written.

    Raises:
        SimpanDitolakError: if there is no such upload.
    """
    with reading(engine) as connection:
        upload = _require(connection, unggahan_id)
        before, after = _before_and_after(connection, upload, unggahan_id)
        stated = _stated(connection, unggahan_id)
        s = t.tindak_lanjut_langkah.c
        steps = connection.execute(sa.select(sa.func.count()).where(s.unggahan_id == unggahan_id)).scalar_one()
    moved = [key for key, value in before.items() if after.get(key) != value and key[1] != DICABUT]
    out = {key: value.teks for key, value in before.items() if key[1] == DICABUT}
    out_after = {key: after[key].teks if key in after else None for key in out}
    gone = sum(kunci not in after for kunci in moved)
    stays = [(kunci, value) for kunci, value in before.items() if after.get(kunci) == value]
    return AkibatTarik(
        mundur=len(moved) - gone,
        hilang=gone,
        tetap=sum(value.id in stated.rows and value.keadaan != DIKOREKSI for _, value in stays),
        koreksi=sum(kunci in stated.keys and value.keadaan == DIKOREKSI for kunci, value in stays),
        kembali=sum(teks is not None and out_after[key] is None for key, teks in out.items()),
        keluar=sum(teks is None and out_after[key] is not None for key, teks in out.items()),
        tindak_lanjut=steps,
    )


def withdraw_upload(
    engine: sa.Engine, unggahan_id: int, *, pelaku: str, alasan: str, waktu: datetime | None = None
) -> None:
    """Withdraw an upload: its values step back to those before it. Nothing is deleted.

    Values that another upload also states stay, and so do corrections. Withdrawing twice changes nothing.

    Raises:
        SimpanDitolakError: if there is no such upload, no reason is given, or values in force of a quarter that
            takes no more figures would change (see :func:`closing.require_open` and ``require_unjudged``).
    """
    waktu = waktu or datetime.now(UTC)
    if not alasan.strip():
        raise SimpanDitolakError(
            "tanpa-alasan", "Penarikan unggahan perlu alasan.", "Tulis satu kalimat alasannya."
        )
    with writing(engine) as connection:
        upload = _require(connection, unggahan_id)
        require_instansi(connection, upload.kode_instansi)
        if connection.execute(withdrawn().where(t.peristiwa.c.unggahan_id == unggahan_id)).first():
            return
        before, after = _before_and_after(connection, upload, unggahan_id)
        changed = changed_keys(before, after)
        places = [(jenis, triwulan) for _, jenis, triwulan in changed]
        require_open(
            connection,
            upload.kode_instansi,
            upload.tahun,
            reported_quarters(places),
            waktu,
            target=targeted_quarters(places),
        )
        judged = [Berganti(b.id, kunci[1], b.dokumen) for kunci in changed if (b := before.get(kunci))]
        require_unjudged(connection, upload.kode_instansi, upload.tahun, judged, waktu)
        record(
            connection,
            DITARIK,
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=upload.kode_instansi,
            unggahan_id=unggahan_id,
            keterangan=alasan.strip(),
        )


@dataclass(frozen=True, slots=True)
class _Upload:
    kode_instansi: str
    kode_unit: str
    tahun: int


@dataclass(frozen=True, slots=True)
class _Stated:
    """The rows of ``nilai`` an upload states, first or again, and what they are values of."""

    rows: frozenset[int]
    keys: frozenset[Kunci]


def _require(connection: sa.Connection, unggahan_id: int) -> _Upload:
    g = t.unggahan.c
    row = connection.execute(sa.select(g.kode_instansi, g.kode_unit, g.tahun).where(g.id == unggahan_id)).first()
    if row is None:
        raise SimpanDitolakError(
            "unggahan-asing", f"Unggahan {unggahan_id} tidak ada.", "Muat ulang daftar unggahan."
        )
    return _Upload(*row)


def _before_and_after(
    connection: sa.Connection, upload: _Upload, unggahan_id: int
) -> tuple[Mapping[Kunci, Berlaku], Mapping[Kunci, Berlaku]]:
    of = (upload.kode_instansi, upload.kode_unit, upload.tahun)
    return in_force(connection, *of), in_force(connection, *of, tanpa=unggahan_id)


def _stated(connection: sa.Connection, unggahan_id: int) -> _Stated:
    n, i = t.nilai.c, t.indikator.c
    again = sa.select(t.penegasan.c.nilai_id).where(t.penegasan.c.unggahan_id == unggahan_id)
    rows = connection.execute(
        sa.select(n.id, i.kunci, n.jenis, n.triwulan)
        .join(t.indikator, i.id == n.indikator_id)
        .where(sa.or_(n.unggahan_id == unggahan_id, n.id.in_(again)))
    ).all()
    return _Stated(frozenset(r.id for r in rows), frozenset((r.kunci, r.jenis, r.triwulan) for r in rows))
