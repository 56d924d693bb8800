"""Speaker notes: where the figures come from, and whatever the slide shows shortened, whole."""

from __future__ import annotations

from xml.sax.saxutils import escape

from sakip_app.reports.pptx.canvas import BAHASA, HURUF
from sakip_app.reports.pptx.measure import bersih
from sakip_app.reports.slides import (
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidUnit,
)


def baris_catatan(slaid: Slaid) -> list[str]:
    """The notes of a slide, a line each."""
    isi: list[str] = []
    match slaid:
        case SlaidAgenda():
            for butir in slaid.percaya:
                isi += [
                    butir.teks,
                    *([f"{butir.judul}:"] if butir.rincian else []),
                    *(f"– {r}" for r in butir.rincian),
                ]
        case SlaidJanji():
            isi += [_gabung(b.apa, b.unit, b.penanggung_jawab, b.tenggat, b.kata, b.catatan) for b in slaid.baris]
        case SlaidInstansi():
            isi += [f"{t.nama} {t.teks}" for t in slaid.kini if t.disebut]
        case SlaidPeringkat():
            isi += [_gabung(f"{b.peringkat} {b.nama}", b.teks, b.predikat, b.arah) for b in slaid.baris]
        case SlaidMerah():
            for m in slaid.baris:
                isi.append(_gabung(f"{m.nama} {m.teks} {m.predikat}", m.penahan))
                isi += [f"Kendala: {m.kendala}"] * bool(m.kendala)
                isi.append(f"Tindak lanjut: {m.tindak_lanjut or 'belum ada'} ({m.kata})")
        case SlaidUnit():
            isi += _unit(slaid)
        case SlaidKeputusan():
            isi += [_gabung(b.apa, b.unit, b.penanggung_jawab, b.tenggat, b.ukuran, b.kata) for b in slaid.baris]
        case _:
            pass
    return [*isi, *slaid.sumber]


def _unit(slaid: SlaidUnit) -> list[str]:
    nama = dict(slaid.pilihan) | {satu.kode: satu.nama for satu in slaid.penahan}
    isi: list[str] = []
    for satu in slaid.penahan:
        isi.append(f"{satu.nama}: {satu.realisasi} {satu.pembanding}, {satu.capaian}")
        isi += [f"Kendala: {satu.kendala}"] * bool(satu.kendala)
    for tanya in slaid.tanya:
        dari = "; ".join(nama.get(kode, kode) for kode in tanya.indikator)
        isi.append(f"Tanya: {tanya.teks}" + (f" (indikator: {dari})" if dari else ""))
    return isi


def _gabung(*isi: str) -> str:
    return " · ".join(satu for satu in isi if satu)


def catatan_xml(baris: list[str]) -> str:
    """The part ``notesSlide`` with these lines."""
    isi = "".join(
        f'<a:p><a:r><a:rPr lang="{BAHASA}" dirty="0"><a:latin typeface="{HURUF}"/></a:rPr>'
        f"<a:t>{escape(bersih(satu))}</a:t></a:r></a:p>"
        for satu in baris
    )
    kosong = f'<a:p><a:endParaRPr lang="{BAHASA}"/></a:p>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<p:notes xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>'
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Gambar slaid"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Catatan"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{isi or kosong}</p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
