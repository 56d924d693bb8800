"""Which follow-ups a template asks about, and how they are printed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sakip_app import store
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.text.dates import waktu_setempat
from sakip_app.text.words import tw
from sakip_app.workbook.template import JanjiTemplat


def to_report(semua: Sequence[TindakLanjut], tahun: int, triwulan: int) -> list[TindakLanjut]:
    """Of the follow-ups of a body those that a template of this quarter asks about, in the order of its rows.

    All that are not done, and those that the last meeting decided or carried on; what a later quarter's meeting
    decided is not asked about. The first to fall due stands first, what is done stands last.

    Examples:
        >>> def janji(n, triwulan, keadaan="belum", **lain):
        ...     return TindakLanjut(n, f"u{n}", "Audit", "Kadis", lain.pop("tenggat", None), 2026, triwulan,
        ...                         keadaan=keadaan, **lain)
        >>> semua = [janji(1, 1), janji(2, 1, "selesai"), janji(3, 2, "selesai"), janji(4, 4),
        ...          janji(5, 2, tenggat=date(2026, 8, 1)), janji(6, 1, "selesai", dibawa=((2026, 2),))]
        >>> [satu.id for satu in to_report(semua, 2026, 3)]
        [5, 1, 3, 6]
    """
    until = (tahun, triwulan)
    known = [satu for satu in semua if (satu.tahun, satu.triwulan) <= until]
    last = max((rapat for satu in known for rapat in _meetings(satu) if rapat <= until), default=None)
    asked = [satu for satu in known if satu.keadaan != "selesai" or last in _meetings(satu)]
    return sorted(asked, key=lambda satu: (satu.keadaan == "selesai", satu.tenggat or date.max, satu.id))


def _meetings(satu: TindakLanjut) -> set[tuple[int, int]]:
    return {(satu.tahun, satu.triwulan), *satu.dibawa}


def follow_ups_of(
    asked: Sequence[TindakLanjut],
    kode_unit: str,
    *data: store.DataTahun,
    pelanjut: Mapping[str, str] | None = None,
) -> list[JanjiTemplat]:
    """Those of one unit as they are printed, with those of the units it goes on for (``store.list_pelanjut``).

    ``data`` are the years in which the indicators' names are looked for.
    """
    heirs = pelanjut or {}
    own = [satu for satu in asked if kode_unit in (satu.kode_unit, heirs.get(satu.kode_unit or ""))]
    names = _names(data) if own else {}
    today = waktu_setempat(datetime.now(UTC)).date()
    return [_printed(satu, names, today, inherited=satu.kode_unit != kode_unit) for satu in own]


def _names(data: Sequence[store.DataTahun]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for year in reversed(data):
        names |= dict(zip(year.indikator["kode_indikator"], year.indikator["uraian"], strict=True))
    return names


def _printed(satu: TindakLanjut, names: Mapping[str, str], today: date, *, inherited: bool) -> JanjiTemplat:
    newest = satu.riwayat[-1].waktu if satu.riwayat else None
    return JanjiTemplat(
        id=satu.id,
        uid=satu.uid,
        apa=satu.apa,
        penanggung_jawab=satu.penanggung_jawab,
        tenggat=satu.tenggat,
        keadaan=satu.keadaan,
        rapat=f"{tw(satu.triwulan)} {satu.tahun}" + (f" · {satu.nama_unit}" if inherited else ""),
        indikator=names.get(satu.kode_indikator or ""),
        ukuran_berhasil=satu.ukuran_berhasil,
        catatan=satu.catatan,
        lewat=satu.keadaan_pada(today) == "lewat",
        sampai=newest.isoformat() if newest else None,
    )
