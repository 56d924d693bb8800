"""What the columns of a form may be (``Kolom``, ``TataLetak``), and which column of a sheet is which (``match``).

A form is data: the words above each of its columns. The words stand in one to six rows; ``Judul`` holds what
they say together: the measure ("Realisasi"), the period ("s.d. Triwulan II", "Maret", "2025") and the kind of
value directly above the data (K, Rp, %).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from sakip_app.workbook.words import month_of, quarter_of, says_until, semester_of

ROMAWI = ("I", "II", "III", "IV")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
PERIODE_TERPANJANG = 60
_INI = re.compile(r"\b(?:tri ?wulan|tw|bulan|periode|semester) (?:ini|berjalan)\b")
_TW_SAJA = re.compile(r"\w (?:tri ?wulan|tw)$")  # "Realisasi TW", of the quarter that the sheet is of
_INI_SAJA = re.compile(
    r"(?:s ?[/.] ?d\.? |sampai dengan )?(?:tri ?wulan|tw|bulan|periode|semester) (?:ini|berjalan)"
)
_TRIWULAN_LALU = re.compile(r"\b(?:tri ?wulan|tw|bulan|periode|semester) (?:yang )?(?:lalu|sebelumnya)\b")
_SETAHUN = re.compile(r"\btarget.*\b(?:tahun|tahunan|setahun|20\d\d)\b")
_TAHUN_SAJA = re.compile(r"(?:tahun )?(20\d\d)")
_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SUB = (
    ("rp", re.compile(r"\(?rp\b.*|\(?rp\.?|anggaran.*|keuangan.*|.*rupiah.*|pagu.*", re.DOTALL)),
    ("persen", re.compile(r"%|\(%\)|persen(tase)?|% ?(k|fisik|kinerja|capaian)|k ?\(?%\)?|capaian ?\(?%\)?")),
    ("k", re.compile(r"\(?k\)?|kinerja|fisik|volume|vol\.?|kuantitas|output|keluaran")),
)
_KATA_PERIODE = re.compile(
    r"\b(?:tri\s?wulan|tri\s?wln|(?:tw|q|y)\d*|kuartal|quarter|semester|smt?|smst|bulan|bln|tahun|thn|pada|ke|"
    r"s ?[/.] ?d|sampai|dengan|kumulatif|periode|jan\w*|feb\w*|peb\w*|mar(?:et|ch)?|apr\w*|mei|may|jun\w*|jul\w*|"
    r"ag[ut]\w*|ags\w*|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|nop\w*|des\w*|dec\w*|pertama|kesatu|kedua|ketiga|keempat|(?:i{1,3}|iv)|\d+)\b"
)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One kind of column of a form.

    ``kepala`` must be found in the header text above the column (normal: casefolded, single spaces), ``bukan``
    must not. ``sub`` is what stands directly above the data: ``"k"`` (kinerja, also when nothing stands there),
    ``"rp"``, ``"persen"``; ``None`` for a column without such a pair. ``per_triwulan`` columns are there once a
    quarter, ``per_bulan`` columns once a month, ``per_tahun`` columns once a year (a year alone stands above the
    data). ``sd`` says whether the words must (True) or must not (False) say "s.d.". ``label`` names the column for
    people; ``{tw}``, ``{bln}``, ``{th}`` (the year of the column) and ``{tahun}`` (of the sheet) are filled in.
    """

    peran: str
    kepala: str
    label: str
    sub: str | None = None
    bukan: str | None = None
    per_triwulan: bool = False
    per_bulan: bool = False
    per_tahun: bool = False
    sd: bool | None = None
    ini: bool | None = None  # whether the words must say "triwulan ini", a period that the title names
    terakhir: bool = False  # of several such columns the last one counts
    wajib: bool = False
    berbagi: bool = False  # several columns together hold one value (kode rekening in five narrow columns)
    teks: bool = False  # of several such columns the one with most words below it counts


@dataclass(frozen=True, slots=True)
class TataLetak:
    """A form as data. ``jangkar`` is a header text that every such form has; headers are looked for around it.

    ``tinggi`` fixes the number of header rows where the form does; 0 means that they are told by their looks.
    A form that ``berciri`` is taken for itself as soon as two of these roles are there, complete or not.

    ``daun``: the words directly above the data count before those of the groups over them; then ``punya`` are roles
    of which each inner set must be met by one at least, ``tanpa`` roles that this form does not have, and ``judul``
    words of its title that let it win over another form with the same columns. ``arti_periode`` is what a column
    with a bare period above it holds (``"target"`` in a Rencana Aksi by month); ``cara_isi`` how the form itself
    wants its quarters filled in.
    """

    kode: str
    nama: str
    jangkar: str
    kolom: tuple[Kolom, ...]
    tinggi: int = 0
    berciri: frozenset[str] = frozenset()
    daun: bool = False
    punya: tuple[frozenset[str], ...] = ()
    tanpa: frozenset[str] = frozenset()
    judul: str | None = None
    arti_periode: str | None = None
    cara_isi: str | None = None


@dataclass(frozen=True, slots=True)
class KolomTerbaca:
    """One column of a sheet that was understood."""

    nomor: int
    peran: str
    triwulan: int | None
    label: str
    teks: str  # the header text above it
    nomor_kolom: str  # what the numbering row says: "13 = 9 + 10 + 11 + 12"
    tahun: int | None = None  # of a column that is there once a year
    bulan: int | None = None
    semester: bool = False
    sendiri: bool = True  # told by the text directly above the data, not by a group over it

    @property
    def sebutan(self) -> str:
        """The label for a sentence, where the year is not known or not needed."""
        return self.label.replace("{tahun}", "tahun")

    def label_tahun(self, tahun: int | None) -> str:
        """The label with the year of the sheet."""
        return self.label.replace("{tahun}", str(tahun or "tahun ini"))

    @property
    def kode(self) -> str:
        """The role with its period, as answers name it: ``realisasi:tw2``, ``target:bulan5``, ``renstra:2027``."""
        if self.bulan:
            return f"{self.peran}:bulan{self.bulan}"
        if self.triwulan:
            return f"{self.peran}:tw{self.triwulan}"
        return f"{self.peran}:{self.tahun}" if self.tahun else self.peran


@dataclass(frozen=True)
class Kepala:
    """The header of one table, read as one form."""

    tata_letak: TataLetak
    awal: int
    akhir: int
    kolom: tuple[KolomTerbaca, ...]
    ganda: tuple[tuple[str, tuple[int, ...], int], ...] = ()  # label, columns, the one that counts
    kurang: tuple[str, ...] = ()  # labels of required columns that are not there
    judul_kolom: dict[int, str] = field(default_factory=dict)

    def satu(
        self, peran: str, triwulan: int | None = None, tahun: int | None = None, bulan: int | None = None
    ) -> KolomTerbaca | None:
        """The column of a role, or ``None``."""
        return self._menurut_peran.get((peran, triwulan, tahun, bulan))

    def semua(self, peran: str) -> list[KolomTerbaca]:
        """All columns of a role, from left to right."""
        return list(self._semua.get(peran, ()))

    @cached_property
    def _semua(self) -> dict[str, list[KolomTerbaca]]:
        hasil: dict[str, list[KolomTerbaca]] = {}
        for k in self.kolom:
            hasil.setdefault(k.peran, []).append(k)
        return hasil

    @cached_property
    def _menurut_peran(self) -> dict[tuple[str, int | None, int | None, int | None], KolomTerbaca]:
        return {(k.peran, k.triwulan, k.tahun, k.bulan): k for k in reversed(self.kolom)}

    @cached_property
    def peran(self) -> frozenset[str]:
        """The roles that are there."""
        return frozenset(k.peran for k in self.kolom)

    @property
    def lengkap(self) -> bool:
        """Whether every required column was found."""
        return not self.kurang

    @property
    def nilai(self) -> int:
        """How well the form fits: distinct roles found, required ones counting double."""
        wajib = {k.peran for k in self.tata_letak.kolom if k.wajib}
        return sum(2 if p in wajib else 1 for p in self.peran)

    @property
    def dikenali(self) -> bool:
        """Whether the marks of this form alone say that it is meant, even where columns are missing."""
        return len(self.peran & self.tata_letak.berciri) > 1


@dataclass(frozen=True)
class Judul:
    """The header texts above one column, from the top, and what they say together."""

    jalur: tuple[str, ...]
    sub: str | None
    triwulan: int | None
    bulan: int | None
    tahun: int | None  # alone above the data
    tahun_disebut: int | None  # the one year that any of the texts names
    semester: int | None
    sd: bool
    ini: bool  # "triwulan ini", or "TW" without a number
    lalu: bool  # "s.d. triwulan lalu": another quarter's sheet says it

    @classmethod
    def of(cls, jalur: Sequence[str]) -> Judul:
        """Take the texts apart."""
        sub = sub_of(jalur[-1]) if len(jalur) > 1 else None
        semester = next((s for s in map(semester_of, jalur) if s is not None), None)
        own = jalur if semester is None else ()
        bulan, triwulan, of_year = None, None, False
        for teks in reversed(own):  # the text nearest to the data: "Target Tahun 2025" under "s.d. Triwulan II"
            bulan = month_of(teks) if len(teks) < PERIODE_TERPANJANG else None
            triwulan = quarter_of(teks)
            of_year = bulan is None and triwulan is None and _SETAHUN.search(teks) is not None
            if bulan or triwulan or of_year:
                break
        alone = _TAHUN_SAJA.fullmatch(jalur[-1])
        disebut = {int(m) for teks in jalur for m in _TAHUN.findall(teks)}
        return cls(
            jalur=tuple(jalur),
            sub=sub,
            triwulan=triwulan,
            bulan=bulan,
            tahun=int(alone.group(1)) if alone else None,
            tahun_disebut=disebut.pop() if len(disebut) == 1 else None,
            semester=semester,
            sd=not of_year and any(map(says_until, jalur)),
            ini=triwulan is None
            and bulan is None
            and (any(map(_INI.search, jalur)) or bool(_TW_SAJA.search(jalur[-1]))),
            lalu=any(map(_TRIWULAN_LALU.search, jalur)),
        )

    @cached_property
    def inti(self) -> tuple[str, ...]:
        """The texts that say more than a period or a kind of value."""
        bare = self.sub is not None and not (self.sub == "persen" and len(self.jalur[-1]) > len("(%)"))
        atas = self.jalur[:-1] if bare else self.jalur
        berperiode = self.triwulan is not None or self.bulan is not None
        berperiode = berperiode or self.semester is not None
        return tuple(
            t
            for t in atas
            if not (_is_period(t) or _INI_SAJA.fullmatch(t) or (berperiode and _only_period_words(t)))
        )


def _is_period(teks: str) -> bool:
    """Whether a text names a period and nothing beside it: "s.d. Triwulan II", "Maret 2025", "Q1"; not "Triwulan"."""
    if not _only_period_words(teks):
        return False
    return bool(quarter_of(teks) or month_of(teks) or semester_of(teks) or _TAHUN.search(teks) or says_until(teks))


def _only_period_words(teks: str) -> bool:
    return not re.search(r"[^\W\d_]|%", _KATA_PERIODE.sub(" ", teks))


_pattern = cache(re.compile)  # the cache of re is small, and all forms of a sheet go through it


def sub_of(teks: str) -> str | None:
    """The kind of value a (normal) text directly above the data names: ``"k"``, ``"rp"``, ``"persen"``."""
    return next((nama for nama, pola in _SUB if pola.fullmatch(teks)), None)


def match(tata_letak: TataLetak, nomor: int, jalur: Sequence[str], nomor_kolom: str) -> KolomTerbaca | None:
    """What the column under these header texts is in this form; the first ``Kolom`` that fits is taken."""
    judul = Judul.of(jalur)
    if not any(h.isalpha() or h in "%#" for teks in jalur for h in teks) and judul.tahun is None:
        return None  # a column number, or a figure
    if tata_letak.daun:
        return _by_leaf(tata_letak, nomor, judul, nomor_kolom)
    atas = judul.jalur[:-1] if judul.sub is not None else judul.jalur
    teks = " / ".join(atas)
    sub = judul.sub
    if sub is None and judul.triwulan is not None and re.search(r"\brp\b|anggaran|keuangan", judul.jalur[-1]):
        sub = "rp"
    for k in tata_letak.kolom:
        if k.per_triwulan != (judul.triwulan is not None) or (k.per_tahun and judul.tahun is None):
            continue
        if k.sub is not None and k.sub != (sub or "k"):
            continue
        if re.search(k.kepala, teks) and not (k.bukan and re.search(k.bukan, teks)):
            return _column(k, nomor, judul, nomor_kolom)
    return None


def _by_leaf(tata_letak: TataLetak, nomor: int, judul: Judul, nomor_kolom: str) -> KolomTerbaca | None:
    """The words nearest to the data first, then all of them: under "I K U / Kode" stands a code, not an indicator."""
    inti = judul.inti
    texts = list(dict.fromkeys([*reversed(inti), " / ".join(inti)])) if inti else [""]
    penuh = " / ".join(judul.jalur)
    sub = judul.sub or ("rp" if re.search(r"\brp\b|\bpagu\b|anggaran|keuangan|rupiah", penuh) else "k")
    for urutan, teks in enumerate(texts):
        for k in tata_letak.kolom:
            if not _period_fits(k, judul) or (k.sub is not None and k.sub != sub):
                continue
            if _pattern(k.kepala).search(teks) and not (k.bukan and _pattern(k.bukan).search(penuh)):
                return replace(_column(k, nomor, judul, nomor_kolom), sendiri=urutan == 0)
    return None


def _period_fits(k: Kolom, judul: Judul) -> bool:
    if judul.lalu:
        return False
    if judul.semester is not None:  # its end is a quarter's
        return k.per_triwulan and not k.per_bulan and k.sd is not True
    if k.ini is not None and k.ini != judul.ini:
        return False
    if k.per_bulan != (judul.bulan is not None):
        return False
    if not k.per_bulan and k.per_triwulan != (judul.triwulan is not None):
        return False
    if k.per_tahun and judul.tahun is None:
        return False
    return k.sd is None or k.sd == judul.sd


def _column(k: Kolom, nomor: int, judul: Judul, nomor_kolom: str) -> KolomTerbaca:
    triwulan = judul.triwulan if k.per_triwulan else None
    if judul.semester is not None and k.per_triwulan:
        triwulan = 2 * judul.semester
    bulan = judul.bulan if k.per_bulan else None
    tahun = judul.tahun if k.per_tahun else None
    label = k.label.replace("{tw}", ROMAWI[(triwulan or 1) - 1]).replace("{bln}", BULAN[(bulan or 1) - 1])
    label = label.replace("{th}", str(tahun))
    teks = " / ".join(judul.jalur)
    return KolomTerbaca(
        nomor, k.peran, triwulan, label, teks, nomor_kolom, tahun, bulan, semester=judul.semester is not None
    )


def missing(tata_letak: TataLetak, ada: Set[str]) -> tuple[str, ...]:
    """Labels of what the form must have and this header has not, and of what it must not have."""
    label = {k.peran: k.label.replace(" TW {tw}", " triwulan").replace(" {tahun}", "") for k in tata_letak.kolom}
    kurang = [label[k.peran] for k in tata_letak.kolom if k.wajib and k.peran not in ada]
    kurang += [label[sorted(satu)[0]] for satu in tata_letak.punya if ada.isdisjoint(satu)]
    return tuple(dict.fromkeys([*kurang, *(f"tanpa {label[p]}" for p in sorted(tata_letak.tanpa & ada))]))
