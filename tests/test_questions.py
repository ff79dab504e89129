"""Rules over every question: what it says of itself, where it runs, how it is asked."""

import csv
import io
import json
import re
import subprocess
import sys
from ast import literal_eval
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from sqlglot import ErrorLevel, exp, parse_one

from data import build, warehouse
from queries import __main__ as command
from queries import asking, engines, measures, questions
from queries.engines import Engine
from queries.selection import Selection
from tests.records import Record, line

NAMES = questions.names()
PARTS = questions.parts()
FORMATS = {"integer"}
each = pytest.mark.parametrize("name", NAMES)
each_file = pytest.mark.parametrize("name", [*NAMES, *PARTS])


def text(name: str) -> str:
    return questions.read(name).text


def header(name: str) -> str:
    return text(name).partition("\n\n")[0]


def sql(name: str) -> str:
    """What stands below the header, without comments."""
    return re.sub(r"--.*", "", text(name))


def tree(name: str) -> exp.Query:
    return questions.expanded(name)


def placeholders(name: str) -> set[str]:
    return {found.name for found in tree(name).find_all(exp.Placeholder)}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Engine]]:
    """The real record, an odd one, and two that hold no event."""
    folder = tmp_path_factory.mktemp("records")
    records = {name: Record(folder / name) for name in ("odd", "empty", "bare")}
    spoil(records["odd"])
    for name in ("empty", "bare"):
        for file in records[name].folder.glob("sources/*/events.csv"):
            file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    coverage = records["bare"].folder / "vocabulary/coverage.csv"
    coverage.write_text("quarter,coverage,note_en,note_fr\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        built = {"real": build.build()} | {name: records[name].build() for name in records}
        found = {name: engines.connect(asking.url_of(one.file)) for name, one in built.items()}
        yield found
        for engine in found.values():
            engine.close()


def spoil(record: Record) -> None:
    """Several findings of one line, and of one column; two events of one day; twins in name."""
    record.add_lines(
        line(event_id="one", themes="x;y"),
        line(event_id="two", themes="governance;governance;equality;equality"),
        line(event_id="three", status="unconfirmed"),
        line(event_id="four", status="draft"),
        "too,short",
        "another,short",
    )


def values() -> dict[str, object]:
    return Selection(date(2024, 1, 1), date(2025, 12, 31)).values()


@each_file
def test_the_first_line_asks(name: str) -> None:
    assert re.fullmatch(r"-- .+\?( .+\.)?", text(name).splitlines()[0])


@each_file
def test_the_grain_is_stated(name: str) -> None:
    assert re.search(r"^-- One row\b", header(name), re.MULTILINE)


@each_file
def test_every_parameter_is_documented_and_none_is_left_over(name: str) -> None:
    told = {
        word
        for documented in re.findall(r"^-- (\$.*)$", header(name), re.MULTILINE)
        for word in re.findall(r"\$(\w+)", documented)
    }
    used = set(re.findall(r"\$(\w+)", sql(name)))
    through_measures = placeholders(name)
    assert used <= told
    assert told <= used | through_measures


@each_file
def test_the_sql_is_portable(name: str) -> None:
    whole = tree(name)
    assert not list(whole.find_all(exp.Qualify, exp.List, exp.Array, exp.Unnest, exp.Create))
    assert not [join for join in whole.find_all(exp.Join) if join.args.get("using")]
    assert not re.search(r"\b(using|qualify|macro)\b", sql(name), re.IGNORECASE)


@each_file
@pytest.mark.parametrize("dialect", ["spark", "clickhouse", "postgres"])
def test_other_engines_can_be_told(name: str, dialect: str) -> None:
    told = questions.whole(name).sql(
        dialect=dialect, unsupported_level=ErrorLevel.RAISE, comments=False
    )
    assert told.lstrip().lower().startswith(("select", "with"))


@each
def test_the_order_is_complete(name: str, homes: dict[str, Engine]) -> None:
    order = tree(name).args.get("order")
    if re.search(r"^-- One row:", header(name), re.MULTILINE):
        assert len(asking.ask(homes["real"], name, values())) == 1
        return
    assert order is not None
    for engine in homes.values():
        keys = sorting_keys(engine, name, order)
        assert not keys.duplicated().any()


def sorting_keys(engine: Engine, name: str, order: exp.Order) -> pd.DataFrame:
    """What each row of an answer is sorted by."""
    asked = questions.whole(name).copy()
    keys = [item.this for item in order.expressions]
    if isinstance(asked, exp.Select):
        for n, key in enumerate(keys):
            asked.select(exp.alias_(key.copy(), f"sorting_{n}"), copy=False)
        wanted = [f"sorting_{n}" for n in range(len(keys))]
    else:
        wanted = [key.name for key in keys]
    return run(engine, name, asked)[wanted]


def run(engine: Engine, name: str, asked: exp.Query) -> pd.DataFrame:
    _, bound = asking.prepared(name, values())
    for place in list(asked.find_all(exp.Placeholder)):
        if isinstance(place.parent, exp.In) and place.name not in bound:
            place.parent.set("expressions", [exp.null()])
    return engine.execute(asked.sql(dialect="duckdb"), bound).to_pandas()


@each
@pytest.mark.parametrize("record", ["real", "odd", "empty", "bare"])
def test_it_runs_whatever_the_record(name: str, record: str, homes: dict[str, Engine]) -> None:
    answer = asking.ask(homes[record], name, values())
    assert list(answer.columns) == list(dict.fromkeys(answer.columns))
    if record in ("empty", "bare") and "events" in answer and name not in ("sources", "files"):
        assert answer["events"].sum() == 0


@pytest.mark.parametrize("record", ["real", "odd", "empty", "bare"])
def test_a_link_can_be_read_whatever_the_record(record: str, homes: dict[str, Engine]) -> None:
    chosen, problems = asking.read(homes[record], {})
    assert not problems
    assert chosen.first_day <= chosen.last_day


@each
def test_numbers_are_numbers(name: str, homes: dict[str, Engine]) -> None:
    """A decimal would stand as text in JSON."""
    table = homes["real"].execute(*asking.prepared(name, values()))
    assert not [field.name for field in table.schema if str(field.type).startswith("decimal")]


@each_file
def test_a_question_starts_from_questions_without_circles(name: str) -> None:
    assert name not in questions.foundations(name)


# measures.toml


def used() -> set[str]:
    return {
        word for name in [*NAMES, *PARTS] for word in re.findall(r"\bmeasure\((\w+)\)", text(name))
    }


def test_every_measure_is_used_and_every_use_is_declared() -> None:
    assert used() == set(measures.load())


@pytest.mark.parametrize("measure", measures.load().values(), ids=lambda measure: measure.name)
def test_a_measure_is_told_in_full(measure: measures.Measure) -> None:
    assert all([measure.label, measure.one, measure.many, measure.help, measure.sql])
    assert measure.format in FORMATS
    assert measure.help.endswith(".")
    assert parse_one(measure.sql, dialect="duckdb").find(exp.AggFunc)


@each_file
def test_a_measure_s_column_bears_its_name(name: str) -> None:
    for measure, alias in re.findall(r"\bmeasure\((\w+)\)\s+as (\w+)", text(name)):
        assert alias in (measure, f"of_{measure}")  # of_events: the whole, repeated in each row


# The command line


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        Record(folder / "record").build()
    return folder / "home"


@pytest.fixture
def tell(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs the command; its status, what it printed, what it complained of."""
    monkeypatch.setenv("OUTREACH_HOME", str(home))
    monkeypatch.setenv("OUTREACH_TODAY", "2025-02-14")

    def told(*words: str) -> tuple[int, str, str]:
        status = command.main(words)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return told


def test_without_a_name_the_questions_are_listed(tell: Any) -> None:
    status, out, err = tell()
    assert (status, err) == (0, "")
    assert [row.split()[0] for row in out.splitlines()] == list(NAMES)
    assert all(questions.question(name).asks in out for name in NAMES)


def test_csv_and_json_and_the_table_hold_the_same(tell: Any) -> None:
    words = ("events_by_theme", "--from", "2024-10-01", "--to", "2024-12-31")
    _, text_csv, _ = tell(*words, "--format", "csv")
    _, text_json, _ = tell(*words, "--format", "json")
    _, text_table, _ = tell(*words)
    rows, objects = list(csv.DictReader(io.StringIO(text_csv))), json.loads(text_json)
    numbers = ("events", "of_events", "with_theme", "pairs", "with_several")
    assert [{name: int(row[name]) for name in numbers} for row in rows] == [
        {name: row[name] for name in numbers} for row in objects
    ]
    assert [row["theme"] for row in rows] == [row["theme"] for row in objects]
    assert [row.split()[0] for row in text_table.splitlines()[1:]] == [r["theme"] for r in rows]


def test_dates_are_iso_dates_in_every_format(tell: Any) -> None:
    words = ("events", "--partner", "embassy")
    _, text_csv, _ = tell(*words, "--format", "csv")
    _, text_json, _ = tell(*words, "--format", "json")
    (row,), (thing,) = csv.DictReader(io.StringIO(text_csv)), json.loads(text_json)
    assert row["start_date"] == "2024-11-05"
    assert thing["start_date"] == "2024-11-05"


def test_a_format_of_events_and_a_format_of_output(tell: Any) -> None:
    status, out, _ = tell("events", "--format", "csv", "--format", "online")
    assert status == 0
    assert [row["event_id"] for row in csv.DictReader(io.StringIO(out))] == ["webinar-2024"]
    _, same, _ = tell("events", "--format", "online,csv")
    assert same == out


def test_unconfirmed_needs_no_value(tell: Any) -> None:
    _, with_value, _ = tell("headline", "--unconfirmed", "1", "--format", "csv")
    _, without, _ = tell("headline", "--unconfirmed", "--format", "csv")
    _, off, _ = tell("headline", "--format", "csv")
    assert with_value == without != off


@each
def test_the_printed_sql_gives_the_same_answer(name: str, home: Path, tell: Any) -> None:
    words = (name, "--theme", "governance,smes", "--match", "any", "--from", "2024-10-01")
    status, out, _ = tell(*words, "--sql")
    _, expected, _ = tell(*words, "--format", "csv")
    assert status == 0
    with duckdb.connect(str(newest(home)), read_only=True) as db:
        answer = db.sql(out.partition(";\n")[0], params=bound(out)).df()
    found = list(csv.DictReader(io.StringIO(expected)))
    assert len(answer) == len(found)
    for column in set(answer.columns) & {"events", "activities", "event_id", "quarter", "theme"}:
        assert [str(v) for v in answer[column]] == [row[column] for row in found]


def bound(printed: str) -> dict[str, object]:
    """The parameters told below the SQL, as they are told."""
    pairs = re.findall(r"^-- \$(\w+) = (.+)$", printed, re.MULTILINE)
    return {name: literal_eval(value) for name, value in pairs}


def newest(home: Path) -> Path:
    return sorted((home / "warehouses").glob("*.duckdb"))[-1]


def test_an_unknown_question(tell: Any) -> None:
    status, out, err = tell("how_many")
    assert (status, out) == (2, "")
    assert "how_many" in err


@pytest.mark.parametrize(
    "words, named",
    [
        (["--theme", "governance,egality"], "egality"),
        (["--region", "atlantis"], "atlantis"),
        (["--match", "some"], "some"),
        (["--calendar", "lunar"], "lunar"),
        (["--unconfirmed", "yes"], "yes"),
        (["--from", "2024-13-01"], "2024-13-01"),
        (["--to", "yesterday"], "yesterday"),
        (["--from", "2024-12-31", "--to", "2024-01-01"], "2024-12-31"),
        (["--format", "xml"], "xml"),
        (["--audience", "everybody"], "everybody"),
    ],
)
def test_a_word_that_means_nothing_is_named(tell: Any, words: list[str], named: str) -> None:
    status, out, err = tell("headline", *words)
    assert (status, out) == (2, "")
    assert f"“{named}" in err
    assert words[0] in err


@pytest.mark.parametrize("name", PARTS)
def test_a_part_cannot_be_asked(tell: Any, name: str) -> None:
    status, out, err = tell(name)
    assert (status, out) == (2, "")
    assert name in err


def test_several_faults_are_all_named(tell: Any) -> None:
    _, _, err = tell("headline", "--theme", "x,y", "--from", "z")
    assert err.count("cannot be used") == 3


def test_no_warehouse(tell: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    status, out, err = tell("headline")
    assert (status, out) == (1, "")
    assert "python -m data.build" in err


def test_a_broken_warehouse(tell: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    (tmp_path / "warehouses").mkdir()
    (tmp_path / "warehouses/20990101.duckdb").write_bytes(b"nothing" * 3000)
    status, out, err = tell("headline")
    assert (status, out) == (1, "")
    assert "20990101.duckdb" in err


def test_an_unknown_engine(tell: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_ENGINE", "abacus://here")
    status, _, err = tell("headline")
    assert status == 1
    assert "abacus" in err


def test_as_a_command(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "queries", "headline", "--format", "json"],
        capture_output=True,
        text=True,
        cwd=warehouse.ROOT,
        env={"OUTREACH_HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["events"] == 8
