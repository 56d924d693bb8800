"""Every screen in every state: nothing breaks, a headline stands, the address tells what is looked at."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sakip_app.store import open_store, set_tenggat
from tests.screens.looking import FOREIGN, address, all_texts, charts, headline, html, open_page, plain

TAHUN = ("2025", "2026")
TW = ("I", "II", "III", "IV")
UKURAN = ("triwulan", "tahun")
MEASURING = ("ringkasan", "unit", "indikator")
#: One that reports everything, one that stands low, one that is silent from TW II of 2026.
UNIT = {"ringkasan": (None,), "unit": ("4.01.01", "1.03.01", "7.01.14"), "indikator": ("4.01.01", "7.01.14")}


def check_quiet(at: AppTest) -> None:
    """No exception, no alarm."""
    assert not at.exception, [error.value for error in at.exception]
    assert not at.error, [error.value for error in at.error]


def check_indonesian(at: AppTest) -> None:
    """No English word, and none of the words a computer says where there is nothing."""
    foreign = [(found.group(), text[:200]) for text in all_texts(at) if (found := FOREIGN.search(text))]
    assert not foreign


@pytest.mark.parametrize(
    ("page", "tahun", "tw", "ukuran"), list(product(MEASURING, TAHUN, TW, UKURAN)), ids="-".join
)
def test_every_quarter_is_drawn(page: str, tahun: str, tw: str, ukuran: str, example: Path) -> None:
    for unit in UNIT[page]:
        asked = {"tahun": tahun, "tw": tw, "ukuran": ukuran} | ({"unit": unit} if unit else {})
        at = open_page(page, **asked)
        check_quiet(at)
        assert headline(at)
        assert address(at).items() >= asked.items()
        assert charts(at)
        for chart in charts(at):
            assert len(chart.alt) > 20, "a chart says in words what it shows"
            assert chart.theme == "", "Streamlit's own theme would repaint the chart"
        check_indonesian(at)


def test_upload_screen_says_what_to_do(example: Path) -> None:
    at = open_page("unggah")
    check_quiet(at)
    check_indonesian(at)
    assert "Kirim buku kerja yang sudah Anda punya." in plain(html(at))
    assert len(at.file_uploader) == 1


@pytest.mark.parametrize("page", MEASURING)
@pytest.mark.parametrize("state", ["empty_store", "store_without_data"])
def test_nothing_kept_yet(page: str, state: str, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(state)
    at = open_page(page)
    check_quiet(at)
    check_indonesian(at)
    assert "Belum ada data." in plain(html(at))
    links = at.get("page_link")
    assert [(link.proto.label, link.proto.page) for link in links] == [("Buka Unggah", "unggah")]


def test_first_body_is_named_before_the_first_upload(empty_store: Path) -> None:
    at = open_page("unggah")
    check_quiet(at)
    check_indonesian(at)
    assert headline(at) == "Instansi apa yang akan dipantau?"
    at.text_input[0].set_value("KPU Kota Salatiga")
    at.button[0].click().run()
    check_quiet(at)
    assert len(at.file_uploader) == 1


def test_upload_to_a_body_without_data(store_without_data: Path) -> None:
    at = open_page("unggah")
    check_quiet(at)
    assert len(at.file_uploader) == 1


@pytest.mark.parametrize("page", MEASURING)
def test_a_year_with_deadlines_but_no_workbook(page: str, store_without_data: Path) -> None:
    engine = open_store(f"sqlite:///{store_without_data}")
    for quarter in range(1, 5):
        set_tenggat(engine, "salatiga", 2026, quarter, date(2026, 12, 31), pelaku="Tamu")
    engine.dispose()
    at = open_page(page)
    check_quiet(at)
    check_indonesian(at)
    assert headline(at) or "Belum ada data." in plain(html(at))


@pytest.mark.parametrize("page", MEASURING)
def test_an_invalid_link_falls_back(page: str, example: Path) -> None:
    at = open_page(page, tahun="1999", tw="V", ukuran="bulan", unit="tidak-ada", indikator="tidak-ada")
    check_quiet(at)
    shown = address(at)
    # The newest year, and its last quarter that anybody reported: the example ends with TW III of 2026.
    assert (shown["tahun"], shown["tw"], shown["ukuran"]) == ("2026", "III", "triwulan")
    if page != "ringkasan":
        assert shown["unit"] == "4.01.01"
    if page == "indikator":
        assert shown["indikator"].isdigit()
    assert headline(at) == headline(open_page(page))


@pytest.mark.parametrize("page", MEASURING)
def test_the_address_always_names_everything(page: str, example: Path) -> None:
    names = {"tahun", "tw", "ukuran"}
    if page != "ringkasan":
        names |= {"unit"}
    if page == "indikator":
        names |= {"indikator"}
    assert address(open_page(page)).keys() >= names


def test_a_choice_goes_into_the_address_and_along_to_the_next_page(example: Path) -> None:
    at = open_page("ringkasan", tahun="2025", tw="IV", ukuran="triwulan")
    at.button_group(key="tw").set_value("II").run()
    at.button_group(key="ukuran").set_value("tahun").run()
    check_quiet(at)
    assert address(at) == {"tahun": "2025", "tw": "II", "ukuran": "tahun"}
    assert "triwulan II" in headline(at)
    at.switch_page("../pages/unit.py").run()
    check_quiet(at)
    assert address(at).items() >= {"tahun": "2025", "tw": "II", "ukuran": "tahun"}.items()
    assert "Skor s.d. TW II" in plain(html(at))


def test_two_visitors_do_not_meet(example: Path) -> None:
    one = open_page("unit", unit="4.01.01", tw="I")
    two = open_page("unit", unit="1.03.01", tw="II")
    before = headline(one)
    assert before != headline(two)
    assert headline(one.run()) == before
    assert address(one)["tw"] == "I"


def test_a_broken_database_ends_in_a_sentence_on_every_page(tmp_path: Path, use_store) -> None:
    broken = tmp_path / "rusak.db"
    broken.write_text("not a database, but long enough to be told apart from an empty file")
    use_store(broken)
    for page in ("ringkasan", "unit", "indikator", "unggah"):
        at = open_page(page)
        assert not at.exception
        assert "Penyimpanan data belum dapat dibuka." in at.error[0].value
        assert str(tmp_path) not in at.error[0].value
