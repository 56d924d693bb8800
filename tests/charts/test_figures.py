"""What every figure owes: the house template, no stray colour, a word in every empty cell, Indonesian text."""

import re
from itertools import pairwise

import contoh_bingkai as bingkai
import pandas as pd
import pytest

from sakip_app.charts import tokens
from sakip_app.charts.garis import alt_garis, garis
from sakip_app.charts.kuadran import alt_kuadran, kuadran, sudut
from sakip_app.charts.peluru import alt_peluru, peluru
from sakip_app.charts.peringkat import alt_peringkat, peringkat, sumbu_skor
from sakip_app.charts.peta import alt_peta, peta
from sakip_app.charts.theme import FONT, KONFIG
from sakip_app.text.numbers import format_skor
from sakip_metrics import ATURAN_BAKU

LIMA, TIGA = bingkai.LIMA, bingkai.TIGA
FIGUR = {
    "peringkat": lambda: peringkat(bingkai.peringkat(), LIMA),
    "peringkat-1": lambda: peringkat(bingkai.peringkat(), LIMA, kolom=1),
    "peta": lambda: peta(bingkai.peta(), LIMA, triwulan=3),
    "kuadran": lambda: kuadran(bingkai.kuadran(), LIMA, batas_skor=76, acuan_serap=60),
    "peluru": lambda: peluru(bingkai.peluru(), LIMA, triwulan=3),
    "garis": lambda: garis(bingkai.garis(), LIMA, triwulan=3, tahun=2026, predikat="Rendah", satuan="%"),
}
KOSONG = {
    "peringkat": lambda: peringkat(bingkai.peringkat().iloc[:0], LIMA),
    "peta": lambda: peta(bingkai.peta().iloc[:0], LIMA, triwulan=3),
    "kuadran": lambda: kuadran(bingkai.kuadran().iloc[:0], LIMA, batas_skor=76, acuan_serap=60),
    "peluru": lambda: peluru(bingkai.peluru().iloc[:0], LIMA, triwulan=3),
}
NETRAL = {isi for nama, isi in vars(tokens).items() if nama.isupper() and isinstance(isi, str)}


def teks(fig):
    """Every text a reader can see, hovers included."""
    hasil = [a.text for a in fig.layout.annotations]
    for jejak in fig.data:
        for kolom in (jejak.text, jejak.hovertext):
            if kolom is None:
                continue
            datar = [s for baris in kolom for s in (baris if isinstance(baris, list | tuple) else [baris])]
            hasil += [str(s) for s in datar if s]
    for sumbu in (fig.layout.xaxis, fig.layout.yaxis):
        hasil += [str(s) for s in sumbu.ticktext or ()]
    return hasil


@pytest.mark.parametrize("nama", FIGUR)
def test_the_house_template_and_font(nama):
    fig = FIGUR[nama]()
    assert fig.layout.template.layout.font.family == FONT
    assert fig.layout.template.layout.separators == ",."
    assert not fig.layout.template.layout.showlegend
    assert fig.layout.height > 0


@pytest.mark.parametrize("nama", FIGUR)
def test_no_colour_outside_the_table(nama):
    pita = {w for p in tokens.TANGGA for w in (p.isi, p.tepi, p.teks, p.tint, p.teks_di_isi)}
    isi = FIGUR[nama]().to_plotly_json()
    isi["layout"].pop("template")
    terpakai = {w.upper() for w in re.findall(r"#[0-9a-fA-F]{6}\b", str(isi))}
    assert terpakai <= {w.upper() for w in NETRAL | pita}


@pytest.mark.parametrize("nama", FIGUR)
def test_no_english_and_no_english_number(nama):
    semua = " ".join(teks(FIGUR[nama]()))
    assert not re.search(
        r"\b(score|target reached|quarter|rank|unit name|trace \d|nan|None|NaT|undefined)\b", semua
    )
    assert not re.search(r"\d\.\d\b(?!\d\d)", semua)  # a decimal point


@pytest.mark.parametrize("nama", KOSONG)
def test_an_empty_frame_gives_an_empty_figure(nama):
    assert KOSONG[nama]().layout.height > 0


@pytest.mark.parametrize("nama", FIGUR)
def test_frames_are_not_changed(nama):
    asal = nama.split("-")[0]
    sebelum = getattr(bingkai, asal)()
    sesudah = sebelum.copy()
    if asal == "peringkat":
        peringkat(sesudah, LIMA)
    elif asal == "peta":
        peta(sesudah, LIMA, triwulan=3)
    elif asal == "kuadran":
        kuadran(sesudah, LIMA, batas_skor=76, acuan_serap=60)
    elif asal == "peluru":
        peluru(sesudah, LIMA, triwulan=3)
    else:
        garis(sesudah, LIMA, triwulan=3, tahun=2026, predikat=None)
    pd.testing.assert_frame_equal(sebelum, sesudah)


def test_few_marks_for_the_browser():
    for nama, buat in FIGUR.items():
        fig = buat()
        assert len(fig.layout.annotations) <= 6, nama
        assert len(fig.layout.shapes) <= 3, nama
        assert len(fig.data) <= 18, nama


def test_ranking_shows_each_skor_as_the_format_does_and_each_word():
    f = bingkai.peringkat()
    semua = [re.sub("</?b>", "", t) for t in teks(peringkat(f, LIMA))]
    for nilai in f.loc[f["peringkat"].notna(), "nilai"]:
        assert format_skor(nilai, LIMA) in semua
    assert "90,9" in semua  # Tinggi
    assert "91,0" not in semua
    assert {"belum lapor", "terlambat"} <= set(semua)
    assert semua.count("–") == 3  # three without a rank
    assert "88,0 · cakupan kurang" in semua
    titik = next(j for j in peringkat(f, LIMA).data if j.mode == "markers")
    assert len(titik.x) == 5  # dots for the ranked only


def test_user_text_is_shown_not_obeyed():
    semua = " ".join(teks(peringkat(bingkai.peringkat(), LIMA)))
    assert "Kec. &lt;b&gt;Muaratiga&lt;/b&gt;" in semua


def test_long_names_are_shortened_but_whole_in_the_hover():
    fig = peringkat(bingkai.peringkat(), LIMA)
    pendek = [t for t in teks(fig) if t.startswith("<b>Dinas Pem") and "…" in t]
    assert pendek
    assert any(bingkai.PANJANG.strip() in t for t in teks(fig))


def test_axis_of_scores():
    nilai = pd.Series([0.0, 90.0])
    assert sumbu_skor(nilai, LIMA) == (40.0, 100)
    assert sumbu_skor(pd.Series([112.0]), TIGA) == (40.0, 120)
    assert sumbu_skor(pd.Series([900.0]), TIGA) == (40.0, 150.0)
    fig = peringkat(bingkai.peringkat(), LIMA)
    titik = next(j for j in fig.data if j.mode == "markers")
    assert min(titik.x) >= 222  # the zero stands at the start of its track


def test_map_names_every_empty_cell_and_keeps_zero_full():
    fig = peta(bingkai.peta(), LIMA, triwulan=3)
    semua = [re.sub("</?b>", "", t) for t in teks(fig)]
    assert {"belum lapor", "terlambat", "belum dijadwalkan", "tanpa target"} <= set(semua)
    panas = fig.data[0]
    assert panas.z[2][0] == 4  # 0,0 is a full cell in the lowest band
    assert "0,0" in semua
    assert "90,9" in semua
    assert {"◆", "▼"} <= set(semua)
    rusak = bingkai.peta().assign(keterangan_3=None)
    with pytest.raises(ValueError, match="harus punya keterangan"):
        peta(rusak, LIMA, triwulan=3)


def test_map_gives_room_to_quarters_with_numbers():
    def lebar(triwulan):
        x = peta(bingkai.peta(), LIMA, triwulan=triwulan, blok=1).data[0].x
        return [b - a for a, b in pairwise(x)]

    satu, tiga = lebar(1), lebar(3)
    assert satu[1] == satu[0]  # TW II has been reported although TW I is on screen
    assert tiga[3] < tiga[2]  # TW IV has not begun


def test_map_text_stands_out_from_its_cell():
    for p in tokens.TANGGA:
        assert kontras(p.teks_di_isi, p.isi) >= 4.5


def test_corners_of_the_quadrant():
    f = bingkai.kuadran()
    letak = sudut(f, batas_skor=76, acuan_serap=60)
    assert letak.iloc[:5].tolist() == ["kanan-atas", "kiri-atas", "kanan-bawah", "kanan-atas", "kiri-bawah"]
    assert letak.iloc[5:].isna().all()
    kata = [a.text for a in kuadran(f, LIMA, batas_skor=76, acuan_serap=60).layout.annotations]
    assert "Uang keluar,<br>kinerja belum ikut<br>1 OPD" in kata
    assert "Keduanya berjalan<br>2 OPD" in kata


def test_bullets_tell_zero_from_nothing():
    semua = [re.sub("</?b>", "", t) for t in teks(peluru(bingkai.peluru(), LIMA, triwulan=3))]
    assert "0 dari 28" in semua
    assert "131 batas 86" in semua
    assert "44,7 dari 72,0" in semua
    assert "Diukur pada TW IV, target 78" in semua
    assert "Realisasi 81,2 tercatat, belum ada target" in semua
    assert "Belum lapor TW III, target 3" in semua
    fig = peluru(bingkai.peluru(), LIMA, triwulan=3)
    batang = [j for j in fig.data if j.type == "bar"][1]
    assert len(batang.x) == 4  # three quarters of one jumlah, one position; none for the zero or the blanks


def test_columns_leave_a_gap_for_a_blank():
    fig = garis(bingkai.garis(), LIMA, triwulan=3, tahun=2026, predikat="Rendah", satuan="%")
    assert list(fig.data[0].x) == [1, 3]
    assert fig.data[1].y[1] is None  # last year's line is lifted, not bridged
    assert fig.data[1].connectgaps is False
    semua = teks(fig)
    assert "belum<br>lapor" in semua
    assert "belum<br>berjalan" in semua
    assert "<b>0,0</b>" in semua
    with pytest.raises(ValueError, match="harus punya keterangan"):
        garis(bingkai.garis().assign(keterangan=None), LIMA, triwulan=3, tahun=2026, predikat=None)


def test_bands_of_a_rule_take_the_table_from_its_ends():
    tanda = {
        nama: [g.tanda for g in tokens.gaya_predikat(aturan).values()] for nama, aturan in ATURAN_BAKU.items()
    }
    assert tanda["lima-peringkat"] == ["▲", "●", "■", "◆", "▼"]
    assert tanda["kpu-contoh"] == ["▲", "●", "◆", "▼"]
    assert tanda["kemenkeu"] == ["▲", "■", "▼"]


def test_sentences_for_those_who_do_not_see_the_chart():
    assert alt_peringkat(bingkai.peringkat(), LIMA) == (
        "Peringkat 5 OPD: tertinggi Inspektorat 96,1, terendah Dinas Nol 0,0; 3 OPD tidak diberi peringkat."
    )
    assert alt_peta(bingkai.peta(), triwulan=3) == (
        "Skor 5 OPD per triwulan; 3 sudah bernilai pada TW III, 1 turun dua triwulan berturut-turut."
    )
    assert "1 di antaranya" in alt_kuadran(bingkai.kuadran(), batas_skor=76, acuan_serap=60)
    assert alt_peluru(bingkai.peluru(), "Dinas X", triwulan=3).endswith(
        "3 dinilai, capaian terendah Nol yang dilaporkan."
    )
    assert alt_garis(bingkai.garis(), "X", triwulan=2) == "X per triwulan; TW II belum lapor."


def test_nothing_leaves_for_a_cloud():
    assert KONFIG["showSendToCloud"] is False
    assert KONFIG["displaylogo"] is False


def kontras(a, b):
    """WCAG 2 contrast ratio."""

    def terang(hex_):
        kanal = [int(hex_[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    x, y = sorted((terang(a), terang(b)))
    return (y + 0.05) / (x + 0.05)


def test_contrast_of_the_tokens():
    for p in tokens.TANGGA:
        assert kontras(p.teks, p.tint) >= 4.5
        assert kontras(p.teks, tokens.PUTIH) >= 4.5
        assert kontras(p.tepi, tokens.PUTIH) >= 3
    for warna in (tokens.TINTA, tokens.REDUP, tokens.SAMAR, tokens.NILA, tokens.TEKS_BAHAYA):
        assert kontras(warna, tokens.PUTIH) >= 4.5
    assert kontras(tokens.REDUP, tokens.BIDANG) >= 4.5
    assert kontras(tokens.NILA, tokens.NILA_MUDA) >= 4.5
    assert kontras(tokens.LALU_TEPI, tokens.PUTIH) >= 2.8  # edge of a grey column whose number stands beside it
