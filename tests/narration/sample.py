"""A quarter put together by hand: what a test does not name is quiet, reported and assessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sakip_app.narration import Kalimat
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_metrics import Aturan

HARI = date(2026, 10, 17)
TENGGAT = date(2026, 10, 15)
ATURAN = Aturan("uji")
"""Bands 91/76/66/51: behind below 66, good from 76; spending due 15, 40, 60, 90 per cent."""


def four(*nilai: Any) -> Any:
    """Four quarters, blanks after those given."""
    return (*nilai, None, None, None, None)[:4]


def indikator(kode: str = "A", uraian: str = "Desa berlistrik", **lain: Any) -> IndikatorRekam:
    """Assessed in every quarter that has a capaian; its skor is the capaian between 0 and 100."""
    capaian = lain.pop("capaian", four(100.0, 100.0, 100.0))
    bawaan: dict[str, Any] = {
        "satuan": "desa",
        "polaritas": "maksimal",
        "konsolidasi": "jumlah",
        "realisasi": tuple(None if c is None else 10.0 for c in capaian),
        "realisasi_sd": tuple(None if c is None else 10.0 * (q + 1) for q, c in enumerate(capaian)),
        "target": (10.0, 10.0, 10.0, 10.0),
        "target_sd": (10.0, 20.0, 30.0, 40.0),
        "target_tahunan": 40.0,
        "skor": tuple(None if c is None else min(max(c, 0.0), 100.0) for c in capaian),
        "status": tuple("belum_lapor" if c is None else "dinilai" for c in capaian),
    }
    return IndikatorRekam(kode, uraian, capaian=capaian, **{**bawaan, **lain})


def unit(kode: str = "1", nama: str = "Dinas Kesehatan", **lain: Any) -> UnitRekam:
    """Reported, with skor 90 in three quarters, ranked first."""
    nilai = lain.pop("nilai", four(90.0, 90.0, 90.0))
    milik = lain.pop("indikator", (indikator(f"{kode}.A"),))
    dinilai = sum(satu.utama and satu.status[2] == "dinilai" for satu in milik)
    bawaan: dict[str, Any] = {
        "nama_pendek": nama.removeprefix("Dinas "),
        "urutan": 1,
        "predikat": tuple(None if n is None else "Tinggi" for n in nilai),
        "tertinggal": tuple(n is not None and n < 66 for n in nilai),
        "peringkat": 1,
        "n_dinilai": dinilai,
        "n_terjadwal": dinilai,
        "n_total": len(milik),
        "lapor": True,
        "selisih": None if None in nilai[1:3] else nilai[2] - nilai[1],
    }
    return UnitRekam(kode=kode, nama=nama, nilai=nilai, indikator=tuple(milik), **{**bawaan, **lain})


def diam(kode: str, nama: str, nilai: Any = None) -> UnitRekam:
    """A unit that said nothing in TW III."""
    milik = (indikator(f"{kode}.A", capaian=four(90.0, 90.0)),)
    return unit(
        kode,
        nama,
        nilai=nilai or four(90.0, 90.0),
        indikator=milik,
        lapor=False,
        terlambat=True,
        peringkat=None,
        selisih=None,
    )


def janji(nomor: int, apa: str, **lain: Any) -> TindakLanjut:
    """A follow-up of TW II, due on 7 October 2026: ten days overdue unless it is done."""
    bawaan: dict[str, Any] = {"penanggung_jawab": "Kepala Dinas", "tenggat": date(2026, 10, 7)}
    return TindakLanjut(nomor, f"u{nomor}", apa, tahun=2026, triwulan=2, **{**bawaan, **lain})


def rekam(*units: UnitRekam, **lain: Any) -> Rekam:
    """TW III 2026 of a kabupaten, looked at two days after its due date."""
    bawaan: dict[str, Any] = {
        "kode": "2026-TW3-0001",
        "waktu": datetime(2026, 10, 17, 3, tzinfo=UTC),
        "pelaku": "Uji",
        "versi": 1,
        "kode_instansi": "uji",
        "instansi": "Kabupaten Uji",
        "sebutan": "OPD",
        "contoh": False,
        "tahun": 2026,
        "triwulan": 3,
        "ukuran": "triwulan",
        "berjalan": False,
        "aturan": ATURAN,
        "sebanding": (True, True, True, True),
        "aturan_lain": "",
        "nilai": four(90.0, 90.0, 90.0),
        "predikat": four("Tinggi", "Tinggi", "Tinggi"),
        "hari": HARI,
        "tenggat": TENGGAT,
        "anggaran_sampai": 3,
    }
    return Rekam(unit=tuple(units), **{**bawaan, **lain})


def running(satu: Rekam) -> Rekam:
    """The same against the target of the unfinished year: nobody is judged and no quarters compare."""
    units = tuple(
        replace(u, predikat=four(), tertinggal=(False,) * 4, selisih=None, turun_beruntun=False) for u in satu.unit
    )
    return replace(satu, ukuran="tahun", berjalan=True, sebanding=(False, False, True, False), unit=units)


def words(isi: Sequence[Kalimat]) -> dict[str, str]:
    """Each sentence by its rule, no-break spaces as plain ones."""
    return {kalimat.jenis: plain(kalimat) for kalimat in isi}


def plain(kalimat: Kalimat) -> str:
    """Its text with plain spaces."""
    return kalimat.teks.replace("\u00a0", " ")


AKI = indikator(
    "1.A",
    "Angka kematian ibu",
    polaritas="minimal",
    konsolidasi="nilai_akhir",
    satuan="per 100 rb KH",
    realisasi=four(90.0, 96.0, 131.0),
    realisasi_sd=four(90.0, 96.0, 131.0),
    target_sd=(88.0, 87.0, 86.0, 85.0),
    capaian=four(97.7, 89.7, 47.7),
    kendala="Rujukan terlambat.",
    rencana_tindak_lanjut="Audit tiap kasus",
    pic="Kabid Kesmas",
    batas_waktu="2026-11-15",
)
DESA = indikator("1.B", "Desa berlistrik", capaian=four(80.0, 80.0, 42.86), realisasi_sd=four(6.0, 10.0, 12.0))
