"""The command line: one JSON object and exit 0, or a refusal and exit 2; never a traceback."""

import json
import subprocess
import sys
import time

import pytest

from sakip_app.__main__ import main
from tests.workbook.forms import build


def run(capsys, *argumen):
    kode = main(argumen)
    return kode, json.loads(capsys.readouterr().out)


def test_contract_of_the_json(tmp_path, capsys):
    berkas = tmp_path / "tw4.xlsx"
    berkas.write_bytes(build().data)
    kode, isi = run(capsys, "baca", str(berkas), "--json")
    assert kode == 0
    assert isi["berkas"] == "tw4.xlsx"
    assert len(isi["sha256"]) == 64
    assert (isi["tata_letak"], isi["tahun"], isi["unit"], isi["sampai_bulan"]) == (
        "e81",
        2025,
        "Dinas Contoh",
        None,
    )
    satu = isi["indikator"][3]
    assert satu["realisasi"] == {"1": 1.0, "2": 1.0, "3": 1.0, "4": 1.0}
    assert satu["target"] == {"1": None, "2": None, "3": None, "4": None}
    assert satu["realisasi_anggaran"]["4"] == 40.0
    assert satu["induk"] == ["Program Penunjang Urusan", "Kegiatan Perencanaan"]
    assert (satu["konsolidasi"], satu["cara_isi"], satu["polaritas"]) == ("jumlah", "tambahan", None)
    wajib = {
        "kunci", "sel", "baris", "kode", "jenjang", "uraian", "satuan", "target_tahunan", "target_renstra",
        "realisasi_lalu", "realisasi_tahun", "pagu", "capaian_tercetak", "kendala", "bukti",
    }  # fmt: skip
    assert wajib <= set(satu)
    assert {"kode", "untuk", "usul", "alasan", "pilihan"} == set(isi["pertanyaan"][0])


@pytest.mark.parametrize(
    ("argumen", "kode"),
    [
        ((), "perintah-salah"),
        (("hapus",), "perintah-salah"),
        (("baca",), "perintah-salah"),
        (("baca", "tiada.xlsx", "--xml"), "perintah-salah"),
        (("baca", "tiada.xlsx", "--json"), "berkas-tak-ada"),
        (("baca", ".", "--json"), "berkas-tak-ada"),
        (("baca", "a\x00b.xlsx", "--json"), "berkas-tak-ada"),
    ],
)
def test_refusals_are_json_too(capsys, argumen, kode):
    keluar, isi = run(capsys, *argumen)
    assert keluar == 2
    assert isi["kode"] == kode
    assert isi["pesan"]
    assert isi["saran"]


def test_a_process_of_its_own_is_quick_and_quiet(tmp_path):
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(b"No;Indikator\r\n")
    mulai = time.monotonic()
    hasil = subprocess.run(
        [sys.executable, "-m", "sakip_app", "baca", str(berkas), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stderr) == (2, "")
    assert json.loads(hasil.stdout)["kode"] == "csv-bukan-xlsx"
    assert time.monotonic() - mulai < 5
    berkas.write_bytes(build().data)
    hasil = subprocess.run(
        [sys.executable, "-W", "error", "-m", "sakip_app", "baca", str(berkas), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert len(json.loads(hasil.stdout)["indikator"]) == 6


def test_pandas_is_not_loaded_for_reading():
    kode = "import sys; import sakip_app.workbook; print('pandas' in sys.modules or 'openpyxl' in sys.modules)"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "False"
