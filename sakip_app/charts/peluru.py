"""Target against realisasi for the indicators of a unit, each on its own scale: one bullet a row.

Track = target of the year, thin bar = realisasi up to this quarter in the colour of its predikat, ticks
I II III IV = target up to each quarter, the current one bold; white cuts show what each quarter added. Lower is
better: the track ends at the limit and a bar beyond it is bad.
"""

from __future__ import annotations

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
    tebalkan,
)
from sakip_app.charts.tokens import (
    BIDANG,
    GARIS,
    GARIS_KUAT,
    JALUR,
    PUTIH,
    REDUP,
    SAMAR,
    TINTA,
    GayaPita,
    gaya_predikat,
)
from sakip_app.text.bands import AturanPita
from sakip_app.text.fit import bungkus, lebar_teks
from sakip_app.text.numbers import KOSONG, format_nilai, format_pasangan, format_poin, format_skor
from sakip_app.text.words import KATA_KONSOLIDASI, KATA_POLARITAS, ROMAWI, kata_status, tw

_LEBAR = 1312  # px of the full page; all x below are px of it
_NAMA, _REL, _REL_AKHIR = 0, 326, 784
_REALISASI, _CAPAIAN, _PREDIKAT = 812, 1044, 1064
_BARIS, _KEPALA = 58, 26
_TEBAL_REL, _TEBAL_BATANG = 16, 8
_HURUF_RAPAT = 17  # tick letters nearer than this to the current one are dropped


def peluru(frame: pd.DataFrame, aturan: AturanPita, *, triwulan: int) -> go.Figure:
    """Bullets of a unit's indicators.

    Args:
        frame: one row an indicator, in the order to be shown: ``nama``, ``satuan``, ``polaritas``,
            ``konsolidasi`` (NA when not declared), ``status`` (of the measure ``triwulan``), ``realisasi_sd`` and
            ``target_sd`` (up to this quarter), ``target_sd_1`` … ``target_sd_4`` and ``realisasi_sd_1`` …
            ``realisasi_sd_4`` (up to each quarter, NaN where none), ``target_tahunan``, ``capaian`` (percent,
            raw), ``predikat``, ``perubahan`` (poin since last quarter, NaN for none), ``kata`` (rank → word of the
            row's scale, empty for numbers).
        aturan: rule in force.
        triwulan: current quarter.
    """
    pelukis = _Pelukis(aturan, triwulan)
    for urutan, baris in enumerate(frame.to_dict("records")):
        pelukis.baris(urutan, {str(kolom): isi for kolom, isi in baris.items()})
    return pelukis.figur(len(frame))


class _Pelukis:
    """Collects the marks of all rows into a dozen traces."""

    def __init__(self, aturan: AturanPita, triwulan: int) -> None:
        self.aturan, self.triwulan, self.gaya = aturan, triwulan, gaya_predikat(aturan)
        self.nama, self.meta, self.kata, self.angka = Label(), Label(), Label(), Label()
        self.capaian, self.predikat, self.arah, self.huruf = Label(), Label(), Label(), Label()
        self.tipis: Pena = ([], [])
        self.tebal: Pena = ([], [])
        self.putus: Pena = ([], [])
        self.pemisah: Pena = ([], [])
        self.rel: dict[str, list[Any]] = {"x": [], "y": [], "base": [], "warna": []}
        self.batang: dict[str, list[Any]] = {"x": [], "y": [], "base": [], "isi": [], "tepi": [], "petunjuk": []}

    def baris(self, i: int, b: dict[str, Any]) -> None:
        """One indicator."""
        pita = self.gaya.get(str(b["predikat"])) if b["status"] == "dinilai" else None
        nama = bungkus(str(b["nama"]), _REL - 30, HURUF, tebal=True)
        meta = bungkus(_meta(b), _REL - 30, HURUF_KECIL, baris=1)[0]
        jarak = (16, 36) if len(nama) == 1 else (12, 29, 47)
        for teks, dari_atas in zip(nama, jarak, strict=False):
            self.nama.tambah(_NAMA, _y(i, dari_atas), tebalkan(aman(teks)), TINTA)
        self.meta.tambah(_NAMA, _y(i, jarak[-1]), aman(meta), SAMAR)
        ruas(self.pemisah, 0, i + 0.5, _LEBAR, i + 0.5)
        self._angka(i, b, pita)
        if pita is not None:
            self._bullet(i, b, pita)
        elif b["status"] == "tanpa_target":
            ruas(self.putus, _REL, _y(i, 18), _REL_AKHIR, _y(i, 18))
            ada = not pd.isna(b["realisasi_sd"])
            nilai = format_nilai(b["realisasi_sd"], b["satuan"], b["kata"]) if ada else ""
            kalimat = f"Realisasi {nilai} tercatat, belum ada target" if ada else "Belum ada target dan realisasi"
            self.kata.tambah(_REL, _y(i, 40), kalimat, REDUP)
        else:
            self._tanpa_nilai(i, b)

    def _angka(self, i: int, b: dict[str, Any], pita: GayaPita | None) -> None:
        y = _y(i, 18)
        r, t = format_pasangan(b["realisasi_sd"], b["target_sd"], b["satuan"], b["kata"])
        if pita is None:
            kata = aman(kata_status(str(b["status"])))
            if b["status"] == "belum_lapor":
                r = KOSONG  # what an earlier quarter left is not what this one reports
            self.angka.tambah(_REALISASI, y, tebalkan(r, kalau=r != KOSONG), REDUP if r == KOSONG else TINTA)
            self.predikat.tambah(_PREDIKAT, y, kata, REDUP)
            self.arah.tambah(_LEBAR, y, KOSONG, REDUP)
            return
        hubung = "batas" if b["polaritas"] == "minimal" else "dari"
        self.angka.tambah(_REALISASI, y, f"<b>{r}</b> {hubung} {t}", TINTA)
        self.capaian.tambah(_CAPAIAN, y, tebalkan(format_skor(b["capaian"], self.aturan)), TINTA)
        self.predikat.tambah(_PREDIKAT, y, f"<b>{pita.tanda} {aman(str(b['predikat']))}</b>", pita.teks)
        self.arah.tambah(_LEBAR, y, format_poin(b["perubahan"]), REDUP)

    def _bullet(self, i: int, b: dict[str, Any], pita: GayaPita) -> None:
        target = [b[f"target_sd_{q}"] for q in range(1, 5)]
        minimal = b["polaritas"] == "minimal"
        ujung = b["target_sd"] if minimal or pd.isna(b["target_tahunan"]) else b["target_tahunan"]
        terbesar = max(n for n in [ujung, b["realisasi_sd"], *target] if not pd.isna(n))
        if terbesar <= 0:
            self.kata.tambah(_REL, _y(i, 18), "Nilai nol atau negatif tidak digambar", REDUP)
            return
        skala = (_REL_AKHIR - _REL) / (terbesar * (1.04 if minimal else 1))

        def x(nilai: float) -> float:
            return _REL + max(float(nilai), 0.0) * float(skala)

        self._jalur(i, max(ujung, 0) * skala, JALUR)
        awal = 0.0
        tambahan = b["konsolidasi"] == "jumlah"
        for q in range(1, self.triwulan + 1):
            sampai = b[f"realisasi_sd_{q}"] if tambahan else b["realisasi_sd"]
            if pd.isna(sampai) or sampai <= awal or (not tambahan and q < self.triwulan):
                continue
            celah = 1.5 if tambahan and q < self.triwulan else 0
            self.batang["base"].append(x(awal))
            self.batang["x"].append(max(x(sampai) - x(awal) - celah, 0.5))
            self.batang["y"].append(_y(i, 18))
            self.batang["isi"].append(pita.isi)
            self.batang["tepi"].append(pita.tepi)
            self.batang["petunjuk"].append(self._petunjuk(b))
            awal = sampai
        if awal == 0.0:  # a reported zero: an edge at the start of the track, not an empty row
            ruas(self.tipis, _REL, _y(i, 12), _REL, _y(i, 24))
        self._takik(i, [x(t) if not pd.isna(t) else None for t in target])

    def _petunjuk(self, b: dict[str, Any]) -> str:
        r, t = format_pasangan(b["realisasi_sd"], b["target_sd"], b["satuan"], b["kata"])
        return (
            f"<b>{aman(str(b['nama']))}</b><br>Realisasi s.d. {tw(self.triwulan)} {r}, target {t}"
            f"<br>Capaian {format_skor(b['capaian'], self.aturan)}, {b['predikat']}"
        )

    def _takik(self, i: int, letak: list[float | None]) -> None:
        """Ticks of the four targets; equal ones share a letter, those too near the current one lose theirs."""
        kini = letak[self.triwulan - 1]
        kelompok: dict[int, list[int]] = {}
        for q, x in enumerate(letak):
            if x is not None:
                kelompok.setdefault(round(x), []).append(q)
        terakhir = -1e9
        for x, isi in sorted(kelompok.items()):
            bold = self.triwulan - 1 in isi
            ruas(self.tebal if bold else self.tipis, x, _y(i, 6 if bold else 10), x, _y(i, 30 if bold else 26))
            dekat = kini is not None and not bold and abs(x - kini) < _HURUF_RAPAT
            if bold or not (dekat or x - terakhir < _HURUF_RAPAT):
                teks = tebalkan("·".join(ROMAWI[q] for q in isi), kalau=bold)
                # The last letters end with the track so that they never run into the numbers beside it.
                tepi = min(x, _REL_AKHIR - lebar_teks("·".join(ROMAWI[q] for q in isi), 12) / 2 + 4)
                self.huruf.tambah(tepi, _y(i, 42), teks, TINTA if bold else SAMAR)
                terakhir = x

    def _tanpa_nilai(self, i: int, b: dict[str, Any]) -> None:
        """A row without capaian: outlined when a report is awaited, else a pale track with its sentence."""
        if b["status"] == "belum_lapor":
            kotak(self.putus, _REL, _REL_AKHIR, _y(i, 7), _y(i, 29))
            target = format_nilai(b["target_sd"], b["satuan"], b["kata"])
            kalimat = f"Belum lapor {tw(self.triwulan)}" + (f", target {target}" if target != KOSONG else "")
        else:
            self._jalur(i, _REL_AKHIR - _REL, BIDANG)
            nanti = [q for q in range(self.triwulan + 1, 5) if not pd.isna(b[f"target_sd_{q}"])]
            kalimat = kata_status(str(b["status"])).capitalize()
            if b["status"] == "belum_dijadwalkan" and nanti:
                target = format_nilai(b[f"target_sd_{nanti[0]}"], b["satuan"], b["kata"])
                kalimat = f"Diukur pada {tw(nanti[0])}, target {target}"
        self.kata.tambah(_REL + 8, _y(i, 18), aman(kalimat), REDUP)

    def _jalur(self, i: int, panjang: float, warna: str) -> None:
        self.rel["base"].append(_REL)
        self.rel["x"].append(panjang)
        self.rel["y"].append(_y(i, 18))
        self.rel["warna"].append(warna)

    def figur(self, n: int) -> go.Figure:
        """All marks as one figure."""
        kepala = Label()
        atas = -0.5 - 14 / _BARIS
        kepala.tambah(_NAMA, atas, "Indikator", REDUP)
        kepala.tambah(_REL, atas, f"Realisasi s.d. {tw(self.triwulan)} terhadap target", REDUP)
        kepala.tambah(_REALISASI, atas, "Realisasi", REDUP)
        kepala.tambah(_PREDIKAT, atas, "Predikat", REDUP)
        kanan = Label()
        kanan.tambah(_CAPAIAN, atas, "Capaian, %", REDUP)
        if self.triwulan > 1:
            kanan.tambah(_LEBAR, atas, f"Dari {tw(self.triwulan - 1)}", REDUP)
        garis_kepala: Pena = ([], [])
        ruas(garis_kepala, 0, -0.5, _LEBAR, -0.5)
        jejak = [
            garis_jejak(*self.pemisah, warna=GARIS),
            garis_jejak(*garis_kepala, warna=GARIS_KUAT),
            _batang(self.rel, _TEBAL_REL, {"color": self.rel["warna"]}, None),
            garis_jejak(*self.putus, warna=SAMAR, tebal=1.2, corak="3px,4px"),
            _batang(
                self.batang,
                _TEBAL_BATANG,
                {"color": self.batang["isi"], "line": {"color": self.batang["tepi"], "width": 0.8}},
                self.batang["petunjuk"],
            ),
            garis_jejak(*self.tipis, warna=SAMAR, tebal=1.4),
            garis_jejak(*self.tebal, warna=TINTA, tebal=3),
            kepala.jejak("middle right", HURUF_KECIL),
            kanan.jejak("middle left", HURUF_KECIL),
            self.nama.jejak("middle right", HURUF),
            self.meta.jejak("middle right", HURUF_KECIL),
            self.kata.jejak("middle right", HURUF_TERKECIL),
            self.angka.jejak("middle right", HURUF),
            self.capaian.jejak("middle left", 17),
            self.predikat.jejak("middle right", HURUF_KECIL),
            self.arah.jejak("middle left", HURUF_KECIL),
            self.huruf.jejak("middle center", HURUF_TERKECIL),
        ]
        return figur(
            jejak,
            tinggi=_KEPALA + _BARIS * max(n, 1),
            margin={"l": 0, "r": 0, "t": 0, "b": 0},
            barmode="overlay",
            xaxis={**SUMBU_MATI, "range": [0, _LEBAR]},
            yaxis={**SUMBU_MATI, "range": [max(n, 1) - 0.5, -0.5 - _KEPALA / _BARIS]},
        )


def _y(i: int, dari_atas: float) -> float:
    """The y of a px within row ``i``."""
    return i - 0.5 + dari_atas / _BARIS


def _meta(b: dict[str, Any]) -> str:
    arah = KATA_POLARITAS.get(str(b["polaritas"]), "arah belum ditetapkan")
    cara = KATA_KONSOLIDASI.get(str(b["konsolidasi"]), "cara gabung belum ditetapkan")
    satuan = "" if pd.isna(b["satuan"]) else f"{b['satuan']} · "
    return f"{satuan}{arah if b['polaritas'] != 'maksimal' else cara}"


def _batang(
    isi: dict[str, list[Any]], px: int, rupa: dict[str, Any], petunjuk: list[str] | None
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": isi["x"],
        "y": isi["y"],
        "base": isi["base"],
        "width": px / _BARIS,
        "marker": {"line": {"width": 0, "color": PUTIH}, **rupa},
        "hovertext": petunjuk,
        "hoverinfo": "text" if petunjuk is not None else "skip",
        "cliponaxis": False,
    }


def alt_peluru(frame: pd.DataFrame, nama_unit: str, *, triwulan: int) -> str:
    """One sentence for those who do not see the bullets.

    Args:
        frame: as for ``peluru``.
        nama_unit: whose indicators they are.
        triwulan: current quarter.
    """
    dinilai = frame[frame["status"] == "dinilai"]
    if dinilai.empty:
        return f"Belum ada indikator {nama_unit} yang dinilai pada {tw(triwulan)}."
    terendah = dinilai.nsmallest(1, "capaian").iloc[0]
    return (
        f"Realisasi terhadap target {len(frame)} indikator {nama_unit} s.d. {tw(triwulan)}; "
        f"{len(dinilai)} dinilai, capaian terendah {terendah['nama']}."
    )
