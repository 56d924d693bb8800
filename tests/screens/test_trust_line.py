"""The trust line opens what it counts, and the sentences open to their figures; expected values made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from sakip_app import store
from sakip_app.markup.opened import butir_percaya, lipatan
from sakip_app.markup.safe import Html
from sakip_app.snapshot.as_json import fingerprint, rekam_to_bytes
from sakip_app.snapshot.model import IndikatorRekam, Rekam, UnitRekam
from sakip_app.text.sentences import Potongan
from sakip_metrics import ATURAN_BAKU
from tests.screens.looking import FOREIGN, all_texts, headline, html, open_page, plain
from tests.screens.promising import KODE, VIEW, code_of, promise

COUNT = re.compile(
    r'<details class="sk-hitung" name="percaya"><summary><span>(.*?)</span>[;· ]*</summary>'
    r'<div class="sk-terbuka">(.*?)</div></details>',
    re.DOTALL,
)
SENTENCE = re.compile(
    r'<details class="sk-lipatan"><summary><span>(.*?)</span></summary><div class="sk-terbuka">(.*?)</div></details>',
    re.DOTALL,
)


def opened(page: str, **query: str) -> AppTest:
    at = open_page(page, **VIEW, **query)
    assert not at.exception, [error.value for error in at.exception]
    assert not [text for text in all_texts(at) if FOREIGN.search(text)]
    return at


def counts(at: AppTest) -> dict[str, str]:
    """Each count of the trust line and what it opens, as text."""
    return {plain(said): plain(inside) for said, inside in COUNT.findall(html(at))}


def freeze(engine: sa.Engine) -> str:
    """TW II as it stood on 15 August, written down by hand: realisasi of the low indicator was 3, not 4."""
    plan: Any = (10.0, 10.0, None, None)
    low = IndikatorRekam(code_of(engine, "rendah"), "Uraian rendah", target_tahunan=10.0, target=plan)
    rows = (
        replace(low, realisasi=(5.0, 3.0, None, None)),
        replace(
            low,
            kode=code_of(engine, "baik"),
            target_tahunan=100.0,
            target=(100.0, 100.0, None, None),
            realisasi=(80.0, 80.0, None, None),
        ),
        replace(low, kode=code_of(engine, "langkah"), realisasi=(5.0, 4.0, None, None)),
    )
    silent = replace(low, kode=code_of(engine, "diam"))
    rekam = Rekam(
        kode=None,
        waktu=datetime(2026, 8, 15, 2, tzinfo=UTC),
        pelaku="Sekda",
        versi=1,
        kode_instansi=KODE,
        instansi="Kabupaten Uji",
        sebutan="OPD",
        contoh=False,
        tahun=2026,
        triwulan=2,
        ukuran="triwulan",
        berjalan=False,
        aturan=ATURAN_BAKU["lima-peringkat"],
        sebanding=(True, True, True, True),
        aturan_lain="",
        nilai=(None, None, None, None),
        predikat=(None, None, None, None),
        hari=date(2026, 8, 15),
        unit=(
            UnitRekam("u", "Dinas U", "Dinas U", 1, indikator=rows),
            UnitRekam("v", "Dinas V", "Dinas V", 2, indikator=(silent,)),
        ),
    )
    sidik = fingerprint(rekam)
    return store.freeze(engine, KODE, 2026, 2, rekam_to_bytes(rekam), sidik=sidik, versi=1, pelaku="Sekda")


def test_each_count_of_ringkasan_opens_what_it_counts(body: sa.Engine) -> None:
    promise(body, "a", "Ulang lelang", date(2026, 7, 31), kode_indikator=code_of(body, "rendah"))
    promise(body, "b", "Susun jadwal", date(2026, 9, 30))
    at = opened("ringkasan")
    line = counts(at)
    assert list(line) == [
        "1 dari 2 OPD sudah lapor",
        "1 terlambat",
        "1 temuan terbuka",
        "1 tindak lanjut lewat tenggat",
    ]
    assert line["1 dari 2 OPD sudah lapor"] == (
        "Belum lapor TW II 2026: 1 OPD Dinas V Sudah lapor TW II 2026: 1 OPD Dinas U"
    )
    # From 15 July to 20 August are 36 days, from 31 July 20.
    assert line["1 terlambat"] == "Lewat tenggat 15 Juli 2026, 36 hari Dinas V"
    assert line["1 temuan terbuka"].endswith("Dinas U Realisasi TW III!T1 Target <b>berulang</b>. laporan.xlsx")
    assert line["1 tindak lanjut lewat tenggat"].endswith(
        "Dinas U Ulang lelang Uraian rendah · Sekretaris · tenggat 31 Jul 2026, lewat 20 hari"
    )
    assert "Target <b>" not in html(at)
    assert not re.search(r"<details[^>]* open", html(at)), "closed until somebody opens it"
    assert "angka berubah" not in plain(html(at)), "nothing was replaced, and no snapshot stands to compare with"


def test_changes_are_counted_since_the_snapshot(body: sa.Engine) -> None:
    kode = freeze(body)
    at = opened("ringkasan")
    told = counts(at)["1 angka berubah sejak 15 Agu"]
    assert told.startswith(f"Berubah sejak rekam {kode}, 15 Agu 2026")
    assert told.endswith("Dinas U Uraian rendah: realisasi TW II 3 → 4")
    assert re.search(rf'href="/indikator\?[^"]*unit=u[^"]*indikator={code_of(body, "rendah")}"', html(at))
    own = counts(opened("unit", unit="u"))
    assert own["1 angka berubah sejak 15 Agu"].endswith("15 Agu 2026 Uraian rendah: realisasi TW II 3 → 4")
    other = opened("unit", unit="v")
    assert "tidak ada angka berubah sejak 15 Agu" in plain(html(other))
    assert not [count for count in counts(other) if "berubah" in count or "temuan" in count]


def test_on_unit_its_own_and_the_whole_body(body: sa.Engine) -> None:
    promise(body, "a", "Ulang lelang", date(2026, 7, 31))
    promise(body, "b", "Milik unit lain", date(2026, 7, 31), kode_unit="v")
    at = opened("unit", unit="u")
    assert headline(at) == "Dinas U 60,0\u00a0%, Rendah. Satu dari dua indikator sasaran Sangat Rendah."
    line = counts(at)
    assert list(line) == [
        "2 dari 2 indikator dinilai",
        "1 temuan terbuka",
        "1 tindak lanjut lewat tenggat",
        "1 dari 2 OPD sudah lapor",
        "1 terlambat",
    ]
    assert line["2 dari 2 indikator dinilai"].endswith(
        "Uraian rendah 40,0 ▼ Sangat Rendah Uraian baik 80,0 ● Tinggi"
    )
    assert "Milik unit lain" not in line["1 tindak lanjut lewat tenggat"]


def test_a_sentence_opens_to_its_figures(body: sa.Engine) -> None:
    for page, query in (("ringkasan", {}), ("unit", {"unit": "u"})):
        source = html(opened(page, **query))
        panels = {plain(said): plain(inside) for said, inside in SENTENCE.findall(source)}
        about = [inside for inside in panels.values() if "Uraian rendah" in inside]
        assert about, panels
        # 4 of 10 is 40 %; 80 of 100 is 80 %.
        assert all("Uraian rendah 4 dari 10 40,0 ▼ Sangat Rendah" in inside for inside in about)
        assert all(
            "Uraian baik 80 dari 100 80,0 ● Tinggi" in inside for inside in about if "Uraian baik" in inside
        )
    assert "Pertanyaan untuk rapat" in plain(source)


def test_a_count_without_a_list_is_plain_and_its_mark_stays_with_it() -> None:
    line = [
        Potongan("2 dari 3", tebal=True, buka="lapor"),
        Potongan(" OPD sudah lapor", buka="lapor"),
        Potongan("; "),
        Potongan("1 terlambat", tebal=True, buka="terlambat"),
        Potongan(" · aturan <b>"),
    ]
    made = butir_percaya(line, {"lapor": Html("<p>isi</p>")})
    assert made == (
        '<details class="sk-hitung" name="percaya"><summary><span><b>2 dari 3</b> OPD sudah lapor</span>;</summary>'
        '<div class="sk-terbuka"><p>isi</p></div></details> '
        "<span><b>1 terlambat</b> · aturan &lt;b&gt;</span>"
    )
    assert "<script>" not in lipatan("<script>", Html(""))
