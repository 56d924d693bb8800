"""The files of one run side by side: two for one unit and year are both taken where they agree, else asked about."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from sakip_app.bulk.records import Alasan
from sakip_app.bulk.target import Tujuan
from sakip_app.store.stated import reported_quarter
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import tw

_Tempat = tuple[str, str, int | None]
_Nilai = tuple[float | None, str | None]
#: Of what two files of a unit and year may not say two things: the later name is no reason to believe it. The sheet's
#: own total to date, and words, rightly differ from one quarter's file to the next.
_TETAP = frozenset({
    *("target_tahunan", "target_bawah", "target_atas", "target", "realisasi", "target_renstra", "realisasi_lalu"),
    *("pagu", "realisasi_anggaran", "polaritas", "konsolidasi", "cara_isi", "cara_isi_anggaran", "bobot", "skala"),
})  # fmt: skip


@dataclass(slots=True)
class _Unit:
    """What the files taken so far say of one unit and year."""

    berkas: list[str] = field(default_factory=list)
    nilai: dict[_Tempat, tuple[_Nilai, str]] = field(default_factory=dict)
    triwulan: int = 0


class Bersama:
    """What was taken in this run, unit by unit and year by year; also where nothing is kept yet."""

    def __init__(self) -> None:
        self._unit: dict[tuple[str, int], _Unit] = {}
        self._sidik: dict[tuple[str, tuple[tuple[str, int], ...]], str] = {}

    def same_file(self, tujuan: list[Tujuan]) -> str | None:
        """The file of this run that holds the very same bytes for the same units and years."""
        return self._sidik.get(_mark(tujuan))

    def before(self, to: Tujuan) -> str | None:
        """The last file taken for the unit and year."""
        known = self._unit.get((to.kode_unit, to.tahun))
        return known.berkas[-1] if known else None

    def against(self, to: Tujuan, beda: pd.DataFrame) -> list[Alasan]:
        """Where a file says other than one taken before it in this run."""
        known = self._unit.get((to.kode_unit, to.tahun))
        if known is None:
            return []
        saran = "Periksa mana yang berlaku, keluarkan yang lain dari folder, lalu jalankan lagi."
        for tempat, nilai, apa in _values(beda):
            dulu = known.nilai.get(tempat)
            if tempat[1] in _TETAP and dulu is not None and dulu[0] != nilai:
                return [
                    Alasan(
                        "berkas-bertentangan",
                        f"{dulu[1]}, untuk unit dan tahun yang sama, berisi {_told(dulu[0])}; berkas ini "
                        f"{_told(nilai)} untuk {apa}.",
                        saran,
                    )
                ]
        ini = reported_quarter(to.hasil) or 0
        if 0 < ini < known.triwulan:
            return [
                Alasan(
                    "urutan-terbalik",
                    f"Berkas ini sampai {tw(ini)}, padahal {known.berkas[-1]} untuk unit yang sama sudah sampai "
                    f"{tw(known.triwulan)}; nama berkas menentukan urutan.",
                    "Beri nama menurut urutan triwulannya, atau kirim lewat halaman Unggah.",
                )
            ]
        return []

    def already(self, to: Tujuan, beda: pd.DataFrame) -> int:
        """How many values count as new only because what was taken before is not kept yet."""
        known = self._unit.get((to.kode_unit, to.tahun))
        if known is None:
            return 0
        baru = beda[beda["keadaan"] == "baru"]
        return sum(tempat in known.nilai and known.nilai[tempat][0] == nilai for tempat, nilai, _ in _values(baru))

    def add(self, berkas: str, to: Tujuan, beda: pd.DataFrame) -> None:
        """Remember what a file that is taken says."""
        known = self._unit.setdefault((to.kode_unit, to.tahun), _Unit())
        known.berkas.append(berkas)
        known.triwulan = max(known.triwulan, reported_quarter(to.hasil) or 0)
        for tempat, nilai, _ in _values(beda):
            known.nilai[tempat] = nilai, berkas

    def add_file(self, berkas: str, tujuan: list[Tujuan]) -> None:
        """Remember a file that is taken, by its bytes and where they went."""
        self._sidik.setdefault(_mark(tujuan), berkas)


def _mark(tujuan: list[Tujuan]) -> tuple[str, tuple[tuple[str, int], ...]]:
    return tujuan[0].hasil.sha256, tuple((to.kode_unit, to.tahun) for to in tujuan)


def _values(beda: pd.DataFrame) -> list[tuple[_Tempat, _Nilai, str]]:
    """Every value a file states: where it belongs, what it is, and its indicator and cell in words."""
    stated = beda[beda["keadaan"].isin(["baru", "berubah", "sama"])]
    columns = ("kunci", "jenis", "triwulan", "baru", "baru_teks", "uraian", "sel")
    return [
        (
            (kunci, jenis, None if pd.isna(triwulan) else int(triwulan)),
            (None if pd.isna(angka) else float(angka), teks if isinstance(teks, str) else None),
            f"“{uraian}” ({sel})",
        )
        for kunci, jenis, triwulan, angka, teks, uraian, sel in zip(*(stated[c] for c in columns), strict=True)
    ]


def _told(nilai: _Nilai) -> str:
    return nilai[1] or ("kosong" if nilai[0] is None else format_nilai(nilai[0], None))
