"""Corrections: one value replaced by a person, with a reason, beside what the workbook said."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import (
    Berganti,
    reported_quarters,
    require_open,
    require_unjudged,
    targeted_quarters,
)
from sakip_app.store.current import current_ids
from sakip_app.store.database import writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.stated import (
    ANGKA_TRIWULAN,
    BERDOKUMEN,
    CATATAN,
    DIKOREKSI,
    RENSTRA,
    Berlaku,
)
from sakip_app.store.units import require_instansi
from sakip_app.text.words import tw

#: The values of the year that a person may correct; those of a quarter are ``ANGKA_TRIWULAN`` and ``CATATAN``.
KOREKSI_TAHUNAN = (
    *("target_tahunan", "target_bawah", "target_atas", "target_renstra"),
    *("realisasi_lalu", "pagu", "bobot"),
)
#: Where a word may stand in place of a number, such as WTP.
BERKATA = ("realisasi", "target", "target_tahunan")
UANG = ("pagu", "realisasi_anggaran")
TAK_NEGATIF = (*UANG, "bobot")
_TAHUN_RENSTRA = re.compile(rf"{RENSTRA}\d{{4}}", re.ASCII)

Nilai = tuple[float | None, str | None]
"""A value as a number or in words; a blank is neither."""

_KOSONG: Nilai = (None, None)


def correct_value(
    engine: sa.Engine,
    kode_indikator: str,
    jenis: str,
    triwulan: int | None,
    nilai: float | str | None,
    *,
    semula: Nilai | None,
    alasan: str,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Replace one value of one indicator; what stood before stays in the history.

    A correction stands on its own: withdrawing the upload it corrected does not take it away, a later upload
    that states another value supersedes it. It keeps the ``dokumen`` of the target it corrects.

    Args:
        engine: the store.
        kode_indikator: whose value.
        jenis: ``realisasi``, ``target``, ``realisasi_anggaran`` or a note, each with its ``triwulan``; or one of
            ``KOREKSI_TAHUNAN`` or ``renstra_2027``, of the year.
        triwulan: the quarter, 1–4; ``None`` for a value of the year.
        nilai: the new value, as the sheet would state it (a position where it holds positions); ``None`` empties
            it, for a 0 that meant "not measured".
        semula: what the person saw in its place, number and words; ``None`` for nothing.
        alasan: why.
        pelaku: who.
        waktu: when, default now; must carry a time zone.

    Raises:
        SimpanDitolakError: nothing was changed, because no reason is given (``tanpa-alasan``), the value is the
            same (``nilai-sama``), not finite (``angka-tak-hingga``), below zero where that means nothing
            (``angka-negatif``) or of the wrong kind (``jenis-asing``, ``triwulan-asing``, ``bentuk-nilai``),
            nobody knows the indicator (``indikator-asing``), another value is in force meanwhile
            (``sudah-berubah``), the quarter takes none (see :func:`closing.require_open`), or a closed one would
            be measured otherwise (see :func:`closing.require_unjudged`).

    Examples:
        >>> correct_value(
        ...     engine, "17", "realisasi", 3, 9.8, semula=(8.9, None), alasan="Salah ketik", pelaku="Ani"
        ... )  # doctest: +SKIP
    """
    waktu = waktu or datetime.now(UTC)
    alasan = alasan.strip()
    if not alasan:
        raise SimpanDitolakError("tanpa-alasan", "Koreksi perlu alasan.", "Tulis satu kalimat alasannya.")
    _check_place(jenis, triwulan)
    baru = _value(jenis, nilai)
    with writing(engine) as connection:
        i = t.indikator.c
        row = None
        if kode_indikator.isdecimal():
            row = connection.execute(
                sa.select(i.kode_instansi, i.tahun, i.kunci).where(i.id == int(kode_indikator))
            ).first()
        if row is None:
            raise SimpanDitolakError(
                "indikator-asing", "Indikator ini tidak tersimpan.", "Muat ulang halaman ini, lalu pilih lagi."
            )
        require_instansi(connection, row.kode_instansi)
        berlaku = _in_force(connection, int(kode_indikator), jenis, triwulan)
        kini = (berlaku.angka, berlaku.teks) if berlaku else _KOSONG
        if kini != (semula or _KOSONG):
            raise SimpanDitolakError(
                "sudah-berubah",
                "Nilai ini sudah diubah orang lain sejak halaman ini dibuka; koreksi Anda belum disimpan.",
                "Periksa nilai yang sekarang, lalu simpan lagi bila masih perlu.",
            )
        if kini == baru:
            raise SimpanDitolakError(
                "nilai-sama", "Nilai baru sama dengan yang tersimpan.", "Isi nilai lain, atau tutup jendela ini."
            )
        place = [(jenis, triwulan)]
        require_open(
            connection,
            row.kode_instansi,
            row.tahun,
            reported_quarters(place),
            waktu,
            target=targeted_quarters(place),
        )
        if berlaku is not None and kini != _KOSONG:
            judged = [Berganti(berlaku.id, jenis, berlaku.dokumen)]
            require_unjudged(connection, row.kode_instansi, row.tahun, judged, waktu)
        connection.execute(
            sa.insert(t.nilai).values(
                indikator_id=int(kode_indikator),
                jenis=jenis,
                triwulan=triwulan,
                angka=baru[0],
                teks=baru[1],
                dokumen=berlaku.dokumen if berlaku and jenis in BERDOKUMEN else None,
                keadaan=DIKOREKSI,
                pelaku=pelaku,
                waktu=waktu,
                alasan=alasan,
            )
        )
        what = jenis if triwulan is None else f"{jenis} {tw(triwulan)}"
        record(
            connection,
            "koreksi",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=row.kode_instansi,
            keterangan=f"indikator {kode_indikator}, {what}: {_told(kini)} → {_told(baru)}; {alasan}",
        )


def _check_place(jenis: str, triwulan: int | None) -> None:
    quarterly = jenis in ANGKA_TRIWULAN or jenis in CATATAN
    if not quarterly and jenis not in KOREKSI_TAHUNAN and not _TAHUN_RENSTRA.fullmatch(jenis):
        raise SimpanDitolakError(
            "jenis-asing", f"“{jenis}” tidak dapat dikoreksi.", "Pilih nilai lain dari daftar."
        )
    if quarterly and triwulan not in (1, 2, 3, 4):
        raise SimpanDitolakError("triwulan-asing", "Nilai ini milik satu triwulan.", "Pilih triwulan I sampai IV.")
    if not quarterly and triwulan is not None:
        raise SimpanDitolakError(
            "triwulan-asing", "Nilai ini milik satu tahun, bukan satu triwulan.", "Pilih tanpa triwulan."
        )


def _value(jenis: str, nilai: float | str | None) -> Nilai:
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return _KOSONG
    if isinstance(nilai, str):
        if jenis not in CATATAN and jenis not in BERKATA:
            raise SimpanDitolakError("bentuk-nilai", "Nilai ini harus angka.", "Tulis angkanya, misalnya 1.234,5.")
        return None, nilai.strip()
    if jenis in CATATAN:
        raise SimpanDitolakError("bentuk-nilai", "Catatan harus berupa kata-kata.", "Tulis catatannya.")
    if not math.isfinite(nilai):
        raise SimpanDitolakError("angka-tak-hingga", "Angka ini tidak terhingga.", "Tulis angka yang sebenarnya.")
    if nilai < 0 and jenis in TAK_NEGATIF:
        raise SimpanDitolakError(
            "angka-negatif",
            f"{'Uang' if jenis in UANG else 'Bobot'} tidak boleh kurang dari nol.",
            "Tulis angka nol atau lebih.",
        )
    return float(nilai), None


def _in_force(connection: sa.Connection, indikator_id: int, jenis: str, triwulan: int | None) -> Berlaku | None:
    n = t.nilai.c
    ids = current_ids(n.indikator_id == indikator_id, n.jenis == jenis, n.triwulan.is_not_distinct_from(triwulan))
    row = connection.execute(
        sa.select(n.id, n.unggahan_id, n.angka, n.teks, n.dokumen, n.keadaan).join(ids, ids.c.id == n.id)
    ).first()
    return None if row is None else Berlaku(*row)


def _told(nilai: Nilai) -> str:
    """A value in the log, exactly."""
    angka, teks = nilai
    return (
        "kosong" if angka is None and teks is None else (teks or f"{angka!r}".removesuffix(".0").replace(".", ","))
    )
