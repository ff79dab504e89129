"""A record of any size that looks like the real one: the folder that `data.build` reads."""

import csv
import shutil
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from data import build

SQL = Path(__file__).with_name("generated.sql")
SOURCE = build.HERE / "sources/nict_news/source.toml"
SEED = 20261123
FIRST_DAY, DAYS = date(2016, 1, 1), 3653  # ten years
A_FILE = 1_000_000  # events in one file
COPY = "copy ({query}) to '{file}' (header, delimiter ',')"


def record(folder: Path, events: int, seed: int = SEED) -> Path:
    """Write a record of so many events, with their activities, unless it is there."""
    done = folder / "done"
    if done.exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    source = folder / "sources/generated"
    source.mkdir(parents=True)
    shutil.copytree(build.HERE / "vocabulary", folder / "vocabulary")
    shutil.copy(build.HERE / "organisation.toml", folder)
    shutil.copy(SOURCE, source)
    cover(folder / "vocabulary/coverage.csv")
    write_events(source, events, seed)
    done.touch()
    return folder


def write_events(source: Path, events: int, seed: int) -> None:
    query = SQL.read_text("utf-8")
    shape = shaped(real_events())
    with duckdb.connect() as db:
        for number, first in enumerate(range(0, events, A_FILE)):
            ends = {"first": first, "last": min(events, first + A_FILE), "seed": seed}
            days = {"first_day": FIRST_DAY, "days": DAYS}
            copy = COPY.format(query=query, file=source / f"events-{number:02}.csv")
            db.execute(copy, {**ends, **days, **shape})


def real_events() -> list[dict[str, str]]:
    files = sorted(build.HERE.glob("sources/*/events.csv"))
    return [row for file in files for row in csv.DictReader(file.open(encoding="utf-8-sig"))]


def shaped(rows: list[dict[str, str]]) -> dict[str, object]:
    """What the generated events take from the real record."""
    events = [row for row in rows if not row["parent_event_id"]]
    places = [
        {name: row[f"{name}"] or None for name in ("country_iso2", "subdivision", "format")}
        for row in events
    ]
    return {
        "statuses": [row["status"] for row in events],
        "places": [{"country": place.pop("country_iso2"), **place} for place in places],
        "countries": [c for c in ids("countries") if c != "CA"],  # which takes a province
        "roles": [row["role"] or "unknown" for row in events],
        **{
            f"{name}_counts": [len(split(row[f"{name}s"])) for row in events]
            for name in ("theme", "partner", "project")
        },
        **{
            f"{name}s": ranked(ids(f"{name}s"), (row[f"{name}s"] for row in rows))
            for name in ("theme", "partner", "project")
        },
    }


def split(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def ids(vocabulary: str) -> list[str]:
    file = build.HERE / f"vocabulary/{vocabulary}.csv"
    return [next(iter(row.values())) for row in csv.DictReader(file.open(encoding="utf-8-sig"))]


def ranked(known: list[str], carried: Iterable[str]) -> list[str]:
    """The ids of a vocabulary, those that the real record carries most often first."""
    times = Counter(part for text in carried for part in split(text))
    return sorted(known, key=lambda value: -times[value])


def cover(file: Path) -> None:
    """Coverage for ten years of quarters, as complete, partial and missing as the real one's."""
    kinds = [row["coverage"] for row in csv.DictReader(file.open(encoding="utf-8-sig"))]
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["quarter", "coverage", "note_en", "note_fr"])
        for place in range(40):
            quarter = f"{FIRST_DAY.year + place // 4}-Q{place % 4 + 1}"
            writer.writerow([quarter, kinds[place % len(kinds)], "Generated", "Engendré"])
