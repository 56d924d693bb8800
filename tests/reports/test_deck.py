"""The deck says what the frozen quarter holds, in the order of the meeting, for one and many and for nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from sakip_app.reports.deck import build_deck
from sakip_app.reports.slides import (
    Dek,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    SlaidUnit,
)
from sakip_app.snapshot.model import Rekam, Sumber, UnitRekam
from sakip_metrics.aturan import PitaPredikat
from tests.narration.sample import HARI, diam, four, indikator, janji, rekam, unit

ORDER = (
    SlaidAgenda,
    SlaidJanji,
    SlaidInstansi,
    SlaidSorotan,
    SlaidPeringkat,
    SlaidMerah,
    SlaidUnit,
    SlaidKeputusan,
)


def low(kode: str, nama: str, nilai: float, **lain: object) -> UnitRekam:
    """A unit below 66, one of whose indicators is at 20 of 50 villages: capaian 40."""
    own = indikator(
        f"{kode}.B",
        "Desa bebas buang air besar sembarangan",
        capaian=four(None, None, 40.0),
        realisasi_sd=four(None, None, 20.0),
        target_sd=(None, None, 50.0, 60.0),
        target_tahunan=60.0,
        predikat=four(None, None, "Sangat Rendah"),
        kendala="Dana belum cair",
        sumber=Sumber("TW3.xlsx", "Kinerja", "T7", "Ani", rekam().waktu),
    )
    made = unit(kode, nama, nilai=four(80.0, 70.0, nilai), indikator=(own, indikator(f"{kode}.A")))
    return replace(made, predikat=four("Tinggi", "Sedang", "Rendah"), n_dinilai=2, peringkat=None, **lain)


def kinds(dek: Dek) -> list[type[Slaid]]:
    return [type(slide) for slide in dek.slaid]


def the(dek: Dek, kind: type[Slaid]) -> Slaid:
    return next(slide for slide in dek.slaid if type(slide) is kind)


@pytest.fixture
def many() -> Rekam:
    units: Sequence[UnitRekam] = [
        unit("1", "Dinas Satu"),
        low("2", "Dinas Dua", 60.0),
        diam("3", "Dinas Tiga"),
        low("4", "Dinas Empat", 52.0),
    ]
    return rekam(*units, tindak_lanjut=tuple(janji(n, f"Janji {n}", kode_unit="2") for n in range(1, 9)))


def test_the_order_of_the_meeting(many: Rekam) -> None:
    dek = build_deck(many)
    places = [ORDER.index(kind) for kind in kinds(dek)]
    assert all(before <= after for before, after in pairwise(places))
    assert set(places) == set(range(len(ORDER)))
    keys = [slide.kunci for slide in dek.slaid]
    assert len(keys) == len(set(keys))


def test_units_from_the_lowest_up_and_the_silent_last(many: Rekam) -> None:
    assert [slide.nama for slide in build_deck(many).unit()] == [
        "Dinas Empat",
        "Dinas Dua",
        "Dinas Satu",
        "Dinas Tiga",
    ]


def test_a_unit_in_its_own_figures(many: Rekam) -> None:
    slide = build_deck(many).unit()[0]
    assert (slide.teks, slide.predikat, slide.posisi) == ("52,0", "Rendah", 3)
    assert [(step.nama, step.teks) for step in slide.jalur] == [
        ("TW I", "80,0"),
        ("TW II", "70,0"),
        ("TW III", "52,0"),
    ]
    worst = slide.penahan[0]
    assert (worst.realisasi, worst.pembanding) == ("20", "dari 50 desa")
    assert (worst.capaian, worst.nilai_capaian) == ("capaian 40,0\u00a0%", 40.0)
    assert (worst.track, worst.batang, worst.target_sd) == (60.0, 20.0, (None, None, 50.0, 60.0))
    assert worst.kendala == "Dana belum cair"
    assert slide.judul_penahan == "Satu dari dua indikator Sangat Rendah"
    assert slide.pilihan == (("4.B", "Desa bebas buang air besar sembarangan"), ("4.A", "Desa berlistrik"))
    assert any("TW3.xlsx, Kinerja!T7; Ani, 17 Okt 2026" in line for line in slide.sumber)


def test_a_silent_unit_says_so_and_draws_no_figure(many: Rekam) -> None:
    slide = build_deck(many).unit()[-1]
    assert slide.teks == ""
    assert slide.penahan == ()
    assert slide.kosong == "Belum lapor untuk triwulan III; tenggatnya 15 Okt 2026."


def test_the_red_list_has_those_below_the_threshold(many: Rekam) -> None:
    red = the(build_deck(many), SlaidMerah)
    assert isinstance(red, SlaidMerah)
    assert red.judul == "Dua OPD perlu keputusan"
    assert [(row.nama, row.teks) for row in red.baris] == [("Dinas Empat", "52,0"), ("Dinas Dua", "60,0")]
    first, second = red.baris
    assert first.penahan == "Desa bebas buang air besar sembarangan: 20 dari 50 desa"
    assert (first.keadaan, first.kata) == ("belum_ada", "belum ada tindak lanjut")
    assert second.keadaan == "lewat", "the follow-ups of its unit are ten days overdue"


def test_promises_six_a_slide_the_overdue_first(many: Rekam) -> None:
    late = list(many.tindak_lanjut)
    late[0] = replace(late[0], keadaan="selesai")
    late[1] = replace(late[1], tenggat=date(2026, 12, 1), keadaan="berjalan")
    slides = [
        slide for slide in build_deck(replace(many, tindak_lanjut=tuple(late))).slaid if type(slide) is SlaidJanji
    ]
    assert [len(slide.baris) for slide in slides] == [4, 3]
    assert slides[0].judul == "Janji rapat TW II: 1 dari 8 selesai, 6 lewat tenggat."
    assert slides[0].hitungan == (
        ("selesai", "1 selesai", 1),
        ("berjalan", "1 berjalan", 1),
        ("lewat", "6 lewat tenggat", 6),
    )
    assert [row.keadaan for slide in slides for row in slide.baris] == [*["lewat"] * 6, "berjalan"]


def test_the_foot_names_snapshot_rule_and_time(many: Rekam) -> None:
    foot = build_deck(replace(many, kode="2026-TW3-0047")).kaki
    for part in ("3 dari 4 OPD lapor; 1 terlambat", "aturan uji (contoh)", "batas 100", "rekam 2026-TW3-0047"):
        assert part in foot


def test_decisions_new_and_carried(many: Rekam) -> None:
    new = replace(janji(20, "Cairkan dana", kode_unit="4"), triwulan=3, tenggat=date(2026, 11, 15))
    carried = replace(janji(21, "Sewa truk", kode_unit="2"), dibawa=((2026, 3),))
    gone = replace(janji(22, "Salah ketik"), triwulan=3, batal=True)
    slide = build_deck(many, keputusan=(new, carried, gone)).slaid[-1]
    assert isinstance(slide, SlaidKeputusan)
    assert slide.judul == "Dua keputusan, satu di antaranya dibawa dari rapat sebelumnya."
    assert [(row.apa, row.tenggat, row.kata) for row in slide.baris] == [
        ("Cairkan dana", "15 Nov 2026", "baru"),
        ("Sewa truk", "7 Okt 2026", "dibawa dari TW II"),
    ]


def test_a_body_of_one_unit() -> None:
    dek = build_deck(rekam(low("1", "Sekretariat", 60.0)))
    assert len(dek.unit()) == 1
    body = the(dek, SlaidInstansi)
    assert isinstance(body, SlaidInstansi)
    assert [dot.teks for dot in body.kini] == ["60,0"]
    assert the(dek, SlaidMerah).judul == "Satu OPD perlu keputusan"


def test_a_quarter_nobody_reported() -> None:
    silent = [replace(diam(kode, f"Dinas {kode}"), keterangan=four(None, None, "terlambat")) for kode in "12"]
    dek = build_deck(rekam(*silent, nilai=four(90.0, 90.0)))
    body, red, ranking = the(dek, SlaidInstansi), the(dek, SlaidMerah), the(dek, SlaidPeringkat)
    assert isinstance(body, SlaidInstansi)
    assert isinstance(red, SlaidMerah)
    assert isinstance(ranking, SlaidPeringkat)
    assert body.judul == "Belum ada OPD yang lapor untuk triwulan III."
    assert (body.kini, body.pita) == ((), ())
    assert body.kosong is not None
    assert red.kosong is not None
    assert red.judul == "Belum ada OPD yang punya skor"
    assert [(row.peringkat, row.nilai, row.teks) for row in ranking.baris] == [("–", None, "terlambat")] * 2
    assert all(slide.kosong for slide in dek.unit())


def test_no_unit_at_all() -> None:
    dek = build_deck(rekam(nilai=four()))
    assert dek.unit() == ()
    assert kinds(dek)[0] is SlaidAgenda


def test_an_unfinished_year_calls_nobody_behind(many: Rekam) -> None:
    units = tuple(
        replace(satu, predikat=four(), tertinggal=(False, False, False, False), selisih=None) for satu in many.unit
    )
    running = replace(many, berjalan=True, ukuran="tahun", unit=units, predikat=four(), sebanding=(False,) * 4)
    dek = build_deck(running)
    told = " ".join(slide.judul for slide in dek.slaid)
    assert "tertinggal" not in told
    assert "perlu keputusan" not in told
    assert "OPD terjauh dari target tahun 2026" in told


def test_what_changed_since_the_snapshot_before(many: Rekam) -> None:
    before = replace(many, kode="2026-TW3-0001", hari=HARI)
    own = many.unit[0].indikator[0]
    corrected = replace(own, realisasi=(11.0, *own.realisasi[1:]))
    units = (replace(many.unit[0], indikator=(corrected,)), *many.unit[1:])
    agenda = build_deck(replace(many, unit=units), before).slaid[0]
    assert isinstance(agenda, SlaidAgenda)
    changed = next(count for count in agenda.percaya if "berubah" in count.teks)
    assert changed.teks == "1 angka berubah sejak 17 Okt"
    assert changed.rincian == ("Satu · Desa berlistrik: realisasi TW I 10 → 11 desa",)


def test_a_unit_that_ended_counts_in_the_quarter_it_was_there(many: Rekam) -> None:
    reported = tuple(satu for satu in many.unit if satu.lapor)
    title = the(build_deck(replace(many, unit=reported, tertinggal_lalu=3)), SlaidInstansi).judul
    assert title.endswith("Dua OPD tertinggal, TW II masih tiga.")


def test_the_mean_moves_by_the_units_of_both_quarters(many: Rekam) -> None:
    fell = replace(many.unit[1], nilai=four(None, 70.0, 60.0))
    new = replace(many.unit[0], nilai=four(None, None, 20.0))
    body = the(build_deck(replace(many, unit=(fell, new), nilai=four(None, 70.0, 40.0))), SlaidInstansi)
    assert isinstance(body, SlaidInstansi)
    assert body.kpi[0].catatan == "↓ 10,0 poin dari TW II (1 OPD)"


def test_edges_are_printed_as_they_are(many: Rekam) -> None:
    bands = (PitaPredikat(90.5, "Baik"), PitaPredikat(66.5, "Cukup"), PitaPredikat(-math.inf, "Kurang"))
    rule = replace(many.aturan, predikat=bands, acuan_penyerapan=(15.0, 37.5, 60.5, 90.0))
    dek = build_deck(replace(many, aturan=rule, pagu=1e9, penyerapan=50.0))
    body, ranking = the(dek, SlaidInstansi), the(dek, SlaidPeringkat)
    assert isinstance(body, SlaidInstansi)
    assert isinstance(ranking, SlaidPeringkat)
    assert body.kpi[1].label == "Di bawah 66,5"
    assert body.kpi[3].catatan.startswith("acuan 60,5\u00a0%")
    assert "batas predikat 66,5, 90,5" in ranking.keterangan


def test_a_rule_of_one_band_judges_nobody(many: Rekam) -> None:
    rule = replace(many.aturan, predikat=(PitaPredikat(-math.inf, "Tercatat"),))
    units = tuple(replace(satu, predikat=four(), tertinggal=(False,) * 4) for satu in many.unit)
    dek = build_deck(replace(many, aturan=rule, unit=units))
    body, ranking = the(dek, SlaidInstansi), the(dek, SlaidPeringkat)
    assert isinstance(body, SlaidInstansi)
    assert isinstance(ranking, SlaidPeringkat)
    assert body.kpi[1].label == "Punya skor dari 4"
    assert ranking.tepi == ()
    assert "batas predikat" not in ranking.keterangan


def test_a_range_is_said_where_a_target_is_one(many: Rekam) -> None:
    own = replace(
        many.unit[1].indikator[0], target_sd=four(), rentang_sd=(None, None, (6.0, 8.0), None), satuan="pH",
        realisasi_sd=four(None, None, 4.0),
    )  # fmt: skip
    slide = build_deck(replace(many, unit=(replace(many.unit[1], indikator=(own,)),))).unit()[0]
    assert (slide.penahan[0].realisasi, slide.penahan[0].pembanding) == ("4", "dari 6–8 pH")


def test_a_promise_of_last_year_is_about_the_same_indicator(many: Rekam) -> None:
    twin = replace(many.unit[1].indikator[0], kunci="babs")
    whole = replace(janji(30, "Semua", kode_unit="2"), tenggat=None)
    own = replace(janji(31, "Jamban", kode_unit="2", kode_indikator="lama"), kunci="babs", tahun=2025, triwulan=4)
    units = (replace(many.unit[1], indikator=(twin,)),)
    red = the(build_deck(replace(many, unit=units, tindak_lanjut=(whole, own))), SlaidMerah)
    assert isinstance(red, SlaidMerah)
    assert red.baris[0].tindak_lanjut.startswith("Jamban · ")
