"""Finding a form by the words of its header, wherever they stand, and telling what each column is.

A form is a ``TataLetak``: the columns it may have, each with the words of its header. A header is two to
six rows: merged or not, with a numbering row (``1 2 3 … 13 = 9+10+11+12``) above, below or between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.words import normal, quarter_of

BARIS_KEPALA_TERAKHIR = 60  # letterheads are shorter; below this a header is not looked for
TINGGI_TERBESAR = 8
_NOMOR = re.compile(r"\(?\d{1,2}[a-z]?\)?(?:\s*[=:].*)?")
_RUMUS_NOMOR = re.compile(r"^\(?(\d{1,2})\)?\s*=\s*(.+)$")
_TAHUN = re.compile(r"(?:tahun )?(20\d\d)")
_SUB = (
    ("rp", re.compile(r"\(?rp\b.*|\(?rp\.?|anggaran.*|keuangan.*|.*rupiah.*|pagu.*", re.DOTALL)),
    ("persen", re.compile(r"%|\(%\)|persen(tase)?|% ?(k|fisik|kinerja|capaian)|k ?\(?%\)?|capaian ?\(?%\)?")),
    ("k", re.compile(r"\(?k\)?|kinerja|fisik|volume|vol\.?|kuantitas|output|keluaran")),
)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One kind of column of a form.

    ``kepala`` must be found in the header text above the column (normal: casefolded, single spaces), ``bukan``
    must not. ``sub`` is what stands directly above the data: ``"k"`` (kinerja, also when nothing stands there),
    ``"rp"``, ``"persen"``; ``None`` for a column without such a pair. ``per_triwulan`` columns are there once a
    quarter, ``per_tahun`` columns once a year (a year alone stands above the data). ``label`` names the column
    for people; ``{tw}``, ``{th}`` (the year of the column) and ``{tahun}`` (of the sheet) are filled in.
    """

    peran: str
    kepala: str
    label: str
    sub: str | None = None
    bukan: str | None = None
    per_triwulan: bool = False
    per_tahun: bool = False
    terakhir: bool = False  # of several such columns the last one counts
    wajib: bool = False
    berbagi: bool = False  # several columns together hold one value (kode rekening in five narrow columns)


@dataclass(frozen=True, slots=True)
class TataLetak:
    """A form as data. ``jangkar`` is a header text that every such form has; headers are looked for around it.

    ``tinggi`` fixes the number of header rows where the form does; 0 means that they are told by their looks.
    A form that ``berciri`` is taken for itself as soon as two of these roles are there, complete or not.
    """

    kode: str
    nama: str
    jangkar: str
    kolom: tuple[Kolom, ...]
    tinggi: int = 0
    berciri: frozenset[str] = frozenset()


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

    @property
    def sebutan(self) -> str:
        """The label for a sentence, where the year is not known or not needed."""
        return self.label.replace("{tahun}", "tahun")

    def label_tahun(self, tahun: int | None) -> str:
        """The label with the year of the sheet."""
        return self.label.replace("{tahun}", str(tahun or "tahun ini"))


@dataclass(frozen=True)
class Kepala:
    """The header of one sheet, read as one form."""

    tata_letak: TataLetak
    awal: int
    akhir: int
    kolom: tuple[KolomTerbaca, ...]
    ganda: tuple[tuple[str, tuple[int, ...], int], ...] = ()  # label, columns, the one that counts
    kurang: tuple[str, ...] = ()  # labels of required columns that are not there
    judul_kolom: dict[int, str] = field(default_factory=dict)

    def satu(self, peran: str, triwulan: int | None = None, tahun: int | None = None) -> KolomTerbaca | None:
        """The column of a role, or ``None``."""
        return self._menurut_peran.get((peran, triwulan, tahun))

    def semua(self, peran: str) -> list[KolomTerbaca]:
        """All columns of a role, from left to right."""
        return [k for k in self.kolom if k.peran == peran]

    @cached_property
    def _menurut_peran(self) -> dict[tuple[str, int | None, int | None], KolomTerbaca]:
        return {(k.peran, k.triwulan, k.tahun): k for k in reversed(self.kolom)}

    @property
    def lengkap(self) -> bool:
        """Whether every required column was found."""
        return not self.kurang

    @property
    def nilai(self) -> int:
        """How well the form fits: distinct roles found, required ones counting double."""
        wajib = {k.peran for k in self.tata_letak.kolom if k.wajib}
        return sum(2 if p in wajib else 1 for p in {k.peran for k in self.kolom})

    @property
    def dikenali(self) -> bool:
        """Whether the marks of this form alone say that it is meant, even where columns are missing."""
        return len({k.peran for k in self.kolom} & self.tata_letak.berciri) > 1


def find_header(grid: Grid, tata_letak: TataLetak) -> Kepala | None:
    """The header that fits ``tata_letak`` best, complete or not; ``None`` without its anchor word."""
    jangkar = re.compile(tata_letak.jangkar)
    terbaik: Kepala | None = None
    dicoba = 0
    for baris, kolom in sorted(grid.sel):
        if baris > BARIS_KEPALA_TERAKHIR or dicoba > 24:
            break
        teks = grid.teks(baris, kolom)
        if len(teks) > 200 or not jangkar.search(normal(teks)):
            continue
        dicoba += 1
        for naik in range(1 if tata_letak.tinggi else 3):
            awal = baris - naik
            if awal < 1 or (naik and _is_title_row(grid, awal)):
                break
            kepala = _read_header(grid, tata_letak, awal, baris, kolom)
            if kepala.kolom and (terbaik is None or kepala.nilai > terbaik.nilai):
                terbaik = kepala
    return terbaik


def _is_title_row(grid: Grid, baris: int) -> bool:
    """A row with at most one text is a title or blank, not a group row of a header."""
    return len(grid.per_baris.get(baris, ())) <= 1


def _read_header(grid: Grid, tata_letak: TataLetak, awal: int, baris: int, kolom: int) -> Kepala:
    akhir = awal + tata_letak.tinggi - 1 if tata_letak.tinggi else _last_row(grid, awal, baris, kolom)
    penomoran = _numbering_row(grid, awal, akhir, kolom)
    jalur = {k: _path(grid, awal, akhir, k, penomoran) for k in range(1, grid.kolom_akhir + 1)}
    jalur = {k: p for k, p in jalur.items() if p}
    terbaca: list[KolomTerbaca] = []
    for nomor, teks in jalur.items():
        nomor_kolom = grid.teks(*grid.jangkar(penomoran, nomor)) if penomoran else ""
        satu = _match(tata_letak, nomor, teks, nomor_kolom)
        if satu is not None:
            terbaca.append(satu)
    terpilih, ganda = _choose(tata_letak, terbaca)
    ada = {k.peran for k in terpilih}
    kurang = tuple(_plain_label(k) for k in tata_letak.kolom if k.wajib and k.peran not in ada)
    judul = {k: " / ".join(p) for k, p in jalur.items()}
    return Kepala(tata_letak, awal, akhir, tuple(terpilih), ganda, kurang, judul)


def _plain_label(kolom: Kolom) -> str:
    return kolom.label.replace(" TW {tw}", " triwulan").replace(" {tahun}", "")


# --- which rows --------------------------------------------------------------------------------------


def _last_row(grid: Grid, awal: int, baris: int, kolom: int) -> int:
    """Last header row: down from the anchor as long as rows still look like header."""
    akhir = max(grid.rentang(baris, kolom)[1][0], baris)
    akhir = min(akhir, awal + TINGGI_TERBESAR - 1)
    calon = akhir + 1
    kosong = 0
    while calon <= awal + TINGGI_TERBESAR and calon <= grid.baris_akhir + 1:
        if calon not in grid.per_baris:
            kosong += 1
            if kosong > 1:
                break
        elif _looks_like_header(grid, calon, kolom):
            akhir, kosong = calon, 0
        else:
            break
        calon += 1
    return akhir


def _looks_like_header(grid: Grid, baris: int, kolom_indikator: int) -> bool:
    """Sub-labels, quarters or column numbers, and nothing written under the indicator column but a number."""
    isi = _texts(grid, baris)
    di_indikator = next((t for k, t in isi if k == kolom_indikator), "")
    if di_indikator and not _NOMOR.fullmatch(di_indikator):
        return False
    if _is_numbering(isi, kolom_indikator):
        return True
    tanda = sum(1 for _, t in isi if _sub_of(t) is not None or quarter_of(t) is not None)
    return tanda >= 2 and tanda * 2 >= len(isi)


def _texts(grid: Grid, baris: int) -> list[tuple[int, str]]:
    return [(k, normal(grid.teks(baris, k))) for k in sorted(grid.per_baris.get(baris, ()))]


def _numbering_row(grid: Grid, awal: int, akhir: int, kolom_indikator: int) -> int | None:
    for baris in range(awal, akhir + 1):
        if _is_numbering(_texts(grid, baris), kolom_indikator):
            return baris
    return None


def _is_numbering(isi: Sequence[tuple[int, str]], kolom_indikator: int) -> bool:
    """``1 2 3 …`` counted through the columns; tells it from quarters 1–4, which start right of the indicator."""
    nomor = [(k, int(m.group())) for k, t in isi if _NOMOR.fullmatch(t) and (m := re.search(r"\d+", t))]
    if len(nomor) < 4 or len(nomor) * 3 < len(isi) * 2:
        return False
    urut = [n for _, n in nomor]
    return nomor[0][0] <= kolom_indikator + 1 and all(a < b for a, b in pairwise(urut))


# --- which column ------------------------------------------------------------------------------------


def _path(grid: Grid, awal: int, akhir: int, kolom: int, penomoran: int | None) -> list[str]:
    """Header texts above a column, from the top; a text that is centred over several columns counts for each."""
    jalur: list[str] = []
    sebelum: tuple[int, int] | None = None
    for baris in range(awal, akhir + 1):
        if baris == penomoran:
            continue
        letak = grid.jangkar(baris, kolom)
        if letak[0] == penomoran:  # a column number that is merged down over the K/Rp row
            continue
        teks = normal(grid.teks(*letak))
        if not teks and letak == (baris, kolom) and baris < akhir:
            letak, teks = _carried(grid, (awal, baris, akhir), kolom, penomoran)
        if teks and letak != sebelum and not (awal <= letak[0] and teks in jalur[-1:]):
            jalur.append(teks)
        sebelum = letak if teks else sebelum
    return jalur


def _carried(
    grid: Grid, letak_baris: tuple[int, int, int], kolom: int, penomoran: int | None
) -> tuple[tuple[int, int], str]:
    """The unmerged group text to the left, when this column has its own sub-label below."""
    awal, baris, akhir = letak_baris
    punya_bawah = any((b, kolom) in grid.sel for b in range(baris + 1, akhir + 1) if b != penomoran) or any(
        grid.jangkar(b, kolom) != (b, kolom) for b in range(baris + 1, akhir + 1) if b != penomoran
    )
    if not punya_bawah:
        return (baris, kolom), ""
    for kiri in range(kolom - 1, 0, -1):
        if any((b, kiri + 1) in grid.sel for b in range(awal, baris)):
            break  # a new group starts above: what stands left of it belongs to the group before
        jangkar, ujung = grid.rentang(baris, kiri)
        teks = normal(grid.teks(*jangkar))
        if teks:
            tunggal = jangkar == ujung  # a merge says itself how far it reaches
            return (jangkar, teks) if tunggal and jangkar[0] == baris else ((baris, kolom), "")
    return (baris, kolom), ""


def _sub_of(teks: str) -> str | None:
    return next((nama for nama, pola in _SUB if pola.fullmatch(teks)), None)


def _match(tata_letak: TataLetak, nomor: int, jalur: list[str], nomor_kolom: str) -> KolomTerbaca | None:
    sub = _sub_of(jalur[-1]) if len(jalur) > 1 else None
    atas = jalur[:-1] if sub is not None else jalur
    triwulan = next((t for t in (quarter_of(teks) for teks in reversed(jalur)) if t is not None), None)
    tahun = _TAHUN.fullmatch(jalur[-1])
    teks = " / ".join(atas)
    if sub is None and triwulan is not None and re.search(r"\brp\b|anggaran|keuangan", jalur[-1]):
        sub = "rp"
    for k in tata_letak.kolom:
        if k.per_triwulan != (triwulan is not None) or (k.per_tahun and tahun is None):
            continue
        if k.sub is not None and k.sub != (sub or "k"):
            continue
        if not re.search(k.kepala, teks) or (k.bukan and re.search(k.bukan, teks)):
            continue
        label = k.label.replace("{tw}", ("I", "II", "III", "IV")[(triwulan or 1) - 1])
        milik = int(tahun.group(1)) if tahun and k.per_tahun else None
        label = label.replace("{th}", str(milik))
        return KolomTerbaca(nomor, k.peran, triwulan, label, " / ".join(jalur), nomor_kolom, milik)
    return None


def _choose(
    tata_letak: TataLetak, terbaca: list[KolomTerbaca]
) -> tuple[list[KolomTerbaca], tuple[tuple[str, tuple[int, ...], int], ...]]:
    """One column a role and quarter; the rest of the same role is reported."""
    aturan = {k.peran: k for k in tata_letak.kolom}
    kelompok: dict[tuple[str, int | None, int | None], list[KolomTerbaca]] = {}
    for satu in terbaca:
        kelompok.setdefault((satu.peran, satu.triwulan, satu.tahun), []).append(satu)
    terpilih: list[KolomTerbaca] = []
    ganda = []
    for (peran, _, _), isi in kelompok.items():
        k = aturan[peran]
        if k.berbagi:
            terpilih.extend(isi)
            continue
        dipakai = isi[-1] if k.terakhir else isi[0]
        terpilih.append(dipakai)
        if len(isi) > 1 and not k.terakhir:
            ganda.append((dipakai.sebutan, tuple(s.nomor for s in isi), dipakai.nomor))
    return sorted(terpilih, key=lambda s: s.nomor), tuple(ganda)


def declared_sum(nomor_kolom: str, bagian: Sequence[str]) -> bool:
    """Whether a numbering text declares its column the sum of others: ``"13 = 9 + 10 + 11 + 12"``.

    Args:
        nomor_kolom: what stands in the numbering row above the column.
        bagian: numbering texts of the columns that would be added.
    """
    m = _RUMUS_NOMOR.match(nomor_kolom.strip())
    if m is None or len(bagian) < 2:
        return False
    suku = re.findall(r"\d+", m.group(2))
    dicari = [re.findall(r"\d+", satu)[:1] for satu in bagian]
    return "+" in m.group(2) and [[s] for s in suku] == dicari
