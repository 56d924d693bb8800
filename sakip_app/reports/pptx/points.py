"""Points of a chart gathered row by row: one sheet, one column of x for all, a column of y a series.

All series are as long as the sheet, with gaps where a row is another's: LibreOffice loses the shorter ones otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sakip_app.charts.tokens import TANGGA, TINTA
from sakip_app.reports.pptx.canvas import Bagan
from sakip_app.reports.pptx.chart import Label, SeriTitik, titik
from sakip_app.reports.pptx.measure import bersih
from sakip_app.reports.pptx.sheet import Isi, tulis_lembar

SIMBOL = {0: "triangle", 1: "circle", 2: "square", 3: "diamond"}
"""PowerPoint has no triangle that points down: the lowest band's sign is a label in its place."""
_LEBIH_BESAR = {0: 2, 1: 1, 3: 2}  # a diamond and a triangle look smaller than a square of the same size


@dataclass(slots=True)
class Awan:
    """Points, labels and lines of one chart."""

    ukuran: int = 10
    baris: list[tuple[str, float | None]] = field(default_factory=list)
    seri: dict[str, SeriTitik] = field(default_factory=dict)
    isi: dict[str, list[tuple[int, float, Label | None]]] = field(default_factory=dict)

    def tambah_pita(self, seri: str, posisi: int, nama: str, x: float, y: float) -> None:
        """A unit's point in the shape and colour of its band."""
        gaya = TANGGA[posisi]
        simbol = SIMBOL.get(posisi, "none")
        self.seri.setdefault(
            seri, SeriTitik(seri, simbol, self.ukuran + _LEBIH_BESAR.get(posisi, 0), gaya.isi, gaya.tepi)
        )
        label = Label(gaya.tanda, "ctr", self.ukuran + 4, gaya.isi) if posisi not in SIMBOL else None
        self._tambah(seri, nama, x, y, label)

    def tambah_kata(self, seri: str, nama: str, x: float, y: float, label: Label) -> None:
        """A text at a place, without a mark."""
        self.seri.setdefault(seri, SeriTitik(seri))
        self._tambah(seri, nama, x, y, label)

    def tambah_garis(self, seri: str, x: float, y1: float, y2: float) -> None:
        """An upright line."""
        self.seri.setdefault(seri, SeriTitik(seri, garis=TINTA))
        self._tambah(seri, "", x, y1, None)
        self._tambah(seri, "", x, y2, None)
        self.baris.append(("", None))

    def _tambah(self, seri: str, nama: str, x: float, y: float, label: Label | None) -> None:
        self.isi.setdefault(seri, []).append((len(self.baris), y, label))
        self.baris.append((nama, x))

    def bagan(
        self, nama: str, kotak: tuple[float, float, float, float], x: tuple[float, float], y: tuple[float, float],
        alt: str,
    ) -> Bagan:  # fmt: skip
        """The chart, its plot filling its frame, with its sheet."""
        n = len(self.baris)
        nilai: list[list[float | None]] = []
        label: list[list[Label | None]] = []
        for isi in (self.isi[kunci] for kunci in self.seri):
            nilai.append([None] * n)
            label.append([None] * n)
            for urutan, tinggi, satu in isi:
                nilai[-1][urutan], label[-1][urutan] = tinggi, satu
        lembar: list[list[Isi]] = [["Nama", "Skor", *self.seri]]
        lembar += [[bersih(a), b, *(kolom[i] for kolom in nilai)] for i, (a, b) in enumerate(self.baris)]
        xml = titik([b for _, b in self.baris], list(zip(self.seri.values(), nilai, label, strict=True)), x=x, y=y)
        return Bagan(nama, kotak, xml, tulis_lembar(lembar), alt)
