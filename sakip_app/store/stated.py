"""What one upload states, value by value, and how that differs from what is in force."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from sakip_app.store.errors import SimpanDitolakError
from sakip_app.workbook.result import BarisIndikator, HasilBaca

#: Joins the names above an indicator into one text, from the highest down.
PEMISAH_INDUK = " › "

ANGKA_TAHUNAN = (
    "target_tahunan",
    "target_bawah",
    "target_atas",
    "target_renstra",
    "realisasi_lalu",
    "realisasi_tahun",
    "capaian_tercetak",
    "pagu",
    "bobot",
)
ANGKA_TRIWULAN = ("target", "realisasi", "realisasi_anggaran")
#: Who an indicator is: stated also where nobody touched it, so that it outlives the file that named it first.
IDENTITAS = ("uraian", "induk", "kode", "nama", "jenjang", "satuan")
SIFAT = (
    "kode",
    "nama",
    "jenjang",
    "satuan",
    "cara_isi",
    "cara_isi_anggaran",
    "skala",
    "kode_pk",
    "penanggung_jawab",
)
#: What a person may decide while sending a workbook, for the indicators whose sheet leaves it open.
DIPUTUSKAN = ("polaritas", "konsolidasi")
#: Notes belong to the quarter that the upload reports.
CATATAN = ("kendala", "solusi", "rencana_tindak_lanjut", "pic", "batas_waktu", "bukti")
#: What a person may declare about an indicator without a workbook.
PERNYATAAN = ("polaritas", "konsolidasi", "skala", "bobot", "kode_pk", "cara_isi", "cara_isi_anggaran")
#: A target of the five-year plan is a value of its own for each year it plans: ``renstra_2027``.
RENSTRA = "renstra_"
#: The values that a Perjanjian Kinerja fixes, and that therefore carry its name.
BERDOKUMEN = ("target_tahunan", "target_bawah", "target_atas", "target")

#: The state of a value that a person put in place of what a workbook said.
DIKOREKSI = "dikoreksi"

KATA: Mapping[str, tuple[str, ...]] = {
    "polaritas": ("maksimal", "minimal", "stabil"),
    "konsolidasi": ("jumlah", "rata_rata", "nilai_akhir", "maksimum"),
    "cara_isi": ("tambahan", "kumulatif"),
    "cara_isi_anggaran": ("tambahan", "kumulatif"),
}

BEDA_TULISAN = 1e-13
Keadaan = Literal["baru", "berubah", "sama"]
Kunci = tuple[str, str, int | None]  # (kunci of the indicator, jenis, triwulan)
Keputusan = Mapping[str, Mapping[str, str]]  # jenis → kunci of the indicator → word


class Sebutan(NamedTuple):
    """One value as an upload states it, with its cell."""

    kunci: str
    jenis: str
    triwulan: int | None
    angka: float | None
    teks: str | None
    lembar: str | None
    sel: str | None

    @property
    def kunci_nilai(self) -> Kunci:
        """What the value is a value of."""
        return (self.kunci, self.jenis, self.triwulan)


class Berlaku(NamedTuple):
    """The value in force: the row that holds it, and the upload that stated it.

    ``keadaan`` is ``dikirim`` or, where a person put it there in place of another, ``dikoreksi``.
    """

    id: int
    unggahan_id: int | None
    angka: float | None
    teks: str | None
    dokumen: str | None = None
    keadaan: str = "dikirim"


class Beda(NamedTuple):
    """One stated value beside the one in force."""

    sebutan: Sebutan
    lama: Berlaku | None
    keadaan: Keadaan


def stated(hasil: HasilBaca, keputusan: Keputusan) -> list[Sebutan]:
    """Every value ``hasil`` states; a blank states nothing, nor does what stands in a template as it was filled.

    Args:
        hasil: what was read.
        keputusan: per jenis (``polaritas``, ``konsolidasi``) and ``kunci`` the word a person decided; it
            goes before the sheet's own word and carries no cell.

    Raises:
        SimpanDitolakError: if a ``kunci`` stands twice, a quarter is not 1–4, a number is infinite, or a
            word is outside the vocabulary.
    """
    require_unique(hasil)
    require_known(hasil, keputusan)
    triwulan = reported_quarter(hasil)
    return [s for baris in hasil.indikator for s in _of_row(baris, keputusan, triwulan)]


def require_unique(hasil: HasilBaca) -> None:
    """See that no ``kunci`` stands twice in ``hasil``.

    Raises:
        SimpanDitolakError: ``kunci-ganda``.
    """
    kunci = Counter(baris.kunci for baris in hasil.indikator)
    ganda = sorted(k for k, n in kunci.items() if n > 1)
    if ganda:
        raise SimpanDitolakError(
            "kunci-ganda",
            f"Indikator yang sama muncul lebih dari sekali: {'; '.join(ganda[:5])}.",
            "Satukan barisnya, atau beri kode yang berbeda.",
        )


def require_known(hasil: HasilBaca, keputusan: Keputusan) -> None:
    """See that every decision is about a row of ``hasil``.

    Raises:
        SimpanDitolakError: ``kunci-asing``.
    """
    kunci = {baris.kunci for baris in hasil.indikator}
    for jenis, words in keputusan.items():
        asing = sorted(set(words) - kunci)
        if asing:
            raise SimpanDitolakError(
                "kunci-asing",
                f"{jenis.capitalize()} dipilih untuk indikator yang tidak ada dalam berkas: {'; '.join(asing[:5])}.",
                "Baca ulang berkas, lalu pilih lagi.",
            )


def reported_quarter(hasil: HasilBaca) -> int | None:
    """The quarter an upload reports: what its template was made for, the last with a realisasi, or its heading's."""
    if hasil.templat is not None:
        return hasil.templat.triwulan
    filled = [tw for baris in hasil.indikator for tw, value in baris.realisasi.items() if not _blank(value)]
    if filled:
        return max(filled)
    return None if hasil.sampai_bulan is None else math.ceil(hasil.sampai_bulan / 3)


def differences(sebutan: Iterable[Sebutan], berlaku: Mapping[Kunci, Berlaku]) -> list[Beda]:
    """Each stated value as baru, berubah or sama against those in force."""
    result: list[Beda] = []
    for s in sebutan:
        lama = berlaku.get(s.kunci_nilai)
        keadaan: Keadaan = "berubah"
        if lama is None:
            keadaan = "baru"
        elif lama.teks == s.teks and _equal(lama.angka, s.angka):
            keadaan = "sama"
        result.append(Beda(s, lama, keadaan))
    return result


def _equal(satu: float | None, lain: float | None) -> bool:
    """Whether two figures are one: a workbook saved by another program keeps 15 digits of 17."""
    if satu is None or lain is None:
        return satu is lain
    return math.isclose(satu, lain, rel_tol=BEDA_TULISAN, abs_tol=0.0)


def check_word(jenis: str, teks: str) -> str:
    """``teks`` if it is a word ``jenis`` knows (a jenis without a vocabulary takes any)."""
    if jenis in KATA and teks not in KATA[jenis]:
        raise SimpanDitolakError(
            "kata-asing",
            f"{jenis} “{teks}” tidak dikenal.",
            f"Pilih salah satu: {', '.join(KATA[jenis])}.",
        )
    return teks


def _of_row(baris: BarisIndikator, keputusan: Keputusan, triwulan: int | None) -> Iterator[Sebutan]:
    def sebut(jenis: str, tw: int | None, value: object, *, cell: str | None = None) -> Iterator[Sebutan]:
        if _blank(value):
            return
        alamat = cell or baris.asal.get((jenis, tw)) or baris.asal.get((jenis, None))
        lembar, sel = split_cell(alamat)
        angka = _number(value, baris, jenis)
        teks = str(value).strip() if angka is None else None
        if teks is not None:
            check_word(jenis, teks)
        yield Sebutan(baris.kunci, jenis, tw, angka, teks, lembar, sel)

    def new(jenis: str, waktu: int | None = None) -> bool:
        return (jenis, waktu) not in baris.tetap

    yield from sebut("uraian", None, baris.uraian, cell=baris.asal.get(("uraian", None)) or baris.sel)
    if baris.induk:
        yield from sebut(
            "induk", None, PEMISAH_INDUK.join(baris.induk), cell=baris.asal.get(("induk", None)) or baris.sel
        )
    for jenis in SIFAT:
        if jenis in IDENTITAS or new(jenis):
            yield from sebut(jenis, None, getattr(baris, jenis))
    for jenis in DIPUTUSKAN:
        decided, on_sheet = keputusan.get(jenis, {}).get(baris.kunci), getattr(baris, jenis)
        if decided is not None and decided != on_sheet:
            yield Sebutan(baris.kunci, jenis, None, None, check_word(jenis, decided), None, None)
        elif decided is not None or new(jenis):
            yield from sebut(jenis, None, on_sheet)
    for jenis in filter(new, ANGKA_TAHUNAN):
        yield from sebut(jenis, None, getattr(baris, jenis))
    for tahun, value in baris.renstra.items():
        if new("renstra", tahun):
            yield from sebut(f"{RENSTRA}{tahun}", None, value)
    # The words of a target stand only where the sheet has no number.
    if _blank(baris.target_tahunan) and new("target_teks"):
        cell = baris.asal.get(("target_teks", None))
        yield from sebut("target_tahunan", None, baris.target_teks, cell=cell)
    for jenis in ANGKA_TRIWULAN:
        for tw, value in getattr(baris, jenis).items():
            if tw not in (1, 2, 3, 4):
                raise SimpanDitolakError(
                    "triwulan-asing",
                    f"Triwulan {tw} pada “{baris.uraian}” tidak ada.",
                    "Triwulan adalah 1 sampai 4.",
                )
            if new(jenis, tw):
                yield from sebut(jenis, tw, value)
    for jenis in filter(new, CATATAN):
        yield from sebut(jenis, triwulan, getattr(baris, jenis))


def split_cell(alamat: str | None) -> tuple[str | None, str | None]:
    """``"Realisasi TW III!S15"`` as sheet and cell; a sheet's name may itself hold a ``!``."""
    if alamat is None:
        return None, None
    lembar, _, sel = alamat.rpartition("!")
    return lembar.strip("'") or None, sel


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value != value  # NaN


def _number(value: object, baris: BarisIndikator, jenis: str) -> float | None:
    if not isinstance(value, int | float):
        return None
    if math.isinf(value):
        raise SimpanDitolakError(
            "angka-tak-hingga",
            f"{jenis} “{baris.uraian}” tidak terhingga.",
            "Perbaiki rumus di sel itu, lalu unggah lagi.",
        )
    if jenis == "bobot":
        check_weight(value)
    return float(value)


def check_weight(value: float) -> float:
    """``value`` if it can be a weight: nothing that is weighed below zero could be averaged."""
    if not 0 <= value < math.inf:
        raise SimpanDitolakError(
            "angka-negatif", "Bobot tidak boleh kurang dari nol.", "Tulis angka nol atau lebih."
        )
    return value
