"""What a person may change, as HTML: every word escaped, what is withdrawn struck through, a refusal announced."""

from __future__ import annotations

import pytest

from sakip_app.markup.kept import butir, perubahan, pesan_galat
from sakip_app.markup.marks import cip_status
from sakip_app.markup.panel import Penjelasan, Peristiwa, Sumber, bagaimana

JAHAT = '<img src=x onerror="alert(1)">'


@pytest.mark.parametrize(
    "made",
    [
        butir(JAHAT, JAHAT, ditarik=JAHAT),
        perubahan(JAHAT, JAHAT, JAHAT, JAHAT),
        pesan_galat(JAHAT, JAHAT),
        bagaimana(Penjelasan(JAHAT, [], [], riwayat=[Peristiwa(JAHAT, JAHAT, JAHAT, semula=JAHAT, dicoret=True)])),
        bagaimana(Penjelasan(JAHAT, [], [], sumber=[Sumber("", JAHAT, JAHAT)])),
    ],
)
def test_no_text_becomes_markup(made):
    assert "<img" not in made
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in made


def test_a_withdrawn_thing_is_struck_through_and_keeps_its_words():
    made = butir("a.xlsx", "Ani", cip=cip_status("ditarik"), ditarik="Ditarik Budi: salah")
    assert "<s>a.xlsx</s>" in made
    assert "Ditarik Budi: salah" in made
    assert "<s>" not in butir("a.xlsx", "Ani")


def test_what_is_not_known_yet_is_no_value():
    assert "…" in perubahan("8,9", None, "%")
    assert "<b>0</b>" in perubahan("8,9", "0", "%")


def test_a_refusal_is_read_aloud():
    assert 'role="alert"' in pesan_galat("Tidak disimpan.", "Coba lagi.")


def test_the_history_tells_from_what_to_what():
    entries = [
        Peristiwa("20 Okt", "koreksi", "9,8", berlaku=True, semula="8,9"),
        Peristiwa("17 Okt", "berkas", "7,0", berlaku=False, semula="8,9", dicoret=True),
        Peristiwa("13 Okt", "berkas", "8,9", berlaku=False),
    ]
    made = bagaimana(Penjelasan("Aturan", [], [], riwayat=entries))
    assert '<span class="semula">8,9 →</span> <b>9,8</b>' in made
    assert '<span class="semula">8,9 →</span> <s>7,0</s>' in made
    assert made.count("→") == 2
