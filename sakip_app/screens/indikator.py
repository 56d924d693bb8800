"""Indikator, prepared: one indicator, its quarters, and every target beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from sakip_app.charts.garis import alt_garis, garis
from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import cip_status, predikat
from sakip_app.markup.safe import Html, gabung_html, isi
from sakip_app.markup.tables import Kolom, tabel
from sakip_app.screens.context import Konteks
from sakip_app.screens.figure import Grafik
from sakip_app.screens.measured import TRIWULAN, unit_row, year
from sakip_app.screens.unit import rows_of
from sakip_app.screens.years import change, last_year, plan_table, planned, until_quarters
from sakip_app.text import sentences
from sakip_app.text.dates import due_date
from sakip_app.text.numbers import format_angka, format_nilai, format_skor
from sakip_app.text.words import KATA_KONSOLIDASI, kata_status, stated, tw
from sakip_metrics import Aturan, capaian, skor
from sakip_metrics import predikat as band_of


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
        satuan=stated(row["satuan"]),
        konsolidasi=stated(row["konsolidasi"]),
        polaritas=stated(row["polaritas"]),
    )


def _of_quarter(k: Konteks, row: pd.Series) -> tuple[float | None, float | None]:
    """What this quarter alone brought, and its target; nothing where one of the two is missing."""
    quarters = quarters_of(k, str(row["kode_indikator"]))
    reached, planned = (float(quarters[column].loc[k.triwulan]) for column in ("realisasi", "target"))
    if k.ukuran == "tahun" or pd.isna(reached) or pd.isna(planned):
        return None, None
    return reached, planned


def quarters_of(k: Konteks, kode: str) -> pd.DataFrame:
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
    before = until_quarters(k, kode_unit, str(row["kunci"]), k.tahun - 1)
    own = quarters_of(k, kode)
    # What was reported earlier is no figure of a quarter that said nothing.
    said = own["realisasi"].notna() | own["realisasi_teks"].notna()
    reported = [quarter for quarter in TRIWULAN if quarter <= data.terakhir and said[quarter]]
    frame = pd.DataFrame(
        {
            "triwulan": TRIWULAN,
            "realisasi": [
                row[f"realisasi_sd_{quarter}"] if quarter in reported else math.nan for quarter in TRIWULAN
            ],
            "target": [row[f"target_sd_{quarter}"] for quarter in TRIWULAN],
            "realisasi_lalu": [before.get(quarter, math.nan) for quarter in TRIWULAN],
            "keterangan": [_word(k, kode, quarter) for quarter in TRIWULAN],
        }
    )
    joined = KATA_KONSOLIDASI.get(stated(row["konsolidasi"]) or "", "cara gabung belum ditetapkan")
    unit = stated(row["satuan"])
    band = str(row["predikat"]) if row["status"] == "dinilai" else None
    if frame["target"].isna().all():
        drawn = "Belum ada target."
    else:
        drawn = "Garis tebal di TW IV: target tahun." if k.ukuran == "tahun" else "Garis tebal: target."
    return Grafik(
        "Triwulan demi triwulan",
        f"Sampai tiap triwulan ({joined}){f', {unit}' if unit else ''}. {drawn}",
        garis(frame, k.instansi.aturan, triwulan=k.triwulan, tahun=k.tahun, predikat=band, satuan=unit),
        alt_garis(frame, str(row["uraian"]), triwulan=k.triwulan, satuan=unit),
    )


def _word(k: Konteks, kode: str, quarter: int) -> str:
    data = year(k)
    if quarter > data.terakhir:
        return "belum berjalan"
    measured = data.terukur[quarter]
    own = measured[measured["kode_indikator"] == kode].iloc[0]
    status, judged_by = own[f"status_{k.ukuran}"], own["triwulan_acuan"]
    if status != "dinilai":
        return kata_status(str(status))
    return "belum lapor" if pd.isna(judged_by) or int(judged_by) == quarter else f"seperti {tw(int(judged_by))}"


def comparisons(k: Konteks, row: pd.Series) -> Html:
    """The realisasi to date beside every target there is, then the years of the plan.

    The two measures stand as they were measured; what changed since last year is said first.
    """
    unit, ranks = stated(row["satuan"]), row["kata"]
    measured = year(k).terukur[k.triwulan]
    own = measured[measured["kode_indikator"] == row["kode_indikator"]].iloc[0]
    yearly = format_nilai(own["realisasi_tahun_sd"], unit, ranks)
    lines: list[tuple[str, str, str, str, str | Html]] = [
        (
            f"Target s.d. {tw(k.triwulan)}",
            _target(own, "target_sd", "target_bawah_sd", "target_atas_sd", unit, ranks),
            format_nilai(own["realisasi_sd"], unit, ranks),
            *_judged(k.instansi.aturan, own, "triwulan"),
        ),
        (
            f"Target tahun {k.tahun}",
            _target(own, "target_tahunan", "target_bawah", "target_atas", unit, ranks),
            yearly,
            *_judged(k.instansi.aturan, own, "tahun"),
        ),
    ]
    if not pd.isna(row["target_tahunan_murni"]):
        target = float(row["target_tahunan_murni"])
        lines.append(
            ("PK murni, sebelum diubah", format_nilai(target, unit, ranks), yearly, *_against(k, own, target))
        )
    plan = planned(k, row)
    if k.tahun in plan:
        target = plan[k.tahun]
        lines.append((f"Renstra {k.tahun}", format_nilai(target, unit, ranks), yearly, *_against(k, own, target)))
    elif not pd.isna(row["target_renstra"]):
        target = float(row["target_renstra"])
        # Increments of one year do not add up to a plan of five: there only what the sheet itself says is shown.
        compared = ("–", "") if row["konsolidasi"] == "jumlah" else _against(k, own, target)
        lines.append(("Renstra, akhir periode", format_nilai(target, unit, ranks), yearly, *compared))
    lines += [(told, "–", format_nilai(value, unit, ranks), "–", "") for told, value in last_year(k, row)]
    if not pd.isna(row["capaian_tercetak"]):
        lines.append(
            ("Tercetak di lembar", "–", "–", format_angka(row["capaian_tercetak"]), "tidak dihitung ulang")
        )
    heads = [
        Kolom("Pembanding"),
        Kolom("Target", kanan=True),
        Kolom("Realisasi", kanan=True),
        Kolom("Capaian, %", kanan=True),
        Kolom("Predikat"),
    ]
    moved = change(k, row)
    sentence = Html(f'<p class="sk-perubahan">{isi(moved)}</p>' if moved else "")
    return gabung_html([sentence, tabel(heads, lines), plan_table(k, row)])


def _target(
    own: pd.Series, plain: str, lower: str, upper: str, unit: str | None, ranks: Mapping[float, str]
) -> str:
    """A target as a number or, where it is a range, as its bounds."""
    bounds = [own.get(lower, math.nan), own.get(upper, math.nan)]
    if all(pd.isna(bound) for bound in bounds):
        return format_nilai(own[plain], unit, ranks)
    low, high = (format_nilai(bound, unit, ranks) for bound in bounds)
    return f"≥ {low}" if pd.isna(bounds[1]) else f"≤ {high}" if pd.isna(bounds[0]) else f"{low}–{high}"


def _judged(aturan: Aturan, own: pd.Series, ukuran: str) -> tuple[str, str | Html]:
    """Capaian and predikat of one measure, or why there is none."""
    if own[f"status_{ukuran}"] != "dinilai":
        return "–", cip_status(str(own[f"status_{ukuran}"]))
    band = str(own[f"predikat_{ukuran}"])
    return format_skor(own[f"capaian_{ukuran}"], aturan), predikat(band, gaya_predikat(aturan)[band])


def _against(k: Konteks, own: pd.Series, planned: float) -> tuple[str, str | Html]:
    """The year's realisasi measured against another target, when the year can be measured at all."""
    aturan = k.instansi.aturan
    if own["status_tahun"] != "dinilai":
        return "–", cip_status(str(own["status_tahun"]))
    reached = pd.Series([own["realisasi_tahun_sd"]])
    raw = capaian(reached, pd.Series([planned]), str(own["polaritas"]), aturan=aturan)
    band = band_of(skor(raw, aturan=aturan), aturan=aturan).iloc[0]
    if pd.isna(band):
        return "–", cip_status("perlu_penilaian_manual")
    return format_skor(raw.iloc[0], aturan), predikat(str(band), gaya_predikat(aturan)[str(band)])


def context_line(k: Konteks, kode_unit: str, row: pd.Series) -> str:
    """Where the indicator stands: unit, jenjang, path."""
    parts = [str(unit_row(k, kode_unit)["nama"]), stated(row["jenjang"]), stated(row["induk"])]
    weight = None if pd.isna(row["bobot"]) else f"bobot {format_angka(row['bobot'], 0)}"
    return " · ".join(part for part in (*parts, weight) if part)


def notes(row: pd.Series) -> Html:
    """What the unit wrote: hindrance, solution, follow-up."""
    lines = [
        (words, value)
        for words, value in (
            ("Kendala", stated(row["kendala"])),
            ("Solusi", stated(row["solusi"])),
            ("Rencana tindak lanjut", stated(row["rencana_tindak_lanjut"])),
            ("Penanggung jawab", stated(row["pic"])),
            ("Batas waktu", due_date(row["batas_waktu"])),
        )
        if value
    ]
    return tabel(
        [Kolom("", lebar="180px"), Kolom("")], lines, kosong="Unit tidak menuliskan kendala atau tindak lanjut."
    )
