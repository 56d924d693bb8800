"""Finding a form by the words of its header, wherever they stand, and telling what each column is.

A form is a ``TataLetak``: the columns it may have, each with the words of its header. A header is two to
six rows: merged or not, with a numbering row (``1 2 3 … 13 = 9+10+11+12``) above, below or between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sakip_app.workbook.columns import Kepala as Kepala  # header and columns are read together
from sakip_app.workbook.columns import Kolom as Kolom
from sakip_app.workbook.columns import KolomTerbaca as KolomTerbaca
from sakip_app.workbook.columns import TataLetak as TataLetak
from sakip_app.workbook.columns import match, missing, sub_of
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.worded import capaian_as_realisasi
from sakip_app.workbook.words import month_of, normal, quarter_of
from sakip_app.workbook.years import of_the_year, year_above

BARIS_KEPALA_TERAKHIR = 60  # letterheads are shorter; below this a header is not looked for
TINGGI_TERBESAR = 8
JANGKAR_TERBANYAK = 24
LEBIH_PENOMORAN = 4  # a column's number may run ahead of its place where the form leaves columns out
_PERSEN_SAJA = re.compile(r"(?:^|/ )\(? ?(?:%|persen|prosentase|persentase) ?\)?$")
_SESUDAH = re.compile(r"\b(?:menjadi|perubahan|setelah|sesudah|p-?apbd|apbd-?p|revisi|verifikasi|pergeseran)\b")
_SEBELUM = re.compile(r"\b(?:semula|murni|induk|sebelum|awal)\b")
PANJANG, PANJANG_DAUN = 200, 90  # a longer text is no column heading; E.81 has the longest
_TAK_DIPERIKSA = frozenset({
    "satuan", "realisasi_lalu", "lain", "nomor", "awal", "persen", "persen_bulan", "capaian_anggaran", "bukti", "pic",
})  # fmt: skip
_HIASAN = re.compile(r"\s*(?:\(\s*\d{1,2}\s*\)|[:*])+\s*$")
_SUB_INDIKATOR = re.compile(r"(?:indikator|tolok ukur|uraian)(?: kinerja)?|iku|no\.?|nomor")
_UKURAN = re.compile(
    r"(?:target|realisasi|rencana|capaian|kinerja|ket(?:erangan)?|kendala|satuan|progress|t|r|c|rvro|anggaran|"
    r"volume|vol|nilai|bobot|% ?\w*|\w* ?\(?%\)?|awal|akhir|polarisasi|kode|no|iku|sasaran|indikator)\.?"
)
_NOMOR = re.compile(r"\(?\d{1,2}[a-z]?\)?(?:\s*[=:].*)?")
_TAHUN = re.compile(r"(?:tahun )?20\d\d")


def find_header(grid: Grid, tata_letak: TataLetak, *, mulai: int = 1, sampai: int | None = None) -> Kepala | None:
    """The header that fits ``tata_letak`` best, complete or not; ``None`` without its anchor word.

    Args:
        grid: the sheet.
        tata_letak: the form.
        mulai: first row in which a header may stand.
        sampai: last row in which its anchor word may stand; without it as far down as letterheads reach.
    """
    jangkar = re.compile(tata_letak.jangkar)
    terbaik: Kepala | None = None
    dicoba = 0
    akhir = BARIS_KEPALA_TERAKHIR if sampai is None else sampai
    for baris in (b for b in range(mulai, akhir + 1) if b in grid.per_baris):
        for kolom in sorted(grid.per_baris[baris]):
            teks = grid.teks(baris, kolom)
            terlalu_panjang = len(teks) > (PANJANG_DAUN if tata_letak.daun else PANJANG)
            if dicoba > JANGKAR_TERBANYAK or terlalu_panjang or not jangkar.search(header_text(teks)):
                continue
            dicoba += 1
            for naik in range(1 if tata_letak.tinggi else 3):
                awal = baris - naik
                if awal < mulai or (naik and _is_title_row(grid, awal)):
                    break
                kepala = header_at(grid, tata_letak, awal, baris, kolom)
                if kepala.kolom and (terbaik is None or _fit(kepala) > _fit(terbaik)):
                    terbaik = kepala
    return terbaik


def _fit(kepala: Kepala) -> tuple[bool, int]:
    return kepala.lengkap, kepala.nilai


def header_text(teks: object) -> str:
    """A header text as it is compared: normal, ``target_tw1`` as words, without "(3)" or ":" at its end.

    Example:
        >>> header_text("Target_TW1 :"), header_text("Realisasi (4)")
        ('target tw1', 'realisasi')
    """
    return _HIASAN.sub("", normal(teks).replace("_", " ")).strip() or normal(teks)


def _is_title_row(grid: Grid, baris: int) -> bool:
    """A row with at most one text is a title or blank, not a group row of a header."""
    return len(grid.per_baris.get(baris, ())) <= 1


def header_at(grid: Grid, tata_letak: TataLetak, awal: int, baris: int, kolom: int) -> Kepala:
    """The header that begins in row ``awal`` and has its anchor word in ``baris``, ``kolom``."""
    akhir = awal + tata_letak.tinggi - 1 if tata_letak.tinggi else _last_row(grid, awal, baris, kolom)
    penomoran = _numbering_row(grid, awal, akhir, kolom)
    jalur = {k: _path(grid, awal, akhir, k, penomoran) for k in range(1, grid.kolom_akhir + 1)}
    jalur = {k: p for k, p in jalur.items() if p}
    terbaca: list[KolomTerbaca] = []
    for nomor, teks in jalur.items():
        nomor_kolom = grid.teks(*grid.jangkar(penomoran, nomor)) if penomoran else ""
        satu = match(tata_letak, nomor, teks, nomor_kolom)
        if satu is not None:
            terbaca.append(satu)
    terpilih, ganda = _choose(grid, tata_letak, terbaca, (awal, akhir))
    judul = {k: " / ".join(p) for k, p in jalur.items()}
    kurang = missing(tata_letak, {k.peran for k in terpilih})
    return Kepala(tata_letak, awal, akhir, tuple(terpilih), ganda, kurang, judul)


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
    if _is_numbering(isi, kolom_indikator):
        return True
    di_indikator = next((t for k, t in isi if k == kolom_indikator), "")
    if di_indikator and not _NOMOR.fullmatch(di_indikator) and not _SUB_INDIKATOR.fullmatch(di_indikator):
        return False
    tanda = sum(1 for _, t in isi if sub_of(t) is not None or quarter_of(t) is not None)
    if tanda >= 2 and tanda * 2 >= len(isi):
        return True
    berperiode = sum(1 for _, t in isi if len(t) < 40 and (month_of(t) or quarter_of(t) or _TAHUN.fullmatch(t)))
    tanda = berperiode + sum(1 for _, t in isi if _UKURAN.fullmatch(t))
    return tanda >= 2 and tanda * 3 >= len(isi) * 2


def _texts(grid: Grid, baris: int) -> list[tuple[int, str]]:
    return [(k, header_text(grid.teks(baris, k))) for k in sorted(grid.per_baris.get(baris, ()))]


def _numbering_row(grid: Grid, awal: int, akhir: int, kolom_indikator: int) -> int | None:
    for baris in range(awal, akhir + 1):
        if _is_numbering(_texts(grid, baris), kolom_indikator):
            return baris
    return None


def _is_numbering(isi: Sequence[tuple[int, str]], kolom_indikator: int) -> bool:
    """``1 2 3 …`` counted through the columns; tells it from quarters 1–4, which start right of the indicator."""
    huruf = [(k, t.split("=")[0].strip(" ().")) for k, t in isi]
    if (
        len(huruf) > 3
        and huruf[0][0] <= kolom_indikator + 1
        and all(len(h) == 1 and h.isalpha() for _, h in huruf)
    ):
        return all(a < b for (_, a), (_, b) in pairwise(huruf))  # a b c … k = g + h
    nomor = [(k, int(m.group())) for k, t in isi if _NOMOR.fullmatch(t) and (m := re.search(r"\d+", t))]
    if len(nomor) < 4 or len(nomor) * 3 < len(isi) * 2:
        return False
    if any(k == kolom_indikator and not _NOMOR.fullmatch(t) for k, t in isi):
        return False  # words under the indicator: a row of data whose figures happen to rise
    if any(n > k + LEBIH_PENOMORAN for k, n in nomor):
        return False  # columns are counted one by one; 10, 12, 15 are figures
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
        teks = header_text(grid.teks(*letak)) if grid.nilai(*letak) is not None else ""
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
        teks = header_text(grid.teks(*jangkar)) if grid.nilai(*jangkar) is not None else ""
        if teks:
            tunggal = jangkar == ujung  # a merge says itself how far it reaches
            return (jangkar, teks) if tunggal and jangkar[0] == baris else ((baris, kolom), "")
    return (baris, kolom), ""


def _choose(
    grid: Grid, tata_letak: TataLetak, terbaca: list[KolomTerbaca], rentang: tuple[int, int]
) -> tuple[list[KolomTerbaca], tuple[tuple[str, tuple[int, ...], int], ...]]:
    """One column a role and period; the rest of the same role is reported."""
    aturan = {k.peran: k for k in tata_letak.kolom}
    bertriwulan = {k.peran for k in terbaca if k.triwulan is not None and not k.semester}
    terbaca = [k for k in terbaca if not (k.semester and k.peran in bertriwulan)]  # derived from its quarters
    if tata_letak.daun:
        terbaca = _percent_of_money(terbaca)
        terbaca = capaian_as_realisasi(grid, terbaca, rentang[1])
        terbaca = of_the_year(terbaca, year_above(grid, rentang[0]))
    kelompok: dict[tuple[str, int | None, int | None, int | None], list[KolomTerbaca]] = {}
    for satu in terbaca:
        kelompok.setdefault((satu.peran, satu.triwulan, satu.tahun, satu.bulan), []).append(satu)
    terpilih: list[KolomTerbaca] = []
    ganda = []
    for (peran, *_), isi in kelompok.items():
        k = aturan[peran]
        if k.berbagi:
            terpilih.extend(isi)
            continue
        isi = _in_force(isi)
        dipakai = isi[-1] if k.terakhir else isi[0]
        if peran == "kode" and len(isi) > 1:
            dipakai = _left_of(isi, terbaca)
        elif not dipakai.sendiri:
            dipakai = next((s for s in isi if s.sendiri), dipakai)
        if k.teks and len(isi) > 1:
            dipakai = max(isi, key=lambda s: _words_below(grid, s.nomor, rentang[1]))
        terpilih.append(dipakai)
        diperiksa = bool(tata_letak.berciri) or peran not in _TAK_DIPERIKSA
        if len(isi) > 1 and not k.terakhir and not k.teks and diperiksa:
            ganda.append((dipakai.sebutan, tuple(s.nomor for s in isi), dipakai.nomor))
    return sorted(terpilih, key=lambda s: s.nomor), tuple(ganda)


def _percent_of_money(kolom: list[KolomTerbaca]) -> list[KolomTerbaca]:
    """A bare "%" right of a column of money is the share of it that was spent."""
    uang = {
        k.nomor for k in kolom if k.peran.startswith(("realisasi_anggaran", "realisasi_rp", "realisasi_tahun_rp"))
    }
    persen = {"capaian_tercetak", "persen", "persen_bulan"}
    return [
        replace(k, peran="capaian_anggaran", triwulan=None, bulan=None)
        if k.peran in persen and k.nomor - 1 in uang and _PERSEN_SAJA.search(k.teks)
        else k
        for k in kolom
    ]


def _in_force(kolom: list[KolomTerbaca]) -> list[KolomTerbaca]:
    """Of a figure before and after a change those after it; of a semester and its quarters the quarters."""
    kolom = [k for k in kolom if not k.semester] or kolom
    sesudah = [k for k in kolom if _SESUDAH.search(k.teks) and not _SEBELUM.search(k.teks)]
    return sesudah or [k for k in kolom if not _SEBELUM.search(k.teks)] or kolom


def _left_of(kode: list[KolomTerbaca], terbaca: list[KolomTerbaca]) -> KolomTerbaca:
    """The code of the indicator is the one nearest to its left; the one before it is the sasaran's."""
    indikator = next((k.nomor for k in terbaca if k.peran == "indikator"), 0)
    return max(kode, key=lambda k: (k.nomor < indikator, k.nomor if k.nomor < indikator else -k.nomor))


def _words_below(grid: Grid, kolom: int, akhir: int) -> int:
    """How much text stands in the first rows below a header: "1.2" is a number, the name beside it is meant."""
    return sum(
        sum(huruf.isalpha() for huruf in str(isi)[:80])
        for baris in range(akhir + 1, akhir + 16)
        if isinstance(isi := grid.nilai(baris, kolom), str)
    )
