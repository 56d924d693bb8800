"""Makes every refusal and every finding: stable code, severity, sentence, advice.

Two catalogues. ``PENOLAKAN`` (refusals.py): the file as a whole cannot be used (``BerkasDitolakError``).
``KATALOG`` (catalogue.py, odd/katalog.py, templat/katalog.py): the file was read, and this is what a person should
look at.
"""

from __future__ import annotations

from sakip_app.workbook.catalogue import KATALOG_BARIS, KATALOG_LEMBAR, KATALOG_SEL
from sakip_app.workbook.kind import Jenis as Jenis  # catalogues elsewhere take it from here
from sakip_app.workbook.odd.katalog import KATALOG_GANJIL
from sakip_app.workbook.refusals import PENOLAKAN as PENOLAKAN
from sakip_app.workbook.result import BerkasDitolakError, Temuan, Tingkat
from sakip_app.workbook.templat.katalog import KATALOG_TEMPLAT

NILAI_TERPANJANG = 80  # characters of a cell that are repeated in a finding

KATALOG: dict[str, Jenis] = {
    **KATALOG_SEL,
    **KATALOG_BARIS,
    **KATALOG_LEMBAR,
    **KATALOG_GANJIL,
    **KATALOG_TEMPLAT,
}


def tolak(kode: str, **isi: object) -> BerkasDitolakError:
    """The refusal ``kode`` with its sentence filled in; raise what it returns.

    Example:
        >>> tolak("bukan-excel", jenis="PDF").pesan
        'Berkas ini bukan buku kerja Excel: isinya PDF.'
    """
    pesan, saran = PENOLAKAN[kode]
    return BerkasDitolakError(kode, pesan.format(**isi), saran.format(**isi))


def temuan(
    kode: str, *, lembar: str, sel: str = "", nilai: object = "", tingkat: Tingkat | None = None, **isi: object
) -> Temuan:
    """The finding ``kode`` at one cell, its sentence filled in.

    Args:
        kode: a key of ``KATALOG``.
        lembar: title of the sheet.
        sel: address such as ``"P17"``; empty when the finding is about the sheet.
        nilai: what the cell holds; shortened to 80 characters.
        tingkat: only where the same kind weighs less in a column that is not stored.
        **isi: what the sentence names beside ``nilai``.

    Raises:
        KeyError: for a kode that is not in the catalogue.
    """
    jenis = KATALOG[kode]
    teks = " ".join(str(nilai).split())
    if len(teks) > NILAI_TERPANJANG:
        teks = teks[: NILAI_TERPANJANG - 1] + "…"
    return Temuan(
        kode=kode,
        tingkat=tingkat or jenis.tingkat,
        lembar=lembar,
        sel=sel,
        nilai=teks,
        pesan=jenis.pesan.format(nilai=teks, **isi),
        saran=jenis.saran.format(nilai=teks, **isi),
    )
