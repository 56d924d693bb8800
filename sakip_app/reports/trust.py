"""The trust line as counts, each with what it counts: for slides and screens alike."""

from __future__ import annotations

from collections.abc import Sequence

from sakip_app.reports.deck_promises import due_words, unit_name
from sakip_app.reports.slides import ButirPercaya
from sakip_app.snapshot.compare import Perubahan, compare
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import Rekam
from sakip_app.text.dates import format_tanggal, waktu_setempat
from sakip_app.text.numbers import format_pasangan
from sakip_app.text.words import tw

_KATA_PERUBAHAN = {
    "target": "target",
    "realisasi": "realisasi",
    "target_tahunan": "target tahun",
    "target_bawah": "batas bawah target",
    "target_atas": "batas atas target",
    "pagu": "pagu",
    "realisasi_anggaran": "realisasi",
}


def counts(rekam: Rekam, sebelumnya: Rekam | None) -> tuple[ButirPercaya, ...]:
    """Who has reported, who is late, what changed since the last snapshot, which findings are open, what is overdue.

    What is zero is left out, except how many have reported and, where there is a snapshot to compare with, how many
    figures changed.
    """
    told = [_reported(rekam)]
    if rekam.terlambat:
        told.append(_late(rekam))
    if sebelumnya is not None:
        told.append(_changed(rekam, sebelumnya))
    if rekam.temuan:
        told.append(_findings(rekam))
    if rekam.lewat:
        told.append(_overdue(rekam, rekam.lewat))
    return tuple(told)


def _reported(rekam: Rekam) -> ButirPercaya:
    silent = [f"Belum lapor · {unit.nama}" for unit in rekam.unit if not unit.lapor]
    sent = [f"Sudah lapor · {unit.nama}" for unit in rekam.lapor]
    return ButirPercaya(
        f"{len(sent)} dari {len(rekam.unit)} {rekam.sebutan} sudah lapor",
        f"Laporan {tw(rekam.triwulan)} {rekam.tahun}",
        (*silent, *sent),
    )


def _late(rekam: Rekam) -> ButirPercaya:
    due = f", tenggat {format_tanggal(rekam.tenggat)}" if rekam.tenggat else ""
    return ButirPercaya(
        f"{len(rekam.terlambat)} terlambat",
        f"Lewat tenggat pelaporan{due}",
        tuple(unit.nama for unit in rekam.terlambat),
        bahaya=True,
    )


def _changed(rekam: Rekam, sebelumnya: Rekam) -> ButirPercaya:
    changes = compare(sebelumnya, rekam)
    since = f"rekam {sebelumnya.kode}, {format_tanggal(waktu_setempat(sebelumnya.waktu).date())}"
    n = f"{len(changes)} angka berubah" if changes else "tidak ada angka berubah"
    names = {unit.kode: unit.nama_pendek for unit in (*sebelumnya.unit, *rekam.unit)}
    return ButirPercaya(
        f"{n} sejak {format_tanggal(waktu_setempat(sebelumnya.waktu).date(), tahun=False)}",
        f"Berubah sejak {since}",
        tuple(f"{names[satu.kode_unit]} · {change_line(satu)}" for satu in changes),
    )


def change_line(satu: Perubahan) -> str:
    r"""One change in words.

    Examples:
        >>> change_line(Perubahan("1.02", "7", "Bayi diimunisasi", "%", "realisasi", 2, 62.0, 63.5))
        'Bayi diimunisasi: realisasi TW II 62,0 → 63,5\xa0%'
        >>> change_line(Perubahan("1.02", "7", "Bayi diimunisasi", "%", "baru"))
        'Bayi diimunisasi: indikator baru'
    """
    if satu.jenis in ("baru", "hilang"):
        return f"{satu.uraian}: {'indikator baru' if satu.jenis == 'baru' else 'tidak lagi diukur'}"
    was, now = format_pasangan(satu.lama, satu.baru, satu.satuan, dict(satu.kata))
    was, now = ("kosong" if word == "–" else word for word in (was, now))
    when = f" {tw(satu.triwulan)}" if satu.triwulan else ""
    if not satu.kode_indikator:
        was, now = (word if word == "kosong" else f"Rp{word}" for word in (was, now))
        return f"{satu.uraian}: {_KATA_PERUBAHAN[satu.jenis]} {was} → {now}"
    return f"{satu.uraian}: {_KATA_PERUBAHAN[satu.jenis]}{when} {was} → {now}{_unit(satu)}"


def _unit(satu: Perubahan) -> str:
    if not satu.satuan or satu.kata:
        return ""
    return f"\u00a0{satu.satuan}" if satu.satuan == "%" else f" {satu.satuan}"


def _findings(rekam: Rekam) -> ButirPercaya:
    names = {unit.kode: unit.nama_pendek for unit in rekam.unit}
    return ButirPercaya(
        f"{len(rekam.temuan)} temuan terbuka",
        "Temuan yang masih ada di berkas terakhir",
        tuple(
            " · ".join(
                part
                for part in (
                    names.get(satu.kode_unit, satu.kode_unit),
                    "!".join(place for place in (satu.lembar, satu.sel) if place),
                    satu.pesan,
                )
                if part
            )
            for satu in rekam.temuan
        ),
    )


def _overdue(rekam: Rekam, overdue: Sequence[TindakLanjut]) -> ButirPercaya:
    return ButirPercaya(
        f"{len(overdue)} tindak lanjut lewat tenggat",
        "Tindak lanjut yang lewat tenggat",
        tuple(
            f"{unit_name(rekam, satu.kode_unit, satu.nama_unit)} · {satu.apa} · {satu.penanggung_jawab}, "
            f"{due_words(satu)}"
            for satu in overdue
        ),
        bahaya=True,
    )
