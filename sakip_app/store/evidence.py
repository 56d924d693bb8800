"""Evidence (bukti dukung) for a realisasi: kept files and links, added and withdrawn, never deleted."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import pandas as pd
import sqlalchemy as sa

from sakip_app.store import tables as t
from sakip_app.store.closing import require_open
from sakip_app.store.database import new_id, reading, writing
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.events import record
from sakip_app.store.frames import frame
from sakip_app.store.units import require_instansi
from sakip_app.text.words import tw

#: What a kept file may be. Who adds one says which, having looked at its bytes.
BENTUK_BERKAS = ("pdf", "gambar", "xlsx")
TAUTAN = "tautan"
BATAS_BUKTI = 10 * 1024 * 1024
_PANJANG_NAMA, _PANJANG_TAUTAN = 120, 2000
_KENDALI = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def add_bukti(
    engine: sa.Engine,
    kode_indikator: str,
    triwulan: int,
    *,
    isi: bytes | None = None,
    bentuk: str | None = None,
    tautan: str | None = None,
    nama: str = "",
    pelaku: str,
    waktu: datetime | None = None,
) -> int:
    """Keep one piece of evidence for the realisasi of one indicator and quarter: a file or a link.

    The bytes of a file are kept once, whatever they are evidence of.

    Args:
        engine: the store.
        kode_indikator: whose realisasi.
        triwulan: of which quarter, 1–4.
        isi: the bytes of a file; then no ``tautan``.
        bentuk: what the bytes are: ``pdf``, ``gambar`` or ``xlsx``.
        tautan: an address that begins with http or https; then no ``isi``.
        nama: how it is called; of a path only its last part, of a link by default its host.
        pelaku: who adds it.
        waktu: when, default now; must carry a time zone.

    Returns:
        The id of the evidence.

    Raises:
        SimpanDitolakError: nothing was kept, because there is neither or both (``bukti-kosong``), the file is too
            large (``bukti-terlalu-besar``) or of another kind (``bukti-bentuk-asing``), the address is none
            (``tautan-asing``), the same stands there already (``bukti-ada``), the indicator or quarter is unknown
            (``indikator-asing``, ``triwulan-asing``), or the quarter takes none (:func:`closing.require_open`).
    """
    waktu = waktu or datetime.now(UTC)
    if triwulan not in (1, 2, 3, 4):
        raise SimpanDitolakError(
            "triwulan-asing", f"Triwulan {triwulan} tidak ada.", "Pilih triwulan I sampai IV."
        )
    kept = _checked(isi, bentuk, tautan, nama)
    with writing(engine) as connection:
        kode_instansi, tahun = _require_indikator(connection, kode_indikator)
        require_instansi(connection, kode_instansi)
        require_open(connection, kode_instansi, tahun, [triwulan], waktu)
        b = t.bukti.c
        same = connection.execute(
            sa.select(b.nama).where(
                b.indikator_id == int(kode_indikator),
                b.triwulan == triwulan,
                b.sha256.is_not_distinct_from(kept.sha256),
                b.tautan.is_not_distinct_from(kept.tautan),
                b.id.not_in(sa.select(t.bukti_ditarik.c.bukti_id)),
            )
        ).scalar()
        if same is not None:
            raise SimpanDitolakError(
                "bukti-ada",
                f"{'Berkas' if kept.sha256 else 'Tautan'} yang sama sudah menjadi bukti {tw(triwulan)}: {same}.",
                "Tidak perlu dikirim lagi.",
            )
        if isi is not None and kept.sha256 is not None:
            _keep_bytes(connection, kept.sha256, isi)
        result = connection.execute(
            sa.insert(t.bukti).values(
                indikator_id=int(kode_indikator),
                triwulan=triwulan,
                nama=kept.nama,
                bentuk=kept.bentuk,
                sha256=kept.sha256,
                tautan=kept.tautan,
                pelaku=pelaku,
                waktu=waktu,
            )
        )
        record(
            connection,
            "bukti_ditambah",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=kode_instansi,
            keterangan=f"indikator {kode_indikator}, {tw(triwulan)}: {kept.nama}",
        )
        return new_id(result)


def withdraw_bukti(
    engine: sa.Engine, bukti_id: int, *, alasan: str, pelaku: str, waktu: datetime | None = None
) -> None:
    """Withdraw one piece of evidence; it stays readable. Withdrawing twice changes nothing.

    Raises:
        SimpanDitolakError: if there is no such evidence (``bukti-asing``), no reason is given
            (``tanpa-alasan``), or its quarter takes no change (:func:`closing.require_open`).
    """
    waktu = waktu or datetime.now(UTC)
    if not alasan.strip():
        raise SimpanDitolakError("tanpa-alasan", "Penarikan bukti perlu alasan.", "Tulis satu kalimat alasannya.")
    with writing(engine) as connection:
        row = connection.execute(
            sa.select(t.indikator.c.kode_instansi, t.indikator.c.tahun, t.bukti.c.triwulan, t.bukti.c.nama)
            .join(t.bukti, t.bukti.c.indikator_id == t.indikator.c.id)
            .where(t.bukti.c.id == bukti_id)
        ).first()
        if row is None:
            raise SimpanDitolakError("bukti-asing", "Bukti ini tidak tersimpan.", "Muat ulang halaman ini.")
        require_instansi(connection, row.kode_instansi)
        w = t.bukti_ditarik.c
        if connection.execute(sa.select(w.bukti_id).where(w.bukti_id == bukti_id)).first():
            return
        require_open(connection, row.kode_instansi, row.tahun, [row.triwulan], waktu)
        connection.execute(
            sa.insert(t.bukti_ditarik).values(bukti_id=bukti_id, alasan=alasan.strip(), pelaku=pelaku, waktu=waktu)
        )
        record(
            connection,
            "bukti_ditarik",
            pelaku=pelaku,
            waktu=waktu,
            kode_instansi=row.kode_instansi,
            keterangan=f"{row.nama}: {alasan.strip()}",
        )


def list_bukti(engine: sa.Engine, kode_instansi: str, tahun: int) -> pd.DataFrame:
    """All evidence of one body and year, in the order it was added.

    Returns:
        ``bukti_id, kode_indikator, kode_unit, triwulan, nama, bentuk`` (``pdf``, ``gambar``, ``xlsx`` or
        ``tautan``), ``sha256, tautan, ukuran`` (bytes of a file), ``pelaku, waktu, ditarik``, and of what was
        withdrawn ``alasan, ditarik_oleh, ditarik_waktu``.
    """
    b, i, w = t.bukti.c, t.indikator.c, t.bukti_ditarik.c
    query = (
        sa.select(
            b.id,
            sa.cast(b.indikator_id, sa.String),
            i.kode_unit,
            b.triwulan,
            b.nama,
            b.bentuk,
            b.sha256,
            b.tautan,
            t.berkas.c.ukuran,
            b.pelaku,
            b.waktu,
            w.bukti_id.is_not(None),
            w.alasan,
            w.pelaku,
            w.waktu,
        )
        .select_from(t.bukti)
        .join(t.indikator, i.id == b.indikator_id)
        .outerjoin(t.berkas, t.berkas.c.sha256 == b.sha256)
        .outerjoin(t.bukti_ditarik, w.bukti_id == b.id)
        .where(i.kode_instansi == kode_instansi, i.tahun == tahun)
        .order_by(b.id)
    )
    with reading(engine) as connection:
        return frame(
            connection.execute(query),
            {
                "bukti_id": "int64",
                "kode_indikator": "str",
                "kode_unit": "str",
                "triwulan": "int64",
                "nama": "str",
                "bentuk": "str",
                "sha256": "str",
                "tautan": "str",
                "ukuran": "Int64",
                "pelaku": "str",
                "waktu": "datetime64[us, UTC]",
                "ditarik": "bool",
                "alasan": "str",
                "ditarik_oleh": "str",
                "ditarik_waktu": "datetime64[us, UTC]",
            },
        )


def set_bukti_wajib(
    engine: sa.Engine,
    kode_instansi: str,
    wajib: bool,  # noqa: FBT001  # the one thing this sets
    *,
    pelaku: str,
    waktu: datetime | None = None,
) -> None:
    """Say whether every realisasi of the body needs evidence; what stands already is not written again."""
    with writing(engine) as connection:
        require_instansi(connection, kode_instansi)
        i = t.instansi.c
        if connection.execute(sa.select(i.bukti_wajib).where(i.kode == kode_instansi)).scalar() == wajib:
            return
        connection.execute(sa.update(t.instansi).where(i.kode == kode_instansi).values(bukti_wajib=wajib))
        record(
            connection,
            "bukti_wajib_ditetapkan",
            pelaku=pelaku,
            waktu=waktu or datetime.now(UTC),
            kode_instansi=kode_instansi,
            keterangan="wajib" if wajib else "tidak wajib",
        )


def is_bukti_wajib(engine: sa.Engine, kode_instansi: str) -> bool:
    """Whether every realisasi of the body needs evidence."""
    i = t.instansi.c
    with reading(engine) as connection:
        return bool(connection.execute(sa.select(i.bukti_wajib).where(i.kode == kode_instansi)).scalar())


def link_host(tautan: object) -> str | None:
    """The host an address leads to, or ``None`` where it is no plain http or https address.

    An address that hides where it leads (a name before an @, a blank or a control sign inside) is none.

    Examples:
        >>> link_host("https://drive.google.com/file/d/1"), link_host("javascript:alert(1)")
        ('drive.google.com', None)
        >>> link_host("https://bps.go.id@jahat.example/"), link_host("laporan.pdf"), link_host(None)
        (None, None, None)
    """
    if not isinstance(tautan, str) or len(tautan) > _PANJANG_TAUTAN:
        return None
    address = tautan.strip()
    if re.search(r"\s|\\", address) or _KENDALI.search(address):
        return None
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    return host if "." in host or host == "localhost" else None


class _Kept(NamedTuple):
    nama: str
    bentuk: str
    sha256: str | None
    tautan: str | None


def _checked(isi: bytes | None, bentuk: str | None, tautan: str | None, nama: str) -> _Kept:
    called = _clean(nama)
    if not isi and not (tautan or "").strip():
        raise SimpanDitolakError(
            "bukti-kosong",
            "Belum ada berkas atau tautan, atau berkasnya kosong.",
            "Pilih berkas, atau isi tautan.",
        )
    if isi and tautan:
        raise SimpanDitolakError(
            "bukti-kosong", "Satu bukti adalah satu berkas atau satu tautan.", "Tambahkan satu per satu."
        )
    if isi:
        if len(isi) > BATAS_BUKTI:
            raise SimpanDitolakError(
                "bukti-terlalu-besar",
                f"Berkas ini {len(isi) / 1024 / 1024:.1f} MB; batasnya 10 MB.".replace(".", ",", 1),
                "Perkecil berkasnya, atau simpan di tempat lain dan kirim tautannya.",
            )
        if bentuk not in BENTUK_BERKAS:
            raise SimpanDitolakError(
                "bukti-bentuk-asing",
                "Berkas ini bukan PDF, gambar, atau .xlsx.",
                "Simpan sebagai PDF, lalu kirim.",
            )
        return _Kept(called or f"bukti {bentuk}", bentuk, hashlib.sha256(isi).hexdigest(), None)
    address = (tautan or "").strip()
    host = link_host(address)
    if host is None:
        raise SimpanDitolakError(
            "tautan-asing",
            "Tautan ini tidak dapat dipakai.",
            "Salin alamat lengkapnya dari peramban, diawali http:// atau https://, paling panjang 2.000 huruf.",
        )
    return _Kept(called or host, TAUTAN, None, address)


def _clean(nama: str) -> str:
    """A name as it may be shown: the last part of a path, without control signs, cut in its middle when long."""
    last = re.split(r"[\\/]", _KENDALI.sub("", nama))[-1]
    words = " ".join(last.split())
    if len(words) <= _PANJANG_NAMA:
        return words
    return f"{words[: _PANJANG_NAMA - 21]}…{words[-20:]}"


def _keep_bytes(connection: sa.Connection, sha256: str, isi: bytes) -> None:
    kept = sa.select(t.berkas.c.ukuran).where(t.berkas.c.sha256 == sha256)
    if connection.execute(kept).first() is None:
        connection.execute(sa.insert(t.berkas).values(sha256=sha256, isi=isi, ukuran=len(isi)))


def _require_indikator(connection: sa.Connection, kode_indikator: str) -> tuple[str, int]:
    i = t.indikator.c
    row = None
    if kode_indikator.isdecimal():
        row = connection.execute(sa.select(i.kode_instansi, i.tahun).where(i.id == int(kode_indikator))).first()
    if row is None:
        raise SimpanDitolakError(
            "indikator-asing", "Indikator ini tidak tersimpan.", "Muat ulang halaman ini, lalu pilih lagi."
        )
    return row.kode_instansi, row.tahun
