"""The rule sets a body adopted, each from a quarter on, and its ordinal scales. A past quarter keeps its rule."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.database import new_id, reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.lifetime import Triwulan, reported, sebut_triwulan
from sakip_app.store.periods import require_not_closed
from sakip_app.store.units import require_instansi
from sakip_app.text.dates import waktu_setempat
from sakip_app.text.words import tw
from sakip_metrics import ATURAN_BAKU, SKALA_BAKU, Aturan, PitaPredikat
from sakip_metrics.kosakata import SakipMetricsError

BAKU = "lima-peringkat"


@dataclass(frozen=True, slots=True)
class AturanDipakai:
    """A rule set in force from one quarter on; one without ``keputusan`` is a preset, still an example."""

    aturan: Aturan
    dari: tuple[int, int] | None
    """Year and quarter from which it holds; ``None`` = from the beginning."""
    tanggal: date | None = None
    """Date of the decree."""
    pelaku: str = ""
    waktu: datetime | None = None
    digantikan: bool = False
    """Whether a later adoption from the same quarter took its place."""


def aturan_json(aturan: Aturan) -> str:
    """A rule set as it is kept; the lowest band has no edge."""
    fields = asdict(aturan)
    fields["predikat"] = [
        [None if math.isinf(band.batas) else band.batas, band.label, band.warna] for band in aturan.predikat
    ]
    return json.dumps(fields, ensure_ascii=False, allow_nan=False)


def aturan_from_json(text: str) -> Aturan:
    """The rule set kept as ``text``; what a later version added takes its default."""
    fields = json.loads(text)
    fields["predikat"] = tuple(
        PitaPredikat(-math.inf if batas is None else batas, label, warna)
        for batas, label, warna in fields["predikat"]
    )
    fields["acuan_penyerapan"] = tuple(fields["acuan_penyerapan"])
    return Aturan(**fields)


def adopt_aturan(
    engine: sa.Engine,
    kode_instansi: str,
    aturan: Aturan,
    *,
    keputusan: str | None,
    tanggal: date | None,
    tahun: int,
    triwulan: int,
    pelaku: str,
    mundur: bool = False,
    waktu: datetime | None = None,
) -> None:
    """Put a rule set in force from one quarter on; every quarter before keeps the rule it had.

    Args:
        engine: the store.
        kode_instansi: the body.
        aturan: the rule; its ``nama`` is what every screen shows.
        keputusan: number of the decree, e.g. ``"Perbup 12 Tahun 2026"``; ``None`` = a preset, still an example.
        tanggal: date of the decree, needed with ``keputusan``.
        tahun: first year it holds for.
        triwulan: first quarter of that year, 1–4.
        pelaku: who adopts it.
        mundur: whether it was confirmed that quarters already reported are judged anew; quarters of an earlier
            year that were reported never are.
        waktu: when, default now.

    Raises:
        SimpanDitolakError: quarters already reported would be judged anew and nobody confirmed it
            (``aturan-berlaku-mundur``) or they are of an earlier year (``aturan-tahun-lalu``); or no name, a decree
            without a date or the other way round, a quarter that does not exist, a name that a preset or another
            rule of the body has, a quarter before one for which a rule was adopted already, or one that is closed
            or has a closed one after it: what was judged keeps its rule.
    """
    waktu = waktu or datetime.now(UTC)
    keputusan = (keputusan or "").strip() or None
    nama = aturan.nama.strip()
    if not nama:
        raise SimpanDitolakError(
            "aturan-tanpa-nama", "Aturan belum bernama.", "Beri nama, misalnya Perbup 12/2026."
        )
    if (keputusan is None) != (tanggal is None):
        raise SimpanDitolakError(
            "keputusan-tak-lengkap",
            "Keputusan perlu nomor dan tanggal.",
            "Isi keduanya, atau kosongkan keduanya bila masih contoh.",
        )
    if triwulan not in (1, 2, 3, 4):
        raise SimpanDitolakError("triwulan-asing", f"Triwulan {triwulan} tidak ada.", "Pilih triwulan 1 sampai 4.")
    told = keputusan if tanggal is None else f"{keputusan}, {tanggal.isoformat()}"
    try:
        kept = replace(aturan, nama=nama, keputusan=told)
    except SakipMetricsError as error:
        raise SimpanDitolakError(
            "aturan-tak-sah", f"Aturan tidak sah: {error}.", "Periksa isian aturan."
        ) from error
    with writing(engine) as connection:
        preset = require_instansi(connection, kode_instansi)
        before = _adopted(connection, kode_instansi)
        latest = max((used.dari for used in before if used.dari is not None), default=None)
        if latest is not None and (tahun, triwulan) < latest:
            raise SimpanDitolakError(
                "aturan-mundur",
                f"Sejak TW {latest[1]} {latest[0]} sudah berlaku aturan lain; yang lalu tidak berganti aturan.",
                f"Pilih TW {latest[1]} {latest[0]} atau sesudahnya.",
            )
        require_not_closed(connection, kode_instansi, tahun, triwulan, waktu)
        anew = [quarter for quarter in reported(connection, kode_instansi) if quarter >= (tahun, triwulan)]
        _check_backwards(connection, kode_instansi, anew, waktu, confirmed=mundur)
        same = [used.aturan for used in before if used.aturan.nama == nama]
        if keputusan is not None and (nama in ATURAN_BAKU or any(a != kept for a in same)):
            raise SimpanDitolakError(
                "nama-aturan-dipakai",
                f"Nama aturan “{nama}” sudah dipakai.",
                "Pakai nama lain, supaya tidak tertukar.",
            )
        result = connection.execute(
            sa.insert(t.aturan).values(
                kode_instansi=kode_instansi,
                nama=nama,
                isi=aturan_json(kept),
                keputusan=keputusan,
                tanggal=tanggal,
                dari_tahun=tahun,
                dari_triwulan=triwulan,
                pelaku=pelaku,
                waktu=waktu,
            )
        )
        record(
            connection,
            "aturan_ditetapkan",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{before[-1].aturan.nama if before else preset} → {nama} sejak TW {triwulan} {tahun}"
            f"{f', menilai ulang {sebut_triwulan(anew)}' if anew else ''} (nomor {new_id(result)})",
        )


def list_dilaporkan(engine: sa.Engine, kode_instansi: str) -> list[Triwulan]:
    """The quarters of which a realisasi is in force, oldest first."""
    with reading(engine) as connection:
        return reported(connection, kode_instansi)


def tahun_berjalan(engine: sa.Engine, kode_instansi: str, waktu: datetime | None = None) -> int:
    """The year at work: this one, or the newest the body has indicators of where that is an earlier one."""
    with reading(engine) as connection:
        return _year_at_work(connection, kode_instansi, waktu or datetime.now(UTC))


def _year_at_work(connection: sa.Connection, kode_instansi: str, waktu: datetime) -> int:
    i, today = t.indikator.c, waktu_setempat(waktu).year
    newest = connection.execute(sa.select(sa.func.max(i.tahun)).where(i.kode_instansi == kode_instansi)).scalar()
    return today if newest is None else min(today, newest)


def _check_backwards(
    connection: sa.Connection, kode_instansi: str, anew: Sequence[Triwulan], waktu: datetime, *, confirmed: bool
) -> None:
    """Refuse a rule that reaches back: into an earlier year always, within the year unless that is confirmed."""
    year = _year_at_work(connection, kode_instansi, waktu) if anew else 0
    earlier = [quarter for quarter in anew if quarter[0] < year]
    if earlier:
        raise SimpanDitolakError(
            "aturan-tahun-lalu",
            f"{sebut_triwulan(earlier)} sudah dilaporkan; tahun yang lalu tidak berganti aturan.",
            f"Pilih {tw(1)} {year} atau sesudahnya.",
        )
    if anew and not confirmed:
        raise SimpanDitolakError(
            "aturan-berlaku-mundur",
            f"{sebut_triwulan(anew)} sudah dilaporkan dan akan dinilai ulang.",
            "Setujui penilaian ulangnya, atau pilih triwulan sesudahnya.",
        )


def list_aturan(engine: sa.Engine, kode_instansi: str) -> list[AturanDipakai]:
    """The rule sets of a body in the order in which they hold, the preset it began with first."""
    with reading(engine) as connection:
        preset = connection.execute(
            sa.select(t.instansi.c.aturan).where(t.instansi.c.kode == kode_instansi)
        ).scalar_one()
        return [
            AturanDipakai(ATURAN_BAKU.get(preset, ATURAN_BAKU[BAKU]), None),
            *_adopted(connection, kode_instansi),
        ]


def aturan_pada(dipakai: Sequence[AturanDipakai], tahun: int, triwulan: int) -> Aturan:
    """The rule in force in one quarter: of those that hold from it or earlier the latest.

    Examples:
        >>> awal, baru = ATURAN_BAKU["lima-peringkat"], ATURAN_BAKU["bps"]
        >>> dipakai = [AturanDipakai(awal, None), AturanDipakai(baru, (2026, 2))]
        >>> [aturan_pada(dipakai, 2026, tw).nama for tw in (1, 2)]
        ['lima-peringkat', 'bps']
    """
    found = [used.aturan for used in dipakai if used.dari is None or used.dari <= (tahun, triwulan)]
    return found[-1]


def _adopted(connection: sa.Connection, kode_instansi: str) -> list[AturanDipakai]:
    a = t.aturan.c
    rows = connection.execute(
        sa.select(a.isi, a.dari_tahun, a.dari_triwulan, a.tanggal, a.pelaku, a.waktu)
        .where(a.kode_instansi == kode_instansi)
        .order_by(a.dari_tahun, a.dari_triwulan, a.id)
    ).all()
    quarters = [(row.dari_tahun, row.dari_triwulan) for row in rows]
    return [
        AturanDipakai(
            aturan_from_json(row.isi),
            quarter,
            row.tanggal,
            row.pelaku,
            row.waktu,
            digantikan=quarter in quarters[position + 1 :],
        )
        for position, (row, quarter) in enumerate(zip(rows, quarters, strict=True))
    ]


def set_skala(
    engine: sa.Engine,
    kode_instansi: str,
    nama: str,
    peringkat: Mapping[str, float],
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Keep an ordinal scale of a body (word → rank); words may be added to one that is there, presets included.

    Raises:
        SimpanDitolakError: no name, fewer than two words, a blank or repeated word, a negative rank, or a word
            that was there with another rank: what was judged by it would shift.
    """
    waktu = waktu or datetime.now(UTC)
    nama = nama.strip()
    words = {word.strip(): float(rank) for word, rank in peringkat.items()}
    folded = {word.casefold() for word in words}
    if not nama or len(words) < 2 or "" in words or len(folded) < len(peringkat):
        raise SimpanDitolakError(
            "skala-tak-sah",
            "Skala perlu nama dan sedikitnya dua kata yang berbeda.",
            "Tulis tiap kata sekali, misalnya WDP dan WTP.",
        )
    if any(rank < 0 or not math.isfinite(rank) for rank in words.values()):
        raise SimpanDitolakError("skala-tak-sah", "Nilai dalam skala tidak boleh negatif.", "Pakai 0 atau lebih.")
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        held = _skala(connection, kode_instansi).get(nama, {})
        moved = [word for word, rank in held.items() if words.get(word) != rank]
        if moved:
            raise SimpanDitolakError(
                "skala-berubah",
                f"Skala {nama} sudah memuat {', '.join(moved)} dengan nilai lain; penilaian lalu tidak boleh bergeser.",
                "Pakai nama skala yang baru untuk urutan yang baru.",
            )
        connection.execute(
            sa.insert(t.skala).values(
                kode_instansi=kode_instansi,
                nama=nama,
                isi=json.dumps(words, ensure_ascii=False),
                pelaku=pelaku,
                waktu=waktu,
            )
        )
        told = ", ".join(f"{word} = {rank:g}" for word, rank in words.items())
        record(
            connection,
            "skala_ditetapkan",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{nama}: {told}",
        )


def list_skala(engine: sa.Engine, kode_instansi: str) -> dict[str, Mapping[str, float]]:
    """The scales of a body by name: the presets, and its own in their place or beside them."""
    with reading(engine) as connection:
        return _skala(connection, kode_instansi)


def _skala(connection: sa.Connection, kode_instansi: str) -> dict[str, Mapping[str, float]]:
    s = t.skala.c
    rows = connection.execute(sa.select(s.nama, s.isi).where(s.kode_instansi == kode_instansi).order_by(s.id))
    return {**SKALA_BAKU, **{row.nama: json.loads(row.isi) for row in rows}}
