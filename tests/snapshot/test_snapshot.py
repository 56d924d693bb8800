"""A frozen quarter comes back to the last digit, and two of them can be told apart."""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sakip_app.snapshot.as_json import RekamTakTerbacaError, fingerprint, rekam_from_bytes, rekam_to_bytes
from sakip_app.snapshot.compare import Perubahan, compare
from sakip_app.snapshot.follow_up import Langkah, TindakLanjut, with_steps
from sakip_app.snapshot.model import IndikatorRekam, Rekam, Sumber, TemuanTerbuka, UnitRekam
from sakip_metrics import ATURAN_BAKU

WAKTU = datetime(2026, 10, 22, 2, 12, 30, tzinfo=UTC)
JANJI = TindakLanjut(
    1, "a-1", "Audit kematian ibu", "Kepala Dinas", date(2026, 9, 30), 2026, 2, "1.02", "7", riwayat=()
)


def indikator(kode: str, **apa: object) -> IndikatorRekam:
    return replace(IndikatorRekam(kode, f"Indikator {kode}", "%"), **apa)  # type: ignore[arg-type]


def rekam(*isi: IndikatorRekam, triwulan: int = 2, **apa: object) -> Rekam:
    made = Rekam(
        kode=None,
        waktu=WAKTU,
        pelaku="Tamu",
        versi=12,
        kode_instansi="contoh",
        instansi="Kabupaten Contoh",
        sebutan="OPD",
        contoh=True,
        tahun=2026,
        triwulan=triwulan,
        ukuran="triwulan",
        berjalan=False,
        aturan=ATURAN_BAKU["lima-peringkat"],
        sebanding=(True, True, True, True),
        aturan_lain="",
        nilai=(80.0, 62.083333333333336, None, None),
        predikat=("Tinggi", "Rendah", None, None),
        hari=date(2026, 10, 22),
        aturan_sebelum=(ATURAN_BAKU["kpu-contoh"],),
        unit=(UnitRekam("1.02", "Dinas Kesehatan 🏥", "Dinkes", 1, indikator=isi),),
        tindak_lanjut=(JANJI,),
        temuan=(TemuanTerbuka("1.02", "a.xlsx", "TW II", "H15", "=cmd|' /C calc'!A0"),),
    )
    return replace(made, **apa)  # type: ignore[arg-type]


ISI = indikator(
    "7",
    kata=((3.0, "WDP"), (4.0, "WTP")),
    target=(0.1 + 0.2, None, 0.0, 1e-300),
    realisasi=(2 / 3, 0.0, None, None),
    sumber=Sumber(None, None, None, "Ani", WAKTU),
    kendala="Baris satu\nbaris dua; " + "panjang " * 400,
)


def test_it_comes_back_whole() -> None:
    kept = rekam_from_bytes(rekam_to_bytes(rekam(ISI)), "2026-TW2-0047")
    assert kept == replace(rekam(ISI), kode="2026-TW2-0047")
    assert kept.aturan.predikat[-1].batas == -math.inf
    assert kept.pada(1) == ATURAN_BAKU["kpu-contoh"]
    assert kept.pada(2) == ATURAN_BAKU["lima-peringkat"]


def test_it_is_plain_json_that_any_program_reads() -> None:
    told = json.loads(gzip.decompress(rekam_to_bytes(rekam(ISI))), parse_constant=pytest.fail)
    assert told["bentuk"] == 1
    assert told["rekam"]["unit"][0]["indikator"][0]["realisasi"] == [2 / 3, 0.0, None, None]


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"bukan gzip",
        gzip.compress(b"{}"),
        gzip.compress(b'{"bentuk": 2, "rekam": {}}'),
        gzip.compress(b'{"bentuk": 1, "rekam": {"aturan": {"predikat": [[1, "a", ""]]}, "aturan_sebelum": []}}'),
    ],
    ids=["empty", "no gzip", "no fields", "a newer form", "half a snapshot"],
)
def test_what_is_no_snapshot_is_refused(isi: bytes) -> None:
    with pytest.raises(RekamTakTerbacaError):
        rekam_from_bytes(isi, "2026-TW2-0047")


def test_the_fingerprint_is_of_what_is_shown() -> None:
    first = rekam(ISI)
    assert fingerprint(first) == fingerprint(
        replace(first, waktu=datetime(2027, 1, 1, tzinfo=UTC), pelaku="Budi", versi=99, kode="2026-TW2-0001")
    )
    assert fingerprint(first) != fingerprint(rekam(replace(ISI, realisasi=(2 / 3, 0.1, None, None))))
    assert fingerprint(first) != fingerprint(rekam(replace(ISI, kendala=None)))
    assert fingerprint(first) != fingerprint(replace(first, aturan=ATURAN_BAKU["bps"]))


def test_a_day_counts_by_what_it_makes_overdue() -> None:
    late = rekam(ISI, tindak_lanjut=(replace(JANJI, triwulan=1),))
    assert JANJI.keadaan_pada(late.hari) == "lewat"
    assert fingerprint(late) == fingerprint(replace(late, hari=date(2026, 10, 23)))
    assert fingerprint(late) != fingerprint(replace(late, hari=date(2026, 9, 30)))


def test_what_the_meeting_itself_decides_makes_no_new_snapshot() -> None:
    first = rekam(ISI)
    decided = replace(JANJI, id=2, uid="b-2", triwulan=2, tahun=2026)
    assert first.janji == ()
    assert fingerprint(first) == fingerprint(replace(first, tindak_lanjut=(decided,)))
    earlier = replace(JANJI, triwulan=1)
    assert replace(first, tindak_lanjut=(earlier, decided)).janji == (earlier,)
    assert fingerprint(first) != fingerprint(replace(first, tindak_lanjut=(earlier, decided)))


def test_what_changed_since() -> None:
    lama = rekam(
        indikator("7", target=(1.0, 2.0, 3.0, 4.0), realisasi=(1.0, None, None, None), target_tahunan=4.0),
        indikator("8", realisasi=(5.0, 0.0, None, None)),
        indikator("9"),
    )
    baru = rekam(
        indikator("7", target=(1.0, 2.0, 3.0, 5.0), realisasi=(1.5, 2.0, 7.0, None), target_tahunan=5.0),
        indikator("8", realisasi=(5.0, None, None, None)),
        indikator("10"),
        triwulan=3,
    )
    same = ("Indikator 7", "%")
    assert compare(lama, baru) == (
        Perubahan("1.02", "7", *same, "target_tahunan", None, 4.0, 5.0),
        Perubahan("1.02", "7", *same, "target", 4, 4.0, 5.0),
        Perubahan("1.02", "7", *same, "realisasi", 1, 1.0, 1.5),
        Perubahan("1.02", "7", *same, "realisasi", 2, None, 2.0),
        Perubahan("1.02", "8", "Indikator 8", "%", "realisasi", 2, 0.0, None),
        Perubahan("1.02", "10", "Indikator 10", "%", "baru"),
        Perubahan("1.02", "9", "Indikator 9", "%", "hilang"),
    )
    assert compare(baru, baru) == ()


def test_the_newest_word_on_a_follow_up_counts() -> None:
    steps = (
        Langkah("Ani", WAKTU, keadaan="berjalan", catatan="Tim dibentuk"),
        Langkah("Budi", WAKTU, tenggat=date(2026, 12, 1), tahun=2026, triwulan=3),
        Langkah("Ani", WAKTU, catatan="12 dari 16 desa", bukti="https://contoh.go.id/a"),
    )
    now = with_steps(JANJI, steps)
    assert (now.keadaan, now.catatan, now.tenggat) == ("berjalan", "12 dari 16 desa", date(2026, 12, 1))
    assert (now.bukti, now.dibawa, now.riwayat) == ("https://contoh.go.id/a", ((2026, 3),), steps)
    assert now.keadaan_pada(date(2026, 12, 1)) == "berjalan"
    assert now.keadaan_pada(date(2026, 12, 2)) == "lewat"
    assert with_steps(now, (*steps, Langkah("Ani", WAKTU, keadaan="selesai"))).keadaan_pada(date(2027, 1, 1)) == (
        "selesai"
    )


def test_ranges_and_money_are_figures_too() -> None:
    lama = rekam(indikator("7", target_bawah=6.0, target_atas=8.0))
    baru = rekam(indikator("7", target_bawah=3.0, target_atas=8.0))
    richer = replace(baru, unit=(replace(baru.unit[0], pagu=1e9, realisasi_anggaran=2e8),))
    assert compare(lama, richer) == (
        Perubahan("1.02", "7", "Indikator 7", "%", "target_bawah", None, 6.0, 3.0),
        Perubahan("1.02", "", "Anggaran", "Rp", "pagu", None, None, 1e9),
        Perubahan("1.02", "", "Anggaran", "Rp", "realisasi_anggaran", None, None, 2e8),
    )
    later = replace(richer, triwulan=3)
    assert [satu.jenis for satu in compare(lama, later)] == ["target_bawah", "pagu"]
