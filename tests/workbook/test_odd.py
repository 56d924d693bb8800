"""Each thing that is odd, found where it is and left alone where it only looks like it: rows written by hand."""

import time

import pytest

from sakip_app.workbook import read_workbook
from sakip_app.workbook.checks import odd
from sakip_app.workbook.odd.sums import readings
from sakip_app.workbook.odd.text import two_indicators
from sakip_app.workbook.result import BarisIndikator
from tests.workbook.forms import build

KOLOM = {
    **{("target", t): "ABCD"[t - 1] for t in range(1, 5)},
    **{("realisasi", t): "EFGH"[t - 1] for t in range(1, 5)},
    **{("realisasi_anggaran", t): "IJKL"[t - 1] for t in range(1, 5)},
    ("target_tahunan", None): "M",
    ("realisasi_tahun", None): "N",
    ("capaian_tercetak", None): "O",
    ("satuan", None): "P",
    ("polaritas", None): "Q",
    ("pagu", None): "R",
}


def row(n=1, uraian="Jumlah Laporan Kegiatan", satuan="Laporan", t=(), r=(), rp=(), **lain):
    """A row whose every possible value has its cell: target TW I in A, realisasi TW I in E …"""
    return BarisIndikator(
        kunci=f"k{n}",
        sel=f"S!Z{n}",
        baris=n,
        uraian=uraian,
        satuan=satuan,
        target=dict(enumerate(t, 1)),
        realisasi=dict(enumerate(r, 1)),
        realisasi_anggaran=dict(enumerate(rp, 1)),
        asal={k: f"S!{h}{n}" for k, h in KOLOM.items()},
        **lain,
    )


def told(*baris):
    return [(t.kode, t.sel) for t in odd(baris, "S")]


def one(*baris):
    (satu,) = odd(baris, "S")
    return satu


TAK_COCOK = "target-triwulan-tak-cocok"


@pytest.mark.parametrize(
    ("t", "tahun", "lain", "sel"),
    [
        # jumlah: 1 + 1 + 1 + 1 = 4 is not 3; 3,6,9,12 adds up to 30
        ((1, 1, 1, 1), 3, {"konsolidasi": "jumlah"}, "M1"),
        ((3, 6, 9, 12), 12, {"konsolidasi": "jumlah", "cara_isi": "tambahan"}, "M1"),
        ((3, 6, 9, 12), 12, {"konsolidasi": "jumlah", "cara_isi": "kumulatif"}, None),  # positions
        ((1, None, None, 2), 3, {"konsolidasi": "jumlah"}, None),
        ((33.3, 33.3, None, 33.3), 100, {"konsolidasi": "jumlah"}, None),  # typed to one decimal: 99,9
        ((33, 33, None, 33), 100, {"konsolidasi": "jumlah"}, "M1"),  # whole numbers are exact
        ((0.1, 0.2, 0.3, 0.4), 1, {"konsolidasi": "jumlah"}, None),  # 0.1 + 0.2 is not 0.3 in floats
        # nilai_akhir: the last one is the year (Boyolali: 4,47 for the year, 4,7 in December)
        ((1, 2, 3, 4.7), 4.47, {"konsolidasi": "nilai_akhir"}, "D1"),
        ((60, 70, None, None), 80, {"konsolidasi": "nilai_akhir"}, None),  # no TW IV anywhere: not planned so far
        ((80, 80, 80, 80), 80, {"konsolidasi": "nilai_akhir"}, None),
        ((None, None, None, 84), 84, {"konsolidasi": "nilai_akhir"}, None),
        ((82, 83, 83, 83), 83, {"konsolidasi": "rata_rata"}, None),  # 82,75 is 83 as it is written
        ((80, 80, 80, 90), 90, {"konsolidasi": "rata_rata"}, "M1"),  # 82,5
        ((5, 9, 3, 2), 9, {"konsolidasi": "maksimum"}, None),
        # not declared: any reading is enough, none is odd
        ((25, 50, 75, 100), 100, {}, None),
        ((25, 25, 25, 25), 100, {}, None),
        ((80, 85, 90, 95), 87.5, {}, None),
        ((10, 20, 30, 45), 50, {}, "M1"),
        ((None, None, None, 1), 100, {"satuan": "persen"}, "M1"),
        # nothing to compare with
        ((1, 1, 1, 1), None, {"konsolidasi": "jumlah"}, None),
        ((None,) * 4, 4, {"konsolidasi": "jumlah"}, None),
        (("BB", "BB", "BB", "BB"), 4, {"konsolidasi": "nilai_akhir"}, None),
    ],
)
def test_quarter_targets_against_the_year(t, tahun, lain, sel):
    assert told(row(t=t, target_tahunan=tahun, **lain)) == ([(TAK_COCOK, sel)] if sel else [])


def test_the_figures_stand_in_the_sentence():
    pesan = one(row(t=(1.5, 1, None, 1), target_tahunan=4, konsolidasi="jumlah")).pesan
    assert pesan == ("Target setahun tertulis 4, padahal target triwulannya TW I 1,5 + TW II 1 + TW IV 1 = 3,5.")
    pesan = one(row(t=(1, 2, 3, 4.7), target_tahunan=4.47, konsolidasi="nilai_akhir")).pesan
    assert "4,47" in pesan
    assert "berakhir pada 4,7 (TW IV)" in pesan


def test_other_rows_show_that_quarters_are_increments():
    lain = [row(n, t=(1, 1, 1, 1), target_tahunan=4) for n in range(2, 8)]
    dua = row(1, t=(1, None, None, 1), target_tahunan=1)  # ends at 1, but its neighbours add up
    rerata = row(9, satuan="%", t=(90, 90, 90, 90), target_tahunan=90)  # a rate repeats: not odd
    assert told(dua, *lain, rerata) == [(TAK_COCOK, "M1")]
    assert told(dua, *lain[:3], rerata) == []  # three rows are no habit


def test_a_column_that_nothing_explains_is_something_else():
    assert told(*[row(n, t=(1, 2, 3, 5), target_tahunan=100 + n) for n in range(1, 9)]) == []


def test_readings_by_hand():
    assert readings({1: 3, 4: 3}, 3) == {"nilai_akhir", "rata_rata", "maksimum"}
    assert readings({1: 4}, 4) == {"jumlah", "nilai_akhir", "rata_rata", "maksimum"}
    assert readings({1: 1, 2: 2}, 9) == set()


@pytest.mark.parametrize(
    ("r", "tahun", "konsolidasi", "odd_"),
    [
        ((10, 20, 30, 40), 40, "nilai_akhir", False),
        ((10, 20, 30, 40), 30, "nilai_akhir", True),
        ((10, 20, 30, 40), 25, "rata_rata", False),
        ((10, 20, None, None), 30, None, False),
        ((10, 20, None, None), 40, None, True),
        ((None, None, 30, None), 70, None, False),  # a sheet of TW III that also states the year so far
    ],
)
def test_realisasi_of_the_year(r, tahun, konsolidasi, odd_):
    baris = row(r=r, realisasi_tahun=tahun, konsolidasi=konsolidasi)
    assert told(baris) == ([("tahun-tak-cocok", "N1")] if odd_ else [])


KUMULATIF = {"cara_isi": "kumulatif"}


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        (row(r=(3, 5, 4, 9), konsolidasi="jumlah", **KUMULATIF), "G1"),
        (row(r=(3, 5, None, 4), **KUMULATIF), "H1"),  # documents cannot be unmade
        (row(r=(3, 5, 5, 9), konsolidasi="jumlah", **KUMULATIF), None),
        (row(r=(3, 5, 4, 9), konsolidasi="jumlah", cara_isi="tambahan"), None),
        (row(satuan="Indeks", r=(85, 84, 83, 86), **KUMULATIF), None),  # an index may fall
        (row(uraian="Prevalensi stunting", satuan="%", r=(20, 18, 17, 15), **KUMULATIF), None),
        (row(uraian="Jumlah kasus DBD", satuan="Kasus", r=(20, 18, 17, 15), **KUMULATIF), None),
        (row(satuan="%", t=(25, 50, 75, 100), r=(20, 45, 40, 90), target_tahunan=100, **KUMULATIF), "G1"),
        (row(satuan="%", t=(90, 90, 90, 90), r=(90, 88, 89, 90), target_tahunan=90, **KUMULATIF), None),
        (row(r=(3, 4, 5, 2), konsolidasi="nilai_akhir", **KUMULATIF), None),  # a position, declared
        (row(rp=(100, 250, 240, 300), cara_isi_anggaran="kumulatif"), "K1"),
        (row(rp=(100, 250, 240, 300), cara_isi_anggaran="tambahan"), None),
    ],
)
def test_cumulative_values_that_fall(baris, sel):
    assert told(baris) == ([("kumulatif-turun", sel)] if sel else [])


def test_zeros_to_the_end_of_one_row_are_a_fall_but_a_zero_column_is_told_once():
    satu = row(1, r=(3, 5, 0, None), **KUMULATIF)
    lain = [row(n, r=(3, 5, 6 + n, None), **KUMULATIF) for n in range(2, 5)]
    assert told(satu, *lain) == [("kumulatif-turun", "G1")]
    assert told(*[row(n, r=(3, 5, 0, None), **KUMULATIF) for n in range(1, 4)]) == [
        ("nol-triwulan-mendatang", "G1")
    ]


KHAS = (81.95, 64.5, 17, 240, 33.1, 92, 18)


def copied(nilai=KHAS, ubah=0, **lain):
    return [row(n, r=(1 + n / 7, v, v + (n <= ubah)), **lain) for n, v in enumerate(nilai, 1)]


def test_last_quarter_copied():
    temuan = one(*copied())
    assert (temuan.kode, temuan.sel) == ("realisasi-disalin", "G1")
    assert "Realisasi TW III sama persis dengan TW II pada 7 dari 7 baris" in temuan.pesan
    assert "81,95" in temuan.pesan
    assert "G7" in temuan.pesan
    assert [t.kode for t in odd(copied(ubah=1), "S")] == ["realisasi-disalin"]  # six of seven
    assert odd(copied(ubah=3), "S") == []  # four of seven: work repeats
    assert odd(copied(nilai=KHAS[:4]), "S") == []  # too few rows to speak of a habit


@pytest.mark.parametrize(
    "baris",
    [
        [row(n, r=(3, 3, 3)) for n in range(1, 30)],  # three monthly reports each quarter
        [row(n, r=(n % 5, n % 5, n % 5)) for n in range(1, 30)],
        [row(n, satuan="%", r=(100, 100, 100)) for n in range(1, 30)],
        [row(n, r=(0, 0, 7 + n)) for n in range(1, 30)],
        [row(n, t=(v, v, v, v), target_tahunan=v, satuan="Nilai", r=(v, v, v)) for n, v in enumerate(KHAS, 1)],
        [row(n, satuan="Nilai", r=(86.5, 86.5, 86.5)) for n in range(1, 30)],  # one and the same survey
        [row(n, rp=(v * 1e6, v * 1e6), cara_isi_anggaran="kumulatif") for n, v in enumerate(KHAS, 1)],
    ],
    ids=["threes", "small", "all of it", "nothing", "as planned", "one value", "nothing spent"],
)
def test_what_repeats_by_itself_is_no_copy(baris):
    assert [t.kode for t in odd(baris, "S") if t.kode == "realisasi-disalin"] == []


def test_money_copied():
    assert told(*[row(n, rp=(1e6, v * 1e6, v * 1e6)) for n, v in enumerate(KHAS, 1)]) == [
        ("realisasi-disalin", "K1")
    ]


def test_realisasi_is_the_target_everywhere():
    nilai = (*KHAS, 55.5, 61, 70.25)
    sama = [row(n, t=(v, v + 1, v + 2, v + 3), r=(v,)) for n, v in enumerate(nilai, 1)]
    assert told(*sama) == [("realisasi-sama-target", "E1")]
    beda = row(11, t=(5, 5, 5, 5), r=(4,))
    assert told(*sama, beda) == []  # one row that is not: they were measured
    assert told(*sama[:9]) == []
    assert told(*[row(n, t=(1, 1, 1, 1), r=(1,)) for n in range(1, 40)]) == []  # one report, one done
    tahun = [row(n, target_tahunan=v, realisasi_tahun=v) for n, v in enumerate(nilai, 1)]
    assert told(*tahun) == [("realisasi-sama-target", "N1")]


def printed(*capaian, polaritas=None, r=8, t=10):
    benar = [row(n, realisasi_tahun=n, target_tahunan=5, capaian_tercetak=20 * n) for n in range(2, 6)]
    return benar + [
        row(n, realisasi_tahun=r, target_tahunan=t, capaian_tercetak=c, polaritas=polaritas, uraian="Rasio")
        for n, c in enumerate(capaian, 6)
    ]


@pytest.mark.parametrize(
    ("capaian", "lain", "odd_"),
    [
        (80, {}, False),  # 8 of 10
        (90, {}, True),
        (80.04, {}, False),
        (80.2, {}, True),
        (0, {}, True),
        (56.5, {"r": 6.12, "t": 10.83}, False),  # 56,509…
        (56.53, {"r": 6.12, "t": 10.83}, False),  # printed so, computed from what was not rounded (Cirebon)
        (21.73, {"r": 5, "t": 23}, False),  # 21,739 cut off
        (21, {"r": 5, "t": 23}, False),
        (23, {"r": 5, "t": 23}, True),
        (100, {"r": 12}, False),  # 120, capped at 100
        (110, {"r": 12}, False),
        (120, {"r": 15}, False),
        (105, {"r": 12}, True),
        (83.33, {"r": 12, "polaritas": "minimal"}, False),  # T / R
        (80, {"r": 12, "polaritas": "minimal"}, False),  # (2T − R) / T
        (120, {"r": 12, "polaritas": "minimal"}, True),  # R / T of what is to be low
        (83.33, {"r": 12, "polaritas": "maksimal"}, True),
        (80, {"r": 12, "polaritas": "stabil"}, False),
        (0, {"r": 25, "polaritas": "minimal"}, False),  # −50, floored... or 40 by the other formula
        (50, {"t": 0}, False),  # nothing can be recomputed
    ],
)
def test_printed_capaian(capaian, lain, odd_):
    assert told(*printed(capaian, **lain)) == ([("capaian-tak-cocok", "O6")] if odd_ else [])


def test_printed_capaian_is_against_what_fits_most_rows():
    renstra = [
        row(
            n,
            realisasi_tahun=n,
            realisasi_lalu=3,
            target_tahunan=9,
            target_renstra=20,
            capaian_tercetak=(n + 3) * 5,
        )
        for n in range(1, 6)
    ]
    salah = row(6, realisasi_tahun=2, realisasi_lalu=3, target_tahunan=9, target_renstra=20, capaian_tercetak=22.2)
    temuan = one(*renstra, salah)  # 2 of 9 is 22,2, but the column is against the Renstra: 5 of 20
    assert (temuan.kode, temuan.sel) == ("capaian-tak-cocok", "O6")
    assert "22,2" in temuan.pesan
    assert "25 (realisasi s.d. tahun ini 5 dari target Renstra 20)" in temuan.pesan
    triwulan = [
        row(n, t=(n, n, n, n), target_tahunan=4 * n, r=(n / 2,), capaian_tercetak=0.5, konsolidasi="jumlah")
        for n in range(2, 8)
    ]
    assert told(*triwulan) == []  # a share of 1, against the quarter
    nonsens = [row(n, realisasi_tahun=n, target_tahunan=9, capaian_tercetak=n * 31.7) for n in range(1, 9)]
    assert told(*nonsens) == []  # the column means something else


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        (row(satuan="%", target_tahunan=69.67, r=(0.6,)), "E1"),
        (row(satuan="Persen", t=(70, 70, 70, 70), target_tahunan=70, r=(68, 0.69)), "F1"),
        (row(satuan="%", target_tahunan=0.9, r=(0.6,)), None),  # both small: told of the target where it is read
        (row(satuan="%", target_tahunan=3.5, r=(0.85,)), None),  # inflation
        (row(satuan="%", target_tahunan=5, r=(0.5,)), None),
        (row(satuan="%", t=(0.5, 25, 25, 49.5), target_tahunan=100, r=(0.5,), konsolidasi="jumlah"), None),
        (
            row(satuan="%", target_tahunan=100, r=(0.8, 24.2, 25, 50), realisasi_tahun=100, konsolidasi="jumlah"),
            None,
        ),
        (row(satuan="Indeks", target_tahunan=85, r=(0.8,)), None),  # no per cent
        (row(satuan="%", target_tahunan=80, r=(0,)), None),
        (row(satuan="%", t=(25, 0.5, 75, 100), target_tahunan=100, konsolidasi="nilai_akhir"), "B1"),
    ],
)
def test_fraction_beside_its_target(baris, sel):
    assert told(baris) == ([("persen-campur", sel)] if sel else [])


def test_the_question_names_both_readings():
    pesan = one(row(satuan="%", target_tahunan=69.67, r=(0.6,))).pesan
    assert pesan == ("Realisasi TW I: tertulis 0,6 persen, sedangkan target setahun 69,67; apakah maksudnya 60%?")


def test_fraction_among_the_other_rows():
    persen = [row(n, satuan="%", r=(v,)) for n, v in enumerate((69.67, 81, 90.5, 77), 1)]
    assert told(*persen, row(9, satuan="%", r=(0.6,))) == [("persen-campur-kolom", "E9")]
    assert told(*persen, row(9, satuan="%", r=(1,))) == []  # 1 is either
    pecahan = [row(n, satuan="%", r=(v,)) for n, v in enumerate((0.6, 0.81, 0.9, 0.77), 1)]
    assert told(*pecahan, row(9, satuan="%", r=(69.67,))) == [("persen-campur-kolom", "E9")]
    assert told(*pecahan) == []
    assert told(*persen[:2], row(9, satuan="%", r=(0.6,))) == []
    kecil = [row(n, satuan="%", r=(v,)) for n, v in enumerate((3.1, 2.2, 4.0, 2.8), 1)]
    assert told(*kecil, row(9, satuan="%", r=(0.6,))) == []  # deaths, inflation: small is small


def test_a_cell_that_shows_its_per_cent_sign_is_no_fraction():
    assert odd([row(satuan="%", target_tahunan=69.67, r=(0.6,))], "S", berpersen=["E1"]) == []


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        (row(satuan="Nilai", t=(8.5, 8.5, 8.5, 8.5), target_tahunan=8.5, r=(85,)), "E1"),  # 8,5 → 85
        (row(satuan="Nilai", t=(82, 82, 82, 82), target_tahunan=82, r=(8.5,)), "E1"),  # the other way
        (row(satuan="%", t=(85, 85, 85, 85), target_tahunan=85, r=(8.5,)), "E1"),
        (row(satuan="%", t=(100, 100, 100, 100), target_tahunan=100, r=(9.2,)), None),  # little done
        (row(satuan="%", t=(85, 85, 85, 85), target_tahunan=85, r=(12,)), None),
        (row(satuan="%", target_tahunan=100, r=(8,)), None),  # the first quarter of a year
        (row(satuan="Orang", target_tahunan=125, r=(1250,)), "E1"),
        (row(satuan="Dokumen", target_tahunan=1, r=(12,)), None),  # one a month
        (row(satuan="Dokumen", target_tahunan=1, r=(15,)), "E1"),
        (row(satuan="Dokumen", target_tahunan=2, r=(19,)), None),
        (row(satuan="Orang", t=(10, 10, 10, 400), target_tahunan=430, r=(12, 8, 11, 390)), None),  # as planned
        (row(satuan="Orang", target_tahunan=900, r=(10, 400, 90, 300)), None),  # lumpy, within the year
        (row(satuan="Orang", r=(125, 1250)), "F1"),  # the digits moved
        (row(satuan="Orang", r=(10, 100)), None),
        (row(satuan="Orang", r=(12, 430)), None),
        (row(satuan="Indeks", r=(85.1, 8.6, 86)), "F1"),  # the one out of place, once
        (row(satuan="Indeks", r=(3.2, 32)), "F1"),
        (row(satuan="Indeks", r=(3.2, 3.9, 2.7)), None),
        (row(satuan="%", konsolidasi="rata_rata", r=(0.3, 3.6)), None),  # inflation near zero
        (row(satuan="%", konsolidasi="rata_rata", r=(-0.3, 3.6, 0.2)), None),
        (row(satuan="%", konsolidasi="rata_rata", r=(0.7, 70)), "F1"),
        (row(satuan="%", konsolidasi="nilai_akhir", cara_isi="kumulatif", r=(5, 60)), None),  # work piles up
        (row(pagu=1e8, rp=(1e9,)), "I1"),
        (row(pagu=1e8, rp=(9e7,)), None),
        (row(target_tahunan=0, r=(50,)), None),  # told as a realisasi without a target
    ],
)
def test_jumps(baris, sel):
    assert told(baris) == ([("lonjakan", sel)] if sel else [])


def test_a_jump_says_both_figures():
    pesan = one(row(satuan="Orang", target_tahunan=125, r=(1250,))).pesan
    assert pesan == "Realisasi TW I 1250, padahal target setahun 125: kira-kira 10 kali lipat."


@pytest.mark.parametrize(
    ("satuan", "usul"),
    [
        ("Doklumen", "Dokumen"), ("Lapoaran", "Laporan"), ("Dikumen", "Dokumen"), ("dokuemen", "dokumen"),
        ("Dokumenn", "Dokumen"), ("DOKMEN", "DOKUMEN"), ("Pesentase", "Persentase"), ("Documen", "Dokumen"),
        ("Laporan/Doklumen", "Laporan/Dokumen"), ("Kegitan", "Kegiatan"),
        ("Orang", None), ("Ruang", None), ("Dokumentasi", None), ("Sertifikasi", None), ("Sertifikat", None),
        ("Paket", None), ("Pakan", None), ("Kasur", None), ("Person", None), ("Dok.", None), ("Personil", None),
        ("Unir", None),  # short: only where the sheet itself says Unit
        ("m2", None), ("Rp", None), ("Bidan", None), ("norma;", None), ("Inovator", None), ("Ijin", None),
        ("per 100.000 penduduk", None), ("Keluarga", None), ("Kelurahan", None), ("Ton GKG", None),
    ],
)  # fmt: skip
def test_misspelt_units(satuan, usul):
    temuan = odd([row(satuan=satuan)], "S")
    assert [(t.kode, t.sel) for t in temuan] == ([("satuan-salah-ketik", "P1")] if usul else [])
    assert not usul or f"“{usul}”" in temuan[0].pesan


def test_units_of_the_same_sheet():
    unit = [row(n, satuan="Unit") for n in range(2, 5)]
    assert told(row(1, satuan="Unir"), *unit) == [("satuan-salah-ketik", "P1")]
    assert told(row(1, satuan="Ruang"), *[row(n, satuan="Orang") for n in range(2, 9)]) == []
    sendiri = [row(n, satuan="Dokumem") for n in range(1, 30)]
    assert told(*sendiri) == []  # so many cannot be a slip of the finger
    assert told(row(satuan="1", target_tahunan=4)) == [("satuan-berangka", "P1")]
    assert told(row(satuan="1 Laporan", t=(None, 1, None, None), target_tahunan=1)) == [("satuan-berangka", "P1")]
    assert told(row(satuan="1000 Ton", target_tahunan=5)) == []


@pytest.mark.parametrize(
    ("uraian", "polaritas", "lain", "usul"),
    [
        ("Angka Kematian Ibu", "maksimal", {"satuan": "Orang"}, "minimal"),
        ("Angka Kematian Ibu", "minimal", {}, None),
        ("Angka Kematian Ibu", "stabil", {}, None),
        ("Angka Kematian Ibu", None, {}, None),
        ("Persentase penduduk miskin", "maksimal", {"satuan": "%", "target_tahunan": 9.5}, "minimal"),
        ("Persentase temuan diproses", "maksimal", {"satuan": "%", "target_tahunan": 100}, None),  # all of it
        ("Persentase temuan yang ditindaklanjuti", "maksimal", {}, None),
        ("Persentase temuan yang ditindaklanjuti", "minimal", {}, "maksimal"),
        ("Indeks Kepuasan Masyarakat", "minimal", {}, "maksimal"),
        ("Rata-rata waktu penyelesaian pengaduan", "minimal", {"satuan": "Hari"}, None),  # time: less is better
        ("Penyelesaian pengaduan", "minimal", {"satuan": "Jam"}, None),
        ("Jumlah dokumen yang belum tersedia", "minimal", {}, None),
        ("Jumlah Laporan Kegiatan", "minimal", {}, "maksimal"),
        ("Dokumen penataan kawasan kumuh", "maksimal", {"satuan": "Dokumen"}, None),  # made, whatever it is about
        (
            "Kasus yang diungkap",
            "maksimal",
            {"satuan": "Kasus", "renstra": {2025: 5, 2029: 9}},
            None,
        ),  # planned to rise
        (
            "Angka Kematian Ibu",
            "maksimal",
            {"satuan": "per 100.000 KH", "renstra": {2025: 90, 2029: 70}},
            "minimal",
        ),
    ],
)
def test_polaritas_against_the_words(uraian, polaritas, lain, usul):
    temuan = odd([row(uraian=uraian, polaritas=polaritas, **lain)], "S")
    assert [(t.kode, t.sel) for t in temuan] == ([("polaritas-berlawanan", "Q1")] if usul else [])
    assert not usul or f"“{usul}”" in temuan[0].pesan


@pytest.mark.parametrize(
    ("uraian", "dua"),
    [
        ("1. Nilai LHE AKIP Perangkat Daerah 2. Indeks Kepuasan Masyarakat", True),
        ("1) Nilai AKIP\n2) IKM", True),
        ("a. Persentase jalan mantap b. Persentase jembatan mantap", True),
        ("- Nilai AKIP\n- Indeks Kepuasan", True),
        ("• Nilai AKIP • Indeks Kepuasan", True),
        ("Persentase jalan mantap\nPersentase jembatan mantap", True),
        ("Persentase jalan\nkabupaten mantap", False),  # one name over two lines
        ("1. Nilai AKIP", False),
        ("Jumlah desa tipe 1. Jumlah", False),
        ("Rasio guru - murid - kelas", False),
        ("Persentase A. dan B.", False),
        ("Nilai 1.2 dan 2.4", False),
    ],
)
def test_two_indicators_in_one_cell(uraian, dua):
    assert two_indicators(uraian) is dua
    assert ("dua-indikator-satu-sel" in [t.kode for t in odd([row(uraian=uraian)], "S")]) is dua


def test_zeros_for_quarters_to_come():
    baris = [row(n, r=(n, n + 1, 0, 0)) for n in range(1, 6)]
    temuan = odd(baris, "S")
    assert [(t.kode, t.sel) for t in temuan] == [
        ("nol-triwulan-mendatang", "G1"),
        ("nol-triwulan-mendatang", "H1"),
    ]
    assert "Realisasi TW III berisi 0 di semua 5 baris" in temuan[0].pesan
    assert "G1, G2, G3, G4, G5" in temuan[0].saran
    assert told(*baris, row(6, r=(1, 1, 1, 0))) == [("nol-triwulan-mendatang", "H1")]  # TW III has begun
    assert told(*baris, row(6, r=(1, 1, 0, 2))) == []
    uang = [row(n, r=(n, 0, None, None), rp=(9, 7)) for n in range(1, 6)]
    assert told(*uang) == []  # money was spent in TW II: its zeros are meant
    akhir = [row(n, t=(0, 0, 0, 5), r=(0, 0, None, None), target_tahunan=5) for n in range(1, 6)]
    assert told(*akhir) == []  # nothing was planned for them
    assert told(*[row(n, r=(n, None, None, None)) for n in range(1, 6)]) == []
    assert told(*[row(n, r=(0, 0, 0, 0)) for n in range(1, 3)]) == []  # two rows are no habit


def test_the_cost_grows_with_the_rows_and_no_faster():
    satuan = ("Laporan", "%", "Indeks", "Doklumen")
    baris = [
        row(n, f"Jumlah Laporan {n}", satuan[n % 4], (1, 2, 3, 4), (1, 2, 3.5, 5), (5, 6, 7, 8),
            target_tahunan=10.0, capaian_tercetak=50.0, realisasi_tahun=5.0, pagu=90.0, polaritas="maksimal")
        for n in range(4000)
    ]  # fmt: skip

    def seconds(n):
        awal = time.process_time()
        odd(baris[:n], "S")
        return time.process_time() - awal

    odd(baris[:100], "S")
    sedikit = min(seconds(500) for _ in range(3))
    assert min(seconds(4000) for _ in range(2)) < 2.5 * 8 * sedikit  # quadratic would be 64 times


@pytest.mark.parametrize("nilai", [1e308, -1e308, 5e-324, 1e-300, 1e16, -0.0])
def test_no_number_is_too_large_or_too_small_to_be_looked_at(nilai):
    baris = [
        row(n, satuan="%", t=(nilai, 1, nilai, 1), r=(nilai, nilai, 1, 3), rp=(nilai,) * 4, target_tahunan=nilai,
            realisasi_tahun=nilai, pagu=1.0, capaian_tercetak=nilai, target_renstra=nilai, cara_isi="kumulatif")
        for n in range(1, 8)
    ]  # fmt: skip
    assert all("{" not in t.pesan and "inf" not in t.pesan for t in odd(baris, "S"))
    form, di = build_one(nilai)
    assert [i.realisasi[1] for i in read_workbook(form.data, "a.xlsx").indikator if i.baris == di] == [nilai]


def build_one(nilai):
    def ubah(ws, form):
        for bidang in ("k0", "k1", "tahun"):
            ws[f"{form.kolom[bidang]}{form.pertama + 3}"] = nilai

    form = build(ubah=ubah)
    return form, form.pertama + 3


def test_units_that_are_all_different_are_not_compared():
    huruf = "abcdefghij"
    baris = [row(n, satuan="kata" + "".join(huruf[int(d)] for d in str(n))) for n in range(1, 5000)]
    awal = time.process_time()
    assert odd(baris, "S") == []
    assert time.process_time() - awal < 2
