"""Reading the cells of a template's row: words of a vocabulary or a scale, dates, texts as they were written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.grid import Sel, alamat
from sakip_app.workbook.header import KolomTerbaca
from sakip_app.workbook.numbers import NIHIL, PREDIKAT, TANPA_DATA
from sakip_app.workbook.templat.kolom import shown
from sakip_app.workbook.words import clean, normal, tidy

_BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip
_ANGKA_TANGGAL = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](20\d\d)", re.ASCII)
_KATA_TANGGAL = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (20\d\d)", re.ASCII)
_ISO = re.compile(r"(20\d\d)-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?", re.ASCII)


class PembacaTemplat(Pembaca):
    """A ``Pembaca`` that also knows words and dates."""

    def isi(self, baris: int, kolom: KolomTerbaca | None) -> str | None:
        """Text of the cell itself as it was written; ``None`` when blank or covered by a merge."""
        sel = self._cell(baris, kolom)
        if sel is None or kolom is None:
            self._read(baris, kolom, None, rupiah=False)  # tells of a formula that was never calculated
            return None
        if sel.jenis == "e":
            self.catat("sel-galat", alamat(baris, kolom.nomor), nilai=sel.nilai, kolom=kolom.sebutan)
            return None
        nilai = sel.nilai
        if isinstance(nilai, dt.datetime):
            nilai = nilai.date() if nilai.time() == dt.time() else nilai
        elif isinstance(nilai, float) and nilai.is_integer():
            nilai = int(nilai)  # "15" typed as a number is still the text 15
        return clean(nilai) or None

    def kata(self, baris: int, kolom: KolomTerbaca | None, kosakata: Sequence[str]) -> str | None:
        """A word of a vocabulary, however it is spelled; a word outside it is a finding."""
        teks = self.isi(baris, kolom)
        if teks is None or kolom is None or normal(teks) in TANPA_DATA:
            return None
        kata = re.sub(r"[\s\-_]+", "_", normal(teks))
        if kata in kosakata:
            return kata
        daftar = ", ".join(shown(k) for k in kosakata)
        self.catat("kata-tak-dikenal", alamat(baris, kolom.nomor), nilai=teks, kolom=kolom.sebutan, daftar=daftar)
        return None

    def nilai(
        self, baris: int, kolom: KolomTerbaca | None, satuan: str | None, skala: str | None, kata: Sequence[str]
    ) -> float | str | None:
        """A number, or in its place a word: of the row's scale, or a predicate that still needs one."""
        sel = self._cell(baris, kolom)
        if sel is not None and kolom is not None and isinstance(sel.nilai, str) and sel.jenis != "e":
            satu = self._word(baris, kolom, tidy(sel.nilai), skala, kata)
            if satu is not None:
                return satu or None
        return self.angka(baris, kolom, satuan)

    def sasaran_kata(
        self, baris: int, kolom: KolomTerbaca | None, satuan: str | None, skala: str | None, kata: Sequence[str]
    ) -> Sasaran:
        """A target of the year; in a row with a scale also one of its words."""
        sel = self._cell(baris, kolom)
        if kata and kolom is not None and sel is not None and isinstance(sel.nilai, str) and sel.jenis != "e":
            satu = self._word(baris, kolom, tidy(sel.nilai), skala, kata)
            if satu is not None:
                return Sasaran(teks=satu or None)
        return self.sasaran(baris, kolom, satuan)

    def tanggal(self, baris: int, kolom: KolomTerbaca | None) -> str | None:
        """A date as ISO text; what is no date stays the text it is, with a finding."""
        sel = self._cell(baris, kolom)
        teks = self.isi(baris, kolom)
        if sel is None or kolom is None or teks is None or normal(teks) in TANPA_DATA:
            return None
        iso = teks if isinstance(sel.nilai, dt.date) and _ISO.fullmatch(teks) else _iso(normal(teks))
        if iso is None:
            self.catat("tanggal-tak-terbaca", alamat(baris, kolom.nomor), nilai=teks, kolom=kolom.sebutan)
        return iso or teks

    def _cell(self, baris: int, kolom: KolomTerbaca | None) -> Sel | None:
        return None if kolom is None else self.grid.sel.get((baris, kolom.nomor))

    def _word(
        self, baris: int, kolom: KolomTerbaca, teks: str, skala: str | None, kata: Sequence[str]
    ) -> str | None:
        """The word of a text cell, ``""`` after a finding, ``None`` when the text may be a number or a blank."""
        cocok = next((k for k in kata if normal(k) == normal(teks)), None)
        if cocok is not None:
            return cocok
        polos = normal(teks)
        if polos in TANPA_DATA | NIHIL or any(h.isdigit() for h in polos):
            return None
        di = alamat(baris, kolom.nomor)
        if skala and kata:
            daftar = ", ".join(kata)
            self.catat("kata-di-luar-skala", di, nilai=teks, kolom=kolom.sebutan, skala=skala, daftar=daftar)
            return ""
        if polos in PREDIKAT:
            if not skala:
                self.catat("kata-tanpa-skala", di, nilai=teks, kolom=kolom.sebutan)
            return teks
        return None


def iso_date(teks: str) -> str | None:
    """A date as people type it, as ISO text; ``None`` where the text is none."""
    return _iso(normal(teks))


def _iso(teks: str) -> str | None:
    m = _ISO.fullmatch(teks)
    if m:
        bagian = (m.group(1), m.group(2), m.group(3))
    elif m := _ANGKA_TANGGAL.fullmatch(teks):
        bagian = (m.group(3), m.group(2), m.group(1))
    elif m := _KATA_TANGGAL.fullmatch(teks):
        bulan = next(
            (n for n, nama in enumerate(_BULAN, 1) if nama.startswith(m.group(2)) or _short(m.group(2)) == n), 0
        )
        bagian = (m.group(3), str(bulan), m.group(1))
    else:
        return None
    try:
        return dt.date(*(int(b) for b in bagian)).isoformat()
    except ValueError:
        return None


def _short(kata: str) -> int:
    """Short names that are no beginnings: ``agt``, ``nop``."""
    return {"agt": 8, "ags": 8, "nop": 11, "nopember": 11, "pebruari": 2}.get(kata, 0)
