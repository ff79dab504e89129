"""A warehouse is opened to be read, and only when it is whole and of this program."""

import tempfile
import threading

import duckdb
import pytest

from data import warehouse
from data.warehouse import BrokenWarehouse, NoWarehouse, OutdatedWarehouse, WarehouseError
from queries import asking, engines


def test_none_yet(record):
    with pytest.raises(NoWarehouse, match="python -m data.build"):
        warehouse.latest()


def test_home_is_var_unless_said_otherwise(monkeypatch, tmp_path):
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    assert warehouse.folder() == tmp_path / "warehouses"
    monkeypatch.delenv("OUTREACH_HOME")
    assert warehouse.home() == warehouse.ROOT / "var"


@pytest.mark.parametrize(
    "question",
    [
        "create table mine as select 1 as one",
        "select * from read_text('/etc/hostname')",
        "set threads = 1",
        "copy record to 'here.csv'",
        "attach ':memory:' as other; create table other.t as select 1; copy other.t to 'x.csv'",
    ],
)
def test_a_reader_can_read_and_nothing_else(record, question):
    with warehouse.connect(record.build().file) as db, pytest.raises(duckdb.Error):
        db.execute(question)


WIDE = (
    "select sum(n) from (select row_number() over (order by hash(range)) as n from range(4000000))"
)


@pytest.fixture
def little(monkeypatch):
    monkeypatch.setitem(warehouse.ROOM, "memory_limit", "64MB")
    warehouse.aside.cache_clear()
    yield
    warehouse.aside.cache_clear()


def test_what_memory_cannot_hold_is_put_aside(record, little):
    file = record.build().file
    with warehouse.connect(file) as db, warehouse.connect(file) as other:
        assert db.execute(WIDE).fetchall() == other.execute(WIDE).fetchall()
    assert list(file.parent.iterdir()) == [file]


def test_nothing_is_put_aside_where_nothing_can_be_written(record, little, monkeypatch):
    file = record.build().file
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    with warehouse.connect(file) as db:
        assert db.execute("select count(*) from record").fetchall() == [(1,)]
        with pytest.raises(duckdb.Error, match="memory"):
            db.execute(WIDE)


def test_little_of_a_file_is_held_between_questions(record, monkeypatch):
    engine = engines.connect(asking.url_of(record.build().file))
    held = "select memory_usage_bytes as n from duckdb_memory() where tag = 'BASE_TABLE'"
    rows = "select sum(length(concat(columns(*)))) from fct_event"
    for most, kept in (("64MB", True), ("0MB", False)):
        monkeypatch.setattr(engines.duckdb, "BETWEEN", most)
        monkeypatch.setattr(engines.duckdb, "MOMENT", 0)
        with engine.room.taken(engine):  # as long as another question runs
            engine.execute(rows, {})
            assert engine.execute(held, {})["n"].to_pylist() > [0]
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer):
                thread.join()
        assert (engine.execute(held, {})["n"].to_pylist() > [0]) is kept
    (most,) = engine.execute("select current_setting('memory_limit') as n", {})["n"].to_pylist()
    assert most == "244.1 MiB"  # as before
    engine.close()


def test_an_engine_is_closed_while_memory_is_given_back(record, monkeypatch):
    url = asking.url_of(record.build().file)
    monkeypatch.setattr(engines.duckdb, "MOMENT", 0)
    for _ in range(100):
        engine = engines.connect(url)
        engine.execute("select 1 as n", {})
        engine.close()


def test_a_file_that_is_open_can_be_opened_again(record):
    file = record.build().file
    with warehouse.connect(file) as first, warehouse.connect(file) as second:
        for db in (first, second):
            with pytest.raises(duckdb.Error, match="configuration"):
                db.execute("set enable_external_access = true")


def test_other_tables_than_the_program_s(record, monkeypatch, tmp_path):
    file = record.build().file
    monkeypatch.setattr(warehouse, "SCHEMA", tmp_path)
    with pytest.raises(OutdatedWarehouse, match=file.name):
        warehouse.connect(file)


def test_a_file_that_is_no_warehouse(tmp_path):
    (tmp_path / "broken.duckdb").write_bytes(b"nothing" * 2000)
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    for name in ("broken.duckdb", "empty.duckdb", "missing.duckdb"):
        with pytest.raises(BrokenWarehouse, match=name):
            warehouse.connect(tmp_path / name)


def test_every_error_is_a_warehouse_error():
    for kind in (NoWarehouse, OutdatedWarehouse, BrokenWarehouse):
        assert issubclass(kind, WarehouseError)
