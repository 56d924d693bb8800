"""Rapat: one press freezes the quarter, a second finds the same, a correction makes another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from pptx import Presentation

from sakip_app import archive, store
from sakip_app.screens.rapat import rekam_of
from tests.screens.conftest import UseStore
from tests.screens.looking import all_texts, headline, html, open_page, plain

QUERY = {"instansi": "contoh", "tahun": "2026", "tw": "III"}


@pytest.fixture
def engine(own_example: Path, use_store: UseStore) -> Iterator[sa.Engine]:
    use_store(own_example)
    opened = store.open_store(f"sqlite:///{own_example}")
    yield opened
    opened.dispose()


def codes(engine: sa.Engine) -> list[str]:
    return list(store.list_rekam(engine, "contoh")["kode"])


def test_one_press_freezes_and_the_meeting_can_begin(engine: sa.Engine) -> None:
    at = open_page("rapat", **QUERY)
    assert headline(at) == "Rapat triwulan III 2026 belum disiapkan."
    assert codes(engine) == []
    at.button(key="bekukan").click().run()
    assert not at.exception
    (kode,) = codes(engine)
    assert kode.startswith("2026-TW3-")
    assert headline(at) == f"Rapat triwulan III 2026 siap dengan rekam {kode}."
    assert not [button for button in at.button if button.key == "bekukan"], "there is nothing new to freeze"
    links = [link.proto.url for link in at.get("link_button")]
    assert links == [f"tayang/{kode}"]
    assert archive.newest(engine, "contoh", 2026, 3) == kode


def test_two_presses_at_once_freeze_once(engine: sa.Engine) -> None:
    first, second = open_page("rapat", **QUERY), open_page("rapat", **QUERY)
    first.button(key="bekukan").click().run()
    second.button(key="bekukan").click().run()
    assert not second.exception
    assert len(codes(engine)) == 1
    assert headline(first) == headline(second)


def test_a_correction_makes_a_new_snapshot_and_leaves_the_old(engine: sa.Engine) -> None:
    at = open_page("rapat", **QUERY)
    at.button(key="bekukan").click().run()
    (old,) = codes(engine)
    before = archive.open_rekam(engine, old)
    assert before is not None
    dinkes = before.cari("1.02.01")
    assert dinkes is not None
    own = next(satu for satu in dinkes.indikator if satu.uraian == "Kasus TBC ditemukan dan diobati")
    kode, was = own.kode, own.realisasi[2]
    store.correct_value(engine, kode, "realisasi", 3, 99.5, semula=(was, None), alasan="Salah ketik", pelaku="Ani")
    at = open_page("rapat", **QUERY)
    assert headline(at) == f"Satu angka berubah sejak rekam {old}."
    assert "Kasus TBC ditemukan dan diobati: realisasi TW III" in plain(html(at))
    at.button(key="bekukan").click().run()
    new = codes(engine)[0]
    assert codes(engine) == [new, old]
    assert headline(at) == f"Rapat triwulan III 2026 siap dengan rekam {new}."
    kept = archive.open_rekam(engine, old)
    assert kept == before
    assert rekam_of(new) is not None
    (unit,) = (satu for satu in rekam_of(new).unit if satu.kode == "1.02.01")
    (changed,) = (satu for satu in unit.indikator if satu.kode == kode)
    assert changed.realisasi[2] == 99.5
    assert f"Satu angka berubah dari {old} ke {new}." in plain(html(at))


def test_the_slides_are_made_with_progress_and_kept(engine: sa.Engine) -> None:
    at = open_page("rapat", **QUERY, unit="x")
    at.button(key="bekukan").click().run()
    at.button(key="siapkan_pptx").click().run(timeout=60)
    assert not at.exception
    assert [button.label for button in at.get("download_button")] == ["Unduh PPTX"]
    again = open_page("rapat", **QUERY)
    assert [button.label for button in again.get("download_button")] == ["Unduh PPTX"], "the second does not wait"
    store.add_tindak_lanjut(
        engine, "contoh", uid="a-1", apa="Audit kematian ibu", penanggung_jawab="Kepala Dinas",
        tenggat=date(2026, 11, 15), tahun=2026, triwulan=3, kode_unit="1.02.01", pelaku="Ani",
    )  # fmt: skip
    decided = open_page("rapat", **QUERY)
    assert decided.button(key="siapkan_pptx"), "what was decided since belongs on the slides"
    assert "Satu keputusan rapat TW III 2026" in plain(html(decided))
    assert "Audit kematian ibu" in plain(html(decided))


def test_the_slides_of_the_command_and_of_the_screen_are_the_same_deck(
    engine: sa.Engine, own_example: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from sakip_app.__main__ import main

    target = tmp_path / "rapat.pptx"
    assert main(["ekspor", "pptx", "--instansi", "contoh", "--keluar", str(target)]) == 2
    assert "rekam-tidak-ada" in capsys.readouterr().out
    quarter = ["--tahun", "2026", "--triwulan", "3"]
    assert main(["ekspor", "pptx", "--instansi", "contoh", *quarter, "--bekukan", "--keluar", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    (kode,) = codes(engine)
    rekam = archive.open_rekam(engine, kode)
    assert rekam is not None
    slides = Presentation(BytesIO(target.read_bytes())).slides
    assert len(slides) == len(archive.deck_of(engine, rekam).slaid)
    for wrong, reason in (
        (["--rekam", "2026-TW3-9999"], "rekam-asing"),
        (["--instansi", "lain"], "instansi-asing"),
        ([], "instansi-asing"),
        (["--instansi", "contoh", "--bekukan"], "periode-kurang"),
        (["--instansi", "contoh", "--keluar", str(tmp_path / "tidak" / "ada.pptx")], "berkas-tak-tertulis"),
    ):
        assert main(["ekspor", "pptx", *wrong]) == 2
        assert reason in capsys.readouterr().out


def test_a_body_without_units_says_what_to_do(store_without_data: Path) -> None:
    at = open_page("rapat")
    assert not at.exception
    assert any("Belum ada data" in text or "belum disiapkan" in text for text in all_texts(at))
