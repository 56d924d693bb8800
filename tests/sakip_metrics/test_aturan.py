"""The rule set and its presets: frozen, complete, exactly as agreed, and each field with its basis."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from itertools import pairwise

import pytest

import sakip_metrics
from sakip_metrics import ATURAN_BAKU, SKALA_BAKU, Aturan, PitaPredikat

PRESETS = {"lima-peringkat", "kpu-contoh", "kemenkeu", "bps", "tanpa-batas"}
FIELDS = {
    "nama",
    "rumus_minimal",
    "rasio_realisasi_nol",
    "batas_atas",
    "batas_bawah",
    "triwulan_kosong",
    "cakupan_minimum",
    "predikat",
    "tepi",
    "acuan_penyerapan",
}


def test_the_public_names_are_those_of_the_contract():
    promised = {
        "ATURAN_BAKU",
        "SKALA_BAKU",
        "Aturan",
        "capaian",
        "hitung",
        "penyerapan",
        "predikat",
        "rekap",
        "sampai_triwulan",
        "skor",
    }
    assert promised <= set(sakip_metrics.__all__)
    assert all(hasattr(sakip_metrics, name) for name in sakip_metrics.__all__)


def test_aturan_has_the_agreed_fields():
    assert is_dataclass(Aturan)
    assert {field.name for field in fields(Aturan)} >= FIELDS


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_rule_in_force_cannot_be_changed(name):
    with pytest.raises(FrozenInstanceError):
        setattr(ATURAN_BAKU["lima-peringkat"], name, None)


def test_every_field_says_what_it_rests_on():
    body = ast.parse(textwrap.dedent(inspect.getsource(Aturan))).body[0].body
    documented = {
        field.target.id
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and str(text.value.value).strip()
    }
    assert {field.name for field in fields(Aturan)} <= documented


def test_the_presets_are_those_of_the_contract():
    assert set(ATURAN_BAKU) == PRESETS
    assert all(isinstance(aturan, Aturan) for aturan in ATURAN_BAKU.values())


def test_each_preset_has_a_name_of_its_own():
    names = [aturan.nama for aturan in ATURAN_BAKU.values()]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("preset", "bawah", "atas"),
    [("lima-peringkat", 0, 100), ("bps", 0, 120), ("tanpa-batas", None, None)],
)
def test_floor_and_cap(preset, bawah, atas):
    assert ATURAN_BAKU[preset].batas_bawah == bawah
    assert ATURAN_BAKU[preset].batas_atas == atas


@pytest.mark.parametrize(("preset", "atas"), [("kpu-contoh", 100), ("kemenkeu", 120)])
def test_cap_where_the_contract_names_no_floor(preset, atas):
    assert ATURAN_BAKU[preset].batas_atas == atas
    assert ATURAN_BAKU[preset].batas_bawah in (None, 0)


def test_lima_peringkat_to_the_letter():
    aturan = ATURAN_BAKU["lima-peringkat"]
    assert aturan.rumus_minimal == "selisih"
    assert aturan.tepi == ">="


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_what_every_preset_shares(preset):
    aturan = ATURAN_BAKU[preset]
    assert aturan.cakupan_minimum == 80
    assert aturan.rasio_realisasi_nol == 100
    assert aturan.triwulan_kosong == "tunda"
    assert aturan.acuan_penyerapan == (15, 40, 60, 90)
    assert aturan.rumus_minimal in {"selisih", "rasio"}
    assert aturan.tepi in {">=", ">"}


def test_a_body_copies_a_preset_and_edits_it():
    adopted = replace(ATURAN_BAKU["lima-peringkat"], nama="Perbup 12/2026", rumus_minimal="rasio", batas_atas=110)
    assert (adopted.nama, adopted.rumus_minimal, adopted.batas_atas) == ("Perbup 12/2026", "rasio", 110)
    assert ATURAN_BAKU["lima-peringkat"].rumus_minimal == "selisih"
    assert ATURAN_BAKU["lima-peringkat"].batas_atas == 100


def test_equal_rules_are_equal():
    assert replace(ATURAN_BAKU["bps"]) == ATURAN_BAKU["bps"]


def test_ordinal_scales_as_used_in_the_field():
    """Opini BPK and AKIP letters, as in the master data of a regional application (Pringsewu)."""
    assert dict(SKALA_BAKU["opini-bpk"]) == {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}
    assert dict(SKALA_BAKU["akip"]) == {"D": 1, "C": 2, "CC": 3, "B": 4, "BB": 5, "A": 6, "AA": 7}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rumus_minimal", "terbalik"),
        ("triwulan_kosong", "abaikan"),
        ("tepi", "=>"),
        ("acuan_penyerapan", (15.0, 40.0, 60.0)),
        ("acuan_penyerapan", (15.0, 40.0, 30.0, 90.0)),
        ("acuan_penyerapan", (-1.0, 40.0, 60.0, 90.0)),
    ],
)
def test_a_rule_that_means_nothing_is_refused(field, value):
    with pytest.raises(ValueError, match=field):
        replace(ATURAN_BAKU["lima-peringkat"], **{field: value})


def test_a_floor_above_its_cap_is_refused():
    with pytest.raises(ValueError, match="batas_bawah"):
        replace(ATURAN_BAKU["lima-peringkat"], batas_bawah=101)


def test_a_preset_is_an_example_until_a_decree_adopts_it():
    assert all(aturan.contoh for aturan in ATURAN_BAKU.values())
    adopted = replace(ATURAN_BAKU["lima-peringkat"], nama="Kendal", keputusan="Perbup 12/2026")
    assert not adopted.contoh


def test_bands_from_the_lowest_up():
    assert ATURAN_BAKU["lima-peringkat"].label_predikat == (
        "Sangat Rendah",
        "Rendah",
        "Sedang",
        "Tinggi",
        "Sangat Tinggi",
    )


def test_where_good_begins_and_behind_ends():
    """On the mockups: OPD below 66 are behind, from 76 they are good."""
    assert ATURAN_BAKU["lima-peringkat"].batas_tertinggal == 66
    assert ATURAN_BAKU["lima-peringkat"].batas_baik == 76
    assert ATURAN_BAKU["kpu-contoh"].batas_tertinggal == 75


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (PitaPredikat(80, "Baik"), PitaPredikat(80, "Cukup")),
        (PitaPredikat(80, "Baik"), PitaPredikat(60, "Baik")),
    ],
    ids=["none", "one edge twice", "one label twice"],
)
def test_bands_that_cannot_tell_skor_apart_are_refused(bands):
    with pytest.raises(ValueError, match="predikat"):
        replace(ATURAN_BAKU["lima-peringkat"], predikat=bands)
