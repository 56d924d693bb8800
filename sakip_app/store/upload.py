"""Taking in one workbook: keep it whole."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
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
from sakip_app.store.current import in_force, withdrawn
from sakip_app.store.database import reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.findings import keep_findings
from sakip_app.store.follow_up_reports import keep_reports, reported, require_known_follow_ups
from sakip_app.store.lifetime import check_there
from sakip_app.store.matching import matched, require_decided
from sakip_app.store.pairing import stale
from sakip_app.store.profiles import Penjawab, ProfilBaru, keep_profile
from sakip_app.store.removal import require_removable, said
from sakip_app.store.stated import Beda, differences, require_known, require_unique, stated
from sakip_app.store.units import UnitBaru, insert_alias, insert_unit, normalise, require_instansi
from sakip_app.store.upload_rows import ensure_indicators, insert_upload, insert_values
from sakip_app.workbook.result import HasilBaca


@dataclass(frozen=True, slots=True)
class UnggahanTersimpan:
    """What became of an upload; ``baru`` is False when the same bytes were already kept and change nothing.

    ``unit_didaftarkan`` says that its unit was added with it; ``n_dicabut`` and ``n_kembali`` count indicators removed
    from the year and brought back, ``n_tindak_lanjut`` the follow-ups of which it says something new.
    """

    id: int
    baru: bool
    n_baru: int = 0
    n_berubah: int = 0
    n_sama: int = 0
    unit_didaftarkan: bool = False
    n_dicabut: int = 0
    n_kembali: int = 0
    n_tindak_lanjut: int = 0


@dataclass(frozen=True, slots=True)
class Kiriman:
    """What one file says of one unit and year, and what a person decided about it.

    ``unit_baru`` is the unit to add when ``kode_unit`` is not known yet; ``polaritas`` and ``konsolidasi`` are
    decisions per ``kunci``, the latter where the sheet declares none; ``dokumen`` is what fixes the targets in
    the file, e.g. ``"PK perubahan"``; ``profil`` are the answers about its form that the unit wants remembered.

    ``padanan`` says which kept indicator an offered row is (its ``kunci`` in the file → the kept one, ``None`` for
    another indicator), ``dicabut`` which kept indicators are not measured any more in the year, and why. ``versi``
    is the :attr:`matching.Padanan.versi` a person saw when deciding; ``alias_unit`` a name in the sheet that from now
    on means the unit. ``tindak_lanjut`` are the uid of follow-ups of which the file's word counts though their state
    changed since its template was made; of others so overtaken nothing is kept.
    """

    hasil: HasilBaca
    kode_unit: str
    tahun: int
    unit_baru: UnitBaru | None = None
    polaritas: Mapping[str, str] = field(default_factory=dict)
    konsolidasi: Mapping[str, str] = field(default_factory=dict)
    dokumen: str | None = None
    profil: ProfilBaru | None = None
    padanan: Mapping[str, str | None] = field(default_factory=dict)
    dicabut: Mapping[str, str] = field(default_factory=dict)
    versi: str | None = None
    alias_unit: str | None = None
    tindak_lanjut: Collection[str] = ()

    @property
    def keputusan(self) -> Mapping[str, Mapping[str, str]]:
        """What was decided about the indicators, by jenis, under the keys of the file."""
        return {"polaritas": self.polaritas, "konsolidasi": self.konsolidasi}


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
    padanan: Mapping[str, str | None] | None = None,
    dicabut: Mapping[str, str] | None = None,
    versi: str | None = None,
    alias_unit: str | None = None,
    waktu: datetime | None = None,
) -> UnggahanTersimpan:
    """Keep one workbook of one unit, its bytes and every value it adds or changes; see :func:`commit_uploads`."""
    kiriman = Kiriman(
        hasil,
        kode_unit,
        tahun,
        unit_baru,
        polaritas,
        konsolidasi or {},
        dokumen,
        padanan=padanan or {},
        dicabut=dicabut or {},
        versi=versi,
        alias_unit=alias_unit,
    )
    return commit_uploads(engine, [kiriman], isi, kode_instansi=kode_instansi, pelaku=pelaku, waktu=waktu)[0]


def commit_uploads(
    engine: sa.Engine,
    kiriman: Sequence[Kiriman],
    isi: bytes,
    *,
    kode_instansi: str,
    pelaku: str,
    waktu: datetime | None = None,
    coba: bool = False,
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
        coba: only try: all is checked and counted as if it were kept, then undone; the ids mean nothing.

    Returns:
        What became of each ``kiriman``, in their order.

    Raises:
        SimpanDitolakError: if a galat is left (``unggahan-bergalat``), the bytes are not those read
            (``sidik-berbeda``), a template was made for another body, unit or year (``templat-untuk-lain``), the
            unit is unknown (``unit-asing``), a figure or note of a quarter that takes none would be new or
            changed (see :func:`closing.require_open`), a closed quarter would be measured otherwise (see
            :func:`closing.require_unjudged`), the unit does not exist on the last day of a quarter it reports
            (``unit-berakhir``, ``unit-belum-ada``), a row may be an indicator that is kept and nobody said so, or
            a decision was made before something that changed since (see :func:`matching.require_decided`,
            :func:`pairing.pair` and :func:`removal.said`), or see :func:`stated.stated`.
    """
    waktu = waktu or datetime.now(UTC)
    for satu in kiriman:
        _check(satu, isi, kode_instansi)
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        kept = [
            _keep(connection, satu, isi, kode_instansi=kode_instansi, pelaku=pelaku, waktu=waktu)
            for satu in kiriman
        ]
        for satu in kiriman:
            if satu.profil is not None:
                by = Penjawab(pelaku, waktu, satu.hasil.sha256)
                keep_profile(connection, kode_instansi, satu.kode_unit, satu.profil, by)
        if coba:
            connection.rollback()
        return kept


def _keep(
    connection: sa.Connection,
    satu: Kiriman,
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
    if satu.alias_unit and not unit_didaftarkan:
        _learn_alias(connection, kode_instansi, kode_unit, satu.alias_unit, pelaku=pelaku, waktu=waktu)
    berlaku = in_force(connection, kode_instansi, kode_unit, tahun)
    padanan = matched(connection, hasil, kode_instansi, kode_unit, tahun, berlaku, satu.padanan)
    require_decided(padanan, hasil)
    sepadan = padanan.apply(hasil)
    keputusan = {jenis: {padanan.peta[k]: w for k, w in by.items()} for jenis, by in satu.keputusan.items()}
    about = differences(said(padanan, hasil, satu.dicabut), berlaku)
    values = differences(stated(sepadan, keputusan), berlaku)
    beda = values + about
    lanjut = reported(connection, hasil, kode_instansi, kode_unit)
    require_known_follow_ups(lanjut)
    kabar = [satu_kabar for satu_kabar in lanjut if satu_kabar.dipakai(satu.tindak_lanjut)]
    n = Counter(b.keadaan for b in values)
    known = _same_bytes(connection, kode_instansi, kode_unit, tahun, hasil.sha256, dokumen)
    if known is not None and all(b.keadaan == "sama" for b in beda) and not kabar:
        return UnggahanTersimpan(known, baru=False, n_sama=n["sama"])
    if (satu.padanan or satu.dicabut) and satu.versi not in (None, padanan.versi):
        raise stale()
    gone = [b.sebutan.kunci for b in about if b.keadaan != "sama" and b.sebutan.teks is not None]
    require_removable(connection, kode_instansi, tahun, gone, berlaku, waktu)
    _check_closing(connection, kode_instansi, tahun, beda, dokumen, waktu)
    _check_days(connection, kode_instansi, kode_unit, tahun, beda)
    unggahan_id = insert_upload(
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
    ids = ensure_indicators(connection, sepadan, kode_instansi, kode_unit, tahun, unggahan_id)
    insert_values(connection, beda, ids, unggahan_id, dokumen=dokumen, pelaku=pelaku, waktu=waktu)
    keep_findings(connection, unggahan_id, hasil.temuan)
    n_lanjut = keep_reports(connection, kabar, unggahan_id, pelaku=pelaku, waktu=waktu)
    n_kembali = len(padanan.kembali)
    record(
        connection,
        "unggahan_diterima",
        pelaku=pelaku,
        waktu=waktu,
        kode_instansi=kode_instansi,
        unggahan_id=unggahan_id,
        keterangan=f"{hasil.berkas}: {n['baru']} baru, {n['berubah']} berubah, {n['sama']} sama"
        + (f", {len(gone)} indikator dihapus dari {tahun}" if gone else "")
        + (f", {n_kembali} indikator kembali" if n_kembali else "")
        + (f", {n_lanjut} tindak lanjut" if n_lanjut else ""),
    )
    return UnggahanTersimpan(
        unggahan_id,
        baru=True,
        n_baru=n["baru"],
        n_berubah=n["berubah"],
        n_sama=n["sama"],
        unit_didaftarkan=unit_didaftarkan,
        n_dicabut=len(gone),
        n_kembali=n_kembali,
        n_tindak_lanjut=n_lanjut,
    )


def _learn_alias(
    connection: sa.Connection, kode_instansi: str, kode_unit: str, alias: str, *, pelaku: str, waktu: datetime
) -> None:
    """Let the name that the sheet gives the unit mean it from now on."""
    if insert_alias(connection, kode_instansi, kode_unit, alias):
        record(
            connection,
            "alias_ditambah",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"{kode_unit}: {alias.strip()}",
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
    require_unique(hasil)
    require_known(hasil, satu.keputusan)
    if not hasil.indikator and not hasil.tindak_lanjut:
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
