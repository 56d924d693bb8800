"""A folder of workbooks at once: each ends in one word, none stops another, and nothing unclear is kept."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from openpyxl import Workbook, load_workbook

from sakip_app import store
from sakip_app.__main__ import main
from sakip_app.bulk import judging
from sakip_app.bulk.ahead import in_order
from sakip_app.bulk.records import Alasan, Baris
from sakip_app.bulk.report import write_report
from sakip_app.store import ProfilBaru, UnitBaru
from sakip_app.workbook.reader import read_workbook
from sakip_app.workbook.result import Jawaban
from tests.workbook.forms import CONTOH, Bentuk, build
from tests.workbook.forms import Baris as Isi
from tests.workbook.hostile import OLE

SATU = Isi("Sub Kegiatan Satu", "Jumlah Dokumen Satu", "Dok", 4, 300, (1, 0, 1, 2), (10, 20, 30, 40), 4)
DUA = Isi("Sub Kegiatan Dua", "Jumlah Laporan Dua", "Lap", 8, 500, (2, 2, 2, 2), (1, 2, 3, 4), 8)

Baca = dict[str, dict[str, str]]


def e81(unit: str | None, *rows: Isi, kabupaten: str = "KABUPATEN CONTOH", **lain: Any) -> bytes:
    """An E.81 of one unit."""
    nama = f"Perangkat Daerah : {unit}" if unit else None
    return build(Bentuk(judul=("EVALUASI RENJA", kabupaten, "TAHUN 2025"), unit=nama), rows or CONTOH, **lain).data


def book(*rows: Sequence[Any]) -> bytes:
    """A workbook of one sheet."""
    workbook, data = Workbook(), io.BytesIO()
    for row in rows:
        workbook.active.append(row)
    workbook.save(data)
    return data.getvalue()


@pytest.fixture
def engine(tmp_path: Path, open_again: Callable[[str], sa.Engine], monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A body with five units, one of which has an alias."""
    url = f"sqlite:///{tmp_path / 'sakip.db'}"
    monkeypatch.setenv("SAKIP_DATABASE_URL", url)
    made = open_again(url)
    store.add_instansi(made, kode="k", nama="Kabupaten Contoh", jenis="kabupaten", pelaku="admin")
    names = ("Dinas Contoh", "Dinas Pendidikan", "Dinas Sosial", "Dinas Kesehatan", "Dinas Perhubungan")
    store.add_units(made, "k", [UnitBaru(f"u{n}", name, name) for n, name in enumerate(names, 1)], pelaku="admin")
    store.add_alias(made, "k", "u2", "Dikbud", pelaku="admin")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "TW IV"
    made.mkdir()
    return made


@pytest.fixture
def impor(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, Baca, str]]:
    """Run the command: its exit code, its report by file, what it printed."""

    def run(*argumen: str) -> tuple[int, Baca, str]:
        laporan = tmp_path / "laporan.csv"
        kode = main(["impor", str(folder), "--laporan", str(laporan), *argumen])
        cetak = capsys.readouterr().out
        with laporan.open(encoding="utf-8-sig", newline="") as aliran:
            return kode, {row["Berkas"]: row for row in csv.DictReader(aliran, delimiter=";")}, cetak

    return run


def results(baca: Baca) -> dict[str, tuple[str, str]]:
    return {nama: (row["Hasil"], row["Kode"]) for nama, row in baca.items()}


def realisasi(engine: sa.Engine, unit: str) -> dict[str, list[float | None]]:
    """Uraian → what is kept of its four quarters."""
    indikator, triwulanan = store.load_tahun(engine, "k", 2025)
    own = indikator[indikator["kode_unit"] == unit].set_index("kode_indikator")["uraian"]
    kept: dict[str, list[float | None]] = {nama: [None] * 4 for nama in own}
    for kode, quarter, nilai in triwulanan[["kode_indikator", "triwulan", "realisasi"]].to_numpy():
        if kode in own.index and nilai == nilai:
            kept[own[kode]][int(quarter) - 1] = float(nilai)
    return kept


def test_a_folder_of_all_kinds(engine, folder, impor):
    """Taken: known by name and by alias. Everything else ends in its own word and stops nothing."""
    (folder / "contoh.xlsx").write_bytes(e81("Dinas Contoh"))
    (folder / "contoh (salinan).xlsx").write_bytes((folder / "contoh.xlsx").read_bytes())
    (folder / "dikbud.xlsx").write_bytes(e81("Dikbud", SATU))
    (folder / "dinkes.xlsx").write_bytes(e81("Dinkes Kab. Contoh"))
    (folder / "perhubungan.xlsx").write_bytes(e81(None, SATU))
    (folder / "sosial.xlsx").write_bytes(
        e81("Dinas Sosial", SATU, ubah=lambda ws, f: ws.__setitem__(f"{f.kolom['k1']}{f.pertama}", "dua koma"))
    )
    (folder / "tetangga.xlsx").write_bytes(e81("Dinas Sosial", SATU, kabupaten="KABUPATEN TETANGGA"))
    (folder / "tua.xlsb").write_bytes(OLE)
    (folder / "~$contoh.xlsx").write_bytes(b"x" * 165)
    (folder / "surat.pdf").write_bytes(b"%PDF")
    sub = folder / "kecamatan"
    sub.mkdir()
    total = ["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi"]
    (sub / "total.xlsx").write_bytes(
        book(
            ["PENGUKURAN KINERJA"], ["DINAS PERHUBUNGAN"], ["TAHUN 2025"], total, [1, "Jumlah rute", "rute", 9, 5]
        )
    )
    (sub / "lain.XLSX").write_bytes(b"PK\x03\x04")
    harapan = {
        "contoh.xlsx": ("siap", ""),
        "contoh (salinan).xlsx": ("sama", ""),
        "dikbud.xlsx": ("siap", ""),
        "dinkes.xlsx": ("ditanya", "unit-tak-dikenal"),
        "perhubungan.xlsx": ("ditanya", "unit-tak-disebut"),
        "sosial.xlsx": ("ditolak", "angka-tak-terbaca"),
        "tetangga.xlsx": ("ditanya", "instansi-lain"),
        "tua.xlsb": ("ditolak", "format-xls-lama"),
        "~$contoh.xlsx": ("dilewati", "berkas-kunci"),
        "kecamatan/lain.XLSX": ("ditolak", "berkas-terpotong"),
        "kecamatan/total.xlsx": ("ditanya", "triwulan"),
    }
    kode, baca, cetak = impor()
    assert (kode, results(baca)) == (1, harapan)
    assert realisasi(engine, "u1") == {}  # only looked at
    assert "Belum ada yang disimpan" in cetak
    assert "tidak dibuka: 1 .pdf" in cetak
    assert max(map(len, cetak.splitlines())) <= 100
    assert "Nama yang paling mirip: Dinas Kesehatan" in baca["dinkes.xlsx"]["Keterangan"]
    assert "Nama berkasnya mirip Dinas Perhubungan" in baca["perhubungan.xlsx"]["Keterangan"]
    assert "Sel E81!" in baca["sosial.xlsx"]["Keterangan"]
    assert "dua koma" in baca["sosial.xlsx"]["Keterangan"]
    assert (baca["contoh.xlsx"]["Indikator"], baca["contoh.xlsx"]["Unit"]) == ("6", "Dinas Contoh")

    kode, baca, cetak = impor(
        "--simpan", "--triwulan", "3", "--daerah", "Kabupaten Tetangga", "--pelaku", "Bu Ani"
    )
    taken = dict.fromkeys(("contoh.xlsx", "dikbud.xlsx", "tetangga.xlsx", "kecamatan/total.xlsx"), ("diambil", ""))
    assert (kode, results(baca)) == (1, harapan | taken)
    assert "11 berkas: 4 diambil" in cetak
    assert realisasi(engine, "u1") == {
        "Nilai AKIP": [10, 20, 20, 30],
        "Indeks Kepuasan Masyarakat": [20, 20, 20, 25.5],
        "Persentase dokumen tepat waktu": [25, 25, 25, 25],
        "Jumlah Dokumen Renja": [1, 1, 1, 1],
        "Jumlah Laporan Evaluasi": [1, 0, None, 3],
        "Angka temuan berulang": [0, 1, 0, 0],
    }
    assert realisasi(engine, "u2") == {"Jumlah Dokumen Satu": [1, 0, 1, 2]}
    assert realisasi(engine, "u3") == {"Jumlah Dokumen Satu": [1, 0, 1, 2]}
    assert realisasi(engine, "u4") == {}
    assert realisasi(engine, "u5") == {"Jumlah rute": [None, None, 5, None]}
    sent = store.list_unggahan(engine, "k", 2025)
    assert sorted(sent["kode_unit"]) == ["u1", "u2", "u3", "u5"]
    assert set(sent["pelaku"]) == {"Bu Ani"}

    n = len(store.list_peristiwa(engine))
    kode, baca, _ = impor("--simpan", "--triwulan", "3", "--daerah", "Kabupaten Tetangga")
    assert {nama: baca[nama]["Hasil"] for nama in taken} == dict.fromkeys(taken, "sama")
    assert len(store.list_peristiwa(engine)) == n


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links, pipes and such names are not made on Windows")
def test_links_pipes_and_strange_names(engine, folder, impor):
    """A loop ends, a pipe is not waited for, a name does not steer the terminal, a vanished file is one row."""
    sub = folder / "sub"
    sub.mkdir()
    (sub / "nama \x1b[2J [bold].xlsx").write_bytes(b"PK\x03\x04")
    (sub / "putus.xlsx").symlink_to(folder / "tiada.xlsx")
    (sub / "putar").symlink_to(folder, target_is_directory=True)
    (folder / os.fsdecode(b"rusak \xe9.xls")).write_bytes(b"")
    os.mkfifo(sub / "pipa.xlsx")
    kode, baca, cetak = impor()
    assert (kode, results(baca)) == (
        1,
        {
            "rusak �.xls": ("ditolak", "berkas-kosong"),
            "sub/nama �[2J [bold].xlsx": ("ditolak", "berkas-terpotong"),
            "sub/pipa.xlsx": ("ditolak", "berkas-tak-ada"),
            "sub/putus.xlsx": ("ditolak", "berkas-tak-ada"),
        },
    )
    assert "\x1b" not in cetak
    assert "[bold]" in cetak


def test_what_a_person_has_to_see_is_asked(engine, folder, impor):
    """A target, an indicator that went, a correction, a closed quarter, two files that contradict each other."""
    berkas = folder / "a.xlsx"
    berkas.write_bytes(e81("Dinas Contoh", SATU, DUA))
    assert impor("--simpan")[0] == 0

    berkas.write_bytes(e81("Dinas Contoh", SATU, replace(DUA, k=(2, 2, 2, 1), tahun=7)))
    _, baca, _ = impor()
    assert results(baca) == {"a.xlsx": ("siap", "")}
    assert (baca["a.xlsx"]["Nilai baru"], baca["a.xlsx"]["Nilai berubah"]) == (
        "0",
        "2",
    )  # TW IV and the sheet's total

    berkas.write_bytes(e81("Dinas Contoh", SATU, replace(DUA, target=6)))
    kode, baca, _ = impor("--simpan")
    assert (kode, results(baca)) == (1, {"a.xlsx": ("ditanya", "target-berubah")})
    assert "8 menjadi 6" in baca["a.xlsx"]["Keterangan"]
    assert results(impor("--simpan", "--dokumen", "perubahan")[1]) == {"a.xlsx": ("diambil", "")}
    assert set(store.list_unggahan(engine, "k", 2025)["dokumen"]) == {"PK murni", "PK perubahan"}

    berkas.write_bytes(e81("Dinas Contoh", SATU))
    assert results(impor("--simpan")[1]) == {"a.xlsx": ("ditanya", "indikator-hilang")}
    assert results(impor("--simpan", "--biarkan-hilang")[1]) == {"a.xlsx": ("diambil", "")}
    assert realisasi(engine, "u1")["Jumlah Laporan Dua"] == [2, 2, 2, 2]

    berkas.write_bytes(
        e81("Dinas Contoh", replace(SATU, indikator="Jumlah Dokumen Ke Satu"), replace(DUA, target=6))
    )
    assert results(impor("--simpan")[1]) == {"a.xlsx": ("ditanya", "padanan-terbuka")}

    indikator = store.load_tahun(engine, "k", 2025).indikator.set_index("uraian")["kode_indikator"]
    store.correct_value(
        engine,
        str(indikator["Jumlah Dokumen Satu"]),
        "realisasi",
        4,
        3.0,
        semula=(2.0, None),
        alasan="salah",
        pelaku="admin",
    )
    berkas.write_bytes(e81("Dinas Contoh", SATU, replace(DUA, target=6)))
    _, baca, _ = impor("--simpan")
    assert results(baca) == {"a.xlsx": ("ditanya", "menimpa-koreksi")}
    assert "3 menjadi 2" in baca["a.xlsx"]["Keterangan"]

    berkas.write_bytes(e81("Dinas Sosial", SATU))
    (folder / "b.xlsx").write_bytes(e81("Dinas Sosial", DUA))
    (folder / "c.xlsx").write_bytes(e81("Dinas Sosial", replace(SATU, k=(1, 0, 1, 1))))
    harapan = {"a.xlsx": ("siap", ""), "b.xlsx": ("siap", ""), "c.xlsx": ("ditanya", "berkas-bertentangan")}
    _, baca, _ = impor("--biarkan-hilang")
    assert results(baca) == harapan
    assert "setelah a.xlsx" in baca["b.xlsx"]["Keterangan"]
    assert "a.xlsx, untuk unit dan tahun yang sama, berisi 2; berkas ini 1" in baca["c.xlsx"]["Keterangan"]
    diambil = dict.fromkeys(("a.xlsx", "b.xlsx"), ("diambil", ""))
    assert results(impor("--biarkan-hilang", "--simpan")[1]) == harapan | diambil
    assert realisasi(engine, "u3") == {"Jumlah Dokumen Satu": [1, 0, 1, 2], "Jumlah Laporan Dua": [2, 2, 2, 2]}

    store.set_periode(
        engine, "k", 2025, 4, dibuka=None, tenggat=None, ditutup=date(2026, 1, 31), pelaku="admin"
    )  # fmt: skip
    for nama in ("b.xlsx", "c.xlsx"):
        (folder / nama).unlink()
    berkas.write_bytes(e81("Dinas Kesehatan", SATU))
    kode, baca, _ = impor()
    assert (kode, baca["a.xlsx"]["Hasil"]) == (1, "ditolak")  # known before anything is to be kept
    assert "TW IV" in baca["a.xlsx"]["Keterangan"]

    assert impor("--tahun", "2024")[1]["a.xlsx"]["Kode"] == "tahun-lain"


def test_remembered_answers_go_first(engine, folder, impor):
    heads = ["Indicator name", "Unit", "Annual target", "Quarter 1 target", "Quarter 1 actual output", "Remarks"]
    rows = [[f"Villages served {n}", "village", 90, 20 + n, 18 + n, "on track"] for n in (1, 2, 3)]
    data = book(["DINAS CONTOH"], ["TAHUN 2025"], [], heads, *rows)
    (folder / "a.xlsx").write_bytes(data)
    assert results(impor()[1]) == {"a.xlsx": ("ditanya", "kolom")}

    read = read_workbook(data, "a.xlsx")
    peta = {"A": "indikator", "B": "satuan", "D": "target:tw1", "E": "realisasi:tw1", "F": "abaikan"}
    answers = ProfilBaru(read.sidik, "Laporan", Jawaban(kolom=peta), read.judul_kolom)
    store.set_profile(engine, "k", "u1", answers, pelaku="admin")
    assert results(impor("--simpan")[1]) == {"a.xlsx": ("diambil", "")}
    assert realisasi(engine, "u1") == {f"Villages served {n}": [18 + n, None, None, None] for n in (1, 2, 3)}

    other = book(["DINAS CONTOH"], ["TAHUN 2025"], [], [*heads[:3], "Plan", *heads[4:]], *rows)
    (folder / "a.xlsx").write_bytes(other)
    assert impor()[1]["a.xlsx"]["Hasil"] == "ditanya"  # a column that was answered is not there any more


def test_stopped_it_tells_what_was_done(engine, folder, impor, monkeypatch):
    for nama in "abc":
        (folder / f"{nama}.xlsx").write_bytes(b"bukan")
    once = judging.judge

    def interrupted(*bahan: Any) -> Baris:
        signal.raise_signal(signal.SIGINT)
        return once(*bahan)

    monkeypatch.setattr("sakip_app.bulk.command.judge", interrupted)
    before = signal.getsignal(signal.SIGINT)
    kode, baca, cetak = impor()
    assert (kode, list(baca)) == (130, ["a.xlsx"])
    assert "Dihentikan: 2 berkas belum diperiksa." in cetak
    assert signal.getsignal(signal.SIGINT) is before


def test_one_broken_step_stops_no_other(engine, folder, impor, monkeypatch):
    (folder / "a.xlsx").write_bytes(e81("Dinas Contoh", SATU))
    (folder / "b.xlsx").write_bytes(e81("Dinas Sosial", SATU))
    compare = store.compare

    def sometimes(engine: sa.Engine, hasil: Any, **lain: Any) -> Any:
        if lain["kode_unit"] == "u1":
            raise RuntimeError("tidak terduga")
        return compare(engine, hasil, **lain)

    monkeypatch.setattr(store, "compare", sometimes)
    kode, baca, _ = impor("--simpan")
    assert (kode, results(baca)) == (1, {"a.xlsx": ("ditolak", "galat-tak-terduga"), "b.xlsx": ("diambil", "")})
    assert realisasi(engine, "u1") == {}


@pytest.mark.parametrize(
    ("argumen", "kode"),
    [
        (("{folder}/tiada",), "folder-tak-ada"),
        (("{folder}",), "folder-tanpa-buku"),
        (("{folder}", "--instansi", "x"), "instansi-tak-dikenal"),
        (("{folder}", "--laporan", "{folder}/a.docx"), "laporan-bukan-tabel"),
        (("{folder}", "--laporan", "{folder}/tiada/a.xlsx"), "laporan-tak-tertulis"),
        (("{folder}", "--tahun", "99"), "perintah-salah"),
    ],
)
def test_a_command_that_cannot_run_says_so(engine, folder, capsys, argumen, kode):
    assert main(["impor", *(satu.format(folder=folder) for satu in argumen)]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["kode"], bool(said["pesan"]), bool(said["saran"])) == (kode, True, True)


def test_a_store_that_is_not_there_is_not_made(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SAKIP_DATABASE_URL", f"sqlite:///{tmp_path / 'tiada.db'}")
    assert main(["impor", str(folder)]) == 2
    assert json.loads(capsys.readouterr().out)["kode"] == "basis-tanpa-data"
    assert not (tmp_path / "tiada.db").exists()


def test_two_bodies_are_not_mixed_up(engine, folder, capsys):
    store.add_instansi(engine, kode="l", nama="Kabupaten Lain", jenis="kabupaten", pelaku="admin")
    assert main(["impor", str(folder)]) == 2
    said = json.loads(capsys.readouterr().out)
    assert said["kode"] == "instansi-belum-dipilih"
    assert "l (Kabupaten Lain)" in said["pesan"]


@pytest.mark.parametrize("akhiran", ["xlsx", "csv"])
def test_a_report_holds_no_live_formula(tmp_path, akhiran):
    berkas = tmp_path / f"l.{akhiran}"
    write_report([Baris("=1+1.xlsx", "ditolak", alasan=(Alasan("x", "+2 sel", "@saran"),))], berkas)
    if akhiran == "csv":
        assert "'=1+1.xlsx;" in berkas.read_text(encoding="utf-8-sig")
        return
    row = load_workbook(berkas)["Impor"][2]
    assert [(cell.value, cell.data_type) for cell in row if cell.value in ("=1+1.xlsx", "+2 sel", "@saran")] == [
        ("=1+1.xlsx", "s"), ("+2 sel", "s"), ("@saran", "s"),
    ]  # fmt: skip


def test_results_come_in_order_and_not_all_are_held():
    """The first is the slowest; of twenty no more than serentak + 2 are begun before it is taken."""
    begun: list[int] = []

    def slow(n: int) -> int:
        begun.append(n)
        if n == 0:
            time.sleep(0.3)
        if n == 3:
            raise ValueError
        return n

    got, most = [], 0
    for n, future in in_order(list(range(20)), slow, serentak=3, berhenti=threading.Event()):
        most = max(most, len(begun) - len(got))
        got.append(-1 if future.exception() else future.result())
        assert (got[-1] == n) or n == 3
    assert got == [0, 1, 2, -1, *range(4, 20)]
    assert 3 <= most <= 6


def test_without_a_terminal_each_file_is_a_line(engine, folder, capsys):
    """Without a terminal each file is one plain line on the error stream, in order."""
    for nama in "ba":
        (folder / f"{nama}.xlsx").write_bytes(b"bukan")
    assert main(["impor", str(folder)]) == 1
    assert capsys.readouterr().err.splitlines() == ["[1/2] a.xlsx: ditolak", "[2/2] b.xlsx: ditolak"]
