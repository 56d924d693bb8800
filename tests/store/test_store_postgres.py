"""What differs on a server: addresses, refusals that never show a password, restarts; and what must not differ."""

from __future__ import annotations

import threading

import pandas as pd
import psycopg
import pytest
import sqlalchemy as sa

from sakip_app.store import (
    StoreTakTerbukaError,
    UnitBaru,
    add_instansi,
    add_units,
    data_version,
    database,
    list_instansi,
    list_unit,
    load_tahun,
    open_store,
)
from sakip_app.store import tables as t
from sakip_app.store.current import current_ids
from sakip_app.store.database import reading, writing
from sakip_app.store.events import record
from sakip_app.store.place import parse_place
from tests.store.conftest import baris, upload

SANDI = "r4ha5ia@kantor"
SANDI_URL = "r4ha5ia%40kantor"


def refused(url: str) -> StoreTakTerbukaError:
    with pytest.raises(StoreTakTerbukaError) as error:
        open_store(url)
    assert "r4ha5ia" not in str(error.value)
    assert error.value.saran
    return error.value


@pytest.fixture
def empty_server_url(postgres):
    url = postgres.new_database()
    yield url
    postgres.drop(url)


class TestAddress:
    @pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
    def test_every_spelling_opens(self, empty_server_url, open_again, scheme):
        engine = open_again(empty_server_url.replace("postgresql", scheme, 1))
        assert engine.dialect.driver == "psycopg"
        assert list_instansi(engine).empty

    @pytest.mark.parametrize(
        "url",
        [
            "mysql://u:r4ha5ia@h/d",
            "postgresql://u:r4ha5ia@h:lima/d",
            "postgresql://u:x@r4ha5ia@h/d",  # an @ in the password that was not written %40
            "://r4ha5ia",
        ],
    )
    def test_what_is_no_address(self, url):
        assert refused(url).kode == "alamat-basis-salah"

    def test_path_is_a_file(self, tmp_path):
        assert parse_place(str(tmp_path / "a.db")).database == str(tmp_path / "a.db")


class TestRefusal:
    def test_no_server(self, postgres):
        error = refused(f"postgresql://sakip:{SANDI_URL}@127.0.0.1:1/sakip")
        assert error.kode == "server-tak-menjawab"
        assert "127.0.0.1:1" in error.pesan
        assert refused(f"postgresql://u:{SANDI_URL}@tiada.invalid/d").kode == "server-tak-menjawab"

    def test_no_such_database(self, postgres):
        error = refused(postgres.url("tiada"))
        assert (error.kode, "tiada" in error.pesan) == ("basis-tak-ada", True)

    def test_password(self, postgres, empty_server_url, open_again):
        name = empty_server_url.rpartition("/")[2]
        postgres.say(f"CREATE ROLE berkata_sandi LOGIN SUPERUSER PASSWORD '{SANDI}'")
        try:
            for written in (":r4ha5ia-lain", ""):
                error = refused(postgres.url(name, f"berkata_sandi{written}"))
                assert (error.kode, "berkata_sandi" in error.pesan) == ("masuk-ditolak", True)
            assert refused(postgres.url(name, "tiada_orang")).kode == "masuk-ditolak"
            right = open_again(postgres.url(name, f"berkata_sandi:{SANDI_URL}"))
            assert list_instansi(right).empty
        finally:
            open_again.close()
            postgres.say("DROP OWNED BY berkata_sandi", name)
            postgres.say("DROP ROLE berkata_sandi")

    def test_no_right_to_make_or_write_tables(self, postgres, empty_server_url):
        name = empty_server_url.rpartition("/")[2]
        postgres.say("CREATE ROLE tamu LOGIN")
        try:
            postgres.say("REVOKE CREATE ON SCHEMA public FROM PUBLIC", name)
            assert refused(postgres.url(name, "tamu")).kode == "basis-tanpa-izin"
            open_store(empty_server_url).dispose()
            assert refused(postgres.url(name, "tamu")).kode == "basis-tanpa-izin"
        finally:
            postgres.say("DROP ROLE tamu")

    def test_a_database_that_cannot_hold_all_letters(self, postgres):
        url = postgres.new_database(options="ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
        assert refused(url).kode == "basis-bukan-utf8"
        postgres.drop(url)


def test_settings_of_every_connection(postgres, template, open_again):
    url = postgres.new_database(template=template)
    store = open_again(url)
    asked = "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'), "
    asked += "current_setting('jit'), current_setting('client_encoding'), current_setting('lock_timeout')"
    with reading(store) as connection:
        assert tuple(connection.exec_driver_sql(asked).one()) == ("repeatable read", "on", "off", "UTF8", "0")
    with writing(store) as connection:
        assert tuple(connection.exec_driver_sql(asked).one()) == ("read committed", "off", "off", "UTF8", "20s")
    open_again.close()
    postgres.drop(url)


@pytest.mark.parametrize("table", t.HANYA_TAMBAH)
def test_no_table_that_only_grows_can_be_emptied(postgres, template, table):
    with pytest.raises(psycopg.errors.RaiseException, match="hanya boleh ditambah"):
        postgres.say(f"TRUNCATE {table} CASCADE", template)


def test_server_that_was_restarted_is_met_anew(postgres, template, open_again):
    url = postgres.new_database(template=template)
    store = open_again(url)
    add_instansi(store, kode="B", nama="Badan B", jenis="kabupaten", pelaku="admin")
    upload(store, baris(realisasi={1: 1.5}), isi=b"1")
    postgres.stop()
    with pytest.raises(sa.exc.OperationalError):
        data_version(store)
    postgres.start()
    assert load_tahun(store, "B", 2026).triwulanan.loc[0, "realisasi"] == 1.5
    postgres.stop()
    postgres.start()
    assert upload(store, baris(realisasi={1: 2.5}), isi=b"2").n_berubah == 1
    open_again.close()
    postgres.drop(url)


def test_reader_sees_one_state(store, store_url, open_again):
    """What another commits between two statements of one reader stays out of sight until the reader is done."""
    count = sa.select(sa.func.count()).select_from(t.peristiwa)
    with reading(store) as connection:
        before = connection.execute(count).scalar()
        add_units(open_again(store_url), "B", [UnitBaru("baru", "Baru")], pelaku="admin")
        assert connection.execute(count).scalar() == before
    assert data_version(store) == before + 1


def test_writers_take_turns(store, store_url, open_again):
    """The second begins when the first has committed, so ids grow in the order of the commits."""
    order: list[str] = []
    other = open_again(store_url)

    def second() -> None:
        upload(other, baris(realisasi={1: 2.0}), isi=b"2")
        order.append("kedua")

    with writing(store) as connection:
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.5)
        assert thread.is_alive()
        record(connection, "unggahan_diterima", pelaku="p", waktu=pd.Timestamp.now("UTC").to_pydatetime())
        order.append("pertama")
    thread.join(20)
    assert order == ["pertama", "kedua"]


def test_writer_that_waits_too_long_gives_up_and_stores_nothing(store, store_url, open_again, monkeypatch):
    monkeypatch.setattr(database, "TUNGGU_MS", 200)
    impatient = open_again(store_url)
    with writing(store), pytest.raises(sa.exc.OperationalError):
        upload(impatient, baris(realisasi={1: 2.0}), isi=b"2")
    assert load_tahun(store, "B", 2026).indikator.empty
    assert upload(impatient, baris(realisasi={1: 2.0}), isi=b"2").baru


def test_text_stands_in_one_order(store):
    """By bytes: capitals, small letters, then what is beyond ASCII; a dot and a digit as they are."""
    names = ["a b", "A-b", "Éb", "ab", "Zb", "a.10", "a.9", "\U0001f600", "｡"]
    add_units(store, "B", [UnitBaru(name, f"Unit {n}", urutan=1) for n, name in enumerate(names)], pelaku="admin")
    by_bytes = ["A-b", "Zb", "a b", "a.10", "a.9", "ab", "Éb", "｡", "\U0001f600"]
    assert list_unit(store, "B")["kode_unit"].tolist() == by_bytes


def test_the_server_of_these_tests_sorts_otherwise(postgres):
    """Else the test above could not fail."""
    said = postgres.say("SELECT x FROM (VALUES ('Zb'), ('ab'), ('A-b')) v(x) ORDER BY x")
    assert [row[0] for row in said] != ["A-b", "Zb", "ab"]


@pytest.mark.parametrize(
    "angka", [0.1, 1 / 3, 1e-300, 5e-324, 1.7976931348623157e308, 16.390000000000001, 2350000000000.37]
)
def test_no_digit_of_a_number_is_lost(store, angka):
    upload(store, baris(realisasi={1: angka}), isi=b"1")
    assert load_tahun(store, "B", 2026).triwulanan.loc[0, "realisasi"].hex() == angka.hex()


def test_values_in_force_are_found_by_index_on_the_server_too(postgres, template, open_again):
    """With few rows a server reads them all; it is asked for the way it takes when that costs too much."""
    url = postgres.new_database(template=template)
    engine = open_again(url)
    ids = current_ids(t.indikator.c.kode_instansi == "B", t.indikator.c.tahun == 2026)
    query = sa.select(t.nilai).join(ids, ids.c.id == t.nilai.c.id)
    text = str(query.compile(engine, compile_kwargs={"literal_binds": True}))
    with reading(engine) as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = "\n".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {text}"))
    open_again.close()
    postgres.drop(url)
    assert "Seq Scan on nilai" not in plan
    assert "Seq Scan on indikator" not in plan
    assert "((kode_instansi)::text = 'B'::text) AND (tahun = 2026)" in plan, plan
