"""What Python found out, as tables of the staging database."""

from collections.abc import Iterable
from dataclasses import asdict

import duckdb

from data import findings, quarters
from data.entries import Entries
from data.given import Row, Types, create, insert, texts
from data.organisation import Organisation
from data.provenance import FIELDS, FRENCH_FIELDS
from data.quarters import Coverage

QUARTER: Types = {
    **texts("calendar", "quarter_id", "year_id"),
    "position": "integer",
    "first_day": "date",
    "last_day": "date",
    **texts("label_en", "label_fr", "months_en", "months_fr", "coverage", "note_en", "note_fr"),
    "listed": "boolean",
}
ENTRY: Types = {"file": "varchar", "line": "integer", **texts("entry", "name_en", "name_fr")}


def add_vocabulary(db: duckdb.DuckDBPyConnection, entries: Entries) -> None:
    """The kept lines with their position from 1, what there is to say, and the count."""
    vocabulary = entries.vocabulary
    types = {**texts(vocabulary.key, *vocabulary.columns), "position": "integer"}
    rows = [entry | {"position": place} for place, entry in enumerate(entries.kept, start=1)]
    create(db, vocabulary.name, types, rows)
    add_entries(db, entries)
    findings.add(db, entries.findings)
    read, kept = entries.rows_read, len(entries.kept)
    values = (vocabulary.file, None, "vocabulary", entries.encoding, read, kept, None)
    db.execute("insert into staging.file values (?, ?, ?, ?, ?, ?, ?)", values)


def add_entries(db: duckdb.DuckDBPyConnection, entries: Entries) -> None:
    """Which line of which file holds which id."""
    key = entries.vocabulary.key
    rows = [
        {**entry, "file": entries.vocabulary.file, "line": entries.line_of[str(entry[key])]}
        | {"entry": entry[key]}
        for entry in entries.kept
    ]
    insert(db, "entry", ENTRY, rows)


def add_sources(db: duckdb.DuckDBPyConnection, sources: Iterable[Row]) -> None:
    create(db, "source", texts("source_id", *FIELDS, *FRENCH_FIELDS), sources)


def add_reasons(db: duckdb.DuckDBPyConnection) -> None:
    types = texts("reason_id", "severity", "text_en", "text_fr")
    create(db, "reason", types, findings.reasons())


def add_organisation(db: duckdb.DuckDBPyConnection, organisation: Organisation) -> None:
    types = {
        **texts("name_en", "name_fr", "short_name", "url"),
        "fiscal_year_start": "integer",
    }
    create(db, "organisation", types, [asdict(organisation)])


def add_versions(db: duckdb.DuckDBPyConnection, version: str, schema_version: str) -> None:
    row = {"version": version, "schema_version": schema_version}
    create(db, "made", texts(*row), [row])


def add_quarters(db: duckdb.DuckDBPyConnection, fiscal_year_start: int) -> None:
    """The quarters around staging.span; none when the record is empty."""
    listed = db.execute("select quarter, coverage, note_en, note_fr from staging.coverage")
    covered = {quarter: Coverage(*rest) for quarter, *rest in listed.fetchall()}
    ((first, last),) = db.execute("select first_day, last_day from staging.span").fetchall()
    rows = quarters.rows(first, last, fiscal_year_start, covered) if first and last else ()
    create(db, "quarter", QUARTER, rows)
