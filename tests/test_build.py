"""A build is whole or not at all, and the same record gives the same warehouse."""

import os
import re
import signal
import subprocess
import sys
import time
import tomllib

import duckdb
import pytest

from data import afterwards, build, publishing, room, warehouse
from data.listening import STOPPED
from data.organisation import RecordError
from tests import screen
from tests.records import content, line


def files():
    return sorted(path.name for path in warehouse.folder().iterdir())


def test_the_same_record_gives_the_same_content(record):
    first, second = record.build(), record.build()
    assert first.file != second.file
    assert content(first.file) == content(second.file)
    assert first.file.name.split("-")[1] == second.file.name.split("-")[1]
    assert first.version in first.file.name


def test_any_change_gives_another_version(record):
    before = record.build().version
    record.add_lines(line())
    assert record.build().version != before


def test_the_newest_is_the_latest(record):
    record.build()
    newest = record.build().file
    assert warehouse.latest() == newest


def test_only_the_newest_ten_are_kept(record):
    built = [record.build().file.name for _ in range(12)]
    assert files() == built[-10:]


def test_a_build_that_fails_leaves_the_folder_as_it_was(record, monkeypatch, tmp_path):
    record.build()
    before = files()
    broken = tmp_path / "schema"
    broken.mkdir()
    (broken / "a.sql").write_text("create table a as select 1 as one")
    (broken / "b.sql").write_text("create table b as select nothing from nowhere")
    monkeypatch.setattr(build, "SCHEMA", broken)
    with pytest.raises(Exception, match="nowhere"):
        record.build()
    assert files() == before


def test_old_drafts_go_and_those_of_today_stay(record):
    record.build()
    old, new = (warehouse.folder() / name for name in ("draft-1-old", "draft-2-new"))
    old.touch()
    new.touch()
    two_days_ago = time.time() - 2 * publishing.DAY
    os.utime(old, (two_days_ago, two_days_ago))
    record.build()
    assert not old.exists()
    assert new.exists()


def test_no_record_at_all(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    assert build.main(["--record", str(tmp_path / "nowhere")]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("toml", ["name_en = ", "name_en = 'A'", "fiscal_year_start = 13"])
def test_an_organisation_that_cannot_be_read(record, toml):
    path = record.folder / "organisation.toml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(
        whole.replace("fiscal_year_start = 4", toml) if "13" in toml else toml, encoding="utf-8"
    )
    with pytest.raises(RecordError, match="organisation.toml"):
        record.build()


ORGANISATION = {
    "short_name": ("5", '["a"]', '""', '"  "', "true", "2024-01-01"),
    "name_en": ("[]",),
    "url": ("{}",),
    "fiscal_year_start": ("4.0", "true", "13", "0", '"4"', "-1"),
    "aliases": ("[3]", '"CPN"', '["CPN", ""]', "1"),
}


@pytest.mark.parametrize(
    "field, value", [(field, value) for field in ORGANISATION for value in ORGANISATION[field]]
)
def test_a_field_of_the_organisation_that_is_wrong(record, field, value):
    path = record.folder / "organisation.toml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(re.sub(f"(?m)^{field} = .*$", f"{field} = {value}", whole), encoding="utf-8")
    with pytest.raises(RecordError) as refused:
        record.build()
    told = tomllib.loads(f"value = {value}")["value"]
    assert f"organisation.toml: {field} is “{told}”, not " in str(refused.value)


def test_a_field_that_no_organisation_has(record):
    path = record.folder / "organisation.toml"
    path.write_text(path.read_text(encoding="utf-8") + "colour = 'red'\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"organisation\.toml: colour is “red”"):
        record.build()


def test_an_organisation_may_have_no_further_name_and_a_byte_order_mark(record):
    path = record.folder / "organisation.toml"
    whole = re.sub("(?m)^aliases = .*$", "", path.read_text(encoding="utf-8"))
    path.write_text(whole, encoding="utf-8-sig")
    assert record.build().rows_kept == 14


def test_an_organisation_that_cannot_be_opened(record):
    path = record.folder / "organisation.toml"
    path.unlink()
    path.mkdir()
    with pytest.raises(RecordError, match=r"organisation\.toml cannot be opened"):
        record.build()


def fails(record, capsys):
    """The build says one sentence and exits with 1."""
    assert build.main(["--record", str(record.folder)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


@pytest.mark.parametrize("home", ["plain", "plain/below", "what?", "nowhere"])
def test_a_home_that_nothing_can_be_written_in(record, monkeypatch, tmp_path, capsys, home):
    (tmp_path / "plain").write_text("a file")
    (tmp_path / "nowhere").symlink_to("nothing/here")
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / home))
    assert str(warehouse.folder()) in fails(record, capsys)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_home_that_is_read_only(record, monkeypatch, tmp_path, capsys):
    (tmp_path / "locked").mkdir(mode=0o500)
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "locked"))
    assert str(warehouse.folder()) in fails(record, capsys)


def test_a_record_that_cannot_be_built_leaves_the_good_warehouse(record, capsys):
    good = record.build().file
    (record.folder / "vocabulary/regions.csv").unlink()
    assert "vocabulary/regions.csv" in fails(record, capsys)
    assert warehouse.latest() == good
    assert len(files()) == 1


def test_a_good_build_exits_with_0_and_says_what_it_wrote(record, capsys):
    assert build.main(["--record", str(record.folder)]) == 0
    printed = capsys.readouterr()
    rate, wrote, usable, checked = printed.out.splitlines()
    assert rate.startswith("14 rows in ")
    assert wrote.startswith(f"Wrote {warehouse.latest()}: 14 rows kept")
    assert usable.startswith("It can be used.")
    assert checked == "Checked: nothing wrong."
    assert all(told.startswith("warning: ") for told in printed.err.splitlines())


def test_a_large_record_is_left_to_the_server_to_check(record, capsys, monkeypatch, tmp_path):
    file = tmp_path / "afterwards.toml"
    file.write_text('commands = ["dashboard.nowhere check"]\nmost_rows = 13\n')
    monkeypatch.setattr(afterwards, "FILE", file)
    assert build.main(["--record", str(record.folder)]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1].endswith("or python -m dashboard.nowhere check")
    assert "cannot be run" not in printed.err


def test_a_check_that_is_stopped_says_so_and_leaves_the_warehouse(record, capsys, monkeypatch):
    def stopped(tell):
        yield "warning: one thing"
        raise KeyboardInterrupt

    monkeypatch.setattr(afterwards, "complaints", stopped)
    assert build.main(["--record", str(record.folder)]) == STOPPED
    one, last = capsys.readouterr().err.splitlines()[-2:]
    assert one == "warning: one thing"
    assert last.startswith("Stopped: the warehouse stands, but what a board would tell of it ")
    assert len(files()) == 1


# What runs in the background of a shell is told to ignore Ctrl-C.
HEED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
CHECK = f"""
{HEED}
import pathlib, tempfile, time
with tempfile.TemporaryDirectory() as aside:
    pathlib.Path("begun").touch()
    time.sleep(60)
"""
BUILD = (
    f"{HEED}; import sys; from data.afterwards import ran; ran([sys.executable, '-c', {CHECK!r}])"
)


def test_a_check_that_is_stopped_takes_away_what_it_put_aside(tmp_path):
    aside = tmp_path / "aside"
    aside.mkdir()
    environment = {**os.environ, "TMPDIR": str(aside), "PYTHONPATH": str(screen.ROOT)}
    words = [sys.executable, "-c", BUILD]
    process = subprocess.Popen(words, cwd=tmp_path, env=environment, stderr=subprocess.PIPE)
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.01)
    assert len(list(aside.iterdir())) == 1
    process.send_signal(signal.SIGINT)
    assert b"KeyboardInterrupt" in process.communicate(timeout=30)[1]
    assert list(aside.iterdir()) == []


def test_a_refused_row_is_one_line_and_exit_1(record, capsys):
    record.add_lines(line(), line(event_id="bad", role="a\nchief\x1b[31m", status="done"))
    assert build.main(["--record", str(record.folder)]) == 1
    told = [
        text for text in capsys.readouterr().err.splitlines() if not text.startswith("warning: ")
    ]
    (sentence,) = told
    assert sentence.startswith(
        "sources/extra/events.csv, line 3, column role: roles.csv has no “a chief [31m”."
    )


def test_the_command(record):
    done = subprocess.run(
        [sys.executable, "-m", "data.build", "--record", str(record.folder)],
        capture_output=True,
        text=True,
        cwd=warehouse.ROOT,
        check=False,
    )
    assert done.returncode == 0
    assert "14 rows kept" in done.stdout


def test_a_statement_gets_more_memory_where_it_needs_it(monkeypatch):
    held = "create or replace table t as select len(list(i)) as n from range(3_000_000) as t(i)"
    with duckdb.connect(config={"memory_limit": "16MB", "threads": 1}) as db:
        with pytest.raises(duckdb.OutOfMemoryException):
            db.execute(held)
        room.execute(db, held)
        assert db.execute("select n from t").fetchall() == [(3_000_000,)]
        assert room.limit(db) == pytest.approx(16_000_000, rel=0.05)  # as before
        monkeypatch.setattr(room, "steps", lambda first: [first, first])
        with pytest.raises(duckdb.OutOfMemoryException):
            room.execute(db, held)


def test_a_build_that_is_given_too_little_takes_more(record, monkeypatch):
    expected = content(record.build().file)
    wanted, allow = [], room.allow
    monkeypatch.setattr(build, "MEMORY", "8MB")
    monkeypatch.setattr(room, "allow", lambda db, most: wanted.append(most) or allow(db, most))
    assert content(record.build().file) == expected
    assert max(wanted) > 4_000_000
