"""What the page sends, checked before anything is done: JSON in, plain data out, or a refusal with a sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sakip_app.snapshot.follow_up import KEADAAN

UID: Final = re.compile(r"(?!unggahan-)[0-9A-Za-z-]{8,64}", re.ASCII)
"""Names the page gives; those that begin with ``unggahan-`` are of what workbooks report."""


class DitolakError(Exception):
    """What was sent is not kept; ``status`` is the answer's."""

    def __init__(self, status: int, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.status = status
        self.pesan = pesan
        self.saran = saran


@dataclass(frozen=True, slots=True)
class SuratKeputusan:
    """A decision as it was typed."""

    uid: str
    apa: str
    penanggung_jawab: str
    tenggat: date | None
    kode_unit: str | None
    kode_indikator: str | None
    ukuran_berhasil: str | None


@dataclass(frozen=True, slots=True)
class SuratLangkah:
    """What is said of a follow-up; it is named by its id, or by its uid as long as the page knows no id."""

    uid: str
    untuk: int | str
    keadaan: str | None
    catatan: str | None
    tenggat: date | None
    apa: str | None
    penanggung_jawab: str | None
    bawa: bool


@dataclass(frozen=True, slots=True)
class SuratBatal:
    """A follow-up is withdrawn."""

    uid: str
    untuk: int | str
    alasan: str


def read_keputusan(body: bytes) -> SuratKeputusan:
    """A decision.

    Raises:
        DitolakError: if the bytes have another shape; whether the words will do, the store says.
    """
    isi = _object(body)
    return SuratKeputusan(
        uid=_uid(isi),
        apa=_teks(isi, "apa") or "",
        penanggung_jawab=_teks(isi, "penanggung_jawab") or "",
        tenggat=_tanggal(isi),
        kode_unit=_kode(isi, "kode_unit", "Unit"),
        kode_indikator=_kode(isi, "kode_indikator", "Indikator"),
        ukuran_berhasil=_teks(isi, "ukuran_berhasil"),
    )


def read_langkah(body: bytes) -> SuratLangkah:
    """One step of a follow-up.

    Raises:
        DitolakError: if the bytes have another shape, or the step says nothing.
    """
    isi = _object(body)
    keadaan = isi.get("keadaan") or None
    if keadaan is not None and keadaan not in KEADAAN:
        raise _misshapen("keadaan")
    bawa = isi.get("bawa", False)
    if not isinstance(bawa, bool):
        raise _misshapen("bawa")
    surat = SuratLangkah(
        uid=_uid(isi),
        untuk=_untuk(isi),
        keadaan=keadaan,
        catatan=_teks(isi, "catatan"),
        tenggat=_tanggal(isi),
        apa=_teks(isi, "apa"),
        penanggung_jawab=_teks(isi, "penanggung_jawab"),
        bawa=bawa,
    )
    said = (surat.keadaan, surat.catatan, surat.tenggat, surat.apa, surat.penanggung_jawab)
    if not bawa and all(satu is None for satu in said):
        raise DitolakError(422, "Belum ada yang diubah.", "Ubah keadaan, catatan, atau tenggatnya.")
    return surat


def read_batal(body: bytes) -> SuratBatal:
    """A withdrawal.

    Raises:
        DitolakError: if the bytes have another shape.
    """
    isi = _object(body)
    return SuratBatal(_uid(isi), _untuk(isi), _teks(isi, "alasan") or "")


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        isi = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise DitolakError(400, "Kiriman tidak terbaca.", "Muat ulang halaman rapat.") from error
    if not isinstance(isi, dict):
        raise DitolakError(400, "Kiriman tidak terbaca.", "Muat ulang halaman rapat.")
    return isi


def _misshapen(nama: str) -> DitolakError:
    return DitolakError(400, f"Isian {nama} tidak dikenal.", "Muat ulang halaman rapat.")


def _uid(isi: Mapping[str, Any]) -> str:
    uid = isi.get("uid")
    if not isinstance(uid, str) or not UID.fullmatch(uid):
        raise _misshapen("uid")
    return uid


def _untuk(isi: Mapping[str, Any]) -> int | str:
    sebut = isi.get("id", isi.get("untuk"))
    if isinstance(sebut, bool) or not isinstance(sebut, int | str):
        raise _misshapen("id")
    return sebut


def _teks(isi: Mapping[str, Any], nama: str) -> str | None:
    teks = isi.get(nama)
    if teks is None:
        return None
    if not isinstance(teks, str):
        raise _misshapen(nama)
    return teks if teks.strip() else None


def _kode(isi: Mapping[str, Any], nama: str, sebutan: str) -> str | None:
    """A code; one with half a character names nothing and cannot even be said back."""
    kode = _teks(isi, nama)
    if kode is not None and re.search("[\ud800-\udfff]", kode):
        raise DitolakError(422, f"{sebutan} itu tidak dikenal.", f"Pilih {sebutan.lower()} lain.")
    return kode


def _tanggal(isi: Mapping[str, Any]) -> date | None:
    teks = isi.get("tenggat")
    if teks is None or teks == "":
        return None
    try:
        return date.fromisoformat(teks)
    except (TypeError, ValueError) as error:
        raise DitolakError(422, "Tenggat tidak terbaca.", "Tulis seperti 15/11/2026.") from error
