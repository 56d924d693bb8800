"""Where a file of a folder goes: its unit and year, as the sheet itself says them. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sakip_app import store
from sakip_app.acceptance import last_document
from sakip_app.bulk.reading import Terbaca, named_units
from sakip_app.bulk.records import Acuan, Alasan
from sakip_app.text.words import gabung
from sakip_app.workbook.result import HasilBaca

_SINGKATAN = {
    "pemkab": "kabupaten",
    "kab": "kabupaten",
    "pemkot": "kota",
    "pemprov": "provinsi",
    "prov": "provinsi",
}
_BIASA = frozenset({"pemerintah", "daerah", "propinsi"})
_PILIH_UNIT = "Kirim berkas ini lewat halaman Unggah dan pilih unitnya; nama itu lalu diingat."


@dataclass(frozen=True, slots=True)
class Tujuan:
    """One reading with the unit, the year and the document it is kept under; ``nama`` is the unit's, for people."""

    hasil: HasilBaca
    kode_unit: str
    nama: str
    nama_pendek: str
    tahun: int
    dokumen: str


def find_targets(acuan: Acuan, terbaca: Terbaca) -> tuple[list[Tujuan], list[Alasan]]:
    """Where each reading of a file goes, or what has to be asked; a template's sheets that nobody filled go nowhere."""
    tujuan: list[Tujuan] = []
    tanya: list[Alasan] = []
    for hasil in terbaca.semua:
        if hasil.templat is not None and not hasil.indikator and not hasil.tindak_lanjut:
            continue
        satu = _of_template(acuan, hasil) if hasil.templat is not None else _of_sheet(acuan, hasil, terbaca.berkas)
        if isinstance(satu, Tujuan):
            tujuan.append(satu)
        else:
            tanya += satu
    if not tujuan and not tanya:
        tanya.append(
            Alasan(
                "templat-kosong",
                "Belum ada yang diisi di templat ini.",
                "Minta unitnya mengisi, lalu jalankan lagi.",
            )
        )
    return tujuan, tanya


def _of_template(acuan: Acuan, hasil: HasilBaca) -> Tujuan | list[Alasan]:
    mark = hasil.templat
    if mark is None:
        return []
    if mark.kode_instansi != acuan.kode:
        return [
            Alasan(
                "templat-untuk-lain",
                f"Templat ini dibuat untuk instansi lain ({mark.kode_instansi}), bukan untuk {acuan.nama}.",
                "Jalankan dengan --instansi yang sesuai, atau minta templat baru diisi.",
            )
        ]
    if acuan.tahun is not None and mark.tahun != acuan.tahun:
        return [_other_year(mark.tahun, acuan.tahun)]
    there = store.list_unit(acuan.engine, acuan.kode, mark.tahun).set_index("kode_unit")
    if mark.kode_unit not in there.index:
        return [
            Alasan(
                "unit-tak-dikenal",
                f"Templat ini dibuat untuk unit {mark.kode_unit}, yang tidak ada pada tahun {mark.tahun}.",
                "Unduh templat untuk unit yang melanjutkannya.",
            )
        ]
    dokumen = acuan.dokumen or last_document(acuan.engine, acuan.kode, mark.kode_unit, mark.tahun)
    nama, pendek = (str(there.loc[mark.kode_unit, kolom]) for kolom in ("nama", "nama_pendek"))
    return Tujuan(hasil, mark.kode_unit, nama, pendek, mark.tahun, dokumen)


def _of_sheet(acuan: Acuan, hasil: HasilBaca, berkas: Path) -> Tujuan | list[Alasan]:
    tanya: list[Alasan] = []
    if hasil.tahun is not None and acuan.tahun is not None and hasil.tahun != acuan.tahun:
        tanya.append(_other_year(hasil.tahun, acuan.tahun))
    units = named_units(acuan, hasil)
    unit = units[0] if len(units) == 1 else None
    if unit is None:
        tanya.append(_which_unit(acuan, hasil, berkas, [satu.nama for satu in units]))
    if hasil.instansi and not same_body(hasil.instansi, acuan.nama, unit.nama if unit else "", *acuan.daerah):
        tanya.append(
            Alasan(
                "instansi-lain",
                f"Judul lembar menyebut {hasil.instansi}, sedangkan data ini milik {acuan.nama}.",
                f'Pastikan berkasnya benar. Bila maksudnya sama, jalankan lagi dengan --daerah "{hasil.instansi}".',
            )
        )
    if tanya or unit is None or hasil.tahun is None:  # an unknown year is asked with the form
        return tanya
    dokumen = acuan.dokumen or last_document(acuan.engine, acuan.kode, unit.kode_unit, hasil.tahun)
    return Tujuan(hasil, unit.kode_unit, unit.nama, unit.nama_pendek, hasil.tahun, dokumen)


def same_body(disebut: str, *nama: str) -> bool:
    """Whether the region in a sheet's title is part of one of these names, however ``Kabupaten`` is abbreviated.

    Examples:
        >>> same_body("Kabupaten Kendal", "Pemkab Kendal"), same_body("Kota Contoh", "Kabupaten Contoh")
        (True, False)
    """
    wanted = _words(disebut)
    return any(wanted <= _words(satu) for satu in nama)


def _words(nama: str) -> set[str]:
    return {_SINGKATAN.get(kata, kata) for kata in re.findall(r"\w+", nama.casefold())} - _BIASA


def _which_unit(acuan: Acuan, hasil: HasilBaca, berkas: Path, banyak: list[str]) -> Alasan:
    if banyak:
        return Alasan("unit-berganda", f"“{hasil.unit}” dapat berarti {gabung(banyak)}.", _PILIH_UNIT)
    tahun = hasil.tahun or acuan.tahun
    dekat = store.near_units(acuan.engine, acuan.kode, hasil.unit or berkas.stem, tahun)[:2]
    nama = store.list_unit(acuan.engine, acuan.kode, tahun).set_index("kode_unit")["nama"]
    mirip = [str(nama[kode]) for kode, _ in dekat if kode in nama.index]
    usul = f" Nama yang paling mirip: {' atau '.join(mirip)}." if mirip else ""
    if not hasil.unit:
        usul = f" Nama berkasnya mirip {' atau '.join(mirip)}." if mirip else ""
        return Alasan("unit-tak-disebut", f"Lembar “{hasil.lembar}” tidak menyebut unitnya.{usul}", _PILIH_UNIT)
    pada = f" pada tahun {tahun}" if tahun else ""
    return Alasan("unit-tak-dikenal", f"Unit “{hasil.unit}” belum terdaftar{pada}.{usul}", _PILIH_UNIT)


def _other_year(disebut: int, diminta: int) -> Alasan:
    return Alasan(
        "tahun-lain",
        f"Lembar menyebut tahun {disebut}, sedangkan yang diminta tahun {diminta}.",
        "Betulkan tahun di judul lembarnya, atau pindahkan berkas ini ke folder tahun itu.",
    )
