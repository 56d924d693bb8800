"""The sheet "Tindak lanjut" of a template read back: what its rows say that was not printed in them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sakip_app.snapshot.follow_up import KEADAAN
from sakip_app.workbook.columns import Kolom, KolomTerbaca, TataLetak
from sakip_app.workbook.form import bounded
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.header import Kepala, find_header
from sakip_app.workbook.numbers import TANPA_DATA
from sakip_app.workbook.result import LaporanTindakLanjut, Temuan
from sakip_app.workbook.templat.lanjut import LEMBAR_LANJUT, PENGENAL_LANJUT, PERAN_ISIAN, decided_mark, read_code
from sakip_app.workbook.templat.pembaca import PembacaTemplat
from sakip_app.workbook.templat.tanda import JanjiTertulis, Tanda
from sakip_app.workbook.words import clean, normal, row_list, short_hash

TERPANJANG = 2000  # characters of a text; the store takes no longer ones
_BENTUK = TataLetak(
    kode="templat-tindak-lanjut",
    nama="lembar tindak lanjut templat",
    jangkar=r"^kode$",
    tinggi=1,
    berciri=frozenset({"kode", "keadaan", "catatan"}),
    kolom=(
        Kolom("kode", r"^kode$", "Kode", wajib=True),
        Kolom("tanda", r"^tanda$", "Tanda"),
        Kolom("tanda_isi", r"^tanda isi$", "Tanda isi"),
        Kolom("apa", r"^yang diputuskan$", "Yang diputuskan"),
        Kolom("keadaan", r"^keadaan$", "Keadaan", wajib=True),
        Kolom("catatan", r"^perkembangan$", "Perkembangan", wajib=True),
        Kolom("bukti", r"^bukti$", "Bukti", wajib=True),
    ),
)
#: What people write for a state that has another name here; it is proposed, never taken.
_LAZIM = {
    "berjalan": ("jalan", "proses", "progres", "progress", "sedang", "sebagian", "berlangsung", "lanjut"),
    "selesai": ("sudah", "tuntas", "rampung", "beres", "terlaksana", "tercapai", "tertangani", "done", "100%"),
    "belum": ("blm", "tidak", "nihil", "tertunda", "ditunda", "pending", "lewat"),
}


@dataclass
class BacaanLanjut:
    """What the sheet says, and what is odd in it, by the unit whose follow-up it is; ``""`` where that is unknown."""

    laporan: dict[str, list[LaporanTindakLanjut]] = field(default_factory=dict)
    temuan: dict[str, list[Temuan]] = field(default_factory=dict)


def is_follow_up_sheet(grid: Grid) -> bool:
    """Whether this is the sheet, also when its title was changed."""
    return not grid.tersembunyi and (
        clean(grid.nilai(1, 1) or "") == PENGENAL_LANJUT or normal(grid.lembar) == normal(LEMBAR_LANJUT)
    )


def read_follow_ups(grids: Sequence[Grid], tanda: Tanda) -> BacaanLanjut:
    """What the rows of these sheets say of the follow-ups that the mark names."""
    bacaan = BacaanLanjut()
    if not tanda.janji:
        return bacaan
    said: dict[str, LaporanTindakLanjut] = {}
    for grid in grids:
        p = PembacaTemplat(grid)
        kepala = find_header(grid, _BENTUK)
        if kepala is None or kepala.kurang:
            kurang = kepala.kurang if kepala else ("Kode", "Keadaan", "Perkembangan", "Bukti")
            p.catat("tindak-lanjut-kolom-hilang", daftar=", ".join(kurang))
            bacaan.temuan.setdefault("", []).extend(bounded(p))
            continue
        _Lembar(p, kepala, tanda.janji, bacaan, said).read()
    return bacaan


class _Lembar:
    """One sheet while it is read; findings are kept with the unit of their row."""

    def __init__(
        self,
        p: PembacaTemplat,
        kepala: Kepala,
        dikenal: Mapping[str, JanjiTertulis],
        bacaan: BacaanLanjut,
        said: dict[str, LaporanTindakLanjut],
    ) -> None:
        self.p, self.kepala, self.dikenal, self.bacaan, self.said = p, kepala, dikenal, bacaan, said
        self.menurut_tanda = {short_hash(kode): kode for kode in dikenal}
        self.isian = [k for peran in PERAN_ISIAN for k in kepala.semua(peran)]

    def read(self) -> None:
        tanpa_kode = []
        for baris in self._rows():
            if not any(self.p.berisi(baris, k) for k in self.isian):
                continue
            kode = self._code(baris)
            if kode == "":
                tanpa_kode.append(baris)
            elif kode is not None:
                self._row(baris, kode)
            self._file(self.dikenal[kode].kode_unit if kode else "")
        if tanpa_kode:
            di = alamat(tanpa_kode[0], self.isian[0].nomor)
            self.p.catat("tindak-lanjut-tanpa-kode", di, jumlah=len(tanpa_kode), daftar=row_list(tanpa_kode))
            self._file("")

    def _rows(self) -> Iterator[int]:
        grid = self.p.grid
        terisi = set(grid.per_baris) | {b for b, _ in grid.rumus}
        yield from sorted(b for b in terisi if b > self.kepala.akhir)

    def _file(self, kode_unit: str) -> None:
        """Hand over what was found in the row."""
        found = bounded(self.p)
        if found:
            self.bacaan.temuan.setdefault(kode_unit, []).extend(found)
        self.p.temuan = []

    def _code(self, baris: int) -> str | None:
        """The follow-up a row is of; ``""`` for a row that is of none, ``None`` after a finding."""
        kolom = self.kepala.satu("kode")
        di = alamat(baris, kolom.nomor if kolom else 1)
        tertulis = self.p.teks(baris, kolom)
        kode = read_code(tertulis)
        tanda = self._mark(baris, "tanda")
        semula = self.menurut_tanda.get(tanda.partition("-")[0])
        if not tertulis and not tanda:
            return ""
        if semula is not None and kode != semula:
            self.p.catat("tindak-lanjut-kode-diubah", di, nilai=tertulis or "kosong", baris=baris, tertulis=semula)
            return None
        if kode is None or kode not in self.dikenal:
            self.p.catat("tindak-lanjut-asing", di, nilai=tertulis or "kosong", baris=baris)
            return None
        return kode if self._whole(baris, kode, tanda) else None

    def _mark(self, baris: int, peran: str) -> str:
        kolom = self.kepala.satu(peran)
        return self.p.grid.teks(baris, kolom.nomor) if kolom else ""

    def _whole(self, baris: int, kode: str, tanda: str) -> bool:
        """Whether what was decided and what is said of it belong together, as far as the marks can tell."""
        apa = self.kepala.satu("apa")
        isi_apa = self.p.grid.nilai(baris, apa.nomor) if apa else None
        tertulis = clean("" if isi_apa is None else isi_apa)
        kini, semula = decided_mark(tertulis), self.dikenal[kode].apa
        lain = next((k for k, j in self.dikenal.items() if k != kode and j.apa == kini != semula), None)
        isi = self._mark(baris, "tanda_isi")
        milik = self.menurut_tanda.get(isi.partition("-")[0])
        if tanda and isi and milik not in (None, kode):
            lain = milik
        kolom = self.kepala.satu("kode")
        if lain is not None:
            di = alamat(baris, kolom.nomor if kolom else 1)
            self.p.catat("tindak-lanjut-tercampur", di, nilai=kode, baris=baris, lain=lain)
            return False
        if apa is not None and tertulis and kini != semula:
            self.p.catat("tindak-lanjut-diubah", alamat(baris, apa.nomor), nilai=tertulis, sebutan=kode)
        return True

    def _row(self, baris: int, kode: str) -> None:
        janji = self.dikenal[kode]
        keadaan = self._state(baris, self.kepala.satu("keadaan"))
        catatan = self.p.isi(baris, self.kepala.satu("catatan"))
        bukti = self.p.isi(baris, self.kepala.satu("bukti"))
        catatan = None if catatan is None or _is_dash(catatan) else catatan
        bukti = None if bukti is None or normal(bukti) in TANPA_DATA else bukti
        self._merged(baris, kode)
        for kolom, teks in ((self.kepala.satu("catatan"), catatan), (self.kepala.satu("bukti"), bukti)):
            if kolom is not None and teks is not None and (n := len(" ".join(teks.split()))) > TERPANJANG:
                di = alamat(baris, kolom.nomor)
                self.p.catat(
                    "tindak-lanjut-panjang", di, nilai=teks, kolom=kolom.sebutan, jumlah=n, batas=TERPANJANG
                )
        baru_selesai = keadaan == "selesai" and janji.keadaan != "selesai"
        if baru_selesai and catatan is None and bukti is None:
            kolom = self.kepala.satu("bukti")
            self.p.catat("tindak-lanjut-tanpa-bukti", alamat(baris, kolom.nomor if kolom else 1), nilai=kode)
        keadaan = None if keadaan == janji.keadaan else keadaan
        if (keadaan, catatan, bukti) == (None, None, None):
            return
        pertama = next(k for k in self.isian if self.p.berisi(baris, k))
        laporan = LaporanTindakLanjut(
            id=int(kode.partition("-")[2]),
            uid=janji.uid,
            kode=kode,
            lembar=self.p.grid.lembar,
            sel=alamat(baris, pertama.nomor),
            baris=baris,
            keadaan=keadaan,
            catatan=catatan,
            bukti=bukti,
            semula=janji.keadaan,
            sampai=janji.sampai or None,
        )
        dulu = self.said.get(kode)
        if dulu is None:
            self.said[kode] = laporan
            self.bacaan.laporan.setdefault(janji.kode_unit, []).append(laporan)
        elif (dulu.keadaan, dulu.catatan, dulu.bukti) != (keadaan, catatan, bukti):
            self.p.catat("tindak-lanjut-ganda", laporan.sel, nilai=kode, lain=f"{dulu.lembar}!{dulu.sel}")

    def _state(self, baris: int, kolom: KolomTerbaca | None) -> str | None:
        """One of the three words; any other is a finding that proposes the nearest."""
        teks = self.p.isi(baris, kolom)
        if teks is None or kolom is None or _is_dash(teks):
            return None
        kata = normal(teks)
        if kata in KEADAAN:
            return kata
        dekat = nearest_state(kata)
        self.p.catat(
            "tindak-lanjut-keadaan",
            alamat(baris, kolom.nomor),
            nilai=teks,
            daftar=", ".join(KEADAAN),
            usul=f" Mungkin maksudnya “{dekat}”." if dekat else "",
        )
        return None

    def _merged(self, baris: int, kode: str) -> None:
        """A cell merged over further rows or columns: what it says is of this row and column alone."""
        for kolom in self.isian:
            awal, akhir = self.p.grid.rentang(baris, kolom.nomor)
            if awal == (baris, kolom.nomor) != akhir:
                rentang = f"{alamat(*awal)}:{alamat(*akhir)}"
                self.p.catat(
                    "tindak-lanjut-gabungan", alamat(*awal), nilai=rentang, kolom=kolom.sebutan, sebutan=kode
                )


def _is_dash(teks: str) -> bool:
    """Whether a cell was only struck out; "belum ada" is a word on the matter."""
    return not any(huruf.isalnum() for huruf in teks) or normal(teks) in ("n/a", "na")


def nearest_state(kata: str) -> str | None:
    """The state a (normal) text most likely means, for a proposal.

    Examples:
        >>> [nearest_state(teks) for teks in ("sudah selesai", "sudah jalan", "sls", "biru")]
        ['selesai', 'berjalan', 'selesai', None]
    """
    words = kata.replace(",", " ").split()
    if {"belum", "blm", "tidak"} & set(words):
        return "belum"
    for keadaan in ("selesai", "berjalan", "belum"):
        if keadaan in words:
            return keadaan
    for keadaan, lazim in _LAZIM.items():
        if any(satu in words for satu in lazim):
            return keadaan
    return next(iter(difflib.get_close_matches(kata, KEADAAN, n=1, cutoff=0.55)), None)
