"""Below the header: where the table ends, which rows are indicators, what stands above each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sakip_app.workbook.grid import Grid
from sakip_app.workbook.header import Kepala, KolomTerbaca
from sakip_app.workbook.levels import DI_ATAS, BarisNama, tell_levels
from sakip_app.workbook.words import normal, tidy

_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
SIGNATURE = re.compile(
    r"^(?:mengetahui|menyetujui|disetujui|disusun oleh|dievaluasi oleh|nip\b[ .:]|ditetapkan di|pihak (?:pertama|kedua)"
    r"|yang menyatakan|pembuat laporan)"
    rf"|^[a-z .]{{3,40}},\s*(?:tgl|tanggal|\d|\.|…|_|{_BULAN}).*20\d\d$"  # "Lubuk Pakam,   Desember 2025"
)
FOOTER = re.compile(
    r"^(?:sub|grand)[ -]?(?:jumlah|total)\b"
    r"|^(?:jumlah|total) (?:seluruhnya|keseluruhan|akhir)\b|^capaian rata\s*-?\s*rata\b|^rerata\b(?! lama)"
    r"|^(?:sub ?)?(?:jumlah|total|rata\s*-?\s*rata|predikat|catatan|keterangan)\b[^a-z]*$"
    r"|^rata\s*-?\s*rata (?:capaian|sasaran|kinerja|skor|tingkat capaian|pencapaian|program|iku|keseluruhan)\b"
    r"|^nilai (?:pencapaian|capaian) (?:sasaran|kinerja|program)\b"
    r"|^(?:predikat kinerja|faktor pendorong|faktor penghambat|tindak lanjut yang"
    r"|total |jumlah total)"
)
PERAN_ANGKA = frozenset({
    "target_tahunan", "pagu", "realisasi", "realisasi_anggaran", "target_renstra", "realisasi_lalu", "target",
    "realisasi_tahun", "realisasi_sd_triwulan",
})  # fmt: skip
_LEBAR_INDIKATOR = 3  # columns a merged indicator cell may cover; a wider merge is a heading or a footer


@dataclass(frozen=True, slots=True)
class Konteks:
    """The named row an indicator stands in, and the names above it."""

    nama: str
    kode: str
    jenjang: str | None
    induk: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """The rows of one form."""

    baris: tuple[int, ...]  # all rows between the header and the signature block
    indikator: tuple[int, ...]
    bernama: tuple[BarisNama, ...]
    konteks: Mapping[int, Konteks]


def read_table(grid: Grid, kepala: Kepala) -> Tabel:
    """Tell the rows below ``kepala`` apart."""
    baris = _data_rows(grid, kepala)
    bernama = _named_rows(grid, kepala, baris)
    indikator = _indicator_rows(grid, kepala, baris)
    return Tabel(tuple(baris), tuple(indikator), tuple(bernama), _contexts(grid, kepala, bernama, indikator))


def own_text(grid: Grid, baris: int, kolom: KolomTerbaca | None) -> str:
    """Tidy text of the cell itself; empty when blank, a number, or covered by a merge from above."""
    isi = None if kolom is None else grid.nilai(baris, kolom.nomor)
    return tidy(isi) if isinstance(isi, str) else ""


def _data_rows(grid: Grid, kepala: Kepala) -> list[int]:
    hasil = []
    angka = {k.nomor for k in kepala.kolom if k.peran in PERAN_ANGKA}
    for baris in sorted(b for b in grid.per_baris if b > kepala.akhir):
        isi = grid.per_baris[baris]
        if angka.isdisjoint(isi) and any(SIGNATURE.search(normal(s.nilai)) for s in isi.values()):
            break
        hasil.append(baris)
    return hasil


def _named_rows(grid: Grid, kepala: Kepala, baris: Sequence[int]) -> list[BarisNama]:
    kolom = kepala.satu("nama")
    kode = kepala.semua("kode")
    hasil = []
    for satu in baris:
        teks = own_text(grid, satu, kolom)
        if kolom is not None and teks and not FOOTER.match(normal(teks)):
            hasil.append(BarisNama(satu, teks, _code(grid, satu, kode), grid.rupa(satu, kolom.nomor)))
    return hasil


def _code(grid: Grid, baris: int, kolom: Sequence[KolomTerbaca]) -> str:
    """Kode rekening, joined from its narrow columns: ``5 | 01 | 01 | 2.01`` → ``5.01.01.2.01``."""
    bagian = []
    for k in kolom:
        isi = grid.nilai(baris, k.nomor)
        if isinstance(isi, float) and isi.is_integer():
            isi = int(isi)
        teks = tidy(isi).replace(" ", "").strip(".") if isinstance(isi, (str, int, float)) else ""
        if re.fullmatch(r"[\w.\-/]{1,40}", teks) and any(h.isdigit() or h in "xX" for h in teks):
            bagian.append(teks)
    return ".".join(bagian)


def _indicator_rows(grid: Grid, kepala: Kepala, baris: Sequence[int]) -> list[int]:
    """Rows with a text in the indicator column, up to the last one that has anything else of the form."""
    kolom = kepala.satu("indikator")
    if kolom is None:
        return []
    lain = {k.nomor for k in kepala.kolom if k.peran not in ("indikator", "bukti")}
    calon = [b for b in baris if _is_indicator(grid, b, kolom)]
    terakhir = max((b for b in calon if not lain.isdisjoint(grid.per_baris[b])), default=0)
    return [b for b in calon if b <= terakhir]


def _is_indicator(grid: Grid, baris: int, kolom: KolomTerbaca) -> bool:
    teks = own_text(grid, baris, kolom)
    if not any(huruf.isalpha() for huruf in teks) or FOOTER.match(normal(teks)):
        return False
    jangkar, ujung = grid.rentang(baris, kolom.nomor)
    return jangkar == (baris, kolom.nomor) and ujung[1] - jangkar[1] < _LEBAR_INDIKATOR


def _contexts(
    grid: Grid, kepala: Kepala, bernama: Sequence[BarisNama], indikator: Sequence[int]
) -> dict[int, Konteks]:
    """For each indicator row the named row it belongs to: its own, or the nearest above."""
    peran_rp = ("pagu", "realisasi_tahun_rp", "realisasi_anggaran", "target_renstra_rp")
    jenjang = tell_levels(grid, bernama, [k.nomor for peran in peran_rp for k in kepala.semua(peran)])
    menurut_baris = {n.baris: n for n in bernama}
    di_atas: dict[str, str] = {}
    terakhir = Konteks("", "", None, ())
    hasil: dict[int, Konteks] = {}
    for baris in sorted({*menurut_baris, *indikator}):
        satu = menurut_baris.get(baris)
        if satu is not None:
            tingkat = jenjang.get(baris)
            if tingkat is None and baris not in indikator:
                di_atas.clear()  # a heading (urusan, bidang) starts afresh
            elif tingkat is not None:
                di_atas = {t: n for t, n in di_atas.items() if t in DI_ATAS[tingkat]}
            terakhir = Konteks(satu.nama, satu.kode, tingkat, tuple(di_atas.values()) if tingkat else ())
            if tingkat is not None:
                di_atas[tingkat] = satu.nama
        hasil[baris] = terakhir
    return hasil
