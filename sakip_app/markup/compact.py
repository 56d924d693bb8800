"""The wide charts again for a phone: the same frames as small tables, worst first.

A chart is drawn for one width and Streamlit does not know the screen's. So the page gives the browser both, the
chart in a container keyed ``lebar_…`` and the table here, and the style sheet shows one. The table costs a few
kilobytes and no script; it also prints and is read aloud.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import predikat
from sakip_app.markup.safe import Html, isi
from sakip_app.text.bands import AturanPita
from sakip_app.text.numbers import format_pasangan, format_skor
from sakip_app.text.words import KATA_SEL_PENDEK, kata_status, tw

_KOLOM_PONSEL = 3


def peringkat_ponsel(
    frame: pd.DataFrame,
    aturan: AturanPita,
    *,
    triwulan: int,
    per_triwulan: Mapping[int, AturanPita] | None = None,
) -> Html:
    """The key of the ranking and, for a narrow screen, its table: worst first, the quarters up to the current one.

    Args:
        frame: as for ``sakip_app.charts.peringkat.peringkat``.
        aturan: rule in force.
        triwulan: current quarter.
        per_triwulan: the rule each quarter was judged under, where it is not ``aturan``.
    """
    rules = {**dict.fromkeys(range(1, 5), aturan), **(per_triwulan or {})}
    kolom = range(max(1, triwulan - _KOLOM_PONSEL + 1), triwulan + 1)
    kepala = "".join(f'<th scope="col"{" class=kini" if q == triwulan else ""}>{tw(q)}</th>' for q in kolom)
    berperingkat = frame["peringkat"].notna()
    urut = pd.concat([frame[berperingkat].iloc[::-1], frame[~berperingkat]])
    badan = "".join(_baris_peringkat(b, rules, kolom) for b in urut.to_dict("records"))
    kosong = {
        str(kata)
        for q in range(1, triwulan + 1)
        for kata in frame.loc[frame[f"nilai_{q}"].isna(), f"keterangan_{q}"]
    }
    kunci = "".join(predikat(label, p) for label, p in gaya_predikat(aturan).items())
    kunci += "".join(f"<span>{tanda} = {kata}</span>" for kata, tanda in KATA_SEL_PENDEK.items() if kata in kosong)
    return Html(
        f'<div class="sk-kunci">{kunci}</div><div class="sk-hanya-ponsel"><table class="sk-peringkat-ponsel">'
        f'<thead><tr><th class="no"></th><th></th>{kepala}</tr></thead><tbody>{badan}</tbody></table></div>'
    )


def _baris_peringkat(b: dict[Hashable, Any], rules: Mapping[int, AturanPita], kolom: range) -> str:
    sel, gaya = "", {q: gaya_predikat(rule) for q, rule in rules.items()}
    for q in kolom:
        if not pd.isna(b[f"nilai_{q}"]):
            p = gaya[q][str(b[f"predikat_{q}"])]
            sign = f"<i>{p.tanda}</i>" if p.tertinggal else ""
            sel += f'<td class="sk-isi-{p.posisi}">{sign}{isi(format_skor(b[f"nilai_{q}"], rules[q]))}</td>'
            continue
        kata = str(b[f"keterangan_{q}"])
        kelas = "putus" if kata in {"belum lapor", "terlambat"} else "kosong"
        bahaya = " sk-bahaya" if kata == "terlambat" else ""
        pendek = KATA_SEL_PENDEK.get(kata, kata)
        sel += f'<td class="{kelas}{bahaya}" title="{isi(kata)}" aria-label="{isi(kata)}">{isi(pendek)}</td>'
    kini = kolom[-1]
    bernilai, berperingkat = not pd.isna(b[f"nilai_{kini}"]), not pd.isna(b["peringkat"])
    tebal = ' class="tebal"' if bernilai and gaya[kini][str(b[f"predikat_{kini}"])].tertinggal else ""
    jenjang = "" if pd.isna(b["jenjang"]) else f" ({b['jenjang']})"
    alasan = "" if berperingkat or not bernilai or pd.isna(b["keterangan"]) else str(b["keterangan"])
    ekor = f"<small>{isi(alasan)}</small>" if alasan else ""
    urutan = str(b["peringkat"]) if berperingkat else "–"
    nama = f'<th scope="row"{tebal}>{isi(str(b["nama"]))}{isi(jenjang)}{ekor}</th>'
    return f'<tr><td class="no">{urutan}</td>{nama}{sel}</tr>'


def peluru_ponsel(frame: pd.DataFrame, aturan: AturanPita, *, triwulan: int) -> Html:
    """The bullets for a phone: name, bar with the target as a tick, realisasi and predikat below.

    Args:
        frame: as for ``sakip_app.charts.peluru.peluru``.
        aturan: rule in force.
        triwulan: current quarter.
    """
    gaya = gaya_predikat(aturan)
    badan = ""
    for b in frame.to_dict("records"):
        p = gaya.get(str(b["predikat"])) if b["status"] == "dinilai" else None
        r, t = format_pasangan(b["realisasi_sd"], b["target_sd"], b["satuan"], b["kata"])
        satuan = "" if pd.isna(b["satuan"]) else str(b["satuan"])
        if p is None:
            bawah = f'<span class="sk-redup">{isi(kata_status(str(b["status"])))}</span>'
            badan += f'<li><b>{isi(str(b["nama"]))}</b><div class="bawah">{bawah}</div></li>'
            continue
        hubung = "batas" if b["polaritas"] == "minimal" else "dari"
        puncak = max([n for n in (b["realisasi_sd"], b["target_sd"], b["target_tahunan"]) if not pd.isna(n)])
        batang = ""
        if puncak > 0:
            lebar, takik = (max(0.0, float(n)) / float(puncak) * 100 for n in (b["realisasi_sd"], b["target_sd"]))
            batang = (
                f'<div class="rel" aria-hidden="true"><i class="sk-isi-{p.posisi}" style="width:{lebar:.1f}%"></i>'
                f'<u style="left:{takik:.1f}%"></u></div>'
            )
        kiri = f"<span><b>{r}</b> {hubung} {t} {isi(satuan)}</span>"
        kanan = f"<span>{predikat(str(b['predikat']), p)} <b>{isi(format_skor(b['capaian'], aturan))}</b></span>"
        badan += f'<li><b>{isi(str(b["nama"]))}</b>{batang}<div class="bawah">{kiri}{kanan}</div></li>'
    return Html(
        f'<div class="sk-hanya-ponsel"><p class="sk-redup">Garis tegak: target s.d. {tw(triwulan)}</p>'
        f'<ul class="sk-peluru-ponsel">{badan}</ul></div>'
    )
