"""What a template says of follow-ups, beside what stands now; kept as steps of their history with the upload."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import sqlalchemy as sa

from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.store.database import reading
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.store.follow_up_fields import one_line
from sakip_app.store.follow_up_history import follow_ups_now
from sakip_app.store.follow_up_steps import LangkahBaru, keep_langkah
from sakip_app.store.naming import successors
from sakip_app.store.succession import going_on
from sakip_app.workbook.result import HasilBaca, LaporanTindakLanjut


@dataclass(frozen=True, slots=True)
class BedaTindakLanjut:
    """One report and the follow-up it is of.

    Attributes:
        laporan: what the file says, its texts as they would be kept.
        kini: the follow-up as it stands now; ``None`` where the unit has no such.
        keadaan: ``berubah``: it says something new; ``sama``: it stands so already, or the unit said so before;
            ``batal``: it was withdrawn since the template was made, and nothing is added to it; ``ditolak``: the
            unit has no such follow-up.
    """

    laporan: LaporanTindakLanjut
    kini: TindakLanjut | None
    keadaan: Literal["berubah", "sama", "batal", "ditolak"]

    @property
    def didahului(self) -> bool:
        """Whether its state is another now than when the template was made."""
        return self.kini is not None and self.kini.keadaan != self.laporan.semula

    @property
    def ditanyakan(self) -> bool:
        """Whether a person has to say that it counts: it is new, and written before what a meeting said since."""
        return self.keadaan == "berubah" and self.didahului

    def dipakai(self, diambil: Collection[str]) -> bool:
        """Whether keeping the file keeps it; ``diambil`` are the uid of those that count though overtaken."""
        return self.keadaan == "berubah" and (not self.didahului or self.laporan.uid in diambil)


def compare_follow_ups(
    engine: sa.Engine, hasil: HasilBaca, *, kode_instansi: str, kode_unit: str
) -> tuple[BedaTindakLanjut, ...]:
    """What keeping ``hasil`` would say of the unit's follow-ups, in the order of its rows; nothing is written."""
    if not hasil.tindak_lanjut:
        return ()
    with reading(engine) as connection:
        return reported(connection, hasil, kode_instansi, kode_unit)


def reported(
    connection: sa.Connection, hasil: HasilBaca, kode_instansi: str, kode_unit: str
) -> tuple[BedaTindakLanjut, ...]:
    """``compare_follow_ups`` inside the caller's transaction; a unit reports for those it goes on for as well."""
    if not hasil.tindak_lanjut:
        return ()
    following = successors(connection, kode_instansi)
    known = {
        satu.uid: satu
        for satu in follow_ups_now(connection, kode_instansi, dengan_batal=True)
        if satu.kode_unit is not None and kode_unit in (satu.kode_unit, *going_on(following, satu.kode_unit))
    }
    return tuple(_compared(laporan, known.get(laporan.uid)) for laporan in hasil.tindak_lanjut)


def keep_reports(
    connection: sa.Connection,
    beda: Sequence[BedaTindakLanjut],
    unggahan_id: int,
    *,
    pelaku: str,
    waktu: datetime,
) -> int:
    """Keep these as steps that came with this upload; how many."""
    news = [(satu.laporan, satu.kini) for satu in beda if satu.kini is not None]
    for laporan, kini in news:
        step = LangkahBaru(
            uid=f"unggahan-{unggahan_id}-{kini.id}",
            keadaan=laporan.keadaan,
            catatan=laporan.catatan,
            bukti=laporan.bukti,
            unggahan_id=unggahan_id,
        )
        keep_langkah(connection, kini.id, step, pelaku=pelaku, waktu=waktu)
    return len(news)


def require_known_follow_ups(beda: Sequence[BedaTindakLanjut]) -> None:
    """See that each report is of a follow-up of the unit.

    Raises:
        SimpanDitolakError: ``tindak-lanjut-asing``.
    """
    foreign = [satu.laporan for satu in beda if satu.keadaan == "ditolak"]
    if foreign:
        raise SimpanDitolakError(
            "tindak-lanjut-asing",
            f"Tindak lanjut {', '.join(satu.kode for satu in foreign)} di lembar {foreign[0].lembar} tidak tersimpan "
            "untuk unit ini.",
            "Kosongkan isian baris itu, atau salin ke templat yang baru diunduh.",
        )


def _compared(laporan: LaporanTindakLanjut, kini: TindakLanjut | None) -> BedaTindakLanjut:
    laporan = replace(laporan, catatan=_kept(laporan.catatan), bukti=_kept(laporan.bukti))
    if kini is None:
        return BedaTindakLanjut(laporan, None, "ditolak")
    if kini.batal:
        return BedaTindakLanjut(laporan, kini, "batal")
    new = (laporan.keadaan, laporan.catatan, laporan.bukti)
    now = (kini.keadaan, kini.catatan, kini.bukti)
    stands = all(said in (None, there) for said, there in zip(new, now, strict=True))
    return BedaTindakLanjut(laporan, kini, "sama" if stands or _said_before(laporan, kini) else "berubah")


def _said_before(laporan: LaporanTindakLanjut, kini: TindakLanjut) -> bool:
    """Whether an upload brought these very words after the template was made: this file, or a copy of it.

    What a meeting decided since then is not undone by sending the file again.
    """
    since = datetime.fromisoformat(laporan.sampai) if laporan.sampai else None
    return any(
        langkah.unggahan_id is not None
        and (since is None or langkah.waktu > since)
        and (langkah.keadaan, langkah.catatan, langkah.bukti) == (laporan.keadaan, laporan.catatan, laporan.bukti)
        for langkah in kini.riwayat
    )


def _kept(teks: str | None) -> str | None:
    """A text as the store keeps it."""
    return one_line(teks) or None if teks else None
