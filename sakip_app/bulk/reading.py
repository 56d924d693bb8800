"""One file read with what its unit is remembered to have answered about its form, and what stays open of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sakip_app import store
from sakip_app.acceptance import NAMA_PERTANYAAN
from sakip_app.bulk.files import read_bytes
from sakip_app.bulk.records import Acuan, Alasan
from sakip_app.store.database import reading
from sakip_app.store.naming import UnitBernama
from sakip_app.store.units import meanings
from sakip_app.text.words import gabung
from sakip_app.workbook.isolated import read_units_apart
from sakip_app.workbook.result import BerkasDitolakError, HasilBaca, Jawaban

ABAIKAN = "abaikan"
BELUM_DIJAWAB = Jawaban()
_UNGGAH = "Kirim berkas ini lewat halaman Unggah dan jawab di sana; jawabannya diingat untuk bentuk ini."
_SEMUA = (
    "Jawab lewat halaman Unggah, atau jalankan lagi dengan --{0} bila {0} itu sama bagi semua berkas yang tidak "
    "menyebutnya."
)


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A file as it was read; ``terbuka`` is what its form leaves open, after all that was answered before."""

    berkas: Path
    isi: bytes
    semua: tuple[HasilBaca, ...]
    terbuka: tuple[Alasan, ...] = ()


def read_file(acuan: Acuan, berkas: Path) -> Terbaca:
    """Read a file in a process of its own; a second time where answers about its form are known.

    Answers come from the unit that the sheet names, never from another one; year and quarter that no sheet says, from
    the command line.

    Raises:
        BerkasDitolakError: the file cannot be used.
    """
    isi = read_bytes(berkas)
    semua = read_units_apart(isi, berkas.name)
    pertama = semua[0]
    if len(semua) > 1 or pertama.templat is not None:
        return Terbaca(berkas, isi, semua)
    jawaban, hilang = _remembered(acuan, pertama, _with_its_unit(acuan, isi, pertama))
    hasil, tanya = pertama, list(hilang)
    for _ in range(3):  # an answer may lay open the next question: the sheet, then its year, then its quarter
        lengkap = _for_all(acuan, hasil, jawaban)
        if lengkap == hasil.jawaban:
            break
        jawaban = lengkap
        try:
            hasil = read_units_apart(isi, berkas.name, jawaban)[0]
        except BerkasDitolakError as galat:
            return Terbaca(berkas, isi, (pertama,), (_unfit(galat.pesan),))
    if jawaban.lembar is not None and pertama.unit not in (None, hasil.unit):
        tanya.append(_unfit(f"Lembar “{hasil.lembar}” menyebut unit lain: {hasil.unit or 'tidak ada'}."))
    tidak_dipakai = sorted(
        huruf for huruf, peran in jawaban.kolom.items() if peran not in (ABAIKAN, hasil.peran.get(huruf))
    )
    if tidak_dipakai and not _open(hasil):
        tanya.append(_unfit(f"Kolom {gabung(tidak_dipakai)} tidak dapat dipakai seperti dijawab."))
    return Terbaca(berkas, isi, (hasil,), (*tanya, *_asked(hasil)))


def named_units(acuan: Acuan, hasil: HasilBaca) -> list[UnitBernama]:
    """The units that the sheet's own words mean, of those that exist in its year: by code, name or alias."""
    if not hasil.unit:
        return []
    tahun = hasil.tahun or acuan.tahun
    with reading(acuan.engine) as connection:
        found = meanings(connection, acuan.kode, hasil.unit, tahun)
    if tahun is None:
        return found
    return [unit for unit in found if unit.exists(date(tahun, 1, 1), date(tahun, 12, 31))]


def _with_its_unit(acuan: Acuan, isi: bytes, hasil: HasilBaca) -> HasilBaca:
    """The reading itself; where it stopped at columns nobody knows, one made to learn whose the sheet is.

    Any unit's answers about the form serve for that, for the unit stands in the title; they are not kept.
    """
    if hasil.unit or not hasil.sidik:
        return hasil
    answered = store.suggest_profile(acuan.engine, acuan.kode, None, hasil.sidik)
    if answered is None:
        return hasil
    jawaban = store.answers_for([answered], hasil.sha256, hasil.judul_kolom)
    try:
        return read_units_apart(isi, hasil.berkas, jawaban)[0]
    except BerkasDitolakError:  # these answers do not fit it: then nobody has answered for it
        return hasil


def _remembered(acuan: Acuan, hasil: HasilBaca, bernama: HasilBaca) -> tuple[Jawaban, list[Alasan]]:
    """What the unit that ``bernama`` names answered before about the form, and why not all of it can be used."""
    units = named_units(acuan, bernama)
    if len(units) != 1 or not hasil.sidik:
        return BELUM_DIJAWAB, []
    versions = store.list_versions(acuan.engine, acuan.kode, units[0].kode_unit, hasil.sidik)
    if not versions or versions[0].jawaban is None:
        return BELUM_DIJAWAB, []
    jawaban = store.answers_for(versions, hasil.sha256, hasil.judul_kolom)
    if len(jawaban.kolom) < len(versions[0].jawaban.kolom):
        return jawaban, [_unfit("Tidak semua kolom yang dulu dijawab ditemukan lagi di bawah judul yang sama.")]
    return jawaban, []


def _for_all(acuan: Acuan, hasil: HasilBaca, jawaban: Jawaban) -> Jawaban:
    """With the year and the quarter of the command line where the sheet leaves them open."""
    terbuka = _open(hasil)
    if jawaban.tahun is None and acuan.tahun is not None and (hasil.tahun is None or "tahun" in terbuka):
        jawaban = replace(jawaban, tahun=acuan.tahun)
    if jawaban.triwulan is None and acuan.triwulan is not None and "triwulan" in terbuka:
        jawaban = replace(jawaban, triwulan=acuan.triwulan)
    return jawaban


def _open(hasil: HasilBaca) -> set[str]:
    return {satu.kode for satu in hasil.pertanyaan} & {*NAMA_PERTANYAAN, "tahun"}


def _asked(hasil: HasilBaca) -> list[Alasan]:
    """What the form still leaves open, in the order in which Unggah asks it."""
    terbuka = _open(hasil)
    if (
        hasil.tahun is None and "kolom" not in terbuka
    ):  # a reading that stopped at its header has looked for no year
        terbuka.add("tahun")
    kata = {**NAMA_PERTANYAAN, "tahun": "berkas ini untuk tahun berapa"}
    return [
        Alasan(
            kode,
            f"Belum jelas {kata[kode]}.",
            _SEMUA.format(kode) if kode in ("tahun", "triwulan") else _UNGGAH,
        )
        for kode in kata
        if kode in terbuka
    ]


def _unfit(pesan: str) -> Alasan:
    return Alasan(
        "jawaban-tak-cocok", f"Jawaban yang diingat tidak cocok lagi dengan berkas ini. {pesan}", _UNGGAH
    )
