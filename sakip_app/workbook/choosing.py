"""Which sheet of a workbook is read, and as which form; and what is asked where no form fits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sakip_app.workbook.columns import BULAN, ROMAWI, Kepala, KolomTerbaca, TataLetak, missing
from sakip_app.workbook.described import describe, fingerprint
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.header import find_header as find_header_in
from sakip_app.workbook.header import header_at, header_text
from sakip_app.workbook.layouts import E81, FORMS, TABEL, TEMPLAT
from sakip_app.workbook.lines import read_lines
from sakip_app.workbook.package import column_letter, column_number
from sakip_app.workbook.period import find_period
from sakip_app.workbook.result import HasilBaca, Jawaban, Pertanyaan
from sakip_app.workbook.words import normal

BARIS_DICARI = 60
_SEPINTAS = frozenset(
    {
        "lain",
        "awal",
        "periode",
        "periode_tahun",
        "periode_bulan",
        "periode_sd_bulan",
        "periode_sd_triwulan",
    }
)  # columns that anything may look like
_KATA_INDIKATOR = re.compile(
    r"\bindi[ck]ator|\biku\b|\bkpi\b|ukuran kinerja|performance measure|rincian output|\bro\b"
)
_KATA_UKURAN = re.compile(r"target|realisasi|rencana|capaian|actual|achiev|output|plan\b|baseline")
_INGGRIS = (
    ("indikator", re.compile(r"^(performance )?indicator( name)?$|^kpi( name)?$|^performance measure$")),
    ("satuan", re.compile(r"^unit( of measure(ment)?)?$|^uom$")),
    ("program", re.compile(r"^program(me)?( name)?$")),
    ("kendala", re.compile(r"deviation reason|challenge|constraint")),
    ("rencana_tindak_lanjut", re.compile(r"corrective action|remedial")),
    ("target", re.compile(r"\btarget\b|\bplanned\b")),
    ("realisasi", re.compile(r"\bactual\b|\bachieve(d|ment)\b|\bresult\b|\baggregate output\b")),
)  # proposals only: another country's form is never read unasked
_KODE = re.compile(r"([a-z_]+)(?::(?:(tw)([1-4])|(bulan)(1[0-2]|[1-9])|(20\d\d)))?")


@dataclass(frozen=True, slots=True)
class Calon:
    """A sheet with the form that fits it best."""

    nomor: int
    kepala: Kepala
    terisi: int


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The sheet that is read; ``lain`` are further sheets with a table, ``serupa`` those of the same form."""

    nomor: int
    kepala: Kepala
    lain: tuple[str, ...] = ()
    serupa: tuple[Calon, ...] = ()


def candidates(grids: Sequence[Grid], jawaban: Jawaban) -> list[Calon]:
    """For each sheet the form that fits it best, complete or not."""
    hasil = []
    for nomor, grid in enumerate(grids):
        kepala = best_form(grid)
        if kepala is not None:
            if jawaban.kolom and kepala.tata_letak is not TEMPLAT:
                kepala = with_answers(kepala, jawaban.kolom)
            hasil.append(Calon(nomor, kepala, _filled(grid, kepala)))
    return hasil


def best_form(grid: Grid, *, mulai: int = 1, sampai: int | None = None) -> Kepala | None:
    """The header that fits a form best, complete or not, among the rows from ``mulai`` to ``sampai``."""

    def find_header(grid: Grid, tata_letak: TataLetak) -> Kepala | None:
        return find_header_in(grid, tata_letak, mulai=mulai, sampai=sampai)

    templat = find_header(grid, TEMPLAT)
    if templat is not None and (templat.lengkap or templat.dikenali):
        return templat
    e81 = find_header(grid, E81)
    if e81 is not None and e81.lengkap and not _blurred(e81) and (_titled(grid, e81) or _has_money_pairs(e81)):
        return e81
    umum = [k for k in (find_header(grid, t) for t in FORMS) if k is not None and _speaks(k)]
    lengkap = [k for k in umum if k.lengkap]
    if lengkap:
        terbaik = max(lengkap, key=lambda k: (_titled(grid, k), k.tata_letak.judul is None, k.nilai))
        return _first_table(grid, terbaik, mulai)
    if e81 is not None and e81.lengkap:
        return e81
    sisa = [k for k in (e81, *umum) if k is not None]
    return max(sisa, key=lambda k: k.nilai, default=None)


def _first_table(grid: Grid, kepala: Kepala, mulai: int) -> Kepala:
    """The table that stands first: a smaller one above the one with most columns is read too."""
    if kepala.awal - mulai < 2:
        return kepala
    for tata_letak in (kepala.tata_letak, TABEL):
        di_atas = find_header_in(grid, tata_letak, mulai=mulai, sampai=kepala.awal - 1)
        if di_atas and di_atas.lengkap and _speaks(di_atas) and di_atas.akhir < kepala.awal:
            isi = read_lines(grid, di_atas)
            if isi.baris and isi.akhir < kepala.awal:
                return di_atas
    return kepala


def _blurred(kepala: Kepala) -> bool:
    """Whether two columns were taken for the same figure of a quarter: the words below "Triwulan I" are not E.81's."""
    label = {k.sebutan for k in kepala.kolom if k.peran in ("realisasi", "target", "realisasi_sd_triwulan")}
    return any(nama in label for nama, _, _ in kepala.ganda)


def _speaks(kepala: Kepala) -> bool:
    """Whether enough of the columns are understood: two words in a row of prose make no header."""
    dipahami = len(kepala.kolom)
    return len(kepala.peran - _SEPINTAS) > 1 and (dipahami > 3 or 2 * dipahami >= len(kepala.judul_kolom))


def _has_money_pairs(kepala: Kepala) -> bool:
    return bool({"realisasi_anggaran", "realisasi_rp_sd_triwulan", "realisasi_lalu_rp"} & kepala.peran)


def _titled(grid: Grid, kepala: Kepala) -> bool:
    """Whether the title or the sheet's name has the words of the form."""
    pola = kepala.tata_letak.judul
    if pola is None:
        return False
    lines = (
        normal(sel.nilai)
        for baris in range(max(1, kepala.awal - 15), kepala.awal)
        for sel in grid.per_baris.get(baris, {}).values()
        if isinstance(sel.nilai, str)
    )
    return any(re.search(pola, teks) for teks in (normal(grid.lembar), *lines))


def _filled(grid: Grid, kepala: Kepala) -> int:
    """How many cells of the columns that were understood hold something below the header."""
    kolom = {k.nomor for k in kepala.kolom}
    return sum(len(kolom & isi.keys()) for baris, isi in grid.per_baris.items() if baris > kepala.akhir)


def choose(grids: Sequence[Grid], calon: Sequence[Calon], jawaban: Jawaban) -> Pilihan | None:
    """The sheet that holds most; of several sheets of one form that of the latest period; or the one named.

    Returns:
        ``None`` when no sheet has a complete table.
    """
    cocok = [c for c in calon if c.kepala.lengkap]
    if not cocok:
        return None
    dinamai = [c for c in cocok if grids[c.nomor].lembar == jawaban.lembar]
    terlihat = [c for c in cocok if not grids[c.nomor].tersembunyi] or cocok
    utama = max(terlihat, key=lambda c: (c.terisi, -c.nomor))
    sidik = fingerprint(utama.kepala)
    serupa = [c for c in terlihat if c.terisi and fingerprint(c.kepala) == sidik]
    if dinamai:
        utama = dinamai[0]
    elif len(serupa) > 1:
        utama = max(serupa, key=lambda c: (_rank(grids[c.nomor], c.kepala), c.terisi, -c.nomor))
    lain = tuple(grids[c.nomor].lembar for c in terlihat if c.nomor != utama.nomor and c.terisi)
    return Pilihan(utama.nomor, utama.kepala, lain, tuple(serupa) if len(serupa) > 1 and utama in serupa else ())


def _rank(grid: Grid, kepala: Kepala) -> int:
    periode = find_period(grid, kepala)
    return 0 if periode is None else periode.bulan or 3 * periode.triwulan


def ask_sheet(pilihan: Pilihan, lembar: str, jawaban: Jawaban) -> tuple[Pertanyaan, ...]:
    """Several sheets of the same form hold figures: which one is meant?"""
    if not pilihan.serupa or jawaban.lembar == lembar:
        return ()
    alasan = "beberapa lembar berisi formulir yang sama"
    return (Pertanyaan("lembar", (), lembar, alasan, (lembar, *pilihan.lain)),)


def with_answers(kepala: Kepala, kolom: Mapping[str, str]) -> Kepala:
    """The header with the columns that a person named; ``"abaikan"`` takes one out.

    Args:
        kepala: as recognised, complete or not.
        kolom: column letter → role, as ``KolomTerbaca.kode`` writes it.
    """
    dijawab = {column_number(huruf): kode for huruf, kode in kolom.items()}
    baru = [k for k in kepala.kolom if k.nomor not in dijawab]
    label = {k.peran: k.label for k in kepala.tata_letak.kolom}
    for nomor, kode in dijawab.items():
        m = _KODE.fullmatch(kode)
        if m is None or m.group(1) not in label:
            continue  # "abaikan", or a role that an older answer knew
        triwulan = int(m.group(3)) if m.group(2) else None
        bulan = int(m.group(5)) if m.group(4) else None
        tahun = int(m.group(6)) if m.group(6) else None
        baru = [k for k in baru if (k.peran, k.triwulan, k.bulan, k.tahun) != (m.group(1), triwulan, bulan, tahun)]
        sebutan = label[m.group(1)].replace("{tw}", ROMAWI[(triwulan or 1) - 1])
        sebutan = sebutan.replace("{bln}", BULAN[(bulan or 1) - 1]).replace("{th}", str(tahun))
        teks = kepala.judul_kolom.get(nomor, "")
        baru.append(KolomTerbaca(nomor, m.group(1), triwulan, sebutan, teks, "", tahun, bulan))
    terpilih = tuple(sorted(baru, key=lambda k: k.nomor))
    kurang = missing(kepala.tata_letak, {k.peran for k in terpilih})
    ganda = tuple(
        satu for satu in kepala.ganda if len(set(satu[1]) - dijawab.keys()) > 1
    )  # the others were told apart
    return replace(kepala, kolom=terpilih, kurang=kurang, ganda=ganda)


def to_be_mapped(grids: Sequence[Grid], jawaban: Jawaban) -> tuple[int, Kepala] | None:
    """A sheet whose header speaks of indicators and of figures, in words that no form knows.

    Returns:
        Its number and its header with what was understood of it; ``None`` where no row looks like such a header.
    """
    for nomor, grid in enumerate(grids):
        if grid.tersembunyi or (jawaban.lembar and grid.lembar != jawaban.lembar):
            continue
        for baris in range(1, BARIS_DICARI + 1):
            texts = [
                header_text(s.nilai) for s in grid.per_baris.get(baris, {}).values() if isinstance(s.nilai, str)
            ]
            pendek = [t for t in texts if len(t) < 80]
            if len(pendek) < 4 or not any(map(_KATA_INDIKATOR.search, pendek)):
                continue
            if any(map(_KATA_UKURAN.search, pendek)) and grid.baris_akhir > baris:
                kepala = header_at(grid, TABEL, baris, baris, min(grid.per_baris[baris]))
                return nomor, with_answers(kepala, {**proposals(kepala), **jawaban.kolom})
    return None


def proposals(kepala: Kepala) -> dict[str, str]:
    """What columns in another language may be: column letter → role, for a person to confirm.

    Example:
        ``{"G": "indikator", "I": "target:tw1", "J": "realisasi:tw1"}`` of "Indicator name | Quarter 1 target | …"
    """
    hasil: dict[str, str] = {}
    for nomor, teks in sorted(kepala.judul_kolom.items()):
        peran = next((peran for peran, pola in _INGGRIS if pola.search(teks)), None)
        triwulan = re.search(r"\b(?:quarter|q) ?([1-4])\b", teks)
        if peran in ("target", "realisasi"):
            setahun = "target_tahunan" if peran == "target" else "realisasi_tahun"
            berlaku = setahun if re.search(r"annual|year", teks) else None
            peran = f"{peran}:tw{triwulan.group(1)}" if triwulan else berlaku
        elif triwulan:
            peran = None  # a remark of one quarter; an indicator has one
        if peran is not None and peran not in hasil.values():
            hasil[column_letter(nomor)] = peran
    return hasil


def ask_columns(grid: Grid, kepala: Kepala, *, berkas: str, sha256: str, jawaban: Jawaban) -> HasilBaca:
    """A reading without indicators that asks what its columns are."""
    kurang = ", ".join(kepala.kurang) or "arti kolom-kolomnya"
    alasan = f"kepala tabel di baris {kepala.awal} belum dikenal; belum diketahui: {kurang}"
    return HasilBaca(
        berkas=berkas,
        sha256=sha256,
        tata_letak="belum-dikenal",
        lembar=grid.lembar,
        instansi=None,
        unit=None,
        tahun=None,
        sampai_bulan=None,
        indikator=(),
        temuan=(),
        pertanyaan=(Pertanyaan("kolom", (), None, alasan),),
        jawaban=jawaban,
        **describe(kepala, None),
    )
