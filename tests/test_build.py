"""A build is whole or not at all, and the same record gives the same warehouse."""

import os
import subprocess
import sys
import time

import pytest

from data import build, publishing, warehouse
from data.organisation import RecordError
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


def test_a_good_build_exits_with_0_and_says_what_it_wrote(record, capsys):
    assert build.main(["--record", str(record.folder)]) == 0
    printed = capsys.readouterr()
    last = printed.out.splitlines()[-1]
    assert str(warehouse.latest()) in last
    assert "14 rows kept" in last
    assert all(told.startswith("warning: ") for told in printed.err.splitlines())


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
