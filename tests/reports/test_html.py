"""The slides in the browser: nothing is cut, nothing lies over anything else, nothing is taken for markup."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sakip_app.reports.html import draw_slides, gaya
from sakip_app.reports.html.body import instansi
from sakip_app.reports.html.fitting import banyak_baris, bersih, lebar, muat
from sakip_app.reports.html.swarm import Papan, bersentuh, sarang, susun
from sakip_app.reports.slides import Dek, PitaSlaid, Slaid, SlaidUnit, Titik
from tests.browser.conftest import find_chromium
from tests.reports import contoh_dek

FONTS = (Path(__file__).parents[2] / "static").as_uri() + "/"
DECKS = (contoh_dek.dek, contoh_dek.dek_satu, contoh_dek.dek_kosong, contoh_dek.dek_ganas)


def test_every_slide_has_its_key_one_heading_and_its_page() -> None:
    dek = contoh_dek.dek()
    html = draw_slides(dek)
    assert re.findall(r'<section [^>]*data-kunci="([^"]*)"', html) == [slaid.kunci for slaid in dek.slaid]
    assert html.count("<h1") == len(dek.slaid)
    assert re.findall(r'class="hal">([^<]*)<', html) == [f"{n} / 9" for n in range(1, 10)]
    assert html.count(dek.kaki) == 9


def test_an_unknown_kind_of_slide_is_refused() -> None:
    dek = contoh_dek.dek()
    strange = Dek(dek.kode, "", "", True, "OPD", 2026, 3, "", (Slaid("x", "", "", ()),))
    with pytest.raises(TypeError, match="Slaid"):
        draw_slides(strange)


def test_text_from_a_workbook_stays_text() -> None:
    class Tags(HTMLParser):
        seen: set[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen.add(tag)
            assert not [name for name, _ in attrs if name.startswith("on") or name == "id"]

    html = draw_slides(contoh_dek.dek_ganas())
    tags = Tags()
    tags.seen = set()
    tags.feed(html)
    assert "script" not in tags.seen
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", html)


def test_a_large_deck_is_small_and_quick() -> None:
    dek = contoh_dek.dek_besar(51)
    assert len(dek.slaid) == 58
    began = time.perf_counter()
    html = draw_slides(dek)
    assert time.perf_counter() - began < 0.5
    assert len(html.encode()) < 1_200_000


def test_a_sentence_opens_to_the_indicators_it_speaks_of() -> None:
    dek = contoh_dek.dek()
    own = draw_slides(dek)
    assert "<li>Dinas Kesehatan: Angka kematian ibu, 131 batas 86, capaian 47,7 %</li>" in own
    assert "<li>AKI: 131</li>" in draw_slides(dek, {"IK-03": "AKI: 131"})


def test_a_unit_without_data_says_so_and_has_no_bullet() -> None:
    html = draw_slides(contoh_dek.dek())
    section = html[html.index('data-kunci="unit-7.01.09"') :].split("</section>")[0]
    assert "Belum lapor untuk triwulan III. Batas waktu 15 Okt 2026." in section
    assert 'class="peluru"' not in section


def test_every_dot_of_the_body_stands_in_the_figure_even_at_zero() -> None:
    slide = contoh_dek.instansi()
    low = Titik("U99", "Kec. Nol", 0.0, "0,0", 4, True)
    html = instansi(replace(slide, kini=(low, *slide.kini[1:])))
    assert html.count("<g><title>") == len(slide.kini) + len(slide.lalu)
    assert "Kec. Nol 0,0</text>" in html


def test_a_band_without_width_has_a_place_of_its_own() -> None:
    slide = contoh_dek.instansi()
    bands = (*slide.pita[:4], PitaSlaid("Sangat Baik", 0, 100.0, 100.0, "1 OPD", "TW II: 0"))
    bands = (*bands[:3], replace(bands[3], atas=100.0), bands[4])
    top = Titik("U98", "Bappeda", 100.0, "100,0", 0, False)
    html = instansi(replace(slide, pita=bands, kini=(top,), lalu=()))
    ground = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', html)[-1]
    dot = re.search(r"<title>Bappeda 100,0</title><path d=\"M([\d.]+)", html)
    assert float(ground[1]) > 150
    assert dot is not None
    assert float(ground[0]) < float(dot[1]) < float(ground[0]) + float(ground[1])
    assert "Sangat Baik</text>" in html


def test_dots_beside_each_other_do_not_overlap() -> None:
    places = [70.0, 70.0, 70.0, 75.0, 76.0, 90.0]
    offsets = sarang(places, 10, 100)
    assert offsets is not None
    points = list(zip(places, offsets, strict=True))
    assert all((x - u) ** 2 + (y - v) ** 2 >= 99.9 for i, (x, y) in enumerate(points) for u, v in points[:i])
    assert sarang([0.0] * 9, 10, 20) is None


def test_labels_give_way_to_each_other() -> None:
    dots = [(100.0, 100.0), (130.0, 100.0), (160.0, 100.0)]
    board = Papan((0, 0, 400, 200), dots, 10)
    labels = susun([board.calon(x, y, 120, 30, (40, 75, 125, 160)) for x, y in dots])
    assert len(labels) == 3
    assert not any(bersentuh(a.kotak, b.kotak, 0) for i, a in enumerate(labels) for b in labels[:i])
    narrow = Papan((0, 50, 400, 150), dots, 10)
    assert len(susun([narrow.calon(x, y, 300, 30, (70, 130)) for x, y in dots])) == 2


def test_lines_are_counted_as_they_break() -> None:
    # "aaaa" is 2,28 em wide and a space 0,256: three of them with two spaces are 7,35 em.
    assert lebar("aaaa aaaa aaaa", 10, 1) == pytest.approx(73.52)
    assert banyak_baris("aaaa aaaa aaaa", 74, 10, 1) == 1
    assert banyak_baris("aaaa aaaa aaaa", 73, 10, 1) == 2
    assert banyak_baris("aaaaaaaa", 23, 10, 1) == 3  # broken within the word, with some reserve
    assert bersih("a\x00b\nc\u202ed") == "a b c d"
    assert muat("aaaa aaaa aaaa", 40, ((20, 24), (10, 12)), 30).tinggi == 24
    assert muat("aaaa aaaa aaaa", 30, ((20, 24), (10, 12)), 20).jepit == 1


def test_the_style_speaks_only_of_slides_and_takes_the_place_of_the_fonts() -> None:
    css = gaya("/dasar/app/static/")
    assert 'url("/dasar/app/static/plus-jakarta-sakip.woff2")' in css
    assert 'url("../app/static/plus-jakarta-judul.woff2")' in gaya()
    rules = re.sub(r"/\*.*?\*/|@font-face\{[^}]*\}", "", css, flags=re.S)
    assert all(head.strip().startswith(".slaid") for head in re.findall(r"([^{}]+)\{", rules))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium: install the package chromium, or name a browser in CHROMIUM")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--allow-file-access-from-files"]
        )
        yield opened
        opened.close()


# Parts of a slide that are wider or taller than their box, outside the lists that scroll. Two lines of 22 px in a
# row of the ranking are set tight: letters reach 4 px beyond their line, which cuts nothing.
OVERFLOWING = """() => [...document.querySelectorAll('.slaid, .slaid *')].filter(e => {
  if (e.closest('svg') || e.closest('.lapis') || e.classList.contains('jepit')) return false;
  if (getComputedStyle(e).display === 'inline') return false;
  const tight = e.closest('.kolom, .lajur-peringkat') ? 5 : 1;
  return e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + tight;
}).map(e => `${e.closest('.slaid').dataset.kunci}: ${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`)"""
# Blocks of text that must not lie over each other: line above, title, what stands in the body, foot.
OVERLAPPING = """() => [...document.querySelectorAll('.slaid')].flatMap(slide => {
  const found = [...slide.querySelectorAll(
    ':scope > .mata, .judul, .ekor-unit, .badan, footer, .peluru, .daftar-tanya li, .anggaran, .baris, .satu-kpi, '
    + '.bagian, .percaya > *, .sorotan > *, .sub, .ket')].filter(e => !e.closest('.lapis'));
  const box = found.map(e => e.getBoundingClientRect());
  const over = [];
  found.forEach((a, i) => found.slice(i + 1).forEach((b, j) => {
    if (a.contains(b) || b.contains(a)) return;
    const p = box[i], q = box[i + 1 + j];
    const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (wide > 1 && high > 1) over.push(`${slide.dataset.kunci}: ${a.className} and ${b.className}`);
  }));
  return over;
})"""
SMALL = """() => [...document.querySelectorAll('.slaid *')].filter(e =>
  [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.tagName !== 'title'
  && parseFloat(getComputedStyle(e).fontSize) < 22).map(e => e.textContent)"""
LABELS = """() => [...document.querySelectorAll('.s-instansi .halo')].map(e => {
  const r = e.getBoundingClientRect(); return [r.left, r.top + 6, r.right, r.bottom - 6]; })"""


@pytest.fixture(scope="module")
def shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """All decks one below the other on one page."""
    html = "".join(f"<div>{draw_slides(make())}</div>" for make in DECKS)
    place = tmp_path_factory.mktemp("slaid") / "semua.html"
    place.write_text(
        f'<!doctype html><html lang="id"><meta charset="utf-8"><style>{gaya(FONTS)}'
        f".slaid{{position:relative}}</style><body style='margin:0'>{html}",
        "utf-8",
    )
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(place.as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('700 20px \"Plus Jakarta Judul\"')")
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width", [1920, 1280])
def test_nothing_leaves_its_box_or_lies_over_anything(shown: Page, width: int) -> None:
    shown.evaluate(f"document.body.style.transform = 'scale({width / 1920})'")
    assert shown.evaluate(OVERFLOWING) == []
    assert shown.evaluate(OVERLAPPING) == []
    if width == 1920:
        assert shown.evaluate(SMALL) == []
        boxes = shown.evaluate(LABELS)
        assert len(boxes) >= 14
        assert not any(bersentuh(tuple(a), tuple(b), 0) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.browser
def test_names_of_indicators_are_whole_also_with_three_hundred_letters(shown: Page) -> None:
    shown.evaluate("document.body.style.transform = 'none'")
    names = shown.locator(".s-unit .peluru .nama:not(.jepit)")
    expected = [b for make in DECKS for s in make().slaid if isinstance(s, SlaidUnit) for b in s.penahan]
    assert names.count() == len(expected) == 7
    assert all(bersih(b.nama) in text for b, text in zip(expected, names.all_text_contents(), strict=True))


@pytest.mark.browser
def test_what_opens_stays_above_the_foot(shown: Page) -> None:
    shown.evaluate("document.body.style.transform = 'none'")
    over = shown.evaluate("""() => [...document.querySelectorAll('details')].filter(d => {
      d.open = true;
      const slide = d.closest('.slaid').getBoundingClientRect(), list = d.querySelector('.lapis');
      const box = list.getBoundingClientRect(), lines = list.querySelector('.gulir').getBoundingClientRect();
      const wrong = box.bottom > slide.top + 984 || lines.height < 100 || box.left < slide.left + 96
        || lines.bottom > box.bottom + 1 || list.querySelector('.gulir').scrollWidth > lines.width + 1;
      d.open = false;
      return wrong;
    }).map(d => d.textContent.slice(0, 60))""")
    assert over == []


@pytest.mark.browser
def test_a_count_opens_its_list_with_the_keyboard(shown: Page) -> None:
    shown.evaluate("document.body.style.transform = 'none'")
    summary = shown.locator(".s-agenda summary").first
    summary.focus()
    shown.keyboard.press("Enter")
    rows = shown.locator(".s-agenda details[open] li")
    assert rows.all_text_contents() == ["Kecamatan Wanasari", "Dinas Pertanian"]
    assert summary.is_visible()
    shown.keyboard.press("Enter")
    assert shown.locator(".s-agenda details[open]").count() == 0
