"""What a person answered about a form, remembered for the unit and the form and applied to its next file.

Rows are only added: of one unit and form the newest holds, a forgotten one is a row that says so. What belongs to one
file alone, its year and its quarter, is kept beside the file's sha256 and comes back with the same file only; the
sheet comes back unless its title names a quarter, and a column only where the same words stand above it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.units import require_instansi
from sakip_app.workbook.result import Jawaban
from sakip_app.workbook.words import normal, quarter_of

BELUM_DIJAWAB = Jawaban()
_TAHUN = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class ProfilBaru:
    """Answers to be remembered for a form (``sidik``), and how people call it (``bentuk``).

    ``judul`` are the words above all columns of the table: a column is known by them, not by its letter.
    """

    sidik: str
    bentuk: str
    jawaban: Jawaban
    judul: Mapping[str, str] = field(default_factory=dict)


class Penjawab(NamedTuple):
    """Who answered when, and the file (its sha256) for which year, quarter and sheet were answered."""

    pelaku: str
    waktu: datetime
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Profil:
    """One version of the answers of a unit about a form; ``jawaban`` is ``None`` where they were forgotten."""

    id: int
    kode_unit: str
    sidik: str
    bentuk: str
    jawaban: Jawaban | None
    judul: Mapping[str, str]
    sha256: str | None
    pelaku: str
    waktu: datetime


def find_profile(engine: sa.Engine, kode_instansi: str, kode_unit: str, sidik: str) -> Profil | None:
    """What the unit last answered about the form; ``None`` where it never did or it was forgotten."""
    versions = list_versions(engine, kode_instansi, kode_unit, sidik)
    return versions[0] if versions and versions[0].jawaban is not None else None


def suggest_profile(engine: sa.Engine, kode_instansi: str, kode_unit: str | None, sidik: str) -> Profil | None:
    """What another unit of the body answered last about the same form: to be offered, never to be applied unasked."""
    known = [p for p in list_profiles(engine, kode_instansi) if p.sidik == sidik and p.kode_unit != kode_unit]
    return max(known, key=lambda profil: profil.id, default=None)


def list_profiles(engine: sa.Engine, kode_instansi: str) -> list[Profil]:
    """The answers that hold, of every unit and form of the body, the newest first."""
    with reading(engine) as connection:
        rows = _rows(connection, t.profil.c.kode_instansi == kode_instansi)
    newest: dict[tuple[str, str], Profil] = {}
    for row in rows:
        newest.setdefault((row.kode_unit, row.sidik), row)
    return [profil for profil in newest.values() if profil.jawaban is not None]


def list_versions(engine: sa.Engine, kode_instansi: str, kode_unit: str, sidik: str) -> list[Profil]:
    """Everything the unit ever answered about the form, the newest first."""
    p = t.profil.c
    with reading(engine) as connection:
        return _rows(connection, p.kode_instansi == kode_instansi, p.kode_unit == kode_unit, p.sidik == sidik)


def answers_for(versions: Sequence[Profil], sha256: str, judul_kolom: Mapping[str, str]) -> Jawaban:
    """What of the remembered answers holds for one file.

    Args:
        versions: of the unit and form, the newest first (:func:`list_versions`).
        sha256: the file. Year and quarter are answered again only by the file they were answered for.
        judul_kolom: the words above each of its columns. A column that moved is found by them; one whose words
            are gone, or stand above several columns, is to be asked about again.

    Examples:
        >>> said = Jawaban(kolom={"C": "satuan"})
        >>> kept = Profil(1, "u", "s", "b", said, {"C": "Unit"}, None, "x", datetime.now(UTC))
        >>> answers_for([kept], "f00", {"B": "Indicator", "D": "Unit"}).kolom
        {'D': 'satuan'}
    """
    if not versions or versions[0].jawaban is None:
        return BELUM_DIJAWAB
    newest = versions[0].jawaban
    of_file = next((v.jawaban for v in versions if v.sha256 == sha256 and v.jawaban is not None), BELUM_DIJAWAB)
    lembar = newest.lembar if newest.lembar is not None and quarter_of(normal(newest.lembar)) is None else None
    return replace(
        newest,
        lembar=of_file.lembar or lembar,
        tahun=of_file.tahun,
        triwulan=of_file.triwulan,
        kolom=_found_again(newest.kolom, versions[0].judul, judul_kolom),
    )


def _found_again(kolom: Mapping[str, str], dulu: Mapping[str, str], kini: Mapping[str, str]) -> dict[str, str]:
    """The roles under the letters that their columns have now; years in the words above them may differ.

    Of columns told apart by their year alone none is taken: next year another one of them is meant.
    """
    then = {letter: _TAHUN.sub("#", normal(words)) for letter, words in dulu.items()}
    now = {letter: _TAHUN.sub("#", normal(words)) for letter, words in kini.items()}
    there: dict[str, list[str]] = {}
    for letter, words in now.items():
        there.setdefault(words, []).append(letter)
    found = {}
    for letter, role in kolom.items():
        words = then.get(letter, "")
        same = there.get(words, [])
        if len(same) == 1 and words:
            found[same[0]] = role
        elif (
            then == now and "#" not in words
        ):  # without words, or words that stand twice: only in the very same table
            found[letter] = role
    return found


def set_profile(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    baru: ProfilBaru,
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Change what is remembered, outside of an upload; without any answer left it is forgotten.

    Raises:
        SimpanDitolakError: see :func:`forget_profile`.
    """
    if baru.jawaban == BELUM_DIJAWAB:
        forget_profile(engine, kode_instansi, kode_unit, baru.sidik, pelaku=pelaku, waktu=waktu)
        return
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        keep_profile(connection, kode_instansi, kode_unit, baru, Penjawab(pelaku, waktu or datetime.now(UTC)))


def forget_profile(
    engine: sa.Engine,
    kode_instansi: str,
    kode_unit: str,
    sidik: str,
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Ask anew about the form; what was answered stays in the history.

    Raises:
        SimpanDitolakError: nothing is remembered (``profil-tak-ada``), as where another person was quicker.
    """
    oleh = Penjawab(pelaku, waktu or datetime.now(UTC))
    with writing(engine) as connection:
        standing = _standing(connection, kode_instansi, kode_unit, sidik)
        if standing is None or standing.jawaban is None:
            raise SimpanDitolakError(
                "profil-tak-ada", "Jawaban untuk bentuk ini sudah dilupakan.", "Muat ulang halaman ini."
            )
        _add(connection, kode_instansi, kode_unit, (sidik, standing.bentuk, None), oleh)
        _record(connection, "profil_dilupakan", kode_instansi, f"{kode_unit}: {standing.bentuk}", oleh)


def keep_profile(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, baru: ProfilBaru, oleh: Penjawab
) -> None:
    """Remember answers inside the caller's transaction; what holds already is not written again."""
    standing = _standing(connection, kode_instansi, kode_unit, baru.sidik)
    if baru.jawaban == BELUM_DIJAWAB:
        return
    same = standing is not None and (standing.jawaban, standing.judul) == (baru.jawaban, dict(baru.judul))
    if same and standing is not None and oleh.sha256 in (None, standing.sha256):
        return
    said = asdict(replace(baru.jawaban, kolom=dict(baru.jawaban.kolom)))
    isi = json.dumps({**said, "judul": dict(baru.judul)}, ensure_ascii=False)
    _add(connection, kode_instansi, kode_unit, (baru.sidik, baru.bentuk, isi), oleh)
    if not same:
        _record(connection, "profil_disimpan", kode_instansi, f"{kode_unit}: {baru.bentuk}", oleh)


def _add(
    connection: sa.Connection,
    kode_instansi: str,
    kode_unit: str,
    what: tuple[str, str, str | None],
    oleh: Penjawab,
) -> None:
    sidik, bentuk, isi = what
    connection.execute(
        sa.insert(t.profil).values(
            kode_instansi=kode_instansi,
            kode_unit=kode_unit,
            sidik=sidik,
            bentuk=bentuk,
            isi=isi,
            **oleh._asdict(),
        )
    )


def _record(connection: sa.Connection, jenis: str, kode_instansi: str, keterangan: str, oleh: Penjawab) -> None:
    record(
        connection,
        jenis,
        pelaku=oleh.pelaku,
        waktu=oleh.waktu,
        kode_instansi=kode_instansi,
        keterangan=keterangan,
    )


def _standing(connection: sa.Connection, kode_instansi: str, kode_unit: str, sidik: str) -> Profil | None:
    p = t.profil.c
    rows = _rows(connection, p.kode_instansi == kode_instansi, p.kode_unit == kode_unit, p.sidik == sidik)
    return rows[0] if rows else None


def _rows(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Profil]:
    p = t.profil.c
    query = sa.select(p.id, p.kode_unit, p.sidik, p.bentuk, p.isi, p.sha256, p.pelaku, p.waktu).where(*where)
    return [
        Profil(
            row.id, row.kode_unit, row.sidik, row.bentuk, *_from_json(row.isi), row.sha256, row.pelaku, row.waktu
        )
        for row in connection.execute(query.order_by(p.id.desc()))
    ]


def _from_json(isi: str | None) -> tuple[Jawaban | None, dict[str, str]]:
    if isi is None:
        return None, {}
    kept: dict[str, Any] = json.loads(isi)
    judul = kept.pop("judul")
    return Jawaban(**kept), judul
