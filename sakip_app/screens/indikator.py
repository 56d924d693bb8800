"""Indikator, prepared: one indicator, its quarters, and how its number was made, down to the cell."""

from __future__ import annotations

import math
import re

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.charts.garis import alt_garis, garis
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import cip_sel, cip_status, predikat
from sakip_app.markup.panel import Penggaris, Penjelasan, Peristiwa, Rumus, Sumber, bagaimana
from sakip_app.markup.safe import Html, isi
from sakip_app.markup.sheet import BarisLembar, KolomLembar, SelTanda, lembar
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.screens.context import Konteks, engine, list_tahun
from sakip_app.screens.figure import Grafik
from sakip_app.screens.measured import TRIWULAN, unit_row, year, year_of
from sakip_app.screens.unit import rows_of
from sakip_app.text import sentences
from sakip_app.text.dates import due_date, format_waktu
from sakip_app.text.explain import kalimat_batas, kalimat_gabung, kalimat_pita
from sakip_app.text.formula import NAMA_RUMUS, TeksRumus, exact, formula
from sakip_app.text.numbers import format_angka, format_batas, format_nilai, format_skor
from sakip_app.text.words import KATA_KONSOLIDASI, kata_status, tw
from sakip_app.workbook import sheet_rows
from sakip_app.workbook.package import column_letter, column_number
from sakip_metrics import Aturan, capaian, skor
from sakip_metrics import predikat as band_of

RIWAYAT = {
    "realisasi": "Realisasi",
    "target": "Target",
    "target_tahunan": "Target tahun",
    "polaritas": "Polaritas",
}
KOLOM_DIBACA, KOLOM_SEBELUM = 60, 4
"""Columns looked at and shown before the source cell."""
SEKITAR = 1
"""Rows shown above and below the cell a number came from."""


def find(k: Konteks, kode_unit: str, kode: str) -> pd.Series | None:
    """The indicator's measured row in the measure in view; ``None`` where the unit has no such indicator."""
    rows = rows_of(k, kode_unit)
    found = rows[rows["kode_indikator"] == kode]
    return None if found.empty else found.iloc[0]


def headline(k: Konteks, row: pd.Series) -> str:
    """The screen's first sentence."""
    assessed = row["status"] == "dinilai"
    reached, planned = _of_quarter(k, row)
    return sentences.headline_indikator(
        str(row["uraian"]),
        f"{format_skor(row['capaian'], k.instansi.aturan)}\u00a0%" if assessed else None,
        str(row["predikat"]) if assessed else None,
        triwulan=k.triwulan,
        status=str(row["status"]),
        realisasi=reached,
        target=planned,
        satuan=_text(row["satuan"]),
        konsolidasi=_text(row["konsolidasi"]),
        polaritas=_text(row["polaritas"]),
    )


def _of_quarter(k: Konteks, row: pd.Series) -> tuple[float | None, float | None]:
    """What this quarter alone brought, and its target; nothing where one of the two is missing."""
    quarters = _quarters(k, str(row["kode_indikator"]))
    reached, planned = (float(quarters[column].loc[k.triwulan]) for column in ("realisasi", "target"))
    if k.ukuran == "tahun" or pd.isna(reached) or pd.isna(planned):
        return None, None
    return reached, planned


def _quarters(k: Konteks, kode: str) -> pd.DataFrame:
    """The indicator's quarters as they were reported, indexed by quarter."""
    rows = year(k).triwulanan
    return rows[rows["kode_indikator"] == kode].set_index("triwulan")


@st.cache_resource(max_entries=256, show_spinner=False)
def quarter_chart(k: Konteks, kode_unit: str, kode: str) -> Grafik:
    """The value up to each quarter against its target."""
    row = find(k, kode_unit, kode)
    if row is None:
        raise KeyError(kode)
    data = year(k)
    last_year = _last_year(k, kode_unit, str(row["kunci"]))
    reported = [quarter for quarter in TRIWULAN if quarter <= data.terakhir]
    frame = pd.DataFrame(
        {
            "triwulan": TRIWULAN,
            "realisasi": [
                row[f"realisasi_sd_{quarter}"] if quarter in reported else math.nan for quarter in TRIWULAN
            ],
            "target": [row[f"target_sd_{quarter}"] for quarter in TRIWULAN],
            "realisasi_lalu": [last_year.get(quarter, math.nan) for quarter in TRIWULAN],
            "keterangan": [_word(k, kode, quarter) for quarter in TRIWULAN],
        }
    )
    joined = KATA_KONSOLIDASI.get(_text(row["konsolidasi"]) or "", "cara gabung belum ditetapkan")
    unit = _text(row["satuan"])
    band = str(row["predikat"]) if row["status"] == "dinilai" else None
    return Grafik(
        "Triwulan demi triwulan",
        f"Sampai tiap triwulan ({joined}){f', {unit}' if unit else ''}. Garis tebal: target.",
        garis(frame, k.instansi.aturan, triwulan=k.triwulan, tahun=k.tahun, predikat=band, satuan=unit),
        alt_garis(frame, str(row["uraian"]), triwulan=k.triwulan, satuan=unit),
    )


def _word(k: Konteks, kode: str, quarter: int) -> str:
    data = year(k)
    if quarter > data.terakhir:
        return "belum berjalan"
    measured = data.terukur[quarter]
    status = measured.loc[measured["kode_indikator"] == kode, f"status_{k.ukuran}"].iloc[0]
    return "belum lapor" if status == "dinilai" else kata_status(str(status))


def _last_year(k: Konteks, kode_unit: str, kunci: str) -> dict[int, float]:
    """The same indicator's value up to each quarter a year before, where it was kept."""
    if k.tahun - 1 not in list_tahun(k.instansi.kode, k.versi):
        return {}
    data = year_of(k.instansi, k.tahun - 1, k.versi, k.pelaku.cakupan)
    same = (data.indikator["kunci"] == kunci) & (data.indikator["kode_unit"] == kode_unit)
    if not same.any():
        return {}
    return {q: float(data.terukur[q].loc[same.to_numpy(), "realisasi_tahun_sd"].iloc[0]) for q in TRIWULAN}


def comparisons(k: Konteks, row: pd.Series) -> Html:
    """The realisasi to date against every target there is, each judged alike."""
    unit = _text(row["satuan"])
    measured = year(k).terukur[k.triwulan]
    own = measured[measured["kode_indikator"] == row["kode_indikator"]].iloc[0]
    yearly = own["realisasi_tahun_sd"]
    lines = []
    for words, planned, reached, status in (
        (f"Target s.d. {tw(k.triwulan)}", own["target_sd"], own["realisasi_sd"], str(own["status_triwulan"])),
        (f"Target tahun {k.tahun}", row["target_tahunan"], yearly, str(own["status_tahun"])),
        ("PK murni, sebelum diubah", row["target_tahunan_murni"], yearly, str(own["status_tahun"])),
        ("Renstra", row["target_renstra"], yearly, "dinilai" if str(own["status_tahun"]) == "dinilai" else ""),
    ):
        if pd.isna(planned) and words.startswith(("PK", "Renstra")):
            continue
        lines.append((words, *_compared(k.instansi.aturan, row, reached, planned, status, unit)))
    if not pd.isna(row["realisasi_lalu"]):
        lines.append(("Realisasi s.d. tahun lalu", "–", format_nilai(row["realisasi_lalu"], unit), "–", ""))
    heads = [
        Kolom("Pembanding"),
        Kolom("Target", kanan=True),
        Kolom("Realisasi", kanan=True),
        Kolom("Capaian, %", kanan=True),
        Kolom("Predikat"),
    ]
    return tabel(heads, lines)


def _compared(
    aturan: Aturan, row: pd.Series, reached: float, planned: float, status: str, unit: str | None
) -> tuple[str, str, str, str | Html]:
    shown = (format_nilai(planned, unit), format_nilai(reached, unit))
    if status != "dinilai":
        return (*shown, "–", cip_status(status or "belum_akhir_tahun"))
    raw = capaian(pd.Series([reached]), pd.Series([planned]), str(row["polaritas"]), aturan=aturan)
    band = band_of(skor(raw, aturan=aturan), aturan=aturan).iloc[0]
    if pd.isna(band):
        return (*shown, "–", cip_status("perlu_penilaian_manual"))
    return (*shown, format_skor(raw.iloc[0], aturan), predikat(str(band), gaya_predikat(aturan)[str(band)]))


@st.cache_resource(max_entries=256, show_spinner=False)
def explanation(k: Konteks, kode_unit: str, kode: str) -> Html:
    """The panel "Bagaimana angka ini dibuat" of one indicator, and its history."""
    row = find(k, kode_unit, kode)
    if row is None:
        raise KeyError(kode)
    aturan = k.instansi.aturan
    polaritas = _text(row["polaritas"])
    kept = store.history(engine(), kode)
    quarters = _quarters(k, kode).loc[1 : k.triwulan]
    unit = _text(row["satuan"])
    named = NAMA_RUMUS.get((polaritas or "", aturan.rumus_minimal), "polaritas belum ditetapkan")
    assessed = row["status"] == "dinilai"
    return bagaimana(
        Penjelasan(
            aturan=f"Aturan {aturan.nama}{' (contoh)' if aturan.contoh else ''} · {named}",
            kepala=[*(tw(quarter) for quarter in quarters.index), f"s.d. {tw(k.triwulan)}"],
            masuk=_inputs(k, row, quarters),
            gabung=_joining(k, row, quarters),
            rumus=_formula(k, row) if assessed else None,
            tanpa_rumus=_no_formula(k, row),
            batas=_clipping(row, aturan) if assessed else "",
            penggaris=_ruler(row, aturan) if assessed else None,
            pita=_band_sentence(row, aturan) if assessed else "",
            sumber=_sources(k, kept),
            riwayat=_events(kept, unit),
        )
    )


def _inputs(k: Konteks, row: pd.Series, quarters: pd.DataFrame) -> list[tuple[str, list[str]]]:
    unit = _text(row["satuan"])

    def cells(column: str, total: float) -> list[str]:
        words = quarters[f"{column}_teks"]
        told = [
            format_nilai(value, unit) if pd.isna(word) else str(word)
            for value, word in zip(quarters[column], words, strict=True)
        ]
        return [*told, format_nilai(total, unit)]

    if k.ukuran == "tahun":
        blank = ["" for _ in quarters.index]
        word, planned = _text(row["target_tahunan_teks"]), format_nilai(row["target_tahunan"], unit)
        return [
            ("Realisasi", cells("realisasi", row["realisasi_sd"])),
            ("Target tahun", [*blank, f"{word} = {planned}" if word else planned]),
        ]
    return [
        ("Realisasi", cells("realisasi", row["realisasi_sd"])),
        ("Target", cells("target", row["target_sd"])),
    ]


def _joining(k: Konteks, row: pd.Series, quarters: pd.DataFrame) -> str:
    way = _text(row["konsolidasi"])
    if way is None:
        return "Cara menggabung triwulan belum ditetapkan."
    if row["status"] != "dinilai" or quarters["realisasi"].isna().all():
        return f"Digabung dengan cara {KATA_KONSOLIDASI[way]}."
    told = kalimat_gabung(way, list(quarters["realisasi"]), float(row["realisasi_sd"]), _text(row["satuan"]))
    acuan = row["triwulan_acuan"]
    if way == "nilai_akhir" and k.ukuran == "triwulan" and not pd.isna(acuan) and int(acuan) < k.triwulan:
        told += f" Dibandingkan dengan target {tw(int(acuan))}."
    return told


def _bounds(k: Konteks, row: pd.Series) -> tuple[float, float]:
    lower, upper = (
        ("target_bawah", "target_atas") if k.ukuran == "tahun" else ("target_bawah_sd", "target_atas_sd")
    )
    return float(row[lower]), float(row[upper])


def _text_formula(k: Konteks, row: pd.Series) -> TeksRumus:
    lower, upper = _bounds(k, row)
    return formula(
        float(row["realisasi_sd"]),
        float(row["target_sd"]),
        str(row["polaritas"]),
        k.instansi.aturan,
        bawah=lower,
        atas=upper,
        satuan=_text(row["satuan"]),
    )


def _formula(k: Konteks, row: pd.Series) -> Rumus | None:
    text = _text_formula(k, row)
    if text.kalimat:
        return None
    return Rumus(text.pecahan, text.angka, exact(float(row["capaian"])), awal=text.awal, akhir=text.akhir)


def _no_formula(k: Konteks, row: pd.Series) -> str:
    if row["status"] == "dinilai":
        return _text_formula(k, row).kalimat
    return f"Belum ada capaian: {kata_status(str(row['status']))}."


def _clipping(row: pd.Series, aturan: Aturan) -> str:
    raw, clipped = float(row["capaian"]), float(row["skor"])
    side = "atas" if clipped < raw else "bawah" if clipped > raw else None
    return kalimat_batas(exact(raw), bawah=aturan.batas_bawah, atas=aturan.batas_atas, terpotong=side)


def _ruler(row: pd.Series, aturan: Aturan) -> Penggaris:
    looks = gaya_predikat(aturan)
    value = float(row["skor"])
    bands = [
        (max(band.batas, 0.0), format_batas(max(band.batas, 0.0)), band.label, looks[band.label])
        for band in reversed(aturan.predikat)
    ]
    end = aturan.batas_atas or max(value, 100.0)
    return Penggaris(bands, value, format_skor(value, aturan), str(row["predikat"]), akhir=end)


def _band_sentence(row: pd.Series, aturan: Aturan) -> str:
    labels = [band.label for band in aturan.predikat]
    place = labels.index(str(row["predikat"]))
    lower = aturan.predikat[place].batas
    upper = aturan.predikat[place - 1].batas if place else None
    return kalimat_pita(exact(float(row["skor"])), None if math.isinf(lower) else lower, upper, tepi=aturan.tepi)


def _sources(k: Konteks, kept: pd.DataFrame) -> list[Sumber]:
    """The cell of the quarter's realisasi, pictured in its sheet; where it is blank, the last one before."""
    cells = kept[
        kept["berlaku"] & (kept["jenis"] == "realisasi") & (kept["triwulan"] <= k.triwulan) & kept["sel"].notna()
    ].sort_values("triwulan")
    if cells.empty:
        return []
    cell = cells.iloc[-1]
    sent = format_waktu(cell["waktu"].to_pydatetime())
    return [
        Sumber(
            sel=f"{cell['lembar']}!{cell['sel']}",
            berkas=str(cell["berkas"]),
            jejak=f"sha256 {cell['sha256'][:8]}…{cell['sha256'][-4:]} · dikirim {cell['pelaku']}, {sent}",
            cuplikan=_excerpt(cell),
        )
    ]


def _excerpt(cell: pd.Series) -> Html | None:
    """The cell in its sheet: its row and the ones around, with the words of the row and the columns before it."""
    place = re.fullmatch(r"([A-Z]+)(\d+)", str(cell["sel"]))
    if place is None:
        return None
    letters, number = place.group(1), int(place.group(2))
    columns = [column_letter(position) for position in range(1, column_number(letters) + 1)]
    first = max(number - SEKITAR, 1)
    rows = _rows(str(cell["sha256"]), str(cell["lembar"]), first, number + SEKITAR, tuple(columns[-KOLOM_DIBACA:]))
    columns = columns[-KOLOM_DIBACA:]
    own = rows[number - first]
    words = max(range(len(own)), key=lambda position: len(own[position]))
    before = [position for position, text in enumerate(own[:-1]) if text and position != words][-KOLOM_SEBELUM:]
    shown = sorted({words, *before, len(own) - 1})
    return lembar(
        [
            KolomLembar(
                columns[position],
                "realisasi" if position == len(own) - 1 else "abai",
                lebar=230 if position == words else 74,
                kiri=position == words,
            )
            for position in shown
        ],
        [
            BarisLembar(first + offset, [cells[position] for position in shown])
            for offset, cells in enumerate(rows)
        ],
        {str(cell["sel"]): SelTanda("sorot")},
    )


@st.cache_resource(max_entries=256, show_spinner=False)
def _rows(sha256: str, name: str, first: int, last: int, columns: tuple[str, ...]) -> list[list[str]]:
    return sheet_rows(store.read_berkas(engine(), sha256), name, first, last, columns)


def _events(kept: pd.DataFrame, unit: str | None) -> list[Peristiwa]:
    """What was said of this indicator's figures, newest first."""
    told = kept[kept["jenis"].isin(list(RIWAYAT))].head(24)
    events = []
    for item in told.to_dict("records"):
        quarter = "" if pd.isna(item["triwulan"]) else f" {tw(int(item['triwulan']))}"
        words = f"{RIWAYAT[item['jenis']]}{quarter}"
        document = f", {item['dokumen']}" if _text(item["dokumen"]) else ""
        withdrawn = ", ditarik" if item["ditarik"] else ""
        cell = f" {cip_sel(item['sel'])}" if _text(item["sel"]) else ""
        value = item["teks"] if _text(item["teks"]) else format_nilai(item["angka"], unit)
        events.append(
            Peristiwa(
                format_waktu(item["waktu"].to_pydatetime()),
                Html(f"{isi(words + document + withdrawn)} · {isi(item['pelaku'])}{cell}"),
                str(value),
                bool(item["berlaku"]),
            )
        )
    return events


def context_line(k: Konteks, kode_unit: str, row: pd.Series) -> str:
    """Where the indicator stands: unit, jenjang, path."""
    parts = [str(unit_row(k, kode_unit)["nama"]), _text(row["jenjang"]), _text(row["induk"])]
    weight = None if pd.isna(row["bobot"]) else f"bobot {format_angka(row['bobot'], 0)}"
    return " · ".join(part for part in (*parts, weight) if part)


def notes(row: pd.Series) -> Html:
    """What the unit wrote: hindrance, solution, follow-up."""
    lines = [
        (words, value)
        for words, value in (
            ("Kendala", _text(row["kendala"])),
            ("Solusi", _text(row["solusi"])),
            ("Rencana tindak lanjut", _text(row["rencana_tindak_lanjut"])),
            ("Penanggung jawab", _text(row["pic"])),
            ("Batas waktu", due_date(row["batas_waktu"])),
        )
        if value
    ]
    return tabel(
        [Kolom("", lebar="180px"), Kolom("")], lines, kosong="Unit tidak menuliskan kendala atau tindak lanjut."
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
