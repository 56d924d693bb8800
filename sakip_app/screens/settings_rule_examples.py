"""One small fictional case for every field of a rule, computed by ``sakip_metrics`` as the draft has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import predikat as tanda_predikat
from sakip_app.markup.safe import Html, gabung_html
from sakip_app.markup.settings import contoh_isian
from sakip_app.text.formula import exact, formula
from sakip_app.text.numbers import format_batas, format_nilai, format_skor
from sakip_app.text.words import kata_status
from sakip_metrics import Aturan, capaian, hitung, penyerapan, predikat, rekap, skor

TARGET, REALISASI = 10.0, 12.0
TINGGI = 150.0
TRIWULAN = ((10.0, 8.0), (10.0, None), (10.0, 10.0))
"""Target and realisasi of TW I to III; TW II was planned and left blank."""
DINILAI, TERJADWAL = 7, 10
SKOR = (95.0, 78.4, 60.0, 40.0)
PAGU, BELANJA = 200.0, 90.0


def _minimal(aturan: Aturan, realisasi: float) -> float:
    one = capaian(pd.Series([realisasi]), pd.Series([TARGET]), "minimal", aturan=aturan)
    return float(one.iloc[0])


def _calculation(aturan: Aturan, realisasi: float) -> str:
    said = formula(realisasi, TARGET, "minimal", aturan)
    if said.kalimat or said.angka is None:
        return said.kalimat
    above, below = said.angka
    above = f"({above})" if " " in above else above
    return f"{above} ÷ {below} = {exact(_minimal(aturan, realisasi))} %"


def _formula(aturan: Aturan) -> Html:
    return contoh_isian("Target 10, realisasi 12, makin rendah makin baik", _calculation(aturan, REALISASI))


def _at_zero(aturan: Aturan) -> Html:
    if aturan.rumus_minimal != "rasio":
        return contoh_isian(
            "Target 10, realisasi 0", _calculation(aturan, 0.0), keterangan="Rumus rasio tak dipakai."
        )
    return contoh_isian("Target 10, realisasi 0", f"capaian {exact(_minimal(aturan, 0.0))} %")


def _clipped(aturan: Aturan, raw: float) -> str:
    score = float(skor(pd.Series([raw]), aturan=aturan).iloc[0])
    return f"skor {format_skor(score, aturan)}"


def _cap(aturan: Aturan) -> Html:
    return contoh_isian("Capaian 150 %", _clipped(aturan, TINGGI))


def _floor(aturan: Aturan) -> Html:
    raw = float(capaian(pd.Series([-2.0]), pd.Series([TARGET]), "maksimal", aturan=aturan).iloc[0])
    return contoh_isian(f"Target 10, realisasi −2: capaian {exact(raw)} %", _clipped(aturan, raw))


def _blank_quarter(aturan: Aturan) -> Html:
    indikator = pd.DataFrame(
        {
            "kode_indikator": ["contoh"],
            "kode_unit": ["contoh"],
            "polaritas": ["maksimal"],
            "konsolidasi": ["jumlah"],
            "target_tahunan": [40.0],
        }
    )
    quarters = pd.DataFrame(
        [("contoh", n, target, realisasi) for n, (target, realisasi) in enumerate(TRIWULAN, 1)],
        columns=["kode_indikator", "triwulan", "target", "realisasi"],
    )
    row = hitung(indikator, quarters, triwulan=3, aturan=aturan).iloc[0]
    case = "Target 10 tiap triwulan; realisasi 8, kosong, 10. Pada TW III"
    if row["status_triwulan"] != "dinilai":
        return contoh_isian(case, kata_status(str(row["status_triwulan"])))
    joined = f"{format_nilai(row['realisasi_sd'])} dari {format_nilai(row['target_sd'])}"
    return contoh_isian(case, f"{joined}, capaian {exact(float(row['capaian_triwulan']))} %")


def _coverage(aturan: Aturan) -> Html:
    assessed = [True] * DINILAI + [False] * (TERJADWAL - DINILAI)
    rows = pd.DataFrame(
        {
            "kode_indikator": [str(n) for n in range(TERJADWAL)],
            "kode_unit": "contoh",
            "skor_triwulan": [80.0 if yes else None for yes in assessed],
            "predikat_triwulan": [None] * TERJADWAL,
            "status_triwulan": ["dinilai" if yes else "belum_lapor" for yes in assessed],
        }
    )
    group = rekap(rows, "kode_unit", aturan=aturan).iloc[0]
    ranked = "diberi peringkat" if group["layak_peringkat"] else "tanpa peringkat"
    return contoh_isian(
        f"{DINILAI} dari {TERJADWAL} indikator terjadwal dinilai",
        f"cakupan {format_batas(float(group['cakupan']))} %, {ranked}",
    )


def _named(aturan: Aturan, values: tuple[float, ...]) -> list[Html]:
    looks = gaya_predikat(aturan)
    labels = predikat(pd.Series(values), aturan=aturan).astype("str")
    return [tanda_predikat(label, looks[label]) for label in labels]


def _bands(aturan: Aturan) -> Html:
    pairs = zip(SKOR, _named(aturan, SKOR), strict=True)
    lines = gabung_html(
        gabung_html([Html('<span class="sk-pasang">'), format_skor(value, aturan), " ", label, Html("</span>")])
        for value, label in pairs
    )
    return contoh_isian("Empat skor", lines)


def _edge(aturan: Aturan) -> Html:
    edge = aturan.predikat[0].batas
    return contoh_isian(f"Skor tepat {format_batas(edge)}", _named(aturan, (edge,))[0])


def _spending(aturan: Aturan) -> Html:
    share = float(penyerapan(pd.Series([BELANJA]), pd.Series([PAGU])).iloc[0])
    step = aturan.acuan_penyerapan[1]
    side = "di atas" if share > step else "di bawah" if share < step else "sama dengan"
    gap = "" if share == step else f"{format_nilai(abs(share - step))} poin "
    return contoh_isian(
        "Pagu Rp200 juta, belanja s.d. TW II Rp90 juta",
        f"terserap {format_batas(share)} %, {gap}{side} acuan {format_batas(step)} %",
    )


CONTOH: Mapping[str, Callable[[Aturan], Html]] = {
    "rumus_minimal": _formula,
    "rasio_realisasi_nol": _at_zero,
    "batas_atas": _cap,
    "batas_bawah": _floor,
    "triwulan_kosong": _blank_quarter,
    "cakupan_minimum": _coverage,
    "predikat": _bands,
    "tepi": _edge,
    "acuan_penyerapan": _spending,
}
