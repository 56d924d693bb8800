"""Both examples: every row of every file that every unit sent in two years, and each finding judged."""

import re
from dataclasses import replace

from data.contoh import KABUPATEN, KPU
from data.contoh.kabupaten.create import plan as plan_kabupaten
from data.contoh.kpu.create import plan as plan_kpu
from data.contoh.row import POLARITAS
from data.contoh.sheet import BARIS_KEPALA, _indicator, _values, columns
from sakip_app.workbook.checks import odd

TAHUN = (2025, 2026)


def sheet(badan, kiriman):
    """The rows of one sending as its workbook holds them, with the polaritas the catalogue gives them."""
    kolom = columns(badan, kiriman.tahun)
    return [
        replace(
            _indicator(satu, kolom, _values(satu, kolom, kiriman.triwulan), "S", n),
            polaritas=POLARITAS[satu.ind.polaritas],
        )
        for n, satu in enumerate(kiriman.baris, BARIS_KEPALA + 1)
    ]


def every(badan, rencana):
    """How many rows were looked at; the sentence of every finding by unit, year, whether withdrawn, kode, cell."""
    jumlah, hasil = 0, {}
    for kiriman in rencana(TAHUN):
        baris = sheet(badan, kiriman)
        jumlah += len(baris)
        for t in odd(baris, "S"):
            hasil[kiriman.unit.kode, kiriman.tahun, bool(kiriman.ditarik), t.kode, t.sel] = t.pesan
    return jumlah, hasil


def test_kabupaten():
    jumlah, temuan = every(KABUPATEN, plan_kabupaten)
    assert jumlah > 5000
    angka = {k: " ".join(re.findall(r"\d[\d.,]*\d|\d", p)) for k, p in temuan.items()}
    assert angka == {
        # an index of 6,4 that was 71,2 and 79,3 afterwards: someone counted on another scale
        ("1.05.02", 2026, False, "lonjakan", "R6"): "6,4 79,3 12,4",
        ("8.01.01", 2026, False, "lonjakan", "R6"): "6,4 71,2 11,1",
        # 8 % of the plan in one quarter, more than all of it in the next
        ("1.05.02", 2026, False, "lonjakan", "R20"): "8 165 20,6",
        ("8.01.01", 2026, False, "lonjakan", "R19"): "8 136,2 17",
        # 37,5 documents where one was planned
        ("2.17.01", 2026, False, "lonjakan", "R17"): "37,5 1 37,5",
        # 87,5 · 90,9 · 113,2 · 4: the last one is out of place; 69,5 · 93,2 · 5,3 · 101: the third
        ("5.03.01", 2025, False, "lonjakan", "U20"): "4 90,9 22,7",
        ("7.01.17", 2025, False, "lonjakan", "T8"): "5,3 93,2 17,6",
        # 16,3 · 15,7 · 0,2 of 22 · 26 · 27 per cent: a fraction, or a quarter in which nothing came in
        ("7.01.11", 2026, False, "persen-campur", "T9"): "0,2 27 20",
    }


def test_kpu():
    jumlah, temuan = every(KPU, plan_kpu)
    assert jumlah > 2000
    assert set(temuan) == {
        # the money of thirty rows is the same to the rupiah in two quarters
        ("990101", 2026, False, "realisasi-disalin", "AH8"),
        # the wrong file of the story: "Kolom TW III masih berisi angka TW II"
        ("990105", 2026, True, "realisasi-disalin", "AC6"),
    }
    assert "37 dari 37 baris" in temuan["990105", 2026, True, "realisasi-disalin", "AC6"]
    assert "30 dari 30 baris" in temuan["990101", 2026, False, "realisasi-disalin", "AH8"]
