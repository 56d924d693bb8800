"""What a reading says of the columns it read, and the name of the form they make."""

from __future__ import annotations

import re
from typing import TypedDict

from sakip_app.workbook.columns import Kepala
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.words import key_text, short_hash

_PERIODE = re.compile(
    r"20\d\d|\b(?:iv|i{1,3})\b|\d+|\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|"
    r"desember|jan|feb|mar|apr|jun|jul|agu|ags|agt|sep|okt|nov|des)\b"
)


class Kolom(TypedDict):
    """The fields of ``HasilBaca`` that describe its columns."""

    baris_kepala: tuple[int, int]
    kolom: dict[str, str]
    peran: dict[str, str]
    judul_kolom: dict[str, str]
    sidik: str


def describe(kepala: Kepala, tahun: int | None) -> Kolom:
    """What a reading says of its columns: rows of the header, roles, header texts, and the name of the form."""
    return {
        "baris_kepala": (kepala.awal, kepala.akhir),
        "kolom": {column_letter(k.nomor): k.label_tahun(tahun) for k in kepala.kolom},
        "peran": {column_letter(k.nomor): k.kode for k in kepala.kolom},
        "judul_kolom": {column_letter(n): teks for n, teks in sorted(kepala.judul_kolom.items())},
        "sidik": fingerprint(kepala),
    }


def fingerprint(kepala: Kepala) -> str:
    """Names a form: the same for its sheet of next year and next quarter, whatever stands in the rows."""
    texts = [_PERIODE.sub("#", key_text(teks)) for _, teks in sorted(kepala.judul_kolom.items())]
    return short_hash(f"{kepala.tata_letak.kode}|{'|'.join(texts)}")
