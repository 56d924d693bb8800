"""The wide charts again for a phone: the same frames as small tables, worst first.

A chart is drawn for one width and Streamlit does not know the screen's. So the page gives the browser both, the
chart in a container keyed ``lebar_…`` and the table here, and the style sheet shows one. The table costs a few
kilobytes and no script; it also prints and is read aloud.
"""

from __future__ import annotations

import pandas as pd

from sakip_app.charts.tokens import gaya_predikat
from sakip_app.markup.marks import predikat, tanda
from sakip_app.markup.safe import Html, isi
from sakip_app.text.bands import AturanPita
from sakip_app.text.numbers import format_pasangan, format_skor
from sakip_app.text.words import kata_status, tw

_TANDA_KOSONG = {"belum dijadwalkan": "○", "tanpa target": "□", "belum berjalan": "–"}


def peta_ponsel(frame: pd.DataFrame, aturan: AturanPita, *, triwulan: int) -> Html:
    """The map for a phone: quarters up to the current one, worst first, words short and explained in the key.

    Args:
        frame: as for ``sakip_app.charts.peta.peta``.
        aturan: rule in force.
        triwulan: current quarter.
    """
    gaya = gaya_predikat(aturan)
    kolom = range(max(1, triwulan - 2), triwulan + 1)
    urut = frame.sort_values(f"nilai_{triwulan}", na_position="last", kind="stable")
    kepala = "".join(f'<th scope="col"{" class=kini" if q == triwulan else ""}>{tw(q)}</th>' for q in kolom)
    badan, dipakai = "", set()
    for b in urut.to_dict("records"):
        sel = ""
        for q in kolom:
            if not pd.isna(b[f"nilai_{q}"]):
                p = gaya[str(b[f"predikat_{q}"])]
                sign = f"<i>{p.tanda}</i>" if p.tertinggal else ""
                sel += f'<td class="sk-isi-{p.posisi}">{sign}{isi(format_skor(b[f"nilai_{q}"], aturan))}</td>'
                continue
            kata = str(b[f"keterangan_{q}"])
            dipakai.add(kata)
            kelas = "putus" if kata in {"belum lapor", "terlambat"} else "kosong"
            bahaya = " sk-bahaya" if kata == "terlambat" else ""
            pendek = {"belum lapor": "belum", "terlambat": "lambat"}.get(kata, _TANDA_KOSONG.get(kata, "□"))
            sel += f'<td class="{kelas}{bahaya}" title="{isi(kata)}" aria-label="{isi(kata)}">{isi(pendek)}</td>'
        kini = gaya.get(str(b[f"predikat_{triwulan}"]))
        tebal = ' class="tebal"' if kini and kini.tertinggal and not pd.isna(b[f"nilai_{triwulan}"]) else ""
        badan += f'<tr><th scope="row"{tebal}>{isi(str(b["nama"]))}</th>{sel}</tr>'
    kunci = "".join(predikat(label, p) for label, p in gaya.items())
    kunci += "".join(f"<span>{t} {kata}</span>" for kata, t in _TANDA_KOSONG.items() if kata in dipakai)
    kunci += "<span>belum = belum lapor</span>" if "belum lapor" in dipakai else ""
    kunci += "<span>lambat = terlambat lapor</span>" if "terlambat" in dipakai else ""
    return Html(
        f'<div class="sk-hanya-ponsel"><div class="sk-kunci">{kunci}</div><table class="sk-peta-ponsel">'
        f"<thead><tr><th></th>{kepala}</tr></thead><tbody>{badan}</tbody></table></div>"
    )


def peringkat_ponsel(frame: pd.DataFrame, aturan: AturanPita) -> Html:
    """The ranking for a phone: rank, name, sign, skor; without a rank the word.

    Args:
        frame: as for ``sakip_app.charts.peringkat.peringkat``.
        aturan: rule in force.
    """
    gaya = gaya_predikat(aturan)
    badan = ""
    for b in frame.to_dict("records"):
        ada_peringkat, ada_nilai = not pd.isna(b["peringkat"]), not pd.isna(b["nilai"])
        p = gaya.get(str(b["predikat"])) if ada_nilai else None
        kata = "" if pd.isna(b["keterangan"]) else str(b["keterangan"])
        tebal = ' class="tebal"' if p and p.tertinggal and ada_peringkat else ""
        kanan = f"{tanda(p)} {isi(format_skor(b['nilai'], aturan))}" if p else ""
        if not ada_peringkat:
            kanan = (
                f'{kanan} <span class="{"sk-bahaya" if kata == "terlambat" else "sk-redup"}">{isi(kata)}</span>'
            )
        urutan = str(b["peringkat"]) if ada_peringkat else "–"
        nama = isi(str(b["nama"]))
        badan += f'<tr{tebal}><td class="no">{urutan}</td><td>{nama}</td><td class="kanan">{kanan}</td></tr>'
    return Html(
        f'<div class="sk-hanya-ponsel"><table class="sk-tabel sk-peringkat-ponsel"><tbody>{badan}</tbody></table>'
        "</div>"
    )


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
        r, t = format_pasangan(b["realisasi_sd"], b["target_sd"], b["satuan"])
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
