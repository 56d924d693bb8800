r"""Numbers as Indonesian forms hold them, read strictly: a number, a blank, or a finding. Never a guess.

Texts that are numbers (after ``Rp``, a trailing ``%`` and a known unit are set aside)::

    -? ( [1-9]\d{0,2}(\.\d{3})+ | \d+ ) (,\d+)?      1.234.567,89   85   0,9   -1,41
    -? \d+\.\d{1,2} | \d+\.\d{4,} | 0\.\d+      99.50 : a decimal point, taken with a finding

``1.234`` is read 1234 with a finding; in a rupiah column dots are always thousands. Scientific notation,
NaN, infinities, brackets for negatives, English grouping and letters that look like digits are not
numbers: they come back with a proposed reading for a person to accept.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from sakip_app.workbook.words import normal, tidy

TANPA_DATA = frozenset({
    "-", "--", "---", "–", "—", "−", "...", "…", "n/a", "n.a", "n.a.", "na", "n / a", "tad", "t.a.d", "#n/a",
    "belum", "belum ada", "belum ada data", "belum ada realisasi", "belum diisi", "belum dilaksanakan",
    "belum dihitung", "belum rilis", "belum tersedia", "tidak ada data", "tidak tersedia", "data belum tersedia",
    "kosong", "null", "none", "x",
})  # fmt: skip
NIHIL = frozenset({"nihil"})
PREDIKAT = frozenset({
    "wtp", "wdp", "tmp", "tw", "wtp-dpp", "wtp dpp", "aa", "a", "a-", "bb", "b", "cc", "c", "d", "e",
    "sangat baik", "baik", "cukup", "cukup baik", "kurang", "kurang baik", "sangat kurang", "buruk",
    "memuaskan", "sangat memuaskan", "istimewa", "prima", "sangat tinggi", "tinggi", "sedang", "rendah",
    "sangat rendah", "ya", "tidak", "ada", "tidak ada", "tepat waktu", "tidak tepat waktu", "paripurna", "utama",
    "madya", "pratama", "informatif", "menuju informatif", "cukup informatif", "terlaksana", "terpenuhi",
})  # fmt: skip
SATUAN_DIKENAL = frozenset({
    "%", "angka", "poin", "point", "nilai", "skor", "indeks", "persen", "persentase", "prosentase", "level",
    "tingkat", "rasio", "rp", "rupiah", "dok", "dokumen", "lap", "laporan", "berkas", "buku", "naskah",
    "perda", "perbup", "perkada", "rekomendasi", "kajian", "data", "eksemplar", "orang", "org", "jiwa",
    "kk", "pegawai", "peserta", "penduduk", "siswa", "guru", "pasien", "rumah", "unit", "unt", "paket",
    "pkt", "buah", "bh", "set", "stel", "jenis", "item", "lembar", "ls", "kegiatan", "keg", "kali",
    "sekolah", "puskesmas", "posyandu", "opd", "pd", "skpd", "satker", "lembaga", "kelompok", "desa",
    "kelurahan", "kecamatan", "kab", "kabupaten", "kota", "dusun", "lokasi", "titik", "ruas", "kasus",
    "temuan", "aduan", "usulan", "berita", "layanan", "sistem", "aplikasi", "km", "m", "m2", "m3", "m²",
    "m³", "ha", "hektar", "meter", "ton", "kg", "kuintal", "liter", "bulan", "bln", "tahun", "thn", "hari",
    "jam", "menit", "minggu", "permil", "‰", "inovasi", "sertifikat", "izin", "arsip", "pasar", "perkara",
    "putusan", "kerja", "sama", "acara", "bulan/orang",
})  # fmt: skip

_UTUH = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_SATU_TITIK = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_TITIK_DESIMAL = re.compile(r"-?(?:\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+)", re.ASCII)
_INGGRIS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_INGGRIS_TANPA_TITIK = re.compile(r"-?\d{1,3}(?:,\d{3}){2,}", re.ASCII)
_RP = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_AKHIR_RP = re.compile(r"(?:[.,]-+|,=)$")
_AWAL_ANGKA = re.compile(r"(-?[0-9.,]*[0-9])\s*([^\s0-9.,].*)?")
_SATUAN = re.compile(r"[^\W\d_][^\W\d_²³/. ]{0,24}[²³23]?(?:\s?/?\s?[^\W\d_]{1,15}){0,2}\.?")
_PENGALI = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "m": 9, "triliun": 12, "t": 12}
_MIRIP = str.maketrans(
    {"l": "1", "I": "1", "i": "1", "|": "1", "t": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2"}
)
_PANGKAT = re.compile(r"(?<![^\W\d_])[²³¹⁰⁴-⁹½¼¾]")
_BINTANG = re.compile(r"(?<=[\d%])\s*\*{1,3}\)?$")
_KURUNG = re.compile(r"\([^()\d]{1,30}\)")  # 75 (BB): the number is said, the words explain it
_KATA_DEPAN = re.compile(
    r"(indeks|level|nilai|skor|tingkat|kategori|peringkat)\s+(-?[0-9][0-9.,]*)", re.IGNORECASE
)
_RIBUAN_BERSPASI = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_KALIMAT_TERPANJANG = 60


@dataclass(frozen=True, slots=True)
class Angka:
    """What one cell says as a number.

    ``nilai`` is ``None`` for a blank, and for a text that is no number; then ``kode`` names the finding.
    ``usul`` is a proposed reading as the person would write it, ``satuan`` the unit found in the cell.
    """

    nilai: float | None = None
    kode: str | None = None
    usul: str | None = None
    satuan: str | None = None


KOSONG = Angka()


def read_number(
    isi: object,
    *,
    jenis: str = "n",
    format_angka: str = "General",
    rupiah: bool = False,
    satuan: str | None = None,
    satuan_lain: Set[str] = frozenset(),
) -> Angka:
    """Read one cell.

    Args:
        isi: value of the cell (cached result where it is a formula).
        jenis: openpyxl's data type; ``"e"`` marks an error value.
        format_angka: number format of the cell. A percent format shows 0,85 as 85%: such a value is read as 85,
            unless the indicator's unit is something else, then as it is with a finding.
        rupiah: the column holds money: dots are thousands, negatives in text are refused.
        satuan: unit of the indicator, as its own column states it.
        satuan_lain: further words that are units here, because several cells of the row are written with them.

    Returns:
        number, blank, or finding; never an exception.

    Example:
        >>> read_number("Rp 150.000.000", rupiah=True).nilai
        150000000.0
        >>> read_number("lOOo/o")
        Angka(nilai=None, kode='angka-tak-terbaca', usul='100%', satuan=None)
    """
    if isi is None:
        return KOSONG
    if jenis == "e":
        return Angka(kode="sel-galat")
    if isinstance(isi, bool):  # before int: True is 1 in Python
        return Angka(kode="angka-tak-terbaca")
    if isinstance(isi, (int, float)):
        return _from_number(isi, format_angka, satuan, rupiah=rupiah)
    if isinstance(isi, (dt.datetime, dt.date, dt.time, dt.timedelta)):
        return Angka(kode="tanggal-di-sel-angka")
    if _PANGKAT.search(str(isi)):  # NFKC would turn 5² into 52
        return Angka(kode="angka-tak-terbaca")
    return _from_text(tidy(isi), rupiah=rupiah, satuan=satuan, satuan_lain=satuan_lain)


@lru_cache(maxsize=1024)
def is_percent(satuan: str | None) -> bool:
    """Whether a unit is per cent, in one of its spellings."""
    return satuan is not None and normal(satuan).strip(" .()") in {
        "%",
        "persen",
        "persentase",
        "prosentase",
        "prosen",
    }


def write_number(nilai: float) -> str:
    """A number as Indonesian text that this module reads back: ``1234.5`` → ``"1.234,5"``.

    A whole number of four to six digits is written without its dot, which would make it ambiguous.
    """
    pasti = Decimal(repr(float(nilai)))
    tanda, pasti = ("-", -pasti) if pasti < 0 else ("", pasti)
    bulat, _, pecahan = format(pasti, "f").partition(".")
    pecahan = pecahan.rstrip("0")
    if len(bulat) > 6 or (pecahan and len(bulat) > 3):
        bulat = f"{int(bulat):,}".replace(",", ".")
    return tanda + bulat + ("," + pecahan if pecahan else "")


def _from_number(isi: float, format_angka: str, satuan: str | None, *, rupiah: bool) -> Angka:
    try:
        nilai = float(isi)
    except OverflowError:
        return Angka(kode="angka-tak-terbaca")
    if not math.isfinite(nilai):
        return Angka(kode="angka-tak-terbaca")
    if rupiah:
        return Angka(nilai, kode="anggaran-negatif" if nilai < 0 else None)
    if not _percent_format(format_angka):
        return Angka(nilai)
    if satuan and not is_percent(satuan):
        return Angka(nilai, kode="format-persen" if nilai else None)
    return Angka(float(Decimal(repr(nilai)) * 100), kode="persen-diskalakan" if nilai else None)


@lru_cache(maxsize=1024)
def _percent_format(format_angka: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", format_angka)


def tail_word(isi: object) -> str | None:
    """The word behind a number in a text cell: ``"7 pos"`` → ``"pos"``."""
    m = _AWAL_ANGKA.fullmatch(tidy(isi)) if isinstance(isi, str) and len(isi) <= _KALIMAT_TERPANJANG else None
    ekor = (m.group(2) or "").strip() if m else ""
    return normal(ekor) if _SATUAN.fullmatch(ekor) else None


def _from_text(teks: str, *, rupiah: bool, satuan: str | None, satuan_lain: Set[str]) -> Angka:
    teks = _BINTANG.sub("", teks)  # a footnote mark
    kecil = teks.casefold()
    if not kecil or kecil in TANPA_DATA:
        return KOSONG
    if kecil in NIHIL:
        return Angka(kode="nihil-dibaca-kosong")
    if len(teks) > _KALIMAT_TERPANJANG:
        return Angka(kode="angka-tak-terbaca")
    polos = _AKHIR_RP.sub("", _RP.sub("", teks)) if rupiah or _RP.match(teks) else teks
    polos = polos.replace("\u2212", "-")
    m = _KATA_DEPAN.fullmatch(polos)
    if m is not None and not rupiah:
        angka = _plain(m.group(2), rupiah=False)
        return (
            angka
            if angka.nilai is None
            else Angka(angka.nilai, angka.kode or "satuan-dalam-sel", None, m.group(1))
        )
    m = _AWAL_ANGKA.fullmatch(polos)
    if m is None:
        return Angka(kode="angka-tak-terbaca", usul=_propose(polos))
    angka = _plain(m.group(1), rupiah=rupiah or bool(_RP.match(teks)))
    ekor = (m.group(2) or "").strip()
    if not ekor or (rupiah and ekor.casefold() in ("rupiah", "rp", "rp.")):
        return angka
    if normal(ekor) in satuan_lain and angka.nilai is not None:
        return Angka(angka.nilai, angka.kode or "satuan-dalam-sel", None, ekor)
    return _with_tail(angka, ekor, satuan, m.group(1))


def _plain(teks: str, *, rupiah: bool) -> Angka:
    if rupiah and teks.startswith("-"):
        return Angka(kode="angka-tak-terbaca", usul=None)
    if rupiah and re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", teks):  # no money has three decimals
        return Angka(kode="angka-gaya-inggris", usul=teks.replace(",", "."))
    if _UTUH.fullmatch(teks):
        ambigu = not rupiah and _SATU_TITIK.fullmatch(teks) is not None
        return _finite(teks.replace(".", "").replace(",", "."), "angka-ambigu" if ambigu else None)
    if _TITIK_DESIMAL.fullmatch(teks):
        if rupiah:
            return Angka(kode="angka-tak-terbaca", usul=teks.replace(".", ","))
        return _finite(teks, "titik-desimal")
    if _INGGRIS.fullmatch(teks) or _INGGRIS_TANPA_TITIK.fullmatch(teks):
        return Angka(kode="angka-gaya-inggris", usul=teks.replace(",", "\0").replace(".", ",").replace("\0", "."))
    return Angka(kode="angka-tak-terbaca")


def _finite(teks: str, kode: str | None) -> Angka:
    nilai = float(teks)
    return Angka(nilai, kode=kode) if math.isfinite(nilai) else Angka(kode="angka-tak-terbaca")


def _with_tail(angka: Angka, ekor: str, satuan: str | None, depan: str) -> Angka:
    """A number followed by something: a per cent sign, a unit, a multiplier, or a sentence."""
    if ekor == "%":
        if satuan and not is_percent(satuan):
            return Angka(angka.nilai, angka.kode or "satuan-dalam-sel", angka.usul, "%")
        return Angka(angka.nilai, angka.kode, angka.usul, "%")
    if angka.nilai is None:
        return Angka(kode=angka.kode, usul=angka.usul or _propose(depan + ekor))
    if _KURUNG.fullmatch(ekor):
        return Angka(angka.nilai, angka.kode or "keterangan-dalam-sel")
    pengali = _PENGALI.get(ekor.casefold().strip("."))
    if pengali is not None and not (satuan and normal(satuan) == ekor.casefold()):
        return Angka(kode="angka-tak-terbaca", usul=write_number(angka.nilai * 10**pengali))
    if _is_unit(ekor, satuan):
        return Angka(angka.nilai, "satuan-dalam-sel" if angka.kode is None else angka.kode, None, ekor)
    kata = re.split(r"[\s/%]+", normal(ekor))[0]
    usul = write_number(angka.nilai) if ekor.startswith("%") or kata in SATUAN_DIKENAL else None
    return Angka(kode="angka-tak-terbaca", usul=_propose(depan + ekor) or usul)


def _is_unit(ekor: str, satuan: str | None) -> bool:
    if _SATUAN.fullmatch(ekor) is None:
        return False
    kecil = normal(ekor).rstrip(".")
    if satuan and kecil == normal(satuan):
        return True
    return all(kata in SATUAN_DIKENAL for kata in re.split(r"[\s/]+", kecil))


def _propose(teks: str) -> str | None:
    """A reading for letters that scanners write for digits: ``l31`` → 131, ``lOOo/o`` → 100%."""
    ekor = ""
    if re.search(r"(?:o/o|0/0|%)$", teks):
        teks, ekor = re.sub(r"\s*(?:o/o|0/0|%)$", "", teks), "%"
    kurung = re.fullmatch(r"\(([0-9.,]+)\)", teks)
    if kurung:
        return f"-{kurung.group(1)}{ekor}"
    if _RIBUAN_BERSPASI.fullmatch(teks):
        return teks.replace(" ", ".") + ekor
    calon = teks.translate(_MIRIP)
    return calon + ekor if calon and _UTUH.fullmatch(calon) else None
