"""Every screen in every state: nothing breaks, a headline stands, the address tells what is looked at."""

from __future__ import annotations

import re
import shutil
import sqlite3
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
    names = {"instansi", "tahun", "tw", "ukuran"}
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
    assert address(at) == {"instansi": "contoh", "tahun": "2025", "tw": "II", "ukuran": "tahun"}
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


def trust_line(at: AppTest) -> str:
    """Who reported and who is late, as the screen says it while its counts are closed."""
    closed = re.sub(r'<div class="sk-terbuka">.*?</div></details>', "</details>", html(at), flags=re.DOTALL)
    found = re.search(r"\d+ dari \d+ OPD sudah lapor.*?(?= · aturan)", plain(closed))
    assert found
    return found.group()


@pytest.mark.parametrize(("tahun", "tw"), list(product(TAHUN, TW)), ids="-".join)
def test_who_is_late_does_not_depend_on_the_measure(tahun: str, tw: str, example: Path) -> None:
    one, other = (trust_line(open_page("ringkasan", tahun=tahun, tw=tw, ukuran=measure)) for measure in UKURAN)
    assert one == other


@pytest.mark.parametrize(("tahun", "tw"), list(product(TAHUN, TW[:3])), ids="-".join)
def test_an_unfinished_year_judges_nobody(tahun: str, tw: str, example: Path) -> None:
    at = open_page("ringkasan", tahun=tahun, tw=tw, ukuran="tahun")
    assert re.fullmatch(rf"Capaian s\.d\. triwulan {tw} \d+,\d\s% dari target tahun {tahun}\.", headline(at))
    text = plain(html(at))
    assert f"Rata-rata skor s.d. TW {tw} terhadap target tahun" in text
    assert f"OPD terjauh dari target tahun {tahun}" in text
    assert not re.search("tertinggal|perlu keputusan", text)
    rows = re.search(r"sk-merah-daftar.*?</table>", html(at), re.DOTALL)
    assert rows
    assert 1 <= rows.group().count('<td class="nama">') <= 10
    for kode in UNIT["unit"]:
        own = open_page("unit", tahun=tahun, tw=tw, ukuran="tahun", unit=kode)
        assert not re.search("tertinggal|menahan skor", plain(html(own)))


def test_a_quarter_nobody_reported(example: Path) -> None:
    """TW IV of 2026: nobody is behind, and its money is that of TW III, which no reference of TW IV stands beside."""
    for measure in UKURAN:
        at = open_page("ringkasan", tahun="2026", tw="IV", ukuran=measure)
        text = plain(html(at))
        assert "Belum ada OPD yang lapor untuk triwulan IV." in headline(at)
        assert "Penyerapan anggaran s.d. TW III" in text
        assert "acuan TW IV" not in text
        assert "tertinggal" not in text
        own = open_page("unit", tahun="2026", tw="IV", ukuran=measure, unit="1.03.01")
        assert "Tidak ada indikator yang tertinggal" not in plain(html(own))
        assert "Penyerapan anggaran s.d. TW III" in plain(html(own))


#: What is taken out of the example, why nobody is assessed then, and what heads a unit. Some units of the example
#: have an indicator whose polaritas nobody declared, which is then what stands out there.
LACKING = {
    "polaritas": ("polaritas belum ditetapkan.", "polaritas belum ditetapkan."),
    "target": (
        "belum ada target triwulan dan polaritas belum ditetapkan. Lihat terhadap target tahun.",
        "belum ada target triwulan.",
    ),
}


@pytest.mark.parametrize("lacking", LACKING)
def test_who_reported_is_not_called_silent(lacking: str, example_file: Path, tmp_path: Path, use_store) -> None:
    reason, of_unit = LACKING[lacking]
    file = Path(shutil.copy(example_file, tmp_path / "kurang.db"))
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TRIGGER nilai_tanpa_delete")
        connection.execute("DELETE FROM nilai WHERE jenis = ?", (lacking,))
    connection.close()
    use_store(file)
    at = open_page("ringkasan", tahun="2025", tw="IV", ukuran="triwulan")
    check_quiet(at)
    assert headline(at) == (f"48 OPD sudah lapor untuk triwulan IV; belum ada yang dapat dinilai: {reason}")
    assert trust_line(at) == "48 dari 48 OPD sudah lapor"
    assert "Skor di bawah 66" not in plain(html(at))
    own = open_page("unit", tahun="2025", tw="IV", ukuran="triwulan", unit="4.01.01")
    check_quiet(own)
    assert headline(own).endswith(f"belum punya capaian untuk triwulan IV: {of_unit}")
    assert "Belum ada indikator yang dinilai" in plain(html(own))


@pytest.mark.parametrize(
    ("day", "tw", "told"),
    [
        # The example corrects five figures of TW III and the target of a year, and of TW IV, in October of 2026.
        (date(2026, 10, 20), "III", "6 angka berubah sejak 20 Sep"),
        (date(2026, 10, 20), "II", "1 angka berubah sejak 20 Sep"),
        (date(2026, 11, 15), "III", "5 angka berubah sejak 16 Okt"),
        (date(2026, 12, 20), "III", ""),
    ],
)
def test_the_trust_line_counts_what_changed_in_thirty_days(
    day: date, tw: str, told: str, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sakip_app.screens.standing.today", lambda: day)
    line = trust_line(open_page("ringkasan", tahun="2026", tw=tw))
    assert told in re.sub(" +", " ", line)
    assert bool(told) == ("berubah" in line)


def test_a_broken_database_ends_in_a_sentence_on_every_page(tmp_path: Path, use_store) -> None:
    broken = tmp_path / "rusak.db"
    broken.write_text("not a database, but long enough to be told apart from an empty file")
    use_store(broken)
    for page in ("ringkasan", "unit", "indikator", "unggah"):
        at = open_page(page)
        assert not at.exception
        assert "Penyimpanan data belum dapat dibuka." in at.error[0].value
        assert str(tmp_path) not in at.error[0].value
