"""The rows below the header of a form that shares the common words: which are indicators, under which headings.

An indicator row names an indicator and holds something of it. A row that only names is a heading (KPU tables put
"KEGIATAN …" between the indicators); a cell merged down over several rows belongs to all of them; two rows marked T
and R belong to one indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sakip_app.workbook.columns import Kepala, KolomTerbaca
from sakip_app.workbook.grid import Grid
from sakip_app.workbook.header import header_text
from sakip_app.workbook.table import FOOTER, SIGNATURE, Konteks
from sakip_app.workbook.words import normal, tidy

KONTEKS = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
_UKURAN = re.compile(r"^(?:target|realisasi|periode|pagu|persen|capaian|renstra|anggaran)")
_KATA_KEPALA = re.compile(
    r"^(?:no|nomor|sasaran.*|tujuan|program.*|kegiatan|indikator.*|iku|target.*|realisasi.*|capaian.*|satuan|anggaran.*|"
    r"pagu.*|ket|keterangan|%|bobot|alokasi.*|uraian|kode|penanggung ?jawab|unit kerja|rencana aksi|formula.*)\.?$"
)
_INDIKATOR = re.compile(r"(?:.*/ ?|nama )?(?:indikator|iku|ikk|kpi)\b")
PANJANG_KEPALA = 60
_TANDA = {
    "t": "target", "target": "target", "rencana": "target", "tgt": "target",
    "r": "realisasi", "realisasi": "realisasi", "real": "realisasi", "real.": "realisasi",
    "c": "capaian", "capaian": "capaian", "%": "capaian", "capaian (%)": "capaian", "% capaian": "capaian",
}  # fmt: skip
_JENJANG = (
    ("subkegiatan", re.compile(r"^sub[\s\-]*kegiatan\b")),
    ("kegiatan", re.compile(r"^kegiatan\b")),
    ("program", re.compile(r"^program\b")),
    ("tujuan", re.compile(r"^tujuan\b|^misi\b")),
    ("sasaran", re.compile(r"^sasaran\b|^ss\b|^perspektif\b|^kinerja utama\b")),
)
_LEBAR = 3  # columns a merged indicator cell may cover; a wider merge is a heading


@dataclass(slots=True)
class Baris:
    """One indicator: its row, what stands above it, and where target and realisasi stand if they have rows."""

    nomor: int
    konteks: Konteks
    ukuran: dict[str, int] = field(default_factory=dict)  # "target"/"realisasi" -> row, where rows say so
    nama_dari: int = 0  # the row that names it, where each quarter has a row and the first one only a name

    @property
    def bernama(self) -> int:
        """The row in which its name and its satuan stand."""
        return self.nama_dari or self.nomor


@dataclass(frozen=True, slots=True)
class Isi:
    """The rows of one table."""

    baris: tuple[Baris, ...]
    judul: tuple[int, ...]  # rows taken for headings
    lanjutan: tuple[int, ...]  # rows with figures of their own under a merged indicator: not read
    akhir: int  # last row that belongs to the table


def read_lines(grid: Grid, kepala: Kepala) -> Isi:
    """Tell the rows below ``kepala`` apart, down to the next header, a signature block, or the end."""
    utama = kepala.satu("indikator") or kepala.satu("kode")
    if utama is None:
        return Isi((), (), (), kepala.akhir)
    tanda = _mark_column(grid, kepala)
    konteks = _Konteks(grid, kepala)
    angka = [k.nomor for k in kepala.kolom if _UKURAN.match(k.peran)]
    menandai = {k.nomor for k in kepala.kolom if k.peran == "satuan"} | set(angka)
    per_triwulan = kepala.satu("triwulan_baris")
    hasil: list[Baris] = []
    judul: list[int] = []
    lanjutan: list[int] = []
    akhir = kepala.akhir
    for nomor in _rows(grid, kepala):
        isi = grid.per_baris[nomor]
        if ends_table(grid, kepala, nomor, angka):
            break
        akhir = nomor
        if _is_footer(grid, nomor):
            continue
        konteks.see(nomor)
        ukuran = _TANDA.get(normal(grid.nilai(nomor, tanda) or "")) if tanda else None
        jangkar, ujung = grid.rentang(nomor, utama.nomor)
        teks = grid.nilai(nomor, utama.nomor)
        if jangkar != (nomor, utama.nomor) or teks is None:
            if hasil and per_triwulan and (nomor, per_triwulan.nomor) in grid.sel and _holds(isi, angka):
                hasil.append(Baris(nomor, hasil[-1].konteks, {}, hasil[-1].bernama))
            elif hasil and ukuran and _belongs(grid, hasil[-1], nomor, utama.nomor):
                hasil[-1].ukuran.setdefault(ukuran, nomor)
            elif jangkar[0] < nomor and hasil and hasil[-1].nomor == jangkar[0] and _holds(isi, angka):
                lanjutan.append(nomor)
            elif not _holds(isi, angka):
                konteks.heading(nomor, _first_text(grid, nomor))
            continue
        named = kepala.satu("indikator") is None or any(h.isalpha() for h in str(teks))
        if not named or ujung[1] - jangkar[1] >= _LEBAR:
            if not _holds(isi, angka):
                konteks.heading(nomor, _first_text(grid, nomor))
                judul.append(nomor)
            continue
        if menandai.isdisjoint(isi) and not _covered(grid, nomor, angka):
            konteks.heading(nomor, tidy(teks))
            judul.append(nomor)
            continue
        hasil.append(Baris(nomor, konteks.now(nomor), {ukuran: nomor} if ukuran else {}))
    return Isi(tuple(hasil), tuple(judul), tuple(lanjutan), akhir)


def _rows(grid: Grid, kepala: Kepala) -> Iterator[int]:
    """Rows below the header; the numbering row that some forms put there is skipped."""
    for nomor in range(kepala.akhir + 1, grid.baris_akhir + 1):
        if nomor in grid.per_baris:
            yield nomor


def _holds(isi: Mapping[int, object], kolom: Sequence[int]) -> bool:
    return any(k in isi for k in kolom)


def _covered(grid: Grid, nomor: int, kolom: Sequence[int]) -> bool:
    """Whether a figure stands here through a cell merged down from above."""
    return any(
        letak[0] < nomor and grid.nilai(*letak) is not None for letak in (grid.jangkar(nomor, k) for k in kolom)
    )


def _belongs(grid: Grid, satu: Baris, nomor: int, kolom: int) -> bool:
    """Whether a row marked T or R goes with the indicator above: merged with it, or right below it."""
    jangkar = grid.jangkar(nomor, kolom)
    return jangkar == (satu.nomor, kolom) or (jangkar == (nomor, kolom) and nomor - satu.nomor <= len(satu.ukuran))


def _first_text(grid: Grid, nomor: int) -> str:
    texts = [tidy(s.nilai) for _, s in sorted(grid.per_baris[nomor].items()) if isinstance(s.nilai, str)]
    return next((t for t in texts if sum(h.isalpha() for h in t) > 2), "")


def _is_footer(grid: Grid, nomor: int) -> bool:
    texts = [normal(s.nilai) for _, s in sorted(grid.per_baris[nomor].items()) if isinstance(s.nilai, str)]
    return any(FOOTER.match(t) for t in texts[:2])


def ends_table(grid: Grid, kepala: Kepala, nomor: int, angka: Sequence[int]) -> bool:
    """Whether a signature block or another header begins in this row."""
    isi = grid.per_baris[nomor]
    if any(isinstance(s.nilai, int | float) for s in isi.values()) and _holds(isi, angka):
        return False  # a row with figures
    texts = [header_text(s.nilai) for s in isi.values() if isinstance(s.nilai, str)]
    if not _holds(isi, angka) and any(SIGNATURE.search(t) for t in texts):
        return True
    if len(texts) < len(isi) or len(texts) < 3 or any(len(t) > PANJANG_KEPALA for t in texts):
        return False
    kata = sum(1 for t in texts if _KATA_KEPALA.match(t))
    return kata >= 2 and (3 * kata >= 2 * len(texts) or any(map(_INDIKATOR.match, texts)))


def _mark_column(grid: Grid, kepala: Kepala) -> int | None:
    """The column that says of each row whether it holds targets or realisasi: told by its contents."""
    kolom = kepala.satu("baris_ukuran")
    if kolom is not None:
        return kolom.nomor
    dipakai = {k.nomor for k in kepala.kolom if k.peran in ("indikator", "kode", *KONTEKS)}
    for calon in range(1, grid.kolom_akhir + 1):
        if calon in dipakai:
            continue
        isi = [grid.nilai(b, calon) for b in range(kepala.akhir + 1, kepala.akhir + 25)]
        texts = [normal(n) for n in isi if n is not None]
        arti = [_TANDA.get(t) for t in texts]
        if len(texts) >= 2 and all(arti) and {"target", "realisasi"} <= set(arti):
            return calon
    return None


class _Konteks:
    """The headings over a row: from columns of sasaran and program, carried down, and from heading rows."""

    def __init__(self, grid: Grid, kepala: Kepala) -> None:
        self.grid = grid
        self.kolom: list[tuple[str, KolomTerbaca]] = [
            (peran, k) for peran in KONTEKS if (k := kepala.satu(peran)) is not None
        ]
        self.kode = kepala.satu("kode")
        self.kini: dict[str, str] = {}
        self.baris_judul: dict[str, str] = {}
        self.judul_terakhir = 0

    def see(self, nomor: int) -> None:
        """Take up what the context columns say in this row."""
        for urut, (peran, kolom) in enumerate(self.kolom):
            isi = self.grid.nilai(*self.grid.jangkar(nomor, kolom.nomor))
            teks = tidy(isi) if isinstance(isi, str) else ""
            if sum(h.isalpha() for h in teks) > 2 and self.kini.get(peran) != teks:
                self.kini[peran] = teks
                for bawah, _ in self.kolom[urut + 1 :]:
                    self.kini.pop(bawah, None)

    def heading(self, nomor: int, teks: str) -> None:
        """A row that only names: a heading for what follows, above the headings of lower levels."""
        if len(teks) < 3 or any(teks == satu for satu in self.kini.values()):
            return
        jenjang = next((nama for nama, pola in _JENJANG if pola.search(normal(teks))), "")
        tingkat = KONTEKS.index(jenjang) if jenjang else len(KONTEKS)
        if nomor == self.judul_terakhir + 1 and not jenjang and "" in self.baris_judul:
            teks = f"{self.baris_judul['']} {teks}"
        self.judul_terakhir = nomor
        self.baris_judul = {j: t for j, t in self.baris_judul.items() if j and KONTEKS.index(j) < tingkat}
        self.baris_judul[jenjang] = teks

    def now(self, nomor: int) -> Konteks:
        """What stands over an indicator in this row."""
        isi = self.grid.nilai(nomor, self.kode.nomor) if self.kode else None
        if isinstance(isi, float) and isi.is_integer():
            isi = int(isi)
        kode = tidy(isi) if isinstance(isi, str | int | float) and not isinstance(isi, bool) else ""
        ada = {**self.baris_judul, **self.kini}
        urut = [(p, ada[p]) for p in (*KONTEKS, "") if p in ada]
        if not urut:
            return Konteks("", kode, None, ())
        return Konteks(urut[-1][1], kode, urut[-1][0] or None, tuple(t for _, t in urut[:-1]))
