"""Build a warehouse from the record: `python -m data.build [--record DIR]`."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import afterwards, organisation, publishing, room, tables, telling
from data.checking import refuse, warn
from data.entries import Entries, read_all
from data.listening import STOPPED, Stop, done
from data.names import quoted
from data.organisation import Organisation, RecordError
from data.progress import Tell, Watched, rate
from data.reading import read_sources
from data.staging import count
from data.stopping import stoppable
from data.version import version
from data.warehouse import SCHEMA, folder, schema_version, usable

HERE = Path(__file__).parent
STAGED = HERE / "staged"
RECORD = "a folder with organisation.toml, sources and vocabulary"
MEMORY = "500MB"  # what needs more is kept in a folder beside the draft
ASKED = "drop table staging.once; drop table staging.named;"  # the checks alone look into them
GIVEN = """
drop view staging.carried;
drop table staging.bundled_value;
drop table staging.bundled_list;
drop table staging.bundled;
"""  # the bridges hold them by then, and events need the room


@dataclass(frozen=True)
class Built:
    """A warehouse, the version of the record in it, and how many rows of events it keeps.

    `refused` and `warnings` are sentences, one a row and one a warning.
    """

    file: Path
    version: str
    rows_kept: int
    refused: list[str]
    warnings: list[str]


def build(record: Path = HERE, tell: Stop | None = None) -> Built:
    """Write a new warehouse, whole or not at all. tell: is told of each step as it begins.

    Raises RecordError when nothing can be built from the record, OSError or duckdb.Error when
    nothing can be written, KeyboardInterrupt when it is stopped.
    """
    tell = tell or Stop()
    if not (record / "sources").is_dir():
        raise RecordError(f"There is no record in {record}: it has no folder named sources.")
    owner = organisation.read(record / "organisation.toml")
    vocabularies = read_all(record, owner)
    with publishing.draft() as draft, ThreadPoolExecutor(max_workers=1) as beside:
        named = beside.submit(version, record)
        limits: dict[str, str | bool | int | float | list[str]] = {
            "temp_directory": f"{draft}-spill",
            "memory_limit": MEMORY,
            "block_allocator_memory": MEMORY,  # asked for once, not again and again
        }
        with stoppable(), duckdb.connect(config=limits) as db, tell.ending(db.interrupt):
            db.execute("attach ':memory:' as staging")
            stage(db, record, owner, vocabularies, named.result, tell)
            write(db, draft, tell)
            kept, told = count(db, "select count(*) from fct_event"), list(telling.lines(db))
        tell("warehouse")
        file = publishing.publish(draft, named.result())
    refused = [sentence for severity, sentence in told if severity == "refused"]
    warnings = [sentence for severity, sentence in told if severity == "warning"]
    return Built(file, named.result(), kept, refused, warnings)


def stage(
    db: duckdb.DuckDBPyConnection,
    record: Path,
    owner: Organisation,
    vocabularies: list[Entries],
    version: Callable[[], str],
    tell: Tell,
) -> None:
    """Read the sources and decide which rows are kept."""
    run(db, files(STAGED / "empty"), tell)
    for entries in vocabularies:
        tables.add_vocabulary(db, entries)
    tables.add_sources(db, read_sources(db, record, tell))
    tables.add_organisation(db, owner)
    tables.add_reasons(db)
    tables.add_versions(db, version(), schema_version())
    run(db, files(STAGED / "read"), tell)
    refuse(db, tell)
    db.execute(ASKED)
    run(db, files(STAGED / "kept"), tell)
    warn(db, tell)
    tables.add_quarters(db, owner.fiscal_year_start)


def write(db: duckdb.DuckDBPyConnection, draft: Path, tell: Tell) -> None:
    """Fill the tables of data/schema. DuckDB 1.5 reads no newer storage than v1.2.

    The large ones say how they are compressed: to try each way takes longer than to write.
    """
    db.execute(f"attach {quoted(str(draft))} as warehouse (storage_version 'v1.2.0')")
    db.execute("use warehouse")
    db.execute("set preserve_insertion_order = false")  # else rows wait in memory for their turn
    bridges, sums = (sorted(SCHEMA.glob(f"{kind}_*.sql")) for kind in ("bridge", "sum"))
    run(db, bridges, tell)
    db.execute(GIVEN)
    run(db, [file for file in files(SCHEMA) if file not in (*bridges, *sums)], tell)
    db.execute("detach staging")  # sums read what is written, and need the room
    run(db, sums, tell)
    room.execute(db, "checkpoint warehouse")


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.sql"))


def run(db: duckdb.DuckDBPyConnection, files: Iterable[Path], tell: Tell) -> None:
    """Run each file. A statement that names rows runs for a part of them after the other."""
    for file in files:
        tell(f"{file.parent.name}/{file.stem}")
        for statement in db.extract_statements(file.read_text(encoding="utf-8")):
            for rows in room.parts(db) if statement.named_parameters else [{}]:
                room.execute(db, statement, rows)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when a row is refused or nothing can be built."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("--record", type=Path, default=HERE, metavar="DIR", help=RECORD)
    parser.add_argument("--if-needed", action="store_true", help="only if none can be used")
    options = parser.parse_args(arguments)
    if options.if_needed and usable():
        return 0
    began, watched = time.monotonic(), Watched()
    stop = Stop(watched, watched.still)
    try:
        built = done(lambda: build(options.record, stop), stop)
    except RecordError as error:
        return fail(str(error))
    except (OSError, duckdb.Error) as error:
        return fail(f"No warehouse can be built in {folder()}: {error}")
    except KeyboardInterrupt:
        fail("Stopped: no warehouse was written, and those there are stay as they were.")
        return STOPPED
    say(built, time.monotonic() - began)
    ended = checked(built.rows_kept, watched)
    return 1 if built.refused else ended


def say(built: Built, seconds: float) -> None:
    """What was refused, and what was written."""
    for sentence in (*built.refused, *built.warnings):
        print(sentence, file=sys.stderr)
    print(rate(built.rows_kept, seconds))
    print(f"Wrote {built.file}: {built.rows_kept:,} rows kept, version {built.version}", flush=True)


def checked(rows: int, tell: Tell) -> int:
    """Say what is wrong beside the warehouse, which stands already. tell: of what is checked.

    Exit code 0, or STOPPED.
    """
    if commands := afterwards.later(rows):
        words = " and ".join(f"python -m {command}" for command in commands)
        print(f"It can be used. What a board would tell of it: see the server's log, or {words}")
        return 0
    print("It can be used. What a board would tell of it is checked now.", flush=True)
    wrong = False
    try:
        for complaint in afterwards.complaints(tell=tell):
            print(complaint, file=sys.stderr)
            wrong = True
    except KeyboardInterrupt:
        fail("Stopped: the warehouse stands, but what a board would tell of it was not checked.")
        return STOPPED
    print("Checked: see the warnings." if wrong else "Checked: nothing wrong.")
    return 0


def fail(sentence: str) -> int:
    print(telling.on_one_line(sentence), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
