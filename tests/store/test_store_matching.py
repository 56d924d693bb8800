"""Which row of a file is which kept indicator; what is offered, removed and brought back, on both databases."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from sakip_app.store import (
    Padanan,
    SimpanDitolakError,
    UnggahanTersimpan,
    UnitBaru,
    add_units,
    commit_upload,
    compare,
    find_unit,
    history,
    list_dicabut,
    list_peristiwa,
    list_unggahan,
    load_tahun,
    match_rows,
    near_units,
    preview_withdrawal,
    set_jadwal,
    withdraw_upload,
)
from sakip_app.store.likeness import AMBANG, alike, mark_words
from sakip_app.store.pairing import Tercatat, pair
from sakip_app.store.periods import Jadwal
from sakip_app.workbook.result import BarisIndikator, Temuan
from tests.store.conftest import baris, hasil

OF: dict[str, Any] = {"kode_instansi": "B", "kode_unit": "u", "tahun": 2026}
STUNTING = "Persentase balita stunting"
REWORDED = "Prevalensi stunting pada balita"
AGAIN = "Prevalensi balita yang mengalami stunting"


def row(kunci: str, uraian: str = "", **fields: Any) -> BarisIndikator:
    return replace(baris(kunci, **fields), uraian=uraian)


def send(
    engine: sa.Engine, *rows: BarisIndikator, isi: bytes, baca: Mapping[str, Any] | None = None, **options: Any
) -> UnggahanTersimpan:
    defaults: dict[str, Any] = OF | {"unit_baru": UnitBaru("u", "Dinas U"), "polaritas": {}, "pelaku": "Ani"}
    return commit_upload(engine, hasil(*rows, isi=isi, **(baca or {})), isi, **(defaults | options))


def match(engine: sa.Engine, *rows: BarisIndikator, putusan: Any = None, **baca: Any) -> Padanan:
    return match_rows(engine, hasil(*rows, **baca), **OF, putusan=putusan)


def refused(kode: str) -> Any:
    return pytest.raises(SimpanDitolakError, check=lambda e: e.kode == kode)


def in_force(engine: sa.Engine) -> dict[str, str]:
    """Each indicator's key and words."""
    rows = load_tahun(engine, "B", 2026).indikator
    return dict(zip(rows["kunci"], rows["uraian"], strict=True))


def told(engine: sa.Engine, *rows: BarisIndikator, **options: Any) -> list[tuple[Any, ...]]:
    """What keeping the rows would change, without what stays the same."""
    beda = compare(engine, hasil(*rows, isi=b"?"), **OF, polaritas={}, **options)
    shown = beda[beda["keadaan"] != "sama"]
    return [
        (r["kunci"], r["jenis"], r["keadaan"], r["lama_teks"] if isinstance(r["lama_teks"], str) else None)
        for r in shown.to_dict("records")
    ]


@pytest.mark.parametrize(
    ("tersimpan", "di_berkas", "cara"),
    [
        ("1.01.02", "1.01.02", "sama"),
        ("1.01.02", "1 01 02", "kode"),
        ("1.01.02", "1.1.2", "kode"),
        ("1.01.02", "01-01-02.", "kode"),
        ("1.01.02", "10102", "kode"),
        ("10102", "1.01.02", "kode"),
        ("IKU-01", "iku 1", "kode"),
        ("1.10", "1.1", "asing"),  # ten is not one
        ("1.10", "1.010", "kode"),
        ("1.1", "11", "kode"),
        ("1.1", "1.1.1", "asing"),
        ("1.10.2", "11.02", "asing"),  # of both the parts are known, and they differ
    ],
)
def test_codes_match_whatever_stands_between_their_parts(tersimpan: str, di_berkas: str, cara: str) -> None:
    kept = Tercatat("k", STUNTING, kode=tersimpan)
    (found,) = pair([row(di_berkas, kode=di_berkas)], [kept], {})
    assert (found.cara, found.tersimpan) == (cara, None if cara == "asing" else "k")


def test_what_is_offered_and_what_is_not() -> None:
    # By hand: words in another order or one more word are the same thing said otherwise; other numbers, and other
    # things of the same kind, are not.
    assert alike(STUNTING, REWORDED) >= AMBANG
    assert alike("Persentase jalan dalam kondisi mantap", "Jumlah dokumen RKA-SKPD") < AMBANG
    kept = [
        Tercatat("a", STUNTING, satuan="%", target_tahunan=14.0),
        Tercatat("b", "Nilai rapor siswa kelas 1"),
        Tercatat("c", "Indeks kepuasan masyarakat", kode_pk="ketua"),
    ]
    rows = [
        row("r1", REWORDED, satuan="%", target_tahunan=14.0),
        row("r2", "Nilai rapor siswa kelas 2"),
        row("r3", "Indeks kepuasan masyarakat", kode_pk="sekretaris"),
    ]
    offered, other_number, other_pk = pair(rows, kept, {})
    (calon,) = offered.calon
    assert (offered.cara, offered.terbuka, calon.tersimpan.kunci) == ("mirip", True, "a")
    assert calon.mendukung == ("satuan", "target tahun")
    assert [p.cara for p in (other_number, other_pk)] == ["baru", "baru"]
    old, new = mark_words(STUNTING, REWORDED)
    assert [w for w, differs in old if differs] == ["Persentase"]
    assert [w for w, differs in new if differs] == ["Prevalensi", "pada"]


def test_one_kept_indicator_is_offered_to_no_second_row_once_it_is_given_away() -> None:
    kept = [Tercatat("a", STUNTING)]
    rows = [row("r1", REWORDED), row("r2", AGAIN)]
    assert [p.terbuka for p in pair(rows, kept, {})] == [True, True]
    assert [(p.cara, p.tersimpan) for p in pair(rows, kept, {"r2": "a"})] == [("baru", None), ("mirip", "a")]
    with refused("padanan-ganda"):
        pair(rows, kept, {"r1": "a", "r2": "a"})
    with refused("padanan-berubah"):
        pair(rows, kept, {"r1": "gone"})


def test_a_thousand_rows_are_matched_within_a_second() -> None:
    nouns = ("dokumen", "laporan", "rapat", "jalan", "sekolah", "balita", "pasar", "irigasi", "puskesmas", "desa")
    names = [f"{a} {b} {c} {d}" for a in nouns[:5] for b in nouns for c in nouns for d in nouns[:2]]
    kept = [Tercatat(f"k{n}", f"Jumlah {name} dibina", kode=f"1.{n}") for n, name in enumerate(names)]
    rows = [row(f"r{n}", f"Persentase {name} yang dibina") for n, name in enumerate(names)]
    start = time.process_time()
    found = pair(rows, kept, {})
    assert time.process_time() - start < 1
    assert len(found) == 1000
    assert {p.cara for p in found} <= {"mirip", "baru"}


class TestRewording:
    def test_is_asked_then_kept_under_the_old_key_and_known_from_then_on(self, store):
        send(store, row("a", STUNTING, satuan="%", realisasi={1: 20.0}), isi=b"1")
        new = row("b", REWORDED, satuan="%", realisasi={1: 20.0, 2: 18.0})
        assert [p.kunci for p in match(store, new).terbuka] == ["b"]
        assert {state for *_, state, _ in told(store, new)} == {"ditanya"}
        with refused("padanan-terbuka"):
            send(store, new, isi=b"2")
        assert len(list_unggahan(store, "B")) == 1
        assert told(store, new, padanan={"b": "a"}) == [
            ("b", "uraian", "berubah", STUNTING),
            ("b", "realisasi", "baru", None),
        ]
        seen = match(store, new)
        kept = send(store, new, isi=b"2", padanan={"b": "a"}, versi=seen.versi, polaritas={"b": "minimal"})
        assert (kept.n_baru, kept.n_berubah, kept.n_sama) == (2, 1, 2)  # TW II and polaritas; uraian; satuan, TW I
        assert in_force(store) == {"a": REWORDED}
        assert load_tahun(store, "B", 2026).indikator["polaritas"].tolist() == ["minimal"]
        assert history(store, "1").query("jenis == 'uraian'")["teks"].tolist() == [REWORDED, STUNTING]
        # The press again is one press; the next file with these words, or a third wording of them, is understood.
        assert not send(
            store, new, isi=b"2", padanan={"b": "a"}, versi=seen.versi, polaritas={"b": "minimal"}
        ).baru
        assert [(p.cara, p.tersimpan) for p in match(store, new).baris] == [("sama", "a")]
        third = row("c", AGAIN, satuan="%", realisasi={3: 17.0})
        send(store, third, isi=b"3", padanan={"c": "a"})
        for older in (row("a", STUNTING, satuan="%"), new, row("d", "  prevalensi STUNTING, pada balita")):
            assert [(p.cara, p.tersimpan) for p in match(store, older).baris] == [("sama", "a")]
        # A rewording that was withdrawn is forgotten: its words are asked about again.
        withdraw_upload(store, 2, pelaku="v", alasan="x")
        assert in_force(store) == {"a": AGAIN}
        assert match(store, new).terbuka

    def test_declined_is_an_indicator_of_its_own_from_then_on(self, store):
        send(store, row("a", STUNTING), isi=b"1")
        send(store, row("b", REWORDED), isi=b"2", padanan={"b": None})
        assert in_force(store) == {"a": STUNTING, "b": REWORDED}
        assert [p.tersimpan for p in match(store, row("b", REWORDED), row("a", STUNTING)).baris] == ["b", "a"]

    def test_the_same_words_on_another_path_or_in_another_satuan_are_asked(self, store):
        send(store, row("a", STUNTING, satuan="%", induk=("Program A",)), isi=b"1")
        for other in ({"induk": ("Program B",)}, {"satuan": "Orang"}, {"kode": "1.02"}):
            stated = {"satuan": "%", "induk": ("Program A",)} | other
            expected = "sama" if "kode" in other else "mirip"  # a code where none was kept contradicts nothing
            assert [p.cara for p in match(store, row("b", STUNTING, **stated)).baris] == [expected], other
        assert [p.cara for p in match(store, row("b", STUNTING)).baris] == ["sama"]  # says nothing against it

    def test_one_code_of_two_indicators_in_another_order_keeps_each_its_own(self, store):
        first, second = {"kode": "1.01", "realisasi": {1: 10.0}}, {"kode": "1.01", "realisasi": {1: 90.0}}
        send(store, row("1.01", "Jumlah kader", **first), row("1.01/b", STUNTING, **second), isi=b"1")
        turned = [row("1.01", STUNTING, **second), row("1.01/k", "Jumlah kader", **first)]
        assert [(p.cara, p.tersimpan) for p in match(store, *turned).baris] == [
            ("sama", "1.01/b"),
            ("sama", "1.01"),
        ]
        assert told(store, *turned) == []

    def test_a_code_given_to_another_indicator_is_asked_and_then_known(self, store):
        send(store, row("1.01", STUNTING, kode="1.01", realisasi={1: 20.0}), isi=b"1")
        other = row("1.01", "Jumlah kader posyandu terlatih", kode="1.01", realisasi={1: 300.0})
        assert [p.cara for p in match(store, other).baris] == ["mirip"]
        send(store, other, isi=b"2", padanan={"1.01": None})
        assert in_force(store) == {"1.01": STUNTING, "1.01-2": "Jumlah kader posyandu terlatih"}
        assert [(p.cara, p.tersimpan) for p in match(store, other).baris] == [("sama", "1.01-2")]
        realisasi = load_tahun(store, "B", 2026).triwulanan.query("triwulan == 1")["realisasi"]
        assert realisasi.tolist() == [20.0, 300.0]


class TestCodesAlone:
    @pytest.fixture
    def coded(self, store: sa.Engine) -> sa.Engine:
        rows = [
            row("1.1", STUNTING, kode="1.1"),
            row("1.01", "Jumlah kader", kode="1.01"),
            row("2", "X", kode="2"),
        ]
        send(store, *rows, isi=b"1")
        return store

    def test_two_kept_codes_that_fold_into_one_are_a_choice(self, coded):
        alone = row("01.01.", kode="01.01.", realisasi={1: 5.0})
        (found,) = match(coded, alone).baris
        assert [c.tersimpan.kunci for c in found.calon] == ["1.1", "1.01"]
        with refused("padanan-terbuka"):
            send(coded, alone, isi=b"2")
        send(coded, alone, isi=b"2", padanan={"01.01.": "1.01"})
        assert in_force(coded)["1.01"] == "Jumlah kader"  # what the file does not say stays
        kept = load_tahun(coded, "B", 2026).triwulanan.query("realisasi == 5")["kode_indikator"]
        assert kept.tolist() == ["2"]

    def test_the_code_as_written_goes_before_the_code_as_compared(self, coded):
        assert [p.tersimpan for p in match(coded, row("1.1", STUNTING, kode="1.1")).baris] == ["1.1"]

    def test_a_code_nobody_knows_is_refused_and_nothing_is_kept(self, coded):
        rows = [row("2", kode="2", realisasi={1: 1.0}), row("9.9", kode="9.9", realisasi={1: 2.0})]
        assert told(coded, *rows) == [("2", "realisasi", "baru", None)] + [
            ("9.9", jenis, "ditolak", None) for jenis in ("kode", "realisasi")
        ]
        with pytest.raises(SimpanDitolakError, match=r"Kode 9\.9 tidak ada") as refusal:
            send(coded, *rows, isi=b"2")
        assert refusal.value.kode == "kode-tanpa-indikator"
        assert len(list_unggahan(coded, "B")) == 1

    def test_another_way_to_write_a_code_and_a_code_for_words_state_nothing(self, coded):
        # The file repeats its code where the words would stand; dots and zeros differ from what is kept.
        assert told(coded, row("02.", "02.", kode="02.", realisasi={1: 1.0})) == [
            ("02.", "realisasi", "baru", None)
        ]
        worded = row("1 1", STUNTING, kode="1 1", realisasi={1: 1.0})
        assert told(coded, worded) == [("1 1", "realisasi", "baru", None)]
        send(coded, worded, isi=b"2")
        assert load_tahun(coded, "B", 2026).indikator["kode"].tolist() == ["1.1", "1.01", "2"]

    def test_a_list_of_codes_says_nothing_of_the_rest(self, coded):
        assert match(coded, row("2", kode="2", realisasi={1: 1.0})).hilang == ()


IMUNISASI = "Persentase balita yang mendapat imunisasi"
VITAMIN = "Persentase balita yang mendapat vitamin A"
TIMBANG = "Persentase balita yang ditimbang"
RUJUK = "Persentase balita stunting yang dirujuk"


def coded_row(kode: str, uraian: str, triwulan: int, realisasi: float, **fields: Any) -> BarisIndikator:
    return row(kode, uraian, kode=kode, realisasi={triwulan: realisasi}, **({"satuan": "%"} | fields))


def first_offers(padanan: Padanan) -> dict[str, list[str]]:
    """Of each row that is asked about, the words of the file and the two indicators offered first."""
    return {p.kunci: [c.tersimpan.uraian for c in p.calon[:2]] for p in padanan.terbuka}


class TestCodesThatMoved:
    """1.1 imunisasi 40, 1.2 vitamin A 30, 1.3 ditimbang 20 in TW I; then the codes are given anew."""

    @pytest.fixture
    def first(self, store: sa.Engine) -> sa.Engine:
        told_first = [("1.1", IMUNISASI, 40.0), ("1.2", VITAMIN, 30.0), ("1.3", TIMBANG, 20.0)]
        send(store, *(coded_row(kode, uraian, 1, angka) for kode, uraian, angka in told_first), isi=b"1")
        return store

    def figures(self, engine: sa.Engine) -> dict[str, list[float]]:
        """The realisasi of each indicator, by its words, in the order of the quarters."""
        kept = load_tahun(engine, "B", 2026)
        names = dict(zip(kept.indikator["kode_indikator"], kept.indikator["uraian"], strict=True))
        found: dict[str, list[float]] = {name: [] for name in names.values()}
        for kode, _, angka in sorted(
            kept.triwulanan.dropna(subset="realisasi")[["kode_indikator", "triwulan", "realisasi"]].values.tolist()
        ):
            found[names[kode]].append(angka)
        return found

    def test_by_a_row_put_in_above_are_asked_and_no_figure_crosses(self, first):
        def shifted(triwulan: int, *angka: float) -> list[BarisIndikator]:
            codes = zip(("1.1", "1.2", "1.3", "1.4"), (RUJUK, IMUNISASI, VITAMIN, TIMBANG), angka, strict=True)
            return [coded_row(kode, uraian, triwulan, satu) for kode, uraian, satu in codes]

        second = shifted(2, 5.0, 45.0, 35.0, 25.0)
        seen = match(first, *second)
        assert [p.tersimpan for p in seen.baris] == [None] * 4
        asked = first_offers(seen)
        assert asked["1.2"] == [IMUNISASI, VITAMIN]  # the words go before the code, the code is offered too
        assert asked["1.3"] == [VITAMIN, TIMBANG]
        assert asked["1.4"][0] == TIMBANG
        with refused("padanan-terbuka"):
            send(first, *second, isi=b"2")
        answers = {"1.1": None, "1.2": "1.1", "1.3": "1.2", "1.4": "1.3"}
        send(first, *second, isi=b"2", padanan=answers)
        assert self.figures(first) == {
            RUJUK: [5.0], IMUNISASI: [40.0, 45.0], VITAMIN: [30.0, 35.0], TIMBANG: [20.0, 25.0],
        }  # fmt: skip
        # Asked once: the next quarter's file of these codes is understood, by words and code both.
        third = shifted(3, 6.0, 46.0, 36.0, 26.0)
        assert [(p.cara, p.tersimpan) for p in match(first, *third).baris] == [
            ("sama", "1.1-2"), ("sama", "1.1"), ("sama", "1.2"), ("sama", "1.3"),
        ]  # fmt: skip
        # A code alone that has meant two indicators is a choice; one that has meant one is that one.
        alone = match(
            first, row("1.2", kode="1.2", realisasi={3: 1.0}), row("1.4", kode="1.4", realisasi={3: 1.0})
        )
        assert [(p.terbuka, p.tersimpan) for p in alone.baris] == [(True, None), (False, "1.3")]

    def test_by_two_changing_places_are_asked(self, first):
        swapped = [
            coded_row("1.1", VITAMIN, 2, 35.0),
            coded_row("1.2", IMUNISASI, 2, 45.0),
            coded_row("1.3", TIMBANG, 2, 25.0),
        ]
        seen = match(first, *swapped)
        assert first_offers(seen) == {"1.1": [VITAMIN, IMUNISASI], "1.2": [IMUNISASI, VITAMIN]}
        assert seen.baris[2].tersimpan == "1.3"
        send(first, *swapped, isi=b"2", padanan={"1.1": "1.2", "1.2": "1.1"})
        assert self.figures(first) == {IMUNISASI: [40.0, 45.0], VITAMIN: [30.0, 35.0], TIMBANG: [20.0, 25.0]}
        assert not match(first, *swapped).terbuka

    @pytest.mark.parametrize("codes", [("1.2", "1.3", "1.4"), ("2.1", "2.2", "2.3")])
    def test_all_by_one_are_asked_with_the_same_words_first(self, first, codes):
        rows = [coded_row(*one, 2, 1.0) for one in zip(codes, (IMUNISASI, VITAMIN, TIMBANG), strict=True)]
        seen = match(first, *rows)
        assert [p.tersimpan for p in seen.baris] == [None] * 3
        assert [p.calon[0].tersimpan.uraian for p in seen.baris] == [IMUNISASI, VITAMIN, TIMBANG]
        send(first, *rows, isi=b"2", padanan=dict(zip(codes, ("1.1", "1.2", "1.3"), strict=True)))
        assert self.figures(first) == {IMUNISASI: [40.0, 1.0], VITAMIN: [30.0, 1.0], TIMBANG: [20.0, 1.0]}
        assert not match(first, *rows).terbuka

    def test_words_decide_what_a_code_may_take(self, first):
        expected = {
            "Presentase balita  mendapat imunisassi": "1.1",  # slips of typing, and no "yang"
            "Persentase balita yang mendapat imunisasi dasar lengkap": None,  # another thing
            "Persentase balita yang mendapat vitamin B": None,
            RUJUK: None,
        }
        for uraian, tersimpan in expected.items():
            (found,) = match(first, coded_row("1.1", uraian, 2, 1.0)).baris
            assert (found.tersimpan, found.terbuka) == (tersimpan, tersimpan is None), uraian
        # A slip away from its code's words, while they stand unchanged in another row.
        both = [coded_row("1.1", IMUNISASI + "i", 2, 1.0), coded_row("1.9", IMUNISASI, 2, 2.0)]
        assert [p.tersimpan for p in match(first, *both).baris] == [None, None]

    def test_where_only_satuan_path_or_pk_tell_the_same_words_apart(self):
        # The two changed codes; by words each is the other, by code each is itself: asked, the words first.
        for apart in (
            ({"satuan": "Orang"}, {"satuan": "Dokumen"}),
            ({"induk": ("Program A",)}, {"induk": ("Program B",)}),
            ({"kode_pk": "ketua"}, {"kode_pk": "sekretaris"}),
        ):
            stored: list[dict[str, Any]] = [
                {k: v[0] if k == "induk" else v for k, v in fields.items()} for fields in apart
            ]
            kept = [
                Tercatat(
                    kode, "Jumlah laporan", kode=kode, pernah_kode=frozenset({kode}),
                    pernah_uraian=frozenset({"jumlah laporan"}),
                    pernah_satuan=frozenset(v.lower() for k, v in fields.items() if k == "satuan"),
                    pernah_induk=frozenset(v.lower() for k, v in fields.items() if k == "induk"), **fields,
                )
                for kode, fields in zip(("1.1", "1.2"), stored, strict=True)
            ]  # fmt: skip
            stays = [row(k, "Jumlah laporan", kode=k, **f) for k, f in zip(("1.1", "1.2"), apart, strict=True)]
            assert [p.tersimpan for p in pair(stays, kept, {})] == ["1.1", "1.2"], apart
            moved = [row(k, "Jumlah laporan", kode=k, **f) for k, f in zip(("1.2", "1.1"), apart, strict=True)]
            found = pair(moved, kept, {})
            assert [p.tersimpan for p in found] == [None, None], apart
            assert [p.calon[0].tersimpan.kunci for p in found] == ["1.1", "1.2"], apart


class TestRemoval:
    def test_what_a_file_does_not_have_stays_until_somebody_says_so(self, store):
        both = (row("a", STUNTING, realisasi={1: 20.0}), row("b", "Jumlah kader"))
        send(store, *both, isi=b"1")
        rest = both[1]
        padanan = match(store, rest)
        assert [(s.kunci, s.lapor) for s in padanan.hilang] == [("a", (1,))]
        assert told(store, rest) == []
        send(store, rest, isi=b"2")
        assert in_force(store) == {"a": STUNTING, "b": "Jumlah kader"}
        with refused("tanpa-alasan"):
            send(store, rest, isi=b"2", dicabut={"a": " "})
        with refused("padanan-berubah"):
            send(store, rest, isi=b"2", dicabut={"b": "ada di berkas"})
        assert told(store, rest, dicabut={"a": "pindah"}) == [("a", "dicabut", "dihapus", None)]
        gone = send(store, rest, isi=b"2", dicabut={"a": "pindah ke provinsi"}, versi=match(store, rest).versi)
        assert (gone.baru, gone.n_dicabut, gone.n_baru, gone.n_berubah) == (True, 1, 0, 0)
        assert in_force(store) == {"b": "Jumlah kader"}
        assert set(load_tahun(store, "B", 2026).triwulanan["kode_indikator"]) == {"2"}
        entry = history(store, "1").iloc[0]
        assert (entry["jenis"], entry["teks"], entry["pelaku"]) == ("dicabut", "pindah ke provinsi", "Ani")
        assert "1 indikator dihapus dari 2026" in list_peristiwa(store, "B").iloc[0]["keterangan"]
        assert match(store, rest).hilang == ()
        removed = list_dicabut(store, "B", 2026)[["kode_indikator", "uraian", "alasan", "pelaku", "berkas"]]
        assert removed.values.tolist() == [["1", STUNTING, "pindah ke provinsi", "Ani", "laporan.xlsx"]]

        # A later file that has it brings it back, and says so first; withdrawn, it is gone again; and the other way.
        assert told(store, *both) == [("a", "dicabut", "berubah", "pindah ke provinsi")]
        back = send(store, *both, isi=b"3")
        assert list_dicabut(store, "B", 2026).empty
        assert (back.n_kembali, in_force(store)) == (1, {"a": STUNTING, "b": "Jumlah kader"})
        withdraw_upload(store, back.id, pelaku="v", alasan="x")
        assert in_force(store) == {"b": "Jumlah kader"}
        effect = preview_withdrawal(store, gone.id)
        assert (effect.kembali, effect.hilang, effect.mundur) == (1, 0, 0)
        withdraw_upload(store, gone.id, pelaku="v", alasan="x")
        assert in_force(store) == {"a": STUNTING, "b": "Jumlah kader"}

    def test_a_file_of_another_form_pk_or_jenjang_does_not_ask(self, store):
        one = row("a", STUNTING, kode_pk="ketua", jenjang="sasaran")
        send(store, one, isi=b"1", baca={"tata_letak": "pk"})
        asked = {
            "same": match(store, row("b", "Jumlah kader"), tata_letak="pk"),
            "form": match(store, row("b", "Jumlah kader")),
            "pk": match(store, row("b", "Jumlah kader", kode_pk="sekretaris"), tata_letak="pk"),
            "jenjang": match(store, row("b", "Jumlah kader", jenjang="subkegiatan"), tata_letak="pk"),
        }
        assert {why: [s.kunci for s in p.hilang] for why, p in asked.items()} == {
            "same": ["a"], "form": [], "pk": [], "jenjang": [],
        }  # fmt: skip

    def test_what_a_closed_quarter_was_judged_by_is_neither_removed_nor_brought_back(self, store):
        both = (row("a", STUNTING, target={1: 9.0}, realisasi={1: 20.0}), row("b", "Jumlah kader"))
        send(store, *both, isi=b"1")
        closed = datetime(2026, 5, 1, tzinfo=UTC)
        gone = {"dicabut": {"a": "pindah"}}
        set_jadwal(store, "B", 2026, {1: Jadwal(ditutup=date(2026, 4, 20))}, pelaku="admin", waktu=closed)
        with pytest.raises(SimpanDitolakError, match=f"TW I 2026 sudah ditutup dan dinilai dengan “{STUNTING}”"):
            send(store, both[1], isi=b"2", waktu=closed, **gone)
        send(store, both[1], isi=b"2", waktu=datetime(2026, 4, 1, tzinfo=UTC), **gone)
        assert in_force(store) == {"b": "Jumlah kader"}
        with pytest.raises(SimpanDitolakError, match="indikator mana yang dihitung"):
            send(store, *both, isi=b"3", waktu=closed)
        with pytest.raises(SimpanDitolakError, match="indikator mana yang dihitung"):
            withdraw_upload(store, 2, pelaku="v", alasan="x", waktu=closed)
        assert in_force(store) == {"b": "Jumlah kader"}


class TestTwoAtOnce:
    def test_of_two_contradicting_decisions_one_is_kept(self, store):
        send(store, row("a", STUNTING), row("z", "Jumlah kader"), isi=b"1")
        new = row("b", REWORDED)
        seen = match(store, new).versi
        decisions = (
            {"padanan": {"b": "a"}},
            {"padanan": {"b": None}},
            {"padanan": {"b": None}, "dicabut": {"a": "x"}},
        )

        def commit(n: int) -> str:
            try:
                send(store, new, isi=bytes([n]), versi=seen, **decisions[n])
            except SimpanDitolakError as refusal:
                return refusal.kode
            return "tersimpan"

        with ThreadPoolExecutor(3) as pool:
            said = sorted(pool.map(commit, range(3)))
        assert said == ["padanan-berubah", "padanan-berubah", "tersimpan"]
        assert len(list_unggahan(store, "B")) == 2

    def test_what_another_file_has_reported_since_is_not_removed_unseen(self, store):
        both = (row("a", STUNTING), row("b", "Jumlah kader"))
        send(store, *both, isi=b"1")
        seen = match(store, both[1]).versi
        send(store, replace(both[0], realisasi={2: 18.0}), both[1], isi=b"2")
        with refused("padanan-berubah"):
            send(store, both[1], isi=b"3", versi=seen, dicabut={"a": "tidak diukur"})
        assert set(in_force(store)) == {"a", "b"}

    def test_a_row_that_became_like_a_new_indicator_is_asked(self, store):
        send(store, row("z", "Jumlah kader"), isi=b"1")
        assert not match(store, row("b", REWORDED)).terbuka
        send(store, row("a", STUNTING), isi=b"2")
        with refused("padanan-terbuka"):
            send(store, row("b", REWORDED), isi=b"3")


def test_a_cell_with_a_finding_of_a_reworded_row_is_refused_once(store):
    send(store, row("a", STUNTING, realisasi={1: 20.0}), isi=b"1")
    new = row("b", REWORDED, realisasi={1: 18.0})
    broken = Temuan("angka-tak-terbaca", "galat", "Realisasi TW III", "R1", "l8", "…", "…")
    beda = compare(store, hasil(new, temuan=(broken,)), **OF, polaritas={}, padanan={"b": "a"})
    (cell,) = beda.query("jenis == 'realisasi'").to_dict("records")
    assert (cell["keadaan"], cell["lama"], cell["baru_teks"]) == ("ditolak", 20.0, "l8")


class TestNamesOfUnits:
    def test_a_name_is_learned_on_commit_once_and_for_one_unit(self, store):
        add_units(
            store, "B", [UnitBaru("u", "Dinas Kesehatan"), UnitBaru("v", "Dinas Perhubungan")], pelaku="admin"
        )
        name = "Dinkes Kab. B"
        assert find_unit(store, "B", name) is None
        chosen = {"alias_unit": name, "unit_baru": None}
        send(store, row("a", STUNTING), isi=b"1", **chosen)
        assert find_unit(store, "B", "DINKES KAB B") == "u"
        send(store, row("a", STUNTING, realisasi={1: 1.0}), isi=b"2", **chosen)
        log = list_peristiwa(store, "B").query("jenis == 'alias_ditambah'")
        assert log[["keterangan", "pelaku"]].values.tolist() == [["u: Dinkes Kab. B", "Ani"]]
        with refused("alias-dipakai"):
            send(store, row("a", STUNTING), isi=b"3", **(chosen | {"kode_unit": "v"}))
        assert len(list_unggahan(store, "B")) == 2

    def test_names_that_come_near_are_proposed_the_nearest_first(self, store):
        names = {"k": "Dinas Kesehatan", "p": "Dinas Pendidikan", "s": "Sekretariat Daerah", "r": "RSUD Harapan"}
        add_units(store, "B", [UnitBaru(k, n) for k, n in names.items()], pelaku="admin")

        def near(name: str) -> list[str]:
            return [kode for kode, _ in near_units(store, "B", name)]

        assert near("Dinas Kesehatan Kab. Badan B") == ["k"]
        assert near("DINKES") == ["k"]
        assert near("Setda Kabupaten") == ["s"]
        assert near("Rumah Sakit Umum Daerah Harapan")[:1] == ["r"]
        assert near("Dinas Kesehatn")[:1] == ["k"]
        assert near("Kecamatan Weleri") == []
