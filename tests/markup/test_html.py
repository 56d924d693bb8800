"""Pieces of HTML: everything a user typed is escaped, words stand beside colours, and bad links are refused."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from sakip_app.charts.tokens import TANGGA
from sakip_app.markup import compact, follow_ups, frame, marks, opened, panel, sheet, tables
from sakip_app.markup.safe import Html, isi, potongan_html, tautan
from sakip_app.text.sentences import Potongan
from sakip_metrics import ATURAN_BAKU

JAHAT = '<script>alert("x")</script>&\'"<img src=x onerror=y>'
LIMA = ATURAN_BAKU["lima-peringkat"]
K = float("nan")


class Pembaca(HTMLParser):
    """Checks that tags close in order and collects tags and attributes."""

    TUNGGAL = ("br", "col", "img")

    def __init__(self):
        super().__init__()
        self.buka, self.tag, self.atribut = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tag.append(tag)
        self.atribut += [a for a, _ in attrs]
        if tag not in self.TUNGGAL:
            self.buka.append(tag)

    def handle_endtag(self, tag):
        assert self.buka.pop() == tag


def peringkat():
    def baris(urutan, nama, jenjang, nilai, predikat, kata, keterangan):
        b = {"peringkat": urutan, "nama": nama, "jenjang": jenjang, "keterangan": keterangan, "arah": "↓ 1,0"}
        for q in range(1, 4):
            b |= {f"nilai_{q}": nilai[q - 1], f"predikat_{q}": predikat[q - 1], f"keterangan_{q}": kata[q - 1]}
        return b | {"nilai_4": K, "predikat_4": None, "keterangan_4": "belum berjalan"}

    kosong = ["belum lapor", "belum dijadwalkan", "terlambat"]
    f = pd.DataFrame(
        [
            baris(
                1, JAHAT, None, [0.0, 90.96, 95.0], ["Sangat Rendah", "Tinggi", "Sangat Tinggi"], [None] * 3, None
            ),
            baris(2, "Kec. Kedua", JAHAT, [70.0] * 3, ["Sedang"] * 3, [None] * 3, None),
            baris(None, "Kec. Ketiga", None, [K, K, 88.0], [None, None, "Tinggi"], [JAHAT, JAHAT, None], JAHAT),
            baris(None, "Kec. Keempat", None, [K] * 3, [None] * 3, kosong, "terlambat"),
        ]
    )
    return f.assign(peringkat=f["peringkat"].astype("Int64"))


def peluru():
    dasar = {"polaritas": "maksimal", "konsolidasi": "jumlah", "target_tahunan": 4.0, "kata": {}}
    return pd.DataFrame(
        [
            dasar
            | {"nama": JAHAT, "satuan": JAHAT, "status": "dinilai", "realisasi_sd": 0.0, "target_sd": 3.0}
            | {"capaian": 0.0, "predikat": "Sangat Rendah"},
            dasar
            | {"nama": "B", "satuan": None, "status": "belum_lapor", "realisasi_sd": K, "target_sd": 3.0}
            | {"capaian": K, "predikat": None},
        ]
    )


def penjelasan():
    kolom = [sheet.KolomLembar("S", lebar=64)]
    cuplikan = sheet.lembar(kolom, [sheet.BarisLembar(15, [JAHAT])], {"S15": sheet.SelTanda("sorot")}, peran=False)
    pita = [
        (p.batas, str(p.batas), p.label, g) for p, g in zip(reversed(LIMA.predikat), reversed(TANGGA), strict=True)
    ]
    return panel.Penjelasan(
        JAHAT,
        [JAHAT],
        [(JAHAT, [JAHAT])],
        JAHAT,
        panel.Rumus((JAHAT, JAHAT), (JAHAT, JAHAT), JAHAT),
        batas=JAHAT,
        penggaris=panel.Penggaris(pita, 62.0833, JAHAT, JAHAT),
        pita=JAHAT,
        sumber=[panel.Sumber(JAHAT, JAHAT, JAHAT, cuplikan)],
        riwayat=[panel.Peristiwa(JAHAT, JAHAT, JAHAT)],
    )


SEMUA = {
    "rel": lambda: frame.rel(3, 3),
    "judul": lambda: frame.judul(JAHAT),
    "seksi": lambda: frame.seksi(JAHAT, JAHAT),
    "percaya": lambda: frame.baris_percaya([Potongan(JAHAT, tebal=True)], lapor=41, unit=48, terlambat=3),
    "percaya-buka": lambda: frame.baris_percaya(
        [Potongan(JAHAT, buka=JAHAT), Potongan(JAHAT)], buka={JAHAT: opened.nama_terbuka(JAHAT, [JAHAT])}
    ),
    "lipatan": lambda: opened.lipatan(JAHAT, Html(""), kelas=JAHAT, kelompok=JAHAT),
    "daftar-terbuka": lambda: opened.daftar_terbuka(JAHAT, [tables.Kolom(JAHAT)], [[JAHAT]]),
    "kalimat": lambda: opened.kalimat_terbuka([(JAHAT, None), (JAHAT, opened.nama_terbuka("", [JAHAT]))]),
    "janji": lambda: follow_ups.daftar_janji(
        [
            follow_ups.ButirJanji(
                JAHAT, marks.cip_status("lewat"), [JAHAT], JAHAT, JAHAT, JAHAT, JAHAT, [(JAHAT, JAHAT)], JAHAT
            )
        ]
    ),
    "kpi": lambda: frame.baris_kpi(
        [frame.Kpi(JAHAT, JAHAT, JAHAT, catatan=[Potongan(JAHAT, bahaya=True)], percik=[1, 2], label_pendek=JAHAT)]
    ),
    "langkah": lambda: frame.langkah(1, [JAHAT, JAHAT]),
    "fakta": lambda: frame.fakta([[Potongan(JAHAT)]]),
    "kosong": lambda: frame.kosong(JAHAT, JAHAT, [(JAHAT, JAHAT)]),
    "kaki": lambda: frame.kaki(JAHAT, JAHAT),
    "cip": lambda: marks.cip_status(JAHAT),
    "cip-predikat": lambda: marks.cip_predikat(JAHAT, TANGGA[0]),
    "sel": lambda: marks.cip_sel(JAHAT),
    "tabel": lambda: tables.tabel([tables.Kolom(JAHAT)], [[JAHAT]]),
    "tabel-kosong": lambda: tables.tabel([tables.Kolom(JAHAT)], [], kosong=JAHAT),
    "merah": lambda: tables.daftar_merah(
        [tables.BarisMerah(*[JAHAT] * 3, TANGGA[4], *[JAHAT] * 7, alamat="unit?kode=1")], sebutan=JAHAT
    ),
    "merah-kosong": lambda: tables.daftar_merah([], sebutan=JAHAT),
    "temuan": lambda: tables.daftar_temuan([tables.BarisTemuan(1, "galat", *[JAHAT] * 4)]),
    "lembar": lambda: sheet.lembar(
        [sheet.KolomLembar("A", label=JAHAT), sheet.KolomLembar("S", "realisasi", JAHAT)],
        [sheet.BarisLembar(9, [JAHAT, JAHAT], kepala=True), sheet.BarisLembar(15, [JAHAT, JAHAT])],
        {"S15": sheet.SelTanda("galat", 1)},
    ),
    "kunci": lambda: sheet.kunci_lembar(3),
    "panel": lambda: panel.bagaimana(penjelasan()),
    "peringkat": lambda: compact.peringkat_ponsel(peringkat(), LIMA, triwulan=3),
    "peluru": lambda: compact.peluru_ponsel(peluru(), LIMA, triwulan=3),
}


@pytest.mark.parametrize("nama", SEMUA)
def test_everything_typed_is_escaped_and_tags_close(nama):
    hasil = SEMUA[nama]()
    assert isinstance(hasil, Html)
    pembaca = Pembaca()
    pembaca.feed(hasil)
    assert not pembaca.buka
    assert not {"script", "svg", "style"} & set(pembaca.tag)  # st.html would drop or run them
    assert not [a for a in pembaca.atribut if a.startswith("on")]
    assert "<img src=x" not in hasil


def test_safe_html_is_kept_and_text_is_not():
    assert isi(Html("<b>x</b>")) == "<b>x</b>"
    assert isi("<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"
    assert isi(None) == ""
    assert potongan_html([Potongan("a<"), Potongan("b", tebal=True)]) == "a&lt;<b>b</b>"


@pytest.mark.parametrize("alamat", ["?tw=3", "unit?kode=1.02&tw=3", "/unit", None])
def test_links_within_the_app(alamat):
    assert "x" in tautan("x", alamat)


@pytest.mark.parametrize(
    "alamat",
    ["https://jahat.example", "//jahat.example", "/\\jahat.example", "javascript:alert(1)", "data:text/html,x"],
)
def test_links_elsewhere_are_refused(alamat):
    with pytest.raises(ValueError, match="di dalam aplikasi"):
        tautan("x", alamat)


def test_the_rail():
    assert re.findall('class="(lalu|kini|nanti)"', frame.rel(3, 3)) == ["lalu", "lalu", "kini", "nanti"]
    assert re.findall('class="(lalu|kini|nanti)"', frame.rel(3, 2)) == ["lalu", "kini", "lalu", "nanti"]
    assert "triwulan III dari empat" in frame.rel(3, 3)


def test_steps_mark_where_one_is():
    hasil = frame.langkah(3)
    assert hasil.count("✓") == 3
    assert hasil.count('aria-current="step"') == 1
    assert "Simpan" in hasil


def test_every_state_has_its_word():
    for kode, kata in (
        ("belum_lapor", "belum lapor"),
        ("terlambat", "terlambat"),
        ("lewat_tenggat", "× lewat tenggat"),
        ("lewat", "× lewat tenggat"),
        ("belum", "belum mulai"),
        ("selesai", "✓ selesai"),
        ("belum_ada", "belum ada tindak lanjut"),
    ):
        assert kata in marks.cip_status(kode)


def test_table_refuses_a_ragged_row():
    with pytest.raises(ValueError, match="zip"):
        tables.tabel([tables.Kolom("a"), tables.Kolom("b")], [["1"]])
    kosong = tables.tabel([tables.Kolom("a"), tables.Kolom("b")], [], kosong="Belum ada unit.")
    assert 'colspan="2">Belum ada unit.' in kosong


def test_sheet_shows_gaps_numbers_and_marks():
    kolom = [sheet.KolomLembar("E", "indikator"), sheet.KolomLembar("S", "realisasi", "Realisasi TW III")]
    baris = [sheet.BarisLembar(13, ["a", "1"]), sheet.BarisLembar(15, ["b", "2"])]
    hasil = sheet.lembar(kolom, baris, {"S15": sheet.SelTanda("peringatan", 2)})
    assert hasil.count("···") == 1
    assert "tanda-peringatan" in hasil
    assert "sk-nomor-peringatan" in hasil
    assert "Realisasi TW III" in hasil


def test_panel_always_has_its_five_steps():
    kosong = panel.bagaimana(panel.Penjelasan("Aturan", [], [], tanpa_rumus="Belum lapor."))
    judul = re.findall("<h3>(.+?)</h3>", kosong)
    assert judul == ["Angka masuk", "Rumus", "Batas", "Predikat", "Sumber"]
    assert "Belum lapor." in kosong


def test_phone_twins_show_the_same_numbers():
    hasil = compact.peringkat_ponsel(peringkat(), LIMA, triwulan=3)
    assert "90,9" in hasil
    assert "91,0" not in hasil
    assert ">0,0<" in hasil
    assert 'aria-label="terlambat"' in hasil
    assert "TW IV" not in hasil
    batang = compact.peluru_ponsel(peluru(), LIMA, triwulan=3)
    assert "width:0.0%" in batang
    assert "belum lapor" in batang


def test_phone_ranking_stands_worst_first_and_explains_its_signs():
    f = peringkat().assign(nama=["Pertama", "Kedua", "Ketiga", "Keempat"], jenjang=[None, "program", None, None])
    hasil = compact.peringkat_ponsel(f.assign(keterangan="3 dari 5 dinilai"), LIMA, triwulan=3)
    assert re.findall(r'<tr><td class="no">(.*?)</td><th scope="row"[^>]*>(\w+)', hasil) == [
        ("2", "Kedua"),
        ("1", "Pertama"),
        ("–", "Ketiga"),
        ("–", "Keempat"),
    ]
    assert "Kedua (program)</th>" in hasil
    assert "Ketiga<small>3 dari 5 dinilai</small></th>" in hasil
    assert hasil.count("dinilai</small>") == 1  # a unit without a skor has its word in the cell
    for kata in ("Sangat Tinggi", "Sangat Rendah", "○ = belum dijadwalkan", "belum = belum lapor"):
        assert kata in hasil
    assert "tanpa target" not in hasil
    assert "belum berjalan" not in hasil


def test_style_sheet_is_one_block_of_our_own_names():
    css = frame.gaya()
    assert css.startswith("<style>")
    assert css.endswith("</style>")
    assert css.count("<style>") == 1
    assert "--sk-isi-4:#A12118" in css
    dipakai = set(re.findall(r"var\((--[\w-]+)\)", css))
    assert dipakai <= set(re.findall(r"(--[\w-]+):", css))
