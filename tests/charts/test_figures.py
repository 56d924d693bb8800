"""What every figure owes: the house template, no stray colour, a word in every empty cell, Indonesian text."""

import re
from itertools import pairwise

import pandas as pd
import pytest

from sakip_app.charts import tokens
from sakip_app.charts.garis import alt_garis, garis
from sakip_app.charts.kuadran import alt_kuadran, kuadran, sudut
from sakip_app.charts.peluru import alt_peluru, peluru
from sakip_app.charts.peringkat import alt_peringkat, peringkat, sumbu_skor
from sakip_app.charts.theme import FONT, KONFIG
from sakip_app.text.numbers import format_skor
from sakip_metrics import ATURAN_BAKU
from tests.charts import contoh_bingkai as bingkai

LIMA, TIGA = bingkai.LIMA, bingkai.TIGA
FIGUR = {
    "peringkat": lambda: peringkat(bingkai.peringkat(), LIMA, triwulan=3),
    "peringkat-1": lambda: peringkat(bingkai.peringkat(), LIMA, triwulan=3, blok=1),
    "kuadran": lambda: kuadran(bingkai.kuadran(), LIMA, batas_skor=76, acuan_serap=60),
    "peluru": lambda: peluru(bingkai.peluru(), LIMA, triwulan=3),
    "garis": lambda: garis(bingkai.garis(), LIMA, triwulan=3, tahun=2026, predikat="Rendah", satuan="%"),
}
KOSONG = {
    "peringkat": lambda: peringkat(bingkai.peringkat().iloc[:0], LIMA, triwulan=3),
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
        peringkat(sesudah, LIMA, triwulan=3)
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


def kata(fig):
    """Texts without their weight and size."""
    return [re.sub(r"</?b>|</?span[^>]*>", "", t) for t in teks(fig)]


def titik(fig):
    return next(j for j in fig.data if j.type == "scatter" and j.mode == "markers")


def test_ranking_shows_each_skor_as_the_format_does_and_each_word():
    f = bingkai.peringkat()
    fig = peringkat(f, LIMA, triwulan=3, blok=1)
    semua = kata(fig)
    for q in (1, 2, 3):
        for nilai in f[f"nilai_{q}"].dropna():
            assert format_skor(nilai, LIMA) in semua
    assert "90,9" in semua  # Tinggi
    assert "91,0" not in semua
    assert {"belum lapor", "terlambat", "belum dijadwalkan", "tanpa target", "perlu penilaian manual"} <= set(
        semua
    )
    assert semua.count("–") == 3 + 8  # three without a rank; TW IV has not begun for eight
    assert "3 dari 5 dinilai" in semua
    assert semua.count("88,0") == 1  # its skor stands in its cell alone
    assert [semua.count(n) for n in "12345"] == [1] * 5
    assert {"↑ 2,6", "↓↓ 66,0", "Arah", "51", "66", "76", "91", "TW IV"} <= set(semua)
    assert {"◆", "▼"} <= set(semua)
    assert len(titik(fig).x) == 5  # signs on the track for the ranked only


def test_narrow_cells_have_short_words_none_of_them_cut():
    semua = kata(peringkat(bingkai.peringkat(), LIMA, triwulan=3))
    assert {"belum lapor", "terlambat", "○", "□", "manual"} <= set(semua)
    terisi = bingkai.peringkat().assign(keterangan_4="belum lapor")  # four full quarters
    semua = kata(peringkat(terisi, LIMA, triwulan=3))
    assert {"belum", "terlambat"} <= set(semua)
    assert not [t for t in semua if t.endswith("…") and not t.startswith("Dinas Pem")]


def test_the_level_stands_whole_behind_a_name_however_long():
    semua = kata(peringkat(bingkai.peringkat(), LIMA, triwulan=3))
    assert "Bappeda (program)" in " ".join(" ".join(semua).split())
    assert any(t.startswith("Dinas Pem") and t.endswith("(kegiatan)") and "…" in t for t in semua)
    assert not any("None" in t or "sasaran" in t for t in semua)


def test_user_text_is_shown_not_obeyed():
    semua = " ".join(teks(peringkat(bingkai.peringkat(), LIMA, triwulan=3)))
    assert "Kec. &lt;b&gt;Muaratiga&lt;/b&gt;" in semua


def test_long_names_are_shortened_but_whole_in_the_hover():
    fig = peringkat(bingkai.peringkat(), LIMA, triwulan=3)
    pendek = [t for t in teks(fig) if t.startswith("<b>Dinas Pem") and "…" in t]
    assert pendek
    assert any(bingkai.PANJANG.strip() in t for t in teks(fig))


def test_axis_of_scores():
    nilai = pd.Series([0.0, 90.0])
    assert sumbu_skor(nilai, LIMA) == (40.0, 100)
    assert sumbu_skor(pd.Series([112.0]), TIGA) == (40.0, 120)
    assert sumbu_skor(pd.Series([900.0]), TIGA) == (40.0, 150.0)
    assert sumbu_skor(pd.Series([bingkai.KOSONG]), LIMA) == (40.0, 100)
    x = titik(peringkat(bingkai.peringkat(), LIMA, triwulan=3, blok=1)).x
    awal, akhir = x[4], x[4] + (x[0] - x[4]) * 60 / (96.1 - 40)  # the zero stands at the start of the track, 40
    assert x[2] == pytest.approx(awal + (71.2 - 40) / 60 * (akhir - awal))
    assert akhir < 1312


def test_a_rule_without_a_cap_keeps_its_sign_on_the_track():
    terbaik = TIGA.predikat[0].label
    f = (
        bingkai.peringkat()
        .iloc[:2]
        .assign(
            **{f"predikat_{q}": terbaik for q in (1, 2, 3)}, nilai_1=100.0, nilai_2=120.0, nilai_3=[900.0, 100.0]
        )
    )
    fig = peringkat(f, TIGA, triwulan=3, blok=1)
    x = titik(fig).x
    assert x[1] < x[0] < 1312
    assert {"900,0", "80", "100"} <= set(kata(fig))


@pytest.mark.parametrize("nama", ["lima-peringkat", "kpu-contoh", "kemenkeu"])
def test_edges_of_each_rule_stand_at_the_head_of_the_track(nama):
    aturan = ATURAN_BAKU[nama]
    f = (
        bingkai.peringkat()
        .iloc[:1]
        .assign(
            **{f"predikat_{q}": aturan.predikat[0].label for q in (1, 2, 3)},
            **{f"nilai_{q}": 100.0 for q in (1, 2, 3)},
        )
    )
    semua = kata(peringkat(f, aturan, triwulan=3))
    assert {f"{p.batas:.0f}" for p in aturan.predikat[:-1]} <= set(semua)


def test_ranking_needs_a_word_for_every_empty_cell_and_keeps_zero_full():
    fig = peringkat(bingkai.peringkat(), LIMA, triwulan=3, blok=1)
    panas = fig.data[0]
    assert panas.z[7][0] == 4  # 0,0 is a full cell in the lowest band
    assert panas.z[4][2] == 4
    assert panas.z[0][3] is None  # TW IV has not begun
    assert kata(fig).count("0,0") == 2
    rusak = bingkai.peringkat().assign(keterangan_3=None)
    with pytest.raises(ValueError, match="harus punya keterangan"):
        peringkat(rusak, LIMA, triwulan=3)


@pytest.mark.parametrize("n", [1, 2, 7, 8, 60])
def test_blocks_hold_every_unit_once_in_order(n):
    f = pd.concat([bingkai.peringkat().iloc[[0]]] * n, ignore_index=True)
    f = f.assign(peringkat=pd.array(range(1, n + 1), dtype="Int64"), nama=[f"Unit ke-{i}" for i in range(n)])
    fig = peringkat(f, LIMA, triwulan=3)
    baris = -(-n // 2)
    nama = next(j for j in fig.data if "Unit ke-0" in (j.text or ()))
    assert list(nama.text) == [f"Unit ke-{i}" for i in range(n)]
    assert list(nama.y) == [i % baris for i in range(n)]
    assert len(set(nama.x)) == (1 if n == 1 else 2)
    assert len(fig.data[0].z) == baris
    assert fig.layout.height == 26 * (baris + 1)


def test_nobody_ranked_yet():
    f = bingkai.peringkat().iloc[5:]
    fig = peringkat(f, LIMA, triwulan=3)
    assert len(titik(fig).x) == 0
    assert not {"51", "66", "76", "91"} & set(kata(fig))  # no track, so no edges to name
    tak_ada = f.assign(nilai_3=bingkai.KOSONG, keterangan_3="belum lapor")
    assert "belum lapor" in kata(peringkat(tak_ada, LIMA, triwulan=3))


def test_ranking_gives_room_to_quarters_with_numbers():
    def lebar(triwulan):
        f = bingkai.peringkat().assign(nilai_1=90.0, predikat_1="Tinggi")
        x = peringkat(f, LIMA, triwulan=triwulan, blok=1).data[0].x
        return [b - a for a, b in pairwise(x)]

    satu, tiga = lebar(1), lebar(3)
    assert satu[1] == pytest.approx(satu[0])  # TW II has been reported although TW I is on screen
    assert tiga[3] < tiga[2]  # TW IV has not begun


def test_text_stands_out_from_its_cell():
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
    assert alt_peringkat(bingkai.peringkat(), LIMA, triwulan=3) == (
        "Peringkat 5 OPD pada TW III dan skor tiap triwulan: tertinggi Inspektorat 96,1, terendah Dinas Nol 0,0; "
        "3 OPD tidak diberi peringkat. 2 turun dua triwulan berturut-turut."
    )
    assert alt_peringkat(bingkai.peringkat().iloc[5:], LIMA, triwulan=3, sebutan="satker") == (
        "Skor 3 satker per triwulan; pada TW III belum ada yang diberi peringkat."
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


def test_a_rank_of_a_scale_is_shown_as_its_word() -> None:
    """WTP is the fourth of four opinions: four of four says nothing to a reader."""
    rows = bingkai.peluru().head(1)
    rows = rows.assign(
        realisasi_sd=3.0, target_sd=4.0, satuan="opini", kata=[{3.0: "WDP", 4.0: "WTP"}], status="dinilai"
    )
    told = " ".join(teks(peluru(rows, LIMA, triwulan=3)))
    assert "WDP" in told
    assert "WTP" in told
