"""Units over time: as they were called and as they existed on a day, found by every name they bore."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from sakip_app.store import (
    SimpanDitolakError,
    UnitBaru,
    add_alias,
    add_units,
    data_version,
    end_unit,
    find_unit,
    list_alias,
    list_nama,
    list_nomenklatur,
    list_penerus,
    list_peristiwa,
    list_unit,
    merge_units,
    rename_unit,
    set_unit_valid,
    split_unit,
)
from tests.store.conftest import baris, upload

JULI = date(2026, 7, 1)
JUNI = date(2026, 6, 30)


@pytest.fixture
def store(store):
    add_units(
        store,
        "B",
        [
            UnitBaru("prov", "KPU Provinsi", urutan=1),
            UnitBaru("a", "Dinas A", urutan=2, kode_induk="prov"),
            UnitBaru("b", "Dinas B", urutan=3, kode_induk="prov", alias=("Badan B",)),
            UnitBaru("a1", "UPTD A1", urutan=4, kode_induk="a"),
        ],
        pelaku="admin",
    )
    return store


def names(store, *when):
    return dict(zip(*(list_unit(store, "B", *when)[c] for c in ("kode_unit", "nama")), strict=True))


def above(store, *when):
    units = list_unit(store, "B", *when).set_index("kode_unit")["kode_induk"]
    return units.astype("object").where(units.notna(), None).to_dict()


def refused(call, *args, **options):
    with pytest.raises(SimpanDitolakError) as error:
        call(*args, pelaku="admin", **options)
    assert error.value.pesan[-1] == error.value.saran[-1] == "."
    return error.value.kode


class TestRenamed:
    def test_each_quarter_under_the_name_of_its_last_day(self, store):
        rename_unit(store, "B", "a", nama="Dinas Apik", nama_pendek="Apik", sejak=JULI, pelaku="admin")
        assert [names(store, 2026, tw)["a"] for tw in (1, 2, 3, 4)] == ["Dinas A"] * 2 + ["Dinas Apik"] * 2
        assert names(store, 2026)["a"] == names(store)["a"] == "Dinas Apik"
        assert names(store, 2025)["a"] == "Dinas A"
        rename_unit(store, "B", "a", nama="Dinas Asri", sejak=date(2027, 1, 1), pelaku="admin")
        assert names(store, 2026, 4)["a"] == "Dinas Apik"
        row = list_unit(store, "B").set_index("kode_unit").loc["a"]
        assert (row["nama"], row["nama_pendek"], row["kode_induk"], row["urutan"]) == (
            *("Dinas Asri", "Dinas Asri", "prov"),
            2,
        )

    def test_what_is_not_said_stays(self, store):
        rename_unit(store, "B", "a", nama="Dinas A", kode_induk="b", urutan=9, sejak=JULI, pelaku="admin")
        assert above(store, 2026, 2)["a"] == "prov"
        assert above(store, 2026, 3)["a"] == "b"
        assert list_unit(store, "B", 2026, 3)["kode_unit"].tolist() == ["prov", "b", "a1", "a"]
        assert list_unit(store, "B", 2026, 2)["kode_unit"].tolist() == ["prov", "a", "b", "a1"]
        rename_unit(store, "B", "a", nama="Dinas A", kode_induk="", sejak=JULI, pelaku="admin")
        assert above(store, 2026, 3)["a"] is None
        assert list_unit(store, "B", 2026, 3).set_index("kode_unit").loc["a", "nama_pendek"] == "Dinas A"

    def test_said_again_for_the_same_day_corrects_and_nothing_is_lost(self, store):
        rename_unit(store, "B", "a", nama="Dinas Apiik", sejak=JULI, pelaku="admin")
        rename_unit(store, "B", "a", nama="Dinas Apik", sejak=JULI, pelaku="Bagian Organisasi")
        assert names(store, 2026, 3)["a"] == "Dinas Apik"
        rows = list_nomenklatur(store, "B")
        assert rows[["kode_unit", "nama", "pelaku"]].values.tolist() == [
            ["a", "Dinas Apiik", "admin"],
            ["a", "Dinas Apik", "Bagian Organisasi"],
        ]
        assert rows["sejak"].tolist() == [pd.Timestamp(JULI)] * 2
        assert list_peristiwa(store, "B")["keterangan"].iloc[0] == "a Dinas Apiik → Dinas Apik sejak 2026-07-01"

    def test_an_earlier_day_said_later_goes_between(self, store):
        rename_unit(store, "B", "a", nama="Ketiga", sejak=JULI, pelaku="admin")
        rename_unit(store, "B", "a", nama="Kedua", sejak=date(2026, 4, 1), pelaku="admin")
        assert [names(store, 2026, tw)["a"] for tw in (1, 2, 3)] == ["Dinas A", "Kedua", "Ketiga"]

    def test_the_names_one_after_the_other(self, store):
        rename_unit(store, "B", "a", nama="Dinas Apiik", sejak=JULI, pelaku="admin")
        rename_unit(store, "B", "a", nama="Dinas Apik", sejak=JULI, pelaku="admin")
        rename_unit(store, "B", "a", nama="Dinas Apik", kode_induk="b", sejak=date(2026, 9, 1), pelaku="admin")
        rename_unit(store, "B", "a", nama="Dinas Asri", sejak=date(2027, 1, 1), pelaku="admin")
        rows = list_nama(store, "B").query("kode_unit == 'a'")
        assert rows["nama"].tolist() == ["Dinas A", "Dinas Apik", "Dinas Asri"]
        assert rows["sejak"].iloc[1:].tolist() == [pd.Timestamp(JULI), pd.Timestamp("2027-01-01")]
        assert rows["sampai"].iloc[:2].tolist() == [pd.Timestamp(JUNI), pd.Timestamp("2026-12-31")]
        assert pd.isna(rows["sejak"].iloc[0])
        assert pd.isna(rows["sampai"].iloc[2])

    def test_refusals_change_nothing(self, store):
        set_unit_valid(store, "B", "a1", date(2026, 2, 1), None, pelaku="admin")
        before = data_version(store), list_nomenklatur(store, "B").shape
        for kode, unit, options in (
            ("unit-asing", "x", {"nama": "X"}),
            ("nama-kosong", "a", {"nama": " – "}),
            ("nama-dipakai", "a", {"nama": "DINAS  B"}),
            ("induk-asing", "a", {"nama": "A", "kode_induk": "x"}),
            ("induk-melingkar", "a", {"nama": "A", "kode_induk": "a1"}),
            ("induk-melingkar", "a", {"nama": "A", "kode_induk": "a"}),
            ("di-luar-masa", "a1", {"nama": "A", "sejak": date(2026, 1, 31)}),
        ):
            assert refused(rename_unit, store, "B", unit, **({"sejak": JULI} | options)) == kode
        assert refused(rename_unit, store, "X", "a", nama="A", sejak=JULI) == "instansi-asing"
        assert (data_version(store), list_nomenklatur(store, "B").shape) == before

    def test_a_circle_that_only_a_later_move_would_close(self, store):
        rename_unit(store, "B", "b", nama="Dinas B", kode_induk="", sejak=JULI, pelaku="admin")
        rename_unit(store, "B", "b", nama="Dinas B", kode_induk="a", sejak=date(2026, 10, 1), pelaku="admin")
        assert refused(rename_unit, store, "B", "a", nama="A", kode_induk="b", sejak=JULI) == "induk-melingkar"


class TestExistence:
    def test_a_unit_that_ended_in_june_is_there_until_tw_ii(self, store):
        end_unit(store, "B", "b", sampai=JUNI, pelaku="admin")
        assert ["b" in names(store, 2026, tw) for tw in (1, 2, 3, 4)] == [True, True, False, False]
        assert "b" in names(store, 2026)
        assert "b" not in names(store, 2027)
        row = list_unit(store, "B").set_index("kode_unit").loc["b"]
        assert row["berlaku_sampai"] == pd.Timestamp(JUNI)
        assert pd.isna(row["berlaku_dari"])

    def test_opened_again(self, store):
        end_unit(store, "B", "b", sampai=JUNI, penerus=["a"], pelaku="admin")
        end_unit(store, "B", "b", sampai=None, pelaku="admin")
        assert "b" in names(store, 2026, 3)
        assert list_penerus(store, "B").empty

    def test_successors(self, store):
        end_unit(store, "B", "a", sampai=JUNI, penerus=["b"], pelaku="admin")
        assert list_penerus(store, "B").values.tolist() == [["a", "b", pd.Timestamp(JULI)]]
        assert above(store, 2026, 2)["a1"] == "a"
        assert above(store, 2026, 3)["a1"] == "b", "what stood below goes to the one successor"
        end_unit(store, "B", "a", sampai=JUNI, penerus=["prov"], pelaku="admin")
        assert list_penerus(store, "B")["kode_penerus"].tolist() == ["prov"]
        set_unit_valid(store, "B", "a", None, date(2026, 9, 30), pelaku="admin")
        assert list_penerus(store, "B").values.tolist() == [["a", "prov", pd.Timestamp("2026-10-01")]]
        end_unit(store, "B", "a", sampai=date(2026, 9, 30), pelaku="admin")
        assert list_penerus(store, "B").empty

    def test_refusals(self, store):
        set_unit_valid(store, "B", "b", date(2026, 3, 1), None, pelaku="admin")
        before = data_version(store)
        assert refused(end_unit, store, "B", "x", sampai=JUNI) == "unit-asing"
        assert refused(end_unit, store, "B", "a", sampai=JUNI, penerus=["x"]) == "unit-asing"
        assert refused(end_unit, store, "B", "a", sampai=JUNI, penerus=["a"]) == "penerus-keliru"
        assert refused(end_unit, store, "B", "b", sampai=date(2026, 2, 28)) == "masa-terbalik"
        assert refused(end_unit, store, "B", "a", sampai=None, penerus=["b"]) == "penerus-tanpa-akhir"
        assert refused(set_unit_valid, store, "B", "a", JULI, JUNI) == "masa-terbalik"
        assert refused(add_units, store, "B", [UnitBaru("c", "C", berlaku_dari=JULI, berlaku_sampai=JUNI)]) == (
            "masa-terbalik"
        )
        assert refused(add_units, store, "B", [UnitBaru("c", "C", kode_induk="y")]) == "induk-asing"
        assert data_version(store) == before
        end_unit(store, "B", "b", sampai=JUNI, pelaku="admin")
        assert refused(end_unit, store, "B", "a", sampai=JUNI, penerus=["b"]) == "penerus-keliru"


class TestFigures:
    """Dinas B reported TW I and TW II of 2026."""

    @pytest.fixture(autouse=True)
    def reported(self, store):
        upload(store, baris(realisasi={1: 5.0, 2: 6.0}), isi=b"b", kode_unit="b", unit_baru=None)

    @pytest.mark.parametrize(
        ("dari", "sampai", "told"),
        [
            (None, date(2025, 1, 1), "TW I dan TW II 2026"),
            (None, date(2026, 3, 31), "TW II 2026"),
            (date(2026, 4, 1), None, "TW I 2026"),
            (None, date(2026, 4, 1), None),
            (date(2026, 3, 31), JUNI, None),
        ],
    )
    def test_no_days_hide_what_was_reported(self, store, dari, sampai, told):
        def call() -> None:
            set_unit_valid(store, "B", "b", dari, sampai, pelaku="admin")

        if told is None:
            call()
            return
        before = data_version(store)
        with pytest.raises(SimpanDitolakError) as error:
            call()
        assert error.value.kode == "unit-berangka"
        assert error.value.pesan == f"Dinas B sudah melaporkan {told}, di luar masa berlaku yang baru."
        assert data_version(store) == before

    def test_neither_an_end_nor_a_merger_hides_them(self, store):
        assert refused(end_unit, store, "B", "b", sampai=date(2026, 3, 31)) == "unit-berangka"
        new = UnitBaru("ab", "Dinas AB")
        assert refused(merge_units, store, "B", ["a", "b"], new, sejak=date(2026, 4, 1)) == "unit-berangka"
        merge_units(store, "B", ["a", "b"], new, sejak=JULI, pelaku="admin")

    def test_no_figures_after_the_end(self, store):
        send = lambda **more: upload(store, baris(**more), isi=b"c", kode_unit="b", unit_baru=None)  # noqa: E731
        end_unit(store, "B", "b", sampai=date(2026, 5, 15), penerus=["a"], pelaku="admin")
        with pytest.raises(SimpanDitolakError) as error:
            send(realisasi={2: 7.0, 3: 8.0})
        assert error.value.kode == "unit-berakhir"
        assert error.value.pesan == "Dinas B berakhir 15 Mei 2026, jadi tidak melaporkan TW II dan TW III 2026."
        assert error.value.saran == "Kirim untuk penerusnya, Dinas A."
        send(realisasi={1: 5.5, 2: 6.0})

    def test_no_figures_before_the_beginning(self, store):
        set_unit_valid(store, "B", "a", JULI, None, pelaku="admin")
        with pytest.raises(SimpanDitolakError) as error:
            upload(store, baris(realisasi={2: 7.0, 3: 8.0}), isi=b"c", kode_unit="a", unit_baru=None)
        assert error.value.kode == "unit-belum-ada"
        assert error.value.pesan == "Dinas A baru ada sejak 1 Jul 2026, jadi tidak melaporkan TW II 2026."
        upload(store, baris(realisasi={3: 8.0}), isi=b"d", kode_unit="a", unit_baru=None)


class TestMergedAndSplit:
    def test_merged(self, store):
        new = UnitBaru("ab", "Dinas A dan B", "Dinas AB", kode_induk="prov", urutan=2)
        merge_units(store, "B", ["a", "b"], new, sejak=JULI, pelaku="admin")
        assert list_unit(store, "B", 2026, 2)["kode_unit"].tolist() == ["prov", "a", "b", "a1"]
        assert list_unit(store, "B", 2026, 3)["kode_unit"].tolist() == ["prov", "ab", "a1"]
        assert above(store, 2026, 3) == {"prov": None, "ab": "prov", "a1": "ab"}
        assert list_penerus(store, "B")[["kode_unit", "kode_penerus"]].values.tolist() == [
            ["a", "ab"],
            ["b", "ab"],
        ]
        assert list_peristiwa(store, "B")["keterangan"].iloc[0] == (
            "Dinas A, Dinas B → Dinas A dan B sejak 2026-07-01"
        )

    def test_split_may_keep_a_name(self, store):
        parts = [UnitBaru("b1", "Dinas B", urutan=3), UnitBaru("b2", "Badan Baru", urutan=3, alias=("Badan B2",))]
        split_unit(store, "B", "b", parts, sejak=JULI, pelaku="admin")
        assert list_unit(store, "B", 2026, 3)["kode_unit"].tolist() == ["prov", "a", "b1", "b2", "a1"]
        assert list_penerus(store, "B")["kode_penerus"].tolist() == ["b1", "b2"]
        assert find_unit(store, "B", "Dinas B", 2025) == "b"
        assert find_unit(store, "B", "Dinas B", 2027) == find_unit(store, "B", "Dinas B") == "b1"
        assert find_unit(store, "B", "badan b2") == "b2"

    def test_refused_as_a_whole(self, store):
        end_unit(store, "B", "a1", sampai=date(2026, 3, 31), pelaku="admin")
        before = data_version(store), names(store)
        for kode, lama, baru in (
            ("kurang-dari-dua", ["a", "a"], UnitBaru("c", "C")),
            ("unit-asing", ["a", "x"], UnitBaru("c", "C")),
            ("unit-ada", ["a", "b"], UnitBaru("b", "C")),
            ("nama-dipakai", ["a", "b"], UnitBaru("c", "KPU Provinsi")),
            ("induk-asing", ["a", "b"], UnitBaru("c", "C", kode_induk="y")),
            ("di-luar-masa", ["a", "a1"], UnitBaru("c", "C")),
        ):
            assert refused(merge_units, store, "B", lama, baru, sejak=JULI) == kode
        assert refused(split_unit, store, "B", "a", [UnitBaru("c", "C")], sejak=JULI) == "kurang-dari-dua"
        twice = [UnitBaru("c", "C"), UnitBaru("c", "D")]
        assert refused(split_unit, store, "B", "a", twice, sejak=JULI) == "unit-ada"
        assert (data_version(store), names(store)) == before


class TestFound:
    def test_by_every_name_it_bore(self, store):
        rename_unit(store, "B", "a", nama="Dinas Apik", nama_pendek="Apik", sejak=JULI, pelaku="admin")
        for name in ("a", "Dinas A", "DINAS APIK", "apik"):
            assert find_unit(store, "B", name) == find_unit(store, "B", name, 2025) == "a"
        assert find_unit(store, "B", "Dinas") is None

    def test_a_name_of_that_time_goes_before_one_of_another(self, store):
        rename_unit(store, "B", "a", nama="Dinas Apik", sejak=date(2026, 1, 1), pelaku="admin")
        rename_unit(store, "B", "b", nama="Dinas A", sejak=date(2027, 1, 1), pelaku="admin")
        assert find_unit(store, "B", "Dinas A", 2027) == "b"
        assert find_unit(store, "B", "Dinas A", 2025) == "a"

    def test_what_exists_goes_before_what_ended(self, store):
        end_unit(store, "B", "a", sampai=JUNI, pelaku="admin")
        add_units(store, "B", [UnitBaru("a-baru", "Dinas A", berlaku_dari=JULI)], pelaku="admin")
        assert find_unit(store, "B", "Dinas A", 2025) == "a"
        assert find_unit(store, "B", "Dinas A", 2027) == find_unit(store, "B", "dinas a") == "a-baru"


class TestAlias:
    def test_added_once(self, store):
        add_alias(store, "B", "a", "Dinas Lama, A", pelaku="admin")
        version = data_version(store)
        add_alias(store, "B", "a", "dinas lama a", pelaku="admin")
        assert data_version(store) == version
        assert list_alias(store, "B").values.tolist() == [["a", "dinas lama a"], ["b", "badan b"]]
        assert find_unit(store, "B", "DINAS LAMA A") == "a"

    def test_refusals(self, store):
        assert refused(add_alias, store, "B", "x", "Y") == "unit-asing"
        assert refused(add_alias, store, "B", "a", " - ") == "alias-kosong"
        assert refused(add_alias, store, "B", "a", "badan b") == "alias-dipakai"
        assert refused(add_alias, store, "B", "a", "DINAS B") == "alias-dipakai"
        new = UnitBaru("c", "Dinas C", alias=("Dinas A",))
        assert refused(add_units, store, "B", [new]) == "alias-dipakai"

    def test_the_name_of_an_ended_unit_may_mean_its_successor(self, store):
        new = UnitBaru("ab", "Dinas AB", alias=("Dinas A",))
        merge_units(store, "B", ["a", "b"], new, sejak=JULI, pelaku="admin")
        add_alias(store, "B", "ab", "Dinas B", pelaku="admin")
        assert find_unit(store, "B", "Dinas B", 2025) == "b"
        assert find_unit(store, "B", "Dinas B", 2027) == find_unit(store, "B", "Dinas A", 2027) == "ab"
