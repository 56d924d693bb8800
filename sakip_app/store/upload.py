"""Taking in one workbook: keep it whole."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import (
    Berganti,
    reported_quarters,
    require_open,
    require_unjudged,
    targeted_quarters,
)
from sakip_app.store.current import in_force, withdrawn
from sakip_app.store.database import new_id, reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.lifetime import check_there
from sakip_app.store.profiles import Penjawab, ProfilBaru, keep_profile
from sakip_app.store.stated import (
    BERDOKUMEN,
    Beda,
    Sebutan,
    differences,
    reported_quarter,
    stated,
)
from sakip_app.store.units import UnitBaru, insert_unit, normalise, require_instansi
from sakip_app.workbook.result import HasilBaca


@dataclass(frozen=True, slots=True)
class UnggahanTersimpan:
    """What became of an upload; ``baru`` is False when the same bytes were already kept and change nothing.

    ``unit_didaftarkan`` says that its unit was added with it.
    """

    id: int
    baru: bool
    n_baru: int = 0
    n_berubah: int = 0
    n_sama: int = 0
    unit_didaftarkan: bool = False


@dataclass(frozen=True, slots=True)
class Kiriman:
    """What one file says of one unit and year, and what a person decided about it.

    ``unit_baru`` is the unit to add when ``kode_unit`` is not known yet; ``polaritas`` and ``konsolidasi`` are
    decisions per ``kunci``, the latter where the sheet declares none; ``dokumen`` is what fixes the targets in
    the file, e.g. ``"PK perubahan"``; ``profil`` are the answers about its form that the unit wants remembered.
    """

    hasil: HasilBaca
    kode_unit: str
    tahun: int
    unit_baru: UnitBaru | None = None
    polaritas: Mapping[str, str] = field(default_factory=dict)
    konsolidasi: Mapping[str, str] = field(default_factory=dict)
    dokumen: str | None = None
    profil: ProfilBaru | None = None


def commit_upload(
    engine: sa.Engine,
    hasil: HasilBaca,
    isi: bytes,
    *,
    kode_instansi: str,
    kode_unit: str,
    unit_baru: UnitBaru | None,
    tahun: int,
    polaritas: Mapping[str, str],
    pelaku: str,
    konsolidasi: Mapping[str, str] | None = None,
    dokumen: str | None = None,
    waktu: datetime | None = None,
) -> UnggahanTersimpan:
    """Keep one workbook of one unit, its bytes and every value it adds or changes; see :func:`commit_uploads`."""
    kiriman = Kiriman(hasil, kode_unit, tahun, unit_baru, polaritas, konsolidasi or {}, dokumen)
    return commit_uploads(engine, [kiriman], isi, kode_instansi=kode_instansi, pelaku=pelaku, waktu=waktu)[0]


def commit_uploads(
    engine: sa.Engine,
    kiriman: Sequence[Kiriman],
    isi: bytes,
    *,
    kode_instansi: str,
    pelaku: str,
    waktu: datetime | None = None,
) -> list[UnggahanTersimpan]:
    """Keep one workbook, its bytes and every value it adds or changes; all its units or none.

    The same bytes again for the same unit, year and ``dokumen``, where nothing differs from what is in force,
    are not kept again: the upload that brought them is given back. Where something differs, because another
    file came between or a person decided something since, they are a new upload of the file kept already.

    Args:
        engine: the store.
        kiriman: what was read from ``isi``, unit by unit.
        isi: the bytes of the file.
        kode_instansi: the body.
        pelaku: who sends it.
        waktu: when, default now; must carry a time zone.

    Returns:
        What became of each ``kiriman``, in their order.

    Raises:
        SimpanDitolakError: if a galat is left (``unggahan-bergalat``), the bytes are not those read
            (``sidik-berbeda``), a template was made for another body, unit or year (``templat-untuk-lain``), the
            unit is unknown (``unit-asing``), a figure or note of a quarter that takes none would be new or
            changed (see :func:`closing.require_open`), a closed quarter would be measured otherwise (see
            :func:`closing.require_unjudged`), the unit does not exist on the last day of a quarter it reports
            (``unit-berakhir``, ``unit-belum-ada``), or see :func:`stated.stated`.
    """
    waktu = waktu or datetime.now(UTC)
    for satu in kiriman:
        _check(satu, isi, kode_instansi)
    sebutan = [
        stated(satu.hasil, {"polaritas": satu.polaritas, "konsolidasi": satu.konsolidasi}) for satu in kiriman
    ]
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        kept = [
            _keep(connection, satu, said, isi, kode_instansi=kode_instansi, pelaku=pelaku, waktu=waktu)
            for satu, said in zip(kiriman, sebutan, strict=True)
        ]
        for satu in kiriman:
            if satu.profil is not None:
                by = Penjawab(pelaku, waktu, satu.hasil.sha256)
                keep_profile(connection, kode_instansi, satu.kode_unit, satu.profil, by)
        return kept


def _keep(
    connection: sa.Connection,
    satu: Kiriman,
    sebutan: list[Sebutan],
    isi: bytes,
    *,
    kode_instansi: str,
    pelaku: str,
    waktu: datetime,
) -> UnggahanTersimpan:
    hasil, kode_unit, tahun, dokumen = satu.hasil, satu.kode_unit, satu.tahun, satu.dokumen
    unit_didaftarkan = _ensure_unit(
        connection, kode_instansi, kode_unit, satu.unit_baru, pelaku=pelaku, waktu=waktu
    )
    beda = differences(sebutan, in_force(connection, kode_instansi, kode_unit, tahun))
    n = Counter(b.keadaan for b in beda)
    known = _same_bytes(connection, kode_instansi, kode_unit, tahun, hasil.sha256, dokumen)
    if known is not None and n["sama"] == len(beda):
        return UnggahanTersimpan(known, baru=False, n_sama=n["sama"])
    _check_closing(connection, kode_instansi, tahun, beda, dokumen, waktu)
    _check_days(connection, kode_instansi, kode_unit, tahun, beda)
    unggahan_id = _insert_upload(
        connection,
        hasil,
        isi,
        {
            "kode_instansi": kode_instansi,
            "kode_unit": kode_unit,
            "tahun": tahun,
            "dokumen": dokumen,
            "pelaku": pelaku,
            "waktu": waktu,
        },
    )
    ids = _ensure_indicators(connection, hasil, kode_instansi, kode_unit, tahun, unggahan_id)
    _insert_values(connection, beda, ids, unggahan_id, dokumen=dokumen, pelaku=pelaku, waktu=waktu)
    record(
        connection,
        "unggahan_diterima",
        pelaku=pelaku,
        waktu=waktu,
        kode_instansi=kode_instansi,
        unggahan_id=unggahan_id,
        keterangan=f"{hasil.berkas}: {n['baru']} baru, {n['berubah']} berubah, {n['sama']} sama",
    )
    return UnggahanTersimpan(
        unggahan_id,
        baru=True,
        n_baru=n["baru"],
        n_berubah=n["berubah"],
        n_sama=n["sama"],
        unit_didaftarkan=unit_didaftarkan,
    )


def _check_closing(
    connection: sa.Connection,
    kode_instansi: str,
    tahun: int,
    beda: Sequence[Beda],
    dokumen: str | None,
    waktu: datetime,
) -> None:
    """See that what is new or changed leaves every closed quarter as it was judged."""
    changed = [b for b in beda if b.keadaan != "sama"]
    places = [(b.sebutan.jenis, b.sebutan.triwulan) for b in changed]
    require_open(
        connection, kode_instansi, tahun, reported_quarters(places), waktu, target=targeted_quarters(places)
    )
    judged = [
        Berganti(b.lama.id, b.sebutan.jenis, dokumen)
        for b in changed
        if b.lama is not None and (b.lama.angka, b.lama.teks) != (None, None)
    ]
    require_unjudged(connection, kode_instansi, tahun, judged, waktu)


def _check_days(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, tahun: int, beda: Sequence[Beda]
) -> None:
    """See that the unit is there in every quarter of which it says anything new."""
    told = [b.sebutan for b in beda if b.keadaan != "sama" and b.sebutan.jenis == "realisasi"]
    check_there(connection, kode_instansi, kode_unit, tahun, {s.triwulan for s in told if s.triwulan is not None})


def is_kept(
    engine: sa.Engine, kode_instansi: str, kode_unit: str, tahun: int, sha256: str, dokumen: str | None
) -> bool:
    """Whether these bytes are kept for the unit, year and ``dokumen`` by an upload that was not withdrawn."""
    with reading(engine) as connection:
        return _same_bytes(connection, kode_instansi, kode_unit, tahun, sha256, dokumen) is not None


def _check(satu: Kiriman, isi: bytes, kode_instansi: str) -> None:
    hasil, mark = satu.hasil, satu.hasil.templat
    if hashlib.sha256(isi).hexdigest() != hasil.sha256:
        raise SimpanDitolakError(
            "sidik-berbeda",
            f"Berkas {hasil.berkas} berbeda dari yang tadi dibaca.",
            "Unggah dan periksa berkasnya sekali lagi.",
        )
    n = sum(f.tingkat == "galat" for f in hasil.temuan)
    if n:
        raise SimpanDitolakError(
            "unggahan-bergalat",
            f"Masih ada {n} sel dengan galat; tidak ada yang disimpan.",
            "Perbaiki sel-sel itu di berkas Anda, lalu unggah lagi.",
        )
    if mark is not None and (mark.kode_instansi, mark.kode_unit, mark.tahun) != (
        kode_instansi,
        satu.kode_unit,
        satu.tahun,
    ):
        raise SimpanDitolakError(
            "templat-untuk-lain",
            f"Templat di lembar {hasil.lembar} dibuat untuk unit {mark.kode_unit} tahun {mark.tahun}, "
            f"bukan untuk unit {satu.kode_unit} tahun {satu.tahun}.",
            "Pilih unit dan tahun itu, atau unduh templat yang sesuai.",
        )
    if not hasil.indikator:
        raise SimpanDitolakError(
            "tanpa-indikator", "Tidak ada indikator dalam berkas ini.", "Periksa lembar dan kepala tabelnya."
        )


def _ensure_unit(
    connection: sa.Connection,
    kode_instansi: str,
    kode_unit: str,
    unit_baru: UnitBaru | None,
    *,
    pelaku: str,
    waktu: datetime,
) -> bool:
    """See that the unit exists; whether it had to be added."""
    u = t.unit.c
    nama = connection.execute(
        sa.select(u.nama).where(u.kode_instansi == kode_instansi, u.kode_unit == kode_unit)
    ).scalar()
    if nama is None and unit_baru is not None and unit_baru.kode_unit == kode_unit:
        insert_unit(connection, kode_instansi, unit_baru, pelaku=pelaku, waktu=waktu)
        return True
    if nama is None:
        raise SimpanDitolakError(
            "unit-asing", f"Unit {kode_unit} belum terdaftar.", "Daftarkan unitnya, atau pilih unit lain."
        )
    if unit_baru is not None and normalise(unit_baru.nama) != normalise(nama):
        raise SimpanDitolakError("unit-ada", f"Kode unit {kode_unit} sudah dipakai {nama}.", "Pakai kode lain.")
    return False


def _same_bytes(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, tahun: int, sha256: str, dokumen: str | None
) -> int | None:
    g = t.unggahan.c
    return connection.execute(
        sa.select(g.id)
        .where(
            g.kode_instansi == kode_instansi,
            g.kode_unit == kode_unit,
            g.tahun == tahun,
            g.sha256 == sha256,
            g.dokumen.is_not_distinct_from(dokumen),
            g.id.not_in(withdrawn()),
        )
        .order_by(g.id.desc())
    ).scalar()


def _insert_upload(connection: sa.Connection, hasil: HasilBaca, isi: bytes, upload: Mapping[str, Any]) -> int:
    kept = sa.select(t.berkas.c.ukuran).where(t.berkas.c.sha256 == hasil.sha256)
    if connection.execute(kept).first() is None:
        connection.execute(sa.insert(t.berkas).values(sha256=hasil.sha256, isi=isi, ukuran=len(isi)))
    result = connection.execute(
        sa.insert(t.unggahan).values(
            **upload,
            sha256=hasil.sha256,
            nama_berkas=hasil.berkas,
            tata_letak=hasil.tata_letak,
            lembar=hasil.lembar,
            triwulan_terakhir=reported_quarter(hasil),
        )
    )
    return new_id(result)


def _ensure_indicators(
    connection: sa.Connection,
    hasil: HasilBaca,
    kode_instansi: str,
    kode_unit: str,
    tahun: int,
    unggahan_id: int,
) -> dict[str, int]:
    i = t.indikator.c
    ids = sa.select(i.kunci, i.id).where(
        i.kode_instansi == kode_instansi, i.tahun == tahun, i.kode_unit == kode_unit
    )
    known = {row.kunci for row in connection.execute(ids)}
    new = [
        {
            "kode_instansi": kode_instansi,
            "kode_unit": kode_unit,
            "tahun": tahun,
            "kunci": baris.kunci,
            "urutan": baris.baris,
            "unggahan_id": unggahan_id,
        }
        for baris in hasil.indikator
        if baris.kunci not in known
    ]
    if new:
        connection.execute(sa.insert(t.indikator), new)
    return {row.kunci: row.id for row in connection.execute(ids)}


def _insert_values(
    connection: sa.Connection,
    beda: list[Beda],
    ids: Mapping[str, int],
    unggahan_id: int,
    *,
    dokumen: str | None,
    pelaku: str,
    waktu: datetime,
) -> None:
    new = [
        {
            "indikator_id": ids[s.kunci],
            "jenis": s.jenis,
            "triwulan": s.triwulan,
            "angka": s.angka,
            "teks": s.teks,
            "dokumen": dokumen if s.jenis in BERDOKUMEN else None,
            "keadaan": "dikirim",
            "unggahan_id": unggahan_id,
            "lembar": s.lembar,
            "sel": s.sel,
            "pelaku": pelaku,
            "waktu": waktu,
        }
        for s, _, keadaan in beda
        if keadaan != "sama"
    ]
    if new:
        connection.execute(sa.insert(t.nilai), new)
    confirmed = [
        {"nilai_id": lama.id, "unggahan_id": unggahan_id, "lembar": s.lembar, "sel": s.sel}
        for s, lama, keadaan in beda
        if keadaan == "sama" and lama is not None
    ]
    if confirmed:
        connection.execute(sa.insert(t.penegasan), confirmed)
