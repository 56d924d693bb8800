"""A ``Rekam`` as bytes and back: JSON, so that it can be read long after this software, compressed."""

from __future__ import annotations

import gzip
import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

import msgspec

from sakip_app.snapshot.model import Rekam

BENTUK: Final = 1
"""Version of the form; one that an older program cannot read gets the next number."""

_PERTAMA = datetime(2000, 1, 1, tzinfo=UTC)


class RekamTakTerbacaError(ValueError):
    """The bytes are no snapshot, or one of a newer form."""


def rekam_to_bytes(rekam: Rekam) -> bytes:
    """The snapshot without its short id, which the store gives."""
    return gzip.compress(_as_json(rekam), mtime=0)


def rekam_from_bytes(isi: bytes, kode: str) -> Rekam:
    """The snapshot kept under ``kode``, every figure to the last digit.

    Raises:
        RekamTakTerbacaError: if the bytes are no snapshot, or of a form this program does not know.
    """
    try:
        found = msgspec.json.decode(gzip.decompress(isi))
        if found["bentuk"] != BENTUK:
            raise RekamTakTerbacaError(f"bentuk {found['bentuk']!r}")
        fields = found["rekam"]
        for rule in (fields["aturan"], *fields["aturan_sebelum"]):
            rule["predikat"][-1][0] = -math.inf  # see _without_edge
        return replace(msgspec.convert(fields, Rekam), kode=kode)
    except (msgspec.MsgspecError, OSError, EOFError, KeyError, TypeError, IndexError) as error:
        raise RekamTakTerbacaError(str(error)) from error


def fingerprint(rekam: Rekam, *, janji: bool = True) -> str:
    """The same for two snapshots that show the same, whoever took them and when; sha256 in hex.

    The day counts only through what it makes late or overdue, and what its own meeting decides counts nothing.
    ``janji``: whether what became of earlier promises counts.
    """
    told = replace(rekam, tindak_lanjut=rekam.janji if janji else ())
    states = [(satu.id, satu.keadaan_pada(rekam.hari)) for satu in told.tindak_lanjut]
    same = replace(told, waktu=_PERTAMA, pelaku="", versi=0, hari=date(2000, 1, 1))
    return hashlib.sha256(_as_json(same) + repr(states).encode()).hexdigest()


def _as_json(rekam: Rekam) -> bytes:
    fields: dict[str, Any] = msgspec.to_builtins(replace(rekam, kode=None))
    for rule in (fields["aturan"], *fields["aturan_sebelum"]):
        rule["predikat"] = [*rule["predikat"][:-1], _without_edge(rule["predikat"][-1])]
    content: Mapping[str, object] = {"bentuk": BENTUK, "rekam": fields}
    return msgspec.json.encode(content)


def _without_edge(band: tuple[float, str, str]) -> list[object]:
    """The lowest band takes everything below; JSON has no word for minus infinity."""
    return [None, *band[1:]]
