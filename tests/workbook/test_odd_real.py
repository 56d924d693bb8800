"""Real public workbooks, where they lie beside the project: everything odd in each, and each finding judged."""

from pathlib import Path

import pytest

from sakip_app.workbook import BerkasDitolakError, read_units
from sakip_app.workbook.odd.katalog import KATALOG_GANJIL

BUKU = Path(__file__).parents[3] / "shared" / "workbooks"
pytestmark = pytest.mark.skipif(not BUKU.exists(), reason="the real workbooks are not part of the project")

GANJIL = {*KATALOG_GANJIL, "jumlah-tak-cocok", "capaian-tak-cocok", "satuan-salah-ketik", "dua-indikator-satu-sel"}
GANJIL |= {"sel-galat", "rumus-belum-dihitung", "persen-pecahan", "realisasi-tanpa-target"}

# Every one was looked at in its sheet; what stands behind it says why a planner would want to know.
DINILAI = {
    "e81_bappedalitbang_deliserdang_2025.xlsx": {
        ("dua-indikator-satu-sel", "H13"),  # "1. Nilai LHE AKIP … 2. Indeks Kepuasan …" with one target
        ("jumlah-tak-cocok", "AB51"),  # typed 0 where the quarters add up to 35
        ("realisasi-tanpa-target", "N82"),  # 1 done, 0 planned
        ("sel-galat", "AF82"),  # divided by a Renstra target of 0
        ("sel-galat", "AG82"),
        ("satuan-salah-ketik", "I40"),  # "Unir"
    },
    "rekap_target_triwulan_dki_2025.xlsx": {
        # the sixteen whose quarters do not add up: the other 229 rows do
        ("target-triwulan-tak-cocok", "E44"),  # 4 in TW IV for 2
        ("target-triwulan-tak-cocok", "E56"),  # 1 + 1 + 1 + 1 for 2; so are 110, 149 and 156
        ("target-triwulan-tak-cocok", "E83"),  # 1 in TW IV for 100 per cent
        ("target-triwulan-tak-cocok", "E94"),  # 1 + 1 for 1; so are 97, 112, 127, 150, 183, 198, 211 and 229
        ("target-triwulan-tak-cocok", "E97"),
        ("target-triwulan-tak-cocok", "E110"),
        ("target-triwulan-tak-cocok", "E112"),
        ("target-triwulan-tak-cocok", "E127"),
        ("target-triwulan-tak-cocok", "E149"),
        ("target-triwulan-tak-cocok", "E150"),
        ("target-triwulan-tak-cocok", "E156"),
        ("target-triwulan-tak-cocok", "E183"),
        ("target-triwulan-tak-cocok", "E198"),
        ("target-triwulan-tak-cocok", "E211"),
        ("target-triwulan-tak-cocok", "E226"),  # 1 + 1 + 1 + 1 for 3
        ("target-triwulan-tak-cocok", "E229"),
        ("satuan-salah-ketik", "F16"),  # "Pesentase"
        ("satuan-berangka", "F150"),  # "1"
    },
    "realisasi_tw1_dki_2026.xlsx": {
        ("satuan-salah-ketik", "I25"),  # "Doklumen"
        ("satuan-salah-ketik", "I43"),  # "Dokumenn"
        ("satuan-salah-ketik", "I83"),  # "Dikumen"
        ("satuan-salah-ketik", "I200"),  # "dokuemen"
        *(("satuan-berangka", f"I{b}") for b in (102, 103, 104, 105, 106, 246, 247)),  # "1 Laporan", target 1
        *(("satuan-berangka", f"I{b}") for b in (123, 124, 125, 126)),  # "1"
        ("lonjakan", "H208"),  # 15 reports where one was planned
    },
}


def findings(nama):
    try:
        semua = read_units((BUKU / nama).read_bytes(), nama)
    except BerkasDitolakError:
        return None
    return [t for hasil in semua for t in hasil.temuan if t.kode in GANJIL]


@pytest.mark.parametrize("nama", sorted(DINILAI))
def test_every_finding_of_the_filled_workbooks(nama):
    temuan = findings(nama)
    assert {(t.kode, t.sel) for t in temuan} == DINILAI[nama]
    assert len(temuan) == len(DINILAI[nama])  # nothing is said twice
    assert not [t for t in temuan if "{" in t.pesan + t.saran or not t.sel]


@pytest.mark.parametrize("nama", sorted({p.name for p in BUKU.glob("[!b]*.xlsx")} - set(DINILAI)))
def test_nothing_is_odd_in_the_other_forms(nama):
    """Templates, plans and forms without figures: whether they are read or refused, no wolf."""
    assert not findings(nama)


def test_reasons_name_the_figures():
    pesan = {t.sel: t.pesan for t in findings("rekap_target_triwulan_dki_2025.xlsx")}
    assert "TW II 1 + TW IV 1 = 2" in pesan["E94"]
    assert "hanya TW IV 1" in pesan["E83"]
    assert "“Persentase”" in pesan["F16"]
