"""Where does everyone stand, and who rises or falls: one row a unit, its quarters as cells and its skor on a track.

Everything is drawn in one coordinate system whose unit is a px of the full page width. A heatmap carries the fills;
numbers, words and signs are three text traces and all lines three more: 48 units cost the browser a dozen SVG groups
and not hundreds of annotations.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sakip_app.charts.labels import Label, Pena, kotak, ruas
from sakip_app.charts.theme import (
    HURUF,
    HURUF_KECIL,
    HURUF_TERKECIL,
    SUMBU_MATI,
    aman,
    figur,
    garis_jejak,
    kecilkan,
    tebalkan,
)
from sakip_app.charts.tokens import (
    BIDANG,
    GARIS,
    GARIS_KUAT,
    NILA,
    PUTIH,
    REDUP,
    SAMAR,
    TANGGA,
    TEKS_BAHAYA,
    TINTA,
    GayaPita,
    gaya_predikat,
)
from sakip_app.text.bands import AturanPita, tepi_pita
from sakip_app.text.fit import lebar_teks, potong
from sakip_app.text.numbers import format_batas, format_skor
from sakip_app.text.words import KATA_SEL_PENDEK, tw

_LEBAR, _SELA = 1312, 24  # page width in px, shared by the blocks
_NOMOR, _NAMA, _SEL = 17, 26, 202  # of a block: rank right-aligned, name, first quarter
_SEMPIT, _ARAH = 38, 54  # a quarter that has not begun; the direction column
_BAGIAN_REL, _SEBELUM_REL, _SESUDAH_REL = 0.172, 8, 10  # the track: share of a block, room on either side
_BARIS = 26
_SUMBU_AWAL, _SUMBU_TERJAUH = 40.0, 150.0
_KOSONG_PUTIH = {"belum lapor", "terlambat"}
_LEVEL_BIDANG, _LEVEL_PUTIH = len(TANGGA), len(TANGGA) + 1
_SKALA = [
    [(level + sisi) / (len(TANGGA) + 2), warna]
    for level, warna in enumerate([*(pita.isi for pita in TANGGA), BIDANG, PUTIH])
    for sisi in (0, 1)
]


def sumbu_skor(nilai: pd.Series, aturan: AturanPita) -> tuple[float, float]:
    """First and last skor on the track: from 40, or from 0 where a band edge lies below that; up to 100 or more.

    Signs carry no length, so the track need not start at 0; a page that shows the ranking says where it starts.
    A skor before or beyond it is drawn at its end, with its true number in the cell.
    """
    awal = _SUMBU_AWAL if min(tepi_pita(aturan), default=0) > _SUMBU_AWAL else 0.0
    tertinggi = max([100.0, *tepi_pita(aturan), *nilai.dropna().tolist()])
    return awal, min(_SUMBU_TERJAUH, math.ceil(tertinggi / 10) * 10)


def peringkat(
    frame: pd.DataFrame,
    aturan: AturanPita,
    *,
    triwulan: int,
    per_triwulan: Mapping[int, AturanPita] | None = None,
    blok: int = 2,
) -> go.Figure:
    """Ranking of units with their quarters.

    Args:
        frame: one row a unit, already in order, unranked last: ``peringkat`` (Int64, NA when not ranked), ``nama``,
            ``jenjang`` (the level a unit is measured at where it is not the usual one, else NA); for q = 1–4
            ``nilai_q`` (skor in percent or NaN), ``predikat_q`` (label or NA), ``keterangan_q`` (the word for a
            cell without value: "belum lapor", "terlambat", "belum dijadwalkan", "tanpa target", "belum berjalan",
            …); ``keterangan`` (why a unit with a skor has no rank, such as "3 dari 5 dinilai"); ``arah`` (text
            such as ``↑ 2,2`` or ``↓↓ 20,8``, "" for none).
        aturan: rule in force; its edges are the vertical rules of the track.
        triwulan: the current quarter, labelled in indigo and drawn on the track; a later one that has not begun
            stands narrow.
        per_triwulan: the rule each quarter was judged under, where it is not ``aturan``.
        blok: blocks side by side, 1 or 2, filled one after the other.

    Returns:
        A figure whose height follows the number of rows; an empty frame gives an empty figure.

    Raises:
        ValueError: if a cell has neither a value nor a word; a blank is a fact and needs its name.
    """
    gambar = _Gambar(frame, {**dict.fromkeys(range(1, 5), aturan), **(per_triwulan or {})}, triwulan, blok)
    for urutan, baris in enumerate(frame.to_dict("records")):
        gambar.baris(urutan, baris)
    n_peringkat = int(frame["peringkat"].notna().sum())
    for k in range(math.ceil(len(frame) / gambar.n_baris)):
        gambar.kepala(k, min(gambar.n_baris, n_peringkat - k * gambar.n_baris))
    return figur(
        gambar.jejak(),
        tinggi=_BARIS * (gambar.n_baris + 1),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**SUMBU_MATI, "range": [0, _LEBAR]},
        yaxis={**SUMBU_MATI, "range": [gambar.n_baris - 0.5, -1.5]},
    )


class _Gambar:
    """The marks of the chart while its rows are read."""

    def __init__(
        self, frame: pd.DataFrame, per_triwulan: Mapping[int, AturanPita], triwulan: int, blok: int
    ) -> None:
        self.per_triwulan, self.triwulan, self.blok = per_triwulan, triwulan, blok
        self.aturan = aturan = per_triwulan[triwulan]
        self.gaya = {q: gaya_predikat(rule) for q, rule in per_triwulan.items()}
        self.n_baris = max(1, math.ceil(len(frame) / blok))
        self.lebar = (_LEBAR - (blok - 1) * _SELA) / blok
        self.rel_akhir = self.lebar - _ARAH - _SESUDAH_REL
        self.rel_awal = self.rel_akhir - _BAGIAN_REL * self.lebar
        self.sempit = {q for q in range(triwulan + 1, 5) if (frame[f"keterangan_{q}"] == "belum berjalan").all()}
        self.tepi_q = _tepi_kolom(self.rel_awal - _SEBELUM_REL, self.sempit)
        self.sumbu = sumbu_skor(frame[f"nilai_{triwulan}"], aturan)
        n_kolom = 5 * blok - 1  # between two blocks lies one empty column
        self.isi: list[list[int | None]] = [[None] * n_kolom for _ in range(self.n_baris)]
        self.petunjuk = [[""] * n_kolom for _ in range(self.n_baris)]
        self.nama, self.rata_kanan, self.tengah = Label(), Label(), Label()
        self.titik: dict[str, list[Any]] = {
            k: [] for k in ("x", "y", "besar", "bentuk", "isi", "tepi", "petunjuk")
        }
        self.palang: Pena = ([], [])
        self.putus: Pena = ([], [])
        self.kotak: Pena = ([], [])

    def _kiri(self, k: int) -> float:
        return k * (self.lebar + _SELA)

    def _letak(self, skor: float) -> float:
        """Where a skor stands on the track of a block."""
        awal, akhir = self.sumbu
        bagian = (min(max(skor, awal), akhir) - awal) / (akhir - awal)
        return self.rel_awal + bagian * (self.rel_akhir - self.rel_awal)

    def kepala(self, k: int, n: int) -> None:
        """Heads of a block, and the band edges along its ``n`` ranked rows; labels that would touch are left out."""
        x0 = self._kiri(k)
        for q in range(1, 5):
            kini = q == self.triwulan
            warna = NILA if kini else REDUP if q < self.triwulan else SAMAR
            kanan = x0 + self.tepi_q[q] - (0 if q in self.sempit else 10)
            self.rata_kanan.tambah(kanan, -1, tebalkan(tw(q), kalau=kini), warna)
        self.rata_kanan.tambah(x0 + self.lebar, -1, "Arah", REDUP)
        bebas = -math.inf
        for batas in sorted(tepi_pita(self.aturan)):
            if n < 1 or not self.sumbu[0] < batas <= self.sumbu[1]:
                continue
            x, teks = x0 + self._letak(batas), format_batas(batas)
            ruas(self.palang, x, -0.5, x, n - 0.5)
            separuh = lebar_teks(teks, HURUF_TERKECIL) / 2
            if x - separuh > bebas:
                self.tengah.tambah(x, -1, teks, SAMAR)
                bebas = x + separuh + 1

    def baris(self, urutan: int, baris: dict[Hashable, Any]) -> None:
        """One unit: rank, name, four cells, track, direction."""
        k, y = divmod(urutan, self.n_baris)
        x0, kini = self._kiri(k), baris[f"nilai_{self.triwulan}"]
        berperingkat = not pd.isna(baris["peringkat"])
        pita = None if pd.isna(kini) else self.gaya[self.triwulan][str(baris[f"predikat_{self.triwulan}"])]
        rendah = pita is not None and pita.tertinggal
        self.rata_kanan.tambah(x0 + _NOMOR, y, str(baris["peringkat"]) if berperingkat else "–", SAMAR)
        self.nama.tambah(x0 + _NAMA, y, _nama(baris, tebal=rendah), TINTA if berperingkat else REDUP)
        for q in range(1, 5):
            self._sel(k, y, q, baris)
        if pita is not None and berperingkat:
            self._tanda_skor(x0, y, float(kini), pita, baris)
        else:
            self._tanpa_peringkat(
                x0, y, "" if pita is None or pd.isna(baris["keterangan"]) else str(baris["keterangan"])
            )
        arah = "" if pd.isna(baris["arah"]) else str(baris["arah"])
        beruntun = arah.startswith("↓↓")
        warna = TINTA if beruntun else SAMAR
        self.rata_kanan.tambah(x0 + self.lebar, y, tebalkan(aman(arah), kalau=beruntun), warna)

    def _sel(self, k: int, y: int, q: int, baris: dict[Hashable, Any]) -> None:
        """One quarter: its number, with the sign where it is low, or the word why there is none."""
        x0, sel = self._kiri(k), 5 * k + q - 1
        kiri, kanan = x0 + self.tepi_q[q - 1], x0 + self.tepi_q[q]
        nilai, keterangan = baris[f"nilai_{q}"], baris[f"keterangan_{q}"]
        if not pd.isna(nilai):
            pita = self.gaya[q][str(baris[f"predikat_{q}"])]
            teks = format_skor(nilai, self.per_triwulan[q])
            self.isi[y][sel] = pita.posisi
            self.rata_kanan.tambah(kanan - 10, y, tebalkan(teks), pita.teks_di_isi)
            if pita.tertinggal:
                self.tengah.tambah(kiri + 14, y, pita.tanda, pita.teks_di_isi)
            self.petunjuk[y][sel] = _petunjuk(baris["nama"], q, f"{teks}, {baris[f'predikat_{q}']}")
            return
        if pd.isna(keterangan) or not str(keterangan):
            raise ValueError(f"{baris['nama']}, {tw(q)}: sel tanpa nilai harus punya keterangan")
        self.petunjuk[y][sel] = _petunjuk(baris["nama"], q, str(keterangan))
        self._sel_kosong((kiri, kanan, y), sel, str(keterangan))

    def _sel_kosong(self, tempat: tuple[float, float, int], sel: int, keterangan: str) -> None:
        """A cell without value: a dash, a dashed outline, or the field colour, each with its word."""
        kiri, kanan, y = tempat
        tengah = (kiri + kanan) / 2
        if keterangan == "belum berjalan":
            self.tengah.tambah(tengah, y, KATA_SEL_PENDEK[keterangan], GARIS_KUAT)
            return
        terlambat = keterangan == "terlambat"
        if keterangan in _KOSONG_PUTIH:
            self.isi[y][sel] = _LEVEL_PUTIH
            kotak(self.kotak, kiri + 2, kanan - 2, y - 0.42, y + 0.42)
        else:
            self.isi[y][sel] = _LEVEL_BIDANG
        ruang = kanan - kiri - 6
        muat = lebar_teks(keterangan, HURUF_TERKECIL) <= ruang
        kata = keterangan if muat else KATA_SEL_PENDEK.get(keterangan, keterangan)
        tebal = terlambat and lebar_teks(kata, HURUF_TERKECIL, tebal=True) <= ruang
        teks = tebalkan(aman(potong(kata, ruang, HURUF_TERKECIL)), kalau=tebal)
        self.tengah.tambah(tengah, y, teks, TEKS_BAHAYA if terlambat else REDUP)

    def _tanda_skor(self, x0: float, y: int, skor: float, pita: GayaPita, baris: dict[Hashable, Any]) -> None:
        """The sign of the predikat at the skor, on a hairline."""
        ruas(self.palang, x0 + self.rel_awal, y, x0 + self.rel_akhir, y)
        isi = f"{format_skor(skor, self.aturan)}, {baris[f'predikat_{self.triwulan}']}"
        self.titik["x"].append(x0 + self._letak(skor))
        self.titik["y"].append(y)
        self.titik["besar"].append(14 if "triangle" in pita.bentuk else 12)
        self.titik["bentuk"].append(pita.bentuk)
        self.titik["isi"].append(pita.isi)
        self.titik["tepi"].append(pita.tepi)
        self.titik["petunjuk"].append(_petunjuk(baris["nama"], self.triwulan, isi))

    def _tanpa_peringkat(self, x0: float, y: int, alasan: str) -> None:
        """No sign without a rank: a skor from too few indicators must not look as good as the others."""
        if not alasan:
            ruas(self.putus, x0 + self.rel_awal, y, x0 + self.rel_akhir, y)
            return
        kata = potong(alasan, self.rel_akhir - self.rel_awal + 8, HURUF_TERKECIL)
        self.tengah.tambah(x0 + (self.rel_awal + self.rel_akhir) / 2, y, aman(kata), REDUP)

    def jejak(self) -> list[dict[str, Any]]:
        """All traces, in drawing order."""
        titik = self.titik
        return [
            {
                "type": "heatmap",
                "x": [self._kiri(k) + x for k in range(self.blok) for x in self.tepi_q],
                "y": [y - 0.5 for y in range(self.n_baris + 1)],
                "z": self.isi,
                "colorscale": _SKALA,
                "zmin": -0.5,
                "zmax": _LEVEL_PUTIH + 0.5,
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
                "hoverongaps": False,
                "hovertext": self.petunjuk,
                "hoverinfo": "text",
            },
            garis_jejak(*self.palang, warna=GARIS),
            garis_jejak(*self.putus, warna=GARIS_KUAT, tebal=1.5, corak="dot"),
            garis_jejak(*self.kotak, warna=SAMAR, corak="2px,3px"),
            {
                "type": "scatter",
                "mode": "markers",
                "x": titik["x"],
                "y": titik["y"],
                "marker": {
                    "symbol": titik["bentuk"],
                    "size": titik["besar"],
                    "color": titik["isi"],
                    "line": {"color": titik["tepi"], "width": 1.2},
                    "opacity": 1,  # marks of several sizes are translucent by default
                },
                "hovertext": titik["petunjuk"],
                "hoverinfo": "text",
                "cliponaxis": False,
            },
            self.nama.jejak("middle right", HURUF),
            self.rata_kanan.jejak("middle left", HURUF_KECIL),
            self.tengah.jejak("middle center", HURUF_TERKECIL),
        ]


def _tepi_kolom(akhir: float, sempit: set[int]) -> list[float]:
    """Five x positions: where the quarter columns of one block begin and end; quarters not begun are narrow."""
    penuh = (akhir - _SEL - _SEMPIT * len(sempit)) / (4 - len(sempit))
    tepi = [float(_SEL)]
    for q in range(1, 5):
        tepi.append(tepi[-1] + (_SEMPIT if q in sempit else penuh))
    return tepi


def _nama(baris: dict[Hashable, Any], *, tebal: bool) -> str:
    """The name, shortened where it must be, and after it the level it is measured at, which never is."""
    jenjang = "" if pd.isna(baris["jenjang"]) else f" ({baris['jenjang']})"
    ruang = _SEL - _NAMA - 5 - lebar_teks(jenjang, HURUF_TERKECIL)
    nama = tebalkan(aman(potong(str(baris["nama"]), ruang, HURUF, tebal=tebal)), kalau=tebal)
    return f"{nama} {kecilkan(aman(jenjang), REDUP)}" if jenjang else nama


def _petunjuk(nama: object, q: int, isi: str) -> str:
    return f"<b>{aman(str(nama))}</b><br>{tw(q)}: {aman(isi)}"


def alt_peringkat(frame: pd.DataFrame, aturan: AturanPita, *, triwulan: int, sebutan: str = "OPD") -> str:
    """One or two sentences for those who do not see the ranking.

    Args:
        frame: as for ``peringkat``.
        aturan: rule in force.
        triwulan: the current quarter.
        sebutan: what a unit is called.
    """
    turun = int(frame["arah"].fillna("").astype(str).str.startswith("↓↓").sum())
    ekor = f" {turun} turun dua triwulan berturut-turut." if turun else ""
    ranked = frame[frame["peringkat"].notna()]
    if ranked.empty:
        return (
            f"Skor {len(frame)} {sebutan} per triwulan; pada {tw(triwulan)} belum ada yang diberi peringkat.{ekor}"
        )
    atas, bawah = (
        f"{baris['nama']} {format_skor(baris[f'nilai_{triwulan}'], aturan)}"
        for baris in (ranked.iloc[0], ranked.iloc[-1])
    )
    sisa = len(frame) - len(ranked)
    akhir = f"; {sisa} {sebutan} tidak diberi peringkat" if sisa else ""
    return (
        f"Peringkat {len(ranked)} {sebutan} pada {tw(triwulan)} dan skor tiap triwulan: tertinggi {atas}, "
        f"terendah {bawah}{akhir}.{ekor}"
    )
