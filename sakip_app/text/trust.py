"""The trust line: how far the numbers beside a headline can be trusted, each count opening what it counts."""

from __future__ import annotations

from datetime import date
from typing import Final

from sakip_app.text.dates import format_tanggal
from sakip_app.text.numbers import format_batas
from sakip_app.text.sentences import Potongan

LAPOR: Final = "lapor"
TERLAMBAT: Final = "terlambat"
BERUBAH: Final = "berubah"
TEMUAN: Final = "temuan"
JANJI: Final = "janji"
DINILAI: Final = "dinilai"
"""Names of the counts, as ``Potongan.buka`` has them."""


def trust_line(
    n_lapor: int,
    n_unit: int,
    n_terlambat: int,
    nama_aturan: str,
    *,
    contoh: bool,
    batas_atas: float | None,
    n_berubah: int = 0,
    sejak: date | None = None,
    ada_rekam: bool = False,
    n_temuan: int = 0,
    n_lewat: int = 0,
    tenggat: date | None = None,
    hari_ini: date | None = None,
    sebutan: str = "OPD",
    aturan_lain: str = "",
) -> tuple[Potongan, ...]:
    """How far the numbers can be trusted: who has reported, what changed, what is open, which rule.

    Args:
        n_lapor: units that have reported.
        n_unit: units that have to.
        n_terlambat: of those missing, how many are past the deadline.
        nama_aturan: name of the rule in force.
        contoh: the rule is an example, not yet adopted by decree; it says so.
        batas_atas: cap of a skor, ``None`` for none.
        n_berubah: figures changed since ``sejak``.
        sejak: date from which changes are counted.
        ada_rekam: whether that is the date of a snapshot.
        n_temuan: findings that the newest files still carry.
        n_lewat: follow-ups past their due date.
        tenggat: deadline of the quarter, shown while units are missing.
        hari_ini: today, to say how many days are left.
        sebutan: what a unit is called.
        aturan_lain: which earlier quarters were judged under another rule, in words.

    Examples:
        >>> from sakip_app.text.sentences import teks_potongan
        >>> teks_potongan(trust_line(41, 48, 3, "Perbup 12/2026", contoh=False, batas_atas=100.0,
        ...                          n_berubah=5, sejak=date(2026, 10, 14)))
        '41 dari 48 OPD sudah lapor; 3 terlambat; 5 angka berubah sejak 14 Okt · aturan Perbup 12/2026 · batas 100'
    """
    bagian = reporting(n_lapor, n_unit, n_terlambat, sebutan)
    if tenggat is not None and n_lapor < n_unit:
        bagian += [Potongan("; tenggat "), Potongan(format_tanggal(tenggat, panjang=True), tebal=True)]
        bagian.append(Potongan(_sisa_hari(tenggat, hari_ini)))
    bagian += open_matters(n_berubah, sejak, n_temuan, n_lewat, ada_rekam=ada_rekam)
    batas = "tanpa batas atas" if batas_atas is None else f"batas {format_batas(batas_atas)}"
    bagian.append(Potongan(f" · aturan {nama_aturan}{' (contoh)' if contoh else ''} · {batas}"))
    bagian.append(Potongan(f" · {aturan_lain}" if aturan_lain else ""))
    return tuple(p for p in bagian if p.teks)


def reporting(n_lapor: int, n_unit: int, n_terlambat: int, sebutan: str) -> list[Potongan]:
    """Who has reported of how many, and how many are late."""
    bagian = [
        Potongan(f"{n_lapor} dari {n_unit}", tebal=True, buka=LAPOR),
        Potongan(f" {sebutan} sudah lapor", buka=LAPOR),
    ]
    if n_terlambat:
        bagian += [Potongan("; "), Potongan(f"{n_terlambat} terlambat", tebal=True, buka=TERLAMBAT)]
    return bagian


def open_matters(
    n_berubah: int, sejak: date | None, n_temuan: int, n_lewat: int, *, ada_rekam: bool = False
) -> list[Potongan]:
    """What changed and what is still open, each after a semicolon; see :func:`trust_line`.

    That nothing changed is said only where a snapshot stands to compare with.

    Examples:
        >>> [p.teks for p in open_matters(0, date(2026, 10, 14), 2, 0, ada_rekam=True)]
        ['; tidak ada angka berubah sejak 14 Okt', '; ', '2 temuan terbuka']
    """
    since = f" sejak {format_tanggal(sejak, tahun=False)}" if sejak else ""
    bagian = []
    if n_berubah:
        bagian += [
            Potongan("; "),
            Potongan(f"{n_berubah} angka berubah", tebal=True, buka=BERUBAH),
            Potongan(since, buka=BERUBAH),
        ]
    elif ada_rekam:
        bagian.append(Potongan(f"; tidak ada angka berubah{since}"))
    if n_temuan:
        bagian += [Potongan("; "), Potongan(f"{n_temuan} temuan terbuka", tebal=True, buka=TEMUAN)]
    if n_lewat:
        said = f"{n_lewat} tindak lanjut lewat tenggat"
        bagian += [Potongan("; "), Potongan(said, tebal=True, bahaya=True, buka=JANJI)]
    return bagian


def _sisa_hari(tenggat: date, hari_ini: date | None) -> str:
    if hari_ini is None:
        return ""
    sisa = (tenggat - hari_ini).days
    if sisa == 0:
        return ", hari ini"
    return f", {sisa} hari lagi" if sisa > 0 else f", lewat {-sisa} hari"
