"""Whatever the quarter holds, every sentence is well formed and knows what it speaks of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sakip_app.narration import Kalimat, paragraf_unit, pertanyaan_unit, sorotan
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_metrics import ATURAN_BAKU, KONSOLIDASI, POLARITAS, STATUS, Aturan, PitaPredikat
from tests.narration.sample import indikator, janji, rekam, unit

NAMA = (
    "Angka kematian ibu",
    "=cmd|' /C calc'!A0",
    "🙂 senyum warga",
    "desa\n berhenti  buang air\tbesar sembarangan.",
    "Persentase " + "panjang sekali " * 20,
    "x" * 300,
    "7–12 tahun",
    "",
)
KATA = (None, "", "Rujukan terlambat.", 'Jalan "provinsi"\nputus; ' * 40)
SATU_PITA = Aturan("satu", predikat=(PitaPredikat(float("-inf"), "Ada", ""),))
HARI = date(2026, 10, 17)


def _four(acak: Random, sampai: int, isi: Any) -> Any:
    return tuple(acak.choice([None, isi(), isi()]) if q < sampai else None for q in range(4))


def _indikator(acak: Random, kode: str, sampai: int) -> IndikatorRekam:
    capaian = _four(acak, sampai, lambda: acak.choice([0.0, 65.96, 100.0, -40.0, 250.0, acak.uniform(0, 130)]))
    angka = lambda: acak.choice([0.0, 1.0, 12.5, 1234567.0, acak.uniform(0, 99)])  # noqa: E731
    return indikator(
        kode,
        acak.choice(NAMA),
        capaian=capaian,
        status=tuple(
            None if q >= sampai else "dinilai" if c is not None else acak.choice(STATUS[1:])
            for q, c in enumerate(capaian)
        ),
        realisasi=_four(acak, sampai, angka),
        realisasi_sd=_four(acak, sampai, angka),
        target=_four(acak, 4, angka),
        target_sd=_four(acak, 4, angka),
        target_tahunan=acak.choice([None, 0.0, angka()]),
        target_murni=acak.choice([None, angka()]),
        polaritas=acak.choice([None, *POLARITAS]),
        konsolidasi=acak.choice([None, *KONSOLIDASI]),
        satuan=acak.choice([None, "%", "desa", "indeks", "satuan yang panjang sekali sampai tidak dibaca orang"]),
        kata=acak.choice([(), (), ((0.0, "WDP"), (1.0, "WTP"))]),
        utama=acak.random() < 0.8,
        kendala=acak.choice(KATA),
        rencana_tindak_lanjut=acak.choice(KATA),
        pic=acak.choice(KATA[:3]),
        batas_waktu=acak.choice([None, "2026-10-01", "akhir Oktober", "2026-13-45"]),
    )


def _unit(acak: Random, kode: str, sampai: int) -> UnitRekam:
    nilai = _four(acak, sampai, lambda: acak.uniform(0, 110))
    milik = tuple(_indikator(acak, f"{kode}-{n}", sampai) for n in range(acak.randrange(4)))
    return unit(
        kode,
        acak.choice(NAMA),
        nilai=nilai,
        indikator=milik,
        lapor=acak.random() < 0.8,
        peringkat=acak.choice([None, 1, 2]),
        n_terjadwal=acak.randrange(5),
        penyerapan=acak.choice([None, 0.0, acak.uniform(0, 120)]),
        pagu=acak.choice([None, 1e9]),
        realisasi_anggaran=acak.choice([None, 0.0, 5e8]),
        turun_beruntun=acak.random() < 0.3,
        selisih=acak.choice([None, 1.0]),
    )


def _rekam(acak: Random) -> Rekam:
    sampai = acak.choice([1, 2, 3, 4])
    units = [_unit(acak, f"u{n}", sampai) for n in range(acak.randrange(6))]
    kode = [None, "hilang", *(u.kode for u in units)]
    milik = [None, "hilang", *(i.kode for u in units for i in u.indikator)]
    aturan = acak.choice([*ATURAN_BAKU.values(), SATU_PITA])
    units = [
        replace(u, tertinggal=tuple(n is not None and n < aturan.batas_tertinggal for n in u.nilai)) for u in units
    ]
    satu = rekam(
        *units,
        triwulan=sampai,
        aturan=aturan,
        sebutan=acak.choice(["OPD", "satker"]),
        sebanding=tuple(q == sampai or acak.random() < 0.8 for q in (1, 2, 3, 4)),
        anggaran_sampai=acak.randrange(sampai + 1),
        tenggat=acak.choice([None, HARI - timedelta(days=3), HARI, HARI + timedelta(days=1)]),
        tindak_lanjut=tuple(
            janji(
                n,
                acak.choice(NAMA[:6]),
                tenggat=acak.choice([None, HARI - timedelta(days=n + 1)]),
                keadaan=acak.choice(["belum", "berjalan", "selesai"]),
                kode_unit=acak.choice(kode),
                kode_indikator=acak.choice(milik),
                batal=acak.random() < 0.2,
            )
            for n in range(acak.randrange(4))
        ),
    )
    if acak.random() < 0.3:
        tenang = tuple(replace(u, tertinggal=(False,) * 4, predikat=(None,) * 4, selisih=None) for u in satu.unit)
        satu = replace(satu, ukuran="tahun", berjalan=True, sebanding=(False,) * 4, unit=tenang)
    return satu


def _well_formed(satu: Rekam, kalimat: Kalimat) -> None:
    teks = kalimat.teks
    assert not teks[0].islower(), teks
    assert teks[0].isalnum(), teks
    assert teks.endswith("?" if kalimat.tanya else "."), teks
    assert not re.search(r"\s\s|\n|\.\.|None|\bnan\b|\binf\b|\(\)|: \.|,\.|\( | \)| ,| ;", teks), teks
    assert not re.search(r"\d\.\d{1,2}(?!\d)|(?<![0-9])–|–(?![0-9])", teks), teks
    assert set(kalimat.unit) <= {u.kode for u in satu.unit}
    assert set(kalimat.indikator) <= {i.kode for u in satu.unit for i in u.indikator}
    assert len(kalimat.indikator) == len(set(kalimat.indikator))
    if satu.berjalan:
        assert not re.search(r"tertinggal|merah|di bawah|menahan skor|peringkat", teks), teks


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, phases=[Phase.generate])  # the text of the failure says enough
def test_every_sentence_is_well_formed(acak: Random) -> None:
    satu = _rekam(acak)
    utuh = sorotan(satu)
    assert bool(utuh) == bool(satu.unit) or satu.tindak_lanjut
    assert len({kalimat.jenis for kalimat in utuh}) == len(utuh)
    for kalimat in utuh:
        assert not kalimat.tanya
        _well_formed(satu, kalimat)
    for u in satu.unit:
        paragraf, tanya = paragraf_unit(satu, u), pertanyaan_unit(satu, u)
        assert 1 <= len(paragraf) <= 5
        assert 1 <= len(tanya) <= 3
        assert len({(kalimat.teks, kalimat.indikator) for kalimat in tanya}) == len(tanya)
        assert all(kalimat.tanya for kalimat in tanya)
        assert not any(kalimat.tanya for kalimat in paragraf)
        for kalimat in (*paragraf, *tanya):
            assert kalimat.unit == (u.kode,)
            _well_formed(satu, kalimat)
