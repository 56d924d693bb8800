"""``python -m sakip_app pindah``: every row, in all directions, whole or not at all, and still only growing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from sakip_app.__main__ import main
from sakip_app.store import (
    UnitBaru,
    add_instansi,
    add_units,
    data_version,
    declare,
    list_unggahan,
    read_berkas,
    set_tenggat,
    withdraw_upload,
)
from sakip_app.store import tables as t
from sakip_app.store import transfer as transfer_module
from sakip_app.store.database import reading, writing
from sakip_app.store.tables import HANYA_TAMBAH, metadata
from sakip_app.store.transfer import PindahBerbedaError, transfer
from tests.store.conftest import baris, ensure_row, upload

ROOT = Path(__file__).parents[1]
DIRECTIONS = [
    ("sqlite", "postgresql"),
    ("postgresql", "sqlite"),
    ("sqlite", "sqlite"),
    ("postgresql", "postgresql"),
]
SMALLEST, THIRD = 5e-324, 1 / 3
FILE = bytes(range(256)) * 4096  # a megabyte in which every byte occurs


@pytest.fixture
def place(request, tmp_path, open_again):
    """Gives addresses that nobody used yet, of either database."""
    numbers, urls = count(), []

    def new(database: str) -> str:
        if database == "sqlite":
            return f"sqlite:///{tmp_path / f'{next(numbers)}.db'}"
        urls.append(request.getfixturevalue("postgres").new_database())
        return urls[-1]

    yield new
    open_again.close()
    for url in urls:
        request.getfixturevalue("postgres").drop(url)


def fill(engine: sa.Engine) -> None:
    """A store with something of each kind: blanks, words, tiny numbers, bytes, a withdrawal, a microsecond."""
    at = datetime(2026, 10, 17, 2, 12, 3, 456789, tzinfo=UTC)
    add_instansi(engine, kode="B", nama="Badan “B” › ünï", jenis="kabupaten", pelaku="admin", contoh=True)
    add_units(engine, "B", [UnitBaru("z", "Z", alias=("Zet",), berlaku_dari=date(2025, 1, 2))], pelaku="admin")
    set_tenggat(engine, "B", 2026, 1, date(2026, 4, 10), pelaku="admin")
    set_tenggat(engine, "B", 2026, 2, None, pelaku="admin")
    row = baris(realisasi={1: THIRD, 2: SMALLEST, 3: 0.1}, target_tahunan=1.7976931348623157e308, kendala="a\nb")
    upload(engine, row, isi=FILE, waktu=at)
    upload(engine, row, isi=b"dua", waktu=at)
    wrong = upload(engine, baris(realisasi={1: 4.0, 4: -2.5}, satuan="%"), isi=b"")
    withdraw_upload(engine, wrong.id, pelaku="v", alasan="keliru")
    declare(engine, [("1", "polaritas", "minimal")], pelaku="v")
    with writing(engine) as connection:
        for table in metadata.sorted_tables:
            ensure_row(connection, table)


def rows_of(engine: sa.Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row, with floats written out bit by bit: a reading of its own, not the one under test."""
    with reading(engine) as connection:
        return {
            table.name: sorted(
                (
                    tuple(v.hex() if isinstance(v, float) else v for v in row)
                    for row in connection.execute(sa.select(table))
                ),
                key=repr,
            )
            for table in metadata.sorted_tables
        }


def said(capsys, *words: str) -> tuple[int, str]:
    code = main(["pindah", *words])
    return code, capsys.readouterr().out


@pytest.mark.parametrize(("from_", "to"), DIRECTIONS)
def test_everything_arrives(place, open_again, capsys, from_, to):
    dari, ke = place(from_), place(to)
    source = open_again(dari)
    fill(source)
    before = rows_of(source)
    code, out = said(capsys, dari, ke)
    assert code == 0, out
    target = open_again(ke)
    assert rows_of(target) == rows_of(source) == before
    lines = {line.split()[0]: line.split()[1:] for line in out.splitlines()[1:-1]}
    assert set(lines) == set(metadata.tables)
    assert "0" not in {line[0] for line in lines.values()}  # a row in every table there is
    # uraian, 3 realisasi, target, kendala; the same again; realisasi 1, 4 and satuan; one declared
    assert lines["unggahan"] == lines["berkas"] == ["3", "ya"]
    assert lines["nilai"] == ["10", "ya"]
    assert out.splitlines()[-1].startswith(f"{len(metadata.tables)} tabel sama, baris demi baris.")
    kept = list_unggahan(target, "B").iloc[-1]
    assert read_berkas(target, kept["sha256"]) == FILE
    assert kept["waktu"].to_pydatetime() == datetime(2026, 10, 17, 2, 12, 3, 456789, tzinfo=UTC)


@pytest.mark.parametrize(("from_", "to"), DIRECTIONS[:2])
def test_life_goes_on_in_the_new_place(place, open_again, capsys, from_, to):
    """New ids follow the old ones, and what was accepted can still not be changed."""
    dari, ke = place(from_), place(to)
    source = open_again(dari)
    fill(source)
    assert said(capsys, dari, ke)[0] == 0
    target = open_again(ke)
    version = data_version(source)
    assert data_version(target) == version
    assert upload(target, baris(realisasi={2: 7.0}), baris("baru", realisasi={1: 1.0}), isi=b"baru").n_baru == 2
    assert data_version(target) == version + 1
    for table in sorted(
        {"berkas", "unggahan", "indikator", "nilai", "penegasan", "peristiwa"} & set(HANYA_TAMBAH)
    ):
        for change in (sa.delete(metadata.tables[table]), _no_change(metadata.tables[table])):
            with pytest.raises(sa.exc.DBAPIError, match="hanya boleh ditambah"), writing(target) as connection:
                connection.execute(change)


def _no_change(table: sa.Table) -> sa.Update:
    column = list(table.columns)[-1]
    return sa.update(table).values({column: column})


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_target_with_data_is_refused(place, open_again, capsys, database):
    dari, ke = place("sqlite"), place(database)
    fill(open_again(dari))
    other = open_again(ke)
    add_instansi(other, kode="C", nama="C", jenis="kpu", pelaku="admin")
    before = rows_of(other)
    code, out = said(capsys, dari, ke)
    answer = json.loads(out)
    assert (code, answer["kode"]) == (2, "tujuan-berisi")
    assert "instansi, peristiwa" in answer["pesan"]
    assert rows_of(other) == before
    assert said(capsys, dari, dari)[0] == 2  # into itself


def test_other_refusals(place, tmp_path, capsys, open_again):
    empty = place("sqlite")
    code, out = said(capsys, str(tmp_path / "tiada.db"), empty)
    assert (code, json.loads(out)["kode"]) == (2, "basis-tanpa-data")
    assert not (tmp_path / "tiada.db").exists()
    old = open_again(str(tmp_path / "lama.db"))
    with writing(old) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    code, out = said(capsys, str(tmp_path / "lama.db"), empty)
    assert (code, json.loads(out)["kode"]) == (2, "basis-beda-versi")
    code, out = said(capsys, str(tmp_path / "lama.db"), "mysql://u:rahasia@h/d")
    assert code == 2
    assert "rahasia" not in out
    code, out = said(capsys, "hanya-satu")
    assert (code, json.loads(out)["kode"]) == (2, "perintah-salah")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_copy_that_differs_is_found_and_not_kept(place, open_again, capsys, database):
    """Something in the target changes one last bit of one number on its way in."""
    dari, ke = place("sqlite"), place(database)
    fill(open_again(dari))
    target = open_again(ke)
    with writing(target) as connection:
        for statement in SPOILERS[database]:
            connection.exec_driver_sql(statement)
    code, out = said(capsys, dari, ke)
    *table, refusal = out.splitlines()
    assert (code, json.loads(refusal)["kode"]) == (2, "salinan-berbeda")
    assert [line.split()[0] for line in table if "TIDAK" in line] == ["nilai"]
    assert all(rows == [] for rows in rows_of(target).values())


# 1/3 and the number next to it.
assert THIRD != 0.33333333333333337
SPOILERS = {
    "sqlite": [
        "DROP TRIGGER nilai_tanpa_update",
        "CREATE TRIGGER geser AFTER INSERT ON nilai WHEN NEW.angka = 1.0/3 BEGIN "
        "UPDATE nilai SET angka = 0.33333333333333337 WHERE id = NEW.id; END",
    ],
    "postgresql": [
        "CREATE FUNCTION geser() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF NEW.angka = 1.0::float8 / 3 THEN NEW.angka = 0.33333333333333337; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER geser BEFORE INSERT ON nilai FOR EACH ROW EXECUTE FUNCTION geser()",
    ],
}


def test_values_that_slid_into_their_neighbour_are_found(place, open_again):
    """A digest of values strung together would not see that the last letter of one opens the next."""
    dari, ke = place("sqlite"), place("sqlite")
    fill(open_again(dari))
    target = open_again(ke)
    with writing(target) as connection:
        connection.exec_driver_sql("DROP TRIGGER peristiwa_tanpa_update")
        connection.exec_driver_sql(
            "CREATE TRIGGER tukar AFTER INSERT ON peristiwa BEGIN "
            "UPDATE peristiwa SET pelaku = substr(NEW.pelaku, 1, length(NEW.pelaku) - 1), "
            "jenis = substr(NEW.pelaku, -1) || NEW.jenis WHERE id = NEW.id; END"
        )
    with pytest.raises(PindahBerbedaError) as error:
        transfer(dari, ke, report=lambda _: None)
    assert [satu.nama for satu in error.value.tabel if not satu.sama] == ["peristiwa"]


KILLED = """
import os, signal, sys
import sqlalchemy as sa
from sakip_app.__main__ import main

@sa.event.listens_for(sa.Engine, "after_cursor_execute")
def after(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith("INSERT INTO nilai "):
        os.kill(os.getpid(), signal.SIGKILL)

main(["pindah", *sys.argv[1:]])
"""


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_killed_in_the_middle_leaves_the_target_empty(place, open_again, capsys, database):
    dari, ke = place("sqlite"), place(database)
    source = open_again(dari)
    fill(source)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, dari, ke], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert "berkas: 3 baris disalin" in done.stderr.decode()
    target = open_again(ke)
    assert all(rows == [] for rows in rows_of(target).values())
    assert said(capsys, dari, ke)[0] == 0
    assert rows_of(target) == rows_of(source)


def test_as_a_command_with_files_read_a_few_at_a_time(place, open_again):
    """Forty files of a megabyte, moved by a process that may not hold them all beside what it is made of."""
    dari, ke = place("sqlite"), place("postgresql")
    source = open_again(dari)
    add_instansi(source, kode="B", nama="B", jenis="kpu", pelaku="admin")
    for n in range(40):
        upload(source, baris(realisasi={1: float(n)}), isi=FILE + bytes([n]))
    source.dispose()
    script = (
        "import resource, sys; import sakip_app.store.transfer; from sakip_app.__main__ import main; "
        "rss = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; start = rss(); "
        "code = main(['pindah', *sys.argv[1:]]); print(rss() - start); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, dari, ke], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.splitlines()[-1]) < 30 * 1024  # KiB; four files at a time, read, bound and sent
    with reading(open_again(ke)) as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(t.berkas)).scalar() == 40


def test_text_no_server_keeps_is_refused_by_its_table(place, open_again, capsys):
    dari, ke = place("sqlite"), place("postgresql")
    source = open_again(dari)
    add_instansi(source, kode="B", nama="nol\x00bita", jenis="kpu", pelaku="admin")
    code, out = said(capsys, dari, ke)
    answer = json.loads(out)
    assert (code, answer["kode"]) == (2, "baris-tak-muat")
    assert "instansi" in answer["pesan"]
    assert all(rows == [] for rows in rows_of(open_again(ke)).values())


def test_connection_lost_on_the_way(place, open_again, capsys, postgres, monkeypatch):
    """The server throws the copying process out while it compares."""
    dari, ke = place("sqlite"), place("postgresql")
    fill(open_again(dari))

    def throw_out(target: sa.Connection, table: sa.Table) -> None:
        me = target.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        postgres.say(f"SELECT pg_terminate_backend({me})")

    monkeypatch.setattr(transfer_module, "_continue_ids", throw_out)
    code, out = said(capsys, dari, ke)
    assert (code, json.loads(out)["kode"]) == (2, "pindah-terputus")
    assert all(rows == [] for rows in rows_of(open_again(ke)).values())


def test_every_table_has_a_key_to_stand_in_order_by():
    assert [table.name for table in metadata.sorted_tables if not list(table.primary_key.columns)] == []


def test_values_are_told_apart():
    """Neighbours, kinds and signs; −0.0 alone counts as 0.0, which is all that SQLite keeps."""
    as_bytes = transfer_module._as_bytes
    rows = [
        ("ab", "c"),
        ("a", "bc"),
        ("a", None, "bc"),
        ("1",),
        (1,),
        (True,),
        (1.0,),
        (b"1",),
        (1.0000000000000002,),
    ]
    rows += [("",), (None,), (date(2026, 1, 1),), ("2026-01-01",), (0.0,), (-1.0,)]
    seen = {b"".join(map(as_bytes, row)) for row in rows}
    assert len(seen) == len(rows)
    assert as_bytes(-0.0) == as_bytes(0.0)
    with pytest.raises(TypeError):
        as_bytes(object())
