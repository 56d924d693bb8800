"""What changed between two snapshots of one body and year."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam

ANGKA = ("target", "realisasi")
SETAHUN = ("target_tahunan", "target_bawah", "target_atas")


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One figure that is another now.

    ``jenis`` is ``target``, ``realisasi``, ``target_tahunan``, ``target_bawah``, ``target_atas``, ``baru`` or
    ``hilang`` (the indicator as a whole, then without figures); of a unit ``pagu`` or ``realisasi_anggaran``, then
    without an indicator. ``triwulan`` is ``None`` for a figure of the year.
    """

    kode_unit: str
    kode_indikator: str
    uraian: str
    satuan: str | None
    jenis: str
    triwulan: int | None = None
    lama: float | None = None
    baru: float | None = None
    kata: tuple[tuple[float, str], ...] = ()


def compare(lama: Rekam, baru: Rekam) -> tuple[Perubahan, ...]:
    """The figures that both snapshots look at and that differ, in the order of the sheets.

    Compared are the targets of the year and quarters, pagu, and realisasi up to the earlier of the two quarters, and
    the money spent where both look at the same quarter: what a later quarter added is news, not a change. An indicator
    that only one of them has is one change.

    Examples:
        Realisasi TW I was 3 and is 4, TW II was not looked at before: one change.
    """
    sampai = min(lama.triwulan, baru.triwulan)
    before = {satu.kode: (unit, satu) for unit in lama.unit for satu in unit.indikator}
    after = {satu.kode: (unit, satu) for unit in baru.unit for satu in unit.indikator}
    found: list[Perubahan] = []
    for kode, (unit, satu) in after.items():
        if kode in before:
            found += _differences(unit, before[kode][1], satu, sampai)
        else:
            found.append(Perubahan(unit.kode, kode, satu.uraian, satu.satuan, "baru"))
    gone = (pair for kode, pair in before.items() if kode not in after)
    found += [Perubahan(unit.kode, satu.kode, satu.uraian, satu.satuan, "hilang") for unit, satu in gone]
    return (*found, *_money(lama, baru))


def _money(lama: Rekam, baru: Rekam) -> list[Perubahan]:
    kinds = ("pagu", "realisasi_anggaran") if lama.triwulan == baru.triwulan else ("pagu",)
    before = {unit.kode: unit for unit in lama.unit}
    return [
        Perubahan(
            unit.kode, "", "Anggaran", "Rp", jenis, None, getattr(before[unit.kode], jenis), getattr(unit, jenis)
        )
        for unit in baru.unit
        if unit.kode in before
        for jenis in kinds
        if getattr(before[unit.kode], jenis) != getattr(unit, jenis)
    ]


def _differences(unit: UnitRekam, lama: IndikatorRekam, baru: IndikatorRekam, sampai: int) -> list[Perubahan]:
    pairs: list[tuple[str, int | None, float | None, float | None]] = [
        (jenis, None, getattr(lama, jenis), getattr(baru, jenis)) for jenis in SETAHUN
    ]
    for jenis in ANGKA:
        quarters = sampai if jenis == "realisasi" else 4
        values = zip(getattr(lama, jenis)[:quarters], getattr(baru, jenis)[:quarters], strict=True)
        pairs += [(jenis, triwulan, was, now) for triwulan, (was, now) in enumerate(values, 1)]
    return [
        Perubahan(unit.kode, baru.kode, baru.uraian, baru.satuan, jenis, triwulan, was, now, baru.kata)
        for jenis, triwulan, was, now in pairs
        if was != now
    ]
