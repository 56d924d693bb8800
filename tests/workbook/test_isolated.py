"""A workbook is read in a bounded process: what it breaks there ends in a sentence, and nobody else waits for it."""

import io
import logging
import os
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from sakip_app.workbook import BerkasDitolakError, isolated, read_units, sheet_rows
from sakip_app.workbook.isolated import (
    Antrean,
    read_units_apart,
    read_workbook_apart,
    run_apart,
    sheet_rows_apart,
)
from sakip_app.workbook.result import Temuan
from sakip_app.workbook.unit_list import BarisUnit, DaftarUnit
from tests.workbook.hostile import LEMBAR, normal, sheet, swap

ULAH = """
import os, signal, sys, time
from sakip_app.workbook.findings import tolak

def memori(): return bytearray(2 * 1024**3)
def rekursi(): return rekursi()
def jatuh(): os.kill(os.getpid(), signal.SIGSEGV)
def batal(): os.abort()
def keluar(): os._exit(3)
def berputar():
    while True:
        try:
            while True: pass
        except Exception: pass
def tuli(): return sum(range(10**12))
def tidur(): time.sleep(60)
def nilai(): raise ValueError("no sheet")
def galat(): raise KeyError("cacat")
def tolakan(): raise tolak("berkas-kosong")
def cetak(): print("halo"); sys.stdout.flush(); os.write(1, b"halo"); return "utuh"
def lingkungan(): return sorted(os.environ), os.nice(0), sys.modules.get("numpy", 0), sys.flags.isolated
def asing(): return __import__("pathlib").PurePosixPath("/")
"""


@pytest.fixture(scope="module")
def ulah(tmp_path_factory):
    """A module of misbehaviour that the child can import, and a child that looks for it."""
    folder = tmp_path_factory.mktemp("ulah")
    (folder / "ulah.py").write_text(ULAH)
    anak = folder / "anak.py"
    asal = (
        Path(isolated.ANAK)
        .read_text()
        .replace("str(Path(__file__).resolve().parents[2])", f"{str(Path(isolated.ANAK).parents[2])!r}")
    )
    asal = asal.replace("BATAS_DETIK = 4.5", "BATAS_DETIK = 0.4").replace("KERAS = 6", "KERAS = 1")
    anak.write_text(asal.replace("    _limit()\n", f"    _limit()\n    sys.path.insert(0, {str(folder)!r})\n", 1))
    return anak


@pytest.fixture
def nakal(ulah, monkeypatch):
    if os.name == "nt":
        pytest.skip("Windows has neither signals nor limits; there only the clock ends a child")
    monkeypatch.setattr(isolated, "ANAK", ulah)
    return lambda nama: run_apart(f"ulah:{nama}")


def kode(panggil, *bahan):
    with pytest.raises(BerkasDitolakError) as galat:
        panggil(*bahan)
    assert galat.value.saran
    return galat.value.kode


def test_the_reading_is_the_same_as_here():
    assert read_units_apart(normal(), "a.xlsx") == read_units(normal(), "a.xlsx")
    assert read_workbook_apart(normal(), "a.xlsx").berkas == "a.xlsx"
    bahan = (read_units(normal(), "a.xlsx")[0].lembar, 1, 8, ["A", "B", "C"])
    assert sheet_rows_apart(normal(), *bahan) == sheet_rows(normal(), *bahan)
    with pytest.raises(ValueError, match="no sheet"):
        sheet_rows_apart(normal(), "tiada", 1, 2, ["A"])
    assert kode(read_units_apart, b"", "a.xlsx") == "berkas-kosong"


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        ("memori", "terlalu-berat"),
        ("jatuh", "pembaca-berhenti"),
        ("batal", "pembaca-berhenti"),
        ("keluar", "pembaca-berhenti"),
        ("rekursi", "galat-tak-terduga"),
        ("tolakan", "berkas-kosong"),
        ("asing", "pembaca-berhenti"),  # an answer of anything but our own records is not built
    ],
)
def test_whatever_happens_there_ends_in_a_sentence(nakal, nama, harap):
    assert kode(nakal, nama) == harap


def test_time_is_bounded_whatever_is_caught(nakal, monkeypatch):
    assert kode(nakal, "berputar") == "terlalu-lama"  # it swallows every Exception
    assert kode(nakal, "tuli") == "terlalu-lama"  # C code that hears no signal
    monkeypatch.setattr(isolated, "BATAS_DINDING", 0.5)
    mulai = time.monotonic()
    assert kode(nakal, "tidur") == "terlalu-lama"
    assert time.monotonic() - mulai < 5


def test_our_own_defect_is_written_down(nakal, caplog):
    with caplog.at_level(logging.ERROR):
        assert kode(nakal, "galat") == "galat-tak-terduga"
    assert "KeyError: 'cacat'" in caplog.text
    with pytest.raises(ValueError, match="no sheet"):
        nakal("nilai")


def test_the_child_is_alone_and_what_it_prints_is_no_answer(nakal, monkeypatch):
    monkeypatch.setenv("SAKIP_DATABASE_URL", "postgresql://rahasia@server/sakip")
    monkeypatch.chdir("/")
    assert nakal("cetak") == "utuh"
    lingkungan, prioritas, numpy, terpisah = nakal("lingkungan")
    assert "SAKIP_DATABASE_URL" not in lingkungan
    assert "PATH" not in lingkungan
    assert (prioritas, numpy, terpisah) == (os.nice(0) + 10, None, 1)


def test_an_answer_that_is_too_long_or_torn_is_refused(nakal, monkeypatch):
    with pytest.raises(BerkasDitolakError) as galat:
        isolated._answer(b"\x80\x05torn")
    assert galat.value.kode == "pembaca-berhenti"
    with pytest.raises(pickle.UnpicklingError):
        isolated._Pembuka(io.BytesIO(pickle.dumps(subprocess.Popen))).load()
    monkeypatch.setattr(isolated, "BATAS_JAWABAN", 10)
    assert kode(nakal, "cetak") == "terlalu-berat"


def pickled(modul, nama, *isi):
    """By hand, protocol 4: ``("hasil", <modul.nama>)``, then what ``isi`` adds to the class on the stack."""

    def teks(satu):
        return b"\x8c" + bytes([len(satu.encode())]) + satu.encode()

    return b"\x80\x04" + teks("hasil") + teks(modul) + teks(nama) + b"\x93" + b"".join(isi) + b"\x86."


def test_an_answer_builds_our_records_and_no_name_leads_elsewhere(tmp_path):
    korban = tmp_path / "dijalankan"
    perintah = f"__import__('os').mkdir({str(korban)!r})".encode()
    panggil = (b"\x8c\x04eval\x85R", b"\x8c" + bytes([len(perintah)]) + perintah + b"\x85R")
    modul = "sakip_app.workbook.result"
    serangan = pickled(modul, "Temuan.__init__.__builtins__.__getitem__", *panggil)
    pickle.loads(serangan)  # noqa: S301 - the attack is one: what restricts nothing runs it
    assert korban.exists()
    korban.rmdir()
    assert kode(isolated._answer, serangan) == "pembaca-berhenti"
    assert not korban.exists()
    for nama in (
        "Temuan.__init__",
        "Mapping",
        "dataclass",
        "Literal",
        "__builtins__",
        "tiada",
        "BerkasDitolakError",
    ):
        assert kode(isolated._answer, pickled(modul, nama)) == "pembaca-berhenti", nama
    for lain, nama in (("builtins", "eval"), ("os", "system"), ("sakip_app.workbook.unit_list", "Temuan")):
        assert kode(isolated._answer, pickled(lain, nama)) == "pembaca-berhenti", nama
    # Not one of them for being torn: the same bytes with a record's name are an answer.
    assert isolated._answer(pickled(modul, "Temuan")) == ("hasil", Temuan)
    daftar = DaftarUnit(
        "Unit", (BarisUnit("1.01", "Dinas", berlaku_dari=date(2026, 1, 1)),), (), frozenset({"kode"})
    )
    assert isolated._answer(pickle.dumps(("hasil", daftar))) == ("hasil", daftar)


def test_turns_come_in_order_and_end_in_a_sentence():
    antrean = Antrean(1)
    urutan, mulai = [], threading.Barrier(2)

    def pertama():
        with antrean.turn(5):
            mulai.wait()
            time.sleep(0.4)

    def berikut(nomor):
        with antrean.turn(5):
            urutan.append(nomor)

    with ThreadPoolExecutor(12) as kolam:
        semua = [kolam.submit(pertama)]
        mulai.wait()
        assert kode(lambda: antrean.turn(0.05).__enter__()) == "antrean-penuh"
        for nomor in range(10):
            semua.append(kolam.submit(berikut, nomor))
            time.sleep(0.01)
        for satu in semua:
            satu.result()
    assert urutan == list(range(10))
    with antrean.turn(0.05):  # the one that gave up took no turn with it
        pass


def outcome(data):
    try:
        return read_units_apart(data, "a.xlsx")
    except BerkasDitolakError as galat:
        return galat


def test_others_go_on_while_hostile_files_are_read():
    """The longest pause of a thread that ticks every 5 ms, while three heavy files are read."""
    angka = "".join(
        f"<row>{''.join(f'<c><v>{r * k % 9973}</v></c>' for k in range(40))}</row>" for r in range(6_000)
    )
    berat = swap(LEMBAR, sheet(f"<sheetData>{angka}</sheetData>"))
    jeda, selesai = [0.0], threading.Event()

    def detak():
        lalu = time.monotonic()
        while not selesai.is_set():
            time.sleep(0.005)
            kini = time.monotonic()
            jeda[0] = max(jeda[0], kini - lalu)
            lalu = kini

    detik = threading.Thread(target=detak)
    detik.start()
    try:
        with ThreadPoolExecutor(4) as kolam:
            dibaca = list(kolam.map(outcome, [berat] * 3))
    finally:
        selesai.set()
        detik.join()
    assert len(dibaca) == 3
    assert jeda[0] < 0.3


def test_nothing_heavy_is_imported_for_it():
    perintah = (
        "import sys; import sakip_app.workbook.isolated;"
        "print([m for m in ('numpy', 'pandas', 'streamlit', 'openpyxl', 'xlrd') if m in sys.modules])"
    )
    selesai = subprocess.run([sys.executable, "-c", perintah], capture_output=True, text=True, check=True)
    assert selesai.stdout.strip() == "[]"
