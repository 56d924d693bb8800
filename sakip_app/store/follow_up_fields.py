"""What may stand in a follow-up: texts, dates and names as they are kept, refused in words where they may not."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from sakip_app.snapshot.follow_up import KEADAAN
from sakip_app.store.errors import SimpanDitolakError
from sakip_app.text.words import tw

BATAS_APA, BATAS_ORANG, BATAS_CATATAN = 500, 200, 2000
TERSEBUT = 80
TAHUN_PERTAMA, TAHUN_TERAKHIR = 2000, 2100
ID_TERBESAR: Final = 2**31 - 1
# What nobody sees, what turns the reading direction, and half characters, which no database takes.
_TAK_TAMPAK = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]",
)
_UID = re.compile(r"[A-Za-z0-9-]{1,64}")


def one_line(teks: str) -> str:
    r"""The text with single blanks and without characters that nobody sees; otherwise as it was written.

    Examples:
        >>> one_line("  Audit\n 5\u200b m²\x00 ")
        'Audit 5 m²'
    """
    return " ".join(_TAK_TAMPAK.sub("", " ".join(teks.split())).split())


def required(teks: str, batas: int, sebutan: str, *, kode: str, saran: str) -> str:
    """A text that must say something; ``sebutan`` is what the refusal calls it."""
    kept = optional(teks, batas, sebutan)
    if kept is None:
        raise SimpanDitolakError(f"{kode}-kosong", f"{sebutan} belum ditulis.", saran)
    return kept


def optional(teks: str | None, batas: int, sebutan: str) -> str | None:
    """A text that may say nothing: ``None`` for one that is blank."""
    kept = one_line(teks or "")
    if len(kept) > batas:
        raise SimpanDitolakError(
            "teks-panjang",
            f"{sebutan} terlalu panjang: {_ribuan(len(kept))} huruf; batasnya {_ribuan(batas)}.",
            "Persingkat, lalu simpan lagi.",
        )
    return kept or None


def checked_apa(apa: str) -> str:
    """What is to be done."""
    return required(apa, BATAS_APA, "Isi tindak lanjut", kode="apa", saran="Tulis apa yang akan dikerjakan.")


def checked_orang(penanggung_jawab: str) -> str:
    """Who does it."""
    return required(
        penanggung_jawab,
        BATAS_ORANG,
        "Penanggung jawab",
        kode="penanggung-jawab",
        saran="Tulis jabatan atau nama yang mengerjakannya.",
    )


def checked_uid(uid: str) -> str:
    """The name a sender gave to what it sends."""
    if _UID.fullmatch(uid) is None:
        raise SimpanDitolakError(
            "uid-asing", "Penanda kiriman ini tidak sah.", "Muat ulang halaman ini, lalu kirim lagi."
        )
    return uid


def checked_tenggat(tenggat: date | None) -> date | None:
    """A due date, which is a day and near enough to be meant."""
    if tenggat is None:
        return None
    day = isinstance(tenggat, date) and not isinstance(tenggat, datetime)
    if not day or not TAHUN_PERTAMA <= tenggat.year <= TAHUN_TERAKHIR:
        raise SimpanDitolakError(
            "tenggat-asing",
            f"Tenggat harus tanggal antara 1 Januari {TAHUN_PERTAMA} dan 31 Desember {TAHUN_TERAKHIR}.",
            "Pilih tanggal lain.",
        )
    return tenggat


def checked_keadaan(keadaan: str | None) -> str | None:
    """A state a person can name; ``lewat`` is none, for it follows from the due date."""
    if keadaan is not None and keadaan not in KEADAAN:
        raise SimpanDitolakError(
            "keadaan-asing",
            f"Keadaan “{one_line(keadaan)[:40]}” tidak dikenal.",
            "Pilih belum, berjalan, atau selesai.",
        )
    return keadaan


def check_triwulan(tahun: int, triwulan: int) -> None:
    """See that there is such a quarter."""
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        raise SimpanDitolakError(
            "tahun-asing",
            f"Tahun {tahun} di luar {TAHUN_PERTAMA}–{TAHUN_TERAKHIR}.",
            "Pilih tahun lain.",
        )
    if triwulan not in (1, 2, 3, 4):
        raise SimpanDitolakError(
            "triwulan-asing", f"Triwulan {triwulan} tidak ada.", f"Pilih {tw(1)} sampai {tw(4)}."
        )


def is_id(angka: int) -> bool:
    """Whether a row can have this id; larger ones a database refuses with an error of its own."""
    return 0 < angka <= ID_TERBESAR


def shortened(teks: str) -> str:
    """As much of a follow-up as the log repeats."""
    return teks if len(teks) <= TERSEBUT else f"{teks[: TERSEBUT - 1]}…"


def uid_taken() -> SimpanDitolakError:
    """The refusal of a uid under which something else stands."""
    return SimpanDitolakError(
        "uid-terpakai", "Penanda kiriman ini sudah dipakai.", "Muat ulang halaman ini, lalu kirim lagi."
    )


def _ribuan(n: int) -> str:
    return f"{n:,}".replace(",", ".")
