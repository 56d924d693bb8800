"""Frozen quarters, taken and found again: the store keeps bytes, whoever draws wants a ``Rekam``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import sqlalchemy as sa

from sakip_app import store
from sakip_app.reports.deck import build_deck
from sakip_app.reports.slides import Dek
from sakip_app.snapshot.as_json import RekamTakTerbacaError, fingerprint, rekam_from_bytes, rekam_to_bytes
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam


def freeze(engine: sa.Engine, rekam: Rekam, pelaku: str) -> str:
    """Keep a quarter as it stands; its short id. What shows nothing new is not kept again: the newest one is it."""
    now = replace(rekam, waktu=datetime.now(UTC), pelaku=pelaku)
    return store.freeze(
        engine,
        now.kode_instansi,
        now.tahun,
        now.triwulan,
        rekam_to_bytes(now),
        sidik=fingerprint(now),
        versi=now.versi,
        pelaku=pelaku,
        waktu=now.waktu,
    )


def open_rekam(engine: sa.Engine, kode: str) -> Rekam | None:
    """The frozen quarter of a short id, ``None`` where there is none.

    Raises:
        RekamTakTerbacaError: if it was kept by a newer version of this software.
    """
    isi = store.read_rekam(engine, kode)
    return None if isi is None else rekam_from_bytes(isi, kode)


def newest(engine: sa.Engine, kode_instansi: str, tahun: int, triwulan: int) -> str | None:
    """The short id of the newest snapshot of a quarter."""
    kept = store.list_rekam(engine, kode_instansi, tahun)
    codes = kept.loc[kept["triwulan"] == triwulan, "kode"]
    return None if codes.empty else str(codes.iloc[0])


def before(engine: sa.Engine, rekam: Rekam) -> Rekam | None:
    """The snapshot to compare with: the newest of the year, of this quarter or one before, taken before this one.

    Of one that is not frozen yet that is the newest there is.
    """
    kept = store.list_rekam(engine, rekam.kode_instansi, rekam.tahun)
    kept = kept[kept["triwulan"] <= rekam.triwulan]
    codes = [str(kode) for kode in kept["kode"]]
    earlier = codes[codes.index(rekam.kode) + 1 :] if rekam.kode in codes else codes
    for kode in earlier:
        try:
            return open_rekam(engine, kode)
        except RekamTakTerbacaError:  # of a newer version of this software: the one before it will do
            continue
    return None


def decisions(engine: sa.Engine, rekam: Rekam) -> tuple[TindakLanjut, ...]:
    """What the meeting of the quarter decided, and what it carried on."""
    meeting = (rekam.tahun, rekam.triwulan)
    return tuple(
        janji
        for janji in store.list_tindak_lanjut(engine, rekam.kode_instansi)
        if meeting in ((janji.tahun, janji.triwulan), *janji.dibawa)
    )


def deck_of(engine: sa.Engine, rekam: Rekam) -> Dek:
    """The deck of a frozen quarter with all that its meeting decided, and its promises, as they stand by now."""
    now = {janji.id: janji for janji in store.list_tindak_lanjut(engine, rekam.kode_instansi)}
    promised = tuple(replace(now.get(janji.id, janji), kode_unit=janji.kode_unit) for janji in rekam.tindak_lanjut)
    return build_deck(replace(rekam, tindak_lanjut=promised), before(engine, rekam), decisions(engine, rekam))
