"""The cascade, the agreements and the tiers of a unit, against figures worked out by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from sakip_app.screens.branches import Baris, Cabang, grow
from sakip_app.store import UnitBaru, add_units, end_unit, merge_units, open_store, rename_unit
from tests.screens.kpu import KODE, make_kpu, row, sasaran, send
from tests.screens.looking import html, open_page, plain


@pytest.fixture
def kpu(tmp_path: Path, use_store) -> Iterator[sa.Engine]:
    """The small KPU as the app's store, open for more."""
    file = tmp_path / "kpu.db"
    engine = open_store(str(file))
    make_kpu(engine)
    use_store(file)
    yield engine
    engine.dispose()


def look(unit: str = "a", **query: str) -> AppTest:
    at = open_page("unit", **({"unit": unit, "tahun": "2026", "tw": "I"} | query))
    assert not at.exception
    return at


class _Tree(HTMLParser):
    """Every row of the tree: how deep it stands, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, str]] = []
        self._depth, self._text, self._inside = 0, None, 0

    def handle_starttag(self, tag, attrs):
        classes = dict(attrs).get("class") or ""
        if classes == "anak":
            self._depth += 1
        if classes == "baris":
            self._text, self._inside = "", 0
        if self._text is not None:
            self._inside += 1

    def handle_endtag(self, tag):
        if self._text is not None:
            self._inside -= 1
            if self._inside == 0:
                self.rows.append((self._depth, " ".join(self._text.split())))
                self._text = None
                return
        if tag == "details":
            self._depth -= 1

    def handle_data(self, data):
        if self._text is not None:
            self._text += data + " "


def tree(at: AppTest) -> list[tuple[int, str]]:
    """The rows of the tree with their depth, as they read."""
    body = html(at)
    parser = _Tree()
    parser.feed(body[body.index('<div class="sk-pohon">') :])
    return parser.rows


def section(at: AppTest, first: str) -> str:
    """The text of the section whose title begins so."""
    parts = [plain(part) for part in html(at).split('class="sk-seksi"')]
    found = [part.removeprefix("> ") for part in parts if part.removeprefix("> ").startswith(first)]
    assert len(found) == 1, (first, [part[:60] for part in parts])
    return found[0]


def test_each_level_with_the_mean_of_its_own_indicators(kpu):
    """80·0,6 + 50·0,4 = 68; (80 + 60) / 2 = 70; 90 alone; what is below does not count above."""
    assert tree(look()) == [
        (0, "PK Ketua Perjanjian kinerja 2 dinilai dari 2 Capaian, % 68,0 Predikat ■ Sedang"),
        (1, "Pemilih melek Sasaran 2 dinilai dari 2 Capaian, % 68,0 Predikat ■ Sedang"),
        (
            2,
            "Indikator i1 bobot 60 · Penanggung jawab: Divisi Sosdiklih "
            "Realisasi 80 Target 100 Capaian, % 80,0 Predikat ● Tinggi",
        ),
        (2, "Indikator i2 bobot 40 Realisasi 50 Target 100 Capaian, % 50,0 Predikat ▼ Sangat Rendah"),
        (2, "Program Pemilu Program 2 dinilai dari 2 Capaian, % 70,0 Predikat ■ Sedang"),
        (3, "Indikator p1 Realisasi 40 Target 50 Capaian, % 80,0 Predikat ● Tinggi"),
        (3, "Indikator p2 Realisasi 30 Target 50 Capaian, % 60,0 Predikat ◆ Rendah"),
        (3, "Kegiatan Sosialisasi tanpa indikator sendiri"),
        (4, "Indikator s1 Subkegiatan Realisasi 10 Target 10 Capaian, % 100,0 Predikat ▲ Sangat Tinggi"),
        (0, "PK Sekretariat Perjanjian kinerja 1 dinilai dari 2 Capaian, % 90,0 Predikat ● Tinggi"),
        (1, "Tata kelola baik Sasaran 1 dinilai dari 2 Capaian, % 90,0 Predikat ● Tinggi"),
        (2, "Indikator i3 bobot 70 Realisasi 90 Target 100 Capaian, % 90,0 Predikat ● Tinggi"),
        (2, "Indikator i4 bobot 30 Realisasi – Target 100 Capaian, % – Predikat belum lapor"),
    ]


def test_one_row_a_level(kpu):
    text = section(look(), "Rata-rata skor sasaran 79,0; subkegiatan 100,0.")
    assert "Sasaran 79,0 3 dinilai dari 4 ● Tinggi" in text
    assert "Program 70,0 2 dinilai dari 2 ■ Sedang" in text
    assert "Subkegiatan 100,0 1 dinilai dari 1 ▲ Sangat Tinggi" in text


def folds(at: AppTest) -> dict[str, bool]:
    """Each branch that folds, and whether it stands open."""
    found = re.findall(r'<details( open)?><summary class="baris"><span class="nama"><b>(.*?)</b>', html(at))
    return {name: bool(flag) for flag, name in found}


def test_what_is_behind_stands_open(kpu):
    assert folds(look()) == {
        "PK Ketua": True,
        "Pemilih melek": True,
        "Program Pemilu": True,  # p2 is Rendah
        "Kegiatan Sosialisasi": False,
        "PK Sekretariat": True,
        "Tata kelola baik": True,  # i4 is not reported
    }
    assert folds(look("p")) == {"Pemilih melek": True}, "without a PK the top stands open"


def test_what_is_well_stands_folded(kpu):
    ketua = sasaran("i2", "Pemilih melek", 95.0, kode_pk="ketua", bobot=40.0)
    sekretariat = sasaran("i4", "Tata kelola baik", 97.0, kode_pk="sekretariat", bobot=30.0)
    send(kpu, "a", ketua, sekretariat)
    opened = folds(look())
    assert opened["PK Sekretariat"]
    assert not opened["Tata kelola baik"]
    assert opened["Pemilih melek"], "its program has an indicator that is Rendah"


def test_the_unit_is_the_mean_of_its_agreements(kpu):
    at = look()
    assert "79,0" in plain(html(at))
    text = section(at, "Skor 79,0 adalah rata-rata dua perjanjian kinerja.")
    assert (
        "PK Ketua Ketua KPU Kota A dengan Ketua KPU Provinsi 9 Jan 2026 100 68,0 2 dinilai dari 2 ■ Sedang" in text
    )
    assert "PK Sekretariat – 100 90,0 1 dinilai dari 2 ● Tinggi" in text


@pytest.mark.filterwarnings("ignore::sakip_metrics.BobotWarning")
def test_weights_that_make_no_whole_are_told(tmp_path, use_store):
    """60 and 30 of 90: (80·60 + 50·30) / 90 = 70."""
    engine = open_store(str(tmp_path / "s.db"))
    make_kpu(engine, bobot=(60, 30, 70, 30))
    engine.dispose()
    use_store(tmp_path / "s.db")
    text = section(look(), "Bobot PK Ketua tidak berjumlah 100; skornya memakai perbandingan bobot yang ada.")
    assert "90, bukan 100 70,0 2 dinilai dari 2 ■ Sedang" in text
    assert "PK Sekretariat – 100 90,0" in text


def test_a_unit_without_agreements_has_no_section_of_them(kpu):
    at = look("b")
    assert "perjanjian kinerja" not in plain(html(at)).lower()
    assert tree(at) == [
        (0, "Pemilih melek Sasaran 1 dinilai dari 1 Capaian, % 60,0 Predikat ◆ Rendah"),
        (1, "Indikator b1 Realisasi 60 Target 100 Capaian, % 60,0 Predikat ◆ Rendah"),
    ]


def test_silence_is_shown_as_silence(kpu):
    """TW II: nobody reported; the figures of TW I are no figures of TW II."""
    at = look(tw="II")
    assert "Capaian, % 68,0" not in plain(html(at))
    assert "belum lapor" in section(at, "Dua perjanjian kinerja.")


class TestTiers:
    def test_those_below_worst_first_with_links(self, kpu):
        at = look("p")
        text = section(at, "Satu dari 2 satker di bawahnya tertinggal.")
        assert text.index("KPU Kota B 60,0 1 dinilai dari 1 ◆ Rendah") < text.index(
            "KPU Kota A 79,0 3 dinilai dari 4 ● Tinggi"
        )
        assert re.search(r'href="/unit\?[^"]*tw=I&amp;[^"]*unit=b"', html(at))
        assert "di bawahnya" not in plain(html(look("b")))

    def test_the_one_above(self, kpu):
        at = look("a")
        assert "Di bawah KPU Provinsi" in plain(html(at))
        assert re.search(r'Di bawah <a[^>]*href="/unit\?[^"]*unit=p"', html(at))
        assert "Di bawah KPU" not in plain(html(look("p")))

    def test_names_before_and_after(self, kpu):
        rename_unit(kpu, KODE, "a", nama="KPU Kota Baru", sejak=date(2026, 5, 1), pelaku="admin")
        rename_unit(kpu, KODE, "a", nama="KPU Kota Raya", sejak=date(2026, 9, 1), pelaku="admin")
        before, between, after = (plain(html(look("a", tw=tw))) for tw in ("I", "II", "III"))
        assert "Sejak 1 Mei 2026 bernama KPU Kota Baru Sejak 1 Sep 2026 bernama KPU Kota Raya" in before
        assert "Dahulu bernama KPU Kota A (sampai 30 Apr 2026) Sejak 1 Sep 2026 bernama KPU Kota Raya" in between
        assert "Dahulu bernama KPU Kota A (sampai 30 Apr 2026)" in after
        assert "Dahulu bernama KPU Kota Baru (sampai 31 Agu 2026)" in after
        assert "bernama" not in plain(html(look("b")))

    def test_merged_units_are_linked_both_ways(self, kpu):
        new = UnitBaru("ab", "KPU Kota AB", kode_induk="p")
        merge_units(kpu, KODE, ["a", "b"], new, sejak=date(2026, 7, 1), pelaku="admin")
        old = look("a", tw="II")
        assert "Berakhir 30 Jun 2026, dilanjutkan oleh KPU Kota AB" in plain(html(old))
        assert re.search(r'href="/unit\?[^"]*tw=III&amp;[^"]*unit=ab"', html(old))
        after = look("ab", tw="III")
        assert "Melanjutkan KPU Kota A dan KPU Kota B sejak 1 Jul 2026" in plain(html(after))
        assert re.search(r'href="/unit\?[^"]*tw=II&amp;[^"]*unit=a"', html(after))
        gone = look("a", tw="III")
        assert "Unit ini tidak ada pada triwulan yang dipilih." in plain(html(gone))
        assert "dilanjutkan oleh KPU Kota AB" in plain(html(gone))

    def test_ended_in_the_middle_of_a_quarter(self, kpu):
        """It is last counted on 31 March, and its successor first on 30 June; there the links lead."""
        end_unit(kpu, KODE, "b", sampai=date(2026, 5, 15), penerus=["a"], pelaku="admin")
        assert re.search(r'dilanjutkan oleh <a[^>]*tw=II&amp;[^"]*unit=a"', html(look("b", tw="I")))
        assert re.search(r'Melanjutkan <a[^>]*tw=I&amp;[^"]*unit=b"', html(look("a", tw="II")))

    def test_a_year_that_is_not_kept_is_not_linked(self, kpu):
        add_units(kpu, KODE, [UnitBaru("lama", "KPU Lama", berlaku_sampai=date(2020, 12, 31))], pelaku="admin")
        end_unit(kpu, KODE, "lama", sampai=date(2020, 12, 31), penerus=["a"], pelaku="admin")
        assert "Melanjutkan KPU Lama sejak 1 Jan 2021" in plain(html(look("a")))
        assert "unit=lama" not in html(look("a"))


def branch(found: list[Cabang], depth: int = 0) -> list[tuple[int, str, str, int]]:
    return [
        line
        for one in found
        for line in ((depth, one.jenjang, one.nama, len(one.indikator)), *branch(one.anak, depth + 1))
    ]


class TestBranches:
    def test_two_indicators_of_one_name_are_one_branch(self):
        rows = [
            Baris("1", "program", "Program A", "x", (), ""),
            Baris("2", "program", "program  a", "y", (), ""),
            Baris("3", "program", "Program A", "z", ("Sasaran lain",), ""),
        ]
        assert branch(grow(rows)) == [
            (0, "program", "Program A", 2),
            (0, "", "Sasaran lain", 0),
            (1, "program", "Program A", 1),
        ]

    def test_a_parent_by_its_code_under_other_names(self):
        rows = [
            Baris("1", "program", "Program A", "x", (), ""),
            Baris("2", "kegiatan", "Kegiatan B", "y", ("Judul lain",), "1"),
        ]
        assert branch(grow(rows)) == [(0, "program", "Program A", 1), (1, "kegiatan", "Kegiatan B", 1)]

    def test_rows_that_point_at_each_other_are_not_lost(self):
        rows = [Baris("1", "program", "A", "x", (), "2"), Baris("2", "kegiatan", "B", "y", (), "1")]
        assert branch(grow(rows)) == [(0, "kegiatan", "B", 1), (1, "program", "A", 1)]

    def test_names_without_indicators_know_their_jenjang_from_the_other_rows(self):
        rows = [
            Baris("1", "tujuan", "T", "x", (), ""),
            Baris("2", "sasaran", "S", "y", ("T",), "1"),
        ]
        assert branch(grow(rows[1:], rows)) == [(0, "tujuan", "T", 0), (1, "sasaran", "S", 1)]

    def test_a_row_without_a_name_stands_for_itself(self):
        rows = [
            Baris("1", "kegiatan", "", "Laporan", (), ""),
            Baris("2", "kegiatan", "", "Laporan", (), ""),
            Baris("3", "subkegiatan", "", "Dokumen", ("Laporan",), "1"),
        ]
        assert branch(grow(rows)) == [
            (0, "kegiatan", "Laporan", 1),
            (1, "subkegiatan", "Dokumen", 1),
            (0, "kegiatan", "Laporan", 1),
        ]


def test_a_name_from_a_workbook_is_only_text(kpu):
    evil = '<img src=x onerror="alert(1)">'
    tenth = replace(sasaran("x", evil, 10.0, penanggung_jawab=evil), uraian="Kepercayaan pemilih")
    send(kpu, "b", tenth, replace(row("y", 1.0, 2.0, induk=(evil,)), uraian="Berkas logistik"))
    assert "<img src=x" not in html(look("b"))
    assert html(look("b")).count("&lt;img src=x") >= 2
