"""The PPTX as PowerPoint would read it: order, native charts and tables, the deck's numbers and words, no formula."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Berkas
from pptx.slide import Slide

from sakip_app.charts.tokens import TANGGA
from sakip_app.reports.pptx import write_pptx
from sakip_app.reports.pptx.canvas import LEBAR
from sakip_app.reports.pptx.measure import banyak_baris, bersih, ringkas
from sakip_app.reports.pptx.swarm import berpotongan, kerumun, letak_nama
from sakip_app.reports.slides import Dek, Slaid
from tests.reports import contoh_dek

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DEKS = {
    "biasa": contoh_dek.dek, "ganas": contoh_dek.dek_ganas, "satu": contoh_dek.dek_satu, "kosong": contoh_dek.dek_kosong
}  # fmt: skip
BAWAH_ISI = 996 * 6350  # the rail begins below


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: write_pptx(make()) for name, make in DEKS.items()}


@pytest.fixture(scope="module", params=DEKS)
def one(request: pytest.FixtureRequest, files: dict[str, bytes]) -> tuple[Dek, bytes]:
    return DEKS[request.param](), files[request.param]


def opened(data: bytes) -> Berkas:
    return Presentation(BytesIO(data))


def slide_of(files: dict[str, bytes], name: str, kunci: str) -> Slide:
    return next(s for s in opened(files[name]).slides if s.element.find(qn("p:cSld")).get("name") == kunci)


def texts(slide: Slide) -> str:
    """All words on a slide, those in its charts too."""
    words = [t.text or "" for t in slide.element.iter(f"{A}t")]
    for shape in slide.shapes:
        if shape.has_chart:
            words += [t.text or "" for t in shape.chart._chartSpace.iter(f"{A}t")]
    return "\n".join(words)


def charts(slide: Slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def points(chart) -> Iterator[tuple[str, int, float, float, str]]:
    """Series, row, x, y and label of each point of a scatter chart."""
    for ser in chart._chartSpace.iter(f"{C}ser"):
        x, y = (
            {int(p.get("idx")): float(p[0].text) for p in ser.find(f"{C}{tag}").iter(f"{C}pt")}
            for tag in ("xVal", "yVal")
        )
        labels = {
            int(d.find(f"{C}idx").get("val")): "".join(t.text for t in d.iter(f"{A}t"))
            for d in ser.iter(f"{C}dLbl")
        }
        name = ser.find(f"{C}tx").find(f".//{C}v").text
        yield from ((name, i, x[i], y[i], labels.get(i, "")) for i in y)


def test_one_slide_for_each_of_the_deck_in_its_order(one: tuple[Dek, bytes]) -> None:
    dek, data = one
    slides = list(opened(data).slides)
    assert [s.element.find(qn("p:cSld")).get("name") for s in slides] == [s.kunci for s in dek.slaid]
    for slide, plain in zip(slides, dek.slaid, strict=True):
        assert slide.shapes.title.text_frame.text.startswith(bersih(plain.judul))


def test_sixteen_to_nine_in_our_theme_with_one_layout(files: dict[str, bytes]) -> None:
    deck = opened(files["biasa"])
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert [layout.name for layout in deck.slide_layouts] == ["Slaid"]
    with ZipFile(BytesIO(files["biasa"])) as archive:
        for theme in (n for n in archive.namelist() if "/theme/" in n):
            words = archive.read(theme).decode()
            assert words.count('<a:latin typeface="Segoe UI"/>') == 2, theme
            assert "Calibri" not in words
            assert "Arial" not in words
            assert '<a:dk1><a:srgbClr val="13202F"/>' in words
        everything = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml")]
    assert not any("Click to edit" in words for words in everything)
    assert "docProps/thumbnail.jpeg" not in ZipFile(BytesIO(files["biasa"])).namelist()


def test_masters_and_layout_hold_no_english_word_name_or_language(files: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(files["biasa"])) as archive:
        parts = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if re.fullmatch(r"ppt/(notesMasters|slideMasters|slideLayouts)/[^/]+\.xml", name)
        }
    assert len(parts) == 3
    names = {
        name.split("/")[1]: set(re.findall(r'<p:c(?:NvPr|Sld)[^>]* name="([^"]+)"', part))
        for name, part in parts.items()
    }
    assert names == {
        "slideMasters": {"Judul"},
        "slideLayouts": {"Slaid", "Judul"},
        "notesMasters": {"Kepala", "Gambar slaid", "Catatan", "Kaki", "Nomor halaman"},
    }
    texts = {text for part in parts.values() for text in re.findall(r"<a:t>([^<]*)</a:t>", part)}
    assert texts == {"Judul", "Catatan", "Tingkat dua", "Tingkat tiga", "Tingkat empat", "Tingkat lima", "‹#›"}
    assert set(re.findall(r' lang="([^"]+)"', "".join(parts.values()))) == {"id-ID"}


def test_properties_name_the_body_and_no_library(files: dict[str, bytes]) -> None:
    props = opened(files["biasa"]).core_properties
    assert (props.title, props.author, props.language) == (
        "Rapat evaluasi TW III 2026",
        "Kabupaten Contoh",
        "id-ID",
    )
    assert "2026-TW3-0047" in props.subject


def test_every_run_is_indonesian_and_set_in_our_font(one: tuple[Dek, bytes]) -> None:
    for slide in opened(one[1]).slides:
        trees = [slide.element, *(c._chartSpace for c in charts(slide))]
        runs = [r for tree in trees for tag in ("r", "fld") for r in tree.iter(f"{A}{tag}")]
        assert runs
        for run in runs:
            look = run.find(f"{A}rPr")
            assert look.get("lang") == "id-ID"
            assert look.find(f"{A}latin").get("typeface") == "Segoe UI"


def test_no_placeholder_is_left_and_every_foot_stands(one: tuple[Dek, bytes]) -> None:
    dek, data = one
    for number, slide in enumerate(opened(data).slides, 1):
        assert [p.placeholder_format.type.name for p in slide.placeholders] == ["TITLE"]
        names = [shape.name for shape in slide.shapes]
        assert [n for n in names if n.startswith("Rel TW")] == [f"Rel TW {q}" for q in range(1, 5)]
        foot = next(shape for shape in slide.shapes if shape.name == "Kaki").text_frame.text
        assert dek.kaki.startswith(foot.rstrip("…"))
        page = next(s for s in slide.shapes if s.name == "Nomor slaid").element
        assert "".join(t.text for t in page.iter(f"{A}t")) == f"{number} / {len(dek.slaid)}"


def test_quarter_rail_is_past_now_and_coming(files: dict[str, bytes]) -> None:
    slide = opened(files["biasa"]).slides[0]
    fills = [s.fill.fore_color.rgb for s in slide.shapes if s.name.startswith("Rel TW")]
    assert [str(f) for f in fills] == ["13202F", "13202F", "2F3E9E", "DCE2E9"]


def test_charts_and_tables_are_native_and_counted(files: dict[str, bytes]) -> None:
    # By hand: agenda and follow-ups a table each; the body a chart; ranking three columns; red list and decisions a
    # table; the unit three bullets, its path and its budget; the silent unit only its path.
    expected = {
        "agenda": (0, 1), "janji": (0, 1), "instansi": (1, 0), "sorotan": (0, 0), "peringkat-1": (3, 3),
        "merah-1": (0, 1), "unit-1.02.01": (5, 0), "unit-7.01.09": (1, 0), "keputusan": (0, 1),
    }  # fmt: skip
    for slide in opened(files["biasa"]).slides:
        kinds = [(shape.has_chart, shape.has_table) for shape in slide.shapes]
        found = (sum(c for c, _ in kinds), sum(t for _, t in kinds))
        assert found == expected[slide.element.find(qn("p:cSld")).get("name")]


def test_tables_have_no_style_and_hairlines_only_below(files: dict[str, bytes]) -> None:
    tables = [s.table._tbl for slide in opened(files["biasa"]).slides for s in slide.shapes if s.has_table]
    assert tables
    for table in tables:
        assert table.find(f".//{A}tableStyleId").text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
        for cell in table.iter(f"{A}tcPr"):
            assert cell.find(f"{A}lnB").find(f"{A}solidFill") is not None
            assert all(cell.find(f"{A}{side}").find(f"{A}noFill") is not None for side in ("lnL", "lnR", "lnT"))


def test_body_points_are_the_scores_in_the_marks_of_their_bands(files: dict[str, bytes]) -> None:
    plain = contoh_dek.instansi()
    chart = charts(slide_of(files, "biasa", "instansi"))[0]
    drawn: dict[str, list[float]] = {}
    named = []
    for series, _, x, _, label in points(chart):
        if series.startswith(("TW III", "TW II")):
            drawn.setdefault(series, []).append(x)
        elif series.startswith("Nama"):
            named.append(label)
    for row, units in (("TW III", plain.kini), ("TW II", plain.lalu)):
        for band in {u.posisi for u in units}:
            assert sorted(drawn[f"{row} {TANGGA[band].tanda}"]) == [u.nilai for u in units if u.posisi == band]
    assert sorted(named) == sorted(f"{u.nama} {u.teks}" for u in plain.kini if u.nilai < 66)
    symbols = {s.get("val") for s in chart._chartSpace.iter(f"{C}symbol")}
    assert symbols == {"triangle", "circle", "square", "diamond", "none"}


def test_ranking_points_and_texts_are_the_decks_and_the_silent_have_no_point(files: dict[str, bytes]) -> None:
    plain = contoh_dek.peringkat()
    drawn: list[float] = []
    said: list[str] = []
    for chart in charts(slide_of(files, "biasa", "peringkat-1")):
        for series, _, x, _, label in points(chart):
            (said.append(label) if series == "Letak angka" else drawn.append(x))
    assert sorted(drawn, reverse=True) == [r.nilai for r in plain.baris if r.nilai is not None]
    assert said == [r.teks for r in plain.baris]
    assert said.count("belum lapor") == 7


def test_bullets_path_and_budget_hold_the_decks_numbers(files: dict[str, bytes]) -> None:
    shown = charts(slide_of(files, "biasa", "unit-1.02.01"))
    assert [[next(iter(s.values)) for p in c.plots for s in p.series] for c in shown[:3]] == [
        [36, 12],
        [100, 35.2],
        [86, 131],
    ]
    path, budget = shown[3], shown[4]
    assert list(path.plots[0].categories) == ["TW I", "TW II", "TW III", "TW IV"]
    assert list(path.plots[0].series[0].values) == [85.7, 74.3, 64.9, None]
    labels = ["".join(t.text for t in d.iter(f"{A}t")) for d in path._chartSpace.iter(f"{C}dLbl")]
    assert labels == ["● 85,7", "■ 74,3", "◆ 64,9"]
    assert list(budget.plots[0].series[0].values) == [64.9, 70.9]
    assert "belum berjalan" in texts(slide_of(files, "biasa", "unit-1.02.01"))


def test_no_chart_shows_grid_legend_title_or_a_number_format(one: tuple[Dek, bytes]) -> None:
    for chart in (c._chartSpace for s in opened(one[1]).slides for c in charts(s)):
        assert not [e.tag for tag in ("majorGridlines", "legend", "title") for e in chart.iter(f"{C}{tag}")]
        assert all(
            e.getparent().find(f"{C}tx") is not None for e in chart.iter(f"{C}showVal") if e.get("val") == "1"
        )
        assert all(axis.find(f"{C}delete").get("val") == "1" for axis in chart.iter(f"{C}valAx"))
        # LibreOffice keeps only series as long as the longest.
        for plot in chart.iter(f"{C}scatterChart"):
            assert (
                len({e.get("val") for e in plot.iter(f"{C}ptCount") if e.getparent().tag == f"{C}numCache"}) == 1
            )


def test_every_chart_says_what_it_shows(one: tuple[Dek, bytes]) -> None:
    for slide in opened(one[1]).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape.element.find(f".//{qn('p:cNvPr')}").get("descr")


def test_workbooks_hold_texts_never_formulas(files: dict[str, bytes]) -> None:
    seen: set[str] = set()
    with ZipFile(BytesIO(files["ganas"])) as archive:
        sheets = [n for n in archive.namelist() if n.endswith(".xlsx")]
        assert len(sheets) > 5
        for name in sheets:
            for row in load_workbook(BytesIO(archive.read(name))).active.iter_rows():
                for cell in row:
                    assert cell.data_type in {"n", "s"}, (name, cell.coordinate, cell.value)
                    seen |= {str(cell.value)}
    assert {"=cmd|'/C calc'!A0", "+62 812 0000 0000", "-1+1", "@SUM(1+1)*cmd"} <= seen


def test_hostile_texts_stand_as_they_are(files: dict[str, bytes]) -> None:
    deck = opened(files["ganas"])
    words = "\n".join(texts(s) for s in deck.slides)
    for text in contoh_dek.JAHAT[:5]:
        assert text in words
    assert "Emoji 👩‍⚕️🇮🇩 tetap" in words
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in deck.slides)
    assert "Kendali di tengah baris baru" in notes
    assert not re.search("[\x00-\x08\x0b-\x1f]", words.replace("\n", ""))


def test_names_of_indicators_are_whole_and_kendala_stands_whole_in_the_notes(files: dict[str, bytes]) -> None:
    slide = slide_of(files, "ganas", "unit-1.02.02")
    shown, notes = texts(slide), slide.notes_slide.notes_text_frame.text
    for row in contoh_dek.dek_ganas().unit()[0].penahan:
        assert row.nama in shown
        assert bersih(row.kendala) in notes
    assert contoh_dek.NAMA_300 in texts(slide_of(files, "ganas", "merah-1"))


def test_notes_say_where_figures_come_from_and_questions_name_their_indicators(files: dict[str, bytes]) -> None:
    deck, plain = opened(files["biasa"]), contoh_dek.dek()
    for slide, one_plain in zip(deck.slides, plain.slaid, strict=True):
        assert all(line in slide.notes_slide.notes_text_frame.text for line in one_plain.sumber)
    unit = slide_of(files, "biasa", "unit-1.02.01").notes_slide.notes_text_frame.text
    assert "penyebab terbanyak? (indikator: Angka kematian ibu)" in unit
    agenda = slide_of(files, "biasa", "agenda").notes_slide.notes_text_frame.text
    assert "Dinas Sosial, 18 Okt 2026" in agenda


def test_nothing_stands_below_the_rail_or_beside_the_page(one: tuple[Dek, bytes]) -> None:
    for slide in opened(one[1]).slides:
        for shape in slide.shapes:
            assert shape.left >= 0, (slide.name, shape.name)
            assert shape.left + shape.width <= 12192000, (slide.name, shape.name)
            if not shape.name.startswith(("Rel TW", "Kaki", "Nomor slaid")):
                assert shape.top + shape.height <= BAWAH_ISI, (slide.name, shape.name)


def test_nothing_to_draw_is_said_and_has_no_chart(files: dict[str, bytes]) -> None:
    body = slide_of(files, "kosong", "instansi")
    assert charts(body) == []
    assert "Belum ada OPD yang lapor untuk triwulan III." in texts(body)
    silent = slide_of(files, "kosong", "peringkat-1")
    assert charts(silent) == []
    assert texts(silent).count("belum lapor") == 48
    red = slide_of(files, "satu", "merah-1")
    assert not any(s.has_table for s in red.shapes)
    assert "Tidak ada satker di bawah 66." in texts(red)
    assert "Belum lapor untuk triwulan III." in texts(slide_of(files, "kosong", "unit-7.01.09"))


def test_a_reported_zero_is_a_figure_and_a_blank_is_none() -> None:
    unit = contoh_dek.unit()
    rows = (replace(unit.penahan[0], batang=0.0), replace(unit.penahan[1], batang=None))
    data = write_pptx(contoh_dek.susun(replace(unit, penahan=rows)))
    zero, blank = charts(opened(data).slides[0])[:2]
    assert [list(s.values) for p in zero.plots for s in p.series] == [[36], [0]]
    assert [list(s.values) for p in blank.plots for s in p.series] == [[100], [None]]


def test_progress_is_told_after_each_slide_and_an_unknown_kind_is_refused() -> None:
    told: list[tuple[int, int]] = []
    write_pptx(
        contoh_dek.susun(contoh_dek.agenda(), contoh_dek.merah()), progress=lambda a, b: told.append((a, b))
    )
    assert told == [(1, 2), (2, 2)]
    with pytest.raises(TypeError, match="Slaid"):
        write_pptx(contoh_dek.susun(Slaid("x", "", "", ())))


def test_chart_elements_stand_in_the_order_of_the_schema(one: tuple[Dek, bytes]) -> None:
    """PowerPoint refuses a chart whose elements stand in another order (ECMA-376 Part 1, 21.2.2)."""
    order = {
        "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth",
        "valAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx "
                 "crosses crossBetween",
        "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx "
                 "crosses auto lblAlgn lblOffset noMultiLvlLbl",
        "dLbl": "idx tx spPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
        "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
        "scatterChart": "scatterStyle varyColors ser axId",
        "plotArea": "layout scatterChart barChart catAx valAx spPr",
        "chart": "autoTitleDeleted plotArea plotVisOnly dispBlanksAs",
        "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    }  # fmt: skip
    for chart in (c._chartSpace for s in opened(one[1]).slides for c in charts(s)):
        for tag, words in order.items():
            known = words.split()
            for element in chart.iter(f"{C}{tag}"):
                places = [known.index(etree.QName(child).localname) for child in element]
                if tag != "plotArea":  # its axes stand in pairs
                    assert places == sorted(places), tag


def test_a_text_is_shortened_at_a_word_and_only_when_it_must() -> None:
    text = "Lelang lima paket diulang karena harga semen naik"
    assert ringkas(text, 10_000, 12, 1) == text
    assert bersih("\u00a0Tinggi ") == "\u00a0Tinggi"
    short = ringkas(text, 300, 12, 2)
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert text[len(short) - 1] == " "
    assert banyak_baris(short, 300, 12) <= 2
    assert banyak_baris("x" * 500, LEBAR, 12) == 5  # 59 hundredths of 24 px: 122 letters a line


def test_marks_do_not_overlap_and_names_cover_nothing() -> None:
    x = [100.0, 101.0, 103.0, 140.0, 141.0]
    y = kerumun(x, 20, 200)
    assert all((x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2 >= 0.97 * 20**2 for i in range(5) for j in range(i))
    marks = [(a - 13, b + 300 - 13, a + 13, b + 300 + 13) for a, b in zip(x, y, strict=True)]
    places = letak_nama([(a, b + 300) for a, b in zip(x, y, strict=True)], [90.0] * 5, 30, marks, (0, 0, 600, 600))
    boxes = [(p[0] - 45, p[1] - 15, p[0] + 45, p[1] + 15) for p in places if p is not None]
    assert len(boxes) >= 3
    assert not any(berpotongan(a, b) for i, a in enumerate(boxes) for b in (*boxes[:i], *marks))


def test_libreoffice_opens_it(files: dict[str, bytes], tmp_path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("no LibreOffice: install libreoffice-impress")
    source = tmp_path / "rapat.pptx"
    source.write_bytes(files["biasa"])
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(source)], capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    made = tmp_path / "rapat.pdf"
    if not made.exists():
        pytest.skip("this LibreOffice has no Impress: install libreoffice-impress")
    assert len(re.findall(rb"/Type\s*/Page\b", made.read_bytes())) == len(contoh_dek.dek().slaid)
